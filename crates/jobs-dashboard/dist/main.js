var op=Object.defineProperty;var g=(e,t,o)=>()=>{if(o)throw o[0];try{return e&&(t=e(e=0)),t}catch(n){throw o=[n],n}};var Fe=(e,t)=>{for(var o in t)op(e,o,{get:t[o],enumerable:!0})};var _e,z,De=g(()=>{"use strict";_e=class extends Error{constructor(t,o){super(o),this.name="VerifyError",this.code=t}},z=(e,t)=>new _e("malformed",`${e}: ${t}`)});function $e(e){if(typeof e!="string")throw z("text","is not a string");if(/\p{Surrogate}/u.test(e))throw z("text","has half of a surrogate pair");return np.encode(e)}function kt(e,t){if(typeof e!="string"||!/^[0-9a-f]{64}$/.test(e))throw z(t,"a hash is not 64 lower-case hex digits");return Uint8Array.from({length:32},(o,n)=>parseInt(e.slice(2*n,2*n+2),16))}function yn(e,t){if(!Array.isArray(e))throw z(t,"its path is not a list of hashes");return e.map(o=>kt(o,t))}function Oo(e){let t;try{t=atob(e)}catch{return null}return btoa(t)!==e?null:Uint8Array.from(t,o=>o.charCodeAt(0))}function Fr(e){let t=Oo(e);return t?.length===32?t:null}function Br(e){let t=/^(0|[1-9][0-9]*)$/.test(e)?Number(e):NaN;return Number.isSafeInteger(t)?t:null}function wn(...e){let t=new Uint8Array(e.reduce((n,r)=>n+r.length,0)),o=0;for(let n of e)t.set(n,o),o+=n.length;return t}function gn(e,t){let o=Math.min(e.length,t.length);for(let n=0;n<o;n+=1)if(e[n]!==t[n])return e[n]-t[n];return e.length-t.length}var np,Ae,St,Le=g(()=>{"use strict";De();np=new TextEncoder;Ae=e=>Array.from(e,t=>t.toString(16).padStart(2,"0")).join("");St=(e,t)=>gn(e,t)===0});function Jt(e){let t=0,o=()=>{throw new SyntaxError(`not JSON at character ${t}`)},n=()=>{for(;;){let d=e.charCodeAt(t);if(d!==32&&d!==10&&d!==13&&d!==9)return d;t+=1}},r=()=>{n()!==Zi&&o();let d=t;for(let h=e.indexOf('"',t+1);h>0;h=e.indexOf('"',h+1)){let m=h;for(;e.charCodeAt(m-1)===rp;)m-=1;if((h-m)%2)continue;t=h+1;let p=e.slice(d+1,h);return ap.test(p)?JSON.parse(`"${p}"`):p}return o()},s=()=>{let d=r();return n()!==sp&&o(),t+=1,d},i=()=>{if(n()===Zi)return r();ta.lastIndex=t;let d=ta.exec(e)?.[0];if(d)return t+=d.length,new zt(d);let[h,m]=cp.find(([p])=>e.startsWith(p,t))??o();return t+=h.length,m},c=[],u=null,f=d=>{let h=c.at(-1);h?Array.isArray(h)?h.push(d):h.values.push(d):u=d};for(;;){let d=n();if(d===Wr||d===Qi){let h=d===Wr?new tt:[];if(f(h),c.push(h),t+=1,n()!==d+ea){h instanceof tt&&h.names.push(s());continue}}else f(i());for(;;){let h=n(),m=c.at(-1);if(!m)return t<e.length?o():u;let p=m instanceof tt,$=h===ip;if(!$&&h!==(p?Wr:Qi)+ea&&o(),t+=1,$){p&&m.names.push(s());break}c.pop()}}}var zt,Vt,tt,Zi,rp,sp,ip,Wr,Qi,ea,ta,ap,cp,Co=g(()=>{"use strict";zt=class{constructor(t){this.text=t}},Vt=class{constructor(t){this.text=t}},tt=class{constructor(){this.names=[],this.values=[]}},[Zi,rp,sp,ip,Wr,Qi]=Array.from('"\\:,{[',e=>e.charCodeAt(0)),ea=2,ta=/-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y,ap=/[\\\p{Cc}]/u,cp=[["true",!0],["false",!1],["null",null]]});function up(e={}){let t=Object.entries(e).flatMap(([o,n])=>(Array.isArray(n)?n:[n]).filter(r=>r!=null&&r!=="").map(r=>[o,String(r)]));return t.length?`?${new URLSearchParams(t)}`:""}var lp,Te,L,O,B=g(()=>{"use strict";lp=globalThis.document?.querySelector('meta[name="prefix"]'),Te=lp?.getAttribute("content")??"";L=(e,t)=>Te+e+up(t),O=(e,...t)=>String.raw({raw:e},...t.map(o=>encodeURIComponent(o)))});async function oa(e){let t=await e.text().catch(()=>""),o=null;try{o=JSON.parse(t)}catch{}return new J({status:e.status,type:o?.type,title:o?.title??e.statusText,detail:o?.detail??o?.message??o?.error,field:o?.field,retryAfter:Number(e.headers.get("retry-after"))||null,body:o})}var J,_n,lt=g(()=>{"use strict";J=class extends Error{constructor({status:t,type:o,title:n,detail:r,field:s,retryAfter:i,body:c}){super(r||n||String(t)),this.name="Problem",this.status=t,this.type=o??"about:blank",this.title=n??"",this.detail=r??"",this.field=s??null,this.retryAfter=i??null,this.body=c??null}get isNetwork(){return this.status===0}get isFault(){return this.status<0}get isTemporary(){return[0,408,429,502,503,504].includes(this.status)}},_n=e=>e instanceof J?e:new J({status:-1,type:"fault",detail:String(e?.message||e)})});function ye(e){let t=e,o=new Set,n=r=>{if(!Object.is(r,t)){t=r;for(let s of[...o])s(t)}};return{get:()=>t,set:n,update:r=>n(r(t)),watch:r=>(o.add(r),()=>o.delete(r))}}var Be=g(()=>{"use strict"});function ra(e){na=e}function dp(){return qr??=na().finally(()=>qr=null),qr}async function fp(e,t,o,n){let r={accept:"application/json"};o!==void 0&&(r["content-type"]="application/json"),n.key&&(r["idempotency-key"]=n.key);try{let s=await fetch(L(t,n.query),{method:e,headers:r,body:o instanceof Vt?o.text:JSON.stringify(o)??null,signal:n.signal??null,credentials:"same-origin",redirect:"error"});return At.set(!0),s}catch(s){throw n.signal?.aborted?s:(At.set(!1),new J({status:0,type:"network",detail:String(s)}))}}async function sa(e,t,o,n){for(;;){let r=await fp(e,t,o,n);if(r.ok)try{return await(n.asText?r.text():r.json())}catch(c){throw n.signal?.aborted?c:new J({status:0,type:"network",detail:String(c)})}let s=await oa(r);if(!(s.status===401&&n.asks!==!1)||!await dp())throw s}}var At,na,qr,j,se,Kt,X=g(()=>{"use strict";Le();Co();B();lt();Be();At=ye(!0),na=async()=>!1,qr=null;j=(e,t={})=>sa("GET",e,void 0,t),se=(e,t={},o={})=>sa("POST",e,t,o),Kt=()=>Ae(crypto.getRandomValues(new Uint8Array(16)))});function vn(e,t="localStorage"){let o=zr.get(e)??null;try{return globalThis[t].getItem(xn(e))??o}catch{return o}}function ot(e,t){let o=vn(e,t);try{return o===null?null:JSON.parse(o)}catch{return null}}function Gt(e,t,o="localStorage"){let n=JSON.stringify(t);t===null?zr.delete(e):zr.set(e,n);try{return t===null?globalThis[o].removeItem(xn(e)):globalThis[o].setItem(xn(e),n),!0}catch{return!1}}function nt(e,t,o){let n=ye(ot(e,o)??t),r=()=>n.set(ot(e,o)??t);return globalThis.addEventListener?.("storage",s=>{s.key===xn(e)&&r()}),n.watch(s=>Gt(e,s,o)),n}var zr,xn,Tt=g(()=>{"use strict";B();Be();zr=new Map,xn=e=>`jobs:${Te}:${e}`});function kn(e){let t=M.get()?.user_id;return M.watch(o=>{o?.user_id!==t&&(t=o?.user_id,e())})}function ia(e){let t=nt("user","");M.watch(o=>o&&t.set(o.user_id)),t.watch(o=>{let n=M.get()?.user_id;n&&o&&n!==o&&e()})}async function Sn(){M.set(await j("/v1/account",{asks:!1}))}async function aa(e){let t=await se("/v1/sign-in",e,{asks:!1});return M.set(t),t}async function ca(){try{await se("/v1/sign-out",{},{asks:!1})}catch(e){if(!(e instanceof J)||e.status!==401)throw e}M.set(null)}var M,we=g(()=>{"use strict";X();Tt();Be();M=ye(void 0)});function Jr(e=!1){let{pathname:t,search:o}=globalThis.location??{pathname:"/",search:""};return{path:t.slice(Te.length)||"/",search:o,isBack:e}}function bp(e,t){let o=e.split("/"),n=t.replace(/(.)\/$/,"$1").split("/");if(o.length!==n.length)return null;let r={};for(let[s,i]of o.entries()){if(!i.startsWith(":")){if(i!==n[s])return null;continue}try{r[i.slice(1)]=decodeURIComponent(n[s])}catch{return null}}return r}function Kr(e,t){for(let o of e){let n=bp(o.pattern,t);if(n)return{route:o,params:n}}return null}function xe(e,{replace:t=!1}={}){if(e===location.pathname+location.search)return;history[t?"replaceState":"pushState"](null,"",e);let o=Me.get().path;Me.set(Jr()),Me.get().path!==o&&scrollTo(0,0)}function An(e,t){let o=e.toString();xe(location.pathname+(o?`?${o}`:""),t)}function fa(e){addEventListener("popstate",()=>Me.set(Jr(!0))),document.addEventListener("click",t=>{let o=t.target.closest?.("a[href]");!(o instanceof HTMLAnchorElement)||o.target||o.hasAttribute("download")||t.defaultPrevented||t.button!==0||t.ctrlKey||t.metaKey||t.shiftKey||t.altKey||o.origin!==location.origin||!o.pathname.startsWith(Te)||o.hash||!Kr(e,o.pathname.slice(Te.length)||"/")||(t.preventDefault(),xe(o.pathname+o.search))})}var Me,Ne=g(()=>{"use strict";B();Be();Me=ye(Jr())});function Et(e,t){return Tn[t]??=pa(t,{...ha,...yp,hourCycle:"h23"}),ma(Tn[t],e)}function $a(e,t){return Tn[`${t}-day`]??=pa(t,ha),ma(Tn[`${t}-day`],e)}function Lo(e){let t=["B","kB","MB","GB"],o=0,n=e;for(;n>=1e3&&o<t.length-1;o+=1)n/=1e3;return`${ya.format(Number(n.toFixed(n<10&&o?1:0)))} ${t[o]}`}function No(e,t){let o=n=>+`0.${/\.\d{3}(\d+)/.exec(n)?.[1]??0}`;return Date.parse(t)-Date.parse(e)+o(t)-o(e)}function We(e){if(e<1e3)return`${Number(e.toFixed(e<10?1:0))} ms`;if(e<59950)return`${Number((e/1e3).toFixed(1))} s`;let t=Math.round(e/1e3),o=(s,i,c,u)=>c?`${N(s)} ${i} ${c} ${u}`:`${N(s)} ${i}`;if(t<3600)return o(Math.floor(t/60),"min",t%60,"s");let n=Math.round(t/60);if(n<1440)return o(Math.floor(n/60),"h",n%60,"min");let r=Math.round(n/60);return o(Math.floor(r/24),"d",r%24,"h")}var jt,pa,Tn,ha,yp,ma,ba,ya,wp,N,Ot,Yt,ie=g(()=>{"use strict";jt="en-GB",pa=(e,t)=>new Intl.DateTimeFormat(jt,{...t,...e==="utc"?{timeZone:"UTC"}:{}}),Tn={},ha={day:"2-digit",month:"short",year:"numeric"},yp={hour:"2-digit",minute:"2-digit",second:"2-digit"},ma=(e,t)=>Number.isNaN(Date.parse(t))?String(t):e.format(new Date(t));ba=e=>e==="utc"?"UTC":new Intl.DateTimeFormat().resolvedOptions().timeZone,ya=new Intl.NumberFormat(jt),wp=new Intl.NumberFormat(jt,{style:"percent",maximumFractionDigits:1}),N=e=>ya.format(e),Ot=e=>wp.format(e);Yt=e=>`${e.slice(0,8)}\u2026${e.slice(-4)}`});var Gr,wa=g(()=>{"use strict";Gr={"app.name":"Job ledger","app.skip":"Skip to the content","app.updated":"The page has been updated on the server.","app.notLoaded":"The page could not be loaded: the server cannot be reached.","app.broken":"This page cannot be shown","app.failed":"Something failed: {why}","app.reload":"Load it again","app.again":"Try again","app.retrying":"Trying again by itself.","app.offline":"The server cannot be reached. What is shown may be out of date.","app.loading":"Loading\u2026","app.close":"Close","app.cancel":"Cancel","app.remove":"Remove {what}","app.copied":"Copied {what}","app.notCopied":"The browser did not allow copying. The text is {what}","app.copy":"Copy {what}","app.more":"More","app.none":"none","app.notFound":"There is no such page","app.notFoundHint":"The address may be incomplete.","app.toJobs":"To the jobs","app.footer":"{ledger} \xB7 version {version}","app.api":"API","nav.label":"Pages","nav.jobs":"Jobs","nav.setAction":"Set Action","nav.overview":"Overview","nav.help":"Help","nav.admin":"Users","user.menu":"{user}, {role}","user.account":"Account","user.signOut":"Sign out","user.signedOut":"You are signed out.","user.notSignedOut":"You are still signed in. {why}","zone.local":"Local time","zone.utc":"UTC","zone.switch":"Times are in {zone}. Show them in {other}","theme.system":"Theme: system","theme.light":"Theme: light","theme.dark":"Theme: dark","status.IN_PROGRESS":"In progress","status.SUCCESS":"Success","status.FAILED":"Failed","status.UNCONFIRMED":"Unconfirmed","cause.answered":"answered","cause.unreadable_answer":"unreadable answer","cause.inconclusive_answer":"inconclusive answer","cause.timed_out":"timed out","cause.connection_lost":"connection lost","cause.never_sent":"never sent","cause.withheld":"withheld","cause.interrupted":"interrupted","cause.reported":"reported","cause.imported":"imported","source.gateway":"Set Action","source.api":"API","source.import":"Import","source.embedded":"Program","fact.job_id":"Job ID","fact.status":"Status","fact.user_id":"User","fact.submitted_by":"Submitted by","fact.action_name":"Action","fact.action_code":"Action code","fact.customer_count":"Customers","fact.source":"Source","fact.created_at":"Created","fact.updated_at":"Updated","fact.http_status":"HTTP status","fact.batch_id":"Batch","fact.cluster_url":"Upstream URL","fact.retry_of":"Retry of","role.operator":"operator","role.auditor":"auditor","role.admin":"admin","kind.job_created":"Created","kind.job_imported":"Imported","kind.status_changed":"Status changed","kind.note_added":"Note","problem.fault":"The page failed","problem.network":"The server cannot be reached","problem.networkHint":"Check the connection.","problem.401":"You are signed out","problem.403":"You may not see or do this","problem.404":"There is nothing here","problem.404Hint":"It does not exist, or belongs to somebody else.","problem.429":"Too many requests","problem.waitHint":{one:"Wait {n} second.",other:"Wait {n} seconds."},"problem.503":"The server is busy","problem.maybeRecorded":"Something may have been recorded. Look it up before you send it again.","signIn.title":"Sign in","signIn.password":"Password","signIn.user":"User","signIn.token":"Token","signIn.how":"Sign in with","signIn.withPassword":"User and password","signIn.withToken":"Token","signIn.tokenHint":"The admin token that the first start printed, or one of your own.","signIn.submit":"Sign in","signIn.wrong":"The user or the password is not right.","signIn.wrongToken":"The server does not know this token.","signIn.ended":"Your session has ended","signIn.endedHint":"Sign in again as {user}. What you typed is still there.","landing.title":"Every job on record","landing.what":"This server keeps an append-only record of every job that operators and services run: who asked for what, for which customers, and how it ended for each of them. Nothing is ever changed or removed, and anyone can check that.","landing.size":{one:"One entry so far.",other:"{n} entries so far."},"landing.ledger":"Ledger","landing.help":"How the proof works","landing.docs":"The API","landing.checkpoint":"The newest checkpoint","jobs.title":"Jobs","jobs.notes":{one:"{n} note",other:"{n} notes"},"jobs.user":"User","jobs.action":"Action","jobs.customers":"Customers","jobs.customersUnit":{one:"customer",other:"customers"},"jobs.status":"Status","jobs.date":"Date","jobs.id":"Job ID","jobs.retry":"retry","jobs.fresh":{one:"{n} new job",other:"{n} new jobs"},"jobs.freshMany":"More than {n} new jobs","jobs.download":"Download","jobs.csvExcel":"CSV for Excel","jobs.end":{one:"That is all: {n} job.",other:"That is all: {n} jobs."},"jobs.noMatch":"No job matches","jobs.empty":"No jobs have been recorded yet","jobs.emptyAction":"Run a Set Action","jobs.emptyDocs":"Or record jobs by the API","jobs.older":"Show older jobs","jobs.olderShown":"These are older jobs.","jobs.newest":"To the newest","search.label":"Search by job ID, customer, user or action","search.placeholder":"Job ID, customer, user or action","search.suggestions":"What this may be","search.job":"Job","search.prefix":"All jobs whose ID begins with","search.customer":"Customer","search.user":"Jobs of user","search.action":"Jobs with action","filter.all":"Filters","filter.chosen":"Chosen filters","filter.clear":"Clear filters","filter.add":"Add","filter.status":"Status","filter.cause":"Cause","filter.action_name":"Action","filter.user_id":"User","filter.cid":"Customer","filter.batch_id":"Batch","filter.source":"Source","filter.job_id":"Job ID begins with","filter.retry_of":"Retry of","filter.since":"From","filter.until":"Before","filter.within":"Date","filter.date":"Date","filter.from":"First day","filter.to":"Last day","filter.days":{one:"the last day",other:"the last {n} days"},"filter.hours":{one:"the last hour",other:"the last {n} hours"},"views.title":"Views","views.name":"Name of this view","views.save":"Save","views.saved":"Saved {name}","views.hint":"Choose filters, then save them here as a view.","keys.title":"Keys","keys.search":"Search","keys.down":"To the next job","keys.up":"To the job before","keys.open":"Open the job","keys.escape":"Close what is open","keys.help":"Show these keys","job.title":"Job","job.customers":{one:"{n} customer",other:"{n} customers"},"job.submitted":"Submitted by {user}","job.submittedFor":"Submitted by {by} for {user}","job.running":"running for {time}","job.took":"took {time}","job.now":"The status is now: {status}","job.facts":"Facts","job.actions":"Actions","job.timeline":"What was recorded","job.earlier":{one:"Show {n} earlier entry",other:"Show {n} earlier entries"},"job.by":"by {user}","job.later":"{time} later","job.named":{one:"names {n} customer",other:"names {n} customers"},"job.answer":"Answer","job.receipt":"Receipt","job.leaf":"Leaf","job.proved":"entry #{index}, proved","job.notProved":"entry #{index}, NOT PROVED","job.allProved":{one:"{n} entry proved, of {size} in the ledger",other:"{n} entries proved, of {size} in the ledger"},"job.noneProved":"NOT PROVED","job.alarm":"This job is not shown as it was recorded","job.alarmHint":"Something on this page was changed after it was recorded, or left out. Rely on nothing here. Download what the server sent, and give it to the people who run the ledger.","job.malformed":"The server's answer is not what a job looks like. Nothing of it is shown.","job.other":"The server answered with another job. Nothing of it is shown.","job.entryWrong":"entry {index}: {why}","job.stale":"the facts are older than the entries","job.countsWrong":"the counts of outcomes are not those of the entries","job.checkLists":{one:"Check the list of {n} customer",other:"Check the list of {n} customers"},"job.checking":"Checking\u2026","job.listsProved":{one:"list of {n} customer, proved",other:"list of {n} customers, proved"},"job.unconnected":"not proved yet: not compared with what this browser remembers","job.notYet":"entry #{index}, not proved yet","job.listsWrong":"these lists are NOT PROVED","job.rowWrong":"an outcome is not the one that was recorded","job.outcomes":{one:"Outcome for {n} customer",other:"Outcomes for {n} customers"},"job.statuses":"Outcomes to show","job.allStatuses":"All","job.search":"Customer or message","job.customer":"Customer","job.status":"Status","job.message":"Message","job.ofTheJob":"as the job","job.ofEntry":"from entry #{index}","job.rows":{one:"{n} customer shown",other:"{n} customers shown"},"job.noRows":"No customer matches","job.copyCustomers":"Copy customers","job.copiedCustomers":{one:"Copied {n} customer",other:"Copied {n} customers"},"job.payload":"Payload","job.payloadProved":"is the payload that was recorded, proved","job.payloadWrong":"the payload is NOT PROVED","job.copyText":"Copy","job.downloadText":"Download","job.related":"Related jobs","job.retryOf":"Tries again","job.retries":"Tried again by","job.batch":"Same batch","job.overlaps":"Same action, same customers, at about the same time","job.inCommon":{one:"{n} in common",other:"{n} in common"},"job.evidence":"Evidence","job.curl":"Copy as curl","job.curlRefused":"No command was copied: the payload that the server sent is not proved to be the recorded one, or is no JSON.","job.curlCopied":"the command. Set TOKEN and UPSTREAM_TOKEN before you run it.","job.sending":"Sending\u2026","job.retry":"Try again","job.retryWhom":"For whom","job.retryFailed":{one:"The {n} that failed",other:"The {n} that failed"},"job.retryAll":{one:"All {n}",other:"All {n}"},"job.retryUnconfirmed":"Nobody knows whether the upstream acted on this job. Look there first: it may do it twice.","job.retrySend":{one:"Send {action} to {n} customer",other:"Send {action} to {n} customers"},"job.token":"Token for the upstream","job.tokenHint":"It is sent once, and not kept.","job.url":"Another URL","job.urlHint":"Leave it empty to use the recorded one.","job.members":"Members of the payload to give again","job.membersHint":'A JSON object, such as {"pin": "\u2026"}.',"job.membersWrong":"This is not a JSON object.","job.settle":"Settle","job.settleHint":"Nobody knows whether the upstream acted. Look there, then record what you found. It is added to what was recorded, under your name.","job.settleAs":"It ended as","job.reason":"Reason","job.reasonHint":"How you know.","job.settleSend":"Record it","job.settled":"Recorded how the job ended.","job.note":"Add a note","job.noteText":"Note","job.noteHint":"{n} of {most} bytes. A note cannot be changed or removed.","job.noteLong":"The note is too long.","job.noteSend":"Add the note","job.noted":"The note is recorded.","job.compare":"Compare","job.compareWith":"ID of another job, or its beginning","job.compareSend":"Compare","job.compareNone":"There is no other job whose ID begins so.","compare.title":"Two jobs compared","compare.a":"The first","compare.b":"The second","compare.differs":"differs","compare.customers":"Customers","compare.only_a":"Only in the first","compare.only_b":"Only in the second","compare.both":"In both","json.all":"Show all {n} characters","proof.first":{one:"From now on this browser remembers the ledger ({n} entry)",other:"From now on this browser remembers the ledger ({n} entries)"},"proof.same":{one:"Nothing has been removed or changed since your last visit ({n} entry)",other:"Nothing has been removed or changed since your last visit ({n} entries)"},"proof.grown":"Nothing has been removed or changed since your last visit ({from} \u2192 {to} entries)","proof.unchecked":"Not compared with your last visit: the server did not give the proof","proof.alarm":"ALARM: see above","proof.entries":{one:"{n} entry",other:"{n} entries"},"proof.alarm.key":"The key of this ledger has changed","proof.alarm.keyHint":"A server with another key can show another ledger. Compare the new key with one that you have from somebody you trust. If nobody told you of a change, rely on nothing here.","proof.alarm.signature":"The ledger is not signed with its key","proof.alarm.signatureHint":"The signature of the newest checkpoint is not genuine. Rely on nothing here. Download what the server sent, and give it to the people who run the ledger.","proof.alarm.shrunk":"Entries have been removed: the ledger had {from}, and has {to}","proof.alarm.shrunkHint":"A ledger only grows. An older copy may have been put in its place, or its end was cut off. Download what was received, and give it to the people who run the ledger.","proof.alarm.forked":"Entries have been changed or removed since your last visit","proof.alarm.forkedHint":"The {from} entries that were signed then are not among those that the server signs now. Download what was received, and give it to the people who run the ledger.","proof.alarm.refused":"The server refuses the proof that nothing was removed or changed","proof.alarm.refusedHint":"It shows a larger ledger than the {from} entries that this browser remembers, and does not prove that they are still in it. The browser asks again. Until then, nothing here is shown as proved.","proof.alarm.withheld":"The server goes on refusing the proof that nothing was removed or changed","proof.alarm.withheldHint":"It signed a larger ledger than the {from} entries that this browser remembers. A ledger that has only grown can prove that. Rely on nothing here. Download what was received, and give it to the person who is responsible for the ledger.","proof.alarm.malformed":"The server answered with something that is no proof","proof.alarm.malformedHint":"The ledger could not be compared with what this browser remembers. Download what was received, and give it to the person who is responsible for the ledger.","proof.alarm.damaged":"What this browser remembered of the ledger is damaged","proof.alarm.damagedHint":"It cannot be compared with what the server shows, so a change would not be noticed. Nothing was replaced. Download what there is, then accept what the server shows now, best after you compared the key.","proof.alarm.unreadable":"What this browser stored about an alarm or the key cannot be read","proof.alarm.unreadableHint":"There may have been an alarm, or a key that you entered. Download what there is, and give it to the person who is responsible for the ledger. It stays stored until you end this alarm.","proof.unresolved":"This alarm of {at} has not been accepted yet.","proof.dismiss":"End this alarm","proof.dismissHint":"Download what was received first: it is the only proof. What this browser remembers of the ledger stays as it is.","proof.pinned":"This browser expects the key {key}, which you entered.","proof.pin":"Verifier key that you have from elsewhere","proof.pinHint":"One line: the name of the ledger, and two parts after a + each.","proof.pinWrong":"This is no verifier key.","proof.pinDo":"Expect this key","proof.pinDone":"The key is remembered. If the server has another one, that is an alarm.","proof.download":"Download what was received","proof.whatToDo":"What this means","proof.accept":"Accept the new state","proof.acceptTitle":"Forget what this browser remembers?","proof.acceptHint":"Download what was received first: it is the only proof of the change. Then this browser remembers what the server shows now, and compares with that from now on.","proof.before":"Before","proof.now":"Now","customer.title":"Customer {cid}","customer.titleNone":"A customer","customer.lookUp":"Look up a customer","customer.show":"Show","customer.setAction":"Run an action","customer.inJobs":"In the list of jobs","customer.none":"Nothing was ever done to this customer","customer.noneHint":"Customers are compared character by character, and operators see their own jobs only.","customer.count":{one:"{n} job",other:"{n} jobs"},"customer.countMore":{other:"The newest {n} jobs"},"customer.when":"When","customer.action":"Action","customer.outcome":"For this customer","customer.job":"The whole job","customer.user":"User","customer.id":"Job ID","customer.asJob":"as the job","customer.submittedBy":"submitted by {user}","customer.older":"Show older","customer.newer":"Show newer","customer.fresh":{one:"{n} new",other:"{n} new"},"setAction.title":"Set Action","setAction.auditor":"Auditors see every job, and run none","setAction.auditorHint":"Ask an admin for the role of an operator.","setAction.noUpstream":"This server may call no upstream","setAction.noUpstreamHint":"The operator of the server allows one with --upstream.","setAction.what":"What is done","setAction.action":"Action","setAction.choose":"Choose\u2026","setAction.other":"Another\u2026","setAction.otherName":"Name of the action","setAction.upstream":"Upstream","setAction.path":"Path","setAction.sendsTo":"Sent to {url}","setAction.token":"The upstream's token","setAction.tokenHint":"Sent with the request, never recorded, and forgotten afterwards.","setAction.batch":"Batch (optional)","setAction.batchHint":"A label that jobs have in common.","setAction.customers":"Customers","setAction.paste":"One a line, or separated by commas, semicolons or tabs; or a table","setAction.file":"Choose a file","setAction.drop":"or drop one here (CSV or text).","setAction.pasted":"Pasted text","setAction.clear":"Remove","setAction.separated":"Separated by","setAction.lines":"Lines","setAction.comma":"Commas","setAction.semicolon":"Semicolons","setAction.tab":"Tabs","setAction.any":"Commas, semicolons or tabs","setAction.column":"Column with the customers","setAction.columnOf":"{name} ({samples}, \u2026)","setAction.columnNo":"Column {n}","setAction.every":"Every value is a customer","setAction.header":"The first line names the columns","setAction.unclosed":"The quote in line {line} is never closed. It was read as a character of the value.","setAction.find":"Find in the list","setAction.found":{one:"{n} found",other:"{n} found"},"setAction.list":"The customers, line by line","setAction.kind.all":"All","setAction.kind.good":"Good","setAction.kind.duplicate":"Duplicates","setAction.kind.blank":"Blank","setAction.kind.spaces":"Spaces at an end","setAction.kind.invalid":"Invalid","setAction.trim":{one:"Trim the spaces of {n}",other:"Trim the spaces of {n}"},"setAction.remove":{one:"Remove the one that is marked",other:"Remove the {n} that are marked"},"setAction.removed":{one:"{n} was left out.",other:"{n} were left out."},"setAction.trimmed":"Spaces at the ends were trimmed.","setAction.undo":"Undo","setAction.line":"line {line}","setAction.sameAs":"same as line {line}","setAction.isBlank":"blank","setAction.spaces":"spaces at an end","setAction.count":{one:"{n} customer",other:"{n} customers"},"setAction.review":"Review and send","setAction.missing":"Choose an action and an upstream.","setAction.why.reading":"The customers are being read.","setAction.why.invalid":"Some customers are marked. Put them right or remove them.","setAction.why.column":"Choose the column with the customers.","setAction.why.none":"There are no customers yet.","setAction.why.many":"A job has at most {most} customers.","setAction.confirm":{one:"Run {action} for one customer?",other:"Run {action} for {n} customers?"},"setAction.noToken":"none given","setAction.isGiven":"given","setAction.leftOut":{one:"{n} repeated, blank or removed line is left out.",other:"{n} repeated, blank or removed lines are left out."},"setAction.noOverlap":{one:"No job of the last second did the same to any of them.",other:"No job of the last {n} seconds did the same to any of them."},"setAction.overlap":{one:"Another job has just done the same to some of them",other:"{n} other jobs have just done the same to some of them"},"setAction.overlapJob":{one:"one customer in common",other:"{n} customers in common"},"setAction.incomplete":"Not all recent jobs could be compared.","setAction.refuses":"The server refuses that. Wait, or look at those jobs first.","setAction.lookAgain":"Look again","setAction.send":"Send","setAction.sending":"Sending\u2026","setAction.sent":"Sent as job {id}","setAction.sentTitle":"Sent","setAction.sentWhat":{one:"{action} for one customer",other:"{action} for {n} customers"},"setAction.open":"Open the job","setAction.notFound":{one:"It is not the one entry that the ledger has. What is not recorded is not sent.",other:"It is none of the {n} entries that the ledger has. What is not recorded is not sent."},"setAction.unknown":"It is not known yet whether this was recorded. Do not send it again before that.","setAction.seeking":"Looking for its job\u2026","csv.workbook":"This is a workbook. Save it as CSV and choose that file.","csv.encoding":"This file is not in UTF-8 or UTF-16. Save it as CSV in UTF-8.","csv.binary":"This is not a text file.","csv.large":"This file is larger than {size}.","name.empty":"must not be empty","name.long":"{n} bytes long; at most {most} are allowed","name.control":"has a control character, such as a tab","name.ends":"begins or ends with a space","name.unseen":"has {code}, which cannot be seen","overview.title":"Overview","overview.span":"The last","overview.days":"{n} days","overview.own":"Of your own jobs.","overview.empty":"There are no jobs yet","overview.emptyHint":"What jobs there are by day, by action and by user is drawn here.","overview.jobs":{one:"{n} job",other:"{n} jobs"},"overview.all":"Jobs in all","overview.inSpan":"In the last {n} days","overview.rateInSpan":"Failed, in the last {n} days","overview.inProgress":"In progress","overview.unconfirmed":"Unconfirmed","overview.total":"Jobs","overview.ended":"Ended","overview.day":"Day (UTC)","overview.action":"Action","overview.user":"User","overview.others":"all others","overview.byDay":"Jobs per day","overview.byDayHint":"By the day of their creation in UTC, and by the status that they have now.","overview.byDayTable":"Jobs of {n} days, by day and status","overview.byDayLabel":"Stacked bars: jobs per day by status, {from} to {to}. The most on a day are {most}.","overview.rate":"Failure rate","overview.rateHint":"Failed jobs of a day, as a share of its jobs that have ended: success, failed and unconfirmed.","overview.rateTable":"Failure rate of {n} days","overview.rateLabel":"Bars: failure rate per day, {from} to {to}. The highest is {most}.","overview.noneEnded":"no job has ended","overview.byAction":"By action","overview.byUser":"By user","overview.byValueHint":"Of all time.","overview.byActionTable":"Jobs by action and status, of all time","overview.byUserTable":"Jobs by user and status, of all time","overview.byActionLabel":"Stacked bars: jobs by action and status. {names}","overview.byUserLabel":"Stacked bars: jobs by user and status. {names}","overview.durations":"How long jobs took","overview.durationsHint":{one:"From creation to the newest status, of the one job that ended as success or failed.",other:"From creation to the newest status, of the newest {n} jobs that ended as success or failed. Those that were never sent are left out. A job that was unconfirmed at first counts until it was settled."},"overview.durationsTable":"How long the newest {n} jobs took","overview.durationsLabel":"Bars: how long the newest {n} jobs took. The median is {median}, the 95th percentile {high}.","overview.took":"Took","overview.below":"< {to}","overview.atLeast":"\u2265 {from}","overview.endedBy":"Ended by","overview.median":"Median","overview.p95":"95th percentile","overview.by.all":"all","overview.by.answered":"the upstream's answer","overview.by.reported":"a report","overview.by.imported":"an import","chart.table":"Show as a table","health.title":"The ledger's health","health.state":"State","health.ready":"Takes entries and answers","health.notReady":"Takes no entries","health.size":"Size","health.entries":{one:"{n} entry",other:"{n} entries"},"health.checkpoint":"Newest checkpoint","health.checkpointOf":{one:"{n} entry, signed; root",other:"{n} entries, signed; root"},"health.download":"Download","health.key":"Verifier key","health.seen":"This browser","health.seenSize":{one:"last checked at one entry: rightly signed, and nothing missing that it saw before",other:"last checked at {n} entries: rightly signed, and nothing missing that it saw before"},"health.notSeen":"has checked nothing yet","health.how":"Everything is verified, entry by entry, by an auditor who runs","health.command":"the command","health.howHint":"With a token of yours in JOBS_TOKEN, and in verifier.key the verifier key as you got it from somebody you trust. The server keeps no record of that.","health.howOperator":"This takes the token of an auditor or admin. The server keeps no record of that.","account.title":"Account","account.who":"Who you are here","account.by":"Signed in by","account.by.session":"a session","account.by.token":"a token","account.by.proxy":"a proxy, which vouches for you","account.by.jwt":"a JWT of your organisation's sign-in","account.ends":"Ends","account.endsHint":"unless you use it again, and 12 hours after it began in any case","account.may.operator":"runs actions, and sees their own jobs","account.may.auditor":"sees everything, and changes nothing","account.may.admin":"sees and does everything","password.title":"Password","password.current":"Current password","password.new":"New password","password.rules":"12 characters or more, at least 5 of them different. Not the user's name, not one text repeated, and none of the passwords that are tried first.","password.show":"Show it","password.change":"Change the password","password.changed":"The password is changed. Your other sessions have ended.","password.ends":"All your other sessions end at once. Your tokens stay.","password.none.session":"You have no password here. An admin can give you one.","password.none.token":"You have no password here. An admin can give you one.","password.none.proxy":"You have no password here: a proxy signs you in. Change your password where you signed in there.","password.none.jwt":"You have no password here: your organisation's sign-in vouches for you. Change your password there.","sessions.title":"Sessions","sessions.hint":"Where you are signed in. The server knows the sessions that were used since it started,","sessions.browser":"Browser","sessions.address":"Address","sessions.used":"Last used","sessions.begun":"Begun","sessions.by.password":"with a password","sessions.by.token":"with a token","sessions.this":"this one","sessions.unknown":"unknown","sessions.end":"End","sessions.endOne":"End the session in {browser}","sessions.endOthers":"End all other sessions","sessions.endTitle":"End this session?","sessions.endOthersTitle":"End all sessions but this one?","sessions.endHint":"Its browser is signed out within a second. What is in flight there is broken off, except for a Set Action that was recorded.","sessions.endOthersHint":"All other browsers are signed out within a second, also those that are not in the list. Tokens stay.","sessions.ended":"The session has ended.","sessions.othersEnded":"All your other sessions have ended.","tokens.title":"Tokens","tokens.hint":"Programs sign in with them. A token may do what you may do.","tokens.unlisted":"You are signed in by a JWT and not listed on this server, so you cannot make tokens. An admin can give you one.","tokens.empty":"There are no tokens","tokens.name":"Name","tokens.nameHint":"What it is for, such as the program that uses it. A name is never used again.","tokens.made":"Made","tokens.used":"Last used","tokens.unused":"never","tokens.ends":"Ends","tokens.noEnd":"no end","tokens.expired":"expired","tokens.user_disabled":"the user is disabled","tokens.revoked":"revoked","tokens.others":{one:"{n} token that no longer works",other:"{n} tokens that no longer work"},"tokens.new":"New token","tokens.make":"Make the token","tokens.lastDay":"Last day","tokens.lastDayHint":"Without one, it works until it is revoked.","tokens.madeTitle":"The new token","tokens.once":"It is shown only now. Store it where only the program can read it. A program that has it may do what its user may do.","tokens.token":"Token","tokens.theToken":"the token","tokens.stored":"I have stored it","tokens.revoke":"Revoke","tokens.revokeOne":"Revoke {name}","tokens.revokeHint":"Programs that use this token of {user} are refused within a second. This cannot be taken back, and the name stays taken.","tokens.revokeCurrent":"You are signed in by this token.","tokens.revokedNow":"{name} is revoked.","admin.title":"Users and tokens","admin.only":"Only admins see this page.","admin.users":"Users","admin.user":"User","admin.role":"Role","admin.signIn":"Signs in","admin.hasPassword":"with a password","admin.hasNone":"without a password","admin.disabled":"disabled","admin.search":"Search","admin.noUser":"No user has this in the name","admin.add":"Add a user","admin.added":"{user} is added.","admin.name":"Name","admin.nameHint":"As it will be recorded with each job. It cannot be changed.","admin.password":"Password (optional)","admin.passwordHint":"Without one, the user signs in by a token, a proxy or a JWT.","admin.change":"Change","admin.changeOne":"Change {user}","admin.setRole":"Set the role","admin.roleHint":"If it takes rights away, the user's sessions and streams end within a second.","admin.self":"This is you. Another admin can change your role or disable you. Your password is changed at","admin.since":"Added","admin.roleSet":"{user} has the new role.","admin.setPassword":"Set the password","admin.setPasswordHint":"The user's sessions end at once. Tokens stay.","admin.passwordSet":"{user} has the new password.","admin.disable":"Disable","admin.disableOne":"Disable {user}","admin.disableHint":"The user's tokens, sessions and JWTs stop working within a second. Jobs and entries stay. The user can be enabled again.","admin.disabledNow":"{user} is disabled.","admin.enable":"Enable","admin.enableOne":"Enable {user}","admin.enableHint":"It takes a new password, so that earlier sessions do not go on. Tokens that are not revoked work again.","admin.enableHintNone":"Tokens that are not revoked work again. A password is optional.","admin.enabledNow":"{user} is enabled.","admin.tokenUserHint":"A listed user, or a new name for a program that is not listed.","admin.tokenRoleHint":"The user is not listed, so the token has a role.","help.title":"Help","help.proof.title":"What \u201Cproved\u201D means","help.proof.lead":"This ledger keeps every entry for ever. You need not take its word for that: your browser checks it, each time.","help.proof.means":"What is proved","help.proof.meansText":`Every entry has a fingerprint: a number that changes if a single letter of the entry changes. All fingerprints together have one fingerprint, and the ledger signs it with a key that only it has. This signed fingerprint is a checkpoint.
\u201CEntry #12, proved\u201D says: your browser computed the fingerprint of entry 12 from what you see on the page, and found that it is one of those in the signed checkpoint. Had anybody changed the user, the time, the status or a message after it was recorded, even in the database itself, it would not fit.`,"help.proof.when":"What is checked, and when","help.proof.whenText":`When you open a job: each of its entries, that they follow each other, and that the facts on the page are those of the entries.
The lists of customers and outcomes: by itself if there are up to 1,000, else when you press the button. The payload: when you open it.
A job is only called proved when its checkpoint was compared with what this browser remembers. At each visit, and every few minutes: that the ledger still has everything that it had when this browser last saw it, unchanged and in the same order.
Two jobs that are compared: as each of them alone, but not which customers they share.
Lists of jobs and statistics are not checked in the browser.`,"help.proof.not":"What is not proved","help.proof.notText":"That what somebody reported is true. That the newest entry is shown: a server could hide what was recorded a moment ago. And that the key is the right one, if you have it from this server alone.","help.proof.alarm":"What an alarm means","help.proof.alarmText":`What the server shows is not what it recorded, or not what it showed before. Somebody may have changed the database, or restored an older copy of it; it can also be a mistake in operation, or a broken disk.
Do not rely on what is shown. Download the file that the alarm offers: it has what your browser remembered and what the server sent. Give it to the people who run the ledger, and to your auditor. Keep your browser's memory as it is: do not clear its data, and do not accept the new state until it is explained.
That the server cannot be reached is no alarm. If it is reached, shows a larger ledger and refuses the proof that the old entries are in it, there is a warning, and an alarm after a few tries. An alarm stays until you accept it, also when you load the page again.`,"help.proof.key":"The key","help.proof.keyText":"At your first visit, the browser remembers the key of the ledger. If the server later shows another one, that is an alarm. Compare the key once with one that you have from somebody you trust: it is at /log/key, and on the overview. If the key was changed on purpose, accept the new one with the button of the alarm.","help.proof.outside":"Checking it without this page","help.proof.outsideText":"A page comes from the server that it checks. If you do not trust the server at all, check with another program: download the evidence of a job, and run jobctl, or check.py, which is a second one by other means. Both need the verifier key, obtained elsewhere. Keep a checkpoint now and then: jobctl verify --against compares the whole ledger with it.","help.proof":"what this page checks by itself, and what it shows","help.statuses":"What the statuses mean","help.status.IN_PROGRESS":"The job is recorded, and nobody has said yet how it ended.","help.status.SUCCESS":"It was done for all its customers.","help.status.FAILED":"It was not done, or not for all its customers. The job's page says for whom it failed.","help.status.UNCONFIRMED":"Nobody knows whether the upstream acted. Look there first, and then record what you found. Do not simply send it again.","help.causes":"What a status is based on","help.causesHint":"Behind the status of a job is its cause, unless the upstream simply answered.","help.any":"Any status","help.cause.answered":"The upstream's whole answer was read, and says how the job ended.","help.cause.reported":"Somebody reported it: the service that ran the job, or a person who looked.","help.cause.never_sent":"The request provably never left. The upstream did nothing.","help.cause.withheld":"The request was not sent, because other jobs were for the same customers, or because that could not be checked.","help.cause.timed_out":"The request was sent, and no whole answer came in time.","help.cause.connection_lost":"The request was sent, and the connection broke before a whole answer came.","help.cause.unreadable_answer":"The upstream accepted the request, with an answer that cannot be read or does not say how the job ended.","help.cause.inconclusive_answer":"The code of the answer does not tell whether the upstream acted.","help.cause.interrupted":"The server stopped before the outcome of the call was recorded.","help.cause.imported":"Another system recorded it.","help.keysHint":"In the list of jobs.","help.more":"More","help.docs":"the same for programs, with all that this page can do","help.account":"your password, sessions and tokens","help.checkpoint":"how many entries there are, signed; keep one, and the ledger cannot be rewritten unnoticed","help.key":"checks the signatures; compare it with the one that you got from somebody you trust"}});function a(e,t={}){let o=Gr[e],n=Number(t.n??0);return(typeof o=="string"?o:gp.select(n)==="one"&&o.one||o.other).replace(/\{(\w+)\}/g,(s,i)=>{let c=t[i];return typeof c=="number"?N(c):c??s})}function F(e,t){let o=`${e}.${t}`;return o in Gr?a(o):String(t).replaceAll("_"," ")}var gp,C=g(()=>{"use strict";ie();wa();gp=new Intl.PluralRules(jt)});function _a(e,{later:t=setTimeout,now:o=Date.now}={}){let n=!1,r=!1,s=!1,i=0,c=-1/0,u=async()=>{r=!1,n=!0,await e(),n=!1,c=o(),s&&f()},f=()=>{if(s=n,n||r)return;let d=o()-c;i=d<_p?Math.min(i+1,Yr.length-1):0,r=!0,d>=Yr[i]?u():t(u,Yr[i]-d)};return f}var ga,Yr,_p,Xt,jn=g(()=>{"use strict";ga=[1e3,2e3,5e3,1e4,3e4],Yr=[0,100,300,1e3],_p=2e3,Xt=(e,t)=>t?.retryAfter?t.retryAfter*1e3:ga[Math.min(e,ga.length-1)]});function Ct(e){e&&e.parentNode&&e.remove()}function Ta(e,t,o){var n,r,s,i={},c=arguments.length;for(s in t)s=="key"?n=t[s]:s=="ref"&&typeof e!="function"?r=t[s]:i[s]=t[s];return c>2&&(i.children=c>3?ts.call(arguments,2):o),Io(e,i,n,r,null)}function Io(e,t,o,n,r){var s={type:e,props:t,key:o,ref:n,__k:null,__:null,__b:0,__e:null,__c:null,constructor:Do,__v:r||++ka,__i:-1,__u:0};return!r&&ne.vnode&&ne.vnode(s),s}function Mo(e){return e.children}function Ro(e,t){this.props=e,this.context=t,this.__g=0}function dt(e,t){if(t==null)return e.__&&dt(e.__,e.__i+1);for(var o;t<e.__k.length;t++)if((o=e.__k[t])&&o.__e)return o.__e;return typeof e.type!="function"||e.props.__P?null:dt(e)}function Sp(e){var t,o=e.__v,n=o.__e,r=[],s=[],i=e.__P;i&&((t=Lt({constructor:Do},o)).__v=o.__v+1,ne.vnode&&ne.vnode(t),os(i,t,o,e.__n,i.namespaceURI,32&o.__u?[n]:null,r,n||dt(o),32&o.__u,s),t.__v=o.__v,t.__.__k[t.__i]=t,Na(r,t,s),o.__=o.__e=null,t.__e!=n&&ja(t))}function ja(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),ja(e)}function xa(e){(8&e.__g||(e.__g|=8,ut.push(e),Ln++))&&Xr==ne.debounceRendering||((Xr=ne.debounceRendering)||queueMicrotask)(Ea)}function Ea(){try{for(var e,t=1;ut.length;)ut.length>t&&ut.sort(Sa),e=ut.shift(),t=ut.length,8&e.__g&&Sp(e)}finally{(Ln=ut.length)&&(Xr||queueMicrotask)(Ea)}}function Oa(e,t,o,n,r,s,i,c,u,f,d){var h,m,p,$,x,w,b=n.__k||In,v=t.length;for(u=Ap(o,t,b,u,v),h=0;h<v;h++)(p=o.__k[h])!=null&&(m=~p.__i&&b[p.__i]||Nn,p.__i=h,w=os(e,p,m,r,s,i,c,u,f,d),$=p.__e,(m.ref!=p.ref||8&m.__u)&&(m.ref&&ns(m.ref,null,p,m),p.ref&&d.push(p.ref,p.__c||$,p)),x=x||$,4&p.__u?(u=Ca(p,u,e,!m.__v),m.__e&&(m.__e=null)):typeof p.type=="function"&&w!==void 0?u=w:$&&(u=$.nextSibling),p.__u&=-21);return o.__e=x,u}function Ap(e,t,o,n,r){var s,i,c,u,f,d,h,m,p,$=o.length,x=$,w=0,b=0,v=e.__k=Array(r);for(s=0;s<r;s++)(i=t[s])!=null&&typeof i!="boolean"&&typeof i!="function"?(typeof i!="object"||i.constructor===String?i=v[s]=Io(null,i):es(i)?i=v[s]=Io(Mo,{children:i}):i.constructor===Do&&i.__b?i=v[s]=Io(i.type,i.props,i.key,i.ref,i.__v):v[s]=i,u=s+w,i.__=e,i.__b=e.__b+1,c=null,~(f=i.__i=Tp(i,o,u,x))&&(x--,(c=o[f])&&(c.__u|=2)),c&&c.__v?(i.__u|=16,f==u-1?w--:f==u+1?w++:f!=u&&(f>u?w--:w++,b=1)):(~f||(r>$?w--:r<$&&w++),typeof i.type!="function"&&(i.__u|=4))):v[s]=null;if(b){for(d=[],h=[],s=0;s<r;s++)if((i=v[s])&&16&i.__u){for(w=0,m=d.length;w<m;)d[p=w+m>>1]<i.__i?w=p+1:m=p;d[w]=i.__i,h[s]=w+1}for(w=d.length;s--;)h[s]&&(h[s]==w?w--:v[s].__u|=4)}if(x)for(s=0;s<$;s++)!(c=o[s])||2&c.__u||(c.__e==n&&(n=dt(c)),rs(c,c));return n}function Ca(e,t,o,n){var r,s,i,c;if(typeof e.type=="function"){if(e.props.__P)return t;if(r=e.__k)for(s=0;s<r.length;s++)r[s]&&(r[s].__=e,t=Ca(r[s],t,o,!1));return t}for(t&&!t.parentNode&&(t=dt(e))&&!t.parentNode&&(t=null),i=e.__e,c=t;c&&c.nodeType==8;)c=c.nextSibling;for(i!=c&&(!n&&o.moveBefore&&i.parentNode?o.moveBefore(i,t):o.insertBefore(i,t||null)),t=i;(t=t&&t.nextSibling)&&t.nodeType==8&&!t.data.startsWith("$s"););return t}function Tp(e,t,o,n){var r,s=e.key,i=e.type,c=t[o],u=c&&!(2&c.__u);if(c===null&&s==null||u&&s==c.key&&i==c.type)return o;if(n>(u?1:0)){for(r=o-1;r>=0;r--)if((c=t[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r;for(r=o+1;r<t.length;r++)if((c=t[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r}return-1}function va(e,t,o){o==null&&(o=""),t[0]=="-"?e.setProperty(t,o):e[t]=o}function En(e,t,o,n,r){var s,i;if(t=="style")if(typeof o=="string")e.style.cssText=o;else{if(typeof n=="string"&&(e.style.cssText=n=""),n)for(t in n)o&&t in o||va(e.style,t);if(o)for(t in o)n&&o[t]==n[t]||va(e.style,t,o[t])}else if(t[0]=="o"&&t[1]=="n")typeof o!="function"&&(o=null),typeof n!="function"&&(n=null),(e.__e||(e.__e={}))[t]=o,o&&n||(i=Zr[t]||(Zr[t]=jp(t)),(e.__a||(e.__a={}))[t]=Qr,s=t!=(t=t.replace(Aa,"$1")),(t=t.slice(2))[0]<"a"&&(t=t.toLowerCase()),o?e.addEventListener(t,i,s):e.removeEventListener(t,i,s));else{if(r=="http://www.w3.org/2000/svg")t=t.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(t!="width"&&t!="height"&&t!="href"&&t!="list"&&t!="form"&&t!="tabIndex"&&t!="download"&&t!="rowSpan"&&t!="colSpan"&&t!="role"&&t!="popover"&&t in e)try{return void(e[t]=o??"")}catch{}if(typeof o=="function")return;o==null||o===!1&&t[4]!="-"?e.removeAttribute(t):e.setAttribute(t,t=="popover"&&o==1?"":o)}}function jp(e){return function(t){var o=this.__e;if(o){if(o=o[e],t[On]==null)t[On]=Qr++;else if(t[On]<this.__a[e])return;return o(ne.event?ne.event(t):t)}}}function os(e,t,o,n,r,s,i,c,u,f){var d,h,m,p,$,x,w,b,v,_,k,R,Y,re,Q,Se,U,oe,me=t.type;if(t.constructor!==Do)return null;128&o.__u&&(u=32&o.__u,d=o.__c.__z)&&(t.__u|=u,h=s=[],d.nodeType==8?c=Cn(d,s):s.push(d),c=s[0]||c),(d=ne.__b)&&d(t);e:if(typeof me=="function"){m=i.length;try{if(b=t.props,v=(d=me.prototype)&&d.render,_=(d=me.contextType)&&n[d.__c],k=d?_?_.props.value:d.__:n,(p=o.__c)?(t.__c=p,2&p.__g&&(p.__g|=1)):(v?t.__c=p=new me(b,k):(t.__c=p=new Ro(b,k),p.constructor=me,p.render=Op),_&&_.sub(p),p.state||(p.state={}),p.__n=n,p.__g|=8,p.__h=[],p.__k=[]),v&&(p.__s||(p.__s=p.state),me.getDerivedStateFromProps&&(p.__s==p.state&&(p.__s=Lt({},p.__s)),Lt(p.__s,me.getDerivedStateFromProps(b,p.__s)))),$=p.props,x=p.state,p.__v=t,o.__c){if(b!==$&&v&&!me.getDerivedStateFromProps&&p.componentWillReceiveProps&&p.componentWillReceiveProps(b,k),t.__v==o.__v&&!(8&p.__g)||!(4&p.__g)&&p.shouldComponentUpdate&&p.shouldComponentUpdate(b,p.__s,k)===!1){t.__v!=o.__v&&(p.props=b,p.state=p.__s,p.__g&=-9),t.__e=o.__e,t.__k=o.__k,t.__k.some(function(ge){ge&&(ge.__=t)}),In.push.apply(p.__h,p.__k),p.__k=[],p.__h.length&&i.push(p),c=dt(o);break e}p.componentWillUpdate&&p.componentWillUpdate(b,p.__s,k),v&&p.componentDidUpdate&&p.__h.push(function(){p.componentDidUpdate($,x,w)})}else v&&!me.getDerivedStateFromProps&&p.componentWillMount&&p.componentWillMount(),v&&p.componentDidMount&&p.__h.push(p.componentDidMount);p.context=k,p.props=b,p.__P=e,p.__g&=-5,R=ne.__r,Y=v?25:0;do p.__g&=-9,R&&R(t),d=p.render(p.props,p.state=p.__s,p.context);while(8&p.__g&&++Y<25);v&&(In.push.apply(p.__h,p.__k),p.__k=[]),p.state=p.__s,p.getChildContext&&(n=Lt({},n,p.getChildContext())),v&&o.__c&&p.getSnapshotBeforeUpdate&&(w=p.getSnapshotBeforeUpdate($,x)),re=d&&d.type===Mo&&d.key==null?d.props.children:d,b.__P&&(d=c,r=(e=b.__P).namespaceURI,u=s=null,o.props&&o.props.__P!=e&&(o.__k.some(function(ge){ge&&rs(ge,ge)}),o.__k=null),c=o.__k?dt(o,0):null),c=Oa(e,es(re)?re:[re],t,o,n,r,s,i,c,u,f),b.__P&&(t.__e=null,c=d),t.__u&=-161,h&&h.some(Ct),p.__h.length&&i.push(p),1&p.__g&&(p.__g&=-4)}catch(ge){if(i.length=m,t.__v=null,u||s)if(ge&&ge.then){if(t.__u|=128|u,s){for(~(U=s.indexOf(c||void 0))||(U=s.length);(oe=s[U-1])&&oe.nodeType==8;)U--;for(;U<s.length;U++)if(oe=s[U])if(s[U]=null,Q){if(oe==Se)break}else{if(oe.nodeType!=8)break;oe.data.startsWith("$s")&&(Se=Cn(Q=oe))}}if(!Q){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;Q=c}(d=Cn(Q=t.__c.__z||(t.__c.__z=Q)))?(t.__e=Q,c=d):t.__e=c,c=c&&c.nextSibling}else s&&s.some(Ct);else t.__e=o.__e;t.__k||(t.__k=o.__k||[]),ge&&ge.then||La(t),ne.__e(ge,t,o)}}else c=t.__e=Ep(o.__e,t,o,n,r,s,i,u,f,e);return(d=ne.diffed)&&d(t),c}function Cn(e,t){if(e&&e.nodeType==8&&e.data.startsWith("$s"))for(var o=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith("$s"))o++;else if(e.data.startsWith("/$s")&&!--o)return e}t&&t.push(e)}}function La(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(La))}function Na(e,t,o){for(var n=0;n<o.length;)ns(o[n++],o[n++],o[n++]);ne.__c&&ne.__c(t,e),e.some(function(r){try{e=r.__h,r.__h=[],e.some(function(s){s.call(r)})}catch(s){ne.__e(s,r.__v)}})}function Ep(e,t,o,n,r,s,i,c,u,f){var d,h,m,p,$,x,w,b,v=o.props||Nn,_=t.props,k=t.type;if(k=="svg"?r="http://www.w3.org/2000/svg":k=="math"?r="http://www.w3.org/1998/Math/MathML":r||(r="http://www.w3.org/1999/xhtml"),s){for(d=0;d<s.length;d++)if(($=s[d])&&(k?$.localName==k:$.nodeType==3)){e=$,s[d]=null;break}}if(!e){if(b=f.ownerDocument||document,!k)return b.createTextNode(_);e=b.createElementNS(r,k,_.is?_:f),c&&(ne.__m&&ne.__m(t,s),c=!1),s=null}if(k){if(f=k=="template"&&e.content||e,s=k=="textarea"&&_.defaultValue!=null?null:s&&ts.call(f.childNodes),!c&&s)for(v={},d=0;d<e.attributes.length;d++)v[($=e.attributes[d]).name]=$.value;for(d in v)$=v[d],d=="dangerouslySetInnerHTML"?m=$:d=="children"||d in _||d=="value"&&"defaultValue"in _||d=="checked"&&"defaultChecked"in _||En(e,d,null,$,r);for(d in _)$=_[d],d=="children"?p=$:d=="dangerouslySetInnerHTML"?h=$:d=="value"?x=$:d=="checked"?w=$:c&&typeof $!="function"||v[d]===$||En(e,d,$,v[d],r);h?(c||m&&(h.__html==m.__html||h.__html==e.innerHTML)||(e.innerHTML=h.__html),t.__k=[]):(m&&(e.textContent=""),(k=="foreignObject"||r=="http://www.w3.org/1998/Math/MathML"&&kp.test(k))&&(r="http://www.w3.org/1999/xhtml"),Oa(f,es(p)?p:[p],t,o,n,r,s,i,s?s[0]:o.__k&&dt(o,0),c,u),s&&s.some(Ct)),c&&k!="textarea"||(d="value",k=="progress"&&x==null?e.removeAttribute(d):x==null||x===e[d]&&(k!="progress"||x)||En(e,d,x,v[d],r),d="checked",w!=null&&w!=e[d]&&En(e,d,w,v[d],r))}else v===_||c&&e.data==_||(e.data=_);return e}function ns(e,t,o,n){try{typeof e=="function"?t?t.__x=e(t)||1:n&&(n=n.__c||n.__e)&&(t=n.__x)&&(n.__x=null,typeof t=="function"?t():e(null)):e.current=t}catch(r){ne.__e(r,o)}}function rs(e,t,o){var n,r,s,i;if(ne.unmount&&ne.unmount(e),!(n=e.ref)||n.current&&n.current!=e.__e||ns(n,null,t,e),n=e.__c){if(n.componentWillUnmount)try{n.componentWillUnmount()}catch(c){ne.__e(c,t)}n.__P=n.__n=null}if(n=e.__k)for(i=0;i<n.length;i++)n[i]&&rs(n[i],t,typeof e.type!="function"||o&&!e.props.__P);!o&&(n=e.__c)&&(n=n.__z)&&(r=Cn(n,s=[]))&&(n==e.__e&&s.some(Ct),Ct(r),Ct(n)),o||Ct(e.__e),e.__e=e.__c=e.__=null}function Op(e,t,o){return this.constructor(e,o)}function ss(e,t){var o,n,r,s;ne.__&&ne.__(e,t),t.nodeType==9&&(t=t.documentElement),n=(o=e&&32&e.__u)?null:t.__k,t.__k=Io(Mo,{children:[e]}),r=[],s=[],os(t,t.__k,n||Nn,Nn,t.namespaceURI,n?null:t.firstChild?ts.call(t.childNodes):null,r,n?n.__e:t.firstChild,o,s),Na(r,t.__k,s),t.__k.props.children=null}var ne,ka,xp,ut,Xr,Ln,Sa,On,Aa,Qr,Zr,vp,Do,Nn,In,kp,es,ts,Lt,Rn=g(()=>{"use strict";Do=Symbol.for("pv"),Nn={},In=[],kp=/^m(i|n|o|s|text|space)$/,es=Array.isArray,ts=In.slice,Lt=Object.assign;ne={__e:function(e,t,o,n){for(var r,s,i;t=t.__;)if((r=t.__c)&&!(1&r.__g)){r.__g|=4;try{if((i=(s=r.constructor)&&s.getDerivedStateFromError)&&r.setState(s.getDerivedStateFromError(e)),r.componentDidCatch&&(r.componentDidCatch(e,n||{}),i=1),i&&8&r.__g)return void(r.__g|=2)}catch(c){e=c}}throw Ln=0,e}},ka=0,xp=function(e){return e!=null&&e.constructor===Do},Ro.prototype.setState=function(e,t){var o=this.__s;o&&o!=this.state||(o=this.__s=Lt({},this.state)),typeof e=="function"&&(e=e(Lt({},o),this.props)),e&&(Lt(o,e),this.__v&&(t&&this.__k.push(t),xa(this)))},Ro.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),xa(this))},Ro.prototype.render=Mo,ut=[],Ln=0,Sa=function(e,t){return e.__v.__b-t.__v.__b},On=Symbol(),Aa=/(PointerCapture)$|Capture$/i,Qr=0,Zr={},vp=0});function Da(e){var t=Ia.get(this);return t||(t=new Map,Ia.set(this,t)),(t=Ra(this,t.get(e)||(t.set(e,t=(function(o){for(var n,r,s=1,i="",c="",u=[0],f=function(m){s===1&&(m||(i=i.replace(/^\s*\n\s*|\s*\n\s*$/g,"")))?u.push(0,m,i):s===3&&(m||i)?(u.push(3,m,i),s=2):s===2&&i==="..."&&m?u.push(4,m,0):s===2&&i&&!m?u.push(5,0,!0,i):s>=5&&((i||!m&&s===5)&&(u.push(s,0,i,r),s=6),m&&(u.push(s,m,0,r),s=6)),i=""},d=0;d<o.length;d++){d&&(s===1&&f(),f(d));for(var h=0;h<o[d].length;h++)n=o[d][h],s===1?n==="<"?(f(),u=[u],s=3):i+=n:s===4?i==="--"&&n===">"?(s=1,i=""):i=n+i[0]:c?n===c?c="":i+=n:n==='"'||n==="'"?c=n:n===">"?(f(),s=1):s&&(n==="="?(s=5,r=i,i=""):n==="/"&&(s<5||o[d][h+1]===">")?(f(),s===3&&(u=u[0]),s=u,(u=u[0]).push(2,0,s),s=0):n===" "||n==="	"||n===`
`||n==="\r"?(f(),s=2):i+=n),s===3&&i==="!--"&&(s=4,u=u[0])}return f(),u})(e)),t),arguments,[])).length>1?t:t[0]}var Ra,Ia,Ma=g(()=>{"use strict";Ra=function(e,t,o,n){var r;t[0]=0;for(var s=1;s<t.length;s++){var i=t[s++],c=t[s]?(t[0]|=i?1:2,o[t[s++]]):t[++s];i===3?n[0]=c:i===4?n[1]=Object.assign(n[1]||{},c):i===5?(n[1]=n[1]||{})[t[++s]]=c:i===6?n[1][t[++s]]+=c+"":i?(r=e.apply(c,Ra(e,c,o,["",null])),n.push(r),c[0]?t[0]|=2:(t[s-2]=0,t[s]=r)):n.push(c)}return n},Ia=new Map});function Zt(e,t){pe.__h&&pe.__h(ae,e,Po||t),Po=0;var o=ae.__H||(ae.__H={__:[],__h:[]});return e>=o.__.length&&o.__.push({}),o.__[e]}function y(e){return Po=1,Ka(Ga,e)}function Ka(e,t,o){var n=Zt(ft++,2);if(n.t=e,!n.__c&&(n.__=[o?o(t):Ga(void 0,t),function(s){var i=(n.__N||n.__)[0],c=n.t(i,s);as(i,c)||(n.__N=[c,n.__[1]],n.__c.setState({}))}],n.__c=ae,!ae.__f)){ae.__f=!0;var r=ae.shouldComponentUpdate;ae.shouldComponentUpdate=function(s,i,c){var u=this.__H;if(!u)return!0;var f=!1,d=this.props!=s;if(u.__.some(function(m){m.__N&&(f=!0,as(m.__[0],m.__N[0])||(d=!0))}),r){var h=r.call(this,s,i,c);return f?h||d:h}return!f||d}}return n.__}function A(e,t){var o=Zt(ft++,3);!pe.__s&&fs(o.__H,t)&&(o.__P=!0,o.__=e,o.u=t,ae.__H.__h.push(o))}function pt(e,t){var o=Zt(ft++,4);!pe.__s&&fs(o.__H,t)&&(o.__P=!1,o.__=e,o.u=t,ae.__h.push(o))}function D(e){return Po=5,fe(function(){return{current:e}},[])}function fe(e,t){var o=Zt(ft++,7);return fs(o.__H,t)&&(o.__=e(),o.__H=t),o.__}function us(e,t){return Po=8,fe(function(){return e},t)}function ds(e){var t=Zt(ft++,10),o=y();return t.__=e,ae.componentDidCatch||(ae.componentDidCatch=function(n,r){t.__&&t.__(n,r),o[1](n)}),[o[0],function(){return o[1]()}]}function ht(){var e=Zt(ft++,11);if(!e.__){for(var t=ae.__v;!t.__m&&t.__;)t=t.__;var o=t.__m||(t.__m=[0,0]);e.__="P"+o[0]+"-"+o[1]++}return e.__}function Cp(){var e;do{for(;e=cs.shift();)try{Ho(e)}catch(o){pe.__e(o,{__:(e=e.__P)&&e.__v})}for(;e=Ja.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(Ho),t.__h.some(ls),t.__h=[]}catch(o){t.__h=[],pe.__e(o,e.__v)}}}while(cs.length)}function Lp(e){var t,o=function(){clearTimeout(n),za&&cancelAnimationFrame(t),setTimeout(e)},n=setTimeout(o,35);za&&(t=requestAnimationFrame(o))}function Va(e){e!=1&&Ha==pe.requestAnimationFrame||((Ha=pe.requestAnimationFrame)||Lp)(Cp)}function Ho(e){var t=ae,o=e.__c;typeof o=="function"&&(e.__c=void 0,o()),ae=t}function ls(e){var t=ae;e.__c=e.__(),ae=t}function fs(e,t){return!e||e.length!=t.length||t.some(function(o,n){return!as(o,e[n])})}function Ga(e,t){return typeof t=="function"?t(e):t}var ft,ae,is,Ha,as,Po,Ja,cs,pe,Pa,Ua,Fa,Ba,Wa,qa,za,Ya=g(()=>{"use strict";Rn();as=Object.is,Po=0,Ja=[],cs=[],pe=ne,Pa=pe.__b,Ua=pe.__r,Fa=pe.diffed,Ba=pe.__c,Wa=pe.unmount,qa=pe.__;pe.__b=function(e){ae=null,Pa&&Pa(e)},pe.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),qa&&qa(e,t)},pe.__r=function(e){Ua&&Ua(e),ft=0;var t=(ae=e.__c).__H;t&&(is==ae?ae.__h=[]:(t.__h.some(Ho),t.__h.some(ls),ft=0),t.__h=[],t.__.some(function(o){o.__N&&(o.__=o.__N),o.u=o.__N=void 0})),is=ae},pe.diffed=function(e){Fa&&Fa(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&Va(Ja.push(t)),t.__H.__.some(function(o){o.u&&(o.__H=o.u)})),is=ae=null},pe.__c=function(e,t){t.some(function(o){try{o.__h.some(Ho),o.__h=o.__h.filter(function(n){return!n.__||ls(n)})}catch(n){o.__h=[function(){throw n}]}}),Ba&&Ba(e,t)},pe.unmount=function(e){Wa&&Wa(e);var t,o,n=e.__c;n&&n.__H&&(n.__H.__.some(function(r){try{if(r.__P&&r.__c){if(o===void 0){for(o=e.__;o&&(!o.__c||!o.__c.__P);)o=o.__;o=o&&o.__c}r.__P=o,Va(cs.push(r))}else Ho(r)}catch(s){t=s}}),n.__H=void 0,t&&pe.__e(t,n.__v))};za=typeof requestAnimationFrame=="function"});var l,T=g(()=>{"use strict";Rn();Ma();Rn();Ya();l=Da.bind(Ta)});function E(e){let[t,o]=y(e.get());return A(()=>(o(()=>e.get()),e.watch(n=>o(()=>n))),[e]),t}function qe(){let{search:e}=E(Me);return[fe(()=>new URLSearchParams(e),[e]),An]}function W(e,t){let o={error:null,isLoading:!0},[n,r]=y(o),s=D(e);s.current=e;let i=D(()=>{}),c=D(t);c.current.some((f,d)=>!Object.is(f,t[d]))&&(c.current=t),A(()=>{r(o);let f=new AbortController;return i.current=Np(d=>s.current(d),f.signal,d=>r(h=>({...h,...d}))),i.current(),()=>f.abort()},[c.current]);let u=us(()=>i.current(),[]);return{data:n.data,error:n.error,isLoading:n.isLoading,reload:u}}function Np(e,t,o){let n=0,r=0,s=_a(async()=>{if(clearTimeout(r),!t.aborted){o({isLoading:!0});try{let i=await e(t);n=0,t.aborted||o({data:i,error:null,isLoading:!1})}catch(i){if(t.aborted)return;let c=_n(i);c.isFault&&console.error(i),o({error:c,isLoading:!1}),c.isTemporary&&(r=window.setTimeout(s,Xt(n++,c)))}}});return s}function ee(e){let[t,o]=y(!1),[n,r]=y(null),s=D(!1);return[async(...c)=>{if(!s.current){s.current=!0,o(!0),r(null);try{await e(...c)}catch(u){if(!(u instanceof J))throw u;r(u)}finally{s.current=!1,o(!1)}}},t,n,()=>r(null)]}function Dn(e,t,o){A(()=>{if(!t)return;let n=i=>{e.current?.contains(i.target)||o(i)},r=i=>{i.key==="Escape"&&(i.stopPropagation(),i.preventDefault(),o(i))},s=e.current;return document.addEventListener("pointerdown",n),document.addEventListener("focusin",n),s?.addEventListener("keydown",r),()=>{document.removeEventListener("pointerdown",n),document.removeEventListener("focusin",n),s?.removeEventListener("keydown",r)}},[t])}var q=g(()=>{"use strict";lt();Ne();jn();T()});var Ip,I,ve=g(()=>{"use strict";T();Ip={SUCCESS:"m4 8.5 2.7 2.7L12 5.5",FAILED:"m5 5 6 6m0-6-6 6",UNCONFIRMED:"M6 6.2C6 3.6 10.4 3.8 10.2 6.4 10 8 8 8 8 9.6m0 2.2v.4",IN_PROGRESS:"M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM8 5v3l2 1.4",copy:"M6 6h7v7H6zM3 10V3h7",search:"M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zm3.3 7.8L14 14",note:"M3 3h10v7H8l-3 3v-3H3z",down:"m4 6.5 4 4 4-4",user:"M8 3a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM3 13.5c.6-5 9.4-5 10 0",check:"M8 1.8 13 4v4c0 3-2 5-5 6.2C5 13 3 11 3 8V4zM5.7 8l1.7 1.7 3-3.4",alarm:"M8 2.5 14.5 13.5h-13zM8 6.5v3.2m0 1.6v.4",system:"M8 2.5a5.5 5.5 0 1 1 0 11zm0 0v11a5.5 5.5 0 0 1 0-11",light:"M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM8 1v1.5m0 11V15M1 8h1.5m11 0H15M3 3l1 1m8 8 1 1M3 13l1-1m8-8 1-1",dark:"M7 2.5a5.5 5.5 0 1 0 6.5 7A5 5 0 0 1 7 2.5z",download:"M8 2.5v7m-3-2.6 3 3 3-3M3 13h10"},I=({name:e})=>l`
  <svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d=${Ip[e]} /></svg>
`});function Za(){let e=E(At),t=Object.entries(E(Xa));return l`
    <div class="banners">
      ${t.map(([o,{kind:n,content:r}])=>l`
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
        ${!e&&l`
            <div class="banner banner-warning" id="banner-offline">
              <${I} name="alarm" />
              <div>${a("app.offline")}</div>
            </div>
          `}
      </div>
    </div>
  `}var Xa,Qt,Mn=g(()=>{"use strict";X();Be();C();q();T();ve();Xa=ye({}),Qt=(e,t)=>Xa.update(o=>{let{[e]:n,...r}=o;return t?{...r,[e]:t}:n?r:o})});function K(e,t="ok"){Qa+=1;let o=Qa;Hn.update(n=>[...n.slice(-3),{id:o,text:e,kind:t}]),t==="ok"&&setTimeout(ec,Rp,o)}function tc(){let e=E(Hn),t=E(ps);return l`
    <div class="messages" role="log" aria-live="polite" aria-relevant="additions">
      ${e.map(({id:o,text:n,kind:r})=>l`
          <div key=${o} class="message message-${r}">
            <span>${n}</span>
            <button class="icon-button" aria-label=${a("app.close")} onClick=${()=>ec(o)}>
              ✕
            </button>
          </div>
        `)}
    </div>
    <div class="off-screen" role="status" aria-live="polite">${t}</div>
  `}var Hn,ps,Qa,Rp,ec,Pn,ke=g(()=>{"use strict";we();Be();C();q();T();Hn=ye([]),ps=ye(""),Qa=0;kn(()=>{Hn.set([]),ps.set("")});Rp=5e3,ec=e=>Hn.update(t=>t.filter(o=>o.id!==e));Pn=e=>ps.set(e)});function hs({status:e,title:t}){return e<0?a("problem.fault"):e===0?a("problem.network"):e===401?a("problem.401"):e===403?a("problem.403"):e===404?a("problem.404"):e===429?a("problem.429"):e===503?a("problem.503"):t}function Dp({status:e,type:t,retryAfter:o}){return e===0?a("problem.networkHint"):e===404?a("problem.404Hint"):t.endsWith(":maybe-recorded")?a("problem.maybeRecorded"):o?a("problem.waitHint",{n:o}):""}function V({problem:e,retry:t}){if(!e)return null;let o=Dp(e);return l`
    <div class="notice notice-error" role="alert">
      <${I} name="alarm" />
      <div>
        <p class="notice-title">${hs(e)}</p>
        ${!e.isNetwork&&e.detail&&l`<p>${e.detail}</p>`}
        ${o&&l`<p>${o}</p>`} ${t&&e.isTemporary&&a("app.retrying")}
        ${t&&l`<p><button type="button" onClick=${t}>${a("app.again")}</button></p>`}
      </div>
    </div>
  `}function be({of:e,children:t}){return l`
    <${V} problem=${e.error} retry=${e.reload} />
    ${e.data!==void 0?t(e.data):e.isLoading&&l`<${mt} />`}
  `}var mt,ce,he=g(()=>{"use strict";C();T();ve();mt=()=>l`<p class="state" role="status">${a("app.loading")}</p>`,ce=({title:e,children:t})=>l`
  <div class="state">
    <p class="state-title">${e}</p>
    ${t}
  </div>
`});async function Un(){try{await ca()}catch(e){let t=_n(e),o=t.isNetwork?hs(t):t.message;K(a("user.notSignedOut",{why:o}),"error");return}xe(L("/")),K(a("user.signedOut"))}var ms=g(()=>{"use strict";we();B();lt();Ne();C();ke();he()});function Mp(e){let t={ArrowDown:1,ArrowUp:-1}[e.key];if(!t||e.target.matches("input:not([type=checkbox])"))return;let n=[...e.currentTarget.querySelectorAll("a[href], button, input")],r=n.indexOf(document.activeElement)+t;e.preventDefault(),n[(r+n.length)%n.length]?.focus()}function eo({label:e,name:t,class:o="",align:n="start",children:r}){let[s,i]=y(!1),c=D(null),u=D(null),f=()=>{i(!1),u.current?.focus()};return Dn(c,s,d=>d.type==="keydown"?f():i(!1)),l`
    <div class="popover" ref=${c}>
      <button
        type="button"
        ref=${u}
        class=${o}
        aria-expanded=${s}
        aria-label=${t}
        onClick=${()=>i(!s)}
      >
        ${e}<${I} name="down" />
      </button>
      ${s&&l`<div class="panel panel-${n}" onKeyDown=${Mp}>${r(f)}</div>`}
    </div>
  `}var Fn,oc,Uo=g(()=>{"use strict";C();q();T();ve();Fn=({items:e,...t})=>l`
  <${eo} ...${t}>
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
`,oc=({name:e,value:t,onRemove:o})=>l`
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
`});var cc,to,bs,Bn,ys,ws,Wn,Hp,Pp,nc,gs,Up,lc,uc,dc,Nt,le,rc,S,Fp,$s,fc,Ie,Fo,It,Bp,Wp,ze,qp,sc,zp,Vp,ic,ac,Jp,pc=g(()=>{"use strict";cc=Object.freeze,to=0x7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffedn,bs=0x1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3edn,Bn=0x52036cee2b6ffe738cc740797779e89800700a4d4141d8ab75eb4dca135978a3n,ys=0x216936d3cd6e53fec0a4e231fdd6dc5c692cc7609525a7b2c9562d608f25d51an,ws=0x6666666666666666666666666666666666666666666666666666666666666658n,Wn=to-1n,Hp=cc({p:to,n:bs,h:8n,a:Wn,d:Bn,Gx:ys,Gy:ws}),Pp=32,nc=e=>e instanceof Uint8Array||ArrayBuffer.isView(e)&&e.constructor.name==="Uint8Array"&&e.BYTES_PER_ELEMENT===1,gs=(e,t,o="")=>{if(nc(e)&&(t===void 0||e.length===t))return e;let n=nc(e),r=t!==void 0?` of length ${t}`:"",s=n?`length=${e.length}`:`type=${typeof e}`,i=(o?`"${o}" `:"")+"expected Uint8Array"+r+", got "+s;throw n?new RangeError(i):new TypeError(i)},Up=(e,t="",o)=>Uint8Array.from(gs(e,o,t)),lc=(e,t)=>e.toString(16).padStart(t,"0"),uc=e=>{let t="";for(let o of gs(e))t+=lc(o,2);return t},dc=e=>{let t="hex invalid";if(typeof e!="string")throw new TypeError(t);if(e.length%2||!/^[\da-f]*$/i.test(e))throw new RangeError(t);let o=new Uint8Array(e.length/2);for(let n=0,r=0;n<o.length;n++,r+=2){let s=e.charCodeAt(r),i=e.charCodeAt(r+1);o[n]=((s&15)+(s>>6)*9)*16+(i&15)+(i>>6)*9}return o},Nt=(e,t,o,n="bad number: out of range")=>{if(typeof e!="bigint")throw new TypeError(n);if(t<=e&&e<o)return e;throw new RangeError(n)},le=(e,t=to)=>(e%=t)>=0n?e:t+e,rc=(1n<<255n)-1n,S=e=>{if(e<0n)throw new RangeError("negative coordinate");let t=(e>>255n)*19n+(e&rc);return t=(t>>255n)*19n+(t&rc),t%to},Fp=(e,t)=>{if(e===0n)throw new Error("invert: expected non-zero number");if(t<=1n)throw new Error("invert: expected modulus > 1, got "+t);let o=le(e,t),n=t,r=0n,s=1n;for(;o!==0n;){let c=n/o,u=n-o*c,f=r-s*c;n=o,o=u,r=s,s=f}if(n!==1n)throw new Error("invert: does not exist");return le(r,t)},$s=e=>{if(e instanceof Ie)return e;throw new TypeError("Point expected")},fc=2n**256n,Ie=class e{static BASE;static ZERO;X;Y;Z;T;constructor(t,o,n,r){let s=fc;this.X=Nt(t,0n,s),this.Y=Nt(o,0n,s),this.Z=Nt(n,1n,s),this.T=Nt(r,0n,s),cc(this)}static CURVE(){return Hp}static fromAffine(t){return new e(t.x,t.y,1n,S(t.x*t.y))}static fromBytes(t,o=!1){let n=Up(t,"point",Pp),r=n[31];n[31]=r&-129;let s=Wp(n);o||Nt(s,0n,to);let i=S(s*s),c=le(i-1n),u=S(Bn*i+1n),{isValid:f,value:d}=zp(c,u);if(!f)throw new Error("bad point: y not sqrt");let h=!!(r&128);if(!o&&d===0n&&h)throw new Error("bad point: x==0, isLastByteOdd");return h!==!!(d&1n)&&(d=le(-d)),new e(d,s,1n,S(d*s))}static fromHex(t,o){return e.fromBytes(dc(t),o)}get x(){return this.toAffine().x}get y(){return this.toAffine().y}assertValidity(){let t=Wn,o=Bn,n=this;if(n.is0())throw new Error("bad point: ZERO");let{X:r,Y:s,Z:i,T:c}=n,u=S(r*r),f=S(s*s),d=S(i*i),h=S(d*d),m=S(u*t),p=S(d*(m+f)),$=le(h+S(o*S(u*f)));if(p!==$)throw new Error("bad point: equation left != right (1)");let x=S(r*s),w=S(i*c);if(x!==w)throw new Error("bad point: equation left != right (2)");return this}equals(t){let{X:o,Y:n,Z:r}=this,{X:s,Y:i,Z:c}=$s(t);return S(o*c)===S(s*r)&&S(n*c)===S(i*r)}is0(){return this.equals(It)}negate(){return new e(le(-this.X),this.Y,this.Z,le(-this.T))}double(){let{X:t,Y:o,Z:n}=this,r=Wn,s=S(t*t),i=S(o*o),c=S(2n*n*n),u=S(r*s),f=le(t+o),d=le(S(f*f)-s-i),h=le(u+i),m=le(h-c),p=le(u-i),$=S(d*m),x=S(h*p),w=S(d*p),b=S(m*h);return new e($,x,b,w)}add(t){let{X:o,Y:n,Z:r,T:s}=this,{X:i,Y:c,Z:u,T:f}=$s(t),d=Wn,h=Bn,m=S(o*i),p=S(n*c),$=S(S(s*h)*f),x=S(r*u),w=le(S(le(o+n)*le(i+c))-m-p),b=le(x-$),v=le(x+$),_=le(p-S(d*m)),k=S(w*b),R=S(v*_),Y=S(w*_),re=S(b*v);return new e(k,R,re,Y)}subtract(t){return this.add($s(t).negate())}multiply(t,o=!0){if(!o&&t===0n||(Nt(t,1n,bs),!o&&this.is0()))return It;if(t===1n)return this;if(this.equals(Fo))return Jp(t).p;let n=It,r=Fo,s=this;for(let i=0;o?i<256:t>0n;i++)t&1n?n=n.add(s):o&&(r=r.add(s)),s=s.double(),t>>=1n;return n}multiplyUnsafe(t){return this.multiply(t,!1)}toAffine(){let{X:t,Y:o,Z:n}=this;if(this.equals(It))return{x:0n,y:1n};let r=Fp(n,to);if(S(n*r)!==1n)throw new Error("invalid inverse");return{x:S(t*r),y:S(o*r)}}toBytes(){let{x:t,y:o}=this.toAffine(),n=Bp(o);return n[31]|=t&1n?128:0,n}toHex(){return uc(this.toBytes())}clearCofactor(){return this.multiply(8n,!1)}isSmallOrder(){return this.clearCofactor().is0()}isTorsionFree(){return this.multiply(bs/2n,!1).double().add(this).is0()}},Fo=new Ie(ys,ws,1n,le(ys*ws)),It=new Ie(0n,1n,1n,0n);Ie.BASE=Fo;Ie.ZERO=It;Bp=e=>dc(lc(Nt(e,0n,fc),64)).reverse(),Wp=e=>BigInt("0x"+uc(Uint8Array.from(gs(e)).reverse())),ze=(e,t)=>{let o=e;for(;t-- >0;)o=S(o*o);return o},qp=e=>{let t=S(e*e),o=S(t*e),n=S(ze(o,2)*o),r=S(ze(n,1)*e),s=S(ze(r,5)*r),i=S(ze(s,10)*s),c=S(ze(i,20)*i),u=S(ze(c,40)*c),f=S(ze(u,80)*u),d=S(ze(f,80)*u),h=S(ze(d,10)*s);return S(ze(h,2)*e)},sc=0x2b8324804fc1df0b2b4d00993dfbd7a72f431806ad2fe478c4ee1b274a0ea0b0n,zp=(e,t)=>{let o=S(t*S(t*t)),n=S(S(o*o)*t),r=qp(S(e*n)),s=S(e*S(o*r)),i=S(t*S(s*s)),c=s,u=S(s*sc),f=i===e,d=i===le(-e),h=i===le(-e*sc);return f&&(s=c),(d||h)&&(s=u),(le(s)&1n)===1n&&(s=le(-s)),{isValid:f||d,value:s}},Vp=()=>{let e=[],t=Fo,o;for(let n=0;n<33;n++){o=t,e.push(o);for(let r=1;r<128;r++)o=o.add(t),e.push(o);t=o.double()}return e},ac=(e,t)=>{let o=t.negate();return e?o:t},Jp=e=>{let t=ic||(ic=Vp()),o=It,n=Fo;for(let r=0;r<33;r++){let s=Number(e&255n);e>>=8n,s>128&&(s-=256,e+=1n);let i=r*128,c=i+Math.abs(s)-1,u=r%2!==0,f=s<0;s===0?n=n.add(ac(u,t[i])):o=o.add(ac(f,t[c]))}if(e!==0n)throw new Error("invalid wnaf");return{p:o,f:n}}});function Kp(e,t=!1){return t?{h:Number(e&qn),l:Number(e>>hc&qn)}:{h:Number(e>>hc&qn)|0,l:Number(e&qn)|0}}function mc(e,t=!1){let o=e.length,n=new Uint32Array(o),r=new Uint32Array(o);for(let s=0;s<o;s++){let{h:i,l:c}=Kp(e[s],t);[n[s],r[s]]=[i,c]}return[n,r]}function $c(e,t,o,n){let r=Gp(o),s=Yp(o);e.setUint32(t,n?s:r,n),e.setUint32(t+4,n?r:s,n)}function Ve(e,t,o,n){let r=(t>>>0)+(n>>>0);return{h:e+o+(r/2**32|0)|0,l:r|0}}var qn,hc,Gp,Yp,_s,xs,Rt,Dt,Bo,Wo,bc,yc,wc,gc,_c,xc,vs=g(()=>{"use strict";qn=BigInt(4294967295),hc=BigInt(32);Gp=e=>e/2**32|0,Yp=e=>e>>>0;_s=(e,t,o)=>e>>>o,xs=(e,t,o)=>e<<32-o|t>>>o,Rt=(e,t,o)=>e>>>o|t<<32-o,Dt=(e,t,o)=>e<<32-o|t>>>o,Bo=(e,t,o)=>e<<64-o|t>>>o-32,Wo=(e,t,o)=>e>>>o-32|t<<64-o;bc=(e,t,o)=>(e>>>0)+(t>>>0)+(o>>>0),yc=(e,t,o,n)=>t+o+n+(e/2**32|0)|0,wc=(e,t,o,n)=>(e>>>0)+(t>>>0)+(o>>>0)+(n>>>0),gc=(e,t,o,n,r)=>t+o+n+r+(e/2**32|0)|0,_c=(e,t,o,n,r)=>(e>>>0)+(t>>>0)+(o>>>0)+(n>>>0)+(r>>>0),xc=(e,t,o,n,r,s)=>t+o+n+r+s+(e/2**32|0)|0});function vc(e){return e instanceof Uint8Array||ArrayBuffer.isView(e)&&e.constructor.name==="Uint8Array"&&"BYTES_PER_ELEMENT"in e&&e.BYTES_PER_ELEMENT===1}function Zp(e,t=""){if(typeof e!="number")throw new TypeError(ks(t)+"expected number, got "+typeof e);if(!Number.isSafeInteger(e)||e<0)throw new RangeError(ks(t)+"expected integer >= 0, got "+e);return e}function Ss(e,t,o=""){if(vc(e)&&(t===void 0||e.length===t))return e;t!==void 0&&Zp(t,"length");let n=vc(e),r=t!==void 0?` of length ${t}`:"",s=n?`length=${e.length}`:`type=${typeof e}`,i=ks(o)+"expected Uint8Array"+r+", got "+s;throw n?new RangeError(i):new TypeError(i)}function As(e,t=!0){if(e.destroyed)throw new Error("hash was destroyed");if(t&&e.finished)throw new Error("digest() was already called")}function Sc(e,t){Ss(e,void 0,"output");let o=t.outputLen;if(!(e.length>=o))throw new RangeError('"output" expected length >= '+o)}function qo(...e){for(let t=0;t<e.length;t++)e[t].fill(0)}function zn(e){return new DataView(e.buffer,e.byteOffset,e.byteLength)}function Pe(e,t){return e<<32-t|e>>>t}function eh(e,t,o="opts"){return kc(e,"defaults"),t!==void 0&&kc(t,o),Object.assign(Object.create(null),e,t)}function Ts(e,t={}){if(typeof e!="function")throw new TypeError('"hashCons" expected function, got type='+typeof e);t=eh({},t,"info");let o=(r,s)=>e(s).update(r).digest(),n=e(void 0);return o.outputLen=n.outputLen,o.blockLen=n.blockLen,o.canXOF=n.canXOF,o.create=r=>e(r),Object.assign(o,t),Object.freeze(o)}var ks,Qp,kc,js,Es=g(()=>{"use strict";ks=e=>e?`"${e}" `:"";Qp=(e,t)=>{if(e===null||typeof e!="object"||Array.isArray(e))throw new TypeError((t==="object"?"":`"${t}" `)+"expected object, got type="+typeof e)},kc=(e,t)=>{Qp(e,t);let o=Object.getPrototypeOf(e);if(o!==Object.prototype&&o!==null)throw new TypeError(`"${t}" expected plain object`);if(Object.hasOwn(e,"__proto__"))throw new TypeError(`"${t}.__proto__" is not allowed`)};js=e=>({oid:Uint8Array.from([6,9,96,134,72,1,101,3,4,2,e])})});function Ac(e,t,o){return e&t^~e&o}function Tc(e,t,o){return e&t^e&o^t&o}var zo,jc,Ec,Oc=g(()=>{"use strict";vs();Es();zo=class{blockLen;outputLen;canXOF=!1;padOffset;isLE;buffer;view;finished=!1;length=0;pos=0;destroyed=!1;constructor(t,o,n,r){this.blockLen=t,this.outputLen=o,this.padOffset=n,this.isLE=r,this.buffer=new Uint8Array(t),this.view=zn(this.buffer)}update(t){As(this),Ss(t);let{view:o,buffer:n,blockLen:r}=this,s=t.length,i=!1;for(let c=0;c<s;){let u=Math.min(r-this.pos,s-c);if(u===r){let f=zn(t);for(;r<=s-c;c+=r)this.process(f,c);i=!0;continue}n.set(c===0&&u===s?t:t.subarray(c,c+u),this.pos),this.pos+=u,c+=u,this.pos===r&&(this.process(o,0),this.pos=0,i=!0)}return this.length+=t.length,i&&this.roundClean(),this}digestInto(t){As(this),Sc(t,this),this.finished=!0;let{buffer:o,view:n,blockLen:r,isLE:s}=this,{pos:i}=this;o[i++]=128,o.fill(0,i),this.padOffset>r-i&&(this.process(n,0),o.fill(0)),$c(n,r-8,this.length*8,s),this.process(n,0),this.roundClean();let c=t===o?n:zn(t),u=this.outputLen,f=u/4,d=this.get();if(u%4||f>d.length)throw new Error("invalid outputLen");for(let h=0;h<f;h++)c.setUint32(4*h,d[h],s)}digest(){let{buffer:t,outputLen:o}=this;this.digestInto(t);let n=t.slice(0,o);return this.destroy(),n}_cloneIntoMeta(t){let{buffer:o,length:n,finished:r,destroyed:s,pos:i}=this;return t.destroyed=s,t.finished=r,t.length=n,t.pos=i,i&&t.buffer.set(o),t}clone(){return this._cloneInto()}},jc=Uint32Array.from([1779033703,3144134277,1013904242,2773480762,1359893119,2600822924,528734635,1541459225]),Ec=Uint32Array.from([1779033703,4089235720,3144134277,2227873595,1013904242,4271175723,2773480762,1595750129,1359893119,2917565137,2600822924,725511199,528734635,4215389547,1541459225,327033209])});var th,$t,Os,Cs,Cc,oh,nh,bt,yt,Ls,Ns,Je,Lc,Is=g(()=>{"use strict";Oc();vs();Es();th=Uint32Array.from([1116352408,1899447441,3049323471,3921009573,961987163,1508970993,2453635748,2870763221,3624381080,310598401,607225278,1426881987,1925078388,2162078206,2614888103,3248222580,3835390401,4022224774,264347078,604807628,770255983,1249150122,1555081692,1996064986,2554220882,2821834349,2952996808,3210313671,3336571891,3584528711,113926993,338241895,666307205,773529912,1294757372,1396182291,1695183700,1986661051,2177026350,2456956037,2730485921,2820302411,3259730800,3345764771,3516065817,3600352804,4094571909,275423344,430227734,506948616,659060556,883997877,958139571,1322822218,1537002063,1747873779,1955562222,2024104815,2227730452,2361852424,2428436474,2756734187,3204031479,3329325298]),$t=new Uint32Array(64),Os=class extends zo{A=0;B=0;C=0;D=0;E=0;F=0;G=0;H=0;constructor(t,o){super(64,t,8,!1),this.A=o[0]|0,this.B=o[1]|0,this.C=o[2]|0,this.D=o[3]|0,this.E=o[4]|0,this.F=o[5]|0,this.G=o[6]|0,this.H=o[7]|0}get(){let{A:t,B:o,C:n,D:r,E:s,F:i,G:c,H:u}=this;return[t,o,n,r,s,i,c,u]}set(t,o,n,r,s,i,c,u){this.A=t|0,this.B=o|0,this.C=n|0,this.D=r|0,this.E=s|0,this.F=i|0,this.G=c|0,this.H=u|0}_cloneInto(t){return(t||=new this.constructor).set(...this.get()),this._cloneIntoMeta(t)}process(t,o){for(let h=0;h<16;h++,o+=4)$t[h]=t.getUint32(o,!1);for(let h=16;h<64;h++){let m=$t[h-15],p=$t[h-2],$=Pe(m,7)^Pe(m,18)^m>>>3,x=Pe(p,17)^Pe(p,19)^p>>>10;$t[h]=x+$t[h-7]+$+$t[h-16]|0}let{A:n,B:r,C:s,D:i,E:c,F:u,G:f,H:d}=this;for(let h=0;h<64;h++){let m=Pe(c,6)^Pe(c,11)^Pe(c,25),p=d+m+Ac(c,u,f)+th[h]+$t[h]|0,x=(Pe(n,2)^Pe(n,13)^Pe(n,22))+Tc(n,r,s)|0;d=f,f=u,u=c,c=i+p|0,i=s,s=r,r=n,n=p+x|0}n=n+this.A|0,r=r+this.B|0,s=s+this.C|0,i=i+this.D|0,c=c+this.E|0,u=u+this.F|0,f=f+this.G|0,d=d+this.H|0,this.set(n,r,s,i,c,u,f,d)}roundClean(){qo($t)}destroy(){this.destroyed=!0,this.set(0,0,0,0,0,0,0,0),qo(this.buffer)}},Cs=class extends Os{constructor(){super(32,jc)}},Cc=mc(["0x428a2f98d728ae22","0x7137449123ef65cd","0xb5c0fbcfec4d3b2f","0xe9b5dba58189dbbc","0x3956c25bf348b538","0x59f111f1b605d019","0x923f82a4af194f9b","0xab1c5ed5da6d8118","0xd807aa98a3030242","0x12835b0145706fbe","0x243185be4ee4b28c","0x550c7dc3d5ffb4e2","0x72be5d74f27b896f","0x80deb1fe3b1696b1","0x9bdc06a725c71235","0xc19bf174cf692694","0xe49b69c19ef14ad2","0xefbe4786384f25e3","0x0fc19dc68b8cd5b5","0x240ca1cc77ac9c65","0x2de92c6f592b0275","0x4a7484aa6ea6e483","0x5cb0a9dcbd41fbd4","0x76f988da831153b5","0x983e5152ee66dfab","0xa831c66d2db43210","0xb00327c898fb213f","0xbf597fc7beef0ee4","0xc6e00bf33da88fc2","0xd5a79147930aa725","0x06ca6351e003826f","0x142929670a0e6e70","0x27b70a8546d22ffc","0x2e1b21385c26c926","0x4d2c6dfc5ac42aed","0x53380d139d95b3df","0x650a73548baf63de","0x766a0abb3c77b2a8","0x81c2c92e47edaee6","0x92722c851482353b","0xa2bfe8a14cf10364","0xa81a664bbc423001","0xc24b8b70d0f89791","0xc76c51a30654be30","0xd192e819d6ef5218","0xd69906245565a910","0xf40e35855771202a","0x106aa07032bbd1b8","0x19a4c116b8d2d0c8","0x1e376c085141ab53","0x2748774cdf8eeb99","0x34b0bcb5e19b48a8","0x391c0cb3c5c95a63","0x4ed8aa4ae3418acb","0x5b9cca4f7763e373","0x682e6ff3d6b2b8a3","0x748f82ee5defb2fc","0x78a5636f43172f60","0x84c87814a1f0ab72","0x8cc702081a6439ec","0x90befffa23631e28","0xa4506cebde82bde9","0xbef9a3f7b2c67915","0xc67178f2e372532b","0xca273eceea26619c","0xd186b8c721c0c207","0xeada7dd6cde0eb1e","0xf57d4f7fee6ed178","0x06f067aa72176fba","0x0a637dc5a2c898a6","0x113f9804bef90dae","0x1b710b35131c471b","0x28db77f523047d84","0x32caab7b40c72493","0x3c9ebe0a15c9bebc","0x431d67c49c100d4c","0x4cc5d4becb3e42b6","0x597f299cfc657e2a","0x5fcb6fab3ad6faec","0x6c44198c4a475817"].map(e=>BigInt(e))),oh=Cc[0],nh=Cc[1],bt=new Uint32Array(80),yt=new Uint32Array(80),Ls=class extends zo{Ah=0;Al=0;Bh=0;Bl=0;Ch=0;Cl=0;Dh=0;Dl=0;Eh=0;El=0;Fh=0;Fl=0;Gh=0;Gl=0;Hh=0;Hl=0;constructor(t,o){super(128,t,16,!1),this.Ah=o[0]|0,this.Al=o[1]|0,this.Bh=o[2]|0,this.Bl=o[3]|0,this.Ch=o[4]|0,this.Cl=o[5]|0,this.Dh=o[6]|0,this.Dl=o[7]|0,this.Eh=o[8]|0,this.El=o[9]|0,this.Fh=o[10]|0,this.Fl=o[11]|0,this.Gh=o[12]|0,this.Gl=o[13]|0,this.Hh=o[14]|0,this.Hl=o[15]|0}get(){let{Ah:t,Al:o,Bh:n,Bl:r,Ch:s,Cl:i,Dh:c,Dl:u,Eh:f,El:d,Fh:h,Fl:m,Gh:p,Gl:$,Hh:x,Hl:w}=this;return[t,o,n,r,s,i,c,u,f,d,h,m,p,$,x,w]}set(t,o,n,r,s,i,c,u,f,d,h,m,p,$,x,w){this.Ah=t|0,this.Al=o|0,this.Bh=n|0,this.Bl=r|0,this.Ch=s|0,this.Cl=i|0,this.Dh=c|0,this.Dl=u|0,this.Eh=f|0,this.El=d|0,this.Fh=h|0,this.Fl=m|0,this.Gh=p|0,this.Gl=$|0,this.Hh=x|0,this.Hl=w|0}_cloneInto(t){return(t||=new this.constructor).set(...this.get()),this._cloneIntoMeta(t)}process(t,o){for(let _=0;_<16;_++,o+=4)bt[_]=t.getUint32(o),yt[_]=t.getUint32(o+=4);for(let _=16;_<80;_++){let k=bt[_-15]|0,R=yt[_-15]|0,Y=Rt(k,R,1)^Rt(k,R,8)^_s(k,R,7),re=Dt(k,R,1)^Dt(k,R,8)^xs(k,R,7),Q=bt[_-2]|0,Se=yt[_-2]|0,U=Rt(Q,Se,19)^Bo(Q,Se,61)^_s(Q,Se,6),oe=Dt(Q,Se,19)^Wo(Q,Se,61)^xs(Q,Se,6),me=wc(re,oe,yt[_-7],yt[_-16]),ge=gc(me,Y,U,bt[_-7],bt[_-16]);bt[_]=ge|0,yt[_]=me|0}let{Ah:n,Al:r,Bh:s,Bl:i,Ch:c,Cl:u,Dh:f,Dl:d,Eh:h,El:m,Fh:p,Fl:$,Gh:x,Gl:w,Hh:b,Hl:v}=this;for(let _=0;_<80;_++){let k=Rt(h,m,14)^Rt(h,m,18)^Bo(h,m,41),R=Dt(h,m,14)^Dt(h,m,18)^Wo(h,m,41),Y=h&p^~h&x,re=m&$^~m&w,Q=_c(v,R,re,nh[_],yt[_]),Se=xc(Q,b,k,Y,oh[_],bt[_]),U=Q|0,oe=Rt(n,r,28)^Bo(n,r,34)^Bo(n,r,39),me=Dt(n,r,28)^Wo(n,r,34)^Wo(n,r,39),ge=n&s^n&c^s&c,Ce=r&i^r&u^i&u;b=x|0,v=w|0,x=p|0,w=$|0,p=h|0,$=m|0,{h,l:m}=Ve(f|0,d|0,Se|0,U|0),f=c|0,d=u|0,c=s|0,u=i|0,s=n|0,i=r|0;let qt=bc(U,me,Ce);n=yc(qt,Se,oe,ge),r=qt|0}({h:n,l:r}=Ve(this.Ah|0,this.Al|0,n|0,r|0)),{h:s,l:i}=Ve(this.Bh|0,this.Bl|0,s|0,i|0),{h:c,l:u}=Ve(this.Ch|0,this.Cl|0,c|0,u|0),{h:f,l:d}=Ve(this.Dh|0,this.Dl|0,f|0,d|0),{h,l:m}=Ve(this.Eh|0,this.El|0,h|0,m|0),{h:p,l:$}=Ve(this.Fh|0,this.Fl|0,p|0,$|0),{h:x,l:w}=Ve(this.Gh|0,this.Gl|0,x|0,w|0),{h:b,l:v}=Ve(this.Hh|0,this.Hl|0,b|0,v|0),this.set(n,r,s,i,c,u,f,d,h,m,p,$,x,w,b,v)}roundClean(){qo(bt,yt)}destroy(){this.destroyed=!0,qo(this.buffer),this.set(0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0)}},Ns=class extends Ls{constructor(){super(64,Ec)}},Je=Ts(()=>new Cs,js(1)),Lc=Ts(()=>new Ns,js(3))});function Ms(e){try{let t=Ie.fromBytes(e);return t.isSmallOrder()?null:t}catch{return null}}async function Nc(e,t,o){let n=e.subarray(0,32),r=Ds(Lc(wn(n,o,t)))%Rc,s=Ds(e.subarray(32));return Ie.BASE.multiply(s,!1).subtract(Ie.fromBytes(o).multiply(r,!1)).equals(Ie.fromBytes(n))}async function Rs(e,t,o){let[n,r,s]=[e,t,o].map(c=>Uint8Array.from(c)),i=await crypto.subtle.importKey("raw",s,"Ed25519",!1,["verify"]);return crypto.subtle.verify("Ed25519",i,n,r)}async function sh(){let e=Ic("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"),t=Ic("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");try{let o=await Rs(t,new Uint8Array,e),n=!await Rs(t,Uint8Array.of(0),e);return o&&n?Rs:Nc}catch{return Nc}}async function Dc(e,t,o,n){return e.length!==64||o.length!==32||Ds(e.subarray(32))>=Rc||!Ms(e.subarray(0,32))||!Ms(o)?!1:(n??=await(rh??=sh()),n(e,t,o))}var Rc,Ds,rh,Ic,Mc,Hc=g(()=>{"use strict";pc();Is();Le();({n:Rc}=Ie.CURVE()),Ds=e=>BigInt(`0x${Ae(Uint8Array.from(e).reverse())}`);Ic=e=>Uint8Array.from(e.match(/../g)??[],t=>parseInt(t,16));Mc=e=>Ms(e)!==null});var Vo,oo=g(()=>{"use strict";Is();Le();Vo=e=>Ae(Je($e(e)))});function no(e){let t=c=>z("verifier key",c),[,o,n,r]=/^([^+]*)\+([^+]*)\+(.*)$/s.exec(String(e))??[],s=r===void 0?null:Oo(r);if(s?.length!==33||s[0]!==ch[0])throw t("must be <name>+<id>+<base64>, with the type and the 32 bytes of an Ed25519 key");if(!Vn(o))throw t("its name cannot be one");let i=s.slice(1);if(!Mc(i))throw t("not an Ed25519 key");if(Ae(Je(wn($e(`${o}
`),s)).slice(0,4))!==n)throw t("its ID does not fit its name and key");return{name:o,id:n,key:i}}function Hs(e,t="note"){if($e(e).length>ih)throw z(t,"longer than 65536 bytes");if(/(?!\n)\p{Cc}/u.test(e))throw z(t,"has control characters");let o=e.lastIndexOf(`

`);if(o<0)throw z(t,"has no empty line before its signatures");let n=e.slice(o+2).split(`
`);if(n.pop()!==""||!n.length)throw z(t,"does not end in a signature line");if(n.length>ah)throw z(t,"has more than 100 signatures");let r=n.map(s=>{let i=lh(s);if(!i)throw z(t,"has a malformed signature line");return i});return{text:e.slice(0,o+1),signatures:r}}function lh(e){let[,t,o]=/^\u2014 ([^ ]*) (.*)$/.exec(e)??[],n=o===void 0?null:Oo(o);return!n||n.length<=4||!Vn(t)?null:{name:t,id:Ae(n.slice(0,4)),bytes:n.slice(4)}}async function Ps({text:e,signatures:t},{name:o,id:n,key:r}){let s=t.filter(i=>i.name===o&&i.id===n);if(!s.length)throw new _e("unsigned",`there is no signature of ${o}`);for(let{bytes:i}of s)if(!await Dc(i,$e(e),r))throw new _e("signature",`the signature of ${o} is not genuine`)}var ih,ah,ch,Vn,Jn=g(()=>{"use strict";Le();Hc();De();oo();ih=65536,ah=100,ch=Uint8Array.of(1),Vn=e=>e!==""&&!/[+\p{White_Space}\p{Cc}]/u.test(e)&&$e(e).length<=255});function Jo(e){let t=Hs(e,"checkpoint"),o=f=>z("checkpoint",f),[n,r,s,...i]=t.text.slice(0,-1).split(`
`);if(s===void 0)throw o("has fewer than three lines");if(!Vn(n))throw o("has no origin");let c=Br(r);if(c===null)throw o("its size is not a decimal number");let u=Fr(s);if(!u)throw o("its root is not a base64 hash");if(i.includes(""))throw o("has an empty line");return{note:t,checkpoint:Object.freeze({origin:n,size:c,root:Ae(u)})}}async function He(e,t){if(typeof e!="string"){if(Pc.get(e)===t)return e;throw new _e("unsigned","the checkpoint was not verified with this key")}let o=no(t),{note:n,checkpoint:r}=Jo(e),{origin:s}=r;try{await Ps(n,o)}catch(i){let c=i instanceof _e&&i.code==="signature";throw s!==o.name&&!c?Uc(s,o.name):i}if(s!==o.name)throw Uc(s,o.name);return Pc.set(r,t),r}var Pc,Uc,Kn=g(()=>{"use strict";Le();De();Jn();Pc=new WeakMap;Uc=(e,t)=>new _e("origin",`it is of the ledger ${e}, not of ${t}`)});function Ke(e){if(typeof e=="string"){if(/\p{Surrogate}/u.test(e))throw z("JSON","has half of a surrogate pair");return JSON.stringify(e)}if(typeof e=="boolean"||e===null)return String(e);if(typeof e=="number"&&Number.isSafeInteger(e))return JSON.stringify(e);if(Array.isArray(e))return`[${e.map(Ke).join(",")}]`;if(typeof e!="object")throw z("JSON",`${String(e)} cannot be in it`);let t=Object.entries(e).filter(([,o])=>o!==void 0);return t.sort(([o],[n])=>o<n?-1:1),`{${t.map(([o,n])=>`${Ke(o)}:${Ke(n)}`).join(",")}}`}var Gn,Ko=g(()=>{"use strict";De();Gn=e=>typeof e=="object"&&e!==null&&!Array.isArray(e)});function Go(e){let t=new Uint8Array(1+e.length);return t.set(e,1),Je(t)}function ro(e,t){return Yn.set(e,1),Yn.set(t,33),Je(Yn)}function Bs(e){let t=[],o=s=>{let i=t.pop();return i?ro(i,s):s},n=0;for(let s of e){let i=Go(s);for(let c=n;c%2===1;c=rt(c))i=o(i);t.push(i),n+=1}let r=t.pop()??Fs;for(;t.length;)r=o(r);return r}function Xn({index:e,size:t,path:o,leaf:n,root:r}){if(!Mt(e)||!Mt(t)||e>=t)throw wt();let[s,i,c]=[e,t-1,n];for(let u of o){if(i===0)throw wt();s%2===1||s===i?(c=ro(u,c),[s,i]=Bc(s,i)):c=ro(c,u),[s,i]=[rt(s),rt(i)]}if(i!==0)throw wt();if(!St(c,r))throw Us()}function Fc({from:e,to:t,path:o,old:n,root:r}){if(!Mt(e)||!Mt(t)||e>t)throw wt();if(e===0||e===t){if(o.length)throw wt();if(!St(n,e===0?Fs:r))throw Us();return}let[s,i]=[e-1,t-1];for(;s%2===1;)[s,i]=[rt(s),rt(i)];let[c,...u]=s===0?[n,...o]:o;if(!c)throw wt();let[f,d]=[c,c];for(let h of u){if(i===0)throw wt();s%2===1||s===i?(f=ro(h,f),d=ro(h,d),[s,i]=Bc(s,i)):d=ro(d,h),[s,i]=[rt(s),rt(i)]}if(i!==0)throw wt();if(!St(f,n)||!St(d,r))throw Us()}function Bc(e,t){for(;e%2===0&&e!==0;)[e,t]=[rt(e),rt(t)];return[e,t]}var Fs,Yn,rt,Mt,wt,Us,so=g(()=>{"use strict";Le();De();oo();Fs=Je(new Uint8Array),Yn=new Uint8Array(65);Yn[0]=1;rt=e=>Math.floor(e/2),Mt=e=>Number.isSafeInteger(e)&&Number(e)>=0,wt=()=>new _e("shape","the proof does not have the shape that its numbers call for"),Us=()=>new _e("root","the proof leads to another root: this is not what was recorded")});function Ws(e){if(!Gn(e))throw z("entry","is not an object");let t=fh.get(e.kind);if(!t)throw z("entry",`is of an unknown kind: ${e.kind}`);let o={kind:e.kind,v:1};for(let[r,s]of Object.entries(t)){let i=io(e,r);if(i===void 0){if(s===je)throw z("entry",`has no ${r}`)}else s===Zn&&$e(i).length>uh?o[`${r}_sha256`]=Vo(i):o[r]=i}if(e.kind==="note_added"&&io(e,"text")===void 0)throw z("entry","has no text");for(let r of Object.keys(e))if(!(r==="kind"||Object.hasOwn(t,r)||ph(e,r)))throw z("entry",`its ${r} is not what its leaf says`);let n=Ke(o);if($e(n).length>dh)throw z("entry","has too long a leaf");return n}function ph(e,t){let o=io(e,t);if(o===void 0)return!0;let n=e.kind==="job_created";switch(t){case"index":return Mt(o);case"path":return!0;case"customer_count":return Gn(e.customers)&&e.customers.count===o;case"status":return n&&o==="IN_PROGRESS";case"recorded_at":return n&&o===e.created_at;default:return!1}}var uh,dh,je,Ue,Zn,Wc,qc,zc,fh,io,qs=g(()=>{"use strict";Le();De();Ko();so();oo();uh=256,dh=65535,je="must",Ue="may",Zn="text",Wc={action_code:je,action_name:je,batch_id:Ue,cluster_url:Ue,created_at:je,customers:je,job_id:je,request_payload_sha256:Ue,source:je,submitted_by:Ue,user_id:je},qc={cause:je,error_message:Zn,http_status:Ue,response_summary:Zn,status:je},zc={actor:je,job_id:je,previous:je,recorded_at:je,request_key:Ue},fh=new Map([["job_created",{...Wc,request_key:Ue,retry_of:Ue}],["job_imported",{...Wc,...qc,original_sha256:Ue,recorded_at:je,updated_at:Ue}],["status_changed",{...zc,...qc,outcomes:Ue}],["note_added",{...zc,text:Zn}]]);io=(e,t)=>Object.hasOwn(e,t)&&e[t]!==null?e[t]:void 0});async function Qn({entry:e,path:t,checkpoint:o,key:n}){let r=Ws(e),s=await He(o,n);return Xn({index:io(e,"index"),size:s.size,path:yn(t??io(e,"path"),"entry"),leaf:Go($e(r)),root:kt(s.root,"checkpoint")}),{leaf:r,checkpoint:s}}async function zs({entries:e,checkpoint:t,key:o}){let n=await He(t,o);for(let s of e)await Qn({entry:s,checkpoint:n,key:o});if(!e.length)throw z("history","has no entries");let r=mh(e[0]);for(let s=1;s<e.length;s+=1)r=$h(e[s-1],e[s],r);return n}function mh(e){if(e.kind==="job_created")return"IN_PROGRESS";if(e.kind==="job_imported")return e.status;throw new _e("rules","the first entry does not create the job: others are left out")}function $h(e,t,o){let n=r=>new _e("rules",`entry ${t.index} ${r}`);if(t.job_id!==e.job_id)throw n("is of another job");if(t.previous!==e.index)throw n("does not follow the one before it");if(Number(t.index)<=Number(e.index))throw n("has too low an index");if(t.kind==="note_added")return o;if(!hh.get(o)?.includes(t.status))throw n(`cannot follow ${o}`);return t.status}async function Vs({from:e,to:t,path:o,key:n}){let[r,s]=[await He(e,n),await He(t,n)];return Fc({from:r.size,to:s.size,path:yn(o,"consistency proof"),old:kt(r.root,"checkpoint"),root:kt(s.root,"checkpoint")}),{from:r,to:s}}var hh,Vc=g(()=>{"use strict";Le();Kn();De();qs();so();hh=new Map([["IN_PROGRESS",["SUCCESS","FAILED","UNCONFIRMED"]],["UNCONFIRMED",["SUCCESS","FAILED"]]])});function Js(e){let t=e.map($e);return Jc(t,"customers"),{count:t.length,root:Ae(Bs(t))}}function Ks(e){Jc(e.map(({cid:o})=>$e(o)),"outcomes");let t=e.map(({cid:o,message:n,status:r})=>$e(Ke({cid:o,message:n??void 0,status:r})));return{count:t.length,root:Ae(Bs(t))}}function Jc(e,t){for(let o=1;o<e.length;o+=1)if(gn(e[o-1],e[o])>=0)throw z(t,"must ascend by the bytes of the cids, none twice")}var Kc=g(()=>{"use strict";Le();De();Ko();so()});var Gs=g(()=>{"use strict";Le();Kn();De();so()});var Gc=g(()=>{"use strict";Le();De();Ko();so();Jn();Gs()});var Yo=g(()=>{"use strict";Kn();Vc();De();Kc();Ko();qs();Gc();Jn();Gs();oo()});function Ge(e){try{return Jo(e).checkpoint.size}catch{return 0}}async function Xc(e,t,o,{pin:n=null,isReader:r=!1}={}){let s=e!==null&&!await gh(e),i=s?null:e,c={from:Ge(i?.checkpoint),to:Ge(t.checkpoint),seen:t},u=($,x="",w=null)=>({...c,kept:e,kind:$,path:w,why:wh(x)}),f=Object.values(t.keys);if(![t.checkpoint,...f].every($=>typeof $=="string"))return u("malformed","the checkpoint and the key must be texts");let d=n??i?.key??f[0];if([...f,i?.key??d].some($=>$!==d))return u("key");try{await He(t.checkpoint,d)}catch($){return u("signature",$)}if(s)return u("damaged");if(!i)return u("first");let{from:h,to:m}=c;if(m<h)return u("shrunk");let p=[];if(h!==0&&h!==m){try{p=(await o(h,m))?.path}catch(x){if(!(x instanceof J))return u("malformed",x);let{status:w}=x;if(x.isNetwork||!r&&(w===401||w===403))throw x;return u("withheld",`${w} ${x.message}`)}if(!(Array.isArray(p)&&p.every(x=>typeof x=="string")))return u("malformed","the consistency path is no list of hashes",p)}try{await Vs({from:i.checkpoint,to:t.checkpoint,path:p,key:d})}catch($){return u("forked",$,p)}return u("extends","",p)}async function gh(e){try{return e!==null&&!!await He(e.checkpoint,e.key)}catch{return!1}}function Zc(e,t,o,n){let{seen:r,to:s}=e;if(er(e))return null;let i=Object.values(r.keys)[0];return o&&o.checkpoint!==t?.checkpoint&&(o.key!==i||Ge(o.checkpoint)>=s)?null:{key:i,checkpoint:r.checkpoint,at:n}}var Yc,er,wh,Qc,tr=g(()=>{"use strict";Yo();lt();Yc=["first","extends","key","signature","shrunk","forked","withheld","malformed","damaged","unreadable"],er=e=>e.kind!=="first"&&e.kind!=="extends";wh=e=>e instanceof Error?e.message:String(e);Qc=({kind:e,kept:t,seen:o,path:n,why:r,from:s,to:i,stored:c},u,f)=>({finding:e,why:r,server:u,found_at:f,kept_by_this_browser:t&&{...t,size:s},shown_by_the_server:{...o,size:i},consistency_path:n,...c&&{unreadable_in_this_browser:c}})});function el(e){let t=e?.finding;return Yc.includes(t?.kind)&&t.seen?.keys&&Date.parse(e.at)?e:null}function Zs({kept:e,seen:t}){let o=Object.values(t.keys);return o.find(n=>n!==e?.key)??o[0]??""}var _h,xh,vh,kh,Sh,Ah,Ys,or,Xs,tl=g(()=>{"use strict";tr();lt();Be();_h=3,xh=2*6e4,vh=[5e3,2e4],kh=6e4,Sh=100,Ah=10;Ys={alarm:e=>el(e)!==null,pin:e=>typeof e=="string",withheld:e=>Array.isArray(e)&&e.every(t=>t?.seen?.keys)},or=class{state;#t;#e;#r=!1;#s=Promise.resolve();constructor(t){this.#t=t;let{kept:o}=t;this.state=ye({finding:null,alarm:this.#d(),warning:null,isUnchecked:!1,connected:new Set}),this.#e=Ys.withheld(o("withheld"))?o("withheld"):[],this.#e.length&&this.#n(this.#e)}pin(){let t=this.#t.kept("pin");return Ys.pin(t)?t:null}unchecked(){this.#o({isUnchecked:!0})}watch(t,o,{again:n,isReader:r=!1}={}){return this.#c(async()=>{let s=await this.#f(t,o,r);if(s?.kind==="shrunk"&&n)return n();s?s.kind==="withheld"?this.#i(s):er(s)?this.#l(s):this.#p(s,t,o.checkpoint):this.unchecked()})}accept(){let{keep:t}=this.#t,o=this.state.get().alarm?.finding;if(!o)return;for(let r of["alarm",...Object.keys(o.stored??{})])t(r,null);if(this.#o({alarm:null,finding:null,connected:new Set}),this.#n([]),!Xs(o))return;let n=Zs(o);this.pin()!==null&&this.pin()!==n&&t("pin",null),t("ledger",{key:n,checkpoint:o.seen.checkpoint,at:this.#a()})}#a(){return new Date(this.#t.now()).toISOString()}#o(t){this.state.update(o=>({...o,...t}))}#c(t){let o=this.#s.catch(()=>{}).then(t);return this.#s=o,o}#d(){let{kept:t,keptText:o,keep:n}=this.#t,r=el(t("alarm")),s=Object.entries(Ys).filter(([h,m])=>o(h)!==null&&!m(t(h))).map(([h])=>[h,o(h)]);if(!s.length)return r;let c={kind:"unreadable",kept:null,seen:{checkpoint:"",keys:{}},from:0,to:0,path:null,why:""},u=r?.finding??c,f={...u.stored,...Object.fromEntries(s)},d={at:this.#a(),...r,finding:{...u,stored:f}};return n("alarm",d),d}#l(t){let o=this.state.get().alarm?.finding;if(o&&o.kind!=="withheld"&&o.kind!=="unreadable"||o?.kind===t.kind)return;let n=o?.stored,r={finding:{...t,...n&&{stored:n}},at:this.#a()};this.#t.keep("alarm",r),this.#o({alarm:r})}#n(t,o=!0){let{keep:n,later:r}=this.#t;if(this.#e=t,n("withheld",t.length?t:null),t.length&&!this.#r){this.#r=!0;let i=Math.max(...t.map(c=>c.tries));r(()=>this.#h(),o&&vh[i-1]||kh)}if(t.length)return;let s=this.state.get().alarm?.finding.kind==="withheld";s&&n("alarm",null),this.#o(s?{warning:null,alarm:null}:{warning:null})}#i(t,o=!1){let{now:n}=this.#t,{checkpoint:r}=t.seen,s=this.#e.find(u=>u.seen.checkpoint===r),i=this.#e.filter(u=>u!==s);s??={seen:t.seen,since:n(),tries:o?0:1},o&&(s={...s,tries:s.tries+1}),this.#o({warning:t});let c=s.tries>1&&n()-s.since>=xh;(s.tries>=_h||c)&&this.#l(t),this.#n([...i,s].slice(0,Ah))}#p(t,o,n){let{kept:r,keep:s}=this.#t,i=new Set([...this.state.get().connected,n].slice(-Sh));this.#o({connected:i,isUnchecked:!1}),this.#n(this.#e.filter(({seen:f})=>f.checkpoint!==n));let{alarm:c}=this.state.get();if(c&&c.finding.kind!=="withheld")return;let u=Zc(t,o,r("ledger"),this.#a());u&&s("ledger",u),this.#o({finding:t})}async#f(t,o,n){try{return await Xc(t,o,this.#t.prove,{pin:this.pin(),isReader:n})}catch(r){if(r instanceof J)return null;let s=String(r);return{kind:"malformed",from:0,to:0,kept:t,seen:o,path:null,why:s}}}#h(){return this.#r=!1,this.#c(async()=>{let t=!1;for(let{seen:o}of this.#e){let n=this.#t.kept("ledger"),r=await this.#u(n,o);t||=r!==null,r?.kind==="withheld"?this.#i({...r,seen:o},!0):r&&er(r)?(this.#l(r),this.#e=this.#e.filter(s=>s.seen!==o)):r&&this.#p(r,n,o.checkpoint)}this.#n(this.#e,t)})}#u(t,o){if(!(t&&Ge(t.checkpoint)>Ge(o.checkpoint)))return this.#f(t,o,!1);let{checkpoint:r}=t;return this.#f({...t,checkpoint:o.checkpoint},{...o,checkpoint:r},!1)}},Xs=({kind:e})=>!["signature","malformed","unreadable"].includes(e)});function ue({title:e,onClose:t,children:o,wide:n=!1}){let r=D(null),s=ht();return A(()=>{let i=document.activeElement;return r.current?.showModal(),()=>{i instanceof HTMLElement&&i.isConnected&&i.focus()}},[]),l`
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
  `}var Ye=g(()=>{"use strict";C();T()});function Xe(e,t,o){let n=URL.createObjectURL(new Blob([t],{type:o})),r=document.createElement("a");r.href=n,r.download=e,r.click(),setTimeout(()=>URL.revokeObjectURL(n),6e4)}var Xo=g(()=>{"use strict"});async function ao(e){try{return await navigator.clipboard.writeText(e),!0}catch{return Th(e)}}function Th(e){let t=document.activeElement,o=document.createElement("textarea");o.value=e,o.readOnly=!0,o.className="off-screen",(t?.closest("dialog")??document.body).append(o),o.select();let n=document.execCommand("copy");return o.remove(),t instanceof HTMLElement&&t.focus({preventScroll:!0}),n}var nr=g(()=>{"use strict"});function ol(e){e==="system"?delete document.documentElement.dataset.theme:document.documentElement.dataset.theme=e}var Zo,Ze,Qo=g(()=>{"use strict";Tt();Zo=nt("theme","system"),Ze=nt("zone","local");ol(Zo.get());Zo.watch(ol)});function te({at:e}){let t=E(Ze);return e?l`<time datetime=${e} title=${e}>${Et(e,t)}</time>`:null}async function st(e,t=e){await ao(e)?K(a("app.copied",{what:t})):K(a("app.notCopied",{what:e}),"error")}function G({children:e,title:t,hidden:o=!1}){let n=D(null),r=t??String(e);return A(()=>{document.title=`${r} \xB7 ${a("app.name")}`},[r]),A(()=>{G.moves&&n.current?.focus({preventScroll:!0}),G.moves=!0},[]),l`<h1 ref=${n} tabindex="-1" class=${o?"off-screen":""}>
    ${e}
  </h1>`}var co,H,Z=g(()=>{"use strict";nr();ie();B();C();q();T();ve();ke();Qo();co=({id:e,short:t=!1})=>l`
  <button
    type="button"
    class="copy-id"
    title=${a("app.copy",{what:e})}
    onClick=${o=>{o.stopPropagation(),st(e)}}
  >
    <code>${t?Yt(e):e}</code><${I} name="copy" />
    <span class="off-screen">${a("app.copy",{what:t?e:""})}</span>
  </button>
`;G.moves=!1;H=({to:e,query:t,children:o,...n})=>l`
  <a href=${L(e,t)} ...${n}>${o}</a>
`});var it,rr,lo=g(()=>{"use strict";Xo();C();T();ve();Z();it=({text:e,wrong:t=null})=>t===null?l`<span class="proved"><${I} name="check" />${e}</span>`:l`<strong class="not-proved" title=${t}><${I} name="alarm" />${e}</strong>`,rr=({title:e,text:t,why:o,name:n,evidence:r,children:s})=>l`
  <p class="alarm-title">${e}</p>
  <p>${t} ${o&&l`<span class="alarm-why">(${o})</span>`}</p>
  <div class="row">
    <button
      type="button"
      onClick=${()=>Xe(n,JSON.stringify(r(),null,2),"application/json")}
    >
      <${I} name="download" />${a("proof.download")}
    </button>
    ${s}
    <${H} to="/help/proof">${a("proof.whatToDo")}<//>
  </div>
`});function gt(){let e=vn("ledger");return e===null||ot("ledger")!==null?ot("ledger"):{key:"",checkpoint:e,at:""}}function al(e){Gt("pin",e),uo.update(t=>t+1),en()}async function en(e=1){let t=gt(),o=n=>j(n,{asText:!0,asks:!1});try{let[n,r]=await Promise.all([o("/log/checkpoint"),o("/log/key")]),s={"/log/key":r.trimEnd()},i=()=>{setTimeout(en,Eh,e-1)};await Qe.watch(t,{checkpoint:n,keys:s},e?{again:i}:{})}catch(n){if(!(n instanceof J))throw n;Qe.unchecked()}}function nl(e,t){let{kind:o,from:n,to:r,why:s}=e,i=t===null?"refused":o,c=location.origin+Te,u=()=>Qc(e,c,t??new Date().toISOString()),f=l`
    <${rr}
      title=${a(`proof.alarm.${i}`,{from:n,to:r})}
      text=${a(`proof.alarm.${i}Hint`,{from:n})}
      why=${s}
      name="ledger-alarm.json"
      evidence=${u}
    >
      ${t&&t<Oh&&l`<span>${a("proof.unresolved",{at:Et(t,"local")})}</span>`}
      ${t&&l`<${Ch} finding=${e} />`}
    <//>
  `;Qt("proof",{kind:t===null||o==="damaged"?"warning":"alarm",content:f})}function rl(){let{alarm:e,warning:t}=Qe.state.get();e?nl(e.finding,e.at):t?nl(t,null):Qt("proof",null)}function Ch({finding:e}){let[t,o]=y(!1),{kept:n,from:r,to:s}=e,i=Xs(e),c=()=>{i&&(Qs=null),Qe.accept(),uo.update(u=>u+1),en()};return l`
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
              <dd><code>${Zs(e)}</code>, ${a("proof.entries",{n:s})}</dd>
            </dl>`}
          <div class="row">
            <button type="button" class="danger" onClick=${c}>
              ${a(i?"proof.accept":"proof.dismiss")}
            </button>
            <button type="button" onClick=${()=>o(!1)}>${a("app.cancel")}</button>
          </div>
        <//>
      `}
  `}function ul(){let{finding:e,alarm:t,warning:o,isUnchecked:n}=E(Qe.state);A(()=>{rl();let s=Qe.state.watch(rl);en();let i=setInterval(()=>document.hidden||en(),jh);return()=>{clearInterval(i),s()}},[]);let r=n||o?a("proof.unchecked"):"";if(t)r=a("proof.alarm");else if(e&&!r){let[s,i]=[Ge(Qs?.checkpoint),e.to];Qs?s===i?r=a("proof.same",{n:i}):r=a("proof.grown",{from:s,to:i}):r=a("proof.first",{n:i})}return r&&l`<span id="proof-status"><${H} to="/help/proof">${r}<//></span>`}var jh,Eh,Oh,Qs,uo,Qe,sl,il,cl,ll,Ht=g(()=>{"use strict";X();ie();tr();tl();B();Tt();Be();C();Mn();q();T();Ye();lo();Z();jh=5*6e4,Eh=2500,Oh=new Date().toISOString();Qs=gt(),uo=ye(0),Qe=new or({prove:(e,t)=>j("/v1/proof/consistency",{query:{from:e,to:t},asks:!1}),kept:e=>e==="ledger"?gt():ot(e),keptText:vn,keep:Gt,now:()=>Date.now(),later:(e,t)=>setTimeout(e,t)}),sl=(e,t)=>Qe.watch(e,t,{isReader:!0}),il=()=>Qe.pin()??(gt()?.key||null);cl=()=>Qe.pin(),ll=e=>E(Qe.state).connected.has(e)});function P({id:e,label:t,hint:o,error:n,as:r="input",onValue:s,children:i,...c}){let u=ht(),f=e??u,d=[o&&`${f}-hint`,n&&`${f}-error`].filter(Boolean).join(" ");return l`
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
  `}function Pt({label:e,options:t,value:o,onValue:n}){let r=ht();return l`
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
  `}var Oe=g(()=>{"use strict";T()});function ti({user:e,onDone:t}){let[o,n]=y("password"),[r,s]=y(e??""),[i,c]=y(""),[u,f,d,h]=ee(async()=>{let $=o==="token"?{token:i.trim()}:{username:r,password:i},x=await aa($);c(""),t?.(x)}),m=d&&[400,401].includes(d.status),p=o==="token"?a("signIn.wrongToken"):a("signIn.wrong");return l`
    <form
      class="sign-in"
      onSubmit=${$=>{$.preventDefault(),u()}}
    >
      <${Pt}
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
  `}function dl(){let e=E(ei);if(!e)return null;let t=o=>{ei.set(null),e.done(o)};return l`
    <${ue} title=${a("signIn.ended")} onClose=${()=>t(!1)}>
      <p>${a("signIn.endedHint",{user:e.user})}</p>
      <${ti}
        user=${e.user}
        onDone=${o=>{o.user_id===e.user?t(!0):location.reload()}}
      />
    <//>
  `}var ei,oi=g(()=>{"use strict";we();X();Be();C();Ye();Oe();q();T();he();ei=ye(null);ra(()=>{let e=M.get()?.user_id;return e?new Promise(t=>ei.set({user:e,done:t})):Promise.resolve(!1)})});var pl={};Fe(pl,{default:()=>fl});function Dh(){let{data:e}=W(n=>j("/log/checkpoint",{signal:n,asks:!1,asText:!0}),[]);if(!e)return null;let[t,o]=e.split(`
