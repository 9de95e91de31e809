var Rf=Object.defineProperty;var v=(e,t,o)=>()=>{if(o)throw o[0];try{return e&&(t=e(e=0)),t}catch(n){throw o=[n],n}};var We=(e,t)=>{for(var o in t)Rf(e,o,{get:t[o],enumerable:!0})};function Mf(e={}){let t=Object.entries(e).flatMap(([o,n])=>(Array.isArray(n)?n:[n]).filter(r=>r!=null&&r!=="").map(r=>[o,String(r)]));return t.length?`?${new URLSearchParams(t)}`:""}var Df,Se,L,N,V=v(()=>{"use strict";Df=globalThis.document?.querySelector('meta[name="prefix"]'),Se=Df?.getAttribute("content")??"";L=(e,t)=>Se+e+Mf(t),N=(e,...t)=>String.raw({raw:e},...t.map(o=>encodeURIComponent(o)))});async function Ei(e){let t=await e.text().catch(()=>""),o=null;try{o=JSON.parse(t)}catch{}return new Z({status:e.status,type:o?.type,title:o?.title??e.statusText,detail:o?.detail??o?.message??o?.error,field:o?.field,retryAfter:Number(e.headers.get("retry-after"))||null,body:o})}var Z,sn,it=v(()=>{"use strict";Z=class extends Error{constructor({status:t,type:o,title:n,detail:r,field:s,retryAfter:i,body:c}){super(r||n||String(t)),this.name="Problem",this.status=t,this.type=o??"about:blank",this.title=n??"",this.detail=r??"",this.field=s??null,this.retryAfter=i??null,this.body=c??null}get isNetwork(){return this.status===0}get isFault(){return this.status<0}get isTemporary(){return[0,408,429,502,503,504].includes(this.status)}},sn=e=>e instanceof Z?e:new Z({status:-1,type:"fault",detail:String(e?.message||e)})});function pe(e){let t=e,o=new Set,n=r=>{if(!Object.is(r,t)){t=r;for(let s of[...o])s(t)}};return{get:()=>t,set:n,update:r=>n(r(t)),watch:r=>(o.add(r),()=>o.delete(r))}}var Ue=v(()=>{"use strict"});function Ci(e){Oi=e}function Hf(){return kr??=Oi().finally(()=>kr=null),kr}async function Pf(e,t,o,n){let r={accept:"application/json"};o!==void 0&&(r["content-type"]="application/json"),n.key&&(r["idempotency-key"]=n.key);try{let s=await fetch(L(t,n.query),{method:e,headers:r,body:o===void 0?null:JSON.stringify(o),signal:n.signal??null,credentials:"same-origin",redirect:"error"});return _t.set(!0),s}catch(s){throw n.signal?.aborted?s:(_t.set(!1),new Z({status:0,type:"network",detail:String(s)}))}}async function Ni(e,t,o,n){for(;;){let r=await Pf(e,t,o,n);if(r.ok)try{return await(n.asText?r.text():r.json())}catch(c){throw n.signal?.aborted?c:new Z({status:0,type:"network",detail:String(c)})}let s=await Ei(r);if(!(s.status===401&&n.asks!==!1)||!await Hf())throw s}}function Wt(){let e=crypto.getRandomValues(new Uint8Array(16));return Array.from(e,t=>t.toString(16).padStart(2,"0")).join("")}var _t,Oi,kr,E,ie,oe=v(()=>{"use strict";V();it();Ue();_t=pe(!0),Oi=async()=>!1,kr=null;E=(e,t={})=>Ni("GET",e,void 0,t),ie=(e,t={},o={})=>Ni("POST",e,t,o)});function Ar(e){let t=Sr.get(e)??null;try{return localStorage.getItem(an(e))??t}catch{return t}}function tt(e){let t=Ar(e);try{return t===null?null:JSON.parse(t)}catch{return null}}function qt(e,t){let o=JSON.stringify(t);t===null?Sr.delete(e):Sr.set(e,o);try{return t===null?localStorage.removeItem(an(e)):localStorage.setItem(an(e),o),!0}catch{return!1}}function vt(e,t){let o=pe(tt(e)??t);return globalThis.addEventListener?.("storage",n=>{n.key===an(e)&&o.set(tt(e)??t)}),o.watch(n=>qt(e,n)),o}var Sr,an,zt=v(()=>{"use strict";V();Ue();Sr=new Map,an=e=>`jobs:${Se}:${e}`});function cn(e){let t=B.get()?.user_id;return B.watch(o=>{o?.user_id!==t&&(t=o?.user_id,e())})}function Li(e){let t=vt("user","");B.watch(o=>o&&t.set(o.user_id)),t.watch(o=>{let n=B.get()?.user_id;n&&o&&n!==o&&e()})}async function ln(){B.set(await E("/v1/account",{asks:!1}))}async function Ii(e){let t=await ie("/v1/sign-in",e,{asks:!1});return B.set(t),t}async function Ri(){try{await ie("/v1/sign-out",{},{asks:!1})}catch(e){if(!(e instanceof Z)||e.status!==401)throw e}B.set(null)}var B,we=v(()=>{"use strict";oe();zt();Ue();B=pe(void 0)});function Tr(e=!1){let{pathname:t,search:o}=globalThis.location??{pathname:"/",search:""};return{path:t.slice(Se.length)||"/",search:o,isBack:e}}function Uf(e,t){let o=e.split("/"),n=t.replace(/(.)\/$/,"$1").split("/");if(o.length!==n.length)return null;let r={};for(let[s,i]of o.entries()){if(!i.startsWith(":")){if(i!==n[s])return null;continue}try{r[i.slice(1)]=decodeURIComponent(n[s])}catch{return null}}return r}function jr(e,t){for(let o of e){let n=Uf(o.pattern,t);if(n)return{route:o,params:n}}return null}function ve(e,{replace:t=!1}={}){if(e===location.pathname+location.search)return;history[t?"replaceState":"pushState"](null,"",e);let o=Re.get().path;Re.set(Tr()),Re.get().path!==o&&scrollTo(0,0)}function un(e,t){let o=e.toString();ve(location.pathname+(o?`?${o}`:""),t)}function Mi(e){addEventListener("popstate",()=>Re.set(Tr(!0))),document.addEventListener("click",t=>{let o=t.target.closest?.("a[href]");!(o instanceof HTMLAnchorElement)||o.target||o.hasAttribute("download")||t.defaultPrevented||t.button!==0||t.ctrlKey||t.metaKey||t.shiftKey||t.altKey||o.origin!==location.origin||!o.pathname.startsWith(Se)||o.hash||!jr(e,o.pathname.slice(Se.length)||"/")||(t.preventDefault(),ve(o.pathname+o.search))})}var Re,Ne=v(()=>{"use strict";V();Ue();Re=pe(Tr())});function kt(e,t){return dn[t]??=Hi(t,{...Pi,...Ff,hourCycle:"h23"}),Ui(dn[t],e)}function Fi(e,t){return dn[`${t}-day`]??=Hi(t,Pi),Ui(dn[`${t}-day`],e)}function wo(e){let t=["B","kB","MB","GB"],o=0,n=e;for(;n>=1e3&&o<t.length-1;o+=1)n/=1e3;return`${Wi.format(Number(n.toFixed(n<10&&o?1:0)))} ${t[o]}`}function go(e,t){let o=n=>+`0.${/\.\d{3}(\d+)/.exec(n)?.[1]??0}`;return Date.parse(t)-Date.parse(e)+o(t)-o(e)}function qe(e){if(e<1e3)return`${Number(e.toFixed(e<10?1:0))} ms`;if(e<59950)return`${Number((e/1e3).toFixed(1))} s`;let t=Math.round(e/1e3),o=(s,i,c,u)=>c?`${M(s)} ${i} ${c} ${u}`:`${M(s)} ${i}`;if(t<3600)return o(Math.floor(t/60),"min",t%60,"s");let n=Math.round(t/60);if(n<1440)return o(Math.floor(n/60),"h",n%60,"min");let r=Math.round(n/60);return o(Math.floor(r/24),"d",r%24,"h")}var xt,Hi,dn,Pi,Ff,Ui,Bi,Wi,Bf,M,St,Vt,ae=v(()=>{"use strict";xt="en-GB",Hi=(e,t)=>new Intl.DateTimeFormat(xt,{...t,...e==="utc"?{timeZone:"UTC"}:{}}),dn={},Pi={day:"2-digit",month:"short",year:"numeric"},Ff={hour:"2-digit",minute:"2-digit",second:"2-digit"},Ui=(e,t)=>Number.isNaN(Date.parse(t))?String(t):e.format(new Date(t));Bi=e=>e==="utc"?"UTC":new Intl.DateTimeFormat().resolvedOptions().timeZone,Wi=new Intl.NumberFormat(xt),Bf=new Intl.NumberFormat(xt,{style:"percent",maximumFractionDigits:1}),M=e=>Wi.format(e),St=e=>Bf.format(e);Vt=e=>`${e.slice(0,8)}\u2026${e.slice(-4)}`});var Er,qi=v(()=>{"use strict";Er={"app.name":"Job ledger","app.skip":"Skip to the content","app.updated":"The page has been updated on the server.","app.notLoaded":"The page could not be loaded: the server cannot be reached.","app.broken":"This page cannot be shown","app.failed":"Something failed: {why}","app.reload":"Load it again","app.again":"Try again","app.retrying":"Trying again by itself.","app.offline":"The server cannot be reached. What is shown may be out of date.","app.loading":"Loading\u2026","app.close":"Close","app.cancel":"Cancel","app.remove":"Remove {what}","app.copied":"Copied {what}","app.notCopied":"The browser did not allow copying. The text is {what}","app.copy":"Copy {what}","app.more":"More","app.none":"none","app.notFound":"There is no such page","app.notFoundHint":"The address may be incomplete.","app.toJobs":"To the jobs","app.footer":"{ledger} \xB7 version {version}","app.api":"API","nav.label":"Pages","nav.jobs":"Jobs","nav.setAction":"Set Action","nav.overview":"Overview","nav.help":"Help","nav.admin":"Users","user.menu":"{user}, {role}","user.account":"Account","user.signOut":"Sign out","user.signedOut":"You are signed out.","user.notSignedOut":"You are still signed in. {why}","zone.local":"Local time","zone.utc":"UTC","zone.switch":"Times are in {zone}. Show them in {other}","theme.system":"Theme: system","theme.light":"Theme: light","theme.dark":"Theme: dark","status.IN_PROGRESS":"In progress","status.SUCCESS":"Success","status.FAILED":"Failed","status.UNCONFIRMED":"Unconfirmed","cause.answered":"answered","cause.unreadable_answer":"unreadable answer","cause.inconclusive_answer":"inconclusive answer","cause.timed_out":"timed out","cause.connection_lost":"connection lost","cause.never_sent":"never sent","cause.withheld":"withheld","cause.interrupted":"interrupted","cause.reported":"reported","cause.imported":"imported","source.gateway":"Set Action","source.api":"API","source.import":"Import","source.embedded":"Program","fact.job_id":"Job ID","fact.status":"Status","fact.user_id":"User","fact.submitted_by":"Submitted by","fact.action_name":"Action","fact.action_code":"Action code","fact.customer_count":"Customers","fact.source":"Source","fact.created_at":"Created","fact.updated_at":"Updated","fact.http_status":"HTTP status","fact.batch_id":"Batch","fact.cluster_url":"Upstream URL","fact.retry_of":"Retry of","role.operator":"operator","role.auditor":"auditor","role.admin":"admin","kind.job_created":"Created","kind.job_imported":"Imported","kind.status_changed":"Status changed","kind.note_added":"Note","problem.fault":"The page failed","problem.network":"The server cannot be reached","problem.networkHint":"Check the connection.","problem.401":"You are signed out","problem.403":"You may not see or do this","problem.404":"There is nothing here","problem.404Hint":"It does not exist, or belongs to somebody else.","problem.429":"Too many requests","problem.waitHint":{one:"Wait {n} second.",other:"Wait {n} seconds."},"problem.503":"The server is busy","problem.maybeRecorded":"Something may have been recorded. Look it up before you send it again.","signIn.title":"Sign in","signIn.password":"Password","signIn.user":"User","signIn.token":"Token","signIn.how":"Sign in with","signIn.withPassword":"User and password","signIn.withToken":"Token","signIn.tokenHint":"The admin token that the first start printed, or one of your own.","signIn.submit":"Sign in","signIn.wrong":"The user or the password is not right.","signIn.wrongToken":"The server does not know this token.","signIn.ended":"Your session has ended","signIn.endedHint":"Sign in again as {user}. What you typed is still there.","landing.title":"Every job on record","landing.what":"This server keeps an append-only record of every job that operators and services run: who asked for what, for which customers, and how it ended for each of them. Nothing is ever changed or removed, and anyone can check that.","landing.size":{one:"One entry so far.",other:"{n} entries so far."},"landing.ledger":"Ledger","landing.help":"How the proof works","landing.docs":"The API","landing.checkpoint":"The newest checkpoint","jobs.title":"Jobs","jobs.notes":{one:"{n} note",other:"{n} notes"},"jobs.user":"User","jobs.action":"Action","jobs.customers":"Customers","jobs.customersUnit":{one:"customer",other:"customers"},"jobs.status":"Status","jobs.date":"Date","jobs.id":"Job ID","jobs.retry":"retry","jobs.fresh":{one:"{n} new job",other:"{n} new jobs"},"jobs.freshMany":"More than {n} new jobs","jobs.download":"Download","jobs.csvExcel":"CSV for Excel","jobs.end":{one:"That is all: {n} job.",other:"That is all: {n} jobs."},"jobs.noMatch":"No job matches","jobs.empty":"No jobs have been recorded yet","jobs.emptyAction":"Run a Set Action","jobs.emptyDocs":"Or record jobs by the API","jobs.older":"Show older jobs","jobs.olderShown":"These are older jobs.","jobs.newest":"To the newest","search.label":"Search by job ID, customer, user or action","search.placeholder":"Job ID, customer, user or action","search.suggestions":"What this may be","search.job":"Job","search.prefix":"All jobs whose ID begins with","search.customer":"Customer","search.user":"Jobs of user","search.action":"Jobs with action","filter.all":"Filters","filter.chosen":"Chosen filters","filter.clear":"Clear filters","filter.add":"Add","filter.status":"Status","filter.cause":"Cause","filter.action_name":"Action","filter.user_id":"User","filter.cid":"Customer","filter.batch_id":"Batch","filter.source":"Source","filter.job_id":"Job ID begins with","filter.retry_of":"Retry of","filter.since":"From","filter.until":"Before","filter.within":"Date","filter.date":"Date","filter.from":"First day","filter.to":"Last day","filter.days":{one:"the last day",other:"the last {n} days"},"filter.hours":{one:"the last hour",other:"the last {n} hours"},"views.title":"Views","views.name":"Name of this view","views.save":"Save","views.saved":"Saved {name}","views.hint":"Choose filters, then save them here as a view.","keys.title":"Keys","keys.search":"Search","keys.down":"To the next job","keys.up":"To the job before","keys.open":"Open the job","keys.escape":"Close what is open","keys.help":"Show these keys","job.title":"Job","job.customers":{one:"{n} customer",other:"{n} customers"},"job.submitted":"Submitted by {user}","job.submittedFor":"Submitted by {by} for {user}","job.running":"running for {time}","job.took":"took {time}","job.now":"The status is now: {status}","job.facts":"Facts","job.actions":"Actions","job.timeline":"What was recorded","job.earlier":{one:"Show {n} earlier entry",other:"Show {n} earlier entries"},"job.by":"by {user}","job.later":"{time} later","job.named":{one:"names {n} customer",other:"names {n} customers"},"job.answer":"Answer","job.receipt":"Receipt","job.leaf":"Leaf","job.proved":"entry #{index}, proved","job.notProved":"entry #{index}, NOT PROVED","job.allProved":{one:"{n} entry proved, of {size} in the ledger",other:"{n} entries proved, of {size} in the ledger"},"job.noneProved":"NOT PROVED","job.alarm":"This job is not shown as it was recorded","job.alarmHint":"Something on this page was changed after it was recorded, or left out. Rely on nothing here. Download what the server sent, and give it to the people who run the ledger.","job.malformed":"The server's answer is not what a job looks like. Nothing of it is shown.","job.entryWrong":"entry {index}: {why}","job.stale":"the facts are older than the entries","job.countsWrong":"the counts of outcomes are not those of the entries","job.checkLists":{one:"Check the list of {n} customer",other:"Check the list of {n} customers"},"job.checking":"Checking\u2026","job.listsProved":{one:"list of {n} customer, proved",other:"list of {n} customers, proved"},"job.unconnected":"not proved yet: not compared with what this browser remembers","job.notYet":"entry #{index}, not proved yet","job.listsWrong":"these lists are NOT PROVED","job.rowWrong":"an outcome is not the one that was recorded","job.outcomes":{one:"Outcome for {n} customer",other:"Outcomes for {n} customers"},"job.statuses":"Outcomes to show","job.allStatuses":"All","job.search":"Customer or message","job.customer":"Customer","job.status":"Status","job.message":"Message","job.ofTheJob":"as the job","job.ofEntry":"from entry #{index}","job.rows":{one:"{n} customer shown",other:"{n} customers shown"},"job.noRows":"No customer matches","job.copyCustomers":"Copy customers","job.copiedCustomers":{one:"Copied {n} customer",other:"Copied {n} customers"},"job.payload":"Payload","job.payloadProved":"is the payload that was recorded, proved","job.payloadWrong":"the payload is NOT PROVED","job.copyText":"Copy","job.downloadText":"Download","job.related":"Related jobs","job.retryOf":"Tries again","job.retries":"Tried again by","job.batch":"Same batch","job.overlaps":"Same action, same customers, at about the same time","job.inCommon":{one:"{n} in common",other:"{n} in common"},"job.evidence":"Evidence","job.curl":"Copy as curl","job.curlRefused":"No command was copied: the payload that the server sent is not proved to be the recorded one, or is no JSON.","job.curlCopied":"the command. Set TOKEN and UPSTREAM_TOKEN before you run it.","job.sending":"Sending\u2026","job.retry":"Try again","job.retryWhom":"For whom","job.retryFailed":{one:"The {n} that failed",other:"The {n} that failed"},"job.retryAll":{one:"All {n}",other:"All {n}"},"job.retryUnconfirmed":"Nobody knows whether the upstream acted on this job. Look there first: it may do it twice.","job.retrySend":{one:"Send {action} to {n} customer",other:"Send {action} to {n} customers"},"job.token":"Token for the upstream","job.tokenHint":"It is sent once, and not kept.","job.url":"Another URL","job.urlHint":"Leave it empty to use the recorded one.","job.members":"Members of the payload to give again","job.membersHint":'A JSON object, such as {"pin": "\u2026"}.',"job.membersWrong":"This is not a JSON object.","job.settle":"Settle","job.settleHint":"Nobody knows whether the upstream acted. Look there, then record what you found. It is added to what was recorded, under your name.","job.settleAs":"It ended as","job.reason":"Reason","job.reasonHint":"How you know.","job.settleSend":"Record it","job.settled":"Recorded how the job ended.","job.note":"Add a note","job.noteText":"Note","job.noteHint":"{n} of {most} bytes. A note cannot be changed or removed.","job.noteLong":"The note is too long.","job.noteSend":"Add the note","job.noted":"The note is recorded.","job.compare":"Compare","job.compareWith":"ID of another job, or its beginning","job.compareSend":"Compare","job.compareNone":"There is no other job whose ID begins so.","compare.title":"Two jobs compared","compare.a":"The first","compare.b":"The second","compare.differs":"differs","compare.customers":"Customers","compare.only_a":"Only in the first","compare.only_b":"Only in the second","compare.both":"In both","json.all":"Show all {n} characters","proof.first":{one:"From now on this browser remembers the ledger ({n} entry)",other:"From now on this browser remembers the ledger ({n} entries)"},"proof.same":{one:"Nothing has been removed or changed since your last visit ({n} entry)",other:"Nothing has been removed or changed since your last visit ({n} entries)"},"proof.grown":"Nothing has been removed or changed since your last visit ({from} \u2192 {to} entries)","proof.unchecked":"Not compared with your last visit: the server did not give the proof","proof.alarm":"ALARM: see above","proof.entries":{one:"{n} entry",other:"{n} entries"},"proof.alarm.key":"The key of this ledger has changed","proof.alarm.keyHint":"A server with another key can show another ledger. Compare the new key with one that you have from somebody you trust. If nobody told you of a change, rely on nothing here.","proof.alarm.signature":"The ledger is not signed with its key","proof.alarm.signatureHint":"The signature of the newest checkpoint is not genuine. Rely on nothing here. Download what the server sent, and give it to the people who run the ledger.","proof.alarm.shrunk":"Entries have been removed: the ledger had {from}, and has {to}","proof.alarm.shrunkHint":"A ledger only grows. An older copy may have been put in its place, or its end was cut off. Download what was received, and give it to the people who run the ledger.","proof.alarm.forked":"Entries have been changed or removed since your last visit","proof.alarm.forkedHint":"The {from} entries that were signed then are not among those that the server signs now. Download what was received, and give it to the people who run the ledger.","proof.alarm.refused":"The server refuses the proof that nothing was removed or changed","proof.alarm.refusedHint":"It shows a larger ledger than the {from} entries that this browser remembers, and does not prove that they are still in it. The browser asks again. Until then, nothing here is shown as proved.","proof.alarm.withheld":"The server goes on refusing the proof that nothing was removed or changed","proof.alarm.withheldHint":"It signed a larger ledger than the {from} entries that this browser remembers. A ledger that has only grown can prove that. Rely on nothing here. Download what was received, and give it to the person who is responsible for the ledger.","proof.alarm.malformed":"The server answered with something that is no proof","proof.alarm.malformedHint":"The ledger could not be compared with what this browser remembers. Download what was received, and give it to the person who is responsible for the ledger.","proof.alarm.damaged":"What this browser remembered of the ledger is damaged","proof.alarm.damagedHint":"It cannot be compared with what the server shows, so a change would not be noticed. Nothing was replaced. Download what there is, then accept what the server shows now, best after you compared the key.","proof.unresolved":"This alarm of {at} has not been accepted yet.","proof.dismiss":"End this alarm","proof.dismissHint":"Download what was received first: it is the only proof. What this browser remembers of the ledger stays as it is.","proof.pinned":"This browser expects the key {key}, which you entered.","proof.pin":"Verifier key that you have from elsewhere","proof.pinHint":"One line: the name of the ledger, and two parts after a + each.","proof.pinWrong":"This is no verifier key.","proof.pinDo":"Expect this key","proof.pinDone":"The key is remembered. If the server has another one, that is an alarm.","proof.download":"Download what was received","proof.whatToDo":"What this means","proof.accept":"Accept the new state","proof.acceptTitle":"Forget what this browser remembers?","proof.acceptHint":"Download what was received first: it is the only proof of the change. Then this browser remembers what the server shows now, and compares with that from now on.","proof.before":"Before","proof.now":"Now","customer.title":"Customer {cid}","customer.titleNone":"A customer","customer.lookUp":"Look up a customer","customer.show":"Show","customer.setAction":"Run an action","customer.inJobs":"In the list of jobs","customer.none":"Nothing was ever done to this customer","customer.noneHint":"Customers are compared character by character, and operators see their own jobs only.","customer.count":{one:"{n} job",other:"{n} jobs"},"customer.countMore":{other:"The newest {n} jobs"},"customer.when":"When","customer.action":"Action","customer.outcome":"For this customer","customer.job":"The whole job","customer.user":"User","customer.id":"Job ID","customer.asJob":"as the job","customer.submittedBy":"submitted by {user}","customer.older":"Show older","customer.newer":"Show newer","customer.fresh":{one:"{n} new",other:"{n} new"},"setAction.title":"Set Action","setAction.auditor":"Auditors see every job, and run none","setAction.auditorHint":"Ask an admin for the role of an operator.","setAction.noUpstream":"This server may call no upstream","setAction.noUpstreamHint":"The operator of the server allows one with --upstream.","setAction.what":"What is done","setAction.action":"Action","setAction.choose":"Choose\u2026","setAction.other":"Another\u2026","setAction.otherName":"Name of the action","setAction.upstream":"Upstream","setAction.path":"Path","setAction.sendsTo":"Sent to {url}","setAction.token":"The upstream's token","setAction.tokenHint":"Sent with the request, never recorded, and forgotten afterwards.","setAction.batch":"Batch (optional)","setAction.batchHint":"A label that jobs have in common.","setAction.customers":"Customers","setAction.paste":"One a line, or separated by commas, semicolons or tabs; or a table","setAction.file":"Choose a file","setAction.drop":"or drop one here (CSV or text).","setAction.pasted":"Pasted text","setAction.clear":"Remove","setAction.separated":"Separated by","setAction.lines":"Lines","setAction.comma":"Commas","setAction.semicolon":"Semicolons","setAction.tab":"Tabs","setAction.any":"Commas, semicolons or tabs","setAction.column":"Column with the customers","setAction.columnOf":"{name} ({samples}, \u2026)","setAction.columnNo":"Column {n}","setAction.every":"Every value is a customer","setAction.header":"The first line names the columns","setAction.unclosed":"The quote in line {line} is never closed. It was read as a character of the value.","setAction.find":"Find in the list","setAction.found":{one:"{n} found",other:"{n} found"},"setAction.list":"The customers, line by line","setAction.kind.all":"All","setAction.kind.good":"Good","setAction.kind.duplicate":"Duplicates","setAction.kind.blank":"Blank","setAction.kind.spaces":"Spaces at an end","setAction.kind.invalid":"Invalid","setAction.trim":{one:"Trim the spaces of {n}",other:"Trim the spaces of {n}"},"setAction.remove":{one:"Remove the one that is marked",other:"Remove the {n} that are marked"},"setAction.removed":{one:"{n} was left out.",other:"{n} were left out."},"setAction.trimmed":"Spaces at the ends were trimmed.","setAction.undo":"Undo","setAction.line":"line {line}","setAction.sameAs":"same as line {line}","setAction.isBlank":"blank","setAction.spaces":"spaces at an end","setAction.count":{one:"{n} customer",other:"{n} customers"},"setAction.review":"Review and send","setAction.missing":"Choose an action and an upstream.","setAction.why.reading":"The customers are being read.","setAction.why.invalid":"Some customers are marked. Put them right or remove them.","setAction.why.column":"Choose the column with the customers.","setAction.why.none":"There are no customers yet.","setAction.why.many":"A job has at most {most} customers.","setAction.confirm":{one:"Run {action} for one customer?",other:"Run {action} for {n} customers?"},"setAction.noToken":"none given","setAction.isGiven":"given","setAction.leftOut":{one:"{n} repeated, blank or removed line is left out.",other:"{n} repeated, blank or removed lines are left out."},"setAction.noOverlap":{one:"No job of the last second did the same to any of them.",other:"No job of the last {n} seconds did the same to any of them."},"setAction.overlap":{one:"Another job has just done the same to some of them",other:"{n} other jobs have just done the same to some of them"},"setAction.overlapJob":{one:"one customer in common",other:"{n} customers in common"},"setAction.incomplete":"Not all recent jobs could be compared.","setAction.refuses":"The server refuses that. Wait, or look at those jobs first.","setAction.lookAgain":"Look again","setAction.send":"Send","setAction.sending":"Sending\u2026","setAction.sent":"Sent as job {id}","setAction.sentTitle":"Sent","setAction.sentWhat":{one:"{action} for one customer",other:"{action} for {n} customers"},"setAction.open":"Open the job","setAction.notFound":{one:"It is not the one entry that the ledger has. What is not recorded is not sent.",other:"It is none of the {n} entries that the ledger has. What is not recorded is not sent."},"setAction.unknown":"It is not known yet whether this was recorded. Do not send it again before that.","setAction.seeking":"Looking for its job\u2026","csv.workbook":"This is a workbook. Save it as CSV and choose that file.","csv.encoding":"This file is not in UTF-8 or UTF-16. Save it as CSV in UTF-8.","csv.binary":"This is not a text file.","csv.large":"This file is larger than {size}.","name.empty":"must not be empty","name.long":"{n} bytes long; at most {most} are allowed","name.control":"has a control character, such as a tab","name.ends":"begins or ends with a space","name.unseen":"has {code}, which cannot be seen","overview.title":"Overview","overview.span":"The last","overview.days":"{n} days","overview.own":"Of your own jobs.","overview.empty":"There are no jobs yet","overview.emptyHint":"What jobs there are by day, by action and by user is drawn here.","overview.jobs":{one:"{n} job",other:"{n} jobs"},"overview.all":"Jobs in all","overview.inSpan":"In the last {n} days","overview.rateInSpan":"Failed, in the last {n} days","overview.inProgress":"In progress","overview.unconfirmed":"Unconfirmed","overview.total":"Jobs","overview.ended":"Ended","overview.day":"Day (UTC)","overview.action":"Action","overview.user":"User","overview.others":"all others","overview.byDay":"Jobs per day","overview.byDayHint":"By the day of their creation in UTC, and by the status that they have now.","overview.byDayTable":"Jobs of {n} days, by day and status","overview.byDayLabel":"Stacked bars: jobs per day by status, {from} to {to}. The most on a day are {most}.","overview.rate":"Failure rate","overview.rateHint":"Failed jobs of a day, as a share of its jobs that have ended: success, failed and unconfirmed.","overview.rateTable":"Failure rate of {n} days","overview.rateLabel":"Bars: failure rate per day, {from} to {to}. The highest is {most}.","overview.noneEnded":"no job has ended","overview.byAction":"By action","overview.byUser":"By user","overview.byValueHint":"Of all time.","overview.byActionTable":"Jobs by action and status, of all time","overview.byUserTable":"Jobs by user and status, of all time","overview.byActionLabel":"Stacked bars: jobs by action and status. {names}","overview.byUserLabel":"Stacked bars: jobs by user and status. {names}","overview.durations":"How long jobs took","overview.durationsHint":{one:"From creation to the newest status, of the one job that ended as success or failed.",other:"From creation to the newest status, of the newest {n} jobs that ended as success or failed. Those that were never sent are left out. A job that was unconfirmed at first counts until it was settled."},"overview.durationsTable":"How long the newest {n} jobs took","overview.durationsLabel":"Bars: how long the newest {n} jobs took. The median is {median}, the 95th percentile {high}.","overview.took":"Took","overview.below":"< {to}","overview.atLeast":"\u2265 {from}","overview.endedBy":"Ended by","overview.median":"Median","overview.p95":"95th percentile","overview.by.all":"all","overview.by.answered":"the upstream's answer","overview.by.reported":"a report","overview.by.imported":"an import","chart.table":"Show as a table","health.title":"The ledger's health","health.state":"State","health.ready":"Takes entries and answers","health.notReady":"Takes no entries","health.size":"Size","health.entries":{one:"{n} entry",other:"{n} entries"},"health.checkpoint":"Newest checkpoint","health.checkpointOf":{one:"{n} entry, signed; root",other:"{n} entries, signed; root"},"health.download":"Download","health.key":"Verifier key","health.seen":"This browser","health.seenSize":{one:"last checked at one entry: rightly signed, and nothing missing that it saw before",other:"last checked at {n} entries: rightly signed, and nothing missing that it saw before"},"health.notSeen":"has checked nothing yet","health.how":"Everything is verified, entry by entry, by an auditor who runs","health.command":"the command","health.howHint":"With a token of yours in JOBS_TOKEN, and in verifier.key the verifier key as you got it from somebody you trust. The server keeps no record of that.","health.howOperator":"This takes the token of an auditor or admin. The server keeps no record of that.","account.title":"Account","account.who":"Who you are here","account.by":"Signed in by","account.by.session":"a session","account.by.token":"a token","account.by.proxy":"a proxy, which vouches for you","account.by.jwt":"a JWT of your organisation's sign-in","account.ends":"Ends","account.endsHint":"unless you use it again, and 12 hours after it began in any case","account.may.operator":"runs actions, and sees their own jobs","account.may.auditor":"sees everything, and changes nothing","account.may.admin":"sees and does everything","password.title":"Password","password.current":"Current password","password.new":"New password","password.rules":"12 characters or more, at least 5 of them different. Not the user's name, not one text repeated, and none of the passwords that are tried first.","password.show":"Show it","password.change":"Change the password","password.changed":"The password is changed. Your other sessions have ended.","password.ends":"All your other sessions end at once. Your tokens stay.","password.none.session":"You have no password here. An admin can give you one.","password.none.token":"You have no password here. An admin can give you one.","password.none.proxy":"You have no password here: a proxy signs you in. Change your password where you signed in there.","password.none.jwt":"You have no password here: your organisation's sign-in vouches for you. Change your password there.","sessions.title":"Sessions","sessions.hint":"Where you are signed in. The server knows the sessions that were used since it started,","sessions.browser":"Browser","sessions.address":"Address","sessions.used":"Last used","sessions.begun":"Begun","sessions.by.password":"with a password","sessions.by.token":"with a token","sessions.this":"this one","sessions.unknown":"unknown","sessions.end":"End","sessions.endOne":"End the session in {browser}","sessions.endOthers":"End all other sessions","sessions.endTitle":"End this session?","sessions.endOthersTitle":"End all sessions but this one?","sessions.endHint":"Its browser is signed out within a second. What is in flight there is broken off, except for a Set Action that was recorded.","sessions.endOthersHint":"All other browsers are signed out within a second, also those that are not in the list. Tokens stay.","sessions.ended":"The session has ended.","sessions.othersEnded":"All your other sessions have ended.","tokens.title":"Tokens","tokens.hint":"Programs sign in with them. A token may do what you may do.","tokens.unlisted":"You are signed in by a JWT and not listed on this server, so you cannot make tokens. An admin can give you one.","tokens.empty":"There are no tokens","tokens.name":"Name","tokens.nameHint":"What it is for, such as the program that uses it. A name is never used again.","tokens.made":"Made","tokens.used":"Last used","tokens.unused":"never","tokens.ends":"Ends","tokens.noEnd":"no end","tokens.expired":"expired","tokens.user_disabled":"the user is disabled","tokens.revoked":"revoked","tokens.others":{one:"{n} token that no longer works",other:"{n} tokens that no longer work"},"tokens.new":"New token","tokens.make":"Make the token","tokens.lastDay":"Last day","tokens.lastDayHint":"Without one, it works until it is revoked.","tokens.madeTitle":"The new token","tokens.once":"It is shown only now. Store it where only the program can read it. A program that has it may do what its user may do.","tokens.token":"Token","tokens.theToken":"the token","tokens.stored":"I have stored it","tokens.revoke":"Revoke","tokens.revokeOne":"Revoke {name}","tokens.revokeHint":"Programs that use this token of {user} are refused within a second. This cannot be taken back, and the name stays taken.","tokens.revokeCurrent":"You are signed in by this token.","tokens.revokedNow":"{name} is revoked.","admin.title":"Users and tokens","admin.only":"Only admins see this page.","admin.users":"Users","admin.user":"User","admin.role":"Role","admin.signIn":"Signs in","admin.hasPassword":"with a password","admin.hasNone":"without a password","admin.disabled":"disabled","admin.search":"Search","admin.noUser":"No user has this in the name","admin.add":"Add a user","admin.added":"{user} is added.","admin.name":"Name","admin.nameHint":"As it will be recorded with each job. It cannot be changed.","admin.password":"Password (optional)","admin.passwordHint":"Without one, the user signs in by a token, a proxy or a JWT.","admin.change":"Change","admin.changeOne":"Change {user}","admin.setRole":"Set the role","admin.roleHint":"If it takes rights away, the user's sessions and streams end within a second.","admin.self":"This is you. Another admin can change your role or disable you. Your password is changed at","admin.since":"Added","admin.roleSet":"{user} has the new role.","admin.setPassword":"Set the password","admin.setPasswordHint":"The user's sessions end at once. Tokens stay.","admin.passwordSet":"{user} has the new password.","admin.disable":"Disable","admin.disableOne":"Disable {user}","admin.disableHint":"The user's tokens, sessions and JWTs stop working within a second. Jobs and entries stay. The user can be enabled again.","admin.disabledNow":"{user} is disabled.","admin.enable":"Enable","admin.enableOne":"Enable {user}","admin.enableHint":"It takes a new password, so that earlier sessions do not go on. Tokens that are not revoked work again.","admin.enableHintNone":"Tokens that are not revoked work again. A password is optional.","admin.enabledNow":"{user} is enabled.","admin.tokenUserHint":"A listed user, or a new name for a program that is not listed.","admin.tokenRoleHint":"The user is not listed, so the token has a role.","help.title":"Help","help.proof.title":"What \u201Cproved\u201D means","help.proof.lead":"This ledger keeps every entry for ever. You need not take its word for that: your browser checks it, each time.","help.proof.means":"What is proved","help.proof.meansText":`Every entry has a fingerprint: a number that changes if a single letter of the entry changes. All fingerprints together have one fingerprint, and the ledger signs it with a key that only it has. This signed fingerprint is a checkpoint.
\u201CEntry #12, proved\u201D says: your browser computed the fingerprint of entry 12 from what you see on the page, and found that it is one of those in the signed checkpoint. Had anybody changed the user, the time, the status or a message after it was recorded, even in the database itself, it would not fit.`,"help.proof.when":"What is checked, and when","help.proof.whenText":`When you open a job: each of its entries, that they follow each other, and that the facts on the page are those of the entries.
The lists of customers and outcomes: by itself if there are up to 1,000, else when you press the button. The payload: when you open it.
A job is only called proved when its checkpoint was compared with what this browser remembers. At each visit, and every few minutes: that the ledger still has everything that it had when this browser last saw it, unchanged and in the same order.
Lists of jobs, comparisons and statistics are not checked in the browser.`,"help.proof.not":"What is not proved","help.proof.notText":"That what somebody reported is true. That the newest entry is shown: a server could hide what was recorded a moment ago. And that the key is the right one, if you have it from this server alone.","help.proof.alarm":"What an alarm means","help.proof.alarmText":`What the server shows is not what it recorded, or not what it showed before. Somebody may have changed the database, or restored an older copy of it; it can also be a mistake in operation, or a broken disk.
Do not rely on what is shown. Download the file that the alarm offers: it has what your browser remembered and what the server sent. Give it to the people who run the ledger, and to your auditor. Keep your browser's memory as it is: do not clear its data, and do not accept the new state until it is explained.
That the server cannot be reached is no alarm. If it is reached, shows a larger ledger and refuses the proof that the old entries are in it, there is a warning, and an alarm after a few tries. An alarm stays until you accept it, also when you load the page again.`,"help.proof.key":"The key","help.proof.keyText":"At your first visit, the browser remembers the key of the ledger. If the server later shows another one, that is an alarm. Compare the key once with one that you have from somebody you trust: it is at /log/key, and on the overview. If the key was changed on purpose, accept the new one with the button of the alarm.","help.proof.outside":"Checking it without this page","help.proof.outsideText":"A page comes from the server that it checks. If you do not trust the server at all, check with another program: download the evidence of a job, and run jobctl, or check.py, which is a second one by other means. Both need the verifier key, obtained elsewhere. Keep a checkpoint now and then: jobctl verify --against compares the whole ledger with it.","help.proof":"what this page checks by itself, and what it shows","help.statuses":"What the statuses mean","help.status.IN_PROGRESS":"The job is recorded, and nobody has said yet how it ended.","help.status.SUCCESS":"It was done for all its customers.","help.status.FAILED":"It was not done, or not for all its customers. The job's page says for whom it failed.","help.status.UNCONFIRMED":"Nobody knows whether the upstream acted. Look there first, and then record what you found. Do not simply send it again.","help.causes":"What a status is based on","help.causesHint":"Behind the status of a job is its cause, unless the upstream simply answered.","help.any":"Any status","help.cause.answered":"The upstream's whole answer was read, and says how the job ended.","help.cause.reported":"Somebody reported it: the service that ran the job, or a person who looked.","help.cause.never_sent":"The request provably never left. The upstream did nothing.","help.cause.withheld":"The request was not sent, because other jobs were for the same customers, or because that could not be checked.","help.cause.timed_out":"The request was sent, and no whole answer came in time.","help.cause.connection_lost":"The request was sent, and the connection broke before a whole answer came.","help.cause.unreadable_answer":"The upstream accepted the request, with an answer that cannot be read or does not say how the job ended.","help.cause.inconclusive_answer":"The code of the answer does not tell whether the upstream acted.","help.cause.interrupted":"The server stopped before the outcome of the call was recorded.","help.cause.imported":"Another system recorded it.","help.keysHint":"In the list of jobs.","help.more":"More","help.docs":"the same for programs, with all that this page can do","help.account":"your password, sessions and tokens","help.checkpoint":"how many entries there are, signed; keep one, and the ledger cannot be rewritten unnoticed","help.key":"checks the signatures; compare it with the one that you got from somebody you trust"}});function a(e,t={}){let o=Er[e],n=Number(t.n??0);return(typeof o=="string"?o:Wf.select(n)==="one"&&o.one||o.other).replace(/\{(\w+)\}/g,(s,i)=>{let c=t[i];return typeof c=="number"?M(c):c??s})}function z(e,t){let o=`${e}.${t}`;return o in Er?a(o):String(t).replaceAll("_"," ")}var Wf,I=v(()=>{"use strict";ae();qi();Wf=new Intl.PluralRules(xt)});function At(e){e&&e.parentNode&&e.remove()}function Yi(e,t,o){var n,r,s,i={},c=arguments.length;for(s in t)s=="key"?n=t[s]:s=="ref"&&typeof e!="function"?r=t[s]:i[s]=t[s];return c>2&&(i.children=c>3?Ir.call(arguments,2):o),_o(e,i,n,r,null)}function _o(e,t,o,n,r){var s={type:e,props:t,key:o,ref:n,__k:null,__:null,__b:0,__e:null,__c:null,constructor:xo,__v:r||++Ji,__i:-1,__u:0};return!r&&se.vnode&&se.vnode(s),s}function ko(e){return e.children}function vo(e,t){this.props=e,this.context=t,this.__g=0}function ct(e,t){if(t==null)return e.__&&ct(e.__,e.__i+1);for(var o;t<e.__k.length;t++)if((o=e.__k[t])&&o.__e)return o.__e;return typeof e.type!="function"||e.props.__P?null:ct(e)}function Jf(e){var t,o=e.__v,n=o.__e,r=[],s=[],i=e.__P;i&&((t=Tt({constructor:xo},o)).__v=o.__v+1,se.vnode&&se.vnode(t),Rr(i,t,o,e.__n,i.namespaceURI,32&o.__u?[n]:null,r,n||ct(o),32&o.__u,s),t.__v=o.__v,t.__.__k[t.__i]=t,oa(r,t,s),o.__=o.__e=null,t.__e!=n&&Xi(t))}function Xi(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),Xi(e)}function zi(e){(8&e.__g||(e.__g|=8,at.push(e),mn++))&&Or==se.debounceRendering||((Or=se.debounceRendering)||queueMicrotask)(Zi)}function Zi(){try{for(var e,t=1;at.length;)at.length>t&&at.sort(Ki),e=at.shift(),t=at.length,8&e.__g&&Jf(e)}finally{(mn=at.length)&&(Or||queueMicrotask)(Zi)}}function Qi(e,t,o,n,r,s,i,c,u,f,d){var h,m,p,$,g,w,b=n.__k||bn,x=t.length;for(u=Kf(o,t,b,u,x),h=0;h<x;h++)(p=o.__k[h])!=null&&(m=~p.__i&&b[p.__i]||$n,p.__i=h,w=Rr(e,p,m,r,s,i,c,u,f,d),$=p.__e,(m.ref!=p.ref||8&m.__u)&&(m.ref&&Dr(m.ref,null,p,m),p.ref&&d.push(p.ref,p.__c||$,p)),g=g||$,4&p.__u?(u=ea(p,u,e,!m.__v),m.__e&&(m.__e=null)):typeof p.type=="function"&&w!==void 0?u=w:$&&(u=$.nextSibling),p.__u&=-21);return o.__e=g,u}function Kf(e,t,o,n,r){var s,i,c,u,f,d,h,m,p,$=o.length,g=$,w=0,b=0,x=e.__k=Array(r);for(s=0;s<r;s++)(i=t[s])!=null&&typeof i!="boolean"&&typeof i!="function"?(typeof i!="object"||i.constructor===String?i=x[s]=_o(null,i):Lr(i)?i=x[s]=_o(ko,{children:i}):i.constructor===xo&&i.__b?i=x[s]=_o(i.type,i.props,i.key,i.ref,i.__v):x[s]=i,u=s+w,i.__=e,i.__b=e.__b+1,c=null,~(f=i.__i=Gf(i,o,u,g))&&(g--,(c=o[f])&&(c.__u|=2)),c&&c.__v?(i.__u|=16,f==u-1?w--:f==u+1?w++:f!=u&&(f>u?w--:w++,b=1)):(~f||(r>$?w--:r<$&&w++),typeof i.type!="function"&&(i.__u|=4))):x[s]=null;if(b){for(d=[],h=[],s=0;s<r;s++)if((i=x[s])&&16&i.__u){for(w=0,m=d.length;w<m;)d[p=w+m>>1]<i.__i?w=p+1:m=p;d[w]=i.__i,h[s]=w+1}for(w=d.length;s--;)h[s]&&(h[s]==w?w--:x[s].__u|=4)}if(g)for(s=0;s<$;s++)!(c=o[s])||2&c.__u||(c.__e==n&&(n=ct(c)),Mr(c,c));return n}function ea(e,t,o,n){var r,s,i,c;if(typeof e.type=="function"){if(e.props.__P)return t;if(r=e.__k)for(s=0;s<r.length;s++)r[s]&&(r[s].__=e,t=ea(r[s],t,o,!1));return t}for(t&&!t.parentNode&&(t=ct(e))&&!t.parentNode&&(t=null),i=e.__e,c=t;c&&c.nodeType==8;)c=c.nextSibling;for(i!=c&&(!n&&o.moveBefore&&i.parentNode?o.moveBefore(i,t):o.insertBefore(i,t||null)),t=i;(t=t&&t.nextSibling)&&t.nodeType==8&&!t.data.startsWith("$s"););return t}function Gf(e,t,o,n){var r,s=e.key,i=e.type,c=t[o],u=c&&!(2&c.__u);if(c===null&&s==null||u&&s==c.key&&i==c.type)return o;if(n>(u?1:0)){for(r=o-1;r>=0;r--)if((c=t[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r;for(r=o+1;r<t.length;r++)if((c=t[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r}return-1}function Vi(e,t,o){o==null&&(o=""),t[0]=="-"?e.setProperty(t,o):e[t]=o}function fn(e,t,o,n,r){var s,i;if(t=="style")if(typeof o=="string")e.style.cssText=o;else{if(typeof n=="string"&&(e.style.cssText=n=""),n)for(t in n)o&&t in o||Vi(e.style,t);if(o)for(t in o)n&&o[t]==n[t]||Vi(e.style,t,o[t])}else if(t[0]=="o"&&t[1]=="n")typeof o!="function"&&(o=null),typeof n!="function"&&(n=null),(e.__e||(e.__e={}))[t]=o,o&&n||(i=Cr[t]||(Cr[t]=Yf(t)),(e.__a||(e.__a={}))[t]=Nr,s=t!=(t=t.replace(Gi,"$1")),(t=t.slice(2))[0]<"a"&&(t=t.toLowerCase()),o?e.addEventListener(t,i,s):e.removeEventListener(t,i,s));else{if(r=="http://www.w3.org/2000/svg")t=t.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(t!="width"&&t!="height"&&t!="href"&&t!="list"&&t!="form"&&t!="tabIndex"&&t!="download"&&t!="rowSpan"&&t!="colSpan"&&t!="role"&&t!="popover"&&t in e)try{return void(e[t]=o??"")}catch{}if(typeof o=="function")return;o==null||o===!1&&t[4]!="-"?e.removeAttribute(t):e.setAttribute(t,t=="popover"&&o==1?"":o)}}function Yf(e){return function(t){var o=this.__e;if(o){if(o=o[e],t[pn]==null)t[pn]=Nr++;else if(t[pn]<this.__a[e])return;return o(se.event?se.event(t):t)}}}function Rr(e,t,o,n,r,s,i,c,u,f){var d,h,m,p,$,g,w,b,x,_,S,k,A,P,D,J,O,F,$e=t.type;if(t.constructor!==xo)return null;128&o.__u&&(u=32&o.__u,d=o.__c.__z)&&(t.__u|=u,h=s=[],d.nodeType==8?c=hn(d,s):s.push(d),c=s[0]||c),(d=se.__b)&&d(t);e:if(typeof $e=="function"){m=i.length;try{if(b=t.props,x=(d=$e.prototype)&&d.render,_=(d=$e.contextType)&&n[d.__c],S=d?_?_.props.value:d.__:n,(p=o.__c)?(t.__c=p,2&p.__g&&(p.__g|=1)):(x?t.__c=p=new $e(b,S):(t.__c=p=new vo(b,S),p.constructor=$e,p.render=Zf),_&&_.sub(p),p.state||(p.state={}),p.__n=n,p.__g|=8,p.__h=[],p.__k=[]),x&&(p.__s||(p.__s=p.state),$e.getDerivedStateFromProps&&(p.__s==p.state&&(p.__s=Tt({},p.__s)),Tt(p.__s,$e.getDerivedStateFromProps(b,p.__s)))),$=p.props,g=p.state,p.__v=t,o.__c){if(b!==$&&x&&!$e.getDerivedStateFromProps&&p.componentWillReceiveProps&&p.componentWillReceiveProps(b,S),t.__v==o.__v&&!(8&p.__g)||!(4&p.__g)&&p.shouldComponentUpdate&&p.shouldComponentUpdate(b,p.__s,S)===!1){t.__v!=o.__v&&(p.props=b,p.state=p.__s,p.__g&=-9),t.__e=o.__e,t.__k=o.__k,t.__k.some(function(_e){_e&&(_e.__=t)}),bn.push.apply(p.__h,p.__k),p.__k=[],p.__h.length&&i.push(p),c=ct(o);break e}p.componentWillUpdate&&p.componentWillUpdate(b,p.__s,S),x&&p.componentDidUpdate&&p.__h.push(function(){p.componentDidUpdate($,g,w)})}else x&&!$e.getDerivedStateFromProps&&p.componentWillMount&&p.componentWillMount(),x&&p.componentDidMount&&p.__h.push(p.componentDidMount);p.context=S,p.props=b,p.__P=e,p.__g&=-5,k=se.__r,A=x?25:0;do p.__g&=-9,k&&k(t),d=p.render(p.props,p.state=p.__s,p.context);while(8&p.__g&&++A<25);x&&(bn.push.apply(p.__h,p.__k),p.__k=[]),p.state=p.__s,p.getChildContext&&(n=Tt({},n,p.getChildContext())),x&&o.__c&&p.getSnapshotBeforeUpdate&&(w=p.getSnapshotBeforeUpdate($,g)),P=d&&d.type===ko&&d.key==null?d.props.children:d,b.__P&&(d=c,r=(e=b.__P).namespaceURI,u=s=null,o.props&&o.props.__P!=e&&(o.__k.some(function(_e){_e&&Mr(_e,_e)}),o.__k=null),c=o.__k?ct(o,0):null),c=Qi(e,Lr(P)?P:[P],t,o,n,r,s,i,c,u,f),b.__P&&(t.__e=null,c=d),t.__u&=-161,h&&h.some(At),p.__h.length&&i.push(p),1&p.__g&&(p.__g&=-4)}catch(_e){if(i.length=m,t.__v=null,u||s)if(_e&&_e.then){if(t.__u|=128|u,s){for(~(O=s.indexOf(c||void 0))||(O=s.length);(F=s[O-1])&&F.nodeType==8;)O--;for(;O<s.length;O++)if(F=s[O])if(s[O]=null,D){if(F==J)break}else{if(F.nodeType!=8)break;F.data.startsWith("$s")&&(J=hn(D=F))}}if(!D){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;D=c}(d=hn(D=t.__c.__z||(t.__c.__z=D)))?(t.__e=D,c=d):t.__e=c,c=c&&c.nextSibling}else s&&s.some(At);else t.__e=o.__e;t.__k||(t.__k=o.__k||[]),_e&&_e.then||ta(t),se.__e(_e,t,o)}}else c=t.__e=Xf(o.__e,t,o,n,r,s,i,u,f,e);return(d=se.diffed)&&d(t),c}function hn(e,t){if(e&&e.nodeType==8&&e.data.startsWith("$s"))for(var o=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith("$s"))o++;else if(e.data.startsWith("/$s")&&!--o)return e}t&&t.push(e)}}function ta(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(ta))}function oa(e,t,o){for(var n=0;n<o.length;)Dr(o[n++],o[n++],o[n++]);se.__c&&se.__c(t,e),e.some(function(r){try{e=r.__h,r.__h=[],e.some(function(s){s.call(r)})}catch(s){se.__e(s,r.__v)}})}function Xf(e,t,o,n,r,s,i,c,u,f){var d,h,m,p,$,g,w,b,x=o.props||$n,_=t.props,S=t.type;if(S=="svg"?r="http://www.w3.org/2000/svg":S=="math"?r="http://www.w3.org/1998/Math/MathML":r||(r="http://www.w3.org/1999/xhtml"),s){for(d=0;d<s.length;d++)if(($=s[d])&&(S?$.localName==S:$.nodeType==3)){e=$,s[d]=null;break}}if(!e){if(b=f.ownerDocument||document,!S)return b.createTextNode(_);e=b.createElementNS(r,S,_.is?_:f),c&&(se.__m&&se.__m(t,s),c=!1),s=null}if(S){if(f=S=="template"&&e.content||e,s=S=="textarea"&&_.defaultValue!=null?null:s&&Ir.call(f.childNodes),!c&&s)for(x={},d=0;d<e.attributes.length;d++)x[($=e.attributes[d]).name]=$.value;for(d in x)$=x[d],d=="dangerouslySetInnerHTML"?m=$:d=="children"||d in _||d=="value"&&"defaultValue"in _||d=="checked"&&"defaultChecked"in _||fn(e,d,null,$,r);for(d in _)$=_[d],d=="children"?p=$:d=="dangerouslySetInnerHTML"?h=$:d=="value"?g=$:d=="checked"?w=$:c&&typeof $!="function"||x[d]===$||fn(e,d,$,x[d],r);h?(c||m&&(h.__html==m.__html||h.__html==e.innerHTML)||(e.innerHTML=h.__html),t.__k=[]):(m&&(e.textContent=""),(S=="foreignObject"||r=="http://www.w3.org/1998/Math/MathML"&&Vf.test(S))&&(r="http://www.w3.org/1999/xhtml"),Qi(f,Lr(p)?p:[p],t,o,n,r,s,i,s?s[0]:o.__k&&ct(o,0),c,u),s&&s.some(At)),c&&S!="textarea"||(d="value",S=="progress"&&g==null?e.removeAttribute(d):g==null||g===e[d]&&(S!="progress"||g)||fn(e,d,g,x[d],r),d="checked",w!=null&&w!=e[d]&&fn(e,d,w,x[d],r))}else x===_||c&&e.data==_||(e.data=_);return e}function Dr(e,t,o,n){try{typeof e=="function"?t?t.__x=e(t)||1:n&&(n=n.__c||n.__e)&&(t=n.__x)&&(n.__x=null,typeof t=="function"?t():e(null)):e.current=t}catch(r){se.__e(r,o)}}function Mr(e,t,o){var n,r,s,i;if(se.unmount&&se.unmount(e),!(n=e.ref)||n.current&&n.current!=e.__e||Dr(n,null,t,e),n=e.__c){if(n.componentWillUnmount)try{n.componentWillUnmount()}catch(c){se.__e(c,t)}n.__P=n.__n=null}if(n=e.__k)for(i=0;i<n.length;i++)n[i]&&Mr(n[i],t,typeof e.type!="function"||o&&!e.props.__P);!o&&(n=e.__c)&&(n=n.__z)&&(r=hn(n,s=[]))&&(n==e.__e&&s.some(At),At(r),At(n)),o||At(e.__e),e.__e=e.__c=e.__=null}function Zf(e,t,o){return this.constructor(e,o)}function Hr(e,t){var o,n,r,s;se.__&&se.__(e,t),t.nodeType==9&&(t=t.documentElement),n=(o=e&&32&e.__u)?null:t.__k,t.__k=_o(ko,{children:[e]}),r=[],s=[],Rr(t,t.__k,n||$n,$n,t.namespaceURI,n?null:t.firstChild?Ir.call(t.childNodes):null,r,n?n.__e:t.firstChild,o,s),oa(r,t.__k,s),t.__k.props.children=null}var se,Ji,qf,at,Or,mn,Ki,pn,Gi,Nr,Cr,zf,xo,$n,bn,Vf,Lr,Ir,Tt,yn=v(()=>{"use strict";xo=Symbol.for("pv"),$n={},bn=[],Vf=/^m(i|n|o|s|text|space)$/,Lr=Array.isArray,Ir=bn.slice,Tt=Object.assign;se={__e:function(e,t,o,n){for(var r,s,i;t=t.__;)if((r=t.__c)&&!(1&r.__g)){r.__g|=4;try{if((i=(s=r.constructor)&&s.getDerivedStateFromError)&&r.setState(s.getDerivedStateFromError(e)),r.componentDidCatch&&(r.componentDidCatch(e,n||{}),i=1),i&&8&r.__g)return void(r.__g|=2)}catch(c){e=c}}throw mn=0,e}},Ji=0,qf=function(e){return e!=null&&e.constructor===xo},vo.prototype.setState=function(e,t){var o=this.__s;o&&o!=this.state||(o=this.__s=Tt({},this.state)),typeof e=="function"&&(e=e(Tt({},o),this.props)),e&&(Tt(o,e),this.__v&&(t&&this.__k.push(t),zi(this)))},vo.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),zi(this))},vo.prototype.render=ko,at=[],mn=0,Ki=function(e,t){return e.__v.__b-t.__v.__b},pn=Symbol(),Gi=/(PointerCapture)$|Capture$/i,Nr=0,Cr={},zf=0});function sa(e){var t=na.get(this);return t||(t=new Map,na.set(this,t)),(t=ra(this,t.get(e)||(t.set(e,t=(function(o){for(var n,r,s=1,i="",c="",u=[0],f=function(m){s===1&&(m||(i=i.replace(/^\s*\n\s*|\s*\n\s*$/g,"")))?u.push(0,m,i):s===3&&(m||i)?(u.push(3,m,i),s=2):s===2&&i==="..."&&m?u.push(4,m,0):s===2&&i&&!m?u.push(5,0,!0,i):s>=5&&((i||!m&&s===5)&&(u.push(s,0,i,r),s=6),m&&(u.push(s,m,0,r),s=6)),i=""},d=0;d<o.length;d++){d&&(s===1&&f(),f(d));for(var h=0;h<o[d].length;h++)n=o[d][h],s===1?n==="<"?(f(),u=[u],s=3):i+=n:s===4?i==="--"&&n===">"?(s=1,i=""):i=n+i[0]:c?n===c?c="":i+=n:n==='"'||n==="'"?c=n:n===">"?(f(),s=1):s&&(n==="="?(s=5,r=i,i=""):n==="/"&&(s<5||o[d][h+1]===">")?(f(),s===3&&(u=u[0]),s=u,(u=u[0]).push(2,0,s),s=0):n===" "||n==="	"||n===`
`||n==="\r"?(f(),s=2):i+=n),s===3&&i==="!--"&&(s=4,u=u[0])}return f(),u})(e)),t),arguments,[])).length>1?t:t[0]}var ra,na,ia=v(()=>{"use strict";ra=function(e,t,o,n){var r;t[0]=0;for(var s=1;s<t.length;s++){var i=t[s++],c=t[s]?(t[0]|=i?1:2,o[t[s++]]):t[++s];i===3?n[0]=c:i===4?n[1]=Object.assign(n[1]||{},c):i===5?(n[1]=n[1]||{})[t[++s]]=c:i===6?n[1][t[++s]]+=c+"":i?(r=e.apply(c,ra(e,c,o,["",null])),n.push(r),c[0]?t[0]|=2:(t[s-2]=0,t[s]=r)):n.push(c)}return n},na=new Map});function Jt(e,t){he.__h&&he.__h(ce,e,Ao||t),Ao=0;var o=ce.__H||(ce.__H={__:[],__h:[]});return e>=o.__.length&&o.__.push({}),o.__[e]}function y(e){return Ao=1,ba(ya,e)}function ba(e,t,o){var n=Jt(lt++,2);if(n.t=e,!n.__c&&(n.__=[o?o(t):ya(void 0,t),function(s){var i=(n.__N||n.__)[0],c=n.t(i,s);Ur(i,c)||(n.__N=[c,n.__[1]],n.__c.setState({}))}],n.__c=ce,!ce.__f)){ce.__f=!0;var r=ce.shouldComponentUpdate;ce.shouldComponentUpdate=function(s,i,c){var u=this.__H;if(!u)return!0;var f=!1,d=this.props!=s;if(u.__.some(function(m){m.__N&&(f=!0,Ur(m.__[0],m.__N[0])||(d=!0))}),r){var h=r.call(this,s,i,c);return f?h||d:h}return!f||d}}return n.__}function j(e,t){var o=Jt(lt++,3);!he.__s&&zr(o.__H,t)&&(o.__P=!0,o.__=e,o.u=t,ce.__H.__h.push(o))}function ut(e,t){var o=Jt(lt++,4);!he.__s&&zr(o.__H,t)&&(o.__P=!1,o.__=e,o.u=t,ce.__h.push(o))}function U(e){return Ao=5,fe(function(){return{current:e}},[])}function fe(e,t){var o=Jt(lt++,7);return zr(o.__H,t)&&(o.__=e(),o.__H=t),o.__}function Wr(e,t){return Ao=8,fe(function(){return e},t)}function qr(e){var t=Jt(lt++,10),o=y();return t.__=e,ce.componentDidCatch||(ce.componentDidCatch=function(n,r){t.__&&t.__(n,r),o[1](n)}),[o[0],function(){return o[1]()}]}function dt(){var e=Jt(lt++,11);if(!e.__){for(var t=ce.__v;!t.__m&&t.__;)t=t.__;var o=t.__m||(t.__m=[0,0]);e.__="P"+o[0]+"-"+o[1]++}return e.__}function Qf(){var e;do{for(;e=Fr.shift();)try{So(e)}catch(o){he.__e(o,{__:(e=e.__P)&&e.__v})}for(;e=$a.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(So),t.__h.some(Br),t.__h=[]}catch(o){t.__h=[],he.__e(o,e.__v)}}}while(Fr.length)}function ep(e){var t,o=function(){clearTimeout(n),ha&&cancelAnimationFrame(t),setTimeout(e)},n=setTimeout(o,35);ha&&(t=requestAnimationFrame(o))}function ma(e){e!=1&&aa==he.requestAnimationFrame||((aa=he.requestAnimationFrame)||ep)(Qf)}function So(e){var t=ce,o=e.__c;typeof o=="function"&&(e.__c=void 0,o()),ce=t}function Br(e){var t=ce;e.__c=e.__(),ce=t}function zr(e,t){return!e||e.length!=t.length||t.some(function(o,n){return!Ur(o,e[n])})}function ya(e,t){return typeof t=="function"?t(e):t}var lt,ce,Pr,aa,Ur,Ao,$a,Fr,he,ca,la,ua,da,fa,pa,ha,wa=v(()=>{"use strict";yn();Ur=Object.is,Ao=0,$a=[],Fr=[],he=se,ca=he.__b,la=he.__r,ua=he.diffed,da=he.__c,fa=he.unmount,pa=he.__;he.__b=function(e){ce=null,ca&&ca(e)},he.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),pa&&pa(e,t)},he.__r=function(e){la&&la(e),lt=0;var t=(ce=e.__c).__H;t&&(Pr==ce?ce.__h=[]:(t.__h.some(So),t.__h.some(Br),lt=0),t.__h=[],t.__.some(function(o){o.__N&&(o.__=o.__N),o.u=o.__N=void 0})),Pr=ce},he.diffed=function(e){ua&&ua(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&ma($a.push(t)),t.__H.__.some(function(o){o.u&&(o.__H=o.u)})),Pr=ce=null},he.__c=function(e,t){t.some(function(o){try{o.__h.some(So),o.__h=o.__h.filter(function(n){return!n.__||Br(n)})}catch(n){o.__h=[function(){throw n}]}}),da&&da(e,t)},he.unmount=function(e){fa&&fa(e);var t,o,n=e.__c;n&&n.__H&&(n.__H.__.some(function(r){try{if(r.__P&&r.__c){if(o===void 0){for(o=e.__;o&&(!o.__c||!o.__c.__P);)o=o.__;o=o&&o.__c}r.__P=o,ma(Fr.push(r))}else So(r)}catch(s){t=s}}),n.__H=void 0,t&&he.__e(t,n.__v))};ha=typeof requestAnimationFrame=="function"});var l,C=v(()=>{"use strict";yn();ia();yn();wa();l=sa.bind(Yi)});function R(e){let[t,o]=y(e.get());return j(()=>(o(()=>e.get()),e.watch(n=>o(()=>n))),[e]),t}function ze(){let{search:e}=R(Re);return[fe(()=>new URLSearchParams(e),[e]),un]}function K(e,t){let[o,n]=y({error:null,isLoading:!0}),[r,s]=y(0),i=U(0),c=Wr(()=>s(f=>f+1),[]),u=U(t);return u.current.some((f,d)=>!Object.is(f,t[d]))&&(u.current=t),j(()=>{i.current=0,n({error:null,isLoading:!0})},[u.current]),j(()=>{let f=new AbortController,d=0;return n(h=>({...h,isLoading:!0})),e(f.signal).then(h=>{f.signal.aborted||(i.current=0,n({data:h,error:null,isLoading:!1}))},h=>{if(f.signal.aborted)return;let m=sn(h);if(m.isFault&&console.error(h),n($=>({...$,error:m,isLoading:!1})),!m.isTemporary)return;let p=m.retryAfter??ga[Math.min(i.current++,ga.length-1)];d=window.setTimeout(c,p*1e3)}),()=>{f.abort(),clearTimeout(d)}},[u.current,r]),{data:o.data,error:o.error,isLoading:o.isLoading,reload:c}}function ne(e){let[t,o]=y(!1),[n,r]=y(null),s=U(!1);return[async(...c)=>{if(!s.current){s.current=!0,o(!0),r(null);try{await e(...c)}catch(u){if(!(u instanceof Z))throw u;r(u)}finally{s.current=!1,o(!1)}}},t,n,()=>r(null)]}function wn(e,t,o){j(()=>{if(!t)return;let n=i=>{e.current?.contains(i.target)||o(i)},r=i=>{i.key==="Escape"&&(i.stopPropagation(),i.preventDefault(),o(i))},s=e.current;return document.addEventListener("pointerdown",n),document.addEventListener("focusin",n),s?.addEventListener("keydown",r),()=>{document.removeEventListener("pointerdown",n),document.removeEventListener("focusin",n),s?.removeEventListener("keydown",r)}},[t])}var ga,G=v(()=>{"use strict";it();Ne();C();ga=[1,2,5,10,30]});var tp,H,xe=v(()=>{"use strict";C();tp={SUCCESS:"m4 8.5 2.7 2.7L12 5.5",FAILED:"m5 5 6 6m0-6-6 6",UNCONFIRMED:"M6 6.2C6 3.6 10.4 3.8 10.2 6.4 10 8 8 8 8 9.6m0 2.2v.4",IN_PROGRESS:"M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM8 5v3l2 1.4",copy:"M6 6h7v7H6zM3 10V3h7",search:"M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zm3.3 7.8L14 14",note:"M3 3h10v7H8l-3 3v-3H3z",down:"m4 6.5 4 4 4-4",user:"M8 3a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM3 13.5c.6-5 9.4-5 10 0",check:"M8 1.8 13 4v4c0 3-2 5-5 6.2C5 13 3 11 3 8V4zM5.7 8l1.7 1.7 3-3.4",alarm:"M8 2.5 14.5 13.5h-13zM8 6.5v3.2m0 1.6v.4",system:"M8 2.5a5.5 5.5 0 1 1 0 11zm0 0v11a5.5 5.5 0 0 1 0-11",light:"M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM8 1v1.5m0 11V15M1 8h1.5m11 0H15M3 3l1 1m8 8 1 1M3 13l1-1m8-8 1-1",dark:"M7 2.5a5.5 5.5 0 1 0 6.5 7A5 5 0 0 1 7 2.5z",download:"M8 2.5v7m-3-2.6 3 3 3-3M3 13h10"},H=({name:e})=>l`
  <svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d=${tp[e]} /></svg>
`});function va(){let e=R(_t),t=Object.entries(R(_a));return l`
    <div class="banners">
      ${t.map(([o,{kind:n,content:r}])=>l`
          <div
            key=${o}
            id="banner-${o}"
            class="banner banner-${n}"
            role=${n==="alarm"?"alert":"status"}
          >
            <${H} name=${n==="info"?"check":"alarm"} />
            <div>${r}</div>
          </div>
        `)}
      <div role="status">
        ${!e&&l`
            <div class="banner banner-warning" id="banner-offline">
              <${H} name="alarm" />
              <div>${a("app.offline")}</div>
            </div>
          `}
      </div>
    </div>
  `}var _a,Kt,gn=v(()=>{"use strict";oe();Ue();I();G();C();xe();_a=pe({}),Kt=(e,t)=>_a.update(o=>{let{[e]:n,...r}=o;return t?{...r,[e]:t}:n?r:o})});function Q(e,t="ok"){xa+=1;let o=xa;_n.update(n=>[...n.slice(-3),{id:o,text:e,kind:t}]),t==="ok"&&setTimeout(ka,op,o)}function Sa(){let e=R(_n),t=R(Vr);return l`
    <div class="messages" role="log" aria-live="polite" aria-relevant="additions">
      ${e.map(({id:o,text:n,kind:r})=>l`
          <div key=${o} class="message message-${r}">
            <span>${n}</span>
            <button class="icon-button" aria-label=${a("app.close")} onClick=${()=>ka(o)}>
              ✕
            </button>
          </div>
        `)}
    </div>
    <div class="off-screen" role="status" aria-live="polite">${t}</div>
  `}var _n,Vr,xa,op,ka,vn,Ae=v(()=>{"use strict";we();Ue();I();G();C();_n=pe([]),Vr=pe(""),xa=0;cn(()=>{_n.set([]),Vr.set("")});op=5e3,ka=e=>_n.update(t=>t.filter(o=>o.id!==e));vn=e=>Vr.set(e)});function Jr({status:e,title:t}){return e<0?a("problem.fault"):e===0?a("problem.network"):e===401?a("problem.401"):e===403?a("problem.403"):e===404?a("problem.404"):e===429?a("problem.429"):e===503?a("problem.503"):t}function np({status:e,type:t,retryAfter:o}){return e===0?a("problem.networkHint"):e===404?a("problem.404Hint"):t.endsWith(":maybe-recorded")?a("problem.maybeRecorded"):o?a("problem.waitHint",{n:o}):""}function Y({problem:e,retry:t}){if(!e)return null;let o=np(e);return l`
    <div class="notice notice-error" role="alert">
      <${H} name="alarm" />
      <div>
        <p class="notice-title">${Jr(e)}</p>
        ${!e.isNetwork&&e.detail&&l`<p>${e.detail}</p>`}
        ${o&&l`<p>${o}</p>`} ${t&&e.isTemporary&&a("app.retrying")}
        ${t&&l`<p><button type="button" onClick=${t}>${a("app.again")}</button></p>`}
      </div>
    </div>
  `}function be({of:e,children:t}){return l`
    <${Y} problem=${e.error} retry=${e.reload} />
    ${e.data!==void 0?t(e.data):e.isLoading&&l`<${ft} />`}
  `}var ft,ge,me=v(()=>{"use strict";I();C();xe();ft=()=>l`<p class="state" role="status">${a("app.loading")}</p>`,ge=({title:e,children:t})=>l`
  <div class="state">
    <p class="state-title">${e}</p>
    ${t}
  </div>
`});async function xn(){try{await Ri()}catch(e){let t=sn(e),o=t.isNetwork?Jr(t):t.message;Q(a("user.notSignedOut",{why:o}),"error");return}ve(L("/")),Q(a("user.signedOut"))}var Kr=v(()=>{"use strict";we();V();it();Ne();I();Ae();me()});function rp(e){let t={ArrowDown:1,ArrowUp:-1}[e.key];if(!t||e.target.matches("input:not([type=checkbox])"))return;let n=[...e.currentTarget.querySelectorAll("a[href], button, input")],r=n.indexOf(document.activeElement)+t;e.preventDefault(),n[(r+n.length)%n.length]?.focus()}function Gt({label:e,name:t,class:o="",align:n="start",children:r}){let[s,i]=y(!1),c=U(null),u=U(null),f=()=>{i(!1),u.current?.focus()};return wn(c,s,d=>d.type==="keydown"?f():i(!1)),l`
    <div class="popover" ref=${c}>
      <button
        type="button"
        ref=${u}
        class=${o}
        aria-expanded=${s}
        aria-label=${t}
        onClick=${()=>i(!s)}
      >
        ${e}<${H} name="down" />
      </button>
      ${s&&l`<div class="panel panel-${n}" onKeyDown=${rp}>${r(f)}</div>`}
    </div>
  `}var kn,Aa,To=v(()=>{"use strict";I();G();C();xe();kn=({items:e,...t})=>l`
  <${Gt} ...${t}>
    ${o=>l`
      <ul class="menu">
        ${e.map(({text:n,href:r,onClick:s,download:i})=>l`
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
`,Aa=({name:e,value:t,onRemove:o})=>l`
  <span class="chip">
    <span class="chip-name">${e}</span> ${t}
    <button
      type="button"
      class="icon-button"
      aria-label=${a("app.remove",{what:`${e} ${t}`})}
      onClick=${o}
    >
      ✕
    </button>
  </span>
`});var ke,X,De=v(()=>{"use strict";ke=class extends Error{constructor(t,o){super(o),this.name="VerifyError",this.code=t}},X=(e,t)=>new ke("malformed",`${e}: ${t}`)});function ye(e){if(typeof e!="string")throw X("text","is not a string");if(/\p{Surrogate}/u.test(e))throw X("text","has half of a surrogate pair");return sp.encode(e)}function jt(e,t){if(typeof e!="string"||!/^[0-9a-f]{64}$/.test(e))throw X(t,"a hash is not 64 lower-case hex digits");return Uint8Array.from({length:32},(o,n)=>parseInt(e.slice(2*n,2*n+2),16))}function Sn(e,t){if(!Array.isArray(e))throw X(t,"its path is not a list of hashes");return e.map(o=>jt(o,t))}function jo(e){let t;try{t=atob(e)}catch{return null}return btoa(t)!==e?null:Uint8Array.from(t,o=>o.charCodeAt(0))}function Gr(e){let t=jo(e);return t?.length===32?t:null}function Yr(e){let t=/^(0|[1-9][0-9]*)$/.test(e)?Number(e):NaN;return Number.isSafeInteger(t)?t:null}function An(...e){let t=new Uint8Array(e.reduce((n,r)=>n+r.length,0)),o=0;for(let n of e)t.set(n,o),o+=n.length;return t}function Tn(e,t){let o=Math.min(e.length,t.length);for(let n=0;n<o;n+=1)if(e[n]!==t[n])return e[n]-t[n];return e.length-t.length}var sp,Ee,Et,Me=v(()=>{"use strict";De();sp=new TextEncoder;Ee=e=>Array.from(e,t=>t.toString(16).padStart(2,"0")).join("");Et=(e,t)=>Tn(e,t)===0});var Na,Yt,Zr,jn,Qr,es,En,ip,ap,Ta,ts,cp,La,Ia,Ra,Ot,le,ja,T,lp,Xr,Da,Le,Eo,Ct,up,dp,Ve,fp,Ea,pp,hp,Oa,Ca,mp,Ma=v(()=>{"use strict";Na=Object.freeze,Yt=0x7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffedn,Zr=0x1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3edn,jn=0x52036cee2b6ffe738cc740797779e89800700a4d4141d8ab75eb4dca135978a3n,Qr=0x216936d3cd6e53fec0a4e231fdd6dc5c692cc7609525a7b2c9562d608f25d51an,es=0x6666666666666666666666666666666666666666666666666666666666666658n,En=Yt-1n,ip=Na({p:Yt,n:Zr,h:8n,a:En,d:jn,Gx:Qr,Gy:es}),ap=32,Ta=e=>e instanceof Uint8Array||ArrayBuffer.isView(e)&&e.constructor.name==="Uint8Array"&&e.BYTES_PER_ELEMENT===1,ts=(e,t,o="")=>{if(Ta(e)&&(t===void 0||e.length===t))return e;let n=Ta(e),r=t!==void 0?` of length ${t}`:"",s=n?`length=${e.length}`:`type=${typeof e}`,i=(o?`"${o}" `:"")+"expected Uint8Array"+r+", got "+s;throw n?new RangeError(i):new TypeError(i)},cp=(e,t="",o)=>Uint8Array.from(ts(e,o,t)),La=(e,t)=>e.toString(16).padStart(t,"0"),Ia=e=>{let t="";for(let o of ts(e))t+=La(o,2);return t},Ra=e=>{let t="hex invalid";if(typeof e!="string")throw new TypeError(t);if(e.length%2||!/^[\da-f]*$/i.test(e))throw new RangeError(t);let o=new Uint8Array(e.length/2);for(let n=0,r=0;n<o.length;n++,r+=2){let s=e.charCodeAt(r),i=e.charCodeAt(r+1);o[n]=((s&15)+(s>>6)*9)*16+(i&15)+(i>>6)*9}return o},Ot=(e,t,o,n="bad number: out of range")=>{if(typeof e!="bigint")throw new TypeError(n);if(t<=e&&e<o)return e;throw new RangeError(n)},le=(e,t=Yt)=>(e%=t)>=0n?e:t+e,ja=(1n<<255n)-1n,T=e=>{if(e<0n)throw new RangeError("negative coordinate");let t=(e>>255n)*19n+(e&ja);return t=(t>>255n)*19n+(t&ja),t%Yt},lp=(e,t)=>{if(e===0n)throw new Error("invert: expected non-zero number");if(t<=1n)throw new Error("invert: expected modulus > 1, got "+t);let o=le(e,t),n=t,r=0n,s=1n;for(;o!==0n;){let c=n/o,u=n-o*c,f=r-s*c;n=o,o=u,r=s,s=f}if(n!==1n)throw new Error("invert: does not exist");return le(r,t)},Xr=e=>{if(e instanceof Le)return e;throw new TypeError("Point expected")},Da=2n**256n,Le=class e{static BASE;static ZERO;X;Y;Z;T;constructor(t,o,n,r){let s=Da;this.X=Ot(t,0n,s),this.Y=Ot(o,0n,s),this.Z=Ot(n,1n,s),this.T=Ot(r,0n,s),Na(this)}static CURVE(){return ip}static fromAffine(t){return new e(t.x,t.y,1n,T(t.x*t.y))}static fromBytes(t,o=!1){let n=cp(t,"point",ap),r=n[31];n[31]=r&-129;let s=dp(n);o||Ot(s,0n,Yt);let i=T(s*s),c=le(i-1n),u=T(jn*i+1n),{isValid:f,value:d}=pp(c,u);if(!f)throw new Error("bad point: y not sqrt");let h=!!(r&128);if(!o&&d===0n&&h)throw new Error("bad point: x==0, isLastByteOdd");return h!==!!(d&1n)&&(d=le(-d)),new e(d,s,1n,T(d*s))}static fromHex(t,o){return e.fromBytes(Ra(t),o)}get x(){return this.toAffine().x}get y(){return this.toAffine().y}assertValidity(){let t=En,o=jn,n=this;if(n.is0())throw new Error("bad point: ZERO");let{X:r,Y:s,Z:i,T:c}=n,u=T(r*r),f=T(s*s),d=T(i*i),h=T(d*d),m=T(u*t),p=T(d*(m+f)),$=le(h+T(o*T(u*f)));if(p!==$)throw new Error("bad point: equation left != right (1)");let g=T(r*s),w=T(i*c);if(g!==w)throw new Error("bad point: equation left != right (2)");return this}equals(t){let{X:o,Y:n,Z:r}=this,{X:s,Y:i,Z:c}=Xr(t);return T(o*c)===T(s*r)&&T(n*c)===T(i*r)}is0(){return this.equals(Ct)}negate(){return new e(le(-this.X),this.Y,this.Z,le(-this.T))}double(){let{X:t,Y:o,Z:n}=this,r=En,s=T(t*t),i=T(o*o),c=T(2n*n*n),u=T(r*s),f=le(t+o),d=le(T(f*f)-s-i),h=le(u+i),m=le(h-c),p=le(u-i),$=T(d*m),g=T(h*p),w=T(d*p),b=T(m*h);return new e($,g,b,w)}add(t){let{X:o,Y:n,Z:r,T:s}=this,{X:i,Y:c,Z:u,T:f}=Xr(t),d=En,h=jn,m=T(o*i),p=T(n*c),$=T(T(s*h)*f),g=T(r*u),w=le(T(le(o+n)*le(i+c))-m-p),b=le(g-$),x=le(g+$),_=le(p-T(d*m)),S=T(w*b),k=T(x*_),A=T(w*_),P=T(b*x);return new e(S,k,P,A)}subtract(t){return this.add(Xr(t).negate())}multiply(t,o=!0){if(!o&&t===0n||(Ot(t,1n,Zr),!o&&this.is0()))return Ct;if(t===1n)return this;if(this.equals(Eo))return mp(t).p;let n=Ct,r=Eo,s=this;for(let i=0;o?i<256:t>0n;i++)t&1n?n=n.add(s):o&&(r=r.add(s)),s=s.double(),t>>=1n;return n}multiplyUnsafe(t){return this.multiply(t,!1)}toAffine(){let{X:t,Y:o,Z:n}=this;if(this.equals(Ct))return{x:0n,y:1n};let r=lp(n,Yt);if(T(n*r)!==1n)throw new Error("invalid inverse");return{x:T(t*r),y:T(o*r)}}toBytes(){let{x:t,y:o}=this.toAffine(),n=up(o);return n[31]|=t&1n?128:0,n}toHex(){return Ia(this.toBytes())}clearCofactor(){return this.multiply(8n,!1)}isSmallOrder(){return this.clearCofactor().is0()}isTorsionFree(){return this.multiply(Zr/2n,!1).double().add(this).is0()}},Eo=new Le(Qr,es,1n,le(Qr*es)),Ct=new Le(0n,1n,1n,0n);Le.BASE=Eo;Le.ZERO=Ct;up=e=>Ra(La(Ot(e,0n,Da),64)).reverse(),dp=e=>BigInt("0x"+Ia(Uint8Array.from(ts(e)).reverse())),Ve=(e,t)=>{let o=e;for(;t-- >0;)o=T(o*o);return o},fp=e=>{let t=T(e*e),o=T(t*e),n=T(Ve(o,2)*o),r=T(Ve(n,1)*e),s=T(Ve(r,5)*r),i=T(Ve(s,10)*s),c=T(Ve(i,20)*i),u=T(Ve(c,40)*c),f=T(Ve(u,80)*u),d=T(Ve(f,80)*u),h=T(Ve(d,10)*s);return T(Ve(h,2)*e)},Ea=0x2b8324804fc1df0b2b4d00993dfbd7a72f431806ad2fe478c4ee1b274a0ea0b0n,pp=(e,t)=>{let o=T(t*T(t*t)),n=T(T(o*o)*t),r=fp(T(e*n)),s=T(e*T(o*r)),i=T(t*T(s*s)),c=s,u=T(s*Ea),f=i===e,d=i===le(-e),h=i===le(-e*Ea);return f&&(s=c),(d||h)&&(s=u),(le(s)&1n)===1n&&(s=le(-s)),{isValid:f||d,value:s}},hp=()=>{let e=[],t=Eo,o;for(let n=0;n<33;n++){o=t,e.push(o);for(let r=1;r<128;r++)o=o.add(t),e.push(o);t=o.double()}return e},Ca=(e,t)=>{let o=t.negate();return e?o:t},mp=e=>{let t=Oa||(Oa=hp()),o=Ct,n=Eo;for(let r=0;r<33;r++){let s=Number(e&255n);e>>=8n,s>128&&(s-=256,e+=1n);let i=r*128,c=i+Math.abs(s)-1,u=r%2!==0,f=s<0;s===0?n=n.add(Ca(u,t[i])):o=o.add(Ca(f,t[c]))}if(e!==0n)throw new Error("invalid wnaf");return{p:o,f:n}}});function $p(e,t=!1){return t?{h:Number(e&On),l:Number(e>>Ha&On)}:{h:Number(e>>Ha&On)|0,l:Number(e&On)|0}}function Pa(e,t=!1){let o=e.length,n=new Uint32Array(o),r=new Uint32Array(o);for(let s=0;s<o;s++){let{h:i,l:c}=$p(e[s],t);[n[s],r[s]]=[i,c]}return[n,r]}function Ua(e,t,o,n){let r=bp(o),s=yp(o);e.setUint32(t,n?s:r,n),e.setUint32(t+4,n?r:s,n)}function Je(e,t,o,n){let r=(t>>>0)+(n>>>0);return{h:e+o+(r/2**32|0)|0,l:r|0}}var On,Ha,bp,yp,os,ns,Nt,Lt,Oo,Co,Fa,Ba,Wa,qa,za,Va,rs=v(()=>{"use strict";On=BigInt(4294967295),Ha=BigInt(32);bp=e=>e/2**32|0,yp=e=>e>>>0;os=(e,t,o)=>e>>>o,ns=(e,t,o)=>e<<32-o|t>>>o,Nt=(e,t,o)=>e>>>o|t<<32-o,Lt=(e,t,o)=>e<<32-o|t>>>o,Oo=(e,t,o)=>e<<64-o|t>>>o-32,Co=(e,t,o)=>e>>>o-32|t<<64-o;Fa=(e,t,o)=>(e>>>0)+(t>>>0)+(o>>>0),Ba=(e,t,o,n)=>t+o+n+(e/2**32|0)|0,Wa=(e,t,o,n)=>(e>>>0)+(t>>>0)+(o>>>0)+(n>>>0),qa=(e,t,o,n,r)=>t+o+n+r+(e/2**32|0)|0,za=(e,t,o,n,r)=>(e>>>0)+(t>>>0)+(o>>>0)+(n>>>0)+(r>>>0),Va=(e,t,o,n,r,s)=>t+o+n+r+s+(e/2**32|0)|0});function Ja(e){return e instanceof Uint8Array||ArrayBuffer.isView(e)&&e.constructor.name==="Uint8Array"&&"BYTES_PER_ELEMENT"in e&&e.BYTES_PER_ELEMENT===1}function gp(e,t=""){if(typeof e!="number")throw new TypeError(ss(t)+"expected number, got "+typeof e);if(!Number.isSafeInteger(e)||e<0)throw new RangeError(ss(t)+"expected integer >= 0, got "+e);return e}function is(e,t,o=""){if(Ja(e)&&(t===void 0||e.length===t))return e;t!==void 0&&gp(t,"length");let n=Ja(e),r=t!==void 0?` of length ${t}`:"",s=n?`length=${e.length}`:`type=${typeof e}`,i=ss(o)+"expected Uint8Array"+r+", got "+s;throw n?new RangeError(i):new TypeError(i)}function as(e,t=!0){if(e.destroyed)throw new Error("hash was destroyed");if(t&&e.finished)throw new Error("digest() was already called")}function Ga(e,t){is(e,void 0,"output");let o=t.outputLen;if(!(e.length>=o))throw new RangeError('"output" expected length >= '+o)}function No(...e){for(let t=0;t<e.length;t++)e[t].fill(0)}function Cn(e){return new DataView(e.buffer,e.byteOffset,e.byteLength)}function Fe(e,t){return e<<32-t|e>>>t}function vp(e,t,o="opts"){return Ka(e,"defaults"),t!==void 0&&Ka(t,o),Object.assign(Object.create(null),e,t)}function cs(e,t={}){if(typeof e!="function")throw new TypeError('"hashCons" expected function, got type='+typeof e);t=vp({},t,"info");let o=(r,s)=>e(s).update(r).digest(),n=e(void 0);return o.outputLen=n.outputLen,o.blockLen=n.blockLen,o.canXOF=n.canXOF,o.create=r=>e(r),Object.assign(o,t),Object.freeze(o)}var ss,_p,Ka,ls,us=v(()=>{"use strict";ss=e=>e?`"${e}" `:"";_p=(e,t)=>{if(e===null||typeof e!="object"||Array.isArray(e))throw new TypeError((t==="object"?"":`"${t}" `)+"expected object, got type="+typeof e)},Ka=(e,t)=>{_p(e,t);let o=Object.getPrototypeOf(e);if(o!==Object.prototype&&o!==null)throw new TypeError(`"${t}" expected plain object`);if(Object.hasOwn(e,"__proto__"))throw new TypeError(`"${t}.__proto__" is not allowed`)};ls=e=>({oid:Uint8Array.from([6,9,96,134,72,1,101,3,4,2,e])})});function Ya(e,t,o){return e&t^~e&o}function Xa(e,t,o){return e&t^e&o^t&o}var Lo,Za,Qa,ec=v(()=>{"use strict";rs();us();Lo=class{blockLen;outputLen;canXOF=!1;padOffset;isLE;buffer;view;finished=!1;length=0;pos=0;destroyed=!1;constructor(t,o,n,r){this.blockLen=t,this.outputLen=o,this.padOffset=n,this.isLE=r,this.buffer=new Uint8Array(t),this.view=Cn(this.buffer)}update(t){as(this),is(t);let{view:o,buffer:n,blockLen:r}=this,s=t.length,i=!1;for(let c=0;c<s;){let u=Math.min(r-this.pos,s-c);if(u===r){let f=Cn(t);for(;r<=s-c;c+=r)this.process(f,c);i=!0;continue}n.set(c===0&&u===s?t:t.subarray(c,c+u),this.pos),this.pos+=u,c+=u,this.pos===r&&(this.process(o,0),this.pos=0,i=!0)}return this.length+=t.length,i&&this.roundClean(),this}digestInto(t){as(this),Ga(t,this),this.finished=!0;let{buffer:o,view:n,blockLen:r,isLE:s}=this,{pos:i}=this;o[i++]=128,o.fill(0,i),this.padOffset>r-i&&(this.process(n,0),o.fill(0)),Ua(n,r-8,this.length*8,s),this.process(n,0),this.roundClean();let c=t===o?n:Cn(t),u=this.outputLen,f=u/4,d=this.get();if(u%4||f>d.length)throw new Error("invalid outputLen");for(let h=0;h<f;h++)c.setUint32(4*h,d[h],s)}digest(){let{buffer:t,outputLen:o}=this;this.digestInto(t);let n=t.slice(0,o);return this.destroy(),n}_cloneIntoMeta(t){let{buffer:o,length:n,finished:r,destroyed:s,pos:i}=this;return t.destroyed=s,t.finished=r,t.length=n,t.pos=i,i&&t.buffer.set(o),t}clone(){return this._cloneInto()}},Za=Uint32Array.from([1779033703,3144134277,1013904242,2773480762,1359893119,2600822924,528734635,1541459225]),Qa=Uint32Array.from([1779033703,4089235720,3144134277,2227873595,1013904242,4271175723,2773480762,1595750129,1359893119,2917565137,2600822924,725511199,528734635,4215389547,1541459225,327033209])});var xp,pt,ds,fs,tc,kp,Sp,ht,mt,ps,hs,Ke,oc,ms=v(()=>{"use strict";ec();rs();us();xp=Uint32Array.from([1116352408,1899447441,3049323471,3921009573,961987163,1508970993,2453635748,2870763221,3624381080,310598401,607225278,1426881987,1925078388,2162078206,2614888103,3248222580,3835390401,4022224774,264347078,604807628,770255983,1249150122,1555081692,1996064986,2554220882,2821834349,2952996808,3210313671,3336571891,3584528711,113926993,338241895,666307205,773529912,1294757372,1396182291,1695183700,1986661051,2177026350,2456956037,2730485921,2820302411,3259730800,3345764771,3516065817,3600352804,4094571909,275423344,430227734,506948616,659060556,883997877,958139571,1322822218,1537002063,1747873779,1955562222,2024104815,2227730452,2361852424,2428436474,2756734187,3204031479,3329325298]),pt=new Uint32Array(64),ds=class extends Lo{A=0;B=0;C=0;D=0;E=0;F=0;G=0;H=0;constructor(t,o){super(64,t,8,!1),this.A=o[0]|0,this.B=o[1]|0,this.C=o[2]|0,this.D=o[3]|0,this.E=o[4]|0,this.F=o[5]|0,this.G=o[6]|0,this.H=o[7]|0}get(){let{A:t,B:o,C:n,D:r,E:s,F:i,G:c,H:u}=this;return[t,o,n,r,s,i,c,u]}set(t,o,n,r,s,i,c,u){this.A=t|0,this.B=o|0,this.C=n|0,this.D=r|0,this.E=s|0,this.F=i|0,this.G=c|0,this.H=u|0}_cloneInto(t){return(t||=new this.constructor).set(...this.get()),this._cloneIntoMeta(t)}process(t,o){for(let h=0;h<16;h++,o+=4)pt[h]=t.getUint32(o,!1);for(let h=16;h<64;h++){let m=pt[h-15],p=pt[h-2],$=Fe(m,7)^Fe(m,18)^m>>>3,g=Fe(p,17)^Fe(p,19)^p>>>10;pt[h]=g+pt[h-7]+$+pt[h-16]|0}let{A:n,B:r,C:s,D:i,E:c,F:u,G:f,H:d}=this;for(let h=0;h<64;h++){let m=Fe(c,6)^Fe(c,11)^Fe(c,25),p=d+m+Ya(c,u,f)+xp[h]+pt[h]|0,g=(Fe(n,2)^Fe(n,13)^Fe(n,22))+Xa(n,r,s)|0;d=f,f=u,u=c,c=i+p|0,i=s,s=r,r=n,n=p+g|0}n=n+this.A|0,r=r+this.B|0,s=s+this.C|0,i=i+this.D|0,c=c+this.E|0,u=u+this.F|0,f=f+this.G|0,d=d+this.H|0,this.set(n,r,s,i,c,u,f,d)}roundClean(){No(pt)}destroy(){this.destroyed=!0,this.set(0,0,0,0,0,0,0,0),No(this.buffer)}},fs=class extends ds{constructor(){super(32,Za)}},tc=Pa(["0x428a2f98d728ae22","0x7137449123ef65cd","0xb5c0fbcfec4d3b2f","0xe9b5dba58189dbbc","0x3956c25bf348b538","0x59f111f1b605d019","0x923f82a4af194f9b","0xab1c5ed5da6d8118","0xd807aa98a3030242","0x12835b0145706fbe","0x243185be4ee4b28c","0x550c7dc3d5ffb4e2","0x72be5d74f27b896f","0x80deb1fe3b1696b1","0x9bdc06a725c71235","0xc19bf174cf692694","0xe49b69c19ef14ad2","0xefbe4786384f25e3","0x0fc19dc68b8cd5b5","0x240ca1cc77ac9c65","0x2de92c6f592b0275","0x4a7484aa6ea6e483","0x5cb0a9dcbd41fbd4","0x76f988da831153b5","0x983e5152ee66dfab","0xa831c66d2db43210","0xb00327c898fb213f","0xbf597fc7beef0ee4","0xc6e00bf33da88fc2","0xd5a79147930aa725","0x06ca6351e003826f","0x142929670a0e6e70","0x27b70a8546d22ffc","0x2e1b21385c26c926","0x4d2c6dfc5ac42aed","0x53380d139d95b3df","0x650a73548baf63de","0x766a0abb3c77b2a8","0x81c2c92e47edaee6","0x92722c851482353b","0xa2bfe8a14cf10364","0xa81a664bbc423001","0xc24b8b70d0f89791","0xc76c51a30654be30","0xd192e819d6ef5218","0xd69906245565a910","0xf40e35855771202a","0x106aa07032bbd1b8","0x19a4c116b8d2d0c8","0x1e376c085141ab53","0x2748774cdf8eeb99","0x34b0bcb5e19b48a8","0x391c0cb3c5c95a63","0x4ed8aa4ae3418acb","0x5b9cca4f7763e373","0x682e6ff3d6b2b8a3","0x748f82ee5defb2fc","0x78a5636f43172f60","0x84c87814a1f0ab72","0x8cc702081a6439ec","0x90befffa23631e28","0xa4506cebde82bde9","0xbef9a3f7b2c67915","0xc67178f2e372532b","0xca273eceea26619c","0xd186b8c721c0c207","0xeada7dd6cde0eb1e","0xf57d4f7fee6ed178","0x06f067aa72176fba","0x0a637dc5a2c898a6","0x113f9804bef90dae","0x1b710b35131c471b","0x28db77f523047d84","0x32caab7b40c72493","0x3c9ebe0a15c9bebc","0x431d67c49c100d4c","0x4cc5d4becb3e42b6","0x597f299cfc657e2a","0x5fcb6fab3ad6faec","0x6c44198c4a475817"].map(e=>BigInt(e))),kp=tc[0],Sp=tc[1],ht=new Uint32Array(80),mt=new Uint32Array(80),ps=class extends Lo{Ah=0;Al=0;Bh=0;Bl=0;Ch=0;Cl=0;Dh=0;Dl=0;Eh=0;El=0;Fh=0;Fl=0;Gh=0;Gl=0;Hh=0;Hl=0;constructor(t,o){super(128,t,16,!1),this.Ah=o[0]|0,this.Al=o[1]|0,this.Bh=o[2]|0,this.Bl=o[3]|0,this.Ch=o[4]|0,this.Cl=o[5]|0,this.Dh=o[6]|0,this.Dl=o[7]|0,this.Eh=o[8]|0,this.El=o[9]|0,this.Fh=o[10]|0,this.Fl=o[11]|0,this.Gh=o[12]|0,this.Gl=o[13]|0,this.Hh=o[14]|0,this.Hl=o[15]|0}get(){let{Ah:t,Al:o,Bh:n,Bl:r,Ch:s,Cl:i,Dh:c,Dl:u,Eh:f,El:d,Fh:h,Fl:m,Gh:p,Gl:$,Hh:g,Hl:w}=this;return[t,o,n,r,s,i,c,u,f,d,h,m,p,$,g,w]}set(t,o,n,r,s,i,c,u,f,d,h,m,p,$,g,w){this.Ah=t|0,this.Al=o|0,this.Bh=n|0,this.Bl=r|0,this.Ch=s|0,this.Cl=i|0,this.Dh=c|0,this.Dl=u|0,this.Eh=f|0,this.El=d|0,this.Fh=h|0,this.Fl=m|0,this.Gh=p|0,this.Gl=$|0,this.Hh=g|0,this.Hl=w|0}_cloneInto(t){return(t||=new this.constructor).set(...this.get()),this._cloneIntoMeta(t)}process(t,o){for(let _=0;_<16;_++,o+=4)ht[_]=t.getUint32(o),mt[_]=t.getUint32(o+=4);for(let _=16;_<80;_++){let S=ht[_-15]|0,k=mt[_-15]|0,A=Nt(S,k,1)^Nt(S,k,8)^os(S,k,7),P=Lt(S,k,1)^Lt(S,k,8)^ns(S,k,7),D=ht[_-2]|0,J=mt[_-2]|0,O=Nt(D,J,19)^Oo(D,J,61)^os(D,J,6),F=Lt(D,J,19)^Co(D,J,61)^ns(D,J,6),$e=Wa(P,F,mt[_-7],mt[_-16]),_e=qa($e,A,O,ht[_-7],ht[_-16]);ht[_]=_e|0,mt[_]=$e|0}let{Ah:n,Al:r,Bh:s,Bl:i,Ch:c,Cl:u,Dh:f,Dl:d,Eh:h,El:m,Fh:p,Fl:$,Gh:g,Gl:w,Hh:b,Hl:x}=this;for(let _=0;_<80;_++){let S=Nt(h,m,14)^Nt(h,m,18)^Oo(h,m,41),k=Lt(h,m,14)^Lt(h,m,18)^Co(h,m,41),A=h&p^~h&g,P=m&$^~m&w,D=za(x,k,P,Sp[_],mt[_]),J=Va(D,b,S,A,kp[_],ht[_]),O=D|0,F=Nt(n,r,28)^Oo(n,r,34)^Oo(n,r,39),$e=Lt(n,r,28)^Co(n,r,34)^Co(n,r,39),_e=n&s^n&c^s&c,Ce=r&i^r&u^i&u;b=g|0,x=w|0,g=p|0,w=$|0,p=h|0,$=m|0,{h,l:m}=Je(f|0,d|0,J|0,O|0),f=c|0,d=u|0,c=s|0,u=i|0,s=n|0,i=r|0;let gt=Fa(O,$e,Ce);n=Ba(gt,J,F,_e),r=gt|0}({h:n,l:r}=Je(this.Ah|0,this.Al|0,n|0,r|0)),{h:s,l:i}=Je(this.Bh|0,this.Bl|0,s|0,i|0),{h:c,l:u}=Je(this.Ch|0,this.Cl|0,c|0,u|0),{h:f,l:d}=Je(this.Dh|0,this.Dl|0,f|0,d|0),{h,l:m}=Je(this.Eh|0,this.El|0,h|0,m|0),{h:p,l:$}=Je(this.Fh|0,this.Fl|0,p|0,$|0),{h:g,l:w}=Je(this.Gh|0,this.Gl|0,g|0,w|0),{h:b,l:x}=Je(this.Hh|0,this.Hl|0,b|0,x|0),this.set(n,r,s,i,c,u,f,d,h,m,p,$,g,w,b,x)}roundClean(){No(ht,mt)}destroy(){this.destroyed=!0,No(this.buffer),this.set(0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0)}},hs=class extends ps{constructor(){super(64,Qa)}},Ke=cs(()=>new fs,ls(1)),oc=cs(()=>new hs,ls(3))});function ys(e){try{let t=Le.fromBytes(e);return t.isSmallOrder()?null:t}catch{return null}}async function nc(e,t,o){let n=e.subarray(0,32),r=bs(oc(An(n,o,t)))%sc,s=bs(e.subarray(32));return Le.BASE.multiply(s,!1).subtract(Le.fromBytes(o).multiply(r,!1)).equals(Le.fromBytes(n))}async function $s(e,t,o){let[n,r,s]=[e,t,o].map(c=>Uint8Array.from(c)),i=await crypto.subtle.importKey("raw",s,"Ed25519",!1,["verify"]);return crypto.subtle.verify("Ed25519",i,n,r)}async function Tp(){let e=rc("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"),t=rc("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");try{let o=await $s(t,new Uint8Array,e),n=!await $s(t,Uint8Array.of(0),e);return o&&n?$s:nc}catch{return nc}}async function ic(e,t,o,n){return e.length!==64||o.length!==32||bs(e.subarray(32))>=sc||!ys(e.subarray(0,32))||!ys(o)?!1:(n??=await(Ap??=Tp()),n(e,t,o))}var sc,bs,Ap,rc,ac,cc=v(()=>{"use strict";Ma();ms();Me();({n:sc}=Le.CURVE()),bs=e=>BigInt(`0x${Ee(Uint8Array.from(e).reverse())}`);rc=e=>Uint8Array.from(e.match(/../g)??[],t=>parseInt(t,16));ac=e=>ys(e)!==null});var Io,Xt=v(()=>{"use strict";ms();Me();Io=e=>Ee(Ke(ye(e)))});function Zt(e){let t=c=>X("verifier key",c),[,o,n,r]=/^([^+]*)\+([^+]*)\+(.*)$/s.exec(String(e))??[],s=r===void 0?null:jo(r);if(s?.length!==33||s[0]!==Op[0])throw t("must be <name>+<id>+<base64>, with the type and the 32 bytes of an Ed25519 key");if(!Nn(o))throw t("its name cannot be one");let i=s.slice(1);if(!ac(i))throw t("not an Ed25519 key");if(Ee(Ke(An(ye(`${o}
`),s)).slice(0,4))!==n)throw t("its ID does not fit its name and key");return{name:o,id:n,key:i}}function ws(e,t="note"){if(ye(e).length>jp)throw X(t,"longer than 65536 bytes");if(/(?!\n)\p{Cc}/u.test(e))throw X(t,"has control characters");let o=e.lastIndexOf(`

`);if(o<0)throw X(t,"has no empty line before its signatures");let n=e.slice(o+2).split(`
`);if(n.pop()!==""||!n.length)throw X(t,"does not end in a signature line");if(n.length>Ep)throw X(t,"has more than 100 signatures");let r=n.map(s=>{let i=Cp(s);if(!i)throw X(t,"has a malformed signature line");return i});return{text:e.slice(0,o+1),signatures:r}}function Cp(e){let[,t,o]=/^\u2014 ([^ ]*) (.*)$/.exec(e)??[],n=o===void 0?null:jo(o);return!n||n.length<=4||!Nn(t)?null:{name:t,id:Ee(n.slice(0,4)),bytes:n.slice(4)}}async function gs({text:e,signatures:t},{name:o,id:n,key:r}){let s=t.filter(i=>i.name===o&&i.id===n);if(!s.length)throw new ke("unsigned",`there is no signature of ${o}`);for(let{bytes:i}of s)if(!await ic(i,ye(e),r))throw new ke("signature",`the signature of ${o} is not genuine`)}var jp,Ep,Op,Nn,Ln=v(()=>{"use strict";Me();cc();De();Xt();jp=65536,Ep=100,Op=Uint8Array.of(1),Nn=e=>e!==""&&!/[+\p{White_Space}\p{Cc}]/u.test(e)&&ye(e).length<=255});function Ro(e){let t=ws(e,"checkpoint"),o=f=>X("checkpoint",f),[n,r,s,...i]=t.text.slice(0,-1).split(`
`);if(s===void 0)throw o("has fewer than three lines");if(!Nn(n))throw o("has no origin");let c=Yr(r);if(c===null)throw o("its size is not a decimal number");let u=Gr(s);if(!u)throw o("its root is not a base64 hash");if(i.includes(""))throw o("has an empty line");return{note:t,checkpoint:Object.freeze({origin:n,size:c,root:Ee(u)})}}async function He(e,t){if(typeof e!="string"){if(lc.get(e)===t)return e;throw new ke("unsigned","the checkpoint was not verified with this key")}let o=Zt(t),{note:n,checkpoint:r}=Ro(e),{origin:s}=r;try{await gs(n,o)}catch(i){let c=i instanceof ke&&i.code==="signature";throw s!==o.name&&!c?uc(s,o.name):i}if(s!==o.name)throw uc(s,o.name);return lc.set(r,t),r}var lc,uc,In=v(()=>{"use strict";Me();De();Ln();lc=new WeakMap;uc=(e,t)=>new ke("origin",`it is of the ledger ${e}, not of ${t}`)});function Ge(e){if(typeof e=="string"){if(/\p{Surrogate}/u.test(e))throw X("JSON","has half of a surrogate pair");return JSON.stringify(e)}if(typeof e=="boolean"||e===null)return String(e);if(typeof e=="number"&&Number.isSafeInteger(e))return JSON.stringify(e);if(Array.isArray(e))return`[${e.map(Ge).join(",")}]`;if(typeof e!="object")throw X("JSON",`${String(e)} cannot be in it`);let t=Object.entries(e).filter(([,o])=>o!==void 0);return t.sort(([o],[n])=>o<n?-1:1),`{${t.map(([o,n])=>`${Ge(o)}:${Ge(n)}`).join(",")}}`}var Rn,Do=v(()=>{"use strict";De();Rn=e=>typeof e=="object"&&e!==null&&!Array.isArray(e)});function Mo(e){let t=new Uint8Array(1+e.length);return t.set(e,1),Ke(t)}function Qt(e,t){return Dn.set(e,1),Dn.set(t,33),Ke(Dn)}function xs(e){let t=[],o=s=>{let i=t.pop();return i?Qt(i,s):s},n=0;for(let s of e){let i=Mo(s);for(let c=n;c%2===1;c=ot(c))i=o(i);t.push(i),n+=1}let r=t.pop()??vs;for(;t.length;)r=o(r);return r}function Mn({index:e,size:t,path:o,leaf:n,root:r}){if(!It(e)||!It(t)||e>=t)throw $t();let[s,i,c]=[e,t-1,n];for(let u of o){if(i===0)throw $t();s%2===1||s===i?(c=Qt(u,c),[s,i]=fc(s,i)):c=Qt(c,u),[s,i]=[ot(s),ot(i)]}if(i!==0)throw $t();if(!Et(c,r))throw _s()}function dc({from:e,to:t,path:o,old:n,root:r}){if(!It(e)||!It(t)||e>t)throw $t();if(e===0||e===t){if(o.length)throw $t();if(!Et(n,e===0?vs:r))throw _s();return}let[s,i]=[e-1,t-1];for(;s%2===1;)[s,i]=[ot(s),ot(i)];let[c,...u]=s===0?[n,...o]:o;if(!c)throw $t();let[f,d]=[c,c];for(let h of u){if(i===0)throw $t();s%2===1||s===i?(f=Qt(h,f),d=Qt(h,d),[s,i]=fc(s,i)):d=Qt(d,h),[s,i]=[ot(s),ot(i)]}if(i!==0)throw $t();if(!Et(f,n)||!Et(d,r))throw _s()}function fc(e,t){for(;e%2===0&&e!==0;)[e,t]=[ot(e),ot(t)];return[e,t]}var vs,Dn,ot,It,$t,_s,eo=v(()=>{"use strict";Me();De();Xt();vs=Ke(new Uint8Array),Dn=new Uint8Array(65);Dn[0]=1;ot=e=>Math.floor(e/2),It=e=>Number.isSafeInteger(e)&&Number(e)>=0,$t=()=>new ke("shape","the proof does not have the shape that its numbers call for"),_s=()=>new ke("root","the proof leads to another root: this is not what was recorded")});function ks(e){if(!Rn(e))throw X("entry","is not an object");let t=Ip.get(e.kind);if(!t)throw X("entry",`is of an unknown kind: ${e.kind}`);let o={kind:e.kind,v:1};for(let[r,s]of Object.entries(t)){let i=to(e,r);if(i===void 0){if(s===Te)throw X("entry",`has no ${r}`)}else s===Hn&&ye(i).length>Np?o[`${r}_sha256`]=Io(i):o[r]=i}if(e.kind==="note_added"&&to(e,"text")===void 0)throw X("entry","has no text");for(let r of Object.keys(e))if(!(r==="kind"||Object.hasOwn(t,r)||Rp(e,r)))throw X("entry",`its ${r} is not what its leaf says`);let n=Ge(o);if(ye(n).length>Lp)throw X("entry","has too long a leaf");return n}function Rp(e,t){let o=to(e,t);if(o===void 0)return!0;let n=e.kind==="job_created";switch(t){case"index":return It(o);case"path":return!0;case"customer_count":return Rn(e.customers)&&e.customers.count===o;case"status":return n&&o==="IN_PROGRESS";case"recorded_at":return n&&o===e.created_at;default:return!1}}var Np,Lp,Te,Be,Hn,pc,hc,mc,Ip,to,Ss=v(()=>{"use strict";Me();De();Do();eo();Xt();Np=256,Lp=65535,Te="must",Be="may",Hn="text",pc={action_code:Te,action_name:Te,batch_id:Be,cluster_url:Be,created_at:Te,customers:Te,job_id:Te,request_payload_sha256:Be,source:Te,submitted_by:Be,user_id:Te},hc={cause:Te,error_message:Hn,http_status:Be,response_summary:Hn,status:Te},mc={actor:Te,job_id:Te,previous:Te,recorded_at:Te,request_key:Be},Ip=new Map([["job_created",{...pc,request_key:Be,retry_of:Be}],["job_imported",{...pc,...hc,original_sha256:Be,recorded_at:Te,updated_at:Be}],["status_changed",{...mc,...hc,outcomes:Be}],["note_added",{...mc,text:Hn}]]);to=(e,t)=>Object.hasOwn(e,t)&&e[t]!==null?e[t]:void 0});async function Pn({entry:e,path:t,checkpoint:o,key:n}){let r=ks(e),s=await He(o,n);return Mn({index:to(e,"index"),size:s.size,path:Sn(t??to(e,"path"),"entry"),leaf:Mo(ye(r)),root:jt(s.root,"checkpoint")}),{leaf:r,checkpoint:s}}async function As({entries:e,checkpoint:t,key:o}){let n=await He(t,o);for(let s of e)await Pn({entry:s,checkpoint:n,key:o});if(!e.length)throw X("history","has no entries");let r=Mp(e[0]);for(let s=1;s<e.length;s+=1)r=Hp(e[s-1],e[s],r);return n}function Mp(e){if(e.kind==="job_created")return"IN_PROGRESS";if(e.kind==="job_imported")return e.status;throw new ke("rules","the first entry does not create the job: others are left out")}function Hp(e,t,o){let n=r=>new ke("rules",`entry ${t.index} ${r}`);if(t.job_id!==e.job_id)throw n("is of another job");if(t.previous!==e.index)throw n("does not follow the one before it");if(Number(t.index)<=Number(e.index))throw n("has too low an index");if(t.kind==="note_added")return o;if(!Dp.get(o)?.includes(t.status))throw n(`cannot follow ${o}`);return t.status}async function Ts({from:e,to:t,path:o,key:n}){let[r,s]=[await He(e,n),await He(t,n)];return dc({from:r.size,to:s.size,path:Sn(o,"consistency proof"),old:jt(r.root,"checkpoint"),root:jt(s.root,"checkpoint")}),{from:r,to:s}}var Dp,$c=v(()=>{"use strict";Me();In();De();Ss();eo();Dp=new Map([["IN_PROGRESS",["SUCCESS","FAILED","UNCONFIRMED"]],["UNCONFIRMED",["SUCCESS","FAILED"]]])});function js(e){let t=e.map(ye);return bc(t,"customers"),{count:t.length,root:Ee(xs(t))}}function Es(e){bc(e.map(({cid:o})=>ye(o)),"outcomes");let t=e.map(({cid:o,message:n,status:r})=>ye(Ge({cid:o,message:n??void 0,status:r})));return{count:t.length,root:Ee(xs(t))}}function bc(e,t){for(let o=1;o<e.length;o+=1)if(Tn(e[o-1],e[o])>=0)throw X(t,"must ascend by the bytes of the cids, none twice")}var yc=v(()=>{"use strict";Me();De();Do();eo()});var Os=v(()=>{"use strict";Me();In();De();eo()});var wc=v(()=>{"use strict";Me();De();Do();eo();Ln();Os()});var Un=v(()=>{"use strict";In();$c();De();yc();Do();Ss();wc();Ln();Os();Xt()});function Ye(e){try{return Ro(e).checkpoint.size}catch{return 0}}async function _c(e,t,o,{pin:n=null,isReader:r=!1}={}){let s=e!==null&&!await Bp(e),i=s?null:e,c={from:Ye(i?.checkpoint),to:Ye(t.checkpoint),seen:t},u=($,g="",w=null)=>({...c,kept:e,kind:$,path:w,why:Fp(g)}),f=Object.values(t.keys);if(![t.checkpoint,...f].every($=>typeof $=="string"))return u("malformed","the checkpoint and the key must be texts");let d=n??i?.key??f[0];if([...f,i?.key??d].some($=>$!==d))return u("key");try{await He(t.checkpoint,d)}catch($){return u("signature",$)}if(s)return u("damaged");if(!i)return u("first");let{from:h,to:m}=c;if(m<h)return u("shrunk");let p=[];if(h!==0&&h!==m){try{p=(await o(h,m))?.path}catch(g){if(!(g instanceof Z))return u("malformed",g);let{status:w}=g;if(g.isNetwork||!r&&(w===401||w===403))throw g;return u("withheld",`${w} ${g.message}`)}if(!(Array.isArray(p)&&p.every(g=>typeof g=="string")))return u("malformed","the consistency path is no list of hashes",p)}try{await Ts({from:i.checkpoint,to:t.checkpoint,path:p,key:d})}catch($){return u("forked",$,p)}return u("extends","",p)}async function Bp(e){try{return e!==null&&!!await He(e.checkpoint,e.key)}catch{return!1}}function vc(e,t,o,n){let{seen:r,to:s}=e;if(Fn(e))return null;let i=Object.values(r.keys)[0];return o&&o.checkpoint!==t?.checkpoint&&(o.key!==i||Ye(o.checkpoint)>=s)?null:{key:i,checkpoint:r.checkpoint,at:n}}var gc,Fn,Fp,xc,Bn=v(()=>{"use strict";Un();it();gc=["first","extends","key","signature","shrunk","forked","withheld","malformed","damaged"],Fn=e=>e!==null&&e.kind!=="first"&&e.kind!=="extends";Fp=e=>e instanceof Error?e.message:String(e);xc=({kind:e,kept:t,seen:o,path:n,why:r,from:s,to:i},c,u)=>({finding:e,why:r,server:c,found_at:u,kept_by_this_browser:t&&{...t,size:s},shown_by_the_server:{...o,size:i},consistency_path:n})});function Gp(e){let t=e?.finding;return gc.includes(t?.kind)&&t.seen?.keys&&Date.parse(e.at)?e:null}function kc({prove:e,kept:t,keep:o,now:n,later:r}){let s=()=>new Date(n()).toISOString(),i=()=>typeof t("pin")=="string"?t("pin"):null,c=t("withheld")??[];(!Array.isArray(c)||!c.every(k=>k?.seen?.keys))&&(c=[]);let u=!1,f=pe({finding:null,alarm:Gp(t("alarm")),warning:null,isUnchecked:!1,connected:new Set}),d=k=>f.update(A=>({...A,...k})),h=Promise.resolve(),m=k=>{let A=h.catch(()=>{}).then(k);return h=A,A},p=k=>{let A=f.get().alarm;if(A&&A.finding.kind!=="withheld"||A?.finding.kind===k.kind)return;let P={finding:k,at:s()};o("alarm",P),d(k.kind==="key"?{alarm:P,connected:new Set}:{alarm:P})},$=(k,A=!0)=>{if(c=k,o("withheld",c.length?c:null),c.length&&!u){u=!0;let D=Math.max(...c.map(J=>J.tries));r(x,A&&zp[D-1]||Vp)}if(c.length)return;let P=f.get().alarm?.finding.kind==="withheld";P&&o("alarm",null),d(P?{warning:null,alarm:null}:{warning:null})},g=(k,A=!1)=>{let{checkpoint:P}=k.seen,D=c.find(F=>F.seen.checkpoint===P),J=c.filter(F=>F!==D);D??={seen:k.seen,since:n(),tries:A?0:1},A&&(D={...D,tries:D.tries+1}),d({warning:k});let O=D.tries>1&&n()-D.since>=qp;(D.tries>=Wp||O)&&p(k),$([...J,D].slice(0,Kp))},w=(k,A,P)=>{let D=new Set([...f.get().connected,P].slice(-Jp));d({connected:D,isUnchecked:!1}),$(c.filter(({seen:F})=>F.checkpoint!==P));let{alarm:J}=f.get();if(J&&J.finding.kind!=="withheld")return;let O=vc(k,A,t("ledger"),s());O&&o("ledger",O),d({finding:k})},b=async(k,A,P)=>{try{return await _c(k,A,e,{pin:i(),isReader:P})}catch(D){if(D instanceof Z)return null;let J=String(D);return{kind:"malformed",from:0,to:0,kept:k,seen:A,path:null,why:J}}};function x(){return u=!1,m(async()=>{let k=!1;for(let{seen:A}of c){let P=t("ledger"),{checkpoint:D}=A,O=P&&Ye(P.checkpoint)>Ye(D)?await b({...P,checkpoint:D},{...A,checkpoint:P.checkpoint},!1):await b(P,A,!1);k||=O!==null,O?.kind==="withheld"?g({...O,seen:A},!0):O&&Fn(O)?(p(O),c=c.filter(F=>F.seen!==A)):O&&w(O,P,D)}$(c,k)})}let _=(k,A,{again:P,isReader:D=!1}={})=>m(async()=>{let J=k?null:t("ledger"),O=J&&!Object.values(A.keys??{}).includes(J.key),F=await b(O?J:k,A,D);if(F?.kind==="shrunk"&&P)return P();F?F.kind==="withheld"?g(F):Fn(F)?p(F):w(F,k,A.checkpoint):d({isUnchecked:!0})}),S=()=>{let k=f.get().alarm?.finding;if(!k||(o("alarm",null),d({alarm:null,finding:null,connected:new Set}),$([]),!Cs(k)))return;let A=Ns(k);i()!==null&&i()!==A&&o("pin",null),o("ledger",{key:A,checkpoint:k.seen.checkpoint,at:s()})};return c.length&&$(c),{state:f,watch:_,accept:S,pin:i,unchecked:()=>d({isUnchecked:!0})}}function Ns({kept:e,seen:t}){let o=Object.values(t.keys);return o.find(n=>n!==e?.key)??o[0]??""}var Wp,qp,zp,Vp,Jp,Kp,Cs,Sc=v(()=>{"use strict";Bn();it();Ue();Wp=3,qp=2*6e4,zp=[5e3,2e4],Vp=6e4,Jp=100,Kp=10;Cs=({kind:e})=>e!=="signature"&&e!=="malformed"});function ue({title:e,onClose:t,children:o,wide:n=!1}){let r=U(null),s=dt();return j(()=>{let i=document.activeElement;return r.current?.showModal(),()=>{i instanceof HTMLElement&&i.isConnected&&i.focus()}},[]),l`
    <dialog
      ref=${r}
      class=${n?"wide":""}
      aria-labelledby=${s}
      onCancel=${i=>{i.target===r.current&&(i.preventDefault(),t())}}
    >
      <header>
        <h2 id=${s}>${e}</h2>
        <button type="button" class="icon-button" aria-label=${a("app.close")} onClick=${t}>
          ✕
        </button>
      </header>
      ${o}
    </dialog>
  `}var Xe=v(()=>{"use strict";I();C()});function Ze(e,t,o){let n=URL.createObjectURL(new Blob([t],{type:o})),r=document.createElement("a");r.href=n,r.download=e,r.click(),setTimeout(()=>URL.revokeObjectURL(n),6e4)}var Ho=v(()=>{"use strict"});async function oo(e){try{return await navigator.clipboard.writeText(e),!0}catch{return Yp(e)}}function Yp(e){let t=document.activeElement,o=document.createElement("textarea");o.value=e,o.readOnly=!0,o.className="off-screen",(t?.closest("dialog")??document.body).append(o),o.select();let n=document.execCommand("copy");return o.remove(),t instanceof HTMLElement&&t.focus({preventScroll:!0}),n}var Wn=v(()=>{"use strict"});function Ac(e){e==="system"?delete document.documentElement.dataset.theme:document.documentElement.dataset.theme=e}var Po,Qe,Uo=v(()=>{"use strict";zt();Po=vt("theme","system"),Qe=vt("zone","local");Ac(Po.get());Po.watch(Ac)});function re({at:e}){let t=R(Qe);return e?l`<time datetime=${e} title=${e}>${kt(e,t)}</time>`:null}async function nt(e,t=e){await oo(e)?Q(a("app.copied",{what:t})):Q(a("app.notCopied",{what:e}),"error")}function ee({children:e,title:t,hidden:o=!1}){let n=U(null),r=t??String(e);return j(()=>{document.title=`${r} \xB7 ${a("app.name")}`},[r]),j(()=>{ee.moves&&n.current?.focus({preventScroll:!0}),ee.moves=!0},[]),l`<h1 ref=${n} tabindex="-1" class=${o?"off-screen":""}>
    ${e}
  </h1>`}var no,W,te=v(()=>{"use strict";Wn();ae();V();I();G();C();xe();Ae();Uo();no=({id:e,short:t=!1})=>l`
  <button
    type="button"
    class="copy-id"
    title=${a("app.copy",{what:e})}
    onClick=${o=>{o.stopPropagation(),nt(e)}}
  >
    <code>${t?Vt(e):e}</code><${H} name="copy" />
    <span class="off-screen">${a("app.copy",{what:t?e:""})}</span>
  </button>
`;ee.moves=!1;W=({to:e,query:t,children:o,...n})=>l`
  <a href=${L(e,t)} ...${n}>${o}</a>
`});var bt,qn,Fo=v(()=>{"use strict";Ho();I();C();xe();te();bt=({text:e,wrong:t=null})=>t===null?l`<span class="proved"><${H} name="check" />${e}</span>`:l`<strong class="not-proved" title=${t}><${H} name="alarm" />${e}</strong>`,qn=({title:e,text:t,why:o,name:n,evidence:r,children:s})=>l`
  <p class="alarm-title">${e}</p>
  <p>${t} ${o&&l`<span class="alarm-why">(${o})</span>`}</p>
  <div class="row">
    <button
      type="button"
      onClick=${()=>Ze(n,JSON.stringify(r(),null,2),"application/json")}
    >
      <${H} name="download" />${a("proof.download")}
    </button>
    ${s}
    <${W} to="/help/proof">${a("proof.whatToDo")}<//>
  </div>
`});function yt(){let e=Ar("ledger");return e===null||tt("ledger")!==null?tt("ledger"):{key:"",checkpoint:e,at:""}}function Cc(e){qt("pin",e),zn.update(t=>t+1),Bo()}async function Bo(e=1){let t=yt(),o=n=>E(n,{asText:!0,asks:!1});try{let[n,r]=await Promise.all([o("/log/checkpoint"),o("/log/key")]),s={"/log/key":r.trimEnd()},i=()=>{setTimeout(Bo,Zp,e-1)};await et.watch(t,{checkpoint:n,keys:s},e?{again:i}:{})}catch(n){if(!(n instanceof Z))throw n;et.unchecked()}}function Tc(e,t){let{kind:o,from:n,to:r,why:s}=e,i=t===null?"refused":o,c=location.origin+Se,u=()=>xc(e,c,t??new Date().toISOString()),f=l`
    <${qn}
      title=${a(`proof.alarm.${i}`,{from:n,to:r})}
      text=${a(`proof.alarm.${i}Hint`,{from:n})}
      why=${s}
      name="ledger-alarm.json"
      evidence=${u}
    >
      ${t&&t<Qp&&l`<span>${a("proof.unresolved",{at:kt(t,"local")})}</span>`}
      ${t&&l`<${eh} finding=${e} />`}
    <//>
  `;Kt("proof",{kind:t===null||o==="damaged"?"warning":"alarm",content:f})}function jc(){let{alarm:e,warning:t}=et.state.get();e?Tc(e.finding,e.at):t?Tc(t,null):Kt("proof",null)}function eh({finding:e}){let[t,o]=y(!1),{kept:n,from:r,to:s}=e,i=Cs(e),c=()=>{i&&(Ls=null),et.accept(),zn.update(u=>u+1),Bo()};return l`
    <button type="button" onClick=${()=>o(!0)}>
      ${a(i?"proof.accept":"proof.dismiss")}
    </button>
    ${t&&l`
        <${ue}
          title=${a(i?"proof.acceptTitle":"proof.dismiss")}
          onClose=${()=>o(!1)}
        >
          <p>${a(i?"proof.acceptHint":"proof.dismissHint")}</p>
          ${i&&l` <dl class="facts">
              <dt>${a("proof.before")}</dt>
              <dd><code>${n?.key}</code>, ${a("proof.entries",{n:r})}</dd>
              <dt>${a("proof.now")}</dt>
              <dd><code>${Ns(e)}</code>, ${a("proof.entries",{n:s})}</dd>
            </dl>`}
          <div class="row">
            <button type="button" class="danger" onClick=${c}>
              ${a(i?"proof.accept":"proof.dismiss")}
            </button>
            <button type="button" onClick=${()=>o(!1)}>${a("app.cancel")}</button>
          </div>
        <//>
      `}
  `}function Ic(){let{finding:e,alarm:t,warning:o,isUnchecked:n}=R(et.state);j(()=>{jc();let s=et.state.watch(jc);Bo();let i=setInterval(()=>document.hidden||Bo(),Xp);return()=>{clearInterval(i),s()}},[]);let r=n||o?a("proof.unchecked"):"";if(t)r=a("proof.alarm");else if(e&&!r){let[s,i]=[Ye(Ls?.checkpoint),e.to];Ls?s===i?r=a("proof.same",{n:i}):r=a("proof.grown",{from:s,to:i}):r=a("proof.first",{n:i})}return r&&l`<span id="proof-status"><${W} to="/help/proof">${r}<//></span>`}var Xp,Zp,Qp,Ls,zn,et,Ec,Oc,Nc,Lc,Wo=v(()=>{"use strict";oe();ae();Bn();Sc();V();zt();Ue();I();gn();G();C();Xe();Fo();te();Xp=5*6e4,Zp=2500,Qp=new Date().toISOString();Ls=yt(),zn=pe(0),et=kc({prove:(e,t)=>E("/v1/proof/consistency",{query:{from:e,to:t},asks:!1}),kept:e=>e==="ledger"?yt():tt(e),keep:qt,now:()=>Date.now(),later:(e,t)=>setTimeout(e,t)}),Ec=(e,t)=>et.watch(e,t,{isReader:!0}),Oc=()=>et.pin()??(yt()?.key||null);Nc=()=>et.pin(),Lc=e=>R(et.state).connected.has(e)});function q({id:e,label:t,hint:o,error:n,as:r="input",onValue:s,children:i,...c}){let u=dt(),f=e??u,d=[o&&`${f}-hint`,n&&`${f}-error`].filter(Boolean).join(" ");return l`
    <div class="field">
      <label for=${f}>${t}</label>
      <${r}
        id=${f}
        aria-describedby=${d||void 0}
        aria-invalid=${n?"true":void 0}
        onInput=${h=>s?.(h.currentTarget.value)}
        ...${c}
      >
        ${i}
      <//>
      ${o&&l`<p class="hint" id="${f}-hint">${o}</p>`}
      ${n&&l`<p class="field-error" id="${f}-error">${n}</p>`}
    </div>
  `}function Rt({label:e,options:t,value:o,onValue:n}){let r=dt();return l`
    <fieldset class="choice">
      <legend>${e}</legend>
      ${t.map(s=>l`
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
  `}var Oe=v(()=>{"use strict";C()});function Rs({user:e,onDone:t}){let[o,n]=y("password"),[r,s]=y(e??""),[i,c]=y(""),[u,f,d,h]=ne(async()=>{let $=o==="token"?{token:i.trim()}:{username:r,password:i},g=await Ii($);c(""),t?.(g)}),m=d&&[400,401].includes(d.status),p=o==="token"?a("signIn.wrongToken"):a("signIn.wrong");return l`
    <form
      class="sign-in"
      onSubmit=${$=>{$.preventDefault(),u()}}
    >
      <${Rt}
        label=${a("signIn.how")}
        value=${o}
        options=${[{value:"password",text:a("signIn.withPassword")},{value:"token",text:a("signIn.withToken")}]}
        onValue=${$=>{n($),c(""),h()}}
      />
      ${o==="password"&&l`
          <${q}
            label=${a("signIn.user")}
            name="username"
            autocomplete="username"
            autocapitalize="none"
            spellcheck=${!1}
            required
            readonly=${!!e}
            value=${r}
            onValue=${s}
          />
        `}
      <${q}
        key=${o}
        label=${o==="token"?a("signIn.token"):a("signIn.password")}
        hint=${o==="token"?a("signIn.tokenHint"):""}
        error=${m&&p}
        name=${o}
        type="password"
        autocomplete=${o==="token"?"off":"current-password"}
        required
        autofocus=${!!e}
        value=${i}
        onValue=${c}
      />
      ${!m&&l`<${Y} problem=${d} />`}
      <button type="submit" class="primary" disabled=${f}>${a("signIn.submit")}</button>
    </form>
  `}function Rc(){let e=R(Is);if(!e)return null;let t=o=>{Is.set(null),e.done(o)};return l`
    <${ue} title=${a("signIn.ended")} onClose=${()=>t(!1)}>
      <p>${a("signIn.endedHint",{user:e.user})}</p>
      <${Rs}
        user=${e.user}
        onDone=${o=>{o.user_id===e.user?t(!0):location.reload()}}
      />
    <//>
  `}var Is,Ds=v(()=>{"use strict";we();oe();Ue();I();Xe();Oe();G();C();me();Is=pe(null);Ci(()=>{let e=B.get()?.user_id;return e?new Promise(t=>Is.set({user:e,done:t})):Promise.resolve(!1)})});var Mc={};We(Mc,{default:()=>Dc});function sh(){let{data:e}=K(n=>E("/log/checkpoint",{signal:n,asks:!1,asText:!0}),[]);if(!e)return null;let[t,o]=e.split(`
`);return l`
    <dl class="facts" id="public-facts">
      <dt>${a("landing.ledger")}</dt>
      <dd><code>${t}</code></dd>
      <dt>${a("landing.checkpoint")}</dt>
      <dd>${a("landing.size",{n:Number(o)})}</dd>
    </dl>
  `}function Dc(){return l`
    <div class="landing">
      <div>
        <${ee}>${a("landing.title")}<//>
        <p class="lead">${a("landing.what")}</p>
        <${sh} />
        <p class="links">
          <${W} to="/help/proof">${a("landing.help")}<//>
          <a href=${L("/docs")}>${a("landing.docs")}</a>
        </p>
      </div>
      <section class="card" aria-labelledby="sign-in">
        <h2 id="sign-in">${a("signIn.title")}</h2>
        <${Rs} />
      </section>
    </div>
  `}var Hc=v(()=>{"use strict";oe();V();G();C();Ds();te();I()});function Pc(){let[e,t]=y(""),[o,n]=y(""),[r,s]=y(Nc());return l`
    <form id="pin-key" onSubmit=${c=>{c.preventDefault();let u=e.trim();try{Zt(u)}catch{return n(a("proof.pinWrong"))}return Cc(u),n(""),s(u),Q(a("proof.pinDone"),"ok")}}>
      ${r&&l`<p class="hint">${a("proof.pinned",{key:r})}</p>`}
      <${q}
        label=${a("proof.pin")}
        hint=${a("proof.pinHint")}
        error=${o}
        value=${e}
        onValue=${t}
        name="verifier-key"
        autocomplete="off"
        required
      />
      <button type="submit">${a("proof.pinDo")}</button>
    </form>
  `}var Uc=v(()=>{"use strict";Un();Oe();C();Ae();Wo();I()});var ih,ah,Fc,Bc=v(()=>{"use strict";C();te();Uc();I();ih=["means","when","not","alarm","key","outside"],ah=`curl -O $SERVER/log/checkpoint
unzip JOB_ID.evidence.zip
jobctl check JOB_ID.evidence --key verifier.key
python3 check.py JOB_ID.evidence --key verifier.key`,Fc=()=>l`
  <article class="help">
    <${ee}>${a("help.proof.title")}<//>
    <p class="lead">${a("help.proof.lead")}</p>
    ${ih.map(e=>l`
        <section key=${e} id=${e}>
          <h2>${a(`help.proof.${e}`)}</h2>
          ${a(`help.proof.${e}Text`).split(`
`).map(t=>l`<p key=${t}>${t}</p>`)}
          ${e==="key"&&l`<${Pc} />`}
          ${e==="outside"&&l`<pre class="scroll-x" tabindex="0">${ah}</pre>`}
        </section>
      `)}
  </article>
`});var ch,de,wt,Jn,Ie=v(()=>{"use strict";I();C();xe();ch=new Set(["answered"]),de=({status:e,cause:t})=>l`
  <span class="badge badge-${e}" title=${t?z("cause",t):void 0}>
    <${H} name=${e} />
    <span>${z("status",e)}</span>
    ${t&&!ch.has(t)&&l`<span class="badge-cause">${z("cause",t)}</span>`}
  </span>
`,wt=({children:e})=>l`<span class="tag">${e}</span>`,Jn=({count:e=0,newest:t})=>e>0&&l`
    <span class="notes" title=${t?`${t.actor}: ${t.text}`:""}>
      <${H} name="note" /><span class="off-screen">${a("jobs.notes",{n:e})}: </span>
      ${e>1&&l`<b>${e}</b> `}${t?.text}
    </span>
  `});function Wc(){let e=R(B);return l`
    <${ee}>${a("help.title")}<//>
    <p><${W} to="/help/proof">${a("help.proof.title")}<//>: ${a("help.proof")}</p>
    <${Kn}
      id="statuses"
      title=${a("help.statuses")}
      facts=${lh.map(t=>[l`<${de} status=${t} />`,a(`help.status.${t}`)])}
    />
    <${Kn}
      id="causes"
      title=${a("help.causes")}
      hint=${a("help.causesHint")}
      facts=${dh.map(([t,o])=>[z("cause",t),l`
          ${a(`help.cause.${t}`)}${" "}
          <span class="muted">
            ${o.map(n=>z("status",n)).join(", ")||a("help.any")}
          </span>
        `])}
    />
    <${Kn}
      id="keys"
      title=${a("keys.title")}
      hint=${a("help.keysHint")}
      facts=${uh.map(([t,o])=>[l`<kbd>${t}</kbd>`,a(`keys.${o}`)])}
    />
    <${Kn}
      id="more"
      title=${a("help.more")}
      facts=${[[l`<a href=${L("/docs")}>${a("landing.docs")}</a>`,a("help.docs")],...e?[[l`<${W} to="/account">${a("account.title")}<//>`,a("help.account")]]:[],[l`<a href=${L("/log/checkpoint")}>${a("landing.checkpoint")}</a>`,a("help.checkpoint")],[l`<a href=${L("/log/key")}>${a("health.key")}</a>`,a("help.key")]]}
    />
  `}var lh,uh,dh,Kn,qc=v(()=>{"use strict";we();V();Ie();G();C();te();I();lh=["IN_PROGRESS","SUCCESS","FAILED","UNCONFIRMED"],uh=[["/","search"],["j","down"],["k","up"],["Enter","open"],["Escape","escape"],["?","help"]],dh=[["answered",["SUCCESS","FAILED"]],["reported",["SUCCESS","FAILED","UNCONFIRMED"]],["never_sent",["FAILED"]],["withheld",["FAILED"]],["timed_out",["UNCONFIRMED"]],["connection_lost",["UNCONFIRMED"]],["unreadable_answer",["UNCONFIRMED"]],["inconclusive_answer",["UNCONFIRMED"]],["interrupted",["UNCONFIRMED"]],["imported",[]]],Kn=({id:e,title:t,hint:o,facts:n})=>l`
  <section class="card" aria-labelledby=${e}>
    <h2 id=${e}>${t}</h2>
    ${o&&l`<p>${o}</p>`}
    <dl class="facts">
      ${n.map(([r,s])=>[l`<dt>${r}</dt>`,l`<dd>${s}</dd>`])}
    </dl>
  </section>
`});var Vc={};We(Vc,{default:()=>zc});function zc({topic:e}){return e==="proof"?l`<${Fc} />`:l`<${Wc} />`}var Jc=v(()=>{"use strict";C();Bc();qc()});function Kc(e){let t=o=>{if(o.ctrlKey||o.metaKey||o.altKey||o.defaultPrevented||fh(o.target)||document.querySelector("dialog[open]"))return;let n=e[o.key];n&&(o.preventDefault(),n(o))};return addEventListener("keydown",t),()=>removeEventListener("keydown",t)}var fh,Gc=v(()=>{"use strict";fh=e=>e instanceof HTMLElement&&(e.isContentEditable||/^(INPUT|TEXTAREA|SELECT)$/.test(e.tagName))});function Yc(e=Date.now){let t=null;return cn(()=>t=null),{leave(o,n,r){t=o!==void 0&&o===B.get()?.user_id?{value:r,search:n,until:e()+ph}:null},find:o=>t?.search===o&&e()<t.until?t.value:null}}var ph,Xc=v(()=>{"use strict";we();ph=6e5});function Pe(e,{onEntries:t,onState:o=()=>{}}){let n=[],r=0,s=0,i=0,c=0,u=null,f=e.after,d=!1,h=new AbortController,m=()=>{cancelAnimationFrame(r),r=0;let _=n;n=[],_.length&&t(_)},p=_=>{f=_.lastEventId||f,n.push(JSON.parse(_.data)),n.length>=hh?m():r||=requestAnimationFrame(m)},$=()=>{u?.close(),u=null,clearTimeout(i),h.abort()},g=()=>{o("lost"),c||=window.setTimeout(()=>_t.set(!1),$h),u?.readyState===EventSource.CLOSED&&($(),w(2e3))},w=_=>{h=new AbortController;let{signal:S}=h,k=()=>E("/v1/meta",{signal:S}).then(()=>S.aborted||b(),A=>{!S.aborted&&A.status!==401&&w(1e4)});i=window.setTimeout(k,_)};function b(){$();let _=f===void 0&&!d?e.from:void 0;u=new EventSource(L("/v1/stream",{...e,from:_,after:f})),u.onopen=()=>{clearTimeout(c),c=0,_t.set(!0),o(d?"stale":"open"),d=!1},u.onerror=g;for(let S of bh)u.addEventListener(S,p);u.addEventListener("ended",()=>{u?.close(),g()})}let x=()=>{clearTimeout(s),document.hidden?s=window.setTimeout($,mh):u||(f=void 0,d=!0,b())};return document.addEventListener("visibilitychange",x),window.addEventListener("pagehide",$),b(),()=>{document.removeEventListener("visibilitychange",x),window.removeEventListener("pagehide",$),clearTimeout(s),clearTimeout(c),cancelAnimationFrame(r),$()}}var hh,mh,$h,bh,Dt=v(()=>{"use strict";oe();V();hh=1e3,mh=2e4,$h=4e3,bh=["job_created","job_imported","status_changed","note_added"]});function qo(e){let t={};for(let o of Gn)t[o]=[...new Set(e.getAll(o).filter(Boolean))];for(let o of Qc)e.get(o)&&(t[o]=e.get(o));return t}function Hs(e){let t=new URLSearchParams;for(let o of Gn)for(let n of e[o])t.append(o,n);for(let o of Qc)e[o]&&t.append(o,e[o]);return t}function yh(e){let[,t,o]=/^(\d{1,4})([hd])$/.exec(e)??[];return t?Number(t)*(o==="d"?24:1)*36e5:null}function ro(e,t){let{within:o,...n}=e,r=o&&yh(o);return r?{...n,since:new Date(t-r).toISOString()}:n}function Mt(e,t,o){let n=e[t],r=n.filter(s=>s!==o);return{...e,[t]:r.length<n.length?r:[...n,o]}}function rl(e,t,o){return Gn.some(n=>n===t)?Mt(e,t,o):{...e,[t]:void 0}}function sl(e,t,o){let n=ro(e,o),r=Date.parse(t.created_at);return Gn.every(s=>s==="cid"||!e[s].length||e[s].includes(t[s]))&&(!e.job_id||Zc(t.job_id).startsWith(Zc(e.job_id)))&&(!e.retry_of||e.retry_of===t.retry_of)&&(!n.since||r>=Date.parse(String(n.since)))&&(!n.until||r<Date.parse(String(n.until)))}function Ps(e,t,o=0){let[n,r,s]=e.split("-").map(Number);return(t==="utc"?new Date(Date.UTC(n,r-1,s+o)):new Date(n,r-1,s+o)).toISOString()}function Us(e,t,o=0){let n=new Date(Date.parse(e??"")-o);return Number.isNaN(n.getTime())?"":(t==="utc"?[n.getUTCFullYear(),n.getUTCMonth()+1,n.getUTCDate()]:[n.getFullYear(),n.getMonth()+1,n.getDate()]).map(s=>String(s).padStart(2,"0")).join("-")}var Gn,Qc,el,tl,ol,nl,Yn,Zc,so=v(()=>{"use strict";Gn=["status","cause","action_name","user_id","cid","batch_id","source"],Qc=["job_id","retry_of","since","until","within"],el=["IN_PROGRESS","SUCCESS","FAILED","UNCONFIRMED"],tl=["answered","reported","imported","unreadable_answer","inconclusive_answer","timed_out","connection_lost","interrupted","never_sent","withheld"],ol=["gateway","api","import","embedded"],nl=["24h","7d","30d"];Yn=e=>[...Hs(e)].map(([t,o])=>({name:t,value:o})),Zc=e=>e.replaceAll("-","").toLowerCase()});function Xn(e,t,o){if(e==="status"||e==="cause"||e==="source")return z(e,t);if(e==="within"){let r=Number.parseInt(t,10);return a(t.endsWith("d")?"filter.days":"filter.hours",{n:r})}return e!=="since"&&e!=="until"||Number.isNaN(Date.parse(t))?t:kt(t,o).endsWith("00:00:00")?Fi(t,o):kt(t,o)}var io,il=v(()=>{"use strict";ae();I();io=e=>a(`filter.${e}`)});function ao({name:e,filters:t,set:o,options:n=[],isOpen:r=!1}){let[s,i]=y(""),c=s.trim().toLowerCase(),f=[...new Set([...t[e],...n])].filter(h=>h.toLowerCase().includes(c)),d=h=>{h.preventDefault();let m=s.trim();m&&!t[e].includes(m)&&o(Mt(t,e,m)),i("")};return l`
    <${Gt} label=${io(e)} class=${t[e].length?"is-set":""}>
      ${()=>l`
        ${r&&l`
            <form onSubmit=${d} class="row add-value">
              <input
                aria-label=${io(e)}
                value=${s}
                placeholder=${io(e)}
                autocapitalize="none"
                spellcheck=${!1}
                ref=${h=>s||h?.focus()}
                onInput=${h=>i(h.currentTarget.value)}
              />
              <button type="submit">${a("filter.add")}</button>
            </form>
          `}
        <ul class="values">
          ${f.slice(0,100).map(h=>l`
              <li key=${h}>
                <label>
                  <input
                    type="checkbox"
                    checked=${t[e].includes(h)}
                    onChange=${()=>o(Mt(t,e,h))}
                  />
                  ${Xn(e,h,"utc")}
                </label>
              </li>
            `)}
        </ul>
      `}
    <//>
  `}function al({label:e,day:t,onDay:o}){let[n,r]=y("");return l`
    <${q}
      label=${e}
      type="date"
      value=${n||t}
      onValue=${s=>{let i=!s||s>="1000";r(i?"":s),i&&o(s)}}
    />
  `}function wh({filters:e,set:t}){let o=R(Qe),n=e.since||e.until||e.within,r=s=>t({...e,within:void 0,...s});return l`
    <${Gt} label=${a("filter.date")} class=${n?"is-set":""}>
      ${()=>l`
        <div class="row spans">
          ${nl.map(s=>l`
              <button
                key=${s}
                type="button"
                aria-pressed=${e.within===s}
                onClick=${()=>r({since:void 0,until:void 0,within:e.within===s?void 0:s})}
              >
                ${Xn("within",s,o)}
              </button>
            `)}
        </div>
        <${al}
          label=${a("filter.from")}
          day=${Us(e.since,o)}
          onDay=${s=>r({since:s?Ps(s,o):void 0})}
        />
        <${al}
          label=${a("filter.to")}
          day=${Us(e.until,o,1)}
          onDay=${s=>r({until:s?Ps(s,o,1):void 0})}
        />
      `}
    <//>
  `}function ll({filters:e,set:t,stats:o}){let n=R(B),[r,s]=y(!1),i={filters:e,set:t},c=zo(o?.by_action),u=zo(o?.by_user),f=Yn(e);return l`
    <div class="filters ${r?"is-open":""}">
      <button
        type="button"
        class="filters-switch"
        aria-expanded=${r}
        onClick=${()=>s(!r)}
      >
        ${a("filter.all")}<${H} name="down" />
      </button>
      <div class="row filters-list" role="group" aria-label=${a("filter.all")}>
        <${ao} name="cause" options=${tl} ...${i} />
        <${ao} name="action_name" options=${c} isOpen ...${i} />
        ${n?.role!=="operator"&&l`<${ao} name="user_id" options=${u} isOpen ...${i} />`}
        <${ao} name="cid" isOpen ...${i} />
        <${ao} name="batch_id" isOpen ...${i} />
        <${ao} name="source" options=${ol} ...${i} />
        <${wh} ...${i} />
      </div>
    </div>
    ${f.length>0&&l`<${gh} all=${f} ...${i} />`}
  `}function gh({filters:e,set:t,all:o}){let n=R(Qe);return l`
    <div class="row chosen" role="group" aria-label=${a("filter.chosen")}>
      ${o.map(({name:r,value:s})=>l`
          <${Aa}
            key=${`${r} ${s}`}
            name=${io(r)}
            value=${Xn(r,s,n)}
            onRemove=${()=>t(rl(e,r,s))}
          />
        `)}
      <button
        type="button"
        class="quiet"
        id="clear-filters"
        onClick=${()=>t(qo(new URLSearchParams))}
      >
        ${a("filter.clear")}
      </button>
    </div>
  `}var cl,zo,ul=v(()=>{"use strict";we();ae();G();C();Oe();xe();To();Uo();I();so();il();cl=({filters:e,set:t,total:o})=>l`
  <div class="statuses" role="group" aria-label=${io("status")}>
    ${el.map(n=>l`
        <button
          key=${n}
          type="button"
          class="status-filter badge-${n}"
          aria-pressed=${e.status.includes(n)}
          onClick=${()=>t(Mt(e,"status",n))}
        >
          <${H} name=${n} />${z("status",n)}
          <b>${o?M(o[n]):"\u2013"}</b>
        </button>
      `)}
  </div>
`;zo=e=>(e?.rows??[]).map(t=>t.value)});function pl(e){e.size>_h&&e.delete(e.keys().next().value)}function Fs(e,t){if(t.index<=e.last_index)return!1;if(e.last_index=t.index,t.kind==="note_added"){let{index:o,recorded_at:n,actor:r,text:s}=t;e.note_count=(e.note_count??0)+1,e.newest_note={index:o,recorded_at:n,actor:r,text:s}}else if(t.kind==="status_changed"){let{status:o,cause:n,http_status:r,error_message:s}=t;Object.assign(e,{status:o,cause:n,http_status:r,error_message:s}),e.updated_at=t.recorded_at}return!0}var Vo,dl,fl,Jo,_h,Zn,Qn,Bs=v(()=>{"use strict";so();Vo=100,dl=8,fl=15e4,Jo=1e3,_h=2e3,Zn=class{constructor(t,o,n=null){this.filters=t,this.recent=o,this.pages=[],this.next=n,this.start=n,this.count=0,this.top=-1,this.fresh=new Set,this.byId=new Map}get isDone(){return this.next===void 0||this.count>=fl}get isTruncated(){return this.next!==void 0&&this.count>=fl}locate(t){let o=0;for(let[n,r]of this.pages.entries()){if(t<o+r.count)return{number:n,offset:t-o};o+=r.count}return{number:this.pages.length,offset:0}}slice(t,o){let n=[],{number:r,offset:s}=this.locate(t);for(let i=Math.min(o,this.count)-t;i>0;r+=1,s=0){let{count:c,rows:u}=this.pages[r],f=Math.min(i,c-s);for(let d=0;d<f;d+=1)n.push(u?u[s+d]:null);i-=f}return n}wanted(t,o){let n=Math.min(this.locate(o).number,this.pages.length-1);for(let r=this.locate(t).number;r<=n;r+=1){let{rows:s,stale:i}=this.pages[r];if(!s||i)return r}return!this.isDone&&o>this.count-Vo/2?this.pages.length:null}cursorOf(t){return t<this.pages.length?this.pages[t].cursor:this.next??null}place(t,{jobs:o,next:n},r){if(this.#t(t)&&this.pages.length)return this.#e(o);let s=this.pages[t]??{cursor:this.next??null,count:0,rows:null},i=o.length-s.count;t===this.pages.length&&(this.pages.push(s),this.next=n??void 0),this.top<0&&o.length&&(this.top=o[0].index);for(let c of s.rows??[])this.byId.delete(c.job_id);this.pages[t]={cursor:s.cursor,count:o.length,rows:o};for(let c of o){this.byId.set(c.job_id,c);for(let u of this.recent.entriesOf(c.job_id))Fs(c,u)}if(this.count+=i,this.#t(t))for(let c of this.recent.jobs.values())this.#r(c,r);return i}#t(t){return t===0&&this.start===null}#e(t){for(let o of t){let n=this.byId.get(o.job_id);n&&n.last_index<=o.last_index&&Object.assign(n,o)}return this.pages[0].stale=!1,0}forget(t,o){let n=this.locate(t).number-dl,r=this.locate(o).number+dl;for(let[s,i]of this.pages.entries())if(!(!i.rows||s>=n&&s<=r||this.#t(s))){for(let c of i.rows)this.byId.delete(c.job_id);i.rows=null}}expire(){for(let t of this.pages)t.stale=!0}take(t,o){let n=!1;for(let r of t){let s=this.byId.get(r.job_id);s?n=Fs(s,r)||n:n=this.#r(this.recent.jobs.get(r.job_id),o)||n}return n}#r(t,o){if(!t||t.index<=this.top||this.start!==null||this.filters.cid.length||this.byId.has(t.job_id))return!1;let n=this.fresh.size;return n>=Jo?!1:(sl(this.filters,t,o)?this.fresh.add(t.job_id):this.fresh.delete(t.job_id),this.fresh.size!==n)}limitOf(t){return t<this.pages.length&&this.#t(t)?5*Vo:Vo}compare(t){this.fresh.size>=Jo||(this.fresh=new Set(t.filter(o=>o.index>this.top).map(o=>o.job_id)))}},Qn=class{constructor(){this.entries=new Map,this.jobs=new Map}take(t){for(let o of t){if(o.kind==="job_created"||o.kind==="job_imported"){this.jobs.set(o.job_id,{cause:null,...o,last_index:o.index}),pl(this.jobs);continue}let n=this.jobs.get(o.job_id);n&&Fs(n,o),this.entries.set(o.job_id,[...this.entriesOf(o.job_id).slice(-20),o]),pl(this.entries)}}entriesOf(t){return this.entries.get(t)??[]}}});var vh,xh,kh,hl,Sh,er,ml=v(()=>{"use strict";it();so();Bs();vh=120,xh=2e3,kh=5e3,hl=[1,2,5,10,30],Sh=(e,t)=>setTimeout(e,t),er=class{list=null;#t=null;stats=null;problem=null;isLoading=!1;shift=0;scrolled=0;#e;#r=new Qn;#o=[0,40];#c=0;#l=0;#s=new AbortController;#u=()=>{};#d=new Set;#i=!1;constructor(t){this.#e={later:Sh,now:Date.now,...t}}async open(t,o=null){this.#s.abort(),this.#s=new AbortController,this.#l=this.#e.now(),this.#o=[0,40],this.#t=new Zn(t,this.#r,o),this.list??=this.#t,this.problem=null,this.isLoading=!1,await this.#n()}reload(){return this.#t?this.open(this.#t.filters):Promise.resolve()}openRest(){let t=this.list;return t?this.open(t.filters,t.next??null):Promise.resolve()}retry(){return this.problem=null,this.#n()}show(t,o){this.list===this.#t&&(this.#o=[t,o],this.problem||this.#n())}close(){this.#i=!0,this.#s.abort(),this.#u()}async resume(t){this.#e.onChange=t,this.#i=!1,this.#s=new AbortController,this.isLoading=!1,this.problem=null,this.stats=null,this.list?.expire(),this.#t=this.list,await this.#n(),await this.#p().catch(()=>{})}async#n(){let t=this.#t,{signal:o}=this.#s;if(!t||this.isLoading||this.#i)return;let[n,r]=this.#o,s=t.wanted(n,r);if(s!==null){this.isLoading=!0,this.#e.onChange();try{this.stats||await this.#m();let i=t.limitOf(s),c={...ro(t.filters,this.#l),limit:i},u=t.cursorOf(s),f=await this.#e.get("/v1/jobs",{query:{...c,cursor:u},signal:o});if(o.aborted)return;let d=s<t.locate(this.#o[0]).number,h=t.place(s,f,this.#e.now());d&&(this.shift+=h),t.forget(this.#o[0],this.#o[1]),this.#c=0}catch(i){if(o.aborted)return;if(!(i instanceof Z))throw i;this.problem=i,i.isTemporary&&this.#h(i,o)}finally{o.aborted||(this.isLoading=!1)}this.list=t,this.#e.onChange(),this.problem||await this.#n()}}#h(t,o){let n=t.retryAfter??hl[Math.min(this.#c,hl.length-1)];this.#c+=1,this.#e.later(()=>{!o.aborted&&this.problem===t&&this.retry()},n*1e3)}async#m(){if(await this.#f(),this.#i)return;let{size:t}=this.stats.head;this.#u(),this.#u=this.#e.follow(t>0?{after:t-1}:{from:0},{onEntries:o=>this.#$(o),onState:o=>{o==="stale"&&(this.list?.expire(),this.#n(),this.#a("count",0,()=>this.#f()),this.#a("look",0,()=>this.#p()))}})}#$(t){this.#r.take(t),this.list?.take(t,this.#e.now())&&this.#a("draw",vh,async()=>this.#e.onChange()),this.#a("count",xh,()=>this.#f()),t.some(({kind:n})=>n==="job_created"||n==="job_imported")&&this.list?.filters.cid.length&&this.#a("look",kh,()=>this.#p())}#a(t,o,n){this.#d.has(t)||(this.#d.add(t),this.#e.later(()=>{this.#d.delete(t),this.#i||n().catch(()=>{})},o))}async#f(){this.stats=await this.#e.get("/v1/stats",{query:{limit:100}}),this.#e.onChange()}async#p(){let t=this.list;if(!t||t.start!==null)return;let o={...ro(t.filters,this.#l),limit:Vo};t.compare((await this.#e.get("/v1/jobs",{query:o})).jobs),this.#e.onChange()}}});function Ws(e){let t=e.trim().toLowerCase();if(!/^[0-9a-f]+(-[0-9a-f]+)*-?$/.test(t))return null;let o=t.replaceAll("-","");return o.length>32?null:{digits:o,id:o.length===32?Ah(o):null}}function qs(e,{jobs:t,users:o,actions:n}){let r=e.trim();if(!r)return[];let s=r.toLowerCase(),i=f=>f.filter(d=>d.toLowerCase().includes(s)).sort((d,h)=>$l(d,s)-$l(h,s)).slice(0,4),c=Ws(r),u=t.map(f=>({kind:"job",value:f.job_id,job:f}));return c?.id&&!u.length&&u.push({kind:"job",value:c.id,job:null}),[...i(o).map(f=>({kind:"user",value:f})),...i(n).map(f=>({kind:"action",value:f})),...u,...t.length>1?[{kind:"prefix",value:r}]:[],...c?.id?[]:[{kind:"customer",value:r}]]}function $l(e,t){let o=e.toLowerCase().indexOf(t);return o===0?e.length-t.length:1e3+o}var Ah,bl=v(()=>{"use strict";Ah=e=>[e.slice(0,8),e.slice(8,12),e.slice(12,16),e.slice(16,20),e.slice(20)].join("-")});function jh(e){let[t,o]=y([]),n=U(Promise.resolve([])),r=Ws(e)?.digits??"";return j(()=>{if(o([]),n.current=Promise.resolve([]),!r)return;let s=new AbortController,i={job_id:r,limit:Th};return n.current=E("/v1/jobs",{query:i,signal:s.signal}).then(c=>c.jobs,()=>[]),n.current.then(c=>s.signal.aborted||o(c)),()=>s.abort()},[r]),{jobs:t,asked:n}}function Eh({meaning:{kind:e,value:t,job:o}}){return l`
    <span class="suggestion-kind">${a(`search.${e}`)}</span>
    <span class="suggestion-value">${t}</span>
    ${o&&l`<span>${o.action_name}</span><${de} status=${o.status} /> `}
    ${o&&l`<${re} at=${o.created_at} />`}
  `}function yl({filters:e,set:t,users:o,actions:n}){let[r,s]=y(""),[i,c]=y(!1),[u,f]=y(0),d=U(null),{jobs:h,asked:m}=jh(r),p=dt(),$=qs(r,{jobs:h,users:o,actions:n}),g=i&&$.length>0;wn(d,g,()=>c(!1));let w=({kind:_,value:S})=>{if(c(!1),s(""),_==="job")ve(L(N`/jobs/${S}`));else if(_==="customer")ve(L(N`/customers/${S}`));else if(_==="prefix")t({...e,job_id:S});else{let k=_==="user"?"user_id":"action_name";e[k].includes(S)||t(Mt(e,k,S))}},b=async()=>{let _=await m.current,S=qs(r,{jobs:_,users:o,actions:n})[u];S&&w(S)},x=_=>{let S={ArrowDown:1,ArrowUp:-1}[_.key];if(S&&$.length)c(!0),f(g?(u+S+$.length)%$.length:0);else if(_.key==="Enter")b();else if(_.key==="Escape"&&r)s("");else if(_.key==="Escape")_.target.blur();else return;_.preventDefault()};return l`
    <div class="search" ref=${d} role="search">
      <${H} name="search" />
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
        value=${r}
        onInput=${_=>{s(_.currentTarget.value),c(!0),f(0)}}
        onFocus=${()=>c(!0)}
        onKeyDown=${x}
      />
      <ul id=${p} role="listbox" aria-label=${a("search.suggestions")} hidden=${!g}>
        ${$.map((_,S)=>l`
            <li
              key=${`${_.kind} ${_.value}`}
              id="${p}-${S}"
              role="option"
              aria-selected=${S===u}
              onPointerDown=${k=>k.preventDefault()}
              onClick=${()=>w(_)}
            >
              <${Eh} meaning=${_} />
            </li>
          `)}
      </ul>
    </div>
  `}var Th,wl=v(()=>{"use strict";oe();V();Ne();Ie();G();C();xe();te();I();so();bl();Th=6});function Nh(){let[,e]=y(0);j(()=>{let o=()=>e(n=>n+1);for(let n of[zs,Vs])n.addEventListener("change",o);return()=>{for(let n of[zs,Vs])n.removeEventListener("change",o)}},[]);let t=Number.parseFloat(getComputedStyle(document.documentElement).fontSize);return{height:Math.round(Ch[zs.matches?"cards":"table"]*t),isWide:Vs.matches}}function Lh(e,t,o,n){let[r,s]=y({from:0,to:40});return ut(()=>{let i=0,c=()=>{i=0,n(scrollY);let f=-(e.current?.getBoundingClientRect().top??0),d=Math.max(0,Math.floor(f/t)-gl),h=Math.max(0,Math.ceil((f+innerHeight)/t))+gl;s(m=>m.from===d&&m.to===h?m:{from:d,to:h})},u=()=>{i||=requestAnimationFrame(c)};return c(),addEventListener("scroll",u,{passive:!0}),addEventListener("resize",u),()=>{cancelAnimationFrame(i),removeEventListener("scroll",u),removeEventListener("resize",u)}},[t,o]),{from:Math.min(r.from,o),to:Math.min(r.to,o)}}function Ih(e,t){e.target.closest("a, button")||getSelection()?.toString()||ve(L(N`/jobs/${t}`))}function Rh({job:e,index:t,isWide:o}){let n={"data-index":t,"aria-rowindex":t+2};if(!e)return l`<tr role="row" class="job" ...${n}>
      <td role="cell">…</td>
    </tr>`;let{job_id:r,user_id:s,action_name:i,customer_count:c,status:u,cause:f}=e;return l`
    <tr
      role="row"
      class="job"
      ...${n}
      onClick=${d=>Ih(d,r)}
    >
      <td role="cell" class="cell-user">${s}</td>
      <td role="cell" class="cell-action">
        <a href=${L(N`/jobs/${r}`)}>${i}</a>
        ${e.retry_of&&l`<${wt}>${a("jobs.retry")}<//>`}
        <${Jn} count=${e.note_count} newest=${e.newest_note} />
      </td>
      <td role="cell" class="cell-customers number">
        ${M(c)}<span class="only-cards">
          ${" "}${a("jobs.customersUnit",{n:c})}</span
        >
      </td>
      <td role="cell" class="cell-status"><${de} status=${u} cause=${f} /></td>
      <td role="cell" class="cell-date"><${re} at=${e.created_at} /></td>
      <td role="cell" class="cell-id"><${no} id=${r} short=${!o} /></td>
    </tr>
  `}function _l({jobs:e,list:t,focus:o}){let{height:n,isWide:r}=Nh(),s=U(null);ut(()=>{e.scrolled&&scrollTo(0,e.scrolled)},[]);let{from:i,to:c}=Lh(s,n,t.count,d=>{e.scrolled=d}),u=t.slice(i,c);j(()=>e.show(i,c),[i,c,t,t.count]),ut(()=>{e.shift&&(scrollBy(0,e.shift*n),e.shift=0)}),ut(()=>{if(!o||!s.current)return;let d=s.current.getBoundingClientRect().top+o.index*n;d<2*n?scrollBy(0,d-2*n):d>innerHeight-2*n&&scrollBy(0,d-innerHeight+2*n);let h=requestAnimationFrame(()=>requestAnimationFrame(f));return()=>cancelAnimationFrame(h)},[o]);let f=()=>{let d=s.current?.querySelector(`[data-index="${o?.index}"] a`);d instanceof HTMLElement&&d.focus({preventScroll:!0})};return l`
    <table
      class="jobs"
      role="table"
      aria-rowcount=${t.isDone?t.count+1:-1}
      aria-busy=${e.isLoading}
      style=${{"--row":`${n}px`}}
    >
      <caption class="off-screen">
        ${a("jobs.title")}
      </caption>
      <thead role="rowgroup">
        <tr role="row" class="job" aria-rowindex="1">
          ${Oh.map(d=>l`
              <th
                key=${d}
                role="columnheader"
                scope="col"
                class="cell-${d} ${d==="customers"?"number":""}"
              >
                ${a(`jobs.${d}`)}
              </th>
            `)}
        </tr>
      </thead>
      <tbody role="rowgroup" ref=${s} style=${{height:`${t.count*n}px`}}>
        ${i>0&&l`<tr key="above" aria-hidden="true" style=${{height:`${i*n}px`}}></tr>`}
        ${u.map((d,h)=>l`
            <${Rh}
              key=${d?.job_id??i+h}
              job=${d}
              index=${i+h}
              isWide=${r}
            />
          `)}
      </tbody>
    </table>
  `}var gl,Oh,Ch,zs,Vs,vl=v(()=>{"use strict";ae();V();Ne();Ie();C();te();I();gl=8,Oh=["user","action","customers","status","date","id"],Ch={table:2.5,cards:6.5},zs=matchMedia("(width < 60rem)"),Vs=matchMedia("(width >= 90rem)")});function Hh({views:e,query:t,close:o}){let[n,r]=y("");return l`
    <form onSubmit=${i=>{i.preventDefault(),e.update(c=>[...c.filter(u=>u.name!==n.trim()),{name:n.trim(),query:t}]),o(),Q(a("views.saved",{name:n.trim()}))}}>
      <${q} label=${a("views.name")} required maxlength="60" value=${n} onValue=${r} />
      <button type="submit">${a("views.save")}</button>
    </form>
  `}function xl({query:e}){let[t]=y(Mh),o=R(t),n=e.toString(),r=s=>t.update(i=>i.filter(c=>c.name!==s));return l`
    <${Gt} label=${a("views.title")} align="end">
      ${s=>l`
        ${o.length>0&&l`
            <ul class="menu views">
              ${o.map(i=>l`
                  <li key=${i.name} class="row">
                    <a
                      href=${L("/")+(i.query&&`?${i.query}`)}
                      aria-current=${i.query===n?"true":void 0}
                      onClick=${c=>{c.preventDefault(),un(new URLSearchParams(i.query)),s()}}
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
        ${n?l`<${Hh} views=${t} query=${n} close=${s} />`:l`<p class="hint">${a("views.hint")}</p>`}
      `}
    <//>
  `}var Dh,Mh,kl=v(()=>{"use strict";we();V();Ne();zt();Oe();G();C();To();Ae();I();Dh={},Mh=()=>{let e=`views:${B.get()?.user_id}`;return Dh[e]??=vt(e,[])}});var Tl={};We(Tl,{default:()=>Al});function Uh(e){let[,t]=y(0),o=()=>t(c=>c+1),[n]=y(()=>Re.get().isBack?Sl.find(e):null),r=U(n!==null),[s]=y(()=>n??new er({get:E,follow:Pe,onChange:o})),i=U(e);return i.current=e,j(()=>{let c=B.get()?.user_id;return r.current&&s.resume(o),()=>{s.close(),Sl.leave(c,i.current,s)}},[]),j(()=>{r.current||s.open(qo(new URLSearchParams(e))),r.current=!1},[e]),s}function Bh({filters:e}){let t=ro(e,Date.now()),o=[{text:"CSV",href:L("/v1/export.csv",t),download:!0},{text:a("jobs.csvExcel"),href:L("/v1/export.csv",{...t,bom:"true"}),download:!0},{text:"NDJSON",href:L("/v1/export.ndjson",t),download:!0}];return l`<${kn} label=${a("jobs.download")} align="end" items=${o} />`}function Wh({jobs:e,list:t,isFiltered:o,clear:n}){let r=R(B);return e.problem?l`
      <${Y} problem=${e.problem} retry=${()=>e.retry()} />
      ${o&&l`<p><button type="button" onClick=${n}>${a("filter.clear")}</button></p>`}
    `:t.isTruncated?l`
      <p class="state">
        <button type="button" onClick=${()=>e.openRest()}>${a("jobs.older")}</button>
      </p>
    `:t.isDone?t.count?l`<p class="state">${a("jobs.end",{n:t.count})}</p>`:o?l`
      <${ge} title=${a("jobs.noMatch")}>
        <button type="button" onClick=${n}>${a("filter.clear")}</button>
      <//>
    `:l`
    <${ge} title=${a("jobs.empty")}>
      ${r?.role!=="auditor"&&l`<p><${W} to="/set-action" class="button">${a("jobs.emptyAction")}<//></p>`}
      <p><a href=${L("/docs")}>${a("jobs.emptyDocs")}</a></p>
    <//>
  `:l`<${ft} />`}function qh({count:e,show:t}){if(j(()=>{e&&vn(a("jobs.fresh",{n:e}))},[e>0]),!e)return null;let o=e>=Jo;return l`
    <div class="fresh">
      <button type="button" id="show-new" class="primary" onClick=${t}>
        ${a(o?"jobs.freshMany":"jobs.fresh",{n:o?Jo-1:e})}
      </button>
    </div>
  `}function Al(){let[e,t]=ze(),o=e.toString(),n=fe(()=>qo(e),[o]),r=Uh(o),{list:s,stats:i}=r,[c,u]=y(null),[f,d]=y(!1),h=w=>t(Hs(w)),m=()=>t(new URLSearchParams),p=U(null);p.current={list:s,focus:c},j(()=>{let w=b=>{let{list:x,focus:_}=p.current,S=document.activeElement?.closest?.("[data-index]"),k=S?Number(S.getAttribute("data-index")):_?.index??-1,A=Math.max(0,Math.min(k+b,x.count-1));x.count&&u({index:A})};return Kc({"/":()=>document.getElementById("search")?.focus(),j:()=>w(1),k:()=>w(-1),"?":()=>d(!0)})},[]);let $=async()=>{scrollTo(0,0),await r.reload(),u({index:0})},g=Yn(n).length>0;return l`
    <div class="jobs-top">
      <${ee}>${a("jobs.title")}<//>
      <${yl}
        filters=${n}
        set=${h}
        users=${zo(i?.by_user)}
        actions=${zo(i?.by_action)}
      />
      <div class="row">
        <${xl} query=${e} />
        <${Bh} filters=${n} />
        <button
          type="button"
          aria-label=${a("keys.title")}
          aria-keyshortcuts="?"
          onClick=${()=>d(!0)}
        >
          ?
        </button>
      </div>
    </div>
    <div class="jobs-filters">
      <${cl} filters=${n} set=${h} total=${i?.total} />
      <${ll} filters=${n} set=${h} stats=${i} />
    </div>
    ${s?.start&&l`
        <p class="notice">
          ${a("jobs.olderShown")}
          <button type="button" onClick=${()=>r.reload()}>${a("jobs.newest")}</button>
        </p>
      `}
    ${s&&l`
        <${qh} count=${s.fresh.size} show=${$} />
        ${s.count>0&&l`<${_l} jobs=${r} list=${s} focus=${c} />`}
        <${Wh} jobs=${r} list=${s} isFiltered=${g} clear=${m} />
      `}
    ${f&&l`<${Fh} onClose=${()=>d(!1)} />`}
  `}var Ph,Sl,Fh,jl=v(()=>{"use strict";we();oe();Gc();Xc();V();Ne();Dt();Xe();G();C();To();Ae();me();te();I();ul();so();ml();Bs();wl();vl();kl();Ph=[["/","keys.search"],["j","keys.down"],["k","keys.up"],["Enter","keys.open"],["Esc","keys.escape"],["?","keys.help"]],Sl=Yc();Fh=({onClose:e})=>l`
  <${ue} title=${a("keys.title")} onClose=${e}>
    <dl class="facts">
      ${Ph.map(([t,o])=>l`
          <dt key=${t}><kbd>${t}</kbd></dt>
          <dd>${a(o)}</dd>
        `)}
    </dl>
  <//>
`});function rt(e,t){if(!e)return{why:"empty"};if(e.length*3>t){let r=Jh.encode(e).length;if(r>t)return{why:"long",n:r}}if(Vh.test(e))return null;if(/\p{Cc}/u.test(e))return{why:"control"};if(e.search(Ol)>=0)return{why:"ends"};let o=zh.exec(e);return o?{why:"unseen",code:`U+${o[0].codePointAt(0).toString(16).toUpperCase().padStart(4,"0")}`}:null}function*Nl({values:e,lines:t},{trims:o,bytesMax:n}){let r=[],s=new Uint8Array(e.length),i={good:0,duplicate:0,blank:0,spaces:0,invalid:0},c=new Map;for(let[u,f]of e.entries()){let d=o?Cl(f):f,h=Kh(d,c,n);h==="good"&&c.set(d,u),r.push(d),s[u]=Ko.indexOf(h),i[h]+=1,u%El===El-1&&(yield)}return{values:r,lines:t,kinds:s,counts:i,customers:[...c.keys()],first:c}}function Kh(e,t,o){if(t.has(e))return"duplicate";if(!rt(e,o))return"good";let n=Cl(e);return n?n!==e&&!rt(n,o)?"spaces":"invalid":"blank"}function Ll({values:e,kinds:t},o,n){let r=Ko.indexOf(o),s=n.toLowerCase(),i=[];for(let c=0;c<e.length;c+=1)r>=0&&t[c]!==r||(!s||e[c].toLowerCase().includes(s))&&i.push(c);return i}var Ko,zh,Ol,Vh,El,Jh,Cl,Go=v(()=>{"use strict";Ko=["good","duplicate","blank","spaces","invalid"],zh=new RegExp("[\\xa0\\xad\\u034f\\u061c\\u115f\\u1160\\u1680\\u17b4\\u17b5\\u180b-\\u180f\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u2800\\u3000\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb\\u{13430}-\\u{1343f}\\u{13441}\\u{13442}\\u{16fe4}\\u{1bca0}-\\u{1bca3}\\u{1d159}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e0fff}\\p{Noncharacter_Code_Point}\\p{Surrogate}]","u"),Ol=/^\p{White_Space}+|\p{White_Space}+$/gu,Vh=/^[!-~]+$/,El=2e3,Jh=new TextEncoder;Cl=e=>e.replace(Ol,"")});function Pl({parts:e,first:t,fresh:o},n,r){let s=new Map(n.map(u=>[u.job_id,u])),i=e[0]?.jobs[0]?.job_id,c=n.findIndex(u=>u.job_id===i);return{parts:e.map(u=>({...u,jobs:u.jobs.map(f=>s.get(f.job_id)??f)})),first:t,fresh:r?c<0?n.length:c:o}}function Ul(e,t){let o=new Set(Gs(e).map(n=>n.job_id));return t.some(({kind:n,job_id:r})=>n==="job_created"||n==="job_imported"||o.has(r))}function Fl({parts:e}){let t={};for(let{outcome:o}of e.flatMap(n=>n.jobs))t[o.status]=(t[o.status]??0)+1;return t}var Js,Ks,Gs,Il,Rl,Dl,Ys,Ml,Hl,Bl=v(()=>{"use strict";Js={parts:[],first:0,fresh:0},Ks=({parts:e,first:t})=>e.slice(t,t+2),Gs=e=>Ks(e).flatMap(t=>t.jobs),Il=({first:e})=>e>0,Rl=({parts:e,first:t})=>t+2<e.length||!!e.at(-1)?.next,Dl=({parts:e,first:t})=>t+2<e.length?null:e.at(-1)?.next??null,Ys=({parts:e,...t},o,{jobs:n,next:r})=>({...t,parts:[...e,{cursor:o,jobs:n,next:r}]}),Ml=e=>({...e,first:Math.max(0,Math.min(e.first+1,e.parts.length-2))}),Hl=e=>({...e,first:Math.max(0,e.first-1)})});var zl={};We(zl,{default:()=>ql});function Zh(){let[e,t]=y(""),o=e&&rt(e,Wl);return l`
    <form
      class="look-up"
      role="search"
      onSubmit=${n=>{n.preventDefault(),e&&!o&&ve(L(N`/customers/${e}`))}}
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
          value=${e}
          onInput=${n=>t(n.currentTarget.value)}
        />
        <button type="submit">${a("customer.show")}</button>
      </div>
      ${o&&l`<p class="field-error" role="alert">
          ${a(`name.${o.why}`,{n:o.n??0,most:Wl,code:o.code??""})}
        </p>`}
    </form>
  `}function Qh(e){let[t,o]=y(Js),n=U(t),r=m=>o(n.current=m),s=m=>E(N`/v1/customers/${e}/jobs`,{query:{limit:30,cursor:m}}),[i,c,u]=ne(async()=>{r(Ys(Js,null,await s(null)))}),[f,d,h]=ne(async()=>{let m=Dl(n.current);if(m){let p=await s(m);r(Ys(n.current,m,p))}r(Ml(n.current))});return j(()=>{i();let m=0,p=async()=>{m=0;let w=new Set([null,...Ks(n.current).map(b=>b.cursor)]);for(let b of w){let x=await s(b);r(Pl(n.current,x.jobs,b===null))}},$=()=>m||=window.setTimeout(()=>p().catch(()=>{}),Yh),g=Pe({},{onEntries:w=>Ul(n.current,w)&&$(),onState:w=>w!=="lost"&&$()});return()=>{clearTimeout(m),g()}},[]),{jobs:t,open:i,showOlder:f,showNewer:()=>r(Hl(n.current)),isBusy:c||d,problem:u??h,retry:u?i:f}}function em({job:e}){let{outcome:t,job_id:o}=e,n=r=>a(`customer.${r}`);return l`
    <tr>
      <td data-label=${n("when")}><${re} at=${e.created_at} /></td>
      <td data-label=${n("action")}>
        <a href=${L(N`/jobs/${o}`)}><b>${e.action_name}</b></a>
        ${e.retry_of&&l` <${wt}>${a("jobs.retry")}<//>`} ${" "}<${Jn}
          count=${e.note_count}
          newest=${e.newest_note}
        />
      </td>
      <td data-label=${n("outcome")}>
        <${de} status=${t.status} />
        ${!t.own&&l`<span class="muted"> ${a("customer.asJob")}</span>`}
        ${t.message&&l`<div class="message-of">${t.message}</div>`}
      </td>
      <td data-label=${n("job")}><${de} status=${e.status} cause=${e.cause} /></td>
      <td data-label=${n("user")}>
        ${e.user_id}
        ${e.submitted_by&&l`<div class="muted">${a("customer.submittedBy",{user:e.submitted_by})}</div>`}
      </td>
      <td data-label=${n("id")}><${no} id=${o} short /></td>
    </tr>
  `}function tm({cid:e}){let{jobs:t,open:o,showOlder:n,showNewer:r,isBusy:s,problem:i,retry:c}=Qh(e),u=R(B),f=t.parts.reduce((p,$)=>p+$.jobs.length,0),d=!t.parts.at(-1)?.next,h=l`
    <p class="row">
      ${u?.role!=="auditor"&&l`<${W} to="/set-action" query=${{cid:e}} class="button"
          >${a("customer.setAction")}<//
        >`}
      <${W} to="/jobs" query=${{cid:e}} class="button">${a("customer.inJobs")}<//>
    </p>
  `,m=t.fresh>0&&l`<button type="button" id="fresh" class="primary" onClick=${o}>
      ${a("customer.fresh",{n:t.fresh})}
    </button>`;return t.parts.length===0?l`<${Y}
        problem=${i}
        retry=${c}
      />${s&&l`<${ft} />`}`:f===0&&d?l`
      <${ge} title=${a("customer.none")}><p>${a("customer.noneHint")}</p><//>
      <p role="status">${m}</p>
      ${h}
    `:l`
    <div class="row spread">
      <p class="row" role="status">
        ${a(d?"customer.count":"customer.countMore",{n:f})}
        ${Object.entries(Fl(t)).map(([p,$])=>l`<span key=${p}><${de} status=${p} /> ${M($)}</span>`)}
        ${m}
      </p>
      ${h}
    </div>
    ${Il(t)&&l`<p><button type="button" onClick=${r}>${a("customer.newer")}</button></p>`}
    <div class="card scroll-x">
      <table class="customer-jobs">
        <caption class="off-screen">
          ${a("customer.title",{cid:e})}
        </caption>
        <thead>
          <tr>
            ${Xh.map(p=>l`<th key=${p} scope="col">${a(`customer.${p}`)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${Gs(t).map(p=>l`<${em} key=${p.job_id} job=${p} />`)}
        </tbody>
      </table>
    </div>
    <${Y} problem=${i} retry=${c} />
    ${Rl(t)&&l`<p>
        <button type="button" id="older" disabled=${s} onClick=${n}>
          ${a("customer.older")}
        </button>
      </p>`}
  `}function ql({cid:e}){return l`
    <div class="row spread customer-top">
      <${ee}>${e?a("customer.title",{cid:e}):a("customer.titleNone")}<//>
      <${Zh} />
    </div>
    ${e&&l`<${tm} cid=${e} />`}
  `}var Yh,Wl,Xh,Vl=v(()=>{"use strict";we();oe();Go();ae();V();Ne();Dt();Ie();G();C();me();te();I();Bl();Yh=3e3,Wl=128,Xh=["when","action","outcome","job","user","id"]});var Jl,tr,Yo,or,Xs=v(()=>{"use strict";ae();I();Ie();C();te();Jl={job_id:e=>l`<${no} id=${e.job_id} />`,status:e=>l`<${de} status=${e.status} cause=${e.cause} />`,user_id:e=>l`<${W} to="/" query=${{user_id:e.user_id}}>${e.user_id}<//>`,submitted_by:e=>e.submitted_by,action_name:e=>l`
    <${W} to="/" query=${{action_name:e.action_name}}>${e.action_name}<//>
  `,action_code:e=>e.action_code,customer_count:e=>M(e.customer_count),source:e=>z("source",e.source),created_at:e=>l`<${re} at=${e.created_at} />`,updated_at:e=>l`<${re} at=${e.updated_at} />`,http_status:e=>e.http_status,batch_id:e=>l`<${W} to="/" query=${{batch_id:e.batch_id}}>${e.batch_id}<//>`,cluster_url:e=>l`<code>${e.cluster_url}</code>`,retry_of:e=>l`<${W} to=${`/jobs/${e.retry_of}`}>${e.retry_of}<//>`},tr=Object.keys(Jl),Yo=(e,t)=>(e[t]??null)===null?null:Jl[t](e),or=e=>z("fact",e)});function Gl(e,{counts:t,named:o}){let n=e.status==="FAILED"?e.customer_count-o:0;return{...t,FAILED:t.FAILED-n||n}}function Yl(e,t,o){let n=o!=="auditor",r=e.source==="gateway"&&e.status!=="IN_PROGRESS",s=t.FAILED>0;return{note:n,settle:n&&e.status==="UNCONFIRMED",retryFailed:n&&r&&s,retryAll:n&&r&&(s||e.status!=="SUCCESS"),curl:e.source==="gateway"&&!!e.cluster_url}}function Xl(e,t){let o=go(e.recorded_at??e.created_at,t.recorded_at);return o<0?null:o}function Zl(e,t){let o=e.status==="IN_PROGRESS"?new Date(t).toISOString():e.updated_at;return o?Math.max(0,go(e.created_at,o)):null}function eu(e){let t=e.trim().toLowerCase().replaceAll("-","");return/^[0-9a-f]{1,32}$/.test(t)?t:null}var nr,Zs,Kl,Xo,Ql,Qs,ei,co=v(()=>{"use strict";ae();nr=["FAILED","UNCONFIRMED","IN_PROGRESS","SUCCESS"],Zs=4096,Kl=e=>new TextEncoder().encode(e).length;Xo={rows:[],matching:0,next:""},Ql=e=>e<100?100:e<2e3?2e3:1e4,Qs=({rows:e},{customers:t,matching:o,next:n})=>({rows:[...e,...t],matching:o,next:n}),ei=({rows:e,next:t},o)=>t!==null&&e.length<o+50});function nu({job:e,counts:t,actions:o,onClose:n}){let[r,s]=y(o.retryFailed?"failed":"all"),[i,c]=y(""),[u,f]=y(""),[d,h]=y(""),m=fe(Wt,[r,u,d]),p=U(!1),$=A=>{p.current||(p.current=!0,ve(L(N`/jobs/${A}`)))},g=U((()=>{}));j(()=>()=>{g.current?.(),g.current=null},[]);let w=async()=>{let{size:A}=(await E("/v1/stats",{query:{limit:1}})).head,P={kind:"job_created",user_id:B.get()?.user_id,after:A-1};g.current&&(g.current(),g.current=Pe(P,{onEntries:D=>{let J=D.find(O=>O.retry_of===e.job_id);J&&$(J.job_id)}}))},[b,x,_]=ne(async()=>{await w();let A={customers:r,...i&&{token:i},...u&&{url:u},...d.trim()&&{payload:tu(d)}},P=await ie(N`/v1/jobs/${e.job_id}/retry`,A,{key:m});$(P.job.job_id)}),S=d||_?.field==="payload",k=!d.trim()||tu(d)!==null;return l`
    <${ue} title=${a("job.retry")} onClose=${n}>
      <${rr}
        onSubmit=${b}
        isBusy=${x}
        isOff=${!k}
        problem=${_}
        text=${a("job.retrySend",{n:r==="all"?e.customer_count:t.FAILED,action:e.action_name})}
      >
        <${Rt}
          label=${a("job.retryWhom")}
          value=${r}
          onValue=${s}
          options=${[o.retryFailed&&{value:"failed",text:a("job.retryFailed",{n:t.FAILED})},o.retryAll&&{value:"all",text:a("job.retryAll",{n:e.customer_count})}].filter(Boolean)}
        />
        ${t.UNCONFIRMED>0&&l`<p class="notice notice-warning">${a("job.retryUnconfirmed")}</p>`}
        <${q}
          label=${a("job.token")}
          hint=${a("job.tokenHint")}
          type="password"
          autocomplete="off"
          value=${i}
          onValue=${c}
        />
        <${q}
          label=${a("job.url")}
          hint=${a("job.urlHint")}
          placeholder=${e.cluster_url}
          type="url"
          value=${u}
          onValue=${f}
        />
        ${S&&l`
            <${q}
              as="textarea"
              label=${a("job.members")}
              hint=${a("job.membersHint")}
              error=${!k&&a("job.membersWrong")}
              rows="3"
              value=${d}
              onValue=${h}
            />
          `}
      <//>
    <//>
  `}function tu(e){try{let t=JSON.parse(e);return typeof t=="object"&&!Array.isArray(t)?t:null}catch{return null}}function ru({job:e,onClose:t,onDone:o}){let[n,r]=y(""),[s,i]=y(""),c=fe(Wt,[n,s]),[u,f,d]=ne(async()=>{let h=n==="FAILED"?"error_message":"response_summary";await ie(N`/v1/jobs/${e.job_id}/status`,{status:n,[h]:s.trim()},{key:c}),Q(a("job.settled")),o()});return l`
    <${ue} title=${a("job.settle")} onClose=${t}>
      <p>${a("job.settleHint")}</p>
      <${rr}
        onSubmit=${u}
        isBusy=${f}
        isOff=${!n||!s.trim()}
        problem=${d}
        text=${a("job.settleSend")}
      >
        <${Rt}
          label=${a("job.settleAs")}
          value=${n}
          onValue=${r}
          options=${["SUCCESS","FAILED"].map(h=>({value:h,text:a(`status.${h}`)}))}
        />
        <${q}
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
  `}function su({job:e,onClose:t,onDone:o}){let[n,r]=y(""),s=fe(Wt,[n]),i=Kl(n),[c,u,f]=ne(async()=>{await ie(N`/v1/jobs/${e.job_id}/notes`,{text:n},{key:s}),Q(a("job.noted")),o()}),d=i>Zs;return l`
    <${ue} title=${a("job.note")} onClose=${t}>
      <${rr}
        onSubmit=${c}
        isBusy=${u}
        isOff=${!n.trim()||d}
        problem=${f}
        text=${a("job.noteSend")}
      >
        <${q}
          as="textarea"
          label=${a("job.noteText")}
          hint=${a("job.noteHint",{n:i,most:Zs})}
          error=${d&&a("job.noteLong")}
          rows="5"
          required
          value=${n}
          onValue=${r}
        />
      <//>
    <//>
  `}function iu({job:e,related:t,onClose:o}){let[n,r]=y(""),[s,i]=y(null),c=eu(n),[u,f,d]=ne(async()=>{let h={job_id:n.trim(),limit:10},p=(await E("/v1/jobs",{query:h})).jobs.filter($=>$.job_id!==e.job_id);p.length===1?ve(L(ou(e,p[0]))):i(p)});return l`
    <${ue} title=${a("job.compare")} onClose=${o}>
      <${rr}
        onSubmit=${u}
        isBusy=${f}
        isOff=${!c}
        problem=${d}
        text=${a("job.compareSend")}
      >
        <${q}
          label=${a("job.compareWith")}
          error=${s?.length===0&&a("job.compareNone")}
          spellcheck=${!1}
          value=${n}
          onValue=${h=>{r(h),i(null)}}
        />
      <//>
      <${ti}
        jobs=${s??t}
        to=${h=>ou(e,h)}
      />
    <//>
  `}var rr,ou,ti,au=v(()=>{"use strict";oe();we();ae();V();Ne();Dt();Ie();Xe();Oe();G();C();Ae();me();te();I();co();rr=({onSubmit:e,isBusy:t,isOff:o,problem:n,text:r,children:s})=>l`
  <form
    onSubmit=${i=>{i.preventDefault(),e()}}
  >
    ${s}
    <${Y} problem=${n} />
    <button type="submit" class="primary" disabled=${t||o}>
      ${t?a("job.sending"):r}
    </button>
  </form>
`;ou=(e,t)=>N`/jobs/${e.job_id}/compare/${t.job_id}`,ti=({jobs:e,to:t=n=>N`/jobs/${n.job_id}`,more:o})=>l`
  <ul class="job-list">
    ${e.map(n=>l`
        <li key=${n.job_id}>
          <${W} to=${t(n)}>${n.action_name}, ${M(n.customer_count)}<//>
          <${de} status=${n.status} />
          <span class="muted">${n.user_id}, <${re} at=${n.created_at} /></span>
          ${o?.(n)}
        </li>
      `)}
  </ul>
`});function sr(e,t){let o=[e.join(",")];for(let n of t)o.push(n.map(r=>rm(nm(r??""))).join(","));return`\uFEFF${o.join(`\r
`)}\r
`}var om,nm,rm,oi=v(()=>{"use strict";om=/^["\s\p{Cc}\u200b-\u200f\u2060\ufeff]*[=+\-@|%\uff1d\uff0b\uff0d\uff20\uff5c\uff05']/u,nm=e=>e.split(/(?<=[;\t\r\n])/).map((t,o)=>(om.test(t)||!o&&/^[\t\r\n]/.test(t)?"'":"")+t).join(""),rm=e=>/[",\r\n]/.test(e)?`"${e.replaceAll('"','""')}"`:e});function ir({label:e,columns:t,count:o,row:n,onRange:r}){let s=U(null),i=U(36),[c,u]=y({from:0,to:4*lo}),f=()=>{let p=s.current;if(!p)return;i.current=p.querySelector("tr[data-row]")?.clientHeight||i.current;let $=Math.floor(p.scrollTop/i.current),g=Math.ceil(p.clientHeight/i.current),w=Math.max(0,Math.floor(($-lo)/lo)*lo),b=w+(Math.ceil(g/lo)+3)*lo;(w!==c.from||b!==c.to)&&u({from:w,to:b}),r?.(Math.min(b,o))};ut(f);let d=Math.min(c.to,o),h=Math.min(c.from,d),m=p=>p>0&&l`<tr aria-hidden="true" style=${{height:`${p*i.current}px`}} />`;return l`
    <div class="rows" ref=${s} role="group" aria-label=${e} tabindex="0" onScroll=${f}>
      <table aria-rowcount=${o+1}>
        <thead>
          <tr aria-rowindex="1">
            ${t.map(p=>l`<th key=${p} scope="col">${p}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${m(h)}
          ${Array.from({length:d-h},(p,$)=>l`
              <tr key=${h+$} data-row aria-rowindex=${h+$+2}>
                ${n(h+$)}
              </tr>
            `)}
          ${m(o-d)}
        </tbody>
      </table>
    </div>
  `}var lo,ni=v(()=>{"use strict";C();lo=10});function uu(e){let[t]=e,{customers:o}=t,n={...t,status:t.status??"IN_PROGRESS",customer_count:o?.count,last_index:t.index,changes:[],note_count:0,newest_note:null};for(let r of e.slice(1)){if(n.last_index=r.index,r.kind==="note_added"){let{index:d,recorded_at:h,actor:m,text:p}=r;n.note_count+=1,n.newest_note={index:d,recorded_at:h,actor:m,text:p};continue}n.changes.push(r.index);let{status:s,cause:i,http_status:c,error_message:u,recorded_at:f}=r;Object.assign(n,{status:s,cause:i,http_status:c,error_message:u,updated_at:f})}return n}function im(e,t){let o=uu(t),n=s=>Ge(s??null);return[...new Set([...Object.keys(e),...sm])].filter(s=>n(e[s])!==n(o[s]))}async function du({job:e,entries:t,checkpoint:o},n,r){let s={size:0,wrong:new Map,why:"",isStale:!1};try{let i=await He(o,n);s.size=i.size;for(let d of t)await Pn({entry:d,checkpoint:i,key:n}).catch(h=>s.wrong.set(d.index,Zo(h)));if(s.wrong.size)return s;if(await As({entries:t,checkpoint:i,key:n}),t[0].job_id!==r||e.job_id!==r)throw new Error("this is another job");let u=t.filter(d=>d.index<=e.last_index);s.isStale=u.length<t.length;let f=im(e,u.length?u:t);if(f.length)throw new Error(`its entries do not say: ${f.join(", ")}`)}catch(i){s.why=Zo(i)}return s}function am(e,t,o){cu(js(t),e[0].customers,"the customers are not those of the entry");let n=new Map;for(let{index:r,outcomes:s}of e){if(!s)continue;let i=o.find(c=>c.index===r)?.outcomes??[];cu(Es(i),s,`the outcomes are not those of entry ${r}`);for(let{cid:c,status:u,message:f}of i)n.set(c,{status:u,message:f??null,index:r})}return{cids:new Set(t),named:n,job:uu(e)}}function cu(e,t,o){if(e.count!==t.count||e.root!==t.root)throw new Error(o)}function hu({cids:e,named:t,job:o},n){let r=ri(n.search),s={};for(let i of e){let c=t.get(i)??pu(o),{status:u,message:f}=c;n.status&&u!==n.status||!ri(i).includes(r)&&!ri(f??"").includes(r)||(s[u]??=[]).push({cid:i,...c,own:t.has(i)})}return nr.flatMap(i=>s[i]??[])}function mu({cids:e,named:t,job:o},{cid:n,status:r,message:s,own:i,index:c}){let u=t.get(n)??pu(o);return e.has(n)&&i===t.has(n)&&c===u.index&&r===u.status&&s===u.message}function cm({cids:e,named:t,job:o},n){let r={[o.status]:e.size-t.size};for(let{status:i}of t.values())r[i]=(r[i]??0)+1;let s=Object.keys(n.counts);return n.named===t.size&&s.every(i=>n.counts[i]===(r[i]??0))}function $u({entries:e,outcomes:t},o){try{let n=am(e,o.customers,o.history);if(!cm(n,t))throw new Error(a("job.countsWrong"));return{state:"proved",lists:n,why:"",received:o}}catch(n){return{state:"wrong",lists:null,why:Zo(n),received:o}}}var Zo,lu,sm,Ht,fu,pu,ri,si,Qo=v(()=>{"use strict";Un();I();co();Zo=e=>e instanceof Error?e.message:String(e),lu=e=>[e?.job,e?.outcomes?.counts,e?.related].every(Boolean)&&Array.isArray(e.entries)&&e.entries.length>0&&e.entries.every(Boolean);sm=`action_code action_name batch_id cause changes cluster_url created_at customer_count
  error_message http_status index job_id last_index newest_note note_count retry_of source status
  submitted_by updated_at user_id`.split(/\s+/);Ht=({wrong:e,why:t,isStale:o,isUnconnected:n})=>!e.size&&!t&&!o&&!n,fu=e=>e.reduce((t,{outcomes:o})=>t+(o?.count??0),0);pu=({status:e,index:t,changes:o})=>({status:e,message:null,index:o.at(-1)??t}),ri=e=>e.replace(/[A-Z]+/g,t=>t.toLowerCase());si=(e,t)=>Io(t)===e.request_payload_sha256});function dm(e,{status:t,search:o},n,r){let[s,i]=y({list:Xo,of:-1,problem:null}),[c,u]=y(0),f=U(0),d=U(()=>{}),h=`${t} ${o}`,m=U("");return j(()=>{if(!r)return;let p=new AbortController,{signal:$}=p,g=m.current===h;g||(f.current=0);let w=Xo,b=!1;return d.current=async()=>{if(!b){b=!0;try{for(;!$.aborted&&ei(w,f.current);){let x=Ql(w.rows.length),_={status:t,search:o,limit:x,cursor:w.next};w=Qs(w,await E(N`/v1/jobs/${e}/outcomes`,{query:_,signal:$})),!(g&&ei(w,f.current))&&(m.current=h,i({list:w,of:n,problem:null}))}}catch(x){if($.aborted)return;if(!(x instanceof Z))throw x;i(_=>({..._,problem:x}))}finally{b=!1}}},d.current(),()=>p.abort()},[e,h,n,c,r]),{...s,again:()=>u(p=>p+1),reach:p=>{f.current=p,d.current()}}}async function fm(e,{status:t,search:o}){let n=Xo;do{let r={status:t,search:o,limit:lm,cursor:n.next};n=Qs(n,await E(N`/v1/jobs/${e}/outcomes`,{query:r}))}while(n.next);return n.rows}function pm({job_id:e,filters:t,rows:o}){let n=`${e}${t.status?`.${t.status}`:""}`,[r,s,i]=ne(async c=>{let u=o??await fm(e,t);if(c==="copy"){let d=u.map(({cid:h})=>h).join(`
`);return await oo(d)?Q(a("job.copiedCustomers",{n:u.length})):Ze(`${n}.txt`,d,"text/plain")}let f=u.map(({cid:d,status:h,message:m})=>[d,h,m]);return Ze(`${n}.csv`,sr(["cid","status","message"],f),"text/csv")});return l`
    <button type="button" disabled=${s} onClick=${()=>r("copy")}>
      <${H} name="copy" />${a("job.copyCustomers")}
    </button>
    <button type="button" disabled=${s} onClick=${()=>r("csv")}>
      <${H} name="download" />CSV
    </button>
    <${Y} problem=${i} />
  `}function bu({job:e,summary:t,lists:o,onWrong:n,children:r}){let[s,i]=ze(),c={status:s.get("outcome")??"",search:s.get("search")??""},[u,f]=y(c.search),[d,h]=y(null),m=dm(e.job_id,c,e.last_index,o===null),{list:p,of:$,problem:g,again:w,reach:b}=m,{status:x,search:_}=c,S=fe(()=>o&&hu(o,{status:x,search:_}),[o,x,_]),k=S?{rows:S,matching:S.length}:p,A=(O,F)=>{let $e=new URLSearchParams(s);F?$e.set(O,F):$e.delete(O),i($e,{replace:!0})};j(()=>{let O=setTimeout(()=>A("search",u.trim()),um);return()=>clearTimeout(O)},[u]);let P=fe(()=>{let O=o?.job.last_index===$?o:null;return p.rows.find(F=>O&&F.index<=$&&!mu(O,F))},[o,p]);j(()=>{P&&n(P)},[P]);let D=e.customer_count,J=[["",D],...nr.map(O=>[O,t.counts[O]])];return l`
    <section class="card outcomes" aria-labelledby="outcomes">
      <div class="row spread">
        <h2 id="outcomes">${a("job.outcomes",{n:D})}</h2>
        ${r}
      </div>
      <div class="row">
        <div class="row" role="group" aria-label=${a("job.statuses")}>
          ${J.filter(([O,F])=>F||O===c.status).map(([O,F])=>l`
                <button
                  type="button"
                  key=${O}
                  class="choice-button"
                  aria-pressed=${O===c.status}
                  onClick=${()=>A("outcome",String(O))}
                >
                  ${O?z("status",String(O)):a("job.allStatuses")}
                  <b>${M(Number(F))}</b>
                </button>
              `)}
        </div>
        <input
          type="search"
          id="outcome-search"
          aria-label=${a("job.search")}
          placeholder=${a("job.search")}
          value=${u}
          onInput=${O=>f(O.currentTarget.value)}
        />
        <${pm} job_id=${e.job_id} filters=${c} rows=${S} />
      </div>
      <${Y} problem=${S?null:g} retry=${w} />
      ${k.matching>0?l`
              <${ir}
                key=${`${c.status} ${c.search}`}
                label=${a("job.outcomes",{n:D})}
                columns=${[a("job.customer"),a("job.status"),a("job.message")]}
                count=${k.matching}
                onRange=${b}
                row=${O=>{let F=k.rows[O];return F?l`<${hm} row=${F} onOpen=${h} />`:l`<td colspan="3" class="muted">…</td>`}}
              />
              <p class="hint" role="status">${a("job.rows",{n:k.matching})}</p>
            `:k!==Xo&&l`<${ge} title=${a("job.noRows")} />`}
      ${d&&l`
          <${ue} title=${d.cid} onClose=${()=>h(null)}>
            <p><${de} status=${d.status} /> ${a("job.ofEntry",{index:d.index})}</p>
            <p class="entry-text">${d.message}</p>
          <//>
        `}
    </section>
  `}var lm,um,hm,yu=v(()=>{"use strict";oe();Wn();oi();Ho();ae();V();Ie();Xe();G();C();xe();ni();Ae();me();te();I();Qo();co();lm=1e4,um=200;hm=({row:e,onOpen:t})=>l`
  <td><${W} to=${N`/customers/${e.cid}`}>${e.cid}<//></td>
  <td>
    <${de} status=${e.status} />
  </td>
  <td>
    ${e.message===null?l`<span class="muted">${e.own?"":a("job.ofTheJob")}</span>`:l`
            <button type="button" class="message-cell" onClick=${()=>t(e)}>
              ${e.message}
            </button>
          `}
  </td>
`});function ar(e){let t=0,o=()=>{throw new SyntaxError(`not JSON at character ${t}`)},n=()=>{for(;;){let d=e.charCodeAt(t);if(d!==32&&d!==10&&d!==13&&d!==9)return d;t+=1}},r=()=>{n()!==wu&&o();let d=t;for(let h=e.indexOf('"',t+1);h>0;h=e.indexOf('"',h+1)){let m=h;for(;e.charCodeAt(m-1)===mm;)m-=1;if((h-m)%2)continue;t=h+1;let p=e.slice(d+1,h);return ym.test(p)?JSON.parse(`"${p}"`):p}return o()},s=()=>{let d=r();return n()!==$m&&o(),t+=1,d},i=()=>{if(n()===wu)return r();vu.lastIndex=t;let d=vu.exec(e)?.[0];if(d)return t+=d.length,new uo(d);let[h,m]=wm.find(([p])=>e.startsWith(p,t))??o();return t+=h.length,m},c=[],u=null,f=d=>{let h=c.at(-1);h?Array.isArray(h)?h.push(d):h.values.push(d):u=d};for(;;){let d=n();if(d===ii||d===gu){let h=d===ii?new Pt:[];if(f(h),c.push(h),t+=1,n()!==d+_u){h instanceof Pt&&h.names.push(s());continue}}else f(i());for(;;){let h=n(),m=c.at(-1);if(!m)return t<e.length?o():u;let p=m instanceof Pt,$=h===bm;if(!$&&h!==(p?ii:gu)+_u&&o(),t+=1,$){p&&m.names.push(s());break}c.pop()}}}var uo,Pt,wu,mm,$m,bm,ii,gu,_u,vu,ym,wm,ai=v(()=>{"use strict";uo=class{constructor(t){this.text=t}},Pt=class{constructor(){this.names=[],this.values=[]}},[wu,mm,$m,bm,ii,gu]=Array.from('"\\:,{[',e=>e.charCodeAt(0)),_u=2,vu=/-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y,ym=/[\\\p{Cc}]/u,wm=[["true",!0],["false",!1],["null",null]]});function Su({text:e}){let[t,o]=y(e.length<=ku);return l`<span class="json-text">${t?e:`${e.slice(0,ku)}\u2026`}</span> ${!t&&l`
        <button type="button" class="quiet" onClick=${()=>o(!0)}>
          ${a("json.all",{n:e.length})}
        </button>
      `}`}function gm({value:e}){return typeof e=="string"?l`<${Su} text=${JSON.stringify(e)} />`:l`<span class="json-number">
    ${e instanceof uo?e.text:String(e)}
  </span>`}function Au({label:e,children:t,isOpen:o=!1}){let[n,r]=y(o);return l`
    <details
      open=${n}
      onToggle=${s=>r(s.currentTarget.open)}
    >
      <summary>${e}</summary>
      ${n&&l`<ul>
          ${t()}
        </ul>`}
    </details>
  `}function Tu(e,t,o,n){let r=1;for(;r*xu<n-o;)r*=xu;return Array.from({length:Math.ceil((n-o)/r)},(s,i)=>{let c=o+i*r;if(r===1){let d=t?JSON.stringify(t[c]):M(c);return l`<li key=${c}><${ju} name=${d} value=${e[c]} /></li>`}let u=Math.min(c+r,n),f=`${M(c)} \u2026 ${M(u-1)}`;return l`<li key=${c}>
      <${Au} label=${f}>${()=>Tu(e,t,c,u)}<//>
    </li>`})}function ju({name:e,value:t,isOpen:o}){let n=e!==void 0&&l`<span class="json-name">${e}</span>${": "}`,r=t instanceof Pt;if(!r&&!Array.isArray(t))return l`${n}<${gm} value=${t} />`;let s=r?t.values:t,i=r?`{ ${M(s.length)} }`:`[ ${M(s.length)} ]`;return s.length?l`
    <${Au} label=${l`${n}<span class="muted">${i}</span>`} isOpen=${o}>
      ${()=>Tu(s,r?t.names:null,0,s.length)}
    <//>
  `:l`${n}${i}`}function cr({text:e}){let t=fe(()=>{try{return ar(e)}catch{return null}},[e]);return typeof t=="object"&&t&&!(t instanceof uo)?l`<div class="json"><${ju} key=${e} value=${t} isOpen /></div>`:l`<div class="json json-raw"><${Su} key=${e} text=${e} /></div>`}var xu,ku,ci=v(()=>{"use strict";ae();ai();I();C();xu=100,ku=300});function vm(e){let t="BODY";for(;e.includes(t);)t+="_";return t}function Ou({server:e,url:t,payload:o}){try{ar(o)}catch{return null}let r=`${`{"url":${Eu(JSON.stringify(t))},"token":"$UPSTREAM_TOKEN","isPost":true`},"postData":${Eu(o.replace(/[\r\n]+/g," "))}}`,s=vm(r);return`curl -sS ${_m(`${e}/proxy_fetch`)} \\
  -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' --data-binary @- <<${s}
${r}
${s}
`}var _m,Eu,Cu=v(()=>{"use strict";ai();_m=e=>`'${e.replaceAll("'","'\\''")}'`,Eu=e=>e.replace(/[\\$`]/g,"\\$&")});async function Lu(e,t){let o=location.origin+Se,n=await Nu(e.job_id),s=t&&si(t,n)?Ou({server:o,url:e.cluster_url,payload:n}):null;if(s===null)throw new Z({status:422,title:a("job.curl"),detail:a("job.curlRefused")});await nt(s,a("job.curlCopied"))}function xm({job_id:e,first:t,isProved:o,onWrong:n}){let r=K(i=>Nu(e,i),[e]),s=r.data===void 0||si(t,r.data);return j(()=>{s||n(r.data)},[s]),l`
    <${be} of=${r}>
      ${i=>l`
        <div class="row">
          <${bt}
            text=${a(s&&o?"job.payloadProved":"job.payloadWrong")}
            wrong=${s&&o?null:a("job.payloadWrong")}
          />
          <button type="button" onClick=${()=>nt(i,a("job.payload"))}>
            <${H} name="copy" />${a("job.copyText")}
          </button>
          <button
            type="button"
            onClick=${()=>Ze(`${e}.payload.json`,i,"application/json")}
          >
            <${H} name="download" />${a("job.downloadText")}
          </button>
        </div>
        <${cr} text=${i} />
      `}
    <//>
  `}function Iu({size:e,...t}){let[o,n]=y(!1);return l`
    <section class="card" aria-labelledby="payload">
      <details onToggle=${r=>n(r.currentTarget.open)}>
        <summary>
          <h2 id="payload">${a("job.payload")}</h2>
          <span class="muted"> ${wo(e)}</span>
        </summary>
        ${o&&l`<${xm} ...${t} />`}
      </details>
    </section>
  `}var Nu,Ru=v(()=>{"use strict";oe();Ho();ae();V();G();C();xe();ci();Fo();me();te();I();Cu();Qo();Nu=(e,t)=>E(N`/v1/jobs/${e}/payload`,{asText:!0,...t&&{signal:t}})});function Mu({proof:e,entries:t}){let{wrong:o,why:n,isUnconnected:r}=e;if(r&&!o.size&&!n)return l`<${Am} />`;let s=Ht(e)?a("job.allProved",{n:t.length,size:e.size}):a("job.noneProved");return l`
    <${W} to="/help/proof" class="proof-line">
      <${bt} text=${s} wrong=${Ht(e)?null:e.why||s} />
    <//>
  `}async function Tm(e,t){let o=[],n=null;do{let r={limit:Sm,after:n},s=await E(N`/v1/jobs/${e}/customers`,{query:r,signal:t});o.push(...s.customers),n=s.next}while(n);return o}function Hu(e){let{job:t,entries:o,proof:n}=e,r=fu(o),s=t.customer_count<=Du&&r<=Du&&(!r||(e.request_payload_bytes??0)<=km),[i,c]=y(!1),u={state:"none",lists:null,why:"",received:null,problem:null},[f,d]=y(u),[h,m]=y(0),p=(s||i)&&Ht(n);return j(()=>{if(!p)return;let g=new AbortController,{signal:w}=g;return(async()=>{d(x=>({...x,state:"checking",problem:null}));try{let x=await Tm(t.job_id,w),_=r?(await E(N`/v1/jobs/${t.job_id}/history`,{signal:w})).entries:[];if(w.aborted)return;d({...u,...$u(e,{customers:x,history:_})})}catch(x){if(w.aborted)return;x instanceof Z?d({...u,problem:x}):d({...u,state:"wrong",why:Zo(x)})}})(),()=>g.abort()},[p,t.last_index,h]),{...f,run:()=>{c(!0),m(h+1)}}}function Pu({lists:e,customers:t,proof:o}){let{state:n,problem:r,run:s}=e,c=o.wrong.size||o.why?a("job.noneProved"):e.why;return r?l`<${Y} problem=${r} retry=${s} />`:o.isUnconnected&&!c?l`<span class="muted">${a("job.unconnected")}</span>`:n==="proved"?l`<${bt} text=${a("job.listsProved",{n:t})} />`:c?l`<${bt} text=${a("job.listsWrong")} wrong=${c} />`:l`
    <button type="button" id="check-lists" disabled=${n==="checking"} onClick=${s}>
      ${a(n==="checking"?"job.checking":"job.checkLists",{n:t})}
    </button>
  `}function Uu({overview:e,lists:t,more:o}){let{proof:n,isOtherKey:r,...s}=e,[i]=n.wrong,c=i&&a("job.entryWrong",{index:i[0],why:i[1]}),u=t.state==="wrong"?t.why:"",f=c||n.why||u||o?.why||"";return j(()=>{if(!f||r)return;let d=()=>({finding:f,server:location.origin+Se,found_at:new Date().toISOString(),overview:s,lists:t.received,more:o}),h=l`
      <${qn}
        title=${a("job.alarm")}
        text=${a("job.alarmHint")}
        why=${f}
        name="${s.job.job_id}.alarm.json"
        evidence=${d}
      />
    `;return Kt("job-proof",{kind:"alarm",content:h}),()=>Kt("job-proof",null)},[f]),null}var Du,km,Sm,Am,Fu=v(()=>{"use strict";oe();V();gn();C();Fo();me();te();I();Qo();Du=1e3,km=2e5,Sm=1e4,Am=()=>l`
  <${W} to="/help/proof" class="proof-line muted">${a("job.unconnected")}<//>
`});function Bu({job:e}){let[t,o]=y(Date.now()),n=e.status==="IN_PROGRESS";j(()=>{if(!n)return;let i=setInterval(()=>o(Date.now()),1e3);return()=>clearInterval(i)},[n]);let r=Zl(e,t);if(r===null)return null;let s=n?Math.floor(r/1e3)*1e3:r;return l`<span id="took">
    ${a(n?"job.running":"job.took",{time:qe(s)})}
  </span>`}function Em({entry:e,wrong:t,isUnconnected:o}){let{index:n,kind:r,status:s,cause:i}=e,c=a(t===null?"job.proved":"job.notProved",{index:n});return l`
    <div class="row">
      ${r==="note_added"?l`<span class="tag"><${H} name="note" /> ${z("kind",r)}</span>`:l`
              <${de} status=${s??"IN_PROGRESS"} cause=${i} />
              ${r!=="status_changed"&&z("kind",r)}
            `}
      <${re} at=${e.recorded_at??e.created_at} />
      ${o&&t===null?l`<span class="muted">${a("job.notYet",{index:n})}</span>`:l`<${bt} text=${c} wrong=${t} />`}
    </div>
  `}function Om({entry:e,before:t,wrong:o,isUnconnected:n}){let r=t?Xl(t,e):null,s=[a("job.by",{user:e.actor??e.submitted_by??e.user_id}),r!==null&&a("job.later",{time:qe(r)}),e.http_status!==void 0&&`HTTP ${e.http_status}`,e.outcomes&&a("job.named",{n:e.outcomes.count})];return l`
    <li class="entry" data-entry=${e.index}>
      <${Em} entry=${e} wrong=${o} isUnconnected=${n} />
      <p class="muted">${s.filter(Boolean).join(", ")}</p>
      ${e.text!==void 0&&l`<p class="entry-text">${e.text}</p>`}
      ${e.error_message!==void 0&&l`<p class="entry-text">${e.error_message}</p>`}
      ${e.response_summary!==void 0&&l`
          <div class="entry-answer">
            <span class="muted">${a("job.answer")}</span>
            <${cr} text=${e.response_summary} />
          </div>
        `}
      <p class="entry-links">
        <a href=${L(N`/v1/entries/${e.index}/receipt`)} download="${e.index}.receipt">
          ${a("job.receipt")}
        </a>
        <a href=${L(N`/v1/entries/${e.index}/leaf`)} download="${e.index}.leaf">
          ${a("job.leaf")}
        </a>
      </p>
    </li>
  `}function Wu({entries:e,proof:t}){let[o,n]=y(!1),r=o?0:Math.max(0,e.length-jm),s=i=>t.wrong.get(i.index)??(t.why||null);return l`
    <section class="card" aria-labelledby="timeline">
      <h2 id="timeline">${a("job.timeline")}</h2>
      ${r>0&&l`<button type="button" onClick=${()=>n(!0)}>
          ${a("job.earlier",{n:r})}
        </button>`}
      <ol class="timeline">
        ${e.slice(r).map((i,c)=>l`
              <${Om}
                key=${i.index}
                entry=${i}
                before=${e[r+c-1]}
                wrong=${s(i)}
                isUnconnected=${t.isUnconnected}
              />
            `)}
      </ol>
    </section>
  `}var jm,qu=v(()=>{"use strict";ae();V();Ie();C();xe();ci();Fo();te();I();co();jm=50});var Vu={};We(Vu,{default:()=>zu});async function Nm(e,t){for(let o=Cm;;o-=1){let n=yt(),r=await E(N`/v1/jobs/${e}/overview`,{signal:t});if(!lu(r))throw new Z({status:500,title:a("job.malformed"),detail:a("job.malformed")});let{checkpoint:s,verifier_key:i}=r,c=Oc()??i,u=await du(r,c,e);if(!(u.isStale&&o>1))return u.isStale&&(u.why||=a("job.stale")),Ec(n,{checkpoint:s,keys:{overview:i}}),{...r,proof:u,isOtherKey:c!==i}}}function Lm({job:e,first:t,proof:o,counts:n,related:r,onDone:s}){let i=R(B),[c,u]=y(""),[f,d,h]=ne(()=>Lu(e,Ht(o)&&t)),m=Yl(e,n,i?.role??"auditor"),p=()=>u(""),g={job:e,counts:n,actions:m,related:r,onClose:p,onDone:()=>{p(),s()}},w=(b,x,_="")=>l`
    <button type="button" id="do-${b}" class=${_} onClick=${()=>u(b)}>
      ${a(x)}
    </button>
  `;return l`
    <div class="row" role="group" aria-label=${a("job.actions")}>
      ${m.settle&&w("settle","job.settle","primary")}
      ${(m.retryFailed||m.retryAll)&&w("retry","job.retry")}
      ${m.note&&w("note","job.note")} ${w("compare","job.compare")}
      ${m.curl&&l`
          <button type="button" id="do-curl" disabled=${d} onClick=${f}>
            <${H} name="copy" />${a("job.curl")}
          </button>
        `}
      <a class="button" href=${L(N`/v1/jobs/${e.job_id}/evidence`)} download>
        <${H} name="download" />${a("job.evidence")}
      </a>
    </div>
    <${Y} problem=${h} />
    ${c==="settle"&&l`<${ru} ...${g} />`}
    ${c==="retry"&&l`<${nu} ...${g} />`}
    ${c==="note"&&l`<${su} ...${g} />`}
    ${c==="compare"&&l`<${iu} ...${g} />`}
  `}function Rm({related:e}){let{retry_of:t,retries:o,batch:n,overlaps:r}=e,s=c=>{let{customers:u}=r.find(f=>f.job===c);return l`<span class="muted">${a("job.inCommon",{n:u})}</span>`},i=[{text:a("job.retryOf"),jobs:t?[t]:[]},{text:a("job.retries"),jobs:o},{text:a("job.batch"),jobs:n},{text:a("job.overlaps"),jobs:r.map(c=>c.job),more:s}].filter(({jobs:c})=>c.length);return i.length?l`
    <section class="card" aria-labelledby="related">
      <h2 id="related">${a("job.related")}</h2>
      ${i.map(({text:c,jobs:u,more:f})=>l`
          <h3 key=${c}>${c}</h3>
          <${ti} key=${`${c}=`} jobs=${u} more=${f} />
        `)}
    </section>
  `:null}function Dm({overview:e,reload:t}){let o=!Lc(e.checkpoint),n={...e,proof:{...e.proof,isUnconnected:o}},{job:r,entries:s,outcomes:i,related:c,proof:u}=n,f=Hu(n),[d,h]=y(null),[m]=s,p=U(r.status);j(()=>{p.current!==r.status&&vn(a("job.now",{status:z("status",r.status)})),p.current=r.status},[r.status]);let $=[c.retry_of,...c.retries,...c.batch,...c.overlaps.map(g=>g.job)].filter(Boolean);return l`
    <${Uu} overview=${n} lists=${f} more=${d} />
    <header class="job-head">
      <${ee} title=${`${r.action_name}, ${a("job.customers",{n:r.customer_count})}`}>
        ${r.action_name}, ${a("job.customers",{n:r.customer_count})}
      <//>
      <p class="row">
        <${de} status=${r.status} cause=${r.cause} /> <${Bu} job=${r} />
        <span>
          ${r.submitted_by?a("job.submittedFor",{user:r.user_id,by:r.submitted_by}):a("job.submitted",{user:r.user_id})}
        </span>
        <${Mu} proof=${u} entries=${s} />
      </p>
      <${Lm}
        job=${r}
        first=${m}
        proof=${u}
        counts=${Gl(r,i)}
        related=${$}
        onDone=${t}
      />
    </header>
    <div class="job-columns">
      <${Im} job=${r} />
      <div class="job-main">
        <${Wu} entries=${s} proof=${u} />
        <${bu}
          job=${r}
          summary=${i}
          lists=${u.wrong.size||u.why?null:f.lists}
          onWrong=${g=>h({why:a("job.rowWrong"),row:g})}
        >
          <${Pu} lists=${f} customers=${r.customer_count} proof=${u} />
        <//>
        ${n.request_payload_bytes!==null&&l`
            <${Iu}
              job_id=${r.job_id}
              size=${n.request_payload_bytes}
              first=${m}
              isProved=${Ht(u)}
              onWrong=${g=>h({why:a("job.payloadWrong"),payload:g})}
            />
          `}
      </div>
      <${Rm} related=${c} />
    </div>
  `}function zu({job_id:e}){let t=R(zn),o=K(i=>Nm(e,i),[e,t]),{data:n,reload:r}=o,s=n!==void 0;return j(()=>{if(!n)return;let i={job_id:e,after:n.job.last_index};return Pe(i,{onEntries:r,onState:c=>c==="stale"&&r()})},[s]),l`
    ${!s&&l`<${ee} hidden>${a("job.title")}<//>`}
    <${be} of=${o}>
      ${i=>l`
        <${Dm} overview=${i} reload=${r} />
      `}
    <//>
    ${o.error?.status===404&&l`<p><${W} to="/">${a("app.toJobs")}<//></p>`}
  `}var Cm,Im,Ju=v(()=>{"use strict";we();oe();V();Dt();Ie();G();C();xe();Xs();Ae();Wo();me();te();I();au();yu();Ru();Qo();Fu();co();qu();Cm=3;Im=({job:e})=>l`
  <section class="card" aria-labelledby="facts">
    <h2 id="facts">${a("job.facts")}</h2>
    <dl class="facts">
      ${tr.map(t=>[t,Yo(e,t)]).filter(([,t])=>t!==null).map(([t,o])=>l`
            <dt key=${t}>${or(t)}</dt>
            <dd key=${`${t}=`}>${o}</dd>
          `)}
    </dl>
  </section>
`});var Yu={};We(Yu,{default:()=>Gu});function Um({address:e,part:t,count:o,name:n}){let[r,s]=y([]),i=U({cids:r,after:null,isDone:o===0}),[c,u,f]=ne(async p=>{let $=i.current;for(;!$.isDone&&$.cids.length<p;){let g={part:t,limit:Mm,after:$.after},{customers:w,next:b}=await E(e,{query:g});$.cids=[...$.cids,...w],$.after=b,$.isDone=b===null,s($.cids)}}),[d,h,m]=ne(async p=>{await c(o);let $=i.current.cids;if(!i.current.isDone)return;let g=$.join(`
`);p==="csv"?Ze(`${n}.csv`,sr(["cid"],$.map(w=>[w])),"text/csv"):await oo(g)?Q(a("job.copiedCustomers",{n:$.length})):Ze(`${n}.txt`,g,"text/plain")});return o?l`
    <div class="row">
      <button type="button" disabled=${h||u} onClick=${()=>d("copy")}>
        <${H} name="copy" />${a("job.copyCustomers")}
      </button>
      <button type="button" disabled=${h||u} onClick=${()=>d("csv")}>
        <${H} name="download" />CSV
      </button>
    </div>
    <${Y} problem=${f??m} retry=${()=>c(1)} />
    <${ir}
      label=${a("job.customer")}
      columns=${[a("job.customer")]}
      count=${o}
      onRange=${p=>!f&&p>r.length&&c(p)}
      row=${p=>l`
        <td>
          ${r[p]===void 0?"\u2026":l`<${W} to=${N`/customers/${r[p]}`}>${r[p]}<//>`}
        </td>
      `}
    />
  `:l`<p class="muted">${a("app.none")}</p>`}function Gu({job_id:e,other_id:t}){let[o,n]=ze(),r=N`/v1/jobs/${e}/diff/${t}`,s=K(async c=>{let u=m=>E(N`/v1/jobs/${m}/overview`,{signal:c}),[f,d,h]=await Promise.all([u(e),u(t),E(r,{signal:c})]);return{a:f.job,b:d.job,counts:h.counts}},[e,t]),i=Ku.find(c=>c===o.get("part"))??"both";return l`
    <${ee}>${a("compare.title")}<//>
    <${be} of=${s}>
      ${({a:c,b:u,counts:f})=>l`
        <${Pm} a=${c} b=${u} />
        <section class="card outcomes" aria-labelledby="customers">
          <h2 id="customers">${a("compare.customers")}</h2>
          <div class="row" role="group" aria-label=${a("compare.customers")}>
            ${Ku.map(d=>l`
                <button
                  type="button"
                  key=${d}
                  class="choice-button"
                  aria-pressed=${d===i}
                  onClick=${()=>n(new URLSearchParams({part:d}),{replace:!0})}
                >
                  ${a(`compare.${d}`)} <b>${M(f[d])}</b>
                </button>
              `)}
          </div>
          <${Um}
            key=${i}
            address=${r}
            part=${i}
            count=${f[i]}
            name="${e}.${i}"
          />
        </section>
      `}
    <//>
  `}var Ku,Mm,Hm,Pm,Xu=v(()=>{"use strict";oe();Wn();oi();Ho();ae();V();G();C();xe();Xs();ni();Ae();me();te();I();Ku=["only_a","only_b","both"],Mm=1e4,Hm=new Set(["job_id","created_at","updated_at"]),Pm=({a:e,b:t})=>l`
  <section class="card scroll-x" aria-labelledby="facts">
    <h2 id="facts">${a("job.facts")}</h2>
    <table class="compare-facts">
      <thead>
        <tr>
          <td></td>
          <th scope="col"><${W} to=${N`/jobs/${e.job_id}`}>${a("compare.a")}<//></th>
          <th scope="col"><${W} to=${N`/jobs/${t.job_id}`}>${a("compare.b")}<//></th>
        </tr>
      </thead>
      <tbody>
        ${tr.filter(o=>e[o]!==null||t[o]!==null).map(o=>{let n=e[o]!==t[o]&&!Hm.has(o);return l`
            <tr key=${o} class=${n?"differs":""}>
              <th scope="row">
                ${or(o)}
                ${n&&l`<span class="tag">${a("compare.differs")}</span>`}
              </th>
              <td>${Yo(e,o)}</td>
              <td>${Yo(t,o)}</td>
            </tr>
          `})}
      </tbody>
    </table>
  </section>
`});function Qu({label:e,count:t,height:o,children:n,of:r}){let s=U(null),[i,c]=y(0);j(()=>{s.current&&(s.current.scrollTop=0),c(0)},[r]);let u=Math.max(0,Math.min(Math.floor(i/o),t)-Zu),f=Math.ceil((s.current?.clientHeight||400)/o),d=Math.min(t,u+f+2*Zu+1);return l`
    <div
      class="virtual-list"
      ref=${s}
      tabindex="0"
      role="list"
      aria-label=${e}
      onScroll=${h=>c(h.currentTarget.scrollTop)}
    >
      <div role="presentation" style=${{height:`${t*o}px`}}>
        ${Array.from({length:Math.max(0,d-u)},(h,m)=>{let p=u+m;return l`
            <div
              key=${p}
              role="listitem"
              aria-posinset=${p+1}
              aria-setsize=${t}
              style=${{height:`${o}px`,transform:`translateY(${p*o}px)`}}
            >
              ${n(p)}
            </div>
          `})}
      </div>
    </div>
  `}var Zu,ed=v(()=>{"use strict";C();Zu=6});function Bm({values:e,kinds:t,lines:o,first:n},r,s){let i=Ko[t[r]],c=e[r];if(i==="good")return"";if(i==="duplicate")return a("setAction.sameAs",{line:o[n.get(c)]});if(i==="blank")return a("setAction.isBlank");if(i==="spaces")return a("setAction.spaces");let u=rt(c,s);return u&&a(`name.${u.why}`,{n:u.n??0,most:s,code:u.code??""})}function td({checked:e,isTrimmed:t,onTrim:o,isRemoved:n,onRemoved:r,bytesMax:s}){let[i,c]=y("all"),[u,f]=y(""),{counts:d,values:h,lines:m}=e,p=h.length-d.good,$=n?"good":i!=="all"&&d[i]?i:"all",g=fe(()=>Ll(e,$,u),[e,$,u]);if(h.length===0)return null;let w=["all",...Ko].filter(b=>b==="all"||d[b]);return l`
    ${p>0&&!n&&l`
        <div class="row kinds" role="group" aria-label=${a("setAction.list")}>
          ${w.map(b=>l`
              <button
                key=${b}
                type="button"
                class="kind-${b}"
                aria-pressed=${b===$}
                onClick=${()=>c(b)}
              >
                ${a(`setAction.kind.${b}`)}
                <b>${M(b==="all"?h.length:d[b])}</b>
              </button>
            `)}
        </div>
      `}
    <div class="row fixes">
      ${d.spaces>0&&!n&&l`<button type="button" onClick=${()=>o(!0)}>
          ${a("setAction.trim",{n:d.spaces})}
        </button>`}
      ${p>0&&!n&&l`<button type="button" id="remove-marked" onClick=${()=>r(!0)}>
          ${a("setAction.remove",{n:p})}
        </button>`}
      ${(n||t)&&l`
          <span>
            ${t&&a("setAction.trimmed")}
            ${n&&` ${a("setAction.removed",{n:p})}`}
          </span>
          <button type="button" onClick=${()=>n?r(!1):o(!1)}>
            ${a("setAction.undo")}
          </button>
        `}
    </div>
    <${li}
      label=${a("setAction.list")}
      search=${u}
      onSearch=${f}
      total=${n?d.good:h.length}
      found=${g}
    >
      ${b=>{let x=Bm(e,b,s);return l`
          <span class="line muted" title=${a("setAction.line",{line:m[b]})}>
            ${M(m[b])}
          </span>
          <span class="value ${x&&"is-marked"}" title=${h[b]}>${h[b]}</span>
          <span class="fault" title=${x}>${x}</span>
        `}}
    <//>
  `}var Fm,li,ui=v(()=>{"use strict";Go();ae();C();ed();I();Fm=28;li=({label:e,search:t,onSearch:o,total:n,found:r,children:s})=>l`
  ${n>8&&l`
      <div class="row find">
        <input
          type="search"
          aria-label=${a("setAction.find")}
          placeholder=${a("setAction.find")}
          value=${t}
          onInput=${i=>o(i.currentTarget.value)}
          onKeyDown=${i=>i.key==="Enter"&&i.preventDefault()}
        />
        <span class="muted" role="status">
          ${t&&a("setAction.found",{n:r.length})}
        </span>
      </div>
    `}
  <${Qu} label=${e} count=${r.length} height=${Fm} of=${r}>
    ${i=>s(r[i])}
  <//>
`});function rd(e,t,o){let{upstreams:n,actions:r}=e.set_actions,s=t.get("action")??"",i=r.some(u=>u.name===s),c=n.length===1?n[0]:"";return{action:s&&!i?fo:s,other:i?"":s,base:c,path:c&&o(c),token:"",batch:t.get("batch_id")??""}}function sd(e,t){let o=t.endsWith("/")?t:`${t}/`,n=e.map(r=>r.cluster_url??"").find(r=>r.startsWith(o));return di(n?.slice(o.length)??"")}function id(e,t){let{limits:o}=t,n=rt(Ft(e),o.action_name_bytes),r=e.batch?rt(e.batch,o.batch_id_bytes):null;return{...n&&{action:n},...!e.base&&{base:!0},...r&&{batch:r}}}function ad(e,t,o){if(!e)return"reading";let{counts:n,customers:r}=e;return!t&&n.spaces+n.invalid>0?"invalid":r.length===0?"none":r.length>o?"many":null}var fo,od,Ut,nd,Ft,po,di,cd,lr=v(()=>{"use strict";Go();fo="other ",od=2e4,Ut=(e,{name:t=null,isLarge:o=!1}={})=>({text:e,name:t,isLarge:o,delimiter:null,column:null,hasHeader:null,trims:!1}),nd=e=>({...Ut(e.map(t=>t[0]==='"'?`"${t.replaceAll('"','""')}"`:t).join(`
`)),delimiter:"",hasHeader:!1});Ft=({action:e,other:t})=>e===fo?t:e,po=({base:e,path:t})=>t?`${e.replace(/\/$/,"")}/${t.replace(/^\/+/,"")}`:e,di=e=>e.split(/[?#]/)[0];cd=(e,t)=>({url:po(e),...e.token&&{token:e.token},payload:{action:Ft(e),cids:t},contentType:"application/json",...e.batch&&{batch_id:e.batch}})});function Wm({look:e,again:t}){let{jobs:o,is_complete:n,on_overlap:r,window_seconds:s}=e;j(()=>{if(o.length===0)return;let u=Math.min(Math.max(s*1e3,ld.min),ld.max),f=setTimeout(t,u);return()=>clearTimeout(f)},[e]);let i=!n&&l`<p>${a("setAction.incomplete")}</p>`;if(o.length===0)return i?l`<div class="notice notice-warning"><${H} name="alarm" />${i}</div>`:l`<p class="muted" id="overlaps">${a("setAction.noOverlap",{n:s})}</p>`;let c=r==="refuse";return l`
    <div class="notice ${c?"notice-error":"notice-warning"}" id="overlaps" role="alert">
      <${H} name="alarm" />
      <div>
        <p class="notice-title">${a("setAction.overlap",{n:o.length})}</p>
        <ul>
          ${o.map(({job_id:u,customers:f})=>l`
              <li key=${u}>
                <a href=${L(N`/jobs/${u}`)} target="_blank">
                  <code>${Vt(u)}</code></a
                >: ${a("setAction.overlapJob",{n:f})}
              </li>
            `)}
        </ul>
        ${i} ${c&&l`<p>${a("setAction.refuses")}</p>`}
        <p><button type="button" onClick=${t}>${a("setAction.lookAgain")}</button></p>
      </div>
    </div>
  `}function ud({form:e,customers:t,leftOut:o,onSend:n,isBusy:r,problem:s,onClose:i}){let[c,u]=y(""),f=Ft(e),d=K(p=>ie("/v1/overlaps",{action_name:f,cids:t},{signal:p}),[]),h=fe(()=>{let p=c.toLowerCase();return[...t.keys()].filter($=>t[$].toLowerCase().includes(p))},[c]),m=d.data?.on_overlap==="refuse"&&d.data.jobs.length>0;return l`
    <${ue}
      wide
      title=${a("setAction.confirm",{action:f,n:t.length})}
      onClose=${i}
    >
      <div class="confirm">
        <dl class="facts">
          <dt>${a("setAction.action")}</dt>
          <dd><b>${f}</b></dd>
          <dt>${a("setAction.upstream")}</dt>
          <dd>${po(e)}</dd>
          <dt>${a("setAction.token")}</dt>
          <dd>${e.token?a("setAction.isGiven"):a("setAction.noToken")}</dd>
          ${e.batch&&l`<dt>${a("setAction.batch")}</dt>
              <dd>${e.batch}</dd>`}
          <dt>${a("setAction.customers")}</dt>
          <dd>
            <b>${M(t.length)}</b>${" "}
            ${o>0&&l`<span class="muted">${a("setAction.leftOut",{n:o})}</span>`}
          </dd>
        </dl>
        <${be} of=${d}>
          ${p=>l`<${Wm} look=${p} again=${d.reload} />`}
        <//>
        <${li}
          label=${a("setAction.customers")}
          search=${c}
          onSearch=${u}
          total=${t.length}
          found=${h}
        >
          ${p=>l`
            <span class="line muted">${M(p+1)}</span>
            <span class="value" title=${t[p]}>${t[p]}</span>
          `}
        <//>
        <${Y} problem=${s} />
        <p class="row end">
          <button type="button" onClick=${i}>${a("app.cancel")}</button>
          <button
            type="button"
            id="send"
            class="primary"
            disabled=${r||m}
            onClick=${n}
          >
            ${r?a("setAction.sending"):a("setAction.send")}
          </button>
        </p>
      </div>
    <//>
  `}var ld,dd=v(()=>{"use strict";oe();ae();V();Xe();G();C();xe();me();I();ui();lr();ld={min:5e3,max:6e4}});function fd(e){let t=(...n)=>n.every((r,s)=>e[s]===r);if(t(80,75,3,4)||t(208,207,17,224))return{fault:"workbook"};let o=t(255,254)?"utf-16le":t(254,255)?"utf-16be":"utf-8";try{let n=new TextDecoder(o,{fatal:!0}).decode(e);return n.includes("\0")?{fault:"binary"}:{text:n}}catch{return{fault:"encoding"}}}function pd(e){let t=e.slice(0,65536),o=t.replace(/"(?:[^"]|"")*"/g,"").split(/\r\n?|\n/);t.length<e.length&&o.length>1&&o.pop();let n=o.filter(i=>i.trim()),r=ur.filter(i=>n.some(c=>c.includes(i)));return r.find(i=>{let c=n.map(u=>u.split(i).length);return n.length>1&&c.every(u=>u===c[0]&&u>1)})??(r.length>1?ur.join(""):r[0]??"")}function*hd(e,t){let o={rows:[],lines:[],unclosed:null},n=new RegExp(`[\r
${t}]`,"g"),r=e[0]==="\uFEFF"?1:0,s=1;for(;r<e.length;){let i=[];for(o.lines.push(s);;){let c;if(e[r]==='"'&&o.unclosed===null){if(c=zm(e,r),c<0){o.unclosed=s;continue}let u=e.slice(r+1,c-1);s+=u.match(/\r\n?|\n/g)?.length??0,i.push(u.replaceAll('""','"')),r=c,n.lastIndex=r,c=n.exec(e)?.index??e.length,i[i.length-1]+=e.slice(r,c)}else n.lastIndex=r,c=n.exec(e)?.index??e.length,i.push(e.slice(r,c));if(r=c+1,c>=e.length||e[c]===`
`)break;if(e[c]==="\r"){e[r]===`
`&&(r+=1);break}}s+=1,o.rows.push(i),o.rows.length%1e3===0&&(yield)}return o}function zm(e,t){let o=t+1;for(;;){if(o=e.indexOf('"',o)+1,o===0)return-1;if(e[o]!=='"')return o;o+=1}}function $d(e,t){let o=e.slice(0,200).filter(b=>!md(b)),n=o[0]??[],r=n.map(Vm),s=qm.map(b=>r.indexOf(b)).find(b=>b>=0),i=Math.max(1,...o.map(Jm)),c=o.every(b=>b.length===n.length),u=i>1&&o.length>1&&(c||s!==void 0),f=b=>/\d/.test(b),d=u&&!n.some(f)&&o.slice(1).every(b=>b.some(f)),h=t.hasHeader??(o.length>1&&(s!==void 0||d)),m=t.column??(u?s??null:i>1?"all":0),p=o.slice(h?1:0),$=u?Math.min(i,50):1,g=Array.from({length:$},(b,x)=>h?n[x]??"":""),w=g.map((b,x)=>p.slice(0,2).map(_=>_[x]??""));return{columns:g,samples:w,hasHeader:h,column:m}}function Jm(e){let t=e.length;for(;t>0&&!e[t-1].trim();)t-=1;return t}function bd({rows:e,lines:t},{hasHeader:o,column:n}){let r=[],s=[],i=o;for(let[c,u]of e.entries()){if(i&&md(u))continue;if(i){i=!1;continue}if(n===null)break;let f=u.length-(u.length>1&&!u[u.length-1]?1:0);for(let d of n==="all"?u.slice(0,f):[u[n]??""])r.push(d),s.push(t[c])}return{values:r,lines:s}}async function fi(e,t){let o=performance.now();for(;;){let{done:n,value:r}=e.next();if(n)return r;performance.now()-o<8||(await new Promise(s=>setTimeout(s)),t?.throwIfAborted(),o=performance.now())}}var ur,qm,md,Vm,pi=v(()=>{"use strict";ur=["	",";",","],qm=["cust_id","cid","customer_id","customer","cids","customers"];md=e=>e.every(t=>!t.trim()),Vm=e=>e.trim().toLowerCase().replace(/\W+/g,"_")});async function Gm(e){if(e.size>64e6)return{fault:a("csv.large",{size:wo(64e6)})};let t=fd(new Uint8Array(await e.arrayBuffer()));return"fault"in t?{fault:a(`csv.${t.fault}`)}:t}function Ym({read:{delimiter:e,layout:t,rows:o},onChoice:n}){let{columns:r,samples:s,hasHeader:i,column:c}=t,u=r.length>1;if(!e&&!u&&!i)return null;let f=d=>{let h=r[d].trim()||a("setAction.columnNo",{n:d+1}),m=s[d].map(p=>p.slice(0,24)).join(", ");return m?a("setAction.columnOf",{name:h,samples:m}):h};return l`
    <div class="reading">
      <${q}
        as="select"
        label=${a("setAction.separated")}
        value=${e}
        onValue=${d=>n({delimiter:d,column:null})}
      >
        ${Km.map(([d,h])=>l`<option key=${d} value=${d} selected=${d===e}>
              ${a(h)}
            </option>`)}
      <//>
      ${u&&l`
          <${q}
            as="select"
            label=${a("setAction.column")}
            error=${c===null&&a("setAction.why.column")}
            onValue=${d=>n({column:d==="all"?"all":Number(d)})}
          >
            <option value="" disabled selected=${c===null}>${a("setAction.choose")}</option>
            ${r.map((d,h)=>l`
                <option key=${h} value=${h} selected=${c===h}>
                  ${f(h)}
                </option>
              `)}
            <option value="all" selected=${c==="all"}>${a("setAction.every")}</option>
          <//>
        `}
      <label>
        <input
          type="checkbox"
          checked=${i}
          onChange=${d=>n({hasHeader:d.currentTarget.checked})}
        />
        ${a("setAction.header")}
      </label>
      ${o.unclosed&&l`<p class="hint">${a("setAction.unclosed",{line:o.unclosed})}</p>`}
    </div>
  `}function wd({source:e,onSource:t,read:o,isRemoved:n,onRemoved:r,bytesMax:s}){let[i,c]=y(""),[u,f]=y(!1),[d,h]=y(e.text),m=b=>{c(""),t(b)},p=async b=>{if(!b)return;let x=await Gm(b);"fault"in x?c(`${b.name}: ${x.fault}`):m(Ut(x.text,{name:b.name,isLarge:!0}))},$=b=>{let{files:x}=b.clipboardData,_=b.clipboardData.getData("text"),S=b.currentTarget;if(!(!_&&x.length===0)&&!(_&&S.value.length+_.length<=od))if(b.preventDefault(),!_)p(x[0]);else{let k=S.value.slice(0,S.selectionStart),A=S.value.slice(S.selectionEnd);m(Ut(k+_+A,{isLarge:!0}))}},g=b=>{b.preventDefault(),f(!1);let{files:x}=b.dataTransfer,_=b.dataTransfer.getData("text");x.length?p(x[0]):_&&m(Ut(_,{isLarge:!0}))},w=b=>x=>{x.preventDefault(),f(b)};return l`
    <section
      class="card customers ${u?"is-over":""}"
      onDragOver=${w(!0)}
      onDragLeave=${w(!1)}
      onDrop=${g}
    >
      <h2>${a("setAction.customers")}</h2>
      ${e.isLarge?l`<${Xm} source=${e} onClear=${()=>m(Ut(d))} />`:l`
              <${q}
                as="textarea"
                id="customers"
                label=${a("setAction.paste")}
                rows="6"
                spellcheck=${!1}
                autocapitalize="none"
                value=${e.text}
                onPaste=${$}
                onValue=${b=>{h(b),m(Ut(b))}}
              />
            `}
      <p class="row">
        <label class="button file">
          ${a("setAction.file")}
          <input
            type="file"
            class="off-screen"
            onChange=${b=>{p(b.currentTarget.files[0]),b.currentTarget.value=""}}
          />
        </label>
        <span class="hint">${a("setAction.drop")}</span>
      </p>
      ${i&&l`<p class="notice notice-error" role="alert">${i}</p>`}
      ${o&&l`
          <${Ym}
            read=${o}
            onChoice=${b=>{r(!1),t({...e,...b})}}
          />
          <${td}
            checked=${o.checked}
            isTrimmed=${e.trims}
            onTrim=${b=>t({...e,trims:b})}
            isRemoved=${n}
            onRemoved=${r}
            bytesMax=${s}
          />
        `}
    </section>
  `}var Km,Xm,gd=v(()=>{"use strict";pi();ae();Oe();C();xe();I();ui();lr();Km=[["","setAction.lines"],[",","setAction.comma"],[";","setAction.semicolon"],["	","setAction.tab"],[ur.join(""),"setAction.any"]];Xm=({source:e,onClear:t})=>l`
  <div class="large row spread">
    <span class="row"><${H} name="note" /> <b>${e.name??a("setAction.pasted")}</b></span>
    <span class="muted">${wo(new Blob([e.text]).size)}</span>
    <button type="button" onClick=${t}>${a("setAction.clear")}</button>
  </div>
`});function Qm(){try{return JSON.parse(globalThis.sessionStorage?.getItem(_d)??"[]")}catch{return[]}}async function xd({get:e,post:t,now:o=Date.now},n,r){let{head:s}=await e("/v1/stats",{query:{limit:1}}),i=mo.get().find(({key:u})=>u===n.key),c={...n,size:i?.size??s.size,at:o()};en.add(c.key),ho(c);try{let{job_id:u}=await t("/v1/set-actions",r,{key:c.key});return ho({...c,job_id:u}),u}catch(u){let f=u.body?.job_id;if(f)return ho({...c,job_id:f}),f;throw en.delete(c.key),u.status>=400&&u.status<500&&u.status!==424?dr(c.key):ho({...c}),u}finally{en.delete(c.key)}}var _d,Zm,mo,ho,en,dr,vd,fr=v(()=>{"use strict";V();Ue();Me();Xt();_d=`jobs:${Se}:sendings`,Zm=8;mo=pe(Qm());mo.watch(e=>{try{globalThis.sessionStorage?.setItem(_d,JSON.stringify(e))}catch{}});ho=e=>mo.update(t=>{let o=t.filter(({key:n})=>n!==e.key);return[e,...o].slice(0,Zm)}),en=new Set,dr=e=>mo.update(t=>t.filter(o=>o.key!==e)),vd=({user:e,key:t})=>Ee(Ke(ye(`${e}\0${t}`)))});async function o$(e,t,o,n){let{size:r}=(await e("/v1/stats",{query:{limit:1},signal:n})).head;if(r<o)return null;let s=vd(t),i=null;for(let c=0;c<t$;c+=kd){let u={user_id:t.user,source:"gateway",limit:kd,cursor:i},{jobs:f,next:d}=await e("/v1/jobs",{query:u,signal:n});for(let{job_id:h,index:m}of f){if(m<o)return{size:r};if((await e(N`/v1/entries/${m}/leaf`,{signal:n})).request_key===s)return{job_id:h,size:r}}if(d===null)return{size:r};i=d}return null}function Ad({get:e,later:t=setTimeout,cancel:o=clearTimeout,now:n=Date.now},r,s){let i=new AbortController,{signal:c}=i,u=r.size,f=0,d=0,h=async()=>{let m=n()-r.at>=e$;try{let p=await o$(e,r,u,c);if(c.aborted)return;if(p?.job_id)return void s({job_id:p.job_id});p?m&&s({size:p.size}):s(null),u=p?.size??u}catch(p){if(c.aborted||(s(null),p instanceof Z&&p.status===401))return}d=t(h,Sd[Math.min(f,Sd.length-1)]),f+=1};return h(),()=>{i.abort(),o(d)}}var e$,t$,kd,Sd,Td=v(()=>{"use strict";V();it();fr();e$=3e4,t$=500,kd=100,Sd=[1e3,2e3,5e3,1e4,3e4]});function n$({sending:e}){let[t,o]=y(a("setAction.seeking"));return j(()=>Ad({get:E},e,n=>{n?"size"in n?o(a("setAction.notFound",{n:n.size})):ho({...e,job_id:n.job_id}):o(a("setAction.unknown"))}),[e]),l`<span role="status">${t}</span>`}function r$({sending:e,job_id:t}){let{data:o,reload:n}=K(s=>E(N`/v1/jobs/${t}`,{signal:s}),[t]),r=o&&o.status!=="IN_PROGRESS";return j(()=>{if(!r)return Pe({job_id:t,kind:"status_changed"},{onEntries:n,onState:n})},[t,r]),j(()=>()=>{r&&dr(e.key)},[r]),l`
    ${o&&l`<${de} status=${o.status} cause=${o.cause} />`}
    <a href=${L(N`/jobs/${t}`)}>${a("setAction.open")}</a>
  `}function jd({user:e}){let t=R(mo).filter(o=>o.user===e&&!en.has(o.key));return t.length===0?null:l`
    <section class="card" id="sent">
      <h2>${a("setAction.sentTitle")}</h2>
      <ul class="sent">
        ${t.map(o=>l`
            <li key=${o.key} class="row">
              <b>${a("setAction.sentWhat",{action:o.action,n:o.count})}</b>
              ${o.job_id?l`<${r$} sending=${o} job_id=${o.job_id} />`:l`<${n$} sending=${o} />`}
              <button
                type="button"
                class="icon-button"
                aria-label=${a("app.remove",{what:o.action})}
                onClick=${()=>dr(o.key)}
              >
                ✕
              </button>
            </li>
          `)}
      </ul>
    </section>
  `}var Ed=v(()=>{"use strict";oe();V();Dt();Ie();G();C();I();Td();fr()});function Od(e,t){let[o,n]=y(null),r=U(o);return j(()=>{let s=new AbortController,{signal:i}=s,c=async()=>{let d=r.current,h=e.delimiter??pd(e.text),p=d?.source.text===e.text&&d.delimiter===h?d.rows:await fi(hd(e.text,h),i),$=$d(p.rows,e),g=bd(p,$),w=Nl(g,{trims:e.trims,bytesMax:t}),b=await fi(w,i);r.current={source:e,delimiter:h,rows:p,layout:$,checked:b},n(r.current)},u=e.isLarge||!r.current?0:s$,f=setTimeout(()=>c().catch(d=>i.aborted||reportError(d)),u);return()=>{clearTimeout(f),s.abort()}},[e]),{read:o,isCurrent:o?.source===e}}var s$,Cd=v(()=>{"use strict";pi();Go();C();s$=120});var Ld={};We(Ld,{default:()=>Nd});function i$({meta:e,form:t,onForm:o,pathOf:n,faults:r}){let{upstreams:s,actions:i,others:c}=e.set_actions,u=(d,h)=>{let m=r[d];return!m||m.why==="empty"?null:a(`name.${m.why}`,{n:m.n??0,most:h,code:m.code??""})},f=d=>h=>o({[d]:h});return l`
    <section class="card">
      <h2>${a("setAction.what")}</h2>
      <${q} as="select" id="action" label=${a("setAction.action")} onValue=${f("action")}>
        <option value="" disabled selected=${!t.action}>${a("setAction.choose")}</option>
        ${i.map(({name:d})=>l`<option key=${d} selected=${d===t.action}>${d}</option>`)}
        ${c&&l`<option value=${fo} selected=${t.action===fo}>
            ${a("setAction.other")}
          </option>`}
      <//>
      ${t.action===fo&&l`
          <${q}
            id="other"
            label=${a("setAction.otherName")}
            error=${u("action",e.limits.action_name_bytes)}
            value=${t.other}
            spellcheck=${!1}
            autocapitalize="none"
            autocomplete="off"
            onValue=${f("other")}
          />
        `}
      <${q}
        as="select"
        id="upstream"
        label=${a("setAction.upstream")}
        onValue=${d=>o({base:d,path:n(d)})}
      >
        ${s.length>1&&l`<option value="" disabled selected=${!t.base}>${a("setAction.choose")}</option>`}
        ${s.map(d=>l`<option key=${d} selected=${d===t.base}>${d}</option>`)}
      <//>
      <${q}
        id="path"
        label=${a("setAction.path")}
        hint=${t.base&&a("setAction.sendsTo",{url:po(t)})}
        value=${t.path}
        spellcheck=${!1}
        autocapitalize="none"
        autocomplete="off"
        onValue=${f("path")}
      />
      <${q}
        id="token"
        label=${a("setAction.token")}
        hint=${a("setAction.tokenHint")}
        type="password"
        autocomplete="off"
        value=${t.token}
        onValue=${f("token")}
      />
      <${q}
        id="batch"
        label=${a("setAction.batch")}
        hint=${a("setAction.batchHint")}
        error=${u("batch",e.limits.batch_id_bytes)}
        value=${t.batch}
        autocomplete="off"
        onValue=${f("batch")}
      />
    </section>
  `}function a$({meta:e,jobs:t,user:o}){let[n]=ze(),r=`paths:${o}`,s=Ce=>tt(r)?.[Ce]??sd(t,Ce),[i,c]=y(()=>rd(e,n,s)),[u,f]=y(()=>nd(n.getAll("cid"))),[d,h]=y(!1),[m,p]=y(!1),{cid_bytes:$,customers_of_a_job:g}=e.limits,{read:w,isCurrent:b}=Od(u,$),x=b&&w?w.checked:null,_=w?.checked.customers??[],S=id(i,e),k=w?.layout.column===null,A=ad(x,d,g),D=Object.keys(S).length>0?a("setAction.missing"):k?a("setAction.why.column"):A&&a(`setAction.why.${A}`,{most:g}),J=fe(Wt,[po(i),Ft(i),i.batch,_]),[O,F,$e,_e]=ne(async()=>{qt(r,{...tt(r),[i.base]:di(i.path)});let Ce={key:J,user:o,action:Ft(i),count:_.length},gt=await xd({get:E,post:ie},Ce,cd(i,_));c(If=>({...If,token:""})),Q(a("setAction.sent",{id:Vt(gt)})),ve(L(N`/jobs/${gt}`))});return l`
    <form
      class="set-action"
      autocomplete="off"
      onSubmit=${Ce=>{Ce.preventDefault(),D||p(!0)}}
    >
      <${i$}
        meta=${e}
        form=${i}
        onForm=${Ce=>c(gt=>({...gt,...Ce}))}
        pathOf=${s}
        faults=${S}
      />
      <${wd}
        source=${u}
        onSource=${Ce=>{Ce.text!==u.text&&h(!1),f(Ce)}}
        read=${w}
        isRemoved=${d}
        onRemoved=${h}
        bytesMax=${$}
      />
      <div class="set-action-end row">
        <button type="submit" class="primary" disabled=${!!D}>
          ${a("setAction.review")}
        </button>
        <b role="status">${a("setAction.count",{n:_.length})}</b>
        <span class="muted" id="blocker">${D}</span>
      </div>
    </form>
    ${m&&x&&l`
        <${ud}
          form=${i}
          customers=${_}
          leftOut=${x.values.length-_.length}
          onSend=${O}
          isBusy=${F}
          problem=${$e}
          onClose=${()=>{_e(),p(!1)}}
        />
      `}
  `}function Nd(){let e=R(B),t=K(async n=>{let r=await E("/v1/meta",{signal:n}),{upstreams:s}=r.set_actions;return e?.role==="auditor"||s.length===0?{meta:r,jobs:[]}:{meta:r,jobs:(await E("/v1/jobs",{query:{source:"gateway",status:"SUCCESS",limit:20},signal:n})).jobs}},[e?.role]),o=l`<${ee}>${a("setAction.title")}<//>`;return e?e.role==="auditor"?l`${o}
      <${ge} title=${a("setAction.auditor")}><p>${a("setAction.auditorHint")}</p><//>`:l`
    ${o}
    <${jd} user=${e.user_id} />
    <${be} of=${t}>
      ${({meta:n,jobs:r})=>n.set_actions.upstreams.length?l`<${a$} meta=${n} jobs=${r} user=${e.user_id} />`:l`<${ge} title=${a("setAction.noUpstream")}>
              <p>${a("setAction.noUpstreamHint")}</p>
            <//>`}
    <//>
  `:o}var Id=v(()=>{"use strict";we();oe();ae();V();Ne();zt();Oe();G();C();Ae();me();te();I();dd();gd();fr();Ed();lr();Cd()});function l$(){let e=U(null),[t,o]=y(0);return j(()=>{if(!e.current)return;let n=new ResizeObserver(([{contentRect:r}])=>o(r.width));return n.observe(e.current),()=>n.disconnect()},[]),[e,t]}function Hd({label:e,height:t,text:o,onLeave:n,children:r}){let[s,i]=l$();return l`
    <div class="chart" ref=${s}>
      <svg role="img" aria-label=${e} width=${i} height=${t} onPointerLeave=${n}>
        ${i>0&&r(i)}
      </svg>
      <p class="chart-text" aria-hidden="true">${o}</p>
    </div>
  `}function pr({label:e,bars:t,axis:o,show:n,height:r=200,nameWidth:s=56}){let[i,c]=y(null),u=t.find(p=>p.key===i)?.text??"",f=r-22,d=12+7*Math.max(...o.map(p=>n(p).length)),h=p=>p/o[o.length-1]*(f-10);return l`
    <${Hd} label=${e} height=${r} text=${u} onLeave=${()=>c(null)}>${p=>{let $=(p-d-12)/t.length,g=Math.ceil(s/$),w=Math.min(48,Math.max(1.5,$-($>8?4:1)));return l`
      ${o.map(b=>l`
          <g key=${`line ${b}`} class="axis">
            <line
              x1=${d}
              x2=${p}
              y1=${f-h(b)}
              y2=${f-h(b)}
            />
            <text x=${d-6} y=${f-h(b)} dy="0.35em" text-anchor="end">
              ${n(b)}
            </text>
          </g>
        `)}
      ${t.map((b,x)=>{let _=d+x*$,S=f;return l`
          <g key=${b.key} class="column" onPointerEnter=${()=>c(b.key)}>
            <rect
              class="column-ground ${b.onPick?"bar-link":""}"
              x=${_}
              y="0"
              width=${$}
              height=${f}
              onClick=${b.onPick}
            />
            ${b.parts.map(k=>{let A=Pd(h(k.value),k.value);return S-=A,A>0&&l`
                  <${hi}
                    key=${k.kind}
                    part=${k}
                    x=${_+($-w)/2}
                    y=${S}
                    width=${w}
                    height=${A}
                  />
                `})}
            ${(t.length-1-x)%g===0&&(x+.5)*$>=s/2-d&&l`
                <text
                  x=${Math.min(_+$/2,p-s/2+4)}
                  y=${r-6}
                  text-anchor="middle"
                >
                  ${b.name}
                </text>
              `}
          </g>
        `})}
    `}}<//>
  `}function Ud({label:e,bars:t,most:o}){let[n,r]=y(null),s=t.find(u=>u.key===n)?.text??"",i=28,c=u=>{let f=Math.min(160,u*.3),d=12+8*Math.max(...t.map(p=>p.total.length)),h=u-f-d,m=Math.floor(f/7.5);return t.map((p,$)=>{let g=$*i,w=f,b=p.parts.map(x=>{let _=Pd(x.value/(o||1)*h,x.value);return w+=_,_>0&&l`
            <${hi}
              key=${x.kind}
              part=${x}
              x=${w-_}
              y=${g+5}
              width=${_}
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
          ${b}
          <text x=${Math.min(w,u-d)+8} y=${g+i/2} dy="0.35em"
            >${p.total}</text
          >
        </g>
      `})};return l`
    <${Hd}
      label=${e}
      height=${Math.max(1,t.length)*i}
      text=${s}
      onLeave=${()=>r(null)}
      >${c}<//
    >
  `}var Rd,Dd,c$,hi,Md,Pd,hr=v(()=>{"use strict";C();Rd={FAILED:"M-2 2 2-2M0 8 8 0M6 10l4-4",UNCONFIRMED:"M1 2h2M5 6h2",IN_PROGRESS:"M0 2h8M0 6h8"},Dd=()=>l`
  <svg class="patterns" aria-hidden="true" width="0" height="0">
    <defs>
      ${Object.entries(Rd).map(([e,t])=>l`
          <pattern
            key=${e}
            id="pattern-${e}"
            class="bar-${e}"
            width="8"
            height="8"
            patternUnits="userSpaceOnUse"
          >
            <rect width="8" height="8" class="bar-ground" />
            <path d=${t} />
          </pattern>
        `)}
    </defs>
  </svg>
`,c$=e=>e in Rd?`url(#pattern-${e})`:"currentColor",hi=({part:e,...t})=>l`
  <rect
    ...${t}
    class="bar bar-${e.kind} ${e.onPick?"bar-link":""}"
    fill=${c$(e.kind)}
    onClick=${e.onPick}
  />
`,Md=({kind:e})=>l`
  <svg class="swatch" viewBox="0 0 16 16" aria-hidden="true">
    <${hi} part=${{kind:e,value:1}} x=${1} y=${1} width=${14} height=${14} />
  </svg>
`;Pd=(e,t)=>t?Math.max(2,e):0});function u$({caption:e,head:t,rows:o}){let[n,r]=y(!1),s=i=>typeof i=="string"?i:l`<${W} to="/" query=${i.query}>${i.text}<//>`;return l`
    <details onToggle=${i=>r(i.currentTarget.open)}>
      <summary>${a("chart.table")}</summary>
      ${n&&l`
          <div class="scroll-x" tabindex="0" role="group" aria-label=${e}>
            <table class="table-behind">
              <caption>
                ${e}
              </caption>
              <thead>
                <tr>
                  ${t.map(i=>l`<th key=${i} scope="col">${i}</th>`)}
                </tr>
              </thead>
              <tbody>
                ${o.map(([i,...c],u)=>l`
                    <tr key=${u}>
                      <th scope="row">${s(i)}</th>
                      ${c.map((f,d)=>l`<td key=${d}>${s(f)}</td>`)}
                    </tr>
                  `)}
              </tbody>
            </table>
          </div>
        `}
    </details>
  `}var Fd,tn,mi=v(()=>{"use strict";I();hr();C();te();Fd=({statuses:e})=>l`
  <ul class="legend">
    ${e.map(t=>l`<li key=${t}><${Md} kind=${t} />${z("status",t)}</li>`)}
  </ul>
`,tn=({id:e,title:t,hint:o,table:n,children:r})=>l`
  <section class="card figure" id=${e} aria-labelledby="${e}-title">
    <h2 id="${e}-title">${t}</h2>
    <p class="hint">${o}</p>
    ${r}
    <${u$} ...${n} />
  </section>
`});function mr(e,t=4,o=0){let n=Math.max((e||1)/t,o,Number.MIN_VALUE),r=10**Math.floor(Math.log10(n)),s=[1,2,5,10].map(c=>c*r).find(c=>c>=n*.999)??n,i=Math.max(1,Math.ceil(e/s-1e-9));return Array.from({length:i+1},(c,u)=>Number((u*s).toPrecision(6)))}var Bd=v(()=>{"use strict"});function bi(e){let t=zd();for(let o of e)for(let n of st)t[n]+=o[n];return t}function $r(e){let t=je(e)-e.IN_PROGRESS;return t?e.FAILED/t:null}function Vd(e){let t=Number(e.get("days"));return $i.find(o=>o===t)??30}function Kd(e,t,o){let n=new Map(e.map(({value:r,jobs:s})=>[r,s]));return Array.from({length:t},(r,s)=>{let i=Jd(o-(t-1-s)*qd);return{day:i,jobs:n.get(i)??zd()}})}function Gd({rows:e,other:t},o){let n=e.length===o+1&&!je(t)?e:e.slice(0,o);return{rows:n,other:bi([t,...e.slice(n.length).map(r=>r.jobs)])}}function Yd(e){let t={all:[],answered:[],reported:[],imported:[]};for(let{status:o,cause:n,created_at:r,updated_at:s}of e){let c=(o==="SUCCESS"||o==="FAILED")&&yi.includes(n)&&s?go(r,s):-1;c>=0&&(t[n].push(c),t.all.push(c))}for(let o of Object.values(t))o.sort((n,r)=>n-r);return t}function Xd(e){let t=Wd.map((n,r)=>{let s=r?Wd[r-1]:0;return{from:s,to:n,count:e.filter(i=>i>=s&&i<n).length}}),o=t.map(n=>n.count>0);return o.includes(!0)?t.slice(o.indexOf(!0),o.lastIndexOf(!0)+1):[]}var st,$i,qd,zd,je,Jd,Bt,on,yi,Wd,wi=v(()=>{"use strict";ae();st=["SUCCESS","FAILED","UNCONFIRMED","IN_PROGRESS"],$i=[14,30,90],qd=864e5,zd=()=>({SUCCESS:0,FAILED:0,UNCONFIRMED:0,IN_PROGRESS:0});je=e=>st.reduce((t,o)=>t+e[o],0);Jd=e=>new Date(e).toISOString().slice(0,10);Bt=(e,t=e)=>({since:`${e}T00:00:00Z`,until:`${Jd(Date.parse(t)+qd)}T00:00:00Z`});on=(e,t)=>e[Math.min(e.length-1,Math.max(0,Math.ceil(t*e.length)-1))],yi=["answered","reported","imported"];Wd=[30,100,300,1e3,3e3,1e4,3e4,6e4,18e4,6e5,18e5,36e5,864e5,1/0]});function _i(e){let t=st.filter(o=>e[o]).map(o=>`${M(e[o])} ${z("status",o).toLowerCase()}`);return`${a("overview.jobs",{n:je(e)})}${t.length?`: ${t.join(", ")}`:""}`}function tf({days:e}){let t=e.map(({day:n,jobs:r})=>{let s=Bt(n),i=`${$o(n)}: ${_i(r)}`,c=Zd(r,s);return{key:n,name:$o(n),parts:c,text:i,onPick:yr(s)}}),o=Math.max(...e.map(({jobs:n})=>je(n)));return l`
    <${tn}
      id="by-day"
      title=${a("overview.byDay")}
      hint=${a("overview.byDayHint")}
      table=${{caption:a("overview.byDayTable",br(e)),head:[a("overview.day"),...ef()],rows:e.map(({day:n,jobs:r})=>[n,...Qd(r,Bt(n))]).reverse()}}
    >
      <${pr}
        label=${a("overview.byDayLabel",{...br(e),most:M(o)})}
        bars=${t}
        axis=${mr(o,4,1)}
        show=${M}
      />
    <//>
  `}function of({days:e}){let t=e.map(({jobs:r})=>$r(r)),o=Math.max(0,...t.map(r=>r??0)),n=e.map(({day:r,jobs:s},i)=>{let c=t[i],u=yr({...Bt(r),status:"FAILED"}),f=c===null?a("overview.noneEnded"):St(c);return{key:r,name:$o(r),text:`${$o(r)}: ${f} (${_i(s)})`,parts:[{kind:"FAILED",value:c??0,onPick:u}],onPick:u}});return l`
    <${tn}
      id="failure-rate"
      title=${a("overview.rate")}
      hint=${a("overview.rateHint")}
      table=${{caption:a("overview.rateTable",br(e)),head:[a("overview.day"),a("overview.rate"),z("status","FAILED"),a("overview.ended")],rows:e.map(({day:r,jobs:s},i)=>[r,t[i]===null?"\u2013":St(t[i]),gi(s.FAILED,{...Bt(r),status:"FAILED"}),M(je(s)-s.IN_PROGRESS)]).reverse()}}
    >
      <${pr}
        label=${a("overview.rateLabel",{...br(e),most:St(o)})}
        bars=${n}
        axis=${mr(o||1)}
        show=${St}
      />
    <//>
  `}function vi({id:e,name:t,table:o}){let{rows:n,other:r}=Gd(o,d$),s=n.map(({value:u,jobs:f})=>({name:u,jobs:f,query:{[t]:u}}));je(r)&&s.push({name:a("overview.others"),jobs:r,query:null});let i=t==="action_name",c=s.map(({name:u,jobs:f,query:d})=>({key:`${d?"":"other "}${u}`,name:u,parts:Zd(f,d),text:`${u}: ${_i(f)}`,total:M(je(f)),...d&&{onPick:yr(d)}}));return l`
    <${tn}
      id=${e}
      title=${a(i?"overview.byAction":"overview.byUser")}
      hint=${a("overview.byValueHint")}
      table=${{caption:a(i?"overview.byActionTable":"overview.byUserTable"),head:[a(i?"overview.action":"overview.user"),...ef()],rows:s.map(({name:u,jobs:f,query:d})=>[u,...Qd(f,d)])}}
    >
      <${Ud}
        label=${a(i?"overview.byActionLabel":"overview.byUserLabel",{names:s.map(({name:u,jobs:f})=>`${u} ${M(je(f))}`).join(", ")})}
        bars=${c}
        most=${Math.max(...s.map(({jobs:u})=>je(u)))}
      />
    <//>
  `}function nf({jobs:e}){let t=Yd(e),o=t.all.length;if(!o)return null;let n=Xd(t.all),r=({from:f,to:d})=>d===1/0?a("overview.atLeast",{from:qe(f)}):a("overview.below",{to:qe(d)}),s=n.map(f=>({key:String(f.to),name:r(f),text:`${r(f)}: ${a("overview.jobs",{n:f.count})}`,parts:[{kind:"plain",value:f.count}]})),i=qe(on(t.all,.5)),c=qe(on(t.all,.95)),u=yi.filter(f=>t[f].length);return l`
    <${tn}
      id="durations"
      title=${a("overview.durations")}
      hint=${a("overview.durationsHint",{n:o})}
      table=${{caption:a("overview.durationsTable",{n:o}),head:[a("overview.took"),a("overview.total")],rows:n.map(f=>[r(f),M(f.count)])}}
    >
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
            ${(u.length>1?["all",...u]:u).map(f=>l`
                <tr key=${f}>
                  <th scope="row">${a(`overview.by.${f}`)}</th>
                  <td>${M(t[f].length)}</td>
                  <td>${qe(on(t[f],.5))}</td>
                  <td>${qe(on(t[f],.95))}</td>
                </tr>
              `)}
          </tbody>
        </table>
      </div>
      <${pr}
        label=${a("overview.durationsLabel",{n:o,median:i,high:c})}
        bars=${s}
        axis=${mr(Math.max(...n.map(f=>f.count)),3,1)}
        show=${M}
        height=${150}
        nameWidth=${68}
      />
    <//>
  `}var d$,f$,$o,yr,Zd,gi,Qd,ef,br,rf=v(()=>{"use strict";ae();V();Ne();Bd();hr();mi();C();I();wi();d$=10,f$=new Intl.DateTimeFormat(xt,{day:"numeric",month:"short",timeZone:"UTC"}),$o=e=>f$.format(new Date(e)),yr=e=>()=>ve(L("/",e));Zd=(e,t)=>st.map(o=>({kind:o,value:e[o],...t&&{onPick:yr({...t,status:o})}})),gi=(e,t)=>e&&t?{text:M(e),query:t}:M(e),Qd=(e,t)=>[gi(je(e),t),...st.map(o=>gi(e[o],t&&{...t,status:o}))],ef=()=>[a("overview.total"),...st.map(e=>z("status",e))],br=e=>({n:e.length,from:$o(e[0].day),to:$o(e[e.length-1].day)})});function sf(e,t){let o=U(t);j(()=>{o.current!==t&&e(),o.current=t},[t])}function h$({head:e}){let t=K(o=>E("/readyz",{signal:o,asks:!1}),[]);return sf(t.reload,e.size),j(()=>{let o=setInterval(()=>document.hidden||t.reload(),p$);return()=>clearInterval(o)},[]),t.error?l`<span class="bad"><${H} name="alarm" /> ${a("health.notReady")}</span>
      ${t.error.detail}`:t.data?l`<span class="good"><${H} name="SUCCESS" /> ${a("health.ready")}</span>`:a("app.loading")}function m$({head:e}){let{data:t,error:o,reload:n}=K(i=>E("/log/checkpoint",{signal:i,asText:!0}),[]);if(sf(n,e.size),!t)return o?o.detail:a("app.loading");let[,r,s]=t.split(`
`);return l`
    ${a("health.checkpointOf",{n:Number(r)})} ${" "}<${af}
      short=${`${s.slice(0,10)}\u2026`}
      text=${t}
      what=${a("health.checkpoint")}
    />
    ${" "}<a href=${L("/log/checkpoint")} download="checkpoint">${a("health.download")}</a>
  `}function $$(){let e=yt();if(!e)return a("health.notSeen");let t=Ye(e.checkpoint);return l`${a("health.seenSize",{n:t})} (<${re} at=${e.at} />)`}function b$({role:e}){let t=`jobctl verify --server ${location.origin}${Se} --key verifier.key`;return l`
    <p>${a("health.how")}</p>
    <div class="row command">
      <pre class="scroll-x" tabindex="0"><code>${t}</code></pre>
      <button type="button" onClick=${()=>nt(t,a("health.command"))}>
        ${a("app.copy",{what:""})}
      </button>
    </div>
    <p class="hint">${a(e==="operator"?"health.howOperator":"health.howHint")}</p>
  `}function xi({head:e}){let t=R(B),{data:o}=K(i=>E("/v1/meta",{signal:i}),[]),n=o?.ledger.verifier_key??"",[r,s]=n.split("+");return l`
    <section class="card health" id="health" aria-labelledby="health-title">
      <h2 id="health-title">${a("health.title")}</h2>
      <dl class="facts">
        <dt>${a("health.state")}</dt>
        <dd><${h$} head=${e} /></dd>
        <dt>${a("health.size")}</dt>
        <dd>${a("health.entries",{n:e.size})}</dd>
        <dt>${a("health.checkpoint")}</dt>
        <dd><${m$} head=${e} /></dd>
        <dt>${a("health.key")}</dt>
        <dd>
          ${n&&l`<code>${r}</code> <${af} short=${s} text=${n} what=${a("health.key")} />`}
        </dd>
        <dt>${a("health.seen")}</dt>
        <dd><${$$} /></dd>
      </dl>
      <${b$} role=${t?.role} />
      <p><${W} to="/help/proof">${a("landing.help")}<//></p>
    </section>
  `}var p$,af,cf=v(()=>{"use strict";we();oe();Bn();V();G();C();xe();Wo();te();I();p$=3e4;af=({short:e,text:t,what:o})=>l`
  <button type="button" class="copy-id" title=${t} onClick=${()=>nt(t,o)}>
    <code>${e}</code><${H} name="copy" />
    <span class="off-screen">${a("app.copy",{what:o})}</span>
  </button>
`});var uf={};We(uf,{default:()=>lf});function g$(e){j(()=>{let t=new Map,o=()=>{for(let{reload:r,ms:s}of e){if(t.has(r))continue;let i=()=>{t.delete(r),r()};t.set(r,window.setTimeout(i,s))}},n=Pe({},{onEntries:o,onState:r=>r!=="lost"&&o()});return()=>{t.forEach(r=>clearTimeout(r)),n()}},[])}function _$({stats:e,days:t}){let o=bi(t.map(i=>i.jobs)),n=$r(o),r=je(e.total),s=Bt(t[0].day,t[t.length-1].day);return l`
    <dl class="numbers">
      <${nn} name=${a("overview.all")} value=${M(r)} to=${{}} />
      <${nn}
        name=${a("overview.inSpan",{n:t.length})}
        value=${M(je(o))}
        to=${s}
      />
      <${nn}
        name=${a("overview.rateInSpan",{n:t.length})}
        value=${n===null?"\u2013":St(n)}
        to=${{...s,status:"FAILED"}}
      />
      <${nn}
        name=${a("overview.inProgress")}
        value=${M(e.total.IN_PROGRESS)}
        to=${{status:"IN_PROGRESS"}}
      />
      <${nn}
        name=${a("overview.unconfirmed")}
        value=${M(e.total.UNCONFIRMED)}
        to=${{status:"UNCONFIRMED"}}
      />
    </dl>
  `}function lf(){let e=R(B),[t,o]=ze(),n=Vd(t),r=K(u=>E("/v1/stats",{signal:u,query:{limit:100}}),[]),s=K(u=>E("/v1/jobs",{signal:u,query:{status:["SUCCESS","FAILED"],limit:500}}),[]);g$([{reload:r.reload,ms:y$},{reload:s.reload,ms:w$}]);let i=u=>{t.set("days",u),o(new URLSearchParams(t),{replace:!0})},c=u=>{if(!je(u.total))return l`
        <${ge} title=${a("overview.empty")}><p>${a("overview.emptyHint")}</p><//>
        <${xi} head=${u.head} />
      `;let f=Kd(u.by_day.rows,n,Date.now());return l`
      <${_$} stats=${u} days=${f} />
      <${Fd} statuses=${st} />
      <div class="figures">
        <${tf} days=${f} />
        <${of} days=${f} />
        <${vi} id="by-action" name="action_name" table=${u.by_action} />
        ${e?.role!=="operator"&&l`<${vi} id="by-user" name="user_id" table=${u.by_user} />`}
        <${be} of=${s}>
          ${({jobs:d})=>l`<${nf} jobs=${d} />`}
        <//>
        <${xi} head=${u.head} />
      </div>
    `};return l`
    <div class="row spread overview-top">
      <${ee}>${a("overview.title")}<//>
      <${Rt}
        label=${a("overview.span")}
        options=${$i.map(u=>({value:String(u),text:a("overview.days",{n:u})}))}
        value=${String(n)}
        onValue=${i}
      />
    </div>
    ${e?.role==="operator"&&l`<p class="hint">${a("overview.own")}</p>`}
    <${Dd} />
    <${be} of=${r}>${c}<//>
  `}var y$,w$,nn,df=v(()=>{"use strict";we();oe();ae();Dt();mi();hr();Oe();G();C();me();te();I();rf();cf();wi();y$=3e3,w$=3e4;nn=({name:e,value:t,to:o})=>l`
  <div>
    <dt>${e}</dt>
    <dd>${o?l`<${W} to="/" query=${o}>${t}<//>`:t}</dd>
  </div>
`});function bo(e,t){let o=e?.field;if(!e||!o||!t.includes(o))return{at:()=>null,rest:e};let n=e.detail.startsWith(`${o}: `)?e.detail.slice(o.length+2):e.detail;return{at:r=>r===o?n:null,rest:null}}var wr=v(()=>{"use strict"});function rn({label:e,value:t,onValue:o,error:n,hint:r="",required:s=!0}){let[i,c]=y(!1);return l`
    <${q}
      label=${e}
      hint=${`${r} ${a("password.rules")}`.trim()}
      error=${n}
      type=${i?"text":"password"}
      autocomplete="new-password"
      autocapitalize="none"
      spellcheck=${!1}
      required=${s}
      value=${t}
      onValue=${o}
    />
    <label class="check">
      <input type="checkbox" checked=${i} onChange=${()=>c(!i)} />
      ${a("password.show")}
    </label>
  `}var ki=v(()=>{"use strict";I();Oe();C()});function ff(e){let t=({created_at:r})=>r?Date.parse(r):0,o=({state:r})=>r==="accepted",n=e.toSorted((r,s)=>t(s)-t(r)||(r.name<s.name?-1:+(r.name>s.name)));return{working:n.filter(o),others:n.filter(r=>!o(r))}}function pf(e,t){let[o,n,r]=e.split("-").map(Number);return(t==="utc"?new Date(Date.UTC(o,n-1,r+1)):new Date(o,n-1,r+1)).toISOString()}function hf(e){if(!e)return"";let t=n=>n.find(([r])=>e.includes(r))?.[1],o=e.startsWith("Mozilla/")&&t(v$);return o?[o,t(x$)].filter(Boolean).join(", "):e}var v$,x$,Si=v(()=>{"use strict";v$=[["Edg","Edge"],["OPR","Opera"],["Firefox","Firefox"],["FxiOS","Firefox"],["CriOS","Chrome"],["Chrome","Chrome"],["Safari","Safari"]],x$=[["Android","Android"],["iPhone","iPhone"],["iPad","iPad"],["Windows","Windows"],["Mac OS X","macOS"],["CrOS","ChromeOS"],["Linux","Linux"]]});function yo({title:e,action:t,onConfirm:o,onClose:n,children:r}){let[s,i,c]=ne(async()=>{await o(),n()});return l`
    <${ue} title=${e} onClose=${n}>
      <p>${r}</p>
      <${Y} problem=${c} />
      <div class="row">
        <button type="button" class="danger" disabled=${i} onClick=${s}>${t}</button>
        <button type="button" onClick=${n}>${a("app.cancel")}</button>
      </div>
    <//>
  `}var gr=v(()=>{"use strict";I();Xe();G();C();me()});function k$({token:e,hasUser:t,onRevoke:o}){let{state:n}=e,r=e.revoked_at??e.expires_at;return l`
    <tr>
      <th scope="row">${e.name}${e.current&&l` <${wt}>${a("sessions.this")}<//>`}</th>
      ${t&&l`
          <td data-name=${a("admin.user")}>
            ${e.user_id}, <span class="muted">${z("role",e.role)}</span>
          </td>
        `}
      <td data-name=${a("tokens.made")}><${re} at=${e.created_at} /></td>
      <td data-name=${a("tokens.used")}>
        ${e.last_used_at?l`<${re} at=${e.last_used_at} />`:a("tokens.unused")}
      </td>
      <td data-name=${a("tokens.ends")}>
        ${n!=="accepted"&&a(`tokens.${n}`)}${" "}
        ${r?l`<${re} at=${r} />`:a("tokens.noEnd")}
      </td>
      ${o&&l`
          <td>
            <button
              type="button"
              class="danger"
              aria-label=${a("tokens.revokeOne",{name:e.name})}
              disabled=${n==="revoked"}
              onClick=${()=>o(e)}
            >
              ${a("tokens.revoke")}
            </button>
          </td>
        `}
    </tr>
  `}function _r({tokens:e,hasUser:t=!1,revoke:o}){let[n,r]=y(null),{working:s,others:i}=ff(e),c={hasUser:t,onRevoke:r};return l`
    ${s.length>0?l`<${mf} caption=${a("tokens.title")} tokens=${s} ...${c} />`:l`<${ge} title=${a("tokens.empty")} />`}
    ${i.length>0&&l`
        <details>
          <summary>${a("tokens.others",{n:i.length})}</summary>
          <${mf}
            caption=${a("tokens.others",{n:i.length})}
            tokens=${i}
            hasUser=${t}
          />
        </details>
      `}
    ${n&&l`
        <${yo}
          title=${a("tokens.revokeOne",{name:n.name})}
          action=${a("tokens.revoke")}
          onConfirm=${async()=>{await o(n.name),Q(a("tokens.revokedNow",{name:n.name}))}}
          onClose=${()=>r(null)}
        >
          ${n.current&&a("tokens.revokeCurrent")}
          ${a("tokens.revokeHint",{user:n.user_id})}
        <//>
      `}
  `}function vr({make:e,onClose:t,children:o,mine:n=""}){let r=R(Qe),[s,i]=y(""),[c,u]=y(""),[f,d]=y(""),[h,m,p]=ne(async()=>{let w=await e({name:s,...c&&{expires_at:pf(c,r)}});d(w.token)});if(f)return l`<${S$} token=${f} onClose=${t} />`;let{at:$,rest:g}=bo(p,["name","expires_at",n]);return l`
    <${ue} title=${a("tokens.new")} onClose=${t}>
      <form
        onSubmit=${w=>{w.preventDefault(),h()}}
      >
        ${o} ${$(n)&&l`<p class="field-error" role="alert">${$(n)}</p>`}
        <${q}
          label=${a("tokens.name")}
          hint=${a("tokens.nameHint")}
          error=${$("name")}
          name="token-name"
          autocomplete="off"
          required
          value=${s}
          onValue=${i}
        />
        <${q}
          label=${a("tokens.lastDay")}
          hint=${a("tokens.lastDayHint")}
          error=${$("expires_at")}
          type="date"
          min=${new Date().toISOString().slice(0,10)}
          value=${c}
          onValue=${u}
        />
        <${Y} problem=${g} />
        <button type="submit" class="primary" disabled=${m}>${a("tokens.make")}</button>
      </form>
    <//>
  `}var mf,S$,Ai=v(()=>{"use strict";Si();wr();I();Ie();gr();Xe();Oe();G();C();Ae();Uo();me();te();mf=({caption:e,tokens:t,hasUser:o,onRevoke:n})=>l`
  <table class="cards">
    <caption class="off-screen">
      ${e}
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
      ${t.map(r=>l`
          <${k$} key=${r.name} token=${r} hasUser=${o} onRevoke=${n} />
        `)}
    </tbody>
  </table>
`;S$=({token:e,onClose:t})=>l`
  <${ue} title=${a("tokens.madeTitle")} onClose=${t}>
    <div class="notice notice-warning">
      <p>${a("tokens.once")}</p>
    </div>
    <${q}
      label=${a("tokens.token")}
      readonly
      class="secret"
      value=${e}
      onFocus=${o=>o.currentTarget.select()}
    />
    <div class="row">
      <button
        type="button"
        class="primary"
        onClick=${()=>nt(e,a("tokens.theToken"))}
      >
        ${a("app.copy",{what:a("tokens.theToken")})}
      </button>
      <button type="button" onClick=${t}>${a("tokens.stored")}</button>
    </div>
  <//>
`});function A$({session:e,onEnd:t}){let o=hf(e.user_agent)||a("sessions.unknown");return l`
    <tr>
      <th scope="row" title=${e.user_agent??""}>
        ${o} ${e.current&&l` <${wt}>${a("sessions.this")}<//>`}
      </th>
      <td data-name=${a("sessions.address")}>${e.address??a("sessions.unknown")}</td>
      <td data-name=${a("sessions.used")}><${re} at=${e.used_at} /></td>
      <td data-name=${a("sessions.begun")}>
        <${re} at=${e.begun_at} />, ${a(`sessions.by.${e.by}`)}
      </td>
      <td>
        <button
          type="button"
          class="danger"
          aria-label=${e.current?void 0:a("sessions.endOne",{browser:o})}
          onClick=${t}
        >
          ${a(e.current?"user.signOut":"sessions.end")}
        </button>
      </td>
    </tr>
  `}function $f(){let e=K(s=>E("/v1/account/sessions",{signal:s}),[]),[t,o]=y(null),n=async()=>{t==="others"?await ie("/v1/account/sessions/end-others"):t&&await T$(t.id),Q(a(t==="others"?"sessions.othersEnded":"sessions.ended")),e.reload()},r=({sessions:s,since:i})=>l`
    <p class="hint">${a("sessions.hint")} <${re} at=${i} />.</p>
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
        ${s.map(c=>l`
            <${A$}
              key=${c.id}
              session=${c}
              onEnd=${()=>c.current?xn():o(c)}
            />
          `)}
      </tbody>
    </table>
    <p>
      <button type="button" class="danger" onClick=${()=>o("others")}>
        ${a("sessions.endOthers")}
      </button>
    </p>
  `;return l`
    <section class="card wide" id="sessions" aria-labelledby="sessions-title">
      <h2 id="sessions-title">${a("sessions.title")}</h2>
      <${be} of=${e}>${r}<//>
      ${t&&l`
          <${yo}
            title=${a(t==="others"?"sessions.endOthersTitle":"sessions.endTitle")}
            action=${a("sessions.end")}
            onConfirm=${n}
            onClose=${()=>o(null)}
          >
            ${a(t==="others"?"sessions.endOthersHint":"sessions.endHint")}
          <//>
        `}
    </section>
  `}var T$,bf=v(()=>{"use strict";Si();oe();V();Ie();gr();G();C();Kr();Ae();me();te();I();T$=e=>ie(N`/v1/account/sessions/${e}/end`).catch(t=>{if(t.status!==404)throw t})});var wf={};We(wf,{default:()=>yf});function E$({onChanged:e}){let[t,o]=y(""),[n,r]=y(""),[s,i,c]=ne(async()=>{await ie("/v1/account/password",{current:t,new:n}),o(""),r(""),Q(a("password.changed")),e(),await ln()}),{at:u,rest:f}=bo(c,["current","new"]);return l`
    <form
      onSubmit=${d=>{d.preventDefault(),s()}}
    >
      <div class="off-screen" aria-hidden="true">
        <input
          type="text"
          autocomplete="username"
          tabindex="-1"
          readonly
          value=${B.get()?.user_id}
        />
      </div>
      <${q}
        label=${a("password.current")}
        error=${u("current")}
        type="password"
        autocomplete="current-password"
        required
        value=${t}
        onValue=${o}
      />
      <${rn}
        label=${a("password.new")}
        error=${u("new")}
        value=${n}
        onValue=${r}
      />
      <${Y} problem=${f} />
      <p class="hint">${a("password.ends")}</p>
      <button type="submit" class="primary" disabled=${i}>${a("password.change")}</button>
    </form>
  `}function O$({mayMake:e}){let t=K(r=>E("/v1/account/tokens",{signal:r}),[]),[o,n]=y(!1);return l`
    <section class="card wide" id="tokens" aria-labelledby="tokens-title">
      <div class="row spread">
        <h2 id="tokens-title">${a("tokens.title")}</h2>
        ${e&&l`<button type="button" onClick=${()=>n(!0)}>${a("tokens.new")}</button>`}
      </div>
      <p class="hint">${a(e?"tokens.hint":"tokens.unlisted")}</p>
      <${be} of=${t}>
        ${r=>l`
          <${_r}
            tokens=${r.tokens}
            revoke=${async s=>{await ie(N`/v1/account/tokens/${s}/revoke`),t.reload()}}
          />
        `}
      <//>
      ${o&&l`
          <${vr}
            make=${r=>ie("/v1/account/tokens",r)}
            onClose=${()=>{n(!1),t.reload()}}
          />
        `}
    </section>
  `}function yf(){let e=R(B),[t,o]=y(0);if(!e)return null;let n=e.signed_in_by!=="jwt"||e.is_listed===!0;return l`
    <${ee}>${a("account.title")}<//>
    <div class="account">
      <${j$} user=${e} />
      <section class="card" id="password" aria-labelledby="password-title">
        <h2 id="password-title">${a("password.title")}</h2>
        ${e.has_password?l`<${E$} onChanged=${()=>o(t+1)} />`:l`<p>${a(`password.none.${e.signed_in_by}`)}</p>`}
      </section>
      ${e.has_password||e.session?l`<${$f} key=${t} />`:null}
      <${O$} mayMake=${n} />
    </div>
  `}var j$,gf=v(()=>{"use strict";we();oe();wr();V();G();C();Oe();Ae();ki();me();te();Ai();I();bf();j$=({user:e})=>l`
  <section class="card" aria-labelledby="who">
    <h2 id="who">${a("account.who")}</h2>
    <dl class="facts">
      <dt>${a("admin.user")}</dt>
      <dd>${e.user_id}</dd>
      <dt>${a("admin.role")}</dt>
      <dd>${z("role",e.role)}: ${a(`account.may.${e.role}`)}</dd>
      <dt>${a("account.by")}</dt>
      <dd>${a(`account.by.${e.signed_in_by}`)}</dd>
      ${e.session&&l`
          <dt>${a("account.ends")}</dt>
          <dd><${re} at=${e.session.ends_at} />, ${a("account.endsHint")}</dd>
        `}
    </dl>
  </section>
`});function xf(e,t){let o=_f(t.trim());return e.filter(({user_id:n,role:r})=>_f(n).includes(o)||r.startsWith(o)).toSorted((n,r)=>Number(n.disabled)-Number(r.disabled)||n.user_id.localeCompare(r.user_id))}var vf,_f,Ti=v(()=>{"use strict";vf=["operator","auditor","admin"],_f=e=>e.normalize("NFKC").toLowerCase()});function ji({fields:e,action:t,onSubmit:o,isMain:n=!1,children:r}){let[s,i,c]=ne(o),{at:u,rest:f}=bo(c,e);return l`
    <form
      onSubmit=${d=>{d.preventDefault(),s()}}
    >
      ${r(u)}
      <${Y} problem=${f} />
      <button type="submit" class=${n?"primary":""} disabled=${i}>${t}</button>
    </form>
  `}function kf({onAdded:e,onClose:t}){let[o,n]=y(""),[r,s]=y("operator"),[i,c]=y(""),u=async()=>{await ie("/v1/users",{user_id:o,role:r,...i&&{password:i}}),Q(a("admin.added",{user:o})),e(),t()};return l`
    <${ue} title=${a("admin.add")} onClose=${t}>
      <${ji}
        fields=${["user_id","role","password"]}
        action=${a("admin.add")}
        onSubmit=${u}
        isMain
      >
        ${f=>l`
          <${q}
            label=${a("admin.name")}
            hint=${a("admin.nameHint")}
            error=${f("user_id")}
            name="user_id"
            autocomplete="off"
            autocapitalize="none"
            spellcheck=${!1}
            required
            value=${o}
            onValue=${n}
          />
          <${xr} error=${f("role")} value=${r} onValue=${s} />
          <${rn}
            label=${a("admin.password")}
            hint=${a("admin.passwordHint")}
            required=${!1}
            error=${f("password")}
            value=${i}
            onValue=${c}
          />
        `}
      <//>
    <//>
  `}function Sf({user:e,isSelf:t,onChanged:o,onClose:n}){let{user_id:r}=e,[s,i]=y(e.role),[c,u]=y(""),[f,d]=y(!1),h=async(k,A,P)=>{await ie(`${N`/v1/users/${r}`}/${k}`,A),Q(P),o(),n()};if(f)return l`
      <${yo}
        title=${a("admin.disableOne",{user:r})}
        action=${a("admin.disable")}
        onConfirm=${()=>h("disable",{},a("admin.disabledNow",{user:r}))}
        onClose=${n}
      >
        ${a("admin.disableHint")}
      <//>
    `;let m=l`
    <${ji}
      fields=${["role"]}
      action=${a("admin.setRole")}
      onSubmit=${()=>h("role",{role:s},a("admin.roleSet",{user:r}))}
    >
      ${k=>l`
        <${xr}
          hint=${a("admin.roleHint")}
          error=${k("role")}
          value=${s}
          onValue=${i}
        />
      `}
    <//>
  `,p={what:"enable",action:a("admin.enable"),hint:a(e.has_password?"admin.enableHint":"admin.enableHintNone"),done:a("admin.enabledNow",{user:r})},$={what:"password",action:a("admin.setPassword"),hint:a("admin.setPasswordHint"),done:a("admin.passwordSet",{user:r})},{what:g,action:w,hint:b,done:x}=e.disabled?p:$,_=c?{password:c}:{},S=l`
    <${ji} fields=${["password"]} action=${w} onSubmit=${()=>h(g,_,x)}>
      ${k=>l`
        <${rn}
          label=${a("password.new")}
          hint=${b}
          required=${!e.disabled||e.has_password}
          error=${k("password")}
          value=${c}
          onValue=${u}
        />
      `}
    <//>
  `;return l`
    <${ue}
      title=${a(e.disabled?"admin.enableOne":"admin.changeOne",{user:r})}
      onClose=${n}
    >
      <div class="changes">
        ${t&&l`<p>${a("admin.self")} <${W} to="/account">${a("account.title")}<//>.</p>`}
        ${!e.disabled&&!t&&m} ${!(t&&e.has_password)&&S}
        ${!e.disabled&&!t&&l`
            <div>
              <p class="hint">${a("admin.disableHint")}</p>
              <button type="button" class="danger" onClick=${()=>d(!0)}>
                ${a("admin.disableOne",{user:r})}
              </button>
            </div>
          `}
      </div>
    <//>
  `}var xr,Af=v(()=>{"use strict";oe();wr();V();gr();Xe();Oe();G();C();Ae();ki();me();te();I();Ti();xr=e=>l`
  <${q} label=${a("admin.role")} as="select" ...${e}>
    ${vf.map(t=>l`
        <option key=${t} value=${t}>${z("role",t)}: ${a(`account.may.${t}`)}</option>
      `)}
  <//>
`});var jf={};We(jf,{default:()=>Tf});function N$({loaded:e,onChanged:t}){let[o,n]=y(""),[r,s]=y(null),[i,c]=y(!1),u=e.data?.users.find(f=>f.user_id===r);return l`
    <section class="card" id="users" aria-labelledby="users-title">
      <div class="row spread">
        <h2 id="users-title">${a("admin.users")}</h2>
        <button type="button" class="primary" onClick=${()=>c(!0)}>
          ${a("admin.add")}
        </button>
      </div>
      <${q}
        label=${a("admin.search")}
        type="search"
        autocomplete="off"
        value=${o}
        onValue=${n}
      />
      <${be} of=${e}>
        ${({users:f})=>{let d=xf(f,o);return d.length?l`<${C$}
                users=${d}
                onChange=${({user_id:h})=>s(h)}
              />`:l`<${ge} title=${a("admin.noUser")} />`}}
      <//>
      ${u&&l`
          <${Sf}
            user=${u}
            isSelf=${u.user_id===B.get()?.user_id}
            onChanged=${t}
            onClose=${()=>s(null)}
          />
        `}
      ${i&&l`<${kf} onAdded=${t} onClose=${()=>c(!1)} />`}
    </section>
  `}function L$({loaded:e,users:t}){let[o,n]=y(!1),[r,s]=y(""),[i,c]=y("operator"),u=t.some(f=>f.user_id===r);return l`
    <section class="card" id="tokens" aria-labelledby="tokens-title">
      <div class="row spread">
        <h2 id="tokens-title">${a("tokens.title")}</h2>
        <button type="button" onClick=${()=>(s(""),n(!0))}>
          ${a("tokens.new")}
        </button>
      </div>
      <${be} of=${e}>
        ${f=>l`
          <${_r}
            tokens=${f.tokens}
            hasUser
            revoke=${async d=>{await ie(N`/v1/tokens/${d}/revoke`),e.reload()}}
          />
        `}
      <//>
      ${o&&l`
          <${vr}
            mine="user_id"
            make=${f=>ie("/v1/tokens",{...f,user_id:r,...u?{}:{role:i}})}
            onClose=${()=>{n(!1),e.reload()}}
          >
            <${q}
              label=${a("admin.user")}
              hint=${a("admin.tokenUserHint")}
              list="user-names"
              autocomplete="off"
              required
              value=${r}
              onValue=${s}
            />
            <datalist id="user-names">
              ${t.map(({user_id:f})=>l`<option key=${f} value=${f} />`)}
            </datalist>
            ${r&&!u?l`<${xr}
                    hint=${a("admin.tokenRoleHint")}
                    value=${i}
                    onValue=${c}
                  />`:null}
          <//>
        `}
    </section>
  `}function Tf(){let e=R(B),t=K(r=>E("/v1/users",{signal:r}),[]),o=K(r=>E("/v1/tokens",{signal:r}),[]),n=()=>{t.reload(),o.reload()};return e?.role!=="admin"?l`
      <${ee}>${a("admin.title")}<//>
      <p>${a("admin.only")}</p>
    `:l`
    <${ee}>${a("admin.title")}<//>
    <div class="account">
      <${N$} loaded=${t} onChanged=${n} />
      <${L$} loaded=${o} users=${t.data?.users??[]} />
    </div>
  `}var C$,Ef=v(()=>{"use strict";we();oe();V();Oe();G();C();me();te();Ai();I();Ti();Af();C$=({users:e,onChange:t})=>l`
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
      ${e.map(o=>l`
          <tr key=${o.user_id} class=${o.disabled?"muted":""}>
            <th scope="row">${o.user_id}</th>
            <td data-name=${a("admin.role")}>${z("role",o.role)}</td>
            <td data-name=${a("admin.signIn")}>
              ${a(o.disabled?"admin.disabled":o.has_password?"admin.hasPassword":"admin.hasNone")}
            </td>
            <td data-name=${a("admin.since")}><${re} at=${o.created_at} /></td>
            <td>
              <button
                type="button"
                aria-label=${a("admin.changeOne",{user:o.user_id})}
                onClick=${()=>t(o)}
              >
                ${a("admin.change")}
              </button>
            </td>
          </tr>
        `)}
    </tbody>
  </table>
`});we();oe();function Di(e,t){let o="",n=r=>{if(!r||r.name==="AbortError"||[0,401].includes(r.status))return;let s=String(r.message||r);s!==o&&t(s),o=s};e.addEventListener("error",r=>n(r.error)),e.addEventListener("unhandledrejection",r=>n(r.reason))}Ne();we();oe();ae();V();Ne();I();gn();G();C();xe();Kr();To();Ae();Wo();Uo();Ds();var Ms=["system","light","dark"];function th(){let e=R(Qe),t=R(Po),o=e==="utc"?"local":"utc";return l`
    <button
      type="button"
      id="zone"
      class="quiet"
      title=${a("zone.switch",{zone:Bi(e),other:a(`zone.${o}`)})}
      onClick=${()=>Qe.set(o)}
    >
      ${a(`zone.${e}`)}
    </button>
    <button
      type="button"
      id="theme"
      class="quiet"
      aria-label=${a(`theme.${t}`)}
      title=${a(`theme.${t}`)}
      onClick=${()=>Po.set(Ms[(Ms.indexOf(t)+1)%Ms.length])}
    >
      <${H} name=${t} />
    </button>
  `}function oh({user:e}){let t=[{text:a("user.account"),href:L("/account")}];return e.signed_in_by==="session"&&t.push({text:a("user.signOut"),onClick:xn}),l`
    <${kn}
      class="quiet user-menu"
      align="end"
      label=${l`<${H} name="user" /><span>${e.user_id}</span>`}
      name=${a("user.menu",{user:e.user_id,role:z("role",e.role)})}
      items=${t}
    />
  `}function nh({user:e}){let{path:t}=R(Re),o=[{to:"/",text:a("nav.jobs"),below:"/jobs"},...e.role==="auditor"?[]:[{to:"/set-action",text:a("nav.setAction")}],{to:"/overview",text:a("nav.overview")},...e.role==="admin"?[{to:"/admin",text:a("nav.admin")}]:[],{to:"/help",text:a("nav.help")}],n=({to:r,below:s=r})=>t===r||`${t}/`.startsWith(`${s}/`);return l`
    <nav aria-label=${a("nav.label")}>
      <ul>
        ${o.map(r=>l`
            <li key=${r.to}>
              <a href=${L(r.to)} aria-current=${n(r)?"page":void 0}>
                ${r.text}
              </a>
            </li>
          `)}
      </ul>
    </nav>
  `}function rh(){let{data:e}=K(t=>E("/v1/meta",{signal:t}),[]);return l`
    <footer>
      ${e&&a("app.footer",{ledger:e.ledger.name,version:e.version})}
      <${Ic} />
      <a href=${L("/docs")}>${a("app.api")}</a>
    </footer>
  `}function Vn({children:e}){let t=R(B);return l`
    <a class="skip" href="#main">${a("app.skip")}</a>
    <header class="top">
      <a class="brand" href=${L("/")}>${a("app.name")}</a>
      ${t&&l`<${nh} user=${t} />`}
      <div class="top-end">
        <${th} />
        ${t&&l`<${oh} user=${t} />`}
      </div>
    </header>
    <${va} />
    <main id="main">${e}</main>
    ${t&&l`<${rh} />`}
    <${Sa} />
    <${Rc} />
  `}G();C();Ae();me();te();I();var I$=()=>Promise.resolve().then(()=>(Hc(),Mc)),Of=()=>Promise.resolve().then(()=>(Jc(),Vc)),Cf=()=>Promise.resolve().then(()=>(jl(),Tl)),Nf=()=>Promise.resolve().then(()=>(Vl(),zl)),Lf=[{pattern:"/",load:Cf},{pattern:"/jobs",load:Cf},{pattern:"/jobs/:job_id",load:()=>Promise.resolve().then(()=>(Ju(),Vu))},{pattern:"/jobs/:job_id/compare/:other_id",load:()=>Promise.resolve().then(()=>(Xu(),Yu))},{pattern:"/customers",load:Nf},{pattern:"/customers/:cid",load:Nf},{pattern:"/set-action",load:()=>Promise.resolve().then(()=>(Id(),Ld))},{pattern:"/overview",load:()=>Promise.resolve().then(()=>(df(),uf))},{pattern:"/account",load:()=>Promise.resolve().then(()=>(gf(),wf))},{pattern:"/admin",load:()=>Promise.resolve().then(()=>(Ef(),jf))},{pattern:"/help",load:Of,isPublic:!0},{pattern:"/help/:topic",load:Of,isPublic:!0}],R$={pattern:"",load:I$,isPublic:!0};function D$({route:e,params:t}){let[o,n]=y(null),[r,s]=y(""),[i]=qr(console.error);return j(()=>{e.load().then(c=>n(()=>c.default),()=>E("/v1/account",{asks:!1}).then(()=>s(a("app.updated")),()=>s(a("app.notLoaded"))))},[]),i?l`
      <${ge} title=${a("app.broken")}><p>${a("app.failed",{why:i.message})}</p><//>
    `:r?l`
      <${ge} title=${r}>
        <button type="button" onClick=${()=>location.reload()}>${a("app.reload")}</button>
      <//>
    `:o?l`<${o} ...${t} />`:l`<${ft} />`}var M$=()=>l`
  <${ee}>${a("app.notFound")}<//>
  <p>${a("app.notFoundHint")}</p>
  <p><${W} to="/">${a("app.toJobs")}<//></p>
`;function H$(){let{path:e}=R(Re),t=R(B),o=K(ln,[]);if(t===void 0)return l`
      <${Vn}>
        <${Y} problem=${o.error} retry=${o.reload} />
        ${!o.error&&l`<${ft} />`}
      <//>
    `;let n=jr(Lf,e);if(!n)return l`<${Vn}><${M$} /><//>`;let r=t!==null||n.route.isPublic,{route:s,params:i}=r?n:{route:R$,params:{}},c=`${t?.user_id} ${r?e:""}`;return l`<${Vn}><${D$} key=${c} route=${s} params=${i} /><//>`}Di(globalThis,e=>Q(a("app.failed",{why:e}),"error"));Li(()=>location.reload());Mi(Lf);Hr(l`<${H$} />`,document.querySelector("#app"));
