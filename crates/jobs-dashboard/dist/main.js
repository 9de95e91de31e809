var Id=Object.defineProperty;var w=(e,t,o)=>()=>{if(o)throw o[0];try{return e&&(t=e(e=0)),t}catch(n){throw o=[n],n}};var Ue=(e,t)=>{for(var o in t)Id(e,o,{get:t[o],enumerable:!0})};function Md(e={}){let t=Object.entries(e).flatMap(([o,n])=>(Array.isArray(n)?n:[n]).filter(r=>r!=null&&r!=="").map(r=>[o,String(r)]));return t.length?`?${new URLSearchParams(t)}`:""}var Dd,$e,R,C,W=w(()=>{"use strict";Dd=globalThis.document?.querySelector('meta[name="prefix"]'),$e=Dd?.getAttribute("content")??"";R=(e,t)=>$e+e+Md(t),C=(e,...t)=>String.raw({raw:e},...t.map(o=>encodeURIComponent(o)))});async function ui(e){let t=await e.text().catch(()=>""),o=null;try{o=JSON.parse(t)}catch{}return new ee({status:e.status,type:o?.type,title:o?.title??e.statusText,detail:o?.detail??o?.message??o?.error,field:o?.field,retryAfter:Number(e.headers.get("retry-after"))||null,body:o})}var ee,Jo=w(()=>{"use strict";ee=class extends Error{constructor({status:t,type:o,title:n,detail:r,field:s,retryAfter:i,body:c}){super(r||n||String(t)),this.name="Problem",this.status=t,this.type=o??"about:blank",this.title=n??"",this.detail=r??"",this.field=s??null,this.retryAfter=i??null,this.body=c??null}get isNetwork(){return this.status===0}get isTemporary(){return[0,408,429,502,503,504].includes(this.status)}}});function se(e){let t=e,o=new Set,n=r=>{if(!Object.is(r,t)){t=r;for(let s of[...o])s(t)}};return{get:()=>t,set:n,update:r=>n(r(t)),watch:r=>(o.add(r),()=>o.delete(r))}}var Fe=w(()=>{"use strict"});function fi(e){di=e}function Hd(){return ur??=di().finally(()=>ur=null),ur}async function Pd(e,t,o,n){let r={accept:"application/json"};o!==void 0&&(r["content-type"]="application/json"),n.key&&(r["idempotency-key"]=n.key);try{let s=await fetch(R(t,n.query),{method:e,headers:r,body:o===void 0?null:JSON.stringify(o),signal:n.signal??null,credentials:"same-origin",redirect:"error"});return dt.set(!0),s}catch(s){throw n.signal?.aborted?s:(dt.set(!1),new ee({status:0,type:"network",detail:String(s)}))}}async function pi(e,t,o,n){for(;;){let r=await Pd(e,t,o,n);if(r.ok)try{return await(n.asText?r.text():r.json())}catch(c){throw n.signal?.aborted?c:new ee({status:0,type:"network",detail:String(c)})}let s=await ui(r);if(!(s.status===401&&n.asks!==!1)||!await Hd())throw s}}function Nt(){let e=crypto.getRandomValues(new Uint8Array(16));return Array.from(e,t=>t.toString(16).padStart(2,"0")).join("")}var dt,di,ur,E,Z,Y=w(()=>{"use strict";W();Jo();Fe();dt=se(!0),di=async()=>!1,ur=null;E=(e,t={})=>pi("GET",e,void 0,t),Z=(e,t={},o={})=>pi("POST",e,t,o)});async function Go(){try{q.set(await hi())}catch(e){if(!(e instanceof ee)||e.status!==401)throw e;q.set(null)}}async function hi(){try{return await E("/v1/account",{asks:!1})}catch(e){if(!dr(e))throw e;return(await E("/v1/meta",{asks:!1})).caller}}async function mi(e){let t;try{t=await Z("/v1/sign-in",e,{asks:!1})}catch(o){if(!dr(o))throw o;await Z("/api/login",e,{asks:!1}),t=await hi()}return q.set(t),t}async function Ko(){try{await Z("/v1/sign-out",{},{asks:!1})}catch(e){if(dr(e))await Z("/api/logout",{},{asks:!1});else if(!(e instanceof ee)||e.status!==401)throw e}q.set(null)}var q,dr,Ae=w(()=>{"use strict";Y();Fe();q=se(void 0),dr=e=>e instanceof ee&&[404,405].includes(e.status)});function fr(e=!1){let{pathname:t,search:o}=globalThis.location??{pathname:"/",search:""};return{path:t.slice($e.length)||"/",search:o,isBack:e}}function Ud(e,t){let o=e.split("/"),n=t.replace(/(.)\/$/,"$1").split("/");if(o.length!==n.length)return null;let r={};for(let[s,i]of o.entries()){if(!i.startsWith(":")){if(i!==n[s])return null;continue}try{r[i.slice(1)]=decodeURIComponent(n[s])}catch{return null}}return r}function pr(e,t){for(let o of e){let n=Ud(o.pattern,t);if(n)return{route:o,params:n}}return null}function ge(e,{replace:t=!1}={}){if(e===location.pathname+location.search)return;history[t?"replaceState":"pushState"](null,"",e);let o=Le.get().path;Le.set(fr()),Le.get().path!==o&&scrollTo(0,0)}function Yo(e,t){let o=e.toString();ge(location.pathname+(o?`?${o}`:""),t)}function $i(e){addEventListener("popstate",()=>Le.set(fr(!0))),document.addEventListener("click",t=>{let o=t.target.closest?.("a[href]");!(o instanceof HTMLAnchorElement)||o.target||o.hasAttribute("download")||t.defaultPrevented||t.button!==0||t.ctrlKey||t.metaKey||t.shiftKey||t.altKey||o.origin!==location.origin||!o.pathname.startsWith($e)||o.hash||!pr(e,o.pathname.slice($e.length)||"/")||(t.preventDefault(),ge(o.pathname+o.search))})}var Le,De=w(()=>{"use strict";W();Fe();Le=se(fr())});function ro(e,t){return Xo[t]??=bi(t,{...yi,...Fd,hourCycle:"h23"}),Xo[t].format(new Date(e))}function wi(e,t){return Xo[`${t}-day`]??=bi(t,yi),Xo[`${t}-day`].format(new Date(e))}function so(e){let t=["B","kB","MB","GB"],o=0,n=e;for(;n>=1e3&&o<t.length-1;o+=1)n/=1e3;return`${_i.format(Number(n.toFixed(n<10&&o?1:0)))} ${t[o]}`}function io(e,t){let o=n=>+`0.${/\.\d{3}(\d+)/.exec(n)?.[1]??0}`;return Date.parse(t)-Date.parse(e)+o(t)-o(e)}function Be(e){if(e<1e3)return`${Number(e.toFixed(e<10?1:0))} ms`;if(e<59950)return`${Number((e/1e3).toFixed(1))} s`;let t=Math.round(e/1e3),o=(s,i,c,u)=>c?`${M(s)} ${i} ${c} ${u}`:`${M(s)} ${i}`;if(t<3600)return o(Math.floor(t/60),"min",t%60,"s");let n=Math.round(t/60);if(n<1440)return o(Math.floor(n/60),"h",n%60,"min");let r=Math.round(n/60);return o(Math.floor(r/24),"d",r%24,"h")}var bi,Xo,yi,Fd,gi,_i,Bd,M,ft,Rt,fe=w(()=>{"use strict";bi=(e,t)=>new Intl.DateTimeFormat("en-GB",{...t,...e==="utc"?{timeZone:"UTC"}:{}}),Xo={},yi={day:"2-digit",month:"short",year:"numeric"},Fd={hour:"2-digit",minute:"2-digit",second:"2-digit"};gi=e=>e==="utc"?"UTC":new Intl.DateTimeFormat().resolvedOptions().timeZone,_i=new Intl.NumberFormat("en"),Bd=new Intl.NumberFormat("en",{style:"percent",maximumFractionDigits:1}),M=e=>_i.format(e),ft=e=>Bd.format(e);Rt=e=>`${e.slice(0,8)}\u2026${e.slice(-4)}`});var hr,vi=w(()=>{"use strict";hr={"app.name":"Job ledger","app.skip":"Skip to the content","app.updated":"The page has been updated on the server.","app.reload":"Load it again","app.again":"Try again","app.retrying":"Trying again by itself.","app.offline":"The server cannot be reached. What is shown may be out of date.","app.loading":"Loading\u2026","app.close":"Close","app.cancel":"Cancel","app.remove":"Remove {what}","app.copied":"Copied {what}","app.notCopied":"The browser did not allow copying. The text is {what}","app.copy":"Copy {what}","app.more":"More","app.none":"none","app.notFound":"There is no such page","app.notFoundHint":"The address may be incomplete.","app.toJobs":"To the jobs","app.footer":"{ledger} \xB7 version {version}","app.api":"API","nav.label":"Pages","nav.jobs":"Jobs","nav.setAction":"Set Action","nav.overview":"Overview","nav.help":"Help","nav.admin":"Users","user.menu":"{user}, {role}","user.account":"Account","user.signOut":"Sign out","user.signedOut":"You are signed out.","zone.local":"Local time","zone.utc":"UTC","zone.switch":"Times are in {zone}. Show them in {other}","theme.system":"Theme: system","theme.light":"Theme: light","theme.dark":"Theme: dark","status.IN_PROGRESS":"In progress","status.SUCCESS":"Success","status.FAILED":"Failed","status.UNCONFIRMED":"Unconfirmed","cause.answered":"answered","cause.unreadable_answer":"unreadable answer","cause.inconclusive_answer":"inconclusive answer","cause.timed_out":"timed out","cause.connection_lost":"connection lost","cause.never_sent":"never sent","cause.withheld":"withheld","cause.interrupted":"interrupted","cause.reported":"reported","cause.imported":"imported","source.gateway":"Set Action","source.api":"API","source.import":"Import","source.embedded":"Program","role.operator":"operator","role.auditor":"auditor","role.admin":"admin","kind.job_created":"Created","kind.job_imported":"Imported","kind.status_changed":"Status changed","kind.note_added":"Note","problem.network":"The server cannot be reached","problem.networkHint":"Check the connection.","problem.401":"You are signed out","problem.403":"You may not see or do this","problem.404":"There is nothing here","problem.404Hint":"It does not exist, or belongs to somebody else.","problem.429":"Too many requests","problem.waitHint":{one:"Wait {n} second.",other:"Wait {n} seconds."},"problem.503":"The server is busy","problem.maybeRecorded":"Something may have been recorded. Look it up before you send it again.","signIn.title":"Sign in","signIn.password":"Password","signIn.user":"User","signIn.token":"Token","signIn.how":"Sign in with","signIn.withPassword":"User and password","signIn.withToken":"Token","signIn.tokenHint":"The admin token that the first start printed, or one of your own.","signIn.submit":"Sign in","signIn.wrong":"The user or the password is not right.","signIn.wrongToken":"The server does not know this token.","signIn.ended":"Your session has ended","signIn.endedHint":"Sign in again as {user}. What you typed is still there.","landing.title":"Every job on record","landing.what":"This server keeps an append-only record of every job that operators and services run: who asked for what, for which customers, and how it ended for each of them. Nothing is ever changed or removed, and anyone can check that.","landing.size":{one:"One entry so far.",other:"{n} entries so far."},"landing.ledger":"Ledger","landing.help":"How the proof works","landing.docs":"The API","landing.checkpoint":"The newest checkpoint","jobs.title":"Jobs","jobs.notes":{one:"{n} note",other:"{n} notes"},"jobs.user":"User","jobs.action":"Action","jobs.customers":"Customers","jobs.customersUnit":{one:"customer",other:"customers"},"jobs.status":"Status","jobs.date":"Date","jobs.id":"Job ID","jobs.retry":"retry","jobs.fresh":{one:"{n} new job",other:"{n} new jobs"},"jobs.freshMany":"More than {n} new jobs","jobs.download":"Download","jobs.csvExcel":"CSV for Excel","jobs.end":{one:"That is all: {n} job.",other:"That is all: {n} jobs."},"jobs.noMatch":"No job matches","jobs.empty":"No jobs have been recorded yet","jobs.emptyAction":"Run a Set Action","jobs.emptyDocs":"Or record jobs by the API","jobs.older":"Show older jobs","jobs.olderShown":"These are older jobs.","jobs.newest":"To the newest","search.label":"Search by job ID, customer, user or action","search.placeholder":"Job ID, customer, user or action","search.suggestions":"What this may be","search.job":"Job","search.prefix":"All jobs whose ID begins with","search.customer":"Customer","search.user":"Jobs of user","search.action":"Jobs with action","filter.all":"Filters","filter.chosen":"Chosen filters","filter.clear":"Clear filters","filter.add":"Add","filter.status":"Status","filter.cause":"Cause","filter.action_name":"Action","filter.user_id":"User","filter.cid":"Customer","filter.batch_id":"Batch","filter.source":"Source","filter.job_id":"Job ID begins with","filter.retry_of":"Retry of","filter.since":"From","filter.until":"Before","filter.within":"Date","filter.date":"Date","filter.from":"First day","filter.to":"Last day","filter.days":{one:"the last day",other:"the last {n} days"},"filter.hours":{one:"the last hour",other:"the last {n} hours"},"views.title":"Views","views.name":"Name of this view","views.save":"Save","views.saved":"Saved {name}","views.hint":"Choose filters, then save them here as a view.","keys.title":"Keys","keys.search":"Search","keys.down":"To the next job","keys.up":"To the job before","keys.open":"Open the job","keys.escape":"Close what is open","keys.help":"Show these keys","job.title":"Job","job.customers":{one:"{n} customer",other:"{n} customers"},"job.submitted":"Submitted by {user}","job.submittedFor":"Submitted by {by} for {user}","job.running":"running for {time}","job.took":"took {time}","job.now":"The status is now: {status}","job.facts":"Facts","job.actions":"Actions","job.timeline":"What was recorded","job.earlier":{one:"Show {n} earlier entry",other:"Show {n} earlier entries"},"job.by":"by {user}","job.later":", {time} later","job.http":", HTTP {code}","job.named":{one:", names {n} customer",other:", names {n} customers"},"job.answer":"Answer","job.receipt":"Receipt","job.leaf":"Leaf","job.proved":"entry #{index}, proved","job.notProved":"entry #{index}, NOT PROVED","job.allProved":{one:"{n} entry proved, of {size} in the ledger",other:"{n} entries proved, of {size} in the ledger"},"job.noneProved":"NOT PROVED","job.alarm":"This job is not shown as it was recorded","job.alarmHint":"Something on this page was changed after it was recorded, or left out. Rely on nothing here. Download what the server sent, and give it to whoever is responsible for the ledger.","job.entryWrong":"entry {index}: {why}","job.stale":"the facts are older than the entries","job.countsWrong":"the counts of outcomes are not those of the entries","job.checkLists":{one:"Check the list of {n} customer",other:"Check the list of {n} customers"},"job.checking":"Checking\u2026","job.listsProved":{one:"list of {n} customer, proved",other:"list of {n} customers, proved"},"job.listsWrong":"these lists are NOT PROVED","job.rowWrong":"an outcome is not the one that was recorded","job.outcomes":{one:"Outcome for {n} customer",other:"Outcomes for {n} customers"},"job.statuses":"Outcomes to show","job.allStatuses":"All","job.search":"Customer or message","job.customer":"Customer","job.status":"Status","job.message":"Message","job.ofTheJob":"as the job","job.ofEntry":"from entry #{index}","job.rows":{one:"{n} customer shown",other:"{n} customers shown"},"job.noRows":"No customer matches","job.copyCustomers":"Copy customers","job.copiedCustomers":{one:"Copied {n} customer",other:"Copied {n} customers"},"job.payload":"Payload","job.payloadProved":"is the payload that was recorded, proved","job.payloadWrong":"the payload is NOT PROVED","job.copyText":"Copy","job.downloadText":"Download","job.related":"Related jobs","job.retryOf":"Tries again","job.retries":"Tried again by","job.batch":"Same batch","job.overlaps":"Same action, same customers, at about the same time","job.inCommon":{one:"{n} in common",other:"{n} in common"},"job.evidence":"Evidence","job.curl":"Copy as curl","job.curlCopied":"the command. Set TOKEN and UPSTREAM_TOKEN before you run it.","job.sending":"Sending\u2026","job.retry":"Try again\u2026","job.retryWhom":"For whom","job.retryFailed":{one:"The {n} that failed",other:"The {n} that failed"},"job.retryAll":{one:"All {n}",other:"All {n}"},"job.retryUnconfirmed":"Nobody knows whether the upstream acted on this job. Look there first: it may do it twice.","job.retrySend":{one:"Send {action} to {n} customer",other:"Send {action} to {n} customers"},"job.token":"Token for the upstream","job.tokenHint":"It is sent once, and not kept.","job.url":"Another URL","job.urlHint":"Leave it empty to use the recorded one.","job.members":"Members of the payload to give again","job.membersHint":'A JSON object, such as {"pin": "\u2026"}.',"job.membersWrong":"This is not a JSON object.","job.settle":"Settle\u2026","job.settleHint":"Nobody knows whether the upstream acted. Look there, then record what you found. It is added to what was recorded, under your name.","job.settleAs":"It ended as","job.reason":"Reason","job.reasonHint":"How you know.","job.settleSend":"Record it","job.settled":"Recorded how the job ended.","job.note":"Add a note\u2026","job.noteText":"Note","job.noteHint":"{n} of {most} bytes. A note cannot be changed or removed.","job.noteLong":"The note is too long.","job.noteSend":"Add the note","job.noted":"The note is recorded.","job.compare":"Compare\u2026","job.compareWith":"ID of another job, or its beginning","job.compareSend":"Compare","job.compareNone":"There is no other job whose ID begins so.","compare.title":"Two jobs compared","compare.a":"The first","compare.b":"The second","compare.differs":"differs","compare.customers":"Customers","compare.only_a":"Only in the first","compare.only_b":"Only in the second","compare.both":"In both","json.all":"Show all {n} characters","proof.first":{one:"From now on this browser remembers the ledger ({n} entry)",other:"From now on this browser remembers the ledger ({n} entries)"},"proof.same":{one:"Nothing has been removed or changed since your last visit ({n} entry)",other:"Nothing has been removed or changed since your last visit ({n} entries)"},"proof.grown":"Nothing has been removed or changed since your last visit ({from} \u2192 {to} entries)","proof.unchecked":"Not compared with your last visit: the server did not give the proof","proof.alarm":"ALARM: see above","proof.entries":{one:"{n} entry",other:"{n} entries"},"proof.alarm.key":"The key of this ledger has changed","proof.alarm.keyHint":"Whoever has another key can show another ledger. Compare the new key with one that you have from somebody you trust. If nobody told you of a change, rely on nothing here.","proof.alarm.signature":"The ledger is not signed with its key","proof.alarm.signatureHint":"The signature of the newest checkpoint is not genuine. Rely on nothing here. Download what the server sent, and give it to whoever is responsible for the ledger.","proof.alarm.shrunk":"Entries have been removed: the ledger had {from}, and has {to}","proof.alarm.shrunkHint":"A ledger only grows. An older copy may have been put in its place, or its end was cut off. Download the proof, and give it to whoever is responsible for the ledger.","proof.alarm.forked":"Entries have been changed or removed since your last visit","proof.alarm.forkedHint":"The {from} entries that were signed then are not among those that the server signs now. Download the proof, and give it to whoever is responsible for the ledger.","proof.download":"Download what was received","proof.whatToDo":"What this means","proof.accept":"Accept the new state\u2026","proof.acceptTitle":"Forget what this browser remembers?","proof.acceptHint":"Download what was received first: it is the only proof of the change. Then this browser remembers what the server shows now, and compares with that from now on.","proof.before":"Before","proof.now":"Now","customer.title":"Customer {cid}","customer.titleNone":"A customer","customer.lookUp":"Look up a customer","customer.show":"Show","customer.setAction":"Run an action","customer.inJobs":"In the list of jobs","customer.none":"Nothing was ever done to this customer","customer.noneHint":"Customers are compared character by character, and operators see their own jobs only.","customer.count":{one:"{n} job",other:"{n} jobs"},"customer.countMore":{other:"The newest {n} jobs"},"customer.when":"When","customer.action":"Action","customer.outcome":"How it ended for this customer","customer.job":"The whole job","customer.user":"User","customer.id":"Job ID","customer.asJob":"as the job","customer.submittedBy":"submitted by {user}","customer.older":"Show older","customer.newer":"Show newer","customer.fresh":{one:"{n} new",other:"{n} new"},"setAction.title":"Set Action","setAction.auditor":"Auditors see every job, and run none","setAction.auditorHint":"Ask an admin for the role of an operator.","setAction.noUpstream":"This server may call no upstream","setAction.noUpstreamHint":"Whoever runs it allows one with --upstream.","setAction.what":"What is done","setAction.action":"Action","setAction.choose":"Choose\u2026","setAction.other":"Another\u2026","setAction.otherName":"Name of the action","setAction.upstream":"Upstream","setAction.path":"Path","setAction.sendsTo":"Sent to {url}","setAction.token":"The upstream's token","setAction.tokenHint":"Sent with the request, never recorded, and forgotten afterwards.","setAction.batch":"Batch (optional)","setAction.batchHint":"A label that jobs have in common.","setAction.customers":"Customers","setAction.paste":"One a line, or separated by commas, semicolons or tabs; or a table","setAction.file":"Choose a file","setAction.drop":"or drop one here (CSV or text).","setAction.pasted":"Pasted text","setAction.clear":"Remove","setAction.separated":"Separated by","setAction.lines":"Lines","setAction.comma":"Commas","setAction.semicolon":"Semicolons","setAction.tab":"Tabs","setAction.any":"Commas, semicolons or tabs","setAction.column":"Column with the customers","setAction.columnOf":"{name} ({samples}, \u2026)","setAction.columnNo":"Column {n}","setAction.every":"Every value is a customer","setAction.header":"The first line names the columns","setAction.unclosed":"The quote in line {line} is never closed. It was read as a character of the value.","setAction.find":"Find in the list","setAction.found":{one:"{n} found",other:"{n} found"},"setAction.list":"The customers, line by line","setAction.kind.all":"All","setAction.kind.good":"Good","setAction.kind.duplicate":"Duplicates","setAction.kind.blank":"Blank","setAction.kind.spaces":"Spaces at an end","setAction.kind.invalid":"Invalid","setAction.trim":{one:"Trim the spaces of {n}",other:"Trim the spaces of {n}"},"setAction.remove":{one:"Remove the one that is marked",other:"Remove the {n} that are marked"},"setAction.removed":{one:"{n} was left out.",other:"{n} were left out."},"setAction.trimmed":"Spaces at the ends were trimmed.","setAction.undo":"Undo","setAction.line":"line {line}","setAction.sameAs":"same as line {line}","setAction.isBlank":"blank","setAction.spaces":"spaces at an end","setAction.count":{one:"{n} customer",other:"{n} customers"},"setAction.review":"Review and send","setAction.missing":"Choose an action and an upstream.","setAction.why.reading":"The customers are being read.","setAction.why.invalid":"Some customers are marked. Put them right or remove them.","setAction.why.column":"Choose the column with the customers.","setAction.why.none":"There are no customers yet.","setAction.why.many":"A job has at most {most} customers.","setAction.confirm":{one:"Run {action} for one customer?",other:"Run {action} for {n} customers?"},"setAction.noToken":"none given","setAction.isGiven":"given","setAction.leftOut":{one:"{n} repeated, blank or removed line is left out.",other:"{n} repeated, blank or removed lines are left out."},"setAction.looking":"Looking for jobs that do the same to these customers\u2026","setAction.noOverlap":{one:"No job of the last second did the same to any of them.",other:"No job of the last {n} seconds did the same to any of them."},"setAction.overlap":{one:"Another job has just done the same to some of them",other:"{n} other jobs have just done the same to some of them"},"setAction.overlapJob":{one:"one customer in common",other:"{n} customers in common"},"setAction.incomplete":"Not all recent jobs could be compared.","setAction.refuses":"The server refuses that. Wait, or look at those jobs first.","setAction.lookAgain":"Look again","setAction.send":"Send","setAction.sending":"Sending\u2026","setAction.sent":"Sent as job {id}","setAction.sentTitle":"Sent","setAction.sentWhat":{one:"{action} for one customer",other:"{action} for {n} customers"},"setAction.open":"Open the job","setAction.notFound":"It was not recorded, as far as the ledger shows. Then it was not sent either.","setAction.seeking":"Looking for its job\u2026","csv.workbook":"This is a workbook. Save it as CSV and choose that file.","csv.encoding":"This file is not in UTF-8 or UTF-16. Save it as CSV in UTF-8.","csv.binary":"This is not a text file.","csv.large":"This file is larger than {size}.","name.empty":"must not be empty","name.long":"{n} bytes long; at most {most} are allowed","name.control":"has a control character, such as a tab","name.ends":"begins or ends with a space","name.unseen":"has {code}, which cannot be seen","overview.title":"Overview","overview.span":"The last","overview.days":"{n} days","overview.own":"Of your own jobs.","overview.empty":"There are no jobs yet","overview.emptyHint":"What jobs there are by day, by action and by user is drawn here.","overview.jobs":{one:"{n} job",other:"{n} jobs"},"overview.all":"Jobs in all","overview.inSpan":"In the last {n} days","overview.rateInSpan":"Failed, in the last {n} days","overview.inProgress":"In progress","overview.unconfirmed":"Unconfirmed","overview.total":"Jobs","overview.ended":"Ended","overview.day":"Day (UTC)","overview.action":"Action","overview.user":"User","overview.others":"all others","overview.byDay":"Jobs per day","overview.byDayHint":"By the day of their creation in UTC, and by the status that they have now.","overview.byDayTable":"Jobs of {n} days, by day and status","overview.byDayLabel":"Stacked bars: jobs per day by status, {from} to {to}. The most on a day are {most}.","overview.rate":"Failure rate","overview.rateHint":"Failed jobs of a day, as a share of its jobs that have ended: success, failed and unconfirmed.","overview.rateTable":"Failure rate of {n} days","overview.rateLabel":"Bars: failure rate per day, {from} to {to}. The highest is {most}.","overview.noneEnded":"no job has ended","overview.byAction":"By action","overview.byUser":"By user","overview.byValueHint":"Of all time.","overview.byActionTable":"Jobs by action and status, of all time","overview.byUserTable":"Jobs by user and status, of all time","overview.byActionLabel":"Stacked bars: jobs by action and status. {names}","overview.byUserLabel":"Stacked bars: jobs by user and status. {names}","overview.durations":"How long jobs took","overview.durationsHint":{one:"From creation to the newest status, of the one job that ended as success or failed.",other:"From creation to the newest status, of the newest {n} jobs that ended as success or failed. Those that were never sent are left out. A job that was unconfirmed at first counts until it was settled."},"overview.durationsTable":"How long the newest {n} jobs took","overview.durationsLabel":"Bars: how long the newest {n} jobs took. The median is {median}, the 95th percentile {high}.","overview.took":"Took","overview.below":"< {to}","overview.atLeast":"\u2265 {from}","overview.endedBy":"Ended by","overview.median":"Median","overview.p95":"95th percentile","overview.by.all":"all","overview.by.answered":"the upstream's answer","overview.by.reported":"a report","overview.by.imported":"an import","chart.table":"Show as a table","health.title":"The ledger's health","health.state":"State","health.ready":"Takes entries and answers","health.notReady":"Takes no entries","health.size":"Size","health.entries":{one:"{n} entry",other:"{n} entries"},"health.checkpoint":"Newest checkpoint","health.checkpointOf":{one:"{n} entry, signed; root",other:"{n} entries, signed; root"},"health.download":"Download","health.key":"Verifier key","health.seen":"This browser","health.seenSize":{one:"has seen one entry, signed",other:"has verified that what it saw grew to {n} entries, and lost none"},"health.notSeen":"has not verified anything yet","health.how":"Everything is verified, entry by entry, by an auditor who runs","health.command":"the command","health.howHint":"With a token of yours in JOBS_TOKEN, and in verifier.key the verifier key as you got it from somebody you trust. The server keeps no record of that.","health.howOperator":"This takes the token of an auditor or admin. The server keeps no record of that.","account.title":"Account","account.who":"Who you are here","account.by":"Signed in by","account.by.session":"a session","account.by.token":"a token","account.by.proxy":"a proxy, which vouches for you","account.by.jwt":"a JWT of your organisation's sign-in","account.ends":"Ends","account.endsHint":"or 15 minutes after it was last used.","account.may.operator":"runs actions, and sees their own jobs","account.may.auditor":"sees everything, and changes nothing","account.may.admin":"sees and does everything","password.title":"Password","password.current":"Current password","password.new":"New password","password.rules":"12 characters or more, at least 5 of them different. Not the user's name, not one text repeated, and none of the passwords that are tried first.","password.show":"Show it","password.change":"Change the password","password.changed":"The password is changed. Your other sessions have ended.","password.ends":"All your other sessions end at once. Your tokens stay.","password.none.session":"You have no password here. An admin can give you one.","password.none.token":"You have no password here. An admin can give you one.","password.none.proxy":"You have no password here: a proxy signs you in. Change your password where you signed in there.","password.none.jwt":"You have no password here: your organisation's sign-in vouches for you. Change your password there.","sessions.title":"Sessions","sessions.hint":"Where you are signed in. The server knows the sessions that were used since it started,","sessions.browser":"Browser","sessions.address":"Address","sessions.used":"Last used","sessions.begun":"Begun","sessions.by.password":"with a password","sessions.by.token":"with a token","sessions.this":"this one","sessions.unknown":"unknown","sessions.end":"End","sessions.endOne":"End the session in {browser}","sessions.endOthers":"End all other sessions","sessions.endTitle":{one:"End this session?",other:"End {n} sessions?"},"sessions.endHint":"Whoever uses it is signed out within a second. What is in flight there is broken off, except for a Set Action that was recorded.","sessions.ended":{one:"The session has ended.",other:"{n} sessions have ended."},"tokens.title":"Tokens","tokens.hint":"Programs sign in with them. A token may do what you may do.","tokens.unlisted":"You are not listed on this server, so you can have no tokens. Ask an admin.","tokens.empty":"There are no tokens","tokens.name":"Name","tokens.nameHint":"What it is for, such as the program that uses it. A name is never used again.","tokens.made":"Made","tokens.used":"Last used","tokens.unused":"never","tokens.ends":"Ends","tokens.noEnd":"no end","tokens.ended":"ended","tokens.revoked":"revoked","tokens.others":{one:"{n} token that no longer works",other:"{n} tokens that no longer work"},"tokens.new":"New token","tokens.make":"Make the token","tokens.lastDay":"Last day","tokens.lastDayHint":"Without one, it works until it is revoked.","tokens.madeTitle":"The new token","tokens.once":"It is shown only now. Store it where only the program can read it. Whoever has it may do what its user may do.","tokens.token":"Token","tokens.theToken":"the token","tokens.stored":"I have stored it","tokens.revoke":"Revoke","tokens.revokeOne":"Revoke {name}","tokens.revokeHint":"Programs that use this token of {user} are refused within a second. This cannot be taken back, and the name stays taken.","tokens.revokedNow":"{name} is revoked.","admin.title":"Users and tokens","admin.only":"Only admins see this page.","admin.users":"Users","admin.user":"User","admin.role":"Role","admin.signIn":"Signs in","admin.hasPassword":"with a password","admin.hasNone":"without a password","admin.disabled":"disabled","admin.search":"Search","admin.noUser":"No user has this in the name","admin.add":"Add a user","admin.added":"{user} is added.","admin.name":"Name","admin.nameHint":"As it will be recorded with each job. It cannot be changed.","admin.password":"Password (optional)","admin.passwordHint":"Without one, the user signs in by a token, a proxy or a JWT.","admin.change":"Change","admin.changeOne":"Change {user}","admin.setRole":"Set the role","admin.roleHint":"If it takes rights away, the user's sessions and streams end within a second.","admin.roleSelfHint":"This is you: without the role of admin you cannot undo it.","admin.roleSet":"{user} has the new role.","admin.setPassword":"Set the password","admin.setPasswordHint":"The user's sessions end at once. Tokens stay.","admin.passwordSet":"{user} has the new password.","admin.disable":"Disable","admin.disableOne":"Disable {user}","admin.disableHint":"The user's tokens, sessions and JWTs stop working within a second. Jobs and entries stay. The user can be enabled again.","admin.disabledNow":"{user} is disabled.","admin.enable":"Enable","admin.enableHint":"Tokens that are not revoked work again. Without a new password, the user has none.","admin.enabledNow":"{user} is enabled.","admin.tokenUserHint":"A listed user, or a new name for a program that is not listed.","admin.tokenRoleHint":"The user is not listed, so the token has a role.","help.title":"Help","help.proof.title":"What \u201Cproved\u201D means","help.proof.lead":"This ledger keeps every entry for ever. You need not take its word for that: your browser checks it, each time.","help.proof.means":"What is proved","help.proof.meansText":`Every entry has a fingerprint: a number that changes if a single letter of the entry changes. All fingerprints together have one fingerprint, and the ledger signs it with a key that only it has. This signed fingerprint is a checkpoint.
\u201CEntry #12, proved\u201D says: your browser computed the fingerprint of entry 12 from what you see on the page, and found that it is one of those in the signed checkpoint. Had anybody changed the user, the time, the status or a message after it was recorded, even in the database itself, it would not fit.`,"help.proof.when":"What is checked, and when","help.proof.whenText":`When you open a job: each of its entries, that they follow each other, and that the facts on the page are those of the entries.
The lists of customers and outcomes: by itself if there are up to 1,000, else when you press the button. The payload: when you open it.
At each visit, and every few minutes: that the ledger still has everything that it had when this browser last saw it, unchanged and in the same order.
Lists of jobs and counts are not checked in the browser.`,"help.proof.not":"What is not proved","help.proof.notText":"That what somebody reported is true. That the newest entry is shown: a server could hide what was recorded a moment ago. And that the key is the right one, if you have it from this server alone.","help.proof.alarm":"What an alarm means","help.proof.alarmText":`What the server shows is not what it recorded, or not what it showed before. Somebody may have changed the database, or restored an older copy of it; it can also be a mistake in operation, or a broken disk.
Do not rely on what is shown. Download the file that the alarm offers: it has what your browser remembered and what the server sent. Give it to whoever is responsible for the ledger, and to your auditor. Keep your browser's memory as it is: do not clear its data, and do not accept the new state until it is explained.
That the server cannot be reached is no alarm.`,"help.proof.key":"The key","help.proof.keyText":"At your first visit, the browser remembers the key of the ledger. If the server later shows another one, that is an alarm. Compare the key once with one that you have from somebody you trust: it is at /log/key, and on the page about the ledger's health. If the key was changed on purpose, accept the new one with the button of the alarm.","help.proof.outside":"Checking it without this page","help.proof.outsideText":"A page comes from the server that it checks. Whoever does not trust the server at all checks with another program: download the evidence of a job, and run jobctl, or check.py, which is a second one by other means. Both need the verifier key, obtained elsewhere. Keep a checkpoint now and then: jobctl verify --against compares the whole ledger with it.","help.proof":"what this page checks by itself, and what it shows","help.statuses":"What the statuses mean","help.status.IN_PROGRESS":"The job is recorded, and nobody has said yet how it ended.","help.status.SUCCESS":"It was done for all its customers.","help.status.FAILED":"It was not done, or not for all its customers. The job's page says for whom it failed.","help.status.UNCONFIRMED":"Nobody knows whether the upstream acted. Look there first, and then record what you found. Do not simply send it again.","help.causes":"What a status is based on","help.causesHint":"Behind the status of a job is its cause, unless the upstream simply answered.","help.any":"Any status","help.cause.answered":"The upstream's whole answer was read, and says how the job ended.","help.cause.reported":"Somebody reported it: the service that ran the job, or a person who looked.","help.cause.never_sent":"The request provably never left. The upstream did nothing.","help.cause.withheld":"The request was not sent, because other jobs were for the same customers, or because that could not be checked.","help.cause.timed_out":"The request was sent, and no whole answer came in time.","help.cause.connection_lost":"The request was sent, and the connection broke before a whole answer came.","help.cause.unreadable_answer":"The upstream accepted the request, with an answer that cannot be read or does not say how the job ended.","help.cause.inconclusive_answer":"The code of the answer does not tell whether the upstream acted.","help.cause.interrupted":"The server stopped before the outcome of the call was recorded.","help.cause.imported":"Another system recorded it.","help.keysHint":"In the list of jobs.","help.more":"More","help.docs":"the same for programs, with all that this page can do","help.account":"your password, sessions and tokens","help.checkpoint":"how many entries there are, signed; keep one, and the ledger cannot be rewritten unnoticed","help.key":"checks the signatures; compare it with the one that you got from somebody you trust"}});function a(e,t={}){let o=hr[e],n=Number(t.n??0);return(typeof o=="string"?o:Wd.select(n)==="one"&&o.one||o.other).replace(/\{(\w+)\}/g,(s,i)=>{let c=t[i];return typeof c=="number"?M(c):c??s})}function P(e,t){let o=`${e}.${t}`;return o in hr?a(o):t.replaceAll("_"," ")}var Wd,O=w(()=>{"use strict";fe();vi();Wd=new Intl.PluralRules("en")});function pt(e){e&&e.parentNode&&e.remove()}function Ti(e,t,o){var n,r,s,i={},c=arguments.length;for(s in t)s=="key"?n=t[s]:s=="ref"&&typeof e!="function"?r=t[s]:i[s]=t[s];return c>2&&(i.children=c>3?wr.call(arguments,2):o),ao(e,i,n,r,null)}function ao(e,t,o,n,r){var s={type:e,props:t,key:o,ref:n,__k:null,__:null,__b:0,__e:null,__c:null,constructor:lo,__v:r||++Si,__i:-1,__u:0};return!r&&X.vnode&&X.vnode(s),s}function uo(e){return e.children}function co(e,t){this.props=e,this.context=t,this.__g=0}function nt(e,t){if(t==null)return e.__&&nt(e.__,e.__i+1);for(var o;t<e.__k.length;t++)if((o=e.__k[t])&&o.__e)return o.__e;return typeof e.type!="function"||e.props.__P?null:nt(e)}function Jd(e){var t,o=e.__v,n=o.__e,r=[],s=[],i=e.__P;i&&((t=ht({constructor:lo},o)).__v=o.__v+1,X.vnode&&X.vnode(t),gr(i,t,o,e.__n,i.namespaceURI,32&o.__u?[n]:null,r,n||nt(o),32&o.__u,s),t.__v=o.__v,t.__.__k[t.__i]=t,Ri(r,t,s),o.__=o.__e=null,t.__e!=n&&Ei(t))}function Ei(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),Ei(e)}function xi(e){(8&e.__g||(e.__g|=8,ot.push(e),tn++))&&mr==X.debounceRendering||((mr=X.debounceRendering)||queueMicrotask)(Ci)}function Ci(){try{for(var e,t=1;ot.length;)ot.length>t&&ot.sort(Ai),e=ot.shift(),t=ot.length,8&e.__g&&Jd(e)}finally{(tn=ot.length)&&(mr||queueMicrotask)(Ci)}}function Oi(e,t,o,n,r,s,i,c,u,f,d){var h,m,p,b,k,g,$=n.__k||nn,_=t.length;for(u=Gd(o,t,$,u,_),h=0;h<_;h++)(p=o.__k[h])!=null&&(m=~p.__i&&$[p.__i]||on,p.__i=h,g=gr(e,p,m,r,s,i,c,u,f,d),b=p.__e,(m.ref!=p.ref||8&m.__u)&&(m.ref&&_r(m.ref,null,p,m),p.ref&&d.push(p.ref,p.__c||b,p)),k=k||b,4&p.__u?(u=Li(p,u,e,!m.__v),m.__e&&(m.__e=null)):typeof p.type=="function"&&g!==void 0?u=g:b&&(u=b.nextSibling),p.__u&=-21);return o.__e=k,u}function Gd(e,t,o,n,r){var s,i,c,u,f,d,h,m,p,b=o.length,k=b,g=0,$=0,_=e.__k=Array(r);for(s=0;s<r;s++)(i=t[s])!=null&&typeof i!="boolean"&&typeof i!="function"?(typeof i!="object"||i.constructor===String?i=_[s]=ao(null,i):yr(i)?i=_[s]=ao(uo,{children:i}):i.constructor===lo&&i.__b?i=_[s]=ao(i.type,i.props,i.key,i.ref,i.__v):_[s]=i,u=s+g,i.__=e,i.__b=e.__b+1,c=null,~(f=i.__i=Kd(i,o,u,k))&&(k--,(c=o[f])&&(c.__u|=2)),c&&c.__v?(i.__u|=16,f==u-1?g--:f==u+1?g++:f!=u&&(f>u?g--:g++,$=1)):(~f||(r>b?g--:r<b&&g++),typeof i.type!="function"&&(i.__u|=4))):_[s]=null;if($){for(d=[],h=[],s=0;s<r;s++)if((i=_[s])&&16&i.__u){for(g=0,m=d.length;g<m;)d[p=g+m>>1]<i.__i?g=p+1:m=p;d[g]=i.__i,h[s]=g+1}for(g=d.length;s--;)h[s]&&(h[s]==g?g--:_[s].__u|=4)}if(k)for(s=0;s<b;s++)!(c=o[s])||2&c.__u||(c.__e==n&&(n=nt(c)),vr(c,c));return n}function Li(e,t,o,n){var r,s,i,c;if(typeof e.type=="function"){if(e.props.__P)return t;if(r=e.__k)for(s=0;s<r.length;s++)r[s]&&(r[s].__=e,t=Li(r[s],t,o,!1));return t}for(t&&!t.parentNode&&(t=nt(e))&&!t.parentNode&&(t=null),i=e.__e,c=t;c&&c.nodeType==8;)c=c.nextSibling;for(i!=c&&(!n&&o.moveBefore&&i.parentNode?o.moveBefore(i,t):o.insertBefore(i,t||null)),t=i;(t=t&&t.nextSibling)&&t.nodeType==8&&!t.data.startsWith("$s"););return t}function Kd(e,t,o,n){var r,s=e.key,i=e.type,c=t[o],u=c&&!(2&c.__u);if(c===null&&s==null||u&&s==c.key&&i==c.type)return o;if(n>(u?1:0)){for(r=o-1;r>=0;r--)if((c=t[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r;for(r=o+1;r<t.length;r++)if((c=t[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r}return-1}function ki(e,t,o){o==null&&(o=""),t[0]=="-"?e.setProperty(t,o):e[t]=o}function Zo(e,t,o,n,r){var s,i;if(t=="style")if(typeof o=="string")e.style.cssText=o;else{if(typeof n=="string"&&(e.style.cssText=n=""),n)for(t in n)o&&t in o||ki(e.style,t);if(o)for(t in o)n&&o[t]==n[t]||ki(e.style,t,o[t])}else if(t[0]=="o"&&t[1]=="n")typeof o!="function"&&(o=null),typeof n!="function"&&(n=null),(e.__e||(e.__e={}))[t]=o,o&&n||(i=$r[t]||($r[t]=Yd(t)),(e.__a||(e.__a={}))[t]=br,s=t!=(t=t.replace(ji,"$1")),(t=t.slice(2))[0]<"a"&&(t=t.toLowerCase()),o?e.addEventListener(t,i,s):e.removeEventListener(t,i,s));else{if(r=="http://www.w3.org/2000/svg")t=t.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(t!="width"&&t!="height"&&t!="href"&&t!="list"&&t!="form"&&t!="tabIndex"&&t!="download"&&t!="rowSpan"&&t!="colSpan"&&t!="role"&&t!="popover"&&t in e)try{return void(e[t]=o??"")}catch{}if(typeof o=="function")return;o==null||o===!1&&t[4]!="-"?e.removeAttribute(t):e.setAttribute(t,t=="popover"&&o==1?"":o)}}function Yd(e){return function(t){var o=this.__e;if(o){if(o=o[e],t[Qo]==null)t[Qo]=br++;else if(t[Qo]<this.__a[e])return;return o(X.event?X.event(t):t)}}}function gr(e,t,o,n,r,s,i,c,u,f){var d,h,m,p,b,k,g,$,_,v,x,T,F,ye,de,Se,ve,Ee,we=t.type;if(t.constructor!==lo)return null;128&o.__u&&(u=32&o.__u,d=o.__c.__z)&&(t.__u|=u,h=s=[],d.nodeType==8?c=en(d,s):s.push(d),c=s[0]||c),(d=X.__b)&&d(t);e:if(typeof we=="function"){m=i.length;try{if($=t.props,_=(d=we.prototype)&&d.render,v=(d=we.contextType)&&n[d.__c],x=d?v?v.props.value:d.__:n,(p=o.__c)?(t.__c=p,2&p.__g&&(p.__g|=1)):(_?t.__c=p=new we($,x):(t.__c=p=new co($,x),p.constructor=we,p.render=Zd),v&&v.sub(p),p.state||(p.state={}),p.__n=n,p.__g|=8,p.__h=[],p.__k=[]),_&&(p.__s||(p.__s=p.state),we.getDerivedStateFromProps&&(p.__s==p.state&&(p.__s=ht({},p.__s)),ht(p.__s,we.getDerivedStateFromProps($,p.__s)))),b=p.props,k=p.state,p.__v=t,o.__c){if($!==b&&_&&!we.getDerivedStateFromProps&&p.componentWillReceiveProps&&p.componentWillReceiveProps($,x),t.__v==o.__v&&!(8&p.__g)||!(4&p.__g)&&p.shouldComponentUpdate&&p.shouldComponentUpdate($,p.__s,x)===!1){t.__v!=o.__v&&(p.props=$,p.state=p.__s,p.__g&=-9),t.__e=o.__e,t.__k=o.__k,t.__k.some(function(J){J&&(J.__=t)}),nn.push.apply(p.__h,p.__k),p.__k=[],p.__h.length&&i.push(p),c=nt(o);break e}p.componentWillUpdate&&p.componentWillUpdate($,p.__s,x),_&&p.componentDidUpdate&&p.__h.push(function(){p.componentDidUpdate(b,k,g)})}else _&&!we.getDerivedStateFromProps&&p.componentWillMount&&p.componentWillMount(),_&&p.componentDidMount&&p.__h.push(p.componentDidMount);p.context=x,p.props=$,p.__P=e,p.__g&=-5,T=X.__r,F=_?25:0;do p.__g&=-9,T&&T(t),d=p.render(p.props,p.state=p.__s,p.context);while(8&p.__g&&++F<25);_&&(nn.push.apply(p.__h,p.__k),p.__k=[]),p.state=p.__s,p.getChildContext&&(n=ht({},n,p.getChildContext())),_&&o.__c&&p.getSnapshotBeforeUpdate&&(g=p.getSnapshotBeforeUpdate(b,k)),ye=d&&d.type===uo&&d.key==null?d.props.children:d,$.__P&&(d=c,r=(e=$.__P).namespaceURI,u=s=null,o.props&&o.props.__P!=e&&(o.__k.some(function(J){J&&vr(J,J)}),o.__k=null),c=o.__k?nt(o,0):null),c=Oi(e,yr(ye)?ye:[ye],t,o,n,r,s,i,c,u,f),$.__P&&(t.__e=null,c=d),t.__u&=-161,h&&h.some(pt),p.__h.length&&i.push(p),1&p.__g&&(p.__g&=-4)}catch(J){if(i.length=m,t.__v=null,u||s)if(J&&J.then){if(t.__u|=128|u,s){for(~(ve=s.indexOf(c||void 0))||(ve=s.length);(Ee=s[ve-1])&&Ee.nodeType==8;)ve--;for(;ve<s.length;ve++)if(Ee=s[ve])if(s[ve]=null,de){if(Ee==Se)break}else{if(Ee.nodeType!=8)break;Ee.data.startsWith("$s")&&(Se=en(de=Ee))}}if(!de){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;de=c}(d=en(de=t.__c.__z||(t.__c.__z=de)))?(t.__e=de,c=d):t.__e=c,c=c&&c.nextSibling}else s&&s.some(pt);else t.__e=o.__e;t.__k||(t.__k=o.__k||[]),J&&J.then||Ni(t),X.__e(J,t,o)}}else c=t.__e=Xd(o.__e,t,o,n,r,s,i,u,f,e);return(d=X.diffed)&&d(t),c}function en(e,t){if(e&&e.nodeType==8&&e.data.startsWith("$s"))for(var o=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith("$s"))o++;else if(e.data.startsWith("/$s")&&!--o)return e}t&&t.push(e)}}function Ni(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(Ni))}function Ri(e,t,o){for(var n=0;n<o.length;)_r(o[n++],o[n++],o[n++]);X.__c&&X.__c(t,e),e.some(function(r){try{e=r.__h,r.__h=[],e.some(function(s){s.call(r)})}catch(s){X.__e(s,r.__v)}})}function Xd(e,t,o,n,r,s,i,c,u,f){var d,h,m,p,b,k,g,$,_=o.props||on,v=t.props,x=t.type;if(x=="svg"?r="http://www.w3.org/2000/svg":x=="math"?r="http://www.w3.org/1998/Math/MathML":r||(r="http://www.w3.org/1999/xhtml"),s){for(d=0;d<s.length;d++)if((b=s[d])&&(x?b.localName==x:b.nodeType==3)){e=b,s[d]=null;break}}if(!e){if($=f.ownerDocument||document,!x)return $.createTextNode(v);e=$.createElementNS(r,x,v.is?v:f),c&&(X.__m&&X.__m(t,s),c=!1),s=null}if(x){if(f=x=="template"&&e.content||e,s=x=="textarea"&&v.defaultValue!=null?null:s&&wr.call(f.childNodes),!c&&s)for(_={},d=0;d<e.attributes.length;d++)_[(b=e.attributes[d]).name]=b.value;for(d in _)b=_[d],d=="dangerouslySetInnerHTML"?m=b:d=="children"||d in v||d=="value"&&"defaultValue"in v||d=="checked"&&"defaultChecked"in v||Zo(e,d,null,b,r);for(d in v)b=v[d],d=="children"?p=b:d=="dangerouslySetInnerHTML"?h=b:d=="value"?k=b:d=="checked"?g=b:c&&typeof b!="function"||_[d]===b||Zo(e,d,b,_[d],r);h?(c||m&&(h.__html==m.__html||h.__html==e.innerHTML)||(e.innerHTML=h.__html),t.__k=[]):(m&&(e.textContent=""),(x=="foreignObject"||r=="http://www.w3.org/1998/Math/MathML"&&Vd.test(x))&&(r="http://www.w3.org/1999/xhtml"),Oi(f,yr(p)?p:[p],t,o,n,r,s,i,s?s[0]:o.__k&&nt(o,0),c,u),s&&s.some(pt)),c&&x!="textarea"||(d="value",x=="progress"&&k==null?e.removeAttribute(d):k==null||k===e[d]&&(x!="progress"||k)||Zo(e,d,k,_[d],r),d="checked",g!=null&&g!=e[d]&&Zo(e,d,g,_[d],r))}else _===v||c&&e.data==v||(e.data=v);return e}function _r(e,t,o,n){try{typeof e=="function"?t?t.__x=e(t)||1:n&&(n=n.__c||n.__e)&&(t=n.__x)&&(n.__x=null,typeof t=="function"?t():e(null)):e.current=t}catch(r){X.__e(r,o)}}function vr(e,t,o){var n,r,s,i;if(X.unmount&&X.unmount(e),!(n=e.ref)||n.current&&n.current!=e.__e||_r(n,null,t,e),n=e.__c){if(n.componentWillUnmount)try{n.componentWillUnmount()}catch(c){X.__e(c,t)}n.__P=n.__n=null}if(n=e.__k)for(i=0;i<n.length;i++)n[i]&&vr(n[i],t,typeof e.type!="function"||o&&!e.props.__P);!o&&(n=e.__c)&&(n=n.__z)&&(r=en(n,s=[]))&&(n==e.__e&&s.some(pt),pt(r),pt(n)),o||pt(e.__e),e.__e=e.__c=e.__=null}function Zd(e,t,o){return this.constructor(e,o)}function xr(e,t){var o,n,r,s;X.__&&X.__(e,t),t.nodeType==9&&(t=t.documentElement),n=(o=e&&32&e.__u)?null:t.__k,t.__k=ao(uo,{children:[e]}),r=[],s=[],gr(t,t.__k,n||on,on,t.namespaceURI,n?null:t.firstChild?wr.call(t.childNodes):null,r,n?n.__e:t.firstChild,o,s),Ri(r,t.__k,s),t.__k.props.children=null}var X,Si,qd,ot,mr,tn,Ai,Qo,ji,br,$r,zd,lo,on,nn,Vd,yr,wr,ht,rn=w(()=>{"use strict";lo=Symbol.for("pv"),on={},nn=[],Vd=/^m(i|n|o|s|text|space)$/,yr=Array.isArray,wr=nn.slice,ht=Object.assign;X={__e:function(e,t,o,n){for(var r,s,i;t=t.__;)if((r=t.__c)&&!(1&r.__g)){r.__g|=4;try{if((i=(s=r.constructor)&&s.getDerivedStateFromError)&&r.setState(s.getDerivedStateFromError(e)),r.componentDidCatch&&(r.componentDidCatch(e,n||{}),i=1),i&&8&r.__g)return void(r.__g|=2)}catch(c){e=c}}throw tn=0,e}},Si=0,qd=function(e){return e!=null&&e.constructor===lo},co.prototype.setState=function(e,t){var o=this.__s;o&&o!=this.state||(o=this.__s=ht({},this.state)),typeof e=="function"&&(e=e(ht({},o),this.props)),e&&(ht(o,e),this.__v&&(t&&this.__k.push(t),xi(this)))},co.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),xi(this))},co.prototype.render=uo,ot=[],tn=0,Ai=function(e,t){return e.__v.__b-t.__v.__b},Qo=Symbol(),ji=/(PointerCapture)$|Capture$/i,br=0,$r={},zd=0});function Mi(e){var t=Ii.get(this);return t||(t=new Map,Ii.set(this,t)),(t=Di(this,t.get(e)||(t.set(e,t=(function(o){for(var n,r,s=1,i="",c="",u=[0],f=function(m){s===1&&(m||(i=i.replace(/^\s*\n\s*|\s*\n\s*$/g,"")))?u.push(0,m,i):s===3&&(m||i)?(u.push(3,m,i),s=2):s===2&&i==="..."&&m?u.push(4,m,0):s===2&&i&&!m?u.push(5,0,!0,i):s>=5&&((i||!m&&s===5)&&(u.push(s,0,i,r),s=6),m&&(u.push(s,m,0,r),s=6)),i=""},d=0;d<o.length;d++){d&&(s===1&&f(),f(d));for(var h=0;h<o[d].length;h++)n=o[d][h],s===1?n==="<"?(f(),u=[u],s=3):i+=n:s===4?i==="--"&&n===">"?(s=1,i=""):i=n+i[0]:c?n===c?c="":i+=n:n==='"'||n==="'"?c=n:n===">"?(f(),s=1):s&&(n==="="?(s=5,r=i,i=""):n==="/"&&(s<5||o[d][h+1]===">")?(f(),s===3&&(u=u[0]),s=u,(u=u[0]).push(2,0,s),s=0):n===" "||n==="	"||n===`
`||n==="\r"?(f(),s=2):i+=n),s===3&&i==="!--"&&(s=4,u=u[0])}return f(),u})(e)),t),arguments,[])).length>1?t:t[0]}var Di,Ii,Hi=w(()=>{"use strict";Di=function(e,t,o,n){var r;t[0]=0;for(var s=1;s<t.length;s++){var i=t[s++],c=t[s]?(t[0]|=i?1:2,o[t[s++]]):t[++s];i===3?n[0]=c:i===4?n[1]=Object.assign(n[1]||{},c):i===5?(n[1]=n[1]||{})[t[++s]]=c:i===6?n[1][t[++s]]+=c+"":i?(r=e.apply(c,Di(e,c,o,["",null])),n.push(r),c[0]?t[0]|=2:(t[s-2]=0,t[s]=r)):n.push(c)}return n},Ii=new Map});function ho(e,t){ie.__h&&ie.__h(ae,e,po||t),po=0;var o=ae.__H||(ae.__H={__:[],__h:[]});return e>=o.__.length&&o.__.push({}),o.__[e]}function y(e){return po=1,Ki(Yi,e)}function Ki(e,t,o){var n=ho(mt++,2);if(n.t=e,!n.__c&&(n.__=[o?o(t):Yi(void 0,t),function(s){var i=(n.__N||n.__)[0],c=n.t(i,s);Sr(i,c)||(n.__N=[c,n.__[1]],n.__c.setState({}))}],n.__c=ae,!ae.__f)){ae.__f=!0;var r=ae.shouldComponentUpdate;ae.shouldComponentUpdate=function(s,i,c){var u=this.__H;if(!u)return!0;var f=!1,d=this.props!=s;if(u.__.some(function(m){m.__N&&(f=!0,Sr(m.__[0],m.__N[0])||(d=!0))}),r){var h=r.call(this,s,i,c);return f?h||d:h}return!f||d}}return n.__}function A(e,t){var o=ho(mt++,3);!ie.__s&&Er(o.__H,t)&&(o.__P=!0,o.__=e,o.u=t,ae.__H.__h.push(o))}function rt(e,t){var o=ho(mt++,4);!ie.__s&&Er(o.__H,t)&&(o.__P=!1,o.__=e,o.u=t,ae.__h.push(o))}function I(e){return po=5,ce(function(){return{current:e}},[])}function ce(e,t){var o=ho(mt++,7);return Er(o.__H,t)&&(o.__=e(),o.__H=t),o.__}function Tr(e,t){return po=8,ce(function(){return e},t)}function st(){var e=ho(mt++,11);if(!e.__){for(var t=ae.__v;!t.__m&&t.__;)t=t.__;var o=t.__m||(t.__m=[0,0]);e.__="P"+o[0]+"-"+o[1]++}return e.__}function Qd(){var e;do{for(;e=Ar.shift();)try{fo(e)}catch(o){ie.__e(o,{__:(e=e.__P)&&e.__v})}for(;e=Gi.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(fo),t.__h.some(jr),t.__h=[]}catch(o){t.__h=[],ie.__e(o,e.__v)}}}while(Ar.length)}function ef(e){var t,o=function(){clearTimeout(n),Vi&&cancelAnimationFrame(t),setTimeout(e)},n=setTimeout(o,35);Vi&&(t=requestAnimationFrame(o))}function Ji(e){e!=1&&Pi==ie.requestAnimationFrame||((Pi=ie.requestAnimationFrame)||ef)(Qd)}function fo(e){var t=ae,o=e.__c;typeof o=="function"&&(e.__c=void 0,o()),ae=t}function jr(e){var t=ae;e.__c=e.__(),ae=t}function Er(e,t){return!e||e.length!=t.length||t.some(function(o,n){return!Sr(o,e[n])})}function Yi(e,t){return typeof t=="function"?t(e):t}var mt,ae,kr,Pi,Sr,po,Gi,Ar,ie,Ui,Fi,Bi,Wi,qi,zi,Vi,Xi=w(()=>{"use strict";rn();Sr=Object.is,po=0,Gi=[],Ar=[],ie=X,Ui=ie.__b,Fi=ie.__r,Bi=ie.diffed,Wi=ie.__c,qi=ie.unmount,zi=ie.__;ie.__b=function(e){ae=null,Ui&&Ui(e)},ie.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),zi&&zi(e,t)},ie.__r=function(e){Fi&&Fi(e),mt=0;var t=(ae=e.__c).__H;t&&(kr==ae?ae.__h=[]:(t.__h.some(fo),t.__h.some(jr),mt=0),t.__h=[],t.__.some(function(o){o.__N&&(o.__=o.__N),o.u=o.__N=void 0})),kr=ae},ie.diffed=function(e){Bi&&Bi(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&Ji(Gi.push(t)),t.__H.__.some(function(o){o.u&&(o.__H=o.u)})),kr=ae=null},ie.__c=function(e,t){t.some(function(o){try{o.__h.some(fo),o.__h=o.__h.filter(function(n){return!n.__||jr(n)})}catch(n){o.__h=[function(){throw n}]}}),Wi&&Wi(e,t)},ie.unmount=function(e){qi&&qi(e);var t,o,n=e.__c;n&&n.__H&&(n.__H.__.some(function(r){try{if(r.__P&&r.__c){if(o===void 0){for(o=e.__;o&&(!o.__c||!o.__c.__P);)o=o.__;o=o&&o.__c}r.__P=o,Ji(Ar.push(r))}else fo(r)}catch(s){t=s}}),n.__H=void 0,t&&ie.__e(t,n.__v))};Vi=typeof requestAnimationFrame=="function"});var l,j=w(()=>{"use strict";rn();Hi();rn();Xi();l=Mi.bind(Ti)});function L(e){let[t,o]=y(e.get());return A(()=>(o(()=>e.get()),e.watch(n=>o(()=>n))),[e]),t}function We(){let{search:e}=L(Le);return[ce(()=>new URLSearchParams(e),[e]),Yo]}function U(e,t){let[o,n]=y({error:null,isLoading:!0}),[r,s]=y(0),i=I(0),c=Tr(()=>s(f=>f+1),[]),u=I(t);return u.current.some((f,d)=>!Object.is(f,t[d]))&&(u.current=t),A(()=>{i.current=0,n({error:null,isLoading:!0})},[u.current]),A(()=>{let f=new AbortController,d=0;return n(h=>({...h,isLoading:!0})),e(f.signal).then(h=>{f.signal.aborted||(i.current=0,n({data:h,error:null,isLoading:!1}))},h=>{if(f.signal.aborted)return;if(!(h instanceof ee))throw h;if(n(p=>({...p,error:h,isLoading:!1})),!h.isTemporary)return;let m=h.retryAfter??Zi[Math.min(i.current++,Zi.length-1)];d=window.setTimeout(c,m*1e3)}),()=>{f.abort(),clearTimeout(d)}},[u.current,r]),{data:o.data,error:o.error,isLoading:o.isLoading,reload:c}}function te(e){let[t,o]=y(!1),[n,r]=y(null),s=I(!1);return[async(...c)=>{if(!s.current){s.current=!0,o(!0),r(null);try{await e(...c)}catch(u){if(!(u instanceof ee))throw u;r(u)}finally{s.current=!1,o(!1)}}},t,n,()=>r(null)]}function sn(e,t,o){A(()=>{if(!t)return;let n=i=>{e.current?.contains(i.target)||o(i)},r=i=>{i.key==="Escape"&&(i.stopPropagation(),i.preventDefault(),o(i))},s=e.current;return document.addEventListener("pointerdown",n),document.addEventListener("focusin",n),s?.addEventListener("keydown",r),()=>{document.removeEventListener("pointerdown",n),document.removeEventListener("focusin",n),s?.removeEventListener("keydown",r)}},[t])}var Zi,z=w(()=>{"use strict";Y();De();j();Zi=[1,2,5,10,30]});var tf,N,he=w(()=>{"use strict";j();tf={SUCCESS:"m4 8.5 2.7 2.7L12 5.5",FAILED:"m5 5 6 6m0-6-6 6",UNCONFIRMED:"M6 6.2C6 3.6 10.4 3.8 10.2 6.4 10 8 8 8 8 9.6m0 2.2v.4",IN_PROGRESS:"M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM8 5v3l2 1.4",copy:"M6 6h7v7H6zM3 10V3h7",search:"M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zm3.3 7.8L14 14",note:"M3 3h10v7H8l-3 3v-3H3z",down:"m4 6.5 4 4 4-4",user:"M8 3a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM3 13.5c.6-5 9.4-5 10 0",check:"M8 1.8 13 4v4c0 3-2 5-5 6.2C5 13 3 11 3 8V4zM5.7 8l1.7 1.7 3-3.4",alarm:"M8 2.5 14.5 13.5h-13zM8 6.5v3.2m0 1.6v.4",system:"M8 2.5a5.5 5.5 0 1 1 0 11zm0 0v11a5.5 5.5 0 0 1 0-11",light:"M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM8 1v1.5m0 11V15M1 8h1.5m11 0H15M3 3l1 1m8 8 1 1M3 13l1-1m8-8 1-1",dark:"M7 2.5a5.5 5.5 0 1 0 6.5 7A5 5 0 0 1 7 2.5z",download:"M8 2.5v7m-3-2.6 3 3 3-3M3 13h10"},N=({name:e})=>l`
  <svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d=${tf[e]} /></svg>
`});function ea(){let e=L(dt),t=Object.entries(L(Qi));return l`
    <div class="banners">
      ${t.map(([o,{kind:n,content:r}])=>l`
          <div
            key=${o}
            id="banner-${o}"
            class="banner banner-${n}"
            role=${n==="alarm"?"alert":"status"}
          >
            <${N} name=${n==="info"?"check":"alarm"} />
            <div>${r}</div>
          </div>
        `)}
      <div role="status">
        ${!e&&l`
            <div class="banner banner-warning" id="banner-offline">
              <${N} name="alarm" />
              <div>${a("app.offline")}</div>
            </div>
          `}
      </div>
    </div>
  `}var Qi,It,an=w(()=>{"use strict";Y();Fe();O();z();j();he();Qi=se({}),It=(e,t)=>Qi.update(o=>{let{[e]:n,...r}=o;return t?{...r,[e]:t}:n?r:o})});function of(e){let t={ArrowDown:1,ArrowUp:-1}[e.key];if(!t||e.target.matches("input:not([type=checkbox])"))return;let n=[...e.currentTarget.querySelectorAll("a[href], button, input")],r=n.indexOf(document.activeElement)+t;e.preventDefault(),n[(r+n.length)%n.length]?.focus()}function Dt({label:e,name:t,class:o="",align:n="start",children:r}){let[s,i]=y(!1),c=I(null),u=I(null),f=()=>{i(!1),u.current?.focus()};return sn(c,s,d=>d.type==="keydown"?f():i(!1)),l`
    <div class="popover" ref=${c}>
      <button
        type="button"
        ref=${u}
        class=${o}
        aria-expanded=${s}
        aria-label=${t}
        onClick=${()=>i(!s)}
      >
        ${e}<${N} name="down" />
      </button>
      ${s&&l`<div class="panel panel-${n}" onKeyDown=${of}>${r(f)}</div>`}
    </div>
  `}var cn,ta,mo=w(()=>{"use strict";O();z();j();he();cn=({items:e,...t})=>l`
  <${Dt} ...${t}>
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
`,ta=({name:e,value:t,onRemove:o})=>l`
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
`});function Q(e,t="ok"){oa+=1;let o=oa;Cr.update(n=>[...n.slice(-3),{id:o,text:e,kind:t}]),t==="ok"&&setTimeout(ra,nf,o)}function sa(){let e=L(Cr),t=L(na);return l`
    <div class="messages" role="log" aria-live="polite" aria-relevant="additions">
      ${e.map(({id:o,text:n,kind:r})=>l`
          <div key=${o} class="message message-${r}">
            <span>${n}</span>
            <button class="icon-button" aria-label=${a("app.close")} onClick=${()=>ra(o)}>
              ✕
            </button>
          </div>
        `)}
    </div>
    <div class="off-screen" role="status" aria-live="polite">${t}</div>
  `}var Cr,na,oa,nf,ra,ln,je=w(()=>{"use strict";Fe();O();z();j();Cr=se([]),na=se(""),oa=0,nf=5e3,ra=e=>Cr.update(t=>t.filter(o=>o.id!==e));ln=e=>na.set(e)});var me,B,Ne=w(()=>{"use strict";me=class extends Error{constructor(t,o){super(o),this.name="VerifyError",this.code=t}},B=(e,t)=>new me("malformed",`${e}: ${t}`)});function le(e){if(typeof e!="string")throw B("text","is not a string");if(/\p{Surrogate}/u.test(e))throw B("text","has half of a surrogate pair");return rf.encode(e)}function $t(e,t){if(typeof e!="string"||!/^[0-9a-f]{64}$/.test(e))throw B(t,"a hash is not 64 lower-case hex digits");return Uint8Array.from({length:32},(o,n)=>parseInt(e.slice(2*n,2*n+2),16))}function un(e,t){if(!Array.isArray(e))throw B(t,"its path is not a list of hashes");return e.map(o=>$t(o,t))}function $o(e){let t;try{t=atob(e)}catch{return null}return btoa(t)!==e?null:Uint8Array.from(t,o=>o.charCodeAt(0))}function Or(e){let t=$o(e);return t?.length===32?t:null}function Lr(e){let t=/^(0|[1-9][0-9]*)$/.test(e)?Number(e):NaN;return Number.isSafeInteger(t)?t:null}function dn(...e){let t=new Uint8Array(e.reduce((n,r)=>n+r.length,0)),o=0;for(let n of e)t.set(n,o),o+=n.length;return t}function fn(e,t){let o=Math.min(e.length,t.length);for(let n=0;n<o;n+=1)if(e[n]!==t[n])return e[n]-t[n];return e.length-t.length}var rf,Te,bt,Re=w(()=>{"use strict";Ne();rf=new TextEncoder;Te=e=>Array.from(e,t=>t.toString(16).padStart(2,"0")).join("");bt=(e,t)=>fn(e,t)===0});var da,Mt,Rr,pn,Ir,Dr,hn,sf,af,ia,Mr,cf,fa,pa,ha,yt,oe,aa,S,lf,Nr,ma,Ce,bo,wt,uf,df,qe,ff,ca,pf,hf,la,ua,mf,$a=w(()=>{"use strict";da=Object.freeze,Mt=0x7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffedn,Rr=0x1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3edn,pn=0x52036cee2b6ffe738cc740797779e89800700a4d4141d8ab75eb4dca135978a3n,Ir=0x216936d3cd6e53fec0a4e231fdd6dc5c692cc7609525a7b2c9562d608f25d51an,Dr=0x6666666666666666666666666666666666666666666666666666666666666658n,hn=Mt-1n,sf=da({p:Mt,n:Rr,h:8n,a:hn,d:pn,Gx:Ir,Gy:Dr}),af=32,ia=e=>e instanceof Uint8Array||ArrayBuffer.isView(e)&&e.constructor.name==="Uint8Array"&&e.BYTES_PER_ELEMENT===1,Mr=(e,t,o="")=>{if(ia(e)&&(t===void 0||e.length===t))return e;let n=ia(e),r=t!==void 0?` of length ${t}`:"",s=n?`length=${e.length}`:`type=${typeof e}`,i=(o?`"${o}" `:"")+"expected Uint8Array"+r+", got "+s;throw n?new RangeError(i):new TypeError(i)},cf=(e,t="",o)=>Uint8Array.from(Mr(e,o,t)),fa=(e,t)=>e.toString(16).padStart(t,"0"),pa=e=>{let t="";for(let o of Mr(e))t+=fa(o,2);return t},ha=e=>{let t="hex invalid";if(typeof e!="string")throw new TypeError(t);if(e.length%2||!/^[\da-f]*$/i.test(e))throw new RangeError(t);let o=new Uint8Array(e.length/2);for(let n=0,r=0;n<o.length;n++,r+=2){let s=e.charCodeAt(r),i=e.charCodeAt(r+1);o[n]=((s&15)+(s>>6)*9)*16+(i&15)+(i>>6)*9}return o},yt=(e,t,o,n="bad number: out of range")=>{if(typeof e!="bigint")throw new TypeError(n);if(t<=e&&e<o)return e;throw new RangeError(n)},oe=(e,t=Mt)=>(e%=t)>=0n?e:t+e,aa=(1n<<255n)-1n,S=e=>{if(e<0n)throw new RangeError("negative coordinate");let t=(e>>255n)*19n+(e&aa);return t=(t>>255n)*19n+(t&aa),t%Mt},lf=(e,t)=>{if(e===0n)throw new Error("invert: expected non-zero number");if(t<=1n)throw new Error("invert: expected modulus > 1, got "+t);let o=oe(e,t),n=t,r=0n,s=1n;for(;o!==0n;){let c=n/o,u=n-o*c,f=r-s*c;n=o,o=u,r=s,s=f}if(n!==1n)throw new Error("invert: does not exist");return oe(r,t)},Nr=e=>{if(e instanceof Ce)return e;throw new TypeError("Point expected")},ma=2n**256n,Ce=class e{static BASE;static ZERO;X;Y;Z;T;constructor(t,o,n,r){let s=ma;this.X=yt(t,0n,s),this.Y=yt(o,0n,s),this.Z=yt(n,1n,s),this.T=yt(r,0n,s),da(this)}static CURVE(){return sf}static fromAffine(t){return new e(t.x,t.y,1n,S(t.x*t.y))}static fromBytes(t,o=!1){let n=cf(t,"point",af),r=n[31];n[31]=r&-129;let s=df(n);o||yt(s,0n,Mt);let i=S(s*s),c=oe(i-1n),u=S(pn*i+1n),{isValid:f,value:d}=pf(c,u);if(!f)throw new Error("bad point: y not sqrt");let h=!!(r&128);if(!o&&d===0n&&h)throw new Error("bad point: x==0, isLastByteOdd");return h!==!!(d&1n)&&(d=oe(-d)),new e(d,s,1n,S(d*s))}static fromHex(t,o){return e.fromBytes(ha(t),o)}get x(){return this.toAffine().x}get y(){return this.toAffine().y}assertValidity(){let t=hn,o=pn,n=this;if(n.is0())throw new Error("bad point: ZERO");let{X:r,Y:s,Z:i,T:c}=n,u=S(r*r),f=S(s*s),d=S(i*i),h=S(d*d),m=S(u*t),p=S(d*(m+f)),b=oe(h+S(o*S(u*f)));if(p!==b)throw new Error("bad point: equation left != right (1)");let k=S(r*s),g=S(i*c);if(k!==g)throw new Error("bad point: equation left != right (2)");return this}equals(t){let{X:o,Y:n,Z:r}=this,{X:s,Y:i,Z:c}=Nr(t);return S(o*c)===S(s*r)&&S(n*c)===S(i*r)}is0(){return this.equals(wt)}negate(){return new e(oe(-this.X),this.Y,this.Z,oe(-this.T))}double(){let{X:t,Y:o,Z:n}=this,r=hn,s=S(t*t),i=S(o*o),c=S(2n*n*n),u=S(r*s),f=oe(t+o),d=oe(S(f*f)-s-i),h=oe(u+i),m=oe(h-c),p=oe(u-i),b=S(d*m),k=S(h*p),g=S(d*p),$=S(m*h);return new e(b,k,$,g)}add(t){let{X:o,Y:n,Z:r,T:s}=this,{X:i,Y:c,Z:u,T:f}=Nr(t),d=hn,h=pn,m=S(o*i),p=S(n*c),b=S(S(s*h)*f),k=S(r*u),g=oe(S(oe(o+n)*oe(i+c))-m-p),$=oe(k-b),_=oe(k+b),v=oe(p-S(d*m)),x=S(g*$),T=S(_*v),F=S(g*v),ye=S($*_);return new e(x,T,ye,F)}subtract(t){return this.add(Nr(t).negate())}multiply(t,o=!0){if(!o&&t===0n||(yt(t,1n,Rr),!o&&this.is0()))return wt;if(t===1n)return this;if(this.equals(bo))return mf(t).p;let n=wt,r=bo,s=this;for(let i=0;o?i<256:t>0n;i++)t&1n?n=n.add(s):o&&(r=r.add(s)),s=s.double(),t>>=1n;return n}multiplyUnsafe(t){return this.multiply(t,!1)}toAffine(){let{X:t,Y:o,Z:n}=this;if(this.equals(wt))return{x:0n,y:1n};let r=lf(n,Mt);if(S(n*r)!==1n)throw new Error("invalid inverse");return{x:S(t*r),y:S(o*r)}}toBytes(){let{x:t,y:o}=this.toAffine(),n=uf(o);return n[31]|=t&1n?128:0,n}toHex(){return pa(this.toBytes())}clearCofactor(){return this.multiply(8n,!1)}isSmallOrder(){return this.clearCofactor().is0()}isTorsionFree(){return this.multiply(Rr/2n,!1).double().add(this).is0()}},bo=new Ce(Ir,Dr,1n,oe(Ir*Dr)),wt=new Ce(0n,1n,1n,0n);Ce.BASE=bo;Ce.ZERO=wt;uf=e=>ha(fa(yt(e,0n,ma),64)).reverse(),df=e=>BigInt("0x"+pa(Uint8Array.from(Mr(e)).reverse())),qe=(e,t)=>{let o=e;for(;t-- >0;)o=S(o*o);return o},ff=e=>{let t=S(e*e),o=S(t*e),n=S(qe(o,2)*o),r=S(qe(n,1)*e),s=S(qe(r,5)*r),i=S(qe(s,10)*s),c=S(qe(i,20)*i),u=S(qe(c,40)*c),f=S(qe(u,80)*u),d=S(qe(f,80)*u),h=S(qe(d,10)*s);return S(qe(h,2)*e)},ca=0x2b8324804fc1df0b2b4d00993dfbd7a72f431806ad2fe478c4ee1b274a0ea0b0n,pf=(e,t)=>{let o=S(t*S(t*t)),n=S(S(o*o)*t),r=ff(S(e*n)),s=S(e*S(o*r)),i=S(t*S(s*s)),c=s,u=S(s*ca),f=i===e,d=i===oe(-e),h=i===oe(-e*ca);return f&&(s=c),(d||h)&&(s=u),(oe(s)&1n)===1n&&(s=oe(-s)),{isValid:f||d,value:s}},hf=()=>{let e=[],t=bo,o;for(let n=0;n<33;n++){o=t,e.push(o);for(let r=1;r<128;r++)o=o.add(t),e.push(o);t=o.double()}return e},ua=(e,t)=>{let o=t.negate();return e?o:t},mf=e=>{let t=la||(la=hf()),o=wt,n=bo;for(let r=0;r<33;r++){let s=Number(e&255n);e>>=8n,s>128&&(s-=256,e+=1n);let i=r*128,c=i+Math.abs(s)-1,u=r%2!==0,f=s<0;s===0?n=n.add(ua(u,t[i])):o=o.add(ua(f,t[c]))}if(e!==0n)throw new Error("invalid wnaf");return{p:o,f:n}}});function $f(e,t=!1){return t?{h:Number(e&mn),l:Number(e>>ba&mn)}:{h:Number(e>>ba&mn)|0,l:Number(e&mn)|0}}function ya(e,t=!1){let o=e.length,n=new Uint32Array(o),r=new Uint32Array(o);for(let s=0;s<o;s++){let{h:i,l:c}=$f(e[s],t);[n[s],r[s]]=[i,c]}return[n,r]}function wa(e,t,o,n){let r=bf(o),s=yf(o);e.setUint32(t,n?s:r,n),e.setUint32(t+4,n?r:s,n)}function ze(e,t,o,n){let r=(t>>>0)+(n>>>0);return{h:e+o+(r/2**32|0)|0,l:r|0}}var mn,ba,bf,yf,Hr,Pr,gt,_t,yo,wo,ga,_a,va,xa,ka,Sa,Ur=w(()=>{"use strict";mn=BigInt(4294967295),ba=BigInt(32);bf=e=>e/2**32|0,yf=e=>e>>>0;Hr=(e,t,o)=>e>>>o,Pr=(e,t,o)=>e<<32-o|t>>>o,gt=(e,t,o)=>e>>>o|t<<32-o,_t=(e,t,o)=>e<<32-o|t>>>o,yo=(e,t,o)=>e<<64-o|t>>>o-32,wo=(e,t,o)=>e>>>o-32|t<<64-o;ga=(e,t,o)=>(e>>>0)+(t>>>0)+(o>>>0),_a=(e,t,o,n)=>t+o+n+(e/2**32|0)|0,va=(e,t,o,n)=>(e>>>0)+(t>>>0)+(o>>>0)+(n>>>0),xa=(e,t,o,n,r)=>t+o+n+r+(e/2**32|0)|0,ka=(e,t,o,n,r)=>(e>>>0)+(t>>>0)+(o>>>0)+(n>>>0)+(r>>>0),Sa=(e,t,o,n,r,s)=>t+o+n+r+s+(e/2**32|0)|0});function Aa(e){return e instanceof Uint8Array||ArrayBuffer.isView(e)&&e.constructor.name==="Uint8Array"&&"BYTES_PER_ELEMENT"in e&&e.BYTES_PER_ELEMENT===1}function gf(e,t=""){if(typeof e!="number")throw new TypeError(Fr(t)+"expected number, got "+typeof e);if(!Number.isSafeInteger(e)||e<0)throw new RangeError(Fr(t)+"expected integer >= 0, got "+e);return e}function Br(e,t,o=""){if(Aa(e)&&(t===void 0||e.length===t))return e;t!==void 0&&gf(t,"length");let n=Aa(e),r=t!==void 0?` of length ${t}`:"",s=n?`length=${e.length}`:`type=${typeof e}`,i=Fr(o)+"expected Uint8Array"+r+", got "+s;throw n?new RangeError(i):new TypeError(i)}function Wr(e,t=!0){if(e.destroyed)throw new Error("hash was destroyed");if(t&&e.finished)throw new Error("digest() was already called")}function Ta(e,t){Br(e,void 0,"output");let o=t.outputLen;if(!(e.length>=o))throw new RangeError('"output" expected length >= '+o)}function go(...e){for(let t=0;t<e.length;t++)e[t].fill(0)}function $n(e){return new DataView(e.buffer,e.byteOffset,e.byteLength)}function Me(e,t){return e<<32-t|e>>>t}function vf(e,t,o="opts"){return ja(e,"defaults"),t!==void 0&&ja(t,o),Object.assign(Object.create(null),e,t)}function qr(e,t={}){if(typeof e!="function")throw new TypeError('"hashCons" expected function, got type='+typeof e);t=vf({},t,"info");let o=(r,s)=>e(s).update(r).digest(),n=e(void 0);return o.outputLen=n.outputLen,o.blockLen=n.blockLen,o.canXOF=n.canXOF,o.create=r=>e(r),Object.assign(o,t),Object.freeze(o)}var Fr,_f,ja,zr,Vr=w(()=>{"use strict";Fr=e=>e?`"${e}" `:"";_f=(e,t)=>{if(e===null||typeof e!="object"||Array.isArray(e))throw new TypeError((t==="object"?"":`"${t}" `)+"expected object, got type="+typeof e)},ja=(e,t)=>{_f(e,t);let o=Object.getPrototypeOf(e);if(o!==Object.prototype&&o!==null)throw new TypeError(`"${t}" expected plain object`);if(Object.hasOwn(e,"__proto__"))throw new TypeError(`"${t}.__proto__" is not allowed`)};zr=e=>({oid:Uint8Array.from([6,9,96,134,72,1,101,3,4,2,e])})});function Ea(e,t,o){return e&t^~e&o}function Ca(e,t,o){return e&t^e&o^t&o}var _o,Oa,La,Na=w(()=>{"use strict";Ur();Vr();_o=class{blockLen;outputLen;canXOF=!1;padOffset;isLE;buffer;view;finished=!1;length=0;pos=0;destroyed=!1;constructor(t,o,n,r){this.blockLen=t,this.outputLen=o,this.padOffset=n,this.isLE=r,this.buffer=new Uint8Array(t),this.view=$n(this.buffer)}update(t){Wr(this),Br(t);let{view:o,buffer:n,blockLen:r}=this,s=t.length,i=!1;for(let c=0;c<s;){let u=Math.min(r-this.pos,s-c);if(u===r){let f=$n(t);for(;r<=s-c;c+=r)this.process(f,c);i=!0;continue}n.set(c===0&&u===s?t:t.subarray(c,c+u),this.pos),this.pos+=u,c+=u,this.pos===r&&(this.process(o,0),this.pos=0,i=!0)}return this.length+=t.length,i&&this.roundClean(),this}digestInto(t){Wr(this),Ta(t,this),this.finished=!0;let{buffer:o,view:n,blockLen:r,isLE:s}=this,{pos:i}=this;o[i++]=128,o.fill(0,i),this.padOffset>r-i&&(this.process(n,0),o.fill(0)),wa(n,r-8,this.length*8,s),this.process(n,0),this.roundClean();let c=t===o?n:$n(t),u=this.outputLen,f=u/4,d=this.get();if(u%4||f>d.length)throw new Error("invalid outputLen");for(let h=0;h<f;h++)c.setUint32(4*h,d[h],s)}digest(){let{buffer:t,outputLen:o}=this;this.digestInto(t);let n=t.slice(0,o);return this.destroy(),n}_cloneIntoMeta(t){let{buffer:o,length:n,finished:r,destroyed:s,pos:i}=this;return t.destroyed=s,t.finished=r,t.length=n,t.pos=i,i&&t.buffer.set(o),t}clone(){return this._cloneInto()}},Oa=Uint32Array.from([1779033703,3144134277,1013904242,2773480762,1359893119,2600822924,528734635,1541459225]),La=Uint32Array.from([1779033703,4089235720,3144134277,2227873595,1013904242,4271175723,2773480762,1595750129,1359893119,2917565137,2600822924,725511199,528734635,4215389547,1541459225,327033209])});var xf,it,Jr,Gr,Ra,kf,Sf,at,ct,Kr,Yr,Ve,Ia,Xr=w(()=>{"use strict";Na();Ur();Vr();xf=Uint32Array.from([1116352408,1899447441,3049323471,3921009573,961987163,1508970993,2453635748,2870763221,3624381080,310598401,607225278,1426881987,1925078388,2162078206,2614888103,3248222580,3835390401,4022224774,264347078,604807628,770255983,1249150122,1555081692,1996064986,2554220882,2821834349,2952996808,3210313671,3336571891,3584528711,113926993,338241895,666307205,773529912,1294757372,1396182291,1695183700,1986661051,2177026350,2456956037,2730485921,2820302411,3259730800,3345764771,3516065817,3600352804,4094571909,275423344,430227734,506948616,659060556,883997877,958139571,1322822218,1537002063,1747873779,1955562222,2024104815,2227730452,2361852424,2428436474,2756734187,3204031479,3329325298]),it=new Uint32Array(64),Jr=class extends _o{A=0;B=0;C=0;D=0;E=0;F=0;G=0;H=0;constructor(t,o){super(64,t,8,!1),this.A=o[0]|0,this.B=o[1]|0,this.C=o[2]|0,this.D=o[3]|0,this.E=o[4]|0,this.F=o[5]|0,this.G=o[6]|0,this.H=o[7]|0}get(){let{A:t,B:o,C:n,D:r,E:s,F:i,G:c,H:u}=this;return[t,o,n,r,s,i,c,u]}set(t,o,n,r,s,i,c,u){this.A=t|0,this.B=o|0,this.C=n|0,this.D=r|0,this.E=s|0,this.F=i|0,this.G=c|0,this.H=u|0}_cloneInto(t){return(t||=new this.constructor).set(...this.get()),this._cloneIntoMeta(t)}process(t,o){for(let h=0;h<16;h++,o+=4)it[h]=t.getUint32(o,!1);for(let h=16;h<64;h++){let m=it[h-15],p=it[h-2],b=Me(m,7)^Me(m,18)^m>>>3,k=Me(p,17)^Me(p,19)^p>>>10;it[h]=k+it[h-7]+b+it[h-16]|0}let{A:n,B:r,C:s,D:i,E:c,F:u,G:f,H:d}=this;for(let h=0;h<64;h++){let m=Me(c,6)^Me(c,11)^Me(c,25),p=d+m+Ea(c,u,f)+xf[h]+it[h]|0,k=(Me(n,2)^Me(n,13)^Me(n,22))+Ca(n,r,s)|0;d=f,f=u,u=c,c=i+p|0,i=s,s=r,r=n,n=p+k|0}n=n+this.A|0,r=r+this.B|0,s=s+this.C|0,i=i+this.D|0,c=c+this.E|0,u=u+this.F|0,f=f+this.G|0,d=d+this.H|0,this.set(n,r,s,i,c,u,f,d)}roundClean(){go(it)}destroy(){this.destroyed=!0,this.set(0,0,0,0,0,0,0,0),go(this.buffer)}},Gr=class extends Jr{constructor(){super(32,Oa)}},Ra=ya(["0x428a2f98d728ae22","0x7137449123ef65cd","0xb5c0fbcfec4d3b2f","0xe9b5dba58189dbbc","0x3956c25bf348b538","0x59f111f1b605d019","0x923f82a4af194f9b","0xab1c5ed5da6d8118","0xd807aa98a3030242","0x12835b0145706fbe","0x243185be4ee4b28c","0x550c7dc3d5ffb4e2","0x72be5d74f27b896f","0x80deb1fe3b1696b1","0x9bdc06a725c71235","0xc19bf174cf692694","0xe49b69c19ef14ad2","0xefbe4786384f25e3","0x0fc19dc68b8cd5b5","0x240ca1cc77ac9c65","0x2de92c6f592b0275","0x4a7484aa6ea6e483","0x5cb0a9dcbd41fbd4","0x76f988da831153b5","0x983e5152ee66dfab","0xa831c66d2db43210","0xb00327c898fb213f","0xbf597fc7beef0ee4","0xc6e00bf33da88fc2","0xd5a79147930aa725","0x06ca6351e003826f","0x142929670a0e6e70","0x27b70a8546d22ffc","0x2e1b21385c26c926","0x4d2c6dfc5ac42aed","0x53380d139d95b3df","0x650a73548baf63de","0x766a0abb3c77b2a8","0x81c2c92e47edaee6","0x92722c851482353b","0xa2bfe8a14cf10364","0xa81a664bbc423001","0xc24b8b70d0f89791","0xc76c51a30654be30","0xd192e819d6ef5218","0xd69906245565a910","0xf40e35855771202a","0x106aa07032bbd1b8","0x19a4c116b8d2d0c8","0x1e376c085141ab53","0x2748774cdf8eeb99","0x34b0bcb5e19b48a8","0x391c0cb3c5c95a63","0x4ed8aa4ae3418acb","0x5b9cca4f7763e373","0x682e6ff3d6b2b8a3","0x748f82ee5defb2fc","0x78a5636f43172f60","0x84c87814a1f0ab72","0x8cc702081a6439ec","0x90befffa23631e28","0xa4506cebde82bde9","0xbef9a3f7b2c67915","0xc67178f2e372532b","0xca273eceea26619c","0xd186b8c721c0c207","0xeada7dd6cde0eb1e","0xf57d4f7fee6ed178","0x06f067aa72176fba","0x0a637dc5a2c898a6","0x113f9804bef90dae","0x1b710b35131c471b","0x28db77f523047d84","0x32caab7b40c72493","0x3c9ebe0a15c9bebc","0x431d67c49c100d4c","0x4cc5d4becb3e42b6","0x597f299cfc657e2a","0x5fcb6fab3ad6faec","0x6c44198c4a475817"].map(e=>BigInt(e))),kf=Ra[0],Sf=Ra[1],at=new Uint32Array(80),ct=new Uint32Array(80),Kr=class extends _o{Ah=0;Al=0;Bh=0;Bl=0;Ch=0;Cl=0;Dh=0;Dl=0;Eh=0;El=0;Fh=0;Fl=0;Gh=0;Gl=0;Hh=0;Hl=0;constructor(t,o){super(128,t,16,!1),this.Ah=o[0]|0,this.Al=o[1]|0,this.Bh=o[2]|0,this.Bl=o[3]|0,this.Ch=o[4]|0,this.Cl=o[5]|0,this.Dh=o[6]|0,this.Dl=o[7]|0,this.Eh=o[8]|0,this.El=o[9]|0,this.Fh=o[10]|0,this.Fl=o[11]|0,this.Gh=o[12]|0,this.Gl=o[13]|0,this.Hh=o[14]|0,this.Hl=o[15]|0}get(){let{Ah:t,Al:o,Bh:n,Bl:r,Ch:s,Cl:i,Dh:c,Dl:u,Eh:f,El:d,Fh:h,Fl:m,Gh:p,Gl:b,Hh:k,Hl:g}=this;return[t,o,n,r,s,i,c,u,f,d,h,m,p,b,k,g]}set(t,o,n,r,s,i,c,u,f,d,h,m,p,b,k,g){this.Ah=t|0,this.Al=o|0,this.Bh=n|0,this.Bl=r|0,this.Ch=s|0,this.Cl=i|0,this.Dh=c|0,this.Dl=u|0,this.Eh=f|0,this.El=d|0,this.Fh=h|0,this.Fl=m|0,this.Gh=p|0,this.Gl=b|0,this.Hh=k|0,this.Hl=g|0}_cloneInto(t){return(t||=new this.constructor).set(...this.get()),this._cloneIntoMeta(t)}process(t,o){for(let v=0;v<16;v++,o+=4)at[v]=t.getUint32(o),ct[v]=t.getUint32(o+=4);for(let v=16;v<80;v++){let x=at[v-15]|0,T=ct[v-15]|0,F=gt(x,T,1)^gt(x,T,8)^Hr(x,T,7),ye=_t(x,T,1)^_t(x,T,8)^Pr(x,T,7),de=at[v-2]|0,Se=ct[v-2]|0,ve=gt(de,Se,19)^yo(de,Se,61)^Hr(de,Se,6),Ee=_t(de,Se,19)^wo(de,Se,61)^Pr(de,Se,6),we=va(ye,Ee,ct[v-7],ct[v-16]),J=xa(we,F,ve,at[v-7],at[v-16]);at[v]=J|0,ct[v]=we|0}let{Ah:n,Al:r,Bh:s,Bl:i,Ch:c,Cl:u,Dh:f,Dl:d,Eh:h,El:m,Fh:p,Fl:b,Gh:k,Gl:g,Hh:$,Hl:_}=this;for(let v=0;v<80;v++){let x=gt(h,m,14)^gt(h,m,18)^yo(h,m,41),T=_t(h,m,14)^_t(h,m,18)^wo(h,m,41),F=h&p^~h&k,ye=m&b^~m&g,de=ka(_,T,ye,Sf[v],ct[v]),Se=Sa(de,$,x,F,kf[v],at[v]),ve=de|0,Ee=gt(n,r,28)^yo(n,r,34)^yo(n,r,39),we=_t(n,r,28)^wo(n,r,34)^wo(n,r,39),J=n&s^n&c^s&c,Lt=r&i^r&u^i&u;$=k|0,_=g|0,k=p|0,g=b|0,p=h|0,b=m|0,{h,l:m}=ze(f|0,d|0,Se|0,ve|0),f=c|0,d=u|0,c=s|0,u=i|0,s=n|0,i=r|0;let Vo=ga(ve,we,Lt);n=_a(Vo,Se,Ee,J),r=Vo|0}({h:n,l:r}=ze(this.Ah|0,this.Al|0,n|0,r|0)),{h:s,l:i}=ze(this.Bh|0,this.Bl|0,s|0,i|0),{h:c,l:u}=ze(this.Ch|0,this.Cl|0,c|0,u|0),{h:f,l:d}=ze(this.Dh|0,this.Dl|0,f|0,d|0),{h,l:m}=ze(this.Eh|0,this.El|0,h|0,m|0),{h:p,l:b}=ze(this.Fh|0,this.Fl|0,p|0,b|0),{h:k,l:g}=ze(this.Gh|0,this.Gl|0,k|0,g|0),{h:$,l:_}=ze(this.Hh|0,this.Hl|0,$|0,_|0),this.set(n,r,s,i,c,u,f,d,h,m,p,b,k,g,$,_)}roundClean(){go(at,ct)}destroy(){this.destroyed=!0,go(this.buffer),this.set(0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0)}},Yr=class extends Kr{constructor(){super(64,La)}},Ve=qr(()=>new Gr,zr(1)),Ia=qr(()=>new Yr,zr(3))});function es(e){try{let t=Ce.fromBytes(e);return t.isSmallOrder()?null:t}catch{return null}}async function Da(e,t,o){let n=e.subarray(0,32),r=Qr(Ia(dn(n,o,t)))%Ha,s=Qr(e.subarray(32));return Ce.BASE.multiply(s,!1).subtract(Ce.fromBytes(o).multiply(r,!1)).equals(Ce.fromBytes(n))}async function Zr(e,t,o){let[n,r,s]=[e,t,o].map(c=>Uint8Array.from(c)),i=await crypto.subtle.importKey("raw",s,"Ed25519",!1,["verify"]);return crypto.subtle.verify("Ed25519",i,n,r)}async function jf(){let e=Ma("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"),t=Ma("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");try{let o=await Zr(t,new Uint8Array,e),n=!await Zr(t,Uint8Array.of(0),e);return o&&n?Zr:Da}catch{return Da}}async function Pa(e,t,o,n){return e.length!==64||o.length!==32||Qr(e.subarray(32))>=Ha||!es(e.subarray(0,32))||!es(o)?!1:(n??=await(Af??=jf()),n(e,t,o))}var Ha,Qr,Af,Ma,Ua,Fa=w(()=>{"use strict";$a();Xr();Re();({n:Ha}=Ce.CURVE()),Qr=e=>BigInt(`0x${Te(Uint8Array.from(e).reverse())}`);Ma=e=>Uint8Array.from(e.match(/../g)??[],t=>parseInt(t,16));Ua=e=>es(e)!==null});var vo,Ht=w(()=>{"use strict";Xr();Re();vo=e=>Te(Ve(le(e)))});function yn(e){let t=c=>B("verifier key",c),[,o,n,r]=/^([^+]*)\+([^+]*)\+(.*)$/s.exec(String(e))??[],s=r===void 0?null:$o(r);if(s?.length!==33||s[0]!==Cf[0])throw t("must be <name>+<id>+<base64>, with the type and the 32 bytes of an Ed25519 key");if(!bn(o))throw t("its name cannot be one");let i=s.slice(1);if(!Ua(i))throw t("not an Ed25519 key");if(Te(Ve(dn(le(`${o}
`),s)).slice(0,4))!==n)throw t("its ID does not fit its name and key");return{name:o,id:n,key:i}}function ts(e,t="note"){if(le(e).length>Tf)throw B(t,"longer than 65536 bytes");if(/(?!\n)\p{Cc}/u.test(e))throw B(t,"has control characters");let o=e.lastIndexOf(`

`);if(o<0)throw B(t,"has no empty line before its signatures");let n=e.slice(o+2).split(`
`);if(n.pop()!==""||!n.length)throw B(t,"does not end in a signature line");if(n.length>Ef)throw B(t,"has more than 100 signatures");let r=n.map(s=>{let i=Of(s);if(!i)throw B(t,"has a malformed signature line");return i});return{text:e.slice(0,o+1),signatures:r}}function Of(e){let[,t,o]=/^\u2014 ([^ ]*) (.*)$/.exec(e)??[],n=o===void 0?null:$o(o);return!n||n.length<=4||!bn(t)?null:{name:t,id:Te(n.slice(0,4)),bytes:n.slice(4)}}async function os({text:e,signatures:t},{name:o,id:n,key:r}){let s=t.filter(i=>i.name===o&&i.id===n);if(!s.length)throw new me("unsigned",`there is no signature of ${o}`);for(let{bytes:i}of s)if(!await Pa(i,le(e),r))throw new me("signature",`the signature of ${o} is not genuine`)}var Tf,Ef,Cf,bn,wn=w(()=>{"use strict";Re();Fa();Ne();Ht();Tf=65536,Ef=100,Cf=Uint8Array.of(1),bn=e=>e!==""&&!/[+\p{White_Space}\p{Cc}]/u.test(e)&&le(e).length<=255});function xo(e){let t=ts(e,"checkpoint"),o=f=>B("checkpoint",f),[n,r,s,...i]=t.text.slice(0,-1).split(`
`);if(s===void 0)throw o("has fewer than three lines");if(!bn(n))throw o("has no origin");let c=Lr(r);if(c===null)throw o("its size is not a decimal number");let u=Or(s);if(!u)throw o("its root is not a base64 hash");if(i.includes(""))throw o("has an empty line");return{note:t,checkpoint:Object.freeze({origin:n,size:c,root:Te(u)})}}async function Ie(e,t){if(typeof e!="string"){if(Ba.get(e)===t)return e;throw new me("unsigned","the checkpoint was not verified with this key")}let o=yn(t),{note:n,checkpoint:r}=xo(e),{origin:s}=r;try{await os(n,o)}catch(i){let c=i instanceof me&&i.code==="signature";throw s!==o.name&&!c?Wa(s,o.name):i}if(s!==o.name)throw Wa(s,o.name);return Ba.set(r,t),r}var Ba,Wa,gn=w(()=>{"use strict";Re();Ne();wn();Ba=new WeakMap;Wa=(e,t)=>new me("origin",`it is of the ledger ${e}, not of ${t}`)});function Je(e){if(typeof e=="string"){if(/\p{Surrogate}/u.test(e))throw B("JSON","has half of a surrogate pair");return JSON.stringify(e)}if(typeof e=="boolean"||e===null)return String(e);if(typeof e=="number"&&Number.isSafeInteger(e))return JSON.stringify(e);if(Array.isArray(e))return`[${e.map(Je).join(",")}]`;if(typeof e!="object")throw B("JSON",`${String(e)} cannot be in it`);let t=Object.entries(e).filter(([,o])=>o!==void 0);return t.sort(([o],[n])=>o<n?-1:1),`{${t.map(([o,n])=>`${Je(o)}:${Je(n)}`).join(",")}}`}var _n,ko=w(()=>{"use strict";Ne();_n=e=>typeof e=="object"&&e!==null&&!Array.isArray(e)});function So(e){let t=new Uint8Array(1+e.length);return t.set(e,1),Ve(t)}function Pt(e,t){return vn.set(e,1),vn.set(t,33),Ve(vn)}function ss(e){let t=[],o=s=>{let i=t.pop();return i?Pt(i,s):s},n=0;for(let s of e){let i=So(s);for(let c=n;c%2===1;c=Qe(c))i=o(i);t.push(i),n+=1}let r=t.pop()??rs;for(;t.length;)r=o(r);return r}function xn({index:e,size:t,path:o,leaf:n,root:r}){if(!vt(e)||!vt(t)||e>=t)throw lt();let[s,i,c]=[e,t-1,n];for(let u of o){if(i===0)throw lt();s%2===1||s===i?(c=Pt(u,c),[s,i]=za(s,i)):c=Pt(c,u),[s,i]=[Qe(s),Qe(i)]}if(i!==0)throw lt();if(!bt(c,r))throw ns()}function qa({from:e,to:t,path:o,old:n,root:r}){if(!vt(e)||!vt(t)||e>t)throw lt();if(e===0||e===t){if(o.length)throw lt();if(!bt(n,e===0?rs:r))throw ns();return}let[s,i]=[e-1,t-1];for(;s%2===1;)[s,i]=[Qe(s),Qe(i)];let[c,...u]=s===0?[n,...o]:o;if(!c)throw lt();let[f,d]=[c,c];for(let h of u){if(i===0)throw lt();s%2===1||s===i?(f=Pt(h,f),d=Pt(h,d),[s,i]=za(s,i)):d=Pt(d,h),[s,i]=[Qe(s),Qe(i)]}if(i!==0)throw lt();if(!bt(f,n)||!bt(d,r))throw ns()}function za(e,t){for(;e%2===0&&e!==0;)[e,t]=[Qe(e),Qe(t)];return[e,t]}var rs,vn,Qe,vt,lt,ns,Ut=w(()=>{"use strict";Re();Ne();Ht();rs=Ve(new Uint8Array),vn=new Uint8Array(65);vn[0]=1;Qe=e=>Math.floor(e/2),vt=e=>Number.isSafeInteger(e)&&Number(e)>=0,lt=()=>new me("shape","the proof does not have the shape that its numbers call for"),ns=()=>new me("root","the proof leads to another root: this is not what was recorded")});function is(e){if(!_n(e))throw B("entry","is not an object");let t=Rf.get(e.kind);if(!t)throw B("entry",`is of an unknown kind: ${e.kind}`);let o={kind:e.kind,v:1};for(let[r,s]of Object.entries(t)){let i=Ft(e,r);if(i===void 0){if(s===xe)throw B("entry",`has no ${r}`)}else s===kn&&le(i).length>Lf?o[`${r}_sha256`]=vo(i):o[r]=i}if(e.kind==="note_added"&&Ft(e,"text")===void 0)throw B("entry","has no text");for(let r of Object.keys(e))if(!(r==="kind"||Object.hasOwn(t,r)||If(e,r)))throw B("entry",`its ${r} is not what its leaf says`);let n=Je(o);if(le(n).length>Nf)throw B("entry","has too long a leaf");return n}function If(e,t){let o=Ft(e,t);if(o===void 0)return!0;let n=e.kind==="job_created";switch(t){case"index":return vt(o);case"path":return!0;case"customer_count":return _n(e.customers)&&e.customers.count===o;case"status":return n&&o==="IN_PROGRESS";case"recorded_at":return n&&o===e.created_at;default:return!1}}var Lf,Nf,xe,He,kn,Va,Ja,Ga,Rf,Ft,as=w(()=>{"use strict";Re();Ne();ko();Ut();Ht();Lf=256,Nf=65535,xe="must",He="may",kn="text",Va={action_code:xe,action_name:xe,batch_id:He,cluster_url:He,created_at:xe,customers:xe,job_id:xe,request_payload_sha256:He,source:xe,submitted_by:He,user_id:xe},Ja={cause:xe,error_message:kn,http_status:He,response_summary:kn,status:xe},Ga={actor:xe,job_id:xe,previous:xe,recorded_at:xe,request_key:He},Rf=new Map([["job_created",{...Va,request_key:He,retry_of:He}],["job_imported",{...Va,...Ja,original_sha256:He,recorded_at:xe,updated_at:He}],["status_changed",{...Ga,...Ja,outcomes:He}],["note_added",{...Ga,text:kn}]]);Ft=(e,t)=>Object.hasOwn(e,t)&&e[t]!==null?e[t]:void 0});async function Sn({entry:e,path:t,checkpoint:o,key:n}){let r=is(e),s=await Ie(o,n);return xn({index:Ft(e,"index"),size:s.size,path:un(t??Ft(e,"path"),"entry"),leaf:So(le(r)),root:$t(s.root,"checkpoint")}),{leaf:r,checkpoint:s}}async function cs({entries:e,checkpoint:t,key:o}){let n=await Ie(t,o);for(let s of e)await Sn({entry:s,checkpoint:n,key:o});if(!e.length)throw B("history","has no entries");let r=Mf(e[0]);for(let s=1;s<e.length;s+=1)r=Hf(e[s-1],e[s],r);return n}function Mf(e){if(e.kind==="job_created")return"IN_PROGRESS";if(e.kind==="job_imported")return e.status;throw new me("rules","the first entry does not create the job: others are left out")}function Hf(e,t,o){let n=r=>new me("rules",`entry ${t.index} ${r}`);if(t.job_id!==e.job_id)throw n("is of another job");if(t.previous!==e.index)throw n("does not follow the one before it");if(Number(t.index)<=Number(e.index))throw n("has too low an index");if(t.kind==="note_added")return o;if(!Df.get(o)?.includes(t.status))throw n(`cannot follow ${o}`);return t.status}async function ls({from:e,to:t,path:o,key:n}){let[r,s]=[await Ie(e,n),await Ie(t,n)];return qa({from:r.size,to:s.size,path:un(o,"consistency proof"),old:$t(r.root,"checkpoint"),root:$t(s.root,"checkpoint")}),{from:r,to:s}}var Df,Ka=w(()=>{"use strict";Re();gn();Ne();as();Ut();Df=new Map([["IN_PROGRESS",["SUCCESS","FAILED","UNCONFIRMED"]],["UNCONFIRMED",["SUCCESS","FAILED"]]])});function us(e){let t=e.map(le);return Ya(t,"customers"),{count:t.length,root:Te(ss(t))}}function ds(e){Ya(e.map(({cid:o})=>le(o)),"outcomes");let t=e.map(({cid:o,message:n,status:r})=>le(Je({cid:o,message:n??void 0,status:r})));return{count:t.length,root:Te(ss(t))}}function Ya(e,t){for(let o=1;o<e.length;o+=1)if(fn(e[o-1],e[o])>=0)throw B(t,"must ascend by the bytes of the cids, none twice")}var Xa=w(()=>{"use strict";Re();Ne();ko();Ut()});var fs=w(()=>{"use strict";Re();gn();Ne();Ut()});var Za=w(()=>{"use strict";Re();Ne();ko();Ut();wn();fs()});var ps=w(()=>{"use strict";gn();Ka();Ne();Xa();ko();as();Za();wn();fs();Ht()});function xt(e){try{return xo(e).checkpoint.size}catch{return 0}}async function Qa(e,t,o){let n=await Bf(e)?e:null,r={from:xt(n?.checkpoint),to:xt(t.checkpoint),kept:n,seen:t},s=(h,m="",p=null)=>({...r,kind:h,path:p,why:Ff(m)}),i=Object.values(t.keys),c=n?.key??i[0];if(i.some(h=>h!==c))return s("key");try{await Ie(t.checkpoint,c)}catch(h){return s("signature",h)}if(!n)return s("first");let{from:u,to:f}=r;if(f<u)return s("shrunk");let d=u===0||u===f?[]:await o(u,f);try{await ls({from:n.checkpoint,to:t.checkpoint,path:d,key:c})}catch(h){return s("forked",h,d)}return s("extends","",d)}async function Bf(e){try{return e!==null&&!!await Ie(e.checkpoint,e.key)}catch{return!1}}function ec(e,t,o,n){let{seen:r,to:s}=e;if(Ao(e))return null;let i=Object.values(r.keys)[0];return o&&o.checkpoint!==t?.checkpoint&&(o.key!==i||xt(o.checkpoint)>=s)?null:{key:i,checkpoint:r.checkpoint,at:n}}var Ao,Ff,tc,hs=w(()=>{"use strict";ps();Ao=e=>e!==null&&e.kind!=="first"&&e.kind!=="extends";Ff=e=>e instanceof Error?e.message:String(e);tc=({kind:e,kept:t,seen:o,path:n,why:r,from:s,to:i},c,u)=>({finding:e,why:r,server:c,found_at:u,kept_by_this_browser:t&&{...t,size:s},shown_by_the_server:{...o,size:i},consistency_path:n})});function kt(e){let t=ms.get(e)??null;try{return t=localStorage.getItem(An(e))??t,t===null?null:JSON.parse(t)}catch{return null}}function Bt(e,t){let o=JSON.stringify(t);t===null?ms.delete(e):ms.set(e,o);try{return t===null?localStorage.removeItem(An(e)):localStorage.setItem(An(e),o),!0}catch{return!1}}function jo(e,t){let o=se(kt(e)??t);return globalThis.addEventListener?.("storage",n=>{n.key===An(e)&&o.set(kt(e)??t)}),o.watch(n=>Bt(e,n)),o}var ms,An,To=w(()=>{"use strict";W();Fe();ms=new Map,An=e=>`jobs:${$e}:${e}`});function ne({title:e,onClose:t,children:o,wide:n=!1}){let r=I(null),s=st();return A(()=>{let i=document.activeElement;return r.current?.showModal(),()=>{i instanceof HTMLElement&&i.isConnected&&i.focus()}},[]),l`
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
  `}var Ge=w(()=>{"use strict";O();j()});function Ke(e,t,o){let n=URL.createObjectURL(new Blob([t],{type:o})),r=document.createElement("a");r.href=n,r.download=e,r.click(),setTimeout(()=>URL.revokeObjectURL(n),6e4)}var Eo=w(()=>{"use strict"});async function Wt(e){try{return await navigator.clipboard.writeText(e),!0}catch{return Wf(e)}}function Wf(e){let t=document.activeElement,o=document.createElement("textarea");o.value=e,o.readOnly=!0,o.className="off-screen",(t?.closest("dialog")??document.body).append(o),o.select();let n=document.execCommand("copy");return o.remove(),t instanceof HTMLElement&&t.focus({preventScroll:!0}),n}var jn=w(()=>{"use strict"});function oc(e){e==="system"?delete document.documentElement.dataset.theme:document.documentElement.dataset.theme=e}var Co,Ye,Oo=w(()=>{"use strict";To();Co=jo("theme","system"),Ye=jo("zone","local");oc(Co.get());Co.watch(oc)});function re({at:e}){let t=L(Ye);return e?l`<time datetime=${e} title=${e}>${ro(e,t)}</time>`:null}async function et(e,t=e){await Wt(e)?Q(a("app.copied",{what:t})):Q(a("app.notCopied",{what:e}),"error")}function V({children:e,title:t,hidden:o=!1}){let n=I(null),r=t??String(e);return A(()=>{document.title=`${r} \xB7 ${a("app.name")}`},[r]),A(()=>{V.moves&&n.current?.focus({preventScroll:!0}),V.moves=!0},[]),l`<h1 ref=${n} tabindex="-1" class=${o?"off-screen":""}>
    ${e}
  </h1>`}var Tn,H,K=w(()=>{"use strict";jn();fe();W();O();z();j();he();je();Oo();Tn=({id:e,short:t=!1})=>l`
  <button
    type="button"
    class="copy-id"
    title=${a("app.copy",{what:e})}
    onClick=${o=>{o.stopPropagation(),et(e)}}
  >
    <code>${t?Rt(e):e}</code><${N} name="copy" />
    <span class="off-screen">${a("app.copy",{what:t?e:""})}</span>
  </button>
`;V.moves=!1;H=({to:e,query:t,children:o,...n})=>l`
  <a href=${R(e,t)} ...${n}>${o}</a>
`});var Xe,En,qt=w(()=>{"use strict";Eo();O();j();he();K();Xe=({text:e,wrong:t=null})=>t===null?l`<span class="proved"><${N} name="check" />${e}</span>`:l`<strong class="not-proved" title=${t}><${N} name="alarm" />${e}</strong>`,En=({title:e,text:t,why:o,name:n,evidence:r,children:s})=>l`
  <p class="alarm-title">${e}</p>
  <p>${t} ${o&&l`<span class="alarm-why">(${o})</span>`}</p>
  <div class="row">
    <button
      type="button"
      onClick=${()=>Ke(n,JSON.stringify(r(),null,2),"application/json")}
    >
      <${N} name="download" />${a("proof.download")}
    </button>
    ${s}
    <${H} to="/help/proof">${a("proof.whatToDo")}<//>
  </div>
`});function ys(e,t,o){return $s=$s.then(async()=>{try{let n=await Qa(e,t,async(s,i)=>(await E("/v1/proof/consistency",{query:{from:s,to:i},asks:!1})).path);if(n.kind==="shrunk"&&o)return o();if(Ln.set(!1),Ao(On.get()))return;let r=ec(n,e,St(),new Date().toISOString());r&&Bt("ledger",r),On.set(n),Ao(n)&&Vf(n)}catch(n){if(!(n instanceof ee))throw n;Ln.set(!0)}}),$s}async function Nn(e=1){let t=St(),o=n=>E(n,{asText:!0,asks:!1});try{let[n,r,s]=await Promise.all([o("/log/checkpoint"),o("/log/key"),E("/v1/meta",{asks:!1})]),i={"/log/key":r.trimEnd(),"/v1/meta":s.ledger.verifier_key};await ys(t,{checkpoint:n,keys:i},e?()=>{setTimeout(Nn,zf,e-1)}:void 0)}catch(n){if(!(n instanceof ee))throw n;Ln.set(!0)}}function Vf(e){let{kind:t,from:o,to:n,why:r}=e,s=location.origin+$e,i=()=>tc(e,s,new Date().toISOString()),c=l`
    <${En}
      title=${a(`proof.alarm.${t}`,{from:o,to:n})}
      text=${a(`proof.alarm.${t}Hint`)}
      why=${r}
      name="ledger-alarm.json"
      evidence=${i}
    >
      ${t!=="signature"&&l`<${Jf} finding=${e} />`}
    <//>
  `;It("proof",{kind:"alarm",content:c})}function Jf({finding:e}){let[t,o]=y(!1),{kept:n,seen:r,from:s,to:i}=e,c=Object.values(r.keys).find(f=>f!==n?.key)??n?.key??"",u=()=>{let{checkpoint:f}=r;Cn={key:c,checkpoint:f,at:new Date().toISOString()},Bt("ledger",Cn),On.set(null),It("proof",null),bs.update(d=>d+1),Nn()};return l`
    <button type="button" onClick=${()=>o(!0)}>${a("proof.accept")}</button>
    ${t&&l`
        <${ne} title=${a("proof.acceptTitle")} onClose=${()=>o(!1)}>
          <p>${a("proof.acceptHint")}</p>
          <dl class="facts">
            <dt>${a("proof.before")}</dt>
            <dd><code>${n?.key}</code>, ${a("proof.entries",{n:s})}</dd>
            <dt>${a("proof.now")}</dt>
            <dd><code>${c}</code>, ${a("proof.entries",{n:i})}</dd>
          </dl>
          <div class="row">
            <button type="button" class="danger" onClick=${u}>${a("proof.accept")}</button>
            <button type="button" onClick=${()=>o(!1)}>${a("app.cancel")}</button>
          </div>
        <//>
      `}
  `}function nc(){let e=L(On),t=L(Ln);A(()=>{Nn();let n=setInterval(()=>document.hidden||Nn(),qf);return()=>clearInterval(n)},[]);let o=t?a("proof.unchecked"):"";if(e&&Ao(e))o=a("proof.alarm");else if(e&&!t){let[n,r]=[xt(Cn?.checkpoint),e.to];Cn?n===r?o=a("proof.same",{n:r}):o=a("proof.grown",{from:n,to:r}):o=a("proof.first",{n:r})}return o&&l`<span id="proof-status"><${H} to="/help/proof">${o}<//></span>`}var qf,zf,St,Cn,On,Ln,bs,$s,Rn=w(()=>{"use strict";Y();hs();W();To();Fe();O();an();z();j();Ge();qt();K();qf=5*6e4,zf=2500,St=()=>kt("ledger"),Cn=St(),On=se(null),Ln=se(!1),bs=se(0),$s=Promise.resolve()});function D({label:e,hint:t,error:o,as:n="input",onValue:r,children:s,...i}){let c=st(),u=[t&&`${c}-hint`,o&&`${c}-error`].filter(Boolean).join(" ");return l`
    <div class="field">
      <label for=${c}>${e}</label>
      <${n}
        id=${c}
        aria-describedby=${u||void 0}
        aria-invalid=${o?"true":void 0}
        onInput=${f=>r?.(f.currentTarget.value)}
        ...${i}
      >
        ${s}
      <//>
      ${t&&l`<p class="hint" id="${c}-hint">${t}</p>`}
      ${o&&l`<p class="field-error" id="${c}-error">${o}</p>`}
    </div>
  `}function At({label:e,options:t,value:o,onValue:n}){let r=st();return l`
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
  `}var Oe=w(()=>{"use strict";j()});function Gf({status:e,title:t}){return e===0?a("problem.network"):e===401?a("problem.401"):e===403?a("problem.403"):e===404?a("problem.404"):e===429?a("problem.429"):e===503?a("problem.503"):t}function Kf({status:e,type:t,retryAfter:o}){return e===0?a("problem.networkHint"):e===404?a("problem.404Hint"):t.endsWith(":maybe-recorded")?a("problem.maybeRecorded"):o?a("problem.waitHint",{n:o}):""}function G({problem:e,retry:t}){if(!e)return null;let o=Kf(e);return l`
    <div class="notice notice-error" role="alert">
      <${N} name="alarm" />
      <div>
        <p class="notice-title">${Gf(e)}</p>
        ${!e.isNetwork&&e.detail&&l`<p>${e.detail}</p>`}
        ${o&&l`<p>${o}</p>`} ${t&&e.isTemporary&&a("app.retrying")}
        ${t&&l`<p><button type="button" onClick=${t}>${a("app.again")}</button></p>`}
      </div>
    </div>
  `}function ue({of:e,children:t}){return l`
    <${G} problem=${e.error} retry=${e.reload} />
    ${e.data!==void 0?t(e.data):e.isLoading&&l`<${zt} />`}
  `}var zt,_e,pe=w(()=>{"use strict";O();j();he();zt=()=>l`<p class="state" role="status">${a("app.loading")}</p>`,_e=({title:e,children:t})=>l`
  <div class="state">
    <p class="state-title">${e}</p>
    ${t}
  </div>
`});function gs({user:e,onDone:t}){let[o,n]=y("password"),[r,s]=y(e??""),[i,c]=y(""),[u,f,d,h]=te(async()=>{let b=o==="token"?{token:i.trim()}:{username:r,password:i},k=await mi(b);c(""),t?.(k)}),m=d&&[400,401].includes(d.status),p=o==="token"?a("signIn.wrongToken"):a("signIn.wrong");return l`
    <form
      class="sign-in"
      onSubmit=${b=>{b.preventDefault(),u()}}
    >
      <${At}
        label=${a("signIn.how")}
        value=${o}
        options=${[{value:"password",text:a("signIn.withPassword")},{value:"token",text:a("signIn.withToken")}]}
        onValue=${b=>{n(b),c(""),h()}}
      />
      ${o==="password"&&l`
          <${D}
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
      <${D}
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
      ${!m&&l`<${G} problem=${d} />`}
      <button type="submit" class="primary" disabled=${f}>${a("signIn.submit")}</button>
    </form>
  `}function rc(){let e=L(ws);if(!e)return null;let t=o=>{ws.set(null),e.done(o)};return l`
    <${ne} title=${a("signIn.ended")} onClose=${()=>t(!1)}>
      <p>${a("signIn.endedHint",{user:e.user})}</p>
      <${gs}
        user=${e.user}
        onDone=${o=>{o.user_id===e.user?t(!0):location.reload()}}
      />
    <//>
  `}var ws,_s=w(()=>{"use strict";Ae();Y();Fe();O();Ge();Oe();z();j();pe();ws=se(null);fi(()=>{let e=q.get()?.user_id;return e?new Promise(t=>ws.set({user:e,done:t})):Promise.resolve(!1)})});var ic={};Ue(ic,{default:()=>sc});function ep(){let{data:e}=U(n=>E("/log/checkpoint",{signal:n,asks:!1,asText:!0}),[]);if(!e)return null;let[t,o]=e.split(`
`);return l`
    <dl class="facts" id="public-facts">
      <dt>${a("landing.ledger")}</dt>
      <dd><code>${t}</code></dd>
      <dt>${a("landing.checkpoint")}</dt>
      <dd>${a("landing.size",{n:Number(o)})}</dd>
    </dl>
  `}function sc(){return l`
    <div class="landing">
      <div>
        <${V}>${a("landing.title")}<//>
        <p class="lead">${a("landing.what")}</p>
        <${ep} />
        <p class="links">
          <${H} to="/help/proof">${a("landing.help")}<//>
          <a href=${R("/docs")}>${a("landing.docs")}</a>
        </p>
      </div>
      <section class="card" aria-labelledby="sign-in">
        <h2 id="sign-in">${a("signIn.title")}</h2>
        <${gs} />
      </section>
    </div>
  `}var ac=w(()=>{"use strict";Y();W();z();j();_s();K();O()});var tp,op,cc,lc=w(()=>{"use strict";j();K();O();tp=["means","when","not","alarm","key","outside"],op=`curl -O $SERVER/log/checkpoint
unzip JOB_ID.evidence.zip
jobctl check JOB_ID.evidence --key verifier.key
python3 check.py JOB_ID.evidence --key verifier.key`,cc=()=>l`
  <article class="help">
    <${V}>${a("help.proof.title")}<//>
    <p class="lead">${a("help.proof.lead")}</p>
    ${tp.map(e=>l`
        <section key=${e} id=${e}>
          <h2>${a(`help.proof.${e}`)}</h2>
          ${a(`help.proof.${e}Text`).split(`
`).map(t=>l`<p key=${t}>${t}</p>`)}
          ${e==="outside"&&l`<pre class="scroll-x" tabindex="0">${op}</pre>`}
        </section>
      `)}
  </article>
`});var dc={};Ue(dc,{default:()=>uc});function uc({topic:e}){return e==="proof"?l`<${cc} />`:l`
    <${V}>${a("help.title")}<//>
    <ul>
      <li><${H} to="/help/proof">${a("help.proof.title")}<//></li>
    </ul>
  `}var fc=w(()=>{"use strict";j();K();O();lc()});function pc(e){let t=o=>{if(o.ctrlKey||o.metaKey||o.altKey||o.defaultPrevented||np(o.target)||document.querySelector("dialog[open]"))return;let n=e[o.key];n&&(o.preventDefault(),n(o))};return addEventListener("keydown",t),()=>removeEventListener("keydown",t)}var np,hc=w(()=>{"use strict";np=e=>e instanceof HTMLElement&&(e.isContentEditable||/^(INPUT|TEXTAREA|SELECT)$/.test(e.tagName))});function Pe(e,{onEntries:t,onState:o=()=>{}}){let n=[],r=0,s=0,i=0,c=0,u=null,f=e.after,d=!1,h=()=>{cancelAnimationFrame(r),r=0;let _=n;n=[],_.length&&t(_)},m=_=>{f=_.lastEventId||f,n.push(JSON.parse(_.data)),n.length>=rp?h():r||=requestAnimationFrame(h)},p=()=>{u?.close(),u=null,clearTimeout(i)},b=()=>{o("lost"),c||=window.setTimeout(()=>dt.set(!1),ip),u?.readyState===EventSource.CLOSED&&(p(),k(2e3))},k=_=>{i=window.setTimeout(()=>E("/v1/meta").then(g,v=>{v.status!==401&&k(1e4)}),_)};function g(){p();let _=f===void 0&&!d?e.from:void 0;u=new EventSource(R("/v1/stream",{...e,from:_,after:f})),u.onopen=()=>{clearTimeout(c),c=0,dt.set(!0),o(d?"stale":"open"),d=!1},u.onerror=b;for(let v of ap)u.addEventListener(v,m);u.addEventListener("ended",()=>{u?.close(),b()})}let $=()=>{clearTimeout(s),document.hidden?s=window.setTimeout(p,sp):u||(f=void 0,d=!0,g())};return document.addEventListener("visibilitychange",$),g(),()=>{document.removeEventListener("visibilitychange",$),clearTimeout(s),clearTimeout(c),cancelAnimationFrame(r),p()}}var rp,sp,ip,ap,Vt=w(()=>{"use strict";Y();W();rp=1e3,sp=2e4,ip=4e3,ap=["job_created","job_imported","status_changed","note_added"]});function Lo(e){let t={};for(let o of Dn)t[o]=[...new Set(e.getAll(o).filter(Boolean))];for(let o of $c)e.get(o)&&(t[o]=e.get(o));return t}function xs(e){let t=new URLSearchParams;for(let o of Dn)for(let n of e[o])t.append(o,n);for(let o of $c)e[o]&&t.append(o,e[o]);return t}function cp(e){let[,t,o]=/^(\d{1,4})([hd])$/.exec(e)??[];return t?Number(t)*(o==="d"?24:1)*36e5:null}function Jt(e,t){let{within:o,...n}=e,r=o&&cp(o);return r?{...n,since:new Date(t-r).toISOString()}:n}function jt(e,t,o){let n=e[t],r=n.filter(s=>s!==o);return{...e,[t]:r.length<n.length?r:[...n,o]}}function _c(e,t,o){return Dn.some(n=>n===t)?jt(e,t,o):{...e,[t]:void 0}}function vc(e,t,o){let n=Jt(e,o),r=Date.parse(t.created_at);return Dn.every(s=>s==="cid"||!e[s].length||e[s].includes(t[s]))&&(!e.job_id||mc(t.job_id).startsWith(mc(e.job_id)))&&(!e.retry_of||e.retry_of===t.retry_of)&&(!n.since||r>=Date.parse(String(n.since)))&&(!n.until||r<Date.parse(String(n.until)))}function ks(e,t,o=0){let[n,r,s]=e.split("-").map(Number);return(t==="utc"?new Date(Date.UTC(n,r-1,s+o)):new Date(n,r-1,s+o)).toISOString()}function Ss(e,t,o=0){let n=new Date(Date.parse(e??"")-o);return Number.isNaN(n.getTime())?"":(t==="utc"?[n.getUTCFullYear(),n.getUTCMonth()+1,n.getUTCDate()]:[n.getFullYear(),n.getMonth()+1,n.getDate()]).map(s=>String(s).padStart(2,"0")).join("-")}var Dn,$c,bc,yc,wc,gc,Mn,mc,Gt=w(()=>{"use strict";Dn=["status","cause","action_name","user_id","cid","batch_id","source"],$c=["job_id","retry_of","since","until","within"],bc=["IN_PROGRESS","SUCCESS","FAILED","UNCONFIRMED"],yc=["answered","reported","imported","unreadable_answer","inconclusive_answer","timed_out","connection_lost","interrupted","never_sent","withheld"],wc=["gateway","api","import","embedded"],gc=["24h","7d","30d"];Mn=e=>[...xs(e)].map(([t,o])=>({name:t,value:o})),mc=e=>e.replaceAll("-","").toLowerCase()});function Hn(e,t,o){if(e==="status"||e==="cause"||e==="source")return P(e,t);if(e==="within"){let r=Number.parseInt(t,10);return a(t.endsWith("d")?"filter.days":"filter.hours",{n:r})}return e!=="since"&&e!=="until"||Number.isNaN(Date.parse(t))?t:ro(t,o).endsWith("00:00:00")?wi(t,o):ro(t,o)}var Kt,xc=w(()=>{"use strict";fe();O();Kt=e=>a(`filter.${e}`)});function Yt({name:e,filters:t,set:o,options:n=[],isOpen:r=!1}){let[s,i]=y(""),c=s.trim().toLowerCase(),f=[...new Set([...t[e],...n])].filter(h=>h.toLowerCase().includes(c)),d=h=>{h.preventDefault();let m=s.trim();m&&!t[e].includes(m)&&o(jt(t,e,m)),i("")};return l`
    <${Dt} label=${Kt(e)} class=${t[e].length?"is-set":""}>
      ${()=>l`
        ${r&&l`
            <form onSubmit=${d} class="row add-value">
              <input
                aria-label=${Kt(e)}
                value=${s}
                placeholder=${Kt(e)}
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
                    onChange=${()=>o(jt(t,e,h))}
                  />
                  ${Hn(e,h,"utc")}
                </label>
              </li>
            `)}
        </ul>
      `}
    <//>
  `}function lp({filters:e,set:t}){let o=L(Ye),n=e.since||e.until||e.within,r=s=>t({...e,within:void 0,...s});return l`
    <${Dt} label=${a("filter.date")} class=${n?"is-set":""}>
      ${()=>l`
        <div class="row spans">
          ${gc.map(s=>l`
              <button
                key=${s}
                type="button"
                aria-pressed=${e.within===s}
                onClick=${()=>r({since:void 0,until:void 0,within:e.within===s?void 0:s})}
              >
                ${Hn("within",s,o)}
              </button>
            `)}
        </div>
        <${D}
          label=${a("filter.from")}
          type="date"
          value=${Ss(e.since,o)}
          onValue=${s=>r({since:s?ks(s,o):void 0})}
        />
        <${D}
          label=${a("filter.to")}
          type="date"
          value=${Ss(e.until,o,1)}
          onValue=${s=>r({until:s?ks(s,o,1):void 0})}
        />
      `}
    <//>
  `}function Sc({filters:e,set:t,stats:o}){let n=L(q),[r,s]=y(!1),i={filters:e,set:t},c=No(o?.by_action),u=No(o?.by_user),f=Mn(e);return l`
    <div class="filters ${r?"is-open":""}">
      <button
        type="button"
        class="filters-switch"
        aria-expanded=${r}
        onClick=${()=>s(!r)}
      >
        ${a("filter.all")}<${N} name="down" />
      </button>
      <div class="row filters-list" role="group" aria-label=${a("filter.all")}>
        <${Yt} name="cause" options=${yc} ...${i} />
        <${Yt} name="action_name" options=${c} isOpen ...${i} />
        ${n?.role!=="operator"&&l`<${Yt} name="user_id" options=${u} isOpen ...${i} />`}
        <${Yt} name="cid" isOpen ...${i} />
        <${Yt} name="batch_id" isOpen ...${i} />
        <${Yt} name="source" options=${wc} ...${i} />
        <${lp} ...${i} />
      </div>
    </div>
    ${f.length>0&&l`<${up} all=${f} ...${i} />`}
  `}function up({filters:e,set:t,all:o}){let n=L(Ye);return l`
    <div class="row chosen" role="group" aria-label=${a("filter.chosen")}>
      ${o.map(({name:r,value:s})=>l`
          <${ta}
            key=${`${r} ${s}`}
            name=${Kt(r)}
            value=${Hn(r,s,n)}
            onRemove=${()=>t(_c(e,r,s))}
          />
        `)}
      <button
        type="button"
        class="quiet"
        id="clear-filters"
        onClick=${()=>t(Lo(new URLSearchParams))}
      >
        ${a("filter.clear")}
      </button>
    </div>
  `}var kc,No,Ac=w(()=>{"use strict";Ae();fe();z();j();Oe();he();mo();Oo();O();Gt();xc();kc=({filters:e,set:t,total:o})=>l`
  <div class="statuses" role="group" aria-label=${Kt("status")}>
    ${bc.map(n=>l`
        <button
          key=${n}
          type="button"
          class="status-filter badge-${n}"
          aria-pressed=${e.status.includes(n)}
          onClick=${()=>t(jt(e,"status",n))}
        >
          <${N} name=${n} />${P("status",n)}
          <b>${o?M(o[n]):"\u2013"}</b>
        </button>
      `)}
  </div>
`;No=e=>(e?.rows??[]).map(t=>t.value)});function Ec(e){e.size>dp&&e.delete(e.keys().next().value)}function As(e,t){if(t.index<=e.last_index)return!1;if(e.last_index=t.index,t.kind==="note_added"){let{index:o,recorded_at:n,actor:r,text:s}=t;e.note_count=(e.note_count??0)+1,e.newest_note={index:o,recorded_at:n,actor:r,text:s}}else if(t.kind==="status_changed"){let{status:o,cause:n,http_status:r,error_message:s}=t;Object.assign(e,{status:o,cause:n,http_status:r,error_message:s}),e.updated_at=t.recorded_at}return!0}var Ro,jc,Tc,dp,Pn,Un,Cc=w(()=>{"use strict";Gt();Ro=100,jc=8,Tc=15e4,dp=2e3,Pn=class{constructor(t,o,n=null){this.filters=t,this.recent=o,this.pages=[],this.next=n,this.start=n,this.count=0,this.top=-1,this.fresh=new Set,this.byId=new Map}get isDone(){return this.next===void 0||this.count>=Tc}get isTruncated(){return this.next!==void 0&&this.count>=Tc}locate(t){let o=0;for(let[n,r]of this.pages.entries()){if(t<o+r.count)return{number:n,offset:t-o};o+=r.count}return{number:this.pages.length,offset:0}}slice(t,o){let n=[],{number:r,offset:s}=this.locate(t);for(let i=Math.min(o,this.count)-t;i>0;r+=1,s=0){let{count:c,rows:u}=this.pages[r],f=Math.min(i,c-s);for(let d=0;d<f;d+=1)n.push(u?u[s+d]:null);i-=f}return n}wanted(t,o){let n=Math.min(this.locate(o).number,this.pages.length-1);for(let r=this.locate(t).number;r<=n;r+=1){let{rows:s,stale:i}=this.pages[r];if(!s||i)return r}return!this.isDone&&o>this.count-Ro/2?this.pages.length:null}cursorOf(t){return t<this.pages.length?this.pages[t].cursor:this.next??null}place(t,{jobs:o,next:n},r){if(this.#t(t)&&this.pages.length)return this.#e(o);let s=this.pages[t]??{cursor:this.next??null,count:0,rows:null},i=o.length-s.count;t===this.pages.length&&(this.pages.push(s),this.next=n??void 0),this.top<0&&o.length&&(this.top=o[0].index);for(let c of s.rows??[])this.byId.delete(c.job_id);this.pages[t]={cursor:s.cursor,count:o.length,rows:o};for(let c of o){this.byId.set(c.job_id,c);for(let u of this.recent.entriesOf(c.job_id))As(c,u)}if(this.count+=i,this.#t(t))for(let c of this.recent.jobs.values())this.#r(c,r);return i}#t(t){return t===0&&this.start===null}#e(t){for(let o of t){let n=this.byId.get(o.job_id);n&&n.last_index<=o.last_index&&Object.assign(n,o)}return this.pages[0].stale=!1,0}forget(t,o){let n=this.locate(t).number-jc,r=this.locate(o).number+jc;for(let[s,i]of this.pages.entries())if(!(!i.rows||s>=n&&s<=r||this.#t(s))){for(let c of i.rows)this.byId.delete(c.job_id);i.rows=null}}expire(){for(let t of this.pages)t.stale=!0}take(t,o){let n=!1;for(let r of t){let s=this.byId.get(r.job_id);s?n=As(s,r)||n:n=this.#r(this.recent.jobs.get(r.job_id),o)||n}return n}#r(t,o){if(!t||t.index<=this.top||this.start!==null||this.filters.cid.length||this.byId.has(t.job_id))return!1;let n=this.fresh.size;return vc(this.filters,t,o)?this.fresh.add(t.job_id):this.fresh.delete(t.job_id),this.fresh.size!==n}limitOf(t){return t<this.pages.length&&this.#t(t)?5*Ro:Ro}compare(t){this.fresh=new Set(t.filter(o=>o.index>this.top).map(o=>o.job_id))}},Un=class{constructor(){this.entries=new Map,this.jobs=new Map}take(t){for(let o of t){if(o.kind==="job_created"||o.kind==="job_imported"){this.jobs.set(o.job_id,{cause:null,...o,last_index:o.index}),Ec(this.jobs);continue}let n=this.jobs.get(o.job_id);n&&As(n,o),this.entries.set(o.job_id,[...this.entriesOf(o.job_id).slice(-20),o]),Ec(this.entries)}}entriesOf(t){return this.entries.get(t)??[]}}});var fp,pp,hp,Oc,mp,Fn,Lc=w(()=>{"use strict";Jo();Gt();Cc();fp=120,pp=2e3,hp=5e3,Oc=[1,2,5,10,30],mp=(e,t)=>setTimeout(e,t),Fn=class{list=null;#t=null;stats=null;problem=null;isLoading=!1;shift=0;scrolled=0;#e;#r=new Un;#o=[0,40];#c=0;#l=0;#s=new AbortController;#u=()=>{};#d=new Set;#i=!1;constructor(t){this.#e={later:mp,now:Date.now,...t}}async open(t,o=null){this.#s.abort(),this.#s=new AbortController,this.#l=this.#e.now(),this.#o=[0,40],this.#t=new Pn(t,this.#r,o),this.list??=this.#t,this.problem=null,this.isLoading=!1,await this.#n()}reload(){return this.#t?this.open(this.#t.filters):Promise.resolve()}openRest(){let t=this.list;return t?this.open(t.filters,t.next??null):Promise.resolve()}retry(){return this.problem=null,this.#n()}show(t,o){this.list===this.#t&&(this.#o=[t,o],this.problem||this.#n())}close(){this.#i=!0,this.#s.abort(),this.#u()}async resume(t){this.#e.onChange=t,this.#i=!1,this.#s=new AbortController,this.isLoading=!1,this.problem=null,this.stats=null,this.list?.expire(),this.#t=this.list,await this.#n(),await this.#p()}async#n(){let t=this.#t,{signal:o}=this.#s;if(!t||this.isLoading||this.#i)return;let[n,r]=this.#o,s=t.wanted(n,r);if(s!==null){this.isLoading=!0,this.#e.onChange();try{this.stats||await this.#m();let i=t.limitOf(s),c={...Jt(t.filters,this.#l),limit:i},u=t.cursorOf(s),f=await this.#e.get("/v1/jobs",{query:{...c,cursor:u},signal:o});if(o.aborted)return;let d=s<t.locate(this.#o[0]).number,h=t.place(s,f,this.#e.now());d&&(this.shift+=h),t.forget(this.#o[0],this.#o[1]),this.#c=0}catch(i){if(o.aborted)return;if(!(i instanceof ee))throw i;this.problem=i,i.isTemporary&&this.#h(i,o)}finally{o.aborted||(this.isLoading=!1)}this.list=t,this.#e.onChange(),this.problem||await this.#n()}}#h(t,o){let n=t.retryAfter??Oc[Math.min(this.#c,Oc.length-1)];this.#c+=1,this.#e.later(()=>{!o.aborted&&this.problem===t&&this.retry()},n*1e3)}async#m(){if(await this.#f(),this.#i)return;let{size:t}=this.stats.head;this.#u(),this.#u=this.#e.follow(t>0?{after:t-1}:{from:0},{onEntries:o=>this.#$(o),onState:o=>{o==="stale"&&(this.list?.expire(),this.#n(),this.#a("count",0,()=>this.#f()),this.#a("look",0,()=>this.#p()))}})}#$(t){this.#r.take(t),this.list?.take(t,this.#e.now())&&this.#a("draw",fp,async()=>this.#e.onChange()),this.#a("count",pp,()=>this.#f()),t.some(n=>n.kind!=="status_changed")&&this.list?.filters.cid.length&&this.#a("look",hp,()=>this.#p())}#a(t,o,n){this.#d.has(t)||(this.#d.add(t),this.#e.later(()=>{this.#d.delete(t),this.#i||n().catch(()=>{})},o))}async#f(){this.stats=await this.#e.get("/v1/stats",{query:{limit:100}}),this.#e.onChange()}async#p(){let t=this.list;if(!t||t.start!==null)return;let o={...Jt(t.filters,this.#l),limit:Ro};t.compare((await this.#e.get("/v1/jobs",{query:o})).jobs),this.#e.onChange()}}});var $p,be,Bn,Nc,Ze=w(()=>{"use strict";O();j();he();$p=new Set(["answered"]),be=({status:e,cause:t})=>l`
  <span class="badge badge-${e}" title=${t?P("cause",t):void 0}>
    <${N} name=${e} />
    <span>${P("status",e)}</span>
    ${t&&!$p.has(t)&&l`<span class="badge-cause">${P("cause",t)}</span>`}
  </span>
`,Bn=({children:e})=>l`<span class="tag">${e}</span>`,Nc=({count:e=0,newest:t})=>e>0&&l`
    <span class="notes" title=${t?`${t.actor}: ${t.text}`:""}>
      <${N} name="note" /><span class="off-screen">${a("jobs.notes",{n:e})}: </span>
      ${e>1&&l`<b>${e}</b> `}${t?.text}
    </span>
  `});function js(e){let t=e.trim().toLowerCase();if(!/^[0-9a-f]+(-[0-9a-f]+)*-?$/.test(t))return null;let o=t.replaceAll("-","");return o.length>32?null:{digits:o,id:o.length===32?bp(o):null}}function Ts(e,{jobs:t,users:o,actions:n}){let r=e.trim();if(!r)return[];let s=r.toLowerCase(),i=f=>f.filter(d=>d.toLowerCase().includes(s)).sort((d,h)=>Rc(d,s)-Rc(h,s)).slice(0,4),c=js(r),u=t.map(f=>({kind:"job",value:f.job_id,job:f}));return c?.id&&!u.length&&u.push({kind:"job",value:c.id,job:null}),[...i(o).map(f=>({kind:"user",value:f})),...i(n).map(f=>({kind:"action",value:f})),...u,...t.length>1?[{kind:"prefix",value:r}]:[],...c?.id?[]:[{kind:"customer",value:r}]]}function Rc(e,t){let o=e.toLowerCase().indexOf(t);return o===0?e.length-t.length:1e3+o}var bp,Ic=w(()=>{"use strict";bp=e=>[e.slice(0,8),e.slice(8,12),e.slice(12,16),e.slice(16,20),e.slice(20)].join("-")});function wp(e){let[t,o]=y([]),n=I(Promise.resolve([])),r=js(e)?.digits??"";return A(()=>{if(o([]),n.current=Promise.resolve([]),!r)return;let s=new AbortController,i={job_id:r,limit:yp};return n.current=E("/v1/jobs",{query:i,signal:s.signal}).then(c=>c.jobs,()=>[]),n.current.then(c=>s.signal.aborted||o(c)),()=>s.abort()},[r]),{jobs:t,asked:n}}function gp({meaning:{kind:e,value:t,job:o}}){return l`
    <span class="suggestion-kind">${a(`search.${e}`)}</span>
    <span class="suggestion-value">${t}</span>
    ${o&&l`<span>${o.action_name}</span><${be} status=${o.status} /> `}
    ${o&&l`<${re} at=${o.created_at} />`}
  `}function Dc({filters:e,set:t,users:o,actions:n}){let[r,s]=y(""),[i,c]=y(!1),[u,f]=y(0),d=I(null),{jobs:h,asked:m}=wp(r),p=st(),b=Ts(r,{jobs:h,users:o,actions:n}),k=i&&b.length>0;sn(d,k,()=>c(!1));let g=({kind:v,value:x})=>{if(c(!1),s(""),v==="job")ge(R(C`/jobs/${x}`));else if(v==="customer")ge(R(C`/customers/${x}`));else if(v==="prefix")t({...e,job_id:x});else{let T=v==="user"?"user_id":"action_name";e[T].includes(x)||t(jt(e,T,x))}},$=async()=>{let v=await m.current,x=Ts(r,{jobs:v,users:o,actions:n})[u];x&&g(x)},_=v=>{let x={ArrowDown:1,ArrowUp:-1}[v.key];if(x&&b.length)c(!0),f(k?(u+x+b.length)%b.length:0);else if(v.key==="Enter")$();else if(v.key==="Escape"&&r)s("");else if(v.key==="Escape")v.target.blur();else return;v.preventDefault()};return l`
    <div class="search" ref=${d} role="search">
      <${N} name="search" />
      <input
        id="search"
        type="search"
        role="combobox"
        aria-label=${a("search.label")}
        aria-expanded=${k}
        aria-controls=${p}
        aria-autocomplete="list"
        aria-activedescendant=${k?`${p}-${u}`:void 0}
        aria-keyshortcuts="/"
        autocomplete="off"
        autocapitalize="none"
        spellcheck=${!1}
        placeholder=${a("search.placeholder")}
        value=${r}
        onInput=${v=>{s(v.currentTarget.value),c(!0),f(0)}}
        onFocus=${()=>c(!0)}
        onKeyDown=${_}
      />
      <ul id=${p} role="listbox" aria-label=${a("search.suggestions")} hidden=${!k}>
        ${b.map((v,x)=>l`
            <li
              key=${`${v.kind} ${v.value}`}
              id="${p}-${x}"
              role="option"
              aria-selected=${x===u}
              onPointerDown=${T=>T.preventDefault()}
              onClick=${()=>g(v)}
            >
              <${gp} meaning=${v} />
            </li>
          `)}
      </ul>
    </div>
  `}var yp,Mc=w(()=>{"use strict";Y();W();De();Ze();z();j();he();K();O();Gt();Ic();yp=6});function xp(){let[,e]=y(0);A(()=>{let o=()=>e(n=>n+1);for(let n of[Es,Cs])n.addEventListener("change",o);return()=>{for(let n of[Es,Cs])n.removeEventListener("change",o)}},[]);let t=Number.parseFloat(getComputedStyle(document.documentElement).fontSize);return{height:Math.round(vp[Es.matches?"cards":"table"]*t),isWide:Cs.matches}}function kp(e,t,o,n){let[r,s]=y({from:0,to:40});return rt(()=>{let i=0,c=()=>{i=0,n(scrollY);let f=-(e.current?.getBoundingClientRect().top??0),d=Math.max(0,Math.floor(f/t)-Hc),h=Math.max(0,Math.ceil((f+innerHeight)/t))+Hc;s(m=>m.from===d&&m.to===h?m:{from:d,to:h})},u=()=>{i||=requestAnimationFrame(c)};return c(),addEventListener("scroll",u,{passive:!0}),addEventListener("resize",u),()=>{cancelAnimationFrame(i),removeEventListener("scroll",u),removeEventListener("resize",u)}},[t,o]),{from:Math.min(r.from,o),to:Math.min(r.to,o)}}function Sp(e,t){e.target.closest("a, button")||getSelection()?.toString()||ge(R(C`/jobs/${t}`))}function Ap({job:e,index:t,isWide:o}){let n={"data-index":t,"aria-rowindex":t+2};if(!e)return l`<tr role="row" class="job" ...${n}>
      <td role="cell">…</td>
    </tr>`;let{job_id:r,user_id:s,action_name:i,customer_count:c,status:u,cause:f}=e;return l`
    <tr
      role="row"
      class="job"
      ...${n}
      onClick=${d=>Sp(d,r)}
    >
      <td role="cell" class="cell-user">${s}</td>
      <td role="cell" class="cell-action">
        <a href=${R(C`/jobs/${r}`)}>${i}</a>
        ${e.retry_of&&l`<${Bn}>${a("jobs.retry")}<//>`}
        <${Nc} count=${e.note_count} newest=${e.newest_note} />
      </td>
      <td role="cell" class="cell-customers number">
        ${M(c)}<span class="only-cards">
          ${" "}${a("jobs.customersUnit",{n:c})}</span
        >
      </td>
      <td role="cell" class="cell-status"><${be} status=${u} cause=${f} /></td>
      <td role="cell" class="cell-date"><${re} at=${e.created_at} /></td>
      <td role="cell" class="cell-id"><${Tn} id=${r} short=${!o} /></td>
    </tr>
  `}function Pc({jobs:e,list:t,focus:o}){let{height:n,isWide:r}=xp(),s=I(null);rt(()=>{e.scrolled&&scrollTo(0,e.scrolled)},[]);let{from:i,to:c}=kp(s,n,t.count,d=>{e.scrolled=d}),u=t.slice(i,c);A(()=>e.show(i,c),[i,c,t,t.count]),rt(()=>{e.shift&&(scrollBy(0,e.shift*n),e.shift=0)}),rt(()=>{if(!o||!s.current)return;let d=s.current.getBoundingClientRect().top+o.index*n;d<2*n?scrollBy(0,d-2*n):d>innerHeight-2*n&&scrollBy(0,d-innerHeight+2*n);let h=requestAnimationFrame(()=>requestAnimationFrame(f));return()=>cancelAnimationFrame(h)},[o]);let f=()=>{let d=s.current?.querySelector(`[data-index="${o?.index}"] a`);d instanceof HTMLElement&&d.focus({preventScroll:!0})};return l`
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
          ${_p.map(d=>l`
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
            <${Ap}
              key=${d?.job_id??i+h}
              job=${d}
              index=${i+h}
              isWide=${r}
            />
          `)}
      </tbody>
    </table>
  `}var Hc,_p,vp,Es,Cs,Uc=w(()=>{"use strict";fe();W();De();Ze();j();K();O();Hc=8,_p=["user","action","customers","status","date","id"],vp={table:2.5,cards:6.5},Es=matchMedia("(width < 60rem)"),Cs=matchMedia("(width >= 90rem)")});function jp({query:e,close:t}){let[o,n]=y("");return l`
    <form onSubmit=${s=>{s.preventDefault(),Os.update(i=>[...i.filter(c=>c.name!==o.trim()),{name:o.trim(),query:e}]),t(),Q(a("views.saved",{name:o.trim()}))}}>
      <${D} label=${a("views.name")} required maxlength="60" value=${o} onValue=${n} />
      <button type="submit">${a("views.save")}</button>
    </form>
  `}function Fc({query:e}){let t=L(Os),o=e.toString(),n=r=>Os.update(s=>s.filter(i=>i.name!==r));return l`
    <${Dt} label=${a("views.title")} align="end">
      ${r=>l`
        ${t.length>0&&l`
            <ul class="menu views">
              ${t.map(s=>l`
                  <li key=${s.name} class="row">
                    <a
                      href=${R("/")+(s.query&&`?${s.query}`)}
                      aria-current=${s.query===o?"true":void 0}
                      onClick=${i=>{i.preventDefault(),Yo(new URLSearchParams(s.query)),r()}}
                    >
                      ${s.name}
                    </a>
                    <button
                      type="button"
                      class="icon-button"
                      aria-label=${a("app.remove",{what:s.name})}
                      onClick=${()=>n(s.name)}
                    >
                      ✕
                    </button>
                  </li>
                `)}
            </ul>
          `}
        ${o?l`<${jp} query=${o} close=${r} />`:l`<p class="hint">${a("views.hint")}</p>`}
      `}
    <//>
  `}var Os,Bc=w(()=>{"use strict";W();De();To();Oe();z();j();mo();je();O();Os=jo("views",[])});var qc={};Ue(qc,{default:()=>Wc});function Cp(e){let[,t]=y(0),o=()=>t(i=>i+1),n=I(Le.get().isBack&&Io?.search===e&&Date.now()<Io.until),[r]=y(()=>n.current&&Io?Io.jobs:new Fn({get:E,follow:Pe,onChange:o})),s=I(e);return s.current=e,A(()=>(n.current&&r.resume(o),()=>{r.close(),Io={jobs:r,search:s.current,until:Date.now()+Ep}}),[]),A(()=>{n.current||r.open(Lo(new URLSearchParams(e))),n.current=!1},[e]),r}function Lp({filters:e}){let t=Jt(e,Date.now()),o=[{text:"CSV",href:R("/v1/export.csv",t),download:!0},{text:a("jobs.csvExcel"),href:R("/v1/export.csv",{...t,bom:"true"}),download:!0},{text:"NDJSON",href:R("/v1/export.ndjson",t),download:!0}];return l`<${cn} label=${a("jobs.download")} align="end" items=${o} />`}function Np({jobs:e,list:t,isFiltered:o,clear:n}){let r=L(q);return e.problem?l`
      <${G} problem=${e.problem} retry=${()=>e.retry()} />
      ${o&&l`<p><button type="button" onClick=${n}>${a("filter.clear")}</button></p>`}
    `:t.isTruncated?l`
      <p class="state">
        <button type="button" onClick=${()=>e.openRest()}>${a("jobs.older")}</button>
      </p>
    `:t.isDone?t.count?l`<p class="state">${a("jobs.end",{n:t.count})}</p>`:o?l`
      <${_e} title=${a("jobs.noMatch")}>
        <button type="button" onClick=${n}>${a("filter.clear")}</button>
      <//>
    `:l`
    <${_e} title=${a("jobs.empty")}>
      ${r?.role!=="auditor"&&l`<p><${H} to="/set-action" class="button">${a("jobs.emptyAction")}<//></p>`}
      <p><a href=${R("/docs")}>${a("jobs.emptyDocs")}</a></p>
    <//>
  `:l`<${zt} />`}function Rp({count:e,show:t}){return A(()=>{e&&ln(a("jobs.fresh",{n:e}))},[e>0]),e?l`
    <div class="fresh">
      <button type="button" id="show-new" class="primary" onClick=${t}>
        ${a(e>999?"jobs.freshMany":"jobs.fresh",{n:Math.min(e,999)})}
      </button>
    </div>
  `:null}function Wc(){let[e,t]=We(),o=e.toString(),n=ce(()=>Lo(e),[o]),r=Cp(o),{list:s,stats:i}=r,[c,u]=y(null),[f,d]=y(!1),h=g=>t(xs(g)),m=()=>t(new URLSearchParams),p=I(null);p.current={list:s,focus:c},A(()=>{let g=$=>{let{list:_,focus:v}=p.current,x=document.activeElement?.closest?.("[data-index]"),T=x?Number(x.getAttribute("data-index")):v?.index??-1,F=Math.max(0,Math.min(T+$,_.count-1));_.count&&u({index:F})};return pc({"/":()=>document.getElementById("search")?.focus(),j:()=>g(1),k:()=>g(-1),"?":()=>d(!0)})},[]);let b=async()=>{scrollTo(0,0),await r.reload(),u({index:0})},k=Mn(n).length>0;return l`
    <div class="jobs-top">
      <${V}>${a("jobs.title")}<//>
      <${Dc}
        filters=${n}
        set=${h}
        users=${No(i?.by_user)}
        actions=${No(i?.by_action)}
      />
      <div class="row">
        <${Fc} query=${e} />
        <${Lp} filters=${n} />
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
      <${kc} filters=${n} set=${h} total=${i?.total} />
      <${Sc} filters=${n} set=${h} stats=${i} />
    </div>
    ${s?.start&&l`
        <p class="notice">
          ${a("jobs.olderShown")}
          <button type="button" onClick=${()=>r.reload()}>${a("jobs.newest")}</button>
        </p>
      `}
    ${s&&l`
        <${Rp} count=${s.fresh.size} show=${b} />
        ${s.count>0&&l`<${Pc} jobs=${r} list=${s} focus=${c} />`}
        <${Np} jobs=${r} list=${s} isFiltered=${k} clear=${m} />
      `}
    ${f&&l`<${Op} onClose=${()=>d(!1)} />`}
  `}var Tp,Io,Ep,Op,zc=w(()=>{"use strict";Ae();Y();hc();W();De();Vt();Ge();z();j();mo();je();pe();K();O();Ac();Gt();Lc();Mc();Uc();Bc();Tp=[["/","keys.search"],["j","keys.down"],["k","keys.up"],["Enter","keys.open"],["Esc","keys.escape"],["?","keys.help"]],Io=null,Ep=6e5;Op=({onClose:e})=>l`
  <${ne} title=${a("keys.title")} onClose=${e}>
    <dl class="facts">
      ${Tp.map(([t,o])=>l`
          <dt key=${t}><kbd>${t}</kbd></dt>
          <dd>${a(o)}</dd>
        `)}
    </dl>
  <//>
`});var Vc,Wn,Do,Ls=w(()=>{"use strict";O();Ze();j();K();Vc={job_id:e=>l`<${Tn} id=${e.job_id} />`,status:e=>l`<${be} status=${e.status} cause=${e.cause} />`,user_id:e=>l`<${H} to="/" query=${{user_id:e.user_id}}>${e.user_id}<//>`,submitted_by:e=>e.submitted_by,action_name:e=>l`
    <${H} to="/" query=${{action_name:e.action_name}}>${e.action_name}<//>
  `,action_code:e=>e.action_code,customer_count:e=>e.customer_count.toLocaleString("en"),source:e=>P("source",e.source),created_at:e=>l`<${re} at=${e.created_at} />`,updated_at:e=>l`<${re} at=${e.updated_at} />`,http_status:e=>e.http_status,batch_id:e=>l`<${H} to="/" query=${{batch_id:e.batch_id}}>${e.batch_id}<//>`,cluster_url:e=>l`<code>${e.cluster_url}</code>`,retry_of:e=>l`<${H} to=${`/jobs/${e.retry_of}`}>${e.retry_of}<//>`},Wn=Object.keys(Vc),Do=(e,t)=>e[t]===null?null:Vc[t](e)});function Kc(e,t,o){let n=o!=="auditor",r=e.source==="gateway"&&e.status!=="IN_PROGRESS",s=t.FAILED>0;return{note:n,settle:n&&e.status==="UNCONFIRMED",retryFailed:n&&r&&s,retryAll:n&&r&&(s||e.status!=="SUCCESS"),curl:e.source==="gateway"&&!!e.cluster_url}}function Yc(e,t){let o=io(e.recorded_at??e.created_at,t.recorded_at);return o<0?null:o}function Xc(e,t){let o=e.status==="IN_PROGRESS"?new Date(t).toISOString():e.updated_at;return o?Math.max(0,io(e.created_at,o)):null}function Qc(e){let t=e.trim().toLowerCase().replaceAll("-","");return/^[0-9a-f]{1,32}$/.test(t)?t:null}var Jc,Ns,Gc,Mo,Zc,Rs,Is,Ho=w(()=>{"use strict";fe();Jc=["FAILED","UNCONFIRMED","IN_PROGRESS","SUCCESS"],Ns=4096,Gc=e=>new TextEncoder().encode(e).length;Mo={rows:[],matching:0,next:""},Zc=e=>e<100?100:e<2e3?2e3:1e4,Rs=({rows:e},{customers:t,matching:o,next:n})=>({rows:[...e,...t],matching:o,next:n}),Is=({rows:e,next:t},o)=>t===""||t!==null&&e.length<o+50});function ol({job:e,counts:t,actions:o,onClose:n}){let[r,s]=y(o.retryFailed?"failed":"all"),[i,c]=y(""),[u,f]=y(""),[d,h]=y(""),m=ce(Nt,[r,u,d]),p=I(!1),b=T=>{p.current||(p.current=!0,ge(R(C`/jobs/${T}`)))};A(()=>Pe({kind:"job_created",user_id:q.get()?.user_id},{onEntries:T=>{let F=T.find(ye=>ye.retry_of===e.job_id);F&&k.current&&b(F.job_id)}}),[]);let k=I(!1),[g,$,_]=te(async()=>{k.current=!0;let T={customers:r,...i&&{token:i},...u&&{url:u},...d.trim()&&{payload:el(d)}},F=await Z(C`/v1/jobs/${e.job_id}/retry`,T,{key:m});b(F.job.job_id)}),v=d||_?.field==="payload",x=!d.trim()||el(d)!==null;return l`
    <${ne} title=${a("job.retry")} onClose=${n}>
      <${qn}
        onSubmit=${g}
        isBusy=${$}
        isOff=${!x}
        problem=${_}
        text=${a("job.retrySend",{n:r==="all"?e.customer_count:t.FAILED,action:e.action_name})}
      >
        <${At}
          label=${a("job.retryWhom")}
          value=${r}
          onValue=${s}
          options=${[o.retryFailed&&{value:"failed",text:a("job.retryFailed",{n:t.FAILED})},o.retryAll&&{value:"all",text:a("job.retryAll",{n:e.customer_count})}].filter(Boolean)}
        />
        ${t.UNCONFIRMED>0&&l`<p class="notice notice-warning">${a("job.retryUnconfirmed")}</p>`}
        <${D}
          label=${a("job.token")}
          hint=${a("job.tokenHint")}
          type="password"
          autocomplete="off"
          value=${i}
          onValue=${c}
        />
        <${D}
          label=${a("job.url")}
          hint=${a("job.urlHint")}
          placeholder=${e.cluster_url}
          type="url"
          value=${u}
          onValue=${f}
        />
        ${v&&l`
            <${D}
              as="textarea"
              label=${a("job.members")}
              hint=${a("job.membersHint")}
              error=${!x&&a("job.membersWrong")}
              rows="3"
              value=${d}
              onValue=${h}
            />
          `}
      <//>
    <//>
  `}function el(e){try{let t=JSON.parse(e);return typeof t=="object"&&!Array.isArray(t)?t:null}catch{return null}}function nl({job:e,onClose:t,onDone:o}){let[n,r]=y(""),[s,i]=y(""),c=ce(Nt,[n,s]),[u,f,d]=te(async()=>{let h=n==="FAILED"?"error_message":"response_summary";await Z(C`/v1/jobs/${e.job_id}/status`,{status:n,[h]:s.trim()},{key:c}),Q(a("job.settled")),o()});return l`
    <${ne} title=${a("job.settle")} onClose=${t}>
      <p>${a("job.settleHint")}</p>
      <${qn}
        onSubmit=${u}
        isBusy=${f}
        isOff=${!n||!s.trim()}
        problem=${d}
        text=${a("job.settleSend")}
      >
        <${At}
          label=${a("job.settleAs")}
          value=${n}
          onValue=${r}
          options=${["SUCCESS","FAILED"].map(h=>({value:h,text:a(`status.${h}`)}))}
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
  `}function rl({job:e,onClose:t,onDone:o}){let[n,r]=y(""),s=ce(Nt,[n]),i=Gc(n),[c,u,f]=te(async()=>{await Z(C`/v1/jobs/${e.job_id}/notes`,{text:n},{key:s}),Q(a("job.noted")),o()}),d=i>Ns;return l`
    <${ne} title=${a("job.note")} onClose=${t}>
      <${qn}
        onSubmit=${c}
        isBusy=${u}
        isOff=${!n.trim()||d}
        problem=${f}
        text=${a("job.noteSend")}
      >
        <${D}
          as="textarea"
          label=${a("job.noteText")}
          hint=${a("job.noteHint",{n:i,most:Ns})}
          error=${d&&a("job.noteLong")}
          rows="5"
          required
          value=${n}
          onValue=${r}
        />
      <//>
    <//>
  `}function sl({job:e,related:t,onClose:o}){let[n,r]=y(""),[s,i]=y(null),c=Qc(n),[u,f,d]=te(async()=>{let h={job_id:n.trim(),limit:10},p=(await E("/v1/jobs",{query:h})).jobs.filter(b=>b.job_id!==e.job_id);p.length===1?ge(R(tl(e,p[0]))):i(p)});return l`
    <${ne} title=${a("job.compare")} onClose=${o}>
      <${qn}
        onSubmit=${u}
        isBusy=${f}
        isOff=${!c}
        problem=${d}
        text=${a("job.compareSend")}
      >
        <${D}
          label=${a("job.compareWith")}
          error=${s?.length===0&&a("job.compareNone")}
          spellcheck=${!1}
          value=${n}
          onValue=${h=>{r(h),i(null)}}
        />
      <//>
      <${Ds}
        jobs=${s??t}
        to=${h=>tl(e,h)}
      />
    <//>
  `}var qn,tl,Ds,il=w(()=>{"use strict";Y();Ae();fe();W();De();Vt();Ze();Ge();Oe();z();j();je();pe();K();O();Ho();qn=({onSubmit:e,isBusy:t,isOff:o,problem:n,text:r,children:s})=>l`
  <form
    onSubmit=${i=>{i.preventDefault(),e()}}
  >
    ${s}
    <${G} problem=${n} />
    <button type="submit" class="primary" disabled=${t||o}>
      ${t?a("job.sending"):r}
    </button>
  </form>
`;tl=(e,t)=>C`/jobs/${e.job_id}/compare/${t.job_id}`,Ds=({jobs:e,to:t=n=>C`/jobs/${n.job_id}`,more:o})=>l`
  <ul class="job-list">
    ${e.map(n=>l`
        <li key=${n.job_id}>
          <${H} to=${t(n)}>${n.action_name}, ${M(n.customer_count)}<//>
          <${be} status=${n.status} />
          <span class="muted">${n.user_id}, <${re} at=${n.created_at} /></span>
          ${o?.(n)}
        </li>
      `)}
  </ul>
`});function zn(e,t){let o=[e.join(",")];for(let n of t)o.push(n.map(r=>Mp(Dp(r??""))).join(","));return`\uFEFF${o.join(`\r
`)}\r
`}var Ip,Dp,Mp,Ms=w(()=>{"use strict";Ip=/^["\s\p{Cc}\u200b-\u200f\u2060\ufeff]*[=+\-@|%\uff1d\uff0b\uff0d\uff20\uff5c\uff05']/u,Dp=e=>e.split(/(?<=[;\t\r\n])/).map((t,o)=>(Ip.test(t)||!o&&/^[\t\r\n]/.test(t)?"'":"")+t).join(""),Mp=e=>/[",\r\n]/.test(e)?`"${e.replaceAll('"','""')}"`:e});function Vn({label:e,columns:t,count:o,row:n,onRange:r}){let s=I(null),i=I(36),[c,u]=y({from:0,to:4*Xt}),f=()=>{let p=s.current;if(!p)return;i.current=p.querySelector("tr[data-row]")?.clientHeight||i.current;let b=Math.floor(p.scrollTop/i.current),k=Math.ceil(p.clientHeight/i.current),g=Math.max(0,Math.floor((b-Xt)/Xt)*Xt),$=g+(Math.ceil(k/Xt)+3)*Xt;(g!==c.from||$!==c.to)&&u({from:g,to:$}),r?.(Math.min($,o))};rt(f);let d=Math.min(c.to,o),h=Math.min(c.from,d),m=p=>p>0&&l`<tr aria-hidden="true" style=${{height:`${p*i.current}px`}} />`;return l`
    <div class="rows" ref=${s} role="region" aria-label=${e} tabindex="0" onScroll=${f}>
      <table aria-rowcount=${o+1}>
        <thead>
          <tr aria-rowindex="1">
            ${t.map(p=>l`<th key=${p} scope="col">${p}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${m(h)}
          ${Array.from({length:d-h},(p,b)=>l`
              <tr key=${h+b} data-row aria-rowindex=${h+b+2}>
                ${n(h+b)}
              </tr>
            `)}
          ${m(o-d)}
        </tbody>
      </table>
    </div>
  `}var Xt,Hs=w(()=>{"use strict";j();Xt=10});function cl(e){let[t]=e,{customers:o}=t,n={...t,status:t.status??"IN_PROGRESS",customer_count:o?.count,last_index:t.index,note_count:0,newest_note:null};for(let r of e.slice(1)){if(n.last_index=r.index,r.kind==="note_added"){let{index:d,recorded_at:h,actor:m,text:p}=r;n.note_count+=1,n.newest_note={index:d,recorded_at:h,actor:m,text:p};continue}let{status:s,cause:i,http_status:c,error_message:u,recorded_at:f}=r;Object.assign(n,{status:s,cause:i,http_status:c,error_message:u,updated_at:f})}return n}function Hp(e,t){let o=cl(t),n=r=>Je(r??null);return Object.keys(e).filter(r=>n(e[r])!==n(o[r]))}async function ll({job:e,entries:t,checkpoint:o},n){let r={size:0,wrong:new Map,why:"",isStale:!1};try{let s=await Ie(o,n);r.size=s.size;for(let u of t)await Sn({entry:u,checkpoint:s,key:n}).catch(f=>r.wrong.set(u.index,Jn(f)));if(r.wrong.size)return r;if(await cs({entries:t,checkpoint:s,key:n}),t[0].job_id!==e.job_id)throw new Error("these are entries of another job");let i=t.filter(u=>u.index<=e.last_index);r.isStale=i.length<t.length;let c=Hp(e,i.length?i:t);if(c.length)throw new Error(`its entries do not say: ${c.join(", ")}`)}catch(s){r.why=Jn(s)}return r}function dl(e,t,o){al(us(t),e[0].customers,"the customers are not those of the entry");let n=new Map;for(let{index:r,outcomes:s}of e){if(!s)continue;let i=o.find(c=>c.index===r)?.outcomes??[];al(ds(i),s,`the outcomes are not those of entry ${r}`);for(let{cid:c,status:u,message:f}of i)n.set(c,{status:u,message:f??null,index:r})}return{cids:new Set(t),named:n,job:cl(e)}}function al(e,t,o){if(e.count!==t.count||e.root!==t.root)throw new Error(o)}function fl({cids:e,named:t,job:o},{cid:n,status:r,message:s,own:i,index:c}){if(c>o.last_index)return!0;let u=t.get(n)??{status:o.status,message:null};return e.has(n)&&i===t.has(n)&&r===u.status&&s===u.message}function pl({cids:e,named:t,job:o},n){let r={[o.status]:e.size-t.size};for(let{status:i}of t.values())r[i]=(r[i]??0)+1;let s=Object.keys(n.counts);return n.named===t.size&&s.every(i=>n.counts[i]===(r[i]??0))}var Jn,Zt,ul,hl,Po=w(()=>{"use strict";ps();Jn=e=>e instanceof Error?e.message:String(e);Zt=({wrong:e,why:t,isStale:o})=>!e.size&&!t&&!o,ul=e=>e.reduce((t,{outcomes:o})=>t+(o?.count??0),0);hl=(e,t)=>vo(t)===e.request_payload_sha256});function Fp(e,{status:t,search:o},n){let[r,s]=y({list:Mo,problem:null}),[i,c]=y(0),u=I(0),f=I(()=>{}),d=`${t} ${o}`,h=I("");return A(()=>{let m=new AbortController,{signal:p}=m,b=h.current===d;b||(u.current=0);let k=Mo,g=!1;return f.current=async()=>{if(!g){g=!0;try{for(;!p.aborted&&Is(k,u.current);){let $=Zc(k.rows.length),_={status:t,search:o,limit:$,cursor:k.next};k=Rs(k,await E(C`/v1/jobs/${e}/outcomes`,{query:_,signal:p})),!(b&&Is(k,u.current))&&(h.current=d,s({list:k,problem:null}))}}catch($){if(p.aborted)return;if(!($ instanceof ee))throw $;s(_=>({..._,problem:$}))}finally{g=!1}}},f.current(),()=>m.abort()},[e,d,n,i]),{...r,again:()=>c(m=>m+1),reach:m=>{u.current=m,f.current()}}}async function Bp(e,{status:t,search:o}){let n=Mo;do{let r={status:t,search:o,limit:Pp,cursor:n.next};n=Rs(n,await E(C`/v1/jobs/${e}/outcomes`,{query:r}))}while(n.next);return n.rows}function Wp({job_id:e,filters:t}){let o=`${e}${t.status?`.${t.status}`:""}`,[n,r,s]=te(async i=>{let c=await Bp(e,t);if(i==="copy"){let f=c.map(({cid:d})=>d).join(`
`);return await Wt(f)?Q(a("job.copiedCustomers",{n:c.length})):Ke(`${o}.txt`,f,"text/plain")}let u=c.map(({cid:f,status:d,message:h})=>[f,d,h]);return Ke(`${o}.csv`,zn(["cid","status","message"],u),"text/csv")});return l`
    <button type="button" disabled=${r} onClick=${()=>n("copy")}>
      <${N} name="copy" />${a("job.copyCustomers")}
    </button>
    <button type="button" disabled=${r} onClick=${()=>n("csv")}>
      <${N} name="download" />CSV
    </button>
    <${G} problem=${s} />
  `}function ml({job:e,summary:t,lists:o,onWrong:n,children:r}){let[s,i]=We(),c={status:s.get("outcome")??"",search:s.get("search")??""},[u,f]=y(c.search),[d,h]=y(null),{list:m,problem:p,again:b,reach:k}=Fp(e.job_id,c,e.last_index),g=(x,T)=>{let F=new URLSearchParams(s);T?F.set(x,T):F.delete(x),i(F,{replace:!0})};A(()=>{let x=setTimeout(()=>g("search",u.trim()),Up);return()=>clearTimeout(x)},[u]);let $=ce(()=>new Set(o?m.rows.filter(x=>!fl(o,x)):[]),[o,m]);A(()=>{for(let x of[...$].slice(0,1))n(x)},[$]);let _=e.customer_count,v=[["",_],...Jc.map(x=>[x,t.counts[x]])];return l`
    <section class="card outcomes" aria-labelledby="outcomes">
      <div class="row spread">
        <h2 id="outcomes">${a("job.outcomes",{n:_})}</h2>
        ${r}
      </div>
      <div class="row">
        <div class="row" role="group" aria-label=${a("job.statuses")}>
          ${v.filter(([x,T])=>T||x===c.status).map(([x,T])=>l`
                <button
                  type="button"
                  key=${x}
                  class="choice-button"
                  aria-pressed=${x===c.status}
                  onClick=${()=>g("outcome",String(x))}
                >
                  ${x?P("status",String(x)):a("job.allStatuses")}
                  <b>${Number(T).toLocaleString("en")}</b>
                </button>
              `)}
        </div>
        <input
          type="search"
          id="outcome-search"
          aria-label=${a("job.search")}
          placeholder=${a("job.search")}
          value=${u}
          onInput=${x=>f(x.currentTarget.value)}
        />
        <${Wp} job_id=${e.job_id} filters=${c} />
      </div>
      <${G} problem=${p} retry=${b} />
      ${m.matching>0?l`
              <${Vn}
                key=${`${c.status} ${c.search}`}
                label=${a("job.outcomes",{n:_})}
                columns=${[a("job.customer"),a("job.status"),a("job.message")]}
                count=${m.matching}
                onRange=${k}
                row=${x=>{let T=m.rows[x];return T?l`<${qp} row=${T} isWrong=${$.has(T)} onOpen=${h} />`:l`<td colspan="3" class="muted">…</td>`}}
              />
              <p class="hint" role="status">${a("job.rows",{n:m.matching})}</p>
            `:m!==Mo&&l`<${_e} title=${a("job.noRows")} />`}
      ${d&&l`
          <${ne} title=${d.cid} onClose=${()=>h(null)}>
            <p><${be} status=${d.status} /> ${a("job.ofEntry",{index:d.index})}</p>
            <p class="entry-text">${d.message}</p>
          <//>
        `}
    </section>
  `}var Pp,Up,qp,$l=w(()=>{"use strict";Y();jn();Ms();Eo();W();Ze();Ge();z();j();he();Hs();je();qt();pe();K();O();Po();Ho();Pp=1e4,Up=200;qp=({row:e,isWrong:t,onOpen:o})=>l`
  <td><${H} to=${C`/customers/${e.cid}`}>${e.cid}<//></td>
  <td>
    ${t?l`<${Xe} text=${P("status",e.status)} wrong=${a("job.rowWrong")} />`:l`<${be} status=${e.status} />`}
  </td>
  <td>
    ${e.message===null?l`<span class="muted">${e.own?"":a("job.ofTheJob")}</span>`:l`
            <button type="button" class="message-cell" onClick=${()=>o(e)}>
              ${e.message}
            </button>
          `}
  </td>
`});function _l(e){let t=0,o=()=>{throw new SyntaxError(`not JSON at character ${t}`)},n=()=>{for(;;){let d=e.charCodeAt(t);if(d!==32&&d!==10&&d!==13&&d!==9)return d;t+=1}},r=()=>{n()!==bl&&o();let d=t;for(let h=e.indexOf('"',t+1);h>0;h=e.indexOf('"',h+1)){let m=h;for(;e.charCodeAt(m-1)===zp;)m-=1;if((h-m)%2)continue;t=h+1;let p=e.slice(d+1,h);return Gp.test(p)?JSON.parse(`"${p}"`):p}return o()},s=()=>{let d=r();return n()!==Vp&&o(),t+=1,d},i=()=>{if(n()===bl)return r();gl.lastIndex=t;let d=gl.exec(e)?.[0];if(d)return t+=d.length,new Qt(d);let[h,m]=Kp.find(([p])=>e.startsWith(p,t))??o();return t+=h.length,m},c=[],u=null,f=d=>{let h=c.at(-1);h?Array.isArray(h)?h.push(d):h.values.push(d):u=d};for(;;){let d=n();if(d===Ps||d===yl){let h=d===Ps?new Tt:[];if(f(h),c.push(h),t+=1,n()!==d+wl){h instanceof Tt&&h.names.push(s());continue}}else f(i());for(;;){let h=n(),m=c.at(-1);if(!m)return t<e.length?o():u;let p=m instanceof Tt,b=h===Jp;if(!b&&h!==(p?Ps:yl)+wl&&o(),t+=1,b){p&&m.names.push(s());break}c.pop()}}}var Qt,Tt,bl,zp,Vp,Jp,Ps,yl,wl,gl,Gp,Kp,vl=w(()=>{"use strict";Qt=class{constructor(t){this.text=t}},Tt=class{constructor(){this.names=[],this.values=[]}},[bl,zp,Vp,Jp,Ps,yl]=Array.from('"\\:,{[',e=>e.charCodeAt(0)),wl=2,gl=/-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y,Gp=/[\\\p{Cc}]/u,Kp=[["true",!0],["false",!1],["null",null]]});function Sl({text:e}){let[t,o]=y(e.length<=kl);return l`<span class="json-text">${t?e:`${e.slice(0,kl)}\u2026`}</span> ${!t&&l`
        <button type="button" class="quiet" onClick=${()=>o(!0)}>
          ${a("json.all",{n:e.length})}
        </button>
      `}`}function Yp({value:e}){return typeof e=="string"?l`<${Sl} text=${JSON.stringify(e)} />`:l`<span class="json-number">
    ${e instanceof Qt?e.text:String(e)}
  </span>`}function Al({label:e,children:t,isOpen:o=!1}){let[n,r]=y(o);return l`
    <details
      open=${n}
      onToggle=${s=>r(s.currentTarget.open)}
    >
      <summary>${e}</summary>
      ${n&&l`<ul>
          ${t()}
        </ul>`}
    </details>
  `}function jl(e,t,o,n){let r=1;for(;r*xl<n-o;)r*=xl;return Array.from({length:Math.ceil((n-o)/r)},(s,i)=>{let c=o+i*r;if(r===1){let d=t?JSON.stringify(t[c]):M(c);return l`<li key=${c}><${Tl} name=${d} value=${e[c]} /></li>`}let u=Math.min(c+r,n),f=`${M(c)} \u2026 ${M(u-1)}`;return l`<li key=${c}>
      <${Al} label=${f}>${()=>jl(e,t,c,u)}<//>
    </li>`})}function Tl({name:e,value:t,isOpen:o}){let n=e!==void 0&&l`<span class="json-name">${e}</span>${": "}`,r=t instanceof Tt;if(!r&&!Array.isArray(t))return l`${n}<${Yp} value=${t} />`;let s=r?t.values:t,i=r?`{ ${M(s.length)} }`:`[ ${M(s.length)} ]`;return s.length?l`
    <${Al} label=${l`${n}<span class="muted">${i}</span>`} isOpen=${o}>
      ${()=>jl(s,r?t.names:null,0,s.length)}
    <//>
  `:l`${n}${i}`}function Gn({text:e}){let t=ce(()=>{try{return _l(e)}catch{return null}},[e]);return typeof t=="object"&&t&&!(t instanceof Qt)?l`<div class="json"><${Tl} key=${e} value=${t} isOpen /></div>`:l`<div class="json json-raw"><${Sl} key=${e} text=${e} /></div>`}var xl,kl,Us=w(()=>{"use strict";fe();vl();O();j();xl=100,kl=300});function Cl({server:e,url:t,payload:o}){let n=`{"url":${El(JSON.stringify(t))},"token":"$UPSTREAM_TOKEN","isPost":true`;return`curl -sS ${Xp(`${e}/proxy_fetch`)} \\
  -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' --data-binary @- <<BODY
${n},"postData":${El(o)}}
BODY
`}var Xp,El,Ol=w(()=>{"use strict";Xp=e=>`'${e.replaceAll("'","'\\''")}'`,El=e=>e.replace(/[\\$`]/g,"\\$&")});async function Nl(e){let t=location.origin+$e,o=await Ll(e.job_id);await et(Cl({server:t,url:e.cluster_url,payload:o}),a("job.curlCopied"))}function Zp({job_id:e,first:t,isProved:o,onWrong:n}){let r=U(i=>Ll(e,i),[e]),s=r.data===void 0||hl(t,r.data);return A(()=>{s||n(r.data)},[s]),l`
    <${ue} of=${r}>
      ${i=>l`
        <div class="row">
          <${Xe}
            text=${a(s&&o?"job.payloadProved":"job.payloadWrong")}
            wrong=${s&&o?null:a("job.payloadWrong")}
          />
          <button type="button" onClick=${()=>et(i,a("job.payload"))}>
            <${N} name="copy" />${a("job.copyText")}
          </button>
          <button
            type="button"
            onClick=${()=>Ke(`${e}.payload.json`,i,"application/json")}
          >
            <${N} name="download" />${a("job.downloadText")}
          </button>
        </div>
        <${Gn} text=${i} />
      `}
    <//>
  `}function Rl({size:e,...t}){let[o,n]=y(!1);return l`
    <section class="card" aria-labelledby="payload">
      <details onToggle=${r=>n(r.currentTarget.open)}>
        <summary>
          <h2 id="payload">${a("job.payload")}</h2>
          <span class="muted">${so(e)}</span>
        </summary>
        ${o&&l`<${Zp} ...${t} />`}
      </details>
    </section>
  `}var Ll,Il=w(()=>{"use strict";Y();Eo();fe();W();z();j();he();Us();qt();pe();K();O();Ol();Po();Ll=(e,t)=>E(C`/v1/jobs/${e}/payload`,{asText:!0,...t&&{signal:t}})});function Ml({proof:e,entries:t}){let o=Zt(e)?a("job.allProved",{n:t.length,size:e.size}):a("job.noneProved");return l`
    <${H} to="/help/proof" class="proof-line">
      <${Xe} text=${o} wrong=${Zt(e)?null:e.why||o} />
    <//>
  `}async function th(e,t){let o=[],n=null;do{let r={limit:eh,after:n},s=await E(C`/v1/jobs/${e}/customers`,{query:r,signal:t});o.push(...s.customers),n=s.next}while(n);return o}function Hl(e){let{job:t,entries:o,proof:n,outcomes:r}=e,s=ul(o),i=t.customer_count<=Dl&&s<=Dl&&(!s||(e.request_payload_bytes??0)<=Qp),[c,u]=y(!1),f={state:"none",lists:null,why:"",received:null,problem:null},[d,h]=y(f),[m,p]=y(0),b=(i||c)&&Zt(n);return A(()=>{if(!b)return;let g=new AbortController,{signal:$}=g;return(async()=>{h(x=>({...x,state:"checking",problem:null}));let v=null;try{let x=await th(t.job_id,$),T=s?(await E(C`/v1/jobs/${t.job_id}/history`,{signal:$})).entries:[];if($.aborted)return;v={customers:x,history:T};let F=dl(o,x,T);if(!pl(F,r))throw new Error(a("job.countsWrong"));h({...f,state:"proved",lists:F})}catch(x){if($.aborted)return;x instanceof ee?h({...f,problem:x}):h({...f,state:"wrong",why:Jn(x),received:v})}})(),()=>g.abort()},[b,t.last_index,m]),{...d,run:()=>{u(!0),p(m+1)}}}function Pl({lists:e,customers:t}){let{state:o,why:n,problem:r,run:s}=e;return r?l`<${G} problem=${r} retry=${s} />`:o==="proved"?l`<${Xe} text=${a("job.listsProved",{n:t})} />`:o==="wrong"?l`<${Xe} text=${a("job.listsWrong")} wrong=${n} />`:l`
    <button type="button" id="check-lists" disabled=${o==="checking"} onClick=${s}>
      ${a(o==="checking"?"job.checking":"job.checkLists",{n:t})}
    </button>
  `}function Ul({overview:e,lists:t,more:o}){let{proof:n,isOtherKey:r,...s}=e,[i]=n.wrong,c=i&&a("job.entryWrong",{index:i[0],why:i[1]}),u=t.state==="wrong"?t.why:"",f=c||n.why||u||o?.why||"";return A(()=>{if(!f||r)return;let d=()=>({finding:f,server:location.origin+$e,found_at:new Date().toISOString(),overview:s,lists:t.received,more:o}),h=l`
      <${En}
        title=${a("job.alarm")}
        text=${a("job.alarmHint")}
        why=${f}
        name="${s.job.job_id}.alarm.json"
        evidence=${d}
      />
    `;return It("job-proof",{kind:"alarm",content:h}),()=>It("job-proof",null)},[f]),null}var Dl,Qp,eh,Fl=w(()=>{"use strict";Y();W();an();j();qt();pe();K();O();Po();Dl=1e3,Qp=2e5,eh=1e4});function Bl({job:e}){let[t,o]=y(Date.now()),n=e.status==="IN_PROGRESS";A(()=>{if(!n)return;let i=setInterval(()=>o(Date.now()),1e3);return()=>clearInterval(i)},[n]);let r=Xc(e,t);if(r===null)return null;let s=n?Math.floor(r/1e3)*1e3:r;return l`<span id="took">
    ${a(n?"job.running":"job.took",{time:Be(s)})}
  </span>`}function nh({entry:e,wrong:t}){let{index:o,kind:n,status:r,cause:s}=e,i=a(t===null?"job.proved":"job.notProved",{index:o});return l`
    <div class="row">
      ${n==="note_added"?l`<span class="tag"><${N} name="note" /> ${P("kind",n)}</span>`:l`
              <${be} status=${r??"IN_PROGRESS"} cause=${s} />
              ${n!=="status_changed"&&P("kind",n)}
            `}
      <${re} at=${e.recorded_at??e.created_at} />
      <${Xe} text=${i} wrong=${t} />
    </div>
  `}function rh({entry:e,before:t,wrong:o}){let n=t?Yc(t,e):null,r=e.actor??e.submitted_by??e.user_id;return l`
    <li class="entry" data-entry=${e.index}>
      <${nh} entry=${e} wrong=${o} />
      <p class="muted">
        ${a("job.by",{user:r})} ${n!==null&&a("job.later",{time:Be(n)})}
        ${e.http_status!==void 0&&a("job.http",{code:String(e.http_status)})}
        ${e.outcomes&&a("job.named",{n:e.outcomes.count})}
      </p>
      ${e.text!==void 0&&l`<p class="entry-text">${e.text}</p>`}
      ${e.error_message!==void 0&&l`<p class="entry-text">${e.error_message}</p>`}
      ${e.response_summary!==void 0&&l`
          <div class="entry-answer">
            <span class="muted">${a("job.answer")}</span>
            <${Gn} text=${e.response_summary} />
          </div>
        `}
      <p class="entry-links">
        <a href=${R(C`/v1/entries/${e.index}/receipt`)} download="${e.index}.receipt">
          ${a("job.receipt")}
        </a>
        <a href=${R(C`/v1/entries/${e.index}/leaf`)} download="${e.index}.leaf">
          ${a("job.leaf")}
        </a>
      </p>
    </li>
  `}function Wl({entries:e,proof:t}){let[o,n]=y(!1),r=o?0:Math.max(0,e.length-oh),s=i=>t.wrong.get(i.index)??(t.size?null:t.why);return l`
    <section class="card" aria-labelledby="timeline">
      <h2 id="timeline">${a("job.timeline")}</h2>
      ${r>0&&l`<button type="button" onClick=${()=>n(!0)}>
          ${a("job.earlier",{n:r})}
        </button>`}
      <ol class="timeline">
        ${e.slice(r).map((i,c)=>l`
              <${rh}
                key=${i.index}
                entry=${i}
                before=${e[r+c-1]}
                wrong=${s(i)}
              />
            `)}
      </ol>
    </section>
  `}var oh,ql=w(()=>{"use strict";fe();W();Ze();j();he();Us();qt();K();O();Ho();oh=50});var Vl={};Ue(Vl,{default:()=>zl});async function ih(e,t){for(let o=sh;;o-=1){let n=St(),r=await E(C`/v1/jobs/${e}/overview`,{signal:t}),{checkpoint:s,verifier_key:i}=r,c=n?.key??i,u=await ll(r,c);if(!(u.isStale&&o>1))return u.isStale&&(u.why||=a("job.stale")),ys(n,{checkpoint:s,keys:{overview:i}}),{...r,proof:u,isOtherKey:c!==i}}}function ah({job:e,counts:t,related:o,onDone:n}){let r=L(q),[s,i]=y(""),[c,u,f]=te(()=>Nl(e)),d=Kc(e,t,r?.role??"auditor"),h=()=>i(""),p={job:e,counts:t,actions:d,related:o,onClose:h,onDone:()=>{h(),n()}},b=(k,g,$="")=>l`
    <button type="button" id="do-${k}" class=${$} onClick=${()=>i(k)}>
      ${a(g)}
    </button>
  `;return l`
    <div class="row" role="group" aria-label=${a("job.actions")}>
      ${d.settle&&b("settle","job.settle","primary")}
      ${(d.retryFailed||d.retryAll)&&b("retry","job.retry")}
      ${d.note&&b("note","job.note")} ${b("compare","job.compare")}
      ${d.curl&&l`
          <button type="button" id="do-curl" disabled=${u} onClick=${c}>
            <${N} name="copy" />${a("job.curl")}
          </button>
        `}
      <a class="button" href=${R(C`/v1/jobs/${e.job_id}/evidence`)} download>
        <${N} name="download" />${a("job.evidence")}
      </a>
    </div>
    <${G} problem=${f} />
    ${s==="settle"&&l`<${nl} ...${p} />`}
    ${s==="retry"&&l`<${ol} ...${p} />`}
    ${s==="note"&&l`<${rl} ...${p} />`}
    ${s==="compare"&&l`<${sl} ...${p} />`}
  `}function lh({related:e}){let{retry_of:t,retries:o,batch:n,overlaps:r}=e,s=c=>{let{customers:u}=r.find(f=>f.job===c);return l`<span class="muted">${a("job.inCommon",{n:u})}</span>`},i=[{text:a("job.retryOf"),jobs:t?[t]:[]},{text:a("job.retries"),jobs:o},{text:a("job.batch"),jobs:n},{text:a("job.overlaps"),jobs:r.map(c=>c.job),more:s}].filter(({jobs:c})=>c.length);return i.length?l`
    <section class="card" aria-labelledby="related">
      <h2 id="related">${a("job.related")}</h2>
      ${i.map(({text:c,jobs:u,more:f})=>l`
          <h3 key=${c}>${c}</h3>
          <${Ds} key=${`${c}=`} jobs=${u} more=${f} />
        `)}
    </section>
  `:null}function uh({overview:e,reload:t}){let{job:o,entries:n,outcomes:r,related:s,proof:i}=e,c=Hl(e),[u,f]=y(null),[d]=n,h=I(o.status);A(()=>{h.current!==o.status&&ln(a("job.now",{status:P("status",o.status)})),h.current=o.status},[o.status]);let m=[s.retry_of,...s.retries,...s.batch,...s.overlaps.map(p=>p.job)].filter(Boolean);return l`
    <${Ul} overview=${e} lists=${c} more=${u} />
    <header class="job-head">
      <${V} title=${`${o.action_name}, ${a("job.customers",{n:o.customer_count})}`}>
        ${o.action_name}, ${a("job.customers",{n:o.customer_count})}
      <//>
      <p class="row">
        <${be} status=${o.status} cause=${o.cause} /> <${Bl} job=${o} />
        <span>
          ${o.submitted_by?a("job.submittedFor",{user:o.user_id,by:o.submitted_by}):a("job.submitted",{user:o.user_id})}
        </span>
        <${Ml} proof=${i} entries=${n} />
      </p>
      <${ah} job=${o} counts=${r.counts} related=${m} onDone=${t} />
    </header>
    <div class="job-columns">
      <div><${ch} job=${o} /><${lh} related=${s} /></div>
      <div>
        <${Wl} entries=${n} proof=${i} />
        <${ml}
          job=${o}
          summary=${r}
          lists=${c.lists}
          onWrong=${p=>f({why:a("job.rowWrong"),row:p})}
        >
          <${Pl} lists=${c} customers=${o.customer_count} />
        <//>
        ${e.request_payload_bytes!==null&&l`
            <${Rl}
              job_id=${o.job_id}
              size=${e.request_payload_bytes}
              first=${d}
              isProved=${Zt(i)}
              onWrong=${p=>f({why:a("job.payloadWrong"),payload:p})}
            />
          `}
      </div>
    </div>
  `}function zl({job_id:e}){let t=L(bs),o=U(i=>ih(e,i),[e,t]),{data:n,reload:r}=o,s=n!==void 0;return A(()=>{if(!n)return;let i={job_id:e,after:n.job.last_index};return Pe(i,{onEntries:r,onState:c=>c==="stale"&&r()})},[s]),l`
    ${!s&&l`<${V} hidden>${a("job.title")}<//>`}
    <${ue} of=${o}>
      ${i=>l`
        <${uh} overview=${i} reload=${r} />
      `}
    <//>
    ${o.error?.status===404&&l`<p><${H} to="/">${a("app.toJobs")}<//></p>`}
  `}var sh,ch,Jl=w(()=>{"use strict";Ae();Y();W();Vt();Ze();z();j();he();Ls();je();Rn();pe();K();O();il();$l();Il();Po();Fl();Ho();ql();sh=3;ch=({job:e})=>l`
  <section class="card" aria-labelledby="facts">
    <h2 id="facts">${a("job.facts")}</h2>
    <dl class="facts">
      ${Wn.map(t=>[t,Do(e,t)]).filter(([,t])=>t!==null).map(([t,o])=>l`
            <dt key=${t}>${t}</dt>
            <dd key=${`${t}=`}>${o}</dd>
          `)}
    </dl>
  </section>
`});var Yl={};Ue(Yl,{default:()=>Kl});function hh({address:e,part:t,count:o,name:n}){let[r,s]=y([]),i=I({cids:r,after:null,isDone:o===0}),[c,u,f]=te(async p=>{let b=i.current;for(;!b.isDone&&b.cids.length<p;){let k={part:t,limit:dh,after:b.after},{customers:g,next:$}=await E(e,{query:k});b.cids=[...b.cids,...g],b.after=$,b.isDone=$===null,s(b.cids)}}),[d,h,m]=te(async p=>{await c(o);let b=i.current.cids;if(!i.current.isDone)return;let k=b.join(`
`);p==="csv"?Ke(`${n}.csv`,zn(["cid"],b.map(g=>[g])),"text/csv"):await Wt(k)?Q(a("job.copiedCustomers",{n:b.length})):Ke(`${n}.txt`,k,"text/plain")});return o?l`
    <div class="row">
      <button type="button" disabled=${h||u} onClick=${()=>d("copy")}>
        <${N} name="copy" />${a("job.copyCustomers")}
      </button>
      <button type="button" disabled=${h||u} onClick=${()=>d("csv")}>
        <${N} name="download" />CSV
      </button>
    </div>
    <${G} problem=${f??m} retry=${()=>c(1)} />
    <${Vn}
      label=${a("job.customer")}
      columns=${[a("job.customer")]}
      count=${o}
      onRange=${p=>!f&&p>r.length&&c(p)}
      row=${p=>l`
        <td>
          ${r[p]===void 0?"\u2026":l`<${H} to=${C`/customers/${r[p]}`}>${r[p]}<//>`}
        </td>
      `}
    />
  `:l`<p class="muted">${a("app.none")}</p>`}function Kl({job_id:e,other_id:t}){let[o,n]=We(),r=C`/v1/jobs/${e}/diff/${t}`,s=U(async c=>{let u=m=>E(C`/v1/jobs/${m}/overview`,{signal:c}),[f,d,h]=await Promise.all([u(e),u(t),E(r,{signal:c})]);return{a:f.job,b:d.job,counts:h.counts}},[e,t]),i=Gl.find(c=>c===o.get("part"))??"both";return l`
    <${V}>${a("compare.title")}<//>
    <${ue} of=${s}>
      ${({a:c,b:u,counts:f})=>l`
        <${ph} a=${c} b=${u} />
        <section class="card" aria-labelledby="customers">
          <h2 id="customers">${a("compare.customers")}</h2>
          <div class="row" role="group" aria-label=${a("compare.customers")}>
            ${Gl.map(d=>l`
                <button
                  type="button"
                  key=${d}
                  class="choice-button"
                  aria-pressed=${d===i}
                  onClick=${()=>n(new URLSearchParams({part:d}),{replace:!0})}
                >
                  ${a(`compare.${d}`)} <b>${f[d].toLocaleString("en")}</b>
                </button>
              `)}
          </div>
          <${hh}
            key=${i}
            address=${r}
            part=${i}
            count=${f[i]}
            name="${e}.${i}"
          />
        </section>
      `}
    <//>
  `}var Gl,dh,fh,ph,Xl=w(()=>{"use strict";Y();jn();Ms();Eo();W();z();j();he();Ls();Hs();je();pe();K();O();Gl=["only_a","only_b","both"],dh=1e4,fh=new Set(["job_id","created_at","updated_at"]),ph=({a:e,b:t})=>l`
  <section class="card scroll-x" aria-labelledby="facts">
    <h2 id="facts">${a("job.facts")}</h2>
    <table class="compare-facts">
      <thead>
        <tr>
          <td></td>
          <th scope="col"><${H} to=${C`/jobs/${e.job_id}`}>${a("compare.a")}<//></th>
          <th scope="col"><${H} to=${C`/jobs/${t.job_id}`}>${a("compare.b")}<//></th>
        </tr>
      </thead>
      <tbody>
        ${Wn.filter(o=>e[o]!==null||t[o]!==null).map(o=>{let n=e[o]!==t[o]&&!fh.has(o);return l`
            <tr key=${o} class=${n?"differs":""}>
              <th scope="row">
                ${o} ${n&&l`<span class="tag">${a("compare.differs")}</span>`}
              </th>
              <td>${Do(e,o)}</td>
              <td>${Do(t,o)}</td>
            </tr>
          `})}
      </tbody>
    </table>
  </section>
`});var Ql={};Ue(Ql,{default:()=>Zl});function Zl({cid:e}){return l`<${V}>${a("customer.title",{cid:e})}<//>`}var eu=w(()=>{"use strict";j();K();O()});function Et(e,t){if(!e)return{why:"empty"};if(e.length*3>t){let r=bh.encode(e).length;if(r>t)return{why:"long",n:r}}if($h.test(e))return null;if(/\p{Cc}/u.test(e))return{why:"control"};if(e.search(ou)>=0)return{why:"ends"};let o=mh.exec(e);return o?{why:"unseen",code:`U+${o[0].codePointAt(0).toString(16).toUpperCase().padStart(4,"0")}`}:null}function*ru({values:e,lines:t},{trims:o,bytesMax:n}){let r=[],s=new Uint8Array(e.length),i={good:0,duplicate:0,blank:0,spaces:0,invalid:0},c=new Map;for(let[u,f]of e.entries()){let d=o?nu(f):f,h=yh(d,c,n);h==="good"&&c.set(d,u),r.push(d),s[u]=Uo.indexOf(h),i[h]+=1,u%tu===tu-1&&(yield)}return{values:r,lines:t,kinds:s,counts:i,customers:[...c.keys()],first:c}}function yh(e,t,o){if(t.has(e))return"duplicate";if(!Et(e,o))return"good";let n=nu(e);return n?n!==e&&!Et(n,o)?"spaces":"invalid":"blank"}function su({values:e,kinds:t},o,n){let r=Uo.indexOf(o),s=n.toLowerCase(),i=[];for(let c=0;c<e.length;c+=1)r>=0&&t[c]!==r||(!s||e[c].toLowerCase().includes(s))&&i.push(c);return i}var Uo,mh,ou,$h,tu,bh,nu,Kn=w(()=>{"use strict";Uo=["good","duplicate","blank","spaces","invalid"],mh=new RegExp("[\\xa0\\xad\\u034f\\u061c\\u115f\\u1160\\u1680\\u17b4\\u17b5\\u180b-\\u180f\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u2800\\u3000\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb\\u{13430}-\\u{1343f}\\u{13441}\\u{13442}\\u{16fe4}\\u{1bca0}-\\u{1bca3}\\u{1d159}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e0fff}\\p{Noncharacter_Code_Point}\\p{Surrogate}]","u"),ou=/^\p{White_Space}+|\p{White_Space}+$/gu,$h=/^[!-~]+$/,tu=2e3,bh=new TextEncoder;nu=e=>e.replace(ou,"")});function au({label:e,count:t,height:o,children:n,of:r}){let s=I(null),[i,c]=y(0);A(()=>{s.current&&(s.current.scrollTop=0),c(0)},[r]);let u=Math.max(0,Math.min(Math.floor(i/o),t)-iu),f=Math.ceil((s.current?.clientHeight||400)/o),d=Math.min(t,u+f+2*iu+1);return l`
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
  `}var iu,cu=w(()=>{"use strict";j();iu=6});function gh({values:e,kinds:t,lines:o,first:n},r,s){let i=Uo[t[r]],c=e[r];if(i==="good")return"";if(i==="duplicate")return a("setAction.sameAs",{line:o[n.get(c)]});if(i==="blank")return a("setAction.isBlank");if(i==="spaces")return a("setAction.spaces");let u=Et(c,s);return u&&a(`name.${u.why}`,{n:u.n??0,most:s,code:u.code??""})}function lu({checked:e,isTrimmed:t,onTrim:o,isRemoved:n,onRemoved:r,bytesMax:s}){let[i,c]=y("all"),[u,f]=y(""),{counts:d,values:h,lines:m}=e,p=h.length-d.good,b=n?"good":i!=="all"&&d[i]?i:"all",k=ce(()=>su(e,b,u),[e,b,u]);if(h.length===0)return null;let g=["all",...Uo].filter($=>$==="all"||d[$]);return l`
    ${p>0&&!n&&l`
        <div class="row kinds" role="group" aria-label=${a("setAction.list")}>
          ${g.map($=>l`
              <button
                key=${$}
                type="button"
                class="kind-${$}"
                aria-pressed=${$===b}
                onClick=${()=>c($)}
              >
                ${a(`setAction.kind.${$}`)}
                <b>${M($==="all"?h.length:d[$])}</b>
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
    <${Fs}
      label=${a("setAction.list")}
      search=${u}
      onSearch=${f}
      total=${n?d.good:h.length}
      found=${k}
    >
      ${$=>{let _=gh(e,$,s);return l`
          <span class="line muted" title=${a("setAction.line",{line:m[$]})}>
            ${M(m[$])}
          </span>
          <span class="value ${_&&"is-marked"}" title=${h[$]}>${h[$]}</span>
          <span class="fault" title=${_}>${_}</span>
        `}}
    <//>
  `}var wh,Fs,Bs=w(()=>{"use strict";Kn();fe();j();cu();O();wh=28;Fs=({label:e,search:t,onSearch:o,total:n,found:r,children:s})=>l`
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
  <${au} label=${e} count=${r.length} height=${wh} of=${r}>
    ${i=>s(r[i])}
  <//>
`});function du(e,t,o){let{upstreams:n,actions:r}=e.set_actions,s=t.get("action")??"",i=r.some(u=>u.name===s),c=n.length===1?n[0]:"";return{action:s&&!i?eo:s,other:i?"":s,base:c,path:c&&o(c),token:"",batch:t.get("batch_id")??""}}function fu(e,t){let o=t.endsWith("/")?t:`${t}/`;return e.map(r=>r.cluster_url??"").find(r=>r.startsWith(o))?.slice(o.length).split("?")[0]??""}function pu(e,t){let{limits:o}=t,n=Et(Ct(e),o.action_name_bytes),r=e.batch?Et(e.batch,o.batch_id_bytes):null;return{...n&&{action:n},...!e.base&&{base:!0},...r&&{batch:r}}}function hu(e,t,o){if(!e)return"reading";let{counts:n,customers:r}=e;return!t&&n.spaces+n.invalid>0?"invalid":r.length===0?"none":r.length>o?"many":null}var eo,uu,ut,Ct,to,mu,Yn=w(()=>{"use strict";Kn();eo="other ",uu=2e4,ut=(e,{name:t=null,isLarge:o=!1}={})=>({text:e,name:t,isLarge:o,delimiter:null,column:null,hasHeader:null,trims:!1});Ct=({action:e,other:t})=>e===eo?t:e,to=({base:e,path:t})=>t?`${e.replace(/\/$/,"")}/${t.replace(/^\/+/,"")}`:e;mu=(e,t)=>({url:to(e),...e.token&&{token:e.token},payload:{action:Ct(e),cids:t},contentType:"application/json",...e.batch&&{batch_id:e.batch}})});function _h({look:e,again:t}){let{jobs:o,is_complete:n,on_overlap:r,window_seconds:s}=e;A(()=>{if(o.length===0)return;let u=Math.min(Math.max(s*1e3,$u.min),$u.max),f=setTimeout(t,u);return()=>clearTimeout(f)},[e]);let i=!n&&l`<p>${a("setAction.incomplete")}</p>`;if(o.length===0)return i?l`<div class="notice notice-warning"><${N} name="alarm" />${i}</div>`:l`<p class="muted" id="overlaps">${a("setAction.noOverlap",{n:s})}</p>`;let c=r==="refuse";return l`
    <div class="notice ${c?"notice-error":"notice-warning"}" id="overlaps" role="alert">
      <${N} name="alarm" />
      <div>
        <p class="notice-title">${a("setAction.overlap",{n:o.length})}</p>
        <ul>
          ${o.map(({job_id:u,customers:f})=>l`
              <li key=${u}>
                <a href=${R(C`/jobs/${u}`)} target="_blank">
                  <code>${Rt(u)}</code></a
                >: ${a("setAction.overlapJob",{n:f})}
              </li>
            `)}
        </ul>
        ${i} ${c&&l`<p>${a("setAction.refuses")}</p>`}
        <p><button type="button" onClick=${t}>${a("setAction.lookAgain")}</button></p>
      </div>
    </div>
  `}function bu({form:e,customers:t,leftOut:o,onSend:n,isBusy:r,problem:s,onClose:i}){let[c,u]=y(""),f=Ct(e),d=U(p=>Z("/v1/overlaps",{action_name:f,cids:t},{signal:p}),[]),h=ce(()=>{let p=c.toLowerCase();return[...t.keys()].filter(b=>t[b].toLowerCase().includes(p))},[c]),m=d.data?.on_overlap==="refuse"&&d.data.jobs.length>0;return l`
    <${ne}
      wide
      title=${a("setAction.confirm",{action:f,n:t.length})}
      onClose=${i}
    >
      <div class="confirm">
        <dl class="facts">
          <dt>${a("setAction.action")}</dt>
          <dd><b>${f}</b></dd>
          <dt>${a("setAction.upstream")}</dt>
          <dd>${to(e)}</dd>
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
        <${ue} of=${d}>
          ${p=>l`<${_h} look=${p} again=${d.reload} />`}
        <//>
        <${Fs}
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
        <${G} problem=${s} />
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
  `}var $u,yu=w(()=>{"use strict";Y();fe();W();Ge();z();j();he();pe();O();Bs();Yn();$u={min:5e3,max:6e4}});function wu(e){let t=(...n)=>n.every((r,s)=>e[s]===r);if(t(80,75,3,4)||t(208,207,17,224))return{fault:"workbook"};let o=t(255,254)?"utf-16le":t(254,255)?"utf-16be":"utf-8";try{let n=new TextDecoder(o,{fatal:!0}).decode(e);return n.includes("\0")?{fault:"binary"}:{text:n}}catch{return{fault:"encoding"}}}function gu(e){let t=e.slice(0,65536),o=t.replace(/"(?:[^"]|"")*"/g,"").split(/\r\n?|\n/);t.length<e.length&&o.length>1&&o.pop();let n=o.filter(i=>i.trim()),r=Xn.filter(i=>n.some(c=>c.includes(i)));return r.find(i=>{let c=n.map(u=>u.split(i).length);return n.length>1&&c.every(u=>u===c[0]&&u>1)})??(r.length>1?Xn.join(""):r[0]??"")}function*_u(e,t){let o={rows:[],lines:[],unclosed:null},n=new RegExp(`[\r
${t}]`,"g"),r=e[0]==="\uFEFF"?1:0,s=1;for(;r<e.length;){let i=[];for(o.lines.push(s);;){let c;if(e[r]==='"'&&o.unclosed===null){if(c=xh(e,r),c<0){o.unclosed=s;continue}let u=e.slice(r+1,c-1);s+=u.match(/\r\n?|\n/g)?.length??0,i.push(u.replaceAll('""','"')),r=c,n.lastIndex=r,c=n.exec(e)?.index??e.length,i[i.length-1]+=e.slice(r,c)}else n.lastIndex=r,c=n.exec(e)?.index??e.length,i.push(e.slice(r,c));if(r=c+1,c>=e.length||e[c]===`
`)break;if(e[c]==="\r"){e[r]===`
`&&(r+=1);break}}s+=1,o.rows.push(i),o.rows.length%1e3===0&&(yield)}return o}function xh(e,t){let o=t+1;for(;;){if(o=e.indexOf('"',o)+1,o===0)return-1;if(e[o]!=='"')return o;o+=1}}function xu(e,t){let o=e.slice(0,200).filter($=>!vu($)),n=o[0]??[],r=n.map(kh),s=vh.map($=>r.indexOf($)).find($=>$>=0),i=Math.max(1,...o.map(Sh)),c=o.every($=>$.length===n.length),u=i>1&&o.length>1&&(c||s!==void 0),f=$=>/\d/.test($),d=u&&!n.some(f)&&o.slice(1).every($=>$.some(f)),h=t.hasHeader??(o.length>1&&(s!==void 0||d)),m=t.column??(u?s??null:i>1?"all":0),p=o.slice(h?1:0),b=u?Math.min(i,50):1,k=Array.from({length:b},($,_)=>h?n[_]??"":""),g=k.map(($,_)=>p.slice(0,2).map(v=>v[_]??""));return{columns:k,samples:g,hasHeader:h,column:m}}function Sh(e){let t=e.length;for(;t>0&&!e[t-1].trim();)t-=1;return t}function ku({rows:e,lines:t},{hasHeader:o,column:n}){let r=[],s=[],i=o;for(let[c,u]of e.entries()){if(i&&vu(u))continue;if(i){i=!1;continue}if(n===null)break;let f=u.length-(u.length>1&&!u[u.length-1]?1:0);for(let d of n==="all"?u.slice(0,f):[u[n]??""])r.push(d),s.push(t[c])}return{values:r,lines:s}}async function Ws(e,t){let o=performance.now();for(;;){let{done:n,value:r}=e.next();if(n)return r;performance.now()-o<8||(await new Promise(s=>setTimeout(s)),t?.throwIfAborted(),o=performance.now())}}var Xn,vh,vu,kh,qs=w(()=>{"use strict";Xn=["	",";",","],vh=["cust_id","cid","customer_id","customer","cids","customers"];vu=e=>e.every(t=>!t.trim()),kh=e=>e.trim().toLowerCase().replace(/\W+/g,"_")});async function jh(e){if(e.size>64e6)return{fault:a("csv.large",{size:so(64e6)})};let t=wu(new Uint8Array(await e.arrayBuffer()));return"fault"in t?{fault:a(`csv.${t.fault}`)}:t}function Th({read:{delimiter:e,layout:t,rows:o},onChoice:n}){let{columns:r,samples:s,hasHeader:i,column:c}=t,u=r.length>1;if(!e&&!u&&!i)return null;let f=d=>{let h=r[d].trim()||a("setAction.columnNo",{n:d+1}),m=s[d].map(p=>p.slice(0,24)).join(", ");return m?a("setAction.columnOf",{name:h,samples:m}):h};return l`
    <div class="reading">
      <${D}
        as="select"
        label=${a("setAction.separated")}
        value=${e}
        onValue=${d=>n({delimiter:d,column:null})}
      >
        ${Ah.map(([d,h])=>l`<option key=${d} value=${d} selected=${d===e}>
              ${a(h)}
            </option>`)}
      <//>
      ${u&&l`
          <${D}
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
  `}function Au({source:e,onSource:t,read:o,isRemoved:n,onRemoved:r,bytesMax:s}){let[i,c]=y(""),[u,f]=y(!1),[d,h]=y(e.text),m=$=>{c(""),t($)},p=async $=>{if(!$)return;let _=await jh($);"fault"in _?c(`${$.name}: ${_.fault}`):m(ut(_.text,{name:$.name,isLarge:!0}))},b=$=>{let{files:_}=$.clipboardData,v=$.clipboardData.getData("text"),x=$.currentTarget;if(!(!v&&_.length===0)&&!(v&&x.value.length+v.length<=uu))if($.preventDefault(),!v)p(_[0]);else{let T=x.value.slice(0,x.selectionStart),F=x.value.slice(x.selectionEnd);m(ut(T+v+F,{isLarge:!0}))}},k=$=>{$.preventDefault(),f(!1);let{files:_}=$.dataTransfer,v=$.dataTransfer.getData("text");_.length?p(_[0]):v&&m(ut(v,{isLarge:!0}))},g=$=>_=>{_.preventDefault(),f($)};return l`
    <section
      class="card customers ${u?"is-over":""}"
      onDragOver=${g(!0)}
      onDragLeave=${g(!1)}
      onDrop=${k}
    >
      <h2>${a("setAction.customers")}</h2>
      ${e.isLarge?l`<${Eh} source=${e} onClear=${()=>m(ut(d))} />`:l`
              <${D}
                as="textarea"
                id="customers"
                label=${a("setAction.paste")}
                rows="6"
                spellcheck=${!1}
                autocapitalize="none"
                value=${e.text}
                onPaste=${b}
                onValue=${$=>{h($),m(ut($))}}
              />
            `}
      <p class="row">
        <label class="button file">
          ${a("setAction.file")}
          <input
            type="file"
            class="off-screen"
            onChange=${$=>{p($.currentTarget.files[0]),$.currentTarget.value=""}}
          />
        </label>
        <span class="hint">${a("setAction.drop")}</span>
      </p>
      ${i&&l`<p class="notice notice-error" role="alert">${i}</p>`}
      ${o&&l`
          <${Th}
            read=${o}
            onChoice=${$=>{r(!1),t({...e,...$})}}
          />
          <${lu}
            checked=${o.checked}
            isTrimmed=${e.trims}
            onTrim=${$=>t({...e,trims:$})}
            isRemoved=${n}
            onRemoved=${r}
            bytesMax=${s}
          />
        `}
    </section>
  `}var Ah,Eh,ju=w(()=>{"use strict";qs();fe();Oe();j();he();O();Bs();Yn();Ah=[["","setAction.lines"],[",","setAction.comma"],[";","setAction.semicolon"],["	","setAction.tab"],[Xn.join(""),"setAction.any"]];Eh=({source:e,onClear:t})=>l`
  <div class="large row spread">
    <span class="row"><${N} name="note" /> <b>${e.name??a("setAction.pasted")}</b></span>
    <span class="muted">${so(new Blob([e.text]).size)}</span>
    <button type="button" onClick=${t}>${a("setAction.clear")}</button>
  </div>
`});function Oh(){try{return JSON.parse(globalThis.sessionStorage?.getItem(Tu)??"[]")}catch{return[]}}function Eu(e,t){let o=Lh(t);return e.find(n=>n.request_key===o)?.job_id}async function Cu({get:e,post:t},o,n){let{head:r}=await e("/v1/stats",{query:{limit:1}}),s={...o,size:r.size};Zn(s);let i;try{({job_id:i}=await t("/v1/set-actions",n,{key:s.key}))}catch(c){if(i=c.body?.job_id,!i)throw c.status>=400&&c.status<500&&c.status!==424&&Qn(s.key),c}return Zn({...s,job_id:i}),i}var Tu,Ch,Fo,Zn,Qn,Lh,zs=w(()=>{"use strict";W();Fe();Re();Ht();Tu=`jobs:${$e}:sendings`,Ch=8;Fo=se(Oh());Fo.watch(e=>{try{globalThis.sessionStorage?.setItem(Tu,JSON.stringify(e))}catch{}});Zn=e=>Fo.update(t=>{let o=t.filter(({key:n})=>n!==e.key);return[e,...o].slice(0,Ch)}),Qn=e=>Fo.update(t=>t.filter(o=>o.key!==e)),Lh=({user:e,key:t})=>Te(Ve(le(`${e}\0${t}`)))});function Rh({sending:e}){let[t,o]=y(!1);return A(()=>{let{size:n,user:r}=e,s=n>0?{after:n-1}:{from:0},i=Pe({kind:"job_created",user_id:r,...s},{onEntries:u=>{let f=Eu(u,e);f&&Zn({...e,job_id:f})}}),c=setTimeout(o,Nh,!0);return()=>{clearTimeout(c),i()}},[e]),l`<span role="status">
    ${t?a("setAction.notFound"):a("setAction.seeking")}
  </span>`}function Ih({sending:e,job_id:t}){let{data:o,reload:n}=U(s=>E(C`/v1/jobs/${t}`,{signal:s}),[t]),r=o&&o.status!=="IN_PROGRESS";return A(()=>{if(!r)return Pe({job_id:t,kind:"status_changed"},{onEntries:n,onState:n})},[t,r]),A(()=>()=>{r&&Qn(e.key)},[r]),l`
    ${o&&l`<${be} status=${o.status} cause=${o.cause} />`}
    <a href=${R(C`/jobs/${t}`)}>${a("setAction.open")}</a>
  `}function Ou({user:e}){let t=L(Fo).filter(o=>o.user===e);return t.length===0?null:l`
    <section class="card" id="sent">
      <h2>${a("setAction.sentTitle")}</h2>
      <ul class="sent">
        ${t.map(o=>l`
            <li key=${o.key} class="row">
              <b>${a("setAction.sentWhat",{action:o.action,n:o.count})}</b>
              ${o.job_id?l`<${Ih} sending=${o} job_id=${o.job_id} />`:l`<${Rh} sending=${o} />`}
              <button
                type="button"
                class="icon-button"
                aria-label=${a("app.remove",{what:o.action})}
                onClick=${()=>Qn(o.key)}
              >
                ✕
              </button>
            </li>
          `)}
      </ul>
    </section>
  `}var Nh,Lu=w(()=>{"use strict";Y();W();Vt();Ze();z();j();O();zs();Nh=1e4});function Nu(e,t){let[o,n]=y(null),r=I(o);return A(()=>{let s=new AbortController,{signal:i}=s,c=async()=>{let d=r.current,h=e.delimiter??gu(e.text),p=d?.source.text===e.text&&d.delimiter===h?d.rows:await Ws(_u(e.text,h),i),b=xu(p.rows,e),k=ku(p,b),g=ru(k,{trims:e.trims,bytesMax:t}),$=await Ws(g,i);r.current={source:e,delimiter:h,rows:p,layout:b,checked:$},n(r.current)},u=e.isLarge||!r.current?0:Dh,f=setTimeout(()=>c().catch(d=>i.aborted||reportError(d)),u);return()=>{clearTimeout(f),s.abort()}},[e]),{read:o,isCurrent:o?.source===e}}var Dh,Ru=w(()=>{"use strict";qs();Kn();j();Dh=120});var Du={};Ue(Du,{default:()=>Iu});function Mh({meta:e,form:t,onForm:o,pathOf:n,faults:r}){let{upstreams:s,actions:i,others:c}=e.set_actions,u=(d,h)=>{let m=r[d];return!m||m.why==="empty"?null:a(`name.${m.why}`,{n:m.n??0,most:h,code:m.code??""})},f=d=>h=>o({[d]:h});return l`
    <section class="card">
      <h2>${a("setAction.what")}</h2>
      <${D} as="select" id="action" label=${a("setAction.action")} onValue=${f("action")}>
        <option value="" disabled selected=${!t.action}>${a("setAction.choose")}</option>
        ${i.map(({name:d})=>l`<option key=${d} selected=${d===t.action}>${d}</option>`)}
        ${c&&l`<option value=${eo} selected=${t.action===eo}>
            ${a("setAction.other")}
          </option>`}
      <//>
      ${t.action===eo&&l`
          <${D}
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
      <${D}
        as="select"
        id="upstream"
        label=${a("setAction.upstream")}
        onValue=${d=>o({base:d,path:n(d)})}
      >
        ${s.length>1&&l`<option value="" disabled selected=${!t.base}>${a("setAction.choose")}</option>`}
        ${s.map(d=>l`<option key=${d} selected=${d===t.base}>${d}</option>`)}
      <//>
      <${D}
        id="path"
        label=${a("setAction.path")}
        hint=${t.base&&a("setAction.sendsTo",{url:to(t)})}
        value=${t.path}
        spellcheck=${!1}
        autocapitalize="none"
        autocomplete="off"
        onValue=${f("path")}
      />
      <${D}
        id="token"
        label=${a("setAction.token")}
        hint=${a("setAction.tokenHint")}
        type="password"
        autocomplete="off"
        value=${t.token}
        onValue=${f("token")}
      />
      <${D}
        id="batch"
        label=${a("setAction.batch")}
        hint=${a("setAction.batchHint")}
        error=${u("batch",e.limits.batch_id_bytes)}
        value=${t.batch}
        autocomplete="off"
        onValue=${f("batch")}
      />
    </section>
  `}function Hh({meta:e,jobs:t,user:o}){let[n]=We(),r=J=>kt(Vs)?.[J]??fu(t,J),[s,i]=y(()=>du(e,n,r)),[c,u]=y(()=>ut(n.getAll("cid").join(`
`))),[f,d]=y(!1),[h,m]=y(!1),{cid_bytes:p,customers_of_a_job:b}=e.limits,{read:k,isCurrent:g}=Nu(c,p),$=g&&k?k.checked:null,_=k?.checked.customers??[],v=pu(s,e),x=k?.layout.column===null,T=hu($,f,b),ye=Object.keys(v).length>0?a("setAction.missing"):x?a("setAction.why.column"):T&&a(`setAction.why.${T}`,{most:b}),de=ce(Nt,[to(s),Ct(s),s.batch,_]),[Se,ve,Ee,we]=te(async()=>{Bt(Vs,{...kt(Vs),[s.base]:s.path});let J={key:de,user:o,action:Ct(s),count:_.length},Lt=await Cu({get:E,post:Z},J,mu(s,_));i(Vo=>({...Vo,token:""})),Q(a("setAction.sent",{id:Rt(Lt)})),ge(R(C`/jobs/${Lt}`))});return l`
    <form
      class="set-action"
      autocomplete="off"
      onSubmit=${J=>{J.preventDefault(),ye||m(!0)}}
    >
      <${Mh}
        meta=${e}
        form=${s}
        onForm=${J=>i(Lt=>({...Lt,...J}))}
        pathOf=${r}
        faults=${v}
      />
      <${Au}
        source=${c}
        onSource=${J=>{J.text!==c.text&&d(!1),u(J)}}
        read=${k}
        isRemoved=${f}
        onRemoved=${d}
        bytesMax=${p}
      />
      <div class="set-action-end row">
        <b role="status">${a("setAction.count",{n:_.length})}</b>
        <span class="muted" id="blocker">${ye}</span>
        <button type="submit" class="primary" disabled=${!!ye}>
          ${a("setAction.review")}
        </button>
      </div>
    </form>
    ${h&&$&&l`
        <${bu}
          form=${s}
          customers=${_}
          leftOut=${$.values.length-_.length}
          onSend=${Se}
          isBusy=${ve}
          problem=${Ee}
          onClose=${()=>{we(),m(!1)}}
        />
      `}
  `}function Iu(){let e=L(q),t=U(async n=>{let r=await E("/v1/meta",{signal:n}),{upstreams:s}=r.set_actions;return e?.role==="auditor"||s.length===0?{meta:r,jobs:[]}:{meta:r,jobs:(await E("/v1/jobs",{query:{source:"gateway",status:"SUCCESS",limit:20},signal:n})).jobs}},[e?.role]),o=l`<${V}>${a("setAction.title")}<//>`;return e?e.role==="auditor"?l`${o}
      <${_e} title=${a("setAction.auditor")}><p>${a("setAction.auditorHint")}</p><//>`:l`
    ${o}
    <${Ou} user=${e.user_id} />
    <${ue} of=${t}>
      ${({meta:n,jobs:r})=>n.set_actions.upstreams.length?l`<${Hh} meta=${n} jobs=${r} user=${e.user_id} />`:l`<${_e} title=${a("setAction.noUpstream")}>
              <p>${a("setAction.noUpstreamHint")}</p>
            <//>`}
    <//>
  `:o}var Vs,Mu=w(()=>{"use strict";Ae();Y();fe();W();De();To();Oe();z();j();je();pe();K();O();yu();ju();zs();Lu();Yn();Ru();Vs="paths"});function Uh(){let e=I(null),[t,o]=y(0);return A(()=>{if(!e.current)return;let n=new ResizeObserver(([{contentRect:r}])=>o(r.width));return n.observe(e.current),()=>n.disconnect()},[]),[e,t]}function Fu({label:e,height:t,text:o,onLeave:n,children:r}){let[s,i]=Uh();return l`
    <div class="chart" ref=${s}>
      <svg role="img" aria-label=${e} width=${i} height=${t} onPointerLeave=${n}>
        ${i>0&&r(i)}
      </svg>
      <p class="chart-text" aria-hidden="true">${o}</p>
    </div>
  `}function er({label:e,bars:t,axis:o,show:n,height:r=200,nameWidth:s=56}){let[i,c]=y(null),u=t.find(p=>p.key===i)?.text??"",f=r-22,d=12+7*Math.max(...o.map(p=>n(p).length)),h=p=>p/o[o.length-1]*(f-10);return l`
    <${Fu} label=${e} height=${r} text=${u} onLeave=${()=>c(null)}>${p=>{let b=(p-d-12)/t.length,k=Math.ceil(s/b),g=Math.min(48,Math.max(1.5,b-(b>8?4:1)));return l`
      ${o.map($=>l`
          <g key=${`line ${$}`} class="axis">
            <line
              x1=${d}
              x2=${p}
              y1=${f-h($)}
              y2=${f-h($)}
            />
            <text x=${d-6} y=${f-h($)} dy="0.35em" text-anchor="end">
              ${n($)}
            </text>
          </g>
        `)}
      ${t.map(($,_)=>{let v=d+_*b,x=f;return l`
          <g key=${$.key} class="column" onPointerEnter=${()=>c($.key)}>
            <rect
              class="column-ground ${$.onPick?"bar-link":""}"
              x=${v}
              y="0"
              width=${b}
              height=${f}
              onClick=${$.onPick}
            />
            ${$.parts.map(T=>{let F=Bu(h(T.value),T.value);return x-=F,F>0&&l`
                  <${Js}
                    key=${T.kind}
                    part=${T}
                    x=${v+(b-g)/2}
                    y=${x}
                    width=${g}
                    height=${F}
                  />
                `})}
            ${(t.length-1-_)%k===0&&(_+.5)*b>=s/2-d&&l`
                <text
                  x=${Math.min(v+b/2,p-s/2+4)}
                  y=${r-6}
                  text-anchor="middle"
                >
                  ${$.name}
                </text>
              `}
          </g>
        `})}
    `}}<//>
  `}function Wu({label:e,bars:t,most:o}){let[n,r]=y(null),s=t.find(u=>u.key===n)?.text??"",i=28,c=u=>{let f=Math.min(160,u*.3),d=12+8*Math.max(...t.map(p=>p.total.length)),h=u-f-d,m=Math.floor(f/7.5);return t.map((p,b)=>{let k=b*i,g=f,$=p.parts.map(_=>{let v=Bu(_.value/(o||1)*h,_.value);return g+=v,v>0&&l`
            <${Js}
              key=${_.kind}
              part=${_}
              x=${g-v}
              y=${k+5}
              width=${v}
              height=${i-10}
            />
          `});return l`
        <g key=${p.key} class="column" onPointerEnter=${()=>r(p.key)}>
          <rect
            class="column-ground ${p.onPick?"bar-link":""}"
            y=${k}
            width=${u}
            height=${i}
            onClick=${p.onPick}
          />
          <text class="bar-name" y=${k+i/2} dy="0.35em">
            ${p.name.length>m?`${p.name.slice(0,m-1)}\u2026`:p.name}
          </text>
          ${$}
          <text x=${Math.min(g,u-d)+8} y=${k+i/2} dy="0.35em"
            >${p.total}</text
          >
        </g>
      `})};return l`
    <${Fu}
      label=${e}
      height=${Math.max(1,t.length)*i}
      text=${s}
      onLeave=${()=>r(null)}
      >${c}<//
    >
  `}var Hu,Pu,Ph,Js,Uu,Bu,tr=w(()=>{"use strict";j();Hu={FAILED:"M-2 2 2-2M0 8 8 0M6 10l4-4",UNCONFIRMED:"M1 2h2M5 6h2",IN_PROGRESS:"M0 2h8M0 6h8"},Pu=()=>l`
  <svg class="patterns" aria-hidden="true" width="0" height="0">
    <defs>
      ${Object.entries(Hu).map(([e,t])=>l`
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
`,Ph=e=>e in Hu?`url(#pattern-${e})`:"currentColor",Js=({part:e,...t})=>l`
  <rect
    ...${t}
    class="bar bar-${e.kind} ${e.onPick?"bar-link":""}"
    fill=${Ph(e.kind)}
    onClick=${e.onPick}
  />
`,Uu=({kind:e})=>l`
  <svg class="swatch" viewBox="0 0 16 16" aria-hidden="true">
    <${Js} part=${{kind:e,value:1}} x=${1} y=${1} width=${14} height=${14} />
  </svg>
`;Bu=(e,t)=>t?Math.max(2,e):0});function Fh({caption:e,head:t,rows:o}){let[n,r]=y(!1),s=i=>typeof i=="string"?i:l`<${H} to="/" query=${i.query}>${i.text}<//>`;return l`
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
  `}var qu,Bo,Gs=w(()=>{"use strict";O();tr();j();K();qu=({statuses:e})=>l`
  <ul class="legend">
    ${e.map(t=>l`<li key=${t}><${Uu} kind=${t} />${P("status",t)}</li>`)}
  </ul>
`,Bo=({id:e,title:t,hint:o,table:n,children:r})=>l`
  <section class="card figure" id=${e} aria-labelledby="${e}-title">
    <h2 id="${e}-title">${t}</h2>
    <p class="hint">${o}</p>
    ${r}
    <${Fh} ...${n} />
  </section>
`});function or(e,t=4,o=0){let n=Math.max((e||1)/t,o,Number.MIN_VALUE),r=10**Math.floor(Math.log10(n)),s=[1,2,5,10].map(c=>c*r).find(c=>c>=n*.999)??n,i=Math.max(1,Math.ceil(e/s-1e-9));return Array.from({length:i+1},(c,u)=>Number((u*s).toPrecision(6)))}var zu=w(()=>{"use strict"});function Ys(e){let t=Gu();for(let o of e)for(let n of tt)t[n]+=o[n];return t}function nr(e){let t=ke(e)-e.IN_PROGRESS;return t?e.FAILED/t:null}function Ku(e){let t=Number(e.get("days"));return Ks.find(o=>o===t)??30}function Xu(e,t,o){let n=new Map(e.map(({value:r,jobs:s})=>[r,s]));return Array.from({length:t},(r,s)=>{let i=Yu(o-(t-1-s)*Ju);return{day:i,jobs:n.get(i)??Gu()}})}function Zu({rows:e,other:t},o){let n=e.length===o+1&&!ke(t)?e:e.slice(0,o);return{rows:n,other:Ys([t,...e.slice(n.length).map(r=>r.jobs)])}}function Qu(e){let t={all:[],answered:[],reported:[],imported:[]};for(let{status:o,cause:n,created_at:r,updated_at:s}of e){let c=(o==="SUCCESS"||o==="FAILED")&&Xs.includes(n)&&s?io(r,s):-1;c>=0&&(t[n].push(c),t.all.push(c))}for(let o of Object.values(t))o.sort((n,r)=>n-r);return t}function ed(e){let t=Vu.map((n,r)=>{let s=r?Vu[r-1]:0;return{from:s,to:n,count:e.filter(i=>i>=s&&i<n).length}}),o=t.map(n=>n.count>0);return o.includes(!0)?t.slice(o.indexOf(!0),o.lastIndexOf(!0)+1):[]}var tt,Ks,Ju,Gu,ke,Yu,Ot,Wo,Xs,Vu,Zs=w(()=>{"use strict";fe();tt=["SUCCESS","FAILED","UNCONFIRMED","IN_PROGRESS"],Ks=[14,30,90],Ju=864e5,Gu=()=>({SUCCESS:0,FAILED:0,UNCONFIRMED:0,IN_PROGRESS:0});ke=e=>tt.reduce((t,o)=>t+e[o],0);Yu=e=>new Date(e).toISOString().slice(0,10);Ot=(e,t=e)=>({since:`${e}T00:00:00Z`,until:`${Yu(Date.parse(t)+Ju)}T00:00:00Z`});Wo=(e,t)=>e[Math.min(e.length-1,Math.max(0,Math.ceil(t*e.length)-1))],Xs=["answered","reported","imported"];Vu=[30,100,300,1e3,3e3,1e4,3e4,6e4,18e4,6e5,18e5,36e5,864e5,1/0]});function ei(e){let t=tt.filter(o=>e[o]).map(o=>`${M(e[o])} ${P("status",o).toLowerCase()}`);return`${a("overview.jobs",{n:ke(e)})}${t.length?`: ${t.join(", ")}`:""}`}function rd({days:e}){let t=e.map(({day:n,jobs:r})=>{let s=Ot(n),i=`${oo(n)}: ${ei(r)}`,c=td(r,s);return{key:n,name:oo(n),parts:c,text:i,onPick:sr(s)}}),o=Math.max(...e.map(({jobs:n})=>ke(n)));return l`
    <${Bo}
      id="by-day"
      title=${a("overview.byDay")}
      hint=${a("overview.byDayHint")}
      table=${{caption:a("overview.byDayTable",rr(e)),head:[a("overview.day"),...nd()],rows:e.map(({day:n,jobs:r})=>[n,...od(r,Ot(n))]).reverse()}}
    >
      <${er}
        label=${a("overview.byDayLabel",{...rr(e),most:M(o)})}
        bars=${t}
        axis=${or(o,4,1)}
        show=${M}
      />
    <//>
  `}function sd({days:e}){let t=e.map(({jobs:r})=>nr(r)),o=Math.max(0,...t.map(r=>r??0)),n=e.map(({day:r,jobs:s},i)=>{let c=t[i],u=sr({...Ot(r),status:"FAILED"}),f=c===null?a("overview.noneEnded"):ft(c);return{key:r,name:oo(r),text:`${oo(r)}: ${f} (${ei(s)})`,parts:[{kind:"FAILED",value:c??0,onPick:u}],onPick:u}});return l`
    <${Bo}
      id="failure-rate"
      title=${a("overview.rate")}
      hint=${a("overview.rateHint")}
      table=${{caption:a("overview.rateTable",rr(e)),head:[a("overview.day"),a("overview.rate"),P("status","FAILED"),a("overview.ended")],rows:e.map(({day:r,jobs:s},i)=>[r,t[i]===null?"\u2013":ft(t[i]),Qs(s.FAILED,{...Ot(r),status:"FAILED"}),M(ke(s)-s.IN_PROGRESS)]).reverse()}}
    >
      <${er}
        label=${a("overview.rateLabel",{...rr(e),most:ft(o)})}
        bars=${n}
        axis=${or(o||1)}
        show=${ft}
      />
    <//>
  `}function ti({id:e,name:t,table:o}){let{rows:n,other:r}=Zu(o,Bh),s=n.map(({value:u,jobs:f})=>({name:u,jobs:f,query:{[t]:u}}));ke(r)&&s.push({name:a("overview.others"),jobs:r,query:null});let i=t==="action_name",c=s.map(({name:u,jobs:f,query:d})=>({key:`${d?"":"other "}${u}`,name:u,parts:td(f,d),text:`${u}: ${ei(f)}`,total:M(ke(f)),...d&&{onPick:sr(d)}}));return l`
    <${Bo}
      id=${e}
      title=${a(i?"overview.byAction":"overview.byUser")}
      hint=${a("overview.byValueHint")}
      table=${{caption:a(i?"overview.byActionTable":"overview.byUserTable"),head:[a(i?"overview.action":"overview.user"),...nd()],rows:s.map(({name:u,jobs:f,query:d})=>[u,...od(f,d)])}}
    >
      <${Wu}
        label=${a(i?"overview.byActionLabel":"overview.byUserLabel",{names:s.map(({name:u,jobs:f})=>`${u} ${M(ke(f))}`).join(", ")})}
        bars=${c}
        most=${Math.max(...s.map(({jobs:u})=>ke(u)))}
      />
    <//>
  `}function id({jobs:e}){let t=Qu(e),o=t.all.length;if(!o)return null;let n=ed(t.all),r=({from:f,to:d})=>d===1/0?a("overview.atLeast",{from:Be(f)}):a("overview.below",{to:Be(d)}),s=n.map(f=>({key:String(f.to),name:r(f),text:`${r(f)}: ${a("overview.jobs",{n:f.count})}`,parts:[{kind:"plain",value:f.count}]})),i=Be(Wo(t.all,.5)),c=Be(Wo(t.all,.95)),u=Xs.filter(f=>t[f].length);return l`
    <${Bo}
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
                  <td>${Be(Wo(t[f],.5))}</td>
                  <td>${Be(Wo(t[f],.95))}</td>
                </tr>
              `)}
          </tbody>
        </table>
      </div>
      <${er}
        label=${a("overview.durationsLabel",{n:o,median:i,high:c})}
        bars=${s}
        axis=${or(Math.max(...n.map(f=>f.count)),3,1)}
        show=${M}
        height=${150}
        nameWidth=${68}
      />
    <//>
  `}var Bh,Wh,oo,sr,td,Qs,od,nd,rr,ad=w(()=>{"use strict";fe();W();De();zu();tr();Gs();j();O();Zs();Bh=10,Wh=new Intl.DateTimeFormat("en-GB",{day:"numeric",month:"short",timeZone:"UTC"}),oo=e=>Wh.format(new Date(e)),sr=e=>()=>ge(R("/",e));td=(e,t)=>tt.map(o=>({kind:o,value:e[o],...t&&{onPick:sr({...t,status:o})}})),Qs=(e,t)=>e&&t?{text:M(e),query:t}:M(e),od=(e,t)=>[Qs(ke(e),t),...tt.map(o=>Qs(e[o],t&&{...t,status:o}))],nd=()=>[a("overview.total"),...tt.map(e=>P("status",e))],rr=e=>({n:e.length,from:oo(e[0].day),to:oo(e[e.length-1].day)})});function cd(e,t){let o=I(t);A(()=>{o.current!==t&&e(),o.current=t},[t])}function zh({head:e}){let t=U(o=>E("/readyz",{signal:o,asks:!1}),[]);return cd(t.reload,e.size),A(()=>{let o=setInterval(()=>document.hidden||t.reload(),qh);return()=>clearInterval(o)},[]),t.error?l`<span class="bad"><${N} name="alarm" /> ${a("health.notReady")}</span>
      ${t.error.detail}`:t.data?l`<span class="good"><${N} name="SUCCESS" /> ${a("health.ready")}</span>`:a("app.loading")}function Vh({head:e}){let{data:t,error:o,reload:n}=U(i=>E("/log/checkpoint",{signal:i,asText:!0}),[]);if(cd(n,e.size),!t)return o?o.detail:a("app.loading");let[,r,s]=t.split(`
`);return l`
    ${a("health.checkpointOf",{n:Number(r)})} ${" "}<${ld}
      short=${`${s.slice(0,10)}\u2026`}
      text=${t}
      what=${a("health.checkpoint")}
    />
    ${" "}<a href=${R("/log/checkpoint")} download="checkpoint">${a("health.download")}</a>
  `}function Jh(){let e=St();if(!e)return a("health.notSeen");let t=xt(e.checkpoint);return l`${a("health.seenSize",{n:t})} (<${re} at=${e.at} />)`}function Gh({role:e}){let t=`jobctl verify --server ${location.origin}${$e} --key verifier.key`;return l`
    <p>${a("health.how")}</p>
    <div class="row command">
      <pre class="scroll-x" tabindex="0"><code>${t}</code></pre>
      <button type="button" onClick=${()=>et(t,a("health.command"))}>
        ${a("app.copy",{what:""})}
      </button>
    </div>
    <p class="hint">${a(e==="operator"?"health.howOperator":"health.howHint")}</p>
  `}function oi({head:e}){let t=L(q),{data:o}=U(i=>E("/v1/meta",{signal:i}),[]),n=o?.ledger.verifier_key??"",[r,s]=n.split("+");return l`
    <section class="card health" id="health" aria-labelledby="health-title">
      <h2 id="health-title">${a("health.title")}</h2>
      <dl class="facts">
        <dt>${a("health.state")}</dt>
        <dd><${zh} head=${e} /></dd>
        <dt>${a("health.size")}</dt>
        <dd>${a("health.entries",{n:e.size})}</dd>
        <dt>${a("health.checkpoint")}</dt>
        <dd><${Vh} head=${e} /></dd>
        <dt>${a("health.key")}</dt>
        <dd>
          ${n&&l`<code>${r}</code> <${ld} short=${s} text=${n} what=${a("health.key")} />`}
        </dd>
        <dt>${a("health.seen")}</dt>
        <dd><${Jh} /></dd>
      </dl>
      <${Gh} role=${t?.role} />
      <p><${H} to="/help/proof">${a("landing.help")}<//></p>
    </section>
  `}var qh,ld,ud=w(()=>{"use strict";Ae();Y();hs();W();z();j();he();Rn();K();O();qh=3e4;ld=({short:e,text:t,what:o})=>l`
  <button
    type="button"
    class="copy-id"
    title=${t}
    aria-label=${a("app.copy",{what:o})}
    onClick=${()=>et(t,o)}
  >
    <code>${e}</code><${N} name="copy" />
  </button>
`});var pd={};Ue(pd,{default:()=>fd});function dd(e,t){let o=I(e);o.current=e,A(()=>{let n=0,r=()=>{n||=window.setTimeout(()=>{n=0,o.current()},t)},s=Pe({},{onEntries:r,onState:i=>i==="stale"&&r()});return()=>{clearTimeout(n),s()}},[])}function Xh({stats:e,days:t}){let o=Ys(t.map(i=>i.jobs)),n=nr(o),r=ke(e.total),s=Ot(t[0].day,t[t.length-1].day);return l`
    <dl class="numbers">
      <${qo} name=${a("overview.all")} value=${M(r)} to=${{}} />
      <${qo}
        name=${a("overview.inSpan",{n:t.length})}
        value=${M(ke(o))}
        to=${s}
      />
      <${qo}
        name=${a("overview.rateInSpan",{n:t.length})}
        value=${n===null?"\u2013":ft(n)}
        to=${{...s,status:"FAILED"}}
      />
      <${qo}
        name=${a("overview.inProgress")}
        value=${M(e.total.IN_PROGRESS)}
        to=${{status:"IN_PROGRESS"}}
      />
      <${qo}
        name=${a("overview.unconfirmed")}
        value=${M(e.total.UNCONFIRMED)}
        to=${{status:"UNCONFIRMED"}}
      />
    </dl>
  `}function fd(){let e=L(q),[t,o]=We(),n=Ku(t),r=U(u=>E("/v1/stats",{signal:u,query:{limit:100}}),[]),s=U(u=>E("/v1/jobs",{signal:u,query:{status:["SUCCESS","FAILED"],limit:500}}),[]);dd(r.reload,Kh),dd(s.reload,Yh);let i=u=>{t.set("days",u),o(new URLSearchParams(t),{replace:!0})},c=u=>{if(!ke(u.total))return l`
        <${_e} title=${a("overview.empty")}><p>${a("overview.emptyHint")}</p><//>
        <${oi} head=${u.head} />
      `;let f=Xu(u.by_day.rows,n,Date.now());return l`
      <${Xh} stats=${u} days=${f} />
      <${qu} statuses=${tt} />
      <div class="figures">
        <${rd} days=${f} />
        <${sd} days=${f} />
        <${ti} id="by-action" name="action_name" table=${u.by_action} />
        ${e?.role!=="operator"&&l`<${ti} id="by-user" name="user_id" table=${u.by_user} />`}
        <${ue} of=${s}>
          ${({jobs:d})=>l`<${id} jobs=${d} />`}
        <//>
        <${oi} head=${u.head} />
      </div>
    `};return l`
    <div class="row spread overview-top">
      <${V}>${a("overview.title")}<//>
      <${At}
        label=${a("overview.span")}
        options=${Ks.map(u=>({value:String(u),text:a("overview.days",{n:u})}))}
        value=${String(n)}
        onValue=${i}
      />
    </div>
    ${e?.role==="operator"&&l`<p class="hint">${a("overview.own")}</p>`}
    <${Pu} />
    <${ue} of=${r}>${c}<//>
  `}var Kh,Yh,qo,hd=w(()=>{"use strict";Ae();Y();fe();Vt();Gs();tr();Oe();z();j();pe();K();O();ad();ud();Zs();Kh=3e3,Yh=3e4;qo=({name:e,value:t,to:o})=>l`
  <div>
    <dt>${e}</dt>
    <dd>${o?l`<${H} to="/" query=${o}>${t}<//>`:t}</dd>
  </div>
`});function zo({label:e,value:t,onValue:o,error:n,hint:r="",required:s=!0}){let[i,c]=y(!1);return l`
    <${D}
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
  `}var ni=w(()=>{"use strict";O();Oe();j()});function ri({revoked_at:e,expires_at:t},o){return e?"revoked":t&&Date.parse(t)<=o?"ended":"works"}function md(e,t){let o=({created_at:s})=>s?Date.parse(s):0,n=s=>ri(s,t)==="works",r=e.toSorted((s,i)=>o(i)-o(s)||(s.name<i.name?-1:+(s.name>i.name)));return{working:r.filter(n),others:r.filter(s=>!n(s))}}function $d(e,t){let[o,n,r]=e.split("-").map(Number);return(t==="utc"?new Date(Date.UTC(o,n-1,r+1)):new Date(o,n-1,r+1)).toISOString()}function si(e){if(!e)return"";let t=n=>n.find(([r])=>e.includes(r))?.[1],o=e.startsWith("Mozilla/")&&t(Zh);return o?[o,t(Qh)].filter(Boolean).join(", "):e}var Zh,Qh,ii=w(()=>{"use strict";Zh=[["Edg","Edge"],["OPR","Opera"],["Firefox","Firefox"],["FxiOS","Firefox"],["CriOS","Chrome"],["Chrome","Chrome"],["Safari","Safari"]],Qh=[["Android","Android"],["iPhone","iPhone"],["iPad","iPad"],["Windows","Windows"],["Mac OS X","macOS"],["CrOS","ChromeOS"],["Linux","Linux"]]});function no({title:e,action:t,onConfirm:o,onClose:n,children:r}){let[s,i,c]=te(async()=>{await o(),n()});return l`
    <${ne} title=${e} onClose=${n}>
      <p>${r}</p>
      <${G} problem=${c} />
      <div class="row">
        <button type="button" class="danger" disabled=${i} onClick=${s}>${t}</button>
        <button type="button" onClick=${n}>${a("app.cancel")}</button>
      </div>
    <//>
  `}var ir=w(()=>{"use strict";O();Ge();z();j();pe()});function em({token:e,hasUser:t,onRevoke:o}){let n=ri(e,Date.now()),r=e.revoked_at??e.expires_at;return l`
    <tr>
      <th scope="row">${e.name}</th>
      ${t&&l`
          <td data-name=${a("admin.user")}>
            ${e.user_id}, <span class="muted">${P("role",e.role)}</span>
          </td>
        `}
      <td data-name=${a("tokens.made")}><${re} at=${e.created_at} /></td>
      <td data-name=${a("tokens.used")}>
        ${e.last_used_at?l`<${re} at=${e.last_used_at} />`:a("tokens.unused")}
      </td>
      <td data-name=${a("tokens.ends")}>
        ${n!=="works"&&a(`tokens.${n}`)}${" "}
        ${r?l`<${re} at=${r} />`:a("tokens.noEnd")}
      </td>
      ${o&&l`
          <td>
            <button
              type="button"
              class="danger"
              aria-label=${a("tokens.revokeOne",{name:e.name})}
              onClick=${()=>o(e)}
            >
              ${a("tokens.revoke")}
            </button>
          </td>
        `}
    </tr>
  `}function ar({tokens:e,hasUser:t=!1,revoke:o}){let[n,r]=y(null),{working:s,others:i}=md(e,Date.now()),c={hasUser:t,onRevoke:r};return l`
    ${s.length>0?l`<${bd} caption=${a("tokens.title")} tokens=${s} ...${c} />`:l`<${_e} title=${a("tokens.empty")} />`}
    ${i.length>0&&l`
        <details>
          <summary>${a("tokens.others",{n:i.length})}</summary>
          <${bd}
            caption=${a("tokens.others",{n:i.length})}
            tokens=${i}
            hasUser=${t}
          />
        </details>
      `}
    ${n&&l`
        <${no}
          title=${a("tokens.revokeOne",{name:n.name})}
          action=${a("tokens.revoke")}
          onConfirm=${async()=>{await o(n.name),Q(a("tokens.revokedNow",{name:n.name}))}}
          onClose=${()=>r(null)}
        >
          ${a("tokens.revokeHint",{user:n.user_id})}
        <//>
      `}
  `}function cr({make:e,onClose:t,children:o,mine:n}){let r=L(Ye),[s,i]=y(""),[c,u]=y(""),[f,d]=y(""),[h,m,p]=te(async()=>{let g=await e({name:s,...c&&{expires_at:$d(c,r)}});d(g.token)});if(f)return l`<${tm} token=${f} onClose=${t} />`;let b=g=>p?.field===g&&p.detail,k=p&&!["name","expires_at",n].includes(p.field??"");return l`
    <${ne} title=${a("tokens.new")} onClose=${t}>
      <form
        onSubmit=${g=>{g.preventDefault(),h()}}
      >
        ${o} ${n&&b(n)&&l`<p class="field-error" role="alert">${b(n)}</p>`}
        <${D}
          label=${a("tokens.name")}
          hint=${a("tokens.nameHint")}
          error=${b("name")}
          name="token-name"
          autocomplete="off"
          required
          value=${s}
          onValue=${i}
        />
        <${D}
          label=${a("tokens.lastDay")}
          hint=${a("tokens.lastDayHint")}
          error=${b("expires_at")}
          type="date"
          min=${new Date().toISOString().slice(0,10)}
          value=${c}
          onValue=${u}
        />
        <${G} problem=${k?p:null} />
        <button type="submit" class="primary" disabled=${m}>${a("tokens.make")}</button>
      </form>
    <//>
  `}var bd,tm,ai=w(()=>{"use strict";ii();O();ir();Ge();Oe();z();j();je();Oo();pe();K();bd=({caption:e,tokens:t,hasUser:o,onRevoke:n})=>l`
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
          <${em} key=${r.name} token=${r} hasUser=${o} onRevoke=${n} />
        `)}
    </tbody>
  </table>
`;tm=({token:e,onClose:t})=>l`
  <${ne} title=${a("tokens.madeTitle")} onClose=${t}>
    <div class="notice notice-warning">
      <p>${a("tokens.once")}</p>
    </div>
    <${D}
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
        onClick=${()=>et(e,a("tokens.theToken"))}
      >
        ${a("app.copy",{what:a("tokens.theToken")})}
      </button>
      <button type="button" onClick=${t}>${a("tokens.stored")}</button>
    </div>
  <//>
`});function yd(){let e=U(s=>E("/v1/account/sessions",{signal:s}),[]),[t,o]=y([]),n=async()=>{for(let{id:s}of t)await Z(C`/v1/account/sessions/${s}/end`);Q(a("sessions.ended",{n:t.length})),e.reload()},r=({sessions:s,since:i})=>{let c=s.filter(({current:u})=>!u);return l`
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
          ${s.map(u=>l`
              <${om}
                key=${u.id}
                session=${u}
                onEnd=${()=>u.current?Ko():o([u])}
              />
            `)}
        </tbody>
      </table>
      ${c.length>0&&l`
          <p>
            <button type="button" class="danger" onClick=${()=>o(c)}>
              ${a("sessions.endOthers")}
            </button>
          </p>
        `}
    `};return l`
    <section class="card wide" id="sessions" aria-labelledby="sessions-title">
      <h2 id="sessions-title">${a("sessions.title")}</h2>
      <${ue} of=${e}>${r}<//>
      ${t.length>0&&l`
          <${no}
            title=${a("sessions.endTitle",{n:t.length})}
            action=${a("sessions.end")}
            onConfirm=${n}
            onClose=${()=>o([])}
          >
            ${a("sessions.endHint")}
          <//>
        `}
    </section>
  `}var om,wd=w(()=>{"use strict";ii();Ae();Y();W();Ze();ir();z();j();je();pe();K();O();om=({session:e,onEnd:t})=>l`
  <tr>
    <th scope="row" title=${e.user_agent??""}>
      ${si(e.user_agent)||a("sessions.unknown")}
      ${e.current&&l` <${Bn}>${a("sessions.this")}<//>`}
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
        aria-label=${a("sessions.endOne",{browser:si(e.user_agent)})}
        onClick=${t}
      >
        ${a(e.current?"user.signOut":"sessions.end")}
      </button>
    </td>
  </tr>
`});var _d={};Ue(_d,{default:()=>gd});function rm(){let[e,t]=y(""),[o,n]=y(""),[r,s,i]=te(async()=>{await Z("/v1/account/password",{current:e,new:o}),t(""),n(""),Q(a("password.changed")),await Go()}),c=f=>i?.field===f&&i.detail,u=i&&!["current","new"].includes(i.field??"");return l`
    <form
      onSubmit=${f=>{f.preventDefault(),r()}}
    >
      <div class="off-screen" aria-hidden="true">
        <input
          type="text"
          autocomplete="username"
          tabindex="-1"
          readonly
          value=${q.get()?.user_id}
        />
      </div>
      <${D}
        label=${a("password.current")}
        error=${c("current")}
        type="password"
        autocomplete="current-password"
        required
        value=${e}
        onValue=${t}
      />
      <${zo}
        label=${a("password.new")}
        error=${c("new")}
        value=${o}
        onValue=${n}
      />
      <${G} problem=${u?i:null} />
      <p class="hint">${a("password.ends")}</p>
      <button type="submit" class="primary" disabled=${s}>${a("password.change")}</button>
    </form>
  `}function sm(){let e=U(n=>E("/v1/account/tokens",{signal:n}),[]),[t,o]=y(!1);return l`
    <section class="card wide" id="tokens" aria-labelledby="tokens-title">
      <div class="row spread">
        <h2 id="tokens-title">${a("tokens.title")}</h2>
        <button type="button" onClick=${()=>o(!0)}>${a("tokens.new")}</button>
      </div>
      <p class="hint">${a("tokens.hint")}</p>
      <${ue} of=${e}>
        ${n=>l`
          <${ar}
            tokens=${n.tokens}
            revoke=${async r=>{await Z(C`/v1/account/tokens/${r}/revoke`),e.reload()}}
          />
        `}
      <//>
      ${t&&l`
          <${cr}
            make=${n=>Z("/v1/account/tokens",n)}
            onClose=${()=>{o(!1),e.reload()}}
          />
        `}
    </section>
  `}function gd(){let e=L(q);if(!e)return null;let t=e.is_listed!==!1;return l`
    <${V}>${a("account.title")}<//>
    <div class="account">
      <${nm} user=${e} />
      <section class="card" id="password" aria-labelledby="password-title">
        <h2 id="password-title">${a("password.title")}</h2>
        ${e.has_password?l`<${rm} />`:l`<p>${a(`password.none.${e.signed_in_by}`)}</p>`}
      </section>
      ${e.has_password||e.session?l`<${yd} />`:null}
      ${t?l`<${sm} />`:l`<section class="card">
              <h2>${a("tokens.title")}</h2>
              <p>${a("tokens.unlisted")}</p>
            </section>`}
    </div>
  `}var nm,vd=w(()=>{"use strict";Ae();Y();W();z();j();Oe();je();ni();pe();K();ai();O();wd();nm=({user:e})=>l`
  <section class="card" aria-labelledby="who">
    <h2 id="who">${a("account.who")}</h2>
    <dl class="facts">
      <dt>${a("admin.user")}</dt>
      <dd>${e.user_id}</dd>
      <dt>${a("admin.role")}</dt>
      <dd>${P("role",e.role)}: ${a(`account.may.${e.role}`)}</dd>
      <dt>${a("account.by")}</dt>
      <dd>${a(`account.by.${e.signed_in_by}`)}</dd>
      ${e.session&&l`
          <dt>${a("account.ends")}</dt>
          <dd><${re} at=${e.session.ends_at} />, ${a("account.endsHint")}</dd>
        `}
    </dl>
  </section>
`});function Sd(e,t){let o=xd(t.trim());return e.filter(({user_id:n,role:r})=>xd(n).includes(o)||r.startsWith(o)).toSorted((n,r)=>Number(n.disabled)-Number(r.disabled)||n.user_id.localeCompare(r.user_id))}var kd,xd,ci=w(()=>{"use strict";kd=["operator","auditor","admin"],xd=e=>e.normalize("NFKC").toLowerCase()});function li({fields:e,action:t,onSubmit:o,isMain:n=!1,children:r}){let[s,i,c]=te(o),u=c&&!e.includes(c.field??"");return l`
    <form
      onSubmit=${f=>{f.preventDefault(),s()}}
    >
      ${r(f=>c?.field===f&&c.detail)}
      <${G} problem=${u?c:null} />
      <button type="submit" class=${n?"primary":""} disabled=${i}>${t}</button>
    </form>
  `}function Ad({onAdded:e,onClose:t}){let[o,n]=y(""),[r,s]=y("operator"),[i,c]=y(""),u=async()=>{await Z("/v1/users",{user_id:o,role:r,...i&&{password:i}}),Q(a("admin.added",{user:o})),e(),t()};return l`
    <${ne} title=${a("admin.add")} onClose=${t}>
      <${li}
        fields=${["user_id","role","password"]}
        action=${a("admin.add")}
        onSubmit=${u}
        isMain
      >
        ${f=>l`
          <${D}
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
          <${lr} error=${f("role")} value=${r} onValue=${s} />
          <${zo}
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
  `}function jd({user:e,isSelf:t,onChanged:o,onClose:n}){let{user_id:r}=e,[s,i]=y(e.role),[c,u]=y(""),[f,d]=y(!1),h=async(x,T,F)=>{await Z(`${C`/v1/users/${r}`}/${x}`,T),Q(F),o(),n()};if(f)return l`
      <${no}
        title=${a("admin.disableOne",{user:r})}
        action=${a("admin.disable")}
        onConfirm=${()=>h("disable",{},a("admin.disabledNow",{user:r}))}
        onClose=${n}
      >
        ${a("admin.disableHint")}
      <//>
    `;let m=l`
    <${li}
      fields=${["role"]}
      action=${a("admin.setRole")}
      onSubmit=${()=>h("role",{role:s},a("admin.roleSet",{user:r}))}
    >
      ${x=>l`
        <${lr}
          hint=${a(t?"admin.roleSelfHint":"admin.roleHint")}
          error=${x("role")}
          value=${s}
          onValue=${i}
        />
      `}
    <//>
  `,p={what:"enable",action:a("admin.enable"),hint:a("admin.enableHint"),done:a("admin.enabledNow",{user:r})},b={what:"password",action:a("admin.setPassword"),hint:a("admin.setPasswordHint"),done:a("admin.passwordSet",{user:r})},{what:k,action:g,hint:$,done:_}=e.disabled?p:b,v=c?{password:c}:{};return l`
    <${ne} title=${r} onClose=${n}>
      <div class="changes">
        ${!e.disabled&&m}
        <${li} fields=${["password"]} action=${g} onSubmit=${()=>h(k,v,_)}>
          ${x=>l`
            <${zo}
              label=${a("password.new")}
              hint=${$}
              required=${!e.disabled}
              error=${x("password")}
              value=${c}
              onValue=${u}
            />
          `}
        <//>
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
  `}var lr,Td=w(()=>{"use strict";Y();W();ir();Ge();Oe();z();j();je();ni();pe();O();ci();lr=e=>l`
  <${D} label=${a("admin.role")} as="select" ...${e}>
    ${kd.map(t=>l`
        <option key=${t} value=${t}>${P("role",t)}: ${a(`account.may.${t}`)}</option>
      `)}
  <//>
`});var Cd={};Ue(Cd,{default:()=>Ed});function am({loaded:e}){let[t,o]=y(""),[n,r]=y(null),[s,i]=y(!1),c=e.data?.users.find(u=>u.user_id===n);return l`
    <section class="card" id="users" aria-labelledby="users-title">
      <div class="row spread">
        <h2 id="users-title">${a("admin.users")}</h2>
        <button type="button" class="primary" onClick=${()=>i(!0)}>
          ${a("admin.add")}
        </button>
      </div>
      <${D}
        label=${a("admin.search")}
        type="search"
        autocomplete="off"
        value=${t}
        onValue=${o}
      />
      <${ue} of=${e}>
        ${({users:u})=>{let f=Sd(u,t);return f.length?l`<${im}
                users=${f}
                onChange=${({user_id:d})=>r(d)}
              />`:l`<${_e} title=${a("admin.noUser")} />`}}
      <//>
      ${c&&l`
          <${jd}
            user=${c}
            isSelf=${c.user_id===q.get()?.user_id}
            onChanged=${e.reload}
            onClose=${()=>r(null)}
          />
        `}
      ${s&&l`<${Ad} onAdded=${e.reload} onClose=${()=>i(!1)} />`}
    </section>
  `}function cm({users:e}){let t=U(f=>E("/v1/tokens",{signal:f}),[]),[o,n]=y(!1),[r,s]=y(""),[i,c]=y("operator"),u=e.some(f=>f.user_id===r);return l`
    <section class="card" id="tokens" aria-labelledby="tokens-title">
      <div class="row spread">
        <h2 id="tokens-title">${a("tokens.title")}</h2>
        <button type="button" onClick=${()=>n(!0)}>${a("tokens.new")}</button>
      </div>
      <${ue} of=${t}>
        ${f=>l`
          <${ar}
            tokens=${f.tokens}
            hasUser
            revoke=${async d=>{await Z(C`/v1/tokens/${d}/revoke`),t.reload()}}
          />
        `}
      <//>
      ${o&&l`
          <${cr}
            mine="user_id"
            make=${f=>Z("/v1/tokens",{...f,user_id:r,...u?{}:{role:i}})}
            onClose=${()=>{n(!1),t.reload()}}
          >
            <${D}
              label=${a("admin.user")}
              hint=${a("admin.tokenUserHint")}
              list="user-names"
              autocomplete="off"
              required
              value=${r}
              onValue=${s}
            />
            <datalist id="user-names">
              ${e.map(({user_id:f})=>l`<option key=${f} value=${f} />`)}
            </datalist>
            ${r&&!u?l`<${lr}
                    hint=${a("admin.tokenRoleHint")}
                    value=${i}
                    onValue=${c}
                  />`:null}
          <//>
        `}
    </section>
  `}function Ed(){let e=L(q),t=U(o=>E("/v1/users",{signal:o}),[]);return e?.role!=="admin"?l`
      <${V}>${a("admin.title")}<//>
      <p>${a("admin.only")}</p>
    `:l`
    <${V}>${a("admin.title")}<//>
    <div class="account">
      <${am} loaded=${t} />
      <${cm} users=${t.data?.users??[]} />
    </div>
  `}var im,Od=w(()=>{"use strict";Ae();Y();W();Oe();z();j();pe();K();ai();O();ci();Td();im=({users:e,onChange:t})=>l`
  <table class="cards">
    <caption class="off-screen">
      ${a("admin.users")}
    </caption>
    <thead>
      <tr>
        <th scope="col">${a("admin.user")}</th>
        <th scope="col">${a("admin.role")}</th>
        <th scope="col">${a("admin.signIn")}</th>
        <th scope="col"><span class="off-screen">${a("admin.change")}</span></th>
      </tr>
    </thead>
    <tbody>
      ${e.map(o=>l`
          <tr key=${o.user_id} class=${o.disabled?"muted":""}>
            <th scope="row">${o.user_id}</th>
            <td data-name=${a("admin.role")}>${P("role",o.role)}</td>
            <td data-name=${a("admin.signIn")}>
              ${a(o.disabled?"admin.disabled":o.has_password?"admin.hasPassword":"admin.hasNone")}
            </td>
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
`});Ae();Jo();De();Ae();Y();fe();W();De();O();an();z();j();he();mo();je();Rn();Oo();_s();var vs=["system","light","dark"];function Yf(){let e=L(Ye),t=L(Co),o=e==="utc"?"local":"utc";return l`
    <button
      type="button"
      id="zone"
      class="quiet"
      title=${a("zone.switch",{zone:gi(e),other:a(`zone.${o}`)})}
      onClick=${()=>Ye.set(o)}
    >
      ${a(`zone.${e}`)}
    </button>
    <button
      type="button"
      id="theme"
      class="quiet"
      aria-label=${a(`theme.${t}`)}
      title=${a(`theme.${t}`)}
      onClick=${()=>Co.set(vs[(vs.indexOf(t)+1)%vs.length])}
    >
      <${N} name=${t} />
    </button>
  `}function Xf({user:e}){let t=[{text:a("user.account"),href:R("/account")}],o=async()=>{await Ko(),ge(R("/")),Q(a("user.signedOut"))};return e.signed_in_by==="session"&&t.push({text:a("user.signOut"),onClick:o}),l`
    <${cn}
      class="quiet user-menu"
      align="end"
      label=${l`<${N} name="user" /><span>${e.user_id}</span>`}
      name=${a("user.menu",{user:e.user_id,role:P("role",e.role)})}
      items=${t}
    />
  `}function Zf({user:e}){let{path:t}=L(Le),o=[{to:"/",text:a("nav.jobs"),below:"/jobs"},...e.role==="auditor"?[]:[{to:"/set-action",text:a("nav.setAction")}],{to:"/overview",text:a("nav.overview")},...e.role==="admin"?[{to:"/admin",text:a("nav.admin")}]:[],{to:"/help",text:a("nav.help")}],n=({to:r,below:s=r})=>t===r||`${t}/`.startsWith(`${s}/`);return l`
    <nav aria-label=${a("nav.label")}>
      <ul>
        ${o.map(r=>l`
            <li key=${r.to}>
              <a href=${R(r.to)} aria-current=${n(r)?"page":void 0}>
                ${r.text}
              </a>
            </li>
          `)}
      </ul>
    </nav>
  `}function Qf(){let{data:e}=U(t=>E("/v1/meta",{signal:t}),[]);return l`
    <footer>
      ${e&&a("app.footer",{ledger:e.ledger.name,version:e.version})}
      <${nc} />
      <a href=${R("/docs")}>${a("app.api")}</a>
    </footer>
  `}function In({children:e}){let t=L(q);return l`
    <a class="skip" href="#main">${a("app.skip")}</a>
    <header class="top">
      <a class="brand" href=${R("/")}>${a("app.name")}</a>
      ${t&&l`<${Zf} user=${t} />`}
      <div class="top-end">
        <${Yf} />
        ${t&&l`<${Xf} user=${t} />`}
      </div>
    </header>
    <${ea} />
    <main id="main">${e}</main>
    ${t&&l`<${Qf} />`}
    <${sa} />
    <${rc} />
  `}z();j();pe();K();O();var lm=()=>Promise.resolve().then(()=>(ac(),ic)),Ld=()=>Promise.resolve().then(()=>(fc(),dc)),Nd=()=>Promise.resolve().then(()=>(zc(),qc)),Rd=[{pattern:"/",load:Nd},{pattern:"/jobs",load:Nd},{pattern:"/jobs/:job_id",load:()=>Promise.resolve().then(()=>(Jl(),Vl))},{pattern:"/jobs/:job_id/compare/:other_id",load:()=>Promise.resolve().then(()=>(Xl(),Yl))},{pattern:"/customers/:cid",load:()=>Promise.resolve().then(()=>(eu(),Ql))},{pattern:"/set-action",load:()=>Promise.resolve().then(()=>(Mu(),Du))},{pattern:"/overview",load:()=>Promise.resolve().then(()=>(hd(),pd))},{pattern:"/account",load:()=>Promise.resolve().then(()=>(vd(),_d))},{pattern:"/admin",load:()=>Promise.resolve().then(()=>(Od(),Cd))},{pattern:"/help",load:Ld,isPublic:!0},{pattern:"/help/:topic",load:Ld,isPublic:!0}],um={pattern:"",load:lm,isPublic:!0};function dm({route:e,params:t}){let[o,n]=y(null),[r,s]=y(!1);return A(()=>{e.load().then(i=>n(()=>i.default),()=>s(!0))},[]),r?l`
      <${_e} title=${a("app.updated")}>
        <button type="button" onClick=${()=>location.reload()}>${a("app.reload")}</button>
      <//>
    `:o?l`<${o} ...${t} />`:l`<${zt} />`}var fm=()=>l`
  <${V}>${a("app.notFound")}<//>
  <p>${a("app.notFoundHint")}</p>
  <p><${H} to="/">${a("app.toJobs")}<//></p>
`;function pm(){let{path:e}=L(Le),t=L(q),o=U(Go,[]);if(t===void 0){let u=o.error instanceof ee?o.error:null;return l`
      <${In}>
        <${G} problem=${u} retry=${o.reload} />
        ${!u&&l`<${zt} />`}
      <//>
    `}let n=pr(Rd,e);if(!n)return l`<${In}><${fm} /><//>`;let r=t!==null||n.route.isPublic,{route:s,params:i}=r?n:{route:um,params:{}},c=`${t?.user_id} ${r?e:""}`;return l`<${In}><${dm} key=${c} route=${s} params=${i} /><//>`}$i(Rd);xr(l`<${pm} />`,document.querySelector("#app"));