`);return l`
    <dl class="facts" id="public-facts">
      <dt>${a("landing.ledger")}</dt>
      <dd><code>${t}</code></dd>
      <dt>${a("landing.checkpoint")}</dt>
      <dd>${a("landing.size",{n:Number(o)})}</dd>
    </dl>
  `}function fl(){return l`
    <div class="landing">
      <div>
        <${G}>${a("landing.title")}<//>
        <p class="lead">${a("landing.what")}</p>
        <${Dh} />
        <p class="links">
          <${H} to="/help/proof">${a("landing.help")}<//>
          <a href=${L("/docs")}>${a("landing.docs")}</a>
        </p>
      </div>
      <section class="card" aria-labelledby="sign-in">
        <h2 id="sign-in">${a("signIn.title")}</h2>
        <${ti} />
      </section>
    </div>
  `}var hl=g(()=>{"use strict";X();B();q();T();oi();Z();C()});function ml(){let[e,t]=y(""),[o,n]=y(""),[r,s]=y(cl());return l`
    <form id="pin-key" onSubmit=${c=>{c.preventDefault();let u=e.trim();try{no(u)}catch{return n(a("proof.pinWrong"))}return al(u),n(""),s(u),K(a("proof.pinDone"),"ok")}}>
      ${r&&l`<p class="hint">${a("proof.pinned",{key:r})}</p>`}
      <${P}
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
  `}var $l=g(()=>{"use strict";Yo();Oe();T();ke();Ht();C()});var Mh,Hh,bl,yl=g(()=>{"use strict";T();Z();$l();C();Mh=["means","when","not","alarm","key","outside"],Hh=`curl -O $SERVER/log/checkpoint
