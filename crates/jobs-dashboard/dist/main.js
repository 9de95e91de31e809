var om=Object.defineProperty;var b=(t,e,o)=>()=>{if(o)throw o[0];try{return t&&(e=t(t=0)),e}catch(n){throw o=[n],n}};var Gt=(t,e)=>{for(var o in e)om(t,o,{get:e[o],enumerable:!0})};var bt,z,Mt=b(()=>{"use strict";bt=class extends Error{constructor(e,o){super(o),this.name="VerifyError",this.code=e}},z=(t,e)=>new bt("malformed",`${t}: ${e}`)});function ht(t){if(typeof t!="string")throw z("text","is not a string");if(/\p{Surrogate}/u.test(t))throw z("text","has half of a surrogate pair");return nm.encode(t)}function Me(t,e){if(typeof t!="string"||!/^[0-9a-f]{64}$/.test(t))throw z(e,"a hash is not 64 lower-case hex digits");return Uint8Array.from({length:32},(o,n)=>parseInt(t.slice(2*n,2*n+2),16))}function Kn(t,e){if(!Array.isArray(t))throw z(e,"its path is not a list of hashes");return t.map(o=>Me(o,e))}function qo(t){let e;try{e=atob(t)}catch{return null}return btoa(e)!==t?null:Uint8Array.from(e,o=>o.charCodeAt(0))}function ws(t){let e=qo(t);return e?.length===32?e:null}function gs(t){let e=/^(0|[1-9][0-9]*)$/.test(t)?Number(t):NaN;return Number.isSafeInteger(e)?e:null}function Jn(...t){let e=new Uint8Array(t.reduce((n,r)=>n+r.length,0)),o=0;for(let n of t)e.set(n,o),o+=n.length;return e}function Vn(t,e){let o=Math.min(t.length,e.length);for(let n=0;n<o;n+=1)if(t[n]!==e[n])return t[n]-e[n];return t.length-e.length}var nm,xt,Pe,Lt=b(()=>{"use strict";Mt();nm=new TextEncoder;xt=t=>Array.from(t,e=>e.toString(16).padStart(2,"0")).join("");Pe=(t,e)=>Vn(t,e)===0});function Xa(t,e){for(;;){let o=t.peek();if(o===_s||o===Va){let n=o===_s?new Pt:[];if(e.add(n),e.open.push(n),t.at+=1,t.peek()!==o+Ga){n instanceof Pt&&n.names.push(t.name());continue}}else e.add(t.scalar());if(lm(t,e.open))return}}function ao(t){let e=new Yn;return Xa(new Gn(t,!1),e),e.root}function Za(t){let e=new Gn(t,!0),o=new Yn;try{Xa(e,o)}catch(n){let r=t.slice(e.at),s=cm.test(r)||Ya.some(([i])=>i.startsWith(r));if(!(n instanceof SyntaxError)||!o.open.length||!s)throw n;o.add(new $e(r))}return o.root}function lm(t,e){for(;;){let o=t.peek(),n=e.at(-1);if(!n)return t.at<t.text.length?t.fail():!0;let r=n instanceof Pt,s=o===im;if(!s&&o!==(r?_s:Va)+Ga&&t.fail(),t.at+=1,s)return r&&n.names.push(t.name()),!1;e.pop()}}var zo,io,$e,Pt,za,rm,sm,im,_s,Va,Ga,Ka,am,Ja,cm,Ya,Gn,Yn,co=b(()=>{"use strict";zo=class{constructor(e){this.text=e}},io=class{constructor(e){this.text=e}},$e=class{constructor(e){this.text=e}},Pt=class{constructor(){this.names=[],this.values=[]}},[za,rm,sm,im,_s,Va]=Array.from('"\\:,{[',t=>t.charCodeAt(0)),Ga=2,Ka=/-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y,am=/[\\\p{Cc}]/u,Ja=/[-+.\w]+$/y,cm=/^(?:"[^"\\]*(?:\\.[^"\\]*)*(?:"\s*|\\)?|[-+.eE\d]*)$/s,Ya=[["true",!0],["false",!1],["null",null]],Gn=class{at=0;constructor(e,o){this.text=e,this.isCut=o}fail(){throw new SyntaxError(`not JSON at character ${this.at}`)}peek(){for(;;){let e=this.text.charCodeAt(this.at);if(e!==32&&e!==10&&e!==13&&e!==9)return e;this.at+=1}}string(){this.peek()!==za&&this.fail();let{text:e,at:o}=this;for(let n=e.indexOf('"',o+1);n>0;n=e.indexOf('"',n+1)){let r=n;for(;e.charCodeAt(r-1)===rm;)r-=1;if((n-r)%2)continue;let s=e.slice(o+1,n),i=am.test(s)?JSON.parse(`"${s}"`):s;return this.at=n+1,i}return this.fail()}name(){this.peek();let{at:e}=this,o=this.string();return this.peek()!==sm&&(this.at=e,this.fail()),this.at+=1,o}scalar(){if(this.peek()===za)return this.string();Ja.lastIndex=this.at,this.isCut&&Ja.test(this.text)&&this.fail(),Ka.lastIndex=this.at;let e=Ka.exec(this.text)?.[0];if(e)return this.at+=e.length,new zo(e);let[o,n]=Ya.find(([r])=>this.text.startsWith(r,this.at))??this.fail();return this.at+=o.length,n}},Yn=class{root=null;open=[];add(e){let o=this.open.at(-1);o?Array.isArray(o)?o.push(e):o.values.push(e):this.root=e}}});function dm(t={}){let e=Object.entries(t).flatMap(([o,n])=>(Array.isArray(n)?n:[n]).filter(r=>r!=null&&r!=="").map(r=>[o,String(r)]));return e.length?`?${new URLSearchParams(e)}`:""}var um,St,C,O,H=b(()=>{"use strict";um=globalThis.document?.querySelector('meta[name="prefix"]'),St=um?.getAttribute("content")??"";C=(t,e)=>St+t+dm(e),O=(t,...e)=>String.raw({raw:t},...e.map(o=>encodeURIComponent(o)))});async function Qa(t){let e=await t.text().catch(()=>""),o=null;try{o=JSON.parse(e)}catch{}return new K({status:t.status,type:o?.type,title:o?.title??t.statusText,detail:o?.detail??o?.message??o?.error,field:o?.field,retryAfter:Number(t.headers.get("retry-after"))||null,body:o})}var K,be,Ut=b(()=>{"use strict";K=class extends Error{constructor({status:e,type:o,title:n,detail:r,field:s,retryAfter:i,body:c}){super(r||n||String(e)),this.name="Problem",this.status=e,this.type=o??"about:blank",this.title=n??"",this.detail=r??"",this.field=s??null,this.retryAfter=i??null,this.body=c??null}get isNetwork(){return this.status===0}get isFault(){return this.status<0}get isTemporary(){return[0,408,429,502,503,504].includes(this.status)}},be=t=>t instanceof K?t:new K({status:-1,type:"fault",detail:String(t?.message||t)})});function mt(t){let e=t,o=new Set,n=r=>{if(!Object.is(r,e)){e=r;for(let s of[...o])s(e)}};return{get:()=>e,set:n,update:r=>n(r(e)),watch:r=>(o.add(r),()=>o.delete(r))}}var Yt=b(()=>{"use strict"});function ec(t){tc=t}function oc(){return xs??=tc().finally(()=>xs=null),xs}async function hm(t,e,o,n){let r={accept:"application/json"};o!==void 0&&(r["content-type"]="application/json"),n.key&&(r["idempotency-key"]=n.key);let s=n.signal?[n.signal]:[];t==="GET"&&s.push(AbortSignal.timeout(fm));try{let i=await fetch(C(e,n.query),{method:t,headers:r,body:o instanceof io?o.text:JSON.stringify(o)??null,signal:AbortSignal.any(s),credentials:"same-origin",redirect:"error"});return He.set(!0),i}catch(i){throw n.signal?.aborted?i:(He.set(!1),new K({status:0,type:"network",detail:String(i)}))}}async function nc(t,e,o,n){for(;;){let r=await hm(t,e,o,n);if(r.ok)try{return await(n.asText?r.text():r.json())}catch(c){throw n.signal?.aborted?c:new K({status:0,type:"network",detail:String(c)})}let s=await Qa(r);if(!(s.status===401&&n.asks!==!1)||!await oc())throw s}}var fm,He,tc,xs,E,Y,rc,ye,W=b(()=>{"use strict";Lt();co();H();Ut();Yt();fm=6e4,He=mt(!0),tc=async()=>!1,xs=null;E=(t,e={})=>nc("GET",t,void 0,e),Y=(t,e={},o={})=>nc("POST",t,e,o),rc=async()=>await E("/v1/account")!==null||oc(),ye=()=>xt(crypto.getRandomValues(new Uint8Array(16)))});function Zn(t,e="localStorage"){let o=vs.get(t)??null;try{return globalThis[e].getItem(Xn(t))??o}catch{return o}}function ae(t,e){let o=Zn(t,e);try{return o===null?null:JSON.parse(o)}catch{return null}}function lo(t,e,o="localStorage"){let n=JSON.stringify(e);e===null?vs.delete(t):vs.set(t,n);try{return e===null?globalThis[o].removeItem(Xn(t)):globalThis[o].setItem(Xn(t),n),!0}catch{return!1}}function ce(t,e,o){let n=mt(ae(t,o)??e),r=()=>n.set(ae(t,o)??e);return globalThis.addEventListener?.("storage",s=>{s.key===Xn(t)&&r()}),n.watch(s=>lo(t,s,o)),n}var vs,Xn,Fe=b(()=>{"use strict";H();Yt();vs=new Map,Xn=t=>`jobs:${St}:${t}`});function we(t){let e=N.get()?.user_id;return N.watch(o=>{o?.user_id!==e&&(e=o?.user_id,t())})}function sc(t){let e=ce("user","");N.watch(o=>o&&e.set(o.user_id)),e.watch(o=>{let n=N.get()?.user_id;!n||!o||n===o||(N.set(void 0),t())})}async function Qn(){N.set(await E("/v1/account",{asks:!1}))}async function ic(t){let e=await Y("/v1/sign-in",t,{asks:!1});return N.set(e),e}async function ac(){try{await Y("/v1/sign-out",{},{asks:!1})}catch(t){if(!(t instanceof K)||t.status!==401)throw t}N.set(null)}var N,et=b(()=>{"use strict";W();Fe();Yt();N=mt(void 0)});function Ss(t=!1){let{pathname:e,search:o}=globalThis.location??{pathname:"/",search:""};return{path:e.slice(St.length)||"/",search:o,isBack:t}}function ym(t,e){let o=t.split("/"),n=e.replace(/(.)\/$/,"$1").split("/");if(o.length!==n.length)return null;let r={};for(let[s,i]of o.entries()){if(!i.startsWith(":")){if(i!==n[s])return null;continue}try{r[i.slice(1)]=decodeURIComponent(n[s])}catch{return null}}return r}function As(t,e){for(let o of t){let n=ym(o.pattern,e);if(n)return{route:o,params:n}}return null}function $t(t,{replace:e=!1}={}){if(t===location.pathname+location.search)return;history[e?"replaceState":"pushState"](null,"",t);let o=Ht.get().path;Ht.set(Ss()),Ht.get().path!==o&&scrollTo(0,0)}function tr(t,e){let o=t.toString();$t(location.pathname+(o?`?${o}`:""),e)}function dc(t){addEventListener("popstate",()=>Ht.set(Ss(!0))),document.addEventListener("click",e=>{let o=e.target.closest?.("a[href]");!(o instanceof HTMLAnchorElement)||o.target||o.hasAttribute("download")||e.defaultPrevented||e.button!==0||e.ctrlKey||e.metaKey||e.shiftKey||e.altKey||o.origin!==location.origin||!o.pathname.startsWith(St)||o.hash||!As(t,o.pathname.slice(St.length)||"/")||(e.preventDefault(),$t(o.pathname+o.search))})}var Ht,Ot=b(()=>{"use strict";H();Yt();Ht=mt(Ss())});var fc,hc,pc=b(()=>{"use strict";fc="en-GB",hc={"app.name":"Job ledger","app.skip":"Skip to the content","app.updated":"The page has been updated on the server.","app.notLoaded":"The page could not be loaded: the server cannot be reached.","app.broken":"This page cannot be shown","app.failed":"Something failed: {why}","app.reload":"Load it again","app.again":"Try again","app.retrying":"Trying again by itself.","app.offline":"The server cannot be reached. What is shown may be out of date.","app.loading":"Loading\u2026","app.close":"Close","app.cancel":"Cancel","app.remove":"Remove {what}","app.copied":"Copied {what}","app.notCopied":"The browser did not allow copying. The text is {what}","app.copy":"Copy {what}","app.notDownloaded":"The file was not downloaded. {why}","app.csv":"CSV","app.ndjson":"NDJSON","app.more":{one:"Show {n} more, of {left}",other:"Show {n} more, of {left}"},"app.none":"none","app.notFound":"There is no such page","app.notFoundHint":"The address may be incomplete.","app.toJobs":"To the jobs","app.footer":"{ledger} \xB7 version {version}","app.api":"API","nav.label":"Pages","nav.jobs":"Jobs","nav.setAction":"Set Action","nav.customers":"Customers","nav.overview":"Overview","nav.help":"Help","nav.admin":"Users","user.menu":"{user}, {role}","user.account":"Account","user.signOut":"Sign out","user.signedOut":"You are signed out.","user.notSignedOut":"You are still signed in. {why}","zone.local":"Local time","zone.utc":"UTC","zone.switch":"Times are in {zone}. Show them in {other}","theme.system":"Theme: system","theme.light":"Theme: light","theme.dark":"Theme: dark","unit.B":"{n} B","unit.kB":"{n} kB","unit.MB":"{n} MB","unit.GB":"{n} GB","unit.ms":"{n} ms","unit.s":"{n} s","unit.min":"{n} min","unit.h":"{n} h","unit.d":"{n} d","unit.two":"{high} {low}","status.IN_PROGRESS":"In progress","status.SUCCESS":"Success","status.FAILED":"Failed","status.UNCONFIRMED":"Unconfirmed","cause.answered":"answered","cause.unreadable_answer":"unreadable answer","cause.inconclusive_answer":"inconclusive answer","cause.timed_out":"timed out","cause.connection_lost":"connection lost","cause.never_sent":"never sent","cause.withheld":"withheld","cause.interrupted":"interrupted","cause.reported":"reported","cause.imported":"imported","source.gateway":"Set Action","source.api":"API","source.import":"Import","source.embedded":"Program","fact.job_id":"Job ID","fact.status":"Status","fact.user_id":"User","fact.submitted_by":"Submitted by","fact.action_name":"Action","fact.action_code":"Action code","fact.customer_count":"Customers","fact.source":"Source","fact.created_at":"Created","fact.updated_at":"Updated","fact.http_status":"HTTP status","fact.batch_id":"Batch","fact.cluster_url":"Upstream URL","fact.retry_of":"Retry of","role.operator":"operator","role.auditor":"auditor","role.admin":"admin","kind.job_created":"Created","kind.job_imported":"Imported","kind.status_changed":"Status changed","kind.note_added":"Note","problem.fault":"The page failed","problem.network":"The server cannot be reached","problem.networkHint":"Check the connection.","problem.401":"You are signed out","problem.403":"You may not see or do this","problem.404":"There is nothing here","problem.404Hint":"It does not exist, or belongs to somebody else.","problem.429":"Too many requests","problem.waitHint":{one:"Wait {n} second.",other:"Wait {n} seconds."},"problem.503":"The server is busy","problem.timeout":"The server did not answer in time","problem.maybeRecorded":"Something may have been recorded. Look it up before you send it again.","signIn.title":"Sign in","signIn.password":"Password","signIn.user":"User","signIn.token":"Token","signIn.how":"Sign in with","signIn.withPassword":"User and password","signIn.withToken":"Token","signIn.tokenHint":"The admin token that the first start printed, or one of your own.","signIn.submit":"Sign in","signIn.wrong":"The user or the password is not right.","signIn.wrongToken":"The server does not know this token.","signIn.ended":"Your session has ended","signIn.endedHint":"Sign in again as {user}. What you typed is still there.","landing.title":"Every job on record","landing.what":"This server keeps an append-only record of every job that operators and services run: who asked for what, for which customers, and how it ended for each of them. Nothing that was recorded is changed or removed, and whatever is shown can be checked against the signed record.","landing.size":{one:"One entry so far.",other:"{n} entries so far."},"landing.ledger":"Ledger","landing.help":"How the proof works","landing.docs":"The API","landing.checkpoint":"The newest checkpoint","jobs.title":"Jobs","jobs.notes":{one:"{n} note",other:"{n} notes"},"jobs.user":"User","jobs.action":"Action","jobs.customers":"Customers","jobs.customersUnit":{one:"customer",other:"customers"},"jobs.status":"Status","jobs.date":"Date","jobs.id":"Job ID","jobs.retry":"retry","jobs.fresh":{one:"{n} new job",other:"{n} new jobs"},"jobs.freshMany":"More than {n} new jobs","jobs.download":"Download","jobs.csvExcel":"CSV for Excel","jobs.end":{one:"That is all: {n} job.",other:"That is all: {n} jobs."},"jobs.noMatch":"No job matches","jobs.empty":"No jobs have been recorded yet","jobs.emptyAction":"Run a Set Action","jobs.emptyDocs":"Or record jobs by the API","jobs.older":"Show older jobs","jobs.olderShown":"These are older jobs.","jobs.newest":"To the newest","search.label":"Search by job ID, customer, user or action","search.placeholder":"Job ID, customer, user or action","search.suggestions":"What this may be","search.notLookedUp":"It could not be looked up whether this is the ID of a job. Press Enter to try again.","search.job":"Job","search.prefix":"All jobs whose ID begins with","search.customer":"Customer","search.user":"Jobs of user","search.action":"Jobs with action","filter.all":"Filters","filter.chosen":"Chosen filters","filter.clear":"Clear filters","filter.add":"Add","filter.status":"Status","filter.cause":"Cause","filter.action_name":"Action","filter.user_id":"User","filter.cid":"Customer","filter.batch_id":"Batch","filter.source":"Source","filter.job_id":"Job ID begins with","filter.retry_of":"Retry of","filter.since":"From","filter.until":"Before","filter.within":"Date","filter.date":"Date","filter.from":"First day","filter.to":"Last day","filter.days":{one:"the last day",other:"the last {n} days"},"filter.hours":{one:"the last hour",other:"the last {n} hours"},"views.title":"Views","views.name":"Name of this view","views.save":"Save","views.saved":"Saved {name}","views.hint":"Choose filters, then save them here as a view.","keys.title":"Keys","keys.search":"Search","keys.down":"To the next job","keys.up":"To the job before","keys.open":"Open the job","keys.escape":"Close what is open","keys.help":"Show these keys","job.title":"Job","job.customers":{one:"{n} customer",other:"{n} customers"},"job.submitted":"Submitted by {user}","job.submittedFor":"Submitted by {by} for {user}","job.running":"running for {time}","job.took":"took {time}","job.now":"The status is now: {status}","job.facts":"Facts","job.actions":"Actions","job.timeline":"What was recorded","job.earlier":{one:"Show {n} earlier entry, of {left}",other:"Show {n} earlier entries, of {left}"},"job.by":"by {user}","job.later":"{time} later","job.http":"HTTP {status}","job.named":{one:"names {n} customer",other:"names {n} customers"},"job.answer":"Answer","job.receipt":"Receipt","job.leaf":"Leaf","job.proved":"entry #{index}, proved","job.notProved":"entry #{index}, NOT PROVED","job.allProved":{one:"{n} entry proved, of {size} in the ledger",other:"{n} entries proved, of {size} in the ledger"},"job.noneProved":"NOT PROVED","job.alarm":"This job is not shown as it was recorded","job.alarmHint":"Something on this page was changed after it was recorded, or left out. Rely on nothing here. Download what the server sent, and give it to the people who run the ledger.","job.malformed":"The server's answer is not what a job looks like. Nothing of it is shown.","job.other":"The server answered with another job. Nothing of it is shown.","job.entryWrong":"entry {index}: {why}","job.stale":"the facts are older than the entries","job.checkLists":{one:"Check the list of {n} customer",other:"Check the list of {n} customers"},"job.checking":"Checking\u2026","job.listsProved":{one:"list of {n} customer, proved",other:"list of {n} customers, proved"},"job.unconnected":"not proved yet: not compared with what this browser remembers","job.notYet":"entry #{index}, not proved yet","job.listsWrong":"these lists are NOT PROVED","job.rowWrong":"an outcome is not the one that was recorded","job.outcomes":{one:"Outcome for {n} customer",other:"Outcomes for {n} customers"},"job.statuses":"Outcomes to show","job.allStatuses":"All","job.namedByAnswer":"Named in the answer","job.namedByReport":"Named in a report","job.search":"Customer or message","job.customer":"Customer","job.status":"Status","job.message":"Message","job.ofTheJob":"as the job","job.ofEntry":"from entry #{index}","job.rows":{one:"{n} customer shown",other:"{n} customers shown"},"job.noRows":"No customer matches","job.copyCustomers":"Copy customers","job.copiedCustomers":{one:"Copied {n} customer",other:"Copied {n} customers"},"job.payload":"Payload","job.payloadProved":"is the payload that was recorded, proved","job.payloadWrong":"the payload is NOT PROVED","job.copyText":"Copy","job.downloadText":"Download","job.related":"Related jobs","job.retryOf":"Tries again","job.retries":"Tried again by","job.batch":"Same batch","job.allRetries":"All retries of this job","job.allOfBatch":"All jobs of this batch","job.overlaps":"Same action, same customers, at about the same time","job.inCommon":{one:"{n} in common",other:"{n} in common"},"job.evidence":"Evidence","job.curl":"Copy as curl","job.curlRefused":"No command was copied: the payload that the server sent is not proved to be the recorded one, or is no JSON.","job.curlCopied":"the command. Set TOKEN and UPSTREAM_TOKEN before you run it.","job.curlCopiedWithout":'the command. Credentials that the job sent are not recorded. Before you run it, set TOKEN and UPSTREAM_TOKEN, and {names} as JSON writes them within its quotes: \\" for ", and \\\\ for \\.',"job.sending":"Sending\u2026","job.retry":"Try again","job.retryWhom":"For whom","job.retryFailed":{one:"The {n} that failed",other:"The {n} that failed"},"job.retryNamed":{one:"The {n} that the answer names as failed",other:"The {n} that the answer names as failed"},"job.retryAll":{one:"All {n}",other:"All {n}"},"job.retryUnconfirmed":"Nobody knows whether the upstream acted on this job. Look there first: it may do it twice.","job.retrySend":{one:"Send {action} to {n} customer",other:"Send {action} to {n} customers"},"job.notLooked":"With more than {most} customers, this page does not look for jobs that have just done the same.","job.token":"Token for the upstream","job.tokenHint":"It is sent once, and not kept.","job.url":"Another URL","job.urlHint":"Leave it empty to use the recorded one.","job.members":"Members of the payload to give again","job.membersHint":'A JSON object, such as {"pin": "\u2026"}.',"job.membersWrong":"This is not a JSON object.","job.settle":"Settle","job.settleHint":"Nobody knows whether the upstream acted. Look there, then record what you found. It is added to what was recorded, under your name.","job.settleAs":"It ended as","job.reason":"Reason","job.reasonHint":"How you know.","job.settleSend":"Record it","job.settled":"Recorded how the job ended.","job.note":"Add a note","job.noteText":"Note","job.noteHint":"{n} of {most} bytes. A note cannot be changed or removed.","job.noteLong":"The note is too long.","job.noteSend":"Add the note","job.noted":"The note is recorded.","job.compare":"Compare","job.compareWith":"ID of another job, or its beginning","job.compareSend":"Compare","job.compareNone":"There is no other job whose ID begins so.","compare.title":"Two jobs compared","compare.a":"The first","compare.b":"The second","compare.differs":"differs","compare.customers":"Customers","compare.unchecked":"as the server says; not checked in the browser","compare.only_a":"Only in the first","compare.only_b":"Only in the second","compare.both":"In both","json.all":"Show all {n} characters","json.shortened":"Only the first 64 KiB are recorded.","json.cut":"cut here: no more is recorded","json.cutInside":"cut","proof.first":{one:"From now on this browser remembers the ledger ({n} entry)",other:"From now on this browser remembers the ledger ({n} entries)"},"proof.same":{one:"Nothing has been removed or changed since your last visit ({n} entry)",other:"Nothing has been removed or changed since your last visit ({n} entries)"},"proof.grown":"Nothing has been removed or changed since your last visit ({from} \u2192 {to} entries)","proof.unchecked":"Not compared with your last visit: the server did not give the proof","proof.signedOut":"The entries can be compared with your last visit once you are signed in","proof.alarm":"ALARM: see above","proof.entries":{one:"{n} entry",other:"{n} entries"},"proof.alarm.key":"The key of this ledger has changed","proof.alarm.keyHint":"A server with another key can show another ledger. Compare the new key with one that you have from somebody you trust. If nobody told you of a change, rely on nothing here.","proof.alarm.signature":"The ledger is not signed with its key","proof.alarm.signatureHint":"The signature of the newest checkpoint is not genuine. Rely on nothing here. Download what the server sent, and give it to the people who run the ledger.","proof.alarm.shrunk":"Entries have been removed: the ledger had {from}, and has {to}","proof.alarm.shrunkHint":"A ledger only grows. An older copy may have been put in its place, or its end was cut off. Download what was received, and give it to the people who run the ledger.","proof.alarm.forked":"Entries have been changed or removed since your last visit","proof.alarm.forkedHint":"The {from} entries that were signed then are not among those that the server signs now. Download what was received, and give it to the people who run the ledger.","proof.alarm.refused":"The server refuses the proof that nothing was removed or changed","proof.alarm.refusedHint":"It shows a larger ledger than the {from} entries that this browser remembers, and does not prove that they are still in it. The browser asks again. Until then, nothing here is shown as proved.","proof.alarm.withheld":"The server goes on refusing the proof that nothing was removed or changed","proof.alarm.withheldHint":"It signed a larger ledger than the {from} entries that this browser remembers. A ledger that has only grown can prove that. Rely on nothing here. Download what was received, and give it to the people who run the ledger.","proof.alarm.malformed":"The server answered with something that is no proof","proof.alarm.malformedHint":"The ledger could not be compared with what this browser remembers. Download what was received, and give it to the people who run the ledger.","proof.alarm.damaged":"What this browser remembered of the ledger is damaged","proof.alarm.damagedHint":"It cannot be compared with what the server shows, so a change would not be noticed. Nothing was replaced. Download what there is, then accept what the server shows now, best after you compared the key.","proof.alarm.unreadable":"What this browser stored about an alarm or the key cannot be read","proof.alarm.unreadableHint":"There may have been an alarm, or a key that you entered. Download what there is, and give it to the people who run the ledger. It stays stored until you end this alarm.","why.malformed":"something does not have the form that it must have","why.shape":"the proof does not have the shape that its numbers call for","why.root":"the proof leads to another root: this is not what was recorded","why.unsigned":"the key has not signed it","why.signature":"the signature is not genuine","why.origin":"it is of another ledger","why.key":"it names another key","why.rules":"the entries are not all that was recorded, in this order","why.otherJob":"this is another job","why.facts":"its entries do not say: {names}","why.customers":"the customers are not those of the entry","why.outcomes":"the outcomes are not those of entry {index}","why.counts":"the counts of outcomes are not those of the entries","why.texts":"the checkpoint and the key must be texts","why.path":"the consistency path is not a list of hashes","why.refused":"the server answered with the status {status}","proof.unresolved":"This alarm of {at} has not been accepted yet.","proof.dismiss":"End this alarm","proof.dismissHint":"Download what was received first: it is the only proof. What this browser remembers of the ledger stays as it is.","proof.pinned":"This browser expects the key {key}, which you entered.","proof.pin":"Verifier key that you have from elsewhere","proof.pinHint":"One line: the name of the ledger, and two parts after a + each.","proof.pinWrong":"This is no verifier key.","proof.pinDo":"Expect this key","proof.pinDone":"The key is remembered. If the server has another one, that is an alarm.","proof.download":"Download what was received","proof.whatToDo":"What this means","proof.accept":"Accept the new state","proof.acceptTitle":"Forget what this browser remembers?","proof.acceptHint":"Download what was received first: it is the only proof of the change. Then this browser remembers what the server shows now, and compares with that from now on.","proof.before":"Before","proof.now":"Now","customer.title":"Customer {cid}","customer.titleNone":"Customers","customer.titleHint":"Look up a customer to see every job that was for them, and how it ended for them.","customer.lookUp":"Look up a customer","customer.show":"Show","customer.setAction":"Run an action","customer.inJobs":"All jobs of this customer as a list","customer.none":"Nothing was ever done to this customer","customer.noneHint":"Customers are compared character by character, and operators see their own jobs only.","customer.count":{one:"{n} job in all. Its outcome for this customer:",other:"{n} jobs in all. Their outcomes for this customer:"},"customer.countMore":{other:"The newest {n} jobs are loaded. Their outcomes for this customer:"},"customer.when":"When","customer.action":"Action","customer.outcome":"For this customer","customer.job":"The whole job","customer.user":"User","customer.id":"Job ID","customer.asJob":"as the job","customer.submittedBy":"submitted by {user}","customer.older":"Show older","customer.newer":"Show newer","customer.fresh":{one:"{n} new",other:"{n} new"},"setAction.title":"Set Action","setAction.auditor":"Auditors see every job, and run none","setAction.auditorHint":"Ask an admin for the role of an operator.","setAction.noUpstream":"This server may call no upstream","setAction.noUpstreamHint":"The operator of the server allows one with --upstream.","setAction.what":"What is done","setAction.action":"Action","setAction.choose":"Choose\u2026","setAction.other":"Another\u2026","setAction.otherName":"Name of the action","setAction.upstream":"Upstream","setAction.path":"Path","setAction.sendsTo":"Sent to {url}","setAction.token":"The upstream's token","setAction.tokenHint":"Sent with the request, never recorded, and forgotten afterwards.","setAction.batch":"Batch (optional)","setAction.batchHint":"A label that jobs have in common.","setAction.customers":"Customers","setAction.paste":"One a line, or separated by commas, semicolons or tabs; or a table","setAction.file":"Choose a file","setAction.drop":"or drop one here (CSV or text).","setAction.pasted":"Pasted text","setAction.clear":"Remove","setAction.separated":"Separated by","setAction.lines":"Lines","setAction.comma":"Commas","setAction.semicolon":"Semicolons","setAction.tab":"Tabs","setAction.any":"Commas, semicolons or tabs","setAction.column":"Column with the customers","setAction.columnOf":"{name} ({samples}, \u2026)","setAction.columnNo":"Column {n}","setAction.every":"Every value is a customer","setAction.header":"The first line names the columns","setAction.unclosed":"The quote in line {line} is never closed. It was read as a character of the value.","setAction.find":"Find in the list","setAction.found":{one:"{n} found",other:"{n} found"},"setAction.list":"The customers, line by line","setAction.kind.all":"All","setAction.kind.good":"Good","setAction.kind.duplicate":"Duplicates","setAction.kind.blank":"Blank","setAction.kind.spaces":"Spaces at an end","setAction.kind.invalid":"Invalid","setAction.trim":{one:"Trim the spaces of {n}",other:"Trim the spaces of {n}"},"setAction.remove":{one:"Remove the one that is marked",other:"Remove the {n} that are marked"},"setAction.removed":{one:"{n} was left out.",other:"{n} were left out."},"setAction.trimmed":"Spaces at the ends were trimmed.","setAction.undo":"Undo","setAction.line":"line {line}","setAction.sameAs":"same as line {line}","setAction.isBlank":"blank","setAction.spaces":"spaces at an end","setAction.count":{one:"{n} customer",other:"{n} customers"},"setAction.review":"Review and send","setAction.clearForm":"Clear the form","setAction.clearTitle":"Clear the form?","setAction.clearHint":"What you filled in and have not sent is forgotten.","setAction.missing":"Choose an action and an upstream.","setAction.why.reading":"The customers are being read.","setAction.why.invalid":"Some customers are marked. Put them right or remove them.","setAction.why.column":"Choose the column with the customers.","setAction.why.none":"There are no customers yet.","setAction.why.many":"A job has at most {most} customers.","setAction.confirm":{one:"Run {action} for one customer?",other:"Run {action} for {n} customers?"},"setAction.noToken":"none given","setAction.isGiven":"given","setAction.leftOut":{one:"{n} repeated, blank or removed line is left out.",other:"{n} repeated, blank or removed lines are left out."},"setAction.noOverlap":{one:"No job of the last second did the same to any of them.",other:"No job of the last {n} seconds did the same to any of them."},"setAction.overlap":{one:"Another job has just done the same to some of them",other:"{n} other jobs have just done the same to some of them"},"setAction.overlapOfAnother":"A job of another user","setAction.overlapJob":{one:"one customer in common",other:"{n} customers in common"},"setAction.incomplete":"Not all recent jobs could be compared.","setAction.refuses":"The server refuses to send this now. Try again in a while.","setAction.lookAgain":"Look again","setAction.send":"Send","setAction.sending":"Sending\u2026","setAction.sent":"Sent as job {id}","setAction.sentTitle":"Sent","setAction.sentWhat":{one:"{action} for one customer",other:"{action} for {n} customers"},"setAction.open":"Open the job","setAction.notFound":{one:"It is not the one entry that the ledger has. What is not recorded is not sent.",other:"It is none of the {n} entries that the ledger has. What is not recorded is not sent."},"setAction.unknown":"It is not known yet whether this was recorded. Do not send it again before that.","setAction.seeking":"Looking for its job\u2026","csv.workbook":"This is a workbook. Save it as CSV and choose that file.","csv.encoding":"This file is not in UTF-8 or UTF-16. Save it as CSV in UTF-8.","csv.binary":"This is not a text file.","csv.large":"This file is larger than {size}.","name.empty":"must not be empty","name.long":"{n} bytes long; at most {most} are allowed","name.control":"has a control character, such as a tab","name.ends":"begins or ends with a space","name.unseen":"has {code}, which cannot be seen","overview.title":"Overview","overview.span":"The last","overview.days":"{n} days","overview.own":"Of your own jobs.","overview.empty":"There are no jobs yet","overview.emptyHint":"What jobs there are by day, by action and by user is drawn here.","overview.jobs":{one:"{n} job",other:"{n} jobs"},"overview.all":"Jobs in all","overview.inSpan":"In the last {n} days","overview.rateInSpan":"Failed, in the last {n} days","overview.inProgress":"In progress","overview.unconfirmed":"Unconfirmed","overview.total":"Jobs","overview.ended":"Ended","overview.day":"Day (UTC)","overview.action":"Action","overview.user":"User","overview.others":"all others","overview.byDay":"Jobs per day","overview.byDayHint":"By the day of their creation in UTC, and by the status that they have now.","overview.byDayTable":"Jobs of {n} days, by day and status","overview.byDayLabel":"Stacked bars: jobs per day by status, {from} to {to}. The most on a day are {most}.","overview.rate":"Failure rate","overview.rateHint":"Failed jobs of a day, as a share of its jobs that have ended: success, failed and unconfirmed.","overview.rateTable":"Failure rate of {n} days","overview.rateLabel":"Bars: failure rate per day, {from} to {to}. The highest is {most}.","overview.noneEnded":"no job has ended","overview.byAction":"By action, of all time","overview.byUser":"By user, of all time","overview.byValueHint":"Those with the most jobs. Failure rates are in the table.","overview.byActionTable":"Jobs by action and status, of all time","overview.byUserTable":"Jobs by user and status, of all time","overview.byActionLabel":"Stacked bars: jobs by action and status. {names}","overview.byUserLabel":"Stacked bars: jobs by user and status. {names}","overview.durations":"How long jobs took","overview.durationsHint":{one:"From creation to the newest status, of the one job that ended as success or failed.",other:"From creation to the newest status, of the newest {n} jobs that ended as success or failed. Those that were never sent are left out. A job that was unconfirmed at first counts until it was settled."},"overview.durationsTable":"How long the newest {n} jobs took","overview.durationsLabel":"Bars: how long the newest {n} jobs took. The median is {median}, the 95th percentile {high}.","overview.took":"Took","overview.below":"< {to}","overview.atLeast":"\u2265 {from}","overview.endedBy":"Ended by","overview.median":"Median","overview.p95":"95th percentile","overview.by.all":"all","overview.by.answered":"the upstream's answer","overview.by.reported":"a report","overview.by.imported":"an import","chart.table":"Show as a table","health.title":"The ledger's health","health.state":"State","health.ready":"Takes entries and answers","health.notReady":"Takes no entries","health.size":"Size","health.entries":{one:"{n} entry",other:"{n} entries"},"health.checkpoint":"Newest checkpoint","health.checkpointOf":{one:"{n} entry, signed; root",other:"{n} entries, signed; root"},"health.download":"Download","health.key":"Verifier key","health.verified":"Last verification","health.notVerified":"none has been recorded: run jobctl verify --record beside the server","health.sound":{one:"one entry: it is what was recorded",other:"{n} entries: all are what was recorded"},"health.unsound":{one:"not everything is what was recorded, or could be read: one finding",other:"not everything is what was recorded, or could be read: {n} findings"},"health.partial":"nothing differs, but not everything could be verified","health.noSignatures":"(signatures not checked: no key)","health.seen":"This browser","health.seenSize":{one:"last checked at one entry: rightly signed, and nothing missing that it saw before",other:"last checked at {n} entries: rightly signed, and nothing missing that it saw before"},"health.notSeen":"has checked nothing yet","health.how":"Everything is verified, entry by entry, by an auditor who runs","health.command":"the command","health.howHint":"With a token of yours in JOBS_TOKEN, and in verifier.key the verifier key as you got it from somebody you trust.","health.howOperator":"This takes the token of an auditor or admin.","account.title":"Account","account.who":"Who you are here","account.by":"Signed in by","account.by.session":"a session","account.by.token":"a token","account.by.proxy":"a proxy, which vouches for you","account.by.jwt":"a JWT of your organisation's sign-in","account.ends":"Ends","account.endsHint":"unless you use it again, and 12 hours after it began in any case","account.may.operator":"runs actions, and sees their own jobs","account.may.auditor":"sees everything, and changes nothing","account.may.admin":"sees and does everything","password.title":"Password","password.current":"Current password","password.new":"New password","password.rules":"12 characters or more, at least 5 of them different. Not the user's name, not one text repeated, and none of the passwords that are tried first.","password.show":"Show it","password.change":"Change the password","password.changed":"The password is changed. Your other sessions have ended.","password.ends":"All your other sessions end at once. Your tokens stay.","password.none.session":"You have no password here. An admin can give you one.","password.none.token":"You have no password here. An admin can give you one.","password.none.proxy":"You have no password here: a proxy signs you in. Change your password where you signed in there.","password.none.jwt":"You have no password here: your organisation's sign-in vouches for you. Change your password there.","sessions.title":"Sessions","sessions.hint":"Where you are signed in. The server knows the sessions that were used since it started,","sessions.browser":"Browser","sessions.address":"Address","sessions.used":"Last used","sessions.begun":"Begun","sessions.by.password":"with a password","sessions.by.token":"with a token","sessions.this":"this one","sessions.unknown":"unknown","sessions.end":"End","sessions.endOne":"End the session in {browser}","sessions.endOthers":"End all other sessions","sessions.endTitle":"End this session?","sessions.endOthersTitle":"End all sessions but this one?","sessions.endHint":"Its browser is signed out within a second. What is in flight there is broken off, except for a Set Action that was recorded.","sessions.endOthersHint":"All other browsers are signed out within a second, also those that are not in the list. Tokens stay.","sessions.ended":"The session has ended.","sessions.othersEnded":"All your other sessions have ended.","tokens.title":"Tokens","tokens.hint":"Programs sign in with them. A token may do what you may do.","tokens.byToken":"You are signed in with a token or a JWT, and so you cannot make tokens: a copy of it in the wrong hands could make more. Sign in with your password, or ask an admin.","tokens.empty":"There are no tokens","tokens.name":"Name","tokens.nameHint":"What it is for, such as the program that uses it. A name is never used again.","tokens.made":"Made","tokens.madeBy":", by {user}","tokens.used":"Last used","tokens.unused":"never","tokens.ends":"Ends","tokens.noEnd":"no end","tokens.expired":"expired","tokens.user_disabled":"the user is disabled","tokens.revoked":"revoked","tokens.others":{one:"{n} token that no longer works",other:"{n} tokens that no longer work"},"tokens.new":"New token","tokens.make":"Make the token","tokens.lastDay":"Last day","tokens.lastDayHint":"Without one, it works until it is revoked.","tokens.madeTitle":"The new token","tokens.once":"It is shown only now. Store it where only the program can read it. A program that has it may do what its user may do.","tokens.token":"Token","tokens.theToken":"the token","tokens.stored":"I have stored it","tokens.revoke":"Revoke","tokens.revokeOne":"Revoke {name}","tokens.revokeHint":"Programs that use this token of {user} are refused within a second. This cannot be taken back, and the name stays taken.","tokens.revokeCurrent":"You are signed in by this token.","tokens.revokedNow":"{name} is revoked.","admin.title":"Users and tokens","admin.only":"Only admins see this page.","admin.users":"Users","admin.user":"User","admin.role":"Role","admin.signIn":"Signs in","admin.hasPassword":"with a password","admin.hasNone":"without a password","admin.disabled":"disabled","admin.search":"Search","admin.noUser":"No user has this in the name","admin.add":"Add a user","admin.added":"{user} is added.","admin.name":"Name","admin.nameHint":"As it will be recorded with each job. It cannot be changed.","admin.password":"Password (optional)","admin.passwordHint":"Without one, the user signs in by a token, a proxy or a JWT.","admin.change":"Change","admin.changeOne":"Change {user}","admin.setRole":"Set the role","admin.roleHint":"If it takes rights away, the user's sessions and streams end within a second.","admin.self":"This is you. Another admin can change your role or disable you. Your password is changed at","admin.since":"Added","admin.roleSet":"{user} has the new role.","admin.setPassword":"Set the password","admin.setPasswordHint":"The user's sessions end at once. Tokens stay.","admin.passwordSet":"{user} has the new password.","admin.disable":"Disable","admin.disableOne":"Disable {user}","admin.disableHint":"The user's tokens, sessions and JWTs stop working within a second. Jobs and entries stay. The user can be enabled again.","admin.disabledNow":"{user} is disabled.","admin.enable":"Enable","admin.enableOne":"Enable {user}","admin.enableHint":"It takes a new password, so that earlier sessions do not go on. Tokens that are not revoked work again.","admin.enableHintNone":"Tokens that are not revoked work again. A password is optional.","admin.enabledNow":"{user} is enabled.","admin.tokenUserHint":"A listed user, or a new name for a program that is not listed.","admin.tokenRoleHint":"The user is not listed, so the token has a role.","help.title":"Help","help.proof.title":"What \u201Cproved\u201D means","help.proof.lead":"This ledger keeps every entry for ever. Your browser checks that at each visit, as far as a page can that comes from the same server.","help.proof.means":"What is proved","help.proof.meansText":`Every entry has a fingerprint: a number that changes if a single letter of the entry changes. All fingerprints together have one fingerprint, and the ledger signs it with a key that only it has. This signed fingerprint is a checkpoint.
\u201CEntry #12, proved\u201D says: your browser computed the fingerprint of entry 12 from what you see on the page, and found that it is one of those in the signed checkpoint. Had anybody changed the user, the time, the status or a message after it was recorded, even in the database itself, it would not fit.`,"help.proof.when":"What is checked, and when","help.proof.whenText":`When you open a job: each of its entries, that they follow each other, and that the facts on the page are those of the entries.
The lists of customers and outcomes: by itself if there are up to 1,000, else when you press the button. The payload: when you open it.
A job is only called proved when its checkpoint was compared with what this browser remembers. At each visit, and every few minutes: that the ledger still has everything that it had when this browser last saw it, unchanged and in the same order. Before you sign in, only the key is compared, and whether there are fewer entries or, of the same number, others.
Two jobs that are compared: as each of them alone, but not which customers they share.
Lists of jobs and statistics are not checked in the browser.`,"help.proof.not":"What is not proved","help.proof.notText":"That what somebody reported is true. That the newest entry is shown: a server could hide what was recorded a moment ago. And that the key is the right one, if you have it from this server alone.","help.proof.alarm":"What an alarm means","help.proof.alarmText":`What the server shows is not what it recorded, or not what it showed before. Somebody may have changed the database, or restored an older copy of it; it can also be a mistake in operation, or a broken disk.
Do not rely on what is shown. Download the file that the alarm offers: it has what your browser remembered and what the server sent. Give it to the people who run the ledger, and to your auditor. Keep your browser's memory as it is: do not clear its data, and do not accept the new state until it is explained.
That the server cannot be reached is no alarm. If it is reached, shows a larger ledger and refuses the proof that the old entries are in it, there is a warning, and an alarm after a few tries. An alarm stays until you accept it, also when you load the page again.`,"help.proof.key":"The key","help.proof.keyText":"At your first visit, the browser remembers the key of the ledger. If the server later shows another one, that is an alarm. Compare the key once with one that you have from somebody you trust: it is at /log/key, and on the overview. If the key was changed on purpose, accept the new one with the button of the alarm.","help.proof.outside":"Checking it without this page","help.proof.outsideText":"A page comes from the server that it checks. If you do not trust the server at all, check with another program: download the evidence of a job, and run jobctl, or check.py, which is a second one by other means. Both need the verifier key, obtained elsewhere. Keep a checkpoint now and then: jobctl verify --against compares the whole ledger with it.","help.proof":"what this page checks by itself, and what it shows","help.statuses":"What the statuses mean","help.status.IN_PROGRESS":"The job is recorded, and nobody has said yet how it ended.","help.status.SUCCESS":"It was done for all its customers.","help.status.FAILED":"It was not done, or not for all its customers. The job's page says for whom it failed.","help.status.UNCONFIRMED":"Nobody knows whether the upstream acted. Look there first, and then record what you found. Do not simply send it again.","help.causes":"What a status is based on","help.causesHint":"Behind the status of a job is its cause, unless the upstream simply answered.","help.any":"Any status","help.cause.answered":"The upstream's whole answer was read, and says how the job ended.","help.cause.reported":"Somebody reported it: the service that ran the job, or a person who looked.","help.cause.never_sent":"The request provably never left. The upstream did nothing.","help.cause.withheld":"The request was not sent, because other jobs were for the same customers, or because that could not be checked.","help.cause.timed_out":"The request was sent, and no whole answer came in time.","help.cause.connection_lost":"The request was sent, and the connection broke before a whole answer came.","help.cause.unreadable_answer":"The upstream accepted the request, with an answer that cannot be read or does not say how the job ended.","help.cause.inconclusive_answer":"The code of the answer does not tell whether the upstream acted.","help.cause.interrupted":"The server stopped before the outcome of the call was recorded.","help.cause.imported":"Another system recorded it.","help.keysHint":"In the list of jobs.","help.more":"More","help.docs":"the same for programs, with all that this page can do","help.account":"your password, sessions and tokens","help.checkpoint":"how many entries there are, signed; keep one, and the ledger cannot be rewritten unnoticed","help.key":"checks the signatures; compare it with the one that you got from somebody you trust"}});function $c(t,e){let o=n=>n.toLowerCase().split("-")[0];for(let n of t){let r=e.filter(({locale:i})=>o(i)===o(n)),s=r.find(({locale:i})=>i.toLowerCase()===n.toLowerCase());if(r.length)return s??r[0]}return e[0]}var mc,bc=b(()=>{"use strict";pc();mc=[{locale:fc,texts:hc}]});var Bt,Ko=b(()=>{"use strict";bc();Bt=$c(globalThis.navigator?.languages??[],mc)});var wm,gm,D,Jo,Ts=b(()=>{"use strict";Ko();wm=new Intl.NumberFormat(Bt.locale),gm=new Intl.NumberFormat(Bt.locale,{style:"percent",maximumFractionDigits:1}),D=t=>wm.format(t),Jo=t=>gm.format(t)});function a(t,e={}){let o=Bt.texts[t],n=_m.select(Number(e.n??0));return(typeof o=="string"?o:o[n]??o.other).replace(/\{(\w+)\}/g,(s,i)=>{let c=e[i];return typeof c=="number"?D(c):c??s})}function F(t,e){let o=`${t}.${e}`;return Es(o)?a(o):String(e).replaceAll("_"," ")}var _m,Es,T=b(()=>{"use strict";Ko();Ts();_m=new Intl.PluralRules(Bt.locale);Es=t=>Object.hasOwn(Bt.texts,t)});function Ue(t,e){return ge[e]??=er(e,{...Os,...yc,hourCycle:"h23"}),Cs(ge[e],t)}function wc(t,e){if(Number.isNaN(Date.parse(t)))return String(t);let o=e==="utc"?"short":"longOffset";ge[`${e}-exact`]??=er(e,{...Os,...yc,timeZoneName:o,hourCycle:"h23"});let n=/\.\d+/.exec(t)?.[0]??"";return ge[`${e}-exact`].formatToParts(new Date(t)).map(({type:r,value:s})=>r==="second"?s+n:s).join("")}function gc(t,e){return ge[`${e}-day`]??=er(e,Os),Cs(ge[`${e}-day`],t)}function Be(t){return ge.dayOfYear??=er("utc",{day:"numeric",month:"short"}),Cs(ge.dayOfYear,t)}function Vo(t){let e=["B","kB","MB","GB"],o=0,n=t;for(;n>=1e3&&o<e.length-1;o+=1)n/=1e3;return a(`unit.${e[o]}`,{n:Number(n.toFixed(n<10&&o?1:0))})}function Go(t,e){let o=n=>+`0.${/\.\d{3}(\d+)/.exec(n)?.[1]??0}`;return Date.parse(e)-Date.parse(t)+o(e)-o(t)}function Xt(t){if(t<1e3)return a("unit.ms",{n:Number(t.toFixed(t<10?1:0))});if(t<59950)return a("unit.s",{n:Number((t/1e3).toFixed(1))});let e=Math.round(t/1e3);if(e<3600)return js(e,60,"min","s");let o=Math.round(e/60);return o<1440?js(o,60,"h","min"):js(Math.round(o/60),24,"d","h")}function js(t,e,o,n){let r=a(`unit.${o}`,{n:Math.floor(t/e)}),s=t%e;return s?a("unit.two",{high:r,low:a(`unit.${n}`,{n:s})}):r}var er,ge,Os,yc,Cs,_c,uo,Q=b(()=>{"use strict";Ko();T();Ts();er=(t,e)=>new Intl.DateTimeFormat(Bt.locale,{...e,...t==="utc"?{timeZone:"UTC"}:{}}),ge={},Os={day:"2-digit",month:"short",year:"numeric"},yc={hour:"2-digit",minute:"2-digit",second:"2-digit"},Cs=(t,e)=>Number.isNaN(Date.parse(e))?String(e):t.format(new Date(e));_c=t=>t==="utc"?a("zone.utc"):new Intl.DateTimeFormat().resolvedOptions().timeZone;uo=t=>`${t.slice(0,8)}\u2026${t.slice(-4)}`});function vc(t,{later:e=setTimeout,cancel:o=clearTimeout}={}){let n=0,r;return{after(s){o(r),s?s.isTemporary&&(r=e(t,fo(n++,s))):n=0},end:()=>o(r)}}function kc(t,{later:e=setTimeout,now:o=Date.now}={}){let n=!1,r=!1,s=!1,i=0,c=-1/0,u=async()=>{r=!1,n=!0,await t(),n=!1,c=o(),s&&d()},d=()=>{if(s=n,n||r)return;let f=o()-c;i=f<xm?Math.min(i+1,Ls.length-1):0,r=!0,f>=Ls[i]?u():e(u,Ls[i]-f)};return d}async function Yo(t,e){let o=AbortSignal.timeout(t);try{return await e(o)}catch(n){throw o.aborted?new K({status:504,type:"timeout"}):n}}var xc,Ls,xm,fo,ho=b(()=>{"use strict";Ut();xc=[1e3,2e3,5e3,1e4,3e4],Ls=[0,100,300,1e3],xm=2e3,fo=(t,e)=>e?.retryAfter?e.retryAfter*1e3:xc[Math.min(t,xc.length-1)]});function We(t){t&&t.parentNode&&t.remove()}function Oc(t,e,o){var n,r,s,i={},c=arguments.length;for(s in e)s=="key"?n=e[s]:s=="ref"&&typeof t!="function"?r=e[s]:i[s]=e[s];return c>2&&(i.children=c>3?Ms.call(arguments,2):o),Xo(t,i,n,r,null)}function Xo(t,e,o,n,r){var s={type:t,props:e,key:o,ref:n,__k:null,__:null,__b:0,__e:null,__c:null,constructor:Qo,__v:r||++Tc,__i:-1,__u:0};return!r&&X.vnode&&X.vnode(s),s}function tn(t){return t.children}function Zo(t,e){this.props=t,this.context=e,this.__g=0}function xe(t,e){if(e==null)return t.__&&xe(t.__,t.__i+1);for(var o;e<t.__k.length;e++)if((o=t.__k[e])&&o.__e)return o.__e;return typeof t.type!="function"||t.props.__P?null:xe(t)}function Am(t){var e,o=t.__v,n=o.__e,r=[],s=[],i=t.__P;i&&((e=qe({constructor:Qo},o)).__v=o.__v+1,X.vnode&&X.vnode(e),Ps(i,e,o,t.__n,i.namespaceURI,32&o.__u?[n]:null,r,n||xe(o),32&o.__u,s),e.__v=o.__v,e.__.__k[e.__i]=e,Ic(r,e,s),o.__=o.__e=null,e.__e!=n&&Cc(e))}function Cc(t){if((t=t.__)&&t.__c&&!t.props.__P)return t.__e=null,t.__k.some(function(e){return e&&(t.__e=e.__e)}),Cc(t)}function Sc(t){(8&t.__g||(t.__g|=8,_e.push(t),sr++))&&Ns==X.debounceRendering||((Ns=X.debounceRendering)||queueMicrotask)(Lc)}function Lc(){try{for(var t,e=1;_e.length;)_e.length>e&&_e.sort(Ec),t=_e.shift(),e=_e.length,8&t.__g&&Am(t)}finally{(sr=_e.length)&&(Ns||queueMicrotask)(Lc)}}function Nc(t,e,o,n,r,s,i,c,u,d,f){var h,m,p,$,w,g,_=n.__k||ar,x=e.length;for(u=Tm(o,e,_,u,x),h=0;h<x;h++)(p=o.__k[h])!=null&&(m=~p.__i&&_[p.__i]||ir,p.__i=h,g=Ps(t,p,m,r,s,i,c,u,d,f),$=p.__e,(m.ref!=p.ref||8&m.__u)&&(m.ref&&Hs(m.ref,null,p,m),p.ref&&f.push(p.ref,p.__c||$,p)),w=w||$,4&p.__u?(u=Dc(p,u,t,!m.__v),m.__e&&(m.__e=null)):typeof p.type=="function"&&g!==void 0?u=g:$&&(u=$.nextSibling),p.__u&=-21);return o.__e=w,u}function Tm(t,e,o,n,r){var s,i,c,u,d,f,h,m,p,$=o.length,w=$,g=0,_=0,x=t.__k=Array(r);for(s=0;s<r;s++)(i=e[s])!=null&&typeof i!="boolean"&&typeof i!="function"?(typeof i!="object"||i.constructor===String?i=x[s]=Xo(null,i):Is(i)?i=x[s]=Xo(tn,{children:i}):i.constructor===Qo&&i.__b?i=x[s]=Xo(i.type,i.props,i.key,i.ref,i.__v):x[s]=i,u=s+g,i.__=t,i.__b=t.__b+1,c=null,~(d=i.__i=Em(i,o,u,w))&&(w--,(c=o[d])&&(c.__u|=2)),c&&c.__v?(i.__u|=16,d==u-1?g--:d==u+1?g++:d!=u&&(d>u?g--:g++,_=1)):(~d||(r>$?g--:r<$&&g++),typeof i.type!="function"&&(i.__u|=4))):x[s]=null;if(_){for(f=[],h=[],s=0;s<r;s++)if((i=x[s])&&16&i.__u){for(g=0,m=f.length;g<m;)f[p=g+m>>1]<i.__i?g=p+1:m=p;f[g]=i.__i,h[s]=g+1}for(g=f.length;s--;)h[s]&&(h[s]==g?g--:x[s].__u|=4)}if(w)for(s=0;s<$;s++)!(c=o[s])||2&c.__u||(c.__e==n&&(n=xe(c)),Fs(c,c));return n}function Dc(t,e,o,n){var r,s,i,c;if(typeof t.type=="function"){if(t.props.__P)return e;if(r=t.__k)for(s=0;s<r.length;s++)r[s]&&(r[s].__=t,e=Dc(r[s],e,o,!1));return e}for(e&&!e.parentNode&&(e=xe(t))&&!e.parentNode&&(e=null),i=t.__e,c=e;c&&c.nodeType==8;)c=c.nextSibling;for(i!=c&&(!n&&o.moveBefore&&i.parentNode?o.moveBefore(i,e):o.insertBefore(i,e||null)),e=i;(e=e&&e.nextSibling)&&e.nodeType==8&&!e.data.startsWith("$s"););return e}function Em(t,e,o,n){var r,s=t.key,i=t.type,c=e[o],u=c&&!(2&c.__u);if(c===null&&s==null||u&&s==c.key&&i==c.type)return o;if(n>(u?1:0)){for(r=o-1;r>=0;r--)if((c=e[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r;for(r=o+1;r<e.length;r++)if((c=e[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r}return-1}function Ac(t,e,o){o==null&&(o=""),e[0]=="-"?t.setProperty(e,o):t[e]=o}function or(t,e,o,n,r){var s,i;if(e=="style")if(typeof o=="string")t.style.cssText=o;else{if(typeof n=="string"&&(t.style.cssText=n=""),n)for(e in n)o&&e in o||Ac(t.style,e);if(o)for(e in o)n&&o[e]==n[e]||Ac(t.style,e,o[e])}else if(e[0]=="o"&&e[1]=="n")typeof o!="function"&&(o=null),typeof n!="function"&&(n=null),(t.__e||(t.__e={}))[e]=o,o&&n||(i=Ds[e]||(Ds[e]=jm(e)),(t.__a||(t.__a={}))[e]=Rs,s=e!=(e=e.replace(jc,"$1")),(e=e.slice(2))[0]<"a"&&(e=e.toLowerCase()),o?t.addEventListener(e,i,s):t.removeEventListener(e,i,s));else{if(r=="http://www.w3.org/2000/svg")e=e.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(e!="width"&&e!="height"&&e!="href"&&e!="list"&&e!="form"&&e!="tabIndex"&&e!="download"&&e!="rowSpan"&&e!="colSpan"&&e!="role"&&e!="popover"&&e in t)try{return void(t[e]=o??"")}catch{}if(typeof o=="function")return;o==null||o===!1&&e[4]!="-"?t.removeAttribute(e):t.setAttribute(e,e=="popover"&&o==1?"":o)}}function jm(t){return function(e){var o=this.__e;if(o){if(o=o[t],e[nr]==null)e[nr]=Rs++;else if(e[nr]<this.__a[t])return;return o(X.event?X.event(e):e)}}}function Ps(t,e,o,n,r,s,i,c,u,d){var f,h,m,p,$,w,g,_,x,v,L,G,Rt,It,pt,jt,kt,lt,ft=e.type;if(e.constructor!==Qo)return null;128&o.__u&&(u=32&o.__u,f=o.__c.__z)&&(e.__u|=u,h=s=[],f.nodeType==8?c=rr(f,s):s.push(f),c=s[0]||c),(f=X.__b)&&f(e);t:if(typeof ft=="function"){m=i.length;try{if(_=e.props,x=(f=ft.prototype)&&f.render,v=(f=ft.contextType)&&n[f.__c],L=f?v?v.props.value:f.__:n,(p=o.__c)?(e.__c=p,2&p.__g&&(p.__g|=1)):(x?e.__c=p=new ft(_,L):(e.__c=p=new Zo(_,L),p.constructor=ft,p.render=Cm),v&&v.sub(p),p.state||(p.state={}),p.__n=n,p.__g|=8,p.__h=[],p.__k=[]),x&&(p.__s||(p.__s=p.state),ft.getDerivedStateFromProps&&(p.__s==p.state&&(p.__s=qe({},p.__s)),qe(p.__s,ft.getDerivedStateFromProps(_,p.__s)))),$=p.props,w=p.state,p.__v=e,o.__c){if(_!==$&&x&&!ft.getDerivedStateFromProps&&p.componentWillReceiveProps&&p.componentWillReceiveProps(_,L),e.__v==o.__v&&!(8&p.__g)||!(4&p.__g)&&p.shouldComponentUpdate&&p.shouldComponentUpdate(_,p.__s,L)===!1){e.__v!=o.__v&&(p.props=_,p.state=p.__s,p.__g&=-9),e.__e=o.__e,e.__k=o.__k,e.__k.some(function(_t){_t&&(_t.__=e)}),ar.push.apply(p.__h,p.__k),p.__k=[],p.__h.length&&i.push(p),c=xe(o);break t}p.componentWillUpdate&&p.componentWillUpdate(_,p.__s,L),x&&p.componentDidUpdate&&p.__h.push(function(){p.componentDidUpdate($,w,g)})}else x&&!ft.getDerivedStateFromProps&&p.componentWillMount&&p.componentWillMount(),x&&p.componentDidMount&&p.__h.push(p.componentDidMount);p.context=L,p.props=_,p.__P=t,p.__g&=-5,G=X.__r,Rt=x?25:0;do p.__g&=-9,G&&G(e),f=p.render(p.props,p.state=p.__s,p.context);while(8&p.__g&&++Rt<25);x&&(ar.push.apply(p.__h,p.__k),p.__k=[]),p.state=p.__s,p.getChildContext&&(n=qe({},n,p.getChildContext())),x&&o.__c&&p.getSnapshotBeforeUpdate&&(g=p.getSnapshotBeforeUpdate($,w)),It=f&&f.type===tn&&f.key==null?f.props.children:f,_.__P&&(f=c,r=(t=_.__P).namespaceURI,u=s=null,o.props&&o.props.__P!=t&&(o.__k.some(function(_t){_t&&Fs(_t,_t)}),o.__k=null),c=o.__k?xe(o,0):null),c=Nc(t,Is(It)?It:[It],e,o,n,r,s,i,c,u,d),_.__P&&(e.__e=null,c=f),e.__u&=-161,h&&h.some(We),p.__h.length&&i.push(p),1&p.__g&&(p.__g&=-4)}catch(_t){if(i.length=m,e.__v=null,u||s)if(_t&&_t.then){if(e.__u|=128|u,s){for(~(kt=s.indexOf(c||void 0))||(kt=s.length);(lt=s[kt-1])&&lt.nodeType==8;)kt--;for(;kt<s.length;kt++)if(lt=s[kt])if(s[kt]=null,pt){if(lt==jt)break}else{if(lt.nodeType!=8)break;lt.data.startsWith("$s")&&(jt=rr(pt=lt))}}if(!pt){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;pt=c}(f=rr(pt=e.__c.__z||(e.__c.__z=pt)))?(e.__e=pt,c=f):e.__e=c,c=c&&c.nextSibling}else s&&s.some(We);else e.__e=o.__e;e.__k||(e.__k=o.__k||[]),_t&&_t.then||Rc(e),X.__e(_t,e,o)}}else c=e.__e=Om(o.__e,e,o,n,r,s,i,u,d,t);return(f=X.diffed)&&f(e),c}function rr(t,e){if(t&&t.nodeType==8&&t.data.startsWith("$s"))for(var o=1;t=t.nextSibling;){if(t.nodeType==8){if(t.data.startsWith("$s"))o++;else if(t.data.startsWith("/$s")&&!--o)return t}e&&e.push(t)}}function Rc(t){t&&(t.__c&&(t.__c.__g|=4),t.__k&&t.__k.some(Rc))}function Ic(t,e,o){for(var n=0;n<o.length;)Hs(o[n++],o[n++],o[n++]);X.__c&&X.__c(e,t),t.some(function(r){try{t=r.__h,r.__h=[],t.some(function(s){s.call(r)})}catch(s){X.__e(s,r.__v)}})}function Om(t,e,o,n,r,s,i,c,u,d){var f,h,m,p,$,w,g,_,x=o.props||ir,v=e.props,L=e.type;if(L=="svg"?r="http://www.w3.org/2000/svg":L=="math"?r="http://www.w3.org/1998/Math/MathML":r||(r="http://www.w3.org/1999/xhtml"),s){for(f=0;f<s.length;f++)if(($=s[f])&&(L?$.localName==L:$.nodeType==3)){t=$,s[f]=null;break}}if(!t){if(_=d.ownerDocument||document,!L)return _.createTextNode(v);t=_.createElementNS(r,L,v.is?v:d),c&&(X.__m&&X.__m(e,s),c=!1),s=null}if(L){if(d=L=="template"&&t.content||t,s=L=="textarea"&&v.defaultValue!=null?null:s&&Ms.call(d.childNodes),!c&&s)for(x={},f=0;f<t.attributes.length;f++)x[($=t.attributes[f]).name]=$.value;for(f in x)$=x[f],f=="dangerouslySetInnerHTML"?m=$:f=="children"||f in v||f=="value"&&"defaultValue"in v||f=="checked"&&"defaultChecked"in v||or(t,f,null,$,r);for(f in v)$=v[f],f=="children"?p=$:f=="dangerouslySetInnerHTML"?h=$:f=="value"?w=$:f=="checked"?g=$:c&&typeof $!="function"||x[f]===$||or(t,f,$,x[f],r);h?(c||m&&(h.__html==m.__html||h.__html==t.innerHTML)||(t.innerHTML=h.__html),e.__k=[]):(m&&(t.textContent=""),(L=="foreignObject"||r=="http://www.w3.org/1998/Math/MathML"&&Sm.test(L))&&(r="http://www.w3.org/1999/xhtml"),Nc(d,Is(p)?p:[p],e,o,n,r,s,i,s?s[0]:o.__k&&xe(o,0),c,u),s&&s.some(We)),c&&L!="textarea"||(f="value",L=="progress"&&w==null?t.removeAttribute(f):w==null||w===t[f]&&(L!="progress"||w)||or(t,f,w,x[f],r),f="checked",g!=null&&g!=t[f]&&or(t,f,g,x[f],r))}else x===v||c&&t.data==v||(t.data=v);return t}function Hs(t,e,o,n){try{typeof t=="function"?e?e.__x=t(e)||1:n&&(n=n.__c||n.__e)&&(e=n.__x)&&(n.__x=null,typeof e=="function"?e():t(null)):t.current=e}catch(r){X.__e(r,o)}}function Fs(t,e,o){var n,r,s,i;if(X.unmount&&X.unmount(t),!(n=t.ref)||n.current&&n.current!=t.__e||Hs(n,null,e,t),n=t.__c){if(n.componentWillUnmount)try{n.componentWillUnmount()}catch(c){X.__e(c,e)}n.__P=n.__n=null}if(n=t.__k)for(i=0;i<n.length;i++)n[i]&&Fs(n[i],e,typeof t.type!="function"||o&&!t.props.__P);!o&&(n=t.__c)&&(n=n.__z)&&(r=rr(n,s=[]))&&(n==t.__e&&s.some(We),We(r),We(n)),o||We(t.__e),t.__e=t.__c=t.__=null}function Cm(t,e,o){return this.constructor(t,o)}function Us(t,e){var o,n,r,s;X.__&&X.__(t,e),e.nodeType==9&&(e=e.documentElement),n=(o=t&&32&t.__u)?null:e.__k,e.__k=Xo(tn,{children:[t]}),r=[],s=[],Ps(e,e.__k,n||ir,ir,e.namespaceURI,n?null:e.firstChild?Ms.call(e.childNodes):null,r,n?n.__e:e.firstChild,o,s),Ic(r,e.__k,s),e.__k.props.children=null}var X,Tc,vm,_e,Ns,sr,Ec,nr,jc,Rs,Ds,km,Qo,ir,ar,Sm,Is,Ms,qe,cr=b(()=>{"use strict";Qo=Symbol.for("pv"),ir={},ar=[],Sm=/^m(i|n|o|s|text|space)$/,Is=Array.isArray,Ms=ar.slice,qe=Object.assign;X={__e:function(t,e,o,n){for(var r,s,i;e=e.__;)if((r=e.__c)&&!(1&r.__g)){r.__g|=4;try{if((i=(s=r.constructor)&&s.getDerivedStateFromError)&&r.setState(s.getDerivedStateFromError(t)),r.componentDidCatch&&(r.componentDidCatch(t,n||{}),i=1),i&&8&r.__g)return void(r.__g|=2)}catch(c){t=c}}throw sr=0,t}},Tc=0,vm=function(t){return t!=null&&t.constructor===Qo},Zo.prototype.setState=function(t,e){var o=this.__s;o&&o!=this.state||(o=this.__s=qe({},this.state)),typeof t=="function"&&(t=t(qe({},o),this.props)),t&&(qe(o,t),this.__v&&(e&&this.__k.push(e),Sc(this)))},Zo.prototype.forceUpdate=function(t){this.__v&&(this.__g|=4,t&&this.__h.push(t),Sc(this))},Zo.prototype.render=tn,_e=[],sr=0,Ec=function(t,e){return t.__v.__b-e.__v.__b},nr=Symbol(),jc=/(PointerCapture)$|Capture$/i,Rs=0,Ds={},km=0});function Hc(t){var e=Mc.get(this);return e||(e=new Map,Mc.set(this,e)),(e=Pc(this,e.get(t)||(e.set(t,e=(function(o){for(var n,r,s=1,i="",c="",u=[0],d=function(m){s===1&&(m||(i=i.replace(/^\s*\n\s*|\s*\n\s*$/g,"")))?u.push(0,m,i):s===3&&(m||i)?(u.push(3,m,i),s=2):s===2&&i==="..."&&m?u.push(4,m,0):s===2&&i&&!m?u.push(5,0,!0,i):s>=5&&((i||!m&&s===5)&&(u.push(s,0,i,r),s=6),m&&(u.push(s,m,0,r),s=6)),i=""},f=0;f<o.length;f++){f&&(s===1&&d(),d(f));for(var h=0;h<o[f].length;h++)n=o[f][h],s===1?n==="<"?(d(),u=[u],s=3):i+=n:s===4?i==="--"&&n===">"?(s=1,i=""):i=n+i[0]:c?n===c?c="":i+=n:n==='"'||n==="'"?c=n:n===">"?(d(),s=1):s&&(n==="="?(s=5,r=i,i=""):n==="/"&&(s<5||o[f][h+1]===">")?(d(),s===3&&(u=u[0]),s=u,(u=u[0]).push(2,0,s),s=0):n===" "||n==="	"||n===`
`||n==="\r"?(d(),s=2):i+=n),s===3&&i==="!--"&&(s=4,u=u[0])}return d(),u})(t)),e),arguments,[])).length>1?e:e[0]}var Pc,Mc,Fc=b(()=>{"use strict";Pc=function(t,e,o,n){var r;e[0]=0;for(var s=1;s<e.length;s++){var i=e[s++],c=e[s]?(e[0]|=i?1:2,o[e[s++]]):e[++s];i===3?n[0]=c:i===4?n[1]=Object.assign(n[1]||{},c):i===5?(n[1]=n[1]||{})[e[++s]]=c:i===6?n[1][e[++s]]+=c+"":i?(r=t.apply(c,Pc(t,c,o,["",null])),n.push(r),c[0]?e[0]|=2:(e[s-2]=0,e[s]=r)):n.push(c)}return n},Mc=new Map});function po(t,e){dt.__h&&dt.__h(ot,t,on||e),on=0;var o=ot.__H||(ot.__H={__:[],__h:[]});return t>=o.__.length&&o.__.push({}),o.__[t]}function y(t){return on=1,Xc(Zc,t)}function Xc(t,e,o){var n=po(ve++,2);if(n.t=t,!n.__c&&(n.__=[o?o(e):Zc(void 0,e),function(s){var i=(n.__N||n.__)[0],c=n.t(i,s);Ws(i,c)||(n.__N=[c,n.__[1]],n.__c.setState({}))}],n.__c=ot,!ot.__f)){ot.__f=!0;var r=ot.shouldComponentUpdate;ot.shouldComponentUpdate=function(s,i,c){var u=this.__H;if(!u)return!0;var d=!1,f=this.props!=s;if(u.__.some(function(m){m.__N&&(d=!0,Ws(m.__[0],m.__N[0])||(f=!0))}),r){var h=r.call(this,s,i,c);return d?h||f:h}return!d||f}}return n.__}function k(t,e){var o=po(ve++,3);!dt.__s&&Vs(o.__H,e)&&(o.__P=!0,o.__=t,o.u=e,ot.__H.__h.push(o))}function Zt(t,e){var o=po(ve++,4);!dt.__s&&Vs(o.__H,e)&&(o.__P=!1,o.__=t,o.u=e,ot.__h.push(o))}function I(t){return on=5,yt(function(){return{current:t}},[])}function yt(t,e){var o=po(ve++,7);return Vs(o.__H,e)&&(o.__=t(),o.__H=e),o.__}function Ks(t,e){return on=8,yt(function(){return t},e)}function Js(t){var e=po(ve++,10),o=y();return e.__=t,ot.componentDidCatch||(ot.componentDidCatch=function(n,r){e.__&&e.__(n,r),o[1](n)}),[o[0],function(){return o[1]()}]}function ke(){var t=po(ve++,11);if(!t.__){for(var e=ot.__v;!e.__m&&e.__;)e=e.__;var o=e.__m||(e.__m=[0,0]);t.__="P"+o[0]+"-"+o[1]++}return t.__}function Lm(){var t;do{for(;t=qs.shift();)try{en(t)}catch(o){dt.__e(o,{__:(t=t.__P)&&t.__v})}for(;t=Yc.shift();){var e=t.__H;if(t.__P&&e)try{e.__h.some(en),e.__h.some(zs),e.__h=[]}catch(o){e.__h=[],dt.__e(o,t.__v)}}}while(qs.length)}function Nm(t){var e,o=function(){clearTimeout(n),Vc&&cancelAnimationFrame(e),setTimeout(t)},n=setTimeout(o,35);Vc&&(e=requestAnimationFrame(o))}function Gc(t){t!=1&&Uc==dt.requestAnimationFrame||((Uc=dt.requestAnimationFrame)||Nm)(Lm)}function en(t){var e=ot,o=t.__c;typeof o=="function"&&(t.__c=void 0,o()),ot=e}function zs(t){var e=ot;t.__c=t.__(),ot=e}function Vs(t,e){return!t||t.length!=e.length||e.some(function(o,n){return!Ws(o,t[n])})}function Zc(t,e){return typeof e=="function"?e(t):e}var ve,ot,Bs,Uc,Ws,on,Yc,qs,dt,Bc,Wc,qc,zc,Kc,Jc,Vc,Qc=b(()=>{"use strict";cr();Ws=Object.is,on=0,Yc=[],qs=[],dt=X,Bc=dt.__b,Wc=dt.__r,qc=dt.diffed,zc=dt.__c,Kc=dt.unmount,Jc=dt.__;dt.__b=function(t){ot=null,Bc&&Bc(t)},dt.__=function(t,e){t&&e.__k&&e.__k.__m&&(t.__m=e.__k.__m),Jc&&Jc(t,e)},dt.__r=function(t){Wc&&Wc(t),ve=0;var e=(ot=t.__c).__H;e&&(Bs==ot?ot.__h=[]:(e.__h.some(en),e.__h.some(zs),ve=0),e.__h=[],e.__.some(function(o){o.__N&&(o.__=o.__N),o.u=o.__N=void 0})),Bs=ot},dt.diffed=function(t){qc&&qc(t);var e=t.__c;e&&e.__H&&(e.__H.__h.length&&Gc(Yc.push(e)),e.__H.__.some(function(o){o.u&&(o.__H=o.u)})),Bs=ot=null},dt.__c=function(t,e){e.some(function(o){try{o.__h.some(en),o.__h=o.__h.filter(function(n){return!n.__||zs(n)})}catch(n){o.__h=[function(){throw n}]}}),zc&&zc(t,e)},dt.unmount=function(t){Kc&&Kc(t);var e,o,n=t.__c;n&&n.__H&&(n.__H.__.some(function(r){try{if(r.__P&&r.__c){if(o===void 0){for(o=t.__;o&&(!o.__c||!o.__c.__P);)o=o.__;o=o&&o.__c}r.__P=o,Gc(qs.push(r))}else en(r)}catch(s){e=s}}),n.__H=void 0,e&&dt.__e(e,n.__v))};Vc=typeof requestAnimationFrame=="function"});var l,S=b(()=>{"use strict";cr();Fc();cr();Qc();l=Hc.bind(Oc)});function j(t){let[e,o]=y(t.get());return k(()=>(o(()=>t.get()),t.watch(n=>o(()=>n))),[t]),e}function Wt(){let{search:t}=j(Ht);return[yt(()=>new URLSearchParams(t),[t]),tr]}function mo(t,e){let o=I(e);o.current=e;let[n]=y(()=>vc(()=>o.current()));k(()=>(n.after(t),n.end),[t])}function B(t,e){let o={error:null,isLoading:!0},[n,r]=y(o),s=I(t);s.current=t;let i=I(()=>{}),c=I(e);c.current.some((d,f)=>!Object.is(d,e[f]))&&(c.current=e),k(()=>{r(o);let d=new AbortController;return i.current=Dm(f=>s.current(f),d.signal,f=>r(h=>({...h,...f}))),i.current(),()=>d.abort()},[c.current]);let u=Ks(()=>i.current(),[]);return mo(n.error,u),{data:n.data,error:n.error,isLoading:n.isLoading,reload:u}}function Dm(t,e,o){return kc(async()=>{if(!e.aborted){o({isLoading:!0});try{let n=await t(e);e.aborted||o({data:n,error:null,isLoading:!1})}catch(n){if(e.aborted)return;let r=be(n);r.isFault&&console.error(n),o({error:r,isLoading:!1})}}})}function Z(t,{keepsProblem:e=!1}={}){let[o,n]=y(!1),[r,s]=y(null),i=I(!1);return[async(...u)=>{if(!i.current){i.current=!0,n(!0),e||s(null);try{await t(...u),s(null)}catch(d){if(!(d instanceof K))throw d;s(d)}finally{i.current=!1,n(!1)}}},o,r,()=>s(null)]}function Gs(t){let e=Z(t,{keepsProblem:!0}),[o,,n]=e;return mo(n,o),e}function lr(t,e,o){k(()=>{if(!e)return;let n=i=>{t.current?.contains(i.target)||o(i)},r=i=>{i.key==="Escape"&&(i.stopPropagation(),i.preventDefault(),o(i))},s=t.current;return document.addEventListener("pointerdown",n),document.addEventListener("focusin",n),s?.addEventListener("keydown",r),()=>{document.removeEventListener("pointerdown",n),document.removeEventListener("focusin",n),s?.removeEventListener("keydown",r)}},[e])}var U=b(()=>{"use strict";Ut();Ot();ho();S()});var Rm,R,gt=b(()=>{"use strict";S();Rm={SUCCESS:"m4 8.5 2.7 2.7L12 5.5",FAILED:"m5 5 6 6m0-6-6 6",UNCONFIRMED:"M6 6.2C6 3.6 10.4 3.8 10.2 6.4 10 8 8 8 8 9.6m0 2.2v.4",IN_PROGRESS:"M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM8 5v3l2 1.4",copy:"M6 6h7v7H6zM3 10V3h7",search:"M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zm3.3 7.8L14 14",note:"M3 3h10v7H8l-3 3v-3H3z",down:"m4 6.5 4 4 4-4",user:"M8 3a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM3 13.5c.6-5 9.4-5 10 0",check:"M8 1.8 13 4v4c0 3-2 5-5 6.2C5 13 3 11 3 8V4zM5.7 8l1.7 1.7 3-3.4",alarm:"M8 2.5 14.5 13.5h-13zM8 6.5v3.2m0 1.6v.4",system:"M8 2.5a5.5 5.5 0 1 1 0 11zm0 0v11a5.5 5.5 0 0 1 0-11",light:"M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM8 1v1.5m0 11V15M1 8h1.5m11 0H15M3 3l1 1m8 8 1 1M3 13l1-1m8-8 1-1",dark:"M7 2.5a5.5 5.5 0 1 0 6.5 7A5 5 0 0 1 7 2.5z",download:"M8 2.5v7m-3-2.6 3 3 3-3M3 13h10"},R=({name:t})=>l`
<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d=${Rm[t]} /></svg>
`});function el(){let t=j(He),e=Object.entries(j(tl));return l`
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
`}var tl,$o,ur=b(()=>{"use strict";W();Yt();T();U();S();gt();tl=mt({}),$o=(t,e)=>tl.update(o=>{let{[t]:n,...r}=o;return e?{...r,[t]:e}:n?r:o})});function q(t,e="ok"){ol+=1;let o=ol;dr.update(n=>[...n.slice(-3),{id:o,text:t,kind:e}]),e==="ok"&&setTimeout(nl,Im,o)}function rl(){let t=j(dr),e=j(Ys);return l`
<div class="messages" role="log" aria-live="polite" aria-relevant="additions">
${t.map(({id:o,text:n,kind:r})=>l`
<div key=${o} class="message message-${r}">
<span>${n}</span>
<button class="icon-button" aria-label=${a("app.close")} onClick=${()=>nl(o)}>
✕
</button>
</div>
`)}
</div>
<div class="off-screen" role="status" aria-live="polite">${e}</div>
`}var dr,Ys,ol,Im,nl,fr,wt=b(()=>{"use strict";et();Yt();T();U();S();dr=mt([]),Ys=mt(""),ol=0;we(()=>{dr.set([]),Ys.set("")});Im=5e3,nl=t=>dr.update(e=>e.filter(o=>o.id!==t));fr=t=>Ys.set(t)});function nn({status:t,type:e,title:o}){return t<0?a("problem.fault"):t===0?a("problem.network"):e==="timeout"?a("problem.timeout"):t===401?a("problem.401"):t===403?a("problem.403"):t===404?a("problem.404"):t===429?a("problem.429"):t===503?a("problem.503"):o}function Mm({status:t,type:e,retryAfter:o}){return t===0?a("problem.networkHint"):t===404?a("problem.404Hint"):e.endsWith(":maybe-recorded")?a("problem.maybeRecorded"):o?a("problem.waitHint",{n:o}):""}function rt({problem:t,retry:e}){if(!t)return null;let o=Mm(t);return l`
<div class="notice notice-error" role="alert">
<${R} name="alarm" />
<div>
<p class="notice-title">${nn(t)}</p>
${!t.isNetwork&&t.detail&&l`<p>${t.detail}</p>`}
${o&&l`<p>${o}</p>`} ${e&&t.isTemporary&&a("app.retrying")}
${e&&l`<p><button type="button" onClick=${e}>${a("app.again")}</button></p>`}
</div>
</div>
`}function ut({of:t,children:e}){return l`
<${rt} problem=${t.error} retry=${t.reload} />
${t.data!==void 0?e(t.data):t.isLoading&&l`<${Se} />`}
`}var Se,nt,bo,st=b(()=>{"use strict";T();S();gt();Se=()=>l`<p class="state" role="status">${a("app.loading")}</p>`,nt=({title:t,children:e})=>l`
<div class="state">
<p class="state-title">${t}</p>
${e}
</div>
`;bo=t=>t.isNetwork?nn(t):t.message});async function hr(){try{await ac()}catch(t){let e=bo(be(t));q(a("user.notSignedOut",{why:e}),"error");return}$t(C("/")),q(a("user.signedOut"))}var Xs=b(()=>{"use strict";et();H();Ut();Ot();T();wt();st()});function sl(t,e){let o=document.createElement("a");o.href=t,o.download=e,o.click()}function ze(t,e,o){let n=URL.createObjectURL(new Blob([e],{type:o}));sl(n,t),setTimeout(()=>URL.revokeObjectURL(n),6e4)}async function il(t,e=""){await rc()&&sl(t,e)}var al,rn=b(()=>{"use strict";W();al=({button:t,ctrlKey:e,metaKey:o,shiftKey:n,altKey:r})=>t===0&&!e&&!o&&!n&&!r});async function Pm(t,e){try{await il(t,e)}catch(o){let n=bo(be(o));q(a("app.notDownloaded",{why:n}),"error")}}var le,sn=b(()=>{"use strict";rn();Ut();T();S();wt();st();le=({href:t,name:e,onClick:o,children:n,...r})=>l`
<a
href=${t}
download=${e??!0}
onClick=${s=>{o?.(),al(s)&&(s.preventDefault(),Pm(t,e))}}
...${r}
>
${n}
</a>
`});function Hm(t){let e={ArrowDown:1,ArrowUp:-1}[t.key];if(!e||t.target.matches("input:not([type=checkbox])"))return;let n=[...t.currentTarget.querySelectorAll("a[href], button, input")],r=n.indexOf(document.activeElement)+e;t.preventDefault(),n[(r+n.length)%n.length]?.focus()}function yo({label:t,name:e,class:o="",align:n="start",children:r}){let[s,i]=y(!1),c=I(null),u=I(null),d=()=>{i(!1),u.current?.focus()};return lr(c,s,f=>f.type==="keydown"?d():i(!1)),l`
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
${s&&l`<div class="panel panel-${n}" onKeyDown=${Hm}>${r(d)}</div>`}
</div>
`}var pr,cl,an=b(()=>{"use strict";T();sn();U();S();gt();pr=({items:t,...e})=>l`
<${yo} ...${e}>
${o=>l`
<ul class="menu">
${t.map(({text:n,href:r,onClick:s,download:i})=>l`
<li key=${n}>
${r?l`<${i?le:"a"} href=${r} onClick=${o}
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
`,cl=({name:t,value:e,onRemove:o})=>l`
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
`});var pl,wo,Qs,mr,ti,ei,$r,Fm,Um,ll,oi,Bm,ml,$l,bl,Ke,it,ul,A,Wm,Zs,yl,Nt,cn,Je,qm,zm,Qt,Km,dl,Jm,Vm,fl,hl,Gm,wl=b(()=>{"use strict";pl=Object.freeze,wo=0x7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffedn,Qs=0x1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3edn,mr=0x52036cee2b6ffe738cc740797779e89800700a4d4141d8ab75eb4dca135978a3n,ti=0x216936d3cd6e53fec0a4e231fdd6dc5c692cc7609525a7b2c9562d608f25d51an,ei=0x6666666666666666666666666666666666666666666666666666666666666658n,$r=wo-1n,Fm=pl({p:wo,n:Qs,h:8n,a:$r,d:mr,Gx:ti,Gy:ei}),Um=32,ll=t=>t instanceof Uint8Array||ArrayBuffer.isView(t)&&t.constructor.name==="Uint8Array"&&t.BYTES_PER_ELEMENT===1,oi=(t,e,o="")=>{if(ll(t)&&(e===void 0||t.length===e))return t;let n=ll(t),r=e!==void 0?` of length ${e}`:"",s=n?`length=${t.length}`:`type=${typeof t}`,i=(o?`"${o}" `:"")+"expected Uint8Array"+r+", got "+s;throw n?new RangeError(i):new TypeError(i)},Bm=(t,e="",o)=>Uint8Array.from(oi(t,o,e)),ml=(t,e)=>t.toString(16).padStart(e,"0"),$l=t=>{let e="";for(let o of oi(t))e+=ml(o,2);return e},bl=t=>{let e="hex invalid";if(typeof t!="string")throw new TypeError(e);if(t.length%2||!/^[\da-f]*$/i.test(t))throw new RangeError(e);let o=new Uint8Array(t.length/2);for(let n=0,r=0;n<o.length;n++,r+=2){let s=t.charCodeAt(r),i=t.charCodeAt(r+1);o[n]=((s&15)+(s>>6)*9)*16+(i&15)+(i>>6)*9}return o},Ke=(t,e,o,n="bad number: out of range")=>{if(typeof t!="bigint")throw new TypeError(n);if(e<=t&&t<o)return t;throw new RangeError(n)},it=(t,e=wo)=>(t%=e)>=0n?t:e+t,ul=(1n<<255n)-1n,A=t=>{if(t<0n)throw new RangeError("negative coordinate");let e=(t>>255n)*19n+(t&ul);return e=(e>>255n)*19n+(e&ul),e%wo},Wm=(t,e)=>{if(t===0n)throw new Error("invert: expected non-zero number");if(e<=1n)throw new Error("invert: expected modulus > 1, got "+e);let o=it(t,e),n=e,r=0n,s=1n;for(;o!==0n;){let c=n/o,u=n-o*c,d=r-s*c;n=o,o=u,r=s,s=d}if(n!==1n)throw new Error("invert: does not exist");return it(r,e)},Zs=t=>{if(t instanceof Nt)return t;throw new TypeError("Point expected")},yl=2n**256n,Nt=class t{static BASE;static ZERO;X;Y;Z;T;constructor(e,o,n,r){let s=yl;this.X=Ke(e,0n,s),this.Y=Ke(o,0n,s),this.Z=Ke(n,1n,s),this.T=Ke(r,0n,s),pl(this)}static CURVE(){return Fm}static fromAffine(e){return new t(e.x,e.y,1n,A(e.x*e.y))}static fromBytes(e,o=!1){let n=Bm(e,"point",Um),r=n[31];n[31]=r&-129;let s=zm(n);o||Ke(s,0n,wo);let i=A(s*s),c=it(i-1n),u=A(mr*i+1n),{isValid:d,value:f}=Jm(c,u);if(!d)throw new Error("bad point: y not sqrt");let h=!!(r&128);if(!o&&f===0n&&h)throw new Error("bad point: x==0, isLastByteOdd");return h!==!!(f&1n)&&(f=it(-f)),new t(f,s,1n,A(f*s))}static fromHex(e,o){return t.fromBytes(bl(e),o)}get x(){return this.toAffine().x}get y(){return this.toAffine().y}assertValidity(){let e=$r,o=mr,n=this;if(n.is0())throw new Error("bad point: ZERO");let{X:r,Y:s,Z:i,T:c}=n,u=A(r*r),d=A(s*s),f=A(i*i),h=A(f*f),m=A(u*e),p=A(f*(m+d)),$=it(h+A(o*A(u*d)));if(p!==$)throw new Error("bad point: equation left != right (1)");let w=A(r*s),g=A(i*c);if(w!==g)throw new Error("bad point: equation left != right (2)");return this}equals(e){let{X:o,Y:n,Z:r}=this,{X:s,Y:i,Z:c}=Zs(e);return A(o*c)===A(s*r)&&A(n*c)===A(i*r)}is0(){return this.equals(Je)}negate(){return new t(it(-this.X),this.Y,this.Z,it(-this.T))}double(){let{X:e,Y:o,Z:n}=this,r=$r,s=A(e*e),i=A(o*o),c=A(2n*n*n),u=A(r*s),d=it(e+o),f=it(A(d*d)-s-i),h=it(u+i),m=it(h-c),p=it(u-i),$=A(f*m),w=A(h*p),g=A(f*p),_=A(m*h);return new t($,w,_,g)}add(e){let{X:o,Y:n,Z:r,T:s}=this,{X:i,Y:c,Z:u,T:d}=Zs(e),f=$r,h=mr,m=A(o*i),p=A(n*c),$=A(A(s*h)*d),w=A(r*u),g=it(A(it(o+n)*it(i+c))-m-p),_=it(w-$),x=it(w+$),v=it(p-A(f*m)),L=A(g*_),G=A(x*v),Rt=A(g*v),It=A(_*x);return new t(L,G,It,Rt)}subtract(e){return this.add(Zs(e).negate())}multiply(e,o=!0){if(!o&&e===0n||(Ke(e,1n,Qs),!o&&this.is0()))return Je;if(e===1n)return this;if(this.equals(cn))return Gm(e).p;let n=Je,r=cn,s=this;for(let i=0;o?i<256:e>0n;i++)e&1n?n=n.add(s):o&&(r=r.add(s)),s=s.double(),e>>=1n;return n}multiplyUnsafe(e){return this.multiply(e,!1)}toAffine(){let{X:e,Y:o,Z:n}=this;if(this.equals(Je))return{x:0n,y:1n};let r=Wm(n,wo);if(A(n*r)!==1n)throw new Error("invalid inverse");return{x:A(e*r),y:A(o*r)}}toBytes(){let{x:e,y:o}=this.toAffine(),n=qm(o);return n[31]|=e&1n?128:0,n}toHex(){return $l(this.toBytes())}clearCofactor(){return this.multiply(8n,!1)}isSmallOrder(){return this.clearCofactor().is0()}isTorsionFree(){return this.multiply(Qs/2n,!1).double().add(this).is0()}},cn=new Nt(ti,ei,1n,it(ti*ei)),Je=new Nt(0n,1n,1n,0n);Nt.BASE=cn;Nt.ZERO=Je;qm=t=>bl(ml(Ke(t,0n,yl),64)).reverse(),zm=t=>BigInt("0x"+$l(Uint8Array.from(oi(t)).reverse())),Qt=(t,e)=>{let o=t;for(;e-- >0;)o=A(o*o);return o},Km=t=>{let e=A(t*t),o=A(e*t),n=A(Qt(o,2)*o),r=A(Qt(n,1)*t),s=A(Qt(r,5)*r),i=A(Qt(s,10)*s),c=A(Qt(i,20)*i),u=A(Qt(c,40)*c),d=A(Qt(u,80)*u),f=A(Qt(d,80)*u),h=A(Qt(f,10)*s);return A(Qt(h,2)*t)},dl=0x2b8324804fc1df0b2b4d00993dfbd7a72f431806ad2fe478c4ee1b274a0ea0b0n,Jm=(t,e)=>{let o=A(e*A(e*e)),n=A(A(o*o)*e),r=Km(A(t*n)),s=A(t*A(o*r)),i=A(e*A(s*s)),c=s,u=A(s*dl),d=i===t,f=i===it(-t),h=i===it(-t*dl);return d&&(s=c),(f||h)&&(s=u),(it(s)&1n)===1n&&(s=it(-s)),{isValid:d||f,value:s}},Vm=()=>{let t=[],e=cn,o;for(let n=0;n<33;n++){o=e,t.push(o);for(let r=1;r<128;r++)o=o.add(e),t.push(o);e=o.double()}return t},hl=(t,e)=>{let o=e.negate();return t?o:e},Gm=t=>{let e=fl||(fl=Vm()),o=Je,n=cn;for(let r=0;r<33;r++){let s=Number(t&255n);t>>=8n,s>128&&(s-=256,t+=1n);let i=r*128,c=i+Math.abs(s)-1,u=r%2!==0,d=s<0;s===0?n=n.add(hl(u,e[i])):o=o.add(hl(d,e[c]))}if(t!==0n)throw new Error("invalid wnaf");return{p:o,f:n}}});function Ym(t,e=!1){return e?{h:Number(t&br),l:Number(t>>gl&br)}:{h:Number(t>>gl&br)|0,l:Number(t&br)|0}}function _l(t,e=!1){let o=t.length,n=new Uint32Array(o),r=new Uint32Array(o);for(let s=0;s<o;s++){let{h:i,l:c}=Ym(t[s],e);[n[s],r[s]]=[i,c]}return[n,r]}function xl(t,e,o,n){let r=Xm(o),s=Zm(o);t.setUint32(e,n?s:r,n),t.setUint32(e+4,n?r:s,n)}function te(t,e,o,n){let r=(e>>>0)+(n>>>0);return{h:t+o+(r/2**32|0)|0,l:r|0}}var br,gl,Xm,Zm,ni,ri,Ve,Ge,ln,un,vl,kl,Sl,Al,Tl,El,si=b(()=>{"use strict";br=BigInt(4294967295),gl=BigInt(32);Xm=t=>t/2**32|0,Zm=t=>t>>>0;ni=(t,e,o)=>t>>>o,ri=(t,e,o)=>t<<32-o|e>>>o,Ve=(t,e,o)=>t>>>o|e<<32-o,Ge=(t,e,o)=>t<<32-o|e>>>o,ln=(t,e,o)=>t<<64-o|e>>>o-32,un=(t,e,o)=>t>>>o-32|e<<64-o;vl=(t,e,o)=>(t>>>0)+(e>>>0)+(o>>>0),kl=(t,e,o,n)=>e+o+n+(t/2**32|0)|0,Sl=(t,e,o,n)=>(t>>>0)+(e>>>0)+(o>>>0)+(n>>>0),Al=(t,e,o,n,r)=>e+o+n+r+(t/2**32|0)|0,Tl=(t,e,o,n,r)=>(t>>>0)+(e>>>0)+(o>>>0)+(n>>>0)+(r>>>0),El=(t,e,o,n,r,s)=>e+o+n+r+s+(t/2**32|0)|0});function jl(t){return t instanceof Uint8Array||ArrayBuffer.isView(t)&&t.constructor.name==="Uint8Array"&&"BYTES_PER_ELEMENT"in t&&t.BYTES_PER_ELEMENT===1}function t$(t,e=""){if(typeof t!="number")throw new TypeError(ii(e)+"expected number, got "+typeof t);if(!Number.isSafeInteger(t)||t<0)throw new RangeError(ii(e)+"expected integer >= 0, got "+t);return t}function ai(t,e,o=""){if(jl(t)&&(e===void 0||t.length===e))return t;e!==void 0&&t$(e,"length");let n=jl(t),r=e!==void 0?` of length ${e}`:"",s=n?`length=${t.length}`:`type=${typeof t}`,i=ii(o)+"expected Uint8Array"+r+", got "+s;throw n?new RangeError(i):new TypeError(i)}function ci(t,e=!0){if(t.destroyed)throw new Error("hash was destroyed");if(e&&t.finished)throw new Error("digest() was already called")}function Cl(t,e){ai(t,void 0,"output");let o=e.outputLen;if(!(t.length>=o))throw new RangeError('"output" expected length >= '+o)}function dn(...t){for(let e=0;e<t.length;e++)t[e].fill(0)}function yr(t){return new DataView(t.buffer,t.byteOffset,t.byteLength)}function qt(t,e){return t<<32-e|t>>>e}function o$(t,e,o="opts"){return Ol(t,"defaults"),e!==void 0&&Ol(e,o),Object.assign(Object.create(null),t,e)}function li(t,e={}){if(typeof t!="function")throw new TypeError('"hashCons" expected function, got type='+typeof t);e=o$({},e,"info");let o=(r,s)=>t(s).update(r).digest(),n=t(void 0);return o.outputLen=n.outputLen,o.blockLen=n.blockLen,o.canXOF=n.canXOF,o.create=r=>t(r),Object.assign(o,e),Object.freeze(o)}var ii,e$,Ol,ui,di=b(()=>{"use strict";ii=t=>t?`"${t}" `:"";e$=(t,e)=>{if(t===null||typeof t!="object"||Array.isArray(t))throw new TypeError((e==="object"?"":`"${e}" `)+"expected object, got type="+typeof t)},Ol=(t,e)=>{e$(t,e);let o=Object.getPrototypeOf(t);if(o!==Object.prototype&&o!==null)throw new TypeError(`"${e}" expected plain object`);if(Object.hasOwn(t,"__proto__"))throw new TypeError(`"${e}.__proto__" is not allowed`)};ui=t=>({oid:Uint8Array.from([6,9,96,134,72,1,101,3,4,2,t])})});function Ll(t,e,o){return t&e^~t&o}function Nl(t,e,o){return t&e^t&o^e&o}var fn,Dl,Rl,Il=b(()=>{"use strict";si();di();fn=class{blockLen;outputLen;canXOF=!1;padOffset;isLE;buffer;view;finished=!1;length=0;pos=0;destroyed=!1;constructor(e,o,n,r){this.blockLen=e,this.outputLen=o,this.padOffset=n,this.isLE=r,this.buffer=new Uint8Array(e),this.view=yr(this.buffer)}update(e){ci(this),ai(e);let{view:o,buffer:n,blockLen:r}=this,s=e.length,i=!1;for(let c=0;c<s;){let u=Math.min(r-this.pos,s-c);if(u===r){let d=yr(e);for(;r<=s-c;c+=r)this.process(d,c);i=!0;continue}n.set(c===0&&u===s?e:e.subarray(c,c+u),this.pos),this.pos+=u,c+=u,this.pos===r&&(this.process(o,0),this.pos=0,i=!0)}return this.length+=e.length,i&&this.roundClean(),this}digestInto(e){ci(this),Cl(e,this),this.finished=!0;let{buffer:o,view:n,blockLen:r,isLE:s}=this,{pos:i}=this;o[i++]=128,o.fill(0,i),this.padOffset>r-i&&(this.process(n,0),o.fill(0)),xl(n,r-8,this.length*8,s),this.process(n,0),this.roundClean();let c=e===o?n:yr(e),u=this.outputLen,d=u/4,f=this.get();if(u%4||d>f.length)throw new Error("invalid outputLen");for(let h=0;h<d;h++)c.setUint32(4*h,f[h],s)}digest(){let{buffer:e,outputLen:o}=this;this.digestInto(e);let n=e.slice(0,o);return this.destroy(),n}_cloneIntoMeta(e){let{buffer:o,length:n,finished:r,destroyed:s,pos:i}=this;return e.destroyed=s,e.finished=r,e.length=n,e.pos=i,i&&e.buffer.set(o),e}clone(){return this._cloneInto()}},Dl=Uint32Array.from([1779033703,3144134277,1013904242,2773480762,1359893119,2600822924,528734635,1541459225]),Rl=Uint32Array.from([1779033703,4089235720,3144134277,2227873595,1013904242,4271175723,2773480762,1595750129,1359893119,2917565137,2600822924,725511199,528734635,4215389547,1541459225,327033209])});var n$,Ae,fi,hi,Ml,r$,s$,Te,Ee,pi,mi,ee,Pl,$i=b(()=>{"use strict";Il();si();di();n$=Uint32Array.from([1116352408,1899447441,3049323471,3921009573,961987163,1508970993,2453635748,2870763221,3624381080,310598401,607225278,1426881987,1925078388,2162078206,2614888103,3248222580,3835390401,4022224774,264347078,604807628,770255983,1249150122,1555081692,1996064986,2554220882,2821834349,2952996808,3210313671,3336571891,3584528711,113926993,338241895,666307205,773529912,1294757372,1396182291,1695183700,1986661051,2177026350,2456956037,2730485921,2820302411,3259730800,3345764771,3516065817,3600352804,4094571909,275423344,430227734,506948616,659060556,883997877,958139571,1322822218,1537002063,1747873779,1955562222,2024104815,2227730452,2361852424,2428436474,2756734187,3204031479,3329325298]),Ae=new Uint32Array(64),fi=class extends fn{A=0;B=0;C=0;D=0;E=0;F=0;G=0;H=0;constructor(e,o){super(64,e,8,!1),this.A=o[0]|0,this.B=o[1]|0,this.C=o[2]|0,this.D=o[3]|0,this.E=o[4]|0,this.F=o[5]|0,this.G=o[6]|0,this.H=o[7]|0}get(){let{A:e,B:o,C:n,D:r,E:s,F:i,G:c,H:u}=this;return[e,o,n,r,s,i,c,u]}set(e,o,n,r,s,i,c,u){this.A=e|0,this.B=o|0,this.C=n|0,this.D=r|0,this.E=s|0,this.F=i|0,this.G=c|0,this.H=u|0}_cloneInto(e){return(e||=new this.constructor).set(...this.get()),this._cloneIntoMeta(e)}process(e,o){for(let h=0;h<16;h++,o+=4)Ae[h]=e.getUint32(o,!1);for(let h=16;h<64;h++){let m=Ae[h-15],p=Ae[h-2],$=qt(m,7)^qt(m,18)^m>>>3,w=qt(p,17)^qt(p,19)^p>>>10;Ae[h]=w+Ae[h-7]+$+Ae[h-16]|0}let{A:n,B:r,C:s,D:i,E:c,F:u,G:d,H:f}=this;for(let h=0;h<64;h++){let m=qt(c,6)^qt(c,11)^qt(c,25),p=f+m+Ll(c,u,d)+n$[h]+Ae[h]|0,w=(qt(n,2)^qt(n,13)^qt(n,22))+Nl(n,r,s)|0;f=d,d=u,u=c,c=i+p|0,i=s,s=r,r=n,n=p+w|0}n=n+this.A|0,r=r+this.B|0,s=s+this.C|0,i=i+this.D|0,c=c+this.E|0,u=u+this.F|0,d=d+this.G|0,f=f+this.H|0,this.set(n,r,s,i,c,u,d,f)}roundClean(){dn(Ae)}destroy(){this.destroyed=!0,this.set(0,0,0,0,0,0,0,0),dn(this.buffer)}},hi=class extends fi{constructor(){super(32,Dl)}},Ml=_l(["0x428a2f98d728ae22","0x7137449123ef65cd","0xb5c0fbcfec4d3b2f","0xe9b5dba58189dbbc","0x3956c25bf348b538","0x59f111f1b605d019","0x923f82a4af194f9b","0xab1c5ed5da6d8118","0xd807aa98a3030242","0x12835b0145706fbe","0x243185be4ee4b28c","0x550c7dc3d5ffb4e2","0x72be5d74f27b896f","0x80deb1fe3b1696b1","0x9bdc06a725c71235","0xc19bf174cf692694","0xe49b69c19ef14ad2","0xefbe4786384f25e3","0x0fc19dc68b8cd5b5","0x240ca1cc77ac9c65","0x2de92c6f592b0275","0x4a7484aa6ea6e483","0x5cb0a9dcbd41fbd4","0x76f988da831153b5","0x983e5152ee66dfab","0xa831c66d2db43210","0xb00327c898fb213f","0xbf597fc7beef0ee4","0xc6e00bf33da88fc2","0xd5a79147930aa725","0x06ca6351e003826f","0x142929670a0e6e70","0x27b70a8546d22ffc","0x2e1b21385c26c926","0x4d2c6dfc5ac42aed","0x53380d139d95b3df","0x650a73548baf63de","0x766a0abb3c77b2a8","0x81c2c92e47edaee6","0x92722c851482353b","0xa2bfe8a14cf10364","0xa81a664bbc423001","0xc24b8b70d0f89791","0xc76c51a30654be30","0xd192e819d6ef5218","0xd69906245565a910","0xf40e35855771202a","0x106aa07032bbd1b8","0x19a4c116b8d2d0c8","0x1e376c085141ab53","0x2748774cdf8eeb99","0x34b0bcb5e19b48a8","0x391c0cb3c5c95a63","0x4ed8aa4ae3418acb","0x5b9cca4f7763e373","0x682e6ff3d6b2b8a3","0x748f82ee5defb2fc","0x78a5636f43172f60","0x84c87814a1f0ab72","0x8cc702081a6439ec","0x90befffa23631e28","0xa4506cebde82bde9","0xbef9a3f7b2c67915","0xc67178f2e372532b","0xca273eceea26619c","0xd186b8c721c0c207","0xeada7dd6cde0eb1e","0xf57d4f7fee6ed178","0x06f067aa72176fba","0x0a637dc5a2c898a6","0x113f9804bef90dae","0x1b710b35131c471b","0x28db77f523047d84","0x32caab7b40c72493","0x3c9ebe0a15c9bebc","0x431d67c49c100d4c","0x4cc5d4becb3e42b6","0x597f299cfc657e2a","0x5fcb6fab3ad6faec","0x6c44198c4a475817"].map(t=>BigInt(t))),r$=Ml[0],s$=Ml[1],Te=new Uint32Array(80),Ee=new Uint32Array(80),pi=class extends fn{Ah=0;Al=0;Bh=0;Bl=0;Ch=0;Cl=0;Dh=0;Dl=0;Eh=0;El=0;Fh=0;Fl=0;Gh=0;Gl=0;Hh=0;Hl=0;constructor(e,o){super(128,e,16,!1),this.Ah=o[0]|0,this.Al=o[1]|0,this.Bh=o[2]|0,this.Bl=o[3]|0,this.Ch=o[4]|0,this.Cl=o[5]|0,this.Dh=o[6]|0,this.Dl=o[7]|0,this.Eh=o[8]|0,this.El=o[9]|0,this.Fh=o[10]|0,this.Fl=o[11]|0,this.Gh=o[12]|0,this.Gl=o[13]|0,this.Hh=o[14]|0,this.Hl=o[15]|0}get(){let{Ah:e,Al:o,Bh:n,Bl:r,Ch:s,Cl:i,Dh:c,Dl:u,Eh:d,El:f,Fh:h,Fl:m,Gh:p,Gl:$,Hh:w,Hl:g}=this;return[e,o,n,r,s,i,c,u,d,f,h,m,p,$,w,g]}set(e,o,n,r,s,i,c,u,d,f,h,m,p,$,w,g){this.Ah=e|0,this.Al=o|0,this.Bh=n|0,this.Bl=r|0,this.Ch=s|0,this.Cl=i|0,this.Dh=c|0,this.Dl=u|0,this.Eh=d|0,this.El=f|0,this.Fh=h|0,this.Fl=m|0,this.Gh=p|0,this.Gl=$|0,this.Hh=w|0,this.Hl=g|0}_cloneInto(e){return(e||=new this.constructor).set(...this.get()),this._cloneIntoMeta(e)}process(e,o){for(let v=0;v<16;v++,o+=4)Te[v]=e.getUint32(o),Ee[v]=e.getUint32(o+=4);for(let v=16;v<80;v++){let L=Te[v-15]|0,G=Ee[v-15]|0,Rt=Ve(L,G,1)^Ve(L,G,8)^ni(L,G,7),It=Ge(L,G,1)^Ge(L,G,8)^ri(L,G,7),pt=Te[v-2]|0,jt=Ee[v-2]|0,kt=Ve(pt,jt,19)^ln(pt,jt,61)^ni(pt,jt,6),lt=Ge(pt,jt,19)^un(pt,jt,61)^ri(pt,jt,6),ft=Sl(It,lt,Ee[v-7],Ee[v-16]),_t=Al(ft,Rt,kt,Te[v-7],Te[v-16]);Te[v]=_t|0,Ee[v]=ft|0}let{Ah:n,Al:r,Bh:s,Bl:i,Ch:c,Cl:u,Dh:d,Dl:f,Eh:h,El:m,Fh:p,Fl:$,Gh:w,Gl:g,Hh:_,Hl:x}=this;for(let v=0;v<80;v++){let L=Ve(h,m,14)^Ve(h,m,18)^ln(h,m,41),G=Ge(h,m,14)^Ge(h,m,18)^un(h,m,41),Rt=h&p^~h&w,It=m&$^~m&g,pt=Tl(x,G,It,s$[v],Ee[v]),jt=El(pt,_,L,Rt,r$[v],Te[v]),kt=pt|0,lt=Ve(n,r,28)^ln(n,r,34)^ln(n,r,39),ft=Ge(n,r,28)^un(n,r,34)^un(n,r,39),_t=n&s^n&c^s&c,em=r&i^r&u^i&u;_=w|0,x=g|0,w=p|0,g=$|0,p=h|0,$=m|0,{h,l:m}=te(d|0,f|0,jt|0,kt|0),d=c|0,f=u|0,c=s|0,u=i|0,s=n|0,i=r|0;let qa=vl(kt,ft,em);n=kl(qa,jt,lt,_t),r=qa|0}({h:n,l:r}=te(this.Ah|0,this.Al|0,n|0,r|0)),{h:s,l:i}=te(this.Bh|0,this.Bl|0,s|0,i|0),{h:c,l:u}=te(this.Ch|0,this.Cl|0,c|0,u|0),{h:d,l:f}=te(this.Dh|0,this.Dl|0,d|0,f|0),{h,l:m}=te(this.Eh|0,this.El|0,h|0,m|0),{h:p,l:$}=te(this.Fh|0,this.Fl|0,p|0,$|0),{h:w,l:g}=te(this.Gh|0,this.Gl|0,w|0,g|0),{h:_,l:x}=te(this.Hh|0,this.Hl|0,_|0,x|0),this.set(n,r,s,i,c,u,d,f,h,m,p,$,w,g,_,x)}roundClean(){dn(Te,Ee)}destroy(){this.destroyed=!0,dn(this.buffer),this.set(0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0)}},mi=class extends pi{constructor(){super(64,Rl)}},ee=li(()=>new hi,ui(1)),Pl=li(()=>new mi,ui(3))});function wi(t){try{let e=Nt.fromBytes(t);return e.isSmallOrder()?null:e}catch{return null}}async function Hl(t,e,o){let n=t.subarray(0,32),r=yi(Pl(Jn(n,o,e)))%Ul,s=yi(t.subarray(32));return Nt.BASE.multiply(s,!1).subtract(Nt.fromBytes(o).multiply(r,!1)).equals(Nt.fromBytes(n))}async function bi(t,e,o){let[n,r,s]=[t,e,o].map(c=>Uint8Array.from(c)),i=await crypto.subtle.importKey("raw",s,"Ed25519",!1,["verify"]);return crypto.subtle.verify("Ed25519",i,n,r)}async function a$(){let t=Fl("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"),e=Fl("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");try{let o=await bi(e,new Uint8Array,t),n=!await bi(e,Uint8Array.of(0),t);return o&&n?bi:Hl}catch{return Hl}}async function Bl(t,e,o,n){return t.length!==64||o.length!==32||yi(t.subarray(32))>=Ul||!wi(t.subarray(0,32))||!wi(o)?!1:(n??=await(i$??=a$()),n(t,e,o))}var Ul,yi,i$,Fl,Wl,ql=b(()=>{"use strict";wl();$i();Lt();({n:Ul}=Nt.CURVE()),yi=t=>BigInt(`0x${xt(Uint8Array.from(t).reverse())}`);Fl=t=>Uint8Array.from(t.match(/../g)??[],e=>parseInt(e,16));Wl=t=>wi(t)!==null});var hn,go=b(()=>{"use strict";$i();Lt();hn=t=>xt(ee(ht(t)))});function _o(t){let e=c=>z("verifier key",c),[,o,n,r]=/^([^+]*)\+([^+]*)\+(.*)$/s.exec(String(t))??[],s=r===void 0?null:qo(r);if(s?.length!==33||s[0]!==u$[0])throw e("must be <name>+<id>+<base64>, with the type and the 32 bytes of an Ed25519 key");if(!wr(o))throw e("its name cannot be one");let i=s.slice(1);if(!Wl(i))throw e("not an Ed25519 key");if(xt(ee(Jn(ht(`${o}
`),s)).slice(0,4))!==n)throw e("its ID does not fit its name and key");return{name:o,id:n,key:i}}function gi(t,e="note"){if(ht(t).length>c$)throw z(e,"longer than 65536 bytes");if(/(?!\n)\p{Cc}/u.test(t))throw z(e,"has control characters");let o=t.lastIndexOf(`

`);if(o<0)throw z(e,"has no empty line before its signatures");let n=t.slice(o+2).split(`
`);if(n.pop()!==""||!n.length)throw z(e,"does not end in a signature line");if(n.length>l$)throw z(e,"has more than 100 signatures");let r=n.map(s=>{let i=d$(s);if(!i)throw z(e,"has a malformed signature line");return i});return{text:t.slice(0,o+1),signatures:r}}function d$(t){let[,e,o]=/^\u2014 ([^ ]*) (.*)$/.exec(t)??[],n=o===void 0?null:qo(o);return!n||n.length<=4||!wr(e)?null:{name:e,id:xt(n.slice(0,4)),bytes:n.slice(4)}}async function _i({text:t,signatures:e},{name:o,id:n,key:r}){let s=e.filter(i=>i.name===o&&i.id===n);if(!s.length)throw new bt("unsigned",`there is no signature of ${o}`);for(let{bytes:i}of s)if(!await Bl(i,ht(t),r))throw new bt("signature",`the signature of ${o} is not genuine`)}var c$,l$,u$,wr,gr=b(()=>{"use strict";Lt();ql();Mt();go();c$=65536,l$=100,u$=Uint8Array.of(1),wr=t=>t!==""&&!/[+\p{White_Space}\p{Cc}]/u.test(t)&&ht(t).length<=255});function pn(t){let e=gi(t,"checkpoint"),o=d=>z("checkpoint",d),[n,r,s,...i]=e.text.slice(0,-1).split(`
`);if(s===void 0)throw o("has fewer than three lines");if(!wr(n))throw o("has no origin");let c=gs(r);if(c===null)throw o("its size is not a decimal number");let u=ws(s);if(!u)throw o("its root is not a base64 hash");if(i.includes(""))throw o("has an empty line");return{note:e,checkpoint:Object.freeze({origin:n,size:c,root:xt(u)})}}async function Ft(t,e){if(typeof t!="string"){if(zl.get(t)===e)return t;throw new bt("unsigned","the checkpoint was not verified with this key")}let o=_o(e),{note:n,checkpoint:r}=pn(t),{origin:s}=r;try{await _i(n,o)}catch(i){let c=i instanceof bt&&i.code==="signature";throw s!==o.name&&!c?Kl(s,o.name):i}if(s!==o.name)throw Kl(s,o.name);return zl.set(r,e),r}var zl,Kl,_r=b(()=>{"use strict";Lt();Mt();gr();zl=new WeakMap;Kl=(t,e)=>new bt("origin",`it is of the ledger ${t}, not of ${e}`)});function oe(t){if(typeof t=="string"){if(/\p{Surrogate}/u.test(t))throw z("JSON","has half of a surrogate pair");return JSON.stringify(t)}if(typeof t=="boolean"||t===null)return String(t);if(typeof t=="number"&&Number.isSafeInteger(t))return JSON.stringify(t);if(Array.isArray(t))return`[${t.map(oe).join(",")}]`;if(typeof t!="object")throw z("JSON",`${String(t)} cannot be in it`);let e=Object.entries(t).filter(([,o])=>o!==void 0);return e.sort(([o],[n])=>o<n?-1:1),`{${e.map(([o,n])=>`${oe(o)}:${oe(n)}`).join(",")}}`}var xr,mn=b(()=>{"use strict";Mt();xr=t=>typeof t=="object"&&t!==null&&!Array.isArray(t)});function $n(t){let e=new Uint8Array(1+t.length);return e.set(t,1),ee(e)}function xo(t,e){return vr.set(t,1),vr.set(e,33),ee(vr)}function ki(t){let e=[],o=s=>{let i=e.pop();return i?xo(i,s):s},n=0;for(let s of t){let i=$n(s);for(let c=n;c%2===1;c=ue(c))i=o(i);e.push(i),n+=1}let r=e.pop()??vi;for(;e.length;)r=o(r);return r}function kr({index:t,size:e,path:o,leaf:n,root:r}){if(!Ye(t)||!Ye(e)||t>=e)throw je();let[s,i,c]=[t,e-1,n];for(let u of o){if(i===0)throw je();s%2===1||s===i?(c=xo(u,c),[s,i]=Vl(s,i)):c=xo(c,u),[s,i]=[ue(s),ue(i)]}if(i!==0)throw je();if(!Pe(c,r))throw xi()}function Jl({from:t,to:e,path:o,old:n,root:r}){if(!Ye(t)||!Ye(e)||t>e)throw je();if(t===0||t===e){if(o.length)throw je();if(!Pe(n,t===0?vi:r))throw xi();return}let[s,i]=[t-1,e-1];for(;s%2===1;)[s,i]=[ue(s),ue(i)];let[c,...u]=s===0?[n,...o]:o;if(!c)throw je();let[d,f]=[c,c];for(let h of u){if(i===0)throw je();s%2===1||s===i?(d=xo(h,d),f=xo(h,f),[s,i]=Vl(s,i)):f=xo(f,h),[s,i]=[ue(s),ue(i)]}if(i!==0)throw je();if(!Pe(d,n)||!Pe(f,r))throw xi()}function Vl(t,e){for(;t%2===0&&t!==0;)[t,e]=[ue(t),ue(e)];return[t,e]}var vi,vr,ue,Ye,je,xi,vo=b(()=>{"use strict";Lt();Mt();go();vi=ee(new Uint8Array),vr=new Uint8Array(65);vr[0]=1;ue=t=>Math.floor(t/2),Ye=t=>Number.isSafeInteger(t)&&Number(t)>=0,je=()=>new bt("shape","the proof does not have the shape that its numbers call for"),xi=()=>new bt("root","the proof leads to another root: this is not what was recorded")});function Si(t){if(!xr(t))throw z("entry","is not an object");let e=p$.get(t.kind);if(!e)throw z("entry",`is of an unknown kind: ${t.kind}`);let o={kind:t.kind,v:1};for(let[r,s]of Object.entries(e)){let i=ko(t,r);if(i===void 0){if(s===At)throw z("entry",`has no ${r}`)}else s===Sr&&ht(i).length>f$?o[`${r}_sha256`]=hn(i):o[r]=i}if(t.kind==="note_added"&&ko(t,"text")===void 0)throw z("entry","has no text");for(let r of Object.keys(t))if(!(r==="kind"||Object.hasOwn(e,r)||m$(t,r)))throw z("entry",`its ${r} is not what its leaf says`);let n=oe(o);if(ht(n).length>h$)throw z("entry","has too long a leaf");return n}function m$(t,e){let o=ko(t,e);if(o===void 0)return!0;let n=t.kind==="job_created";switch(e){case"index":return Ye(o);case"path":return!0;case"customer_count":return xr(t.customers)&&t.customers.count===o;case"status":return n&&o==="IN_PROGRESS";case"recorded_at":return n&&o===t.created_at;default:return!1}}var f$,h$,At,zt,Sr,Gl,Yl,Xl,p$,ko,Ai=b(()=>{"use strict";Lt();Mt();mn();vo();go();f$=256,h$=65535,At="must",zt="may",Sr="text",Gl={action_code:At,action_name:At,batch_id:zt,cluster_url:zt,created_at:At,customers:At,job_id:At,request_payload_sha256:zt,source:At,submitted_by:zt,user_id:At},Yl={cause:At,error_message:Sr,http_status:zt,response_summary:Sr,status:At},Xl={actor:At,job_id:At,previous:At,recorded_at:At,request_key:zt},p$=new Map([["job_created",{...Gl,request_key:zt,retry_of:zt}],["job_imported",{...Gl,...Yl,original_sha256:zt,recorded_at:At,updated_at:zt}],["status_changed",{...Xl,...Yl,outcomes:zt}],["note_added",{...Xl,text:Sr}]]);ko=(t,e)=>Object.hasOwn(t,e)&&t[e]!==null?t[e]:void 0});async function Ar({entry:t,path:e,checkpoint:o,key:n}){let r=Si(t),s=await Ft(o,n);return kr({index:ko(t,"index"),size:s.size,path:Kn(e??ko(t,"path"),"entry"),leaf:$n(ht(r)),root:Me(s.root,"checkpoint")}),{leaf:r,checkpoint:s}}async function Ti({entries:t,checkpoint:e,key:o}){let n=await Ft(e,o);for(let s of t)await Ar({entry:s,checkpoint:n,key:o});if(!t.length)throw z("history","has no entries");let r=b$(t[0]);for(let s=1;s<t.length;s+=1)r=y$(t[s-1],t[s],r);return n}function b$(t){if(t.kind==="job_created")return"IN_PROGRESS";if(t.kind==="job_imported")return t.status;throw new bt("rules","the first entry does not create the job: others are left out")}function y$(t,e,o){let n=r=>new bt("rules",`entry ${e.index} ${r}`);if(e.job_id!==t.job_id)throw n("is of another job");if(e.previous!==t.index)throw n("does not follow the one before it");if(Number(e.index)<=Number(t.index))throw n("has too low an index");if(e.kind==="note_added")return o;if(!$$.get(o)?.includes(e.status))throw n(`cannot follow ${o}`);return e.status}async function Ei({from:t,to:e,path:o,key:n}){let[r,s]=[await Ft(t,n),await Ft(e,n)];return Jl({from:r.size,to:s.size,path:Kn(o,"consistency proof"),old:Me(r.root,"checkpoint"),root:Me(s.root,"checkpoint")}),{from:r,to:s}}var $$,Zl=b(()=>{"use strict";Lt();_r();Mt();Ai();vo();$$=new Map([["IN_PROGRESS",["SUCCESS","FAILED","UNCONFIRMED"]],["UNCONFIRMED",["SUCCESS","FAILED"]]])});function ji(t){let e=t.map(ht);return Ql(e,"customers"),{count:e.length,root:xt(ki(e))}}function Oi(t){Ql(t.map(({cid:o})=>ht(o)),"outcomes");let e=t.map(({cid:o,message:n,status:r})=>ht(oe({cid:o,message:n??void 0,status:r})));return{count:e.length,root:xt(ki(e))}}function Ql(t,e){for(let o=1;o<t.length;o+=1)if(Vn(t[o-1],t[o])>=0)throw z(e,"must ascend by the bytes of the cids, none twice")}var tu=b(()=>{"use strict";Lt();Mt();mn();vo()});var Ci=b(()=>{"use strict";Lt();_r();Mt();vo()});var eu=b(()=>{"use strict";Lt();Mt();mn();vo();gr();Ci()});var bn=b(()=>{"use strict";_r();Zl();Mt();tu();mn();Ai();eu();gr();Ci();go()});var Dt,Tr=b(()=>{"use strict";Dt=class extends Error{constructor(e,o,n={}){super(o),this.name="NotProved",this.code=e,this.values=n}}});function ne(t){try{return pn(t).checkpoint.size}catch{return 0}}async function nu(t,e,o,{pin:n=null,isReader:r=!1}={}){let s=t!==null&&!await v$(t),i=s?null:t,c={from:ne(i?.checkpoint),to:ne(e.checkpoint),seen:e},u=($,w="",g=null)=>({...c,kept:t,kind:$,path:g,..._$(w)}),d=Object.values(e.keys);if(![e.checkpoint,...d].every($=>typeof $=="string")){let $=new Dt("texts","the checkpoint and the key must be texts");return u("malformed",$)}let f=n??i?.key??d[0];if([...d,i?.key??f].some($=>$!==f))return u("key");try{await Ft(e.checkpoint,f)}catch($){return u("signature",$)}if(s)return u("damaged");if(!i)return u("first");let{from:h,to:m}=c;if(m<h)return u("shrunk");let p=[];if(h!==0&&h!==m){try{p=(await o(h,m))?.path}catch(w){if(!(w instanceof K))return u("malformed",w);let{status:g}=w;if(w.isNetwork||!r&&(g===401||g===403))throw w;let _=new Dt("refused",`${g} ${w.message}`,{status:g});return{...u("withheld",_),status:g}}if(!(Array.isArray(p)&&p.every(w=>typeof w=="string")))return u("malformed",x$(),p)}try{await Ei({from:i.checkpoint,to:e.checkpoint,path:p,key:f})}catch($){return u("forked",$,p)}return u("extends","",p)}async function v$(t){try{return t!==null&&!!await Ft(t.checkpoint,t.key)}catch{return!1}}function ru(t,e,o,n){let{seen:r,to:s}=t;if(Er(t))return null;let i=Object.values(r.keys)[0];return o&&o.checkpoint!==e?.checkpoint&&(o.key!==i||ne(o.checkpoint)>=s)?null:{key:i,checkpoint:r.checkpoint,at:n}}var ou,Er,_$,x$,su,yn=b(()=>{"use strict";bn();Tr();Ut();ou=["first","extends","key","signature","shrunk","forked","withheld","malformed","damaged","unreadable"],Er=t=>t.kind!=="first"&&t.kind!=="extends";_$=t=>({why:String(t?.message??t),...t?.code&&{code:t.code},...t?.values&&{values:t.values}});x$=()=>new Dt("path","the consistency path is not a list of hashes");su=({kind:t,kept:e,seen:o,path:n,why:r,from:s,to:i,stored:c},u,d)=>({finding:t,why:r,server:u,found_at:d,kept_by_this_browser:e&&{...e,size:s},shown_by_the_server:{...o,size:i},consistency_path:n,...c&&{unreadable_in_this_browser:c}})});function iu({alarm:t,warning:e,isUnchecked:o,finding:n},r,s){if(t)return{name:"alarm"};if(e||o)return{name:s?"unchecked":"signedOut"};if(!n)return null;let[i,c]=[ne(r?.checkpoint),n.to];return r?i===c?{name:"same",values:{n:c}}:{name:"grown",values:{from:i,to:c}}:{name:"first",values:{n:c}}}var au=b(()=>{"use strict";yn()});function cu(t){let e=t?.finding;return ou.includes(e?.kind)&&e.seen?.keys&&Date.parse(t.at)?t:null}function Di({kept:t,seen:e}){let o=Object.values(e.keys);return o.find(n=>n!==t?.key)??o[0]??""}var k$,S$,A$,T$,E$,j$,Li,jr,Ni,lu=b(()=>{"use strict";yn();Ut();Yt();k$=3,S$=2*6e4,A$=[5e3,2e4],T$=6e4,E$=100,j$=10;Li={alarm:t=>cu(t)!==null,pin:t=>typeof t=="string",withheld:t=>Array.isArray(t)&&t.every(e=>e?.seen?.keys)},jr=class{state;#e;#t;#n=!1;#s=Promise.resolve();constructor(e){this.#e=e;let{kept:o}=e;this.state=mt({finding:null,alarm:this.#c(),warning:null,isUnchecked:!1,connected:new Set}),this.#t=Li.withheld(o("withheld"))?o("withheld"):[],this.#t.length&&this.#a(this.#t)}pin(){let e=this.#e.kept("pin");return Li.pin(e)?e:null}unchecked(){this.#r({isUnchecked:!0})}watch(e,o,{again:n,isReader:r=!1}={}){return this.#d(async()=>{let s=e?null:this.#e.kept("ledger"),i=s&&!Object.values(o.keys??{}).includes(s.key),c=await this.#f(i?s:e,o,r);if(c?.kind==="shrunk"&&n)return n();c?c.kind==="withheld"?this.#u(c,c.status===401||c.status===403):Er(c)?this.#l(c):this.#i(c,e,o.checkpoint):this.unchecked()})}accept(){let{keep:e}=this.#e,o=this.state.get().alarm?.finding;if(!o)return;for(let r of["alarm",...Object.keys(o.stored??{})])e(r,null);if(this.#r({alarm:null,finding:null,connected:new Set}),this.#a([]),!Ni(o))return;let n=Di(o);this.pin()!==null&&this.pin()!==n&&e("pin",null),e("ledger",{key:n,checkpoint:o.seen.checkpoint,at:this.#o()})}#o(){return new Date(this.#e.now()).toISOString()}#r(e){this.state.update(o=>({...o,...e}))}#d(e){let o=this.#s.catch(()=>{}).then(e);return this.#s=o,o}#c(){let{kept:e,keptText:o,keep:n}=this.#e,r=cu(e("alarm")),s=Object.entries(Li).filter(([h,m])=>o(h)!==null&&!m(e(h))).map(([h])=>[h,o(h)]);if(!s.length)return r;let c={kind:"unreadable",kept:null,seen:{checkpoint:"",keys:{}},from:0,to:0,path:null,why:""},u=r?.finding??c,d={...u.stored,...Object.fromEntries(s)},f={at:this.#o(),...r,finding:{...u,stored:d}};return n("alarm",f),f}#l(e){let o=this.state.get().alarm?.finding;if(o&&o.kind!=="withheld"&&o.kind!=="unreadable"||o?.kind===e.kind)return;let n=o?.stored,r={finding:{...e,...n&&{stored:n}},at:this.#o()};this.#e.keep("alarm",r),this.#r(e.kind==="key"?{alarm:r,connected:new Set}:{alarm:r})}#a(e,o=!0){let{keep:n,later:r}=this.#e;if(this.#t=e,n("withheld",e.length?e:null),e.length&&!this.#n){this.#n=!0;let i=Math.max(...e.map(c=>c.tries));r(()=>this.#h(),o&&A$[i-1]||T$)}if(e.length)return;let s=this.state.get().alarm?.finding.kind==="withheld";s&&n("alarm",null),this.#r(s?{warning:null,alarm:null}:{warning:null})}#u(e,o=!1){let{now:n}=this.#e,{checkpoint:r}=e.seen,s=this.#t.find(u=>u.seen.checkpoint===r),i=this.#t.filter(u=>u!==s);s??={seen:e.seen,since:n(),tries:o?0:1},o&&(s={...s,tries:s.tries+1}),this.#r({warning:e});let c=s.tries>1&&n()-s.since>=S$;(s.tries>=k$||c)&&this.#l(e),this.#a([...i,s].slice(0,j$))}#i(e,o,n){let{kept:r,keep:s}=this.#e,i=new Set([...this.state.get().connected,n].slice(-E$));this.#r({connected:i,isUnchecked:!1}),this.#a(this.#t.filter(({seen:d})=>d.checkpoint!==n));let{alarm:c}=this.state.get();if(c&&c.finding.kind!=="withheld")return;let u=ru(e,o,r("ledger"),this.#o());u&&s("ledger",u),this.#r({finding:e})}async#f(e,o,n){try{return await nu(e,o,this.#e.prove,{pin:this.pin(),isReader:n})}catch(r){if(r instanceof K)return null;let s=String(r);return{kind:"malformed",from:0,to:0,kept:e,seen:o,path:null,why:s}}}#h(){return this.#n=!1,this.#d(async()=>{let e=!1;for(let{seen:o}of this.#t){let n=this.#e.kept("ledger"),r=await this.#b(n,o);e||=r!==null,r?.kind==="withheld"?this.#u({...r,seen:o},!0):r&&Er(r)?(this.#l(r),this.#t=this.#t.filter(s=>s.seen!==o)):r&&this.#i(r,n,o.checkpoint)}this.#a(this.#t,e)})}#b(e,o){if(!(e&&ne(e.checkpoint)>ne(o.checkpoint)))return this.#f(e,o,!1);let{checkpoint:r}=e;return this.#f({...e,checkpoint:o.checkpoint},{...o,checkpoint:r},!1)}},Ni=({kind:t})=>!["signature","malformed","unreadable"].includes(t)});function Oe(t){let e=`why.${t?.code}`;return Es(e)?a(e,t.values):String(t?.message??t)}var wn=b(()=>{"use strict";T()});function tt({title:t,onClose:e,children:o,wide:n=!1}){let r=I(null),s=ke();return k(()=>{let i=document.activeElement;return r.current?.showModal(),()=>{i instanceof HTMLElement&&i.isConnected&&i.focus()}},[]),l`
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
`}var Kt=b(()=>{"use strict";T();S()});async function So(t){try{return await navigator.clipboard.writeText(t),!0}catch{return O$(t)}}function O$(t){let e=document.activeElement,o=document.createElement("textarea");o.value=t,o.readOnly=!0,o.className="off-screen",(e?.closest("dialog")??document.body).append(o),o.select();let n=document.execCommand("copy");return o.remove(),e instanceof HTMLElement&&e.focus({preventScroll:!0}),n}var Or=b(()=>{"use strict"});function uu(t){t==="system"?delete document.documentElement.dataset.theme:document.documentElement.dataset.theme=t}var gn,Jt,_n=b(()=>{"use strict";Fe();gn=ce("theme","system"),Jt=ce("zone","local");uu(gn.get());gn.watch(uu)});function at({at:t}){let e=j(Jt);return t?l`<time datetime=${t} title=${t}>${Ue(t,e)}</time>`:null}async function Ce(t,e=t){await So(t)?q(a("app.copied",{what:e})):q(a("app.notCopied",{what:t}),"error")}function J({children:t,title:e,hidden:o=!1}){let n=I(null),r=e??String(t);return k(()=>{document.title=`${r} \xB7 ${a("app.name")}`},[r]),k(()=>{J.moves&&n.current?.focus({preventScroll:!0}),J.moves=!0},[]),l`<h1 ref=${n} tabindex="-1" class=${o?"off-screen":""}>
${t}
</h1>`}var xn,Ao,M,V=b(()=>{"use strict";Or();Q();H();T();U();S();gt();wt();_n();xn=({at:t})=>l`
<time datetime=${t}>${wc(t,j(Jt))}</time>
`;Ao=({id:t,short:e=!1})=>l`
<button
type="button"
class="copy-id"
title=${a("app.copy",{what:t})}
onClick=${o=>{o.stopPropagation(),Ce(t)}}
>
<code>${e?uo(t):t}</code><${R} name="copy" />
<span class="off-screen">${a("app.copy",{what:e?t:""})}</span>
</button>
`;J.moves=!1;M=({to:t,query:e,children:o,...n})=>l`
<a href=${C(t,e)} ...${n}>${o}</a>
`});var de,Cr,To=b(()=>{"use strict";rn();T();S();gt();V();de=({text:t,wrong:e=null})=>e===null?l`<span class="proved"><${R} name="check" />${t}</span>`:l`<strong class="not-proved" title=${e}><${R} name="alarm" />${t}</strong>`,Cr=({title:t,text:e,why:o,name:n,evidence:r,children:s})=>l`
<p class="alarm-title">${t}</p>
<p>${e} ${o&&l`<span class="alarm-why">(${o})</span>`}</p>
<div class="row">
<button
type="button"
onClick=${()=>ze(n,JSON.stringify(r(),null,2),"application/json")}
>
<${R} name="download" />${a("proof.download")}
</button>
${s}
<${M} to="/help/proof">${a("proof.whatToDo")}<//>
</div>
`});function Le(){let t=Zn("ledger");return t===null||ae("ledger")!==null?ae("ledger"):{key:"",checkpoint:t,at:""}}function $u(t){lo("pin",t),Eo.update(e=>e+1),vn()}async function vn(t=1){let e=Le(),o=n=>E(n,{asText:!0,asks:!1});try{let[n,r]=await Promise.all([o("/log/checkpoint"),o("/log/key")]),s={"/log/key":r.trimEnd()},i=()=>{setTimeout(vn,L$,t-1)};await re.watch(e,{checkpoint:n,keys:s},t?{again:i}:{})}catch(n){if(!(n instanceof K))throw n;re.unchecked()}}function du(t,e){let{kind:o,from:n,to:r}=t,s=e===null?"refused":o,i=location.origin+St,c=()=>su(t,i,e??new Date().toISOString()),u=l`
<${Cr}
title=${a(`proof.alarm.${s}`,{from:n,to:r})}
text=${a(`proof.alarm.${s}Hint`,{from:n})}
why=${Oe({...t,message:t.why})}
name="ledger-alarm.json"
evidence=${c}
>
${e&&e<N$&&l`<span>${a("proof.unresolved",{at:Ue(e,"local")})}</span>`}
${e&&l`<${R$} finding=${t} />`}
<//>
`;$o("proof",{kind:e===null||o==="damaged"?"warning":"alarm",content:u})}function fu(){let{alarm:t,warning:e}=re.state.get();t?du(t.finding,t.at):e?du(e,null):$o("proof",null)}function R$({finding:t}){let[e,o]=y(!1),{kept:n,from:r,to:s}=t,i=Ni(t),c=()=>{i&&(hu=null),re.accept(),Eo.update(u=>u+1),vn()};return l`
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
<dd><code>${Di(t)}</code>, ${a("proof.entries",{n:s})}</dd>
</dl>`}
<div class="row">
<button type="button" class="danger" onClick=${c}>
${a(i?"proof.accept":"proof.dismiss")}
</button>
<button type="button" onClick=${()=>o(!1)}>${a("app.cancel")}</button>
</div>
<//>
`}
`}function wu(){let t=j(re.state),e=j(N);k(()=>(fu(),re.state.watch(fu)),[]),k(()=>{vn();let r=setInterval(()=>document.hidden||vn(),C$);return()=>clearInterval(r)},[e?.user_id]);let o=iu(t,hu,!!e);if(!o)return null;let n=a(`proof.${o.name}`,o.values);return l`<span id="proof-status"><${M} to="/help/proof">${n}<//></span>`}var C$,L$,N$,hu,Eo,D$,re,pu,mu,bu,yu,Xe=b(()=>{"use strict";et();W();Q();yn();au();lu();H();Fe();Yt();ho();T();wn();ur();U();S();Kt();To();V();C$=5*6e4,L$=2500,N$=new Date().toISOString();hu=Le(),Eo=mt(0),D$=3e4,re=new jr({prove:async(t,e)=>{if(!N.get())throw new K({status:401});return Yo(D$,o=>E("/v1/proof/consistency",{query:{from:t,to:e},asks:!1,signal:o}))},kept:t=>t==="ledger"?Le():ae(t),keptText:Zn,keep:lo,now:()=>Date.now(),later:(t,e)=>setTimeout(t,e)}),pu=(t,e)=>re.watch(t,e,{isReader:!0}),mu=()=>re.pin()??(Le()?.key||null);bu=()=>re.pin(),yu=t=>j(re.state).connected.has(t)});function gu(t,e){let o=t?.field;if(!t||!o||!e.includes(o))return{at:()=>null,rest:t};let n=t.detail.startsWith(`${o}: `)?t.detail.slice(o.length+2):t.detail;return{at:r=>r===o?n:null,rest:null}}var _u=b(()=>{"use strict"});function vt(t){let{of:e,action:o,busy:n=o,isMain:r=!0,isOff:s,fields:i=[],children:c}=t,[u,d,f]=e,{at:h,rest:m}=gu(f,i);return l`
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
`}function P({id:t,label:e,hint:o,error:n,as:r="input",onValue:s,children:i,...c}){let u=ke(),d=t??u,f=[o&&`${d}-hint`,n&&`${d}-error`].filter(Boolean).join(" ");return l`
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
`}var Tt=b(()=>{"use strict";_u();S();st()});function Ii({user:t,onDone:e}){let[o,n]=y("password"),[r,s]=y(t??""),[i,c]=y(""),u=o==="token",[d,f,h,m]=Z(async()=>{let w=u?{token:i.trim()}:{username:r,password:i},g=await ic(w);c(""),e?.(g)}),p=h&&[400,401].includes(h.status),$=w=>{n(w),c(""),m()};return l`
<${vt}
class="sign-in"
of=${[d,f,p?null:h]}
action=${a("signIn.submit")}
>
<${I$} how=${o} onHow=${$} />
${!u&&l`
<${P}
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
<${P}
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
`}function xu(){let t=j(Ri);if(!t)return null;let e=o=>{Ri.set(null),t.done(o)};return l`
<${tt} title=${a("signIn.ended")} onClose=${()=>e(!1)}>
<p>${a("signIn.endedHint",{user:t.user})}</p>
<${Ii}
user=${t.user}
onDone=${o=>{o.user_id===t.user?e(!0):location.reload()}}
/>
<//>
`}var I$,Ri,Mi=b(()=>{"use strict";et();W();Yt();T();Kt();Tt();U();S();I$=({how:t,onHow:e})=>l`
<${Ne}
label=${a("signIn.how")}
value=${t}
options=${[{value:"password",text:a("signIn.withPassword")},{value:"token",text:a("signIn.withToken")}]}
onValue=${e}
/>
`;Ri=mt(null);ec(()=>{let t=N.get()?.user_id;return t?new Promise(e=>Ri.set({user:t,done:e})):Promise.resolve(!1)})});var ku={};Gt(ku,{default:()=>vu});function B$(){let{data:t}=B(n=>E("/log/checkpoint",{signal:n,asks:!1,asText:!0}),[]);if(!t)return null;let[e,o]=t.split(`
`);return l`
<dl class="facts" id="public-facts">
<dt>${a("landing.ledger")}</dt>
<dd><code>${e}</code></dd>
<dt>${a("landing.checkpoint")}</dt>
<dd>${a("landing.size",{n:Number(o)})}</dd>
</dl>
`}function vu(){return l`
<div class="landing">
<div>
<${J}>${a("landing.title")}<//>
<p class="lead">${a("landing.what")}</p>
<${B$} />
<p class="links">
<${M} to="/help/proof">${a("landing.help")}<//>
<a href=${C("/docs")}>${a("landing.docs")}</a>
</p>
</div>
<section class="card" aria-labelledby="sign-in">
<h2 id="sign-in">${a("signIn.title")}</h2>
<${Ii} />
</section>
</div>
`}var Su=b(()=>{"use strict";W();H();U();S();Mi();V();T()});function Au(){let[t,e]=y(""),[o,n]=y(""),[r,s]=y(bu());return l`
<form id="pin-key" onSubmit=${c=>{c.preventDefault();let u=t.trim();try{_o(u)}catch{return n(a("proof.pinWrong"))}return $u(u),n(""),s(u),q(a("proof.pinDone"),"ok")}}>
${r&&l`<p class="hint">${a("proof.pinned",{key:r})}</p>`}
<${P}
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
`}var Tu=b(()=>{"use strict";bn();Tt();S();wt();Xe();T()});var W$,q$,Eu,ju=b(()=>{"use strict";S();V();Tu();T();W$=["means","when","not","alarm","key","outside"],q$=`curl -O $SERVER/log/checkpoint
unzip JOB_ID.evidence.zip
jobctl check JOB_ID.evidence --key verifier.key
python3 check.py JOB_ID.evidence --key verifier.key`,Eu=()=>l`
<article class="help">
<${J}>${a("help.proof.title")}<//>
<p class="lead">${a("help.proof.lead")}</p>
${W$.map(t=>l`
<section key=${t} id=${t}>
<h2>${a(`help.proof.${t}`)}</h2>
${a(`help.proof.${t}Text`).split(`
`).map(e=>l`<p key=${e}>${e}</p>`)}
${t==="key"&&l`<${Au} />`}
${t==="outside"&&l`<pre class="scroll-x" tabindex="0">${q$}</pre>`}
</section>
`)}
</article>
`});var z$,ct,Vt,Nr,Ct=b(()=>{"use strict";T();S();gt();z$=new Set(["answered"]),ct=({status:t,cause:e})=>l`
<span class="badge badge-${t}" title=${e?F("cause",e):void 0}>
<${R} name=${t} />
<span>${F("status",t)}</span>
${e&&!z$.has(e)&&l`<span class="badge-cause">${F("cause",e)}</span>`}
</span>
`,Vt=({children:t})=>l`<span class="tag">${t}</span>`,Nr=({count:t=0,newest:e})=>t>0&&l`
<span class="notes" title=${e?`${e.actor}: ${e.text}`:""}>
<${R} name="note" /><span class="off-screen">${a("jobs.notes",{n:t})}: </span>
${t>1&&l`<b>${t}</b> `}${e?.text}
</span>
`});var Dr,Hi=b(()=>{"use strict";Dr=[["/","keys.search"],["j","keys.down"],["k","keys.up"],["Enter","keys.open"],["Esc","keys.escape"],["?","keys.help"]]});function Ou(){let t=j(N);return l`
<${J}>${a("help.title")}<//>
<p><${M} to="/help/proof">${a("help.proof.title")}<//>: ${a("help.proof")}</p>
<${Rr}
id="statuses"
title=${a("help.statuses")}
facts=${K$.map(e=>[l`<${ct} status=${e} />`,a(`help.status.${e}`)])}
/>
<${Rr}
id="causes"
title=${a("help.causes")}
hint=${a("help.causesHint")}
facts=${J$.map(([e,o])=>[F("cause",e),l`
${a(`help.cause.${e}`)}${" "}
<span class="muted">
${o.map(n=>F("status",n)).join(", ")||a("help.any")}
</span>
`])}
/>
<${Rr}
id="keys"
title=${a("keys.title")}
hint=${a("help.keysHint")}
facts=${Dr.map(([e,o])=>[l`<kbd>${e}</kbd>`,a(o)])}
/>
<${Rr}
id="more"
title=${a("help.more")}
facts=${[[l`<a href=${C("/docs")}>${a("landing.docs")}</a>`,a("help.docs")],...t?[[l`<${M} to="/account">${a("account.title")}<//>`,a("help.account")]]:[],[l`<a href=${C("/log/checkpoint")}>${a("landing.checkpoint")}</a>`,a("help.checkpoint")],[l`<a href=${C("/log/key")}>${a("health.key")}</a>`,a("help.key")]]}
/>
`}var K$,J$,Rr,Cu=b(()=>{"use strict";et();H();Ct();U();S();Hi();V();T();K$=["IN_PROGRESS","SUCCESS","FAILED","UNCONFIRMED"],J$=[["answered",["SUCCESS","FAILED"]],["reported",["SUCCESS","FAILED","UNCONFIRMED"]],["never_sent",["FAILED"]],["withheld",["FAILED"]],["timed_out",["UNCONFIRMED"]],["connection_lost",["UNCONFIRMED"]],["unreadable_answer",["UNCONFIRMED"]],["inconclusive_answer",["UNCONFIRMED"]],["interrupted",["UNCONFIRMED"]],["imported",[]]],Rr=({id:t,title:e,hint:o,facts:n})=>l`
<section class="card" aria-labelledby=${t}>
<h2 id=${t}>${e}</h2>
${o&&l`<p>${o}</p>`}
<dl class="facts">
${n.map(([r,s])=>[l`<dt>${r}</dt>`,l`<dd>${s}</dd>`])}
</dl>
</section>
`});var Nu={};Gt(Nu,{default:()=>Lu});function Lu({topic:t}){return t==="proof"?l`<${Eu} />`:l`<${Ou} />`}var Du=b(()=>{"use strict";S();ju();Cu()});function Ru(t){let e=o=>{if(o.ctrlKey||o.metaKey||o.altKey||o.defaultPrevented||V$(o.target)||document.querySelector("dialog[open]"))return;let n=t[o.key];n&&(o.preventDefault(),n(o))};return addEventListener("keydown",e),()=>removeEventListener("keydown",e)}var V$,Iu=b(()=>{"use strict";V$=t=>t instanceof HTMLElement&&(t.isContentEditable||/^(INPUT|TEXTAREA|SELECT)$/.test(t.tagName))});function Mu(t=Date.now){let e=null;return we(()=>e=null),{leave(o,n,r){e=o!==void 0&&o===N.get()?.user_id?{value:r,search:n,until:t()+G$}:null},find:o=>e?.search===o&&t()<e.until?e.value:null}}var G$,Pu=b(()=>{"use strict";et();G$=6e5});function se(t,e){let o=new Fi(t,e);return()=>o.end()}var Y$,X$,Z$,Q$,Fi,jo=b(()=>{"use strict";W();H();Y$=1e3,X$=2e4,Z$=4e3,Q$=["job_created","job_imported","status_changed","note_added"];Fi=class{#e;#t;#n;#s;#o=null;#r=!1;#d=new AbortController;#c=[];#l=0;#a=0;#u=0;#i=0;constructor(e,{onEntries:o,onState:n=()=>{}}){this.#e=e,this.#s=e.after,this.#t=o,this.#n=n,document.addEventListener("visibilitychange",this.#w),window.addEventListener("pagehide",this.#$),this.#f()}end(){document.removeEventListener("visibilitychange",this.#w),window.removeEventListener("pagehide",this.#$),clearTimeout(this.#a),clearTimeout(this.#i),cancelAnimationFrame(this.#l),this.#h()}#f(){this.#h();let[e,o]=[this.#e,this.#s],n=o===void 0&&!this.#r?e.from:void 0,r=new EventSource(C("/v1/stream",{...e,from:n,after:o}));this.#o=r,r.onopen=()=>{clearTimeout(this.#i),this.#i=0,He.set(!0),this.#n(this.#r?"stale":"open"),this.#r=!1},r.onerror=()=>this.#m();for(let s of Q$)r.addEventListener(s,i=>this.#b(i));r.addEventListener("ended",()=>{this.#o?.close(),this.#m()})}#h(){this.#o?.close(),this.#o=null,clearTimeout(this.#u),this.#d.abort()}#b(e){this.#s=e.lastEventId||this.#s,this.#c.push(JSON.parse(e.data)),this.#c.length>=Y$?this.#p():this.#l||=requestAnimationFrame(()=>this.#p())}#p(){cancelAnimationFrame(this.#l),this.#l=0;let e=this.#c;this.#c=[],e.length&&this.#t(e)}#m(){this.#n("lost"),this.#i||=window.setTimeout(()=>He.set(!1),Z$),this.#o?.readyState===EventSource.CLOSED&&(this.#h(),this.#y(2e3))}#y(e){this.#d=new AbortController;let{signal:o}=this.#d,n=()=>E("/v1/meta",{signal:o}).then(()=>o.aborted||this.#f(),r=>{!o.aborted&&r.status!==401&&this.#y(1e4)});this.#u=window.setTimeout(n,e)}#$=()=>this.#h();#w=()=>{clearTimeout(this.#a),document.hidden?this.#a=window.setTimeout(()=>this.#h(),X$):this.#o||(this.#s=void 0,this.#r=!0,this.#f())}}});function fe(t){let e=t.trim().toLowerCase().replaceAll("-","");return/^[0-9a-f]{1,32}$/.test(e)?e:null}function Ui(t,e){let o=fe(String(t));return o?.length===32&&o===fe(String(e))}var kn=b(()=>{"use strict"});function Sn(t){let e={};for(let o of Ir)e[o]=[...new Set(t.getAll(o).filter(Boolean))];for(let o of Hu)t.get(o)&&(e[o]=t.get(o));return e}function Mr(t){let e=new URLSearchParams;for(let o of Ir)for(let n of t[o])e.append(o,n);for(let o of Hu)t[o]&&e.append(o,t[o]);return e}function tb(t){let[,e,o]=/^(\d{1,4})([hd])$/.exec(t)??[];return e?Number(e)*(o==="d"?24:1)*36e5:null}function Oo(t,e){let{within:o,...n}=t,r=o&&tb(o);return r?{...n,since:new Date(e-r).toISOString()}:n}function Bi(t){let e=[...Mr({...t,status:[]})],o=Object.fromEntries(e),n=Object.keys(o);return n.every(s=>eb.includes(s))&&n.length===e.length?o:null}function Ze(t,e,o){let n=t[e],r=n.filter(s=>s!==o);return{...t,[e]:r.length<n.length?r:[...n,o]}}function qu(t,e,o){return Ir.some(n=>n===e)?Ze(t,e,o):{...t,[e]:void 0}}function zu(t,e,o){let n=Oo(t,o),r=Date.parse(e.created_at);return Ir.every(s=>s==="cid"||!t[s].length||t[s].includes(e[s]))&&(!t.job_id||fe(e.job_id)?.startsWith(fe(t.job_id)??"none"))&&(!t.retry_of||t.retry_of===e.retry_of)&&(!n.since||r>=Date.parse(String(n.since)))&&(!n.until||r<Date.parse(String(n.until)))}function Wi(t,e,o=0){let[n,r,s]=t.split("-").map(Number);return(e==="utc"?new Date(Date.UTC(n,r-1,s+o)):new Date(n,r-1,s+o)).toISOString()}function qi(t,e,o=0){let n=new Date(Date.parse(t??"")-o);return Number.isNaN(n.getTime())?"":(e==="utc"?[n.getUTCFullYear(),n.getUTCMonth()+1,n.getUTCDate()]:[n.getFullYear(),n.getMonth()+1,n.getDate()]).map(s=>String(s).padStart(2,"0")).join("-")}var Ir,Hu,Fu,Uu,Bu,Wu,eb,Pr,Co=b(()=>{"use strict";kn();Ir=["status","cause","action_name","user_id","cid","batch_id","source"],Hu=["job_id","retry_of","since","until","within"],Fu=["IN_PROGRESS","SUCCESS","FAILED","UNCONFIRMED"],Uu=["answered","reported","imported","unreadable_answer","inconclusive_answer","timed_out","connection_lost","interrupted","never_sent","withheld"],Bu=["gateway","api","import","embedded"],Wu=["24h","7d","30d"];eb=["user_id"];Pr=t=>[...Mr(t)].map(([e,o])=>({name:e,value:o}))});function Hr(t,e,o){if(t==="status"||t==="cause"||t==="source")return F(t,e);if(t==="within"){let r=Number.parseInt(e,10);return a(e.endsWith("d")?"filter.days":"filter.hours",{n:r})}return t!=="since"&&t!=="until"||Number.isNaN(Date.parse(e))?e:Ue(e,o).endsWith("00:00:00")?gc(e,o):Ue(e,o)}var Lo,Ku=b(()=>{"use strict";Q();T();Lo=t=>a(`filter.${t}`)});function No({name:t,filters:e,set:o,options:n=[],isOpen:r=!1}){let[s,i]=y(""),c=s.trim().toLowerCase(),d=[...new Set([...e[t],...n])].filter(h=>h.toLowerCase().includes(c)),f=h=>{h.preventDefault();let m=s.trim();m&&!e[t].includes(m)&&o(Ze(e,t,m)),i("")};return l`
<${yo} label=${Lo(t)} class=${e[t].length?"is-set":""}>
${()=>l`
${r&&l`
<form onSubmit=${f} class="row add-value">
<input
aria-label=${Lo(t)}
value=${s}
placeholder=${Lo(t)}
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
onChange=${()=>o(Ze(e,t,h))}
/>
${Hr(t,h,"utc")}
</label>
</li>
`)}
</ul>
`}
<//>
`}function Ju({label:t,day:e,onDay:o}){let[n,r]=y("");return l`
<${P}
label=${t}
type="date"
value=${n||e}
onValue=${s=>{let i=!s||s>="1000";r(i?"":s),i&&o(s)}}
/>
`}function ob({filters:t,set:e}){let o=j(Jt),n=t.since||t.until||t.within,r=s=>e({...t,within:void 0,...s});return l`
<${yo} label=${a("filter.date")} class=${n?"is-set":""}>
${()=>l`
<div class="row spans">
${Wu.map(s=>l`
<button
key=${s}
type="button"
aria-pressed=${t.within===s}
onClick=${()=>r({since:void 0,until:void 0,within:t.within===s?void 0:s})}
>
${Hr("within",s,o)}
</button>
`)}
</div>
<${Ju}
label=${a("filter.from")}
day=${qi(t.since,o)}
onDay=${s=>r({since:s?Wi(s,o):void 0})}
/>
<${Ju}
label=${a("filter.to")}
day=${qi(t.until,o,1)}
onDay=${s=>r({until:s?Wi(s,o,1):void 0})}
/>
`}
<//>
`}function Gu({filters:t,set:e,stats:o}){let n=j(N),[r,s]=y(!1),i={filters:t,set:e},c=An(o?.by_action),u=An(o?.by_user),d=Pr(t);return l`
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
<${No} name="cause" options=${Uu} ...${i} />
<${No} name="action_name" options=${c} isOpen ...${i} />
${n?.role!=="operator"&&l`<${No} name="user_id" options=${u} isOpen ...${i} />`}
<${No} name="cid" isOpen ...${i} />
<${No} name="batch_id" isOpen ...${i} />
<${No} name="source" options=${Bu} ...${i} />
<${ob} ...${i} />
</div>
</div>
${d.length>0&&l`<${nb} all=${d} ...${i} />`}
`}function nb({filters:t,set:e,all:o}){let n=j(Jt);return l`
<div class="row chosen" role="group" aria-label=${a("filter.chosen")}>
${o.map(({name:r,value:s})=>l`
<${cl}
key=${`${r} ${s}`}
name=${Lo(r)}
value=${Hr(r,s,n)}
onRemove=${()=>e(qu(t,r,s))}
/>
`)}
<button
type="button"
class="quiet"
id="clear-filters"
onClick=${()=>e(Sn(new URLSearchParams))}
>
${a("filter.clear")}
</button>
</div>
`}var Vu,An,zi=b(()=>{"use strict";et();Q();U();S();Tt();gt();an();_n();T();Co();Ku();Vu=({filters:t,set:e,total:o})=>l`
<div class="statuses" role="group" aria-label=${Lo("status")}>
${Fu.map(n=>l`
<button
key=${n}
type="button"
class="status-filter badge-${n}"
aria-pressed=${t.status.includes(n)}
onClick=${()=>e(Ze(t,"status",n))}
>
<${R} name=${n} />${F("status",n)}
${o!==null&&l`<b>${o?D(o[n]):"\u2013"}</b>`}
</button>
`)}
</div>
`;An=t=>(t?.rows??[]).map(e=>e.value)});function Tn(t,e){if(e.index<=t.last_index)return!1;if(t.last_index=e.index,e.kind==="note_added"){let{index:o,recorded_at:n,actor:r,text:s}=e;t.note_count=(t.note_count??0)+1,t.newest_note={index:o,recorded_at:n,actor:r,text:s}}else{let{index:o,status:n,cause:r,http_status:s,error_message:i,recorded_at:c}=e,u=[...t.changes??[],o];Object.assign(t,{status:n,cause:r,http_status:s,error_message:i,changes:u}),t.updated_at=c}return!0}function Do([t,...e]){let o=rb(t);for(let n of e)Tn(o,n);return o}var rb,Fr=b(()=>{"use strict";rb=t=>({...t,status:t.status??"IN_PROGRESS",cause:t.cause??null,customer_count:t.customers?.count??t.customer_count,last_index:t.index,changes:[],note_count:0,newest_note:null})});function Zu(t){t.size>sb&&t.delete(t.keys().next().value)}var En,Yu,Xu,jn,sb,Ur,Br,Ki=b(()=>{"use strict";Fr();Co();En=100,Yu=8,Xu=15e4,jn=1e3,sb=2e3,Ur=class{constructor(e,o,n=null){this.filters=e,this.recent=o,this.pages=[],this.next=n,this.start=n,this.count=0,this.top=-1,this.fresh=new Set,this.byId=new Map}get isDone(){return this.next===void 0||this.count>=Xu}get isTruncated(){return this.next!==void 0&&this.count>=Xu}locate(e){let o=0;for(let[n,r]of this.pages.entries()){if(e<o+r.count)return{number:n,offset:e-o};o+=r.count}return{number:this.pages.length,offset:0}}slice(e,o){let n=[],{number:r,offset:s}=this.locate(e);for(let i=Math.min(o,this.count)-e;i>0;r+=1,s=0){let{count:c,rows:u}=this.pages[r],d=Math.min(i,c-s);for(let f=0;f<d;f+=1)n.push(u?u[s+f]:null);i-=d}return n}wanted(e,o){let n=Math.min(this.locate(o).number,this.pages.length-1);for(let r=this.locate(e).number;r<=n;r+=1){let{rows:s,stale:i}=this.pages[r];if(!s||i)return r}return!this.isDone&&o>this.count-En/2?this.pages.length:null}cursorOf(e){return e<this.pages.length?this.pages[e].cursor:this.next??null}place(e,{jobs:o,next:n},r){if(this.#e(e)&&this.pages.length)return this.#t(o);let s=this.pages[e]??{cursor:this.next??null,count:0,rows:null},i=o.length-s.count;e===this.pages.length&&(this.pages.push(s),this.next=n??void 0),this.top<0&&o.length&&(this.top=o[0].index);for(let c of s.rows??[])this.byId.delete(c.job_id);this.pages[e]={cursor:s.cursor,count:o.length,rows:o};for(let c of o){this.byId.set(c.job_id,c);for(let u of this.recent.entriesOf(c.job_id))Tn(c,u)}if(this.count+=i,this.#e(e))for(let c of this.recent.jobs.values())this.#n(c,r);return i}#e(e){return e===0&&this.start===null}#t(e){for(let o of e){let n=this.byId.get(o.job_id);n&&n.last_index<=o.last_index&&Object.assign(n,o)}return this.pages[0].stale=!1,0}forget(e,o){let n=this.locate(e).number-Yu,r=this.locate(o).number+Yu;for(let[s,i]of this.pages.entries())if(!(!i.rows||s>=n&&s<=r||this.#e(s))){for(let c of i.rows)this.byId.delete(c.job_id);i.rows=null}}expire(){for(let e of this.pages)e.stale=!0}take(e,o){let n=!1;for(let r of e){let s=this.byId.get(r.job_id);s?n=Tn(s,r)||n:n=this.#n(this.recent.jobs.get(r.job_id),o)||n}return n}#n(e,o){if(!e||e.index<=this.top||this.start!==null||this.filters.cid.length||this.byId.has(e.job_id))return!1;let n=this.fresh.size;return n>=jn?!1:(zu(this.filters,e,o)?this.fresh.add(e.job_id):this.fresh.delete(e.job_id),this.fresh.size!==n)}limitOf(e){return e<this.pages.length&&this.#e(e)?5*En:En}compare(e){this.fresh.size>=jn||(this.fresh=new Set(e.filter(o=>o.index>this.top).map(o=>o.job_id)))}},Br=class{constructor(){this.entries=new Map,this.jobs=new Map}take(e){for(let o of e){if(o.kind==="job_created"||o.kind==="job_imported"){this.jobs.set(o.job_id,Do([o])),Zu(this.jobs);continue}let n=this.jobs.get(o.job_id);n&&Tn(n,o),this.entries.set(o.job_id,[...this.entriesOf(o.job_id).slice(-20),o]),Zu(this.entries)}}entriesOf(e){return this.entries.get(e)??[]}}});var ib,ab,cb,Qu,lb,Wr,td=b(()=>{"use strict";Ut();ho();Co();Ki();ib=120,ab=2e3,cb=5e3,Qu=t=>Object.keys(t).length===0,lb=(t,e)=>setTimeout(t,e),Wr=class{list=null;#e=null;stats=null;problem=null;isLoading=!1;shift=0;scrolled=0;#t;#n=null;#s=new Br;#o=[0,40];#r=0;#d=0;#c=new AbortController;#l=()=>{};#a=new Set;#u=!1;constructor(e){this.#t={later:lb,now:Date.now,...e}}async open(e,o=null){this.#c.abort(),this.#c=new AbortController,this.#d=this.#t.now(),this.#o=[0,40],this.#e=new Ur(e,this.#s,o),this.list??=this.#e,this.problem=null,this.isLoading=!1,await this.#i()}reload(){return this.#e?this.open(this.#e.filters):Promise.resolve()}openRest(){let e=this.list;return e?this.open(e.filters,e.next??null):Promise.resolve()}retry(){return this.problem=null,this.#i()}totalOf(e){let o=Bi(e);return o===null?null:Qu(o)?this.stats?.total:this.#n?.of===JSON.stringify(o)?this.#n.total:void 0}show(e,o){this.list===this.#e&&(this.#o=[e,o],this.problem||this.#i())}close(){this.#u=!0,this.#c.abort(),this.#l()}async resume(e){this.#t.onChange=e,this.#u=!1,this.#c=new AbortController,this.isLoading=!1,this.problem=null,this.stats=null,this.#n=null,this.list?.expire(),this.#e=this.list,await this.#i(),await this.#$().catch(()=>{})}async#i(){let e=this.#e,{signal:o}=this.#c;if(!e||this.isLoading||this.#u)return;let[n,r]=this.#o,s=e.wanted(n,r);if(s!==null){this.isLoading=!0,this.#t.onChange();try{this.stats||await this.#h();let i=e.limitOf(s),c={...Oo(e.filters,this.#d),limit:i},u=e.cursorOf(s),[d]=await Promise.all([this.#t.get("/v1/jobs",{query:{...c,cursor:u},signal:o}),this.totalOf(e.filters)===void 0&&this.#y()]);if(o.aborted)return;let f=s<e.locate(this.#o[0]).number,h=e.place(s,d,this.#t.now());f&&(this.shift+=h),e.forget(this.#o[0],this.#o[1]),this.#r=0}catch(i){if(o.aborted)return;if(!(i instanceof K))throw i;this.problem=i,i.isTemporary&&this.#f(i,o)}finally{o.aborted||(this.isLoading=!1)}this.list=e,this.#t.onChange(),this.problem||await this.#i()}}#f(e,o){let n=fo(this.#r,e);this.#r+=1,this.#t.later(()=>{!o.aborted&&this.problem===e&&this.retry()},n)}async#h(){if(await this.#m(),this.#u)return;let{size:e}=this.stats.head;this.#l(),this.#l=this.#t.follow(e>0?{after:e-1}:{from:0},{onEntries:o=>this.#b(o),onState:o=>{o==="stale"&&(this.list?.expire(),this.#i(),this.#p("count",0,()=>this.#m()),this.#p("look",0,()=>this.#$()))}})}#b(e){this.#s.take(e),this.list?.take(e,this.#t.now())&&this.#p("draw",ib,async()=>this.#t.onChange()),this.#p("count",ab,()=>this.#m()),e.some(({kind:n})=>n==="job_created"||n==="job_imported")&&this.list?.filters.cid.length&&this.#p("look",cb,()=>this.#$())}#p(e,o,n){this.#a.has(e)||(this.#a.add(e),this.#t.later(()=>{this.#a.delete(e),this.#u||n().catch(()=>{})},o))}async#m(){let[e]=await Promise.all([this.#t.get("/v1/stats",{query:{limit:100}}),this.#y()]);this.stats=e,this.#t.onChange()}async#y(){let e=this.#e,o=e&&Bi(e.filters);if(!o||Qu(o))return;let{total:n}=await this.#t.get("/v1/stats",{query:{...o,limit:1}});e===this.#e&&(this.#n={of:JSON.stringify(o),total:n})}async#$(){let e=this.list;if(!e||e.start!==null)return;let o={...Oo(e.filters,this.#d),limit:En};e.compare((await this.#t.get("/v1/jobs",{query:o})).jobs),this.#t.onChange()}}});function qr(t){let e=fe(t);return!e||/^-|--/.test(t.trim())?null:{digits:e,id:e.length===32?db(e):null}}function rd(t,{jobs:e,users:o,actions:n}){let r=t.trim();if(!r)return[];let s=qr(r),i=fb(r,s,e??[]),c=[...o?ed("user",r,o):[],...ed("action",r,n),{kind:"customer",value:r},...o?[{kind:"user",value:r}]:[],{kind:"action",value:r}],u=nd(s)?[...i,...c]:[...c,...i];return u.filter((d,f)=>u.findIndex(h=>Ji(h,d))===f)}function sd(t,{jobs:e}){let o=qr(t);return e===null&&nd(o)&&!o?.id}function fb(t,e,o){return e?.id&&!o.length?[{kind:"job",value:e.id}]:[...o.map(n=>({kind:"job",value:n.job_id,job:n})),...o.length>1?[{kind:"prefix",value:t}]:[]]}function ed(t,e,o){let n=e.toLowerCase();return o.filter(r=>r.toLowerCase().includes(n)).sort((r,s)=>od(r,n)-od(s,n)).slice(0,ub).map(r=>({kind:t,value:r}))}function od(t,e){let o=t.toLowerCase().indexOf(e);return o===0?t.length-e.length:1e3+o}var ub,db,nd,Ji,Vi=b(()=>{"use strict";kn();ub=4,db=t=>[t.slice(0,8),t.slice(8,12),t.slice(12,16),t.slice(16,20),t.slice(20)].join("-");nd=t=>t!==null&&t.digits.length>=8;Ji=(t,e)=>t.kind===e.kind&&t.value===e.value});function Gi(t,e){let o=rd(t.text,e);if(t.active<0){let i=o.length&&!sd(t.text,e)?0:-1;return{...t,shown:o,active:i}}let n=(i,c)=>c.find(u=>Ji(u,i)),r=t.shown.map(i=>n(i,o)??i),s=o.filter(i=>!n(i,t.shown));return{...t,shown:[...r,...s]}}function cd(t,e){let{shown:o,active:n,isOpen:r}=t;if(!o.length)return t;if(!r)return{...t,isOpen:!0};let s=n<0&&e<0?0:n;return{...t,active:(s+e+o.length)%o.length,isEntered:!1}}var Ro,id,ad,ld,ud,dd,fd=b(()=>{"use strict";Vi();Ro={text:"",shown:[],active:-1,isOpen:!1,isEntered:!1,isUnanswered:!1},id=(t,e)=>Gi({...Ro,text:t,isOpen:!0},e);ad=t=>t.active<0?{...t,isEntered:!1,isUnanswered:!0}:t;ld=t=>({...t,isEntered:t.isOpen,isOpen:!0,isUnanswered:!1}),ud=t=>({...t,isOpen:!1,isEntered:!1}),dd=({shown:t,active:e,isEntered:o})=>o?t[e]??null:null});function pb({text:t,isUnanswered:e},o){let[n,r]=y({digits:"",jobs:[]}),s=qr(t)?.digits??"";return k(()=>{if(!s||e)return;let i=new AbortController,{signal:c}=i;return E("/v1/jobs",{query:{job_id:s,limit:hb},signal:c}).then(({jobs:d})=>c.aborted||r({digits:s,jobs:d}),()=>c.aborted||o()),()=>i.abort()},[s,e]),s&&n.digits===s?n.jobs:null}function mb({meaning:{kind:t,value:e,job:o}}){return l`
<span class="suggestion-kind">${a(`search.${t}`)}</span>
<span class="suggestion-value">${e}</span>
${o&&l`<span>${o.action_name}</span><${ct} status=${o.status} /> `}
${o&&l`<${at} at=${o.created_at} />`}
`}function bb({kind:t,value:e},o,n){if(t==="job")$t(C(O`/jobs/${e}`));else if(t==="customer")$t(C(O`/customers/${e}`));else if(t==="prefix")n({...o,job_id:e});else{let r=t==="user"?"user_id":"action_name";o[r].includes(e)||n(Ze(o,r,e))}}function yb(t,e){let o=j(N),[n,r]=y(Ro),s=pb(n,()=>r(ad)),i=o?.role==="operator"?null:An(t?.by_user),c={jobs:s,users:i,actions:An(t?.by_action)};k(()=>r(d=>d.text===n.text?Gi(d,c):d),[n.text,s,t]);let u=dd(n);return k(()=>{u&&(r(Ro),e(u))},[u]),[n,r,d=>r(id(d,{...c,jobs:null}))]}function hd({filters:t,set:e,stats:o}){let n=I(null),r=ke(),s=g=>bb(g,t,e),[i,c,u]=yb(o,s),{text:d,shown:f,active:h,isUnanswered:m}=i,p=i.isOpen&&f.length>0;lr(n,p,()=>c(ud));let w={value:d,onInput:g=>u(g.currentTarget.value),onKeyDown:g=>{let _={ArrowDown:1,ArrowUp:-1}[g.key];if(_)c(x=>cd(x,_));else if(g.key==="Enter")c(ld);else if(g.key==="Escape"&&d)c(Ro);else if(g.key==="Escape")g.target.blur();else return;g.preventDefault()},onFocus:()=>c(g=>({...g,isOpen:!0}))};return l`
<div class="search" ref=${n} role="search">
<${R} name="search" />
<input
id="search"
type="search"
role="combobox"
aria-label=${a("search.label")}
aria-expanded=${p}
aria-controls=${r}
aria-autocomplete="list"
aria-activedescendant=${p&&h>=0?`${r}-${h}`:void 0}
aria-keyshortcuts="/"
autocomplete="off"
autocapitalize="none"
spellcheck=${!1}
placeholder=${a("search.placeholder")}
...${w}
/>
${m&&h<0&&l`<p class="field-error" role="alert">${a("search.notLookedUp")}</p>`}
<${$b}
id=${r}
meanings=${f}
...${{active:h,isShown:p}}
onChoice=${g=>{c(Ro),s(g)}}
/>
</div>
`}var hb,$b,pd=b(()=>{"use strict";et();W();H();Ot();Ct();U();S();gt();V();T();zi();Co();Vi();fd();hb=6;$b=({id:t,meanings:e,active:o,isShown:n,onChoice:r})=>l`
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
<${mb} meaning=${s} />
</li>
`)}
</ul>
`});function zr({box:t,isOnPage:e=!1,height:o,count:n,onScroll:r}){let[s,i]=y({from:0,to:40});return Zt(()=>{let c=t.current,u=e?window:c,d=0,f=()=>{d=0,r?.(e?scrollY:c.scrollTop);let m=e?-c.getBoundingClientRect().top:c.scrollTop,p=m+(e?innerHeight:c.clientHeight),$=Math.max(0,Math.floor(m/o)-md),w=Math.max(0,Math.ceil(p/o))+md;i(g=>g.from===$&&g.to===w?g:{from:$,to:w})},h=()=>{d||=requestAnimationFrame(f)};return f(),u.addEventListener("scroll",h,{passive:!0}),addEventListener("resize",h),()=>{cancelAnimationFrame(d),u.removeEventListener("scroll",h),removeEventListener("resize",h)}},[o,n]),{from:Math.min(s.from,n),to:Math.min(s.to,n)}}function bd({label:t,count:e,height:o,children:n,of:r}){let s=I(null),i=zr({box:s,height:o,count:e});return k(()=>{s.current&&(s.current.scrollTop=0)},[r]),l`
<div class="virtual-list" ref=${s} tabindex="0" role="list" aria-label=${t}>
<div role="presentation" style=${{height:`${e*o}px`}}>
${$d(i,c=>l`
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
`}function Kr({label:t,columns:e,count:o,row:n,onRange:r}){let s=I(null),[i,c]=y(36);Zt(()=>{let m=s.current?.querySelector("tr[data-row]")?.clientHeight;m&&c(m)});let u=zr({box:s,height:i,count:o}),{from:d,to:f}=u;k(()=>r?.(f),[f]);let h=m=>m>0&&l`<tr aria-hidden="true" style=${{height:`${m*i}px`}} />`;return l`
<div class="rows" ref=${s} role="group" aria-label=${t} tabindex="0">
<table aria-rowcount=${o+1}>
<thead>
<tr aria-rowindex="1">
${e.map(m=>l`<th key=${m} scope="col">${m}</th>`)}
</tr>
</thead>
<tbody>
${h(d)}
${$d(u,m=>l`
<tr key=${m} data-row aria-rowindex=${m+2}>
${n(m)}
</tr>
`)}
${h(o-f)}
</tbody>
</table>
</div>
`}var md,$d,On=b(()=>{"use strict";S();md=8;$d=({from:t,to:e},o)=>Array.from({length:e-t},(n,r)=>o(t+r))});function _b(){let[,t]=y(0);k(()=>{let o=()=>t(n=>n+1);for(let n of[Yi,Xi])n.addEventListener("change",o);return()=>{for(let n of[Yi,Xi])n.removeEventListener("change",o)}},[]);let e=Number.parseFloat(getComputedStyle(document.documentElement).fontSize);return{height:Math.round(gb[Yi.matches?"cards":"table"]*e),isWide:Xi.matches}}function xb(t,e){t.target.closest("a, button")||getSelection()?.toString()||$t(C(O`/jobs/${e}`))}function vb({job:t,index:e,isWide:o}){let n={"data-index":e,"aria-rowindex":e+2};if(!t)return l`<tr role="row" class="job" ...${n}>
<td role="cell">…</td>
</tr>`;let{job_id:r,user_id:s,action_name:i,customer_count:c,status:u,cause:d}=t;return l`
<tr
role="row"
class="job"
...${n}
onClick=${f=>xb(f,r)}
>
<td role="cell" class="cell-user">${s}</td>
<td role="cell" class="cell-action">
<a href=${C(O`/jobs/${r}`)}>${i}</a>
${t.retry_of&&l`<${Vt}>${a("jobs.retry")}<//>`}
<${Nr} count=${t.note_count} newest=${t.newest_note} />
</td>
<td role="cell" class="cell-customers number">
${D(c)}<span class="only-cards">
${" "}${a("jobs.customersUnit",{n:c})}</span
>
</td>
<td role="cell" class="cell-status"><${ct} status=${u} cause=${d} /></td>
<td role="cell" class="cell-date"><${at} at=${t.created_at} /></td>
<td role="cell" class="cell-id"><${Ao} id=${r} short=${!o} /></td>
</tr>
`}function kb(t,e,o){Zt(()=>{if(!e||!t.current)return;let n=t.current.getBoundingClientRect().top+e.index*o;n<2*o?scrollBy(0,n-2*o):n>innerHeight-2*o&&scrollBy(0,n-innerHeight+2*o);let r=()=>{let i=t.current?.querySelector(`[data-index="${e.index}"] a`);i instanceof HTMLElement&&i.focus({preventScroll:!0})},s=requestAnimationFrame(()=>requestAnimationFrame(r));return()=>cancelAnimationFrame(s)},[e])}function yd({jobs:t,list:e,focus:o}){let{height:n,isWide:r}=_b(),s=I(null);Zt(()=>{t.scrolled&&scrollTo(0,t.scrolled)},[]);let i=f=>{t.scrolled=f},{count:c}=e,{from:u,to:d}=zr({box:s,isOnPage:!0,height:n,count:c,onScroll:i});return k(()=>t.show(u,d),[u,d,e,c]),Zt(()=>{t.shift&&(scrollBy(0,t.shift*n),t.shift=0)}),kb(s,o,n),l`
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
<${Sb} />
<tbody role="rowgroup" ref=${s} style=${{height:`${c*n}px`}}>
${u>0&&l`<tr key="above" aria-hidden="true" style=${{height:`${u*n}px`}}></tr>`}
${e.slice(u,d).map((f,h)=>{let m=u+h;return l`<${vb} key=${f?.job_id??m} ...${{job:f,index:m,isWide:r}} />`})}
</tbody>
</table>
`}var wb,gb,Yi,Xi,Sb,wd=b(()=>{"use strict";Q();H();Ot();Ct();S();V();On();T();wb=["user","action","customers","status","date","id"],gb={table:2.5,cards:6.5},Yi=matchMedia("(width < 60rem)"),Xi=matchMedia("(width >= 90rem)");Sb=()=>l`
<thead role="rowgroup">
<tr role="row" class="job" aria-rowindex="1">
${wb.map(t=>l`
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
`});function Eb({views:t,query:e,close:o}){let[n,r]=y("");return l`
<form onSubmit=${i=>{i.preventDefault(),t.update(c=>[...c.filter(u=>u.name!==n.trim()),{name:n.trim(),query:e}]),o(),q(a("views.saved",{name:n.trim()}))}}>
<${P} label=${a("views.name")} required maxlength="60" value=${n} onValue=${r} />
<button type="submit">${a("views.save")}</button>
</form>
`}function gd({query:t}){let[e]=y(Tb),o=j(e),n=t.toString(),r=s=>e.update(i=>i.filter(c=>c.name!==s));return l`
<${yo} label=${a("views.title")} align="end">
${s=>l`
${o.length>0&&l`
<ul class="menu views">
${o.map(i=>l`
<li key=${i.name} class="row">
<a
href=${C("/")+(i.query&&`?${i.query}`)}
aria-current=${i.query===n?"true":void 0}
onClick=${c=>{c.preventDefault(),tr(new URLSearchParams(i.query)),s()}}
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
${n?l`<${Eb} views=${e} query=${n} close=${s} />`:l`<p class="hint">${a("views.hint")}</p>`}
`}
<//>
`}var Ab,Tb,_d=b(()=>{"use strict";et();H();Ot();Fe();Tt();U();S();an();wt();T();Ab={},Tb=()=>{let t=`views:${N.get()?.user_id}`;return Ab[t]??=ce(t,[])}});var kd={};Gt(kd,{default:()=>vd});function jb(t){let[,e]=y(0),o=()=>e(c=>c+1),[n]=y(()=>Ht.get().isBack?xd.find(t):null),r=I(n!==null),[s]=y(()=>n??new Wr({get:E,follow:se,onChange:o})),i=I(t);return i.current=t,k(()=>{let c=N.get()?.user_id;return r.current&&s.resume(o),()=>{s.close(),xd.leave(c,i.current,s)}},[]),k(()=>{r.current||s.open(Sn(new URLSearchParams(t))),r.current=!1},[t]),s}function Cb({filters:t}){let e=Oo(t,Date.now()),o=[{text:a("app.csv"),href:C("/v1/export.csv",e),download:!0},{text:a("jobs.csvExcel"),href:C("/v1/export.csv",{...e,bom:"true"}),download:!0},{text:a("app.ndjson"),href:C("/v1/export.ndjson",e),download:!0}];return l`<${pr} label=${a("jobs.download")} align="end" items=${o} />`}function Lb({jobs:t,list:e,isFiltered:o,clear:n}){let r=j(N);return t.problem?l`
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
${r?.role!=="auditor"&&l`<p><${M} to="/set-action" class="button">${a("jobs.emptyAction")}<//></p>`}
<p><a href=${C("/docs")}>${a("jobs.emptyDocs")}</a></p>
<//>
`:l`<${Se} />`}function Nb({count:t,show:e}){if(k(()=>{t&&fr(a("jobs.fresh",{n:t}))},[t>0]),!t)return null;let o=t>=jn;return l`
<div class="fresh">
<button type="button" id="show-new" class="primary" onClick=${e}>
${a(o?"jobs.freshMany":"jobs.fresh",{n:o?jn-1:t})}
</button>
</div>
`}function Db(t,e){let[o,n]=y(null),r=I(null);return r.current={list:t,focus:o},k(()=>{let s=i=>{let{list:c,focus:u}=r.current,d=document.activeElement?.closest?.("[data-index]"),f=d?Number(d.getAttribute("data-index")):u?.index??-1,h=Math.max(0,Math.min(f+i,c.count-1));c.count&&n({index:h})};return Ru({"/":()=>document.getElementById("search")?.focus(),j:()=>s(1),k:()=>s(-1),"?":e})},[]),[o,n]}function vd(){let[t,e]=Wt(),o=t.toString(),n=yt(()=>Sn(t),[o]),r=jb(o),{list:s,stats:i}=r,[c,u]=y(!1),d=()=>u(!0),[f,h]=Db(s,d),m=g=>e(Mr(g)),p=()=>e(new URLSearchParams),$=async()=>{scrollTo(0,0),await r.reload(),h({index:0})},w=Pr(n).length>0;return l`
<${Rb} ...${{query:t,filters:n,set:m,stats:i,onHelp:d}} />
<div class="jobs-filters">
<${Vu} filters=${n} set=${m} total=${r.totalOf(n)} />
<${Gu} filters=${n} set=${m} stats=${i} />
</div>
${s?.start&&l`<${Ib} jobs=${r} />`}
${s&&l`
<${Nb} count=${s.fresh.size} show=${$} />
${s.count>0&&l`<${yd} jobs=${r} list=${s} focus=${f} />`}
<${Lb} jobs=${r} list=${s} isFiltered=${w} clear=${p} />
`}
${c&&l`<${Ob} onClose=${()=>u(!1)} />`}
`}var xd,Ob,Rb,Ib,Sd=b(()=>{"use strict";et();W();Iu();Pu();H();Ot();jo();Kt();U();S();Hi();an();wt();st();V();T();zi();Co();td();Ki();pd();wd();_d();xd=Mu();Ob=({onClose:t})=>l`
<${tt} title=${a("keys.title")} onClose=${t}>
<dl class="facts">
${Dr.map(([e,o])=>l`
<dt key=${e}><kbd>${e}</kbd></dt>
<dd>${a(o)}</dd>
`)}
</dl>
<//>
`;Rb=({query:t,filters:e,set:o,stats:n,onHelp:r})=>l`
<div class="jobs-top">
<${J}>${a("jobs.title")}<//>
<${hd} filters=${e} set=${o} stats=${n} />
<div class="row">
<${gd} query=${t} />
<${Cb} filters=${e} />
<button type="button" aria-label=${a("keys.title")} aria-keyshortcuts="?" onClick=${r}>
?
</button>
</div>
</div>
`,Ib=({jobs:t})=>l`
<p class="notice">
${a("jobs.olderShown")}
<button type="button" onClick=${()=>t.reload()}>${a("jobs.newest")}</button>
</p>
`});function he(t,e){if(!t)return{why:"empty"};if(t.length*3>e){let r=Hb.encode(t).length;if(r>e)return{why:"long",n:r}}if(Pb.test(t))return null;if(/\p{Cc}/u.test(t))return{why:"control"};if(t.search(Td)>=0)return{why:"ends"};let o=Mb.exec(t);return o?{why:"unseen",code:`U+${o[0].codePointAt(0).toString(16).toUpperCase().padStart(4,"0")}`}:null}function*jd({values:t,lines:e},{trims:o,bytesMax:n}){let r=[],s=new Uint8Array(t.length),i={good:0,duplicate:0,blank:0,spaces:0,invalid:0},c=new Map;for(let[u,d]of t.entries()){let f=o?Ed(d):d,h=Fb(f,c,n);h==="good"&&c.set(f,u),r.push(f),s[u]=Cn.indexOf(h),i[h]+=1,u%Ad===Ad-1&&(yield)}return{values:r,lines:e,kinds:s,counts:i,customers:[...c.keys()],first:c}}function Fb(t,e,o){if(e.has(t))return"duplicate";if(!he(t,o))return"good";let n=Ed(t);return n?n!==t&&!he(n,o)?"spaces":"invalid":"blank"}function Od({values:t,kinds:e},o,n){let r=Cn.indexOf(o),s=n.toLowerCase(),i=[];for(let c=0;c<t.length;c+=1)r>=0&&e[c]!==r||(!s||t[c].toLowerCase().includes(s))&&i.push(c);return i}var Cn,Mb,Td,Pb,Ad,Hb,Ed,Ln=b(()=>{"use strict";Cn=["good","duplicate","blank","spaces","invalid"],Mb=new RegExp("[\\xa0\\xad\\u034f\\u061c\\u115f\\u1160\\u1680\\u17b4\\u17b5\\u180b-\\u180f\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u2800\\u3000\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb\\u{13430}-\\u{1343f}\\u{13441}\\u{13442}\\u{16fe4}\\u{1bca0}-\\u{1bca3}\\u{1d159}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e0fff}\\p{Noncharacter_Code_Point}\\p{Surrogate}]","u"),Td=/^\p{White_Space}+|\p{White_Space}+$/gu,Pb=/^[!-~]+$/,Ad=2e3,Hb=new TextEncoder;Ed=t=>t.replace(Td,"")});function Id({parts:t,first:e,fresh:o},n,r){let s=new Map(n.map(u=>[u.job_id,u])),i=t[0]?.jobs[0]?.job_id,c=n.findIndex(u=>u.job_id===i);return{parts:t.map(u=>({...u,jobs:u.jobs.map(d=>s.get(d.job_id)??d)})),first:e,fresh:r?c<0?n.length:c:o}}function Md(t,e){let o=new Set(ta(t).map(n=>n.job_id));return e.some(({kind:n,job_id:r})=>n==="job_created"||n==="job_imported"||o.has(r))}function Pd({parts:t}){let e={};for(let{outcome:o}of t.flatMap(n=>n.jobs))e[o.status]=(e[o.status]??0)+1;return e}var Zi,Qi,ta,Cd,Ld,Nd,ea,Dd,Rd,Hd=b(()=>{"use strict";Zi={parts:[],first:0,fresh:0},Qi=({parts:t,first:e})=>t.slice(e,e+2),ta=t=>Qi(t).flatMap(e=>e.jobs),Cd=({first:t})=>t>0,Ld=({parts:t,first:e})=>e+2<t.length||!!t.at(-1)?.next,Nd=({parts:t,first:e})=>e+2<t.length?null:t.at(-1)?.next??null,ea=({parts:t,...e},o,{jobs:n,next:r})=>({...e,parts:[...t,{cursor:o,jobs:n,next:r}]}),Dd=t=>({...t,first:Math.max(0,Math.min(t.first+1,t.parts.length-2))}),Rd=t=>({...t,first:Math.max(0,t.first-1)})});var Wd={};Gt(Wd,{default:()=>Bd});function qb(){let[t,e]=y(""),o=t&&he(t,Fd);return l`
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
${a(`name.${o.why}`,{n:o.n??0,most:Fd,code:o.code??""})}
</p>`}
</form>
`}function zb(t){let[e,o]=y(Zi),n=I(e),r=m=>o(n.current=m),s=m=>E(O`/v1/customers/${t}/jobs`,{query:{limit:30,cursor:m}}),[i,c,u]=Gs(async()=>{r(ea(Zi,null,await s(null)))}),[d,f,h]=Gs(async()=>{let m=Nd(n.current);if(m){let p=await s(m);r(ea(n.current,m,p))}r(Dd(n.current))});return k(()=>{i();let m=0,p=async()=>{m=0;let g=new Set([null,...Qi(n.current).map(_=>_.cursor)]);for(let _ of g){let x=await s(_);r(Id(n.current,x.jobs,_===null))}},$=()=>m||=window.setTimeout(()=>p().catch(()=>{}),Bb),w=se({},{onEntries:g=>Md(n.current,g)&&$(),onState:g=>g!=="lost"&&$()});return()=>{clearTimeout(m),w()}},[]),{jobs:e,open:i,showOlder:d,showNewer:()=>r(Rd(n.current)),isBusy:c||f,problem:u??h,retry:u?i:d}}function Kb({job:t}){let{outcome:e,job_id:o}=t,n=r=>a(`customer.${r}`);return l`
<tr>
<td data-label=${n("when")}><${at} at=${t.created_at} /></td>
<td data-label=${n("action")}>
<a href=${C(O`/jobs/${o}`)}><b>${t.action_name}</b></a>
${t.retry_of&&l` <${Vt}>${a("jobs.retry")}<//>`} ${" "}<${Nr}
count=${t.note_count}
newest=${t.newest_note}
/>
</td>
<td data-label=${n("outcome")}>
<${ct} status=${e.status} />
${!e.own&&l`<span class="muted"> ${a("customer.asJob")}</span>`}
${e.message&&l`<div class="message-of">${e.message}</div>`}
</td>
<td data-label=${n("job")}><${ct} status=${t.status} cause=${t.cause} /></td>
<td data-label=${n("user")}>
${t.user_id}
${t.submitted_by&&l`<div class="muted">${a("customer.submittedBy",{user:t.submitted_by})}</div>`}
</td>
<td data-label=${n("id")}><${Ao} id=${o} short /></td>
</tr>
`}function Ud({cid:t}){let e=j(N);return l`
<p class="row">
${e?.role!=="auditor"&&l`<${M} to="/set-action" query=${{cid:t}} class="button"
>${a("customer.setAction")}<//
>`}
<${M} to="/jobs" query=${{cid:t}} class="button">${a("customer.inJobs")}<//>
</p>
`}function Jb({jobs:t}){let e=t.parts.reduce((o,n)=>o+n.jobs.length,0);return l`
${a(t.parts.at(-1)?.next?"customer.countMore":"customer.count",{n:e})}
${Object.entries(Pd(t)).map(([o,n])=>l`<span key=${o}><${ct} status=${o} /> ${D(n)}</span>`)}
`}function Gb({cid:t}){let{jobs:e,open:o,showOlder:n,showNewer:r,isBusy:s,problem:i,retry:c}=zb(t),u=e.fresh>0&&l`<button type="button" id="fresh" class="primary" onClick=${o}>
${a("customer.fresh",{n:e.fresh})}
</button>`,d=l`<${rt} problem=${i} retry=${c} />`;return e.parts.length===0?l`${d}${s&&l`<${Se} />`}`:e.parts.every(f=>f.jobs.length===0&&!f.next)?l`
<${nt} title=${a("customer.none")}><p>${a("customer.noneHint")}</p><//>
<p role="status">${u}</p>
<${Ud} cid=${t} />
`:l`
<div class="row spread">
<p class="row" role="status"><${Jb} jobs=${e} /> ${u}</p>
<${Ud} cid=${t} />
</div>
${Cd(e)&&l`<p><button type="button" onClick=${r}>${a("customer.newer")}</button></p>`}
<${Vb} cid=${t} jobs=${e} />
${d}
${Ld(e)&&l`<p>
<button type="button" id="older" disabled=${s} onClick=${n}>
${a("customer.older")}
</button>
</p>`}
`}function Bd({cid:t}){return l`
<div class="row spread customer-top">
<${J}>${t?a("customer.title",{cid:t}):a("customer.titleNone")}<//>
<${qb} />
</div>
${t?l`<${Gb} cid=${t} />`:l`<p class="muted">${a("customer.titleHint")}</p>`}
`}var Bb,Fd,Wb,Vb,qd=b(()=>{"use strict";et();W();Ln();Q();H();Ot();jo();Ct();U();S();st();V();T();Hd();Bb=3e3,Fd=128,Wb=["when","action","outcome","job","user","id"];Vb=({cid:t,jobs:e})=>l`
<div class="card scroll-x">
<table class="customer-jobs">
<caption class="off-screen">
${a("customer.title",{cid:t})}
</caption>
<thead>
<tr>
${Wb.map(o=>l`<th key=${o} scope="col">${a(`customer.${o}`)}</th>`)}
</tr>
</thead>
<tbody>
${ta(e).map(o=>l`<${Kb} key=${o.job_id} job=${o} />`)}
</tbody>
</table>
</div>
`});function zd(t){let{job:e,outcomes:o,entries:n,related:r}=t??{};if(![e,o?.counts,n?.length,r].every(Boolean))return!1;let{retries:s,batch:i,overlaps:c}=r;return[n,s,i,c].every(u=>Array.isArray(u)&&u.every(Boolean))}function Zb(t,e){let o=Do(e),n=s=>oe(s??null);return[...new Set([...Object.keys(t),...Xb])].filter(s=>n(t[s])!==n(o[s]))}async function Kd({job:t,entries:e,checkpoint:o},n,r,s=Yb){let i=!Ui(t?.job_id,r)||!Ui(e?.[0]?.job_id,r),c={size:0,wrong:new Map,why:"",isStale:!1,isOther:i};try{if(i)throw new Dt("otherJob","this is another job");let u=await Ft(o,n);c.size=u.size;for(let h of e)await Ar({entry:h,checkpoint:u,key:n}).catch(m=>c.wrong.set(h.index,s(m)));if(c.wrong.size)return c;await Ti({entries:e,checkpoint:u,key:n});let d=e.filter(h=>h.index<=t.last_index);c.isStale=d.length<e.length;let f=Zb(t,d.length?d:e);if(f.length)throw Qb(f.join(", "))}catch(u){c.why=s(u)}return c}var Yb,Xb,Qb,De,Nn=b(()=>{"use strict";bn();Fr();kn();Tr();Yb=t=>t instanceof Error?t.message:String(t);Xb=`action_code action_name batch_id cause changes cluster_url created_at customer_count
  error_message http_status index job_id last_index newest_note note_count retry_of source status
  submitted_by updated_at user_id`.split(/\s+/);Qb=t=>new Dt("facts",`its entries do not say: ${t}`,{names:t}),De=({wrong:t,why:e,isStale:o,isUnconnected:n})=>!t.size&&!e&&!o&&!n});var Jd,Jr,Dn,Vr,oa=b(()=>{"use strict";Q();T();Ct();S();V();Jd={job_id:t=>l`<${Ao} id=${t.job_id} />`,status:t=>l`<${ct} status=${t.status} cause=${t.cause} />`,user_id:t=>l`<${M} to="/" query=${{user_id:t.user_id}}>${t.user_id}<//>`,submitted_by:t=>t.submitted_by,action_name:t=>l`
<${M} to="/" query=${{action_name:t.action_name}}>${t.action_name}<//>
`,action_code:t=>t.action_code,customer_count:t=>D(t.customer_count),source:t=>F("source",t.source),created_at:t=>l`<${xn} at=${t.created_at} />`,updated_at:t=>l`<${xn} at=${t.updated_at} />`,http_status:t=>t.http_status,batch_id:t=>l`<${M} to="/" query=${{batch_id:t.batch_id}}>${t.batch_id}<//>`,cluster_url:t=>l`<code>${t.cluster_url}</code>`,retry_of:t=>l`<${M} to=${`/jobs/${t.retry_of}`}>${t.retry_of}<//>`},Jr=Object.keys(Jd),Dn=(t,e)=>(t[e]??null)===null?null:Jd[e](t),Vr=t=>F("fact",t)});function Gr({proof:t,entries:e}){let{wrong:o,why:n,isUnconnected:r}=t;if(r&&!o.size&&!n)return l`<${ty} />`;let s=De(t)?a("job.allProved",{n:e.length,size:t.size}):a("job.noneProved");return l`
<${M} to="/help/proof" class="proof-line">
<${de} text=${s} wrong=${De(t)?null:t.why||s} />
<//>
`}function Io({overview:t,lists:e,more:o,banner:n="job-proof"}){let{proof:r,isOtherKey:s,...i}=t,[c]=r.wrong,u=c&&a("job.entryWrong",{index:c[0],why:c[1]}),d=e?.state==="wrong"?e.why:"",f=u||r.why||d||o?.why||"";return k(()=>{if(!f||s)return;let h=()=>({finding:f,server:location.origin+St,found_at:new Date().toISOString(),overview:i,lists:e?.received,more:o}),m=l`
<${Cr}
title=${a("job.alarm")}
text=${a("job.alarmHint")}
why=${f}
name="${i.job.job_id}.alarm.json"
evidence=${h}
/>
`;return $o(n,{kind:"alarm",content:m}),()=>$o(n,null)},[f]),null}var ty,na=b(()=>{"use strict";Nn();H();T();ur();S();To();V();ty=()=>l`
<${M} to="/help/proof" class="proof-line muted">${a("job.unconnected")}<//>
`});async function Rn(t,e){for(let o=ey;;o-=1){let n=Le(),r=await E(O`/v1/jobs/${t}/overview`,{signal:e});if(!zd(r))throw new K({status:500,title:a("job.malformed"),detail:a("job.malformed")});let{checkpoint:s,verifier_key:i}=r,c=mu()??i,u=await Kd(r,c,t,Oe);if(!(u.isStale&&o>1))return u.isStale&&(u.why||=a("job.stale")),pu(n,{checkpoint:s,keys:{overview:i}}),{...r,proof:u,isOtherKey:c!==i}}}function In(t){let e=!yu(t.checkpoint);return{...t,proof:{...t.proof,isUnconnected:e}}}var ey,ra=b(()=>{"use strict";W();Nn();H();T();wn();Xe();ey=3});function Gd(t,e){let o={value:e,key:ye()};return Mn.set(t,o),o}function Yd(t,e){Mn.get(t)?.key===e&&Mn.delete(t)}var Mn,Vd,Xd=b(()=>{"use strict";et();W();Mn=new Map;we(()=>Mn.clear());Vd=(t,e)=>Mn.get(t)??{value:e,key:ye()}});function Pn(t,e){let[o,n]=y(()=>Vd(t,e));return{...o,set:r=>n(Gd(t,r)),forget:()=>Yd(t,o.key)}}var sa=b(()=>{"use strict";Xd();S()});function Qd(t,{counts:e,named:o},n){let r=[["",t],...ia.map(i=>[i,e[i]]),[Qe,o]],s=(i,c)=>c>0&&(i!==Qe||c<t);return r.filter(([i,c])=>i===n||s(i,c))}function of(t,{counts:e,named:o}){let n=t.status==="FAILED"?t.customer_count-o:0,r=e.FAILED-n;return{counts:{...e,FAILED:r||n},onlyNamed:r>0&&n>0}}function rf(t,e,o){let n=o!=="auditor",r=t.source==="gateway"&&t.status!=="IN_PROGRESS",s=e.FAILED>0;return{note:n,settle:n&&t.status==="UNCONFIRMED",retryFailed:n&&r&&s,retryAll:n&&r&&(s||t.status!=="SUCCESS"),curl:t.source==="gateway"&&!!t.cluster_url}}function sf(t){try{return ao(t)instanceof Pt}catch{return!1}}function af({customers:t,token:e,url:o},n){let r=JSON.stringify({customers:t,...e&&{token:e},...o&&{url:o}});return new io(n.trim()?`${r.slice(0,-1)},"payload":${n}}`:r)}function cf(t,e){let o=Go(t.recorded_at??t.created_at,e.recorded_at);return o<0?null:o}function lf(t,e){let o=t.status==="IN_PROGRESS"?new Date(e).toISOString():t.updated_at;return o?Math.max(0,Go(t.created_at,o)):null}var ia,Qe,tf,aa,ef,Zd,nf,to=b(()=>{"use strict";Q();co();ia=["FAILED","UNCONFIRMED","IN_PROGRESS","SUCCESS"],Qe="named";tf=t=>t===Qe?{own:"true"}:{status:t},aa=4096,ef=t=>new TextEncoder().encode(t).length;Zd=20,nf=({job_id:t,batch_id:e},{retries:o,batch:n})=>({retries:o.length<Zd?null:{retry_of:t},batch:n.length<Zd?null:{batch_id:e}})});function df({job:t,onClose:e,onDone:o}){let n=Pn(`settle ${t.job_id}`,{status:"",reason:""}),{key:r,value:s}=n,{status:i,reason:c}=s,u=Z(async()=>{let d=i==="FAILED"?"error_message":"response_summary";await Y(O`/v1/jobs/${t.job_id}/status`,{status:i,[d]:c.trim()},{key:r}),n.forget(),q(a("job.settled")),o()});return l`
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
<${P}
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
`}function ff({job:t,onClose:e,onDone:o}){let n=Pn(`note ${t.job_id}`,""),{value:r,key:s}=n,i=ef(r),c=Z(async()=>{await Y(O`/v1/jobs/${t.job_id}/notes`,{text:r},{key:s}),n.forget(),q(a("job.noted")),o()}),u=i>aa;return l`
<${tt} title=${a("job.note")} onClose=${e}>
<${vt}
of=${c}
action=${a("job.noteSend")}
busy=${a("job.sending")}
isOff=${!r.trim()||u}
>
<${P}
as="textarea"
label=${a("job.noteText")}
hint=${a("job.noteHint",{n:i,most:aa})}
error=${u&&a("job.noteLong")}
rows="5"
required
value=${r}
onValue=${n.set}
/>
<//>
<//>
`}function hf({job:t,related:e,onClose:o}){let[n,r]=y(""),[s,i]=y(null),c=fe(n),u=Z(async()=>{let d={job_id:n.trim(),limit:10},h=(await E("/v1/jobs",{query:d})).jobs.filter(m=>m.job_id!==t.job_id);h.length===1?$t(C(uf(t,h[0]))):i(h)});return l`
<${tt} title=${a("job.compare")} onClose=${o}>
<${vt}
of=${u}
action=${a("job.compareSend")}
busy=${a("job.sending")}
isOff=${!c}
>
<${P}
label=${a("job.compareWith")}
error=${s?.length===0&&a("job.compareNone")}
spellcheck=${!1}
value=${n}
onValue=${d=>{r(d),i(null)}}
/>
<//>
<${ca}
jobs=${s??e}
to=${d=>uf(t,d)}
/>
<//>
`}var uf,ca,pf=b(()=>{"use strict";W();Q();kn();H();Ot();Ct();Kt();sa();Tt();U();S();wt();V();T();to();uf=(t,e)=>O`/jobs/${t.job_id}/compare/${e.job_id}`,ca=({jobs:t,to:e=n=>O`/jobs/${n.job_id}`,more:o})=>l`
<ul class="job-list">
${t.map(n=>l`
<li key=${n.job_id}>
<${M} to=${e(n)}>${n.action_name}, ${D(n.customer_count)}<//>
<${ct} status=${n.status} />
<span class="muted">${n.user_id}, <${at} at=${n.created_at} /></span>
${o?.(n)}
</li>
`)}
</ul>
`});var ie,mf,Mo=b(()=>{"use strict";ie=class{rows=[];isDone=!1;newest=null;#e;#t;#n=0;#s=null;#o=null;constructor(e,o=()=>{}){this.#e=e,this.#t=o}reach(e){return this.#n=Math.max(this.#n,e),this.#o??=this.#r().finally(()=>this.#o=null),this.#o}async all(){return await this.reach(1/0),this.rows}async#r(){for(;!this.isDone&&this.rows.length<this.#n;){let e=await this.#e(this.#s,this.rows.length);this.rows=[...this.rows,...e.rows],this.#s=e.next,this.isDone=e.next===null,this.newest=e,this.#t()}}},mf=t=>t<100?100:t<2e3?2e3:1e4});function oy(t,e,o){if(!$f(ji(e),t[0].customers))throw new Dt("customers","the customers are not those of the entry");let n=new Map;for(let{index:r,outcomes:s}of t){if(!s)continue;let i=o.find(c=>c.index===r)?.outcomes??[];if(!$f(Oi(i),s)){let c=`the outcomes are not those of entry ${r}`;throw new Dt("outcomes",c,{index:r})}for(let{cid:c,status:u,message:d}of i)n.set(c,{status:u,message:d??null,index:r})}return{cids:new Set(e),named:n,job:Do(t)}}function wf({cids:t,named:e,job:o},n){let r=la(n.search),s=({status:d,own:f})=>!n.outcome||(n.outcome===Qe?f:d===n.outcome),i=[],c=[];for(let d of t){let f=e.get(d)??yf(o),h={cid:d,...f,own:e.has(d)};s(h)&&(!la(d).includes(r)&&!la(h.message??"").includes(r)||(h.own?i:c).push(h))}let u=[...i,...c];return ia.flatMap(d=>u.filter(f=>f.status===d))}function gf({cids:t,named:e,job:o},{cid:n,status:r,message:s,own:i,index:c}){let u=e.get(n)??yf(o);return t.has(n)&&i===e.has(n)&&c===u.index&&r===u.status&&s===u.message}function ny({cids:t,named:e,job:o},n){let r={[o.status]:t.size-e.size};for(let{status:i}of e.values())r[i]=(r[i]??0)+1;let s=Object.keys(n.counts);return n.named===e.size&&s.every(i=>n.counts[i]===(r[i]??0))}function _f({entries:t,outcomes:e},o){try{let n=oy(t,o.customers,o.history);if(!ny(n,e))throw new Dt("counts","the counts of outcomes are not those of the entries");return{state:"proved",lists:n,why:"",received:o}}catch(n){return{state:"wrong",lists:null,why:Oe(n),received:o}}}var bf,$f,yf,la,ua,Yr=b(()=>{"use strict";bn();Fr();Tr();wn();to();bf=t=>t.reduce((e,{outcomes:o})=>e+(o?.count??0),0);$f=(t,e)=>t.count===e.count&&t.root===e.root,yf=({status:t,index:e,changes:o})=>({status:t,message:null,index:o.at(-1)??e}),la=t=>t.replace(/[A-Z]+/g,e=>e.toLowerCase());ua=(t,e)=>hn(e)===t.request_payload_sha256});function vf(t){let{job:e,entries:o,proof:n}=t,r=bf(o),s=e.customer_count<=xf&&r<=xf&&(!r||(t.request_payload_bytes??0)<=ry),[i,c]=y(!1),u={state:"none",lists:null,why:"",received:null,problem:null},[d,f]=y(u),[h,m]=y(0),p=(s||i)&&De(n);k(()=>{if(!p)return;let w=new AbortController,{signal:g}=w;return(async()=>{f(x=>({...x,state:"checking"}));try{let x=await iy(e.job_id,g),v=r?(await E(O`/v1/jobs/${e.job_id}/history`,{signal:g})).entries:[];if(g.aborted)return;f({...u,..._f(t,{customers:x,history:v})})}catch(x){if(g.aborted)return;x instanceof K?f({...u,problem:x}):f({...u,state:"wrong",why:Oe(x)})}})(),()=>w.abort()},[p,e.last_index,h]);let $=()=>{c(!0),m(h+1)};return mo(d.problem,$),{...d,run:$}}function kf({lists:t,customers:e,proof:o}){let{state:n,problem:r,run:s}=t,c=o.wrong.size||o.why?a("job.noneProved"):t.why;return r?l`<${rt} problem=${r} retry=${s} />`:o.isUnconnected&&!c?l`<span class="muted">${a("job.unconnected")}</span>`:n==="proved"?l`<${de} text=${a("job.listsProved",{n:e})} />`:c?l`<${de} text=${a("job.listsWrong")} wrong=${c} />`:l`
<button type="button" id="check-lists" disabled=${n==="checking"} onClick=${s}>
${a(n==="checking"?"job.checking":"job.checkLists",{n:e})}
</button>
`}var xf,ry,sy,iy,Sf=b(()=>{"use strict";W();Nn();Mo();H();U();S();To();st();T();wn();Yr();xf=1e3,ry=2e5,sy=1e4,iy=(t,e)=>new ie(async o=>{let n={limit:sy,after:o},{customers:r,next:s}=await E(O`/v1/jobs/${t}/customers`,{query:n,signal:e});return{rows:r,next:s}}).all()});function Af(t,e){let o=[t.join(",")];for(let n of e)o.push(n.map(r=>ly(cy(r??""))).join(","));return`\uFEFF${o.join(`\r
`)}\r
`}var ay,cy,ly,Tf=b(()=>{"use strict";ay=/^["\s\p{Cc}\u200b-\u200f\u2060\ufeff]*[=+\-@|%\uff1d\uff0b\uff0d\uff20\uff5c\uff05']/u,cy=t=>t.split(/(?<=[;\t\r\n])/).map((e,o)=>(ay.test(e)||!o&&/^[\t\r\n]/.test(e)?"'":"")+e).join(""),ly=t=>/[",\r\n]/.test(t)?`"${t.replaceAll('"','""')}"`:t});function Xr({name:t,columns:e,read:o}){let[n,r,s]=Z(async i=>{let c=await o();if(i==="csv"){let d=c.map(f=>e.map(h=>f[h]));return ze(`${t}.csv`,Af(e,d),"text/csv")}let u=c.map(({cid:d})=>d).join(`
`);return await So(u)?q(a("job.copiedCustomers",{n:c.length})):ze(`${t}.txt`,u,"text/plain")});return l`
<button type="button" disabled=${r} onClick=${()=>n("copy")}>
<${R} name="copy" />${a("job.copyCustomers")}
</button>
<button type="button" disabled=${r} onClick=${()=>n("csv")}>
<${R} name="download" />${a("app.csv")}
</button>
<${rt} problem=${s} />
`}var da=b(()=>{"use strict";Or();Tf();rn();T();U();S();gt();wt();st()});function Zr(t,e,{version:o=0,isNeeded:n=!0}={}){let r={list:null,of:-1,problem:null},[s,i]=y(r),c=I(null),u=I(0),d=I(""),f=m=>{let p=c.current;u.current=m,p?.reach(m+Ef).catch($=>{p===c.current&&i(w=>({...w,problem:be($)}))})};k(()=>{if(!n)return;let m=new AbortController,p=d.current===t,$=new ie((w,g)=>e(w,g,m.signal),()=>{let w=!$.isDone&&$.rows.length<u.current+Ef;$!==c.current||p&&w||(d.current=t,i({list:$,of:o,problem:null}))});return c.current=$,f(p?u.current:0),()=>{c.current=null,m.abort()}},[t,o,n]);let h=()=>f(u.current);return mo(s.problem,h),{rows:s.list?.rows??[],newest:s.list?.newest??null,of:s.of,problem:s.problem,reach:f,again:h,all:async()=>await c.current?.all()??[]}}var Ef,fa=b(()=>{"use strict";Mo();Ut();U();S();Ef=50});function hy({source:t},e){return e===Qe?a(t==="gateway"?"job.namedByAnswer":"job.namedByReport"):e?F("status",e):a("job.allStatuses")}function py({job:t,summary:e,filters:o,onChoice:n,children:r}){let[s,i]=y(o.search);return k(()=>{let c=setTimeout(()=>n("search",s.trim()),uy);return()=>clearTimeout(c)},[s]),l`
<div class="row">
<div class="row" role="group" aria-label=${a("job.statuses")}>
${Qd(t.customer_count,e,o.outcome).map(([c,u])=>l`
<button
type="button"
key=${c}
class="choice-button"
aria-pressed=${c===o.outcome}
onClick=${()=>n("outcome",c)}
>
${hy(t,c)} <b>${D(u)}</b>
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
`}function $y({label:t,rows:e,matching:o,onRange:n}){let[r,s]=y(null);return l`
<${Kr}
label=${t}
columns=${[a("job.customer"),a("job.status"),a("job.message")]}
count=${o}
onRange=${n}
row=${i=>e[i]?l`<${fy} row=${e[i]} onOpen=${s} />`:l`<td colspan="3" class="muted">…</td>`}
/>
<p class="hint" role="status">${a("job.rows",{n:o})}</p>
${r&&l`<${my} row=${r} onClose=${()=>s(null)} />`}
`}function by(t,e,{outcome:o,search:n},r){let s=dy(t,{outcome:o,search:n},e===null),i=yt(()=>e&&wf(e,{outcome:o,search:n}),[e,o,n]),c=yt(()=>{let d=e?.job.last_index===s.of?e:null;return s.rows.find(f=>d&&f.index<=s.of&&!gf(d,f))},[e,s.rows]);if(k(()=>{c&&r(c)},[c]),!i)return{...s,matching:s.newest?.matching??null};let u=async()=>i;return{...s,rows:i,matching:i.length,all:u,problem:null}}function jf({job:t,summary:e,lists:o,onWrong:n,children:r}){let[s,i]=Wt(),c={outcome:s.get("outcome")??"",search:s.get("search")??""},{rows:u,matching:d,problem:f,again:h,reach:m,all:p}=by(t,o,c,n),$=(_,x)=>{let v=new URLSearchParams(location.search);x?v.set(_,x):v.delete(_),i(v,{replace:!0})},w=a("job.outcomes",{n:t.customer_count}),g=`${t.job_id}${c.outcome?`.${c.outcome}`:""}`;return l`
<section class="card outcomes" aria-labelledby="outcomes">
<div class="row spread">
<h2 id="outcomes">${w}</h2>
${r}
</div>
<${py} job=${t} summary=${e} filters=${c} onChoice=${$}>
<${Xr} name=${g} columns=${["cid","status","message"]} read=${p} />
<//>
<${rt} problem=${f} retry=${h} />
${d?l`
<${$y}
key=${`${c.outcome} ${c.search}`}
label=${w}
rows=${u}
matching=${d}
onRange=${m}
/>
`:d===0&&l`<${nt} title=${a("job.noRows")} />`}
</section>
`}var uy,dy,fy,my,Of=b(()=>{"use strict";W();Q();Mo();H();Ct();Kt();da();U();S();fa();st();V();On();T();Yr();to();uy=200,dy=({job_id:t,last_index:e},{outcome:o,search:n},r)=>Zr(`${o} ${n}`,async(s,i,c)=>{let u={...tf(o),search:n,limit:mf(i),cursor:s},d=await E(O`/v1/jobs/${t}/outcomes`,{query:u,signal:c});return{rows:d.customers,...d}},{version:e,isNeeded:r}),fy=({row:t,onOpen:e})=>l`
<td><${M} to=${O`/customers/${t.cid}`}>${t.cid}<//></td>
<td>
<${ct} status=${t.status} />
</td>
<td>
${t.message===null?l`<span class="muted">${t.own?"":a("job.ofTheJob")}</span>`:l`
<button type="button" class="message-cell" onClick=${()=>e(t)}>
${t.message}
</button>
`}
</td>
`;my=({row:t,onClose:e})=>l`
<${tt} title=${t.cid} onClose=${e}>
<p><${ct} status=${t.status} /> ${a("job.ofEntry",{index:t.index})}</p>
<p class="entry-text">${t.message}</p>
<//>
`});function wy(t){let e="BODY";for(;t.includes(e);)e+="_";return e}function _y(t){let[e,...o]=t.split(gy),n=o.map((s,i)=>`CREDENTIAL_${i+1}`),r=o.map((s,i)=>`\${${n[i]}:?is not recorded: set it}${s}`);return{names:n,body:[e,...r].join("")}}function Lf({server:t,url:e,payload:o}){try{ao(o)}catch{return null}let r=`${`{"url":${Cf(JSON.stringify(e))},"token":"$UPSTREAM_TOKEN","isPost":true`},"postData":${Cf(o.replace(/[\r\n]+/g," "))}}`,{names:s,body:i}=_y(r),c=wy(i);return{command:`curl -sS ${yy(`${t}/proxy_fetch`)} \\
  -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' --data-binary @- <<${c}
${i}
${c}
`,credentials:s}}var yy,Cf,gy,Nf=b(()=>{"use strict";co();yy=t=>`'${t.replaceAll("'","'\\''")}'`,Cf=t=>t.replace(/[\\$`]/g,"\\$&");gy="[redacted]"});function Rf(t){for(let e of[()=>ao(t),()=>Za(ha(t)?t.slice(0,-Df.length):t)])try{let o=e();return o instanceof Pt||Array.isArray(o)?o:null}catch(o){if(!(o instanceof SyntaxError))throw o}return null}function pa(t){let e=t;for(;e instanceof Pt||Array.isArray(e);)e=(Array.isArray(e)?e:e.values).at(-1);return e instanceof $e}var Df,xy,vy,ha,If,Mf=b(()=>{"use strict";co();Df="\u2026",xy=65536,vy=xy-3,ha=t=>t.endsWith(Df)&&new TextEncoder().encode(t).length>=vy;If=t=>t.length-(t.at(-1)instanceof $e?1:0)});function Ff({text:t}){let[e,o]=y(t.length<=Hf);return l`<span class="json-text">${e?t:`${t.slice(0,Hf)}\u2026`}</span> ${!e&&l`
<button type="button" class="quiet" onClick=${()=>o(!0)}>
${a("json.all",{n:t.length})}
</button>
`}`}function ky({value:t}){return typeof t=="string"?l`<${Ff} text=${JSON.stringify(t)} />`:l`<span class="json-number">
${t instanceof zo?t.text:String(t)}
</span>`}function Uf({label:t,children:e,isOpen:o=!1,isCut:n=!1}){let[r,s]=y(o);return l`
<details
open=${r}
onToggle=${i=>s(i.currentTarget.open)}
>
<summary>${t}${n&&l` <${Vt}>${a("json.cutInside")}<//>`}</summary>
${r&&l`<ul>
${e()}
</ul>`}
</details>
`}function Bf(t,e,o,n){let r=1;for(;r*Pf<n-o;)r*=Pf;return Array.from({length:Math.ceil((n-o)/r)},(s,i)=>{let c=o+i*r;if(r===1){let f=e?JSON.stringify(e[c]):D(c);return l`<li key=${c}><${Wf} name=${f} value=${t[c]} /></li>`}let u=Math.min(c+r,n),d=`${D(c)} \u2026 ${D(u-1)}`;return l`<li key=${c}>
<${Uf} label=${d} isCut=${pa(t[u-1])}
>${()=>Bf(t,e,c,u)}<//
>
</li>`})}function Wf({name:t,value:e,isOpen:o}){let n=t!==void 0&&l`<span class="json-name">${t}</span>${": "}`;if(e instanceof $e)return l`${n}<${Sy} of=${e} />`;let r=e instanceof Pt;if(!r&&!Array.isArray(e))return l`${n}<${ky} value=${e} />`;let s=r?e.values:e,i=D(If(s)),c=r?`{ ${i} }`:`[ ${i} ]`;return s.length?l`
<${Uf}
label=${l`${n}<span class="muted">${c}</span>`}
isOpen=${o}
isCut=${pa(e)}
>
${()=>Bf(s,r?e.names:null,0,s.length)}
<//>
`:l`${n}${c}`}function Qr({text:t}){let e=yt(()=>Rf(t),[t]);return l`
${ha(t)&&l`<p class="hint">${a("json.shortened")}</p>`}
${e?l`<div class="json"><${Wf} key=${t} value=${e} isOpen /></div>`:l`<div class="json json-raw"><${Ff} key=${t} text=${t} /></div>`}
`}var Pf,Hf,Sy,ma=b(()=>{"use strict";Q();co();Mf();T();Ct();S();Pf=100,Hf=300;Sy=({of:t})=>l`
<span class="json-text">${t.text}</span> <${Vt}>${a("json.cut")}<//>
`});function ts({text:t,what:e,name:o,type:n}){let r=()=>ze(o,t,n);return l`
<button type="button" onClick=${async()=>await So(t)?q(a("app.copied",{what:e})):r()}><${R} name="copy" />${a("job.copyText")}</button>
<button type="button" onClick=${r}>
<${R} name="download" />${a("job.downloadText")}
</button>
`}var $a=b(()=>{"use strict";Or();rn();T();S();gt();wt()});async function zf(t,e){let o=location.origin+St,n=await qf(t.job_id),s=e&&ua(e,n)?Lf({server:o,url:t.cluster_url,payload:n}):null;if(s===null)throw new K({status:422,title:a("job.curl"),detail:a("job.curlRefused")});let i=s.credentials.join(", ");await Ce(s.command,a(i?"job.curlCopiedWithout":"job.curlCopied",{names:i}))}function Ay({job_id:t,first:e,isProved:o,onWrong:n}){let r=B(i=>qf(t,i),[t]),s=r.data===void 0||ua(e,r.data);return k(()=>{s||n(r.data)},[s]),l`
<${ut} of=${r}>
${i=>l`
<div class="row">
<${de}
text=${a(s&&o?"job.payloadProved":"job.payloadWrong")}
wrong=${s&&o?null:a("job.payloadWrong")}
/>
<${ts}
text=${i}
what=${a("job.payload")}
name="${t}.payload.json"
type="application/json"
/>
</div>
<${Qr} text=${i} />
`}
<//>
`}function Kf({size:t,...e}){let[o,n]=y(!1);return l`
<section class="card" aria-labelledby="payload">
<details onToggle=${r=>n(r.currentTarget.open)}>
<summary>
<h2 id="payload">${a("job.payload")}</h2>
<span class="muted"> ${Vo(t)}</span>
</summary>
${o&&l`<${Ay} ...${e} />`}
</details>
</section>
`}var qf,Jf=b(()=>{"use strict";W();Nf();Q();H();U();S();ma();To();st();$a();V();T();Yr();qf=(t,e)=>E(O`/v1/jobs/${t}/payload`,{asText:!0,...e&&{signal:e}})});async function Yf({get:t,post:e,ms:o=Vf},n,{which:r,count:s},i){if(s>es)return null;let{job_id:c,action_name:u}=n;return Yo(o,async d=>{let f=AbortSignal.any([i,d]),h=await Ty(t,c,r,f);return e("/v1/overlaps",{action_name:u,cids:h,retry_of:c},{signal:f})})}async function Ty(t,e,o,n){let r=async i=>(await new ie(async u=>{let d={...i,limit:es,cursor:u},{customers:f,next:h}=await t(O`/v1/jobs/${e}/outcomes`,{query:d,signal:n});return{rows:f,next:h}}).all()).map(({cid:u})=>u);if(o==="all")return r({});let s=await r({status:"FAILED",own:"true"});return s.length>0?s:r({status:"FAILED"})}function os({data:t,error:e}){return t===null?!0:t?!t.is_withheld:!!e}var Vf,es,Gf,ba=b(()=>{"use strict";Mo();H();ho();Vf=6e4,es=1e4,Gf=({post:t,ms:e=Vf},o,n)=>Yo(e,r=>t("/v1/overlaps",o,{signal:AbortSignal.any([n,r])}))});async function rs({get:t,post:e,now:o=Date.now},n,r,s){let{head:i}=await t("/v1/stats",{query:{limit:1}}),c=()=>Re.get().find(({key:f})=>f===n.key),u=c(),d={...n,size:u?.size??i.size,at:o()};eo.add(d.key),Po(d);try{let f=await e(r,s,{key:d.key}),h=f.job_id??f.job.job_id;return Po({...d,job_id:h}),h}catch(f){let h=f.body?.job_id??c()?.job_id;if(h)return Po({...d,job_id:h}),h;throw eo.delete(d.key),f.status>=400&&f.status<500&&f.status!==424&&!u?ns(d.key):Po({...d}),f}finally{eo.delete(d.key)}}var Ey,Re,Po,eo,ns,Xf,oo=b(()=>{"use strict";Lt();go();Fe();Ey=8,Re=ce("sendings",[],"sessionStorage"),Po=t=>Re.update(e=>{let o=e.filter(({key:s})=>s!==t.key),n=o.filter(({job_id:s})=>s),r=o.length<Ey?null:n.at(-1)??o.at(-1);return[t,...o.filter(s=>s!==r)]}),eo=new Set,ns=t=>Re.update(e=>e.filter(o=>o.key!==t)),Xf=({user:t,key:e})=>xt(ee(ht(`${t}\0${e}`)))});function jy({job_id:t,customers:e}){let n=t?(r=>l`<a href=${C(O`/jobs/${r}`)} target="_blank"><code>${uo(r)}</code></a>`)(t):a("setAction.overlapOfAnother");return l`<li>${n}: ${a("setAction.overlapJob",{n:e})}</li>`}function ss({look:t,again:e}){let{jobs:o,is_complete:n,is_withheld:r,window_seconds:s}=t,i=o.length===0&&!r;return k(()=>{if(i)return;let c=Math.min(Math.max(s*1e3,Zf.min),Zf.max),u=setTimeout(e,c);return()=>clearTimeout(u)},[t]),i&&n?l`
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
${o.map(c=>l`<${jy} ...${c} />`)}
</ul>`}
${!n&&l`<p>${a("setAction.incomplete")}</p>`}
${r&&l`<p>${a("setAction.refuses")}</p>`}
<p><button type="button" onClick=${e}>${a("setAction.lookAgain")}</button></p>
</div>
</div>
`}var Zf,ya=b(()=>{"use strict";H();Q();T();S();gt();Zf={min:5e3,max:6e4}});async function Ly(t,e,o,n){let{size:r}=(await t("/v1/stats",{query:{limit:1},signal:n})).head;if(r<o)return null;let s=Xf(e),i=new ie(async c=>{let u={user_id:e.user,source:"gateway",limit:Cy,cursor:c},{jobs:d,next:f}=await t("/v1/jobs",{query:u,signal:n});return{rows:d,next:f}});for(let c=0;c<Oy;c+=1){await i.reach(c+1);let u=i.rows[c];if(!u||u.index<o)return{size:r};if((await t(O`/v1/entries/${u.index}/leaf`,{signal:n})).request_key===s)return{job_id:u.job_id,size:r}}return null}function th({get:t,later:e=setTimeout,cancel:o=clearTimeout,now:n=Date.now},r,s){let i=new AbortController,{signal:c}=i,u=r.size,d=0,f=0,h=async()=>{let m=n()-r.at>=Qf;try{let $=await Ly(t,r,u,c);if(c.aborted)return;if($?.job_id)return void s({job_id:$.job_id});$?m&&s({size:$.size}):s(null),u=$?.size??u}catch($){if(c.aborted||(s(null),$ instanceof K&&$.status===401))return}let p=r.at+Qf-n();f=e(h,p>0?Math.min(fo(d),p):fo(d)),d+=1};return h(),()=>{i.abort(),o(f)}}var Qf,Oy,Cy,eh=b(()=>{"use strict";Mo();H();Ut();oo();ho();Qf=3e4,Oy=500,Cy=100});function is(t){let[e,o]=y(oh);return k(()=>{if(o(t?{text:a("setAction.seeking"),isAbsent:!1}:oh),!!t)return th({get:E},t,n=>{n?"size"in n?o({text:a("setAction.notFound",{n:n.size}),isAbsent:!0}):Po({...t,job_id:n.job_id}):o({text:a("setAction.unknown"),isAbsent:!1})})},[t]),e}var oh,wa=b(()=>{"use strict";W();eh();oo();T();S();oh={text:"",isAbsent:!1}});function Ny(t,{which:e,token:o,url:n,members:r},s,i){let c=yt(ye,[e,n,r]),u=N.get()?.user_id??"",[d]=y(()=>Re.get().filter(({job_id:$})=>$)),f=j(Re).find($=>$.user===u&&$.retry_of===t.job_id&&!d.includes($)),h=is(f?.job_id?void 0:f),m=f!==void 0&&f.key!==c&&!h.isAbsent;return k(()=>{f?.job_id&&(i(),$t(C(O`/jobs/${f.job_id}`)))},[f?.job_id]),{sending:Z(async()=>{let $={key:c,user:u,action:t.action_name,count:s,retry_of:t.job_id},w=af({customers:e,token:o,url:n},r);await rs({get:E,post:Y},$,O`/v1/jobs/${t.job_id}/retry`,w)}),seeking:h.text,isOff:m}}function nh({job:t,counts:e,onlyNamed:o,actions:n,onClose:r}){let[s,i]=y(n.retryFailed?"failed":"all"),[c,u]=y(""),[d,f]=y(""),{value:h,set:m,forget:p}=Pn(`retry ${t.job_id}`,""),$=s==="all"?t.customer_count:e.FAILED,{sending:w,seeking:g,isOff:_}=Ny(t,{which:s,token:c,url:h,members:d},$,p),[,x,v]=w,L=B(Rt=>Yf({get:E,post:Y},t,{which:s,count:$},Rt),[t.job_id,s,$]),G=!d.trim()||sf(d);return l`
<${tt} title=${a("job.retry")} onClose=${r}>
<${vt}
of=${w}
action=${a("job.retrySend",{n:$,action:t.action_name})}
busy=${a("job.sending")}
isOff=${_||!G||!os(L)}
>
<${Dy} ...${{job:t,counts:e,onlyNamed:o,actions:n,which:s}} onWhich=${i} />
<${P}
label=${a("job.token")}
hint=${a("job.tokenHint")}
type="password"
autocomplete="off"
value=${c}
onValue=${u}
/>
<${P}
label=${a("job.url")}
hint=${a("job.urlHint")}
placeholder=${t.cluster_url}
type="url"
value=${h}
onValue=${m}
/>
${(d||v?.field==="payload")&&l`<${Ry} members=${d} onMembers=${f} isJson=${G} />`}
${!x&&(g?l`<p class="notice" role="status">${g}</p>`:l`<${Iy} look=${L} />`)}
<//>
<//>
`}var Dy,Ry,Iy,rh=b(()=>{"use strict";et();W();ba();H();Ot();oo();Kt();sa();Tt();U();S();ya();wa();st();T();to();Dy=({job:t,counts:e,onlyNamed:o,actions:n,which:r,onWhich:s})=>l`
<${Ne}
label=${a("job.retryWhom")}
value=${r}
onValue=${s}
options=${[n.retryFailed&&{value:"failed",text:a(o?"job.retryNamed":"job.retryFailed",{n:e.FAILED})},n.retryAll&&{value:"all",text:a("job.retryAll",{n:t.customer_count})}].filter(Boolean)}
/>
${e.UNCONFIRMED>0&&l`<p class="notice notice-warning">${a("job.retryUnconfirmed")}</p>`}
`,Ry=({members:t,onMembers:e,isJson:o})=>l`
<${P}
as="textarea"
label=${a("job.members")}
hint=${a("job.membersHint")}
error=${!o&&a("job.membersWrong")}
rows="3"
value=${t}
onValue=${e}
/>
`,Iy=({look:t})=>l`
<${ut} of=${t}>
${e=>e?l`<${ss} look=${e} again=${t.reload} />`:l`<p class="notice" id="overlaps">${a("job.notLooked",{most:es})}</p>`}
<//>
`});function sh(t,e){let o=Math.min(t,e),n=t-o;return{shown:o,left:n,next:Math.min(n,50)}}function ih(t,e,o){let n=t?.children[o?0:e];n&&(n.tabIndex=-1,n.focus())}var ah=b(()=>{"use strict"});function Ho(t,{of:e,isAbove:o=!1}={}){let[n,r]=y({wanted:50,of:e,before:0}),s=I(null),i=sh(t,Object.is(n.of,e)?n.wanted:50),{shown:c,next:u}=i;return Zt(()=>{n.before>0&&ih(s.current,n.before,o)},[n]),{...i,list:s,more:()=>r({wanted:c+u,of:e,before:c})}}var Fo,as=b(()=>{"use strict";ah();T();S();Fo=({steps:{left:t,next:e,more:o},text:n="app.more"})=>t>0&&l`<button type="button" class="more" onClick=${o}>${a(n,{n:e,left:t})}</button>`});function lh({job:t}){let[e,o]=y(Date.now()),n=t.status==="IN_PROGRESS";k(()=>{if(!n)return;let i=setInterval(()=>o(Date.now()),1e3);return()=>clearInterval(i)},[n]);let r=lf(t,e);if(r===null)return null;let s=n?Math.floor(r/1e3)*1e3:r;return l`<span id="took">
${a(n?"job.running":"job.took",{time:Xt(s)})}
</span>`}function My({entry:t,wrong:e,isUnconnected:o}){let{index:n,kind:r,status:s,cause:i}=t,c=a(e===null?"job.proved":"job.notProved",{index:n});return l`
<div class="row">
${r==="note_added"?l`<span class="tag"><${R} name="note" /> ${F("kind",r)}</span>`:l`
<${ct} status=${s??"IN_PROGRESS"} cause=${i} />
${r!=="status_changed"&&F("kind",r)}
`}
<${xn} at=${t.recorded_at??t.created_at} />
${o&&e===null?l`<span class="muted">${a("job.notYet",{index:n})}</span>`:l`<${de} text=${c} wrong=${e} />`}
</div>
`}function Py({entry:t,before:e,wrong:o,isUnconnected:n}){let r=e?cf(e,t):null,s=[a("job.by",{user:t.actor??t.submitted_by??t.user_id}),r!==null&&a("job.later",{time:Xt(r)}),t.http_status!==void 0&&a("job.http",{status:String(t.http_status)}),t.outcomes&&a("job.named",{n:t.outcomes.count})];return l`
<li class="entry" data-entry=${t.index}>
<${My} entry=${t} wrong=${o} isUnconnected=${n} />
<p class="muted">${s.filter(Boolean).join(", ")}</p>
${t.text!==void 0&&l`<p class="entry-text">${t.text}</p>`}
${t.error_message!==void 0&&l`<p class="entry-text">${t.error_message}</p>`}
${t.response_summary!==void 0&&l`
<div class="entry-answer">
<div class="row">
<span class="muted">${a("job.answer")}</span>
<${ts}
text=${t.response_summary}
what=${a("job.answer")}
name="${t.job_id}.answer.${t.index}.txt"
type="text/plain"
/>
</div>
<${Qr} text=${t.response_summary} />
</div>
`}
<p class="entry-links">
<${le}
href=${C(O`/v1/entries/${t.index}/receipt`)}
name="${t.index}.receipt"
>
${a("job.receipt")}
<//>
<${le}
href=${C(O`/v1/entries/${t.index}/leaf`)}
name="${t.index}.leaf"
>
${a("job.leaf")}
<//>
</p>
</li>
`}function uh({entries:t,proof:e}){let o=Ho(t.length,{isAbove:!0}),n=o.left,r=s=>e.wrong.get(s.index)??(e.why||null);return l`
<section class="card" aria-labelledby="timeline">
<h2 id="timeline">${a("job.timeline")}</h2>
<${Fo} steps=${o} text="job.earlier" />
<ol class="timeline" ref=${o.list}>
${t.slice(n).map((s,i)=>l`
<${Py}
key=${s.index}
entry=${s}
before=${t[n+i-1]}
wrong=${r(s)}
isUnconnected=${e.isUnconnected}
/>
`)}
</ol>
</section>
`}var dh=b(()=>{"use strict";Q();H();Ct();sn();S();gt();ma();To();as();$a();V();T();to()});var hh={};Gt(hh,{default:()=>fh});function Hy({job:t,first:e,proof:o,outcomes:n,related:r,onDone:s}){let i=j(N),[c,u]=y(""),[d,f,h]=Z(()=>zf(t,De(o)&&e)),{counts:m,onlyNamed:p}=of(t,n),$=rf(t,m,i?.role??"auditor"),w=()=>u(""),_={job:t,counts:m,onlyNamed:p,actions:$,related:r,onClose:w,onDone:()=>{w(),s()}},x=(v,L,G="")=>l`
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
<${le} class="button" href=${C(O`/v1/jobs/${t.job_id}/evidence`)}>
<${R} name="download" />${a("job.evidence")}
<//>
</div>
<${rt} problem=${h} />
${c==="settle"&&l`<${df} ...${_} />`}
${c==="retry"&&l`<${nh} ...${_} />`}
${c==="note"&&l`<${ff} ...${_} />`}
${c==="compare"&&l`<${hf} ...${_} />`}
`}function Uy({job:t,related:e}){let{retry_of:o,retries:n,batch:r,overlaps:s}=e,i=nf(t,e),c=d=>{let{customers:f}=s.find(h=>h.job===d);return l`<span class="muted">${a("job.inCommon",{n:f})}</span>`},u=[{text:a("job.retryOf"),jobs:o?[o]:[]},{text:a("job.retries"),jobs:n,list:i.retries,toAll:a("job.allRetries")},{text:a("job.batch"),jobs:r,list:i.batch,toAll:a("job.allOfBatch")},{text:a("job.overlaps"),jobs:s.map(d=>d.job),more:c}].filter(({jobs:d})=>d.length);return!u.length&&e.overlaps_complete?null:l`
<section class="card" aria-labelledby="related">
<h2 id="related">${a("job.related")}</h2>
${u.map(({text:d,jobs:f,more:h,list:m,toAll:p})=>l`
<h3 key=${d}>${d}</h3>
<${ca} key=${`${d}=`} jobs=${f} more=${h} />
${m&&l`<p key=${p}><${M} to="/" query=${m}>${p}<//></p>`}
`)}
${!e.overlaps_complete&&l`<p class="hint">${a("setAction.incomplete")}</p>`}
</section>
`}function By(t){let e=I(t);k(()=>{e.current!==t&&fr(a("job.now",{status:F("status",t)})),e.current=t},[t])}function Wy({overview:t,reload:e}){let{job:o,entries:n,outcomes:r,related:s,proof:i}=t,c=[s.retry_of,...s.retries,...s.batch,...s.overlaps.map(h=>h.job)].filter(Boolean),u=`${o.action_name}, ${a("job.customers",{n:o.customer_count})}`,{user_id:d,submitted_by:f}=o;return l`
<header class="job-head">
<${J}>${u}<//>
<p class="row">
<${ct} status=${o.status} cause=${o.cause} /> <${lh} job=${o} />
<span>${f?a("job.submittedFor",{user:d,by:f}):a("job.submitted",{user:d})}</span>
<${Gr} proof=${i} entries=${n} />
</p>
<${Hy}
job=${o}
first=${n[0]}
proof=${i}
outcomes=${r}
related=${c}
onDone=${e}
/>
</header>
`}function qy({overview:t,reload:e}){let{job:o,entries:n,outcomes:r,related:s,proof:i}=t,c=vf(t),[u,d]=y(null);return By(o.status),l`
<${Io} overview=${t} lists=${c} more=${u} />
<${Wy} overview=${t} reload=${e} />
<div class="job-columns">
<${Fy} job=${o} />
<div class="job-main">
<${uh} entries=${n} proof=${i} />
<${jf}
job=${o}
summary=${r}
lists=${i.wrong.size||i.why?null:c.lists}
onWrong=${f=>d({why:a("job.rowWrong"),row:f})}
>
<${kf} lists=${c} customers=${o.customer_count} proof=${i} />
<//>
${t.request_payload_bytes!==null&&l`
<${Kf}
job_id=${o.job_id}
size=${t.request_payload_bytes}
first=${n[0]}
isProved=${De(i)}
onWrong=${f=>d({why:a("job.payloadWrong"),payload:f})}
/>
`}
</div>
<${Uy} job=${o} related=${s} />
</div>
`}function zy({overview:t,reload:e}){let o=In(t);return o.proof.isOther?l`
<${Io} overview=${o} />
<${J}>${a("job.title")}<//>
<${nt} title=${a("job.other")} />
`:l`<${qy} overview=${o} reload=${e} />`}function fh({job_id:t}){let e=j(Eo),o=B(i=>Rn(t,i),[t,e]),{data:n,reload:r}=o,s=n!==void 0;return k(()=>{if(!n)return;let i={job_id:t,after:n.job.last_index};return se(i,{onEntries:r,onState:c=>c==="stale"&&r()})},[s]),l`
${!s&&l`<${J} hidden>${a("job.title")}<//>`}
<${ut} of=${o}>
${i=>l`
<${zy} overview=${i} reload=${r} />
`}
<//>
${o.error?.status===404&&l`<p><${M} to="/">${a("app.toJobs")}<//></p>`}
`}var Fy,ph=b(()=>{"use strict";et();Nn();H();jo();Ct();sn();U();S();gt();oa();na();wt();Xe();ra();st();V();T();pf();Sf();Of();Jf();rh();to();dh();Fy=({job:t})=>l`
<section class="card" aria-labelledby="facts">
<h2 id="facts">${a("job.facts")}</h2>
<dl class="facts">
${Jr.map(e=>[e,Dn(t,e)]).filter(([,e])=>e!==null).map(([e,o])=>l`
<dt key=${e}>${Vr(e)}</dt>
<dd key=${`${e}=`}>${o}</dd>
`)}
</dl>
</section>
`});var yh={};Gt(yh,{default:()=>bh});function Gy({address:t,part:e,count:o,name:n}){let{rows:r,problem:s,reach:i,again:c,all:u}=Zr(e,async(d,f,h)=>{let m={part:e,limit:Ky,after:d},{customers:p,next:$}=await E(t,{query:m,signal:h});return{rows:p,next:$}},{isNeeded:o>0});return o?l`
<div class="row">
<${Xr}
name=${n}
columns=${["cid"]}
read=${async()=>(await u()).map(d=>({cid:d}))}
/>
</div>
<${rt} problem=${s} retry=${c} />
<${Kr}
label=${a("job.customer")}
columns=${[a("job.customer")]}
count=${o}
onRange=${i}
row=${d=>l`
<td>
${r[d]===void 0?"\u2026":l`<${M} to=${O`/customers/${r[d]}`}>${r[d]}<//>`}
</td>
`}
/>
`:l`<p class="muted">${a("app.none")}</p>`}function Yy({address:t,counts:e,name:o}){let[n,r]=Wt(),s=mh.find(i=>i===n.get("part"))??"both";return l`
<section class="card outcomes" aria-labelledby="customers">
<div class="row spread">
<h2 id="customers">${a("compare.customers")}</h2>
<span class="muted">${a("compare.unchecked")}</span>
</div>
<div class="row" role="group" aria-label=${a("compare.customers")}>
${mh.map(i=>l`
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
<${Gy}
key=${s}
address=${t}
part=${s}
count=${e[s]}
name="${o}.${s}"
/>
</section>
`}function Xy({first:t,second:e,children:o}){let[n,r]=[In(t),In(e)],s=n.proof.isOther||r.proof.isOther;return l`
<${Io} overview=${n} />
<${Io} overview=${r} banner="other-job-proof" />
${s?l`<${nt} title=${a("job.other")} />`:[l`<${Vy} a=${n} b=${r} />`,o]}
`}function bh({job_id:t,other_id:e}){let o=O`/v1/jobs/${t}/diff/${e}`,n=B(async r=>{let[s,i,{counts:c}]=await Promise.all([Rn(t,r),Rn(e,r),E(o,{signal:r})]);return{first:s,second:i,counts:c}},[t,e,j(Eo)]);return l`
<${J}>${a("compare.title")}<//>
<${ut} of=${n}>
${({first:r,second:s,counts:i})=>l`
<${Xy} first=${r} second=${s}>
<${Yy} address=${o} counts=${i} name=${t} />
<//>
`}
<//>
`}var mh,Ky,Jy,$h,Vy,wh=b(()=>{"use strict";W();Q();H();da();U();S();oa();na();fa();Xe();ra();st();V();On();T();mh=["only_a","only_b","both"],Ky=1e4,Jy=new Set(["job_id","created_at","updated_at"]),$h=({name:t,of:{job:e,entries:o,proof:n}})=>l`
<th scope="col">
<${M} to=${O`/jobs/${e.job_id}`}>${t}<//>
<div><${Gr} proof=${n} entries=${o} /></div>
</th>
`,Vy=({a:t,b:e})=>l`
<section class="card scroll-x" aria-labelledby="facts">
<h2 id="facts">${a("job.facts")}</h2>
<table class="compare-facts">
<thead>
<tr>
<td></td>
<${$h} name=${a("compare.a")} of=${t} />
<${$h} name=${a("compare.b")} of=${e} />
</tr>
</thead>
<tbody>
${Jr.map(o=>{let n=[Dn(t.job,o),Dn(e.job,o)];if(n.every(c=>c===null))return null;let[r,s]=[t.job[o]??null,e.job[o]??null],i=r!==s&&!Jy.has(o);return l`
<tr key=${o} class=${i?"differs":""}>
<th scope="row">
${Vr(o)}${" "}
${i&&l`<span class="tag">${a("compare.differs")}</span>`}
</th>
${n.map((c,u)=>l`<td key=${u}>${c}</td>`)}
</tr>
`})}
</tbody>
</table>
</section>
`});function Ie({title:t,action:e,onConfirm:o,onClose:n,children:r}){let[s,i,c]=Z(async()=>{await o(),n()});return l`
<${tt} title=${t} onClose=${n}>
<p>${r}</p>
<${rt} problem=${c} />
<div class="row">
<button type="button" class="danger" disabled=${i} onClick=${s}>${e}</button>
<button type="button" onClick=${n}>${a("app.cancel")}</button>
</div>
<//>
`}var Hn=b(()=>{"use strict";T();Kt();U();S();st()});function Qy({values:t,kinds:e,lines:o,first:n},r,s){let i=Cn[e[r]],c=t[r];if(i==="good")return"";if(i==="duplicate")return a("setAction.sameAs",{line:o[n.get(c)]});if(i==="blank")return a("setAction.isBlank");if(i==="spaces")return a("setAction.spaces");let u=he(c,s);return u&&a(`name.${u.why}`,{n:u.n??0,most:s,code:u.code??""})}function gh({checked:t,bytesMax:e,...o}){let{isRemoved:n}=o,[r,s]=y("all"),[i,c]=y(""),{counts:u,values:d,lines:f}=t,h=d.length-u.good,m=n?"good":r!=="all"&&u[r]?r:"all",p=yt(()=>Od(t,m,i),[t,m,i]);return d.length===0?null:l`
${h>0&&!n&&l`<${tw} checked=${t} kind=${m} onKind=${s} />`}
<${ew} spaces=${u.spaces} marked=${h} ...${o} />
<${ga}
label=${a("setAction.list")}
search=${i}
onSearch=${c}
total=${n?u.good:d.length}
found=${p}
>
${$=>{let w=Qy(t,$,e);return l`
<span class="line muted" title=${a("setAction.line",{line:f[$]})}>
${D(f[$])}
</span>
<span class="value ${w&&"is-marked"}" title=${d[$]}>${d[$]}</span>
<span class="fault" title=${w}>${w}</span>
`}}
<//>
`}var Zy,tw,ew,ga,_a=b(()=>{"use strict";Ln();Q();S();On();T();Zy=28;tw=({checked:{counts:t,values:e},kind:o,onKind:n})=>l`
<div class="row kinds" role="group" aria-label=${a("setAction.list")}>
${["all",...Cn].filter(r=>r==="all"||t[r]).map(r=>l`
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
`,ew=({spaces:t,marked:e,isTrimmed:o,onTrim:n,isRemoved:r,onRemoved:s})=>l`
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
`;ga=({label:t,search:e,onSearch:o,total:n,found:r,children:s})=>l`
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
<${bd} label=${t} count=${r.length} height=${Zy} of=${r}>
${i=>s(r[i])}
<//>
`});function vh(t,e,o){let{upstreams:n,actions:r}=t.set_actions,s=e.get("action")??"",i=r.some(u=>u.name===s),c=n.length===1?n[0]:"";return{action:s&&!i?Uo:s,other:i?"":s,base:c,path:c&&o(c),token:"",batch:e.get("batch_id")??""}}function kh(t,e){let o=e.endsWith("/")?e:`${e}/`,n=t.map(r=>r.cluster_url??"").find(r=>r.startsWith(o));return xa(n?.slice(o.length)??"")}function va(t,e){let{limits:o}=e,n=he(pe(t),o.action_name_bytes),r=t.batch?he(t.batch,o.batch_id_bytes):null;return{...n&&{action:n},...!t.base&&{base:!0},...r&&{batch:r}}}function Sh(t,e,o){if(!t)return"reading";let{counts:n,customers:r}=t;return!e&&n.spaces+n.invalid>0?"invalid":r.length===0?"none":r.length>o?"many":null}var Uo,_h,no,xh,pe,ro,xa,Ah,Bo=b(()=>{"use strict";Ln();Uo="other ",_h=2e4,no=(t,{name:e=null,isLarge:o=!1}={})=>({text:t,name:e,isLarge:o,delimiter:null,column:null,hasHeader:null,trims:!1}),xh=t=>({...no(t.map(e=>e[0]==='"'?`"${e.replaceAll('"','""')}"`:e).join(`
`)),delimiter:"",hasHeader:!1});pe=({action:t,other:e})=>t===Uo?e:t,ro=({base:t,path:e})=>e?`${t.replace(/\/$/,"")}/${e.replace(/^\/+/,"")}`:t,xa=t=>t.split(/[?#]/)[0];Ah=(t,e)=>({url:ro(t),...t.token&&{token:t.token},payload:{action:pe(t),cids:e},contentType:"application/json",...t.batch&&{batch_id:t.batch}})});function nw({customers:t}){let[e,o]=y(""),n=yt(()=>{let r=e.toLowerCase();return[...t.keys()].filter(s=>t[s].toLowerCase().includes(r))},[e]);return l`
<${ga}
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
`}function Th({form:t,customers:e,leftOut:o,onSend:n,isBusy:r,problem:s,onClose:i}){let c=pe(t),u=e.length,d=B(f=>Gf({post:Y},{action_name:c,cids:e},f),[]);return l`
<${tt} wide title=${a("setAction.confirm",{action:c,n:u})} onClose=${i}>
<div class="confirm">
<${ow} form=${t} count=${u} leftOut=${o} />
<${ut} of=${d}>
${f=>l`<${ss} look=${f} again=${d.reload} />`}
<//>
<${nw} customers=${e} />
<${rt} problem=${s} />
<p class="row end">
<button type="button" onClick=${i}>${a("app.cancel")}</button>
<button
type="button"
id="send"
class="primary"
disabled=${r||!os(d)}
onClick=${n}
>
${r?a("setAction.sending"):a("setAction.send")}
</button>
</p>
</div>
<//>
`}var ow,Eh=b(()=>{"use strict";W();ba();Q();Kt();U();S();ya();st();T();_a();Bo();ow=({form:t,count:e,leftOut:o})=>l`
<dl class="facts">
<dt>${a("setAction.action")}</dt>
<dd><b>${pe(t)}</b></dd>
<dt>${a("setAction.upstream")}</dt>
<dd>${ro(t)}</dd>
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
`});function jh(t){let e=(...n)=>n.every((r,s)=>t[s]===r);if(e(80,75,3,4)||e(208,207,17,224))return{fault:"workbook"};let o=e(255,254)?"utf-16le":e(254,255)?"utf-16be":"utf-8";try{let n=new TextDecoder(o,{fatal:!0}).decode(t);return n.includes("\0")?{fault:"binary"}:{text:n}}catch{return{fault:"encoding"}}}function Oh(t){let e=t.slice(0,65536),o=e.replace(/"(?:[^"]|"")*"/g,"").split(/\r\n?|\n/);e.length<t.length&&o.length>1&&o.pop();let n=o.filter(i=>i.trim()),r=cs.filter(i=>n.some(c=>c.includes(i)));return r.find(i=>{let c=n.map(u=>u.split(i).length);return n.length>1&&c.every(u=>u===c[0]&&u>1)})??(r.length>1?cs.join(""):r[0]??"")}function*Ch(t,e){let o={rows:[],lines:[],unclosed:null},n=new RegExp(`[\r
${e}]`,"g"),r=t[0]==="\uFEFF"?1:0,s=1;for(;r<t.length;){let i=[];for(o.lines.push(s);;){let c;if(t[r]==='"'&&o.unclosed===null){if(c=sw(t,r),c<0){o.unclosed=s;continue}let u=t.slice(r+1,c-1);s+=u.match(/\r\n?|\n/g)?.length??0,i.push(u.replaceAll('""','"')),r=c,n.lastIndex=r,c=n.exec(t)?.index??t.length,i[i.length-1]+=t.slice(r,c)}else n.lastIndex=r,c=n.exec(t)?.index??t.length,i.push(t.slice(r,c));if(r=c+1,c>=t.length||t[c]===`
`)break;if(t[c]==="\r"){t[r]===`
`&&(r+=1);break}}s+=1,o.rows.push(i),o.rows.length%1e3===0&&(yield)}return o}function sw(t,e){let o=e+1;for(;;){if(o=t.indexOf('"',o)+1,o===0)return-1;if(t[o]!=='"')return o;o+=1}}function Nh(t,e){let o=t.slice(0,200).filter(_=>!Lh(_)),n=o[0]??[],r=n.map(iw),s=rw.map(_=>r.indexOf(_)).find(_=>_>=0),i=Math.max(1,...o.map(aw)),c=o.every(_=>_.length===n.length),u=i>1&&o.length>1&&(c||s!==void 0),d=_=>/\d/.test(_),f=u&&!n.some(d)&&o.slice(1).every(_=>_.some(d)),h=e.hasHeader??(o.length>1&&(s!==void 0||f)),m=e.column??(u?s??null:i>1?"all":0),p=o.slice(h?1:0),$=u?Math.min(i,50):1,w=Array.from({length:$},(_,x)=>h?n[x]??"":""),g=w.map((_,x)=>p.slice(0,2).map(v=>v[x]??""));return{columns:w,samples:g,hasHeader:h,column:m}}function aw(t){let e=t.length;for(;e>0&&!t[e-1].trim();)e-=1;return e}function Dh({rows:t,lines:e},{hasHeader:o,column:n}){let r=[],s=[],i=o;for(let[c,u]of t.entries()){if(i&&Lh(u))continue;if(i){i=!1;continue}if(n===null)break;let d=u.length-(u.length>1&&!u[u.length-1]?1:0);for(let f of n==="all"?u.slice(0,d):[u[n]??""])r.push(f),s.push(e[c])}return{values:r,lines:s}}async function ka(t,e){let o=performance.now();for(;;){let{done:n,value:r}=t.next();if(n)return r;performance.now()-o<8||(await new Promise(s=>setTimeout(s)),e?.throwIfAborted(),o=performance.now())}}var cs,rw,Lh,iw,Sa=b(()=>{"use strict";cs=["	",";",","],rw=["cust_id","cid","customer_id","customer","cids","customers"];Lh=t=>t.every(e=>!e.trim()),iw=t=>t.trim().toLowerCase().replace(/\W+/g,"_")});async function lw(t){if(t.size>64e6)return{fault:a("csv.large",{size:Vo(64e6)})};let e=jh(new Uint8Array(await t.arrayBuffer()));return"fault"in e?{fault:a(`csv.${e.fault}`)}:e}function uw({read:{delimiter:t,layout:e,rows:o},onChoice:n}){let{columns:r,samples:s,hasHeader:i,column:c}=e,u=r.length>1;if(!t&&!u&&!i)return null;let d=f=>{let h=r[f].trim()||a("setAction.columnNo",{n:f+1}),m=s[f].map(p=>p.slice(0,24)).join(", ");return m?a("setAction.columnOf",{name:h,samples:m}):h};return l`
<div class="reading">
<${P}
as="select"
label=${a("setAction.separated")}
value=${t}
onValue=${f=>n({delimiter:f,column:null})}
>
${cw.map(([f,h])=>l`<option key=${f} value=${f} selected=${f===t}>
${a(h)}
</option>`)}
<//>
${u&&l`
<${P}
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
`}function hw(t){let[e,o]=y(""),[n,r]=y(!1),s=h=>{o(""),t(h)},i=async h=>{if(!h)return;let m=await lw(h);"fault"in m?o(`${h.name}: ${m.fault}`):s(no(m.text,{name:h.name,isLarge:!0}))},c=h=>{let{files:m}=h.clipboardData,p=h.clipboardData.getData("text"),$=h.currentTarget;if(!(!p&&m.length===0)&&!(p&&$.value.length+p.length<=_h))if(h.preventDefault(),!p)i(m[0]);else{let w=$.value.slice(0,$.selectionStart),g=$.value.slice($.selectionEnd);s(no(w+p+g,{isLarge:!0}))}},u=h=>{h.preventDefault(),r(!1);let{files:m}=h.dataTransfer,p=h.dataTransfer.getData("text");m.length?i(m[0]):p&&s(no(p,{isLarge:!0}))},d=h=>m=>{m.preventDefault(),r(h)},f={onDragOver:d(!0),onDragLeave:d(!1),onDrop:u};return{fault:e,isOver:n,replace:s,take:i,paste:c,dropping:f}}function Ih(t){let{source:e,typed:o,onSource:n,read:r,isRemoved:s,onRemoved:i,bytesMax:c}=t,{fault:u,isOver:d,replace:f,take:h,paste:m,dropping:p}=hw(n),$=w=>{i(!1),n({...e,...w})};return l`
<section class="card customers ${d?"is-over":""}" ...${p}>
<h2>${a("setAction.customers")}</h2>
${e.isLarge?l`<${dw} source=${e} onClear=${()=>f(no(o))} />`:l`
<${P}
as="textarea"
id="customers"
label=${a("setAction.paste")}
rows="6"
spellcheck=${!1}
autocapitalize="none"
value=${e.text}
onPaste=${m}
onValue=${w=>f(no(w))}
/>
`}
<${fw} onFile=${h} />
${u&&l`<p class="notice notice-error" role="alert">${u}</p>`}
${r&&l`
<${uw} read=${r} onChoice=${$} />
<${gh}
checked=${r.checked}
isTrimmed=${e.trims}
onTrim=${w=>n({...e,trims:w})}
isRemoved=${s}
onRemoved=${i}
bytesMax=${c}
/>
`}
</section>
`}var cw,dw,fw,Mh=b(()=>{"use strict";Sa();Q();Tt();S();gt();T();_a();Bo();cw=[["","setAction.lines"],[",","setAction.comma"],[";","setAction.semicolon"],["	","setAction.tab"],[cs.join(""),"setAction.any"]];dw=({source:t,onClear:e})=>l`
<div class="large row spread">
<span class="row"><${R} name="note" /> <b>${t.name??a("setAction.pasted")}</b></span>
<span class="muted">${Vo(new Blob([t.text]).size)}</span>
<button type="button" onClick=${e}>${a("setAction.clear")}</button>
</div>
`,fw=({onFile:t})=>l`
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
`});function Aa(){Fh()?globalThis.addEventListener?.("beforeunload",Ph):globalThis.removeEventListener?.("beforeunload",Ph)}function Ta(t,e){Wo.set(t,{...e,form:{...e.form,token:""}}),Aa()}function Ea(t,e){let o=e!==void 0&&Wo.get(t)?.key===e;return o&&Wo.delete(t),Aa(),o}function Bh(t,e){let o={...t,...e},n=Hh(t);return Hh(o).every((s,i)=>s===n[i])?o:{...o,key:ye()}}function qh(t,e){let o=t.isRemoved&&e.text===t.source.text,n=e.isLarge?t.typed:e.text;return Bh(t,{source:e,typed:n,isRemoved:o})}var Wo,Ph,Fh,Uh,ls,Hh,Wh,zh=b(()=>{"use strict";W();et();oo();Bo();Wo=new Map,Ph=t=>{Fh()&&eo.size===0&&t.preventDefault()},Fh=()=>[...Wo.values()].some(({source:t})=>t.text.trim()!=="");Uh=(t,e)=>({form:t,source:e,typed:e.text,isRemoved:!1,key:ye()}),ls=t=>Wo.get(t)??null;we(()=>{Wo.clear(),Aa()});Hh=({form:t,source:e})=>[ro(t),pe(t),t.batch,e];Wh=(t,e)=>Bh(t,{form:{...t.form,...e}})});function mw({sending:t,job_id:e}){let{data:o,reload:n}=B(s=>E(O`/v1/jobs/${e}`,{signal:s}),[e]),r=o&&o.status!=="IN_PROGRESS";return k(()=>{if(!r)return se({job_id:e,kind:"status_changed"},{onEntries:n,onState:n})},[e,r]),k(()=>()=>{r&&ns(t.key)},[r]),l`
${o&&l`<${ct} status=${o.status} cause=${o.cause} />`}
<a href=${C(O`/jobs/${e}`)}>${a("setAction.open")}</a>
`}function Kh({user:t}){let e=j(Re).filter(o=>o.user===t&&!eo.has(o.key));return e.length===0?null:l`
<section class="card" id="sent">
<h2>${a("setAction.sentTitle")}</h2>
<ul class="sent">
${e.map(o=>l`
<li key=${o.key} class="row">
<b>${a("setAction.sentWhat",{action:o.action,n:o.count})}</b>
${o.job_id?l`<${mw} sending=${o} job_id=${o.job_id} />`:l`<${pw} sending=${o} />`}
<button
type="button"
class="icon-button"
aria-label=${a("app.remove",{what:o.action})}
onClick=${()=>ns(o.key)}
>
✕
</button>
</li>
`)}
</ul>
</section>
`}var pw,Jh=b(()=>{"use strict";W();H();oo();jo();Ct();U();S();wa();T();pw=({sending:t})=>l`<span role="status">${is(t).text}</span>`});function Vh(t,e){let[o,n]=y(null),r=I(o);return k(()=>{let s=new AbortController,{signal:i}=s,c=async()=>{let f=r.current,h=t.delimiter??Oh(t.text),p=f?.source.text===t.text&&f.delimiter===h?f.rows:await ka(Ch(t.text,h),i),$=Nh(p.rows,t),w=Dh(p,$),g=jd(w,{trims:t.trims,bytesMax:e}),_=await ka(g,i);r.current={source:t,delimiter:h,rows:p,layout:$,checked:_},n(r.current)},u=t.isLarge||!r.current?0:$w,d=setTimeout(()=>c().catch(f=>i.aborted||reportError(f)),u);return()=>{clearTimeout(d),s.abort()}},[t]),{read:o,isCurrent:o?.source===t}}var $w,Gh=b(()=>{"use strict";Sa();Ln();S();$w=120});function Xh({meta:t,form:e,onForm:o,pathOf:n,faults:r}){let s=(c,u)=>{let d=r[c];return!d||d.why==="empty"?null:a(`name.${d.why}`,{n:d.n??0,most:u,code:d.code??""})},i=(c=>u=>o({[c]:u}));return l`
<section class="card">
<h2>${a("setAction.what")}</h2>
<${bw} ...${{meta:t,form:e,set:i}} fault=${s("action",t.limits.action_name_bytes)} />
<${yw}
upstreams=${t.set_actions.upstreams}
...${{form:e,set:i}}
onBase=${c=>o({base:c,path:n(c)})}
/>
<${P}
id="batch"
label=${a("setAction.batch")}
hint=${a("setAction.batchHint")}
error=${s("batch",t.limits.batch_id_bytes)}
value=${e.batch}
autocomplete="off"
onValue=${i("batch")}
/>
</section>
`}var Yh,bw,yw,Zh=b(()=>{"use strict";Tt();S();T();Bo();Yh={spellcheck:!1,autocapitalize:"none",autocomplete:"off"},bw=({meta:t,form:e,set:o,fault:n})=>l`
<${P} as="select" id="action" label=${a("setAction.action")} onValue=${o("action")}>
<option value="" disabled selected=${!e.action}>${a("setAction.choose")}</option>
${t.set_actions.actions.map(({name:r})=>l`<option key=${r} selected=${r===e.action}>${r}</option>`)}
${t.set_actions.others&&l`<option value=${Uo} selected=${e.action===Uo}>
${a("setAction.other")}
</option>`}
<//>
${e.action===Uo&&l`
<${P}
id="other"
label=${a("setAction.otherName")}
error=${n}
value=${e.other}
onValue=${o("other")}
...${Yh}
/>
`}
`,yw=({upstreams:t,form:e,set:o,onBase:n})=>l`
<${P} as="select" id="upstream" label=${a("setAction.upstream")} onValue=${n}>
${t.length>1&&l`<option value="" disabled selected=${!e.base}>${a("setAction.choose")}</option>`}
${t.map(r=>l`<option key=${r} selected=${r===e.base}>${r}</option>`)}
<//>
<${P}
id="path"
label=${a("setAction.path")}
hint=${e.base&&a("setAction.sendsTo",{url:ro(e)})}
value=${e.path}
onValue=${o("path")}
...${Yh}
/>
<${P}
id="token"
label=${a("setAction.token")}
hint=${a("setAction.tokenHint")}
type="password"
autocomplete="off"
value=${e.token}
onValue=${o("token")}
/>
`});var tp={};Gt(tp,{default:()=>Qh});function ww(t,e,o,n){return Object.keys(va(t,e)).length>0?a("setAction.missing"):o?.layout.column===null?a("setAction.why.column"):n?a(`setAction.why.${n}`,{most:e.limits.customers_of_a_job}):""}function gw(t,e,o,n){let r=`paths:${t}`;return Z(async()=>{let{form:s,key:i}=o;Ta(e,o),lo(r,{...ae(r),[s.base]:xa(s.path)});let c={key:i,user:t,action:pe(s),count:n.length},u=Ah(s,n),d=await rs({get:E,post:Y},c,"/v1/set-actions",u);q(a("setAction.sent",{id:uo(d)})),Ea(e,i)&&$t(C(O`/jobs/${d}`))})}function _w(t,e){let[o,n]=y(()=>ls(t)??e()),r=I(o);return{draft:o,change:i=>{r.current=i(r.current),Ta(t,r.current),n(r.current)}}}function xw({onClear:t}){let[e,o]=y(!1);return l`
<button type="button" id="clear-form" class="quiet" onClick=${()=>o(!0)}>
${a("setAction.clearForm")}
</button>
${e&&l`
<${Ie}
title=${a("setAction.clearTitle")}
action=${a("setAction.clearForm")}
onConfirm=${async()=>t()}
onClose=${()=>o(!1)}
>
${a("setAction.clearHint")}
<//>
`}
`}function kw({meta:t,jobs:e,user:o,onClear:n}){let[r]=Wt(),s=r.toString(),i=lt=>ae(`paths:${o}`)?.[lt]??kh(e,lt),{draft:c,change:u}=_w(s,()=>Uh(vh(t,r,i),xh(r.getAll("cid")))),{form:d,source:f,typed:h,isRemoved:m}=c,[p,$]=y(!1),{cid_bytes:w,customers_of_a_job:g}=t.limits,{read:_,isCurrent:x}=Vh(f,w),v=x&&_?_.checked:null,L=_?.checked.customers??[],G=ww(d,t,_,Sh(v,m,g)),[Rt,It,pt,jt]=gw(o,s,c,L),kt=()=>{jt(),$(!1)};return l`
<form
class="set-action"
autocomplete="off"
onSubmit=${lt=>{lt.preventDefault(),G||$(!0)}}
>
<${Xh}
...${{meta:t,form:d,pathOf:i}}
onForm=${lt=>u(ft=>Wh(ft,lt))}
faults=${va(d,t)}
/>
<${Ih}
...${{source:f,typed:h,read:_,isRemoved:m,bytesMax:w}}
onSource=${lt=>u(ft=>qh(ft,lt))}
onRemoved=${lt=>u(ft=>({...ft,isRemoved:lt}))}
/>
<${vw} blocker=${G} count=${L.length}>
${ls(s)&&l`<${xw} onClear=${n} />`}
<//>
</form>
${p&&v&&l`
<${Th}
...${{form:d,customers:L,isBusy:It,problem:pt}}
leftOut=${v.values.length-L.length}
onSend=${Rt}
onClose=${kt}
/>
`}
`}function Qh(){let t=j(N),[e]=Wt(),o=e.toString(),[n,r]=y(0),s=()=>{Ea(o,ls(o)?.key),r(n+1)},i=B(async u=>{let d=await E("/v1/meta",{signal:u}),{upstreams:f}=d.set_actions;return t?.role==="auditor"||f.length===0?{meta:d,jobs:[]}:{meta:d,jobs:(await E("/v1/jobs",{query:{source:"gateway",status:"SUCCESS",limit:20},signal:u})).jobs}},[t?.role]),c=l`<${J} key=${n}>${a("setAction.title")}<//>`;return t?t.role==="auditor"?l`${c}
<${nt} title=${a("setAction.auditor")}><p>${a("setAction.auditorHint")}</p><//>`:l`
${c}
<${Kh} user=${t.user_id} />
<${ut} of=${i}>
${({meta:u,jobs:d})=>u.set_actions.upstreams.length?l`<${kw}
key=${`${n} ${o}`}
...${{meta:u,jobs:d}}
user=${t.user_id}
onClear=${s}
/>`:l`<${nt} title=${a("setAction.noUpstream")}>
<p>${a("setAction.noUpstreamHint")}</p>
<//>`}
<//>
`:c}var vw,ep=b(()=>{"use strict";et();W();Q();H();Ot();oo();Fe();Hn();U();S();wt();st();V();T();Eh();Mh();zh();Jh();Bo();Gh();Zh();vw=({blocker:t,count:e,children:o})=>l`
<div class="set-action-end row">
<button type="submit" class="primary" disabled=${!!t}>
${a("setAction.review")}
</button>
<b role="status">${a("setAction.count",{n:e})}</b>
<span class="muted" id="blocker">${t}</span>
${o}
</div>
`});function Aw(){let t=I(null),[e,o]=y(0);return k(()=>{if(!t.current)return;let n=new ResizeObserver(([{contentRect:r}])=>o(r.width));return n.observe(t.current),()=>n.disconnect()},[]),[t,e]}function sp({label:t,height:e,text:o,onLeave:n,children:r}){let[s,i]=Aw();return l`
<div class="chart" ref=${s}>
<svg role="img" aria-label=${t} width=${i} height=${e} onPointerLeave=${n}>
${i>0&&r(i)}
</svg>
<p class="chart-text" aria-hidden="true">${o}</p>
</div>
`}function Ew({parts:t,x:e,width:o,bottom:n,length:r}){let s=n;return t.map(i=>{let c=ip(r(i.value),i.value);return s-=c,c?l`<${ja} key=${i.kind} ...${{part:i,x:e,y:s,width:o,height:c}} />`:null})}function jw({width:t,left:e,count:o,nameWidth:n}){let r=(t-e-12)/o,s=Math.ceil(n/r),i=Math.min(48,Math.max(1.5,r-(r>8?4:1)));return{step:r,thick:i,xOf:c=>e+c*r,nameAt:c=>Math.min(e+(c+.5)*r,t-n/2+4),hasName:c=>(o-1-c)%s===0&&(c+.5)*r>=n/2-e}}function us({label:t,bars:e,axis:o,show:n,height:r=200,nameWidth:s=56}){let[i,c]=y(null),u=e.find($=>$.key===i)?.text??"",d=r-22,f=12+7*Math.max(...o.map($=>n($).length)),h=$=>$/o[o.length-1]*(d-10),m=$=>d-h($);return l`
<${sp} label=${t} height=${r} text=${u} onLeave=${()=>c(null)}>${$=>{let{step:w,thick:g,xOf:_,nameAt:x,hasName:v}=jw({width:$,left:f,count:e.length,nameWidth:s});return l`
<${Tw} ...${{axis:o,show:n,heightOf:m,left:f,width:$}} />
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
<${Ew}
parts=${L.parts}
x=${_(G)+(w-g)/2}
width=${g}
...${{bottom:d,length:h}}
/>
${v(G)&&l`<text x=${x(G)} y=${r-6} text-anchor="middle">${L.name}</text>`}
</g>
`)}
`}}<//>
`}function ap({label:t,bars:e,most:o}){let[n,r]=y(null),s=e.find(u=>u.key===n)?.text??"",i=28,c=u=>{let d=Math.min(160,u*.3),f=12+8*Math.max(...e.map(p=>p.total.length)),h=u-d-f,m=Math.floor(d/7.5);return e.map((p,$)=>{let w=$*i,g=d,_=p.parts.map(x=>{let v=ip(x.value/(o||1)*h,x.value);return g+=v,v>0&&l`
<${ja}
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
<${sp}
label=${t}
height=${Math.max(1,e.length)*i}
text=${s}
onLeave=${()=>r(null)}
>${c}<//
>
`}var op,np,Sw,ja,rp,ip,Tw,ds=b(()=>{"use strict";S();op={FAILED:"M-2 2 2-2M0 8 8 0M6 10l4-4",UNCONFIRMED:"M1 2h2M5 6h2",IN_PROGRESS:"M0 2h8M0 6h8"},np=()=>l`
<svg class="patterns" aria-hidden="true" width="0" height="0">
<defs>
${Object.entries(op).map(([t,e])=>l`
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
`,Sw=t=>t in op?`url(#pattern-${t})`:"currentColor",ja=({part:t,...e})=>l`
<rect
...${e}
class="bar bar-${t.kind} ${t.onPick?"bar-link":""}"
fill=${Sw(t.kind)}
onClick=${t.onPick}
/>
`,rp=({kind:t})=>l`
<svg class="swatch" viewBox="0 0 16 16" aria-hidden="true">
<${ja} part=${{kind:t,value:1}} x=${1} y=${1} width=${14} height=${14} />
</svg>
`;ip=(t,e)=>e?Math.max(2,t):0,Tw=({axis:t,show:e,heightOf:o,left:n,width:r})=>t.map(s=>{let i=o(s);return l`
<g key=${`line ${s}`} class="axis">
<line x1=${n} x2=${r} y1=${i} y2=${i} />
<text x=${n-6} y=${i} dy="0.35em" text-anchor="end">${e(s)}</text>
</g>
`})});function Ow({caption:t,head:e,rows:o}){let[n,r]=y(!1),s=i=>typeof i=="string"?i:l`<${M} to="/" query=${i.query}>${i.text}<//>`;return l`
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
`}var cp,Fn,Oa=b(()=>{"use strict";T();ds();S();V();cp=({statuses:t})=>l`
<ul class="legend">
${t.map(e=>l`<li key=${e}><${rp} kind=${e} />${F("status",e)}</li>`)}
</ul>
`,Fn=({id:t,title:e,hint:o,table:n,children:r})=>l`
<section class="card figure" id=${t} aria-labelledby="${t}-title">
<h2 id="${t}-title">${e}</h2>
<p class="hint">${o}</p>
${r}
<${Ow} ...${n} />
</section>
`});function fs(t,e=4,o=0){let n=Math.max((t||1)/e,o,Number.MIN_VALUE),r=10**Math.floor(Math.log10(n)),s=[1,2,5,10].map(c=>c*r).find(c=>c>=n*.999)??n,i=Math.max(1,Math.ceil(t/s-1e-9));return Array.from({length:i+1},(c,u)=>Number((u*s).toPrecision(6)))}var lp=b(()=>{"use strict"});function fp({is_sound:t,findings:e,size:o,ended_at:n,signatures_checked:r},s){let i=!t||r!==!1;if(!t&&e>0)return{text:"unsound",n:e,mark:"bad",hasSignatures:i};if(!t)return{text:"partial",n:0,mark:"unknown",hasSignatures:i};let c=s-Date.parse(n)>Cw?"old":"good";return{text:"sound",n:o,mark:c,hasSignatures:i}}function Na(t){let e=dp();for(let o of t)for(let n of me)e[n]+=o[n];return e}function Un(t){let e=Et(t)-t.IN_PROGRESS;return e?t.FAILED/e:null}function hp(t){let e=Number(t.get("days"));return Ca.find(o=>o===e)??30}function mp(t,e,o){let n=new Map(t.map(({value:r,jobs:s})=>[r,s]));return Array.from({length:e},(r,s)=>{let i=pp(o-(e-1-s)*La);return{day:i,jobs:n.get(i)??dp()}})}function Lw({rows:t,other:e},o){let n=t.length===o+1&&!Et(e)?t:t.slice(0,o);return{rows:n,other:Na([e,...t.slice(n.length).map(r=>r.jobs)])}}function $p(t,e){let{rows:o,other:n}=Lw(t,e);return[...o,...Et(n)?[{value:null,jobs:n}]:[]].map(({value:s,jobs:i})=>({value:s,jobs:i,rate:Un(i)}))}function bp(t){let e={all:[],answered:[],reported:[],imported:[]};for(let{status:o,cause:n,created_at:r,updated_at:s}of t){let c=(o==="SUCCESS"||o==="FAILED")&&Da.includes(n)&&s?Go(r,s):-1;c>=0&&(e[n].push(c),e.all.push(c))}for(let o of Object.values(e))o.sort((n,r)=>n-r);return e}function yp(t){let e=up.map((n,r)=>{let s=r?up[r-1]:0;return{from:s,to:n,count:t.filter(i=>i>=s&&i<n).length}}),o=e.map(n=>n.count>0);return o.includes(!0)?e.slice(o.indexOf(!0),o.lastIndexOf(!0)+1):[]}var me,Ca,La,dp,Cw,Et,pp,so,Bn,Da,up,hs=b(()=>{"use strict";Q();me=["SUCCESS","FAILED","UNCONFIRMED","IN_PROGRESS"],Ca=[14,30,90],La=864e5,dp=()=>({SUCCESS:0,FAILED:0,UNCONFIRMED:0,IN_PROGRESS:0}),Cw=2*La;Et=t=>me.reduce((e,o)=>e+t[o],0);pp=t=>new Date(t).toISOString().slice(0,10);so=(t,e=t)=>({since:`${t}T00:00:00Z`,until:`${pp(Date.parse(e)+La)}T00:00:00Z`});Bn=(t,e)=>t[Math.min(t.length-1,Math.max(0,Math.ceil(e*t.length)-1))],Da=["answered","reported","imported"];up=[30,100,300,1e3,3e3,1e4,3e4,6e4,18e4,6e5,18e5,36e5,864e5,1/0]});function Ma(t){let e=me.filter(o=>t[o]).map(o=>`${D(t[o])} ${F("status",o).toLowerCase()}`);return`${a("overview.jobs",{n:Et(t)})}${e.length?`: ${e.join(", ")}`:""}`}function xp({days:t}){let e=t.map(({day:n,jobs:r})=>{let s=so(n),i=`${Be(n)}: ${Ma(r)}`,c=wp(r,s);return{key:n,name:Be(n),parts:c,text:i,onPick:ms(s)}}),o=Math.max(...t.map(({jobs:n})=>Et(n)));return l`
<${Fn}
id="by-day"
title=${a("overview.byDay")}
hint=${a("overview.byDayHint")}
table=${{caption:a("overview.byDayTable",ps(t)),head:[a("overview.day"),..._p()],rows:t.map(({day:n,jobs:r})=>[n,...gp(r,so(n))]).reverse()}}
>
<${us}
label=${a("overview.byDayLabel",{...ps(t),most:D(o)})}
bars=${e}
axis=${fs(o,4,1)}
show=${D}
/>
<//>
`}function vp({days:t}){let e=t.map(({jobs:r})=>Un(r)),o=Math.max(0,...e.map(r=>r??0)),n=t.map(({day:r,jobs:s},i)=>{let c=e[i],u=ms({...so(r),status:"FAILED"}),d=c===null?a("overview.noneEnded"):Wn(c);return{key:r,name:Be(r),text:`${Be(r)}: ${d} (${Ma(s)})`,parts:[{kind:"FAILED",value:c??0,onPick:u}],onPick:u}});return l`
<${Fn}
id="failure-rate"
title=${a("overview.rate")}
hint=${a("overview.rateHint")}
table=${{caption:a("overview.rateTable",ps(t)),head:[a("overview.day"),a("overview.rate"),F("status","FAILED"),a("overview.ended")],rows:t.map(({day:r,jobs:s},i)=>[r,Wn(e[i]),Ia(s.FAILED,{...so(r),status:"FAILED"}),D(Et(s)-s.IN_PROGRESS)]).reverse()}}
>
<${us}
label=${a("overview.rateLabel",{...ps(t),most:Jo(o)})}
bars=${n}
axis=${fs(o||1)}
show=${Jo}
/>
<//>
`}function Pa({id:t,name:e,table:o}){let n=$p(o,Nw).map(({value:i,...c})=>({...c,name:i??a("overview.others"),query:i===null?null:{[e]:i}})),r=e==="action_name",s=n.map(({name:i,jobs:c,query:u})=>({key:`${u?"":"other "}${i}`,name:i,parts:wp(c,u),text:`${i}: ${Ma(c)}`,total:D(Et(c)),...u&&{onPick:ms(u)}}));return l`
<${Fn}
id=${t}
title=${a(r?"overview.byAction":"overview.byUser")}
hint=${a("overview.byValueHint")}
table=${{caption:a(r?"overview.byActionTable":"overview.byUserTable"),head:[a(r?"overview.action":"overview.user"),..._p(),a("overview.rate")],rows:n.map(({name:i,jobs:c,query:u,rate:d})=>[i,...gp(c,u),Wn(d)])}}
>
<${ap}
label=${a(r?"overview.byActionLabel":"overview.byUserLabel",{names:n.map(({name:i,jobs:c})=>`${i} ${D(Et(c))}`).join(", ")})}
bars=${s}
most=${Math.max(...n.map(({jobs:i})=>Et(i)))}
/>
<//>
`}function Dw({durations:t}){let e=Da.filter(n=>t[n].length),o=e.length>1?["all",...e]:e;return l`
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
<td>${Xt(Bn(t[n],.5))}</td>
<td>${Xt(Bn(t[n],.95))}</td>
</tr>
`)}
</tbody>
</table>
</div>
`}function kp({jobs:t}){let e=bp(t),o=e.all.length;if(!o)return null;let n=yp(e.all),r=n.map(c=>({key:String(c.to),name:Ra(c),text:`${Ra(c)}: ${a("overview.jobs",{n:c.count})}`,parts:[{kind:"plain",value:c.count}]})),s=Xt(Bn(e.all,.5)),i=Xt(Bn(e.all,.95));return l`
<${Fn}
id="durations"
title=${a("overview.durations")}
hint=${a("overview.durationsHint",{n:o})}
table=${{caption:a("overview.durationsTable",{n:o}),head:[a("overview.took"),a("overview.total")],rows:n.map(c=>[Ra(c),D(c.count)])}}
>
<${Dw} durations=${e} />
<${us}
label=${a("overview.durationsLabel",{n:o,median:s,high:i})}
bars=${r}
axis=${fs(Math.max(...n.map(c=>c.count)),3,1)}
show=${D}
height=${150}
nameWidth=${68}
/>
<//>
`}var Nw,ms,wp,Ia,gp,_p,Wn,ps,Ra,Sp=b(()=>{"use strict";Q();H();Ot();lp();ds();Oa();S();T();hs();Nw=10,ms=t=>()=>$t(C("/",t));wp=(t,e)=>me.map(o=>({kind:o,value:t[o],...e&&{onPick:ms({...e,status:o})}})),Ia=(t,e)=>t&&e?{text:D(t),query:e}:D(t),gp=(t,e)=>[Ia(Et(t),e),...me.map(o=>Ia(t[o],e&&{...e,status:o}))],_p=()=>[a("overview.total"),...me.map(t=>F("status",t))],Wn=t=>t===null?"\u2013":Jo(t),ps=t=>({n:t.length,from:Be(t[0].day),to:Be(t[t.length-1].day)});Ra=({from:t,to:e})=>e===1/0?a("overview.atLeast",{from:Xt(t)}):a("overview.below",{to:Xt(e)})});function Ap(t,e){let o=I(e);k(()=>{o.current!==e&&t(),o.current=e},[e])}function Iw({head:t}){let e=B(o=>E("/readyz",{signal:o,asks:!1}),[]);return Ap(e.reload,t.size),k(()=>{let o=setInterval(()=>document.hidden||e.reload(),Rw);return()=>clearInterval(o)},[]),e.error?l`<span class="bad"><${R} name="alarm" /> ${a("health.notReady")}</span>
${bo(e.error)}`:e.data?l`<span class="good"><${R} name="SUCCESS" /> ${a("health.ready")}</span>`:a("app.loading")}function Mw({head:t}){let{data:e,error:o,reload:n}=B(i=>E("/log/checkpoint",{signal:i,asText:!0}),[]);if(Ap(n,t.size),!e)return o?nn(o):a("app.loading");let[,r,s]=e.split(`
`);return l`
${a("health.checkpointOf",{n:Number(r)})} ${" "}<${Tp}
short=${`${s.slice(0,10)}\u2026`}
text=${e}
what=${a("health.checkpoint")}
/>
${" "}<${le} href=${C("/log/checkpoint")} name="checkpoint"
>${a("health.download")}<//
>
`}function Hw(){let{data:t,error:e}=B(i=>E("/v1/verification",{signal:i}),[]);if(t===void 0)return e?nn(e):a("app.loading");if(!t.last)return a("health.notVerified");let{text:o,n,mark:r,hasSignatures:s}=fp(t.last,Date.now());return l`
<span class=${r}> <${R} name=${Pw[r]} /> ${a(`health.${o}`,{n})} </span>
${!s&&` ${a("health.noSignatures")}`} (<${at} at=${t.last.ended_at} />)
`}function Fw(){let t=Le();if(!t)return a("health.notSeen");let e=ne(t.checkpoint);return l`${a("health.seenSize",{n:e})} (<${at} at=${t.at} />)`}function Uw({role:t}){let e=`jobctl verify --server ${location.origin}${St} --key verifier.key`;return l`
<p>${a("health.how")}</p>
<div class="row command">
<pre class="scroll-x" tabindex="0"><code>${e}</code></pre>
<button type="button" onClick=${()=>Ce(e,a("health.command"))}>
${a("app.copy",{what:""})}
</button>
</div>
<p class="hint">${a(t==="operator"?"health.howOperator":"health.howHint")}</p>
`}function Ha({head:t}){let e=j(N),{data:o}=B(i=>E("/v1/meta",{signal:i}),[]),n=o?.ledger.verifier_key??"",[r,s]=n.split("+");return l`
<section class="card health" id="health" aria-labelledby="health-title">
<h2 id="health-title">${a("health.title")}</h2>
<dl class="facts">
<dt>${a("health.state")}</dt>
<dd><${Iw} head=${t} /></dd>
<dt>${a("health.size")}</dt>
<dd>${a("health.entries",{n:t.size})}</dd>
<dt>${a("health.checkpoint")}</dt>
<dd><${Mw} head=${t} /></dd>
<dt>${a("health.key")}</dt>
<dd>
${n&&l`<code>${r}</code> <${Tp} short=${s} text=${n} what=${a("health.key")} />`}
</dd>
<dt>${a("health.verified")}</dt>
<dd id="last-verification"><${Hw} /></dd>
<dt>${a("health.seen")}</dt>
<dd><${Fw} /></dd>
</dl>
<${Uw} role=${e?.role} />
<p><${M} to="/help/proof">${a("landing.help")}<//></p>
</section>
`}var Rw,Tp,Pw,Ep=b(()=>{"use strict";et();W();yn();H();sn();U();S();gt();Xe();st();V();T();hs();Rw=3e4;Tp=({short:t,text:e,what:o})=>l`
<button type="button" class="copy-id" title=${e} onClick=${()=>Ce(e,o)}>
<code>${t}</code><${R} name="copy" />
<span class="off-screen">${a("app.copy",{what:o})}</span>
</button>
`;Pw={good:"SUCCESS",old:"IN_PROGRESS",unknown:"UNCONFIRMED",bad:"alarm"}});var Op={};Gt(Op,{default:()=>jp});function qw(t){k(()=>{let e=new Map,o=()=>{for(let{reload:r,ms:s}of t){if(e.has(r))continue;let i=()=>{e.delete(r),r()};e.set(r,window.setTimeout(i,s))}},n=se({},{onEntries:o,onState:r=>r!=="lost"&&o()});return()=>{e.forEach(r=>clearTimeout(r)),n()}},[])}function zw({stats:t,days:e}){let o=Na(e.map(i=>i.jobs)),n=Un(o),r=Et(t.total),s=so(e[0].day,e[e.length-1].day);return l`
<dl class="numbers">
<${qn} name=${a("overview.all")} value=${D(r)} to=${{}} />
<${qn}
name=${a("overview.inSpan",{n:e.length})}
value=${D(Et(o))}
to=${s}
/>
<${qn}
name=${a("overview.rateInSpan",{n:e.length})}
value=${Wn(n)}
to=${{...s,status:"FAILED"}}
/>
<${qn}
name=${a("overview.inProgress")}
value=${D(t.total.IN_PROGRESS)}
to=${{status:"IN_PROGRESS"}}
/>
<${qn}
name=${a("overview.unconfirmed")}
value=${D(t.total.UNCONFIRMED)}
to=${{status:"UNCONFIRMED"}}
/>
</dl>
`}function Kw({stats:t,newest:e,span:o}){let n=j(N);if(!Et(t.total))return l`
<${nt} title=${a("overview.empty")}><p>${a("overview.emptyHint")}</p><//>
<${Ha} head=${t.head} />
`;let r=mp(t.by_day.rows,o,Date.now());return l`
<${zw} stats=${t} days=${r} />
<${cp} statuses=${me} />
<div class="figures">
<${xp} days=${r} />
<${vp} days=${r} />
<${Pa} id="by-action" name="action_name" table=${t.by_action} />
${n?.role!=="operator"&&l`<${Pa} id="by-user" name="user_id" table=${t.by_user} />`}
<${ut} of=${e}>
${({jobs:s})=>l`<${kp} jobs=${s} />`}
<//>
<${Ha} head=${t.head} />
</div>
`}function jp(){let t=j(N),[e,o]=Wt(),n=hp(e),r=B(c=>E("/v1/stats",{signal:c,query:{limit:100}}),[]),s=B(c=>E("/v1/jobs",{signal:c,query:{status:["SUCCESS","FAILED"],limit:500}}),[]);qw([{reload:r.reload,ms:Bw},{reload:s.reload,ms:Ww}]);let i=c=>{e.set("days",c),o(new URLSearchParams(e),{replace:!0})};return l`
<div class="row spread overview-top">
<${J}>${a("overview.title")}<//>
<${Ne}
label=${a("overview.span")}
options=${Ca.map(c=>({value:String(c),text:a("overview.days",{n:c})}))}
value=${String(n)}
onValue=${i}
/>
</div>
${t?.role==="operator"&&l`<p class="hint">${a("overview.own")}</p>`}
<${np} />
<${ut} of=${r}>
${c=>l`
<${Kw} stats=${c} newest=${s} span=${n} />
`}
<//>
`}var Bw,Ww,qn,Cp=b(()=>{"use strict";et();W();Q();jo();Oa();ds();Tt();U();S();st();V();T();Sp();Ep();hs();Bw=3e3,Ww=3e4;qn=({name:t,value:e,to:o})=>l`
<div>
<dt>${t}</dt>
<dd>${o?l`<${M} to="/" query=${o}>${e}<//>`:e}</dd>
</div>
`});function zn({label:t,value:e,onValue:o,error:n,hint:r="",required:s=!0}){let[i,c]=y(!1);return l`
<${P}
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
`}var Fa=b(()=>{"use strict";T();Tt();S()});function Lp(t){let e=({created_at:r})=>r?Date.parse(r):0,o=({state:r})=>r==="accepted",n=t.toSorted((r,s)=>e(s)-e(r)||(r.name<s.name?-1:+(r.name>s.name)));return{working:n.filter(o),others:n.filter(r=>!o(r))}}function Np(t,e){let[o,n,r]=t.split("-").map(Number);return(e==="utc"?new Date(Date.UTC(o,n-1,r+1)):new Date(o,n-1,r+1)).toISOString()}function Dp(t){if(!t)return"";let e=n=>n.find(([r])=>t.includes(r))?.[1],o=t.startsWith("Mozilla/")&&e(Jw);return o?[o,e(Vw)].filter(Boolean).join(", "):t}var Jw,Vw,Ua=b(()=>{"use strict";Jw=[["Edg","Edge"],["OPR","Opera"],["Firefox","Firefox"],["FxiOS","Firefox"],["CriOS","Chrome"],["Chrome","Chrome"],["Safari","Safari"]],Vw=[["Android","Android"],["iPhone","iPhone"],["iPad","iPad"],["Windows","Windows"],["Mac OS X","macOS"],["CrOS","ChromeOS"],["Linux","Linux"]]});function Gw({token:t,hasUser:e,onRevoke:o}){let{state:n}=t,r=t.revoked_at??t.expires_at;return l`
<tr>
<th scope="row">${t.name}${t.current&&l` <${Vt}>${a("sessions.this")}<//>`}</th>
${e&&l`
<td data-name=${a("admin.user")}>
${t.user_id}, <span class="muted">${F("role",t.role)}</span>
</td>
`}
<td data-name=${a("tokens.made")}>
<${at} at=${t.created_at} />
${e&&t.made_by&&a("tokens.madeBy",{user:t.made_by})}
</td>
<td data-name=${a("tokens.used")}>
${t.last_used_at?l`<${at} at=${t.last_used_at} />`:a("tokens.unused")}
</td>
<td data-name=${a("tokens.ends")}>
${n!=="accepted"&&a(`tokens.${n}`)}${" "}
${r?l`<${at} at=${r} />`:a("tokens.noEnd")}
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
`}function Rp({caption:t,tokens:e,hasUser:o,onRevoke:n}){let r=Ho(e.length);return l`
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
<tbody ref=${r.list}>
${e.slice(0,r.shown).map(s=>l`
<${Gw}
key=${`${s.user_id} ${s.name}`}
token=${s}
hasUser=${o}
onRevoke=${n}
/>
`)}
</tbody>
</table>
<${Fo} steps=${r} />
`}function $s({tokens:t,hasUser:e=!1,revoke:o}){let[n,r]=y(null),{working:s,others:i}=Lp(t),c={hasUser:e,onRevoke:r};return l`
${s.length>0?l`<${Rp} caption=${a("tokens.title")} tokens=${s} ...${c} />`:l`<${nt} title=${a("tokens.empty")} />`}
${i.length>0&&l`
<details>
<summary>${a("tokens.others",{n:i.length})}</summary>
<${Rp}
caption=${a("tokens.others",{n:i.length})}
tokens=${i}
hasUser=${e}
/>
</details>
`}
${n&&l`
<${Ie}
title=${a("tokens.revokeOne",{name:n.name})}
action=${a("tokens.revoke")}
onConfirm=${async()=>{await o(n),q(a("tokens.revokedNow",{name:n.name}))}}
onClose=${()=>r(null)}
>
${n.current&&a("tokens.revokeCurrent")}
${a("tokens.revokeHint",{user:n.user_id})}
<//>
`}
`}function bs({make:t,onClose:e,children:o,mine:n=""}){let r=j(Jt),[s,i]=y(""),[c,u]=y(""),[d,f]=y(""),h=Z(async()=>{let m=await t({name:s,...c&&{expires_at:Np(c,r)}});f(m.token)});return d?l`<${Yw} token=${d} onClose=${e} />`:l`
<${tt} title=${a("tokens.new")} onClose=${e}>
<${vt} of=${h} action=${a("tokens.make")} fields=${["name","expires_at",n]}>
${m=>l`
${o} ${m(n)&&l`<p class="field-error" role="alert">${m(n)}</p>`}
<${P}
label=${a("tokens.name")}
hint=${a("tokens.nameHint")}
error=${m("name")}
name="token-name"
autocomplete="off"
required
value=${s}
onValue=${i}
/>
<${P}
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
`}var Yw,Ba=b(()=>{"use strict";Ua();T();Ct();Hn();Kt();Tt();U();S();wt();_n();st();as();V();Yw=({token:t,onClose:e})=>l`
<${tt} title=${a("tokens.madeTitle")} onClose=${e}>
<div class="notice notice-warning">
<p>${a("tokens.once")}</p>
</div>
<${P}
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
`});function Xw({session:t,onEnd:e}){let o=Dp(t.user_agent)||a("sessions.unknown");return l`
<tr>
<th scope="row" title=${t.user_agent??""}>
${o} ${t.current&&l` <${Vt}>${a("sessions.this")}<//>`}
</th>
<td data-name=${a("sessions.address")}>${t.address??a("sessions.unknown")}</td>
<td data-name=${a("sessions.used")}><${at} at=${t.used_at} /></td>
<td data-name=${a("sessions.begun")}>
<${at} at=${t.begun_at} />, ${a(`sessions.by.${t.by}`)}
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
`}function Ip(){let t=B(r=>E("/v1/account/sessions",{signal:r}),[]),[e,o]=y(null),n=async()=>{e==="others"?await Y("/v1/account/sessions/end-others"):e&&await Zw(e.id),q(a(e==="others"?"sessions.othersEnded":"sessions.ended")),t.reload()};return l`
<section class="card wide" id="sessions" aria-labelledby="sessions-title">
<h2 id="sessions-title">${a("sessions.title")}</h2>
<${ut} of=${t}>
${({sessions:r,since:s})=>l`
<p class="hint">${a("sessions.hint")} <${at} at=${s} />.</p>
<${Qw}
sessions=${r}
onEnd=${i=>i.current?hr():o(i)}
/>
<p>
<button type="button" class="danger" onClick=${()=>o("others")}>
${a("sessions.endOthers")}
</button>
</p>
`}
<//>
${e&&l`
<${Ie}
title=${a(e==="others"?"sessions.endOthersTitle":"sessions.endTitle")}
action=${a("sessions.end")}
onConfirm=${n}
onClose=${()=>o(null)}
>
${a(e==="others"?"sessions.endOthersHint":"sessions.endHint")}
<//>
`}
</section>
`}var Zw,Qw,Mp=b(()=>{"use strict";Ua();W();H();Ct();Hn();U();S();Xs();wt();st();V();T();Zw=t=>Y(O`/v1/account/sessions/${t}/end`).catch(e=>{if(e.status!==404)throw e}),Qw=({sessions:t,onEnd:e})=>l`
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
<${Xw} key=${o.id} session=${o} onEnd=${()=>e(o)} />
`)}
</tbody>
</table>
`});var Hp={};Gt(Hp,{default:()=>Pp});function eg({onChanged:t}){let[e,o]=y(""),[n,r]=y(""),s=Z(async()=>{await Y("/v1/account/password",{current:e,new:n}),o(""),r(""),q(a("password.changed")),t(),await Qn()});return l`
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
<${P}
label=${a("password.current")}
error=${i("current")}
type="password"
autocomplete="current-password"
required
value=${e}
onValue=${o}
/>
<${zn}
label=${a("password.new")}
error=${i("new")}
value=${n}
onValue=${r}
/>
<p class="hint">${a("password.ends")}</p>
`}
<//>
`}function og({mayMake:t}){let e=B(r=>E("/v1/account/tokens",{signal:r}),[]),[o,n]=y(!1);return l`
<section class="card wide" id="tokens" aria-labelledby="tokens-title">
<div class="row spread">
<h2 id="tokens-title">${a("tokens.title")}</h2>
${t&&l`<button type="button" onClick=${()=>n(!0)}>${a("tokens.new")}</button>`}
</div>
<p class="hint">${a(t?"tokens.hint":"tokens.byToken")}</p>
<${ut} of=${e}>
${r=>l`
<${$s}
tokens=${r.tokens}
revoke=${async({name:s})=>{await Y(O`/v1/account/tokens/${s}/revoke`),e.reload()}}
/>
`}
<//>
${o&&l`
<${bs}
make=${r=>Y("/v1/account/tokens",r)}
onClose=${()=>{n(!1),e.reload()}}
/>
`}
</section>
`}function Pp(){let t=j(N),[e,o]=y(0);return t?l`
<${J}>${a("account.title")}<//>
<div class="account">
<${tg} user=${t} />
<section class="card" id="password" aria-labelledby="password-title">
<h2 id="password-title">${a("password.title")}</h2>
${t.has_password?l`<${eg} onChanged=${()=>o(e+1)} />`:l`<p>${a(`password.none.${t.signed_in_by}`)}</p>`}
</section>
${t.has_password||t.session?l`<${Ip} key=${e} />`:null}
<${og} mayMake=${t.may_make_tokens===!0} />
</div>
`:null}var tg,Fp=b(()=>{"use strict";et();W();H();U();S();Tt();wt();Fa();st();V();Ba();T();Mp();tg=({user:t})=>l`
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
<dd><${at} at=${t.session.ends_at} />, ${a("account.endsHint")}</dd>
`}
</dl>
</section>
`});function Wp(t,e){let o=Up(e.trim());return t.filter(({user_id:n,role:r})=>Up(n).includes(o)||r.startsWith(o)).toSorted((n,r)=>Number(n.disabled)-Number(r.disabled)||n.user_id.localeCompare(r.user_id))}var Bp,Up,Wa=b(()=>{"use strict";Bp=["operator","auditor","admin"],Up=t=>t.normalize("NFKC").toLowerCase()});function qp({onAdded:t,onClose:e}){let[o,n]=y(""),[r,s]=y("operator"),[i,c]=y(""),u=Z(async()=>{await Y("/v1/users",{user_id:o,role:r,...i&&{password:i}}),q(a("admin.added",{user:o})),t(),e()});return l`
<${tt} title=${a("admin.add")} onClose=${e}>
<${vt} of=${u} action=${a("admin.add")} fields=${["user_id","role","password"]}>
${d=>l`
<${P}
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
<${ys} error=${d("role")} value=${r} onValue=${s} />
<${zn}
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
`}function ng({user:t,change:e}){let{user_id:o}=t,[n,r]=y(t.role),s=Z(()=>e("role",{role:n},a("admin.roleSet",{user:o})));return l`
<${vt} of=${s} action=${a("admin.setRole")} fields=${["role"]} isMain=${!1}>
${i=>l`
<${ys}
hint=${a("admin.roleHint")}
error=${i("role")}
value=${n}
onValue=${r}
/>
`}
<//>
`}function rg({user:t,change:e}){let{user_id:o,disabled:n,has_password:r}=t,[s,i]=y(""),c=Z(()=>e(n?"enable":"password",s?{password:s}:{},a(n?"admin.enabledNow":"admin.passwordSet",{user:o}))),u=r?"admin.enableHint":"admin.enableHintNone",d=a(n?"admin.enable":"admin.setPassword");return l`
<${vt} of=${c} action=${d} fields=${["password"]} isMain=${!1}>
${f=>l`
<${zn}
label=${a("password.new")}
hint=${a(n?u:"admin.setPasswordHint")}
required=${!n||r}
error=${f("password")}
value=${s}
onValue=${i}
/>
`}
<//>
`}function zp({user:t,isSelf:e,onChanged:o,onClose:n}){let{user_id:r,disabled:s,has_password:i}=t,[c,u]=y(!1),d=(async(m,p,$)=>{await Y(`${O`/v1/users/${r}`}/${m}`,p),q($),o(),n()});if(c)return l`
<${Ie}
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
${e&&l`<p>${a("admin.self")} <${M} to="/account">${a("account.title")}<//>.</p>`}
${h&&l`<${ng} user=${t} change=${d} />`}
${!(e&&i)&&l`<${rg} user=${t} change=${d} />`}
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
`}var ys,Kp=b(()=>{"use strict";W();H();Hn();Kt();Tt();U();S();wt();Fa();V();T();Wa();ys=t=>l`
<${P} label=${a("admin.role")} as="select" ...${t}>
${Bp.map(e=>l`
<option key=${e} value=${e}>${F("role",e)}: ${a(`account.may.${e}`)}</option>
`)}
<//>
`});var Vp={};Gt(Vp,{default:()=>Jp});function ig({users:t,search:e,onChange:o}){let n=Wp(t,e),r=Ho(n.length,{of:e});return n.length?l`
<${sg} list=${r.list} users=${n.slice(0,r.shown)} onChange=${o} />
<${Fo} steps=${r} />
`:l`<${nt} title=${a("admin.noUser")} />`}function ag({loaded:t,onChanged:e}){let[o,n]=y(""),[r,s]=y(null),[i,c]=y(!1),u=t.data?.users.find(d=>d.user_id===r);return l`
<section class="card" id="users" aria-labelledby="users-title">
<div class="row spread">
<h2 id="users-title">${a("admin.users")}</h2>
<button type="button" class="primary" onClick=${()=>c(!0)}>
${a("admin.add")}
</button>
</div>
<${P}
label=${a("admin.search")}
type="search"
autocomplete="off"
value=${o}
onValue=${n}
/>
<${ut} of=${t}>
${({users:d})=>l`
<${ig}
users=${d}
search=${o}
onChange=${({user_id:f})=>s(f)}
/>
`}
<//>
${u&&l`
<${zp}
user=${u}
isSelf=${u.user_id===N.get()?.user_id}
onChanged=${e}
onClose=${()=>s(null)}
/>
`}
${i&&l`<${qp} onAdded=${e} onClose=${()=>c(!1)} />`}
</section>
`}function cg({users:t,onClose:e}){let[o,n]=y(""),[r,s]=y("operator"),i=t.some(c=>c.user_id===o);return l`
<${bs}
mine="user_id"
make=${c=>Y("/v1/tokens",{...c,user_id:o,...i?{}:{role:r}})}
onClose=${e}
>
<${P}
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
${o&&!i?l`<${ys} hint=${a("admin.tokenRoleHint")} value=${r} onValue=${s} />`:null}
<//>
`}function lg({loaded:t,users:e,mayMake:o}){let[n,r]=y(!1),s=()=>{r(!1),t.reload()};return l`
<section class="card" id="tokens" aria-labelledby="tokens-title">
<div class="row spread">
<h2 id="tokens-title">${a("tokens.title")}</h2>
${o&&l`<button type="button" onClick=${()=>r(!0)}>${a("tokens.new")}</button>`}
</div>
${!o&&l`<p class="hint">${a("tokens.byToken")}</p>`}
<${ut} of=${t}>
${i=>l`
<${$s}
tokens=${i.tokens}
hasUser
revoke=${async({user_id:c,name:u})=>{await Y(O`/v1/users/${c}/tokens/${u}/revoke`),t.reload()}}
/>
`}
<//>
${n&&l`<${cg} users=${e} onClose=${s} />`}
</section>
`}function Jp(){let t=j(N),e=B(r=>E("/v1/users",{signal:r}),[]),o=B(r=>E("/v1/tokens",{signal:r}),[]),n=()=>{e.reload(),o.reload()};return t?.role!=="admin"?l`
<${J}>${a("admin.title")}<//>
<p>${a("admin.only")}</p>
`:l`
<${J}>${a("admin.title")}<//>
<div class="account">
<${ag} loaded=${e} onChanged=${n} />
<${lg}
loaded=${o}
users=${e.data?.users??[]}
mayMake=${t.may_make_tokens===!0}
/>
</div>
`}var sg,Gp=b(()=>{"use strict";et();W();H();Tt();U();S();st();as();V();Ba();T();Wa();Kp();sg=({list:t,users:e,onChange:o})=>l`
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
<tbody ref=${t}>
${e.map(n=>l`
<tr key=${n.user_id} class=${n.disabled?"muted":""}>
<th scope="row">${n.user_id}</th>
<td data-name=${a("admin.role")}>${F("role",n.role)}</td>
<td data-name=${a("admin.signIn")}>
${a(n.disabled?"admin.disabled":n.has_password?"admin.hasPassword":"admin.hasNone")}
</td>
<td data-name=${a("admin.since")}><${at} at=${n.created_at} /></td>
<td>
<button
type="button"
aria-label=${a("admin.changeOne",{user:n.user_id})}
onClick=${()=>o(n)}
>
${a("admin.change")}
</button>
</td>
</tr>
`)}
</tbody>
</table>
`});et();W();function cc(t,e){let o="",n=r=>{if(!r||r.name==="AbortError"||[0,401].includes(r.status))return;let s=String(r.message||r);s!==o&&e(s),o=s};t.addEventListener("error",r=>n(r.error)),t.addEventListener("unhandledrejection",r=>n(r.reason))}var lc="a[href], button, input, select, textarea, summary, [tabindex='0']",pm="[data-index], [data-row], [role=listitem]";function mm(t){let e=[];for(let o=t;o;o=o.parentElement)e.push({element:o,place:[...o.parentElement?.children??[]].indexOf(o)});return e}var ks=t=>t.getClientRects().length>0&&!t.matches(":disabled"),$m=t=>[...t.matches(lc)?[t]:[],...t.querySelectorAll(lc)].filter(ks);function bm(t,e,o=$m){let n=t.findLastIndex(({element:r})=>!r.isConnected);for(let r=Math.max(n,0);r<t.length-1;r+=1){let s=t[r+1].element;if(e(s))return null;let i=[...s.children],{element:c,place:u}=t[r],d=i.indexOf(c),f=i.slice(0,d<0?u:d),m=i.slice(f.length+(d<0?0:1)).flatMap(o)[0]??f.flatMap(o).at(-1);if(m)return m}return null}function uc(t){let e=[],o=e;t.addEventListener("focusin",({target:s})=>{let i=s,c=i.closest("dialog");c&&e.length&&!c.contains(e[0].element)&&(o=e),e=mm(i)}),t.addEventListener("focusout",({target:s})=>{queueMicrotask(()=>{let i=s;i===e[0]?.element&&i!==document.activeElement&&i.isConnected&&ks(i)&&(e=[])})});let n=()=>{if(!e.length||document.activeElement!==document.body)return;let s=e.find(({element:h})=>h.matches("dialog"));s&&!s.element.isConnected&&([e,o]=[o,[]]);let i=e[0]?.element;if(i?.isConnected&&!ks(i))return;let c=e.some(({element:h})=>!h.isConnected&&h.matches(pm)),u=e.find(({element:h})=>h.isConnected&&h.matches("[tabindex]")),f=(c?u?.element:i?.isConnected?i:bm(e,r))??(c?null:document.querySelector("main h1"));f instanceof HTMLElement&&f.focus({preventScroll:!0})},r=s=>s===t||s.matches("main");new MutationObserver(n).observe(t,{childList:!0,subtree:!0,attributeFilter:["disabled"]})}Ot();et();W();Q();H();Ot();T();ur();U();S();gt();Xs();an();wt();Xe();_n();Mi();var Pi=["system","light","dark"];function M$(){let t=j(Jt),e=j(gn),o=t==="utc"?"local":"utc";return l`
<button
type="button"
id="zone"
class="quiet"
title=${a("zone.switch",{zone:_c(t),other:a(`zone.${o}`)})}
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
onClick=${()=>gn.set(Pi[(Pi.indexOf(e)+1)%Pi.length])}
>
<${R} name=${e} />
</button>
`}function P$({user:t}){let e=[{text:a("user.account"),href:C("/account")}];return t.signed_in_by==="session"&&e.push({text:a("user.signOut"),onClick:hr}),l`
<${pr}
class="quiet user-menu"
align="end"
label=${l`<${R} name="user" /><span>${t.user_id}</span>`}
name=${a("user.menu",{user:t.user_id,role:F("role",t.role)})}
items=${e}
/>
`}function H$({user:t}){let{path:e}=j(Ht),o=[{to:"/",text:a("nav.jobs"),below:"/jobs"},...t.role==="auditor"?[]:[{to:"/set-action",text:a("nav.setAction")}],{to:"/customers",text:a("nav.customers")},{to:"/overview",text:a("nav.overview")},...t.role==="admin"?[{to:"/admin",text:a("nav.admin")}]:[],{to:"/help",text:a("nav.help")}],n=({to:r,below:s=r})=>e===r||`${e}/`.startsWith(`${s}/`);return l`
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
`}function F$(){let{data:t}=B(e=>E("/v1/meta",{signal:e}),[]);return t&&a("app.footer",{ledger:t.ledger.name,version:t.version})}var U$=({isSignedIn:t})=>l`
<footer>
${t&&l`<${F$} />`}
<${wu} />
<a href=${C("/docs")}>${a("app.api")}</a>
</footer>
`;function Lr({children:t}){let e=j(N);return l`
<a class="skip" href="#main">${a("app.skip")}</a>
<header class="top">
<a class="brand" href=${C("/")}>${a("app.name")}</a>
${e&&l`<${H$} user=${e} />`}
<div class="top-end">
<${M$} />
${e&&l`<${P$} user=${e} />`}
</div>
</header>
<${el} />
<main id="main">${t}</main>
${e!==void 0&&l`<${U$} isSignedIn=${e!==null} />`}
<${rl} />
<${xu} />
`}U();S();wt();st();V();Ko();T();var ug=()=>Promise.resolve().then(()=>(Su(),ku)),Yp=()=>Promise.resolve().then(()=>(Du(),Nu)),Xp=()=>Promise.resolve().then(()=>(Sd(),kd)),Zp=()=>Promise.resolve().then(()=>(qd(),Wd)),Qp=[{pattern:"/",load:Xp},{pattern:"/jobs",load:Xp},{pattern:"/jobs/:job_id",load:()=>Promise.resolve().then(()=>(ph(),hh))},{pattern:"/jobs/:job_id/compare/:other_id",load:()=>Promise.resolve().then(()=>(wh(),yh))},{pattern:"/customers",load:Zp},{pattern:"/customers/:cid",load:Zp},{pattern:"/set-action",load:()=>Promise.resolve().then(()=>(ep(),tp))},{pattern:"/overview",load:()=>Promise.resolve().then(()=>(Cp(),Op))},{pattern:"/account",load:()=>Promise.resolve().then(()=>(Fp(),Hp))},{pattern:"/admin",load:()=>Promise.resolve().then(()=>(Gp(),Vp))},{pattern:"/help",load:Yp,isPublic:!0},{pattern:"/help/:topic",load:Yp,isPublic:!0}],dg={pattern:"",load:ug,isPublic:!0};function fg({route:t,params:e}){let[o,n]=y(null),[r,s]=y(""),[i]=Js(console.error);return k(()=>{t.load().then(c=>n(()=>c.default),()=>E("/v1/account",{asks:!1}).then(()=>s(a("app.updated")),()=>s(a("app.notLoaded"))))},[]),i?l`
      <${nt} title=${a("app.broken")}><p>${a("app.failed",{why:i.message})}</p><//>
    `:r?l`
      <${nt} title=${r}>
        <button type="button" onClick=${()=>location.reload()}>${a("app.reload")}</button>
      <//>
    `:o?l`<${o} ...${e} />`:l`<${Se} />`}var hg=()=>l`
  <${J}>${a("app.notFound")}<//>
  <p>${a("app.notFoundHint")}</p>
  <p><${M} to="/">${a("app.toJobs")}<//></p>
`;function pg(){let{path:t}=j(Ht),e=j(N),o=B(Qn,[]);if(e===void 0)return l`
      <${Lr}>
        <${rt} problem=${o.error} retry=${o.reload} />
        ${!o.error&&l`<${Se} />`}
      <//>
    `;let n=As(Qp,t);if(!n)return l`<${Lr}><${hg} /><//>`;let r=e!==null||n.route.isPublic,{route:s,params:i}=r?n:{route:dg,params:{}},c=`${e?.user_id} ${r?t:""}`;return l`<${Lr}><${fg} key=${c} route=${s} params=${i} /><//>`}document.documentElement.lang=Bt.locale;cc(globalThis,t=>q(a("app.failed",{why:t}),"error"));sc(()=>location.reload());dc(Qp);var tm=document.querySelector("#app");uc(tm);Us(l`<${pg} />`,tm);
