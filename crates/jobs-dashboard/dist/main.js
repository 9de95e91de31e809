var up=Object.defineProperty;var b=(t,e,o)=>()=>{if(o)throw o[0];try{return t&&(e=t(t=0)),e}catch(n){throw o=[n],n}};var zt=(t,e)=>{for(var o in e)up(t,o,{get:e[o],enumerable:!0})};var yt,W,It=b(()=>{"use strict";yt=class extends Error{constructor(e,o){super(o),this.name="VerifyError",this.code=e}},W=(t,e)=>new yt("malformed",`${t}: ${e}`)});function ht(t){if(typeof t!="string")throw W("text","is not a string");if(/\p{Surrogate}/u.test(t))throw W("text","has half of a surrogate pair");return dp.encode(t)}function Ne(t,e){if(typeof t!="string"||!/^[0-9a-f]{64}$/.test(t))throw W(e,"a hash is not 64 lower-case hex digits");return Uint8Array.from({length:32},(o,n)=>parseInt(t.slice(2*n,2*n+2),16))}function Dn(t,e){if(!Array.isArray(t))throw W(e,"its path is not a list of hashes");return t.map(o=>Ne(o,e))}function Ho(t){let e;try{e=atob(t)}catch{return null}return btoa(e)!==t?null:Uint8Array.from(e,o=>o.charCodeAt(0))}function Qr(t){let e=Ho(t);return e?.length===32?e:null}function ts(t){let e=/^(0|[1-9][0-9]*)$/.test(t)?Number(t):NaN;return Number.isSafeInteger(e)?e:null}function Rn(...t){let e=new Uint8Array(t.reduce((n,r)=>n+r.length,0)),o=0;for(let n of t)e.set(n,o),o+=n.length;return e}function In(t,e){let o=Math.min(t.length,e.length);for(let n=0;n<o;n+=1)if(t[n]!==e[n])return t[n]-e[n];return t.length-e.length}var dp,xt,Le,Ct=b(()=>{"use strict";It();dp=new TextEncoder;xt=t=>Array.from(t,e=>e.toString(16).padStart(2,"0")).join("");Le=(t,e)=>In(t,e)===0});function no(t){let e=new os(t),o=[],n=null,r=s=>{let i=o.at(-1);i?Array.isArray(i)?i.push(s):i.values.push(s):n=s};for(;;){let s=e.peek();if(s===es||s===ga){let i=s===es?new ee:[];if(r(i),o.push(i),e.at+=1,e.peek()!==s+_a){i instanceof ee&&i.names.push(e.name());continue}}else r(e.scalar());if(bp(e,o))return n}}function bp(t,e){for(;;){let o=t.peek(),n=e.at(-1);if(!n)return t.at<t.text.length?t.fail():!0;let r=n instanceof ee,s=o===pp;if(!s&&o!==(r?es:ga)+_a&&t.fail(),t.at+=1,s)return r&&n.names.push(t.name()),!1;e.pop()}}var eo,oo,ee,ya,fp,hp,pp,es,ga,_a,wa,mp,$p,os,Po=b(()=>{"use strict";eo=class{constructor(e){this.text=e}},oo=class{constructor(e){this.text=e}},ee=class{constructor(){this.names=[],this.values=[]}},[ya,fp,hp,pp,es,ga]=Array.from('"\\:,{[',t=>t.charCodeAt(0)),_a=2,wa=/-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y,mp=/[\\\p{Cc}]/u,$p=[["true",!0],["false",!1],["null",null]],os=class{at=0;constructor(e){this.text=e}fail(){throw new SyntaxError(`not JSON at character ${this.at}`)}peek(){for(;;){let e=this.text.charCodeAt(this.at);if(e!==32&&e!==10&&e!==13&&e!==9)return e;this.at+=1}}string(){this.peek()!==ya&&this.fail();let{text:e,at:o}=this;for(let n=e.indexOf('"',o+1);n>0;n=e.indexOf('"',n+1)){let r=n;for(;e.charCodeAt(r-1)===fp;)r-=1;if((n-r)%2)continue;this.at=n+1;let s=e.slice(o+1,n);return mp.test(s)?JSON.parse(`"${s}"`):s}return this.fail()}name(){let e=this.string();return this.peek()!==hp&&this.fail(),this.at+=1,e}scalar(){if(this.peek()===ya)return this.string();wa.lastIndex=this.at;let e=wa.exec(this.text)?.[0];if(e)return this.at+=e.length,new eo(e);let[o,n]=$p.find(([r])=>this.text.startsWith(r,this.at))??this.fail();return this.at+=o.length,n}}});function wp(t={}){let e=Object.entries(t).flatMap(([o,n])=>(Array.isArray(n)?n:[n]).filter(r=>r!=null&&r!=="").map(r=>[o,String(r)]));return e.length?`?${new URLSearchParams(e)}`:""}var yp,St,O,C,F=b(()=>{"use strict";yp=globalThis.document?.querySelector('meta[name="prefix"]'),St=yp?.getAttribute("content")??"";O=(t,e)=>St+t+wp(e),C=(t,...e)=>String.raw({raw:t},...e.map(o=>encodeURIComponent(o)))});async function xa(t){let e=await t.text().catch(()=>""),o=null;try{o=JSON.parse(e)}catch{}return new q({status:t.status,type:o?.type,title:o?.title??t.statusText,detail:o?.detail??o?.message??o?.error,field:o?.field,retryAfter:Number(t.headers.get("retry-after"))||null,body:o})}var q,fe,Pt=b(()=>{"use strict";q=class extends Error{constructor({status:e,type:o,title:n,detail:r,field:s,retryAfter:i,body:c}){super(r||n||String(e)),this.name="Problem",this.status=e,this.type=o??"about:blank",this.title=n??"",this.detail=r??"",this.field=s??null,this.retryAfter=i??null,this.body=c??null}get isNetwork(){return this.status===0}get isFault(){return this.status<0}get isTemporary(){return[0,408,429,502,503,504].includes(this.status)}},fe=t=>t instanceof q?t:new q({status:-1,type:"fault",detail:String(t?.message||t)})});function $t(t){let e=t,o=new Set,n=r=>{if(!Object.is(r,e)){e=r;for(let s of[...o])s(e)}};return{get:()=>e,set:n,update:r=>n(r(e)),watch:r=>(o.add(r),()=>o.delete(r))}}var Vt=b(()=>{"use strict"});function ka(t){va=t}function Sa(){return ns??=va().finally(()=>ns=null),ns}async function _p(t,e,o,n){let r={accept:"application/json"};o!==void 0&&(r["content-type"]="application/json"),n.key&&(r["idempotency-key"]=n.key);let s=n.signal?[n.signal]:[];t==="GET"&&s.push(AbortSignal.timeout(gp));try{let i=await fetch(O(e,n.query),{method:t,headers:r,body:o instanceof oo?o.text:JSON.stringify(o)??null,signal:AbortSignal.any(s),credentials:"same-origin",redirect:"error"});return De.set(!0),i}catch(i){throw n.signal?.aborted?i:(De.set(!1),new q({status:0,type:"network",detail:String(i)}))}}async function Aa(t,e,o,n){for(;;){let r=await _p(t,e,o,n);if(r.ok)try{return await(n.asText?r.text():r.json())}catch(c){throw n.signal?.aborted?c:new q({status:0,type:"network",detail:String(c)})}let s=await xa(r);if(!(s.status===401&&n.asks!==!1)||!await Sa())throw s}}var gp,De,va,ns,E,Z,Ta,he,z=b(()=>{"use strict";Ct();Po();F();Pt();Vt();gp=6e4,De=$t(!0),va=async()=>!1,ns=null;E=(t,e={})=>Aa("GET",t,void 0,e),Z=(t,e={},o={})=>Aa("POST",t,e,o),Ta=async()=>await E("/v1/account")!==null||Sa(),he=()=>xt(crypto.getRandomValues(new Uint8Array(16)))});function Hn(t,e="localStorage"){let o=rs.get(t)??null;try{return globalThis[e].getItem(Mn(t))??o}catch{return o}}function oe(t,e){let o=Hn(t,e);try{return o===null?null:JSON.parse(o)}catch{return null}}function ro(t,e,o="localStorage"){let n=JSON.stringify(e);e===null?rs.delete(t):rs.set(t,n);try{return e===null?globalThis[o].removeItem(Mn(t)):globalThis[o].setItem(Mn(t),n),!0}catch{return!1}}function ne(t,e,o){let n=$t(oe(t,o)??e),r=()=>n.set(oe(t,o)??e);return globalThis.addEventListener?.("storage",s=>{s.key===Mn(t)&&r()}),n.watch(s=>ro(t,s,o)),n}var rs,Mn,Re=b(()=>{"use strict";F();Vt();rs=new Map,Mn=t=>`jobs:${St}:${t}`});function so(t){let e=L.get()?.user_id;return L.watch(o=>{o?.user_id!==e&&(e=o?.user_id,t())})}function Ea(t){let e=ne("user","");L.watch(o=>o&&e.set(o.user_id)),e.watch(o=>{let n=L.get()?.user_id;!n||!o||n===o||(L.set(void 0),t())})}async function Pn(){L.set(await E("/v1/account",{asks:!1}))}async function ja(t){let e=await Z("/v1/sign-in",t,{asks:!1});return L.set(e),e}async function Oa(){try{await Z("/v1/sign-out",{},{asks:!1})}catch(t){if(!(t instanceof q)||t.status!==401)throw t}L.set(null)}var L,ct=b(()=>{"use strict";z();Re();Vt();L=$t(void 0)});function is(t=!1){let{pathname:e,search:o}=globalThis.location??{pathname:"/",search:""};return{path:e.slice(St.length)||"/",search:o,isBack:t}}function Ap(t,e){let o=t.split("/"),n=e.replace(/(.)\/$/,"$1").split("/");if(o.length!==n.length)return null;let r={};for(let[s,i]of o.entries()){if(!i.startsWith(":")){if(i!==n[s])return null;continue}try{r[i.slice(1)]=decodeURIComponent(n[s])}catch{return null}}return r}function as(t,e){for(let o of t){let n=Ap(o.pattern,e);if(n)return{route:o,params:n}}return null}function bt(t,{replace:e=!1}={}){if(t===location.pathname+location.search)return;history[e?"replaceState":"pushState"](null,"",t);let o=Mt.get().path;Mt.set(is()),Mt.get().path!==o&&scrollTo(0,0)}function Fn(t,e){let o=t.toString();bt(location.pathname+(o?`?${o}`:""),e)}function Da(t){addEventListener("popstate",()=>Mt.set(is(!0))),document.addEventListener("click",e=>{let o=e.target.closest?.("a[href]");!(o instanceof HTMLAnchorElement)||o.target||o.hasAttribute("download")||e.defaultPrevented||e.button!==0||e.ctrlKey||e.metaKey||e.shiftKey||e.altKey||o.origin!==location.origin||!o.pathname.startsWith(St)||o.hash||!as(t,o.pathname.slice(St.length)||"/")||(e.preventDefault(),bt(o.pathname+o.search))})}var Mt,Ot=b(()=>{"use strict";F();Vt();Mt=$t(is())});var pe,cs,Un=b(()=>{"use strict";pe="en-GB",cs={"app.name":"Job ledger","app.skip":"Skip to the content","app.updated":"The page has been updated on the server.","app.notLoaded":"The page could not be loaded: the server cannot be reached.","app.broken":"This page cannot be shown","app.failed":"Something failed: {why}","app.reload":"Load it again","app.again":"Try again","app.retrying":"Trying again by itself.","app.offline":"The server cannot be reached. What is shown may be out of date.","app.loading":"Loading\u2026","app.close":"Close","app.cancel":"Cancel","app.remove":"Remove {what}","app.copied":"Copied {what}","app.notCopied":"The browser did not allow copying. The text is {what}","app.copy":"Copy {what}","app.notDownloaded":"The file was not downloaded. {why}","app.csv":"CSV","app.ndjson":"NDJSON","app.more":{one:"Show {n} more, of {left}",other:"Show {n} more, of {left}"},"app.none":"none","app.notFound":"There is no such page","app.notFoundHint":"The address may be incomplete.","app.toJobs":"To the jobs","app.footer":"{ledger} \xB7 version {version}","app.api":"API","nav.label":"Pages","nav.jobs":"Jobs","nav.setAction":"Set Action","nav.overview":"Overview","nav.help":"Help","nav.admin":"Users","user.menu":"{user}, {role}","user.account":"Account","user.signOut":"Sign out","user.signedOut":"You are signed out.","user.notSignedOut":"You are still signed in. {why}","zone.local":"Local time","zone.utc":"UTC","zone.switch":"Times are in {zone}. Show them in {other}","theme.system":"Theme: system","theme.light":"Theme: light","theme.dark":"Theme: dark","status.IN_PROGRESS":"In progress","status.SUCCESS":"Success","status.FAILED":"Failed","status.UNCONFIRMED":"Unconfirmed","cause.answered":"answered","cause.unreadable_answer":"unreadable answer","cause.inconclusive_answer":"inconclusive answer","cause.timed_out":"timed out","cause.connection_lost":"connection lost","cause.never_sent":"never sent","cause.withheld":"withheld","cause.interrupted":"interrupted","cause.reported":"reported","cause.imported":"imported","source.gateway":"Set Action","source.api":"API","source.import":"Import","source.embedded":"Program","fact.job_id":"Job ID","fact.status":"Status","fact.user_id":"User","fact.submitted_by":"Submitted by","fact.action_name":"Action","fact.action_code":"Action code","fact.customer_count":"Customers","fact.source":"Source","fact.created_at":"Created","fact.updated_at":"Updated","fact.http_status":"HTTP status","fact.batch_id":"Batch","fact.cluster_url":"Upstream URL","fact.retry_of":"Retry of","role.operator":"operator","role.auditor":"auditor","role.admin":"admin","kind.job_created":"Created","kind.job_imported":"Imported","kind.status_changed":"Status changed","kind.note_added":"Note","problem.fault":"The page failed","problem.network":"The server cannot be reached","problem.networkHint":"Check the connection.","problem.401":"You are signed out","problem.403":"You may not see or do this","problem.404":"There is nothing here","problem.404Hint":"It does not exist, or belongs to somebody else.","problem.429":"Too many requests","problem.waitHint":{one:"Wait {n} second.",other:"Wait {n} seconds."},"problem.503":"The server is busy","problem.maybeRecorded":"Something may have been recorded. Look it up before you send it again.","signIn.title":"Sign in","signIn.password":"Password","signIn.user":"User","signIn.token":"Token","signIn.how":"Sign in with","signIn.withPassword":"User and password","signIn.withToken":"Token","signIn.tokenHint":"The admin token that the first start printed, or one of your own.","signIn.submit":"Sign in","signIn.wrong":"The user or the password is not right.","signIn.wrongToken":"The server does not know this token.","signIn.ended":"Your session has ended","signIn.endedHint":"Sign in again as {user}. What you typed is still there.","landing.title":"Every job on record","landing.what":"This server keeps an append-only record of every job that operators and services run: who asked for what, for which customers, and how it ended for each of them. Nothing that was recorded is changed or removed, and whatever is shown can be checked against the signed record.","landing.size":{one:"One entry so far.",other:"{n} entries so far."},"landing.ledger":"Ledger","landing.help":"How the proof works","landing.docs":"The API","landing.checkpoint":"The newest checkpoint","jobs.title":"Jobs","jobs.notes":{one:"{n} note",other:"{n} notes"},"jobs.user":"User","jobs.action":"Action","jobs.customers":"Customers","jobs.customersUnit":{one:"customer",other:"customers"},"jobs.status":"Status","jobs.date":"Date","jobs.id":"Job ID","jobs.retry":"retry","jobs.fresh":{one:"{n} new job",other:"{n} new jobs"},"jobs.freshMany":"More than {n} new jobs","jobs.download":"Download","jobs.csvExcel":"CSV for Excel","jobs.end":{one:"That is all: {n} job.",other:"That is all: {n} jobs."},"jobs.noMatch":"No job matches","jobs.empty":"No jobs have been recorded yet","jobs.emptyAction":"Run a Set Action","jobs.emptyDocs":"Or record jobs by the API","jobs.older":"Show older jobs","jobs.olderShown":"These are older jobs.","jobs.newest":"To the newest","search.label":"Search by job ID, customer, user or action","search.placeholder":"Job ID, customer, user or action","search.suggestions":"What this may be","search.job":"Job","search.prefix":"All jobs whose ID begins with","search.customer":"Customer","search.user":"Jobs of user","search.action":"Jobs with action","filter.all":"Filters","filter.chosen":"Chosen filters","filter.clear":"Clear filters","filter.add":"Add","filter.status":"Status","filter.cause":"Cause","filter.action_name":"Action","filter.user_id":"User","filter.cid":"Customer","filter.batch_id":"Batch","filter.source":"Source","filter.job_id":"Job ID begins with","filter.retry_of":"Retry of","filter.since":"From","filter.until":"Before","filter.within":"Date","filter.date":"Date","filter.from":"First day","filter.to":"Last day","filter.days":{one:"the last day",other:"the last {n} days"},"filter.hours":{one:"the last hour",other:"the last {n} hours"},"views.title":"Views","views.name":"Name of this view","views.save":"Save","views.saved":"Saved {name}","views.hint":"Choose filters, then save them here as a view.","keys.title":"Keys","keys.search":"Search","keys.down":"To the next job","keys.up":"To the job before","keys.open":"Open the job","keys.escape":"Close what is open","keys.help":"Show these keys","job.title":"Job","job.customers":{one:"{n} customer",other:"{n} customers"},"job.submitted":"Submitted by {user}","job.submittedFor":"Submitted by {by} for {user}","job.running":"running for {time}","job.took":"took {time}","job.now":"The status is now: {status}","job.facts":"Facts","job.actions":"Actions","job.timeline":"What was recorded","job.earlier":{one:"Show {n} earlier entry, of {left}",other:"Show {n} earlier entries, of {left}"},"job.by":"by {user}","job.later":"{time} later","job.http":"HTTP {status}","job.named":{one:"names {n} customer",other:"names {n} customers"},"job.answer":"Answer","job.receipt":"Receipt","job.leaf":"Leaf","job.proved":"entry #{index}, proved","job.notProved":"entry #{index}, NOT PROVED","job.allProved":{one:"{n} entry proved, of {size} in the ledger",other:"{n} entries proved, of {size} in the ledger"},"job.noneProved":"NOT PROVED","job.alarm":"This job is not shown as it was recorded","job.alarmHint":"Something on this page was changed after it was recorded, or left out. Rely on nothing here. Download what the server sent, and give it to the people who run the ledger.","job.malformed":"The server's answer is not what a job looks like. Nothing of it is shown.","job.other":"The server answered with another job. Nothing of it is shown.","job.entryWrong":"entry {index}: {why}","job.stale":"the facts are older than the entries","job.countsWrong":"the counts of outcomes are not those of the entries","job.checkLists":{one:"Check the list of {n} customer",other:"Check the list of {n} customers"},"job.checking":"Checking\u2026","job.listsProved":{one:"list of {n} customer, proved",other:"list of {n} customers, proved"},"job.unconnected":"not proved yet: not compared with what this browser remembers","job.notYet":"entry #{index}, not proved yet","job.listsWrong":"these lists are NOT PROVED","job.rowWrong":"an outcome is not the one that was recorded","job.outcomes":{one:"Outcome for {n} customer",other:"Outcomes for {n} customers"},"job.statuses":"Outcomes to show","job.allStatuses":"All","job.namedByAnswer":"Named in the answer","job.namedByReport":"Named in a report","job.search":"Customer or message","job.customer":"Customer","job.status":"Status","job.message":"Message","job.ofTheJob":"as the job","job.ofEntry":"from entry #{index}","job.rows":{one:"{n} customer shown",other:"{n} customers shown"},"job.noRows":"No customer matches","job.copyCustomers":"Copy customers","job.copiedCustomers":{one:"Copied {n} customer",other:"Copied {n} customers"},"job.payload":"Payload","job.payloadProved":"is the payload that was recorded, proved","job.payloadWrong":"the payload is NOT PROVED","job.copyText":"Copy","job.downloadText":"Download","job.related":"Related jobs","job.retryOf":"Tries again","job.retries":"Tried again by","job.batch":"Same batch","job.allRetries":"All retries of this job","job.allOfBatch":"All jobs of this batch","job.overlaps":"Same action, same customers, at about the same time","job.inCommon":{one:"{n} in common",other:"{n} in common"},"job.evidence":"Evidence","job.curl":"Copy as curl","job.curlRefused":"No command was copied: the payload that the server sent is not proved to be the recorded one, or is no JSON.","job.curlCopied":"the command. Set TOKEN and UPSTREAM_TOKEN before you run it.","job.curlCopiedWithout":"the command. Credentials that the job sent are not recorded. Set {names}, and TOKEN and UPSTREAM_TOKEN, before you run it.","job.sending":"Sending\u2026","job.retry":"Try again","job.retryWhom":"For whom","job.retryFailed":{one:"The {n} that failed",other:"The {n} that failed"},"job.retryNamed":{one:"The {n} that the answer names as failed",other:"The {n} that the answer names as failed"},"job.retryAll":{one:"All {n}",other:"All {n}"},"job.retryUnconfirmed":"Nobody knows whether the upstream acted on this job. Look there first: it may do it twice.","job.retrySend":{one:"Send {action} to {n} customer",other:"Send {action} to {n} customers"},"job.token":"Token for the upstream","job.tokenHint":"It is sent once, and not kept.","job.url":"Another URL","job.urlHint":"Leave it empty to use the recorded one.","job.members":"Members of the payload to give again","job.membersHint":'A JSON object, such as {"pin": "\u2026"}.',"job.membersWrong":"This is not a JSON object.","job.settle":"Settle","job.settleHint":"Nobody knows whether the upstream acted. Look there, then record what you found. It is added to what was recorded, under your name.","job.settleAs":"It ended as","job.reason":"Reason","job.reasonHint":"How you know.","job.settleSend":"Record it","job.settled":"Recorded how the job ended.","job.note":"Add a note","job.noteText":"Note","job.noteHint":"{n} of {most} bytes. A note cannot be changed or removed.","job.noteLong":"The note is too long.","job.noteSend":"Add the note","job.noted":"The note is recorded.","job.compare":"Compare","job.compareWith":"ID of another job, or its beginning","job.compareSend":"Compare","job.compareNone":"There is no other job whose ID begins so.","compare.title":"Two jobs compared","compare.a":"The first","compare.b":"The second","compare.differs":"differs","compare.customers":"Customers","compare.unchecked":"as the server says; not checked in the browser","compare.only_a":"Only in the first","compare.only_b":"Only in the second","compare.both":"In both","json.all":"Show all {n} characters","proof.first":{one:"From now on this browser remembers the ledger ({n} entry)",other:"From now on this browser remembers the ledger ({n} entries)"},"proof.same":{one:"Nothing has been removed or changed since your last visit ({n} entry)",other:"Nothing has been removed or changed since your last visit ({n} entries)"},"proof.grown":"Nothing has been removed or changed since your last visit ({from} \u2192 {to} entries)","proof.unchecked":"Not compared with your last visit: the server did not give the proof","proof.signedOut":"The entries can be compared with your last visit once you are signed in","proof.alarm":"ALARM: see above","proof.entries":{one:"{n} entry",other:"{n} entries"},"proof.alarm.key":"The key of this ledger has changed","proof.alarm.keyHint":"A server with another key can show another ledger. Compare the new key with one that you have from somebody you trust. If nobody told you of a change, rely on nothing here.","proof.alarm.signature":"The ledger is not signed with its key","proof.alarm.signatureHint":"The signature of the newest checkpoint is not genuine. Rely on nothing here. Download what the server sent, and give it to the people who run the ledger.","proof.alarm.shrunk":"Entries have been removed: the ledger had {from}, and has {to}","proof.alarm.shrunkHint":"A ledger only grows. An older copy may have been put in its place, or its end was cut off. Download what was received, and give it to the people who run the ledger.","proof.alarm.forked":"Entries have been changed or removed since your last visit","proof.alarm.forkedHint":"The {from} entries that were signed then are not among those that the server signs now. Download what was received, and give it to the people who run the ledger.","proof.alarm.refused":"The server refuses the proof that nothing was removed or changed","proof.alarm.refusedHint":"It shows a larger ledger than the {from} entries that this browser remembers, and does not prove that they are still in it. The browser asks again. Until then, nothing here is shown as proved.","proof.alarm.withheld":"The server goes on refusing the proof that nothing was removed or changed","proof.alarm.withheldHint":"It signed a larger ledger than the {from} entries that this browser remembers. A ledger that has only grown can prove that. Rely on nothing here. Download what was received, and give it to the people who run the ledger.","proof.alarm.malformed":"The server answered with something that is no proof","proof.alarm.malformedHint":"The ledger could not be compared with what this browser remembers. Download what was received, and give it to the people who run the ledger.","proof.alarm.damaged":"What this browser remembered of the ledger is damaged","proof.alarm.damagedHint":"It cannot be compared with what the server shows, so a change would not be noticed. Nothing was replaced. Download what there is, then accept what the server shows now, best after you compared the key.","proof.alarm.unreadable":"What this browser stored about an alarm or the key cannot be read","proof.alarm.unreadableHint":"There may have been an alarm, or a key that you entered. Download what there is, and give it to the people who run the ledger. It stays stored until you end this alarm.","proof.unresolved":"This alarm of {at} has not been accepted yet.","proof.dismiss":"End this alarm","proof.dismissHint":"Download what was received first: it is the only proof. What this browser remembers of the ledger stays as it is.","proof.pinned":"This browser expects the key {key}, which you entered.","proof.pin":"Verifier key that you have from elsewhere","proof.pinHint":"One line: the name of the ledger, and two parts after a + each.","proof.pinWrong":"This is no verifier key.","proof.pinDo":"Expect this key","proof.pinDone":"The key is remembered. If the server has another one, that is an alarm.","proof.download":"Download what was received","proof.whatToDo":"What this means","proof.accept":"Accept the new state","proof.acceptTitle":"Forget what this browser remembers?","proof.acceptHint":"Download what was received first: it is the only proof of the change. Then this browser remembers what the server shows now, and compares with that from now on.","proof.before":"Before","proof.now":"Now","customer.title":"Customer {cid}","customer.titleNone":"A customer","customer.lookUp":"Look up a customer","customer.show":"Show","customer.setAction":"Run an action","customer.inJobs":"In the list of jobs","customer.none":"Nothing was ever done to this customer","customer.noneHint":"Customers are compared character by character, and operators see their own jobs only.","customer.count":{one:"{n} job",other:"{n} jobs"},"customer.countMore":{other:"The newest {n} jobs"},"customer.when":"When","customer.action":"Action","customer.outcome":"For this customer","customer.job":"The whole job","customer.user":"User","customer.id":"Job ID","customer.asJob":"as the job","customer.submittedBy":"submitted by {user}","customer.older":"Show older","customer.newer":"Show newer","customer.fresh":{one:"{n} new",other:"{n} new"},"setAction.title":"Set Action","setAction.auditor":"Auditors see every job, and run none","setAction.auditorHint":"Ask an admin for the role of an operator.","setAction.noUpstream":"This server may call no upstream","setAction.noUpstreamHint":"The operator of the server allows one with --upstream.","setAction.what":"What is done","setAction.action":"Action","setAction.choose":"Choose\u2026","setAction.other":"Another\u2026","setAction.otherName":"Name of the action","setAction.upstream":"Upstream","setAction.path":"Path","setAction.sendsTo":"Sent to {url}","setAction.token":"The upstream's token","setAction.tokenHint":"Sent with the request, never recorded, and forgotten afterwards.","setAction.batch":"Batch (optional)","setAction.batchHint":"A label that jobs have in common.","setAction.customers":"Customers","setAction.paste":"One a line, or separated by commas, semicolons or tabs; or a table","setAction.file":"Choose a file","setAction.drop":"or drop one here (CSV or text).","setAction.pasted":"Pasted text","setAction.clear":"Remove","setAction.separated":"Separated by","setAction.lines":"Lines","setAction.comma":"Commas","setAction.semicolon":"Semicolons","setAction.tab":"Tabs","setAction.any":"Commas, semicolons or tabs","setAction.column":"Column with the customers","setAction.columnOf":"{name} ({samples}, \u2026)","setAction.columnNo":"Column {n}","setAction.every":"Every value is a customer","setAction.header":"The first line names the columns","setAction.unclosed":"The quote in line {line} is never closed. It was read as a character of the value.","setAction.find":"Find in the list","setAction.found":{one:"{n} found",other:"{n} found"},"setAction.list":"The customers, line by line","setAction.kind.all":"All","setAction.kind.good":"Good","setAction.kind.duplicate":"Duplicates","setAction.kind.blank":"Blank","setAction.kind.spaces":"Spaces at an end","setAction.kind.invalid":"Invalid","setAction.trim":{one:"Trim the spaces of {n}",other:"Trim the spaces of {n}"},"setAction.remove":{one:"Remove the one that is marked",other:"Remove the {n} that are marked"},"setAction.removed":{one:"{n} was left out.",other:"{n} were left out."},"setAction.trimmed":"Spaces at the ends were trimmed.","setAction.undo":"Undo","setAction.line":"line {line}","setAction.sameAs":"same as line {line}","setAction.isBlank":"blank","setAction.spaces":"spaces at an end","setAction.count":{one:"{n} customer",other:"{n} customers"},"setAction.review":"Review and send","setAction.clearForm":"Clear the form","setAction.clearTitle":"Clear the form?","setAction.clearHint":"What you filled in and have not sent is forgotten.","setAction.missing":"Choose an action and an upstream.","setAction.why.reading":"The customers are being read.","setAction.why.invalid":"Some customers are marked. Put them right or remove them.","setAction.why.column":"Choose the column with the customers.","setAction.why.none":"There are no customers yet.","setAction.why.many":"A job has at most {most} customers.","setAction.confirm":{one:"Run {action} for one customer?",other:"Run {action} for {n} customers?"},"setAction.noToken":"none given","setAction.isGiven":"given","setAction.leftOut":{one:"{n} repeated, blank or removed line is left out.",other:"{n} repeated, blank or removed lines are left out."},"setAction.noOverlap":{one:"No job of the last second did the same to any of them.",other:"No job of the last {n} seconds did the same to any of them."},"setAction.overlap":{one:"Another job has just done the same to some of them",other:"{n} other jobs have just done the same to some of them"},"setAction.overlapOfAnother":"A job of another user","setAction.overlapJob":{one:"one customer in common",other:"{n} customers in common"},"setAction.incomplete":"Not all recent jobs could be compared.","setAction.refuses":"The server refuses to send this now. Try again in a while.","setAction.lookAgain":"Look again","setAction.send":"Send","setAction.sending":"Sending\u2026","setAction.sent":"Sent as job {id}","setAction.sentTitle":"Sent","setAction.sentWhat":{one:"{action} for one customer",other:"{action} for {n} customers"},"setAction.open":"Open the job","setAction.notFound":{one:"It is not the one entry that the ledger has. What is not recorded is not sent.",other:"It is none of the {n} entries that the ledger has. What is not recorded is not sent."},"setAction.unknown":"It is not known yet whether this was recorded. Do not send it again before that.","setAction.seeking":"Looking for its job\u2026","csv.workbook":"This is a workbook. Save it as CSV and choose that file.","csv.encoding":"This file is not in UTF-8 or UTF-16. Save it as CSV in UTF-8.","csv.binary":"This is not a text file.","csv.large":"This file is larger than {size}.","name.empty":"must not be empty","name.long":"{n} bytes long; at most {most} are allowed","name.control":"has a control character, such as a tab","name.ends":"begins or ends with a space","name.unseen":"has {code}, which cannot be seen","overview.title":"Overview","overview.span":"The last","overview.days":"{n} days","overview.own":"Of your own jobs.","overview.empty":"There are no jobs yet","overview.emptyHint":"What jobs there are by day, by action and by user is drawn here.","overview.jobs":{one:"{n} job",other:"{n} jobs"},"overview.all":"Jobs in all","overview.inSpan":"In the last {n} days","overview.rateInSpan":"Failed, in the last {n} days","overview.inProgress":"In progress","overview.unconfirmed":"Unconfirmed","overview.total":"Jobs","overview.ended":"Ended","overview.day":"Day (UTC)","overview.action":"Action","overview.user":"User","overview.others":"all others","overview.byDay":"Jobs per day","overview.byDayHint":"By the day of their creation in UTC, and by the status that they have now.","overview.byDayTable":"Jobs of {n} days, by day and status","overview.byDayLabel":"Stacked bars: jobs per day by status, {from} to {to}. The most on a day are {most}.","overview.rate":"Failure rate","overview.rateHint":"Failed jobs of a day, as a share of its jobs that have ended: success, failed and unconfirmed.","overview.rateTable":"Failure rate of {n} days","overview.rateLabel":"Bars: failure rate per day, {from} to {to}. The highest is {most}.","overview.noneEnded":"no job has ended","overview.byAction":"By action","overview.byUser":"By user","overview.byValueHint":"Of all time.","overview.byActionTable":"Jobs by action and status, of all time","overview.byUserTable":"Jobs by user and status, of all time","overview.byActionLabel":"Stacked bars: jobs by action and status. {names}","overview.byUserLabel":"Stacked bars: jobs by user and status. {names}","overview.durations":"How long jobs took","overview.durationsHint":{one:"From creation to the newest status, of the one job that ended as success or failed.",other:"From creation to the newest status, of the newest {n} jobs that ended as success or failed. Those that were never sent are left out. A job that was unconfirmed at first counts until it was settled."},"overview.durationsTable":"How long the newest {n} jobs took","overview.durationsLabel":"Bars: how long the newest {n} jobs took. The median is {median}, the 95th percentile {high}.","overview.took":"Took","overview.below":"< {to}","overview.atLeast":"\u2265 {from}","overview.endedBy":"Ended by","overview.median":"Median","overview.p95":"95th percentile","overview.by.all":"all","overview.by.answered":"the upstream's answer","overview.by.reported":"a report","overview.by.imported":"an import","chart.table":"Show as a table","health.title":"The ledger's health","health.state":"State","health.ready":"Takes entries and answers","health.notReady":"Takes no entries","health.size":"Size","health.entries":{one:"{n} entry",other:"{n} entries"},"health.checkpoint":"Newest checkpoint","health.checkpointOf":{one:"{n} entry, signed; root",other:"{n} entries, signed; root"},"health.download":"Download","health.key":"Verifier key","health.verified":"Last verification","health.notVerified":"none was written down: run jobctl verify --record beside the server","health.sound":{one:"one entry: it is what was recorded",other:"{n} entries: all are what was recorded"},"health.unsound":{one:"not everything is what was recorded, or could be read: one finding",other:"not everything is what was recorded, or could be read: {n} findings"},"health.seen":"This browser","health.seenSize":{one:"last checked at one entry: rightly signed, and nothing missing that it saw before",other:"last checked at {n} entries: rightly signed, and nothing missing that it saw before"},"health.notSeen":"has checked nothing yet","health.how":"Everything is verified, entry by entry, by an auditor who runs","health.command":"the command","health.howHint":"With a token of yours in JOBS_TOKEN, and in verifier.key the verifier key as you got it from somebody you trust.","health.howOperator":"This takes the token of an auditor or admin.","account.title":"Account","account.who":"Who you are here","account.by":"Signed in by","account.by.session":"a session","account.by.token":"a token","account.by.proxy":"a proxy, which vouches for you","account.by.jwt":"a JWT of your organisation's sign-in","account.ends":"Ends","account.endsHint":"unless you use it again, and 12 hours after it began in any case","account.may.operator":"runs actions, and sees their own jobs","account.may.auditor":"sees everything, and changes nothing","account.may.admin":"sees and does everything","password.title":"Password","password.current":"Current password","password.new":"New password","password.rules":"12 characters or more, at least 5 of them different. Not the user's name, not one text repeated, and none of the passwords that are tried first.","password.show":"Show it","password.change":"Change the password","password.changed":"The password is changed. Your other sessions have ended.","password.ends":"All your other sessions end at once. Your tokens stay.","password.none.session":"You have no password here. An admin can give you one.","password.none.token":"You have no password here. An admin can give you one.","password.none.proxy":"You have no password here: a proxy signs you in. Change your password where you signed in there.","password.none.jwt":"You have no password here: your organisation's sign-in vouches for you. Change your password there.","sessions.title":"Sessions","sessions.hint":"Where you are signed in. The server knows the sessions that were used since it started,","sessions.browser":"Browser","sessions.address":"Address","sessions.used":"Last used","sessions.begun":"Begun","sessions.by.password":"with a password","sessions.by.token":"with a token","sessions.this":"this one","sessions.unknown":"unknown","sessions.end":"End","sessions.endOne":"End the session in {browser}","sessions.endOthers":"End all other sessions","sessions.endTitle":"End this session?","sessions.endOthersTitle":"End all sessions but this one?","sessions.endHint":"Its browser is signed out within a second. What is in flight there is broken off, except for a Set Action that was recorded.","sessions.endOthersHint":"All other browsers are signed out within a second, also those that are not in the list. Tokens stay.","sessions.ended":"The session has ended.","sessions.othersEnded":"All your other sessions have ended.","tokens.title":"Tokens","tokens.hint":"Programs sign in with them. A token may do what you may do.","tokens.byToken":"You are signed in with a token or a JWT, and so you cannot make tokens: a copy of it in the wrong hands could make more. Sign in with your password, or ask an admin.","tokens.empty":"There are no tokens","tokens.name":"Name","tokens.nameHint":"What it is for, such as the program that uses it. A name is never used again.","tokens.made":"Made","tokens.madeBy":", by {user}","tokens.used":"Last used","tokens.unused":"never","tokens.ends":"Ends","tokens.noEnd":"no end","tokens.expired":"expired","tokens.user_disabled":"the user is disabled","tokens.revoked":"revoked","tokens.others":{one:"{n} token that no longer works",other:"{n} tokens that no longer work"},"tokens.new":"New token","tokens.make":"Make the token","tokens.lastDay":"Last day","tokens.lastDayHint":"Without one, it works until it is revoked.","tokens.madeTitle":"The new token","tokens.once":"It is shown only now. Store it where only the program can read it. A program that has it may do what its user may do.","tokens.token":"Token","tokens.theToken":"the token","tokens.stored":"I have stored it","tokens.revoke":"Revoke","tokens.revokeOne":"Revoke {name}","tokens.revokeHint":"Programs that use this token of {user} are refused within a second. This cannot be taken back, and the name stays taken.","tokens.revokeCurrent":"You are signed in by this token.","tokens.revokedNow":"{name} is revoked.","admin.title":"Users and tokens","admin.only":"Only admins see this page.","admin.users":"Users","admin.user":"User","admin.role":"Role","admin.signIn":"Signs in","admin.hasPassword":"with a password","admin.hasNone":"without a password","admin.disabled":"disabled","admin.search":"Search","admin.noUser":"No user has this in the name","admin.add":"Add a user","admin.added":"{user} is added.","admin.name":"Name","admin.nameHint":"As it will be recorded with each job. It cannot be changed.","admin.password":"Password (optional)","admin.passwordHint":"Without one, the user signs in by a token, a proxy or a JWT.","admin.change":"Change","admin.changeOne":"Change {user}","admin.setRole":"Set the role","admin.roleHint":"If it takes rights away, the user's sessions and streams end within a second.","admin.self":"This is you. Another admin can change your role or disable you. Your password is changed at","admin.since":"Added","admin.roleSet":"{user} has the new role.","admin.setPassword":"Set the password","admin.setPasswordHint":"The user's sessions end at once. Tokens stay.","admin.passwordSet":"{user} has the new password.","admin.disable":"Disable","admin.disableOne":"Disable {user}","admin.disableHint":"The user's tokens, sessions and JWTs stop working within a second. Jobs and entries stay. The user can be enabled again.","admin.disabledNow":"{user} is disabled.","admin.enable":"Enable","admin.enableOne":"Enable {user}","admin.enableHint":"It takes a new password, so that earlier sessions do not go on. Tokens that are not revoked work again.","admin.enableHintNone":"Tokens that are not revoked work again. A password is optional.","admin.enabledNow":"{user} is enabled.","admin.tokenUserHint":"A listed user, or a new name for a program that is not listed.","admin.tokenRoleHint":"The user is not listed, so the token has a role.","help.title":"Help","help.proof.title":"What \u201Cproved\u201D means","help.proof.lead":"This ledger keeps every entry for ever. Your browser checks that at each visit, as far as a page can that comes from the same server.","help.proof.means":"What is proved","help.proof.meansText":`Every entry has a fingerprint: a number that changes if a single letter of the entry changes. All fingerprints together have one fingerprint, and the ledger signs it with a key that only it has. This signed fingerprint is a checkpoint.
\u201CEntry #12, proved\u201D says: your browser computed the fingerprint of entry 12 from what you see on the page, and found that it is one of those in the signed checkpoint. Had anybody changed the user, the time, the status or a message after it was recorded, even in the database itself, it would not fit.`,"help.proof.when":"What is checked, and when","help.proof.whenText":`When you open a job: each of its entries, that they follow each other, and that the facts on the page are those of the entries.
The lists of customers and outcomes: by itself if there are up to 1,000, else when you press the button. The payload: when you open it.
A job is only called proved when its checkpoint was compared with what this browser remembers. At each visit, and every few minutes: that the ledger still has everything that it had when this browser last saw it, unchanged and in the same order. Before you sign in, only the key is compared, and whether there are fewer entries or, of the same number, others.
Two jobs that are compared: as each of them alone, but not which customers they share.
Lists of jobs and statistics are not checked in the browser.`,"help.proof.not":"What is not proved","help.proof.notText":"That what somebody reported is true. That the newest entry is shown: a server could hide what was recorded a moment ago. And that the key is the right one, if you have it from this server alone.","help.proof.alarm":"What an alarm means","help.proof.alarmText":`What the server shows is not what it recorded, or not what it showed before. Somebody may have changed the database, or restored an older copy of it; it can also be a mistake in operation, or a broken disk.
Do not rely on what is shown. Download the file that the alarm offers: it has what your browser remembered and what the server sent. Give it to the people who run the ledger, and to your auditor. Keep your browser's memory as it is: do not clear its data, and do not accept the new state until it is explained.
That the server cannot be reached is no alarm. If it is reached, shows a larger ledger and refuses the proof that the old entries are in it, there is a warning, and an alarm after a few tries. An alarm stays until you accept it, also when you load the page again.`,"help.proof.key":"The key","help.proof.keyText":"At your first visit, the browser remembers the key of the ledger. If the server later shows another one, that is an alarm. Compare the key once with one that you have from somebody you trust: it is at /log/key, and on the overview. If the key was changed on purpose, accept the new one with the button of the alarm.","help.proof.outside":"Checking it without this page","help.proof.outsideText":"A page comes from the server that it checks. If you do not trust the server at all, check with another program: download the evidence of a job, and run jobctl, or check.py, which is a second one by other means. Both need the verifier key, obtained elsewhere. Keep a checkpoint now and then: jobctl verify --against compares the whole ledger with it.","help.proof":"what this page checks by itself, and what it shows","help.statuses":"What the statuses mean","help.status.IN_PROGRESS":"The job is recorded, and nobody has said yet how it ended.","help.status.SUCCESS":"It was done for all its customers.","help.status.FAILED":"It was not done, or not for all its customers. The job's page says for whom it failed.","help.status.UNCONFIRMED":"Nobody knows whether the upstream acted. Look there first, and then record what you found. Do not simply send it again.","help.causes":"What a status is based on","help.causesHint":"Behind the status of a job is its cause, unless the upstream simply answered.","help.any":"Any status","help.cause.answered":"The upstream's whole answer was read, and says how the job ended.","help.cause.reported":"Somebody reported it: the service that ran the job, or a person who looked.","help.cause.never_sent":"The request provably never left. The upstream did nothing.","help.cause.withheld":"The request was not sent, because other jobs were for the same customers, or because that could not be checked.","help.cause.timed_out":"The request was sent, and no whole answer came in time.","help.cause.connection_lost":"The request was sent, and the connection broke before a whole answer came.","help.cause.unreadable_answer":"The upstream accepted the request, with an answer that cannot be read or does not say how the job ended.","help.cause.inconclusive_answer":"The code of the answer does not tell whether the upstream acted.","help.cause.interrupted":"The server stopped before the outcome of the call was recorded.","help.cause.imported":"Another system recorded it.","help.keysHint":"In the list of jobs.","help.more":"More","help.docs":"the same for programs, with all that this page can do","help.account":"your password, sessions and tokens","help.checkpoint":"how many entries there are, signed; keep one, and the ledger cannot be rewritten unnoticed","help.key":"checks the signatures; compare it with the one that you got from somebody you trust"}});function Ie(t,e){return io[e]??=ls(e,{...us,...Ra,hourCycle:"h23"}),Ia(io[e],t)}function Ma(t,e){if(Number.isNaN(Date.parse(t)))return String(t);let o=e==="utc"?"short":"longOffset";io[`${e}-exact`]??=ls(e,{...us,...Ra,timeZoneName:o,hourCycle:"h23"});let n=/\.\d+/.exec(t)?.[0]??"";return io[`${e}-exact`].formatToParts(new Date(t)).map(({type:r,value:s})=>r==="second"?s+n:s).join("")}function Ha(t,e){return io[`${e}-day`]??=ls(e,us),Ia(io[`${e}-day`],t)}function Fo(t){let e=["B","kB","MB","GB"],o=0,n=t;for(;n>=1e3&&o<e.length-1;o+=1)n/=1e3;return`${Fa.format(Number(n.toFixed(n<10&&o?1:0)))} ${e[o]}`}function Uo(t,e){let o=n=>+`0.${/\.\d{3}(\d+)/.exec(n)?.[1]??0}`;return Date.parse(e)-Date.parse(t)+o(e)-o(t)}function Jt(t){if(t<1e3)return`${Number(t.toFixed(t<10?1:0))} ms`;if(t<59950)return`${Number((t/1e3).toFixed(1))} s`;let e=Math.round(t/1e3),o=(s,i,c,u)=>c?`${D(s)} ${i} ${c} ${u}`:`${D(s)} ${i}`;if(e<3600)return o(Math.floor(e/60),"min",e%60,"s");let n=Math.round(e/60);if(n<1440)return o(Math.floor(n/60),"h",n%60,"min");let r=Math.round(n/60);return o(Math.floor(r/24),"d",r%24,"h")}var ls,io,us,Ra,Ia,Pa,Fa,Tp,D,Me,ao,Q=b(()=>{"use strict";Un();ls=(t,e)=>new Intl.DateTimeFormat(pe,{...e,...t==="utc"?{timeZone:"UTC"}:{}}),io={},us={day:"2-digit",month:"short",year:"numeric"},Ra={hour:"2-digit",minute:"2-digit",second:"2-digit"},Ia=(t,e)=>Number.isNaN(Date.parse(e))?String(e):t.format(new Date(e));Pa=t=>t==="utc"?"UTC":new Intl.DateTimeFormat().resolvedOptions().timeZone,Fa=new Intl.NumberFormat(pe),Tp=new Intl.NumberFormat(pe,{style:"percent",maximumFractionDigits:1}),D=t=>Fa.format(t),Me=t=>Tp.format(t);ao=t=>`${t.slice(0,8)}\u2026${t.slice(-4)}`});function a(t,e={}){let o=cs[t],n=Number(e.n??0);return(typeof o=="string"?o:Ep.select(n)==="one"&&o.one||o.other).replace(/\{(\w+)\}/g,(s,i)=>{let c=e[i];return typeof c=="number"?D(c):c??s})}function P(t,e){let o=`${t}.${e}`;return o in cs?a(o):String(e).replaceAll("_"," ")}var Ep,j=b(()=>{"use strict";Un();Q();Ep=new Intl.PluralRules(pe)});function Ba(t,{later:e=setTimeout,now:o=Date.now}={}){let n=!1,r=!1,s=!1,i=0,c=-1/0,u=async()=>{r=!1,n=!0,await t(),n=!1,c=o(),s&&d()},d=()=>{if(s=n,n||r)return;let f=o()-c;i=f<jp?Math.min(i+1,ds.length-1):0,r=!0,f>=ds[i]?u():e(u,ds[i]-f)};return d}async function Wa(t,e){let o=AbortSignal.timeout(t);try{return await e(o)}catch(n){throw o.aborted?new q({status:504,type:"timeout"}):n}}var Ua,ds,jp,He,Bo=b(()=>{"use strict";Pt();Ua=[1e3,2e3,5e3,1e4,3e4],ds=[0,100,300,1e3],jp=2e3,He=(t,e)=>e?.retryAfter?e.retryAfter*1e3:Ua[Math.min(t,Ua.length-1)]});function Pe(t){t&&t.parentNode&&t.remove()}function Ga(t,e,o){var n,r,s,i={},c=arguments.length;for(s in e)s=="key"?n=e[s]:s=="ref"&&typeof t!="function"?r=e[s]:i[s]=e[s];return c>2&&(i.children=c>3?$s.call(arguments,2):o),Wo(t,i,n,r,null)}function Wo(t,e,o,n,r){var s={type:t,props:e,key:o,ref:n,__k:null,__:null,__b:0,__e:null,__c:null,constructor:zo,__v:r||++Va,__i:-1,__u:0};return!r&&X.vnode&&X.vnode(s),s}function Vo(t){return t.children}function qo(t,e){this.props=t,this.context=e,this.__g=0}function $e(t,e){if(e==null)return t.__&&$e(t.__,t.__i+1);for(var o;e<t.__k.length;e++)if((o=t.__k[e])&&o.__e)return o.__e;return typeof t.type!="function"||t.props.__P?null:$e(t)}function Lp(t){var e,o=t.__v,n=o.__e,r=[],s=[],i=t.__P;i&&((e=Fe({constructor:zo},o)).__v=o.__v+1,X.vnode&&X.vnode(e),bs(i,e,o,t.__n,i.namespaceURI,32&o.__u?[n]:null,r,n||$e(o),32&o.__u,s),e.__v=o.__v,e.__.__k[e.__i]=e,ec(r,e,s),o.__=o.__e=null,e.__e!=n&&Ya(e))}function Ya(t){if((t=t.__)&&t.__c&&!t.props.__P)return t.__e=null,t.__k.some(function(e){return e&&(t.__e=e.__e)}),Ya(t)}function qa(t){(8&t.__g||(t.__g|=8,me.push(t),zn++))&&fs==X.debounceRendering||((fs=X.debounceRendering)||queueMicrotask)(Xa)}function Xa(){try{for(var t,e=1;me.length;)me.length>e&&me.sort(Ja),t=me.shift(),e=me.length,8&t.__g&&Lp(t)}finally{(zn=me.length)&&(fs||queueMicrotask)(Xa)}}function Za(t,e,o,n,r,s,i,c,u,d,f){var h,m,p,$,w,g,_=n.__k||Jn,x=e.length;for(u=Dp(o,e,_,u,x),h=0;h<x;h++)(p=o.__k[h])!=null&&(m=~p.__i&&_[p.__i]||Vn,p.__i=h,g=bs(t,p,m,r,s,i,c,u,d,f),$=p.__e,(m.ref!=p.ref||8&m.__u)&&(m.ref&&ys(m.ref,null,p,m),p.ref&&f.push(p.ref,p.__c||$,p)),w=w||$,4&p.__u?(u=Qa(p,u,t,!m.__v),m.__e&&(m.__e=null)):typeof p.type=="function"&&g!==void 0?u=g:$&&(u=$.nextSibling),p.__u&=-21);return o.__e=w,u}function Dp(t,e,o,n,r){var s,i,c,u,d,f,h,m,p,$=o.length,w=$,g=0,_=0,x=t.__k=Array(r);for(s=0;s<r;s++)(i=e[s])!=null&&typeof i!="boolean"&&typeof i!="function"?(typeof i!="object"||i.constructor===String?i=x[s]=Wo(null,i):ms(i)?i=x[s]=Wo(Vo,{children:i}):i.constructor===zo&&i.__b?i=x[s]=Wo(i.type,i.props,i.key,i.ref,i.__v):x[s]=i,u=s+g,i.__=t,i.__b=t.__b+1,c=null,~(d=i.__i=Rp(i,o,u,w))&&(w--,(c=o[d])&&(c.__u|=2)),c&&c.__v?(i.__u|=16,d==u-1?g--:d==u+1?g++:d!=u&&(d>u?g--:g++,_=1)):(~d||(r>$?g--:r<$&&g++),typeof i.type!="function"&&(i.__u|=4))):x[s]=null;if(_){for(f=[],h=[],s=0;s<r;s++)if((i=x[s])&&16&i.__u){for(g=0,m=f.length;g<m;)f[p=g+m>>1]<i.__i?g=p+1:m=p;f[g]=i.__i,h[s]=g+1}for(g=f.length;s--;)h[s]&&(h[s]==g?g--:x[s].__u|=4)}if(w)for(s=0;s<$;s++)!(c=o[s])||2&c.__u||(c.__e==n&&(n=$e(c)),ws(c,c));return n}function Qa(t,e,o,n){var r,s,i,c;if(typeof t.type=="function"){if(t.props.__P)return e;if(r=t.__k)for(s=0;s<r.length;s++)r[s]&&(r[s].__=t,e=Qa(r[s],e,o,!1));return e}for(e&&!e.parentNode&&(e=$e(t))&&!e.parentNode&&(e=null),i=t.__e,c=e;c&&c.nodeType==8;)c=c.nextSibling;for(i!=c&&(!n&&o.moveBefore&&i.parentNode?o.moveBefore(i,e):o.insertBefore(i,e||null)),e=i;(e=e&&e.nextSibling)&&e.nodeType==8&&!e.data.startsWith("$s"););return e}function Rp(t,e,o,n){var r,s=t.key,i=t.type,c=e[o],u=c&&!(2&c.__u);if(c===null&&s==null||u&&s==c.key&&i==c.type)return o;if(n>(u?1:0)){for(r=o-1;r>=0;r--)if((c=e[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r;for(r=o+1;r<e.length;r++)if((c=e[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r}return-1}function za(t,e,o){o==null&&(o=""),e[0]=="-"?t.setProperty(e,o):t[e]=o}function Bn(t,e,o,n,r){var s,i;if(e=="style")if(typeof o=="string")t.style.cssText=o;else{if(typeof n=="string"&&(t.style.cssText=n=""),n)for(e in n)o&&e in o||za(t.style,e);if(o)for(e in o)n&&o[e]==n[e]||za(t.style,e,o[e])}else if(e[0]=="o"&&e[1]=="n")typeof o!="function"&&(o=null),typeof n!="function"&&(n=null),(t.__e||(t.__e={}))[e]=o,o&&n||(i=hs[e]||(hs[e]=Ip(e)),(t.__a||(t.__a={}))[e]=ps,s=e!=(e=e.replace(Ka,"$1")),(e=e.slice(2))[0]<"a"&&(e=e.toLowerCase()),o?t.addEventListener(e,i,s):t.removeEventListener(e,i,s));else{if(r=="http://www.w3.org/2000/svg")e=e.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(e!="width"&&e!="height"&&e!="href"&&e!="list"&&e!="form"&&e!="tabIndex"&&e!="download"&&e!="rowSpan"&&e!="colSpan"&&e!="role"&&e!="popover"&&e in t)try{return void(t[e]=o??"")}catch{}if(typeof o=="function")return;o==null||o===!1&&e[4]!="-"?t.removeAttribute(e):t.setAttribute(e,e=="popover"&&o==1?"":o)}}function Ip(t){return function(e){var o=this.__e;if(o){if(o=o[t],e[Wn]==null)e[Wn]=ps++;else if(e[Wn]<this.__a[t])return;return o(X.event?X.event(e):e)}}}function bs(t,e,o,n,r,s,i,c,u,d){var f,h,m,p,$,w,g,_,x,v,N,Y,Dt,Rt,mt,jt,kt,at,ft=e.type;if(e.constructor!==zo)return null;128&o.__u&&(u=32&o.__u,f=o.__c.__z)&&(e.__u|=u,h=s=[],f.nodeType==8?c=qn(f,s):s.push(f),c=s[0]||c),(f=X.__b)&&f(e);t:if(typeof ft=="function"){m=i.length;try{if(_=e.props,x=(f=ft.prototype)&&f.render,v=(f=ft.contextType)&&n[f.__c],N=f?v?v.props.value:f.__:n,(p=o.__c)?(e.__c=p,2&p.__g&&(p.__g|=1)):(x?e.__c=p=new ft(_,N):(e.__c=p=new qo(_,N),p.constructor=ft,p.render=Hp),v&&v.sub(p),p.state||(p.state={}),p.__n=n,p.__g|=8,p.__h=[],p.__k=[]),x&&(p.__s||(p.__s=p.state),ft.getDerivedStateFromProps&&(p.__s==p.state&&(p.__s=Fe({},p.__s)),Fe(p.__s,ft.getDerivedStateFromProps(_,p.__s)))),$=p.props,w=p.state,p.__v=e,o.__c){if(_!==$&&x&&!ft.getDerivedStateFromProps&&p.componentWillReceiveProps&&p.componentWillReceiveProps(_,N),e.__v==o.__v&&!(8&p.__g)||!(4&p.__g)&&p.shouldComponentUpdate&&p.shouldComponentUpdate(_,p.__s,N)===!1){e.__v!=o.__v&&(p.props=_,p.state=p.__s,p.__g&=-9),e.__e=o.__e,e.__k=o.__k,e.__k.some(function(_t){_t&&(_t.__=e)}),Jn.push.apply(p.__h,p.__k),p.__k=[],p.__h.length&&i.push(p),c=$e(o);break t}p.componentWillUpdate&&p.componentWillUpdate(_,p.__s,N),x&&p.componentDidUpdate&&p.__h.push(function(){p.componentDidUpdate($,w,g)})}else x&&!ft.getDerivedStateFromProps&&p.componentWillMount&&p.componentWillMount(),x&&p.componentDidMount&&p.__h.push(p.componentDidMount);p.context=N,p.props=_,p.__P=t,p.__g&=-5,Y=X.__r,Dt=x?25:0;do p.__g&=-9,Y&&Y(e),f=p.render(p.props,p.state=p.__s,p.context);while(8&p.__g&&++Dt<25);x&&(Jn.push.apply(p.__h,p.__k),p.__k=[]),p.state=p.__s,p.getChildContext&&(n=Fe({},n,p.getChildContext())),x&&o.__c&&p.getSnapshotBeforeUpdate&&(g=p.getSnapshotBeforeUpdate($,w)),Rt=f&&f.type===Vo&&f.key==null?f.props.children:f,_.__P&&(f=c,r=(t=_.__P).namespaceURI,u=s=null,o.props&&o.props.__P!=t&&(o.__k.some(function(_t){_t&&ws(_t,_t)}),o.__k=null),c=o.__k?$e(o,0):null),c=Za(t,ms(Rt)?Rt:[Rt],e,o,n,r,s,i,c,u,d),_.__P&&(e.__e=null,c=f),e.__u&=-161,h&&h.some(Pe),p.__h.length&&i.push(p),1&p.__g&&(p.__g&=-4)}catch(_t){if(i.length=m,e.__v=null,u||s)if(_t&&_t.then){if(e.__u|=128|u,s){for(~(kt=s.indexOf(c||void 0))||(kt=s.length);(at=s[kt-1])&&at.nodeType==8;)kt--;for(;kt<s.length;kt++)if(at=s[kt])if(s[kt]=null,mt){if(at==jt)break}else{if(at.nodeType!=8)break;at.data.startsWith("$s")&&(jt=qn(mt=at))}}if(!mt){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;mt=c}(f=qn(mt=e.__c.__z||(e.__c.__z=mt)))?(e.__e=mt,c=f):e.__e=c,c=c&&c.nextSibling}else s&&s.some(Pe);else e.__e=o.__e;e.__k||(e.__k=o.__k||[]),_t&&_t.then||tc(e),X.__e(_t,e,o)}}else c=e.__e=Mp(o.__e,e,o,n,r,s,i,u,d,t);return(f=X.diffed)&&f(e),c}function qn(t,e){if(t&&t.nodeType==8&&t.data.startsWith("$s"))for(var o=1;t=t.nextSibling;){if(t.nodeType==8){if(t.data.startsWith("$s"))o++;else if(t.data.startsWith("/$s")&&!--o)return t}e&&e.push(t)}}function tc(t){t&&(t.__c&&(t.__c.__g|=4),t.__k&&t.__k.some(tc))}function ec(t,e,o){for(var n=0;n<o.length;)ys(o[n++],o[n++],o[n++]);X.__c&&X.__c(e,t),t.some(function(r){try{t=r.__h,r.__h=[],t.some(function(s){s.call(r)})}catch(s){X.__e(s,r.__v)}})}function Mp(t,e,o,n,r,s,i,c,u,d){var f,h,m,p,$,w,g,_,x=o.props||Vn,v=e.props,N=e.type;if(N=="svg"?r="http://www.w3.org/2000/svg":N=="math"?r="http://www.w3.org/1998/Math/MathML":r||(r="http://www.w3.org/1999/xhtml"),s){for(f=0;f<s.length;f++)if(($=s[f])&&(N?$.localName==N:$.nodeType==3)){t=$,s[f]=null;break}}if(!t){if(_=d.ownerDocument||document,!N)return _.createTextNode(v);t=_.createElementNS(r,N,v.is?v:d),c&&(X.__m&&X.__m(e,s),c=!1),s=null}if(N){if(d=N=="template"&&t.content||t,s=N=="textarea"&&v.defaultValue!=null?null:s&&$s.call(d.childNodes),!c&&s)for(x={},f=0;f<t.attributes.length;f++)x[($=t.attributes[f]).name]=$.value;for(f in x)$=x[f],f=="dangerouslySetInnerHTML"?m=$:f=="children"||f in v||f=="value"&&"defaultValue"in v||f=="checked"&&"defaultChecked"in v||Bn(t,f,null,$,r);for(f in v)$=v[f],f=="children"?p=$:f=="dangerouslySetInnerHTML"?h=$:f=="value"?w=$:f=="checked"?g=$:c&&typeof $!="function"||x[f]===$||Bn(t,f,$,x[f],r);h?(c||m&&(h.__html==m.__html||h.__html==t.innerHTML)||(t.innerHTML=h.__html),e.__k=[]):(m&&(t.textContent=""),(N=="foreignObject"||r=="http://www.w3.org/1998/Math/MathML"&&Np.test(N))&&(r="http://www.w3.org/1999/xhtml"),Za(d,ms(p)?p:[p],e,o,n,r,s,i,s?s[0]:o.__k&&$e(o,0),c,u),s&&s.some(Pe)),c&&N!="textarea"||(f="value",N=="progress"&&w==null?t.removeAttribute(f):w==null||w===t[f]&&(N!="progress"||w)||Bn(t,f,w,x[f],r),f="checked",g!=null&&g!=t[f]&&Bn(t,f,g,x[f],r))}else x===v||c&&t.data==v||(t.data=v);return t}function ys(t,e,o,n){try{typeof t=="function"?e?e.__x=t(e)||1:n&&(n=n.__c||n.__e)&&(e=n.__x)&&(n.__x=null,typeof e=="function"?e():t(null)):t.current=e}catch(r){X.__e(r,o)}}function ws(t,e,o){var n,r,s,i;if(X.unmount&&X.unmount(t),!(n=t.ref)||n.current&&n.current!=t.__e||ys(n,null,e,t),n=t.__c){if(n.componentWillUnmount)try{n.componentWillUnmount()}catch(c){X.__e(c,e)}n.__P=n.__n=null}if(n=t.__k)for(i=0;i<n.length;i++)n[i]&&ws(n[i],e,typeof t.type!="function"||o&&!t.props.__P);!o&&(n=t.__c)&&(n=n.__z)&&(r=qn(n,s=[]))&&(n==t.__e&&s.some(Pe),Pe(r),Pe(n)),o||Pe(t.__e),t.__e=t.__c=t.__=null}function Hp(t,e,o){return this.constructor(t,o)}function gs(t,e){var o,n,r,s;X.__&&X.__(t,e),e.nodeType==9&&(e=e.documentElement),n=(o=t&&32&t.__u)?null:e.__k,e.__k=Wo(Vo,{children:[t]}),r=[],s=[],bs(e,e.__k,n||Vn,Vn,e.namespaceURI,n?null:e.firstChild?$s.call(e.childNodes):null,r,n?n.__e:e.firstChild,o,s),ec(r,e.__k,s),e.__k.props.children=null}var X,Va,Op,me,fs,zn,Ja,Wn,Ka,ps,hs,Cp,zo,Vn,Jn,Np,ms,$s,Fe,Kn=b(()=>{"use strict";zo=Symbol.for("pv"),Vn={},Jn=[],Np=/^m(i|n|o|s|text|space)$/,ms=Array.isArray,$s=Jn.slice,Fe=Object.assign;X={__e:function(t,e,o,n){for(var r,s,i;e=e.__;)if((r=e.__c)&&!(1&r.__g)){r.__g|=4;try{if((i=(s=r.constructor)&&s.getDerivedStateFromError)&&r.setState(s.getDerivedStateFromError(t)),r.componentDidCatch&&(r.componentDidCatch(t,n||{}),i=1),i&&8&r.__g)return void(r.__g|=2)}catch(c){t=c}}throw zn=0,t}},Va=0,Op=function(t){return t!=null&&t.constructor===zo},qo.prototype.setState=function(t,e){var o=this.__s;o&&o!=this.state||(o=this.__s=Fe({},this.state)),typeof t=="function"&&(t=t(Fe({},o),this.props)),t&&(Fe(o,t),this.__v&&(e&&this.__k.push(e),qa(this)))},qo.prototype.forceUpdate=function(t){this.__v&&(this.__g|=4,t&&this.__h.push(t),qa(this))},qo.prototype.render=Vo,me=[],zn=0,Ja=function(t,e){return t.__v.__b-e.__v.__b},Wn=Symbol(),Ka=/(PointerCapture)$|Capture$/i,ps=0,hs={},Cp=0});function rc(t){var e=oc.get(this);return e||(e=new Map,oc.set(this,e)),(e=nc(this,e.get(t)||(e.set(t,e=(function(o){for(var n,r,s=1,i="",c="",u=[0],d=function(m){s===1&&(m||(i=i.replace(/^\s*\n\s*|\s*\n\s*$/g,"")))?u.push(0,m,i):s===3&&(m||i)?(u.push(3,m,i),s=2):s===2&&i==="..."&&m?u.push(4,m,0):s===2&&i&&!m?u.push(5,0,!0,i):s>=5&&((i||!m&&s===5)&&(u.push(s,0,i,r),s=6),m&&(u.push(s,m,0,r),s=6)),i=""},f=0;f<o.length;f++){f&&(s===1&&d(),d(f));for(var h=0;h<o[f].length;h++)n=o[f][h],s===1?n==="<"?(d(),u=[u],s=3):i+=n:s===4?i==="--"&&n===">"?(s=1,i=""):i=n+i[0]:c?n===c?c="":i+=n:n==='"'||n==="'"?c=n:n===">"?(d(),s=1):s&&(n==="="?(s=5,r=i,i=""):n==="/"&&(s<5||o[f][h+1]===">")?(d(),s===3&&(u=u[0]),s=u,(u=u[0]).push(2,0,s),s=0):n===" "||n==="	"||n===`
`||n==="\r"?(d(),s=2):i+=n),s===3&&i==="!--"&&(s=4,u=u[0])}return d(),u})(t)),e),arguments,[])).length>1?e:e[0]}var nc,oc,sc=b(()=>{"use strict";nc=function(t,e,o,n){var r;e[0]=0;for(var s=1;s<e.length;s++){var i=e[s++],c=e[s]?(e[0]|=i?1:2,o[e[s++]]):e[++s];i===3?n[0]=c:i===4?n[1]=Object.assign(n[1]||{},c):i===5?(n[1]=n[1]||{})[e[++s]]=c:i===6?n[1][e[++s]]+=c+"":i?(r=t.apply(c,nc(t,c,o,["",null])),n.push(r),c[0]?e[0]|=2:(e[s-2]=0,e[s]=r)):n.push(c)}return n},oc=new Map});function co(t,e){lt.__h&&lt.__h(et,t,Ko||e),Ko=0;var o=et.__H||(et.__H={__:[],__h:[]});return t>=o.__.length&&o.__.push({}),o.__[t]}function y(t){return Ko=1,$c(bc,t)}function $c(t,e,o){var n=co(be++,2);if(n.t=t,!n.__c&&(n.__=[o?o(e):bc(void 0,e),function(s){var i=(n.__N||n.__)[0],c=n.t(i,s);xs(i,c)||(n.__N=[c,n.__[1]],n.__c.setState({}))}],n.__c=et,!et.__f)){et.__f=!0;var r=et.shouldComponentUpdate;et.shouldComponentUpdate=function(s,i,c){var u=this.__H;if(!u)return!0;var d=!1,f=this.props!=s;if(u.__.some(function(m){m.__N&&(d=!0,xs(m.__[0],m.__N[0])||(f=!0))}),r){var h=r.call(this,s,i,c);return d?h||f:h}return!d||f}}return n.__}function k(t,e){var o=co(be++,3);!lt.__s&&Ts(o.__H,e)&&(o.__P=!0,o.__=t,o.u=e,et.__H.__h.push(o))}function ye(t,e){var o=co(be++,4);!lt.__s&&Ts(o.__H,e)&&(o.__P=!1,o.__=t,o.u=e,et.__h.push(o))}function H(t){return Ko=5,ut(function(){return{current:t}},[])}function ut(t,e){var o=co(be++,7);return Ts(o.__H,e)&&(o.__=t(),o.__H=e),o.__}function Ss(t,e){return Ko=8,ut(function(){return t},e)}function As(t){var e=co(be++,10),o=y();return e.__=t,et.componentDidCatch||(et.componentDidCatch=function(n,r){e.__&&e.__(n,r),o[1](n)}),[o[0],function(){return o[1]()}]}function we(){var t=co(be++,11);if(!t.__){for(var e=et.__v;!e.__m&&e.__;)e=e.__;var o=e.__m||(e.__m=[0,0]);t.__="P"+o[0]+"-"+o[1]++}return t.__}function Pp(){var t;do{for(;t=vs.shift();)try{Jo(t)}catch(o){lt.__e(o,{__:(t=t.__P)&&t.__v})}for(;t=mc.shift();){var e=t.__H;if(t.__P&&e)try{e.__h.some(Jo),e.__h.some(ks),e.__h=[]}catch(o){e.__h=[],lt.__e(o,t.__v)}}}while(vs.length)}function Fp(t){var e,o=function(){clearTimeout(n),hc&&cancelAnimationFrame(e),setTimeout(t)},n=setTimeout(o,35);hc&&(e=requestAnimationFrame(o))}function pc(t){t!=1&&ic==lt.requestAnimationFrame||((ic=lt.requestAnimationFrame)||Fp)(Pp)}function Jo(t){var e=et,o=t.__c;typeof o=="function"&&(t.__c=void 0,o()),et=e}function ks(t){var e=et;t.__c=t.__(),et=e}function Ts(t,e){return!t||t.length!=e.length||e.some(function(o,n){return!xs(o,t[n])})}function bc(t,e){return typeof e=="function"?e(t):e}var be,et,_s,ic,xs,Ko,mc,vs,lt,ac,cc,lc,uc,dc,fc,hc,yc=b(()=>{"use strict";Kn();xs=Object.is,Ko=0,mc=[],vs=[],lt=X,ac=lt.__b,cc=lt.__r,lc=lt.diffed,uc=lt.__c,dc=lt.unmount,fc=lt.__;lt.__b=function(t){et=null,ac&&ac(t)},lt.__=function(t,e){t&&e.__k&&e.__k.__m&&(t.__m=e.__k.__m),fc&&fc(t,e)},lt.__r=function(t){cc&&cc(t),be=0;var e=(et=t.__c).__H;e&&(_s==et?et.__h=[]:(e.__h.some(Jo),e.__h.some(ks),be=0),e.__h=[],e.__.some(function(o){o.__N&&(o.__=o.__N),o.u=o.__N=void 0})),_s=et},lt.diffed=function(t){lc&&lc(t);var e=t.__c;e&&e.__H&&(e.__H.__h.length&&pc(mc.push(e)),e.__H.__.some(function(o){o.u&&(o.__H=o.u)})),_s=et=null},lt.__c=function(t,e){e.some(function(o){try{o.__h.some(Jo),o.__h=o.__h.filter(function(n){return!n.__||ks(n)})}catch(n){o.__h=[function(){throw n}]}}),uc&&uc(t,e)},lt.unmount=function(t){dc&&dc(t);var e,o,n=t.__c;n&&n.__H&&(n.__H.__.some(function(r){try{if(r.__P&&r.__c){if(o===void 0){for(o=t.__;o&&(!o.__c||!o.__c.__P);)o=o.__;o=o&&o.__c}r.__P=o,pc(vs.push(r))}else Jo(r)}catch(s){e=s}}),n.__H=void 0,e&&lt.__e(e,n.__v))};hc=typeof requestAnimationFrame=="function"});var l,A=b(()=>{"use strict";Kn();sc();Kn();yc();l=rc.bind(Ga)});function T(t){let[e,o]=y(t.get());return k(()=>(o(()=>t.get()),t.watch(n=>o(()=>n))),[t]),e}function Ft(){let{search:t}=T(Mt);return[ut(()=>new URLSearchParams(t),[t]),Fn]}function B(t,e){let o={error:null,isLoading:!0},[n,r]=y(o),s=H(t);s.current=t;let i=H(()=>{}),c=H(e);c.current.some((d,f)=>!Object.is(d,e[f]))&&(c.current=e),k(()=>{r(o);let d=new AbortController;return i.current=Up(f=>s.current(f),d.signal,f=>r(h=>({...h,...f}))),i.current(),()=>d.abort()},[c.current]);let u=Ss(()=>i.current(),[]);return{data:n.data,error:n.error,isLoading:n.isLoading,reload:u}}function Up(t,e,o){let n=0,r=0,s=Ba(async()=>{if(clearTimeout(r),!e.aborted){o({isLoading:!0});try{let i=await t(e);n=0,e.aborted||o({data:i,error:null,isLoading:!1})}catch(i){if(e.aborted)return;let c=fe(i);c.isFault&&console.error(i),o({error:c,isLoading:!1}),c.isTemporary&&(r=window.setTimeout(s,He(n++,c)))}}});return s}function G(t){let[e,o]=y(!1),[n,r]=y(null),s=H(!1);return[async(...c)=>{if(!s.current){s.current=!0,o(!0),r(null);try{await t(...c)}catch(u){if(!(u instanceof q))throw u;r(u)}finally{s.current=!1,o(!1)}}},e,n,()=>r(null)]}function Gn(t,e,o){k(()=>{if(!e)return;let n=i=>{t.current?.contains(i.target)||o(i)},r=i=>{i.key==="Escape"&&(i.stopPropagation(),i.preventDefault(),o(i))},s=t.current;return document.addEventListener("pointerdown",n),document.addEventListener("focusin",n),s?.addEventListener("keydown",r),()=>{document.removeEventListener("pointerdown",n),document.removeEventListener("focusin",n),s?.removeEventListener("keydown",r)}},[e])}var U=b(()=>{"use strict";Pt();Ot();Bo();A()});var Bp,R,wt=b(()=>{"use strict";A();Bp={SUCCESS:"m4 8.5 2.7 2.7L12 5.5",FAILED:"m5 5 6 6m0-6-6 6",UNCONFIRMED:"M6 6.2C6 3.6 10.4 3.8 10.2 6.4 10 8 8 8 8 9.6m0 2.2v.4",IN_PROGRESS:"M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM8 5v3l2 1.4",copy:"M6 6h7v7H6zM3 10V3h7",search:"M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zm3.3 7.8L14 14",note:"M3 3h10v7H8l-3 3v-3H3z",down:"m4 6.5 4 4 4-4",user:"M8 3a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM3 13.5c.6-5 9.4-5 10 0",check:"M8 1.8 13 4v4c0 3-2 5-5 6.2C5 13 3 11 3 8V4zM5.7 8l1.7 1.7 3-3.4",alarm:"M8 2.5 14.5 13.5h-13zM8 6.5v3.2m0 1.6v.4",system:"M8 2.5a5.5 5.5 0 1 1 0 11zm0 0v11a5.5 5.5 0 0 1 0-11",light:"M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM8 1v1.5m0 11V15M1 8h1.5m11 0H15M3 3l1 1m8 8 1 1M3 13l1-1m8-8 1-1",dark:"M7 2.5a5.5 5.5 0 1 0 6.5 7A5 5 0 0 1 7 2.5z",download:"M8 2.5v7m-3-2.6 3 3 3-3M3 13h10"},R=({name:t})=>l`
  <svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d=${Bp[t]} /></svg>
`});function gc(){let t=T(De),e=Object.entries(T(wc));return l`
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
  `}var wc,lo,Yn=b(()=>{"use strict";z();Vt();j();U();A();wt();wc=$t({}),lo=(t,e)=>wc.update(o=>{let{[t]:n,...r}=o;return e?{...r,[t]:e}:n?r:o})});function V(t,e="ok"){_c+=1;let o=_c;Xn.update(n=>[...n.slice(-3),{id:o,text:t,kind:e}]),e==="ok"&&setTimeout(xc,Wp,o)}function vc(){let t=T(Xn),e=T(Es);return l`
    <div class="messages" role="log" aria-live="polite" aria-relevant="additions">
      ${t.map(({id:o,text:n,kind:r})=>l`
          <div key=${o} class="message message-${r}">
            <span>${n}</span>
            <button class="icon-button" aria-label=${a("app.close")} onClick=${()=>xc(o)}>
              ✕
            </button>
          </div>
        `)}
    </div>
    <div class="off-screen" role="status" aria-live="polite">${e}</div>
  `}var Xn,Es,_c,Wp,xc,Zn,gt=b(()=>{"use strict";ct();Vt();j();U();A();Xn=$t([]),Es=$t(""),_c=0;so(()=>{Xn.set([]),Es.set("")});Wp=5e3,xc=t=>Xn.update(e=>e.filter(o=>o.id!==t));Zn=t=>Es.set(t)});function Go({status:t,title:e}){return t<0?a("problem.fault"):t===0?a("problem.network"):t===401?a("problem.401"):t===403?a("problem.403"):t===404?a("problem.404"):t===429?a("problem.429"):t===503?a("problem.503"):e}function qp({status:t,type:e,retryAfter:o}){return t===0?a("problem.networkHint"):t===404?a("problem.404Hint"):e.endsWith(":maybe-recorded")?a("problem.maybeRecorded"):o?a("problem.waitHint",{n:o}):""}function nt({problem:t,retry:e}){if(!t)return null;let o=qp(t);return l`
    <div class="notice notice-error" role="alert">
      <${R} name="alarm" />
      <div>
        <p class="notice-title">${Go(t)}</p>
        ${!t.isNetwork&&t.detail&&l`<p>${t.detail}</p>`}
        ${o&&l`<p>${o}</p>`} ${e&&t.isTemporary&&a("app.retrying")}
        ${e&&l`<p><button type="button" onClick=${e}>${a("app.again")}</button></p>`}
      </div>
    </div>
  `}function pt({of:t,children:e}){return l`
    <${nt} problem=${t.error} retry=${t.reload} />
    ${t.data!==void 0?e(t.data):t.isLoading&&l`<${ge} />`}
  `}var ge,ot,dt=b(()=>{"use strict";j();A();wt();ge=()=>l`<p class="state" role="status">${a("app.loading")}</p>`,ot=({title:t,children:e})=>l`
  <div class="state">
    <p class="state-title">${t}</p>
    ${e}
  </div>
`});async function Qn(){try{await Oa()}catch(t){let e=fe(t),o=e.isNetwork?Go(e):e.message;V(a("user.notSignedOut",{why:o}),"error");return}bt(O("/")),V(a("user.signedOut"))}var js=b(()=>{"use strict";ct();F();Pt();Ot();j();gt();dt()});function kc(t,e){let o=document.createElement("a");o.href=t,o.download=e,o.click()}function Ue(t,e,o){let n=URL.createObjectURL(new Blob([e],{type:o}));kc(n,t),setTimeout(()=>URL.revokeObjectURL(n),6e4)}async function Sc(t,e=""){await Ta()&&kc(t,e)}var Ac,Yo=b(()=>{"use strict";z();Ac=({button:t,ctrlKey:e,metaKey:o,shiftKey:n,altKey:r})=>t===0&&!e&&!o&&!n&&!r});async function zp(t,e){try{await Sc(t,e)}catch(o){let n=fe(o),r=n.isNetwork?Go(n):n.message;V(a("app.notDownloaded",{why:r}),"error")}}var re,Xo=b(()=>{"use strict";Yo();Pt();j();A();gt();dt();re=({href:t,name:e,onClick:o,children:n,...r})=>l`
  <a
    href=${t}
    download=${e??!0}
    onClick=${s=>{o?.(),Ac(s)&&(s.preventDefault(),zp(t,e))}}
    ...${r}
  >
    ${n}
  </a>
`});function Vp(t){let e={ArrowDown:1,ArrowUp:-1}[t.key];if(!e||t.target.matches("input:not([type=checkbox])"))return;let n=[...t.currentTarget.querySelectorAll("a[href], button, input")],r=n.indexOf(document.activeElement)+e;t.preventDefault(),n[(r+n.length)%n.length]?.focus()}function uo({label:t,name:e,class:o="",align:n="start",children:r}){let[s,i]=y(!1),c=H(null),u=H(null),d=()=>{i(!1),u.current?.focus()};return Gn(c,s,f=>f.type==="keydown"?d():i(!1)),l`
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
      ${s&&l`<div class="panel panel-${n}" onKeyDown=${Vp}>${r(d)}</div>`}
    </div>
  `}var tr,Tc,Zo=b(()=>{"use strict";j();Xo();U();A();wt();tr=({items:t,...e})=>l`
  <${uo} ...${e}>
    ${o=>l`
      <ul class="menu">
        ${t.map(({text:n,href:r,onClick:s,download:i})=>l`
            <li key=${n}>
              ${r?l`<${i?re:"a"} href=${r} onClick=${o}
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
`,Tc=({name:t,value:e,onRemove:o})=>l`
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
`});var Lc,fo,Cs,er,Ns,Ls,or,Jp,Kp,Ec,Ds,Gp,Dc,Rc,Ic,Be,rt,jc,S,Yp,Os,Mc,Nt,Qo,We,Xp,Zp,Kt,Qp,Oc,tm,em,Cc,Nc,om,Hc=b(()=>{"use strict";Lc=Object.freeze,fo=0x7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffedn,Cs=0x1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3edn,er=0x52036cee2b6ffe738cc740797779e89800700a4d4141d8ab75eb4dca135978a3n,Ns=0x216936d3cd6e53fec0a4e231fdd6dc5c692cc7609525a7b2c9562d608f25d51an,Ls=0x6666666666666666666666666666666666666666666666666666666666666658n,or=fo-1n,Jp=Lc({p:fo,n:Cs,h:8n,a:or,d:er,Gx:Ns,Gy:Ls}),Kp=32,Ec=t=>t instanceof Uint8Array||ArrayBuffer.isView(t)&&t.constructor.name==="Uint8Array"&&t.BYTES_PER_ELEMENT===1,Ds=(t,e,o="")=>{if(Ec(t)&&(e===void 0||t.length===e))return t;let n=Ec(t),r=e!==void 0?` of length ${e}`:"",s=n?`length=${t.length}`:`type=${typeof t}`,i=(o?`"${o}" `:"")+"expected Uint8Array"+r+", got "+s;throw n?new RangeError(i):new TypeError(i)},Gp=(t,e="",o)=>Uint8Array.from(Ds(t,o,e)),Dc=(t,e)=>t.toString(16).padStart(e,"0"),Rc=t=>{let e="";for(let o of Ds(t))e+=Dc(o,2);return e},Ic=t=>{let e="hex invalid";if(typeof t!="string")throw new TypeError(e);if(t.length%2||!/^[\da-f]*$/i.test(t))throw new RangeError(e);let o=new Uint8Array(t.length/2);for(let n=0,r=0;n<o.length;n++,r+=2){let s=t.charCodeAt(r),i=t.charCodeAt(r+1);o[n]=((s&15)+(s>>6)*9)*16+(i&15)+(i>>6)*9}return o},Be=(t,e,o,n="bad number: out of range")=>{if(typeof t!="bigint")throw new TypeError(n);if(e<=t&&t<o)return t;throw new RangeError(n)},rt=(t,e=fo)=>(t%=e)>=0n?t:e+t,jc=(1n<<255n)-1n,S=t=>{if(t<0n)throw new RangeError("negative coordinate");let e=(t>>255n)*19n+(t&jc);return e=(e>>255n)*19n+(e&jc),e%fo},Yp=(t,e)=>{if(t===0n)throw new Error("invert: expected non-zero number");if(e<=1n)throw new Error("invert: expected modulus > 1, got "+e);let o=rt(t,e),n=e,r=0n,s=1n;for(;o!==0n;){let c=n/o,u=n-o*c,d=r-s*c;n=o,o=u,r=s,s=d}if(n!==1n)throw new Error("invert: does not exist");return rt(r,e)},Os=t=>{if(t instanceof Nt)return t;throw new TypeError("Point expected")},Mc=2n**256n,Nt=class t{static BASE;static ZERO;X;Y;Z;T;constructor(e,o,n,r){let s=Mc;this.X=Be(e,0n,s),this.Y=Be(o,0n,s),this.Z=Be(n,1n,s),this.T=Be(r,0n,s),Lc(this)}static CURVE(){return Jp}static fromAffine(e){return new t(e.x,e.y,1n,S(e.x*e.y))}static fromBytes(e,o=!1){let n=Gp(e,"point",Kp),r=n[31];n[31]=r&-129;let s=Zp(n);o||Be(s,0n,fo);let i=S(s*s),c=rt(i-1n),u=S(er*i+1n),{isValid:d,value:f}=tm(c,u);if(!d)throw new Error("bad point: y not sqrt");let h=!!(r&128);if(!o&&f===0n&&h)throw new Error("bad point: x==0, isLastByteOdd");return h!==!!(f&1n)&&(f=rt(-f)),new t(f,s,1n,S(f*s))}static fromHex(e,o){return t.fromBytes(Ic(e),o)}get x(){return this.toAffine().x}get y(){return this.toAffine().y}assertValidity(){let e=or,o=er,n=this;if(n.is0())throw new Error("bad point: ZERO");let{X:r,Y:s,Z:i,T:c}=n,u=S(r*r),d=S(s*s),f=S(i*i),h=S(f*f),m=S(u*e),p=S(f*(m+d)),$=rt(h+S(o*S(u*d)));if(p!==$)throw new Error("bad point: equation left != right (1)");let w=S(r*s),g=S(i*c);if(w!==g)throw new Error("bad point: equation left != right (2)");return this}equals(e){let{X:o,Y:n,Z:r}=this,{X:s,Y:i,Z:c}=Os(e);return S(o*c)===S(s*r)&&S(n*c)===S(i*r)}is0(){return this.equals(We)}negate(){return new t(rt(-this.X),this.Y,this.Z,rt(-this.T))}double(){let{X:e,Y:o,Z:n}=this,r=or,s=S(e*e),i=S(o*o),c=S(2n*n*n),u=S(r*s),d=rt(e+o),f=rt(S(d*d)-s-i),h=rt(u+i),m=rt(h-c),p=rt(u-i),$=S(f*m),w=S(h*p),g=S(f*p),_=S(m*h);return new t($,w,_,g)}add(e){let{X:o,Y:n,Z:r,T:s}=this,{X:i,Y:c,Z:u,T:d}=Os(e),f=or,h=er,m=S(o*i),p=S(n*c),$=S(S(s*h)*d),w=S(r*u),g=rt(S(rt(o+n)*rt(i+c))-m-p),_=rt(w-$),x=rt(w+$),v=rt(p-S(f*m)),N=S(g*_),Y=S(x*v),Dt=S(g*v),Rt=S(_*x);return new t(N,Y,Rt,Dt)}subtract(e){return this.add(Os(e).negate())}multiply(e,o=!0){if(!o&&e===0n||(Be(e,1n,Cs),!o&&this.is0()))return We;if(e===1n)return this;if(this.equals(Qo))return om(e).p;let n=We,r=Qo,s=this;for(let i=0;o?i<256:e>0n;i++)e&1n?n=n.add(s):o&&(r=r.add(s)),s=s.double(),e>>=1n;return n}multiplyUnsafe(e){return this.multiply(e,!1)}toAffine(){let{X:e,Y:o,Z:n}=this;if(this.equals(We))return{x:0n,y:1n};let r=Yp(n,fo);if(S(n*r)!==1n)throw new Error("invalid inverse");return{x:S(e*r),y:S(o*r)}}toBytes(){let{x:e,y:o}=this.toAffine(),n=Xp(o);return n[31]|=e&1n?128:0,n}toHex(){return Rc(this.toBytes())}clearCofactor(){return this.multiply(8n,!1)}isSmallOrder(){return this.clearCofactor().is0()}isTorsionFree(){return this.multiply(Cs/2n,!1).double().add(this).is0()}},Qo=new Nt(Ns,Ls,1n,rt(Ns*Ls)),We=new Nt(0n,1n,1n,0n);Nt.BASE=Qo;Nt.ZERO=We;Xp=t=>Ic(Dc(Be(t,0n,Mc),64)).reverse(),Zp=t=>BigInt("0x"+Rc(Uint8Array.from(Ds(t)).reverse())),Kt=(t,e)=>{let o=t;for(;e-- >0;)o=S(o*o);return o},Qp=t=>{let e=S(t*t),o=S(e*t),n=S(Kt(o,2)*o),r=S(Kt(n,1)*t),s=S(Kt(r,5)*r),i=S(Kt(s,10)*s),c=S(Kt(i,20)*i),u=S(Kt(c,40)*c),d=S(Kt(u,80)*u),f=S(Kt(d,80)*u),h=S(Kt(f,10)*s);return S(Kt(h,2)*t)},Oc=0x2b8324804fc1df0b2b4d00993dfbd7a72f431806ad2fe478c4ee1b274a0ea0b0n,tm=(t,e)=>{let o=S(e*S(e*e)),n=S(S(o*o)*e),r=Qp(S(t*n)),s=S(t*S(o*r)),i=S(e*S(s*s)),c=s,u=S(s*Oc),d=i===t,f=i===rt(-t),h=i===rt(-t*Oc);return d&&(s=c),(f||h)&&(s=u),(rt(s)&1n)===1n&&(s=rt(-s)),{isValid:d||f,value:s}},em=()=>{let t=[],e=Qo,o;for(let n=0;n<33;n++){o=e,t.push(o);for(let r=1;r<128;r++)o=o.add(e),t.push(o);e=o.double()}return t},Nc=(t,e)=>{let o=e.negate();return t?o:e},om=t=>{let e=Cc||(Cc=em()),o=We,n=Qo;for(let r=0;r<33;r++){let s=Number(t&255n);t>>=8n,s>128&&(s-=256,t+=1n);let i=r*128,c=i+Math.abs(s)-1,u=r%2!==0,d=s<0;s===0?n=n.add(Nc(u,e[i])):o=o.add(Nc(d,e[c]))}if(t!==0n)throw new Error("invalid wnaf");return{p:o,f:n}}});function nm(t,e=!1){return e?{h:Number(t&nr),l:Number(t>>Pc&nr)}:{h:Number(t>>Pc&nr)|0,l:Number(t&nr)|0}}function Fc(t,e=!1){let o=t.length,n=new Uint32Array(o),r=new Uint32Array(o);for(let s=0;s<o;s++){let{h:i,l:c}=nm(t[s],e);[n[s],r[s]]=[i,c]}return[n,r]}function Uc(t,e,o,n){let r=rm(o),s=sm(o);t.setUint32(e,n?s:r,n),t.setUint32(e+4,n?r:s,n)}function Gt(t,e,o,n){let r=(e>>>0)+(n>>>0);return{h:t+o+(r/2**32|0)|0,l:r|0}}var nr,Pc,rm,sm,Rs,Is,qe,ze,tn,en,Bc,Wc,qc,zc,Vc,Jc,Ms=b(()=>{"use strict";nr=BigInt(4294967295),Pc=BigInt(32);rm=t=>t/2**32|0,sm=t=>t>>>0;Rs=(t,e,o)=>t>>>o,Is=(t,e,o)=>t<<32-o|e>>>o,qe=(t,e,o)=>t>>>o|e<<32-o,ze=(t,e,o)=>t<<32-o|e>>>o,tn=(t,e,o)=>t<<64-o|e>>>o-32,en=(t,e,o)=>t>>>o-32|e<<64-o;Bc=(t,e,o)=>(t>>>0)+(e>>>0)+(o>>>0),Wc=(t,e,o,n)=>e+o+n+(t/2**32|0)|0,qc=(t,e,o,n)=>(t>>>0)+(e>>>0)+(o>>>0)+(n>>>0),zc=(t,e,o,n,r)=>e+o+n+r+(t/2**32|0)|0,Vc=(t,e,o,n,r)=>(t>>>0)+(e>>>0)+(o>>>0)+(n>>>0)+(r>>>0),Jc=(t,e,o,n,r,s)=>e+o+n+r+s+(t/2**32|0)|0});function Kc(t){return t instanceof Uint8Array||ArrayBuffer.isView(t)&&t.constructor.name==="Uint8Array"&&"BYTES_PER_ELEMENT"in t&&t.BYTES_PER_ELEMENT===1}function am(t,e=""){if(typeof t!="number")throw new TypeError(Hs(e)+"expected number, got "+typeof t);if(!Number.isSafeInteger(t)||t<0)throw new RangeError(Hs(e)+"expected integer >= 0, got "+t);return t}function Ps(t,e,o=""){if(Kc(t)&&(e===void 0||t.length===e))return t;e!==void 0&&am(e,"length");let n=Kc(t),r=e!==void 0?` of length ${e}`:"",s=n?`length=${t.length}`:`type=${typeof t}`,i=Hs(o)+"expected Uint8Array"+r+", got "+s;throw n?new RangeError(i):new TypeError(i)}function Fs(t,e=!0){if(t.destroyed)throw new Error("hash was destroyed");if(e&&t.finished)throw new Error("digest() was already called")}function Yc(t,e){Ps(t,void 0,"output");let o=e.outputLen;if(!(t.length>=o))throw new RangeError('"output" expected length >= '+o)}function on(...t){for(let e=0;e<t.length;e++)t[e].fill(0)}function rr(t){return new DataView(t.buffer,t.byteOffset,t.byteLength)}function Ut(t,e){return t<<32-e|t>>>e}function lm(t,e,o="opts"){return Gc(t,"defaults"),e!==void 0&&Gc(e,o),Object.assign(Object.create(null),t,e)}function Us(t,e={}){if(typeof t!="function")throw new TypeError('"hashCons" expected function, got type='+typeof t);e=lm({},e,"info");let o=(r,s)=>t(s).update(r).digest(),n=t(void 0);return o.outputLen=n.outputLen,o.blockLen=n.blockLen,o.canXOF=n.canXOF,o.create=r=>t(r),Object.assign(o,e),Object.freeze(o)}var Hs,cm,Gc,Bs,Ws=b(()=>{"use strict";Hs=t=>t?`"${t}" `:"";cm=(t,e)=>{if(t===null||typeof t!="object"||Array.isArray(t))throw new TypeError((e==="object"?"":`"${e}" `)+"expected object, got type="+typeof t)},Gc=(t,e)=>{cm(t,e);let o=Object.getPrototypeOf(t);if(o!==Object.prototype&&o!==null)throw new TypeError(`"${e}" expected plain object`);if(Object.hasOwn(t,"__proto__"))throw new TypeError(`"${e}.__proto__" is not allowed`)};Bs=t=>({oid:Uint8Array.from([6,9,96,134,72,1,101,3,4,2,t])})});function Xc(t,e,o){return t&e^~t&o}function Zc(t,e,o){return t&e^t&o^e&o}var nn,Qc,tl,el=b(()=>{"use strict";Ms();Ws();nn=class{blockLen;outputLen;canXOF=!1;padOffset;isLE;buffer;view;finished=!1;length=0;pos=0;destroyed=!1;constructor(e,o,n,r){this.blockLen=e,this.outputLen=o,this.padOffset=n,this.isLE=r,this.buffer=new Uint8Array(e),this.view=rr(this.buffer)}update(e){Fs(this),Ps(e);let{view:o,buffer:n,blockLen:r}=this,s=e.length,i=!1;for(let c=0;c<s;){let u=Math.min(r-this.pos,s-c);if(u===r){let d=rr(e);for(;r<=s-c;c+=r)this.process(d,c);i=!0;continue}n.set(c===0&&u===s?e:e.subarray(c,c+u),this.pos),this.pos+=u,c+=u,this.pos===r&&(this.process(o,0),this.pos=0,i=!0)}return this.length+=e.length,i&&this.roundClean(),this}digestInto(e){Fs(this),Yc(e,this),this.finished=!0;let{buffer:o,view:n,blockLen:r,isLE:s}=this,{pos:i}=this;o[i++]=128,o.fill(0,i),this.padOffset>r-i&&(this.process(n,0),o.fill(0)),Uc(n,r-8,this.length*8,s),this.process(n,0),this.roundClean();let c=e===o?n:rr(e),u=this.outputLen,d=u/4,f=this.get();if(u%4||d>f.length)throw new Error("invalid outputLen");for(let h=0;h<d;h++)c.setUint32(4*h,f[h],s)}digest(){let{buffer:e,outputLen:o}=this;this.digestInto(e);let n=e.slice(0,o);return this.destroy(),n}_cloneIntoMeta(e){let{buffer:o,length:n,finished:r,destroyed:s,pos:i}=this;return e.destroyed=s,e.finished=r,e.length=n,e.pos=i,i&&e.buffer.set(o),e}clone(){return this._cloneInto()}},Qc=Uint32Array.from([1779033703,3144134277,1013904242,2773480762,1359893119,2600822924,528734635,1541459225]),tl=Uint32Array.from([1779033703,4089235720,3144134277,2227873595,1013904242,4271175723,2773480762,1595750129,1359893119,2917565137,2600822924,725511199,528734635,4215389547,1541459225,327033209])});var um,_e,qs,zs,ol,dm,fm,xe,ve,Vs,Js,Yt,nl,Ks=b(()=>{"use strict";el();Ms();Ws();um=Uint32Array.from([1116352408,1899447441,3049323471,3921009573,961987163,1508970993,2453635748,2870763221,3624381080,310598401,607225278,1426881987,1925078388,2162078206,2614888103,3248222580,3835390401,4022224774,264347078,604807628,770255983,1249150122,1555081692,1996064986,2554220882,2821834349,2952996808,3210313671,3336571891,3584528711,113926993,338241895,666307205,773529912,1294757372,1396182291,1695183700,1986661051,2177026350,2456956037,2730485921,2820302411,3259730800,3345764771,3516065817,3600352804,4094571909,275423344,430227734,506948616,659060556,883997877,958139571,1322822218,1537002063,1747873779,1955562222,2024104815,2227730452,2361852424,2428436474,2756734187,3204031479,3329325298]),_e=new Uint32Array(64),qs=class extends nn{A=0;B=0;C=0;D=0;E=0;F=0;G=0;H=0;constructor(e,o){super(64,e,8,!1),this.A=o[0]|0,this.B=o[1]|0,this.C=o[2]|0,this.D=o[3]|0,this.E=o[4]|0,this.F=o[5]|0,this.G=o[6]|0,this.H=o[7]|0}get(){let{A:e,B:o,C:n,D:r,E:s,F:i,G:c,H:u}=this;return[e,o,n,r,s,i,c,u]}set(e,o,n,r,s,i,c,u){this.A=e|0,this.B=o|0,this.C=n|0,this.D=r|0,this.E=s|0,this.F=i|0,this.G=c|0,this.H=u|0}_cloneInto(e){return(e||=new this.constructor).set(...this.get()),this._cloneIntoMeta(e)}process(e,o){for(let h=0;h<16;h++,o+=4)_e[h]=e.getUint32(o,!1);for(let h=16;h<64;h++){let m=_e[h-15],p=_e[h-2],$=Ut(m,7)^Ut(m,18)^m>>>3,w=Ut(p,17)^Ut(p,19)^p>>>10;_e[h]=w+_e[h-7]+$+_e[h-16]|0}let{A:n,B:r,C:s,D:i,E:c,F:u,G:d,H:f}=this;for(let h=0;h<64;h++){let m=Ut(c,6)^Ut(c,11)^Ut(c,25),p=f+m+Xc(c,u,d)+um[h]+_e[h]|0,w=(Ut(n,2)^Ut(n,13)^Ut(n,22))+Zc(n,r,s)|0;f=d,d=u,u=c,c=i+p|0,i=s,s=r,r=n,n=p+w|0}n=n+this.A|0,r=r+this.B|0,s=s+this.C|0,i=i+this.D|0,c=c+this.E|0,u=u+this.F|0,d=d+this.G|0,f=f+this.H|0,this.set(n,r,s,i,c,u,d,f)}roundClean(){on(_e)}destroy(){this.destroyed=!0,this.set(0,0,0,0,0,0,0,0),on(this.buffer)}},zs=class extends qs{constructor(){super(32,Qc)}},ol=Fc(["0x428a2f98d728ae22","0x7137449123ef65cd","0xb5c0fbcfec4d3b2f","0xe9b5dba58189dbbc","0x3956c25bf348b538","0x59f111f1b605d019","0x923f82a4af194f9b","0xab1c5ed5da6d8118","0xd807aa98a3030242","0x12835b0145706fbe","0x243185be4ee4b28c","0x550c7dc3d5ffb4e2","0x72be5d74f27b896f","0x80deb1fe3b1696b1","0x9bdc06a725c71235","0xc19bf174cf692694","0xe49b69c19ef14ad2","0xefbe4786384f25e3","0x0fc19dc68b8cd5b5","0x240ca1cc77ac9c65","0x2de92c6f592b0275","0x4a7484aa6ea6e483","0x5cb0a9dcbd41fbd4","0x76f988da831153b5","0x983e5152ee66dfab","0xa831c66d2db43210","0xb00327c898fb213f","0xbf597fc7beef0ee4","0xc6e00bf33da88fc2","0xd5a79147930aa725","0x06ca6351e003826f","0x142929670a0e6e70","0x27b70a8546d22ffc","0x2e1b21385c26c926","0x4d2c6dfc5ac42aed","0x53380d139d95b3df","0x650a73548baf63de","0x766a0abb3c77b2a8","0x81c2c92e47edaee6","0x92722c851482353b","0xa2bfe8a14cf10364","0xa81a664bbc423001","0xc24b8b70d0f89791","0xc76c51a30654be30","0xd192e819d6ef5218","0xd69906245565a910","0xf40e35855771202a","0x106aa07032bbd1b8","0x19a4c116b8d2d0c8","0x1e376c085141ab53","0x2748774cdf8eeb99","0x34b0bcb5e19b48a8","0x391c0cb3c5c95a63","0x4ed8aa4ae3418acb","0x5b9cca4f7763e373","0x682e6ff3d6b2b8a3","0x748f82ee5defb2fc","0x78a5636f43172f60","0x84c87814a1f0ab72","0x8cc702081a6439ec","0x90befffa23631e28","0xa4506cebde82bde9","0xbef9a3f7b2c67915","0xc67178f2e372532b","0xca273eceea26619c","0xd186b8c721c0c207","0xeada7dd6cde0eb1e","0xf57d4f7fee6ed178","0x06f067aa72176fba","0x0a637dc5a2c898a6","0x113f9804bef90dae","0x1b710b35131c471b","0x28db77f523047d84","0x32caab7b40c72493","0x3c9ebe0a15c9bebc","0x431d67c49c100d4c","0x4cc5d4becb3e42b6","0x597f299cfc657e2a","0x5fcb6fab3ad6faec","0x6c44198c4a475817"].map(t=>BigInt(t))),dm=ol[0],fm=ol[1],xe=new Uint32Array(80),ve=new Uint32Array(80),Vs=class extends nn{Ah=0;Al=0;Bh=0;Bl=0;Ch=0;Cl=0;Dh=0;Dl=0;Eh=0;El=0;Fh=0;Fl=0;Gh=0;Gl=0;Hh=0;Hl=0;constructor(e,o){super(128,e,16,!1),this.Ah=o[0]|0,this.Al=o[1]|0,this.Bh=o[2]|0,this.Bl=o[3]|0,this.Ch=o[4]|0,this.Cl=o[5]|0,this.Dh=o[6]|0,this.Dl=o[7]|0,this.Eh=o[8]|0,this.El=o[9]|0,this.Fh=o[10]|0,this.Fl=o[11]|0,this.Gh=o[12]|0,this.Gl=o[13]|0,this.Hh=o[14]|0,this.Hl=o[15]|0}get(){let{Ah:e,Al:o,Bh:n,Bl:r,Ch:s,Cl:i,Dh:c,Dl:u,Eh:d,El:f,Fh:h,Fl:m,Gh:p,Gl:$,Hh:w,Hl:g}=this;return[e,o,n,r,s,i,c,u,d,f,h,m,p,$,w,g]}set(e,o,n,r,s,i,c,u,d,f,h,m,p,$,w,g){this.Ah=e|0,this.Al=o|0,this.Bh=n|0,this.Bl=r|0,this.Ch=s|0,this.Cl=i|0,this.Dh=c|0,this.Dl=u|0,this.Eh=d|0,this.El=f|0,this.Fh=h|0,this.Fl=m|0,this.Gh=p|0,this.Gl=$|0,this.Hh=w|0,this.Hl=g|0}_cloneInto(e){return(e||=new this.constructor).set(...this.get()),this._cloneIntoMeta(e)}process(e,o){for(let v=0;v<16;v++,o+=4)xe[v]=e.getUint32(o),ve[v]=e.getUint32(o+=4);for(let v=16;v<80;v++){let N=xe[v-15]|0,Y=ve[v-15]|0,Dt=qe(N,Y,1)^qe(N,Y,8)^Rs(N,Y,7),Rt=ze(N,Y,1)^ze(N,Y,8)^Is(N,Y,7),mt=xe[v-2]|0,jt=ve[v-2]|0,kt=qe(mt,jt,19)^tn(mt,jt,61)^Rs(mt,jt,6),at=ze(mt,jt,19)^en(mt,jt,61)^Is(mt,jt,6),ft=qc(Rt,at,ve[v-7],ve[v-16]),_t=zc(ft,Dt,kt,xe[v-7],xe[v-16]);xe[v]=_t|0,ve[v]=ft|0}let{Ah:n,Al:r,Bh:s,Bl:i,Ch:c,Cl:u,Dh:d,Dl:f,Eh:h,El:m,Fh:p,Fl:$,Gh:w,Gl:g,Hh:_,Hl:x}=this;for(let v=0;v<80;v++){let N=qe(h,m,14)^qe(h,m,18)^tn(h,m,41),Y=ze(h,m,14)^ze(h,m,18)^en(h,m,41),Dt=h&p^~h&w,Rt=m&$^~m&g,mt=Vc(x,Y,Rt,fm[v],ve[v]),jt=Jc(mt,_,N,Dt,dm[v],xe[v]),kt=mt|0,at=qe(n,r,28)^tn(n,r,34)^tn(n,r,39),ft=ze(n,r,28)^en(n,r,34)^en(n,r,39),_t=n&s^n&c^s&c,lp=r&i^r&u^i&u;_=w|0,x=g|0,w=p|0,g=$|0,p=h|0,$=m|0,{h,l:m}=Gt(d|0,f|0,jt|0,kt|0),d=c|0,f=u|0,c=s|0,u=i|0,s=n|0,i=r|0;let ba=Bc(kt,ft,lp);n=Wc(ba,jt,at,_t),r=ba|0}({h:n,l:r}=Gt(this.Ah|0,this.Al|0,n|0,r|0)),{h:s,l:i}=Gt(this.Bh|0,this.Bl|0,s|0,i|0),{h:c,l:u}=Gt(this.Ch|0,this.Cl|0,c|0,u|0),{h:d,l:f}=Gt(this.Dh|0,this.Dl|0,d|0,f|0),{h,l:m}=Gt(this.Eh|0,this.El|0,h|0,m|0),{h:p,l:$}=Gt(this.Fh|0,this.Fl|0,p|0,$|0),{h:w,l:g}=Gt(this.Gh|0,this.Gl|0,w|0,g|0),{h:_,l:x}=Gt(this.Hh|0,this.Hl|0,_|0,x|0),this.set(n,r,s,i,c,u,d,f,h,m,p,$,w,g,_,x)}roundClean(){on(xe,ve)}destroy(){this.destroyed=!0,on(this.buffer),this.set(0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0)}},Js=class extends Vs{constructor(){super(64,tl)}},Yt=Us(()=>new zs,Bs(1)),nl=Us(()=>new Js,Bs(3))});function Xs(t){try{let e=Nt.fromBytes(t);return e.isSmallOrder()?null:e}catch{return null}}async function rl(t,e,o){let n=t.subarray(0,32),r=Ys(nl(Rn(n,o,e)))%il,s=Ys(t.subarray(32));return Nt.BASE.multiply(s,!1).subtract(Nt.fromBytes(o).multiply(r,!1)).equals(Nt.fromBytes(n))}async function Gs(t,e,o){let[n,r,s]=[t,e,o].map(c=>Uint8Array.from(c)),i=await crypto.subtle.importKey("raw",s,"Ed25519",!1,["verify"]);return crypto.subtle.verify("Ed25519",i,n,r)}async function pm(){let t=sl("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"),e=sl("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");try{let o=await Gs(e,new Uint8Array,t),n=!await Gs(e,Uint8Array.of(0),t);return o&&n?Gs:rl}catch{return rl}}async function al(t,e,o,n){return t.length!==64||o.length!==32||Ys(t.subarray(32))>=il||!Xs(t.subarray(0,32))||!Xs(o)?!1:(n??=await(hm??=pm()),n(t,e,o))}var il,Ys,hm,sl,cl,ll=b(()=>{"use strict";Hc();Ks();Ct();({n:il}=Nt.CURVE()),Ys=t=>BigInt(`0x${xt(Uint8Array.from(t).reverse())}`);sl=t=>Uint8Array.from(t.match(/../g)??[],e=>parseInt(e,16));cl=t=>Xs(t)!==null});var rn,ho=b(()=>{"use strict";Ks();Ct();rn=t=>xt(Yt(ht(t)))});function po(t){let e=c=>W("verifier key",c),[,o,n,r]=/^([^+]*)\+([^+]*)\+(.*)$/s.exec(String(t))??[],s=r===void 0?null:Ho(r);if(s?.length!==33||s[0]!==bm[0])throw e("must be <name>+<id>+<base64>, with the type and the 32 bytes of an Ed25519 key");if(!sr(o))throw e("its name cannot be one");let i=s.slice(1);if(!cl(i))throw e("not an Ed25519 key");if(xt(Yt(Rn(ht(`${o}
`),s)).slice(0,4))!==n)throw e("its ID does not fit its name and key");return{name:o,id:n,key:i}}function Zs(t,e="note"){if(ht(t).length>mm)throw W(e,"longer than 65536 bytes");if(/(?!\n)\p{Cc}/u.test(t))throw W(e,"has control characters");let o=t.lastIndexOf(`

`);if(o<0)throw W(e,"has no empty line before its signatures");let n=t.slice(o+2).split(`
`);if(n.pop()!==""||!n.length)throw W(e,"does not end in a signature line");if(n.length>$m)throw W(e,"has more than 100 signatures");let r=n.map(s=>{let i=ym(s);if(!i)throw W(e,"has a malformed signature line");return i});return{text:t.slice(0,o+1),signatures:r}}function ym(t){let[,e,o]=/^\u2014 ([^ ]*) (.*)$/.exec(t)??[],n=o===void 0?null:Ho(o);return!n||n.length<=4||!sr(e)?null:{name:e,id:xt(n.slice(0,4)),bytes:n.slice(4)}}async function Qs({text:t,signatures:e},{name:o,id:n,key:r}){let s=e.filter(i=>i.name===o&&i.id===n);if(!s.length)throw new yt("unsigned",`there is no signature of ${o}`);for(let{bytes:i}of s)if(!await al(i,ht(t),r))throw new yt("signature",`the signature of ${o} is not genuine`)}var mm,$m,bm,sr,ir=b(()=>{"use strict";Ct();ll();It();ho();mm=65536,$m=100,bm=Uint8Array.of(1),sr=t=>t!==""&&!/[+\p{White_Space}\p{Cc}]/u.test(t)&&ht(t).length<=255});function sn(t){let e=Zs(t,"checkpoint"),o=d=>W("checkpoint",d),[n,r,s,...i]=e.text.slice(0,-1).split(`
`);if(s===void 0)throw o("has fewer than three lines");if(!sr(n))throw o("has no origin");let c=ts(r);if(c===null)throw o("its size is not a decimal number");let u=Qr(s);if(!u)throw o("its root is not a base64 hash");if(i.includes(""))throw o("has an empty line");return{note:e,checkpoint:Object.freeze({origin:n,size:c,root:xt(u)})}}async function Ht(t,e){if(typeof t!="string"){if(ul.get(t)===e)return t;throw new yt("unsigned","the checkpoint was not verified with this key")}let o=po(e),{note:n,checkpoint:r}=sn(t),{origin:s}=r;try{await Qs(n,o)}catch(i){let c=i instanceof yt&&i.code==="signature";throw s!==o.name&&!c?dl(s,o.name):i}if(s!==o.name)throw dl(s,o.name);return ul.set(r,e),r}var ul,dl,ar=b(()=>{"use strict";Ct();It();ir();ul=new WeakMap;dl=(t,e)=>new yt("origin",`it is of the ledger ${t}, not of ${e}`)});function Xt(t){if(typeof t=="string"){if(/\p{Surrogate}/u.test(t))throw W("JSON","has half of a surrogate pair");return JSON.stringify(t)}if(typeof t=="boolean"||t===null)return String(t);if(typeof t=="number"&&Number.isSafeInteger(t))return JSON.stringify(t);if(Array.isArray(t))return`[${t.map(Xt).join(",")}]`;if(typeof t!="object")throw W("JSON",`${String(t)} cannot be in it`);let e=Object.entries(t).filter(([,o])=>o!==void 0);return e.sort(([o],[n])=>o<n?-1:1),`{${e.map(([o,n])=>`${Xt(o)}:${Xt(n)}`).join(",")}}`}var cr,an=b(()=>{"use strict";It();cr=t=>typeof t=="object"&&t!==null&&!Array.isArray(t)});function cn(t){let e=new Uint8Array(1+t.length);return e.set(t,1),Yt(e)}function mo(t,e){return lr.set(t,1),lr.set(e,33),Yt(lr)}function oi(t){let e=[],o=s=>{let i=e.pop();return i?mo(i,s):s},n=0;for(let s of t){let i=cn(s);for(let c=n;c%2===1;c=se(c))i=o(i);e.push(i),n+=1}let r=e.pop()??ei;for(;e.length;)r=o(r);return r}function ur({index:t,size:e,path:o,leaf:n,root:r}){if(!Ve(t)||!Ve(e)||t>=e)throw ke();let[s,i,c]=[t,e-1,n];for(let u of o){if(i===0)throw ke();s%2===1||s===i?(c=mo(u,c),[s,i]=hl(s,i)):c=mo(c,u),[s,i]=[se(s),se(i)]}if(i!==0)throw ke();if(!Le(c,r))throw ti()}function fl({from:t,to:e,path:o,old:n,root:r}){if(!Ve(t)||!Ve(e)||t>e)throw ke();if(t===0||t===e){if(o.length)throw ke();if(!Le(n,t===0?ei:r))throw ti();return}let[s,i]=[t-1,e-1];for(;s%2===1;)[s,i]=[se(s),se(i)];let[c,...u]=s===0?[n,...o]:o;if(!c)throw ke();let[d,f]=[c,c];for(let h of u){if(i===0)throw ke();s%2===1||s===i?(d=mo(h,d),f=mo(h,f),[s,i]=hl(s,i)):f=mo(f,h),[s,i]=[se(s),se(i)]}if(i!==0)throw ke();if(!Le(d,n)||!Le(f,r))throw ti()}function hl(t,e){for(;t%2===0&&t!==0;)[t,e]=[se(t),se(e)];return[t,e]}var ei,lr,se,Ve,ke,ti,$o=b(()=>{"use strict";Ct();It();ho();ei=Yt(new Uint8Array),lr=new Uint8Array(65);lr[0]=1;se=t=>Math.floor(t/2),Ve=t=>Number.isSafeInteger(t)&&Number(t)>=0,ke=()=>new yt("shape","the proof does not have the shape that its numbers call for"),ti=()=>new yt("root","the proof leads to another root: this is not what was recorded")});function ni(t){if(!cr(t))throw W("entry","is not an object");let e=_m.get(t.kind);if(!e)throw W("entry",`is of an unknown kind: ${t.kind}`);let o={kind:t.kind,v:1};for(let[r,s]of Object.entries(e)){let i=bo(t,r);if(i===void 0){if(s===At)throw W("entry",`has no ${r}`)}else s===dr&&ht(i).length>wm?o[`${r}_sha256`]=rn(i):o[r]=i}if(t.kind==="note_added"&&bo(t,"text")===void 0)throw W("entry","has no text");for(let r of Object.keys(t))if(!(r==="kind"||Object.hasOwn(e,r)||xm(t,r)))throw W("entry",`its ${r} is not what its leaf says`);let n=Xt(o);if(ht(n).length>gm)throw W("entry","has too long a leaf");return n}function xm(t,e){let o=bo(t,e);if(o===void 0)return!0;let n=t.kind==="job_created";switch(e){case"index":return Ve(o);case"path":return!0;case"customer_count":return cr(t.customers)&&t.customers.count===o;case"status":return n&&o==="IN_PROGRESS";case"recorded_at":return n&&o===t.created_at;default:return!1}}var wm,gm,At,Bt,dr,pl,ml,$l,_m,bo,ri=b(()=>{"use strict";Ct();It();an();$o();ho();wm=256,gm=65535,At="must",Bt="may",dr="text",pl={action_code:At,action_name:At,batch_id:Bt,cluster_url:Bt,created_at:At,customers:At,job_id:At,request_payload_sha256:Bt,source:At,submitted_by:Bt,user_id:At},ml={cause:At,error_message:dr,http_status:Bt,response_summary:dr,status:At},$l={actor:At,job_id:At,previous:At,recorded_at:At,request_key:Bt},_m=new Map([["job_created",{...pl,request_key:Bt,retry_of:Bt}],["job_imported",{...pl,...ml,original_sha256:Bt,recorded_at:At,updated_at:Bt}],["status_changed",{...$l,...ml,outcomes:Bt}],["note_added",{...$l,text:dr}]]);bo=(t,e)=>Object.hasOwn(t,e)&&t[e]!==null?t[e]:void 0});async function fr({entry:t,path:e,checkpoint:o,key:n}){let r=ni(t),s=await Ht(o,n);return ur({index:bo(t,"index"),size:s.size,path:Dn(e??bo(t,"path"),"entry"),leaf:cn(ht(r)),root:Ne(s.root,"checkpoint")}),{leaf:r,checkpoint:s}}async function si({entries:t,checkpoint:e,key:o}){let n=await Ht(e,o);for(let s of t)await fr({entry:s,checkpoint:n,key:o});if(!t.length)throw W("history","has no entries");let r=km(t[0]);for(let s=1;s<t.length;s+=1)r=Sm(t[s-1],t[s],r);return n}function km(t){if(t.kind==="job_created")return"IN_PROGRESS";if(t.kind==="job_imported")return t.status;throw new yt("rules","the first entry does not create the job: others are left out")}function Sm(t,e,o){let n=r=>new yt("rules",`entry ${e.index} ${r}`);if(e.job_id!==t.job_id)throw n("is of another job");if(e.previous!==t.index)throw n("does not follow the one before it");if(Number(e.index)<=Number(t.index))throw n("has too low an index");if(e.kind==="note_added")return o;if(!vm.get(o)?.includes(e.status))throw n(`cannot follow ${o}`);return e.status}async function ii({from:t,to:e,path:o,key:n}){let[r,s]=[await Ht(t,n),await Ht(e,n)];return fl({from:r.size,to:s.size,path:Dn(o,"consistency proof"),old:Ne(r.root,"checkpoint"),root:Ne(s.root,"checkpoint")}),{from:r,to:s}}var vm,bl=b(()=>{"use strict";Ct();ar();It();ri();$o();vm=new Map([["IN_PROGRESS",["SUCCESS","FAILED","UNCONFIRMED"]],["UNCONFIRMED",["SUCCESS","FAILED"]]])});function ai(t){let e=t.map(ht);return yl(e,"customers"),{count:e.length,root:xt(oi(e))}}function ci(t){yl(t.map(({cid:o})=>ht(o)),"outcomes");let e=t.map(({cid:o,message:n,status:r})=>ht(Xt({cid:o,message:n??void 0,status:r})));return{count:e.length,root:xt(oi(e))}}function yl(t,e){for(let o=1;o<t.length;o+=1)if(In(t[o-1],t[o])>=0)throw W(e,"must ascend by the bytes of the cids, none twice")}var wl=b(()=>{"use strict";Ct();It();an();$o()});var li=b(()=>{"use strict";Ct();ar();It();$o()});var gl=b(()=>{"use strict";Ct();It();an();$o();ir();li()});var ln=b(()=>{"use strict";ar();bl();It();wl();an();ri();gl();ir();li();ho()});function Zt(t){try{return sn(t).checkpoint.size}catch{return 0}}async function xl(t,e,o,{pin:n=null,isReader:r=!1}={}){let s=t!==null&&!await jm(t),i=s?null:t,c={from:Zt(i?.checkpoint),to:Zt(e.checkpoint),seen:e},u=($,w="",g=null)=>({...c,kept:t,kind:$,path:g,why:Em(w)}),d=Object.values(e.keys);if(![e.checkpoint,...d].every($=>typeof $=="string"))return u("malformed","the checkpoint and the key must be texts");let f=n??i?.key??d[0];if([...d,i?.key??f].some($=>$!==f))return u("key");try{await Ht(e.checkpoint,f)}catch($){return u("signature",$)}if(s)return u("damaged");if(!i)return u("first");let{from:h,to:m}=c;if(m<h)return u("shrunk");let p=[];if(h!==0&&h!==m){try{p=(await o(h,m))?.path}catch(w){if(!(w instanceof q))return u("malformed",w);let{status:g}=w;if(w.isNetwork||!r&&(g===401||g===403))throw w;return{...u("withheld",`${g} ${w.message}`),status:g}}if(!(Array.isArray(p)&&p.every(w=>typeof w=="string")))return u("malformed","the consistency path is no list of hashes",p)}try{await ii({from:i.checkpoint,to:e.checkpoint,path:p,key:f})}catch($){return u("forked",$,p)}return u("extends","",p)}async function jm(t){try{return t!==null&&!!await Ht(t.checkpoint,t.key)}catch{return!1}}function vl(t,e,o,n){let{seen:r,to:s}=t;if(hr(t))return null;let i=Object.values(r.keys)[0];return o&&o.checkpoint!==e?.checkpoint&&(o.key!==i||Zt(o.checkpoint)>=s)?null:{key:i,checkpoint:r.checkpoint,at:n}}var _l,hr,Em,kl,un=b(()=>{"use strict";ln();Pt();_l=["first","extends","key","signature","shrunk","forked","withheld","malformed","damaged","unreadable"],hr=t=>t.kind!=="first"&&t.kind!=="extends";Em=t=>t instanceof Error?t.message:String(t);kl=({kind:t,kept:e,seen:o,path:n,why:r,from:s,to:i,stored:c},u,d)=>({finding:t,why:r,server:u,found_at:d,kept_by_this_browser:e&&{...e,size:s},shown_by_the_server:{...o,size:i},consistency_path:n,...c&&{unreadable_in_this_browser:c}})});function Sl({alarm:t,warning:e,isUnchecked:o,finding:n},r,s){if(t)return{name:"alarm"};if(e||o)return{name:s?"unchecked":"signedOut"};if(!n)return null;let[i,c]=[Zt(r?.checkpoint),n.to];return r?i===c?{name:"same",values:{n:c}}:{name:"grown",values:{from:i,to:c}}:{name:"first",values:{n:c}}}var Al=b(()=>{"use strict";un()});function Tl(t){let e=t?.finding;return _l.includes(e?.kind)&&e.seen?.keys&&Date.parse(t.at)?t:null}function fi({kept:t,seen:e}){let o=Object.values(e.keys);return o.find(n=>n!==t?.key)??o[0]??""}var Om,Cm,Nm,Lm,Dm,Rm,ui,pr,di,El=b(()=>{"use strict";un();Pt();Vt();Om=3,Cm=2*6e4,Nm=[5e3,2e4],Lm=6e4,Dm=100,Rm=10;ui={alarm:t=>Tl(t)!==null,pin:t=>typeof t=="string",withheld:t=>Array.isArray(t)&&t.every(e=>e?.seen?.keys)},pr=class{state;#e;#t;#n=!1;#s=Promise.resolve();constructor(e){this.#e=e;let{kept:o}=e;this.state=$t({finding:null,alarm:this.#c(),warning:null,isUnchecked:!1,connected:new Set}),this.#t=ui.withheld(o("withheld"))?o("withheld"):[],this.#t.length&&this.#a(this.#t)}pin(){let e=this.#e.kept("pin");return ui.pin(e)?e:null}unchecked(){this.#r({isUnchecked:!0})}watch(e,o,{again:n,isReader:r=!1}={}){return this.#d(async()=>{let s=e?null:this.#e.kept("ledger"),i=s&&!Object.values(o.keys??{}).includes(s.key),c=await this.#f(i?s:e,o,r);if(c?.kind==="shrunk"&&n)return n();c?c.kind==="withheld"?this.#u(c,c.status===401||c.status===403):hr(c)?this.#l(c):this.#i(c,e,o.checkpoint):this.unchecked()})}accept(){let{keep:e}=this.#e,o=this.state.get().alarm?.finding;if(!o)return;for(let r of["alarm",...Object.keys(o.stored??{})])e(r,null);if(this.#r({alarm:null,finding:null,connected:new Set}),this.#a([]),!di(o))return;let n=fi(o);this.pin()!==null&&this.pin()!==n&&e("pin",null),e("ledger",{key:n,checkpoint:o.seen.checkpoint,at:this.#o()})}#o(){return new Date(this.#e.now()).toISOString()}#r(e){this.state.update(o=>({...o,...e}))}#d(e){let o=this.#s.catch(()=>{}).then(e);return this.#s=o,o}#c(){let{kept:e,keptText:o,keep:n}=this.#e,r=Tl(e("alarm")),s=Object.entries(ui).filter(([h,m])=>o(h)!==null&&!m(e(h))).map(([h])=>[h,o(h)]);if(!s.length)return r;let c={kind:"unreadable",kept:null,seen:{checkpoint:"",keys:{}},from:0,to:0,path:null,why:""},u=r?.finding??c,d={...u.stored,...Object.fromEntries(s)},f={at:this.#o(),...r,finding:{...u,stored:d}};return n("alarm",f),f}#l(e){let o=this.state.get().alarm?.finding;if(o&&o.kind!=="withheld"&&o.kind!=="unreadable"||o?.kind===e.kind)return;let n=o?.stored,r={finding:{...e,...n&&{stored:n}},at:this.#o()};this.#e.keep("alarm",r),this.#r(e.kind==="key"?{alarm:r,connected:new Set}:{alarm:r})}#a(e,o=!0){let{keep:n,later:r}=this.#e;if(this.#t=e,n("withheld",e.length?e:null),e.length&&!this.#n){this.#n=!0;let i=Math.max(...e.map(c=>c.tries));r(()=>this.#h(),o&&Nm[i-1]||Lm)}if(e.length)return;let s=this.state.get().alarm?.finding.kind==="withheld";s&&n("alarm",null),this.#r(s?{warning:null,alarm:null}:{warning:null})}#u(e,o=!1){let{now:n}=this.#e,{checkpoint:r}=e.seen,s=this.#t.find(u=>u.seen.checkpoint===r),i=this.#t.filter(u=>u!==s);s??={seen:e.seen,since:n(),tries:o?0:1},o&&(s={...s,tries:s.tries+1}),this.#r({warning:e});let c=s.tries>1&&n()-s.since>=Cm;(s.tries>=Om||c)&&this.#l(e),this.#a([...i,s].slice(0,Rm))}#i(e,o,n){let{kept:r,keep:s}=this.#e,i=new Set([...this.state.get().connected,n].slice(-Dm));this.#r({connected:i,isUnchecked:!1}),this.#a(this.#t.filter(({seen:d})=>d.checkpoint!==n));let{alarm:c}=this.state.get();if(c&&c.finding.kind!=="withheld")return;let u=vl(e,o,r("ledger"),this.#o());u&&s("ledger",u),this.#r({finding:e})}async#f(e,o,n){try{return await xl(e,o,this.#e.prove,{pin:this.pin(),isReader:n})}catch(r){if(r instanceof q)return null;let s=String(r);return{kind:"malformed",from:0,to:0,kept:e,seen:o,path:null,why:s}}}#h(){return this.#n=!1,this.#d(async()=>{let e=!1;for(let{seen:o}of this.#t){let n=this.#e.kept("ledger"),r=await this.#b(n,o);e||=r!==null,r?.kind==="withheld"?this.#u({...r,seen:o},!0):r&&hr(r)?(this.#l(r),this.#t=this.#t.filter(s=>s.seen!==o)):r&&this.#i(r,n,o.checkpoint)}this.#a(this.#t,e)})}#b(e,o){if(!(e&&Zt(e.checkpoint)>Zt(o.checkpoint)))return this.#f(e,o,!1);let{checkpoint:r}=e;return this.#f({...e,checkpoint:o.checkpoint},{...o,checkpoint:r},!1)}},di=({kind:t})=>!["signature","malformed","unreadable"].includes(t)});function tt({title:t,onClose:e,children:o,wide:n=!1}){let r=H(null),s=we();return k(()=>{let i=document.activeElement;return r.current?.showModal(),()=>{i instanceof HTMLElement&&i.isConnected&&i.focus()}},[]),l`
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
  `}var Wt=b(()=>{"use strict";j();A()});async function mr(t){try{return await navigator.clipboard.writeText(t),!0}catch{return Im(t)}}function Im(t){let e=document.activeElement,o=document.createElement("textarea");o.value=t,o.readOnly=!0,o.className="off-screen",(e?.closest("dialog")??document.body).append(o),o.select();let n=document.execCommand("copy");return o.remove(),e instanceof HTMLElement&&e.focus({preventScroll:!0}),n}var hi=b(()=>{"use strict"});function jl(t){t==="system"?delete document.documentElement.dataset.theme:document.documentElement.dataset.theme=t}var dn,qt,fn=b(()=>{"use strict";Re();dn=ne("theme","system"),qt=ne("zone","local");jl(dn.get());dn.watch(jl)});function st({at:t}){let e=T(qt);return t?l`<time datetime=${t} title=${t}>${Ie(t,e)}</time>`:null}async function ie(t,e=t){await mr(t)?V(a("app.copied",{what:e})):V(a("app.notCopied",{what:t}),"error")}function J({children:t,title:e,hidden:o=!1}){let n=H(null),r=e??String(t);return k(()=>{document.title=`${r} \xB7 ${a("app.name")}`},[r]),k(()=>{J.moves&&n.current?.focus({preventScroll:!0}),J.moves=!0},[]),l`<h1 ref=${n} tabindex="-1" class=${o?"off-screen":""}>
    ${t}
  </h1>`}var hn,yo,I,K=b(()=>{"use strict";hi();Q();F();j();U();A();wt();gt();fn();hn=({at:t})=>l`
  <time datetime=${t}>${Ma(t,T(qt))}</time>
`;yo=({id:t,short:e=!1})=>l`
  <button
    type="button"
    class="copy-id"
    title=${a("app.copy",{what:t})}
    onClick=${o=>{o.stopPropagation(),ie(t)}}
  >
    <code>${e?ao(t):t}</code><${R} name="copy" />
    <span class="off-screen">${a("app.copy",{what:e?t:""})}</span>
  </button>
`;J.moves=!1;I=({to:t,query:e,children:o,...n})=>l`
  <a href=${O(t,e)} ...${n}>${o}</a>
`});var ae,$r,wo=b(()=>{"use strict";Yo();j();A();wt();K();ae=({text:t,wrong:e=null})=>e===null?l`<span class="proved"><${R} name="check" />${t}</span>`:l`<strong class="not-proved" title=${e}><${R} name="alarm" />${t}</strong>`,$r=({title:t,text:e,why:o,name:n,evidence:r,children:s})=>l`
  <p class="alarm-title">${t}</p>
  <p>${e} ${o&&l`<span class="alarm-why">(${o})</span>`}</p>
  <div class="row">
    <button
      type="button"
      onClick=${()=>Ue(n,JSON.stringify(r(),null,2),"application/json")}
    >
      <${R} name="download" />${a("proof.download")}
    </button>
    ${s}
    <${I} to="/help/proof">${a("proof.whatToDo")}<//>
  </div>
`});function Se(){let t=Hn("ledger");return t===null||oe("ledger")!==null?oe("ledger"):{key:"",checkpoint:t,at:""}}function Rl(t){ro("pin",t),go.update(e=>e+1),pn()}async function pn(t=1){let e=Se(),o=n=>E(n,{asText:!0,asks:!1});try{let[n,r]=await Promise.all([o("/log/checkpoint"),o("/log/key")]),s={"/log/key":r.trimEnd()},i=()=>{setTimeout(pn,Hm,t-1)};await Qt.watch(e,{checkpoint:n,keys:s},t?{again:i}:{})}catch(n){if(!(n instanceof q))throw n;Qt.unchecked()}}function Ol(t,e){let{kind:o,from:n,to:r,why:s}=t,i=e===null?"refused":o,c=location.origin+St,u=()=>kl(t,c,e??new Date().toISOString()),d=l`
    <${$r}
      title=${a(`proof.alarm.${i}`,{from:n,to:r})}
      text=${a(`proof.alarm.${i}Hint`,{from:n})}
      why=${s}
      name="ledger-alarm.json"
      evidence=${u}
    >
      ${e&&e<Pm&&l`<span>${a("proof.unresolved",{at:Ie(e,"local")})}</span>`}
      ${e&&l`<${Um} finding=${t} />`}
    <//>
  `;lo("proof",{kind:e===null||o==="damaged"?"warning":"alarm",content:d})}function Cl(){let{alarm:t,warning:e}=Qt.state.get();t?Ol(t.finding,t.at):e?Ol(e,null):lo("proof",null)}function Um({finding:t}){let[e,o]=y(!1),{kept:n,from:r,to:s}=t,i=di(t),c=()=>{i&&(Nl=null),Qt.accept(),go.update(u=>u+1),pn()};return l`
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
              <dd><code>${fi(t)}</code>, ${a("proof.entries",{n:s})}</dd>
            </dl>`}
          <div class="row">
            <button type="button" class="danger" onClick=${c}>
              ${a(i?"proof.accept":"proof.dismiss")}
            </button>
            <button type="button" onClick=${()=>o(!1)}>${a("app.cancel")}</button>
          </div>
        <//>
      `}
  `}function Hl(){let t=T(Qt.state),e=T(L);k(()=>(Cl(),Qt.state.watch(Cl)),[]),k(()=>{pn();let r=setInterval(()=>document.hidden||pn(),Mm);return()=>clearInterval(r)},[e?.user_id]);let o=Sl(t,Nl,!!e);if(!o)return null;let n=a(`proof.${o.name}`,o.values);return l`<span id="proof-status"><${I} to="/help/proof">${n}<//></span>`}var Mm,Hm,Pm,Nl,go,Fm,Qt,Ll,Dl,Il,Ml,Je=b(()=>{"use strict";ct();z();Q();un();Al();El();F();Re();Vt();Bo();j();Yn();U();A();Wt();wo();K();Mm=5*6e4,Hm=2500,Pm=new Date().toISOString();Nl=Se(),go=$t(0),Fm=3e4,Qt=new pr({prove:async(t,e)=>{if(!L.get())throw new q({status:401});return Wa(Fm,o=>E("/v1/proof/consistency",{query:{from:t,to:e},asks:!1,signal:o}))},kept:t=>t==="ledger"?Se():oe(t),keptText:Hn,keep:ro,now:()=>Date.now(),later:(t,e)=>setTimeout(t,e)}),Ll=(t,e)=>Qt.watch(t,e,{isReader:!0}),Dl=()=>Qt.pin()??(Se()?.key||null);Il=()=>Qt.pin(),Ml=t=>T(Qt.state).connected.has(t)});function Pl(t,e){let o=t?.field;if(!t||!o||!e.includes(o))return{at:()=>null,rest:t};let n=t.detail.startsWith(`${o}: `)?t.detail.slice(o.length+2):t.detail;return{at:r=>r===o?n:null,rest:null}}var Fl=b(()=>{"use strict"});function vt(t){let{of:e,action:o,busy:n=o,isMain:r=!0,isOff:s,fields:i=[],children:c}=t,[u,d,f]=e,{at:h,rest:m}=Pl(f,i);return l`
    <form
      class=${t.class}
      onSubmit=${p=>{p.preventDefault(),u()}}
    >
      ${typeof c=="function"?c(h):c}
      <${nt} problem=${m} />
      <button type="submit" class=${r?"primary":""} disabled=${d||s}>
        ${d?n:o}
      </button>
    </form>
  `}function M({id:t,label:e,hint:o,error:n,as:r="input",onValue:s,children:i,...c}){let u=we(),d=t??u,f=[o&&`${d}-hint`,n&&`${d}-error`].filter(Boolean).join(" ");return l`
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
  `}function Ae({label:t,options:e,value:o,onValue:n}){let r=we();return l`
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
  `}var Tt=b(()=>{"use strict";Fl();A();dt()});function mi({user:t,onDone:e}){let[o,n]=y("password"),[r,s]=y(t??""),[i,c]=y(""),u=o==="token",[d,f,h,m]=G(async()=>{let w=u?{token:i.trim()}:{username:r,password:i},g=await ja(w);c(""),e?.(g)}),p=h&&[400,401].includes(h.status),$=w=>{n(w),c(""),m()};return l`
    <${vt}
      class="sign-in"
      of=${[d,f,p?null:h]}
      action=${a("signIn.submit")}
    >
      <${Bm} how=${o} onHow=${$} />
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
  `}function Ul(){let t=T(pi);if(!t)return null;let e=o=>{pi.set(null),t.done(o)};return l`
    <${tt} title=${a("signIn.ended")} onClose=${()=>e(!1)}>
      <p>${a("signIn.endedHint",{user:t.user})}</p>
      <${mi}
        user=${t.user}
        onDone=${o=>{o.user_id===t.user?e(!0):location.reload()}}
      />
    <//>
  `}var Bm,pi,$i=b(()=>{"use strict";ct();z();Vt();j();Wt();Tt();U();A();Bm=({how:t,onHow:e})=>l`
  <${Ae}
    label=${a("signIn.how")}
    value=${t}
    options=${[{value:"password",text:a("signIn.withPassword")},{value:"token",text:a("signIn.withToken")}]}
    onValue=${e}
  />
`;pi=$t(null);ka(()=>{let t=L.get()?.user_id;return t?new Promise(e=>pi.set({user:t,done:e})):Promise.resolve(!1)})});var Wl={};zt(Wl,{default:()=>Bl});function Km(){let{data:t}=B(n=>E("/log/checkpoint",{signal:n,asks:!1,asText:!0}),[]);if(!t)return null;let[e,o]=t.split(`
`);return l`
    <dl class="facts" id="public-facts">
      <dt>${a("landing.ledger")}</dt>
      <dd><code>${e}</code></dd>
      <dt>${a("landing.checkpoint")}</dt>
      <dd>${a("landing.size",{n:Number(o)})}</dd>
    </dl>
  `}function Bl(){return l`
    <div class="landing">
      <div>
        <${J}>${a("landing.title")}<//>
        <p class="lead">${a("landing.what")}</p>
        <${Km} />
        <p class="links">
          <${I} to="/help/proof">${a("landing.help")}<//>
          <a href=${O("/docs")}>${a("landing.docs")}</a>
        </p>
      </div>
      <section class="card" aria-labelledby="sign-in">
        <h2 id="sign-in">${a("signIn.title")}</h2>
        <${mi} />
      </section>
    </div>
  `}var ql=b(()=>{"use strict";z();F();U();A();$i();K();j()});function zl(){let[t,e]=y(""),[o,n]=y(""),[r,s]=y(Il());return l`
    <form id="pin-key" onSubmit=${c=>{c.preventDefault();let u=t.trim();try{po(u)}catch{return n(a("proof.pinWrong"))}return Rl(u),n(""),s(u),V(a("proof.pinDone"),"ok")}}>
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
  `}var Vl=b(()=>{"use strict";ln();Tt();A();gt();Je();j()});var Gm,Ym,Jl,Kl=b(()=>{"use strict";A();K();Vl();j();Gm=["means","when","not","alarm","key","outside"],Ym=`curl -O $SERVER/log/checkpoint
unzip JOB_ID.evidence.zip
jobctl check JOB_ID.evidence --key verifier.key
python3 check.py JOB_ID.evidence --key verifier.key`,Jl=()=>l`
  <article class="help">
    <${J}>${a("help.proof.title")}<//>
    <p class="lead">${a("help.proof.lead")}</p>
    ${Gm.map(t=>l`
        <section key=${t} id=${t}>
          <h2>${a(`help.proof.${t}`)}</h2>
          ${a(`help.proof.${t}Text`).split(`
`).map(e=>l`<p key=${e}>${e}</p>`)}
          ${t==="key"&&l`<${zl} />`}
          ${t==="outside"&&l`<pre class="scroll-x" tabindex="0">${Ym}</pre>`}
        </section>
      `)}
  </article>
`});var Xm,it,Te,yr,Lt=b(()=>{"use strict";j();A();wt();Xm=new Set(["answered"]),it=({status:t,cause:e})=>l`
  <span class="badge badge-${t}" title=${e?P("cause",e):void 0}>
    <${R} name=${t} />
    <span>${P("status",t)}</span>
    ${e&&!Xm.has(e)&&l`<span class="badge-cause">${P("cause",e)}</span>`}
  </span>
`,Te=({children:t})=>l`<span class="tag">${t}</span>`,yr=({count:t=0,newest:e})=>t>0&&l`
    <span class="notes" title=${e?`${e.actor}: ${e.text}`:""}>
      <${R} name="note" /><span class="off-screen">${a("jobs.notes",{n:t})}: </span>
      ${t>1&&l`<b>${t}</b> `}${e?.text}
    </span>
  `});var wr,yi=b(()=>{"use strict";wr=[["/","keys.search"],["j","keys.down"],["k","keys.up"],["Enter","keys.open"],["Esc","keys.escape"],["?","keys.help"]]});function Gl(){let t=T(L);return l`
    <${J}>${a("help.title")}<//>
    <p><${I} to="/help/proof">${a("help.proof.title")}<//>: ${a("help.proof")}</p>
    <${gr}
      id="statuses"
      title=${a("help.statuses")}
      facts=${Zm.map(e=>[l`<${it} status=${e} />`,a(`help.status.${e}`)])}
    />
    <${gr}
      id="causes"
      title=${a("help.causes")}
      hint=${a("help.causesHint")}
      facts=${Qm.map(([e,o])=>[P("cause",e),l`
          ${a(`help.cause.${e}`)}${" "}
          <span class="muted">
            ${o.map(n=>P("status",n)).join(", ")||a("help.any")}
          </span>
        `])}
    />
    <${gr}
      id="keys"
      title=${a("keys.title")}
      hint=${a("help.keysHint")}
      facts=${wr.map(([e,o])=>[l`<kbd>${e}</kbd>`,a(o)])}
    />
    <${gr}
      id="more"
      title=${a("help.more")}
      facts=${[[l`<a href=${O("/docs")}>${a("landing.docs")}</a>`,a("help.docs")],...t?[[l`<${I} to="/account">${a("account.title")}<//>`,a("help.account")]]:[],[l`<a href=${O("/log/checkpoint")}>${a("landing.checkpoint")}</a>`,a("help.checkpoint")],[l`<a href=${O("/log/key")}>${a("health.key")}</a>`,a("help.key")]]}
    />
  `}var Zm,Qm,gr,Yl=b(()=>{"use strict";ct();F();Lt();U();A();yi();K();j();Zm=["IN_PROGRESS","SUCCESS","FAILED","UNCONFIRMED"],Qm=[["answered",["SUCCESS","FAILED"]],["reported",["SUCCESS","FAILED","UNCONFIRMED"]],["never_sent",["FAILED"]],["withheld",["FAILED"]],["timed_out",["UNCONFIRMED"]],["connection_lost",["UNCONFIRMED"]],["unreadable_answer",["UNCONFIRMED"]],["inconclusive_answer",["UNCONFIRMED"]],["interrupted",["UNCONFIRMED"]],["imported",[]]],gr=({id:t,title:e,hint:o,facts:n})=>l`
  <section class="card" aria-labelledby=${t}>
    <h2 id=${t}>${e}</h2>
    ${o&&l`<p>${o}</p>`}
    <dl class="facts">
      ${n.map(([r,s])=>[l`<dt>${r}</dt>`,l`<dd>${s}</dd>`])}
    </dl>
  </section>
`});var Zl={};zt(Zl,{default:()=>Xl});function Xl({topic:t}){return t==="proof"?l`<${Jl} />`:l`<${Gl} />`}var Ql=b(()=>{"use strict";A();Kl();Yl()});function tu(t){let e=o=>{if(o.ctrlKey||o.metaKey||o.altKey||o.defaultPrevented||t$(o.target)||document.querySelector("dialog[open]"))return;let n=t[o.key];n&&(o.preventDefault(),n(o))};return addEventListener("keydown",e),()=>removeEventListener("keydown",e)}var t$,eu=b(()=>{"use strict";t$=t=>t instanceof HTMLElement&&(t.isContentEditable||/^(INPUT|TEXTAREA|SELECT)$/.test(t.tagName))});function ou(t=Date.now){let e=null;return so(()=>e=null),{leave(o,n,r){e=o!==void 0&&o===L.get()?.user_id?{value:r,search:n,until:t()+e$}:null},find:o=>e?.search===o&&t()<e.until?e.value:null}}var e$,nu=b(()=>{"use strict";ct();e$=6e5});function te(t,e){let o=new wi(t,e);return()=>o.end()}var o$,n$,r$,s$,wi,_o=b(()=>{"use strict";z();F();o$=1e3,n$=2e4,r$=4e3,s$=["job_created","job_imported","status_changed","note_added"];wi=class{#e;#t;#n;#s;#o=null;#r=!1;#d=new AbortController;#c=[];#l=0;#a=0;#u=0;#i=0;constructor(e,{onEntries:o,onState:n=()=>{}}){this.#e=e,this.#s=e.after,this.#t=o,this.#n=n,document.addEventListener("visibilitychange",this.#w),window.addEventListener("pagehide",this.#$),this.#f()}end(){document.removeEventListener("visibilitychange",this.#w),window.removeEventListener("pagehide",this.#$),clearTimeout(this.#a),clearTimeout(this.#i),cancelAnimationFrame(this.#l),this.#h()}#f(){this.#h();let[e,o]=[this.#e,this.#s],n=o===void 0&&!this.#r?e.from:void 0,r=new EventSource(O("/v1/stream",{...e,from:n,after:o}));this.#o=r,r.onopen=()=>{clearTimeout(this.#i),this.#i=0,De.set(!0),this.#n(this.#r?"stale":"open"),this.#r=!1},r.onerror=()=>this.#m();for(let s of s$)r.addEventListener(s,i=>this.#b(i));r.addEventListener("ended",()=>{this.#o?.close(),this.#m()})}#h(){this.#o?.close(),this.#o=null,clearTimeout(this.#u),this.#d.abort()}#b(e){this.#s=e.lastEventId||this.#s,this.#c.push(JSON.parse(e.data)),this.#c.length>=o$?this.#p():this.#l||=requestAnimationFrame(()=>this.#p())}#p(){cancelAnimationFrame(this.#l),this.#l=0;let e=this.#c;this.#c=[],e.length&&this.#t(e)}#m(){this.#n("lost"),this.#i||=window.setTimeout(()=>De.set(!1),r$),this.#o?.readyState===EventSource.CLOSED&&(this.#h(),this.#y(2e3))}#y(e){this.#d=new AbortController;let{signal:o}=this.#d,n=()=>E("/v1/meta",{signal:o}).then(()=>o.aborted||this.#f(),r=>{!o.aborted&&r.status!==401&&this.#y(1e4)});this.#u=window.setTimeout(n,e)}#$=()=>this.#h();#w=()=>{clearTimeout(this.#a),document.hidden?this.#a=window.setTimeout(()=>this.#h(),n$):this.#o||(this.#s=void 0,this.#r=!0,this.#f())}}});function ce(t){let e=t.trim().toLowerCase().replaceAll("-","");return/^[0-9a-f]{1,32}$/.test(e)?e:null}function gi(t,e){let o=ce(String(t));return o?.length===32&&o===ce(String(e))}var mn=b(()=>{"use strict"});function $n(t){let e={};for(let o of _r)e[o]=[...new Set(t.getAll(o).filter(Boolean))];for(let o of ru)t.get(o)&&(e[o]=t.get(o));return e}function xr(t){let e=new URLSearchParams;for(let o of _r)for(let n of t[o])e.append(o,n);for(let o of ru)t[o]&&e.append(o,t[o]);return e}function i$(t){let[,e,o]=/^(\d{1,4})([hd])$/.exec(t)??[];return e?Number(e)*(o==="d"?24:1)*36e5:null}function xo(t,e){let{within:o,...n}=t,r=o&&i$(o);return r?{...n,since:new Date(e-r).toISOString()}:n}function _i(t){let e=[...xr({...t,status:[]})],o=Object.fromEntries(e),n=Object.keys(o);return n.every(s=>a$.includes(s))&&n.length===e.length?o:null}function Ke(t,e,o){let n=t[e],r=n.filter(s=>s!==o);return{...t,[e]:r.length<n.length?r:[...n,o]}}function lu(t,e,o){return _r.some(n=>n===e)?Ke(t,e,o):{...t,[e]:void 0}}function uu(t,e,o){let n=xo(t,o),r=Date.parse(e.created_at);return _r.every(s=>s==="cid"||!t[s].length||t[s].includes(e[s]))&&(!t.job_id||ce(e.job_id)?.startsWith(ce(t.job_id)??"none"))&&(!t.retry_of||t.retry_of===e.retry_of)&&(!n.since||r>=Date.parse(String(n.since)))&&(!n.until||r<Date.parse(String(n.until)))}function xi(t,e,o=0){let[n,r,s]=t.split("-").map(Number);return(e==="utc"?new Date(Date.UTC(n,r-1,s+o)):new Date(n,r-1,s+o)).toISOString()}function vi(t,e,o=0){let n=new Date(Date.parse(t??"")-o);return Number.isNaN(n.getTime())?"":(e==="utc"?[n.getUTCFullYear(),n.getUTCMonth()+1,n.getUTCDate()]:[n.getFullYear(),n.getMonth()+1,n.getDate()]).map(s=>String(s).padStart(2,"0")).join("-")}var _r,ru,su,iu,au,cu,a$,vr,vo=b(()=>{"use strict";mn();_r=["status","cause","action_name","user_id","cid","batch_id","source"],ru=["job_id","retry_of","since","until","within"],su=["IN_PROGRESS","SUCCESS","FAILED","UNCONFIRMED"],iu=["answered","reported","imported","unreadable_answer","inconclusive_answer","timed_out","connection_lost","interrupted","never_sent","withheld"],au=["gateway","api","import","embedded"],cu=["24h","7d","30d"];a$=["user_id"];vr=t=>[...xr(t)].map(([e,o])=>({name:e,value:o}))});function kr(t,e,o){if(t==="status"||t==="cause"||t==="source")return P(t,e);if(t==="within"){let r=Number.parseInt(e,10);return a(e.endsWith("d")?"filter.days":"filter.hours",{n:r})}return t!=="since"&&t!=="until"||Number.isNaN(Date.parse(e))?e:Ie(e,o).endsWith("00:00:00")?Ha(e,o):Ie(e,o)}var ko,du=b(()=>{"use strict";Q();j();ko=t=>a(`filter.${t}`)});function So({name:t,filters:e,set:o,options:n=[],isOpen:r=!1}){let[s,i]=y(""),c=s.trim().toLowerCase(),d=[...new Set([...e[t],...n])].filter(h=>h.toLowerCase().includes(c)),f=h=>{h.preventDefault();let m=s.trim();m&&!e[t].includes(m)&&o(Ke(e,t,m)),i("")};return l`
    <${uo} label=${ko(t)} class=${e[t].length?"is-set":""}>
      ${()=>l`
        ${r&&l`
            <form onSubmit=${f} class="row add-value">
              <input
                aria-label=${ko(t)}
                value=${s}
                placeholder=${ko(t)}
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
                    onChange=${()=>o(Ke(e,t,h))}
                  />
                  ${kr(t,h,"utc")}
                </label>
              </li>
            `)}
        </ul>
      `}
    <//>
  `}function fu({label:t,day:e,onDay:o}){let[n,r]=y("");return l`
    <${M}
      label=${t}
      type="date"
      value=${n||e}
      onValue=${s=>{let i=!s||s>="1000";r(i?"":s),i&&o(s)}}
    />
  `}function c$({filters:t,set:e}){let o=T(qt),n=t.since||t.until||t.within,r=s=>e({...t,within:void 0,...s});return l`
    <${uo} label=${a("filter.date")} class=${n?"is-set":""}>
      ${()=>l`
        <div class="row spans">
          ${cu.map(s=>l`
              <button
                key=${s}
                type="button"
                aria-pressed=${t.within===s}
                onClick=${()=>r({since:void 0,until:void 0,within:t.within===s?void 0:s})}
              >
                ${kr("within",s,o)}
              </button>
            `)}
        </div>
        <${fu}
          label=${a("filter.from")}
          day=${vi(t.since,o)}
          onDay=${s=>r({since:s?xi(s,o):void 0})}
        />
        <${fu}
          label=${a("filter.to")}
          day=${vi(t.until,o,1)}
          onDay=${s=>r({until:s?xi(s,o,1):void 0})}
        />
      `}
    <//>
  `}function pu({filters:t,set:e,stats:o}){let n=T(L),[r,s]=y(!1),i={filters:t,set:e},c=bn(o?.by_action),u=bn(o?.by_user),d=vr(t);return l`
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
        <${So} name="cause" options=${iu} ...${i} />
        <${So} name="action_name" options=${c} isOpen ...${i} />
        ${n?.role!=="operator"&&l`<${So} name="user_id" options=${u} isOpen ...${i} />`}
        <${So} name="cid" isOpen ...${i} />
        <${So} name="batch_id" isOpen ...${i} />
        <${So} name="source" options=${au} ...${i} />
        <${c$} ...${i} />
      </div>
    </div>
    ${d.length>0&&l`<${l$} all=${d} ...${i} />`}
  `}function l$({filters:t,set:e,all:o}){let n=T(qt);return l`
    <div class="row chosen" role="group" aria-label=${a("filter.chosen")}>
      ${o.map(({name:r,value:s})=>l`
          <${Tc}
            key=${`${r} ${s}`}
            name=${ko(r)}
            value=${kr(r,s,n)}
            onRemove=${()=>e(lu(t,r,s))}
          />
        `)}
      <button
        type="button"
        class="quiet"
        id="clear-filters"
        onClick=${()=>e($n(new URLSearchParams))}
      >
        ${a("filter.clear")}
      </button>
    </div>
  `}var hu,bn,ki=b(()=>{"use strict";ct();Q();U();A();Tt();wt();Zo();fn();j();vo();du();hu=({filters:t,set:e,total:o})=>l`
  <div class="statuses" role="group" aria-label=${ko("status")}>
    ${su.map(n=>l`
        <button
          key=${n}
          type="button"
          class="status-filter badge-${n}"
          aria-pressed=${t.status.includes(n)}
          onClick=${()=>e(Ke(t,"status",n))}
        >
          <${R} name=${n} />${P("status",n)}
          ${o!==null&&l`<b>${o?D(o[n]):"\u2013"}</b>`}
        </button>
      `)}
  </div>
`;bn=t=>(t?.rows??[]).map(e=>e.value)});function yn(t,e){if(e.index<=t.last_index)return!1;if(t.last_index=e.index,e.kind==="note_added"){let{index:o,recorded_at:n,actor:r,text:s}=e;t.note_count=(t.note_count??0)+1,t.newest_note={index:o,recorded_at:n,actor:r,text:s}}else{let{index:o,status:n,cause:r,http_status:s,error_message:i,recorded_at:c}=e,u=[...t.changes??[],o];Object.assign(t,{status:n,cause:r,http_status:s,error_message:i,changes:u}),t.updated_at=c}return!0}function Ao([t,...e]){let o=u$(t);for(let n of e)yn(o,n);return o}var u$,Sr=b(()=>{"use strict";u$=t=>({...t,status:t.status??"IN_PROGRESS",cause:t.cause??null,customer_count:t.customers?.count??t.customer_count,last_index:t.index,changes:[],note_count:0,newest_note:null})});function bu(t){t.size>d$&&t.delete(t.keys().next().value)}var wn,mu,$u,gn,d$,Ar,Tr,Si=b(()=>{"use strict";Sr();vo();wn=100,mu=8,$u=15e4,gn=1e3,d$=2e3,Ar=class{constructor(e,o,n=null){this.filters=e,this.recent=o,this.pages=[],this.next=n,this.start=n,this.count=0,this.top=-1,this.fresh=new Set,this.byId=new Map}get isDone(){return this.next===void 0||this.count>=$u}get isTruncated(){return this.next!==void 0&&this.count>=$u}locate(e){let o=0;for(let[n,r]of this.pages.entries()){if(e<o+r.count)return{number:n,offset:e-o};o+=r.count}return{number:this.pages.length,offset:0}}slice(e,o){let n=[],{number:r,offset:s}=this.locate(e);for(let i=Math.min(o,this.count)-e;i>0;r+=1,s=0){let{count:c,rows:u}=this.pages[r],d=Math.min(i,c-s);for(let f=0;f<d;f+=1)n.push(u?u[s+f]:null);i-=d}return n}wanted(e,o){let n=Math.min(this.locate(o).number,this.pages.length-1);for(let r=this.locate(e).number;r<=n;r+=1){let{rows:s,stale:i}=this.pages[r];if(!s||i)return r}return!this.isDone&&o>this.count-wn/2?this.pages.length:null}cursorOf(e){return e<this.pages.length?this.pages[e].cursor:this.next??null}place(e,{jobs:o,next:n},r){if(this.#e(e)&&this.pages.length)return this.#t(o);let s=this.pages[e]??{cursor:this.next??null,count:0,rows:null},i=o.length-s.count;e===this.pages.length&&(this.pages.push(s),this.next=n??void 0),this.top<0&&o.length&&(this.top=o[0].index);for(let c of s.rows??[])this.byId.delete(c.job_id);this.pages[e]={cursor:s.cursor,count:o.length,rows:o};for(let c of o){this.byId.set(c.job_id,c);for(let u of this.recent.entriesOf(c.job_id))yn(c,u)}if(this.count+=i,this.#e(e))for(let c of this.recent.jobs.values())this.#n(c,r);return i}#e(e){return e===0&&this.start===null}#t(e){for(let o of e){let n=this.byId.get(o.job_id);n&&n.last_index<=o.last_index&&Object.assign(n,o)}return this.pages[0].stale=!1,0}forget(e,o){let n=this.locate(e).number-mu,r=this.locate(o).number+mu;for(let[s,i]of this.pages.entries())if(!(!i.rows||s>=n&&s<=r||this.#e(s))){for(let c of i.rows)this.byId.delete(c.job_id);i.rows=null}}expire(){for(let e of this.pages)e.stale=!0}take(e,o){let n=!1;for(let r of e){let s=this.byId.get(r.job_id);s?n=yn(s,r)||n:n=this.#n(this.recent.jobs.get(r.job_id),o)||n}return n}#n(e,o){if(!e||e.index<=this.top||this.start!==null||this.filters.cid.length||this.byId.has(e.job_id))return!1;let n=this.fresh.size;return n>=gn?!1:(uu(this.filters,e,o)?this.fresh.add(e.job_id):this.fresh.delete(e.job_id),this.fresh.size!==n)}limitOf(e){return e<this.pages.length&&this.#e(e)?5*wn:wn}compare(e){this.fresh.size>=gn||(this.fresh=new Set(e.filter(o=>o.index>this.top).map(o=>o.job_id)))}},Tr=class{constructor(){this.entries=new Map,this.jobs=new Map}take(e){for(let o of e){if(o.kind==="job_created"||o.kind==="job_imported"){this.jobs.set(o.job_id,Ao([o])),bu(this.jobs);continue}let n=this.jobs.get(o.job_id);n&&yn(n,o),this.entries.set(o.job_id,[...this.entriesOf(o.job_id).slice(-20),o]),bu(this.entries)}}entriesOf(e){return this.entries.get(e)??[]}}});var f$,h$,p$,yu,m$,Er,wu=b(()=>{"use strict";Pt();Bo();vo();Si();f$=120,h$=2e3,p$=5e3,yu=t=>Object.keys(t).length===0,m$=(t,e)=>setTimeout(t,e),Er=class{list=null;#e=null;stats=null;problem=null;isLoading=!1;shift=0;scrolled=0;#t;#n=null;#s=new Tr;#o=[0,40];#r=0;#d=0;#c=new AbortController;#l=()=>{};#a=new Set;#u=!1;constructor(e){this.#t={later:m$,now:Date.now,...e}}async open(e,o=null){this.#c.abort(),this.#c=new AbortController,this.#d=this.#t.now(),this.#o=[0,40],this.#e=new Ar(e,this.#s,o),this.list??=this.#e,this.problem=null,this.isLoading=!1,await this.#i()}reload(){return this.#e?this.open(this.#e.filters):Promise.resolve()}openRest(){let e=this.list;return e?this.open(e.filters,e.next??null):Promise.resolve()}retry(){return this.problem=null,this.#i()}totalOf(e){let o=_i(e);return o===null?null:yu(o)?this.stats?.total:this.#n?.of===JSON.stringify(o)?this.#n.total:void 0}show(e,o){this.list===this.#e&&(this.#o=[e,o],this.problem||this.#i())}close(){this.#u=!0,this.#c.abort(),this.#l()}async resume(e){this.#t.onChange=e,this.#u=!1,this.#c=new AbortController,this.isLoading=!1,this.problem=null,this.stats=null,this.#n=null,this.list?.expire(),this.#e=this.list,await this.#i(),await this.#$().catch(()=>{})}async#i(){let e=this.#e,{signal:o}=this.#c;if(!e||this.isLoading||this.#u)return;let[n,r]=this.#o,s=e.wanted(n,r);if(s!==null){this.isLoading=!0,this.#t.onChange();try{this.stats||await this.#h();let i=e.limitOf(s),c={...xo(e.filters,this.#d),limit:i},u=e.cursorOf(s),[d]=await Promise.all([this.#t.get("/v1/jobs",{query:{...c,cursor:u},signal:o}),this.totalOf(e.filters)===void 0&&this.#y()]);if(o.aborted)return;let f=s<e.locate(this.#o[0]).number,h=e.place(s,d,this.#t.now());f&&(this.shift+=h),e.forget(this.#o[0],this.#o[1]),this.#r=0}catch(i){if(o.aborted)return;if(!(i instanceof q))throw i;this.problem=i,i.isTemporary&&this.#f(i,o)}finally{o.aborted||(this.isLoading=!1)}this.list=e,this.#t.onChange(),this.problem||await this.#i()}}#f(e,o){let n=He(this.#r,e);this.#r+=1,this.#t.later(()=>{!o.aborted&&this.problem===e&&this.retry()},n)}async#h(){if(await this.#m(),this.#u)return;let{size:e}=this.stats.head;this.#l(),this.#l=this.#t.follow(e>0?{after:e-1}:{from:0},{onEntries:o=>this.#b(o),onState:o=>{o==="stale"&&(this.list?.expire(),this.#i(),this.#p("count",0,()=>this.#m()),this.#p("look",0,()=>this.#$()))}})}#b(e){this.#s.take(e),this.list?.take(e,this.#t.now())&&this.#p("draw",f$,async()=>this.#t.onChange()),this.#p("count",h$,()=>this.#m()),e.some(({kind:n})=>n==="job_created"||n==="job_imported")&&this.list?.filters.cid.length&&this.#p("look",p$,()=>this.#$())}#p(e,o,n){this.#a.has(e)||(this.#a.add(e),this.#t.later(()=>{this.#a.delete(e),this.#u||n().catch(()=>{})},o))}async#m(){let[e]=await Promise.all([this.#t.get("/v1/stats",{query:{limit:100}}),this.#y()]);this.stats=e,this.#t.onChange()}async#y(){let e=this.#e,o=e&&_i(e.filters);if(!o||yu(o))return;let{total:n}=await this.#t.get("/v1/stats",{query:{...o,limit:1}});e===this.#e&&(this.#n={of:JSON.stringify(o),total:n})}async#$(){let e=this.list;if(!e||e.start!==null)return;let o={...xo(e.filters,this.#d),limit:wn};e.compare((await this.#t.get("/v1/jobs",{query:o})).jobs),this.#t.onChange()}}});function jr(t){let e=ce(t);return!e||/^-|--/.test(t.trim())?null:{digits:e,id:e.length===32?b$(e):null}}function vu(t,{jobs:e,users:o,actions:n}){let r=t.trim();if(!r)return[];let s=jr(r),i=y$(r,s,e??[]),c=[...o?gu("user",r,o):[],...gu("action",r,n),{kind:"customer",value:r},...o?[{kind:"user",value:r}]:[],{kind:"action",value:r}],u=xu(s)?[...i,...c]:[...c,...i];return u.filter((d,f)=>u.findIndex(h=>Ai(h,d))===f)}function ku(t,{jobs:e}){let o=jr(t);return e===null&&xu(o)&&!o?.id}function y$(t,e,o){return e?.id&&!o.length?[{kind:"job",value:e.id}]:[...o.map(n=>({kind:"job",value:n.job_id,job:n})),...o.length>1?[{kind:"prefix",value:t}]:[]]}function gu(t,e,o){let n=e.toLowerCase();return o.filter(r=>r.toLowerCase().includes(n)).sort((r,s)=>_u(r,n)-_u(s,n)).slice(0,$$).map(r=>({kind:t,value:r}))}function _u(t,e){let o=t.toLowerCase().indexOf(e);return o===0?t.length-e.length:1e3+o}var $$,b$,xu,Ai,Ti=b(()=>{"use strict";mn();$$=4,b$=t=>[t.slice(0,8),t.slice(8,12),t.slice(12,16),t.slice(16,20),t.slice(20)].join("-");xu=t=>t!==null&&t.digits.length>=8;Ai=(t,e)=>t.kind===e.kind&&t.value===e.value});function Ei(t,e){let o=vu(t.text,e);if(t.active<0){let i=o.length&&!ku(t.text,e)?0:-1;return{...t,shown:o,active:i}}let n=(i,c)=>c.find(u=>Ai(u,i)),r=t.shown.map(i=>n(i,o)??i),s=o.filter(i=>!n(i,t.shown));return{...t,shown:[...r,...s]}}function Au(t,e){let{shown:o,active:n,isOpen:r}=t;if(!o.length)return t;if(!r)return{...t,isOpen:!0};let s=n<0&&e<0?0:n;return{...t,active:(s+e+o.length)%o.length,isEntered:!1}}var To,Su,Tu,Eu,ju,Ou=b(()=>{"use strict";Ti();To={text:"",shown:[],active:-1,isOpen:!1,isEntered:!1},Su=(t,e)=>Ei({...To,text:t,isOpen:!0},e);Tu=t=>({...t,isEntered:t.isOpen,isOpen:!0}),Eu=t=>({...t,isOpen:!1,isEntered:!1}),ju=({shown:t,active:e,isEntered:o})=>o?t[e]??null:null});function g$(t){let[e,o]=y({digits:"",jobs:[]}),n=jr(t)?.digits??"";return k(()=>{if(!n)return;let r=new AbortController,{signal:s}=r;return E("/v1/jobs",{query:{job_id:n,limit:w$},signal:s}).then(({jobs:c})=>c).catch(()=>[]).then(c=>s.aborted||o({digits:n,jobs:c})),()=>r.abort()},[n]),n&&e.digits===n?e.jobs:null}function _$({meaning:{kind:t,value:e,job:o}}){return l`
    <span class="suggestion-kind">${a(`search.${t}`)}</span>
    <span class="suggestion-value">${e}</span>
    ${o&&l`<span>${o.action_name}</span><${it} status=${o.status} /> `}
    ${o&&l`<${st} at=${o.created_at} />`}
  `}function v$({kind:t,value:e},o,n){if(t==="job")bt(O(C`/jobs/${e}`));else if(t==="customer")bt(O(C`/customers/${e}`));else if(t==="prefix")n({...o,job_id:e});else{let r=t==="user"?"user_id":"action_name";o[r].includes(e)||n(Ke(o,r,e))}}function k$(t,e){let o=T(L),[n,r]=y(To),s=g$(n.text),i=o?.role==="operator"?null:bn(t?.by_user),c={jobs:s,users:i,actions:bn(t?.by_action)};k(()=>r(d=>d.text===n.text?Ei(d,c):d),[n.text,s,t]);let u=ju(n);return k(()=>{u&&(r(To),e(u))},[u]),[n,r,d=>r(Su(d,{...c,jobs:null}))]}function Cu({filters:t,set:e,stats:o}){let n=H(null),r=we(),s=w=>v$(w,t,e),[i,c,u]=k$(o,s),{text:d,shown:f,active:h}=i,m=i.isOpen&&f.length>0;Gn(n,m,()=>c(Eu));let $={value:d,onInput:w=>u(w.currentTarget.value),onKeyDown:w=>{let g={ArrowDown:1,ArrowUp:-1}[w.key];if(g)c(_=>Au(_,g));else if(w.key==="Enter")c(Tu);else if(w.key==="Escape"&&d)c(To);else if(w.key==="Escape")w.target.blur();else return;w.preventDefault()},onFocus:()=>c(w=>({...w,isOpen:!0}))};return l`
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
      <${x$}
        id=${r}
        meanings=${f}
        ...${{active:h,isShown:m}}
        onChoice=${w=>{c(To),s(w)}}
      />
    </div>
  `}var w$,x$,Nu=b(()=>{"use strict";ct();z();F();Ot();Lt();U();A();wt();K();j();ki();vo();Ti();Ou();w$=6;x$=({id:t,meanings:e,active:o,isShown:n,onChoice:r})=>l`
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
          <${_$} meaning=${s} />
        </li>
      `)}
  </ul>
`});function Or({box:t,isOnPage:e=!1,height:o,count:n,onScroll:r}){let[s,i]=y({from:0,to:40});return ye(()=>{let c=t.current,u=e?window:c,d=0,f=()=>{d=0,r?.(e?scrollY:c.scrollTop);let m=e?-c.getBoundingClientRect().top:c.scrollTop,p=m+(e?innerHeight:c.clientHeight),$=Math.max(0,Math.floor(m/o)-Lu),w=Math.max(0,Math.ceil(p/o))+Lu;i(g=>g.from===$&&g.to===w?g:{from:$,to:w})},h=()=>{d||=requestAnimationFrame(f)};return f(),u.addEventListener("scroll",h,{passive:!0}),addEventListener("resize",h),()=>{cancelAnimationFrame(d),u.removeEventListener("scroll",h),removeEventListener("resize",h)}},[o,n]),{from:Math.min(s.from,n),to:Math.min(s.to,n)}}function Ru({label:t,count:e,height:o,children:n,of:r}){let s=H(null),i=Or({box:s,height:o,count:e});return k(()=>{s.current&&(s.current.scrollTop=0)},[r]),l`
    <div class="virtual-list" ref=${s} tabindex="0" role="list" aria-label=${t}>
      <div role="presentation" style=${{height:`${e*o}px`}}>
        ${Du(i,c=>l`
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
  `}function Cr({label:t,columns:e,count:o,row:n,onRange:r}){let s=H(null),[i,c]=y(36);ye(()=>{let m=s.current?.querySelector("tr[data-row]")?.clientHeight;m&&c(m)});let u=Or({box:s,height:i,count:o}),{from:d,to:f}=u;k(()=>r?.(f),[f]);let h=m=>m>0&&l`<tr aria-hidden="true" style=${{height:`${m*i}px`}} />`;return l`
    <div class="rows" ref=${s} role="group" aria-label=${t} tabindex="0">
      <table aria-rowcount=${o+1}>
        <thead>
          <tr aria-rowindex="1">
            ${e.map(m=>l`<th key=${m} scope="col">${m}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${h(d)}
          ${Du(u,m=>l`
              <tr key=${m} data-row aria-rowindex=${m+2}>
                ${n(m)}
              </tr>
            `)}
          ${h(o-f)}
        </tbody>
      </table>
    </div>
  `}var Lu,Du,_n=b(()=>{"use strict";A();Lu=8;Du=({from:t,to:e},o)=>Array.from({length:e-t},(n,r)=>o(t+r))});function T$(){let[,t]=y(0);k(()=>{let o=()=>t(n=>n+1);for(let n of[ji,Oi])n.addEventListener("change",o);return()=>{for(let n of[ji,Oi])n.removeEventListener("change",o)}},[]);let e=Number.parseFloat(getComputedStyle(document.documentElement).fontSize);return{height:Math.round(A$[ji.matches?"cards":"table"]*e),isWide:Oi.matches}}function E$(t,e){t.target.closest("a, button")||getSelection()?.toString()||bt(O(C`/jobs/${e}`))}function j$({job:t,index:e,isWide:o}){let n={"data-index":e,"aria-rowindex":e+2};if(!t)return l`<tr role="row" class="job" ...${n}>
      <td role="cell">…</td>
    </tr>`;let{job_id:r,user_id:s,action_name:i,customer_count:c,status:u,cause:d}=t;return l`
    <tr
      role="row"
      class="job"
      ...${n}
      onClick=${f=>E$(f,r)}
    >
      <td role="cell" class="cell-user">${s}</td>
      <td role="cell" class="cell-action">
        <a href=${O(C`/jobs/${r}`)}>${i}</a>
        ${t.retry_of&&l`<${Te}>${a("jobs.retry")}<//>`}
        <${yr} count=${t.note_count} newest=${t.newest_note} />
      </td>
      <td role="cell" class="cell-customers number">
        ${D(c)}<span class="only-cards">
          ${" "}${a("jobs.customersUnit",{n:c})}</span
        >
      </td>
      <td role="cell" class="cell-status"><${it} status=${u} cause=${d} /></td>
      <td role="cell" class="cell-date"><${st} at=${t.created_at} /></td>
      <td role="cell" class="cell-id"><${yo} id=${r} short=${!o} /></td>
    </tr>
  `}function O$(t,e,o){ye(()=>{if(!e||!t.current)return;let n=t.current.getBoundingClientRect().top+e.index*o;n<2*o?scrollBy(0,n-2*o):n>innerHeight-2*o&&scrollBy(0,n-innerHeight+2*o);let r=()=>{let i=t.current?.querySelector(`[data-index="${e.index}"] a`);i instanceof HTMLElement&&i.focus({preventScroll:!0})},s=requestAnimationFrame(()=>requestAnimationFrame(r));return()=>cancelAnimationFrame(s)},[e])}function Iu({jobs:t,list:e,focus:o}){let{height:n,isWide:r}=T$(),s=H(null);ye(()=>{t.scrolled&&scrollTo(0,t.scrolled)},[]);let i=f=>{t.scrolled=f},{count:c}=e,{from:u,to:d}=Or({box:s,isOnPage:!0,height:n,count:c,onScroll:i});return k(()=>t.show(u,d),[u,d,e,c]),ye(()=>{t.shift&&(scrollBy(0,t.shift*n),t.shift=0)}),O$(s,o,n),l`
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
      <${C$} />
      <tbody role="rowgroup" ref=${s} style=${{height:`${c*n}px`}}>
        ${u>0&&l`<tr key="above" aria-hidden="true" style=${{height:`${u*n}px`}}></tr>`}
        ${e.slice(u,d).map((f,h)=>{let m=u+h;return l`<${j$} key=${f?.job_id??m} ...${{job:f,index:m,isWide:r}} />`})}
      </tbody>
    </table>
  `}var S$,A$,ji,Oi,C$,Mu=b(()=>{"use strict";Q();F();Ot();Lt();A();K();_n();j();S$=["user","action","customers","status","date","id"],A$={table:2.5,cards:6.5},ji=matchMedia("(width < 60rem)"),Oi=matchMedia("(width >= 90rem)");C$=()=>l`
  <thead role="rowgroup">
    <tr role="row" class="job" aria-rowindex="1">
      ${S$.map(t=>l`
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
`});function D$({views:t,query:e,close:o}){let[n,r]=y("");return l`
    <form onSubmit=${i=>{i.preventDefault(),t.update(c=>[...c.filter(u=>u.name!==n.trim()),{name:n.trim(),query:e}]),o(),V(a("views.saved",{name:n.trim()}))}}>
      <${M} label=${a("views.name")} required maxlength="60" value=${n} onValue=${r} />
      <button type="submit">${a("views.save")}</button>
    </form>
  `}function Hu({query:t}){let[e]=y(L$),o=T(e),n=t.toString(),r=s=>e.update(i=>i.filter(c=>c.name!==s));return l`
    <${uo} label=${a("views.title")} align="end">
      ${s=>l`
        ${o.length>0&&l`
            <ul class="menu views">
              ${o.map(i=>l`
                  <li key=${i.name} class="row">
                    <a
                      href=${O("/")+(i.query&&`?${i.query}`)}
                      aria-current=${i.query===n?"true":void 0}
                      onClick=${c=>{c.preventDefault(),Fn(new URLSearchParams(i.query)),s()}}
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
        ${n?l`<${D$} views=${e} query=${n} close=${s} />`:l`<p class="hint">${a("views.hint")}</p>`}
      `}
    <//>
  `}var N$,L$,Pu=b(()=>{"use strict";ct();F();Ot();Re();Tt();U();A();Zo();gt();j();N$={},L$=()=>{let t=`views:${L.get()?.user_id}`;return N$[t]??=ne(t,[])}});var Bu={};zt(Bu,{default:()=>Uu});function R$(t){let[,e]=y(0),o=()=>e(c=>c+1),[n]=y(()=>Mt.get().isBack?Fu.find(t):null),r=H(n!==null),[s]=y(()=>n??new Er({get:E,follow:te,onChange:o})),i=H(t);return i.current=t,k(()=>{let c=L.get()?.user_id;return r.current&&s.resume(o),()=>{s.close(),Fu.leave(c,i.current,s)}},[]),k(()=>{r.current||s.open($n(new URLSearchParams(t))),r.current=!1},[t]),s}function M$({filters:t}){let e=xo(t,Date.now()),o=[{text:a("app.csv"),href:O("/v1/export.csv",e),download:!0},{text:a("jobs.csvExcel"),href:O("/v1/export.csv",{...e,bom:"true"}),download:!0},{text:a("app.ndjson"),href:O("/v1/export.ndjson",e),download:!0}];return l`<${tr} label=${a("jobs.download")} align="end" items=${o} />`}function H$({jobs:t,list:e,isFiltered:o,clear:n}){let r=T(L);return t.problem?l`
      <${nt} problem=${t.problem} retry=${()=>t.retry()} />
      ${o&&l`<p><button type="button" onClick=${n}>${a("filter.clear")}</button></p>`}
    `:e.isTruncated?l`
      <p class="state">
        <button type="button" onClick=${()=>t.openRest()}>${a("jobs.older")}</button>
      </p>
    `:e.isDone?e.count?l`<p class="state">${a("jobs.end",{n:e.count})}</p>`:o?l`
      <${ot} title=${a("jobs.noMatch")}>
        <button type="button" onClick=${n}>${a("filter.clear")}</button>
      <//>
    `:l`
    <${ot} title=${a("jobs.empty")}>
      ${r?.role!=="auditor"&&l`<p><${I} to="/set-action" class="button">${a("jobs.emptyAction")}<//></p>`}
      <p><a href=${O("/docs")}>${a("jobs.emptyDocs")}</a></p>
    <//>
  `:l`<${ge} />`}function P$({count:t,show:e}){if(k(()=>{t&&Zn(a("jobs.fresh",{n:t}))},[t>0]),!t)return null;let o=t>=gn;return l`
    <div class="fresh">
      <button type="button" id="show-new" class="primary" onClick=${e}>
        ${a(o?"jobs.freshMany":"jobs.fresh",{n:o?gn-1:t})}
      </button>
    </div>
  `}function F$(t,e){let[o,n]=y(null),r=H(null);return r.current={list:t,focus:o},k(()=>{let s=i=>{let{list:c,focus:u}=r.current,d=document.activeElement?.closest?.("[data-index]"),f=d?Number(d.getAttribute("data-index")):u?.index??-1,h=Math.max(0,Math.min(f+i,c.count-1));c.count&&n({index:h})};return tu({"/":()=>document.getElementById("search")?.focus(),j:()=>s(1),k:()=>s(-1),"?":e})},[]),[o,n]}function Uu(){let[t,e]=Ft(),o=t.toString(),n=ut(()=>$n(t),[o]),r=R$(o),{list:s,stats:i}=r,[c,u]=y(!1),d=()=>u(!0),[f,h]=F$(s,d),m=g=>e(xr(g)),p=()=>e(new URLSearchParams),$=async()=>{scrollTo(0,0),await r.reload(),h({index:0})},w=vr(n).length>0;return l`
    <${U$} ...${{query:t,filters:n,set:m,stats:i,onHelp:d}} />
    <div class="jobs-filters">
      <${hu} filters=${n} set=${m} total=${r.totalOf(n)} />
      <${pu} filters=${n} set=${m} stats=${i} />
    </div>
    ${s?.start&&l`<${B$} jobs=${r} />`}
    ${s&&l`
        <${P$} count=${s.fresh.size} show=${$} />
        ${s.count>0&&l`<${Iu} jobs=${r} list=${s} focus=${f} />`}
        <${H$} jobs=${r} list=${s} isFiltered=${w} clear=${p} />
      `}
    ${c&&l`<${I$} onClose=${()=>u(!1)} />`}
  `}var Fu,I$,U$,B$,Wu=b(()=>{"use strict";ct();z();eu();nu();F();Ot();_o();Wt();U();A();yi();Zo();gt();dt();K();j();ki();vo();wu();Si();Nu();Mu();Pu();Fu=ou();I$=({onClose:t})=>l`
  <${tt} title=${a("keys.title")} onClose=${t}>
    <dl class="facts">
      ${wr.map(([e,o])=>l`
          <dt key=${e}><kbd>${e}</kbd></dt>
          <dd>${a(o)}</dd>
        `)}
    </dl>
  <//>
`;U$=({query:t,filters:e,set:o,stats:n,onHelp:r})=>l`
  <div class="jobs-top">
    <${J}>${a("jobs.title")}<//>
    <${Cu} filters=${e} set=${o} stats=${n} />
    <div class="row">
      <${Hu} query=${t} />
      <${M$} filters=${e} />
      <button type="button" aria-label=${a("keys.title")} aria-keyshortcuts="?" onClick=${r}>
        ?
      </button>
    </div>
  </div>
`,B$=({jobs:t})=>l`
  <p class="notice">
    ${a("jobs.olderShown")}
    <button type="button" onClick=${()=>t.reload()}>${a("jobs.newest")}</button>
  </p>
`});function le(t,e){if(!t)return{why:"empty"};if(t.length*3>e){let r=z$.encode(t).length;if(r>e)return{why:"long",n:r}}if(q$.test(t))return null;if(/\p{Cc}/u.test(t))return{why:"control"};if(t.search(zu)>=0)return{why:"ends"};let o=W$.exec(t);return o?{why:"unseen",code:`U+${o[0].codePointAt(0).toString(16).toUpperCase().padStart(4,"0")}`}:null}function*Ju({values:t,lines:e},{trims:o,bytesMax:n}){let r=[],s=new Uint8Array(t.length),i={good:0,duplicate:0,blank:0,spaces:0,invalid:0},c=new Map;for(let[u,d]of t.entries()){let f=o?Vu(d):d,h=V$(f,c,n);h==="good"&&c.set(f,u),r.push(f),s[u]=xn.indexOf(h),i[h]+=1,u%qu===qu-1&&(yield)}return{values:r,lines:e,kinds:s,counts:i,customers:[...c.keys()],first:c}}function V$(t,e,o){if(e.has(t))return"duplicate";if(!le(t,o))return"good";let n=Vu(t);return n?n!==t&&!le(n,o)?"spaces":"invalid":"blank"}function Ku({values:t,kinds:e},o,n){let r=xn.indexOf(o),s=n.toLowerCase(),i=[];for(let c=0;c<t.length;c+=1)r>=0&&e[c]!==r||(!s||t[c].toLowerCase().includes(s))&&i.push(c);return i}var xn,W$,zu,q$,qu,z$,Vu,vn=b(()=>{"use strict";xn=["good","duplicate","blank","spaces","invalid"],W$=new RegExp("[\\xa0\\xad\\u034f\\u061c\\u115f\\u1160\\u1680\\u17b4\\u17b5\\u180b-\\u180f\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u2800\\u3000\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb\\u{13430}-\\u{1343f}\\u{13441}\\u{13442}\\u{16fe4}\\u{1bca0}-\\u{1bca3}\\u{1d159}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e0fff}\\p{Noncharacter_Code_Point}\\p{Surrogate}]","u"),zu=/^\p{White_Space}+|\p{White_Space}+$/gu,q$=/^[!-~]+$/,qu=2e3,z$=new TextEncoder;Vu=t=>t.replace(zu,"")});function td({parts:t,first:e,fresh:o},n,r){let s=new Map(n.map(u=>[u.job_id,u])),i=t[0]?.jobs[0]?.job_id,c=n.findIndex(u=>u.job_id===i);return{parts:t.map(u=>({...u,jobs:u.jobs.map(d=>s.get(d.job_id)??d)})),first:e,fresh:r?c<0?n.length:c:o}}function ed(t,e){let o=new Set(Li(t).map(n=>n.job_id));return e.some(({kind:n,job_id:r})=>n==="job_created"||n==="job_imported"||o.has(r))}function od({parts:t}){let e={};for(let{outcome:o}of t.flatMap(n=>n.jobs))e[o.status]=(e[o.status]??0)+1;return e}var Ci,Ni,Li,Gu,Yu,Xu,Di,Zu,Qu,nd=b(()=>{"use strict";Ci={parts:[],first:0,fresh:0},Ni=({parts:t,first:e})=>t.slice(e,e+2),Li=t=>Ni(t).flatMap(e=>e.jobs),Gu=({first:t})=>t>0,Yu=({parts:t,first:e})=>e+2<t.length||!!t.at(-1)?.next,Xu=({parts:t,first:e})=>e+2<t.length?null:t.at(-1)?.next??null,Di=({parts:t,...e},o,{jobs:n,next:r})=>({...e,parts:[...t,{cursor:o,jobs:n,next:r}]}),Zu=t=>({...t,first:Math.max(0,Math.min(t.first+1,t.parts.length-2))}),Qu=t=>({...t,first:Math.max(0,t.first-1)})});var ad={};zt(ad,{default:()=>id});function Y$(){let[t,e]=y(""),o=t&&le(t,rd);return l`
    <form
      class="look-up"
      role="search"
      onSubmit=${n=>{n.preventDefault(),t&&!o&&bt(O(C`/customers/${t}`))}}
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
          ${a(`name.${o.why}`,{n:o.n??0,most:rd,code:o.code??""})}
        </p>`}
    </form>
  `}function X$(t){let[e,o]=y(Ci),n=H(e),r=m=>o(n.current=m),s=m=>E(C`/v1/customers/${t}/jobs`,{query:{limit:30,cursor:m}}),[i,c,u]=G(async()=>{r(Di(Ci,null,await s(null)))}),[d,f,h]=G(async()=>{let m=Xu(n.current);if(m){let p=await s(m);r(Di(n.current,m,p))}r(Zu(n.current))});return k(()=>{i();let m=0,p=async()=>{m=0;let g=new Set([null,...Ni(n.current).map(_=>_.cursor)]);for(let _ of g){let x=await s(_);r(td(n.current,x.jobs,_===null))}},$=()=>m||=window.setTimeout(()=>p().catch(()=>{}),K$),w=te({},{onEntries:g=>ed(n.current,g)&&$(),onState:g=>g!=="lost"&&$()});return()=>{clearTimeout(m),w()}},[]),{jobs:e,open:i,showOlder:d,showNewer:()=>r(Qu(n.current)),isBusy:c||f,problem:u??h,retry:u?i:d}}function Z$({job:t}){let{outcome:e,job_id:o}=t,n=r=>a(`customer.${r}`);return l`
    <tr>
      <td data-label=${n("when")}><${st} at=${t.created_at} /></td>
      <td data-label=${n("action")}>
        <a href=${O(C`/jobs/${o}`)}><b>${t.action_name}</b></a>
        ${t.retry_of&&l` <${Te}>${a("jobs.retry")}<//>`} ${" "}<${yr}
          count=${t.note_count}
          newest=${t.newest_note}
        />
      </td>
      <td data-label=${n("outcome")}>
        <${it} status=${e.status} />
        ${!e.own&&l`<span class="muted"> ${a("customer.asJob")}</span>`}
        ${e.message&&l`<div class="message-of">${e.message}</div>`}
      </td>
      <td data-label=${n("job")}><${it} status=${t.status} cause=${t.cause} /></td>
      <td data-label=${n("user")}>
        ${t.user_id}
        ${t.submitted_by&&l`<div class="muted">${a("customer.submittedBy",{user:t.submitted_by})}</div>`}
      </td>
      <td data-label=${n("id")}><${yo} id=${o} short /></td>
    </tr>
  `}function sd({cid:t}){let e=T(L);return l`
    <p class="row">
      ${e?.role!=="auditor"&&l`<${I} to="/set-action" query=${{cid:t}} class="button"
          >${a("customer.setAction")}<//
        >`}
      <${I} to="/jobs" query=${{cid:t}} class="button">${a("customer.inJobs")}<//>
    </p>
  `}function Q$({jobs:t}){let e=t.parts.reduce((o,n)=>o+n.jobs.length,0);return l`
    ${a(t.parts.at(-1)?.next?"customer.countMore":"customer.count",{n:e})}
    ${Object.entries(od(t)).map(([o,n])=>l`<span key=${o}><${it} status=${o} /> ${D(n)}</span>`)}
  `}function eb({cid:t}){let{jobs:e,open:o,showOlder:n,showNewer:r,isBusy:s,problem:i,retry:c}=X$(t),u=e.fresh>0&&l`<button type="button" id="fresh" class="primary" onClick=${o}>
      ${a("customer.fresh",{n:e.fresh})}
    </button>`,d=l`<${nt} problem=${i} retry=${c} />`;return e.parts.length===0?l`${d}${s&&l`<${ge} />`}`:e.parts.every(f=>f.jobs.length===0&&!f.next)?l`
      <${ot} title=${a("customer.none")}><p>${a("customer.noneHint")}</p><//>
      <p role="status">${u}</p>
      <${sd} cid=${t} />
    `:l`
    <div class="row spread">
      <p class="row" role="status"><${Q$} jobs=${e} /> ${u}</p>
      <${sd} cid=${t} />
    </div>
    ${Gu(e)&&l`<p><button type="button" onClick=${r}>${a("customer.newer")}</button></p>`}
    <${tb} cid=${t} jobs=${e} />
    ${d}
    ${Yu(e)&&l`<p>
        <button type="button" id="older" disabled=${s} onClick=${n}>
          ${a("customer.older")}
        </button>
      </p>`}
  `}function id({cid:t}){return l`
    <div class="row spread customer-top">
      <${J}>${t?a("customer.title",{cid:t}):a("customer.titleNone")}<//>
      <${Y$} />
    </div>
    ${t&&l`<${eb} cid=${t} />`}
  `}var K$,rd,G$,tb,cd=b(()=>{"use strict";ct();z();vn();Q();F();Ot();_o();Lt();U();A();dt();K();j();nd();K$=3e3,rd=128,G$=["when","action","outcome","job","user","id"];tb=({cid:t,jobs:e})=>l`
  <div class="card scroll-x">
    <table class="customer-jobs">
      <caption class="off-screen">
        ${a("customer.title",{cid:t})}
      </caption>
      <thead>
        <tr>
          ${G$.map(o=>l`<th key=${o} scope="col">${a(`customer.${o}`)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${Li(e).map(o=>l`<${Z$} key=${o.job_id} job=${o} />`)}
      </tbody>
    </table>
  </div>
`});function ld(t){let{job:e,outcomes:o,entries:n,related:r}=t??{};if(![e,o?.counts,n?.length,r].every(Boolean))return!1;let{retries:s,batch:i,overlaps:c}=r;return[n,s,i,c].every(u=>Array.isArray(u)&&u.every(Boolean))}function nb(t,e){let o=Ao(e),n=s=>Xt(s??null);return[...new Set([...Object.keys(t),...ob])].filter(s=>n(t[s])!==n(o[s]))}async function ud({job:t,entries:e,checkpoint:o},n,r){let s=!gi(t?.job_id,r)||!gi(e?.[0]?.job_id,r),i={size:0,wrong:new Map,why:"",isStale:!1,isOther:s};try{if(s)throw new Error("this is another job");let c=await Ht(o,n);i.size=c.size;for(let f of e)await fr({entry:f,checkpoint:c,key:n}).catch(h=>i.wrong.set(f.index,Eo(h)));if(i.wrong.size)return i;await si({entries:e,checkpoint:c,key:n});let u=e.filter(f=>f.index<=t.last_index);i.isStale=u.length<e.length;let d=nb(t,u.length?u:e);if(d.length)throw new Error(`its entries do not say: ${d.join(", ")}`)}catch(c){i.why=Eo(c)}return i}var Eo,ob,Ee,jo=b(()=>{"use strict";ln();Sr();mn();Eo=t=>t instanceof Error?t.message:String(t);ob=`action_code action_name batch_id cause changes cluster_url created_at customer_count
  error_message http_status index job_id last_index newest_note note_count retry_of source status
  submitted_by updated_at user_id`.split(/\s+/);Ee=({wrong:t,why:e,isStale:o,isUnconnected:n})=>!t.size&&!e&&!o&&!n});var dd,Nr,kn,Lr,Ri=b(()=>{"use strict";Q();j();Lt();A();K();dd={job_id:t=>l`<${yo} id=${t.job_id} />`,status:t=>l`<${it} status=${t.status} cause=${t.cause} />`,user_id:t=>l`<${I} to="/" query=${{user_id:t.user_id}}>${t.user_id}<//>`,submitted_by:t=>t.submitted_by,action_name:t=>l`
    <${I} to="/" query=${{action_name:t.action_name}}>${t.action_name}<//>
  `,action_code:t=>t.action_code,customer_count:t=>D(t.customer_count),source:t=>P("source",t.source),created_at:t=>l`<${hn} at=${t.created_at} />`,updated_at:t=>l`<${hn} at=${t.updated_at} />`,http_status:t=>t.http_status,batch_id:t=>l`<${I} to="/" query=${{batch_id:t.batch_id}}>${t.batch_id}<//>`,cluster_url:t=>l`<code>${t.cluster_url}</code>`,retry_of:t=>l`<${I} to=${`/jobs/${t.retry_of}`}>${t.retry_of}<//>`},Nr=Object.keys(dd),kn=(t,e)=>(t[e]??null)===null?null:dd[e](t),Lr=t=>P("fact",t)});function Dr({proof:t,entries:e}){let{wrong:o,why:n,isUnconnected:r}=t;if(r&&!o.size&&!n)return l`<${rb} />`;let s=Ee(t)?a("job.allProved",{n:e.length,size:t.size}):a("job.noneProved");return l`
    <${I} to="/help/proof" class="proof-line">
      <${ae} text=${s} wrong=${Ee(t)?null:t.why||s} />
    <//>
  `}function Oo({overview:t,lists:e,more:o,banner:n="job-proof"}){let{proof:r,isOtherKey:s,...i}=t,[c]=r.wrong,u=c&&a("job.entryWrong",{index:c[0],why:c[1]}),d=e?.state==="wrong"?e.why:"",f=u||r.why||d||o?.why||"";return k(()=>{if(!f||s)return;let h=()=>({finding:f,server:location.origin+St,found_at:new Date().toISOString(),overview:i,lists:e?.received,more:o}),m=l`
      <${$r}
        title=${a("job.alarm")}
        text=${a("job.alarmHint")}
        why=${f}
        name="${i.job.job_id}.alarm.json"
        evidence=${h}
      />
    `;return lo(n,{kind:"alarm",content:m}),()=>lo(n,null)},[f]),null}var rb,Ii=b(()=>{"use strict";jo();F();j();Yn();A();wo();K();rb=()=>l`
  <${I} to="/help/proof" class="proof-line muted">${a("job.unconnected")}<//>
`});async function Sn(t,e){for(let o=sb;;o-=1){let n=Se(),r=await E(C`/v1/jobs/${t}/overview`,{signal:e});if(!ld(r))throw new q({status:500,title:a("job.malformed"),detail:a("job.malformed")});let{checkpoint:s,verifier_key:i}=r,c=Dl()??i,u=await ud(r,c,t);if(!(u.isStale&&o>1))return u.isStale&&(u.why||=a("job.stale")),Ll(n,{checkpoint:s,keys:{overview:i}}),{...r,proof:u,isOtherKey:c!==i}}}function An(t){let e=!Ml(t.checkpoint);return{...t,proof:{...t.proof,isUnconnected:e}}}var sb,Mi=b(()=>{"use strict";z();jo();F();j();Je();sb=3});function $d(t,{counts:e,named:o}){let n=t.status==="FAILED"?t.customer_count-o:0,r=e.FAILED-n;return{counts:{...e,FAILED:r||n},onlyNamed:r>0&&n>0}}function yd(t,e,o){let n=o!=="auditor",r=t.source==="gateway"&&t.status!=="IN_PROGRESS",s=e.FAILED>0;return{note:n,settle:n&&t.status==="UNCONFIRMED",retryFailed:n&&r&&s,retryAll:n&&r&&(s||t.status!=="SUCCESS"),curl:t.source==="gateway"&&!!t.cluster_url}}function wd(t){try{return no(t)instanceof ee}catch{return!1}}function gd({customers:t,token:e,url:o},n){let r=JSON.stringify({customers:t,...e&&{token:e},...o&&{url:o}});return new oo(n.trim()?`${r.slice(0,-1)},"payload":${n}}`:r)}function _d(t,e){let o=Uo(t.recorded_at??t.created_at,e.recorded_at);return o<0?null:o}function xd(t,e){let o=t.status==="IN_PROGRESS"?new Date(e).toISOString():t.updated_at;return o?Math.max(0,Uo(t.created_at,o)):null}var Hi,Co,hd,pd,Pi,md,fd,bd,Ge=b(()=>{"use strict";Q();Po();Hi=["FAILED","UNCONFIRMED","IN_PROGRESS","SUCCESS"],Co="named",hd=(t,{counts:e,named:o})=>[["",t],...Hi.map(n=>[n,e[n]]),[Co,o<t?o:0]],pd=t=>t===Co?{own:"true"}:{status:t},Pi=4096,md=t=>new TextEncoder().encode(t).length;fd=20,bd=({job_id:t,batch_id:e},{retries:o,batch:n})=>({retries:o.length<fd?null:{retry_of:t},batch:n.length<fd?null:{batch_id:e}})});function kd({job:t,onClose:e,onDone:o}){let[n,r]=y(""),[s,i]=y(""),c=ut(he,[n,s]),u=G(async()=>{let d=n==="FAILED"?"error_message":"response_summary";await Z(C`/v1/jobs/${t.job_id}/status`,{status:n,[d]:s.trim()},{key:c}),V(a("job.settled")),o()});return l`
    <${tt} title=${a("job.settle")} onClose=${e}>
      <p>${a("job.settleHint")}</p>
      <${vt}
        of=${u}
        action=${a("job.settleSend")}
        busy=${a("job.sending")}
        isOff=${!n||!s.trim()}
      >
        <${Ae}
          label=${a("job.settleAs")}
          value=${n}
          onValue=${r}
          options=${["SUCCESS","FAILED"].map(d=>({value:d,text:a(`status.${d}`)}))}
        />
        <${M}
          as="textarea"
          label=${a("job.reason")}
          hint=${a("job.reasonHint")}
          rows="3"
          required
          value=${s}
          onValue=${i}
        />
      <//>
    <//>
  `}function Sd({job:t,onClose:e,onDone:o}){let[n,r]=y(""),s=ut(he,[n]),i=md(n),c=G(async()=>{await Z(C`/v1/jobs/${t.job_id}/notes`,{text:n},{key:s}),V(a("job.noted")),o()}),u=i>Pi;return l`
    <${tt} title=${a("job.note")} onClose=${e}>
      <${vt}
        of=${c}
        action=${a("job.noteSend")}
        busy=${a("job.sending")}
        isOff=${!n.trim()||u}
      >
        <${M}
          as="textarea"
          label=${a("job.noteText")}
          hint=${a("job.noteHint",{n:i,most:Pi})}
          error=${u&&a("job.noteLong")}
          rows="5"
          required
          value=${n}
          onValue=${r}
        />
      <//>
    <//>
  `}function Ad({job:t,related:e,onClose:o}){let[n,r]=y(""),[s,i]=y(null),c=ce(n),u=G(async()=>{let d={job_id:n.trim(),limit:10},h=(await E("/v1/jobs",{query:d})).jobs.filter(m=>m.job_id!==t.job_id);h.length===1?bt(O(vd(t,h[0]))):i(h)});return l`
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
      <${Fi}
        jobs=${s??e}
        to=${d=>vd(t,d)}
      />
    <//>
  `}var vd,Fi,Td=b(()=>{"use strict";z();Q();mn();F();Ot();Lt();Wt();Tt();U();A();gt();K();j();Ge();vd=(t,e)=>C`/jobs/${t.job_id}/compare/${e.job_id}`,Fi=({jobs:t,to:e=n=>C`/jobs/${n.job_id}`,more:o})=>l`
  <ul class="job-list">
    ${t.map(n=>l`
        <li key=${n.job_id}>
          <${I} to=${e(n)}>${n.action_name}, ${D(n.customer_count)}<//>
          <${it} status=${n.status} />
          <span class="muted">${n.user_id}, <${st} at=${n.created_at} /></span>
          ${o?.(n)}
        </li>
      `)}
  </ul>
`});var je,Ed,Tn=b(()=>{"use strict";je=class{rows=[];isDone=!1;newest=null;#e;#t;#n=0;#s=null;#o=null;constructor(e,o=()=>{}){this.#e=e,this.#t=o}reach(e){return this.#n=Math.max(this.#n,e),this.#o??=this.#r().finally(()=>this.#o=null),this.#o}async all(){return await this.reach(1/0),this.rows}async#r(){for(;!this.isDone&&this.rows.length<this.#n;){let e=await this.#e(this.#s,this.rows.length);this.rows=[...this.rows,...e.rows],this.#s=e.next,this.isDone=e.next===null,this.newest=e,this.#t()}}},Ed=t=>t<100?100:t<2e3?2e3:1e4});function ib(t,e,o){jd(ai(e),t[0].customers,"the customers are not those of the entry");let n=new Map;for(let{index:r,outcomes:s}of t){if(!s)continue;let i=o.find(c=>c.index===r)?.outcomes??[];jd(ci(i),s,`the outcomes are not those of entry ${r}`);for(let{cid:c,status:u,message:d}of i)n.set(c,{status:u,message:d??null,index:r})}return{cids:new Set(e),named:n,job:Ao(t)}}function jd(t,e,o){if(t.count!==e.count||t.root!==e.root)throw new Error(o)}function Nd({cids:t,named:e,job:o},n){let r=Ui(n.search),s=({status:d,own:f})=>!n.outcome||(n.outcome===Co?f:d===n.outcome),i=[],c=[];for(let d of t){let f=e.get(d)??Cd(o),h={cid:d,...f,own:e.has(d)};s(h)&&(!Ui(d).includes(r)&&!Ui(h.message??"").includes(r)||(h.own?i:c).push(h))}let u=[...i,...c];return Hi.flatMap(d=>u.filter(f=>f.status===d))}function Ld({cids:t,named:e,job:o},{cid:n,status:r,message:s,own:i,index:c}){let u=e.get(n)??Cd(o);return t.has(n)&&i===e.has(n)&&c===u.index&&r===u.status&&s===u.message}function ab({cids:t,named:e,job:o},n){let r={[o.status]:t.size-e.size};for(let{status:i}of e.values())r[i]=(r[i]??0)+1;let s=Object.keys(n.counts);return n.named===e.size&&s.every(i=>n.counts[i]===(r[i]??0))}function Dd({entries:t,outcomes:e},o){try{let n=ib(t,o.customers,o.history);if(!ab(n,e))throw new Error(a("job.countsWrong"));return{state:"proved",lists:n,why:"",received:o}}catch(n){return{state:"wrong",lists:null,why:Eo(n),received:o}}}var Od,Cd,Ui,Bi,Rr=b(()=>{"use strict";ln();Sr();jo();j();Ge();Od=t=>t.reduce((e,{outcomes:o})=>e+(o?.count??0),0);Cd=({status:t,index:e,changes:o})=>({status:t,message:null,index:o.at(-1)??e}),Ui=t=>t.replace(/[A-Z]+/g,e=>e.toLowerCase());Bi=(t,e)=>rn(e)===t.request_payload_sha256});function Id(t){let{job:e,entries:o,proof:n}=t,r=Od(o),s=e.customer_count<=Rd&&r<=Rd&&(!r||(t.request_payload_bytes??0)<=cb),[i,c]=y(!1),u={state:"none",lists:null,why:"",received:null,problem:null},[d,f]=y(u),[h,m]=y(0),p=(s||i)&&Ee(n);return k(()=>{if(!p)return;let w=new AbortController,{signal:g}=w;return(async()=>{f(x=>({...x,state:"checking",problem:null}));try{let x=await ub(e.job_id,g),v=r?(await E(C`/v1/jobs/${e.job_id}/history`,{signal:g})).entries:[];if(g.aborted)return;f({...u,...Dd(t,{customers:x,history:v})})}catch(x){if(g.aborted)return;x instanceof q?f({...u,problem:x}):f({...u,state:"wrong",why:Eo(x)})}})(),()=>w.abort()},[p,e.last_index,h]),{...d,run:()=>{c(!0),m(h+1)}}}function Md({lists:t,customers:e,proof:o}){let{state:n,problem:r,run:s}=t,c=o.wrong.size||o.why?a("job.noneProved"):t.why;return r?l`<${nt} problem=${r} retry=${s} />`:o.isUnconnected&&!c?l`<span class="muted">${a("job.unconnected")}</span>`:n==="proved"?l`<${ae} text=${a("job.listsProved",{n:e})} />`:c?l`<${ae} text=${a("job.listsWrong")} wrong=${c} />`:l`
    <button type="button" id="check-lists" disabled=${n==="checking"} onClick=${s}>
      ${a(n==="checking"?"job.checking":"job.checkLists",{n:e})}
    </button>
  `}var Rd,cb,lb,ub,Hd=b(()=>{"use strict";z();jo();Tn();F();A();wo();dt();j();Rr();Rd=1e3,cb=2e5,lb=1e4,ub=(t,e)=>new je(async o=>{let n={limit:lb,after:o},{customers:r,next:s}=await E(C`/v1/jobs/${t}/customers`,{query:n,signal:e});return{rows:r,next:s}}).all()});function Pd(t,e){let o=[t.join(",")];for(let n of e)o.push(n.map(r=>hb(fb(r??""))).join(","));return`\uFEFF${o.join(`\r
`)}\r
`}var db,fb,hb,Fd=b(()=>{"use strict";db=/^["\s\p{Cc}\u200b-\u200f\u2060\ufeff]*[=+\-@|%\uff1d\uff0b\uff0d\uff20\uff5c\uff05']/u,fb=t=>t.split(/(?<=[;\t\r\n])/).map((e,o)=>(db.test(e)||!o&&/^[\t\r\n]/.test(e)?"'":"")+e).join(""),hb=t=>/[",\r\n]/.test(t)?`"${t.replaceAll('"','""')}"`:t});function Ir({name:t,columns:e,read:o}){let[n,r,s]=G(async i=>{let c=await o();if(i==="csv"){let d=c.map(f=>e.map(h=>f[h]));return Ue(`${t}.csv`,Pd(e,d),"text/csv")}let u=c.map(({cid:d})=>d).join(`
`);return await mr(u)?V(a("job.copiedCustomers",{n:c.length})):Ue(`${t}.txt`,u,"text/plain")});return l`
    <button type="button" disabled=${r} onClick=${()=>n("copy")}>
      <${R} name="copy" />${a("job.copyCustomers")}
    </button>
    <button type="button" disabled=${r} onClick=${()=>n("csv")}>
      <${R} name="download" />${a("app.csv")}
    </button>
    <${nt} problem=${s} />
  `}var Wi=b(()=>{"use strict";hi();Fd();Yo();j();U();A();wt();gt();dt()});function Mr(t,e,{version:o=0,isNeeded:n=!0}={}){let r={list:null,of:-1,problem:null},[s,i]=y(r),c=H(null),u=H(0),d=H(""),f=h=>{let m=c.current;u.current=h,m?.reach(h+Ud).catch(p=>{m===c.current&&i($=>({...$,problem:fe(p)}))})};return k(()=>{if(!n)return;let h=new AbortController,m=d.current===t,p=new je(($,w)=>e($,w,h.signal),()=>{let $=!p.isDone&&p.rows.length<u.current+Ud;p!==c.current||m&&$||(d.current=t,i({list:p,of:o,problem:null}))});return c.current=p,f(m?u.current:0),()=>{c.current=null,h.abort()}},[t,o,n]),{rows:s.list?.rows??[],newest:s.list?.newest??null,of:s.of,problem:s.problem,reach:f,again:()=>f(u.current),all:async()=>await c.current?.all()??[]}}var Ud,qi=b(()=>{"use strict";Tn();Pt();A();Ud=50});function bb({source:t},e){return e===Co?a(t==="gateway"?"job.namedByAnswer":"job.namedByReport"):e?P("status",e):a("job.allStatuses")}function yb({job:t,summary:e,filters:o,onChoice:n,children:r}){let[s,i]=y(o.search);return k(()=>{let c=setTimeout(()=>n("search",s.trim()),pb);return()=>clearTimeout(c)},[s]),l`
    <div class="row">
      <div class="row" role="group" aria-label=${a("job.statuses")}>
        ${hd(t.customer_count,e).filter(([c,u])=>u||c===o.outcome).map(([c,u])=>l`
              <button
                type="button"
                key=${c}
                class="choice-button"
                aria-pressed=${c===o.outcome}
                onClick=${()=>n("outcome",c)}
              >
                ${bb(t,c)} <b>${D(u)}</b>
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
  `}function gb({label:t,rows:e,matching:o,onRange:n}){let[r,s]=y(null);return l`
    <${Cr}
      label=${t}
      columns=${[a("job.customer"),a("job.status"),a("job.message")]}
      count=${o}
      onRange=${n}
      row=${i=>e[i]?l`<${$b} row=${e[i]} onOpen=${s} />`:l`<td colspan="3" class="muted">…</td>`}
    />
    <p class="hint" role="status">${a("job.rows",{n:o})}</p>
    ${r&&l`<${wb} row=${r} onClose=${()=>s(null)} />`}
  `}function _b(t,e,{outcome:o,search:n},r){let s=mb(t,{outcome:o,search:n},e===null),i=ut(()=>e&&Nd(e,{outcome:o,search:n}),[e,o,n]),c=ut(()=>{let d=e?.job.last_index===s.of?e:null;return s.rows.find(f=>d&&f.index<=s.of&&!Ld(d,f))},[e,s.rows]);if(k(()=>{c&&r(c)},[c]),!i)return{...s,matching:s.newest?.matching??null};let u=async()=>i;return{...s,rows:i,matching:i.length,all:u,problem:null}}function Bd({job:t,summary:e,lists:o,onWrong:n,children:r}){let[s,i]=Ft(),c={outcome:s.get("outcome")??"",search:s.get("search")??""},{rows:u,matching:d,problem:f,again:h,reach:m,all:p}=_b(t,o,c,n),$=(_,x)=>{let v=new URLSearchParams(location.search);x?v.set(_,x):v.delete(_),i(v,{replace:!0})},w=a("job.outcomes",{n:t.customer_count}),g=`${t.job_id}${c.outcome?`.${c.outcome}`:""}`;return l`
    <section class="card outcomes" aria-labelledby="outcomes">
      <div class="row spread">
        <h2 id="outcomes">${w}</h2>
        ${r}
      </div>
      <${yb} job=${t} summary=${e} filters=${c} onChoice=${$}>
        <${Ir} name=${g} columns=${["cid","status","message"]} read=${p} />
      <//>
      <${nt} problem=${f} retry=${h} />
      ${d?l`
              <${gb}
                key=${`${c.outcome} ${c.search}`}
                label=${w}
                rows=${u}
                matching=${d}
                onRange=${m}
              />
            `:d===0&&l`<${ot} title=${a("job.noRows")} />`}
    </section>
  `}var pb,mb,$b,wb,Wd=b(()=>{"use strict";z();Q();Tn();F();Lt();Wt();Wi();U();A();qi();dt();K();_n();j();Rr();Ge();pb=200,mb=({job_id:t,last_index:e},{outcome:o,search:n},r)=>Mr(`${o} ${n}`,async(s,i,c)=>{let u={...pd(o),search:n,limit:Ed(i),cursor:s},d=await E(C`/v1/jobs/${t}/outcomes`,{query:u,signal:c});return{rows:d.customers,...d}},{version:e,isNeeded:r}),$b=({row:t,onOpen:e})=>l`
  <td><${I} to=${C`/customers/${t.cid}`}>${t.cid}<//></td>
  <td>
    <${it} status=${t.status} />
  </td>
  <td>
    ${t.message===null?l`<span class="muted">${t.own?"":a("job.ofTheJob")}</span>`:l`
            <button type="button" class="message-cell" onClick=${()=>e(t)}>
              ${t.message}
            </button>
          `}
  </td>
`;wb=({row:t,onClose:e})=>l`
  <${tt} title=${t.cid} onClose=${e}>
    <p><${it} status=${t.status} /> ${a("job.ofEntry",{index:t.index})}</p>
    <p class="entry-text">${t.message}</p>
  <//>
`});function Vd({text:t}){let[e,o]=y(t.length<=zd);return l`<span class="json-text">${e?t:`${t.slice(0,zd)}\u2026`}</span> ${!e&&l`
        <button type="button" class="quiet" onClick=${()=>o(!0)}>
          ${a("json.all",{n:t.length})}
        </button>
      `}`}function xb({value:t}){return typeof t=="string"?l`<${Vd} text=${JSON.stringify(t)} />`:l`<span class="json-number">
    ${t instanceof eo?t.text:String(t)}
  </span>`}function Jd({label:t,children:e,isOpen:o=!1}){let[n,r]=y(o);return l`
    <details
      open=${n}
      onToggle=${s=>r(s.currentTarget.open)}
    >
      <summary>${t}</summary>
      ${n&&l`<ul>
          ${e()}
        </ul>`}
    </details>
  `}function Kd(t,e,o,n){let r=1;for(;r*qd<n-o;)r*=qd;return Array.from({length:Math.ceil((n-o)/r)},(s,i)=>{let c=o+i*r;if(r===1){let f=e?JSON.stringify(e[c]):D(c);return l`<li key=${c}><${Gd} name=${f} value=${t[c]} /></li>`}let u=Math.min(c+r,n),d=`${D(c)} \u2026 ${D(u-1)}`;return l`<li key=${c}>
      <${Jd} label=${d}>${()=>Kd(t,e,c,u)}<//>
    </li>`})}function Gd({name:t,value:e,isOpen:o}){let n=t!==void 0&&l`<span class="json-name">${t}</span>${": "}`,r=e instanceof ee;if(!r&&!Array.isArray(e))return l`${n}<${xb} value=${e} />`;let s=r?e.values:e,i=r?`{ ${D(s.length)} }`:`[ ${D(s.length)} ]`;return s.length?l`
    <${Jd} label=${l`${n}<span class="muted">${i}</span>`} isOpen=${o}>
      ${()=>Kd(s,r?e.names:null,0,s.length)}
    <//>
  `:l`${n}${i}`}function Hr({text:t}){let e=ut(()=>{try{return no(t)}catch{return null}},[t]);return typeof e=="object"&&e&&!(e instanceof eo)?l`<div class="json"><${Gd} key=${t} value=${e} isOpen /></div>`:l`<div class="json json-raw"><${Vd} key=${t} text=${t} /></div>`}var qd,zd,zi=b(()=>{"use strict";Q();Po();j();A();qd=100,zd=300});function kb(t){let e="BODY";for(;t.includes(e);)e+="_";return e}function Ab(t){let[e,...o]=t.split(Sb),n=o.map((s,i)=>`CREDENTIAL_${i+1}`),r=o.map((s,i)=>`\${${n[i]}:?is not recorded: set it}${s}`);return{names:n,body:[e,...r].join("")}}function Xd({server:t,url:e,payload:o}){try{no(o)}catch{return null}let r=`${`{"url":${Yd(JSON.stringify(e))},"token":"$UPSTREAM_TOKEN","isPost":true`},"postData":${Yd(o.replace(/[\r\n]+/g," "))}}`,{names:s,body:i}=Ab(r),c=kb(i);return{command:`curl -sS ${vb(`${t}/proxy_fetch`)} \\
  -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' --data-binary @- <<${c}
${i}
${c}
`,credentials:s}}var vb,Yd,Sb,Zd=b(()=>{"use strict";Po();vb=t=>`'${t.replaceAll("'","'\\''")}'`,Yd=t=>t.replace(/[\\$`]/g,"\\$&");Sb="[redacted]"});async function tf(t,e){let o=location.origin+St,n=await Qd(t.job_id),s=e&&Bi(e,n)?Xd({server:o,url:t.cluster_url,payload:n}):null;if(s===null)throw new q({status:422,title:a("job.curl"),detail:a("job.curlRefused")});let i=s.credentials.join(", ");await ie(s.command,a(i?"job.curlCopiedWithout":"job.curlCopied",{names:i}))}function Tb({job_id:t,first:e,isProved:o,onWrong:n}){let r=B(i=>Qd(t,i),[t]),s=r.data===void 0||Bi(e,r.data);return k(()=>{s||n(r.data)},[s]),l`
    <${pt} of=${r}>
      ${i=>l`
        <div class="row">
          <${ae}
            text=${a(s&&o?"job.payloadProved":"job.payloadWrong")}
            wrong=${s&&o?null:a("job.payloadWrong")}
          />
          <button type="button" onClick=${()=>ie(i,a("job.payload"))}>
            <${R} name="copy" />${a("job.copyText")}
          </button>
          <button
            type="button"
            onClick=${()=>Ue(`${t}.payload.json`,i,"application/json")}
          >
            <${R} name="download" />${a("job.downloadText")}
          </button>
        </div>
        <${Hr} text=${i} />
      `}
    <//>
  `}function ef({size:t,...e}){let[o,n]=y(!1);return l`
    <section class="card" aria-labelledby="payload">
      <details onToggle=${r=>n(r.currentTarget.open)}>
        <summary>
          <h2 id="payload">${a("job.payload")}</h2>
          <span class="muted"> ${Fo(t)}</span>
        </summary>
        ${o&&l`<${Tb} ...${e} />`}
      </details>
    </section>
  `}var Qd,of=b(()=>{"use strict";z();Yo();Q();F();U();A();wt();zi();wo();dt();K();j();Zd();Rr();Qd=(t,e)=>E(C`/v1/jobs/${t}/payload`,{asText:!0,...e&&{signal:e}})});async function Fr({get:t,post:e,now:o=Date.now},n,r,s){let{head:i}=await t("/v1/stats",{query:{limit:1}}),c=()=>Oe.get().find(({key:f})=>f===n.key),u=c(),d={...n,size:u?.size??i.size,at:o()};Ye.add(d.key),No(d);try{let f=await e(r,s,{key:d.key}),h=f.job_id??f.job.job_id;return No({...d,job_id:h}),h}catch(f){let h=f.body?.job_id??c()?.job_id;if(h)return No({...d,job_id:h}),h;throw Ye.delete(d.key),f.status>=400&&f.status<500&&f.status!==424&&!u?Pr(d.key):No({...d}),f}finally{Ye.delete(d.key)}}var Eb,Oe,No,Ye,Pr,nf,Xe=b(()=>{"use strict";Ct();ho();Re();Eb=8,Oe=ne("sendings",[],"sessionStorage"),No=t=>Oe.update(e=>{let o=e.filter(({key:s})=>s!==t.key),n=o.filter(({job_id:s})=>s),r=o.length<Eb?null:n.at(-1)??o.at(-1);return[t,...o.filter(s=>s!==r)]}),Ye=new Set,Pr=t=>Oe.update(e=>e.filter(o=>o.key!==t)),nf=({user:t,key:e})=>xt(Yt(ht(`${t}\0${e}`)))});async function Cb(t,e,o,n){let{size:r}=(await t("/v1/stats",{query:{limit:1},signal:n})).head;if(r<o)return null;let s=nf(e),i=new je(async c=>{let u={user_id:e.user,source:"gateway",limit:Ob,cursor:c},{jobs:d,next:f}=await t("/v1/jobs",{query:u,signal:n});return{rows:d,next:f}});for(let c=0;c<jb;c+=1){await i.reach(c+1);let u=i.rows[c];if(!u||u.index<o)return{size:r};if((await t(C`/v1/entries/${u.index}/leaf`,{signal:n})).request_key===s)return{job_id:u.job_id,size:r}}return null}function sf({get:t,later:e=setTimeout,cancel:o=clearTimeout,now:n=Date.now},r,s){let i=new AbortController,{signal:c}=i,u=r.size,d=0,f=0,h=async()=>{let m=n()-r.at>=rf;try{let $=await Cb(t,r,u,c);if(c.aborted)return;if($?.job_id)return void s({job_id:$.job_id});$?m&&s({size:$.size}):s(null),u=$?.size??u}catch($){if(c.aborted||(s(null),$ instanceof q&&$.status===401))return}let p=r.at+rf-n();f=e(h,p>0?Math.min(He(d),p):He(d)),d+=1};return h(),()=>{i.abort(),o(f)}}var rf,jb,Ob,af=b(()=>{"use strict";Tn();F();Pt();Xe();Bo();rf=3e4,jb=500,Ob=100});function Ur(t){let[e,o]=y(cf);return k(()=>{if(o(t?{text:a("setAction.seeking"),isAbsent:!1}:cf),!!t)return sf({get:E},t,n=>{n?"size"in n?o({text:a("setAction.notFound",{n:n.size}),isAbsent:!0}):No({...t,job_id:n.job_id}):o({text:a("setAction.unknown"),isAbsent:!1})})},[t]),e}var cf,Vi=b(()=>{"use strict";z();af();Xe();j();A();cf={text:"",isAbsent:!1}});function Nb(t,{which:e,token:o,url:n,members:r},s){let i=ut(he,[e,n,r]),c=L.get()?.user_id??"",[u]=y(()=>Oe.get().filter(({job_id:p})=>p)),d=T(Oe).find(p=>p.user===c&&p.retry_of===t.job_id&&!u.includes(p)),f=Ur(d?.job_id?void 0:d),h=d!==void 0&&d.key!==i&&!f.isAbsent;return k(()=>{d?.job_id&&bt(O(C`/jobs/${d.job_id}`))},[d?.job_id]),{sending:G(async()=>{let p={key:i,user:c,action:t.action_name,count:s,retry_of:t.job_id},$=gd({customers:e,token:o,url:n},r);await Fr({get:E,post:Z},p,C`/v1/jobs/${t.job_id}/retry`,$)}),seeking:f.text,isOff:h}}function lf({job:t,counts:e,onlyNamed:o,actions:n,onClose:r}){let s={which:n.retryFailed?"failed":"all",token:"",url:"",members:""},[i,c]=y(s),u=N=>Y=>c(Dt=>({...Dt,[N]:Y})),{which:d,token:f,url:h,members:m}=i,p=d==="all"?t.customer_count:e.FAILED,{sending:$,seeking:w,isOff:g}=Nb(t,i,p),[,_,x]=$,v=!m.trim()||wd(m);return l`
    <${tt} title=${a("job.retry")} onClose=${r}>
      <${vt}
        of=${$}
        action=${a("job.retrySend",{n:p,action:t.action_name})}
        busy=${a("job.sending")}
        isOff=${g||!v}
      >
        <${Lb} ...${{job:t,counts:e,onlyNamed:o,actions:n,which:d}} onWhich=${u("which")} />
        <${M}
          label=${a("job.token")}
          hint=${a("job.tokenHint")}
          type="password"
          autocomplete="off"
          value=${f}
          onValue=${u("token")}
        />
        <${M}
          label=${a("job.url")}
          hint=${a("job.urlHint")}
          placeholder=${t.cluster_url}
          type="url"
          value=${h}
          onValue=${u("url")}
        />
        ${(m||x?.field==="payload")&&l`<${Db} members=${m} onMembers=${u("members")} isJson=${v} />`}
        ${!_&&w&&l`<p class="notice" role="status">${w}</p>`}
      <//>
    <//>
  `}var Lb,Db,uf=b(()=>{"use strict";ct();z();F();Ot();Xe();Wt();Tt();U();A();Vi();j();Ge();Lb=({job:t,counts:e,onlyNamed:o,actions:n,which:r,onWhich:s})=>l`
  <${Ae}
    label=${a("job.retryWhom")}
    value=${r}
    onValue=${s}
    options=${[n.retryFailed&&{value:"failed",text:a(o?"job.retryNamed":"job.retryFailed",{n:e.FAILED})},n.retryAll&&{value:"all",text:a("job.retryAll",{n:t.customer_count})}].filter(Boolean)}
  />
  ${e.UNCONFIRMED>0&&l`<p class="notice notice-warning">${a("job.retryUnconfirmed")}</p>`}
`,Db=({members:t,onMembers:e,isJson:o})=>l`
  <${M}
    as="textarea"
    label=${a("job.members")}
    hint=${a("job.membersHint")}
    error=${!o&&a("job.membersWrong")}
    rows="3"
    value=${t}
    onValue=${e}
  />
`});function df(t,e){let o=Math.min(t,e),n=t-o;return{shown:o,left:n,next:Math.min(n,50)}}var ff=b(()=>{"use strict"});function Lo(t,e){let[o,n]=y({wanted:50,of:e}),r=df(t,Object.is(o.of,e)?o.wanted:50);return{...r,more:()=>n({wanted:r.shown+r.next,of:e})}}var Do,Br=b(()=>{"use strict";ff();j();A();Do=({steps:{left:t,next:e,more:o},text:n="app.more"})=>t>0&&l`<button type="button" class="more" onClick=${o}>${a(n,{n:e,left:t})}</button>`});function pf({job:t}){let[e,o]=y(Date.now()),n=t.status==="IN_PROGRESS";k(()=>{if(!n)return;let i=setInterval(()=>o(Date.now()),1e3);return()=>clearInterval(i)},[n]);let r=xd(t,e);if(r===null)return null;let s=n?Math.floor(r/1e3)*1e3:r;return l`<span id="took">
    ${a(n?"job.running":"job.took",{time:Jt(s)})}
  </span>`}function Rb({entry:t,wrong:e,isUnconnected:o}){let{index:n,kind:r,status:s,cause:i}=t,c=a(e===null?"job.proved":"job.notProved",{index:n});return l`
    <div class="row">
      ${r==="note_added"?l`<span class="tag"><${R} name="note" /> ${P("kind",r)}</span>`:l`
              <${it} status=${s??"IN_PROGRESS"} cause=${i} />
              ${r!=="status_changed"&&P("kind",r)}
            `}
      <${hn} at=${t.recorded_at??t.created_at} />
      ${o&&e===null?l`<span class="muted">${a("job.notYet",{index:n})}</span>`:l`<${ae} text=${c} wrong=${e} />`}
    </div>
  `}function Ib({entry:t,before:e,wrong:o,isUnconnected:n}){let r=e?_d(e,t):null,s=[a("job.by",{user:t.actor??t.submitted_by??t.user_id}),r!==null&&a("job.later",{time:Jt(r)}),t.http_status!==void 0&&a("job.http",{status:String(t.http_status)}),t.outcomes&&a("job.named",{n:t.outcomes.count})];return l`
    <li class="entry" data-entry=${t.index}>
      <${Rb} entry=${t} wrong=${o} isUnconnected=${n} />
      <p class="muted">${s.filter(Boolean).join(", ")}</p>
      ${t.text!==void 0&&l`<p class="entry-text">${t.text}</p>`}
      ${t.error_message!==void 0&&l`<p class="entry-text">${t.error_message}</p>`}
      ${t.response_summary!==void 0&&l`
          <div class="entry-answer">
            <span class="muted">${a("job.answer")}</span>
            <${Hr} text=${t.response_summary} />
          </div>
        `}
      <p class="entry-links">
        <${re}
          href=${O(C`/v1/entries/${t.index}/receipt`)}
          name="${t.index}.receipt"
        >
          ${a("job.receipt")}
        <//>
        <${re}
          href=${O(C`/v1/entries/${t.index}/leaf`)}
          name="${t.index}.leaf"
        >
          ${a("job.leaf")}
        <//>
      </p>
    </li>
  `}function mf({entries:t,proof:e}){let o=Lo(t.length),n=o.left,r=s=>e.wrong.get(s.index)??(e.why||null);return l`
    <section class="card" aria-labelledby="timeline">
      <h2 id="timeline">${a("job.timeline")}</h2>
      <${Do} steps=${o} text="job.earlier" />
      <ol class="timeline">
        ${t.slice(n).map((s,i)=>l`
              <${Ib}
                key=${s.index}
                entry=${s}
                before=${t[n+i-1]}
                wrong=${r(s)}
                isUnconnected=${e.isUnconnected}
              />
            `)}
      </ol>
    </section>
  `}var $f=b(()=>{"use strict";Q();F();Lt();Xo();A();wt();zi();wo();Br();K();j();Ge()});var yf={};zt(yf,{default:()=>bf});function Mb({job:t,first:e,proof:o,outcomes:n,related:r,onDone:s}){let i=T(L),[c,u]=y(""),[d,f,h]=G(()=>tf(t,Ee(o)&&e)),{counts:m,onlyNamed:p}=$d(t,n),$=yd(t,m,i?.role??"auditor"),w=()=>u(""),_={job:t,counts:m,onlyNamed:p,actions:$,related:r,onClose:w,onDone:()=>{w(),s()}},x=(v,N,Y="")=>l`
    <button type="button" id="do-${v}" class=${Y} onClick=${()=>u(v)}>
      ${a(N)}
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
      <${re} class="button" href=${O(C`/v1/jobs/${t.job_id}/evidence`)}>
        <${R} name="download" />${a("job.evidence")}
      <//>
    </div>
    <${nt} problem=${h} />
    ${c==="settle"&&l`<${kd} ...${_} />`}
    ${c==="retry"&&l`<${lf} ...${_} />`}
    ${c==="note"&&l`<${Sd} ...${_} />`}
    ${c==="compare"&&l`<${Ad} ...${_} />`}
  `}function Pb({job:t,related:e}){let{retry_of:o,retries:n,batch:r,overlaps:s}=e,i=bd(t,e),c=d=>{let{customers:f}=s.find(h=>h.job===d);return l`<span class="muted">${a("job.inCommon",{n:f})}</span>`},u=[{text:a("job.retryOf"),jobs:o?[o]:[]},{text:a("job.retries"),jobs:n,list:i.retries,toAll:a("job.allRetries")},{text:a("job.batch"),jobs:r,list:i.batch,toAll:a("job.allOfBatch")},{text:a("job.overlaps"),jobs:s.map(d=>d.job),more:c}].filter(({jobs:d})=>d.length);return!u.length&&e.overlaps_complete?null:l`
    <section class="card" aria-labelledby="related">
      <h2 id="related">${a("job.related")}</h2>
      ${u.map(({text:d,jobs:f,more:h,list:m,toAll:p})=>l`
          <h3 key=${d}>${d}</h3>
          <${Fi} key=${`${d}=`} jobs=${f} more=${h} />
          ${m&&l`<p key=${p}><${I} to="/" query=${m}>${p}<//></p>`}
        `)}
      ${!e.overlaps_complete&&l`<p class="hint">${a("setAction.incomplete")}</p>`}
    </section>
  `}function Fb(t){let e=H(t);k(()=>{e.current!==t&&Zn(a("job.now",{status:P("status",t)})),e.current=t},[t])}function Ub({overview:t,reload:e}){let{job:o,entries:n,outcomes:r,related:s,proof:i}=t,c=[s.retry_of,...s.retries,...s.batch,...s.overlaps.map(h=>h.job)].filter(Boolean),u=`${o.action_name}, ${a("job.customers",{n:o.customer_count})}`,{user_id:d,submitted_by:f}=o;return l`
    <header class="job-head">
      <${J}>${u}<//>
      <p class="row">
        <${it} status=${o.status} cause=${o.cause} /> <${pf} job=${o} />
        <span>${f?a("job.submittedFor",{user:d,by:f}):a("job.submitted",{user:d})}</span>
        <${Dr} proof=${i} entries=${n} />
      </p>
      <${Mb}
        job=${o}
        first=${n[0]}
        proof=${i}
        outcomes=${r}
        related=${c}
        onDone=${e}
      />
    </header>
  `}function Bb({overview:t,reload:e}){let{job:o,entries:n,outcomes:r,related:s,proof:i}=t,c=Id(t),[u,d]=y(null);return Fb(o.status),l`
    <${Oo} overview=${t} lists=${c} more=${u} />
    <${Ub} overview=${t} reload=${e} />
    <div class="job-columns">
      <${Hb} job=${o} />
      <div class="job-main">
        <${mf} entries=${n} proof=${i} />
        <${Bd}
          job=${o}
          summary=${r}
          lists=${i.wrong.size||i.why?null:c.lists}
          onWrong=${f=>d({why:a("job.rowWrong"),row:f})}
        >
          <${Md} lists=${c} customers=${o.customer_count} proof=${i} />
        <//>
        ${t.request_payload_bytes!==null&&l`
            <${ef}
              job_id=${o.job_id}
              size=${t.request_payload_bytes}
              first=${n[0]}
              isProved=${Ee(i)}
              onWrong=${f=>d({why:a("job.payloadWrong"),payload:f})}
            />
          `}
      </div>
      <${Pb} job=${o} related=${s} />
    </div>
  `}function Wb({overview:t,reload:e}){let o=An(t);return o.proof.isOther?l`
    <${Oo} overview=${o} />
    <${J}>${a("job.title")}<//>
    <${ot} title=${a("job.other")} />
  `:l`<${Bb} overview=${o} reload=${e} />`}function bf({job_id:t}){let e=T(go),o=B(i=>Sn(t,i),[t,e]),{data:n,reload:r}=o,s=n!==void 0;return k(()=>{if(!n)return;let i={job_id:t,after:n.job.last_index};return te(i,{onEntries:r,onState:c=>c==="stale"&&r()})},[s]),l`
    ${!s&&l`<${J} hidden>${a("job.title")}<//>`}
    <${pt} of=${o}>
      ${i=>l`
        <${Wb} overview=${i} reload=${r} />
      `}
    <//>
    ${o.error?.status===404&&l`<p><${I} to="/">${a("app.toJobs")}<//></p>`}
  `}var Hb,wf=b(()=>{"use strict";ct();jo();F();_o();Lt();Xo();U();A();wt();Ri();Ii();gt();Je();Mi();dt();K();j();Td();Hd();Wd();of();uf();Ge();$f();Hb=({job:t})=>l`
  <section class="card" aria-labelledby="facts">
    <h2 id="facts">${a("job.facts")}</h2>
    <dl class="facts">
      ${Nr.map(e=>[e,kn(t,e)]).filter(([,e])=>e!==null).map(([e,o])=>l`
            <dt key=${e}>${Lr(e)}</dt>
            <dd key=${`${e}=`}>${o}</dd>
          `)}
    </dl>
  </section>
`});var vf={};zt(vf,{default:()=>xf});function Jb({address:t,part:e,count:o,name:n}){let{rows:r,problem:s,reach:i,again:c,all:u}=Mr(e,async(d,f,h)=>{let m={part:e,limit:qb,after:d},{customers:p,next:$}=await E(t,{query:m,signal:h});return{rows:p,next:$}},{isNeeded:o>0});return o?l`
    <div class="row">
      <${Ir}
        name=${n}
        columns=${["cid"]}
        read=${async()=>(await u()).map(d=>({cid:d}))}
      />
    </div>
    <${nt} problem=${s} retry=${c} />
    <${Cr}
      label=${a("job.customer")}
      columns=${[a("job.customer")]}
      count=${o}
      onRange=${i}
      row=${d=>l`
        <td>
          ${r[d]===void 0?"\u2026":l`<${I} to=${C`/customers/${r[d]}`}>${r[d]}<//>`}
        </td>
      `}
    />
  `:l`<p class="muted">${a("app.none")}</p>`}function Kb({address:t,counts:e,name:o}){let[n,r]=Ft(),s=gf.find(i=>i===n.get("part"))??"both";return l`
    <section class="card outcomes" aria-labelledby="customers">
      <div class="row spread">
        <h2 id="customers">${a("compare.customers")}</h2>
        <span class="muted">${a("compare.unchecked")}</span>
      </div>
      <div class="row" role="group" aria-label=${a("compare.customers")}>
        ${gf.map(i=>l`
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
      <${Jb}
        key=${s}
        address=${t}
        part=${s}
        count=${e[s]}
        name="${o}.${s}"
      />
    </section>
  `}function Gb({first:t,second:e,children:o}){let[n,r]=[An(t),An(e)],s=n.proof.isOther||r.proof.isOther;return l`
    <${Oo} overview=${n} />
    <${Oo} overview=${r} banner="other-job-proof" />
    ${s?l`<${ot} title=${a("job.other")} />`:[l`<${Vb} a=${n} b=${r} />`,o]}
  `}function xf({job_id:t,other_id:e}){let o=C`/v1/jobs/${t}/diff/${e}`,n=B(async r=>{let[s,i,{counts:c}]=await Promise.all([Sn(t,r),Sn(e,r),E(o,{signal:r})]);return{first:s,second:i,counts:c}},[t,e,T(go)]);return l`
    <${J}>${a("compare.title")}<//>
    <${pt} of=${n}>
      ${({first:r,second:s,counts:i})=>l`
        <${Gb} first=${r} second=${s}>
          <${Kb} address=${o} counts=${i} name=${t} />
        <//>
      `}
    <//>
  `}var gf,qb,zb,_f,Vb,kf=b(()=>{"use strict";z();Q();F();Wi();U();A();Ri();Ii();qi();Je();Mi();dt();K();_n();j();gf=["only_a","only_b","both"],qb=1e4,zb=new Set(["job_id","created_at","updated_at"]),_f=({name:t,of:{job:e,entries:o,proof:n}})=>l`
  <th scope="col">
    <${I} to=${C`/jobs/${e.job_id}`}>${t}<//>
    <div><${Dr} proof=${n} entries=${o} /></div>
  </th>
`,Vb=({a:t,b:e})=>l`
  <section class="card scroll-x" aria-labelledby="facts">
    <h2 id="facts">${a("job.facts")}</h2>
    <table class="compare-facts">
      <thead>
        <tr>
          <td></td>
          <${_f} name=${a("compare.a")} of=${t} />
          <${_f} name=${a("compare.b")} of=${e} />
        </tr>
      </thead>
      <tbody>
        ${Nr.map(o=>{let n=[kn(t.job,o),kn(e.job,o)];if(n.every(c=>c===null))return null;let[r,s]=[t.job[o]??null,e.job[o]??null],i=r!==s&&!zb.has(o);return l`
            <tr key=${o} class=${i?"differs":""}>
              <th scope="row">
                ${Lr(o)}${" "}
                ${i&&l`<span class="tag">${a("compare.differs")}</span>`}
              </th>
              ${n.map((c,u)=>l`<td key=${u}>${c}</td>`)}
            </tr>
          `})}
      </tbody>
    </table>
  </section>
`});function Ce({title:t,action:e,onConfirm:o,onClose:n,children:r}){let[s,i,c]=G(async()=>{await o(),n()});return l`
    <${tt} title=${t} onClose=${n}>
      <p>${r}</p>
      <${nt} problem=${c} />
      <div class="row">
        <button type="button" class="danger" disabled=${i} onClick=${s}>${e}</button>
        <button type="button" onClick=${n}>${a("app.cancel")}</button>
      </div>
    <//>
  `}var En=b(()=>{"use strict";j();Wt();U();A();dt()});function Xb({values:t,kinds:e,lines:o,first:n},r,s){let i=xn[e[r]],c=t[r];if(i==="good")return"";if(i==="duplicate")return a("setAction.sameAs",{line:o[n.get(c)]});if(i==="blank")return a("setAction.isBlank");if(i==="spaces")return a("setAction.spaces");let u=le(c,s);return u&&a(`name.${u.why}`,{n:u.n??0,most:s,code:u.code??""})}function Sf({checked:t,bytesMax:e,...o}){let{isRemoved:n}=o,[r,s]=y("all"),[i,c]=y(""),{counts:u,values:d,lines:f}=t,h=d.length-u.good,m=n?"good":r!=="all"&&u[r]?r:"all",p=ut(()=>Ku(t,m,i),[t,m,i]);return d.length===0?null:l`
    ${h>0&&!n&&l`<${Zb} checked=${t} kind=${m} onKind=${s} />`}
    <${Qb} spaces=${u.spaces} marked=${h} ...${o} />
    <${Ji}
      label=${a("setAction.list")}
      search=${i}
      onSearch=${c}
      total=${n?u.good:d.length}
      found=${p}
    >
      ${$=>{let w=Xb(t,$,e);return l`
          <span class="line muted" title=${a("setAction.line",{line:f[$]})}>
            ${D(f[$])}
          </span>
          <span class="value ${w&&"is-marked"}" title=${d[$]}>${d[$]}</span>
          <span class="fault" title=${w}>${w}</span>
        `}}
    <//>
  `}var Yb,Zb,Qb,Ji,Ki=b(()=>{"use strict";vn();Q();A();_n();j();Yb=28;Zb=({checked:{counts:t,values:e},kind:o,onKind:n})=>l`
  <div class="row kinds" role="group" aria-label=${a("setAction.list")}>
    ${["all",...xn].filter(r=>r==="all"||t[r]).map(r=>l`
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
`,Qb=({spaces:t,marked:e,isTrimmed:o,onTrim:n,isRemoved:r,onRemoved:s})=>l`
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
`;Ji=({label:t,search:e,onSearch:o,total:n,found:r,children:s})=>l`
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
  <${Ru} label=${t} count=${r.length} height=${Yb} of=${r}>
    ${i=>s(r[i])}
  <//>
`});function Ef(t,e,o){let{upstreams:n,actions:r}=t.set_actions,s=e.get("action")??"",i=r.some(u=>u.name===s),c=n.length===1?n[0]:"";return{action:s&&!i?Ro:s,other:i?"":s,base:c,path:c&&o(c),token:"",batch:e.get("batch_id")??""}}function jf(t,e){let o=e.endsWith("/")?e:`${e}/`,n=t.map(r=>r.cluster_url??"").find(r=>r.startsWith(o));return Gi(n?.slice(o.length)??"")}function Yi(t,e){let{limits:o}=e,n=le(ue(t),o.action_name_bytes),r=t.batch?le(t.batch,o.batch_id_bytes):null;return{...n&&{action:n},...!t.base&&{base:!0},...r&&{batch:r}}}function Of(t,e,o){if(!t)return"reading";let{counts:n,customers:r}=t;return!e&&n.spaces+n.invalid>0?"invalid":r.length===0?"none":r.length>o?"many":null}var Ro,Af,Ze,Tf,ue,Qe,Gi,Cf,Nf,Io=b(()=>{"use strict";vn();Ro="other ",Af=2e4,Ze=(t,{name:e=null,isLarge:o=!1}={})=>({text:t,name:e,isLarge:o,delimiter:null,column:null,hasHeader:null,trims:!1}),Tf=t=>({...Ze(t.map(e=>e[0]==='"'?`"${e.replaceAll('"','""')}"`:e).join(`
`)),delimiter:"",hasHeader:!1});ue=({action:t,other:e})=>t===Ro?e:t,Qe=({base:t,path:e})=>e?`${t.replace(/\/$/,"")}/${e.replace(/^\/+/,"")}`:t,Gi=t=>t.split(/[?#]/)[0];Cf=({data:t,error:e})=>t?!t.is_withheld:!!e,Nf=(t,e)=>({url:Qe(t),...t.token&&{token:t.token},payload:{action:ue(t),cids:e},contentType:"application/json",...t.batch&&{batch_id:t.batch}})});function ty({job_id:t,customers:e}){let n=t?(r=>l`<a href=${O(C`/jobs/${r}`)} target="_blank"><code>${ao(r)}</code></a>`)(t):a("setAction.overlapOfAnother");return l`<li>${n}: ${a("setAction.overlapJob",{n:e})}</li>`}function ey({look:t,again:e}){let{jobs:o,is_complete:n,is_withheld:r,window_seconds:s}=t,i=o.length===0&&!r;return k(()=>{if(i)return;let c=Math.min(Math.max(s*1e3,Lf.min),Lf.max),u=setTimeout(e,c);return()=>clearTimeout(u)},[t]),i&&n?l`
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
              ${o.map(c=>l`<${ty} ...${c} />`)}
            </ul>`}
        ${!n&&l`<p>${a("setAction.incomplete")}</p>`}
        ${r&&l`<p>${a("setAction.refuses")}</p>`}
        <p><button type="button" onClick=${e}>${a("setAction.lookAgain")}</button></p>
      </div>
    </div>
  `}function ny({customers:t}){let[e,o]=y(""),n=ut(()=>{let r=e.toLowerCase();return[...t.keys()].filter(s=>t[s].toLowerCase().includes(r))},[e]);return l`
    <${Ji}
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
  `}function Df({form:t,customers:e,leftOut:o,onSend:n,isBusy:r,problem:s,onClose:i}){let c=ue(t),u=e.length,d=B(f=>Z("/v1/overlaps",{action_name:c,cids:e},{signal:f}),[]);return l`
    <${tt} wide title=${a("setAction.confirm",{action:c,n:u})} onClose=${i}>
      <div class="confirm">
        <${oy} form=${t} count=${u} leftOut=${o} />
        <${pt} of=${d}>
          ${f=>l`<${ey} look=${f} again=${d.reload} />`}
        <//>
        <${ny} customers=${e} />
        <${nt} problem=${s} />
        <p class="row end">
          <button type="button" onClick=${i}>${a("app.cancel")}</button>
          <button
            type="button"
            id="send"
            class="primary"
            disabled=${r||!Cf(d)}
            onClick=${n}
          >
            ${r?a("setAction.sending"):a("setAction.send")}
          </button>
        </p>
      </div>
    <//>
  `}var Lf,oy,Rf=b(()=>{"use strict";z();Q();F();Wt();U();A();wt();dt();j();Ki();Io();Lf={min:5e3,max:6e4};oy=({form:t,count:e,leftOut:o})=>l`
  <dl class="facts">
    <dt>${a("setAction.action")}</dt>
    <dd><b>${ue(t)}</b></dd>
    <dt>${a("setAction.upstream")}</dt>
    <dd>${Qe(t)}</dd>
    <dt>${a("setAction.token")}</dt>
    <dd>${t.token?a("setAction.isGiven"):a("setAction.noToken")}</dd>
    ${t.batch&&l`<dt>${a("setAction.batch")}</dt>
        <dd>${t.batch}</dd>`}
    <dt>${a("setAction.customers")}</dt>
    <dd>
      <b>${D(e)}</b>${" "}
      ${o>0&&l`<span class="muted">${a("setAction.leftOut",{n:o})}</span>`}
    </dd>
  </dl>
`});function If(t){let e=(...n)=>n.every((r,s)=>t[s]===r);if(e(80,75,3,4)||e(208,207,17,224))return{fault:"workbook"};let o=e(255,254)?"utf-16le":e(254,255)?"utf-16be":"utf-8";try{let n=new TextDecoder(o,{fatal:!0}).decode(t);return n.includes("\0")?{fault:"binary"}:{text:n}}catch{return{fault:"encoding"}}}function Mf(t){let e=t.slice(0,65536),o=e.replace(/"(?:[^"]|"")*"/g,"").split(/\r\n?|\n/);e.length<t.length&&o.length>1&&o.pop();let n=o.filter(i=>i.trim()),r=Wr.filter(i=>n.some(c=>c.includes(i)));return r.find(i=>{let c=n.map(u=>u.split(i).length);return n.length>1&&c.every(u=>u===c[0]&&u>1)})??(r.length>1?Wr.join(""):r[0]??"")}function*Hf(t,e){let o={rows:[],lines:[],unclosed:null},n=new RegExp(`[\r
${e}]`,"g"),r=t[0]==="\uFEFF"?1:0,s=1;for(;r<t.length;){let i=[];for(o.lines.push(s);;){let c;if(t[r]==='"'&&o.unclosed===null){if(c=sy(t,r),c<0){o.unclosed=s;continue}let u=t.slice(r+1,c-1);s+=u.match(/\r\n?|\n/g)?.length??0,i.push(u.replaceAll('""','"')),r=c,n.lastIndex=r,c=n.exec(t)?.index??t.length,i[i.length-1]+=t.slice(r,c)}else n.lastIndex=r,c=n.exec(t)?.index??t.length,i.push(t.slice(r,c));if(r=c+1,c>=t.length||t[c]===`
`)break;if(t[c]==="\r"){t[r]===`
`&&(r+=1);break}}s+=1,o.rows.push(i),o.rows.length%1e3===0&&(yield)}return o}function sy(t,e){let o=e+1;for(;;){if(o=t.indexOf('"',o)+1,o===0)return-1;if(t[o]!=='"')return o;o+=1}}function Ff(t,e){let o=t.slice(0,200).filter(_=>!Pf(_)),n=o[0]??[],r=n.map(iy),s=ry.map(_=>r.indexOf(_)).find(_=>_>=0),i=Math.max(1,...o.map(ay)),c=o.every(_=>_.length===n.length),u=i>1&&o.length>1&&(c||s!==void 0),d=_=>/\d/.test(_),f=u&&!n.some(d)&&o.slice(1).every(_=>_.some(d)),h=e.hasHeader??(o.length>1&&(s!==void 0||f)),m=e.column??(u?s??null:i>1?"all":0),p=o.slice(h?1:0),$=u?Math.min(i,50):1,w=Array.from({length:$},(_,x)=>h?n[x]??"":""),g=w.map((_,x)=>p.slice(0,2).map(v=>v[x]??""));return{columns:w,samples:g,hasHeader:h,column:m}}function ay(t){let e=t.length;for(;e>0&&!t[e-1].trim();)e-=1;return e}function Uf({rows:t,lines:e},{hasHeader:o,column:n}){let r=[],s=[],i=o;for(let[c,u]of t.entries()){if(i&&Pf(u))continue;if(i){i=!1;continue}if(n===null)break;let d=u.length-(u.length>1&&!u[u.length-1]?1:0);for(let f of n==="all"?u.slice(0,d):[u[n]??""])r.push(f),s.push(e[c])}return{values:r,lines:s}}async function Xi(t,e){let o=performance.now();for(;;){let{done:n,value:r}=t.next();if(n)return r;performance.now()-o<8||(await new Promise(s=>setTimeout(s)),e?.throwIfAborted(),o=performance.now())}}var Wr,ry,Pf,iy,Zi=b(()=>{"use strict";Wr=["	",";",","],ry=["cust_id","cid","customer_id","customer","cids","customers"];Pf=t=>t.every(e=>!e.trim()),iy=t=>t.trim().toLowerCase().replace(/\W+/g,"_")});async function ly(t){if(t.size>64e6)return{fault:a("csv.large",{size:Fo(64e6)})};let e=If(new Uint8Array(await t.arrayBuffer()));return"fault"in e?{fault:a(`csv.${e.fault}`)}:e}function uy({read:{delimiter:t,layout:e,rows:o},onChoice:n}){let{columns:r,samples:s,hasHeader:i,column:c}=e,u=r.length>1;if(!t&&!u&&!i)return null;let d=f=>{let h=r[f].trim()||a("setAction.columnNo",{n:f+1}),m=s[f].map(p=>p.slice(0,24)).join(", ");return m?a("setAction.columnOf",{name:h,samples:m}):h};return l`
    <div class="reading">
      <${M}
        as="select"
        label=${a("setAction.separated")}
        value=${t}
        onValue=${f=>n({delimiter:f,column:null})}
      >
        ${cy.map(([f,h])=>l`<option key=${f} value=${f} selected=${f===t}>
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
  `}function hy(t){let[e,o]=y(""),[n,r]=y(!1),s=h=>{o(""),t(h)},i=async h=>{if(!h)return;let m=await ly(h);"fault"in m?o(`${h.name}: ${m.fault}`):s(Ze(m.text,{name:h.name,isLarge:!0}))},c=h=>{let{files:m}=h.clipboardData,p=h.clipboardData.getData("text"),$=h.currentTarget;if(!(!p&&m.length===0)&&!(p&&$.value.length+p.length<=Af))if(h.preventDefault(),!p)i(m[0]);else{let w=$.value.slice(0,$.selectionStart),g=$.value.slice($.selectionEnd);s(Ze(w+p+g,{isLarge:!0}))}},u=h=>{h.preventDefault(),r(!1);let{files:m}=h.dataTransfer,p=h.dataTransfer.getData("text");m.length?i(m[0]):p&&s(Ze(p,{isLarge:!0}))},d=h=>m=>{m.preventDefault(),r(h)},f={onDragOver:d(!0),onDragLeave:d(!1),onDrop:u};return{fault:e,isOver:n,replace:s,take:i,paste:c,dropping:f}}function Wf(t){let{source:e,typed:o,onSource:n,read:r,isRemoved:s,onRemoved:i,bytesMax:c}=t,{fault:u,isOver:d,replace:f,take:h,paste:m,dropping:p}=hy(n),$=w=>{i(!1),n({...e,...w})};return l`
    <section class="card customers ${d?"is-over":""}" ...${p}>
      <h2>${a("setAction.customers")}</h2>
      ${e.isLarge?l`<${dy} source=${e} onClear=${()=>f(Ze(o))} />`:l`
              <${M}
                as="textarea"
                id="customers"
                label=${a("setAction.paste")}
                rows="6"
                spellcheck=${!1}
                autocapitalize="none"
                value=${e.text}
                onPaste=${m}
                onValue=${w=>f(Ze(w))}
              />
            `}
      <${fy} onFile=${h} />
      ${u&&l`<p class="notice notice-error" role="alert">${u}</p>`}
      ${r&&l`
          <${uy} read=${r} onChoice=${$} />
          <${Sf}
            checked=${r.checked}
            isTrimmed=${e.trims}
            onTrim=${w=>n({...e,trims:w})}
            isRemoved=${s}
            onRemoved=${i}
            bytesMax=${c}
          />
        `}
    </section>
  `}var cy,dy,fy,qf=b(()=>{"use strict";Zi();Q();Tt();A();wt();j();Ki();Io();cy=[["","setAction.lines"],[",","setAction.comma"],[";","setAction.semicolon"],["	","setAction.tab"],[Wr.join(""),"setAction.any"]];dy=({source:t,onClear:e})=>l`
  <div class="large row spread">
    <span class="row"><${R} name="note" /> <b>${t.name??a("setAction.pasted")}</b></span>
    <span class="muted">${Fo(new Blob([t.text]).size)}</span>
    <button type="button" onClick=${e}>${a("setAction.clear")}</button>
  </div>
`,fy=({onFile:t})=>l`
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
`});function Qi(){Jf()?globalThis.addEventListener?.("beforeunload",zf):globalThis.removeEventListener?.("beforeunload",zf)}function Gf(t,e){jn.set(t,{...e,form:{...e.form,token:""}}),Qi()}function ea(t){jn.delete(t),Qi()}function Yf(t,e){let o={...t,...e},n=Vf(t);return Vf(o).every((s,i)=>s===n[i])?o:{...o,key:he()}}function Zf(t,e){let o=t.isRemoved&&e.text===t.source.text,n=e.isLarge?t.typed:e.text;return Yf(t,{source:e,typed:n,isRemoved:o})}var jn,zf,Jf,Kf,ta,Vf,Xf,Qf=b(()=>{"use strict";z();ct();Xe();Io();jn=new Map,zf=t=>{Jf()&&Ye.size===0&&t.preventDefault()},Jf=()=>[...jn.values()].some(({source:t})=>t.text.trim()!=="");Kf=(t,e)=>({form:t,source:e,typed:e.text,isRemoved:!1,key:he()}),ta=t=>jn.get(t)??null;so(()=>{jn.clear(),Qi()});Vf=({form:t,source:e})=>[Qe(t),ue(t),t.batch,e];Xf=(t,e)=>Yf(t,{form:{...t.form,...e}})});function my({sending:t,job_id:e}){let{data:o,reload:n}=B(s=>E(C`/v1/jobs/${e}`,{signal:s}),[e]),r=o&&o.status!=="IN_PROGRESS";return k(()=>{if(!r)return te({job_id:e,kind:"status_changed"},{onEntries:n,onState:n})},[e,r]),k(()=>()=>{r&&Pr(t.key)},[r]),l`
    ${o&&l`<${it} status=${o.status} cause=${o.cause} />`}
    <a href=${O(C`/jobs/${e}`)}>${a("setAction.open")}</a>
  `}function th({user:t}){let e=T(Oe).filter(o=>o.user===t&&!Ye.has(o.key));return e.length===0?null:l`
    <section class="card" id="sent">
      <h2>${a("setAction.sentTitle")}</h2>
      <ul class="sent">
        ${e.map(o=>l`
            <li key=${o.key} class="row">
              <b>${a("setAction.sentWhat",{action:o.action,n:o.count})}</b>
              ${o.job_id?l`<${my} sending=${o} job_id=${o.job_id} />`:l`<${py} sending=${o} />`}
              <button
                type="button"
                class="icon-button"
                aria-label=${a("app.remove",{what:o.action})}
                onClick=${()=>Pr(o.key)}
              >
                ✕
              </button>
            </li>
          `)}
      </ul>
    </section>
  `}var py,eh=b(()=>{"use strict";z();F();Xe();_o();Lt();U();A();Vi();j();py=({sending:t})=>l`<span role="status">${Ur(t).text}</span>`});function oh(t,e){let[o,n]=y(null),r=H(o);return k(()=>{let s=new AbortController,{signal:i}=s,c=async()=>{let f=r.current,h=t.delimiter??Mf(t.text),p=f?.source.text===t.text&&f.delimiter===h?f.rows:await Xi(Hf(t.text,h),i),$=Ff(p.rows,t),w=Uf(p,$),g=Ju(w,{trims:t.trims,bytesMax:e}),_=await Xi(g,i);r.current={source:t,delimiter:h,rows:p,layout:$,checked:_},n(r.current)},u=t.isLarge||!r.current?0:$y,d=setTimeout(()=>c().catch(f=>i.aborted||reportError(f)),u);return()=>{clearTimeout(d),s.abort()}},[t]),{read:o,isCurrent:o?.source===t}}var $y,nh=b(()=>{"use strict";Zi();vn();A();$y=120});function sh({meta:t,form:e,onForm:o,pathOf:n,faults:r}){let s=(c,u)=>{let d=r[c];return!d||d.why==="empty"?null:a(`name.${d.why}`,{n:d.n??0,most:u,code:d.code??""})},i=(c=>u=>o({[c]:u}));return l`
    <section class="card">
      <h2>${a("setAction.what")}</h2>
      <${by} ...${{meta:t,form:e,set:i}} fault=${s("action",t.limits.action_name_bytes)} />
      <${yy}
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
  `}var rh,by,yy,ih=b(()=>{"use strict";Tt();A();j();Io();rh={spellcheck:!1,autocapitalize:"none",autocomplete:"off"},by=({meta:t,form:e,set:o,fault:n})=>l`
  <${M} as="select" id="action" label=${a("setAction.action")} onValue=${o("action")}>
    <option value="" disabled selected=${!e.action}>${a("setAction.choose")}</option>
    ${t.set_actions.actions.map(({name:r})=>l`<option key=${r} selected=${r===e.action}>${r}</option>`)}
    ${t.set_actions.others&&l`<option value=${Ro} selected=${e.action===Ro}>
        ${a("setAction.other")}
      </option>`}
  <//>
  ${e.action===Ro&&l`
      <${M}
        id="other"
        label=${a("setAction.otherName")}
        error=${n}
        value=${e.other}
        onValue=${o("other")}
        ...${rh}
      />
    `}
`,yy=({upstreams:t,form:e,set:o,onBase:n})=>l`
  <${M} as="select" id="upstream" label=${a("setAction.upstream")} onValue=${n}>
    ${t.length>1&&l`<option value="" disabled selected=${!e.base}>${a("setAction.choose")}</option>`}
    ${t.map(r=>l`<option key=${r} selected=${r===e.base}>${r}</option>`)}
  <//>
  <${M}
    id="path"
    label=${a("setAction.path")}
    hint=${e.base&&a("setAction.sendsTo",{url:Qe(e)})}
    value=${e.path}
    onValue=${o("path")}
    ...${rh}
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
`});var ch={};zt(ch,{default:()=>ah});function wy(t,e,o,n){return Object.keys(Yi(t,e)).length>0?a("setAction.missing"):o?.layout.column===null?a("setAction.why.column"):n?a(`setAction.why.${n}`,{most:e.limits.customers_of_a_job}):""}function gy(t,{form:e,key:o},n,r){let s=`paths:${t}`;return G(async()=>{ro(s,{...oe(s),[e.base]:Gi(e.path)});let i={key:o,user:t,action:ue(e),count:n.length},c=Nf(e,n),u=await Fr({get:E,post:Z},i,"/v1/set-actions",c);r(),V(a("setAction.sent",{id:ao(u)})),bt(O(C`/jobs/${u}`))})}function _y(t,e){let[o,n]=y(()=>ta(t)??e()),r=H(o);return{draft:o,change:i=>{r.current=i(r.current),Gf(t,r.current),n(r.current)}}}function xy({onClear:t}){let[e,o]=y(!1);return l`
    <button type="button" id="clear-form" class="quiet" onClick=${()=>o(!0)}>
      ${a("setAction.clearForm")}
    </button>
    ${e&&l`
        <${Ce}
          title=${a("setAction.clearTitle")}
          action=${a("setAction.clearForm")}
          onConfirm=${async()=>t()}
          onClose=${()=>o(!1)}
        >
          ${a("setAction.clearHint")}
        <//>
      `}
  `}function ky({meta:t,jobs:e,user:o,onClear:n}){let[r]=Ft(),s=r.toString(),i=at=>oe(`paths:${o}`)?.[at]??jf(e,at),{draft:c,change:u}=_y(s,()=>Kf(Ef(t,r,i),Tf(r.getAll("cid")))),{form:d,source:f,typed:h,isRemoved:m}=c,[p,$]=y(!1),{cid_bytes:w,customers_of_a_job:g}=t.limits,{read:_,isCurrent:x}=oh(f,w),v=x&&_?_.checked:null,N=_?.checked.customers??[],Y=wy(d,t,_,Of(v,m,g)),[Dt,Rt,mt,jt]=gy(o,c,N,()=>ea(s)),kt=()=>{jt(),$(!1)};return l`
    <form
      class="set-action"
      autocomplete="off"
      onSubmit=${at=>{at.preventDefault(),Y||$(!0)}}
    >
      <${sh}
        ...${{meta:t,form:d,pathOf:i}}
        onForm=${at=>u(ft=>Xf(ft,at))}
        faults=${Yi(d,t)}
      />
      <${Wf}
        ...${{source:f,typed:h,read:_,isRemoved:m,bytesMax:w}}
        onSource=${at=>u(ft=>Zf(ft,at))}
        onRemoved=${at=>u(ft=>({...ft,isRemoved:at}))}
      />
      <${vy} blocker=${Y} count=${N.length}>
        ${ta(s)&&l`<${xy} onClear=${n} />`}
      <//>
    </form>
    ${p&&v&&l`
        <${Df}
          ...${{form:d,customers:N,isBusy:Rt,problem:mt}}
          leftOut=${v.values.length-N.length}
          onSend=${Dt}
          onClose=${kt}
        />
      `}
  `}function ah(){let t=T(L),[e]=Ft(),o=e.toString(),[n,r]=y(0),s=()=>{ea(o),r(n+1)},i=B(async u=>{let d=await E("/v1/meta",{signal:u}),{upstreams:f}=d.set_actions;return t?.role==="auditor"||f.length===0?{meta:d,jobs:[]}:{meta:d,jobs:(await E("/v1/jobs",{query:{source:"gateway",status:"SUCCESS",limit:20},signal:u})).jobs}},[t?.role]),c=l`<${J}>${a("setAction.title")}<//>`;return t?t.role==="auditor"?l`${c}
      <${ot} title=${a("setAction.auditor")}><p>${a("setAction.auditorHint")}</p><//>`:l`
    ${c}
    <${th} user=${t.user_id} />
    <${pt} of=${i}>
      ${({meta:u,jobs:d})=>u.set_actions.upstreams.length?l`<${ky}
              key=${`${n} ${o}`}
              ...${{meta:u,jobs:d}}
              user=${t.user_id}
              onClear=${s}
            />`:l`<${ot} title=${a("setAction.noUpstream")}>
              <p>${a("setAction.noUpstreamHint")}</p>
            <//>`}
    <//>
  `:c}var vy,lh=b(()=>{"use strict";ct();z();Q();F();Ot();Xe();Re();En();U();A();gt();dt();K();j();Rf();qf();Qf();eh();Io();nh();ih();vy=({blocker:t,count:e,children:o})=>l`
  <div class="set-action-end row">
    <button type="submit" class="primary" disabled=${!!t}>
      ${a("setAction.review")}
    </button>
    <b role="status">${a("setAction.count",{n:e})}</b>
    <span class="muted" id="blocker">${t}</span>
    ${o}
  </div>
`});function Ay(){let t=H(null),[e,o]=y(0);return k(()=>{if(!t.current)return;let n=new ResizeObserver(([{contentRect:r}])=>o(r.width));return n.observe(t.current),()=>n.disconnect()},[]),[t,e]}function hh({label:t,height:e,text:o,onLeave:n,children:r}){let[s,i]=Ay();return l`
    <div class="chart" ref=${s}>
      <svg role="img" aria-label=${t} width=${i} height=${e} onPointerLeave=${n}>
        ${i>0&&r(i)}
      </svg>
      <p class="chart-text" aria-hidden="true">${o}</p>
    </div>
  `}function Ey({parts:t,x:e,width:o,bottom:n,length:r}){let s=n;return t.map(i=>{let c=ph(r(i.value),i.value);return s-=c,c?l`<${oa} key=${i.kind} ...${{part:i,x:e,y:s,width:o,height:c}} />`:null})}function jy({width:t,left:e,count:o,nameWidth:n}){let r=(t-e-12)/o,s=Math.ceil(n/r),i=Math.min(48,Math.max(1.5,r-(r>8?4:1)));return{step:r,thick:i,xOf:c=>e+c*r,nameAt:c=>Math.min(e+(c+.5)*r,t-n/2+4),hasName:c=>(o-1-c)%s===0&&(c+.5)*r>=n/2-e}}function qr({label:t,bars:e,axis:o,show:n,height:r=200,nameWidth:s=56}){let[i,c]=y(null),u=e.find($=>$.key===i)?.text??"",d=r-22,f=12+7*Math.max(...o.map($=>n($).length)),h=$=>$/o[o.length-1]*(d-10),m=$=>d-h($);return l`
    <${hh} label=${t} height=${r} text=${u} onLeave=${()=>c(null)}>${$=>{let{step:w,thick:g,xOf:_,nameAt:x,hasName:v}=jy({width:$,left:f,count:e.length,nameWidth:s});return l`
      <${Ty} ...${{axis:o,show:n,heightOf:m,left:f,width:$}} />
      ${e.map((N,Y)=>l`
          <g key=${N.key} class="column" onPointerEnter=${()=>c(N.key)}>
            <rect
              class="column-ground ${N.onPick?"bar-link":""}"
              x=${_(Y)}
              y="0"
              width=${w}
              height=${d}
              onClick=${N.onPick}
            />
            <${Ey}
              parts=${N.parts}
              x=${_(Y)+(w-g)/2}
              width=${g}
              ...${{bottom:d,length:h}}
            />
            ${v(Y)&&l`<text x=${x(Y)} y=${r-6} text-anchor="middle">${N.name}</text>`}
          </g>
        `)}
    `}}<//>
  `}function mh({label:t,bars:e,most:o}){let[n,r]=y(null),s=e.find(u=>u.key===n)?.text??"",i=28,c=u=>{let d=Math.min(160,u*.3),f=12+8*Math.max(...e.map(p=>p.total.length)),h=u-d-f,m=Math.floor(d/7.5);return e.map((p,$)=>{let w=$*i,g=d,_=p.parts.map(x=>{let v=ph(x.value/(o||1)*h,x.value);return g+=v,v>0&&l`
            <${oa}
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
    <${hh}
      label=${t}
      height=${Math.max(1,e.length)*i}
      text=${s}
      onLeave=${()=>r(null)}
      >${c}<//
    >
  `}var uh,dh,Sy,oa,fh,ph,Ty,zr=b(()=>{"use strict";A();uh={FAILED:"M-2 2 2-2M0 8 8 0M6 10l4-4",UNCONFIRMED:"M1 2h2M5 6h2",IN_PROGRESS:"M0 2h8M0 6h8"},dh=()=>l`
  <svg class="patterns" aria-hidden="true" width="0" height="0">
    <defs>
      ${Object.entries(uh).map(([t,e])=>l`
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
`,Sy=t=>t in uh?`url(#pattern-${t})`:"currentColor",oa=({part:t,...e})=>l`
  <rect
    ...${e}
    class="bar bar-${t.kind} ${t.onPick?"bar-link":""}"
    fill=${Sy(t.kind)}
    onClick=${t.onPick}
  />
`,fh=({kind:t})=>l`
  <svg class="swatch" viewBox="0 0 16 16" aria-hidden="true">
    <${oa} part=${{kind:t,value:1}} x=${1} y=${1} width=${14} height=${14} />
  </svg>
`;ph=(t,e)=>e?Math.max(2,t):0,Ty=({axis:t,show:e,heightOf:o,left:n,width:r})=>t.map(s=>{let i=o(s);return l`
      <g key=${`line ${s}`} class="axis">
        <line x1=${n} x2=${r} y1=${i} y2=${i} />
        <text x=${n-6} y=${i} dy="0.35em" text-anchor="end">${e(s)}</text>
      </g>
    `})});function Oy({caption:t,head:e,rows:o}){let[n,r]=y(!1),s=i=>typeof i=="string"?i:l`<${I} to="/" query=${i.query}>${i.text}<//>`;return l`
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
  `}var $h,On,na=b(()=>{"use strict";j();zr();A();K();$h=({statuses:t})=>l`
  <ul class="legend">
    ${t.map(e=>l`<li key=${e}><${fh} kind=${e} />${P("status",e)}</li>`)}
  </ul>
`,On=({id:t,title:e,hint:o,table:n,children:r})=>l`
  <section class="card figure" id=${t} aria-labelledby="${t}-title">
    <h2 id="${t}-title">${e}</h2>
    <p class="hint">${o}</p>
    ${r}
    <${Oy} ...${n} />
  </section>
`});function Vr(t,e=4,o=0){let n=Math.max((t||1)/e,o,Number.MIN_VALUE),r=10**Math.floor(Math.log10(n)),s=[1,2,5,10].map(c=>c*r).find(c=>c>=n*.999)??n,i=Math.max(1,Math.ceil(t/s-1e-9));return Array.from({length:i+1},(c,u)=>Number((u*s).toPrecision(6)))}var bh=b(()=>{"use strict"});function sa(t){let e=gh();for(let o of t)for(let n of de)e[n]+=o[n];return e}function Jr(t){let e=Et(t)-t.IN_PROGRESS;return e?t.FAILED/e:null}function _h(t){let e=Number(t.get("days"));return ra.find(o=>o===e)??30}function vh(t,e,o){let n=new Map(t.map(({value:r,jobs:s})=>[r,s]));return Array.from({length:e},(r,s)=>{let i=xh(o-(e-1-s)*wh);return{day:i,jobs:n.get(i)??gh()}})}function kh({rows:t,other:e},o){let n=t.length===o+1&&!Et(e)?t:t.slice(0,o);return{rows:n,other:sa([e,...t.slice(n.length).map(r=>r.jobs)])}}function Sh(t){let e={all:[],answered:[],reported:[],imported:[]};for(let{status:o,cause:n,created_at:r,updated_at:s}of t){let c=(o==="SUCCESS"||o==="FAILED")&&ia.includes(n)&&s?Uo(r,s):-1;c>=0&&(e[n].push(c),e.all.push(c))}for(let o of Object.values(e))o.sort((n,r)=>n-r);return e}function Ah(t){let e=yh.map((n,r)=>{let s=r?yh[r-1]:0;return{from:s,to:n,count:t.filter(i=>i>=s&&i<n).length}}),o=e.map(n=>n.count>0);return o.includes(!0)?e.slice(o.indexOf(!0),o.lastIndexOf(!0)+1):[]}var de,ra,wh,gh,Et,xh,to,Cn,ia,yh,aa=b(()=>{"use strict";Q();de=["SUCCESS","FAILED","UNCONFIRMED","IN_PROGRESS"],ra=[14,30,90],wh=864e5,gh=()=>({SUCCESS:0,FAILED:0,UNCONFIRMED:0,IN_PROGRESS:0});Et=t=>de.reduce((e,o)=>e+t[o],0);xh=t=>new Date(t).toISOString().slice(0,10);to=(t,e=t)=>({since:`${t}T00:00:00Z`,until:`${xh(Date.parse(e)+wh)}T00:00:00Z`});Cn=(t,e)=>t[Math.min(t.length-1,Math.max(0,Math.ceil(e*t.length)-1))],ia=["answered","reported","imported"];yh=[30,100,300,1e3,3e3,1e4,3e4,6e4,18e4,6e5,18e5,36e5,864e5,1/0]});function ua(t){let e=de.filter(o=>t[o]).map(o=>`${D(t[o])} ${P("status",o).toLowerCase()}`);return`${a("overview.jobs",{n:Et(t)})}${e.length?`: ${e.join(", ")}`:""}`}function Oh({days:t}){let e=t.map(({day:n,jobs:r})=>{let s=to(n),i=`${Mo(n)}: ${ua(r)}`,c=Th(r,s);return{key:n,name:Mo(n),parts:c,text:i,onPick:Gr(s)}}),o=Math.max(...t.map(({jobs:n})=>Et(n)));return l`
    <${On}
      id="by-day"
      title=${a("overview.byDay")}
      hint=${a("overview.byDayHint")}
      table=${{caption:a("overview.byDayTable",Kr(t)),head:[a("overview.day"),...jh()],rows:t.map(({day:n,jobs:r})=>[n,...Eh(r,to(n))]).reverse()}}
    >
      <${qr}
        label=${a("overview.byDayLabel",{...Kr(t),most:D(o)})}
        bars=${e}
        axis=${Vr(o,4,1)}
        show=${D}
      />
    <//>
  `}function Ch({days:t}){let e=t.map(({jobs:r})=>Jr(r)),o=Math.max(0,...e.map(r=>r??0)),n=t.map(({day:r,jobs:s},i)=>{let c=e[i],u=Gr({...to(r),status:"FAILED"}),d=c===null?a("overview.noneEnded"):Me(c);return{key:r,name:Mo(r),text:`${Mo(r)}: ${d} (${ua(s)})`,parts:[{kind:"FAILED",value:c??0,onPick:u}],onPick:u}});return l`
    <${On}
      id="failure-rate"
      title=${a("overview.rate")}
      hint=${a("overview.rateHint")}
      table=${{caption:a("overview.rateTable",Kr(t)),head:[a("overview.day"),a("overview.rate"),P("status","FAILED"),a("overview.ended")],rows:t.map(({day:r,jobs:s},i)=>[r,e[i]===null?"\u2013":Me(e[i]),la(s.FAILED,{...to(r),status:"FAILED"}),D(Et(s)-s.IN_PROGRESS)]).reverse()}}
    >
      <${qr}
        label=${a("overview.rateLabel",{...Kr(t),most:Me(o)})}
        bars=${n}
        axis=${Vr(o||1)}
        show=${Me}
      />
    <//>
  `}function da({id:t,name:e,table:o}){let{rows:n,other:r}=kh(o,Cy),s=n.map(({value:u,jobs:d})=>({name:u,jobs:d,query:{[e]:u}}));Et(r)&&s.push({name:a("overview.others"),jobs:r,query:null});let i=e==="action_name",c=s.map(({name:u,jobs:d,query:f})=>({key:`${f?"":"other "}${u}`,name:u,parts:Th(d,f),text:`${u}: ${ua(d)}`,total:D(Et(d)),...f&&{onPick:Gr(f)}}));return l`
    <${On}
      id=${t}
      title=${a(i?"overview.byAction":"overview.byUser")}
      hint=${a("overview.byValueHint")}
      table=${{caption:a(i?"overview.byActionTable":"overview.byUserTable"),head:[a(i?"overview.action":"overview.user"),...jh()],rows:s.map(({name:u,jobs:d,query:f})=>[u,...Eh(d,f)])}}
    >
      <${mh}
        label=${a(i?"overview.byActionLabel":"overview.byUserLabel",{names:s.map(({name:u,jobs:d})=>`${u} ${D(Et(d))}`).join(", ")})}
        bars=${c}
        most=${Math.max(...s.map(({jobs:u})=>Et(u)))}
      />
    <//>
  `}function Ly({durations:t}){let e=ia.filter(n=>t[n].length),o=e.length>1?["all",...e]:e;return l`
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
                <td>${Jt(Cn(t[n],.5))}</td>
                <td>${Jt(Cn(t[n],.95))}</td>
              </tr>
            `)}
        </tbody>
      </table>
    </div>
  `}function Nh({jobs:t}){let e=Sh(t),o=e.all.length;if(!o)return null;let n=Ah(e.all),r=n.map(c=>({key:String(c.to),name:ca(c),text:`${ca(c)}: ${a("overview.jobs",{n:c.count})}`,parts:[{kind:"plain",value:c.count}]})),s=Jt(Cn(e.all,.5)),i=Jt(Cn(e.all,.95));return l`
    <${On}
      id="durations"
      title=${a("overview.durations")}
      hint=${a("overview.durationsHint",{n:o})}
      table=${{caption:a("overview.durationsTable",{n:o}),head:[a("overview.took"),a("overview.total")],rows:n.map(c=>[ca(c),D(c.count)])}}
    >
      <${Ly} durations=${e} />
      <${qr}
        label=${a("overview.durationsLabel",{n:o,median:s,high:i})}
        bars=${r}
        axis=${Vr(Math.max(...n.map(c=>c.count)),3,1)}
        show=${D}
        height=${150}
        nameWidth=${68}
      />
    <//>
  `}var Cy,Ny,Mo,Gr,Th,la,Eh,jh,Kr,ca,Lh=b(()=>{"use strict";Un();Q();F();Ot();bh();zr();na();A();j();aa();Cy=10,Ny=new Intl.DateTimeFormat(pe,{day:"numeric",month:"short",timeZone:"UTC"}),Mo=t=>Ny.format(new Date(t)),Gr=t=>()=>bt(O("/",t));Th=(t,e)=>de.map(o=>({kind:o,value:t[o],...e&&{onPick:Gr({...e,status:o})}})),la=(t,e)=>t&&e?{text:D(t),query:e}:D(t),Eh=(t,e)=>[la(Et(t),e),...de.map(o=>la(t[o],e&&{...e,status:o}))],jh=()=>[a("overview.total"),...de.map(t=>P("status",t))],Kr=t=>({n:t.length,from:Mo(t[0].day),to:Mo(t[t.length-1].day)});ca=({from:t,to:e})=>e===1/0?a("overview.atLeast",{from:Jt(t)}):a("overview.below",{to:Jt(e)})});function Dh(t,e){let o=H(e);k(()=>{o.current!==e&&t(),o.current=e},[e])}function Ry({head:t}){let e=B(o=>E("/readyz",{signal:o,asks:!1}),[]);return Dh(e.reload,t.size),k(()=>{let o=setInterval(()=>document.hidden||e.reload(),Dy);return()=>clearInterval(o)},[]),e.error?l`<span class="bad"><${R} name="alarm" /> ${a("health.notReady")}</span>
      ${e.error.detail}`:e.data?l`<span class="good"><${R} name="SUCCESS" /> ${a("health.ready")}</span>`:a("app.loading")}function Iy({head:t}){let{data:e,error:o,reload:n}=B(i=>E("/log/checkpoint",{signal:i,asText:!0}),[]);if(Dh(n,t.size),!e)return o?o.detail:a("app.loading");let[,r,s]=e.split(`
`);return l`
    ${a("health.checkpointOf",{n:Number(r)})} ${" "}<${Rh}
      short=${`${s.slice(0,10)}\u2026`}
      text=${e}
      what=${a("health.checkpoint")}
    />
    ${" "}<${re} href=${O("/log/checkpoint")} name="checkpoint"
      >${a("health.download")}<//
    >
  `}function My(){let{data:t,error:e}=B(c=>E("/v1/verification",{signal:c}),[]);if(e)return e.detail;if(t===void 0)return a("app.loading");if(t===null)return a("health.notVerified");let{is_sound:o,findings:n,size:r,ended_at:s}=t,i=a(o?"health.sound":"health.unsound",{n:o?r:n});return l`
    <span class=${o?"good":"bad"}>
      <${R} name=${o?"SUCCESS":"alarm"} /> ${i} </span
    >${" "} (<${st} at=${s} />)
  `}function Hy(){let t=Se();if(!t)return a("health.notSeen");let e=Zt(t.checkpoint);return l`${a("health.seenSize",{n:e})} (<${st} at=${t.at} />)`}function Py({role:t}){let e=`jobctl verify --server ${location.origin}${St} --key verifier.key`;return l`
    <p>${a("health.how")}</p>
    <div class="row command">
      <pre class="scroll-x" tabindex="0"><code>${e}</code></pre>
      <button type="button" onClick=${()=>ie(e,a("health.command"))}>
        ${a("app.copy",{what:""})}
      </button>
    </div>
    <p class="hint">${a(t==="operator"?"health.howOperator":"health.howHint")}</p>
  `}function fa({head:t}){let e=T(L),{data:o}=B(i=>E("/v1/meta",{signal:i}),[]),n=o?.ledger.verifier_key??"",[r,s]=n.split("+");return l`
    <section class="card health" id="health" aria-labelledby="health-title">
      <h2 id="health-title">${a("health.title")}</h2>
      <dl class="facts">
        <dt>${a("health.state")}</dt>
        <dd><${Ry} head=${t} /></dd>
        <dt>${a("health.size")}</dt>
        <dd>${a("health.entries",{n:t.size})}</dd>
        <dt>${a("health.checkpoint")}</dt>
        <dd><${Iy} head=${t} /></dd>
        <dt>${a("health.key")}</dt>
        <dd>
          ${n&&l`<code>${r}</code> <${Rh} short=${s} text=${n} what=${a("health.key")} />`}
        </dd>
        <dt>${a("health.verified")}</dt>
        <dd id="last-verification"><${My} /></dd>
        <dt>${a("health.seen")}</dt>
        <dd><${Hy} /></dd>
      </dl>
      <${Py} role=${e?.role} />
      <p><${I} to="/help/proof">${a("landing.help")}<//></p>
    </section>
  `}var Dy,Rh,Ih=b(()=>{"use strict";ct();z();un();F();Xo();U();A();wt();Je();K();j();Dy=3e4;Rh=({short:t,text:e,what:o})=>l`
  <button type="button" class="copy-id" title=${e} onClick=${()=>ie(e,o)}>
    <code>${t}</code><${R} name="copy" />
    <span class="off-screen">${a("app.copy",{what:o})}</span>
  </button>
`});var Hh={};zt(Hh,{default:()=>Mh});function By(t){k(()=>{let e=new Map,o=()=>{for(let{reload:r,ms:s}of t){if(e.has(r))continue;let i=()=>{e.delete(r),r()};e.set(r,window.setTimeout(i,s))}},n=te({},{onEntries:o,onState:r=>r!=="lost"&&o()});return()=>{e.forEach(r=>clearTimeout(r)),n()}},[])}function Wy({stats:t,days:e}){let o=sa(e.map(i=>i.jobs)),n=Jr(o),r=Et(t.total),s=to(e[0].day,e[e.length-1].day);return l`
    <dl class="numbers">
      <${Nn} name=${a("overview.all")} value=${D(r)} to=${{}} />
      <${Nn}
        name=${a("overview.inSpan",{n:e.length})}
        value=${D(Et(o))}
        to=${s}
      />
      <${Nn}
        name=${a("overview.rateInSpan",{n:e.length})}
        value=${n===null?"\u2013":Me(n)}
        to=${{...s,status:"FAILED"}}
      />
      <${Nn}
        name=${a("overview.inProgress")}
        value=${D(t.total.IN_PROGRESS)}
        to=${{status:"IN_PROGRESS"}}
      />
      <${Nn}
        name=${a("overview.unconfirmed")}
        value=${D(t.total.UNCONFIRMED)}
        to=${{status:"UNCONFIRMED"}}
      />
    </dl>
  `}function qy({stats:t,newest:e,span:o}){let n=T(L);if(!Et(t.total))return l`
      <${ot} title=${a("overview.empty")}><p>${a("overview.emptyHint")}</p><//>
      <${fa} head=${t.head} />
    `;let r=vh(t.by_day.rows,o,Date.now());return l`
    <${Wy} stats=${t} days=${r} />
    <${$h} statuses=${de} />
    <div class="figures">
      <${Oh} days=${r} />
      <${Ch} days=${r} />
      <${da} id="by-action" name="action_name" table=${t.by_action} />
      ${n?.role!=="operator"&&l`<${da} id="by-user" name="user_id" table=${t.by_user} />`}
      <${pt} of=${e}>
        ${({jobs:s})=>l`<${Nh} jobs=${s} />`}
      <//>
      <${fa} head=${t.head} />
    </div>
  `}function Mh(){let t=T(L),[e,o]=Ft(),n=_h(e),r=B(c=>E("/v1/stats",{signal:c,query:{limit:100}}),[]),s=B(c=>E("/v1/jobs",{signal:c,query:{status:["SUCCESS","FAILED"],limit:500}}),[]);By([{reload:r.reload,ms:Fy},{reload:s.reload,ms:Uy}]);let i=c=>{e.set("days",c),o(new URLSearchParams(e),{replace:!0})};return l`
    <div class="row spread overview-top">
      <${J}>${a("overview.title")}<//>
      <${Ae}
        label=${a("overview.span")}
        options=${ra.map(c=>({value:String(c),text:a("overview.days",{n:c})}))}
        value=${String(n)}
        onValue=${i}
      />
    </div>
    ${t?.role==="operator"&&l`<p class="hint">${a("overview.own")}</p>`}
    <${dh} />
    <${pt} of=${r}>
      ${c=>l`
        <${qy} stats=${c} newest=${s} span=${n} />
      `}
    <//>
  `}var Fy,Uy,Nn,Ph=b(()=>{"use strict";ct();z();Q();_o();na();zr();Tt();U();A();dt();K();j();Lh();Ih();aa();Fy=3e3,Uy=3e4;Nn=({name:t,value:e,to:o})=>l`
  <div>
    <dt>${t}</dt>
    <dd>${o?l`<${I} to="/" query=${o}>${e}<//>`:e}</dd>
  </div>
`});function Ln({label:t,value:e,onValue:o,error:n,hint:r="",required:s=!0}){let[i,c]=y(!1);return l`
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
  `}var ha=b(()=>{"use strict";j();Tt();A()});function Fh(t){let e=({created_at:r})=>r?Date.parse(r):0,o=({state:r})=>r==="accepted",n=t.toSorted((r,s)=>e(s)-e(r)||(r.name<s.name?-1:+(r.name>s.name)));return{working:n.filter(o),others:n.filter(r=>!o(r))}}function Uh(t,e){let[o,n,r]=t.split("-").map(Number);return(e==="utc"?new Date(Date.UTC(o,n-1,r+1)):new Date(o,n-1,r+1)).toISOString()}function Bh(t){if(!t)return"";let e=n=>n.find(([r])=>t.includes(r))?.[1],o=t.startsWith("Mozilla/")&&e(zy);return o?[o,e(Vy)].filter(Boolean).join(", "):t}var zy,Vy,pa=b(()=>{"use strict";zy=[["Edg","Edge"],["OPR","Opera"],["Firefox","Firefox"],["FxiOS","Firefox"],["CriOS","Chrome"],["Chrome","Chrome"],["Safari","Safari"]],Vy=[["Android","Android"],["iPhone","iPhone"],["iPad","iPad"],["Windows","Windows"],["Mac OS X","macOS"],["CrOS","ChromeOS"],["Linux","Linux"]]});function Jy({token:t,hasUser:e,onRevoke:o}){let{state:n}=t,r=t.revoked_at??t.expires_at;return l`
    <tr>
      <th scope="row">${t.name}${t.current&&l` <${Te}>${a("sessions.this")}<//>`}</th>
      ${e&&l`
          <td data-name=${a("admin.user")}>
            ${t.user_id}, <span class="muted">${P("role",t.role)}</span>
          </td>
        `}
      <td data-name=${a("tokens.made")}>
        <${st} at=${t.created_at} />
        ${e&&t.made_by&&a("tokens.madeBy",{user:t.made_by})}
      </td>
      <td data-name=${a("tokens.used")}>
        ${t.last_used_at?l`<${st} at=${t.last_used_at} />`:a("tokens.unused")}
      </td>
      <td data-name=${a("tokens.ends")}>
        ${n!=="accepted"&&a(`tokens.${n}`)}${" "}
        ${r?l`<${st} at=${r} />`:a("tokens.noEnd")}
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
  `}function Wh({caption:t,tokens:e,hasUser:o,onRevoke:n}){let r=Lo(e.length);return l`
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
              <${Jy}
                key=${`${s.user_id} ${s.name}`}
                token=${s}
                hasUser=${o}
                onRevoke=${n}
              />
            `)}
      </tbody>
    </table>
    <${Do} steps=${r} />
  `}function Yr({tokens:t,hasUser:e=!1,revoke:o}){let[n,r]=y(null),{working:s,others:i}=Fh(t),c={hasUser:e,onRevoke:r};return l`
    ${s.length>0?l`<${Wh} caption=${a("tokens.title")} tokens=${s} ...${c} />`:l`<${ot} title=${a("tokens.empty")} />`}
    ${i.length>0&&l`
        <details>
          <summary>${a("tokens.others",{n:i.length})}</summary>
          <${Wh}
            caption=${a("tokens.others",{n:i.length})}
            tokens=${i}
            hasUser=${e}
          />
        </details>
      `}
    ${n&&l`
        <${Ce}
          title=${a("tokens.revokeOne",{name:n.name})}
          action=${a("tokens.revoke")}
          onConfirm=${async()=>{await o(n),V(a("tokens.revokedNow",{name:n.name}))}}
          onClose=${()=>r(null)}
        >
          ${n.current&&a("tokens.revokeCurrent")}
          ${a("tokens.revokeHint",{user:n.user_id})}
        <//>
      `}
  `}function Xr({make:t,onClose:e,children:o,mine:n=""}){let r=T(qt),[s,i]=y(""),[c,u]=y(""),[d,f]=y(""),h=G(async()=>{let m=await t({name:s,...c&&{expires_at:Uh(c,r)}});f(m.token)});return d?l`<${Ky} token=${d} onClose=${e} />`:l`
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
  `}var Ky,ma=b(()=>{"use strict";pa();j();Lt();En();Wt();Tt();U();A();gt();fn();dt();Br();K();Ky=({token:t,onClose:e})=>l`
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
        onClick=${()=>ie(t,a("tokens.theToken"))}
      >
        ${a("app.copy",{what:a("tokens.theToken")})}
      </button>
      <button type="button" onClick=${e}>${a("tokens.stored")}</button>
    </div>
  <//>
`});function Gy({session:t,onEnd:e}){let o=Bh(t.user_agent)||a("sessions.unknown");return l`
    <tr>
      <th scope="row" title=${t.user_agent??""}>
        ${o} ${t.current&&l` <${Te}>${a("sessions.this")}<//>`}
      </th>
      <td data-name=${a("sessions.address")}>${t.address??a("sessions.unknown")}</td>
      <td data-name=${a("sessions.used")}><${st} at=${t.used_at} /></td>
      <td data-name=${a("sessions.begun")}>
        <${st} at=${t.begun_at} />, ${a(`sessions.by.${t.by}`)}
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
  `}function qh(){let t=B(r=>E("/v1/account/sessions",{signal:r}),[]),[e,o]=y(null),n=async()=>{e==="others"?await Z("/v1/account/sessions/end-others"):e&&await Yy(e.id),V(a(e==="others"?"sessions.othersEnded":"sessions.ended")),t.reload()};return l`
    <section class="card wide" id="sessions" aria-labelledby="sessions-title">
      <h2 id="sessions-title">${a("sessions.title")}</h2>
      <${pt} of=${t}>
        ${({sessions:r,since:s})=>l`
          <p class="hint">${a("sessions.hint")} <${st} at=${s} />.</p>
          <${Xy}
            sessions=${r}
            onEnd=${i=>i.current?Qn():o(i)}
          />
          <p>
            <button type="button" class="danger" onClick=${()=>o("others")}>
              ${a("sessions.endOthers")}
            </button>
          </p>
        `}
      <//>
      ${e&&l`
          <${Ce}
            title=${a(e==="others"?"sessions.endOthersTitle":"sessions.endTitle")}
            action=${a("sessions.end")}
            onConfirm=${n}
            onClose=${()=>o(null)}
          >
            ${a(e==="others"?"sessions.endOthersHint":"sessions.endHint")}
          <//>
        `}
    </section>
  `}var Yy,Xy,zh=b(()=>{"use strict";pa();z();F();Lt();En();U();A();js();gt();dt();K();j();Yy=t=>Z(C`/v1/account/sessions/${t}/end`).catch(e=>{if(e.status!==404)throw e}),Xy=({sessions:t,onEnd:e})=>l`
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
          <${Gy} key=${o.id} session=${o} onEnd=${()=>e(o)} />
        `)}
    </tbody>
  </table>
`});var Jh={};zt(Jh,{default:()=>Vh});function Qy({onChanged:t}){let[e,o]=y(""),[n,r]=y(""),s=G(async()=>{await Z("/v1/account/password",{current:e,new:n}),o(""),r(""),V(a("password.changed")),t(),await Pn()});return l`
    <${vt} of=${s} action=${a("password.change")} fields=${["current","new"]}>
      ${i=>l`
        <div class="off-screen" aria-hidden="true">
          <input
            type="text"
            autocomplete="username"
            tabindex="-1"
            readonly
            value=${L.get()?.user_id}
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
        <${Ln}
          label=${a("password.new")}
          error=${i("new")}
          value=${n}
          onValue=${r}
        />
        <p class="hint">${a("password.ends")}</p>
      `}
    <//>
  `}function tw({mayMake:t}){let e=B(r=>E("/v1/account/tokens",{signal:r}),[]),[o,n]=y(!1);return l`
    <section class="card wide" id="tokens" aria-labelledby="tokens-title">
      <div class="row spread">
        <h2 id="tokens-title">${a("tokens.title")}</h2>
        ${t&&l`<button type="button" onClick=${()=>n(!0)}>${a("tokens.new")}</button>`}
      </div>
      <p class="hint">${a(t?"tokens.hint":"tokens.byToken")}</p>
      <${pt} of=${e}>
        ${r=>l`
          <${Yr}
            tokens=${r.tokens}
            revoke=${async({name:s})=>{await Z(C`/v1/account/tokens/${s}/revoke`),e.reload()}}
          />
        `}
      <//>
      ${o&&l`
          <${Xr}
            make=${r=>Z("/v1/account/tokens",r)}
            onClose=${()=>{n(!1),e.reload()}}
          />
        `}
    </section>
  `}function Vh(){let t=T(L),[e,o]=y(0);return t?l`
    <${J}>${a("account.title")}<//>
    <div class="account">
      <${Zy} user=${t} />
      <section class="card" id="password" aria-labelledby="password-title">
        <h2 id="password-title">${a("password.title")}</h2>
        ${t.has_password?l`<${Qy} onChanged=${()=>o(e+1)} />`:l`<p>${a(`password.none.${t.signed_in_by}`)}</p>`}
      </section>
      ${t.has_password||t.session?l`<${qh} key=${e} />`:null}
      <${tw} mayMake=${t.may_make_tokens===!0} />
    </div>
  `:null}var Zy,Kh=b(()=>{"use strict";ct();z();F();U();A();Tt();gt();ha();dt();K();ma();j();zh();Zy=({user:t})=>l`
  <section class="card" aria-labelledby="who">
    <h2 id="who">${a("account.who")}</h2>
    <dl class="facts">
      <dt>${a("admin.user")}</dt>
      <dd>${t.user_id}</dd>
      <dt>${a("admin.role")}</dt>
      <dd>${P("role",t.role)}: ${a(`account.may.${t.role}`)}</dd>
      <dt>${a("account.by")}</dt>
      <dd>${a(`account.by.${t.signed_in_by}`)}</dd>
      ${t.session&&l`
          <dt>${a("account.ends")}</dt>
          <dd><${st} at=${t.session.ends_at} />, ${a("account.endsHint")}</dd>
        `}
    </dl>
  </section>
`});function Xh(t,e){let o=Gh(e.trim());return t.filter(({user_id:n,role:r})=>Gh(n).includes(o)||r.startsWith(o)).toSorted((n,r)=>Number(n.disabled)-Number(r.disabled)||n.user_id.localeCompare(r.user_id))}var Yh,Gh,$a=b(()=>{"use strict";Yh=["operator","auditor","admin"],Gh=t=>t.normalize("NFKC").toLowerCase()});function Zh({onAdded:t,onClose:e}){let[o,n]=y(""),[r,s]=y("operator"),[i,c]=y(""),u=G(async()=>{await Z("/v1/users",{user_id:o,role:r,...i&&{password:i}}),V(a("admin.added",{user:o})),t(),e()});return l`
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
          <${Zr} error=${d("role")} value=${r} onValue=${s} />
          <${Ln}
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
  `}function ew({user:t,change:e}){let{user_id:o}=t,[n,r]=y(t.role),s=G(()=>e("role",{role:n},a("admin.roleSet",{user:o})));return l`
    <${vt} of=${s} action=${a("admin.setRole")} fields=${["role"]} isMain=${!1}>
      ${i=>l`
        <${Zr}
          hint=${a("admin.roleHint")}
          error=${i("role")}
          value=${n}
          onValue=${r}
        />
      `}
    <//>
  `}function ow({user:t,change:e}){let{user_id:o,disabled:n,has_password:r}=t,[s,i]=y(""),c=G(()=>e(n?"enable":"password",s?{password:s}:{},a(n?"admin.enabledNow":"admin.passwordSet",{user:o}))),u=r?"admin.enableHint":"admin.enableHintNone",d=a(n?"admin.enable":"admin.setPassword");return l`
    <${vt} of=${c} action=${d} fields=${["password"]} isMain=${!1}>
      ${f=>l`
        <${Ln}
          label=${a("password.new")}
          hint=${a(n?u:"admin.setPasswordHint")}
          required=${!n||r}
          error=${f("password")}
          value=${s}
          onValue=${i}
        />
      `}
    <//>
  `}function Qh({user:t,isSelf:e,onChanged:o,onClose:n}){let{user_id:r,disabled:s,has_password:i}=t,[c,u]=y(!1),d=(async(m,p,$)=>{await Z(`${C`/v1/users/${r}`}/${m}`,p),V($),o(),n()});if(c)return l`
      <${Ce}
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
        ${h&&l`<${ew} user=${t} change=${d} />`}
        ${!(e&&i)&&l`<${ow} user=${t} change=${d} />`}
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
  `}var Zr,tp=b(()=>{"use strict";z();F();En();Wt();Tt();U();A();gt();ha();K();j();$a();Zr=t=>l`
  <${M} label=${a("admin.role")} as="select" ...${t}>
    ${Yh.map(e=>l`
        <option key=${e} value=${e}>${P("role",e)}: ${a(`account.may.${e}`)}</option>
      `)}
  <//>
`});var op={};zt(op,{default:()=>ep});function rw({users:t,search:e,onChange:o}){let n=Xh(t,e),r=Lo(n.length,e);return n.length?l`
    <${nw} users=${n.slice(0,r.shown)} onChange=${o} />
    <${Do} steps=${r} />
  `:l`<${ot} title=${a("admin.noUser")} />`}function sw({loaded:t,onChanged:e}){let[o,n]=y(""),[r,s]=y(null),[i,c]=y(!1),u=t.data?.users.find(d=>d.user_id===r);return l`
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
      <${pt} of=${t}>
        ${({users:d})=>l`
          <${rw}
            users=${d}
            search=${o}
            onChange=${({user_id:f})=>s(f)}
          />
        `}
      <//>
      ${u&&l`
          <${Qh}
            user=${u}
            isSelf=${u.user_id===L.get()?.user_id}
            onChanged=${e}
            onClose=${()=>s(null)}
          />
        `}
      ${i&&l`<${Zh} onAdded=${e} onClose=${()=>c(!1)} />`}
    </section>
  `}function iw({users:t,onClose:e}){let[o,n]=y(""),[r,s]=y("operator"),i=t.some(c=>c.user_id===o);return l`
    <${Xr}
      mine="user_id"
      make=${c=>Z("/v1/tokens",{...c,user_id:o,...i?{}:{role:r}})}
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
      ${o&&!i?l`<${Zr} hint=${a("admin.tokenRoleHint")} value=${r} onValue=${s} />`:null}
    <//>
  `}function aw({loaded:t,users:e,mayMake:o}){let[n,r]=y(!1),s=()=>{r(!1),t.reload()};return l`
    <section class="card" id="tokens" aria-labelledby="tokens-title">
      <div class="row spread">
        <h2 id="tokens-title">${a("tokens.title")}</h2>
        ${o&&l`<button type="button" onClick=${()=>r(!0)}>${a("tokens.new")}</button>`}
      </div>
      ${!o&&l`<p class="hint">${a("tokens.byToken")}</p>`}
      <${pt} of=${t}>
        ${i=>l`
          <${Yr}
            tokens=${i.tokens}
            hasUser
            revoke=${async({user_id:c,name:u})=>{await Z(C`/v1/users/${c}/tokens/${u}/revoke`),t.reload()}}
          />
        `}
      <//>
      ${n&&l`<${iw} users=${e} onClose=${s} />`}
    </section>
  `}function ep(){let t=T(L),e=B(r=>E("/v1/users",{signal:r}),[]),o=B(r=>E("/v1/tokens",{signal:r}),[]),n=()=>{e.reload(),o.reload()};return t?.role!=="admin"?l`
      <${J}>${a("admin.title")}<//>
      <p>${a("admin.only")}</p>
    `:l`
    <${J}>${a("admin.title")}<//>
    <div class="account">
      <${sw} loaded=${e} onChanged=${n} />
      <${aw}
        loaded=${o}
        users=${e.data?.users??[]}
        mayMake=${t.may_make_tokens===!0}
      />
    </div>
  `}var nw,np=b(()=>{"use strict";ct();z();F();Tt();U();A();dt();Br();K();ma();j();$a();tp();nw=({users:t,onChange:e})=>l`
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
            <td data-name=${a("admin.role")}>${P("role",o.role)}</td>
            <td data-name=${a("admin.signIn")}>
              ${a(o.disabled?"admin.disabled":o.has_password?"admin.hasPassword":"admin.hasNone")}
            </td>
            <td data-name=${a("admin.since")}><${st} at=${o.created_at} /></td>
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
`});ct();z();function Ca(t,e){let o="",n=r=>{if(!r||r.name==="AbortError"||[0,401].includes(r.status))return;let s=String(r.message||r);s!==o&&e(s),o=s};t.addEventListener("error",r=>n(r.error)),t.addEventListener("unhandledrejection",r=>n(r.reason))}var Na="a[href], button, input, select, textarea, summary, [tabindex='0']",xp="[data-index], [data-row], [role=listitem]";function vp(t){let e=[];for(let o=t;o;o=o.parentElement)e.push({element:o,place:[...o.parentElement?.children??[]].indexOf(o)});return e}var ss=t=>t.getClientRects().length>0&&!t.matches(":disabled"),kp=t=>[...t.matches(Na)?[t]:[],...t.querySelectorAll(Na)].filter(ss);function Sp(t,e,o=kp){let n=t.findLastIndex(({element:r})=>!r.isConnected);for(let r=Math.max(n,0);r<t.length-1;r+=1){let s=t[r+1].element;if(e(s))return null;let i=[...s.children],{element:c,place:u}=t[r],d=i.indexOf(c),f=i.slice(0,d<0?u:d),m=i.slice(f.length+(d<0?0:1)).flatMap(o)[0]??f.flatMap(o).at(-1);if(m)return m}return null}function La(t){let e=[],o=e;t.addEventListener("focusin",({target:s})=>{let i=s,c=i.closest("dialog");c&&e.length&&!c.contains(e[0].element)&&(o=e),e=vp(i)}),t.addEventListener("focusout",({target:s})=>{queueMicrotask(()=>{let i=s;i===e[0]?.element&&i!==document.activeElement&&i.isConnected&&ss(i)&&(e=[])})});let n=()=>{if(!e.length||document.activeElement!==document.body)return;let s=e.find(({element:h})=>h.matches("dialog"));s&&!s.element.isConnected&&([e,o]=[o,[]]);let i=e[0]?.element;if(i?.isConnected&&!ss(i))return;let c=e.some(({element:h})=>!h.isConnected&&h.matches(xp)),u=e.find(({element:h})=>h.isConnected&&h.matches("[tabindex]")),f=(c?u?.element:i?.isConnected?i:Sp(e,r))??(c?null:document.querySelector("main h1"));f instanceof HTMLElement&&f.focus({preventScroll:!0})},r=s=>s===t||s.matches("main");new MutationObserver(n).observe(t,{childList:!0,subtree:!0,attributeFilter:["disabled"]})}Ot();ct();z();Q();F();Ot();j();Yn();U();A();wt();js();Zo();gt();Je();fn();$i();var bi=["system","light","dark"];function Wm(){let t=T(qt),e=T(dn),o=t==="utc"?"local":"utc";return l`
    <button
      type="button"
      id="zone"
      class="quiet"
      title=${a("zone.switch",{zone:Pa(t),other:a(`zone.${o}`)})}
      onClick=${()=>qt.set(o)}
    >
      ${a(`zone.${t}`)}
    </button>
    <button
      type="button"
      id="theme"
      class="quiet"
      aria-label=${a(`theme.${e}`)}
      title=${a(`theme.${e}`)}
      onClick=${()=>dn.set(bi[(bi.indexOf(e)+1)%bi.length])}
    >
      <${R} name=${e} />
    </button>
  `}function qm({user:t}){let e=[{text:a("user.account"),href:O("/account")}];return t.signed_in_by==="session"&&e.push({text:a("user.signOut"),onClick:Qn}),l`
    <${tr}
      class="quiet user-menu"
      align="end"
      label=${l`<${R} name="user" /><span>${t.user_id}</span>`}
      name=${a("user.menu",{user:t.user_id,role:P("role",t.role)})}
      items=${e}
    />
  `}function zm({user:t}){let{path:e}=T(Mt),o=[{to:"/",text:a("nav.jobs"),below:"/jobs"},...t.role==="auditor"?[]:[{to:"/set-action",text:a("nav.setAction")}],{to:"/overview",text:a("nav.overview")},...t.role==="admin"?[{to:"/admin",text:a("nav.admin")}]:[],{to:"/help",text:a("nav.help")}],n=({to:r,below:s=r})=>e===r||`${e}/`.startsWith(`${s}/`);return l`
    <nav aria-label=${a("nav.label")}>
      <ul>
        ${o.map(r=>l`
            <li key=${r.to}>
              <a href=${O(r.to)} aria-current=${n(r)?"page":void 0}>
                ${r.text}
              </a>
            </li>
          `)}
      </ul>
    </nav>
  `}function Vm(){let{data:t}=B(e=>E("/v1/meta",{signal:e}),[]);return t&&a("app.footer",{ledger:t.ledger.name,version:t.version})}var Jm=({isSignedIn:t})=>l`
  <footer>
    ${t&&l`<${Vm} />`}
    <${Hl} />
    <a href=${O("/docs")}>${a("app.api")}</a>
  </footer>
`;function br({children:t}){let e=T(L);return l`
    <a class="skip" href="#main">${a("app.skip")}</a>
    <header class="top">
      <a class="brand" href=${O("/")}>${a("app.name")}</a>
      ${e&&l`<${zm} user=${e} />`}
      <div class="top-end">
        <${Wm} />
        ${e&&l`<${qm} user=${e} />`}
      </div>
    </header>
    <${gc} />
    <main id="main">${t}</main>
    ${e!==void 0&&l`<${Jm} isSignedIn=${e!==null} />`}
    <${vc} />
    <${Ul} />
  `}U();A();gt();dt();K();j();var cw=()=>Promise.resolve().then(()=>(ql(),Wl)),rp=()=>Promise.resolve().then(()=>(Ql(),Zl)),sp=()=>Promise.resolve().then(()=>(Wu(),Bu)),ip=()=>Promise.resolve().then(()=>(cd(),ad)),ap=[{pattern:"/",load:sp},{pattern:"/jobs",load:sp},{pattern:"/jobs/:job_id",load:()=>Promise.resolve().then(()=>(wf(),yf))},{pattern:"/jobs/:job_id/compare/:other_id",load:()=>Promise.resolve().then(()=>(kf(),vf))},{pattern:"/customers",load:ip},{pattern:"/customers/:cid",load:ip},{pattern:"/set-action",load:()=>Promise.resolve().then(()=>(lh(),ch))},{pattern:"/overview",load:()=>Promise.resolve().then(()=>(Ph(),Hh))},{pattern:"/account",load:()=>Promise.resolve().then(()=>(Kh(),Jh))},{pattern:"/admin",load:()=>Promise.resolve().then(()=>(np(),op))},{pattern:"/help",load:rp,isPublic:!0},{pattern:"/help/:topic",load:rp,isPublic:!0}],lw={pattern:"",load:cw,isPublic:!0};function uw({route:t,params:e}){let[o,n]=y(null),[r,s]=y(""),[i]=As(console.error);return k(()=>{t.load().then(c=>n(()=>c.default),()=>E("/v1/account",{asks:!1}).then(()=>s(a("app.updated")),()=>s(a("app.notLoaded"))))},[]),i?l`
      <${ot} title=${a("app.broken")}><p>${a("app.failed",{why:i.message})}</p><//>
    `:r?l`
      <${ot} title=${r}>
        <button type="button" onClick=${()=>location.reload()}>${a("app.reload")}</button>
      <//>
    `:o?l`<${o} ...${e} />`:l`<${ge} />`}var dw=()=>l`
  <${J}>${a("app.notFound")}<//>
  <p>${a("app.notFoundHint")}</p>
  <p><${I} to="/">${a("app.toJobs")}<//></p>
`;function fw(){let{path:t}=T(Mt),e=T(L),o=B(Pn,[]);if(e===void 0)return l`
      <${br}>
        <${nt} problem=${o.error} retry=${o.reload} />
        ${!o.error&&l`<${ge} />`}
      <//>
    `;let n=as(ap,t);if(!n)return l`<${br}><${dw} /><//>`;let r=e!==null||n.route.isPublic,{route:s,params:i}=r?n:{route:lw,params:{}},c=`${e?.user_id} ${r?t:""}`;return l`<${br}><${uw} key=${c} route=${s} params=${i} /><//>`}Ca(globalThis,t=>V(a("app.failed",{why:t}),"error"));Ea(()=>location.reload());Da(ap);var cp=document.querySelector("#app");La(cp);gs(l`<${fw} />`,cp);