unzip JOB_ID.evidence.zip
jobctl check JOB_ID.evidence --key verifier.key
python3 check.py JOB_ID.evidence --key verifier.key`,bl=()=>l`
  <article class="help">
    <${G}>${a("help.proof.title")}<//>
    <p class="lead">${a("help.proof.lead")}</p>
    ${Mh.map(e=>l`
        <section key=${e} id=${e}>
          <h2>${a(`help.proof.${e}`)}</h2>
          ${a(`help.proof.${e}Text`).split(`
`).map(t=>l`<p key=${t}>${t}</p>`)}
          ${e==="key"&&l`<${ml} />`}
          ${e==="outside"&&l`<pre class="scroll-x" tabindex="0">${Hh}</pre>`}
        </section>
      `)}
  </article>
`});var Ph,de,_t,ir,Re=g(()=>{"use strict";C();T();ve();Ph=new Set(["answered"]),de=({status:e,cause:t})=>l`
  <span class="badge badge-${e}" title=${t?F("cause",t):void 0}>
    <${I} name=${e} />
    <span>${F("status",e)}</span>
    ${t&&!Ph.has(t)&&l`<span class="badge-cause">${F("cause",t)}</span>`}
  </span>
`,_t=({children:e})=>l`<span class="tag">${e}</span>`,ir=({count:e=0,newest:t})=>e>0&&l`
    <span class="notes" title=${t?`${t.actor}: ${t.text}`:""}>
      <${I} name="note" /><span class="off-screen">${a("jobs.notes",{n:e})}: </span>
      ${e>1&&l`<b>${e}</b> `}${t?.text}
    </span>
  `});function wl(){let e=E(M);return l`
    <${G}>${a("help.title")}<//>
    <p><${H} to="/help/proof">${a("help.proof.title")}<//>: ${a("help.proof")}</p>
    <${ar}
      id="statuses"
      title=${a("help.statuses")}
      facts=${Uh.map(t=>[l`<${de} status=${t} />`,a(`help.status.${t}`)])}
    />
    <${ar}
      id="causes"
      title=${a("help.causes")}
      hint=${a("help.causesHint")}
      facts=${Bh.map(([t,o])=>[F("cause",t),l`
          ${a(`help.cause.${t}`)}${" "}
          <span class="muted">
            ${o.map(n=>F("status",n)).join(", ")||a("help.any")}
          </span>
        `])}
    />
    <${ar}
      id="keys"
      title=${a("keys.title")}
      hint=${a("help.keysHint")}
      facts=${Fh.map(([t,o])=>[l`<kbd>${t}</kbd>`,a(`keys.${o}`)])}
    />
    <${ar}
      id="more"
      title=${a("help.more")}
      facts=${[[l`<a href=${L("/docs")}>${a("landing.docs")}</a>`,a("help.docs")],...e?[[l`<${H} to="/account">${a("account.title")}<//>`,a("help.account")]]:[],[l`<a href=${L("/log/checkpoint")}>${a("landing.checkpoint")}</a>`,a("help.checkpoint")],[l`<a href=${L("/log/key")}>${a("health.key")}</a>`,a("help.key")]]}
    />
  `}var Uh,Fh,Bh,ar,gl=g(()=>{"use strict";we();B();Re();q();T();Z();C();Uh=["IN_PROGRESS","SUCCESS","FAILED","UNCONFIRMED"],Fh=[["/","search"],["j","down"],["k","up"],["Enter","open"],["Escape","escape"],["?","help"]],Bh=[["answered",["SUCCESS","FAILED"]],["reported",["SUCCESS","FAILED","UNCONFIRMED"]],["never_sent",["FAILED"]],["withheld",["FAILED"]],["timed_out",["UNCONFIRMED"]],["connection_lost",["UNCONFIRMED"]],["unreadable_answer",["UNCONFIRMED"]],["inconclusive_answer",["UNCONFIRMED"]],["interrupted",["UNCONFIRMED"]],["imported",[]]],ar=({id:e,title:t,hint:o,facts:n})=>l`
  <section class="card" aria-labelledby=${e}>
    <h2 id=${e}>${t}</h2>
    ${o&&l`<p>${o}</p>`}
    <dl class="facts">
      ${n.map(([r,s])=>[l`<dt>${r}</dt>`,l`<dd>${s}</dd>`])}
    </dl>
  </section>
