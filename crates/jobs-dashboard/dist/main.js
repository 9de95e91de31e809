var Zp=Object.defineProperty;var b=(t,e,o)=>()=>{if(o)throw o[0];try{return t&&(e=t(t=0)),e}catch(n){throw o=[n],n}};var Gt=(t,e)=>{for(var o in e)Zp(t,o,{get:e[o],enumerable:!0})};var bt,z,It=b(()=>{"use strict";bt=class extends Error{constructor(e,o){super(o),this.name="VerifyError",this.code=e}},z=(t,e)=>new bt("malformed",`${t}: ${e}`)});function ht(t){if(typeof t!="string")throw z("text","is not a string");if(/\p{Surrogate}/u.test(t))throw z("text","has half of a surrogate pair");return Qp.encode(t)}function Pe(t,e){if(typeof t!="string"||!/^[0-9a-f]{64}$/.test(t))throw z(e,"a hash is not 64 lower-case hex digits");return Uint8Array.from({length:32},(o,n)=>parseInt(t.slice(2*n,2*n+2),16))}function qn(t,e){if(!Array.isArray(t))throw z(e,"its path is not a list of hashes");return t.map(o=>Pe(o,e))}function Uo(t){let e;try{e=atob(t)}catch{return null}return btoa(e)!==t?null:Uint8Array.from(e,o=>o.charCodeAt(0))}function hs(t){let e=Uo(t);return e?.length===32?e:null}function ps(t){let e=/^(0|[1-9][0-9]*)$/.test(t)?Number(t):NaN;return Number.isSafeInteger(e)?e:null}function zn(...t){let e=new Uint8Array(t.reduce((n,r)=>n+r.length,0)),o=0;for(let n of t)e.set(n,o),o+=n.length;return e}function Jn(t,e){let o=Math.min(t.length,e.length);for(let n=0;n<o;n+=1)if(t[n]!==e[n])return t[n]-e[n];return t.length-e.length}var Qp,xt,He,Lt=b(()=>{"use strict";It();Qp=new TextEncoder;xt=t=>Array.from(t,e=>e.toString(16).padStart(2,"0")).join("");He=(t,e)=>Jn(t,e)===0});function qa(t,e){for(;;){let o=t.peek();if(o===ms||o===Ua){let n=o===ms?new Mt:[];if(e.add(n),e.open.push(n),t.at+=1,t.peek()!==o+Ba){n instanceof Mt&&n.names.push(t.name());continue}}else e.add(t.scalar());if(sm(t,e.open))return}}function io(t){let e=new Kn;return qa(new Vn(t,!1),e),e.root}function za(t){let e=new Vn(t,!0),o=new Kn;try{qa(e,o)}catch(n){let r=t.slice(e.at),s=rm.test(r)||Wa.some(([i])=>i.startsWith(r));if(!(n instanceof SyntaxError)||!o.open.length||!s)throw n;o.add(new me(r))}return o.root}function sm(t,e){for(;;){let o=t.peek(),n=e.at(-1);if(!n)return t.at<t.text.length?t.fail():!0;let r=n instanceof Mt,s=o===om;if(!s&&o!==(r?ms:Ua)+Ba&&t.fail(),t.at+=1,s)return r&&n.names.push(t.name()),!1;e.pop()}}var Bo,so,me,Mt,Pa,tm,em,om,ms,Ua,Ba,Ha,nm,Fa,rm,Wa,Vn,Kn,ao=b(()=>{"use strict";Bo=class{constructor(e){this.text=e}},so=class{constructor(e){this.text=e}},me=class{constructor(e){this.text=e}},Mt=class{constructor(){this.names=[],this.values=[]}},[Pa,tm,em,om,ms,Ua]=Array.from('"\\:,{[',t=>t.charCodeAt(0)),Ba=2,Ha=/-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y,nm=/[\\\p{Cc}]/u,Fa=/[-+.\w]+$/y,rm=/^(?:"[^"\\]*(?:\\.[^"\\]*)*(?:"\s*|\\)?|[-+.eE\d]*)$/s,Wa=[["true",!0],["false",!1],["null",null]],Vn=class{at=0;constructor(e,o){this.text=e,this.isCut=o}fail(){throw new SyntaxError(`not JSON at character ${this.at}`)}peek(){for(;;){let e=this.text.charCodeAt(this.at);if(e!==32&&e!==10&&e!==13&&e!==9)return e;this.at+=1}}string(){this.peek()!==Pa&&this.fail();let{text:e,at:o}=this;for(let n=e.indexOf('"',o+1);n>0;n=e.indexOf('"',n+1)){let r=n;for(;e.charCodeAt(r-1)===tm;)r-=1;if((n-r)%2)continue;let s=e.slice(o+1,n),i=nm.test(s)?JSON.parse(`"${s}"`):s;return this.at=n+1,i}return this.fail()}name(){this.peek();let{at:e}=this,o=this.string();return this.peek()!==em&&(this.at=e,this.fail()),this.at+=1,o}scalar(){if(this.peek()===Pa)return this.string();Fa.lastIndex=this.at,this.isCut&&Fa.test(this.text)&&this.fail(),Ha.lastIndex=this.at;let e=Ha.exec(this.text)?.[0];if(e)return this.at+=e.length,new Bo(e);let[o,n]=Wa.find(([r])=>this.text.startsWith(r,this.at))??this.fail();return this.at+=o.length,n}},Kn=class{root=null;open=[];add(e){let o=this.open.at(-1);o?Array.isArray(o)?o.push(e):o.values.push(e):this.root=e}}});function am(t={}){let e=Object.entries(t).flatMap(([o,n])=>(Array.isArray(n)?n:[n]).filter(r=>r!=null&&r!=="").map(r=>[o,String(r)]));return e.length?`?${new URLSearchParams(e)}`:""}var im,St,C,O,H=b(()=>{"use strict";im=globalThis.document?.querySelector('meta[name="prefix"]'),St=im?.getAttribute("content")??"";C=(t,e)=>St+t+am(e),O=(t,...e)=>String.raw({raw:t},...e.map(o=>encodeURIComponent(o)))});async function Ja(t){let e=await t.text().catch(()=>""),o=null;try{o=JSON.parse(e)}catch{}return new J({status:t.status,type:o?.type,title:o?.title??t.statusText,detail:o?.detail??o?.message??o?.error,field:o?.field,retryAfter:Number(t.headers.get("retry-after"))||null,body:o})}var J,$e,Ft=b(()=>{"use strict";J=class extends Error{constructor({status:e,type:o,title:n,detail:r,field:s,retryAfter:i,body:c}){super(r||n||String(e)),this.name="Problem",this.status=e,this.type=o??"about:blank",this.title=n??"",this.detail=r??"",this.field=s??null,this.retryAfter=i??null,this.body=c??null}get isNetwork(){return this.status===0}get isFault(){return this.status<0}get isTemporary(){return[0,408,429,502,503,504].includes(this.status)}},$e=t=>t instanceof J?t:new J({status:-1,type:"fault",detail:String(t?.message||t)})});function mt(t){let e=t,o=new Set,n=r=>{if(!Object.is(r,e)){e=r;for(let s of[...o])s(e)}};return{get:()=>e,set:n,update:r=>n(r(e)),watch:r=>(o.add(r),()=>o.delete(r))}}var Yt=b(()=>{"use strict"});function Ka(t){Va=t}function Ga(){return $s??=Va().finally(()=>$s=null),$s}async function lm(t,e,o,n){let r={accept:"application/json"};o!==void 0&&(r["content-type"]="application/json"),n.key&&(r["idempotency-key"]=n.key);let s=n.signal?[n.signal]:[];t==="GET"&&s.push(AbortSignal.timeout(cm));try{let i=await fetch(C(e,n.query),{method:t,headers:r,body:o instanceof so?o.text:JSON.stringify(o)??null,signal:AbortSignal.any(s),credentials:"same-origin",redirect:"error"});return Fe.set(!0),i}catch(i){throw n.signal?.aborted?i:(Fe.set(!1),new J({status:0,type:"network",detail:String(i)}))}}async function Ya(t,e,o,n){for(;;){let r=await lm(t,e,o,n);if(r.ok)try{return await(n.asText?r.text():r.json())}catch(c){throw n.signal?.aborted?c:new J({status:0,type:"network",detail:String(c)})}let s=await Ja(r);if(!(s.status===401&&n.asks!==!1)||!await Ga())throw s}}var cm,Fe,Va,$s,j,Y,Xa,be,W=b(()=>{"use strict";Lt();ao();H();Ft();Yt();cm=6e4,Fe=mt(!0),Va=async()=>!1,$s=null;j=(t,e={})=>Ya("GET",t,void 0,e),Y=(t,e={},o={})=>Ya("POST",t,e,o),Xa=async()=>await j("/v1/account")!==null||Ga(),be=()=>xt(crypto.getRandomValues(new Uint8Array(16)))});function Yn(t,e="localStorage"){let o=bs.get(t)??null;try{return globalThis[e].getItem(Gn(t))??o}catch{return o}}function ie(t,e){let o=Yn(t,e);try{return o===null?null:JSON.parse(o)}catch{return null}}function co(t,e,o="localStorage"){let n=JSON.stringify(e);e===null?bs.delete(t):bs.set(t,n);try{return e===null?globalThis[o].removeItem(Gn(t)):globalThis[o].setItem(Gn(t),n),!0}catch{return!1}}function ae(t,e,o){let n=mt(ie(t,o)??e),r=()=>n.set(ie(t,o)??e);return globalThis.addEventListener?.("storage",s=>{s.key===Gn(t)&&r()}),n.watch(s=>co(t,s,o)),n}var bs,Gn,Ue=b(()=>{"use strict";H();Yt();bs=new Map,Gn=t=>`jobs:${St}:${t}`});function ye(t){let e=N.get()?.user_id;return N.watch(o=>{o?.user_id!==e&&(e=o?.user_id,t())})}function Za(t){let e=ae("user","");N.watch(o=>o&&e.set(o.user_id)),e.watch(o=>{let n=N.get()?.user_id;!n||!o||n===o||(N.set(void 0),t())})}async function Xn(){N.set(await j("/v1/account",{asks:!1}))}async function Qa(t){let e=await Y("/v1/sign-in",t,{asks:!1});return N.set(e),e}async function tc(){try{await Y("/v1/sign-out",{},{asks:!1})}catch(t){if(!(t instanceof J)||t.status!==401)throw t}N.set(null)}var N,et=b(()=>{"use strict";W();Ue();Yt();N=mt(void 0)});function ws(t=!1){let{pathname:e,search:o}=globalThis.location??{pathname:"/",search:""};return{path:e.slice(St.length)||"/",search:o,isBack:t}}function pm(t,e){let o=t.split("/"),n=e.replace(/(.)\/$/,"$1").split("/");if(o.length!==n.length)return null;let r={};for(let[s,i]of o.entries()){if(!i.startsWith(":")){if(i!==n[s])return null;continue}try{r[i.slice(1)]=decodeURIComponent(n[s])}catch{return null}}return r}function gs(t,e){for(let o of t){let n=pm(o.pattern,e);if(n)return{route:o,params:n}}return null}function $t(t,{replace:e=!1}={}){if(t===location.pathname+location.search)return;history[e?"replaceState":"pushState"](null,"",t);let o=Pt.get().path;Pt.set(ws()),Pt.get().path!==o&&scrollTo(0,0)}function Zn(t,e){let o=t.toString();$t(location.pathname+(o?`?${o}`:""),e)}function rc(t){addEventListener("popstate",()=>Pt.set(ws(!0))),document.addEventListener("click",e=>{let o=e.target.closest?.("a[href]");!(o instanceof HTMLAnchorElement)||o.target||o.hasAttribute("download")||e.defaultPrevented||e.button!==0||e.ctrlKey||e.metaKey||e.shiftKey||e.altKey||o.origin!==location.origin||!o.pathname.startsWith(St)||o.hash||!gs(t,o.pathname.slice(St.length)||"/")||(e.preventDefault(),$t(o.pathname+o.search))})}var Pt,Ot=b(()=>{"use strict";H();Yt();Pt=mt(ws())});var sc,ic,ac=b(()=>{"use strict";sc="en-GB",ic={"app.name":"Job ledger","app.skip":"Skip to the content","app.updated":"The page has been updated on the server.","app.notLoaded":"The page could not be loaded: the server cannot be reached.","app.broken":"This page cannot be shown","app.failed":"Something failed: {why}","app.reload":"Load it again","app.again":"Try again","app.retrying":"Trying again by itself.","app.offline":"The server cannot be reached. What is shown may be out of date.","app.loading":"Loading\u2026","app.close":"Close","app.cancel":"Cancel","app.remove":"Remove {what}","app.copied":"Copied {what}","app.notCopied":"The browser did not allow copying. The text is {what}","app.copy":"Copy {what}","app.notDownloaded":"The file was not downloaded. {why}","app.csv":"CSV","app.ndjson":"NDJSON","app.more":{one:"Show {n} more, of {left}",other:"Show {n} more, of {left}"},"app.none":"none","app.notFound":"There is no such page","app.notFoundHint":"The address may be incomplete.","app.toJobs":"To the jobs","app.footer":"{ledger} \xB7 version {version}","app.api":"API","nav.label":"Pages","nav.jobs":"Jobs","nav.setAction":"Set Action","nav.customers":"Customers","nav.overview":"Overview","nav.help":"Help","nav.admin":"Users","user.menu":"{user}, {role}","user.account":"Account","user.signOut":"Sign out","user.signedOut":"You are signed out.","user.notSignedOut":"You are still signed in. {why}","zone.local":"Local time","zone.utc":"UTC","zone.switch":"Times are in {zone}. Show them in {other}","theme.system":"Theme: system","theme.light":"Theme: light","theme.dark":"Theme: dark","unit.B":"{n} B","unit.kB":"{n} kB","unit.MB":"{n} MB","unit.GB":"{n} GB","unit.ms":"{n} ms","unit.s":"{n} s","unit.min":"{n} min","unit.h":"{n} h","unit.d":"{n} d","unit.two":"{high} {low}","status.IN_PROGRESS":"In progress","status.SUCCESS":"Success","status.FAILED":"Failed","status.UNCONFIRMED":"Unconfirmed","cause.answered":"answered","cause.unreadable_answer":"unreadable answer","cause.inconclusive_answer":"inconclusive answer","cause.timed_out":"timed out","cause.connection_lost":"connection lost","cause.never_sent":"never sent","cause.withheld":"withheld","cause.interrupted":"interrupted","cause.reported":"reported","cause.imported":"imported","source.gateway":"Set Action","source.api":"API","source.import":"Import","source.embedded":"Program","fact.job_id":"Job ID","fact.status":"Status","fact.user_id":"User","fact.submitted_by":"Submitted by","fact.action_name":"Action","fact.action_code":"Action code","fact.customer_count":"Customers","fact.source":"Source","fact.created_at":"Created","fact.updated_at":"Updated","fact.http_status":"HTTP status","fact.batch_id":"Batch","fact.cluster_url":"Upstream URL","fact.retry_of":"Retry of","role.operator":"operator","role.auditor":"auditor","role.admin":"admin","kind.job_created":"Created","kind.job_imported":"Imported","kind.status_changed":"Status changed","kind.note_added":"Note","problem.fault":"The page failed","problem.network":"The server cannot be reached","problem.networkHint":"Check the connection.","problem.401":"You are signed out","problem.403":"You may not see or do this","problem.404":"There is nothing here","problem.404Hint":"It does not exist, or belongs to somebody else.","problem.429":"Too many requests","problem.waitHint":{one:"Wait {n} second.",other:"Wait {n} seconds."},"problem.503":"The server is busy","problem.maybeRecorded":"Something may have been recorded. Look it up before you send it again.","signIn.title":"Sign in","signIn.password":"Password","signIn.user":"User","signIn.token":"Token","signIn.how":"Sign in with","signIn.withPassword":"User and password","signIn.withToken":"Token","signIn.tokenHint":"The admin token that the first start printed, or one of your own.","signIn.submit":"Sign in","signIn.wrong":"The user or the password is not right.","signIn.wrongToken":"The server does not know this token.","signIn.ended":"Your session has ended","signIn.endedHint":"Sign in again as {user}. What you typed is still there.","landing.title":"Every job on record","landing.what":"This server keeps an append-only record of every job that operators and services run: who asked for what, for which customers, and how it ended for each of them. Nothing that was recorded is changed or removed, and whatever is shown can be checked against the signed record.","landing.size":{one:"One entry so far.",other:"{n} entries so far."},"landing.ledger":"Ledger","landing.help":"How the proof works","landing.docs":"The API","landing.checkpoint":"The newest checkpoint","jobs.title":"Jobs","jobs.notes":{one:"{n} note",other:"{n} notes"},"jobs.user":"User","jobs.action":"Action","jobs.customers":"Customers","jobs.customersUnit":{one:"customer",other:"customers"},"jobs.status":"Status","jobs.date":"Date","jobs.id":"Job ID","jobs.retry":"retry","jobs.fresh":{one:"{n} new job",other:"{n} new jobs"},"jobs.freshMany":"More than {n} new jobs","jobs.download":"Download","jobs.csvExcel":"CSV for Excel","jobs.end":{one:"That is all: {n} job.",other:"That is all: {n} jobs."},"jobs.noMatch":"No job matches","jobs.empty":"No jobs have been recorded yet","jobs.emptyAction":"Run a Set Action","jobs.emptyDocs":"Or record jobs by the API","jobs.older":"Show older jobs","jobs.olderShown":"These are older jobs.","jobs.newest":"To the newest","search.label":"Search by job ID, customer, user or action","search.placeholder":"Job ID, customer, user or action","search.suggestions":"What this may be","search.job":"Job","search.prefix":"All jobs whose ID begins with","search.customer":"Customer","search.user":"Jobs of user","search.action":"Jobs with action","filter.all":"Filters","filter.chosen":"Chosen filters","filter.clear":"Clear filters","filter.add":"Add","filter.status":"Status","filter.cause":"Cause","filter.action_name":"Action","filter.user_id":"User","filter.cid":"Customer","filter.batch_id":"Batch","filter.source":"Source","filter.job_id":"Job ID begins with","filter.retry_of":"Retry of","filter.since":"From","filter.until":"Before","filter.within":"Date","filter.date":"Date","filter.from":"First day","filter.to":"Last day","filter.days":{one:"the last day",other:"the last {n} days"},"filter.hours":{one:"the last hour",other:"the last {n} hours"},"views.title":"Views","views.name":"Name of this view","views.save":"Save","views.saved":"Saved {name}","views.hint":"Choose filters, then save them here as a view.","keys.title":"Keys","keys.search":"Search","keys.down":"To the next job","keys.up":"To the job before","keys.open":"Open the job","keys.escape":"Close what is open","keys.help":"Show these keys","job.title":"Job","job.customers":{one:"{n} customer",other:"{n} customers"},"job.submitted":"Submitted by {user}","job.submittedFor":"Submitted by {by} for {user}","job.running":"running for {time}","job.took":"took {time}","job.now":"The status is now: {status}","job.facts":"Facts","job.actions":"Actions","job.timeline":"What was recorded","job.earlier":{one:"Show {n} earlier entry, of {left}",other:"Show {n} earlier entries, of {left}"},"job.by":"by {user}","job.later":"{time} later","job.http":"HTTP {status}","job.named":{one:"names {n} customer",other:"names {n} customers"},"job.answer":"Answer","job.receipt":"Receipt","job.leaf":"Leaf","job.proved":"entry #{index}, proved","job.notProved":"entry #{index}, NOT PROVED","job.allProved":{one:"{n} entry proved, of {size} in the ledger",other:"{n} entries proved, of {size} in the ledger"},"job.noneProved":"NOT PROVED","job.alarm":"This job is not shown as it was recorded","job.alarmHint":"Something on this page was changed after it was recorded, or left out. Rely on nothing here. Download what the server sent, and give it to the people who run the ledger.","job.malformed":"The server's answer is not what a job looks like. Nothing of it is shown.","job.other":"The server answered with another job. Nothing of it is shown.","job.entryWrong":"entry {index}: {why}","job.stale":"the facts are older than the entries","job.checkLists":{one:"Check the list of {n} customer",other:"Check the list of {n} customers"},"job.checking":"Checking\u2026","job.listsProved":{one:"list of {n} customer, proved",other:"list of {n} customers, proved"},"job.unconnected":"not proved yet: not compared with what this browser remembers","job.notYet":"entry #{index}, not proved yet","job.listsWrong":"these lists are NOT PROVED","job.rowWrong":"an outcome is not the one that was recorded","job.outcomes":{one:"Outcome for {n} customer",other:"Outcomes for {n} customers"},"job.statuses":"Outcomes to show","job.allStatuses":"All","job.namedByAnswer":"Named in the answer","job.namedByReport":"Named in a report","job.search":"Customer or message","job.customer":"Customer","job.status":"Status","job.message":"Message","job.ofTheJob":"as the job","job.ofEntry":"from entry #{index}","job.rows":{one:"{n} customer shown",other:"{n} customers shown"},"job.noRows":"No customer matches","job.copyCustomers":"Copy customers","job.copiedCustomers":{one:"Copied {n} customer",other:"Copied {n} customers"},"job.payload":"Payload","job.payloadProved":"is the payload that was recorded, proved","job.payloadWrong":"the payload is NOT PROVED","job.copyText":"Copy","job.downloadText":"Download","job.related":"Related jobs","job.retryOf":"Tries again","job.retries":"Tried again by","job.batch":"Same batch","job.allRetries":"All retries of this job","job.allOfBatch":"All jobs of this batch","job.overlaps":"Same action, same customers, at about the same time","job.inCommon":{one:"{n} in common",other:"{n} in common"},"job.evidence":"Evidence","job.curl":"Copy as curl","job.curlRefused":"No command was copied: the payload that the server sent is not proved to be the recorded one, or is no JSON.","job.curlCopied":"the command. Set TOKEN and UPSTREAM_TOKEN before you run it.","job.curlCopiedWithout":"the command. Credentials that the job sent are not recorded. Set {names}, and TOKEN and UPSTREAM_TOKEN, before you run it.","job.sending":"Sending\u2026","job.retry":"Try again","job.retryWhom":"For whom","job.retryFailed":{one:"The {n} that failed",other:"The {n} that failed"},"job.retryNamed":{one:"The {n} that the answer names as failed",other:"The {n} that the answer names as failed"},"job.retryAll":{one:"All {n}",other:"All {n}"},"job.retryUnconfirmed":"Nobody knows whether the upstream acted on this job. Look there first: it may do it twice.","job.retrySend":{one:"Send {action} to {n} customer",other:"Send {action} to {n} customers"},"job.token":"Token for the upstream","job.tokenHint":"It is sent once, and not kept.","job.url":"Another URL","job.urlHint":"Leave it empty to use the recorded one.","job.members":"Members of the payload to give again","job.membersHint":'A JSON object, such as {"pin": "\u2026"}.',"job.membersWrong":"This is not a JSON object.","job.settle":"Settle","job.settleHint":"Nobody knows whether the upstream acted. Look there, then record what you found. It is added to what was recorded, under your name.","job.settleAs":"It ended as","job.reason":"Reason","job.reasonHint":"How you know.","job.settleSend":"Record it","job.settled":"Recorded how the job ended.","job.note":"Add a note","job.noteText":"Note","job.noteHint":"{n} of {most} bytes. A note cannot be changed or removed.","job.noteLong":"The note is too long.","job.noteSend":"Add the note","job.noted":"The note is recorded.","job.compare":"Compare","job.compareWith":"ID of another job, or its beginning","job.compareSend":"Compare","job.compareNone":"There is no other job whose ID begins so.","compare.title":"Two jobs compared","compare.a":"The first","compare.b":"The second","compare.differs":"differs","compare.customers":"Customers","compare.unchecked":"as the server says; not checked in the browser","compare.only_a":"Only in the first","compare.only_b":"Only in the second","compare.both":"In both","json.all":"Show all {n} characters","json.shortened":"Only the first 64 KiB are recorded.","json.cut":"cut here: no more is recorded","json.cutInside":"cut","proof.first":{one:"From now on this browser remembers the ledger ({n} entry)",other:"From now on this browser remembers the ledger ({n} entries)"},"proof.same":{one:"Nothing has been removed or changed since your last visit ({n} entry)",other:"Nothing has been removed or changed since your last visit ({n} entries)"},"proof.grown":"Nothing has been removed or changed since your last visit ({from} \u2192 {to} entries)","proof.unchecked":"Not compared with your last visit: the server did not give the proof","proof.signedOut":"The entries can be compared with your last visit once you are signed in","proof.alarm":"ALARM: see above","proof.entries":{one:"{n} entry",other:"{n} entries"},"proof.alarm.key":"The key of this ledger has changed","proof.alarm.keyHint":"A server with another key can show another ledger. Compare the new key with one that you have from somebody you trust. If nobody told you of a change, rely on nothing here.","proof.alarm.signature":"The ledger is not signed with its key","proof.alarm.signatureHint":"The signature of the newest checkpoint is not genuine. Rely on nothing here. Download what the server sent, and give it to the people who run the ledger.","proof.alarm.shrunk":"Entries have been removed: the ledger had {from}, and has {to}","proof.alarm.shrunkHint":"A ledger only grows. An older copy may have been put in its place, or its end was cut off. Download what was received, and give it to the people who run the ledger.","proof.alarm.forked":"Entries have been changed or removed since your last visit","proof.alarm.forkedHint":"The {from} entries that were signed then are not among those that the server signs now. Download what was received, and give it to the people who run the ledger.","proof.alarm.refused":"The server refuses the proof that nothing was removed or changed","proof.alarm.refusedHint":"It shows a larger ledger than the {from} entries that this browser remembers, and does not prove that they are still in it. The browser asks again. Until then, nothing here is shown as proved.","proof.alarm.withheld":"The server goes on refusing the proof that nothing was removed or changed","proof.alarm.withheldHint":"It signed a larger ledger than the {from} entries that this browser remembers. A ledger that has only grown can prove that. Rely on nothing here. Download what was received, and give it to the people who run the ledger.","proof.alarm.malformed":"The server answered with something that is no proof","proof.alarm.malformedHint":"The ledger could not be compared with what this browser remembers. Download what was received, and give it to the people who run the ledger.","proof.alarm.damaged":"What this browser remembered of the ledger is damaged","proof.alarm.damagedHint":"It cannot be compared with what the server shows, so a change would not be noticed. Nothing was replaced. Download what there is, then accept what the server shows now, best after you compared the key.","proof.alarm.unreadable":"What this browser stored about an alarm or the key cannot be read","proof.alarm.unreadableHint":"There may have been an alarm, or a key that you entered. Download what there is, and give it to the people who run the ledger. It stays stored until you end this alarm.","why.malformed":"something does not have the form that it must have","why.shape":"the proof does not have the shape that its numbers call for","why.root":"the proof leads to another root: this is not what was recorded","why.unsigned":"the key has not signed it","why.signature":"the signature is not genuine","why.origin":"it is of another ledger","why.key":"it names another key","why.rules":"the entries are not all that was recorded, in this order","why.otherJob":"this is another job","why.facts":"its entries do not say: {names}","why.customers":"the customers are not those of the entry","why.outcomes":"the outcomes are not those of entry {index}","why.counts":"the counts of outcomes are not those of the entries","why.texts":"the checkpoint and the key must be texts","why.path":"the consistency path is not a list of hashes","why.refused":"the server answered with the status {status}","proof.unresolved":"This alarm of {at} has not been accepted yet.","proof.dismiss":"End this alarm","proof.dismissHint":"Download what was received first: it is the only proof. What this browser remembers of the ledger stays as it is.","proof.pinned":"This browser expects the key {key}, which you entered.","proof.pin":"Verifier key that you have from elsewhere","proof.pinHint":"One line: the name of the ledger, and two parts after a + each.","proof.pinWrong":"This is no verifier key.","proof.pinDo":"Expect this key","proof.pinDone":"The key is remembered. If the server has another one, that is an alarm.","proof.download":"Download what was received","proof.whatToDo":"What this means","proof.accept":"Accept the new state","proof.acceptTitle":"Forget what this browser remembers?","proof.acceptHint":"Download what was received first: it is the only proof of the change. Then this browser remembers what the server shows now, and compares with that from now on.","proof.before":"Before","proof.now":"Now","customer.title":"Customer {cid}","customer.titleNone":"Customers","customer.titleHint":"Look up a customer to see every job that was for them, and how it ended for them.","customer.lookUp":"Look up a customer","customer.show":"Show","customer.setAction":"Run an action","customer.inJobs":"All jobs of this customer as a list","customer.none":"Nothing was ever done to this customer","customer.noneHint":"Customers are compared character by character, and operators see their own jobs only.","customer.count":{one:"{n} job in all. Its outcome for this customer:",other:"{n} jobs in all. Their outcomes for this customer:"},"customer.countMore":{other:"The newest {n} jobs are loaded. Their outcomes for this customer:"},"customer.when":"When","customer.action":"Action","customer.outcome":"For this customer","customer.job":"The whole job","customer.user":"User","customer.id":"Job ID","customer.asJob":"as the job","customer.submittedBy":"submitted by {user}","customer.older":"Show older","customer.newer":"Show newer","customer.fresh":{one:"{n} new",other:"{n} new"},"setAction.title":"Set Action","setAction.auditor":"Auditors see every job, and run none","setAction.auditorHint":"Ask an admin for the role of an operator.","setAction.noUpstream":"This server may call no upstream","setAction.noUpstreamHint":"The operator of the server allows one with --upstream.","setAction.what":"What is done","setAction.action":"Action","setAction.choose":"Choose\u2026","setAction.other":"Another\u2026","setAction.otherName":"Name of the action","setAction.upstream":"Upstream","setAction.path":"Path","setAction.sendsTo":"Sent to {url}","setAction.token":"The upstream's token","setAction.tokenHint":"Sent with the request, never recorded, and forgotten afterwards.","setAction.batch":"Batch (optional)","setAction.batchHint":"A label that jobs have in common.","setAction.customers":"Customers","setAction.paste":"One a line, or separated by commas, semicolons or tabs; or a table","setAction.file":"Choose a file","setAction.drop":"or drop one here (CSV or text).","setAction.pasted":"Pasted text","setAction.clear":"Remove","setAction.separated":"Separated by","setAction.lines":"Lines","setAction.comma":"Commas","setAction.semicolon":"Semicolons","setAction.tab":"Tabs","setAction.any":"Commas, semicolons or tabs","setAction.column":"Column with the customers","setAction.columnOf":"{name} ({samples}, \u2026)","setAction.columnNo":"Column {n}","setAction.every":"Every value is a customer","setAction.header":"The first line names the columns","setAction.unclosed":"The quote in line {line} is never closed. It was read as a character of the value.","setAction.find":"Find in the list","setAction.found":{one:"{n} found",other:"{n} found"},"setAction.list":"The customers, line by line","setAction.kind.all":"All","setAction.kind.good":"Good","setAction.kind.duplicate":"Duplicates","setAction.kind.blank":"Blank","setAction.kind.spaces":"Spaces at an end","setAction.kind.invalid":"Invalid","setAction.trim":{one:"Trim the spaces of {n}",other:"Trim the spaces of {n}"},"setAction.remove":{one:"Remove the one that is marked",other:"Remove the {n} that are marked"},"setAction.removed":{one:"{n} was left out.",other:"{n} were left out."},"setAction.trimmed":"Spaces at the ends were trimmed.","setAction.undo":"Undo","setAction.line":"line {line}","setAction.sameAs":"same as line {line}","setAction.isBlank":"blank","setAction.spaces":"spaces at an end","setAction.count":{one:"{n} customer",other:"{n} customers"},"setAction.review":"Review and send","setAction.clearForm":"Clear the form","setAction.clearTitle":"Clear the form?","setAction.clearHint":"What you filled in and have not sent is forgotten.","setAction.missing":"Choose an action and an upstream.","setAction.why.reading":"The customers are being read.","setAction.why.invalid":"Some customers are marked. Put them right or remove them.","setAction.why.column":"Choose the column with the customers.","setAction.why.none":"There are no customers yet.","setAction.why.many":"A job has at most {most} customers.","setAction.confirm":{one:"Run {action} for one customer?",other:"Run {action} for {n} customers?"},"setAction.noToken":"none given","setAction.isGiven":"given","setAction.leftOut":{one:"{n} repeated, blank or removed line is left out.",other:"{n} repeated, blank or removed lines are left out."},"setAction.noOverlap":{one:"No job of the last second did the same to any of them.",other:"No job of the last {n} seconds did the same to any of them."},"setAction.overlap":{one:"Another job has just done the same to some of them",other:"{n} other jobs have just done the same to some of them"},"setAction.overlapOfAnother":"A job of another user","setAction.overlapJob":{one:"one customer in common",other:"{n} customers in common"},"setAction.incomplete":"Not all recent jobs could be compared.","setAction.refuses":"The server refuses to send this now. Try again in a while.","setAction.lookAgain":"Look again","setAction.send":"Send","setAction.sending":"Sending\u2026","setAction.sent":"Sent as job {id}","setAction.sentTitle":"Sent","setAction.sentWhat":{one:"{action} for one customer",other:"{action} for {n} customers"},"setAction.open":"Open the job","setAction.notFound":{one:"It is not the one entry that the ledger has. What is not recorded is not sent.",other:"It is none of the {n} entries that the ledger has. What is not recorded is not sent."},"setAction.unknown":"It is not known yet whether this was recorded. Do not send it again before that.","setAction.seeking":"Looking for its job\u2026","csv.workbook":"This is a workbook. Save it as CSV and choose that file.","csv.encoding":"This file is not in UTF-8 or UTF-16. Save it as CSV in UTF-8.","csv.binary":"This is not a text file.","csv.large":"This file is larger than {size}.","name.empty":"must not be empty","name.long":"{n} bytes long; at most {most} are allowed","name.control":"has a control character, such as a tab","name.ends":"begins or ends with a space","name.unseen":"has {code}, which cannot be seen","overview.title":"Overview","overview.span":"The last","overview.days":"{n} days","overview.own":"Of your own jobs.","overview.empty":"There are no jobs yet","overview.emptyHint":"What jobs there are by day, by action and by user is drawn here.","overview.jobs":{one:"{n} job",other:"{n} jobs"},"overview.all":"Jobs in all","overview.inSpan":"In the last {n} days","overview.rateInSpan":"Failed, in the last {n} days","overview.inProgress":"In progress","overview.unconfirmed":"Unconfirmed","overview.total":"Jobs","overview.ended":"Ended","overview.day":"Day (UTC)","overview.action":"Action","overview.user":"User","overview.others":"all others","overview.byDay":"Jobs per day","overview.byDayHint":"By the day of their creation in UTC, and by the status that they have now.","overview.byDayTable":"Jobs of {n} days, by day and status","overview.byDayLabel":"Stacked bars: jobs per day by status, {from} to {to}. The most on a day are {most}.","overview.rate":"Failure rate","overview.rateHint":"Failed jobs of a day, as a share of its jobs that have ended: success, failed and unconfirmed.","overview.rateTable":"Failure rate of {n} days","overview.rateLabel":"Bars: failure rate per day, {from} to {to}. The highest is {most}.","overview.noneEnded":"no job has ended","overview.byAction":"By action, of all time","overview.byUser":"By user, of all time","overview.byValueHint":"Those with the most jobs. Failure rates are in the table.","overview.byActionTable":"Jobs by action and status, of all time","overview.byUserTable":"Jobs by user and status, of all time","overview.byActionLabel":"Stacked bars: jobs by action and status. {names}","overview.byUserLabel":"Stacked bars: jobs by user and status. {names}","overview.durations":"How long jobs took","overview.durationsHint":{one:"From creation to the newest status, of the one job that ended as success or failed.",other:"From creation to the newest status, of the newest {n} jobs that ended as success or failed. Those that were never sent are left out. A job that was unconfirmed at first counts until it was settled."},"overview.durationsTable":"How long the newest {n} jobs took","overview.durationsLabel":"Bars: how long the newest {n} jobs took. The median is {median}, the 95th percentile {high}.","overview.took":"Took","overview.below":"< {to}","overview.atLeast":"\u2265 {from}","overview.endedBy":"Ended by","overview.median":"Median","overview.p95":"95th percentile","overview.by.all":"all","overview.by.answered":"the upstream's answer","overview.by.reported":"a report","overview.by.imported":"an import","chart.table":"Show as a table","health.title":"The ledger's health","health.state":"State","health.ready":"Takes entries and answers","health.notReady":"Takes no entries","health.size":"Size","health.entries":{one:"{n} entry",other:"{n} entries"},"health.checkpoint":"Newest checkpoint","health.checkpointOf":{one:"{n} entry, signed; root",other:"{n} entries, signed; root"},"health.download":"Download","health.key":"Verifier key","health.verified":"Last verification","health.notVerified":"none was written down: run jobctl verify --record beside the server","health.sound":{one:"one entry: it is what was recorded",other:"{n} entries: all are what was recorded"},"health.unsound":{one:"not everything is what was recorded, or could be read: one finding",other:"not everything is what was recorded, or could be read: {n} findings"},"health.seen":"This browser","health.seenSize":{one:"last checked at one entry: rightly signed, and nothing missing that it saw before",other:"last checked at {n} entries: rightly signed, and nothing missing that it saw before"},"health.notSeen":"has checked nothing yet","health.how":"Everything is verified, entry by entry, by an auditor who runs","health.command":"the command","health.howHint":"With a token of yours in JOBS_TOKEN, and in verifier.key the verifier key as you got it from somebody you trust.","health.howOperator":"This takes the token of an auditor or admin.","account.title":"Account","account.who":"Who you are here","account.by":"Signed in by","account.by.session":"a session","account.by.token":"a token","account.by.proxy":"a proxy, which vouches for you","account.by.jwt":"a JWT of your organisation's sign-in","account.ends":"Ends","account.endsHint":"unless you use it again, and 12 hours after it began in any case","account.may.operator":"runs actions, and sees their own jobs","account.may.auditor":"sees everything, and changes nothing","account.may.admin":"sees and does everything","password.title":"Password","password.current":"Current password","password.new":"New password","password.rules":"12 characters or more, at least 5 of them different. Not the user's name, not one text repeated, and none of the passwords that are tried first.","password.show":"Show it","password.change":"Change the password","password.changed":"The password is changed. Your other sessions have ended.","password.ends":"All your other sessions end at once. Your tokens stay.","password.none.session":"You have no password here. An admin can give you one.","password.none.token":"You have no password here. An admin can give you one.","password.none.proxy":"You have no password here: a proxy signs you in. Change your password where you signed in there.","password.none.jwt":"You have no password here: your organisation's sign-in vouches for you. Change your password there.","sessions.title":"Sessions","sessions.hint":"Where you are signed in. The server knows the sessions that were used since it started,","sessions.browser":"Browser","sessions.address":"Address","sessions.used":"Last used","sessions.begun":"Begun","sessions.by.password":"with a password","sessions.by.token":"with a token","sessions.this":"this one","sessions.unknown":"unknown","sessions.end":"End","sessions.endOne":"End the session in {browser}","sessions.endOthers":"End all other sessions","sessions.endTitle":"End this session?","sessions.endOthersTitle":"End all sessions but this one?","sessions.endHint":"Its browser is signed out within a second. What is in flight there is broken off, except for a Set Action that was recorded.","sessions.endOthersHint":"All other browsers are signed out within a second, also those that are not in the list. Tokens stay.","sessions.ended":"The session has ended.","sessions.othersEnded":"All your other sessions have ended.","tokens.title":"Tokens","tokens.hint":"Programs sign in with them. A token may do what you may do.","tokens.byToken":"You are signed in with a token or a JWT, and so you cannot make tokens: a copy of it in the wrong hands could make more. Sign in with your password, or ask an admin.","tokens.empty":"There are no tokens","tokens.name":"Name","tokens.nameHint":"What it is for, such as the program that uses it. A name is never used again.","tokens.made":"Made","tokens.madeBy":", by {user}","tokens.used":"Last used","tokens.unused":"never","tokens.ends":"Ends","tokens.noEnd":"no end","tokens.expired":"expired","tokens.user_disabled":"the user is disabled","tokens.revoked":"revoked","tokens.others":{one:"{n} token that no longer works",other:"{n} tokens that no longer work"},"tokens.new":"New token","tokens.make":"Make the token","tokens.lastDay":"Last day","tokens.lastDayHint":"Without one, it works until it is revoked.","tokens.madeTitle":"The new token","tokens.once":"It is shown only now. Store it where only the program can read it. A program that has it may do what its user may do.","tokens.token":"Token","tokens.theToken":"the token","tokens.stored":"I have stored it","tokens.revoke":"Revoke","tokens.revokeOne":"Revoke {name}","tokens.revokeHint":"Programs that use this token of {user} are refused within a second. This cannot be taken back, and the name stays taken.","tokens.revokeCurrent":"You are signed in by this token.","tokens.revokedNow":"{name} is revoked.","admin.title":"Users and tokens","admin.only":"Only admins see this page.","admin.users":"Users","admin.user":"User","admin.role":"Role","admin.signIn":"Signs in","admin.hasPassword":"with a password","admin.hasNone":"without a password","admin.disabled":"disabled","admin.search":"Search","admin.noUser":"No user has this in the name","admin.add":"Add a user","admin.added":"{user} is added.","admin.name":"Name","admin.nameHint":"As it will be recorded with each job. It cannot be changed.","admin.password":"Password (optional)","admin.passwordHint":"Without one, the user signs in by a token, a proxy or a JWT.","admin.change":"Change","admin.changeOne":"Change {user}","admin.setRole":"Set the role","admin.roleHint":"If it takes rights away, the user's sessions and streams end within a second.","admin.self":"This is you. Another admin can change your role or disable you. Your password is changed at","admin.since":"Added","admin.roleSet":"{user} has the new role.","admin.setPassword":"Set the password","admin.setPasswordHint":"The user's sessions end at once. Tokens stay.","admin.passwordSet":"{user} has the new password.","admin.disable":"Disable","admin.disableOne":"Disable {user}","admin.disableHint":"The user's tokens, sessions and JWTs stop working within a second. Jobs and entries stay. The user can be enabled again.","admin.disabledNow":"{user} is disabled.","admin.enable":"Enable","admin.enableOne":"Enable {user}","admin.enableHint":"It takes a new password, so that earlier sessions do not go on. Tokens that are not revoked work again.","admin.enableHintNone":"Tokens that are not revoked work again. A password is optional.","admin.enabledNow":"{user} is enabled.","admin.tokenUserHint":"A listed user, or a new name for a program that is not listed.","admin.tokenRoleHint":"The user is not listed, so the token has a role.","help.title":"Help","help.proof.title":"What \u201Cproved\u201D means","help.proof.lead":"This ledger keeps every entry for ever. Your browser checks that at each visit, as far as a page can that comes from the same server.","help.proof.means":"What is proved","help.proof.meansText":`Every entry has a fingerprint: a number that changes if a single letter of the entry changes. All fingerprints together have one fingerprint, and the ledger signs it with a key that only it has. This signed fingerprint is a checkpoint.
\u201CEntry #12, proved\u201D says: your browser computed the fingerprint of entry 12 from what you see on the page, and found that it is one of those in the signed checkpoint. Had anybody changed the user, the time, the status or a message after it was recorded, even in the database itself, it would not fit.`,"help.proof.when":"What is checked, and when","help.proof.whenText":`When you open a job: each of its entries, that they follow each other, and that the facts on the page are those of the entries.
The lists of customers and outcomes: by itself if there are up to 1,000, else when you press the button. The payload: when you open it.
A job is only called proved when its checkpoint was compared with what this browser remembers. At each visit, and every few minutes: that the ledger still has everything that it had when this browser last saw it, unchanged and in the same order. Before you sign in, only the key is compared, and whether there are fewer entries or, of the same number, others.
Two jobs that are compared: as each of them alone, but not which customers they share.
Lists of jobs and statistics are not checked in the browser.`,"help.proof.not":"What is not proved","help.proof.notText":"That what somebody reported is true. That the newest entry is shown: a server could hide what was recorded a moment ago. And that the key is the right one, if you have it from this server alone.","help.proof.alarm":"What an alarm means","help.proof.alarmText":`What the server shows is not what it recorded, or not what it showed before. Somebody may have changed the database, or restored an older copy of it; it can also be a mistake in operation, or a broken disk.
Do not rely on what is shown. Download the file that the alarm offers: it has what your browser remembered and what the server sent. Give it to the people who run the ledger, and to your auditor. Keep your browser's memory as it is: do not clear its data, and do not accept the new state until it is explained.
That the server cannot be reached is no alarm. If it is reached, shows a larger ledger and refuses the proof that the old entries are in it, there is a warning, and an alarm after a few tries. An alarm stays until you accept it, also when you load the page again.`,"help.proof.key":"The key","help.proof.keyText":"At your first visit, the browser remembers the key of the ledger. If the server later shows another one, that is an alarm. Compare the key once with one that you have from somebody you trust: it is at /log/key, and on the overview. If the key was changed on purpose, accept the new one with the button of the alarm.","help.proof.outside":"Checking it without this page","help.proof.outsideText":"A page comes from the server that it checks. If you do not trust the server at all, check with another program: download the evidence of a job, and run jobctl, or check.py, which is a second one by other means. Both need the verifier key, obtained elsewhere. Keep a checkpoint now and then: jobctl verify --against compares the whole ledger with it.","help.proof":"what this page checks by itself, and what it shows","help.statuses":"What the statuses mean","help.status.IN_PROGRESS":"The job is recorded, and nobody has said yet how it ended.","help.status.SUCCESS":"It was done for all its customers.","help.status.FAILED":"It was not done, or not for all its customers. The job's page says for whom it failed.","help.status.UNCONFIRMED":"Nobody knows whether the upstream acted. Look there first, and then record what you found. Do not simply send it again.","help.causes":"What a status is based on","help.causesHint":"Behind the status of a job is its cause, unless the upstream simply answered.","help.any":"Any status","help.cause.answered":"The upstream's whole answer was read, and says how the job ended.","help.cause.reported":"Somebody reported it: the service that ran the job, or a person who looked.","help.cause.never_sent":"The request provably never left. The upstream did nothing.","help.cause.withheld":"The request was not sent, because other jobs were for the same customers, or because that could not be checked.","help.cause.timed_out":"The request was sent, and no whole answer came in time.","help.cause.connection_lost":"The request was sent, and the connection broke before a whole answer came.","help.cause.unreadable_answer":"The upstream accepted the request, with an answer that cannot be read or does not say how the job ended.","help.cause.inconclusive_answer":"The code of the answer does not tell whether the upstream acted.","help.cause.interrupted":"The server stopped before the outcome of the call was recorded.","help.cause.imported":"Another system recorded it.","help.keysHint":"In the list of jobs.","help.more":"More","help.docs":"the same for programs, with all that this page can do","help.account":"your password, sessions and tokens","help.checkpoint":"how many entries there are, signed; keep one, and the ledger cannot be rewritten unnoticed","help.key":"checks the signatures; compare it with the one that you got from somebody you trust"}});function lc(t,e){let o=n=>n.toLowerCase().split("-")[0];for(let n of t){let r=e.filter(({locale:i})=>o(i)===o(n)),s=r.find(({locale:i})=>i.toLowerCase()===n.toLowerCase());if(r.length)return s??r[0]}return e[0]}var cc,uc=b(()=>{"use strict";ac();cc=[{locale:sc,texts:ic}]});var Ut,Wo=b(()=>{"use strict";uc();Ut=lc(globalThis.navigator?.languages??[],cc)});var mm,$m,D,qo,_s=b(()=>{"use strict";Wo();mm=new Intl.NumberFormat(Ut.locale),$m=new Intl.NumberFormat(Ut.locale,{style:"percent",maximumFractionDigits:1}),D=t=>mm.format(t),qo=t=>$m.format(t)});function a(t,e={}){let o=Ut.texts[t],n=bm.select(Number(e.n??0));return(typeof o=="string"?o:o[n]??o.other).replace(/\{(\w+)\}/g,(s,i)=>{let c=e[i];return typeof c=="number"?D(c):c??s})}function F(t,e){let o=`${t}.${e}`;return xs(o)?a(o):String(e).replaceAll("_"," ")}var bm,xs,T=b(()=>{"use strict";Wo();_s();bm=new Intl.PluralRules(Ut.locale);xs=t=>Object.hasOwn(Ut.texts,t)});function Be(t,e){return we[e]??=Qn(e,{...ks,...dc,hourCycle:"h23"}),Ss(we[e],t)}function fc(t,e){if(Number.isNaN(Date.parse(t)))return String(t);let o=e==="utc"?"short":"longOffset";we[`${e}-exact`]??=Qn(e,{...ks,...dc,timeZoneName:o,hourCycle:"h23"});let n=/\.\d+/.exec(t)?.[0]??"";return we[`${e}-exact`].formatToParts(new Date(t)).map(({type:r,value:s})=>r==="second"?s+n:s).join("")}function hc(t,e){return we[`${e}-day`]??=Qn(e,ks),Ss(we[`${e}-day`],t)}function We(t){return we.dayOfYear??=Qn("utc",{day:"numeric",month:"short"}),Ss(we.dayOfYear,t)}function zo(t){let e=["B","kB","MB","GB"],o=0,n=t;for(;n>=1e3&&o<e.length-1;o+=1)n/=1e3;return a(`unit.${e[o]}`,{n:Number(n.toFixed(n<10&&o?1:0))})}function Jo(t,e){let o=n=>+`0.${/\.\d{3}(\d+)/.exec(n)?.[1]??0}`;return Date.parse(e)-Date.parse(t)+o(e)-o(t)}function Xt(t){if(t<1e3)return a("unit.ms",{n:Number(t.toFixed(t<10?1:0))});if(t<59950)return a("unit.s",{n:Number((t/1e3).toFixed(1))});let e=Math.round(t/1e3);if(e<3600)return vs(e,60,"min","s");let o=Math.round(e/60);return o<1440?vs(o,60,"h","min"):vs(Math.round(o/60),24,"d","h")}function vs(t,e,o,n){let r=a(`unit.${o}`,{n:Math.floor(t/e)}),s=t%e;return s?a("unit.two",{high:r,low:a(`unit.${n}`,{n:s})}):r}var Qn,we,ks,dc,Ss,pc,lo,Q=b(()=>{"use strict";Wo();T();_s();Qn=(t,e)=>new Intl.DateTimeFormat(Ut.locale,{...e,...t==="utc"?{timeZone:"UTC"}:{}}),we={},ks={day:"2-digit",month:"short",year:"numeric"},dc={hour:"2-digit",minute:"2-digit",second:"2-digit"},Ss=(t,e)=>Number.isNaN(Date.parse(e))?String(e):t.format(new Date(e));pc=t=>t==="utc"?a("zone.utc"):new Intl.DateTimeFormat().resolvedOptions().timeZone;lo=t=>`${t.slice(0,8)}\u2026${t.slice(-4)}`});function $c(t,{later:e=setTimeout,cancel:o=clearTimeout}={}){let n=0,r;return{after(s){o(r),s?s.isTemporary&&(r=e(t,uo(n++,s))):n=0},end:()=>o(r)}}function bc(t,{later:e=setTimeout,now:o=Date.now}={}){let n=!1,r=!1,s=!1,i=0,c=-1/0,u=async()=>{r=!1,n=!0,await t(),n=!1,c=o(),s&&d()},d=()=>{if(s=n,n||r)return;let f=o()-c;i=f<ym?Math.min(i+1,As.length-1):0,r=!0,f>=As[i]?u():e(u,As[i]-f)};return d}async function yc(t,e){let o=AbortSignal.timeout(t);try{return await e(o)}catch(n){throw o.aborted?new J({status:504,type:"timeout"}):n}}var mc,As,ym,uo,Vo=b(()=>{"use strict";Ft();mc=[1e3,2e3,5e3,1e4,3e4],As=[0,100,300,1e3],ym=2e3,uo=(t,e)=>e?.retryAfter?e.retryAfter*1e3:mc[Math.min(t,mc.length-1)]});function qe(t){t&&t.parentNode&&t.remove()}function kc(t,e,o){var n,r,s,i={},c=arguments.length;for(s in e)s=="key"?n=e[s]:s=="ref"&&typeof t!="function"?r=e[s]:i[s]=e[s];return c>2&&(i.children=c>3?Cs.call(arguments,2):o),Ko(t,i,n,r,null)}function Ko(t,e,o,n,r){var s={type:t,props:e,key:o,ref:n,__k:null,__:null,__b:0,__e:null,__c:null,constructor:Yo,__v:r||++_c,__i:-1,__u:0};return!r&&X.vnode&&X.vnode(s),s}function Xo(t){return t.children}function Go(t,e){this.props=t,this.context=e,this.__g=0}function _e(t,e){if(e==null)return t.__&&_e(t.__,t.__i+1);for(var o;e<t.__k.length;e++)if((o=t.__k[e])&&o.__e)return o.__e;return typeof t.type!="function"||t.props.__P?null:_e(t)}function xm(t){var e,o=t.__v,n=o.__e,r=[],s=[],i=t.__P;i&&((e=ze({constructor:Yo},o)).__v=o.__v+1,X.vnode&&X.vnode(e),Ls(i,e,o,t.__n,i.namespaceURI,32&o.__u?[n]:null,r,n||_e(o),32&o.__u,s),e.__v=o.__v,e.__.__k[e.__i]=e,Oc(r,e,s),o.__=o.__e=null,e.__e!=n&&Sc(e))}function Sc(t){if((t=t.__)&&t.__c&&!t.props.__P)return t.__e=null,t.__k.some(function(e){return e&&(t.__e=e.__e)}),Sc(t)}function wc(t){(8&t.__g||(t.__g|=8,ge.push(t),nr++))&&Ts==X.debounceRendering||((Ts=X.debounceRendering)||queueMicrotask)(Ac)}function Ac(){try{for(var t,e=1;ge.length;)ge.length>e&&ge.sort(xc),t=ge.shift(),e=ge.length,8&t.__g&&xm(t)}finally{(nr=ge.length)&&(Ts||queueMicrotask)(Ac)}}function Tc(t,e,o,n,r,s,i,c,u,d,f){var h,m,p,$,w,g,_=n.__k||sr,x=e.length;for(u=vm(o,e,_,u,x),h=0;h<x;h++)(p=o.__k[h])!=null&&(m=~p.__i&&_[p.__i]||rr,p.__i=h,g=Ls(t,p,m,r,s,i,c,u,d,f),$=p.__e,(m.ref!=p.ref||8&m.__u)&&(m.ref&&Ns(m.ref,null,p,m),p.ref&&f.push(p.ref,p.__c||$,p)),w=w||$,4&p.__u?(u=jc(p,u,t,!m.__v),m.__e&&(m.__e=null)):typeof p.type=="function"&&g!==void 0?u=g:$&&(u=$.nextSibling),p.__u&=-21);return o.__e=w,u}function vm(t,e,o,n,r){var s,i,c,u,d,f,h,m,p,$=o.length,w=$,g=0,_=0,x=t.__k=Array(r);for(s=0;s<r;s++)(i=e[s])!=null&&typeof i!="boolean"&&typeof i!="function"?(typeof i!="object"||i.constructor===String?i=x[s]=Ko(null,i):Os(i)?i=x[s]=Ko(Xo,{children:i}):i.constructor===Yo&&i.__b?i=x[s]=Ko(i.type,i.props,i.key,i.ref,i.__v):x[s]=i,u=s+g,i.__=t,i.__b=t.__b+1,c=null,~(d=i.__i=km(i,o,u,w))&&(w--,(c=o[d])&&(c.__u|=2)),c&&c.__v?(i.__u|=16,d==u-1?g--:d==u+1?g++:d!=u&&(d>u?g--:g++,_=1)):(~d||(r>$?g--:r<$&&g++),typeof i.type!="function"&&(i.__u|=4))):x[s]=null;if(_){for(f=[],h=[],s=0;s<r;s++)if((i=x[s])&&16&i.__u){for(g=0,m=f.length;g<m;)f[p=g+m>>1]<i.__i?g=p+1:m=p;f[g]=i.__i,h[s]=g+1}for(g=f.length;s--;)h[s]&&(h[s]==g?g--:x[s].__u|=4)}if(w)for(s=0;s<$;s++)!(c=o[s])||2&c.__u||(c.__e==n&&(n=_e(c)),Ds(c,c));return n}function jc(t,e,o,n){var r,s,i,c;if(typeof t.type=="function"){if(t.props.__P)return e;if(r=t.__k)for(s=0;s<r.length;s++)r[s]&&(r[s].__=t,e=jc(r[s],e,o,!1));return e}for(e&&!e.parentNode&&(e=_e(t))&&!e.parentNode&&(e=null),i=t.__e,c=e;c&&c.nodeType==8;)c=c.nextSibling;for(i!=c&&(!n&&o.moveBefore&&i.parentNode?o.moveBefore(i,e):o.insertBefore(i,e||null)),e=i;(e=e&&e.nextSibling)&&e.nodeType==8&&!e.data.startsWith("$s"););return e}function km(t,e,o,n){var r,s=t.key,i=t.type,c=e[o],u=c&&!(2&c.__u);if(c===null&&s==null||u&&s==c.key&&i==c.type)return o;if(n>(u?1:0)){for(r=o-1;r>=0;r--)if((c=e[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r;for(r=o+1;r<e.length;r++)if((c=e[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r}return-1}function gc(t,e,o){o==null&&(o=""),e[0]=="-"?t.setProperty(e,o):t[e]=o}function tr(t,e,o,n,r){var s,i;if(e=="style")if(typeof o=="string")t.style.cssText=o;else{if(typeof n=="string"&&(t.style.cssText=n=""),n)for(e in n)o&&e in o||gc(t.style,e);if(o)for(e in o)n&&o[e]==n[e]||gc(t.style,e,o[e])}else if(e[0]=="o"&&e[1]=="n")typeof o!="function"&&(o=null),typeof n!="function"&&(n=null),(t.__e||(t.__e={}))[e]=o,o&&n||(i=js[e]||(js[e]=Sm(e)),(t.__a||(t.__a={}))[e]=Es,s=e!=(e=e.replace(vc,"$1")),(e=e.slice(2))[0]<"a"&&(e=e.toLowerCase()),o?t.addEventListener(e,i,s):t.removeEventListener(e,i,s));else{if(r=="http://www.w3.org/2000/svg")e=e.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(e!="width"&&e!="height"&&e!="href"&&e!="list"&&e!="form"&&e!="tabIndex"&&e!="download"&&e!="rowSpan"&&e!="colSpan"&&e!="role"&&e!="popover"&&e in t)try{return void(t[e]=o??"")}catch{}if(typeof o=="function")return;o==null||o===!1&&e[4]!="-"?t.removeAttribute(e):t.setAttribute(e,e=="popover"&&o==1?"":o)}}function Sm(t){return function(e){var o=this.__e;if(o){if(o=o[t],e[er]==null)e[er]=Es++;else if(e[er]<this.__a[t])return;return o(X.event?X.event(e):e)}}}function Ls(t,e,o,n,r,s,i,c,u,d){var f,h,m,p,$,w,g,_,x,v,L,G,Kt,Rt,pt,Et,kt,ct,ft=e.type;if(e.constructor!==Yo)return null;128&o.__u&&(u=32&o.__u,f=o.__c.__z)&&(e.__u|=u,h=s=[],f.nodeType==8?c=or(f,s):s.push(f),c=s[0]||c),(f=X.__b)&&f(e);t:if(typeof ft=="function"){m=i.length;try{if(_=e.props,x=(f=ft.prototype)&&f.render,v=(f=ft.contextType)&&n[f.__c],L=f?v?v.props.value:f.__:n,(p=o.__c)?(e.__c=p,2&p.__g&&(p.__g|=1)):(x?e.__c=p=new ft(_,L):(e.__c=p=new Go(_,L),p.constructor=ft,p.render=Tm),v&&v.sub(p),p.state||(p.state={}),p.__n=n,p.__g|=8,p.__h=[],p.__k=[]),x&&(p.__s||(p.__s=p.state),ft.getDerivedStateFromProps&&(p.__s==p.state&&(p.__s=ze({},p.__s)),ze(p.__s,ft.getDerivedStateFromProps(_,p.__s)))),$=p.props,w=p.state,p.__v=e,o.__c){if(_!==$&&x&&!ft.getDerivedStateFromProps&&p.componentWillReceiveProps&&p.componentWillReceiveProps(_,L),e.__v==o.__v&&!(8&p.__g)||!(4&p.__g)&&p.shouldComponentUpdate&&p.shouldComponentUpdate(_,p.__s,L)===!1){e.__v!=o.__v&&(p.props=_,p.state=p.__s,p.__g&=-9),e.__e=o.__e,e.__k=o.__k,e.__k.some(function(_t){_t&&(_t.__=e)}),sr.push.apply(p.__h,p.__k),p.__k=[],p.__h.length&&i.push(p),c=_e(o);break t}p.componentWillUpdate&&p.componentWillUpdate(_,p.__s,L),x&&p.componentDidUpdate&&p.__h.push(function(){p.componentDidUpdate($,w,g)})}else x&&!ft.getDerivedStateFromProps&&p.componentWillMount&&p.componentWillMount(),x&&p.componentDidMount&&p.__h.push(p.componentDidMount);p.context=L,p.props=_,p.__P=t,p.__g&=-5,G=X.__r,Kt=x?25:0;do p.__g&=-9,G&&G(e),f=p.render(p.props,p.state=p.__s,p.context);while(8&p.__g&&++Kt<25);x&&(sr.push.apply(p.__h,p.__k),p.__k=[]),p.state=p.__s,p.getChildContext&&(n=ze({},n,p.getChildContext())),x&&o.__c&&p.getSnapshotBeforeUpdate&&(g=p.getSnapshotBeforeUpdate($,w)),Rt=f&&f.type===Xo&&f.key==null?f.props.children:f,_.__P&&(f=c,r=(t=_.__P).namespaceURI,u=s=null,o.props&&o.props.__P!=t&&(o.__k.some(function(_t){_t&&Ds(_t,_t)}),o.__k=null),c=o.__k?_e(o,0):null),c=Tc(t,Os(Rt)?Rt:[Rt],e,o,n,r,s,i,c,u,d),_.__P&&(e.__e=null,c=f),e.__u&=-161,h&&h.some(qe),p.__h.length&&i.push(p),1&p.__g&&(p.__g&=-4)}catch(_t){if(i.length=m,e.__v=null,u||s)if(_t&&_t.then){if(e.__u|=128|u,s){for(~(kt=s.indexOf(c||void 0))||(kt=s.length);(ct=s[kt-1])&&ct.nodeType==8;)kt--;for(;kt<s.length;kt++)if(ct=s[kt])if(s[kt]=null,pt){if(ct==Et)break}else{if(ct.nodeType!=8)break;ct.data.startsWith("$s")&&(Et=or(pt=ct))}}if(!pt){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;pt=c}(f=or(pt=e.__c.__z||(e.__c.__z=pt)))?(e.__e=pt,c=f):e.__e=c,c=c&&c.nextSibling}else s&&s.some(qe);else e.__e=o.__e;e.__k||(e.__k=o.__k||[]),_t&&_t.then||Ec(e),X.__e(_t,e,o)}}else c=e.__e=Am(o.__e,e,o,n,r,s,i,u,d,t);return(f=X.diffed)&&f(e),c}function or(t,e){if(t&&t.nodeType==8&&t.data.startsWith("$s"))for(var o=1;t=t.nextSibling;){if(t.nodeType==8){if(t.data.startsWith("$s"))o++;else if(t.data.startsWith("/$s")&&!--o)return t}e&&e.push(t)}}function Ec(t){t&&(t.__c&&(t.__c.__g|=4),t.__k&&t.__k.some(Ec))}function Oc(t,e,o){for(var n=0;n<o.length;)Ns(o[n++],o[n++],o[n++]);X.__c&&X.__c(e,t),t.some(function(r){try{t=r.__h,r.__h=[],t.some(function(s){s.call(r)})}catch(s){X.__e(s,r.__v)}})}function Am(t,e,o,n,r,s,i,c,u,d){var f,h,m,p,$,w,g,_,x=o.props||rr,v=e.props,L=e.type;if(L=="svg"?r="http://www.w3.org/2000/svg":L=="math"?r="http://www.w3.org/1998/Math/MathML":r||(r="http://www.w3.org/1999/xhtml"),s){for(f=0;f<s.length;f++)if(($=s[f])&&(L?$.localName==L:$.nodeType==3)){t=$,s[f]=null;break}}if(!t){if(_=d.ownerDocument||document,!L)return _.createTextNode(v);t=_.createElementNS(r,L,v.is?v:d),c&&(X.__m&&X.__m(e,s),c=!1),s=null}if(L){if(d=L=="template"&&t.content||t,s=L=="textarea"&&v.defaultValue!=null?null:s&&Cs.call(d.childNodes),!c&&s)for(x={},f=0;f<t.attributes.length;f++)x[($=t.attributes[f]).name]=$.value;for(f in x)$=x[f],f=="dangerouslySetInnerHTML"?m=$:f=="children"||f in v||f=="value"&&"defaultValue"in v||f=="checked"&&"defaultChecked"in v||tr(t,f,null,$,r);for(f in v)$=v[f],f=="children"?p=$:f=="dangerouslySetInnerHTML"?h=$:f=="value"?w=$:f=="checked"?g=$:c&&typeof $!="function"||x[f]===$||tr(t,f,$,x[f],r);h?(c||m&&(h.__html==m.__html||h.__html==t.innerHTML)||(t.innerHTML=h.__html),e.__k=[]):(m&&(t.textContent=""),(L=="foreignObject"||r=="http://www.w3.org/1998/Math/MathML"&&_m.test(L))&&(r="http://www.w3.org/1999/xhtml"),Tc(d,Os(p)?p:[p],e,o,n,r,s,i,s?s[0]:o.__k&&_e(o,0),c,u),s&&s.some(qe)),c&&L!="textarea"||(f="value",L=="progress"&&w==null?t.removeAttribute(f):w==null||w===t[f]&&(L!="progress"||w)||tr(t,f,w,x[f],r),f="checked",g!=null&&g!=t[f]&&tr(t,f,g,x[f],r))}else x===v||c&&t.data==v||(t.data=v);return t}function Ns(t,e,o,n){try{typeof t=="function"?e?e.__x=t(e)||1:n&&(n=n.__c||n.__e)&&(e=n.__x)&&(n.__x=null,typeof e=="function"?e():t(null)):t.current=e}catch(r){X.__e(r,o)}}function Ds(t,e,o){var n,r,s,i;if(X.unmount&&X.unmount(t),!(n=t.ref)||n.current&&n.current!=t.__e||Ns(n,null,e,t),n=t.__c){if(n.componentWillUnmount)try{n.componentWillUnmount()}catch(c){X.__e(c,e)}n.__P=n.__n=null}if(n=t.__k)for(i=0;i<n.length;i++)n[i]&&Ds(n[i],e,typeof t.type!="function"||o&&!t.props.__P);!o&&(n=t.__c)&&(n=n.__z)&&(r=or(n,s=[]))&&(n==t.__e&&s.some(qe),qe(r),qe(n)),o||qe(t.__e),t.__e=t.__c=t.__=null}function Tm(t,e,o){return this.constructor(t,o)}function Rs(t,e){var o,n,r,s;X.__&&X.__(t,e),e.nodeType==9&&(e=e.documentElement),n=(o=t&&32&t.__u)?null:e.__k,e.__k=Ko(Xo,{children:[t]}),r=[],s=[],Ls(e,e.__k,n||rr,rr,e.namespaceURI,n?null:e.firstChild?Cs.call(e.childNodes):null,r,n?n.__e:e.firstChild,o,s),Oc(r,e.__k,s),e.__k.props.children=null}var X,_c,wm,ge,Ts,nr,xc,er,vc,Es,js,gm,Yo,rr,sr,_m,Os,Cs,ze,ir=b(()=>{"use strict";Yo=Symbol.for("pv"),rr={},sr=[],_m=/^m(i|n|o|s|text|space)$/,Os=Array.isArray,Cs=sr.slice,ze=Object.assign;X={__e:function(t,e,o,n){for(var r,s,i;e=e.__;)if((r=e.__c)&&!(1&r.__g)){r.__g|=4;try{if((i=(s=r.constructor)&&s.getDerivedStateFromError)&&r.setState(s.getDerivedStateFromError(t)),r.componentDidCatch&&(r.componentDidCatch(t,n||{}),i=1),i&&8&r.__g)return void(r.__g|=2)}catch(c){t=c}}throw nr=0,t}},_c=0,wm=function(t){return t!=null&&t.constructor===Yo},Go.prototype.setState=function(t,e){var o=this.__s;o&&o!=this.state||(o=this.__s=ze({},this.state)),typeof t=="function"&&(t=t(ze({},o),this.props)),t&&(ze(o,t),this.__v&&(e&&this.__k.push(e),wc(this)))},Go.prototype.forceUpdate=function(t){this.__v&&(this.__g|=4,t&&this.__h.push(t),wc(this))},Go.prototype.render=Xo,ge=[],nr=0,xc=function(t,e){return t.__v.__b-e.__v.__b},er=Symbol(),vc=/(PointerCapture)$|Capture$/i,Es=0,js={},gm=0});function Nc(t){var e=Cc.get(this);return e||(e=new Map,Cc.set(this,e)),(e=Lc(this,e.get(t)||(e.set(t,e=(function(o){for(var n,r,s=1,i="",c="",u=[0],d=function(m){s===1&&(m||(i=i.replace(/^\s*\n\s*|\s*\n\s*$/g,"")))?u.push(0,m,i):s===3&&(m||i)?(u.push(3,m,i),s=2):s===2&&i==="..."&&m?u.push(4,m,0):s===2&&i&&!m?u.push(5,0,!0,i):s>=5&&((i||!m&&s===5)&&(u.push(s,0,i,r),s=6),m&&(u.push(s,m,0,r),s=6)),i=""},f=0;f<o.length;f++){f&&(s===1&&d(),d(f));for(var h=0;h<o[f].length;h++)n=o[f][h],s===1?n==="<"?(d(),u=[u],s=3):i+=n:s===4?i==="--"&&n===">"?(s=1,i=""):i=n+i[0]:c?n===c?c="":i+=n:n==='"'||n==="'"?c=n:n===">"?(d(),s=1):s&&(n==="="?(s=5,r=i,i=""):n==="/"&&(s<5||o[f][h+1]===">")?(d(),s===3&&(u=u[0]),s=u,(u=u[0]).push(2,0,s),s=0):n===" "||n==="	"||n===`
`||n==="\r"?(d(),s=2):i+=n),s===3&&i==="!--"&&(s=4,u=u[0])}return d(),u})(t)),e),arguments,[])).length>1?e:e[0]}var Lc,Cc,Dc=b(()=>{"use strict";Lc=function(t,e,o,n){var r;e[0]=0;for(var s=1;s<e.length;s++){var i=e[s++],c=e[s]?(e[0]|=i?1:2,o[e[s++]]):e[++s];i===3?n[0]=c:i===4?n[1]=Object.assign(n[1]||{},c):i===5?(n[1]=n[1]||{})[e[++s]]=c:i===6?n[1][e[++s]]+=c+"":i?(r=t.apply(c,Lc(t,c,o,["",null])),n.push(r),c[0]?e[0]|=2:(e[s-2]=0,e[s]=r)):n.push(c)}return n},Cc=new Map});function fo(t,e){dt.__h&&dt.__h(ot,t,Qo||e),Qo=0;var o=ot.__H||(ot.__H={__:[],__h:[]});return t>=o.__.length&&o.__.push({}),o.__[t]}function y(t){return Qo=1,zc(Jc,t)}function zc(t,e,o){var n=fo(xe++,2);if(n.t=t,!n.__c&&(n.__=[o?o(e):Jc(void 0,e),function(s){var i=(n.__N||n.__)[0],c=n.t(i,s);Ms(i,c)||(n.__N=[c,n.__[1]],n.__c.setState({}))}],n.__c=ot,!ot.__f)){ot.__f=!0;var r=ot.shouldComponentUpdate;ot.shouldComponentUpdate=function(s,i,c){var u=this.__H;if(!u)return!0;var d=!1,f=this.props!=s;if(u.__.some(function(m){m.__N&&(d=!0,Ms(m.__[0],m.__N[0])||(f=!0))}),r){var h=r.call(this,s,i,c);return d?h||f:h}return!d||f}}return n.__}function k(t,e){var o=fo(xe++,3);!dt.__s&&Bs(o.__H,e)&&(o.__P=!0,o.__=t,o.u=e,ot.__H.__h.push(o))}function ve(t,e){var o=fo(xe++,4);!dt.__s&&Bs(o.__H,e)&&(o.__P=!1,o.__=t,o.u=e,ot.__h.push(o))}function P(t){return Qo=5,yt(function(){return{current:t}},[])}function yt(t,e){var o=fo(xe++,7);return Bs(o.__H,e)&&(o.__=t(),o.__H=e),o.__}function Fs(t,e){return Qo=8,yt(function(){return t},e)}function Us(t){var e=fo(xe++,10),o=y();return e.__=t,ot.componentDidCatch||(ot.componentDidCatch=function(n,r){e.__&&e.__(n,r),o[1](n)}),[o[0],function(){return o[1]()}]}function ke(){var t=fo(xe++,11);if(!t.__){for(var e=ot.__v;!e.__m&&e.__;)e=e.__;var o=e.__m||(e.__m=[0,0]);t.__="P"+o[0]+"-"+o[1]++}return t.__}function jm(){var t;do{for(;t=Ps.shift();)try{Zo(t)}catch(o){dt.__e(o,{__:(t=t.__P)&&t.__v})}for(;t=qc.shift();){var e=t.__H;if(t.__P&&e)try{e.__h.some(Zo),e.__h.some(Hs),e.__h=[]}catch(o){e.__h=[],dt.__e(o,t.__v)}}}while(Ps.length)}function Em(t){var e,o=function(){clearTimeout(n),Bc&&cancelAnimationFrame(e),setTimeout(t)},n=setTimeout(o,35);Bc&&(e=requestAnimationFrame(o))}function Wc(t){t!=1&&Rc==dt.requestAnimationFrame||((Rc=dt.requestAnimationFrame)||Em)(jm)}function Zo(t){var e=ot,o=t.__c;typeof o=="function"&&(t.__c=void 0,o()),ot=e}function Hs(t){var e=ot;t.__c=t.__(),ot=e}function Bs(t,e){return!t||t.length!=e.length||e.some(function(o,n){return!Ms(o,t[n])})}function Jc(t,e){return typeof e=="function"?e(t):e}var xe,ot,Is,Rc,Ms,Qo,qc,Ps,dt,Ic,Mc,Pc,Hc,Fc,Uc,Bc,Vc=b(()=>{"use strict";ir();Ms=Object.is,Qo=0,qc=[],Ps=[],dt=X,Ic=dt.__b,Mc=dt.__r,Pc=dt.diffed,Hc=dt.__c,Fc=dt.unmount,Uc=dt.__;dt.__b=function(t){ot=null,Ic&&Ic(t)},dt.__=function(t,e){t&&e.__k&&e.__k.__m&&(t.__m=e.__k.__m),Uc&&Uc(t,e)},dt.__r=function(t){Mc&&Mc(t),xe=0;var e=(ot=t.__c).__H;e&&(Is==ot?ot.__h=[]:(e.__h.some(Zo),e.__h.some(Hs),xe=0),e.__h=[],e.__.some(function(o){o.__N&&(o.__=o.__N),o.u=o.__N=void 0})),Is=ot},dt.diffed=function(t){Pc&&Pc(t);var e=t.__c;e&&e.__H&&(e.__H.__h.length&&Wc(qc.push(e)),e.__H.__.some(function(o){o.u&&(o.__H=o.u)})),Is=ot=null},dt.__c=function(t,e){e.some(function(o){try{o.__h.some(Zo),o.__h=o.__h.filter(function(n){return!n.__||Hs(n)})}catch(n){o.__h=[function(){throw n}]}}),Hc&&Hc(t,e)},dt.unmount=function(t){Fc&&Fc(t);var e,o,n=t.__c;n&&n.__H&&(n.__H.__.some(function(r){try{if(r.__P&&r.__c){if(o===void 0){for(o=t.__;o&&(!o.__c||!o.__c.__P);)o=o.__;o=o&&o.__c}r.__P=o,Wc(Ps.push(r))}else Zo(r)}catch(s){e=s}}),n.__H=void 0,e&&dt.__e(e,n.__v))};Bc=typeof requestAnimationFrame=="function"});var l,S=b(()=>{"use strict";ir();Dc();ir();Vc();l=Nc.bind(kc)});function E(t){let[e,o]=y(t.get());return k(()=>(o(()=>t.get()),t.watch(n=>o(()=>n))),[t]),e}function Bt(){let{search:t}=E(Pt);return[yt(()=>new URLSearchParams(t),[t]),Zn]}function ho(t,e){let o=P(e);o.current=e;let[n]=y(()=>$c(()=>o.current()));k(()=>(n.after(t),n.end),[t])}function B(t,e){let o={error:null,isLoading:!0},[n,r]=y(o),s=P(t);s.current=t;let i=P(()=>{}),c=P(e);c.current.some((d,f)=>!Object.is(d,e[f]))&&(c.current=e),k(()=>{r(o);let d=new AbortController;return i.current=Om(f=>s.current(f),d.signal,f=>r(h=>({...h,...f}))),i.current(),()=>d.abort()},[c.current]);let u=Fs(()=>i.current(),[]);return ho(n.error,u),{data:n.data,error:n.error,isLoading:n.isLoading,reload:u}}function Om(t,e,o){return bc(async()=>{if(!e.aborted){o({isLoading:!0});try{let n=await t(e);e.aborted||o({data:n,error:null,isLoading:!1})}catch(n){if(e.aborted)return;let r=$e(n);r.isFault&&console.error(n),o({error:r,isLoading:!1})}}})}function Z(t,{keepsProblem:e=!1}={}){let[o,n]=y(!1),[r,s]=y(null),i=P(!1);return[async(...u)=>{if(!i.current){i.current=!0,n(!0),e||s(null);try{await t(...u),s(null)}catch(d){if(!(d instanceof J))throw d;s(d)}finally{i.current=!1,n(!1)}}},o,r,()=>s(null)]}function Ws(t){let e=Z(t,{keepsProblem:!0}),[o,,n]=e;return ho(n,o),e}function ar(t,e,o){k(()=>{if(!e)return;let n=i=>{t.current?.contains(i.target)||o(i)},r=i=>{i.key==="Escape"&&(i.stopPropagation(),i.preventDefault(),o(i))},s=t.current;return document.addEventListener("pointerdown",n),document.addEventListener("focusin",n),s?.addEventListener("keydown",r),()=>{document.removeEventListener("pointerdown",n),document.removeEventListener("focusin",n),s?.removeEventListener("keydown",r)}},[e])}var U=b(()=>{"use strict";Ft();Ot();Vo();S()});var Cm,R,gt=b(()=>{"use strict";S();Cm={SUCCESS:"m4 8.5 2.7 2.7L12 5.5",FAILED:"m5 5 6 6m0-6-6 6",UNCONFIRMED:"M6 6.2C6 3.6 10.4 3.8 10.2 6.4 10 8 8 8 8 9.6m0 2.2v.4",IN_PROGRESS:"M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM8 5v3l2 1.4",copy:"M6 6h7v7H6zM3 10V3h7",search:"M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zm3.3 7.8L14 14",note:"M3 3h10v7H8l-3 3v-3H3z",down:"m4 6.5 4 4 4-4",user:"M8 3a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM3 13.5c.6-5 9.4-5 10 0",check:"M8 1.8 13 4v4c0 3-2 5-5 6.2C5 13 3 11 3 8V4zM5.7 8l1.7 1.7 3-3.4",alarm:"M8 2.5 14.5 13.5h-13zM8 6.5v3.2m0 1.6v.4",system:"M8 2.5a5.5 5.5 0 1 1 0 11zm0 0v11a5.5 5.5 0 0 1 0-11",light:"M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM8 1v1.5m0 11V15M1 8h1.5m11 0H15M3 3l1 1m8 8 1 1M3 13l1-1m8-8 1-1",dark:"M7 2.5a5.5 5.5 0 1 0 6.5 7A5 5 0 0 1 7 2.5z",download:"M8 2.5v7m-3-2.6 3 3 3-3M3 13h10"},R=({name:t})=>l`
<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d=${Cm[t]} /></svg>
`});function Gc(){let t=E(Fe),e=Object.entries(E(Kc));return l`
<div class="banners">
${e.map(([o,{kind:n,content:r}])=>l`
<div
key=${o}
id="banner-${o}"
class="banner banner-${n}"
role=${n==="alarm"?"alert":"status"}
>
<${R} name=${n==="info"?"check":"alarm"} />
<div>${r}</div>
</div>
`)}
<div role="status">
${!t&&l`
<div class="banner banner-warning" id="banner-offline">
<${R} name="alarm" />
<div>${a("app.offline")}</div>
</div>
`}
</div>
</div>
`}var Kc,po,cr=b(()=>{"use strict";W();Yt();T();U();S();gt();Kc=mt({}),po=(t,e)=>Kc.update(o=>{let{[t]:n,...r}=o;return e?{...r,[t]:e}:n?r:o})});function q(t,e="ok"){Yc+=1;let o=Yc;lr.update(n=>[...n.slice(-3),{id:o,text:t,kind:e}]),e==="ok"&&setTimeout(Xc,Lm,o)}function Zc(){let t=E(lr),e=E(qs);return l`
<div class="messages" role="log" aria-live="polite" aria-relevant="additions">
${t.map(({id:o,text:n,kind:r})=>l`
<div key=${o} class="message message-${r}">
<span>${n}</span>
<button class="icon-button" aria-label=${a("app.close")} onClick=${()=>Xc(o)}>
✕
</button>
</div>
`)}
</div>
<div class="off-screen" role="status" aria-live="polite">${e}</div>
`}var lr,qs,Yc,Lm,Xc,ur,wt=b(()=>{"use strict";et();Yt();T();U();S();lr=mt([]),qs=mt(""),Yc=0;ye(()=>{lr.set([]),qs.set("")});Lm=5e3,Xc=t=>lr.update(e=>e.filter(o=>o.id!==t));ur=t=>qs.set(t)});function tn({status:t,title:e}){return t<0?a("problem.fault"):t===0?a("problem.network"):t===401?a("problem.401"):t===403?a("problem.403"):t===404?a("problem.404"):t===429?a("problem.429"):t===503?a("problem.503"):e}function Nm({status:t,type:e,retryAfter:o}){return t===0?a("problem.networkHint"):t===404?a("problem.404Hint"):e.endsWith(":maybe-recorded")?a("problem.maybeRecorded"):o?a("problem.waitHint",{n:o}):""}function rt({problem:t,retry:e}){if(!t)return null;let o=Nm(t);return l`
<div class="notice notice-error" role="alert">
<${R} name="alarm" />
<div>
<p class="notice-title">${tn(t)}</p>
${!t.isNetwork&&t.detail&&l`<p>${t.detail}</p>`}
${o&&l`<p>${o}</p>`} ${e&&t.isTemporary&&a("app.retrying")}
${e&&l`<p><button type="button" onClick=${e}>${a("app.again")}</button></p>`}
</div>
</div>
`}function lt({of:t,children:e}){return l`
<${rt} problem=${t.error} retry=${t.reload} />
${t.data!==void 0?e(t.data):t.isLoading&&l`<${Se} />`}
`}var Se,nt,ut=b(()=>{"use strict";T();S();gt();Se=()=>l`<p class="state" role="status">${a("app.loading")}</p>`,nt=({title:t,children:e})=>l`
<div class="state">
<p class="state-title">${t}</p>
${e}
</div>
`});async function dr(){try{await tc()}catch(t){let e=$e(t),o=e.isNetwork?tn(e):e.message;q(a("user.notSignedOut",{why:o}),"error");return}$t(C("/")),q(a("user.signedOut"))}var zs=b(()=>{"use strict";et();H();Ft();Ot();T();wt();ut()});function Qc(t,e){let o=document.createElement("a");o.href=t,o.download=e,o.click()}function Je(t,e,o){let n=URL.createObjectURL(new Blob([e],{type:o}));Qc(n,t),setTimeout(()=>URL.revokeObjectURL(n),6e4)}async function tl(t,e=""){await Xa()&&Qc(t,e)}var el,en=b(()=>{"use strict";W();el=({button:t,ctrlKey:e,metaKey:o,shiftKey:n,altKey:r})=>t===0&&!e&&!o&&!n&&!r});async function Dm(t,e){try{await tl(t,e)}catch(o){let n=$e(o),r=n.isNetwork?tn(n):n.message;q(a("app.notDownloaded",{why:r}),"error")}}var ce,on=b(()=>{"use strict";en();Ft();T();S();wt();ut();ce=({href:t,name:e,onClick:o,children:n,...r})=>l`
<a
href=${t}
download=${e??!0}
onClick=${s=>{o?.(),el(s)&&(s.preventDefault(),Dm(t,e))}}
...${r}
>
${n}
</a>
`});function Rm(t){let e={ArrowDown:1,ArrowUp:-1}[t.key];if(!e||t.target.matches("input:not([type=checkbox])"))return;let n=[...t.currentTarget.querySelectorAll("a[href], button, input")],r=n.indexOf(document.activeElement)+e;t.preventDefault(),n[(r+n.length)%n.length]?.focus()}function mo({label:t,name:e,class:o="",align:n="start",children:r}){let[s,i]=y(!1),c=P(null),u=P(null),d=()=>{i(!1),u.current?.focus()};return ar(c,s,f=>f.type==="keydown"?d():i(!1)),l`
<div class="popover" ref=${c}>
<button
type="button"
ref=${u}
class=${o}
aria-expanded=${s}
aria-label=${e}
onClick=${()=>i(!s)}
>
${t}<${R} name="down" />
</button>
${s&&l`<div class="panel panel-${n}" onKeyDown=${Rm}>${r(d)}</div>`}
</div>
`}var fr,ol,nn=b(()=>{"use strict";T();on();U();S();gt();fr=({items:t,...e})=>l`
<${mo} ...${e}>
${o=>l`
<ul class="menu">
${t.map(({text:n,href:r,onClick:s,download:i})=>l`
<li key=${n}>
${r?l`<${i?ce:"a"} href=${r} onClick=${o}
>${n}<//
>`:l`
<button
type="button"
onClick=${()=>{o(),s?.()}}
>
${n}
</button>
`}
</li>
`)}
</ul>
`}
<//>
`,ol=({name:t,value:e,onRemove:o})=>l`
<span class="chip">
<span class="chip-name">${t}</span> ${e}
<button
type="button"
class="icon-button"
aria-label=${a("app.remove",{what:`${t} ${e}`})}
onClick=${o}
>
✕
</button>
</span>
`});var cl,$o,Vs,hr,Ks,Gs,pr,Im,Mm,nl,Ys,Pm,ll,ul,dl,Ve,st,rl,A,Hm,Js,fl,Nt,rn,Ke,Fm,Um,Zt,Bm,sl,Wm,qm,il,al,zm,hl=b(()=>{"use strict";cl=Object.freeze,$o=0x7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffedn,Vs=0x1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3edn,hr=0x52036cee2b6ffe738cc740797779e89800700a4d4141d8ab75eb4dca135978a3n,Ks=0x216936d3cd6e53fec0a4e231fdd6dc5c692cc7609525a7b2c9562d608f25d51an,Gs=0x6666666666666666666666666666666666666666666666666666666666666658n,pr=$o-1n,Im=cl({p:$o,n:Vs,h:8n,a:pr,d:hr,Gx:Ks,Gy:Gs}),Mm=32,nl=t=>t instanceof Uint8Array||ArrayBuffer.isView(t)&&t.constructor.name==="Uint8Array"&&t.BYTES_PER_ELEMENT===1,Ys=(t,e,o="")=>{if(nl(t)&&(e===void 0||t.length===e))return t;let n=nl(t),r=e!==void 0?` of length ${e}`:"",s=n?`length=${t.length}`:`type=${typeof t}`,i=(o?`"${o}" `:"")+"expected Uint8Array"+r+", got "+s;throw n?new RangeError(i):new TypeError(i)},Pm=(t,e="",o)=>Uint8Array.from(Ys(t,o,e)),ll=(t,e)=>t.toString(16).padStart(e,"0"),ul=t=>{let e="";for(let o of Ys(t))e+=ll(o,2);return e},dl=t=>{let e="hex invalid";if(typeof t!="string")throw new TypeError(e);if(t.length%2||!/^[\da-f]*$/i.test(t))throw new RangeError(e);let o=new Uint8Array(t.length/2);for(let n=0,r=0;n<o.length;n++,r+=2){let s=t.charCodeAt(r),i=t.charCodeAt(r+1);o[n]=((s&15)+(s>>6)*9)*16+(i&15)+(i>>6)*9}return o},Ve=(t,e,o,n="bad number: out of range")=>{if(typeof t!="bigint")throw new TypeError(n);if(e<=t&&t<o)return t;throw new RangeError(n)},st=(t,e=$o)=>(t%=e)>=0n?t:e+t,rl=(1n<<255n)-1n,A=t=>{if(t<0n)throw new RangeError("negative coordinate");let e=(t>>255n)*19n+(t&rl);return e=(e>>255n)*19n+(e&rl),e%$o},Hm=(t,e)=>{if(t===0n)throw new Error("invert: expected non-zero number");if(e<=1n)throw new Error("invert: expected modulus > 1, got "+e);let o=st(t,e),n=e,r=0n,s=1n;for(;o!==0n;){let c=n/o,u=n-o*c,d=r-s*c;n=o,o=u,r=s,s=d}if(n!==1n)throw new Error("invert: does not exist");return st(r,e)},Js=t=>{if(t instanceof Nt)return t;throw new TypeError("Point expected")},fl=2n**256n,Nt=class t{static BASE;static ZERO;X;Y;Z;T;constructor(e,o,n,r){let s=fl;this.X=Ve(e,0n,s),this.Y=Ve(o,0n,s),this.Z=Ve(n,1n,s),this.T=Ve(r,0n,s),cl(this)}static CURVE(){return Im}static fromAffine(e){return new t(e.x,e.y,1n,A(e.x*e.y))}static fromBytes(e,o=!1){let n=Pm(e,"point",Mm),r=n[31];n[31]=r&-129;let s=Um(n);o||Ve(s,0n,$o);let i=A(s*s),c=st(i-1n),u=A(hr*i+1n),{isValid:d,value:f}=Wm(c,u);if(!d)throw new Error("bad point: y not sqrt");let h=!!(r&128);if(!o&&f===0n&&h)throw new Error("bad point: x==0, isLastByteOdd");return h!==!!(f&1n)&&(f=st(-f)),new t(f,s,1n,A(f*s))}static fromHex(e,o){return t.fromBytes(dl(e),o)}get x(){return this.toAffine().x}get y(){return this.toAffine().y}assertValidity(){let e=pr,o=hr,n=this;if(n.is0())throw new Error("bad point: ZERO");let{X:r,Y:s,Z:i,T:c}=n,u=A(r*r),d=A(s*s),f=A(i*i),h=A(f*f),m=A(u*e),p=A(f*(m+d)),$=st(h+A(o*A(u*d)));if(p!==$)throw new Error("bad point: equation left != right (1)");let w=A(r*s),g=A(i*c);if(w!==g)throw new Error("bad point: equation left != right (2)");return this}equals(e){let{X:o,Y:n,Z:r}=this,{X:s,Y:i,Z:c}=Js(e);return A(o*c)===A(s*r)&&A(n*c)===A(i*r)}is0(){return this.equals(Ke)}negate(){return new t(st(-this.X),this.Y,this.Z,st(-this.T))}double(){let{X:e,Y:o,Z:n}=this,r=pr,s=A(e*e),i=A(o*o),c=A(2n*n*n),u=A(r*s),d=st(e+o),f=st(A(d*d)-s-i),h=st(u+i),m=st(h-c),p=st(u-i),$=A(f*m),w=A(h*p),g=A(f*p),_=A(m*h);return new t($,w,_,g)}add(e){let{X:o,Y:n,Z:r,T:s}=this,{X:i,Y:c,Z:u,T:d}=Js(e),f=pr,h=hr,m=A(o*i),p=A(n*c),$=A(A(s*h)*d),w=A(r*u),g=st(A(st(o+n)*st(i+c))-m-p),_=st(w-$),x=st(w+$),v=st(p-A(f*m)),L=A(g*_),G=A(x*v),Kt=A(g*v),Rt=A(_*x);return new t(L,G,Rt,Kt)}subtract(e){return this.add(Js(e).negate())}multiply(e,o=!0){if(!o&&e===0n||(Ve(e,1n,Vs),!o&&this.is0()))return Ke;if(e===1n)return this;if(this.equals(rn))return zm(e).p;let n=Ke,r=rn,s=this;for(let i=0;o?i<256:e>0n;i++)e&1n?n=n.add(s):o&&(r=r.add(s)),s=s.double(),e>>=1n;return n}multiplyUnsafe(e){return this.multiply(e,!1)}toAffine(){let{X:e,Y:o,Z:n}=this;if(this.equals(Ke))return{x:0n,y:1n};let r=Hm(n,$o);if(A(n*r)!==1n)throw new Error("invalid inverse");return{x:A(e*r),y:A(o*r)}}toBytes(){let{x:e,y:o}=this.toAffine(),n=Fm(o);return n[31]|=e&1n?128:0,n}toHex(){return ul(this.toBytes())}clearCofactor(){return this.multiply(8n,!1)}isSmallOrder(){return this.clearCofactor().is0()}isTorsionFree(){return this.multiply(Vs/2n,!1).double().add(this).is0()}},rn=new Nt(Ks,Gs,1n,st(Ks*Gs)),Ke=new Nt(0n,1n,1n,0n);Nt.BASE=rn;Nt.ZERO=Ke;Fm=t=>dl(ll(Ve(t,0n,fl),64)).reverse(),Um=t=>BigInt("0x"+ul(Uint8Array.from(Ys(t)).reverse())),Zt=(t,e)=>{let o=t;for(;e-- >0;)o=A(o*o);return o},Bm=t=>{let e=A(t*t),o=A(e*t),n=A(Zt(o,2)*o),r=A(Zt(n,1)*t),s=A(Zt(r,5)*r),i=A(Zt(s,10)*s),c=A(Zt(i,20)*i),u=A(Zt(c,40)*c),d=A(Zt(u,80)*u),f=A(Zt(d,80)*u),h=A(Zt(f,10)*s);return A(Zt(h,2)*t)},sl=0x2b8324804fc1df0b2b4d00993dfbd7a72f431806ad2fe478c4ee1b274a0ea0b0n,Wm=(t,e)=>{let o=A(e*A(e*e)),n=A(A(o*o)*e),r=Bm(A(t*n)),s=A(t*A(o*r)),i=A(e*A(s*s)),c=s,u=A(s*sl),d=i===t,f=i===st(-t),h=i===st(-t*sl);return d&&(s=c),(f||h)&&(s=u),(st(s)&1n)===1n&&(s=st(-s)),{isValid:d||f,value:s}},qm=()=>{let t=[],e=rn,o;for(let n=0;n<33;n++){o=e,t.push(o);for(let r=1;r<128;r++)o=o.add(e),t.push(o);e=o.double()}return t},al=(t,e)=>{let o=e.negate();return t?o:e},zm=t=>{let e=il||(il=qm()),o=Ke,n=rn;for(let r=0;r<33;r++){let s=Number(t&255n);t>>=8n,s>128&&(s-=256,t+=1n);let i=r*128,c=i+Math.abs(s)-1,u=r%2!==0,d=s<0;s===0?n=n.add(al(u,e[i])):o=o.add(al(d,e[c]))}if(t!==0n)throw new Error("invalid wnaf");return{p:o,f:n}}});function Jm(t,e=!1){return e?{h:Number(t&mr),l:Number(t>>pl&mr)}:{h:Number(t>>pl&mr)|0,l:Number(t&mr)|0}}function ml(t,e=!1){let o=t.length,n=new Uint32Array(o),r=new Uint32Array(o);for(let s=0;s<o;s++){let{h:i,l:c}=Jm(t[s],e);[n[s],r[s]]=[i,c]}return[n,r]}function $l(t,e,o,n){let r=Vm(o),s=Km(o);t.setUint32(e,n?s:r,n),t.setUint32(e+4,n?r:s,n)}function Qt(t,e,o,n){let r=(e>>>0)+(n>>>0);return{h:t+o+(r/2**32|0)|0,l:r|0}}var mr,pl,Vm,Km,Xs,Zs,Ge,Ye,sn,an,bl,yl,wl,gl,_l,xl,Qs=b(()=>{"use strict";mr=BigInt(4294967295),pl=BigInt(32);Vm=t=>t/2**32|0,Km=t=>t>>>0;Xs=(t,e,o)=>t>>>o,Zs=(t,e,o)=>t<<32-o|e>>>o,Ge=(t,e,o)=>t>>>o|e<<32-o,Ye=(t,e,o)=>t<<32-o|e>>>o,sn=(t,e,o)=>t<<64-o|e>>>o-32,an=(t,e,o)=>t>>>o-32|e<<64-o;bl=(t,e,o)=>(t>>>0)+(e>>>0)+(o>>>0),yl=(t,e,o,n)=>e+o+n+(t/2**32|0)|0,wl=(t,e,o,n)=>(t>>>0)+(e>>>0)+(o>>>0)+(n>>>0),gl=(t,e,o,n,r)=>e+o+n+r+(t/2**32|0)|0,_l=(t,e,o,n,r)=>(t>>>0)+(e>>>0)+(o>>>0)+(n>>>0)+(r>>>0),xl=(t,e,o,n,r,s)=>e+o+n+r+s+(t/2**32|0)|0});function vl(t){return t instanceof Uint8Array||ArrayBuffer.isView(t)&&t.constructor.name==="Uint8Array"&&"BYTES_PER_ELEMENT"in t&&t.BYTES_PER_ELEMENT===1}function Ym(t,e=""){if(typeof t!="number")throw new TypeError(ti(e)+"expected number, got "+typeof t);if(!Number.isSafeInteger(t)||t<0)throw new RangeError(ti(e)+"expected integer >= 0, got "+t);return t}function ei(t,e,o=""){if(vl(t)&&(e===void 0||t.length===e))return t;e!==void 0&&Ym(e,"length");let n=vl(t),r=e!==void 0?` of length ${e}`:"",s=n?`length=${t.length}`:`type=${typeof t}`,i=ti(o)+"expected Uint8Array"+r+", got "+s;throw n?new RangeError(i):new TypeError(i)}function oi(t,e=!0){if(t.destroyed)throw new Error("hash was destroyed");if(e&&t.finished)throw new Error("digest() was already called")}function Sl(t,e){ei(t,void 0,"output");let o=e.outputLen;if(!(t.length>=o))throw new RangeError('"output" expected length >= '+o)}function cn(...t){for(let e=0;e<t.length;e++)t[e].fill(0)}function $r(t){return new DataView(t.buffer,t.byteOffset,t.byteLength)}function Wt(t,e){return t<<32-e|t>>>e}function Zm(t,e,o="opts"){return kl(t,"defaults"),e!==void 0&&kl(e,o),Object.assign(Object.create(null),t,e)}function ni(t,e={}){if(typeof t!="function")throw new TypeError('"hashCons" expected function, got type='+typeof t);e=Zm({},e,"info");let o=(r,s)=>t(s).update(r).digest(),n=t(void 0);return o.outputLen=n.outputLen,o.blockLen=n.blockLen,o.canXOF=n.canXOF,o.create=r=>t(r),Object.assign(o,e),Object.freeze(o)}var ti,Xm,kl,ri,si=b(()=>{"use strict";ti=t=>t?`"${t}" `:"";Xm=(t,e)=>{if(t===null||typeof t!="object"||Array.isArray(t))throw new TypeError((e==="object"?"":`"${e}" `)+"expected object, got type="+typeof t)},kl=(t,e)=>{Xm(t,e);let o=Object.getPrototypeOf(t);if(o!==Object.prototype&&o!==null)throw new TypeError(`"${e}" expected plain object`);if(Object.hasOwn(t,"__proto__"))throw new TypeError(`"${e}.__proto__" is not allowed`)};ri=t=>({oid:Uint8Array.from([6,9,96,134,72,1,101,3,4,2,t])})});function Al(t,e,o){return t&e^~t&o}function Tl(t,e,o){return t&e^t&o^e&o}var ln,jl,El,Ol=b(()=>{"use strict";Qs();si();ln=class{blockLen;outputLen;canXOF=!1;padOffset;isLE;buffer;view;finished=!1;length=0;pos=0;destroyed=!1;constructor(e,o,n,r){this.blockLen=e,this.outputLen=o,this.padOffset=n,this.isLE=r,this.buffer=new Uint8Array(e),this.view=$r(this.buffer)}update(e){oi(this),ei(e);let{view:o,buffer:n,blockLen:r}=this,s=e.length,i=!1;for(let c=0;c<s;){let u=Math.min(r-this.pos,s-c);if(u===r){let d=$r(e);for(;r<=s-c;c+=r)this.process(d,c);i=!0;continue}n.set(c===0&&u===s?e:e.subarray(c,c+u),this.pos),this.pos+=u,c+=u,this.pos===r&&(this.process(o,0),this.pos=0,i=!0)}return this.length+=e.length,i&&this.roundClean(),this}digestInto(e){oi(this),Sl(e,this),this.finished=!0;let{buffer:o,view:n,blockLen:r,isLE:s}=this,{pos:i}=this;o[i++]=128,o.fill(0,i),this.padOffset>r-i&&(this.process(n,0),o.fill(0)),$l(n,r-8,this.length*8,s),this.process(n,0),this.roundClean();let c=e===o?n:$r(e),u=this.outputLen,d=u/4,f=this.get();if(u%4||d>f.length)throw new Error("invalid outputLen");for(let h=0;h<d;h++)c.setUint32(4*h,f[h],s)}digest(){let{buffer:e,outputLen:o}=this;this.digestInto(e);let n=e.slice(0,o);return this.destroy(),n}_cloneIntoMeta(e){let{buffer:o,length:n,finished:r,destroyed:s,pos:i}=this;return e.destroyed=s,e.finished=r,e.length=n,e.pos=i,i&&e.buffer.set(o),e}clone(){return this._cloneInto()}},jl=Uint32Array.from([1779033703,3144134277,1013904242,2773480762,1359893119,2600822924,528734635,1541459225]),El=Uint32Array.from([1779033703,4089235720,3144134277,2227873595,1013904242,4271175723,2773480762,1595750129,1359893119,2917565137,2600822924,725511199,528734635,4215389547,1541459225,327033209])});var Qm,Ae,ii,ai,Cl,t$,e$,Te,je,ci,li,te,Ll,ui=b(()=>{"use strict";Ol();Qs();si();Qm=Uint32Array.from([1116352408,1899447441,3049323471,3921009573,961987163,1508970993,2453635748,2870763221,3624381080,310598401,607225278,1426881987,1925078388,2162078206,2614888103,3248222580,3835390401,4022224774,264347078,604807628,770255983,1249150122,1555081692,1996064986,2554220882,2821834349,2952996808,3210313671,3336571891,3584528711,113926993,338241895,666307205,773529912,1294757372,1396182291,1695183700,1986661051,2177026350,2456956037,2730485921,2820302411,3259730800,3345764771,3516065817,3600352804,4094571909,275423344,430227734,506948616,659060556,883997877,958139571,1322822218,1537002063,1747873779,1955562222,2024104815,2227730452,2361852424,2428436474,2756734187,3204031479,3329325298]),Ae=new Uint32Array(64),ii=class extends ln{A=0;B=0;C=0;D=0;E=0;F=0;G=0;H=0;constructor(e,o){super(64,e,8,!1),this.A=o[0]|0,this.B=o[1]|0,this.C=o[2]|0,this.D=o[3]|0,this.E=o[4]|0,this.F=o[5]|0,this.G=o[6]|0,this.H=o[7]|0}get(){let{A:e,B:o,C:n,D:r,E:s,F:i,G:c,H:u}=this;return[e,o,n,r,s,i,c,u]}set(e,o,n,r,s,i,c,u){this.A=e|0,this.B=o|0,this.C=n|0,this.D=r|0,this.E=s|0,this.F=i|0,this.G=c|0,this.H=u|0}_cloneInto(e){return(e||=new this.constructor).set(...this.get()),this._cloneIntoMeta(e)}process(e,o){for(let h=0;h<16;h++,o+=4)Ae[h]=e.getUint32(o,!1);for(let h=16;h<64;h++){let m=Ae[h-15],p=Ae[h-2],$=Wt(m,7)^Wt(m,18)^m>>>3,w=Wt(p,17)^Wt(p,19)^p>>>10;Ae[h]=w+Ae[h-7]+$+Ae[h-16]|0}let{A:n,B:r,C:s,D:i,E:c,F:u,G:d,H:f}=this;for(let h=0;h<64;h++){let m=Wt(c,6)^Wt(c,11)^Wt(c,25),p=f+m+Al(c,u,d)+Qm[h]+Ae[h]|0,w=(Wt(n,2)^Wt(n,13)^Wt(n,22))+Tl(n,r,s)|0;f=d,d=u,u=c,c=i+p|0,i=s,s=r,r=n,n=p+w|0}n=n+this.A|0,r=r+this.B|0,s=s+this.C|0,i=i+this.D|0,c=c+this.E|0,u=u+this.F|0,d=d+this.G|0,f=f+this.H|0,this.set(n,r,s,i,c,u,d,f)}roundClean(){cn(Ae)}destroy(){this.destroyed=!0,this.set(0,0,0,0,0,0,0,0),cn(this.buffer)}},ai=class extends ii{constructor(){super(32,jl)}},Cl=ml(["0x428a2f98d728ae22","0x7137449123ef65cd","0xb5c0fbcfec4d3b2f","0xe9b5dba58189dbbc","0x3956c25bf348b538","0x59f111f1b605d019","0x923f82a4af194f9b","0xab1c5ed5da6d8118","0xd807aa98a3030242","0x12835b0145706fbe","0x243185be4ee4b28c","0x550c7dc3d5ffb4e2","0x72be5d74f27b896f","0x80deb1fe3b1696b1","0x9bdc06a725c71235","0xc19bf174cf692694","0xe49b69c19ef14ad2","0xefbe4786384f25e3","0x0fc19dc68b8cd5b5","0x240ca1cc77ac9c65","0x2de92c6f592b0275","0x4a7484aa6ea6e483","0x5cb0a9dcbd41fbd4","0x76f988da831153b5","0x983e5152ee66dfab","0xa831c66d2db43210","0xb00327c898fb213f","0xbf597fc7beef0ee4","0xc6e00bf33da88fc2","0xd5a79147930aa725","0x06ca6351e003826f","0x142929670a0e6e70","0x27b70a8546d22ffc","0x2e1b21385c26c926","0x4d2c6dfc5ac42aed","0x53380d139d95b3df","0x650a73548baf63de","0x766a0abb3c77b2a8","0x81c2c92e47edaee6","0x92722c851482353b","0xa2bfe8a14cf10364","0xa81a664bbc423001","0xc24b8b70d0f89791","0xc76c51a30654be30","0xd192e819d6ef5218","0xd69906245565a910","0xf40e35855771202a","0x106aa07032bbd1b8","0x19a4c116b8d2d0c8","0x1e376c085141ab53","0x2748774cdf8eeb99","0x34b0bcb5e19b48a8","0x391c0cb3c5c95a63","0x4ed8aa4ae3418acb","0x5b9cca4f7763e373","0x682e6ff3d6b2b8a3","0x748f82ee5defb2fc","0x78a5636f43172f60","0x84c87814a1f0ab72","0x8cc702081a6439ec","0x90befffa23631e28","0xa4506cebde82bde9","0xbef9a3f7b2c67915","0xc67178f2e372532b","0xca273eceea26619c","0xd186b8c721c0c207","0xeada7dd6cde0eb1e","0xf57d4f7fee6ed178","0x06f067aa72176fba","0x0a637dc5a2c898a6","0x113f9804bef90dae","0x1b710b35131c471b","0x28db77f523047d84","0x32caab7b40c72493","0x3c9ebe0a15c9bebc","0x431d67c49c100d4c","0x4cc5d4becb3e42b6","0x597f299cfc657e2a","0x5fcb6fab3ad6faec","0x6c44198c4a475817"].map(t=>BigInt(t))),t$=Cl[0],e$=Cl[1],Te=new Uint32Array(80),je=new Uint32Array(80),ci=class extends ln{Ah=0;Al=0;Bh=0;Bl=0;Ch=0;Cl=0;Dh=0;Dl=0;Eh=0;El=0;Fh=0;Fl=0;Gh=0;Gl=0;Hh=0;Hl=0;constructor(e,o){super(128,e,16,!1),this.Ah=o[0]|0,this.Al=o[1]|0,this.Bh=o[2]|0,this.Bl=o[3]|0,this.Ch=o[4]|0,this.Cl=o[5]|0,this.Dh=o[6]|0,this.Dl=o[7]|0,this.Eh=o[8]|0,this.El=o[9]|0,this.Fh=o[10]|0,this.Fl=o[11]|0,this.Gh=o[12]|0,this.Gl=o[13]|0,this.Hh=o[14]|0,this.Hl=o[15]|0}get(){let{Ah:e,Al:o,Bh:n,Bl:r,Ch:s,Cl:i,Dh:c,Dl:u,Eh:d,El:f,Fh:h,Fl:m,Gh:p,Gl:$,Hh:w,Hl:g}=this;return[e,o,n,r,s,i,c,u,d,f,h,m,p,$,w,g]}set(e,o,n,r,s,i,c,u,d,f,h,m,p,$,w,g){this.Ah=e|0,this.Al=o|0,this.Bh=n|0,this.Bl=r|0,this.Ch=s|0,this.Cl=i|0,this.Dh=c|0,this.Dl=u|0,this.Eh=d|0,this.El=f|0,this.Fh=h|0,this.Fl=m|0,this.Gh=p|0,this.Gl=$|0,this.Hh=w|0,this.Hl=g|0}_cloneInto(e){return(e||=new this.constructor).set(...this.get()),this._cloneIntoMeta(e)}process(e,o){for(let v=0;v<16;v++,o+=4)Te[v]=e.getUint32(o),je[v]=e.getUint32(o+=4);for(let v=16;v<80;v++){let L=Te[v-15]|0,G=je[v-15]|0,Kt=Ge(L,G,1)^Ge(L,G,8)^Xs(L,G,7),Rt=Ye(L,G,1)^Ye(L,G,8)^Zs(L,G,7),pt=Te[v-2]|0,Et=je[v-2]|0,kt=Ge(pt,Et,19)^sn(pt,Et,61)^Xs(pt,Et,6),ct=Ye(pt,Et,19)^an(pt,Et,61)^Zs(pt,Et,6),ft=wl(Rt,ct,je[v-7],je[v-16]),_t=gl(ft,Kt,kt,Te[v-7],Te[v-16]);Te[v]=_t|0,je[v]=ft|0}let{Ah:n,Al:r,Bh:s,Bl:i,Ch:c,Cl:u,Dh:d,Dl:f,Eh:h,El:m,Fh:p,Fl:$,Gh:w,Gl:g,Hh:_,Hl:x}=this;for(let v=0;v<80;v++){let L=Ge(h,m,14)^Ge(h,m,18)^sn(h,m,41),G=Ye(h,m,14)^Ye(h,m,18)^an(h,m,41),Kt=h&p^~h&w,Rt=m&$^~m&g,pt=_l(x,G,Rt,e$[v],je[v]),Et=xl(pt,_,L,Kt,t$[v],Te[v]),kt=pt|0,ct=Ge(n,r,28)^sn(n,r,34)^sn(n,r,39),ft=Ye(n,r,28)^an(n,r,34)^an(n,r,39),_t=n&s^n&c^s&c,Xp=r&i^r&u^i&u;_=w|0,x=g|0,w=p|0,g=$|0,p=h|0,$=m|0,{h,l:m}=Qt(d|0,f|0,Et|0,kt|0),d=c|0,f=u|0,c=s|0,u=i|0,s=n|0,i=r|0;let Ma=bl(kt,ft,Xp);n=yl(Ma,Et,ct,_t),r=Ma|0}({h:n,l:r}=Qt(this.Ah|0,this.Al|0,n|0,r|0)),{h:s,l:i}=Qt(this.Bh|0,this.Bl|0,s|0,i|0),{h:c,l:u}=Qt(this.Ch|0,this.Cl|0,c|0,u|0),{h:d,l:f}=Qt(this.Dh|0,this.Dl|0,d|0,f|0),{h,l:m}=Qt(this.Eh|0,this.El|0,h|0,m|0),{h:p,l:$}=Qt(this.Fh|0,this.Fl|0,p|0,$|0),{h:w,l:g}=Qt(this.Gh|0,this.Gl|0,w|0,g|0),{h:_,l:x}=Qt(this.Hh|0,this.Hl|0,_|0,x|0),this.set(n,r,s,i,c,u,d,f,h,m,p,$,w,g,_,x)}roundClean(){cn(Te,je)}destroy(){this.destroyed=!0,cn(this.buffer),this.set(0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0)}},li=class extends ci{constructor(){super(64,El)}},te=ni(()=>new ai,ri(1)),Ll=ni(()=>new li,ri(3))});function hi(t){try{let e=Nt.fromBytes(t);return e.isSmallOrder()?null:e}catch{return null}}async function Nl(t,e,o){let n=t.subarray(0,32),r=fi(Ll(zn(n,o,e)))%Rl,s=fi(t.subarray(32));return Nt.BASE.multiply(s,!1).subtract(Nt.fromBytes(o).multiply(r,!1)).equals(Nt.fromBytes(n))}async function di(t,e,o){let[n,r,s]=[t,e,o].map(c=>Uint8Array.from(c)),i=await crypto.subtle.importKey("raw",s,"Ed25519",!1,["verify"]);return crypto.subtle.verify("Ed25519",i,n,r)}async function n$(){let t=Dl("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"),e=Dl("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");try{let o=await di(e,new Uint8Array,t),n=!await di(e,Uint8Array.of(0),t);return o&&n?di:Nl}catch{return Nl}}async function Il(t,e,o,n){return t.length!==64||o.length!==32||fi(t.subarray(32))>=Rl||!hi(t.subarray(0,32))||!hi(o)?!1:(n??=await(o$??=n$()),n(t,e,o))}var Rl,fi,o$,Dl,Ml,Pl=b(()=>{"use strict";hl();ui();Lt();({n:Rl}=Nt.CURVE()),fi=t=>BigInt(`0x${xt(Uint8Array.from(t).reverse())}`);Dl=t=>Uint8Array.from(t.match(/../g)??[],e=>parseInt(e,16));Ml=t=>hi(t)!==null});var un,bo=b(()=>{"use strict";ui();Lt();un=t=>xt(te(ht(t)))});function yo(t){let e=c=>z("verifier key",c),[,o,n,r]=/^([^+]*)\+([^+]*)\+(.*)$/s.exec(String(t))??[],s=r===void 0?null:Uo(r);if(s?.length!==33||s[0]!==i$[0])throw e("must be <name>+<id>+<base64>, with the type and the 32 bytes of an Ed25519 key");if(!br(o))throw e("its name cannot be one");let i=s.slice(1);if(!Ml(i))throw e("not an Ed25519 key");if(xt(te(zn(ht(`${o}
`),s)).slice(0,4))!==n)throw e("its ID does not fit its name and key");return{name:o,id:n,key:i}}function pi(t,e="note"){if(ht(t).length>r$)throw z(e,"longer than 65536 bytes");if(/(?!\n)\p{Cc}/u.test(t))throw z(e,"has control characters");let o=t.lastIndexOf(`

`);if(o<0)throw z(e,"has no empty line before its signatures");let n=t.slice(o+2).split(`
`);if(n.pop()!==""||!n.length)throw z(e,"does not end in a signature line");if(n.length>s$)throw z(e,"has more than 100 signatures");let r=n.map(s=>{let i=a$(s);if(!i)throw z(e,"has a malformed signature line");return i});return{text:t.slice(0,o+1),signatures:r}}function a$(t){let[,e,o]=/^\u2014 ([^ ]*) (.*)$/.exec(t)??[],n=o===void 0?null:Uo(o);return!n||n.length<=4||!br(e)?null:{name:e,id:xt(n.slice(0,4)),bytes:n.slice(4)}}async function mi({text:t,signatures:e},{name:o,id:n,key:r}){let s=e.filter(i=>i.name===o&&i.id===n);if(!s.length)throw new bt("unsigned",`there is no signature of ${o}`);for(let{bytes:i}of s)if(!await Il(i,ht(t),r))throw new bt("signature",`the signature of ${o} is not genuine`)}var r$,s$,i$,br,yr=b(()=>{"use strict";Lt();Pl();It();bo();r$=65536,s$=100,i$=Uint8Array.of(1),br=t=>t!==""&&!/[+\p{White_Space}\p{Cc}]/u.test(t)&&ht(t).length<=255});function dn(t){let e=pi(t,"checkpoint"),o=d=>z("checkpoint",d),[n,r,s,...i]=e.text.slice(0,-1).split(`
`);if(s===void 0)throw o("has fewer than three lines");if(!br(n))throw o("has no origin");let c=ps(r);if(c===null)throw o("its size is not a decimal number");let u=hs(s);if(!u)throw o("its root is not a base64 hash");if(i.includes(""))throw o("has an empty line");return{note:e,checkpoint:Object.freeze({origin:n,size:c,root:xt(u)})}}async function Ht(t,e){if(typeof t!="string"){if(Hl.get(t)===e)return t;throw new bt("unsigned","the checkpoint was not verified with this key")}let o=yo(e),{note:n,checkpoint:r}=dn(t),{origin:s}=r;try{await mi(n,o)}catch(i){let c=i instanceof bt&&i.code==="signature";throw s!==o.name&&!c?Fl(s,o.name):i}if(s!==o.name)throw Fl(s,o.name);return Hl.set(r,e),r}var Hl,Fl,wr=b(()=>{"use strict";Lt();It();yr();Hl=new WeakMap;Fl=(t,e)=>new bt("origin",`it is of the ledger ${t}, not of ${e}`)});function ee(t){if(typeof t=="string"){if(/\p{Surrogate}/u.test(t))throw z("JSON","has half of a surrogate pair");return JSON.stringify(t)}if(typeof t=="boolean"||t===null)return String(t);if(typeof t=="number"&&Number.isSafeInteger(t))return JSON.stringify(t);if(Array.isArray(t))return`[${t.map(ee).join(",")}]`;if(typeof t!="object")throw z("JSON",`${String(t)} cannot be in it`);let e=Object.entries(t).filter(([,o])=>o!==void 0);return e.sort(([o],[n])=>o<n?-1:1),`{${e.map(([o,n])=>`${ee(o)}:${ee(n)}`).join(",")}}`}var gr,fn=b(()=>{"use strict";It();gr=t=>typeof t=="object"&&t!==null&&!Array.isArray(t)});function hn(t){let e=new Uint8Array(1+t.length);return e.set(t,1),te(e)}function wo(t,e){return _r.set(t,1),_r.set(e,33),te(_r)}function yi(t){let e=[],o=s=>{let i=e.pop();return i?wo(i,s):s},n=0;for(let s of t){let i=hn(s);for(let c=n;c%2===1;c=le(c))i=o(i);e.push(i),n+=1}let r=e.pop()??bi;for(;e.length;)r=o(r);return r}function xr({index:t,size:e,path:o,leaf:n,root:r}){if(!Xe(t)||!Xe(e)||t>=e)throw Ee();let[s,i,c]=[t,e-1,n];for(let u of o){if(i===0)throw Ee();s%2===1||s===i?(c=wo(u,c),[s,i]=Bl(s,i)):c=wo(c,u),[s,i]=[le(s),le(i)]}if(i!==0)throw Ee();if(!He(c,r))throw $i()}function Ul({from:t,to:e,path:o,old:n,root:r}){if(!Xe(t)||!Xe(e)||t>e)throw Ee();if(t===0||t===e){if(o.length)throw Ee();if(!He(n,t===0?bi:r))throw $i();return}let[s,i]=[t-1,e-1];for(;s%2===1;)[s,i]=[le(s),le(i)];let[c,...u]=s===0?[n,...o]:o;if(!c)throw Ee();let[d,f]=[c,c];for(let h of u){if(i===0)throw Ee();s%2===1||s===i?(d=wo(h,d),f=wo(h,f),[s,i]=Bl(s,i)):f=wo(f,h),[s,i]=[le(s),le(i)]}if(i!==0)throw Ee();if(!He(d,n)||!He(f,r))throw $i()}function Bl(t,e){for(;t%2===0&&t!==0;)[t,e]=[le(t),le(e)];return[t,e]}var bi,_r,le,Xe,Ee,$i,go=b(()=>{"use strict";Lt();It();bo();bi=te(new Uint8Array),_r=new Uint8Array(65);_r[0]=1;le=t=>Math.floor(t/2),Xe=t=>Number.isSafeInteger(t)&&Number(t)>=0,Ee=()=>new bt("shape","the proof does not have the shape that its numbers call for"),$i=()=>new bt("root","the proof leads to another root: this is not what was recorded")});function wi(t){if(!gr(t))throw z("entry","is not an object");let e=u$.get(t.kind);if(!e)throw z("entry",`is of an unknown kind: ${t.kind}`);let o={kind:t.kind,v:1};for(let[r,s]of Object.entries(e)){let i=_o(t,r);if(i===void 0){if(s===At)throw z("entry",`has no ${r}`)}else s===vr&&ht(i).length>c$?o[`${r}_sha256`]=un(i):o[r]=i}if(t.kind==="note_added"&&_o(t,"text")===void 0)throw z("entry","has no text");for(let r of Object.keys(t))if(!(r==="kind"||Object.hasOwn(e,r)||d$(t,r)))throw z("entry",`its ${r} is not what its leaf says`);let n=ee(o);if(ht(n).length>l$)throw z("entry","has too long a leaf");return n}function d$(t,e){let o=_o(t,e);if(o===void 0)return!0;let n=t.kind==="job_created";switch(e){case"index":return Xe(o);case"path":return!0;case"customer_count":return gr(t.customers)&&t.customers.count===o;case"status":return n&&o==="IN_PROGRESS";case"recorded_at":return n&&o===t.created_at;default:return!1}}var c$,l$,At,qt,vr,Wl,ql,zl,u$,_o,gi=b(()=>{"use strict";Lt();It();fn();go();bo();c$=256,l$=65535,At="must",qt="may",vr="text",Wl={action_code:At,action_name:At,batch_id:qt,cluster_url:qt,created_at:At,customers:At,job_id:At,request_payload_sha256:qt,source:At,submitted_by:qt,user_id:At},ql={cause:At,error_message:vr,http_status:qt,response_summary:vr,status:At},zl={actor:At,job_id:At,previous:At,recorded_at:At,request_key:qt},u$=new Map([["job_created",{...Wl,request_key:qt,retry_of:qt}],["job_imported",{...Wl,...ql,original_sha256:qt,recorded_at:At,updated_at:qt}],["status_changed",{...zl,...ql,outcomes:qt}],["note_added",{...zl,text:vr}]]);_o=(t,e)=>Object.hasOwn(t,e)&&t[e]!==null?t[e]:void 0});async function kr({entry:t,path:e,checkpoint:o,key:n}){let r=wi(t),s=await Ht(o,n);return xr({index:_o(t,"index"),size:s.size,path:qn(e??_o(t,"path"),"entry"),leaf:hn(ht(r)),root:Pe(s.root,"checkpoint")}),{leaf:r,checkpoint:s}}async function _i({entries:t,checkpoint:e,key:o}){let n=await Ht(e,o);for(let s of t)await kr({entry:s,checkpoint:n,key:o});if(!t.length)throw z("history","has no entries");let r=h$(t[0]);for(let s=1;s<t.length;s+=1)r=p$(t[s-1],t[s],r);return n}function h$(t){if(t.kind==="job_created")return"IN_PROGRESS";if(t.kind==="job_imported")return t.status;throw new bt("rules","the first entry does not create the job: others are left out")}function p$(t,e,o){let n=r=>new bt("rules",`entry ${e.index} ${r}`);if(e.job_id!==t.job_id)throw n("is of another job");if(e.previous!==t.index)throw n("does not follow the one before it");if(Number(e.index)<=Number(t.index))throw n("has too low an index");if(e.kind==="note_added")return o;if(!f$.get(o)?.includes(e.status))throw n(`cannot follow ${o}`);return e.status}async function xi({from:t,to:e,path:o,key:n}){let[r,s]=[await Ht(t,n),await Ht(e,n)];return Ul({from:r.size,to:s.size,path:qn(o,"consistency proof"),old:Pe(r.root,"checkpoint"),root:Pe(s.root,"checkpoint")}),{from:r,to:s}}var f$,Jl=b(()=>{"use strict";Lt();wr();It();gi();go();f$=new Map([["IN_PROGRESS",["SUCCESS","FAILED","UNCONFIRMED"]],["UNCONFIRMED",["SUCCESS","FAILED"]]])});function vi(t){let e=t.map(ht);return Vl(e,"customers"),{count:e.length,root:xt(yi(e))}}function ki(t){Vl(t.map(({cid:o})=>ht(o)),"outcomes");let e=t.map(({cid:o,message:n,status:r})=>ht(ee({cid:o,message:n??void 0,status:r})));return{count:e.length,root:xt(yi(e))}}function Vl(t,e){for(let o=1;o<t.length;o+=1)if(Jn(t[o-1],t[o])>=0)throw z(e,"must ascend by the bytes of the cids, none twice")}var Kl=b(()=>{"use strict";Lt();It();fn();go()});var Si=b(()=>{"use strict";Lt();wr();It();go()});var Gl=b(()=>{"use strict";Lt();It();fn();go();yr();Si()});var pn=b(()=>{"use strict";wr();Jl();It();Kl();fn();gi();Gl();yr();Si();bo()});var Dt,Sr=b(()=>{"use strict";Dt=class extends Error{constructor(e,o,n={}){super(o),this.name="NotProved",this.code=e,this.values=n}}});function oe(t){try{return dn(t).checkpoint.size}catch{return 0}}async function Xl(t,e,o,{pin:n=null,isReader:r=!1}={}){let s=t!==null&&!await w$(t),i=s?null:t,c={from:oe(i?.checkpoint),to:oe(e.checkpoint),seen:e},u=($,w="",g=null)=>({...c,kept:t,kind:$,path:g,...b$(w)}),d=Object.values(e.keys);if(![e.checkpoint,...d].every($=>typeof $=="string")){let $=new Dt("texts","the checkpoint and the key must be texts");return u("malformed",$)}let f=n??i?.key??d[0];if([...d,i?.key??f].some($=>$!==f))return u("key");try{await Ht(e.checkpoint,f)}catch($){return u("signature",$)}if(s)return u("damaged");if(!i)return u("first");let{from:h,to:m}=c;if(m<h)return u("shrunk");let p=[];if(h!==0&&h!==m){try{p=(await o(h,m))?.path}catch(w){if(!(w instanceof J))return u("malformed",w);let{status:g}=w;if(w.isNetwork||!r&&(g===401||g===403))throw w;let _=new Dt("refused",`${g} ${w.message}`,{status:g});return{...u("withheld",_),status:g}}if(!(Array.isArray(p)&&p.every(w=>typeof w=="string")))return u("malformed",y$(),p)}try{await xi({from:i.checkpoint,to:e.checkpoint,path:p,key:f})}catch($){return u("forked",$,p)}return u("extends","",p)}async function w$(t){try{return t!==null&&!!await Ht(t.checkpoint,t.key)}catch{return!1}}function Zl(t,e,o,n){let{seen:r,to:s}=t;if(Ar(t))return null;let i=Object.values(r.keys)[0];return o&&o.checkpoint!==e?.checkpoint&&(o.key!==i||oe(o.checkpoint)>=s)?null:{key:i,checkpoint:r.checkpoint,at:n}}var Yl,Ar,b$,y$,Ql,mn=b(()=>{"use strict";pn();Sr();Ft();Yl=["first","extends","key","signature","shrunk","forked","withheld","malformed","damaged","unreadable"],Ar=t=>t.kind!=="first"&&t.kind!=="extends";b$=t=>({why:String(t?.message??t),...t?.code&&{code:t.code},...t?.values&&{values:t.values}});y$=()=>new Dt("path","the consistency path is not a list of hashes");Ql=({kind:t,kept:e,seen:o,path:n,why:r,from:s,to:i,stored:c},u,d)=>({finding:t,why:r,server:u,found_at:d,kept_by_this_browser:e&&{...e,size:s},shown_by_the_server:{...o,size:i},consistency_path:n,...c&&{unreadable_in_this_browser:c}})});function tu({alarm:t,warning:e,isUnchecked:o,finding:n},r,s){if(t)return{name:"alarm"};if(e||o)return{name:s?"unchecked":"signedOut"};if(!n)return null;let[i,c]=[oe(r?.checkpoint),n.to];return r?i===c?{name:"same",values:{n:c}}:{name:"grown",values:{from:i,to:c}}:{name:"first",values:{n:c}}}var eu=b(()=>{"use strict";mn()});function ou(t){let e=t?.finding;return Yl.includes(e?.kind)&&e.seen?.keys&&Date.parse(t.at)?t:null}function ji({kept:t,seen:e}){let o=Object.values(e.keys);return o.find(n=>n!==t?.key)??o[0]??""}var g$,_$,x$,v$,k$,S$,Ai,Tr,Ti,nu=b(()=>{"use strict";mn();Ft();Yt();g$=3,_$=2*6e4,x$=[5e3,2e4],v$=6e4,k$=100,S$=10;Ai={alarm:t=>ou(t)!==null,pin:t=>typeof t=="string",withheld:t=>Array.isArray(t)&&t.every(e=>e?.seen?.keys)},Tr=class{state;#e;#t;#n=!1;#s=Promise.resolve();constructor(e){this.#e=e;let{kept:o}=e;this.state=mt({finding:null,alarm:this.#c(),warning:null,isUnchecked:!1,connected:new Set}),this.#t=Ai.withheld(o("withheld"))?o("withheld"):[],this.#t.length&&this.#a(this.#t)}pin(){let e=this.#e.kept("pin");return Ai.pin(e)?e:null}unchecked(){this.#r({isUnchecked:!0})}watch(e,o,{again:n,isReader:r=!1}={}){return this.#d(async()=>{let s=e?null:this.#e.kept("ledger"),i=s&&!Object.values(o.keys??{}).includes(s.key),c=await this.#f(i?s:e,o,r);if(c?.kind==="shrunk"&&n)return n();c?c.kind==="withheld"?this.#u(c,c.status===401||c.status===403):Ar(c)?this.#l(c):this.#i(c,e,o.checkpoint):this.unchecked()})}accept(){let{keep:e}=this.#e,o=this.state.get().alarm?.finding;if(!o)return;for(let r of["alarm",...Object.keys(o.stored??{})])e(r,null);if(this.#r({alarm:null,finding:null,connected:new Set}),this.#a([]),!Ti(o))return;let n=ji(o);this.pin()!==null&&this.pin()!==n&&e("pin",null),e("ledger",{key:n,checkpoint:o.seen.checkpoint,at:this.#o()})}#o(){return new Date(this.#e.now()).toISOString()}#r(e){this.state.update(o=>({...o,...e}))}#d(e){let o=this.#s.catch(()=>{}).then(e);return this.#s=o,o}#c(){let{kept:e,keptText:o,keep:n}=this.#e,r=ou(e("alarm")),s=Object.entries(Ai).filter(([h,m])=>o(h)!==null&&!m(e(h))).map(([h])=>[h,o(h)]);if(!s.length)return r;let c={kind:"unreadable",kept:null,seen:{checkpoint:"",keys:{}},from:0,to:0,path:null,why:""},u=r?.finding??c,d={...u.stored,...Object.fromEntries(s)},f={at:this.#o(),...r,finding:{...u,stored:d}};return n("alarm",f),f}#l(e){let o=this.state.get().alarm?.finding;if(o&&o.kind!=="withheld"&&o.kind!=="unreadable"||o?.kind===e.kind)return;let n=o?.stored,r={finding:{...e,...n&&{stored:n}},at:this.#o()};this.#e.keep("alarm",r),this.#r(e.kind==="key"?{alarm:r,connected:new Set}:{alarm:r})}#a(e,o=!0){let{keep:n,later:r}=this.#e;if(this.#t=e,n("withheld",e.length?e:null),e.length&&!this.#n){this.#n=!0;let i=Math.max(...e.map(c=>c.tries));r(()=>this.#h(),o&&x$[i-1]||v$)}if(e.length)return;let s=this.state.get().alarm?.finding.kind==="withheld";s&&n("alarm",null),this.#r(s?{warning:null,alarm:null}:{warning:null})}#u(e,o=!1){let{now:n}=this.#e,{checkpoint:r}=e.seen,s=this.#t.find(u=>u.seen.checkpoint===r),i=this.#t.filter(u=>u!==s);s??={seen:e.seen,since:n(),tries:o?0:1},o&&(s={...s,tries:s.tries+1}),this.#r({warning:e});let c=s.tries>1&&n()-s.since>=_$;(s.tries>=g$||c)&&this.#l(e),this.#a([...i,s].slice(0,S$))}#i(e,o,n){let{kept:r,keep:s}=this.#e,i=new Set([...this.state.get().connected,n].slice(-k$));this.#r({connected:i,isUnchecked:!1}),this.#a(this.#t.filter(({seen:d})=>d.checkpoint!==n));let{alarm:c}=this.state.get();if(c&&c.finding.kind!=="withheld")return;let u=Zl(e,o,r("ledger"),this.#o());u&&s("ledger",u),this.#r({finding:e})}async#f(e,o,n){try{return await Xl(e,o,this.#e.prove,{pin:this.pin(),isReader:n})}catch(r){if(r instanceof J)return null;let s=String(r);return{kind:"malformed",from:0,to:0,kept:e,seen:o,path:null,why:s}}}#h(){return this.#n=!1,this.#d(async()=>{let e=!1;for(let{seen:o}of this.#t){let n=this.#e.kept("ledger"),r=await this.#b(n,o);e||=r!==null,r?.kind==="withheld"?this.#u({...r,seen:o},!0):r&&Ar(r)?(this.#l(r),this.#t=this.#t.filter(s=>s.seen!==o)):r&&this.#i(r,n,o.checkpoint)}this.#a(this.#t,e)})}#b(e,o){if(!(e&&oe(e.checkpoint)>oe(o.checkpoint)))return this.#f(e,o,!1);let{checkpoint:r}=e;return this.#f({...e,checkpoint:o.checkpoint},{...o,checkpoint:r},!1)}},Ti=({kind:t})=>!["signature","malformed","unreadable"].includes(t)});function Oe(t){let e=`why.${t?.code}`;return xs(e)?a(e,t.values):String(t?.message??t)}var $n=b(()=>{"use strict";T()});function tt({title:t,onClose:e,children:o,wide:n=!1}){let r=P(null),s=ke();return k(()=>{let i=document.activeElement;return r.current?.showModal(),()=>{i instanceof HTMLElement&&i.isConnected&&i.focus()}},[]),l`
<dialog
ref=${r}
class=${n?"wide":""}
aria-labelledby=${s}
onCancel=${i=>{i.target===r.current&&(i.preventDefault(),e())}}
>
<header>
<h2 id=${s}>${t}</h2>
<button type="button" class="icon-button" aria-label=${a("app.close")} onClick=${e}>
✕
</button>
</header>
${o}
</dialog>
`}var zt=b(()=>{"use strict";T();S()});async function xo(t){try{return await navigator.clipboard.writeText(t),!0}catch{return A$(t)}}function A$(t){let e=document.activeElement,o=document.createElement("textarea");o.value=t,o.readOnly=!0,o.className="off-screen",(e?.closest("dialog")??document.body).append(o),o.select();let n=document.execCommand("copy");return o.remove(),e instanceof HTMLElement&&e.focus({preventScroll:!0}),n}var jr=b(()=>{"use strict"});function ru(t){t==="system"?delete document.documentElement.dataset.theme:document.documentElement.dataset.theme=t}var bn,Jt,yn=b(()=>{"use strict";Ue();bn=ae("theme","system"),Jt=ae("zone","local");ru(bn.get());bn.watch(ru)});function it({at:t}){let e=E(Jt);return t?l`<time datetime=${t} title=${t}>${Be(t,e)}</time>`:null}async function Ce(t,e=t){await xo(t)?q(a("app.copied",{what:e})):q(a("app.notCopied",{what:t}),"error")}function V({children:t,title:e,hidden:o=!1}){let n=P(null),r=e??String(t);return k(()=>{document.title=`${r} \xB7 ${a("app.name")}`},[r]),k(()=>{V.moves&&n.current?.focus({preventScroll:!0}),V.moves=!0},[]),l`<h1 ref=${n} tabindex="-1" class=${o?"off-screen":""}>
${t}
</h1>`}var wn,vo,I,K=b(()=>{"use strict";jr();Q();H();T();U();S();gt();wt();yn();wn=({at:t})=>l`
<time datetime=${t}>${fc(t,E(Jt))}</time>
`;vo=({id:t,short:e=!1})=>l`
<button
type="button"
class="copy-id"
title=${a("app.copy",{what:t})}
onClick=${o=>{o.stopPropagation(),Ce(t)}}
>
<code>${e?lo(t):t}</code><${R} name="copy" />
<span class="off-screen">${a("app.copy",{what:e?t:""})}</span>
</button>
`;V.moves=!1;I=({to:t,query:e,children:o,...n})=>l`
<a href=${C(t,e)} ...${n}>${o}</a>
`});var ue,Er,ko=b(()=>{"use strict";en();T();S();gt();K();ue=({text:t,wrong:e=null})=>e===null?l`<span class="proved"><${R} name="check" />${t}</span>`:l`<strong class="not-proved" title=${e}><${R} name="alarm" />${t}</strong>`,Er=({title:t,text:e,why:o,name:n,evidence:r,children:s})=>l`
<p class="alarm-title">${t}</p>
<p>${e} ${o&&l`<span class="alarm-why">(${o})</span>`}</p>
<div class="row">
<button
type="button"
onClick=${()=>Je(n,JSON.stringify(r(),null,2),"application/json")}
>
<${R} name="download" />${a("proof.download")}
</button>
${s}
<${I} to="/help/proof">${a("proof.whatToDo")}<//>
</div>
`});function Le(){let t=Yn("ledger");return t===null||ie("ledger")!==null?ie("ledger"):{key:"",checkpoint:t,at:""}}function uu(t){co("pin",t),So.update(e=>e+1),gn()}async function gn(t=1){let e=Le(),o=n=>j(n,{asText:!0,asks:!1});try{let[n,r]=await Promise.all([o("/log/checkpoint"),o("/log/key")]),s={"/log/key":r.trimEnd()},i=()=>{setTimeout(gn,j$,t-1)};await ne.watch(e,{checkpoint:n,keys:s},t?{again:i}:{})}catch(n){if(!(n instanceof J))throw n;ne.unchecked()}}function su(t,e){let{kind:o,from:n,to:r}=t,s=e===null?"refused":o,i=location.origin+St,c=()=>Ql(t,i,e??new Date().toISOString()),u=l`
<${Er}
title=${a(`proof.alarm.${s}`,{from:n,to:r})}
text=${a(`proof.alarm.${s}Hint`,{from:n})}
why=${Oe({...t,message:t.why})}
name="ledger-alarm.json"
evidence=${c}
>
${e&&e<E$&&l`<span>${a("proof.unresolved",{at:Be(e,"local")})}</span>`}
${e&&l`<${C$} finding=${t} />`}
<//>
`;po("proof",{kind:e===null||o==="damaged"?"warning":"alarm",content:u})}function iu(){let{alarm:t,warning:e}=ne.state.get();t?su(t.finding,t.at):e?su(e,null):po("proof",null)}function C$({finding:t}){let[e,o]=y(!1),{kept:n,from:r,to:s}=t,i=Ti(t),c=()=>{i&&(au=null),ne.accept(),So.update(u=>u+1),gn()};return l`
<button type="button" onClick=${()=>o(!0)}>
${a(i?"proof.accept":"proof.dismiss")}
</button>
${e&&l`
<${tt}
title=${a(i?"proof.acceptTitle":"proof.dismiss")}
onClose=${()=>o(!1)}
>
<p>${a(i?"proof.acceptHint":"proof.dismissHint")}</p>
${i&&l` <dl class="facts">
<dt>${a("proof.before")}</dt>
<dd><code>${n?.key}</code>, ${a("proof.entries",{n:r})}</dd>
<dt>${a("proof.now")}</dt>
<dd><code>${ji(t)}</code>, ${a("proof.entries",{n:s})}</dd>
</dl>`}
<div class="row">
<button type="button" class="danger" onClick=${c}>
${a(i?"proof.accept":"proof.dismiss")}
</button>
<button type="button" onClick=${()=>o(!1)}>${a("app.cancel")}</button>
</div>
<//>
`}
`}function hu(){let t=E(ne.state),e=E(N);k(()=>(iu(),ne.state.watch(iu)),[]),k(()=>{gn();let r=setInterval(()=>document.hidden||gn(),T$);return()=>clearInterval(r)},[e?.user_id]);let o=tu(t,au,!!e);if(!o)return null;let n=a(`proof.${o.name}`,o.values);return l`<span id="proof-status"><${I} to="/help/proof">${n}<//></span>`}var T$,j$,E$,au,So,O$,ne,cu,lu,du,fu,Ze=b(()=>{"use strict";et();W();Q();mn();eu();nu();H();Ue();Yt();Vo();T();$n();cr();U();S();zt();ko();K();T$=5*6e4,j$=2500,E$=new Date().toISOString();au=Le(),So=mt(0),O$=3e4,ne=new Tr({prove:async(t,e)=>{if(!N.get())throw new J({status:401});return yc(O$,o=>j("/v1/proof/consistency",{query:{from:t,to:e},asks:!1,signal:o}))},kept:t=>t==="ledger"?Le():ie(t),keptText:Yn,keep:co,now:()=>Date.now(),later:(t,e)=>setTimeout(t,e)}),cu=(t,e)=>ne.watch(t,e,{isReader:!0}),lu=()=>ne.pin()??(Le()?.key||null);du=()=>ne.pin(),fu=t=>E(ne.state).connected.has(t)});function pu(t,e){let o=t?.field;if(!t||!o||!e.includes(o))return{at:()=>null,rest:t};let n=t.detail.startsWith(`${o}: `)?t.detail.slice(o.length+2):t.detail;return{at:r=>r===o?n:null,rest:null}}var mu=b(()=>{"use strict"});function vt(t){let{of:e,action:o,busy:n=o,isMain:r=!0,isOff:s,fields:i=[],children:c}=t,[u,d,f]=e,{at:h,rest:m}=pu(f,i);return l`
<form
class=${t.class}
onSubmit=${p=>{p.preventDefault(),u()}}
>
${typeof c=="function"?c(h):c}
<${rt} problem=${m} />
<button type="submit" class=${r?"primary":""} disabled=${d||s}>
${d?n:o}
</button>
</form>
`}function M({id:t,label:e,hint:o,error:n,as:r="input",onValue:s,children:i,...c}){let u=ke(),d=t??u,f=[o&&`${d}-hint`,n&&`${d}-error`].filter(Boolean).join(" ");return l`
<div class="field">
<label for=${d}>${e}</label>
<${r}
id=${d}
aria-describedby=${f||void 0}
aria-invalid=${n?"true":void 0}
onInput=${h=>s?.(h.currentTarget.value)}
...${c}
>
${i}
<//>
${o&&l`<p class="hint" id="${d}-hint">${o}</p>`}
${n&&l`<p class="field-error" id="${d}-error">${n}</p>`}
</div>
`}function Ne({label:t,options:e,value:o,onValue:n}){let r=ke();return l`
<fieldset class="choice">
<legend>${t}</legend>
${e.map(s=>l`
<label key=${s.value}>
<input
type="radio"
name=${r}
value=${s.value}
checked=${s.value===o}
onChange=${()=>n(s.value)}
/>
<span>${s.text}</span>
</label>
`)}
</fieldset>
`}var Tt=b(()=>{"use strict";mu();S();ut()});function Oi({user:t,onDone:e}){let[o,n]=y("password"),[r,s]=y(t??""),[i,c]=y(""),u=o==="token",[d,f,h,m]=Z(async()=>{let w=u?{token:i.trim()}:{username:r,password:i},g=await Qa(w);c(""),e?.(g)}),p=h&&[400,401].includes(h.status),$=w=>{n(w),c(""),m()};return l`
<${vt}
class="sign-in"
of=${[d,f,p?null:h]}
action=${a("signIn.submit")}
>
<${L$} how=${o} onHow=${$} />
${!u&&l`
<${M}
label=${a("signIn.user")}
name="username"
autocomplete="username"
autocapitalize="none"
spellcheck=${!1}
required
readonly=${!!t}
value=${r}
onValue=${s}
/>
`}
<${M}
key=${o}
label=${a(u?"signIn.token":"signIn.password")}
hint=${u?a("signIn.tokenHint"):""}
error=${p&&a(u?"signIn.wrongToken":"signIn.wrong")}
name=${o}
type="password"
autocomplete=${u?"off":"current-password"}
required
autofocus=${!!t}
value=${i}
onValue=${c}
/>
<//>
`}function $u(){let t=E(Ei);if(!t)return null;let e=o=>{Ei.set(null),t.done(o)};return l`
<${tt} title=${a("signIn.ended")} onClose=${()=>e(!1)}>
<p>${a("signIn.endedHint",{user:t.user})}</p>
<${Oi}
user=${t.user}
onDone=${o=>{o.user_id===t.user?e(!0):location.reload()}}
/>
<//>
`}var L$,Ei,Ci=b(()=>{"use strict";et();W();Yt();T();zt();Tt();U();S();L$=({how:t,onHow:e})=>l`
<${Ne}
label=${a("signIn.how")}
value=${t}
options=${[{value:"password",text:a("signIn.withPassword")},{value:"token",text:a("signIn.withToken")}]}
onValue=${e}
/>
`;Ei=mt(null);Ka(()=>{let t=N.get()?.user_id;return t?new Promise(e=>Ei.set({user:t,done:e})):Promise.resolve(!1)})});var yu={};Gt(yu,{default:()=>bu});function P$(){let{data:t}=B(n=>j("/log/checkpoint",{signal:n,asks:!1,asText:!0}),[]);if(!t)return null;let[e,o]=t.split(`
`);return l`
<dl class="facts" id="public-facts">
<dt>${a("landing.ledger")}</dt>
<dd><code>${e}</code></dd>
<dt>${a("landing.checkpoint")}</dt>
<dd>${a("landing.size",{n:Number(o)})}</dd>
</dl>
`}function bu(){return l`
<div class="landing">
<div>
<${V}>${a("landing.title")}<//>
<p class="lead">${a("landing.what")}</p>
<${P$} />
<p class="links">
<${I} to="/help/proof">${a("landing.help")}<//>
<a href=${C("/docs")}>${a("landing.docs")}</a>
</p>
</div>
<section class="card" aria-labelledby="sign-in">
<h2 id="sign-in">${a("signIn.title")}</h2>
<${Oi} />
</section>
</div>
`}var wu=b(()=>{"use strict";W();H();U();S();Ci();K();T()});function gu(){let[t,e]=y(""),[o,n]=y(""),[r,s]=y(du());return l`
<form id="pin-key" onSubmit=${c=>{c.preventDefault();let u=t.trim();try{yo(u)}catch{return n(a("proof.pinWrong"))}return uu(u),n(""),s(u),q(a("proof.pinDone"),"ok")}}>
${r&&l`<p class="hint">${a("proof.pinned",{key:r})}</p>`}
<${M}
label=${a("proof.pin")}
hint=${a("proof.pinHint")}
error=${o}
value=${t}
onValue=${e}
name="verifier-key"
autocomplete="off"
required
/>
<button type="submit">${a("proof.pinDo")}</button>
</form>
`}var _u=b(()=>{"use strict";pn();Tt();S();wt();Ze();T()});var H$,F$,xu,vu=b(()=>{"use strict";S();K();_u();T();H$=["means","when","not","alarm","key","outside"],F$=`curl -O $SERVER/log/checkpoint
unzip JOB_ID.evidence.zip
jobctl check JOB_ID.evidence --key verifier.key
python3 check.py JOB_ID.evidence --key verifier.key`,xu=()=>l`
<article class="help">
<${V}>${a("help.proof.title")}<//>
<p class="lead">${a("help.proof.lead")}</p>
${H$.map(t=>l`
<section key=${t} id=${t}>
<h2>${a(`help.proof.${t}`)}</h2>
${a(`help.proof.${t}Text`).split(`
`).map(e=>l`<p key=${e}>${e}</p>`)}
${t==="key"&&l`<${gu} />`}
${t==="outside"&&l`<pre class="scroll-x" tabindex="0">${F$}</pre>`}
</section>
`)}
</article>
`});var U$,at,Vt,Cr,Ct=b(()=>{"use strict";T();S();gt();U$=new Set(["answered"]),at=({status:t,cause:e})=>l`
<span class="badge badge-${t}" title=${e?F("cause",e):void 0}>
<${R} name=${t} />
<span>${F("status",t)}</span>
${e&&!U$.has(e)&&l`<span class="badge-cause">${F("cause",e)}</span>`}
</span>
`,Vt=({children:t})=>l`<span class="tag">${t}</span>`,Cr=({count:t=0,newest:e})=>t>0&&l`
<span class="notes" title=${e?`${e.actor}: ${e.text}`:""}>
<${R} name="note" /><span class="off-screen">${a("jobs.notes",{n:t})}: </span>
${t>1&&l`<b>${t}</b> `}${e?.text}
</span>
`});var Lr,Ni=b(()=>{"use strict";Lr=[["/","keys.search"],["j","keys.down"],["k","keys.up"],["Enter","keys.open"],["Esc","keys.escape"],["?","keys.help"]]});function ku(){let t=E(N);return l`
<${V}>${a("help.title")}<//>
<p><${I} to="/help/proof">${a("help.proof.title")}<//>: ${a("help.proof")}</p>
<${Nr}
id="statuses"
title=${a("help.statuses")}
facts=${B$.map(e=>[l`<${at} status=${e} />`,a(`help.status.${e}`)])}
/>
<${Nr}
id="causes"
title=${a("help.causes")}
hint=${a("help.causesHint")}
facts=${W$.map(([e,o])=>[F("cause",e),l`
${a(`help.cause.${e}`)}${" "}
<span class="muted">
${o.map(n=>F("status",n)).join(", ")||a("help.any")}
</span>
`])}
/>
<${Nr}
id="keys"
title=${a("keys.title")}
hint=${a("help.keysHint")}
facts=${Lr.map(([e,o])=>[l`<kbd>${e}</kbd>`,a(o)])}
/>
<${Nr}
id="more"
title=${a("help.more")}
facts=${[[l`<a href=${C("/docs")}>${a("landing.docs")}</a>`,a("help.docs")],...t?[[l`<${I} to="/account">${a("account.title")}<//>`,a("help.account")]]:[],[l`<a href=${C("/log/checkpoint")}>${a("landing.checkpoint")}</a>`,a("help.checkpoint")],[l`<a href=${C("/log/key")}>${a("health.key")}</a>`,a("help.key")]]}
/>
`}var B$,W$,Nr,Su=b(()=>{"use strict";et();H();Ct();U();S();Ni();K();T();B$=["IN_PROGRESS","SUCCESS","FAILED","UNCONFIRMED"],W$=[["answered",["SUCCESS","FAILED"]],["reported",["SUCCESS","FAILED","UNCONFIRMED"]],["never_sent",["FAILED"]],["withheld",["FAILED"]],["timed_out",["UNCONFIRMED"]],["connection_lost",["UNCONFIRMED"]],["unreadable_answer",["UNCONFIRMED"]],["inconclusive_answer",["UNCONFIRMED"]],["interrupted",["UNCONFIRMED"]],["imported",[]]],Nr=({id:t,title:e,hint:o,facts:n})=>l`
<section class="card" aria-labelledby=${t}>
<h2 id=${t}>${e}</h2>
${o&&l`<p>${o}</p>`}
<dl class="facts">
${n.map(([r,s])=>[l`<dt>${r}</dt>`,l`<dd>${s}</dd>`])}
</dl>
</section>
`});var Tu={};Gt(Tu,{default:()=>Au});function Au({topic:t}){return t==="proof"?l`<${xu} />`:l`<${ku} />`}var ju=b(()=>{"use strict";S();vu();Su()});function Eu(t){let e=o=>{if(o.ctrlKey||o.metaKey||o.altKey||o.defaultPrevented||q$(o.target)||document.querySelector("dialog[open]"))return;let n=t[o.key];n&&(o.preventDefault(),n(o))};return addEventListener("keydown",e),()=>removeEventListener("keydown",e)}var q$,Ou=b(()=>{"use strict";q$=t=>t instanceof HTMLElement&&(t.isContentEditable||/^(INPUT|TEXTAREA|SELECT)$/.test(t.tagName))});function Cu(t=Date.now){let e=null;return ye(()=>e=null),{leave(o,n,r){e=o!==void 0&&o===N.get()?.user_id?{value:r,search:n,until:t()+z$}:null},find:o=>e?.search===o&&t()<e.until?e.value:null}}var z$,Lu=b(()=>{"use strict";et();z$=6e5});function re(t,e){let o=new Di(t,e);return()=>o.end()}var J$,V$,K$,G$,Di,Ao=b(()=>{"use strict";W();H();J$=1e3,V$=2e4,K$=4e3,G$=["job_created","job_imported","status_changed","note_added"];Di=class{#e;#t;#n;#s;#o=null;#r=!1;#d=new AbortController;#c=[];#l=0;#a=0;#u=0;#i=0;constructor(e,{onEntries:o,onState:n=()=>{}}){this.#e=e,this.#s=e.after,this.#t=o,this.#n=n,document.addEventListener("visibilitychange",this.#w),window.addEventListener("pagehide",this.#$),this.#f()}end(){document.removeEventListener("visibilitychange",this.#w),window.removeEventListener("pagehide",this.#$),clearTimeout(this.#a),clearTimeout(this.#i),cancelAnimationFrame(this.#l),this.#h()}#f(){this.#h();let[e,o]=[this.#e,this.#s],n=o===void 0&&!this.#r?e.from:void 0,r=new EventSource(C("/v1/stream",{...e,from:n,after:o}));this.#o=r,r.onopen=()=>{clearTimeout(this.#i),this.#i=0,Fe.set(!0),this.#n(this.#r?"stale":"open"),this.#r=!1},r.onerror=()=>this.#m();for(let s of G$)r.addEventListener(s,i=>this.#b(i));r.addEventListener("ended",()=>{this.#o?.close(),this.#m()})}#h(){this.#o?.close(),this.#o=null,clearTimeout(this.#u),this.#d.abort()}#b(e){this.#s=e.lastEventId||this.#s,this.#c.push(JSON.parse(e.data)),this.#c.length>=J$?this.#p():this.#l||=requestAnimationFrame(()=>this.#p())}#p(){cancelAnimationFrame(this.#l),this.#l=0;let e=this.#c;this.#c=[],e.length&&this.#t(e)}#m(){this.#n("lost"),this.#i||=window.setTimeout(()=>Fe.set(!1),K$),this.#o?.readyState===EventSource.CLOSED&&(this.#h(),this.#y(2e3))}#y(e){this.#d=new AbortController;let{signal:o}=this.#d,n=()=>j("/v1/meta",{signal:o}).then(()=>o.aborted||this.#f(),r=>{!o.aborted&&r.status!==401&&this.#y(1e4)});this.#u=window.setTimeout(n,e)}#$=()=>this.#h();#w=()=>{clearTimeout(this.#a),document.hidden?this.#a=window.setTimeout(()=>this.#h(),V$):this.#o||(this.#s=void 0,this.#r=!0,this.#f())}}});function de(t){let e=t.trim().toLowerCase().replaceAll("-","");return/^[0-9a-f]{1,32}$/.test(e)?e:null}function Ri(t,e){let o=de(String(t));return o?.length===32&&o===de(String(e))}var _n=b(()=>{"use strict"});function xn(t){let e={};for(let o of Dr)e[o]=[...new Set(t.getAll(o).filter(Boolean))];for(let o of Nu)t.get(o)&&(e[o]=t.get(o));return e}function Rr(t){let e=new URLSearchParams;for(let o of Dr)for(let n of t[o])e.append(o,n);for(let o of Nu)t[o]&&e.append(o,t[o]);return e}function Y$(t){let[,e,o]=/^(\d{1,4})([hd])$/.exec(t)??[];return e?Number(e)*(o==="d"?24:1)*36e5:null}function To(t,e){let{within:o,...n}=t,r=o&&Y$(o);return r?{...n,since:new Date(e-r).toISOString()}:n}function Ii(t){let e=[...Rr({...t,status:[]})],o=Object.fromEntries(e),n=Object.keys(o);return n.every(s=>X$.includes(s))&&n.length===e.length?o:null}function Qe(t,e,o){let n=t[e],r=n.filter(s=>s!==o);return{...t,[e]:r.length<n.length?r:[...n,o]}}function Pu(t,e,o){return Dr.some(n=>n===e)?Qe(t,e,o):{...t,[e]:void 0}}function Hu(t,e,o){let n=To(t,o),r=Date.parse(e.created_at);return Dr.every(s=>s==="cid"||!t[s].length||t[s].includes(e[s]))&&(!t.job_id||de(e.job_id)?.startsWith(de(t.job_id)??"none"))&&(!t.retry_of||t.retry_of===e.retry_of)&&(!n.since||r>=Date.parse(String(n.since)))&&(!n.until||r<Date.parse(String(n.until)))}function Mi(t,e,o=0){let[n,r,s]=t.split("-").map(Number);return(e==="utc"?new Date(Date.UTC(n,r-1,s+o)):new Date(n,r-1,s+o)).toISOString()}function Pi(t,e,o=0){let n=new Date(Date.parse(t??"")-o);return Number.isNaN(n.getTime())?"":(e==="utc"?[n.getUTCFullYear(),n.getUTCMonth()+1,n.getUTCDate()]:[n.getFullYear(),n.getMonth()+1,n.getDate()]).map(s=>String(s).padStart(2,"0")).join("-")}var Dr,Nu,Du,Ru,Iu,Mu,X$,Ir,jo=b(()=>{"use strict";_n();Dr=["status","cause","action_name","user_id","cid","batch_id","source"],Nu=["job_id","retry_of","since","until","within"],Du=["IN_PROGRESS","SUCCESS","FAILED","UNCONFIRMED"],Ru=["answered","reported","imported","unreadable_answer","inconclusive_answer","timed_out","connection_lost","interrupted","never_sent","withheld"],Iu=["gateway","api","import","embedded"],Mu=["24h","7d","30d"];X$=["user_id"];Ir=t=>[...Rr(t)].map(([e,o])=>({name:e,value:o}))});function Mr(t,e,o){if(t==="status"||t==="cause"||t==="source")return F(t,e);if(t==="within"){let r=Number.parseInt(e,10);return a(e.endsWith("d")?"filter.days":"filter.hours",{n:r})}return t!=="since"&&t!=="until"||Number.isNaN(Date.parse(e))?e:Be(e,o).endsWith("00:00:00")?hc(e,o):Be(e,o)}var Eo,Fu=b(()=>{"use strict";Q();T();Eo=t=>a(`filter.${t}`)});function Oo({name:t,filters:e,set:o,options:n=[],isOpen:r=!1}){let[s,i]=y(""),c=s.trim().toLowerCase(),d=[...new Set([...e[t],...n])].filter(h=>h.toLowerCase().includes(c)),f=h=>{h.preventDefault();let m=s.trim();m&&!e[t].includes(m)&&o(Qe(e,t,m)),i("")};return l`
<${mo} label=${Eo(t)} class=${e[t].length?"is-set":""}>
${()=>l`
${r&&l`
<form onSubmit=${f} class="row add-value">
<input
aria-label=${Eo(t)}
value=${s}
placeholder=${Eo(t)}
autocapitalize="none"
spellcheck=${!1}
ref=${h=>s||h?.focus()}
onInput=${h=>i(h.currentTarget.value)}
/>
<button type="submit">${a("filter.add")}</button>
</form>
`}
<ul class="values">
${d.slice(0,100).map(h=>l`
<li key=${h}>
<label>
<input
type="checkbox"
checked=${e[t].includes(h)}
onChange=${()=>o(Qe(e,t,h))}
/>
${Mr(t,h,"utc")}
</label>
</li>
`)}
</ul>
`}
<//>
`}function Uu({label:t,day:e,onDay:o}){let[n,r]=y("");return l`
<${M}
label=${t}
type="date"
value=${n||e}
onValue=${s=>{let i=!s||s>="1000";r(i?"":s),i&&o(s)}}
/>
`}function Z$({filters:t,set:e}){let o=E(Jt),n=t.since||t.until||t.within,r=s=>e({...t,within:void 0,...s});return l`
<${mo} label=${a("filter.date")} class=${n?"is-set":""}>
${()=>l`
<div class="row spans">
${Mu.map(s=>l`
<button
key=${s}
type="button"
aria-pressed=${t.within===s}
onClick=${()=>r({since:void 0,until:void 0,within:t.within===s?void 0:s})}
>
${Mr("within",s,o)}
</button>
`)}
</div>
<${Uu}
label=${a("filter.from")}
day=${Pi(t.since,o)}
onDay=${s=>r({since:s?Mi(s,o):void 0})}
/>
<${Uu}
label=${a("filter.to")}
day=${Pi(t.until,o,1)}
onDay=${s=>r({until:s?Mi(s,o,1):void 0})}
/>
`}
<//>
`}function Wu({filters:t,set:e,stats:o}){let n=E(N),[r,s]=y(!1),i={filters:t,set:e},c=vn(o?.by_action),u=vn(o?.by_user),d=Ir(t);return l`
<div class="filters ${r?"is-open":""}">
<button
type="button"
class="filters-switch"
aria-expanded=${r}
onClick=${()=>s(!r)}
>
${a("filter.all")}<${R} name="down" />
</button>
<div class="row filters-list" role="group" aria-label=${a("filter.all")}>
<${Oo} name="cause" options=${Ru} ...${i} />
<${Oo} name="action_name" options=${c} isOpen ...${i} />
${n?.role!=="operator"&&l`<${Oo} name="user_id" options=${u} isOpen ...${i} />`}
<${Oo} name="cid" isOpen ...${i} />
<${Oo} name="batch_id" isOpen ...${i} />
<${Oo} name="source" options=${Iu} ...${i} />
<${Z$} ...${i} />
</div>
</div>
${d.length>0&&l`<${Q$} all=${d} ...${i} />`}
`}function Q$({filters:t,set:e,all:o}){let n=E(Jt);return l`
<div class="row chosen" role="group" aria-label=${a("filter.chosen")}>
${o.map(({name:r,value:s})=>l`
<${ol}
key=${`${r} ${s}`}
name=${Eo(r)}
value=${Mr(r,s,n)}
onRemove=${()=>e(Pu(t,r,s))}
/>
`)}
<button
type="button"
class="quiet"
id="clear-filters"
onClick=${()=>e(xn(new URLSearchParams))}
>
${a("filter.clear")}
</button>
</div>
`}var Bu,vn,Hi=b(()=>{"use strict";et();Q();U();S();Tt();gt();nn();yn();T();jo();Fu();Bu=({filters:t,set:e,total:o})=>l`
<div class="statuses" role="group" aria-label=${Eo("status")}>
${Du.map(n=>l`
<button
key=${n}
type="button"
class="status-filter badge-${n}"
aria-pressed=${t.status.includes(n)}
onClick=${()=>e(Qe(t,"status",n))}
>
<${R} name=${n} />${F("status",n)}
${o!==null&&l`<b>${o?D(o[n]):"\u2013"}</b>`}
</button>
`)}
</div>
`;vn=t=>(t?.rows??[]).map(e=>e.value)});function kn(t,e){if(e.index<=t.last_index)return!1;if(t.last_index=e.index,e.kind==="note_added"){let{index:o,recorded_at:n,actor:r,text:s}=e;t.note_count=(t.note_count??0)+1,t.newest_note={index:o,recorded_at:n,actor:r,text:s}}else{let{index:o,status:n,cause:r,http_status:s,error_message:i,recorded_at:c}=e,u=[...t.changes??[],o];Object.assign(t,{status:n,cause:r,http_status:s,error_message:i,changes:u}),t.updated_at=c}return!0}function Co([t,...e]){let o=tb(t);for(let n of e)kn(o,n);return o}var tb,Pr=b(()=>{"use strict";tb=t=>({...t,status:t.status??"IN_PROGRESS",cause:t.cause??null,customer_count:t.customers?.count??t.customer_count,last_index:t.index,changes:[],note_count:0,newest_note:null})});function Ju(t){t.size>eb&&t.delete(t.keys().next().value)}var Sn,qu,zu,An,eb,Hr,Fr,Fi=b(()=>{"use strict";Pr();jo();Sn=100,qu=8,zu=15e4,An=1e3,eb=2e3,Hr=class{constructor(e,o,n=null){this.filters=e,this.recent=o,this.pages=[],this.next=n,this.start=n,this.count=0,this.top=-1,this.fresh=new Set,this.byId=new Map}get isDone(){return this.next===void 0||this.count>=zu}get isTruncated(){return this.next!==void 0&&this.count>=zu}locate(e){let o=0;for(let[n,r]of this.pages.entries()){if(e<o+r.count)return{number:n,offset:e-o};o+=r.count}return{number:this.pages.length,offset:0}}slice(e,o){let n=[],{number:r,offset:s}=this.locate(e);for(let i=Math.min(o,this.count)-e;i>0;r+=1,s=0){let{count:c,rows:u}=this.pages[r],d=Math.min(i,c-s);for(let f=0;f<d;f+=1)n.push(u?u[s+f]:null);i-=d}return n}wanted(e,o){let n=Math.min(this.locate(o).number,this.pages.length-1);for(let r=this.locate(e).number;r<=n;r+=1){let{rows:s,stale:i}=this.pages[r];if(!s||i)return r}return!this.isDone&&o>this.count-Sn/2?this.pages.length:null}cursorOf(e){return e<this.pages.length?this.pages[e].cursor:this.next??null}place(e,{jobs:o,next:n},r){if(this.#e(e)&&this.pages.length)return this.#t(o);let s=this.pages[e]??{cursor:this.next??null,count:0,rows:null},i=o.length-s.count;e===this.pages.length&&(this.pages.push(s),this.next=n??void 0),this.top<0&&o.length&&(this.top=o[0].index);for(let c of s.rows??[])this.byId.delete(c.job_id);this.pages[e]={cursor:s.cursor,count:o.length,rows:o};for(let c of o){this.byId.set(c.job_id,c);for(let u of this.recent.entriesOf(c.job_id))kn(c,u)}if(this.count+=i,this.#e(e))for(let c of this.recent.jobs.values())this.#n(c,r);return i}#e(e){return e===0&&this.start===null}#t(e){for(let o of e){let n=this.byId.get(o.job_id);n&&n.last_index<=o.last_index&&Object.assign(n,o)}return this.pages[0].stale=!1,0}forget(e,o){let n=this.locate(e).number-qu,r=this.locate(o).number+qu;for(let[s,i]of this.pages.entries())if(!(!i.rows||s>=n&&s<=r||this.#e(s))){for(let c of i.rows)this.byId.delete(c.job_id);i.rows=null}}expire(){for(let e of this.pages)e.stale=!0}take(e,o){let n=!1;for(let r of e){let s=this.byId.get(r.job_id);s?n=kn(s,r)||n:n=this.#n(this.recent.jobs.get(r.job_id),o)||n}return n}#n(e,o){if(!e||e.index<=this.top||this.start!==null||this.filters.cid.length||this.byId.has(e.job_id))return!1;let n=this.fresh.size;return n>=An?!1:(Hu(this.filters,e,o)?this.fresh.add(e.job_id):this.fresh.delete(e.job_id),this.fresh.size!==n)}limitOf(e){return e<this.pages.length&&this.#e(e)?5*Sn:Sn}compare(e){this.fresh.size>=An||(this.fresh=new Set(e.filter(o=>o.index>this.top).map(o=>o.job_id)))}},Fr=class{constructor(){this.entries=new Map,this.jobs=new Map}take(e){for(let o of e){if(o.kind==="job_created"||o.kind==="job_imported"){this.jobs.set(o.job_id,Co([o])),Ju(this.jobs);continue}let n=this.jobs.get(o.job_id);n&&kn(n,o),this.entries.set(o.job_id,[...this.entriesOf(o.job_id).slice(-20),o]),Ju(this.entries)}}entriesOf(e){return this.entries.get(e)??[]}}});var ob,nb,rb,Vu,sb,Ur,Ku=b(()=>{"use strict";Ft();Vo();jo();Fi();ob=120,nb=2e3,rb=5e3,Vu=t=>Object.keys(t).length===0,sb=(t,e)=>setTimeout(t,e),Ur=class{list=null;#e=null;stats=null;problem=null;isLoading=!1;shift=0;scrolled=0;#t;#n=null;#s=new Fr;#o=[0,40];#r=0;#d=0;#c=new AbortController;#l=()=>{};#a=new Set;#u=!1;constructor(e){this.#t={later:sb,now:Date.now,...e}}async open(e,o=null){this.#c.abort(),this.#c=new AbortController,this.#d=this.#t.now(),this.#o=[0,40],this.#e=new Hr(e,this.#s,o),this.list??=this.#e,this.problem=null,this.isLoading=!1,await this.#i()}reload(){return this.#e?this.open(this.#e.filters):Promise.resolve()}openRest(){let e=this.list;return e?this.open(e.filters,e.next??null):Promise.resolve()}retry(){return this.problem=null,this.#i()}totalOf(e){let o=Ii(e);return o===null?null:Vu(o)?this.stats?.total:this.#n?.of===JSON.stringify(o)?this.#n.total:void 0}show(e,o){this.list===this.#e&&(this.#o=[e,o],this.problem||this.#i())}close(){this.#u=!0,this.#c.abort(),this.#l()}async resume(e){this.#t.onChange=e,this.#u=!1,this.#c=new AbortController,this.isLoading=!1,this.problem=null,this.stats=null,this.#n=null,this.list?.expire(),this.#e=this.list,await this.#i(),await this.#$().catch(()=>{})}async#i(){let e=this.#e,{signal:o}=this.#c;if(!e||this.isLoading||this.#u)return;let[n,r]=this.#o,s=e.wanted(n,r);if(s!==null){this.isLoading=!0,this.#t.onChange();try{this.stats||await this.#h();let i=e.limitOf(s),c={...To(e.filters,this.#d),limit:i},u=e.cursorOf(s),[d]=await Promise.all([this.#t.get("/v1/jobs",{query:{...c,cursor:u},signal:o}),this.totalOf(e.filters)===void 0&&this.#y()]);if(o.aborted)return;let f=s<e.locate(this.#o[0]).number,h=e.place(s,d,this.#t.now());f&&(this.shift+=h),e.forget(this.#o[0],this.#o[1]),this.#r=0}catch(i){if(o.aborted)return;if(!(i instanceof J))throw i;this.problem=i,i.isTemporary&&this.#f(i,o)}finally{o.aborted||(this.isLoading=!1)}this.list=e,this.#t.onChange(),this.problem||await this.#i()}}#f(e,o){let n=uo(this.#r,e);this.#r+=1,this.#t.later(()=>{!o.aborted&&this.problem===e&&this.retry()},n)}async#h(){if(await this.#m(),this.#u)return;let{size:e}=this.stats.head;this.#l(),this.#l=this.#t.follow(e>0?{after:e-1}:{from:0},{onEntries:o=>this.#b(o),onState:o=>{o==="stale"&&(this.list?.expire(),this.#i(),this.#p("count",0,()=>this.#m()),this.#p("look",0,()=>this.#$()))}})}#b(e){this.#s.take(e),this.list?.take(e,this.#t.now())&&this.#p("draw",ob,async()=>this.#t.onChange()),this.#p("count",nb,()=>this.#m()),e.some(({kind:n})=>n==="job_created"||n==="job_imported")&&this.list?.filters.cid.length&&this.#p("look",rb,()=>this.#$())}#p(e,o,n){this.#a.has(e)||(this.#a.add(e),this.#t.later(()=>{this.#a.delete(e),this.#u||n().catch(()=>{})},o))}async#m(){let[e]=await Promise.all([this.#t.get("/v1/stats",{query:{limit:100}}),this.#y()]);this.stats=e,this.#t.onChange()}async#y(){let e=this.#e,o=e&&Ii(e.filters);if(!o||Vu(o))return;let{total:n}=await this.#t.get("/v1/stats",{query:{...o,limit:1}});e===this.#e&&(this.#n={of:JSON.stringify(o),total:n})}async#$(){let e=this.list;if(!e||e.start!==null)return;let o={...To(e.filters,this.#d),limit:Sn};e.compare((await this.#t.get("/v1/jobs",{query:o})).jobs),this.#t.onChange()}}});function Br(t){let e=de(t);return!e||/^-|--/.test(t.trim())?null:{digits:e,id:e.length===32?ab(e):null}}function Zu(t,{jobs:e,users:o,actions:n}){let r=t.trim();if(!r)return[];let s=Br(r),i=cb(r,s,e??[]),c=[...o?Gu("user",r,o):[],...Gu("action",r,n),{kind:"customer",value:r},...o?[{kind:"user",value:r}]:[],{kind:"action",value:r}],u=Xu(s)?[...i,...c]:[...c,...i];return u.filter((d,f)=>u.findIndex(h=>Ui(h,d))===f)}function Qu(t,{jobs:e}){let o=Br(t);return e===null&&Xu(o)&&!o?.id}function cb(t,e,o){return e?.id&&!o.length?[{kind:"job",value:e.id}]:[...o.map(n=>({kind:"job",value:n.job_id,job:n})),...o.length>1?[{kind:"prefix",value:t}]:[]]}function Gu(t,e,o){let n=e.toLowerCase();return o.filter(r=>r.toLowerCase().includes(n)).sort((r,s)=>Yu(r,n)-Yu(s,n)).slice(0,ib).map(r=>({kind:t,value:r}))}function Yu(t,e){let o=t.toLowerCase().indexOf(e);return o===0?t.length-e.length:1e3+o}var ib,ab,Xu,Ui,Bi=b(()=>{"use strict";_n();ib=4,ab=t=>[t.slice(0,8),t.slice(8,12),t.slice(12,16),t.slice(16,20),t.slice(20)].join("-");Xu=t=>t!==null&&t.digits.length>=8;Ui=(t,e)=>t.kind===e.kind&&t.value===e.value});function Wi(t,e){let o=Zu(t.text,e);if(t.active<0){let i=o.length&&!Qu(t.text,e)?0:-1;return{...t,shown:o,active:i}}let n=(i,c)=>c.find(u=>Ui(u,i)),r=t.shown.map(i=>n(i,o)??i),s=o.filter(i=>!n(i,t.shown));return{...t,shown:[...r,...s]}}function ed(t,e){let{shown:o,active:n,isOpen:r}=t;if(!o.length)return t;if(!r)return{...t,isOpen:!0};let s=n<0&&e<0?0:n;return{...t,active:(s+e+o.length)%o.length,isEntered:!1}}var Lo,td,od,nd,rd,sd=b(()=>{"use strict";Bi();Lo={text:"",shown:[],active:-1,isOpen:!1,isEntered:!1},td=(t,e)=>Wi({...Lo,text:t,isOpen:!0},e);od=t=>({...t,isEntered:t.isOpen,isOpen:!0}),nd=t=>({...t,isOpen:!1,isEntered:!1}),rd=({shown:t,active:e,isEntered:o})=>o?t[e]??null:null});function ub(t){let[e,o]=y({digits:"",jobs:[]}),n=Br(t)?.digits??"";return k(()=>{if(!n)return;let r=new AbortController,{signal:s}=r;return j("/v1/jobs",{query:{job_id:n,limit:lb},signal:s}).then(({jobs:c})=>c).catch(()=>[]).then(c=>s.aborted||o({digits:n,jobs:c})),()=>r.abort()},[n]),n&&e.digits===n?e.jobs:null}function db({meaning:{kind:t,value:e,job:o}}){return l`
<span class="suggestion-kind">${a(`search.${t}`)}</span>
<span class="suggestion-value">${e}</span>
${o&&l`<span>${o.action_name}</span><${at} status=${o.status} /> `}
${o&&l`<${it} at=${o.created_at} />`}
`}function hb({kind:t,value:e},o,n){if(t==="job")$t(C(O`/jobs/${e}`));else if(t==="customer")$t(C(O`/customers/${e}`));else if(t==="prefix")n({...o,job_id:e});else{let r=t==="user"?"user_id":"action_name";o[r].includes(e)||n(Qe(o,r,e))}}function pb(t,e){let o=E(N),[n,r]=y(Lo),s=ub(n.text),i=o?.role==="operator"?null:vn(t?.by_user),c={jobs:s,users:i,actions:vn(t?.by_action)};k(()=>r(d=>d.text===n.text?Wi(d,c):d),[n.text,s,t]);let u=rd(n);return k(()=>{u&&(r(Lo),e(u))},[u]),[n,r,d=>r(td(d,{...c,jobs:null}))]}function id({filters:t,set:e,stats:o}){let n=P(null),r=ke(),s=w=>hb(w,t,e),[i,c,u]=pb(o,s),{text:d,shown:f,active:h}=i,m=i.isOpen&&f.length>0;ar(n,m,()=>c(nd));let $={value:d,onInput:w=>u(w.currentTarget.value),onKeyDown:w=>{let g={ArrowDown:1,ArrowUp:-1}[w.key];if(g)c(_=>ed(_,g));else if(w.key==="Enter")c(od);else if(w.key==="Escape"&&d)c(Lo);else if(w.key==="Escape")w.target.blur();else return;w.preventDefault()},onFocus:()=>c(w=>({...w,isOpen:!0}))};return l`
<div class="search" ref=${n} role="search">
<${R} name="search" />
<input
id="search"
type="search"
role="combobox"
aria-label=${a("search.label")}
aria-expanded=${m}
aria-controls=${r}
aria-autocomplete="list"
aria-activedescendant=${m&&h>=0?`${r}-${h}`:void 0}
aria-keyshortcuts="/"
autocomplete="off"
autocapitalize="none"
spellcheck=${!1}
placeholder=${a("search.placeholder")}
...${$}
/>
<${fb}
id=${r}
meanings=${f}
...${{active:h,isShown:m}}
onChoice=${w=>{c(Lo),s(w)}}
/>
</div>
`}var lb,fb,ad=b(()=>{"use strict";et();W();H();Ot();Ct();U();S();gt();K();T();Hi();jo();Bi();sd();lb=6;fb=({id:t,meanings:e,active:o,isShown:n,onChoice:r})=>l`
<ul id=${t} role="listbox" aria-label=${a("search.suggestions")} hidden=${!n}>
${e.map((s,i)=>l`
<li
key=${`${s.kind} ${s.value}`}
id="${t}-${i}"
role="option"
aria-selected=${i===o}
onPointerDown=${c=>c.preventDefault()}
onClick=${()=>r(s)}
>
<${db} meaning=${s} />
</li>
`)}
</ul>
`});function Wr({box:t,isOnPage:e=!1,height:o,count:n,onScroll:r}){let[s,i]=y({from:0,to:40});return ve(()=>{let c=t.current,u=e?window:c,d=0,f=()=>{d=0,r?.(e?scrollY:c.scrollTop);let m=e?-c.getBoundingClientRect().top:c.scrollTop,p=m+(e?innerHeight:c.clientHeight),$=Math.max(0,Math.floor(m/o)-cd),w=Math.max(0,Math.ceil(p/o))+cd;i(g=>g.from===$&&g.to===w?g:{from:$,to:w})},h=()=>{d||=requestAnimationFrame(f)};return f(),u.addEventListener("scroll",h,{passive:!0}),addEventListener("resize",h),()=>{cancelAnimationFrame(d),u.removeEventListener("scroll",h),removeEventListener("resize",h)}},[o,n]),{from:Math.min(s.from,n),to:Math.min(s.to,n)}}function ud({label:t,count:e,height:o,children:n,of:r}){let s=P(null),i=Wr({box:s,height:o,count:e});return k(()=>{s.current&&(s.current.scrollTop=0)},[r]),l`
<div class="virtual-list" ref=${s} tabindex="0" role="list" aria-label=${t}>
<div role="presentation" style=${{height:`${e*o}px`}}>
${ld(i,c=>l`
<div
key=${c}
role="listitem"
aria-posinset=${c+1}
aria-setsize=${e}
style=${{height:`${o}px`,transform:`translateY(${c*o}px)`}}
>
${n(c)}
</div>
`)}
</div>
</div>
`}function qr({label:t,columns:e,count:o,row:n,onRange:r}){let s=P(null),[i,c]=y(36);ve(()=>{let m=s.current?.querySelector("tr[data-row]")?.clientHeight;m&&c(m)});let u=Wr({box:s,height:i,count:o}),{from:d,to:f}=u;k(()=>r?.(f),[f]);let h=m=>m>0&&l`<tr aria-hidden="true" style=${{height:`${m*i}px`}} />`;return l`
<div class="rows" ref=${s} role="group" aria-label=${t} tabindex="0">
<table aria-rowcount=${o+1}>
<thead>
<tr aria-rowindex="1">
${e.map(m=>l`<th key=${m} scope="col">${m}</th>`)}
</tr>
</thead>
<tbody>
${h(d)}
${ld(u,m=>l`
<tr key=${m} data-row aria-rowindex=${m+2}>
${n(m)}
</tr>
`)}
${h(o-f)}
</tbody>
</table>
</div>
`}var cd,ld,Tn=b(()=>{"use strict";S();cd=8;ld=({from:t,to:e},o)=>Array.from({length:e-t},(n,r)=>o(t+r))});function bb(){let[,t]=y(0);k(()=>{let o=()=>t(n=>n+1);for(let n of[qi,zi])n.addEventListener("change",o);return()=>{for(let n of[qi,zi])n.removeEventListener("change",o)}},[]);let e=Number.parseFloat(getComputedStyle(document.documentElement).fontSize);return{height:Math.round($b[qi.matches?"cards":"table"]*e),isWide:zi.matches}}function yb(t,e){t.target.closest("a, button")||getSelection()?.toString()||$t(C(O`/jobs/${e}`))}function wb({job:t,index:e,isWide:o}){let n={"data-index":e,"aria-rowindex":e+2};if(!t)return l`<tr role="row" class="job" ...${n}>
<td role="cell">…</td>
</tr>`;let{job_id:r,user_id:s,action_name:i,customer_count:c,status:u,cause:d}=t;return l`
<tr
role="row"
class="job"
...${n}
onClick=${f=>yb(f,r)}
>
<td role="cell" class="cell-user">${s}</td>
<td role="cell" class="cell-action">
<a href=${C(O`/jobs/${r}`)}>${i}</a>
${t.retry_of&&l`<${Vt}>${a("jobs.retry")}<//>`}
<${Cr} count=${t.note_count} newest=${t.newest_note} />
</td>
<td role="cell" class="cell-customers number">
${D(c)}<span class="only-cards">
${" "}${a("jobs.customersUnit",{n:c})}</span
>
</td>
<td role="cell" class="cell-status"><${at} status=${u} cause=${d} /></td>
<td role="cell" class="cell-date"><${it} at=${t.created_at} /></td>
<td role="cell" class="cell-id"><${vo} id=${r} short=${!o} /></td>
</tr>
`}function gb(t,e,o){ve(()=>{if(!e||!t.current)return;let n=t.current.getBoundingClientRect().top+e.index*o;n<2*o?scrollBy(0,n-2*o):n>innerHeight-2*o&&scrollBy(0,n-innerHeight+2*o);let r=()=>{let i=t.current?.querySelector(`[data-index="${e.index}"] a`);i instanceof HTMLElement&&i.focus({preventScroll:!0})},s=requestAnimationFrame(()=>requestAnimationFrame(r));return()=>cancelAnimationFrame(s)},[e])}function dd({jobs:t,list:e,focus:o}){let{height:n,isWide:r}=bb(),s=P(null);ve(()=>{t.scrolled&&scrollTo(0,t.scrolled)},[]);let i=f=>{t.scrolled=f},{count:c}=e,{from:u,to:d}=Wr({box:s,isOnPage:!0,height:n,count:c,onScroll:i});return k(()=>t.show(u,d),[u,d,e,c]),ve(()=>{t.shift&&(scrollBy(0,t.shift*n),t.shift=0)}),gb(s,o,n),l`
<table
class="jobs"
role="table"
aria-rowcount=${e.isDone?c+1:-1}
aria-busy=${t.isLoading}
style=${{"--row":`${n}px`}}
>
<caption class="off-screen">
${a("jobs.title")}
</caption>
<${_b} />
<tbody role="rowgroup" ref=${s} style=${{height:`${c*n}px`}}>
${u>0&&l`<tr key="above" aria-hidden="true" style=${{height:`${u*n}px`}}></tr>`}
${e.slice(u,d).map((f,h)=>{let m=u+h;return l`<${wb} key=${f?.job_id??m} ...${{job:f,index:m,isWide:r}} />`})}
</tbody>
</table>
`}var mb,$b,qi,zi,_b,fd=b(()=>{"use strict";Q();H();Ot();Ct();S();K();Tn();T();mb=["user","action","customers","status","date","id"],$b={table:2.5,cards:6.5},qi=matchMedia("(width < 60rem)"),zi=matchMedia("(width >= 90rem)");_b=()=>l`
<thead role="rowgroup">
<tr role="row" class="job" aria-rowindex="1">
${mb.map(t=>l`
<th
key=${t}
role="columnheader"
scope="col"
class="cell-${t} ${t==="customers"?"number":""}"
>
${a(`jobs.${t}`)}
</th>
`)}
</tr>
</thead>
`});function kb({views:t,query:e,close:o}){let[n,r]=y("");return l`
<form onSubmit=${i=>{i.preventDefault(),t.update(c=>[...c.filter(u=>u.name!==n.trim()),{name:n.trim(),query:e}]),o(),q(a("views.saved",{name:n.trim()}))}}>
<${M} label=${a("views.name")} required maxlength="60" value=${n} onValue=${r} />
<button type="submit">${a("views.save")}</button>
</form>
`}function hd({query:t}){let[e]=y(vb),o=E(e),n=t.toString(),r=s=>e.update(i=>i.filter(c=>c.name!==s));return l`
<${mo} label=${a("views.title")} align="end">
${s=>l`
${o.length>0&&l`
<ul class="menu views">
${o.map(i=>l`
<li key=${i.name} class="row">
<a
href=${C("/")+(i.query&&`?${i.query}`)}
aria-current=${i.query===n?"true":void 0}
onClick=${c=>{c.preventDefault(),Zn(new URLSearchParams(i.query)),s()}}
>
${i.name}
</a>
<button
type="button"
class="icon-button"
aria-label=${a("app.remove",{what:i.name})}
onClick=${()=>r(i.name)}
>
✕
</button>
</li>
`)}
</ul>
`}
${n?l`<${kb} views=${e} query=${n} close=${s} />`:l`<p class="hint">${a("views.hint")}</p>`}
`}
<//>
`}var xb,vb,pd=b(()=>{"use strict";et();H();Ot();Ue();Tt();U();S();nn();wt();T();xb={},vb=()=>{let t=`views:${N.get()?.user_id}`;return xb[t]??=ae(t,[])}});var bd={};Gt(bd,{default:()=>$d});function Sb(t){let[,e]=y(0),o=()=>e(c=>c+1),[n]=y(()=>Pt.get().isBack?md.find(t):null),r=P(n!==null),[s]=y(()=>n??new Ur({get:j,follow:re,onChange:o})),i=P(t);return i.current=t,k(()=>{let c=N.get()?.user_id;return r.current&&s.resume(o),()=>{s.close(),md.leave(c,i.current,s)}},[]),k(()=>{r.current||s.open(xn(new URLSearchParams(t))),r.current=!1},[t]),s}function Tb({filters:t}){let e=To(t,Date.now()),o=[{text:a("app.csv"),href:C("/v1/export.csv",e),download:!0},{text:a("jobs.csvExcel"),href:C("/v1/export.csv",{...e,bom:"true"}),download:!0},{text:a("app.ndjson"),href:C("/v1/export.ndjson",e),download:!0}];return l`<${fr} label=${a("jobs.download")} align="end" items=${o} />`}function jb({jobs:t,list:e,isFiltered:o,clear:n}){let r=E(N);return t.problem?l`
<${rt} problem=${t.problem} retry=${()=>t.retry()} />
${o&&l`<p><button type="button" onClick=${n}>${a("filter.clear")}</button></p>`}
`:e.isTruncated?l`
<p class="state">
<button type="button" onClick=${()=>t.openRest()}>${a("jobs.older")}</button>
</p>
`:e.isDone?e.count?l`<p class="state">${a("jobs.end",{n:e.count})}</p>`:o?l`
<${nt} title=${a("jobs.noMatch")}>
<button type="button" onClick=${n}>${a("filter.clear")}</button>
<//>
`:l`
<${nt} title=${a("jobs.empty")}>
${r?.role!=="auditor"&&l`<p><${I} to="/set-action" class="button">${a("jobs.emptyAction")}<//></p>`}
<p><a href=${C("/docs")}>${a("jobs.emptyDocs")}</a></p>
<//>
`:l`<${Se} />`}function Eb({count:t,show:e}){if(k(()=>{t&&ur(a("jobs.fresh",{n:t}))},[t>0]),!t)return null;let o=t>=An;return l`
<div class="fresh">
<button type="button" id="show-new" class="primary" onClick=${e}>
${a(o?"jobs.freshMany":"jobs.fresh",{n:o?An-1:t})}
</button>
</div>
`}function Ob(t,e){let[o,n]=y(null),r=P(null);return r.current={list:t,focus:o},k(()=>{let s=i=>{let{list:c,focus:u}=r.current,d=document.activeElement?.closest?.("[data-index]"),f=d?Number(d.getAttribute("data-index")):u?.index??-1,h=Math.max(0,Math.min(f+i,c.count-1));c.count&&n({index:h})};return Eu({"/":()=>document.getElementById("search")?.focus(),j:()=>s(1),k:()=>s(-1),"?":e})},[]),[o,n]}function $d(){let[t,e]=Bt(),o=t.toString(),n=yt(()=>xn(t),[o]),r=Sb(o),{list:s,stats:i}=r,[c,u]=y(!1),d=()=>u(!0),[f,h]=Ob(s,d),m=g=>e(Rr(g)),p=()=>e(new URLSearchParams),$=async()=>{scrollTo(0,0),await r.reload(),h({index:0})},w=Ir(n).length>0;return l`
<${Cb} ...${{query:t,filters:n,set:m,stats:i,onHelp:d}} />
<div class="jobs-filters">
<${Bu} filters=${n} set=${m} total=${r.totalOf(n)} />
<${Wu} filters=${n} set=${m} stats=${i} />
</div>
${s?.start&&l`<${Lb} jobs=${r} />`}
${s&&l`
<${Eb} count=${s.fresh.size} show=${$} />
${s.count>0&&l`<${dd} jobs=${r} list=${s} focus=${f} />`}
<${jb} jobs=${r} list=${s} isFiltered=${w} clear=${p} />
`}
${c&&l`<${Ab} onClose=${()=>u(!1)} />`}
`}var md,Ab,Cb,Lb,yd=b(()=>{"use strict";et();W();Ou();Lu();H();Ot();Ao();zt();U();S();Ni();nn();wt();ut();K();T();Hi();jo();Ku();Fi();ad();fd();pd();md=Cu();Ab=({onClose:t})=>l`
<${tt} title=${a("keys.title")} onClose=${t}>
<dl class="facts">
${Lr.map(([e,o])=>l`
<dt key=${e}><kbd>${e}</kbd></dt>
<dd>${a(o)}</dd>
`)}
</dl>
<//>
`;Cb=({query:t,filters:e,set:o,stats:n,onHelp:r})=>l`
<div class="jobs-top">
<${V}>${a("jobs.title")}<//>
<${id} filters=${e} set=${o} stats=${n} />
<div class="row">
<${hd} query=${t} />
<${Tb} filters=${e} />
<button type="button" aria-label=${a("keys.title")} aria-keyshortcuts="?" onClick=${r}>
?
</button>
</div>
</div>
`,Lb=({jobs:t})=>l`
<p class="notice">
${a("jobs.olderShown")}
<button type="button" onClick=${()=>t.reload()}>${a("jobs.newest")}</button>
</p>
`});function fe(t,e){if(!t)return{why:"empty"};if(t.length*3>e){let r=Rb.encode(t).length;if(r>e)return{why:"long",n:r}}if(Db.test(t))return null;if(/\p{Cc}/u.test(t))return{why:"control"};if(t.search(gd)>=0)return{why:"ends"};let o=Nb.exec(t);return o?{why:"unseen",code:`U+${o[0].codePointAt(0).toString(16).toUpperCase().padStart(4,"0")}`}:null}function*xd({values:t,lines:e},{trims:o,bytesMax:n}){let r=[],s=new Uint8Array(t.length),i={good:0,duplicate:0,blank:0,spaces:0,invalid:0},c=new Map;for(let[u,d]of t.entries()){let f=o?_d(d):d,h=Ib(f,c,n);h==="good"&&c.set(f,u),r.push(f),s[u]=jn.indexOf(h),i[h]+=1,u%wd===wd-1&&(yield)}return{values:r,lines:e,kinds:s,counts:i,customers:[...c.keys()],first:c}}function Ib(t,e,o){if(e.has(t))return"duplicate";if(!fe(t,o))return"good";let n=_d(t);return n?n!==t&&!fe(n,o)?"spaces":"invalid":"blank"}function vd({values:t,kinds:e},o,n){let r=jn.indexOf(o),s=n.toLowerCase(),i=[];for(let c=0;c<t.length;c+=1)r>=0&&e[c]!==r||(!s||t[c].toLowerCase().includes(s))&&i.push(c);return i}var jn,Nb,gd,Db,wd,Rb,_d,En=b(()=>{"use strict";jn=["good","duplicate","blank","spaces","invalid"],Nb=new RegExp("[\\xa0\\xad\\u034f\\u061c\\u115f\\u1160\\u1680\\u17b4\\u17b5\\u180b-\\u180f\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u2800\\u3000\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb\\u{13430}-\\u{1343f}\\u{13441}\\u{13442}\\u{16fe4}\\u{1bca0}-\\u{1bca3}\\u{1d159}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e0fff}\\p{Noncharacter_Code_Point}\\p{Surrogate}]","u"),gd=/^\p{White_Space}+|\p{White_Space}+$/gu,Db=/^[!-~]+$/,wd=2e3,Rb=new TextEncoder;_d=t=>t.replace(gd,"")});function Ed({parts:t,first:e,fresh:o},n,r){let s=new Map(n.map(u=>[u.job_id,u])),i=t[0]?.jobs[0]?.job_id,c=n.findIndex(u=>u.job_id===i);return{parts:t.map(u=>({...u,jobs:u.jobs.map(d=>s.get(d.job_id)??d)})),first:e,fresh:r?c<0?n.length:c:o}}function Od(t,e){let o=new Set(Ki(t).map(n=>n.job_id));return e.some(({kind:n,job_id:r})=>n==="job_created"||n==="job_imported"||o.has(r))}function Cd({parts:t}){let e={};for(let{outcome:o}of t.flatMap(n=>n.jobs))e[o.status]=(e[o.status]??0)+1;return e}var Ji,Vi,Ki,kd,Sd,Ad,Gi,Td,jd,Ld=b(()=>{"use strict";Ji={parts:[],first:0,fresh:0},Vi=({parts:t,first:e})=>t.slice(e,e+2),Ki=t=>Vi(t).flatMap(e=>e.jobs),kd=({first:t})=>t>0,Sd=({parts:t,first:e})=>e+2<t.length||!!t.at(-1)?.next,Ad=({parts:t,first:e})=>e+2<t.length?null:t.at(-1)?.next??null,Gi=({parts:t,...e},o,{jobs:n,next:r})=>({...e,parts:[...t,{cursor:o,jobs:n,next:r}]}),Td=t=>({...t,first:Math.max(0,Math.min(t.first+1,t.parts.length-2))}),jd=t=>({...t,first:Math.max(0,t.first-1)})});var Id={};Gt(Id,{default:()=>Rd});function Fb(){let[t,e]=y(""),o=t&&fe(t,Nd);return l`
<form
class="look-up"
role="search"
onSubmit=${n=>{n.preventDefault(),t&&!o&&$t(C(O`/customers/${t}`))}}
>
<div class="row">
<input
type="search"
name="cid"
aria-label=${a("customer.lookUp")}
placeholder=${a("customer.lookUp")}
aria-invalid=${o?"true":void 0}
autocomplete="off"
spellcheck=${!1}
value=${t}
onInput=${n=>e(n.currentTarget.value)}
/>
<button type="submit">${a("customer.show")}</button>
</div>
${o&&l`<p class="field-error" role="alert">
${a(`name.${o.why}`,{n:o.n??0,most:Nd,code:o.code??""})}
</p>`}
</form>
`}function Ub(t){let[e,o]=y(Ji),n=P(e),r=m=>o(n.current=m),s=m=>j(O`/v1/customers/${t}/jobs`,{query:{limit:30,cursor:m}}),[i,c,u]=Ws(async()=>{r(Gi(Ji,null,await s(null)))}),[d,f,h]=Ws(async()=>{let m=Ad(n.current);if(m){let p=await s(m);r(Gi(n.current,m,p))}r(Td(n.current))});return k(()=>{i();let m=0,p=async()=>{m=0;let g=new Set([null,...Vi(n.current).map(_=>_.cursor)]);for(let _ of g){let x=await s(_);r(Ed(n.current,x.jobs,_===null))}},$=()=>m||=window.setTimeout(()=>p().catch(()=>{}),Pb),w=re({},{onEntries:g=>Od(n.current,g)&&$(),onState:g=>g!=="lost"&&$()});return()=>{clearTimeout(m),w()}},[]),{jobs:e,open:i,showOlder:d,showNewer:()=>r(jd(n.current)),isBusy:c||f,problem:u??h,retry:u?i:d}}function Bb({job:t}){let{outcome:e,job_id:o}=t,n=r=>a(`customer.${r}`);return l`
<tr>
<td data-label=${n("when")}><${it} at=${t.created_at} /></td>
<td data-label=${n("action")}>
<a href=${C(O`/jobs/${o}`)}><b>${t.action_name}</b></a>
${t.retry_of&&l` <${Vt}>${a("jobs.retry")}<//>`} ${" "}<${Cr}
count=${t.note_count}
newest=${t.newest_note}
/>
</td>
<td data-label=${n("outcome")}>
<${at} status=${e.status} />
${!e.own&&l`<span class="muted"> ${a("customer.asJob")}</span>`}
${e.message&&l`<div class="message-of">${e.message}</div>`}
</td>
<td data-label=${n("job")}><${at} status=${t.status} cause=${t.cause} /></td>
<td data-label=${n("user")}>
${t.user_id}
${t.submitted_by&&l`<div class="muted">${a("customer.submittedBy",{user:t.submitted_by})}</div>`}
</td>
<td data-label=${n("id")}><${vo} id=${o} short /></td>
</tr>
`}function Dd({cid:t}){let e=E(N);return l`
<p class="row">
${e?.role!=="auditor"&&l`<${I} to="/set-action" query=${{cid:t}} class="button"
>${a("customer.setAction")}<//
>`}
<${I} to="/jobs" query=${{cid:t}} class="button">${a("customer.inJobs")}<//>
</p>
`}function Wb({jobs:t}){let e=t.parts.reduce((o,n)=>o+n.jobs.length,0);return l`
${a(t.parts.at(-1)?.next?"customer.countMore":"customer.count",{n:e})}
${Object.entries(Cd(t)).map(([o,n])=>l`<span key=${o}><${at} status=${o} /> ${D(n)}</span>`)}
`}function zb({cid:t}){let{jobs:e,open:o,showOlder:n,showNewer:r,isBusy:s,problem:i,retry:c}=Ub(t),u=e.fresh>0&&l`<button type="button" id="fresh" class="primary" onClick=${o}>
${a("customer.fresh",{n:e.fresh})}
</button>`,d=l`<${rt} problem=${i} retry=${c} />`;return e.parts.length===0?l`${d}${s&&l`<${Se} />`}`:e.parts.every(f=>f.jobs.length===0&&!f.next)?l`
<${nt} title=${a("customer.none")}><p>${a("customer.noneHint")}</p><//>
<p role="status">${u}</p>
<${Dd} cid=${t} />
`:l`
<div class="row spread">
<p class="row" role="status"><${Wb} jobs=${e} /> ${u}</p>
<${Dd} cid=${t} />
</div>
${kd(e)&&l`<p><button type="button" onClick=${r}>${a("customer.newer")}</button></p>`}
<${qb} cid=${t} jobs=${e} />
${d}
${Sd(e)&&l`<p>
<button type="button" id="older" disabled=${s} onClick=${n}>
${a("customer.older")}
</button>
</p>`}
`}function Rd({cid:t}){return l`
<div class="row spread customer-top">
<${V}>${t?a("customer.title",{cid:t}):a("customer.titleNone")}<//>
<${Fb} />
</div>
${t?l`<${zb} cid=${t} />`:l`<p class="muted">${a("customer.titleHint")}</p>`}
`}var Pb,Nd,Hb,qb,Md=b(()=>{"use strict";et();W();En();Q();H();Ot();Ao();Ct();U();S();ut();K();T();Ld();Pb=3e3,Nd=128,Hb=["when","action","outcome","job","user","id"];qb=({cid:t,jobs:e})=>l`
<div class="card scroll-x">
<table class="customer-jobs">
<caption class="off-screen">
${a("customer.title",{cid:t})}
</caption>
<thead>
<tr>
${Hb.map(o=>l`<th key=${o} scope="col">${a(`customer.${o}`)}</th>`)}
</tr>
</thead>
<tbody>
${Ki(e).map(o=>l`<${Bb} key=${o.job_id} job=${o} />`)}
</tbody>
</table>
</div>
`});function Pd(t){let{job:e,outcomes:o,entries:n,related:r}=t??{};if(![e,o?.counts,n?.length,r].every(Boolean))return!1;let{retries:s,batch:i,overlaps:c}=r;return[n,s,i,c].every(u=>Array.isArray(u)&&u.every(Boolean))}function Kb(t,e){let o=Co(e),n=s=>ee(s??null);return[...new Set([...Object.keys(t),...Vb])].filter(s=>n(t[s])!==n(o[s]))}async function Hd({job:t,entries:e,checkpoint:o},n,r,s=Jb){let i=!Ri(t?.job_id,r)||!Ri(e?.[0]?.job_id,r),c={size:0,wrong:new Map,why:"",isStale:!1,isOther:i};try{if(i)throw new Dt("otherJob","this is another job");let u=await Ht(o,n);c.size=u.size;for(let h of e)await kr({entry:h,checkpoint:u,key:n}).catch(m=>c.wrong.set(h.index,s(m)));if(c.wrong.size)return c;await _i({entries:e,checkpoint:u,key:n});let d=e.filter(h=>h.index<=t.last_index);c.isStale=d.length<e.length;let f=Kb(t,d.length?d:e);if(f.length)throw Gb(f.join(", "))}catch(u){c.why=s(u)}return c}var Jb,Vb,Gb,De,On=b(()=>{"use strict";pn();Pr();_n();Sr();Jb=t=>t instanceof Error?t.message:String(t);Vb=`action_code action_name batch_id cause changes cluster_url created_at customer_count
  error_message http_status index job_id last_index newest_note note_count retry_of source status
  submitted_by updated_at user_id`.split(/\s+/);Gb=t=>new Dt("facts",`its entries do not say: ${t}`,{names:t}),De=({wrong:t,why:e,isStale:o,isUnconnected:n})=>!t.size&&!e&&!o&&!n});var Fd,zr,Cn,Jr,Yi=b(()=>{"use strict";Q();T();Ct();S();K();Fd={job_id:t=>l`<${vo} id=${t.job_id} />`,status:t=>l`<${at} status=${t.status} cause=${t.cause} />`,user_id:t=>l`<${I} to="/" query=${{user_id:t.user_id}}>${t.user_id}<//>`,submitted_by:t=>t.submitted_by,action_name:t=>l`
<${I} to="/" query=${{action_name:t.action_name}}>${t.action_name}<//>
`,action_code:t=>t.action_code,customer_count:t=>D(t.customer_count),source:t=>F("source",t.source),created_at:t=>l`<${wn} at=${t.created_at} />`,updated_at:t=>l`<${wn} at=${t.updated_at} />`,http_status:t=>t.http_status,batch_id:t=>l`<${I} to="/" query=${{batch_id:t.batch_id}}>${t.batch_id}<//>`,cluster_url:t=>l`<code>${t.cluster_url}</code>`,retry_of:t=>l`<${I} to=${`/jobs/${t.retry_of}`}>${t.retry_of}<//>`},zr=Object.keys(Fd),Cn=(t,e)=>(t[e]??null)===null?null:Fd[e](t),Jr=t=>F("fact",t)});function Vr({proof:t,entries:e}){let{wrong:o,why:n,isUnconnected:r}=t;if(r&&!o.size&&!n)return l`<${Yb} />`;let s=De(t)?a("job.allProved",{n:e.length,size:t.size}):a("job.noneProved");return l`
<${I} to="/help/proof" class="proof-line">
<${ue} text=${s} wrong=${De(t)?null:t.why||s} />
<//>
`}function No({overview:t,lists:e,more:o,banner:n="job-proof"}){let{proof:r,isOtherKey:s,...i}=t,[c]=r.wrong,u=c&&a("job.entryWrong",{index:c[0],why:c[1]}),d=e?.state==="wrong"?e.why:"",f=u||r.why||d||o?.why||"";return k(()=>{if(!f||s)return;let h=()=>({finding:f,server:location.origin+St,found_at:new Date().toISOString(),overview:i,lists:e?.received,more:o}),m=l`
<${Er}
title=${a("job.alarm")}
text=${a("job.alarmHint")}
why=${f}
name="${i.job.job_id}.alarm.json"
evidence=${h}
/>
`;return po(n,{kind:"alarm",content:m}),()=>po(n,null)},[f]),null}var Yb,Xi=b(()=>{"use strict";On();H();T();cr();S();ko();K();Yb=()=>l`
<${I} to="/help/proof" class="proof-line muted">${a("job.unconnected")}<//>
`});async function Ln(t,e){for(let o=Xb;;o-=1){let n=Le(),r=await j(O`/v1/jobs/${t}/overview`,{signal:e});if(!Pd(r))throw new J({status:500,title:a("job.malformed"),detail:a("job.malformed")});let{checkpoint:s,verifier_key:i}=r,c=lu()??i,u=await Hd(r,c,t,Oe);if(!(u.isStale&&o>1))return u.isStale&&(u.why||=a("job.stale")),cu(n,{checkpoint:s,keys:{overview:i}}),{...r,proof:u,isOtherKey:c!==i}}}function Nn(t){let e=!fu(t.checkpoint);return{...t,proof:{...t.proof,isUnconnected:e}}}var Xb,Zi=b(()=>{"use strict";W();On();H();T();$n();Ze();Xb=3});function Bd(t,e){let o={value:e,key:be()};return Dn.set(t,o),o}function Wd(t,e){Dn.get(t)?.key===e&&Dn.delete(t)}var Dn,Ud,qd=b(()=>{"use strict";et();W();Dn=new Map;ye(()=>Dn.clear());Ud=(t,e)=>Dn.get(t)??{value:e,key:be()}});function Rn(t,e){let[o,n]=y(()=>Ud(t,e));return{...o,set:r=>n(Bd(t,r)),forget:()=>Wd(t,o.key)}}var Qi=b(()=>{"use strict";qd();S()});function Gd(t,{counts:e,named:o}){let n=t.status==="FAILED"?t.customer_count-o:0,r=e.FAILED-n;return{counts:{...e,FAILED:r||n},onlyNamed:r>0&&n>0}}function Zd(t,e,o){let n=o!=="auditor",r=t.source==="gateway"&&t.status!=="IN_PROGRESS",s=e.FAILED>0;return{note:n,settle:n&&t.status==="UNCONFIRMED",retryFailed:n&&r&&s,retryAll:n&&r&&(s||t.status!=="SUCCESS"),curl:t.source==="gateway"&&!!t.cluster_url}}function Qd(t){try{return io(t)instanceof Mt}catch{return!1}}function tf({customers:t,token:e,url:o},n){let r=JSON.stringify({customers:t,...e&&{token:e},...o&&{url:o}});return new so(n.trim()?`${r.slice(0,-1)},"payload":${n}}`:r)}function ef(t,e){let o=Jo(t.recorded_at??t.created_at,e.recorded_at);return o<0?null:o}function of(t,e){let o=t.status==="IN_PROGRESS"?new Date(e).toISOString():t.updated_at;return o?Math.max(0,Jo(t.created_at,o)):null}var ta,Do,Jd,Vd,ea,Kd,Yd,zd,Xd,Re=b(()=>{"use strict";Q();ao();ta=["FAILED","UNCONFIRMED","IN_PROGRESS","SUCCESS"],Do="named",Jd=(t,{counts:e,named:o})=>[["",t],...ta.map(n=>[n,e[n]]),[Do,o<t?o:0]],Vd=t=>t===Do?{own:"true"}:{status:t},ea=4096,Kd=t=>new TextEncoder().encode(t).length;Yd=t=>t.some(({own:e})=>e)?t.filter(({own:e})=>e):t,zd=20,Xd=({job_id:t,batch_id:e},{retries:o,batch:n})=>({retries:o.length<zd?null:{retry_of:t},batch:n.length<zd?null:{batch_id:e}})});function rf({job:t,onClose:e,onDone:o}){let n=Rn(`settle ${t.job_id}`,{status:"",reason:""}),{key:r,value:s}=n,{status:i,reason:c}=s,u=Z(async()=>{let d=i==="FAILED"?"error_message":"response_summary";await Y(O`/v1/jobs/${t.job_id}/status`,{status:i,[d]:c.trim()},{key:r}),n.forget(),q(a("job.settled")),o()});return l`
<${tt} title=${a("job.settle")} onClose=${e}>
<p>${a("job.settleHint")}</p>
<${vt}
of=${u}
action=${a("job.settleSend")}
busy=${a("job.sending")}
isOff=${!i||!c.trim()}
>
<${Ne}
label=${a("job.settleAs")}
value=${i}
onValue=${d=>n.set({...s,status:d})}
options=${["SUCCESS","FAILED"].map(d=>({value:d,text:a(`status.${d}`)}))}
/>
<${M}
as="textarea"
label=${a("job.reason")}
hint=${a("job.reasonHint")}
rows="3"
required
value=${c}
onValue=${d=>n.set({...s,reason:d})}
/>
<//>
<//>
`}function sf({job:t,onClose:e,onDone:o}){let n=Rn(`note ${t.job_id}`,""),{value:r,key:s}=n,i=Kd(r),c=Z(async()=>{await Y(O`/v1/jobs/${t.job_id}/notes`,{text:r},{key:s}),n.forget(),q(a("job.noted")),o()}),u=i>ea;return l`
<${tt} title=${a("job.note")} onClose=${e}>
<${vt}
of=${c}
action=${a("job.noteSend")}
busy=${a("job.sending")}
isOff=${!r.trim()||u}
>
<${M}
as="textarea"
label=${a("job.noteText")}
hint=${a("job.noteHint",{n:i,most:ea})}
error=${u&&a("job.noteLong")}
rows="5"
required
value=${r}
onValue=${n.set}
/>
<//>
<//>
`}function af({job:t,related:e,onClose:o}){let[n,r]=y(""),[s,i]=y(null),c=de(n),u=Z(async()=>{let d={job_id:n.trim(),limit:10},h=(await j("/v1/jobs",{query:d})).jobs.filter(m=>m.job_id!==t.job_id);h.length===1?$t(C(nf(t,h[0]))):i(h)});return l`
<${tt} title=${a("job.compare")} onClose=${o}>
<${vt}
of=${u}
action=${a("job.compareSend")}
busy=${a("job.sending")}
isOff=${!c}
>
<${M}
label=${a("job.compareWith")}
error=${s?.length===0&&a("job.compareNone")}
spellcheck=${!1}
value=${n}
onValue=${d=>{r(d),i(null)}}
/>
<//>
<${oa}
jobs=${s??e}
to=${d=>nf(t,d)}
/>
<//>
`}var nf,oa,cf=b(()=>{"use strict";W();Q();_n();H();Ot();Ct();zt();Qi();Tt();U();S();wt();K();T();Re();nf=(t,e)=>O`/jobs/${t.job_id}/compare/${e.job_id}`,oa=({jobs:t,to:e=n=>O`/jobs/${n.job_id}`,more:o})=>l`
<ul class="job-list">
${t.map(n=>l`
<li key=${n.job_id}>
<${I} to=${e(n)}>${n.action_name}, ${D(n.customer_count)}<//>
<${at} status=${n.status} />
<span class="muted">${n.user_id}, <${it} at=${n.created_at} /></span>
${o?.(n)}
</li>
`)}
</ul>
`});var se,lf,Ro=b(()=>{"use strict";se=class{rows=[];isDone=!1;newest=null;#e;#t;#n=0;#s=null;#o=null;constructor(e,o=()=>{}){this.#e=e,this.#t=o}reach(e){return this.#n=Math.max(this.#n,e),this.#o??=this.#r().finally(()=>this.#o=null),this.#o}async all(){return await this.reach(1/0),this.rows}async#r(){for(;!this.isDone&&this.rows.length<this.#n;){let e=await this.#e(this.#s,this.rows.length);this.rows=[...this.rows,...e.rows],this.#s=e.next,this.isDone=e.next===null,this.newest=e,this.#t()}}},lf=t=>t<100?100:t<2e3?2e3:1e4});function Zb(t,e,o){if(!uf(vi(e),t[0].customers))throw new Dt("customers","the customers are not those of the entry");let n=new Map;for(let{index:r,outcomes:s}of t){if(!s)continue;let i=o.find(c=>c.index===r)?.outcomes??[];if(!uf(ki(i),s)){let c=`the outcomes are not those of entry ${r}`;throw new Dt("outcomes",c,{index:r})}for(let{cid:c,status:u,message:d}of i)n.set(c,{status:u,message:d??null,index:r})}return{cids:new Set(e),named:n,job:Co(t)}}function hf({cids:t,named:e,job:o},n){let r=na(n.search),s=({status:d,own:f})=>!n.outcome||(n.outcome===Do?f:d===n.outcome),i=[],c=[];for(let d of t){let f=e.get(d)??ff(o),h={cid:d,...f,own:e.has(d)};s(h)&&(!na(d).includes(r)&&!na(h.message??"").includes(r)||(h.own?i:c).push(h))}let u=[...i,...c];return ta.flatMap(d=>u.filter(f=>f.status===d))}function pf({cids:t,named:e,job:o},{cid:n,status:r,message:s,own:i,index:c}){let u=e.get(n)??ff(o);return t.has(n)&&i===e.has(n)&&c===u.index&&r===u.status&&s===u.message}function Qb({cids:t,named:e,job:o},n){let r={[o.status]:t.size-e.size};for(let{status:i}of e.values())r[i]=(r[i]??0)+1;let s=Object.keys(n.counts);return n.named===e.size&&s.every(i=>n.counts[i]===(r[i]??0))}function mf({entries:t,outcomes:e},o){try{let n=Zb(t,o.customers,o.history);if(!Qb(n,e))throw new Dt("counts","the counts of outcomes are not those of the entries");return{state:"proved",lists:n,why:"",received:o}}catch(n){return{state:"wrong",lists:null,why:Oe(n),received:o}}}var df,uf,ff,na,ra,Kr=b(()=>{"use strict";pn();Pr();Sr();$n();Re();df=t=>t.reduce((e,{outcomes:o})=>e+(o?.count??0),0);uf=(t,e)=>t.count===e.count&&t.root===e.root,ff=({status:t,index:e,changes:o})=>({status:t,message:null,index:o.at(-1)??e}),na=t=>t.replace(/[A-Z]+/g,e=>e.toLowerCase());ra=(t,e)=>un(e)===t.request_payload_sha256});function bf(t){let{job:e,entries:o,proof:n}=t,r=df(o),s=e.customer_count<=$f&&r<=$f&&(!r||(t.request_payload_bytes??0)<=ty),[i,c]=y(!1),u={state:"none",lists:null,why:"",received:null,problem:null},[d,f]=y(u),[h,m]=y(0),p=(s||i)&&De(n);k(()=>{if(!p)return;let w=new AbortController,{signal:g}=w;return(async()=>{f(x=>({...x,state:"checking"}));try{let x=await oy(e.job_id,g),v=r?(await j(O`/v1/jobs/${e.job_id}/history`,{signal:g})).entries:[];if(g.aborted)return;f({...u,...mf(t,{customers:x,history:v})})}catch(x){if(g.aborted)return;x instanceof J?f({...u,problem:x}):f({...u,state:"wrong",why:Oe(x)})}})(),()=>w.abort()},[p,e.last_index,h]);let $=()=>{c(!0),m(h+1)};return ho(d.problem,$),{...d,run:$}}function yf({lists:t,customers:e,proof:o}){let{state:n,problem:r,run:s}=t,c=o.wrong.size||o.why?a("job.noneProved"):t.why;return r?l`<${rt} problem=${r} retry=${s} />`:o.isUnconnected&&!c?l`<span class="muted">${a("job.unconnected")}</span>`:n==="proved"?l`<${ue} text=${a("job.listsProved",{n:e})} />`:c?l`<${ue} text=${a("job.listsWrong")} wrong=${c} />`:l`
<button type="button" id="check-lists" disabled=${n==="checking"} onClick=${s}>
${a(n==="checking"?"job.checking":"job.checkLists",{n:e})}
</button>
`}var $f,ty,ey,oy,wf=b(()=>{"use strict";W();On();Ro();H();U();S();ko();ut();T();$n();Kr();$f=1e3,ty=2e5,ey=1e4,oy=(t,e)=>new se(async o=>{let n={limit:ey,after:o},{customers:r,next:s}=await j(O`/v1/jobs/${t}/customers`,{query:n,signal:e});return{rows:r,next:s}}).all()});function gf(t,e){let o=[t.join(",")];for(let n of e)o.push(n.map(r=>sy(ry(r??""))).join(","));return`\uFEFF${o.join(`\r
`)}\r
`}var ny,ry,sy,_f=b(()=>{"use strict";ny=/^["\s\p{Cc}\u200b-\u200f\u2060\ufeff]*[=+\-@|%\uff1d\uff0b\uff0d\uff20\uff5c\uff05']/u,ry=t=>t.split(/(?<=[;\t\r\n])/).map((e,o)=>(ny.test(e)||!o&&/^[\t\r\n]/.test(e)?"'":"")+e).join(""),sy=t=>/[",\r\n]/.test(t)?`"${t.replaceAll('"','""')}"`:t});function Gr({name:t,columns:e,read:o}){let[n,r,s]=Z(async i=>{let c=await o();if(i==="csv"){let d=c.map(f=>e.map(h=>f[h]));return Je(`${t}.csv`,gf(e,d),"text/csv")}let u=c.map(({cid:d})=>d).join(`
`);return await xo(u)?q(a("job.copiedCustomers",{n:c.length})):Je(`${t}.txt`,u,"text/plain")});return l`
<button type="button" disabled=${r} onClick=${()=>n("copy")}>
<${R} name="copy" />${a("job.copyCustomers")}
</button>
<button type="button" disabled=${r} onClick=${()=>n("csv")}>
<${R} name="download" />${a("app.csv")}
</button>
<${rt} problem=${s} />
`}var sa=b(()=>{"use strict";jr();_f();en();T();U();S();gt();wt();ut()});function Yr(t,e,{version:o=0,isNeeded:n=!0}={}){let r={list:null,of:-1,problem:null},[s,i]=y(r),c=P(null),u=P(0),d=P(""),f=m=>{let p=c.current;u.current=m,p?.reach(m+xf).catch($=>{p===c.current&&i(w=>({...w,problem:$e($)}))})};k(()=>{if(!n)return;let m=new AbortController,p=d.current===t,$=new se((w,g)=>e(w,g,m.signal),()=>{let w=!$.isDone&&$.rows.length<u.current+xf;$!==c.current||p&&w||(d.current=t,i({list:$,of:o,problem:null}))});return c.current=$,f(p?u.current:0),()=>{c.current=null,m.abort()}},[t,o,n]);let h=()=>f(u.current);return ho(s.problem,h),{rows:s.list?.rows??[],newest:s.list?.newest??null,of:s.of,problem:s.problem,reach:f,again:h,all:async()=>await c.current?.all()??[]}}var xf,ia=b(()=>{"use strict";Ro();Ft();U();S();xf=50});function ly({source:t},e){return e===Do?a(t==="gateway"?"job.namedByAnswer":"job.namedByReport"):e?F("status",e):a("job.allStatuses")}function uy({job:t,summary:e,filters:o,onChoice:n,children:r}){let[s,i]=y(o.search);return k(()=>{let c=setTimeout(()=>n("search",s.trim()),iy);return()=>clearTimeout(c)},[s]),l`
<div class="row">
<div class="row" role="group" aria-label=${a("job.statuses")}>
${Jd(t.customer_count,e).filter(([c,u])=>u||c===o.outcome).map(([c,u])=>l`
<button
type="button"
key=${c}
class="choice-button"
aria-pressed=${c===o.outcome}
onClick=${()=>n("outcome",c)}
>
${ly(t,c)} <b>${D(u)}</b>
</button>
`)}
</div>
<input
type="search"
id="outcome-search"
aria-label=${a("job.search")}
placeholder=${a("job.search")}
value=${s}
onInput=${c=>i(c.currentTarget.value)}
/>
${r}
</div>
`}function fy({label:t,rows:e,matching:o,onRange:n}){let[r,s]=y(null);return l`
<${qr}
label=${t}
columns=${[a("job.customer"),a("job.status"),a("job.message")]}
count=${o}
onRange=${n}
row=${i=>e[i]?l`<${cy} row=${e[i]} onOpen=${s} />`:l`<td colspan="3" class="muted">…</td>`}
/>
<p class="hint" role="status">${a("job.rows",{n:o})}</p>
${r&&l`<${dy} row=${r} onClose=${()=>s(null)} />`}
`}function hy(t,e,{outcome:o,search:n},r){let s=ay(t,{outcome:o,search:n},e===null),i=yt(()=>e&&hf(e,{outcome:o,search:n}),[e,o,n]),c=yt(()=>{let d=e?.job.last_index===s.of?e:null;return s.rows.find(f=>d&&f.index<=s.of&&!pf(d,f))},[e,s.rows]);if(k(()=>{c&&r(c)},[c]),!i)return{...s,matching:s.newest?.matching??null};let u=async()=>i;return{...s,rows:i,matching:i.length,all:u,problem:null}}function vf({job:t,summary:e,lists:o,onWrong:n,children:r}){let[s,i]=Bt(),c={outcome:s.get("outcome")??"",search:s.get("search")??""},{rows:u,matching:d,problem:f,again:h,reach:m,all:p}=hy(t,o,c,n),$=(_,x)=>{let v=new URLSearchParams(location.search);x?v.set(_,x):v.delete(_),i(v,{replace:!0})},w=a("job.outcomes",{n:t.customer_count}),g=`${t.job_id}${c.outcome?`.${c.outcome}`:""}`;return l`
<section class="card outcomes" aria-labelledby="outcomes">
<div class="row spread">
<h2 id="outcomes">${w}</h2>
${r}
</div>
<${uy} job=${t} summary=${e} filters=${c} onChoice=${$}>
<${Gr} name=${g} columns=${["cid","status","message"]} read=${p} />
<//>
<${rt} problem=${f} retry=${h} />
${d?l`
<${fy}
key=${`${c.outcome} ${c.search}`}
label=${w}
rows=${u}
matching=${d}
onRange=${m}
/>
`:d===0&&l`<${nt} title=${a("job.noRows")} />`}
</section>
`}var iy,ay,cy,dy,kf=b(()=>{"use strict";W();Q();Ro();H();Ct();zt();sa();U();S();ia();ut();K();Tn();T();Kr();Re();iy=200,ay=({job_id:t,last_index:e},{outcome:o,search:n},r)=>Yr(`${o} ${n}`,async(s,i,c)=>{let u={...Vd(o),search:n,limit:lf(i),cursor:s},d=await j(O`/v1/jobs/${t}/outcomes`,{query:u,signal:c});return{rows:d.customers,...d}},{version:e,isNeeded:r}),cy=({row:t,onOpen:e})=>l`
<td><${I} to=${O`/customers/${t.cid}`}>${t.cid}<//></td>
<td>
<${at} status=${t.status} />
</td>
<td>
${t.message===null?l`<span class="muted">${t.own?"":a("job.ofTheJob")}</span>`:l`
<button type="button" class="message-cell" onClick=${()=>e(t)}>
${t.message}
</button>
`}
</td>
`;dy=({row:t,onClose:e})=>l`
<${tt} title=${t.cid} onClose=${e}>
<p><${at} status=${t.status} /> ${a("job.ofEntry",{index:t.index})}</p>
<p class="entry-text">${t.message}</p>
<//>
`});function Af(t){for(let e of[()=>io(t),()=>za(aa(t)?t.slice(0,-Sf.length):t)])try{let o=e();return o instanceof Mt||Array.isArray(o)?o:null}catch(o){if(!(o instanceof SyntaxError))throw o}return null}function ca(t){let e=t;for(;e instanceof Mt||Array.isArray(e);)e=(Array.isArray(e)?e:e.values).at(-1);return e instanceof me}var Sf,py,my,aa,Tf,jf=b(()=>{"use strict";ao();Sf="\u2026",py=65536,my=py-3,aa=t=>t.endsWith(Sf)&&new TextEncoder().encode(t).length>=my;Tf=t=>t.length-(t.at(-1)instanceof me?1:0)});function Cf({text:t}){let[e,o]=y(t.length<=Of);return l`<span class="json-text">${e?t:`${t.slice(0,Of)}\u2026`}</span> ${!e&&l`
<button type="button" class="quiet" onClick=${()=>o(!0)}>
${a("json.all",{n:t.length})}
</button>
`}`}function $y({value:t}){return typeof t=="string"?l`<${Cf} text=${JSON.stringify(t)} />`:l`<span class="json-number">
${t instanceof Bo?t.text:String(t)}
</span>`}function Lf({label:t,children:e,isOpen:o=!1,isCut:n=!1}){let[r,s]=y(o);return l`
<details
open=${r}
onToggle=${i=>s(i.currentTarget.open)}
>
<summary>${t}${n&&l` <${Vt}>${a("json.cutInside")}<//>`}</summary>
${r&&l`<ul>
${e()}
</ul>`}
</details>
`}function Nf(t,e,o,n){let r=1;for(;r*Ef<n-o;)r*=Ef;return Array.from({length:Math.ceil((n-o)/r)},(s,i)=>{let c=o+i*r;if(r===1){let f=e?JSON.stringify(e[c]):D(c);return l`<li key=${c}><${Df} name=${f} value=${t[c]} /></li>`}let u=Math.min(c+r,n),d=`${D(c)} \u2026 ${D(u-1)}`;return l`<li key=${c}>
<${Lf} label=${d} isCut=${ca(t[u-1])}
>${()=>Nf(t,e,c,u)}<//
>
</li>`})}function Df({name:t,value:e,isOpen:o}){let n=t!==void 0&&l`<span class="json-name">${t}</span>${": "}`;if(e instanceof me)return l`${n}<${by} of=${e} />`;let r=e instanceof Mt;if(!r&&!Array.isArray(e))return l`${n}<${$y} value=${e} />`;let s=r?e.values:e,i=D(Tf(s)),c=r?`{ ${i} }`:`[ ${i} ]`;return s.length?l`
<${Lf}
label=${l`${n}<span class="muted">${c}</span>`}
isOpen=${o}
isCut=${ca(e)}
>
${()=>Nf(s,r?e.names:null,0,s.length)}
<//>
`:l`${n}${c}`}function Xr({text:t}){let e=yt(()=>Af(t),[t]);return l`
${aa(t)&&l`<p class="hint">${a("json.shortened")}</p>`}
${e?l`<div class="json"><${Df} key=${t} value=${e} isOpen /></div>`:l`<div class="json json-raw"><${Cf} key=${t} text=${t} /></div>`}
`}var Ef,Of,by,la=b(()=>{"use strict";Q();ao();jf();T();Ct();S();Ef=100,Of=300;by=({of:t})=>l`
<span class="json-text">${t.text}</span> <${Vt}>${a("json.cut")}<//>
`});function Zr({text:t,what:e,name:o,type:n}){let r=()=>Je(o,t,n);return l`
<button type="button" onClick=${async()=>await xo(t)?q(a("app.copied",{what:e})):r()}><${R} name="copy" />${a("job.copyText")}</button>
<button type="button" onClick=${r}>
<${R} name="download" />${a("job.downloadText")}
</button>
`}var ua=b(()=>{"use strict";jr();en();T();S();gt();wt()});function wy(t){let e="BODY";for(;t.includes(e);)e+="_";return e}function _y(t){let[e,...o]=t.split(gy),n=o.map((s,i)=>`CREDENTIAL_${i+1}`),r=o.map((s,i)=>`\${${n[i]}:?is not recorded: set it}${s}`);return{names:n,body:[e,...r].join("")}}function If({server:t,url:e,payload:o}){try{io(o)}catch{return null}let r=`${`{"url":${Rf(JSON.stringify(e))},"token":"$UPSTREAM_TOKEN","isPost":true`},"postData":${Rf(o.replace(/[\r\n]+/g," "))}}`,{names:s,body:i}=_y(r),c=wy(i);return{command:`curl -sS ${yy(`${t}/proxy_fetch`)} \\
-H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' --data-binary @- <<${c}
${i}
${c}
`,credentials:s}}var yy,Rf,gy,Mf=b(()=>{"use strict";ao();yy=t=>`'${t.replaceAll("'","'\\''")}'`,Rf=t=>t.replace(/[\\$`]/g,"\\$&");gy="[redacted]"});async function Hf(t,e){let o=location.origin+St,n=await Pf(t.job_id),s=e&&ra(e,n)?If({server:o,url:t.cluster_url,payload:n}):null;if(s===null)throw new J({status:422,title:a("job.curl"),detail:a("job.curlRefused")});let i=s.credentials.join(", ");await Ce(s.command,a(i?"job.curlCopiedWithout":"job.curlCopied",{names:i}))}function xy({job_id:t,first:e,isProved:o,onWrong:n}){let r=B(i=>Pf(t,i),[t]),s=r.data===void 0||ra(e,r.data);return k(()=>{s||n(r.data)},[s]),l`
<${lt} of=${r}>
${i=>l`
<div class="row">
<${ue}
text=${a(s&&o?"job.payloadProved":"job.payloadWrong")}
wrong=${s&&o?null:a("job.payloadWrong")}
/>
<${Zr}
text=${i}
what=${a("job.payload")}
name="${t}.payload.json"
type="application/json"
/>
</div>
<${Xr} text=${i} />
`}
<//>
`}function Ff({size:t,...e}){let[o,n]=y(!1);return l`
<section class="card" aria-labelledby="payload">
<details onToggle=${r=>n(r.currentTarget.open)}>
<summary>
<h2 id="payload">${a("job.payload")}</h2>
<span class="muted"> ${zo(t)}</span>
</summary>
${o&&l`<${xy} ...${e} />`}
</details>
</section>
`}var Pf,Uf=b(()=>{"use strict";W();Q();H();U();S();la();ko();ut();ua();K();T();Mf();Kr();Pf=(t,e)=>j(O`/v1/jobs/${t}/payload`,{asText:!0,...e&&{signal:e}})});async function ts({get:t,post:e,now:o=Date.now},n,r,s){let{head:i}=await t("/v1/stats",{query:{limit:1}}),c=()=>Ie.get().find(({key:f})=>f===n.key),u=c(),d={...n,size:u?.size??i.size,at:o()};to.add(d.key),Io(d);try{let f=await e(r,s,{key:d.key}),h=f.job_id??f.job.job_id;return Io({...d,job_id:h}),h}catch(f){let h=f.body?.job_id??c()?.job_id;if(h)return Io({...d,job_id:h}),h;throw to.delete(d.key),f.status>=400&&f.status<500&&f.status!==424&&!u?Qr(d.key):Io({...d}),f}finally{to.delete(d.key)}}var vy,Ie,Io,to,Qr,Bf,eo=b(()=>{"use strict";Lt();bo();Ue();vy=8,Ie=ae("sendings",[],"sessionStorage"),Io=t=>Ie.update(e=>{let o=e.filter(({key:s})=>s!==t.key),n=o.filter(({job_id:s})=>s),r=o.length<vy?null:n.at(-1)??o.at(-1);return[t,...o.filter(s=>s!==r)]}),to=new Set,Qr=t=>Ie.update(e=>e.filter(o=>o.key!==t)),Bf=({user:t,key:e})=>xt(te(ht(`${t}\0${e}`)))});async function Ay(t,e,o,n){let{size:r}=(await t("/v1/stats",{query:{limit:1},signal:n})).head;if(r<o)return null;let s=Bf(e),i=new se(async c=>{let u={user_id:e.user,source:"gateway",limit:Sy,cursor:c},{jobs:d,next:f}=await t("/v1/jobs",{query:u,signal:n});return{rows:d,next:f}});for(let c=0;c<ky;c+=1){await i.reach(c+1);let u=i.rows[c];if(!u||u.index<o)return{size:r};if((await t(O`/v1/entries/${u.index}/leaf`,{signal:n})).request_key===s)return{job_id:u.job_id,size:r}}return null}function qf({get:t,later:e=setTimeout,cancel:o=clearTimeout,now:n=Date.now},r,s){let i=new AbortController,{signal:c}=i,u=r.size,d=0,f=0,h=async()=>{let m=n()-r.at>=Wf;try{let $=await Ay(t,r,u,c);if(c.aborted)return;if($?.job_id)return void s({job_id:$.job_id});$?m&&s({size:$.size}):s(null),u=$?.size??u}catch($){if(c.aborted||(s(null),$ instanceof J&&$.status===401))return}let p=r.at+Wf-n();f=e(h,p>0?Math.min(uo(d),p):uo(d)),d+=1};return h(),()=>{i.abort(),o(f)}}var Wf,ky,Sy,zf=b(()=>{"use strict";Ro();H();Ft();eo();Vo();Wf=3e4,ky=500,Sy=100});function es(t){let[e,o]=y(Jf);return k(()=>{if(o(t?{text:a("setAction.seeking"),isAbsent:!1}:Jf),!!t)return qf({get:j},t,n=>{n?"size"in n?o({text:a("setAction.notFound",{n:n.size}),isAbsent:!0}):Io({...t,job_id:n.job_id}):o({text:a("setAction.unknown"),isAbsent:!1})})},[t]),e}var Jf,da=b(()=>{"use strict";W();zf();eo();T();S();Jf={text:"",isAbsent:!1}});function Ty({job_id:t,customers:e}){let n=t?(r=>l`<a href=${C(O`/jobs/${r}`)} target="_blank"><code>${lo(r)}</code></a>`)(t):a("setAction.overlapOfAnother");return l`<li>${n}: ${a("setAction.overlapJob",{n:e})}</li>`}function os({look:t,again:e}){let{jobs:o,is_complete:n,is_withheld:r,window_seconds:s}=t,i=o.length===0&&!r;return k(()=>{if(i)return;let c=Math.min(Math.max(s*1e3,Vf.min),Vf.max),u=setTimeout(e,c);return()=>clearTimeout(u)},[t]),i&&n?l`
<p class="muted" id="overlaps">${a("setAction.noOverlap",{n:s})}</p>
`:l`
<div
class="notice ${r?"notice-error":"notice-warning"}"
id="overlaps"
role="alert"
>
<${R} name="alarm" />
<div>
${o.length>0&&l`<p class="notice-title">${a("setAction.overlap",{n:o.length})}</p>
<ul>
${o.map(c=>l`<${Ty} ...${c} />`)}
</ul>`}
${!n&&l`<p>${a("setAction.incomplete")}</p>`}
${r&&l`<p>${a("setAction.refuses")}</p>`}
<p><button type="button" onClick=${e}>${a("setAction.lookAgain")}</button></p>
</div>
</div>
`}var Vf,fa=b(()=>{"use strict";H();Q();T();S();gt();Vf={min:5e3,max:6e4}});async function jy(t,e,o){let n=e==="failed"?"FAILED":"",s=await new se(async i=>{let c={status:n,limit:Kf,cursor:i},{customers:u,next:d}=await j(O`/v1/jobs/${t}/outcomes`,{query:c,signal:o});return{rows:u,next:d}}).all();return(e==="failed"?Yd(s):s).map(({cid:i})=>i)}var Kf,Gf,Yf,Xf=b(()=>{"use strict";W();Ro();H();U();S();fa();ut();Re();Kf=1e4;Gf=({job_id:t,action_name:e,customer_count:o},n)=>B(async r=>{if(o>Kf)return null;let s=await jy(t,n,r);return Y("/v1/overlaps",{action_name:e,cids:s,retry_of:t},{signal:r})},[t,n]),Yf=({look:t})=>l`
<${lt} of=${t}>
${e=>e&&l`<${os} look=${e} again=${t.reload} />`}
<//>
`});function Ey(t,{which:e,token:o,url:n,members:r},s,i){let c=yt(be,[e,n,r]),u=N.get()?.user_id??"",[d]=y(()=>Ie.get().filter(({job_id:$})=>$)),f=E(Ie).find($=>$.user===u&&$.retry_of===t.job_id&&!d.includes($)),h=es(f?.job_id?void 0:f),m=f!==void 0&&f.key!==c&&!h.isAbsent;return k(()=>{f?.job_id&&(i(),$t(C(O`/jobs/${f.job_id}`)))},[f?.job_id]),{sending:Z(async()=>{let $={key:c,user:u,action:t.action_name,count:s,retry_of:t.job_id},w=tf({customers:e,token:o,url:n},r);await ts({get:j,post:Y},$,O`/v1/jobs/${t.job_id}/retry`,w)}),seeking:h.text,isOff:m}}function Zf({job:t,counts:e,onlyNamed:o,actions:n,onClose:r}){let[s,i]=y(n.retryFailed?"failed":"all"),[c,u]=y(""),[d,f]=y(""),{value:h,set:m,forget:p}=Rn(`retry ${t.job_id}`,""),$=s==="all"?t.customer_count:e.FAILED,{sending:w,seeking:g,isOff:_}=Ey(t,{which:s,token:c,url:h,members:d},$,p),[,x,v]=w,L=Gf(t,s),G=!d.trim()||Qd(d);return l`
<${tt} title=${a("job.retry")} onClose=${r}>
<${vt}
of=${w}
action=${a("job.retrySend",{n:$,action:t.action_name})}
busy=${a("job.sending")}
isOff=${_||!G||L.data?.is_withheld}
>
<${Oy} ...${{job:t,counts:e,onlyNamed:o,actions:n,which:s}} onWhich=${i} />
<${M}
label=${a("job.token")}
hint=${a("job.tokenHint")}
type="password"
autocomplete="off"
value=${c}
onValue=${u}
/>
<${M}
label=${a("job.url")}
hint=${a("job.urlHint")}
placeholder=${t.cluster_url}
type="url"
value=${h}
onValue=${m}
/>
${(d||v?.field==="payload")&&l`<${Cy} members=${d} onMembers=${f} isJson=${G} />`}
${!x&&(g?l`<p class="notice" role="status">${g}</p>`:l`<${Yf} look=${L} />`)}
<//>
<//>
`}var Oy,Cy,Qf=b(()=>{"use strict";et();W();H();Ot();eo();zt();Qi();Tt();U();S();da();T();Xf();Re();Oy=({job:t,counts:e,onlyNamed:o,actions:n,which:r,onWhich:s})=>l`
<${Ne}
label=${a("job.retryWhom")}
value=${r}
onValue=${s}
options=${[n.retryFailed&&{value:"failed",text:a(o?"job.retryNamed":"job.retryFailed",{n:e.FAILED})},n.retryAll&&{value:"all",text:a("job.retryAll",{n:t.customer_count})}].filter(Boolean)}
/>
${e.UNCONFIRMED>0&&l`<p class="notice notice-warning">${a("job.retryUnconfirmed")}</p>`}
`,Cy=({members:t,onMembers:e,isJson:o})=>l`
<${M}
as="textarea"
label=${a("job.members")}
hint=${a("job.membersHint")}
error=${!o&&a("job.membersWrong")}
rows="3"
value=${t}
onValue=${e}
/>
`});function th(t,e){let o=Math.min(t,e),n=t-o;return{shown:o,left:n,next:Math.min(n,50)}}var eh=b(()=>{"use strict"});function Mo(t,e){let[o,n]=y({wanted:50,of:e}),r=th(t,Object.is(o.of,e)?o.wanted:50);return{...r,more:()=>n({wanted:r.shown+r.next,of:e})}}var Po,ns=b(()=>{"use strict";eh();T();S();Po=({steps:{left:t,next:e,more:o},text:n="app.more"})=>t>0&&l`<button type="button" class="more" onClick=${o}>${a(n,{n:e,left:t})}</button>`});function nh({job:t}){let[e,o]=y(Date.now()),n=t.status==="IN_PROGRESS";k(()=>{if(!n)return;let i=setInterval(()=>o(Date.now()),1e3);return()=>clearInterval(i)},[n]);let r=of(t,e);if(r===null)return null;let s=n?Math.floor(r/1e3)*1e3:r;return l`<span id="took">
${a(n?"job.running":"job.took",{time:Xt(s)})}
</span>`}function Ly({entry:t,wrong:e,isUnconnected:o}){let{index:n,kind:r,status:s,cause:i}=t,c=a(e===null?"job.proved":"job.notProved",{index:n});return l`
<div class="row">
${r==="note_added"?l`<span class="tag"><${R} name="note" /> ${F("kind",r)}</span>`:l`
<${at} status=${s??"IN_PROGRESS"} cause=${i} />
${r!=="status_changed"&&F("kind",r)}
`}
<${wn} at=${t.recorded_at??t.created_at} />
${o&&e===null?l`<span class="muted">${a("job.notYet",{index:n})}</span>`:l`<${ue} text=${c} wrong=${e} />`}
</div>
`}function Ny({entry:t,before:e,wrong:o,isUnconnected:n}){let r=e?ef(e,t):null,s=[a("job.by",{user:t.actor??t.submitted_by??t.user_id}),r!==null&&a("job.later",{time:Xt(r)}),t.http_status!==void 0&&a("job.http",{status:String(t.http_status)}),t.outcomes&&a("job.named",{n:t.outcomes.count})];return l`
<li class="entry" data-entry=${t.index}>
<${Ly} entry=${t} wrong=${o} isUnconnected=${n} />
<p class="muted">${s.filter(Boolean).join(", ")}</p>
${t.text!==void 0&&l`<p class="entry-text">${t.text}</p>`}
${t.error_message!==void 0&&l`<p class="entry-text">${t.error_message}</p>`}
${t.response_summary!==void 0&&l`
<div class="entry-answer">
<div class="row">
<span class="muted">${a("job.answer")}</span>
<${Zr}
text=${t.response_summary}
what=${a("job.answer")}
name="${t.job_id}.answer.${t.index}.txt"
type="text/plain"
/>
</div>
<${Xr} text=${t.response_summary} />
</div>
`}
<p class="entry-links">
<${ce}
href=${C(O`/v1/entries/${t.index}/receipt`)}
name="${t.index}.receipt"
>
${a("job.receipt")}
<//>
<${ce}
href=${C(O`/v1/entries/${t.index}/leaf`)}
name="${t.index}.leaf"
>
${a("job.leaf")}
<//>
</p>
</li>
`}function rh({entries:t,proof:e}){let o=Mo(t.length),n=o.left,r=s=>e.wrong.get(s.index)??(e.why||null);return l`
<section class="card" aria-labelledby="timeline">
<h2 id="timeline">${a("job.timeline")}</h2>
<${Po} steps=${o} text="job.earlier" />
<ol class="timeline">
${t.slice(n).map((s,i)=>l`
<${Ny}
key=${s.index}
entry=${s}
before=${t[n+i-1]}
wrong=${r(s)}
isUnconnected=${e.isUnconnected}
/>
`)}
</ol>
</section>
`}var sh=b(()=>{"use strict";Q();H();Ct();on();S();gt();la();ko();ns();ua();K();T();Re()});var ah={};Gt(ah,{default:()=>ih});function Dy({job:t,first:e,proof:o,outcomes:n,related:r,onDone:s}){let i=E(N),[c,u]=y(""),[d,f,h]=Z(()=>Hf(t,De(o)&&e)),{counts:m,onlyNamed:p}=Gd(t,n),$=Zd(t,m,i?.role??"auditor"),w=()=>u(""),_={job:t,counts:m,onlyNamed:p,actions:$,related:r,onClose:w,onDone:()=>{w(),s()}},x=(v,L,G="")=>l`
<button type="button" id="do-${v}" class=${G} onClick=${()=>u(v)}>
${a(L)}
</button>
`;return l`
<div class="row" role="group" aria-label=${a("job.actions")}>
${$.settle&&x("settle","job.settle","primary")}
${($.retryFailed||$.retryAll)&&x("retry","job.retry")}
${$.note&&x("note","job.note")} ${x("compare","job.compare")}
${$.curl&&l`
<button type="button" id="do-curl" disabled=${f} onClick=${d}>
<${R} name="copy" />${a("job.curl")}
</button>
`}
<${ce} class="button" href=${C(O`/v1/jobs/${t.job_id}/evidence`)}>
<${R} name="download" />${a("job.evidence")}
<//>
</div>
<${rt} problem=${h} />
${c==="settle"&&l`<${rf} ...${_} />`}
${c==="retry"&&l`<${Zf} ...${_} />`}
${c==="note"&&l`<${sf} ...${_} />`}
${c==="compare"&&l`<${af} ...${_} />`}
`}function Iy({job:t,related:e}){let{retry_of:o,retries:n,batch:r,overlaps:s}=e,i=Xd(t,e),c=d=>{let{customers:f}=s.find(h=>h.job===d);return l`<span class="muted">${a("job.inCommon",{n:f})}</span>`},u=[{text:a("job.retryOf"),jobs:o?[o]:[]},{text:a("job.retries"),jobs:n,list:i.retries,toAll:a("job.allRetries")},{text:a("job.batch"),jobs:r,list:i.batch,toAll:a("job.allOfBatch")},{text:a("job.overlaps"),jobs:s.map(d=>d.job),more:c}].filter(({jobs:d})=>d.length);return!u.length&&e.overlaps_complete?null:l`
<section class="card" aria-labelledby="related">
<h2 id="related">${a("job.related")}</h2>
${u.map(({text:d,jobs:f,more:h,list:m,toAll:p})=>l`
<h3 key=${d}>${d}</h3>
<${oa} key=${`${d}=`} jobs=${f} more=${h} />
${m&&l`<p key=${p}><${I} to="/" query=${m}>${p}<//></p>`}
`)}
${!e.overlaps_complete&&l`<p class="hint">${a("setAction.incomplete")}</p>`}
</section>
`}function My(t){let e=P(t);k(()=>{e.current!==t&&ur(a("job.now",{status:F("status",t)})),e.current=t},[t])}function Py({overview:t,reload:e}){let{job:o,entries:n,outcomes:r,related:s,proof:i}=t,c=[s.retry_of,...s.retries,...s.batch,...s.overlaps.map(h=>h.job)].filter(Boolean),u=`${o.action_name}, ${a("job.customers",{n:o.customer_count})}`,{user_id:d,submitted_by:f}=o;return l`
<header class="job-head">
<${V}>${u}<//>
<p class="row">
<${at} status=${o.status} cause=${o.cause} /> <${nh} job=${o} />
<span>${f?a("job.submittedFor",{user:d,by:f}):a("job.submitted",{user:d})}</span>
<${Vr} proof=${i} entries=${n} />
</p>
<${Dy}
job=${o}
first=${n[0]}
proof=${i}
outcomes=${r}
related=${c}
onDone=${e}
/>
</header>
`}function Hy({overview:t,reload:e}){let{job:o,entries:n,outcomes:r,related:s,proof:i}=t,c=bf(t),[u,d]=y(null);return My(o.status),l`
<${No} overview=${t} lists=${c} more=${u} />
<${Py} overview=${t} reload=${e} />
<div class="job-columns">
<${Ry} job=${o} />
<div class="job-main">
<${rh} entries=${n} proof=${i} />
<${vf}
job=${o}
summary=${r}
lists=${i.wrong.size||i.why?null:c.lists}
onWrong=${f=>d({why:a("job.rowWrong"),row:f})}
>
<${yf} lists=${c} customers=${o.customer_count} proof=${i} />
<//>
${t.request_payload_bytes!==null&&l`
<${Ff}
job_id=${o.job_id}
size=${t.request_payload_bytes}
first=${n[0]}
isProved=${De(i)}
onWrong=${f=>d({why:a("job.payloadWrong"),payload:f})}
/>
`}
</div>
<${Iy} job=${o} related=${s} />
</div>
`}function Fy({overview:t,reload:e}){let o=Nn(t);return o.proof.isOther?l`
<${No} overview=${o} />
<${V}>${a("job.title")}<//>
<${nt} title=${a("job.other")} />
`:l`<${Hy} overview=${o} reload=${e} />`}function ih({job_id:t}){let e=E(So),o=B(i=>Ln(t,i),[t,e]),{data:n,reload:r}=o,s=n!==void 0;return k(()=>{if(!n)return;let i={job_id:t,after:n.job.last_index};return re(i,{onEntries:r,onState:c=>c==="stale"&&r()})},[s]),l`
${!s&&l`<${V} hidden>${a("job.title")}<//>`}
<${lt} of=${o}>
${i=>l`
<${Fy} overview=${i} reload=${r} />
`}
<//>
${o.error?.status===404&&l`<p><${I} to="/">${a("app.toJobs")}<//></p>`}
`}var Ry,ch=b(()=>{"use strict";et();On();H();Ao();Ct();on();U();S();gt();Yi();Xi();wt();Ze();Zi();ut();K();T();cf();wf();kf();Uf();Qf();Re();sh();Ry=({job:t})=>l`
<section class="card" aria-labelledby="facts">
<h2 id="facts">${a("job.facts")}</h2>
<dl class="facts">
${zr.map(e=>[e,Cn(t,e)]).filter(([,e])=>e!==null).map(([e,o])=>l`
<dt key=${e}>${Jr(e)}</dt>
<dd key=${`${e}=`}>${o}</dd>
`)}
</dl>
</section>
`});var fh={};Gt(fh,{default:()=>dh});function qy({address:t,part:e,count:o,name:n}){let{rows:r,problem:s,reach:i,again:c,all:u}=Yr(e,async(d,f,h)=>{let m={part:e,limit:Uy,after:d},{customers:p,next:$}=await j(t,{query:m,signal:h});return{rows:p,next:$}},{isNeeded:o>0});return o?l`
<div class="row">
<${Gr}
name=${n}
columns=${["cid"]}
read=${async()=>(await u()).map(d=>({cid:d}))}
/>
</div>
<${rt} problem=${s} retry=${c} />
<${qr}
label=${a("job.customer")}
columns=${[a("job.customer")]}
count=${o}
onRange=${i}
row=${d=>l`
<td>
${r[d]===void 0?"\u2026":l`<${I} to=${O`/customers/${r[d]}`}>${r[d]}<//>`}
</td>
`}
/>
`:l`<p class="muted">${a("app.none")}</p>`}function zy({address:t,counts:e,name:o}){let[n,r]=Bt(),s=lh.find(i=>i===n.get("part"))??"both";return l`
<section class="card outcomes" aria-labelledby="customers">
<div class="row spread">
<h2 id="customers">${a("compare.customers")}</h2>
<span class="muted">${a("compare.unchecked")}</span>
</div>
<div class="row" role="group" aria-label=${a("compare.customers")}>
${lh.map(i=>l`
<button
type="button"
key=${i}
class="choice-button"
aria-pressed=${i===s}
onClick=${()=>r(new URLSearchParams({part:i}),{replace:!0})}
>
${a(`compare.${i}`)} <b>${D(e[i])}</b>
</button>
`)}
</div>
<${qy}
key=${s}
address=${t}
part=${s}
count=${e[s]}
name="${o}.${s}"
/>
</section>
`}function Jy({first:t,second:e,children:o}){let[n,r]=[Nn(t),Nn(e)],s=n.proof.isOther||r.proof.isOther;return l`
<${No} overview=${n} />
<${No} overview=${r} banner="other-job-proof" />
${s?l`<${nt} title=${a("job.other")} />`:[l`<${Wy} a=${n} b=${r} />`,o]}
`}function dh({job_id:t,other_id:e}){let o=O`/v1/jobs/${t}/diff/${e}`,n=B(async r=>{let[s,i,{counts:c}]=await Promise.all([Ln(t,r),Ln(e,r),j(o,{signal:r})]);return{first:s,second:i,counts:c}},[t,e,E(So)]);return l`
<${V}>${a("compare.title")}<//>
<${lt} of=${n}>
${({first:r,second:s,counts:i})=>l`
<${Jy} first=${r} second=${s}>
<${zy} address=${o} counts=${i} name=${t} />
<//>
`}
<//>
`}var lh,Uy,By,uh,Wy,hh=b(()=>{"use strict";W();Q();H();sa();U();S();Yi();Xi();ia();Ze();Zi();ut();K();Tn();T();lh=["only_a","only_b","both"],Uy=1e4,By=new Set(["job_id","created_at","updated_at"]),uh=({name:t,of:{job:e,entries:o,proof:n}})=>l`
<th scope="col">
<${I} to=${O`/jobs/${e.job_id}`}>${t}<//>
<div><${Vr} proof=${n} entries=${o} /></div>
</th>
`,Wy=({a:t,b:e})=>l`
<section class="card scroll-x" aria-labelledby="facts">
<h2 id="facts">${a("job.facts")}</h2>
<table class="compare-facts">
<thead>
<tr>
<td></td>
<${uh} name=${a("compare.a")} of=${t} />
<${uh} name=${a("compare.b")} of=${e} />
</tr>
</thead>
<tbody>
${zr.map(o=>{let n=[Cn(t.job,o),Cn(e.job,o)];if(n.every(c=>c===null))return null;let[r,s]=[t.job[o]??null,e.job[o]??null],i=r!==s&&!By.has(o);return l`
<tr key=${o} class=${i?"differs":""}>
<th scope="row">
${Jr(o)}${" "}
${i&&l`<span class="tag">${a("compare.differs")}</span>`}
</th>
${n.map((c,u)=>l`<td key=${u}>${c}</td>`)}
</tr>
`})}
</tbody>
</table>
</section>
`});function Me({title:t,action:e,onConfirm:o,onClose:n,children:r}){let[s,i,c]=Z(async()=>{await o(),n()});return l`
<${tt} title=${t} onClose=${n}>
<p>${r}</p>
<${rt} problem=${c} />
<div class="row">
<button type="button" class="danger" disabled=${i} onClick=${s}>${e}</button>
<button type="button" onClick=${n}>${a("app.cancel")}</button>
</div>
<//>
`}var In=b(()=>{"use strict";T();zt();U();S();ut()});function Ky({values:t,kinds:e,lines:o,first:n},r,s){let i=jn[e[r]],c=t[r];if(i==="good")return"";if(i==="duplicate")return a("setAction.sameAs",{line:o[n.get(c)]});if(i==="blank")return a("setAction.isBlank");if(i==="spaces")return a("setAction.spaces");let u=fe(c,s);return u&&a(`name.${u.why}`,{n:u.n??0,most:s,code:u.code??""})}function ph({checked:t,bytesMax:e,...o}){let{isRemoved:n}=o,[r,s]=y("all"),[i,c]=y(""),{counts:u,values:d,lines:f}=t,h=d.length-u.good,m=n?"good":r!=="all"&&u[r]?r:"all",p=yt(()=>vd(t,m,i),[t,m,i]);return d.length===0?null:l`
${h>0&&!n&&l`<${Gy} checked=${t} kind=${m} onKind=${s} />`}
<${Yy} spaces=${u.spaces} marked=${h} ...${o} />
<${ha}
label=${a("setAction.list")}
search=${i}
onSearch=${c}
total=${n?u.good:d.length}
found=${p}
>
${$=>{let w=Ky(t,$,e);return l`
<span class="line muted" title=${a("setAction.line",{line:f[$]})}>
${D(f[$])}
</span>
<span class="value ${w&&"is-marked"}" title=${d[$]}>${d[$]}</span>
<span class="fault" title=${w}>${w}</span>
`}}
<//>
`}var Vy,Gy,Yy,ha,pa=b(()=>{"use strict";En();Q();S();Tn();T();Vy=28;Gy=({checked:{counts:t,values:e},kind:o,onKind:n})=>l`
<div class="row kinds" role="group" aria-label=${a("setAction.list")}>
${["all",...jn].filter(r=>r==="all"||t[r]).map(r=>l`
<button
key=${r}
type="button"
class="kind-${r}"
aria-pressed=${r===o}
onClick=${()=>n(r)}
>
${a(`setAction.kind.${r}`)}
<b>${D(r==="all"?e.length:t[r])}</b>
</button>
`)}
</div>
`,Yy=({spaces:t,marked:e,isTrimmed:o,onTrim:n,isRemoved:r,onRemoved:s})=>l`
<div class="row fixes">
${t>0&&!r&&l`<button type="button" onClick=${()=>n(!0)}>
${a("setAction.trim",{n:t})}
</button>`}
${e>0&&!r&&l`<button type="button" id="remove-marked" onClick=${()=>s(!0)}>
${a("setAction.remove",{n:e})}
</button>`}
${(r||o)&&l`
<span>
${o&&a("setAction.trimmed")}
${r&&` ${a("setAction.removed",{n:e})}`}
</span>
<button type="button" onClick=${()=>r?s(!1):n(!1)}>
${a("setAction.undo")}
</button>
`}
</div>
`;ha=({label:t,search:e,onSearch:o,total:n,found:r,children:s})=>l`
${n>8&&l`
<div class="row find">
<input
type="search"
aria-label=${a("setAction.find")}
placeholder=${a("setAction.find")}
value=${e}
onInput=${i=>o(i.currentTarget.value)}
onKeyDown=${i=>i.key==="Enter"&&i.preventDefault()}
/>
<span class="muted" role="status">
${e&&a("setAction.found",{n:r.length})}
</span>
</div>
`}
<${ud} label=${t} count=${r.length} height=${Vy} of=${r}>
${i=>s(r[i])}
<//>
`});function bh(t,e,o){let{upstreams:n,actions:r}=t.set_actions,s=e.get("action")??"",i=r.some(u=>u.name===s),c=n.length===1?n[0]:"";return{action:s&&!i?Ho:s,other:i?"":s,base:c,path:c&&o(c),token:"",batch:e.get("batch_id")??""}}function yh(t,e){let o=e.endsWith("/")?e:`${e}/`,n=t.map(r=>r.cluster_url??"").find(r=>r.startsWith(o));return ma(n?.slice(o.length)??"")}function $a(t,e){let{limits:o}=e,n=fe(he(t),o.action_name_bytes),r=t.batch?fe(t.batch,o.batch_id_bytes):null;return{...n&&{action:n},...!t.base&&{base:!0},...r&&{batch:r}}}function wh(t,e,o){if(!t)return"reading";let{counts:n,customers:r}=t;return!e&&n.spaces+n.invalid>0?"invalid":r.length===0?"none":r.length>o?"many":null}var Ho,mh,oo,$h,he,no,ma,gh,_h,Fo=b(()=>{"use strict";En();Ho="other ",mh=2e4,oo=(t,{name:e=null,isLarge:o=!1}={})=>({text:t,name:e,isLarge:o,delimiter:null,column:null,hasHeader:null,trims:!1}),$h=t=>({...oo(t.map(e=>e[0]==='"'?`"${e.replaceAll('"','""')}"`:e).join(`
`)),delimiter:"",hasHeader:!1});he=({action:t,other:e})=>t===Ho?e:t,no=({base:t,path:e})=>e?`${t.replace(/\/$/,"")}/${e.replace(/^\/+/,"")}`:t,ma=t=>t.split(/[?#]/)[0];gh=({data:t,error:e})=>t?!t.is_withheld:!!e,_h=(t,e)=>({url:no(t),...t.token&&{token:t.token},payload:{action:he(t),cids:e},contentType:"application/json",...t.batch&&{batch_id:t.batch}})});function Zy({customers:t}){let[e,o]=y(""),n=yt(()=>{let r=e.toLowerCase();return[...t.keys()].filter(s=>t[s].toLowerCase().includes(r))},[e]);return l`
<${ha}
label=${a("setAction.customers")}
search=${e}
onSearch=${o}
total=${t.length}
found=${n}
>
${r=>l`
<span class="line muted">${D(r+1)}</span>
<span class="value" title=${t[r]}>${t[r]}</span>
`}
<//>
`}function xh({form:t,customers:e,leftOut:o,onSend:n,isBusy:r,problem:s,onClose:i}){let c=he(t),u=e.length,d=B(f=>Y("/v1/overlaps",{action_name:c,cids:e},{signal:f}),[]);return l`
<${tt} wide title=${a("setAction.confirm",{action:c,n:u})} onClose=${i}>
<div class="confirm">
<${Xy} form=${t} count=${u} leftOut=${o} />
<${lt} of=${d}>
${f=>l`<${os} look=${f} again=${d.reload} />`}
<//>
<${Zy} customers=${e} />
<${rt} problem=${s} />
<p class="row end">
<button type="button" onClick=${i}>${a("app.cancel")}</button>
<button
type="button"
id="send"
class="primary"
disabled=${r||!gh(d)}
onClick=${n}
>
${r?a("setAction.sending"):a("setAction.send")}
</button>
</p>
</div>
<//>
`}var Xy,vh=b(()=>{"use strict";W();Q();zt();U();S();fa();ut();T();pa();Fo();Xy=({form:t,count:e,leftOut:o})=>l`
<dl class="facts">
<dt>${a("setAction.action")}</dt>
<dd><b>${he(t)}</b></dd>
<dt>${a("setAction.upstream")}</dt>
<dd>${no(t)}</dd>
<dt>${a("setAction.token")}</dt>
<dd>${t.token?a("setAction.isGiven"):a("setAction.noToken")}</dd>
${t.batch&&l`<dt>${a("fact.batch_id")}</dt>
<dd>${t.batch}</dd>`}
<dt>${a("setAction.customers")}</dt>
<dd>
<b>${D(e)}</b>${" "}
${o>0&&l`<span class="muted">${a("setAction.leftOut",{n:o})}</span>`}
</dd>
</dl>
`});function kh(t){let e=(...n)=>n.every((r,s)=>t[s]===r);if(e(80,75,3,4)||e(208,207,17,224))return{fault:"workbook"};let o=e(255,254)?"utf-16le":e(254,255)?"utf-16be":"utf-8";try{let n=new TextDecoder(o,{fatal:!0}).decode(t);return n.includes("\0")?{fault:"binary"}:{text:n}}catch{return{fault:"encoding"}}}function Sh(t){let e=t.slice(0,65536),o=e.replace(/"(?:[^"]|"")*"/g,"").split(/\r\n?|\n/);e.length<t.length&&o.length>1&&o.pop();let n=o.filter(i=>i.trim()),r=rs.filter(i=>n.some(c=>c.includes(i)));return r.find(i=>{let c=n.map(u=>u.split(i).length);return n.length>1&&c.every(u=>u===c[0]&&u>1)})??(r.length>1?rs.join(""):r[0]??"")}function*Ah(t,e){let o={rows:[],lines:[],unclosed:null},n=new RegExp(`[\r
${e}]`,"g"),r=t[0]==="\uFEFF"?1:0,s=1;for(;r<t.length;){let i=[];for(o.lines.push(s);;){let c;if(t[r]==='"'&&o.unclosed===null){if(c=tw(t,r),c<0){o.unclosed=s;continue}let u=t.slice(r+1,c-1);s+=u.match(/\r\n?|\n/g)?.length??0,i.push(u.replaceAll('""','"')),r=c,n.lastIndex=r,c=n.exec(t)?.index??t.length,i[i.length-1]+=t.slice(r,c)}else n.lastIndex=r,c=n.exec(t)?.index??t.length,i.push(t.slice(r,c));if(r=c+1,c>=t.length||t[c]===`
`)break;if(t[c]==="\r"){t[r]===`
`&&(r+=1);break}}s+=1,o.rows.push(i),o.rows.length%1e3===0&&(yield)}return o}function tw(t,e){let o=e+1;for(;;){if(o=t.indexOf('"',o)+1,o===0)return-1;if(t[o]!=='"')return o;o+=1}}function jh(t,e){let o=t.slice(0,200).filter(_=>!Th(_)),n=o[0]??[],r=n.map(ew),s=Qy.map(_=>r.indexOf(_)).find(_=>_>=0),i=Math.max(1,...o.map(ow)),c=o.every(_=>_.length===n.length),u=i>1&&o.length>1&&(c||s!==void 0),d=_=>/\d/.test(_),f=u&&!n.some(d)&&o.slice(1).every(_=>_.some(d)),h=e.hasHeader??(o.length>1&&(s!==void 0||f)),m=e.column??(u?s??null:i>1?"all":0),p=o.slice(h?1:0),$=u?Math.min(i,50):1,w=Array.from({length:$},(_,x)=>h?n[x]??"":""),g=w.map((_,x)=>p.slice(0,2).map(v=>v[x]??""));return{columns:w,samples:g,hasHeader:h,column:m}}function ow(t){let e=t.length;for(;e>0&&!t[e-1].trim();)e-=1;return e}function Eh({rows:t,lines:e},{hasHeader:o,column:n}){let r=[],s=[],i=o;for(let[c,u]of t.entries()){if(i&&Th(u))continue;if(i){i=!1;continue}if(n===null)break;let d=u.length-(u.length>1&&!u[u.length-1]?1:0);for(let f of n==="all"?u.slice(0,d):[u[n]??""])r.push(f),s.push(e[c])}return{values:r,lines:s}}async function ba(t,e){let o=performance.now();for(;;){let{done:n,value:r}=t.next();if(n)return r;performance.now()-o<8||(await new Promise(s=>setTimeout(s)),e?.throwIfAborted(),o=performance.now())}}var rs,Qy,Th,ew,ya=b(()=>{"use strict";rs=["	",";",","],Qy=["cust_id","cid","customer_id","customer","cids","customers"];Th=t=>t.every(e=>!e.trim()),ew=t=>t.trim().toLowerCase().replace(/\W+/g,"_")});async function rw(t){if(t.size>64e6)return{fault:a("csv.large",{size:zo(64e6)})};let e=kh(new Uint8Array(await t.arrayBuffer()));return"fault"in e?{fault:a(`csv.${e.fault}`)}:e}function sw({read:{delimiter:t,layout:e,rows:o},onChoice:n}){let{columns:r,samples:s,hasHeader:i,column:c}=e,u=r.length>1;if(!t&&!u&&!i)return null;let d=f=>{let h=r[f].trim()||a("setAction.columnNo",{n:f+1}),m=s[f].map(p=>p.slice(0,24)).join(", ");return m?a("setAction.columnOf",{name:h,samples:m}):h};return l`
<div class="reading">
<${M}
as="select"
label=${a("setAction.separated")}
value=${t}
onValue=${f=>n({delimiter:f,column:null})}
>
${nw.map(([f,h])=>l`<option key=${f} value=${f} selected=${f===t}>
${a(h)}
</option>`)}
<//>
${u&&l`
<${M}
as="select"
label=${a("setAction.column")}
error=${c===null&&a("setAction.why.column")}
onValue=${f=>n({column:f==="all"?"all":Number(f)})}
>
<option value="" disabled selected=${c===null}>${a("setAction.choose")}</option>
${r.map((f,h)=>l`
<option key=${h} value=${h} selected=${c===h}>
${d(h)}
</option>
`)}
<option value="all" selected=${c==="all"}>${a("setAction.every")}</option>
<//>
`}
<label>
<input
type="checkbox"
checked=${i}
onChange=${f=>n({hasHeader:f.currentTarget.checked})}
/>
${a("setAction.header")}
</label>
${o.unclosed&&l`<p class="hint">${a("setAction.unclosed",{line:o.unclosed})}</p>`}
</div>
`}function cw(t){let[e,o]=y(""),[n,r]=y(!1),s=h=>{o(""),t(h)},i=async h=>{if(!h)return;let m=await rw(h);"fault"in m?o(`${h.name}: ${m.fault}`):s(oo(m.text,{name:h.name,isLarge:!0}))},c=h=>{let{files:m}=h.clipboardData,p=h.clipboardData.getData("text"),$=h.currentTarget;if(!(!p&&m.length===0)&&!(p&&$.value.length+p.length<=mh))if(h.preventDefault(),!p)i(m[0]);else{let w=$.value.slice(0,$.selectionStart),g=$.value.slice($.selectionEnd);s(oo(w+p+g,{isLarge:!0}))}},u=h=>{h.preventDefault(),r(!1);let{files:m}=h.dataTransfer,p=h.dataTransfer.getData("text");m.length?i(m[0]):p&&s(oo(p,{isLarge:!0}))},d=h=>m=>{m.preventDefault(),r(h)},f={onDragOver:d(!0),onDragLeave:d(!1),onDrop:u};return{fault:e,isOver:n,replace:s,take:i,paste:c,dropping:f}}function Ch(t){let{source:e,typed:o,onSource:n,read:r,isRemoved:s,onRemoved:i,bytesMax:c}=t,{fault:u,isOver:d,replace:f,take:h,paste:m,dropping:p}=cw(n),$=w=>{i(!1),n({...e,...w})};return l`
<section class="card customers ${d?"is-over":""}" ...${p}>
<h2>${a("setAction.customers")}</h2>
${e.isLarge?l`<${iw} source=${e} onClear=${()=>f(oo(o))} />`:l`
<${M}
as="textarea"
id="customers"
label=${a("setAction.paste")}
rows="6"
spellcheck=${!1}
autocapitalize="none"
value=${e.text}
onPaste=${m}
onValue=${w=>f(oo(w))}
/>
`}
<${aw} onFile=${h} />
${u&&l`<p class="notice notice-error" role="alert">${u}</p>`}
${r&&l`
<${sw} read=${r} onChoice=${$} />
<${ph}
checked=${r.checked}
isTrimmed=${e.trims}
onTrim=${w=>n({...e,trims:w})}
isRemoved=${s}
onRemoved=${i}
bytesMax=${c}
/>
`}
</section>
`}var nw,iw,aw,Lh=b(()=>{"use strict";ya();Q();Tt();S();gt();T();pa();Fo();nw=[["","setAction.lines"],[",","setAction.comma"],[";","setAction.semicolon"],["	","setAction.tab"],[rs.join(""),"setAction.any"]];iw=({source:t,onClear:e})=>l`
<div class="large row spread">
<span class="row"><${R} name="note" /> <b>${t.name??a("setAction.pasted")}</b></span>
<span class="muted">${zo(new Blob([t.text]).size)}</span>
<button type="button" onClick=${e}>${a("setAction.clear")}</button>
</div>
`,aw=({onFile:t})=>l`
<p class="row">
<label class="button file">
${a("setAction.file")}
<input
type="file"
class="off-screen"
onChange=${e=>{t(e.currentTarget.files[0]),e.currentTarget.value=""}}
/>
</label>
<span class="hint">${a("setAction.drop")}</span>
</p>
`});function wa(){Rh()?globalThis.addEventListener?.("beforeunload",Nh):globalThis.removeEventListener?.("beforeunload",Nh)}function Mh(t,e){Mn.set(t,{...e,form:{...e.form,token:""}}),wa()}function _a(t){Mn.delete(t),wa()}function Ph(t,e){let o={...t,...e},n=Dh(t);return Dh(o).every((s,i)=>s===n[i])?o:{...o,key:be()}}function Fh(t,e){let o=t.isRemoved&&e.text===t.source.text,n=e.isLarge?t.typed:e.text;return Ph(t,{source:e,typed:n,isRemoved:o})}var Mn,Nh,Rh,Ih,ga,Dh,Hh,Uh=b(()=>{"use strict";W();et();eo();Fo();Mn=new Map,Nh=t=>{Rh()&&to.size===0&&t.preventDefault()},Rh=()=>[...Mn.values()].some(({source:t})=>t.text.trim()!=="");Ih=(t,e)=>({form:t,source:e,typed:e.text,isRemoved:!1,key:be()}),ga=t=>Mn.get(t)??null;ye(()=>{Mn.clear(),wa()});Dh=({form:t,source:e})=>[no(t),he(t),t.batch,e];Hh=(t,e)=>Ph(t,{form:{...t.form,...e}})});function uw({sending:t,job_id:e}){let{data:o,reload:n}=B(s=>j(O`/v1/jobs/${e}`,{signal:s}),[e]),r=o&&o.status!=="IN_PROGRESS";return k(()=>{if(!r)return re({job_id:e,kind:"status_changed"},{onEntries:n,onState:n})},[e,r]),k(()=>()=>{r&&Qr(t.key)},[r]),l`
${o&&l`<${at} status=${o.status} cause=${o.cause} />`}
<a href=${C(O`/jobs/${e}`)}>${a("setAction.open")}</a>
`}function Bh({user:t}){let e=E(Ie).filter(o=>o.user===t&&!to.has(o.key));return e.length===0?null:l`
<section class="card" id="sent">
<h2>${a("setAction.sentTitle")}</h2>
<ul class="sent">
${e.map(o=>l`
<li key=${o.key} class="row">
<b>${a("setAction.sentWhat",{action:o.action,n:o.count})}</b>
${o.job_id?l`<${uw} sending=${o} job_id=${o.job_id} />`:l`<${lw} sending=${o} />`}
<button
type="button"
class="icon-button"
aria-label=${a("app.remove",{what:o.action})}
onClick=${()=>Qr(o.key)}
>
✕
</button>
</li>
`)}
</ul>
</section>
`}var lw,Wh=b(()=>{"use strict";W();H();eo();Ao();Ct();U();S();da();T();lw=({sending:t})=>l`<span role="status">${es(t).text}</span>`});function qh(t,e){let[o,n]=y(null),r=P(o);return k(()=>{let s=new AbortController,{signal:i}=s,c=async()=>{let f=r.current,h=t.delimiter??Sh(t.text),p=f?.source.text===t.text&&f.delimiter===h?f.rows:await ba(Ah(t.text,h),i),$=jh(p.rows,t),w=Eh(p,$),g=xd(w,{trims:t.trims,bytesMax:e}),_=await ba(g,i);r.current={source:t,delimiter:h,rows:p,layout:$,checked:_},n(r.current)},u=t.isLarge||!r.current?0:dw,d=setTimeout(()=>c().catch(f=>i.aborted||reportError(f)),u);return()=>{clearTimeout(d),s.abort()}},[t]),{read:o,isCurrent:o?.source===t}}var dw,zh=b(()=>{"use strict";ya();En();S();dw=120});function Vh({meta:t,form:e,onForm:o,pathOf:n,faults:r}){let s=(c,u)=>{let d=r[c];return!d||d.why==="empty"?null:a(`name.${d.why}`,{n:d.n??0,most:u,code:d.code??""})},i=(c=>u=>o({[c]:u}));return l`
<section class="card">
<h2>${a("setAction.what")}</h2>
<${fw} ...${{meta:t,form:e,set:i}} fault=${s("action",t.limits.action_name_bytes)} />
<${hw}
upstreams=${t.set_actions.upstreams}
...${{form:e,set:i}}
onBase=${c=>o({base:c,path:n(c)})}
/>
<${M}
id="batch"
label=${a("setAction.batch")}
hint=${a("setAction.batchHint")}
error=${s("batch",t.limits.batch_id_bytes)}
value=${e.batch}
autocomplete="off"
onValue=${i("batch")}
/>
</section>
`}var Jh,fw,hw,Kh=b(()=>{"use strict";Tt();S();T();Fo();Jh={spellcheck:!1,autocapitalize:"none",autocomplete:"off"},fw=({meta:t,form:e,set:o,fault:n})=>l`
<${M} as="select" id="action" label=${a("setAction.action")} onValue=${o("action")}>
<option value="" disabled selected=${!e.action}>${a("setAction.choose")}</option>
${t.set_actions.actions.map(({name:r})=>l`<option key=${r} selected=${r===e.action}>${r}</option>`)}
${t.set_actions.others&&l`<option value=${Ho} selected=${e.action===Ho}>
${a("setAction.other")}
</option>`}
<//>
${e.action===Ho&&l`
<${M}
id="other"
label=${a("setAction.otherName")}
error=${n}
value=${e.other}
onValue=${o("other")}
...${Jh}
/>
`}
`,hw=({upstreams:t,form:e,set:o,onBase:n})=>l`
<${M} as="select" id="upstream" label=${a("setAction.upstream")} onValue=${n}>
${t.length>1&&l`<option value="" disabled selected=${!e.base}>${a("setAction.choose")}</option>`}
${t.map(r=>l`<option key=${r} selected=${r===e.base}>${r}</option>`)}
<//>
<${M}
id="path"
label=${a("setAction.path")}
hint=${e.base&&a("setAction.sendsTo",{url:no(e)})}
value=${e.path}
onValue=${o("path")}
...${Jh}
/>
<${M}
id="token"
label=${a("setAction.token")}
hint=${a("setAction.tokenHint")}
type="password"
autocomplete="off"
value=${e.token}
onValue=${o("token")}
/>
`});var Yh={};Gt(Yh,{default:()=>Gh});function pw(t,e,o,n){return Object.keys($a(t,e)).length>0?a("setAction.missing"):o?.layout.column===null?a("setAction.why.column"):n?a(`setAction.why.${n}`,{most:e.limits.customers_of_a_job}):""}function mw(t,{form:e,key:o},n,r){let s=`paths:${t}`;return Z(async()=>{co(s,{...ie(s),[e.base]:ma(e.path)});let i={key:o,user:t,action:he(e),count:n.length},c=_h(e,n),u=await ts({get:j,post:Y},i,"/v1/set-actions",c);r(),q(a("setAction.sent",{id:lo(u)})),$t(C(O`/jobs/${u}`))})}function $w(t,e){let[o,n]=y(()=>ga(t)??e()),r=P(o);return{draft:o,change:i=>{r.current=i(r.current),Mh(t,r.current),n(r.current)}}}function bw({onClear:t}){let[e,o]=y(!1);return l`
<button type="button" id="clear-form" class="quiet" onClick=${()=>o(!0)}>
${a("setAction.clearForm")}
</button>
${e&&l`
<${Me}
title=${a("setAction.clearTitle")}
action=${a("setAction.clearForm")}
onConfirm=${async()=>t()}
onClose=${()=>o(!1)}
>
${a("setAction.clearHint")}
<//>
`}
`}function ww({meta:t,jobs:e,user:o,onClear:n}){let[r]=Bt(),s=r.toString(),i=ct=>ie(`paths:${o}`)?.[ct]??yh(e,ct),{draft:c,change:u}=$w(s,()=>Ih(bh(t,r,i),$h(r.getAll("cid")))),{form:d,source:f,typed:h,isRemoved:m}=c,[p,$]=y(!1),{cid_bytes:w,customers_of_a_job:g}=t.limits,{read:_,isCurrent:x}=qh(f,w),v=x&&_?_.checked:null,L=_?.checked.customers??[],G=pw(d,t,_,wh(v,m,g)),[Kt,Rt,pt,Et]=mw(o,c,L,()=>_a(s)),kt=()=>{Et(),$(!1)};return l`
<form
class="set-action"
autocomplete="off"
onSubmit=${ct=>{ct.preventDefault(),G||$(!0)}}
>
<${Vh}
...${{meta:t,form:d,pathOf:i}}
onForm=${ct=>u(ft=>Hh(ft,ct))}
faults=${$a(d,t)}
/>
<${Ch}
...${{source:f,typed:h,read:_,isRemoved:m,bytesMax:w}}
onSource=${ct=>u(ft=>Fh(ft,ct))}
onRemoved=${ct=>u(ft=>({...ft,isRemoved:ct}))}
/>
<${yw} blocker=${G} count=${L.length}>
${ga(s)&&l`<${bw} onClear=${n} />`}
<//>
</form>
${p&&v&&l`
<${xh}
...${{form:d,customers:L,isBusy:Rt,problem:pt}}
leftOut=${v.values.length-L.length}
onSend=${Kt}
onClose=${kt}
/>
`}
`}function Gh(){let t=E(N),[e]=Bt(),o=e.toString(),[n,r]=y(0),s=()=>{_a(o),r(n+1)},i=B(async u=>{let d=await j("/v1/meta",{signal:u}),{upstreams:f}=d.set_actions;return t?.role==="auditor"||f.length===0?{meta:d,jobs:[]}:{meta:d,jobs:(await j("/v1/jobs",{query:{source:"gateway",status:"SUCCESS",limit:20},signal:u})).jobs}},[t?.role]),c=l`<${V}>${a("setAction.title")}<//>`;return t?t.role==="auditor"?l`${c}
<${nt} title=${a("setAction.auditor")}><p>${a("setAction.auditorHint")}</p><//>`:l`
${c}
<${Bh} user=${t.user_id} />
<${lt} of=${i}>
${({meta:u,jobs:d})=>u.set_actions.upstreams.length?l`<${ww}
key=${`${n} ${o}`}
...${{meta:u,jobs:d}}
user=${t.user_id}
onClear=${s}
/>`:l`<${nt} title=${a("setAction.noUpstream")}>
<p>${a("setAction.noUpstreamHint")}</p>
<//>`}
<//>
`:c}var yw,Xh=b(()=>{"use strict";et();W();Q();H();Ot();eo();Ue();In();U();S();wt();ut();K();T();vh();Lh();Uh();Wh();Fo();zh();Kh();yw=({blocker:t,count:e,children:o})=>l`
<div class="set-action-end row">
<button type="submit" class="primary" disabled=${!!t}>
${a("setAction.review")}
</button>
<b role="status">${a("setAction.count",{n:e})}</b>
<span class="muted" id="blocker">${t}</span>
${o}
</div>
`});function _w(){let t=P(null),[e,o]=y(0);return k(()=>{if(!t.current)return;let n=new ResizeObserver(([{contentRect:r}])=>o(r.width));return n.observe(t.current),()=>n.disconnect()},[]),[t,e]}function ep({label:t,height:e,text:o,onLeave:n,children:r}){let[s,i]=_w();return l`
<div class="chart" ref=${s}>
<svg role="img" aria-label=${t} width=${i} height=${e} onPointerLeave=${n}>
${i>0&&r(i)}
</svg>
<p class="chart-text" aria-hidden="true">${o}</p>
</div>
`}function vw({parts:t,x:e,width:o,bottom:n,length:r}){let s=n;return t.map(i=>{let c=op(r(i.value),i.value);return s-=c,c?l`<${xa} key=${i.kind} ...${{part:i,x:e,y:s,width:o,height:c}} />`:null})}function kw({width:t,left:e,count:o,nameWidth:n}){let r=(t-e-12)/o,s=Math.ceil(n/r),i=Math.min(48,Math.max(1.5,r-(r>8?4:1)));return{step:r,thick:i,xOf:c=>e+c*r,nameAt:c=>Math.min(e+(c+.5)*r,t-n/2+4),hasName:c=>(o-1-c)%s===0&&(c+.5)*r>=n/2-e}}function ss({label:t,bars:e,axis:o,show:n,height:r=200,nameWidth:s=56}){let[i,c]=y(null),u=e.find($=>$.key===i)?.text??"",d=r-22,f=12+7*Math.max(...o.map($=>n($).length)),h=$=>$/o[o.length-1]*(d-10),m=$=>d-h($);return l`
<${ep} label=${t} height=${r} text=${u} onLeave=${()=>c(null)}>${$=>{let{step:w,thick:g,xOf:_,nameAt:x,hasName:v}=kw({width:$,left:f,count:e.length,nameWidth:s});return l`
<${xw} ...${{axis:o,show:n,heightOf:m,left:f,width:$}} />
${e.map((L,G)=>l`
<g key=${L.key} class="column" onPointerEnter=${()=>c(L.key)}>
<rect
class="column-ground ${L.onPick?"bar-link":""}"
x=${_(G)}
y="0"
width=${w}
height=${d}
onClick=${L.onPick}
/>
<${vw}
parts=${L.parts}
x=${_(G)+(w-g)/2}
width=${g}
...${{bottom:d,length:h}}
/>
${v(G)&&l`<text x=${x(G)} y=${r-6} text-anchor="middle">${L.name}</text>`}
</g>
`)}
`}}<//>
`}function np({label:t,bars:e,most:o}){let[n,r]=y(null),s=e.find(u=>u.key===n)?.text??"",i=28,c=u=>{let d=Math.min(160,u*.3),f=12+8*Math.max(...e.map(p=>p.total.length)),h=u-d-f,m=Math.floor(d/7.5);return e.map((p,$)=>{let w=$*i,g=d,_=p.parts.map(x=>{let v=op(x.value/(o||1)*h,x.value);return g+=v,v>0&&l`
<${xa}
key=${x.kind}
part=${x}
x=${g-v}
y=${w+5}
width=${v}
height=${i-10}
/>
`});return l`
<g key=${p.key} class="column" onPointerEnter=${()=>r(p.key)}>
<rect
class="column-ground ${p.onPick?"bar-link":""}"
y=${w}
width=${u}
height=${i}
onClick=${p.onPick}
/>
<text class="bar-name" y=${w+i/2} dy="0.35em">
${p.name.length>m?`${p.name.slice(0,m-1)}\u2026`:p.name}
</text>
${_}
<text x=${Math.min(g,u-f)+8} y=${w+i/2} dy="0.35em"
>${p.total}</text
>
</g>
`})};return l`
<${ep}
label=${t}
height=${Math.max(1,e.length)*i}
text=${s}
onLeave=${()=>r(null)}
>${c}<//
>
`}var Zh,Qh,gw,xa,tp,op,xw,is=b(()=>{"use strict";S();Zh={FAILED:"M-2 2 2-2M0 8 8 0M6 10l4-4",UNCONFIRMED:"M1 2h2M5 6h2",IN_PROGRESS:"M0 2h8M0 6h8"},Qh=()=>l`
<svg class="patterns" aria-hidden="true" width="0" height="0">
<defs>
${Object.entries(Zh).map(([t,e])=>l`
<pattern
key=${t}
id="pattern-${t}"
class="bar-${t}"
width="8"
height="8"
patternUnits="userSpaceOnUse"
>
<rect width="8" height="8" class="bar-ground" />
<path d=${e} />
</pattern>
`)}
</defs>
</svg>
`,gw=t=>t in Zh?`url(#pattern-${t})`:"currentColor",xa=({part:t,...e})=>l`
<rect
...${e}
class="bar bar-${t.kind} ${t.onPick?"bar-link":""}"
fill=${gw(t.kind)}
onClick=${t.onPick}
/>
`,tp=({kind:t})=>l`
<svg class="swatch" viewBox="0 0 16 16" aria-hidden="true">
<${xa} part=${{kind:t,value:1}} x=${1} y=${1} width=${14} height=${14} />
</svg>
`;op=(t,e)=>e?Math.max(2,t):0,xw=({axis:t,show:e,heightOf:o,left:n,width:r})=>t.map(s=>{let i=o(s);return l`
<g key=${`line ${s}`} class="axis">
<line x1=${n} x2=${r} y1=${i} y2=${i} />
<text x=${n-6} y=${i} dy="0.35em" text-anchor="end">${e(s)}</text>
</g>
`})});function Sw({caption:t,head:e,rows:o}){let[n,r]=y(!1),s=i=>typeof i=="string"?i:l`<${I} to="/" query=${i.query}>${i.text}<//>`;return l`
<details onToggle=${i=>r(i.currentTarget.open)}>
<summary>${a("chart.table")}</summary>
${n&&l`
<div class="scroll-x" tabindex="0" role="group" aria-label=${t}>
<table class="table-behind">
<caption>
${t}
</caption>
<thead>
<tr>
${e.map(i=>l`<th key=${i} scope="col">${i}</th>`)}
</tr>
</thead>
<tbody>
${o.map(([i,...c],u)=>l`
<tr key=${u}>
<th scope="row">${s(i)}</th>
${c.map((d,f)=>l`<td key=${f}>${s(d)}</td>`)}
</tr>
`)}
</tbody>
</table>
</div>
`}
</details>
`}var rp,Pn,va=b(()=>{"use strict";T();is();S();K();rp=({statuses:t})=>l`
<ul class="legend">
${t.map(e=>l`<li key=${e}><${tp} kind=${e} />${F("status",e)}</li>`)}
</ul>
`,Pn=({id:t,title:e,hint:o,table:n,children:r})=>l`
<section class="card figure" id=${t} aria-labelledby="${t}-title">
<h2 id="${t}-title">${e}</h2>
<p class="hint">${o}</p>
${r}
<${Sw} ...${n} />
</section>
`});function as(t,e=4,o=0){let n=Math.max((t||1)/e,o,Number.MIN_VALUE),r=10**Math.floor(Math.log10(n)),s=[1,2,5,10].map(c=>c*r).find(c=>c>=n*.999)??n,i=Math.max(1,Math.ceil(t/s-1e-9));return Array.from({length:i+1},(c,u)=>Number((u*s).toPrecision(6)))}var sp=b(()=>{"use strict"});function Sa(t){let e=cp();for(let o of t)for(let n of pe)e[n]+=o[n];return e}function Hn(t){let e=jt(t)-t.IN_PROGRESS;return e?t.FAILED/e:null}function lp(t){let e=Number(t.get("days"));return ka.find(o=>o===e)??30}function dp(t,e,o){let n=new Map(t.map(({value:r,jobs:s})=>[r,s]));return Array.from({length:e},(r,s)=>{let i=up(o-(e-1-s)*ap);return{day:i,jobs:n.get(i)??cp()}})}function Aw({rows:t,other:e},o){let n=t.length===o+1&&!jt(e)?t:t.slice(0,o);return{rows:n,other:Sa([e,...t.slice(n.length).map(r=>r.jobs)])}}function fp(t,e){let{rows:o,other:n}=Aw(t,e);return[...o,...jt(n)?[{value:null,jobs:n}]:[]].map(({value:s,jobs:i})=>({value:s,jobs:i,rate:Hn(i)}))}function hp(t){let e={all:[],answered:[],reported:[],imported:[]};for(let{status:o,cause:n,created_at:r,updated_at:s}of t){let c=(o==="SUCCESS"||o==="FAILED")&&Aa.includes(n)&&s?Jo(r,s):-1;c>=0&&(e[n].push(c),e.all.push(c))}for(let o of Object.values(e))o.sort((n,r)=>n-r);return e}function pp(t){let e=ip.map((n,r)=>{let s=r?ip[r-1]:0;return{from:s,to:n,count:t.filter(i=>i>=s&&i<n).length}}),o=e.map(n=>n.count>0);return o.includes(!0)?e.slice(o.indexOf(!0),o.lastIndexOf(!0)+1):[]}var pe,ka,ap,cp,jt,up,ro,Fn,Aa,ip,Ta=b(()=>{"use strict";Q();pe=["SUCCESS","FAILED","UNCONFIRMED","IN_PROGRESS"],ka=[14,30,90],ap=864e5,cp=()=>({SUCCESS:0,FAILED:0,UNCONFIRMED:0,IN_PROGRESS:0});jt=t=>pe.reduce((e,o)=>e+t[o],0);up=t=>new Date(t).toISOString().slice(0,10);ro=(t,e=t)=>({since:`${t}T00:00:00Z`,until:`${up(Date.parse(e)+ap)}T00:00:00Z`});Fn=(t,e)=>t[Math.min(t.length-1,Math.max(0,Math.ceil(e*t.length)-1))],Aa=["answered","reported","imported"];ip=[30,100,300,1e3,3e3,1e4,3e4,6e4,18e4,6e5,18e5,36e5,864e5,1/0]});function Oa(t){let e=pe.filter(o=>t[o]).map(o=>`${D(t[o])} ${F("status",o).toLowerCase()}`);return`${a("overview.jobs",{n:jt(t)})}${e.length?`: ${e.join(", ")}`:""}`}function yp({days:t}){let e=t.map(({day:n,jobs:r})=>{let s=ro(n),i=`${We(n)}: ${Oa(r)}`,c=mp(r,s);return{key:n,name:We(n),parts:c,text:i,onPick:ls(s)}}),o=Math.max(...t.map(({jobs:n})=>jt(n)));return l`
<${Pn}
id="by-day"
title=${a("overview.byDay")}
hint=${a("overview.byDayHint")}
table=${{caption:a("overview.byDayTable",cs(t)),head:[a("overview.day"),...bp()],rows:t.map(({day:n,jobs:r})=>[n,...$p(r,ro(n))]).reverse()}}
>
<${ss}
label=${a("overview.byDayLabel",{...cs(t),most:D(o)})}
bars=${e}
axis=${as(o,4,1)}
show=${D}
/>
<//>
`}function wp({days:t}){let e=t.map(({jobs:r})=>Hn(r)),o=Math.max(0,...e.map(r=>r??0)),n=t.map(({day:r,jobs:s},i)=>{let c=e[i],u=ls({...ro(r),status:"FAILED"}),d=c===null?a("overview.noneEnded"):Un(c);return{key:r,name:We(r),text:`${We(r)}: ${d} (${Oa(s)})`,parts:[{kind:"FAILED",value:c??0,onPick:u}],onPick:u}});return l`
<${Pn}
id="failure-rate"
title=${a("overview.rate")}
hint=${a("overview.rateHint")}
table=${{caption:a("overview.rateTable",cs(t)),head:[a("overview.day"),a("overview.rate"),F("status","FAILED"),a("overview.ended")],rows:t.map(({day:r,jobs:s},i)=>[r,Un(e[i]),Ea(s.FAILED,{...ro(r),status:"FAILED"}),D(jt(s)-s.IN_PROGRESS)]).reverse()}}
>
<${ss}
label=${a("overview.rateLabel",{...cs(t),most:qo(o)})}
bars=${n}
axis=${as(o||1)}
show=${qo}
/>
<//>
`}function Ca({id:t,name:e,table:o}){let n=fp(o,Tw).map(({value:i,...c})=>({...c,name:i??a("overview.others"),query:i===null?null:{[e]:i}})),r=e==="action_name",s=n.map(({name:i,jobs:c,query:u})=>({key:`${u?"":"other "}${i}`,name:i,parts:mp(c,u),text:`${i}: ${Oa(c)}`,total:D(jt(c)),...u&&{onPick:ls(u)}}));return l`
<${Pn}
id=${t}
title=${a(r?"overview.byAction":"overview.byUser")}
hint=${a("overview.byValueHint")}
table=${{caption:a(r?"overview.byActionTable":"overview.byUserTable"),head:[a(r?"overview.action":"overview.user"),...bp(),a("overview.rate")],rows:n.map(({name:i,jobs:c,query:u,rate:d})=>[i,...$p(c,u),Un(d)])}}
>
<${np}
label=${a(r?"overview.byActionLabel":"overview.byUserLabel",{names:n.map(({name:i,jobs:c})=>`${i} ${D(jt(c))}`).join(", ")})}
bars=${s}
most=${Math.max(...n.map(({jobs:i})=>jt(i)))}
/>
<//>
`}function jw({durations:t}){let e=Aa.filter(n=>t[n].length),o=e.length>1?["all",...e]:e;return l`
<div class="scroll-x" tabindex="0" role="group" aria-label=${a("overview.durations")}>
<table class="table-behind">
<thead>
<tr>
<th scope="col">${a("overview.endedBy")}</th>
<th scope="col">${a("overview.total")}</th>
<th scope="col">${a("overview.median")}</th>
<th scope="col">${a("overview.p95")}</th>
</tr>
</thead>
<tbody>
${o.map(n=>l`
<tr key=${n}>
<th scope="row">${a(`overview.by.${n}`)}</th>
<td>${D(t[n].length)}</td>
<td>${Xt(Fn(t[n],.5))}</td>
<td>${Xt(Fn(t[n],.95))}</td>
</tr>
`)}
</tbody>
</table>
</div>
`}function gp({jobs:t}){let e=hp(t),o=e.all.length;if(!o)return null;let n=pp(e.all),r=n.map(c=>({key:String(c.to),name:ja(c),text:`${ja(c)}: ${a("overview.jobs",{n:c.count})}`,parts:[{kind:"plain",value:c.count}]})),s=Xt(Fn(e.all,.5)),i=Xt(Fn(e.all,.95));return l`
<${Pn}
id="durations"
title=${a("overview.durations")}
hint=${a("overview.durationsHint",{n:o})}
table=${{caption:a("overview.durationsTable",{n:o}),head:[a("overview.took"),a("overview.total")],rows:n.map(c=>[ja(c),D(c.count)])}}
>
<${jw} durations=${e} />
<${ss}
label=${a("overview.durationsLabel",{n:o,median:s,high:i})}
bars=${r}
axis=${as(Math.max(...n.map(c=>c.count)),3,1)}
show=${D}
height=${150}
nameWidth=${68}
/>
<//>
`}var Tw,ls,mp,Ea,$p,bp,Un,cs,ja,_p=b(()=>{"use strict";Q();H();Ot();sp();is();va();S();T();Ta();Tw=10,ls=t=>()=>$t(C("/",t));mp=(t,e)=>pe.map(o=>({kind:o,value:t[o],...e&&{onPick:ls({...e,status:o})}})),Ea=(t,e)=>t&&e?{text:D(t),query:e}:D(t),$p=(t,e)=>[Ea(jt(t),e),...pe.map(o=>Ea(t[o],e&&{...e,status:o}))],bp=()=>[a("overview.total"),...pe.map(t=>F("status",t))],Un=t=>t===null?"\u2013":qo(t),cs=t=>({n:t.length,from:We(t[0].day),to:We(t[t.length-1].day)});ja=({from:t,to:e})=>e===1/0?a("overview.atLeast",{from:Xt(t)}):a("overview.below",{to:Xt(e)})});function xp(t,e){let o=P(e);k(()=>{o.current!==e&&t(),o.current=e},[e])}function Ow({head:t}){let e=B(o=>j("/readyz",{signal:o,asks:!1}),[]);return xp(e.reload,t.size),k(()=>{let o=setInterval(()=>document.hidden||e.reload(),Ew);return()=>clearInterval(o)},[]),e.error?l`<span class="bad"><${R} name="alarm" /> ${a("health.notReady")}</span>
${e.error.detail}`:e.data?l`<span class="good"><${R} name="SUCCESS" /> ${a("health.ready")}</span>`:a("app.loading")}function Cw({head:t}){let{data:e,error:o,reload:n}=B(i=>j("/log/checkpoint",{signal:i,asText:!0}),[]);if(xp(n,t.size),!e)return o?o.detail:a("app.loading");let[,r,s]=e.split(`
`);return l`
${a("health.checkpointOf",{n:Number(r)})} ${" "}<${vp}
short=${`${s.slice(0,10)}\u2026`}
text=${e}
what=${a("health.checkpoint")}
/>
${" "}<${ce} href=${C("/log/checkpoint")} name="checkpoint"
>${a("health.download")}<//
>
`}function Lw(){let{data:t,error:e}=B(c=>j("/v1/verification",{signal:c}),[]);if(e)return e.detail;if(t===void 0)return a("app.loading");if(!t.last)return a("health.notVerified");let{is_sound:o,findings:n,size:r,ended_at:s}=t.last,i=a(o?"health.sound":"health.unsound",{n:o?r:n});return l`
<span class=${o?"good":"bad"}>
<${R} name=${o?"SUCCESS":"alarm"} /> ${i} </span
>${" "} (<${it} at=${s} />)
`}function Nw(){let t=Le();if(!t)return a("health.notSeen");let e=oe(t.checkpoint);return l`${a("health.seenSize",{n:e})} (<${it} at=${t.at} />)`}function Dw({role:t}){let e=`jobctl verify --server ${location.origin}${St} --key verifier.key`;return l`
<p>${a("health.how")}</p>
<div class="row command">
<pre class="scroll-x" tabindex="0"><code>${e}</code></pre>
<button type="button" onClick=${()=>Ce(e,a("health.command"))}>
${a("app.copy",{what:""})}
</button>
</div>
<p class="hint">${a(t==="operator"?"health.howOperator":"health.howHint")}</p>
`}function La({head:t}){let e=E(N),{data:o}=B(i=>j("/v1/meta",{signal:i}),[]),n=o?.ledger.verifier_key??"",[r,s]=n.split("+");return l`
<section class="card health" id="health" aria-labelledby="health-title">
<h2 id="health-title">${a("health.title")}</h2>
<dl class="facts">
<dt>${a("health.state")}</dt>
<dd><${Ow} head=${t} /></dd>
<dt>${a("health.size")}</dt>
<dd>${a("health.entries",{n:t.size})}</dd>
<dt>${a("health.checkpoint")}</dt>
<dd><${Cw} head=${t} /></dd>
<dt>${a("health.key")}</dt>
<dd>
${n&&l`<code>${r}</code> <${vp} short=${s} text=${n} what=${a("health.key")} />`}
</dd>
<dt>${a("health.verified")}</dt>
<dd id="last-verification"><${Lw} /></dd>
<dt>${a("health.seen")}</dt>
<dd><${Nw} /></dd>
</dl>
<${Dw} role=${e?.role} />
<p><${I} to="/help/proof">${a("landing.help")}<//></p>
</section>
`}var Ew,vp,kp=b(()=>{"use strict";et();W();mn();H();on();U();S();gt();Ze();K();T();Ew=3e4;vp=({short:t,text:e,what:o})=>l`
<button type="button" class="copy-id" title=${e} onClick=${()=>Ce(e,o)}>
<code>${t}</code><${R} name="copy" />
<span class="off-screen">${a("app.copy",{what:o})}</span>
</button>
`});var Ap={};Gt(Ap,{default:()=>Sp});function Mw(t){k(()=>{let e=new Map,o=()=>{for(let{reload:r,ms:s}of t){if(e.has(r))continue;let i=()=>{e.delete(r),r()};e.set(r,window.setTimeout(i,s))}},n=re({},{onEntries:o,onState:r=>r!=="lost"&&o()});return()=>{e.forEach(r=>clearTimeout(r)),n()}},[])}function Pw({stats:t,days:e}){let o=Sa(e.map(i=>i.jobs)),n=Hn(o),r=jt(t.total),s=ro(e[0].day,e[e.length-1].day);return l`
<dl class="numbers">
<${Bn} name=${a("overview.all")} value=${D(r)} to=${{}} />
<${Bn}
name=${a("overview.inSpan",{n:e.length})}
value=${D(jt(o))}
to=${s}
/>
<${Bn}
name=${a("overview.rateInSpan",{n:e.length})}
value=${Un(n)}
to=${{...s,status:"FAILED"}}
/>
<${Bn}
name=${a("overview.inProgress")}
value=${D(t.total.IN_PROGRESS)}
to=${{status:"IN_PROGRESS"}}
/>
<${Bn}
name=${a("overview.unconfirmed")}
value=${D(t.total.UNCONFIRMED)}
to=${{status:"UNCONFIRMED"}}
/>
</dl>
`}function Hw({stats:t,newest:e,span:o}){let n=E(N);if(!jt(t.total))return l`
<${nt} title=${a("overview.empty")}><p>${a("overview.emptyHint")}</p><//>
<${La} head=${t.head} />
`;let r=dp(t.by_day.rows,o,Date.now());return l`
<${Pw} stats=${t} days=${r} />
<${rp} statuses=${pe} />
<div class="figures">
<${yp} days=${r} />
<${wp} days=${r} />
<${Ca} id="by-action" name="action_name" table=${t.by_action} />
${n?.role!=="operator"&&l`<${Ca} id="by-user" name="user_id" table=${t.by_user} />`}
<${lt} of=${e}>
${({jobs:s})=>l`<${gp} jobs=${s} />`}
<//>
<${La} head=${t.head} />
</div>
`}function Sp(){let t=E(N),[e,o]=Bt(),n=lp(e),r=B(c=>j("/v1/stats",{signal:c,query:{limit:100}}),[]),s=B(c=>j("/v1/jobs",{signal:c,query:{status:["SUCCESS","FAILED"],limit:500}}),[]);Mw([{reload:r.reload,ms:Rw},{reload:s.reload,ms:Iw}]);let i=c=>{e.set("days",c),o(new URLSearchParams(e),{replace:!0})};return l`
<div class="row spread overview-top">
<${V}>${a("overview.title")}<//>
<${Ne}
label=${a("overview.span")}
options=${ka.map(c=>({value:String(c),text:a("overview.days",{n:c})}))}
value=${String(n)}
onValue=${i}
/>
</div>
${t?.role==="operator"&&l`<p class="hint">${a("overview.own")}</p>`}
<${Qh} />
<${lt} of=${r}>
${c=>l`
<${Hw} stats=${c} newest=${s} span=${n} />
`}
<//>
`}var Rw,Iw,Bn,Tp=b(()=>{"use strict";et();W();Q();Ao();va();is();Tt();U();S();ut();K();T();_p();kp();Ta();Rw=3e3,Iw=3e4;Bn=({name:t,value:e,to:o})=>l`
<div>
<dt>${t}</dt>
<dd>${o?l`<${I} to="/" query=${o}>${e}<//>`:e}</dd>
</div>
`});function Wn({label:t,value:e,onValue:o,error:n,hint:r="",required:s=!0}){let[i,c]=y(!1);return l`
<${M}
label=${t}
hint=${`${r} ${a("password.rules")}`.trim()}
error=${n}
type=${i?"text":"password"}
autocomplete="new-password"
autocapitalize="none"
spellcheck=${!1}
required=${s}
value=${e}
onValue=${o}
/>
<label class="check">
<input type="checkbox" checked=${i} onChange=${()=>c(!i)} />
${a("password.show")}
</label>
`}var Na=b(()=>{"use strict";T();Tt();S()});function jp(t){let e=({created_at:r})=>r?Date.parse(r):0,o=({state:r})=>r==="accepted",n=t.toSorted((r,s)=>e(s)-e(r)||(r.name<s.name?-1:+(r.name>s.name)));return{working:n.filter(o),others:n.filter(r=>!o(r))}}function Ep(t,e){let[o,n,r]=t.split("-").map(Number);return(e==="utc"?new Date(Date.UTC(o,n-1,r+1)):new Date(o,n-1,r+1)).toISOString()}function Op(t){if(!t)return"";let e=n=>n.find(([r])=>t.includes(r))?.[1],o=t.startsWith("Mozilla/")&&e(Fw);return o?[o,e(Uw)].filter(Boolean).join(", "):t}var Fw,Uw,Da=b(()=>{"use strict";Fw=[["Edg","Edge"],["OPR","Opera"],["Firefox","Firefox"],["FxiOS","Firefox"],["CriOS","Chrome"],["Chrome","Chrome"],["Safari","Safari"]],Uw=[["Android","Android"],["iPhone","iPhone"],["iPad","iPad"],["Windows","Windows"],["Mac OS X","macOS"],["CrOS","ChromeOS"],["Linux","Linux"]]});function Bw({token:t,hasUser:e,onRevoke:o}){let{state:n}=t,r=t.revoked_at??t.expires_at;return l`
<tr>
<th scope="row">${t.name}${t.current&&l` <${Vt}>${a("sessions.this")}<//>`}</th>
${e&&l`
<td data-name=${a("admin.user")}>
${t.user_id}, <span class="muted">${F("role",t.role)}</span>
</td>
`}
<td data-name=${a("tokens.made")}>
<${it} at=${t.created_at} />
${e&&t.made_by&&a("tokens.madeBy",{user:t.made_by})}
</td>
<td data-name=${a("tokens.used")}>
${t.last_used_at?l`<${it} at=${t.last_used_at} />`:a("tokens.unused")}
</td>
<td data-name=${a("tokens.ends")}>
${n!=="accepted"&&a(`tokens.${n}`)}${" "}
${r?l`<${it} at=${r} />`:a("tokens.noEnd")}
</td>
${o&&l`
<td>
<button
type="button"
class="danger"
aria-label=${a("tokens.revokeOne",{name:t.name})}
disabled=${n==="revoked"}
onClick=${()=>o(t)}
>
${a("tokens.revoke")}
</button>
</td>
`}
</tr>
`}function Cp({caption:t,tokens:e,hasUser:o,onRevoke:n}){let r=Mo(e.length);return l`
<table class="cards">
<caption class="off-screen">
${t}
</caption>
<thead>
<tr>
<th scope="col">${a("tokens.name")}</th>
${o&&l`<th scope="col">${a("admin.user")}</th>`}
<th scope="col">${a("tokens.made")}</th>
<th scope="col">${a("tokens.used")}</th>
<th scope="col">${a("tokens.ends")}</th>
${n&&l`<th scope="col"><span class="off-screen">${a("tokens.revoke")}</span></th>`}
</tr>
</thead>
<tbody>
${e.slice(0,r.shown).map(s=>l`
<${Bw}
key=${`${s.user_id} ${s.name}`}
token=${s}
hasUser=${o}
onRevoke=${n}
/>
`)}
</tbody>
</table>
<${Po} steps=${r} />
`}function us({tokens:t,hasUser:e=!1,revoke:o}){let[n,r]=y(null),{working:s,others:i}=jp(t),c={hasUser:e,onRevoke:r};return l`
${s.length>0?l`<${Cp} caption=${a("tokens.title")} tokens=${s} ...${c} />`:l`<${nt} title=${a("tokens.empty")} />`}
${i.length>0&&l`
<details>
<summary>${a("tokens.others",{n:i.length})}</summary>
<${Cp}
caption=${a("tokens.others",{n:i.length})}
tokens=${i}
hasUser=${e}
/>
</details>
`}
${n&&l`
<${Me}
title=${a("tokens.revokeOne",{name:n.name})}
action=${a("tokens.revoke")}
onConfirm=${async()=>{await o(n),q(a("tokens.revokedNow",{name:n.name}))}}
onClose=${()=>r(null)}
>
${n.current&&a("tokens.revokeCurrent")}
${a("tokens.revokeHint",{user:n.user_id})}
<//>
`}
`}function ds({make:t,onClose:e,children:o,mine:n=""}){let r=E(Jt),[s,i]=y(""),[c,u]=y(""),[d,f]=y(""),h=Z(async()=>{let m=await t({name:s,...c&&{expires_at:Ep(c,r)}});f(m.token)});return d?l`<${Ww} token=${d} onClose=${e} />`:l`
<${tt} title=${a("tokens.new")} onClose=${e}>
<${vt} of=${h} action=${a("tokens.make")} fields=${["name","expires_at",n]}>
${m=>l`
${o} ${m(n)&&l`<p class="field-error" role="alert">${m(n)}</p>`}
<${M}
label=${a("tokens.name")}
hint=${a("tokens.nameHint")}
error=${m("name")}
name="token-name"
autocomplete="off"
required
value=${s}
onValue=${i}
/>
<${M}
label=${a("tokens.lastDay")}
hint=${a("tokens.lastDayHint")}
error=${m("expires_at")}
type="date"
min=${new Date().toISOString().slice(0,10)}
value=${c}
onValue=${u}
/>
`}
<//>
<//>
`}var Ww,Ra=b(()=>{"use strict";Da();T();Ct();In();zt();Tt();U();S();wt();yn();ut();ns();K();Ww=({token:t,onClose:e})=>l`
<${tt} title=${a("tokens.madeTitle")} onClose=${e}>
<div class="notice notice-warning">
<p>${a("tokens.once")}</p>
</div>
<${M}
label=${a("tokens.token")}
readonly
class="secret"
value=${t}
onFocus=${o=>o.currentTarget.select()}
/>
<div class="row">
<button
type="button"
class="primary"
onClick=${()=>Ce(t,a("tokens.theToken"))}
>
${a("app.copy",{what:a("tokens.theToken")})}
</button>
<button type="button" onClick=${e}>${a("tokens.stored")}</button>
</div>
<//>
`});function qw({session:t,onEnd:e}){let o=Op(t.user_agent)||a("sessions.unknown");return l`
<tr>
<th scope="row" title=${t.user_agent??""}>
${o} ${t.current&&l` <${Vt}>${a("sessions.this")}<//>`}
</th>
<td data-name=${a("sessions.address")}>${t.address??a("sessions.unknown")}</td>
<td data-name=${a("sessions.used")}><${it} at=${t.used_at} /></td>
<td data-name=${a("sessions.begun")}>
<${it} at=${t.begun_at} />, ${a(`sessions.by.${t.by}`)}
</td>
<td>
<button
type="button"
class="danger"
aria-label=${t.current?void 0:a("sessions.endOne",{browser:o})}
onClick=${e}
>
${a(t.current?"user.signOut":"sessions.end")}
</button>
</td>
</tr>
`}function Lp(){let t=B(r=>j("/v1/account/sessions",{signal:r}),[]),[e,o]=y(null),n=async()=>{e==="others"?await Y("/v1/account/sessions/end-others"):e&&await zw(e.id),q(a(e==="others"?"sessions.othersEnded":"sessions.ended")),t.reload()};return l`
<section class="card wide" id="sessions" aria-labelledby="sessions-title">
<h2 id="sessions-title">${a("sessions.title")}</h2>
<${lt} of=${t}>
${({sessions:r,since:s})=>l`
<p class="hint">${a("sessions.hint")} <${it} at=${s} />.</p>
<${Jw}
sessions=${r}
onEnd=${i=>i.current?dr():o(i)}
/>
<p>
<button type="button" class="danger" onClick=${()=>o("others")}>
${a("sessions.endOthers")}
</button>
</p>
`}
<//>
${e&&l`
<${Me}
title=${a(e==="others"?"sessions.endOthersTitle":"sessions.endTitle")}
action=${a("sessions.end")}
onConfirm=${n}
onClose=${()=>o(null)}
>
${a(e==="others"?"sessions.endOthersHint":"sessions.endHint")}
<//>
`}
</section>
`}var zw,Jw,Np=b(()=>{"use strict";Da();W();H();Ct();In();U();S();zs();wt();ut();K();T();zw=t=>Y(O`/v1/account/sessions/${t}/end`).catch(e=>{if(e.status!==404)throw e}),Jw=({sessions:t,onEnd:e})=>l`
<table class="cards">
<caption class="off-screen">
${a("sessions.title")}
</caption>
<thead>
<tr>
<th scope="col">${a("sessions.browser")}</th>
<th scope="col">${a("sessions.address")}</th>
<th scope="col">${a("sessions.used")}</th>
<th scope="col">${a("sessions.begun")}</th>
<th scope="col"><span class="off-screen">${a("sessions.end")}</span></th>
</tr>
</thead>
<tbody>
${t.map(o=>l`
<${qw} key=${o.id} session=${o} onEnd=${()=>e(o)} />
`)}
</tbody>
</table>
`});var Rp={};Gt(Rp,{default:()=>Dp});function Kw({onChanged:t}){let[e,o]=y(""),[n,r]=y(""),s=Z(async()=>{await Y("/v1/account/password",{current:e,new:n}),o(""),r(""),q(a("password.changed")),t(),await Xn()});return l`
<${vt} of=${s} action=${a("password.change")} fields=${["current","new"]}>
${i=>l`
<div class="off-screen" aria-hidden="true">
<input
type="text"
autocomplete="username"
tabindex="-1"
readonly
value=${N.get()?.user_id}
/>
</div>
<${M}
label=${a("password.current")}
error=${i("current")}
type="password"
autocomplete="current-password"
required
value=${e}
onValue=${o}
/>
<${Wn}
label=${a("password.new")}
error=${i("new")}
value=${n}
onValue=${r}
/>
<p class="hint">${a("password.ends")}</p>
`}
<//>
`}function Gw({mayMake:t}){let e=B(r=>j("/v1/account/tokens",{signal:r}),[]),[o,n]=y(!1);return l`
<section class="card wide" id="tokens" aria-labelledby="tokens-title">
<div class="row spread">
<h2 id="tokens-title">${a("tokens.title")}</h2>
${t&&l`<button type="button" onClick=${()=>n(!0)}>${a("tokens.new")}</button>`}
</div>
<p class="hint">${a(t?"tokens.hint":"tokens.byToken")}</p>
<${lt} of=${e}>
${r=>l`
<${us}
tokens=${r.tokens}
revoke=${async({name:s})=>{await Y(O`/v1/account/tokens/${s}/revoke`),e.reload()}}
/>
`}
<//>
${o&&l`
<${ds}
make=${r=>Y("/v1/account/tokens",r)}
onClose=${()=>{n(!1),e.reload()}}
/>
`}
</section>
`}function Dp(){let t=E(N),[e,o]=y(0);return t?l`
<${V}>${a("account.title")}<//>
<div class="account">
<${Vw} user=${t} />
<section class="card" id="password" aria-labelledby="password-title">
<h2 id="password-title">${a("password.title")}</h2>
${t.has_password?l`<${Kw} onChanged=${()=>o(e+1)} />`:l`<p>${a(`password.none.${t.signed_in_by}`)}</p>`}
</section>
${t.has_password||t.session?l`<${Lp} key=${e} />`:null}
<${Gw} mayMake=${t.may_make_tokens===!0} />
</div>
`:null}var Vw,Ip=b(()=>{"use strict";et();W();H();U();S();Tt();wt();Na();ut();K();Ra();T();Np();Vw=({user:t})=>l`
<section class="card" aria-labelledby="who">
<h2 id="who">${a("account.who")}</h2>
<dl class="facts">
<dt>${a("admin.user")}</dt>
<dd>${t.user_id}</dd>
<dt>${a("admin.role")}</dt>
<dd>${F("role",t.role)}: ${a(`account.may.${t.role}`)}</dd>
<dt>${a("account.by")}</dt>
<dd>${a(`account.by.${t.signed_in_by}`)}</dd>
${t.session&&l`
<dt>${a("account.ends")}</dt>
<dd><${it} at=${t.session.ends_at} />, ${a("account.endsHint")}</dd>
`}
</dl>
</section>
`});function Hp(t,e){let o=Mp(e.trim());return t.filter(({user_id:n,role:r})=>Mp(n).includes(o)||r.startsWith(o)).toSorted((n,r)=>Number(n.disabled)-Number(r.disabled)||n.user_id.localeCompare(r.user_id))}var Pp,Mp,Ia=b(()=>{"use strict";Pp=["operator","auditor","admin"],Mp=t=>t.normalize("NFKC").toLowerCase()});function Fp({onAdded:t,onClose:e}){let[o,n]=y(""),[r,s]=y("operator"),[i,c]=y(""),u=Z(async()=>{await Y("/v1/users",{user_id:o,role:r,...i&&{password:i}}),q(a("admin.added",{user:o})),t(),e()});return l`
<${tt} title=${a("admin.add")} onClose=${e}>
<${vt} of=${u} action=${a("admin.add")} fields=${["user_id","role","password"]}>
${d=>l`
<${M}
label=${a("admin.name")}
hint=${a("admin.nameHint")}
error=${d("user_id")}
name="user_id"
autocomplete="off"
autocapitalize="none"
spellcheck=${!1}
required
value=${o}
onValue=${n}
/>
<${fs} error=${d("role")} value=${r} onValue=${s} />
<${Wn}
label=${a("admin.password")}
hint=${a("admin.passwordHint")}
required=${!1}
error=${d("password")}
value=${i}
onValue=${c}
/>
`}
<//>
<//>
`}function Yw({user:t,change:e}){let{user_id:o}=t,[n,r]=y(t.role),s=Z(()=>e("role",{role:n},a("admin.roleSet",{user:o})));return l`
<${vt} of=${s} action=${a("admin.setRole")} fields=${["role"]} isMain=${!1}>
${i=>l`
<${fs}
hint=${a("admin.roleHint")}
error=${i("role")}
value=${n}
onValue=${r}
/>
`}
<//>
`}function Xw({user:t,change:e}){let{user_id:o,disabled:n,has_password:r}=t,[s,i]=y(""),c=Z(()=>e(n?"enable":"password",s?{password:s}:{},a(n?"admin.enabledNow":"admin.passwordSet",{user:o}))),u=r?"admin.enableHint":"admin.enableHintNone",d=a(n?"admin.enable":"admin.setPassword");return l`
<${vt} of=${c} action=${d} fields=${["password"]} isMain=${!1}>
${f=>l`
<${Wn}
label=${a("password.new")}
hint=${a(n?u:"admin.setPasswordHint")}
required=${!n||r}
error=${f("password")}
value=${s}
onValue=${i}
/>
`}
<//>
`}function Up({user:t,isSelf:e,onChanged:o,onClose:n}){let{user_id:r,disabled:s,has_password:i}=t,[c,u]=y(!1),d=(async(m,p,$)=>{await Y(`${O`/v1/users/${r}`}/${m}`,p),q($),o(),n()});if(c)return l`
<${Me}
title=${a("admin.disableOne",{user:r})}
action=${a("admin.disable")}
onConfirm=${()=>d("disable",{},a("admin.disabledNow",{user:r}))}
onClose=${n}
>
${a("admin.disableHint")}
<//>
`;let f=a(s?"admin.enableOne":"admin.changeOne",{user:r}),h=!s&&!e;return l`
<${tt} title=${f} onClose=${n}>
<div class="changes">
${e&&l`<p>${a("admin.self")} <${I} to="/account">${a("account.title")}<//>.</p>`}
${h&&l`<${Yw} user=${t} change=${d} />`}
${!(e&&i)&&l`<${Xw} user=${t} change=${d} />`}
${h&&l`
<div>
<p class="hint">${a("admin.disableHint")}</p>
<button type="button" class="danger" onClick=${()=>u(!0)}>
${a("admin.disableOne",{user:r})}
</button>
</div>
`}
</div>
<//>
`}var fs,Bp=b(()=>{"use strict";W();H();In();zt();Tt();U();S();wt();Na();K();T();Ia();fs=t=>l`
<${M} label=${a("admin.role")} as="select" ...${t}>
${Pp.map(e=>l`
<option key=${e} value=${e}>${F("role",e)}: ${a(`account.may.${e}`)}</option>
`)}
<//>
`});var qp={};Gt(qp,{default:()=>Wp});function Qw({users:t,search:e,onChange:o}){let n=Hp(t,e),r=Mo(n.length,e);return n.length?l`
<${Zw} users=${n.slice(0,r.shown)} onChange=${o} />
<${Po} steps=${r} />
`:l`<${nt} title=${a("admin.noUser")} />`}function tg({loaded:t,onChanged:e}){let[o,n]=y(""),[r,s]=y(null),[i,c]=y(!1),u=t.data?.users.find(d=>d.user_id===r);return l`
<section class="card" id="users" aria-labelledby="users-title">
<div class="row spread">
<h2 id="users-title">${a("admin.users")}</h2>
<button type="button" class="primary" onClick=${()=>c(!0)}>
${a("admin.add")}
</button>
</div>
<${M}
label=${a("admin.search")}
type="search"
autocomplete="off"
value=${o}
onValue=${n}
/>
<${lt} of=${t}>
${({users:d})=>l`
<${Qw}
users=${d}
search=${o}
onChange=${({user_id:f})=>s(f)}
/>
`}
<//>
${u&&l`
<${Up}
user=${u}
isSelf=${u.user_id===N.get()?.user_id}
onChanged=${e}
onClose=${()=>s(null)}
/>
`}
${i&&l`<${Fp} onAdded=${e} onClose=${()=>c(!1)} />`}
</section>
`}function eg({users:t,onClose:e}){let[o,n]=y(""),[r,s]=y("operator"),i=t.some(c=>c.user_id===o);return l`
<${ds}
mine="user_id"
make=${c=>Y("/v1/tokens",{...c,user_id:o,...i?{}:{role:r}})}
onClose=${e}
>
<${M}
label=${a("admin.user")}
hint=${a("admin.tokenUserHint")}
list="user-names"
autocomplete="off"
required
value=${o}
onValue=${n}
/>
<datalist id="user-names">
${t.map(({user_id:c})=>l`<option key=${c} value=${c} />`)}
</datalist>
${o&&!i?l`<${fs} hint=${a("admin.tokenRoleHint")} value=${r} onValue=${s} />`:null}
<//>
`}function og({loaded:t,users:e,mayMake:o}){let[n,r]=y(!1),s=()=>{r(!1),t.reload()};return l`
<section class="card" id="tokens" aria-labelledby="tokens-title">
<div class="row spread">
<h2 id="tokens-title">${a("tokens.title")}</h2>
${o&&l`<button type="button" onClick=${()=>r(!0)}>${a("tokens.new")}</button>`}
</div>
${!o&&l`<p class="hint">${a("tokens.byToken")}</p>`}
<${lt} of=${t}>
${i=>l`
<${us}
tokens=${i.tokens}
hasUser
revoke=${async({user_id:c,name:u})=>{await Y(O`/v1/users/${c}/tokens/${u}/revoke`),t.reload()}}
/>
`}
<//>
${n&&l`<${eg} users=${e} onClose=${s} />`}
</section>
`}function Wp(){let t=E(N),e=B(r=>j("/v1/users",{signal:r}),[]),o=B(r=>j("/v1/tokens",{signal:r}),[]),n=()=>{e.reload(),o.reload()};return t?.role!=="admin"?l`
<${V}>${a("admin.title")}<//>
<p>${a("admin.only")}</p>
`:l`
<${V}>${a("admin.title")}<//>
<div class="account">
<${tg} loaded=${e} onChanged=${n} />
<${og}
loaded=${o}
users=${e.data?.users??[]}
mayMake=${t.may_make_tokens===!0}
/>
</div>
`}var Zw,zp=b(()=>{"use strict";et();W();H();Tt();U();S();ut();ns();K();Ra();T();Ia();Bp();Zw=({users:t,onChange:e})=>l`
<table class="cards">
<caption class="off-screen">
${a("admin.users")}
</caption>
<thead>
<tr>
<th scope="col">${a("admin.user")}</th>
<th scope="col">${a("admin.role")}</th>
<th scope="col">${a("admin.signIn")}</th>
<th scope="col">${a("admin.since")}</th>
<th scope="col"><span class="off-screen">${a("admin.change")}</span></th>
</tr>
</thead>
<tbody>
${t.map(o=>l`
<tr key=${o.user_id} class=${o.disabled?"muted":""}>
<th scope="row">${o.user_id}</th>
<td data-name=${a("admin.role")}>${F("role",o.role)}</td>
<td data-name=${a("admin.signIn")}>
${a(o.disabled?"admin.disabled":o.has_password?"admin.hasPassword":"admin.hasNone")}
</td>
<td data-name=${a("admin.since")}><${it} at=${o.created_at} /></td>
<td>
<button
type="button"
aria-label=${a("admin.changeOne",{user:o.user_id})}
onClick=${()=>e(o)}
>
${a("admin.change")}
</button>
</td>
</tr>
`)}
</tbody>
</table>
`});et();W();function ec(t,e){let o="",n=r=>{if(!r||r.name==="AbortError"||[0,401].includes(r.status))return;let s=String(r.message||r);s!==o&&e(s),o=s};t.addEventListener("error",r=>n(r.error)),t.addEventListener("unhandledrejection",r=>n(r.reason))}var oc="a[href], button, input, select, textarea, summary, [tabindex='0']",um="[data-index], [data-row], [role=listitem]";function dm(t){let e=[];for(let o=t;o;o=o.parentElement)e.push({element:o,place:[...o.parentElement?.children??[]].indexOf(o)});return e}var ys=t=>t.getClientRects().length>0&&!t.matches(":disabled"),fm=t=>[...t.matches(oc)?[t]:[],...t.querySelectorAll(oc)].filter(ys);function hm(t,e,o=fm){let n=t.findLastIndex(({element:r})=>!r.isConnected);for(let r=Math.max(n,0);r<t.length-1;r+=1){let s=t[r+1].element;if(e(s))return null;let i=[...s.children],{element:c,place:u}=t[r],d=i.indexOf(c),f=i.slice(0,d<0?u:d),m=i.slice(f.length+(d<0?0:1)).flatMap(o)[0]??f.flatMap(o).at(-1);if(m)return m}return null}function nc(t){let e=[],o=e;t.addEventListener("focusin",({target:s})=>{let i=s,c=i.closest("dialog");c&&e.length&&!c.contains(e[0].element)&&(o=e),e=dm(i)}),t.addEventListener("focusout",({target:s})=>{queueMicrotask(()=>{let i=s;i===e[0]?.element&&i!==document.activeElement&&i.isConnected&&ys(i)&&(e=[])})});let n=()=>{if(!e.length||document.activeElement!==document.body)return;let s=e.find(({element:h})=>h.matches("dialog"));s&&!s.element.isConnected&&([e,o]=[o,[]]);let i=e[0]?.element;if(i?.isConnected&&!ys(i))return;let c=e.some(({element:h})=>!h.isConnected&&h.matches(um)),u=e.find(({element:h})=>h.isConnected&&h.matches("[tabindex]")),f=(c?u?.element:i?.isConnected?i:hm(e,r))??(c?null:document.querySelector("main h1"));f instanceof HTMLElement&&f.focus({preventScroll:!0})},r=s=>s===t||s.matches("main");new MutationObserver(n).observe(t,{childList:!0,subtree:!0,attributeFilter:["disabled"]})}Ot();et();W();Q();H();Ot();T();cr();U();S();gt();zs();nn();wt();Ze();yn();Ci();var Li=["system","light","dark"];function N$(){let t=E(Jt),e=E(bn),o=t==="utc"?"local":"utc";return l`
<button
type="button"
id="zone"
class="quiet"
title=${a("zone.switch",{zone:pc(t),other:a(`zone.${o}`)})}
onClick=${()=>Jt.set(o)}
>
${a(`zone.${t}`)}
</button>
<button
type="button"
id="theme"
class="quiet"
aria-label=${a(`theme.${e}`)}
title=${a(`theme.${e}`)}
onClick=${()=>bn.set(Li[(Li.indexOf(e)+1)%Li.length])}
>
<${R} name=${e} />
</button>
`}function D$({user:t}){let e=[{text:a("user.account"),href:C("/account")}];return t.signed_in_by==="session"&&e.push({text:a("user.signOut"),onClick:dr}),l`
<${fr}
class="quiet user-menu"
align="end"
label=${l`<${R} name="user" /><span>${t.user_id}</span>`}
name=${a("user.menu",{user:t.user_id,role:F("role",t.role)})}
items=${e}
/>
`}function R$({user:t}){let{path:e}=E(Pt),o=[{to:"/",text:a("nav.jobs"),below:"/jobs"},...t.role==="auditor"?[]:[{to:"/set-action",text:a("nav.setAction")}],{to:"/customers",text:a("nav.customers")},{to:"/overview",text:a("nav.overview")},...t.role==="admin"?[{to:"/admin",text:a("nav.admin")}]:[],{to:"/help",text:a("nav.help")}],n=({to:r,below:s=r})=>e===r||`${e}/`.startsWith(`${s}/`);return l`
<nav aria-label=${a("nav.label")}>
<ul>
${o.map(r=>l`
<li key=${r.to}>
<a href=${C(r.to)} aria-current=${n(r)?"page":void 0}>
${r.text}
</a>
</li>
`)}
</ul>
</nav>
`}function I$(){let{data:t}=B(e=>j("/v1/meta",{signal:e}),[]);return t&&a("app.footer",{ledger:t.ledger.name,version:t.version})}var M$=({isSignedIn:t})=>l`
<footer>
${t&&l`<${I$} />`}
<${hu} />
<a href=${C("/docs")}>${a("app.api")}</a>
</footer>
`;function Or({children:t}){let e=E(N);return l`
<a class="skip" href="#main">${a("app.skip")}</a>
<header class="top">
<a class="brand" href=${C("/")}>${a("app.name")}</a>
${e&&l`<${R$} user=${e} />`}
<div class="top-end">
<${N$} />
${e&&l`<${D$} user=${e} />`}
</div>
</header>
<${Gc} />
<main id="main">${t}</main>
${e!==void 0&&l`<${M$} isSignedIn=${e!==null} />`}
<${Zc} />
<${$u} />
`}U();S();wt();ut();K();Wo();T();var ng=()=>Promise.resolve().then(()=>(wu(),yu)),Jp=()=>Promise.resolve().then(()=>(ju(),Tu)),Vp=()=>Promise.resolve().then(()=>(yd(),bd)),Kp=()=>Promise.resolve().then(()=>(Md(),Id)),Gp=[{pattern:"/",load:Vp},{pattern:"/jobs",load:Vp},{pattern:"/jobs/:job_id",load:()=>Promise.resolve().then(()=>(ch(),ah))},{pattern:"/jobs/:job_id/compare/:other_id",load:()=>Promise.resolve().then(()=>(hh(),fh))},{pattern:"/customers",load:Kp},{pattern:"/customers/:cid",load:Kp},{pattern:"/set-action",load:()=>Promise.resolve().then(()=>(Xh(),Yh))},{pattern:"/overview",load:()=>Promise.resolve().then(()=>(Tp(),Ap))},{pattern:"/account",load:()=>Promise.resolve().then(()=>(Ip(),Rp))},{pattern:"/admin",load:()=>Promise.resolve().then(()=>(zp(),qp))},{pattern:"/help",load:Jp,isPublic:!0},{pattern:"/help/:topic",load:Jp,isPublic:!0}],rg={pattern:"",load:ng,isPublic:!0};function sg({route:t,params:e}){let[o,n]=y(null),[r,s]=y(""),[i]=Us(console.error);return k(()=>{t.load().then(c=>n(()=>c.default),()=>j("/v1/account",{asks:!1}).then(()=>s(a("app.updated")),()=>s(a("app.notLoaded"))))},[]),i?l`
      <${nt} title=${a("app.broken")}><p>${a("app.failed",{why:i.message})}</p><//>
    `:r?l`
      <${nt} title=${r}>
        <button type="button" onClick=${()=>location.reload()}>${a("app.reload")}</button>
      <//>
    `:o?l`<${o} ...${e} />`:l`<${Se} />`}var ig=()=>l`
  <${V}>${a("app.notFound")}<//>
  <p>${a("app.notFoundHint")}</p>
  <p><${I} to="/">${a("app.toJobs")}<//></p>
`;function ag(){let{path:t}=E(Pt),e=E(N),o=B(Xn,[]);if(e===void 0)return l`
      <${Or}>
        <${rt} problem=${o.error} retry=${o.reload} />
        ${!o.error&&l`<${Se} />`}
      <//>
    `;let n=gs(Gp,t);if(!n)return l`<${Or}><${ig} /><//>`;let r=e!==null||n.route.isPublic,{route:s,params:i}=r?n:{route:rg,params:{}},c=`${e?.user_id} ${r?t:""}`;return l`<${Or}><${sg} key=${c} route=${s} params=${i} /><//>`}document.documentElement.lang=Ut.locale;ec(globalThis,t=>q(a("app.failed",{why:t}),"error"));Za(()=>location.reload());rc(Gp);var Yp=document.querySelector("#app");nc(Yp);Rs(l`<${ag} />`,Yp);
