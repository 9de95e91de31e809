var Zf=Object.defineProperty;var g=(t,e,o)=>()=>{if(o)throw o[0];try{return t&&(e=t(t=0)),e}catch(n){throw o=[n],n}};var Ft=(t,e)=>{for(var o in e)Zf(t,o,{get:e[o],enumerable:!0})};var _t,q,Dt=g(()=>{"use strict";_t=class extends Error{constructor(e,o){super(o),this.name="VerifyError",this.code=e}},q=(t,e)=>new _t("malformed",`${t}: ${e}`)});function $t(t){if(typeof t!="string")throw q("text","is not a string");if(/\p{Surrogate}/u.test(t))throw q("text","has half of a surrogate pair");return Qf.encode(t)}function ke(t,e){if(typeof t!="string"||!/^[0-9a-f]{64}$/.test(t))throw q(e,"a hash is not 64 lower-case hex digits");return Uint8Array.from({length:32},(o,n)=>parseInt(t.slice(2*n,2*n+2),16))}function yn(t,e){if(!Array.isArray(t))throw q(e,"its path is not a list of hashes");return t.map(o=>ke(o,e))}function Oo(t){let e;try{e=atob(t)}catch{return null}return btoa(e)!==t?null:Uint8Array.from(e,o=>o.charCodeAt(0))}function Fr(t){let e=Oo(t);return e?.length===32?e:null}function Br(t){let e=/^(0|[1-9][0-9]*)$/.test(t)?Number(t):NaN;return Number.isSafeInteger(e)?e:null}function wn(...t){let e=new Uint8Array(t.reduce((n,r)=>n+r.length,0)),o=0;for(let n of t)e.set(n,o),o+=n.length;return e}function gn(t,e){let o=Math.min(t.length,e.length);for(let n=0;n<o;n+=1)if(t[n]!==e[n])return t[n]-e[n];return t.length-e.length}var Qf,At,Se,Nt=g(()=>{"use strict";Dt();Qf=new TextEncoder;At=t=>Array.from(t,e=>e.toString(16).padStart(2,"0")).join("");Se=(t,e)=>gn(t,e)===0});function Je(t){let e=0,o=()=>{throw new SyntaxError(`not JSON at character ${e}`)},n=()=>{for(;;){let d=t.charCodeAt(e);if(d!==32&&d!==10&&d!==13&&d!==9)return d;e+=1}},r=()=>{n()!==Xi&&o();let d=e;for(let h=t.indexOf('"',e+1);h>0;h=t.indexOf('"',h+1)){let m=h;for(;t.charCodeAt(m-1)===tp;)m-=1;if((h-m)%2)continue;e=h+1;let p=t.slice(d+1,h);return np.test(p)?JSON.parse(`"${p}"`):p}return o()},s=()=>{let d=r();return n()!==ep&&o(),e+=1,d},i=()=>{if(n()===Xi)return r();ta.lastIndex=e;let d=ta.exec(t)?.[0];if(d)return e+=d.length,new qe(d);let[h,m]=rp.find(([p])=>t.startsWith(p,e))??o();return e+=h.length,m},c=[],u=null,f=d=>{let h=c.at(-1);h?Array.isArray(h)?h.push(d):h.values.push(d):u=d};for(;;){let d=n();if(d===Wr||d===Zi){let h=d===Wr?new ee:[];if(f(h),c.push(h),e+=1,n()!==d+Qi){h instanceof ee&&h.names.push(s());continue}}else f(i());for(;;){let h=n(),m=c.at(-1);if(!m)return e<t.length?o():u;let p=m instanceof ee,$=h===op;if(!$&&h!==(p?Wr:Zi)+Qi&&o(),e+=1,$){p&&m.names.push(s());break}c.pop()}}}var qe,Ve,ee,Xi,tp,ep,op,Wr,Zi,Qi,ta,np,rp,Co=g(()=>{"use strict";qe=class{constructor(e){this.text=e}},Ve=class{constructor(e){this.text=e}},ee=class{constructor(){this.names=[],this.values=[]}},[Xi,tp,ep,op,Wr,Zi]=Array.from('"\\:,{[',t=>t.charCodeAt(0)),Qi=2,ta=/-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y,np=/[\\\p{Cc}]/u,rp=[["true",!0],["false",!1],["null",null]]});function ip(t={}){let e=Object.entries(t).flatMap(([o,n])=>(Array.isArray(n)?n:[n]).filter(r=>r!=null&&r!=="").map(r=>[o,String(r)]));return e.length?`?${new URLSearchParams(e)}`:""}var sp,Tt,N,O,B=g(()=>{"use strict";sp=globalThis.document?.querySelector('meta[name="prefix"]'),Tt=sp?.getAttribute("content")??"";N=(t,e)=>Tt+t+ip(e),O=(t,...e)=>String.raw({raw:t},...e.map(o=>encodeURIComponent(o)))});async function ea(t){let e=await t.text().catch(()=>""),o=null;try{o=JSON.parse(e)}catch{}return new J({status:t.status,type:o?.type,title:o?.title??t.statusText,detail:o?.detail??o?.message??o?.error,field:o?.field,retryAfter:Number(t.headers.get("retry-after"))||null,body:o})}var J,_n,le=g(()=>{"use strict";J=class extends Error{constructor({status:e,type:o,title:n,detail:r,field:s,retryAfter:i,body:c}){super(r||n||String(e)),this.name="Problem",this.status=e,this.type=o??"about:blank",this.title=n??"",this.detail=r??"",this.field=s??null,this.retryAfter=i??null,this.body=c??null}get isNetwork(){return this.status===0}get isFault(){return this.status<0}get isTemporary(){return[0,408,429,502,503,504].includes(this.status)}},_n=t=>t instanceof J?t:new J({status:-1,type:"fault",detail:String(t?.message||t)})});function yt(t){let e=t,o=new Set,n=r=>{if(!Object.is(r,e)){e=r;for(let s of[...o])s(e)}};return{get:()=>e,set:n,update:r=>n(r(e)),watch:r=>(o.add(r),()=>o.delete(r))}}var Bt=g(()=>{"use strict"});function na(t){oa=t}function ap(){return zr??=oa().finally(()=>zr=null),zr}async function cp(t,e,o,n){let r={accept:"application/json"};o!==void 0&&(r["content-type"]="application/json"),n.key&&(r["idempotency-key"]=n.key);try{let s=await fetch(N(e,n.query),{method:t,headers:r,body:o instanceof Ve?o.text:JSON.stringify(o)??null,signal:n.signal??null,credentials:"same-origin",redirect:"error"});return Ae.set(!0),s}catch(s){throw n.signal?.aborted?s:(Ae.set(!1),new J({status:0,type:"network",detail:String(s)}))}}async function ra(t,e,o,n){for(;;){let r=await cp(t,e,o,n);if(r.ok)try{return await(n.asText?r.text():r.json())}catch(c){throw n.signal?.aborted?c:new J({status:0,type:"network",detail:String(c)})}let s=await ea(r);if(!(s.status===401&&n.asks!==!1)||!await ap())throw s}}var Ae,oa,zr,j,st,Ke,X=g(()=>{"use strict";Nt();Co();B();le();Bt();Ae=yt(!0),oa=async()=>!1,zr=null;j=(t,e={})=>ra("GET",t,void 0,e),st=(t,e={},o={})=>ra("POST",t,e,o),Ke=()=>At(crypto.getRandomValues(new Uint8Array(16)))});function vn(t,e="localStorage"){let o=qr.get(t)??null;try{return globalThis[e].getItem(xn(t))??o}catch{return o}}function oe(t,e){let o=vn(t,e);try{return o===null?null:JSON.parse(o)}catch{return null}}function Ge(t,e,o="localStorage"){let n=JSON.stringify(e);e===null?qr.delete(t):qr.set(t,n);try{return e===null?globalThis[o].removeItem(xn(t)):globalThis[o].setItem(xn(t),n),!0}catch{return!1}}function ne(t,e,o){let n=yt(oe(t,o)??e),r=()=>n.set(oe(t,o)??e);return globalThis.addEventListener?.("storage",s=>{s.key===xn(t)&&r()}),n.watch(s=>Ge(t,s,o)),n}var qr,xn,Te=g(()=>{"use strict";B();Bt();qr=new Map,xn=t=>`jobs:${Tt}:${t}`});function kn(t){let e=M.get()?.user_id;return M.watch(o=>{o?.user_id!==e&&(e=o?.user_id,t())})}function sa(t){let e=ne("user","");M.watch(o=>o&&e.set(o.user_id)),e.watch(o=>{let n=M.get()?.user_id;n&&o&&n!==o&&t()})}async function Sn(){M.set(await j("/v1/account",{asks:!1}))}async function ia(t){let e=await st("/v1/sign-in",t,{asks:!1});return M.set(e),e}async function aa(){try{await st("/v1/sign-out",{},{asks:!1})}catch(t){if(!(t instanceof J)||t.status!==401)throw t}M.set(null)}var M,wt=g(()=>{"use strict";X();Te();Bt();M=yt(void 0)});function Vr(t=!1){let{pathname:e,search:o}=globalThis.location??{pathname:"/",search:""};return{path:e.slice(Tt.length)||"/",search:o,isBack:t}}function lp(t,e){let o=t.split("/"),n=e.replace(/(.)\/$/,"$1").split("/");if(o.length!==n.length)return null;let r={};for(let[s,i]of o.entries()){if(!i.startsWith(":")){if(i!==n[s])return null;continue}try{r[i.slice(1)]=decodeURIComponent(n[s])}catch{return null}}return r}function Jr(t,e){for(let o of t){let n=lp(o.pattern,e);if(n)return{route:o,params:n}}return null}function xt(t,{replace:e=!1}={}){if(t===location.pathname+location.search)return;history[e?"replaceState":"pushState"](null,"",t);let o=Mt.get().path;Mt.set(Vr()),Mt.get().path!==o&&scrollTo(0,0)}function An(t,e){let o=t.toString();xt(location.pathname+(o?`?${o}`:""),e)}function la(t){addEventListener("popstate",()=>Mt.set(Vr(!0))),document.addEventListener("click",e=>{let o=e.target.closest?.("a[href]");!(o instanceof HTMLAnchorElement)||o.target||o.hasAttribute("download")||e.defaultPrevented||e.button!==0||e.ctrlKey||e.metaKey||e.shiftKey||e.altKey||o.origin!==location.origin||!o.pathname.startsWith(Tt)||o.hash||!Jr(t,o.pathname.slice(Tt.length)||"/")||(e.preventDefault(),xt(o.pathname+o.search))})}var Mt,Lt=g(()=>{"use strict";B();Bt();Mt=yt(Vr())});function Ee(t,e){return Tn[e]??=ua(e,{...da,...up,hourCycle:"h23"}),fa(Tn[e],t)}function pa(t,e){return Tn[`${e}-day`]??=ua(e,da),fa(Tn[`${e}-day`],t)}function No(t){let e=["B","kB","MB","GB"],o=0,n=t;for(;n>=1e3&&o<e.length-1;o+=1)n/=1e3;return`${ma.format(Number(n.toFixed(n<10&&o?1:0)))} ${e[o]}`}function Lo(t,e){let o=n=>+`0.${/\.\d{3}(\d+)/.exec(n)?.[1]??0}`;return Date.parse(e)-Date.parse(t)+o(e)-o(t)}function Wt(t){if(t<1e3)return`${Number(t.toFixed(t<10?1:0))} ms`;if(t<59950)return`${Number((t/1e3).toFixed(1))} s`;let e=Math.round(t/1e3),o=(s,i,c,u)=>c?`${L(s)} ${i} ${c} ${u}`:`${L(s)} ${i}`;if(e<3600)return o(Math.floor(e/60),"min",e%60,"s");let n=Math.round(e/60);if(n<1440)return o(Math.floor(n/60),"h",n%60,"min");let r=Math.round(n/60);return o(Math.floor(r/24),"d",r%24,"h")}var je,ua,Tn,da,up,fa,ha,ma,dp,L,Oe,Ye,it=g(()=>{"use strict";je="en-GB",ua=(t,e)=>new Intl.DateTimeFormat(je,{...e,...t==="utc"?{timeZone:"UTC"}:{}}),Tn={},da={day:"2-digit",month:"short",year:"numeric"},up={hour:"2-digit",minute:"2-digit",second:"2-digit"},fa=(t,e)=>Number.isNaN(Date.parse(e))?String(e):t.format(new Date(e));ha=t=>t==="utc"?"UTC":new Intl.DateTimeFormat().resolvedOptions().timeZone,ma=new Intl.NumberFormat(je),dp=new Intl.NumberFormat(je,{style:"percent",maximumFractionDigits:1}),L=t=>ma.format(t),Oe=t=>dp.format(t);Ye=t=>`${t.slice(0,8)}\u2026${t.slice(-4)}`});var Kr,$a=g(()=>{"use strict";Kr={"app.name":"Job ledger","app.skip":"Skip to the content","app.updated":"The page has been updated on the server.","app.notLoaded":"The page could not be loaded: the server cannot be reached.","app.broken":"This page cannot be shown","app.failed":"Something failed: {why}","app.reload":"Load it again","app.again":"Try again","app.retrying":"Trying again by itself.","app.offline":"The server cannot be reached. What is shown may be out of date.","app.loading":"Loading\u2026","app.close":"Close","app.cancel":"Cancel","app.remove":"Remove {what}","app.copied":"Copied {what}","app.notCopied":"The browser did not allow copying. The text is {what}","app.copy":"Copy {what}","app.more":"More","app.none":"none","app.notFound":"There is no such page","app.notFoundHint":"The address may be incomplete.","app.toJobs":"To the jobs","app.footer":"{ledger} \xB7 version {version}","app.api":"API","nav.label":"Pages","nav.jobs":"Jobs","nav.setAction":"Set Action","nav.overview":"Overview","nav.help":"Help","nav.admin":"Users","user.menu":"{user}, {role}","user.account":"Account","user.signOut":"Sign out","user.signedOut":"You are signed out.","user.notSignedOut":"You are still signed in. {why}","zone.local":"Local time","zone.utc":"UTC","zone.switch":"Times are in {zone}. Show them in {other}","theme.system":"Theme: system","theme.light":"Theme: light","theme.dark":"Theme: dark","status.IN_PROGRESS":"In progress","status.SUCCESS":"Success","status.FAILED":"Failed","status.UNCONFIRMED":"Unconfirmed","cause.answered":"answered","cause.unreadable_answer":"unreadable answer","cause.inconclusive_answer":"inconclusive answer","cause.timed_out":"timed out","cause.connection_lost":"connection lost","cause.never_sent":"never sent","cause.withheld":"withheld","cause.interrupted":"interrupted","cause.reported":"reported","cause.imported":"imported","source.gateway":"Set Action","source.api":"API","source.import":"Import","source.embedded":"Program","fact.job_id":"Job ID","fact.status":"Status","fact.user_id":"User","fact.submitted_by":"Submitted by","fact.action_name":"Action","fact.action_code":"Action code","fact.customer_count":"Customers","fact.source":"Source","fact.created_at":"Created","fact.updated_at":"Updated","fact.http_status":"HTTP status","fact.batch_id":"Batch","fact.cluster_url":"Upstream URL","fact.retry_of":"Retry of","role.operator":"operator","role.auditor":"auditor","role.admin":"admin","kind.job_created":"Created","kind.job_imported":"Imported","kind.status_changed":"Status changed","kind.note_added":"Note","problem.fault":"The page failed","problem.network":"The server cannot be reached","problem.networkHint":"Check the connection.","problem.401":"You are signed out","problem.403":"You may not see or do this","problem.404":"There is nothing here","problem.404Hint":"It does not exist, or belongs to somebody else.","problem.429":"Too many requests","problem.waitHint":{one:"Wait {n} second.",other:"Wait {n} seconds."},"problem.503":"The server is busy","problem.maybeRecorded":"Something may have been recorded. Look it up before you send it again.","signIn.title":"Sign in","signIn.password":"Password","signIn.user":"User","signIn.token":"Token","signIn.how":"Sign in with","signIn.withPassword":"User and password","signIn.withToken":"Token","signIn.tokenHint":"The admin token that the first start printed, or one of your own.","signIn.submit":"Sign in","signIn.wrong":"The user or the password is not right.","signIn.wrongToken":"The server does not know this token.","signIn.ended":"Your session has ended","signIn.endedHint":"Sign in again as {user}. What you typed is still there.","landing.title":"Every job on record","landing.what":"This server keeps an append-only record of every job that operators and services run: who asked for what, for which customers, and how it ended for each of them. Nothing is ever changed or removed, and anyone can check that.","landing.size":{one:"One entry so far.",other:"{n} entries so far."},"landing.ledger":"Ledger","landing.help":"How the proof works","landing.docs":"The API","landing.checkpoint":"The newest checkpoint","jobs.title":"Jobs","jobs.notes":{one:"{n} note",other:"{n} notes"},"jobs.user":"User","jobs.action":"Action","jobs.customers":"Customers","jobs.customersUnit":{one:"customer",other:"customers"},"jobs.status":"Status","jobs.date":"Date","jobs.id":"Job ID","jobs.retry":"retry","jobs.fresh":{one:"{n} new job",other:"{n} new jobs"},"jobs.freshMany":"More than {n} new jobs","jobs.download":"Download","jobs.csvExcel":"CSV for Excel","jobs.end":{one:"That is all: {n} job.",other:"That is all: {n} jobs."},"jobs.noMatch":"No job matches","jobs.empty":"No jobs have been recorded yet","jobs.emptyAction":"Run a Set Action","jobs.emptyDocs":"Or record jobs by the API","jobs.older":"Show older jobs","jobs.olderShown":"These are older jobs.","jobs.newest":"To the newest","search.label":"Search by job ID, customer, user or action","search.placeholder":"Job ID, customer, user or action","search.suggestions":"What this may be","search.job":"Job","search.prefix":"All jobs whose ID begins with","search.customer":"Customer","search.user":"Jobs of user","search.action":"Jobs with action","filter.all":"Filters","filter.chosen":"Chosen filters","filter.clear":"Clear filters","filter.add":"Add","filter.status":"Status","filter.cause":"Cause","filter.action_name":"Action","filter.user_id":"User","filter.cid":"Customer","filter.batch_id":"Batch","filter.source":"Source","filter.job_id":"Job ID begins with","filter.retry_of":"Retry of","filter.since":"From","filter.until":"Before","filter.within":"Date","filter.date":"Date","filter.from":"First day","filter.to":"Last day","filter.days":{one:"the last day",other:"the last {n} days"},"filter.hours":{one:"the last hour",other:"the last {n} hours"},"views.title":"Views","views.name":"Name of this view","views.save":"Save","views.saved":"Saved {name}","views.hint":"Choose filters, then save them here as a view.","keys.title":"Keys","keys.search":"Search","keys.down":"To the next job","keys.up":"To the job before","keys.open":"Open the job","keys.escape":"Close what is open","keys.help":"Show these keys","job.title":"Job","job.customers":{one:"{n} customer",other:"{n} customers"},"job.submitted":"Submitted by {user}","job.submittedFor":"Submitted by {by} for {user}","job.running":"running for {time}","job.took":"took {time}","job.now":"The status is now: {status}","job.facts":"Facts","job.actions":"Actions","job.timeline":"What was recorded","job.earlier":{one:"Show {n} earlier entry",other:"Show {n} earlier entries"},"job.by":"by {user}","job.later":"{time} later","job.named":{one:"names {n} customer",other:"names {n} customers"},"job.answer":"Answer","job.receipt":"Receipt","job.leaf":"Leaf","job.proved":"entry #{index}, proved","job.notProved":"entry #{index}, NOT PROVED","job.allProved":{one:"{n} entry proved, of {size} in the ledger",other:"{n} entries proved, of {size} in the ledger"},"job.noneProved":"NOT PROVED","job.alarm":"This job is not shown as it was recorded","job.alarmHint":"Something on this page was changed after it was recorded, or left out. Rely on nothing here. Download what the server sent, and give it to the people who run the ledger.","job.malformed":"The server's answer is not what a job looks like. Nothing of it is shown.","job.other":"The server answered with another job. Nothing of it is shown.","job.entryWrong":"entry {index}: {why}","job.stale":"the facts are older than the entries","job.countsWrong":"the counts of outcomes are not those of the entries","job.checkLists":{one:"Check the list of {n} customer",other:"Check the list of {n} customers"},"job.checking":"Checking\u2026","job.listsProved":{one:"list of {n} customer, proved",other:"list of {n} customers, proved"},"job.unconnected":"not proved yet: not compared with what this browser remembers","job.notYet":"entry #{index}, not proved yet","job.listsWrong":"these lists are NOT PROVED","job.rowWrong":"an outcome is not the one that was recorded","job.outcomes":{one:"Outcome for {n} customer",other:"Outcomes for {n} customers"},"job.statuses":"Outcomes to show","job.allStatuses":"All","job.search":"Customer or message","job.customer":"Customer","job.status":"Status","job.message":"Message","job.ofTheJob":"as the job","job.ofEntry":"from entry #{index}","job.rows":{one:"{n} customer shown",other:"{n} customers shown"},"job.noRows":"No customer matches","job.copyCustomers":"Copy customers","job.copiedCustomers":{one:"Copied {n} customer",other:"Copied {n} customers"},"job.payload":"Payload","job.payloadProved":"is the payload that was recorded, proved","job.payloadWrong":"the payload is NOT PROVED","job.copyText":"Copy","job.downloadText":"Download","job.related":"Related jobs","job.retryOf":"Tries again","job.retries":"Tried again by","job.batch":"Same batch","job.overlaps":"Same action, same customers, at about the same time","job.inCommon":{one:"{n} in common",other:"{n} in common"},"job.evidence":"Evidence","job.curl":"Copy as curl","job.curlRefused":"No command was copied: the payload that the server sent is not proved to be the recorded one, or is no JSON.","job.curlCopied":"the command. Set TOKEN and UPSTREAM_TOKEN before you run it.","job.sending":"Sending\u2026","job.retry":"Try again","job.retryWhom":"For whom","job.retryFailed":{one:"The {n} that failed",other:"The {n} that failed"},"job.retryAll":{one:"All {n}",other:"All {n}"},"job.retryUnconfirmed":"Nobody knows whether the upstream acted on this job. Look there first: it may do it twice.","job.retrySend":{one:"Send {action} to {n} customer",other:"Send {action} to {n} customers"},"job.token":"Token for the upstream","job.tokenHint":"It is sent once, and not kept.","job.url":"Another URL","job.urlHint":"Leave it empty to use the recorded one.","job.members":"Members of the payload to give again","job.membersHint":'A JSON object, such as {"pin": "\u2026"}.',"job.membersWrong":"This is not a JSON object.","job.settle":"Settle","job.settleHint":"Nobody knows whether the upstream acted. Look there, then record what you found. It is added to what was recorded, under your name.","job.settleAs":"It ended as","job.reason":"Reason","job.reasonHint":"How you know.","job.settleSend":"Record it","job.settled":"Recorded how the job ended.","job.note":"Add a note","job.noteText":"Note","job.noteHint":"{n} of {most} bytes. A note cannot be changed or removed.","job.noteLong":"The note is too long.","job.noteSend":"Add the note","job.noted":"The note is recorded.","job.compare":"Compare","job.compareWith":"ID of another job, or its beginning","job.compareSend":"Compare","job.compareNone":"There is no other job whose ID begins so.","compare.title":"Two jobs compared","compare.a":"The first","compare.b":"The second","compare.differs":"differs","compare.customers":"Customers","compare.only_a":"Only in the first","compare.only_b":"Only in the second","compare.both":"In both","json.all":"Show all {n} characters","proof.first":{one:"From now on this browser remembers the ledger ({n} entry)",other:"From now on this browser remembers the ledger ({n} entries)"},"proof.same":{one:"Nothing has been removed or changed since your last visit ({n} entry)",other:"Nothing has been removed or changed since your last visit ({n} entries)"},"proof.grown":"Nothing has been removed or changed since your last visit ({from} \u2192 {to} entries)","proof.unchecked":"Not compared with your last visit: the server did not give the proof","proof.alarm":"ALARM: see above","proof.entries":{one:"{n} entry",other:"{n} entries"},"proof.alarm.key":"The key of this ledger has changed","proof.alarm.keyHint":"A server with another key can show another ledger. Compare the new key with one that you have from somebody you trust. If nobody told you of a change, rely on nothing here.","proof.alarm.signature":"The ledger is not signed with its key","proof.alarm.signatureHint":"The signature of the newest checkpoint is not genuine. Rely on nothing here. Download what the server sent, and give it to the people who run the ledger.","proof.alarm.shrunk":"Entries have been removed: the ledger had {from}, and has {to}","proof.alarm.shrunkHint":"A ledger only grows. An older copy may have been put in its place, or its end was cut off. Download what was received, and give it to the people who run the ledger.","proof.alarm.forked":"Entries have been changed or removed since your last visit","proof.alarm.forkedHint":"The {from} entries that were signed then are not among those that the server signs now. Download what was received, and give it to the people who run the ledger.","proof.alarm.refused":"The server refuses the proof that nothing was removed or changed","proof.alarm.refusedHint":"It shows a larger ledger than the {from} entries that this browser remembers, and does not prove that they are still in it. The browser asks again. Until then, nothing here is shown as proved.","proof.alarm.withheld":"The server goes on refusing the proof that nothing was removed or changed","proof.alarm.withheldHint":"It signed a larger ledger than the {from} entries that this browser remembers. A ledger that has only grown can prove that. Rely on nothing here. Download what was received, and give it to the person who is responsible for the ledger.","proof.alarm.malformed":"The server answered with something that is no proof","proof.alarm.malformedHint":"The ledger could not be compared with what this browser remembers. Download what was received, and give it to the person who is responsible for the ledger.","proof.alarm.damaged":"What this browser remembered of the ledger is damaged","proof.alarm.damagedHint":"It cannot be compared with what the server shows, so a change would not be noticed. Nothing was replaced. Download what there is, then accept what the server shows now, best after you compared the key.","proof.alarm.unreadable":"What this browser stored about an alarm or the key cannot be read","proof.alarm.unreadableHint":"There may have been an alarm, or a key that you entered. Download what there is, and give it to the person who is responsible for the ledger. It stays stored until you end this alarm.","proof.unresolved":"This alarm of {at} has not been accepted yet.","proof.dismiss":"End this alarm","proof.dismissHint":"Download what was received first: it is the only proof. What this browser remembers of the ledger stays as it is.","proof.pinned":"This browser expects the key {key}, which you entered.","proof.pin":"Verifier key that you have from elsewhere","proof.pinHint":"One line: the name of the ledger, and two parts after a + each.","proof.pinWrong":"This is no verifier key.","proof.pinDo":"Expect this key","proof.pinDone":"The key is remembered. If the server has another one, that is an alarm.","proof.download":"Download what was received","proof.whatToDo":"What this means","proof.accept":"Accept the new state","proof.acceptTitle":"Forget what this browser remembers?","proof.acceptHint":"Download what was received first: it is the only proof of the change. Then this browser remembers what the server shows now, and compares with that from now on.","proof.before":"Before","proof.now":"Now","customer.title":"Customer {cid}","customer.titleNone":"A customer","customer.lookUp":"Look up a customer","customer.show":"Show","customer.setAction":"Run an action","customer.inJobs":"In the list of jobs","customer.none":"Nothing was ever done to this customer","customer.noneHint":"Customers are compared character by character, and operators see their own jobs only.","customer.count":{one:"{n} job",other:"{n} jobs"},"customer.countMore":{other:"The newest {n} jobs"},"customer.when":"When","customer.action":"Action","customer.outcome":"For this customer","customer.job":"The whole job","customer.user":"User","customer.id":"Job ID","customer.asJob":"as the job","customer.submittedBy":"submitted by {user}","customer.older":"Show older","customer.newer":"Show newer","customer.fresh":{one:"{n} new",other:"{n} new"},"setAction.title":"Set Action","setAction.auditor":"Auditors see every job, and run none","setAction.auditorHint":"Ask an admin for the role of an operator.","setAction.noUpstream":"This server may call no upstream","setAction.noUpstreamHint":"The operator of the server allows one with --upstream.","setAction.what":"What is done","setAction.action":"Action","setAction.choose":"Choose\u2026","setAction.other":"Another\u2026","setAction.otherName":"Name of the action","setAction.upstream":"Upstream","setAction.path":"Path","setAction.sendsTo":"Sent to {url}","setAction.token":"The upstream's token","setAction.tokenHint":"Sent with the request, never recorded, and forgotten afterwards.","setAction.batch":"Batch (optional)","setAction.batchHint":"A label that jobs have in common.","setAction.customers":"Customers","setAction.paste":"One a line, or separated by commas, semicolons or tabs; or a table","setAction.file":"Choose a file","setAction.drop":"or drop one here (CSV or text).","setAction.pasted":"Pasted text","setAction.clear":"Remove","setAction.separated":"Separated by","setAction.lines":"Lines","setAction.comma":"Commas","setAction.semicolon":"Semicolons","setAction.tab":"Tabs","setAction.any":"Commas, semicolons or tabs","setAction.column":"Column with the customers","setAction.columnOf":"{name} ({samples}, \u2026)","setAction.columnNo":"Column {n}","setAction.every":"Every value is a customer","setAction.header":"The first line names the columns","setAction.unclosed":"The quote in line {line} is never closed. It was read as a character of the value.","setAction.find":"Find in the list","setAction.found":{one:"{n} found",other:"{n} found"},"setAction.list":"The customers, line by line","setAction.kind.all":"All","setAction.kind.good":"Good","setAction.kind.duplicate":"Duplicates","setAction.kind.blank":"Blank","setAction.kind.spaces":"Spaces at an end","setAction.kind.invalid":"Invalid","setAction.trim":{one:"Trim the spaces of {n}",other:"Trim the spaces of {n}"},"setAction.remove":{one:"Remove the one that is marked",other:"Remove the {n} that are marked"},"setAction.removed":{one:"{n} was left out.",other:"{n} were left out."},"setAction.trimmed":"Spaces at the ends were trimmed.","setAction.undo":"Undo","setAction.line":"line {line}","setAction.sameAs":"same as line {line}","setAction.isBlank":"blank","setAction.spaces":"spaces at an end","setAction.count":{one:"{n} customer",other:"{n} customers"},"setAction.review":"Review and send","setAction.missing":"Choose an action and an upstream.","setAction.why.reading":"The customers are being read.","setAction.why.invalid":"Some customers are marked. Put them right or remove them.","setAction.why.column":"Choose the column with the customers.","setAction.why.none":"There are no customers yet.","setAction.why.many":"A job has at most {most} customers.","setAction.confirm":{one:"Run {action} for one customer?",other:"Run {action} for {n} customers?"},"setAction.noToken":"none given","setAction.isGiven":"given","setAction.leftOut":{one:"{n} repeated, blank or removed line is left out.",other:"{n} repeated, blank or removed lines are left out."},"setAction.noOverlap":{one:"No job of the last second did the same to any of them.",other:"No job of the last {n} seconds did the same to any of them."},"setAction.overlap":{one:"Another job has just done the same to some of them",other:"{n} other jobs have just done the same to some of them"},"setAction.overlapJob":{one:"one customer in common",other:"{n} customers in common"},"setAction.incomplete":"Not all recent jobs could be compared.","setAction.refuses":"The server refuses that. Wait, or look at those jobs first.","setAction.lookAgain":"Look again","setAction.send":"Send","setAction.sending":"Sending\u2026","setAction.sent":"Sent as job {id}","setAction.sentTitle":"Sent","setAction.sentWhat":{one:"{action} for one customer",other:"{action} for {n} customers"},"setAction.open":"Open the job","setAction.notFound":{one:"It is not the one entry that the ledger has. What is not recorded is not sent.",other:"It is none of the {n} entries that the ledger has. What is not recorded is not sent."},"setAction.unknown":"It is not known yet whether this was recorded. Do not send it again before that.","setAction.seeking":"Looking for its job\u2026","csv.workbook":"This is a workbook. Save it as CSV and choose that file.","csv.encoding":"This file is not in UTF-8 or UTF-16. Save it as CSV in UTF-8.","csv.binary":"This is not a text file.","csv.large":"This file is larger than {size}.","name.empty":"must not be empty","name.long":"{n} bytes long; at most {most} are allowed","name.control":"has a control character, such as a tab","name.ends":"begins or ends with a space","name.unseen":"has {code}, which cannot be seen","overview.title":"Overview","overview.span":"The last","overview.days":"{n} days","overview.own":"Of your own jobs.","overview.empty":"There are no jobs yet","overview.emptyHint":"What jobs there are by day, by action and by user is drawn here.","overview.jobs":{one:"{n} job",other:"{n} jobs"},"overview.all":"Jobs in all","overview.inSpan":"In the last {n} days","overview.rateInSpan":"Failed, in the last {n} days","overview.inProgress":"In progress","overview.unconfirmed":"Unconfirmed","overview.total":"Jobs","overview.ended":"Ended","overview.day":"Day (UTC)","overview.action":"Action","overview.user":"User","overview.others":"all others","overview.byDay":"Jobs per day","overview.byDayHint":"By the day of their creation in UTC, and by the status that they have now.","overview.byDayTable":"Jobs of {n} days, by day and status","overview.byDayLabel":"Stacked bars: jobs per day by status, {from} to {to}. The most on a day are {most}.","overview.rate":"Failure rate","overview.rateHint":"Failed jobs of a day, as a share of its jobs that have ended: success, failed and unconfirmed.","overview.rateTable":"Failure rate of {n} days","overview.rateLabel":"Bars: failure rate per day, {from} to {to}. The highest is {most}.","overview.noneEnded":"no job has ended","overview.byAction":"By action","overview.byUser":"By user","overview.byValueHint":"Of all time.","overview.byActionTable":"Jobs by action and status, of all time","overview.byUserTable":"Jobs by user and status, of all time","overview.byActionLabel":"Stacked bars: jobs by action and status. {names}","overview.byUserLabel":"Stacked bars: jobs by user and status. {names}","overview.durations":"How long jobs took","overview.durationsHint":{one:"From creation to the newest status, of the one job that ended as success or failed.",other:"From creation to the newest status, of the newest {n} jobs that ended as success or failed. Those that were never sent are left out. A job that was unconfirmed at first counts until it was settled."},"overview.durationsTable":"How long the newest {n} jobs took","overview.durationsLabel":"Bars: how long the newest {n} jobs took. The median is {median}, the 95th percentile {high}.","overview.took":"Took","overview.below":"< {to}","overview.atLeast":"\u2265 {from}","overview.endedBy":"Ended by","overview.median":"Median","overview.p95":"95th percentile","overview.by.all":"all","overview.by.answered":"the upstream's answer","overview.by.reported":"a report","overview.by.imported":"an import","chart.table":"Show as a table","health.title":"The ledger's health","health.state":"State","health.ready":"Takes entries and answers","health.notReady":"Takes no entries","health.size":"Size","health.entries":{one:"{n} entry",other:"{n} entries"},"health.checkpoint":"Newest checkpoint","health.checkpointOf":{one:"{n} entry, signed; root",other:"{n} entries, signed; root"},"health.download":"Download","health.key":"Verifier key","health.seen":"This browser","health.seenSize":{one:"last checked at one entry: rightly signed, and nothing missing that it saw before",other:"last checked at {n} entries: rightly signed, and nothing missing that it saw before"},"health.notSeen":"has checked nothing yet","health.how":"Everything is verified, entry by entry, by an auditor who runs","health.command":"the command","health.howHint":"With a token of yours in JOBS_TOKEN, and in verifier.key the verifier key as you got it from somebody you trust. The server keeps no record of that.","health.howOperator":"This takes the token of an auditor or admin. The server keeps no record of that.","account.title":"Account","account.who":"Who you are here","account.by":"Signed in by","account.by.session":"a session","account.by.token":"a token","account.by.proxy":"a proxy, which vouches for you","account.by.jwt":"a JWT of your organisation's sign-in","account.ends":"Ends","account.endsHint":"unless you use it again, and 12 hours after it began in any case","account.may.operator":"runs actions, and sees their own jobs","account.may.auditor":"sees everything, and changes nothing","account.may.admin":"sees and does everything","password.title":"Password","password.current":"Current password","password.new":"New password","password.rules":"12 characters or more, at least 5 of them different. Not the user's name, not one text repeated, and none of the passwords that are tried first.","password.show":"Show it","password.change":"Change the password","password.changed":"The password is changed. Your other sessions have ended.","password.ends":"All your other sessions end at once. Your tokens stay.","password.none.session":"You have no password here. An admin can give you one.","password.none.token":"You have no password here. An admin can give you one.","password.none.proxy":"You have no password here: a proxy signs you in. Change your password where you signed in there.","password.none.jwt":"You have no password here: your organisation's sign-in vouches for you. Change your password there.","sessions.title":"Sessions","sessions.hint":"Where you are signed in. The server knows the sessions that were used since it started,","sessions.browser":"Browser","sessions.address":"Address","sessions.used":"Last used","sessions.begun":"Begun","sessions.by.password":"with a password","sessions.by.token":"with a token","sessions.this":"this one","sessions.unknown":"unknown","sessions.end":"End","sessions.endOne":"End the session in {browser}","sessions.endOthers":"End all other sessions","sessions.endTitle":"End this session?","sessions.endOthersTitle":"End all sessions but this one?","sessions.endHint":"Its browser is signed out within a second. What is in flight there is broken off, except for a Set Action that was recorded.","sessions.endOthersHint":"All other browsers are signed out within a second, also those that are not in the list. Tokens stay.","sessions.ended":"The session has ended.","sessions.othersEnded":"All your other sessions have ended.","tokens.title":"Tokens","tokens.hint":"Programs sign in with them. A token may do what you may do.","tokens.unlisted":"You are signed in by a JWT and not listed on this server, so you cannot make tokens. An admin can give you one.","tokens.empty":"There are no tokens","tokens.name":"Name","tokens.nameHint":"What it is for, such as the program that uses it. A name is never used again.","tokens.made":"Made","tokens.used":"Last used","tokens.unused":"never","tokens.ends":"Ends","tokens.noEnd":"no end","tokens.expired":"expired","tokens.user_disabled":"the user is disabled","tokens.revoked":"revoked","tokens.others":{one:"{n} token that no longer works",other:"{n} tokens that no longer work"},"tokens.new":"New token","tokens.make":"Make the token","tokens.lastDay":"Last day","tokens.lastDayHint":"Without one, it works until it is revoked.","tokens.madeTitle":"The new token","tokens.once":"It is shown only now. Store it where only the program can read it. A program that has it may do what its user may do.","tokens.token":"Token","tokens.theToken":"the token","tokens.stored":"I have stored it","tokens.revoke":"Revoke","tokens.revokeOne":"Revoke {name}","tokens.revokeHint":"Programs that use this token of {user} are refused within a second. This cannot be taken back, and the name stays taken.","tokens.revokeCurrent":"You are signed in by this token.","tokens.revokedNow":"{name} is revoked.","admin.title":"Users and tokens","admin.only":"Only admins see this page.","admin.users":"Users","admin.user":"User","admin.role":"Role","admin.signIn":"Signs in","admin.hasPassword":"with a password","admin.hasNone":"without a password","admin.disabled":"disabled","admin.search":"Search","admin.noUser":"No user has this in the name","admin.add":"Add a user","admin.added":"{user} is added.","admin.name":"Name","admin.nameHint":"As it will be recorded with each job. It cannot be changed.","admin.password":"Password (optional)","admin.passwordHint":"Without one, the user signs in by a token, a proxy or a JWT.","admin.change":"Change","admin.changeOne":"Change {user}","admin.setRole":"Set the role","admin.roleHint":"If it takes rights away, the user's sessions and streams end within a second.","admin.self":"This is you. Another admin can change your role or disable you. Your password is changed at","admin.since":"Added","admin.roleSet":"{user} has the new role.","admin.setPassword":"Set the password","admin.setPasswordHint":"The user's sessions end at once. Tokens stay.","admin.passwordSet":"{user} has the new password.","admin.disable":"Disable","admin.disableOne":"Disable {user}","admin.disableHint":"The user's tokens, sessions and JWTs stop working within a second. Jobs and entries stay. The user can be enabled again.","admin.disabledNow":"{user} is disabled.","admin.enable":"Enable","admin.enableOne":"Enable {user}","admin.enableHint":"It takes a new password, so that earlier sessions do not go on. Tokens that are not revoked work again.","admin.enableHintNone":"Tokens that are not revoked work again. A password is optional.","admin.enabledNow":"{user} is enabled.","admin.tokenUserHint":"A listed user, or a new name for a program that is not listed.","admin.tokenRoleHint":"The user is not listed, so the token has a role.","help.title":"Help","help.proof.title":"What \u201Cproved\u201D means","help.proof.lead":"This ledger keeps every entry for ever. You need not take its word for that: your browser checks it, each time.","help.proof.means":"What is proved","help.proof.meansText":`Every entry has a fingerprint: a number that changes if a single letter of the entry changes. All fingerprints together have one fingerprint, and the ledger signs it with a key that only it has. This signed fingerprint is a checkpoint.
\u201CEntry #12, proved\u201D says: your browser computed the fingerprint of entry 12 from what you see on the page, and found that it is one of those in the signed checkpoint. Had anybody changed the user, the time, the status or a message after it was recorded, even in the database itself, it would not fit.`,"help.proof.when":"What is checked, and when","help.proof.whenText":`When you open a job: each of its entries, that they follow each other, and that the facts on the page are those of the entries.
The lists of customers and outcomes: by itself if there are up to 1,000, else when you press the button. The payload: when you open it.
A job is only called proved when its checkpoint was compared with what this browser remembers. At each visit, and every few minutes: that the ledger still has everything that it had when this browser last saw it, unchanged and in the same order.
Two jobs that are compared: as each of them alone, but not which customers they share.
Lists of jobs and statistics are not checked in the browser.`,"help.proof.not":"What is not proved","help.proof.notText":"That what somebody reported is true. That the newest entry is shown: a server could hide what was recorded a moment ago. And that the key is the right one, if you have it from this server alone.","help.proof.alarm":"What an alarm means","help.proof.alarmText":`What the server shows is not what it recorded, or not what it showed before. Somebody may have changed the database, or restored an older copy of it; it can also be a mistake in operation, or a broken disk.
Do not rely on what is shown. Download the file that the alarm offers: it has what your browser remembered and what the server sent. Give it to the people who run the ledger, and to your auditor. Keep your browser's memory as it is: do not clear its data, and do not accept the new state until it is explained.
That the server cannot be reached is no alarm. If it is reached, shows a larger ledger and refuses the proof that the old entries are in it, there is a warning, and an alarm after a few tries. An alarm stays until you accept it, also when you load the page again.`,"help.proof.key":"The key","help.proof.keyText":"At your first visit, the browser remembers the key of the ledger. If the server later shows another one, that is an alarm. Compare the key once with one that you have from somebody you trust: it is at /log/key, and on the overview. If the key was changed on purpose, accept the new one with the button of the alarm.","help.proof.outside":"Checking it without this page","help.proof.outsideText":"A page comes from the server that it checks. If you do not trust the server at all, check with another program: download the evidence of a job, and run jobctl, or check.py, which is a second one by other means. Both need the verifier key, obtained elsewhere. Keep a checkpoint now and then: jobctl verify --against compares the whole ledger with it.","help.proof":"what this page checks by itself, and what it shows","help.statuses":"What the statuses mean","help.status.IN_PROGRESS":"The job is recorded, and nobody has said yet how it ended.","help.status.SUCCESS":"It was done for all its customers.","help.status.FAILED":"It was not done, or not for all its customers. The job's page says for whom it failed.","help.status.UNCONFIRMED":"Nobody knows whether the upstream acted. Look there first, and then record what you found. Do not simply send it again.","help.causes":"What a status is based on","help.causesHint":"Behind the status of a job is its cause, unless the upstream simply answered.","help.any":"Any status","help.cause.answered":"The upstream's whole answer was read, and says how the job ended.","help.cause.reported":"Somebody reported it: the service that ran the job, or a person who looked.","help.cause.never_sent":"The request provably never left. The upstream did nothing.","help.cause.withheld":"The request was not sent, because other jobs were for the same customers, or because that could not be checked.","help.cause.timed_out":"The request was sent, and no whole answer came in time.","help.cause.connection_lost":"The request was sent, and the connection broke before a whole answer came.","help.cause.unreadable_answer":"The upstream accepted the request, with an answer that cannot be read or does not say how the job ended.","help.cause.inconclusive_answer":"The code of the answer does not tell whether the upstream acted.","help.cause.interrupted":"The server stopped before the outcome of the call was recorded.","help.cause.imported":"Another system recorded it.","help.keysHint":"In the list of jobs.","help.more":"More","help.docs":"the same for programs, with all that this page can do","help.account":"your password, sessions and tokens","help.checkpoint":"how many entries there are, signed; keep one, and the ledger cannot be rewritten unnoticed","help.key":"checks the signatures; compare it with the one that you got from somebody you trust"}});function a(t,e={}){let o=Kr[t],n=Number(e.n??0);return(typeof o=="string"?o:fp.select(n)==="one"&&o.one||o.other).replace(/\{(\w+)\}/g,(s,i)=>{let c=e[i];return typeof c=="number"?L(c):c??s})}function F(t,e){let o=`${t}.${e}`;return o in Kr?a(o):String(e).replaceAll("_"," ")}var fp,C=g(()=>{"use strict";it();$a();fp=new Intl.PluralRules(je)});function ya(t,{later:e=setTimeout,now:o=Date.now}={}){let n=!1,r=!1,s=!1,i=0,c=-1/0,u=async()=>{r=!1,n=!0,await t(),n=!1,c=o(),s&&f()},f=()=>{if(s=n,n||r)return;let d=o()-c;i=d<pp?Math.min(i+1,Gr.length-1):0,r=!0,d>=Gr[i]?u():e(u,Gr[i]-d)};return f}var ba,Gr,pp,Xe,jn=g(()=>{"use strict";ba=[1e3,2e3,5e3,1e4,3e4],Gr=[0,100,300,1e3],pp=2e3,Xe=(t,e)=>e?.retryAfter?e.retryAfter*1e3:ba[Math.min(t,ba.length-1)]});function Ce(t){t&&t.parentNode&&t.remove()}function ka(t,e,o){var n,r,s,i={},c=arguments.length;for(s in e)s=="key"?n=e[s]:s=="ref"&&typeof t!="function"?r=e[s]:i[s]=e[s];return c>2&&(i.children=c>3?ts.call(arguments,2):o),Io(t,i,n,r,null)}function Io(t,e,o,n,r){var s={type:t,props:e,key:o,ref:n,__k:null,__:null,__b:0,__e:null,__c:null,constructor:Do,__v:r||++_a,__i:-1,__u:0};return!r&&nt.vnode&&nt.vnode(s),s}function Mo(t){return t.children}function Ro(t,e){this.props=t,this.context=e,this.__g=0}function de(t,e){if(e==null)return t.__&&de(t.__,t.__i+1);for(var o;e<t.__k.length;e++)if((o=t.__k[e])&&o.__e)return o.__e;return typeof t.type!="function"||t.props.__P?null:de(t)}function bp(t){var e,o=t.__v,n=o.__e,r=[],s=[],i=t.__P;i&&((e=Ne({constructor:Do},o)).__v=o.__v+1,nt.vnode&&nt.vnode(e),es(i,e,o,t.__n,i.namespaceURI,32&o.__u?[n]:null,r,n||de(o),32&o.__u,s),e.__v=o.__v,e.__.__k[e.__i]=e,Oa(r,e,s),o.__=o.__e=null,e.__e!=n&&Sa(e))}function Sa(t){if((t=t.__)&&t.__c&&!t.props.__P)return t.__e=null,t.__k.some(function(e){return e&&(t.__e=e.__e)}),Sa(t)}function wa(t){(8&t.__g||(t.__g|=8,ue.push(t),Nn++))&&Yr==nt.debounceRendering||((Yr=nt.debounceRendering)||queueMicrotask)(Aa)}function Aa(){try{for(var t,e=1;ue.length;)ue.length>e&&ue.sort(xa),t=ue.shift(),e=ue.length,8&t.__g&&bp(t)}finally{(Nn=ue.length)&&(Yr||queueMicrotask)(Aa)}}function Ta(t,e,o,n,r,s,i,c,u,f,d){var h,m,p,$,x,w,b=n.__k||In,v=e.length;for(u=yp(o,e,b,u,v),h=0;h<v;h++)(p=o.__k[h])!=null&&(m=~p.__i&&b[p.__i]||Ln,p.__i=h,w=es(t,p,m,r,s,i,c,u,f,d),$=p.__e,(m.ref!=p.ref||8&m.__u)&&(m.ref&&os(m.ref,null,p,m),p.ref&&d.push(p.ref,p.__c||$,p)),x=x||$,4&p.__u?(u=ja(p,u,t,!m.__v),m.__e&&(m.__e=null)):typeof p.type=="function"&&w!==void 0?u=w:$&&(u=$.nextSibling),p.__u&=-21);return o.__e=x,u}function yp(t,e,o,n,r){var s,i,c,u,f,d,h,m,p,$=o.length,x=$,w=0,b=0,v=t.__k=Array(r);for(s=0;s<r;s++)(i=e[s])!=null&&typeof i!="boolean"&&typeof i!="function"?(typeof i!="object"||i.constructor===String?i=v[s]=Io(null,i):Qr(i)?i=v[s]=Io(Mo,{children:i}):i.constructor===Do&&i.__b?i=v[s]=Io(i.type,i.props,i.key,i.ref,i.__v):v[s]=i,u=s+w,i.__=t,i.__b=t.__b+1,c=null,~(f=i.__i=wp(i,o,u,x))&&(x--,(c=o[f])&&(c.__u|=2)),c&&c.__v?(i.__u|=16,f==u-1?w--:f==u+1?w++:f!=u&&(f>u?w--:w++,b=1)):(~f||(r>$?w--:r<$&&w++),typeof i.type!="function"&&(i.__u|=4))):v[s]=null;if(b){for(d=[],h=[],s=0;s<r;s++)if((i=v[s])&&16&i.__u){for(w=0,m=d.length;w<m;)d[p=w+m>>1]<i.__i?w=p+1:m=p;d[w]=i.__i,h[s]=w+1}for(w=d.length;s--;)h[s]&&(h[s]==w?w--:v[s].__u|=4)}if(x)for(s=0;s<$;s++)!(c=o[s])||2&c.__u||(c.__e==n&&(n=de(c)),ns(c,c));return n}function ja(t,e,o,n){var r,s,i,c;if(typeof t.type=="function"){if(t.props.__P)return e;if(r=t.__k)for(s=0;s<r.length;s++)r[s]&&(r[s].__=t,e=ja(r[s],e,o,!1));return e}for(e&&!e.parentNode&&(e=de(t))&&!e.parentNode&&(e=null),i=t.__e,c=e;c&&c.nodeType==8;)c=c.nextSibling;for(i!=c&&(!n&&o.moveBefore&&i.parentNode?o.moveBefore(i,e):o.insertBefore(i,e||null)),e=i;(e=e&&e.nextSibling)&&e.nodeType==8&&!e.data.startsWith("$s"););return e}function wp(t,e,o,n){var r,s=t.key,i=t.type,c=e[o],u=c&&!(2&c.__u);if(c===null&&s==null||u&&s==c.key&&i==c.type)return o;if(n>(u?1:0)){for(r=o-1;r>=0;r--)if((c=e[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r;for(r=o+1;r<e.length;r++)if((c=e[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r}return-1}function ga(t,e,o){o==null&&(o=""),e[0]=="-"?t.setProperty(e,o):t[e]=o}function En(t,e,o,n,r){var s,i;if(e=="style")if(typeof o=="string")t.style.cssText=o;else{if(typeof n=="string"&&(t.style.cssText=n=""),n)for(e in n)o&&e in o||ga(t.style,e);if(o)for(e in o)n&&o[e]==n[e]||ga(t.style,e,o[e])}else if(e[0]=="o"&&e[1]=="n")typeof o!="function"&&(o=null),typeof n!="function"&&(n=null),(t.__e||(t.__e={}))[e]=o,o&&n||(i=Xr[e]||(Xr[e]=gp(e)),(t.__a||(t.__a={}))[e]=Zr,s=e!=(e=e.replace(va,"$1")),(e=e.slice(2))[0]<"a"&&(e=e.toLowerCase()),o?t.addEventListener(e,i,s):t.removeEventListener(e,i,s));else{if(r=="http://www.w3.org/2000/svg")e=e.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(e!="width"&&e!="height"&&e!="href"&&e!="list"&&e!="form"&&e!="tabIndex"&&e!="download"&&e!="rowSpan"&&e!="colSpan"&&e!="role"&&e!="popover"&&e in t)try{return void(t[e]=o??"")}catch{}if(typeof o=="function")return;o==null||o===!1&&e[4]!="-"?t.removeAttribute(e):t.setAttribute(e,e=="popover"&&o==1?"":o)}}function gp(t){return function(e){var o=this.__e;if(o){if(o=o[t],e[On]==null)e[On]=Zr++;else if(e[On]<this.__a[t])return;return o(nt.event?nt.event(e):e)}}}function es(t,e,o,n,r,s,i,c,u,f){var d,h,m,p,$,x,w,b,v,_,k,R,Y,rt,Q,St,U,ot,mt=e.type;if(e.constructor!==Do)return null;128&o.__u&&(u=32&o.__u,d=o.__c.__z)&&(e.__u|=u,h=s=[],d.nodeType==8?c=Cn(d,s):s.push(d),c=s[0]||c),(d=nt.__b)&&d(e);t:if(typeof mt=="function"){m=i.length;try{if(b=e.props,v=(d=mt.prototype)&&d.render,_=(d=mt.contextType)&&n[d.__c],k=d?_?_.props.value:d.__:n,(p=o.__c)?(e.__c=p,2&p.__g&&(p.__g|=1)):(v?e.__c=p=new mt(b,k):(e.__c=p=new Ro(b,k),p.constructor=mt,p.render=xp),_&&_.sub(p),p.state||(p.state={}),p.__n=n,p.__g|=8,p.__h=[],p.__k=[]),v&&(p.__s||(p.__s=p.state),mt.getDerivedStateFromProps&&(p.__s==p.state&&(p.__s=Ne({},p.__s)),Ne(p.__s,mt.getDerivedStateFromProps(b,p.__s)))),$=p.props,x=p.state,p.__v=e,o.__c){if(b!==$&&v&&!mt.getDerivedStateFromProps&&p.componentWillReceiveProps&&p.componentWillReceiveProps(b,k),e.__v==o.__v&&!(8&p.__g)||!(4&p.__g)&&p.shouldComponentUpdate&&p.shouldComponentUpdate(b,p.__s,k)===!1){e.__v!=o.__v&&(p.props=b,p.state=p.__s,p.__g&=-9),e.__e=o.__e,e.__k=o.__k,e.__k.some(function(gt){gt&&(gt.__=e)}),In.push.apply(p.__h,p.__k),p.__k=[],p.__h.length&&i.push(p),c=de(o);break t}p.componentWillUpdate&&p.componentWillUpdate(b,p.__s,k),v&&p.componentDidUpdate&&p.__h.push(function(){p.componentDidUpdate($,x,w)})}else v&&!mt.getDerivedStateFromProps&&p.componentWillMount&&p.componentWillMount(),v&&p.componentDidMount&&p.__h.push(p.componentDidMount);p.context=k,p.props=b,p.__P=t,p.__g&=-5,R=nt.__r,Y=v?25:0;do p.__g&=-9,R&&R(e),d=p.render(p.props,p.state=p.__s,p.context);while(8&p.__g&&++Y<25);v&&(In.push.apply(p.__h,p.__k),p.__k=[]),p.state=p.__s,p.getChildContext&&(n=Ne({},n,p.getChildContext())),v&&o.__c&&p.getSnapshotBeforeUpdate&&(w=p.getSnapshotBeforeUpdate($,x)),rt=d&&d.type===Mo&&d.key==null?d.props.children:d,b.__P&&(d=c,r=(t=b.__P).namespaceURI,u=s=null,o.props&&o.props.__P!=t&&(o.__k.some(function(gt){gt&&ns(gt,gt)}),o.__k=null),c=o.__k?de(o,0):null),c=Ta(t,Qr(rt)?rt:[rt],e,o,n,r,s,i,c,u,f),b.__P&&(e.__e=null,c=d),e.__u&=-161,h&&h.some(Ce),p.__h.length&&i.push(p),1&p.__g&&(p.__g&=-4)}catch(gt){if(i.length=m,e.__v=null,u||s)if(gt&&gt.then){if(e.__u|=128|u,s){for(~(U=s.indexOf(c||void 0))||(U=s.length);(ot=s[U-1])&&ot.nodeType==8;)U--;for(;U<s.length;U++)if(ot=s[U])if(s[U]=null,Q){if(ot==St)break}else{if(ot.nodeType!=8)break;ot.data.startsWith("$s")&&(St=Cn(Q=ot))}}if(!Q){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;Q=c}(d=Cn(Q=e.__c.__z||(e.__c.__z=Q)))?(e.__e=Q,c=d):e.__e=c,c=c&&c.nextSibling}else s&&s.some(Ce);else e.__e=o.__e;e.__k||(e.__k=o.__k||[]),gt&&gt.then||Ea(e),nt.__e(gt,e,o)}}else c=e.__e=_p(o.__e,e,o,n,r,s,i,u,f,t);return(d=nt.diffed)&&d(e),c}function Cn(t,e){if(t&&t.nodeType==8&&t.data.startsWith("$s"))for(var o=1;t=t.nextSibling;){if(t.nodeType==8){if(t.data.startsWith("$s"))o++;else if(t.data.startsWith("/$s")&&!--o)return t}e&&e.push(t)}}function Ea(t){t&&(t.__c&&(t.__c.__g|=4),t.__k&&t.__k.some(Ea))}function Oa(t,e,o){for(var n=0;n<o.length;)os(o[n++],o[n++],o[n++]);nt.__c&&nt.__c(e,t),t.some(function(r){try{t=r.__h,r.__h=[],t.some(function(s){s.call(r)})}catch(s){nt.__e(s,r.__v)}})}function _p(t,e,o,n,r,s,i,c,u,f){var d,h,m,p,$,x,w,b,v=o.props||Ln,_=e.props,k=e.type;if(k=="svg"?r="http://www.w3.org/2000/svg":k=="math"?r="http://www.w3.org/1998/Math/MathML":r||(r="http://www.w3.org/1999/xhtml"),s){for(d=0;d<s.length;d++)if(($=s[d])&&(k?$.localName==k:$.nodeType==3)){t=$,s[d]=null;break}}if(!t){if(b=f.ownerDocument||document,!k)return b.createTextNode(_);t=b.createElementNS(r,k,_.is?_:f),c&&(nt.__m&&nt.__m(e,s),c=!1),s=null}if(k){if(f=k=="template"&&t.content||t,s=k=="textarea"&&_.defaultValue!=null?null:s&&ts.call(f.childNodes),!c&&s)for(v={},d=0;d<t.attributes.length;d++)v[($=t.attributes[d]).name]=$.value;for(d in v)$=v[d],d=="dangerouslySetInnerHTML"?m=$:d=="children"||d in _||d=="value"&&"defaultValue"in _||d=="checked"&&"defaultChecked"in _||En(t,d,null,$,r);for(d in _)$=_[d],d=="children"?p=$:d=="dangerouslySetInnerHTML"?h=$:d=="value"?x=$:d=="checked"?w=$:c&&typeof $!="function"||v[d]===$||En(t,d,$,v[d],r);h?(c||m&&(h.__html==m.__html||h.__html==t.innerHTML)||(t.innerHTML=h.__html),e.__k=[]):(m&&(t.textContent=""),(k=="foreignObject"||r=="http://www.w3.org/1998/Math/MathML"&&$p.test(k))&&(r="http://www.w3.org/1999/xhtml"),Ta(f,Qr(p)?p:[p],e,o,n,r,s,i,s?s[0]:o.__k&&de(o,0),c,u),s&&s.some(Ce)),c&&k!="textarea"||(d="value",k=="progress"&&x==null?t.removeAttribute(d):x==null||x===t[d]&&(k!="progress"||x)||En(t,d,x,v[d],r),d="checked",w!=null&&w!=t[d]&&En(t,d,w,v[d],r))}else v===_||c&&t.data==_||(t.data=_);return t}function os(t,e,o,n){try{typeof t=="function"?e?e.__x=t(e)||1:n&&(n=n.__c||n.__e)&&(e=n.__x)&&(n.__x=null,typeof e=="function"?e():t(null)):t.current=e}catch(r){nt.__e(r,o)}}function ns(t,e,o){var n,r,s,i;if(nt.unmount&&nt.unmount(t),!(n=t.ref)||n.current&&n.current!=t.__e||os(n,null,e,t),n=t.__c){if(n.componentWillUnmount)try{n.componentWillUnmount()}catch(c){nt.__e(c,e)}n.__P=n.__n=null}if(n=t.__k)for(i=0;i<n.length;i++)n[i]&&ns(n[i],e,typeof t.type!="function"||o&&!t.props.__P);!o&&(n=t.__c)&&(n=n.__z)&&(r=Cn(n,s=[]))&&(n==t.__e&&s.some(Ce),Ce(r),Ce(n)),o||Ce(t.__e),t.__e=t.__c=t.__=null}function xp(t,e,o){return this.constructor(t,o)}function rs(t,e){var o,n,r,s;nt.__&&nt.__(t,e),e.nodeType==9&&(e=e.documentElement),n=(o=t&&32&t.__u)?null:e.__k,e.__k=Io(Mo,{children:[t]}),r=[],s=[],es(e,e.__k,n||Ln,Ln,e.namespaceURI,n?null:e.firstChild?ts.call(e.childNodes):null,r,n?n.__e:e.firstChild,o,s),Oa(r,e.__k,s),e.__k.props.children=null}var nt,_a,hp,ue,Yr,Nn,xa,On,va,Zr,Xr,mp,Do,Ln,In,$p,Qr,ts,Ne,Rn=g(()=>{"use strict";Do=Symbol.for("pv"),Ln={},In=[],$p=/^m(i|n|o|s|text|space)$/,Qr=Array.isArray,ts=In.slice,Ne=Object.assign;nt={__e:function(t,e,o,n){for(var r,s,i;e=e.__;)if((r=e.__c)&&!(1&r.__g)){r.__g|=4;try{if((i=(s=r.constructor)&&s.getDerivedStateFromError)&&r.setState(s.getDerivedStateFromError(t)),r.componentDidCatch&&(r.componentDidCatch(t,n||{}),i=1),i&&8&r.__g)return void(r.__g|=2)}catch(c){t=c}}throw Nn=0,t}},_a=0,hp=function(t){return t!=null&&t.constructor===Do},Ro.prototype.setState=function(t,e){var o=this.__s;o&&o!=this.state||(o=this.__s=Ne({},this.state)),typeof t=="function"&&(t=t(Ne({},o),this.props)),t&&(Ne(o,t),this.__v&&(e&&this.__k.push(e),wa(this)))},Ro.prototype.forceUpdate=function(t){this.__v&&(this.__g|=4,t&&this.__h.push(t),wa(this))},Ro.prototype.render=Mo,ue=[],Nn=0,xa=function(t,e){return t.__v.__b-e.__v.__b},On=Symbol(),va=/(PointerCapture)$|Capture$/i,Zr=0,Xr={},mp=0});function La(t){var e=Ca.get(this);return e||(e=new Map,Ca.set(this,e)),(e=Na(this,e.get(t)||(e.set(t,e=(function(o){for(var n,r,s=1,i="",c="",u=[0],f=function(m){s===1&&(m||(i=i.replace(/^\s*\n\s*|\s*\n\s*$/g,"")))?u.push(0,m,i):s===3&&(m||i)?(u.push(3,m,i),s=2):s===2&&i==="..."&&m?u.push(4,m,0):s===2&&i&&!m?u.push(5,0,!0,i):s>=5&&((i||!m&&s===5)&&(u.push(s,0,i,r),s=6),m&&(u.push(s,m,0,r),s=6)),i=""},d=0;d<o.length;d++){d&&(s===1&&f(),f(d));for(var h=0;h<o[d].length;h++)n=o[d][h],s===1?n==="<"?(f(),u=[u],s=3):i+=n:s===4?i==="--"&&n===">"?(s=1,i=""):i=n+i[0]:c?n===c?c="":i+=n:n==='"'||n==="'"?c=n:n===">"?(f(),s=1):s&&(n==="="?(s=5,r=i,i=""):n==="/"&&(s<5||o[d][h+1]===">")?(f(),s===3&&(u=u[0]),s=u,(u=u[0]).push(2,0,s),s=0):n===" "||n==="	"||n===`
`||n==="\r"?(f(),s=2):i+=n),s===3&&i==="!--"&&(s=4,u=u[0])}return f(),u})(t)),e),arguments,[])).length>1?e:e[0]}var Na,Ca,Ia=g(()=>{"use strict";Na=function(t,e,o,n){var r;e[0]=0;for(var s=1;s<e.length;s++){var i=e[s++],c=e[s]?(e[0]|=i?1:2,o[e[s++]]):e[++s];i===3?n[0]=c:i===4?n[1]=Object.assign(n[1]||{},c):i===5?(n[1]=n[1]||{})[e[++s]]=c:i===6?n[1][e[++s]]+=c+"":i?(r=t.apply(c,Na(t,c,o,["",null])),n.push(r),c[0]?e[0]|=2:(e[s-2]=0,e[s]=r)):n.push(c)}return n},Ca=new Map});function Ze(t,e){pt.__h&&pt.__h(at,t,Po||e),Po=0;var o=at.__H||(at.__H={__:[],__h:[]});return t>=o.__.length&&o.__.push({}),o.__[t]}function y(t){return Po=1,qa(Va,t)}function qa(t,e,o){var n=Ze(fe++,2);if(n.t=t,!n.__c&&(n.__=[o?o(e):Va(void 0,e),function(s){var i=(n.__N||n.__)[0],c=n.t(i,s);is(i,c)||(n.__N=[c,n.__[1]],n.__c.setState({}))}],n.__c=at,!at.__f)){at.__f=!0;var r=at.shouldComponentUpdate;at.shouldComponentUpdate=function(s,i,c){var u=this.__H;if(!u)return!0;var f=!1,d=this.props!=s;if(u.__.some(function(m){m.__N&&(f=!0,is(m.__[0],m.__N[0])||(d=!0))}),r){var h=r.call(this,s,i,c);return f?h||d:h}return!f||d}}return n.__}function A(t,e){var o=Ze(fe++,3);!pt.__s&&ds(o.__H,e)&&(o.__P=!0,o.__=t,o.u=e,at.__H.__h.push(o))}function pe(t,e){var o=Ze(fe++,4);!pt.__s&&ds(o.__H,e)&&(o.__P=!1,o.__=t,o.u=e,at.__h.push(o))}function D(t){return Po=5,ft(function(){return{current:t}},[])}function ft(t,e){var o=Ze(fe++,7);return ds(o.__H,e)&&(o.__=t(),o.__H=e),o.__}function ls(t,e){return Po=8,ft(function(){return t},e)}function us(t){var e=Ze(fe++,10),o=y();return e.__=t,at.componentDidCatch||(at.componentDidCatch=function(n,r){e.__&&e.__(n,r),o[1](n)}),[o[0],function(){return o[1]()}]}function he(){var t=Ze(fe++,11);if(!t.__){for(var e=at.__v;!e.__m&&e.__;)e=e.__;var o=e.__m||(e.__m=[0,0]);t.__="P"+o[0]+"-"+o[1]++}return t.__}function vp(){var t;do{for(;t=as.shift();)try{Ho(t)}catch(o){pt.__e(o,{__:(t=t.__P)&&t.__v})}for(;t=za.shift();){var e=t.__H;if(t.__P&&e)try{e.__h.some(Ho),e.__h.some(cs),e.__h=[]}catch(o){e.__h=[],pt.__e(o,t.__v)}}}while(as.length)}function kp(t){var e,o=function(){clearTimeout(n),Ba&&cancelAnimationFrame(e),setTimeout(t)},n=setTimeout(o,35);Ba&&(e=requestAnimationFrame(o))}function Wa(t){t!=1&&Ra==pt.requestAnimationFrame||((Ra=pt.requestAnimationFrame)||kp)(vp)}function Ho(t){var e=at,o=t.__c;typeof o=="function"&&(t.__c=void 0,o()),at=e}function cs(t){var e=at;t.__c=t.__(),at=e}function ds(t,e){return!t||t.length!=e.length||e.some(function(o,n){return!is(o,t[n])})}function Va(t,e){return typeof e=="function"?e(t):e}var fe,at,ss,Ra,is,Po,za,as,pt,Da,Ma,Ha,Pa,Ua,Fa,Ba,Ja=g(()=>{"use strict";Rn();is=Object.is,Po=0,za=[],as=[],pt=nt,Da=pt.__b,Ma=pt.__r,Ha=pt.diffed,Pa=pt.__c,Ua=pt.unmount,Fa=pt.__;pt.__b=function(t){at=null,Da&&Da(t)},pt.__=function(t,e){t&&e.__k&&e.__k.__m&&(t.__m=e.__k.__m),Fa&&Fa(t,e)},pt.__r=function(t){Ma&&Ma(t),fe=0;var e=(at=t.__c).__H;e&&(ss==at?at.__h=[]:(e.__h.some(Ho),e.__h.some(cs),fe=0),e.__h=[],e.__.some(function(o){o.__N&&(o.__=o.__N),o.u=o.__N=void 0})),ss=at},pt.diffed=function(t){Ha&&Ha(t);var e=t.__c;e&&e.__H&&(e.__H.__h.length&&Wa(za.push(e)),e.__H.__.some(function(o){o.u&&(o.__H=o.u)})),ss=at=null},pt.__c=function(t,e){e.some(function(o){try{o.__h.some(Ho),o.__h=o.__h.filter(function(n){return!n.__||cs(n)})}catch(n){o.__h=[function(){throw n}]}}),Pa&&Pa(t,e)},pt.unmount=function(t){Ua&&Ua(t);var e,o,n=t.__c;n&&n.__H&&(n.__H.__.some(function(r){try{if(r.__P&&r.__c){if(o===void 0){for(o=t.__;o&&(!o.__c||!o.__c.__P);)o=o.__;o=o&&o.__c}r.__P=o,Wa(as.push(r))}else Ho(r)}catch(s){e=s}}),n.__H=void 0,e&&pt.__e(e,n.__v))};Ba=typeof requestAnimationFrame=="function"});var l,T=g(()=>{"use strict";Rn();Ia();Rn();Ja();l=La.bind(ka)});function E(t){let[e,o]=y(t.get());return A(()=>(o(()=>t.get()),t.watch(n=>o(()=>n))),[t]),e}function zt(){let{search:t}=E(Mt);return[ft(()=>new URLSearchParams(t),[t]),An]}function W(t,e){let o={error:null,isLoading:!0},[n,r]=y(o),s=D(t);s.current=t;let i=D(()=>{}),c=D(e);c.current.some((f,d)=>!Object.is(f,e[d]))&&(c.current=e),A(()=>{r(o);let f=new AbortController;return i.current=Sp(d=>s.current(d),f.signal,d=>r(h=>({...h,...d}))),i.current(),()=>f.abort()},[c.current]);let u=ls(()=>i.current(),[]);return{data:n.data,error:n.error,isLoading:n.isLoading,reload:u}}function Sp(t,e,o){let n=0,r=0,s=ya(async()=>{if(clearTimeout(r),!e.aborted){o({isLoading:!0});try{let i=await t(e);n=0,e.aborted||o({data:i,error:null,isLoading:!1})}catch(i){if(e.aborted)return;let c=_n(i);c.isFault&&console.error(i),o({error:c,isLoading:!1}),c.isTemporary&&(r=window.setTimeout(s,Xe(n++,c)))}}});return s}function tt(t){let[e,o]=y(!1),[n,r]=y(null),s=D(!1);return[async(...c)=>{if(!s.current){s.current=!0,o(!0),r(null);try{await t(...c)}catch(u){if(!(u instanceof J))throw u;r(u)}finally{s.current=!1,o(!1)}}},e,n,()=>r(null)]}function Dn(t,e,o){A(()=>{if(!e)return;let n=i=>{t.current?.contains(i.target)||o(i)},r=i=>{i.key==="Escape"&&(i.stopPropagation(),i.preventDefault(),o(i))},s=t.current;return document.addEventListener("pointerdown",n),document.addEventListener("focusin",n),s?.addEventListener("keydown",r),()=>{document.removeEventListener("pointerdown",n),document.removeEventListener("focusin",n),s?.removeEventListener("keydown",r)}},[e])}var z=g(()=>{"use strict";le();Lt();jn();T()});var Ap,I,vt=g(()=>{"use strict";T();Ap={SUCCESS:"m4 8.5 2.7 2.7L12 5.5",FAILED:"m5 5 6 6m0-6-6 6",UNCONFIRMED:"M6 6.2C6 3.6 10.4 3.8 10.2 6.4 10 8 8 8 8 9.6m0 2.2v.4",IN_PROGRESS:"M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM8 5v3l2 1.4",copy:"M6 6h7v7H6zM3 10V3h7",search:"M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zm3.3 7.8L14 14",note:"M3 3h10v7H8l-3 3v-3H3z",down:"m4 6.5 4 4 4-4",user:"M8 3a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM3 13.5c.6-5 9.4-5 10 0",check:"M8 1.8 13 4v4c0 3-2 5-5 6.2C5 13 3 11 3 8V4zM5.7 8l1.7 1.7 3-3.4",alarm:"M8 2.5 14.5 13.5h-13zM8 6.5v3.2m0 1.6v.4",system:"M8 2.5a5.5 5.5 0 1 1 0 11zm0 0v11a5.5 5.5 0 0 1 0-11",light:"M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM8 1v1.5m0 11V15M1 8h1.5m11 0H15M3 3l1 1m8 8 1 1M3 13l1-1m8-8 1-1",dark:"M7 2.5a5.5 5.5 0 1 0 6.5 7A5 5 0 0 1 7 2.5z",download:"M8 2.5v7m-3-2.6 3 3 3-3M3 13h10"},I=({name:t})=>l`
  <svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d=${Ap[t]} /></svg>
`});function Ga(){let t=E(Ae),e=Object.entries(E(Ka));return l`
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
  `}var Ka,Qe,Mn=g(()=>{"use strict";X();Bt();C();z();T();vt();Ka=yt({}),Qe=(t,e)=>Ka.update(o=>{let{[t]:n,...r}=o;return e?{...r,[t]:e}:n?r:o})});function K(t,e="ok"){Ya+=1;let o=Ya;Hn.update(n=>[...n.slice(-3),{id:o,text:t,kind:e}]),e==="ok"&&setTimeout(Xa,Tp,o)}function Za(){let t=E(Hn),e=E(fs);return l`
    <div class="messages" role="log" aria-live="polite" aria-relevant="additions">
      ${t.map(({id:o,text:n,kind:r})=>l`
          <div key=${o} class="message message-${r}">
            <span>${n}</span>
            <button class="icon-button" aria-label=${a("app.close")} onClick=${()=>Xa(o)}>
              ✕
            </button>
          </div>
        `)}
    </div>
    <div class="off-screen" role="status" aria-live="polite">${e}</div>
  `}var Hn,fs,Ya,Tp,Xa,Pn,kt=g(()=>{"use strict";wt();Bt();C();z();T();Hn=yt([]),fs=yt(""),Ya=0;kn(()=>{Hn.set([]),fs.set("")});Tp=5e3,Xa=t=>Hn.update(e=>e.filter(o=>o.id!==t));Pn=t=>fs.set(t)});function ps({status:t,title:e}){return t<0?a("problem.fault"):t===0?a("problem.network"):t===401?a("problem.401"):t===403?a("problem.403"):t===404?a("problem.404"):t===429?a("problem.429"):t===503?a("problem.503"):e}function jp({status:t,type:e,retryAfter:o}){return t===0?a("problem.networkHint"):t===404?a("problem.404Hint"):e.endsWith(":maybe-recorded")?a("problem.maybeRecorded"):o?a("problem.waitHint",{n:o}):""}function V({problem:t,retry:e}){if(!t)return null;let o=jp(t);return l`
    <div class="notice notice-error" role="alert">
      <${I} name="alarm" />
      <div>
        <p class="notice-title">${ps(t)}</p>
        ${!t.isNetwork&&t.detail&&l`<p>${t.detail}</p>`}
        ${o&&l`<p>${o}</p>`} ${e&&t.isTemporary&&a("app.retrying")}
        ${e&&l`<p><button type="button" onClick=${e}>${a("app.again")}</button></p>`}
      </div>
    </div>
  `}function bt({of:t,children:e}){return l`
    <${V} problem=${t.error} retry=${t.reload} />
    ${t.data!==void 0?e(t.data):t.isLoading&&l`<${me} />`}
  `}var me,ct,ht=g(()=>{"use strict";C();T();vt();me=()=>l`<p class="state" role="status">${a("app.loading")}</p>`,ct=({title:t,children:e})=>l`
  <div class="state">
    <p class="state-title">${t}</p>
    ${e}
  </div>
`});async function Un(){try{await aa()}catch(t){let e=_n(t),o=e.isNetwork?ps(e):e.message;K(a("user.notSignedOut",{why:o}),"error");return}xt(N("/")),K(a("user.signedOut"))}var hs=g(()=>{"use strict";wt();B();le();Lt();C();kt();ht()});function Ep(t){let e={ArrowDown:1,ArrowUp:-1}[t.key];if(!e||t.target.matches("input:not([type=checkbox])"))return;let n=[...t.currentTarget.querySelectorAll("a[href], button, input")],r=n.indexOf(document.activeElement)+e;t.preventDefault(),n[(r+n.length)%n.length]?.focus()}function to({label:t,name:e,class:o="",align:n="start",children:r}){let[s,i]=y(!1),c=D(null),u=D(null),f=()=>{i(!1),u.current?.focus()};return Dn(c,s,d=>d.type==="keydown"?f():i(!1)),l`
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
      ${s&&l`<div class="panel panel-${n}" onKeyDown=${Ep}>${r(f)}</div>`}
    </div>
  `}var Fn,Qa,Uo=g(()=>{"use strict";C();z();T();vt();Fn=({items:t,...e})=>l`
  <${to} ...${e}>
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
`,Qa=({name:t,value:e,onRemove:o})=>l`
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
`});var sc,eo,$s,Bn,bs,ys,Wn,Op,Cp,tc,ws,Np,ic,ac,cc,Le,lt,ec,S,Lp,ms,lc,It,Fo,Ie,Ip,Rp,qt,Dp,oc,Mp,Hp,nc,rc,Pp,uc=g(()=>{"use strict";sc=Object.freeze,eo=0x7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffedn,$s=0x1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3edn,Bn=0x52036cee2b6ffe738cc740797779e89800700a4d4141d8ab75eb4dca135978a3n,bs=0x216936d3cd6e53fec0a4e231fdd6dc5c692cc7609525a7b2c9562d608f25d51an,ys=0x6666666666666666666666666666666666666666666666666666666666666658n,Wn=eo-1n,Op=sc({p:eo,n:$s,h:8n,a:Wn,d:Bn,Gx:bs,Gy:ys}),Cp=32,tc=t=>t instanceof Uint8Array||ArrayBuffer.isView(t)&&t.constructor.name==="Uint8Array"&&t.BYTES_PER_ELEMENT===1,ws=(t,e,o="")=>{if(tc(t)&&(e===void 0||t.length===e))return t;let n=tc(t),r=e!==void 0?` of length ${e}`:"",s=n?`length=${t.length}`:`type=${typeof t}`,i=(o?`"${o}" `:"")+"expected Uint8Array"+r+", got "+s;throw n?new RangeError(i):new TypeError(i)},Np=(t,e="",o)=>Uint8Array.from(ws(t,o,e)),ic=(t,e)=>t.toString(16).padStart(e,"0"),ac=t=>{let e="";for(let o of ws(t))e+=ic(o,2);return e},cc=t=>{let e="hex invalid";if(typeof t!="string")throw new TypeError(e);if(t.length%2||!/^[\da-f]*$/i.test(t))throw new RangeError(e);let o=new Uint8Array(t.length/2);for(let n=0,r=0;n<o.length;n++,r+=2){let s=t.charCodeAt(r),i=t.charCodeAt(r+1);o[n]=((s&15)+(s>>6)*9)*16+(i&15)+(i>>6)*9}return o},Le=(t,e,o,n="bad number: out of range")=>{if(typeof t!="bigint")throw new TypeError(n);if(e<=t&&t<o)return t;throw new RangeError(n)},lt=(t,e=eo)=>(t%=e)>=0n?t:e+t,ec=(1n<<255n)-1n,S=t=>{if(t<0n)throw new RangeError("negative coordinate");let e=(t>>255n)*19n+(t&ec);return e=(e>>255n)*19n+(e&ec),e%eo},Lp=(t,e)=>{if(t===0n)throw new Error("invert: expected non-zero number");if(e<=1n)throw new Error("invert: expected modulus > 1, got "+e);let o=lt(t,e),n=e,r=0n,s=1n;for(;o!==0n;){let c=n/o,u=n-o*c,f=r-s*c;n=o,o=u,r=s,s=f}if(n!==1n)throw new Error("invert: does not exist");return lt(r,e)},ms=t=>{if(t instanceof It)return t;throw new TypeError("Point expected")},lc=2n**256n,It=class t{static BASE;static ZERO;X;Y;Z;T;constructor(e,o,n,r){let s=lc;this.X=Le(e,0n,s),this.Y=Le(o,0n,s),this.Z=Le(n,1n,s),this.T=Le(r,0n,s),sc(this)}static CURVE(){return Op}static fromAffine(e){return new t(e.x,e.y,1n,S(e.x*e.y))}static fromBytes(e,o=!1){let n=Np(e,"point",Cp),r=n[31];n[31]=r&-129;let s=Rp(n);o||Le(s,0n,eo);let i=S(s*s),c=lt(i-1n),u=S(Bn*i+1n),{isValid:f,value:d}=Mp(c,u);if(!f)throw new Error("bad point: y not sqrt");let h=!!(r&128);if(!o&&d===0n&&h)throw new Error("bad point: x==0, isLastByteOdd");return h!==!!(d&1n)&&(d=lt(-d)),new t(d,s,1n,S(d*s))}static fromHex(e,o){return t.fromBytes(cc(e),o)}get x(){return this.toAffine().x}get y(){return this.toAffine().y}assertValidity(){let e=Wn,o=Bn,n=this;if(n.is0())throw new Error("bad point: ZERO");let{X:r,Y:s,Z:i,T:c}=n,u=S(r*r),f=S(s*s),d=S(i*i),h=S(d*d),m=S(u*e),p=S(d*(m+f)),$=lt(h+S(o*S(u*f)));if(p!==$)throw new Error("bad point: equation left != right (1)");let x=S(r*s),w=S(i*c);if(x!==w)throw new Error("bad point: equation left != right (2)");return this}equals(e){let{X:o,Y:n,Z:r}=this,{X:s,Y:i,Z:c}=ms(e);return S(o*c)===S(s*r)&&S(n*c)===S(i*r)}is0(){return this.equals(Ie)}negate(){return new t(lt(-this.X),this.Y,this.Z,lt(-this.T))}double(){let{X:e,Y:o,Z:n}=this,r=Wn,s=S(e*e),i=S(o*o),c=S(2n*n*n),u=S(r*s),f=lt(e+o),d=lt(S(f*f)-s-i),h=lt(u+i),m=lt(h-c),p=lt(u-i),$=S(d*m),x=S(h*p),w=S(d*p),b=S(m*h);return new t($,x,b,w)}add(e){let{X:o,Y:n,Z:r,T:s}=this,{X:i,Y:c,Z:u,T:f}=ms(e),d=Wn,h=Bn,m=S(o*i),p=S(n*c),$=S(S(s*h)*f),x=S(r*u),w=lt(S(lt(o+n)*lt(i+c))-m-p),b=lt(x-$),v=lt(x+$),_=lt(p-S(d*m)),k=S(w*b),R=S(v*_),Y=S(w*_),rt=S(b*v);return new t(k,R,rt,Y)}subtract(e){return this.add(ms(e).negate())}multiply(e,o=!0){if(!o&&e===0n||(Le(e,1n,$s),!o&&this.is0()))return Ie;if(e===1n)return this;if(this.equals(Fo))return Pp(e).p;let n=Ie,r=Fo,s=this;for(let i=0;o?i<256:e>0n;i++)e&1n?n=n.add(s):o&&(r=r.add(s)),s=s.double(),e>>=1n;return n}multiplyUnsafe(e){return this.multiply(e,!1)}toAffine(){let{X:e,Y:o,Z:n}=this;if(this.equals(Ie))return{x:0n,y:1n};let r=Lp(n,eo);if(S(n*r)!==1n)throw new Error("invalid inverse");return{x:S(e*r),y:S(o*r)}}toBytes(){let{x:e,y:o}=this.toAffine(),n=Ip(o);return n[31]|=e&1n?128:0,n}toHex(){return ac(this.toBytes())}clearCofactor(){return this.multiply(8n,!1)}isSmallOrder(){return this.clearCofactor().is0()}isTorsionFree(){return this.multiply($s/2n,!1).double().add(this).is0()}},Fo=new It(bs,ys,1n,lt(bs*ys)),Ie=new It(0n,1n,1n,0n);It.BASE=Fo;It.ZERO=Ie;Ip=t=>cc(ic(Le(t,0n,lc),64)).reverse(),Rp=t=>BigInt("0x"+ac(Uint8Array.from(ws(t)).reverse())),qt=(t,e)=>{let o=t;for(;e-- >0;)o=S(o*o);return o},Dp=t=>{let e=S(t*t),o=S(e*t),n=S(qt(o,2)*o),r=S(qt(n,1)*t),s=S(qt(r,5)*r),i=S(qt(s,10)*s),c=S(qt(i,20)*i),u=S(qt(c,40)*c),f=S(qt(u,80)*u),d=S(qt(f,80)*u),h=S(qt(d,10)*s);return S(qt(h,2)*t)},oc=0x2b8324804fc1df0b2b4d00993dfbd7a72f431806ad2fe478c4ee1b274a0ea0b0n,Mp=(t,e)=>{let o=S(e*S(e*e)),n=S(S(o*o)*e),r=Dp(S(t*n)),s=S(t*S(o*r)),i=S(e*S(s*s)),c=s,u=S(s*oc),f=i===t,d=i===lt(-t),h=i===lt(-t*oc);return f&&(s=c),(d||h)&&(s=u),(lt(s)&1n)===1n&&(s=lt(-s)),{isValid:f||d,value:s}},Hp=()=>{let t=[],e=Fo,o;for(let n=0;n<33;n++){o=e,t.push(o);for(let r=1;r<128;r++)o=o.add(e),t.push(o);e=o.double()}return t},rc=(t,e)=>{let o=e.negate();return t?o:e},Pp=t=>{let e=nc||(nc=Hp()),o=Ie,n=Fo;for(let r=0;r<33;r++){let s=Number(t&255n);t>>=8n,s>128&&(s-=256,t+=1n);let i=r*128,c=i+Math.abs(s)-1,u=r%2!==0,f=s<0;s===0?n=n.add(rc(u,e[i])):o=o.add(rc(f,e[c]))}if(t!==0n)throw new Error("invalid wnaf");return{p:o,f:n}}});function Up(t,e=!1){return e?{h:Number(t&zn),l:Number(t>>dc&zn)}:{h:Number(t>>dc&zn)|0,l:Number(t&zn)|0}}function fc(t,e=!1){let o=t.length,n=new Uint32Array(o),r=new Uint32Array(o);for(let s=0;s<o;s++){let{h:i,l:c}=Up(t[s],e);[n[s],r[s]]=[i,c]}return[n,r]}function pc(t,e,o,n){let r=Fp(o),s=Bp(o);t.setUint32(e,n?s:r,n),t.setUint32(e+4,n?r:s,n)}function Vt(t,e,o,n){let r=(e>>>0)+(n>>>0);return{h:t+o+(r/2**32|0)|0,l:r|0}}var zn,dc,Fp,Bp,gs,_s,Re,De,Bo,Wo,hc,mc,$c,bc,yc,wc,xs=g(()=>{"use strict";zn=BigInt(4294967295),dc=BigInt(32);Fp=t=>t/2**32|0,Bp=t=>t>>>0;gs=(t,e,o)=>t>>>o,_s=(t,e,o)=>t<<32-o|e>>>o,Re=(t,e,o)=>t>>>o|e<<32-o,De=(t,e,o)=>t<<32-o|e>>>o,Bo=(t,e,o)=>t<<64-o|e>>>o-32,Wo=(t,e,o)=>t>>>o-32|e<<64-o;hc=(t,e,o)=>(t>>>0)+(e>>>0)+(o>>>0),mc=(t,e,o,n)=>e+o+n+(t/2**32|0)|0,$c=(t,e,o,n)=>(t>>>0)+(e>>>0)+(o>>>0)+(n>>>0),bc=(t,e,o,n,r)=>e+o+n+r+(t/2**32|0)|0,yc=(t,e,o,n,r)=>(t>>>0)+(e>>>0)+(o>>>0)+(n>>>0)+(r>>>0),wc=(t,e,o,n,r,s)=>e+o+n+r+s+(t/2**32|0)|0});function gc(t){return t instanceof Uint8Array||ArrayBuffer.isView(t)&&t.constructor.name==="Uint8Array"&&"BYTES_PER_ELEMENT"in t&&t.BYTES_PER_ELEMENT===1}function zp(t,e=""){if(typeof t!="number")throw new TypeError(vs(e)+"expected number, got "+typeof t);if(!Number.isSafeInteger(t)||t<0)throw new RangeError(vs(e)+"expected integer >= 0, got "+t);return t}function ks(t,e,o=""){if(gc(t)&&(e===void 0||t.length===e))return t;e!==void 0&&zp(e,"length");let n=gc(t),r=e!==void 0?` of length ${e}`:"",s=n?`length=${t.length}`:`type=${typeof t}`,i=vs(o)+"expected Uint8Array"+r+", got "+s;throw n?new RangeError(i):new TypeError(i)}function Ss(t,e=!0){if(t.destroyed)throw new Error("hash was destroyed");if(e&&t.finished)throw new Error("digest() was already called")}function xc(t,e){ks(t,void 0,"output");let o=e.outputLen;if(!(t.length>=o))throw new RangeError('"output" expected length >= '+o)}function zo(...t){for(let e=0;e<t.length;e++)t[e].fill(0)}function qn(t){return new DataView(t.buffer,t.byteOffset,t.byteLength)}function Pt(t,e){return t<<32-e|t>>>e}function Vp(t,e,o="opts"){return _c(t,"defaults"),e!==void 0&&_c(e,o),Object.assign(Object.create(null),t,e)}function As(t,e={}){if(typeof t!="function")throw new TypeError('"hashCons" expected function, got type='+typeof t);e=Vp({},e,"info");let o=(r,s)=>t(s).update(r).digest(),n=t(void 0);return o.outputLen=n.outputLen,o.blockLen=n.blockLen,o.canXOF=n.canXOF,o.create=r=>t(r),Object.assign(o,e),Object.freeze(o)}var vs,qp,_c,Ts,js=g(()=>{"use strict";vs=t=>t?`"${t}" `:"";qp=(t,e)=>{if(t===null||typeof t!="object"||Array.isArray(t))throw new TypeError((e==="object"?"":`"${e}" `)+"expected object, got type="+typeof t)},_c=(t,e)=>{qp(t,e);let o=Object.getPrototypeOf(t);if(o!==Object.prototype&&o!==null)throw new TypeError(`"${e}" expected plain object`);if(Object.hasOwn(t,"__proto__"))throw new TypeError(`"${e}.__proto__" is not allowed`)};Ts=t=>({oid:Uint8Array.from([6,9,96,134,72,1,101,3,4,2,t])})});function vc(t,e,o){return t&e^~t&o}function kc(t,e,o){return t&e^t&o^e&o}var qo,Sc,Ac,Tc=g(()=>{"use strict";xs();js();qo=class{blockLen;outputLen;canXOF=!1;padOffset;isLE;buffer;view;finished=!1;length=0;pos=0;destroyed=!1;constructor(e,o,n,r){this.blockLen=e,this.outputLen=o,this.padOffset=n,this.isLE=r,this.buffer=new Uint8Array(e),this.view=qn(this.buffer)}update(e){Ss(this),ks(e);let{view:o,buffer:n,blockLen:r}=this,s=e.length,i=!1;for(let c=0;c<s;){let u=Math.min(r-this.pos,s-c);if(u===r){let f=qn(e);for(;r<=s-c;c+=r)this.process(f,c);i=!0;continue}n.set(c===0&&u===s?e:e.subarray(c,c+u),this.pos),this.pos+=u,c+=u,this.pos===r&&(this.process(o,0),this.pos=0,i=!0)}return this.length+=e.length,i&&this.roundClean(),this}digestInto(e){Ss(this),xc(e,this),this.finished=!0;let{buffer:o,view:n,blockLen:r,isLE:s}=this,{pos:i}=this;o[i++]=128,o.fill(0,i),this.padOffset>r-i&&(this.process(n,0),o.fill(0)),pc(n,r-8,this.length*8,s),this.process(n,0),this.roundClean();let c=e===o?n:qn(e),u=this.outputLen,f=u/4,d=this.get();if(u%4||f>d.length)throw new Error("invalid outputLen");for(let h=0;h<f;h++)c.setUint32(4*h,d[h],s)}digest(){let{buffer:e,outputLen:o}=this;this.digestInto(e);let n=e.slice(0,o);return this.destroy(),n}_cloneIntoMeta(e){let{buffer:o,length:n,finished:r,destroyed:s,pos:i}=this;return e.destroyed=s,e.finished=r,e.length=n,e.pos=i,i&&e.buffer.set(o),e}clone(){return this._cloneInto()}},Sc=Uint32Array.from([1779033703,3144134277,1013904242,2773480762,1359893119,2600822924,528734635,1541459225]),Ac=Uint32Array.from([1779033703,4089235720,3144134277,2227873595,1013904242,4271175723,2773480762,1595750129,1359893119,2917565137,2600822924,725511199,528734635,4215389547,1541459225,327033209])});var Jp,$e,Es,Os,jc,Kp,Gp,be,ye,Cs,Ns,Jt,Ec,Ls=g(()=>{"use strict";Tc();xs();js();Jp=Uint32Array.from([1116352408,1899447441,3049323471,3921009573,961987163,1508970993,2453635748,2870763221,3624381080,310598401,607225278,1426881987,1925078388,2162078206,2614888103,3248222580,3835390401,4022224774,264347078,604807628,770255983,1249150122,1555081692,1996064986,2554220882,2821834349,2952996808,3210313671,3336571891,3584528711,113926993,338241895,666307205,773529912,1294757372,1396182291,1695183700,1986661051,2177026350,2456956037,2730485921,2820302411,3259730800,3345764771,3516065817,3600352804,4094571909,275423344,430227734,506948616,659060556,883997877,958139571,1322822218,1537002063,1747873779,1955562222,2024104815,2227730452,2361852424,2428436474,2756734187,3204031479,3329325298]),$e=new Uint32Array(64),Es=class extends qo{A=0;B=0;C=0;D=0;E=0;F=0;G=0;H=0;constructor(e,o){super(64,e,8,!1),this.A=o[0]|0,this.B=o[1]|0,this.C=o[2]|0,this.D=o[3]|0,this.E=o[4]|0,this.F=o[5]|0,this.G=o[6]|0,this.H=o[7]|0}get(){let{A:e,B:o,C:n,D:r,E:s,F:i,G:c,H:u}=this;return[e,o,n,r,s,i,c,u]}set(e,o,n,r,s,i,c,u){this.A=e|0,this.B=o|0,this.C=n|0,this.D=r|0,this.E=s|0,this.F=i|0,this.G=c|0,this.H=u|0}_cloneInto(e){return(e||=new this.constructor).set(...this.get()),this._cloneIntoMeta(e)}process(e,o){for(let h=0;h<16;h++,o+=4)$e[h]=e.getUint32(o,!1);for(let h=16;h<64;h++){let m=$e[h-15],p=$e[h-2],$=Pt(m,7)^Pt(m,18)^m>>>3,x=Pt(p,17)^Pt(p,19)^p>>>10;$e[h]=x+$e[h-7]+$+$e[h-16]|0}let{A:n,B:r,C:s,D:i,E:c,F:u,G:f,H:d}=this;for(let h=0;h<64;h++){let m=Pt(c,6)^Pt(c,11)^Pt(c,25),p=d+m+vc(c,u,f)+Jp[h]+$e[h]|0,x=(Pt(n,2)^Pt(n,13)^Pt(n,22))+kc(n,r,s)|0;d=f,f=u,u=c,c=i+p|0,i=s,s=r,r=n,n=p+x|0}n=n+this.A|0,r=r+this.B|0,s=s+this.C|0,i=i+this.D|0,c=c+this.E|0,u=u+this.F|0,f=f+this.G|0,d=d+this.H|0,this.set(n,r,s,i,c,u,f,d)}roundClean(){zo($e)}destroy(){this.destroyed=!0,this.set(0,0,0,0,0,0,0,0),zo(this.buffer)}},Os=class extends Es{constructor(){super(32,Sc)}},jc=fc(["0x428a2f98d728ae22","0x7137449123ef65cd","0xb5c0fbcfec4d3b2f","0xe9b5dba58189dbbc","0x3956c25bf348b538","0x59f111f1b605d019","0x923f82a4af194f9b","0xab1c5ed5da6d8118","0xd807aa98a3030242","0x12835b0145706fbe","0x243185be4ee4b28c","0x550c7dc3d5ffb4e2","0x72be5d74f27b896f","0x80deb1fe3b1696b1","0x9bdc06a725c71235","0xc19bf174cf692694","0xe49b69c19ef14ad2","0xefbe4786384f25e3","0x0fc19dc68b8cd5b5","0x240ca1cc77ac9c65","0x2de92c6f592b0275","0x4a7484aa6ea6e483","0x5cb0a9dcbd41fbd4","0x76f988da831153b5","0x983e5152ee66dfab","0xa831c66d2db43210","0xb00327c898fb213f","0xbf597fc7beef0ee4","0xc6e00bf33da88fc2","0xd5a79147930aa725","0x06ca6351e003826f","0x142929670a0e6e70","0x27b70a8546d22ffc","0x2e1b21385c26c926","0x4d2c6dfc5ac42aed","0x53380d139d95b3df","0x650a73548baf63de","0x766a0abb3c77b2a8","0x81c2c92e47edaee6","0x92722c851482353b","0xa2bfe8a14cf10364","0xa81a664bbc423001","0xc24b8b70d0f89791","0xc76c51a30654be30","0xd192e819d6ef5218","0xd69906245565a910","0xf40e35855771202a","0x106aa07032bbd1b8","0x19a4c116b8d2d0c8","0x1e376c085141ab53","0x2748774cdf8eeb99","0x34b0bcb5e19b48a8","0x391c0cb3c5c95a63","0x4ed8aa4ae3418acb","0x5b9cca4f7763e373","0x682e6ff3d6b2b8a3","0x748f82ee5defb2fc","0x78a5636f43172f60","0x84c87814a1f0ab72","0x8cc702081a6439ec","0x90befffa23631e28","0xa4506cebde82bde9","0xbef9a3f7b2c67915","0xc67178f2e372532b","0xca273eceea26619c","0xd186b8c721c0c207","0xeada7dd6cde0eb1e","0xf57d4f7fee6ed178","0x06f067aa72176fba","0x0a637dc5a2c898a6","0x113f9804bef90dae","0x1b710b35131c471b","0x28db77f523047d84","0x32caab7b40c72493","0x3c9ebe0a15c9bebc","0x431d67c49c100d4c","0x4cc5d4becb3e42b6","0x597f299cfc657e2a","0x5fcb6fab3ad6faec","0x6c44198c4a475817"].map(t=>BigInt(t))),Kp=jc[0],Gp=jc[1],be=new Uint32Array(80),ye=new Uint32Array(80),Cs=class extends qo{Ah=0;Al=0;Bh=0;Bl=0;Ch=0;Cl=0;Dh=0;Dl=0;Eh=0;El=0;Fh=0;Fl=0;Gh=0;Gl=0;Hh=0;Hl=0;constructor(e,o){super(128,e,16,!1),this.Ah=o[0]|0,this.Al=o[1]|0,this.Bh=o[2]|0,this.Bl=o[3]|0,this.Ch=o[4]|0,this.Cl=o[5]|0,this.Dh=o[6]|0,this.Dl=o[7]|0,this.Eh=o[8]|0,this.El=o[9]|0,this.Fh=o[10]|0,this.Fl=o[11]|0,this.Gh=o[12]|0,this.Gl=o[13]|0,this.Hh=o[14]|0,this.Hl=o[15]|0}get(){let{Ah:e,Al:o,Bh:n,Bl:r,Ch:s,Cl:i,Dh:c,Dl:u,Eh:f,El:d,Fh:h,Fl:m,Gh:p,Gl:$,Hh:x,Hl:w}=this;return[e,o,n,r,s,i,c,u,f,d,h,m,p,$,x,w]}set(e,o,n,r,s,i,c,u,f,d,h,m,p,$,x,w){this.Ah=e|0,this.Al=o|0,this.Bh=n|0,this.Bl=r|0,this.Ch=s|0,this.Cl=i|0,this.Dh=c|0,this.Dl=u|0,this.Eh=f|0,this.El=d|0,this.Fh=h|0,this.Fl=m|0,this.Gh=p|0,this.Gl=$|0,this.Hh=x|0,this.Hl=w|0}_cloneInto(e){return(e||=new this.constructor).set(...this.get()),this._cloneIntoMeta(e)}process(e,o){for(let _=0;_<16;_++,o+=4)be[_]=e.getUint32(o),ye[_]=e.getUint32(o+=4);for(let _=16;_<80;_++){let k=be[_-15]|0,R=ye[_-15]|0,Y=Re(k,R,1)^Re(k,R,8)^gs(k,R,7),rt=De(k,R,1)^De(k,R,8)^_s(k,R,7),Q=be[_-2]|0,St=ye[_-2]|0,U=Re(Q,St,19)^Bo(Q,St,61)^gs(Q,St,6),ot=De(Q,St,19)^Wo(Q,St,61)^_s(Q,St,6),mt=$c(rt,ot,ye[_-7],ye[_-16]),gt=bc(mt,Y,U,be[_-7],be[_-16]);be[_]=gt|0,ye[_]=mt|0}let{Ah:n,Al:r,Bh:s,Bl:i,Ch:c,Cl:u,Dh:f,Dl:d,Eh:h,El:m,Fh:p,Fl:$,Gh:x,Gl:w,Hh:b,Hl:v}=this;for(let _=0;_<80;_++){let k=Re(h,m,14)^Re(h,m,18)^Bo(h,m,41),R=De(h,m,14)^De(h,m,18)^Wo(h,m,41),Y=h&p^~h&x,rt=m&$^~m&w,Q=yc(v,R,rt,Gp[_],ye[_]),St=wc(Q,b,k,Y,Kp[_],be[_]),U=Q|0,ot=Re(n,r,28)^Bo(n,r,34)^Bo(n,r,39),mt=De(n,r,28)^Wo(n,r,34)^Wo(n,r,39),gt=n&s^n&c^s&c,Ct=r&i^r&u^i&u;b=x|0,v=w|0,x=p|0,w=$|0,p=h|0,$=m|0,{h,l:m}=Vt(f|0,d|0,St|0,U|0),f=c|0,d=u|0,c=s|0,u=i|0,s=n|0,i=r|0;let ze=hc(U,mt,Ct);n=mc(ze,St,ot,gt),r=ze|0}({h:n,l:r}=Vt(this.Ah|0,this.Al|0,n|0,r|0)),{h:s,l:i}=Vt(this.Bh|0,this.Bl|0,s|0,i|0),{h:c,l:u}=Vt(this.Ch|0,this.Cl|0,c|0,u|0),{h:f,l:d}=Vt(this.Dh|0,this.Dl|0,f|0,d|0),{h,l:m}=Vt(this.Eh|0,this.El|0,h|0,m|0),{h:p,l:$}=Vt(this.Fh|0,this.Fl|0,p|0,$|0),{h:x,l:w}=Vt(this.Gh|0,this.Gl|0,x|0,w|0),{h:b,l:v}=Vt(this.Hh|0,this.Hl|0,b|0,v|0),this.set(n,r,s,i,c,u,f,d,h,m,p,$,x,w,b,v)}roundClean(){zo(be,ye)}destroy(){this.destroyed=!0,zo(this.buffer),this.set(0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0)}},Ns=class extends Cs{constructor(){super(64,Ac)}},Jt=As(()=>new Os,Ts(1)),Ec=As(()=>new Ns,Ts(3))});function Ds(t){try{let e=It.fromBytes(t);return e.isSmallOrder()?null:e}catch{return null}}async function Oc(t,e,o){let n=t.subarray(0,32),r=Rs(Ec(wn(n,o,e)))%Nc,s=Rs(t.subarray(32));return It.BASE.multiply(s,!1).subtract(It.fromBytes(o).multiply(r,!1)).equals(It.fromBytes(n))}async function Is(t,e,o){let[n,r,s]=[t,e,o].map(c=>Uint8Array.from(c)),i=await crypto.subtle.importKey("raw",s,"Ed25519",!1,["verify"]);return crypto.subtle.verify("Ed25519",i,n,r)}async function Xp(){let t=Cc("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"),e=Cc("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");try{let o=await Is(e,new Uint8Array,t),n=!await Is(e,Uint8Array.of(0),t);return o&&n?Is:Oc}catch{return Oc}}async function Lc(t,e,o,n){return t.length!==64||o.length!==32||Rs(t.subarray(32))>=Nc||!Ds(t.subarray(0,32))||!Ds(o)?!1:(n??=await(Yp??=Xp()),n(t,e,o))}var Nc,Rs,Yp,Cc,Ic,Rc=g(()=>{"use strict";uc();Ls();Nt();({n:Nc}=It.CURVE()),Rs=t=>BigInt(`0x${At(Uint8Array.from(t).reverse())}`);Cc=t=>Uint8Array.from(t.match(/../g)??[],e=>parseInt(e,16));Ic=t=>Ds(t)!==null});var Vo,oo=g(()=>{"use strict";Ls();Nt();Vo=t=>At(Jt($t(t)))});function no(t){let e=c=>q("verifier key",c),[,o,n,r]=/^([^+]*)\+([^+]*)\+(.*)$/s.exec(String(t))??[],s=r===void 0?null:Oo(r);if(s?.length!==33||s[0]!==th[0])throw e("must be <name>+<id>+<base64>, with the type and the 32 bytes of an Ed25519 key");if(!Vn(o))throw e("its name cannot be one");let i=s.slice(1);if(!Ic(i))throw e("not an Ed25519 key");if(At(Jt(wn($t(`${o}
`),s)).slice(0,4))!==n)throw e("its ID does not fit its name and key");return{name:o,id:n,key:i}}function Ms(t,e="note"){if($t(t).length>Zp)throw q(e,"longer than 65536 bytes");if(/(?!\n)\p{Cc}/u.test(t))throw q(e,"has control characters");let o=t.lastIndexOf(`

`);if(o<0)throw q(e,"has no empty line before its signatures");let n=t.slice(o+2).split(`
`);if(n.pop()!==""||!n.length)throw q(e,"does not end in a signature line");if(n.length>Qp)throw q(e,"has more than 100 signatures");let r=n.map(s=>{let i=eh(s);if(!i)throw q(e,"has a malformed signature line");return i});return{text:t.slice(0,o+1),signatures:r}}function eh(t){let[,e,o]=/^\u2014 ([^ ]*) (.*)$/.exec(t)??[],n=o===void 0?null:Oo(o);return!n||n.length<=4||!Vn(e)?null:{name:e,id:At(n.slice(0,4)),bytes:n.slice(4)}}async function Hs({text:t,signatures:e},{name:o,id:n,key:r}){let s=e.filter(i=>i.name===o&&i.id===n);if(!s.length)throw new _t("unsigned",`there is no signature of ${o}`);for(let{bytes:i}of s)if(!await Lc(i,$t(t),r))throw new _t("signature",`the signature of ${o} is not genuine`)}var Zp,Qp,th,Vn,Jn=g(()=>{"use strict";Nt();Rc();Dt();oo();Zp=65536,Qp=100,th=Uint8Array.of(1),Vn=t=>t!==""&&!/[+\p{White_Space}\p{Cc}]/u.test(t)&&$t(t).length<=255});function Jo(t){let e=Ms(t,"checkpoint"),o=f=>q("checkpoint",f),[n,r,s,...i]=e.text.slice(0,-1).split(`
`);if(s===void 0)throw o("has fewer than three lines");if(!Vn(n))throw o("has no origin");let c=Br(r);if(c===null)throw o("its size is not a decimal number");let u=Fr(s);if(!u)throw o("its root is not a base64 hash");if(i.includes(""))throw o("has an empty line");return{note:e,checkpoint:Object.freeze({origin:n,size:c,root:At(u)})}}async function Ht(t,e){if(typeof t!="string"){if(Dc.get(t)===e)return t;throw new _t("unsigned","the checkpoint was not verified with this key")}let o=no(e),{note:n,checkpoint:r}=Jo(t),{origin:s}=r;try{await Hs(n,o)}catch(i){let c=i instanceof _t&&i.code==="signature";throw s!==o.name&&!c?Mc(s,o.name):i}if(s!==o.name)throw Mc(s,o.name);return Dc.set(r,e),r}var Dc,Mc,Kn=g(()=>{"use strict";Nt();Dt();Jn();Dc=new WeakMap;Mc=(t,e)=>new _t("origin",`it is of the ledger ${t}, not of ${e}`)});function Kt(t){if(typeof t=="string"){if(/\p{Surrogate}/u.test(t))throw q("JSON","has half of a surrogate pair");return JSON.stringify(t)}if(typeof t=="boolean"||t===null)return String(t);if(typeof t=="number"&&Number.isSafeInteger(t))return JSON.stringify(t);if(Array.isArray(t))return`[${t.map(Kt).join(",")}]`;if(typeof t!="object")throw q("JSON",`${String(t)} cannot be in it`);let e=Object.entries(t).filter(([,o])=>o!==void 0);return e.sort(([o],[n])=>o<n?-1:1),`{${e.map(([o,n])=>`${Kt(o)}:${Kt(n)}`).join(",")}}`}var Gn,Ko=g(()=>{"use strict";Dt();Gn=t=>typeof t=="object"&&t!==null&&!Array.isArray(t)});function Go(t){let e=new Uint8Array(1+t.length);return e.set(t,1),Jt(e)}function ro(t,e){return Yn.set(t,1),Yn.set(e,33),Jt(Yn)}function Fs(t){let e=[],o=s=>{let i=e.pop();return i?ro(i,s):s},n=0;for(let s of t){let i=Go(s);for(let c=n;c%2===1;c=re(c))i=o(i);e.push(i),n+=1}let r=e.pop()??Us;for(;e.length;)r=o(r);return r}function Xn({index:t,size:e,path:o,leaf:n,root:r}){if(!Me(t)||!Me(e)||t>=e)throw we();let[s,i,c]=[t,e-1,n];for(let u of o){if(i===0)throw we();s%2===1||s===i?(c=ro(u,c),[s,i]=Pc(s,i)):c=ro(c,u),[s,i]=[re(s),re(i)]}if(i!==0)throw we();if(!Se(c,r))throw Ps()}function Hc({from:t,to:e,path:o,old:n,root:r}){if(!Me(t)||!Me(e)||t>e)throw we();if(t===0||t===e){if(o.length)throw we();if(!Se(n,t===0?Us:r))throw Ps();return}let[s,i]=[t-1,e-1];for(;s%2===1;)[s,i]=[re(s),re(i)];let[c,...u]=s===0?[n,...o]:o;if(!c)throw we();let[f,d]=[c,c];for(let h of u){if(i===0)throw we();s%2===1||s===i?(f=ro(h,f),d=ro(h,d),[s,i]=Pc(s,i)):d=ro(d,h),[s,i]=[re(s),re(i)]}if(i!==0)throw we();if(!Se(f,n)||!Se(d,r))throw Ps()}function Pc(t,e){for(;t%2===0&&t!==0;)[t,e]=[re(t),re(e)];return[t,e]}var Us,Yn,re,Me,we,Ps,so=g(()=>{"use strict";Nt();Dt();oo();Us=Jt(new Uint8Array),Yn=new Uint8Array(65);Yn[0]=1;re=t=>Math.floor(t/2),Me=t=>Number.isSafeInteger(t)&&Number(t)>=0,we=()=>new _t("shape","the proof does not have the shape that its numbers call for"),Ps=()=>new _t("root","the proof leads to another root: this is not what was recorded")});function Bs(t){if(!Gn(t))throw q("entry","is not an object");let e=rh.get(t.kind);if(!e)throw q("entry",`is of an unknown kind: ${t.kind}`);let o={kind:t.kind,v:1};for(let[r,s]of Object.entries(e)){let i=io(t,r);if(i===void 0){if(s===jt)throw q("entry",`has no ${r}`)}else s===Zn&&$t(i).length>oh?o[`${r}_sha256`]=Vo(i):o[r]=i}if(t.kind==="note_added"&&io(t,"text")===void 0)throw q("entry","has no text");for(let r of Object.keys(t))if(!(r==="kind"||Object.hasOwn(e,r)||sh(t,r)))throw q("entry",`its ${r} is not what its leaf says`);let n=Kt(o);if($t(n).length>nh)throw q("entry","has too long a leaf");return n}function sh(t,e){let o=io(t,e);if(o===void 0)return!0;let n=t.kind==="job_created";switch(e){case"index":return Me(o);case"path":return!0;case"customer_count":return Gn(t.customers)&&t.customers.count===o;case"status":return n&&o==="IN_PROGRESS";case"recorded_at":return n&&o===t.created_at;default:return!1}}var oh,nh,jt,Ut,Zn,Uc,Fc,Bc,rh,io,Ws=g(()=>{"use strict";Nt();Dt();Ko();so();oo();oh=256,nh=65535,jt="must",Ut="may",Zn="text",Uc={action_code:jt,action_name:jt,batch_id:Ut,cluster_url:Ut,created_at:jt,customers:jt,job_id:jt,request_payload_sha256:Ut,source:jt,submitted_by:Ut,user_id:jt},Fc={cause:jt,error_message:Zn,http_status:Ut,response_summary:Zn,status:jt},Bc={actor:jt,job_id:jt,previous:jt,recorded_at:jt,request_key:Ut},rh=new Map([["job_created",{...Uc,request_key:Ut,retry_of:Ut}],["job_imported",{...Uc,...Fc,original_sha256:Ut,recorded_at:jt,updated_at:Ut}],["status_changed",{...Bc,...Fc,outcomes:Ut}],["note_added",{...Bc,text:Zn}]]);io=(t,e)=>Object.hasOwn(t,e)&&t[e]!==null?t[e]:void 0});async function Qn({entry:t,path:e,checkpoint:o,key:n}){let r=Bs(t),s=await Ht(o,n);return Xn({index:io(t,"index"),size:s.size,path:yn(e??io(t,"path"),"entry"),leaf:Go($t(r)),root:ke(s.root,"checkpoint")}),{leaf:r,checkpoint:s}}async function zs({entries:t,checkpoint:e,key:o}){let n=await Ht(e,o);for(let s of t)await Qn({entry:s,checkpoint:n,key:o});if(!t.length)throw q("history","has no entries");let r=ah(t[0]);for(let s=1;s<t.length;s+=1)r=ch(t[s-1],t[s],r);return n}function ah(t){if(t.kind==="job_created")return"IN_PROGRESS";if(t.kind==="job_imported")return t.status;throw new _t("rules","the first entry does not create the job: others are left out")}function ch(t,e,o){let n=r=>new _t("rules",`entry ${e.index} ${r}`);if(e.job_id!==t.job_id)throw n("is of another job");if(e.previous!==t.index)throw n("does not follow the one before it");if(Number(e.index)<=Number(t.index))throw n("has too low an index");if(e.kind==="note_added")return o;if(!ih.get(o)?.includes(e.status))throw n(`cannot follow ${o}`);return e.status}async function qs({from:t,to:e,path:o,key:n}){let[r,s]=[await Ht(t,n),await Ht(e,n)];return Hc({from:r.size,to:s.size,path:yn(o,"consistency proof"),old:ke(r.root,"checkpoint"),root:ke(s.root,"checkpoint")}),{from:r,to:s}}var ih,Wc=g(()=>{"use strict";Nt();Kn();Dt();Ws();so();ih=new Map([["IN_PROGRESS",["SUCCESS","FAILED","UNCONFIRMED"]],["UNCONFIRMED",["SUCCESS","FAILED"]]])});function Vs(t){let e=t.map($t);return zc(e,"customers"),{count:e.length,root:At(Fs(e))}}function Js(t){zc(t.map(({cid:o})=>$t(o)),"outcomes");let e=t.map(({cid:o,message:n,status:r})=>$t(Kt({cid:o,message:n??void 0,status:r})));return{count:e.length,root:At(Fs(e))}}function zc(t,e){for(let o=1;o<t.length;o+=1)if(gn(t[o-1],t[o])>=0)throw q(e,"must ascend by the bytes of the cids, none twice")}var qc=g(()=>{"use strict";Nt();Dt();Ko();so()});var Ks=g(()=>{"use strict";Nt();Kn();Dt();so()});var Vc=g(()=>{"use strict";Nt();Dt();Ko();so();Jn();Ks()});var Yo=g(()=>{"use strict";Kn();Wc();Dt();qc();Ko();Ws();Vc();Jn();Ks();oo()});function Gt(t){try{return Jo(t).checkpoint.size}catch{return 0}}async function Kc(t,e,o,{pin:n=null,isReader:r=!1}={}){let s=t!==null&&!await fh(t),i=s?null:t,c={from:Gt(i?.checkpoint),to:Gt(e.checkpoint),seen:e},u=($,x="",w=null)=>({...c,kept:t,kind:$,path:w,why:dh(x)}),f=Object.values(e.keys);if(![e.checkpoint,...f].every($=>typeof $=="string"))return u("malformed","the checkpoint and the key must be texts");let d=n??i?.key??f[0];if([...f,i?.key??d].some($=>$!==d))return u("key");try{await Ht(e.checkpoint,d)}catch($){return u("signature",$)}if(s)return u("damaged");if(!i)return u("first");let{from:h,to:m}=c;if(m<h)return u("shrunk");let p=[];if(h!==0&&h!==m){try{p=(await o(h,m))?.path}catch(x){if(!(x instanceof J))return u("malformed",x);let{status:w}=x;if(x.isNetwork||!r&&(w===401||w===403))throw x;return u("withheld",`${w} ${x.message}`)}if(!(Array.isArray(p)&&p.every(x=>typeof x=="string")))return u("malformed","the consistency path is no list of hashes",p)}try{await qs({from:i.checkpoint,to:e.checkpoint,path:p,key:d})}catch($){return u("forked",$,p)}return u("extends","",p)}async function fh(t){try{return t!==null&&!!await Ht(t.checkpoint,t.key)}catch{return!1}}function Gc(t,e,o,n){let{seen:r,to:s}=t;if(tr(t))return null;let i=Object.values(r.keys)[0];return o&&o.checkpoint!==e?.checkpoint&&(o.key!==i||Gt(o.checkpoint)>=s)?null:{key:i,checkpoint:r.checkpoint,at:n}}var Jc,tr,dh,Yc,er=g(()=>{"use strict";Yo();le();Jc=["first","extends","key","signature","shrunk","forked","withheld","malformed","damaged","unreadable"],tr=t=>t.kind!=="first"&&t.kind!=="extends";dh=t=>t instanceof Error?t.message:String(t);Yc=({kind:t,kept:e,seen:o,path:n,why:r,from:s,to:i,stored:c},u,f)=>({finding:t,why:r,server:u,found_at:f,kept_by_this_browser:e&&{...e,size:s},shown_by_the_server:{...o,size:i},consistency_path:n,...c&&{unreadable_in_this_browser:c}})});function Xc(t){let e=t?.finding;return Jc.includes(e?.kind)&&e.seen?.keys&&Date.parse(t.at)?t:null}function Xs({kept:t,seen:e}){let o=Object.values(e.keys);return o.find(n=>n!==t?.key)??o[0]??""}var ph,hh,mh,$h,bh,yh,Gs,or,Ys,Zc=g(()=>{"use strict";er();le();Bt();ph=3,hh=2*6e4,mh=[5e3,2e4],$h=6e4,bh=100,yh=10;Gs={alarm:t=>Xc(t)!==null,pin:t=>typeof t=="string",withheld:t=>Array.isArray(t)&&t.every(e=>e?.seen?.keys)},or=class{state;#e;#t;#r=!1;#s=Promise.resolve();constructor(e){this.#e=e;let{kept:o}=e;this.state=yt({finding:null,alarm:this.#d(),warning:null,isUnchecked:!1,connected:new Set}),this.#t=Gs.withheld(o("withheld"))?o("withheld"):[],this.#t.length&&this.#n(this.#t)}pin(){let e=this.#e.kept("pin");return Gs.pin(e)?e:null}unchecked(){this.#o({isUnchecked:!0})}watch(e,o,{again:n,isReader:r=!1}={}){return this.#c(async()=>{let s=await this.#f(e,o,r);if(s?.kind==="shrunk"&&n)return n();s?s.kind==="withheld"?this.#i(s):tr(s)?this.#l(s):this.#p(s,e,o.checkpoint):this.unchecked()})}accept(){let{keep:e}=this.#e,o=this.state.get().alarm?.finding;if(!o)return;for(let r of["alarm",...Object.keys(o.stored??{})])e(r,null);if(this.#o({alarm:null,finding:null,connected:new Set}),this.#n([]),!Ys(o))return;let n=Xs(o);this.pin()!==null&&this.pin()!==n&&e("pin",null),e("ledger",{key:n,checkpoint:o.seen.checkpoint,at:this.#a()})}#a(){return new Date(this.#e.now()).toISOString()}#o(e){this.state.update(o=>({...o,...e}))}#c(e){let o=this.#s.catch(()=>{}).then(e);return this.#s=o,o}#d(){let{kept:e,keptText:o,keep:n}=this.#e,r=Xc(e("alarm")),s=Object.entries(Gs).filter(([h,m])=>o(h)!==null&&!m(e(h))).map(([h])=>[h,o(h)]);if(!s.length)return r;let c={kind:"unreadable",kept:null,seen:{checkpoint:"",keys:{}},from:0,to:0,path:null,why:""},u=r?.finding??c,f={...u.stored,...Object.fromEntries(s)},d={at:this.#a(),...r,finding:{...u,stored:f}};return n("alarm",d),d}#l(e){let o=this.state.get().alarm?.finding;if(o&&o.kind!=="withheld"&&o.kind!=="unreadable"||o?.kind===e.kind)return;let n=o?.stored,r={finding:{...e,...n&&{stored:n}},at:this.#a()};this.#e.keep("alarm",r),this.#o({alarm:r})}#n(e,o=!0){let{keep:n,later:r}=this.#e;if(this.#t=e,n("withheld",e.length?e:null),e.length&&!this.#r){this.#r=!0;let i=Math.max(...e.map(c=>c.tries));r(()=>this.#h(),o&&mh[i-1]||$h)}if(e.length)return;let s=this.state.get().alarm?.finding.kind==="withheld";s&&n("alarm",null),this.#o(s?{warning:null,alarm:null}:{warning:null})}#i(e,o=!1){let{now:n}=this.#e,{checkpoint:r}=e.seen,s=this.#t.find(u=>u.seen.checkpoint===r),i=this.#t.filter(u=>u!==s);s??={seen:e.seen,since:n(),tries:o?0:1},o&&(s={...s,tries:s.tries+1}),this.#o({warning:e});let c=s.tries>1&&n()-s.since>=hh;(s.tries>=ph||c)&&this.#l(e),this.#n([...i,s].slice(0,yh))}#p(e,o,n){let{kept:r,keep:s}=this.#e,i=new Set([...this.state.get().connected,n].slice(-bh));this.#o({connected:i,isUnchecked:!1}),this.#n(this.#t.filter(({seen:f})=>f.checkpoint!==n));let{alarm:c}=this.state.get();if(c&&c.finding.kind!=="withheld")return;let u=Gc(e,o,r("ledger"),this.#a());u&&s("ledger",u),this.#o({finding:e})}async#f(e,o,n){try{return await Kc(e,o,this.#e.prove,{pin:this.pin(),isReader:n})}catch(r){if(r instanceof J)return null;let s=String(r);return{kind:"malformed",from:0,to:0,kept:e,seen:o,path:null,why:s}}}#h(){return this.#r=!1,this.#c(async()=>{let e=!1;for(let{seen:o}of this.#t){let n=this.#e.kept("ledger"),r=await this.#u(n,o);e||=r!==null,r?.kind==="withheld"?this.#i({...r,seen:o},!0):r&&tr(r)?(this.#l(r),this.#t=this.#t.filter(s=>s.seen!==o)):r&&this.#p(r,n,o.checkpoint)}this.#n(this.#t,e)})}#u(e,o){if(!(e&&Gt(e.checkpoint)>Gt(o.checkpoint)))return this.#f(e,o,!1);let{checkpoint:r}=e;return this.#f({...e,checkpoint:o.checkpoint},{...o,checkpoint:r},!1)}},Ys=({kind:t})=>!["signature","malformed","unreadable"].includes(t)});function ut({title:t,onClose:e,children:o,wide:n=!1}){let r=D(null),s=he();return A(()=>{let i=document.activeElement;return r.current?.showModal(),()=>{i instanceof HTMLElement&&i.isConnected&&i.focus()}},[]),l`
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
  `}var Yt=g(()=>{"use strict";C();T()});function Xt(t,e,o){let n=URL.createObjectURL(new Blob([e],{type:o})),r=document.createElement("a");r.href=n,r.download=t,r.click(),setTimeout(()=>URL.revokeObjectURL(n),6e4)}var Xo=g(()=>{"use strict"});async function ao(t){try{return await navigator.clipboard.writeText(t),!0}catch{return wh(t)}}function wh(t){let e=document.activeElement,o=document.createElement("textarea");o.value=t,o.readOnly=!0,o.className="off-screen",(e?.closest("dialog")??document.body).append(o),o.select();let n=document.execCommand("copy");return o.remove(),e instanceof HTMLElement&&e.focus({preventScroll:!0}),n}var nr=g(()=>{"use strict"});function Qc(t){t==="system"?delete document.documentElement.dataset.theme:document.documentElement.dataset.theme=t}var Zo,Zt,Qo=g(()=>{"use strict";Te();Zo=ne("theme","system"),Zt=ne("zone","local");Qc(Zo.get());Zo.watch(Qc)});function et({at:t}){let e=E(Zt);return t?l`<time datetime=${t} title=${t}>${Ee(t,e)}</time>`:null}async function se(t,e=t){await ao(t)?K(a("app.copied",{what:e})):K(a("app.notCopied",{what:t}),"error")}function G({children:t,title:e,hidden:o=!1}){let n=D(null),r=e??String(t);return A(()=>{document.title=`${r} \xB7 ${a("app.name")}`},[r]),A(()=>{G.moves&&n.current?.focus({preventScroll:!0}),G.moves=!0},[]),l`<h1 ref=${n} tabindex="-1" class=${o?"off-screen":""}>
    ${t}
  </h1>`}var co,H,Z=g(()=>{"use strict";nr();it();B();C();z();T();vt();kt();Qo();co=({id:t,short:e=!1})=>l`
  <button
    type="button"
    class="copy-id"
    title=${a("app.copy",{what:t})}
    onClick=${o=>{o.stopPropagation(),se(t)}}
  >
    <code>${e?Ye(t):t}</code><${I} name="copy" />
    <span class="off-screen">${a("app.copy",{what:e?t:""})}</span>
  </button>
`;G.moves=!1;H=({to:t,query:e,children:o,...n})=>l`
  <a href=${N(t,e)} ...${n}>${o}</a>
`});var ie,rr,lo=g(()=>{"use strict";Xo();C();T();vt();Z();ie=({text:t,wrong:e=null})=>e===null?l`<span class="proved"><${I} name="check" />${t}</span>`:l`<strong class="not-proved" title=${e}><${I} name="alarm" />${t}</strong>`,rr=({title:t,text:e,why:o,name:n,evidence:r,children:s})=>l`
  <p class="alarm-title">${t}</p>
  <p>${e} ${o&&l`<span class="alarm-why">(${o})</span>`}</p>
  <div class="row">
    <button
      type="button"
      onClick=${()=>Xt(n,JSON.stringify(r(),null,2),"application/json")}
    >
      <${I} name="download" />${a("proof.download")}
    </button>
    ${s}
    <${H} to="/help/proof">${a("proof.whatToDo")}<//>
  </div>
`});function ge(){let t=vn("ledger");return t===null||oe("ledger")!==null?oe("ledger"):{key:"",checkpoint:t,at:""}}function rl(t){Ge("pin",t),uo.update(e=>e+1),tn()}async function tn(t=1){let e=ge(),o=n=>j(n,{asText:!0,asks:!1});try{let[n,r]=await Promise.all([o("/log/checkpoint"),o("/log/key")]),s={"/log/key":r.trimEnd()},i=()=>{setTimeout(tn,_h,t-1)};await Qt.watch(e,{checkpoint:n,keys:s},t?{again:i}:{})}catch(n){if(!(n instanceof J))throw n;Qt.unchecked()}}function tl(t,e){let{kind:o,from:n,to:r,why:s}=t,i=e===null?"refused":o,c=location.origin+Tt,u=()=>Yc(t,c,e??new Date().toISOString()),f=l`
    <${rr}
      title=${a(`proof.alarm.${i}`,{from:n,to:r})}
      text=${a(`proof.alarm.${i}Hint`,{from:n})}
      why=${s}
      name="ledger-alarm.json"
      evidence=${u}
    >
      ${e&&e<xh&&l`<span>${a("proof.unresolved",{at:Ee(e,"local")})}</span>`}
      ${e&&l`<${vh} finding=${t} />`}
    <//>
  `;Qe("proof",{kind:e===null||o==="damaged"?"warning":"alarm",content:f})}function el(){let{alarm:t,warning:e}=Qt.state.get();t?tl(t.finding,t.at):e?tl(e,null):Qe("proof",null)}function vh({finding:t}){let[e,o]=y(!1),{kept:n,from:r,to:s}=t,i=Ys(t),c=()=>{i&&(Zs=null),Qt.accept(),uo.update(u=>u+1),tn()};return l`
    <button type="button" onClick=${()=>o(!0)}>
      ${a(i?"proof.accept":"proof.dismiss")}
    </button>
    ${e&&l`
        <${ut}
          title=${a(i?"proof.acceptTitle":"proof.dismiss")}
          onClose=${()=>o(!1)}
        >
          <p>${a(i?"proof.acceptHint":"proof.dismissHint")}</p>
          ${i&&l` <dl class="facts">
              <dt>${a("proof.before")}</dt>
              <dd><code>${n?.key}</code>, ${a("proof.entries",{n:r})}</dd>
              <dt>${a("proof.now")}</dt>
              <dd><code>${Xs(t)}</code>, ${a("proof.entries",{n:s})}</dd>
            </dl>`}
          <div class="row">
            <button type="button" class="danger" onClick=${c}>
              ${a(i?"proof.accept":"proof.dismiss")}
            </button>
            <button type="button" onClick=${()=>o(!1)}>${a("app.cancel")}</button>
          </div>
        <//>
      `}
  `}function al(){let{finding:t,alarm:e,warning:o,isUnchecked:n}=E(Qt.state);A(()=>{el();let s=Qt.state.watch(el);tn();let i=setInterval(()=>document.hidden||tn(),gh);return()=>{clearInterval(i),s()}},[]);let r=n||o?a("proof.unchecked"):"";if(e)r=a("proof.alarm");else if(t&&!r){let[s,i]=[Gt(Zs?.checkpoint),t.to];Zs?s===i?r=a("proof.same",{n:i}):r=a("proof.grown",{from:s,to:i}):r=a("proof.first",{n:i})}return r&&l`<span id="proof-status"><${H} to="/help/proof">${r}<//></span>`}var gh,_h,xh,Zs,uo,Qt,ol,nl,sl,il,He=g(()=>{"use strict";X();it();er();Zc();B();Te();Bt();C();Mn();z();T();Yt();lo();Z();gh=5*6e4,_h=2500,xh=new Date().toISOString();Zs=ge(),uo=yt(0),Qt=new or({prove:(t,e)=>j("/v1/proof/consistency",{query:{from:t,to:e},asks:!1}),kept:t=>t==="ledger"?ge():oe(t),keptText:vn,keep:Ge,now:()=>Date.now(),later:(t,e)=>setTimeout(t,e)}),ol=(t,e)=>Qt.watch(t,e,{isReader:!0}),nl=()=>Qt.pin()??(ge()?.key||null);sl=()=>Qt.pin(),il=t=>E(Qt.state).connected.has(t)});function P({id:t,label:e,hint:o,error:n,as:r="input",onValue:s,children:i,...c}){let u=he(),f=t??u,d=[o&&`${f}-hint`,n&&`${f}-error`].filter(Boolean).join(" ");return l`
    <div class="field">
      <label for=${f}>${e}</label>
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
  `}function Pe({label:t,options:e,value:o,onValue:n}){let r=he();return l`
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
  `}var Ot=g(()=>{"use strict";T()});function ti({user:t,onDone:e}){let[o,n]=y("password"),[r,s]=y(t??""),[i,c]=y(""),[u,f,d,h]=tt(async()=>{let $=o==="token"?{token:i.trim()}:{username:r,password:i},x=await ia($);c(""),e?.(x)}),m=d&&[400,401].includes(d.status),p=o==="token"?a("signIn.wrongToken"):a("signIn.wrong");return l`
    <form
      class="sign-in"
      onSubmit=${$=>{$.preventDefault(),u()}}
    >
      <${Pe}
        label=${a("signIn.how")}
        value=${o}
        options=${[{value:"password",text:a("signIn.withPassword")},{value:"token",text:a("signIn.withToken")}]}
        onValue=${$=>{n($),c(""),h()}}
      />
      ${o==="password"&&l`
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
        label=${o==="token"?a("signIn.token"):a("signIn.password")}
        hint=${o==="token"?a("signIn.tokenHint"):""}
        error=${m&&p}
        name=${o}
        type="password"
        autocomplete=${o==="token"?"off":"current-password"}
        required
        autofocus=${!!t}
        value=${i}
        onValue=${c}
      />
      ${!m&&l`<${V} problem=${d} />`}
      <button type="submit" class="primary" disabled=${f}>${a("signIn.submit")}</button>
    </form>
  `}function cl(){let t=E(Qs);if(!t)return null;let e=o=>{Qs.set(null),t.done(o)};return l`
    <${ut} title=${a("signIn.ended")} onClose=${()=>e(!1)}>
      <p>${a("signIn.endedHint",{user:t.user})}</p>
      <${ti}
        user=${t.user}
        onDone=${o=>{o.user_id===t.user?e(!0):location.reload()}}
      />
    <//>
  `}var Qs,ei=g(()=>{"use strict";wt();X();Bt();C();Yt();Ot();z();T();ht();Qs=yt(null);na(()=>{let t=M.get()?.user_id;return t?new Promise(e=>Qs.set({user:t,done:e})):Promise.resolve(!1)})});var ul={};Ft(ul,{default:()=>ll});function jh(){let{data:t}=W(n=>j("/log/checkpoint",{signal:n,asks:!1,asText:!0}),[]);if(!t)return null;let[e,o]=t.split(`
`);return l`
    <dl class="facts" id="public-facts">
      <dt>${a("landing.ledger")}</dt>
      <dd><code>${e}</code></dd>
      <dt>${a("landing.checkpoint")}</dt>
      <dd>${a("landing.size",{n:Number(o)})}</dd>
    </dl>
  `}function ll(){return l`
    <div class="landing">
      <div>
        <${G}>${a("landing.title")}<//>
        <p class="lead">${a("landing.what")}</p>
        <${jh} />
        <p class="links">
          <${H} to="/help/proof">${a("landing.help")}<//>
          <a href=${N("/docs")}>${a("landing.docs")}</a>
        </p>
      </div>
      <section class="card" aria-labelledby="sign-in">
        <h2 id="sign-in">${a("signIn.title")}</h2>
        <${ti} />
      </section>
    </div>
  `}var dl=g(()=>{"use strict";X();B();z();T();ei();Z();C()});function fl(){let[t,e]=y(""),[o,n]=y(""),[r,s]=y(sl());return l`
    <form id="pin-key" onSubmit=${c=>{c.preventDefault();let u=t.trim();try{no(u)}catch{return n(a("proof.pinWrong"))}return rl(u),n(""),s(u),K(a("proof.pinDone"),"ok")}}>
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
  `}var pl=g(()=>{"use strict";Yo();Ot();T();kt();He();C()});var Eh,Oh,hl,ml=g(()=>{"use strict";T();Z();pl();C();Eh=["means","when","not","alarm","key","outside"],Oh=`curl -O $SERVER/log/checkpoint
unzip JOB_ID.evidence.zip
jobctl check JOB_ID.evidence --key verifier.key
python3 check.py JOB_ID.evidence --key verifier.key`,hl=()=>l`
  <article class="help">
    <${G}>${a("help.proof.title")}<//>
    <p class="lead">${a("help.proof.lead")}</p>
    ${Eh.map(t=>l`
        <section key=${t} id=${t}>
          <h2>${a(`help.proof.${t}`)}</h2>
          ${a(`help.proof.${t}Text`).split(`
`).map(e=>l`<p key=${e}>${e}</p>`)}
          ${t==="key"&&l`<${fl} />`}
          ${t==="outside"&&l`<pre class="scroll-x" tabindex="0">${Oh}</pre>`}
        </section>
      `)}
  </article>
`});var Ch,dt,_e,ir,Rt=g(()=>{"use strict";C();T();vt();Ch=new Set(["answered"]),dt=({status:t,cause:e})=>l`
  <span class="badge badge-${t}" title=${e?F("cause",e):void 0}>
    <${I} name=${t} />
    <span>${F("status",t)}</span>
    ${e&&!Ch.has(e)&&l`<span class="badge-cause">${F("cause",e)}</span>`}
  </span>
`,_e=({children:t})=>l`<span class="tag">${t}</span>`,ir=({count:t=0,newest:e})=>t>0&&l`
    <span class="notes" title=${e?`${e.actor}: ${e.text}`:""}>
      <${I} name="note" /><span class="off-screen">${a("jobs.notes",{n:t})}: </span>
      ${t>1&&l`<b>${t}</b> `}${e?.text}
    </span>
  `});function $l(){let t=E(M);return l`
    <${G}>${a("help.title")}<//>
    <p><${H} to="/help/proof">${a("help.proof.title")}<//>: ${a("help.proof")}</p>
    <${ar}
      id="statuses"
      title=${a("help.statuses")}
      facts=${Nh.map(e=>[l`<${dt} status=${e} />`,a(`help.status.${e}`)])}
    />
    <${ar}
      id="causes"
      title=${a("help.causes")}
      hint=${a("help.causesHint")}
      facts=${Ih.map(([e,o])=>[F("cause",e),l`
          ${a(`help.cause.${e}`)}${" "}
          <span class="muted">
            ${o.map(n=>F("status",n)).join(", ")||a("help.any")}
          </span>
        `])}
    />
    <${ar}
      id="keys"
      title=${a("keys.title")}
      hint=${a("help.keysHint")}
      facts=${Lh.map(([e,o])=>[l`<kbd>${e}</kbd>`,a(`keys.${o}`)])}
    />
    <${ar}
      id="more"
      title=${a("help.more")}
      facts=${[[l`<a href=${N("/docs")}>${a("landing.docs")}</a>`,a("help.docs")],...t?[[l`<${H} to="/account">${a("account.title")}<//>`,a("help.account")]]:[],[l`<a href=${N("/log/checkpoint")}>${a("landing.checkpoint")}</a>`,a("help.checkpoint")],[l`<a href=${N("/log/key")}>${a("health.key")}</a>`,a("help.key")]]}
    />
  `}var Nh,Lh,Ih,ar,bl=g(()=>{"use strict";wt();B();Rt();z();T();Z();C();Nh=["IN_PROGRESS","SUCCESS","FAILED","UNCONFIRMED"],Lh=[["/","search"],["j","down"],["k","up"],["Enter","open"],["Escape","escape"],["?","help"]],Ih=[["answered",["SUCCESS","FAILED"]],["reported",["SUCCESS","FAILED","UNCONFIRMED"]],["never_sent",["FAILED"]],["withheld",["FAILED"]],["timed_out",["UNCONFIRMED"]],["connection_lost",["UNCONFIRMED"]],["unreadable_answer",["UNCONFIRMED"]],["inconclusive_answer",["UNCONFIRMED"]],["interrupted",["UNCONFIRMED"]],["imported",[]]],ar=({id:t,title:e,hint:o,facts:n})=>l`
  <section class="card" aria-labelledby=${t}>
    <h2 id=${t}>${e}</h2>
    ${o&&l`<p>${o}</p>`}
    <dl class="facts">
      ${n.map(([r,s])=>[l`<dt>${r}</dt>`,l`<dd>${s}</dd>`])}
    </dl>
  </section>
`});var wl={};Ft(wl,{default:()=>yl});function yl({topic:t}){return t==="proof"?l`<${hl} />`:l`<${$l} />`}var gl=g(()=>{"use strict";T();ml();bl()});function _l(t){let e=o=>{if(o.ctrlKey||o.metaKey||o.altKey||o.defaultPrevented||Rh(o.target)||document.querySelector("dialog[open]"))return;let n=t[o.key];n&&(o.preventDefault(),n(o))};return addEventListener("keydown",e),()=>removeEventListener("keydown",e)}var Rh,xl=g(()=>{"use strict";Rh=t=>t instanceof HTMLElement&&(t.isContentEditable||/^(INPUT|TEXTAREA|SELECT)$/.test(t.tagName))});function vl(t=Date.now){let e=null;return kn(()=>e=null),{leave(o,n,r){e=o!==void 0&&o===M.get()?.user_id?{value:r,search:n,until:t()+Dh}:null},find:o=>e?.search===o&&t()<e.until?e.value:null}}var Dh,kl=g(()=>{"use strict";wt();Dh=6e5});function te(t,{onEntries:e,onState:o=()=>{}}){let n=[],r=0,s=0,i=0,c=0,u=null,f=t.after,d=!1,h=new AbortController,m=()=>{cancelAnimationFrame(r),r=0;let _=n;n=[],_.length&&e(_)},p=_=>{f=_.lastEventId||f,n.push(JSON.parse(_.data)),n.length>=Mh?m():r||=requestAnimationFrame(m)},$=()=>{u?.close(),u=null,clearTimeout(i),h.abort()},x=()=>{o("lost"),c||=window.setTimeout(()=>Ae.set(!1),Ph),u?.readyState===EventSource.CLOSED&&($(),w(2e3))},w=_=>{h=new AbortController;let{signal:k}=h,R=()=>j("/v1/meta",{signal:k}).then(()=>k.aborted||b(),Y=>{!k.aborted&&Y.status!==401&&w(1e4)});i=window.setTimeout(R,_)};function b(){$();let _=f===void 0&&!d?t.from:void 0;u=new EventSource(N("/v1/stream",{...t,from:_,after:f})),u.onopen=()=>{clearTimeout(c),c=0,Ae.set(!0),o(d?"stale":"open"),d=!1},u.onerror=x;for(let k of Uh)u.addEventListener(k,p);u.addEventListener("ended",()=>{u?.close(),x()})}let v=()=>{clearTimeout(s),document.hidden?s=window.setTimeout($,Hh):u||(f=void 0,d=!0,b())};return document.addEventListener("visibilitychange",v),b(),()=>{document.removeEventListener("visibilitychange",v),clearTimeout(s),clearTimeout(c),cancelAnimationFrame(r),$()}}var Mh,Hh,Ph,Uh,fo=g(()=>{"use strict";X();B();Mh=1e3,Hh=2e4,Ph=4e3,Uh=["job_created","job_imported","status_changed","note_added"]});function en(t){let e={};for(let o of cr)e[o]=[...new Set(t.getAll(o).filter(Boolean))];for(let o of Al)t.get(o)&&(e[o]=t.get(o));return e}function ni(t){let e=new URLSearchParams;for(let o of cr)for(let n of t[o])e.append(o,n);for(let o of Al)t[o]&&e.append(o,t[o]);return e}function Fh(t){let[,e,o]=/^(\d{1,4})([hd])$/.exec(t)??[];return e?Number(e)*(o==="d"?24:1)*36e5:null}function po(t,e){let{within:o,...n}=t,r=o&&Fh(o);return r?{...n,since:new Date(e-r).toISOString()}:n}function Ue(t,e,o){let n=t[e],r=n.filter(s=>s!==o);return{...t,[e]:r.length<n.length?r:[...n,o]}}function Cl(t,e,o){return cr.some(n=>n===e)?Ue(t,e,o):{...t,[e]:void 0}}function Nl(t,e,o){let n=po(t,o),r=Date.parse(e.created_at);return cr.every(s=>s==="cid"||!t[s].length||t[s].includes(e[s]))&&(!t.job_id||Sl(e.job_id).startsWith(Sl(t.job_id)))&&(!t.retry_of||t.retry_of===e.retry_of)&&(!n.since||r>=Date.parse(String(n.since)))&&(!n.until||r<Date.parse(String(n.until)))}function ri(t,e,o=0){let[n,r,s]=t.split("-").map(Number);return(e==="utc"?new Date(Date.UTC(n,r-1,s+o)):new Date(n,r-1,s+o)).toISOString()}function si(t,e,o=0){let n=new Date(Date.parse(t??"")-o);return Number.isNaN(n.getTime())?"":(e==="utc"?[n.getUTCFullYear(),n.getUTCMonth()+1,n.getUTCDate()]:[n.getFullYear(),n.getMonth()+1,n.getDate()]).map(s=>String(s).padStart(2,"0")).join("-")}var cr,Al,Tl,jl,El,Ol,lr,Sl,ho=g(()=>{"use strict";cr=["status","cause","action_name","user_id","cid","batch_id","source"],Al=["job_id","retry_of","since","until","within"],Tl=["IN_PROGRESS","SUCCESS","FAILED","UNCONFIRMED"],jl=["answered","reported","imported","unreadable_answer","inconclusive_answer","timed_out","connection_lost","interrupted","never_sent","withheld"],El=["gateway","api","import","embedded"],Ol=["24h","7d","30d"];lr=t=>[...ni(t)].map(([e,o])=>({name:e,value:o})),Sl=t=>t.replaceAll("-","").toLowerCase()});function ur(t,e,o){if(t==="status"||t==="cause"||t==="source")return F(t,e);if(t==="within"){let r=Number.parseInt(e,10);return a(e.endsWith("d")?"filter.days":"filter.hours",{n:r})}return t!=="since"&&t!=="until"||Number.isNaN(Date.parse(e))?e:Ee(e,o).endsWith("00:00:00")?pa(e,o):Ee(e,o)}var mo,Ll=g(()=>{"use strict";it();C();mo=t=>a(`filter.${t}`)});function $o({name:t,filters:e,set:o,options:n=[],isOpen:r=!1}){let[s,i]=y(""),c=s.trim().toLowerCase(),f=[...new Set([...e[t],...n])].filter(h=>h.toLowerCase().includes(c)),d=h=>{h.preventDefault();let m=s.trim();m&&!e[t].includes(m)&&o(Ue(e,t,m)),i("")};return l`
    <${to} label=${mo(t)} class=${e[t].length?"is-set":""}>
      ${()=>l`
        ${r&&l`
            <form onSubmit=${d} class="row add-value">
              <input
                aria-label=${mo(t)}
                value=${s}
                placeholder=${mo(t)}
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
                    checked=${e[t].includes(h)}
                    onChange=${()=>o(Ue(e,t,h))}
                  />
                  ${ur(t,h,"utc")}
                </label>
              </li>
            `)}
        </ul>
      `}
    <//>
  `}function Il({label:t,day:e,onDay:o}){let[n,r]=y("");return l`
    <${P}
      label=${t}
      type="date"
      value=${n||e}
      onValue=${s=>{let i=!s||s>="1000";r(i?"":s),i&&o(s)}}
    />
  `}function Bh({filters:t,set:e}){let o=E(Zt),n=t.since||t.until||t.within,r=s=>e({...t,within:void 0,...s});return l`
    <${to} label=${a("filter.date")} class=${n?"is-set":""}>
      ${()=>l`
        <div class="row spans">
          ${Ol.map(s=>l`
              <button
                key=${s}
                type="button"
                aria-pressed=${t.within===s}
                onClick=${()=>r({since:void 0,until:void 0,within:t.within===s?void 0:s})}
              >
                ${ur("within",s,o)}
              </button>
            `)}
        </div>
        <${Il}
          label=${a("filter.from")}
          day=${si(t.since,o)}
          onDay=${s=>r({since:s?ri(s,o):void 0})}
        />
        <${Il}
          label=${a("filter.to")}
          day=${si(t.until,o,1)}
          onDay=${s=>r({until:s?ri(s,o,1):void 0})}
        />
      `}
    <//>
  `}function Dl({filters:t,set:e,stats:o}){let n=E(M),[r,s]=y(!1),i={filters:t,set:e},c=on(o?.by_action),u=on(o?.by_user),f=lr(t);return l`
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
        <${$o} name="cause" options=${jl} ...${i} />
        <${$o} name="action_name" options=${c} isOpen ...${i} />
        ${n?.role!=="operator"&&l`<${$o} name="user_id" options=${u} isOpen ...${i} />`}
        <${$o} name="cid" isOpen ...${i} />
        <${$o} name="batch_id" isOpen ...${i} />
        <${$o} name="source" options=${El} ...${i} />
        <${Bh} ...${i} />
      </div>
    </div>
    ${f.length>0&&l`<${Wh} all=${f} ...${i} />`}
  `}function Wh({filters:t,set:e,all:o}){let n=E(Zt);return l`
    <div class="row chosen" role="group" aria-label=${a("filter.chosen")}>
      ${o.map(({name:r,value:s})=>l`
          <${Qa}
            key=${`${r} ${s}`}
            name=${mo(r)}
            value=${ur(r,s,n)}
            onRemove=${()=>e(Cl(t,r,s))}
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
  `}var Rl,on,Ml=g(()=>{"use strict";wt();it();z();T();Ot();vt();Uo();Qo();C();ho();Ll();Rl=({filters:t,set:e,total:o})=>l`
  <div class="statuses" role="group" aria-label=${mo("status")}>
    ${Tl.map(n=>l`
        <button
          key=${n}
          type="button"
          class="status-filter badge-${n}"
          aria-pressed=${t.status.includes(n)}
          onClick=${()=>e(Ue(t,"status",n))}
        >
          <${I} name=${n} />${F("status",n)}
          <b>${o?L(o[n]):"\u2013"}</b>
        </button>
      `)}
  </div>
`;on=t=>(t?.rows??[]).map(e=>e.value)});function nn(t,e){if(e.index<=t.last_index)return!1;if(t.last_index=e.index,e.kind==="note_added"){let{index:o,recorded_at:n,actor:r,text:s}=e;t.note_count=(t.note_count??0)+1,t.newest_note={index:o,recorded_at:n,actor:r,text:s}}else{let{index:o,status:n,cause:r,http_status:s,error_message:i,recorded_at:c}=e,u=[...t.changes??[],o];Object.assign(t,{status:n,cause:r,http_status:s,error_message:i,changes:u}),t.updated_at=c}return!0}function bo([t,...e]){let o=zh(t);for(let n of e)nn(o,n);return o}var zh,dr=g(()=>{"use strict";zh=t=>({...t,status:t.status??"IN_PROGRESS",cause:t.cause??null,customer_count:t.customers?.count??t.customer_count,last_index:t.index,changes:[],note_count:0,newest_note:null})});function Ul(t){t.size>qh&&t.delete(t.keys().next().value)}var rn,Hl,Pl,sn,qh,fr,pr,ii=g(()=>{"use strict";dr();ho();rn=100,Hl=8,Pl=15e4,sn=1e3,qh=2e3,fr=class{constructor(e,o,n=null){this.filters=e,this.recent=o,this.pages=[],this.next=n,this.start=n,this.count=0,this.top=-1,this.fresh=new Set,this.byId=new Map}get isDone(){return this.next===void 0||this.count>=Pl}get isTruncated(){return this.next!==void 0&&this.count>=Pl}locate(e){let o=0;for(let[n,r]of this.pages.entries()){if(e<o+r.count)return{number:n,offset:e-o};o+=r.count}return{number:this.pages.length,offset:0}}slice(e,o){let n=[],{number:r,offset:s}=this.locate(e);for(let i=Math.min(o,this.count)-e;i>0;r+=1,s=0){let{count:c,rows:u}=this.pages[r],f=Math.min(i,c-s);for(let d=0;d<f;d+=1)n.push(u?u[s+d]:null);i-=f}return n}wanted(e,o){let n=Math.min(this.locate(o).number,this.pages.length-1);for(let r=this.locate(e).number;r<=n;r+=1){let{rows:s,stale:i}=this.pages[r];if(!s||i)return r}return!this.isDone&&o>this.count-rn/2?this.pages.length:null}cursorOf(e){return e<this.pages.length?this.pages[e].cursor:this.next??null}place(e,{jobs:o,next:n},r){if(this.#e(e)&&this.pages.length)return this.#t(o);let s=this.pages[e]??{cursor:this.next??null,count:0,rows:null},i=o.length-s.count;e===this.pages.length&&(this.pages.push(s),this.next=n??void 0),this.top<0&&o.length&&(this.top=o[0].index);for(let c of s.rows??[])this.byId.delete(c.job_id);this.pages[e]={cursor:s.cursor,count:o.length,rows:o};for(let c of o){this.byId.set(c.job_id,c);for(let u of this.recent.entriesOf(c.job_id))nn(c,u)}if(this.count+=i,this.#e(e))for(let c of this.recent.jobs.values())this.#r(c,r);return i}#e(e){return e===0&&this.start===null}#t(e){for(let o of e){let n=this.byId.get(o.job_id);n&&n.last_index<=o.last_index&&Object.assign(n,o)}return this.pages[0].stale=!1,0}forget(e,o){let n=this.locate(e).number-Hl,r=this.locate(o).number+Hl;for(let[s,i]of this.pages.entries())if(!(!i.rows||s>=n&&s<=r||this.#e(s))){for(let c of i.rows)this.byId.delete(c.job_id);i.rows=null}}expire(){for(let e of this.pages)e.stale=!0}take(e,o){let n=!1;for(let r of e){let s=this.byId.get(r.job_id);s?n=nn(s,r)||n:n=this.#r(this.recent.jobs.get(r.job_id),o)||n}return n}#r(e,o){if(!e||e.index<=this.top||this.start!==null||this.filters.cid.length||this.byId.has(e.job_id))return!1;let n=this.fresh.size;return n>=sn?!1:(Nl(this.filters,e,o)?this.fresh.add(e.job_id):this.fresh.delete(e.job_id),this.fresh.size!==n)}limitOf(e){return e<this.pages.length&&this.#e(e)?5*rn:rn}compare(e){this.fresh.size>=sn||(this.fresh=new Set(e.filter(o=>o.index>this.top).map(o=>o.job_id)))}},pr=class{constructor(){this.entries=new Map,this.jobs=new Map}take(e){for(let o of e){if(o.kind==="job_created"||o.kind==="job_imported"){this.jobs.set(o.job_id,bo([o])),Ul(this.jobs);continue}let n=this.jobs.get(o.job_id);n&&nn(n,o),this.entries.set(o.job_id,[...this.entriesOf(o.job_id).slice(-20),o]),Ul(this.entries)}}entriesOf(e){return this.entries.get(e)??[]}}});var Vh,Jh,Kh,Gh,hr,Fl=g(()=>{"use strict";le();jn();ho();ii();Vh=120,Jh=2e3,Kh=5e3,Gh=(t,e)=>setTimeout(t,e),hr=class{list=null;#e=null;stats=null;problem=null;isLoading=!1;shift=0;scrolled=0;#t;#r=new pr;#s=[0,40];#a=0;#o=0;#c=new AbortController;#d=()=>{};#l=new Set;#n=!1;constructor(e){this.#t={later:Gh,now:Date.now,...e}}async open(e,o=null){this.#c.abort(),this.#c=new AbortController,this.#o=this.#t.now(),this.#s=[0,40],this.#e=new fr(e,this.#r,o),this.list??=this.#e,this.problem=null,this.isLoading=!1,await this.#i()}reload(){return this.#e?this.open(this.#e.filters):Promise.resolve()}openRest(){let e=this.list;return e?this.open(e.filters,e.next??null):Promise.resolve()}retry(){return this.problem=null,this.#i()}show(e,o){this.list===this.#e&&(this.#s=[e,o],this.problem||this.#i())}close(){this.#n=!0,this.#c.abort(),this.#d()}async resume(e){this.#t.onChange=e,this.#n=!1,this.#c=new AbortController,this.isLoading=!1,this.problem=null,this.stats=null,this.list?.expire(),this.#e=this.list,await this.#i(),await this.#$().catch(()=>{})}async#i(){let e=this.#e,{signal:o}=this.#c;if(!e||this.isLoading||this.#n)return;let[n,r]=this.#s,s=e.wanted(n,r);if(s!==null){this.isLoading=!0,this.#t.onChange();try{this.stats||await this.#f();let i=e.limitOf(s),c={...po(e.filters,this.#o),limit:i},u=e.cursorOf(s),f=await this.#t.get("/v1/jobs",{query:{...c,cursor:u},signal:o});if(o.aborted)return;let d=s<e.locate(this.#s[0]).number,h=e.place(s,f,this.#t.now());d&&(this.shift+=h),e.forget(this.#s[0],this.#s[1]),this.#a=0}catch(i){if(o.aborted)return;if(!(i instanceof J))throw i;this.problem=i,i.isTemporary&&this.#p(i,o)}finally{o.aborted||(this.isLoading=!1)}this.list=e,this.#t.onChange(),this.problem||await this.#i()}}#p(e,o){let n=Xe(this.#a,e);this.#a+=1,this.#t.later(()=>{!o.aborted&&this.problem===e&&this.retry()},n)}async#f(){if(await this.#m(),this.#n)return;let{size:e}=this.stats.head;this.#d(),this.#d=this.#t.follow(e>0?{after:e-1}:{from:0},{onEntries:o=>this.#h(o),onState:o=>{o==="stale"&&(this.list?.expire(),this.#i(),this.#u("count",0,()=>this.#m()),this.#u("look",0,()=>this.#$()))}})}#h(e){this.#r.take(e),this.list?.take(e,this.#t.now())&&this.#u("draw",Vh,async()=>this.#t.onChange()),this.#u("count",Jh,()=>this.#m()),e.some(({kind:n})=>n==="job_created"||n==="job_imported")&&this.list?.filters.cid.length&&this.#u("look",Kh,()=>this.#$())}#u(e,o,n){this.#l.has(e)||(this.#l.add(e),this.#t.later(()=>{this.#l.delete(e),this.#n||n().catch(()=>{})},o))}async#m(){this.stats=await this.#t.get("/v1/stats",{query:{limit:100}}),this.#t.onChange()}async#$(){let e=this.list;if(!e||e.start!==null)return;let o={...po(e.filters,this.#o),limit:rn};e.compare((await this.#t.get("/v1/jobs",{query:o})).jobs),this.#t.onChange()}}});function ai(t){let e=t.trim().toLowerCase();if(!/^[0-9a-f]+(-[0-9a-f]+)*-?$/.test(e))return null;let o=e.replaceAll("-","");return o.length>32?null:{digits:o,id:o.length===32?Yh(o):null}}function ci(t,{jobs:e,users:o,actions:n}){let r=t.trim();if(!r)return[];let s=r.toLowerCase(),i=f=>f.filter(d=>d.toLowerCase().includes(s)).sort((d,h)=>Bl(d,s)-Bl(h,s)).slice(0,4),c=ai(r),u=e.map(f=>({kind:"job",value:f.job_id,job:f}));return c?.id&&!u.length&&u.push({kind:"job",value:c.id,job:null}),[...i(o).map(f=>({kind:"user",value:f})),...i(n).map(f=>({kind:"action",value:f})),...u,...e.length>1?[{kind:"prefix",value:r}]:[],...c?.id?[]:[{kind:"customer",value:r}]]}function Bl(t,e){let o=t.toLowerCase().indexOf(e);return o===0?t.length-e.length:1e3+o}var Yh,Wl=g(()=>{"use strict";Yh=t=>[t.slice(0,8),t.slice(8,12),t.slice(12,16),t.slice(16,20),t.slice(20)].join("-")});function Zh(t){let[e,o]=y([]),n=D(Promise.resolve([])),r=ai(t)?.digits??"";return A(()=>{if(o([]),n.current=Promise.resolve([]),!r)return;let s=new AbortController,i={job_id:r,limit:Xh};return n.current=j("/v1/jobs",{query:i,signal:s.signal}).then(c=>c.jobs,()=>[]),n.current.then(c=>s.signal.aborted||o(c)),()=>s.abort()},[r]),{jobs:e,asked:n}}function Qh({meaning:{kind:t,value:e,job:o}}){return l`
    <span class="suggestion-kind">${a(`search.${t}`)}</span>
    <span class="suggestion-value">${e}</span>
    ${o&&l`<span>${o.action_name}</span><${dt} status=${o.status} /> `}
    ${o&&l`<${et} at=${o.created_at} />`}
  `}function zl({filters:t,set:e,users:o,actions:n}){let[r,s]=y(""),[i,c]=y(!1),[u,f]=y(0),d=D(null),{jobs:h,asked:m}=Zh(r),p=he(),$=ci(r,{jobs:h,users:o,actions:n}),x=i&&$.length>0;Dn(d,x,()=>c(!1));let w=({kind:_,value:k})=>{if(c(!1),s(""),_==="job")xt(N(O`/jobs/${k}`));else if(_==="customer")xt(N(O`/customers/${k}`));else if(_==="prefix")e({...t,job_id:k});else{let R=_==="user"?"user_id":"action_name";t[R].includes(k)||e(Ue(t,R,k))}},b=async()=>{let _=await m.current,k=ci(r,{jobs:_,users:o,actions:n})[u];k&&w(k)},v=_=>{let k={ArrowDown:1,ArrowUp:-1}[_.key];if(k&&$.length)c(!0),f(x?(u+k+$.length)%$.length:0);else if(_.key==="Enter")b();else if(_.key==="Escape"&&r)s("");else if(_.key==="Escape")_.target.blur();else return;_.preventDefault()};return l`
    <div class="search" ref=${d} role="search">
      <${I} name="search" />
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
        onInput=${_=>{s(_.currentTarget.value),c(!0),f(0)}}
        onFocus=${()=>c(!0)}
        onKeyDown=${v}
      />
      <ul id=${p} role="listbox" aria-label=${a("search.suggestions")} hidden=${!x}>
        ${$.map((_,k)=>l`
            <li
              key=${`${_.kind} ${_.value}`}
              id="${p}-${k}"
              role="option"
              aria-selected=${k===u}
              onPointerDown=${R=>R.preventDefault()}
              onClick=${()=>w(_)}
            >
              <${Qh} meaning=${_} />
            </li>
          `)}
      </ul>
    </div>
  `}var Xh,ql=g(()=>{"use strict";X();B();Lt();Rt();z();T();vt();Z();C();ho();Wl();Xh=6});function om(){let[,t]=y(0);A(()=>{let o=()=>t(n=>n+1);for(let n of[li,ui])n.addEventListener("change",o);return()=>{for(let n of[li,ui])n.removeEventListener("change",o)}},[]);let e=Number.parseFloat(getComputedStyle(document.documentElement).fontSize);return{height:Math.round(em[li.matches?"cards":"table"]*e),isWide:ui.matches}}function nm(t,e,o,n){let[r,s]=y({from:0,to:40});return pe(()=>{let i=0,c=()=>{i=0,n(scrollY);let f=-(t.current?.getBoundingClientRect().top??0),d=Math.max(0,Math.floor(f/e)-Vl),h=Math.max(0,Math.ceil((f+innerHeight)/e))+Vl;s(m=>m.from===d&&m.to===h?m:{from:d,to:h})},u=()=>{i||=requestAnimationFrame(c)};return c(),addEventListener("scroll",u,{passive:!0}),addEventListener("resize",u),()=>{cancelAnimationFrame(i),removeEventListener("scroll",u),removeEventListener("resize",u)}},[e,o]),{from:Math.min(r.from,o),to:Math.min(r.to,o)}}function rm(t,e){t.target.closest("a, button")||getSelection()?.toString()||xt(N(O`/jobs/${e}`))}function sm({job:t,index:e,isWide:o}){let n={"data-index":e,"aria-rowindex":e+2};if(!t)return l`<tr role="row" class="job" ...${n}>
      <td role="cell">…</td>
    </tr>`;let{job_id:r,user_id:s,action_name:i,customer_count:c,status:u,cause:f}=t;return l`
    <tr
      role="row"
      class="job"
      ...${n}
      onClick=${d=>rm(d,r)}
    >
      <td role="cell" class="cell-user">${s}</td>
      <td role="cell" class="cell-action">
        <a href=${N(O`/jobs/${r}`)}>${i}</a>
        ${t.retry_of&&l`<${_e}>${a("jobs.retry")}<//>`}
        <${ir} count=${t.note_count} newest=${t.newest_note} />
      </td>
      <td role="cell" class="cell-customers number">
        ${L(c)}<span class="only-cards">
          ${" "}${a("jobs.customersUnit",{n:c})}</span
        >
      </td>
      <td role="cell" class="cell-status"><${dt} status=${u} cause=${f} /></td>
      <td role="cell" class="cell-date"><${et} at=${t.created_at} /></td>
      <td role="cell" class="cell-id"><${co} id=${r} short=${!o} /></td>
    </tr>
  `}function Jl({jobs:t,list:e,focus:o}){let{height:n,isWide:r}=om(),s=D(null);pe(()=>{t.scrolled&&scrollTo(0,t.scrolled)},[]);let{from:i,to:c}=nm(s,n,e.count,d=>{t.scrolled=d}),u=e.slice(i,c);A(()=>t.show(i,c),[i,c,e,e.count]),pe(()=>{t.shift&&(scrollBy(0,t.shift*n),t.shift=0)}),pe(()=>{if(!o||!s.current)return;let d=s.current.getBoundingClientRect().top+o.index*n;d<2*n?scrollBy(0,d-2*n):d>innerHeight-2*n&&scrollBy(0,d-innerHeight+2*n);let h=requestAnimationFrame(()=>requestAnimationFrame(f));return()=>cancelAnimationFrame(h)},[o]);let f=()=>{let d=s.current?.querySelector(`[data-index="${o?.index}"] a`);d instanceof HTMLElement&&d.focus({preventScroll:!0})};return l`
    <table
      class="jobs"
      role="table"
      aria-rowcount=${e.isDone?e.count+1:-1}
      aria-busy=${t.isLoading}
      style=${{"--row":`${n}px`}}
    >
      <caption class="off-screen">
        ${a("jobs.title")}
      </caption>
      <thead role="rowgroup">
        <tr role="row" class="job" aria-rowindex="1">
          ${tm.map(d=>l`
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
      <tbody role="rowgroup" ref=${s} style=${{height:`${e.count*n}px`}}>
        ${i>0&&l`<tr key="above" aria-hidden="true" style=${{height:`${i*n}px`}}></tr>`}
        ${u.map((d,h)=>l`
            <${sm}
              key=${d?.job_id??i+h}
              job=${d}
              index=${i+h}
              isWide=${r}
            />
          `)}
      </tbody>
    </table>
  `}var Vl,tm,em,li,ui,Kl=g(()=>{"use strict";it();B();Lt();Rt();T();Z();C();Vl=8,tm=["user","action","customers","status","date","id"],em={table:2.5,cards:6.5},li=matchMedia("(width < 60rem)"),ui=matchMedia("(width >= 90rem)")});function cm({views:t,query:e,close:o}){let[n,r]=y("");return l`
    <form onSubmit=${i=>{i.preventDefault(),t.update(c=>[...c.filter(u=>u.name!==n.trim()),{name:n.trim(),query:e}]),o(),K(a("views.saved",{name:n.trim()}))}}>
      <${P} label=${a("views.name")} required maxlength="60" value=${n} onValue=${r} />
      <button type="submit">${a("views.save")}</button>
    </form>
  `}function Gl({query:t}){let[e]=y(am),o=E(e),n=t.toString(),r=s=>e.update(i=>i.filter(c=>c.name!==s));return l`
    <${to} label=${a("views.title")} align="end">
      ${s=>l`
        ${o.length>0&&l`
            <ul class="menu views">
              ${o.map(i=>l`
                  <li key=${i.name} class="row">
                    <a
                      href=${N("/")+(i.query&&`?${i.query}`)}
                      aria-current=${i.query===n?"true":void 0}
                      onClick=${c=>{c.preventDefault(),An(new URLSearchParams(i.query)),s()}}
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
        ${n?l`<${cm} views=${e} query=${n} close=${s} />`:l`<p class="hint">${a("views.hint")}</p>`}
      `}
    <//>
  `}var im,am,Yl=g(()=>{"use strict";wt();B();Lt();Te();Ot();z();T();Uo();kt();C();im={},am=()=>{let t=`views:${M.get()?.user_id}`;return im[t]??=ne(t,[])}});var Ql={};Ft(Ql,{default:()=>Zl});function um(t){let[,e]=y(0),o=()=>e(c=>c+1),[n]=y(()=>Mt.get().isBack?Xl.find(t):null),r=D(n!==null),[s]=y(()=>n??new hr({get:j,follow:te,onChange:o})),i=D(t);return i.current=t,A(()=>{let c=M.get()?.user_id;return r.current&&s.resume(o),()=>{s.close(),Xl.leave(c,i.current,s)}},[]),A(()=>{r.current||s.open(en(new URLSearchParams(t))),r.current=!1},[t]),s}function fm({filters:t}){let e=po(t,Date.now()),o=[{text:"CSV",href:N("/v1/export.csv",e),download:!0},{text:a("jobs.csvExcel"),href:N("/v1/export.csv",{...e,bom:"true"}),download:!0},{text:"NDJSON",href:N("/v1/export.ndjson",e),download:!0}];return l`<${Fn} label=${a("jobs.download")} align="end" items=${o} />`}function pm({jobs:t,list:e,isFiltered:o,clear:n}){let r=E(M);return t.problem?l`
      <${V} problem=${t.problem} retry=${()=>t.retry()} />
      ${o&&l`<p><button type="button" onClick=${n}>${a("filter.clear")}</button></p>`}
    `:e.isTruncated?l`
      <p class="state">
        <button type="button" onClick=${()=>t.openRest()}>${a("jobs.older")}</button>
      </p>
    `:e.isDone?e.count?l`<p class="state">${a("jobs.end",{n:e.count})}</p>`:o?l`
      <${ct} title=${a("jobs.noMatch")}>
        <button type="button" onClick=${n}>${a("filter.clear")}</button>
      <//>
    `:l`
    <${ct} title=${a("jobs.empty")}>
      ${r?.role!=="auditor"&&l`<p><${H} to="/set-action" class="button">${a("jobs.emptyAction")}<//></p>`}
      <p><a href=${N("/docs")}>${a("jobs.emptyDocs")}</a></p>
    <//>
  `:l`<${me} />`}function hm({count:t,show:e}){if(A(()=>{t&&Pn(a("jobs.fresh",{n:t}))},[t>0]),!t)return null;let o=t>=sn;return l`
    <div class="fresh">
      <button type="button" id="show-new" class="primary" onClick=${e}>
        ${a(o?"jobs.freshMany":"jobs.fresh",{n:o?sn-1:t})}
      </button>
    </div>
  `}function Zl(){let[t,e]=zt(),o=t.toString(),n=ft(()=>en(t),[o]),r=um(o),{list:s,stats:i}=r,[c,u]=y(null),[f,d]=y(!1),h=w=>e(ni(w)),m=()=>e(new URLSearchParams),p=D(null);p.current={list:s,focus:c},A(()=>{let w=b=>{let{list:v,focus:_}=p.current,k=document.activeElement?.closest?.("[data-index]"),R=k?Number(k.getAttribute("data-index")):_?.index??-1,Y=Math.max(0,Math.min(R+b,v.count-1));v.count&&u({index:Y})};return _l({"/":()=>document.getElementById("search")?.focus(),j:()=>w(1),k:()=>w(-1),"?":()=>d(!0)})},[]);let $=async()=>{scrollTo(0,0),await r.reload(),u({index:0})},x=lr(n).length>0;return l`
    <div class="jobs-top">
      <${G}>${a("jobs.title")}<//>
      <${zl}
        filters=${n}
        set=${h}
        users=${on(i?.by_user)}
        actions=${on(i?.by_action)}
      />
      <div class="row">
        <${Gl} query=${t} />
        <${fm} filters=${n} />
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
      <${Rl} filters=${n} set=${h} total=${i?.total} />
      <${Dl} filters=${n} set=${h} stats=${i} />
    </div>
    ${s?.start&&l`
        <p class="notice">
          ${a("jobs.olderShown")}
          <button type="button" onClick=${()=>r.reload()}>${a("jobs.newest")}</button>
        </p>
      `}
    ${s&&l`
        <${hm} count=${s.fresh.size} show=${$} />
        ${s.count>0&&l`<${Jl} jobs=${r} list=${s} focus=${c} />`}
        <${pm} jobs=${r} list=${s} isFiltered=${x} clear=${m} />
      `}
    ${f&&l`<${dm} onClose=${()=>d(!1)} />`}
  `}var lm,Xl,dm,tu=g(()=>{"use strict";wt();X();xl();kl();B();Lt();fo();Yt();z();T();Uo();kt();ht();Z();C();Ml();ho();Fl();ii();ql();Kl();Yl();lm=[["/","keys.search"],["j","keys.down"],["k","keys.up"],["Enter","keys.open"],["Esc","keys.escape"],["?","keys.help"]],Xl=vl();dm=({onClose:t})=>l`
  <${ut} title=${a("keys.title")} onClose=${t}>
    <dl class="facts">
      ${lm.map(([e,o])=>l`
          <dt key=${e}><kbd>${e}</kbd></dt>
          <dd>${a(o)}</dd>
        `)}
    </dl>
  <//>
`});function ae(t,e){if(!t)return{why:"empty"};if(t.length*3>e){let r=bm.encode(t).length;if(r>e)return{why:"long",n:r}}if($m.test(t))return null;if(/\p{Cc}/u.test(t))return{why:"control"};if(t.search(ou)>=0)return{why:"ends"};let o=mm.exec(t);return o?{why:"unseen",code:`U+${o[0].codePointAt(0).toString(16).toUpperCase().padStart(4,"0")}`}:null}function*ru({values:t,lines:e},{trims:o,bytesMax:n}){let r=[],s=new Uint8Array(t.length),i={good:0,duplicate:0,blank:0,spaces:0,invalid:0},c=new Map;for(let[u,f]of t.entries()){let d=o?nu(f):f,h=ym(d,c,n);h==="good"&&c.set(d,u),r.push(d),s[u]=an.indexOf(h),i[h]+=1,u%eu===eu-1&&(yield)}return{values:r,lines:e,kinds:s,counts:i,customers:[...c.keys()],first:c}}function ym(t,e,o){if(e.has(t))return"duplicate";if(!ae(t,o))return"good";let n=nu(t);return n?n!==t&&!ae(n,o)?"spaces":"invalid":"blank"}function su({values:t,kinds:e},o,n){let r=an.indexOf(o),s=n.toLowerCase(),i=[];for(let c=0;c<t.length;c+=1)r>=0&&e[c]!==r||(!s||t[c].toLowerCase().includes(s))&&i.push(c);return i}var an,mm,ou,$m,eu,bm,nu,cn=g(()=>{"use strict";an=["good","duplicate","blank","spaces","invalid"],mm=new RegExp("[\\xa0\\xad\\u034f\\u061c\\u115f\\u1160\\u1680\\u17b4\\u17b5\\u180b-\\u180f\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u2800\\u3000\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb\\u{13430}-\\u{1343f}\\u{13441}\\u{13442}\\u{16fe4}\\u{1bca0}-\\u{1bca3}\\u{1d159}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e0fff}\\p{Noncharacter_Code_Point}\\p{Surrogate}]","u"),ou=/^\p{White_Space}+|\p{White_Space}+$/gu,$m=/^[!-~]+$/,eu=2e3,bm=new TextEncoder;nu=t=>t.replace(ou,"")});function du({parts:t,first:e,fresh:o},n,r){let s=new Map(n.map(u=>[u.job_id,u])),i=t[0]?.jobs[0]?.job_id,c=n.findIndex(u=>u.job_id===i);return{parts:t.map(u=>({...u,jobs:u.jobs.map(f=>s.get(f.job_id)??f)})),first:e,fresh:r?c<0?n.length:c:o}}function fu(t,e){let o=new Set(pi(t).map(n=>n.job_id));return e.some(({kind:n,job_id:r})=>n==="job_created"||n==="job_imported"||o.has(r))}function pu({parts:t}){let e={};for(let{outcome:o}of t.flatMap(n=>n.jobs))e[o.status]=(e[o.status]??0)+1;return e}var di,fi,pi,iu,au,cu,hi,lu,uu,hu=g(()=>{"use strict";di={parts:[],first:0,fresh:0},fi=({parts:t,first:e})=>t.slice(e,e+2),pi=t=>fi(t).flatMap(e=>e.jobs),iu=({first:t})=>t>0,au=({parts:t,first:e})=>e+2<t.length||!!t.at(-1)?.next,cu=({parts:t,first:e})=>e+2<t.length?null:t.at(-1)?.next??null,hi=({parts:t,...e},o,{jobs:n,next:r})=>({...e,parts:[...t,{cursor:o,jobs:n,next:r}]}),lu=t=>({...t,first:Math.max(0,Math.min(t.first+1,t.parts.length-2))}),uu=t=>({...t,first:Math.max(0,t.first-1)})});var bu={};Ft(bu,{default:()=>$u});function xm(){let[t,e]=y(""),o=t&&ae(t,mu);return l`
    <form
      class="look-up"
      role="search"
      onSubmit=${n=>{n.preventDefault(),t&&!o&&xt(N(O`/customers/${t}`))}}
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
          ${a(`name.${o.why}`,{n:o.n??0,most:mu,code:o.code??""})}
        </p>`}
    </form>
  `}function vm(t){let[e,o]=y(di),n=D(e),r=m=>o(n.current=m),s=m=>j(O`/v1/customers/${t}/jobs`,{query:{limit:30,cursor:m}}),[i,c,u]=tt(async()=>{r(hi(di,null,await s(null)))}),[f,d,h]=tt(async()=>{let m=cu(n.current);if(m){let p=await s(m);r(hi(n.current,m,p))}r(lu(n.current))});return A(()=>{i();let m=0,p=async()=>{m=0;let w=new Set([null,...fi(n.current).map(b=>b.cursor)]);for(let b of w){let v=await s(b);r(du(n.current,v.jobs,b===null))}},$=()=>m||=window.setTimeout(()=>p().catch(()=>{}),gm),x=te({},{onEntries:w=>fu(n.current,w)&&$(),onState:w=>w==="stale"&&$()});return()=>{clearTimeout(m),x()}},[]),{jobs:e,open:i,showOlder:f,showNewer:()=>r(uu(n.current)),isBusy:c||d,problem:u??h,retry:u?i:f}}function km({job:t}){let{outcome:e,job_id:o}=t,n=r=>a(`customer.${r}`);return l`
    <tr>
      <td data-label=${n("when")}><${et} at=${t.created_at} /></td>
      <td data-label=${n("action")}>
        <a href=${N(O`/jobs/${o}`)}><b>${t.action_name}</b></a>
        ${t.retry_of&&l` <${_e}>${a("jobs.retry")}<//>`} ${" "}<${ir}
          count=${t.note_count}
          newest=${t.newest_note}
        />
      </td>
      <td data-label=${n("outcome")}>
        <${dt} status=${e.status} />
        ${!e.own&&l`<span class="muted"> ${a("customer.asJob")}</span>`}
        ${e.message&&l`<div class="message-of">${e.message}</div>`}
      </td>
      <td data-label=${n("job")}><${dt} status=${t.status} cause=${t.cause} /></td>
      <td data-label=${n("user")}>
        ${t.user_id}
        ${t.submitted_by&&l`<div class="muted">${a("customer.submittedBy",{user:t.submitted_by})}</div>`}
      </td>
      <td data-label=${n("id")}><${co} id=${o} short /></td>
    </tr>
  `}function Sm({cid:t}){let{jobs:e,open:o,showOlder:n,showNewer:r,isBusy:s,problem:i,retry:c}=vm(t),u=E(M),f=e.parts.reduce((p,$)=>p+$.jobs.length,0),d=!e.parts.at(-1)?.next,h=l`
    <p class="row">
      ${u?.role!=="auditor"&&l`<${H} to="/set-action" query=${{cid:t}} class="button"
          >${a("customer.setAction")}<//
        >`}
      <${H} to="/jobs" query=${{cid:t}} class="button">${a("customer.inJobs")}<//>
    </p>
  `,m=e.fresh>0&&l`<button type="button" id="fresh" class="primary" onClick=${o}>
      ${a("customer.fresh",{n:e.fresh})}
    </button>`;return e.parts.length===0?l`<${V}
        problem=${i}
        retry=${c}
      />${s&&l`<${me} />`}`:f===0&&d?l`
      <${ct} title=${a("customer.none")}><p>${a("customer.noneHint")}</p><//>
      <p role="status">${m}</p>
      ${h}
    `:l`
    <div class="row spread">
      <p class="row" role="status">
        ${a(d?"customer.count":"customer.countMore",{n:f})}
        ${Object.entries(pu(e)).map(([p,$])=>l`<span key=${p}><${dt} status=${p} /> ${L($)}</span>`)}
        ${m}
      </p>
      ${h}
    </div>
    ${iu(e)&&l`<p><button type="button" onClick=${r}>${a("customer.newer")}</button></p>`}
    <div class="card scroll-x">
      <table class="customer-jobs">
        <caption class="off-screen">
          ${a("customer.title",{cid:t})}
        </caption>
        <thead>
          <tr>
            ${_m.map(p=>l`<th key=${p} scope="col">${a(`customer.${p}`)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${pi(e).map(p=>l`<${km} key=${p.job_id} job=${p} />`)}
        </tbody>
      </table>
    </div>
    <${V} problem=${i} retry=${c} />
    ${au(e)&&l`<p>
        <button type="button" id="older" disabled=${s} onClick=${n}>
          ${a("customer.older")}
        </button>
      </p>`}
  `}function $u({cid:t}){return l`
    <div class="row spread customer-top">
      <${G}>${t?a("customer.title",{cid:t}):a("customer.titleNone")}<//>
      <${xm} />
    </div>
    ${t&&l`<${Sm} cid=${t} />`}
  `}var gm,mu,_m,yu=g(()=>{"use strict";wt();X();cn();it();B();Lt();fo();Rt();z();T();ht();Z();C();hu();gm=3e3,mu=128,_m=["when","action","outcome","job","user","id"]});function mr(t){let e=t.trim().toLowerCase().replaceAll("-","");return/^[0-9a-f]{1,32}$/.test(e)?e:null}function mi(t,e){let o=mr(String(t));return o?.length===32&&o===mr(String(e))}var $i=g(()=>{"use strict"});function Tm(t,e){let o=bo(e),n=s=>Kt(s??null);return[...new Set([...Object.keys(t),...Am])].filter(s=>n(t[s])!==n(o[s]))}async function gu({job:t,entries:e,checkpoint:o},n,r){let s=!mi(t?.job_id,r)||!mi(e?.[0]?.job_id,r),i={size:0,wrong:new Map,why:"",isStale:!1,isOther:s};try{if(s)throw new Error("this is another job");let c=await Ht(o,n);i.size=c.size;for(let d of e)await Qn({entry:d,checkpoint:c,key:n}).catch(h=>i.wrong.set(d.index,yo(h)));if(i.wrong.size)return i;await zs({entries:e,checkpoint:c,key:n});let u=e.filter(d=>d.index<=t.last_index);i.isStale=u.length<e.length;let f=Tm(t,u.length?u:e);if(f.length)throw new Error(`its entries do not say: ${f.join(", ")}`)}catch(c){i.why=yo(c)}return i}var yo,wu,Am,xe,wo=g(()=>{"use strict";Yo();dr();$i();yo=t=>t instanceof Error?t.message:String(t),wu=t=>[t?.job,t?.outcomes?.counts,t?.related].every(Boolean)&&Array.isArray(t.entries)&&t.entries.length>0&&t.entries.every(Boolean),Am=`action_code action_name batch_id cause changes cluster_url created_at customer_count
  error_message http_status index job_id last_index newest_note note_count retry_of source status
  submitted_by updated_at user_id`.split(/\s+/);xe=({wrong:t,why:e,isStale:o,isUnconnected:n})=>!t.size&&!e&&!o&&!n});var _u,$r,ln,br,bi=g(()=>{"use strict";it();C();Rt();T();Z();_u={job_id:t=>l`<${co} id=${t.job_id} />`,status:t=>l`<${dt} status=${t.status} cause=${t.cause} />`,user_id:t=>l`<${H} to="/" query=${{user_id:t.user_id}}>${t.user_id}<//>`,submitted_by:t=>t.submitted_by,action_name:t=>l`
    <${H} to="/" query=${{action_name:t.action_name}}>${t.action_name}<//>
  `,action_code:t=>t.action_code,customer_count:t=>L(t.customer_count),source:t=>F("source",t.source),created_at:t=>l`<${et} at=${t.created_at} />`,updated_at:t=>l`<${et} at=${t.updated_at} />`,http_status:t=>t.http_status,batch_id:t=>l`<${H} to="/" query=${{batch_id:t.batch_id}}>${t.batch_id}<//>`,cluster_url:t=>l`<code>${t.cluster_url}</code>`,retry_of:t=>l`<${H} to=${`/jobs/${t.retry_of}`}>${t.retry_of}<//>`},$r=Object.keys(_u),ln=(t,e)=>(t[e]??null)===null?null:_u[e](t),br=t=>F("fact",t)});function yr({proof:t,entries:e}){let{wrong:o,why:n,isUnconnected:r}=t;if(r&&!o.size&&!n)return l`<${jm} />`;let s=xe(t)?a("job.allProved",{n:e.length,size:t.size}):a("job.noneProved");return l`
    <${H} to="/help/proof" class="proof-line">
      <${ie} text=${s} wrong=${xe(t)?null:t.why||s} />
    <//>
  `}function go({overview:t,lists:e,more:o,banner:n="job-proof"}){let{proof:r,isOtherKey:s,...i}=t,[c]=r.wrong,u=c&&a("job.entryWrong",{index:c[0],why:c[1]}),f=e?.state==="wrong"?e.why:"",d=u||r.why||f||o?.why||"";return A(()=>{if(!d||s)return;let h=()=>({finding:d,server:location.origin+Tt,found_at:new Date().toISOString(),overview:i,lists:e?.received,more:o}),m=l`
      <${rr}
        title=${a("job.alarm")}
        text=${a("job.alarmHint")}
        why=${d}
        name="${i.job.job_id}.alarm.json"
        evidence=${h}
      />
    `;return Qe(n,{kind:"alarm",content:m}),()=>Qe(n,null)},[d]),null}var jm,yi=g(()=>{"use strict";wo();B();C();Mn();T();lo();Z();jm=()=>l`
  <${H} to="/help/proof" class="proof-line muted">${a("job.unconnected")}<//>
`});async function un(t,e){for(let o=Em;;o-=1){let n=ge(),r=await j(O`/v1/jobs/${t}/overview`,{signal:e});if(!wu(r))throw new J({status:500,title:a("job.malformed"),detail:a("job.malformed")});let{checkpoint:s,verifier_key:i}=r,c=nl()??i,u=await gu(r,c,t);if(!(u.isStale&&o>1))return u.isStale&&(u.why||=a("job.stale")),ol(n,{checkpoint:s,keys:{overview:i}}),{...r,proof:u,isOtherKey:c!==i}}}function dn(t){let e=!il(t.checkpoint);return{...t,proof:{...t.proof,isUnconnected:e}}}var Em,wi=g(()=>{"use strict";X();wo();B();C();He();Em=3});async function gr({get:t,post:e,now:o=Date.now},n,r,s){let{head:i}=await t("/v1/stats",{query:{limit:1}}),c=()=>ve.get().find(({key:d})=>d===n.key),u=c(),f={...n,size:u?.size??i.size,at:o()};fn.add(f.key),_o(f);try{let d=await e(r,s,{key:f.key}),h=d.job_id??d.job.job_id;return _o({...f,job_id:h}),h}catch(d){let h=d.body?.job_id??c()?.job_id;if(h)return _o({...f,job_id:h}),h;throw fn.delete(f.key),d.status>=400&&d.status<500&&d.status!==424?wr(f.key):_o({...f}),d}finally{fn.delete(f.key)}}var Om,ve,_o,fn,wr,xu,xo=g(()=>{"use strict";Nt();oo();Te();Om=8,ve=ne("sendings",[],"sessionStorage"),_o=t=>ve.update(e=>{let o=e.filter(({key:n})=>n!==t.key);return[t,...o].slice(0,Om)}),fn=new Set,wr=t=>ve.update(e=>e.filter(o=>o.key!==t)),xu=({user:t,key:e})=>At(Jt($t(`${t}\0${e}`)))});async function Lm(t,e,o,n){let{size:r}=(await t("/v1/stats",{query:{limit:1},signal:n})).head;if(r<o)return null;let s=xu(e),i=null;for(let c=0;c<Nm;c+=vu){let u={user_id:e.user,source:"gateway",limit:vu,cursor:i},{jobs:f,next:d}=await t("/v1/jobs",{query:u,signal:n});for(let{job_id:h,index:m}of f){if(m<o)return{size:r};if((await t(O`/v1/entries/${m}/leaf`,{signal:n})).request_key===s)return{job_id:h,size:r}}if(d===null)return{size:r};i=d}return null}function ku({get:t,later:e=setTimeout,cancel:o=clearTimeout,now:n=Date.now},r,s){let i=new AbortController,{signal:c}=i,u=r.size,f=0,d=0,h=async()=>{let m=n()-r.at>=Cm;try{let p=await Lm(t,r,u,c);if(c.aborted)return;if(p?.job_id)return void s({job_id:p.job_id});p?m&&s({size:p.size}):s(null),u=p?.size??u}catch(p){if(c.aborted||(s(null),p instanceof J&&p.status===401))return}d=e(h,Xe(f)),f+=1};return h(),()=>{i.abort(),o(d)}}var Cm,Nm,vu,Su=g(()=>{"use strict";B();le();xo();jn();Cm=3e4,Nm=500,vu=100});function _r(t){let[e,o]=y("");return A(()=>{if(t)return o(a("setAction.seeking")),ku({get:j},t,n=>{n?"size"in n?o(a("setAction.notFound",{n:n.size})):_o({...t,job_id:n.job_id}):o(a("setAction.unknown"))})},[t]),e}var gi=g(()=>{"use strict";X();Su();xo();C();T()});function Tu(t,{counts:e,named:o}){let n=t.status==="FAILED"?t.customer_count-o:0;return{...e,FAILED:e.FAILED-n||n}}function ju(t,e,o){let n=o!=="auditor",r=t.source==="gateway"&&t.status!=="IN_PROGRESS",s=e.FAILED>0;return{note:n,settle:n&&t.status==="UNCONFIRMED",retryFailed:n&&r&&s,retryAll:n&&r&&(s||t.status!=="SUCCESS"),curl:t.source==="gateway"&&!!t.cluster_url}}function Eu(t){try{return Je(t)instanceof ee}catch{return!1}}function Ou({customers:t,token:e,url:o},n){let r=JSON.stringify({customers:t,...e&&{token:e},...o&&{url:o}});return new Ve(n.trim()?`${r.slice(0,-1)},"payload":${n}}`:r)}function Cu(t,e){let o=Lo(t.recorded_at??t.created_at,e.recorded_at);return o<0?null:o}function Nu(t,e){let o=t.status==="IN_PROGRESS"?new Date(e).toISOString():t.updated_at;return o?Math.max(0,Lo(t.created_at,o)):null}var xr,_i,Au,pn,Lu,xi,vi,vo=g(()=>{"use strict";it();Co();xr=["FAILED","UNCONFIRMED","IN_PROGRESS","SUCCESS"],_i=4096,Au=t=>new TextEncoder().encode(t).length;pn={rows:[],matching:0,next:""},Lu=t=>t<100?100:t<2e3?2e3:1e4,xi=({rows:t},{customers:e,matching:o,next:n})=>({rows:[...t,...e],matching:o,next:n}),vi=({rows:t,next:e},o)=>e!==null&&t.length<o+50});function Ru({job:t,counts:e,actions:o,onClose:n}){let[r,s]=y(o.retryFailed?"failed":"all"),[i,c]=y(""),[u,f]=y(""),[d,h]=y(""),m=ft(Ke,[r,u,d]),p=M.get()?.user_id??"",$=r==="all"?t.customer_count:e.FAILED,[x]=y(()=>ve.get().filter(({job_id:rt})=>rt)),w=E(ve).find(rt=>rt.user===p&&rt.retry_of===t.job_id&&!x.includes(rt)),b=_r(w?.job_id?void 0:w);A(()=>{w?.job_id&&xt(N(O`/jobs/${w.job_id}`))},[w?.job_id]);let[v,_,k]=tt(async()=>{let rt={key:m,user:p,action:t.action_name,count:$,retry_of:t.job_id},Q=Ou({customers:r,token:i,url:u},d);await gr({get:j,post:st},rt,O`/v1/jobs/${t.job_id}/retry`,Q)}),R=d||k?.field==="payload",Y=!d.trim()||Eu(d);return l`
    <${ut} title=${a("job.retry")} onClose=${n}>
      <${vr}
        onSubmit=${v}
        isBusy=${_}
        isOff=${!Y}
        problem=${k}
        text=${a("job.retrySend",{n:$,action:t.action_name})}
      >
        <${Pe}
          label=${a("job.retryWhom")}
          value=${r}
          onValue=${s}
          options=${[o.retryFailed&&{value:"failed",text:a("job.retryFailed",{n:e.FAILED})},o.retryAll&&{value:"all",text:a("job.retryAll",{n:t.customer_count})}].filter(Boolean)}
        />
        ${e.UNCONFIRMED>0&&l`<p class="notice notice-warning">${a("job.retryUnconfirmed")}</p>`}
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
          placeholder=${t.cluster_url}
          type="url"
          value=${u}
          onValue=${f}
        />
        ${R&&l`
            <${P}
              as="textarea"
              label=${a("job.members")}
              hint=${a("job.membersHint")}
              error=${!Y&&a("job.membersWrong")}
              rows="3"
              value=${d}
              onValue=${h}
            />
          `}
        ${!_&&b&&l`<p class="notice" role="status">${b}</p>`}
      <//>
    <//>
  `}function Du({job:t,onClose:e,onDone:o}){let[n,r]=y(""),[s,i]=y(""),c=ft(Ke,[n,s]),[u,f,d]=tt(async()=>{let h=n==="FAILED"?"error_message":"response_summary";await st(O`/v1/jobs/${t.job_id}/status`,{status:n,[h]:s.trim()},{key:c}),K(a("job.settled")),o()});return l`
    <${ut} title=${a("job.settle")} onClose=${e}>
      <p>${a("job.settleHint")}</p>
      <${vr}
        onSubmit=${u}
        isBusy=${f}
        isOff=${!n||!s.trim()}
        problem=${d}
        text=${a("job.settleSend")}
      >
        <${Pe}
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
  `}function Mu({job:t,onClose:e,onDone:o}){let[n,r]=y(""),s=ft(Ke,[n]),i=Au(n),[c,u,f]=tt(async()=>{await st(O`/v1/jobs/${t.job_id}/notes`,{text:n},{key:s}),K(a("job.noted")),o()}),d=i>_i;return l`
    <${ut} title=${a("job.note")} onClose=${e}>
      <${vr}
        onSubmit=${c}
        isBusy=${u}
        isOff=${!n.trim()||d}
        problem=${f}
        text=${a("job.noteSend")}
      >
        <${P}
          as="textarea"
          label=${a("job.noteText")}
          hint=${a("job.noteHint",{n:i,most:_i})}
          error=${d&&a("job.noteLong")}
          rows="5"
          required
          value=${n}
          onValue=${r}
        />
      <//>
    <//>
  `}function Hu({job:t,related:e,onClose:o}){let[n,r]=y(""),[s,i]=y(null),c=mr(n),[u,f,d]=tt(async()=>{let h={job_id:n.trim(),limit:10},p=(await j("/v1/jobs",{query:h})).jobs.filter($=>$.job_id!==t.job_id);p.length===1?xt(N(Iu(t,p[0]))):i(p)});return l`
    <${ut} title=${a("job.compare")} onClose=${o}>
      <${vr}
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
      <${ki}
        jobs=${s??e}
        to=${h=>Iu(t,h)}
      />
    <//>
  `}var vr,Iu,ki,Pu=g(()=>{"use strict";X();wt();it();$i();B();Lt();xo();Rt();Yt();Ot();z();T();kt();gi();ht();Z();C();vo();vr=({onSubmit:t,isBusy:e,isOff:o,problem:n,text:r,children:s})=>l`
  <form
    onSubmit=${i=>{i.preventDefault(),t()}}
  >
    ${s}
    <${V} problem=${n} />
    <button type="submit" class="primary" disabled=${e||o}>
      ${e?a("job.sending"):r}
    </button>
  </form>
`;Iu=(t,e)=>O`/jobs/${t.job_id}/compare/${e.job_id}`,ki=({jobs:t,to:e=n=>O`/jobs/${n.job_id}`,more:o})=>l`
  <ul class="job-list">
    ${t.map(n=>l`
        <li key=${n.job_id}>
          <${H} to=${e(n)}>${n.action_name}, ${L(n.customer_count)}<//>
          <${dt} status=${n.status} />
          <span class="muted">${n.user_id}, <${et} at=${n.created_at} /></span>
          ${o?.(n)}
        </li>
      `)}
  </ul>
`});function Im(t,e,o){Uu(Vs(e),t[0].customers,"the customers are not those of the entry");let n=new Map;for(let{index:r,outcomes:s}of t){if(!s)continue;let i=o.find(c=>c.index===r)?.outcomes??[];Uu(Js(i),s,`the outcomes are not those of entry ${r}`);for(let{cid:c,status:u,message:f}of i)n.set(c,{status:u,message:f??null,index:r})}return{cids:new Set(e),named:n,job:bo(t)}}function Uu(t,e,o){if(t.count!==e.count||t.root!==e.root)throw new Error(o)}function Wu({cids:t,named:e,job:o},n){let r=Si(n.search),s={};for(let i of t){let c=e.get(i)??Bu(o),{status:u,message:f}=c;n.status&&u!==n.status||!Si(i).includes(r)&&!Si(f??"").includes(r)||(s[u]??=[]).push({cid:i,...c,own:e.has(i)})}return xr.flatMap(i=>s[i]??[])}function zu({cids:t,named:e,job:o},{cid:n,status:r,message:s,own:i,index:c}){let u=e.get(n)??Bu(o);return t.has(n)&&i===e.has(n)&&c===u.index&&r===u.status&&s===u.message}function Rm({cids:t,named:e,job:o},n){let r={[o.status]:t.size-e.size};for(let{status:i}of e.values())r[i]=(r[i]??0)+1;let s=Object.keys(n.counts);return n.named===e.size&&s.every(i=>n.counts[i]===(r[i]??0))}function qu({entries:t,outcomes:e},o){try{let n=Im(t,o.customers,o.history);if(!Rm(n,e))throw new Error(a("job.countsWrong"));return{state:"proved",lists:n,why:"",received:o}}catch(n){return{state:"wrong",lists:null,why:yo(n),received:o}}}var Fu,Bu,Si,Ai,kr=g(()=>{"use strict";Yo();dr();wo();C();vo();Fu=t=>t.reduce((e,{outcomes:o})=>e+(o?.count??0),0);Bu=({status:t,index:e,changes:o})=>({status:t,message:null,index:o.at(-1)??e}),Si=t=>t.replace(/[A-Z]+/g,e=>e.toLowerCase());Ai=(t,e)=>Vo(e)===t.request_payload_sha256});async function Hm(t,e){let o=[],n=null;do{let r={limit:Mm,after:n},s=await j(O`/v1/jobs/${t}/customers`,{query:r,signal:e});o.push(...s.customers),n=s.next}while(n);return o}function Ju(t){let{job:e,entries:o,proof:n}=t,r=Fu(o),s=e.customer_count<=Vu&&r<=Vu&&(!r||(t.request_payload_bytes??0)<=Dm),[i,c]=y(!1),u={state:"none",lists:null,why:"",received:null,problem:null},[f,d]=y(u),[h,m]=y(0),p=(s||i)&&xe(n);return A(()=>{if(!p)return;let x=new AbortController,{signal:w}=x;return(async()=>{d(v=>({...v,state:"checking",problem:null}));try{let v=await Hm(e.job_id,w),_=r?(await j(O`/v1/jobs/${e.job_id}/history`,{signal:w})).entries:[];if(w.aborted)return;d({...u,...qu(t,{customers:v,history:_})})}catch(v){if(w.aborted)return;v instanceof J?d({...u,problem:v}):d({...u,state:"wrong",why:yo(v)})}})(),()=>x.abort()},[p,e.last_index,h]),{...f,run:()=>{c(!0),m(h+1)}}}function Ku({lists:t,customers:e,proof:o}){let{state:n,problem:r,run:s}=t,c=o.wrong.size||o.why?a("job.noneProved"):t.why;return r?l`<${V} problem=${r} retry=${s} />`:o.isUnconnected&&!c?l`<span class="muted">${a("job.unconnected")}</span>`:n==="proved"?l`<${ie} text=${a("job.listsProved",{n:e})} />`:c?l`<${ie} text=${a("job.listsWrong")} wrong=${c} />`:l`
    <button type="button" id="check-lists" disabled=${n==="checking"} onClick=${s}>
      ${a(n==="checking"?"job.checking":"job.checkLists",{n:e})}
    </button>
  `}var Vu,Dm,Mm,Gu=g(()=>{"use strict";X();wo();B();T();lo();ht();C();kr();Vu=1e3,Dm=2e5,Mm=1e4});function Sr(t,e){let o=[t.join(",")];for(let n of e)o.push(n.map(r=>Fm(Um(r??""))).join(","));return`\uFEFF${o.join(`\r
`)}\r
`}var Pm,Um,Fm,Ti=g(()=>{"use strict";Pm=/^["\s\p{Cc}\u200b-\u200f\u2060\ufeff]*[=+\-@|%\uff1d\uff0b\uff0d\uff20\uff5c\uff05']/u,Um=t=>t.split(/(?<=[;\t\r\n])/).map((e,o)=>(Pm.test(e)||!o&&/^[\t\r\n]/.test(e)?"'":"")+e).join(""),Fm=t=>/[",\r\n]/.test(t)?`"${t.replaceAll('"','""')}"`:t});function Ar({label:t,columns:e,count:o,row:n,onRange:r}){let s=D(null),i=D(36),[c,u]=y({from:0,to:4*ko}),f=()=>{let p=s.current;if(!p)return;i.current=p.querySelector("tr[data-row]")?.clientHeight||i.current;let $=Math.floor(p.scrollTop/i.current),x=Math.ceil(p.clientHeight/i.current),w=Math.max(0,Math.floor(($-ko)/ko)*ko),b=w+(Math.ceil(x/ko)+3)*ko;(w!==c.from||b!==c.to)&&u({from:w,to:b}),r?.(Math.min(b,o))};pe(f);let d=Math.min(c.to,o),h=Math.min(c.from,d),m=p=>p>0&&l`<tr aria-hidden="true" style=${{height:`${p*i.current}px`}} />`;return l`
    <div class="rows" ref=${s} role="group" aria-label=${t} tabindex="0" onScroll=${f}>
      <table aria-rowcount=${o+1}>
        <thead>
          <tr aria-rowindex="1">
            ${e.map(p=>l`<th key=${p} scope="col">${p}</th>`)}
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
  `}var ko,ji=g(()=>{"use strict";T();ko=10});function zm(t,{status:e,search:o},n,r){let[s,i]=y({list:pn,of:-1,problem:null}),[c,u]=y(0),f=D(0),d=D(()=>{}),h=`${e} ${o}`,m=D("");return A(()=>{if(!r)return;let p=new AbortController,{signal:$}=p,x=m.current===h;x||(f.current=0);let w=pn,b=!1;return d.current=async()=>{if(!b){b=!0;try{for(;!$.aborted&&vi(w,f.current);){let v=Lu(w.rows.length),_={status:e,search:o,limit:v,cursor:w.next};w=xi(w,await j(O`/v1/jobs/${t}/outcomes`,{query:_,signal:$})),!(x&&vi(w,f.current))&&(m.current=h,i({list:w,of:n,problem:null}))}}catch(v){if($.aborted)return;if(!(v instanceof J))throw v;i(_=>({..._,problem:v}))}finally{b=!1}}},d.current(),()=>p.abort()},[t,h,n,c,r]),{...s,again:()=>u(p=>p+1),reach:p=>{f.current=p,d.current()}}}async function qm(t,{status:e,search:o}){let n=pn;do{let r={status:e,search:o,limit:Bm,cursor:n.next};n=xi(n,await j(O`/v1/jobs/${t}/outcomes`,{query:r}))}while(n.next);return n.rows}function Vm({job_id:t,filters:e,rows:o}){let n=`${t}${e.status?`.${e.status}`:""}`,[r,s,i]=tt(async c=>{let u=o??await qm(t,e);if(c==="copy"){let d=u.map(({cid:h})=>h).join(`
`);return await ao(d)?K(a("job.copiedCustomers",{n:u.length})):Xt(`${n}.txt`,d,"text/plain")}let f=u.map(({cid:d,status:h,message:m})=>[d,h,m]);return Xt(`${n}.csv`,Sr(["cid","status","message"],f),"text/csv")});return l`
    <button type="button" disabled=${s} onClick=${()=>r("copy")}>
      <${I} name="copy" />${a("job.copyCustomers")}
    </button>
    <button type="button" disabled=${s} onClick=${()=>r("csv")}>
      <${I} name="download" />CSV
    </button>
    <${V} problem=${i} />
  `}function Yu({job:t,summary:e,lists:o,onWrong:n,children:r}){let[s,i]=zt(),c={status:s.get("outcome")??"",search:s.get("search")??""},[u,f]=y(c.search),[d,h]=y(null),m=zm(t.job_id,c,t.last_index,o===null),{list:p,of:$,problem:x,again:w,reach:b}=m,{status:v,search:_}=c,k=ft(()=>o&&Wu(o,{status:v,search:_}),[o,v,_]),R=k?{rows:k,matching:k.length}:p,Y=(U,ot)=>{let mt=new URLSearchParams(s);ot?mt.set(U,ot):mt.delete(U),i(mt,{replace:!0})};A(()=>{let U=setTimeout(()=>Y("search",u.trim()),Wm);return()=>clearTimeout(U)},[u]);let rt=ft(()=>{let U=o?.job.last_index===$?o:null;return p.rows.find(ot=>U&&ot.index<=$&&!zu(U,ot))},[o,p]);A(()=>{rt&&n(rt)},[rt]);let Q=t.customer_count,St=[["",Q],...xr.map(U=>[U,e.counts[U]])];return l`
    <section class="card outcomes" aria-labelledby="outcomes">
      <div class="row spread">
        <h2 id="outcomes">${a("job.outcomes",{n:Q})}</h2>
        ${r}
      </div>
      <div class="row">
        <div class="row" role="group" aria-label=${a("job.statuses")}>
          ${St.filter(([U,ot])=>ot||U===c.status).map(([U,ot])=>l`
                <button
                  type="button"
                  key=${U}
                  class="choice-button"
                  aria-pressed=${U===c.status}
                  onClick=${()=>Y("outcome",String(U))}
                >
                  ${U?F("status",String(U)):a("job.allStatuses")}
                  <b>${L(Number(ot))}</b>
                </button>
              `)}
        </div>
        <input
          type="search"
          id="outcome-search"
          aria-label=${a("job.search")}
          placeholder=${a("job.search")}
          value=${u}
          onInput=${U=>f(U.currentTarget.value)}
        />
        <${Vm} job_id=${t.job_id} filters=${c} rows=${k} />
      </div>
      <${V} problem=${k?null:x} retry=${w} />
      ${R.matching>0?l`
              <${Ar}
                key=${`${c.status} ${c.search}`}
                label=${a("job.outcomes",{n:Q})}
                columns=${[a("job.customer"),a("job.status"),a("job.message")]}
                count=${R.matching}
                onRange=${b}
                row=${U=>{let ot=R.rows[U];return ot?l`<${Jm} row=${ot} onOpen=${h} />`:l`<td colspan="3" class="muted">…</td>`}}
              />
              <p class="hint" role="status">${a("job.rows",{n:R.matching})}</p>
            `:R!==pn&&l`<${ct} title=${a("job.noRows")} />`}
      ${d&&l`
          <${ut} title=${d.cid} onClose=${()=>h(null)}>
            <p><${dt} status=${d.status} /> ${a("job.ofEntry",{index:d.index})}</p>
            <p class="entry-text">${d.message}</p>
          <//>
        `}
    </section>
  `}var Bm,Wm,Jm,Xu=g(()=>{"use strict";X();nr();Ti();Xo();it();B();Rt();Yt();z();T();vt();ji();kt();ht();Z();C();kr();vo();Bm=1e4,Wm=200;Jm=({row:t,onOpen:e})=>l`
  <td><${H} to=${O`/customers/${t.cid}`}>${t.cid}<//></td>
  <td>
    <${dt} status=${t.status} />
  </td>
  <td>
    ${t.message===null?l`<span class="muted">${t.own?"":a("job.ofTheJob")}</span>`:l`
            <button type="button" class="message-cell" onClick=${()=>e(t)}>
              ${t.message}
            </button>
          `}
  </td>
`});function td({text:t}){let[e,o]=y(t.length<=Qu);return l`<span class="json-text">${e?t:`${t.slice(0,Qu)}\u2026`}</span> ${!e&&l`
        <button type="button" class="quiet" onClick=${()=>o(!0)}>
          ${a("json.all",{n:t.length})}
        </button>
      `}`}function Km({value:t}){return typeof t=="string"?l`<${td} text=${JSON.stringify(t)} />`:l`<span class="json-number">
    ${t instanceof qe?t.text:String(t)}
  </span>`}function ed({label:t,children:e,isOpen:o=!1}){let[n,r]=y(o);return l`
    <details
      open=${n}
      onToggle=${s=>r(s.currentTarget.open)}
    >
      <summary>${t}</summary>
      ${n&&l`<ul>
          ${e()}
        </ul>`}
    </details>
  `}function od(t,e,o,n){let r=1;for(;r*Zu<n-o;)r*=Zu;return Array.from({length:Math.ceil((n-o)/r)},(s,i)=>{let c=o+i*r;if(r===1){let d=e?JSON.stringify(e[c]):L(c);return l`<li key=${c}><${nd} name=${d} value=${t[c]} /></li>`}let u=Math.min(c+r,n),f=`${L(c)} \u2026 ${L(u-1)}`;return l`<li key=${c}>
      <${ed} label=${f}>${()=>od(t,e,c,u)}<//>
    </li>`})}function nd({name:t,value:e,isOpen:o}){let n=t!==void 0&&l`<span class="json-name">${t}</span>${": "}`,r=e instanceof ee;if(!r&&!Array.isArray(e))return l`${n}<${Km} value=${e} />`;let s=r?e.values:e,i=r?`{ ${L(s.length)} }`:`[ ${L(s.length)} ]`;return s.length?l`
    <${ed} label=${l`${n}<span class="muted">${i}</span>`} isOpen=${o}>
      ${()=>od(s,r?e.names:null,0,s.length)}
    <//>
  `:l`${n}${i}`}function Tr({text:t}){let e=ft(()=>{try{return Je(t)}catch{return null}},[t]);return typeof e=="object"&&e&&!(e instanceof qe)?l`<div class="json"><${nd} key=${t} value=${e} isOpen /></div>`:l`<div class="json json-raw"><${td} key=${t} text=${t} /></div>`}var Zu,Qu,Ei=g(()=>{"use strict";it();Co();C();T();Zu=100,Qu=300});function Ym(t){let e="BODY";for(;t.includes(e);)e+="_";return e}function sd({server:t,url:e,payload:o}){try{Je(o)}catch{return null}let r=`${`{"url":${rd(JSON.stringify(e))},"token":"$UPSTREAM_TOKEN","isPost":true`},"postData":${rd(o.replace(/[\r\n]+/g," "))}}`,s=Ym(r);return`curl -sS ${Gm(`${t}/proxy_fetch`)} \\
  -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' --data-binary @- <<${s}
${r}
${s}
`}var Gm,rd,id=g(()=>{"use strict";Co();Gm=t=>`'${t.replaceAll("'","'\\''")}'`,rd=t=>t.replace(/[\\$`]/g,"\\$&")});async function cd(t,e){let o=location.origin+Tt,n=await ad(t.job_id),s=e&&Ai(e,n)?sd({server:o,url:t.cluster_url,payload:n}):null;if(s===null)throw new J({status:422,title:a("job.curl"),detail:a("job.curlRefused")});await se(s,a("job.curlCopied"))}function Xm({job_id:t,first:e,isProved:o,onWrong:n}){let r=W(i=>ad(t,i),[t]),s=r.data===void 0||Ai(e,r.data);return A(()=>{s||n(r.data)},[s]),l`
    <${bt} of=${r}>
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
            onClick=${()=>Xt(`${t}.payload.json`,i,"application/json")}
          >
            <${I} name="download" />${a("job.downloadText")}
          </button>
        </div>
        <${Tr} text=${i} />
      `}
    <//>
  `}function ld({size:t,...e}){let[o,n]=y(!1);return l`
    <section class="card" aria-labelledby="payload">
      <details onToggle=${r=>n(r.currentTarget.open)}>
        <summary>
          <h2 id="payload">${a("job.payload")}</h2>
          <span class="muted"> ${No(t)}</span>
        </summary>
        ${o&&l`<${Xm} ...${e} />`}
      </details>
    </section>
  `}var ad,ud=g(()=>{"use strict";X();Xo();it();B();z();T();vt();Ei();lo();ht();Z();C();id();kr();ad=(t,e)=>j(O`/v1/jobs/${t}/payload`,{asText:!0,...e&&{signal:e}})});function dd({job:t}){let[e,o]=y(Date.now()),n=t.status==="IN_PROGRESS";A(()=>{if(!n)return;let i=setInterval(()=>o(Date.now()),1e3);return()=>clearInterval(i)},[n]);let r=Nu(t,e);if(r===null)return null;let s=n?Math.floor(r/1e3)*1e3:r;return l`<span id="took">
    ${a(n?"job.running":"job.took",{time:Wt(s)})}
  </span>`}function Qm({entry:t,wrong:e,isUnconnected:o}){let{index:n,kind:r,status:s,cause:i}=t,c=a(e===null?"job.proved":"job.notProved",{index:n});return l`
    <div class="row">
      ${r==="note_added"?l`<span class="tag"><${I} name="note" /> ${F("kind",r)}</span>`:l`
              <${dt} status=${s??"IN_PROGRESS"} cause=${i} />
              ${r!=="status_changed"&&F("kind",r)}
            `}
      <${et} at=${t.recorded_at??t.created_at} />
      ${o&&e===null?l`<span class="muted">${a("job.notYet",{index:n})}</span>`:l`<${ie} text=${c} wrong=${e} />`}
    </div>
  `}function t$({entry:t,before:e,wrong:o,isUnconnected:n}){let r=e?Cu(e,t):null,s=[a("job.by",{user:t.actor??t.submitted_by??t.user_id}),r!==null&&a("job.later",{time:Wt(r)}),t.http_status!==void 0&&`HTTP ${t.http_status}`,t.outcomes&&a("job.named",{n:t.outcomes.count})];return l`
    <li class="entry" data-entry=${t.index}>
      <${Qm} entry=${t} wrong=${o} isUnconnected=${n} />
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
        <a href=${N(O`/v1/entries/${t.index}/receipt`)} download="${t.index}.receipt">
          ${a("job.receipt")}
        </a>
        <a href=${N(O`/v1/entries/${t.index}/leaf`)} download="${t.index}.leaf">
          ${a("job.leaf")}
        </a>
      </p>
    </li>
  `}function fd({entries:t,proof:e}){let[o,n]=y(!1),r=o?0:Math.max(0,t.length-Zm),s=i=>e.wrong.get(i.index)??(e.size?null:e.why);return l`
    <section class="card" aria-labelledby="timeline">
      <h2 id="timeline">${a("job.timeline")}</h2>
      ${r>0&&l`<button type="button" onClick=${()=>n(!0)}>
          ${a("job.earlier",{n:r})}
        </button>`}
      <ol class="timeline">
        ${t.slice(r).map((i,c)=>l`
              <${t$}
                key=${i.index}
                entry=${i}
                before=${t[r+c-1]}
                wrong=${s(i)}
                isUnconnected=${e.isUnconnected}
              />
            `)}
      </ol>
    </section>
  `}var Zm,pd=g(()=>{"use strict";it();B();Rt();T();vt();Ei();lo();Z();C();vo();Zm=50});var md={};Ft(md,{default:()=>hd});function e$({job:t,first:e,proof:o,counts:n,related:r,onDone:s}){let i=E(M),[c,u]=y(""),[f,d,h]=tt(()=>cd(t,xe(o)&&e)),m=ju(t,n,i?.role??"auditor"),p=()=>u(""),x={job:t,counts:n,actions:m,related:r,onClose:p,onDone:()=>{p(),s()}},w=(b,v,_="")=>l`
    <button type="button" id="do-${b}" class=${_} onClick=${()=>u(b)}>
      ${a(v)}
    </button>
  `;return l`
    <div class="row" role="group" aria-label=${a("job.actions")}>
      ${m.settle&&w("settle","job.settle","primary")}
      ${(m.retryFailed||m.retryAll)&&w("retry","job.retry")}
      ${m.note&&w("note","job.note")} ${w("compare","job.compare")}
      ${m.curl&&l`
          <button type="button" id="do-curl" disabled=${d} onClick=${f}>
            <${I} name="copy" />${a("job.curl")}
          </button>
        `}
      <a class="button" href=${N(O`/v1/jobs/${t.job_id}/evidence`)} download>
        <${I} name="download" />${a("job.evidence")}
      </a>
    </div>
    <${V} problem=${h} />
    ${c==="settle"&&l`<${Du} ...${x} />`}
    ${c==="retry"&&l`<${Ru} ...${x} />`}
    ${c==="note"&&l`<${Mu} ...${x} />`}
    ${c==="compare"&&l`<${Hu} ...${x} />`}
  `}function n$({related:t}){let{retry_of:e,retries:o,batch:n,overlaps:r}=t,s=c=>{let{customers:u}=r.find(f=>f.job===c);return l`<span class="muted">${a("job.inCommon",{n:u})}</span>`},i=[{text:a("job.retryOf"),jobs:e?[e]:[]},{text:a("job.retries"),jobs:o},{text:a("job.batch"),jobs:n},{text:a("job.overlaps"),jobs:r.map(c=>c.job),more:s}].filter(({jobs:c})=>c.length);return i.length?l`
    <section class="card" aria-labelledby="related">
      <h2 id="related">${a("job.related")}</h2>
      ${i.map(({text:c,jobs:u,more:f})=>l`
          <h3 key=${c}>${c}</h3>
          <${ki} key=${`${c}=`} jobs=${u} more=${f} />
        `)}
    </section>
  `:null}function r$({overview:t,reload:e}){let{job:o,entries:n,outcomes:r,related:s,proof:i}=t,c=Ju(t),[u,f]=y(null),[d]=n,h=D(o.status);A(()=>{h.current!==o.status&&Pn(a("job.now",{status:F("status",o.status)})),h.current=o.status},[o.status]);let m=[s.retry_of,...s.retries,...s.batch,...s.overlaps.map(p=>p.job)].filter(Boolean);return l`
    <${go} overview=${t} lists=${c} more=${u} />
    <header class="job-head">
      <${G} title=${`${o.action_name}, ${a("job.customers",{n:o.customer_count})}`}>
        ${o.action_name}, ${a("job.customers",{n:o.customer_count})}
      <//>
      <p class="row">
        <${dt} status=${o.status} cause=${o.cause} /> <${dd} job=${o} />
        <span>
          ${o.submitted_by?a("job.submittedFor",{user:o.user_id,by:o.submitted_by}):a("job.submitted",{user:o.user_id})}
        </span>
        <${yr} proof=${i} entries=${n} />
      </p>
      <${e$}
        job=${o}
        first=${d}
        proof=${i}
        counts=${Tu(o,r)}
        related=${m}
        onDone=${e}
      />
    </header>
    <div class="job-columns">
      <${o$} job=${o} />
      <div class="job-main">
        <${fd} entries=${n} proof=${i} />
        <${Yu}
          job=${o}
          summary=${r}
          lists=${i.wrong.size||i.why?null:c.lists}
          onWrong=${p=>f({why:a("job.rowWrong"),row:p})}
        >
          <${Ku} lists=${c} customers=${o.customer_count} proof=${i} />
        <//>
        ${t.request_payload_bytes!==null&&l`
            <${ld}
              job_id=${o.job_id}
              size=${t.request_payload_bytes}
              first=${d}
              isProved=${xe(i)}
              onWrong=${p=>f({why:a("job.payloadWrong"),payload:p})}
            />
          `}
      </div>
      <${n$} related=${s} />
    </div>
  `}function s$({overview:t,reload:e}){let o=dn(t);return o.proof.isOther?l`
    <${go} overview=${o} />
    <${G}>${a("job.title")}<//>
    <${ct} title=${a("job.other")} />
  `:l`<${r$} overview=${o} reload=${e} />`}function hd({job_id:t}){let e=E(uo),o=W(i=>un(t,i),[t,e]),{data:n,reload:r}=o,s=n!==void 0;return A(()=>{if(!n)return;let i={job_id:t,after:n.job.last_index};return te(i,{onEntries:r,onState:c=>c==="stale"&&r()})},[s]),l`
    ${!s&&l`<${G} hidden>${a("job.title")}<//>`}
    <${bt} of=${o}>
      ${i=>l`
        <${s$} overview=${i} reload=${r} />
      `}
    <//>
    ${o.error?.status===404&&l`<p><${H} to="/">${a("app.toJobs")}<//></p>`}
  `}var o$,$d=g(()=>{"use strict";wt();wo();B();fo();Rt();z();T();vt();bi();yi();kt();He();wi();ht();Z();C();Pu();Gu();Xu();ud();vo();pd();o$=({job:t})=>l`
  <section class="card" aria-labelledby="facts">
    <h2 id="facts">${a("job.facts")}</h2>
    <dl class="facts">
      ${$r.map(e=>[e,ln(t,e)]).filter(([,e])=>e!==null).map(([e,o])=>l`
            <dt key=${e}>${br(e)}</dt>
            <dd key=${`${e}=`}>${o}</dd>
          `)}
    </dl>
  </section>
`});var gd={};Ft(gd,{default:()=>wd});function l$({address:t,part:e,count:o,name:n}){let[r,s]=y([]),i=D({cids:r,after:null,isDone:o===0}),[c,u,f]=tt(async p=>{let $=i.current;for(;!$.isDone&&$.cids.length<p;){let x={part:e,limit:i$,after:$.after},{customers:w,next:b}=await j(t,{query:x});$.cids=[...$.cids,...w],$.after=b,$.isDone=b===null,s($.cids)}}),[d,h,m]=tt(async p=>{await c(o);let $=i.current.cids;if(!i.current.isDone)return;let x=$.join(`
`);p==="csv"?Xt(`${n}.csv`,Sr(["cid"],$.map(w=>[w])),"text/csv"):await ao(x)?K(a("job.copiedCustomers",{n:$.length})):Xt(`${n}.txt`,x,"text/plain")});return o?l`
    <div class="row">
      <button type="button" disabled=${h||u} onClick=${()=>d("copy")}>
        <${I} name="copy" />${a("job.copyCustomers")}
      </button>
      <button type="button" disabled=${h||u} onClick=${()=>d("csv")}>
        <${I} name="download" />CSV
      </button>
    </div>
    <${V} problem=${f??m} retry=${()=>c(1)} />
    <${Ar}
      label=${a("job.customer")}
      columns=${[a("job.customer")]}
      count=${o}
      onRange=${p=>!f&&p>r.length&&c(p)}
      row=${p=>l`
        <td>
          ${r[p]===void 0?"\u2026":l`<${H} to=${O`/customers/${r[p]}`}>${r[p]}<//>`}
        </td>
      `}
    />
  `:l`<p class="muted">${a("app.none")}</p>`}function u$({address:t,counts:e,name:o}){let[n,r]=zt(),s=bd.find(i=>i===n.get("part"))??"both";return l`
    <section class="card outcomes" aria-labelledby="customers">
      <h2 id="customers">${a("compare.customers")}</h2>
      <div class="row" role="group" aria-label=${a("compare.customers")}>
        ${bd.map(i=>l`
            <button
              type="button"
              key=${i}
              class="choice-button"
              aria-pressed=${i===s}
              onClick=${()=>r(new URLSearchParams({part:i}),{replace:!0})}
            >
              ${a(`compare.${i}`)} <b>${L(e[i])}</b>
            </button>
          `)}
      </div>
      <${l$}
        key=${s}
        address=${t}
        part=${s}
        count=${e[s]}
        name="${o}.${s}"
      />
    </section>
  `}function d$({first:t,second:e,children:o}){let[n,r]=[dn(t),dn(e)],s=n.proof.isOther||r.proof.isOther;return l`
    <${go} overview=${n} />
    <${go} overview=${r} banner="other-job-proof" />
    ${s?l`<${ct} title=${a("job.other")} />`:[l`<${c$} a=${n} b=${r} />`,o]}
  `}function wd({job_id:t,other_id:e}){let o=O`/v1/jobs/${t}/diff/${e}`,n=W(async r=>{let[s,i,{counts:c}]=await Promise.all([un(t,r),un(e,r),j(o,{signal:r})]);return{first:s,second:i,counts:c}},[t,e,E(uo)]);return l`
    <${G}>${a("compare.title")}<//>
    <${bt} of=${n}>
      ${({first:r,second:s,counts:i})=>l`
        <${d$} first=${r} second=${s}>
          <${u$} address=${o} counts=${i} name=${t} />
        <//>
      `}
    <//>
  `}var bd,i$,a$,yd,c$,_d=g(()=>{"use strict";X();nr();Ti();Xo();it();B();z();T();vt();bi();yi();ji();kt();He();wi();ht();Z();C();bd=["only_a","only_b","both"],i$=1e4,a$=new Set(["job_id","created_at","updated_at"]),yd=({name:t,of:{job:e,entries:o,proof:n}})=>l`
  <th scope="col">
    <${H} to=${O`/jobs/${e.job_id}`}>${t}<//>
    <div><${yr} proof=${n} entries=${o} /></div>
  </th>
`,c$=({a:t,b:e})=>l`
  <section class="card scroll-x" aria-labelledby="facts">
    <h2 id="facts">${a("job.facts")}</h2>
    <table class="compare-facts">
      <thead>
        <tr>
          <td></td>
          <${yd} name=${a("compare.a")} of=${t} />
          <${yd} name=${a("compare.b")} of=${e} />
        </tr>
      </thead>
      <tbody>
        ${$r.map(o=>{let n=[ln(t.job,o),ln(e.job,o)];if(n.every(c=>c===null))return null;let[r,s]=[t.job[o]??null,e.job[o]??null],i=r!==s&&!a$.has(o);return l`
            <tr key=${o} class=${i?"differs":""}>
              <th scope="row">
                ${br(o)}
                ${i&&l`<span class="tag">${a("compare.differs")}</span>`}
              </th>
              ${n.map((c,u)=>l`<td key=${u}>${c}</td>`)}
            </tr>
          `})}
      </tbody>
    </table>
  </section>
`});function vd({label:t,count:e,height:o,children:n,of:r}){let s=D(null),[i,c]=y(0);A(()=>{s.current&&(s.current.scrollTop=0),c(0)},[r]);let u=Math.max(0,Math.min(Math.floor(i/o),e)-xd),f=Math.ceil((s.current?.clientHeight||400)/o),d=Math.min(e,u+f+2*xd+1);return l`
    <div
      class="virtual-list"
      ref=${s}
      tabindex="0"
      role="list"
      aria-label=${t}
      onScroll=${h=>c(h.currentTarget.scrollTop)}
    >
      <div role="presentation" style=${{height:`${e*o}px`}}>
        ${Array.from({length:Math.max(0,d-u)},(h,m)=>{let p=u+m;return l`
            <div
              key=${p}
              role="listitem"
              aria-posinset=${p+1}
              aria-setsize=${e}
              style=${{height:`${o}px`,transform:`translateY(${p*o}px)`}}
            >
              ${n(p)}
            </div>
          `})}
      </div>
    </div>
  `}var xd,kd=g(()=>{"use strict";T();xd=6});function p$({values:t,kinds:e,lines:o,first:n},r,s){let i=an[e[r]],c=t[r];if(i==="good")return"";if(i==="duplicate")return a("setAction.sameAs",{line:o[n.get(c)]});if(i==="blank")return a("setAction.isBlank");if(i==="spaces")return a("setAction.spaces");let u=ae(c,s);return u&&a(`name.${u.why}`,{n:u.n??0,most:s,code:u.code??""})}function Sd({checked:t,isTrimmed:e,onTrim:o,isRemoved:n,onRemoved:r,bytesMax:s}){let[i,c]=y("all"),[u,f]=y(""),{counts:d,values:h,lines:m}=t,p=h.length-d.good,$=n?"good":i!=="all"&&d[i]?i:"all",x=ft(()=>su(t,$,u),[t,$,u]);if(h.length===0)return null;let w=["all",...an].filter(b=>b==="all"||d[b]);return l`
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
                <b>${L(b==="all"?h.length:d[b])}</b>
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
      ${(n||e)&&l`
          <span>
            ${e&&a("setAction.trimmed")}
            ${n&&` ${a("setAction.removed",{n:p})}`}
          </span>
          <button type="button" onClick=${()=>n?r(!1):o(!1)}>
            ${a("setAction.undo")}
          </button>
        `}
    </div>
    <${Oi}
      label=${a("setAction.list")}
      search=${u}
      onSearch=${f}
      total=${n?d.good:h.length}
      found=${x}
    >
      ${b=>{let v=p$(t,b,s);return l`
          <span class="line muted" title=${a("setAction.line",{line:m[b]})}>
            ${L(m[b])}
          </span>
          <span class="value ${v&&"is-marked"}" title=${h[b]}>${h[b]}</span>
          <span class="fault" title=${v}>${v}</span>
        `}}
    <//>
  `}var f$,Oi,Ci=g(()=>{"use strict";cn();it();T();kd();C();f$=28;Oi=({label:t,search:e,onSearch:o,total:n,found:r,children:s})=>l`
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
  <${vd} label=${t} count=${r.length} height=${f$} of=${r}>
    ${i=>s(r[i])}
  <//>
`});function jd(t,e,o){let{upstreams:n,actions:r}=t.set_actions,s=e.get("action")??"",i=r.some(u=>u.name===s),c=n.length===1?n[0]:"";return{action:s&&!i?So:s,other:i?"":s,base:c,path:c&&o(c),token:"",batch:e.get("batch_id")??""}}function Ed(t,e){let o=e.endsWith("/")?e:`${e}/`,n=t.map(r=>r.cluster_url??"").find(r=>r.startsWith(o));return Ni(n?.slice(o.length)??"")}function Od(t,e){let{limits:o}=e,n=ae(Be(t),o.action_name_bytes),r=t.batch?ae(t.batch,o.batch_id_bytes):null;return{...n&&{action:n},...!t.base&&{base:!0},...r&&{batch:r}}}function Cd(t,e,o){if(!t)return"reading";let{counts:n,customers:r}=t;return!e&&n.spaces+n.invalid>0?"invalid":r.length===0?"none":r.length>o?"many":null}var So,Ad,Fe,Td,Be,Ao,Ni,Nd,jr=g(()=>{"use strict";cn();So="other ",Ad=2e4,Fe=(t,{name:e=null,isLarge:o=!1}={})=>({text:t,name:e,isLarge:o,delimiter:null,column:null,hasHeader:null,trims:!1}),Td=t=>({...Fe(t.map(e=>e[0]==='"'?`"${e.replaceAll('"','""')}"`:e).join(`
`)),delimiter:"",hasHeader:!1});Be=({action:t,other:e})=>t===So?e:t,Ao=({base:t,path:e})=>e?`${t.replace(/\/$/,"")}/${e.replace(/^\/+/,"")}`:t,Ni=t=>t.split(/[?#]/)[0];Nd=(t,e)=>({url:Ao(t),...t.token&&{token:t.token},payload:{action:Be(t),cids:e},contentType:"application/json",...t.batch&&{batch_id:t.batch}})});function h$({look:t,again:e}){let{jobs:o,is_complete:n,on_overlap:r,window_seconds:s}=t;A(()=>{if(o.length===0)return;let u=Math.min(Math.max(s*1e3,Ld.min),Ld.max),f=setTimeout(e,u);return()=>clearTimeout(f)},[t]);let i=!n&&l`<p>${a("setAction.incomplete")}</p>`;if(o.length===0)return i?l`<div class="notice notice-warning"><${I} name="alarm" />${i}</div>`:l`<p class="muted" id="overlaps">${a("setAction.noOverlap",{n:s})}</p>`;let c=r==="refuse";return l`
    <div class="notice ${c?"notice-error":"notice-warning"}" id="overlaps" role="alert">
      <${I} name="alarm" />
      <div>
        <p class="notice-title">${a("setAction.overlap",{n:o.length})}</p>
        <ul>
          ${o.map(({job_id:u,customers:f})=>l`
              <li key=${u}>
                <a href=${N(O`/jobs/${u}`)} target="_blank">
                  <code>${Ye(u)}</code></a
                >: ${a("setAction.overlapJob",{n:f})}
              </li>
            `)}
        </ul>
        ${i} ${c&&l`<p>${a("setAction.refuses")}</p>`}
        <p><button type="button" onClick=${e}>${a("setAction.lookAgain")}</button></p>
      </div>
    </div>
  `}function Id({form:t,customers:e,leftOut:o,onSend:n,isBusy:r,problem:s,onClose:i}){let[c,u]=y(""),f=Be(t),d=W(p=>st("/v1/overlaps",{action_name:f,cids:e},{signal:p}),[]),h=ft(()=>{let p=c.toLowerCase();return[...e.keys()].filter($=>e[$].toLowerCase().includes(p))},[c]),m=d.data?.on_overlap==="refuse"&&d.data.jobs.length>0;return l`
    <${ut}
      wide
      title=${a("setAction.confirm",{action:f,n:e.length})}
      onClose=${i}
    >
      <div class="confirm">
        <dl class="facts">
          <dt>${a("setAction.action")}</dt>
          <dd><b>${f}</b></dd>
          <dt>${a("setAction.upstream")}</dt>
          <dd>${Ao(t)}</dd>
          <dt>${a("setAction.token")}</dt>
          <dd>${t.token?a("setAction.isGiven"):a("setAction.noToken")}</dd>
          ${t.batch&&l`<dt>${a("setAction.batch")}</dt>
              <dd>${t.batch}</dd>`}
          <dt>${a("setAction.customers")}</dt>
          <dd>
            <b>${L(e.length)}</b>${" "}
            ${o>0&&l`<span class="muted">${a("setAction.leftOut",{n:o})}</span>`}
          </dd>
        </dl>
        <${bt} of=${d}>
          ${p=>l`<${h$} look=${p} again=${d.reload} />`}
        <//>
        <${Oi}
          label=${a("setAction.customers")}
          search=${c}
          onSearch=${u}
          total=${e.length}
          found=${h}
        >
          ${p=>l`
            <span class="line muted">${L(p+1)}</span>
            <span class="value" title=${e[p]}>${e[p]}</span>
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
  `}var Ld,Rd=g(()=>{"use strict";X();it();B();Yt();z();T();vt();ht();C();Ci();jr();Ld={min:5e3,max:6e4}});function Dd(t){let e=(...n)=>n.every((r,s)=>t[s]===r);if(e(80,75,3,4)||e(208,207,17,224))return{fault:"workbook"};let o=e(255,254)?"utf-16le":e(254,255)?"utf-16be":"utf-8";try{let n=new TextDecoder(o,{fatal:!0}).decode(t);return n.includes("\0")?{fault:"binary"}:{text:n}}catch{return{fault:"encoding"}}}function Md(t){let e=t.slice(0,65536),o=e.replace(/"(?:[^"]|"")*"/g,"").split(/\r\n?|\n/);e.length<t.length&&o.length>1&&o.pop();let n=o.filter(i=>i.trim()),r=Er.filter(i=>n.some(c=>c.includes(i)));return r.find(i=>{let c=n.map(u=>u.split(i).length);return n.length>1&&c.every(u=>u===c[0]&&u>1)})??(r.length>1?Er.join(""):r[0]??"")}function*Hd(t,e){let o={rows:[],lines:[],unclosed:null},n=new RegExp(`[\r
${e}]`,"g"),r=t[0]==="\uFEFF"?1:0,s=1;for(;r<t.length;){let i=[];for(o.lines.push(s);;){let c;if(t[r]==='"'&&o.unclosed===null){if(c=$$(t,r),c<0){o.unclosed=s;continue}let u=t.slice(r+1,c-1);s+=u.match(/\r\n?|\n/g)?.length??0,i.push(u.replaceAll('""','"')),r=c,n.lastIndex=r,c=n.exec(t)?.index??t.length,i[i.length-1]+=t.slice(r,c)}else n.lastIndex=r,c=n.exec(t)?.index??t.length,i.push(t.slice(r,c));if(r=c+1,c>=t.length||t[c]===`
`)break;if(t[c]==="\r"){t[r]===`
`&&(r+=1);break}}s+=1,o.rows.push(i),o.rows.length%1e3===0&&(yield)}return o}function $$(t,e){let o=e+1;for(;;){if(o=t.indexOf('"',o)+1,o===0)return-1;if(t[o]!=='"')return o;o+=1}}function Ud(t,e){let o=t.slice(0,200).filter(b=>!Pd(b)),n=o[0]??[],r=n.map(b$),s=m$.map(b=>r.indexOf(b)).find(b=>b>=0),i=Math.max(1,...o.map(y$)),c=o.every(b=>b.length===n.length),u=i>1&&o.length>1&&(c||s!==void 0),f=b=>/\d/.test(b),d=u&&!n.some(f)&&o.slice(1).every(b=>b.some(f)),h=e.hasHeader??(o.length>1&&(s!==void 0||d)),m=e.column??(u?s??null:i>1?"all":0),p=o.slice(h?1:0),$=u?Math.min(i,50):1,x=Array.from({length:$},(b,v)=>h?n[v]??"":""),w=x.map((b,v)=>p.slice(0,2).map(_=>_[v]??""));return{columns:x,samples:w,hasHeader:h,column:m}}function y$(t){let e=t.length;for(;e>0&&!t[e-1].trim();)e-=1;return e}function Fd({rows:t,lines:e},{hasHeader:o,column:n}){let r=[],s=[],i=o;for(let[c,u]of t.entries()){if(i&&Pd(u))continue;if(i){i=!1;continue}if(n===null)break;let f=u.length-(u.length>1&&!u[u.length-1]?1:0);for(let d of n==="all"?u.slice(0,f):[u[n]??""])r.push(d),s.push(e[c])}return{values:r,lines:s}}async function Li(t,e){let o=performance.now();for(;;){let{done:n,value:r}=t.next();if(n)return r;performance.now()-o<8||(await new Promise(s=>setTimeout(s)),e?.throwIfAborted(),o=performance.now())}}var Er,m$,Pd,b$,Ii=g(()=>{"use strict";Er=["	",";",","],m$=["cust_id","cid","customer_id","customer","cids","customers"];Pd=t=>t.every(e=>!e.trim()),b$=t=>t.trim().toLowerCase().replace(/\W+/g,"_")});async function g$(t){if(t.size>64e6)return{fault:a("csv.large",{size:No(64e6)})};let e=Dd(new Uint8Array(await t.arrayBuffer()));return"fault"in e?{fault:a(`csv.${e.fault}`)}:e}function _$({read:{delimiter:t,layout:e,rows:o},onChoice:n}){let{columns:r,samples:s,hasHeader:i,column:c}=e,u=r.length>1;if(!t&&!u&&!i)return null;let f=d=>{let h=r[d].trim()||a("setAction.columnNo",{n:d+1}),m=s[d].map(p=>p.slice(0,24)).join(", ");return m?a("setAction.columnOf",{name:h,samples:m}):h};return l`
    <div class="reading">
      <${P}
        as="select"
        label=${a("setAction.separated")}
        value=${t}
        onValue=${d=>n({delimiter:d,column:null})}
      >
        ${w$.map(([d,h])=>l`<option key=${d} value=${d} selected=${d===t}>
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
  `}function Wd({source:t,onSource:e,read:o,isRemoved:n,onRemoved:r,bytesMax:s}){let[i,c]=y(""),[u,f]=y(!1),[d,h]=y(t.text),m=b=>{c(""),e(b)},p=async b=>{if(!b)return;let v=await g$(b);"fault"in v?c(`${b.name}: ${v.fault}`):m(Fe(v.text,{name:b.name,isLarge:!0}))},$=b=>{let{files:v}=b.clipboardData,_=b.clipboardData.getData("text"),k=b.currentTarget;if(!(!_&&v.length===0)&&!(_&&k.value.length+_.length<=Ad))if(b.preventDefault(),!_)p(v[0]);else{let R=k.value.slice(0,k.selectionStart),Y=k.value.slice(k.selectionEnd);m(Fe(R+_+Y,{isLarge:!0}))}},x=b=>{b.preventDefault(),f(!1);let{files:v}=b.dataTransfer,_=b.dataTransfer.getData("text");v.length?p(v[0]):_&&m(Fe(_,{isLarge:!0}))},w=b=>v=>{v.preventDefault(),f(b)};return l`
    <section
      class="card customers ${u?"is-over":""}"
      onDragOver=${w(!0)}
      onDragLeave=${w(!1)}
      onDrop=${x}
    >
      <h2>${a("setAction.customers")}</h2>
      ${t.isLarge?l`<${x$} source=${t} onClear=${()=>m(Fe(d))} />`:l`
              <${P}
                as="textarea"
                id="customers"
                label=${a("setAction.paste")}
                rows="6"
                spellcheck=${!1}
                autocapitalize="none"
                value=${t.text}
                onPaste=${$}
                onValue=${b=>{h(b),m(Fe(b))}}
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
          <${_$}
            read=${o}
            onChoice=${b=>{r(!1),e({...t,...b})}}
          />
          <${Sd}
            checked=${o.checked}
            isTrimmed=${t.trims}
            onTrim=${b=>e({...t,trims:b})}
            isRemoved=${n}
            onRemoved=${r}
            bytesMax=${s}
          />
        `}
    </section>
  `}var w$,x$,zd=g(()=>{"use strict";Ii();it();Ot();T();vt();C();Ci();jr();w$=[["","setAction.lines"],[",","setAction.comma"],[";","setAction.semicolon"],["	","setAction.tab"],[Er.join(""),"setAction.any"]];x$=({source:t,onClear:e})=>l`
  <div class="large row spread">
    <span class="row"><${I} name="note" /> <b>${t.name??a("setAction.pasted")}</b></span>
    <span class="muted">${No(new Blob([t.text]).size)}</span>
    <button type="button" onClick=${e}>${a("setAction.clear")}</button>
  </div>
`});function k$({sending:t,job_id:e}){let{data:o,reload:n}=W(s=>j(O`/v1/jobs/${e}`,{signal:s}),[e]),r=o&&o.status!=="IN_PROGRESS";return A(()=>{if(!r)return te({job_id:e,kind:"status_changed"},{onEntries:n,onState:n})},[e,r]),A(()=>()=>{r&&wr(t.key)},[r]),l`
    ${o&&l`<${dt} status=${o.status} cause=${o.cause} />`}
    <a href=${N(O`/jobs/${e}`)}>${a("setAction.open")}</a>
  `}function qd({user:t}){let e=E(ve).filter(o=>o.user===t&&!fn.has(o.key));return e.length===0?null:l`
    <section class="card" id="sent">
      <h2>${a("setAction.sentTitle")}</h2>
      <ul class="sent">
        ${e.map(o=>l`
            <li key=${o.key} class="row">
              <b>${a("setAction.sentWhat",{action:o.action,n:o.count})}</b>
              ${o.job_id?l`<${k$} sending=${o} job_id=${o.job_id} />`:l`<${v$} sending=${o} />`}
              <button
                type="button"
                class="icon-button"
                aria-label=${a("app.remove",{what:o.action})}
                onClick=${()=>wr(o.key)}
              >
                ✕
              </button>
            </li>
          `)}
      </ul>
    </section>
  `}var v$,Vd=g(()=>{"use strict";X();B();xo();fo();Rt();z();T();gi();C();v$=({sending:t})=>l`<span role="status">${_r(t)}</span>`});function Jd(t,e){let[o,n]=y(null),r=D(o);return A(()=>{let s=new AbortController,{signal:i}=s,c=async()=>{let d=r.current,h=t.delimiter??Md(t.text),p=d?.source.text===t.text&&d.delimiter===h?d.rows:await Li(Hd(t.text,h),i),$=Ud(p.rows,t),x=Fd(p,$),w=ru(x,{trims:t.trims,bytesMax:e}),b=await Li(w,i);r.current={source:t,delimiter:h,rows:p,layout:$,checked:b},n(r.current)},u=t.isLarge||!r.current?0:S$,f=setTimeout(()=>c().catch(d=>i.aborted||reportError(d)),u);return()=>{clearTimeout(f),s.abort()}},[t]),{read:o,isCurrent:o?.source===t}}var S$,Kd=g(()=>{"use strict";Ii();cn();T();S$=120});var Yd={};Ft(Yd,{default:()=>Gd});function A$({meta:t,form:e,onForm:o,pathOf:n,faults:r}){let{upstreams:s,actions:i,others:c}=t.set_actions,u=(d,h)=>{let m=r[d];return!m||m.why==="empty"?null:a(`name.${m.why}`,{n:m.n??0,most:h,code:m.code??""})},f=d=>h=>o({[d]:h});return l`
    <section class="card">
      <h2>${a("setAction.what")}</h2>
      <${P} as="select" id="action" label=${a("setAction.action")} onValue=${f("action")}>
        <option value="" disabled selected=${!e.action}>${a("setAction.choose")}</option>
        ${i.map(({name:d})=>l`<option key=${d} selected=${d===e.action}>${d}</option>`)}
        ${c&&l`<option value=${So} selected=${e.action===So}>
            ${a("setAction.other")}
          </option>`}
      <//>
      ${e.action===So&&l`
          <${P}
            id="other"
            label=${a("setAction.otherName")}
            error=${u("action",t.limits.action_name_bytes)}
            value=${e.other}
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
        ${s.length>1&&l`<option value="" disabled selected=${!e.base}>${a("setAction.choose")}</option>`}
        ${s.map(d=>l`<option key=${d} selected=${d===e.base}>${d}</option>`)}
      <//>
      <${P}
        id="path"
        label=${a("setAction.path")}
        hint=${e.base&&a("setAction.sendsTo",{url:Ao(e)})}
        value=${e.path}
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
        value=${e.token}
        onValue=${f("token")}
      />
      <${P}
        id="batch"
        label=${a("setAction.batch")}
        hint=${a("setAction.batchHint")}
        error=${u("batch",t.limits.batch_id_bytes)}
        value=${e.batch}
        autocomplete="off"
        onValue=${f("batch")}
      />
    </section>
  `}function T$({meta:t,jobs:e,user:o}){let[n]=zt(),r=`paths:${o}`,s=Ct=>oe(r)?.[Ct]??Ed(e,Ct),[i,c]=y(()=>jd(t,n,s)),[u,f]=y(()=>Td(n.getAll("cid"))),[d,h]=y(!1),[m,p]=y(!1),{cid_bytes:$,customers_of_a_job:x}=t.limits,{read:w,isCurrent:b}=Jd(u,$),v=b&&w?w.checked:null,_=w?.checked.customers??[],k=Od(i,t),R=w?.layout.column===null,Y=Cd(v,d,x),Q=Object.keys(k).length>0?a("setAction.missing"):R?a("setAction.why.column"):Y&&a(`setAction.why.${Y}`,{most:x}),St=ft(Ke,[Ao(i),Be(i),i.batch,_]),[U,ot,mt,gt]=tt(async()=>{Ge(r,{...oe(r),[i.base]:Ni(i.path)});let Ct={key:St,user:o,action:Be(i),count:_.length},ze=Nd(i,_),Yi=await gr({get:j,post:st},Ct,"/v1/set-actions",ze);c(Xf=>({...Xf,token:""})),K(a("setAction.sent",{id:Ye(Yi)})),xt(N(O`/jobs/${Yi}`))});return l`
    <form
      class="set-action"
      autocomplete="off"
      onSubmit=${Ct=>{Ct.preventDefault(),Q||p(!0)}}
    >
      <${A$}
        meta=${t}
        form=${i}
        onForm=${Ct=>c(ze=>({...ze,...Ct}))}
        pathOf=${s}
        faults=${k}
      />
      <${Wd}
        source=${u}
        onSource=${Ct=>{Ct.text!==u.text&&h(!1),f(Ct)}}
        read=${w}
        isRemoved=${d}
        onRemoved=${h}
        bytesMax=${$}
      />
      <div class="set-action-end row">
        <button type="submit" class="primary" disabled=${!!Q}>
          ${a("setAction.review")}
        </button>
        <b role="status">${a("setAction.count",{n:_.length})}</b>
        <span class="muted" id="blocker">${Q}</span>
      </div>
    </form>
    ${m&&v&&l`
        <${Id}
          form=${i}
          customers=${_}
          leftOut=${v.values.length-_.length}
          onSend=${U}
          isBusy=${ot}
          problem=${mt}
          onClose=${()=>{gt(),p(!1)}}
        />
      `}
  `}function Gd(){let t=E(M),e=W(async n=>{let r=await j("/v1/meta",{signal:n}),{upstreams:s}=r.set_actions;return t?.role==="auditor"||s.length===0?{meta:r,jobs:[]}:{meta:r,jobs:(await j("/v1/jobs",{query:{source:"gateway",status:"SUCCESS",limit:20},signal:n})).jobs}},[t?.role]),o=l`<${G}>${a("setAction.title")}<//>`;return t?t.role==="auditor"?l`${o}
      <${ct} title=${a("setAction.auditor")}><p>${a("setAction.auditorHint")}</p><//>`:l`
    ${o}
    <${qd} user=${t.user_id} />
    <${bt} of=${e}>
      ${({meta:n,jobs:r})=>n.set_actions.upstreams.length?l`<${T$} meta=${n} jobs=${r} user=${t.user_id} />`:l`<${ct} title=${a("setAction.noUpstream")}>
              <p>${a("setAction.noUpstreamHint")}</p>
            <//>`}
    <//>
  `:o}var Xd=g(()=>{"use strict";wt();X();it();B();Lt();xo();Te();Ot();z();T();kt();ht();Z();C();Rd();zd();Vd();jr();Kd()});function E$(){let t=D(null),[e,o]=y(0);return A(()=>{if(!t.current)return;let n=new ResizeObserver(([{contentRect:r}])=>o(r.width));return n.observe(t.current),()=>n.disconnect()},[]),[t,e]}function ef({label:t,height:e,text:o,onLeave:n,children:r}){let[s,i]=E$();return l`
    <div class="chart" ref=${s}>
      <svg role="img" aria-label=${t} width=${i} height=${e} onPointerLeave=${n}>
        ${i>0&&r(i)}
      </svg>
      <p class="chart-text" aria-hidden="true">${o}</p>
    </div>
  `}function Or({label:t,bars:e,axis:o,show:n,height:r=200,nameWidth:s=56}){let[i,c]=y(null),u=e.find(p=>p.key===i)?.text??"",f=r-22,d=12+7*Math.max(...o.map(p=>n(p).length)),h=p=>p/o[o.length-1]*(f-10);return l`
    <${ef} label=${t} height=${r} text=${u} onLeave=${()=>c(null)}>${p=>{let $=(p-d-12)/e.length,x=Math.ceil(s/$),w=Math.min(48,Math.max(1.5,$-($>8?4:1)));return l`
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
      ${e.map((b,v)=>{let _=d+v*$,k=f;return l`
          <g key=${b.key} class="column" onPointerEnter=${()=>c(b.key)}>
            <rect
              class="column-ground ${b.onPick?"bar-link":""}"
              x=${_}
              y="0"
              width=${$}
              height=${f}
              onClick=${b.onPick}
            />
            ${b.parts.map(R=>{let Y=of(h(R.value),R.value);return k-=Y,Y>0&&l`
                  <${Ri}
                    key=${R.kind}
                    part=${R}
                    x=${_+($-w)/2}
                    y=${k}
                    width=${w}
                    height=${Y}
                  />
                `})}
            ${(e.length-1-v)%x===0&&(v+.5)*$>=s/2-d&&l`
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
  `}function nf({label:t,bars:e,most:o}){let[n,r]=y(null),s=e.find(u=>u.key===n)?.text??"",i=28,c=u=>{let f=Math.min(160,u*.3),d=12+8*Math.max(...e.map(p=>p.total.length)),h=u-f-d,m=Math.floor(f/7.5);return e.map((p,$)=>{let x=$*i,w=f,b=p.parts.map(v=>{let _=of(v.value/(o||1)*h,v.value);return w+=_,_>0&&l`
            <${Ri}
              key=${v.kind}
              part=${v}
              x=${w-_}
              y=${x+5}
              width=${_}
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
          ${b}
          <text x=${Math.min(w,u-d)+8} y=${x+i/2} dy="0.35em"
            >${p.total}</text
          >
        </g>
      `})};return l`
    <${ef}
      label=${t}
      height=${Math.max(1,e.length)*i}
      text=${s}
      onLeave=${()=>r(null)}
      >${c}<//
    >
  `}var Zd,Qd,j$,Ri,tf,of,Cr=g(()=>{"use strict";T();Zd={FAILED:"M-2 2 2-2M0 8 8 0M6 10l4-4",UNCONFIRMED:"M1 2h2M5 6h2",IN_PROGRESS:"M0 2h8M0 6h8"},Qd=()=>l`
  <svg class="patterns" aria-hidden="true" width="0" height="0">
    <defs>
      ${Object.entries(Zd).map(([t,e])=>l`
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
`,j$=t=>t in Zd?`url(#pattern-${t})`:"currentColor",Ri=({part:t,...e})=>l`
  <rect
    ...${e}
    class="bar bar-${t.kind} ${t.onPick?"bar-link":""}"
    fill=${j$(t.kind)}
    onClick=${t.onPick}
  />
`,tf=({kind:t})=>l`
  <svg class="swatch" viewBox="0 0 16 16" aria-hidden="true">
    <${Ri} part=${{kind:t,value:1}} x=${1} y=${1} width=${14} height=${14} />
  </svg>
`;of=(t,e)=>e?Math.max(2,t):0});function O$({caption:t,head:e,rows:o}){let[n,r]=y(!1),s=i=>typeof i=="string"?i:l`<${H} to="/" query=${i.query}>${i.text}<//>`;return l`
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
                      ${c.map((f,d)=>l`<td key=${d}>${s(f)}</td>`)}
                    </tr>
                  `)}
              </tbody>
            </table>
          </div>
        `}
    </details>
  `}var rf,hn,Di=g(()=>{"use strict";C();Cr();T();Z();rf=({statuses:t})=>l`
  <ul class="legend">
    ${t.map(e=>l`<li key=${e}><${tf} kind=${e} />${F("status",e)}</li>`)}
  </ul>
`,hn=({id:t,title:e,hint:o,table:n,children:r})=>l`
  <section class="card figure" id=${t} aria-labelledby="${t}-title">
    <h2 id="${t}-title">${e}</h2>
    <p class="hint">${o}</p>
    ${r}
    <${O$} ...${n} />
  </section>
`});function Nr(t,e=4,o=0){let n=Math.max((t||1)/e,o,Number.MIN_VALUE),r=10**Math.floor(Math.log10(n)),s=[1,2,5,10].map(c=>c*r).find(c=>c>=n*.999)??n,i=Math.max(1,Math.ceil(t/s-1e-9));return Array.from({length:i+1},(c,u)=>Number((u*s).toPrecision(6)))}var sf=g(()=>{"use strict"});function Hi(t){let e=lf();for(let o of t)for(let n of ce)e[n]+=o[n];return e}function Lr(t){let e=Et(t)-t.IN_PROGRESS;return e?t.FAILED/e:null}function uf(t){let e=Number(t.get("days"));return Mi.find(o=>o===e)??30}function ff(t,e,o){let n=new Map(t.map(({value:r,jobs:s})=>[r,s]));return Array.from({length:e},(r,s)=>{let i=df(o-(e-1-s)*cf);return{day:i,jobs:n.get(i)??lf()}})}function pf({rows:t,other:e},o){let n=t.length===o+1&&!Et(e)?t:t.slice(0,o);return{rows:n,other:Hi([e,...t.slice(n.length).map(r=>r.jobs)])}}function hf(t){let e={all:[],answered:[],reported:[],imported:[]};for(let{status:o,cause:n,created_at:r,updated_at:s}of t){let c=(o==="SUCCESS"||o==="FAILED")&&Pi.includes(n)&&s?Lo(r,s):-1;c>=0&&(e[n].push(c),e.all.push(c))}for(let o of Object.values(e))o.sort((n,r)=>n-r);return e}function mf(t){let e=af.map((n,r)=>{let s=r?af[r-1]:0;return{from:s,to:n,count:t.filter(i=>i>=s&&i<n).length}}),o=e.map(n=>n.count>0);return o.includes(!0)?e.slice(o.indexOf(!0),o.lastIndexOf(!0)+1):[]}var ce,Mi,cf,lf,Et,df,We,mn,Pi,af,Ui=g(()=>{"use strict";it();ce=["SUCCESS","FAILED","UNCONFIRMED","IN_PROGRESS"],Mi=[14,30,90],cf=864e5,lf=()=>({SUCCESS:0,FAILED:0,UNCONFIRMED:0,IN_PROGRESS:0});Et=t=>ce.reduce((e,o)=>e+t[o],0);df=t=>new Date(t).toISOString().slice(0,10);We=(t,e=t)=>({since:`${t}T00:00:00Z`,until:`${df(Date.parse(e)+cf)}T00:00:00Z`});mn=(t,e)=>t[Math.min(t.length-1,Math.max(0,Math.ceil(e*t.length)-1))],Pi=["answered","reported","imported"];af=[30,100,300,1e3,3e3,1e4,3e4,6e4,18e4,6e5,18e5,36e5,864e5,1/0]});function Bi(t){let e=ce.filter(o=>t[o]).map(o=>`${L(t[o])} ${F("status",o).toLowerCase()}`);return`${a("overview.jobs",{n:Et(t)})}${e.length?`: ${e.join(", ")}`:""}`}function wf({days:t}){let e=t.map(({day:n,jobs:r})=>{let s=We(n),i=`${To(n)}: ${Bi(r)}`,c=$f(r,s);return{key:n,name:To(n),parts:c,text:i,onPick:Rr(s)}}),o=Math.max(...t.map(({jobs:n})=>Et(n)));return l`
    <${hn}
      id="by-day"
      title=${a("overview.byDay")}
      hint=${a("overview.byDayHint")}
      table=${{caption:a("overview.byDayTable",Ir(t)),head:[a("overview.day"),...yf()],rows:t.map(({day:n,jobs:r})=>[n,...bf(r,We(n))]).reverse()}}
    >
      <${Or}
        label=${a("overview.byDayLabel",{...Ir(t),most:L(o)})}
        bars=${e}
        axis=${Nr(o,4,1)}
        show=${L}
      />
    <//>
  `}function gf({days:t}){let e=t.map(({jobs:r})=>Lr(r)),o=Math.max(0,...e.map(r=>r??0)),n=t.map(({day:r,jobs:s},i)=>{let c=e[i],u=Rr({...We(r),status:"FAILED"}),f=c===null?a("overview.noneEnded"):Oe(c);return{key:r,name:To(r),text:`${To(r)}: ${f} (${Bi(s)})`,parts:[{kind:"FAILED",value:c??0,onPick:u}],onPick:u}});return l`
    <${hn}
      id="failure-rate"
      title=${a("overview.rate")}
      hint=${a("overview.rateHint")}
      table=${{caption:a("overview.rateTable",Ir(t)),head:[a("overview.day"),a("overview.rate"),F("status","FAILED"),a("overview.ended")],rows:t.map(({day:r,jobs:s},i)=>[r,e[i]===null?"\u2013":Oe(e[i]),Fi(s.FAILED,{...We(r),status:"FAILED"}),L(Et(s)-s.IN_PROGRESS)]).reverse()}}
    >
      <${Or}
        label=${a("overview.rateLabel",{...Ir(t),most:Oe(o)})}
        bars=${n}
        axis=${Nr(o||1)}
        show=${Oe}
      />
    <//>
  `}function Wi({id:t,name:e,table:o}){let{rows:n,other:r}=pf(o,C$),s=n.map(({value:u,jobs:f})=>({name:u,jobs:f,query:{[e]:u}}));Et(r)&&s.push({name:a("overview.others"),jobs:r,query:null});let i=e==="action_name",c=s.map(({name:u,jobs:f,query:d})=>({key:`${d?"":"other "}${u}`,name:u,parts:$f(f,d),text:`${u}: ${Bi(f)}`,total:L(Et(f)),...d&&{onPick:Rr(d)}}));return l`
    <${hn}
      id=${t}
      title=${a(i?"overview.byAction":"overview.byUser")}
      hint=${a("overview.byValueHint")}
      table=${{caption:a(i?"overview.byActionTable":"overview.byUserTable"),head:[a(i?"overview.action":"overview.user"),...yf()],rows:s.map(({name:u,jobs:f,query:d})=>[u,...bf(f,d)])}}
    >
      <${nf}
        label=${a(i?"overview.byActionLabel":"overview.byUserLabel",{names:s.map(({name:u,jobs:f})=>`${u} ${L(Et(f))}`).join(", ")})}
        bars=${c}
        most=${Math.max(...s.map(({jobs:u})=>Et(u)))}
      />
    <//>
  `}function _f({jobs:t}){let e=hf(t),o=e.all.length;if(!o)return null;let n=mf(e.all),r=({from:f,to:d})=>d===1/0?a("overview.atLeast",{from:Wt(f)}):a("overview.below",{to:Wt(d)}),s=n.map(f=>({key:String(f.to),name:r(f),text:`${r(f)}: ${a("overview.jobs",{n:f.count})}`,parts:[{kind:"plain",value:f.count}]})),i=Wt(mn(e.all,.5)),c=Wt(mn(e.all,.95)),u=Pi.filter(f=>e[f].length);return l`
    <${hn}
      id="durations"
      title=${a("overview.durations")}
      hint=${a("overview.durationsHint",{n:o})}
      table=${{caption:a("overview.durationsTable",{n:o}),head:[a("overview.took"),a("overview.total")],rows:n.map(f=>[r(f),L(f.count)])}}
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
                  <td>${L(e[f].length)}</td>
                  <td>${Wt(mn(e[f],.5))}</td>
                  <td>${Wt(mn(e[f],.95))}</td>
                </tr>
              `)}
          </tbody>
        </table>
      </div>
      <${Or}
        label=${a("overview.durationsLabel",{n:o,median:i,high:c})}
        bars=${s}
        axis=${Nr(Math.max(...n.map(f=>f.count)),3,1)}
        show=${L}
        height=${150}
        nameWidth=${68}
      />
    <//>
  `}var C$,N$,To,Rr,$f,Fi,bf,yf,Ir,xf=g(()=>{"use strict";it();B();Lt();sf();Cr();Di();T();C();Ui();C$=10,N$=new Intl.DateTimeFormat(je,{day:"numeric",month:"short",timeZone:"UTC"}),To=t=>N$.format(new Date(t)),Rr=t=>()=>xt(N("/",t));$f=(t,e)=>ce.map(o=>({kind:o,value:t[o],...e&&{onPick:Rr({...e,status:o})}})),Fi=(t,e)=>t&&e?{text:L(t),query:e}:L(t),bf=(t,e)=>[Fi(Et(t),e),...ce.map(o=>Fi(t[o],e&&{...e,status:o}))],yf=()=>[a("overview.total"),...ce.map(t=>F("status",t))],Ir=t=>({n:t.length,from:To(t[0].day),to:To(t[t.length-1].day)})});function vf(t,e){let o=D(e);A(()=>{o.current!==e&&t(),o.current=e},[e])}function I$({head:t}){let e=W(o=>j("/readyz",{signal:o,asks:!1}),[]);return vf(e.reload,t.size),A(()=>{let o=setInterval(()=>document.hidden||e.reload(),L$);return()=>clearInterval(o)},[]),e.error?l`<span class="bad"><${I} name="alarm" /> ${a("health.notReady")}</span>
      ${e.error.detail}`:e.data?l`<span class="good"><${I} name="SUCCESS" /> ${a("health.ready")}</span>`:a("app.loading")}function R$({head:t}){let{data:e,error:o,reload:n}=W(i=>j("/log/checkpoint",{signal:i,asText:!0}),[]);if(vf(n,t.size),!e)return o?o.detail:a("app.loading");let[,r,s]=e.split(`
`);return l`
    ${a("health.checkpointOf",{n:Number(r)})} ${" "}<${kf}
      short=${`${s.slice(0,10)}\u2026`}
      text=${e}
      what=${a("health.checkpoint")}
    />
    ${" "}<a href=${N("/log/checkpoint")} download="checkpoint">${a("health.download")}</a>
  `}function D$(){let t=ge();if(!t)return a("health.notSeen");let e=Gt(t.checkpoint);return l`${a("health.seenSize",{n:e})} (<${et} at=${t.at} />)`}function M$({role:t}){let e=`jobctl verify --server ${location.origin}${Tt} --key verifier.key`;return l`
    <p>${a("health.how")}</p>
    <div class="row command">
      <pre class="scroll-x" tabindex="0"><code>${e}</code></pre>
      <button type="button" onClick=${()=>se(e,a("health.command"))}>
        ${a("app.copy",{what:""})}
      </button>
    </div>
    <p class="hint">${a(t==="operator"?"health.howOperator":"health.howHint")}</p>
  `}function zi({head:t}){let e=E(M),{data:o}=W(i=>j("/v1/meta",{signal:i}),[]),n=o?.ledger.verifier_key??"",[r,s]=n.split("+");return l`
    <section class="card health" id="health" aria-labelledby="health-title">
      <h2 id="health-title">${a("health.title")}</h2>
      <dl class="facts">
        <dt>${a("health.state")}</dt>
        <dd><${I$} head=${t} /></dd>
        <dt>${a("health.size")}</dt>
        <dd>${a("health.entries",{n:t.size})}</dd>
        <dt>${a("health.checkpoint")}</dt>
        <dd><${R$} head=${t} /></dd>
        <dt>${a("health.key")}</dt>
        <dd>
          ${n&&l`<code>${r}</code> <${kf} short=${s} text=${n} what=${a("health.key")} />`}
        </dd>
        <dt>${a("health.seen")}</dt>
        <dd><${D$} /></dd>
      </dl>
      <${M$} role=${e?.role} />
      <p><${H} to="/help/proof">${a("landing.help")}<//></p>
    </section>
  `}var L$,kf,Sf=g(()=>{"use strict";wt();X();er();B();z();T();vt();He();Z();C();L$=3e4;kf=({short:t,text:e,what:o})=>l`
  <button type="button" class="copy-id" title=${e} onClick=${()=>se(e,o)}>
    <code>${t}</code><${I} name="copy" />
    <span class="off-screen">${a("app.copy",{what:o})}</span>
  </button>
`});var Tf={};Ft(Tf,{default:()=>Af});function U$(t){A(()=>{let e=new Map,o=()=>{for(let{reload:r,ms:s}of t){if(e.has(r))continue;let i=()=>{e.delete(r),r()};e.set(r,window.setTimeout(i,s))}},n=te({},{onEntries:o,onState:r=>r==="stale"&&o()});return()=>{e.forEach(r=>clearTimeout(r)),n()}},[])}function F$({stats:t,days:e}){let o=Hi(e.map(i=>i.jobs)),n=Lr(o),r=Et(t.total),s=We(e[0].day,e[e.length-1].day);return l`
    <dl class="numbers">
      <${$n} name=${a("overview.all")} value=${L(r)} to=${{}} />
      <${$n}
        name=${a("overview.inSpan",{n:e.length})}
        value=${L(Et(o))}
        to=${s}
      />
      <${$n}
        name=${a("overview.rateInSpan",{n:e.length})}
        value=${n===null?"\u2013":Oe(n)}
        to=${{...s,status:"FAILED"}}
      />
      <${$n}
        name=${a("overview.inProgress")}
        value=${L(t.total.IN_PROGRESS)}
        to=${{status:"IN_PROGRESS"}}
      />
      <${$n}
        name=${a("overview.unconfirmed")}
        value=${L(t.total.UNCONFIRMED)}
        to=${{status:"UNCONFIRMED"}}
      />
    </dl>
  `}function Af(){let t=E(M),[e,o]=zt(),n=uf(e),r=W(u=>j("/v1/stats",{signal:u,query:{limit:100}}),[]),s=W(u=>j("/v1/jobs",{signal:u,query:{status:["SUCCESS","FAILED"],limit:500}}),[]);U$([{reload:r.reload,ms:H$},{reload:s.reload,ms:P$}]);let i=u=>{e.set("days",u),o(new URLSearchParams(e),{replace:!0})},c=u=>{if(!Et(u.total))return l`
        <${ct} title=${a("overview.empty")}><p>${a("overview.emptyHint")}</p><//>
        <${zi} head=${u.head} />
      `;let f=ff(u.by_day.rows,n,Date.now());return l`
      <${F$} stats=${u} days=${f} />
      <${rf} statuses=${ce} />
      <div class="figures">
        <${wf} days=${f} />
        <${gf} days=${f} />
        <${Wi} id="by-action" name="action_name" table=${u.by_action} />
        ${t?.role!=="operator"&&l`<${Wi} id="by-user" name="user_id" table=${u.by_user} />`}
        <${bt} of=${s}>
          ${({jobs:d})=>l`<${_f} jobs=${d} />`}
        <//>
        <${zi} head=${u.head} />
      </div>
    `};return l`
    <div class="row spread overview-top">
      <${G}>${a("overview.title")}<//>
      <${Pe}
        label=${a("overview.span")}
        options=${Mi.map(u=>({value:String(u),text:a("overview.days",{n:u})}))}
        value=${String(n)}
        onValue=${i}
      />
    </div>
    ${t?.role==="operator"&&l`<p class="hint">${a("overview.own")}</p>`}
    <${Qd} />
    <${bt} of=${r}>${c}<//>
  `}var H$,P$,$n,jf=g(()=>{"use strict";wt();X();it();fo();Di();Cr();Ot();z();T();ht();Z();C();xf();Sf();Ui();H$=3e3,P$=3e4;$n=({name:t,value:e,to:o})=>l`
  <div>
    <dt>${t}</dt>
    <dd>${o?l`<${H} to="/" query=${o}>${e}<//>`:e}</dd>
  </div>
`});function jo(t,e){let o=t?.field;if(!t||!o||!e.includes(o))return{at:()=>null,rest:t};let n=t.detail.startsWith(`${o}: `)?t.detail.slice(o.length+2):t.detail;return{at:r=>r===o?n:null,rest:null}}var Dr=g(()=>{"use strict"});function bn({label:t,value:e,onValue:o,error:n,hint:r="",required:s=!0}){let[i,c]=y(!1);return l`
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
  `}var qi=g(()=>{"use strict";C();Ot();T()});function Ef(t){let e=({created_at:r})=>r?Date.parse(r):0,o=({state:r})=>r==="accepted",n=t.toSorted((r,s)=>e(s)-e(r)||(r.name<s.name?-1:+(r.name>s.name)));return{working:n.filter(o),others:n.filter(r=>!o(r))}}function Of(t,e){let[o,n,r]=t.split("-").map(Number);return(e==="utc"?new Date(Date.UTC(o,n-1,r+1)):new Date(o,n-1,r+1)).toISOString()}function Cf(t){if(!t)return"";let e=n=>n.find(([r])=>t.includes(r))?.[1],o=t.startsWith("Mozilla/")&&e(B$);return o?[o,e(W$)].filter(Boolean).join(", "):t}var B$,W$,Vi=g(()=>{"use strict";B$=[["Edg","Edge"],["OPR","Opera"],["Firefox","Firefox"],["FxiOS","Firefox"],["CriOS","Chrome"],["Chrome","Chrome"],["Safari","Safari"]],W$=[["Android","Android"],["iPhone","iPhone"],["iPad","iPad"],["Windows","Windows"],["Mac OS X","macOS"],["CrOS","ChromeOS"],["Linux","Linux"]]});function Eo({title:t,action:e,onConfirm:o,onClose:n,children:r}){let[s,i,c]=tt(async()=>{await o(),n()});return l`
    <${ut} title=${t} onClose=${n}>
      <p>${r}</p>
      <${V} problem=${c} />
      <div class="row">
        <button type="button" class="danger" disabled=${i} onClick=${s}>${e}</button>
        <button type="button" onClick=${n}>${a("app.cancel")}</button>
      </div>
    <//>
  `}var Mr=g(()=>{"use strict";C();Yt();z();T();ht()});function z$({token:t,hasUser:e,onRevoke:o}){let{state:n}=t,r=t.revoked_at??t.expires_at;return l`
    <tr>
      <th scope="row">${t.name}${t.current&&l` <${_e}>${a("sessions.this")}<//>`}</th>
      ${e&&l`
          <td data-name=${a("admin.user")}>
            ${t.user_id}, <span class="muted">${F("role",t.role)}</span>
          </td>
        `}
      <td data-name=${a("tokens.made")}><${et} at=${t.created_at} /></td>
      <td data-name=${a("tokens.used")}>
        ${t.last_used_at?l`<${et} at=${t.last_used_at} />`:a("tokens.unused")}
      </td>
      <td data-name=${a("tokens.ends")}>
        ${n!=="accepted"&&a(`tokens.${n}`)}${" "}
        ${r?l`<${et} at=${r} />`:a("tokens.noEnd")}
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
  `}function Hr({tokens:t,hasUser:e=!1,revoke:o}){let[n,r]=y(null),{working:s,others:i}=Ef(t),c={hasUser:e,onRevoke:r};return l`
    ${s.length>0?l`<${Nf} caption=${a("tokens.title")} tokens=${s} ...${c} />`:l`<${ct} title=${a("tokens.empty")} />`}
    ${i.length>0&&l`
        <details>
          <summary>${a("tokens.others",{n:i.length})}</summary>
          <${Nf}
            caption=${a("tokens.others",{n:i.length})}
            tokens=${i}
            hasUser=${e}
          />
        </details>
      `}
    ${n&&l`
        <${Eo}
          title=${a("tokens.revokeOne",{name:n.name})}
          action=${a("tokens.revoke")}
          onConfirm=${async()=>{await o(n.name),K(a("tokens.revokedNow",{name:n.name}))}}
          onClose=${()=>r(null)}
        >
          ${n.current&&a("tokens.revokeCurrent")}
          ${a("tokens.revokeHint",{user:n.user_id})}
        <//>
      `}
  `}function Pr({make:t,onClose:e,children:o,mine:n=""}){let r=E(Zt),[s,i]=y(""),[c,u]=y(""),[f,d]=y(""),[h,m,p]=tt(async()=>{let w=await t({name:s,...c&&{expires_at:Of(c,r)}});d(w.token)});if(f)return l`<${q$} token=${f} onClose=${e} />`;let{at:$,rest:x}=jo(p,["name","expires_at",n]);return l`
    <${ut} title=${a("tokens.new")} onClose=${e}>
      <form
        onSubmit=${w=>{w.preventDefault(),h()}}
      >
        ${o} ${$(n)&&l`<p class="field-error" role="alert">${$(n)}</p>`}
        <${P}
          label=${a("tokens.name")}
          hint=${a("tokens.nameHint")}
          error=${$("name")}
          name="token-name"
          autocomplete="off"
          required
          value=${s}
          onValue=${i}
        />
        <${P}
          label=${a("tokens.lastDay")}
          hint=${a("tokens.lastDayHint")}
          error=${$("expires_at")}
          type="date"
          min=${new Date().toISOString().slice(0,10)}
          value=${c}
          onValue=${u}
        />
        <${V} problem=${x} />
        <button type="submit" class="primary" disabled=${m}>${a("tokens.make")}</button>
      </form>
    <//>
  `}var Nf,q$,Ji=g(()=>{"use strict";Vi();Dr();C();Rt();Mr();Yt();Ot();z();T();kt();Qo();ht();Z();Nf=({caption:t,tokens:e,hasUser:o,onRevoke:n})=>l`
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
          <${z$} key=${r.name} token=${r} hasUser=${o} onRevoke=${n} />
        `)}
    </tbody>
  </table>
`;q$=({token:t,onClose:e})=>l`
  <${ut} title=${a("tokens.madeTitle")} onClose=${e}>
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
        onClick=${()=>se(t,a("tokens.theToken"))}
      >
        ${a("app.copy",{what:a("tokens.theToken")})}
      </button>
      <button type="button" onClick=${e}>${a("tokens.stored")}</button>
    </div>
  <//>
`});function V$({session:t,onEnd:e}){let o=Cf(t.user_agent)||a("sessions.unknown");return l`
    <tr>
      <th scope="row" title=${t.user_agent??""}>
        ${o} ${t.current&&l` <${_e}>${a("sessions.this")}<//>`}
      </th>
      <td data-name=${a("sessions.address")}>${t.address??a("sessions.unknown")}</td>
      <td data-name=${a("sessions.used")}><${et} at=${t.used_at} /></td>
      <td data-name=${a("sessions.begun")}>
        <${et} at=${t.begun_at} />, ${a(`sessions.by.${t.by}`)}
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
  `}function Lf(){let t=W(s=>j("/v1/account/sessions",{signal:s}),[]),[e,o]=y(null),n=async()=>{e==="others"?await st("/v1/account/sessions/end-others"):e&&await J$(e.id),K(a(e==="others"?"sessions.othersEnded":"sessions.ended")),t.reload()},r=({sessions:s,since:i})=>l`
    <p class="hint">${a("sessions.hint")} <${et} at=${i} />.</p>
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
            <${V$}
              key=${c.id}
              session=${c}
              onEnd=${()=>c.current?Un():o(c)}
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
      <${bt} of=${t}>${r}<//>
      ${e&&l`
          <${Eo}
            title=${a(e==="others"?"sessions.endOthersTitle":"sessions.endTitle")}
            action=${a("sessions.end")}
            onConfirm=${n}
            onClose=${()=>o(null)}
          >
            ${a(e==="others"?"sessions.endOthersHint":"sessions.endHint")}
          <//>
        `}
    </section>
  `}var J$,If=g(()=>{"use strict";Vi();X();B();Rt();Mr();z();T();hs();kt();ht();Z();C();J$=t=>st(O`/v1/account/sessions/${t}/end`).catch(e=>{if(e.status!==404)throw e})});var Df={};Ft(Df,{default:()=>Rf});function G$({onChanged:t}){let[e,o]=y(""),[n,r]=y(""),[s,i,c]=tt(async()=>{await st("/v1/account/password",{current:e,new:n}),o(""),r(""),K(a("password.changed")),t(),await Sn()}),{at:u,rest:f}=jo(c,["current","new"]);return l`
    <form
      onSubmit=${d=>{d.preventDefault(),s()}}
    >
      <div class="off-screen" aria-hidden="true">
        <input
          type="text"
          autocomplete="username"
          tabindex="-1"
          readonly
          value=${M.get()?.user_id}
        />
      </div>
      <${P}
        label=${a("password.current")}
        error=${u("current")}
        type="password"
        autocomplete="current-password"
        required
        value=${e}
        onValue=${o}
      />
      <${bn}
        label=${a("password.new")}
        error=${u("new")}
        value=${n}
        onValue=${r}
      />
      <${V} problem=${f} />
      <p class="hint">${a("password.ends")}</p>
      <button type="submit" class="primary" disabled=${i}>${a("password.change")}</button>
    </form>
  `}function Y$({mayMake:t}){let e=W(r=>j("/v1/account/tokens",{signal:r}),[]),[o,n]=y(!1);return l`
    <section class="card wide" id="tokens" aria-labelledby="tokens-title">
      <div class="row spread">
        <h2 id="tokens-title">${a("tokens.title")}</h2>
        ${t&&l`<button type="button" onClick=${()=>n(!0)}>${a("tokens.new")}</button>`}
      </div>
      <p class="hint">${a(t?"tokens.hint":"tokens.unlisted")}</p>
      <${bt} of=${e}>
        ${r=>l`
          <${Hr}
            tokens=${r.tokens}
            revoke=${async s=>{await st(O`/v1/account/tokens/${s}/revoke`),e.reload()}}
          />
        `}
      <//>
      ${o&&l`
          <${Pr}
            make=${r=>st("/v1/account/tokens",r)}
            onClose=${()=>{n(!1),e.reload()}}
          />
        `}
    </section>
  `}function Rf(){let t=E(M),[e,o]=y(0);if(!t)return null;let n=t.signed_in_by!=="jwt"||t.is_listed===!0;return l`
    <${G}>${a("account.title")}<//>
    <div class="account">
      <${K$} user=${t} />
      <section class="card" id="password" aria-labelledby="password-title">
        <h2 id="password-title">${a("password.title")}</h2>
        ${t.has_password?l`<${G$} onChanged=${()=>o(e+1)} />`:l`<p>${a(`password.none.${t.signed_in_by}`)}</p>`}
      </section>
      ${t.has_password||t.session?l`<${Lf} key=${e} />`:null}
      <${Y$} mayMake=${n} />
    </div>
  `}var K$,Mf=g(()=>{"use strict";wt();X();Dr();B();z();T();Ot();kt();qi();ht();Z();Ji();C();If();K$=({user:t})=>l`
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
          <dd><${et} at=${t.session.ends_at} />, ${a("account.endsHint")}</dd>
        `}
    </dl>
  </section>
`});function Uf(t,e){let o=Hf(e.trim());return t.filter(({user_id:n,role:r})=>Hf(n).includes(o)||r.startsWith(o)).toSorted((n,r)=>Number(n.disabled)-Number(r.disabled)||n.user_id.localeCompare(r.user_id))}var Pf,Hf,Ki=g(()=>{"use strict";Pf=["operator","auditor","admin"],Hf=t=>t.normalize("NFKC").toLowerCase()});function Gi({fields:t,action:e,onSubmit:o,isMain:n=!1,children:r}){let[s,i,c]=tt(o),{at:u,rest:f}=jo(c,t);return l`
    <form
      onSubmit=${d=>{d.preventDefault(),s()}}
    >
      ${r(u)}
      <${V} problem=${f} />
      <button type="submit" class=${n?"primary":""} disabled=${i}>${e}</button>
    </form>
  `}function Ff({onAdded:t,onClose:e}){let[o,n]=y(""),[r,s]=y("operator"),[i,c]=y(""),u=async()=>{await st("/v1/users",{user_id:o,role:r,...i&&{password:i}}),K(a("admin.added",{user:o})),t(),e()};return l`
    <${ut} title=${a("admin.add")} onClose=${e}>
      <${Gi}
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
          <${Ur} error=${f("role")} value=${r} onValue=${s} />
          <${bn}
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
  `}function Bf({user:t,isSelf:e,onChanged:o,onClose:n}){let{user_id:r}=t,[s,i]=y(t.role),[c,u]=y(""),[f,d]=y(!1),h=async(R,Y,rt)=>{await st(`${O`/v1/users/${r}`}/${R}`,Y),K(rt),o(),n()};if(f)return l`
      <${Eo}
        title=${a("admin.disableOne",{user:r})}
        action=${a("admin.disable")}
        onConfirm=${()=>h("disable",{},a("admin.disabledNow",{user:r}))}
        onClose=${n}
      >
        ${a("admin.disableHint")}
      <//>
    `;let m=l`
    <${Gi}
      fields=${["role"]}
      action=${a("admin.setRole")}
      onSubmit=${()=>h("role",{role:s},a("admin.roleSet",{user:r}))}
    >
      ${R=>l`
        <${Ur}
          hint=${a("admin.roleHint")}
          error=${R("role")}
          value=${s}
          onValue=${i}
        />
      `}
    <//>
  `,p={what:"enable",action:a("admin.enable"),hint:a(t.has_password?"admin.enableHint":"admin.enableHintNone"),done:a("admin.enabledNow",{user:r})},$={what:"password",action:a("admin.setPassword"),hint:a("admin.setPasswordHint"),done:a("admin.passwordSet",{user:r})},{what:x,action:w,hint:b,done:v}=t.disabled?p:$,_=c?{password:c}:{},k=l`
    <${Gi} fields=${["password"]} action=${w} onSubmit=${()=>h(x,_,v)}>
      ${R=>l`
        <${bn}
          label=${a("password.new")}
          hint=${b}
          required=${!t.disabled||t.has_password}
          error=${R("password")}
          value=${c}
          onValue=${u}
        />
      `}
    <//>
  `;return l`
    <${ut}
      title=${a(t.disabled?"admin.enableOne":"admin.changeOne",{user:r})}
      onClose=${n}
    >
      <div class="changes">
        ${e&&l`<p>${a("admin.self")} <${H} to="/account">${a("account.title")}<//>.</p>`}
        ${!t.disabled&&!e&&m} ${!(e&&t.has_password)&&k}
        ${!t.disabled&&!e&&l`
            <div>
              <p class="hint">${a("admin.disableHint")}</p>
              <button type="button" class="danger" onClick=${()=>d(!0)}>
                ${a("admin.disableOne",{user:r})}
              </button>
            </div>
          `}
      </div>
    <//>
  `}var Ur,Wf=g(()=>{"use strict";X();Dr();B();Mr();Yt();Ot();z();T();kt();qi();ht();Z();C();Ki();Ur=t=>l`
  <${P} label=${a("admin.role")} as="select" ...${t}>
    ${Pf.map(e=>l`
        <option key=${e} value=${e}>${F("role",e)}: ${a(`account.may.${e}`)}</option>
      `)}
  <//>
`});var qf={};Ft(qf,{default:()=>zf});function Z$({loaded:t,onChanged:e}){let[o,n]=y(""),[r,s]=y(null),[i,c]=y(!1),u=t.data?.users.find(f=>f.user_id===r);return l`
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
      <${bt} of=${t}>
        ${({users:f})=>{let d=Uf(f,o);return d.length?l`<${X$}
                users=${d}
                onChange=${({user_id:h})=>s(h)}
              />`:l`<${ct} title=${a("admin.noUser")} />`}}
      <//>
      ${u&&l`
          <${Bf}
            user=${u}
            isSelf=${u.user_id===M.get()?.user_id}
            onChanged=${e}
            onClose=${()=>s(null)}
          />
        `}
      ${i&&l`<${Ff} onAdded=${e} onClose=${()=>c(!1)} />`}
    </section>
  `}function Q$({loaded:t,users:e}){let[o,n]=y(!1),[r,s]=y(""),[i,c]=y("operator"),u=e.some(f=>f.user_id===r);return l`
    <section class="card" id="tokens" aria-labelledby="tokens-title">
      <div class="row spread">
        <h2 id="tokens-title">${a("tokens.title")}</h2>
        <button type="button" onClick=${()=>(s(""),n(!0))}>
          ${a("tokens.new")}
        </button>
      </div>
      <${bt} of=${t}>
        ${f=>l`
          <${Hr}
            tokens=${f.tokens}
            hasUser
            revoke=${async d=>{await st(O`/v1/tokens/${d}/revoke`),t.reload()}}
          />
        `}
      <//>
      ${o&&l`
          <${Pr}
            mine="user_id"
            make=${f=>st("/v1/tokens",{...f,user_id:r,...u?{}:{role:i}})}
            onClose=${()=>{n(!1),t.reload()}}
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
              ${e.map(({user_id:f})=>l`<option key=${f} value=${f} />`)}
            </datalist>
            ${r&&!u?l`<${Ur}
                    hint=${a("admin.tokenRoleHint")}
                    value=${i}
                    onValue=${c}
                  />`:null}
          <//>
        `}
    </section>
  `}function zf(){let t=E(M),e=W(r=>j("/v1/users",{signal:r}),[]),o=W(r=>j("/v1/tokens",{signal:r}),[]),n=()=>{e.reload(),o.reload()};return t?.role!=="admin"?l`
      <${G}>${a("admin.title")}<//>
      <p>${a("admin.only")}</p>
    `:l`
    <${G}>${a("admin.title")}<//>
    <div class="account">
      <${Z$} loaded=${e} onChanged=${n} />
      <${Q$} loaded=${o} users=${e.data?.users??[]} />
    </div>
  `}var X$,Vf=g(()=>{"use strict";wt();X();B();Ot();z();T();ht();Z();Ji();C();Ki();Wf();X$=({users:t,onChange:e})=>l`
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
            <td data-name=${a("admin.since")}><${et} at=${o.created_at} /></td>
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
`});wt();X();function ca(t,e){let o="",n=r=>{if(!r||r.name==="AbortError"||[0,401].includes(r.status))return;let s=String(r.message||r);s!==o&&e(s),o=s};t.addEventListener("error",r=>n(r.error)),t.addEventListener("unhandledrejection",r=>n(r.reason))}Lt();wt();X();it();B();Lt();C();Mn();z();T();vt();hs();Uo();kt();He();Qo();ei();var oi=["system","light","dark"];function kh(){let t=E(Zt),e=E(Zo),o=t==="utc"?"local":"utc";return l`
    <button
      type="button"
      id="zone"
      class="quiet"
      title=${a("zone.switch",{zone:ha(t),other:a(`zone.${o}`)})}
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
      onClick=${()=>Zo.set(oi[(oi.indexOf(e)+1)%oi.length])}
    >
      <${I} name=${e} />
    </button>
  `}function Sh({user:t}){let e=[{text:a("user.account"),href:N("/account")}];return t.signed_in_by==="session"&&e.push({text:a("user.signOut"),onClick:Un}),l`
    <${Fn}
      class="quiet user-menu"
      align="end"
      label=${l`<${I} name="user" /><span>${t.user_id}</span>`}
      name=${a("user.menu",{user:t.user_id,role:F("role",t.role)})}
      items=${e}
    />
  `}function Ah({user:t}){let{path:e}=E(Mt),o=[{to:"/",text:a("nav.jobs"),below:"/jobs"},...t.role==="auditor"?[]:[{to:"/set-action",text:a("nav.setAction")}],{to:"/overview",text:a("nav.overview")},...t.role==="admin"?[{to:"/admin",text:a("nav.admin")}]:[],{to:"/help",text:a("nav.help")}],n=({to:r,below:s=r})=>e===r||`${e}/`.startsWith(`${s}/`);return l`
    <nav aria-label=${a("nav.label")}>
      <ul>
        ${o.map(r=>l`
            <li key=${r.to}>
              <a href=${N(r.to)} aria-current=${n(r)?"page":void 0}>
                ${r.text}
              </a>
            </li>
          `)}
      </ul>
    </nav>
  `}function Th(){let{data:t}=W(e=>j("/v1/meta",{signal:e}),[]);return l`
    <footer>
      ${t&&a("app.footer",{ledger:t.ledger.name,version:t.version})}
      <${al} />
      <a href=${N("/docs")}>${a("app.api")}</a>
    </footer>
  `}function sr({children:t}){let e=E(M);return l`
    <a class="skip" href="#main">${a("app.skip")}</a>
    <header class="top">
      <a class="brand" href=${N("/")}>${a("app.name")}</a>
      ${e&&l`<${Ah} user=${e} />`}
      <div class="top-end">
        <${kh} />
        ${e&&l`<${Sh} user=${e} />`}
      </div>
    </header>
    <${Ga} />
    <main id="main">${t}</main>
    ${e&&l`<${Th} />`}
    <${Za} />
    <${cl} />
  `}z();T();kt();ht();Z();C();var tb=()=>Promise.resolve().then(()=>(dl(),ul)),Jf=()=>Promise.resolve().then(()=>(gl(),wl)),Kf=()=>Promise.resolve().then(()=>(tu(),Ql)),Gf=()=>Promise.resolve().then(()=>(yu(),bu)),Yf=[{pattern:"/",load:Kf},{pattern:"/jobs",load:Kf},{pattern:"/jobs/:job_id",load:()=>Promise.resolve().then(()=>($d(),md))},{pattern:"/jobs/:job_id/compare/:other_id",load:()=>Promise.resolve().then(()=>(_d(),gd))},{pattern:"/customers",load:Gf},{pattern:"/customers/:cid",load:Gf},{pattern:"/set-action",load:()=>Promise.resolve().then(()=>(Xd(),Yd))},{pattern:"/overview",load:()=>Promise.resolve().then(()=>(jf(),Tf))},{pattern:"/account",load:()=>Promise.resolve().then(()=>(Mf(),Df))},{pattern:"/admin",load:()=>Promise.resolve().then(()=>(Vf(),qf))},{pattern:"/help",load:Jf,isPublic:!0},{pattern:"/help/:topic",load:Jf,isPublic:!0}],eb={pattern:"",load:tb,isPublic:!0};function ob({route:t,params:e}){let[o,n]=y(null),[r,s]=y(""),[i]=us(console.error);return A(()=>{t.load().then(c=>n(()=>c.default),()=>j("/v1/account",{asks:!1}).then(()=>s(a("app.updated")),()=>s(a("app.notLoaded"))))},[]),i?l`
      <${ct} title=${a("app.broken")}><p>${a("app.failed",{why:i.message})}</p><//>
    `:r?l`
      <${ct} title=${r}>
        <button type="button" onClick=${()=>location.reload()}>${a("app.reload")}</button>
      <//>
    `:o?l`<${o} ...${e} />`:l`<${me} />`}var nb=()=>l`
  <${G}>${a("app.notFound")}<//>
  <p>${a("app.notFoundHint")}</p>
  <p><${H} to="/">${a("app.toJobs")}<//></p>
`;function rb(){let{path:t}=E(Mt),e=E(M),o=W(Sn,[]);if(e===void 0)return l`
      <${sr}>
        <${V} problem=${o.error} retry=${o.reload} />
        ${!o.error&&l`<${me} />`}
      <//>
    `;let n=Jr(Yf,t);if(!n)return l`<${sr}><${nb} /><//>`;let r=e!==null||n.route.isPublic,{route:s,params:i}=r?n:{route:eb,params:{}},c=`${e?.user_id} ${r?t:""}`;return l`<${sr}><${ob} key=${c} route=${s} params=${i} /><//>`}ca(globalThis,t=>K(a("app.failed",{why:t}),"error"));sa(()=>location.reload());la(Yf);rs(l`<${rb} />`,document.querySelector("#app"));