`});var xl={};Fe(xl,{default:()=>_l});function _l({topic:e}){return e==="proof"?l`<${bl} />`:l`<${wl} />`}var vl=g(()=>{"use strict";T();yl();gl()});function kl(e){let t=o=>{if(o.ctrlKey||o.metaKey||o.altKey||o.defaultPrevented||Wh(o.target)||document.querySelector("dialog[open]"))return;let n=e[o.key];n&&(o.preventDefault(),n(o))};return addEventListener("keydown",t),()=>removeEventListener("keydown",t)}var Wh,Sl=g(()=>{"use strict";Wh=e=>e instanceof HTMLElement&&(e.isContentEditable||/^(INPUT|TEXTAREA|SELECT)$/.test(e.tagName))});function Al(e=Date.now){let t=null;return kn(()=>t=null),{leave(o,n,r){t=o!==void 0&&o===M.get()?.user_id?{value:r,search:n,until:e()+qh}:null},find:o=>t?.search===o&&e()<t.until?t.value:null}}var qh,Tl=g(()=>{"use strict";we();qh=6e5});function et(e,{onEntries:t,onState:o=()=>{}}){let n=[],r=0,s=0,i=0,c=0,u=null,f=e.after,d=!1,h=new AbortController,m=()=>{cancelAnimationFrame(r),r=0;let _=n;n=[],_.length&&t(_)},p=_=>{f=_.lastEventId||f,n.push(JSON.parse(_.data)),n.length>=zh?m():r||=requestAnimationFrame(m)},$=()=>{u?.close(),u=null,clearTimeout(i),h.abort()},x=()=>{o("lost"),c||=window.setTimeout(()=>At.set(!1),Jh),u?.readyState===EventSource.CLOSED&&($(),w(2e3))},w=_=>{h=new AbortController;let{signal:k}=h,R=()=>j("/v1/meta",{signal:k}).then(()=>k.aborted||b(),Y=>{!k.aborted&&Y.status!==401&&w(1e4)});i=window.setTimeout(R,_)};function b(){$();let _=f===void 0&&!d?e.from:void 0;u=new EventSource(L("/v1/stream",{...e,from:_,after:f})),u.onopen=()=>{clearTimeout(c),c=0,At.set(!0),o(d?"stale":"open"),d=!1},u.onerror=x;for(let k of Kh)u.addEventListener(k,p);u.addEventListener("ended",()=>{u?.close(),x()})}let v=()=>{clearTimeout(s),document.hidden?s=window.setTimeout($,Vh):u||(f=void 0,d=!0,b())};return document.addEventListener("visibilitychange",v),b(),()=>{document.removeEventListener("visibilitychange",v),clearTimeout(s),clearTimeout(c),cancelAnimationFrame(r),$()}}var zh,Vh,Jh,Kh,fo=g(()=>{"use strict";X();B();zh=1e3,Vh=2e4,Jh=4e3,Kh=["job_created","job_imported","status_changed","note_added"]});function tn(e){let t={};for(let o of cr)t[o]=[...new Set(e.getAll(o).filter(Boolean))];for(let o of El)e.get(o)&&(t[o]=e.get(o));return t}function ri(e){let t=new URLSearchParams;for(let o of cr)for(let n of e[o])t.append(o,n);for(let o of El)e[o]&&t.append(o,e[o]);return t}function Gh(e){let[,t,o]=/^(\d{1,4})([hd])$/.exec(e)??[];return t?Number(t)*(o==="d"?24:1)*36e5:null}function po(e,t){let{within:o,...n}=e,r=o&&Gh(o);return r?{...n,since:new Date(t-r).toISOString()}:n}function Ut(e,t,o){let n=e[t],r=n.filter(s=>s!==o);return{...e,[t]:r.length<n.length?r:[...n,o]}}function Il(e,t,o){return cr.some(n=>n===t)?Ut(e,t,o):{...e,[t]:void 0}}function Rl(e,t,o){let n=po(e,o),r=Date.parse(t.created_at);return cr.every(s=>s==="cid"||!e[s].length||e[s].includes(t[s]))&&(!e.job_id||jl(t.job_id).startsWith(jl(e.job_id)))&&(!e.retry_of||e.retry_of===t.retry_of)&&(!n.since||r>=Date.parse(String(n.since)))&&(!n.until||r<Date.parse(String(n.until)))}function si(e,t,o=0){let[n,r,s]=e.split("-").map(Number);return(t==="utc"?new Date(Date.UTC(n,r-1,s+o)):new Date(n,r-1,s+o)).toISOString()}function ii(e,t,o=0){let n=new Date(Date.parse(e??"")-o);return Number.isNaN(n.getTime())?"":(t==="utc"?[n.getUTCFullYear(),n.getUTCMonth()+1,n.getUTCDate()]:[n.getFullYear(),n.getMonth()+1,n.getDate()]).map(s=>String(s).padStart(2,"0")).join("-")}var cr,El,Ol,Cl,Ll,Nl,lr,jl,ho=g(()=>{"use strict";cr=["status","cause","action_name","user_id","cid","batch_id","source"],El=["job_id","retry_of","since","until","within"],Ol=["IN_PROGRESS","SUCCESS","FAILED","UNCONFIRMED"],Cl=["answered","reported","imported","unreadable_answer","inconclusive_answer","timed_out","connection_lost","interrupted","never_sent","withheld"],Ll=["gateway","api","import","embedded"],Nl=["24h","7d","30d"];lr=e=>[...ri(e)].map(([t,o])=>({name:t,value:o})),jl=e=>e.replaceAll("-","").toLowerCase()});function ur(e,t,o){if(e==="status"||e==="cause"||e==="source")return F(e,t);if(e==="within"){let r=Number.parseInt(t,10);return a(t.endsWith("d")?"filter.days":"filter.hours",{n:r})}return e!=="since"&&e!=="until"||Number.isNaN(Date.parse(t))?t:Et(t,o).endsWith("00:00:00")?$a(t,o):Et(t,o)}var mo,Dl=g(()=>{"use strict";ie();C();mo=e=>a(`filter.${e}`)});function $o({name:e,filters:t,set:o,options:n=[],isOpen:r=!1}){let[s,i]=y(""),c=s.trim().toLowerCase(),f=[...new Set([...t[e],...n])].filter(h=>h.toLowerCase().includes(c)),d=h=>{h.preventDefault();let m=s.trim();m&&!t[e].includes(m)&&o(Ut(t,e,m)),i("")};return l`
    <${eo} label=${mo(e)} class=${t[e].length?"is-set":""}>
      ${()=>l`
        ${r&&l`
            <form onSubmit=${d} class="row add-value">
              <input
                aria-label=${mo(e)}
                value=${s}
                placeholder=${mo(e)}
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
                    onChange=${()=>o(Ut(t,e,h))}
                  />
                  ${ur(e,h,"utc")}
                </label>
              </li>
            `)}
        </ul>
      `}
    <//>
  `}function Ml({label:e,day:t,onDay:o}){let[n,r]=y("");return l`
    <${P}
      label=${e}
      type="date"
      value=${n||t}
      onValue=${s=>{let i=!s||s>="1000";r(i?"":s),i&&o(s)}}
    />
  `}function Yh({filters:e,set:t}){let o=E(Ze),n=e.since||e.until||e.within,r=s=>t({...e,within:void 0,...s});return l`
    <${eo} label=${a("filter.date")} class=${n?"is-set":""}>
      ${()=>l`
        <div class="row spans">
          ${Nl.map(s=>l`
              <button
                key=${s}
                type="button"
                aria-pressed=${e.within===s}
                onClick=${()=>r({since:void 0,until:void 0,within:e.within===s?void 0:s})}
              >
                ${ur("within",s,o)}
              </button>
            `)}
        </div>
        <${Ml}
          label=${a("filter.from")}
          day=${ii(e.since,o)}
          onDay=${s=>r({since:s?si(s,o):void 0})}
        />
        <${Ml}
          label=${a("filter.to")}
          day=${ii(e.until,o,1)}
          onDay=${s=>r({until:s?si(s,o,1):void 0})}
        />
      `}
    <//>
  `}function Pl({filters:e,set:t,stats:o}){let n=E(M),[r,s]=y(!1),i={filters:e,set:t},c=on(o?.by_action),u=on(o?.by_user),f=lr(e);return l`
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
        <${$o} name="cause" options=${Cl} ...${i} />
        <${$o} name="action_name" options=${c} isOpen ...${i} />
        ${n?.role!=="operator"&&l`<${$o} name="user_id" options=${u} isOpen ...${i} />`}
        <${$o} name="cid" isOpen ...${i} />
        <${$o} name="batch_id" isOpen ...${i} />
        <${$o} name="source" options=${Ll} ...${i} />
        <${Yh} ...${i} />
      </div>
    </div>
    ${f.length>0&&l`<${Xh} all=${f} ...${i} />`}
  `}function Xh({filters:e,set:t,all:o}){let n=E(Ze);return l`
    <div class="row chosen" role="group" aria-label=${a("filter.chosen")}>
      ${o.map(({name:r,value:s})=>l`
          <${oc}
            key=${`${r} ${s}`}
            name=${mo(r)}
            value=${ur(r,s,n)}
            onRemove=${()=>t(Il(e,r,s))}
          />
        `)}
      <button
        type="button"
        class="quiet"
        id="clear-filters"
        onClick=${()=>t(tn(new URLSearchParams))}
      >
        ${a("filter.clear")}
      </button>
    </div>
  `}var Hl,on,Ul=g(()=>{"use strict";we();ie();q();T();Oe();ve();Uo();Qo();C();ho();Dl();Hl=({filters:e,set:t,total:o})=>l`
  <div class="statuses" role="group" aria-label=${mo("status")}>
    ${Ol.map(n=>l`
        <button
          key=${n}
          type="button"
          class="status-filter badge-${n}"
          aria-pressed=${e.status.includes(n)}
          onClick=${()=>t(Ut(e,"status",n))}
        >
          <${I} name=${n} />${F("status",n)}
          <b>${o?N(o[n]):"\u2013"}</b>
        </button>
      `)}
  </div>
