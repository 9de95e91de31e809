var hh=Object.defineProperty;var y=(t,e,o)=>()=>{if(o)throw o[0];try{return t&&(e=t(t=0)),e}catch(n){throw o=[n],n}};var Bt=(t,e)=>{for(var o in e)hh(t,o,{get:e[o],enumerable:!0})};var bt,q,Dt=y(()=>{"use strict";bt=class extends Error{constructor(e,o){super(o),this.name="VerifyError",this.code=e}},q=(t,e)=>new bt("malformed",`${t}: ${e}`)});function ut(t){if(typeof t!="string")throw q("text","is not a string");if(/\p{Surrogate}/u.test(t))throw q("text","has half of a surrogate pair");return ph.encode(t)}function je(t,e){if(typeof t!="string"||!/^[0-9a-f]{64}$/.test(t))throw q(e,"a hash is not 64 lower-case hex digits");return Uint8Array.from({length:32},(o,n)=>parseInt(t.slice(2*n,2*n+2),16))}function gn(t,e){if(!Array.isArray(t))throw q(e,"its path is not a list of hashes");return t.map(o=>je(o,e))}function Eo(t){let e;try{e=atob(t)}catch{return null}return btoa(e)!==t?null:Uint8Array.from(e,o=>o.charCodeAt(0))}function Br(t){let e=Eo(t);return e?.length===32?e:null}function Wr(t){let e=/^(0|[1-9][0-9]*)$/.test(t)?Number(t):NaN;return Number.isSafeInteger(e)?e:null}function _n(...t){let e=new Uint8Array(t.reduce((n,r)=>n+r.length,0)),o=0;for(let n of t)e.set(n,o),o+=n.length;return e}function vn(t,e){let o=Math.min(t.length,e.length);for(let n=0;n<o;n+=1)if(t[n]!==e[n])return t[n]-e[n];return t.length-e.length}var ph,_t,Ee,Lt=y(()=>{"use strict";Dt();ph=new TextEncoder;_t=t=>Array.from(t,e=>e.toString(16).padStart(2,"0")).join("");Ee=(t,e)=>vn(t,e)===0});function Ze(t){let e=new zr(t),o=[],n=null,r=s=>{let i=o.at(-1);i?Array.isArray(i)?i.push(s):i.values.push(s):n=s};for(;;){let s=e.peek();if(s===qr||s===na){let i=s===qr?new ee:[];if(r(i),o.push(i),e.at+=1,e.peek()!==s+ra){i instanceof ee&&i.names.push(e.name());continue}}else r(e.scalar());if(gh(e,o))return n}}function gh(t,e){for(;;){let o=t.peek(),n=e.at(-1);if(!n)return t.at<t.text.length?t.fail():!0;let r=n instanceof ee,s=o===bh;if(!s&&o!==(r?qr:na)+ra&&t.fail(),t.at+=1,s)return r&&n.names.push(t.name()),!1;e.pop()}}var Ye,Xe,ee,ea,mh,$h,bh,qr,na,ra,oa,yh,wh,zr,Oo=y(()=>{"use strict";Ye=class{constructor(e){this.text=e}},Xe=class{constructor(e){this.text=e}},ee=class{constructor(){this.names=[],this.values=[]}},[ea,mh,$h,bh,qr,na]=Array.from('"\\:,{[',t=>t.charCodeAt(0)),ra=2,oa=/-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y,yh=/[\\\p{Cc}]/u,wh=[["true",!0],["false",!1],["null",null]],zr=class{at=0;constructor(e){this.text=e}fail(){throw new SyntaxError(`not JSON at character ${this.at}`)}peek(){for(;;){let e=this.text.charCodeAt(this.at);if(e!==32&&e!==10&&e!==13&&e!==9)return e;this.at+=1}}string(){this.peek()!==ea&&this.fail();let{text:e,at:o}=this;for(let n=e.indexOf('"',o+1);n>0;n=e.indexOf('"',n+1)){let r=n;for(;e.charCodeAt(r-1)===mh;)r-=1;if((n-r)%2)continue;this.at=n+1;let s=e.slice(o+1,n);return yh.test(s)?JSON.parse(`"${s}"`):s}return this.fail()}name(){let e=this.string();return this.peek()!==$h&&this.fail(),this.at+=1,e}scalar(){if(this.peek()===ea)return this.string();oa.lastIndex=this.at;let e=oa.exec(this.text)?.[0];if(e)return this.at+=e.length,new Ye(e);let[o,n]=wh.find(([r])=>this.text.startsWith(r,this.at))??this.fail();return this.at+=o.length,n}}});function vh(t={}){let e=Object.entries(t).flatMap(([o,n])=>(Array.isArray(n)?n:[n]).filter(r=>r!=null&&r!=="").map(r=>[o,String(r)]));return e.length?`?${new URLSearchParams(e)}`:""}var _h,kt,O,C,F=y(()=>{"use strict";_h=globalThis.document?.querySelector('meta[name="prefix"]'),kt=_h?.getAttribute("content")??"";O=(t,e)=>kt+t+vh(e),C=(t,...e)=>String.raw({raw:t},...e.map(o=>encodeURIComponent(o)))});async function sa(t){let e=await t.text().catch(()=>""),o=null;try{o=JSON.parse(e)}catch{}return new z({status:t.status,type:o?.type,title:o?.title??t.statusText,detail:o?.detail??o?.message??o?.error,field:o?.field,retryAfter:Number(t.headers.get("retry-after"))||null,body:o})}var z,Qe,Wt=y(()=>{"use strict";z=class extends Error{constructor({status:e,type:o,title:n,detail:r,field:s,retryAfter:i,body:c}){super(r||n||String(e)),this.name="Problem",this.status=e,this.type=o??"about:blank",this.title=n??"",this.detail=r??"",this.field=s??null,this.retryAfter=i??null,this.body=c??null}get isNetwork(){return this.status===0}get isFault(){return this.status<0}get isTemporary(){return[0,408,429,502,503,504].includes(this.status)}},Qe=t=>t instanceof z?t:new z({status:-1,type:"fault",detail:String(t?.message||t)})});function pt(t){let e=t,o=new Set,n=r=>{if(!Object.is(r,e)){e=r;for(let s of[...o])s(e)}};return{get:()=>e,set:n,update:r=>n(r(e)),watch:r=>(o.add(r),()=>o.delete(r))}}var qt=y(()=>{"use strict"});function aa(t){ia=t}function kh(){return Vr??=ia().finally(()=>Vr=null),Vr}async function Sh(t,e,o,n){let r={accept:"application/json"};o!==void 0&&(r["content-type"]="application/json"),n.key&&(r["idempotency-key"]=n.key);let s=n.signal?[n.signal]:[];t==="GET"&&s.push(AbortSignal.timeout(xh));try{let i=await fetch(O(e,n.query),{method:t,headers:r,body:o instanceof Xe?o.text:JSON.stringify(o)??null,signal:AbortSignal.any(s),credentials:"same-origin",redirect:"error"});return Oe.set(!0),i}catch(i){throw n.signal?.aborted?i:(Oe.set(!1),new z({status:0,type:"network",detail:String(i)}))}}async function ca(t,e,o,n){for(;;){let r=await Sh(t,e,o,n);if(r.ok)try{return await(n.asText?r.text():r.json())}catch(c){throw n.signal?.aborted?c:new z({status:0,type:"network",detail:String(c)})}let s=await sa(r);if(!(s.status===401&&n.asks!==!1)||!await kh())throw s}}var xh,Oe,ia,Vr,T,Q,Ce,K=y(()=>{"use strict";Lt();Oo();F();Wt();qt();xh=6e4,Oe=pt(!0),ia=async()=>!1,Vr=null;T=(t,e={})=>ca("GET",t,void 0,e),Q=(t,e={},o={})=>ca("POST",t,e,o),Ce=()=>_t(crypto.getRandomValues(new Uint8Array(16)))});function kn(t,e="localStorage"){let o=Kr.get(t)??null;try{return globalThis[e].getItem(xn(t))??o}catch{return o}}function oe(t,e){let o=kn(t,e);try{return o===null?null:JSON.parse(o)}catch{return null}}function to(t,e,o="localStorage"){let n=JSON.stringify(e);e===null?Kr.delete(t):Kr.set(t,n);try{return e===null?globalThis[o].removeItem(xn(t)):globalThis[o].setItem(xn(t),n),!0}catch{return!1}}function ne(t,e,o){let n=pt(oe(t,o)??e),r=()=>n.set(oe(t,o)??e);return globalThis.addEventListener?.("storage",s=>{s.key===xn(t)&&r()}),n.watch(s=>to(t,s,o)),n}var Kr,xn,Le=y(()=>{"use strict";F();qt();Kr=new Map,xn=t=>`jobs:${kt}:${t}`});function Sn(t){let e=R.get()?.user_id;return R.watch(o=>{o?.user_id!==e&&(e=o?.user_id,t())})}function la(t){let e=ne("user","");R.watch(o=>o&&e.set(o.user_id)),e.watch(o=>{let n=R.get()?.user_id;n&&o&&n!==o&&t()})}async function An(){R.set(await T("/v1/account",{asks:!1}))}async function ua(t){let e=await Q("/v1/sign-in",t,{asks:!1});return R.set(e),e}async function da(){try{await Q("/v1/sign-out",{},{asks:!1})}catch(t){if(!(t instanceof z)||t.status!==401)throw t}R.set(null)}var R,mt=y(()=>{"use strict";K();Le();qt();R=pt(void 0)});function Gr(t=!1){let{pathname:e,search:o}=globalThis.location??{pathname:"/",search:""};return{path:e.slice(kt.length)||"/",search:o,isBack:t}}function Oh(t,e){let o=t.split("/"),n=e.replace(/(.)\/$/,"$1").split("/");if(o.length!==n.length)return null;let r={};for(let[s,i]of o.entries()){if(!i.startsWith(":")){if(i!==n[s])return null;continue}try{r[i.slice(1)]=decodeURIComponent(n[s])}catch{return null}}return r}function Yr(t,e){for(let o of t){let n=Oh(o.pattern,e);if(n)return{route:o,params:n}}return null}function $t(t,{replace:e=!1}={}){if(t===location.pathname+location.search)return;history[e?"replaceState":"pushState"](null,"",t);let o=Mt.get().path;Mt.set(Gr()),Mt.get().path!==o&&scrollTo(0,0)}function Tn(t,e){let o=t.toString();$t(location.pathname+(o?`?${o}`:""),e)}function ma(t){addEventListener("popstate",()=>Mt.set(Gr(!0))),document.addEventListener("click",e=>{let o=e.target.closest?.("a[href]");!(o instanceof HTMLAnchorElement)||o.target||o.hasAttribute("download")||e.defaultPrevented||e.button!==0||e.ctrlKey||e.metaKey||e.shiftKey||e.altKey||o.origin!==location.origin||!o.pathname.startsWith(kt)||o.hash||!Yr(t,o.pathname.slice(kt.length)||"/")||(e.preventDefault(),$t(o.pathname+o.search))})}var Mt,Ot=y(()=>{"use strict";F();qt();Mt=pt(Gr())});var ue,Xr,jn=y(()=>{"use strict";ue="en-GB",Xr={"app.name":"Job ledger","app.skip":"Skip to the content","app.updated":"The page has been updated on the server.","app.notLoaded":"The page could not be loaded: the server cannot be reached.","app.broken":"This page cannot be shown","app.failed":"Something failed: {why}","app.reload":"Load it again","app.again":"Try again","app.retrying":"Trying again by itself.","app.offline":"The server cannot be reached. What is shown may be out of date.","app.loading":"Loading\u2026","app.close":"Close","app.cancel":"Cancel","app.remove":"Remove {what}","app.copied":"Copied {what}","app.notCopied":"The browser did not allow copying. The text is {what}","app.copy":"Copy {what}","app.csv":"CSV","app.ndjson":"NDJSON","app.none":"none","app.notFound":"There is no such page","app.notFoundHint":"The address may be incomplete.","app.toJobs":"To the jobs","app.footer":"{ledger} \xB7 version {version}","app.api":"API","nav.label":"Pages","nav.jobs":"Jobs","nav.setAction":"Set Action","nav.overview":"Overview","nav.help":"Help","nav.admin":"Users","user.menu":"{user}, {role}","user.account":"Account","user.signOut":"Sign out","user.signedOut":"You are signed out.","user.notSignedOut":"You are still signed in. {why}","zone.local":"Local time","zone.utc":"UTC","zone.switch":"Times are in {zone}. Show them in {other}","theme.system":"Theme: system","theme.light":"Theme: light","theme.dark":"Theme: dark","status.IN_PROGRESS":"In progress","status.SUCCESS":"Success","status.FAILED":"Failed","status.UNCONFIRMED":"Unconfirmed","cause.answered":"answered","cause.unreadable_answer":"unreadable answer","cause.inconclusive_answer":"inconclusive answer","cause.timed_out":"timed out","cause.connection_lost":"connection lost","cause.never_sent":"never sent","cause.withheld":"withheld","cause.interrupted":"interrupted","cause.reported":"reported","cause.imported":"imported","source.gateway":"Set Action","source.api":"API","source.import":"Import","source.embedded":"Program","fact.job_id":"Job ID","fact.status":"Status","fact.user_id":"User","fact.submitted_by":"Submitted by","fact.action_name":"Action","fact.action_code":"Action code","fact.customer_count":"Customers","fact.source":"Source","fact.created_at":"Created","fact.updated_at":"Updated","fact.http_status":"HTTP status","fact.batch_id":"Batch","fact.cluster_url":"Upstream URL","fact.retry_of":"Retry of","role.operator":"operator","role.auditor":"auditor","role.admin":"admin","kind.job_created":"Created","kind.job_imported":"Imported","kind.status_changed":"Status changed","kind.note_added":"Note","problem.fault":"The page failed","problem.network":"The server cannot be reached","problem.networkHint":"Check the connection.","problem.401":"You are signed out","problem.403":"You may not see or do this","problem.404":"There is nothing here","problem.404Hint":"It does not exist, or belongs to somebody else.","problem.429":"Too many requests","problem.waitHint":{one:"Wait {n} second.",other:"Wait {n} seconds."},"problem.503":"The server is busy","problem.maybeRecorded":"Something may have been recorded. Look it up before you send it again.","signIn.title":"Sign in","signIn.password":"Password","signIn.user":"User","signIn.token":"Token","signIn.how":"Sign in with","signIn.withPassword":"User and password","signIn.withToken":"Token","signIn.tokenHint":"The admin token that the first start printed, or one of your own.","signIn.submit":"Sign in","signIn.wrong":"The user or the password is not right.","signIn.wrongToken":"The server does not know this token.","signIn.ended":"Your session has ended","signIn.endedHint":"Sign in again as {user}. What you typed is still there.","landing.title":"Every job on record","landing.what":"This server keeps an append-only record of every job that operators and services run: who asked for what, for which customers, and how it ended for each of them. Nothing that was recorded is changed or removed, and whatever is shown can be checked against the signed record.","landing.size":{one:"One entry so far.",other:"{n} entries so far."},"landing.ledger":"Ledger","landing.help":"How the proof works","landing.docs":"The API","landing.checkpoint":"The newest checkpoint","jobs.title":"Jobs","jobs.notes":{one:"{n} note",other:"{n} notes"},"jobs.user":"User","jobs.action":"Action","jobs.customers":"Customers","jobs.customersUnit":{one:"customer",other:"customers"},"jobs.status":"Status","jobs.date":"Date","jobs.id":"Job ID","jobs.retry":"retry","jobs.fresh":{one:"{n} new job",other:"{n} new jobs"},"jobs.freshMany":"More than {n} new jobs","jobs.download":"Download","jobs.csvExcel":"CSV for Excel","jobs.end":{one:"That is all: {n} job.",other:"That is all: {n} jobs."},"jobs.noMatch":"No job matches","jobs.empty":"No jobs have been recorded yet","jobs.emptyAction":"Run a Set Action","jobs.emptyDocs":"Or record jobs by the API","jobs.older":"Show older jobs","jobs.olderShown":"These are older jobs.","jobs.newest":"To the newest","search.label":"Search by job ID, customer, user or action","search.placeholder":"Job ID, customer, user or action","search.suggestions":"What this may be","search.job":"Job","search.prefix":"All jobs whose ID begins with","search.customer":"Customer","search.user":"Jobs of user","search.action":"Jobs with action","filter.all":"Filters","filter.chosen":"Chosen filters","filter.clear":"Clear filters","filter.add":"Add","filter.status":"Status","filter.cause":"Cause","filter.action_name":"Action","filter.user_id":"User","filter.cid":"Customer","filter.batch_id":"Batch","filter.source":"Source","filter.job_id":"Job ID begins with","filter.retry_of":"Retry of","filter.since":"From","filter.until":"Before","filter.within":"Date","filter.date":"Date","filter.from":"First day","filter.to":"Last day","filter.days":{one:"the last day",other:"the last {n} days"},"filter.hours":{one:"the last hour",other:"the last {n} hours"},"views.title":"Views","views.name":"Name of this view","views.save":"Save","views.saved":"Saved {name}","views.hint":"Choose filters, then save them here as a view.","keys.title":"Keys","keys.search":"Search","keys.down":"To the next job","keys.up":"To the job before","keys.open":"Open the job","keys.escape":"Close what is open","keys.help":"Show these keys","job.title":"Job","job.customers":{one:"{n} customer",other:"{n} customers"},"job.submitted":"Submitted by {user}","job.submittedFor":"Submitted by {by} for {user}","job.running":"running for {time}","job.took":"took {time}","job.now":"The status is now: {status}","job.facts":"Facts","job.actions":"Actions","job.timeline":"What was recorded","job.earlier":{one:"Show {n} earlier entry",other:"Show {n} earlier entries"},"job.by":"by {user}","job.later":"{time} later","job.http":"HTTP {status}","job.named":{one:"names {n} customer",other:"names {n} customers"},"job.answer":"Answer","job.receipt":"Receipt","job.leaf":"Leaf","job.proved":"entry #{index}, proved","job.notProved":"entry #{index}, NOT PROVED","job.allProved":{one:"{n} entry proved, of {size} in the ledger",other:"{n} entries proved, of {size} in the ledger"},"job.noneProved":"NOT PROVED","job.alarm":"This job is not shown as it was recorded","job.alarmHint":"Something on this page was changed after it was recorded, or left out. Rely on nothing here. Download what the server sent, and give it to the people who run the ledger.","job.malformed":"The server's answer is not what a job looks like. Nothing of it is shown.","job.other":"The server answered with another job. Nothing of it is shown.","job.entryWrong":"entry {index}: {why}","job.stale":"the facts are older than the entries","job.countsWrong":"the counts of outcomes are not those of the entries","job.checkLists":{one:"Check the list of {n} customer",other:"Check the list of {n} customers"},"job.checking":"Checking\u2026","job.listsProved":{one:"list of {n} customer, proved",other:"list of {n} customers, proved"},"job.unconnected":"not proved yet: not compared with what this browser remembers","job.notYet":"entry #{index}, not proved yet","job.listsWrong":"these lists are NOT PROVED","job.rowWrong":"an outcome is not the one that was recorded","job.outcomes":{one:"Outcome for {n} customer",other:"Outcomes for {n} customers"},"job.statuses":"Outcomes to show","job.allStatuses":"All","job.search":"Customer or message","job.customer":"Customer","job.status":"Status","job.message":"Message","job.ofTheJob":"as the job","job.ofEntry":"from entry #{index}","job.rows":{one:"{n} customer shown",other:"{n} customers shown"},"job.noRows":"No customer matches","job.copyCustomers":"Copy customers","job.copiedCustomers":{one:"Copied {n} customer",other:"Copied {n} customers"},"job.payload":"Payload","job.payloadProved":"is the payload that was recorded, proved","job.payloadWrong":"the payload is NOT PROVED","job.copyText":"Copy","job.downloadText":"Download","job.related":"Related jobs","job.retryOf":"Tries again","job.retries":"Tried again by","job.batch":"Same batch","job.overlaps":"Same action, same customers, at about the same time","job.inCommon":{one:"{n} in common",other:"{n} in common"},"job.evidence":"Evidence","job.curl":"Copy as curl","job.curlRefused":"No command was copied: the payload that the server sent is not proved to be the recorded one, or is no JSON.","job.curlCopied":"the command. Set TOKEN and UPSTREAM_TOKEN before you run it.","job.sending":"Sending\u2026","job.retry":"Try again","job.retryWhom":"For whom","job.retryFailed":{one:"The {n} that failed",other:"The {n} that failed"},"job.retryAll":{one:"All {n}",other:"All {n}"},"job.retryUnconfirmed":"Nobody knows whether the upstream acted on this job. Look there first: it may do it twice.","job.retrySend":{one:"Send {action} to {n} customer",other:"Send {action} to {n} customers"},"job.token":"Token for the upstream","job.tokenHint":"It is sent once, and not kept.","job.url":"Another URL","job.urlHint":"Leave it empty to use the recorded one.","job.members":"Members of the payload to give again","job.membersHint":'A JSON object, such as {"pin": "\u2026"}.',"job.membersWrong":"This is not a JSON object.","job.settle":"Settle","job.settleHint":"Nobody knows whether the upstream acted. Look there, then record what you found. It is added to what was recorded, under your name.","job.settleAs":"It ended as","job.reason":"Reason","job.reasonHint":"How you know.","job.settleSend":"Record it","job.settled":"Recorded how the job ended.","job.note":"Add a note","job.noteText":"Note","job.noteHint":"{n} of {most} bytes. A note cannot be changed or removed.","job.noteLong":"The note is too long.","job.noteSend":"Add the note","job.noted":"The note is recorded.","job.compare":"Compare","job.compareWith":"ID of another job, or its beginning","job.compareSend":"Compare","job.compareNone":"There is no other job whose ID begins so.","compare.title":"Two jobs compared","compare.a":"The first","compare.b":"The second","compare.differs":"differs","compare.customers":"Customers","compare.unchecked":"as the server says; not checked in the browser","compare.only_a":"Only in the first","compare.only_b":"Only in the second","compare.both":"In both","json.all":"Show all {n} characters","proof.first":{one:"From now on this browser remembers the ledger ({n} entry)",other:"From now on this browser remembers the ledger ({n} entries)"},"proof.same":{one:"Nothing has been removed or changed since your last visit ({n} entry)",other:"Nothing has been removed or changed since your last visit ({n} entries)"},"proof.grown":"Nothing has been removed or changed since your last visit ({from} \u2192 {to} entries)","proof.unchecked":"Not compared with your last visit: the server did not give the proof","proof.alarm":"ALARM: see above","proof.entries":{one:"{n} entry",other:"{n} entries"},"proof.alarm.key":"The key of this ledger has changed","proof.alarm.keyHint":"A server with another key can show another ledger. Compare the new key with one that you have from somebody you trust. If nobody told you of a change, rely on nothing here.","proof.alarm.signature":"The ledger is not signed with its key","proof.alarm.signatureHint":"The signature of the newest checkpoint is not genuine. Rely on nothing here. Download what the server sent, and give it to the people who run the ledger.","proof.alarm.shrunk":"Entries have been removed: the ledger had {from}, and has {to}","proof.alarm.shrunkHint":"A ledger only grows. An older copy may have been put in its place, or its end was cut off. Download what was received, and give it to the people who run the ledger.","proof.alarm.forked":"Entries have been changed or removed since your last visit","proof.alarm.forkedHint":"The {from} entries that were signed then are not among those that the server signs now. Download what was received, and give it to the people who run the ledger.","proof.alarm.refused":"The server refuses the proof that nothing was removed or changed","proof.alarm.refusedHint":"It shows a larger ledger than the {from} entries that this browser remembers, and does not prove that they are still in it. The browser asks again. Until then, nothing here is shown as proved.","proof.alarm.withheld":"The server goes on refusing the proof that nothing was removed or changed","proof.alarm.withheldHint":"It signed a larger ledger than the {from} entries that this browser remembers. A ledger that has only grown can prove that. Rely on nothing here. Download what was received, and give it to the people who run the ledger.","proof.alarm.malformed":"The server answered with something that is no proof","proof.alarm.malformedHint":"The ledger could not be compared with what this browser remembers. Download what was received, and give it to the people who run the ledger.","proof.alarm.damaged":"What this browser remembered of the ledger is damaged","proof.alarm.damagedHint":"It cannot be compared with what the server shows, so a change would not be noticed. Nothing was replaced. Download what there is, then accept what the server shows now, best after you compared the key.","proof.alarm.unreadable":"What this browser stored about an alarm or the key cannot be read","proof.alarm.unreadableHint":"There may have been an alarm, or a key that you entered. Download what there is, and give it to the people who run the ledger. It stays stored until you end this alarm.","proof.unresolved":"This alarm of {at} has not been accepted yet.","proof.dismiss":"End this alarm","proof.dismissHint":"Download what was received first: it is the only proof. What this browser remembers of the ledger stays as it is.","proof.pinned":"This browser expects the key {key}, which you entered.","proof.pin":"Verifier key that you have from elsewhere","proof.pinHint":"One line: the name of the ledger, and two parts after a + each.","proof.pinWrong":"This is no verifier key.","proof.pinDo":"Expect this key","proof.pinDone":"The key is remembered. If the server has another one, that is an alarm.","proof.download":"Download what was received","proof.whatToDo":"What this means","proof.accept":"Accept the new state","proof.acceptTitle":"Forget what this browser remembers?","proof.acceptHint":"Download what was received first: it is the only proof of the change. Then this browser remembers what the server shows now, and compares with that from now on.","proof.before":"Before","proof.now":"Now","customer.title":"Customer {cid}","customer.titleNone":"A customer","customer.lookUp":"Look up a customer","customer.show":"Show","customer.setAction":"Run an action","customer.inJobs":"In the list of jobs","customer.none":"Nothing was ever done to this customer","customer.noneHint":"Customers are compared character by character, and operators see their own jobs only.","customer.count":{one:"{n} job",other:"{n} jobs"},"customer.countMore":{other:"The newest {n} jobs"},"customer.when":"When","customer.action":"Action","customer.outcome":"For this customer","customer.job":"The whole job","customer.user":"User","customer.id":"Job ID","customer.asJob":"as the job","customer.submittedBy":"submitted by {user}","customer.older":"Show older","customer.newer":"Show newer","customer.fresh":{one:"{n} new",other:"{n} new"},"setAction.title":"Set Action","setAction.auditor":"Auditors see every job, and run none","setAction.auditorHint":"Ask an admin for the role of an operator.","setAction.noUpstream":"This server may call no upstream","setAction.noUpstreamHint":"The operator of the server allows one with --upstream.","setAction.what":"What is done","setAction.action":"Action","setAction.choose":"Choose\u2026","setAction.other":"Another\u2026","setAction.otherName":"Name of the action","setAction.upstream":"Upstream","setAction.path":"Path","setAction.sendsTo":"Sent to {url}","setAction.token":"The upstream's token","setAction.tokenHint":"Sent with the request, never recorded, and forgotten afterwards.","setAction.batch":"Batch (optional)","setAction.batchHint":"A label that jobs have in common.","setAction.customers":"Customers","setAction.paste":"One a line, or separated by commas, semicolons or tabs; or a table","setAction.file":"Choose a file","setAction.drop":"or drop one here (CSV or text).","setAction.pasted":"Pasted text","setAction.clear":"Remove","setAction.separated":"Separated by","setAction.lines":"Lines","setAction.comma":"Commas","setAction.semicolon":"Semicolons","setAction.tab":"Tabs","setAction.any":"Commas, semicolons or tabs","setAction.column":"Column with the customers","setAction.columnOf":"{name} ({samples}, \u2026)","setAction.columnNo":"Column {n}","setAction.every":"Every value is a customer","setAction.header":"The first line names the columns","setAction.unclosed":"The quote in line {line} is never closed. It was read as a character of the value.","setAction.find":"Find in the list","setAction.found":{one:"{n} found",other:"{n} found"},"setAction.list":"The customers, line by line","setAction.kind.all":"All","setAction.kind.good":"Good","setAction.kind.duplicate":"Duplicates","setAction.kind.blank":"Blank","setAction.kind.spaces":"Spaces at an end","setAction.kind.invalid":"Invalid","setAction.trim":{one:"Trim the spaces of {n}",other:"Trim the spaces of {n}"},"setAction.remove":{one:"Remove the one that is marked",other:"Remove the {n} that are marked"},"setAction.removed":{one:"{n} was left out.",other:"{n} were left out."},"setAction.trimmed":"Spaces at the ends were trimmed.","setAction.undo":"Undo","setAction.line":"line {line}","setAction.sameAs":"same as line {line}","setAction.isBlank":"blank","setAction.spaces":"spaces at an end","setAction.count":{one:"{n} customer",other:"{n} customers"},"setAction.review":"Review and send","setAction.missing":"Choose an action and an upstream.","setAction.why.reading":"The customers are being read.","setAction.why.invalid":"Some customers are marked. Put them right or remove them.","setAction.why.column":"Choose the column with the customers.","setAction.why.none":"There are no customers yet.","setAction.why.many":"A job has at most {most} customers.","setAction.confirm":{one:"Run {action} for one customer?",other:"Run {action} for {n} customers?"},"setAction.noToken":"none given","setAction.isGiven":"given","setAction.leftOut":{one:"{n} repeated, blank or removed line is left out.",other:"{n} repeated, blank or removed lines are left out."},"setAction.noOverlap":{one:"No job of the last second did the same to any of them.",other:"No job of the last {n} seconds did the same to any of them."},"setAction.overlap":{one:"Another job has just done the same to some of them",other:"{n} other jobs have just done the same to some of them"},"setAction.overlapOfAnother":"A job of another user","setAction.overlapJob":{one:"one customer in common",other:"{n} customers in common"},"setAction.incomplete":"Not all recent jobs could be compared.","setAction.refuses":"The server refuses to send this now. Try again in a while.","setAction.lookAgain":"Look again","setAction.send":"Send","setAction.sending":"Sending\u2026","setAction.sent":"Sent as job {id}","setAction.sentTitle":"Sent","setAction.sentWhat":{one:"{action} for one customer",other:"{action} for {n} customers"},"setAction.open":"Open the job","setAction.notFound":{one:"It is not the one entry that the ledger has. What is not recorded is not sent.",other:"It is none of the {n} entries that the ledger has. What is not recorded is not sent."},"setAction.unknown":"It is not known yet whether this was recorded. Do not send it again before that.","setAction.seeking":"Looking for its job\u2026","csv.workbook":"This is a workbook. Save it as CSV and choose that file.","csv.encoding":"This file is not in UTF-8 or UTF-16. Save it as CSV in UTF-8.","csv.binary":"This is not a text file.","csv.large":"This file is larger than {size}.","name.empty":"must not be empty","name.long":"{n} bytes long; at most {most} are allowed","name.control":"has a control character, such as a tab","name.ends":"begins or ends with a space","name.unseen":"has {code}, which cannot be seen","overview.title":"Overview","overview.span":"The last","overview.days":"{n} days","overview.own":"Of your own jobs.","overview.empty":"There are no jobs yet","overview.emptyHint":"What jobs there are by day, by action and by user is drawn here.","overview.jobs":{one:"{n} job",other:"{n} jobs"},"overview.all":"Jobs in all","overview.inSpan":"In the last {n} days","overview.rateInSpan":"Failed, in the last {n} days","overview.inProgress":"In progress","overview.unconfirmed":"Unconfirmed","overview.total":"Jobs","overview.ended":"Ended","overview.day":"Day (UTC)","overview.action":"Action","overview.user":"User","overview.others":"all others","overview.byDay":"Jobs per day","overview.byDayHint":"By the day of their creation in UTC, and by the status that they have now.","overview.byDayTable":"Jobs of {n} days, by day and status","overview.byDayLabel":"Stacked bars: jobs per day by status, {from} to {to}. The most on a day are {most}.","overview.rate":"Failure rate","overview.rateHint":"Failed jobs of a day, as a share of its jobs that have ended: success, failed and unconfirmed.","overview.rateTable":"Failure rate of {n} days","overview.rateLabel":"Bars: failure rate per day, {from} to {to}. The highest is {most}.","overview.noneEnded":"no job has ended","overview.byAction":"By action","overview.byUser":"By user","overview.byValueHint":"Of all time.","overview.byActionTable":"Jobs by action and status, of all time","overview.byUserTable":"Jobs by user and status, of all time","overview.byActionLabel":"Stacked bars: jobs by action and status. {names}","overview.byUserLabel":"Stacked bars: jobs by user and status. {names}","overview.durations":"How long jobs took","overview.durationsHint":{one:"From creation to the newest status, of the one job that ended as success or failed.",other:"From creation to the newest status, of the newest {n} jobs that ended as success or failed. Those that were never sent are left out. A job that was unconfirmed at first counts until it was settled."},"overview.durationsTable":"How long the newest {n} jobs took","overview.durationsLabel":"Bars: how long the newest {n} jobs took. The median is {median}, the 95th percentile {high}.","overview.took":"Took","overview.below":"< {to}","overview.atLeast":"\u2265 {from}","overview.endedBy":"Ended by","overview.median":"Median","overview.p95":"95th percentile","overview.by.all":"all","overview.by.answered":"the upstream's answer","overview.by.reported":"a report","overview.by.imported":"an import","chart.table":"Show as a table","health.title":"The ledger's health","health.state":"State","health.ready":"Takes entries and answers","health.notReady":"Takes no entries","health.size":"Size","health.entries":{one:"{n} entry",other:"{n} entries"},"health.checkpoint":"Newest checkpoint","health.checkpointOf":{one:"{n} entry, signed; root",other:"{n} entries, signed; root"},"health.download":"Download","health.key":"Verifier key","health.verified":"Last verification","health.notVerified":"none was written down: run jobctl verify --record beside the server","health.sound":{one:"one entry: it is what was recorded",other:"{n} entries: all are what was recorded"},"health.unsound":{one:"not everything is what was recorded, or could be read: one finding",other:"not everything is what was recorded, or could be read: {n} findings"},"health.seen":"This browser","health.seenSize":{one:"last checked at one entry: rightly signed, and nothing missing that it saw before",other:"last checked at {n} entries: rightly signed, and nothing missing that it saw before"},"health.notSeen":"has checked nothing yet","health.how":"Everything is verified, entry by entry, by an auditor who runs","health.command":"the command","health.howHint":"With a token of yours in JOBS_TOKEN, and in verifier.key the verifier key as you got it from somebody you trust.","health.howOperator":"This takes the token of an auditor or admin.","account.title":"Account","account.who":"Who you are here","account.by":"Signed in by","account.by.session":"a session","account.by.token":"a token","account.by.proxy":"a proxy, which vouches for you","account.by.jwt":"a JWT of your organisation's sign-in","account.ends":"Ends","account.endsHint":"unless you use it again, and 12 hours after it began in any case","account.may.operator":"runs actions, and sees their own jobs","account.may.auditor":"sees everything, and changes nothing","account.may.admin":"sees and does everything","password.title":"Password","password.current":"Current password","password.new":"New password","password.rules":"12 characters or more, at least 5 of them different. Not the user's name, not one text repeated, and none of the passwords that are tried first.","password.show":"Show it","password.change":"Change the password","password.changed":"The password is changed. Your other sessions have ended.","password.ends":"All your other sessions end at once. Your tokens stay.","password.none.session":"You have no password here. An admin can give you one.","password.none.token":"You have no password here. An admin can give you one.","password.none.proxy":"You have no password here: a proxy signs you in. Change your password where you signed in there.","password.none.jwt":"You have no password here: your organisation's sign-in vouches for you. Change your password there.","sessions.title":"Sessions","sessions.hint":"Where you are signed in. The server knows the sessions that were used since it started,","sessions.browser":"Browser","sessions.address":"Address","sessions.used":"Last used","sessions.begun":"Begun","sessions.by.password":"with a password","sessions.by.token":"with a token","sessions.this":"this one","sessions.unknown":"unknown","sessions.end":"End","sessions.endOne":"End the session in {browser}","sessions.endOthers":"End all other sessions","sessions.endTitle":"End this session?","sessions.endOthersTitle":"End all sessions but this one?","sessions.endHint":"Its browser is signed out within a second. What is in flight there is broken off, except for a Set Action that was recorded.","sessions.endOthersHint":"All other browsers are signed out within a second, also those that are not in the list. Tokens stay.","sessions.ended":"The session has ended.","sessions.othersEnded":"All your other sessions have ended.","tokens.title":"Tokens","tokens.hint":"Programs sign in with them. A token may do what you may do.","tokens.byToken":"You are signed in with a token or a JWT, and so you cannot make tokens: a copy of it in the wrong hands could make more. Sign in with your password, or ask an admin.","tokens.empty":"There are no tokens","tokens.name":"Name","tokens.nameHint":"What it is for, such as the program that uses it. A name is never used again.","tokens.made":"Made","tokens.madeBy":", by {user}","tokens.used":"Last used","tokens.unused":"never","tokens.ends":"Ends","tokens.noEnd":"no end","tokens.expired":"expired","tokens.user_disabled":"the user is disabled","tokens.revoked":"revoked","tokens.others":{one:"{n} token that no longer works",other:"{n} tokens that no longer work"},"tokens.new":"New token","tokens.make":"Make the token","tokens.lastDay":"Last day","tokens.lastDayHint":"Without one, it works until it is revoked.","tokens.madeTitle":"The new token","tokens.once":"It is shown only now. Store it where only the program can read it. A program that has it may do what its user may do.","tokens.token":"Token","tokens.theToken":"the token","tokens.stored":"I have stored it","tokens.revoke":"Revoke","tokens.revokeOne":"Revoke {name}","tokens.revokeHint":"Programs that use this token of {user} are refused within a second. This cannot be taken back, and the name stays taken.","tokens.revokeCurrent":"You are signed in by this token.","tokens.revokedNow":"{name} is revoked.","admin.title":"Users and tokens","admin.only":"Only admins see this page.","admin.users":"Users","admin.user":"User","admin.role":"Role","admin.signIn":"Signs in","admin.hasPassword":"with a password","admin.hasNone":"without a password","admin.disabled":"disabled","admin.search":"Search","admin.noUser":"No user has this in the name","admin.add":"Add a user","admin.added":"{user} is added.","admin.name":"Name","admin.nameHint":"As it will be recorded with each job. It cannot be changed.","admin.password":"Password (optional)","admin.passwordHint":"Without one, the user signs in by a token, a proxy or a JWT.","admin.change":"Change","admin.changeOne":"Change {user}","admin.setRole":"Set the role","admin.roleHint":"If it takes rights away, the user's sessions and streams end within a second.","admin.self":"This is you. Another admin can change your role or disable you. Your password is changed at","admin.since":"Added","admin.roleSet":"{user} has the new role.","admin.setPassword":"Set the password","admin.setPasswordHint":"The user's sessions end at once. Tokens stay.","admin.passwordSet":"{user} has the new password.","admin.disable":"Disable","admin.disableOne":"Disable {user}","admin.disableHint":"The user's tokens, sessions and JWTs stop working within a second. Jobs and entries stay. The user can be enabled again.","admin.disabledNow":"{user} is disabled.","admin.enable":"Enable","admin.enableOne":"Enable {user}","admin.enableHint":"It takes a new password, so that earlier sessions do not go on. Tokens that are not revoked work again.","admin.enableHintNone":"Tokens that are not revoked work again. A password is optional.","admin.enabledNow":"{user} is enabled.","admin.tokenUserHint":"A listed user, or a new name for a program that is not listed.","admin.tokenRoleHint":"The user is not listed, so the token has a role.","help.title":"Help","help.proof.title":"What \u201Cproved\u201D means","help.proof.lead":"This ledger keeps every entry for ever. Your browser checks that at each visit, as far as a page can that comes from the same server.","help.proof.means":"What is proved","help.proof.meansText":`Every entry has a fingerprint: a number that changes if a single letter of the entry changes. All fingerprints together have one fingerprint, and the ledger signs it with a key that only it has. This signed fingerprint is a checkpoint.
\u201CEntry #12, proved\u201D says: your browser computed the fingerprint of entry 12 from what you see on the page, and found that it is one of those in the signed checkpoint. Had anybody changed the user, the time, the status or a message after it was recorded, even in the database itself, it would not fit.`,"help.proof.when":"What is checked, and when","help.proof.whenText":`When you open a job: each of its entries, that they follow each other, and that the facts on the page are those of the entries.
The lists of customers and outcomes: by itself if there are up to 1,000, else when you press the button. The payload: when you open it.
A job is only called proved when its checkpoint was compared with what this browser remembers. At each visit, and every few minutes: that the ledger still has everything that it had when this browser last saw it, unchanged and in the same order.
Two jobs that are compared: as each of them alone, but not which customers they share.
Lists of jobs and statistics are not checked in the browser.`,"help.proof.not":"What is not proved","help.proof.notText":"That what somebody reported is true. That the newest entry is shown: a server could hide what was recorded a moment ago. And that the key is the right one, if you have it from this server alone.","help.proof.alarm":"What an alarm means","help.proof.alarmText":`What the server shows is not what it recorded, or not what it showed before. Somebody may have changed the database, or restored an older copy of it; it can also be a mistake in operation, or a broken disk.
Do not rely on what is shown. Download the file that the alarm offers: it has what your browser remembered and what the server sent. Give it to the people who run the ledger, and to your auditor. Keep your browser's memory as it is: do not clear its data, and do not accept the new state until it is explained.
That the server cannot be reached is no alarm. If it is reached, shows a larger ledger and refuses the proof that the old entries are in it, there is a warning, and an alarm after a few tries. An alarm stays until you accept it, also when you load the page again.`,"help.proof.key":"The key","help.proof.keyText":"At your first visit, the browser remembers the key of the ledger. If the server later shows another one, that is an alarm. Compare the key once with one that you have from somebody you trust: it is at /log/key, and on the overview. If the key was changed on purpose, accept the new one with the button of the alarm.","help.proof.outside":"Checking it without this page","help.proof.outsideText":"A page comes from the server that it checks. If you do not trust the server at all, check with another program: download the evidence of a job, and run jobctl, or check.py, which is a second one by other means. Both need the verifier key, obtained elsewhere. Keep a checkpoint now and then: jobctl verify --against compares the whole ledger with it.","help.proof":"what this page checks by itself, and what it shows","help.statuses":"What the statuses mean","help.status.IN_PROGRESS":"The job is recorded, and nobody has said yet how it ended.","help.status.SUCCESS":"It was done for all its customers.","help.status.FAILED":"It was not done, or not for all its customers. The job's page says for whom it failed.","help.status.UNCONFIRMED":"Nobody knows whether the upstream acted. Look there first, and then record what you found. Do not simply send it again.","help.causes":"What a status is based on","help.causesHint":"Behind the status of a job is its cause, unless the upstream simply answered.","help.any":"Any status","help.cause.answered":"The upstream's whole answer was read, and says how the job ended.","help.cause.reported":"Somebody reported it: the service that ran the job, or a person who looked.","help.cause.never_sent":"The request provably never left. The upstream did nothing.","help.cause.withheld":"The request was not sent, because other jobs were for the same customers, or because that could not be checked.","help.cause.timed_out":"The request was sent, and no whole answer came in time.","help.cause.connection_lost":"The request was sent, and the connection broke before a whole answer came.","help.cause.unreadable_answer":"The upstream accepted the request, with an answer that cannot be read or does not say how the job ended.","help.cause.inconclusive_answer":"The code of the answer does not tell whether the upstream acted.","help.cause.interrupted":"The server stopped before the outcome of the call was recorded.","help.cause.imported":"Another system recorded it.","help.keysHint":"In the list of jobs.","help.more":"More","help.docs":"the same for programs, with all that this page can do","help.account":"your password, sessions and tokens","help.checkpoint":"how many entries there are, signed; keep one, and the ledger cannot be rewritten unnoticed","help.key":"checks the signatures; compare it with the one that you got from somebody you trust"}});function Ne(t,e){return En[e]??=$a(e,{...ba,...Ch,hourCycle:"h23"}),ya(En[e],t)}function wa(t,e){return En[`${e}-day`]??=$a(e,ba),ya(En[`${e}-day`],t)}function Co(t){let e=["B","kB","MB","GB"],o=0,n=t;for(;n>=1e3&&o<e.length-1;o+=1)n/=1e3;return`${_a.format(Number(n.toFixed(n<10&&o?1:0)))} ${e[o]}`}function Lo(t,e){let o=n=>+`0.${/\.\d{3}(\d+)/.exec(n)?.[1]??0}`;return Date.parse(e)-Date.parse(t)+o(e)-o(t)}function zt(t){if(t<1e3)return`${Number(t.toFixed(t<10?1:0))} ms`;if(t<59950)return`${Number((t/1e3).toFixed(1))} s`;let e=Math.round(t/1e3),o=(s,i,c,u)=>c?`${N(s)} ${i} ${c} ${u}`:`${N(s)} ${i}`;if(e<3600)return o(Math.floor(e/60),"min",e%60,"s");let n=Math.round(e/60);if(n<1440)return o(Math.floor(n/60),"h",n%60,"min");let r=Math.round(n/60);return o(Math.floor(r/24),"d",r%24,"h")}var $a,En,ba,Ch,ya,ga,_a,Lh,N,Ie,eo,tt=y(()=>{"use strict";jn();$a=(t,e)=>new Intl.DateTimeFormat(ue,{...e,...t==="utc"?{timeZone:"UTC"}:{}}),En={},ba={day:"2-digit",month:"short",year:"numeric"},Ch={hour:"2-digit",minute:"2-digit",second:"2-digit"},ya=(t,e)=>Number.isNaN(Date.parse(e))?String(e):t.format(new Date(e));ga=t=>t==="utc"?"UTC":new Intl.DateTimeFormat().resolvedOptions().timeZone,_a=new Intl.NumberFormat(ue),Lh=new Intl.NumberFormat(ue,{style:"percent",maximumFractionDigits:1}),N=t=>_a.format(t),Ie=t=>Lh.format(t);eo=t=>`${t.slice(0,8)}\u2026${t.slice(-4)}`});function a(t,e={}){let o=Xr[t],n=Number(e.n??0);return(typeof o=="string"?o:Nh.select(n)==="one"&&o.one||o.other).replace(/\{(\w+)\}/g,(s,i)=>{let c=e[i];return typeof c=="number"?N(c):c??s})}function P(t,e){let o=`${t}.${e}`;return o in Xr?a(o):String(e).replaceAll("_"," ")}var Nh,j=y(()=>{"use strict";jn();tt();Nh=new Intl.PluralRules(ue)});function xa(t,{later:e=setTimeout,now:o=Date.now}={}){let n=!1,r=!1,s=!1,i=0,c=-1/0,u=async()=>{r=!1,n=!0,await t(),n=!1,c=o(),s&&d()},d=()=>{if(s=n,n||r)return;let f=o()-c;i=f<Ih?Math.min(i+1,Zr.length-1):0,r=!0,f>=Zr[i]?u():e(u,Zr[i]-f)};return d}async function ka(t,e){let o=AbortSignal.timeout(t);try{return await e(o)}catch(n){throw o.aborted?new z({status:504,type:"timeout"}):n}}var va,Zr,Ih,Re,No=y(()=>{"use strict";Wt();va=[1e3,2e3,5e3,1e4,3e4],Zr=[0,100,300,1e3],Ih=2e3,Re=(t,e)=>e?.retryAfter?e.retryAfter*1e3:va[Math.min(t,va.length-1)]});function De(t){t&&t.parentNode&&t.remove()}function Oa(t,e,o){var n,r,s,i={},c=arguments.length;for(s in e)s=="key"?n=e[s]:s=="ref"&&typeof t!="function"?r=e[s]:i[s]=e[s];return c>2&&(i.children=c>3?ns.call(arguments,2):o),Io(t,i,n,r,null)}function Io(t,e,o,n,r){var s={type:t,props:e,key:o,ref:n,__k:null,__:null,__b:0,__e:null,__c:null,constructor:Do,__v:r||++Ta,__i:-1,__u:0};return!r&&Z.vnode&&Z.vnode(s),s}function Mo(t){return t.children}function Ro(t,e){this.props=t,this.context=e,this.__g=0}function fe(t,e){if(e==null)return t.__&&fe(t.__,t.__i+1);for(var o;e<t.__k.length;e++)if((o=t.__k[e])&&o.__e)return o.__e;return typeof t.type!="function"||t.props.__P?null:fe(t)}function Hh(t){var e,o=t.__v,n=o.__e,r=[],s=[],i=t.__P;i&&((e=Me({constructor:Do},o)).__v=o.__v+1,Z.vnode&&Z.vnode(e),rs(i,e,o,t.__n,i.namespaceURI,32&o.__u?[n]:null,r,n||fe(o),32&o.__u,s),e.__v=o.__v,e.__.__k[e.__i]=e,Da(r,e,s),o.__=o.__e=null,e.__e!=n&&Ca(e))}function Ca(t){if((t=t.__)&&t.__c&&!t.props.__P)return t.__e=null,t.__k.some(function(e){return e&&(t.__e=e.__e)}),Ca(t)}function Sa(t){(8&t.__g||(t.__g|=8,de.push(t),Nn++))&&Qr==Z.debounceRendering||((Qr=Z.debounceRendering)||queueMicrotask)(La)}function La(){try{for(var t,e=1;de.length;)de.length>e&&de.sort(ja),t=de.shift(),e=de.length,8&t.__g&&Hh(t)}finally{(Nn=de.length)&&(Qr||queueMicrotask)(La)}}function Na(t,e,o,n,r,s,i,c,u,d,f){var h,m,p,$,g,w,v=n.__k||Rn,_=e.length;for(u=Ph(o,e,v,u,_),h=0;h<_;h++)(p=o.__k[h])!=null&&(m=~p.__i&&v[p.__i]||In,p.__i=h,w=rs(t,p,m,r,s,i,c,u,d,f),$=p.__e,(m.ref!=p.ref||8&m.__u)&&(m.ref&&ss(m.ref,null,p,m),p.ref&&f.push(p.ref,p.__c||$,p)),g=g||$,4&p.__u?(u=Ia(p,u,t,!m.__v),m.__e&&(m.__e=null)):typeof p.type=="function"&&w!==void 0?u=w:$&&(u=$.nextSibling),p.__u&=-21);return o.__e=g,u}function Ph(t,e,o,n,r){var s,i,c,u,d,f,h,m,p,$=o.length,g=$,w=0,v=0,_=t.__k=Array(r);for(s=0;s<r;s++)(i=e[s])!=null&&typeof i!="boolean"&&typeof i!="function"?(typeof i!="object"||i.constructor===String?i=_[s]=Io(null,i):os(i)?i=_[s]=Io(Mo,{children:i}):i.constructor===Do&&i.__b?i=_[s]=Io(i.type,i.props,i.key,i.ref,i.__v):_[s]=i,u=s+w,i.__=t,i.__b=t.__b+1,c=null,~(d=i.__i=Uh(i,o,u,g))&&(g--,(c=o[d])&&(c.__u|=2)),c&&c.__v?(i.__u|=16,d==u-1?w--:d==u+1?w++:d!=u&&(d>u?w--:w++,v=1)):(~d||(r>$?w--:r<$&&w++),typeof i.type!="function"&&(i.__u|=4))):_[s]=null;if(v){for(f=[],h=[],s=0;s<r;s++)if((i=_[s])&&16&i.__u){for(w=0,m=f.length;w<m;)f[p=w+m>>1]<i.__i?w=p+1:m=p;f[w]=i.__i,h[s]=w+1}for(w=f.length;s--;)h[s]&&(h[s]==w?w--:_[s].__u|=4)}if(g)for(s=0;s<$;s++)!(c=o[s])||2&c.__u||(c.__e==n&&(n=fe(c)),is(c,c));return n}function Ia(t,e,o,n){var r,s,i,c;if(typeof t.type=="function"){if(t.props.__P)return e;if(r=t.__k)for(s=0;s<r.length;s++)r[s]&&(r[s].__=t,e=Ia(r[s],e,o,!1));return e}for(e&&!e.parentNode&&(e=fe(t))&&!e.parentNode&&(e=null),i=t.__e,c=e;c&&c.nodeType==8;)c=c.nextSibling;for(i!=c&&(!n&&o.moveBefore&&i.parentNode?o.moveBefore(i,e):o.insertBefore(i,e||null)),e=i;(e=e&&e.nextSibling)&&e.nodeType==8&&!e.data.startsWith("$s"););return e}function Uh(t,e,o,n){var r,s=t.key,i=t.type,c=e[o],u=c&&!(2&c.__u);if(c===null&&s==null||u&&s==c.key&&i==c.type)return o;if(n>(u?1:0)){for(r=o-1;r>=0;r--)if((c=e[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r;for(r=o+1;r<e.length;r++)if((c=e[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r}return-1}function Aa(t,e,o){o==null&&(o=""),e[0]=="-"?t.setProperty(e,o):t[e]=o}function On(t,e,o,n,r){var s,i;if(e=="style")if(typeof o=="string")t.style.cssText=o;else{if(typeof n=="string"&&(t.style.cssText=n=""),n)for(e in n)o&&e in o||Aa(t.style,e);if(o)for(e in o)n&&o[e]==n[e]||Aa(t.style,e,o[e])}else if(e[0]=="o"&&e[1]=="n")typeof o!="function"&&(o=null),typeof n!="function"&&(n=null),(t.__e||(t.__e={}))[e]=o,o&&n||(i=ts[e]||(ts[e]=Fh(e)),(t.__a||(t.__a={}))[e]=es,s=e!=(e=e.replace(Ea,"$1")),(e=e.slice(2))[0]<"a"&&(e=e.toLowerCase()),o?t.addEventListener(e,i,s):t.removeEventListener(e,i,s));else{if(r=="http://www.w3.org/2000/svg")e=e.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(e!="width"&&e!="height"&&e!="href"&&e!="list"&&e!="form"&&e!="tabIndex"&&e!="download"&&e!="rowSpan"&&e!="colSpan"&&e!="role"&&e!="popover"&&e in t)try{return void(t[e]=o??"")}catch{}if(typeof o=="function")return;o==null||o===!1&&e[4]!="-"?t.removeAttribute(e):t.setAttribute(e,e=="popover"&&o==1?"":o)}}function Fh(t){return function(e){var o=this.__e;if(o){if(o=o[t],e[Cn]==null)e[Cn]=es++;else if(e[Cn]<this.__a[t])return;return o(Z.event?Z.event(e):e)}}}function rs(t,e,o,n,r,s,i,c,u,d){var f,h,m,p,$,g,w,v,_,x,L,U,wt,Rt,ht,jt,ot,Ct,Et=e.type;if(e.constructor!==Do)return null;128&o.__u&&(u=32&o.__u,f=o.__c.__z)&&(e.__u|=u,h=s=[],f.nodeType==8?c=Ln(f,s):s.push(f),c=s[0]||c),(f=Z.__b)&&f(e);t:if(typeof Et=="function"){m=i.length;try{if(v=e.props,_=(f=Et.prototype)&&f.render,x=(f=Et.contextType)&&n[f.__c],L=f?x?x.props.value:f.__:n,(p=o.__c)?(e.__c=p,2&p.__g&&(p.__g|=1)):(_?e.__c=p=new Et(v,L):(e.__c=p=new Ro(v,L),p.constructor=Et,p.render=Wh),x&&x.sub(p),p.state||(p.state={}),p.__n=n,p.__g|=8,p.__h=[],p.__k=[]),_&&(p.__s||(p.__s=p.state),Et.getDerivedStateFromProps&&(p.__s==p.state&&(p.__s=Me({},p.__s)),Me(p.__s,Et.getDerivedStateFromProps(v,p.__s)))),$=p.props,g=p.state,p.__v=e,o.__c){if(v!==$&&_&&!Et.getDerivedStateFromProps&&p.componentWillReceiveProps&&p.componentWillReceiveProps(v,L),e.__v==o.__v&&!(8&p.__g)||!(4&p.__g)&&p.shouldComponentUpdate&&p.shouldComponentUpdate(v,p.__s,L)===!1){e.__v!=o.__v&&(p.props=v,p.state=p.__s,p.__g&=-9),e.__e=o.__e,e.__k=o.__k,e.__k.some(function(gt){gt&&(gt.__=e)}),Rn.push.apply(p.__h,p.__k),p.__k=[],p.__h.length&&i.push(p),c=fe(o);break t}p.componentWillUpdate&&p.componentWillUpdate(v,p.__s,L),_&&p.componentDidUpdate&&p.__h.push(function(){p.componentDidUpdate($,g,w)})}else _&&!Et.getDerivedStateFromProps&&p.componentWillMount&&p.componentWillMount(),_&&p.componentDidMount&&p.__h.push(p.componentDidMount);p.context=L,p.props=v,p.__P=t,p.__g&=-5,U=Z.__r,wt=_?25:0;do p.__g&=-9,U&&U(e),f=p.render(p.props,p.state=p.__s,p.context);while(8&p.__g&&++wt<25);_&&(Rn.push.apply(p.__h,p.__k),p.__k=[]),p.state=p.__s,p.getChildContext&&(n=Me({},n,p.getChildContext())),_&&o.__c&&p.getSnapshotBeforeUpdate&&(w=p.getSnapshotBeforeUpdate($,g)),Rt=f&&f.type===Mo&&f.key==null?f.props.children:f,v.__P&&(f=c,r=(t=v.__P).namespaceURI,u=s=null,o.props&&o.props.__P!=t&&(o.__k.some(function(gt){gt&&is(gt,gt)}),o.__k=null),c=o.__k?fe(o,0):null),c=Na(t,os(Rt)?Rt:[Rt],e,o,n,r,s,i,c,u,d),v.__P&&(e.__e=null,c=f),e.__u&=-161,h&&h.some(De),p.__h.length&&i.push(p),1&p.__g&&(p.__g&=-4)}catch(gt){if(i.length=m,e.__v=null,u||s)if(gt&&gt.then){if(e.__u|=128|u,s){for(~(ot=s.indexOf(c||void 0))||(ot=s.length);(Ct=s[ot-1])&&Ct.nodeType==8;)ot--;for(;ot<s.length;ot++)if(Ct=s[ot])if(s[ot]=null,ht){if(Ct==jt)break}else{if(Ct.nodeType!=8)break;Ct.data.startsWith("$s")&&(jt=Ln(ht=Ct))}}if(!ht){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;ht=c}(f=Ln(ht=e.__c.__z||(e.__c.__z=ht)))?(e.__e=ht,c=f):e.__e=c,c=c&&c.nextSibling}else s&&s.some(De);else e.__e=o.__e;e.__k||(e.__k=o.__k||[]),gt&&gt.then||Ra(e),Z.__e(gt,e,o)}}else c=e.__e=Bh(o.__e,e,o,n,r,s,i,u,d,t);return(f=Z.diffed)&&f(e),c}function Ln(t,e){if(t&&t.nodeType==8&&t.data.startsWith("$s"))for(var o=1;t=t.nextSibling;){if(t.nodeType==8){if(t.data.startsWith("$s"))o++;else if(t.data.startsWith("/$s")&&!--o)return t}e&&e.push(t)}}function Ra(t){t&&(t.__c&&(t.__c.__g|=4),t.__k&&t.__k.some(Ra))}function Da(t,e,o){for(var n=0;n<o.length;)ss(o[n++],o[n++],o[n++]);Z.__c&&Z.__c(e,t),t.some(function(r){try{t=r.__h,r.__h=[],t.some(function(s){s.call(r)})}catch(s){Z.__e(s,r.__v)}})}function Bh(t,e,o,n,r,s,i,c,u,d){var f,h,m,p,$,g,w,v,_=o.props||In,x=e.props,L=e.type;if(L=="svg"?r="http://www.w3.org/2000/svg":L=="math"?r="http://www.w3.org/1998/Math/MathML":r||(r="http://www.w3.org/1999/xhtml"),s){for(f=0;f<s.length;f++)if(($=s[f])&&(L?$.localName==L:$.nodeType==3)){t=$,s[f]=null;break}}if(!t){if(v=d.ownerDocument||document,!L)return v.createTextNode(x);t=v.createElementNS(r,L,x.is?x:d),c&&(Z.__m&&Z.__m(e,s),c=!1),s=null}if(L){if(d=L=="template"&&t.content||t,s=L=="textarea"&&x.defaultValue!=null?null:s&&ns.call(d.childNodes),!c&&s)for(_={},f=0;f<t.attributes.length;f++)_[($=t.attributes[f]).name]=$.value;for(f in _)$=_[f],f=="dangerouslySetInnerHTML"?m=$:f=="children"||f in x||f=="value"&&"defaultValue"in x||f=="checked"&&"defaultChecked"in x||On(t,f,null,$,r);for(f in x)$=x[f],f=="children"?p=$:f=="dangerouslySetInnerHTML"?h=$:f=="value"?g=$:f=="checked"?w=$:c&&typeof $!="function"||_[f]===$||On(t,f,$,_[f],r);h?(c||m&&(h.__html==m.__html||h.__html==t.innerHTML)||(t.innerHTML=h.__html),e.__k=[]):(m&&(t.textContent=""),(L=="foreignObject"||r=="http://www.w3.org/1998/Math/MathML"&&Mh.test(L))&&(r="http://www.w3.org/1999/xhtml"),Na(d,os(p)?p:[p],e,o,n,r,s,i,s?s[0]:o.__k&&fe(o,0),c,u),s&&s.some(De)),c&&L!="textarea"||(f="value",L=="progress"&&g==null?t.removeAttribute(f):g==null||g===t[f]&&(L!="progress"||g)||On(t,f,g,_[f],r),f="checked",w!=null&&w!=t[f]&&On(t,f,w,_[f],r))}else _===x||c&&t.data==x||(t.data=x);return t}function ss(t,e,o,n){try{typeof t=="function"?e?e.__x=t(e)||1:n&&(n=n.__c||n.__e)&&(e=n.__x)&&(n.__x=null,typeof e=="function"?e():t(null)):t.current=e}catch(r){Z.__e(r,o)}}function is(t,e,o){var n,r,s,i;if(Z.unmount&&Z.unmount(t),!(n=t.ref)||n.current&&n.current!=t.__e||ss(n,null,e,t),n=t.__c){if(n.componentWillUnmount)try{n.componentWillUnmount()}catch(c){Z.__e(c,e)}n.__P=n.__n=null}if(n=t.__k)for(i=0;i<n.length;i++)n[i]&&is(n[i],e,typeof t.type!="function"||o&&!t.props.__P);!o&&(n=t.__c)&&(n=n.__z)&&(r=Ln(n,s=[]))&&(n==t.__e&&s.some(De),De(r),De(n)),o||De(t.__e),t.__e=t.__c=t.__=null}function Wh(t,e,o){return this.constructor(t,o)}function as(t,e){var o,n,r,s;Z.__&&Z.__(t,e),e.nodeType==9&&(e=e.documentElement),n=(o=t&&32&t.__u)?null:e.__k,e.__k=Io(Mo,{children:[t]}),r=[],s=[],rs(e,e.__k,n||In,In,e.namespaceURI,n?null:e.firstChild?ns.call(e.childNodes):null,r,n?n.__e:e.firstChild,o,s),Da(r,e.__k,s),e.__k.props.children=null}var Z,Ta,Rh,de,Qr,Nn,ja,Cn,Ea,es,ts,Dh,Do,In,Rn,Mh,os,ns,Me,Dn=y(()=>{"use strict";Do=Symbol.for("pv"),In={},Rn=[],Mh=/^m(i|n|o|s|text|space)$/,os=Array.isArray,ns=Rn.slice,Me=Object.assign;Z={__e:function(t,e,o,n){for(var r,s,i;e=e.__;)if((r=e.__c)&&!(1&r.__g)){r.__g|=4;try{if((i=(s=r.constructor)&&s.getDerivedStateFromError)&&r.setState(s.getDerivedStateFromError(t)),r.componentDidCatch&&(r.componentDidCatch(t,n||{}),i=1),i&&8&r.__g)return void(r.__g|=2)}catch(c){t=c}}throw Nn=0,t}},Ta=0,Rh=function(t){return t!=null&&t.constructor===Do},Ro.prototype.setState=function(t,e){var o=this.__s;o&&o!=this.state||(o=this.__s=Me({},this.state)),typeof t=="function"&&(t=t(Me({},o),this.props)),t&&(Me(o,t),this.__v&&(e&&this.__k.push(e),Sa(this)))},Ro.prototype.forceUpdate=function(t){this.__v&&(this.__g|=4,t&&this.__h.push(t),Sa(this))},Ro.prototype.render=Mo,de=[],Nn=0,ja=function(t,e){return t.__v.__b-e.__v.__b},Cn=Symbol(),Ea=/(PointerCapture)$|Capture$/i,es=0,ts={},Dh=0});function Pa(t){var e=Ma.get(this);return e||(e=new Map,Ma.set(this,e)),(e=Ha(this,e.get(t)||(e.set(t,e=(function(o){for(var n,r,s=1,i="",c="",u=[0],d=function(m){s===1&&(m||(i=i.replace(/^\s*\n\s*|\s*\n\s*$/g,"")))?u.push(0,m,i):s===3&&(m||i)?(u.push(3,m,i),s=2):s===2&&i==="..."&&m?u.push(4,m,0):s===2&&i&&!m?u.push(5,0,!0,i):s>=5&&((i||!m&&s===5)&&(u.push(s,0,i,r),s=6),m&&(u.push(s,m,0,r),s=6)),i=""},f=0;f<o.length;f++){f&&(s===1&&d(),d(f));for(var h=0;h<o[f].length;h++)n=o[f][h],s===1?n==="<"?(d(),u=[u],s=3):i+=n:s===4?i==="--"&&n===">"?(s=1,i=""):i=n+i[0]:c?n===c?c="":i+=n:n==='"'||n==="'"?c=n:n===">"?(d(),s=1):s&&(n==="="?(s=5,r=i,i=""):n==="/"&&(s<5||o[f][h+1]===">")?(d(),s===3&&(u=u[0]),s=u,(u=u[0]).push(2,0,s),s=0):n===" "||n==="	"||n===`
`||n==="\r"?(d(),s=2):i+=n),s===3&&i==="!--"&&(s=4,u=u[0])}return d(),u})(t)),e),arguments,[])).length>1?e:e[0]}var Ha,Ma,Ua=y(()=>{"use strict";Ha=function(t,e,o,n){var r;e[0]=0;for(var s=1;s<e.length;s++){var i=e[s++],c=e[s]?(e[0]|=i?1:2,o[e[s++]]):e[++s];i===3?n[0]=c:i===4?n[1]=Object.assign(n[1]||{},c):i===5?(n[1]=n[1]||{})[e[++s]]=c:i===6?n[1][e[++s]]+=c+"":i?(r=t.apply(c,Ha(t,c,o,["",null])),n.push(r),c[0]?e[0]|=2:(e[s-2]=0,e[s]=r)):n.push(c)}return n},Ma=new Map});function oo(t,e){lt.__h&&lt.__h(nt,t,Po||e),Po=0;var o=nt.__H||(nt.__H={__:[],__h:[]});return t>=o.__.length&&o.__.push({}),o.__[t]}function b(t){return Po=1,Xa(Za,t)}function Xa(t,e,o){var n=oo(he++,2);if(n.t=t,!n.__c&&(n.__=[o?o(e):Za(void 0,e),function(s){var i=(n.__N||n.__)[0],c=n.t(i,s);ls(i,c)||(n.__N=[c,n.__[1]],n.__c.setState({}))}],n.__c=nt,!nt.__f)){nt.__f=!0;var r=nt.shouldComponentUpdate;nt.shouldComponentUpdate=function(s,i,c){var u=this.__H;if(!u)return!0;var d=!1,f=this.props!=s;if(u.__.some(function(m){m.__N&&(d=!0,ls(m.__[0],m.__N[0])||(f=!0))}),r){var h=r.call(this,s,i,c);return d?h||f:h}return!d||f}}return n.__}function S(t,e){var o=oo(he++,3);!lt.__s&&ps(o.__H,e)&&(o.__P=!0,o.__=t,o.u=e,nt.__H.__h.push(o))}function pe(t,e){var o=oo(he++,4);!lt.__s&&ps(o.__H,e)&&(o.__P=!1,o.__=t,o.u=e,nt.__h.push(o))}function H(t){return Po=5,rt(function(){return{current:t}},[])}function rt(t,e){var o=oo(he++,7);return ps(o.__H,e)&&(o.__=t(),o.__H=e),o.__}function fs(t,e){return Po=8,rt(function(){return t},e)}function hs(t){var e=oo(he++,10),o=b();return e.__=t,nt.componentDidCatch||(nt.componentDidCatch=function(n,r){e.__&&e.__(n,r),o[1](n)}),[o[0],function(){return o[1]()}]}function me(){var t=oo(he++,11);if(!t.__){for(var e=nt.__v;!e.__m&&e.__;)e=e.__;var o=e.__m||(e.__m=[0,0]);t.__="P"+o[0]+"-"+o[1]++}return t.__}function qh(){var t;do{for(;t=us.shift();)try{Ho(t)}catch(o){lt.__e(o,{__:(t=t.__P)&&t.__v})}for(;t=Ya.shift();){var e=t.__H;if(t.__P&&e)try{e.__h.some(Ho),e.__h.some(ds),e.__h=[]}catch(o){e.__h=[],lt.__e(o,t.__v)}}}while(us.length)}function zh(t){var e,o=function(){clearTimeout(n),Ja&&cancelAnimationFrame(e),setTimeout(t)},n=setTimeout(o,35);Ja&&(e=requestAnimationFrame(o))}function Ga(t){t!=1&&Fa==lt.requestAnimationFrame||((Fa=lt.requestAnimationFrame)||zh)(qh)}function Ho(t){var e=nt,o=t.__c;typeof o=="function"&&(t.__c=void 0,o()),nt=e}function ds(t){var e=nt;t.__c=t.__(),nt=e}function ps(t,e){return!t||t.length!=e.length||e.some(function(o,n){return!ls(o,t[n])})}function Za(t,e){return typeof e=="function"?e(t):e}var he,nt,cs,Fa,ls,Po,Ya,us,lt,Ba,Wa,qa,za,Va,Ka,Ja,Qa=y(()=>{"use strict";Dn();ls=Object.is,Po=0,Ya=[],us=[],lt=Z,Ba=lt.__b,Wa=lt.__r,qa=lt.diffed,za=lt.__c,Va=lt.unmount,Ka=lt.__;lt.__b=function(t){nt=null,Ba&&Ba(t)},lt.__=function(t,e){t&&e.__k&&e.__k.__m&&(t.__m=e.__k.__m),Ka&&Ka(t,e)},lt.__r=function(t){Wa&&Wa(t),he=0;var e=(nt=t.__c).__H;e&&(cs==nt?nt.__h=[]:(e.__h.some(Ho),e.__h.some(ds),he=0),e.__h=[],e.__.some(function(o){o.__N&&(o.__=o.__N),o.u=o.__N=void 0})),cs=nt},lt.diffed=function(t){qa&&qa(t);var e=t.__c;e&&e.__H&&(e.__H.__h.length&&Ga(Ya.push(e)),e.__H.__.some(function(o){o.u&&(o.__H=o.u)})),cs=nt=null},lt.__c=function(t,e){e.some(function(o){try{o.__h.some(Ho),o.__h=o.__h.filter(function(n){return!n.__||ds(n)})}catch(n){o.__h=[function(){throw n}]}}),za&&za(t,e)},lt.unmount=function(t){Va&&Va(t);var e,o,n=t.__c;n&&n.__H&&(n.__H.__.some(function(r){try{if(r.__P&&r.__c){if(o===void 0){for(o=t.__;o&&(!o.__c||!o.__c.__P);)o=o.__;o=o&&o.__c}r.__P=o,Ga(us.push(r))}else Ho(r)}catch(s){e=s}}),n.__H=void 0,e&&lt.__e(e,n.__v))};Ja=typeof requestAnimationFrame=="function"});var l,A=y(()=>{"use strict";Dn();Ua();Dn();Qa();l=Pa.bind(Oa)});function E(t){let[e,o]=b(t.get());return S(()=>(o(()=>t.get()),t.watch(n=>o(()=>n))),[t]),e}function Vt(){let{search:t}=E(Mt);return[rt(()=>new URLSearchParams(t),[t]),Tn]}function W(t,e){let o={error:null,isLoading:!0},[n,r]=b(o),s=H(t);s.current=t;let i=H(()=>{}),c=H(e);c.current.some((d,f)=>!Object.is(d,e[f]))&&(c.current=e),S(()=>{r(o);let d=new AbortController;return i.current=Vh(f=>s.current(f),d.signal,f=>r(h=>({...h,...f}))),i.current(),()=>d.abort()},[c.current]);let u=fs(()=>i.current(),[]);return{data:n.data,error:n.error,isLoading:n.isLoading,reload:u}}function Vh(t,e,o){let n=0,r=0,s=xa(async()=>{if(clearTimeout(r),!e.aborted){o({isLoading:!0});try{let i=await t(e);n=0,e.aborted||o({data:i,error:null,isLoading:!1})}catch(i){if(e.aborted)return;let c=Qe(i);c.isFault&&console.error(i),o({error:c,isLoading:!1}),c.isTemporary&&(r=window.setTimeout(s,Re(n++,c)))}}});return s}function X(t){let[e,o]=b(!1),[n,r]=b(null),s=H(!1);return[async(...c)=>{if(!s.current){s.current=!0,o(!0),r(null);try{await t(...c)}catch(u){if(!(u instanceof z))throw u;r(u)}finally{s.current=!1,o(!1)}}},e,n,()=>r(null)]}function Mn(t,e,o){S(()=>{if(!e)return;let n=i=>{t.current?.contains(i.target)||o(i)},r=i=>{i.key==="Escape"&&(i.stopPropagation(),i.preventDefault(),o(i))},s=t.current;return document.addEventListener("pointerdown",n),document.addEventListener("focusin",n),s?.addEventListener("keydown",r),()=>{document.removeEventListener("pointerdown",n),document.removeEventListener("focusin",n),s?.removeEventListener("keydown",r)}},[e])}var B=y(()=>{"use strict";Wt();Ot();No();A()});var Kh,I,yt=y(()=>{"use strict";A();Kh={SUCCESS:"m4 8.5 2.7 2.7L12 5.5",FAILED:"m5 5 6 6m0-6-6 6",UNCONFIRMED:"M6 6.2C6 3.6 10.4 3.8 10.2 6.4 10 8 8 8 8 9.6m0 2.2v.4",IN_PROGRESS:"M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM8 5v3l2 1.4",copy:"M6 6h7v7H6zM3 10V3h7",search:"M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zm3.3 7.8L14 14",note:"M3 3h10v7H8l-3 3v-3H3z",down:"m4 6.5 4 4 4-4",user:"M8 3a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM3 13.5c.6-5 9.4-5 10 0",check:"M8 1.8 13 4v4c0 3-2 5-5 6.2C5 13 3 11 3 8V4zM5.7 8l1.7 1.7 3-3.4",alarm:"M8 2.5 14.5 13.5h-13zM8 6.5v3.2m0 1.6v.4",system:"M8 2.5a5.5 5.5 0 1 1 0 11zm0 0v11a5.5 5.5 0 0 1 0-11",light:"M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM8 1v1.5m0 11V15M1 8h1.5m11 0H15M3 3l1 1m8 8 1 1M3 13l1-1m8-8 1-1",dark:"M7 2.5a5.5 5.5 0 1 0 6.5 7A5 5 0 0 1 7 2.5z",download:"M8 2.5v7m-3-2.6 3 3 3-3M3 13h10"},I=({name:t})=>l`
  <svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d=${Kh[t]} /></svg>
`});function ec(){let t=E(Oe),e=Object.entries(E(tc));return l`
    <div class="banners">
      ${e.map(([o,{kind:n,content:r}])=>l`
          <div
            key=${o}
            id="banner-${o}"
            class="banner banner-${n}"
            role=${n==="alarm"?"alert":"status"}
          >
            <${I} name=${n==="info"?"check":"alarm"} />
            <div>${r}</div>
          </div>
        `)}
      <div role="status">
        ${!t&&l`
            <div class="banner banner-warning" id="banner-offline">
              <${I} name="alarm" />
              <div>${a("app.offline")}</div>
            </div>
          `}
      </div>
    </div>
  `}var tc,no,Hn=y(()=>{"use strict";K();qt();j();B();A();yt();tc=pt({}),no=(t,e)=>tc.update(o=>{let{[t]:n,...r}=o;return e?{...r,[t]:e}:n?r:o})});function J(t,e="ok"){oc+=1;let o=oc;Pn.update(n=>[...n.slice(-3),{id:o,text:t,kind:e}]),e==="ok"&&setTimeout(nc,Jh,o)}function rc(){let t=E(Pn),e=E(ms);return l`
    <div class="messages" role="log" aria-live="polite" aria-relevant="additions">
      ${t.map(({id:o,text:n,kind:r})=>l`
          <div key=${o} class="message message-${r}">
            <span>${n}</span>
            <button class="icon-button" aria-label=${a("app.close")} onClick=${()=>nc(o)}>
              ✕
            </button>
          </div>
        `)}
    </div>
    <div class="off-screen" role="status" aria-live="polite">${e}</div>
  `}var Pn,ms,oc,Jh,nc,Un,vt=y(()=>{"use strict";mt();qt();j();B();A();Pn=pt([]),ms=pt(""),oc=0;Sn(()=>{Pn.set([]),ms.set("")});Jh=5e3,nc=t=>Pn.update(e=>e.filter(o=>o.id!==t));Un=t=>ms.set(t)});function $s({status:t,title:e}){return t<0?a("problem.fault"):t===0?a("problem.network"):t===401?a("problem.401"):t===403?a("problem.403"):t===404?a("problem.404"):t===429?a("problem.429"):t===503?a("problem.503"):e}function Gh({status:t,type:e,retryAfter:o}){return t===0?a("problem.networkHint"):t===404?a("problem.404Hint"):e.endsWith(":maybe-recorded")?a("problem.maybeRecorded"):o?a("problem.waitHint",{n:o}):""}function it({problem:t,retry:e}){if(!t)return null;let o=Gh(t);return l`
    <div class="notice notice-error" role="alert">
      <${I} name="alarm" />
      <div>
        <p class="notice-title">${$s(t)}</p>
        ${!t.isNetwork&&t.detail&&l`<p>${t.detail}</p>`}
        ${o&&l`<p>${o}</p>`} ${e&&t.isTemporary&&a("app.retrying")}
        ${e&&l`<p><button type="button" onClick=${e}>${a("app.again")}</button></p>`}
      </div>
    </div>
  `}function dt({of:t,children:e}){return l`
    <${it} problem=${t.error} retry=${t.reload} />
    ${t.data!==void 0?e(t.data):t.isLoading&&l`<${$e} />`}
  `}var $e,st,ft=y(()=>{"use strict";j();A();yt();$e=()=>l`<p class="state" role="status">${a("app.loading")}</p>`,st=({title:t,children:e})=>l`
  <div class="state">
    <p class="state-title">${t}</p>
    ${e}
  </div>
`});async function Fn(){try{await da()}catch(t){let e=Qe(t),o=e.isNetwork?$s(e):e.message;J(a("user.notSignedOut",{why:o}),"error");return}$t(O("/")),J(a("user.signedOut"))}var bs=y(()=>{"use strict";mt();F();Wt();Ot();j();vt();ft()});function Yh(t){let e={ArrowDown:1,ArrowUp:-1}[t.key];if(!e||t.target.matches("input:not([type=checkbox])"))return;let n=[...t.currentTarget.querySelectorAll("a[href], button, input")],r=n.indexOf(document.activeElement)+e;t.preventDefault(),n[(r+n.length)%n.length]?.focus()}function ro({label:t,name:e,class:o="",align:n="start",children:r}){let[s,i]=b(!1),c=H(null),u=H(null),d=()=>{i(!1),u.current?.focus()};return Mn(c,s,f=>f.type==="keydown"?d():i(!1)),l`
    <div class="popover" ref=${c}>
      <button
        type="button"
        ref=${u}
        class=${o}
        aria-expanded=${s}
        aria-label=${e}
        onClick=${()=>i(!s)}
      >
        ${t}<${I} name="down" />
      </button>
      ${s&&l`<div class="panel panel-${n}" onKeyDown=${Yh}>${r(d)}</div>`}
    </div>
  `}var Bn,sc,Uo=y(()=>{"use strict";j();B();A();yt();Bn=({items:t,...e})=>l`
  <${ro} ...${e}>
    ${o=>l`
      <ul class="menu">
        ${t.map(({text:n,href:r,onClick:s,download:i})=>l`
            <li key=${n}>
              ${r?l`<a href=${r} download=${i} onClick=${o}>${n}</a>`:l`
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
`,sc=({name:t,value:e,onRemove:o})=>l`
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
`});var dc,so,ws,Wn,gs,_s,qn,Xh,Zh,ic,vs,Qh,fc,hc,pc,He,at,ac,k,tp,ys,mc,Nt,Fo,Pe,ep,op,Kt,np,cc,rp,sp,lc,uc,ip,$c=y(()=>{"use strict";dc=Object.freeze,so=0x7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffedn,ws=0x1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3edn,Wn=0x52036cee2b6ffe738cc740797779e89800700a4d4141d8ab75eb4dca135978a3n,gs=0x216936d3cd6e53fec0a4e231fdd6dc5c692cc7609525a7b2c9562d608f25d51an,_s=0x6666666666666666666666666666666666666666666666666666666666666658n,qn=so-1n,Xh=dc({p:so,n:ws,h:8n,a:qn,d:Wn,Gx:gs,Gy:_s}),Zh=32,ic=t=>t instanceof Uint8Array||ArrayBuffer.isView(t)&&t.constructor.name==="Uint8Array"&&t.BYTES_PER_ELEMENT===1,vs=(t,e,o="")=>{if(ic(t)&&(e===void 0||t.length===e))return t;let n=ic(t),r=e!==void 0?` of length ${e}`:"",s=n?`length=${t.length}`:`type=${typeof t}`,i=(o?`"${o}" `:"")+"expected Uint8Array"+r+", got "+s;throw n?new RangeError(i):new TypeError(i)},Qh=(t,e="",o)=>Uint8Array.from(vs(t,o,e)),fc=(t,e)=>t.toString(16).padStart(e,"0"),hc=t=>{let e="";for(let o of vs(t))e+=fc(o,2);return e},pc=t=>{let e="hex invalid";if(typeof t!="string")throw new TypeError(e);if(t.length%2||!/^[\da-f]*$/i.test(t))throw new RangeError(e);let o=new Uint8Array(t.length/2);for(let n=0,r=0;n<o.length;n++,r+=2){let s=t.charCodeAt(r),i=t.charCodeAt(r+1);o[n]=((s&15)+(s>>6)*9)*16+(i&15)+(i>>6)*9}return o},He=(t,e,o,n="bad number: out of range")=>{if(typeof t!="bigint")throw new TypeError(n);if(e<=t&&t<o)return t;throw new RangeError(n)},at=(t,e=so)=>(t%=e)>=0n?t:e+t,ac=(1n<<255n)-1n,k=t=>{if(t<0n)throw new RangeError("negative coordinate");let e=(t>>255n)*19n+(t&ac);return e=(e>>255n)*19n+(e&ac),e%so},tp=(t,e)=>{if(t===0n)throw new Error("invert: expected non-zero number");if(e<=1n)throw new Error("invert: expected modulus > 1, got "+e);let o=at(t,e),n=e,r=0n,s=1n;for(;o!==0n;){let c=n/o,u=n-o*c,d=r-s*c;n=o,o=u,r=s,s=d}if(n!==1n)throw new Error("invert: does not exist");return at(r,e)},ys=t=>{if(t instanceof Nt)return t;throw new TypeError("Point expected")},mc=2n**256n,Nt=class t{static BASE;static ZERO;X;Y;Z;T;constructor(e,o,n,r){let s=mc;this.X=He(e,0n,s),this.Y=He(o,0n,s),this.Z=He(n,1n,s),this.T=He(r,0n,s),dc(this)}static CURVE(){return Xh}static fromAffine(e){return new t(e.x,e.y,1n,k(e.x*e.y))}static fromBytes(e,o=!1){let n=Qh(e,"point",Zh),r=n[31];n[31]=r&-129;let s=op(n);o||He(s,0n,so);let i=k(s*s),c=at(i-1n),u=k(Wn*i+1n),{isValid:d,value:f}=rp(c,u);if(!d)throw new Error("bad point: y not sqrt");let h=!!(r&128);if(!o&&f===0n&&h)throw new Error("bad point: x==0, isLastByteOdd");return h!==!!(f&1n)&&(f=at(-f)),new t(f,s,1n,k(f*s))}static fromHex(e,o){return t.fromBytes(pc(e),o)}get x(){return this.toAffine().x}get y(){return this.toAffine().y}assertValidity(){let e=qn,o=Wn,n=this;if(n.is0())throw new Error("bad point: ZERO");let{X:r,Y:s,Z:i,T:c}=n,u=k(r*r),d=k(s*s),f=k(i*i),h=k(f*f),m=k(u*e),p=k(f*(m+d)),$=at(h+k(o*k(u*d)));if(p!==$)throw new Error("bad point: equation left != right (1)");let g=k(r*s),w=k(i*c);if(g!==w)throw new Error("bad point: equation left != right (2)");return this}equals(e){let{X:o,Y:n,Z:r}=this,{X:s,Y:i,Z:c}=ys(e);return k(o*c)===k(s*r)&&k(n*c)===k(i*r)}is0(){return this.equals(Pe)}negate(){return new t(at(-this.X),this.Y,this.Z,at(-this.T))}double(){let{X:e,Y:o,Z:n}=this,r=qn,s=k(e*e),i=k(o*o),c=k(2n*n*n),u=k(r*s),d=at(e+o),f=at(k(d*d)-s-i),h=at(u+i),m=at(h-c),p=at(u-i),$=k(f*m),g=k(h*p),w=k(f*p),v=k(m*h);return new t($,g,v,w)}add(e){let{X:o,Y:n,Z:r,T:s}=this,{X:i,Y:c,Z:u,T:d}=ys(e),f=qn,h=Wn,m=k(o*i),p=k(n*c),$=k(k(s*h)*d),g=k(r*u),w=at(k(at(o+n)*at(i+c))-m-p),v=at(g-$),_=at(g+$),x=at(p-k(f*m)),L=k(w*v),U=k(_*x),wt=k(w*x),Rt=k(v*_);return new t(L,U,Rt,wt)}subtract(e){return this.add(ys(e).negate())}multiply(e,o=!0){if(!o&&e===0n||(He(e,1n,ws),!o&&this.is0()))return Pe;if(e===1n)return this;if(this.equals(Fo))return ip(e).p;let n=Pe,r=Fo,s=this;for(let i=0;o?i<256:e>0n;i++)e&1n?n=n.add(s):o&&(r=r.add(s)),s=s.double(),e>>=1n;return n}multiplyUnsafe(e){return this.multiply(e,!1)}toAffine(){let{X:e,Y:o,Z:n}=this;if(this.equals(Pe))return{x:0n,y:1n};let r=tp(n,so);if(k(n*r)!==1n)throw new Error("invalid inverse");return{x:k(e*r),y:k(o*r)}}toBytes(){let{x:e,y:o}=this.toAffine(),n=ep(o);return n[31]|=e&1n?128:0,n}toHex(){return hc(this.toBytes())}clearCofactor(){return this.multiply(8n,!1)}isSmallOrder(){return this.clearCofactor().is0()}isTorsionFree(){return this.multiply(ws/2n,!1).double().add(this).is0()}},Fo=new Nt(gs,_s,1n,at(gs*_s)),Pe=new Nt(0n,1n,1n,0n);Nt.BASE=Fo;Nt.ZERO=Pe;ep=t=>pc(fc(He(t,0n,mc),64)).reverse(),op=t=>BigInt("0x"+hc(Uint8Array.from(vs(t)).reverse())),Kt=(t,e)=>{let o=t;for(;e-- >0;)o=k(o*o);return o},np=t=>{let e=k(t*t),o=k(e*t),n=k(Kt(o,2)*o),r=k(Kt(n,1)*t),s=k(Kt(r,5)*r),i=k(Kt(s,10)*s),c=k(Kt(i,20)*i),u=k(Kt(c,40)*c),d=k(Kt(u,80)*u),f=k(Kt(d,80)*u),h=k(Kt(f,10)*s);return k(Kt(h,2)*t)},cc=0x2b8324804fc1df0b2b4d00993dfbd7a72f431806ad2fe478c4ee1b274a0ea0b0n,rp=(t,e)=>{let o=k(e*k(e*e)),n=k(k(o*o)*e),r=np(k(t*n)),s=k(t*k(o*r)),i=k(e*k(s*s)),c=s,u=k(s*cc),d=i===t,f=i===at(-t),h=i===at(-t*cc);return d&&(s=c),(f||h)&&(s=u),(at(s)&1n)===1n&&(s=at(-s)),{isValid:d||f,value:s}},sp=()=>{let t=[],e=Fo,o;for(let n=0;n<33;n++){o=e,t.push(o);for(let r=1;r<128;r++)o=o.add(e),t.push(o);e=o.double()}return t},uc=(t,e)=>{let o=e.negate();return t?o:e},ip=t=>{let e=lc||(lc=sp()),o=Pe,n=Fo;for(let r=0;r<33;r++){let s=Number(t&255n);t>>=8n,s>128&&(s-=256,t+=1n);let i=r*128,c=i+Math.abs(s)-1,u=r%2!==0,d=s<0;s===0?n=n.add(uc(u,e[i])):o=o.add(uc(d,e[c]))}if(t!==0n)throw new Error("invalid wnaf");return{p:o,f:n}}});function ap(t,e=!1){return e?{h:Number(t&zn),l:Number(t>>bc&zn)}:{h:Number(t>>bc&zn)|0,l:Number(t&zn)|0}}function yc(t,e=!1){let o=t.length,n=new Uint32Array(o),r=new Uint32Array(o);for(let s=0;s<o;s++){let{h:i,l:c}=ap(t[s],e);[n[s],r[s]]=[i,c]}return[n,r]}function wc(t,e,o,n){let r=cp(o),s=lp(o);t.setUint32(e,n?s:r,n),t.setUint32(e+4,n?r:s,n)}function Jt(t,e,o,n){let r=(e>>>0)+(n>>>0);return{h:t+o+(r/2**32|0)|0,l:r|0}}var zn,bc,cp,lp,xs,ks,Ue,Fe,Bo,Wo,gc,_c,vc,xc,kc,Sc,Ss=y(()=>{"use strict";zn=BigInt(4294967295),bc=BigInt(32);cp=t=>t/2**32|0,lp=t=>t>>>0;xs=(t,e,o)=>t>>>o,ks=(t,e,o)=>t<<32-o|e>>>o,Ue=(t,e,o)=>t>>>o|e<<32-o,Fe=(t,e,o)=>t<<32-o|e>>>o,Bo=(t,e,o)=>t<<64-o|e>>>o-32,Wo=(t,e,o)=>t>>>o-32|e<<64-o;gc=(t,e,o)=>(t>>>0)+(e>>>0)+(o>>>0),_c=(t,e,o,n)=>e+o+n+(t/2**32|0)|0,vc=(t,e,o,n)=>(t>>>0)+(e>>>0)+(o>>>0)+(n>>>0),xc=(t,e,o,n,r)=>e+o+n+r+(t/2**32|0)|0,kc=(t,e,o,n,r)=>(t>>>0)+(e>>>0)+(o>>>0)+(n>>>0)+(r>>>0),Sc=(t,e,o,n,r,s)=>e+o+n+r+s+(t/2**32|0)|0});function Ac(t){return t instanceof Uint8Array||ArrayBuffer.isView(t)&&t.constructor.name==="Uint8Array"&&"BYTES_PER_ELEMENT"in t&&t.BYTES_PER_ELEMENT===1}function dp(t,e=""){if(typeof t!="number")throw new TypeError(As(e)+"expected number, got "+typeof t);if(!Number.isSafeInteger(t)||t<0)throw new RangeError(As(e)+"expected integer >= 0, got "+t);return t}function Ts(t,e,o=""){if(Ac(t)&&(e===void 0||t.length===e))return t;e!==void 0&&dp(e,"length");let n=Ac(t),r=e!==void 0?` of length ${e}`:"",s=n?`length=${t.length}`:`type=${typeof t}`,i=As(o)+"expected Uint8Array"+r+", got "+s;throw n?new RangeError(i):new TypeError(i)}function js(t,e=!0){if(t.destroyed)throw new Error("hash was destroyed");if(e&&t.finished)throw new Error("digest() was already called")}function jc(t,e){Ts(t,void 0,"output");let o=e.outputLen;if(!(t.length>=o))throw new RangeError('"output" expected length >= '+o)}function qo(...t){for(let e=0;e<t.length;e++)t[e].fill(0)}function Vn(t){return new DataView(t.buffer,t.byteOffset,t.byteLength)}function Pt(t,e){return t<<32-e|t>>>e}function hp(t,e,o="opts"){return Tc(t,"defaults"),e!==void 0&&Tc(e,o),Object.assign(Object.create(null),t,e)}function Es(t,e={}){if(typeof t!="function")throw new TypeError('"hashCons" expected function, got type='+typeof t);e=hp({},e,"info");let o=(r,s)=>t(s).update(r).digest(),n=t(void 0);return o.outputLen=n.outputLen,o.blockLen=n.blockLen,o.canXOF=n.canXOF,o.create=r=>t(r),Object.assign(o,e),Object.freeze(o)}var As,fp,Tc,Os,Cs=y(()=>{"use strict";As=t=>t?`"${t}" `:"";fp=(t,e)=>{if(t===null||typeof t!="object"||Array.isArray(t))throw new TypeError((e==="object"?"":`"${e}" `)+"expected object, got type="+typeof t)},Tc=(t,e)=>{fp(t,e);let o=Object.getPrototypeOf(t);if(o!==Object.prototype&&o!==null)throw new TypeError(`"${e}" expected plain object`);if(Object.hasOwn(t,"__proto__"))throw new TypeError(`"${e}.__proto__" is not allowed`)};Os=t=>({oid:Uint8Array.from([6,9,96,134,72,1,101,3,4,2,t])})});function Ec(t,e,o){return t&e^~t&o}function Oc(t,e,o){return t&e^t&o^e&o}var zo,Cc,Lc,Nc=y(()=>{"use strict";Ss();Cs();zo=class{blockLen;outputLen;canXOF=!1;padOffset;isLE;buffer;view;finished=!1;length=0;pos=0;destroyed=!1;constructor(e,o,n,r){this.blockLen=e,this.outputLen=o,this.padOffset=n,this.isLE=r,this.buffer=new Uint8Array(e),this.view=Vn(this.buffer)}update(e){js(this),Ts(e);let{view:o,buffer:n,blockLen:r}=this,s=e.length,i=!1;for(let c=0;c<s;){let u=Math.min(r-this.pos,s-c);if(u===r){let d=Vn(e);for(;r<=s-c;c+=r)this.process(d,c);i=!0;continue}n.set(c===0&&u===s?e:e.subarray(c,c+u),this.pos),this.pos+=u,c+=u,this.pos===r&&(this.process(o,0),this.pos=0,i=!0)}return this.length+=e.length,i&&this.roundClean(),this}digestInto(e){js(this),jc(e,this),this.finished=!0;let{buffer:o,view:n,blockLen:r,isLE:s}=this,{pos:i}=this;o[i++]=128,o.fill(0,i),this.padOffset>r-i&&(this.process(n,0),o.fill(0)),wc(n,r-8,this.length*8,s),this.process(n,0),this.roundClean();let c=e===o?n:Vn(e),u=this.outputLen,d=u/4,f=this.get();if(u%4||d>f.length)throw new Error("invalid outputLen");for(let h=0;h<d;h++)c.setUint32(4*h,f[h],s)}digest(){let{buffer:e,outputLen:o}=this;this.digestInto(e);let n=e.slice(0,o);return this.destroy(),n}_cloneIntoMeta(e){let{buffer:o,length:n,finished:r,destroyed:s,pos:i}=this;return e.destroyed=s,e.finished=r,e.length=n,e.pos=i,i&&e.buffer.set(o),e}clone(){return this._cloneInto()}},Cc=Uint32Array.from([1779033703,3144134277,1013904242,2773480762,1359893119,2600822924,528734635,1541459225]),Lc=Uint32Array.from([1779033703,4089235720,3144134277,2227873595,1013904242,4271175723,2773480762,1595750129,1359893119,2917565137,2600822924,725511199,528734635,4215389547,1541459225,327033209])});var pp,be,Ls,Ns,Ic,mp,$p,ye,we,Is,Rs,Gt,Rc,Ds=y(()=>{"use strict";Nc();Ss();Cs();pp=Uint32Array.from([1116352408,1899447441,3049323471,3921009573,961987163,1508970993,2453635748,2870763221,3624381080,310598401,607225278,1426881987,1925078388,2162078206,2614888103,3248222580,3835390401,4022224774,264347078,604807628,770255983,1249150122,1555081692,1996064986,2554220882,2821834349,2952996808,3210313671,3336571891,3584528711,113926993,338241895,666307205,773529912,1294757372,1396182291,1695183700,1986661051,2177026350,2456956037,2730485921,2820302411,3259730800,3345764771,3516065817,3600352804,4094571909,275423344,430227734,506948616,659060556,883997877,958139571,1322822218,1537002063,1747873779,1955562222,2024104815,2227730452,2361852424,2428436474,2756734187,3204031479,3329325298]),be=new Uint32Array(64),Ls=class extends zo{A=0;B=0;C=0;D=0;E=0;F=0;G=0;H=0;constructor(e,o){super(64,e,8,!1),this.A=o[0]|0,this.B=o[1]|0,this.C=o[2]|0,this.D=o[3]|0,this.E=o[4]|0,this.F=o[5]|0,this.G=o[6]|0,this.H=o[7]|0}get(){let{A:e,B:o,C:n,D:r,E:s,F:i,G:c,H:u}=this;return[e,o,n,r,s,i,c,u]}set(e,o,n,r,s,i,c,u){this.A=e|0,this.B=o|0,this.C=n|0,this.D=r|0,this.E=s|0,this.F=i|0,this.G=c|0,this.H=u|0}_cloneInto(e){return(e||=new this.constructor).set(...this.get()),this._cloneIntoMeta(e)}process(e,o){for(let h=0;h<16;h++,o+=4)be[h]=e.getUint32(o,!1);for(let h=16;h<64;h++){let m=be[h-15],p=be[h-2],$=Pt(m,7)^Pt(m,18)^m>>>3,g=Pt(p,17)^Pt(p,19)^p>>>10;be[h]=g+be[h-7]+$+be[h-16]|0}let{A:n,B:r,C:s,D:i,E:c,F:u,G:d,H:f}=this;for(let h=0;h<64;h++){let m=Pt(c,6)^Pt(c,11)^Pt(c,25),p=f+m+Ec(c,u,d)+pp[h]+be[h]|0,g=(Pt(n,2)^Pt(n,13)^Pt(n,22))+Oc(n,r,s)|0;f=d,d=u,u=c,c=i+p|0,i=s,s=r,r=n,n=p+g|0}n=n+this.A|0,r=r+this.B|0,s=s+this.C|0,i=i+this.D|0,c=c+this.E|0,u=u+this.F|0,d=d+this.G|0,f=f+this.H|0,this.set(n,r,s,i,c,u,d,f)}roundClean(){qo(be)}destroy(){this.destroyed=!0,this.set(0,0,0,0,0,0,0,0),qo(this.buffer)}},Ns=class extends Ls{constructor(){super(32,Cc)}},Ic=yc(["0x428a2f98d728ae22","0x7137449123ef65cd","0xb5c0fbcfec4d3b2f","0xe9b5dba58189dbbc","0x3956c25bf348b538","0x59f111f1b605d019","0x923f82a4af194f9b","0xab1c5ed5da6d8118","0xd807aa98a3030242","0x12835b0145706fbe","0x243185be4ee4b28c","0x550c7dc3d5ffb4e2","0x72be5d74f27b896f","0x80deb1fe3b1696b1","0x9bdc06a725c71235","0xc19bf174cf692694","0xe49b69c19ef14ad2","0xefbe4786384f25e3","0x0fc19dc68b8cd5b5","0x240ca1cc77ac9c65","0x2de92c6f592b0275","0x4a7484aa6ea6e483","0x5cb0a9dcbd41fbd4","0x76f988da831153b5","0x983e5152ee66dfab","0xa831c66d2db43210","0xb00327c898fb213f","0xbf597fc7beef0ee4","0xc6e00bf33da88fc2","0xd5a79147930aa725","0x06ca6351e003826f","0x142929670a0e6e70","0x27b70a8546d22ffc","0x2e1b21385c26c926","0x4d2c6dfc5ac42aed","0x53380d139d95b3df","0x650a73548baf63de","0x766a0abb3c77b2a8","0x81c2c92e47edaee6","0x92722c851482353b","0xa2bfe8a14cf10364","0xa81a664bbc423001","0xc24b8b70d0f89791","0xc76c51a30654be30","0xd192e819d6ef5218","0xd69906245565a910","0xf40e35855771202a","0x106aa07032bbd1b8","0x19a4c116b8d2d0c8","0x1e376c085141ab53","0x2748774cdf8eeb99","0x34b0bcb5e19b48a8","0x391c0cb3c5c95a63","0x4ed8aa4ae3418acb","0x5b9cca4f7763e373","0x682e6ff3d6b2b8a3","0x748f82ee5defb2fc","0x78a5636f43172f60","0x84c87814a1f0ab72","0x8cc702081a6439ec","0x90befffa23631e28","0xa4506cebde82bde9","0xbef9a3f7b2c67915","0xc67178f2e372532b","0xca273eceea26619c","0xd186b8c721c0c207","0xeada7dd6cde0eb1e","0xf57d4f7fee6ed178","0x06f067aa72176fba","0x0a637dc5a2c898a6","0x113f9804bef90dae","0x1b710b35131c471b","0x28db77f523047d84","0x32caab7b40c72493","0x3c9ebe0a15c9bebc","0x431d67c49c100d4c","0x4cc5d4becb3e42b6","0x597f299cfc657e2a","0x5fcb6fab3ad6faec","0x6c44198c4a475817"].map(t=>BigInt(t))),mp=Ic[0],$p=Ic[1],ye=new Uint32Array(80),we=new Uint32Array(80),Is=class extends zo{Ah=0;Al=0;Bh=0;Bl=0;Ch=0;Cl=0;Dh=0;Dl=0;Eh=0;El=0;Fh=0;Fl=0;Gh=0;Gl=0;Hh=0;Hl=0;constructor(e,o){super(128,e,16,!1),this.Ah=o[0]|0,this.Al=o[1]|0,this.Bh=o[2]|0,this.Bl=o[3]|0,this.Ch=o[4]|0,this.Cl=o[5]|0,this.Dh=o[6]|0,this.Dl=o[7]|0,this.Eh=o[8]|0,this.El=o[9]|0,this.Fh=o[10]|0,this.Fl=o[11]|0,this.Gh=o[12]|0,this.Gl=o[13]|0,this.Hh=o[14]|0,this.Hl=o[15]|0}get(){let{Ah:e,Al:o,Bh:n,Bl:r,Ch:s,Cl:i,Dh:c,Dl:u,Eh:d,El:f,Fh:h,Fl:m,Gh:p,Gl:$,Hh:g,Hl:w}=this;return[e,o,n,r,s,i,c,u,d,f,h,m,p,$,g,w]}set(e,o,n,r,s,i,c,u,d,f,h,m,p,$,g,w){this.Ah=e|0,this.Al=o|0,this.Bh=n|0,this.Bl=r|0,this.Ch=s|0,this.Cl=i|0,this.Dh=c|0,this.Dl=u|0,this.Eh=d|0,this.El=f|0,this.Fh=h|0,this.Fl=m|0,this.Gh=p|0,this.Gl=$|0,this.Hh=g|0,this.Hl=w|0}_cloneInto(e){return(e||=new this.constructor).set(...this.get()),this._cloneIntoMeta(e)}process(e,o){for(let x=0;x<16;x++,o+=4)ye[x]=e.getUint32(o),we[x]=e.getUint32(o+=4);for(let x=16;x<80;x++){let L=ye[x-15]|0,U=we[x-15]|0,wt=Ue(L,U,1)^Ue(L,U,8)^xs(L,U,7),Rt=Fe(L,U,1)^Fe(L,U,8)^ks(L,U,7),ht=ye[x-2]|0,jt=we[x-2]|0,ot=Ue(ht,jt,19)^Bo(ht,jt,61)^xs(ht,jt,6),Ct=Fe(ht,jt,19)^Wo(ht,jt,61)^ks(ht,jt,6),Et=vc(Rt,Ct,we[x-7],we[x-16]),gt=xc(Et,wt,ot,ye[x-7],ye[x-16]);ye[x]=gt|0,we[x]=Et|0}let{Ah:n,Al:r,Bh:s,Bl:i,Ch:c,Cl:u,Dh:d,Dl:f,Eh:h,El:m,Fh:p,Fl:$,Gh:g,Gl:w,Hh:v,Hl:_}=this;for(let x=0;x<80;x++){let L=Ue(h,m,14)^Ue(h,m,18)^Bo(h,m,41),U=Fe(h,m,14)^Fe(h,m,18)^Wo(h,m,41),wt=h&p^~h&g,Rt=m&$^~m&w,ht=kc(_,U,Rt,$p[x],we[x]),jt=Sc(ht,v,L,wt,mp[x],ye[x]),ot=ht|0,Ct=Ue(n,r,28)^Bo(n,r,34)^Bo(n,r,39),Et=Fe(n,r,28)^Wo(n,r,34)^Wo(n,r,39),gt=n&s^n&c^s&c,fh=r&i^r&u^i&u;v=g|0,_=w|0,g=p|0,w=$|0,p=h|0,$=m|0,{h,l:m}=Jt(d|0,f|0,jt|0,ot|0),d=c|0,f=u|0,c=s|0,u=i|0,s=n|0,i=r|0;let ta=gc(ot,Et,fh);n=_c(ta,jt,Ct,gt),r=ta|0}({h:n,l:r}=Jt(this.Ah|0,this.Al|0,n|0,r|0)),{h:s,l:i}=Jt(this.Bh|0,this.Bl|0,s|0,i|0),{h:c,l:u}=Jt(this.Ch|0,this.Cl|0,c|0,u|0),{h:d,l:f}=Jt(this.Dh|0,this.Dl|0,d|0,f|0),{h,l:m}=Jt(this.Eh|0,this.El|0,h|0,m|0),{h:p,l:$}=Jt(this.Fh|0,this.Fl|0,p|0,$|0),{h:g,l:w}=Jt(this.Gh|0,this.Gl|0,g|0,w|0),{h:v,l:_}=Jt(this.Hh|0,this.Hl|0,v|0,_|0),this.set(n,r,s,i,c,u,d,f,h,m,p,$,g,w,v,_)}roundClean(){qo(ye,we)}destroy(){this.destroyed=!0,qo(this.buffer),this.set(0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0)}},Rs=class extends Is{constructor(){super(64,Lc)}},Gt=Es(()=>new Ns,Os(1)),Rc=Es(()=>new Rs,Os(3))});function Ps(t){try{let e=Nt.fromBytes(t);return e.isSmallOrder()?null:e}catch{return null}}async function Dc(t,e,o){let n=t.subarray(0,32),r=Hs(Rc(_n(n,o,e)))%Hc,s=Hs(t.subarray(32));return Nt.BASE.multiply(s,!1).subtract(Nt.fromBytes(o).multiply(r,!1)).equals(Nt.fromBytes(n))}async function Ms(t,e,o){let[n,r,s]=[t,e,o].map(c=>Uint8Array.from(c)),i=await crypto.subtle.importKey("raw",s,"Ed25519",!1,["verify"]);return crypto.subtle.verify("Ed25519",i,n,r)}async function yp(){let t=Mc("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"),e=Mc("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");try{let o=await Ms(e,new Uint8Array,t),n=!await Ms(e,Uint8Array.of(0),t);return o&&n?Ms:Dc}catch{return Dc}}async function Pc(t,e,o,n){return t.length!==64||o.length!==32||Hs(t.subarray(32))>=Hc||!Ps(t.subarray(0,32))||!Ps(o)?!1:(n??=await(bp??=yp()),n(t,e,o))}var Hc,Hs,bp,Mc,Uc,Fc=y(()=>{"use strict";$c();Ds();Lt();({n:Hc}=Nt.CURVE()),Hs=t=>BigInt(`0x${_t(Uint8Array.from(t).reverse())}`);Mc=t=>Uint8Array.from(t.match(/../g)??[],e=>parseInt(e,16));Uc=t=>Ps(t)!==null});var Vo,io=y(()=>{"use strict";Ds();Lt();Vo=t=>_t(Gt(ut(t)))});function ao(t){let e=c=>q("verifier key",c),[,o,n,r]=/^([^+]*)\+([^+]*)\+(.*)$/s.exec(String(t))??[],s=r===void 0?null:Eo(r);if(s?.length!==33||s[0]!==_p[0])throw e("must be <name>+<id>+<base64>, with the type and the 32 bytes of an Ed25519 key");if(!Kn(o))throw e("its name cannot be one");let i=s.slice(1);if(!Uc(i))throw e("not an Ed25519 key");if(_t(Gt(_n(ut(`${o}
`),s)).slice(0,4))!==n)throw e("its ID does not fit its name and key");return{name:o,id:n,key:i}}function Us(t,e="note"){if(ut(t).length>wp)throw q(e,"longer than 65536 bytes");if(/(?!\n)\p{Cc}/u.test(t))throw q(e,"has control characters");let o=t.lastIndexOf(`

`);if(o<0)throw q(e,"has no empty line before its signatures");let n=t.slice(o+2).split(`
`);if(n.pop()!==""||!n.length)throw q(e,"does not end in a signature line");if(n.length>gp)throw q(e,"has more than 100 signatures");let r=n.map(s=>{let i=vp(s);if(!i)throw q(e,"has a malformed signature line");return i});return{text:t.slice(0,o+1),signatures:r}}function vp(t){let[,e,o]=/^\u2014 ([^ ]*) (.*)$/.exec(t)??[],n=o===void 0?null:Eo(o);return!n||n.length<=4||!Kn(e)?null:{name:e,id:_t(n.slice(0,4)),bytes:n.slice(4)}}async function Fs({text:t,signatures:e},{name:o,id:n,key:r}){let s=e.filter(i=>i.name===o&&i.id===n);if(!s.length)throw new bt("unsigned",`there is no signature of ${o}`);for(let{bytes:i}of s)if(!await Pc(i,ut(t),r))throw new bt("signature",`the signature of ${o} is not genuine`)}var wp,gp,_p,Kn,Jn=y(()=>{"use strict";Lt();Fc();Dt();io();wp=65536,gp=100,_p=Uint8Array.of(1),Kn=t=>t!==""&&!/[+\p{White_Space}\p{Cc}]/u.test(t)&&ut(t).length<=255});function Ko(t){let e=Us(t,"checkpoint"),o=d=>q("checkpoint",d),[n,r,s,...i]=e.text.slice(0,-1).split(`
`);if(s===void 0)throw o("has fewer than three lines");if(!Kn(n))throw o("has no origin");let c=Wr(r);if(c===null)throw o("its size is not a decimal number");let u=Br(s);if(!u)throw o("its root is not a base64 hash");if(i.includes(""))throw o("has an empty line");return{note:e,checkpoint:Object.freeze({origin:n,size:c,root:_t(u)})}}async function Ht(t,e){if(typeof t!="string"){if(Bc.get(t)===e)return t;throw new bt("unsigned","the checkpoint was not verified with this key")}let o=ao(e),{note:n,checkpoint:r}=Ko(t),{origin:s}=r;try{await Fs(n,o)}catch(i){let c=i instanceof bt&&i.code==="signature";throw s!==o.name&&!c?Wc(s,o.name):i}if(s!==o.name)throw Wc(s,o.name);return Bc.set(r,e),r}var Bc,Wc,Gn=y(()=>{"use strict";Lt();Dt();Jn();Bc=new WeakMap;Wc=(t,e)=>new bt("origin",`it is of the ledger ${t}, not of ${e}`)});function Yt(t){if(typeof t=="string"){if(/\p{Surrogate}/u.test(t))throw q("JSON","has half of a surrogate pair");return JSON.stringify(t)}if(typeof t=="boolean"||t===null)return String(t);if(typeof t=="number"&&Number.isSafeInteger(t))return JSON.stringify(t);if(Array.isArray(t))return`[${t.map(Yt).join(",")}]`;if(typeof t!="object")throw q("JSON",`${String(t)} cannot be in it`);let e=Object.entries(t).filter(([,o])=>o!==void 0);return e.sort(([o],[n])=>o<n?-1:1),`{${e.map(([o,n])=>`${Yt(o)}:${Yt(n)}`).join(",")}}`}var Yn,Jo=y(()=>{"use strict";Dt();Yn=t=>typeof t=="object"&&t!==null&&!Array.isArray(t)});function Go(t){let e=new Uint8Array(1+t.length);return e.set(t,1),Gt(e)}function co(t,e){return Xn.set(t,1),Xn.set(e,33),Gt(Xn)}function qs(t){let e=[],o=s=>{let i=e.pop();return i?co(i,s):s},n=0;for(let s of t){let i=Go(s);for(let c=n;c%2===1;c=re(c))i=o(i);e.push(i),n+=1}let r=e.pop()??Ws;for(;e.length;)r=o(r);return r}function Zn({index:t,size:e,path:o,leaf:n,root:r}){if(!Be(t)||!Be(e)||t>=e)throw ge();let[s,i,c]=[t,e-1,n];for(let u of o){if(i===0)throw ge();s%2===1||s===i?(c=co(u,c),[s,i]=zc(s,i)):c=co(c,u),[s,i]=[re(s),re(i)]}if(i!==0)throw ge();if(!Ee(c,r))throw Bs()}function qc({from:t,to:e,path:o,old:n,root:r}){if(!Be(t)||!Be(e)||t>e)throw ge();if(t===0||t===e){if(o.length)throw ge();if(!Ee(n,t===0?Ws:r))throw Bs();return}let[s,i]=[t-1,e-1];for(;s%2===1;)[s,i]=[re(s),re(i)];let[c,...u]=s===0?[n,...o]:o;if(!c)throw ge();let[d,f]=[c,c];for(let h of u){if(i===0)throw ge();s%2===1||s===i?(d=co(h,d),f=co(h,f),[s,i]=zc(s,i)):f=co(f,h),[s,i]=[re(s),re(i)]}if(i!==0)throw ge();if(!Ee(d,n)||!Ee(f,r))throw Bs()}function zc(t,e){for(;t%2===0&&t!==0;)[t,e]=[re(t),re(e)];return[t,e]}var Ws,Xn,re,Be,ge,Bs,lo=y(()=>{"use strict";Lt();Dt();io();Ws=Gt(new Uint8Array),Xn=new Uint8Array(65);Xn[0]=1;re=t=>Math.floor(t/2),Be=t=>Number.isSafeInteger(t)&&Number(t)>=0,ge=()=>new bt("shape","the proof does not have the shape that its numbers call for"),Bs=()=>new bt("root","the proof leads to another root: this is not what was recorded")});function zs(t){if(!Yn(t))throw q("entry","is not an object");let e=Sp.get(t.kind);if(!e)throw q("entry",`is of an unknown kind: ${t.kind}`);let o={kind:t.kind,v:1};for(let[r,s]of Object.entries(e)){let i=uo(t,r);if(i===void 0){if(s===St)throw q("entry",`has no ${r}`)}else s===Qn&&ut(i).length>xp?o[`${r}_sha256`]=Vo(i):o[r]=i}if(t.kind==="note_added"&&uo(t,"text")===void 0)throw q("entry","has no text");for(let r of Object.keys(t))if(!(r==="kind"||Object.hasOwn(e,r)||Ap(t,r)))throw q("entry",`its ${r} is not what its leaf says`);let n=Yt(o);if(ut(n).length>kp)throw q("entry","has too long a leaf");return n}function Ap(t,e){let o=uo(t,e);if(o===void 0)return!0;let n=t.kind==="job_created";switch(e){case"index":return Be(o);case"path":return!0;case"customer_count":return Yn(t.customers)&&t.customers.count===o;case"status":return n&&o==="IN_PROGRESS";case"recorded_at":return n&&o===t.created_at;default:return!1}}var xp,kp,St,Ut,Qn,Vc,Kc,Jc,Sp,uo,Vs=y(()=>{"use strict";Lt();Dt();Jo();lo();io();xp=256,kp=65535,St="must",Ut="may",Qn="text",Vc={action_code:St,action_name:St,batch_id:Ut,cluster_url:Ut,created_at:St,customers:St,job_id:St,request_payload_sha256:Ut,source:St,submitted_by:Ut,user_id:St},Kc={cause:St,error_message:Qn,http_status:Ut,response_summary:Qn,status:St},Jc={actor:St,job_id:St,previous:St,recorded_at:St,request_key:Ut},Sp=new Map([["job_created",{...Vc,request_key:Ut,retry_of:Ut}],["job_imported",{...Vc,...Kc,original_sha256:Ut,recorded_at:St,updated_at:Ut}],["status_changed",{...Jc,...Kc,outcomes:Ut}],["note_added",{...Jc,text:Qn}]]);uo=(t,e)=>Object.hasOwn(t,e)&&t[e]!==null?t[e]:void 0});async function tr({entry:t,path:e,checkpoint:o,key:n}){let r=zs(t),s=await Ht(o,n);return Zn({index:uo(t,"index"),size:s.size,path:gn(e??uo(t,"path"),"entry"),leaf:Go(ut(r)),root:je(s.root,"checkpoint")}),{leaf:r,checkpoint:s}}async function Ks({entries:t,checkpoint:e,key:o}){let n=await Ht(e,o);for(let s of t)await tr({entry:s,checkpoint:n,key:o});if(!t.length)throw q("history","has no entries");let r=jp(t[0]);for(let s=1;s<t.length;s+=1)r=Ep(t[s-1],t[s],r);return n}function jp(t){if(t.kind==="job_created")return"IN_PROGRESS";if(t.kind==="job_imported")return t.status;throw new bt("rules","the first entry does not create the job: others are left out")}function Ep(t,e,o){let n=r=>new bt("rules",`entry ${e.index} ${r}`);if(e.job_id!==t.job_id)throw n("is of another job");if(e.previous!==t.index)throw n("does not follow the one before it");if(Number(e.index)<=Number(t.index))throw n("has too low an index");if(e.kind==="note_added")return o;if(!Tp.get(o)?.includes(e.status))throw n(`cannot follow ${o}`);return e.status}async function Js({from:t,to:e,path:o,key:n}){let[r,s]=[await Ht(t,n),await Ht(e,n)];return qc({from:r.size,to:s.size,path:gn(o,"consistency proof"),old:je(r.root,"checkpoint"),root:je(s.root,"checkpoint")}),{from:r,to:s}}var Tp,Gc=y(()=>{"use strict";Lt();Gn();Dt();Vs();lo();Tp=new Map([["IN_PROGRESS",["SUCCESS","FAILED","UNCONFIRMED"]],["UNCONFIRMED",["SUCCESS","FAILED"]]])});function Gs(t){let e=t.map(ut);return Yc(e,"customers"),{count:e.length,root:_t(qs(e))}}function Ys(t){Yc(t.map(({cid:o})=>ut(o)),"outcomes");let e=t.map(({cid:o,message:n,status:r})=>ut(Yt({cid:o,message:n??void 0,status:r})));return{count:e.length,root:_t(qs(e))}}function Yc(t,e){for(let o=1;o<t.length;o+=1)if(vn(t[o-1],t[o])>=0)throw q(e,"must ascend by the bytes of the cids, none twice")}var Xc=y(()=>{"use strict";Lt();Dt();Jo();lo()});var Xs=y(()=>{"use strict";Lt();Gn();Dt();lo()});var Zc=y(()=>{"use strict";Lt();Dt();Jo();lo();Jn();Xs()});var Yo=y(()=>{"use strict";Gn();Gc();Dt();Xc();Jo();Vs();Zc();Jn();Xs();io()});function Xt(t){try{return Ko(t).checkpoint.size}catch{return 0}}async function tl(t,e,o,{pin:n=null,isReader:r=!1}={}){let s=t!==null&&!await Np(t),i=s?null:t,c={from:Xt(i?.checkpoint),to:Xt(e.checkpoint),seen:e},u=($,g="",w=null)=>({...c,kept:t,kind:$,path:w,why:Lp(g)}),d=Object.values(e.keys);if(![e.checkpoint,...d].every($=>typeof $=="string"))return u("malformed","the checkpoint and the key must be texts");let f=n??i?.key??d[0];if([...d,i?.key??f].some($=>$!==f))return u("key");try{await Ht(e.checkpoint,f)}catch($){return u("signature",$)}if(s)return u("damaged");if(!i)return u("first");let{from:h,to:m}=c;if(m<h)return u("shrunk");let p=[];if(h!==0&&h!==m){try{p=(await o(h,m))?.path}catch(g){if(!(g instanceof z))return u("malformed",g);let{status:w}=g;if(g.isNetwork||!r&&(w===401||w===403))throw g;return{...u("withheld",`${w} ${g.message}`),status:w}}if(!(Array.isArray(p)&&p.every(g=>typeof g=="string")))return u("malformed","the consistency path is no list of hashes",p)}try{await Js({from:i.checkpoint,to:e.checkpoint,path:p,key:f})}catch($){return u("forked",$,p)}return u("extends","",p)}async function Np(t){try{return t!==null&&!!await Ht(t.checkpoint,t.key)}catch{return!1}}function el(t,e,o,n){let{seen:r,to:s}=t;if(er(t))return null;let i=Object.values(r.keys)[0];return o&&o.checkpoint!==e?.checkpoint&&(o.key!==i||Xt(o.checkpoint)>=s)?null:{key:i,checkpoint:r.checkpoint,at:n}}var Qc,er,Lp,ol,or=y(()=>{"use strict";Yo();Wt();Qc=["first","extends","key","signature","shrunk","forked","withheld","malformed","damaged","unreadable"],er=t=>t.kind!=="first"&&t.kind!=="extends";Lp=t=>t instanceof Error?t.message:String(t);ol=({kind:t,kept:e,seen:o,path:n,why:r,from:s,to:i,stored:c},u,d)=>({finding:t,why:r,server:u,found_at:d,kept_by_this_browser:e&&{...e,size:s},shown_by_the_server:{...o,size:i},consistency_path:n,...c&&{unreadable_in_this_browser:c}})});function nl(t){let e=t?.finding;return Qc.includes(e?.kind)&&e.seen?.keys&&Date.parse(t.at)?t:null}function ti({kept:t,seen:e}){let o=Object.values(e.keys);return o.find(n=>n!==t?.key)??o[0]??""}var Ip,Rp,Dp,Mp,Hp,Pp,Zs,nr,Qs,rl=y(()=>{"use strict";or();Wt();qt();Ip=3,Rp=2*6e4,Dp=[5e3,2e4],Mp=6e4,Hp=100,Pp=10;Zs={alarm:t=>nl(t)!==null,pin:t=>typeof t=="string",withheld:t=>Array.isArray(t)&&t.every(e=>e?.seen?.keys)},nr=class{state;#e;#t;#s=!1;#n=Promise.resolve();constructor(e){this.#e=e;let{kept:o}=e;this.state=pt({finding:null,alarm:this.#u(),warning:null,isUnchecked:!1,connected:new Set}),this.#t=Zs.withheld(o("withheld"))?o("withheld"):[],this.#t.length&&this.#i(this.#t)}pin(){let e=this.#e.kept("pin");return Zs.pin(e)?e:null}unchecked(){this.#r({isUnchecked:!0})}watch(e,o,{again:n,isReader:r=!1}={}){return this.#a(async()=>{let s=e?null:this.#e.kept("ledger"),i=s&&!Object.values(o.keys??{}).includes(s.key),c=await this.#f(i?s:e,o,r);if(c?.kind==="shrunk"&&n)return n();c?c.kind==="withheld"?this.#l(c,c.status===401||c.status===403):er(c)?this.#c(c):this.#d(c,e,o.checkpoint):this.unchecked()})}accept(){let{keep:e}=this.#e,o=this.state.get().alarm?.finding;if(!o)return;for(let r of["alarm",...Object.keys(o.stored??{})])e(r,null);if(this.#r({alarm:null,finding:null,connected:new Set}),this.#i([]),!Qs(o))return;let n=ti(o);this.pin()!==null&&this.pin()!==n&&e("pin",null),e("ledger",{key:n,checkpoint:o.seen.checkpoint,at:this.#o()})}#o(){return new Date(this.#e.now()).toISOString()}#r(e){this.state.update(o=>({...o,...e}))}#a(e){let o=this.#n.catch(()=>{}).then(e);return this.#n=o,o}#u(){let{kept:e,keptText:o,keep:n}=this.#e,r=nl(e("alarm")),s=Object.entries(Zs).filter(([h,m])=>o(h)!==null&&!m(e(h))).map(([h])=>[h,o(h)]);if(!s.length)return r;let c={kind:"unreadable",kept:null,seen:{checkpoint:"",keys:{}},from:0,to:0,path:null,why:""},u=r?.finding??c,d={...u.stored,...Object.fromEntries(s)},f={at:this.#o(),...r,finding:{...u,stored:d}};return n("alarm",f),f}#c(e){let o=this.state.get().alarm?.finding;if(o&&o.kind!=="withheld"&&o.kind!=="unreadable"||o?.kind===e.kind)return;let n=o?.stored,r={finding:{...e,...n&&{stored:n}},at:this.#o()};this.#e.keep("alarm",r),this.#r(e.kind==="key"?{alarm:r,connected:new Set}:{alarm:r})}#i(e,o=!0){let{keep:n,later:r}=this.#e;if(this.#t=e,n("withheld",e.length?e:null),e.length&&!this.#s){this.#s=!0;let i=Math.max(...e.map(c=>c.tries));r(()=>this.#h(),o&&Dp[i-1]||Mp)}if(e.length)return;let s=this.state.get().alarm?.finding.kind==="withheld";s&&n("alarm",null),this.#r(s?{warning:null,alarm:null}:{warning:null})}#l(e,o=!1){let{now:n}=this.#e,{checkpoint:r}=e.seen,s=this.#t.find(u=>u.seen.checkpoint===r),i=this.#t.filter(u=>u!==s);s??={seen:e.seen,since:n(),tries:o?0:1},o&&(s={...s,tries:s.tries+1}),this.#r({warning:e});let c=s.tries>1&&n()-s.since>=Rp;(s.tries>=Ip||c)&&this.#c(e),this.#i([...i,s].slice(0,Pp))}#d(e,o,n){let{kept:r,keep:s}=this.#e,i=new Set([...this.state.get().connected,n].slice(-Hp));this.#r({connected:i,isUnchecked:!1}),this.#i(this.#t.filter(({seen:d})=>d.checkpoint!==n));let{alarm:c}=this.state.get();if(c&&c.finding.kind!=="withheld")return;let u=el(e,o,r("ledger"),this.#o());u&&s("ledger",u),this.#r({finding:e})}async#f(e,o,n){try{return await tl(e,o,this.#e.prove,{pin:this.pin(),isReader:n})}catch(r){if(r instanceof z)return null;let s=String(r);return{kind:"malformed",from:0,to:0,kept:e,seen:o,path:null,why:s}}}#h(){return this.#s=!1,this.#a(async()=>{let e=!1;for(let{seen:o}of this.#t){let n=this.#e.kept("ledger"),r=await this.#p(n,o);e||=r!==null,r?.kind==="withheld"?this.#l({...r,seen:o},!0):r&&er(r)?(this.#c(r),this.#t=this.#t.filter(s=>s.seen!==o)):r&&this.#d(r,n,o.checkpoint)}this.#i(this.#t,e)})}#p(e,o){if(!(e&&Xt(e.checkpoint)>Xt(o.checkpoint)))return this.#f(e,o,!1);let{checkpoint:r}=e;return this.#f({...e,checkpoint:o.checkpoint},{...o,checkpoint:r},!1)}},Qs=({kind:t})=>!["signature","malformed","unreadable"].includes(t)});function et({title:t,onClose:e,children:o,wide:n=!1}){let r=H(null),s=me();return S(()=>{let i=document.activeElement;return r.current?.showModal(),()=>{i instanceof HTMLElement&&i.isConnected&&i.focus()}},[]),l`
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
  `}var Ft=y(()=>{"use strict";j();A()});function We(t,e,o){let n=URL.createObjectURL(new Blob([e],{type:o})),r=document.createElement("a");r.href=n,r.download=t,r.click(),setTimeout(()=>URL.revokeObjectURL(n),6e4)}var rr=y(()=>{"use strict"});async function sr(t){try{return await navigator.clipboard.writeText(t),!0}catch{return Up(t)}}function Up(t){let e=document.activeElement,o=document.createElement("textarea");o.value=t,o.readOnly=!0,o.className="off-screen",(e?.closest("dialog")??document.body).append(o),o.select();let n=document.execCommand("copy");return o.remove(),e instanceof HTMLElement&&e.focus({preventScroll:!0}),n}var ei=y(()=>{"use strict"});function sl(t){t==="system"?delete document.documentElement.dataset.theme:document.documentElement.dataset.theme=t}var Xo,Zt,Zo=y(()=>{"use strict";Le();Xo=ne("theme","system"),Zt=ne("zone","local");sl(Xo.get());Xo.watch(sl)});function G({at:t}){let e=E(Zt);return t?l`<time datetime=${t} title=${t}>${Ne(t,e)}</time>`:null}async function se(t,e=t){await sr(t)?J(a("app.copied",{what:e})):J(a("app.notCopied",{what:t}),"error")}function V({children:t,title:e,hidden:o=!1}){let n=H(null),r=e??String(t);return S(()=>{document.title=`${r} \xB7 ${a("app.name")}`},[r]),S(()=>{V.moves&&n.current?.focus({preventScroll:!0}),V.moves=!0},[]),l`<h1 ref=${n} tabindex="-1" class=${o?"off-screen":""}>
    ${t}
  </h1>`}var fo,M,Y=y(()=>{"use strict";ei();tt();F();j();B();A();yt();vt();Zo();fo=({id:t,short:e=!1})=>l`
  <button
    type="button"
    class="copy-id"
    title=${a("app.copy",{what:t})}
    onClick=${o=>{o.stopPropagation(),se(t)}}
  >
    <code>${e?eo(t):t}</code><${I} name="copy" />
    <span class="off-screen">${a("app.copy",{what:e?t:""})}</span>
  </button>
`;V.moves=!1;M=({to:t,query:e,children:o,...n})=>l`
  <a href=${O(t,e)} ...${n}>${o}</a>
`});var ie,ir,ho=y(()=>{"use strict";rr();j();A();yt();Y();ie=({text:t,wrong:e=null})=>e===null?l`<span class="proved"><${I} name="check" />${t}</span>`:l`<strong class="not-proved" title=${e}><${I} name="alarm" />${t}</strong>`,ir=({title:t,text:e,why:o,name:n,evidence:r,children:s})=>l`
  <p class="alarm-title">${t}</p>
  <p>${e} ${o&&l`<span class="alarm-why">(${o})</span>`}</p>
  <div class="row">
    <button
      type="button"
      onClick=${()=>We(n,JSON.stringify(r(),null,2),"application/json")}
    >
      <${I} name="download" />${a("proof.download")}
    </button>
    ${s}
    <${M} to="/help/proof">${a("proof.whatToDo")}<//>
  </div>
`});function _e(){let t=kn("ledger");return t===null||oe("ledger")!==null?oe("ledger"):{key:"",checkpoint:t,at:""}}function ul(t){to("pin",t),po.update(e=>e+1),Qo()}async function Qo(t=1){let e=_e(),o=n=>T(n,{asText:!0,asks:!1});try{let[n,r]=await Promise.all([o("/log/checkpoint"),o("/log/key")]),s={"/log/key":r.trimEnd()},i=()=>{setTimeout(Qo,Bp,t-1)};await Qt.watch(e,{checkpoint:n,keys:s},t?{again:i}:{})}catch(n){if(!(n instanceof z))throw n;Qt.unchecked()}}function il(t,e){let{kind:o,from:n,to:r,why:s}=t,i=e===null?"refused":o,c=location.origin+kt,u=()=>ol(t,c,e??new Date().toISOString()),d=l`
    <${ir}
      title=${a(`proof.alarm.${i}`,{from:n,to:r})}
      text=${a(`proof.alarm.${i}Hint`,{from:n})}
      why=${s}
      name="ledger-alarm.json"
      evidence=${u}
    >
      ${e&&e<Wp&&l`<span>${a("proof.unresolved",{at:Ne(e,"local")})}</span>`}
      ${e&&l`<${zp} finding=${t} />`}
    <//>
  `;no("proof",{kind:e===null||o==="damaged"?"warning":"alarm",content:d})}function al(){let{alarm:t,warning:e}=Qt.state.get();t?il(t.finding,t.at):e?il(e,null):no("proof",null)}function zp({finding:t}){let[e,o]=b(!1),{kept:n,from:r,to:s}=t,i=Qs(t),c=()=>{i&&(oi=null),Qt.accept(),po.update(u=>u+1),Qo()};return l`
    <button type="button" onClick=${()=>o(!0)}>
      ${a(i?"proof.accept":"proof.dismiss")}
    </button>
    ${e&&l`
        <${et}
          title=${a(i?"proof.acceptTitle":"proof.dismiss")}
          onClose=${()=>o(!1)}
        >
          <p>${a(i?"proof.acceptHint":"proof.dismissHint")}</p>
          ${i&&l` <dl class="facts">
              <dt>${a("proof.before")}</dt>
              <dd><code>${n?.key}</code>, ${a("proof.entries",{n:r})}</dd>
              <dt>${a("proof.now")}</dt>
              <dd><code>${ti(t)}</code>, ${a("proof.entries",{n:s})}</dd>
            </dl>`}
          <div class="row">
            <button type="button" class="danger" onClick=${c}>
              ${a(i?"proof.accept":"proof.dismiss")}
            </button>
            <button type="button" onClick=${()=>o(!1)}>${a("app.cancel")}</button>
          </div>
        <//>
      `}
  `}function hl(){let{finding:t,alarm:e,warning:o,isUnchecked:n}=E(Qt.state);S(()=>{al();let s=Qt.state.watch(al);Qo();let i=setInterval(()=>document.hidden||Qo(),Fp);return()=>{clearInterval(i),s()}},[]);let r=n||o?a("proof.unchecked"):"";if(e)r=a("proof.alarm");else if(t&&!r){let[s,i]=[Xt(oi?.checkpoint),t.to];oi?s===i?r=a("proof.same",{n:i}):r=a("proof.grown",{from:s,to:i}):r=a("proof.first",{n:i})}return r&&l`<span id="proof-status"><${M} to="/help/proof">${r}<//></span>`}var Fp,Bp,Wp,oi,po,qp,Qt,cl,ll,dl,fl,qe=y(()=>{"use strict";K();tt();or();rl();F();Le();qt();No();j();Hn();B();A();Ft();ho();Y();Fp=5*6e4,Bp=2500,Wp=new Date().toISOString();oi=_e(),po=pt(0),qp=3e4,Qt=new nr({prove:(t,e)=>ka(qp,o=>T("/v1/proof/consistency",{query:{from:t,to:e},asks:!1,signal:o})),kept:t=>t==="ledger"?_e():oe(t),keptText:kn,keep:to,now:()=>Date.now(),later:(t,e)=>setTimeout(t,e)}),cl=(t,e)=>Qt.watch(t,e,{isReader:!0}),ll=()=>Qt.pin()??(_e()?.key||null);dl=()=>Qt.pin(),fl=t=>E(Qt.state).connected.has(t)});function pl(t,e){let o=t?.field;if(!t||!o||!e.includes(o))return{at:()=>null,rest:t};let n=t.detail.startsWith(`${o}: `)?t.detail.slice(o.length+2):t.detail;return{at:r=>r===o?n:null,rest:null}}var ml=y(()=>{"use strict"});function xt(t){let{of:e,action:o,busy:n=o,isMain:r=!0,isOff:s,fields:i=[],children:c}=t,[u,d,f]=e,{at:h,rest:m}=pl(f,i);return l`
    <form
      class=${t.class}
      onSubmit=${p=>{p.preventDefault(),u()}}
    >
      ${typeof c=="function"?c(h):c}
      <${it} problem=${m} />
      <button type="submit" class=${r?"primary":""} disabled=${d||s}>
        ${d?n:o}
      </button>
    </form>
  `}function D({id:t,label:e,hint:o,error:n,as:r="input",onValue:s,children:i,...c}){let u=me(),d=t??u,f=[o&&`${d}-hint`,n&&`${d}-error`].filter(Boolean).join(" ");return l`
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
  `}function ve({label:t,options:e,value:o,onValue:n}){let r=me();return l`
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
  `}var At=y(()=>{"use strict";ml();A();ft()});function ri({user:t,onDone:e}){let[o,n]=b("password"),[r,s]=b(t??""),[i,c]=b(""),u=o==="token",[d,f,h,m]=X(async()=>{let g=u?{token:i.trim()}:{username:r,password:i},w=await ua(g);c(""),e?.(w)}),p=h&&[400,401].includes(h.status),$=g=>{n(g),c(""),m()};return l`
    <${xt}
      class="sign-in"
      of=${[d,f,p?null:h]}
      action=${a("signIn.submit")}
    >
      <${Vp} how=${o} onHow=${$} />
      ${!u&&l`
          <${D}
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
      <${D}
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
  `}function $l(){let t=E(ni);if(!t)return null;let e=o=>{ni.set(null),t.done(o)};return l`
    <${et} title=${a("signIn.ended")} onClose=${()=>e(!1)}>
      <p>${a("signIn.endedHint",{user:t.user})}</p>
      <${ri}
        user=${t.user}
        onDone=${o=>{o.user_id===t.user?e(!0):location.reload()}}
      />
    <//>
  `}var Vp,ni,si=y(()=>{"use strict";mt();K();qt();j();Ft();At();B();A();Vp=({how:t,onHow:e})=>l`
  <${ve}
    label=${a("signIn.how")}
    value=${t}
    options=${[{value:"password",text:a("signIn.withPassword")},{value:"token",text:a("signIn.withToken")}]}
    onValue=${e}
  />
`;ni=pt(null);aa(()=>{let t=R.get()?.user_id;return t?new Promise(e=>ni.set({user:t,done:e})):Promise.resolve(!1)})});var yl={};Bt(yl,{default:()=>bl});function Xp(){let{data:t}=W(n=>T("/log/checkpoint",{signal:n,asks:!1,asText:!0}),[]);if(!t)return null;let[e,o]=t.split(`
`);return l`
    <dl class="facts" id="public-facts">
      <dt>${a("landing.ledger")}</dt>
      <dd><code>${e}</code></dd>
      <dt>${a("landing.checkpoint")}</dt>
      <dd>${a("landing.size",{n:Number(o)})}</dd>
    </dl>
  `}function bl(){return l`
    <div class="landing">
      <div>
        <${V}>${a("landing.title")}<//>
        <p class="lead">${a("landing.what")}</p>
        <${Xp} />
        <p class="links">
          <${M} to="/help/proof">${a("landing.help")}<//>
          <a href=${O("/docs")}>${a("landing.docs")}</a>
        </p>
      </div>
      <section class="card" aria-labelledby="sign-in">
        <h2 id="sign-in">${a("signIn.title")}</h2>
        <${ri} />
      </section>
    </div>
  `}var wl=y(()=>{"use strict";K();F();B();A();si();Y();j()});function gl(){let[t,e]=b(""),[o,n]=b(""),[r,s]=b(dl());return l`
    <form id="pin-key" onSubmit=${c=>{c.preventDefault();let u=t.trim();try{ao(u)}catch{return n(a("proof.pinWrong"))}return ul(u),n(""),s(u),J(a("proof.pinDone"),"ok")}}>
      ${r&&l`<p class="hint">${a("proof.pinned",{key:r})}</p>`}
      <${D}
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
  `}var _l=y(()=>{"use strict";Yo();At();A();vt();qe();j()});var Zp,Qp,vl,xl=y(()=>{"use strict";A();Y();_l();j();Zp=["means","when","not","alarm","key","outside"],Qp=`curl -O $SERVER/log/checkpoint
unzip JOB_ID.evidence.zip
jobctl check JOB_ID.evidence --key verifier.key
python3 check.py JOB_ID.evidence --key verifier.key`,vl=()=>l`
  <article class="help">
    <${V}>${a("help.proof.title")}<//>
    <p class="lead">${a("help.proof.lead")}</p>
    ${Zp.map(t=>l`
        <section key=${t} id=${t}>
          <h2>${a(`help.proof.${t}`)}</h2>
          ${a(`help.proof.${t}Text`).split(`
`).map(e=>l`<p key=${e}>${e}</p>`)}
          ${t==="key"&&l`<${gl} />`}
          ${t==="outside"&&l`<pre class="scroll-x" tabindex="0">${Qp}</pre>`}
        </section>
      `)}
  </article>
`});var tm,ct,xe,cr,It=y(()=>{"use strict";j();A();yt();tm=new Set(["answered"]),ct=({status:t,cause:e})=>l`
  <span class="badge badge-${t}" title=${e?P("cause",e):void 0}>
    <${I} name=${t} />
    <span>${P("status",t)}</span>
    ${e&&!tm.has(e)&&l`<span class="badge-cause">${P("cause",e)}</span>`}
  </span>
`,xe=({children:t})=>l`<span class="tag">${t}</span>`,cr=({count:t=0,newest:e})=>t>0&&l`
    <span class="notes" title=${e?`${e.actor}: ${e.text}`:""}>
      <${I} name="note" /><span class="off-screen">${a("jobs.notes",{n:t})}: </span>
      ${t>1&&l`<b>${t}</b> `}${e?.text}
    </span>
  `});var lr,ai=y(()=>{"use strict";lr=[["/","keys.search"],["j","keys.down"],["k","keys.up"],["Enter","keys.open"],["Esc","keys.escape"],["?","keys.help"]]});function kl(){let t=E(R);return l`
    <${V}>${a("help.title")}<//>
    <p><${M} to="/help/proof">${a("help.proof.title")}<//>: ${a("help.proof")}</p>
    <${ur}
      id="statuses"
      title=${a("help.statuses")}
      facts=${em.map(e=>[l`<${ct} status=${e} />`,a(`help.status.${e}`)])}
    />
    <${ur}
      id="causes"
      title=${a("help.causes")}
      hint=${a("help.causesHint")}
      facts=${om.map(([e,o])=>[P("cause",e),l`
          ${a(`help.cause.${e}`)}${" "}
          <span class="muted">
            ${o.map(n=>P("status",n)).join(", ")||a("help.any")}
          </span>
        `])}
    />
    <${ur}
      id="keys"
      title=${a("keys.title")}
      hint=${a("help.keysHint")}
      facts=${lr.map(([e,o])=>[l`<kbd>${e}</kbd>`,a(o)])}
    />
    <${ur}
      id="more"
      title=${a("help.more")}
      facts=${[[l`<a href=${O("/docs")}>${a("landing.docs")}</a>`,a("help.docs")],...t?[[l`<${M} to="/account">${a("account.title")}<//>`,a("help.account")]]:[],[l`<a href=${O("/log/checkpoint")}>${a("landing.checkpoint")}</a>`,a("help.checkpoint")],[l`<a href=${O("/log/key")}>${a("health.key")}</a>`,a("help.key")]]}
    />
  `}var em,om,ur,Sl=y(()=>{"use strict";mt();F();It();B();A();ai();Y();j();em=["IN_PROGRESS","SUCCESS","FAILED","UNCONFIRMED"],om=[["answered",["SUCCESS","FAILED"]],["reported",["SUCCESS","FAILED","UNCONFIRMED"]],["never_sent",["FAILED"]],["withheld",["FAILED"]],["timed_out",["UNCONFIRMED"]],["connection_lost",["UNCONFIRMED"]],["unreadable_answer",["UNCONFIRMED"]],["inconclusive_answer",["UNCONFIRMED"]],["interrupted",["UNCONFIRMED"]],["imported",[]]],ur=({id:t,title:e,hint:o,facts:n})=>l`
  <section class="card" aria-labelledby=${t}>
    <h2 id=${t}>${e}</h2>
    ${o&&l`<p>${o}</p>`}
    <dl class="facts">
      ${n.map(([r,s])=>[l`<dt>${r}</dt>`,l`<dd>${s}</dd>`])}
    </dl>
  </section>
`});var Tl={};Bt(Tl,{default:()=>Al});function Al({topic:t}){return t==="proof"?l`<${vl} />`:l`<${kl} />`}var jl=y(()=>{"use strict";A();xl();Sl()});function El(t){let e=o=>{if(o.ctrlKey||o.metaKey||o.altKey||o.defaultPrevented||nm(o.target)||document.querySelector("dialog[open]"))return;let n=t[o.key];n&&(o.preventDefault(),n(o))};return addEventListener("keydown",e),()=>removeEventListener("keydown",e)}var nm,Ol=y(()=>{"use strict";nm=t=>t instanceof HTMLElement&&(t.isContentEditable||/^(INPUT|TEXTAREA|SELECT)$/.test(t.tagName))});function Cl(t=Date.now){let e=null;return Sn(()=>e=null),{leave(o,n,r){e=o!==void 0&&o===R.get()?.user_id?{value:r,search:n,until:t()+rm}:null},find:o=>e?.search===o&&t()<e.until?e.value:null}}var rm,Ll=y(()=>{"use strict";mt();rm=6e5});function te(t,e){let o=new ci(t,e);return()=>o.end()}var sm,im,am,cm,ci,mo=y(()=>{"use strict";K();F();sm=1e3,im=2e4,am=4e3,cm=["job_created","job_imported","status_changed","note_added"];ci=class{#e;#t;#s;#n;#o=null;#r=!1;#a=new AbortController;#u=[];#c=0;#i=0;#l=0;#d=0;constructor(e,{onEntries:o,onState:n=()=>{}}){this.#e=e,this.#n=e.after,this.#t=o,this.#s=n,document.addEventListener("visibilitychange",this.#w),window.addEventListener("pagehide",this.#y),this.#f()}end(){document.removeEventListener("visibilitychange",this.#w),window.removeEventListener("pagehide",this.#y),clearTimeout(this.#i),clearTimeout(this.#d),cancelAnimationFrame(this.#c),this.#h()}#f(){this.#h();let[e,o]=[this.#e,this.#n],n=o===void 0&&!this.#r?e.from:void 0,r=new EventSource(O("/v1/stream",{...e,from:n,after:o}));this.#o=r,r.onopen=()=>{clearTimeout(this.#d),this.#d=0,Oe.set(!0),this.#s(this.#r?"stale":"open"),this.#r=!1},r.onerror=()=>this.#$();for(let s of cm)r.addEventListener(s,i=>this.#p(i));r.addEventListener("ended",()=>{this.#o?.close(),this.#$()})}#h(){this.#o?.close(),this.#o=null,clearTimeout(this.#l),this.#a.abort()}#p(e){this.#n=e.lastEventId||this.#n,this.#u.push(JSON.parse(e.data)),this.#u.length>=sm?this.#m():this.#c||=requestAnimationFrame(()=>this.#m())}#m(){cancelAnimationFrame(this.#c),this.#c=0;let e=this.#u;this.#u=[],e.length&&this.#t(e)}#$(){this.#s("lost"),this.#d||=window.setTimeout(()=>Oe.set(!1),am),this.#o?.readyState===EventSource.CLOSED&&(this.#h(),this.#b(2e3))}#b(e){this.#a=new AbortController;let{signal:o}=this.#a,n=()=>T("/v1/meta",{signal:o}).then(()=>o.aborted||this.#f(),r=>{!o.aborted&&r.status!==401&&this.#b(1e4)});this.#l=window.setTimeout(n,e)}#y=()=>this.#h();#w=()=>{clearTimeout(this.#i),document.hidden?this.#i=window.setTimeout(()=>this.#h(),im):this.#o||(this.#n=void 0,this.#r=!0,this.#f())}}});function ae(t){let e=t.trim().toLowerCase().replaceAll("-","");return/^[0-9a-f]{1,32}$/.test(e)?e:null}function li(t,e){let o=ae(String(t));return o?.length===32&&o===ae(String(e))}var tn=y(()=>{"use strict"});function en(t){let e={};for(let o of dr)e[o]=[...new Set(t.getAll(o).filter(Boolean))];for(let o of Nl)t.get(o)&&(e[o]=t.get(o));return e}function ui(t){let e=new URLSearchParams;for(let o of dr)for(let n of t[o])e.append(o,n);for(let o of Nl)t[o]&&e.append(o,t[o]);return e}function lm(t){let[,e,o]=/^(\d{1,4})([hd])$/.exec(t)??[];return e?Number(e)*(o==="d"?24:1)*36e5:null}function $o(t,e){let{within:o,...n}=t,r=o&&lm(o);return r?{...n,since:new Date(e-r).toISOString()}:n}function ze(t,e,o){let n=t[e],r=n.filter(s=>s!==o);return{...t,[e]:r.length<n.length?r:[...n,o]}}function Hl(t,e,o){return dr.some(n=>n===e)?ze(t,e,o):{...t,[e]:void 0}}function Pl(t,e,o){let n=$o(t,o),r=Date.parse(e.created_at);return dr.every(s=>s==="cid"||!t[s].length||t[s].includes(e[s]))&&(!t.job_id||ae(e.job_id)?.startsWith(ae(t.job_id)??"none"))&&(!t.retry_of||t.retry_of===e.retry_of)&&(!n.since||r>=Date.parse(String(n.since)))&&(!n.until||r<Date.parse(String(n.until)))}function di(t,e,o=0){let[n,r,s]=t.split("-").map(Number);return(e==="utc"?new Date(Date.UTC(n,r-1,s+o)):new Date(n,r-1,s+o)).toISOString()}function fi(t,e,o=0){let n=new Date(Date.parse(t??"")-o);return Number.isNaN(n.getTime())?"":(e==="utc"?[n.getUTCFullYear(),n.getUTCMonth()+1,n.getUTCDate()]:[n.getFullYear(),n.getMonth()+1,n.getDate()]).map(s=>String(s).padStart(2,"0")).join("-")}var dr,Nl,Il,Rl,Dl,Ml,fr,bo=y(()=>{"use strict";tn();dr=["status","cause","action_name","user_id","cid","batch_id","source"],Nl=["job_id","retry_of","since","until","within"],Il=["IN_PROGRESS","SUCCESS","FAILED","UNCONFIRMED"],Rl=["answered","reported","imported","unreadable_answer","inconclusive_answer","timed_out","connection_lost","interrupted","never_sent","withheld"],Dl=["gateway","api","import","embedded"],Ml=["24h","7d","30d"];fr=t=>[...ui(t)].map(([e,o])=>({name:e,value:o}))});function hr(t,e,o){if(t==="status"||t==="cause"||t==="source")return P(t,e);if(t==="within"){let r=Number.parseInt(e,10);return a(e.endsWith("d")?"filter.days":"filter.hours",{n:r})}return t!=="since"&&t!=="until"||Number.isNaN(Date.parse(e))?e:Ne(e,o).endsWith("00:00:00")?wa(e,o):Ne(e,o)}var yo,Ul=y(()=>{"use strict";tt();j();yo=t=>a(`filter.${t}`)});function wo({name:t,filters:e,set:o,options:n=[],isOpen:r=!1}){let[s,i]=b(""),c=s.trim().toLowerCase(),d=[...new Set([...e[t],...n])].filter(h=>h.toLowerCase().includes(c)),f=h=>{h.preventDefault();let m=s.trim();m&&!e[t].includes(m)&&o(ze(e,t,m)),i("")};return l`
    <${ro} label=${yo(t)} class=${e[t].length?"is-set":""}>
      ${()=>l`
        ${r&&l`
            <form onSubmit=${f} class="row add-value">
              <input
                aria-label=${yo(t)}
                value=${s}
                placeholder=${yo(t)}
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
                    onChange=${()=>o(ze(e,t,h))}
                  />
                  ${hr(t,h,"utc")}
                </label>
              </li>
            `)}
        </ul>
      `}
    <//>
  `}function Fl({label:t,day:e,onDay:o}){let[n,r]=b("");return l`
    <${D}
      label=${t}
      type="date"
      value=${n||e}
      onValue=${s=>{let i=!s||s>="1000";r(i?"":s),i&&o(s)}}
    />
  `}function um({filters:t,set:e}){let o=E(Zt),n=t.since||t.until||t.within,r=s=>e({...t,within:void 0,...s});return l`
    <${ro} label=${a("filter.date")} class=${n?"is-set":""}>
      ${()=>l`
        <div class="row spans">
          ${Ml.map(s=>l`
              <button
                key=${s}
                type="button"
                aria-pressed=${t.within===s}
                onClick=${()=>r({since:void 0,until:void 0,within:t.within===s?void 0:s})}
              >
                ${hr("within",s,o)}
              </button>
            `)}
        </div>
        <${Fl}
          label=${a("filter.from")}
          day=${fi(t.since,o)}
          onDay=${s=>r({since:s?di(s,o):void 0})}
        />
        <${Fl}
          label=${a("filter.to")}
          day=${fi(t.until,o,1)}
          onDay=${s=>r({until:s?di(s,o,1):void 0})}
        />
      `}
    <//>
  `}function Wl({filters:t,set:e,stats:o}){let n=E(R),[r,s]=b(!1),i={filters:t,set:e},c=on(o?.by_action),u=on(o?.by_user),d=fr(t);return l`
    <div class="filters ${r?"is-open":""}">
      <button
        type="button"
        class="filters-switch"
        aria-expanded=${r}
        onClick=${()=>s(!r)}
      >
        ${a("filter.all")}<${I} name="down" />
      </button>
      <div class="row filters-list" role="group" aria-label=${a("filter.all")}>
        <${wo} name="cause" options=${Rl} ...${i} />
        <${wo} name="action_name" options=${c} isOpen ...${i} />
        ${n?.role!=="operator"&&l`<${wo} name="user_id" options=${u} isOpen ...${i} />`}
        <${wo} name="cid" isOpen ...${i} />
        <${wo} name="batch_id" isOpen ...${i} />
        <${wo} name="source" options=${Dl} ...${i} />
        <${um} ...${i} />
      </div>
    </div>
    ${d.length>0&&l`<${dm} all=${d} ...${i} />`}
  `}function dm({filters:t,set:e,all:o}){let n=E(Zt);return l`
    <div class="row chosen" role="group" aria-label=${a("filter.chosen")}>
      ${o.map(({name:r,value:s})=>l`
          <${sc}
            key=${`${r} ${s}`}
            name=${yo(r)}
            value=${hr(r,s,n)}
            onRemove=${()=>e(Hl(t,r,s))}
          />
        `)}
      <button
        type="button"
        class="quiet"
        id="clear-filters"
        onClick=${()=>e(en(new URLSearchParams))}
      >
        ${a("filter.clear")}
      </button>
    </div>
  `}var Bl,on,ql=y(()=>{"use strict";mt();tt();B();A();At();yt();Uo();Zo();j();bo();Ul();Bl=({filters:t,set:e,total:o})=>l`
  <div class="statuses" role="group" aria-label=${yo("status")}>
    ${Il.map(n=>l`
        <button
          key=${n}
          type="button"
          class="status-filter badge-${n}"
          aria-pressed=${t.status.includes(n)}
          onClick=${()=>e(ze(t,"status",n))}
        >
          <${I} name=${n} />${P("status",n)}
          <b>${o?N(o[n]):"\u2013"}</b>
        </button>
      `)}
  </div>
`;on=t=>(t?.rows??[]).map(e=>e.value)});function nn(t,e){if(e.index<=t.last_index)return!1;if(t.last_index=e.index,e.kind==="note_added"){let{index:o,recorded_at:n,actor:r,text:s}=e;t.note_count=(t.note_count??0)+1,t.newest_note={index:o,recorded_at:n,actor:r,text:s}}else{let{index:o,status:n,cause:r,http_status:s,error_message:i,recorded_at:c}=e,u=[...t.changes??[],o];Object.assign(t,{status:n,cause:r,http_status:s,error_message:i,changes:u}),t.updated_at=c}return!0}function go([t,...e]){let o=fm(t);for(let n of e)nn(o,n);return o}var fm,pr=y(()=>{"use strict";fm=t=>({...t,status:t.status??"IN_PROGRESS",cause:t.cause??null,customer_count:t.customers?.count??t.customer_count,last_index:t.index,changes:[],note_count:0,newest_note:null})});function Kl(t){t.size>hm&&t.delete(t.keys().next().value)}var rn,zl,Vl,sn,hm,mr,$r,hi=y(()=>{"use strict";pr();bo();rn=100,zl=8,Vl=15e4,sn=1e3,hm=2e3,mr=class{constructor(e,o,n=null){this.filters=e,this.recent=o,this.pages=[],this.next=n,this.start=n,this.count=0,this.top=-1,this.fresh=new Set,this.byId=new Map}get isDone(){return this.next===void 0||this.count>=Vl}get isTruncated(){return this.next!==void 0&&this.count>=Vl}locate(e){let o=0;for(let[n,r]of this.pages.entries()){if(e<o+r.count)return{number:n,offset:e-o};o+=r.count}return{number:this.pages.length,offset:0}}slice(e,o){let n=[],{number:r,offset:s}=this.locate(e);for(let i=Math.min(o,this.count)-e;i>0;r+=1,s=0){let{count:c,rows:u}=this.pages[r],d=Math.min(i,c-s);for(let f=0;f<d;f+=1)n.push(u?u[s+f]:null);i-=d}return n}wanted(e,o){let n=Math.min(this.locate(o).number,this.pages.length-1);for(let r=this.locate(e).number;r<=n;r+=1){let{rows:s,stale:i}=this.pages[r];if(!s||i)return r}return!this.isDone&&o>this.count-rn/2?this.pages.length:null}cursorOf(e){return e<this.pages.length?this.pages[e].cursor:this.next??null}place(e,{jobs:o,next:n},r){if(this.#e(e)&&this.pages.length)return this.#t(o);let s=this.pages[e]??{cursor:this.next??null,count:0,rows:null},i=o.length-s.count;e===this.pages.length&&(this.pages.push(s),this.next=n??void 0),this.top<0&&o.length&&(this.top=o[0].index);for(let c of s.rows??[])this.byId.delete(c.job_id);this.pages[e]={cursor:s.cursor,count:o.length,rows:o};for(let c of o){this.byId.set(c.job_id,c);for(let u of this.recent.entriesOf(c.job_id))nn(c,u)}if(this.count+=i,this.#e(e))for(let c of this.recent.jobs.values())this.#s(c,r);return i}#e(e){return e===0&&this.start===null}#t(e){for(let o of e){let n=this.byId.get(o.job_id);n&&n.last_index<=o.last_index&&Object.assign(n,o)}return this.pages[0].stale=!1,0}forget(e,o){let n=this.locate(e).number-zl,r=this.locate(o).number+zl;for(let[s,i]of this.pages.entries())if(!(!i.rows||s>=n&&s<=r||this.#e(s))){for(let c of i.rows)this.byId.delete(c.job_id);i.rows=null}}expire(){for(let e of this.pages)e.stale=!0}take(e,o){let n=!1;for(let r of e){let s=this.byId.get(r.job_id);s?n=nn(s,r)||n:n=this.#s(this.recent.jobs.get(r.job_id),o)||n}return n}#s(e,o){if(!e||e.index<=this.top||this.start!==null||this.filters.cid.length||this.byId.has(e.job_id))return!1;let n=this.fresh.size;return n>=sn?!1:(Pl(this.filters,e,o)?this.fresh.add(e.job_id):this.fresh.delete(e.job_id),this.fresh.size!==n)}limitOf(e){return e<this.pages.length&&this.#e(e)?5*rn:rn}compare(e){this.fresh.size>=sn||(this.fresh=new Set(e.filter(o=>o.index>this.top).map(o=>o.job_id)))}},$r=class{constructor(){this.entries=new Map,this.jobs=new Map}take(e){for(let o of e){if(o.kind==="job_created"||o.kind==="job_imported"){this.jobs.set(o.job_id,go([o])),Kl(this.jobs);continue}let n=this.jobs.get(o.job_id);n&&nn(n,o),this.entries.set(o.job_id,[...this.entriesOf(o.job_id).slice(-20),o]),Kl(this.entries)}}entriesOf(e){return this.entries.get(e)??[]}}});var pm,mm,$m,bm,br,Jl=y(()=>{"use strict";Wt();No();bo();hi();pm=120,mm=2e3,$m=5e3,bm=(t,e)=>setTimeout(t,e),br=class{list=null;#e=null;stats=null;problem=null;isLoading=!1;shift=0;scrolled=0;#t;#s=new $r;#n=[0,40];#o=0;#r=0;#a=new AbortController;#u=()=>{};#c=new Set;#i=!1;constructor(e){this.#t={later:bm,now:Date.now,...e}}async open(e,o=null){this.#a.abort(),this.#a=new AbortController,this.#r=this.#t.now(),this.#n=[0,40],this.#e=new mr(e,this.#s,o),this.list??=this.#e,this.problem=null,this.isLoading=!1,await this.#l()}reload(){return this.#e?this.open(this.#e.filters):Promise.resolve()}openRest(){let e=this.list;return e?this.open(e.filters,e.next??null):Promise.resolve()}retry(){return this.problem=null,this.#l()}show(e,o){this.list===this.#e&&(this.#n=[e,o],this.problem||this.#l())}close(){this.#i=!0,this.#a.abort(),this.#u()}async resume(e){this.#t.onChange=e,this.#i=!1,this.#a=new AbortController,this.isLoading=!1,this.problem=null,this.stats=null,this.list?.expire(),this.#e=this.list,await this.#l(),await this.#$().catch(()=>{})}async#l(){let e=this.#e,{signal:o}=this.#a;if(!e||this.isLoading||this.#i)return;let[n,r]=this.#n,s=e.wanted(n,r);if(s!==null){this.isLoading=!0,this.#t.onChange();try{this.stats||await this.#f();let i=e.limitOf(s),c={...$o(e.filters,this.#r),limit:i},u=e.cursorOf(s),d=await this.#t.get("/v1/jobs",{query:{...c,cursor:u},signal:o});if(o.aborted)return;let f=s<e.locate(this.#n[0]).number,h=e.place(s,d,this.#t.now());f&&(this.shift+=h),e.forget(this.#n[0],this.#n[1]),this.#o=0}catch(i){if(o.aborted)return;if(!(i instanceof z))throw i;this.problem=i,i.isTemporary&&this.#d(i,o)}finally{o.aborted||(this.isLoading=!1)}this.list=e,this.#t.onChange(),this.problem||await this.#l()}}#d(e,o){let n=Re(this.#o,e);this.#o+=1,this.#t.later(()=>{!o.aborted&&this.problem===e&&this.retry()},n)}async#f(){if(await this.#m(),this.#i)return;let{size:e}=this.stats.head;this.#u(),this.#u=this.#t.follow(e>0?{after:e-1}:{from:0},{onEntries:o=>this.#h(o),onState:o=>{o==="stale"&&(this.list?.expire(),this.#l(),this.#p("count",0,()=>this.#m()),this.#p("look",0,()=>this.#$()))}})}#h(e){this.#s.take(e),this.list?.take(e,this.#t.now())&&this.#p("draw",pm,async()=>this.#t.onChange()),this.#p("count",mm,()=>this.#m()),e.some(({kind:n})=>n==="job_created"||n==="job_imported")&&this.list?.filters.cid.length&&this.#p("look",$m,()=>this.#$())}#p(e,o,n){this.#c.has(e)||(this.#c.add(e),this.#t.later(()=>{this.#c.delete(e),this.#i||n().catch(()=>{})},o))}async#m(){this.stats=await this.#t.get("/v1/stats",{query:{limit:100}}),this.#t.onChange()}async#$(){let e=this.list;if(!e||e.start!==null)return;let o={...$o(e.filters,this.#r),limit:rn};e.compare((await this.#t.get("/v1/jobs",{query:o})).jobs),this.#t.onChange()}}});function pi(t){let e=ae(t);return!e||/^-|--/.test(t.trim())?null:{digits:e,id:e.length===32?wm(e):null}}function mi(t,{jobs:e,users:o,actions:n}){let r=t.trim();if(!r)return[];let s=r.toLowerCase(),i=d=>d.filter(f=>f.toLowerCase().includes(s)).sort((f,h)=>Gl(f,s)-Gl(h,s)).slice(0,ym),c=pi(r),u=e.map(d=>({kind:"job",value:d.job_id,job:d}));return c?.id&&!u.length&&u.push({kind:"job",value:c.id,job:null}),[...i(o).map(d=>({kind:"user",value:d})),...i(n).map(d=>({kind:"action",value:d})),...u,...e.length>1?[{kind:"prefix",value:r}]:[],...c?.id?[]:[{kind:"customer",value:r}]]}function Gl(t,e){let o=t.toLowerCase().indexOf(e);return o===0?t.length-e.length:1e3+o}var ym,wm,Yl=y(()=>{"use strict";tn();ym=4,wm=t=>[t.slice(0,8),t.slice(8,12),t.slice(12,16),t.slice(16,20),t.slice(20)].join("-")});function _m(t){let[e,o]=b([]),n=H(Promise.resolve([])),r=pi(t)?.digits??"";return S(()=>{if(o([]),n.current=Promise.resolve([]),!r)return;let s=new AbortController,i={job_id:r,limit:gm};return n.current=T("/v1/jobs",{query:i,signal:s.signal}).then(c=>c.jobs,()=>[]),n.current.then(c=>s.signal.aborted||o(c)),()=>s.abort()},[r]),{jobs:e,asked:n}}function vm({meaning:{kind:t,value:e,job:o}}){return l`
    <span class="suggestion-kind">${a(`search.${t}`)}</span>
    <span class="suggestion-value">${e}</span>
    ${o&&l`<span>${o.action_name}</span><${ct} status=${o.status} /> `}
    ${o&&l`<${G} at=${o.created_at} />`}
  `}function km({kind:t,value:e},o,n){if(t==="job")$t(O(C`/jobs/${e}`));else if(t==="customer")$t(O(C`/customers/${e}`));else if(t==="prefix")n({...o,job_id:e});else{let r=t==="user"?"user_id":"action_name";o[r].includes(e)||n(ze(o,r,e))}}function Xl({filters:t,set:e,users:o,actions:n}){let[r,s]=b(""),[i,c]=b(!1),[u,d]=b(0),f=H(null),{jobs:h,asked:m}=_m(r),p=me(),$=mi(r,{jobs:h,users:o,actions:n}),g=i&&$.length>0;Mn(f,g,()=>c(!1));let w=U=>{c(!1),s(""),km(U,t,e)},v=async()=>{let U=await m.current,wt=mi(r,{jobs:U,users:o,actions:n})[u];wt&&w(wt)},L={value:r,onInput:U=>{s(U.currentTarget.value),c(!0),d(0)},onKeyDown:U=>{let wt={ArrowDown:1,ArrowUp:-1}[U.key];if(wt&&$.length)c(!0),d(g?(u+wt+$.length)%$.length:0);else if(U.key==="Enter")v();else if(U.key==="Escape"&&r)s("");else if(U.key==="Escape")U.target.blur();else return;U.preventDefault()},onFocus:()=>c(!0)};return l`
    <div class="search" ref=${f} role="search">
      <${I} name="search" />
      <input
        id="search"
        type="search"
        role="combobox"
        aria-label=${a("search.label")}
        aria-expanded=${g}
        aria-controls=${p}
        aria-autocomplete="list"
        aria-activedescendant=${g?`${p}-${u}`:void 0}
        aria-keyshortcuts="/"
        autocomplete="off"
        autocapitalize="none"
        spellcheck=${!1}
        placeholder=${a("search.placeholder")}
        ...${L}
      />
      <${xm} id=${p} ...${{meanings:$,active:u,isShown:g}} onChoice=${w} />
    </div>
  `}var gm,xm,Zl=y(()=>{"use strict";K();F();Ot();It();B();A();yt();Y();j();bo();Yl();gm=6;xm=({id:t,meanings:e,active:o,isShown:n,onChoice:r})=>l`
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
          <${vm} meaning=${s} />
        </li>
      `)}
  </ul>
`});function yr({box:t,isOnPage:e=!1,height:o,count:n,onScroll:r}){let[s,i]=b({from:0,to:40});return pe(()=>{let c=t.current,u=e?window:c,d=0,f=()=>{d=0,r?.(e?scrollY:c.scrollTop);let m=e?-c.getBoundingClientRect().top:c.scrollTop,p=m+(e?innerHeight:c.clientHeight),$=Math.max(0,Math.floor(m/o)-Ql),g=Math.max(0,Math.ceil(p/o))+Ql;i(w=>w.from===$&&w.to===g?w:{from:$,to:g})},h=()=>{d||=requestAnimationFrame(f)};return f(),u.addEventListener("scroll",h,{passive:!0}),addEventListener("resize",h),()=>{cancelAnimationFrame(d),u.removeEventListener("scroll",h),removeEventListener("resize",h)}},[o,n]),{from:Math.min(s.from,n),to:Math.min(s.to,n)}}function eu({label:t,count:e,height:o,children:n,of:r}){let s=H(null),i=yr({box:s,height:o,count:e});return S(()=>{s.current&&(s.current.scrollTop=0)},[r]),l`
    <div class="virtual-list" ref=${s} tabindex="0" role="list" aria-label=${t}>
      <div role="presentation" style=${{height:`${e*o}px`}}>
        ${tu(i,c=>l`
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
  `}function wr({label:t,columns:e,count:o,row:n,onRange:r}){let s=H(null),[i,c]=b(36);pe(()=>{let m=s.current?.querySelector("tr[data-row]")?.clientHeight;m&&c(m)});let u=yr({box:s,height:i,count:o}),{from:d,to:f}=u;S(()=>r?.(f),[f]);let h=m=>m>0&&l`<tr aria-hidden="true" style=${{height:`${m*i}px`}} />`;return l`
    <div class="rows" ref=${s} role="group" aria-label=${t} tabindex="0">
      <table aria-rowcount=${o+1}>
        <thead>
          <tr aria-rowindex="1">
            ${e.map(m=>l`<th key=${m} scope="col">${m}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${h(d)}
          ${tu(u,m=>l`
              <tr key=${m} data-row aria-rowindex=${m+2}>
                ${n(m)}
              </tr>
            `)}
          ${h(o-f)}
        </tbody>
      </table>
    </div>
  `}var Ql,tu,an=y(()=>{"use strict";A();Ql=8;tu=({from:t,to:e},o)=>Array.from({length:e-t},(n,r)=>o(t+r))});function Tm(){let[,t]=b(0);S(()=>{let o=()=>t(n=>n+1);for(let n of[$i,bi])n.addEventListener("change",o);return()=>{for(let n of[$i,bi])n.removeEventListener("change",o)}},[]);let e=Number.parseFloat(getComputedStyle(document.documentElement).fontSize);return{height:Math.round(Am[$i.matches?"cards":"table"]*e),isWide:bi.matches}}function jm(t,e){t.target.closest("a, button")||getSelection()?.toString()||$t(O(C`/jobs/${e}`))}function Em({job:t,index:e,isWide:o}){let n={"data-index":e,"aria-rowindex":e+2};if(!t)return l`<tr role="row" class="job" ...${n}>
      <td role="cell">…</td>
    </tr>`;let{job_id:r,user_id:s,action_name:i,customer_count:c,status:u,cause:d}=t;return l`
    <tr
      role="row"
      class="job"
      ...${n}
      onClick=${f=>jm(f,r)}
    >
      <td role="cell" class="cell-user">${s}</td>
      <td role="cell" class="cell-action">
        <a href=${O(C`/jobs/${r}`)}>${i}</a>
        ${t.retry_of&&l`<${xe}>${a("jobs.retry")}<//>`}
        <${cr} count=${t.note_count} newest=${t.newest_note} />
      </td>
      <td role="cell" class="cell-customers number">
        ${N(c)}<span class="only-cards">
          ${" "}${a("jobs.customersUnit",{n:c})}</span
        >
      </td>
      <td role="cell" class="cell-status"><${ct} status=${u} cause=${d} /></td>
      <td role="cell" class="cell-date"><${G} at=${t.created_at} /></td>
      <td role="cell" class="cell-id"><${fo} id=${r} short=${!o} /></td>
    </tr>
  `}function Om(t,e,o){pe(()=>{if(!e||!t.current)return;let n=t.current.getBoundingClientRect().top+e.index*o;n<2*o?scrollBy(0,n-2*o):n>innerHeight-2*o&&scrollBy(0,n-innerHeight+2*o);let r=()=>{let i=t.current?.querySelector(`[data-index="${e.index}"] a`);i instanceof HTMLElement&&i.focus({preventScroll:!0})},s=requestAnimationFrame(()=>requestAnimationFrame(r));return()=>cancelAnimationFrame(s)},[e])}function ou({jobs:t,list:e,focus:o}){let{height:n,isWide:r}=Tm(),s=H(null);pe(()=>{t.scrolled&&scrollTo(0,t.scrolled)},[]);let i=f=>{t.scrolled=f},{count:c}=e,{from:u,to:d}=yr({box:s,isOnPage:!0,height:n,count:c,onScroll:i});return S(()=>t.show(u,d),[u,d,e,c]),pe(()=>{t.shift&&(scrollBy(0,t.shift*n),t.shift=0)}),Om(s,o,n),l`
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
      <${Cm} />
      <tbody role="rowgroup" ref=${s} style=${{height:`${c*n}px`}}>
        ${u>0&&l`<tr key="above" aria-hidden="true" style=${{height:`${u*n}px`}}></tr>`}
        ${e.slice(u,d).map((f,h)=>{let m=u+h;return l`<${Em} key=${f?.job_id??m} ...${{job:f,index:m,isWide:r}} />`})}
      </tbody>
    </table>
  `}var Sm,Am,$i,bi,Cm,nu=y(()=>{"use strict";tt();F();Ot();It();A();Y();an();j();Sm=["user","action","customers","status","date","id"],Am={table:2.5,cards:6.5},$i=matchMedia("(width < 60rem)"),bi=matchMedia("(width >= 90rem)");Cm=()=>l`
  <thead role="rowgroup">
    <tr role="row" class="job" aria-rowindex="1">
      ${Sm.map(t=>l`
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
`});function Im({views:t,query:e,close:o}){let[n,r]=b("");return l`
    <form onSubmit=${i=>{i.preventDefault(),t.update(c=>[...c.filter(u=>u.name!==n.trim()),{name:n.trim(),query:e}]),o(),J(a("views.saved",{name:n.trim()}))}}>
      <${D} label=${a("views.name")} required maxlength="60" value=${n} onValue=${r} />
      <button type="submit">${a("views.save")}</button>
    </form>
  `}function ru({query:t}){let[e]=b(Nm),o=E(e),n=t.toString(),r=s=>e.update(i=>i.filter(c=>c.name!==s));return l`
    <${ro} label=${a("views.title")} align="end">
      ${s=>l`
        ${o.length>0&&l`
            <ul class="menu views">
              ${o.map(i=>l`
                  <li key=${i.name} class="row">
                    <a
                      href=${O("/")+(i.query&&`?${i.query}`)}
                      aria-current=${i.query===n?"true":void 0}
                      onClick=${c=>{c.preventDefault(),Tn(new URLSearchParams(i.query)),s()}}
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
        ${n?l`<${Im} views=${e} query=${n} close=${s} />`:l`<p class="hint">${a("views.hint")}</p>`}
      `}
    <//>
  `}var Lm,Nm,su=y(()=>{"use strict";mt();F();Ot();Le();At();B();A();Uo();vt();j();Lm={},Nm=()=>{let t=`views:${R.get()?.user_id}`;return Lm[t]??=ne(t,[])}});var cu={};Bt(cu,{default:()=>au});function Rm(t){let[,e]=b(0),o=()=>e(c=>c+1),[n]=b(()=>Mt.get().isBack?iu.find(t):null),r=H(n!==null),[s]=b(()=>n??new br({get:T,follow:te,onChange:o})),i=H(t);return i.current=t,S(()=>{let c=R.get()?.user_id;return r.current&&s.resume(o),()=>{s.close(),iu.leave(c,i.current,s)}},[]),S(()=>{r.current||s.open(en(new URLSearchParams(t))),r.current=!1},[t]),s}function Mm({filters:t}){let e=$o(t,Date.now()),o=[{text:a("app.csv"),href:O("/v1/export.csv",e),download:!0},{text:a("jobs.csvExcel"),href:O("/v1/export.csv",{...e,bom:"true"}),download:!0},{text:a("app.ndjson"),href:O("/v1/export.ndjson",e),download:!0}];return l`<${Bn} label=${a("jobs.download")} align="end" items=${o} />`}function Hm({jobs:t,list:e,isFiltered:o,clear:n}){let r=E(R);return t.problem?l`
      <${it} problem=${t.problem} retry=${()=>t.retry()} />
      ${o&&l`<p><button type="button" onClick=${n}>${a("filter.clear")}</button></p>`}
    `:e.isTruncated?l`
      <p class="state">
        <button type="button" onClick=${()=>t.openRest()}>${a("jobs.older")}</button>
      </p>
    `:e.isDone?e.count?l`<p class="state">${a("jobs.end",{n:e.count})}</p>`:o?l`
      <${st} title=${a("jobs.noMatch")}>
        <button type="button" onClick=${n}>${a("filter.clear")}</button>
      <//>
    `:l`
    <${st} title=${a("jobs.empty")}>
      ${r?.role!=="auditor"&&l`<p><${M} to="/set-action" class="button">${a("jobs.emptyAction")}<//></p>`}
      <p><a href=${O("/docs")}>${a("jobs.emptyDocs")}</a></p>
    <//>
  `:l`<${$e} />`}function Pm({count:t,show:e}){if(S(()=>{t&&Un(a("jobs.fresh",{n:t}))},[t>0]),!t)return null;let o=t>=sn;return l`
    <div class="fresh">
      <button type="button" id="show-new" class="primary" onClick=${e}>
        ${a(o?"jobs.freshMany":"jobs.fresh",{n:o?sn-1:t})}
      </button>
    </div>
  `}function Um(t,e){let[o,n]=b(null),r=H(null);return r.current={list:t,focus:o},S(()=>{let s=i=>{let{list:c,focus:u}=r.current,d=document.activeElement?.closest?.("[data-index]"),f=d?Number(d.getAttribute("data-index")):u?.index??-1,h=Math.max(0,Math.min(f+i,c.count-1));c.count&&n({index:h})};return El({"/":()=>document.getElementById("search")?.focus(),j:()=>s(1),k:()=>s(-1),"?":e})},[]),[o,n]}function au(){let[t,e]=Vt(),o=t.toString(),n=rt(()=>en(t),[o]),r=Rm(o),{list:s,stats:i}=r,[c,u]=b(!1),d=()=>u(!0),[f,h]=Um(s,d),m=w=>e(ui(w)),p=()=>e(new URLSearchParams),$=async()=>{scrollTo(0,0),await r.reload(),h({index:0})},g=fr(n).length>0;return l`
    <${Fm} ...${{query:t,filters:n,set:m,stats:i,onHelp:d}} />
    <div class="jobs-filters">
      <${Bl} filters=${n} set=${m} total=${i?.total} />
      <${Wl} filters=${n} set=${m} stats=${i} />
    </div>
    ${s?.start&&l`<${Bm} jobs=${r} />`}
    ${s&&l`
        <${Pm} count=${s.fresh.size} show=${$} />
        ${s.count>0&&l`<${ou} jobs=${r} list=${s} focus=${f} />`}
        <${Hm} jobs=${r} list=${s} isFiltered=${g} clear=${p} />
      `}
    ${c&&l`<${Dm} onClose=${()=>u(!1)} />`}
  `}var iu,Dm,Fm,Bm,lu=y(()=>{"use strict";mt();K();Ol();Ll();F();Ot();mo();Ft();B();A();ai();Uo();vt();ft();Y();j();ql();bo();Jl();hi();Zl();nu();su();iu=Cl();Dm=({onClose:t})=>l`
  <${et} title=${a("keys.title")} onClose=${t}>
    <dl class="facts">
      ${lr.map(([e,o])=>l`
          <dt key=${e}><kbd>${e}</kbd></dt>
          <dd>${a(o)}</dd>
        `)}
    </dl>
  <//>
`;Fm=({query:t,filters:e,set:o,stats:n,onHelp:r})=>l`
  <div class="jobs-top">
    <${V}>${a("jobs.title")}<//>
    <${Xl}
      filters=${e}
      set=${o}
      users=${on(n?.by_user)}
      actions=${on(n?.by_action)}
    />
    <div class="row">
      <${ru} query=${t} />
      <${Mm} filters=${e} />
      <button type="button" aria-label=${a("keys.title")} aria-keyshortcuts="?" onClick=${r}>
        ?
      </button>
    </div>
  </div>
`,Bm=({jobs:t})=>l`
  <p class="notice">
    ${a("jobs.olderShown")}
    <button type="button" onClick=${()=>t.reload()}>${a("jobs.newest")}</button>
  </p>
`});function ce(t,e){if(!t)return{why:"empty"};if(t.length*3>e){let r=zm.encode(t).length;if(r>e)return{why:"long",n:r}}if(qm.test(t))return null;if(/\p{Cc}/u.test(t))return{why:"control"};if(t.search(du)>=0)return{why:"ends"};let o=Wm.exec(t);return o?{why:"unseen",code:`U+${o[0].codePointAt(0).toString(16).toUpperCase().padStart(4,"0")}`}:null}function*hu({values:t,lines:e},{trims:o,bytesMax:n}){let r=[],s=new Uint8Array(t.length),i={good:0,duplicate:0,blank:0,spaces:0,invalid:0},c=new Map;for(let[u,d]of t.entries()){let f=o?fu(d):d,h=Vm(f,c,n);h==="good"&&c.set(f,u),r.push(f),s[u]=cn.indexOf(h),i[h]+=1,u%uu===uu-1&&(yield)}return{values:r,lines:e,kinds:s,counts:i,customers:[...c.keys()],first:c}}function Vm(t,e,o){if(e.has(t))return"duplicate";if(!ce(t,o))return"good";let n=fu(t);return n?n!==t&&!ce(n,o)?"spaces":"invalid":"blank"}function pu({values:t,kinds:e},o,n){let r=cn.indexOf(o),s=n.toLowerCase(),i=[];for(let c=0;c<t.length;c+=1)r>=0&&e[c]!==r||(!s||t[c].toLowerCase().includes(s))&&i.push(c);return i}var cn,Wm,du,qm,uu,zm,fu,ln=y(()=>{"use strict";cn=["good","duplicate","blank","spaces","invalid"],Wm=new RegExp("[\\xa0\\xad\\u034f\\u061c\\u115f\\u1160\\u1680\\u17b4\\u17b5\\u180b-\\u180f\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u2800\\u3000\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb\\u{13430}-\\u{1343f}\\u{13441}\\u{13442}\\u{16fe4}\\u{1bca0}-\\u{1bca3}\\u{1d159}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e0fff}\\p{Noncharacter_Code_Point}\\p{Surrogate}]","u"),du=/^\p{White_Space}+|\p{White_Space}+$/gu,qm=/^[!-~]+$/,uu=2e3,zm=new TextEncoder;fu=t=>t.replace(du,"")});function gu({parts:t,first:e,fresh:o},n,r){let s=new Map(n.map(u=>[u.job_id,u])),i=t[0]?.jobs[0]?.job_id,c=n.findIndex(u=>u.job_id===i);return{parts:t.map(u=>({...u,jobs:u.jobs.map(d=>s.get(d.job_id)??d)})),first:e,fresh:r?c<0?n.length:c:o}}function _u(t,e){let o=new Set(gi(t).map(n=>n.job_id));return e.some(({kind:n,job_id:r})=>n==="job_created"||n==="job_imported"||o.has(r))}function vu({parts:t}){let e={};for(let{outcome:o}of t.flatMap(n=>n.jobs))e[o.status]=(e[o.status]??0)+1;return e}var yi,wi,gi,mu,$u,bu,_i,yu,wu,xu=y(()=>{"use strict";yi={parts:[],first:0,fresh:0},wi=({parts:t,first:e})=>t.slice(e,e+2),gi=t=>wi(t).flatMap(e=>e.jobs),mu=({first:t})=>t>0,$u=({parts:t,first:e})=>e+2<t.length||!!t.at(-1)?.next,bu=({parts:t,first:e})=>e+2<t.length?null:t.at(-1)?.next??null,_i=({parts:t,...e},o,{jobs:n,next:r})=>({...e,parts:[...t,{cursor:o,jobs:n,next:r}]}),yu=t=>({...t,first:Math.max(0,Math.min(t.first+1,t.parts.length-2))}),wu=t=>({...t,first:Math.max(0,t.first-1)})});var Tu={};Bt(Tu,{default:()=>Au});function Ym(){let[t,e]=b(""),o=t&&ce(t,ku);return l`
    <form
      class="look-up"
      role="search"
      onSubmit=${n=>{n.preventDefault(),t&&!o&&$t(O(C`/customers/${t}`))}}
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
          ${a(`name.${o.why}`,{n:o.n??0,most:ku,code:o.code??""})}
        </p>`}
    </form>
  `}function Xm(t){let[e,o]=b(yi),n=H(e),r=m=>o(n.current=m),s=m=>T(C`/v1/customers/${t}/jobs`,{query:{limit:30,cursor:m}}),[i,c,u]=X(async()=>{r(_i(yi,null,await s(null)))}),[d,f,h]=X(async()=>{let m=bu(n.current);if(m){let p=await s(m);r(_i(n.current,m,p))}r(yu(n.current))});return S(()=>{i();let m=0,p=async()=>{m=0;let w=new Set([null,...wi(n.current).map(v=>v.cursor)]);for(let v of w){let _=await s(v);r(gu(n.current,_.jobs,v===null))}},$=()=>m||=window.setTimeout(()=>p().catch(()=>{}),Jm),g=te({},{onEntries:w=>_u(n.current,w)&&$(),onState:w=>w!=="lost"&&$()});return()=>{clearTimeout(m),g()}},[]),{jobs:e,open:i,showOlder:d,showNewer:()=>r(wu(n.current)),isBusy:c||f,problem:u??h,retry:u?i:d}}function Zm({job:t}){let{outcome:e,job_id:o}=t,n=r=>a(`customer.${r}`);return l`
    <tr>
      <td data-label=${n("when")}><${G} at=${t.created_at} /></td>
      <td data-label=${n("action")}>
        <a href=${O(C`/jobs/${o}`)}><b>${t.action_name}</b></a>
        ${t.retry_of&&l` <${xe}>${a("jobs.retry")}<//>`} ${" "}<${cr}
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
      <td data-label=${n("id")}><${fo} id=${o} short /></td>
    </tr>
  `}function Su({cid:t}){let e=E(R);return l`
    <p class="row">
      ${e?.role!=="auditor"&&l`<${M} to="/set-action" query=${{cid:t}} class="button"
          >${a("customer.setAction")}<//
        >`}
      <${M} to="/jobs" query=${{cid:t}} class="button">${a("customer.inJobs")}<//>
    </p>
  `}function Qm({jobs:t}){let e=t.parts.reduce((o,n)=>o+n.jobs.length,0);return l`
    ${a(t.parts.at(-1)?.next?"customer.countMore":"customer.count",{n:e})}
    ${Object.entries(vu(t)).map(([o,n])=>l`<span key=${o}><${ct} status=${o} /> ${N(n)}</span>`)}
  `}function e$({cid:t}){let{jobs:e,open:o,showOlder:n,showNewer:r,isBusy:s,problem:i,retry:c}=Xm(t),u=e.fresh>0&&l`<button type="button" id="fresh" class="primary" onClick=${o}>
      ${a("customer.fresh",{n:e.fresh})}
    </button>`,d=l`<${it} problem=${i} retry=${c} />`;return e.parts.length===0?l`${d}${s&&l`<${$e} />`}`:e.parts.every(f=>f.jobs.length===0&&!f.next)?l`
      <${st} title=${a("customer.none")}><p>${a("customer.noneHint")}</p><//>
      <p role="status">${u}</p>
      <${Su} cid=${t} />
    `:l`
    <div class="row spread">
      <p class="row" role="status"><${Qm} jobs=${e} /> ${u}</p>
      <${Su} cid=${t} />
    </div>
    ${mu(e)&&l`<p><button type="button" onClick=${r}>${a("customer.newer")}</button></p>`}
    <${t$} cid=${t} jobs=${e} />
    ${d}
    ${$u(e)&&l`<p>
        <button type="button" id="older" disabled=${s} onClick=${n}>
          ${a("customer.older")}
        </button>
      </p>`}
  `}function Au({cid:t}){return l`
    <div class="row spread customer-top">
      <${V}>${t?a("customer.title",{cid:t}):a("customer.titleNone")}<//>
      <${Ym} />
    </div>
    ${t&&l`<${e$} cid=${t} />`}
  `}var Jm,ku,Gm,t$,ju=y(()=>{"use strict";mt();K();ln();tt();F();Ot();mo();It();B();A();ft();Y();j();xu();Jm=3e3,ku=128,Gm=["when","action","outcome","job","user","id"];t$=({cid:t,jobs:e})=>l`
  <div class="card scroll-x">
    <table class="customer-jobs">
      <caption class="off-screen">
        ${a("customer.title",{cid:t})}
      </caption>
      <thead>
        <tr>
          ${Gm.map(o=>l`<th key=${o} scope="col">${a(`customer.${o}`)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${gi(e).map(o=>l`<${Zm} key=${o.job_id} job=${o} />`)}
      </tbody>
    </table>
  </div>
`});function Eu(t){let{job:e,outcomes:o,entries:n,related:r}=t??{};if(![e,o?.counts,n?.length,r].every(Boolean))return!1;let{retries:s,batch:i,overlaps:c}=r;return[n,s,i,c].every(u=>Array.isArray(u)&&u.every(Boolean))}function n$(t,e){let o=go(e),n=s=>Yt(s??null);return[...new Set([...Object.keys(t),...o$])].filter(s=>n(t[s])!==n(o[s]))}async function Ou({job:t,entries:e,checkpoint:o},n,r){let s=!li(t?.job_id,r)||!li(e?.[0]?.job_id,r),i={size:0,wrong:new Map,why:"",isStale:!1,isOther:s};try{if(s)throw new Error("this is another job");let c=await Ht(o,n);i.size=c.size;for(let f of e)await tr({entry:f,checkpoint:c,key:n}).catch(h=>i.wrong.set(f.index,_o(h)));if(i.wrong.size)return i;await Ks({entries:e,checkpoint:c,key:n});let u=e.filter(f=>f.index<=t.last_index);i.isStale=u.length<e.length;let d=n$(t,u.length?u:e);if(d.length)throw new Error(`its entries do not say: ${d.join(", ")}`)}catch(c){i.why=_o(c)}return i}var _o,o$,ke,vo=y(()=>{"use strict";Yo();pr();tn();_o=t=>t instanceof Error?t.message:String(t);o$=`action_code action_name batch_id cause changes cluster_url created_at customer_count
  error_message http_status index job_id last_index newest_note note_count retry_of source status
  submitted_by updated_at user_id`.split(/\s+/);ke=({wrong:t,why:e,isStale:o,isUnconnected:n})=>!t.size&&!e&&!o&&!n});var Cu,gr,un,_r,vi=y(()=>{"use strict";tt();j();It();A();Y();Cu={job_id:t=>l`<${fo} id=${t.job_id} />`,status:t=>l`<${ct} status=${t.status} cause=${t.cause} />`,user_id:t=>l`<${M} to="/" query=${{user_id:t.user_id}}>${t.user_id}<//>`,submitted_by:t=>t.submitted_by,action_name:t=>l`
    <${M} to="/" query=${{action_name:t.action_name}}>${t.action_name}<//>
  `,action_code:t=>t.action_code,customer_count:t=>N(t.customer_count),source:t=>P("source",t.source),created_at:t=>l`<${G} at=${t.created_at} />`,updated_at:t=>l`<${G} at=${t.updated_at} />`,http_status:t=>t.http_status,batch_id:t=>l`<${M} to="/" query=${{batch_id:t.batch_id}}>${t.batch_id}<//>`,cluster_url:t=>l`<code>${t.cluster_url}</code>`,retry_of:t=>l`<${M} to=${`/jobs/${t.retry_of}`}>${t.retry_of}<//>`},gr=Object.keys(Cu),un=(t,e)=>(t[e]??null)===null?null:Cu[e](t),_r=t=>P("fact",t)});function vr({proof:t,entries:e}){let{wrong:o,why:n,isUnconnected:r}=t;if(r&&!o.size&&!n)return l`<${r$} />`;let s=ke(t)?a("job.allProved",{n:e.length,size:t.size}):a("job.noneProved");return l`
    <${M} to="/help/proof" class="proof-line">
      <${ie} text=${s} wrong=${ke(t)?null:t.why||s} />
    <//>
  `}function xo({overview:t,lists:e,more:o,banner:n="job-proof"}){let{proof:r,isOtherKey:s,...i}=t,[c]=r.wrong,u=c&&a("job.entryWrong",{index:c[0],why:c[1]}),d=e?.state==="wrong"?e.why:"",f=u||r.why||d||o?.why||"";return S(()=>{if(!f||s)return;let h=()=>({finding:f,server:location.origin+kt,found_at:new Date().toISOString(),overview:i,lists:e?.received,more:o}),m=l`
      <${ir}
        title=${a("job.alarm")}
        text=${a("job.alarmHint")}
        why=${f}
        name="${i.job.job_id}.alarm.json"
        evidence=${h}
      />
    `;return no(n,{kind:"alarm",content:m}),()=>no(n,null)},[f]),null}var r$,xi=y(()=>{"use strict";vo();F();j();Hn();A();ho();Y();r$=()=>l`
  <${M} to="/help/proof" class="proof-line muted">${a("job.unconnected")}<//>
`});async function dn(t,e){for(let o=s$;;o-=1){let n=_e(),r=await T(C`/v1/jobs/${t}/overview`,{signal:e});if(!Eu(r))throw new z({status:500,title:a("job.malformed"),detail:a("job.malformed")});let{checkpoint:s,verifier_key:i}=r,c=ll()??i,u=await Ou(r,c,t);if(!(u.isStale&&o>1))return u.isStale&&(u.why||=a("job.stale")),cl(n,{checkpoint:s,keys:{overview:i}}),{...r,proof:u,isOtherKey:c!==i}}}function fn(t){let e=!fl(t.checkpoint);return{...t,proof:{...t.proof,isUnconnected:e}}}var s$,ki=y(()=>{"use strict";K();vo();F();j();qe();s$=3});function Nu(t,{counts:e,named:o}){let n=t.status==="FAILED"?t.customer_count-o:0;return{...e,FAILED:e.FAILED-n||n}}function Iu(t,e,o){let n=o!=="auditor",r=t.source==="gateway"&&t.status!=="IN_PROGRESS",s=e.FAILED>0;return{note:n,settle:n&&t.status==="UNCONFIRMED",retryFailed:n&&r&&s,retryAll:n&&r&&(s||t.status!=="SUCCESS"),curl:t.source==="gateway"&&!!t.cluster_url}}function Ru(t){try{return Ze(t)instanceof ee}catch{return!1}}function Du({customers:t,token:e,url:o},n){let r=JSON.stringify({customers:t,...e&&{token:e},...o&&{url:o}});return new Xe(n.trim()?`${r.slice(0,-1)},"payload":${n}}`:r)}function Mu(t,e){let o=Lo(t.recorded_at??t.created_at,e.recorded_at);return o<0?null:o}function Hu(t,e){let o=t.status==="IN_PROGRESS"?new Date(e).toISOString():t.updated_at;return o?Math.max(0,Lo(t.created_at,o)):null}var xr,Si,Lu,Ve=y(()=>{"use strict";tt();Oo();xr=["FAILED","UNCONFIRMED","IN_PROGRESS","SUCCESS"],Si=4096,Lu=t=>new TextEncoder().encode(t).length});function Uu({job:t,onClose:e,onDone:o}){let[n,r]=b(""),[s,i]=b(""),c=rt(Ce,[n,s]),u=X(async()=>{let d=n==="FAILED"?"error_message":"response_summary";await Q(C`/v1/jobs/${t.job_id}/status`,{status:n,[d]:s.trim()},{key:c}),J(a("job.settled")),o()});return l`
    <${et} title=${a("job.settle")} onClose=${e}>
      <p>${a("job.settleHint")}</p>
      <${xt}
        of=${u}
        action=${a("job.settleSend")}
        busy=${a("job.sending")}
        isOff=${!n||!s.trim()}
      >
        <${ve}
          label=${a("job.settleAs")}
          value=${n}
          onValue=${r}
          options=${["SUCCESS","FAILED"].map(d=>({value:d,text:a(`status.${d}`)}))}
        />
        <${D}
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
  `}function Fu({job:t,onClose:e,onDone:o}){let[n,r]=b(""),s=rt(Ce,[n]),i=Lu(n),c=X(async()=>{await Q(C`/v1/jobs/${t.job_id}/notes`,{text:n},{key:s}),J(a("job.noted")),o()}),u=i>Si;return l`
    <${et} title=${a("job.note")} onClose=${e}>
      <${xt}
        of=${c}
        action=${a("job.noteSend")}
        busy=${a("job.sending")}
        isOff=${!n.trim()||u}
      >
        <${D}
          as="textarea"
          label=${a("job.noteText")}
          hint=${a("job.noteHint",{n:i,most:Si})}
          error=${u&&a("job.noteLong")}
          rows="5"
          required
          value=${n}
          onValue=${r}
        />
      <//>
    <//>
  `}function Bu({job:t,related:e,onClose:o}){let[n,r]=b(""),[s,i]=b(null),c=ae(n),u=X(async()=>{let d={job_id:n.trim(),limit:10},h=(await T("/v1/jobs",{query:d})).jobs.filter(m=>m.job_id!==t.job_id);h.length===1?$t(O(Pu(t,h[0]))):i(h)});return l`
    <${et} title=${a("job.compare")} onClose=${o}>
      <${xt}
        of=${u}
        action=${a("job.compareSend")}
        busy=${a("job.sending")}
        isOff=${!c}
      >
        <${D}
          label=${a("job.compareWith")}
          error=${s?.length===0&&a("job.compareNone")}
          spellcheck=${!1}
          value=${n}
          onValue=${d=>{r(d),i(null)}}
        />
      <//>
      <${Ai}
        jobs=${s??e}
        to=${d=>Pu(t,d)}
      />
    <//>
  `}var Pu,Ai,Wu=y(()=>{"use strict";K();tt();tn();F();Ot();It();Ft();At();B();A();vt();Y();j();Ve();Pu=(t,e)=>C`/jobs/${t.job_id}/compare/${e.job_id}`,Ai=({jobs:t,to:e=n=>C`/jobs/${n.job_id}`,more:o})=>l`
  <ul class="job-list">
    ${t.map(n=>l`
        <li key=${n.job_id}>
          <${M} to=${e(n)}>${n.action_name}, ${N(n.customer_count)}<//>
          <${ct} status=${n.status} />
          <span class="muted">${n.user_id}, <${G} at=${n.created_at} /></span>
          ${o?.(n)}
        </li>
      `)}
  </ul>
`});var Se,qu,hn=y(()=>{"use strict";Se=class{rows=[];isDone=!1;newest=null;#e;#t;#s=0;#n=null;#o=null;constructor(e,o=()=>{}){this.#e=e,this.#t=o}reach(e){return this.#s=Math.max(this.#s,e),this.#o??=this.#r().finally(()=>this.#o=null),this.#o}async all(){return await this.reach(1/0),this.rows}async#r(){for(;!this.isDone&&this.rows.length<this.#s;){let e=await this.#e(this.#n,this.rows.length);this.rows=[...this.rows,...e.rows],this.#n=e.next,this.isDone=e.next===null,this.newest=e,this.#t()}}},qu=t=>t<100?100:t<2e3?2e3:1e4});function i$(t,e,o){zu(Gs(e),t[0].customers,"the customers are not those of the entry");let n=new Map;for(let{index:r,outcomes:s}of t){if(!s)continue;let i=o.find(c=>c.index===r)?.outcomes??[];zu(Ys(i),s,`the outcomes are not those of entry ${r}`);for(let{cid:c,status:u,message:d}of i)n.set(c,{status:u,message:d??null,index:r})}return{cids:new Set(e),named:n,job:go(t)}}function zu(t,e,o){if(t.count!==e.count||t.root!==e.root)throw new Error(o)}function Ju({cids:t,named:e,job:o},n){let r=Ti(n.search),s={};for(let i of t){let c=e.get(i)??Ku(o),{status:u,message:d}=c;n.status&&u!==n.status||!Ti(i).includes(r)&&!Ti(d??"").includes(r)||(s[u]??=[]).push({cid:i,...c,own:e.has(i)})}return xr.flatMap(i=>s[i]??[])}function Gu({cids:t,named:e,job:o},{cid:n,status:r,message:s,own:i,index:c}){let u=e.get(n)??Ku(o);return t.has(n)&&i===e.has(n)&&c===u.index&&r===u.status&&s===u.message}function a$({cids:t,named:e,job:o},n){let r={[o.status]:t.size-e.size};for(let{status:i}of e.values())r[i]=(r[i]??0)+1;let s=Object.keys(n.counts);return n.named===e.size&&s.every(i=>n.counts[i]===(r[i]??0))}function Yu({entries:t,outcomes:e},o){try{let n=i$(t,o.customers,o.history);if(!a$(n,e))throw new Error(a("job.countsWrong"));return{state:"proved",lists:n,why:"",received:o}}catch(n){return{state:"wrong",lists:null,why:_o(n),received:o}}}var Vu,Ku,Ti,ji,kr=y(()=>{"use strict";Yo();pr();vo();j();Ve();Vu=t=>t.reduce((e,{outcomes:o})=>e+(o?.count??0),0);Ku=({status:t,index:e,changes:o})=>({status:t,message:null,index:o.at(-1)??e}),Ti=t=>t.replace(/[A-Z]+/g,e=>e.toLowerCase());ji=(t,e)=>Vo(e)===t.request_payload_sha256});function Zu(t){let{job:e,entries:o,proof:n}=t,r=Vu(o),s=e.customer_count<=Xu&&r<=Xu&&(!r||(t.request_payload_bytes??0)<=c$),[i,c]=b(!1),u={state:"none",lists:null,why:"",received:null,problem:null},[d,f]=b(u),[h,m]=b(0),p=(s||i)&&ke(n);return S(()=>{if(!p)return;let g=new AbortController,{signal:w}=g;return(async()=>{f(_=>({..._,state:"checking",problem:null}));try{let _=await u$(e.job_id,w),x=r?(await T(C`/v1/jobs/${e.job_id}/history`,{signal:w})).entries:[];if(w.aborted)return;f({...u,...Yu(t,{customers:_,history:x})})}catch(_){if(w.aborted)return;_ instanceof z?f({...u,problem:_}):f({...u,state:"wrong",why:_o(_)})}})(),()=>g.abort()},[p,e.last_index,h]),{...d,run:()=>{c(!0),m(h+1)}}}function Qu({lists:t,customers:e,proof:o}){let{state:n,problem:r,run:s}=t,c=o.wrong.size||o.why?a("job.noneProved"):t.why;return r?l`<${it} problem=${r} retry=${s} />`:o.isUnconnected&&!c?l`<span class="muted">${a("job.unconnected")}</span>`:n==="proved"?l`<${ie} text=${a("job.listsProved",{n:e})} />`:c?l`<${ie} text=${a("job.listsWrong")} wrong=${c} />`:l`
    <button type="button" id="check-lists" disabled=${n==="checking"} onClick=${s}>
      ${a(n==="checking"?"job.checking":"job.checkLists",{n:e})}
    </button>
  `}var Xu,c$,l$,u$,td=y(()=>{"use strict";K();vo();hn();F();A();ho();ft();j();kr();Xu=1e3,c$=2e5,l$=1e4,u$=(t,e)=>new Se(async o=>{let n={limit:l$,after:o},{customers:r,next:s}=await T(C`/v1/jobs/${t}/customers`,{query:n,signal:e});return{rows:r,next:s}}).all()});function ed(t,e){let o=[t.join(",")];for(let n of e)o.push(n.map(r=>h$(f$(r??""))).join(","));return`\uFEFF${o.join(`\r
`)}\r
`}var d$,f$,h$,od=y(()=>{"use strict";d$=/^["\s\p{Cc}\u200b-\u200f\u2060\ufeff]*[=+\-@|%\uff1d\uff0b\uff0d\uff20\uff5c\uff05']/u,f$=t=>t.split(/(?<=[;\t\r\n])/).map((e,o)=>(d$.test(e)||!o&&/^[\t\r\n]/.test(e)?"'":"")+e).join(""),h$=t=>/[",\r\n]/.test(t)?`"${t.replaceAll('"','""')}"`:t});function Sr({name:t,columns:e,read:o}){let[n,r,s]=X(async i=>{let c=await o();if(i==="csv"){let d=c.map(f=>e.map(h=>f[h]));return We(`${t}.csv`,ed(e,d),"text/csv")}let u=c.map(({cid:d})=>d).join(`
`);return await sr(u)?J(a("job.copiedCustomers",{n:c.length})):We(`${t}.txt`,u,"text/plain")});return l`
    <button type="button" disabled=${r} onClick=${()=>n("copy")}>
      <${I} name="copy" />${a("job.copyCustomers")}
    </button>
    <button type="button" disabled=${r} onClick=${()=>n("csv")}>
      <${I} name="download" />${a("app.csv")}
    </button>
    <${it} problem=${s} />
  `}var Ei=y(()=>{"use strict";ei();od();rr();j();B();A();yt();vt();ft()});function Ar(t,e,{version:o=0,isNeeded:n=!0}={}){let r={list:null,of:-1,problem:null},[s,i]=b(r),c=H(null),u=H(0),d=H(""),f=h=>{let m=c.current;u.current=h,m?.reach(h+nd).catch(p=>{m===c.current&&i($=>({...$,problem:Qe(p)}))})};return S(()=>{if(!n)return;let h=new AbortController,m=d.current===t,p=new Se(($,g)=>e($,g,h.signal),()=>{let $=!p.isDone&&p.rows.length<u.current+nd;p!==c.current||m&&$||(d.current=t,i({list:p,of:o,problem:null}))});return c.current=p,f(m?u.current:0),()=>{c.current=null,h.abort()}},[t,o,n]),{rows:s.list?.rows??[],newest:s.list?.newest??null,of:s.of,problem:s.problem,reach:f,again:()=>f(u.current),all:async()=>await c.current?.all()??[]}}var nd,Oi=y(()=>{"use strict";hn();Wt();A();nd=50});function b$({job:t,counts:e,filters:o,onChoice:n,children:r}){let[s,i]=b(o.search);S(()=>{let u=setTimeout(()=>n("search",s.trim()),p$);return()=>clearTimeout(u)},[s]);let c=[["",t.customer_count],...xr.map(u=>[u,e[u]])];return l`
    <div class="row">
      <div class="row" role="group" aria-label=${a("job.statuses")}>
        ${c.filter(([u,d])=>d||u===o.status).map(([u,d])=>l`
              <button
                type="button"
                key=${u}
                class="choice-button"
                aria-pressed=${u===o.status}
                onClick=${()=>n("outcome",u)}
              >
                ${u?P("status",u):a("job.allStatuses")} <b>${N(d)}</b>
              </button>
            `)}
      </div>
      <input
        type="search"
        id="outcome-search"
        aria-label=${a("job.search")}
        placeholder=${a("job.search")}
        value=${s}
        onInput=${u=>i(u.currentTarget.value)}
      />
      ${r}
    </div>
  `}function w$({label:t,rows:e,matching:o,onRange:n}){let[r,s]=b(null);return l`
    <${wr}
      label=${t}
      columns=${[a("job.customer"),a("job.status"),a("job.message")]}
      count=${o}
      onRange=${n}
      row=${i=>e[i]?l`<${$$} row=${e[i]} onOpen=${s} />`:l`<td colspan="3" class="muted">…</td>`}
    />
    <p class="hint" role="status">${a("job.rows",{n:o})}</p>
    ${r&&l`<${y$} row=${r} onClose=${()=>s(null)} />`}
  `}function g$(t,e,{status:o,search:n},r){let s=m$(t,{status:o,search:n},e===null),i=rt(()=>e&&Ju(e,{status:o,search:n}),[e,o,n]),c=rt(()=>{let d=e?.job.last_index===s.of?e:null;return s.rows.find(f=>d&&f.index<=s.of&&!Gu(d,f))},[e,s.rows]);if(S(()=>{c&&r(c)},[c]),!i)return{...s,matching:s.newest?.matching??null};let u=async()=>i;return{...s,rows:i,matching:i.length,all:u,problem:null}}function rd({job:t,summary:e,lists:o,onWrong:n,children:r}){let[s,i]=Vt(),c={status:s.get("outcome")??"",search:s.get("search")??""},{rows:u,matching:d,problem:f,again:h,reach:m,all:p}=g$(t,o,c,n),$=(v,_)=>{let x=new URLSearchParams(location.search);_?x.set(v,_):x.delete(v),i(x,{replace:!0})},g=a("job.outcomes",{n:t.customer_count}),w=`${t.job_id}${c.status?`.${c.status}`:""}`;return l`
    <section class="card outcomes" aria-labelledby="outcomes">
      <div class="row spread">
        <h2 id="outcomes">${g}</h2>
        ${r}
      </div>
      <${b$} job=${t} counts=${e.counts} filters=${c} onChoice=${$}>
        <${Sr} name=${w} columns=${["cid","status","message"]} read=${p} />
      <//>
      <${it} problem=${f} retry=${h} />
      ${d?l`
              <${w$}
                key=${`${c.status} ${c.search}`}
                label=${g}
                rows=${u}
                matching=${d}
                onRange=${m}
              />
            `:d===0&&l`<${st} title=${a("job.noRows")} />`}
    </section>
  `}var p$,m$,$$,y$,sd=y(()=>{"use strict";K();tt();hn();F();It();Ft();Ei();B();A();Oi();ft();Y();an();j();kr();Ve();p$=200,m$=({job_id:t,last_index:e},{status:o,search:n},r)=>Ar(`${o} ${n}`,async(s,i,c)=>{let u={status:o,search:n,limit:qu(i),cursor:s},d=await T(C`/v1/jobs/${t}/outcomes`,{query:u,signal:c});return{rows:d.customers,...d}},{version:e,isNeeded:r}),$$=({row:t,onOpen:e})=>l`
  <td><${M} to=${C`/customers/${t.cid}`}>${t.cid}<//></td>
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
`;y$=({row:t,onClose:e})=>l`
  <${et} title=${t.cid} onClose=${e}>
    <p><${ct} status=${t.status} /> ${a("job.ofEntry",{index:t.index})}</p>
    <p class="entry-text">${t.message}</p>
  <//>
`});function cd({text:t}){let[e,o]=b(t.length<=ad);return l`<span class="json-text">${e?t:`${t.slice(0,ad)}\u2026`}</span> ${!e&&l`
        <button type="button" class="quiet" onClick=${()=>o(!0)}>
          ${a("json.all",{n:t.length})}
        </button>
      `}`}function _$({value:t}){return typeof t=="string"?l`<${cd} text=${JSON.stringify(t)} />`:l`<span class="json-number">
    ${t instanceof Ye?t.text:String(t)}
  </span>`}function ld({label:t,children:e,isOpen:o=!1}){let[n,r]=b(o);return l`
    <details
      open=${n}
      onToggle=${s=>r(s.currentTarget.open)}
    >
      <summary>${t}</summary>
      ${n&&l`<ul>
          ${e()}
        </ul>`}
    </details>
  `}function ud(t,e,o,n){let r=1;for(;r*id<n-o;)r*=id;return Array.from({length:Math.ceil((n-o)/r)},(s,i)=>{let c=o+i*r;if(r===1){let f=e?JSON.stringify(e[c]):N(c);return l`<li key=${c}><${dd} name=${f} value=${t[c]} /></li>`}let u=Math.min(c+r,n),d=`${N(c)} \u2026 ${N(u-1)}`;return l`<li key=${c}>
      <${ld} label=${d}>${()=>ud(t,e,c,u)}<//>
    </li>`})}function dd({name:t,value:e,isOpen:o}){let n=t!==void 0&&l`<span class="json-name">${t}</span>${": "}`,r=e instanceof ee;if(!r&&!Array.isArray(e))return l`${n}<${_$} value=${e} />`;let s=r?e.values:e,i=r?`{ ${N(s.length)} }`:`[ ${N(s.length)} ]`;return s.length?l`
    <${ld} label=${l`${n}<span class="muted">${i}</span>`} isOpen=${o}>
      ${()=>ud(s,r?e.names:null,0,s.length)}
    <//>
  `:l`${n}${i}`}function Tr({text:t}){let e=rt(()=>{try{return Ze(t)}catch{return null}},[t]);return typeof e=="object"&&e&&!(e instanceof Ye)?l`<div class="json"><${dd} key=${t} value=${e} isOpen /></div>`:l`<div class="json json-raw"><${cd} key=${t} text=${t} /></div>`}var id,ad,Ci=y(()=>{"use strict";tt();Oo();j();A();id=100,ad=300});function x$(t){let e="BODY";for(;t.includes(e);)e+="_";return e}function hd({server:t,url:e,payload:o}){try{Ze(o)}catch{return null}let r=`${`{"url":${fd(JSON.stringify(e))},"token":"$UPSTREAM_TOKEN","isPost":true`},"postData":${fd(o.replace(/[\r\n]+/g," "))}}`,s=x$(r);return`curl -sS ${v$(`${t}/proxy_fetch`)} \\
  -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' --data-binary @- <<${s}
${r}
${s}
`}var v$,fd,pd=y(()=>{"use strict";Oo();v$=t=>`'${t.replaceAll("'","'\\''")}'`,fd=t=>t.replace(/[\\$`]/g,"\\$&")});async function $d(t,e){let o=location.origin+kt,n=await md(t.job_id),s=e&&ji(e,n)?hd({server:o,url:t.cluster_url,payload:n}):null;if(s===null)throw new z({status:422,title:a("job.curl"),detail:a("job.curlRefused")});await se(s,a("job.curlCopied"))}function k$({job_id:t,first:e,isProved:o,onWrong:n}){let r=W(i=>md(t,i),[t]),s=r.data===void 0||ji(e,r.data);return S(()=>{s||n(r.data)},[s]),l`
    <${dt} of=${r}>
      ${i=>l`
        <div class="row">
          <${ie}
            text=${a(s&&o?"job.payloadProved":"job.payloadWrong")}
            wrong=${s&&o?null:a("job.payloadWrong")}
          />
          <button type="button" onClick=${()=>se(i,a("job.payload"))}>
            <${I} name="copy" />${a("job.copyText")}
          </button>
          <button
            type="button"
            onClick=${()=>We(`${t}.payload.json`,i,"application/json")}
          >
            <${I} name="download" />${a("job.downloadText")}
          </button>
        </div>
        <${Tr} text=${i} />
      `}
    <//>
  `}function bd({size:t,...e}){let[o,n]=b(!1);return l`
    <section class="card" aria-labelledby="payload">
      <details onToggle=${r=>n(r.currentTarget.open)}>
        <summary>
          <h2 id="payload">${a("job.payload")}</h2>
          <span class="muted"> ${Co(t)}</span>
        </summary>
        ${o&&l`<${k$} ...${e} />`}
      </details>
    </section>
  `}var md,yd=y(()=>{"use strict";K();rr();tt();F();B();A();yt();Ci();ho();ft();Y();j();pd();kr();md=(t,e)=>T(C`/v1/jobs/${t}/payload`,{asText:!0,...e&&{signal:e}})});async function Er({get:t,post:e,now:o=Date.now},n,r,s){let{head:i}=await t("/v1/stats",{query:{limit:1}}),c=()=>Ae.get().find(({key:f})=>f===n.key),u=c(),d={...n,size:u?.size??i.size,at:o()};pn.add(d.key),ko(d);try{let f=await e(r,s,{key:d.key}),h=f.job_id??f.job.job_id;return ko({...d,job_id:h}),h}catch(f){let h=f.body?.job_id??c()?.job_id;if(h)return ko({...d,job_id:h}),h;throw pn.delete(d.key),f.status>=400&&f.status<500&&f.status!==424&&!u?jr(d.key):ko({...d}),f}finally{pn.delete(d.key)}}var S$,Ae,ko,pn,jr,wd,So=y(()=>{"use strict";Lt();io();Le();S$=8,Ae=ne("sendings",[],"sessionStorage"),ko=t=>Ae.update(e=>{let o=e.filter(({key:s})=>s!==t.key),n=o.filter(({job_id:s})=>s),r=o.length<S$?null:n.at(-1)??o.at(-1);return[t,...o.filter(s=>s!==r)]}),pn=new Set,jr=t=>Ae.update(e=>e.filter(o=>o.key!==t)),wd=({user:t,key:e})=>_t(Gt(ut(`${t}\0${e}`)))});async function j$(t,e,o,n){let{size:r}=(await t("/v1/stats",{query:{limit:1},signal:n})).head;if(r<o)return null;let s=wd(e),i=new Se(async c=>{let u={user_id:e.user,source:"gateway",limit:T$,cursor:c},{jobs:d,next:f}=await t("/v1/jobs",{query:u,signal:n});return{rows:d,next:f}});for(let c=0;c<A$;c+=1){await i.reach(c+1);let u=i.rows[c];if(!u||u.index<o)return{size:r};if((await t(C`/v1/entries/${u.index}/leaf`,{signal:n})).request_key===s)return{job_id:u.job_id,size:r}}return null}function _d({get:t,later:e=setTimeout,cancel:o=clearTimeout,now:n=Date.now},r,s){let i=new AbortController,{signal:c}=i,u=r.size,d=0,f=0,h=async()=>{let m=n()-r.at>=gd;try{let $=await j$(t,r,u,c);if(c.aborted)return;if($?.job_id)return void s({job_id:$.job_id});$?m&&s({size:$.size}):s(null),u=$?.size??u}catch($){if(c.aborted||(s(null),$ instanceof z&&$.status===401))return}let p=r.at+gd-n();f=e(h,p>0?Math.min(Re(d),p):Re(d)),d+=1};return h(),()=>{i.abort(),o(f)}}var gd,A$,T$,vd=y(()=>{"use strict";hn();F();Wt();So();No();gd=3e4,A$=500,T$=100});function Or(t){let[e,o]=b(xd);return S(()=>{if(o(t?{text:a("setAction.seeking"),isAbsent:!1}:xd),!!t)return _d({get:T},t,n=>{n?"size"in n?o({text:a("setAction.notFound",{n:n.size}),isAbsent:!0}):ko({...t,job_id:n.job_id}):o({text:a("setAction.unknown"),isAbsent:!1})})},[t]),e}var xd,Li=y(()=>{"use strict";K();vd();So();j();A();xd={text:"",isAbsent:!1}});function E$(t,{which:e,token:o,url:n,members:r},s){let i=rt(Ce,[e,n,r]),c=R.get()?.user_id??"",[u]=b(()=>Ae.get().filter(({job_id:p})=>p)),d=E(Ae).find(p=>p.user===c&&p.retry_of===t.job_id&&!u.includes(p)),f=Or(d?.job_id?void 0:d),h=d!==void 0&&d.key!==i&&!f.isAbsent;return S(()=>{d?.job_id&&$t(O(C`/jobs/${d.job_id}`))},[d?.job_id]),{sending:X(async()=>{let p={key:i,user:c,action:t.action_name,count:s,retry_of:t.job_id},$=Du({customers:e,token:o,url:n},r);await Er({get:T,post:Q},p,C`/v1/jobs/${t.job_id}/retry`,$)}),seeking:f.text,isOff:h}}function kd({job:t,counts:e,actions:o,onClose:n}){let r={which:o.retryFailed?"failed":"all",token:"",url:"",members:""},[s,i]=b(r),c=x=>L=>i(U=>({...U,[x]:L})),{which:u,token:d,url:f,members:h}=s,m=u==="all"?t.customer_count:e.FAILED,{sending:p,seeking:$,isOff:g}=E$(t,s,m),[,w,v]=p,_=!h.trim()||Ru(h);return l`
    <${et} title=${a("job.retry")} onClose=${n}>
      <${xt}
        of=${p}
        action=${a("job.retrySend",{n:m,action:t.action_name})}
        busy=${a("job.sending")}
        isOff=${g||!_}
      >
        <${O$} ...${{job:t,counts:e,actions:o,which:u}} onWhich=${c("which")} />
        <${D}
          label=${a("job.token")}
          hint=${a("job.tokenHint")}
          type="password"
          autocomplete="off"
          value=${d}
          onValue=${c("token")}
        />
        <${D}
          label=${a("job.url")}
          hint=${a("job.urlHint")}
          placeholder=${t.cluster_url}
          type="url"
          value=${f}
          onValue=${c("url")}
        />
        ${(h||v?.field==="payload")&&l`<${C$} members=${h} onMembers=${c("members")} isJson=${_} />`}
        ${!w&&$&&l`<p class="notice" role="status">${$}</p>`}
      <//>
    <//>
  `}var O$,C$,Sd=y(()=>{"use strict";mt();K();F();Ot();So();Ft();At();B();A();Li();j();Ve();O$=({job:t,counts:e,actions:o,which:n,onWhich:r})=>l`
  <${ve}
    label=${a("job.retryWhom")}
    value=${n}
    onValue=${r}
    options=${[o.retryFailed&&{value:"failed",text:a("job.retryFailed",{n:e.FAILED})},o.retryAll&&{value:"all",text:a("job.retryAll",{n:t.customer_count})}].filter(Boolean)}
  />
  ${e.UNCONFIRMED>0&&l`<p class="notice notice-warning">${a("job.retryUnconfirmed")}</p>`}
`,C$=({members:t,onMembers:e,isJson:o})=>l`
  <${D}
    as="textarea"
    label=${a("job.members")}
    hint=${a("job.membersHint")}
    error=${!o&&a("job.membersWrong")}
    rows="3"
    value=${t}
    onValue=${e}
  />
`});function Ad({job:t}){let[e,o]=b(Date.now()),n=t.status==="IN_PROGRESS";S(()=>{if(!n)return;let i=setInterval(()=>o(Date.now()),1e3);return()=>clearInterval(i)},[n]);let r=Hu(t,e);if(r===null)return null;let s=n?Math.floor(r/1e3)*1e3:r;return l`<span id="took">
    ${a(n?"job.running":"job.took",{time:zt(s)})}
  </span>`}function N$({entry:t,wrong:e,isUnconnected:o}){let{index:n,kind:r,status:s,cause:i}=t,c=a(e===null?"job.proved":"job.notProved",{index:n});return l`
    <div class="row">
      ${r==="note_added"?l`<span class="tag"><${I} name="note" /> ${P("kind",r)}</span>`:l`
              <${ct} status=${s??"IN_PROGRESS"} cause=${i} />
              ${r!=="status_changed"&&P("kind",r)}
            `}
      <${G} at=${t.recorded_at??t.created_at} />
      ${o&&e===null?l`<span class="muted">${a("job.notYet",{index:n})}</span>`:l`<${ie} text=${c} wrong=${e} />`}
    </div>
  `}function I$({entry:t,before:e,wrong:o,isUnconnected:n}){let r=e?Mu(e,t):null,s=[a("job.by",{user:t.actor??t.submitted_by??t.user_id}),r!==null&&a("job.later",{time:zt(r)}),t.http_status!==void 0&&a("job.http",{status:String(t.http_status)}),t.outcomes&&a("job.named",{n:t.outcomes.count})];return l`
    <li class="entry" data-entry=${t.index}>
      <${N$} entry=${t} wrong=${o} isUnconnected=${n} />
      <p class="muted">${s.filter(Boolean).join(", ")}</p>
      ${t.text!==void 0&&l`<p class="entry-text">${t.text}</p>`}
      ${t.error_message!==void 0&&l`<p class="entry-text">${t.error_message}</p>`}
      ${t.response_summary!==void 0&&l`
          <div class="entry-answer">
            <span class="muted">${a("job.answer")}</span>
            <${Tr} text=${t.response_summary} />
          </div>
        `}
      <p class="entry-links">
        <a href=${O(C`/v1/entries/${t.index}/receipt`)} download="${t.index}.receipt">
          ${a("job.receipt")}
        </a>
        <a href=${O(C`/v1/entries/${t.index}/leaf`)} download="${t.index}.leaf">
          ${a("job.leaf")}
        </a>
      </p>
    </li>
  `}function Td({entries:t,proof:e}){let[o,n]=b(!1),r=o?0:Math.max(0,t.length-L$),s=i=>e.wrong.get(i.index)??(e.why||null);return l`
    <section class="card" aria-labelledby="timeline">
      <h2 id="timeline">${a("job.timeline")}</h2>
      ${r>0&&l`<button type="button" onClick=${()=>n(!0)}>
          ${a("job.earlier",{n:r})}
        </button>`}
      <ol class="timeline">
        ${t.slice(r).map((i,c)=>l`
              <${I$}
                key=${i.index}
                entry=${i}
                before=${t[r+c-1]}
                wrong=${s(i)}
                isUnconnected=${e.isUnconnected}
              />
            `)}
      </ol>
    </section>
  `}var L$,jd=y(()=>{"use strict";tt();F();It();A();yt();Ci();ho();Y();j();Ve();L$=50});var Od={};Bt(Od,{default:()=>Ed});function R$({job:t,first:e,proof:o,counts:n,related:r,onDone:s}){let i=E(R),[c,u]=b(""),[d,f,h]=X(()=>$d(t,ke(o)&&e)),m=Iu(t,n,i?.role??"auditor"),p=()=>u(""),g={job:t,counts:n,actions:m,related:r,onClose:p,onDone:()=>{p(),s()}},w=(v,_,x="")=>l`
    <button type="button" id="do-${v}" class=${x} onClick=${()=>u(v)}>
      ${a(_)}
    </button>
  `;return l`
    <div class="row" role="group" aria-label=${a("job.actions")}>
      ${m.settle&&w("settle","job.settle","primary")}
      ${(m.retryFailed||m.retryAll)&&w("retry","job.retry")}
      ${m.note&&w("note","job.note")} ${w("compare","job.compare")}
      ${m.curl&&l`
          <button type="button" id="do-curl" disabled=${f} onClick=${d}>
            <${I} name="copy" />${a("job.curl")}
          </button>
        `}
      <a class="button" href=${O(C`/v1/jobs/${t.job_id}/evidence`)} download>
        <${I} name="download" />${a("job.evidence")}
      </a>
    </div>
    <${it} problem=${h} />
    ${c==="settle"&&l`<${Uu} ...${g} />`}
    ${c==="retry"&&l`<${kd} ...${g} />`}
    ${c==="note"&&l`<${Fu} ...${g} />`}
    ${c==="compare"&&l`<${Bu} ...${g} />`}
  `}function M$({related:t}){let{retry_of:e,retries:o,batch:n,overlaps:r}=t,s=c=>{let{customers:u}=r.find(d=>d.job===c);return l`<span class="muted">${a("job.inCommon",{n:u})}</span>`},i=[{text:a("job.retryOf"),jobs:e?[e]:[]},{text:a("job.retries"),jobs:o},{text:a("job.batch"),jobs:n},{text:a("job.overlaps"),jobs:r.map(c=>c.job),more:s}].filter(({jobs:c})=>c.length);return!i.length&&t.overlaps_complete?null:l`
    <section class="card" aria-labelledby="related">
      <h2 id="related">${a("job.related")}</h2>
      ${i.map(({text:c,jobs:u,more:d})=>l`
          <h3 key=${c}>${c}</h3>
          <${Ai} key=${`${c}=`} jobs=${u} more=${d} />
        `)}
      ${!t.overlaps_complete&&l`<p class="hint">${a("setAction.incomplete")}</p>`}
    </section>
  `}function H$(t){let e=H(t);S(()=>{e.current!==t&&Un(a("job.now",{status:P("status",t)})),e.current=t},[t])}function P$({overview:t,reload:e}){let{job:o,entries:n,outcomes:r,related:s,proof:i}=t,c=[s.retry_of,...s.retries,...s.batch,...s.overlaps.map(h=>h.job)].filter(Boolean),u=`${o.action_name}, ${a("job.customers",{n:o.customer_count})}`,{user_id:d,submitted_by:f}=o;return l`
    <header class="job-head">
      <${V}>${u}<//>
      <p class="row">
        <${ct} status=${o.status} cause=${o.cause} /> <${Ad} job=${o} />
        <span>${f?a("job.submittedFor",{user:d,by:f}):a("job.submitted",{user:d})}</span>
        <${vr} proof=${i} entries=${n} />
      </p>
      <${R$}
        job=${o}
        first=${n[0]}
        proof=${i}
        counts=${Nu(o,r)}
        related=${c}
        onDone=${e}
      />
    </header>
  `}function U$({overview:t,reload:e}){let{job:o,entries:n,outcomes:r,related:s,proof:i}=t,c=Zu(t),[u,d]=b(null);return H$(o.status),l`
    <${xo} overview=${t} lists=${c} more=${u} />
    <${P$} overview=${t} reload=${e} />
    <div class="job-columns">
      <${D$} job=${o} />
      <div class="job-main">
        <${Td} entries=${n} proof=${i} />
        <${rd}
          job=${o}
          summary=${r}
          lists=${i.wrong.size||i.why?null:c.lists}
          onWrong=${f=>d({why:a("job.rowWrong"),row:f})}
        >
          <${Qu} lists=${c} customers=${o.customer_count} proof=${i} />
        <//>
        ${t.request_payload_bytes!==null&&l`
            <${bd}
              job_id=${o.job_id}
              size=${t.request_payload_bytes}
              first=${n[0]}
              isProved=${ke(i)}
              onWrong=${f=>d({why:a("job.payloadWrong"),payload:f})}
            />
          `}
      </div>
      <${M$} related=${s} />
    </div>
  `}function F$({overview:t,reload:e}){let o=fn(t);return o.proof.isOther?l`
    <${xo} overview=${o} />
    <${V}>${a("job.title")}<//>
    <${st} title=${a("job.other")} />
  `:l`<${U$} overview=${o} reload=${e} />`}function Ed({job_id:t}){let e=E(po),o=W(i=>dn(t,i),[t,e]),{data:n,reload:r}=o,s=n!==void 0;return S(()=>{if(!n)return;let i={job_id:t,after:n.job.last_index};return te(i,{onEntries:r,onState:c=>c==="stale"&&r()})},[s]),l`
    ${!s&&l`<${V} hidden>${a("job.title")}<//>`}
    <${dt} of=${o}>
      ${i=>l`
        <${F$} overview=${i} reload=${r} />
      `}
    <//>
    ${o.error?.status===404&&l`<p><${M} to="/">${a("app.toJobs")}<//></p>`}
  `}var D$,Cd=y(()=>{"use strict";mt();vo();F();mo();It();B();A();yt();vi();xi();vt();qe();ki();ft();Y();j();Wu();td();sd();yd();Sd();Ve();jd();D$=({job:t})=>l`
  <section class="card" aria-labelledby="facts">
    <h2 id="facts">${a("job.facts")}</h2>
    <dl class="facts">
      ${gr.map(e=>[e,un(t,e)]).filter(([,e])=>e!==null).map(([e,o])=>l`
            <dt key=${e}>${_r(e)}</dt>
            <dd key=${`${e}=`}>${o}</dd>
          `)}
    </dl>
  </section>
`});var Rd={};Bt(Rd,{default:()=>Id});function z$({address:t,part:e,count:o,name:n}){let{rows:r,problem:s,reach:i,again:c,all:u}=Ar(e,async(d,f,h)=>{let m={part:e,limit:B$,after:d},{customers:p,next:$}=await T(t,{query:m,signal:h});return{rows:p,next:$}},{isNeeded:o>0});return o?l`
    <div class="row">
      <${Sr}
        name=${n}
        columns=${["cid"]}
        read=${async()=>(await u()).map(d=>({cid:d}))}
      />
    </div>
    <${it} problem=${s} retry=${c} />
    <${wr}
      label=${a("job.customer")}
      columns=${[a("job.customer")]}
      count=${o}
      onRange=${i}
      row=${d=>l`
        <td>
          ${r[d]===void 0?"\u2026":l`<${M} to=${C`/customers/${r[d]}`}>${r[d]}<//>`}
        </td>
      `}
    />
  `:l`<p class="muted">${a("app.none")}</p>`}function V$({address:t,counts:e,name:o}){let[n,r]=Vt(),s=Ld.find(i=>i===n.get("part"))??"both";return l`
    <section class="card outcomes" aria-labelledby="customers">
      <div class="row spread">
        <h2 id="customers">${a("compare.customers")}</h2>
        <span class="muted">${a("compare.unchecked")}</span>
      </div>
      <div class="row" role="group" aria-label=${a("compare.customers")}>
        ${Ld.map(i=>l`
            <button
              type="button"
              key=${i}
              class="choice-button"
              aria-pressed=${i===s}
              onClick=${()=>r(new URLSearchParams({part:i}),{replace:!0})}
            >
              ${a(`compare.${i}`)} <b>${N(e[i])}</b>
            </button>
          `)}
      </div>
      <${z$}
        key=${s}
        address=${t}
        part=${s}
        count=${e[s]}
        name="${o}.${s}"
      />
    </section>
  `}function K$({first:t,second:e,children:o}){let[n,r]=[fn(t),fn(e)],s=n.proof.isOther||r.proof.isOther;return l`
    <${xo} overview=${n} />
    <${xo} overview=${r} banner="other-job-proof" />
    ${s?l`<${st} title=${a("job.other")} />`:[l`<${q$} a=${n} b=${r} />`,o]}
  `}function Id({job_id:t,other_id:e}){let o=C`/v1/jobs/${t}/diff/${e}`,n=W(async r=>{let[s,i,{counts:c}]=await Promise.all([dn(t,r),dn(e,r),T(o,{signal:r})]);return{first:s,second:i,counts:c}},[t,e,E(po)]);return l`
    <${V}>${a("compare.title")}<//>
    <${dt} of=${n}>
      ${({first:r,second:s,counts:i})=>l`
        <${K$} first=${r} second=${s}>
          <${V$} address=${o} counts=${i} name=${t} />
        <//>
      `}
    <//>
  `}var Ld,B$,W$,Nd,q$,Dd=y(()=>{"use strict";K();tt();F();Ei();B();A();vi();xi();Oi();qe();ki();ft();Y();an();j();Ld=["only_a","only_b","both"],B$=1e4,W$=new Set(["job_id","created_at","updated_at"]),Nd=({name:t,of:{job:e,entries:o,proof:n}})=>l`
  <th scope="col">
    <${M} to=${C`/jobs/${e.job_id}`}>${t}<//>
    <div><${vr} proof=${n} entries=${o} /></div>
  </th>
`,q$=({a:t,b:e})=>l`
  <section class="card scroll-x" aria-labelledby="facts">
    <h2 id="facts">${a("job.facts")}</h2>
    <table class="compare-facts">
      <thead>
        <tr>
          <td></td>
          <${Nd} name=${a("compare.a")} of=${t} />
          <${Nd} name=${a("compare.b")} of=${e} />
        </tr>
      </thead>
      <tbody>
        ${gr.map(o=>{let n=[un(t.job,o),un(e.job,o)];if(n.every(c=>c===null))return null;let[r,s]=[t.job[o]??null,e.job[o]??null],i=r!==s&&!W$.has(o);return l`
            <tr key=${o} class=${i?"differs":""}>
              <th scope="row">
                ${_r(o)}${" "}
                ${i&&l`<span class="tag">${a("compare.differs")}</span>`}
              </th>
              ${n.map((c,u)=>l`<td key=${u}>${c}</td>`)}
            </tr>
          `})}
      </tbody>
    </table>
  </section>
`});function G$({values:t,kinds:e,lines:o,first:n},r,s){let i=cn[e[r]],c=t[r];if(i==="good")return"";if(i==="duplicate")return a("setAction.sameAs",{line:o[n.get(c)]});if(i==="blank")return a("setAction.isBlank");if(i==="spaces")return a("setAction.spaces");let u=ce(c,s);return u&&a(`name.${u.why}`,{n:u.n??0,most:s,code:u.code??""})}function Md({checked:t,bytesMax:e,...o}){let{isRemoved:n}=o,[r,s]=b("all"),[i,c]=b(""),{counts:u,values:d,lines:f}=t,h=d.length-u.good,m=n?"good":r!=="all"&&u[r]?r:"all",p=rt(()=>pu(t,m,i),[t,m,i]);return d.length===0?null:l`
    ${h>0&&!n&&l`<${Y$} checked=${t} kind=${m} onKind=${s} />`}
    <${X$} spaces=${u.spaces} marked=${h} ...${o} />
    <${Ni}
      label=${a("setAction.list")}
      search=${i}
      onSearch=${c}
      total=${n?u.good:d.length}
      found=${p}
    >
      ${$=>{let g=G$(t,$,e);return l`
          <span class="line muted" title=${a("setAction.line",{line:f[$]})}>
            ${N(f[$])}
          </span>
          <span class="value ${g&&"is-marked"}" title=${d[$]}>${d[$]}</span>
          <span class="fault" title=${g}>${g}</span>
        `}}
    <//>
  `}var J$,Y$,X$,Ni,Ii=y(()=>{"use strict";ln();tt();A();an();j();J$=28;Y$=({checked:{counts:t,values:e},kind:o,onKind:n})=>l`
  <div class="row kinds" role="group" aria-label=${a("setAction.list")}>
    ${["all",...cn].filter(r=>r==="all"||t[r]).map(r=>l`
            <button
              key=${r}
              type="button"
              class="kind-${r}"
              aria-pressed=${r===o}
              onClick=${()=>n(r)}
            >
              ${a(`setAction.kind.${r}`)}
              <b>${N(r==="all"?e.length:t[r])}</b>
            </button>
          `)}
  </div>
`,X$=({spaces:t,marked:e,isTrimmed:o,onTrim:n,isRemoved:r,onRemoved:s})=>l`
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
`;Ni=({label:t,search:e,onSearch:o,total:n,found:r,children:s})=>l`
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
  <${eu} label=${t} count=${r.length} height=${J$} of=${r}>
    ${i=>s(r[i])}
  <//>
`});function Ud(t,e,o){let{upstreams:n,actions:r}=t.set_actions,s=e.get("action")??"",i=r.some(u=>u.name===s),c=n.length===1?n[0]:"";return{action:s&&!i?Ao:s,other:i?"":s,base:c,path:c&&o(c),token:"",batch:e.get("batch_id")??""}}function Fd(t,e){let o=e.endsWith("/")?e:`${e}/`,n=t.map(r=>r.cluster_url??"").find(r=>r.startsWith(o));return Ri(n?.slice(o.length)??"")}function Di(t,e){let{limits:o}=e,n=ce(Te(t),o.action_name_bytes),r=t.batch?ce(t.batch,o.batch_id_bytes):null;return{...n&&{action:n},...!t.base&&{base:!0},...r&&{batch:r}}}function Bd(t,e,o){if(!t)return"reading";let{counts:n,customers:r}=t;return!e&&n.spaces+n.invalid>0?"invalid":r.length===0?"none":r.length>o?"many":null}var Ao,Hd,Ke,Pd,Te,Je,Ri,Wd,mn=y(()=>{"use strict";ln();Ao="other ",Hd=2e4,Ke=(t,{name:e=null,isLarge:o=!1}={})=>({text:t,name:e,isLarge:o,delimiter:null,column:null,hasHeader:null,trims:!1}),Pd=t=>({...Ke(t.map(e=>e[0]==='"'?`"${e.replaceAll('"','""')}"`:e).join(`
`)),delimiter:"",hasHeader:!1});Te=({action:t,other:e})=>t===Ao?e:t,Je=({base:t,path:e})=>e?`${t.replace(/\/$/,"")}/${e.replace(/^\/+/,"")}`:t,Ri=t=>t.split(/[?#]/)[0];Wd=(t,e)=>({url:Je(t),...t.token&&{token:t.token},payload:{action:Te(t),cids:e},contentType:"application/json",...t.batch&&{batch_id:t.batch}})});function Z$({job_id:t,customers:e}){let n=t?(r=>l`<a href=${O(C`/jobs/${r}`)} target="_blank"><code>${eo(r)}</code></a>`)(t):a("setAction.overlapOfAnother");return l`<li>${n}: ${a("setAction.overlapJob",{n:e})}</li>`}function Q$({look:t,again:e}){let{jobs:o,is_complete:n,is_withheld:r,window_seconds:s}=t,i=o.length===0&&!r;return S(()=>{if(i)return;let c=Math.min(Math.max(s*1e3,qd.min),qd.max),u=setTimeout(e,c);return()=>clearTimeout(u)},[t]),i&&n?l`
      <p class="muted" id="overlaps">${a("setAction.noOverlap",{n:s})}</p>
    `:l`
    <div
      class="notice ${r?"notice-error":"notice-warning"}"
      id="overlaps"
      role="alert"
    >
      <${I} name="alarm" />
      <div>
        ${o.length>0&&l`<p class="notice-title">${a("setAction.overlap",{n:o.length})}</p>
            <ul>
              ${o.map(c=>l`<${Z$} ...${c} />`)}
            </ul>`}
        ${!n&&l`<p>${a("setAction.incomplete")}</p>`}
        ${r&&l`<p>${a("setAction.refuses")}</p>`}
        <p><button type="button" onClick=${e}>${a("setAction.lookAgain")}</button></p>
      </div>
    </div>
  `}function eb({customers:t}){let[e,o]=b(""),n=rt(()=>{let r=e.toLowerCase();return[...t.keys()].filter(s=>t[s].toLowerCase().includes(r))},[e]);return l`
    <${Ni}
      label=${a("setAction.customers")}
      search=${e}
      onSearch=${o}
      total=${t.length}
      found=${n}
    >
      ${r=>l`
        <span class="line muted">${N(r+1)}</span>
        <span class="value" title=${t[r]}>${t[r]}</span>
      `}
    <//>
  `}function zd({form:t,customers:e,leftOut:o,onSend:n,isBusy:r,problem:s,onClose:i}){let c=Te(t),u=e.length,d=W(f=>Q("/v1/overlaps",{action_name:c,cids:e},{signal:f}),[]);return l`
    <${et} wide title=${a("setAction.confirm",{action:c,n:u})} onClose=${i}>
      <div class="confirm">
        <${tb} form=${t} count=${u} leftOut=${o} />
        <${dt} of=${d}>
          ${f=>l`<${Q$} look=${f} again=${d.reload} />`}
        <//>
        <${eb} customers=${e} />
        <${it} problem=${s} />
        <p class="row end">
          <button type="button" onClick=${i}>${a("app.cancel")}</button>
          <button
            type="button"
            id="send"
            class="primary"
            disabled=${r||d.data?.is_withheld}
            onClick=${n}
          >
            ${r?a("setAction.sending"):a("setAction.send")}
          </button>
        </p>
      </div>
    <//>
  `}var qd,tb,Vd=y(()=>{"use strict";K();tt();F();Ft();B();A();yt();ft();j();Ii();mn();qd={min:5e3,max:6e4};tb=({form:t,count:e,leftOut:o})=>l`
  <dl class="facts">
    <dt>${a("setAction.action")}</dt>
    <dd><b>${Te(t)}</b></dd>
    <dt>${a("setAction.upstream")}</dt>
    <dd>${Je(t)}</dd>
    <dt>${a("setAction.token")}</dt>
    <dd>${t.token?a("setAction.isGiven"):a("setAction.noToken")}</dd>
    ${t.batch&&l`<dt>${a("setAction.batch")}</dt>
        <dd>${t.batch}</dd>`}
    <dt>${a("setAction.customers")}</dt>
    <dd>
      <b>${N(e)}</b>${" "}
      ${o>0&&l`<span class="muted">${a("setAction.leftOut",{n:o})}</span>`}
    </dd>
  </dl>
`});function Kd(t){let e=(...n)=>n.every((r,s)=>t[s]===r);if(e(80,75,3,4)||e(208,207,17,224))return{fault:"workbook"};let o=e(255,254)?"utf-16le":e(254,255)?"utf-16be":"utf-8";try{let n=new TextDecoder(o,{fatal:!0}).decode(t);return n.includes("\0")?{fault:"binary"}:{text:n}}catch{return{fault:"encoding"}}}function Jd(t){let e=t.slice(0,65536),o=e.replace(/"(?:[^"]|"")*"/g,"").split(/\r\n?|\n/);e.length<t.length&&o.length>1&&o.pop();let n=o.filter(i=>i.trim()),r=Cr.filter(i=>n.some(c=>c.includes(i)));return r.find(i=>{let c=n.map(u=>u.split(i).length);return n.length>1&&c.every(u=>u===c[0]&&u>1)})??(r.length>1?Cr.join(""):r[0]??"")}function*Gd(t,e){let o={rows:[],lines:[],unclosed:null},n=new RegExp(`[\r
${e}]`,"g"),r=t[0]==="\uFEFF"?1:0,s=1;for(;r<t.length;){let i=[];for(o.lines.push(s);;){let c;if(t[r]==='"'&&o.unclosed===null){if(c=nb(t,r),c<0){o.unclosed=s;continue}let u=t.slice(r+1,c-1);s+=u.match(/\r\n?|\n/g)?.length??0,i.push(u.replaceAll('""','"')),r=c,n.lastIndex=r,c=n.exec(t)?.index??t.length,i[i.length-1]+=t.slice(r,c)}else n.lastIndex=r,c=n.exec(t)?.index??t.length,i.push(t.slice(r,c));if(r=c+1,c>=t.length||t[c]===`
`)break;if(t[c]==="\r"){t[r]===`
`&&(r+=1);break}}s+=1,o.rows.push(i),o.rows.length%1e3===0&&(yield)}return o}function nb(t,e){let o=e+1;for(;;){if(o=t.indexOf('"',o)+1,o===0)return-1;if(t[o]!=='"')return o;o+=1}}function Xd(t,e){let o=t.slice(0,200).filter(v=>!Yd(v)),n=o[0]??[],r=n.map(rb),s=ob.map(v=>r.indexOf(v)).find(v=>v>=0),i=Math.max(1,...o.map(sb)),c=o.every(v=>v.length===n.length),u=i>1&&o.length>1&&(c||s!==void 0),d=v=>/\d/.test(v),f=u&&!n.some(d)&&o.slice(1).every(v=>v.some(d)),h=e.hasHeader??(o.length>1&&(s!==void 0||f)),m=e.column??(u?s??null:i>1?"all":0),p=o.slice(h?1:0),$=u?Math.min(i,50):1,g=Array.from({length:$},(v,_)=>h?n[_]??"":""),w=g.map((v,_)=>p.slice(0,2).map(x=>x[_]??""));return{columns:g,samples:w,hasHeader:h,column:m}}function sb(t){let e=t.length;for(;e>0&&!t[e-1].trim();)e-=1;return e}function Zd({rows:t,lines:e},{hasHeader:o,column:n}){let r=[],s=[],i=o;for(let[c,u]of t.entries()){if(i&&Yd(u))continue;if(i){i=!1;continue}if(n===null)break;let d=u.length-(u.length>1&&!u[u.length-1]?1:0);for(let f of n==="all"?u.slice(0,d):[u[n]??""])r.push(f),s.push(e[c])}return{values:r,lines:s}}async function Mi(t,e){let o=performance.now();for(;;){let{done:n,value:r}=t.next();if(n)return r;performance.now()-o<8||(await new Promise(s=>setTimeout(s)),e?.throwIfAborted(),o=performance.now())}}var Cr,ob,Yd,rb,Hi=y(()=>{"use strict";Cr=["	",";",","],ob=["cust_id","cid","customer_id","customer","cids","customers"];Yd=t=>t.every(e=>!e.trim()),rb=t=>t.trim().toLowerCase().replace(/\W+/g,"_")});async function ab(t){if(t.size>64e6)return{fault:a("csv.large",{size:Co(64e6)})};let e=Kd(new Uint8Array(await t.arrayBuffer()));return"fault"in e?{fault:a(`csv.${e.fault}`)}:e}function cb({read:{delimiter:t,layout:e,rows:o},onChoice:n}){let{columns:r,samples:s,hasHeader:i,column:c}=e,u=r.length>1;if(!t&&!u&&!i)return null;let d=f=>{let h=r[f].trim()||a("setAction.columnNo",{n:f+1}),m=s[f].map(p=>p.slice(0,24)).join(", ");return m?a("setAction.columnOf",{name:h,samples:m}):h};return l`
    <div class="reading">
      <${D}
        as="select"
        label=${a("setAction.separated")}
        value=${t}
        onValue=${f=>n({delimiter:f,column:null})}
      >
        ${ib.map(([f,h])=>l`<option key=${f} value=${f} selected=${f===t}>
              ${a(h)}
            </option>`)}
      <//>
      ${u&&l`
          <${D}
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
  `}function db(t){let[e,o]=b(""),[n,r]=b(!1),s=h=>{o(""),t(h)},i=async h=>{if(!h)return;let m=await ab(h);"fault"in m?o(`${h.name}: ${m.fault}`):s(Ke(m.text,{name:h.name,isLarge:!0}))},c=h=>{let{files:m}=h.clipboardData,p=h.clipboardData.getData("text"),$=h.currentTarget;if(!(!p&&m.length===0)&&!(p&&$.value.length+p.length<=Hd))if(h.preventDefault(),!p)i(m[0]);else{let g=$.value.slice(0,$.selectionStart),w=$.value.slice($.selectionEnd);s(Ke(g+p+w,{isLarge:!0}))}},u=h=>{h.preventDefault(),r(!1);let{files:m}=h.dataTransfer,p=h.dataTransfer.getData("text");m.length?i(m[0]):p&&s(Ke(p,{isLarge:!0}))},d=h=>m=>{m.preventDefault(),r(h)},f={onDragOver:d(!0),onDragLeave:d(!1),onDrop:u};return{fault:e,isOver:n,replace:s,take:i,paste:c,dropping:f}}function tf({source:t,onSource:e,read:o,isRemoved:n,onRemoved:r,bytesMax:s}){let{fault:i,isOver:c,replace:u,take:d,paste:f,dropping:h}=db(e),[m,p]=b(t.text),$=w=>{p(w),u(Ke(w))},g=w=>{r(!1),e({...t,...w})};return l`
    <section class="card customers ${c?"is-over":""}" ...${h}>
      <h2>${a("setAction.customers")}</h2>
      ${t.isLarge?l`<${lb} source=${t} onClear=${()=>u(Ke(m))} />`:l`
              <${D}
                as="textarea"
                id="customers"
                label=${a("setAction.paste")}
                rows="6"
                spellcheck=${!1}
                autocapitalize="none"
                value=${t.text}
                onPaste=${f}
                onValue=${$}
              />
            `}
      <${ub} onFile=${d} />
      ${i&&l`<p class="notice notice-error" role="alert">${i}</p>`}
      ${o&&l`
          <${cb} read=${o} onChoice=${g} />
          <${Md}
            checked=${o.checked}
            isTrimmed=${t.trims}
            onTrim=${w=>e({...t,trims:w})}
            isRemoved=${n}
            onRemoved=${r}
            bytesMax=${s}
          />
        `}
    </section>
  `}var ib,lb,ub,ef=y(()=>{"use strict";Hi();tt();At();A();yt();j();Ii();mn();ib=[["","setAction.lines"],[",","setAction.comma"],[";","setAction.semicolon"],["	","setAction.tab"],[Cr.join(""),"setAction.any"]];lb=({source:t,onClear:e})=>l`
  <div class="large row spread">
    <span class="row"><${I} name="note" /> <b>${t.name??a("setAction.pasted")}</b></span>
    <span class="muted">${Co(new Blob([t.text]).size)}</span>
    <button type="button" onClick=${e}>${a("setAction.clear")}</button>
  </div>
`,ub=({onFile:t})=>l`
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
`});function hb({sending:t,job_id:e}){let{data:o,reload:n}=W(s=>T(C`/v1/jobs/${e}`,{signal:s}),[e]),r=o&&o.status!=="IN_PROGRESS";return S(()=>{if(!r)return te({job_id:e,kind:"status_changed"},{onEntries:n,onState:n})},[e,r]),S(()=>()=>{r&&jr(t.key)},[r]),l`
    ${o&&l`<${ct} status=${o.status} cause=${o.cause} />`}
    <a href=${O(C`/jobs/${e}`)}>${a("setAction.open")}</a>
  `}function of({user:t}){let e=E(Ae).filter(o=>o.user===t&&!pn.has(o.key));return e.length===0?null:l`
    <section class="card" id="sent">
      <h2>${a("setAction.sentTitle")}</h2>
      <ul class="sent">
        ${e.map(o=>l`
            <li key=${o.key} class="row">
              <b>${a("setAction.sentWhat",{action:o.action,n:o.count})}</b>
              ${o.job_id?l`<${hb} sending=${o} job_id=${o.job_id} />`:l`<${fb} sending=${o} />`}
              <button
                type="button"
                class="icon-button"
                aria-label=${a("app.remove",{what:o.action})}
                onClick=${()=>jr(o.key)}
              >
                ✕
              </button>
            </li>
          `)}
      </ul>
    </section>
  `}var fb,nf=y(()=>{"use strict";K();F();So();mo();It();B();A();Li();j();fb=({sending:t})=>l`<span role="status">${Or(t).text}</span>`});function rf(t,e){let[o,n]=b(null),r=H(o);return S(()=>{let s=new AbortController,{signal:i}=s,c=async()=>{let f=r.current,h=t.delimiter??Jd(t.text),p=f?.source.text===t.text&&f.delimiter===h?f.rows:await Mi(Gd(t.text,h),i),$=Xd(p.rows,t),g=Zd(p,$),w=hu(g,{trims:t.trims,bytesMax:e}),v=await Mi(w,i);r.current={source:t,delimiter:h,rows:p,layout:$,checked:v},n(r.current)},u=t.isLarge||!r.current?0:pb,d=setTimeout(()=>c().catch(f=>i.aborted||reportError(f)),u);return()=>{clearTimeout(d),s.abort()}},[t]),{read:o,isCurrent:o?.source===t}}var pb,sf=y(()=>{"use strict";Hi();ln();A();pb=120});function cf({meta:t,form:e,onForm:o,pathOf:n,faults:r}){let s=(c,u)=>{let d=r[c];return!d||d.why==="empty"?null:a(`name.${d.why}`,{n:d.n??0,most:u,code:d.code??""})},i=(c=>u=>o({[c]:u}));return l`
    <section class="card">
      <h2>${a("setAction.what")}</h2>
      <${mb} ...${{meta:t,form:e,set:i}} fault=${s("action",t.limits.action_name_bytes)} />
      <${$b}
        upstreams=${t.set_actions.upstreams}
        ...${{form:e,set:i}}
        onBase=${c=>o({base:c,path:n(c)})}
      />
      <${D}
        id="batch"
        label=${a("setAction.batch")}
        hint=${a("setAction.batchHint")}
        error=${s("batch",t.limits.batch_id_bytes)}
        value=${e.batch}
        autocomplete="off"
        onValue=${i("batch")}
      />
    </section>
  `}var af,mb,$b,lf=y(()=>{"use strict";At();A();j();mn();af={spellcheck:!1,autocapitalize:"none",autocomplete:"off"},mb=({meta:t,form:e,set:o,fault:n})=>l`
  <${D} as="select" id="action" label=${a("setAction.action")} onValue=${o("action")}>
    <option value="" disabled selected=${!e.action}>${a("setAction.choose")}</option>
    ${t.set_actions.actions.map(({name:r})=>l`<option key=${r} selected=${r===e.action}>${r}</option>`)}
    ${t.set_actions.others&&l`<option value=${Ao} selected=${e.action===Ao}>
        ${a("setAction.other")}
      </option>`}
  <//>
  ${e.action===Ao&&l`
      <${D}
        id="other"
        label=${a("setAction.otherName")}
        error=${n}
        value=${e.other}
        onValue=${o("other")}
        ...${af}
      />
    `}
`,$b=({upstreams:t,form:e,set:o,onBase:n})=>l`
  <${D} as="select" id="upstream" label=${a("setAction.upstream")} onValue=${n}>
    ${t.length>1&&l`<option value="" disabled selected=${!e.base}>${a("setAction.choose")}</option>`}
    ${t.map(r=>l`<option key=${r} selected=${r===e.base}>${r}</option>`)}
  <//>
  <${D}
    id="path"
    label=${a("setAction.path")}
    hint=${e.base&&a("setAction.sendsTo",{url:Je(e)})}
    value=${e.path}
    onValue=${o("path")}
    ...${af}
  />
  <${D}
    id="token"
    label=${a("setAction.token")}
    hint=${a("setAction.tokenHint")}
    type="password"
    autocomplete="off"
    value=${e.token}
    onValue=${o("token")}
  />
`});var df={};Bt(df,{default:()=>uf});function bb(t,e,o,n){return Object.keys(Di(t,e)).length>0?a("setAction.missing"):o?.layout.column===null?a("setAction.why.column"):n?a(`setAction.why.${n}`,{most:e.limits.customers_of_a_job}):""}function yb(t,e,o,n){let r=`paths:${t}`,s=rt(Ce,[Je(e),Te(e),e.batch,o]);return X(async()=>{to(r,{...oe(r),[e.base]:Ri(e.path)});let i={key:s,user:t,action:Te(e),count:o.length},c=Wd(e,o),u=await Er({get:T,post:Q},i,"/v1/set-actions",c);n(),J(a("setAction.sent",{id:eo(u)})),$t(O(C`/jobs/${u}`))})}function gb({meta:t,jobs:e,user:o}){let[n]=Vt(),r=ot=>oe(`paths:${o}`)?.[ot]??Fd(e,ot),[s,i]=b(()=>Ud(t,n,r)),c=ot=>i(Ct=>({...Ct,...ot})),[u,d]=b(()=>Pd(n.getAll("cid"))),[f,h]=b(!1),[m,p]=b(!1),{cid_bytes:$,customers_of_a_job:g}=t.limits,{read:w,isCurrent:v}=rf(u,$),_=v&&w?w.checked:null,x=w?.checked.customers??[],L=bb(s,t,w,Bd(_,f,g)),[U,wt,Rt,ht]=yb(o,s,x,()=>c({token:""})),jt=()=>{ht(),p(!1)};return l`
    <form
      class="set-action"
      autocomplete="off"
      onSubmit=${ot=>{ot.preventDefault(),L||p(!0)}}
    >
      <${cf} ...${{meta:t,form:s,pathOf:r}} onForm=${c} faults=${Di(s,t)} />
      <${tf}
        ...${{source:u,read:w,isRemoved:f,bytesMax:$}}
        onSource=${ot=>{ot.text!==u.text&&h(!1),d(ot)}}
        onRemoved=${h}
      />
      <${wb} blocker=${L} count=${x.length} />
    </form>
    ${m&&_&&l`
        <${zd}
          ...${{form:s,customers:x,isBusy:wt,problem:Rt}}
          leftOut=${_.values.length-x.length}
          onSend=${U}
          onClose=${jt}
        />
      `}
  `}function uf(){let t=E(R),e=W(async n=>{let r=await T("/v1/meta",{signal:n}),{upstreams:s}=r.set_actions;return t?.role==="auditor"||s.length===0?{meta:r,jobs:[]}:{meta:r,jobs:(await T("/v1/jobs",{query:{source:"gateway",status:"SUCCESS",limit:20},signal:n})).jobs}},[t?.role]),o=l`<${V}>${a("setAction.title")}<//>`;return t?t.role==="auditor"?l`${o}
      <${st} title=${a("setAction.auditor")}><p>${a("setAction.auditorHint")}</p><//>`:l`
    ${o}
    <${of} user=${t.user_id} />
    <${dt} of=${e}>
      ${({meta:n,jobs:r})=>n.set_actions.upstreams.length?l`<${gb} meta=${n} jobs=${r} user=${t.user_id} />`:l`<${st} title=${a("setAction.noUpstream")}>
              <p>${a("setAction.noUpstreamHint")}</p>
            <//>`}
    <//>
  `:o}var wb,ff=y(()=>{"use strict";mt();K();tt();F();Ot();So();Le();B();A();vt();ft();Y();j();Vd();ef();nf();mn();sf();lf();wb=({blocker:t,count:e})=>l`
  <div class="set-action-end row">
    <button type="submit" class="primary" disabled=${!!t}>
      ${a("setAction.review")}
    </button>
    <b role="status">${a("setAction.count",{n:e})}</b>
    <span class="muted" id="blocker">${t}</span>
  </div>
`});function vb(){let t=H(null),[e,o]=b(0);return S(()=>{if(!t.current)return;let n=new ResizeObserver(([{contentRect:r}])=>o(r.width));return n.observe(t.current),()=>n.disconnect()},[]),[t,e]}function $f({label:t,height:e,text:o,onLeave:n,children:r}){let[s,i]=vb();return l`
    <div class="chart" ref=${s}>
      <svg role="img" aria-label=${t} width=${i} height=${e} onPointerLeave=${n}>
        ${i>0&&r(i)}
      </svg>
      <p class="chart-text" aria-hidden="true">${o}</p>
    </div>
  `}function kb({parts:t,x:e,width:o,bottom:n,length:r}){let s=n;return t.map(i=>{let c=bf(r(i.value),i.value);return s-=c,c?l`<${Pi} key=${i.kind} ...${{part:i,x:e,y:s,width:o,height:c}} />`:null})}function Sb({width:t,left:e,count:o,nameWidth:n}){let r=(t-e-12)/o,s=Math.ceil(n/r),i=Math.min(48,Math.max(1.5,r-(r>8?4:1)));return{step:r,thick:i,xOf:c=>e+c*r,nameAt:c=>Math.min(e+(c+.5)*r,t-n/2+4),hasName:c=>(o-1-c)%s===0&&(c+.5)*r>=n/2-e}}function Lr({label:t,bars:e,axis:o,show:n,height:r=200,nameWidth:s=56}){let[i,c]=b(null),u=e.find($=>$.key===i)?.text??"",d=r-22,f=12+7*Math.max(...o.map($=>n($).length)),h=$=>$/o[o.length-1]*(d-10),m=$=>d-h($);return l`
    <${$f} label=${t} height=${r} text=${u} onLeave=${()=>c(null)}>${$=>{let{step:g,thick:w,xOf:v,nameAt:_,hasName:x}=Sb({width:$,left:f,count:e.length,nameWidth:s});return l`
      <${xb} ...${{axis:o,show:n,heightOf:m,left:f,width:$}} />
      ${e.map((L,U)=>l`
          <g key=${L.key} class="column" onPointerEnter=${()=>c(L.key)}>
            <rect
              class="column-ground ${L.onPick?"bar-link":""}"
              x=${v(U)}
              y="0"
              width=${g}
              height=${d}
              onClick=${L.onPick}
            />
            <${kb}
              parts=${L.parts}
              x=${v(U)+(g-w)/2}
              width=${w}
              ...${{bottom:d,length:h}}
            />
            ${x(U)&&l`<text x=${_(U)} y=${r-6} text-anchor="middle">${L.name}</text>`}
          </g>
        `)}
    `}}<//>
  `}function yf({label:t,bars:e,most:o}){let[n,r]=b(null),s=e.find(u=>u.key===n)?.text??"",i=28,c=u=>{let d=Math.min(160,u*.3),f=12+8*Math.max(...e.map(p=>p.total.length)),h=u-d-f,m=Math.floor(d/7.5);return e.map((p,$)=>{let g=$*i,w=d,v=p.parts.map(_=>{let x=bf(_.value/(o||1)*h,_.value);return w+=x,x>0&&l`
            <${Pi}
              key=${_.kind}
              part=${_}
              x=${w-x}
              y=${g+5}
              width=${x}
              height=${i-10}
            />
          `});return l`
        <g key=${p.key} class="column" onPointerEnter=${()=>r(p.key)}>
          <rect
            class="column-ground ${p.onPick?"bar-link":""}"
            y=${g}
            width=${u}
            height=${i}
            onClick=${p.onPick}
          />
          <text class="bar-name" y=${g+i/2} dy="0.35em">
            ${p.name.length>m?`${p.name.slice(0,m-1)}\u2026`:p.name}
          </text>
          ${v}
          <text x=${Math.min(w,u-f)+8} y=${g+i/2} dy="0.35em"
            >${p.total}</text
          >
        </g>
      `})};return l`
    <${$f}
      label=${t}
      height=${Math.max(1,e.length)*i}
      text=${s}
      onLeave=${()=>r(null)}
      >${c}<//
    >
  `}var hf,pf,_b,Pi,mf,bf,xb,Nr=y(()=>{"use strict";A();hf={FAILED:"M-2 2 2-2M0 8 8 0M6 10l4-4",UNCONFIRMED:"M1 2h2M5 6h2",IN_PROGRESS:"M0 2h8M0 6h8"},pf=()=>l`
  <svg class="patterns" aria-hidden="true" width="0" height="0">
    <defs>
      ${Object.entries(hf).map(([t,e])=>l`
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
`,_b=t=>t in hf?`url(#pattern-${t})`:"currentColor",Pi=({part:t,...e})=>l`
  <rect
    ...${e}
    class="bar bar-${t.kind} ${t.onPick?"bar-link":""}"
    fill=${_b(t.kind)}
    onClick=${t.onPick}
  />
`,mf=({kind:t})=>l`
  <svg class="swatch" viewBox="0 0 16 16" aria-hidden="true">
    <${Pi} part=${{kind:t,value:1}} x=${1} y=${1} width=${14} height=${14} />
  </svg>
`;bf=(t,e)=>e?Math.max(2,t):0,xb=({axis:t,show:e,heightOf:o,left:n,width:r})=>t.map(s=>{let i=o(s);return l`
      <g key=${`line ${s}`} class="axis">
        <line x1=${n} x2=${r} y1=${i} y2=${i} />
        <text x=${n-6} y=${i} dy="0.35em" text-anchor="end">${e(s)}</text>
      </g>
    `})});function Ab({caption:t,head:e,rows:o}){let[n,r]=b(!1),s=i=>typeof i=="string"?i:l`<${M} to="/" query=${i.query}>${i.text}<//>`;return l`
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
  `}var wf,$n,Ui=y(()=>{"use strict";j();Nr();A();Y();wf=({statuses:t})=>l`
  <ul class="legend">
    ${t.map(e=>l`<li key=${e}><${mf} kind=${e} />${P("status",e)}</li>`)}
  </ul>
`,$n=({id:t,title:e,hint:o,table:n,children:r})=>l`
  <section class="card figure" id=${t} aria-labelledby="${t}-title">
    <h2 id="${t}-title">${e}</h2>
    <p class="hint">${o}</p>
    ${r}
    <${Ab} ...${n} />
  </section>
`});function Ir(t,e=4,o=0){let n=Math.max((t||1)/e,o,Number.MIN_VALUE),r=10**Math.floor(Math.log10(n)),s=[1,2,5,10].map(c=>c*r).find(c=>c>=n*.999)??n,i=Math.max(1,Math.ceil(t/s-1e-9));return Array.from({length:i+1},(c,u)=>Number((u*s).toPrecision(6)))}var gf=y(()=>{"use strict"});function Bi(t){let e=xf();for(let o of t)for(let n of le)e[n]+=o[n];return e}function Rr(t){let e=Tt(t)-t.IN_PROGRESS;return e?t.FAILED/e:null}function kf(t){let e=Number(t.get("days"));return Fi.find(o=>o===e)??30}function Af(t,e,o){let n=new Map(t.map(({value:r,jobs:s})=>[r,s]));return Array.from({length:e},(r,s)=>{let i=Sf(o-(e-1-s)*vf);return{day:i,jobs:n.get(i)??xf()}})}function Tf({rows:t,other:e},o){let n=t.length===o+1&&!Tt(e)?t:t.slice(0,o);return{rows:n,other:Bi([e,...t.slice(n.length).map(r=>r.jobs)])}}function jf(t){let e={all:[],answered:[],reported:[],imported:[]};for(let{status:o,cause:n,created_at:r,updated_at:s}of t){let c=(o==="SUCCESS"||o==="FAILED")&&Wi.includes(n)&&s?Lo(r,s):-1;c>=0&&(e[n].push(c),e.all.push(c))}for(let o of Object.values(e))o.sort((n,r)=>n-r);return e}function Ef(t){let e=_f.map((n,r)=>{let s=r?_f[r-1]:0;return{from:s,to:n,count:t.filter(i=>i>=s&&i<n).length}}),o=e.map(n=>n.count>0);return o.includes(!0)?e.slice(o.indexOf(!0),o.lastIndexOf(!0)+1):[]}var le,Fi,vf,xf,Tt,Sf,Ge,bn,Wi,_f,qi=y(()=>{"use strict";tt();le=["SUCCESS","FAILED","UNCONFIRMED","IN_PROGRESS"],Fi=[14,30,90],vf=864e5,xf=()=>({SUCCESS:0,FAILED:0,UNCONFIRMED:0,IN_PROGRESS:0});Tt=t=>le.reduce((e,o)=>e+t[o],0);Sf=t=>new Date(t).toISOString().slice(0,10);Ge=(t,e=t)=>({since:`${t}T00:00:00Z`,until:`${Sf(Date.parse(e)+vf)}T00:00:00Z`});bn=(t,e)=>t[Math.min(t.length-1,Math.max(0,Math.ceil(e*t.length)-1))],Wi=["answered","reported","imported"];_f=[30,100,300,1e3,3e3,1e4,3e4,6e4,18e4,6e5,18e5,36e5,864e5,1/0]});function Ki(t){let e=le.filter(o=>t[o]).map(o=>`${N(t[o])} ${P("status",o).toLowerCase()}`);return`${a("overview.jobs",{n:Tt(t)})}${e.length?`: ${e.join(", ")}`:""}`}function Nf({days:t}){let e=t.map(({day:n,jobs:r})=>{let s=Ge(n),i=`${To(n)}: ${Ki(r)}`,c=Of(r,s);return{key:n,name:To(n),parts:c,text:i,onPick:Mr(s)}}),o=Math.max(...t.map(({jobs:n})=>Tt(n)));return l`
    <${$n}
      id="by-day"
      title=${a("overview.byDay")}
      hint=${a("overview.byDayHint")}
      table=${{caption:a("overview.byDayTable",Dr(t)),head:[a("overview.day"),...Lf()],rows:t.map(({day:n,jobs:r})=>[n,...Cf(r,Ge(n))]).reverse()}}
    >
      <${Lr}
        label=${a("overview.byDayLabel",{...Dr(t),most:N(o)})}
        bars=${e}
        axis=${Ir(o,4,1)}
        show=${N}
      />
    <//>
  `}function If({days:t}){let e=t.map(({jobs:r})=>Rr(r)),o=Math.max(0,...e.map(r=>r??0)),n=t.map(({day:r,jobs:s},i)=>{let c=e[i],u=Mr({...Ge(r),status:"FAILED"}),d=c===null?a("overview.noneEnded"):Ie(c);return{key:r,name:To(r),text:`${To(r)}: ${d} (${Ki(s)})`,parts:[{kind:"FAILED",value:c??0,onPick:u}],onPick:u}});return l`
    <${$n}
      id="failure-rate"
      title=${a("overview.rate")}
      hint=${a("overview.rateHint")}
      table=${{caption:a("overview.rateTable",Dr(t)),head:[a("overview.day"),a("overview.rate"),P("status","FAILED"),a("overview.ended")],rows:t.map(({day:r,jobs:s},i)=>[r,e[i]===null?"\u2013":Ie(e[i]),Vi(s.FAILED,{...Ge(r),status:"FAILED"}),N(Tt(s)-s.IN_PROGRESS)]).reverse()}}
    >
      <${Lr}
        label=${a("overview.rateLabel",{...Dr(t),most:Ie(o)})}
        bars=${n}
        axis=${Ir(o||1)}
        show=${Ie}
      />
    <//>
  `}function Ji({id:t,name:e,table:o}){let{rows:n,other:r}=Tf(o,Tb),s=n.map(({value:u,jobs:d})=>({name:u,jobs:d,query:{[e]:u}}));Tt(r)&&s.push({name:a("overview.others"),jobs:r,query:null});let i=e==="action_name",c=s.map(({name:u,jobs:d,query:f})=>({key:`${f?"":"other "}${u}`,name:u,parts:Of(d,f),text:`${u}: ${Ki(d)}`,total:N(Tt(d)),...f&&{onPick:Mr(f)}}));return l`
    <${$n}
      id=${t}
      title=${a(i?"overview.byAction":"overview.byUser")}
      hint=${a("overview.byValueHint")}
      table=${{caption:a(i?"overview.byActionTable":"overview.byUserTable"),head:[a(i?"overview.action":"overview.user"),...Lf()],rows:s.map(({name:u,jobs:d,query:f})=>[u,...Cf(d,f)])}}
    >
      <${yf}
        label=${a(i?"overview.byActionLabel":"overview.byUserLabel",{names:s.map(({name:u,jobs:d})=>`${u} ${N(Tt(d))}`).join(", ")})}
        bars=${c}
        most=${Math.max(...s.map(({jobs:u})=>Tt(u)))}
      />
    <//>
  `}function Eb({durations:t}){let e=Wi.filter(n=>t[n].length),o=e.length>1?["all",...e]:e;return l`
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
                <td>${N(t[n].length)}</td>
                <td>${zt(bn(t[n],.5))}</td>
                <td>${zt(bn(t[n],.95))}</td>
              </tr>
            `)}
        </tbody>
      </table>
    </div>
  `}function Rf({jobs:t}){let e=jf(t),o=e.all.length;if(!o)return null;let n=Ef(e.all),r=n.map(c=>({key:String(c.to),name:zi(c),text:`${zi(c)}: ${a("overview.jobs",{n:c.count})}`,parts:[{kind:"plain",value:c.count}]})),s=zt(bn(e.all,.5)),i=zt(bn(e.all,.95));return l`
    <${$n}
      id="durations"
      title=${a("overview.durations")}
      hint=${a("overview.durationsHint",{n:o})}
      table=${{caption:a("overview.durationsTable",{n:o}),head:[a("overview.took"),a("overview.total")],rows:n.map(c=>[zi(c),N(c.count)])}}
    >
      <${Eb} durations=${e} />
      <${Lr}
        label=${a("overview.durationsLabel",{n:o,median:s,high:i})}
        bars=${r}
        axis=${Ir(Math.max(...n.map(c=>c.count)),3,1)}
        show=${N}
        height=${150}
        nameWidth=${68}
      />
    <//>
  `}var Tb,jb,To,Mr,Of,Vi,Cf,Lf,Dr,zi,Df=y(()=>{"use strict";jn();tt();F();Ot();gf();Nr();Ui();A();j();qi();Tb=10,jb=new Intl.DateTimeFormat(ue,{day:"numeric",month:"short",timeZone:"UTC"}),To=t=>jb.format(new Date(t)),Mr=t=>()=>$t(O("/",t));Of=(t,e)=>le.map(o=>({kind:o,value:t[o],...e&&{onPick:Mr({...e,status:o})}})),Vi=(t,e)=>t&&e?{text:N(t),query:e}:N(t),Cf=(t,e)=>[Vi(Tt(t),e),...le.map(o=>Vi(t[o],e&&{...e,status:o}))],Lf=()=>[a("overview.total"),...le.map(t=>P("status",t))],Dr=t=>({n:t.length,from:To(t[0].day),to:To(t[t.length-1].day)});zi=({from:t,to:e})=>e===1/0?a("overview.atLeast",{from:zt(t)}):a("overview.below",{to:zt(e)})});function Mf(t,e){let o=H(e);S(()=>{o.current!==e&&t(),o.current=e},[e])}function Cb({head:t}){let e=W(o=>T("/readyz",{signal:o,asks:!1}),[]);return Mf(e.reload,t.size),S(()=>{let o=setInterval(()=>document.hidden||e.reload(),Ob);return()=>clearInterval(o)},[]),e.error?l`<span class="bad"><${I} name="alarm" /> ${a("health.notReady")}</span>
      ${e.error.detail}`:e.data?l`<span class="good"><${I} name="SUCCESS" /> ${a("health.ready")}</span>`:a("app.loading")}function Lb({head:t}){let{data:e,error:o,reload:n}=W(i=>T("/log/checkpoint",{signal:i,asText:!0}),[]);if(Mf(n,t.size),!e)return o?o.detail:a("app.loading");let[,r,s]=e.split(`
`);return l`
    ${a("health.checkpointOf",{n:Number(r)})} ${" "}<${Hf}
      short=${`${s.slice(0,10)}\u2026`}
      text=${e}
      what=${a("health.checkpoint")}
    />
    ${" "}<a href=${O("/log/checkpoint")} download="checkpoint">${a("health.download")}</a>
  `}function Nb(){let{data:t,error:e}=W(c=>T("/v1/verification",{signal:c}),[]);if(e)return e.detail;if(t===void 0)return a("app.loading");if(t===null)return a("health.notVerified");let{is_sound:o,findings:n,size:r,ended_at:s}=t,i=a(o?"health.sound":"health.unsound",{n:o?r:n});return l`
    <span class=${o?"good":"bad"}>
      <${I} name=${o?"SUCCESS":"alarm"} /> ${i} </span
    >${" "} (<${G} at=${s} />)
  `}function Ib(){let t=_e();if(!t)return a("health.notSeen");let e=Xt(t.checkpoint);return l`${a("health.seenSize",{n:e})} (<${G} at=${t.at} />)`}function Rb({role:t}){let e=`jobctl verify --server ${location.origin}${kt} --key verifier.key`;return l`
    <p>${a("health.how")}</p>
    <div class="row command">
      <pre class="scroll-x" tabindex="0"><code>${e}</code></pre>
      <button type="button" onClick=${()=>se(e,a("health.command"))}>
        ${a("app.copy",{what:""})}
      </button>
    </div>
    <p class="hint">${a(t==="operator"?"health.howOperator":"health.howHint")}</p>
  `}function Gi({head:t}){let e=E(R),{data:o}=W(i=>T("/v1/meta",{signal:i}),[]),n=o?.ledger.verifier_key??"",[r,s]=n.split("+");return l`
    <section class="card health" id="health" aria-labelledby="health-title">
      <h2 id="health-title">${a("health.title")}</h2>
      <dl class="facts">
        <dt>${a("health.state")}</dt>
        <dd><${Cb} head=${t} /></dd>
        <dt>${a("health.size")}</dt>
        <dd>${a("health.entries",{n:t.size})}</dd>
        <dt>${a("health.checkpoint")}</dt>
        <dd><${Lb} head=${t} /></dd>
        <dt>${a("health.key")}</dt>
        <dd>
          ${n&&l`<code>${r}</code> <${Hf} short=${s} text=${n} what=${a("health.key")} />`}
        </dd>
        <dt>${a("health.verified")}</dt>
        <dd id="last-verification"><${Nb} /></dd>
        <dt>${a("health.seen")}</dt>
        <dd><${Ib} /></dd>
      </dl>
      <${Rb} role=${e?.role} />
      <p><${M} to="/help/proof">${a("landing.help")}<//></p>
    </section>
  `}var Ob,Hf,Pf=y(()=>{"use strict";mt();K();or();F();B();A();yt();qe();Y();j();Ob=3e4;Hf=({short:t,text:e,what:o})=>l`
  <button type="button" class="copy-id" title=${e} onClick=${()=>se(e,o)}>
    <code>${t}</code><${I} name="copy" />
    <span class="off-screen">${a("app.copy",{what:o})}</span>
  </button>
`});var Ff={};Bt(Ff,{default:()=>Uf});function Hb(t){S(()=>{let e=new Map,o=()=>{for(let{reload:r,ms:s}of t){if(e.has(r))continue;let i=()=>{e.delete(r),r()};e.set(r,window.setTimeout(i,s))}},n=te({},{onEntries:o,onState:r=>r!=="lost"&&o()});return()=>{e.forEach(r=>clearTimeout(r)),n()}},[])}function Pb({stats:t,days:e}){let o=Bi(e.map(i=>i.jobs)),n=Rr(o),r=Tt(t.total),s=Ge(e[0].day,e[e.length-1].day);return l`
    <dl class="numbers">
      <${yn} name=${a("overview.all")} value=${N(r)} to=${{}} />
      <${yn}
        name=${a("overview.inSpan",{n:e.length})}
        value=${N(Tt(o))}
        to=${s}
      />
      <${yn}
        name=${a("overview.rateInSpan",{n:e.length})}
        value=${n===null?"\u2013":Ie(n)}
        to=${{...s,status:"FAILED"}}
      />
      <${yn}
        name=${a("overview.inProgress")}
        value=${N(t.total.IN_PROGRESS)}
        to=${{status:"IN_PROGRESS"}}
      />
      <${yn}
        name=${a("overview.unconfirmed")}
        value=${N(t.total.UNCONFIRMED)}
        to=${{status:"UNCONFIRMED"}}
      />
    </dl>
  `}function Ub({stats:t,newest:e,span:o}){let n=E(R);if(!Tt(t.total))return l`
      <${st} title=${a("overview.empty")}><p>${a("overview.emptyHint")}</p><//>
      <${Gi} head=${t.head} />
    `;let r=Af(t.by_day.rows,o,Date.now());return l`
    <${Pb} stats=${t} days=${r} />
    <${wf} statuses=${le} />
    <div class="figures">
      <${Nf} days=${r} />
      <${If} days=${r} />
      <${Ji} id="by-action" name="action_name" table=${t.by_action} />
      ${n?.role!=="operator"&&l`<${Ji} id="by-user" name="user_id" table=${t.by_user} />`}
      <${dt} of=${e}>
        ${({jobs:s})=>l`<${Rf} jobs=${s} />`}
      <//>
      <${Gi} head=${t.head} />
    </div>
  `}function Uf(){let t=E(R),[e,o]=Vt(),n=kf(e),r=W(c=>T("/v1/stats",{signal:c,query:{limit:100}}),[]),s=W(c=>T("/v1/jobs",{signal:c,query:{status:["SUCCESS","FAILED"],limit:500}}),[]);Hb([{reload:r.reload,ms:Db},{reload:s.reload,ms:Mb}]);let i=c=>{e.set("days",c),o(new URLSearchParams(e),{replace:!0})};return l`
    <div class="row spread overview-top">
      <${V}>${a("overview.title")}<//>
      <${ve}
        label=${a("overview.span")}
        options=${Fi.map(c=>({value:String(c),text:a("overview.days",{n:c})}))}
        value=${String(n)}
        onValue=${i}
      />
    </div>
    ${t?.role==="operator"&&l`<p class="hint">${a("overview.own")}</p>`}
    <${pf} />
    <${dt} of=${r}>
      ${c=>l`
        <${Ub} stats=${c} newest=${s} span=${n} />
      `}
    <//>
  `}var Db,Mb,yn,Bf=y(()=>{"use strict";mt();K();tt();mo();Ui();Nr();At();B();A();ft();Y();j();Df();Pf();qi();Db=3e3,Mb=3e4;yn=({name:t,value:e,to:o})=>l`
  <div>
    <dt>${t}</dt>
    <dd>${o?l`<${M} to="/" query=${o}>${e}<//>`:e}</dd>
  </div>
`});function wn({label:t,value:e,onValue:o,error:n,hint:r="",required:s=!0}){let[i,c]=b(!1);return l`
    <${D}
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
  `}var Yi=y(()=>{"use strict";j();At();A()});function Wf(t){let e=({created_at:r})=>r?Date.parse(r):0,o=({state:r})=>r==="accepted",n=t.toSorted((r,s)=>e(s)-e(r)||(r.name<s.name?-1:+(r.name>s.name)));return{working:n.filter(o),others:n.filter(r=>!o(r))}}function qf(t,e){let[o,n,r]=t.split("-").map(Number);return(e==="utc"?new Date(Date.UTC(o,n-1,r+1)):new Date(o,n-1,r+1)).toISOString()}function zf(t){if(!t)return"";let e=n=>n.find(([r])=>t.includes(r))?.[1],o=t.startsWith("Mozilla/")&&e(Fb);return o?[o,e(Bb)].filter(Boolean).join(", "):t}var Fb,Bb,Xi=y(()=>{"use strict";Fb=[["Edg","Edge"],["OPR","Opera"],["Firefox","Firefox"],["FxiOS","Firefox"],["CriOS","Chrome"],["Chrome","Chrome"],["Safari","Safari"]],Bb=[["Android","Android"],["iPhone","iPhone"],["iPad","iPad"],["Windows","Windows"],["Mac OS X","macOS"],["CrOS","ChromeOS"],["Linux","Linux"]]});function jo({title:t,action:e,onConfirm:o,onClose:n,children:r}){let[s,i,c]=X(async()=>{await o(),n()});return l`
    <${et} title=${t} onClose=${n}>
      <p>${r}</p>
      <${it} problem=${c} />
      <div class="row">
        <button type="button" class="danger" disabled=${i} onClick=${s}>${e}</button>
        <button type="button" onClick=${n}>${a("app.cancel")}</button>
      </div>
    <//>
  `}var Hr=y(()=>{"use strict";j();Ft();B();A();ft()});function Wb({token:t,hasUser:e,onRevoke:o}){let{state:n}=t,r=t.revoked_at??t.expires_at;return l`
    <tr>
      <th scope="row">${t.name}${t.current&&l` <${xe}>${a("sessions.this")}<//>`}</th>
      ${e&&l`
          <td data-name=${a("admin.user")}>
            ${t.user_id}, <span class="muted">${P("role",t.role)}</span>
          </td>
        `}
      <td data-name=${a("tokens.made")}>
        <${G} at=${t.created_at} />
        ${e&&t.made_by&&a("tokens.madeBy",{user:t.made_by})}
      </td>
      <td data-name=${a("tokens.used")}>
        ${t.last_used_at?l`<${G} at=${t.last_used_at} />`:a("tokens.unused")}
      </td>
      <td data-name=${a("tokens.ends")}>
        ${n!=="accepted"&&a(`tokens.${n}`)}${" "}
        ${r?l`<${G} at=${r} />`:a("tokens.noEnd")}
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
  `}function Pr({tokens:t,hasUser:e=!1,revoke:o}){let[n,r]=b(null),{working:s,others:i}=Wf(t),c={hasUser:e,onRevoke:r};return l`
    ${s.length>0?l`<${Vf} caption=${a("tokens.title")} tokens=${s} ...${c} />`:l`<${st} title=${a("tokens.empty")} />`}
    ${i.length>0&&l`
        <details>
          <summary>${a("tokens.others",{n:i.length})}</summary>
          <${Vf}
            caption=${a("tokens.others",{n:i.length})}
            tokens=${i}
            hasUser=${e}
          />
        </details>
      `}
    ${n&&l`
        <${jo}
          title=${a("tokens.revokeOne",{name:n.name})}
          action=${a("tokens.revoke")}
          onConfirm=${async()=>{await o(n),J(a("tokens.revokedNow",{name:n.name}))}}
          onClose=${()=>r(null)}
        >
          ${n.current&&a("tokens.revokeCurrent")}
          ${a("tokens.revokeHint",{user:n.user_id})}
        <//>
      `}
  `}function Ur({make:t,onClose:e,children:o,mine:n=""}){let r=E(Zt),[s,i]=b(""),[c,u]=b(""),[d,f]=b(""),h=X(async()=>{let m=await t({name:s,...c&&{expires_at:qf(c,r)}});f(m.token)});return d?l`<${qb} token=${d} onClose=${e} />`:l`
    <${et} title=${a("tokens.new")} onClose=${e}>
      <${xt} of=${h} action=${a("tokens.make")} fields=${["name","expires_at",n]}>
        ${m=>l`
          ${o} ${m(n)&&l`<p class="field-error" role="alert">${m(n)}</p>`}
          <${D}
            label=${a("tokens.name")}
            hint=${a("tokens.nameHint")}
            error=${m("name")}
            name="token-name"
            autocomplete="off"
            required
            value=${s}
            onValue=${i}
          />
          <${D}
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
  `}var Vf,qb,Zi=y(()=>{"use strict";Xi();j();It();Hr();Ft();At();B();A();vt();Zo();ft();Y();Vf=({caption:t,tokens:e,hasUser:o,onRevoke:n})=>l`
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
      ${e.map(r=>l`
          <${Wb}
            key=${`${r.user_id} ${r.name}`}
            token=${r}
            hasUser=${o}
            onRevoke=${n}
          />
        `)}
    </tbody>
  </table>
`;qb=({token:t,onClose:e})=>l`
  <${et} title=${a("tokens.madeTitle")} onClose=${e}>
    <div class="notice notice-warning">
      <p>${a("tokens.once")}</p>
    </div>
    <${D}
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
        onClick=${()=>se(t,a("tokens.theToken"))}
      >
        ${a("app.copy",{what:a("tokens.theToken")})}
      </button>
      <button type="button" onClick=${e}>${a("tokens.stored")}</button>
    </div>
  <//>
`});function zb({session:t,onEnd:e}){let o=zf(t.user_agent)||a("sessions.unknown");return l`
    <tr>
      <th scope="row" title=${t.user_agent??""}>
        ${o} ${t.current&&l` <${xe}>${a("sessions.this")}<//>`}
      </th>
      <td data-name=${a("sessions.address")}>${t.address??a("sessions.unknown")}</td>
      <td data-name=${a("sessions.used")}><${G} at=${t.used_at} /></td>
      <td data-name=${a("sessions.begun")}>
        <${G} at=${t.begun_at} />, ${a(`sessions.by.${t.by}`)}
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
  `}function Kf(){let t=W(r=>T("/v1/account/sessions",{signal:r}),[]),[e,o]=b(null),n=async()=>{e==="others"?await Q("/v1/account/sessions/end-others"):e&&await Vb(e.id),J(a(e==="others"?"sessions.othersEnded":"sessions.ended")),t.reload()};return l`
    <section class="card wide" id="sessions" aria-labelledby="sessions-title">
      <h2 id="sessions-title">${a("sessions.title")}</h2>
      <${dt} of=${t}>
        ${({sessions:r,since:s})=>l`
          <p class="hint">${a("sessions.hint")} <${G} at=${s} />.</p>
          <${Kb}
            sessions=${r}
            onEnd=${i=>i.current?Fn():o(i)}
          />
          <p>
            <button type="button" class="danger" onClick=${()=>o("others")}>
              ${a("sessions.endOthers")}
            </button>
          </p>
        `}
      <//>
      ${e&&l`
          <${jo}
            title=${a(e==="others"?"sessions.endOthersTitle":"sessions.endTitle")}
            action=${a("sessions.end")}
            onConfirm=${n}
            onClose=${()=>o(null)}
          >
            ${a(e==="others"?"sessions.endOthersHint":"sessions.endHint")}
          <//>
        `}
    </section>
  `}var Vb,Kb,Jf=y(()=>{"use strict";Xi();K();F();It();Hr();B();A();bs();vt();ft();Y();j();Vb=t=>Q(C`/v1/account/sessions/${t}/end`).catch(e=>{if(e.status!==404)throw e}),Kb=({sessions:t,onEnd:e})=>l`
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
          <${zb} key=${o.id} session=${o} onEnd=${()=>e(o)} />
        `)}
    </tbody>
  </table>
`});var Yf={};Bt(Yf,{default:()=>Gf});function Gb({onChanged:t}){let[e,o]=b(""),[n,r]=b(""),s=X(async()=>{await Q("/v1/account/password",{current:e,new:n}),o(""),r(""),J(a("password.changed")),t(),await An()});return l`
    <${xt} of=${s} action=${a("password.change")} fields=${["current","new"]}>
      ${i=>l`
        <div class="off-screen" aria-hidden="true">
          <input
            type="text"
            autocomplete="username"
            tabindex="-1"
            readonly
            value=${R.get()?.user_id}
          />
        </div>
        <${D}
          label=${a("password.current")}
          error=${i("current")}
          type="password"
          autocomplete="current-password"
          required
          value=${e}
          onValue=${o}
        />
        <${wn}
          label=${a("password.new")}
          error=${i("new")}
          value=${n}
          onValue=${r}
        />
        <p class="hint">${a("password.ends")}</p>
      `}
    <//>
  `}function Yb({mayMake:t}){let e=W(r=>T("/v1/account/tokens",{signal:r}),[]),[o,n]=b(!1);return l`
    <section class="card wide" id="tokens" aria-labelledby="tokens-title">
      <div class="row spread">
        <h2 id="tokens-title">${a("tokens.title")}</h2>
        ${t&&l`<button type="button" onClick=${()=>n(!0)}>${a("tokens.new")}</button>`}
      </div>
      <p class="hint">${a(t?"tokens.hint":"tokens.byToken")}</p>
      <${dt} of=${e}>
        ${r=>l`
          <${Pr}
            tokens=${r.tokens}
            revoke=${async({name:s})=>{await Q(C`/v1/account/tokens/${s}/revoke`),e.reload()}}
          />
        `}
      <//>
      ${o&&l`
          <${Ur}
            make=${r=>Q("/v1/account/tokens",r)}
            onClose=${()=>{n(!1),e.reload()}}
          />
        `}
    </section>
  `}function Gf(){let t=E(R),[e,o]=b(0);return t?l`
    <${V}>${a("account.title")}<//>
    <div class="account">
      <${Jb} user=${t} />
      <section class="card" id="password" aria-labelledby="password-title">
        <h2 id="password-title">${a("password.title")}</h2>
        ${t.has_password?l`<${Gb} onChanged=${()=>o(e+1)} />`:l`<p>${a(`password.none.${t.signed_in_by}`)}</p>`}
      </section>
      ${t.has_password||t.session?l`<${Kf} key=${e} />`:null}
      <${Yb} mayMake=${t.may_make_tokens===!0} />
    </div>
  `:null}var Jb,Xf=y(()=>{"use strict";mt();K();F();B();A();At();vt();Yi();ft();Y();Zi();j();Jf();Jb=({user:t})=>l`
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
          <dd><${G} at=${t.session.ends_at} />, ${a("account.endsHint")}</dd>
        `}
    </dl>
  </section>
`});function th(t,e){let o=Zf(e.trim());return t.filter(({user_id:n,role:r})=>Zf(n).includes(o)||r.startsWith(o)).toSorted((n,r)=>Number(n.disabled)-Number(r.disabled)||n.user_id.localeCompare(r.user_id))}var Qf,Zf,Qi=y(()=>{"use strict";Qf=["operator","auditor","admin"],Zf=t=>t.normalize("NFKC").toLowerCase()});function eh({onAdded:t,onClose:e}){let[o,n]=b(""),[r,s]=b("operator"),[i,c]=b(""),u=X(async()=>{await Q("/v1/users",{user_id:o,role:r,...i&&{password:i}}),J(a("admin.added",{user:o})),t(),e()});return l`
    <${et} title=${a("admin.add")} onClose=${e}>
      <${xt} of=${u} action=${a("admin.add")} fields=${["user_id","role","password"]}>
        ${d=>l`
          <${D}
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
          <${Fr} error=${d("role")} value=${r} onValue=${s} />
          <${wn}
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
  `}function Xb({user:t,change:e}){let{user_id:o}=t,[n,r]=b(t.role),s=X(()=>e("role",{role:n},a("admin.roleSet",{user:o})));return l`
    <${xt} of=${s} action=${a("admin.setRole")} fields=${["role"]} isMain=${!1}>
      ${i=>l`
        <${Fr}
          hint=${a("admin.roleHint")}
          error=${i("role")}
          value=${n}
          onValue=${r}
        />
      `}
    <//>
  `}function Zb({user:t,change:e}){let{user_id:o,disabled:n,has_password:r}=t,[s,i]=b(""),c=X(()=>e(n?"enable":"password",s?{password:s}:{},a(n?"admin.enabledNow":"admin.passwordSet",{user:o}))),u=r?"admin.enableHint":"admin.enableHintNone",d=a(n?"admin.enable":"admin.setPassword");return l`
    <${xt} of=${c} action=${d} fields=${["password"]} isMain=${!1}>
      ${f=>l`
        <${wn}
          label=${a("password.new")}
          hint=${a(n?u:"admin.setPasswordHint")}
          required=${!n||r}
          error=${f("password")}
          value=${s}
          onValue=${i}
        />
      `}
    <//>
  `}function oh({user:t,isSelf:e,onChanged:o,onClose:n}){let{user_id:r,disabled:s,has_password:i}=t,[c,u]=b(!1),d=(async(m,p,$)=>{await Q(`${C`/v1/users/${r}`}/${m}`,p),J($),o(),n()});if(c)return l`
      <${jo}
        title=${a("admin.disableOne",{user:r})}
        action=${a("admin.disable")}
        onConfirm=${()=>d("disable",{},a("admin.disabledNow",{user:r}))}
        onClose=${n}
      >
        ${a("admin.disableHint")}
      <//>
    `;let f=a(s?"admin.enableOne":"admin.changeOne",{user:r}),h=!s&&!e;return l`
    <${et} title=${f} onClose=${n}>
      <div class="changes">
        ${e&&l`<p>${a("admin.self")} <${M} to="/account">${a("account.title")}<//>.</p>`}
        ${h&&l`<${Xb} user=${t} change=${d} />`}
        ${!(e&&i)&&l`<${Zb} user=${t} change=${d} />`}
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
  `}var Fr,nh=y(()=>{"use strict";K();F();Hr();Ft();At();B();A();vt();Yi();Y();j();Qi();Fr=t=>l`
  <${D} label=${a("admin.role")} as="select" ...${t}>
    ${Qf.map(e=>l`
        <option key=${e} value=${e}>${P("role",e)}: ${a(`account.may.${e}`)}</option>
      `)}
  <//>
`});var sh={};Bt(sh,{default:()=>rh});function ty({loaded:t,onChanged:e}){let[o,n]=b(""),[r,s]=b(null),[i,c]=b(!1),u=t.data?.users.find(d=>d.user_id===r);return l`
    <section class="card" id="users" aria-labelledby="users-title">
      <div class="row spread">
        <h2 id="users-title">${a("admin.users")}</h2>
        <button type="button" class="primary" onClick=${()=>c(!0)}>
          ${a("admin.add")}
        </button>
      </div>
      <${D}
        label=${a("admin.search")}
        type="search"
        autocomplete="off"
        value=${o}
        onValue=${n}
      />
      <${dt} of=${t}>
        ${({users:d})=>{let f=th(d,o);return f.length?l`<${Qb}
                users=${f}
                onChange=${({user_id:h})=>s(h)}
              />`:l`<${st} title=${a("admin.noUser")} />`}}
      <//>
      ${u&&l`
          <${oh}
            user=${u}
            isSelf=${u.user_id===R.get()?.user_id}
            onChanged=${e}
            onClose=${()=>s(null)}
          />
        `}
      ${i&&l`<${eh} onAdded=${e} onClose=${()=>c(!1)} />`}
    </section>
  `}function ey({users:t,onClose:e}){let[o,n]=b(""),[r,s]=b("operator"),i=t.some(c=>c.user_id===o);return l`
    <${Ur}
      mine="user_id"
      make=${c=>Q("/v1/tokens",{...c,user_id:o,...i?{}:{role:r}})}
      onClose=${e}
    >
      <${D}
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
      ${o&&!i?l`<${Fr} hint=${a("admin.tokenRoleHint")} value=${r} onValue=${s} />`:null}
    <//>
  `}function oy({loaded:t,users:e,mayMake:o}){let[n,r]=b(!1),s=()=>{r(!1),t.reload()};return l`
    <section class="card" id="tokens" aria-labelledby="tokens-title">
      <div class="row spread">
        <h2 id="tokens-title">${a("tokens.title")}</h2>
        ${o&&l`<button type="button" onClick=${()=>r(!0)}>${a("tokens.new")}</button>`}
      </div>
      ${!o&&l`<p class="hint">${a("tokens.byToken")}</p>`}
      <${dt} of=${t}>
        ${i=>l`
          <${Pr}
            tokens=${i.tokens}
            hasUser
            revoke=${async({user_id:c,name:u})=>{await Q(C`/v1/users/${c}/tokens/${u}/revoke`),t.reload()}}
          />
        `}
      <//>
      ${n&&l`<${ey} users=${e} onClose=${s} />`}
    </section>
  `}function rh(){let t=E(R),e=W(r=>T("/v1/users",{signal:r}),[]),o=W(r=>T("/v1/tokens",{signal:r}),[]),n=()=>{e.reload(),o.reload()};return t?.role!=="admin"?l`
      <${V}>${a("admin.title")}<//>
      <p>${a("admin.only")}</p>
    `:l`
    <${V}>${a("admin.title")}<//>
    <div class="account">
      <${ty} loaded=${e} onChanged=${n} />
      <${oy}
        loaded=${o}
        users=${e.data?.users??[]}
        mayMake=${t.may_make_tokens===!0}
      />
    </div>
  `}var Qb,ih=y(()=>{"use strict";mt();K();F();At();B();A();ft();Y();Zi();j();Qi();nh();Qb=({users:t,onChange:e})=>l`
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
            <td data-name=${a("admin.since")}><${G} at=${o.created_at} /></td>
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
`});mt();K();function fa(t,e){let o="",n=r=>{if(!r||r.name==="AbortError"||[0,401].includes(r.status))return;let s=String(r.message||r);s!==o&&e(s),o=s};t.addEventListener("error",r=>n(r.error)),t.addEventListener("unhandledrejection",r=>n(r.reason))}var ha="a[href], button, input, select, textarea, summary, [tabindex='0']",Ah="[data-index], [data-row], [role=listitem]";function Th(t){let e=[];for(let o=t;o;o=o.parentElement)e.push({element:o,place:[...o.parentElement?.children??[]].indexOf(o)});return e}var Jr=t=>t.getClientRects().length>0&&!t.matches(":disabled"),jh=t=>[...t.matches(ha)?[t]:[],...t.querySelectorAll(ha)].filter(Jr);function Eh(t,e,o=jh){let n=t.findLastIndex(({element:r})=>!r.isConnected);for(let r=Math.max(n,0);r<t.length-1;r+=1){let s=t[r+1].element;if(e(s))return null;let i=[...s.children],{element:c,place:u}=t[r],d=i.indexOf(c),f=i.slice(0,d<0?u:d),m=i.slice(f.length+(d<0?0:1)).flatMap(o)[0]??f.flatMap(o).at(-1);if(m)return m}return null}function pa(t){let e=[],o=e;t.addEventListener("focusin",({target:s})=>{let i=s,c=i.closest("dialog");c&&e.length&&!c.contains(e[0].element)&&(o=e),e=Th(i)}),t.addEventListener("focusout",({target:s})=>{queueMicrotask(()=>{let i=s;i===e[0]?.element&&i!==document.activeElement&&i.isConnected&&Jr(i)&&(e=[])})});let n=()=>{if(!e.length||document.activeElement!==document.body)return;let s=e.find(({element:h})=>h.matches("dialog"));s&&!s.element.isConnected&&([e,o]=[o,[]]);let i=e[0]?.element;if(i?.isConnected&&!Jr(i))return;let c=e.some(({element:h})=>!h.isConnected&&h.matches(Ah)),u=e.find(({element:h})=>h.isConnected&&h.matches("[tabindex]")),f=(c?u?.element:i?.isConnected?i:Eh(e,r))??(c?null:document.querySelector("main h1"));f instanceof HTMLElement&&f.focus({preventScroll:!0})},r=s=>s===t||s.matches("main");new MutationObserver(n).observe(t,{childList:!0,subtree:!0,attributeFilter:["disabled"]})}Ot();mt();K();tt();F();Ot();j();Hn();B();A();yt();bs();Uo();vt();qe();Zo();si();var ii=["system","light","dark"];function Kp(){let t=E(Zt),e=E(Xo),o=t==="utc"?"local":"utc";return l`
    <button
      type="button"
      id="zone"
      class="quiet"
      title=${a("zone.switch",{zone:ga(t),other:a(`zone.${o}`)})}
      onClick=${()=>Zt.set(o)}
    >
      ${a(`zone.${t}`)}
    </button>
    <button
      type="button"
      id="theme"
      class="quiet"
      aria-label=${a(`theme.${e}`)}
      title=${a(`theme.${e}`)}
      onClick=${()=>Xo.set(ii[(ii.indexOf(e)+1)%ii.length])}
    >
      <${I} name=${e} />
    </button>
  `}function Jp({user:t}){let e=[{text:a("user.account"),href:O("/account")}];return t.signed_in_by==="session"&&e.push({text:a("user.signOut"),onClick:Fn}),l`
    <${Bn}
      class="quiet user-menu"
      align="end"
      label=${l`<${I} name="user" /><span>${t.user_id}</span>`}
      name=${a("user.menu",{user:t.user_id,role:P("role",t.role)})}
      items=${e}
    />
  `}function Gp({user:t}){let{path:e}=E(Mt),o=[{to:"/",text:a("nav.jobs"),below:"/jobs"},...t.role==="auditor"?[]:[{to:"/set-action",text:a("nav.setAction")}],{to:"/overview",text:a("nav.overview")},...t.role==="admin"?[{to:"/admin",text:a("nav.admin")}]:[],{to:"/help",text:a("nav.help")}],n=({to:r,below:s=r})=>e===r||`${e}/`.startsWith(`${s}/`);return l`
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
  `}function Yp(){let{data:t}=W(e=>T("/v1/meta",{signal:e}),[]);return l`
    <footer>
      ${t&&a("app.footer",{ledger:t.ledger.name,version:t.version})}
      <${hl} />
      <a href=${O("/docs")}>${a("app.api")}</a>
    </footer>
  `}function ar({children:t}){let e=E(R);return l`
    <a class="skip" href="#main">${a("app.skip")}</a>
    <header class="top">
      <a class="brand" href=${O("/")}>${a("app.name")}</a>
      ${e&&l`<${Gp} user=${e} />`}
      <div class="top-end">
        <${Kp} />
        ${e&&l`<${Jp} user=${e} />`}
      </div>
    </header>
    <${ec} />
    <main id="main">${t}</main>
    ${e&&l`<${Yp} />`}
    <${rc} />
    <${$l} />
  `}B();A();vt();ft();Y();j();var ny=()=>Promise.resolve().then(()=>(wl(),yl)),ah=()=>Promise.resolve().then(()=>(jl(),Tl)),ch=()=>Promise.resolve().then(()=>(lu(),cu)),lh=()=>Promise.resolve().then(()=>(ju(),Tu)),uh=[{pattern:"/",load:ch},{pattern:"/jobs",load:ch},{pattern:"/jobs/:job_id",load:()=>Promise.resolve().then(()=>(Cd(),Od))},{pattern:"/jobs/:job_id/compare/:other_id",load:()=>Promise.resolve().then(()=>(Dd(),Rd))},{pattern:"/customers",load:lh},{pattern:"/customers/:cid",load:lh},{pattern:"/set-action",load:()=>Promise.resolve().then(()=>(ff(),df))},{pattern:"/overview",load:()=>Promise.resolve().then(()=>(Bf(),Ff))},{pattern:"/account",load:()=>Promise.resolve().then(()=>(Xf(),Yf))},{pattern:"/admin",load:()=>Promise.resolve().then(()=>(ih(),sh))},{pattern:"/help",load:ah,isPublic:!0},{pattern:"/help/:topic",load:ah,isPublic:!0}],ry={pattern:"",load:ny,isPublic:!0};function sy({route:t,params:e}){let[o,n]=b(null),[r,s]=b(""),[i]=hs(console.error);return S(()=>{t.load().then(c=>n(()=>c.default),()=>T("/v1/account",{asks:!1}).then(()=>s(a("app.updated")),()=>s(a("app.notLoaded"))))},[]),i?l`
      <${st} title=${a("app.broken")}><p>${a("app.failed",{why:i.message})}</p><//>
    `:r?l`
      <${st} title=${r}>
        <button type="button" onClick=${()=>location.reload()}>${a("app.reload")}</button>
      <//>
    `:o?l`<${o} ...${e} />`:l`<${$e} />`}var iy=()=>l`
  <${V}>${a("app.notFound")}<//>
  <p>${a("app.notFoundHint")}</p>
  <p><${M} to="/">${a("app.toJobs")}<//></p>
`;function ay(){let{path:t}=E(Mt),e=E(R),o=W(An,[]);if(e===void 0)return l`
      <${ar}>
        <${it} problem=${o.error} retry=${o.reload} />
        ${!o.error&&l`<${$e} />`}
      <//>
    `;let n=Yr(uh,t);if(!n)return l`<${ar}><${iy} /><//>`;let r=e!==null||n.route.isPublic,{route:s,params:i}=r?n:{route:ry,params:{}},c=`${e?.user_id} ${r?t:""}`;return l`<${ar}><${sy} key=${c} route=${s} params=${i} /><//>`}fa(globalThis,t=>J(a("app.failed",{why:t}),"error"));la(()=>location.reload());ma(uh);var dh=document.querySelector("#app");pa(dh);as(l`<${ay} />`,dh);
