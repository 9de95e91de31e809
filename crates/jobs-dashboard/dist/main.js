var Qd=Object.defineProperty;var w=(e,t,o)=>()=>{if(o)throw o[0];try{return e&&(t=e(e=0)),t}catch(n){throw o=[n],n}};var Fe=(e,t)=>{for(var o in t)Qd(e,o,{get:t[o],enumerable:!0})};function tf(e={}){let t=Object.entries(e).flatMap(([o,n])=>(Array.isArray(n)?n:[n]).filter(r=>r!=null&&r!=="").map(r=>[o,String(r)]));return t.length?`?${new URLSearchParams(t)}`:""}var ef,ge,O,C,B=w(()=>{"use strict";ef=globalThis.document?.querySelector('meta[name="prefix"]'),ge=ef?.getAttribute("content")??"";O=(e,t)=>ge+e+tf(t),C=(e,...t)=>String.raw({raw:e},...t.map(o=>encodeURIComponent(o)))});async function $i(e){let t=await e.text().catch(()=>""),o=null;try{o=JSON.parse(t)}catch{}return new ie({status:e.status,type:o?.type,title:o?.title??e.statusText,detail:o?.detail??o?.message??o?.error,field:o?.field,retryAfter:Number(e.headers.get("retry-after"))||null,body:o})}var ie,Qo=w(()=>{"use strict";ie=class extends Error{constructor({status:t,type:o,title:n,detail:r,field:s,retryAfter:i,body:c}){super(r||n||String(t)),this.name="Problem",this.status=t,this.type=o??"about:blank",this.title=n??"",this.detail=r??"",this.field=s??null,this.retryAfter=i??null,this.body=c??null}get isNetwork(){return this.status===0}get isTemporary(){return[0,408,429,502,503,504].includes(this.status)}}});function ae(e){let t=e,o=new Set,n=r=>{if(!Object.is(r,t)){t=r;for(let s of[...o])s(t)}};return{get:()=>t,set:n,update:r=>n(r(t)),watch:r=>(o.add(r),()=>o.delete(r))}}var Be=w(()=>{"use strict"});function yi(e){bi=e}function of(){return hr??=bi().finally(()=>hr=null),hr}async function nf(e,t,o,n){let r={accept:"application/json"};o!==void 0&&(r["content-type"]="application/json"),n.key&&(r["idempotency-key"]=n.key);try{let s=await fetch(O(t,n.query),{method:e,headers:r,body:o===void 0?null:JSON.stringify(o),signal:n.signal??null,credentials:"same-origin",redirect:"error"});return pt.set(!0),s}catch(s){throw n.signal?.aborted?s:(pt.set(!1),new ie({status:0,type:"network",detail:String(s)}))}}async function wi(e,t,o,n){for(;;){let r=await nf(e,t,o,n);if(r.ok)try{return await(n.asText?r.text():r.json())}catch(c){throw n.signal?.aborted?c:new ie({status:0,type:"network",detail:String(c)})}let s=await $i(r);if(!(s.status===401&&n.asks!==!1)||!await of())throw s}}function Dt(){let e=crypto.getRandomValues(new Uint8Array(16));return Array.from(e,t=>t.toString(16).padStart(2,"0")).join("")}var pt,bi,hr,T,te,Y=w(()=>{"use strict";B();Qo();Be();pt=ae(!0),bi=async()=>!1,hr=null;T=(e,t={})=>wi("GET",e,void 0,t),te=(e,t={},o={})=>wi("POST",e,t,o)});async function en(){F.set(await T("/v1/account",{asks:!1}))}async function gi(e){let t=await te("/v1/sign-in",e,{asks:!1});return F.set(t),t}async function tn(){try{await te("/v1/sign-out",{},{asks:!1})}catch(e){if(!(e instanceof ie)||e.status!==401)throw e}F.set(null)}var F,ve=w(()=>{"use strict";Y();Be();F=ae(void 0)});function mr(e=!1){let{pathname:t,search:o}=globalThis.location??{pathname:"/",search:""};return{path:t.slice(ge.length)||"/",search:o,isBack:e}}function rf(e,t){let o=e.split("/"),n=t.replace(/(.)\/$/,"$1").split("/");if(o.length!==n.length)return null;let r={};for(let[s,i]of o.entries()){if(!i.startsWith(":")){if(i!==n[s])return null;continue}try{r[i.slice(1)]=decodeURIComponent(n[s])}catch{return null}}return r}function $r(e,t){for(let o of e){let n=rf(o.pattern,t);if(n)return{route:o,params:n}}return null}function $e(e,{replace:t=!1}={}){if(e===location.pathname+location.search)return;history[t?"replaceState":"pushState"](null,"",e);let o=Re.get().path;Re.set(mr()),Re.get().path!==o&&scrollTo(0,0)}function on(e,t){let o=e.toString();$e(location.pathname+(o?`?${o}`:""),t)}function _i(e){addEventListener("popstate",()=>Re.set(mr(!0))),document.addEventListener("click",t=>{let o=t.target.closest?.("a[href]");!(o instanceof HTMLAnchorElement)||o.target||o.hasAttribute("download")||t.defaultPrevented||t.button!==0||t.ctrlKey||t.metaKey||t.shiftKey||t.altKey||o.origin!==location.origin||!o.pathname.startsWith(ge)||o.hash||!$r(e,o.pathname.slice(ge.length)||"/")||(t.preventDefault(),$e(o.pathname+o.search))})}var Re,Ie=w(()=>{"use strict";B();Be();Re=ae(mr())});function co(e,t){return nn[t]??=vi(t,{...xi,...sf,hourCycle:"h23"}),nn[t].format(new Date(e))}function ki(e,t){return nn[`${t}-day`]??=vi(t,xi),nn[`${t}-day`].format(new Date(e))}function lo(e){let t=["B","kB","MB","GB"],o=0,n=e;for(;n>=1e3&&o<t.length-1;o+=1)n/=1e3;return`${Ai.format(Number(n.toFixed(n<10&&o?1:0)))} ${t[o]}`}function uo(e,t){let o=n=>+`0.${/\.\d{3}(\d+)/.exec(n)?.[1]??0}`;return Date.parse(t)-Date.parse(e)+o(t)-o(e)}function We(e){if(e<1e3)return`${Number(e.toFixed(e<10?1:0))} ms`;if(e<59950)return`${Number((e/1e3).toFixed(1))} s`;let t=Math.round(e/1e3),o=(s,i,c,u)=>c?`${M(s)} ${i} ${c} ${u}`:`${M(s)} ${i}`;if(t<3600)return o(Math.floor(t/60),"min",t%60,"s");let n=Math.round(t/60);if(n<1440)return o(Math.floor(n/60),"h",n%60,"min");let r=Math.round(n/60);return o(Math.floor(r/24),"d",r%24,"h")}var vi,nn,xi,sf,Si,Ai,af,M,ht,Ht,de=w(()=>{"use strict";vi=(e,t)=>new Intl.DateTimeFormat("en-GB",{...t,...e==="utc"?{timeZone:"UTC"}:{}}),nn={},xi={day:"2-digit",month:"short",year:"numeric"},sf={hour:"2-digit",minute:"2-digit",second:"2-digit"};Si=e=>e==="utc"?"UTC":new Intl.DateTimeFormat().resolvedOptions().timeZone,Ai=new Intl.NumberFormat("en"),af=new Intl.NumberFormat("en",{style:"percent",maximumFractionDigits:1}),M=e=>Ai.format(e),ht=e=>af.format(e);Ht=e=>`${e.slice(0,8)}\u2026${e.slice(-4)}`});var br,ji=w(()=>{"use strict";br={"app.name":"Job ledger","app.skip":"Skip to the content","app.updated":"The page has been updated on the server.","app.reload":"Load it again","app.again":"Try again","app.retrying":"Trying again by itself.","app.offline":"The server cannot be reached. What is shown may be out of date.","app.loading":"Loading\u2026","app.close":"Close","app.cancel":"Cancel","app.remove":"Remove {what}","app.copied":"Copied {what}","app.notCopied":"The browser did not allow copying. The text is {what}","app.copy":"Copy {what}","app.more":"More","app.none":"none","app.notFound":"There is no such page","app.notFoundHint":"The address may be incomplete.","app.toJobs":"To the jobs","app.footer":"{ledger} \xB7 version {version}","app.api":"API","nav.label":"Pages","nav.jobs":"Jobs","nav.setAction":"Set Action","nav.overview":"Overview","nav.help":"Help","nav.admin":"Users","user.menu":"{user}, {role}","user.account":"Account","user.signOut":"Sign out","user.signedOut":"You are signed out.","zone.local":"Local time","zone.utc":"UTC","zone.switch":"Times are in {zone}. Show them in {other}","theme.system":"Theme: system","theme.light":"Theme: light","theme.dark":"Theme: dark","status.IN_PROGRESS":"In progress","status.SUCCESS":"Success","status.FAILED":"Failed","status.UNCONFIRMED":"Unconfirmed","cause.answered":"answered","cause.unreadable_answer":"unreadable answer","cause.inconclusive_answer":"inconclusive answer","cause.timed_out":"timed out","cause.connection_lost":"connection lost","cause.never_sent":"never sent","cause.withheld":"withheld","cause.interrupted":"interrupted","cause.reported":"reported","cause.imported":"imported","source.gateway":"Set Action","source.api":"API","source.import":"Import","source.embedded":"Program","role.operator":"operator","role.auditor":"auditor","role.admin":"admin","kind.job_created":"Created","kind.job_imported":"Imported","kind.status_changed":"Status changed","kind.note_added":"Note","problem.network":"The server cannot be reached","problem.networkHint":"Check the connection.","problem.401":"You are signed out","problem.403":"You may not see or do this","problem.404":"There is nothing here","problem.404Hint":"It does not exist, or belongs to somebody else.","problem.429":"Too many requests","problem.waitHint":{one:"Wait {n} second.",other:"Wait {n} seconds."},"problem.503":"The server is busy","problem.maybeRecorded":"Something may have been recorded. Look it up before you send it again.","signIn.title":"Sign in","signIn.password":"Password","signIn.user":"User","signIn.token":"Token","signIn.how":"Sign in with","signIn.withPassword":"User and password","signIn.withToken":"Token","signIn.tokenHint":"The admin token that the first start printed, or one of your own.","signIn.submit":"Sign in","signIn.wrong":"The user or the password is not right.","signIn.wrongToken":"The server does not know this token.","signIn.ended":"Your session has ended","signIn.endedHint":"Sign in again as {user}. What you typed is still there.","landing.title":"Every job on record","landing.what":"This server keeps an append-only record of every job that operators and services run: who asked for what, for which customers, and how it ended for each of them. Nothing is ever changed or removed, and anyone can check that.","landing.size":{one:"One entry so far.",other:"{n} entries so far."},"landing.ledger":"Ledger","landing.help":"How the proof works","landing.docs":"The API","landing.checkpoint":"The newest checkpoint","jobs.title":"Jobs","jobs.notes":{one:"{n} note",other:"{n} notes"},"jobs.user":"User","jobs.action":"Action","jobs.customers":"Customers","jobs.customersUnit":{one:"customer",other:"customers"},"jobs.status":"Status","jobs.date":"Date","jobs.id":"Job ID","jobs.retry":"retry","jobs.fresh":{one:"{n} new job",other:"{n} new jobs"},"jobs.freshMany":"More than {n} new jobs","jobs.download":"Download","jobs.csvExcel":"CSV for Excel","jobs.end":{one:"That is all: {n} job.",other:"That is all: {n} jobs."},"jobs.noMatch":"No job matches","jobs.empty":"No jobs have been recorded yet","jobs.emptyAction":"Run a Set Action","jobs.emptyDocs":"Or record jobs by the API","jobs.older":"Show older jobs","jobs.olderShown":"These are older jobs.","jobs.newest":"To the newest","search.label":"Search by job ID, customer, user or action","search.placeholder":"Job ID, customer, user or action","search.suggestions":"What this may be","search.job":"Job","search.prefix":"All jobs whose ID begins with","search.customer":"Customer","search.user":"Jobs of user","search.action":"Jobs with action","filter.all":"Filters","filter.chosen":"Chosen filters","filter.clear":"Clear filters","filter.add":"Add","filter.status":"Status","filter.cause":"Cause","filter.action_name":"Action","filter.user_id":"User","filter.cid":"Customer","filter.batch_id":"Batch","filter.source":"Source","filter.job_id":"Job ID begins with","filter.retry_of":"Retry of","filter.since":"From","filter.until":"Before","filter.within":"Date","filter.date":"Date","filter.from":"First day","filter.to":"Last day","filter.days":{one:"the last day",other:"the last {n} days"},"filter.hours":{one:"the last hour",other:"the last {n} hours"},"views.title":"Views","views.name":"Name of this view","views.save":"Save","views.saved":"Saved {name}","views.hint":"Choose filters, then save them here as a view.","keys.title":"Keys","keys.search":"Search","keys.down":"To the next job","keys.up":"To the job before","keys.open":"Open the job","keys.escape":"Close what is open","keys.help":"Show these keys","job.title":"Job","job.customers":{one:"{n} customer",other:"{n} customers"},"job.submitted":"Submitted by {user}","job.submittedFor":"Submitted by {by} for {user}","job.running":"running for {time}","job.took":"took {time}","job.now":"The status is now: {status}","job.facts":"Facts","job.actions":"Actions","job.timeline":"What was recorded","job.earlier":{one:"Show {n} earlier entry",other:"Show {n} earlier entries"},"job.by":"by {user}","job.later":"{time} later","job.named":{one:"names {n} customer",other:"names {n} customers"},"job.answer":"Answer","job.receipt":"Receipt","job.leaf":"Leaf","job.proved":"entry #{index}, proved","job.notProved":"entry #{index}, NOT PROVED","job.allProved":{one:"{n} entry proved, of {size} in the ledger",other:"{n} entries proved, of {size} in the ledger"},"job.noneProved":"NOT PROVED","job.alarm":"This job is not shown as it was recorded","job.alarmHint":"Something on this page was changed after it was recorded, or left out. Rely on nothing here. Download what the server sent, and give it to whoever is responsible for the ledger.","job.entryWrong":"entry {index}: {why}","job.stale":"the facts are older than the entries","job.countsWrong":"the counts of outcomes are not those of the entries","job.checkLists":{one:"Check the list of {n} customer",other:"Check the list of {n} customers"},"job.checking":"Checking\u2026","job.listsProved":{one:"list of {n} customer, proved",other:"list of {n} customers, proved"},"job.listsWrong":"these lists are NOT PROVED","job.rowWrong":"an outcome is not the one that was recorded","job.outcomes":{one:"Outcome for {n} customer",other:"Outcomes for {n} customers"},"job.statuses":"Outcomes to show","job.allStatuses":"All","job.search":"Customer or message","job.customer":"Customer","job.status":"Status","job.message":"Message","job.ofTheJob":"as the job","job.ofEntry":"from entry #{index}","job.rows":{one:"{n} customer shown",other:"{n} customers shown"},"job.noRows":"No customer matches","job.copyCustomers":"Copy customers","job.copiedCustomers":{one:"Copied {n} customer",other:"Copied {n} customers"},"job.payload":"Payload","job.payloadProved":"is the payload that was recorded, proved","job.payloadWrong":"the payload is NOT PROVED","job.copyText":"Copy","job.downloadText":"Download","job.related":"Related jobs","job.retryOf":"Tries again","job.retries":"Tried again by","job.batch":"Same batch","job.overlaps":"Same action, same customers, at about the same time","job.inCommon":{one:"{n} in common",other:"{n} in common"},"job.evidence":"Evidence","job.curl":"Copy as curl","job.curlCopied":"the command. Set TOKEN and UPSTREAM_TOKEN before you run it.","job.sending":"Sending\u2026","job.retry":"Try again","job.retryWhom":"For whom","job.retryFailed":{one:"The {n} that failed",other:"The {n} that failed"},"job.retryAll":{one:"All {n}",other:"All {n}"},"job.retryUnconfirmed":"Nobody knows whether the upstream acted on this job. Look there first: it may do it twice.","job.retrySend":{one:"Send {action} to {n} customer",other:"Send {action} to {n} customers"},"job.token":"Token for the upstream","job.tokenHint":"It is sent once, and not kept.","job.url":"Another URL","job.urlHint":"Leave it empty to use the recorded one.","job.members":"Members of the payload to give again","job.membersHint":'A JSON object, such as {"pin": "\u2026"}.',"job.membersWrong":"This is not a JSON object.","job.settle":"Settle","job.settleHint":"Nobody knows whether the upstream acted. Look there, then record what you found. It is added to what was recorded, under your name.","job.settleAs":"It ended as","job.reason":"Reason","job.reasonHint":"How you know.","job.settleSend":"Record it","job.settled":"Recorded how the job ended.","job.note":"Add a note","job.noteText":"Note","job.noteHint":"{n} of {most} bytes. A note cannot be changed or removed.","job.noteLong":"The note is too long.","job.noteSend":"Add the note","job.noted":"The note is recorded.","job.compare":"Compare","job.compareWith":"ID of another job, or its beginning","job.compareSend":"Compare","job.compareNone":"There is no other job whose ID begins so.","compare.title":"Two jobs compared","compare.a":"The first","compare.b":"The second","compare.differs":"differs","compare.customers":"Customers","compare.only_a":"Only in the first","compare.only_b":"Only in the second","compare.both":"In both","json.all":"Show all {n} characters","proof.first":{one:"From now on this browser remembers the ledger ({n} entry)",other:"From now on this browser remembers the ledger ({n} entries)"},"proof.same":{one:"Nothing has been removed or changed since your last visit ({n} entry)",other:"Nothing has been removed or changed since your last visit ({n} entries)"},"proof.grown":"Nothing has been removed or changed since your last visit ({from} \u2192 {to} entries)","proof.unchecked":"Not compared with your last visit: the server did not give the proof","proof.alarm":"ALARM: see above","proof.entries":{one:"{n} entry",other:"{n} entries"},"proof.alarm.key":"The key of this ledger has changed","proof.alarm.keyHint":"Whoever has another key can show another ledger. Compare the new key with one that you have from somebody you trust. If nobody told you of a change, rely on nothing here.","proof.alarm.signature":"The ledger is not signed with its key","proof.alarm.signatureHint":"The signature of the newest checkpoint is not genuine. Rely on nothing here. Download what the server sent, and give it to whoever is responsible for the ledger.","proof.alarm.shrunk":"Entries have been removed: the ledger had {from}, and has {to}","proof.alarm.shrunkHint":"A ledger only grows. An older copy may have been put in its place, or its end was cut off. Download what was received, and give it to whoever is responsible for the ledger.","proof.alarm.forked":"Entries have been changed or removed since your last visit","proof.alarm.forkedHint":"The {from} entries that were signed then are not among those that the server signs now. Download what was received, and give it to whoever is responsible for the ledger.","proof.download":"Download what was received","proof.whatToDo":"What this means","proof.accept":"Accept the new state","proof.acceptTitle":"Forget what this browser remembers?","proof.acceptHint":"Download what was received first: it is the only proof of the change. Then this browser remembers what the server shows now, and compares with that from now on.","proof.before":"Before","proof.now":"Now","customer.title":"Customer {cid}","customer.titleNone":"A customer","customer.lookUp":"Look up a customer","customer.show":"Show","customer.setAction":"Run an action","customer.inJobs":"In the list of jobs","customer.none":"Nothing was ever done to this customer","customer.noneHint":"Customers are compared character by character, and operators see their own jobs only.","customer.count":{one:"{n} job",other:"{n} jobs"},"customer.countMore":{other:"The newest {n} jobs"},"customer.when":"When","customer.action":"Action","customer.outcome":"For this customer","customer.job":"The whole job","customer.user":"User","customer.id":"Job ID","customer.asJob":"as the job","customer.submittedBy":"submitted by {user}","customer.older":"Show older","customer.newer":"Show newer","customer.fresh":{one:"{n} new",other:"{n} new"},"setAction.title":"Set Action","setAction.auditor":"Auditors see every job, and run none","setAction.auditorHint":"Ask an admin for the role of an operator.","setAction.noUpstream":"This server may call no upstream","setAction.noUpstreamHint":"Whoever runs it allows one with --upstream.","setAction.what":"What is done","setAction.action":"Action","setAction.choose":"Choose\u2026","setAction.other":"Another\u2026","setAction.otherName":"Name of the action","setAction.upstream":"Upstream","setAction.path":"Path","setAction.sendsTo":"Sent to {url}","setAction.token":"The upstream's token","setAction.tokenHint":"Sent with the request, never recorded, and forgotten afterwards.","setAction.batch":"Batch (optional)","setAction.batchHint":"A label that jobs have in common.","setAction.customers":"Customers","setAction.paste":"One a line, or separated by commas, semicolons or tabs; or a table","setAction.file":"Choose a file","setAction.drop":"or drop one here (CSV or text).","setAction.pasted":"Pasted text","setAction.clear":"Remove","setAction.separated":"Separated by","setAction.lines":"Lines","setAction.comma":"Commas","setAction.semicolon":"Semicolons","setAction.tab":"Tabs","setAction.any":"Commas, semicolons or tabs","setAction.column":"Column with the customers","setAction.columnOf":"{name} ({samples}, \u2026)","setAction.columnNo":"Column {n}","setAction.every":"Every value is a customer","setAction.header":"The first line names the columns","setAction.unclosed":"The quote in line {line} is never closed. It was read as a character of the value.","setAction.find":"Find in the list","setAction.found":{one:"{n} found",other:"{n} found"},"setAction.list":"The customers, line by line","setAction.kind.all":"All","setAction.kind.good":"Good","setAction.kind.duplicate":"Duplicates","setAction.kind.blank":"Blank","setAction.kind.spaces":"Spaces at an end","setAction.kind.invalid":"Invalid","setAction.trim":{one:"Trim the spaces of {n}",other:"Trim the spaces of {n}"},"setAction.remove":{one:"Remove the one that is marked",other:"Remove the {n} that are marked"},"setAction.removed":{one:"{n} was left out.",other:"{n} were left out."},"setAction.trimmed":"Spaces at the ends were trimmed.","setAction.undo":"Undo","setAction.line":"line {line}","setAction.sameAs":"same as line {line}","setAction.isBlank":"blank","setAction.spaces":"spaces at an end","setAction.count":{one:"{n} customer",other:"{n} customers"},"setAction.review":"Review and send","setAction.missing":"Choose an action and an upstream.","setAction.why.reading":"The customers are being read.","setAction.why.invalid":"Some customers are marked. Put them right or remove them.","setAction.why.column":"Choose the column with the customers.","setAction.why.none":"There are no customers yet.","setAction.why.many":"A job has at most {most} customers.","setAction.confirm":{one:"Run {action} for one customer?",other:"Run {action} for {n} customers?"},"setAction.noToken":"none given","setAction.isGiven":"given","setAction.leftOut":{one:"{n} repeated, blank or removed line is left out.",other:"{n} repeated, blank or removed lines are left out."},"setAction.noOverlap":{one:"No job of the last second did the same to any of them.",other:"No job of the last {n} seconds did the same to any of them."},"setAction.overlap":{one:"Another job has just done the same to some of them",other:"{n} other jobs have just done the same to some of them"},"setAction.overlapJob":{one:"one customer in common",other:"{n} customers in common"},"setAction.incomplete":"Not all recent jobs could be compared.","setAction.refuses":"The server refuses that. Wait, or look at those jobs first.","setAction.lookAgain":"Look again","setAction.send":"Send","setAction.sending":"Sending\u2026","setAction.sent":"Sent as job {id}","setAction.sentTitle":"Sent","setAction.sentWhat":{one:"{action} for one customer",other:"{action} for {n} customers"},"setAction.open":"Open the job","setAction.notFound":"It was not recorded, as far as the ledger shows. Then it was not sent either.","setAction.seeking":"Looking for its job\u2026","csv.workbook":"This is a workbook. Save it as CSV and choose that file.","csv.encoding":"This file is not in UTF-8 or UTF-16. Save it as CSV in UTF-8.","csv.binary":"This is not a text file.","csv.large":"This file is larger than {size}.","name.empty":"must not be empty","name.long":"{n} bytes long; at most {most} are allowed","name.control":"has a control character, such as a tab","name.ends":"begins or ends with a space","name.unseen":"has {code}, which cannot be seen","overview.title":"Overview","overview.span":"The last","overview.days":"{n} days","overview.own":"Of your own jobs.","overview.empty":"There are no jobs yet","overview.emptyHint":"What jobs there are by day, by action and by user is drawn here.","overview.jobs":{one:"{n} job",other:"{n} jobs"},"overview.all":"Jobs in all","overview.inSpan":"In the last {n} days","overview.rateInSpan":"Failed, in the last {n} days","overview.inProgress":"In progress","overview.unconfirmed":"Unconfirmed","overview.total":"Jobs","overview.ended":"Ended","overview.day":"Day (UTC)","overview.action":"Action","overview.user":"User","overview.others":"all others","overview.byDay":"Jobs per day","overview.byDayHint":"By the day of their creation in UTC, and by the status that they have now.","overview.byDayTable":"Jobs of {n} days, by day and status","overview.byDayLabel":"Stacked bars: jobs per day by status, {from} to {to}. The most on a day are {most}.","overview.rate":"Failure rate","overview.rateHint":"Failed jobs of a day, as a share of its jobs that have ended: success, failed and unconfirmed.","overview.rateTable":"Failure rate of {n} days","overview.rateLabel":"Bars: failure rate per day, {from} to {to}. The highest is {most}.","overview.noneEnded":"no job has ended","overview.byAction":"By action","overview.byUser":"By user","overview.byValueHint":"Of all time.","overview.byActionTable":"Jobs by action and status, of all time","overview.byUserTable":"Jobs by user and status, of all time","overview.byActionLabel":"Stacked bars: jobs by action and status. {names}","overview.byUserLabel":"Stacked bars: jobs by user and status. {names}","overview.durations":"How long jobs took","overview.durationsHint":{one:"From creation to the newest status, of the one job that ended as success or failed.",other:"From creation to the newest status, of the newest {n} jobs that ended as success or failed. Those that were never sent are left out. A job that was unconfirmed at first counts until it was settled."},"overview.durationsTable":"How long the newest {n} jobs took","overview.durationsLabel":"Bars: how long the newest {n} jobs took. The median is {median}, the 95th percentile {high}.","overview.took":"Took","overview.below":"< {to}","overview.atLeast":"\u2265 {from}","overview.endedBy":"Ended by","overview.median":"Median","overview.p95":"95th percentile","overview.by.all":"all","overview.by.answered":"the upstream's answer","overview.by.reported":"a report","overview.by.imported":"an import","chart.table":"Show as a table","health.title":"The ledger's health","health.state":"State","health.ready":"Takes entries and answers","health.notReady":"Takes no entries","health.size":"Size","health.entries":{one:"{n} entry",other:"{n} entries"},"health.checkpoint":"Newest checkpoint","health.checkpointOf":{one:"{n} entry, signed; root",other:"{n} entries, signed; root"},"health.download":"Download","health.key":"Verifier key","health.seen":"This browser","health.seenSize":{one:"last checked at one entry: rightly signed, and nothing missing that it saw before",other:"last checked at {n} entries: rightly signed, and nothing missing that it saw before"},"health.notSeen":"has checked nothing yet","health.how":"Everything is verified, entry by entry, by an auditor who runs","health.command":"the command","health.howHint":"With a token of yours in JOBS_TOKEN, and in verifier.key the verifier key as you got it from somebody you trust. The server keeps no record of that.","health.howOperator":"This takes the token of an auditor or admin. The server keeps no record of that.","account.title":"Account","account.who":"Who you are here","account.by":"Signed in by","account.by.session":"a session","account.by.token":"a token","account.by.proxy":"a proxy, which vouches for you","account.by.jwt":"a JWT of your organisation's sign-in","account.ends":"Ends","account.endsHint":"unless you use it again, and 12 hours after it began in any case","account.may.operator":"runs actions, and sees their own jobs","account.may.auditor":"sees everything, and changes nothing","account.may.admin":"sees and does everything","password.title":"Password","password.current":"Current password","password.new":"New password","password.rules":"12 characters or more, at least 5 of them different. Not the user's name, not one text repeated, and none of the passwords that are tried first.","password.show":"Show it","password.change":"Change the password","password.changed":"The password is changed. Your other sessions have ended.","password.ends":"All your other sessions end at once. Your tokens stay.","password.none.session":"You have no password here. An admin can give you one.","password.none.token":"You have no password here. An admin can give you one.","password.none.proxy":"You have no password here: a proxy signs you in. Change your password where you signed in there.","password.none.jwt":"You have no password here: your organisation's sign-in vouches for you. Change your password there.","sessions.title":"Sessions","sessions.hint":"Where you are signed in. The server knows the sessions that were used since it started,","sessions.browser":"Browser","sessions.address":"Address","sessions.used":"Last used","sessions.begun":"Begun","sessions.by.password":"with a password","sessions.by.token":"with a token","sessions.this":"this one","sessions.unknown":"unknown","sessions.end":"End","sessions.endOne":"End the session in {browser}","sessions.endOthers":"End all other sessions","sessions.endTitle":{one:"End this session?",other:"End {n} sessions?"},"sessions.endHint":"Whoever uses it is signed out within a second. What is in flight there is broken off, except for a Set Action that was recorded.","sessions.ended":{one:"The session has ended.",other:"{n} sessions have ended."},"tokens.title":"Tokens","tokens.hint":"Programs sign in with them. A token may do what you may do.","tokens.unlisted":"You are signed in by a JWT and not listed on this server, so you cannot make tokens. An admin can give you one.","tokens.empty":"There are no tokens","tokens.name":"Name","tokens.nameHint":"What it is for, such as the program that uses it. A name is never used again.","tokens.made":"Made","tokens.used":"Last used","tokens.unused":"never","tokens.ends":"Ends","tokens.noEnd":"no end","tokens.expired":"expired","tokens.user_disabled":"the user is disabled","tokens.revoked":"revoked","tokens.others":{one:"{n} token that no longer works",other:"{n} tokens that no longer work"},"tokens.new":"New token","tokens.make":"Make the token","tokens.lastDay":"Last day","tokens.lastDayHint":"Without one, it works until it is revoked.","tokens.madeTitle":"The new token","tokens.once":"It is shown only now. Store it where only the program can read it. Whoever has it may do what its user may do.","tokens.token":"Token","tokens.theToken":"the token","tokens.stored":"I have stored it","tokens.revoke":"Revoke","tokens.revokeOne":"Revoke {name}","tokens.revokeHint":"Programs that use this token of {user} are refused within a second. This cannot be taken back, and the name stays taken.","tokens.revokeCurrent":"You are signed in by this token.","tokens.revokedNow":"{name} is revoked.","admin.title":"Users and tokens","admin.only":"Only admins see this page.","admin.users":"Users","admin.user":"User","admin.role":"Role","admin.signIn":"Signs in","admin.hasPassword":"with a password","admin.hasNone":"without a password","admin.disabled":"disabled","admin.search":"Search","admin.noUser":"No user has this in the name","admin.add":"Add a user","admin.added":"{user} is added.","admin.name":"Name","admin.nameHint":"As it will be recorded with each job. It cannot be changed.","admin.password":"Password (optional)","admin.passwordHint":"Without one, the user signs in by a token, a proxy or a JWT.","admin.change":"Change","admin.changeOne":"Change {user}","admin.setRole":"Set the role","admin.roleHint":"If it takes rights away, the user's sessions and streams end within a second.","admin.self":"This is you. Another admin can change your role or disable you. Your password is changed at","admin.since":"Added","admin.roleSet":"{user} has the new role.","admin.setPassword":"Set the password","admin.setPasswordHint":"The user's sessions end at once. Tokens stay.","admin.passwordSet":"{user} has the new password.","admin.disable":"Disable","admin.disableOne":"Disable {user}","admin.disableHint":"The user's tokens, sessions and JWTs stop working within a second. Jobs and entries stay. The user can be enabled again.","admin.disabledNow":"{user} is disabled.","admin.enable":"Enable","admin.enableOne":"Enable {user}","admin.enableHint":"It takes a new password, so that earlier sessions do not go on. Tokens that are not revoked work again.","admin.enableHintNone":"Tokens that are not revoked work again. A password is optional.","admin.enabledNow":"{user} is enabled.","admin.tokenUserHint":"A listed user, or a new name for a program that is not listed.","admin.tokenRoleHint":"The user is not listed, so the token has a role.","help.title":"Help","help.proof.title":"What \u201Cproved\u201D means","help.proof.lead":"This ledger keeps every entry for ever. You need not take its word for that: your browser checks it, each time.","help.proof.means":"What is proved","help.proof.meansText":`Every entry has a fingerprint: a number that changes if a single letter of the entry changes. All fingerprints together have one fingerprint, and the ledger signs it with a key that only it has. This signed fingerprint is a checkpoint.
\u201CEntry #12, proved\u201D says: your browser computed the fingerprint of entry 12 from what you see on the page, and found that it is one of those in the signed checkpoint. Had anybody changed the user, the time, the status or a message after it was recorded, even in the database itself, it would not fit.`,"help.proof.when":"What is checked, and when","help.proof.whenText":`When you open a job: each of its entries, that they follow each other, and that the facts on the page are those of the entries.
The lists of customers and outcomes: by itself if there are up to 1,000, else when you press the button. The payload: when you open it.
At each visit, and every few minutes: that the ledger still has everything that it had when this browser last saw it, unchanged and in the same order.
Lists of jobs, comparisons and statistics are not checked in the browser.`,"help.proof.not":"What is not proved","help.proof.notText":"That what somebody reported is true. That the newest entry is shown: a server could hide what was recorded a moment ago. And that the key is the right one, if you have it from this server alone.","help.proof.alarm":"What an alarm means","help.proof.alarmText":`What the server shows is not what it recorded, or not what it showed before. Somebody may have changed the database, or restored an older copy of it; it can also be a mistake in operation, or a broken disk.
Do not rely on what is shown. Download the file that the alarm offers: it has what your browser remembered and what the server sent. Give it to whoever is responsible for the ledger, and to your auditor. Keep your browser's memory as it is: do not clear its data, and do not accept the new state until it is explained.
That the server cannot be reached is no alarm.`,"help.proof.key":"The key","help.proof.keyText":"At your first visit, the browser remembers the key of the ledger. If the server later shows another one, that is an alarm. Compare the key once with one that you have from somebody you trust: it is at /log/key, and on the page about the ledger's health. If the key was changed on purpose, accept the new one with the button of the alarm.","help.proof.outside":"Checking it without this page","help.proof.outsideText":"A page comes from the server that it checks. Whoever does not trust the server at all checks with another program: download the evidence of a job, and run jobctl, or check.py, which is a second one by other means. Both need the verifier key, obtained elsewhere. Keep a checkpoint now and then: jobctl verify --against compares the whole ledger with it.","help.proof":"what this page checks by itself, and what it shows","help.statuses":"What the statuses mean","help.status.IN_PROGRESS":"The job is recorded, and nobody has said yet how it ended.","help.status.SUCCESS":"It was done for all its customers.","help.status.FAILED":"It was not done, or not for all its customers. The job's page says for whom it failed.","help.status.UNCONFIRMED":"Nobody knows whether the upstream acted. Look there first, and then record what you found. Do not simply send it again.","help.causes":"What a status is based on","help.causesHint":"Behind the status of a job is its cause, unless the upstream simply answered.","help.any":"Any status","help.cause.answered":"The upstream's whole answer was read, and says how the job ended.","help.cause.reported":"Somebody reported it: the service that ran the job, or a person who looked.","help.cause.never_sent":"The request provably never left. The upstream did nothing.","help.cause.withheld":"The request was not sent, because other jobs were for the same customers, or because that could not be checked.","help.cause.timed_out":"The request was sent, and no whole answer came in time.","help.cause.connection_lost":"The request was sent, and the connection broke before a whole answer came.","help.cause.unreadable_answer":"The upstream accepted the request, with an answer that cannot be read or does not say how the job ended.","help.cause.inconclusive_answer":"The code of the answer does not tell whether the upstream acted.","help.cause.interrupted":"The server stopped before the outcome of the call was recorded.","help.cause.imported":"Another system recorded it.","help.keysHint":"In the list of jobs.","help.more":"More","help.docs":"the same for programs, with all that this page can do","help.account":"your password, sessions and tokens","help.checkpoint":"how many entries there are, signed; keep one, and the ledger cannot be rewritten unnoticed","help.key":"checks the signatures; compare it with the one that you got from somebody you trust"}});function a(e,t={}){let o=br[e],n=Number(t.n??0);return(typeof o=="string"?o:cf.select(n)==="one"&&o.one||o.other).replace(/\{(\w+)\}/g,(s,i)=>{let c=t[i];return typeof c=="number"?M(c):c??s})}function U(e,t){let o=`${e}.${t}`;return o in br?a(o):t.replaceAll("_"," ")}var cf,N=w(()=>{"use strict";de();ji();cf=new Intl.PluralRules("en")});function mt(e){e&&e.parentNode&&e.remove()}function Ni(e,t,o){var n,r,s,i={},c=arguments.length;for(s in t)s=="key"?n=t[s]:s=="ref"&&typeof e!="function"?r=t[s]:i[s]=t[s];return c>2&&(i.children=c>3?vr.call(arguments,2):o),fo(e,i,n,r,null)}function fo(e,t,o,n,r){var s={type:e,props:t,key:o,ref:n,__k:null,__:null,__b:0,__e:null,__c:null,constructor:ho,__v:r||++Ci,__i:-1,__u:0};return!r&&Q.vnode&&Q.vnode(s),s}function mo(e){return e.children}function po(e,t){this.props=e,this.context=t,this.__g=0}function rt(e,t){if(t==null)return e.__&&rt(e.__,e.__i+1);for(var o;t<e.__k.length;t++)if((o=e.__k[t])&&o.__e)return o.__e;return typeof e.type!="function"||e.props.__P?null:rt(e)}function ff(e){var t,o=e.__v,n=o.__e,r=[],s=[],i=e.__P;i&&((t=$t({constructor:ho},o)).__v=o.__v+1,Q.vnode&&Q.vnode(t),xr(i,t,o,e.__n,i.namespaceURI,32&o.__u?[n]:null,r,n||rt(o),32&o.__u,s),t.__v=o.__v,t.__.__k[t.__i]=t,Pi(r,t,s),o.__=o.__e=null,t.__e!=n&&Ri(t))}function Ri(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),Ri(e)}function Ei(e){(8&e.__g||(e.__g|=8,nt.push(e),cn++))&&yr==Q.debounceRendering||((yr=Q.debounceRendering)||queueMicrotask)(Ii)}function Ii(){try{for(var e,t=1;nt.length;)nt.length>t&&nt.sort(Oi),e=nt.shift(),t=nt.length,8&e.__g&&ff(e)}finally{(cn=nt.length)&&(yr||queueMicrotask)(Ii)}}function Mi(e,t,o,n,r,s,i,c,u,f,d){var h,m,p,b,x,g,$=n.__k||un,_=t.length;for(u=pf(o,t,$,u,_),h=0;h<_;h++)(p=o.__k[h])!=null&&(m=~p.__i&&$[p.__i]||ln,p.__i=h,g=xr(e,p,m,r,s,i,c,u,f,d),b=p.__e,(m.ref!=p.ref||8&m.__u)&&(m.ref&&kr(m.ref,null,p,m),p.ref&&d.push(p.ref,p.__c||b,p)),x=x||b,4&p.__u?(u=Di(p,u,e,!m.__v),m.__e&&(m.__e=null)):typeof p.type=="function"&&g!==void 0?u=g:b&&(u=b.nextSibling),p.__u&=-21);return o.__e=x,u}function pf(e,t,o,n,r){var s,i,c,u,f,d,h,m,p,b=o.length,x=b,g=0,$=0,_=e.__k=Array(r);for(s=0;s<r;s++)(i=t[s])!=null&&typeof i!="boolean"&&typeof i!="function"?(typeof i!="object"||i.constructor===String?i=_[s]=fo(null,i):_r(i)?i=_[s]=fo(mo,{children:i}):i.constructor===ho&&i.__b?i=_[s]=fo(i.type,i.props,i.key,i.ref,i.__v):_[s]=i,u=s+g,i.__=e,i.__b=e.__b+1,c=null,~(f=i.__i=hf(i,o,u,x))&&(x--,(c=o[f])&&(c.__u|=2)),c&&c.__v?(i.__u|=16,f==u-1?g--:f==u+1?g++:f!=u&&(f>u?g--:g++,$=1)):(~f||(r>b?g--:r<b&&g++),typeof i.type!="function"&&(i.__u|=4))):_[s]=null;if($){for(d=[],h=[],s=0;s<r;s++)if((i=_[s])&&16&i.__u){for(g=0,m=d.length;g<m;)d[p=g+m>>1]<i.__i?g=p+1:m=p;d[g]=i.__i,h[s]=g+1}for(g=d.length;s--;)h[s]&&(h[s]==g?g--:_[s].__u|=4)}if(x)for(s=0;s<b;s++)!(c=o[s])||2&c.__u||(c.__e==n&&(n=rt(c)),Sr(c,c));return n}function Di(e,t,o,n){var r,s,i,c;if(typeof e.type=="function"){if(e.props.__P)return t;if(r=e.__k)for(s=0;s<r.length;s++)r[s]&&(r[s].__=e,t=Di(r[s],t,o,!1));return t}for(t&&!t.parentNode&&(t=rt(e))&&!t.parentNode&&(t=null),i=e.__e,c=t;c&&c.nodeType==8;)c=c.nextSibling;for(i!=c&&(!n&&o.moveBefore&&i.parentNode?o.moveBefore(i,t):o.insertBefore(i,t||null)),t=i;(t=t&&t.nextSibling)&&t.nodeType==8&&!t.data.startsWith("$s"););return t}function hf(e,t,o,n){var r,s=e.key,i=e.type,c=t[o],u=c&&!(2&c.__u);if(c===null&&s==null||u&&s==c.key&&i==c.type)return o;if(n>(u?1:0)){for(r=o-1;r>=0;r--)if((c=t[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r;for(r=o+1;r<t.length;r++)if((c=t[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r}return-1}function Ti(e,t,o){o==null&&(o=""),t[0]=="-"?e.setProperty(t,o):e[t]=o}function rn(e,t,o,n,r){var s,i;if(t=="style")if(typeof o=="string")e.style.cssText=o;else{if(typeof n=="string"&&(e.style.cssText=n=""),n)for(t in n)o&&t in o||Ti(e.style,t);if(o)for(t in o)n&&o[t]==n[t]||Ti(e.style,t,o[t])}else if(t[0]=="o"&&t[1]=="n")typeof o!="function"&&(o=null),typeof n!="function"&&(n=null),(e.__e||(e.__e={}))[t]=o,o&&n||(i=wr[t]||(wr[t]=mf(t)),(e.__a||(e.__a={}))[t]=gr,s=t!=(t=t.replace(Li,"$1")),(t=t.slice(2))[0]<"a"&&(t=t.toLowerCase()),o?e.addEventListener(t,i,s):e.removeEventListener(t,i,s));else{if(r=="http://www.w3.org/2000/svg")t=t.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(t!="width"&&t!="height"&&t!="href"&&t!="list"&&t!="form"&&t!="tabIndex"&&t!="download"&&t!="rowSpan"&&t!="colSpan"&&t!="role"&&t!="popover"&&t in e)try{return void(e[t]=o??"")}catch{}if(typeof o=="function")return;o==null||o===!1&&t[4]!="-"?e.removeAttribute(t):e.setAttribute(t,t=="popover"&&o==1?"":o)}}function mf(e){return function(t){var o=this.__e;if(o){if(o=o[e],t[sn]==null)t[sn]=gr++;else if(t[sn]<this.__a[e])return;return o(Q.event?Q.event(t):t)}}}function xr(e,t,o,n,r,s,i,c,u,f){var d,h,m,p,b,x,g,$,_,v,k,S,H,se,me,Ae,xe,Te,_e=t.type;if(t.constructor!==ho)return null;128&o.__u&&(u=32&o.__u,d=o.__c.__z)&&(t.__u|=u,h=s=[],d.nodeType==8?c=an(d,s):s.push(d),c=s[0]||c),(d=Q.__b)&&d(t);e:if(typeof _e=="function"){m=i.length;try{if($=t.props,_=(d=_e.prototype)&&d.render,v=(d=_e.contextType)&&n[d.__c],k=d?v?v.props.value:d.__:n,(p=o.__c)?(t.__c=p,2&p.__g&&(p.__g|=1)):(_?t.__c=p=new _e($,k):(t.__c=p=new po($,k),p.constructor=_e,p.render=bf),v&&v.sub(p),p.state||(p.state={}),p.__n=n,p.__g|=8,p.__h=[],p.__k=[]),_&&(p.__s||(p.__s=p.state),_e.getDerivedStateFromProps&&(p.__s==p.state&&(p.__s=$t({},p.__s)),$t(p.__s,_e.getDerivedStateFromProps($,p.__s)))),b=p.props,x=p.state,p.__v=t,o.__c){if($!==b&&_&&!_e.getDerivedStateFromProps&&p.componentWillReceiveProps&&p.componentWillReceiveProps($,k),t.__v==o.__v&&!(8&p.__g)||!(4&p.__g)&&p.shouldComponentUpdate&&p.shouldComponentUpdate($,p.__s,k)===!1){t.__v!=o.__v&&(p.props=$,p.state=p.__s,p.__g&=-9),t.__e=o.__e,t.__k=o.__k,t.__k.some(function(G){G&&(G.__=t)}),un.push.apply(p.__h,p.__k),p.__k=[],p.__h.length&&i.push(p),c=rt(o);break e}p.componentWillUpdate&&p.componentWillUpdate($,p.__s,k),_&&p.componentDidUpdate&&p.__h.push(function(){p.componentDidUpdate(b,x,g)})}else _&&!_e.getDerivedStateFromProps&&p.componentWillMount&&p.componentWillMount(),_&&p.componentDidMount&&p.__h.push(p.componentDidMount);p.context=k,p.props=$,p.__P=e,p.__g&=-5,S=Q.__r,H=_?25:0;do p.__g&=-9,S&&S(t),d=p.render(p.props,p.state=p.__s,p.context);while(8&p.__g&&++H<25);_&&(un.push.apply(p.__h,p.__k),p.__k=[]),p.state=p.__s,p.getChildContext&&(n=$t({},n,p.getChildContext())),_&&o.__c&&p.getSnapshotBeforeUpdate&&(g=p.getSnapshotBeforeUpdate(b,x)),se=d&&d.type===mo&&d.key==null?d.props.children:d,$.__P&&(d=c,r=(e=$.__P).namespaceURI,u=s=null,o.props&&o.props.__P!=e&&(o.__k.some(function(G){G&&Sr(G,G)}),o.__k=null),c=o.__k?rt(o,0):null),c=Mi(e,_r(se)?se:[se],t,o,n,r,s,i,c,u,f),$.__P&&(t.__e=null,c=d),t.__u&=-161,h&&h.some(mt),p.__h.length&&i.push(p),1&p.__g&&(p.__g&=-4)}catch(G){if(i.length=m,t.__v=null,u||s)if(G&&G.then){if(t.__u|=128|u,s){for(~(xe=s.indexOf(c||void 0))||(xe=s.length);(Te=s[xe-1])&&Te.nodeType==8;)xe--;for(;xe<s.length;xe++)if(Te=s[xe])if(s[xe]=null,me){if(Te==Ae)break}else{if(Te.nodeType!=8)break;Te.data.startsWith("$s")&&(Ae=an(me=Te))}}if(!me){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;me=c}(d=an(me=t.__c.__z||(t.__c.__z=me)))?(t.__e=me,c=d):t.__e=c,c=c&&c.nextSibling}else s&&s.some(mt);else t.__e=o.__e;t.__k||(t.__k=o.__k||[]),G&&G.then||Hi(t),Q.__e(G,t,o)}}else c=t.__e=$f(o.__e,t,o,n,r,s,i,u,f,e);return(d=Q.diffed)&&d(t),c}function an(e,t){if(e&&e.nodeType==8&&e.data.startsWith("$s"))for(var o=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith("$s"))o++;else if(e.data.startsWith("/$s")&&!--o)return e}t&&t.push(e)}}function Hi(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(Hi))}function Pi(e,t,o){for(var n=0;n<o.length;)kr(o[n++],o[n++],o[n++]);Q.__c&&Q.__c(t,e),e.some(function(r){try{e=r.__h,r.__h=[],e.some(function(s){s.call(r)})}catch(s){Q.__e(s,r.__v)}})}function $f(e,t,o,n,r,s,i,c,u,f){var d,h,m,p,b,x,g,$,_=o.props||ln,v=t.props,k=t.type;if(k=="svg"?r="http://www.w3.org/2000/svg":k=="math"?r="http://www.w3.org/1998/Math/MathML":r||(r="http://www.w3.org/1999/xhtml"),s){for(d=0;d<s.length;d++)if((b=s[d])&&(k?b.localName==k:b.nodeType==3)){e=b,s[d]=null;break}}if(!e){if($=f.ownerDocument||document,!k)return $.createTextNode(v);e=$.createElementNS(r,k,v.is?v:f),c&&(Q.__m&&Q.__m(t,s),c=!1),s=null}if(k){if(f=k=="template"&&e.content||e,s=k=="textarea"&&v.defaultValue!=null?null:s&&vr.call(f.childNodes),!c&&s)for(_={},d=0;d<e.attributes.length;d++)_[(b=e.attributes[d]).name]=b.value;for(d in _)b=_[d],d=="dangerouslySetInnerHTML"?m=b:d=="children"||d in v||d=="value"&&"defaultValue"in v||d=="checked"&&"defaultChecked"in v||rn(e,d,null,b,r);for(d in v)b=v[d],d=="children"?p=b:d=="dangerouslySetInnerHTML"?h=b:d=="value"?x=b:d=="checked"?g=b:c&&typeof b!="function"||_[d]===b||rn(e,d,b,_[d],r);h?(c||m&&(h.__html==m.__html||h.__html==e.innerHTML)||(e.innerHTML=h.__html),t.__k=[]):(m&&(e.textContent=""),(k=="foreignObject"||r=="http://www.w3.org/1998/Math/MathML"&&df.test(k))&&(r="http://www.w3.org/1999/xhtml"),Mi(f,_r(p)?p:[p],t,o,n,r,s,i,s?s[0]:o.__k&&rt(o,0),c,u),s&&s.some(mt)),c&&k!="textarea"||(d="value",k=="progress"&&x==null?e.removeAttribute(d):x==null||x===e[d]&&(k!="progress"||x)||rn(e,d,x,_[d],r),d="checked",g!=null&&g!=e[d]&&rn(e,d,g,_[d],r))}else _===v||c&&e.data==v||(e.data=v);return e}function kr(e,t,o,n){try{typeof e=="function"?t?t.__x=e(t)||1:n&&(n=n.__c||n.__e)&&(t=n.__x)&&(n.__x=null,typeof t=="function"?t():e(null)):e.current=t}catch(r){Q.__e(r,o)}}function Sr(e,t,o){var n,r,s,i;if(Q.unmount&&Q.unmount(e),!(n=e.ref)||n.current&&n.current!=e.__e||kr(n,null,t,e),n=e.__c){if(n.componentWillUnmount)try{n.componentWillUnmount()}catch(c){Q.__e(c,t)}n.__P=n.__n=null}if(n=e.__k)for(i=0;i<n.length;i++)n[i]&&Sr(n[i],t,typeof e.type!="function"||o&&!e.props.__P);!o&&(n=e.__c)&&(n=n.__z)&&(r=an(n,s=[]))&&(n==e.__e&&s.some(mt),mt(r),mt(n)),o||mt(e.__e),e.__e=e.__c=e.__=null}function bf(e,t,o){return this.constructor(e,o)}function Ar(e,t){var o,n,r,s;Q.__&&Q.__(e,t),t.nodeType==9&&(t=t.documentElement),n=(o=e&&32&e.__u)?null:t.__k,t.__k=fo(mo,{children:[e]}),r=[],s=[],xr(t,t.__k,n||ln,ln,t.namespaceURI,n?null:t.firstChild?vr.call(t.childNodes):null,r,n?n.__e:t.firstChild,o,s),Pi(r,t.__k,s),t.__k.props.children=null}var Q,Ci,lf,nt,yr,cn,Oi,sn,Li,gr,wr,uf,ho,ln,un,df,_r,vr,$t,dn=w(()=>{"use strict";ho=Symbol.for("pv"),ln={},un=[],df=/^m(i|n|o|s|text|space)$/,_r=Array.isArray,vr=un.slice,$t=Object.assign;Q={__e:function(e,t,o,n){for(var r,s,i;t=t.__;)if((r=t.__c)&&!(1&r.__g)){r.__g|=4;try{if((i=(s=r.constructor)&&s.getDerivedStateFromError)&&r.setState(s.getDerivedStateFromError(e)),r.componentDidCatch&&(r.componentDidCatch(e,n||{}),i=1),i&&8&r.__g)return void(r.__g|=2)}catch(c){e=c}}throw cn=0,e}},Ci=0,lf=function(e){return e!=null&&e.constructor===ho},po.prototype.setState=function(e,t){var o=this.__s;o&&o!=this.state||(o=this.__s=$t({},this.state)),typeof e=="function"&&(e=e($t({},o),this.props)),e&&($t(o,e),this.__v&&(t&&this.__k.push(t),Ei(this)))},po.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),Ei(this))},po.prototype.render=mo,nt=[],cn=0,Oi=function(e,t){return e.__v.__b-t.__v.__b},sn=Symbol(),Li=/(PointerCapture)$|Capture$/i,gr=0,wr={},uf=0});function Bi(e){var t=Ui.get(this);return t||(t=new Map,Ui.set(this,t)),(t=Fi(this,t.get(e)||(t.set(e,t=(function(o){for(var n,r,s=1,i="",c="",u=[0],f=function(m){s===1&&(m||(i=i.replace(/^\s*\n\s*|\s*\n\s*$/g,"")))?u.push(0,m,i):s===3&&(m||i)?(u.push(3,m,i),s=2):s===2&&i==="..."&&m?u.push(4,m,0):s===2&&i&&!m?u.push(5,0,!0,i):s>=5&&((i||!m&&s===5)&&(u.push(s,0,i,r),s=6),m&&(u.push(s,m,0,r),s=6)),i=""},d=0;d<o.length;d++){d&&(s===1&&f(),f(d));for(var h=0;h<o[d].length;h++)n=o[d][h],s===1?n==="<"?(f(),u=[u],s=3):i+=n:s===4?i==="--"&&n===">"?(s=1,i=""):i=n+i[0]:c?n===c?c="":i+=n:n==='"'||n==="'"?c=n:n===">"?(f(),s=1):s&&(n==="="?(s=5,r=i,i=""):n==="/"&&(s<5||o[d][h+1]===">")?(f(),s===3&&(u=u[0]),s=u,(u=u[0]).push(2,0,s),s=0):n===" "||n==="	"||n===`
`||n==="\r"?(f(),s=2):i+=n),s===3&&i==="!--"&&(s=4,u=u[0])}return f(),u})(e)),t),arguments,[])).length>1?t:t[0]}var Fi,Ui,Wi=w(()=>{"use strict";Fi=function(e,t,o,n){var r;t[0]=0;for(var s=1;s<t.length;s++){var i=t[s++],c=t[s]?(t[0]|=i?1:2,o[t[s++]]):t[++s];i===3?n[0]=c:i===4?n[1]=Object.assign(n[1]||{},c):i===5?(n[1]=n[1]||{})[t[++s]]=c:i===6?n[1][t[++s]]+=c+"":i?(r=e.apply(c,Fi(e,c,o,["",null])),n.push(r),c[0]?t[0]|=2:(t[s-2]=0,t[s]=r)):n.push(c)}return n},Ui=new Map});function yo(e,t){ce.__h&&ce.__h(le,e,bo||t),bo=0;var o=le.__H||(le.__H={__:[],__h:[]});return e>=o.__.length&&o.__.push({}),o.__[e]}function y(e){return bo=1,ea(ta,e)}function ea(e,t,o){var n=yo(bt++,2);if(n.t=e,!n.__c&&(n.__=[o?o(t):ta(void 0,t),function(s){var i=(n.__N||n.__)[0],c=n.t(i,s);Er(i,c)||(n.__N=[c,n.__[1]],n.__c.setState({}))}],n.__c=le,!le.__f)){le.__f=!0;var r=le.shouldComponentUpdate;le.shouldComponentUpdate=function(s,i,c){var u=this.__H;if(!u)return!0;var f=!1,d=this.props!=s;if(u.__.some(function(m){m.__N&&(f=!0,Er(m.__[0],m.__N[0])||(d=!0))}),r){var h=r.call(this,s,i,c);return f?h||d:h}return!f||d}}return n.__}function j(e,t){var o=yo(bt++,3);!ce.__s&&Lr(o.__H,t)&&(o.__P=!0,o.__=e,o.u=t,le.__H.__h.push(o))}function st(e,t){var o=yo(bt++,4);!ce.__s&&Lr(o.__H,t)&&(o.__P=!1,o.__=e,o.u=t,le.__h.push(o))}function I(e){return bo=5,ue(function(){return{current:e}},[])}function ue(e,t){var o=yo(bt++,7);return Lr(o.__H,t)&&(o.__=e(),o.__H=t),o.__}function Or(e,t){return bo=8,ue(function(){return e},t)}function it(){var e=yo(bt++,11);if(!e.__){for(var t=le.__v;!t.__m&&t.__;)t=t.__;var o=t.__m||(t.__m=[0,0]);e.__="P"+o[0]+"-"+o[1]++}return e.__}function yf(){var e;do{for(;e=Tr.shift();)try{$o(e)}catch(o){ce.__e(o,{__:(e=e.__P)&&e.__v})}for(;e=Qi.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some($o),t.__h.some(Cr),t.__h=[]}catch(o){t.__h=[],ce.__e(o,e.__v)}}}while(Tr.length)}function wf(e){var t,o=function(){clearTimeout(n),Xi&&cancelAnimationFrame(t),setTimeout(e)},n=setTimeout(o,35);Xi&&(t=requestAnimationFrame(o))}function Zi(e){e!=1&&qi==ce.requestAnimationFrame||((qi=ce.requestAnimationFrame)||wf)(yf)}function $o(e){var t=le,o=e.__c;typeof o=="function"&&(e.__c=void 0,o()),le=t}function Cr(e){var t=le;e.__c=e.__(),le=t}function Lr(e,t){return!e||e.length!=t.length||t.some(function(o,n){return!Er(o,e[n])})}function ta(e,t){return typeof t=="function"?t(e):t}var bt,le,jr,qi,Er,bo,Qi,Tr,ce,zi,Vi,Ji,Gi,Ki,Yi,Xi,oa=w(()=>{"use strict";dn();Er=Object.is,bo=0,Qi=[],Tr=[],ce=Q,zi=ce.__b,Vi=ce.__r,Ji=ce.diffed,Gi=ce.__c,Ki=ce.unmount,Yi=ce.__;ce.__b=function(e){le=null,zi&&zi(e)},ce.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),Yi&&Yi(e,t)},ce.__r=function(e){Vi&&Vi(e),bt=0;var t=(le=e.__c).__H;t&&(jr==le?le.__h=[]:(t.__h.some($o),t.__h.some(Cr),bt=0),t.__h=[],t.__.some(function(o){o.__N&&(o.__=o.__N),o.u=o.__N=void 0})),jr=le},ce.diffed=function(e){Ji&&Ji(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&Zi(Qi.push(t)),t.__H.__.some(function(o){o.u&&(o.__H=o.u)})),jr=le=null},ce.__c=function(e,t){t.some(function(o){try{o.__h.some($o),o.__h=o.__h.filter(function(n){return!n.__||Cr(n)})}catch(n){o.__h=[function(){throw n}]}}),Gi&&Gi(e,t)},ce.unmount=function(e){Ki&&Ki(e);var t,o,n=e.__c;n&&n.__H&&(n.__H.__.some(function(r){try{if(r.__P&&r.__c){if(o===void 0){for(o=e.__;o&&(!o.__c||!o.__c.__P);)o=o.__;o=o&&o.__c}r.__P=o,Zi(Tr.push(r))}else $o(r)}catch(s){t=s}}),n.__H=void 0,t&&ce.__e(t,n.__v))};Xi=typeof requestAnimationFrame=="function"});var l,E=w(()=>{"use strict";dn();Wi();dn();oa();l=Bi.bind(Ni)});function L(e){let[t,o]=y(e.get());return j(()=>(o(()=>e.get()),e.watch(n=>o(()=>n))),[e]),t}function qe(){let{search:e}=L(Re);return[ue(()=>new URLSearchParams(e),[e]),on]}function W(e,t){let[o,n]=y({error:null,isLoading:!0}),[r,s]=y(0),i=I(0),c=Or(()=>s(f=>f+1),[]),u=I(t);return u.current.some((f,d)=>!Object.is(f,t[d]))&&(u.current=t),j(()=>{i.current=0,n({error:null,isLoading:!0})},[u.current]),j(()=>{let f=new AbortController,d=0;return n(h=>({...h,isLoading:!0})),e(f.signal).then(h=>{f.signal.aborted||(i.current=0,n({data:h,error:null,isLoading:!1}))},h=>{if(f.signal.aborted)return;if(!(h instanceof ie))throw h;if(n(p=>({...p,error:h,isLoading:!1})),!h.isTemporary)return;let m=h.retryAfter??na[Math.min(i.current++,na.length-1)];d=window.setTimeout(c,m*1e3)}),()=>{f.abort(),clearTimeout(d)}},[u.current,r]),{data:o.data,error:o.error,isLoading:o.isLoading,reload:c}}function X(e){let[t,o]=y(!1),[n,r]=y(null),s=I(!1);return[async(...c)=>{if(!s.current){s.current=!0,o(!0),r(null);try{await e(...c)}catch(u){if(!(u instanceof ie))throw u;r(u)}finally{s.current=!1,o(!1)}}},t,n,()=>r(null)]}function fn(e,t,o){j(()=>{if(!t)return;let n=i=>{e.current?.contains(i.target)||o(i)},r=i=>{i.key==="Escape"&&(i.stopPropagation(),i.preventDefault(),o(i))},s=e.current;return document.addEventListener("pointerdown",n),document.addEventListener("focusin",n),s?.addEventListener("keydown",r),()=>{document.removeEventListener("pointerdown",n),document.removeEventListener("focusin",n),s?.removeEventListener("keydown",r)}},[t])}var na,q=w(()=>{"use strict";Y();Ie();E();na=[1,2,5,10,30]});var gf,R,be=w(()=>{"use strict";E();gf={SUCCESS:"m4 8.5 2.7 2.7L12 5.5",FAILED:"m5 5 6 6m0-6-6 6",UNCONFIRMED:"M6 6.2C6 3.6 10.4 3.8 10.2 6.4 10 8 8 8 8 9.6m0 2.2v.4",IN_PROGRESS:"M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM8 5v3l2 1.4",copy:"M6 6h7v7H6zM3 10V3h7",search:"M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zm3.3 7.8L14 14",note:"M3 3h10v7H8l-3 3v-3H3z",down:"m4 6.5 4 4 4-4",user:"M8 3a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM3 13.5c.6-5 9.4-5 10 0",check:"M8 1.8 13 4v4c0 3-2 5-5 6.2C5 13 3 11 3 8V4zM5.7 8l1.7 1.7 3-3.4",alarm:"M8 2.5 14.5 13.5h-13zM8 6.5v3.2m0 1.6v.4",system:"M8 2.5a5.5 5.5 0 1 1 0 11zm0 0v11a5.5 5.5 0 0 1 0-11",light:"M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM8 1v1.5m0 11V15M1 8h1.5m11 0H15M3 3l1 1m8 8 1 1M3 13l1-1m8-8 1-1",dark:"M7 2.5a5.5 5.5 0 1 0 6.5 7A5 5 0 0 1 7 2.5z",download:"M8 2.5v7m-3-2.6 3 3 3-3M3 13h10"},R=({name:e})=>l`
  <svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d=${gf[e]} /></svg>
`});function sa(){let e=L(pt),t=Object.entries(L(ra));return l`
    <div class="banners">
      ${t.map(([o,{kind:n,content:r}])=>l`
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
        ${!e&&l`
            <div class="banner banner-warning" id="banner-offline">
              <${R} name="alarm" />
              <div>${a("app.offline")}</div>
            </div>
          `}
      </div>
    </div>
  `}var ra,Pt,pn=w(()=>{"use strict";Y();Be();N();q();E();be();ra=ae({}),Pt=(e,t)=>ra.update(o=>{let{[e]:n,...r}=o;return t?{...r,[e]:t}:n?r:o})});function _f(e){let t={ArrowDown:1,ArrowUp:-1}[e.key];if(!t||e.target.matches("input:not([type=checkbox])"))return;let n=[...e.currentTarget.querySelectorAll("a[href], button, input")],r=n.indexOf(document.activeElement)+t;e.preventDefault(),n[(r+n.length)%n.length]?.focus()}function Ut({label:e,name:t,class:o="",align:n="start",children:r}){let[s,i]=y(!1),c=I(null),u=I(null),f=()=>{i(!1),u.current?.focus()};return fn(c,s,d=>d.type==="keydown"?f():i(!1)),l`
    <div class="popover" ref=${c}>
      <button
        type="button"
        ref=${u}
        class=${o}
        aria-expanded=${s}
        aria-label=${t}
        onClick=${()=>i(!s)}
      >
        ${e}<${R} name="down" />
      </button>
      ${s&&l`<div class="panel panel-${n}" onKeyDown=${_f}>${r(f)}</div>`}
    </div>
  `}var hn,ia,wo=w(()=>{"use strict";N();q();E();be();hn=({items:e,...t})=>l`
  <${Ut} ...${t}>
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
`,ia=({name:e,value:t,onRemove:o})=>l`
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
`});function ee(e,t="ok"){aa+=1;let o=aa;Nr.update(n=>[...n.slice(-3),{id:o,text:e,kind:t}]),t==="ok"&&setTimeout(la,vf,o)}function ua(){let e=L(Nr),t=L(ca);return l`
    <div class="messages" role="log" aria-live="polite" aria-relevant="additions">
      ${e.map(({id:o,text:n,kind:r})=>l`
          <div key=${o} class="message message-${r}">
            <span>${n}</span>
            <button class="icon-button" aria-label=${a("app.close")} onClick=${()=>la(o)}>
              ✕
            </button>
          </div>
        `)}
    </div>
    <div class="off-screen" role="status" aria-live="polite">${t}</div>
  `}var Nr,ca,aa,vf,la,mn,je=w(()=>{"use strict";Be();N();q();E();Nr=ae([]),ca=ae(""),aa=0,vf=5e3,la=e=>Nr.update(t=>t.filter(o=>o.id!==e));mn=e=>ca.set(e)});var ye,z,Me=w(()=>{"use strict";ye=class extends Error{constructor(t,o){super(o),this.name="VerifyError",this.code=t}},z=(e,t)=>new ye("malformed",`${e}: ${t}`)});function fe(e){if(typeof e!="string")throw z("text","is not a string");if(/\p{Surrogate}/u.test(e))throw z("text","has half of a surrogate pair");return xf.encode(e)}function yt(e,t){if(typeof e!="string"||!/^[0-9a-f]{64}$/.test(e))throw z(t,"a hash is not 64 lower-case hex digits");return Uint8Array.from({length:32},(o,n)=>parseInt(e.slice(2*n,2*n+2),16))}function $n(e,t){if(!Array.isArray(e))throw z(t,"its path is not a list of hashes");return e.map(o=>yt(o,t))}function go(e){let t;try{t=atob(e)}catch{return null}return btoa(t)!==e?null:Uint8Array.from(t,o=>o.charCodeAt(0))}function Rr(e){let t=go(e);return t?.length===32?t:null}function Ir(e){let t=/^(0|[1-9][0-9]*)$/.test(e)?Number(e):NaN;return Number.isSafeInteger(t)?t:null}function bn(...e){let t=new Uint8Array(e.reduce((n,r)=>n+r.length,0)),o=0;for(let n of e)t.set(n,o),o+=n.length;return t}function yn(e,t){let o=Math.min(e.length,t.length);for(let n=0;n<o;n+=1)if(e[n]!==t[n])return e[n]-t[n];return e.length-t.length}var xf,Ee,wt,De=w(()=>{"use strict";Me();xf=new TextEncoder;Ee=e=>Array.from(e,t=>t.toString(16).padStart(2,"0")).join("");wt=(e,t)=>yn(e,t)===0});var $a,Ft,Dr,wn,Hr,Pr,gn,kf,Sf,da,Ur,Af,ba,ya,wa,gt,oe,fa,A,jf,Mr,ga,Ce,_o,_t,Ef,Tf,ze,Cf,pa,Of,Lf,ha,ma,Nf,_a=w(()=>{"use strict";$a=Object.freeze,Ft=0x7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffedn,Dr=0x1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3edn,wn=0x52036cee2b6ffe738cc740797779e89800700a4d4141d8ab75eb4dca135978a3n,Hr=0x216936d3cd6e53fec0a4e231fdd6dc5c692cc7609525a7b2c9562d608f25d51an,Pr=0x6666666666666666666666666666666666666666666666666666666666666658n,gn=Ft-1n,kf=$a({p:Ft,n:Dr,h:8n,a:gn,d:wn,Gx:Hr,Gy:Pr}),Sf=32,da=e=>e instanceof Uint8Array||ArrayBuffer.isView(e)&&e.constructor.name==="Uint8Array"&&e.BYTES_PER_ELEMENT===1,Ur=(e,t,o="")=>{if(da(e)&&(t===void 0||e.length===t))return e;let n=da(e),r=t!==void 0?` of length ${t}`:"",s=n?`length=${e.length}`:`type=${typeof e}`,i=(o?`"${o}" `:"")+"expected Uint8Array"+r+", got "+s;throw n?new RangeError(i):new TypeError(i)},Af=(e,t="",o)=>Uint8Array.from(Ur(e,o,t)),ba=(e,t)=>e.toString(16).padStart(t,"0"),ya=e=>{let t="";for(let o of Ur(e))t+=ba(o,2);return t},wa=e=>{let t="hex invalid";if(typeof e!="string")throw new TypeError(t);if(e.length%2||!/^[\da-f]*$/i.test(e))throw new RangeError(t);let o=new Uint8Array(e.length/2);for(let n=0,r=0;n<o.length;n++,r+=2){let s=e.charCodeAt(r),i=e.charCodeAt(r+1);o[n]=((s&15)+(s>>6)*9)*16+(i&15)+(i>>6)*9}return o},gt=(e,t,o,n="bad number: out of range")=>{if(typeof e!="bigint")throw new TypeError(n);if(t<=e&&e<o)return e;throw new RangeError(n)},oe=(e,t=Ft)=>(e%=t)>=0n?e:t+e,fa=(1n<<255n)-1n,A=e=>{if(e<0n)throw new RangeError("negative coordinate");let t=(e>>255n)*19n+(e&fa);return t=(t>>255n)*19n+(t&fa),t%Ft},jf=(e,t)=>{if(e===0n)throw new Error("invert: expected non-zero number");if(t<=1n)throw new Error("invert: expected modulus > 1, got "+t);let o=oe(e,t),n=t,r=0n,s=1n;for(;o!==0n;){let c=n/o,u=n-o*c,f=r-s*c;n=o,o=u,r=s,s=f}if(n!==1n)throw new Error("invert: does not exist");return oe(r,t)},Mr=e=>{if(e instanceof Ce)return e;throw new TypeError("Point expected")},ga=2n**256n,Ce=class e{static BASE;static ZERO;X;Y;Z;T;constructor(t,o,n,r){let s=ga;this.X=gt(t,0n,s),this.Y=gt(o,0n,s),this.Z=gt(n,1n,s),this.T=gt(r,0n,s),$a(this)}static CURVE(){return kf}static fromAffine(t){return new e(t.x,t.y,1n,A(t.x*t.y))}static fromBytes(t,o=!1){let n=Af(t,"point",Sf),r=n[31];n[31]=r&-129;let s=Tf(n);o||gt(s,0n,Ft);let i=A(s*s),c=oe(i-1n),u=A(wn*i+1n),{isValid:f,value:d}=Of(c,u);if(!f)throw new Error("bad point: y not sqrt");let h=!!(r&128);if(!o&&d===0n&&h)throw new Error("bad point: x==0, isLastByteOdd");return h!==!!(d&1n)&&(d=oe(-d)),new e(d,s,1n,A(d*s))}static fromHex(t,o){return e.fromBytes(wa(t),o)}get x(){return this.toAffine().x}get y(){return this.toAffine().y}assertValidity(){let t=gn,o=wn,n=this;if(n.is0())throw new Error("bad point: ZERO");let{X:r,Y:s,Z:i,T:c}=n,u=A(r*r),f=A(s*s),d=A(i*i),h=A(d*d),m=A(u*t),p=A(d*(m+f)),b=oe(h+A(o*A(u*f)));if(p!==b)throw new Error("bad point: equation left != right (1)");let x=A(r*s),g=A(i*c);if(x!==g)throw new Error("bad point: equation left != right (2)");return this}equals(t){let{X:o,Y:n,Z:r}=this,{X:s,Y:i,Z:c}=Mr(t);return A(o*c)===A(s*r)&&A(n*c)===A(i*r)}is0(){return this.equals(_t)}negate(){return new e(oe(-this.X),this.Y,this.Z,oe(-this.T))}double(){let{X:t,Y:o,Z:n}=this,r=gn,s=A(t*t),i=A(o*o),c=A(2n*n*n),u=A(r*s),f=oe(t+o),d=oe(A(f*f)-s-i),h=oe(u+i),m=oe(h-c),p=oe(u-i),b=A(d*m),x=A(h*p),g=A(d*p),$=A(m*h);return new e(b,x,$,g)}add(t){let{X:o,Y:n,Z:r,T:s}=this,{X:i,Y:c,Z:u,T:f}=Mr(t),d=gn,h=wn,m=A(o*i),p=A(n*c),b=A(A(s*h)*f),x=A(r*u),g=oe(A(oe(o+n)*oe(i+c))-m-p),$=oe(x-b),_=oe(x+b),v=oe(p-A(d*m)),k=A(g*$),S=A(_*v),H=A(g*v),se=A($*_);return new e(k,S,se,H)}subtract(t){return this.add(Mr(t).negate())}multiply(t,o=!0){if(!o&&t===0n||(gt(t,1n,Dr),!o&&this.is0()))return _t;if(t===1n)return this;if(this.equals(_o))return Nf(t).p;let n=_t,r=_o,s=this;for(let i=0;o?i<256:t>0n;i++)t&1n?n=n.add(s):o&&(r=r.add(s)),s=s.double(),t>>=1n;return n}multiplyUnsafe(t){return this.multiply(t,!1)}toAffine(){let{X:t,Y:o,Z:n}=this;if(this.equals(_t))return{x:0n,y:1n};let r=jf(n,Ft);if(A(n*r)!==1n)throw new Error("invalid inverse");return{x:A(t*r),y:A(o*r)}}toBytes(){let{x:t,y:o}=this.toAffine(),n=Ef(o);return n[31]|=t&1n?128:0,n}toHex(){return ya(this.toBytes())}clearCofactor(){return this.multiply(8n,!1)}isSmallOrder(){return this.clearCofactor().is0()}isTorsionFree(){return this.multiply(Dr/2n,!1).double().add(this).is0()}},_o=new Ce(Hr,Pr,1n,oe(Hr*Pr)),_t=new Ce(0n,1n,1n,0n);Ce.BASE=_o;Ce.ZERO=_t;Ef=e=>wa(ba(gt(e,0n,ga),64)).reverse(),Tf=e=>BigInt("0x"+ya(Uint8Array.from(Ur(e)).reverse())),ze=(e,t)=>{let o=e;for(;t-- >0;)o=A(o*o);return o},Cf=e=>{let t=A(e*e),o=A(t*e),n=A(ze(o,2)*o),r=A(ze(n,1)*e),s=A(ze(r,5)*r),i=A(ze(s,10)*s),c=A(ze(i,20)*i),u=A(ze(c,40)*c),f=A(ze(u,80)*u),d=A(ze(f,80)*u),h=A(ze(d,10)*s);return A(ze(h,2)*e)},pa=0x2b8324804fc1df0b2b4d00993dfbd7a72f431806ad2fe478c4ee1b274a0ea0b0n,Of=(e,t)=>{let o=A(t*A(t*t)),n=A(A(o*o)*t),r=Cf(A(e*n)),s=A(e*A(o*r)),i=A(t*A(s*s)),c=s,u=A(s*pa),f=i===e,d=i===oe(-e),h=i===oe(-e*pa);return f&&(s=c),(d||h)&&(s=u),(oe(s)&1n)===1n&&(s=oe(-s)),{isValid:f||d,value:s}},Lf=()=>{let e=[],t=_o,o;for(let n=0;n<33;n++){o=t,e.push(o);for(let r=1;r<128;r++)o=o.add(t),e.push(o);t=o.double()}return e},ma=(e,t)=>{let o=t.negate();return e?o:t},Nf=e=>{let t=ha||(ha=Lf()),o=_t,n=_o;for(let r=0;r<33;r++){let s=Number(e&255n);e>>=8n,s>128&&(s-=256,e+=1n);let i=r*128,c=i+Math.abs(s)-1,u=r%2!==0,f=s<0;s===0?n=n.add(ma(u,t[i])):o=o.add(ma(f,t[c]))}if(e!==0n)throw new Error("invalid wnaf");return{p:o,f:n}}});function Rf(e,t=!1){return t?{h:Number(e&_n),l:Number(e>>va&_n)}:{h:Number(e>>va&_n)|0,l:Number(e&_n)|0}}function xa(e,t=!1){let o=e.length,n=new Uint32Array(o),r=new Uint32Array(o);for(let s=0;s<o;s++){let{h:i,l:c}=Rf(e[s],t);[n[s],r[s]]=[i,c]}return[n,r]}function ka(e,t,o,n){let r=If(o),s=Mf(o);e.setUint32(t,n?s:r,n),e.setUint32(t+4,n?r:s,n)}function Ve(e,t,o,n){let r=(t>>>0)+(n>>>0);return{h:e+o+(r/2**32|0)|0,l:r|0}}var _n,va,If,Mf,Fr,Br,vt,xt,vo,xo,Sa,Aa,ja,Ea,Ta,Ca,Wr=w(()=>{"use strict";_n=BigInt(4294967295),va=BigInt(32);If=e=>e/2**32|0,Mf=e=>e>>>0;Fr=(e,t,o)=>e>>>o,Br=(e,t,o)=>e<<32-o|t>>>o,vt=(e,t,o)=>e>>>o|t<<32-o,xt=(e,t,o)=>e<<32-o|t>>>o,vo=(e,t,o)=>e<<64-o|t>>>o-32,xo=(e,t,o)=>e>>>o-32|t<<64-o;Sa=(e,t,o)=>(e>>>0)+(t>>>0)+(o>>>0),Aa=(e,t,o,n)=>t+o+n+(e/2**32|0)|0,ja=(e,t,o,n)=>(e>>>0)+(t>>>0)+(o>>>0)+(n>>>0),Ea=(e,t,o,n,r)=>t+o+n+r+(e/2**32|0)|0,Ta=(e,t,o,n,r)=>(e>>>0)+(t>>>0)+(o>>>0)+(n>>>0)+(r>>>0),Ca=(e,t,o,n,r,s)=>t+o+n+r+s+(e/2**32|0)|0});function Oa(e){return e instanceof Uint8Array||ArrayBuffer.isView(e)&&e.constructor.name==="Uint8Array"&&"BYTES_PER_ELEMENT"in e&&e.BYTES_PER_ELEMENT===1}function Hf(e,t=""){if(typeof e!="number")throw new TypeError(qr(t)+"expected number, got "+typeof e);if(!Number.isSafeInteger(e)||e<0)throw new RangeError(qr(t)+"expected integer >= 0, got "+e);return e}function zr(e,t,o=""){if(Oa(e)&&(t===void 0||e.length===t))return e;t!==void 0&&Hf(t,"length");let n=Oa(e),r=t!==void 0?` of length ${t}`:"",s=n?`length=${e.length}`:`type=${typeof e}`,i=qr(o)+"expected Uint8Array"+r+", got "+s;throw n?new RangeError(i):new TypeError(i)}function Vr(e,t=!0){if(e.destroyed)throw new Error("hash was destroyed");if(t&&e.finished)throw new Error("digest() was already called")}function Na(e,t){zr(e,void 0,"output");let o=t.outputLen;if(!(e.length>=o))throw new RangeError('"output" expected length >= '+o)}function ko(...e){for(let t=0;t<e.length;t++)e[t].fill(0)}function vn(e){return new DataView(e.buffer,e.byteOffset,e.byteLength)}function Pe(e,t){return e<<32-t|e>>>t}function Uf(e,t,o="opts"){return La(e,"defaults"),t!==void 0&&La(t,o),Object.assign(Object.create(null),e,t)}function Jr(e,t={}){if(typeof e!="function")throw new TypeError('"hashCons" expected function, got type='+typeof e);t=Uf({},t,"info");let o=(r,s)=>e(s).update(r).digest(),n=e(void 0);return o.outputLen=n.outputLen,o.blockLen=n.blockLen,o.canXOF=n.canXOF,o.create=r=>e(r),Object.assign(o,t),Object.freeze(o)}var qr,Pf,La,Gr,Kr=w(()=>{"use strict";qr=e=>e?`"${e}" `:"";Pf=(e,t)=>{if(e===null||typeof e!="object"||Array.isArray(e))throw new TypeError((t==="object"?"":`"${t}" `)+"expected object, got type="+typeof e)},La=(e,t)=>{Pf(e,t);let o=Object.getPrototypeOf(e);if(o!==Object.prototype&&o!==null)throw new TypeError(`"${t}" expected plain object`);if(Object.hasOwn(e,"__proto__"))throw new TypeError(`"${t}.__proto__" is not allowed`)};Gr=e=>({oid:Uint8Array.from([6,9,96,134,72,1,101,3,4,2,e])})});function Ra(e,t,o){return e&t^~e&o}function Ia(e,t,o){return e&t^e&o^t&o}var So,Ma,Da,Ha=w(()=>{"use strict";Wr();Kr();So=class{blockLen;outputLen;canXOF=!1;padOffset;isLE;buffer;view;finished=!1;length=0;pos=0;destroyed=!1;constructor(t,o,n,r){this.blockLen=t,this.outputLen=o,this.padOffset=n,this.isLE=r,this.buffer=new Uint8Array(t),this.view=vn(this.buffer)}update(t){Vr(this),zr(t);let{view:o,buffer:n,blockLen:r}=this,s=t.length,i=!1;for(let c=0;c<s;){let u=Math.min(r-this.pos,s-c);if(u===r){let f=vn(t);for(;r<=s-c;c+=r)this.process(f,c);i=!0;continue}n.set(c===0&&u===s?t:t.subarray(c,c+u),this.pos),this.pos+=u,c+=u,this.pos===r&&(this.process(o,0),this.pos=0,i=!0)}return this.length+=t.length,i&&this.roundClean(),this}digestInto(t){Vr(this),Na(t,this),this.finished=!0;let{buffer:o,view:n,blockLen:r,isLE:s}=this,{pos:i}=this;o[i++]=128,o.fill(0,i),this.padOffset>r-i&&(this.process(n,0),o.fill(0)),ka(n,r-8,this.length*8,s),this.process(n,0),this.roundClean();let c=t===o?n:vn(t),u=this.outputLen,f=u/4,d=this.get();if(u%4||f>d.length)throw new Error("invalid outputLen");for(let h=0;h<f;h++)c.setUint32(4*h,d[h],s)}digest(){let{buffer:t,outputLen:o}=this;this.digestInto(t);let n=t.slice(0,o);return this.destroy(),n}_cloneIntoMeta(t){let{buffer:o,length:n,finished:r,destroyed:s,pos:i}=this;return t.destroyed=s,t.finished=r,t.length=n,t.pos=i,i&&t.buffer.set(o),t}clone(){return this._cloneInto()}},Ma=Uint32Array.from([1779033703,3144134277,1013904242,2773480762,1359893119,2600822924,528734635,1541459225]),Da=Uint32Array.from([1779033703,4089235720,3144134277,2227873595,1013904242,4271175723,2773480762,1595750129,1359893119,2917565137,2600822924,725511199,528734635,4215389547,1541459225,327033209])});var Ff,at,Yr,Xr,Pa,Bf,Wf,ct,lt,Zr,Qr,Je,Ua,es=w(()=>{"use strict";Ha();Wr();Kr();Ff=Uint32Array.from([1116352408,1899447441,3049323471,3921009573,961987163,1508970993,2453635748,2870763221,3624381080,310598401,607225278,1426881987,1925078388,2162078206,2614888103,3248222580,3835390401,4022224774,264347078,604807628,770255983,1249150122,1555081692,1996064986,2554220882,2821834349,2952996808,3210313671,3336571891,3584528711,113926993,338241895,666307205,773529912,1294757372,1396182291,1695183700,1986661051,2177026350,2456956037,2730485921,2820302411,3259730800,3345764771,3516065817,3600352804,4094571909,275423344,430227734,506948616,659060556,883997877,958139571,1322822218,1537002063,1747873779,1955562222,2024104815,2227730452,2361852424,2428436474,2756734187,3204031479,3329325298]),at=new Uint32Array(64),Yr=class extends So{A=0;B=0;C=0;D=0;E=0;F=0;G=0;H=0;constructor(t,o){super(64,t,8,!1),this.A=o[0]|0,this.B=o[1]|0,this.C=o[2]|0,this.D=o[3]|0,this.E=o[4]|0,this.F=o[5]|0,this.G=o[6]|0,this.H=o[7]|0}get(){let{A:t,B:o,C:n,D:r,E:s,F:i,G:c,H:u}=this;return[t,o,n,r,s,i,c,u]}set(t,o,n,r,s,i,c,u){this.A=t|0,this.B=o|0,this.C=n|0,this.D=r|0,this.E=s|0,this.F=i|0,this.G=c|0,this.H=u|0}_cloneInto(t){return(t||=new this.constructor).set(...this.get()),this._cloneIntoMeta(t)}process(t,o){for(let h=0;h<16;h++,o+=4)at[h]=t.getUint32(o,!1);for(let h=16;h<64;h++){let m=at[h-15],p=at[h-2],b=Pe(m,7)^Pe(m,18)^m>>>3,x=Pe(p,17)^Pe(p,19)^p>>>10;at[h]=x+at[h-7]+b+at[h-16]|0}let{A:n,B:r,C:s,D:i,E:c,F:u,G:f,H:d}=this;for(let h=0;h<64;h++){let m=Pe(c,6)^Pe(c,11)^Pe(c,25),p=d+m+Ra(c,u,f)+Ff[h]+at[h]|0,x=(Pe(n,2)^Pe(n,13)^Pe(n,22))+Ia(n,r,s)|0;d=f,f=u,u=c,c=i+p|0,i=s,s=r,r=n,n=p+x|0}n=n+this.A|0,r=r+this.B|0,s=s+this.C|0,i=i+this.D|0,c=c+this.E|0,u=u+this.F|0,f=f+this.G|0,d=d+this.H|0,this.set(n,r,s,i,c,u,f,d)}roundClean(){ko(at)}destroy(){this.destroyed=!0,this.set(0,0,0,0,0,0,0,0),ko(this.buffer)}},Xr=class extends Yr{constructor(){super(32,Ma)}},Pa=xa(["0x428a2f98d728ae22","0x7137449123ef65cd","0xb5c0fbcfec4d3b2f","0xe9b5dba58189dbbc","0x3956c25bf348b538","0x59f111f1b605d019","0x923f82a4af194f9b","0xab1c5ed5da6d8118","0xd807aa98a3030242","0x12835b0145706fbe","0x243185be4ee4b28c","0x550c7dc3d5ffb4e2","0x72be5d74f27b896f","0x80deb1fe3b1696b1","0x9bdc06a725c71235","0xc19bf174cf692694","0xe49b69c19ef14ad2","0xefbe4786384f25e3","0x0fc19dc68b8cd5b5","0x240ca1cc77ac9c65","0x2de92c6f592b0275","0x4a7484aa6ea6e483","0x5cb0a9dcbd41fbd4","0x76f988da831153b5","0x983e5152ee66dfab","0xa831c66d2db43210","0xb00327c898fb213f","0xbf597fc7beef0ee4","0xc6e00bf33da88fc2","0xd5a79147930aa725","0x06ca6351e003826f","0x142929670a0e6e70","0x27b70a8546d22ffc","0x2e1b21385c26c926","0x4d2c6dfc5ac42aed","0x53380d139d95b3df","0x650a73548baf63de","0x766a0abb3c77b2a8","0x81c2c92e47edaee6","0x92722c851482353b","0xa2bfe8a14cf10364","0xa81a664bbc423001","0xc24b8b70d0f89791","0xc76c51a30654be30","0xd192e819d6ef5218","0xd69906245565a910","0xf40e35855771202a","0x106aa07032bbd1b8","0x19a4c116b8d2d0c8","0x1e376c085141ab53","0x2748774cdf8eeb99","0x34b0bcb5e19b48a8","0x391c0cb3c5c95a63","0x4ed8aa4ae3418acb","0x5b9cca4f7763e373","0x682e6ff3d6b2b8a3","0x748f82ee5defb2fc","0x78a5636f43172f60","0x84c87814a1f0ab72","0x8cc702081a6439ec","0x90befffa23631e28","0xa4506cebde82bde9","0xbef9a3f7b2c67915","0xc67178f2e372532b","0xca273eceea26619c","0xd186b8c721c0c207","0xeada7dd6cde0eb1e","0xf57d4f7fee6ed178","0x06f067aa72176fba","0x0a637dc5a2c898a6","0x113f9804bef90dae","0x1b710b35131c471b","0x28db77f523047d84","0x32caab7b40c72493","0x3c9ebe0a15c9bebc","0x431d67c49c100d4c","0x4cc5d4becb3e42b6","0x597f299cfc657e2a","0x5fcb6fab3ad6faec","0x6c44198c4a475817"].map(e=>BigInt(e))),Bf=Pa[0],Wf=Pa[1],ct=new Uint32Array(80),lt=new Uint32Array(80),Zr=class extends So{Ah=0;Al=0;Bh=0;Bl=0;Ch=0;Cl=0;Dh=0;Dl=0;Eh=0;El=0;Fh=0;Fl=0;Gh=0;Gl=0;Hh=0;Hl=0;constructor(t,o){super(128,t,16,!1),this.Ah=o[0]|0,this.Al=o[1]|0,this.Bh=o[2]|0,this.Bl=o[3]|0,this.Ch=o[4]|0,this.Cl=o[5]|0,this.Dh=o[6]|0,this.Dl=o[7]|0,this.Eh=o[8]|0,this.El=o[9]|0,this.Fh=o[10]|0,this.Fl=o[11]|0,this.Gh=o[12]|0,this.Gl=o[13]|0,this.Hh=o[14]|0,this.Hl=o[15]|0}get(){let{Ah:t,Al:o,Bh:n,Bl:r,Ch:s,Cl:i,Dh:c,Dl:u,Eh:f,El:d,Fh:h,Fl:m,Gh:p,Gl:b,Hh:x,Hl:g}=this;return[t,o,n,r,s,i,c,u,f,d,h,m,p,b,x,g]}set(t,o,n,r,s,i,c,u,f,d,h,m,p,b,x,g){this.Ah=t|0,this.Al=o|0,this.Bh=n|0,this.Bl=r|0,this.Ch=s|0,this.Cl=i|0,this.Dh=c|0,this.Dl=u|0,this.Eh=f|0,this.El=d|0,this.Fh=h|0,this.Fl=m|0,this.Gh=p|0,this.Gl=b|0,this.Hh=x|0,this.Hl=g|0}_cloneInto(t){return(t||=new this.constructor).set(...this.get()),this._cloneIntoMeta(t)}process(t,o){for(let v=0;v<16;v++,o+=4)ct[v]=t.getUint32(o),lt[v]=t.getUint32(o+=4);for(let v=16;v<80;v++){let k=ct[v-15]|0,S=lt[v-15]|0,H=vt(k,S,1)^vt(k,S,8)^Fr(k,S,7),se=xt(k,S,1)^xt(k,S,8)^Br(k,S,7),me=ct[v-2]|0,Ae=lt[v-2]|0,xe=vt(me,Ae,19)^vo(me,Ae,61)^Fr(me,Ae,6),Te=xt(me,Ae,19)^xo(me,Ae,61)^Br(me,Ae,6),_e=ja(se,Te,lt[v-7],lt[v-16]),G=Ea(_e,H,xe,ct[v-7],ct[v-16]);ct[v]=G|0,lt[v]=_e|0}let{Ah:n,Al:r,Bh:s,Bl:i,Ch:c,Cl:u,Dh:f,Dl:d,Eh:h,El:m,Fh:p,Fl:b,Gh:x,Gl:g,Hh:$,Hl:_}=this;for(let v=0;v<80;v++){let k=vt(h,m,14)^vt(h,m,18)^vo(h,m,41),S=xt(h,m,14)^xt(h,m,18)^xo(h,m,41),H=h&p^~h&x,se=m&b^~m&g,me=Ta(_,S,se,Wf[v],lt[v]),Ae=Ca(me,$,k,H,Bf[v],ct[v]),xe=me|0,Te=vt(n,r,28)^vo(n,r,34)^vo(n,r,39),_e=xt(n,r,28)^xo(n,r,34)^xo(n,r,39),G=n&s^n&c^s&c,Mt=r&i^r&u^i&u;$=x|0,_=g|0,x=p|0,g=b|0,p=h|0,b=m|0,{h,l:m}=Ve(f|0,d|0,Ae|0,xe|0),f=c|0,d=u|0,c=s|0,u=i|0,s=n|0,i=r|0;let Zo=Sa(xe,_e,Mt);n=Aa(Zo,Ae,Te,G),r=Zo|0}({h:n,l:r}=Ve(this.Ah|0,this.Al|0,n|0,r|0)),{h:s,l:i}=Ve(this.Bh|0,this.Bl|0,s|0,i|0),{h:c,l:u}=Ve(this.Ch|0,this.Cl|0,c|0,u|0),{h:f,l:d}=Ve(this.Dh|0,this.Dl|0,f|0,d|0),{h,l:m}=Ve(this.Eh|0,this.El|0,h|0,m|0),{h:p,l:b}=Ve(this.Fh|0,this.Fl|0,p|0,b|0),{h:x,l:g}=Ve(this.Gh|0,this.Gl|0,x|0,g|0),{h:$,l:_}=Ve(this.Hh|0,this.Hl|0,$|0,_|0),this.set(n,r,s,i,c,u,f,d,h,m,p,b,x,g,$,_)}roundClean(){ko(ct,lt)}destroy(){this.destroyed=!0,ko(this.buffer),this.set(0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0)}},Qr=class extends Zr{constructor(){super(64,Da)}},Je=Jr(()=>new Xr,Gr(1)),Ua=Jr(()=>new Qr,Gr(3))});function ns(e){try{let t=Ce.fromBytes(e);return t.isSmallOrder()?null:t}catch{return null}}async function Fa(e,t,o){let n=e.subarray(0,32),r=os(Ua(bn(n,o,t)))%Wa,s=os(e.subarray(32));return Ce.BASE.multiply(s,!1).subtract(Ce.fromBytes(o).multiply(r,!1)).equals(Ce.fromBytes(n))}async function ts(e,t,o){let[n,r,s]=[e,t,o].map(c=>Uint8Array.from(c)),i=await crypto.subtle.importKey("raw",s,"Ed25519",!1,["verify"]);return crypto.subtle.verify("Ed25519",i,n,r)}async function zf(){let e=Ba("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"),t=Ba("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");try{let o=await ts(t,new Uint8Array,e),n=!await ts(t,Uint8Array.of(0),e);return o&&n?ts:Fa}catch{return Fa}}async function qa(e,t,o,n){return e.length!==64||o.length!==32||os(e.subarray(32))>=Wa||!ns(e.subarray(0,32))||!ns(o)?!1:(n??=await(qf??=zf()),n(e,t,o))}var Wa,os,qf,Ba,za,Va=w(()=>{"use strict";_a();es();De();({n:Wa}=Ce.CURVE()),os=e=>BigInt(`0x${Ee(Uint8Array.from(e).reverse())}`);Ba=e=>Uint8Array.from(e.match(/../g)??[],t=>parseInt(t,16));za=e=>ns(e)!==null});var Ao,Bt=w(()=>{"use strict";es();De();Ao=e=>Ee(Je(fe(e)))});function kn(e){let t=c=>z("verifier key",c),[,o,n,r]=/^([^+]*)\+([^+]*)\+(.*)$/s.exec(String(e))??[],s=r===void 0?null:go(r);if(s?.length!==33||s[0]!==Gf[0])throw t("must be <name>+<id>+<base64>, with the type and the 32 bytes of an Ed25519 key");if(!xn(o))throw t("its name cannot be one");let i=s.slice(1);if(!za(i))throw t("not an Ed25519 key");if(Ee(Je(bn(fe(`${o}
`),s)).slice(0,4))!==n)throw t("its ID does not fit its name and key");return{name:o,id:n,key:i}}function rs(e,t="note"){if(fe(e).length>Vf)throw z(t,"longer than 65536 bytes");if(/(?!\n)\p{Cc}/u.test(e))throw z(t,"has control characters");let o=e.lastIndexOf(`

`);if(o<0)throw z(t,"has no empty line before its signatures");let n=e.slice(o+2).split(`
`);if(n.pop()!==""||!n.length)throw z(t,"does not end in a signature line");if(n.length>Jf)throw z(t,"has more than 100 signatures");let r=n.map(s=>{let i=Kf(s);if(!i)throw z(t,"has a malformed signature line");return i});return{text:e.slice(0,o+1),signatures:r}}function Kf(e){let[,t,o]=/^\u2014 ([^ ]*) (.*)$/.exec(e)??[],n=o===void 0?null:go(o);return!n||n.length<=4||!xn(t)?null:{name:t,id:Ee(n.slice(0,4)),bytes:n.slice(4)}}async function ss({text:e,signatures:t},{name:o,id:n,key:r}){let s=t.filter(i=>i.name===o&&i.id===n);if(!s.length)throw new ye("unsigned",`there is no signature of ${o}`);for(let{bytes:i}of s)if(!await qa(i,fe(e),r))throw new ye("signature",`the signature of ${o} is not genuine`)}var Vf,Jf,Gf,xn,Sn=w(()=>{"use strict";De();Va();Me();Bt();Vf=65536,Jf=100,Gf=Uint8Array.of(1),xn=e=>e!==""&&!/[+\p{White_Space}\p{Cc}]/u.test(e)&&fe(e).length<=255});function jo(e){let t=rs(e,"checkpoint"),o=f=>z("checkpoint",f),[n,r,s,...i]=t.text.slice(0,-1).split(`
`);if(s===void 0)throw o("has fewer than three lines");if(!xn(n))throw o("has no origin");let c=Ir(r);if(c===null)throw o("its size is not a decimal number");let u=Rr(s);if(!u)throw o("its root is not a base64 hash");if(i.includes(""))throw o("has an empty line");return{note:t,checkpoint:Object.freeze({origin:n,size:c,root:Ee(u)})}}async function He(e,t){if(typeof e!="string"){if(Ja.get(e)===t)return e;throw new ye("unsigned","the checkpoint was not verified with this key")}let o=kn(t),{note:n,checkpoint:r}=jo(e),{origin:s}=r;try{await ss(n,o)}catch(i){let c=i instanceof ye&&i.code==="signature";throw s!==o.name&&!c?Ga(s,o.name):i}if(s!==o.name)throw Ga(s,o.name);return Ja.set(r,t),r}var Ja,Ga,An=w(()=>{"use strict";De();Me();Sn();Ja=new WeakMap;Ga=(e,t)=>new ye("origin",`it is of the ledger ${e}, not of ${t}`)});function Ge(e){if(typeof e=="string"){if(/\p{Surrogate}/u.test(e))throw z("JSON","has half of a surrogate pair");return JSON.stringify(e)}if(typeof e=="boolean"||e===null)return String(e);if(typeof e=="number"&&Number.isSafeInteger(e))return JSON.stringify(e);if(Array.isArray(e))return`[${e.map(Ge).join(",")}]`;if(typeof e!="object")throw z("JSON",`${String(e)} cannot be in it`);let t=Object.entries(e).filter(([,o])=>o!==void 0);return t.sort(([o],[n])=>o<n?-1:1),`{${t.map(([o,n])=>`${Ge(o)}:${Ge(n)}`).join(",")}}`}var jn,Eo=w(()=>{"use strict";Me();jn=e=>typeof e=="object"&&e!==null&&!Array.isArray(e)});function To(e){let t=new Uint8Array(1+e.length);return t.set(e,1),Je(t)}function Wt(e,t){return En.set(e,1),En.set(t,33),Je(En)}function cs(e){let t=[],o=s=>{let i=t.pop();return i?Wt(i,s):s},n=0;for(let s of e){let i=To(s);for(let c=n;c%2===1;c=Qe(c))i=o(i);t.push(i),n+=1}let r=t.pop()??as;for(;t.length;)r=o(r);return r}function Tn({index:e,size:t,path:o,leaf:n,root:r}){if(!kt(e)||!kt(t)||e>=t)throw ut();let[s,i,c]=[e,t-1,n];for(let u of o){if(i===0)throw ut();s%2===1||s===i?(c=Wt(u,c),[s,i]=Ya(s,i)):c=Wt(c,u),[s,i]=[Qe(s),Qe(i)]}if(i!==0)throw ut();if(!wt(c,r))throw is()}function Ka({from:e,to:t,path:o,old:n,root:r}){if(!kt(e)||!kt(t)||e>t)throw ut();if(e===0||e===t){if(o.length)throw ut();if(!wt(n,e===0?as:r))throw is();return}let[s,i]=[e-1,t-1];for(;s%2===1;)[s,i]=[Qe(s),Qe(i)];let[c,...u]=s===0?[n,...o]:o;if(!c)throw ut();let[f,d]=[c,c];for(let h of u){if(i===0)throw ut();s%2===1||s===i?(f=Wt(h,f),d=Wt(h,d),[s,i]=Ya(s,i)):d=Wt(d,h),[s,i]=[Qe(s),Qe(i)]}if(i!==0)throw ut();if(!wt(f,n)||!wt(d,r))throw is()}function Ya(e,t){for(;e%2===0&&e!==0;)[e,t]=[Qe(e),Qe(t)];return[e,t]}var as,En,Qe,kt,ut,is,qt=w(()=>{"use strict";De();Me();Bt();as=Je(new Uint8Array),En=new Uint8Array(65);En[0]=1;Qe=e=>Math.floor(e/2),kt=e=>Number.isSafeInteger(e)&&Number(e)>=0,ut=()=>new ye("shape","the proof does not have the shape that its numbers call for"),is=()=>new ye("root","the proof leads to another root: this is not what was recorded")});function ls(e){if(!jn(e))throw z("entry","is not an object");let t=Zf.get(e.kind);if(!t)throw z("entry",`is of an unknown kind: ${e.kind}`);let o={kind:e.kind,v:1};for(let[r,s]of Object.entries(t)){let i=zt(e,r);if(i===void 0){if(s===ke)throw z("entry",`has no ${r}`)}else s===Cn&&fe(i).length>Yf?o[`${r}_sha256`]=Ao(i):o[r]=i}if(e.kind==="note_added"&&zt(e,"text")===void 0)throw z("entry","has no text");for(let r of Object.keys(e))if(!(r==="kind"||Object.hasOwn(t,r)||Qf(e,r)))throw z("entry",`its ${r} is not what its leaf says`);let n=Ge(o);if(fe(n).length>Xf)throw z("entry","has too long a leaf");return n}function Qf(e,t){let o=zt(e,t);if(o===void 0)return!0;let n=e.kind==="job_created";switch(t){case"index":return kt(o);case"path":return!0;case"customer_count":return jn(e.customers)&&e.customers.count===o;case"status":return n&&o==="IN_PROGRESS";case"recorded_at":return n&&o===e.created_at;default:return!1}}var Yf,Xf,ke,Ue,Cn,Xa,Za,Qa,Zf,zt,us=w(()=>{"use strict";De();Me();Eo();qt();Bt();Yf=256,Xf=65535,ke="must",Ue="may",Cn="text",Xa={action_code:ke,action_name:ke,batch_id:Ue,cluster_url:Ue,created_at:ke,customers:ke,job_id:ke,request_payload_sha256:Ue,source:ke,submitted_by:Ue,user_id:ke},Za={cause:ke,error_message:Cn,http_status:Ue,response_summary:Cn,status:ke},Qa={actor:ke,job_id:ke,previous:ke,recorded_at:ke,request_key:Ue},Zf=new Map([["job_created",{...Xa,request_key:Ue,retry_of:Ue}],["job_imported",{...Xa,...Za,original_sha256:Ue,recorded_at:ke,updated_at:Ue}],["status_changed",{...Qa,...Za,outcomes:Ue}],["note_added",{...Qa,text:Cn}]]);zt=(e,t)=>Object.hasOwn(e,t)&&e[t]!==null?e[t]:void 0});async function On({entry:e,path:t,checkpoint:o,key:n}){let r=ls(e),s=await He(o,n);return Tn({index:zt(e,"index"),size:s.size,path:$n(t??zt(e,"path"),"entry"),leaf:To(fe(r)),root:yt(s.root,"checkpoint")}),{leaf:r,checkpoint:s}}async function ds({entries:e,checkpoint:t,key:o}){let n=await He(t,o);for(let s of e)await On({entry:s,checkpoint:n,key:o});if(!e.length)throw z("history","has no entries");let r=tp(e[0]);for(let s=1;s<e.length;s+=1)r=op(e[s-1],e[s],r);return n}function tp(e){if(e.kind==="job_created")return"IN_PROGRESS";if(e.kind==="job_imported")return e.status;throw new ye("rules","the first entry does not create the job: others are left out")}function op(e,t,o){let n=r=>new ye("rules",`entry ${t.index} ${r}`);if(t.job_id!==e.job_id)throw n("is of another job");if(t.previous!==e.index)throw n("does not follow the one before it");if(Number(t.index)<=Number(e.index))throw n("has too low an index");if(t.kind==="note_added")return o;if(!ep.get(o)?.includes(t.status))throw n(`cannot follow ${o}`);return t.status}async function fs({from:e,to:t,path:o,key:n}){let[r,s]=[await He(e,n),await He(t,n)];return Ka({from:r.size,to:s.size,path:$n(o,"consistency proof"),old:yt(r.root,"checkpoint"),root:yt(s.root,"checkpoint")}),{from:r,to:s}}var ep,ec=w(()=>{"use strict";De();An();Me();us();qt();ep=new Map([["IN_PROGRESS",["SUCCESS","FAILED","UNCONFIRMED"]],["UNCONFIRMED",["SUCCESS","FAILED"]]])});function ps(e){let t=e.map(fe);return tc(t,"customers"),{count:t.length,root:Ee(cs(t))}}function hs(e){tc(e.map(({cid:o})=>fe(o)),"outcomes");let t=e.map(({cid:o,message:n,status:r})=>fe(Ge({cid:o,message:n??void 0,status:r})));return{count:t.length,root:Ee(cs(t))}}function tc(e,t){for(let o=1;o<e.length;o+=1)if(yn(e[o-1],e[o])>=0)throw z(t,"must ascend by the bytes of the cids, none twice")}var oc=w(()=>{"use strict";De();Me();Eo();qt()});var ms=w(()=>{"use strict";De();An();Me();qt()});var nc=w(()=>{"use strict";De();Me();Eo();qt();Sn();ms()});var $s=w(()=>{"use strict";An();ec();Me();oc();Eo();us();nc();Sn();ms();Bt()});function St(e){try{return jo(e).checkpoint.size}catch{return 0}}async function rc(e,t,o){let n=await ip(e)?e:null,r={from:St(n?.checkpoint),to:St(t.checkpoint),kept:n,seen:t},s=(h,m="",p=null)=>({...r,kind:h,path:p,why:sp(m)}),i=Object.values(t.keys),c=n?.key??i[0];if(i.some(h=>h!==c))return s("key");try{await He(t.checkpoint,c)}catch(h){return s("signature",h)}if(!n)return s("first");let{from:u,to:f}=r;if(f<u)return s("shrunk");let d=u===0||u===f?[]:await o(u,f);try{await fs({from:n.checkpoint,to:t.checkpoint,path:d,key:c})}catch(h){return s("forked",h,d)}return s("extends","",d)}async function ip(e){try{return e!==null&&!!await He(e.checkpoint,e.key)}catch{return!1}}function sc(e,t,o,n){let{seen:r,to:s}=e;if(Co(e))return null;let i=Object.values(r.keys)[0];return o&&o.checkpoint!==t?.checkpoint&&(o.key!==i||St(o.checkpoint)>=s)?null:{key:i,checkpoint:r.checkpoint,at:n}}var Co,sp,ic,bs=w(()=>{"use strict";$s();Co=e=>e!==null&&e.kind!=="first"&&e.kind!=="extends";sp=e=>e instanceof Error?e.message:String(e);ic=({kind:e,kept:t,seen:o,path:n,why:r,from:s,to:i},c,u)=>({finding:e,why:r,server:c,found_at:u,kept_by_this_browser:t&&{...t,size:s},shown_by_the_server:{...o,size:i},consistency_path:n})});function At(e){let t=ys.get(e)??null;try{return t=localStorage.getItem(Ln(e))??t,t===null?null:JSON.parse(t)}catch{return null}}function Vt(e,t){let o=JSON.stringify(t);t===null?ys.delete(e):ys.set(e,o);try{return t===null?localStorage.removeItem(Ln(e)):localStorage.setItem(Ln(e),o),!0}catch{return!1}}function Oo(e,t){let o=ae(At(e)??t);return globalThis.addEventListener?.("storage",n=>{n.key===Ln(e)&&o.set(At(e)??t)}),o.watch(n=>Vt(e,n)),o}var ys,Ln,Lo=w(()=>{"use strict";B();Be();ys=new Map,Ln=e=>`jobs:${ge}:${e}`});function ne({title:e,onClose:t,children:o,wide:n=!1}){let r=I(null),s=it();return j(()=>{let i=document.activeElement;return r.current?.showModal(),()=>{i instanceof HTMLElement&&i.isConnected&&i.focus()}},[]),l`
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
  `}var Ke=w(()=>{"use strict";N();E()});function Ye(e,t,o){let n=URL.createObjectURL(new Blob([t],{type:o})),r=document.createElement("a");r.href=n,r.download=e,r.click(),setTimeout(()=>URL.revokeObjectURL(n),6e4)}var No=w(()=>{"use strict"});async function Jt(e){try{return await navigator.clipboard.writeText(e),!0}catch{return ap(e)}}function ap(e){let t=document.activeElement,o=document.createElement("textarea");o.value=e,o.readOnly=!0,o.className="off-screen",(t?.closest("dialog")??document.body).append(o),o.select();let n=document.execCommand("copy");return o.remove(),t instanceof HTMLElement&&t.focus({preventScroll:!0}),n}var Nn=w(()=>{"use strict"});function ac(e){e==="system"?delete document.documentElement.dataset.theme:document.documentElement.dataset.theme=e}var Ro,Xe,Io=w(()=>{"use strict";Lo();Ro=Oo("theme","system"),Xe=Oo("zone","local");ac(Ro.get());Ro.watch(ac)});function Z({at:e}){let t=L(Xe);return e?l`<time datetime=${e} title=${e}>${co(e,t)}</time>`:null}async function et(e,t=e){await Jt(e)?ee(a("app.copied",{what:t})):ee(a("app.notCopied",{what:e}),"error")}function J({children:e,title:t,hidden:o=!1}){let n=I(null),r=t??String(e);return j(()=>{document.title=`${r} \xB7 ${a("app.name")}`},[r]),j(()=>{J.moves&&n.current?.focus({preventScroll:!0}),J.moves=!0},[]),l`<h1 ref=${n} tabindex="-1" class=${o?"off-screen":""}>
    ${e}
  </h1>`}var Gt,D,K=w(()=>{"use strict";Nn();de();B();N();q();E();be();je();Io();Gt=({id:e,short:t=!1})=>l`
  <button
    type="button"
    class="copy-id"
    title=${a("app.copy",{what:e})}
    onClick=${o=>{o.stopPropagation(),et(e)}}
  >
    <code>${t?Ht(e):e}</code><${R} name="copy" />
    <span class="off-screen">${a("app.copy",{what:t?e:""})}</span>
  </button>
`;J.moves=!1;D=({to:e,query:t,children:o,...n})=>l`
  <a href=${O(e,t)} ...${n}>${o}</a>
`});var Ze,Rn,Kt=w(()=>{"use strict";No();N();E();be();K();Ze=({text:e,wrong:t=null})=>t===null?l`<span class="proved"><${R} name="check" />${e}</span>`:l`<strong class="not-proved" title=${t}><${R} name="alarm" />${e}</strong>`,Rn=({title:e,text:t,why:o,name:n,evidence:r,children:s})=>l`
  <p class="alarm-title">${e}</p>
  <p>${t} ${o&&l`<span class="alarm-why">(${o})</span>`}</p>
  <div class="row">
    <button
      type="button"
      onClick=${()=>Ye(n,JSON.stringify(r(),null,2),"application/json")}
    >
      <${R} name="download" />${a("proof.download")}
    </button>
    ${s}
    <${D} to="/help/proof">${a("proof.whatToDo")}<//>
  </div>
`});function vs(e,t,o){return ws=ws.then(async()=>{try{let n=await rc(e,t,async(s,i)=>(await T("/v1/proof/consistency",{query:{from:s,to:i},asks:!1})).path);if(n.kind==="shrunk"&&o)return o();if(Mn.set(!1),Co(In.get()))return;let r=sc(n,e,jt(),new Date().toISOString());r&&Vt("ledger",r),In.set(n),Co(n)&&up(n)}catch(n){if(!(n instanceof ie))throw n;Mn.set(!0)}}),ws}async function Dn(e=1){let t=jt(),o=n=>T(n,{asText:!0,asks:!1});try{let[n,r,s]=await Promise.all([o("/log/checkpoint"),o("/log/key"),T("/v1/meta",{asks:!1})]),i={"/log/key":r.trimEnd(),"/v1/meta":s.ledger.verifier_key};await vs(t,{checkpoint:n,keys:i},e?()=>{setTimeout(Dn,lp,e-1)}:void 0)}catch(n){if(!(n instanceof ie))throw n;Mn.set(!0)}}function up(e){let{kind:t,from:o,to:n,why:r}=e,s=location.origin+ge,i=()=>ic(e,s,new Date().toISOString()),c=l`
    <${Rn}
      title=${a(`proof.alarm.${t}`,{from:o,to:n})}
      text=${a(`proof.alarm.${t}Hint`,{from:o})}
      why=${r}
      name="ledger-alarm.json"
      evidence=${i}
    >
      ${t!=="signature"&&l`<${dp} finding=${e} />`}
    <//>
  `;Pt("proof",{kind:"alarm",content:c})}function dp({finding:e}){let[t,o]=y(!1),{kept:n,seen:r,from:s,to:i}=e,c=Object.values(r.keys).find(f=>f!==n?.key)??n?.key??"",u=()=>{let{checkpoint:f}=r;gs=null,Vt("ledger",{key:c,checkpoint:f,at:new Date().toISOString()}),In.set(null),Pt("proof",null),_s.update(d=>d+1),Dn()};return l`
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
  `}function cc(){let e=L(In),t=L(Mn);j(()=>{Dn();let n=setInterval(()=>document.hidden||Dn(),cp);return()=>clearInterval(n)},[]);let o=t?a("proof.unchecked"):"";if(e&&Co(e))o=a("proof.alarm");else if(e&&!t){let[n,r]=[St(gs?.checkpoint),e.to];gs?n===r?o=a("proof.same",{n:r}):o=a("proof.grown",{from:n,to:r}):o=a("proof.first",{n:r})}return o&&l`<span id="proof-status"><${D} to="/help/proof">${o}<//></span>`}var cp,lp,jt,gs,In,Mn,_s,ws,Hn=w(()=>{"use strict";Y();bs();B();Lo();Be();N();pn();q();E();Ke();Kt();K();cp=5*6e4,lp=2500,jt=()=>At("ledger"),gs=jt(),In=ae(null),Mn=ae(!1),_s=ae(0),ws=Promise.resolve()});function P({id:e,label:t,hint:o,error:n,as:r="input",onValue:s,children:i,...c}){let u=it(),f=e??u,d=[o&&`${f}-hint`,n&&`${f}-error`].filter(Boolean).join(" ");return l`
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
  `}function Et({label:e,options:t,value:o,onValue:n}){let r=it();return l`
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
  `}var Oe=w(()=>{"use strict";E()});function fp({status:e,title:t}){return e===0?a("problem.network"):e===401?a("problem.401"):e===403?a("problem.403"):e===404?a("problem.404"):e===429?a("problem.429"):e===503?a("problem.503"):t}function pp({status:e,type:t,retryAfter:o}){return e===0?a("problem.networkHint"):e===404?a("problem.404Hint"):t.endsWith(":maybe-recorded")?a("problem.maybeRecorded"):o?a("problem.waitHint",{n:o}):""}function V({problem:e,retry:t}){if(!e)return null;let o=pp(e);return l`
    <div class="notice notice-error" role="alert">
      <${R} name="alarm" />
      <div>
        <p class="notice-title">${fp(e)}</p>
        ${!e.isNetwork&&e.detail&&l`<p>${e.detail}</p>`}
        ${o&&l`<p>${o}</p>`} ${t&&e.isTemporary&&a("app.retrying")}
        ${t&&l`<p><button type="button" onClick=${t}>${a("app.again")}</button></p>`}
      </div>
    </div>
  `}function pe({of:e,children:t}){return l`
    <${V} problem=${e.error} retry=${e.reload} />
    ${e.data!==void 0?t(e.data):e.isLoading&&l`<${dt} />`}
  `}var dt,we,he=w(()=>{"use strict";N();E();be();dt=()=>l`<p class="state" role="status">${a("app.loading")}</p>`,we=({title:e,children:t})=>l`
  <div class="state">
    <p class="state-title">${e}</p>
    ${t}
  </div>
`});function ks({user:e,onDone:t}){let[o,n]=y("password"),[r,s]=y(e??""),[i,c]=y(""),[u,f,d,h]=X(async()=>{let b=o==="token"?{token:i.trim()}:{username:r,password:i},x=await gi(b);c(""),t?.(x)}),m=d&&[400,401].includes(d.status),p=o==="token"?a("signIn.wrongToken"):a("signIn.wrong");return l`
    <form
      class="sign-in"
      onSubmit=${b=>{b.preventDefault(),u()}}
    >
      <${Et}
        label=${a("signIn.how")}
        value=${o}
        options=${[{value:"password",text:a("signIn.withPassword")},{value:"token",text:a("signIn.withToken")}]}
        onValue=${b=>{n(b),c(""),h()}}
      />
      ${o==="password"&&l`
          <${P}
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
      <${P}
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
      ${!m&&l`<${V} problem=${d} />`}
      <button type="submit" class="primary" disabled=${f}>${a("signIn.submit")}</button>
    </form>
  `}function lc(){let e=L(xs);if(!e)return null;let t=o=>{xs.set(null),e.done(o)};return l`
    <${ne} title=${a("signIn.ended")} onClose=${()=>t(!1)}>
      <p>${a("signIn.endedHint",{user:e.user})}</p>
      <${ks}
        user=${e.user}
        onDone=${o=>{o.user_id===e.user?t(!0):location.reload()}}
      />
    <//>
  `}var xs,Ss=w(()=>{"use strict";ve();Y();Be();N();Ke();Oe();q();E();he();xs=ae(null);yi(()=>{let e=F.get()?.user_id;return e?new Promise(t=>xs.set({user:e,done:t})):Promise.resolve(!1)})});var dc={};Fe(dc,{default:()=>uc});function yp(){let{data:e}=W(n=>T("/log/checkpoint",{signal:n,asks:!1,asText:!0}),[]);if(!e)return null;let[t,o]=e.split(`
`);return l`
    <dl class="facts" id="public-facts">
      <dt>${a("landing.ledger")}</dt>
      <dd><code>${t}</code></dd>
      <dt>${a("landing.checkpoint")}</dt>
      <dd>${a("landing.size",{n:Number(o)})}</dd>
    </dl>
  `}function uc(){return l`
    <div class="landing">
      <div>
        <${J}>${a("landing.title")}<//>
        <p class="lead">${a("landing.what")}</p>
        <${yp} />
        <p class="links">
          <${D} to="/help/proof">${a("landing.help")}<//>
          <a href=${O("/docs")}>${a("landing.docs")}</a>
        </p>
      </div>
      <section class="card" aria-labelledby="sign-in">
        <h2 id="sign-in">${a("signIn.title")}</h2>
        <${ks} />
      </section>
    </div>
  `}var fc=w(()=>{"use strict";Y();B();q();E();Ss();K();N()});var wp,gp,pc,hc=w(()=>{"use strict";E();K();N();wp=["means","when","not","alarm","key","outside"],gp=`curl -O $SERVER/log/checkpoint
unzip JOB_ID.evidence.zip
jobctl check JOB_ID.evidence --key verifier.key
python3 check.py JOB_ID.evidence --key verifier.key`,pc=()=>l`
  <article class="help">
    <${J}>${a("help.proof.title")}<//>
    <p class="lead">${a("help.proof.lead")}</p>
    ${wp.map(e=>l`
        <section key=${e} id=${e}>
          <h2>${a(`help.proof.${e}`)}</h2>
          ${a(`help.proof.${e}Text`).split(`
`).map(t=>l`<p key=${t}>${t}</p>`)}
          ${e==="outside"&&l`<pre class="scroll-x" tabindex="0">${gp}</pre>`}
        </section>
      `)}
  </article>
`});var _p,re,ft,Un,Le=w(()=>{"use strict";N();E();be();_p=new Set(["answered"]),re=({status:e,cause:t})=>l`
  <span class="badge badge-${e}" title=${t?U("cause",t):void 0}>
    <${R} name=${e} />
    <span>${U("status",e)}</span>
    ${t&&!_p.has(t)&&l`<span class="badge-cause">${U("cause",t)}</span>`}
  </span>
`,ft=({children:e})=>l`<span class="tag">${e}</span>`,Un=({count:e=0,newest:t})=>e>0&&l`
    <span class="notes" title=${t?`${t.actor}: ${t.text}`:""}>
      <${R} name="note" /><span class="off-screen">${a("jobs.notes",{n:e})}: </span>
      ${e>1&&l`<b>${e}</b> `}${t?.text}
    </span>
  `});function mc(){let e=L(F);return l`
    <${J}>${a("help.title")}<//>
    <p><${D} to="/help/proof">${a("help.proof.title")}<//>: ${a("help.proof")}</p>
    <${Fn}
      id="statuses"
      title=${a("help.statuses")}
      facts=${vp.map(t=>[l`<${re} status=${t} />`,a(`help.status.${t}`)])}
    />
    <${Fn}
      id="causes"
      title=${a("help.causes")}
      hint=${a("help.causesHint")}
      facts=${kp.map(([t,o])=>[U("cause",t),l`
          ${a(`help.cause.${t}`)}${" "}
          <span class="muted">
            ${o.map(n=>U("status",n)).join(", ")||a("help.any")}
          </span>
        `])}
    />
    <${Fn}
      id="keys"
      title=${a("keys.title")}
      hint=${a("help.keysHint")}
      facts=${xp.map(([t,o])=>[l`<kbd>${t}</kbd>`,a(`keys.${o}`)])}
    />
    <${Fn}
      id="more"
      title=${a("help.more")}
      facts=${[[l`<a href=${O("/docs")}>${a("landing.docs")}</a>`,a("help.docs")],...e?[[l`<${D} to="/account">${a("account.title")}<//>`,a("help.account")]]:[],[l`<a href=${O("/log/checkpoint")}>${a("landing.checkpoint")}</a>`,a("help.checkpoint")],[l`<a href=${O("/log/key")}>${a("health.key")}</a>`,a("help.key")]]}
    />
  `}var vp,xp,kp,Fn,$c=w(()=>{"use strict";ve();B();Le();q();E();K();N();vp=["IN_PROGRESS","SUCCESS","FAILED","UNCONFIRMED"],xp=[["/","search"],["j","down"],["k","up"],["Enter","open"],["Escape","escape"],["?","help"]],kp=[["answered",["SUCCESS","FAILED"]],["reported",["SUCCESS","FAILED","UNCONFIRMED"]],["never_sent",["FAILED"]],["withheld",["FAILED"]],["timed_out",["UNCONFIRMED"]],["connection_lost",["UNCONFIRMED"]],["unreadable_answer",["UNCONFIRMED"]],["inconclusive_answer",["UNCONFIRMED"]],["interrupted",["UNCONFIRMED"]],["imported",[]]],Fn=({id:e,title:t,hint:o,facts:n})=>l`
  <section class="card" aria-labelledby=${e}>
    <h2 id=${e}>${t}</h2>
    ${o&&l`<p>${o}</p>`}
    <dl class="facts">
      ${n.map(([r,s])=>[l`<dt>${r}</dt>`,l`<dd>${s}</dd>`])}
    </dl>
  </section>
`});var yc={};Fe(yc,{default:()=>bc});function bc({topic:e}){return e==="proof"?l`<${pc} />`:l`<${mc} />`}var wc=w(()=>{"use strict";E();hc();$c()});function gc(e){let t=o=>{if(o.ctrlKey||o.metaKey||o.altKey||o.defaultPrevented||Sp(o.target)||document.querySelector("dialog[open]"))return;let n=e[o.key];n&&(o.preventDefault(),n(o))};return addEventListener("keydown",t),()=>removeEventListener("keydown",t)}var Sp,_c=w(()=>{"use strict";Sp=e=>e instanceof HTMLElement&&(e.isContentEditable||/^(INPUT|TEXTAREA|SELECT)$/.test(e.tagName))});function Ne(e,{onEntries:t,onState:o=()=>{}}){let n=[],r=0,s=0,i=0,c=0,u=null,f=e.after,d=!1,h=()=>{cancelAnimationFrame(r),r=0;let _=n;n=[],_.length&&t(_)},m=_=>{f=_.lastEventId||f,n.push(JSON.parse(_.data)),n.length>=Ap?h():r||=requestAnimationFrame(h)},p=()=>{u?.close(),u=null,clearTimeout(i)},b=()=>{o("lost"),c||=window.setTimeout(()=>pt.set(!1),Ep),u?.readyState===EventSource.CLOSED&&(p(),x(2e3))},x=_=>{i=window.setTimeout(()=>T("/v1/meta").then(g,v=>{v.status!==401&&x(1e4)}),_)};function g(){p();let _=f===void 0&&!d?e.from:void 0;u=new EventSource(O("/v1/stream",{...e,from:_,after:f})),u.onopen=()=>{clearTimeout(c),c=0,pt.set(!0),o(d?"stale":"open"),d=!1},u.onerror=b;for(let v of Tp)u.addEventListener(v,m);u.addEventListener("ended",()=>{u?.close(),b()})}let $=()=>{clearTimeout(s),document.hidden?s=window.setTimeout(p,jp):u||(f=void 0,d=!0,g())};return document.addEventListener("visibilitychange",$),g(),()=>{document.removeEventListener("visibilitychange",$),clearTimeout(s),clearTimeout(c),cancelAnimationFrame(r),p()}}var Ap,jp,Ep,Tp,Tt=w(()=>{"use strict";Y();B();Ap=1e3,jp=2e4,Ep=4e3,Tp=["job_created","job_imported","status_changed","note_added"]});function Mo(e){let t={};for(let o of Bn)t[o]=[...new Set(e.getAll(o).filter(Boolean))];for(let o of xc)e.get(o)&&(t[o]=e.get(o));return t}function js(e){let t=new URLSearchParams;for(let o of Bn)for(let n of e[o])t.append(o,n);for(let o of xc)e[o]&&t.append(o,e[o]);return t}function Cp(e){let[,t,o]=/^(\d{1,4})([hd])$/.exec(e)??[];return t?Number(t)*(o==="d"?24:1)*36e5:null}function Yt(e,t){let{within:o,...n}=e,r=o&&Cp(o);return r?{...n,since:new Date(t-r).toISOString()}:n}function Ct(e,t,o){let n=e[t],r=n.filter(s=>s!==o);return{...e,[t]:r.length<n.length?r:[...n,o]}}function Ec(e,t,o){return Bn.some(n=>n===t)?Ct(e,t,o):{...e,[t]:void 0}}function Tc(e,t,o){let n=Yt(e,o),r=Date.parse(t.created_at);return Bn.every(s=>s==="cid"||!e[s].length||e[s].includes(t[s]))&&(!e.job_id||vc(t.job_id).startsWith(vc(e.job_id)))&&(!e.retry_of||e.retry_of===t.retry_of)&&(!n.since||r>=Date.parse(String(n.since)))&&(!n.until||r<Date.parse(String(n.until)))}function Es(e,t,o=0){let[n,r,s]=e.split("-").map(Number);return(t==="utc"?new Date(Date.UTC(n,r-1,s+o)):new Date(n,r-1,s+o)).toISOString()}function Ts(e,t,o=0){let n=new Date(Date.parse(e??"")-o);return Number.isNaN(n.getTime())?"":(t==="utc"?[n.getUTCFullYear(),n.getUTCMonth()+1,n.getUTCDate()]:[n.getFullYear(),n.getMonth()+1,n.getDate()]).map(s=>String(s).padStart(2,"0")).join("-")}var Bn,xc,kc,Sc,Ac,jc,Wn,vc,Xt=w(()=>{"use strict";Bn=["status","cause","action_name","user_id","cid","batch_id","source"],xc=["job_id","retry_of","since","until","within"],kc=["IN_PROGRESS","SUCCESS","FAILED","UNCONFIRMED"],Sc=["answered","reported","imported","unreadable_answer","inconclusive_answer","timed_out","connection_lost","interrupted","never_sent","withheld"],Ac=["gateway","api","import","embedded"],jc=["24h","7d","30d"];Wn=e=>[...js(e)].map(([t,o])=>({name:t,value:o})),vc=e=>e.replaceAll("-","").toLowerCase()});function qn(e,t,o){if(e==="status"||e==="cause"||e==="source")return U(e,t);if(e==="within"){let r=Number.parseInt(t,10);return a(t.endsWith("d")?"filter.days":"filter.hours",{n:r})}return e!=="since"&&e!=="until"||Number.isNaN(Date.parse(t))?t:co(t,o).endsWith("00:00:00")?ki(t,o):co(t,o)}var Zt,Cc=w(()=>{"use strict";de();N();Zt=e=>a(`filter.${e}`)});function Qt({name:e,filters:t,set:o,options:n=[],isOpen:r=!1}){let[s,i]=y(""),c=s.trim().toLowerCase(),f=[...new Set([...t[e],...n])].filter(h=>h.toLowerCase().includes(c)),d=h=>{h.preventDefault();let m=s.trim();m&&!t[e].includes(m)&&o(Ct(t,e,m)),i("")};return l`
    <${Ut} label=${Zt(e)} class=${t[e].length?"is-set":""}>
      ${()=>l`
        ${r&&l`
            <form onSubmit=${d} class="row add-value">
              <input
                aria-label=${Zt(e)}
                value=${s}
                placeholder=${Zt(e)}
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
                    onChange=${()=>o(Ct(t,e,h))}
                  />
                  ${qn(e,h,"utc")}
                </label>
              </li>
            `)}
        </ul>
      `}
    <//>
  `}function Op({filters:e,set:t}){let o=L(Xe),n=e.since||e.until||e.within,r=s=>t({...e,within:void 0,...s});return l`
    <${Ut} label=${a("filter.date")} class=${n?"is-set":""}>
      ${()=>l`
        <div class="row spans">
          ${jc.map(s=>l`
              <button
                key=${s}
                type="button"
                aria-pressed=${e.within===s}
                onClick=${()=>r({since:void 0,until:void 0,within:e.within===s?void 0:s})}
              >
                ${qn("within",s,o)}
              </button>
            `)}
        </div>
        <${P}
          label=${a("filter.from")}
          type="date"
          value=${Ts(e.since,o)}
          onValue=${s=>r({since:s?Es(s,o):void 0})}
        />
        <${P}
          label=${a("filter.to")}
          type="date"
          value=${Ts(e.until,o,1)}
          onValue=${s=>r({until:s?Es(s,o,1):void 0})}
        />
      `}
    <//>
  `}function Lc({filters:e,set:t,stats:o}){let n=L(F),[r,s]=y(!1),i={filters:e,set:t},c=Do(o?.by_action),u=Do(o?.by_user),f=Wn(e);return l`
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
        <${Qt} name="cause" options=${Sc} ...${i} />
        <${Qt} name="action_name" options=${c} isOpen ...${i} />
        ${n?.role!=="operator"&&l`<${Qt} name="user_id" options=${u} isOpen ...${i} />`}
        <${Qt} name="cid" isOpen ...${i} />
        <${Qt} name="batch_id" isOpen ...${i} />
        <${Qt} name="source" options=${Ac} ...${i} />
        <${Op} ...${i} />
      </div>
    </div>
    ${f.length>0&&l`<${Lp} all=${f} ...${i} />`}
  `}function Lp({filters:e,set:t,all:o}){let n=L(Xe);return l`
    <div class="row chosen" role="group" aria-label=${a("filter.chosen")}>
      ${o.map(({name:r,value:s})=>l`
          <${ia}
            key=${`${r} ${s}`}
            name=${Zt(r)}
            value=${qn(r,s,n)}
            onRemove=${()=>t(Ec(e,r,s))}
          />
        `)}
      <button
        type="button"
        class="quiet"
        id="clear-filters"
        onClick=${()=>t(Mo(new URLSearchParams))}
      >
        ${a("filter.clear")}
      </button>
    </div>
  `}var Oc,Do,Nc=w(()=>{"use strict";ve();de();q();E();Oe();be();wo();Io();N();Xt();Cc();Oc=({filters:e,set:t,total:o})=>l`
  <div class="statuses" role="group" aria-label=${Zt("status")}>
    ${kc.map(n=>l`
        <button
          key=${n}
          type="button"
          class="status-filter badge-${n}"
          aria-pressed=${e.status.includes(n)}
          onClick=${()=>t(Ct(e,"status",n))}
        >
          <${R} name=${n} />${U("status",n)}
          <b>${o?M(o[n]):"\u2013"}</b>
        </button>
      `)}
  </div>
`;Do=e=>(e?.rows??[]).map(t=>t.value)});function Mc(e){e.size>Np&&e.delete(e.keys().next().value)}function Cs(e,t){if(t.index<=e.last_index)return!1;if(e.last_index=t.index,t.kind==="note_added"){let{index:o,recorded_at:n,actor:r,text:s}=t;e.note_count=(e.note_count??0)+1,e.newest_note={index:o,recorded_at:n,actor:r,text:s}}else if(t.kind==="status_changed"){let{status:o,cause:n,http_status:r,error_message:s}=t;Object.assign(e,{status:o,cause:n,http_status:r,error_message:s}),e.updated_at=t.recorded_at}return!0}var Ho,Rc,Ic,Np,zn,Vn,Dc=w(()=>{"use strict";Xt();Ho=100,Rc=8,Ic=15e4,Np=2e3,zn=class{constructor(t,o,n=null){this.filters=t,this.recent=o,this.pages=[],this.next=n,this.start=n,this.count=0,this.top=-1,this.fresh=new Set,this.byId=new Map}get isDone(){return this.next===void 0||this.count>=Ic}get isTruncated(){return this.next!==void 0&&this.count>=Ic}locate(t){let o=0;for(let[n,r]of this.pages.entries()){if(t<o+r.count)return{number:n,offset:t-o};o+=r.count}return{number:this.pages.length,offset:0}}slice(t,o){let n=[],{number:r,offset:s}=this.locate(t);for(let i=Math.min(o,this.count)-t;i>0;r+=1,s=0){let{count:c,rows:u}=this.pages[r],f=Math.min(i,c-s);for(let d=0;d<f;d+=1)n.push(u?u[s+d]:null);i-=f}return n}wanted(t,o){let n=Math.min(this.locate(o).number,this.pages.length-1);for(let r=this.locate(t).number;r<=n;r+=1){let{rows:s,stale:i}=this.pages[r];if(!s||i)return r}return!this.isDone&&o>this.count-Ho/2?this.pages.length:null}cursorOf(t){return t<this.pages.length?this.pages[t].cursor:this.next??null}place(t,{jobs:o,next:n},r){if(this.#t(t)&&this.pages.length)return this.#e(o);let s=this.pages[t]??{cursor:this.next??null,count:0,rows:null},i=o.length-s.count;t===this.pages.length&&(this.pages.push(s),this.next=n??void 0),this.top<0&&o.length&&(this.top=o[0].index);for(let c of s.rows??[])this.byId.delete(c.job_id);this.pages[t]={cursor:s.cursor,count:o.length,rows:o};for(let c of o){this.byId.set(c.job_id,c);for(let u of this.recent.entriesOf(c.job_id))Cs(c,u)}if(this.count+=i,this.#t(t))for(let c of this.recent.jobs.values())this.#r(c,r);return i}#t(t){return t===0&&this.start===null}#e(t){for(let o of t){let n=this.byId.get(o.job_id);n&&n.last_index<=o.last_index&&Object.assign(n,o)}return this.pages[0].stale=!1,0}forget(t,o){let n=this.locate(t).number-Rc,r=this.locate(o).number+Rc;for(let[s,i]of this.pages.entries())if(!(!i.rows||s>=n&&s<=r||this.#t(s))){for(let c of i.rows)this.byId.delete(c.job_id);i.rows=null}}expire(){for(let t of this.pages)t.stale=!0}take(t,o){let n=!1;for(let r of t){let s=this.byId.get(r.job_id);s?n=Cs(s,r)||n:n=this.#r(this.recent.jobs.get(r.job_id),o)||n}return n}#r(t,o){if(!t||t.index<=this.top||this.start!==null||this.filters.cid.length||this.byId.has(t.job_id))return!1;let n=this.fresh.size;return Tc(this.filters,t,o)?this.fresh.add(t.job_id):this.fresh.delete(t.job_id),this.fresh.size!==n}limitOf(t){return t<this.pages.length&&this.#t(t)?5*Ho:Ho}compare(t){this.fresh=new Set(t.filter(o=>o.index>this.top).map(o=>o.job_id))}},Vn=class{constructor(){this.entries=new Map,this.jobs=new Map}take(t){for(let o of t){if(o.kind==="job_created"||o.kind==="job_imported"){this.jobs.set(o.job_id,{cause:null,...o,last_index:o.index}),Mc(this.jobs);continue}let n=this.jobs.get(o.job_id);n&&Cs(n,o),this.entries.set(o.job_id,[...this.entriesOf(o.job_id).slice(-20),o]),Mc(this.entries)}}entriesOf(t){return this.entries.get(t)??[]}}});var Rp,Ip,Mp,Hc,Dp,Jn,Pc=w(()=>{"use strict";Qo();Xt();Dc();Rp=120,Ip=2e3,Mp=5e3,Hc=[1,2,5,10,30],Dp=(e,t)=>setTimeout(e,t),Jn=class{list=null;#t=null;stats=null;problem=null;isLoading=!1;shift=0;scrolled=0;#e;#r=new Vn;#o=[0,40];#c=0;#l=0;#s=new AbortController;#u=()=>{};#d=new Set;#i=!1;constructor(t){this.#e={later:Dp,now:Date.now,...t}}async open(t,o=null){this.#s.abort(),this.#s=new AbortController,this.#l=this.#e.now(),this.#o=[0,40],this.#t=new zn(t,this.#r,o),this.list??=this.#t,this.problem=null,this.isLoading=!1,await this.#n()}reload(){return this.#t?this.open(this.#t.filters):Promise.resolve()}openRest(){let t=this.list;return t?this.open(t.filters,t.next??null):Promise.resolve()}retry(){return this.problem=null,this.#n()}show(t,o){this.list===this.#t&&(this.#o=[t,o],this.problem||this.#n())}close(){this.#i=!0,this.#s.abort(),this.#u()}async resume(t){this.#e.onChange=t,this.#i=!1,this.#s=new AbortController,this.isLoading=!1,this.problem=null,this.stats=null,this.list?.expire(),this.#t=this.list,await this.#n(),await this.#p()}async#n(){let t=this.#t,{signal:o}=this.#s;if(!t||this.isLoading||this.#i)return;let[n,r]=this.#o,s=t.wanted(n,r);if(s!==null){this.isLoading=!0,this.#e.onChange();try{this.stats||await this.#m();let i=t.limitOf(s),c={...Yt(t.filters,this.#l),limit:i},u=t.cursorOf(s),f=await this.#e.get("/v1/jobs",{query:{...c,cursor:u},signal:o});if(o.aborted)return;let d=s<t.locate(this.#o[0]).number,h=t.place(s,f,this.#e.now());d&&(this.shift+=h),t.forget(this.#o[0],this.#o[1]),this.#c=0}catch(i){if(o.aborted)return;if(!(i instanceof ie))throw i;this.problem=i,i.isTemporary&&this.#h(i,o)}finally{o.aborted||(this.isLoading=!1)}this.list=t,this.#e.onChange(),this.problem||await this.#n()}}#h(t,o){let n=t.retryAfter??Hc[Math.min(this.#c,Hc.length-1)];this.#c+=1,this.#e.later(()=>{!o.aborted&&this.problem===t&&this.retry()},n*1e3)}async#m(){if(await this.#f(),this.#i)return;let{size:t}=this.stats.head;this.#u(),this.#u=this.#e.follow(t>0?{after:t-1}:{from:0},{onEntries:o=>this.#$(o),onState:o=>{o==="stale"&&(this.list?.expire(),this.#n(),this.#a("count",0,()=>this.#f()),this.#a("look",0,()=>this.#p()))}})}#$(t){this.#r.take(t),this.list?.take(t,this.#e.now())&&this.#a("draw",Rp,async()=>this.#e.onChange()),this.#a("count",Ip,()=>this.#f()),t.some(n=>n.kind!=="status_changed")&&this.list?.filters.cid.length&&this.#a("look",Mp,()=>this.#p())}#a(t,o,n){this.#d.has(t)||(this.#d.add(t),this.#e.later(()=>{this.#d.delete(t),this.#i||n().catch(()=>{})},o))}async#f(){this.stats=await this.#e.get("/v1/stats",{query:{limit:100}}),this.#e.onChange()}async#p(){let t=this.list;if(!t||t.start!==null)return;let o={...Yt(t.filters,this.#l),limit:Ho};t.compare((await this.#e.get("/v1/jobs",{query:o})).jobs),this.#e.onChange()}}});function Os(e){let t=e.trim().toLowerCase();if(!/^[0-9a-f]+(-[0-9a-f]+)*-?$/.test(t))return null;let o=t.replaceAll("-","");return o.length>32?null:{digits:o,id:o.length===32?Hp(o):null}}function Ls(e,{jobs:t,users:o,actions:n}){let r=e.trim();if(!r)return[];let s=r.toLowerCase(),i=f=>f.filter(d=>d.toLowerCase().includes(s)).sort((d,h)=>Uc(d,s)-Uc(h,s)).slice(0,4),c=Os(r),u=t.map(f=>({kind:"job",value:f.job_id,job:f}));return c?.id&&!u.length&&u.push({kind:"job",value:c.id,job:null}),[...i(o).map(f=>({kind:"user",value:f})),...i(n).map(f=>({kind:"action",value:f})),...u,...t.length>1?[{kind:"prefix",value:r}]:[],...c?.id?[]:[{kind:"customer",value:r}]]}function Uc(e,t){let o=e.toLowerCase().indexOf(t);return o===0?e.length-t.length:1e3+o}var Hp,Fc=w(()=>{"use strict";Hp=e=>[e.slice(0,8),e.slice(8,12),e.slice(12,16),e.slice(16,20),e.slice(20)].join("-")});function Up(e){let[t,o]=y([]),n=I(Promise.resolve([])),r=Os(e)?.digits??"";return j(()=>{if(o([]),n.current=Promise.resolve([]),!r)return;let s=new AbortController,i={job_id:r,limit:Pp};return n.current=T("/v1/jobs",{query:i,signal:s.signal}).then(c=>c.jobs,()=>[]),n.current.then(c=>s.signal.aborted||o(c)),()=>s.abort()},[r]),{jobs:t,asked:n}}function Fp({meaning:{kind:e,value:t,job:o}}){return l`
    <span class="suggestion-kind">${a(`search.${e}`)}</span>
    <span class="suggestion-value">${t}</span>
    ${o&&l`<span>${o.action_name}</span><${re} status=${o.status} /> `}
    ${o&&l`<${Z} at=${o.created_at} />`}
  `}function Bc({filters:e,set:t,users:o,actions:n}){let[r,s]=y(""),[i,c]=y(!1),[u,f]=y(0),d=I(null),{jobs:h,asked:m}=Up(r),p=it(),b=Ls(r,{jobs:h,users:o,actions:n}),x=i&&b.length>0;fn(d,x,()=>c(!1));let g=({kind:v,value:k})=>{if(c(!1),s(""),v==="job")$e(O(C`/jobs/${k}`));else if(v==="customer")$e(O(C`/customers/${k}`));else if(v==="prefix")t({...e,job_id:k});else{let S=v==="user"?"user_id":"action_name";e[S].includes(k)||t(Ct(e,S,k))}},$=async()=>{let v=await m.current,k=Ls(r,{jobs:v,users:o,actions:n})[u];k&&g(k)},_=v=>{let k={ArrowDown:1,ArrowUp:-1}[v.key];if(k&&b.length)c(!0),f(x?(u+k+b.length)%b.length:0);else if(v.key==="Enter")$();else if(v.key==="Escape"&&r)s("");else if(v.key==="Escape")v.target.blur();else return;v.preventDefault()};return l`
    <div class="search" ref=${d} role="search">
      <${R} name="search" />
      <input
        id="search"
        type="search"
        role="combobox"
        aria-label=${a("search.label")}
        aria-expanded=${x}
        aria-controls=${p}
        aria-autocomplete="list"
        aria-activedescendant=${x?`${p}-${u}`:void 0}
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
      <ul id=${p} role="listbox" aria-label=${a("search.suggestions")} hidden=${!x}>
        ${b.map((v,k)=>l`
            <li
              key=${`${v.kind} ${v.value}`}
              id="${p}-${k}"
              role="option"
              aria-selected=${k===u}
              onPointerDown=${S=>S.preventDefault()}
              onClick=${()=>g(v)}
            >
              <${Fp} meaning=${v} />
            </li>
          `)}
      </ul>
    </div>
  `}var Pp,Wc=w(()=>{"use strict";Y();B();Ie();Le();q();E();be();K();N();Xt();Fc();Pp=6});function qp(){let[,e]=y(0);j(()=>{let o=()=>e(n=>n+1);for(let n of[Ns,Rs])n.addEventListener("change",o);return()=>{for(let n of[Ns,Rs])n.removeEventListener("change",o)}},[]);let t=Number.parseFloat(getComputedStyle(document.documentElement).fontSize);return{height:Math.round(Wp[Ns.matches?"cards":"table"]*t),isWide:Rs.matches}}function zp(e,t,o,n){let[r,s]=y({from:0,to:40});return st(()=>{let i=0,c=()=>{i=0,n(scrollY);let f=-(e.current?.getBoundingClientRect().top??0),d=Math.max(0,Math.floor(f/t)-qc),h=Math.max(0,Math.ceil((f+innerHeight)/t))+qc;s(m=>m.from===d&&m.to===h?m:{from:d,to:h})},u=()=>{i||=requestAnimationFrame(c)};return c(),addEventListener("scroll",u,{passive:!0}),addEventListener("resize",u),()=>{cancelAnimationFrame(i),removeEventListener("scroll",u),removeEventListener("resize",u)}},[t,o]),{from:Math.min(r.from,o),to:Math.min(r.to,o)}}function Vp(e,t){e.target.closest("a, button")||getSelection()?.toString()||$e(O(C`/jobs/${t}`))}function Jp({job:e,index:t,isWide:o}){let n={"data-index":t,"aria-rowindex":t+2};if(!e)return l`<tr role="row" class="job" ...${n}>
      <td role="cell">…</td>
    </tr>`;let{job_id:r,user_id:s,action_name:i,customer_count:c,status:u,cause:f}=e;return l`
    <tr
      role="row"
      class="job"
      ...${n}
      onClick=${d=>Vp(d,r)}
    >
      <td role="cell" class="cell-user">${s}</td>
      <td role="cell" class="cell-action">
        <a href=${O(C`/jobs/${r}`)}>${i}</a>
        ${e.retry_of&&l`<${ft}>${a("jobs.retry")}<//>`}
        <${Un} count=${e.note_count} newest=${e.newest_note} />
      </td>
      <td role="cell" class="cell-customers number">
        ${M(c)}<span class="only-cards">
          ${" "}${a("jobs.customersUnit",{n:c})}</span
        >
      </td>
      <td role="cell" class="cell-status"><${re} status=${u} cause=${f} /></td>
      <td role="cell" class="cell-date"><${Z} at=${e.created_at} /></td>
      <td role="cell" class="cell-id"><${Gt} id=${r} short=${!o} /></td>
    </tr>
  `}function zc({jobs:e,list:t,focus:o}){let{height:n,isWide:r}=qp(),s=I(null);st(()=>{e.scrolled&&scrollTo(0,e.scrolled)},[]);let{from:i,to:c}=zp(s,n,t.count,d=>{e.scrolled=d}),u=t.slice(i,c);j(()=>e.show(i,c),[i,c,t,t.count]),st(()=>{e.shift&&(scrollBy(0,e.shift*n),e.shift=0)}),st(()=>{if(!o||!s.current)return;let d=s.current.getBoundingClientRect().top+o.index*n;d<2*n?scrollBy(0,d-2*n):d>innerHeight-2*n&&scrollBy(0,d-innerHeight+2*n);let h=requestAnimationFrame(()=>requestAnimationFrame(f));return()=>cancelAnimationFrame(h)},[o]);let f=()=>{let d=s.current?.querySelector(`[data-index="${o?.index}"] a`);d instanceof HTMLElement&&d.focus({preventScroll:!0})};return l`
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
          ${Bp.map(d=>l`
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
            <${Jp}
              key=${d?.job_id??i+h}
              job=${d}
              index=${i+h}
              isWide=${r}
            />
          `)}
      </tbody>
    </table>
  `}var qc,Bp,Wp,Ns,Rs,Vc=w(()=>{"use strict";de();B();Ie();Le();E();K();N();qc=8,Bp=["user","action","customers","status","date","id"],Wp={table:2.5,cards:6.5},Ns=matchMedia("(width < 60rem)"),Rs=matchMedia("(width >= 90rem)")});function Gp({query:e,close:t}){let[o,n]=y("");return l`
    <form onSubmit=${s=>{s.preventDefault(),Is.update(i=>[...i.filter(c=>c.name!==o.trim()),{name:o.trim(),query:e}]),t(),ee(a("views.saved",{name:o.trim()}))}}>
      <${P} label=${a("views.name")} required maxlength="60" value=${o} onValue=${n} />
      <button type="submit">${a("views.save")}</button>
    </form>
  `}function Jc({query:e}){let t=L(Is),o=e.toString(),n=r=>Is.update(s=>s.filter(i=>i.name!==r));return l`
    <${Ut} label=${a("views.title")} align="end">
      ${r=>l`
        ${t.length>0&&l`
            <ul class="menu views">
              ${t.map(s=>l`
                  <li key=${s.name} class="row">
                    <a
                      href=${O("/")+(s.query&&`?${s.query}`)}
                      aria-current=${s.query===o?"true":void 0}
                      onClick=${i=>{i.preventDefault(),on(new URLSearchParams(s.query)),r()}}
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
        ${o?l`<${Gp} query=${o} close=${r} />`:l`<p class="hint">${a("views.hint")}</p>`}
      `}
    <//>
  `}var Is,Gc=w(()=>{"use strict";B();Ie();Lo();Oe();q();E();wo();je();N();Is=Oo("views",[])});var Yc={};Fe(Yc,{default:()=>Kc});function Xp(e){let[,t]=y(0),o=()=>t(i=>i+1),n=I(Re.get().isBack&&Po?.search===e&&Date.now()<Po.until),[r]=y(()=>n.current&&Po?Po.jobs:new Jn({get:T,follow:Ne,onChange:o})),s=I(e);return s.current=e,j(()=>(n.current&&r.resume(o),()=>{r.close(),Po={jobs:r,search:s.current,until:Date.now()+Yp}}),[]),j(()=>{n.current||r.open(Mo(new URLSearchParams(e))),n.current=!1},[e]),r}function Qp({filters:e}){let t=Yt(e,Date.now()),o=[{text:"CSV",href:O("/v1/export.csv",t),download:!0},{text:a("jobs.csvExcel"),href:O("/v1/export.csv",{...t,bom:"true"}),download:!0},{text:"NDJSON",href:O("/v1/export.ndjson",t),download:!0}];return l`<${hn} label=${a("jobs.download")} align="end" items=${o} />`}function eh({jobs:e,list:t,isFiltered:o,clear:n}){let r=L(F);return e.problem?l`
      <${V} problem=${e.problem} retry=${()=>e.retry()} />
      ${o&&l`<p><button type="button" onClick=${n}>${a("filter.clear")}</button></p>`}
    `:t.isTruncated?l`
      <p class="state">
        <button type="button" onClick=${()=>e.openRest()}>${a("jobs.older")}</button>
      </p>
    `:t.isDone?t.count?l`<p class="state">${a("jobs.end",{n:t.count})}</p>`:o?l`
      <${we} title=${a("jobs.noMatch")}>
        <button type="button" onClick=${n}>${a("filter.clear")}</button>
      <//>
    `:l`
    <${we} title=${a("jobs.empty")}>
      ${r?.role!=="auditor"&&l`<p><${D} to="/set-action" class="button">${a("jobs.emptyAction")}<//></p>`}
      <p><a href=${O("/docs")}>${a("jobs.emptyDocs")}</a></p>
    <//>
  `:l`<${dt} />`}function th({count:e,show:t}){return j(()=>{e&&mn(a("jobs.fresh",{n:e}))},[e>0]),e?l`
    <div class="fresh">
      <button type="button" id="show-new" class="primary" onClick=${t}>
        ${a(e>999?"jobs.freshMany":"jobs.fresh",{n:Math.min(e,999)})}
      </button>
    </div>
  `:null}function Kc(){let[e,t]=qe(),o=e.toString(),n=ue(()=>Mo(e),[o]),r=Xp(o),{list:s,stats:i}=r,[c,u]=y(null),[f,d]=y(!1),h=g=>t(js(g)),m=()=>t(new URLSearchParams),p=I(null);p.current={list:s,focus:c},j(()=>{let g=$=>{let{list:_,focus:v}=p.current,k=document.activeElement?.closest?.("[data-index]"),S=k?Number(k.getAttribute("data-index")):v?.index??-1,H=Math.max(0,Math.min(S+$,_.count-1));_.count&&u({index:H})};return gc({"/":()=>document.getElementById("search")?.focus(),j:()=>g(1),k:()=>g(-1),"?":()=>d(!0)})},[]);let b=async()=>{scrollTo(0,0),await r.reload(),u({index:0})},x=Wn(n).length>0;return l`
    <div class="jobs-top">
      <${J}>${a("jobs.title")}<//>
      <${Bc}
        filters=${n}
        set=${h}
        users=${Do(i?.by_user)}
        actions=${Do(i?.by_action)}
      />
      <div class="row">
        <${Jc} query=${e} />
        <${Qp} filters=${n} />
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
      <${Oc} filters=${n} set=${h} total=${i?.total} />
      <${Lc} filters=${n} set=${h} stats=${i} />
    </div>
    ${s?.start&&l`
        <p class="notice">
          ${a("jobs.olderShown")}
          <button type="button" onClick=${()=>r.reload()}>${a("jobs.newest")}</button>
        </p>
      `}
    ${s&&l`
        <${th} count=${s.fresh.size} show=${b} />
        ${s.count>0&&l`<${zc} jobs=${r} list=${s} focus=${c} />`}
        <${eh} jobs=${r} list=${s} isFiltered=${x} clear=${m} />
      `}
    ${f&&l`<${Zp} onClose=${()=>d(!1)} />`}
  `}var Kp,Po,Yp,Zp,Xc=w(()=>{"use strict";ve();Y();_c();B();Ie();Tt();Ke();q();E();wo();je();he();K();N();Nc();Xt();Pc();Wc();Vc();Gc();Kp=[["/","keys.search"],["j","keys.down"],["k","keys.up"],["Enter","keys.open"],["Esc","keys.escape"],["?","keys.help"]],Po=null,Yp=6e5;Zp=({onClose:e})=>l`
  <${ne} title=${a("keys.title")} onClose=${e}>
    <dl class="facts">
      ${Kp.map(([t,o])=>l`
          <dt key=${t}><kbd>${t}</kbd></dt>
          <dd>${a(o)}</dd>
        `)}
    </dl>
  <//>
`});function tt(e,t){if(!e)return{why:"empty"};if(e.length*3>t){let r=rh.encode(e).length;if(r>t)return{why:"long",n:r}}if(nh.test(e))return null;if(/\p{Cc}/u.test(e))return{why:"control"};if(e.search(Qc)>=0)return{why:"ends"};let o=oh.exec(e);return o?{why:"unseen",code:`U+${o[0].codePointAt(0).toString(16).toUpperCase().padStart(4,"0")}`}:null}function*tl({values:e,lines:t},{trims:o,bytesMax:n}){let r=[],s=new Uint8Array(e.length),i={good:0,duplicate:0,blank:0,spaces:0,invalid:0},c=new Map;for(let[u,f]of e.entries()){let d=o?el(f):f,h=sh(d,c,n);h==="good"&&c.set(d,u),r.push(d),s[u]=Uo.indexOf(h),i[h]+=1,u%Zc===Zc-1&&(yield)}return{values:r,lines:t,kinds:s,counts:i,customers:[...c.keys()],first:c}}function sh(e,t,o){if(t.has(e))return"duplicate";if(!tt(e,o))return"good";let n=el(e);return n?n!==e&&!tt(n,o)?"spaces":"invalid":"blank"}function ol({values:e,kinds:t},o,n){let r=Uo.indexOf(o),s=n.toLowerCase(),i=[];for(let c=0;c<e.length;c+=1)r>=0&&t[c]!==r||(!s||e[c].toLowerCase().includes(s))&&i.push(c);return i}var Uo,oh,Qc,nh,Zc,rh,el,Fo=w(()=>{"use strict";Uo=["good","duplicate","blank","spaces","invalid"],oh=new RegExp("[\\xa0\\xad\\u034f\\u061c\\u115f\\u1160\\u1680\\u17b4\\u17b5\\u180b-\\u180f\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u2800\\u3000\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb\\u{13430}-\\u{1343f}\\u{13441}\\u{13442}\\u{16fe4}\\u{1bca0}-\\u{1bca3}\\u{1d159}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e0fff}\\p{Noncharacter_Code_Point}\\p{Surrogate}]","u"),Qc=/^\p{White_Space}+|\p{White_Space}+$/gu,nh=/^[!-~]+$/,Zc=2e3,rh=new TextEncoder;el=e=>e.replace(Qc,"")});function cl({parts:e,first:t,fresh:o},n,r){let s=new Map(n.map(u=>[u.job_id,u])),i=e[0]?.jobs[0]?.job_id,c=n.findIndex(u=>u.job_id===i);return{parts:e.map(u=>({...u,jobs:u.jobs.map(f=>s.get(f.job_id)??f)})),first:t,fresh:r?c<0?n.length:c:o}}function ll(e,t){let o=new Set(Hs(e).map(n=>n.job_id));return t.some(({kind:n,job_id:r})=>n==="job_created"||n==="job_imported"||o.has(r))}function ul({parts:e}){let t={};for(let{outcome:o}of e.flatMap(n=>n.jobs))t[o.status]=(t[o.status]??0)+1;return t}var Ms,Ds,Hs,nl,rl,sl,Ps,il,al,dl=w(()=>{"use strict";Ms={parts:[],first:0,fresh:0},Ds=({parts:e,first:t})=>e.slice(t,t+2),Hs=e=>Ds(e).flatMap(t=>t.jobs),nl=({first:e})=>e>0,rl=({parts:e,first:t})=>t+2<e.length||!!e.at(-1)?.next,sl=({parts:e,first:t})=>t+2<e.length?null:e.at(-1)?.next??null,Ps=({parts:e,...t},o,{jobs:n,next:r})=>({...t,parts:[...e,{cursor:o,jobs:n,next:r}]}),il=e=>({...e,first:Math.max(0,Math.min(e.first+1,e.parts.length-2))}),al=e=>({...e,first:Math.max(0,e.first-1)})});var hl={};Fe(hl,{default:()=>pl});function lh(){let[e,t]=y(""),o=e&&tt(e,fl);return l`
    <form
      class="look-up"
      role="search"
      onSubmit=${n=>{n.preventDefault(),e&&!o&&$e(O(C`/customers/${e}`))}}
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
          ${a(`name.${o.why}`,{n:o.n??0,most:fl,code:o.code??""})}
        </p>`}
    </form>
  `}function uh(e){let[t,o]=y(Ms),n=I(t),r=m=>o(n.current=m),s=m=>T(C`/v1/customers/${e}/jobs`,{query:{limit:30,cursor:m}}),[i,c,u]=X(async()=>{r(Ps(Ms,null,await s(null)))}),[f,d,h]=X(async()=>{let m=sl(n.current);if(m){let p=await s(m);r(Ps(n.current,m,p))}r(il(n.current))});return j(()=>{i();let m=0,p=async()=>{m=0;let g=new Set([null,...Ds(n.current).map($=>$.cursor)]);for(let $ of g){let _=await s($);r(cl(n.current,_.jobs,$===null))}},b=()=>m||=window.setTimeout(()=>p().catch(()=>{}),ah),x=Ne({},{onEntries:g=>ll(n.current,g)&&b(),onState:g=>g==="stale"&&b()});return()=>{clearTimeout(m),x()}},[]),{jobs:t,open:i,showOlder:f,showNewer:()=>r(al(n.current)),isBusy:c||d,problem:u??h,retry:u?i:f}}function dh({job:e}){let{outcome:t,job_id:o}=e,n=r=>a(`customer.${r}`);return l`
    <tr>
      <td data-label=${n("when")}><${Z} at=${e.created_at} /></td>
      <td data-label=${n("action")}>
        <a href=${O(C`/jobs/${o}`)}><b>${e.action_name}</b></a>
        ${e.retry_of&&l` <${ft}>${a("jobs.retry")}<//>`} ${" "}<${Un}
          count=${e.note_count}
          newest=${e.newest_note}
        />
      </td>
      <td data-label=${n("outcome")}>
        <${re} status=${t.status} />
        ${!t.own&&l`<span class="muted"> ${a("customer.asJob")}</span>`}
        ${t.message&&l`<div class="message-of">${t.message}</div>`}
      </td>
      <td data-label=${n("job")}><${re} status=${e.status} cause=${e.cause} /></td>
      <td data-label=${n("user")}>
        ${e.user_id}
        ${e.submitted_by&&l`<div class="muted">${a("customer.submittedBy",{user:e.submitted_by})}</div>`}
      </td>
      <td data-label=${n("id")}><${Gt} id=${o} short /></td>
    </tr>
  `}function fh({cid:e}){let{jobs:t,open:o,showOlder:n,showNewer:r,isBusy:s,problem:i,retry:c}=uh(e),u=L(F),f=t.parts.reduce((m,p)=>m+p.jobs.length,0),d=!t.parts.at(-1)?.next,h=l`
    <p class="row">
      ${u?.role!=="auditor"&&l`<${D} to="/set-action" query=${{cid:e}} class="button"
          >${a("customer.setAction")}<//
        >`}
      <${D} to="/jobs" query=${{cid:e}} class="button">${a("customer.inJobs")}<//>
    </p>
  `;return t.parts.length===0?l`<${V}
        problem=${i}
        retry=${c}
      />${s&&l`<${dt} />`}`:f===0&&d?l`
      <${we} title=${a("customer.none")}><p>${a("customer.noneHint")}</p><//>
      ${h}
    `:l`
    <div class="row spread">
      <p class="row" role="status">
        ${a(d?"customer.count":"customer.countMore",{n:f})}
        ${Object.entries(ul(t)).map(([m,p])=>l`<span key=${m}><${re} status=${m} /> ${M(p)}</span>`)}
        ${t.fresh>0&&l`<button type="button" id="fresh" class="primary" onClick=${o}>
            ${a("customer.fresh",{n:t.fresh})}
          </button>`}
      </p>
      ${h}
    </div>
    ${nl(t)&&l`<p><button type="button" onClick=${r}>${a("customer.newer")}</button></p>`}
    <div class="card scroll-x">
      <table class="customer-jobs">
        <caption class="off-screen">
          ${a("customer.title",{cid:e})}
        </caption>
        <thead>
          <tr>
            ${ch.map(m=>l`<th key=${m} scope="col">${a(`customer.${m}`)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${Hs(t).map(m=>l`<${dh} key=${m.job_id} job=${m} />`)}
        </tbody>
      </table>
    </div>
    <${V} problem=${i} retry=${c} />
    ${rl(t)&&l`<p>
        <button type="button" id="older" disabled=${s} onClick=${n}>
          ${a("customer.older")}
        </button>
      </p>`}
  `}function pl({cid:e}){return l`
    <div class="row spread customer-top">
      <${J}>${e?a("customer.title",{cid:e}):a("customer.titleNone")}<//>
      <${lh} />
    </div>
    ${e&&l`<${fh} cid=${e} />`}
  `}var ah,fl,ch,ml=w(()=>{"use strict";ve();Y();Fo();de();B();Ie();Tt();Le();q();E();he();K();N();dl();ah=3e3,fl=128,ch=["when","action","outcome","job","user","id"]});var $l,Gn,Bo,Us=w(()=>{"use strict";N();Le();E();K();$l={job_id:e=>l`<${Gt} id=${e.job_id} />`,status:e=>l`<${re} status=${e.status} cause=${e.cause} />`,user_id:e=>l`<${D} to="/" query=${{user_id:e.user_id}}>${e.user_id}<//>`,submitted_by:e=>e.submitted_by,action_name:e=>l`
    <${D} to="/" query=${{action_name:e.action_name}}>${e.action_name}<//>
  `,action_code:e=>e.action_code,customer_count:e=>e.customer_count.toLocaleString("en"),source:e=>U("source",e.source),created_at:e=>l`<${Z} at=${e.created_at} />`,updated_at:e=>l`<${Z} at=${e.updated_at} />`,http_status:e=>e.http_status,batch_id:e=>l`<${D} to="/" query=${{batch_id:e.batch_id}}>${e.batch_id}<//>`,cluster_url:e=>l`<code>${e.cluster_url}</code>`,retry_of:e=>l`<${D} to=${`/jobs/${e.retry_of}`}>${e.retry_of}<//>`},Gn=Object.keys($l),Bo=(e,t)=>e[t]===null?null:$l[t](e)});function wl(e,t,o){let n=o!=="auditor",r=e.source==="gateway"&&e.status!=="IN_PROGRESS",s=t.FAILED>0;return{note:n,settle:n&&e.status==="UNCONFIRMED",retryFailed:n&&r&&s,retryAll:n&&r&&(s||e.status!=="SUCCESS"),curl:e.source==="gateway"&&!!e.cluster_url}}function gl(e,t){let o=uo(e.recorded_at??e.created_at,t.recorded_at);return o<0?null:o}function _l(e,t){let o=e.status==="IN_PROGRESS"?new Date(t).toISOString():e.updated_at;return o?Math.max(0,uo(e.created_at,o)):null}function xl(e){let t=e.trim().toLowerCase().replaceAll("-","");return/^[0-9a-f]{1,32}$/.test(t)?t:null}var bl,Fs,yl,Wo,vl,Bs,Ws,qo=w(()=>{"use strict";de();bl=["FAILED","UNCONFIRMED","IN_PROGRESS","SUCCESS"],Fs=4096,yl=e=>new TextEncoder().encode(e).length;Wo={rows:[],matching:0,next:""},vl=e=>e<100?100:e<2e3?2e3:1e4,Bs=({rows:e},{customers:t,matching:o,next:n})=>({rows:[...e,...t],matching:o,next:n}),Ws=({rows:e,next:t},o)=>t!==null&&e.length<o+50});function Al({job:e,counts:t,actions:o,onClose:n}){let[r,s]=y(o.retryFailed?"failed":"all"),[i,c]=y(""),[u,f]=y(""),[d,h]=y(""),m=ue(Dt,[r,u,d]),p=I(!1),b=S=>{p.current||(p.current=!0,$e(O(C`/jobs/${S}`)))};j(()=>Ne({kind:"job_created",user_id:F.get()?.user_id},{onEntries:S=>{let H=S.find(se=>se.retry_of===e.job_id);H&&x.current&&b(H.job_id)}}),[]);let x=I(!1),[g,$,_]=X(async()=>{x.current=!0;let S={customers:r,...i&&{token:i},...u&&{url:u},...d.trim()&&{payload:kl(d)}},H=await te(C`/v1/jobs/${e.job_id}/retry`,S,{key:m});b(H.job.job_id)}),v=d||_?.field==="payload",k=!d.trim()||kl(d)!==null;return l`
    <${ne} title=${a("job.retry")} onClose=${n}>
      <${Kn}
        onSubmit=${g}
        isBusy=${$}
        isOff=${!k}
        problem=${_}
        text=${a("job.retrySend",{n:r==="all"?e.customer_count:t.FAILED,action:e.action_name})}
      >
        <${Et}
          label=${a("job.retryWhom")}
          value=${r}
          onValue=${s}
          options=${[o.retryFailed&&{value:"failed",text:a("job.retryFailed",{n:t.FAILED})},o.retryAll&&{value:"all",text:a("job.retryAll",{n:e.customer_count})}].filter(Boolean)}
        />
        ${t.UNCONFIRMED>0&&l`<p class="notice notice-warning">${a("job.retryUnconfirmed")}</p>`}
        <${P}
          label=${a("job.token")}
          hint=${a("job.tokenHint")}
          type="password"
          autocomplete="off"
          value=${i}
          onValue=${c}
        />
        <${P}
          label=${a("job.url")}
          hint=${a("job.urlHint")}
          placeholder=${e.cluster_url}
          type="url"
          value=${u}
          onValue=${f}
        />
        ${v&&l`
            <${P}
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
  `}function kl(e){try{let t=JSON.parse(e);return typeof t=="object"&&!Array.isArray(t)?t:null}catch{return null}}function jl({job:e,onClose:t,onDone:o}){let[n,r]=y(""),[s,i]=y(""),c=ue(Dt,[n,s]),[u,f,d]=X(async()=>{let h=n==="FAILED"?"error_message":"response_summary";await te(C`/v1/jobs/${e.job_id}/status`,{status:n,[h]:s.trim()},{key:c}),ee(a("job.settled")),o()});return l`
    <${ne} title=${a("job.settle")} onClose=${t}>
      <p>${a("job.settleHint")}</p>
      <${Kn}
        onSubmit=${u}
        isBusy=${f}
        isOff=${!n||!s.trim()}
        problem=${d}
        text=${a("job.settleSend")}
      >
        <${Et}
          label=${a("job.settleAs")}
          value=${n}
          onValue=${r}
          options=${["SUCCESS","FAILED"].map(h=>({value:h,text:a(`status.${h}`)}))}
        />
        <${P}
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
  `}function El({job:e,onClose:t,onDone:o}){let[n,r]=y(""),s=ue(Dt,[n]),i=yl(n),[c,u,f]=X(async()=>{await te(C`/v1/jobs/${e.job_id}/notes`,{text:n},{key:s}),ee(a("job.noted")),o()}),d=i>Fs;return l`
    <${ne} title=${a("job.note")} onClose=${t}>
      <${Kn}
        onSubmit=${c}
        isBusy=${u}
        isOff=${!n.trim()||d}
        problem=${f}
        text=${a("job.noteSend")}
      >
        <${P}
          as="textarea"
          label=${a("job.noteText")}
          hint=${a("job.noteHint",{n:i,most:Fs})}
          error=${d&&a("job.noteLong")}
          rows="5"
          required
          value=${n}
          onValue=${r}
        />
      <//>
    <//>
  `}function Tl({job:e,related:t,onClose:o}){let[n,r]=y(""),[s,i]=y(null),c=xl(n),[u,f,d]=X(async()=>{let h={job_id:n.trim(),limit:10},p=(await T("/v1/jobs",{query:h})).jobs.filter(b=>b.job_id!==e.job_id);p.length===1?$e(O(Sl(e,p[0]))):i(p)});return l`
    <${ne} title=${a("job.compare")} onClose=${o}>
      <${Kn}
        onSubmit=${u}
        isBusy=${f}
        isOff=${!c}
        problem=${d}
        text=${a("job.compareSend")}
      >
        <${P}
          label=${a("job.compareWith")}
          error=${s?.length===0&&a("job.compareNone")}
          spellcheck=${!1}
          value=${n}
          onValue=${h=>{r(h),i(null)}}
        />
      <//>
      <${qs}
        jobs=${s??t}
        to=${h=>Sl(e,h)}
      />
    <//>
  `}var Kn,Sl,qs,Cl=w(()=>{"use strict";Y();ve();de();B();Ie();Tt();Le();Ke();Oe();q();E();je();he();K();N();qo();Kn=({onSubmit:e,isBusy:t,isOff:o,problem:n,text:r,children:s})=>l`
  <form
    onSubmit=${i=>{i.preventDefault(),e()}}
  >
    ${s}
    <${V} problem=${n} />
    <button type="submit" class="primary" disabled=${t||o}>
      ${t?a("job.sending"):r}
    </button>
  </form>
`;Sl=(e,t)=>C`/jobs/${e.job_id}/compare/${t.job_id}`,qs=({jobs:e,to:t=n=>C`/jobs/${n.job_id}`,more:o})=>l`
  <ul class="job-list">
    ${e.map(n=>l`
        <li key=${n.job_id}>
          <${D} to=${t(n)}>${n.action_name}, ${M(n.customer_count)}<//>
          <${re} status=${n.status} />
          <span class="muted">${n.user_id}, <${Z} at=${n.created_at} /></span>
          ${o?.(n)}
        </li>
      `)}
  </ul>
`});function Yn(e,t){let o=[e.join(",")];for(let n of t)o.push(n.map(r=>mh(hh(r??""))).join(","));return`\uFEFF${o.join(`\r
`)}\r
`}var ph,hh,mh,zs=w(()=>{"use strict";ph=/^["\s\p{Cc}\u200b-\u200f\u2060\ufeff]*[=+\-@|%\uff1d\uff0b\uff0d\uff20\uff5c\uff05']/u,hh=e=>e.split(/(?<=[;\t\r\n])/).map((t,o)=>(ph.test(t)||!o&&/^[\t\r\n]/.test(t)?"'":"")+t).join(""),mh=e=>/[",\r\n]/.test(e)?`"${e.replaceAll('"','""')}"`:e});function Xn({label:e,columns:t,count:o,row:n,onRange:r}){let s=I(null),i=I(36),[c,u]=y({from:0,to:4*eo}),f=()=>{let p=s.current;if(!p)return;i.current=p.querySelector("tr[data-row]")?.clientHeight||i.current;let b=Math.floor(p.scrollTop/i.current),x=Math.ceil(p.clientHeight/i.current),g=Math.max(0,Math.floor((b-eo)/eo)*eo),$=g+(Math.ceil(x/eo)+3)*eo;(g!==c.from||$!==c.to)&&u({from:g,to:$}),r?.(Math.min($,o))};st(f);let d=Math.min(c.to,o),h=Math.min(c.from,d),m=p=>p>0&&l`<tr aria-hidden="true" style=${{height:`${p*i.current}px`}} />`;return l`
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
  `}var eo,Vs=w(()=>{"use strict";E();eo=10});function Ll(e){let[t]=e,{customers:o}=t,n={...t,status:t.status??"IN_PROGRESS",customer_count:o?.count,last_index:t.index,changes:[],note_count:0,newest_note:null};for(let r of e.slice(1)){if(n.last_index=r.index,r.kind==="note_added"){let{index:d,recorded_at:h,actor:m,text:p}=r;n.note_count+=1,n.newest_note={index:d,recorded_at:h,actor:m,text:p};continue}n.changes.push(r.index);let{status:s,cause:i,http_status:c,error_message:u,recorded_at:f}=r;Object.assign(n,{status:s,cause:i,http_status:c,error_message:u,updated_at:f})}return n}function $h(e,t){let o=Ll(t),n=r=>Ge(r??null);return Object.keys(e).filter(r=>n(e[r])!==n(o[r]))}async function Nl({job:e,entries:t,checkpoint:o},n){let r={size:0,wrong:new Map,why:"",isStale:!1};try{let s=await He(o,n);r.size=s.size;for(let u of t)await On({entry:u,checkpoint:s,key:n}).catch(f=>r.wrong.set(u.index,Zn(f)));if(r.wrong.size)return r;if(await ds({entries:t,checkpoint:s,key:n}),t[0].job_id!==e.job_id)throw new Error("these are entries of another job");let i=t.filter(u=>u.index<=e.last_index);r.isStale=i.length<t.length;let c=$h(e,i.length?i:t);if(c.length)throw new Error(`its entries do not say: ${c.join(", ")}`)}catch(s){r.why=Zn(s)}return r}function Il(e,t,o){Ol(ps(t),e[0].customers,"the customers are not those of the entry");let n=new Map;for(let{index:r,outcomes:s}of e){if(!s)continue;let i=o.find(c=>c.index===r)?.outcomes??[];Ol(hs(i),s,`the outcomes are not those of entry ${r}`);for(let{cid:c,status:u,message:f}of i)n.set(c,{status:u,message:f??null,index:r})}return{cids:new Set(t),named:n,job:Ll(e)}}function Ol(e,t,o){if(e.count!==t.count||e.root!==t.root)throw new Error(o)}function Ml({cids:e,named:t,job:o},{cid:n,status:r,message:s,own:i,index:c}){if(c>o.last_index)return!0;let u=t.get(n)??{status:o.status,message:null};return e.has(n)&&i===t.has(n)&&r===u.status&&s===u.message}function Dl({cids:e,named:t,job:o},n){let r={[o.status]:e.size-t.size};for(let{status:i}of t.values())r[i]=(r[i]??0)+1;let s=Object.keys(n.counts);return n.named===t.size&&s.every(i=>n.counts[i]===(r[i]??0))}var Zn,Ot,Rl,Hl,zo=w(()=>{"use strict";$s();Zn=e=>e instanceof Error?e.message:String(e);Ot=({wrong:e,why:t,isStale:o})=>!e.size&&!t&&!o,Rl=e=>e.reduce((t,{outcomes:o})=>t+(o?.count??0),0);Hl=(e,t)=>Ao(t)===e.request_payload_sha256});function wh(e,{status:t,search:o},n){let[r,s]=y({list:Wo,of:-1,problem:null}),[i,c]=y(0),u=I(0),f=I(()=>{}),d=`${t} ${o}`,h=I("");return j(()=>{let m=new AbortController,{signal:p}=m,b=h.current===d;b||(u.current=0);let x=Wo,g=!1;return f.current=async()=>{if(!g){g=!0;try{for(;!p.aborted&&Ws(x,u.current);){let $=vl(x.rows.length),_={status:t,search:o,limit:$,cursor:x.next};x=Bs(x,await T(C`/v1/jobs/${e}/outcomes`,{query:_,signal:p})),!(b&&Ws(x,u.current))&&(h.current=d,s({list:x,of:n,problem:null}))}}catch($){if(p.aborted)return;if(!($ instanceof ie))throw $;s(_=>({..._,problem:$}))}finally{g=!1}}},f.current(),()=>m.abort()},[e,d,n,i]),{...r,again:()=>c(m=>m+1),reach:m=>{u.current=m,f.current()}}}async function gh(e,{status:t,search:o}){let n=Wo;do{let r={status:t,search:o,limit:bh,cursor:n.next};n=Bs(n,await T(C`/v1/jobs/${e}/outcomes`,{query:r}))}while(n.next);return n.rows}function _h({job_id:e,filters:t}){let o=`${e}${t.status?`.${t.status}`:""}`,[n,r,s]=X(async i=>{let c=await gh(e,t);if(i==="copy"){let f=c.map(({cid:d})=>d).join(`
`);return await Jt(f)?ee(a("job.copiedCustomers",{n:c.length})):Ye(`${o}.txt`,f,"text/plain")}let u=c.map(({cid:f,status:d,message:h})=>[f,d,h]);return Ye(`${o}.csv`,Yn(["cid","status","message"],u),"text/csv")});return l`
    <button type="button" disabled=${r} onClick=${()=>n("copy")}>
      <${R} name="copy" />${a("job.copyCustomers")}
    </button>
    <button type="button" disabled=${r} onClick=${()=>n("csv")}>
      <${R} name="download" />CSV
    </button>
    <${V} problem=${s} />
  `}function Pl({job:e,summary:t,lists:o,onWrong:n,children:r}){let[s,i]=qe(),c={status:s.get("outcome")??"",search:s.get("search")??""},[u,f]=y(c.search),[d,h]=y(null),{list:m,of:p,problem:b,again:x,reach:g}=wh(e.job_id,c,e.last_index),$=(S,H)=>{let se=new URLSearchParams(s);H?se.set(S,H):se.delete(S),i(se,{replace:!0})};j(()=>{let S=setTimeout(()=>$("search",u.trim()),yh);return()=>clearTimeout(S)},[u]);let _=ue(()=>{let S=o?.job.last_index===p?o:null;return new Set(S?m.rows.filter(H=>!Ml(S,H)):[])},[o,m]);j(()=>{for(let S of[..._].slice(0,1))n(S)},[_]);let v=e.customer_count,k=[["",v],...bl.map(S=>[S,t.counts[S]])];return l`
    <section class="card outcomes" aria-labelledby="outcomes">
      <div class="row spread">
        <h2 id="outcomes">${a("job.outcomes",{n:v})}</h2>
        ${r}
      </div>
      <div class="row">
        <div class="row" role="group" aria-label=${a("job.statuses")}>
          ${k.filter(([S,H])=>H||S===c.status).map(([S,H])=>l`
                <button
                  type="button"
                  key=${S}
                  class="choice-button"
                  aria-pressed=${S===c.status}
                  onClick=${()=>$("outcome",String(S))}
                >
                  ${S?U("status",String(S)):a("job.allStatuses")}
                  <b>${Number(H).toLocaleString("en")}</b>
                </button>
              `)}
        </div>
        <input
          type="search"
          id="outcome-search"
          aria-label=${a("job.search")}
          placeholder=${a("job.search")}
          value=${u}
          onInput=${S=>f(S.currentTarget.value)}
        />
        <${_h} job_id=${e.job_id} filters=${c} />
      </div>
      <${V} problem=${b} retry=${x} />
      ${m.matching>0?l`
              <${Xn}
                key=${`${c.status} ${c.search}`}
                label=${a("job.outcomes",{n:v})}
                columns=${[a("job.customer"),a("job.status"),a("job.message")]}
                count=${m.matching}
                onRange=${g}
                row=${S=>{let H=m.rows[S];return H?l`<${vh} row=${H} isWrong=${_.has(H)} onOpen=${h} />`:l`<td colspan="3" class="muted">…</td>`}}
              />
              <p class="hint" role="status">${a("job.rows",{n:m.matching})}</p>
            `:m!==Wo&&l`<${we} title=${a("job.noRows")} />`}
      ${d&&l`
          <${ne} title=${d.cid} onClose=${()=>h(null)}>
            <p><${re} status=${d.status} /> ${a("job.ofEntry",{index:d.index})}</p>
            <p class="entry-text">${d.message}</p>
          <//>
        `}
    </section>
  `}var bh,yh,vh,Ul=w(()=>{"use strict";Y();Nn();zs();No();B();Le();Ke();q();E();be();Vs();je();Kt();he();K();N();zo();qo();bh=1e4,yh=200;vh=({row:e,isWrong:t,onOpen:o})=>l`
  <td><${D} to=${C`/customers/${e.cid}`}>${e.cid}<//></td>
  <td>
    ${t?l`<${Ze} text=${U("status",e.status)} wrong=${a("job.rowWrong")} />`:l`<${re} status=${e.status} />`}
  </td>
  <td>
    ${e.message===null?l`<span class="muted">${e.own?"":a("job.ofTheJob")}</span>`:l`
            <button type="button" class="message-cell" onClick=${()=>o(e)}>
              ${e.message}
            </button>
          `}
  </td>
`});function zl(e){let t=0,o=()=>{throw new SyntaxError(`not JSON at character ${t}`)},n=()=>{for(;;){let d=e.charCodeAt(t);if(d!==32&&d!==10&&d!==13&&d!==9)return d;t+=1}},r=()=>{n()!==Fl&&o();let d=t;for(let h=e.indexOf('"',t+1);h>0;h=e.indexOf('"',h+1)){let m=h;for(;e.charCodeAt(m-1)===xh;)m-=1;if((h-m)%2)continue;t=h+1;let p=e.slice(d+1,h);return Ah.test(p)?JSON.parse(`"${p}"`):p}return o()},s=()=>{let d=r();return n()!==kh&&o(),t+=1,d},i=()=>{if(n()===Fl)return r();ql.lastIndex=t;let d=ql.exec(e)?.[0];if(d)return t+=d.length,new to(d);let[h,m]=jh.find(([p])=>e.startsWith(p,t))??o();return t+=h.length,m},c=[],u=null,f=d=>{let h=c.at(-1);h?Array.isArray(h)?h.push(d):h.values.push(d):u=d};for(;;){let d=n();if(d===Js||d===Bl){let h=d===Js?new Lt:[];if(f(h),c.push(h),t+=1,n()!==d+Wl){h instanceof Lt&&h.names.push(s());continue}}else f(i());for(;;){let h=n(),m=c.at(-1);if(!m)return t<e.length?o():u;let p=m instanceof Lt,b=h===Sh;if(!b&&h!==(p?Js:Bl)+Wl&&o(),t+=1,b){p&&m.names.push(s());break}c.pop()}}}var to,Lt,Fl,xh,kh,Sh,Js,Bl,Wl,ql,Ah,jh,Vl=w(()=>{"use strict";to=class{constructor(t){this.text=t}},Lt=class{constructor(){this.names=[],this.values=[]}},[Fl,xh,kh,Sh,Js,Bl]=Array.from('"\\:,{[',e=>e.charCodeAt(0)),Wl=2,ql=/-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y,Ah=/[\\\p{Cc}]/u,jh=[["true",!0],["false",!1],["null",null]]});function Kl({text:e}){let[t,o]=y(e.length<=Gl);return l`<span class="json-text">${t?e:`${e.slice(0,Gl)}\u2026`}</span> ${!t&&l`
        <button type="button" class="quiet" onClick=${()=>o(!0)}>
          ${a("json.all",{n:e.length})}
        </button>
      `}`}function Eh({value:e}){return typeof e=="string"?l`<${Kl} text=${JSON.stringify(e)} />`:l`<span class="json-number">
    ${e instanceof to?e.text:String(e)}
  </span>`}function Yl({label:e,children:t,isOpen:o=!1}){let[n,r]=y(o);return l`
    <details
      open=${n}
      onToggle=${s=>r(s.currentTarget.open)}
    >
      <summary>${e}</summary>
      ${n&&l`<ul>
          ${t()}
        </ul>`}
    </details>
  `}function Xl(e,t,o,n){let r=1;for(;r*Jl<n-o;)r*=Jl;return Array.from({length:Math.ceil((n-o)/r)},(s,i)=>{let c=o+i*r;if(r===1){let d=t?JSON.stringify(t[c]):M(c);return l`<li key=${c}><${Zl} name=${d} value=${e[c]} /></li>`}let u=Math.min(c+r,n),f=`${M(c)} \u2026 ${M(u-1)}`;return l`<li key=${c}>
      <${Yl} label=${f}>${()=>Xl(e,t,c,u)}<//>
    </li>`})}function Zl({name:e,value:t,isOpen:o}){let n=e!==void 0&&l`<span class="json-name">${e}</span>${": "}`,r=t instanceof Lt;if(!r&&!Array.isArray(t))return l`${n}<${Eh} value=${t} />`;let s=r?t.values:t,i=r?`{ ${M(s.length)} }`:`[ ${M(s.length)} ]`;return s.length?l`
    <${Yl} label=${l`${n}<span class="muted">${i}</span>`} isOpen=${o}>
      ${()=>Xl(s,r?t.names:null,0,s.length)}
    <//>
  `:l`${n}${i}`}function Qn({text:e}){let t=ue(()=>{try{return zl(e)}catch{return null}},[e]);return typeof t=="object"&&t&&!(t instanceof to)?l`<div class="json"><${Zl} key=${e} value=${t} isOpen /></div>`:l`<div class="json json-raw"><${Kl} key=${e} text=${e} /></div>`}var Jl,Gl,Gs=w(()=>{"use strict";de();Vl();N();E();Jl=100,Gl=300});function eu({server:e,url:t,payload:o}){let n=`{"url":${Ql(JSON.stringify(t))},"token":"$UPSTREAM_TOKEN","isPost":true`;return`curl -sS ${Th(`${e}/proxy_fetch`)} \\
  -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' --data-binary @- <<BODY
${n},"postData":${Ql(o)}}
BODY
`}var Th,Ql,tu=w(()=>{"use strict";Th=e=>`'${e.replaceAll("'","'\\''")}'`,Ql=e=>e.replace(/[\\$`]/g,"\\$&")});async function nu(e){let t=location.origin+ge,o=await ou(e.job_id);await et(eu({server:t,url:e.cluster_url,payload:o}),a("job.curlCopied"))}function Ch({job_id:e,first:t,isProved:o,onWrong:n}){let r=W(i=>ou(e,i),[e]),s=r.data===void 0||Hl(t,r.data);return j(()=>{s||n(r.data)},[s]),l`
    <${pe} of=${r}>
      ${i=>l`
        <div class="row">
          <${Ze}
            text=${a(s&&o?"job.payloadProved":"job.payloadWrong")}
            wrong=${s&&o?null:a("job.payloadWrong")}
          />
          <button type="button" onClick=${()=>et(i,a("job.payload"))}>
            <${R} name="copy" />${a("job.copyText")}
          </button>
          <button
            type="button"
            onClick=${()=>Ye(`${e}.payload.json`,i,"application/json")}
          >
            <${R} name="download" />${a("job.downloadText")}
          </button>
        </div>
        <${Qn} text=${i} />
      `}
    <//>
  `}function ru({size:e,...t}){let[o,n]=y(!1);return l`
    <section class="card" aria-labelledby="payload">
      <details onToggle=${r=>n(r.currentTarget.open)}>
        <summary>
          <h2 id="payload">${a("job.payload")}</h2>
          <span class="muted"> ${lo(e)}</span>
        </summary>
        ${o&&l`<${Ch} ...${t} />`}
      </details>
    </section>
  `}var ou,su=w(()=>{"use strict";Y();No();de();B();q();E();be();Gs();Kt();he();K();N();tu();zo();ou=(e,t)=>T(C`/v1/jobs/${e}/payload`,{asText:!0,...t&&{signal:t}})});function au({proof:e,entries:t}){let o=Ot(e)?a("job.allProved",{n:t.length,size:e.size}):a("job.noneProved");return l`
    <${D} to="/help/proof" class="proof-line">
      <${Ze} text=${o} wrong=${Ot(e)?null:e.why||o} />
    <//>
  `}async function Nh(e,t){let o=[],n=null;do{let r={limit:Lh,after:n},s=await T(C`/v1/jobs/${e}/customers`,{query:r,signal:t});o.push(...s.customers),n=s.next}while(n);return o}function cu(e){let{job:t,entries:o,proof:n,outcomes:r}=e,s=Rl(o),i=t.customer_count<=iu&&s<=iu&&(!s||(e.request_payload_bytes??0)<=Oh),[c,u]=y(!1),f={state:"none",lists:null,why:"",received:null,problem:null},[d,h]=y(f),[m,p]=y(0),b=(i||c)&&Ot(n);return j(()=>{if(!b)return;let g=new AbortController,{signal:$}=g;return(async()=>{h(k=>({...k,state:"checking",problem:null}));let v=null;try{let k=await Nh(t.job_id,$),S=s?(await T(C`/v1/jobs/${t.job_id}/history`,{signal:$})).entries:[];if($.aborted)return;v={customers:k,history:S};let H=Il(o,k,S);if(!Dl(H,r))throw new Error(a("job.countsWrong"));h({...f,state:"proved",lists:H})}catch(k){if($.aborted)return;k instanceof ie?h({...f,problem:k}):h({...f,state:"wrong",why:Zn(k),received:v})}})(),()=>g.abort()},[b,t.last_index,m]),{...d,run:()=>{u(!0),p(m+1)}}}function lu({lists:e,customers:t,proof:o}){let{state:n,problem:r,run:s}=e,i=Ot(o)?e.why:a("job.noneProved");return r?l`<${V} problem=${r} retry=${s} />`:n==="proved"?l`<${Ze} text=${a("job.listsProved",{n:t})} />`:i?l`<${Ze} text=${a("job.listsWrong")} wrong=${i} />`:l`
    <button type="button" id="check-lists" disabled=${n==="checking"} onClick=${s}>
      ${a(n==="checking"?"job.checking":"job.checkLists",{n:t})}
    </button>
  `}function uu({overview:e,lists:t,more:o}){let{proof:n,isOtherKey:r,...s}=e,[i]=n.wrong,c=i&&a("job.entryWrong",{index:i[0],why:i[1]}),u=t.state==="wrong"?t.why:"",f=c||n.why||u||o?.why||"";return j(()=>{if(!f||r)return;let d=()=>({finding:f,server:location.origin+ge,found_at:new Date().toISOString(),overview:s,lists:t.received,more:o}),h=l`
      <${Rn}
        title=${a("job.alarm")}
        text=${a("job.alarmHint")}
        why=${f}
        name="${s.job.job_id}.alarm.json"
        evidence=${d}
      />
    `;return Pt("job-proof",{kind:"alarm",content:h}),()=>Pt("job-proof",null)},[f]),null}var iu,Oh,Lh,du=w(()=>{"use strict";Y();B();pn();E();Kt();he();K();N();zo();iu=1e3,Oh=2e5,Lh=1e4});function fu({job:e}){let[t,o]=y(Date.now()),n=e.status==="IN_PROGRESS";j(()=>{if(!n)return;let i=setInterval(()=>o(Date.now()),1e3);return()=>clearInterval(i)},[n]);let r=_l(e,t);if(r===null)return null;let s=n?Math.floor(r/1e3)*1e3:r;return l`<span id="took">
    ${a(n?"job.running":"job.took",{time:We(s)})}
  </span>`}function Ih({entry:e,wrong:t}){let{index:o,kind:n,status:r,cause:s}=e,i=a(t===null?"job.proved":"job.notProved",{index:o});return l`
    <div class="row">
      ${n==="note_added"?l`<span class="tag"><${R} name="note" /> ${U("kind",n)}</span>`:l`
              <${re} status=${r??"IN_PROGRESS"} cause=${s} />
              ${n!=="status_changed"&&U("kind",n)}
            `}
      <${Z} at=${e.recorded_at??e.created_at} />
      <${Ze} text=${i} wrong=${t} />
    </div>
  `}function Mh({entry:e,before:t,wrong:o}){let n=t?gl(t,e):null,r=[a("job.by",{user:e.actor??e.submitted_by??e.user_id}),n!==null&&a("job.later",{time:We(n)}),e.http_status!==void 0&&`HTTP ${e.http_status}`,e.outcomes&&a("job.named",{n:e.outcomes.count})];return l`
    <li class="entry" data-entry=${e.index}>
      <${Ih} entry=${e} wrong=${o} />
      <p class="muted">${r.filter(Boolean).join(", ")}</p>
      ${e.text!==void 0&&l`<p class="entry-text">${e.text}</p>`}
      ${e.error_message!==void 0&&l`<p class="entry-text">${e.error_message}</p>`}
      ${e.response_summary!==void 0&&l`
          <div class="entry-answer">
            <span class="muted">${a("job.answer")}</span>
            <${Qn} text=${e.response_summary} />
          </div>
        `}
      <p class="entry-links">
        <a href=${O(C`/v1/entries/${e.index}/receipt`)} download="${e.index}.receipt">
          ${a("job.receipt")}
        </a>
        <a href=${O(C`/v1/entries/${e.index}/leaf`)} download="${e.index}.leaf">
          ${a("job.leaf")}
        </a>
      </p>
    </li>
  `}function pu({entries:e,proof:t}){let[o,n]=y(!1),r=o?0:Math.max(0,e.length-Rh),s=i=>t.wrong.get(i.index)??(t.size?null:t.why);return l`
    <section class="card" aria-labelledby="timeline">
      <h2 id="timeline">${a("job.timeline")}</h2>
      ${r>0&&l`<button type="button" onClick=${()=>n(!0)}>
          ${a("job.earlier",{n:r})}
        </button>`}
      <ol class="timeline">
        ${e.slice(r).map((i,c)=>l`
              <${Mh}
                key=${i.index}
                entry=${i}
                before=${e[r+c-1]}
                wrong=${s(i)}
              />
            `)}
      </ol>
    </section>
  `}var Rh,hu=w(()=>{"use strict";de();B();Le();E();be();Gs();Kt();K();N();qo();Rh=50});var $u={};Fe($u,{default:()=>mu});async function Hh(e,t){for(let o=Dh;;o-=1){let n=jt(),r=await T(C`/v1/jobs/${e}/overview`,{signal:t}),{checkpoint:s,verifier_key:i}=r,c=n?.key??i,u=await Nl(r,c);if(!(u.isStale&&o>1))return u.isStale&&(u.why||=a("job.stale")),vs(n,{checkpoint:s,keys:{overview:i}}),{...r,proof:u,isOtherKey:c!==i}}}function Ph({job:e,counts:t,related:o,onDone:n}){let r=L(F),[s,i]=y(""),[c,u,f]=X(()=>nu(e)),d=wl(e,t,r?.role??"auditor"),h=()=>i(""),p={job:e,counts:t,actions:d,related:o,onClose:h,onDone:()=>{h(),n()}},b=(x,g,$="")=>l`
    <button type="button" id="do-${x}" class=${$} onClick=${()=>i(x)}>
      ${a(g)}
    </button>
  `;return l`
    <div class="row" role="group" aria-label=${a("job.actions")}>
      ${d.settle&&b("settle","job.settle","primary")}
      ${(d.retryFailed||d.retryAll)&&b("retry","job.retry")}
      ${d.note&&b("note","job.note")} ${b("compare","job.compare")}
      ${d.curl&&l`
          <button type="button" id="do-curl" disabled=${u} onClick=${c}>
            <${R} name="copy" />${a("job.curl")}
          </button>
        `}
      <a class="button" href=${O(C`/v1/jobs/${e.job_id}/evidence`)} download>
        <${R} name="download" />${a("job.evidence")}
      </a>
    </div>
    <${V} problem=${f} />
    ${s==="settle"&&l`<${jl} ...${p} />`}
    ${s==="retry"&&l`<${Al} ...${p} />`}
    ${s==="note"&&l`<${El} ...${p} />`}
    ${s==="compare"&&l`<${Tl} ...${p} />`}
  `}function Fh({related:e}){let{retry_of:t,retries:o,batch:n,overlaps:r}=e,s=c=>{let{customers:u}=r.find(f=>f.job===c);return l`<span class="muted">${a("job.inCommon",{n:u})}</span>`},i=[{text:a("job.retryOf"),jobs:t?[t]:[]},{text:a("job.retries"),jobs:o},{text:a("job.batch"),jobs:n},{text:a("job.overlaps"),jobs:r.map(c=>c.job),more:s}].filter(({jobs:c})=>c.length);return i.length?l`
    <section class="card" aria-labelledby="related">
      <h2 id="related">${a("job.related")}</h2>
      ${i.map(({text:c,jobs:u,more:f})=>l`
          <h3 key=${c}>${c}</h3>
          <${qs} key=${`${c}=`} jobs=${u} more=${f} />
        `)}
    </section>
  `:null}function Bh({overview:e,reload:t}){let{job:o,entries:n,outcomes:r,related:s,proof:i}=e,c=cu(e),[u,f]=y(null),[d]=n,h=I(o.status);j(()=>{h.current!==o.status&&mn(a("job.now",{status:U("status",o.status)})),h.current=o.status},[o.status]);let m=[s.retry_of,...s.retries,...s.batch,...s.overlaps.map(p=>p.job)].filter(Boolean);return l`
    <${uu} overview=${e} lists=${c} more=${u} />
    <header class="job-head">
      <${J} title=${`${o.action_name}, ${a("job.customers",{n:o.customer_count})}`}>
        ${o.action_name}, ${a("job.customers",{n:o.customer_count})}
      <//>
      <p class="row">
        <${re} status=${o.status} cause=${o.cause} /> <${fu} job=${o} />
        <span>
          ${o.submitted_by?a("job.submittedFor",{user:o.user_id,by:o.submitted_by}):a("job.submitted",{user:o.user_id})}
        </span>
        <${au} proof=${i} entries=${n} />
      </p>
      <${Ph} job=${o} counts=${r.counts} related=${m} onDone=${t} />
    </header>
    <div class="job-columns">
      <${Uh} job=${o} />
      <div class="job-main">
        <${pu} entries=${n} proof=${i} />
        <${Pl}
          job=${o}
          summary=${r}
          lists=${c.lists}
          onWrong=${p=>f({why:a("job.rowWrong"),row:p})}
        >
          <${lu} lists=${c} customers=${o.customer_count} proof=${i} />
        <//>
        ${e.request_payload_bytes!==null&&l`
            <${ru}
              job_id=${o.job_id}
              size=${e.request_payload_bytes}
              first=${d}
              isProved=${Ot(i)}
              onWrong=${p=>f({why:a("job.payloadWrong"),payload:p})}
            />
          `}
      </div>
      <${Fh} related=${s} />
    </div>
  `}function mu({job_id:e}){let t=L(_s),o=W(i=>Hh(e,i),[e,t]),{data:n,reload:r}=o,s=n!==void 0;return j(()=>{if(!n)return;let i={job_id:e,after:n.job.last_index};return Ne(i,{onEntries:r,onState:c=>c==="stale"&&r()})},[s]),l`
    ${!s&&l`<${J} hidden>${a("job.title")}<//>`}
    <${pe} of=${o}>
      ${i=>l`
        <${Bh} overview=${i} reload=${r} />
      `}
    <//>
    ${o.error?.status===404&&l`<p><${D} to="/">${a("app.toJobs")}<//></p>`}
  `}var Dh,Uh,bu=w(()=>{"use strict";ve();Y();B();Tt();Le();q();E();be();Us();je();Hn();he();K();N();Cl();Ul();su();zo();du();qo();hu();Dh=3;Uh=({job:e})=>l`
  <section class="card" aria-labelledby="facts">
    <h2 id="facts">${a("job.facts")}</h2>
    <dl class="facts">
      ${Gn.map(t=>[t,Bo(e,t)]).filter(([,t])=>t!==null).map(([t,o])=>l`
            <dt key=${t}>${t}</dt>
            <dd key=${`${t}=`}>${o}</dd>
          `)}
    </dl>
  </section>
`});var gu={};Fe(gu,{default:()=>wu});function Vh({address:e,part:t,count:o,name:n}){let[r,s]=y([]),i=I({cids:r,after:null,isDone:o===0}),[c,u,f]=X(async p=>{let b=i.current;for(;!b.isDone&&b.cids.length<p;){let x={part:t,limit:Wh,after:b.after},{customers:g,next:$}=await T(e,{query:x});b.cids=[...b.cids,...g],b.after=$,b.isDone=$===null,s(b.cids)}}),[d,h,m]=X(async p=>{await c(o);let b=i.current.cids;if(!i.current.isDone)return;let x=b.join(`
`);p==="csv"?Ye(`${n}.csv`,Yn(["cid"],b.map(g=>[g])),"text/csv"):await Jt(x)?ee(a("job.copiedCustomers",{n:b.length})):Ye(`${n}.txt`,x,"text/plain")});return o?l`
    <div class="row">
      <button type="button" disabled=${h||u} onClick=${()=>d("copy")}>
        <${R} name="copy" />${a("job.copyCustomers")}
      </button>
      <button type="button" disabled=${h||u} onClick=${()=>d("csv")}>
        <${R} name="download" />CSV
      </button>
    </div>
    <${V} problem=${f??m} retry=${()=>c(1)} />
    <${Xn}
      label=${a("job.customer")}
      columns=${[a("job.customer")]}
      count=${o}
      onRange=${p=>!f&&p>r.length&&c(p)}
      row=${p=>l`
        <td>
          ${r[p]===void 0?"\u2026":l`<${D} to=${C`/customers/${r[p]}`}>${r[p]}<//>`}
        </td>
      `}
    />
  `:l`<p class="muted">${a("app.none")}</p>`}function wu({job_id:e,other_id:t}){let[o,n]=qe(),r=C`/v1/jobs/${e}/diff/${t}`,s=W(async c=>{let u=m=>T(C`/v1/jobs/${m}/overview`,{signal:c}),[f,d,h]=await Promise.all([u(e),u(t),T(r,{signal:c})]);return{a:f.job,b:d.job,counts:h.counts}},[e,t]),i=yu.find(c=>c===o.get("part"))??"both";return l`
    <${J}>${a("compare.title")}<//>
    <${pe} of=${s}>
      ${({a:c,b:u,counts:f})=>l`
        <${zh} a=${c} b=${u} />
        <section class="card outcomes" aria-labelledby="customers">
          <h2 id="customers">${a("compare.customers")}</h2>
          <div class="row" role="group" aria-label=${a("compare.customers")}>
            ${yu.map(d=>l`
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
          <${Vh}
            key=${i}
            address=${r}
            part=${i}
            count=${f[i]}
            name="${e}.${i}"
          />
        </section>
      `}
    <//>
  `}var yu,Wh,qh,zh,_u=w(()=>{"use strict";Y();Nn();zs();No();B();q();E();be();Us();Vs();je();he();K();N();yu=["only_a","only_b","both"],Wh=1e4,qh=new Set(["job_id","created_at","updated_at"]),zh=({a:e,b:t})=>l`
  <section class="card scroll-x" aria-labelledby="facts">
    <h2 id="facts">${a("job.facts")}</h2>
    <table class="compare-facts">
      <thead>
        <tr>
          <td></td>
          <th scope="col"><${D} to=${C`/jobs/${e.job_id}`}>${a("compare.a")}<//></th>
          <th scope="col"><${D} to=${C`/jobs/${t.job_id}`}>${a("compare.b")}<//></th>
        </tr>
      </thead>
      <tbody>
        ${Gn.filter(o=>e[o]!==null||t[o]!==null).map(o=>{let n=e[o]!==t[o]&&!qh.has(o);return l`
            <tr key=${o} class=${n?"differs":""}>
              <th scope="row">
                ${o} ${n&&l`<span class="tag">${a("compare.differs")}</span>`}
              </th>
              <td>${Bo(e,o)}</td>
              <td>${Bo(t,o)}</td>
            </tr>
          `})}
      </tbody>
    </table>
  </section>
`});function xu({label:e,count:t,height:o,children:n,of:r}){let s=I(null),[i,c]=y(0);j(()=>{s.current&&(s.current.scrollTop=0),c(0)},[r]);let u=Math.max(0,Math.min(Math.floor(i/o),t)-vu),f=Math.ceil((s.current?.clientHeight||400)/o),d=Math.min(t,u+f+2*vu+1);return l`
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
  `}var vu,ku=w(()=>{"use strict";E();vu=6});function Gh({values:e,kinds:t,lines:o,first:n},r,s){let i=Uo[t[r]],c=e[r];if(i==="good")return"";if(i==="duplicate")return a("setAction.sameAs",{line:o[n.get(c)]});if(i==="blank")return a("setAction.isBlank");if(i==="spaces")return a("setAction.spaces");let u=tt(c,s);return u&&a(`name.${u.why}`,{n:u.n??0,most:s,code:u.code??""})}function Su({checked:e,isTrimmed:t,onTrim:o,isRemoved:n,onRemoved:r,bytesMax:s}){let[i,c]=y("all"),[u,f]=y(""),{counts:d,values:h,lines:m}=e,p=h.length-d.good,b=n?"good":i!=="all"&&d[i]?i:"all",x=ue(()=>ol(e,b,u),[e,b,u]);if(h.length===0)return null;let g=["all",...Uo].filter($=>$==="all"||d[$]);return l`
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
    <${Ks}
      label=${a("setAction.list")}
      search=${u}
      onSearch=${f}
      total=${n?d.good:h.length}
      found=${x}
    >
      ${$=>{let _=Gh(e,$,s);return l`
          <span class="line muted" title=${a("setAction.line",{line:m[$]})}>
            ${M(m[$])}
          </span>
          <span class="value ${_&&"is-marked"}" title=${h[$]}>${h[$]}</span>
          <span class="fault" title=${_}>${_}</span>
        `}}
    <//>
  `}var Jh,Ks,Ys=w(()=>{"use strict";Fo();de();E();ku();N();Jh=28;Ks=({label:e,search:t,onSearch:o,total:n,found:r,children:s})=>l`
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
  <${xu} label=${e} count=${r.length} height=${Jh} of=${r}>
    ${i=>s(r[i])}
  <//>
`});function Eu(e,t,o){let{upstreams:n,actions:r}=e.set_actions,s=t.get("action")??"",i=r.some(u=>u.name===s),c=n.length===1?n[0]:"";return{action:s&&!i?oo:s,other:i?"":s,base:c,path:c&&o(c),token:"",batch:t.get("batch_id")??""}}function Tu(e,t){let o=t.endsWith("/")?t:`${t}/`;return e.map(r=>r.cluster_url??"").find(r=>r.startsWith(o))?.slice(o.length).split("?")[0]??""}function Cu(e,t){let{limits:o}=t,n=tt(Rt(e),o.action_name_bytes),r=e.batch?tt(e.batch,o.batch_id_bytes):null;return{...n&&{action:n},...!e.base&&{base:!0},...r&&{batch:r}}}function Ou(e,t,o){if(!e)return"reading";let{counts:n,customers:r}=e;return!t&&n.spaces+n.invalid>0?"invalid":r.length===0?"none":r.length>o?"many":null}var oo,Au,Nt,ju,Rt,no,Lu,er=w(()=>{"use strict";Fo();oo="other ",Au=2e4,Nt=(e,{name:t=null,isLarge:o=!1}={})=>({text:e,name:t,isLarge:o,delimiter:null,column:null,hasHeader:null,trims:!1}),ju=e=>({...Nt(e.map(t=>t[0]==='"'?`"${t.replaceAll('"','""')}"`:t).join(`
`)),delimiter:"",hasHeader:!1});Rt=({action:e,other:t})=>e===oo?t:e,no=({base:e,path:t})=>t?`${e.replace(/\/$/,"")}/${t.replace(/^\/+/,"")}`:e;Lu=(e,t)=>({url:no(e),...e.token&&{token:e.token},payload:{action:Rt(e),cids:t},contentType:"application/json",...e.batch&&{batch_id:e.batch}})});function Kh({look:e,again:t}){let{jobs:o,is_complete:n,on_overlap:r,window_seconds:s}=e;j(()=>{if(o.length===0)return;let u=Math.min(Math.max(s*1e3,Nu.min),Nu.max),f=setTimeout(t,u);return()=>clearTimeout(f)},[e]);let i=!n&&l`<p>${a("setAction.incomplete")}</p>`;if(o.length===0)return i?l`<div class="notice notice-warning"><${R} name="alarm" />${i}</div>`:l`<p class="muted" id="overlaps">${a("setAction.noOverlap",{n:s})}</p>`;let c=r==="refuse";return l`
    <div class="notice ${c?"notice-error":"notice-warning"}" id="overlaps" role="alert">
      <${R} name="alarm" />
      <div>
        <p class="notice-title">${a("setAction.overlap",{n:o.length})}</p>
        <ul>
          ${o.map(({job_id:u,customers:f})=>l`
              <li key=${u}>
                <a href=${O(C`/jobs/${u}`)} target="_blank">
                  <code>${Ht(u)}</code></a
                >: ${a("setAction.overlapJob",{n:f})}
              </li>
            `)}
        </ul>
        ${i} ${c&&l`<p>${a("setAction.refuses")}</p>`}
        <p><button type="button" onClick=${t}>${a("setAction.lookAgain")}</button></p>
      </div>
    </div>
  `}function Ru({form:e,customers:t,leftOut:o,onSend:n,isBusy:r,problem:s,onClose:i}){let[c,u]=y(""),f=Rt(e),d=W(p=>te("/v1/overlaps",{action_name:f,cids:t},{signal:p}),[]),h=ue(()=>{let p=c.toLowerCase();return[...t.keys()].filter(b=>t[b].toLowerCase().includes(p))},[c]),m=d.data?.on_overlap==="refuse"&&d.data.jobs.length>0;return l`
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
          <dd>${no(e)}</dd>
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
        <${pe} of=${d}>
          ${p=>l`<${Kh} look=${p} again=${d.reload} />`}
        <//>
        <${Ks}
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
        <${V} problem=${s} />
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
  `}var Nu,Iu=w(()=>{"use strict";Y();de();B();Ke();q();E();be();he();N();Ys();er();Nu={min:5e3,max:6e4}});function Mu(e){let t=(...n)=>n.every((r,s)=>e[s]===r);if(t(80,75,3,4)||t(208,207,17,224))return{fault:"workbook"};let o=t(255,254)?"utf-16le":t(254,255)?"utf-16be":"utf-8";try{let n=new TextDecoder(o,{fatal:!0}).decode(e);return n.includes("\0")?{fault:"binary"}:{text:n}}catch{return{fault:"encoding"}}}function Du(e){let t=e.slice(0,65536),o=t.replace(/"(?:[^"]|"")*"/g,"").split(/\r\n?|\n/);t.length<e.length&&o.length>1&&o.pop();let n=o.filter(i=>i.trim()),r=tr.filter(i=>n.some(c=>c.includes(i)));return r.find(i=>{let c=n.map(u=>u.split(i).length);return n.length>1&&c.every(u=>u===c[0]&&u>1)})??(r.length>1?tr.join(""):r[0]??"")}function*Hu(e,t){let o={rows:[],lines:[],unclosed:null},n=new RegExp(`[\r
${t}]`,"g"),r=e[0]==="\uFEFF"?1:0,s=1;for(;r<e.length;){let i=[];for(o.lines.push(s);;){let c;if(e[r]==='"'&&o.unclosed===null){if(c=Xh(e,r),c<0){o.unclosed=s;continue}let u=e.slice(r+1,c-1);s+=u.match(/\r\n?|\n/g)?.length??0,i.push(u.replaceAll('""','"')),r=c,n.lastIndex=r,c=n.exec(e)?.index??e.length,i[i.length-1]+=e.slice(r,c)}else n.lastIndex=r,c=n.exec(e)?.index??e.length,i.push(e.slice(r,c));if(r=c+1,c>=e.length||e[c]===`
`)break;if(e[c]==="\r"){e[r]===`
`&&(r+=1);break}}s+=1,o.rows.push(i),o.rows.length%1e3===0&&(yield)}return o}function Xh(e,t){let o=t+1;for(;;){if(o=e.indexOf('"',o)+1,o===0)return-1;if(e[o]!=='"')return o;o+=1}}function Uu(e,t){let o=e.slice(0,200).filter($=>!Pu($)),n=o[0]??[],r=n.map(Zh),s=Yh.map($=>r.indexOf($)).find($=>$>=0),i=Math.max(1,...o.map(Qh)),c=o.every($=>$.length===n.length),u=i>1&&o.length>1&&(c||s!==void 0),f=$=>/\d/.test($),d=u&&!n.some(f)&&o.slice(1).every($=>$.some(f)),h=t.hasHeader??(o.length>1&&(s!==void 0||d)),m=t.column??(u?s??null:i>1?"all":0),p=o.slice(h?1:0),b=u?Math.min(i,50):1,x=Array.from({length:b},($,_)=>h?n[_]??"":""),g=x.map(($,_)=>p.slice(0,2).map(v=>v[_]??""));return{columns:x,samples:g,hasHeader:h,column:m}}function Qh(e){let t=e.length;for(;t>0&&!e[t-1].trim();)t-=1;return t}function Fu({rows:e,lines:t},{hasHeader:o,column:n}){let r=[],s=[],i=o;for(let[c,u]of e.entries()){if(i&&Pu(u))continue;if(i){i=!1;continue}if(n===null)break;let f=u.length-(u.length>1&&!u[u.length-1]?1:0);for(let d of n==="all"?u.slice(0,f):[u[n]??""])r.push(d),s.push(t[c])}return{values:r,lines:s}}async function Xs(e,t){let o=performance.now();for(;;){let{done:n,value:r}=e.next();if(n)return r;performance.now()-o<8||(await new Promise(s=>setTimeout(s)),t?.throwIfAborted(),o=performance.now())}}var tr,Yh,Pu,Zh,Zs=w(()=>{"use strict";tr=["	",";",","],Yh=["cust_id","cid","customer_id","customer","cids","customers"];Pu=e=>e.every(t=>!t.trim()),Zh=e=>e.trim().toLowerCase().replace(/\W+/g,"_")});async function tm(e){if(e.size>64e6)return{fault:a("csv.large",{size:lo(64e6)})};let t=Mu(new Uint8Array(await e.arrayBuffer()));return"fault"in t?{fault:a(`csv.${t.fault}`)}:t}function om({read:{delimiter:e,layout:t,rows:o},onChoice:n}){let{columns:r,samples:s,hasHeader:i,column:c}=t,u=r.length>1;if(!e&&!u&&!i)return null;let f=d=>{let h=r[d].trim()||a("setAction.columnNo",{n:d+1}),m=s[d].map(p=>p.slice(0,24)).join(", ");return m?a("setAction.columnOf",{name:h,samples:m}):h};return l`
    <div class="reading">
      <${P}
        as="select"
        label=${a("setAction.separated")}
        value=${e}
        onValue=${d=>n({delimiter:d,column:null})}
      >
        ${em.map(([d,h])=>l`<option key=${d} value=${d} selected=${d===e}>
              ${a(h)}
            </option>`)}
      <//>
      ${u&&l`
          <${P}
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
  `}function Wu({source:e,onSource:t,read:o,isRemoved:n,onRemoved:r,bytesMax:s}){let[i,c]=y(""),[u,f]=y(!1),[d,h]=y(e.text),m=$=>{c(""),t($)},p=async $=>{if(!$)return;let _=await tm($);"fault"in _?c(`${$.name}: ${_.fault}`):m(Nt(_.text,{name:$.name,isLarge:!0}))},b=$=>{let{files:_}=$.clipboardData,v=$.clipboardData.getData("text"),k=$.currentTarget;if(!(!v&&_.length===0)&&!(v&&k.value.length+v.length<=Au))if($.preventDefault(),!v)p(_[0]);else{let S=k.value.slice(0,k.selectionStart),H=k.value.slice(k.selectionEnd);m(Nt(S+v+H,{isLarge:!0}))}},x=$=>{$.preventDefault(),f(!1);let{files:_}=$.dataTransfer,v=$.dataTransfer.getData("text");_.length?p(_[0]):v&&m(Nt(v,{isLarge:!0}))},g=$=>_=>{_.preventDefault(),f($)};return l`
    <section
      class="card customers ${u?"is-over":""}"
      onDragOver=${g(!0)}
      onDragLeave=${g(!1)}
      onDrop=${x}
    >
      <h2>${a("setAction.customers")}</h2>
      ${e.isLarge?l`<${nm} source=${e} onClear=${()=>m(Nt(d))} />`:l`
              <${P}
                as="textarea"
                id="customers"
                label=${a("setAction.paste")}
                rows="6"
                spellcheck=${!1}
                autocapitalize="none"
                value=${e.text}
                onPaste=${b}
                onValue=${$=>{h($),m(Nt($))}}
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
          <${om}
            read=${o}
            onChoice=${$=>{r(!1),t({...e,...$})}}
          />
          <${Su}
            checked=${o.checked}
            isTrimmed=${e.trims}
            onTrim=${$=>t({...e,trims:$})}
            isRemoved=${n}
            onRemoved=${r}
            bytesMax=${s}
          />
        `}
    </section>
  `}var em,nm,qu=w(()=>{"use strict";Zs();de();Oe();E();be();N();Ys();er();em=[["","setAction.lines"],[",","setAction.comma"],[";","setAction.semicolon"],["	","setAction.tab"],[tr.join(""),"setAction.any"]];nm=({source:e,onClear:t})=>l`
  <div class="large row spread">
    <span class="row"><${R} name="note" /> <b>${e.name??a("setAction.pasted")}</b></span>
    <span class="muted">${lo(new Blob([e.text]).size)}</span>
    <button type="button" onClick=${t}>${a("setAction.clear")}</button>
  </div>
`});function sm(){try{return JSON.parse(globalThis.sessionStorage?.getItem(zu)??"[]")}catch{return[]}}function Vu(e,t){let o=im(t);return e.find(n=>n.request_key===o)?.job_id}async function Ju({get:e,post:t},o,n){let{head:r}=await e("/v1/stats",{query:{limit:1}}),s={...o,size:r.size};Vo.add(s.key),ro(s);try{let{job_id:i}=await t("/v1/set-actions",n,{key:s.key});return ro({...s,job_id:i}),i}catch(i){let c=i.body?.job_id;if(c)return ro({...s,job_id:c}),c;throw Vo.delete(s.key),i.status>=400&&i.status<500&&i.status!==424?or(s.key):ro({...s}),i}finally{Vo.delete(s.key)}}var zu,rm,Jo,ro,Vo,or,im,Qs=w(()=>{"use strict";B();Be();De();Bt();zu=`jobs:${ge}:sendings`,rm=8;Jo=ae(sm());Jo.watch(e=>{try{globalThis.sessionStorage?.setItem(zu,JSON.stringify(e))}catch{}});ro=e=>Jo.update(t=>{let o=t.filter(({key:n})=>n!==e.key);return[e,...o].slice(0,rm)}),Vo=new Set,or=e=>Jo.update(t=>t.filter(o=>o.key!==e)),im=({user:e,key:t})=>Ee(Je(fe(`${e}\0${t}`)))});function cm({sending:e}){let[t,o]=y(!1);return j(()=>{let{size:n,user:r}=e,s=n>0?{after:n-1}:{from:0},i=Ne({kind:"job_created",user_id:r,...s},{onEntries:u=>{let f=Vu(u,e);f&&ro({...e,job_id:f})}}),c=setTimeout(o,am,!0);return()=>{clearTimeout(c),i()}},[e]),l`<span role="status">
    ${t?a("setAction.notFound"):a("setAction.seeking")}
  </span>`}function lm({sending:e,job_id:t}){let{data:o,reload:n}=W(s=>T(C`/v1/jobs/${t}`,{signal:s}),[t]),r=o&&o.status!=="IN_PROGRESS";return j(()=>{if(!r)return Ne({job_id:t,kind:"status_changed"},{onEntries:n,onState:n})},[t,r]),j(()=>()=>{r&&or(e.key)},[r]),l`
    ${o&&l`<${re} status=${o.status} cause=${o.cause} />`}
    <a href=${O(C`/jobs/${t}`)}>${a("setAction.open")}</a>
  `}function Gu({user:e}){let t=L(Jo).filter(o=>o.user===e&&!Vo.has(o.key));return t.length===0?null:l`
    <section class="card" id="sent">
      <h2>${a("setAction.sentTitle")}</h2>
      <ul class="sent">
        ${t.map(o=>l`
            <li key=${o.key} class="row">
              <b>${a("setAction.sentWhat",{action:o.action,n:o.count})}</b>
              ${o.job_id?l`<${lm} sending=${o} job_id=${o.job_id} />`:l`<${cm} sending=${o} />`}
              <button
                type="button"
                class="icon-button"
                aria-label=${a("app.remove",{what:o.action})}
                onClick=${()=>or(o.key)}
              >
                ✕
              </button>
            </li>
          `)}
      </ul>
    </section>
  `}var am,Ku=w(()=>{"use strict";Y();B();Tt();Le();q();E();N();Qs();am=1e4});function Yu(e,t){let[o,n]=y(null),r=I(o);return j(()=>{let s=new AbortController,{signal:i}=s,c=async()=>{let d=r.current,h=e.delimiter??Du(e.text),p=d?.source.text===e.text&&d.delimiter===h?d.rows:await Xs(Hu(e.text,h),i),b=Uu(p.rows,e),x=Fu(p,b),g=tl(x,{trims:e.trims,bytesMax:t}),$=await Xs(g,i);r.current={source:e,delimiter:h,rows:p,layout:b,checked:$},n(r.current)},u=e.isLarge||!r.current?0:um,f=setTimeout(()=>c().catch(d=>i.aborted||reportError(d)),u);return()=>{clearTimeout(f),s.abort()}},[e]),{read:o,isCurrent:o?.source===e}}var um,Xu=w(()=>{"use strict";Zs();Fo();E();um=120});var Qu={};Fe(Qu,{default:()=>Zu});function dm({meta:e,form:t,onForm:o,pathOf:n,faults:r}){let{upstreams:s,actions:i,others:c}=e.set_actions,u=(d,h)=>{let m=r[d];return!m||m.why==="empty"?null:a(`name.${m.why}`,{n:m.n??0,most:h,code:m.code??""})},f=d=>h=>o({[d]:h});return l`
    <section class="card">
      <h2>${a("setAction.what")}</h2>
      <${P} as="select" id="action" label=${a("setAction.action")} onValue=${f("action")}>
        <option value="" disabled selected=${!t.action}>${a("setAction.choose")}</option>
        ${i.map(({name:d})=>l`<option key=${d} selected=${d===t.action}>${d}</option>`)}
        ${c&&l`<option value=${oo} selected=${t.action===oo}>
            ${a("setAction.other")}
          </option>`}
      <//>
      ${t.action===oo&&l`
          <${P}
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
      <${P}
        as="select"
        id="upstream"
        label=${a("setAction.upstream")}
        onValue=${d=>o({base:d,path:n(d)})}
      >
        ${s.length>1&&l`<option value="" disabled selected=${!t.base}>${a("setAction.choose")}</option>`}
        ${s.map(d=>l`<option key=${d} selected=${d===t.base}>${d}</option>`)}
      <//>
      <${P}
        id="path"
        label=${a("setAction.path")}
        hint=${t.base&&a("setAction.sendsTo",{url:no(t)})}
        value=${t.path}
        spellcheck=${!1}
        autocapitalize="none"
        autocomplete="off"
        onValue=${f("path")}
      />
      <${P}
        id="token"
        label=${a("setAction.token")}
        hint=${a("setAction.tokenHint")}
        type="password"
        autocomplete="off"
        value=${t.token}
        onValue=${f("token")}
      />
      <${P}
        id="batch"
        label=${a("setAction.batch")}
        hint=${a("setAction.batchHint")}
        error=${u("batch",e.limits.batch_id_bytes)}
        value=${t.batch}
        autocomplete="off"
        onValue=${f("batch")}
      />
    </section>
  `}function fm({meta:e,jobs:t,user:o}){let[n]=qe(),r=G=>At(ei)?.[G]??Tu(t,G),[s,i]=y(()=>Eu(e,n,r)),[c,u]=y(()=>ju(n.getAll("cid"))),[f,d]=y(!1),[h,m]=y(!1),{cid_bytes:p,customers_of_a_job:b}=e.limits,{read:x,isCurrent:g}=Yu(c,p),$=g&&x?x.checked:null,_=x?.checked.customers??[],v=Cu(s,e),k=x?.layout.column===null,S=Ou($,f,b),se=Object.keys(v).length>0?a("setAction.missing"):k?a("setAction.why.column"):S&&a(`setAction.why.${S}`,{most:b}),me=ue(Dt,[no(s),Rt(s),s.batch,_]),[Ae,xe,Te,_e]=X(async()=>{Vt(ei,{...At(ei),[s.base]:s.path});let G={key:me,user:o,action:Rt(s),count:_.length},Mt=await Ju({get:T,post:te},G,Lu(s,_));i(Zo=>({...Zo,token:""})),ee(a("setAction.sent",{id:Ht(Mt)})),$e(O(C`/jobs/${Mt}`))});return l`
    <form
      class="set-action"
      autocomplete="off"
      onSubmit=${G=>{G.preventDefault(),se||m(!0)}}
    >
      <${dm}
        meta=${e}
        form=${s}
        onForm=${G=>i(Mt=>({...Mt,...G}))}
        pathOf=${r}
        faults=${v}
      />
      <${Wu}
        source=${c}
        onSource=${G=>{G.text!==c.text&&d(!1),u(G)}}
        read=${x}
        isRemoved=${f}
        onRemoved=${d}
        bytesMax=${p}
      />
      <div class="set-action-end row">
        <button type="submit" class="primary" disabled=${!!se}>
          ${a("setAction.review")}
        </button>
        <b role="status">${a("setAction.count",{n:_.length})}</b>
        <span class="muted" id="blocker">${se}</span>
      </div>
    </form>
    ${h&&$&&l`
        <${Ru}
          form=${s}
          customers=${_}
          leftOut=${$.values.length-_.length}
          onSend=${Ae}
          isBusy=${xe}
          problem=${Te}
          onClose=${()=>{_e(),m(!1)}}
        />
      `}
  `}function Zu(){let e=L(F),t=W(async n=>{let r=await T("/v1/meta",{signal:n}),{upstreams:s}=r.set_actions;return e?.role==="auditor"||s.length===0?{meta:r,jobs:[]}:{meta:r,jobs:(await T("/v1/jobs",{query:{source:"gateway",status:"SUCCESS",limit:20},signal:n})).jobs}},[e?.role]),o=l`<${J}>${a("setAction.title")}<//>`;return e?e.role==="auditor"?l`${o}
      <${we} title=${a("setAction.auditor")}><p>${a("setAction.auditorHint")}</p><//>`:l`
    ${o}
    <${Gu} user=${e.user_id} />
    <${pe} of=${t}>
      ${({meta:n,jobs:r})=>n.set_actions.upstreams.length?l`<${fm} meta=${n} jobs=${r} user=${e.user_id} />`:l`<${we} title=${a("setAction.noUpstream")}>
              <p>${a("setAction.noUpstreamHint")}</p>
            <//>`}
    <//>
  `:o}var ei,ed=w(()=>{"use strict";ve();Y();de();B();Ie();Lo();Oe();q();E();je();he();K();N();Iu();qu();Qs();Ku();er();Xu();ei="paths"});function hm(){let e=I(null),[t,o]=y(0);return j(()=>{if(!e.current)return;let n=new ResizeObserver(([{contentRect:r}])=>o(r.width));return n.observe(e.current),()=>n.disconnect()},[]),[e,t]}function rd({label:e,height:t,text:o,onLeave:n,children:r}){let[s,i]=hm();return l`
    <div class="chart" ref=${s}>
      <svg role="img" aria-label=${e} width=${i} height=${t} onPointerLeave=${n}>
        ${i>0&&r(i)}
      </svg>
      <p class="chart-text" aria-hidden="true">${o}</p>
    </div>
  `}function nr({label:e,bars:t,axis:o,show:n,height:r=200,nameWidth:s=56}){let[i,c]=y(null),u=t.find(p=>p.key===i)?.text??"",f=r-22,d=12+7*Math.max(...o.map(p=>n(p).length)),h=p=>p/o[o.length-1]*(f-10);return l`
    <${rd} label=${e} height=${r} text=${u} onLeave=${()=>c(null)}>${p=>{let b=(p-d-12)/t.length,x=Math.ceil(s/b),g=Math.min(48,Math.max(1.5,b-(b>8?4:1)));return l`
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
      ${t.map(($,_)=>{let v=d+_*b,k=f;return l`
          <g key=${$.key} class="column" onPointerEnter=${()=>c($.key)}>
            <rect
              class="column-ground ${$.onPick?"bar-link":""}"
              x=${v}
              y="0"
              width=${b}
              height=${f}
              onClick=${$.onPick}
            />
            ${$.parts.map(S=>{let H=sd(h(S.value),S.value);return k-=H,H>0&&l`
                  <${ti}
                    key=${S.kind}
                    part=${S}
                    x=${v+(b-g)/2}
                    y=${k}
                    width=${g}
                    height=${H}
                  />
                `})}
            ${(t.length-1-_)%x===0&&(_+.5)*b>=s/2-d&&l`
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
  `}function id({label:e,bars:t,most:o}){let[n,r]=y(null),s=t.find(u=>u.key===n)?.text??"",i=28,c=u=>{let f=Math.min(160,u*.3),d=12+8*Math.max(...t.map(p=>p.total.length)),h=u-f-d,m=Math.floor(f/7.5);return t.map((p,b)=>{let x=b*i,g=f,$=p.parts.map(_=>{let v=sd(_.value/(o||1)*h,_.value);return g+=v,v>0&&l`
            <${ti}
              key=${_.kind}
              part=${_}
              x=${g-v}
              y=${x+5}
              width=${v}
              height=${i-10}
            />
          `});return l`
        <g key=${p.key} class="column" onPointerEnter=${()=>r(p.key)}>
          <rect
            class="column-ground ${p.onPick?"bar-link":""}"
            y=${x}
            width=${u}
            height=${i}
            onClick=${p.onPick}
          />
          <text class="bar-name" y=${x+i/2} dy="0.35em">
            ${p.name.length>m?`${p.name.slice(0,m-1)}\u2026`:p.name}
          </text>
          ${$}
          <text x=${Math.min(g,u-d)+8} y=${x+i/2} dy="0.35em"
            >${p.total}</text
          >
        </g>
      `})};return l`
    <${rd}
      label=${e}
      height=${Math.max(1,t.length)*i}
      text=${s}
      onLeave=${()=>r(null)}
      >${c}<//
    >
  `}var td,od,pm,ti,nd,sd,rr=w(()=>{"use strict";E();td={FAILED:"M-2 2 2-2M0 8 8 0M6 10l4-4",UNCONFIRMED:"M1 2h2M5 6h2",IN_PROGRESS:"M0 2h8M0 6h8"},od=()=>l`
  <svg class="patterns" aria-hidden="true" width="0" height="0">
    <defs>
      ${Object.entries(td).map(([e,t])=>l`
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
`,pm=e=>e in td?`url(#pattern-${e})`:"currentColor",ti=({part:e,...t})=>l`
  <rect
    ...${t}
    class="bar bar-${e.kind} ${e.onPick?"bar-link":""}"
    fill=${pm(e.kind)}
    onClick=${e.onPick}
  />
`,nd=({kind:e})=>l`
  <svg class="swatch" viewBox="0 0 16 16" aria-hidden="true">
    <${ti} part=${{kind:e,value:1}} x=${1} y=${1} width=${14} height=${14} />
  </svg>
`;sd=(e,t)=>t?Math.max(2,e):0});function mm({caption:e,head:t,rows:o}){let[n,r]=y(!1),s=i=>typeof i=="string"?i:l`<${D} to="/" query=${i.query}>${i.text}<//>`;return l`
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
  `}var ad,Go,oi=w(()=>{"use strict";N();rr();E();K();ad=({statuses:e})=>l`
  <ul class="legend">
    ${e.map(t=>l`<li key=${t}><${nd} kind=${t} />${U("status",t)}</li>`)}
  </ul>
`,Go=({id:e,title:t,hint:o,table:n,children:r})=>l`
  <section class="card figure" id=${e} aria-labelledby="${e}-title">
    <h2 id="${e}-title">${t}</h2>
    <p class="hint">${o}</p>
    ${r}
    <${mm} ...${n} />
  </section>
`});function sr(e,t=4,o=0){let n=Math.max((e||1)/t,o,Number.MIN_VALUE),r=10**Math.floor(Math.log10(n)),s=[1,2,5,10].map(c=>c*r).find(c=>c>=n*.999)??n,i=Math.max(1,Math.ceil(e/s-1e-9));return Array.from({length:i+1},(c,u)=>Number((u*s).toPrecision(6)))}var cd=w(()=>{"use strict"});function ri(e){let t=dd();for(let o of e)for(let n of ot)t[n]+=o[n];return t}function ir(e){let t=Se(e)-e.IN_PROGRESS;return t?e.FAILED/t:null}function fd(e){let t=Number(e.get("days"));return ni.find(o=>o===t)??30}function hd(e,t,o){let n=new Map(e.map(({value:r,jobs:s})=>[r,s]));return Array.from({length:t},(r,s)=>{let i=pd(o-(t-1-s)*ud);return{day:i,jobs:n.get(i)??dd()}})}function md({rows:e,other:t},o){let n=e.length===o+1&&!Se(t)?e:e.slice(0,o);return{rows:n,other:ri([t,...e.slice(n.length).map(r=>r.jobs)])}}function $d(e){let t={all:[],answered:[],reported:[],imported:[]};for(let{status:o,cause:n,created_at:r,updated_at:s}of e){let c=(o==="SUCCESS"||o==="FAILED")&&si.includes(n)&&s?uo(r,s):-1;c>=0&&(t[n].push(c),t.all.push(c))}for(let o of Object.values(t))o.sort((n,r)=>n-r);return t}function bd(e){let t=ld.map((n,r)=>{let s=r?ld[r-1]:0;return{from:s,to:n,count:e.filter(i=>i>=s&&i<n).length}}),o=t.map(n=>n.count>0);return o.includes(!0)?t.slice(o.indexOf(!0),o.lastIndexOf(!0)+1):[]}var ot,ni,ud,dd,Se,pd,It,Ko,si,ld,ii=w(()=>{"use strict";de();ot=["SUCCESS","FAILED","UNCONFIRMED","IN_PROGRESS"],ni=[14,30,90],ud=864e5,dd=()=>({SUCCESS:0,FAILED:0,UNCONFIRMED:0,IN_PROGRESS:0});Se=e=>ot.reduce((t,o)=>t+e[o],0);pd=e=>new Date(e).toISOString().slice(0,10);It=(e,t=e)=>({since:`${e}T00:00:00Z`,until:`${pd(Date.parse(t)+ud)}T00:00:00Z`});Ko=(e,t)=>e[Math.min(e.length-1,Math.max(0,Math.ceil(t*e.length)-1))],si=["answered","reported","imported"];ld=[30,100,300,1e3,3e3,1e4,3e4,6e4,18e4,6e5,18e5,36e5,864e5,1/0]});function ci(e){let t=ot.filter(o=>e[o]).map(o=>`${M(e[o])} ${U("status",o).toLowerCase()}`);return`${a("overview.jobs",{n:Se(e)})}${t.length?`: ${t.join(", ")}`:""}`}function _d({days:e}){let t=e.map(({day:n,jobs:r})=>{let s=It(n),i=`${so(n)}: ${ci(r)}`,c=yd(r,s);return{key:n,name:so(n),parts:c,text:i,onPick:cr(s)}}),o=Math.max(...e.map(({jobs:n})=>Se(n)));return l`
    <${Go}
      id="by-day"
      title=${a("overview.byDay")}
      hint=${a("overview.byDayHint")}
      table=${{caption:a("overview.byDayTable",ar(e)),head:[a("overview.day"),...gd()],rows:e.map(({day:n,jobs:r})=>[n,...wd(r,It(n))]).reverse()}}
    >
      <${nr}
        label=${a("overview.byDayLabel",{...ar(e),most:M(o)})}
        bars=${t}
        axis=${sr(o,4,1)}
        show=${M}
      />
    <//>
  `}function vd({days:e}){let t=e.map(({jobs:r})=>ir(r)),o=Math.max(0,...t.map(r=>r??0)),n=e.map(({day:r,jobs:s},i)=>{let c=t[i],u=cr({...It(r),status:"FAILED"}),f=c===null?a("overview.noneEnded"):ht(c);return{key:r,name:so(r),text:`${so(r)}: ${f} (${ci(s)})`,parts:[{kind:"FAILED",value:c??0,onPick:u}],onPick:u}});return l`
    <${Go}
      id="failure-rate"
      title=${a("overview.rate")}
      hint=${a("overview.rateHint")}
      table=${{caption:a("overview.rateTable",ar(e)),head:[a("overview.day"),a("overview.rate"),U("status","FAILED"),a("overview.ended")],rows:e.map(({day:r,jobs:s},i)=>[r,t[i]===null?"\u2013":ht(t[i]),ai(s.FAILED,{...It(r),status:"FAILED"}),M(Se(s)-s.IN_PROGRESS)]).reverse()}}
    >
      <${nr}
        label=${a("overview.rateLabel",{...ar(e),most:ht(o)})}
        bars=${n}
        axis=${sr(o||1)}
        show=${ht}
      />
    <//>
  `}function li({id:e,name:t,table:o}){let{rows:n,other:r}=md(o,$m),s=n.map(({value:u,jobs:f})=>({name:u,jobs:f,query:{[t]:u}}));Se(r)&&s.push({name:a("overview.others"),jobs:r,query:null});let i=t==="action_name",c=s.map(({name:u,jobs:f,query:d})=>({key:`${d?"":"other "}${u}`,name:u,parts:yd(f,d),text:`${u}: ${ci(f)}`,total:M(Se(f)),...d&&{onPick:cr(d)}}));return l`
    <${Go}
      id=${e}
      title=${a(i?"overview.byAction":"overview.byUser")}
      hint=${a("overview.byValueHint")}
      table=${{caption:a(i?"overview.byActionTable":"overview.byUserTable"),head:[a(i?"overview.action":"overview.user"),...gd()],rows:s.map(({name:u,jobs:f,query:d})=>[u,...wd(f,d)])}}
    >
      <${id}
        label=${a(i?"overview.byActionLabel":"overview.byUserLabel",{names:s.map(({name:u,jobs:f})=>`${u} ${M(Se(f))}`).join(", ")})}
        bars=${c}
        most=${Math.max(...s.map(({jobs:u})=>Se(u)))}
      />
    <//>
  `}function xd({jobs:e}){let t=$d(e),o=t.all.length;if(!o)return null;let n=bd(t.all),r=({from:f,to:d})=>d===1/0?a("overview.atLeast",{from:We(f)}):a("overview.below",{to:We(d)}),s=n.map(f=>({key:String(f.to),name:r(f),text:`${r(f)}: ${a("overview.jobs",{n:f.count})}`,parts:[{kind:"plain",value:f.count}]})),i=We(Ko(t.all,.5)),c=We(Ko(t.all,.95)),u=si.filter(f=>t[f].length);return l`
    <${Go}
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
                  <td>${We(Ko(t[f],.5))}</td>
                  <td>${We(Ko(t[f],.95))}</td>
                </tr>
              `)}
          </tbody>
        </table>
      </div>
      <${nr}
        label=${a("overview.durationsLabel",{n:o,median:i,high:c})}
        bars=${s}
        axis=${sr(Math.max(...n.map(f=>f.count)),3,1)}
        show=${M}
        height=${150}
        nameWidth=${68}
      />
    <//>
  `}var $m,bm,so,cr,yd,ai,wd,gd,ar,kd=w(()=>{"use strict";de();B();Ie();cd();rr();oi();E();N();ii();$m=10,bm=new Intl.DateTimeFormat("en-GB",{day:"numeric",month:"short",timeZone:"UTC"}),so=e=>bm.format(new Date(e)),cr=e=>()=>$e(O("/",e));yd=(e,t)=>ot.map(o=>({kind:o,value:e[o],...t&&{onPick:cr({...t,status:o})}})),ai=(e,t)=>e&&t?{text:M(e),query:t}:M(e),wd=(e,t)=>[ai(Se(e),t),...ot.map(o=>ai(e[o],t&&{...t,status:o}))],gd=()=>[a("overview.total"),...ot.map(e=>U("status",e))],ar=e=>({n:e.length,from:so(e[0].day),to:so(e[e.length-1].day)})});function Sd(e,t){let o=I(t);j(()=>{o.current!==t&&e(),o.current=t},[t])}function wm({head:e}){let t=W(o=>T("/readyz",{signal:o,asks:!1}),[]);return Sd(t.reload,e.size),j(()=>{let o=setInterval(()=>document.hidden||t.reload(),ym);return()=>clearInterval(o)},[]),t.error?l`<span class="bad"><${R} name="alarm" /> ${a("health.notReady")}</span>
      ${t.error.detail}`:t.data?l`<span class="good"><${R} name="SUCCESS" /> ${a("health.ready")}</span>`:a("app.loading")}function gm({head:e}){let{data:t,error:o,reload:n}=W(i=>T("/log/checkpoint",{signal:i,asText:!0}),[]);if(Sd(n,e.size),!t)return o?o.detail:a("app.loading");let[,r,s]=t.split(`
`);return l`
    ${a("health.checkpointOf",{n:Number(r)})} ${" "}<${Ad}
      short=${`${s.slice(0,10)}\u2026`}
      text=${t}
      what=${a("health.checkpoint")}
    />
    ${" "}<a href=${O("/log/checkpoint")} download="checkpoint">${a("health.download")}</a>
  `}function _m(){let e=jt();if(!e)return a("health.notSeen");let t=St(e.checkpoint);return l`${a("health.seenSize",{n:t})} (<${Z} at=${e.at} />)`}function vm({role:e}){let t=`jobctl verify --server ${location.origin}${ge} --key verifier.key`;return l`
    <p>${a("health.how")}</p>
    <div class="row command">
      <pre class="scroll-x" tabindex="0"><code>${t}</code></pre>
      <button type="button" onClick=${()=>et(t,a("health.command"))}>
        ${a("app.copy",{what:""})}
      </button>
    </div>
    <p class="hint">${a(e==="operator"?"health.howOperator":"health.howHint")}</p>
  `}function ui({head:e}){let t=L(F),{data:o}=W(i=>T("/v1/meta",{signal:i}),[]),n=o?.ledger.verifier_key??"",[r,s]=n.split("+");return l`
    <section class="card health" id="health" aria-labelledby="health-title">
      <h2 id="health-title">${a("health.title")}</h2>
      <dl class="facts">
        <dt>${a("health.state")}</dt>
        <dd><${wm} head=${e} /></dd>
        <dt>${a("health.size")}</dt>
        <dd>${a("health.entries",{n:e.size})}</dd>
        <dt>${a("health.checkpoint")}</dt>
        <dd><${gm} head=${e} /></dd>
        <dt>${a("health.key")}</dt>
        <dd>
          ${n&&l`<code>${r}</code> <${Ad} short=${s} text=${n} what=${a("health.key")} />`}
        </dd>
        <dt>${a("health.seen")}</dt>
        <dd><${_m} /></dd>
      </dl>
      <${vm} role=${t?.role} />
      <p><${D} to="/help/proof">${a("landing.help")}<//></p>
    </section>
  `}var ym,Ad,jd=w(()=>{"use strict";ve();Y();bs();B();q();E();be();Hn();K();N();ym=3e4;Ad=({short:e,text:t,what:o})=>l`
  <button type="button" class="copy-id" title=${t} onClick=${()=>et(t,o)}>
    <code>${e}</code><${R} name="copy" />
    <span class="off-screen">${a("app.copy",{what:o})}</span>
  </button>
`});var Td={};Fe(Td,{default:()=>Ed});function Sm(e){j(()=>{let t=new Map,o=()=>{for(let{reload:r,ms:s}of e){if(t.has(r))continue;let i=()=>{t.delete(r),r()};t.set(r,window.setTimeout(i,s))}},n=Ne({},{onEntries:o,onState:r=>r==="stale"&&o()});return()=>{t.forEach(r=>clearTimeout(r)),n()}},[])}function Am({stats:e,days:t}){let o=ri(t.map(i=>i.jobs)),n=ir(o),r=Se(e.total),s=It(t[0].day,t[t.length-1].day);return l`
    <dl class="numbers">
      <${Yo} name=${a("overview.all")} value=${M(r)} to=${{}} />
      <${Yo}
        name=${a("overview.inSpan",{n:t.length})}
        value=${M(Se(o))}
        to=${s}
      />
      <${Yo}
        name=${a("overview.rateInSpan",{n:t.length})}
        value=${n===null?"\u2013":ht(n)}
        to=${{...s,status:"FAILED"}}
      />
      <${Yo}
        name=${a("overview.inProgress")}
        value=${M(e.total.IN_PROGRESS)}
        to=${{status:"IN_PROGRESS"}}
      />
      <${Yo}
        name=${a("overview.unconfirmed")}
        value=${M(e.total.UNCONFIRMED)}
        to=${{status:"UNCONFIRMED"}}
      />
    </dl>
  `}function Ed(){let e=L(F),[t,o]=qe(),n=fd(t),r=W(u=>T("/v1/stats",{signal:u,query:{limit:100}}),[]),s=W(u=>T("/v1/jobs",{signal:u,query:{status:["SUCCESS","FAILED"],limit:500}}),[]);Sm([{reload:r.reload,ms:xm},{reload:s.reload,ms:km}]);let i=u=>{t.set("days",u),o(new URLSearchParams(t),{replace:!0})},c=u=>{if(!Se(u.total))return l`
        <${we} title=${a("overview.empty")}><p>${a("overview.emptyHint")}</p><//>
        <${ui} head=${u.head} />
      `;let f=hd(u.by_day.rows,n,Date.now());return l`
      <${Am} stats=${u} days=${f} />
      <${ad} statuses=${ot} />
      <div class="figures">
        <${_d} days=${f} />
        <${vd} days=${f} />
        <${li} id="by-action" name="action_name" table=${u.by_action} />
        ${e?.role!=="operator"&&l`<${li} id="by-user" name="user_id" table=${u.by_user} />`}
        <${pe} of=${s}>
          ${({jobs:d})=>l`<${xd} jobs=${d} />`}
        <//>
        <${ui} head=${u.head} />
      </div>
    `};return l`
    <div class="row spread overview-top">
      <${J}>${a("overview.title")}<//>
      <${Et}
        label=${a("overview.span")}
        options=${ni.map(u=>({value:String(u),text:a("overview.days",{n:u})}))}
        value=${String(n)}
        onValue=${i}
      />
    </div>
    ${e?.role==="operator"&&l`<p class="hint">${a("overview.own")}</p>`}
    <${od} />
    <${pe} of=${r}>${c}<//>
  `}var xm,km,Yo,Cd=w(()=>{"use strict";ve();Y();de();Tt();oi();rr();Oe();q();E();he();K();N();kd();jd();ii();xm=3e3,km=3e4;Yo=({name:e,value:t,to:o})=>l`
  <div>
    <dt>${e}</dt>
    <dd>${o?l`<${D} to="/" query=${o}>${t}<//>`:t}</dd>
  </div>
`});function io(e,t){let o=e?.field;if(!e||!o||!t.includes(o))return{at:()=>null,rest:e};let n=e.detail.startsWith(`${o}: `)?e.detail.slice(o.length+2):e.detail;return{at:r=>r===o?n:null,rest:null}}var lr=w(()=>{"use strict"});function Xo({label:e,value:t,onValue:o,error:n,hint:r="",required:s=!0}){let[i,c]=y(!1);return l`
    <${P}
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
  `}var di=w(()=>{"use strict";N();Oe();E()});function Od(e){let t=({created_at:r})=>r?Date.parse(r):0,o=({state:r})=>r==="accepted",n=e.toSorted((r,s)=>t(s)-t(r)||(r.name<s.name?-1:+(r.name>s.name)));return{working:n.filter(o),others:n.filter(r=>!o(r))}}function Ld(e,t){let[o,n,r]=e.split("-").map(Number);return(t==="utc"?new Date(Date.UTC(o,n-1,r+1)):new Date(o,n-1,r+1)).toISOString()}function Nd(e){if(!e)return"";let t=n=>n.find(([r])=>e.includes(r))?.[1],o=e.startsWith("Mozilla/")&&t(jm);return o?[o,t(Em)].filter(Boolean).join(", "):e}var jm,Em,fi=w(()=>{"use strict";jm=[["Edg","Edge"],["OPR","Opera"],["Firefox","Firefox"],["FxiOS","Firefox"],["CriOS","Chrome"],["Chrome","Chrome"],["Safari","Safari"]],Em=[["Android","Android"],["iPhone","iPhone"],["iPad","iPad"],["Windows","Windows"],["Mac OS X","macOS"],["CrOS","ChromeOS"],["Linux","Linux"]]});function ao({title:e,action:t,onConfirm:o,onClose:n,children:r}){let[s,i,c]=X(async()=>{await o(),n()});return l`
    <${ne} title=${e} onClose=${n}>
      <p>${r}</p>
      <${V} problem=${c} />
      <div class="row">
        <button type="button" class="danger" disabled=${i} onClick=${s}>${t}</button>
        <button type="button" onClick=${n}>${a("app.cancel")}</button>
      </div>
    <//>
  `}var ur=w(()=>{"use strict";N();Ke();q();E();he()});function Tm({token:e,hasUser:t,onRevoke:o}){let{state:n}=e,r=e.revoked_at??e.expires_at;return l`
    <tr>
      <th scope="row">${e.name}${e.current&&l` <${ft}>${a("sessions.this")}<//>`}</th>
      ${t&&l`
          <td data-name=${a("admin.user")}>
            ${e.user_id}, <span class="muted">${U("role",e.role)}</span>
          </td>
        `}
      <td data-name=${a("tokens.made")}><${Z} at=${e.created_at} /></td>
      <td data-name=${a("tokens.used")}>
        ${e.last_used_at?l`<${Z} at=${e.last_used_at} />`:a("tokens.unused")}
      </td>
      <td data-name=${a("tokens.ends")}>
        ${n!=="accepted"&&a(`tokens.${n}`)}${" "}
        ${r?l`<${Z} at=${r} />`:a("tokens.noEnd")}
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
  `}function dr({tokens:e,hasUser:t=!1,revoke:o}){let[n,r]=y(null),{working:s,others:i}=Od(e),c={hasUser:t,onRevoke:r};return l`
    ${s.length>0?l`<${Rd} caption=${a("tokens.title")} tokens=${s} ...${c} />`:l`<${we} title=${a("tokens.empty")} />`}
    ${i.length>0&&l`
        <details>
          <summary>${a("tokens.others",{n:i.length})}</summary>
          <${Rd}
            caption=${a("tokens.others",{n:i.length})}
            tokens=${i}
            hasUser=${t}
          />
        </details>
      `}
    ${n&&l`
        <${ao}
          title=${a("tokens.revokeOne",{name:n.name})}
          action=${a("tokens.revoke")}
          onConfirm=${async()=>{await o(n.name),ee(a("tokens.revokedNow",{name:n.name}))}}
          onClose=${()=>r(null)}
        >
          ${n.current&&a("tokens.revokeCurrent")}
          ${a("tokens.revokeHint",{user:n.user_id})}
        <//>
      `}
  `}function fr({make:e,onClose:t,children:o,mine:n=""}){let r=L(Xe),[s,i]=y(""),[c,u]=y(""),[f,d]=y(""),[h,m,p]=X(async()=>{let g=await e({name:s,...c&&{expires_at:Ld(c,r)}});d(g.token)});if(f)return l`<${Cm} token=${f} onClose=${t} />`;let{at:b,rest:x}=io(p,["name","expires_at",n]);return l`
    <${ne} title=${a("tokens.new")} onClose=${t}>
      <form
        onSubmit=${g=>{g.preventDefault(),h()}}
      >
        ${o} ${b(n)&&l`<p class="field-error" role="alert">${b(n)}</p>`}
        <${P}
          label=${a("tokens.name")}
          hint=${a("tokens.nameHint")}
          error=${b("name")}
          name="token-name"
          autocomplete="off"
          required
          value=${s}
          onValue=${i}
        />
        <${P}
          label=${a("tokens.lastDay")}
          hint=${a("tokens.lastDayHint")}
          error=${b("expires_at")}
          type="date"
          min=${new Date().toISOString().slice(0,10)}
          value=${c}
          onValue=${u}
        />
        <${V} problem=${x} />
        <button type="submit" class="primary" disabled=${m}>${a("tokens.make")}</button>
      </form>
    <//>
  `}var Rd,Cm,pi=w(()=>{"use strict";fi();lr();N();Le();ur();Ke();Oe();q();E();je();Io();he();K();Rd=({caption:e,tokens:t,hasUser:o,onRevoke:n})=>l`
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
          <${Tm} key=${r.name} token=${r} hasUser=${o} onRevoke=${n} />
        `)}
    </tbody>
  </table>
`;Cm=({token:e,onClose:t})=>l`
  <${ne} title=${a("tokens.madeTitle")} onClose=${t}>
    <div class="notice notice-warning">
      <p>${a("tokens.once")}</p>
    </div>
    <${P}
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
`});function Om({session:e,onEnd:t}){let o=Nd(e.user_agent)||a("sessions.unknown");return l`
    <tr>
      <th scope="row" title=${e.user_agent??""}>
        ${o} ${e.current&&l` <${ft}>${a("sessions.this")}<//>`}
      </th>
      <td data-name=${a("sessions.address")}>${e.address??a("sessions.unknown")}</td>
      <td data-name=${a("sessions.used")}><${Z} at=${e.used_at} /></td>
      <td data-name=${a("sessions.begun")}>
        <${Z} at=${e.begun_at} />, ${a(`sessions.by.${e.by}`)}
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
  `}function Id(){let e=W(s=>T("/v1/account/sessions",{signal:s}),[]),[t,o]=y([]),n=async()=>{for(let{id:s}of t)await te(C`/v1/account/sessions/${s}/end`);ee(a("sessions.ended",{n:t.length})),e.reload()},r=({sessions:s,since:i})=>{let c=s.filter(({current:u})=>!u);return l`
      <p class="hint">${a("sessions.hint")} <${Z} at=${i} />.</p>
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
              <${Om}
                key=${u.id}
                session=${u}
                onEnd=${()=>u.current?tn():o([u])}
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
      <${pe} of=${e}>${r}<//>
      ${t.length>0&&l`
          <${ao}
            title=${a("sessions.endTitle",{n:t.length})}
            action=${a("sessions.end")}
            onConfirm=${n}
            onClose=${()=>o([])}
          >
            ${a("sessions.endHint")}
          <//>
        `}
    </section>
  `}var Md=w(()=>{"use strict";fi();ve();Y();B();Le();ur();q();E();je();he();K();N()});var Hd={};Fe(Hd,{default:()=>Dd});function Nm({onChanged:e}){let[t,o]=y(""),[n,r]=y(""),[s,i,c]=X(async()=>{await te("/v1/account/password",{current:t,new:n}),o(""),r(""),ee(a("password.changed")),e(),await en()}),{at:u,rest:f}=io(c,["current","new"]);return l`
    <form
      onSubmit=${d=>{d.preventDefault(),s()}}
    >
      <div class="off-screen" aria-hidden="true">
        <input
          type="text"
          autocomplete="username"
          tabindex="-1"
          readonly
          value=${F.get()?.user_id}
        />
      </div>
      <${P}
        label=${a("password.current")}
        error=${u("current")}
        type="password"
        autocomplete="current-password"
        required
        value=${t}
        onValue=${o}
      />
      <${Xo}
        label=${a("password.new")}
        error=${u("new")}
        value=${n}
        onValue=${r}
      />
      <${V} problem=${f} />
      <p class="hint">${a("password.ends")}</p>
      <button type="submit" class="primary" disabled=${i}>${a("password.change")}</button>
    </form>
  `}function Rm({mayMake:e}){let t=W(r=>T("/v1/account/tokens",{signal:r}),[]),[o,n]=y(!1);return l`
    <section class="card wide" id="tokens" aria-labelledby="tokens-title">
      <div class="row spread">
        <h2 id="tokens-title">${a("tokens.title")}</h2>
        ${e&&l`<button type="button" onClick=${()=>n(!0)}>${a("tokens.new")}</button>`}
      </div>
      <p class="hint">${a(e?"tokens.hint":"tokens.unlisted")}</p>
      <${pe} of=${t}>
        ${r=>l`
          <${dr}
            tokens=${r.tokens}
            revoke=${async s=>{await te(C`/v1/account/tokens/${s}/revoke`),t.reload()}}
          />
        `}
      <//>
      ${o&&l`
          <${fr}
            make=${r=>te("/v1/account/tokens",r)}
            onClose=${()=>{n(!1),t.reload()}}
          />
        `}
    </section>
  `}function Dd(){let e=L(F),[t,o]=y(0);if(!e)return null;let n=e.signed_in_by!=="jwt"||e.is_listed===!0;return l`
    <${J}>${a("account.title")}<//>
    <div class="account">
      <${Lm} user=${e} />
      <section class="card" id="password" aria-labelledby="password-title">
        <h2 id="password-title">${a("password.title")}</h2>
        ${e.has_password?l`<${Nm} onChanged=${()=>o(t+1)} />`:l`<p>${a(`password.none.${e.signed_in_by}`)}</p>`}
      </section>
      ${e.has_password||e.session?l`<${Id} key=${t} />`:null}
      <${Rm} mayMake=${n} />
    </div>
  `}var Lm,Pd=w(()=>{"use strict";ve();Y();lr();B();q();E();Oe();je();di();he();K();pi();N();Md();Lm=({user:e})=>l`
  <section class="card" aria-labelledby="who">
    <h2 id="who">${a("account.who")}</h2>
    <dl class="facts">
      <dt>${a("admin.user")}</dt>
      <dd>${e.user_id}</dd>
      <dt>${a("admin.role")}</dt>
      <dd>${U("role",e.role)}: ${a(`account.may.${e.role}`)}</dd>
      <dt>${a("account.by")}</dt>
      <dd>${a(`account.by.${e.signed_in_by}`)}</dd>
      ${e.session&&l`
          <dt>${a("account.ends")}</dt>
          <dd><${Z} at=${e.session.ends_at} />, ${a("account.endsHint")}</dd>
        `}
    </dl>
  </section>
`});function Bd(e,t){let o=Ud(t.trim());return e.filter(({user_id:n,role:r})=>Ud(n).includes(o)||r.startsWith(o)).toSorted((n,r)=>Number(n.disabled)-Number(r.disabled)||n.user_id.localeCompare(r.user_id))}var Fd,Ud,hi=w(()=>{"use strict";Fd=["operator","auditor","admin"],Ud=e=>e.normalize("NFKC").toLowerCase()});function mi({fields:e,action:t,onSubmit:o,isMain:n=!1,children:r}){let[s,i,c]=X(o),{at:u,rest:f}=io(c,e);return l`
    <form
      onSubmit=${d=>{d.preventDefault(),s()}}
    >
      ${r(u)}
      <${V} problem=${f} />
      <button type="submit" class=${n?"primary":""} disabled=${i}>${t}</button>
    </form>
  `}function Wd({onAdded:e,onClose:t}){let[o,n]=y(""),[r,s]=y("operator"),[i,c]=y(""),u=async()=>{await te("/v1/users",{user_id:o,role:r,...i&&{password:i}}),ee(a("admin.added",{user:o})),e(),t()};return l`
    <${ne} title=${a("admin.add")} onClose=${t}>
      <${mi}
        fields=${["user_id","role","password"]}
        action=${a("admin.add")}
        onSubmit=${u}
        isMain
      >
        ${f=>l`
          <${P}
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
          <${pr} error=${f("role")} value=${r} onValue=${s} />
          <${Xo}
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
  `}function qd({user:e,isSelf:t,onChanged:o,onClose:n}){let{user_id:r}=e,[s,i]=y(e.role),[c,u]=y(""),[f,d]=y(!1),h=async(S,H,se)=>{await te(`${C`/v1/users/${r}`}/${S}`,H),ee(se),o(),n()};if(f)return l`
      <${ao}
        title=${a("admin.disableOne",{user:r})}
        action=${a("admin.disable")}
        onConfirm=${()=>h("disable",{},a("admin.disabledNow",{user:r}))}
        onClose=${n}
      >
        ${a("admin.disableHint")}
      <//>
    `;let m=l`
    <${mi}
      fields=${["role"]}
      action=${a("admin.setRole")}
      onSubmit=${()=>h("role",{role:s},a("admin.roleSet",{user:r}))}
    >
      ${S=>l`
        <${pr}
          hint=${a("admin.roleHint")}
          error=${S("role")}
          value=${s}
          onValue=${i}
        />
      `}
    <//>
  `,p={what:"enable",action:a("admin.enable"),hint:a(e.has_password?"admin.enableHint":"admin.enableHintNone"),done:a("admin.enabledNow",{user:r})},b={what:"password",action:a("admin.setPassword"),hint:a("admin.setPasswordHint"),done:a("admin.passwordSet",{user:r})},{what:x,action:g,hint:$,done:_}=e.disabled?p:b,v=c?{password:c}:{},k=l`
    <${mi} fields=${["password"]} action=${g} onSubmit=${()=>h(x,v,_)}>
      ${S=>l`
        <${Xo}
          label=${a("password.new")}
          hint=${$}
          required=${!e.disabled||e.has_password}
          error=${S("password")}
          value=${c}
          onValue=${u}
        />
      `}
    <//>
  `;return l`
    <${ne}
      title=${a(e.disabled?"admin.enableOne":"admin.changeOne",{user:r})}
      onClose=${n}
    >
      <div class="changes">
        ${t&&l`<p>${a("admin.self")} <${D} to="/account">${a("account.title")}<//>.</p>`}
        ${!e.disabled&&!t&&m} ${!(t&&e.has_password)&&k}
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
  `}var pr,zd=w(()=>{"use strict";Y();lr();B();ur();Ke();Oe();q();E();je();di();he();K();N();hi();pr=e=>l`
  <${P} label=${a("admin.role")} as="select" ...${e}>
    ${Fd.map(t=>l`
        <option key=${t} value=${t}>${U("role",t)}: ${a(`account.may.${t}`)}</option>
      `)}
  <//>
`});var Jd={};Fe(Jd,{default:()=>Vd});function Mm({loaded:e,onChanged:t}){let[o,n]=y(""),[r,s]=y(null),[i,c]=y(!1),u=e.data?.users.find(f=>f.user_id===r);return l`
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
      <${pe} of=${e}>
        ${({users:f})=>{let d=Bd(f,o);return d.length?l`<${Im}
                users=${d}
                onChange=${({user_id:h})=>s(h)}
              />`:l`<${we} title=${a("admin.noUser")} />`}}
      <//>
      ${u&&l`
          <${qd}
            user=${u}
            isSelf=${u.user_id===F.get()?.user_id}
            onChanged=${t}
            onClose=${()=>s(null)}
          />
        `}
      ${i&&l`<${Wd} onAdded=${t} onClose=${()=>c(!1)} />`}
    </section>
  `}function Dm({loaded:e,users:t}){let[o,n]=y(!1),[r,s]=y(""),[i,c]=y("operator"),u=t.some(f=>f.user_id===r);return l`
    <section class="card" id="tokens" aria-labelledby="tokens-title">
      <div class="row spread">
        <h2 id="tokens-title">${a("tokens.title")}</h2>
        <button type="button" onClick=${()=>(s(""),n(!0))}>
          ${a("tokens.new")}
        </button>
      </div>
      <${pe} of=${e}>
        ${f=>l`
          <${dr}
            tokens=${f.tokens}
            hasUser
            revoke=${async d=>{await te(C`/v1/tokens/${d}/revoke`),e.reload()}}
          />
        `}
      <//>
      ${o&&l`
          <${fr}
            mine="user_id"
            make=${f=>te("/v1/tokens",{...f,user_id:r,...u?{}:{role:i}})}
            onClose=${()=>{n(!1),e.reload()}}
          >
            <${P}
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
            ${r&&!u?l`<${pr}
                    hint=${a("admin.tokenRoleHint")}
                    value=${i}
                    onValue=${c}
                  />`:null}
          <//>
        `}
    </section>
  `}function Vd(){let e=L(F),t=W(r=>T("/v1/users",{signal:r}),[]),o=W(r=>T("/v1/tokens",{signal:r}),[]),n=()=>{t.reload(),o.reload()};return e?.role!=="admin"?l`
      <${J}>${a("admin.title")}<//>
      <p>${a("admin.only")}</p>
    `:l`
    <${J}>${a("admin.title")}<//>
    <div class="account">
      <${Mm} loaded=${t} onChanged=${n} />
      <${Dm} loaded=${o} users=${t.data?.users??[]} />
    </div>
  `}var Im,Gd=w(()=>{"use strict";ve();Y();B();Oe();q();E();he();K();pi();N();hi();zd();Im=({users:e,onChange:t})=>l`
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
            <td data-name=${a("admin.role")}>${U("role",o.role)}</td>
            <td data-name=${a("admin.signIn")}>
              ${a(o.disabled?"admin.disabled":o.has_password?"admin.hasPassword":"admin.hasNone")}
            </td>
            <td data-name=${a("admin.since")}><${Z} at=${o.created_at} /></td>
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
`});ve();Qo();Ie();ve();Y();de();B();Ie();N();pn();q();E();be();wo();je();Hn();Io();Ss();var As=["system","light","dark"];function hp(){let e=L(Xe),t=L(Ro),o=e==="utc"?"local":"utc";return l`
    <button
      type="button"
      id="zone"
      class="quiet"
      title=${a("zone.switch",{zone:Si(e),other:a(`zone.${o}`)})}
      onClick=${()=>Xe.set(o)}
    >
      ${a(`zone.${e}`)}
    </button>
    <button
      type="button"
      id="theme"
      class="quiet"
      aria-label=${a(`theme.${t}`)}
      title=${a(`theme.${t}`)}
      onClick=${()=>Ro.set(As[(As.indexOf(t)+1)%As.length])}
    >
      <${R} name=${t} />
    </button>
  `}function mp({user:e}){let t=[{text:a("user.account"),href:O("/account")}],o=async()=>{await tn(),$e(O("/")),ee(a("user.signedOut"))};return e.signed_in_by==="session"&&t.push({text:a("user.signOut"),onClick:o}),l`
    <${hn}
      class="quiet user-menu"
      align="end"
      label=${l`<${R} name="user" /><span>${e.user_id}</span>`}
      name=${a("user.menu",{user:e.user_id,role:U("role",e.role)})}
      items=${t}
    />
  `}function $p({user:e}){let{path:t}=L(Re),o=[{to:"/",text:a("nav.jobs"),below:"/jobs"},...e.role==="auditor"?[]:[{to:"/set-action",text:a("nav.setAction")}],{to:"/overview",text:a("nav.overview")},...e.role==="admin"?[{to:"/admin",text:a("nav.admin")}]:[],{to:"/help",text:a("nav.help")}],n=({to:r,below:s=r})=>t===r||`${t}/`.startsWith(`${s}/`);return l`
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
  `}function bp(){let{data:e}=W(t=>T("/v1/meta",{signal:t}),[]);return l`
    <footer>
      ${e&&a("app.footer",{ledger:e.ledger.name,version:e.version})}
      <${cc} />
      <a href=${O("/docs")}>${a("app.api")}</a>
    </footer>
  `}function Pn({children:e}){let t=L(F);return l`
    <a class="skip" href="#main">${a("app.skip")}</a>
    <header class="top">
      <a class="brand" href=${O("/")}>${a("app.name")}</a>
      ${t&&l`<${$p} user=${t} />`}
      <div class="top-end">
        <${hp} />
        ${t&&l`<${mp} user=${t} />`}
      </div>
    </header>
    <${sa} />
    <main id="main">${e}</main>
    ${t&&l`<${bp} />`}
    <${ua} />
    <${lc} />
  `}q();E();he();K();N();var Hm=()=>Promise.resolve().then(()=>(fc(),dc)),Kd=()=>Promise.resolve().then(()=>(wc(),yc)),Yd=()=>Promise.resolve().then(()=>(Xc(),Yc)),Xd=()=>Promise.resolve().then(()=>(ml(),hl)),Zd=[{pattern:"/",load:Yd},{pattern:"/jobs",load:Yd},{pattern:"/jobs/:job_id",load:()=>Promise.resolve().then(()=>(bu(),$u))},{pattern:"/jobs/:job_id/compare/:other_id",load:()=>Promise.resolve().then(()=>(_u(),gu))},{pattern:"/customers",load:Xd},{pattern:"/customers/:cid",load:Xd},{pattern:"/set-action",load:()=>Promise.resolve().then(()=>(ed(),Qu))},{pattern:"/overview",load:()=>Promise.resolve().then(()=>(Cd(),Td))},{pattern:"/account",load:()=>Promise.resolve().then(()=>(Pd(),Hd))},{pattern:"/admin",load:()=>Promise.resolve().then(()=>(Gd(),Jd))},{pattern:"/help",load:Kd,isPublic:!0},{pattern:"/help/:topic",load:Kd,isPublic:!0}],Pm={pattern:"",load:Hm,isPublic:!0};function Um({route:e,params:t}){let[o,n]=y(null),[r,s]=y(!1);return j(()=>{e.load().then(i=>n(()=>i.default),()=>s(!0))},[]),r?l`
      <${we} title=${a("app.updated")}>
        <button type="button" onClick=${()=>location.reload()}>${a("app.reload")}</button>
      <//>
    `:o?l`<${o} ...${t} />`:l`<${dt} />`}var Fm=()=>l`
  <${J}>${a("app.notFound")}<//>
  <p>${a("app.notFoundHint")}</p>
  <p><${D} to="/">${a("app.toJobs")}<//></p>
`;function Bm(){let{path:e}=L(Re),t=L(F),o=W(en,[]);if(t===void 0){let u=o.error instanceof ie?o.error:null;return l`
      <${Pn}>
        <${V} problem=${u} retry=${o.reload} />
        ${!u&&l`<${dt} />`}
      <//>
    `}let n=$r(Zd,e);if(!n)return l`<${Pn}><${Fm} /><//>`;let r=t!==null||n.route.isPublic,{route:s,params:i}=r?n:{route:Pm,params:{}},c=`${t?.user_id} ${r?e:""}`;return l`<${Pn}><${Um} key=${c} route=${s} params=${i} /><//>`}_i(Zd);Ar(l`<${Bm} />`,document.querySelector("#app"));