`;on=e=>(e?.rows??[]).map(t=>t.value)});function nn(e,t){if(t.index<=e.last_index)return!1;if(e.last_index=t.index,t.kind==="note_added"){let{index:o,recorded_at:n,actor:r,text:s}=t;e.note_count=(e.note_count??0)+1,e.newest_note={index:o,recorded_at:n,actor:r,text:s}}else{let{index:o,status:n,cause:r,http_status:s,error_message:i,recorded_at:c}=t,u=[...e.changes??[],o];Object.assign(e,{status:n,cause:r,http_status:s,error_message:i,changes:u}),e.updated_at=c}return!0}function bo([e,...t]){let o=Zh(e);for(let n of t)nn(o,n);return o}var Zh,dr=g(()=>{"use strict";Zh=e=>({...e,status:e.status??"IN_PROGRESS",cause:e.cause??null,customer_count:e.customers?.count??e.customer_count,last_index:e.index,changes:[],note_count:0,newest_note:null})});function Wl(e){e.size>Qh&&e.delete(e.keys().next().value)}var rn,Fl,Bl,sn,Qh,fr,pr,ai=g(()=>{"use strict";dr();ho();rn=100,Fl=8,Bl=15e4,sn=1e3,Qh=2e3,fr=class{constructor(t,o,n=null){this.filters=t,this.recent=o,this.pages=[],this.next=n,this.start=n,this.count=0,this.top=-1,this.fresh=new Set,this.byId=new Map}get isDone(){return this.next===void 0||this.count>=Bl}get isTruncated(){return this.next!==void 0&&this.count>=Bl}locate(t){let o=0;for(let[n,r]of this.pages.entries()){if(t<o+r.count)return{number:n,offset:t-o};o+=r.count}return{number:this.pages.length,offset:0}}slice(t,o){let n=[],{number:r,offset:s}=this.locate(t);for(let i=Math.min(o,this.count)-t;i>0;r+=1,s=0){let{count:c,rows:u}=this.pages[r],f=Math.min(i,c-s);for(let d=0;d<f;d+=1)n.push(u?u[s+d]:null);i-=f}return n}wanted(t,o){let n=Math.min(this.locate(o).number,this.pages.length-1);for(let r=this.locate(t).number;r<=n;r+=1){let{rows:s,stale:i}=this.pages[r];if(!s||i)return r}return!this.isDone&&o>this.count-rn/2?this.pages.length:null}cursorOf(t){return t<this.pages.length?this.pages[t].cursor:this.next??null}place(t,{jobs:o,next:n},r){if(this.#t(t)&&this.pages.length)return this.#e(o);let s=this.pages[t]??{cursor:this.next??null,count:0,rows:null},i=o.length-s.count;t===this.pages.length&&(this.pages.push(s),this.next=n??void 0),this.top<0&&o.length&&(this.top=o[0].index);for(let c of s.rows??[])this.byId.delete(c.job_id);this.pages[t]={cursor:s.cursor,count:o.length,rows:o};for(let c of o){this.byId.set(c.job_id,c);for(let u of this.recent.entriesOf(c.job_id))nn(c,u)}if(this.count+=i,this.#t(t))for(let c of this.recent.jobs.values())this.#r(c,r);return i}#t(t){return t===0&&this.start===null}#e(t){for(let o of t){let n=this.byId.get(o.job_id);n&&n.last_index<=o.last_index&&Object.assign(n,o)}return this.pages[0].stale=!1,0}forget(t,o){let n=this.locate(t).number-Fl,r=this.locate(o).number+Fl;for(let[s,i]of this.pages.entries())if(!(!i.rows||s>=n&&s<=r||this.#t(s))){for(let c of i.rows)this.byId.delete(c.job_id);i.rows=null}}expire(){for(let t of this.pages)t.stale=!0}take(t,o){let n=!1;for(let r of t){let s=this.byId.get(r.job_id);s?n=nn(s,r)||n:n=this.#r(this.recent.jobs.get(r.job_id),o)||n}return n}#r(t,o){if(!t||t.index<=this.top||this.start!==null||this.filters.cid.length||this.byId.has(t.job_id))return!1;let n=this.fresh.size;return n>=sn?!1:(Rl(this.filters,t,o)?this.fresh.add(t.job_id):this.fresh.delete(t.job_id),this.fresh.size!==n)}limitOf(t){return t<this.pages.length&&this.#t(t)?5*rn:rn}compare(t){this.fresh.size>=sn||(this.fresh=new Set(t.filter(o=>o.index>this.top).map(o=>o.job_id)))}},pr=class{constructor(){this.entries=new Map,this.jobs=new Map}take(t){for(let o of t){if(o.kind==="job_created"||o.kind==="job_imported"){this.jobs.set(o.job_id,bo([o])),Wl(this.jobs);continue}let n=this.jobs.get(o.job_id);n&&nn(n,o),this.entries.set(o.job_id,[...this.entriesOf(o.job_id).slice(-20),o]),Wl(this.entries)}}entriesOf(t){return this.entries.get(t)??[]}}});var em,tm,om,nm,hr,ql=g(()=>{"use strict";lt();jn();ho();ai();em=120,tm=2e3,om=5e3,nm=(e,t)=>setTimeout(e,t),hr=class{list=null;#t=null;stats=null;problem=null;isLoading=!1;shift=0;scrolled=0;#e;#r=new pr;#s=[0,40];#a=0;#o=0;#c=new AbortController;#d=()=>{};#l=new Set;#n=!1;constructor(t){this.#e={later:nm,now:Date.now,...t}}async open(t,o=null){this.#c.abort(),this.#c=new AbortController,this.#o=this.#e.now(),this.#s=[0,40],this.#t=new fr(t,this.#r,o),this.list??=this.#t,this.problem=null,this.isLoading=!1,await this.#i()}reload(){return this.#t?this.open(this.#t.filters):Promise.resolve()}openRest(){let t=this.list;return t?this.open(t.filters,t.next??null):Promise.resolve()}retry(){return this.problem=null,this.#i()}show(t,o){this.list===this.#t&&(this.#s=[t,o],this.problem||this.#i())}close(){this.#n=!0,this.#c.abort(),this.#d()}async resume(t){this.#e.onChange=t,this.#n=!1,this.#c=new AbortController,this.isLoading=!1,this.problem=null,this.stats=null,this.list?.expire(),this.#t=this.list,await this.#i(),await this.#$().catch(()=>{})}async#i(){let t=this.#t,{signal:o}=this.#c;if(!t||this.isLoading||this.#n)return;let[n,r]=this.#s,s=t.wanted(n,r);if(s!==null){this.isLoading=!0,this.#e.onChange();try{this.stats||await this.#f();let i=t.limitOf(s),c={...po(t.filters,this.#o),limit:i},u=t.cursorOf(s),f=await this.#e.get("/v1/jobs",{query:{...c,cursor:u},signal:o});if(o.aborted)return;let d=s<t.locate(this.#s[0]).number,h=t.place(s,f,this.#e.now());d&&(this.shift+=h),t.forget(this.#s[0],this.#s[1]),this.#a=0}catch(i){if(o.aborted)return;if(!(i instanceof J))throw i;this.problem=i,i.isTemporary&&this.#p(i,o)}finally{o.aborted||(this.isLoading=!1)}this.list=t,this.#e.onChange(),this.problem||await this.#i()}}#p(t,o){let n=Xt(this.#a,t);this.#a+=1,this.#e.later(()=>{!o.aborted&&this.problem===t&&this.retry()},n)}async#f(){if(await this.#m(),this.#n)return;let{size:t}=this.stats.head;this.#d(),this.#d=this.#e.follow(t>0?{after:t-1}:{from:0},{onEntries:o=>this.#h(o),onState:o=>{o==="stale"&&(this.list?.expire(),this.#i(),this.#u("count",0,()=>this.#m()),this.#u("look",0,()=>this.#$()))}})}#h(t){this.#r.take(t),this.list?.take(t,this.#e.now())&&this.#u("draw",em,async()=>this.#e.onChange()),this.#u("count",tm,()=>this.#m()),t.some(({kind:n})=>n==="job_created"||n==="job_imported")&&this.list?.filters.cid.length&&this.#u("look",om,()=>this.#$())}#u(t,o,n){this.#l.has(t)||(this.#l.add(t),this.#e.later(()=>{this.#l.delete(t),this.#n||n().catch(()=>{})},o))}async#m(){this.stats=await this.#e.get("/v1/stats",{query:{limit:100}}),this.#e.onChange()}async#$(){let t=this.list;if(!t||t.start!==null)return;let o={...po(t.filters,this.#o),limit:rn};t.compare((await this.#e.get("/v1/jobs",{query:o})).jobs),this.#e.onChange()}}});function ci(e){let t=e.trim().toLowerCase();if(!/^[0-9a-f]+(-[0-9a-f]+)*-?$/.test(t))return null;let o=t.replaceAll("-","");return o.length>32?null:{digits:o,id:o.length===32?rm(o):null}}function li(e,{jobs:t,users:o,actions:n}){let r=e.trim();if(!r)return[];let s=r.toLowerCase(),i=f=>f.filter(d=>d.toLowerCase().includes(s)).sort((d,h)=>zl(d,s)-zl(h,s)).slice(0,4),c=ci(r),u=t.map(f=>({kind:"job",value:f.job_id,job:f}));return c?.id&&!u.length&&u.push({kind:"job",value:c.id,job:null}),[...i(o).map(f=>({kind:"user",value:f})),...i(n).map(f=>({kind:"action",value:f})),...u,...t.length>1?[{kind:"prefix",value:r}]:[],...c?.id?[]:[{kind:"customer",value:r}]]}function zl(e,t){let o=e.toLowerCase().indexOf(t);return o===0?e.length-t.length:1e3+o}var rm,Vl=g(()=>{"use strict";rm=e=>[e.slice(0,8),e.slice(8,12),e.slice(12,16),e.slice(16,20),e.slice(20)].join("-")});function im(e){let[t,o]=y([]),n=D(Promise.resolve([])),r=ci(e)?.digits??"";return A(()=>{if(o([]),n.current=Promise.resolve([]),!r)return;let s=new AbortController,i={job_id:r,limit:sm};return n.current=j("/v1/jobs",{query:i,signal:s.signal}).then(c=>c.jobs,()=>[]),n.current.then(c=>s.signal.aborted||o(c)),()=>s.abort()},[r]),{jobs:t,asked:n}}function am({meaning:{kind:e,value:t,job:o}}){return l`
    <span class="suggestion-kind">${a(`search.${e}`)}</span>
    <span class="suggestion-value">${t}</span>
    ${o&&l`<span>${o.action_name}</span><${de} status=${o.status} /> `}
    ${o&&l`<${te} at=${o.created_at} />`}
  `}function Jl({filters:e,set:t,users:o,actions:n}){let[r,s]=y(""),[i,c]=y(!1),[u,f]=y(0),d=D(null),{jobs:h,asked:m}=im(r),p=ht(),$=li(r,{jobs:h,users:o,actions:n}),x=i&&$.length>0;Dn(d,x,()=>c(!1));let w=({kind:_,value:k})=>{if(c(!1),s(""),_==="job")xe(L(O`/jobs/${k}`));else if(_==="customer")xe(L(O`/customers/${k}`));else if(_==="prefix")t({...e,job_id:k});else{let R=_==="user"?"user_id":"action_name";e[R].includes(k)||t(Ut(e,R,k))}},b=async()=>{let _=await m.current,k=li(r,{jobs:_,users:o,actions:n})[u];k&&w(k)},v=_=>{let k={ArrowDown:1,ArrowUp:-1}[_.key];if(k&&$.length)c(!0),f(x?(u+k+$.length)%$.length:0);else if(_.key==="Enter")b();else if(_.key==="Escape"&&r)s("");else if(_.key==="Escape")_.target.blur();else return;_.preventDefault()};return l`
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
              <${am} meaning=${_} />
            </li>
          `)}
      </ul>
    </div>
  `}var sm,Kl=g(()=>{"use strict";X();B();Ne();Re();q();T();ve();Z();C();ho();Vl();sm=6});function um(){let[,e]=y(0);A(()=>{let o=()=>e(n=>n+1);for(let n of[ui,di])n.addEventListener("change",o);return()=>{for(let n of[ui,di])n.removeEventListener("change",o)}},[]);let t=Number.parseFloat(getComputedStyle(document.documentElement).fontSize);return{height:Math.round(lm[ui.matches?"cards":"table"]*t),isWide:di.matches}}function dm(e,t,o,n){let[r,s]=y({from:0,to:40});return pt(()=>{let i=0,c=()=>{i=0,n(scrollY);let f=-(e.current?.getBoundingClientRect().top??0),d=Math.max(0,Math.floor(f/t)-Gl),h=Math.max(0,Math.ceil((f+innerHeight)/t))+Gl;s(m=>m.from===d&&m.to===h?m:{from:d,to:h})},u=()=>{i||=requestAnimationFrame(c)};return c(),addEventListener("scroll",u,{passive:!0}),addEventListener("resize",u),()=>{cancelAnimationFrame(i),removeEventListener("scroll",u),removeEventListener("resize",u)}},[t,o]),{from:Math.min(r.from,o),to:Math.min(r.to,o)}}function fm(e,t){e.target.closest("a, button")||getSelection()?.toString()||xe(L(O`/jobs/${t}`))}function pm({job:e,index:t,isWide:o}){let n={"data-index":t,"aria-rowindex":t+2};if(!e)return l`<tr role="row" class="job" ...${n}>
      <td role="cell">…</td>
    </tr>`;let{job_id:r,user_id:s,action_name:i,customer_count:c,status:u,cause:f}=e;return l`
    <tr
      role="row"
      class="job"
      ...${n}
      onClick=${d=>fm(d,r)}
    >
      <td role="cell" class="cell-user">${s}</td>
      <td role="cell" class="cell-action">
        <a href=${L(O`/jobs/${r}`)}>${i}</a>
        ${e.retry_of&&l`<${_t}>${a("jobs.retry")}<//>`}
        <${ir} count=${e.note_count} newest=${e.newest_note} />
      </td>
      <td role="cell" class="cell-customers number">
        ${N(c)}<span class="only-cards">
          ${" "}${a("jobs.customersUnit",{n:c})}</span
        >
      </td>
      <td role="cell" class="cell-status"><${de} status=${u} cause=${f} /></td>
      <td role="cell" class="cell-date"><${te} at=${e.created_at} /></td>
      <td role="cell" class="cell-id"><${co} id=${r} short=${!o} /></td>
    </tr>
  `}function Yl({jobs:e,list:t,focus:o}){let{height:n,isWide:r}=um(),s=D(null);pt(()=>{e.scrolled&&scrollTo(0,e.scrolled)},[]);let{from:i,to:c}=dm(s,n,t.count,d=>{e.scrolled=d}),u=t.slice(i,c);A(()=>e.show(i,c),[i,c,t,t.count]),pt(()=>{e.shift&&(scrollBy(0,e.shift*n),e.shift=0)}),pt(()=>{if(!o||!s.current)return;let d=s.current.getBoundingClientRect().top+o.index*n;d<2*n?scrollBy(0,d-2*n):d>innerHeight-2*n&&scrollBy(0,d-innerHeight+2*n);let h=requestAnimationFrame(()=>requestAnimationFrame(f));return()=>cancelAnimationFrame(h)},[o]);let f=()=>{let d=s.current?.querySelector(`[data-index="${o?.index}"] a`);d instanceof HTMLElement&&d.focus({preventScroll:!0})};return l`
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
          ${cm.map(d=>l`
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
            <${pm}
              key=${d?.job_id??i+h}
              job=${d}
              index=${i+h}
              isWide=${r}
            />
          `)}
      </tbody>
    </table>
  `}var Gl,cm,lm,ui,di,Xl=g(()=>{"use strict";ie();B();Ne();Re();T();Z();C();Gl=8,cm=["user","action","customers","status","date","id"],lm={table:2.5,cards:6.5},ui=matchMedia("(width < 60rem)"),di=matchMedia("(width >= 90rem)")});function $m({views:e,query:t,close:o}){let[n,r]=y("");return l`
    <form onSubmit=${i=>{i.preventDefault(),e.update(c=>[...c.filter(u=>u.name!==n.trim()),{name:n.trim(),query:t}]),o(),K(a("views.saved",{name:n.trim()}))}}>
      <${P} label=${a("views.name")} required maxlength="60" value=${n} onValue=${r} />
      <button type="submit">${a("views.save")}</button>
    </form>
  `}function Zl({query:e}){let[t]=y(mm),o=E(t),n=e.toString(),r=s=>t.update(i=>i.filter(c=>c.name!==s));return l`
    <${eo} label=${a("views.title")} align="end">
      ${s=>l`
        ${o.length>0&&l`
            <ul class="menu views">
              ${o.map(i=>l`
                  <li key=${i.name} class="row">
                    <a
                      href=${L("/")+(i.query&&`?${i.query}`)}
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
        ${n?l`<${$m} views=${t} query=${n} close=${s} />`:l`<p class="hint">${a("views.hint")}</p>`}
      `}
    <//>
  `}var hm,mm,Ql=g(()=>{"use strict";we();B();Ne();Tt();Oe();q();T();Uo();ke();C();hm={},mm=()=>{let e=`views:${M.get()?.user_id}`;return hm[e]??=nt(e,[])}});var ou={};Fe(ou,{default:()=>tu});function ym(e){let[,t]=y(0),o=()=>t(c=>c+1),[n]=y(()=>Me.get().isBack?eu.find(e):null),r=D(n!==null),[s]=y(()=>n??new hr({get:j,follow:et,onChange:o})),i=D(e);return i.current=e,A(()=>{let c=M.get()?.user_id;return r.current&&s.resume(o),()=>{s.close(),eu.leave(c,i.current,s)}},[]),A(()=>{r.current||s.open(tn(new URLSearchParams(e))),r.current=!1},[e]),s}function gm({filters:e}){let t=po(e,Date.now()),o=[{text:"CSV",href:L("/v1/export.csv",t),download:!0},{text:a("jobs.csvExcel"),href:L("/v1/export.csv",{...t,bom:"true"}),download:!0},{text:"NDJSON",href:L("/v1/export.ndjson",t),download:!0}];return l`<${Fn} label=${a("jobs.download")} align="end" items=${o} />`}function _m({jobs:e,list:t,isFiltered:o,clear:n}){let r=E(M);return e.problem?l`
      <${V} problem=${e.problem} retry=${()=>e.retry()} />
      ${o&&l`<p><button type="button" onClick=${n}>${a("filter.clear")}</button></p>`}
    `:t.isTruncated?l`
      <p class="state">
        <button type="button" onClick=${()=>e.openRest()}>${a("jobs.older")}</button>
      </p>
    `:t.isDone?t.count?l`<p class="state">${a("jobs.end",{n:t.count})}</p>`:o?l`
      <${ce} title=${a("jobs.noMatch")}>
        <button type="button" onClick=${n}>${a("filter.clear")}</button>
      <//>
    `:l`
    <${ce} title=${a("jobs.empty")}>
      ${r?.role!=="auditor"&&l`<p><${H} to="/set-action" class="button">${a("jobs.emptyAction")}<//></p>`}
      <p><a href=${L("/docs")}>${a("jobs.emptyDocs")}</a></p>
    <//>
  `:l`<${mt} />`}function xm({count:e,show:t}){if(A(()=>{e&&Pn(a("jobs.fresh",{n:e}))},[e>0]),!e)return null;let o=e>=sn;return l`
    <div class="fresh">
      <button type="button" id="show-new" class="primary" onClick=${t}>
        ${a(o?"jobs.freshMany":"jobs.fresh",{n:o?sn-1:e})}
      </button>
    </div>
  `}function tu(){let[e,t]=qe(),o=e.toString(),n=fe(()=>tn(e),[o]),r=ym(o),{list:s,stats:i}=r,[c,u]=y(null),[f,d]=y(!1),h=w=>t(ri(w)),m=()=>t(new URLSearchParams),p=D(null);p.current={list:s,focus:c},A(()=>{let w=b=>{let{list:v,focus:_}=p.current,k=document.activeElement?.closest?.("[data-index]"),R=k?Number(k.getAttribute("data-index")):_?.index??-1,Y=Math.max(0,Math.min(R+b,v.count-1));v.count&&u({index:Y})};return kl({"/":()=>document.getElementById("search")?.focus(),j:()=>w(1),k:()=>w(-1),"?":()=>d(!0)})},[]);let $=async()=>{scrollTo(0,0),await r.reload(),u({index:0})},x=lr(n).length>0;return l`
    <div class="jobs-top">
      <${G}>${a("jobs.title")}<//>
      <${Jl}
        filters=${n}
        set=${h}
        users=${on(i?.by_user)}
        actions=${on(i?.by_action)}
      />
      <div class="row">
        <${Zl} query=${e} />
        <${gm} filters=${n} />
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
      <${Hl} filters=${n} set=${h} total=${i?.total} />
      <${Pl} filters=${n} set=${h} stats=${i} />
    </div>
    ${s?.start&&l`
        <p class="notice">
          ${a("jobs.olderShown")}
          <button type="button" onClick=${()=>r.reload()}>${a("jobs.newest")}</button>
        </p>
      `}
    ${s&&l`
        <${xm} count=${s.fresh.size} show=${$} />
        ${s.count>0&&l`<${Yl} jobs=${r} list=${s} focus=${c} />`}
        <${_m} jobs=${r} list=${s} isFiltered=${x} clear=${m} />
      `}
    ${f&&l`<${wm} onClose=${()=>d(!1)} />`}
  `}var bm,eu,wm,nu=g(()=>{"use strict";we();X();Sl();Tl();B();Ne();fo();Ye();q();T();Uo();ke();he();Z();C();Ul();ho();ql();ai();Kl();Xl();Ql();bm=[["/","keys.search"],["j","keys.down"],["k","keys.up"],["Enter","keys.open"],["Esc","keys.escape"],["?","keys.help"]],eu=Al();wm=({onClose:e})=>l`
  <${ue} title=${a("keys.title")} onClose=${e}>
    <dl class="facts">
      ${bm.map(([t,o])=>l`
          <dt key=${t}><kbd>${t}</kbd></dt>
          <dd>${a(o)}</dd>
        `)}
    </dl>
  <//>
`});function at(e,t){if(!e)return{why:"empty"};if(e.length*3>t){let r=Sm.encode(e).length;if(r>t)return{why:"long",n:r}}if(km.test(e))return null;if(/\p{Cc}/u.test(e))return{why:"control"};if(e.search(su)>=0)return{why:"ends"};let o=vm.exec(e);return o?{why:"unseen",code:`U+${o[0].codePointAt(0).toString(16).toUpperCase().padStart(4,"0")}`}:null}function*au({values:e,lines:t},{trims:o,bytesMax:n}){let r=[],s=new Uint8Array(e.length),i={good:0,duplicate:0,blank:0,spaces:0,invalid:0},c=new Map;for(let[u,f]of e.entries()){let d=o?iu(f):f,h=Am(d,c,n);h==="good"&&c.set(d,u),r.push(d),s[u]=an.indexOf(h),i[h]+=1,u%ru===ru-1&&(yield)}return{values:r,lines:t,kinds:s,counts:i,customers:[...c.keys()],first:c}}function Am(e,t,o){if(t.has(e))return"duplicate";if(!at(e,o))return"good";let n=iu(e);return n?n!==e&&!at(n,o)?"spaces":"invalid":"blank"}function cu({values:e,kinds:t},o,n){let r=an.indexOf(o),s=n.toLowerCase(),i=[];for(let c=0;c<e.length;c+=1)r>=0&&t[c]!==r||(!s||e[c].toLowerCase().includes(s))&&i.push(c);return i}var an,vm,su,km,ru,Sm,iu,cn=g(()=>{"use strict";an=["good","duplicate","blank","spaces","invalid"],vm=new RegExp("[\\xa0\\xad\\u034f\\u061c\\u115f\\u1160\\u1680\\u17b4\\u17b5\\u180b-\\u180f\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u2800\\u3000\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb\\u{13430}-\\u{1343f}\\u{13441}\\u{13442}\\u{16fe4}\\u{1bca0}-\\u{1bca3}\\u{1d159}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e0fff}\\p{Noncharacter_Code_Point}\\p{Surrogate}]","u"),su=/^\p{White_Space}+|\p{White_Space}+$/gu,km=/^[!-~]+$/,ru=2e3,Sm=new TextEncoder;iu=e=>e.replace(su,"")});function hu({parts:e,first:t,fresh:o},n,r){let s=new Map(n.map(u=>[u.job_id,u])),i=e[0]?.jobs[0]?.job_id,c=n.findIndex(u=>u.job_id===i);return{parts:e.map(u=>({...u,jobs:u.jobs.map(f=>s.get(f.job_id)??f)})),first:t,fresh:r?c<0?n.length:c:o}}function mu(e,t){let o=new Set(hi(e).map(n=>n.job_id));return t.some(({kind:n,job_id:r})=>n==="job_created"||n==="job_imported"||o.has(r))}function $u({parts:e}){let t={};for(let{outcome:o}of e.flatMap(n=>n.jobs))t[o.status]=(t[o.status]??0)+1;return t}var fi,pi,hi,lu,uu,du,mi,fu,pu,bu=g(()=>{"use strict";fi={parts:[],first:0,fresh:0},pi=({parts:e,first:t})=>e.slice(t,t+2),hi=e=>pi(e).flatMap(t=>t.jobs),lu=({first:e})=>e>0,uu=({parts:e,first:t})=>t+2<e.length||!!e.at(-1)?.next,du=({parts:e,first:t})=>t+2<e.length?null:e.at(-1)?.next??null,mi=({parts:e,...t},o,{jobs:n,next:r})=>({...t,parts:[...e,{cursor:o,jobs:n,next:r}]}),fu=e=>({...e,first:Math.max(0,Math.min(e.first+1,e.parts.length-2))}),pu=e=>({...e,first:Math.max(0,e.first-1)})});var gu={};Fe(gu,{default:()=>wu});function Om(){let[e,t]=y(""),o=e&&at(e,yu);return l`
    <form
      class="look-up"
      role="search"
      onSubmit=${n=>{n.preventDefault(),e&&!o&&xe(L(O`/customers/${e}`))}}
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
          ${a(`name.${o.why}`,{n:o.n??0,most:yu,code:o.code??""})}
        </p>`}
    </form>
  `}function Cm(e){let[t,o]=y(fi),n=D(t),r=m=>o(n.current=m),s=m=>j(O`/v1/customers/${e}/jobs`,{query:{limit:30,cursor:m}}),[i,c,u]=ee(async()=>{r(mi(fi,null,await s(null)))}),[f,d,h]=ee(async()=>{let m=du(n.current);if(m){let p=await s(m);r(mi(n.current,m,p))}r(fu(n.current))});return A(()=>{i();let m=0,p=async()=>{m=0;let w=new Set([null,...pi(n.current).map(b=>b.cursor)]);for(let b of w){let v=await s(b);r(hu(n.current,v.jobs,b===null))}},$=()=>m||=window.setTimeout(()=>p().catch(()=>{}),jm),x=et({},{onEntries:w=>mu(n.current,w)&&$(),onState:w=>w==="stale"&&$()});return()=>{clearTimeout(m),x()}},[]),{jobs:t,open:i,showOlder:f,showNewer:()=>r(pu(n.current)),isBusy:c||d,problem:u??h,retry:u?i:f}}function Lm({job:e}){let{outcome:t,job_id:o}=e,n=r=>a(`customer.${r}`);return l`
    <tr>
      <td data-label=${n("when")}><${te} at=${e.created_at} /></td>
      <td data-label=${n("action")}>
        <a href=${L(O`/jobs/${o}`)}><b>${e.action_name}</b></a>
        ${e.retry_of&&l` <${_t}>${a("jobs.retry")}<//>`} ${" "}<${ir}
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
      <td data-label=${n("id")}><${co} id=${o} short /></td>
    </tr>
  `}function Nm({cid:e}){let{jobs:t,open:o,showOlder:n,showNewer:r,isBusy:s,problem:i,retry:c}=Cm(e),u=E(M),f=t.parts.reduce((p,$)=>p+$.jobs.length,0),d=!t.parts.at(-1)?.next,h=l`
    <p class="row">
      ${u?.role!=="auditor"&&l`<${H} to="/set-action" query=${{cid:e}} class="button"
          >${a("customer.setAction")}<//
        >`}
      <${H} to="/jobs" query=${{cid:e}} class="button">${a("customer.inJobs")}<//>
    </p>
  `,m=t.fresh>0&&l`<button type="button" id="fresh" class="primary" onClick=${o}>
      ${a("customer.fresh",{n:t.fresh})}
    </button>`;return t.parts.length===0?l`<${V}
        problem=${i}
        retry=${c}
      />${s&&l`<${mt} />`}`:f===0&&d?l`
      <${ce} title=${a("customer.none")}><p>${a("customer.noneHint")}</p><//>
      <p role="status">${m}</p>
      ${h}
    `:l`
    <div class="row spread">
      <p class="row" role="status">
        ${a(d?"customer.count":"customer.countMore",{n:f})}
        ${Object.entries($u(t)).map(([p,$])=>l`<span key=${p}><${de} status=${p} /> ${N($)}</span>`)}
        ${m}
      </p>
      ${h}
    </div>
    ${lu(t)&&l`<p><button type="button" onClick=${r}>${a("customer.newer")}</button></p>`}
    <div class="card scroll-x">
      <table class="customer-jobs">
        <caption class="off-screen">
          ${a("customer.title",{cid:e})}
        </caption>
        <thead>
          <tr>
            ${Em.map(p=>l`<th key=${p} scope="col">${a(`customer.${p}`)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${hi(t).map(p=>l`<${Lm} key=${p.job_id} job=${p} />`)}
        </tbody>
      </table>
    </div>
    <${V} problem=${i} retry=${c} />
    ${uu(t)&&l`<p>
        <button type="button" id="older" disabled=${s} onClick=${n}>
          ${a("customer.older")}
        </button>
      </p>`}
  `}function wu({cid:e}){return l`
    <div class="row spread customer-top">
      <${G}>${e?a("customer.title",{cid:e}):a("customer.titleNone")}<//>
      <${Om} />
    </div>
    ${e&&l`<${Nm} cid=${e} />`}
  `}var jm,yu,Em,_u=g(()=>{"use strict";we();X();cn();ie();B();Ne();fo();Re();q();T();he();Z();C();bu();jm=3e3,yu=128,Em=["when","action","outcome","job","user","id"]});function mr(e){let t=e.trim().toLowerCase().replaceAll("-","");return/^[0-9a-f]{1,32}$/.test(t)?t:null}function $i(e,t){let o=mr(String(e));return o?.length===32&&o===mr(String(t))}var bi=g(()=>{"use strict"});function Rm(e,t){let o=bo(t),n=s=>Ke(s??null);return[...new Set([...Object.keys(e),...Im])].filter(s=>n(e[s])!==n(o[s]))}async function vu({job:e,entries:t,checkpoint:o},n,r){let s=!$i(e?.job_id,r)||!$i(t?.[0]?.job_id,r),i={size:0,wrong:new Map,why:"",isStale:!1,isOther:s};try{if(s)throw new Error("this is another job");let c=await He(o,n);i.size=c.size;for(let d of t)await Qn({entry:d,checkpoint:c,key:n}).catch(h=>i.wrong.set(d.index,yo(h)));if(i.wrong.size)return i;await zs({entries:t,checkpoint:c,key:n});let u=t.filter(d=>d.index<=e.last_index);i.isStale=u.length<t.length;let f=Rm(e,u.length?u:t);if(f.length)throw new Error(`its entries do not say: ${f.join(", ")}`)}catch(c){i.why=yo(c)}return i}var yo,xu,Im,xt,wo=g(()=>{"use strict";Yo();dr();bi();yo=e=>e instanceof Error?e.message:String(e),xu=e=>[e?.job,e?.outcomes?.counts,e?.related].every(Boolean)&&Array.isArray(e.entries)&&e.entries.length>0&&e.entries.every(Boolean),Im=`action_code action_name batch_id cause changes cluster_url created_at customer_count
  error_message http_status index job_id last_index newest_note note_count retry_of source status
  submitted_by updated_at user_id`.split(/\s+/);xt=({wrong:e,why:t,isStale:o,isUnconnected:n})=>!e.size&&!t&&!o&&!n});var ku,$r,ln,br,yi=g(()=>{"use strict";ie();C();Re();T();Z();ku={job_id:e=>l`<${co} id=${e.job_id} />`,status:e=>l`<${de} status=${e.status} cause=${e.cause} />`,user_id:e=>l`<${H} to="/" query=${{user_id:e.user_id}}>${e.user_id}<//>`,submitted_by:e=>e.submitted_by,action_name:e=>l`
    <${H} to="/" query=${{action_name:e.action_name}}>${e.action_name}<//>
  `,action_code:e=>e.action_code,customer_count:e=>N(e.customer_count),source:e=>F("source",e.source),created_at:e=>l`<${te} at=${e.created_at} />`,updated_at:e=>l`<${te} at=${e.updated_at} />`,http_status:e=>e.http_status,batch_id:e=>l`<${H} to="/" query=${{batch_id:e.batch_id}}>${e.batch_id}<//>`,cluster_url:e=>l`<code>${e.cluster_url}</code>`,retry_of:e=>l`<${H} to=${`/jobs/${e.retry_of}`}>${e.retry_of}<//>`},$r=Object.keys(ku),ln=(e,t)=>(e[t]??null)===null?null:ku[t](e),br=e=>F("fact",e)});function yr({proof:e,entries:t}){let{wrong:o,why:n,isUnconnected:r}=e;if(r&&!o.size&&!n)return l`<${Dm} />`;let s=xt(e)?a("job.allProved",{n:t.length,size:e.size}):a("job.noneProved");return l`
    <${H} to="/help/proof" class="proof-line">
      <${it} text=${s} wrong=${xt(e)?null:e.why||s} />
    <//>
  `}function go({overview:e,lists:t,more:o,banner:n="job-proof"}){let{proof:r,isOtherKey:s,...i}=e,[c]=r.wrong,u=c&&a("job.entryWrong",{index:c[0],why:c[1]}),f=t?.state==="wrong"?t.why:"",d=u||r.why||f||o?.why||"";return A(()=>{if(!d||s)return;let h=()=>({finding:d,server:location.origin+Te,found_at:new Date().toISOString(),overview:i,lists:t?.received,more:o}),m=l`
      <${rr}
        title=${a("job.alarm")}
        text=${a("job.alarmHint")}
        why=${d}
        name="${i.job.job_id}.alarm.json"
        evidence=${h}
      />
    `;return Qt(n,{kind:"alarm",content:m}),()=>Qt(n,null)},[d]),null}var Dm,wi=g(()=>{"use strict";wo();B();C();Mn();T();lo();Z();Dm=()=>l`
  <${H} to="/help/proof" class="proof-line muted">${a("job.unconnected")}<//>
`});async function un(e,t){for(let o=Mm;;o-=1){let n=gt(),r=await j(O`/v1/jobs/${e}/overview`,{signal:t});if(!xu(r))throw new J({status:500,title:a("job.malformed"),detail:a("job.malformed")});let{checkpoint:s,verifier_key:i}=r,c=il()??i,u=await vu(r,c,e);if(!(u.isStale&&o>1))return u.isStale&&(u.why||=a("job.stale")),sl(n,{checkpoint:s,keys:{overview:i}}),{...r,proof:u,isOtherKey:c!==i}}}function dn(e){let t=!ll(e.checkpoint);return{...e,proof:{...e.proof,isUnconnected:t}}}var Mm,gi=g(()=>{"use strict";X();wo();B();C();Ht();Mm=3});async function gr({get:e,post:t,now:o=Date.now},n,r,s){let{head:i}=await e("/v1/stats",{query:{limit:1}}),c=()=>vt.get().find(({key:d})=>d===n.key),u=c(),f={...n,size:u?.size??i.size,at:o()};fn.add(f.key),_o(f);try{let d=await t(r,s,{key:f.key}),h=d.job_id??d.job.job_id;return _o({...f,job_id:h}),h}catch(d){let h=d.body?.job_id??c()?.job_id;if(h)return _o({...f,job_id:h}),h;throw fn.delete(f.key),d.status>=400&&d.status<500&&d.status!==424?wr(f.key):_o({...f}),d}finally{fn.delete(f.key)}}var Hm,vt,_o,fn,wr,Su,xo=g(()=>{"use strict";Le();oo();Tt();Hm=8,vt=nt("sendings",[],"sessionStorage"),_o=e=>vt.update(t=>{let o=t.filter(({key:n})=>n!==e.key);return[e,...o].slice(0,Hm)}),fn=new Set,wr=e=>vt.update(t=>t.filter(o=>o.key!==e)),Su=({user:e,key:t})=>Ae(Je($e(`${e}\0${t}`)))});async function Fm(e,t,o,n){let{size:r}=(await e("/v1/stats",{query:{limit:1},signal:n})).head;if(r<o)return null;let s=Su(t),i=null;for(let c=0;c<Um;c+=Au){let u={user_id:t.user,source:"gateway",limit:Au,cursor:i},{jobs:f,next:d}=await e("/v1/jobs",{query:u,signal:n});for(let{job_id:h,index:m}of f){if(m<o)return{size:r};if((await e(O`/v1/entries/${m}/leaf`,{signal:n})).request_key===s)return{job_id:h,size:r}}if(d===null)return{size:r};i=d}return null}function Tu({get:e,later:t=setTimeout,cancel:o=clearTimeout,now:n=Date.now},r,s){let i=new AbortController,{signal:c}=i,u=r.size,f=0,d=0,h=async()=>{let m=n()-r.at>=Pm;try{let p=await Fm(e,r,u,c);if(c.aborted)return;if(p?.job_id)return void s({job_id:p.job_id});p?m&&s({size:p.size}):s(null),u=p?.size??u}catch(p){if(c.aborted||(s(null),p instanceof J&&p.status===401))return}d=t(h,Xt(f)),f+=1};return h(),()=>{i.abort(),o(d)}}var Pm,Um,Au,ju=g(()=>{"use strict";B();lt();xo();jn();Pm=3e4,Um=500,Au=100});function _r(e){let[t,o]=y("");return A(()=>{if(e)return o(a("setAction.seeking")),Tu({get:j},e,n=>{n?"size"in n?o(a("setAction.notFound",{n:n.size})):_o({...e,job_id:n.job_id}):o(a("setAction.unknown"))})},[e]),t}var _i=g(()=>{"use strict";X();ju();xo();C();T()});function Ou(e,{counts:t,named:o}){let n=e.status==="FAILED"?e.customer_count-o:0;return{...t,FAILED:t.FAILED-n||n}}function Cu(e,t,o){let n=o!=="auditor",r=e.source==="gateway"&&e.status!=="IN_PROGRESS",s=t.FAILED>0;return{note:n,settle:n&&e.status==="UNCONFIRMED",retryFailed:n&&r&&s,retryAll:n&&r&&(s||e.status!=="SUCCESS"),curl:e.source==="gateway"&&!!e.cluster_url}}function Lu(e){try{return Jt(e)instanceof tt}catch{return!1}}function Nu({customers:e,token:t,url:o},n){let r=JSON.stringify({customers:e,...t&&{token:t},...o&&{url:o}});return new Vt(n.trim()?`${r.slice(0,-1)},"payload":${n}}`:r)}function Iu(e,t){let o=No(e.recorded_at??e.created_at,t.recorded_at);return o<0?null:o}function Ru(e,t){let o=e.status==="IN_PROGRESS"?new Date(t).toISOString():e.updated_at;return o?Math.max(0,No(e.created_at,o)):null}var xr,xi,Eu,pn,Du,vi,ki,vo=g(()=>{"use strict";ie();Co();xr=["FAILED","UNCONFIRMED","IN_PROGRESS","SUCCESS"],xi=4096,Eu=e=>new TextEncoder().encode(e).length;pn={rows:[],matching:0,next:""},Du=e=>e<100?100:e<2e3?2e3:1e4,vi=({rows:e},{customers:t,matching:o,next:n})=>({rows:[...e,...t],matching:o,next:n}),ki=({rows:e,next:t},o)=>t!==null&&e.length<o+50});function Hu({job:e,counts:t,actions:o,onClose:n}){let[r,s]=y(o.retryFailed?"failed":"all"),[i,c]=y(""),[u,f]=y(""),[d,h]=y(""),m=fe(Kt,[r,u,d]),p=M.get()?.user_id??"",$=r==="all"?e.customer_count:t.FAILED,[x]=y(()=>vt.get().filter(({job_id:re})=>re)),w=E(vt).find(re=>re.user===p&&re.retry_of===e.job_id&&!x.includes(re)),b=_r(w?.job_id?void 0:w);A(()=>{w?.job_id&&xe(L(O`/jobs/${w.job_id}`))},[w?.job_id]);let[v,_,k]=ee(async()=>{let re={key:m,user:p,action:e.action_name,count:$,retry_of:e.job_id},Q=Nu({customers:r,token:i,url:u},d);await gr({get:j,post:se},re,O`/v1/jobs/${e.job_id}/retry`,Q)}),R=d||k?.field==="payload",Y=!d.trim()||Lu(d);return l`
    <${ue} title=${a("job.retry")} onClose=${n}>
      <${vr}
        onSubmit=${v}
        isBusy=${_}
        isOff=${!Y}
        problem=${k}
        text=${a("job.retrySend",{n:$,action:e.action_name})}
      >
        <${Pt}
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
  `}function Pu({job:e,onClose:t,onDone:o}){let[n,r]=y(""),[s,i]=y(""),c=fe(Kt,[n,s]),[u,f,d]=ee(async()=>{let h=n==="FAILED"?"error_message":"response_summary";await se(O`/v1/jobs/${e.job_id}/status`,{status:n,[h]:s.trim()},{key:c}),K(a("job.settled")),o()});return l`
    <${ue} title=${a("job.settle")} onClose=${t}>
      <p>${a("job.settleHint")}</p>
      <${vr}
        onSubmit=${u}
        isBusy=${f}
        isOff=${!n||!s.trim()}
        problem=${d}
        text=${a("job.settleSend")}
      >
        <${Pt}
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
  `}function Uu({job:e,onClose:t,onDone:o}){let[n,r]=y(""),s=fe(Kt,[n]),i=Eu(n),[c,u,f]=ee(async()=>{await se(O`/v1/jobs/${e.job_id}/notes`,{text:n},{key:s}),K(a("job.noted")),o()}),d=i>xi;return l`
    <${ue} title=${a("job.note")} onClose=${t}>
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
          hint=${a("job.noteHint",{n:i,most:xi})}
          error=${d&&a("job.noteLong")}
          rows="5"
          required
          value=${n}
          onValue=${r}
        />
      <//>
    <//>
  `}function Fu({job:e,related:t,onClose:o}){let[n,r]=y(""),[s,i]=y(null),c=mr(n),[u,f,d]=ee(async()=>{let h={job_id:n.trim(),limit:10},p=(await j("/v1/jobs",{query:h})).jobs.filter($=>$.job_id!==e.job_id);p.length===1?xe(L(Mu(e,p[0]))):i(p)});return l`
    <${ue} title=${a("job.compare")} onClose=${o}>
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
      <${Si}
        jobs=${s??t}
        to=${h=>Mu(e,h)}
      />
    <//>
  `}var vr,Mu,Si,Bu=g(()=>{"use strict";X();we();ie();bi();B();Ne();xo();Re();Ye();Oe();q();T();ke();_i();he();Z();C();vo();vr=({onSubmit:e,isBusy:t,isOff:o,problem:n,text:r,children:s})=>l`
  <form
    onSubmit=${i=>{i.preventDefault(),e()}}
  >
    ${s}
    <${V} problem=${n} />
    <button type="submit" class="primary" disabled=${t||o}>
      ${t?a("job.sending"):r}
    </button>
  </form>
`;Mu=(e,t)=>O`/jobs/${e.job_id}/compare/${t.job_id}`,Si=({jobs:e,to:t=n=>O`/jobs/${n.job_id}`,more:o})=>l`
  <ul class="job-list">
    ${e.map(n=>l`
        <li key=${n.job_id}>
          <${H} to=${t(n)}>${n.action_name}, ${N(n.customer_count)}<//>
          <${de} status=${n.status} />
          <span class="muted">${n.user_id}, <${te} at=${n.created_at} /></span>
          ${o?.(n)}
        </li>
      `)}
  </ul>
`});function Bm(e,t,o){Wu(Js(t),e[0].customers,"the customers are not those of the entry");let n=new Map;for(let{index:r,outcomes:s}of e){if(!s)continue;let i=o.find(c=>c.index===r)?.outcomes??[];Wu(Ks(i),s,`the outcomes are not those of entry ${r}`);for(let{cid:c,status:u,message:f}of i)n.set(c,{status:u,message:f??null,index:r})}return{cids:new Set(t),named:n,job:bo(e)}}function Wu(e,t,o){if(e.count!==t.count||e.root!==t.root)throw new Error(o)}function Vu({cids:e,named:t,job:o},n){let r=Ai(n.search),s={};for(let i of e){let c=t.get(i)??zu(o),{status:u,message:f}=c;n.status&&u!==n.status||!Ai(i).includes(r)&&!Ai(f??"").includes(r)||(s[u]??=[]).push({cid:i,...c,own:t.has(i)})}return xr.flatMap(i=>s[i]??[])}function Ju({cids:e,named:t,job:o},{cid:n,status:r,message:s,own:i,index:c}){let u=t.get(n)??zu(o);return e.has(n)&&i===t.has(n)&&c===u.index&&r===u.status&&s===u.message}function Wm({cids:e,named:t,job:o},n){let r={[o.status]:e.size-t.size};for(let{status:i}of t.values())r[i]=(r[i]??0)+1;let s=Object.keys(n.counts);return n.named===t.size&&s.every(i=>n.counts[i]===(r[i]??0))}function Ku({entries:e,outcomes:t},o){try{let n=Bm(e,o.customers,o.history);if(!Wm(n,t))throw new Error(a("job.countsWrong"));return{state:"proved",lists:n,why:"",received:o}}catch(n){return{state:"wrong",lists:null,why:yo(n),received:o}}}var qu,zu,Ai,Ti,kr=g(()=>{"use strict";Yo();dr();wo();C();vo();qu=e=>e.reduce((t,{outcomes:o})=>t+(o?.count??0),0);zu=({status:e,index:t,changes:o})=>({status:e,message:null,index:o.at(-1)??t}),Ai=e=>e.replace(/[A-Z]+/g,t=>t.toLowerCase());Ti=(e,t)=>Vo(t)===e.request_payload_sha256});async function Vm(e,t){let o=[],n=null;do{let r={limit:zm,after:n},s=await j(O`/v1/jobs/${e}/customers`,{query:r,signal:t});o.push(...s.customers),n=s.next}while(n);return o}function Yu(e){let{job:t,entries:o,proof:n}=e,r=qu(o),s=t.customer_count<=Gu&&r<=Gu&&(!r||(e.request_payload_bytes??0)<=qm),[i,c]=y(!1),u={state:"none",lists:null,why:"",received:null,problem:null},[f,d]=y(u),[h,m]=y(0),p=(s||i)&&xt(n);return A(()=>{if(!p)return;let x=new AbortController,{signal:w}=x;return(async()=>{d(v=>({...v,state:"checking",problem:null}));try{let v=await Vm(t.job_id,w),_=r?(await j(O`/v1/jobs/${t.job_id}/history`,{signal:w})).entries:[];if(w.aborted)return;d({...u,...Ku(e,{customers:v,history:_})})}catch(v){if(w.aborted)return;v instanceof J?d({...u,problem:v}):d({...u,state:"wrong",why:yo(v)})}})(),()=>x.abort()},[p,t.last_index,h]),{...f,run:()=>{c(!0),m(h+1)}}}function Xu({lists:e,customers:t,proof:o}){let{state:n,problem:r,run:s}=e,c=o.wrong.size||o.why?a("job.noneProved"):e.why;return r?l`<${V} problem=${r} retry=${s} />`:o.isUnconnected&&!c?l`<span class="muted">${a("job.unconnected")}</span>`:n==="proved"?l`<${it} text=${a("job.listsProved",{n:t})} />`:c?l`<${it} text=${a("job.listsWrong")} wrong=${c} />`:l`
    <button type="button" id="check-lists" disabled=${n==="checking"} onClick=${s}>
      ${a(n==="checking"?"job.checking":"job.checkLists",{n:t})}
    </button>
  `}var Gu,qm,zm,Zu=g(()=>{"use strict";X();wo();B();T();lo();he();C();kr();Gu=1e3,qm=2e5,zm=1e4});function Sr(e,t){let o=[e.join(",")];for(let n of t)o.push(n.map(r=>Gm(Km(r??""))).join(","));return`\uFEFF${o.join(`\r
`)}\r
`}var Jm,Km,Gm,ji=g(()=>{"use strict";Jm=/^["\s\p{Cc}\u200b-\u200f\u2060\ufeff]*[=+\-@|%\uff1d\uff0b\uff0d\uff20\uff5c\uff05']/u,Km=e=>e.split(/(?<=[;\t\r\n])/).map((t,o)=>(Jm.test(t)||!o&&/^[\t\r\n]/.test(t)?"'":"")+t).join(""),Gm=e=>/[",\r\n]/.test(e)?`"${e.replaceAll('"','""')}"`:e});function Ar({label:e,columns:t,count:o,row:n,onRange:r}){let s=D(null),i=D(36),[c,u]=y({from:0,to:4*ko}),f=()=>{let p=s.current;if(!p)return;i.current=p.querySelector("tr[data-row]")?.clientHeight||i.current;let $=Math.floor(p.scrollTop/i.current),x=Math.ceil(p.clientHeight/i.current),w=Math.max(0,Math.floor(($-ko)/ko)*ko),b=w+(Math.ceil(x/ko)+3)*ko;(w!==c.from||b!==c.to)&&u({from:w,to:b}),r?.(Math.min(b,o))};pt(f);let d=Math.min(c.to,o),h=Math.min(c.from,d),m=p=>p>0&&l`<tr aria-hidden="true" style=${{height:`${p*i.current}px`}} />`;return l`
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
  `}var ko,Ei=g(()=>{"use strict";T();ko=10});function Zm(e,{status:t,search:o},n,r){let[s,i]=y({list:pn,of:-1,problem:null}),[c,u]=y(0),f=D(0),d=D(()=>{}),h=`${t} ${o}`,m=D("");return A(()=>{if(!r)return;let p=new AbortController,{signal:$}=p,x=m.current===h;x||(f.current=0);let w=pn,b=!1;return d.current=async()=>{if(!b){b=!0;try{for(;!$.aborted&&ki(w,f.current);){let v=Du(w.rows.length),_={status:t,search:o,limit:v,cursor:w.next};w=vi(w,await j(O`/v1/jobs/${e}/outcomes`,{query:_,signal:$})),!(x&&ki(w,f.current))&&(m.current=h,i({list:w,of:n,problem:null}))}}catch(v){if($.aborted)return;if(!(v instanceof J))throw v;i(_=>({..._,problem:v}))}finally{b=!1}}},d.current(),()=>p.abort()},[e,h,n,c,r]),{...s,again:()=>u(p=>p+1),reach:p=>{f.current=p,d.current()}}}async function Qm(e,{status:t,search:o}){let n=pn;do{let r={status:t,search:o,limit:Ym,cursor:n.next};n=vi(n,await j(O`/v1/jobs/${e}/outcomes`,{query:r}))}while(n.next);return n.rows}function e$({job_id:e,filters:t,rows:o}){let n=`${e}${t.status?`.${t.status}`:""}`,[r,s,i]=ee(async c=>{let u=o??await Qm(e,t);if(c==="copy"){let d=u.map(({cid:h})=>h).join(`
`);return await ao(d)?K(a("job.copiedCustomers",{n:u.length})):Xe(`${n}.txt`,d,"text/plain")}let f=u.map(({cid:d,status:h,message:m})=>[d,h,m]);return Xe(`${n}.csv`,Sr(["cid","status","message"],f),"text/csv")});return l`
    <button type="button" disabled=${s} onClick=${()=>r("copy")}>
      <${I} name="copy" />${a("job.copyCustomers")}
    </button>
    <button type="button" disabled=${s} onClick=${()=>r("csv")}>
      <${I} name="download" />CSV
    </button>
    <${V} problem=${i} />
  `}function Qu({job:e,summary:t,lists:o,onWrong:n,children:r}){let[s,i]=qe(),c={status:s.get("outcome")??"",search:s.get("search")??""},[u,f]=y(c.search),[d,h]=y(null),m=Zm(e.job_id,c,e.last_index,o===null),{list:p,of:$,problem:x,again:w,reach:b}=m,{status:v,search:_}=c,k=fe(()=>o&&Vu(o,{status:v,search:_}),[o,v,_]),R=k?{rows:k,matching:k.length}:p,Y=(U,oe)=>{let me=new URLSearchParams(s);oe?me.set(U,oe):me.delete(U),i(me,{replace:!0})};A(()=>{let U=setTimeout(()=>Y("search",u.trim()),Xm);return()=>clearTimeout(U)},[u]);let re=fe(()=>{let U=o?.job.last_index===$?o:null;return p.rows.find(oe=>U&&oe.index<=$&&!Ju(U,oe))},[o,p]);A(()=>{re&&n(re)},[re]);let Q=e.customer_count,Se=[["",Q],...xr.map(U=>[U,t.counts[U]])];return l`
    <section class="card outcomes" aria-labelledby="outcomes">
      <div class="row spread">
        <h2 id="outcomes">${a("job.outcomes",{n:Q})}</h2>
        ${r}
      </div>
      <div class="row">
        <div class="row" role="group" aria-label=${a("job.statuses")}>
          ${Se.filter(([U,oe])=>oe||U===c.status).map(([U,oe])=>l`
                <button
                  type="button"
                  key=${U}
                  class="choice-button"
                  aria-pressed=${U===c.status}
                  onClick=${()=>Y("outcome",String(U))}
                >
                  ${U?F("status",String(U)):a("job.allStatuses")}
                  <b>${N(Number(oe))}</b>
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
        <${e$} job_id=${e.job_id} filters=${c} rows=${k} />
      </div>
      <${V} problem=${k?null:x} retry=${w} />
      ${R.matching>0?l`
              <${Ar}
                key=${`${c.status} ${c.search}`}
                label=${a("job.outcomes",{n:Q})}
                columns=${[a("job.customer"),a("job.status"),a("job.message")]}
                count=${R.matching}
                onRange=${b}
                row=${U=>{let oe=R.rows[U];return oe?l`<${t$} row=${oe} onOpen=${h} />`:l`<td colspan="3" class="muted">…</td>`}}
              />
              <p class="hint" role="status">${a("job.rows",{n:R.matching})}</p>
            `:R!==pn&&l`<${ce} title=${a("job.noRows")} />`}
      ${d&&l`
          <${ue} title=${d.cid} onClose=${()=>h(null)}>
            <p><${de} status=${d.status} /> ${a("job.ofEntry",{index:d.index})}</p>
            <p class="entry-text">${d.message}</p>
          <//>
        `}
    </section>
  `}var Ym,Xm,t$,ed=g(()=>{"use strict";X();nr();ji();Xo();ie();B();Re();Ye();q();T();ve();Ei();ke();he();Z();C();kr();vo();Ym=1e4,Xm=200;t$=({row:e,onOpen:t})=>l`
  <td><${H} to=${O`/customers/${e.cid}`}>${e.cid}<//></td>
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
`});function nd({text:e}){let[t,o]=y(e.length<=od);return l`<span class="json-text">${t?e:`${e.slice(0,od)}\u2026`}</span> ${!t&&l`
        <button type="button" class="quiet" onClick=${()=>o(!0)}>
          ${a("json.all",{n:e.length})}
        </button>
      `}`}function o$({value:e}){return typeof e=="string"?l`<${nd} text=${JSON.stringify(e)} />`:l`<span class="json-number">
    ${e instanceof zt?e.text:String(e)}
  </span>`}function rd({label:e,children:t,isOpen:o=!1}){let[n,r]=y(o);return l`
    <details
      open=${n}
      onToggle=${s=>r(s.currentTarget.open)}
    >
      <summary>${e}</summary>
      ${n&&l`<ul>
          ${t()}
        </ul>`}
    </details>
  `}function sd(e,t,o,n){let r=1;for(;r*td<n-o;)r*=td;return Array.from({length:Math.ceil((n-o)/r)},(s,i)=>{let c=o+i*r;if(r===1){let d=t?JSON.stringify(t[c]):N(c);return l`<li key=${c}><${id} name=${d} value=${e[c]} /></li>`}let u=Math.min(c+r,n),f=`${N(c)} \u2026 ${N(u-1)}`;return l`<li key=${c}>
      <${rd} label=${f}>${()=>sd(e,t,c,u)}<//>
    </li>`})}function id({name:e,value:t,isOpen:o}){let n=e!==void 0&&l`<span class="json-name">${e}</span>${": "}`,r=t instanceof tt;if(!r&&!Array.isArray(t))return l`${n}<${o$} value=${t} />`;let s=r?t.values:t,i=r?`{ ${N(s.length)} }`:`[ ${N(s.length)} ]`;return s.length?l`
    <${rd} label=${l`${n}<span class="muted">${i}</span>`} isOpen=${o}>
      ${()=>sd(s,r?t.names:null,0,s.length)}
    <//>
  `:l`${n}${i}`}function Tr({text:e}){let t=fe(()=>{try{return Jt(e)}catch{return null}},[e]);return typeof t=="object"&&t&&!(t instanceof zt)?l`<div class="json"><${id} key=${e} value=${t} isOpen /></div>`:l`<div class="json json-raw"><${nd} key=${e} text=${e} /></div>`}var td,od,Oi=g(()=>{"use strict";ie();Co();C();T();td=100,od=300});function r$(e){let t="BODY";for(;e.includes(t);)t+="_";return t}function cd({server:e,url:t,payload:o}){try{Jt(o)}catch{return null}let r=`${`{"url":${ad(JSON.stringify(t))},"token":"$UPSTREAM_TOKEN","isPost":true`},"postData":${ad(o.replace(/[\r\n]+/g," "))}}`,s=r$(r);return`curl -sS ${n$(`${e}/proxy_fetch`)} \\
  -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' --data-binary @- <<${s}
${r}
${s}
`}var n$,ad,ld=g(()=>{"use strict";Co();n$=e=>`'${e.replaceAll("'","'\\''")}'`,ad=e=>e.replace(/[\\$`]/g,"\\$&")});async function dd(e,t){let o=location.origin+Te,n=await ud(e.job_id),s=t&&Ti(t,n)?cd({server:o,url:e.cluster_url,payload:n}):null;if(s===null)throw new J({status:422,title:a("job.curl"),detail:a("job.curlRefused")});await st(s,a("job.curlCopied"))}function s$({job_id:e,first:t,isProved:o,onWrong:n}){let r=W(i=>ud(e,i),[e]),s=r.data===void 0||Ti(t,r.data);return A(()=>{s||n(r.data)},[s]),l`
    <${be} of=${r}>
      ${i=>l`
        <div class="row">
          <${it}
            text=${a(s&&o?"job.payloadProved":"job.payloadWrong")}
            wrong=${s&&o?null:a("job.payloadWrong")}
          />
          <button type="button" onClick=${()=>st(i,a("job.payload"))}>
            <${I} name="copy" />${a("job.copyText")}
          </button>
          <button
            type="button"
            onClick=${()=>Xe(`${e}.payload.json`,i,"application/json")}
          >
            <${I} name="download" />${a("job.downloadText")}
          </button>
        </div>
        <${Tr} text=${i} />
      `}
    <//>
  `}function fd({size:e,...t}){let[o,n]=y(!1);return l`
    <section class="card" aria-labelledby="payload">
      <details onToggle=${r=>n(r.currentTarget.open)}>
        <summary>
          <h2 id="payload">${a("job.payload")}</h2>
          <span class="muted"> ${Lo(e)}</span>
        </summary>
        ${o&&l`<${s$} ...${t} />`}
      </details>
    </section>
  `}var ud,pd=g(()=>{"use strict";X();Xo();ie();B();q();T();ve();Oi();lo();he();Z();C();ld();kr();ud=(e,t)=>j(O`/v1/jobs/${e}/payload`,{asText:!0,...t&&{signal:t}})});function hd({job:e}){let[t,o]=y(Date.now()),n=e.status==="IN_PROGRESS";A(()=>{if(!n)return;let i=setInterval(()=>o(Date.now()),1e3);return()=>clearInterval(i)},[n]);let r=Ru(e,t);if(r===null)return null;let s=n?Math.floor(r/1e3)*1e3:r;return l`<span id="took">
    ${a(n?"job.running":"job.took",{time:We(s)})}
  </span>`}function a$({entry:e,wrong:t,isUnconnected:o}){let{index:n,kind:r,status:s,cause:i}=e,c=a(t===null?"job.proved":"job.notProved",{index:n});return l`
    <div class="row">
      ${r==="note_added"?l`<span class="tag"><${I} name="note" /> ${F("kind",r)}</span>`:l`
              <${de} status=${s??"IN_PROGRESS"} cause=${i} />
              ${r!=="status_changed"&&F("kind",r)}
            `}
      <${te} at=${e.recorded_at??e.created_at} />
      ${o&&t===null?l`<span class="muted">${a("job.notYet",{index:n})}</span>`:l`<${it} text=${c} wrong=${t} />`}
    </div>
  `}function c$({entry:e,before:t,wrong:o,isUnconnected:n}){let r=t?Iu(t,e):null,s=[a("job.by",{user:e.actor??e.submitted_by??e.user_id}),r!==null&&a("job.later",{time:We(r)}),e.http_status!==void 0&&`HTTP ${e.http_status}`,e.outcomes&&a("job.named",{n:e.outcomes.count})];return l`
    <li class="entry" data-entry=${e.index}>
      <${a$} entry=${e} wrong=${o} isUnconnected=${n} />
      <p class="muted">${s.filter(Boolean).join(", ")}</p>
      ${e.text!==void 0&&l`<p class="entry-text">${e.text}</p>`}
      ${e.error_message!==void 0&&l`<p class="entry-text">${e.error_message}</p>`}
      ${e.response_summary!==void 0&&l`
          <div class="entry-answer">
            <span class="muted">${a("job.answer")}</span>
            <${Tr} text=${e.response_summary} />
          </div>
        `}
      <p class="entry-links">
        <a href=${L(O`/v1/entries/${e.index}/receipt`)} download="${e.index}.receipt">
          ${a("job.receipt")}
        </a>
        <a href=${L(O`/v1/entries/${e.index}/leaf`)} download="${e.index}.leaf">
          ${a("job.leaf")}
        </a>
      </p>
    </li>
  `}function md({entries:e,proof:t}){let[o,n]=y(!1),r=o?0:Math.max(0,e.length-i$),s=i=>t.wrong.get(i.index)??(t.size?null:t.why);return l`
    <section class="card" aria-labelledby="timeline">
      <h2 id="timeline">${a("job.timeline")}</h2>
      ${r>0&&l`<button type="button" onClick=${()=>n(!0)}>
          ${a("job.earlier",{n:r})}
        </button>`}
      <ol class="timeline">
        ${e.slice(r).map((i,c)=>l`
              <${c$}
                key=${i.index}
                entry=${i}
                before=${e[r+c-1]}
                wrong=${s(i)}
                isUnconnected=${t.isUnconnected}
              />
            `)}
      </ol>
    </section>
  `}var i$,$d=g(()=>{"use strict";ie();B();Re();T();ve();Oi();lo();Z();C();vo();i$=50});var yd={};Fe(yd,{default:()=>bd});function l$({job:e,first:t,proof:o,counts:n,related:r,onDone:s}){let i=E(M),[c,u]=y(""),[f,d,h]=ee(()=>dd(e,xt(o)&&t)),m=Cu(e,n,i?.role??"auditor"),p=()=>u(""),x={job:e,counts:n,actions:m,related:r,onClose:p,onDone:()=>{p(),s()}},w=(b,v,_="")=>l`
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
      <a class="button" href=${L(O`/v1/jobs/${e.job_id}/evidence`)} download>
        <${I} name="download" />${a("job.evidence")}
      </a>
    </div>
    <${V} problem=${h} />
    ${c==="settle"&&l`<${Pu} ...${x} />`}
    ${c==="retry"&&l`<${Hu} ...${x} />`}
    ${c==="note"&&l`<${Uu} ...${x} />`}
    ${c==="compare"&&l`<${Fu} ...${x} />`}
  `}function d$({related:e}){let{retry_of:t,retries:o,batch:n,overlaps:r}=e,s=c=>{let{customers:u}=r.find(f=>f.job===c);return l`<span class="muted">${a("job.inCommon",{n:u})}</span>`},i=[{text:a("job.retryOf"),jobs:t?[t]:[]},{text:a("job.retries"),jobs:o},{text:a("job.batch"),jobs:n},{text:a("job.overlaps"),jobs:r.map(c=>c.job),more:s}].filter(({jobs:c})=>c.length);return i.length?l`
    <section class="card" aria-labelledby="related">
      <h2 id="related">${a("job.related")}</h2>
      ${i.map(({text:c,jobs:u,more:f})=>l`
          <h3 key=${c}>${c}</h3>
          <${Si} key=${`${c}=`} jobs=${u} more=${f} />
        `)}
    </section>
  `:null}function f$({overview:e,reload:t}){let{job:o,entries:n,outcomes:r,related:s,proof:i}=e,c=Yu(e),[u,f]=y(null),[d]=n,h=D(o.status);A(()=>{h.current!==o.status&&Pn(a("job.now",{status:F("status",o.status)})),h.current=o.status},[o.status]);let m=[s.retry_of,...s.retries,...s.batch,...s.overlaps.map(p=>p.job)].filter(Boolean);return l`
    <${go} overview=${e} lists=${c} more=${u} />
    <header class="job-head">
      <${G} title=${`${o.action_name}, ${a("job.customers",{n:o.customer_count})}`}>
        ${o.action_name}, ${a("job.customers",{n:o.customer_count})}
      <//>
      <p class="row">
        <${de} status=${o.status} cause=${o.cause} /> <${hd} job=${o} />
        <span>
          ${o.submitted_by?a("job.submittedFor",{user:o.user_id,by:o.submitted_by}):a("job.submitted",{user:o.user_id})}
        </span>
        <${yr} proof=${i} entries=${n} />
      </p>
      <${l$}
        job=${o}
        first=${d}
        proof=${i}
        counts=${Ou(o,r)}
        related=${m}
        onDone=${t}
      />
    </header>
    <div class="job-columns">
      <${u$} job=${o} />
      <div class="job-main">
        <${md} entries=${n} proof=${i} />
        <${Qu}
          job=${o}
          summary=${r}
          lists=${i.wrong.size||i.why?null:c.lists}
          onWrong=${p=>f({why:a("job.rowWrong"),row:p})}
        >
          <${Xu} lists=${c} customers=${o.customer_count} proof=${i} />
        <//>
        ${e.request_payload_bytes!==null&&l`
            <${fd}
              job_id=${o.job_id}
              size=${e.request_payload_bytes}
              first=${d}
              isProved=${xt(i)}
              onWrong=${p=>f({why:a("job.payloadWrong"),payload:p})}
            />
          `}
      </div>
      <${d$} related=${s} />
    </div>
  `}function p$({overview:e,reload:t}){let o=dn(e);return o.proof.isOther?l`
    <${go} overview=${o} />
    <${G}>${a("job.title")}<//>
    <${ce} title=${a("job.other")} />
  `:l`<${f$} overview=${o} reload=${t} />`}function bd({job_id:e}){let t=E(uo),o=W(i=>un(e,i),[e,t]),{data:n,reload:r}=o,s=n!==void 0;return A(()=>{if(!n)return;let i={job_id:e,after:n.job.last_index};return et(i,{onEntries:r,onState:c=>c==="stale"&&r()})},[s]),l`
    ${!s&&l`<${G} hidden>${a("job.title")}<//>`}
    <${be} of=${o}>
      ${i=>l`
        <${p$} overview=${i} reload=${r} />
      `}
    <//>
    ${o.error?.status===404&&l`<p><${H} to="/">${a("app.toJobs")}<//></p>`}
  `}var u$,wd=g(()=>{"use strict";we();wo();B();fo();Re();q();T();ve();yi();wi();ke();Ht();gi();he();Z();C();Bu();Zu();ed();pd();vo();$d();u$=({job:e})=>l`
  <section class="card" aria-labelledby="facts">
    <h2 id="facts">${a("job.facts")}</h2>
    <dl class="facts">
      ${$r.map(t=>[t,ln(e,t)]).filter(([,t])=>t!==null).map(([t,o])=>l`
            <dt key=${t}>${br(t)}</dt>
            <dd key=${`${t}=`}>${o}</dd>
          `)}
    </dl>
  </section>
`});var vd={};Fe(vd,{default:()=>xd});function b$({address:e,part:t,count:o,name:n}){let[r,s]=y([]),i=D({cids:r,after:null,isDone:o===0}),[c,u,f]=ee(async p=>{let $=i.current;for(;!$.isDone&&$.cids.length<p;){let x={part:t,limit:h$,after:$.after},{customers:w,next:b}=await j(e,{query:x});$.cids=[...$.cids,...w],$.after=b,$.isDone=b===null,s($.cids)}}),[d,h,m]=ee(async p=>{await c(o);let $=i.current.cids;if(!i.current.isDone)return;let x=$.join(`
`);p==="csv"?Xe(`${n}.csv`,Sr(["cid"],$.map(w=>[w])),"text/csv"):await ao(x)?K(a("job.copiedCustomers",{n:$.length})):Xe(`${n}.txt`,x,"text/plain")});return o?l`
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
  `:l`<p class="muted">${a("app.none")}</p>`}function y$({address:e,counts:t,name:o}){let[n,r]=qe(),s=gd.find(i=>i===n.get("part"))??"both";return l`
    <section class="card outcomes" aria-labelledby="customers">
      <h2 id="customers">${a("compare.customers")}</h2>
      <div class="row" role="group" aria-label=${a("compare.customers")}>
        ${gd.map(i=>l`
            <button
              type="button"
              key=${i}
              class="choice-button"
              aria-pressed=${i===s}
              onClick=${()=>r(new URLSearchParams({part:i}),{replace:!0})}
            >
              ${a(`compare.${i}`)} <b>${N(t[i])}</b>
            </button>
          `)}
      </div>
      <${b$}
        key=${s}
        address=${e}
        part=${s}
        count=${t[s]}
        name="${o}.${s}"
      />
    </section>
  `}function w$({first:e,second:t,children:o}){let[n,r]=[dn(e),dn(t)],s=n.proof.isOther||r.proof.isOther;return l`
    <${go} overview=${n} />
    <${go} overview=${r} banner="other-job-proof" />
    ${s?l`<${ce} title=${a("job.other")} />`:[l`<${$$} a=${n} b=${r} />`,o]}
  `}function xd({job_id:e,other_id:t}){let o=O`/v1/jobs/${e}/diff/${t}`,n=W(async r=>{let[s,i,{counts:c}]=await Promise.all([un(e,r),un(t,r),j(o,{signal:r})]);return{first:s,second:i,counts:c}},[e,t,E(uo)]);return l`
    <${G}>${a("compare.title")}<//>
    <${be} of=${n}>
      ${({first:r,second:s,counts:i})=>l`
        <${w$} first=${r} second=${s}>
          <${y$} address=${o} counts=${i} name=${e} />
        <//>
      `}
    <//>
  `}var gd,h$,m$,_d,$$,kd=g(()=>{"use strict";X();nr();ji();Xo();ie();B();q();T();ve();yi();wi();Ei();ke();Ht();gi();he();Z();C();gd=["only_a","only_b","both"],h$=1e4,m$=new Set(["job_id","created_at","updated_at"]),_d=({name:e,of:{job:t,entries:o,proof:n}})=>l`
  <th scope="col">
    <${H} to=${O`/jobs/${t.job_id}`}>${e}<//>
    <div><${yr} proof=${n} entries=${o} /></div>
  </th>
`,$$=({a:e,b:t})=>l`
  <section class="card scroll-x" aria-labelledby="facts">
    <h2 id="facts">${a("job.facts")}</h2>
    <table class="compare-facts">
      <thead>
        <tr>
          <td></td>
          <${_d} name=${a("compare.a")} of=${e} />
          <${_d} name=${a("compare.b")} of=${t} />
        </tr>
      </thead>
      <tbody>
        ${$r.map(o=>{let n=[ln(e.job,o),ln(t.job,o)];if(n.every(c=>c===null))return null;let[r,s]=[e.job[o]??null,t.job[o]??null],i=r!==s&&!m$.has(o);return l`
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
`});function Ad({label:e,count:t,height:o,children:n,of:r}){let s=D(null),[i,c]=y(0);A(()=>{s.current&&(s.current.scrollTop=0),c(0)},[r]);let u=Math.max(0,Math.min(Math.floor(i/o),t)-Sd),f=Math.ceil((s.current?.clientHeight||400)/o),d=Math.min(t,u+f+2*Sd+1);return l`
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
  `}var Sd,Td=g(()=>{"use strict";T();Sd=6});function _$({values:e,kinds:t,lines:o,first:n},r,s){let i=an[t[r]],c=e[r];if(i==="good")return"";if(i==="duplicate")return a("setAction.sameAs",{line:o[n.get(c)]});if(i==="blank")return a("setAction.isBlank");if(i==="spaces")return a("setAction.spaces");let u=at(c,s);return u&&a(`name.${u.why}`,{n:u.n??0,most:s,code:u.code??""})}function jd({checked:e,isTrimmed:t,onTrim:o,isRemoved:n,onRemoved:r,bytesMax:s}){let[i,c]=y("all"),[u,f]=y(""),{counts:d,values:h,lines:m}=e,p=h.length-d.good,$=n?"good":i!=="all"&&d[i]?i:"all",x=fe(()=>cu(e,$,u),[e,$,u]);if(h.length===0)return null;let w=["all",...an].filter(b=>b==="all"||d[b]);return l`
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
                <b>${N(b==="all"?h.length:d[b])}</b>
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
    <${Ci}
      label=${a("setAction.list")}
      search=${u}
      onSearch=${f}
      total=${n?d.good:h.length}
      found=${x}
    >
      ${b=>{let v=_$(e,b,s);return l`
          <span class="line muted" title=${a("setAction.line",{line:m[b]})}>
            ${N(m[b])}
          </span>
          <span class="value ${v&&"is-marked"}" title=${h[b]}>${h[b]}</span>
          <span class="fault" title=${v}>${v}</span>
        `}}
    <//>
  `}var g$,Ci,Li=g(()=>{"use strict";cn();ie();T();Td();C();g$=28;Ci=({label:e,search:t,onSearch:o,total:n,found:r,children:s})=>l`
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
  <${Ad} label=${e} count=${r.length} height=${g$} of=${r}>
    ${i=>s(r[i])}
  <//>
`});function Cd(e,t,o){let{upstreams:n,actions:r}=e.set_actions,s=t.get("action")??"",i=r.some(u=>u.name===s),c=n.length===1?n[0]:"";return{action:s&&!i?So:s,other:i?"":s,base:c,path:c&&o(c),token:"",batch:t.get("batch_id")??""}}function Ld(e,t){let o=t.endsWith("/")?t:`${t}/`,n=e.map(r=>r.cluster_url??"").find(r=>r.startsWith(o));return Ni(n?.slice(o.length)??"")}function Nd(e,t){let{limits:o}=t,n=at(Bt(e),o.action_name_bytes),r=e.batch?at(e.batch,o.batch_id_bytes):null;return{...n&&{action:n},...!e.base&&{base:!0},...r&&{batch:r}}}function Id(e,t,o){if(!e)return"reading";let{counts:n,customers:r}=e;return!t&&n.spaces+n.invalid>0?"invalid":r.length===0?"none":r.length>o?"many":null}var So,Ed,Ft,Od,Bt,Ao,Ni,Rd,jr=g(()=>{"use strict";cn();So="other ",Ed=2e4,Ft=(e,{name:t=null,isLarge:o=!1}={})=>({text:e,name:t,isLarge:o,delimiter:null,column:null,hasHeader:null,trims:!1}),Od=e=>({...Ft(e.map(t=>t[0]==='"'?`"${t.replaceAll('"','""')}"`:t).join(`
`)),delimiter:"",hasHeader:!1});Bt=({action:e,other:t})=>e===So?t:e,Ao=({base:e,path:t})=>t?`${e.replace(/\/$/,"")}/${t.replace(/^\/+/,"")}`:e,Ni=e=>e.split(/[?#]/)[0];Rd=(e,t)=>({url:Ao(e),...e.token&&{token:e.token},payload:{action:Bt(e),cids:t},contentType:"application/json",...e.batch&&{batch_id:e.batch}})});function x$({look:e,again:t}){let{jobs:o,is_complete:n,on_overlap:r,window_seconds:s}=e;A(()=>{if(o.length===0)return;let u=Math.min(Math.max(s*1e3,Dd.min),Dd.max),f=setTimeout(t,u);return()=>clearTimeout(f)},[e]);let i=!n&&l`<p>${a("setAction.incomplete")}</p>`;if(o.length===0)return i?l`<div class="notice notice-warning"><${I} name="alarm" />${i}</div>`:l`<p class="muted" id="overlaps">${a("setAction.noOverlap",{n:s})}</p>`;let c=r==="refuse";return l`
    <div class="notice ${c?"notice-error":"notice-warning"}" id="overlaps" role="alert">
      <${I} name="alarm" />
      <div>
        <p class="notice-title">${a("setAction.overlap",{n:o.length})}</p>
        <ul>
          ${o.map(({job_id:u,customers:f})=>l`
              <li key=${u}>
                <a href=${L(O`/jobs/${u}`)} target="_blank">
                  <code>${Yt(u)}</code></a
                >: ${a("setAction.overlapJob",{n:f})}
              </li>
            `)}
        </ul>
        ${i} ${c&&l`<p>${a("setAction.refuses")}</p>`}
        <p><button type="button" onClick=${t}>${a("setAction.lookAgain")}</button></p>
      </div>
    </div>
  `}function Md({form:e,customers:t,leftOut:o,onSend:n,isBusy:r,problem:s,onClose:i}){let[c,u]=y(""),f=Bt(e),d=W(p=>se("/v1/overlaps",{action_name:f,cids:t},{signal:p}),[]),h=fe(()=>{let p=c.toLowerCase();return[...t.keys()].filter($=>t[$].toLowerCase().includes(p))},[c]),m=d.data?.on_overlap==="refuse"&&d.data.jobs.length>0;return l`
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
          <dd>${Ao(e)}</dd>
          <dt>${a("setAction.token")}</dt>
          <dd>${e.token?a("setAction.isGiven"):a("setAction.noToken")}</dd>
          ${e.batch&&l`<dt>${a("setAction.batch")}</dt>
              <dd>${e.batch}</dd>`}
          <dt>${a("setAction.customers")}</dt>
          <dd>
            <b>${N(t.length)}</b>${" "}
            ${o>0&&l`<span class="muted">${a("setAction.leftOut",{n:o})}</span>`}
          </dd>
        </dl>
        <${be} of=${d}>
          ${p=>l`<${x$} look=${p} again=${d.reload} />`}
        <//>
        <${Ci}
          label=${a("setAction.customers")}
          search=${c}
          onSearch=${u}
          total=${t.length}
          found=${h}
        >
          ${p=>l`
            <span class="line muted">${N(p+1)}</span>
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
  `}var Dd,Hd=g(()=>{"use strict";X();ie();B();Ye();q();T();ve();he();C();Li();jr();Dd={min:5e3,max:6e4}});function Pd(e){let t=(...n)=>n.every((r,s)=>e[s]===r);if(t(80,75,3,4)||t(208,207,17,224))return{fault:"workbook"};let o=t(255,254)?"utf-16le":t(254,255)?"utf-16be":"utf-8";try{let n=new TextDecoder(o,{fatal:!0}).decode(e);return n.includes("\0")?{fault:"binary"}:{text:n}}catch{return{fault:"encoding"}}}function Ud(e){let t=e.slice(0,65536),o=t.replace(/"(?:[^"]|"")*"/g,"").split(/\r\n?|\n/);t.length<e.length&&o.length>1&&o.pop();let n=o.filter(i=>i.trim()),r=Er.filter(i=>n.some(c=>c.includes(i)));return r.find(i=>{let c=n.map(u=>u.split(i).length);return n.length>1&&c.every(u=>u===c[0]&&u>1)})??(r.length>1?Er.join(""):r[0]??"")}function*Fd(e,t){let o={rows:[],lines:[],unclosed:null},n=new RegExp(`[\r
${t}]`,"g"),r=e[0]==="\uFEFF"?1:0,s=1;for(;r<e.length;){let i=[];for(o.lines.push(s);;){let c;if(e[r]==='"'&&o.unclosed===null){if(c=k$(e,r),c<0){o.unclosed=s;continue}let u=e.slice(r+1,c-1);s+=u.match(/\r\n?|\n/g)?.length??0,i.push(u.replaceAll('""','"')),r=c,n.lastIndex=r,c=n.exec(e)?.index??e.length,i[i.length-1]+=e.slice(r,c)}else n.lastIndex=r,c=n.exec(e)?.index??e.length,i.push(e.slice(r,c));if(r=c+1,c>=e.length||e[c]===`
`)break;if(e[c]==="\r"){e[r]===`
`&&(r+=1);break}}s+=1,o.rows.push(i),o.rows.length%1e3===0&&(yield)}return o}function k$(e,t){let o=t+1;for(;;){if(o=e.indexOf('"',o)+1,o===0)return-1;if(e[o]!=='"')return o;o+=1}}function Wd(e,t){let o=e.slice(0,200).filter(b=>!Bd(b)),n=o[0]??[],r=n.map(S$),s=v$.map(b=>r.indexOf(b)).find(b=>b>=0),i=Math.max(1,...o.map(A$)),c=o.every(b=>b.length===n.length),u=i>1&&o.length>1&&(c||s!==void 0),f=b=>/\d/.test(b),d=u&&!n.some(f)&&o.slice(1).every(b=>b.some(f)),h=t.hasHeader??(o.length>1&&(s!==void 0||d)),m=t.column??(u?s??null:i>1?"all":0),p=o.slice(h?1:0),$=u?Math.min(i,50):1,x=Array.from({length:$},(b,v)=>h?n[v]??"":""),w=x.map((b,v)=>p.slice(0,2).map(_=>_[v]??""));return{columns:x,samples:w,hasHeader:h,column:m}}function A$(e){let t=e.length;for(;t>0&&!e[t-1].trim();)t-=1;return t}function qd({rows:e,lines:t},{hasHeader:o,column:n}){let r=[],s=[],i=o;for(let[c,u]of e.entries()){if(i&&Bd(u))continue;if(i){i=!1;continue}if(n===null)break;let f=u.length-(u.length>1&&!u[u.length-1]?1:0);for(let d of n==="all"?u.slice(0,f):[u[n]??""])r.push(d),s.push(t[c])}return{values:r,lines:s}}async function Ii(e,t){let o=performance.now();for(;;){let{done:n,value:r}=e.next();if(n)return r;performance.now()-o<8||(await new Promise(s=>setTimeout(s)),t?.throwIfAborted(),o=performance.now())}}var Er,v$,Bd,S$,Ri=g(()=>{"use strict";Er=["	",";",","],v$=["cust_id","cid","customer_id","customer","cids","customers"];Bd=e=>e.every(t=>!t.trim()),S$=e=>e.trim().toLowerCase().replace(/\W+/g,"_")});async function j$(e){if(e.size>64e6)return{fault:a("csv.large",{size:Lo(64e6)})};let t=Pd(new Uint8Array(await e.arrayBuffer()));return"fault"in t?{fault:a(`csv.${t.fault}`)}:t}function E$({read:{delimiter:e,layout:t,rows:o},onChoice:n}){let{columns:r,samples:s,hasHeader:i,column:c}=t,u=r.length>1;if(!e&&!u&&!i)return null;let f=d=>{let h=r[d].trim()||a("setAction.columnNo",{n:d+1}),m=s[d].map(p=>p.slice(0,24)).join(", ");return m?a("setAction.columnOf",{name:h,samples:m}):h};return l`
    <div class="reading">
      <${P}
        as="select"
        label=${a("setAction.separated")}
        value=${e}
        onValue=${d=>n({delimiter:d,column:null})}
      >
        ${T$.map(([d,h])=>l`<option key=${d} value=${d} selected=${d===e}>
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
  `}function Vd({source:e,onSource:t,read:o,isRemoved:n,onRemoved:r,bytesMax:s}){let[i,c]=y(""),[u,f]=y(!1),[d,h]=y(e.text),m=b=>{c(""),t(b)},p=async b=>{if(!b)return;let v=await j$(b);"fault"in v?c(`${b.name}: ${v.fault}`):m(Ft(v.text,{name:b.name,isLarge:!0}))},$=b=>{let{files:v}=b.clipboardData,_=b.clipboardData.getData("text"),k=b.currentTarget;if(!(!_&&v.length===0)&&!(_&&k.value.length+_.length<=Ed))if(b.preventDefault(),!_)p(v[0]);else{let R=k.value.slice(0,k.selectionStart),Y=k.value.slice(k.selectionEnd);m(Ft(R+_+Y,{isLarge:!0}))}},x=b=>{b.preventDefault(),f(!1);let{files:v}=b.dataTransfer,_=b.dataTransfer.getData("text");v.length?p(v[0]):_&&m(Ft(_,{isLarge:!0}))},w=b=>v=>{v.preventDefault(),f(b)};return l`
    <section
      class="card customers ${u?"is-over":""}"
      onDragOver=${w(!0)}
      onDragLeave=${w(!1)}
      onDrop=${x}
    >
      <h2>${a("setAction.customers")}</h2>
      ${e.isLarge?l`<${O$} source=${e} onClear=${()=>m(Ft(d))} />`:l`
              <${P}
                as="textarea"
                id="customers"
                label=${a("setAction.paste")}
                rows="6"
                spellcheck=${!1}
                autocapitalize="none"
                value=${e.text}
                onPaste=${$}
                onValue=${b=>{h(b),m(Ft(b))}}
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
          <${E$}
            read=${o}
            onChoice=${b=>{r(!1),t({...e,...b})}}
          />
          <${jd}
            checked=${o.checked}
            isTrimmed=${e.trims}
            onTrim=${b=>t({...e,trims:b})}
            isRemoved=${n}
            onRemoved=${r}
            bytesMax=${s}
          />
        `}
    </section>
  `}var T$,O$,Jd=g(()=>{"use strict";Ri();ie();Oe();T();ve();C();Li();jr();T$=[["","setAction.lines"],[",","setAction.comma"],[";","setAction.semicolon"],["	","setAction.tab"],[Er.join(""),"setAction.any"]];O$=({source:e,onClear:t})=>l`
  <div class="large row spread">
    <span class="row"><${I} name="note" /> <b>${e.name??a("setAction.pasted")}</b></span>
    <span class="muted">${Lo(new Blob([e.text]).size)}</span>
    <button type="button" onClick=${t}>${a("setAction.clear")}</button>
  </div>
`});function L$({sending:e,job_id:t}){let{data:o,reload:n}=W(s=>j(O`/v1/jobs/${t}`,{signal:s}),[t]),r=o&&o.status!=="IN_PROGRESS";return A(()=>{if(!r)return et({job_id:t,kind:"status_changed"},{onEntries:n,onState:n})},[t,r]),A(()=>()=>{r&&wr(e.key)},[r]),l`
    ${o&&l`<${de} status=${o.status} cause=${o.cause} />`}
    <a href=${L(O`/jobs/${t}`)}>${a("setAction.open")}</a>
  `}function Kd({user:e}){let t=E(vt).filter(o=>o.user===e&&!fn.has(o.key));return t.length===0?null:l`
    <section class="card" id="sent">
      <h2>${a("setAction.sentTitle")}</h2>
      <ul class="sent">
        ${t.map(o=>l`
            <li key=${o.key} class="row">
              <b>${a("setAction.sentWhat",{action:o.action,n:o.count})}</b>
              ${o.job_id?l`<${L$} sending=${o} job_id=${o.job_id} />`:l`<${C$} sending=${o} />`}
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
  `}var C$,Gd=g(()=>{"use strict";X();B();xo();fo();Re();q();T();_i();C();C$=({sending:e})=>l`<span role="status">${_r(e)}</span>`});function Yd(e,t){let[o,n]=y(null),r=D(o);return A(()=>{let s=new AbortController,{signal:i}=s,c=async()=>{let d=r.current,h=e.delimiter??Ud(e.text),p=d?.source.text===e.text&&d.delimiter===h?d.rows:await Ii(Fd(e.text,h),i),$=Wd(p.rows,e),x=qd(p,$),w=au(x,{trims:e.trims,bytesMax:t}),b=await Ii(w,i);r.current={source:e,delimiter:h,rows:p,layout:$,checked:b},n(r.current)},u=e.isLarge||!r.current?0:N$,f=setTimeout(()=>c().catch(d=>i.aborted||reportError(d)),u);return()=>{clearTimeout(f),s.abort()}},[e]),{read:o,isCurrent:o?.source===e}}var N$,Xd=g(()=>{"use strict";Ri();cn();T();N$=120});var Qd={};Fe(Qd,{default:()=>Zd});function I$({meta:e,form:t,onForm:o,pathOf:n,faults:r}){let{upstreams:s,actions:i,others:c}=e.set_actions,u=(d,h)=>{let m=r[d];return!m||m.why==="empty"?null:a(`name.${m.why}`,{n:m.n??0,most:h,code:m.code??""})},f=d=>h=>o({[d]:h});return l`
    <section class="card">
      <h2>${a("setAction.what")}</h2>
      <${P} as="select" id="action" label=${a("setAction.action")} onValue=${f("action")}>
        <option value="" disabled selected=${!t.action}>${a("setAction.choose")}</option>
        ${i.map(({name:d})=>l`<option key=${d} selected=${d===t.action}>${d}</option>`)}
        ${c&&l`<option value=${So} selected=${t.action===So}>
            ${a("setAction.other")}
          </option>`}
      <//>
      ${t.action===So&&l`
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
        hint=${t.base&&a("setAction.sendsTo",{url:Ao(t)})}
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
  `}function R$({meta:e,jobs:t,user:o}){let[n]=qe(),r=`paths:${o}`,s=Ce=>ot(r)?.[Ce]??Ld(t,Ce),[i,c]=y(()=>Cd(e,n,s)),[u,f]=y(()=>Od(n.getAll("cid"))),[d,h]=y(!1),[m,p]=y(!1),{cid_bytes:$,customers_of_a_job:x}=e.limits,{read:w,isCurrent:b}=Yd(u,$),v=b&&w?w.checked:null,_=w?.checked.customers??[],k=Nd(i,e),R=w?.layout.column===null,Y=Id(v,d,x),Q=Object.keys(k).length>0?a("setAction.missing"):R?a("setAction.why.column"):Y&&a(`setAction.why.${Y}`,{most:x}),Se=fe(Kt,[Ao(i),Bt(i),i.batch,_]),[U,oe,me,ge]=ee(async()=>{Gt(r,{...ot(r),[i.base]:Ni(i.path)});let Ce={key:Se,user:o,action:Bt(i),count:_.length},qt=Rd(i,_),Xi=await gr({get:j,post:se},Ce,"/v1/set-actions",qt);c(tp=>({...tp,token:""})),K(a("setAction.sent",{id:Yt(Xi)})),xe(L(O`/jobs/${Xi}`))});return l`
    <form
      class="set-action"
      autocomplete="off"
      onSubmit=${Ce=>{Ce.preventDefault(),Q||p(!0)}}
    >
      <${I$}
        meta=${e}
        form=${i}
        onForm=${Ce=>c(qt=>({...qt,...Ce}))}
        pathOf=${s}
        faults=${k}
      />
      <${Vd}
        source=${u}
        onSource=${Ce=>{Ce.text!==u.text&&h(!1),f(Ce)}}
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
        <${Md}
          form=${i}
          customers=${_}
          leftOut=${v.values.length-_.length}
          onSend=${U}
          isBusy=${oe}
          problem=${me}
          onClose=${()=>{ge(),p(!1)}}
        />
      `}
  `}function Zd(){let e=E(M),t=W(async n=>{let r=await j("/v1/meta",{signal:n}),{upstreams:s}=r.set_actions;return e?.role==="auditor"||s.length===0?{meta:r,jobs:[]}:{meta:r,jobs:(await j("/v1/jobs",{query:{source:"gateway",status:"SUCCESS",limit:20},signal:n})).jobs}},[e?.role]),o=l`<${G}>${a("setAction.title")}<//>`;return e?e.role==="auditor"?l`${o}
      <${ce} title=${a("setAction.auditor")}><p>${a("setAction.auditorHint")}</p><//>`:l`
    ${o}
    <${Kd} user=${e.user_id} />
    <${be} of=${t}>
      ${({meta:n,jobs:r})=>n.set_actions.upstreams.length?l`<${R$} meta=${n} jobs=${r} user=${e.user_id} />`:l`<${ce} title=${a("setAction.noUpstream")}>
              <p>${a("setAction.noUpstreamHint")}</p>
            <//>`}
    <//>
  `:o}var ef=g(()=>{"use strict";we();X();ie();B();Ne();xo();Tt();Oe();q();T();ke();he();Z();C();Hd();Jd();Gd();jr();Xd()});function M$(){let e=D(null),[t,o]=y(0);return A(()=>{if(!e.current)return;let n=new ResizeObserver(([{contentRect:r}])=>o(r.width));return n.observe(e.current),()=>n.disconnect()},[]),[e,t]}function rf({label:e,height:t,text:o,onLeave:n,children:r}){let[s,i]=M$();return l`
    <div class="chart" ref=${s}>
      <svg role="img" aria-label=${e} width=${i} height=${t} onPointerLeave=${n}>
        ${i>0&&r(i)}
      </svg>
      <p class="chart-text" aria-hidden="true">${o}</p>
    </div>
  `}function Or({label:e,bars:t,axis:o,show:n,height:r=200,nameWidth:s=56}){let[i,c]=y(null),u=t.find(p=>p.key===i)?.text??"",f=r-22,d=12+7*Math.max(...o.map(p=>n(p).length)),h=p=>p/o[o.length-1]*(f-10);return l`
    <${rf} label=${e} height=${r} text=${u} onLeave=${()=>c(null)}>${p=>{let $=(p-d-12)/t.length,x=Math.ceil(s/$),w=Math.min(48,Math.max(1.5,$-($>8?4:1)));return l`
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
      ${t.map((b,v)=>{let _=d+v*$,k=f;return l`
          <g key=${b.key} class="column" onPointerEnter=${()=>c(b.key)}>
            <rect
              class="column-ground ${b.onPick?"bar-link":""}"
              x=${_}
              y="0"
              width=${$}
              height=${f}
              onClick=${b.onPick}
            />
            ${b.parts.map(R=>{let Y=sf(h(R.value),R.value);return k-=Y,Y>0&&l`
                  <${Di}
                    key=${R.kind}
                    part=${R}
                    x=${_+($-w)/2}
                    y=${k}
                    width=${w}
                    height=${Y}
                  />
                `})}
            ${(t.length-1-v)%x===0&&(v+.5)*$>=s/2-d&&l`
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
  `}function af({label:e,bars:t,most:o}){let[n,r]=y(null),s=t.find(u=>u.key===n)?.text??"",i=28,c=u=>{let f=Math.min(160,u*.3),d=12+8*Math.max(...t.map(p=>p.total.length)),h=u-f-d,m=Math.floor(f/7.5);return t.map((p,$)=>{let x=$*i,w=f,b=p.parts.map(v=>{let _=sf(v.value/(o||1)*h,v.value);return w+=_,_>0&&l`
            <${Di}
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
    <${rf}
      label=${e}
      height=${Math.max(1,t.length)*i}
      text=${s}
      onLeave=${()=>r(null)}
      >${c}<//
    >
  `}var tf,of,D$,Di,nf,sf,Cr=g(()=>{"use strict";T();tf={FAILED:"M-2 2 2-2M0 8 8 0M6 10l4-4",UNCONFIRMED:"M1 2h2M5 6h2",IN_PROGRESS:"M0 2h8M0 6h8"},of=()=>l`
  <svg class="patterns" aria-hidden="true" width="0" height="0">
    <defs>
      ${Object.entries(tf).map(([e,t])=>l`
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
`,D$=e=>e in tf?`url(#pattern-${e})`:"currentColor",Di=({part:e,...t})=>l`
  <rect
    ...${t}
    class="bar bar-${e.kind} ${e.onPick?"bar-link":""}"
    fill=${D$(e.kind)}
    onClick=${e.onPick}
  />
`,nf=({kind:e})=>l`
  <svg class="swatch" viewBox="0 0 16 16" aria-hidden="true">
    <${Di} part=${{kind:e,value:1}} x=${1} y=${1} width=${14} height=${14} />
  </svg>
`;sf=(e,t)=>t?Math.max(2,e):0});function H$({caption:e,head:t,rows:o}){let[n,r]=y(!1),s=i=>typeof i=="string"?i:l`<${H} to="/" query=${i.query}>${i.text}<//>`;return l`
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
  `}var cf,hn,Mi=g(()=>{"use strict";C();Cr();T();Z();cf=({statuses:e})=>l`
  <ul class="legend">
    ${e.map(t=>l`<li key=${t}><${nf} kind=${t} />${F("status",t)}</li>`)}
  </ul>
`,hn=({id:e,title:t,hint:o,table:n,children:r})=>l`
  <section class="card figure" id=${e} aria-labelledby="${e}-title">
    <h2 id="${e}-title">${t}</h2>
    <p class="hint">${o}</p>
    ${r}
    <${H$} ...${n} />
  </section>
`});function Lr(e,t=4,o=0){let n=Math.max((e||1)/t,o,Number.MIN_VALUE),r=10**Math.floor(Math.log10(n)),s=[1,2,5,10].map(c=>c*r).find(c=>c>=n*.999)??n,i=Math.max(1,Math.ceil(e/s-1e-9));return Array.from({length:i+1},(c,u)=>Number((u*s).toPrecision(6)))}var lf=g(()=>{"use strict"});function Pi(e){let t=ff();for(let o of e)for(let n of ct)t[n]+=o[n];return t}function Nr(e){let t=Ee(e)-e.IN_PROGRESS;return t?e.FAILED/t:null}function pf(e){let t=Number(e.get("days"));return Hi.find(o=>o===t)??30}function mf(e,t,o){let n=new Map(e.map(({value:r,jobs:s})=>[r,s]));return Array.from({length:t},(r,s)=>{let i=hf(o-(t-1-s)*df);return{day:i,jobs:n.get(i)??ff()}})}function $f({rows:e,other:t},o){let n=e.length===o+1&&!Ee(t)?e:e.slice(0,o);return{rows:n,other:Pi([t,...e.slice(n.length).map(r=>r.jobs)])}}function bf(e){let t={all:[],answered:[],reported:[],imported:[]};for(let{status:o,cause:n,created_at:r,updated_at:s}of e){let c=(o==="SUCCESS"||o==="FAILED")&&Ui.includes(n)&&s?No(r,s):-1;c>=0&&(t[n].push(c),t.all.push(c))}for(let o of Object.values(t))o.sort((n,r)=>n-r);return t}function yf(e){let t=uf.map((n,r)=>{let s=r?uf[r-1]:0;return{from:s,to:n,count:e.filter(i=>i>=s&&i<n).length}}),o=t.map(n=>n.count>0);return o.includes(!0)?t.slice(o.indexOf(!0),o.lastIndexOf(!0)+1):[]}var ct,Hi,df,ff,Ee,hf,Wt,mn,Ui,uf,Fi=g(()=>{"use strict";ie();ct=["SUCCESS","FAILED","UNCONFIRMED","IN_PROGRESS"],Hi=[14,30,90],df=864e5,ff=()=>({SUCCESS:0,FAILED:0,UNCONFIRMED:0,IN_PROGRESS:0});Ee=e=>ct.reduce((t,o)=>t+e[o],0);hf=e=>new Date(e).toISOString().slice(0,10);Wt=(e,t=e)=>({since:`${e}T00:00:00Z`,until:`${hf(Date.parse(t)+df)}T00:00:00Z`});mn=(e,t)=>e[Math.min(e.length-1,Math.max(0,Math.ceil(t*e.length)-1))],Ui=["answered","reported","imported"];uf=[30,100,300,1e3,3e3,1e4,3e4,6e4,18e4,6e5,18e5,36e5,864e5,1/0]});function Wi(e){let t=ct.filter(o=>e[o]).map(o=>`${N(e[o])} ${F("status",o).toLowerCase()}`);return`${a("overview.jobs",{n:Ee(e)})}${t.length?`: ${t.join(", ")}`:""}`}function xf({days:e}){let t=e.map(({day:n,jobs:r})=>{let s=Wt(n),i=`${To(n)}: ${Wi(r)}`,c=wf(r,s);return{key:n,name:To(n),parts:c,text:i,onPick:Rr(s)}}),o=Math.max(...e.map(({jobs:n})=>Ee(n)));return l`
    <${hn}
      id="by-day"
      title=${a("overview.byDay")}
      hint=${a("overview.byDayHint")}
      table=${{caption:a("overview.byDayTable",Ir(e)),head:[a("overview.day"),..._f()],rows:e.map(({day:n,jobs:r})=>[n,...gf(r,Wt(n))]).reverse()}}
    >
      <${Or}
        label=${a("overview.byDayLabel",{...Ir(e),most:N(o)})}
        bars=${t}
        axis=${Lr(o,4,1)}
        show=${N}
      />
    <//>
  `}function vf({days:e}){let t=e.map(({jobs:r})=>Nr(r)),o=Math.max(0,...t.map(r=>r??0)),n=e.map(({day:r,jobs:s},i)=>{let c=t[i],u=Rr({...Wt(r),status:"FAILED"}),f=c===null?a("overview.noneEnded"):Ot(c);return{key:r,name:To(r),text:`${To(r)}: ${f} (${Wi(s)})`,parts:[{kind:"FAILED",value:c??0,onPick:u}],onPick:u}});return l`
    <${hn}
      id="failure-rate"
      title=${a("overview.rate")}
      hint=${a("overview.rateHint")}
      table=${{caption:a("overview.rateTable",Ir(e)),head:[a("overview.day"),a("overview.rate"),F("status","FAILED"),a("overview.ended")],rows:e.map(({day:r,jobs:s},i)=>[r,t[i]===null?"\u2013":Ot(t[i]),Bi(s.FAILED,{...Wt(r),status:"FAILED"}),N(Ee(s)-s.IN_PROGRESS)]).reverse()}}
    >
      <${Or}
        label=${a("overview.rateLabel",{...Ir(e),most:Ot(o)})}
        bars=${n}
        axis=${Lr(o||1)}
        show=${Ot}
      />
    <//>
  `}function qi({id:e,name:t,table:o}){let{rows:n,other:r}=$f(o,P$),s=n.map(({value:u,jobs:f})=>({name:u,jobs:f,query:{[t]:u}}));Ee(r)&&s.push({name:a("overview.others"),jobs:r,query:null});let i=t==="action_name",c=s.map(({name:u,jobs:f,query:d})=>({key:`${d?"":"other "}${u}`,name:u,parts:wf(f,d),text:`${u}: ${Wi(f)}`,total:N(Ee(f)),...d&&{onPick:Rr(d)}}));return l`
    <${hn}
      id=${e}
      title=${a(i?"overview.byAction":"overview.byUser")}
      hint=${a("overview.byValueHint")}
      table=${{caption:a(i?"overview.byActionTable":"overview.byUserTable"),head:[a(i?"overview.action":"overview.user"),..._f()],rows:s.map(({name:u,jobs:f,query:d})=>[u,...gf(f,d)])}}
    >
      <${af}
        label=${a(i?"overview.byActionLabel":"overview.byUserLabel",{names:s.map(({name:u,jobs:f})=>`${u} ${N(Ee(f))}`).join(", ")})}
        bars=${c}
        most=${Math.max(...s.map(({jobs:u})=>Ee(u)))}
      />
    <//>
  `}function kf({jobs:e}){let t=bf(e),o=t.all.length;if(!o)return null;let n=yf(t.all),r=({from:f,to:d})=>d===1/0?a("overview.atLeast",{from:We(f)}):a("overview.below",{to:We(d)}),s=n.map(f=>({key:String(f.to),name:r(f),text:`${r(f)}: ${a("overview.jobs",{n:f.count})}`,parts:[{kind:"plain",value:f.count}]})),i=We(mn(t.all,.5)),c=We(mn(t.all,.95)),u=Ui.filter(f=>t[f].length);return l`
    <${hn}
      id="durations"
      title=${a("overview.durations")}
      hint=${a("overview.durationsHint",{n:o})}
      table=${{caption:a("overview.durationsTable",{n:o}),head:[a("overview.took"),a("overview.total")],rows:n.map(f=>[r(f),N(f.count)])}}
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
                  <td>${N(t[f].length)}</td>
                  <td>${We(mn(t[f],.5))}</td>
                  <td>${We(mn(t[f],.95))}</td>
                </tr>
              `)}
          </tbody>
        </table>
      </div>
      <${Or}
        label=${a("overview.durationsLabel",{n:o,median:i,high:c})}
        bars=${s}
        axis=${Lr(Math.max(...n.map(f=>f.count)),3,1)}
        show=${N}
        height=${150}
        nameWidth=${68}
      />
    <//>
  `}var P$,U$,To,Rr,wf,Bi,gf,_f,Ir,Sf=g(()=>{"use strict";ie();B();Ne();lf();Cr();Mi();T();C();Fi();P$=10,U$=new Intl.DateTimeFormat(jt,{day:"numeric",month:"short",timeZone:"UTC"}),To=e=>U$.format(new Date(e)),Rr=e=>()=>xe(L("/",e));wf=(e,t)=>ct.map(o=>({kind:o,value:e[o],...t&&{onPick:Rr({...t,status:o})}})),Bi=(e,t)=>e&&t?{text:N(e),query:t}:N(e),gf=(e,t)=>[Bi(Ee(e),t),...ct.map(o=>Bi(e[o],t&&{...t,status:o}))],_f=()=>[a("overview.total"),...ct.map(e=>F("status",e))],Ir=e=>({n:e.length,from:To(e[0].day),to:To(e[e.length-1].day)})});function Af(e,t){let o=D(t);A(()=>{o.current!==t&&e(),o.current=t},[t])}function B$({head:e}){let t=W(o=>j("/readyz",{signal:o,asks:!1}),[]);return Af(t.reload,e.size),A(()=>{let o=setInterval(()=>document.hidden||t.reload(),F$);return()=>clearInterval(o)},[]),t.error?l`<span class="bad"><${I} name="alarm" /> ${a("health.notReady")}</span>
      ${t.error.detail}`:t.data?l`<span class="good"><${I} name="SUCCESS" /> ${a("health.ready")}</span>`:a("app.loading")}function W$({head:e}){let{data:t,error:o,reload:n}=W(i=>j("/log/checkpoint",{signal:i,asText:!0}),[]);if(Af(n,e.size),!t)return o?o.detail:a("app.loading");let[,r,s]=t.split(`
`);return l`
    ${a("health.checkpointOf",{n:Number(r)})} ${" "}<${Tf}
      short=${`${s.slice(0,10)}\u2026`}
      text=${t}
      what=${a("health.checkpoint")}
    />
    ${" "}<a href=${L("/log/checkpoint")} download="checkpoint">${a("health.download")}</a>
  `}function q$(){let e=gt();if(!e)return a("health.notSeen");let t=Ge(e.checkpoint);return l`${a("health.seenSize",{n:t})} (<${te} at=${e.at} />)`}function z$({role:e}){let t=`jobctl verify --server ${location.origin}${Te} --key verifier.key`;return l`
    <p>${a("health.how")}</p>
    <div class="row command">
      <pre class="scroll-x" tabindex="0"><code>${t}</code></pre>
      <button type="button" onClick=${()=>st(t,a("health.command"))}>
        ${a("app.copy",{what:""})}
      </button>
    </div>
    <p class="hint">${a(e==="operator"?"health.howOperator":"health.howHint")}</p>
  `}function zi({head:e}){let t=E(M),{data:o}=W(i=>j("/v1/meta",{signal:i}),[]),n=o?.ledger.verifier_key??"",[r,s]=n.split("+");return l`
    <section class="card health" id="health" aria-labelledby="health-title">
      <h2 id="health-title">${a("health.title")}</h2>
      <dl class="facts">
        <dt>${a("health.state")}</dt>
        <dd><${B$} head=${e} /></dd>
        <dt>${a("health.size")}</dt>
        <dd>${a("health.entries",{n:e.size})}</dd>
        <dt>${a("health.checkpoint")}</dt>
        <dd><${W$} head=${e} /></dd>
        <dt>${a("health.key")}</dt>
        <dd>
          ${n&&l`<code>${r}</code> <${Tf} short=${s} text=${n} what=${a("health.key")} />`}
        </dd>
        <dt>${a("health.seen")}</dt>
        <dd><${q$} /></dd>
      </dl>
      <${z$} role=${t?.role} />
      <p><${H} to="/help/proof">${a("landing.help")}<//></p>
    </section>
  `}var F$,Tf,jf=g(()=>{"use strict";we();X();tr();B();q();T();ve();Ht();Z();C();F$=3e4;Tf=({short:e,text:t,what:o})=>l`
  <button type="button" class="copy-id" title=${t} onClick=${()=>st(t,o)}>
    <code>${e}</code><${I} name="copy" />
    <span class="off-screen">${a("app.copy",{what:o})}</span>
  </button>
`});var Of={};Fe(Of,{default:()=>Ef});function K$(e){A(()=>{let t=new Map,o=()=>{for(let{reload:r,ms:s}of e){if(t.has(r))continue;let i=()=>{t.delete(r),r()};t.set(r,window.setTimeout(i,s))}},n=et({},{onEntries:o,onState:r=>r==="stale"&&o()});return()=>{t.forEach(r=>clearTimeout(r)),n()}},[])}function G$({stats:e,days:t}){let o=Pi(t.map(i=>i.jobs)),n=Nr(o),r=Ee(e.total),s=Wt(t[0].day,t[t.length-1].day);return l`
    <dl class="numbers">
      <${$n} name=${a("overview.all")} value=${N(r)} to=${{}} />
      <${$n}
        name=${a("overview.inSpan",{n:t.length})}
        value=${N(Ee(o))}
        to=${s}
      />
      <${$n}
        name=${a("overview.rateInSpan",{n:t.length})}
        value=${n===null?"\u2013":Ot(n)}
        to=${{...s,status:"FAILED"}}
      />
      <${$n}
        name=${a("overview.inProgress")}
        value=${N(e.total.IN_PROGRESS)}
        to=${{status:"IN_PROGRESS"}}
      />
      <${$n}
        name=${a("overview.unconfirmed")}
        value=${N(e.total.UNCONFIRMED)}
        to=${{status:"UNCONFIRMED"}}
      />
    </dl>
  `}function Ef(){let e=E(M),[t,o]=qe(),n=pf(t),r=W(u=>j("/v1/stats",{signal:u,query:{limit:100}}),[]),s=W(u=>j("/v1/jobs",{signal:u,query:{status:["SUCCESS","FAILED"],limit:500}}),[]);K$([{reload:r.reload,ms:V$},{reload:s.reload,ms:J$}]);let i=u=>{t.set("days",u),o(new URLSearchParams(t),{replace:!0})},c=u=>{if(!Ee(u.total))return l`
        <${ce} title=${a("overview.empty")}><p>${a("overview.emptyHint")}</p><//>
        <${zi} head=${u.head} />
      `;let f=mf(u.by_day.rows,n,Date.now());return l`
      <${G$} stats=${u} days=${f} />
      <${cf} statuses=${ct} />
      <div class="figures">
        <${xf} days=${f} />
        <${vf} days=${f} />
        <${qi} id="by-action" name="action_name" table=${u.by_action} />
        ${e?.role!=="operator"&&l`<${qi} id="by-user" name="user_id" table=${u.by_user} />`}
        <${be} of=${s}>
          ${({jobs:d})=>l`<${kf} jobs=${d} />`}
        <//>
        <${zi} head=${u.head} />
      </div>
    `};return l`
    <div class="row spread overview-top">
      <${G}>${a("overview.title")}<//>
      <${Pt}
        label=${a("overview.span")}
        options=${Hi.map(u=>({value:String(u),text:a("overview.days",{n:u})}))}
        value=${String(n)}
        onValue=${i}
      />
    </div>
    ${e?.role==="operator"&&l`<p class="hint">${a("overview.own")}</p>`}
    <${of} />
    <${be} of=${r}>${c}<//>
  `}var V$,J$,$n,Cf=g(()=>{"use strict";we();X();ie();fo();Mi();Cr();Oe();q();T();he();Z();C();Sf();jf();Fi();V$=3e3,J$=3e4;$n=({name:e,value:t,to:o})=>l`
  <div>
    <dt>${e}</dt>
    <dd>${o?l`<${H} to="/" query=${o}>${t}<//>`:t}</dd>
  </div>
`});function jo(e,t){let o=e?.field;if(!e||!o||!t.includes(o))return{at:()=>null,rest:e};let n=e.detail.startsWith(`${o}: `)?e.detail.slice(o.length+2):e.detail;return{at:r=>r===o?n:null,rest:null}}var Dr=g(()=>{"use strict"});function bn({label:e,value:t,onValue:o,error:n,hint:r="",required:s=!0}){let[i,c]=y(!1);return l`
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
  `}var Vi=g(()=>{"use strict";C();Oe();T()});function Lf(e){let t=({created_at:r})=>r?Date.parse(r):0,o=({state:r})=>r==="accepted",n=e.toSorted((r,s)=>t(s)-t(r)||(r.name<s.name?-1:+(r.name>s.name)));return{working:n.filter(o),others:n.filter(r=>!o(r))}}function Nf(e,t){let[o,n,r]=e.split("-").map(Number);return(t==="utc"?new Date(Date.UTC(o,n-1,r+1)):new Date(o,n-1,r+1)).toISOString()}function If(e){if(!e)return"";let t=n=>n.find(([r])=>e.includes(r))?.[1],o=e.startsWith("Mozilla/")&&t(Y$);return o?[o,t(X$)].filter(Boolean).join(", "):e}var Y$,X$,Ji=g(()=>{"use strict";Y$=[["Edg","Edge"],["OPR","Opera"],["Firefox","Firefox"],["FxiOS","Firefox"],["CriOS","Chrome"],["Chrome","Chrome"],["Safari","Safari"]],X$=[["Android","Android"],["iPhone","iPhone"],["iPad","iPad"],["Windows","Windows"],["Mac OS X","macOS"],["CrOS","ChromeOS"],["Linux","Linux"]]});function Eo({title:e,action:t,onConfirm:o,onClose:n,children:r}){let[s,i,c]=ee(async()=>{await o(),n()});return l`
    <${ue} title=${e} onClose=${n}>
      <p>${r}</p>
      <${V} problem=${c} />
      <div class="row">
        <button type="button" class="danger" disabled=${i} onClick=${s}>${t}</button>
        <button type="button" onClick=${n}>${a("app.cancel")}</button>
      </div>
    <//>
  `}var Mr=g(()=>{"use strict";C();Ye();q();T();he()});function Z$({token:e,hasUser:t,onRevoke:o}){let{state:n}=e,r=e.revoked_at??e.expires_at;return l`
    <tr>
      <th scope="row">${e.name}${e.current&&l` <${_t}>${a("sessions.this")}<//>`}</th>
      ${t&&l`
          <td data-name=${a("admin.user")}>
            ${e.user_id}, <span class="muted">${F("role",e.role)}</span>
          </td>
        `}
      <td data-name=${a("tokens.made")}><${te} at=${e.created_at} /></td>
      <td data-name=${a("tokens.used")}>
        ${e.last_used_at?l`<${te} at=${e.last_used_at} />`:a("tokens.unused")}
      </td>
      <td data-name=${a("tokens.ends")}>
        ${n!=="accepted"&&a(`tokens.${n}`)}${" "}
        ${r?l`<${te} at=${r} />`:a("tokens.noEnd")}
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
  `}function Hr({tokens:e,hasUser:t=!1,revoke:o}){let[n,r]=y(null),{working:s,others:i}=Lf(e),c={hasUser:t,onRevoke:r};return l`
    ${s.length>0?l`<${Rf} caption=${a("tokens.title")} tokens=${s} ...${c} />`:l`<${ce} title=${a("tokens.empty")} />`}
    ${i.length>0&&l`
        <details>
          <summary>${a("tokens.others",{n:i.length})}</summary>
          <${Rf}
            caption=${a("tokens.others",{n:i.length})}
            tokens=${i}
            hasUser=${t}
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
  `}function Pr({make:e,onClose:t,children:o,mine:n=""}){let r=E(Ze),[s,i]=y(""),[c,u]=y(""),[f,d]=y(""),[h,m,p]=ee(async()=>{let w=await e({name:s,...c&&{expires_at:Nf(c,r)}});d(w.token)});if(f)return l`<${Q$} token=${f} onClose=${t} />`;let{at:$,rest:x}=jo(p,["name","expires_at",n]);return l`
    <${ue} title=${a("tokens.new")} onClose=${t}>
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
  `}var Rf,Q$,Ki=g(()=>{"use strict";Ji();Dr();C();Re();Mr();Ye();Oe();q();T();ke();Qo();he();Z();Rf=({caption:e,tokens:t,hasUser:o,onRevoke:n})=>l`
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
          <${Z$} key=${r.name} token=${r} hasUser=${o} onRevoke=${n} />
        `)}
    </tbody>
  </table>
`;Q$=({token:e,onClose:t})=>l`
  <${ue} title=${a("tokens.madeTitle")} onClose=${t}>
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
        onClick=${()=>st(e,a("tokens.theToken"))}
      >
        ${a("app.copy",{what:a("tokens.theToken")})}
      </button>
      <button type="button" onClick=${t}>${a("tokens.stored")}</button>
    </div>
  <//>
`});function eb({session:e,onEnd:t}){let o=If(e.user_agent)||a("sessions.unknown");return l`
    <tr>
      <th scope="row" title=${e.user_agent??""}>
        ${o} ${e.current&&l` <${_t}>${a("sessions.this")}<//>`}
      </th>
      <td data-name=${a("sessions.address")}>${e.address??a("sessions.unknown")}</td>
      <td data-name=${a("sessions.used")}><${te} at=${e.used_at} /></td>
      <td data-name=${a("sessions.begun")}>
        <${te} at=${e.begun_at} />, ${a(`sessions.by.${e.by}`)}
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
  `}function Df(){let e=W(s=>j("/v1/account/sessions",{signal:s}),[]),[t,o]=y(null),n=async()=>{t==="others"?await se("/v1/account/sessions/end-others"):t&&await tb(t.id),K(a(t==="others"?"sessions.othersEnded":"sessions.ended")),e.reload()},r=({sessions:s,since:i})=>l`
    <p class="hint">${a("sessions.hint")} <${te} at=${i} />.</p>
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
            <${eb}
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
      <${be} of=${e}>${r}<//>
      ${t&&l`
          <${Eo}
            title=${a(t==="others"?"sessions.endOthersTitle":"sessions.endTitle")}
            action=${a("sessions.end")}
            onConfirm=${n}
            onClose=${()=>o(null)}
          >
            ${a(t==="others"?"sessions.endOthersHint":"sessions.endHint")}
          <//>
        `}
    </section>
  `}var tb,Mf=g(()=>{"use strict";Ji();X();B();Re();Mr();q();T();ms();ke();he();Z();C();tb=e=>se(O`/v1/account/sessions/${e}/end`).catch(t=>{if(t.status!==404)throw t})});var Pf={};Fe(Pf,{default:()=>Hf});function nb({onChanged:e}){let[t,o]=y(""),[n,r]=y(""),[s,i,c]=ee(async()=>{await se("/v1/account/password",{current:t,new:n}),o(""),r(""),K(a("password.changed")),e(),await Sn()}),{at:u,rest:f}=jo(c,["current","new"]);return l`
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
        value=${t}
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
  `}function rb({mayMake:e}){let t=W(r=>j("/v1/account/tokens",{signal:r}),[]),[o,n]=y(!1);return l`
    <section class="card wide" id="tokens" aria-labelledby="tokens-title">
      <div class="row spread">
        <h2 id="tokens-title">${a("tokens.title")}</h2>
        ${e&&l`<button type="button" onClick=${()=>n(!0)}>${a("tokens.new")}</button>`}
      </div>
      <p class="hint">${a(e?"tokens.hint":"tokens.unlisted")}</p>
      <${be} of=${t}>
        ${r=>l`
          <${Hr}
            tokens=${r.tokens}
            revoke=${async s=>{await se(O`/v1/account/tokens/${s}/revoke`),t.reload()}}
          />
        `}
      <//>
      ${o&&l`
          <${Pr}
            make=${r=>se("/v1/account/tokens",r)}
            onClose=${()=>{n(!1),t.reload()}}
          />
        `}
    </section>
  `}function Hf(){let e=E(M),[t,o]=y(0);if(!e)return null;let n=e.signed_in_by!=="jwt"||e.is_listed===!0;return l`
    <${G}>${a("account.title")}<//>
    <div class="account">
      <${ob} user=${e} />
      <section class="card" id="password" aria-labelledby="password-title">
        <h2 id="password-title">${a("password.title")}</h2>
        ${e.has_password?l`<${nb} onChanged=${()=>o(t+1)} />`:l`<p>${a(`password.none.${e.signed_in_by}`)}</p>`}
      </section>
      ${e.has_password||e.session?l`<${Df} key=${t} />`:null}
      <${rb} mayMake=${n} />
    </div>
  `}var ob,Uf=g(()=>{"use strict";we();X();Dr();B();q();T();Oe();ke();Vi();he();Z();Ki();C();Mf();ob=({user:e})=>l`
  <section class="card" aria-labelledby="who">
    <h2 id="who">${a("account.who")}</h2>
    <dl class="facts">
      <dt>${a("admin.user")}</dt>
      <dd>${e.user_id}</dd>
      <dt>${a("admin.role")}</dt>
      <dd>${F("role",e.role)}: ${a(`account.may.${e.role}`)}</dd>
      <dt>${a("account.by")}</dt>
      <dd>${a(`account.by.${e.signed_in_by}`)}</dd>
      ${e.session&&l`
          <dt>${a("account.ends")}</dt>
          <dd><${te} at=${e.session.ends_at} />, ${a("account.endsHint")}</dd>
        `}
    </dl>
  </section>
`});function Wf(e,t){let o=Ff(t.trim());return e.filter(({user_id:n,role:r})=>Ff(n).includes(o)||r.startsWith(o)).toSorted((n,r)=>Number(n.disabled)-Number(r.disabled)||n.user_id.localeCompare(r.user_id))}var Bf,Ff,Gi=g(()=>{"use strict";Bf=["operator","auditor","admin"],Ff=e=>e.normalize("NFKC").toLowerCase()});function Yi({fields:e,action:t,onSubmit:o,isMain:n=!1,children:r}){let[s,i,c]=ee(o),{at:u,rest:f}=jo(c,e);return l`
    <form
      onSubmit=${d=>{d.preventDefault(),s()}}
    >
      ${r(u)}
      <${V} problem=${f} />
      <button type="submit" class=${n?"primary":""} disabled=${i}>${t}</button>
    </form>
  `}function qf({onAdded:e,onClose:t}){let[o,n]=y(""),[r,s]=y("operator"),[i,c]=y(""),u=async()=>{await se("/v1/users",{user_id:o,role:r,...i&&{password:i}}),K(a("admin.added",{user:o})),e(),t()};return l`
    <${ue} title=${a("admin.add")} onClose=${t}>
      <${Yi}
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
  `}function zf({user:e,isSelf:t,onChanged:o,onClose:n}){let{user_id:r}=e,[s,i]=y(e.role),[c,u]=y(""),[f,d]=y(!1),h=async(R,Y,re)=>{await se(`${O`/v1/users/${r}`}/${R}`,Y),K(re),o(),n()};if(f)return l`
      <${Eo}
        title=${a("admin.disableOne",{user:r})}
        action=${a("admin.disable")}
        onConfirm=${()=>h("disable",{},a("admin.disabledNow",{user:r}))}
        onClose=${n}
      >
        ${a("admin.disableHint")}
      <//>
    `;let m=l`
    <${Yi}
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
  `,p={what:"enable",action:a("admin.enable"),hint:a(e.has_password?"admin.enableHint":"admin.enableHintNone"),done:a("admin.enabledNow",{user:r})},$={what:"password",action:a("admin.setPassword"),hint:a("admin.setPasswordHint"),done:a("admin.passwordSet",{user:r})},{what:x,action:w,hint:b,done:v}=e.disabled?p:$,_=c?{password:c}:{},k=l`
    <${Yi} fields=${["password"]} action=${w} onSubmit=${()=>h(x,_,v)}>
      ${R=>l`
        <${bn}
          label=${a("password.new")}
          hint=${b}
          required=${!e.disabled||e.has_password}
          error=${R("password")}
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
        ${t&&l`<p>${a("admin.self")} <${H} to="/account">${a("account.title")}<//>.</p>`}
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
  `}var Ur,Vf=g(()=>{"use strict";X();Dr();B();Mr();Ye();Oe();q();T();ke();Vi();he();Z();C();Gi();Ur=e=>l`
  <${P} label=${a("admin.role")} as="select" ...${e}>
    ${Bf.map(t=>l`
        <option key=${t} value=${t}>${F("role",t)}: ${a(`account.may.${t}`)}</option>
      `)}
  <//>
`});var Kf={};Fe(Kf,{default:()=>Jf});function ib({loaded:e,onChanged:t}){let[o,n]=y(""),[r,s]=y(null),[i,c]=y(!1),u=e.data?.users.find(f=>f.user_id===r);return l`
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
      <${be} of=${e}>
        ${({users:f})=>{let d=Wf(f,o);return d.length?l`<${sb}
                users=${d}
                onChange=${({user_id:h})=>s(h)}
              />`:l`<${ce} title=${a("admin.noUser")} />`}}
      <//>
      ${u&&l`
          <${zf}
            user=${u}
            isSelf=${u.user_id===M.get()?.user_id}
            onChanged=${t}
            onClose=${()=>s(null)}
          />
        `}
      ${i&&l`<${qf} onAdded=${t} onClose=${()=>c(!1)} />`}
    </section>
  `}function ab({loaded:e,users:t}){let[o,n]=y(!1),[r,s]=y(""),[i,c]=y("operator"),u=t.some(f=>f.user_id===r);return l`
    <section class="card" id="tokens" aria-labelledby="tokens-title">
      <div class="row spread">
        <h2 id="tokens-title">${a("tokens.title")}</h2>
        <button type="button" onClick=${()=>(s(""),n(!0))}>
          ${a("tokens.new")}
        </button>
      </div>
      <${be} of=${e}>
        ${f=>l`
          <${Hr}
            tokens=${f.tokens}
            hasUser
            revoke=${async d=>{await se(O`/v1/tokens/${d}/revoke`),e.reload()}}
          />
        `}
      <//>
      ${o&&l`
          <${Pr}
            mine="user_id"
            make=${f=>se("/v1/tokens",{...f,user_id:r,...u?{}:{role:i}})}
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
            ${r&&!u?l`<${Ur}
                    hint=${a("admin.tokenRoleHint")}
                    value=${i}
                    onValue=${c}
                  />`:null}
          <//>
        `}
    </section>
  `}function Jf(){let e=E(M),t=W(r=>j("/v1/users",{signal:r}),[]),o=W(r=>j("/v1/tokens",{signal:r}),[]),n=()=>{t.reload(),o.reload()};return e?.role!=="admin"?l`
      <${G}>${a("admin.title")}<//>
      <p>${a("admin.only")}</p>
    `:l`
    <${G}>${a("admin.title")}<//>
    <div class="account">
      <${ib} loaded=${t} onChanged=${n} />
      <${ab} loaded=${o} users=${t.data?.users??[]} />
    </div>
  `}var sb,Gf=g(()=>{"use strict";we();X();B();Oe();q();T();he();Z();Ki();C();Gi();Vf();sb=({users:e,onChange:t})=>l`
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
            <td data-name=${a("admin.role")}>${F("role",o.role)}</td>
            <td data-name=${a("admin.signIn")}>
              ${a(o.disabled?"admin.disabled":o.has_password?"admin.hasPassword":"admin.hasNone")}
            </td>
            <td data-name=${a("admin.since")}><${te} at=${o.created_at} /></td>
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
`});we();X();function la(e,t){let o="",n=r=>{if(!r||r.name==="AbortError"||[0,401].includes(r.status))return;let s=String(r.message||r);s!==o&&t(s),o=s};e.addEventListener("error",r=>n(r.error)),e.addEventListener("unhandledrejection",r=>n(r.reason))}var ua="a[href], button, input, select, textarea, summary, [tabindex='0']",pp="[data-index], [data-row], [role=listitem]";function hp(e){let t=[];for(let o=e;o;o=o.parentElement)t.push({element:o,place:[...o.parentElement?.children??[]].indexOf(o)});return t}var Vr=e=>e.getClientRects().length>0&&!e.matches(":disabled"),mp=e=>[...e.matches(ua)?[e]:[],...e.querySelectorAll(ua)].filter(Vr);function $p(e,t,o=mp){let n=e.findLastIndex(({element:r})=>!r.isConnected);for(let r=Math.max(n,0);r<e.length-1;r+=1){let s=e[r+1].element;if(t(s))return null;let i=[...s.children],{element:c,place:u}=e[r],f=i.indexOf(c),d=i.slice(0,f<0?u:f),m=i.slice(d.length+(f<0?0:1)).flatMap(o)[0]??d.flatMap(o).at(-1);if(m)return m}return null}function da(e){let t=[],o=t;e.addEventListener("focusin",({target:s})=>{let i=s,c=i.closest("dialog");c&&t.length&&!c.contains(t[0].element)&&(o=t),t=hp(i)}),e.addEventListener("focusout",({target:s})=>{queueMicrotask(()=>{let i=s;i===t[0]?.element&&i!==document.activeElement&&i.isConnected&&Vr(i)&&(t=[])})});let n=()=>{if(!t.length||document.activeElement!==document.body)return;let s=t.find(({element:h})=>h.matches("dialog"));s&&!s.element.isConnected&&([t,o]=[o,[]]);let i=t[0]?.element;if(i?.isConnected&&!Vr(i))return;let c=t.some(({element:h})=>!h.isConnected&&h.matches(pp)),u=t.find(({element:h})=>h.isConnected&&h.matches("[tabindex]")),d=(c?u?.element:i?.isConnected?i:$p(t,r))??(c?null:document.querySelector("main h1"));d instanceof HTMLElement&&d.focus({preventScroll:!0})},r=s=>s===e||s.matches("main");new MutationObserver(n).observe(e,{childList:!0,subtree:!0,attributeFilter:["disabled"]})}Ne();we();X();ie();B();Ne();C();Mn();q();T();ve();ms();Uo();ke();Ht();Qo();oi();var ni=["system","light","dark"];function Lh(){let e=E(Ze),t=E(Zo),o=e==="utc"?"local":"utc";return l`
    <button
      type="button"
      id="zone"
      class="quiet"
      title=${a("zone.switch",{zone:ba(e),other:a(`zone.${o}`)})}
      onClick=${()=>Ze.set(o)}
    >
      ${a(`zone.${e}`)}
    </button>
    <button
      type="button"
      id="theme"
      class="quiet"
      aria-label=${a(`theme.${t}`)}
      title=${a(`theme.${t}`)}
      onClick=${()=>Zo.set(ni[(ni.indexOf(t)+1)%ni.length])}
    >
      <${I} name=${t} />
    </button>
  `}function Nh({user:e}){let t=[{text:a("user.account"),href:L("/account")}];return e.signed_in_by==="session"&&t.push({text:a("user.signOut"),onClick:Un}),l`
    <${Fn}
      class="quiet user-menu"
      align="end"
      label=${l`<${I} name="user" /><span>${e.user_id}</span>`}
      name=${a("user.menu",{user:e.user_id,role:F("role",e.role)})}
      items=${t}
    />
  `}function Ih({user:e}){let{path:t}=E(Me),o=[{to:"/",text:a("nav.jobs"),below:"/jobs"},...e.role==="auditor"?[]:[{to:"/set-action",text:a("nav.setAction")}],{to:"/overview",text:a("nav.overview")},...e.role==="admin"?[{to:"/admin",text:a("nav.admin")}]:[],{to:"/help",text:a("nav.help")}],n=({to:r,below:s=r})=>t===r||`${t}/`.startsWith(`${s}/`);return l`
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
  `}function Rh(){let{data:e}=W(t=>j("/v1/meta",{signal:t}),[]);return l`
    <footer>
      ${e&&a("app.footer",{ledger:e.ledger.name,version:e.version})}
      <${ul} />
      <a href=${L("/docs")}>${a("app.api")}</a>
    </footer>
  `}function sr({children:e}){let t=E(M);return l`
    <a class="skip" href="#main">${a("app.skip")}</a>
    <header class="top">
      <a class="brand" href=${L("/")}>${a("app.name")}</a>
      ${t&&l`<${Ih} user=${t} />`}
      <div class="top-end">
        <${Lh} />
        ${t&&l`<${Nh} user=${t} />`}
      </div>
    </header>
    <${Za} />
    <main id="main">${e}</main>
    ${t&&l`<${Rh} />`}
    <${tc} />
    <${dl} />
  `}q();T();ke();he();Z();C();var cb=()=>Promise.resolve().then(()=>(hl(),pl)),Yf=()=>Promise.resolve().then(()=>(vl(),xl)),Xf=()=>Promise.resolve().then(()=>(nu(),ou)),Zf=()=>Promise.resolve().then(()=>(_u(),gu)),Qf=[{pattern:"/",load:Xf},{pattern:"/jobs",load:Xf},{pattern:"/jobs/:job_id",load:()=>Promise.resolve().then(()=>(wd(),yd))},{pattern:"/jobs/:job_id/compare/:other_id",load:()=>Promise.resolve().then(()=>(kd(),vd))},{pattern:"/customers",load:Zf},{pattern:"/customers/:cid",load:Zf},{pattern:"/set-action",load:()=>Promise.resolve().then(()=>(ef(),Qd))},{pattern:"/overview",load:()=>Promise.resolve().then(()=>(Cf(),Of))},{pattern:"/account",load:()=>Promise.resolve().then(()=>(Uf(),Pf))},{pattern:"/admin",load:()=>Promise.resolve().then(()=>(Gf(),Kf))},{pattern:"/help",load:Yf,isPublic:!0},{pattern:"/help/:topic",load:Yf,isPublic:!0}],lb={pattern:"",load:cb,isPublic:!0};function ub({route:e,params:t}){let[o,n]=y(null),[r,s]=y(""),[i]=ds(console.error);return A(()=>{e.load().then(c=>n(()=>c.default),()=>j("/v1/account",{asks:!1}).then(()=>s(a("app.updated")),()=>s(a("app.notLoaded"))))},[]),i?l`
      <${ce} title=${a("app.broken")}><p>${a("app.failed",{why:i.message})}</p><//>
    `:r?l`
      <${ce} title=${r}>
        <button type="button" onClick=${()=>location.reload()}>${a("app.reload")}</button>
      <//>
    `:o?l`<${o} ...${t} />`:l`<${mt} />`}var db=()=>l`
  <${G}>${a("app.notFound")}<//>
  <p>${a("app.notFoundHint")}</p>
  <p><${H} to="/">${a("app.toJobs")}<//></p>
`;function fb(){let{path:e}=E(Me),t=E(M),o=W(Sn,[]);if(t===void 0)return l`
      <${sr}>
        <${V} problem=${o.error} retry=${o.reload} />
        ${!o.error&&l`<${mt} />`}
      <//>
    `;let n=Kr(Qf,e);if(!n)return l`<${sr}><${db} /><//>`;let r=t!==null||n.route.isPublic,{route:s,params:i}=r?n:{route:lb,params:{}},c=`${t?.user_id} ${r?e:""}`;return l`<${sr}><${ub} key=${c} route=${s} params=${i} /><//>`}la(globalThis,e=>K(a("app.failed",{why:e}),"error"));ia(()=>location.reload());fa(Qf);var ep=document.querySelector("#app");da(ep);ss(l`<${fb} />`,ep);
