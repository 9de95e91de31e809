var rp=Object.defineProperty;var w=(e,t,o)=>()=>{if(o)throw o[0];try{return e&&(t=e(e=0)),t}catch(n){throw o=[n],n}};var We=(e,t)=>{for(var o in t)rp(e,o,{get:t[o],enumerable:!0})};var ye,q,De=w(()=>{"use strict";ye=class extends Error{constructor(t,o){super(o),this.name="VerifyError",this.code=t}},q=(e,t)=>new ye("malformed",`${e}: ${t}`)});function de(e){if(typeof e!="string")throw q("text","is not a string");if(/\p{Surrogate}/u.test(e))throw q("text","has half of a surrogate pair");return sp.encode(e)}function At(e,t){if(typeof e!="string"||!/^[0-9a-f]{64}$/.test(e))throw q(t,"a hash is not 64 lower-case hex digits");return Uint8Array.from({length:32},(o,n)=>parseInt(e.slice(2*n,2*n+2),16))}function yn(e,t){if(!Array.isArray(e))throw q(t,"its path is not a list of hashes");return e.map(o=>At(o,t))}function Oo(e){let t;try{t=atob(e)}catch{return null}return btoa(t)!==e?null:Uint8Array.from(t,o=>o.charCodeAt(0))}function Fr(e){let t=Oo(e);return t?.length===32?t:null}function Br(e){let t=/^(0|[1-9][0-9]*)$/.test(e)?Number(e):NaN;return Number.isSafeInteger(t)?t:null}function wn(...e){let t=new Uint8Array(e.reduce((n,r)=>n+r.length,0)),o=0;for(let n of e)t.set(n,o),o+=n.length;return t}function gn(e,t){let o=Math.min(e.length,t.length);for(let n=0;n<o;n+=1)if(e[n]!==t[n])return e[n]-t[n];return e.length-t.length}var sp,_e,jt,Ne=w(()=>{"use strict";De();sp=new TextEncoder;_e=e=>Array.from(e,t=>t.toString(16).padStart(2,"0")).join("");jt=(e,t)=>gn(e,t)===0});function Xt(e){let t=0,o=()=>{throw new SyntaxError(`not JSON at character ${t}`)},n=()=>{for(;;){let d=e.charCodeAt(t);if(d!==32&&d!==10&&d!==13&&d!==9)return d;t+=1}},r=()=>{n()!==Yi&&o();let d=t;for(let p=e.indexOf('"',t+1);p>0;p=e.indexOf('"',p+1)){let m=p;for(;e.charCodeAt(m-1)===ip;)m-=1;if((p-m)%2)continue;t=p+1;let h=e.slice(d+1,p);return lp.test(h)?JSON.parse(`"${h}"`):h}return o()},s=()=>{let d=r();return n()!==ap&&o(),t+=1,d},i=()=>{if(n()===Yi)return r();Qi.lastIndex=t;let d=Qi.exec(e)?.[0];if(d)return t+=d.length,new Gt(d);let[p,m]=up.find(([h])=>e.startsWith(h,t))??o();return t+=p.length,m},c=[],u=null,f=d=>{let p=c.at(-1);p?Array.isArray(p)?p.push(d):p.values.push(d):u=d};for(;;){let d=n();if(d===Wr||d===Xi){let p=d===Wr?new tt:[];if(f(p),c.push(p),t+=1,n()!==d+Zi){p instanceof tt&&p.names.push(s());continue}}else f(i());for(;;){let p=n(),m=c.at(-1);if(!m)return t<e.length?o():u;let h=m instanceof tt,$=p===cp;if(!$&&p!==(h?Wr:Xi)+Zi&&o(),t+=1,$){h&&m.names.push(s());break}c.pop()}}}var Gt,Yt,tt,Yi,ip,ap,cp,Wr,Xi,Zi,Qi,lp,up,Co=w(()=>{"use strict";Gt=class{constructor(t){this.text=t}},Yt=class{constructor(t){this.text=t}},tt=class{constructor(){this.names=[],this.values=[]}},[Yi,ip,ap,cp,Wr,Xi]=Array.from('"\\:,{[',e=>e.charCodeAt(0)),Zi=2,Qi=/-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y,lp=/[\\\p{Cc}]/u,up=[["true",!0],["false",!1],["null",null]]});function fp(e={}){let t=Object.entries(e).flatMap(([o,n])=>(Array.isArray(n)?n:[n]).filter(r=>r!=null&&r!=="").map(r=>[o,String(r)]));return t.length?`?${new URLSearchParams(t)}`:""}var dp,Se,C,L,U=w(()=>{"use strict";dp=globalThis.document?.querySelector('meta[name="prefix"]'),Se=dp?.getAttribute("content")??"";C=(e,t)=>Se+e+fp(t),L=(e,...t)=>String.raw({raw:e},...t.map(o=>encodeURIComponent(o)))});async function ea(e){let t=await e.text().catch(()=>""),o=null;try{o=JSON.parse(t)}catch{}return new J({status:e.status,type:o?.type,title:o?.title??e.statusText,detail:o?.detail??o?.message??o?.error,field:o?.field,retryAfter:Number(e.headers.get("retry-after"))||null,body:o})}var J,Zt,ot=w(()=>{"use strict";J=class extends Error{constructor({status:t,type:o,title:n,detail:r,field:s,retryAfter:i,body:c}){super(r||n||String(t)),this.name="Problem",this.status=t,this.type=o??"about:blank",this.title=n??"",this.detail=r??"",this.field=s??null,this.retryAfter=i??null,this.body=c??null}get isNetwork(){return this.status===0}get isFault(){return this.status<0}get isTemporary(){return[0,408,429,502,503,504].includes(this.status)}},Zt=e=>e instanceof J?e:new J({status:-1,type:"fault",detail:String(e?.message||e)})});function he(e){let t=e,o=new Set,n=r=>{if(!Object.is(r,t)){t=r;for(let s of[...o])s(t)}};return{get:()=>t,set:n,update:r=>n(r(t)),watch:r=>(o.add(r),()=>o.delete(r))}}var qe=w(()=>{"use strict"});function oa(e){ta=e}function pp(){return qr??=ta().finally(()=>qr=null),qr}async function hp(e,t,o,n){let r={accept:"application/json"};o!==void 0&&(r["content-type"]="application/json"),n.key&&(r["idempotency-key"]=n.key);try{let s=await fetch(C(t,n.query),{method:e,headers:r,body:o instanceof Yt?o.text:JSON.stringify(o)??null,signal:n.signal??null,credentials:"same-origin",redirect:"error"});return Tt.set(!0),s}catch(s){throw n.signal?.aborted?s:(Tt.set(!1),new J({status:0,type:"network",detail:String(s)}))}}async function na(e,t,o,n){for(;;){let r=await hp(e,t,o,n);if(r.ok)try{return await(n.asText?r.text():r.json())}catch(c){throw n.signal?.aborted?c:new J({status:0,type:"network",detail:String(c)})}let s=await ea(r);if(!(s.status===401&&n.asks!==!1)||!await pp())throw s}}var Tt,ta,qr,T,Q,Et,V=w(()=>{"use strict";Ne();Co();U();ot();qe();Tt=he(!0),ta=async()=>!1,qr=null;T=(e,t={})=>na("GET",e,void 0,t),Q=(e,t={},o={})=>na("POST",e,t,o),Et=()=>_e(crypto.getRandomValues(new Uint8Array(16)))});function xn(e,t="localStorage"){let o=zr.get(e)??null;try{return globalThis[t].getItem(_n(e))??o}catch{return o}}function nt(e,t){let o=xn(e,t);try{return o===null?null:JSON.parse(o)}catch{return null}}function Qt(e,t,o="localStorage"){let n=JSON.stringify(t);t===null?zr.delete(e):zr.set(e,n);try{return t===null?globalThis[o].removeItem(_n(e)):globalThis[o].setItem(_n(e),n),!0}catch{return!1}}function rt(e,t,o){let n=he(nt(e,o)??t),r=()=>n.set(nt(e,o)??t);return globalThis.addEventListener?.("storage",s=>{s.key===_n(e)&&r()}),n.watch(s=>Qt(e,s,o)),n}var zr,_n,Ot=w(()=>{"use strict";U();qe();zr=new Map,_n=e=>`jobs:${Se}:${e}`});function vn(e){let t=R.get()?.user_id;return R.watch(o=>{o?.user_id!==t&&(t=o?.user_id,e())})}function ra(e){let t=rt("user","");R.watch(o=>o&&t.set(o.user_id)),t.watch(o=>{let n=R.get()?.user_id;n&&o&&n!==o&&e()})}async function kn(){R.set(await T("/v1/account",{asks:!1}))}async function sa(e){let t=await Q("/v1/sign-in",e,{asks:!1});return R.set(t),t}async function ia(){try{await Q("/v1/sign-out",{},{asks:!1})}catch(e){if(!(e instanceof J)||e.status!==401)throw e}R.set(null)}var R,me=w(()=>{"use strict";V();Ot();qe();R=he(void 0)});function Jr(e=!1){let{pathname:t,search:o}=globalThis.location??{pathname:"/",search:""};return{path:t.slice(Se.length)||"/",search:o,isBack:e}}function wp(e,t){let o=e.split("/"),n=t.replace(/(.)\/$/,"$1").split("/");if(o.length!==n.length)return null;let r={};for(let[s,i]of o.entries()){if(!i.startsWith(":")){if(i!==n[s])return null;continue}try{r[i.slice(1)]=decodeURIComponent(n[s])}catch{return null}}return r}function Kr(e,t){for(let o of e){let n=wp(o.pattern,t);if(n)return{route:o,params:n}}return null}function $e(e,{replace:t=!1}={}){if(e===location.pathname+location.search)return;history[t?"replaceState":"pushState"](null,"",e);let o=Me.get().path;Me.set(Jr()),Me.get().path!==o&&scrollTo(0,0)}function Sn(e,t){let o=e.toString();$e(location.pathname+(o?`?${o}`:""),t)}function ua(e){addEventListener("popstate",()=>Me.set(Jr(!0))),document.addEventListener("click",t=>{let o=t.target.closest?.("a[href]");!(o instanceof HTMLAnchorElement)||o.target||o.hasAttribute("download")||t.defaultPrevented||t.button!==0||t.ctrlKey||t.metaKey||t.shiftKey||t.altKey||o.origin!==location.origin||!o.pathname.startsWith(Se)||o.hash||!Kr(e,o.pathname.slice(Se.length)||"/")||(t.preventDefault(),$e(o.pathname+o.search))})}var Me,Oe=w(()=>{"use strict";U();qe();Me=he(Jr())});function Lt(e,t){return An[t]??=da(t,{...fa,...gp,hourCycle:"h23"}),pa(An[t],e)}function ha(e,t){return An[`${t}-day`]??=da(t,fa),pa(An[`${t}-day`],e)}function Lo(e){let t=["B","kB","MB","GB"],o=0,n=e;for(;n>=1e3&&o<t.length-1;o+=1)n/=1e3;return`${$a.format(Number(n.toFixed(n<10&&o?1:0)))} ${t[o]}`}function No(e,t){let o=n=>+`0.${/\.\d{3}(\d+)/.exec(n)?.[1]??0}`;return Date.parse(t)-Date.parse(e)+o(t)-o(e)}function ze(e){if(e<1e3)return`${Number(e.toFixed(e<10?1:0))} ms`;if(e<59950)return`${Number((e/1e3).toFixed(1))} s`;let t=Math.round(e/1e3),o=(s,i,c,u)=>c?`${N(s)} ${i} ${c} ${u}`:`${N(s)} ${i}`;if(t<3600)return o(Math.floor(t/60),"min",t%60,"s");let n=Math.round(t/60);if(n<1440)return o(Math.floor(n/60),"h",n%60,"min");let r=Math.round(n/60);return o(Math.floor(r/24),"d",r%24,"h")}var Ct,da,An,fa,gp,pa,ma,$a,_p,N,Nt,eo,ee=w(()=>{"use strict";Ct="en-GB",da=(e,t)=>new Intl.DateTimeFormat(Ct,{...t,...e==="utc"?{timeZone:"UTC"}:{}}),An={},fa={day:"2-digit",month:"short",year:"numeric"},gp={hour:"2-digit",minute:"2-digit",second:"2-digit"},pa=(e,t)=>Number.isNaN(Date.parse(t))?String(t):e.format(new Date(t));ma=e=>e==="utc"?"UTC":new Intl.DateTimeFormat().resolvedOptions().timeZone,$a=new Intl.NumberFormat(Ct),_p=new Intl.NumberFormat(Ct,{style:"percent",maximumFractionDigits:1}),N=e=>$a.format(e),Nt=e=>_p.format(e);eo=e=>`${e.slice(0,8)}\u2026${e.slice(-4)}`});var Gr,ba=w(()=>{"use strict";Gr={"app.name":"Job ledger","app.skip":"Skip to the content","app.updated":"The page has been updated on the server.","app.notLoaded":"The page could not be loaded: the server cannot be reached.","app.broken":"This page cannot be shown","app.failed":"Something failed: {why}","app.reload":"Load it again","app.again":"Try again","app.retrying":"Trying again by itself.","app.offline":"The server cannot be reached. What is shown may be out of date.","app.loading":"Loading\u2026","app.close":"Close","app.cancel":"Cancel","app.remove":"Remove {what}","app.copied":"Copied {what}","app.notCopied":"The browser did not allow copying. The text is {what}","app.copy":"Copy {what}","app.more":"More","app.csv":"CSV","app.ndjson":"NDJSON","app.none":"none","app.notFound":"There is no such page","app.notFoundHint":"The address may be incomplete.","app.toJobs":"To the jobs","app.footer":"{ledger} \xB7 version {version}","app.api":"API","nav.label":"Pages","nav.jobs":"Jobs","nav.setAction":"Set Action","nav.overview":"Overview","nav.help":"Help","nav.admin":"Users","user.menu":"{user}, {role}","user.account":"Account","user.signOut":"Sign out","user.signedOut":"You are signed out.","user.notSignedOut":"You are still signed in. {why}","zone.local":"Local time","zone.utc":"UTC","zone.switch":"Times are in {zone}. Show them in {other}","theme.system":"Theme: system","theme.light":"Theme: light","theme.dark":"Theme: dark","status.IN_PROGRESS":"In progress","status.SUCCESS":"Success","status.FAILED":"Failed","status.UNCONFIRMED":"Unconfirmed","cause.answered":"answered","cause.unreadable_answer":"unreadable answer","cause.inconclusive_answer":"inconclusive answer","cause.timed_out":"timed out","cause.connection_lost":"connection lost","cause.never_sent":"never sent","cause.withheld":"withheld","cause.interrupted":"interrupted","cause.reported":"reported","cause.imported":"imported","source.gateway":"Set Action","source.api":"API","source.import":"Import","source.embedded":"Program","fact.job_id":"Job ID","fact.status":"Status","fact.user_id":"User","fact.submitted_by":"Submitted by","fact.action_name":"Action","fact.action_code":"Action code","fact.customer_count":"Customers","fact.source":"Source","fact.created_at":"Created","fact.updated_at":"Updated","fact.http_status":"HTTP status","fact.batch_id":"Batch","fact.cluster_url":"Upstream URL","fact.retry_of":"Retry of","role.operator":"operator","role.auditor":"auditor","role.admin":"admin","kind.job_created":"Created","kind.job_imported":"Imported","kind.status_changed":"Status changed","kind.note_added":"Note","problem.fault":"The page failed","problem.network":"The server cannot be reached","problem.networkHint":"Check the connection.","problem.401":"You are signed out","problem.403":"You may not see or do this","problem.404":"There is nothing here","problem.404Hint":"It does not exist, or belongs to somebody else.","problem.429":"Too many requests","problem.waitHint":{one:"Wait {n} second.",other:"Wait {n} seconds."},"problem.503":"The server is busy","problem.maybeRecorded":"Something may have been recorded. Look it up before you send it again.","signIn.title":"Sign in","signIn.password":"Password","signIn.user":"User","signIn.token":"Token","signIn.how":"Sign in with","signIn.withPassword":"User and password","signIn.withToken":"Token","signIn.tokenHint":"The admin token that the first start printed, or one of your own.","signIn.submit":"Sign in","signIn.wrong":"The user or the password is not right.","signIn.wrongToken":"The server does not know this token.","signIn.ended":"Your session has ended","signIn.endedHint":"Sign in again as {user}. What you typed is still there.","landing.title":"Every job on record","landing.what":"This server keeps an append-only record of every job that operators and services run: who asked for what, for which customers, and how it ended for each of them. Nothing is ever changed or removed, and anyone can check that.","landing.size":{one:"One entry so far.",other:"{n} entries so far."},"landing.ledger":"Ledger","landing.help":"How the proof works","landing.docs":"The API","landing.checkpoint":"The newest checkpoint","jobs.title":"Jobs","jobs.notes":{one:"{n} note",other:"{n} notes"},"jobs.user":"User","jobs.action":"Action","jobs.customers":"Customers","jobs.customersUnit":{one:"customer",other:"customers"},"jobs.status":"Status","jobs.date":"Date","jobs.id":"Job ID","jobs.retry":"retry","jobs.fresh":{one:"{n} new job",other:"{n} new jobs"},"jobs.freshMany":"More than {n} new jobs","jobs.download":"Download","jobs.csvExcel":"CSV for Excel","jobs.end":{one:"That is all: {n} job.",other:"That is all: {n} jobs."},"jobs.noMatch":"No job matches","jobs.empty":"No jobs have been recorded yet","jobs.emptyAction":"Run a Set Action","jobs.emptyDocs":"Or record jobs by the API","jobs.older":"Show older jobs","jobs.olderShown":"These are older jobs.","jobs.newest":"To the newest","search.label":"Search by job ID, customer, user or action","search.placeholder":"Job ID, customer, user or action","search.suggestions":"What this may be","search.job":"Job","search.prefix":"All jobs whose ID begins with","search.customer":"Customer","search.user":"Jobs of user","search.action":"Jobs with action","filter.all":"Filters","filter.chosen":"Chosen filters","filter.clear":"Clear filters","filter.add":"Add","filter.status":"Status","filter.cause":"Cause","filter.action_name":"Action","filter.user_id":"User","filter.cid":"Customer","filter.batch_id":"Batch","filter.source":"Source","filter.job_id":"Job ID begins with","filter.retry_of":"Retry of","filter.since":"From","filter.until":"Before","filter.within":"Date","filter.date":"Date","filter.from":"First day","filter.to":"Last day","filter.days":{one:"the last day",other:"the last {n} days"},"filter.hours":{one:"the last hour",other:"the last {n} hours"},"views.title":"Views","views.name":"Name of this view","views.save":"Save","views.saved":"Saved {name}","views.hint":"Choose filters, then save them here as a view.","keys.title":"Keys","keys.search":"Search","keys.down":"To the next job","keys.up":"To the job before","keys.open":"Open the job","keys.escape":"Close what is open","keys.help":"Show these keys","job.title":"Job","job.customers":{one:"{n} customer",other:"{n} customers"},"job.submitted":"Submitted by {user}","job.submittedFor":"Submitted by {by} for {user}","job.running":"running for {time}","job.took":"took {time}","job.now":"The status is now: {status}","job.facts":"Facts","job.actions":"Actions","job.timeline":"What was recorded","job.earlier":{one:"Show {n} earlier entry",other:"Show {n} earlier entries"},"job.by":"by {user}","job.later":"{time} later","job.http":"HTTP {status}","job.named":{one:"names {n} customer",other:"names {n} customers"},"job.answer":"Answer","job.receipt":"Receipt","job.leaf":"Leaf","job.proved":"entry #{index}, proved","job.notProved":"entry #{index}, NOT PROVED","job.allProved":{one:"{n} entry proved, of {size} in the ledger",other:"{n} entries proved, of {size} in the ledger"},"job.noneProved":"NOT PROVED","job.alarm":"This job is not shown as it was recorded","job.alarmHint":"Something on this page was changed after it was recorded, or left out. Rely on nothing here. Download what the server sent, and give it to the people who run the ledger.","job.malformed":"The server's answer is not what a job looks like. Nothing of it is shown.","job.other":"The server answered with another job. Nothing of it is shown.","job.entryWrong":"entry {index}: {why}","job.stale":"the facts are older than the entries","job.countsWrong":"the counts of outcomes are not those of the entries","job.checkLists":{one:"Check the list of {n} customer",other:"Check the list of {n} customers"},"job.checking":"Checking\u2026","job.listsProved":{one:"list of {n} customer, proved",other:"list of {n} customers, proved"},"job.unconnected":"not proved yet: not compared with what this browser remembers","job.notYet":"entry #{index}, not proved yet","job.listsWrong":"these lists are NOT PROVED","job.rowWrong":"an outcome is not the one that was recorded","job.outcomes":{one:"Outcome for {n} customer",other:"Outcomes for {n} customers"},"job.statuses":"Outcomes to show","job.allStatuses":"All","job.search":"Customer or message","job.customer":"Customer","job.status":"Status","job.message":"Message","job.ofTheJob":"as the job","job.ofEntry":"from entry #{index}","job.rows":{one:"{n} customer shown",other:"{n} customers shown"},"job.noRows":"No customer matches","job.copyCustomers":"Copy customers","job.copiedCustomers":{one:"Copied {n} customer",other:"Copied {n} customers"},"job.payload":"Payload","job.payloadProved":"is the payload that was recorded, proved","job.payloadWrong":"the payload is NOT PROVED","job.copyText":"Copy","job.downloadText":"Download","job.related":"Related jobs","job.retryOf":"Tries again","job.retries":"Tried again by","job.batch":"Same batch","job.overlaps":"Same action, same customers, at about the same time","job.inCommon":{one:"{n} in common",other:"{n} in common"},"job.evidence":"Evidence","job.curl":"Copy as curl","job.curlRefused":"No command was copied: the payload that the server sent is not proved to be the recorded one, or is no JSON.","job.curlCopied":"the command. Set TOKEN and UPSTREAM_TOKEN before you run it.","job.sending":"Sending\u2026","job.retry":"Try again","job.retryWhom":"For whom","job.retryFailed":{one:"The {n} that failed",other:"The {n} that failed"},"job.retryAll":{one:"All {n}",other:"All {n}"},"job.retryUnconfirmed":"Nobody knows whether the upstream acted on this job. Look there first: it may do it twice.","job.retrySend":{one:"Send {action} to {n} customer",other:"Send {action} to {n} customers"},"job.token":"Token for the upstream","job.tokenHint":"It is sent once, and not kept.","job.url":"Another URL","job.urlHint":"Leave it empty to use the recorded one.","job.members":"Members of the payload to give again","job.membersHint":'A JSON object, such as {"pin": "\u2026"}.',"job.membersWrong":"This is not a JSON object.","job.settle":"Settle","job.settleHint":"Nobody knows whether the upstream acted. Look there, then record what you found. It is added to what was recorded, under your name.","job.settleAs":"It ended as","job.reason":"Reason","job.reasonHint":"How you know.","job.settleSend":"Record it","job.settled":"Recorded how the job ended.","job.note":"Add a note","job.noteText":"Note","job.noteHint":"{n} of {most} bytes. A note cannot be changed or removed.","job.noteLong":"The note is too long.","job.noteSend":"Add the note","job.noted":"The note is recorded.","job.compare":"Compare","job.compareWith":"ID of another job, or its beginning","job.compareSend":"Compare","job.compareNone":"There is no other job whose ID begins so.","compare.title":"Two jobs compared","compare.a":"The first","compare.b":"The second","compare.differs":"differs","compare.customers":"Customers","compare.only_a":"Only in the first","compare.only_b":"Only in the second","compare.both":"In both","json.all":"Show all {n} characters","proof.first":{one:"From now on this browser remembers the ledger ({n} entry)",other:"From now on this browser remembers the ledger ({n} entries)"},"proof.same":{one:"Nothing has been removed or changed since your last visit ({n} entry)",other:"Nothing has been removed or changed since your last visit ({n} entries)"},"proof.grown":"Nothing has been removed or changed since your last visit ({from} \u2192 {to} entries)","proof.unchecked":"Not compared with your last visit: the server did not give the proof","proof.alarm":"ALARM: see above","proof.entries":{one:"{n} entry",other:"{n} entries"},"proof.alarm.key":"The key of this ledger has changed","proof.alarm.keyHint":"A server with another key can show another ledger. Compare the new key with one that you have from somebody you trust. If nobody told you of a change, rely on nothing here.","proof.alarm.signature":"The ledger is not signed with its key","proof.alarm.signatureHint":"The signature of the newest checkpoint is not genuine. Rely on nothing here. Download what the server sent, and give it to the people who run the ledger.","proof.alarm.shrunk":"Entries have been removed: the ledger had {from}, and has {to}","proof.alarm.shrunkHint":"A ledger only grows. An older copy may have been put in its place, or its end was cut off. Download what was received, and give it to the people who run the ledger.","proof.alarm.forked":"Entries have been changed or removed since your last visit","proof.alarm.forkedHint":"The {from} entries that were signed then are not among those that the server signs now. Download what was received, and give it to the people who run the ledger.","proof.alarm.refused":"The server refuses the proof that nothing was removed or changed","proof.alarm.refusedHint":"It shows a larger ledger than the {from} entries that this browser remembers, and does not prove that they are still in it. The browser asks again. Until then, nothing here is shown as proved.","proof.alarm.withheld":"The server goes on refusing the proof that nothing was removed or changed","proof.alarm.withheldHint":"It signed a larger ledger than the {from} entries that this browser remembers. A ledger that has only grown can prove that. Rely on nothing here. Download what was received, and give it to the person who is responsible for the ledger.","proof.alarm.malformed":"The server answered with something that is no proof","proof.alarm.malformedHint":"The ledger could not be compared with what this browser remembers. Download what was received, and give it to the person who is responsible for the ledger.","proof.alarm.damaged":"What this browser remembered of the ledger is damaged","proof.alarm.damagedHint":"It cannot be compared with what the server shows, so a change would not be noticed. Nothing was replaced. Download what there is, then accept what the server shows now, best after you compared the key.","proof.alarm.unreadable":"What this browser stored about an alarm or the key cannot be read","proof.alarm.unreadableHint":"There may have been an alarm, or a key that you entered. Download what there is, and give it to the person who is responsible for the ledger. It stays stored until you end this alarm.","proof.unresolved":"This alarm of {at} has not been accepted yet.","proof.dismiss":"End this alarm","proof.dismissHint":"Download what was received first: it is the only proof. What this browser remembers of the ledger stays as it is.","proof.pinned":"This browser expects the key {key}, which you entered.","proof.pin":"Verifier key that you have from elsewhere","proof.pinHint":"One line: the name of the ledger, and two parts after a + each.","proof.pinWrong":"This is no verifier key.","proof.pinDo":"Expect this key","proof.pinDone":"The key is remembered. If the server has another one, that is an alarm.","proof.download":"Download what was received","proof.whatToDo":"What this means","proof.accept":"Accept the new state","proof.acceptTitle":"Forget what this browser remembers?","proof.acceptHint":"Download what was received first: it is the only proof of the change. Then this browser remembers what the server shows now, and compares with that from now on.","proof.before":"Before","proof.now":"Now","customer.title":"Customer {cid}","customer.titleNone":"A customer","customer.lookUp":"Look up a customer","customer.show":"Show","customer.setAction":"Run an action","customer.inJobs":"In the list of jobs","customer.none":"Nothing was ever done to this customer","customer.noneHint":"Customers are compared character by character, and operators see their own jobs only.","customer.count":{one:"{n} job",other:"{n} jobs"},"customer.countMore":{other:"The newest {n} jobs"},"customer.when":"When","customer.action":"Action","customer.outcome":"For this customer","customer.job":"The whole job","customer.user":"User","customer.id":"Job ID","customer.asJob":"as the job","customer.submittedBy":"submitted by {user}","customer.older":"Show older","customer.newer":"Show newer","customer.fresh":{one:"{n} new",other:"{n} new"},"setAction.title":"Set Action","setAction.auditor":"Auditors see every job, and run none","setAction.auditorHint":"Ask an admin for the role of an operator.","setAction.noUpstream":"This server may call no upstream","setAction.noUpstreamHint":"The operator of the server allows one with --upstream.","setAction.what":"What is done","setAction.action":"Action","setAction.choose":"Choose\u2026","setAction.other":"Another\u2026","setAction.otherName":"Name of the action","setAction.upstream":"Upstream","setAction.path":"Path","setAction.sendsTo":"Sent to {url}","setAction.token":"The upstream's token","setAction.tokenHint":"Sent with the request, never recorded, and forgotten afterwards.","setAction.batch":"Batch (optional)","setAction.batchHint":"A label that jobs have in common.","setAction.customers":"Customers","setAction.paste":"One a line, or separated by commas, semicolons or tabs; or a table","setAction.file":"Choose a file","setAction.drop":"or drop one here (CSV or text).","setAction.pasted":"Pasted text","setAction.clear":"Remove","setAction.separated":"Separated by","setAction.lines":"Lines","setAction.comma":"Commas","setAction.semicolon":"Semicolons","setAction.tab":"Tabs","setAction.any":"Commas, semicolons or tabs","setAction.column":"Column with the customers","setAction.columnOf":"{name} ({samples}, \u2026)","setAction.columnNo":"Column {n}","setAction.every":"Every value is a customer","setAction.header":"The first line names the columns","setAction.unclosed":"The quote in line {line} is never closed. It was read as a character of the value.","setAction.find":"Find in the list","setAction.found":{one:"{n} found",other:"{n} found"},"setAction.list":"The customers, line by line","setAction.kind.all":"All","setAction.kind.good":"Good","setAction.kind.duplicate":"Duplicates","setAction.kind.blank":"Blank","setAction.kind.spaces":"Spaces at an end","setAction.kind.invalid":"Invalid","setAction.trim":{one:"Trim the spaces of {n}",other:"Trim the spaces of {n}"},"setAction.remove":{one:"Remove the one that is marked",other:"Remove the {n} that are marked"},"setAction.removed":{one:"{n} was left out.",other:"{n} were left out."},"setAction.trimmed":"Spaces at the ends were trimmed.","setAction.undo":"Undo","setAction.line":"line {line}","setAction.sameAs":"same as line {line}","setAction.isBlank":"blank","setAction.spaces":"spaces at an end","setAction.count":{one:"{n} customer",other:"{n} customers"},"setAction.review":"Review and send","setAction.missing":"Choose an action and an upstream.","setAction.why.reading":"The customers are being read.","setAction.why.invalid":"Some customers are marked. Put them right or remove them.","setAction.why.column":"Choose the column with the customers.","setAction.why.none":"There are no customers yet.","setAction.why.many":"A job has at most {most} customers.","setAction.confirm":{one:"Run {action} for one customer?",other:"Run {action} for {n} customers?"},"setAction.noToken":"none given","setAction.isGiven":"given","setAction.leftOut":{one:"{n} repeated, blank or removed line is left out.",other:"{n} repeated, blank or removed lines are left out."},"setAction.noOverlap":{one:"No job of the last second did the same to any of them.",other:"No job of the last {n} seconds did the same to any of them."},"setAction.overlap":{one:"Another job has just done the same to some of them",other:"{n} other jobs have just done the same to some of them"},"setAction.overlapJob":{one:"one customer in common",other:"{n} customers in common"},"setAction.incomplete":"Not all recent jobs could be compared.","setAction.refuses":"The server refuses that. Wait, or look at those jobs first.","setAction.lookAgain":"Look again","setAction.send":"Send","setAction.sending":"Sending\u2026","setAction.sent":"Sent as job {id}","setAction.sentTitle":"Sent","setAction.sentWhat":{one:"{action} for one customer",other:"{action} for {n} customers"},"setAction.open":"Open the job","setAction.notFound":{one:"It is not the one entry that the ledger has. What is not recorded is not sent.",other:"It is none of the {n} entries that the ledger has. What is not recorded is not sent."},"setAction.unknown":"It is not known yet whether this was recorded. Do not send it again before that.","setAction.seeking":"Looking for its job\u2026","csv.workbook":"This is a workbook. Save it as CSV and choose that file.","csv.encoding":"This file is not in UTF-8 or UTF-16. Save it as CSV in UTF-8.","csv.binary":"This is not a text file.","csv.large":"This file is larger than {size}.","name.empty":"must not be empty","name.long":"{n} bytes long; at most {most} are allowed","name.control":"has a control character, such as a tab","name.ends":"begins or ends with a space","name.unseen":"has {code}, which cannot be seen","overview.title":"Overview","overview.span":"The last","overview.days":"{n} days","overview.own":"Of your own jobs.","overview.empty":"There are no jobs yet","overview.emptyHint":"What jobs there are by day, by action and by user is drawn here.","overview.jobs":{one:"{n} job",other:"{n} jobs"},"overview.all":"Jobs in all","overview.inSpan":"In the last {n} days","overview.rateInSpan":"Failed, in the last {n} days","overview.inProgress":"In progress","overview.unconfirmed":"Unconfirmed","overview.total":"Jobs","overview.ended":"Ended","overview.day":"Day (UTC)","overview.action":"Action","overview.user":"User","overview.others":"all others","overview.byDay":"Jobs per day","overview.byDayHint":"By the day of their creation in UTC, and by the status that they have now.","overview.byDayTable":"Jobs of {n} days, by day and status","overview.byDayLabel":"Stacked bars: jobs per day by status, {from} to {to}. The most on a day are {most}.","overview.rate":"Failure rate","overview.rateHint":"Failed jobs of a day, as a share of its jobs that have ended: success, failed and unconfirmed.","overview.rateTable":"Failure rate of {n} days","overview.rateLabel":"Bars: failure rate per day, {from} to {to}. The highest is {most}.","overview.noneEnded":"no job has ended","overview.byAction":"By action","overview.byUser":"By user","overview.byValueHint":"Of all time.","overview.byActionTable":"Jobs by action and status, of all time","overview.byUserTable":"Jobs by user and status, of all time","overview.byActionLabel":"Stacked bars: jobs by action and status. {names}","overview.byUserLabel":"Stacked bars: jobs by user and status. {names}","overview.durations":"How long jobs took","overview.durationsHint":{one:"From creation to the newest status, of the one job that ended as success or failed.",other:"From creation to the newest status, of the newest {n} jobs that ended as success or failed. Those that were never sent are left out. A job that was unconfirmed at first counts until it was settled."},"overview.durationsTable":"How long the newest {n} jobs took","overview.durationsLabel":"Bars: how long the newest {n} jobs took. The median is {median}, the 95th percentile {high}.","overview.took":"Took","overview.below":"< {to}","overview.atLeast":"\u2265 {from}","overview.endedBy":"Ended by","overview.median":"Median","overview.p95":"95th percentile","overview.by.all":"all","overview.by.answered":"the upstream's answer","overview.by.reported":"a report","overview.by.imported":"an import","chart.table":"Show as a table","health.title":"The ledger's health","health.state":"State","health.ready":"Takes entries and answers","health.notReady":"Takes no entries","health.size":"Size","health.entries":{one:"{n} entry",other:"{n} entries"},"health.checkpoint":"Newest checkpoint","health.checkpointOf":{one:"{n} entry, signed; root",other:"{n} entries, signed; root"},"health.download":"Download","health.key":"Verifier key","health.seen":"This browser","health.seenSize":{one:"last checked at one entry: rightly signed, and nothing missing that it saw before",other:"last checked at {n} entries: rightly signed, and nothing missing that it saw before"},"health.notSeen":"has checked nothing yet","health.how":"Everything is verified, entry by entry, by an auditor who runs","health.command":"the command","health.howHint":"With a token of yours in JOBS_TOKEN, and in verifier.key the verifier key as you got it from somebody you trust. The server keeps no record of that.","health.howOperator":"This takes the token of an auditor or admin. The server keeps no record of that.","account.title":"Account","account.who":"Who you are here","account.by":"Signed in by","account.by.session":"a session","account.by.token":"a token","account.by.proxy":"a proxy, which vouches for you","account.by.jwt":"a JWT of your organisation's sign-in","account.ends":"Ends","account.endsHint":"unless you use it again, and 12 hours after it began in any case","account.may.operator":"runs actions, and sees their own jobs","account.may.auditor":"sees everything, and changes nothing","account.may.admin":"sees and does everything","password.title":"Password","password.current":"Current password","password.new":"New password","password.rules":"12 characters or more, at least 5 of them different. Not the user's name, not one text repeated, and none of the passwords that are tried first.","password.show":"Show it","password.change":"Change the password","password.changed":"The password is changed. Your other sessions have ended.","password.ends":"All your other sessions end at once. Your tokens stay.","password.none.session":"You have no password here. An admin can give you one.","password.none.token":"You have no password here. An admin can give you one.","password.none.proxy":"You have no password here: a proxy signs you in. Change your password where you signed in there.","password.none.jwt":"You have no password here: your organisation's sign-in vouches for you. Change your password there.","sessions.title":"Sessions","sessions.hint":"Where you are signed in. The server knows the sessions that were used since it started,","sessions.browser":"Browser","sessions.address":"Address","sessions.used":"Last used","sessions.begun":"Begun","sessions.by.password":"with a password","sessions.by.token":"with a token","sessions.this":"this one","sessions.unknown":"unknown","sessions.end":"End","sessions.endOne":"End the session in {browser}","sessions.endOthers":"End all other sessions","sessions.endTitle":"End this session?","sessions.endOthersTitle":"End all sessions but this one?","sessions.endHint":"Its browser is signed out within a second. What is in flight there is broken off, except for a Set Action that was recorded.","sessions.endOthersHint":"All other browsers are signed out within a second, also those that are not in the list. Tokens stay.","sessions.ended":"The session has ended.","sessions.othersEnded":"All your other sessions have ended.","tokens.title":"Tokens","tokens.hint":"Programs sign in with them. A token may do what you may do.","tokens.unlisted":"You are signed in by a JWT and not listed on this server, so you cannot make tokens. An admin can give you one.","tokens.empty":"There are no tokens","tokens.name":"Name","tokens.nameHint":"What it is for, such as the program that uses it. A name is never used again.","tokens.made":"Made","tokens.used":"Last used","tokens.unused":"never","tokens.ends":"Ends","tokens.noEnd":"no end","tokens.expired":"expired","tokens.user_disabled":"the user is disabled","tokens.revoked":"revoked","tokens.others":{one:"{n} token that no longer works",other:"{n} tokens that no longer work"},"tokens.new":"New token","tokens.make":"Make the token","tokens.lastDay":"Last day","tokens.lastDayHint":"Without one, it works until it is revoked.","tokens.madeTitle":"The new token","tokens.once":"It is shown only now. Store it where only the program can read it. A program that has it may do what its user may do.","tokens.token":"Token","tokens.theToken":"the token","tokens.stored":"I have stored it","tokens.revoke":"Revoke","tokens.revokeOne":"Revoke {name}","tokens.revokeHint":"Programs that use this token of {user} are refused within a second. This cannot be taken back, and the name stays taken.","tokens.revokeCurrent":"You are signed in by this token.","tokens.revokedNow":"{name} is revoked.","admin.title":"Users and tokens","admin.only":"Only admins see this page.","admin.users":"Users","admin.user":"User","admin.role":"Role","admin.signIn":"Signs in","admin.hasPassword":"with a password","admin.hasNone":"without a password","admin.disabled":"disabled","admin.search":"Search","admin.noUser":"No user has this in the name","admin.add":"Add a user","admin.added":"{user} is added.","admin.name":"Name","admin.nameHint":"As it will be recorded with each job. It cannot be changed.","admin.password":"Password (optional)","admin.passwordHint":"Without one, the user signs in by a token, a proxy or a JWT.","admin.change":"Change","admin.changeOne":"Change {user}","admin.setRole":"Set the role","admin.roleHint":"If it takes rights away, the user's sessions and streams end within a second.","admin.self":"This is you. Another admin can change your role or disable you. Your password is changed at","admin.since":"Added","admin.roleSet":"{user} has the new role.","admin.setPassword":"Set the password","admin.setPasswordHint":"The user's sessions end at once. Tokens stay.","admin.passwordSet":"{user} has the new password.","admin.disable":"Disable","admin.disableOne":"Disable {user}","admin.disableHint":"The user's tokens, sessions and JWTs stop working within a second. Jobs and entries stay. The user can be enabled again.","admin.disabledNow":"{user} is disabled.","admin.enable":"Enable","admin.enableOne":"Enable {user}","admin.enableHint":"It takes a new password, so that earlier sessions do not go on. Tokens that are not revoked work again.","admin.enableHintNone":"Tokens that are not revoked work again. A password is optional.","admin.enabledNow":"{user} is enabled.","admin.tokenUserHint":"A listed user, or a new name for a program that is not listed.","admin.tokenRoleHint":"The user is not listed, so the token has a role.","help.title":"Help","help.proof.title":"What \u201Cproved\u201D means","help.proof.lead":"This ledger keeps every entry for ever. You need not take its word for that: your browser checks it, each time.","help.proof.means":"What is proved","help.proof.meansText":`Every entry has a fingerprint: a number that changes if a single letter of the entry changes. All fingerprints together have one fingerprint, and the ledger signs it with a key that only it has. This signed fingerprint is a checkpoint.
\u201CEntry #12, proved\u201D says: your browser computed the fingerprint of entry 12 from what you see on the page, and found that it is one of those in the signed checkpoint. Had anybody changed the user, the time, the status or a message after it was recorded, even in the database itself, it would not fit.`,"help.proof.when":"What is checked, and when","help.proof.whenText":`When you open a job: each of its entries, that they follow each other, and that the facts on the page are those of the entries.
The lists of customers and outcomes: by itself if there are up to 1,000, else when you press the button. The payload: when you open it.
A job is only called proved when its checkpoint was compared with what this browser remembers. At each visit, and every few minutes: that the ledger still has everything that it had when this browser last saw it, unchanged and in the same order.
Two jobs that are compared: as each of them alone, but not which customers they share.
Lists of jobs and statistics are not checked in the browser.`,"help.proof.not":"What is not proved","help.proof.notText":"That what somebody reported is true. That the newest entry is shown: a server could hide what was recorded a moment ago. And that the key is the right one, if you have it from this server alone.","help.proof.alarm":"What an alarm means","help.proof.alarmText":`What the server shows is not what it recorded, or not what it showed before. Somebody may have changed the database, or restored an older copy of it; it can also be a mistake in operation, or a broken disk.
Do not rely on what is shown. Download the file that the alarm offers: it has what your browser remembered and what the server sent. Give it to the people who run the ledger, and to your auditor. Keep your browser's memory as it is: do not clear its data, and do not accept the new state until it is explained.
That the server cannot be reached is no alarm. If it is reached, shows a larger ledger and refuses the proof that the old entries are in it, there is a warning, and an alarm after a few tries. An alarm stays until you accept it, also when you load the page again.`,"help.proof.key":"The key","help.proof.keyText":"At your first visit, the browser remembers the key of the ledger. If the server later shows another one, that is an alarm. Compare the key once with one that you have from somebody you trust: it is at /log/key, and on the overview. If the key was changed on purpose, accept the new one with the button of the alarm.","help.proof.outside":"Checking it without this page","help.proof.outsideText":"A page comes from the server that it checks. If you do not trust the server at all, check with another program: download the evidence of a job, and run jobctl, or check.py, which is a second one by other means. Both need the verifier key, obtained elsewhere. Keep a checkpoint now and then: jobctl verify --against compares the whole ledger with it.","help.proof":"what this page checks by itself, and what it shows","help.statuses":"What the statuses mean","help.status.IN_PROGRESS":"The job is recorded, and nobody has said yet how it ended.","help.status.SUCCESS":"It was done for all its customers.","help.status.FAILED":"It was not done, or not for all its customers. The job's page says for whom it failed.","help.status.UNCONFIRMED":"Nobody knows whether the upstream acted. Look there first, and then record what you found. Do not simply send it again.","help.causes":"What a status is based on","help.causesHint":"Behind the status of a job is its cause, unless the upstream simply answered.","help.any":"Any status","help.cause.answered":"The upstream's whole answer was read, and says how the job ended.","help.cause.reported":"Somebody reported it: the service that ran the job, or a person who looked.","help.cause.never_sent":"The request provably never left. The upstream did nothing.","help.cause.withheld":"The request was not sent, because other jobs were for the same customers, or because that could not be checked.","help.cause.timed_out":"The request was sent, and no whole answer came in time.","help.cause.connection_lost":"The request was sent, and the connection broke before a whole answer came.","help.cause.unreadable_answer":"The upstream accepted the request, with an answer that cannot be read or does not say how the job ended.","help.cause.inconclusive_answer":"The code of the answer does not tell whether the upstream acted.","help.cause.interrupted":"The server stopped before the outcome of the call was recorded.","help.cause.imported":"Another system recorded it.","help.keysHint":"In the list of jobs.","help.more":"More","help.docs":"the same for programs, with all that this page can do","help.account":"your password, sessions and tokens","help.checkpoint":"how many entries there are, signed; keep one, and the ledger cannot be rewritten unnoticed","help.key":"checks the signatures; compare it with the one that you got from somebody you trust"}});function a(e,t={}){let o=Gr[e],n=Number(t.n??0);return(typeof o=="string"?o:xp.select(n)==="one"&&o.one||o.other).replace(/\{(\w+)\}/g,(s,i)=>{let c=t[i];return typeof c=="number"?N(c):c??s})}function P(e,t){let o=`${e}.${t}`;return o in Gr?a(o):String(t).replaceAll("_"," ")}var xp,E=w(()=>{"use strict";ee();ba();xp=new Intl.PluralRules(Ct)});function wa(e,{later:t=setTimeout,now:o=Date.now}={}){let n=!1,r=!1,s=!1,i=0,c=-1/0,u=async()=>{r=!1,n=!0,await e(),n=!1,c=o(),s&&f()},f=()=>{if(s=n,n||r)return;let d=o()-c;i=d<vp?Math.min(i+1,Yr.length-1):0,r=!0,d>=Yr[i]?u():t(u,Yr[i]-d)};return f}var ya,Yr,vp,to,jn=w(()=>{"use strict";ya=[1e3,2e3,5e3,1e4,3e4],Yr=[0,100,300,1e3],vp=2e3,to=(e,t)=>t?.retryAfter?t.retryAfter*1e3:ya[Math.min(e,ya.length-1)]});function It(e){e&&e.parentNode&&e.remove()}function Sa(e,t,o){var n,r,s,i={},c=arguments.length;for(s in t)s=="key"?n=t[s]:s=="ref"&&typeof e!="function"?r=t[s]:i[s]=t[s];return c>2&&(i.children=c>3?ts.call(arguments,2):o),Io(e,i,n,r,null)}function Io(e,t,o,n,r){var s={type:e,props:t,key:o,ref:n,__k:null,__:null,__b:0,__e:null,__c:null,constructor:Do,__v:r||++xa,__i:-1,__u:0};return!r&&Z.vnode&&Z.vnode(s),s}function Mo(e){return e.children}function Ro(e,t){this.props=e,this.context=t,this.__g=0}function dt(e,t){if(t==null)return e.__&&dt(e.__,e.__i+1);for(var o;t<e.__k.length;t++)if((o=e.__k[t])&&o.__e)return o.__e;return typeof e.type!="function"||e.props.__P?null:dt(e)}function jp(e){var t,o=e.__v,n=o.__e,r=[],s=[],i=e.__P;i&&((t=Rt({constructor:Do},o)).__v=o.__v+1,Z.vnode&&Z.vnode(t),os(i,t,o,e.__n,i.namespaceURI,32&o.__u?[n]:null,r,n||dt(o),32&o.__u,s),t.__v=o.__v,t.__.__k[t.__i]=t,Ca(r,t,s),o.__=o.__e=null,t.__e!=n&&Aa(t))}function Aa(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),Aa(e)}function ga(e){(8&e.__g||(e.__g|=8,ut.push(e),Cn++))&&Xr==Z.debounceRendering||((Xr=Z.debounceRendering)||queueMicrotask)(ja)}function ja(){try{for(var e,t=1;ut.length;)ut.length>t&&ut.sort(va),e=ut.shift(),t=ut.length,8&e.__g&&jp(e)}finally{(Cn=ut.length)&&(Xr||queueMicrotask)(ja)}}function Ta(e,t,o,n,r,s,i,c,u,f,d){var p,m,h,$,x,_,b=n.__k||Nn,v=t.length;for(u=Tp(o,t,b,u,v),p=0;p<v;p++)(h=o.__k[p])!=null&&(m=~h.__i&&b[h.__i]||Ln,h.__i=p,_=os(e,h,m,r,s,i,c,u,f,d),$=h.__e,(m.ref!=h.ref||8&m.__u)&&(m.ref&&ns(m.ref,null,h,m),h.ref&&d.push(h.ref,h.__c||$,h)),x=x||$,4&h.__u?(u=Ea(h,u,e,!m.__v),m.__e&&(m.__e=null)):typeof h.type=="function"&&_!==void 0?u=_:$&&(u=$.nextSibling),h.__u&=-21);return o.__e=x,u}function Tp(e,t,o,n,r){var s,i,c,u,f,d,p,m,h,$=o.length,x=$,_=0,b=0,v=e.__k=Array(r);for(s=0;s<r;s++)(i=t[s])!=null&&typeof i!="boolean"&&typeof i!="function"?(typeof i!="object"||i.constructor===String?i=v[s]=Io(null,i):es(i)?i=v[s]=Io(Mo,{children:i}):i.constructor===Do&&i.__b?i=v[s]=Io(i.type,i.props,i.key,i.ref,i.__v):v[s]=i,u=s+_,i.__=e,i.__b=e.__b+1,c=null,~(f=i.__i=Ep(i,o,u,x))&&(x--,(c=o[f])&&(c.__u|=2)),c&&c.__v?(i.__u|=16,f==u-1?_--:f==u+1?_++:f!=u&&(f>u?_--:_++,b=1)):(~f||(r>$?_--:r<$&&_++),typeof i.type!="function"&&(i.__u|=4))):v[s]=null;if(b){for(d=[],p=[],s=0;s<r;s++)if((i=v[s])&&16&i.__u){for(_=0,m=d.length;_<m;)d[h=_+m>>1]<i.__i?_=h+1:m=h;d[_]=i.__i,p[s]=_+1}for(_=d.length;s--;)p[s]&&(p[s]==_?_--:v[s].__u|=4)}if(x)for(s=0;s<$;s++)!(c=o[s])||2&c.__u||(c.__e==n&&(n=dt(c)),rs(c,c));return n}function Ea(e,t,o,n){var r,s,i,c;if(typeof e.type=="function"){if(e.props.__P)return t;if(r=e.__k)for(s=0;s<r.length;s++)r[s]&&(r[s].__=e,t=Ea(r[s],t,o,!1));return t}for(t&&!t.parentNode&&(t=dt(e))&&!t.parentNode&&(t=null),i=e.__e,c=t;c&&c.nodeType==8;)c=c.nextSibling;for(i!=c&&(!n&&o.moveBefore&&i.parentNode?o.moveBefore(i,t):o.insertBefore(i,t||null)),t=i;(t=t&&t.nextSibling)&&t.nodeType==8&&!t.data.startsWith("$s"););return t}function Ep(e,t,o,n){var r,s=e.key,i=e.type,c=t[o],u=c&&!(2&c.__u);if(c===null&&s==null||u&&s==c.key&&i==c.type)return o;if(n>(u?1:0)){for(r=o-1;r>=0;r--)if((c=t[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r;for(r=o+1;r<t.length;r++)if((c=t[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r}return-1}function _a(e,t,o){o==null&&(o=""),t[0]=="-"?e.setProperty(t,o):e[t]=o}function Tn(e,t,o,n,r){var s,i;if(t=="style")if(typeof o=="string")e.style.cssText=o;else{if(typeof n=="string"&&(e.style.cssText=n=""),n)for(t in n)o&&t in o||_a(e.style,t);if(o)for(t in o)n&&o[t]==n[t]||_a(e.style,t,o[t])}else if(t[0]=="o"&&t[1]=="n")typeof o!="function"&&(o=null),typeof n!="function"&&(n=null),(e.__e||(e.__e={}))[t]=o,o&&n||(i=Zr[t]||(Zr[t]=Op(t)),(e.__a||(e.__a={}))[t]=Qr,s=t!=(t=t.replace(ka,"$1")),(t=t.slice(2))[0]<"a"&&(t=t.toLowerCase()),o?e.addEventListener(t,i,s):e.removeEventListener(t,i,s));else{if(r=="http://www.w3.org/2000/svg")t=t.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(t!="width"&&t!="height"&&t!="href"&&t!="list"&&t!="form"&&t!="tabIndex"&&t!="download"&&t!="rowSpan"&&t!="colSpan"&&t!="role"&&t!="popover"&&t in e)try{return void(e[t]=o??"")}catch{}if(typeof o=="function")return;o==null||o===!1&&t[4]!="-"?e.removeAttribute(t):e.setAttribute(t,t=="popover"&&o==1?"":o)}}function Op(e){return function(t){var o=this.__e;if(o){if(o=o[e],t[En]==null)t[En]=Qr++;else if(t[En]<this.__a[e])return;return o(Z.event?Z.event(t):t)}}}function os(e,t,o,n,r,s,i,c,u,f){var d,p,m,h,$,x,_,b,v,g,k,B,ce,Pe,le,Ee,ke,Ce,ge=t.type;if(t.constructor!==Do)return null;128&o.__u&&(u=32&o.__u,d=o.__c.__z)&&(t.__u|=u,p=s=[],d.nodeType==8?c=On(d,s):s.push(d),c=s[0]||c),(d=Z.__b)&&d(t);e:if(typeof ge=="function"){m=i.length;try{if(b=t.props,v=(d=ge.prototype)&&d.render,g=(d=ge.contextType)&&n[d.__c],k=d?g?g.props.value:d.__:n,(h=o.__c)?(t.__c=h,2&h.__g&&(h.__g|=1)):(v?t.__c=h=new ge(b,k):(t.__c=h=new Ro(b,k),h.constructor=ge,h.render=Lp),g&&g.sub(h),h.state||(h.state={}),h.__n=n,h.__g|=8,h.__h=[],h.__k=[]),v&&(h.__s||(h.__s=h.state),ge.getDerivedStateFromProps&&(h.__s==h.state&&(h.__s=Rt({},h.__s)),Rt(h.__s,ge.getDerivedStateFromProps(b,h.__s)))),$=h.props,x=h.state,h.__v=t,o.__c){if(b!==$&&v&&!ge.getDerivedStateFromProps&&h.componentWillReceiveProps&&h.componentWillReceiveProps(b,k),t.__v==o.__v&&!(8&h.__g)||!(4&h.__g)&&h.shouldComponentUpdate&&h.shouldComponentUpdate(b,h.__s,k)===!1){t.__v!=o.__v&&(h.props=b,h.state=h.__s,h.__g&=-9),t.__e=o.__e,t.__k=o.__k,t.__k.some(function(be){be&&(be.__=t)}),Nn.push.apply(h.__h,h.__k),h.__k=[],h.__h.length&&i.push(h),c=dt(o);break e}h.componentWillUpdate&&h.componentWillUpdate(b,h.__s,k),v&&h.componentDidUpdate&&h.__h.push(function(){h.componentDidUpdate($,x,_)})}else v&&!ge.getDerivedStateFromProps&&h.componentWillMount&&h.componentWillMount(),v&&h.componentDidMount&&h.__h.push(h.componentDidMount);h.context=k,h.props=b,h.__P=e,h.__g&=-5,B=Z.__r,ce=v?25:0;do h.__g&=-9,B&&B(t),d=h.render(h.props,h.state=h.__s,h.context);while(8&h.__g&&++ce<25);v&&(Nn.push.apply(h.__h,h.__k),h.__k=[]),h.state=h.__s,h.getChildContext&&(n=Rt({},n,h.getChildContext())),v&&o.__c&&h.getSnapshotBeforeUpdate&&(_=h.getSnapshotBeforeUpdate($,x)),Pe=d&&d.type===Mo&&d.key==null?d.props.children:d,b.__P&&(d=c,r=(e=b.__P).namespaceURI,u=s=null,o.props&&o.props.__P!=e&&(o.__k.some(function(be){be&&rs(be,be)}),o.__k=null),c=o.__k?dt(o,0):null),c=Ta(e,es(Pe)?Pe:[Pe],t,o,n,r,s,i,c,u,f),b.__P&&(t.__e=null,c=d),t.__u&=-161,p&&p.some(It),h.__h.length&&i.push(h),1&h.__g&&(h.__g&=-4)}catch(be){if(i.length=m,t.__v=null,u||s)if(be&&be.then){if(t.__u|=128|u,s){for(~(ke=s.indexOf(c||void 0))||(ke=s.length);(Ce=s[ke-1])&&Ce.nodeType==8;)ke--;for(;ke<s.length;ke++)if(Ce=s[ke])if(s[ke]=null,le){if(Ce==Ee)break}else{if(Ce.nodeType!=8)break;Ce.data.startsWith("$s")&&(Ee=On(le=Ce))}}if(!le){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;le=c}(d=On(le=t.__c.__z||(t.__c.__z=le)))?(t.__e=le,c=d):t.__e=c,c=c&&c.nextSibling}else s&&s.some(It);else t.__e=o.__e;t.__k||(t.__k=o.__k||[]),be&&be.then||Oa(t),Z.__e(be,t,o)}}else c=t.__e=Cp(o.__e,t,o,n,r,s,i,u,f,e);return(d=Z.diffed)&&d(t),c}function On(e,t){if(e&&e.nodeType==8&&e.data.startsWith("$s"))for(var o=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith("$s"))o++;else if(e.data.startsWith("/$s")&&!--o)return e}t&&t.push(e)}}function Oa(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(Oa))}function Ca(e,t,o){for(var n=0;n<o.length;)ns(o[n++],o[n++],o[n++]);Z.__c&&Z.__c(t,e),e.some(function(r){try{e=r.__h,r.__h=[],e.some(function(s){s.call(r)})}catch(s){Z.__e(s,r.__v)}})}function Cp(e,t,o,n,r,s,i,c,u,f){var d,p,m,h,$,x,_,b,v=o.props||Ln,g=t.props,k=t.type;if(k=="svg"?r="http://www.w3.org/2000/svg":k=="math"?r="http://www.w3.org/1998/Math/MathML":r||(r="http://www.w3.org/1999/xhtml"),s){for(d=0;d<s.length;d++)if(($=s[d])&&(k?$.localName==k:$.nodeType==3)){e=$,s[d]=null;break}}if(!e){if(b=f.ownerDocument||document,!k)return b.createTextNode(g);e=b.createElementNS(r,k,g.is?g:f),c&&(Z.__m&&Z.__m(t,s),c=!1),s=null}if(k){if(f=k=="template"&&e.content||e,s=k=="textarea"&&g.defaultValue!=null?null:s&&ts.call(f.childNodes),!c&&s)for(v={},d=0;d<e.attributes.length;d++)v[($=e.attributes[d]).name]=$.value;for(d in v)$=v[d],d=="dangerouslySetInnerHTML"?m=$:d=="children"||d in g||d=="value"&&"defaultValue"in g||d=="checked"&&"defaultChecked"in g||Tn(e,d,null,$,r);for(d in g)$=g[d],d=="children"?h=$:d=="dangerouslySetInnerHTML"?p=$:d=="value"?x=$:d=="checked"?_=$:c&&typeof $!="function"||v[d]===$||Tn(e,d,$,v[d],r);p?(c||m&&(p.__html==m.__html||p.__html==e.innerHTML)||(e.innerHTML=p.__html),t.__k=[]):(m&&(e.textContent=""),(k=="foreignObject"||r=="http://www.w3.org/1998/Math/MathML"&&Ap.test(k))&&(r="http://www.w3.org/1999/xhtml"),Ta(f,es(h)?h:[h],t,o,n,r,s,i,s?s[0]:o.__k&&dt(o,0),c,u),s&&s.some(It)),c&&k!="textarea"||(d="value",k=="progress"&&x==null?e.removeAttribute(d):x==null||x===e[d]&&(k!="progress"||x)||Tn(e,d,x,v[d],r),d="checked",_!=null&&_!=e[d]&&Tn(e,d,_,v[d],r))}else v===g||c&&e.data==g||(e.data=g);return e}function ns(e,t,o,n){try{typeof e=="function"?t?t.__x=e(t)||1:n&&(n=n.__c||n.__e)&&(t=n.__x)&&(n.__x=null,typeof t=="function"?t():e(null)):e.current=t}catch(r){Z.__e(r,o)}}function rs(e,t,o){var n,r,s,i;if(Z.unmount&&Z.unmount(e),!(n=e.ref)||n.current&&n.current!=e.__e||ns(n,null,t,e),n=e.__c){if(n.componentWillUnmount)try{n.componentWillUnmount()}catch(c){Z.__e(c,t)}n.__P=n.__n=null}if(n=e.__k)for(i=0;i<n.length;i++)n[i]&&rs(n[i],t,typeof e.type!="function"||o&&!e.props.__P);!o&&(n=e.__c)&&(n=n.__z)&&(r=On(n,s=[]))&&(n==e.__e&&s.some(It),It(r),It(n)),o||It(e.__e),e.__e=e.__c=e.__=null}function Lp(e,t,o){return this.constructor(e,o)}function ss(e,t){var o,n,r,s;Z.__&&Z.__(e,t),t.nodeType==9&&(t=t.documentElement),n=(o=e&&32&e.__u)?null:t.__k,t.__k=Io(Mo,{children:[e]}),r=[],s=[],os(t,t.__k,n||Ln,Ln,t.namespaceURI,n?null:t.firstChild?ts.call(t.childNodes):null,r,n?n.__e:t.firstChild,o,s),Ca(r,t.__k,s),t.__k.props.children=null}var Z,xa,kp,ut,Xr,Cn,va,En,ka,Qr,Zr,Sp,Do,Ln,Nn,Ap,es,ts,Rt,In=w(()=>{"use strict";Do=Symbol.for("pv"),Ln={},Nn=[],Ap=/^m(i|n|o|s|text|space)$/,es=Array.isArray,ts=Nn.slice,Rt=Object.assign;Z={__e:function(e,t,o,n){for(var r,s,i;t=t.__;)if((r=t.__c)&&!(1&r.__g)){r.__g|=4;try{if((i=(s=r.constructor)&&s.getDerivedStateFromError)&&r.setState(s.getDerivedStateFromError(e)),r.componentDidCatch&&(r.componentDidCatch(e,n||{}),i=1),i&&8&r.__g)return void(r.__g|=2)}catch(c){e=c}}throw Cn=0,e}},xa=0,kp=function(e){return e!=null&&e.constructor===Do},Ro.prototype.setState=function(e,t){var o=this.__s;o&&o!=this.state||(o=this.__s=Rt({},this.state)),typeof e=="function"&&(e=e(Rt({},o),this.props)),e&&(Rt(o,e),this.__v&&(t&&this.__k.push(t),ga(this)))},Ro.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),ga(this))},Ro.prototype.render=Mo,ut=[],Cn=0,va=function(e,t){return e.__v.__b-t.__v.__b},En=Symbol(),ka=/(PointerCapture)$|Capture$/i,Qr=0,Zr={},Sp=0});function Ia(e){var t=La.get(this);return t||(t=new Map,La.set(this,t)),(t=Na(this,t.get(e)||(t.set(e,t=(function(o){for(var n,r,s=1,i="",c="",u=[0],f=function(m){s===1&&(m||(i=i.replace(/^\s*\n\s*|\s*\n\s*$/g,"")))?u.push(0,m,i):s===3&&(m||i)?(u.push(3,m,i),s=2):s===2&&i==="..."&&m?u.push(4,m,0):s===2&&i&&!m?u.push(5,0,!0,i):s>=5&&((i||!m&&s===5)&&(u.push(s,0,i,r),s=6),m&&(u.push(s,m,0,r),s=6)),i=""},d=0;d<o.length;d++){d&&(s===1&&f(),f(d));for(var p=0;p<o[d].length;p++)n=o[d][p],s===1?n==="<"?(f(),u=[u],s=3):i+=n:s===4?i==="--"&&n===">"?(s=1,i=""):i=n+i[0]:c?n===c?c="":i+=n:n==='"'||n==="'"?c=n:n===">"?(f(),s=1):s&&(n==="="?(s=5,r=i,i=""):n==="/"&&(s<5||o[d][p+1]===">")?(f(),s===3&&(u=u[0]),s=u,(u=u[0]).push(2,0,s),s=0):n===" "||n==="	"||n===`
`||n==="\r"?(f(),s=2):i+=n),s===3&&i==="!--"&&(s=4,u=u[0])}return f(),u})(e)),t),arguments,[])).length>1?t:t[0]}var Na,La,Ra=w(()=>{"use strict";Na=function(e,t,o,n){var r;t[0]=0;for(var s=1;s<t.length;s++){var i=t[s++],c=t[s]?(t[0]|=i?1:2,o[t[s++]]):t[++s];i===3?n[0]=c:i===4?n[1]=Object.assign(n[1]||{},c):i===5?(n[1]=n[1]||{})[t[++s]]=c:i===6?n[1][t[++s]]+=c+"":i?(r=e.apply(c,Na(e,c,o,["",null])),n.push(r),c[0]?t[0]|=2:(t[s-2]=0,t[s]=r)):n.push(c)}return n},La=new Map});function oo(e,t){ue.__h&&ue.__h(ne,e,Po||t),Po=0;var o=ne.__H||(ne.__H={__:[],__h:[]});return e>=o.__.length&&o.__.push({}),o.__[e]}function y(e){return Po=1,Va(Ja,e)}function Va(e,t,o){var n=oo(ft++,2);if(n.t=e,!n.__c&&(n.__=[o?o(t):Ja(void 0,t),function(s){var i=(n.__N||n.__)[0],c=n.t(i,s);as(i,c)||(n.__N=[c,n.__[1]],n.__c.setState({}))}],n.__c=ne,!ne.__f)){ne.__f=!0;var r=ne.shouldComponentUpdate;ne.shouldComponentUpdate=function(s,i,c){var u=this.__H;if(!u)return!0;var f=!1,d=this.props!=s;if(u.__.some(function(m){m.__N&&(f=!0,as(m.__[0],m.__N[0])||(d=!0))}),r){var p=r.call(this,s,i,c);return f?p||d:p}return!f||d}}return n.__}function A(e,t){var o=oo(ft++,3);!ue.__s&&fs(o.__H,t)&&(o.__P=!0,o.__=e,o.u=t,ne.__H.__h.push(o))}function pt(e,t){var o=oo(ft++,4);!ue.__s&&fs(o.__H,t)&&(o.__P=!1,o.__=e,o.u=t,ne.__h.push(o))}function H(e){return Po=5,re(function(){return{current:e}},[])}function re(e,t){var o=oo(ft++,7);return fs(o.__H,t)&&(o.__=e(),o.__H=t),o.__}function us(e,t){return Po=8,re(function(){return e},t)}function ds(e){var t=oo(ft++,10),o=y();return t.__=e,ne.componentDidCatch||(ne.componentDidCatch=function(n,r){t.__&&t.__(n,r),o[1](n)}),[o[0],function(){return o[1]()}]}function ht(){var e=oo(ft++,11);if(!e.__){for(var t=ne.__v;!t.__m&&t.__;)t=t.__;var o=t.__m||(t.__m=[0,0]);e.__="P"+o[0]+"-"+o[1]++}return e.__}function Np(){var e;do{for(;e=cs.shift();)try{Ho(e)}catch(o){ue.__e(o,{__:(e=e.__P)&&e.__v})}for(;e=za.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(Ho),t.__h.some(ls),t.__h=[]}catch(o){t.__h=[],ue.__e(o,e.__v)}}}while(cs.length)}function Ip(e){var t,o=function(){clearTimeout(n),Wa&&cancelAnimationFrame(t),setTimeout(e)},n=setTimeout(o,35);Wa&&(t=requestAnimationFrame(o))}function qa(e){e!=1&&Da==ue.requestAnimationFrame||((Da=ue.requestAnimationFrame)||Ip)(Np)}function Ho(e){var t=ne,o=e.__c;typeof o=="function"&&(e.__c=void 0,o()),ne=t}function ls(e){var t=ne;e.__c=e.__(),ne=t}function fs(e,t){return!e||e.length!=t.length||t.some(function(o,n){return!as(o,e[n])})}function Ja(e,t){return typeof t=="function"?t(e):t}var ft,ne,is,Da,as,Po,za,cs,ue,Ma,Ha,Pa,Ua,Fa,Ba,Wa,Ka=w(()=>{"use strict";In();as=Object.is,Po=0,za=[],cs=[],ue=Z,Ma=ue.__b,Ha=ue.__r,Pa=ue.diffed,Ua=ue.__c,Fa=ue.unmount,Ba=ue.__;ue.__b=function(e){ne=null,Ma&&Ma(e)},ue.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),Ba&&Ba(e,t)},ue.__r=function(e){Ha&&Ha(e),ft=0;var t=(ne=e.__c).__H;t&&(is==ne?ne.__h=[]:(t.__h.some(Ho),t.__h.some(ls),ft=0),t.__h=[],t.__.some(function(o){o.__N&&(o.__=o.__N),o.u=o.__N=void 0})),is=ne},ue.diffed=function(e){Pa&&Pa(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&qa(za.push(t)),t.__H.__.some(function(o){o.u&&(o.__H=o.u)})),is=ne=null},ue.__c=function(e,t){t.some(function(o){try{o.__h.some(Ho),o.__h=o.__h.filter(function(n){return!n.__||ls(n)})}catch(n){o.__h=[function(){throw n}]}}),Ua&&Ua(e,t)},ue.unmount=function(e){Fa&&Fa(e);var t,o,n=e.__c;n&&n.__H&&(n.__H.__.some(function(r){try{if(r.__P&&r.__c){if(o===void 0){for(o=e.__;o&&(!o.__c||!o.__c.__P);)o=o.__;o=o&&o.__c}r.__P=o,qa(cs.push(r))}else Ho(r)}catch(s){t=s}}),n.__H=void 0,t&&ue.__e(t,n.__v))};Wa=typeof requestAnimationFrame=="function"});var l,j=w(()=>{"use strict";In();Ra();In();Ka();l=Ia.bind(Sa)});function O(e){let[t,o]=y(e.get());return A(()=>(o(()=>e.get()),e.watch(n=>o(()=>n))),[e]),t}function Ve(){let{search:e}=O(Me);return[re(()=>new URLSearchParams(e),[e]),Sn]}function W(e,t){let o={error:null,isLoading:!0},[n,r]=y(o),s=H(e);s.current=e;let i=H(()=>{}),c=H(t);c.current.some((f,d)=>!Object.is(f,t[d]))&&(c.current=t),A(()=>{r(o);let f=new AbortController;return i.current=Rp(d=>s.current(d),f.signal,d=>r(p=>({...p,...d}))),i.current(),()=>f.abort()},[c.current]);let u=us(()=>i.current(),[]);return{data:n.data,error:n.error,isLoading:n.isLoading,reload:u}}function Rp(e,t,o){let n=0,r=0,s=wa(async()=>{if(clearTimeout(r),!t.aborted){o({isLoading:!0});try{let i=await e(t);n=0,t.aborted||o({data:i,error:null,isLoading:!1})}catch(i){if(t.aborted)return;let c=Zt(i);c.isFault&&console.error(i),o({error:c,isLoading:!1}),c.isTemporary&&(r=window.setTimeout(s,to(n++,c)))}}});return s}function Y(e){let[t,o]=y(!1),[n,r]=y(null),s=H(!1);return[async(...c)=>{if(!s.current){s.current=!0,o(!0),r(null);try{await e(...c)}catch(u){if(!(u instanceof J))throw u;r(u)}finally{s.current=!1,o(!1)}}},t,n,()=>r(null)]}function Rn(e,t,o){A(()=>{if(!t)return;let n=i=>{e.current?.contains(i.target)||o(i)},r=i=>{i.key==="Escape"&&(i.stopPropagation(),i.preventDefault(),o(i))},s=e.current;return document.addEventListener("pointerdown",n),document.addEventListener("focusin",n),s?.addEventListener("keydown",r),()=>{document.removeEventListener("pointerdown",n),document.removeEventListener("focusin",n),s?.removeEventListener("keydown",r)}},[t])}var F=w(()=>{"use strict";ot();Oe();jn();j()});var Dp,I,we=w(()=>{"use strict";j();Dp={SUCCESS:"m4 8.5 2.7 2.7L12 5.5",FAILED:"m5 5 6 6m0-6-6 6",UNCONFIRMED:"M6 6.2C6 3.6 10.4 3.8 10.2 6.4 10 8 8 8 8 9.6m0 2.2v.4",IN_PROGRESS:"M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM8 5v3l2 1.4",copy:"M6 6h7v7H6zM3 10V3h7",search:"M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zm3.3 7.8L14 14",note:"M3 3h10v7H8l-3 3v-3H3z",down:"m4 6.5 4 4 4-4",user:"M8 3a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM3 13.5c.6-5 9.4-5 10 0",check:"M8 1.8 13 4v4c0 3-2 5-5 6.2C5 13 3 11 3 8V4zM5.7 8l1.7 1.7 3-3.4",alarm:"M8 2.5 14.5 13.5h-13zM8 6.5v3.2m0 1.6v.4",system:"M8 2.5a5.5 5.5 0 1 1 0 11zm0 0v11a5.5 5.5 0 0 1 0-11",light:"M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM8 1v1.5m0 11V15M1 8h1.5m11 0H15M3 3l1 1m8 8 1 1M3 13l1-1m8-8 1-1",dark:"M7 2.5a5.5 5.5 0 1 0 6.5 7A5 5 0 0 1 7 2.5z",download:"M8 2.5v7m-3-2.6 3 3 3-3M3 13h10"},I=({name:e})=>l`
  <svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d=${Dp[e]} /></svg>
`});function Ya(){let e=O(Tt),t=Object.entries(O(Ga));return l`
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
  `}var Ga,no,Dn=w(()=>{"use strict";V();qe();E();F();j();we();Ga=he({}),no=(e,t)=>Ga.update(o=>{let{[e]:n,...r}=o;return t?{...r,[e]:t}:n?r:o})});function K(e,t="ok"){Xa+=1;let o=Xa;Mn.update(n=>[...n.slice(-3),{id:o,text:e,kind:t}]),t==="ok"&&setTimeout(Za,Mp,o)}function Qa(){let e=O(Mn),t=O(ps);return l`
    <div class="messages" role="log" aria-live="polite" aria-relevant="additions">
      ${e.map(({id:o,text:n,kind:r})=>l`
          <div key=${o} class="message message-${r}">
            <span>${n}</span>
            <button class="icon-button" aria-label=${a("app.close")} onClick=${()=>Za(o)}>
              ✕
            </button>
          </div>
        `)}
    </div>
    <div class="off-screen" role="status" aria-live="polite">${t}</div>
  `}var Mn,ps,Xa,Mp,Za,Hn,xe=w(()=>{"use strict";me();qe();E();F();j();Mn=he([]),ps=he(""),Xa=0;vn(()=>{Mn.set([]),ps.set("")});Mp=5e3,Za=e=>Mn.update(t=>t.filter(o=>o.id!==e));Hn=e=>ps.set(e)});function hs({status:e,title:t}){return e<0?a("problem.fault"):e===0?a("problem.network"):e===401?a("problem.401"):e===403?a("problem.403"):e===404?a("problem.404"):e===429?a("problem.429"):e===503?a("problem.503"):t}function Hp({status:e,type:t,retryAfter:o}){return e===0?a("problem.networkHint"):e===404?a("problem.404Hint"):t.endsWith(":maybe-recorded")?a("problem.maybeRecorded"):o?a("problem.waitHint",{n:o}):""}function te({problem:e,retry:t}){if(!e)return null;let o=Hp(e);return l`
    <div class="notice notice-error" role="alert">
      <${I} name="alarm" />
      <div>
        <p class="notice-title">${hs(e)}</p>
        ${!e.isNetwork&&e.detail&&l`<p>${e.detail}</p>`}
        ${o&&l`<p>${o}</p>`} ${t&&e.isTemporary&&a("app.retrying")}
        ${t&&l`<p><button type="button" onClick=${t}>${a("app.again")}</button></p>`}
      </div>
    </div>
  `}function fe({of:e,children:t}){return l`
    <${te} problem=${e.error} retry=${e.reload} />
    ${e.data!==void 0?t(e.data):e.isLoading&&l`<${mt} />`}
  `}var mt,se,pe=w(()=>{"use strict";E();j();we();mt=()=>l`<p class="state" role="status">${a("app.loading")}</p>`,se=({title:e,children:t})=>l`
  <div class="state">
    <p class="state-title">${e}</p>
    ${t}
  </div>
`});async function Pn(){try{await ia()}catch(e){let t=Zt(e),o=t.isNetwork?hs(t):t.message;K(a("user.notSignedOut",{why:o}),"error");return}$e(C("/")),K(a("user.signedOut"))}var ms=w(()=>{"use strict";me();U();ot();Oe();E();xe();pe()});function Pp(e){let t={ArrowDown:1,ArrowUp:-1}[e.key];if(!t||e.target.matches("input:not([type=checkbox])"))return;let n=[...e.currentTarget.querySelectorAll("a[href], button, input")],r=n.indexOf(document.activeElement)+t;e.preventDefault(),n[(r+n.length)%n.length]?.focus()}function ro({label:e,name:t,class:o="",align:n="start",children:r}){let[s,i]=y(!1),c=H(null),u=H(null),f=()=>{i(!1),u.current?.focus()};return Rn(c,s,d=>d.type==="keydown"?f():i(!1)),l`
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
      ${s&&l`<div class="panel panel-${n}" onKeyDown=${Pp}>${r(f)}</div>`}
    </div>
  `}var Un,ec,Uo=w(()=>{"use strict";E();F();j();we();Un=({items:e,...t})=>l`
  <${ro} ...${t}>
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
`,ec=({name:e,value:t,onRemove:o})=>l`
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
`});var ic,so,bs,Fn,ys,ws,Bn,Up,Fp,tc,gs,Bp,ac,cc,lc,Dt,ie,oc,S,Wp,$s,uc,Ie,Fo,Mt,qp,zp,Je,Vp,nc,Jp,Kp,rc,sc,Gp,dc=w(()=>{"use strict";ic=Object.freeze,so=0x7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffedn,bs=0x1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3edn,Fn=0x52036cee2b6ffe738cc740797779e89800700a4d4141d8ab75eb4dca135978a3n,ys=0x216936d3cd6e53fec0a4e231fdd6dc5c692cc7609525a7b2c9562d608f25d51an,ws=0x6666666666666666666666666666666666666666666666666666666666666658n,Bn=so-1n,Up=ic({p:so,n:bs,h:8n,a:Bn,d:Fn,Gx:ys,Gy:ws}),Fp=32,tc=e=>e instanceof Uint8Array||ArrayBuffer.isView(e)&&e.constructor.name==="Uint8Array"&&e.BYTES_PER_ELEMENT===1,gs=(e,t,o="")=>{if(tc(e)&&(t===void 0||e.length===t))return e;let n=tc(e),r=t!==void 0?` of length ${t}`:"",s=n?`length=${e.length}`:`type=${typeof e}`,i=(o?`"${o}" `:"")+"expected Uint8Array"+r+", got "+s;throw n?new RangeError(i):new TypeError(i)},Bp=(e,t="",o)=>Uint8Array.from(gs(e,o,t)),ac=(e,t)=>e.toString(16).padStart(t,"0"),cc=e=>{let t="";for(let o of gs(e))t+=ac(o,2);return t},lc=e=>{let t="hex invalid";if(typeof e!="string")throw new TypeError(t);if(e.length%2||!/^[\da-f]*$/i.test(e))throw new RangeError(t);let o=new Uint8Array(e.length/2);for(let n=0,r=0;n<o.length;n++,r+=2){let s=e.charCodeAt(r),i=e.charCodeAt(r+1);o[n]=((s&15)+(s>>6)*9)*16+(i&15)+(i>>6)*9}return o},Dt=(e,t,o,n="bad number: out of range")=>{if(typeof e!="bigint")throw new TypeError(n);if(t<=e&&e<o)return e;throw new RangeError(n)},ie=(e,t=so)=>(e%=t)>=0n?e:t+e,oc=(1n<<255n)-1n,S=e=>{if(e<0n)throw new RangeError("negative coordinate");let t=(e>>255n)*19n+(e&oc);return t=(t>>255n)*19n+(t&oc),t%so},Wp=(e,t)=>{if(e===0n)throw new Error("invert: expected non-zero number");if(t<=1n)throw new Error("invert: expected modulus > 1, got "+t);let o=ie(e,t),n=t,r=0n,s=1n;for(;o!==0n;){let c=n/o,u=n-o*c,f=r-s*c;n=o,o=u,r=s,s=f}if(n!==1n)throw new Error("invert: does not exist");return ie(r,t)},$s=e=>{if(e instanceof Ie)return e;throw new TypeError("Point expected")},uc=2n**256n,Ie=class e{static BASE;static ZERO;X;Y;Z;T;constructor(t,o,n,r){let s=uc;this.X=Dt(t,0n,s),this.Y=Dt(o,0n,s),this.Z=Dt(n,1n,s),this.T=Dt(r,0n,s),ic(this)}static CURVE(){return Up}static fromAffine(t){return new e(t.x,t.y,1n,S(t.x*t.y))}static fromBytes(t,o=!1){let n=Bp(t,"point",Fp),r=n[31];n[31]=r&-129;let s=zp(n);o||Dt(s,0n,so);let i=S(s*s),c=ie(i-1n),u=S(Fn*i+1n),{isValid:f,value:d}=Jp(c,u);if(!f)throw new Error("bad point: y not sqrt");let p=!!(r&128);if(!o&&d===0n&&p)throw new Error("bad point: x==0, isLastByteOdd");return p!==!!(d&1n)&&(d=ie(-d)),new e(d,s,1n,S(d*s))}static fromHex(t,o){return e.fromBytes(lc(t),o)}get x(){return this.toAffine().x}get y(){return this.toAffine().y}assertValidity(){let t=Bn,o=Fn,n=this;if(n.is0())throw new Error("bad point: ZERO");let{X:r,Y:s,Z:i,T:c}=n,u=S(r*r),f=S(s*s),d=S(i*i),p=S(d*d),m=S(u*t),h=S(d*(m+f)),$=ie(p+S(o*S(u*f)));if(h!==$)throw new Error("bad point: equation left != right (1)");let x=S(r*s),_=S(i*c);if(x!==_)throw new Error("bad point: equation left != right (2)");return this}equals(t){let{X:o,Y:n,Z:r}=this,{X:s,Y:i,Z:c}=$s(t);return S(o*c)===S(s*r)&&S(n*c)===S(i*r)}is0(){return this.equals(Mt)}negate(){return new e(ie(-this.X),this.Y,this.Z,ie(-this.T))}double(){let{X:t,Y:o,Z:n}=this,r=Bn,s=S(t*t),i=S(o*o),c=S(2n*n*n),u=S(r*s),f=ie(t+o),d=ie(S(f*f)-s-i),p=ie(u+i),m=ie(p-c),h=ie(u-i),$=S(d*m),x=S(p*h),_=S(d*h),b=S(m*p);return new e($,x,b,_)}add(t){let{X:o,Y:n,Z:r,T:s}=this,{X:i,Y:c,Z:u,T:f}=$s(t),d=Bn,p=Fn,m=S(o*i),h=S(n*c),$=S(S(s*p)*f),x=S(r*u),_=ie(S(ie(o+n)*ie(i+c))-m-h),b=ie(x-$),v=ie(x+$),g=ie(h-S(d*m)),k=S(_*b),B=S(v*g),ce=S(_*g),Pe=S(b*v);return new e(k,B,Pe,ce)}subtract(t){return this.add($s(t).negate())}multiply(t,o=!0){if(!o&&t===0n||(Dt(t,1n,bs),!o&&this.is0()))return Mt;if(t===1n)return this;if(this.equals(Fo))return Gp(t).p;let n=Mt,r=Fo,s=this;for(let i=0;o?i<256:t>0n;i++)t&1n?n=n.add(s):o&&(r=r.add(s)),s=s.double(),t>>=1n;return n}multiplyUnsafe(t){return this.multiply(t,!1)}toAffine(){let{X:t,Y:o,Z:n}=this;if(this.equals(Mt))return{x:0n,y:1n};let r=Wp(n,so);if(S(n*r)!==1n)throw new Error("invalid inverse");return{x:S(t*r),y:S(o*r)}}toBytes(){let{x:t,y:o}=this.toAffine(),n=qp(o);return n[31]|=t&1n?128:0,n}toHex(){return cc(this.toBytes())}clearCofactor(){return this.multiply(8n,!1)}isSmallOrder(){return this.clearCofactor().is0()}isTorsionFree(){return this.multiply(bs/2n,!1).double().add(this).is0()}},Fo=new Ie(ys,ws,1n,ie(ys*ws)),Mt=new Ie(0n,1n,1n,0n);Ie.BASE=Fo;Ie.ZERO=Mt;qp=e=>lc(ac(Dt(e,0n,uc),64)).reverse(),zp=e=>BigInt("0x"+cc(Uint8Array.from(gs(e)).reverse())),Je=(e,t)=>{let o=e;for(;t-- >0;)o=S(o*o);return o},Vp=e=>{let t=S(e*e),o=S(t*e),n=S(Je(o,2)*o),r=S(Je(n,1)*e),s=S(Je(r,5)*r),i=S(Je(s,10)*s),c=S(Je(i,20)*i),u=S(Je(c,40)*c),f=S(Je(u,80)*u),d=S(Je(f,80)*u),p=S(Je(d,10)*s);return S(Je(p,2)*e)},nc=0x2b8324804fc1df0b2b4d00993dfbd7a72f431806ad2fe478c4ee1b274a0ea0b0n,Jp=(e,t)=>{let o=S(t*S(t*t)),n=S(S(o*o)*t),r=Vp(S(e*n)),s=S(e*S(o*r)),i=S(t*S(s*s)),c=s,u=S(s*nc),f=i===e,d=i===ie(-e),p=i===ie(-e*nc);return f&&(s=c),(d||p)&&(s=u),(ie(s)&1n)===1n&&(s=ie(-s)),{isValid:f||d,value:s}},Kp=()=>{let e=[],t=Fo,o;for(let n=0;n<33;n++){o=t,e.push(o);for(let r=1;r<128;r++)o=o.add(t),e.push(o);t=o.double()}return e},sc=(e,t)=>{let o=t.negate();return e?o:t},Gp=e=>{let t=rc||(rc=Kp()),o=Mt,n=Fo;for(let r=0;r<33;r++){let s=Number(e&255n);e>>=8n,s>128&&(s-=256,e+=1n);let i=r*128,c=i+Math.abs(s)-1,u=r%2!==0,f=s<0;s===0?n=n.add(sc(u,t[i])):o=o.add(sc(f,t[c]))}if(e!==0n)throw new Error("invalid wnaf");return{p:o,f:n}}});function Yp(e,t=!1){return t?{h:Number(e&Wn),l:Number(e>>fc&Wn)}:{h:Number(e>>fc&Wn)|0,l:Number(e&Wn)|0}}function pc(e,t=!1){let o=e.length,n=new Uint32Array(o),r=new Uint32Array(o);for(let s=0;s<o;s++){let{h:i,l:c}=Yp(e[s],t);[n[s],r[s]]=[i,c]}return[n,r]}function hc(e,t,o,n){let r=Xp(o),s=Zp(o);e.setUint32(t,n?s:r,n),e.setUint32(t+4,n?r:s,n)}function Ke(e,t,o,n){let r=(t>>>0)+(n>>>0);return{h:e+o+(r/2**32|0)|0,l:r|0}}var Wn,fc,Xp,Zp,_s,xs,Ht,Pt,Bo,Wo,mc,$c,bc,yc,wc,gc,vs=w(()=>{"use strict";Wn=BigInt(4294967295),fc=BigInt(32);Xp=e=>e/2**32|0,Zp=e=>e>>>0;_s=(e,t,o)=>e>>>o,xs=(e,t,o)=>e<<32-o|t>>>o,Ht=(e,t,o)=>e>>>o|t<<32-o,Pt=(e,t,o)=>e<<32-o|t>>>o,Bo=(e,t,o)=>e<<64-o|t>>>o-32,Wo=(e,t,o)=>e>>>o-32|t<<64-o;mc=(e,t,o)=>(e>>>0)+(t>>>0)+(o>>>0),$c=(e,t,o,n)=>t+o+n+(e/2**32|0)|0,bc=(e,t,o,n)=>(e>>>0)+(t>>>0)+(o>>>0)+(n>>>0),yc=(e,t,o,n,r)=>t+o+n+r+(e/2**32|0)|0,wc=(e,t,o,n,r)=>(e>>>0)+(t>>>0)+(o>>>0)+(n>>>0)+(r>>>0),gc=(e,t,o,n,r,s)=>t+o+n+r+s+(e/2**32|0)|0});function _c(e){return e instanceof Uint8Array||ArrayBuffer.isView(e)&&e.constructor.name==="Uint8Array"&&"BYTES_PER_ELEMENT"in e&&e.BYTES_PER_ELEMENT===1}function eh(e,t=""){if(typeof e!="number")throw new TypeError(ks(t)+"expected number, got "+typeof e);if(!Number.isSafeInteger(e)||e<0)throw new RangeError(ks(t)+"expected integer >= 0, got "+e);return e}function Ss(e,t,o=""){if(_c(e)&&(t===void 0||e.length===t))return e;t!==void 0&&eh(t,"length");let n=_c(e),r=t!==void 0?` of length ${t}`:"",s=n?`length=${e.length}`:`type=${typeof e}`,i=ks(o)+"expected Uint8Array"+r+", got "+s;throw n?new RangeError(i):new TypeError(i)}function As(e,t=!0){if(e.destroyed)throw new Error("hash was destroyed");if(t&&e.finished)throw new Error("digest() was already called")}function vc(e,t){Ss(e,void 0,"output");let o=t.outputLen;if(!(e.length>=o))throw new RangeError('"output" expected length >= '+o)}function qo(...e){for(let t=0;t<e.length;t++)e[t].fill(0)}function qn(e){return new DataView(e.buffer,e.byteOffset,e.byteLength)}function Ue(e,t){return e<<32-t|e>>>t}function oh(e,t,o="opts"){return xc(e,"defaults"),t!==void 0&&xc(t,o),Object.assign(Object.create(null),e,t)}function js(e,t={}){if(typeof e!="function")throw new TypeError('"hashCons" expected function, got type='+typeof e);t=oh({},t,"info");let o=(r,s)=>e(s).update(r).digest(),n=e(void 0);return o.outputLen=n.outputLen,o.blockLen=n.blockLen,o.canXOF=n.canXOF,o.create=r=>e(r),Object.assign(o,t),Object.freeze(o)}var ks,th,xc,Ts,Es=w(()=>{"use strict";ks=e=>e?`"${e}" `:"";th=(e,t)=>{if(e===null||typeof e!="object"||Array.isArray(e))throw new TypeError((t==="object"?"":`"${t}" `)+"expected object, got type="+typeof e)},xc=(e,t)=>{th(e,t);let o=Object.getPrototypeOf(e);if(o!==Object.prototype&&o!==null)throw new TypeError(`"${t}" expected plain object`);if(Object.hasOwn(e,"__proto__"))throw new TypeError(`"${t}.__proto__" is not allowed`)};Ts=e=>({oid:Uint8Array.from([6,9,96,134,72,1,101,3,4,2,e])})});function kc(e,t,o){return e&t^~e&o}function Sc(e,t,o){return e&t^e&o^t&o}var zo,Ac,jc,Tc=w(()=>{"use strict";vs();Es();zo=class{blockLen;outputLen;canXOF=!1;padOffset;isLE;buffer;view;finished=!1;length=0;pos=0;destroyed=!1;constructor(t,o,n,r){this.blockLen=t,this.outputLen=o,this.padOffset=n,this.isLE=r,this.buffer=new Uint8Array(t),this.view=qn(this.buffer)}update(t){As(this),Ss(t);let{view:o,buffer:n,blockLen:r}=this,s=t.length,i=!1;for(let c=0;c<s;){let u=Math.min(r-this.pos,s-c);if(u===r){let f=qn(t);for(;r<=s-c;c+=r)this.process(f,c);i=!0;continue}n.set(c===0&&u===s?t:t.subarray(c,c+u),this.pos),this.pos+=u,c+=u,this.pos===r&&(this.process(o,0),this.pos=0,i=!0)}return this.length+=t.length,i&&this.roundClean(),this}digestInto(t){As(this),vc(t,this),this.finished=!0;let{buffer:o,view:n,blockLen:r,isLE:s}=this,{pos:i}=this;o[i++]=128,o.fill(0,i),this.padOffset>r-i&&(this.process(n,0),o.fill(0)),hc(n,r-8,this.length*8,s),this.process(n,0),this.roundClean();let c=t===o?n:qn(t),u=this.outputLen,f=u/4,d=this.get();if(u%4||f>d.length)throw new Error("invalid outputLen");for(let p=0;p<f;p++)c.setUint32(4*p,d[p],s)}digest(){let{buffer:t,outputLen:o}=this;this.digestInto(t);let n=t.slice(0,o);return this.destroy(),n}_cloneIntoMeta(t){let{buffer:o,length:n,finished:r,destroyed:s,pos:i}=this;return t.destroyed=s,t.finished=r,t.length=n,t.pos=i,i&&t.buffer.set(o),t}clone(){return this._cloneInto()}},Ac=Uint32Array.from([1779033703,3144134277,1013904242,2773480762,1359893119,2600822924,528734635,1541459225]),jc=Uint32Array.from([1779033703,4089235720,3144134277,2227873595,1013904242,4271175723,2773480762,1595750129,1359893119,2917565137,2600822924,725511199,528734635,4215389547,1541459225,327033209])});var nh,$t,Os,Cs,Ec,rh,sh,bt,yt,Ls,Ns,Ge,Oc,Is=w(()=>{"use strict";Tc();vs();Es();nh=Uint32Array.from([1116352408,1899447441,3049323471,3921009573,961987163,1508970993,2453635748,2870763221,3624381080,310598401,607225278,1426881987,1925078388,2162078206,2614888103,3248222580,3835390401,4022224774,264347078,604807628,770255983,1249150122,1555081692,1996064986,2554220882,2821834349,2952996808,3210313671,3336571891,3584528711,113926993,338241895,666307205,773529912,1294757372,1396182291,1695183700,1986661051,2177026350,2456956037,2730485921,2820302411,3259730800,3345764771,3516065817,3600352804,4094571909,275423344,430227734,506948616,659060556,883997877,958139571,1322822218,1537002063,1747873779,1955562222,2024104815,2227730452,2361852424,2428436474,2756734187,3204031479,3329325298]),$t=new Uint32Array(64),Os=class extends zo{A=0;B=0;C=0;D=0;E=0;F=0;G=0;H=0;constructor(t,o){super(64,t,8,!1),this.A=o[0]|0,this.B=o[1]|0,this.C=o[2]|0,this.D=o[3]|0,this.E=o[4]|0,this.F=o[5]|0,this.G=o[6]|0,this.H=o[7]|0}get(){let{A:t,B:o,C:n,D:r,E:s,F:i,G:c,H:u}=this;return[t,o,n,r,s,i,c,u]}set(t,o,n,r,s,i,c,u){this.A=t|0,this.B=o|0,this.C=n|0,this.D=r|0,this.E=s|0,this.F=i|0,this.G=c|0,this.H=u|0}_cloneInto(t){return(t||=new this.constructor).set(...this.get()),this._cloneIntoMeta(t)}process(t,o){for(let p=0;p<16;p++,o+=4)$t[p]=t.getUint32(o,!1);for(let p=16;p<64;p++){let m=$t[p-15],h=$t[p-2],$=Ue(m,7)^Ue(m,18)^m>>>3,x=Ue(h,17)^Ue(h,19)^h>>>10;$t[p]=x+$t[p-7]+$+$t[p-16]|0}let{A:n,B:r,C:s,D:i,E:c,F:u,G:f,H:d}=this;for(let p=0;p<64;p++){let m=Ue(c,6)^Ue(c,11)^Ue(c,25),h=d+m+kc(c,u,f)+nh[p]+$t[p]|0,x=(Ue(n,2)^Ue(n,13)^Ue(n,22))+Sc(n,r,s)|0;d=f,f=u,u=c,c=i+h|0,i=s,s=r,r=n,n=h+x|0}n=n+this.A|0,r=r+this.B|0,s=s+this.C|0,i=i+this.D|0,c=c+this.E|0,u=u+this.F|0,f=f+this.G|0,d=d+this.H|0,this.set(n,r,s,i,c,u,f,d)}roundClean(){qo($t)}destroy(){this.destroyed=!0,this.set(0,0,0,0,0,0,0,0),qo(this.buffer)}},Cs=class extends Os{constructor(){super(32,Ac)}},Ec=pc(["0x428a2f98d728ae22","0x7137449123ef65cd","0xb5c0fbcfec4d3b2f","0xe9b5dba58189dbbc","0x3956c25bf348b538","0x59f111f1b605d019","0x923f82a4af194f9b","0xab1c5ed5da6d8118","0xd807aa98a3030242","0x12835b0145706fbe","0x243185be4ee4b28c","0x550c7dc3d5ffb4e2","0x72be5d74f27b896f","0x80deb1fe3b1696b1","0x9bdc06a725c71235","0xc19bf174cf692694","0xe49b69c19ef14ad2","0xefbe4786384f25e3","0x0fc19dc68b8cd5b5","0x240ca1cc77ac9c65","0x2de92c6f592b0275","0x4a7484aa6ea6e483","0x5cb0a9dcbd41fbd4","0x76f988da831153b5","0x983e5152ee66dfab","0xa831c66d2db43210","0xb00327c898fb213f","0xbf597fc7beef0ee4","0xc6e00bf33da88fc2","0xd5a79147930aa725","0x06ca6351e003826f","0x142929670a0e6e70","0x27b70a8546d22ffc","0x2e1b21385c26c926","0x4d2c6dfc5ac42aed","0x53380d139d95b3df","0x650a73548baf63de","0x766a0abb3c77b2a8","0x81c2c92e47edaee6","0x92722c851482353b","0xa2bfe8a14cf10364","0xa81a664bbc423001","0xc24b8b70d0f89791","0xc76c51a30654be30","0xd192e819d6ef5218","0xd69906245565a910","0xf40e35855771202a","0x106aa07032bbd1b8","0x19a4c116b8d2d0c8","0x1e376c085141ab53","0x2748774cdf8eeb99","0x34b0bcb5e19b48a8","0x391c0cb3c5c95a63","0x4ed8aa4ae3418acb","0x5b9cca4f7763e373","0x682e6ff3d6b2b8a3","0x748f82ee5defb2fc","0x78a5636f43172f60","0x84c87814a1f0ab72","0x8cc702081a6439ec","0x90befffa23631e28","0xa4506cebde82bde9","0xbef9a3f7b2c67915","0xc67178f2e372532b","0xca273eceea26619c","0xd186b8c721c0c207","0xeada7dd6cde0eb1e","0xf57d4f7fee6ed178","0x06f067aa72176fba","0x0a637dc5a2c898a6","0x113f9804bef90dae","0x1b710b35131c471b","0x28db77f523047d84","0x32caab7b40c72493","0x3c9ebe0a15c9bebc","0x431d67c49c100d4c","0x4cc5d4becb3e42b6","0x597f299cfc657e2a","0x5fcb6fab3ad6faec","0x6c44198c4a475817"].map(e=>BigInt(e))),rh=Ec[0],sh=Ec[1],bt=new Uint32Array(80),yt=new Uint32Array(80),Ls=class extends zo{Ah=0;Al=0;Bh=0;Bl=0;Ch=0;Cl=0;Dh=0;Dl=0;Eh=0;El=0;Fh=0;Fl=0;Gh=0;Gl=0;Hh=0;Hl=0;constructor(t,o){super(128,t,16,!1),this.Ah=o[0]|0,this.Al=o[1]|0,this.Bh=o[2]|0,this.Bl=o[3]|0,this.Ch=o[4]|0,this.Cl=o[5]|0,this.Dh=o[6]|0,this.Dl=o[7]|0,this.Eh=o[8]|0,this.El=o[9]|0,this.Fh=o[10]|0,this.Fl=o[11]|0,this.Gh=o[12]|0,this.Gl=o[13]|0,this.Hh=o[14]|0,this.Hl=o[15]|0}get(){let{Ah:t,Al:o,Bh:n,Bl:r,Ch:s,Cl:i,Dh:c,Dl:u,Eh:f,El:d,Fh:p,Fl:m,Gh:h,Gl:$,Hh:x,Hl:_}=this;return[t,o,n,r,s,i,c,u,f,d,p,m,h,$,x,_]}set(t,o,n,r,s,i,c,u,f,d,p,m,h,$,x,_){this.Ah=t|0,this.Al=o|0,this.Bh=n|0,this.Bl=r|0,this.Ch=s|0,this.Cl=i|0,this.Dh=c|0,this.Dl=u|0,this.Eh=f|0,this.El=d|0,this.Fh=p|0,this.Fl=m|0,this.Gh=h|0,this.Gl=$|0,this.Hh=x|0,this.Hl=_|0}_cloneInto(t){return(t||=new this.constructor).set(...this.get()),this._cloneIntoMeta(t)}process(t,o){for(let g=0;g<16;g++,o+=4)bt[g]=t.getUint32(o),yt[g]=t.getUint32(o+=4);for(let g=16;g<80;g++){let k=bt[g-15]|0,B=yt[g-15]|0,ce=Ht(k,B,1)^Ht(k,B,8)^_s(k,B,7),Pe=Pt(k,B,1)^Pt(k,B,8)^xs(k,B,7),le=bt[g-2]|0,Ee=yt[g-2]|0,ke=Ht(le,Ee,19)^Bo(le,Ee,61)^_s(le,Ee,6),Ce=Pt(le,Ee,19)^Wo(le,Ee,61)^xs(le,Ee,6),ge=bc(Pe,Ce,yt[g-7],yt[g-16]),be=yc(ge,ce,ke,bt[g-7],bt[g-16]);bt[g]=be|0,yt[g]=ge|0}let{Ah:n,Al:r,Bh:s,Bl:i,Ch:c,Cl:u,Dh:f,Dl:d,Eh:p,El:m,Fh:h,Fl:$,Gh:x,Gl:_,Hh:b,Hl:v}=this;for(let g=0;g<80;g++){let k=Ht(p,m,14)^Ht(p,m,18)^Bo(p,m,41),B=Pt(p,m,14)^Pt(p,m,18)^Wo(p,m,41),ce=p&h^~p&x,Pe=m&$^~m&_,le=wc(v,B,Pe,sh[g],yt[g]),Ee=gc(le,b,k,ce,rh[g],bt[g]),ke=le|0,Ce=Ht(n,r,28)^Bo(n,r,34)^Bo(n,r,39),ge=Pt(n,r,28)^Wo(n,r,34)^Wo(n,r,39),be=n&s^n&c^s&c,Le=r&i^r&u^i&u;b=x|0,v=_|0,x=h|0,_=$|0,h=p|0,$=m|0,{h:p,l:m}=Ke(f|0,d|0,Ee|0,ke|0),f=c|0,d=u|0,c=s|0,u=i|0,s=n|0,i=r|0;let Kt=mc(ke,ge,Le);n=$c(Kt,Ee,Ce,be),r=Kt|0}({h:n,l:r}=Ke(this.Ah|0,this.Al|0,n|0,r|0)),{h:s,l:i}=Ke(this.Bh|0,this.Bl|0,s|0,i|0),{h:c,l:u}=Ke(this.Ch|0,this.Cl|0,c|0,u|0),{h:f,l:d}=Ke(this.Dh|0,this.Dl|0,f|0,d|0),{h:p,l:m}=Ke(this.Eh|0,this.El|0,p|0,m|0),{h,l:$}=Ke(this.Fh|0,this.Fl|0,h|0,$|0),{h:x,l:_}=Ke(this.Gh|0,this.Gl|0,x|0,_|0),{h:b,l:v}=Ke(this.Hh|0,this.Hl|0,b|0,v|0),this.set(n,r,s,i,c,u,f,d,p,m,h,$,x,_,b,v)}roundClean(){qo(bt,yt)}destroy(){this.destroyed=!0,qo(this.buffer),this.set(0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0)}},Ns=class extends Ls{constructor(){super(64,jc)}},Ge=js(()=>new Cs,Ts(1)),Oc=js(()=>new Ns,Ts(3))});function Ms(e){try{let t=Ie.fromBytes(e);return t.isSmallOrder()?null:t}catch{return null}}async function Cc(e,t,o){let n=e.subarray(0,32),r=Ds(Oc(wn(n,o,t)))%Nc,s=Ds(e.subarray(32));return Ie.BASE.multiply(s,!1).subtract(Ie.fromBytes(o).multiply(r,!1)).equals(Ie.fromBytes(n))}async function Rs(e,t,o){let[n,r,s]=[e,t,o].map(c=>Uint8Array.from(c)),i=await crypto.subtle.importKey("raw",s,"Ed25519",!1,["verify"]);return crypto.subtle.verify("Ed25519",i,n,r)}async function ah(){let e=Lc("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"),t=Lc("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");try{let o=await Rs(t,new Uint8Array,e),n=!await Rs(t,Uint8Array.of(0),e);return o&&n?Rs:Cc}catch{return Cc}}async function Ic(e,t,o,n){return e.length!==64||o.length!==32||Ds(e.subarray(32))>=Nc||!Ms(e.subarray(0,32))||!Ms(o)?!1:(n??=await(ih??=ah()),n(e,t,o))}var Nc,Ds,ih,Lc,Rc,Dc=w(()=>{"use strict";dc();Is();Ne();({n:Nc}=Ie.CURVE()),Ds=e=>BigInt(`0x${_e(Uint8Array.from(e).reverse())}`);Lc=e=>Uint8Array.from(e.match(/../g)??[],t=>parseInt(t,16));Rc=e=>Ms(e)!==null});var Vo,io=w(()=>{"use strict";Is();Ne();Vo=e=>_e(Ge(de(e)))});function ao(e){let t=c=>q("verifier key",c),[,o,n,r]=/^([^+]*)\+([^+]*)\+(.*)$/s.exec(String(e))??[],s=r===void 0?null:Oo(r);if(s?.length!==33||s[0]!==uh[0])throw t("must be <name>+<id>+<base64>, with the type and the 32 bytes of an Ed25519 key");if(!zn(o))throw t("its name cannot be one");let i=s.slice(1);if(!Rc(i))throw t("not an Ed25519 key");if(_e(Ge(wn(de(`${o}
`),s)).slice(0,4))!==n)throw t("its ID does not fit its name and key");return{name:o,id:n,key:i}}function Hs(e,t="note"){if(de(e).length>ch)throw q(t,"longer than 65536 bytes");if(/(?!\n)\p{Cc}/u.test(e))throw q(t,"has control characters");let o=e.lastIndexOf(`

`);if(o<0)throw q(t,"has no empty line before its signatures");let n=e.slice(o+2).split(`
`);if(n.pop()!==""||!n.length)throw q(t,"does not end in a signature line");if(n.length>lh)throw q(t,"has more than 100 signatures");let r=n.map(s=>{let i=dh(s);if(!i)throw q(t,"has a malformed signature line");return i});return{text:e.slice(0,o+1),signatures:r}}function dh(e){let[,t,o]=/^\u2014 ([^ ]*) (.*)$/.exec(e)??[],n=o===void 0?null:Oo(o);return!n||n.length<=4||!zn(t)?null:{name:t,id:_e(n.slice(0,4)),bytes:n.slice(4)}}async function Ps({text:e,signatures:t},{name:o,id:n,key:r}){let s=t.filter(i=>i.name===o&&i.id===n);if(!s.length)throw new ye("unsigned",`there is no signature of ${o}`);for(let{bytes:i}of s)if(!await Ic(i,de(e),r))throw new ye("signature",`the signature of ${o} is not genuine`)}var ch,lh,uh,zn,Vn=w(()=>{"use strict";Ne();Dc();De();io();ch=65536,lh=100,uh=Uint8Array.of(1),zn=e=>e!==""&&!/[+\p{White_Space}\p{Cc}]/u.test(e)&&de(e).length<=255});function Jo(e){let t=Hs(e,"checkpoint"),o=f=>q("checkpoint",f),[n,r,s,...i]=t.text.slice(0,-1).split(`
`);if(s===void 0)throw o("has fewer than three lines");if(!zn(n))throw o("has no origin");let c=Br(r);if(c===null)throw o("its size is not a decimal number");let u=Fr(s);if(!u)throw o("its root is not a base64 hash");if(i.includes(""))throw o("has an empty line");return{note:t,checkpoint:Object.freeze({origin:n,size:c,root:_e(u)})}}async function He(e,t){if(typeof e!="string"){if(Mc.get(e)===t)return e;throw new ye("unsigned","the checkpoint was not verified with this key")}let o=ao(t),{note:n,checkpoint:r}=Jo(e),{origin:s}=r;try{await Ps(n,o)}catch(i){let c=i instanceof ye&&i.code==="signature";throw s!==o.name&&!c?Hc(s,o.name):i}if(s!==o.name)throw Hc(s,o.name);return Mc.set(r,t),r}var Mc,Hc,Jn=w(()=>{"use strict";Ne();De();Vn();Mc=new WeakMap;Hc=(e,t)=>new ye("origin",`it is of the ledger ${e}, not of ${t}`)});function Ye(e){if(typeof e=="string"){if(/\p{Surrogate}/u.test(e))throw q("JSON","has half of a surrogate pair");return JSON.stringify(e)}if(typeof e=="boolean"||e===null)return String(e);if(typeof e=="number"&&Number.isSafeInteger(e))return JSON.stringify(e);if(Array.isArray(e))return`[${e.map(Ye).join(",")}]`;if(typeof e!="object")throw q("JSON",`${String(e)} cannot be in it`);let t=Object.entries(e).filter(([,o])=>o!==void 0);return t.sort(([o],[n])=>o<n?-1:1),`{${t.map(([o,n])=>`${Ye(o)}:${Ye(n)}`).join(",")}}`}var Kn,Ko=w(()=>{"use strict";De();Kn=e=>typeof e=="object"&&e!==null&&!Array.isArray(e)});function Go(e){let t=new Uint8Array(1+e.length);return t.set(e,1),Ge(t)}function co(e,t){return Gn.set(e,1),Gn.set(t,33),Ge(Gn)}function Bs(e){let t=[],o=s=>{let i=t.pop();return i?co(i,s):s},n=0;for(let s of e){let i=Go(s);for(let c=n;c%2===1;c=st(c))i=o(i);t.push(i),n+=1}let r=t.pop()??Fs;for(;t.length;)r=o(r);return r}function Yn({index:e,size:t,path:o,leaf:n,root:r}){if(!Ut(e)||!Ut(t)||e>=t)throw wt();let[s,i,c]=[e,t-1,n];for(let u of o){if(i===0)throw wt();s%2===1||s===i?(c=co(u,c),[s,i]=Uc(s,i)):c=co(c,u),[s,i]=[st(s),st(i)]}if(i!==0)throw wt();if(!jt(c,r))throw Us()}function Pc({from:e,to:t,path:o,old:n,root:r}){if(!Ut(e)||!Ut(t)||e>t)throw wt();if(e===0||e===t){if(o.length)throw wt();if(!jt(n,e===0?Fs:r))throw Us();return}let[s,i]=[e-1,t-1];for(;s%2===1;)[s,i]=[st(s),st(i)];let[c,...u]=s===0?[n,...o]:o;if(!c)throw wt();let[f,d]=[c,c];for(let p of u){if(i===0)throw wt();s%2===1||s===i?(f=co(p,f),d=co(p,d),[s,i]=Uc(s,i)):d=co(d,p),[s,i]=[st(s),st(i)]}if(i!==0)throw wt();if(!jt(f,n)||!jt(d,r))throw Us()}function Uc(e,t){for(;e%2===0&&e!==0;)[e,t]=[st(e),st(t)];return[e,t]}var Fs,Gn,st,Ut,wt,Us,lo=w(()=>{"use strict";Ne();De();io();Fs=Ge(new Uint8Array),Gn=new Uint8Array(65);Gn[0]=1;st=e=>Math.floor(e/2),Ut=e=>Number.isSafeInteger(e)&&Number(e)>=0,wt=()=>new ye("shape","the proof does not have the shape that its numbers call for"),Us=()=>new ye("root","the proof leads to another root: this is not what was recorded")});function Ws(e){if(!Kn(e))throw q("entry","is not an object");let t=hh.get(e.kind);if(!t)throw q("entry",`is of an unknown kind: ${e.kind}`);let o={kind:e.kind,v:1};for(let[r,s]of Object.entries(t)){let i=uo(e,r);if(i===void 0){if(s===Ae)throw q("entry",`has no ${r}`)}else s===Xn&&de(i).length>fh?o[`${r}_sha256`]=Vo(i):o[r]=i}if(e.kind==="note_added"&&uo(e,"text")===void 0)throw q("entry","has no text");for(let r of Object.keys(e))if(!(r==="kind"||Object.hasOwn(t,r)||mh(e,r)))throw q("entry",`its ${r} is not what its leaf says`);let n=Ye(o);if(de(n).length>ph)throw q("entry","has too long a leaf");return n}function mh(e,t){let o=uo(e,t);if(o===void 0)return!0;let n=e.kind==="job_created";switch(t){case"index":return Ut(o);case"path":return!0;case"customer_count":return Kn(e.customers)&&e.customers.count===o;case"status":return n&&o==="IN_PROGRESS";case"recorded_at":return n&&o===e.created_at;default:return!1}}var fh,ph,Ae,Fe,Xn,Fc,Bc,Wc,hh,uo,qs=w(()=>{"use strict";Ne();De();Ko();lo();io();fh=256,ph=65535,Ae="must",Fe="may",Xn="text",Fc={action_code:Ae,action_name:Ae,batch_id:Fe,cluster_url:Fe,created_at:Ae,customers:Ae,job_id:Ae,request_payload_sha256:Fe,source:Ae,submitted_by:Fe,user_id:Ae},Bc={cause:Ae,error_message:Xn,http_status:Fe,response_summary:Xn,status:Ae},Wc={actor:Ae,job_id:Ae,previous:Ae,recorded_at:Ae,request_key:Fe},hh=new Map([["job_created",{...Fc,request_key:Fe,retry_of:Fe}],["job_imported",{...Fc,...Bc,original_sha256:Fe,recorded_at:Ae,updated_at:Fe}],["status_changed",{...Wc,...Bc,outcomes:Fe}],["note_added",{...Wc,text:Xn}]]);uo=(e,t)=>Object.hasOwn(e,t)&&e[t]!==null?e[t]:void 0});async function Zn({entry:e,path:t,checkpoint:o,key:n}){let r=Ws(e),s=await He(o,n);return Yn({index:uo(e,"index"),size:s.size,path:yn(t??uo(e,"path"),"entry"),leaf:Go(de(r)),root:At(s.root,"checkpoint")}),{leaf:r,checkpoint:s}}async function zs({entries:e,checkpoint:t,key:o}){let n=await He(t,o);for(let s of e)await Zn({entry:s,checkpoint:n,key:o});if(!e.length)throw q("history","has no entries");let r=bh(e[0]);for(let s=1;s<e.length;s+=1)r=yh(e[s-1],e[s],r);return n}function bh(e){if(e.kind==="job_created")return"IN_PROGRESS";if(e.kind==="job_imported")return e.status;throw new ye("rules","the first entry does not create the job: others are left out")}function yh(e,t,o){let n=r=>new ye("rules",`entry ${t.index} ${r}`);if(t.job_id!==e.job_id)throw n("is of another job");if(t.previous!==e.index)throw n("does not follow the one before it");if(Number(t.index)<=Number(e.index))throw n("has too low an index");if(t.kind==="note_added")return o;if(!$h.get(o)?.includes(t.status))throw n(`cannot follow ${o}`);return t.status}async function Vs({from:e,to:t,path:o,key:n}){let[r,s]=[await He(e,n),await He(t,n)];return Pc({from:r.size,to:s.size,path:yn(o,"consistency proof"),old:At(r.root,"checkpoint"),root:At(s.root,"checkpoint")}),{from:r,to:s}}var $h,qc=w(()=>{"use strict";Ne();Jn();De();qs();lo();$h=new Map([["IN_PROGRESS",["SUCCESS","FAILED","UNCONFIRMED"]],["UNCONFIRMED",["SUCCESS","FAILED"]]])});function Js(e){let t=e.map(de);return zc(t,"customers"),{count:t.length,root:_e(Bs(t))}}function Ks(e){zc(e.map(({cid:o})=>de(o)),"outcomes");let t=e.map(({cid:o,message:n,status:r})=>de(Ye({cid:o,message:n??void 0,status:r})));return{count:t.length,root:_e(Bs(t))}}function zc(e,t){for(let o=1;o<e.length;o+=1)if(gn(e[o-1],e[o])>=0)throw q(t,"must ascend by the bytes of the cids, none twice")}var Vc=w(()=>{"use strict";Ne();De();Ko();lo()});var Gs=w(()=>{"use strict";Ne();Jn();De();lo()});var Jc=w(()=>{"use strict";Ne();De();Ko();lo();Vn();Gs()});var Yo=w(()=>{"use strict";Jn();qc();De();Vc();Ko();qs();Jc();Vn();Gs();io()});function Xe(e){try{return Jo(e).checkpoint.size}catch{return 0}}async function Gc(e,t,o,{pin:n=null,isReader:r=!1}={}){let s=e!==null&&!await xh(e),i=s?null:e,c={from:Xe(i?.checkpoint),to:Xe(t.checkpoint),seen:t},u=($,x="",_=null)=>({...c,kept:e,kind:$,path:_,why:_h(x)}),f=Object.values(t.keys);if(![t.checkpoint,...f].every($=>typeof $=="string"))return u("malformed","the checkpoint and the key must be texts");let d=n??i?.key??f[0];if([...f,i?.key??d].some($=>$!==d))return u("key");try{await He(t.checkpoint,d)}catch($){return u("signature",$)}if(s)return u("damaged");if(!i)return u("first");let{from:p,to:m}=c;if(m<p)return u("shrunk");let h=[];if(p!==0&&p!==m){try{h=(await o(p,m))?.path}catch(x){if(!(x instanceof J))return u("malformed",x);let{status:_}=x;if(x.isNetwork||!r&&(_===401||_===403))throw x;return u("withheld",`${_} ${x.message}`)}if(!(Array.isArray(h)&&h.every(x=>typeof x=="string")))return u("malformed","the consistency path is no list of hashes",h)}try{await Vs({from:i.checkpoint,to:t.checkpoint,path:h,key:d})}catch($){return u("forked",$,h)}return u("extends","",h)}async function xh(e){try{return e!==null&&!!await He(e.checkpoint,e.key)}catch{return!1}}function Yc(e,t,o,n){let{seen:r,to:s}=e;if(Qn(e))return null;let i=Object.values(r.keys)[0];return o&&o.checkpoint!==t?.checkpoint&&(o.key!==i||Xe(o.checkpoint)>=s)?null:{key:i,checkpoint:r.checkpoint,at:n}}var Kc,Qn,_h,Xc,er=w(()=>{"use strict";Yo();ot();Kc=["first","extends","key","signature","shrunk","forked","withheld","malformed","damaged","unreadable"],Qn=e=>e.kind!=="first"&&e.kind!=="extends";_h=e=>e instanceof Error?e.message:String(e);Xc=({kind:e,kept:t,seen:o,path:n,why:r,from:s,to:i,stored:c},u,f)=>({finding:e,why:r,server:u,found_at:f,kept_by_this_browser:t&&{...t,size:s},shown_by_the_server:{...o,size:i},consistency_path:n,...c&&{unreadable_in_this_browser:c}})});function Zc(e){let t=e?.finding;return Kc.includes(t?.kind)&&t.seen?.keys&&Date.parse(e.at)?e:null}function Zs({kept:e,seen:t}){let o=Object.values(t.keys);return o.find(n=>n!==e?.key)??o[0]??""}var vh,kh,Sh,Ah,jh,Th,Ys,tr,Xs,Qc=w(()=>{"use strict";er();ot();qe();vh=3,kh=2*6e4,Sh=[5e3,2e4],Ah=6e4,jh=100,Th=10;Ys={alarm:e=>Zc(e)!==null,pin:e=>typeof e=="string",withheld:e=>Array.isArray(e)&&e.every(t=>t?.seen?.keys)},tr=class{state;#t;#e;#o=!1;#r=Promise.resolve();constructor(t){this.#t=t;let{kept:o}=t;this.state=he({finding:null,alarm:this.#d(),warning:null,isUnchecked:!1,connected:new Set}),this.#e=Ys.withheld(o("withheld"))?o("withheld"):[],this.#e.length&&this.#i(this.#e)}pin(){let t=this.#t.kept("pin");return Ys.pin(t)?t:null}unchecked(){this.#n({isUnchecked:!0})}watch(t,o,{again:n,isReader:r=!1}={}){return this.#c(async()=>{let s=await this.#f(t,o,r);if(s?.kind==="shrunk"&&n)return n();s?s.kind==="withheld"?this.#a(s):Qn(s)?this.#l(s):this.#p(s,t,o.checkpoint):this.unchecked()})}accept(){let{keep:t}=this.#t,o=this.state.get().alarm?.finding;if(!o)return;for(let r of["alarm",...Object.keys(o.stored??{})])t(r,null);if(this.#n({alarm:null,finding:null,connected:new Set}),this.#i([]),!Xs(o))return;let n=Zs(o);this.pin()!==null&&this.pin()!==n&&t("pin",null),t("ledger",{key:n,checkpoint:o.seen.checkpoint,at:this.#s()})}#s(){return new Date(this.#t.now()).toISOString()}#n(t){this.state.update(o=>({...o,...t}))}#c(t){let o=this.#r.catch(()=>{}).then(t);return this.#r=o,o}#d(){let{kept:t,keptText:o,keep:n}=this.#t,r=Zc(t("alarm")),s=Object.entries(Ys).filter(([p,m])=>o(p)!==null&&!m(t(p))).map(([p])=>[p,o(p)]);if(!s.length)return r;let c={kind:"unreadable",kept:null,seen:{checkpoint:"",keys:{}},from:0,to:0,path:null,why:""},u=r?.finding??c,f={...u.stored,...Object.fromEntries(s)},d={at:this.#s(),...r,finding:{...u,stored:f}};return n("alarm",d),d}#l(t){let o=this.state.get().alarm?.finding;if(o&&o.kind!=="withheld"&&o.kind!=="unreadable"||o?.kind===t.kind)return;let n=o?.stored,r={finding:{...t,...n&&{stored:n}},at:this.#s()};this.#t.keep("alarm",r),this.#n({alarm:r})}#i(t,o=!0){let{keep:n,later:r}=this.#t;if(this.#e=t,n("withheld",t.length?t:null),t.length&&!this.#o){this.#o=!0;let i=Math.max(...t.map(c=>c.tries));r(()=>this.#h(),o&&Sh[i-1]||Ah)}if(t.length)return;let s=this.state.get().alarm?.finding.kind==="withheld";s&&n("alarm",null),this.#n(s?{warning:null,alarm:null}:{warning:null})}#a(t,o=!1){let{now:n}=this.#t,{checkpoint:r}=t.seen,s=this.#e.find(u=>u.seen.checkpoint===r),i=this.#e.filter(u=>u!==s);s??={seen:t.seen,since:n(),tries:o?0:1},o&&(s={...s,tries:s.tries+1}),this.#n({warning:t});let c=s.tries>1&&n()-s.since>=kh;(s.tries>=vh||c)&&this.#l(t),this.#i([...i,s].slice(0,Th))}#p(t,o,n){let{kept:r,keep:s}=this.#t,i=new Set([...this.state.get().connected,n].slice(-jh));this.#n({connected:i,isUnchecked:!1}),this.#i(this.#e.filter(({seen:f})=>f.checkpoint!==n));let{alarm:c}=this.state.get();if(c&&c.finding.kind!=="withheld")return;let u=Yc(t,o,r("ledger"),this.#s());u&&s("ledger",u),this.#n({finding:t})}async#f(t,o,n){try{return await Gc(t,o,this.#t.prove,{pin:this.pin(),isReader:n})}catch(r){if(r instanceof J)return null;let s=String(r);return{kind:"malformed",from:0,to:0,kept:t,seen:o,path:null,why:s}}}#h(){return this.#o=!1,this.#c(async()=>{let t=!1;for(let{seen:o}of this.#e){let n=this.#t.kept("ledger"),r=await this.#u(n,o);t||=r!==null,r?.kind==="withheld"?this.#a({...r,seen:o},!0):r&&Qn(r)?(this.#l(r),this.#e=this.#e.filter(s=>s.seen!==o)):r&&this.#p(r,n,o.checkpoint)}this.#i(this.#e,t)})}#u(t,o){if(!(t&&Xe(t.checkpoint)>Xe(o.checkpoint)))return this.#f(t,o,!1);let{checkpoint:r}=t;return this.#f({...t,checkpoint:o.checkpoint},{...o,checkpoint:r},!1)}},Xs=({kind:e})=>!["signature","malformed","unreadable"].includes(e)});function oe({title:e,onClose:t,children:o,wide:n=!1}){let r=H(null),s=ht();return A(()=>{let i=document.activeElement;return r.current?.showModal(),()=>{i instanceof HTMLElement&&i.isConnected&&i.focus()}},[]),l`
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
  `}var Be=w(()=>{"use strict";E();j()});function Ft(e,t,o){let n=URL.createObjectURL(new Blob([t],{type:o})),r=document.createElement("a");r.href=n,r.download=e,r.click(),setTimeout(()=>URL.revokeObjectURL(n),6e4)}var or=w(()=>{"use strict"});async function nr(e){try{return await navigator.clipboard.writeText(e),!0}catch{return Eh(e)}}function Eh(e){let t=document.activeElement,o=document.createElement("textarea");o.value=e,o.readOnly=!0,o.className="off-screen",(t?.closest("dialog")??document.body).append(o),o.select();let n=document.execCommand("copy");return o.remove(),t instanceof HTMLElement&&t.focus({preventScroll:!0}),n}var Qs=w(()=>{"use strict"});function el(e){e==="system"?delete document.documentElement.dataset.theme:document.documentElement.dataset.theme=e}var Xo,Ze,Zo=w(()=>{"use strict";Ot();Xo=rt("theme","system"),Ze=rt("zone","local");el(Xo.get());Xo.watch(el)});function X({at:e}){let t=O(Ze);return e?l`<time datetime=${e} title=${e}>${Lt(e,t)}</time>`:null}async function it(e,t=e){await nr(e)?K(a("app.copied",{what:t})):K(a("app.notCopied",{what:e}),"error")}function z({children:e,title:t,hidden:o=!1}){let n=H(null),r=t??String(e);return A(()=>{document.title=`${r} \xB7 ${a("app.name")}`},[r]),A(()=>{z.moves&&n.current?.focus({preventScroll:!0}),z.moves=!0},[]),l`<h1 ref=${n} tabindex="-1" class=${o?"off-screen":""}>
    ${e}
  </h1>`}var fo,M,G=w(()=>{"use strict";Qs();ee();U();E();F();j();we();xe();Zo();fo=({id:e,short:t=!1})=>l`
  <button
    type="button"
    class="copy-id"
    title=${a("app.copy",{what:e})}
    onClick=${o=>{o.stopPropagation(),it(e)}}
  >
    <code>${t?eo(e):e}</code><${I} name="copy" />
    <span class="off-screen">${a("app.copy",{what:t?e:""})}</span>
  </button>
`;z.moves=!1;M=({to:e,query:t,children:o,...n})=>l`
  <a href=${C(e,t)} ...${n}>${o}</a>
`});var at,rr,po=w(()=>{"use strict";or();E();j();we();G();at=({text:e,wrong:t=null})=>t===null?l`<span class="proved"><${I} name="check" />${e}</span>`:l`<strong class="not-proved" title=${t}><${I} name="alarm" />${e}</strong>`,rr=({title:e,text:t,why:o,name:n,evidence:r,children:s})=>l`
  <p class="alarm-title">${e}</p>
  <p>${t} ${o&&l`<span class="alarm-why">(${o})</span>`}</p>
  <div class="row">
    <button
      type="button"
      onClick=${()=>Ft(n,JSON.stringify(r(),null,2),"application/json")}
    >
      <${I} name="download" />${a("proof.download")}
    </button>
    ${s}
    <${M} to="/help/proof">${a("proof.whatToDo")}<//>
  </div>
`});function gt(){let e=xn("ledger");return e===null||nt("ledger")!==null?nt("ledger"):{key:"",checkpoint:e,at:""}}function sl(e){Qt("pin",e),ho.update(t=>t+1),Qo()}async function Qo(e=1){let t=gt(),o=n=>T(n,{asText:!0,asks:!1});try{let[n,r]=await Promise.all([o("/log/checkpoint"),o("/log/key")]),s={"/log/key":r.trimEnd()},i=()=>{setTimeout(Qo,Ch,e-1)};await Qe.watch(t,{checkpoint:n,keys:s},e?{again:i}:{})}catch(n){if(!(n instanceof J))throw n;Qe.unchecked()}}function tl(e,t){let{kind:o,from:n,to:r,why:s}=e,i=t===null?"refused":o,c=location.origin+Se,u=()=>Xc(e,c,t??new Date().toISOString()),f=l`
    <${rr}
      title=${a(`proof.alarm.${i}`,{from:n,to:r})}
      text=${a(`proof.alarm.${i}Hint`,{from:n})}
      why=${s}
      name="ledger-alarm.json"
      evidence=${u}
    >
      ${t&&t<Lh&&l`<span>${a("proof.unresolved",{at:Lt(t,"local")})}</span>`}
      ${t&&l`<${Nh} finding=${e} />`}
    <//>
  `;no("proof",{kind:t===null||o==="damaged"?"warning":"alarm",content:f})}function ol(){let{alarm:e,warning:t}=Qe.state.get();e?tl(e.finding,e.at):t?tl(t,null):no("proof",null)}function Nh({finding:e}){let[t,o]=y(!1),{kept:n,from:r,to:s}=e,i=Xs(e),c=()=>{i&&(ei=null),Qe.accept(),ho.update(u=>u+1),Qo()};return l`
    <button type="button" onClick=${()=>o(!0)}>
      ${a(i?"proof.accept":"proof.dismiss")}
    </button>
    ${t&&l`
        <${oe}
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
  `}function cl(){let{finding:e,alarm:t,warning:o,isUnchecked:n}=O(Qe.state);A(()=>{ol();let s=Qe.state.watch(ol);Qo();let i=setInterval(()=>document.hidden||Qo(),Oh);return()=>{clearInterval(i),s()}},[]);let r=n||o?a("proof.unchecked"):"";if(t)r=a("proof.alarm");else if(e&&!r){let[s,i]=[Xe(ei?.checkpoint),e.to];ei?s===i?r=a("proof.same",{n:i}):r=a("proof.grown",{from:s,to:i}):r=a("proof.first",{n:i})}return r&&l`<span id="proof-status"><${M} to="/help/proof">${r}<//></span>`}var Oh,Ch,Lh,ei,ho,Qe,nl,rl,il,al,Bt=w(()=>{"use strict";V();ee();er();Qc();U();Ot();qe();E();Dn();F();j();Be();po();G();Oh=5*6e4,Ch=2500,Lh=new Date().toISOString();ei=gt(),ho=he(0),Qe=new tr({prove:(e,t)=>T("/v1/proof/consistency",{query:{from:e,to:t},asks:!1}),kept:e=>e==="ledger"?gt():nt(e),keptText:xn,keep:Qt,now:()=>Date.now(),later:(e,t)=>setTimeout(e,t)}),nl=(e,t)=>Qe.watch(e,t,{isReader:!0}),rl=()=>Qe.pin()??(gt()?.key||null);il=()=>Qe.pin(),al=e=>O(Qe.state).connected.has(e)});function ll(e,t){let o=e?.field;if(!e||!o||!t.includes(o))return{at:()=>null,rest:e};let n=e.detail.startsWith(`${o}: `)?e.detail.slice(o.length+2):e.detail;return{at:r=>r===o?n:null,rest:null}}var ul=w(()=>{"use strict"});function ve(e){let{of:t,action:o,busy:n=o,isMain:r=!0,isOff:s,fields:i=[],children:c}=e,[u,f,d]=t,{at:p,rest:m}=ll(d,i);return l`
    <form
      class=${e.class}
      onSubmit=${h=>{h.preventDefault(),u()}}
    >
      ${typeof c=="function"?c(p):c}
      <${te} problem=${m} />
      <button type="submit" class=${r?"primary":""} disabled=${f||s}>
        ${f?n:o}
      </button>
    </form>
  `}function D({id:e,label:t,hint:o,error:n,as:r="input",onValue:s,children:i,...c}){let u=ht(),f=e??u,d=[o&&`${f}-hint`,n&&`${f}-error`].filter(Boolean).join(" ");return l`
    <div class="field">
      <label for=${f}>${t}</label>
      <${r}
        id=${f}
        aria-describedby=${d||void 0}
        aria-invalid=${n?"true":void 0}
        onInput=${p=>s?.(p.currentTarget.value)}
        ...${c}
      >
        ${i}
      <//>
      ${o&&l`<p class="hint" id="${f}-hint">${o}</p>`}
      ${n&&l`<p class="field-error" id="${f}-error">${n}</p>`}
    </div>
  `}function _t({label:e,options:t,value:o,onValue:n}){let r=ht();return l`
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
  `}var je=w(()=>{"use strict";ul();j();pe()});function oi({user:e,onDone:t}){let[o,n]=y("password"),[r,s]=y(e??""),[i,c]=y(""),u=o==="token",[f,d,p,m]=Y(async()=>{let x=u?{token:i.trim()}:{username:r,password:i},_=await sa(x);c(""),t?.(_)}),h=p&&[400,401].includes(p.status),$=x=>{n(x),c(""),m()};return l`
    <${ve}
      class="sign-in"
      of=${[f,d,h?null:p]}
      action=${a("signIn.submit")}
    >
      <${Ih} how=${o} onHow=${$} />
      ${!u&&l`
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
        label=${a(u?"signIn.token":"signIn.password")}
        hint=${u?a("signIn.tokenHint"):""}
        error=${h&&a(u?"signIn.wrongToken":"signIn.wrong")}
        name=${o}
        type="password"
        autocomplete=${u?"off":"current-password"}
        required
        autofocus=${!!e}
        value=${i}
        onValue=${c}
      />
    <//>
  `}function dl(){let e=O(ti);if(!e)return null;let t=o=>{ti.set(null),e.done(o)};return l`
    <${oe} title=${a("signIn.ended")} onClose=${()=>t(!1)}>
      <p>${a("signIn.endedHint",{user:e.user})}</p>
      <${oi}
        user=${e.user}
        onDone=${o=>{o.user_id===e.user?t(!0):location.reload()}}
      />
    <//>
  `}var Ih,ti,ni=w(()=>{"use strict";me();V();qe();E();Be();je();F();j();Ih=({how:e,onHow:t})=>l`
  <${_t}
    label=${a("signIn.how")}
    value=${e}
    options=${[{value:"password",text:a("signIn.withPassword")},{value:"token",text:a("signIn.withToken")}]}
    onValue=${t}
  />
`;ti=he(null);oa(()=>{let e=R.get()?.user_id;return e?new Promise(t=>ti.set({user:e,done:t})):Promise.resolve(!1)})});var pl={};We(pl,{default:()=>fl});function Ph(){let{data:e}=W(n=>T("/log/checkpoint",{signal:n,asks:!1,asText:!0}),[]);if(!e)return null;let[t,o]=e.split(`
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
        <${z}>${a("landing.title")}<//>
        <p class="lead">${a("landing.what")}</p>
        <${Ph} />
        <p class="links">
          <${M} to="/help/proof">${a("landing.help")}<//>
          <a href=${C("/docs")}>${a("landing.docs")}</a>
        </p>
      </div>
      <section class="card" aria-labelledby="sign-in">
        <h2 id="sign-in">${a("signIn.title")}</h2>
        <${oi} />
      </section>
    </div>
  `}var hl=w(()=>{"use strict";V();U();F();j();ni();G();E()});function ml(){let[e,t]=y(""),[o,n]=y(""),[r,s]=y(il());return l`
    <form id="pin-key" onSubmit=${c=>{c.preventDefault();let u=e.trim();try{ao(u)}catch{return n(a("proof.pinWrong"))}return sl(u),n(""),s(u),K(a("proof.pinDone"),"ok")}}>
      ${r&&l`<p class="hint">${a("proof.pinned",{key:r})}</p>`}
      <${D}
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
  `}var $l=w(()=>{"use strict";Yo();je();j();xe();Bt();E()});var Uh,Fh,bl,yl=w(()=>{"use strict";j();G();$l();E();Uh=["means","when","not","alarm","key","outside"],Fh=`curl -O $SERVER/log/checkpoint
unzip JOB_ID.evidence.zip
jobctl check JOB_ID.evidence --key verifier.key
python3 check.py JOB_ID.evidence --key verifier.key`,bl=()=>l`
  <article class="help">
    <${z}>${a("help.proof.title")}<//>
    <p class="lead">${a("help.proof.lead")}</p>
    ${Uh.map(e=>l`
        <section key=${e} id=${e}>
          <h2>${a(`help.proof.${e}`)}</h2>
          ${a(`help.proof.${e}Text`).split(`
`).map(t=>l`<p key=${t}>${t}</p>`)}
          ${e==="key"&&l`<${ml} />`}
          ${e==="outside"&&l`<pre class="scroll-x" tabindex="0">${Fh}</pre>`}
        </section>
      `)}
  </article>
`});var Bh,ae,xt,ir,Re=w(()=>{"use strict";E();j();we();Bh=new Set(["answered"]),ae=({status:e,cause:t})=>l`
  <span class="badge badge-${e}" title=${t?P("cause",t):void 0}>
    <${I} name=${e} />
    <span>${P("status",e)}</span>
    ${t&&!Bh.has(t)&&l`<span class="badge-cause">${P("cause",t)}</span>`}
  </span>
`,xt=({children:e})=>l`<span class="tag">${e}</span>`,ir=({count:e=0,newest:t})=>e>0&&l`
    <span class="notes" title=${t?`${t.actor}: ${t.text}`:""}>
      <${I} name="note" /><span class="off-screen">${a("jobs.notes",{n:e})}: </span>
      ${e>1&&l`<b>${e}</b> `}${t?.text}
    </span>
  `});function wl(){let e=O(R);return l`
    <${z}>${a("help.title")}<//>
    <p><${M} to="/help/proof">${a("help.proof.title")}<//>: ${a("help.proof")}</p>
    <${ar}
      id="statuses"
      title=${a("help.statuses")}
      facts=${Wh.map(t=>[l`<${ae} status=${t} />`,a(`help.status.${t}`)])}
    />
    <${ar}
      id="causes"
      title=${a("help.causes")}
      hint=${a("help.causesHint")}
      facts=${zh.map(([t,o])=>[P("cause",t),l`
          ${a(`help.cause.${t}`)}${" "}
          <span class="muted">
            ${o.map(n=>P("status",n)).join(", ")||a("help.any")}
          </span>
        `])}
    />
    <${ar}
      id="keys"
      title=${a("keys.title")}
      hint=${a("help.keysHint")}
      facts=${qh.map(([t,o])=>[l`<kbd>${t}</kbd>`,a(`keys.${o}`)])}
    />
    <${ar}
      id="more"
      title=${a("help.more")}
      facts=${[[l`<a href=${C("/docs")}>${a("landing.docs")}</a>`,a("help.docs")],...e?[[l`<${M} to="/account">${a("account.title")}<//>`,a("help.account")]]:[],[l`<a href=${C("/log/checkpoint")}>${a("landing.checkpoint")}</a>`,a("help.checkpoint")],[l`<a href=${C("/log/key")}>${a("health.key")}</a>`,a("help.key")]]}
    />
  `}var Wh,qh,zh,ar,gl=w(()=>{"use strict";me();U();Re();F();j();G();E();Wh=["IN_PROGRESS","SUCCESS","FAILED","UNCONFIRMED"],qh=[["/","search"],["j","down"],["k","up"],["Enter","open"],["Escape","escape"],["?","help"]],zh=[["answered",["SUCCESS","FAILED"]],["reported",["SUCCESS","FAILED","UNCONFIRMED"]],["never_sent",["FAILED"]],["withheld",["FAILED"]],["timed_out",["UNCONFIRMED"]],["connection_lost",["UNCONFIRMED"]],["unreadable_answer",["UNCONFIRMED"]],["inconclusive_answer",["UNCONFIRMED"]],["interrupted",["UNCONFIRMED"]],["imported",[]]],ar=({id:e,title:t,hint:o,facts:n})=>l`
  <section class="card" aria-labelledby=${e}>
    <h2 id=${e}>${t}</h2>
    ${o&&l`<p>${o}</p>`}
    <dl class="facts">
      ${n.map(([r,s])=>[l`<dt>${r}</dt>`,l`<dd>${s}</dd>`])}
    </dl>
  </section>
`});var xl={};We(xl,{default:()=>_l});function _l({topic:e}){return e==="proof"?l`<${bl} />`:l`<${wl} />`}var vl=w(()=>{"use strict";j();yl();gl()});function kl(e){let t=o=>{if(o.ctrlKey||o.metaKey||o.altKey||o.defaultPrevented||Vh(o.target)||document.querySelector("dialog[open]"))return;let n=e[o.key];n&&(o.preventDefault(),n(o))};return addEventListener("keydown",t),()=>removeEventListener("keydown",t)}var Vh,Sl=w(()=>{"use strict";Vh=e=>e instanceof HTMLElement&&(e.isContentEditable||/^(INPUT|TEXTAREA|SELECT)$/.test(e.tagName))});function Al(e=Date.now){let t=null;return vn(()=>t=null),{leave(o,n,r){t=o!==void 0&&o===R.get()?.user_id?{value:r,search:n,until:e()+Jh}:null},find:o=>t?.search===o&&e()<t.until?t.value:null}}var Jh,jl=w(()=>{"use strict";me();Jh=6e5});function et(e,{onEntries:t,onState:o=()=>{}}){let n=[],r=0,s=0,i=0,c=0,u=null,f=e.after,d=!1,p=new AbortController,m=()=>{cancelAnimationFrame(r),r=0;let g=n;n=[],g.length&&t(g)},h=g=>{f=g.lastEventId||f,n.push(JSON.parse(g.data)),n.length>=Kh?m():r||=requestAnimationFrame(m)},$=()=>{u?.close(),u=null,clearTimeout(i),p.abort()},x=()=>{o("lost"),c||=window.setTimeout(()=>Tt.set(!1),Yh),u?.readyState===EventSource.CLOSED&&($(),_(2e3))},_=g=>{p=new AbortController;let{signal:k}=p,B=()=>T("/v1/meta",{signal:k}).then(()=>k.aborted||b(),ce=>{!k.aborted&&ce.status!==401&&_(1e4)});i=window.setTimeout(B,g)};function b(){$();let g=f===void 0&&!d?e.from:void 0;u=new EventSource(C("/v1/stream",{...e,from:g,after:f})),u.onopen=()=>{clearTimeout(c),c=0,Tt.set(!0),o(d?"stale":"open"),d=!1},u.onerror=x;for(let k of Xh)u.addEventListener(k,h);u.addEventListener("ended",()=>{u?.close(),x()})}let v=()=>{clearTimeout(s),document.hidden?s=window.setTimeout($,Gh):u||(f=void 0,d=!0,b())};return document.addEventListener("visibilitychange",v),b(),()=>{document.removeEventListener("visibilitychange",v),clearTimeout(s),clearTimeout(c),cancelAnimationFrame(r),$()}}var Kh,Gh,Yh,Xh,mo=w(()=>{"use strict";V();U();Kh=1e3,Gh=2e4,Yh=4e3,Xh=["job_created","job_imported","status_changed","note_added"]});function en(e){let t={};for(let o of cr)t[o]=[...new Set(e.getAll(o).filter(Boolean))];for(let o of El)e.get(o)&&(t[o]=e.get(o));return t}function si(e){let t=new URLSearchParams;for(let o of cr)for(let n of e[o])t.append(o,n);for(let o of El)e[o]&&t.append(o,e[o]);return t}function Zh(e){let[,t,o]=/^(\d{1,4})([hd])$/.exec(e)??[];return t?Number(t)*(o==="d"?24:1)*36e5:null}function $o(e,t){let{within:o,...n}=e,r=o&&Zh(o);return r?{...n,since:new Date(t-r).toISOString()}:n}function Wt(e,t,o){let n=e[t],r=n.filter(s=>s!==o);return{...e,[t]:r.length<n.length?r:[...n,o]}}function Il(e,t,o){return cr.some(n=>n===t)?Wt(e,t,o):{...e,[t]:void 0}}function Rl(e,t,o){let n=$o(e,o),r=Date.parse(t.created_at);return cr.every(s=>s==="cid"||!e[s].length||e[s].includes(t[s]))&&(!e.job_id||Tl(t.job_id).startsWith(Tl(e.job_id)))&&(!e.retry_of||e.retry_of===t.retry_of)&&(!n.since||r>=Date.parse(String(n.since)))&&(!n.until||r<Date.parse(String(n.until)))}function ii(e,t,o=0){let[n,r,s]=e.split("-").map(Number);return(t==="utc"?new Date(Date.UTC(n,r-1,s+o)):new Date(n,r-1,s+o)).toISOString()}function ai(e,t,o=0){let n=new Date(Date.parse(e??"")-o);return Number.isNaN(n.getTime())?"":(t==="utc"?[n.getUTCFullYear(),n.getUTCMonth()+1,n.getUTCDate()]:[n.getFullYear(),n.getMonth()+1,n.getDate()]).map(s=>String(s).padStart(2,"0")).join("-")}var cr,El,Ol,Cl,Ll,Nl,lr,Tl,bo=w(()=>{"use strict";cr=["status","cause","action_name","user_id","cid","batch_id","source"],El=["job_id","retry_of","since","until","within"],Ol=["IN_PROGRESS","SUCCESS","FAILED","UNCONFIRMED"],Cl=["answered","reported","imported","unreadable_answer","inconclusive_answer","timed_out","connection_lost","interrupted","never_sent","withheld"],Ll=["gateway","api","import","embedded"],Nl=["24h","7d","30d"];lr=e=>[...si(e)].map(([t,o])=>({name:t,value:o})),Tl=e=>e.replaceAll("-","").toLowerCase()});function ur(e,t,o){if(e==="status"||e==="cause"||e==="source")return P(e,t);if(e==="within"){let r=Number.parseInt(t,10);return a(t.endsWith("d")?"filter.days":"filter.hours",{n:r})}return e!=="since"&&e!=="until"||Number.isNaN(Date.parse(t))?t:Lt(t,o).endsWith("00:00:00")?ha(t,o):Lt(t,o)}var yo,Dl=w(()=>{"use strict";ee();E();yo=e=>a(`filter.${e}`)});function wo({name:e,filters:t,set:o,options:n=[],isOpen:r=!1}){let[s,i]=y(""),c=s.trim().toLowerCase(),f=[...new Set([...t[e],...n])].filter(p=>p.toLowerCase().includes(c)),d=p=>{p.preventDefault();let m=s.trim();m&&!t[e].includes(m)&&o(Wt(t,e,m)),i("")};return l`
    <${ro} label=${yo(e)} class=${t[e].length?"is-set":""}>
      ${()=>l`
        ${r&&l`
            <form onSubmit=${d} class="row add-value">
              <input
                aria-label=${yo(e)}
                value=${s}
                placeholder=${yo(e)}
                autocapitalize="none"
                spellcheck=${!1}
                ref=${p=>s||p?.focus()}
                onInput=${p=>i(p.currentTarget.value)}
              />
              <button type="submit">${a("filter.add")}</button>
            </form>
          `}
        <ul class="values">
          ${f.slice(0,100).map(p=>l`
              <li key=${p}>
                <label>
                  <input
                    type="checkbox"
                    checked=${t[e].includes(p)}
                    onChange=${()=>o(Wt(t,e,p))}
                  />
                  ${ur(e,p,"utc")}
                </label>
              </li>
            `)}
        </ul>
      `}
    <//>
  `}function Ml({label:e,day:t,onDay:o}){let[n,r]=y("");return l`
    <${D}
      label=${e}
      type="date"
      value=${n||t}
      onValue=${s=>{let i=!s||s>="1000";r(i?"":s),i&&o(s)}}
    />
  `}function Qh({filters:e,set:t}){let o=O(Ze),n=e.since||e.until||e.within,r=s=>t({...e,within:void 0,...s});return l`
    <${ro} label=${a("filter.date")} class=${n?"is-set":""}>
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
          day=${ai(e.since,o)}
          onDay=${s=>r({since:s?ii(s,o):void 0})}
        />
        <${Ml}
          label=${a("filter.to")}
          day=${ai(e.until,o,1)}
          onDay=${s=>r({until:s?ii(s,o,1):void 0})}
        />
      `}
    <//>
  `}function Pl({filters:e,set:t,stats:o}){let n=O(R),[r,s]=y(!1),i={filters:e,set:t},c=tn(o?.by_action),u=tn(o?.by_user),f=lr(e);return l`
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
        <${wo} name="cause" options=${Cl} ...${i} />
        <${wo} name="action_name" options=${c} isOpen ...${i} />
        ${n?.role!=="operator"&&l`<${wo} name="user_id" options=${u} isOpen ...${i} />`}
        <${wo} name="cid" isOpen ...${i} />
        <${wo} name="batch_id" isOpen ...${i} />
        <${wo} name="source" options=${Ll} ...${i} />
        <${Qh} ...${i} />
      </div>
    </div>
    ${f.length>0&&l`<${em} all=${f} ...${i} />`}
  `}function em({filters:e,set:t,all:o}){let n=O(Ze);return l`
    <div class="row chosen" role="group" aria-label=${a("filter.chosen")}>
      ${o.map(({name:r,value:s})=>l`
          <${ec}
            key=${`${r} ${s}`}
            name=${yo(r)}
            value=${ur(r,s,n)}
            onRemove=${()=>t(Il(e,r,s))}
          />
        `)}
      <button
        type="button"
        class="quiet"
        id="clear-filters"
        onClick=${()=>t(en(new URLSearchParams))}
      >
        ${a("filter.clear")}
      </button>
    </div>
  `}var Hl,tn,Ul=w(()=>{"use strict";me();ee();F();j();je();we();Uo();Zo();E();bo();Dl();Hl=({filters:e,set:t,total:o})=>l`
  <div class="statuses" role="group" aria-label=${yo("status")}>
    ${Ol.map(n=>l`
        <button
          key=${n}
          type="button"
          class="status-filter badge-${n}"
          aria-pressed=${e.status.includes(n)}
          onClick=${()=>t(Wt(e,"status",n))}
        >
          <${I} name=${n} />${P("status",n)}
          <b>${o?N(o[n]):"\u2013"}</b>
        </button>
      `)}
  </div>
`;tn=e=>(e?.rows??[]).map(t=>t.value)});function on(e,t){if(t.index<=e.last_index)return!1;if(e.last_index=t.index,t.kind==="note_added"){let{index:o,recorded_at:n,actor:r,text:s}=t;e.note_count=(e.note_count??0)+1,e.newest_note={index:o,recorded_at:n,actor:r,text:s}}else{let{index:o,status:n,cause:r,http_status:s,error_message:i,recorded_at:c}=t,u=[...e.changes??[],o];Object.assign(e,{status:n,cause:r,http_status:s,error_message:i,changes:u}),e.updated_at=c}return!0}function go([e,...t]){let o=tm(e);for(let n of t)on(o,n);return o}var tm,dr=w(()=>{"use strict";tm=e=>({...e,status:e.status??"IN_PROGRESS",cause:e.cause??null,customer_count:e.customers?.count??e.customer_count,last_index:e.index,changes:[],note_count:0,newest_note:null})});function Wl(e){e.size>om&&e.delete(e.keys().next().value)}var nn,Fl,Bl,rn,om,fr,pr,ci=w(()=>{"use strict";dr();bo();nn=100,Fl=8,Bl=15e4,rn=1e3,om=2e3,fr=class{constructor(t,o,n=null){this.filters=t,this.recent=o,this.pages=[],this.next=n,this.start=n,this.count=0,this.top=-1,this.fresh=new Set,this.byId=new Map}get isDone(){return this.next===void 0||this.count>=Bl}get isTruncated(){return this.next!==void 0&&this.count>=Bl}locate(t){let o=0;for(let[n,r]of this.pages.entries()){if(t<o+r.count)return{number:n,offset:t-o};o+=r.count}return{number:this.pages.length,offset:0}}slice(t,o){let n=[],{number:r,offset:s}=this.locate(t);for(let i=Math.min(o,this.count)-t;i>0;r+=1,s=0){let{count:c,rows:u}=this.pages[r],f=Math.min(i,c-s);for(let d=0;d<f;d+=1)n.push(u?u[s+d]:null);i-=f}return n}wanted(t,o){let n=Math.min(this.locate(o).number,this.pages.length-1);for(let r=this.locate(t).number;r<=n;r+=1){let{rows:s,stale:i}=this.pages[r];if(!s||i)return r}return!this.isDone&&o>this.count-nn/2?this.pages.length:null}cursorOf(t){return t<this.pages.length?this.pages[t].cursor:this.next??null}place(t,{jobs:o,next:n},r){if(this.#t(t)&&this.pages.length)return this.#e(o);let s=this.pages[t]??{cursor:this.next??null,count:0,rows:null},i=o.length-s.count;t===this.pages.length&&(this.pages.push(s),this.next=n??void 0),this.top<0&&o.length&&(this.top=o[0].index);for(let c of s.rows??[])this.byId.delete(c.job_id);this.pages[t]={cursor:s.cursor,count:o.length,rows:o};for(let c of o){this.byId.set(c.job_id,c);for(let u of this.recent.entriesOf(c.job_id))on(c,u)}if(this.count+=i,this.#t(t))for(let c of this.recent.jobs.values())this.#o(c,r);return i}#t(t){return t===0&&this.start===null}#e(t){for(let o of t){let n=this.byId.get(o.job_id);n&&n.last_index<=o.last_index&&Object.assign(n,o)}return this.pages[0].stale=!1,0}forget(t,o){let n=this.locate(t).number-Fl,r=this.locate(o).number+Fl;for(let[s,i]of this.pages.entries())if(!(!i.rows||s>=n&&s<=r||this.#t(s))){for(let c of i.rows)this.byId.delete(c.job_id);i.rows=null}}expire(){for(let t of this.pages)t.stale=!0}take(t,o){let n=!1;for(let r of t){let s=this.byId.get(r.job_id);s?n=on(s,r)||n:n=this.#o(this.recent.jobs.get(r.job_id),o)||n}return n}#o(t,o){if(!t||t.index<=this.top||this.start!==null||this.filters.cid.length||this.byId.has(t.job_id))return!1;let n=this.fresh.size;return n>=rn?!1:(Rl(this.filters,t,o)?this.fresh.add(t.job_id):this.fresh.delete(t.job_id),this.fresh.size!==n)}limitOf(t){return t<this.pages.length&&this.#t(t)?5*nn:nn}compare(t){this.fresh.size>=rn||(this.fresh=new Set(t.filter(o=>o.index>this.top).map(o=>o.job_id)))}},pr=class{constructor(){this.entries=new Map,this.jobs=new Map}take(t){for(let o of t){if(o.kind==="job_created"||o.kind==="job_imported"){this.jobs.set(o.job_id,go([o])),Wl(this.jobs);continue}let n=this.jobs.get(o.job_id);n&&on(n,o),this.entries.set(o.job_id,[...this.entriesOf(o.job_id).slice(-20),o]),Wl(this.entries)}}entriesOf(t){return this.entries.get(t)??[]}}});var nm,rm,sm,im,hr,ql=w(()=>{"use strict";ot();jn();bo();ci();nm=120,rm=2e3,sm=5e3,im=(e,t)=>setTimeout(e,t),hr=class{list=null;#t=null;stats=null;problem=null;isLoading=!1;shift=0;scrolled=0;#e;#o=new pr;#r=[0,40];#s=0;#n=0;#c=new AbortController;#d=()=>{};#l=new Set;#i=!1;constructor(t){this.#e={later:im,now:Date.now,...t}}async open(t,o=null){this.#c.abort(),this.#c=new AbortController,this.#n=this.#e.now(),this.#r=[0,40],this.#t=new fr(t,this.#o,o),this.list??=this.#t,this.problem=null,this.isLoading=!1,await this.#a()}reload(){return this.#t?this.open(this.#t.filters):Promise.resolve()}openRest(){let t=this.list;return t?this.open(t.filters,t.next??null):Promise.resolve()}retry(){return this.problem=null,this.#a()}show(t,o){this.list===this.#t&&(this.#r=[t,o],this.problem||this.#a())}close(){this.#i=!0,this.#c.abort(),this.#d()}async resume(t){this.#e.onChange=t,this.#i=!1,this.#c=new AbortController,this.isLoading=!1,this.problem=null,this.stats=null,this.list?.expire(),this.#t=this.list,await this.#a(),await this.#$().catch(()=>{})}async#a(){let t=this.#t,{signal:o}=this.#c;if(!t||this.isLoading||this.#i)return;let[n,r]=this.#r,s=t.wanted(n,r);if(s!==null){this.isLoading=!0,this.#e.onChange();try{this.stats||await this.#f();let i=t.limitOf(s),c={...$o(t.filters,this.#n),limit:i},u=t.cursorOf(s),f=await this.#e.get("/v1/jobs",{query:{...c,cursor:u},signal:o});if(o.aborted)return;let d=s<t.locate(this.#r[0]).number,p=t.place(s,f,this.#e.now());d&&(this.shift+=p),t.forget(this.#r[0],this.#r[1]),this.#s=0}catch(i){if(o.aborted)return;if(!(i instanceof J))throw i;this.problem=i,i.isTemporary&&this.#p(i,o)}finally{o.aborted||(this.isLoading=!1)}this.list=t,this.#e.onChange(),this.problem||await this.#a()}}#p(t,o){let n=to(this.#s,t);this.#s+=1,this.#e.later(()=>{!o.aborted&&this.problem===t&&this.retry()},n)}async#f(){if(await this.#m(),this.#i)return;let{size:t}=this.stats.head;this.#d(),this.#d=this.#e.follow(t>0?{after:t-1}:{from:0},{onEntries:o=>this.#h(o),onState:o=>{o==="stale"&&(this.list?.expire(),this.#a(),this.#u("count",0,()=>this.#m()),this.#u("look",0,()=>this.#$()))}})}#h(t){this.#o.take(t),this.list?.take(t,this.#e.now())&&this.#u("draw",nm,async()=>this.#e.onChange()),this.#u("count",rm,()=>this.#m()),t.some(({kind:n})=>n==="job_created"||n==="job_imported")&&this.list?.filters.cid.length&&this.#u("look",sm,()=>this.#$())}#u(t,o,n){this.#l.has(t)||(this.#l.add(t),this.#e.later(()=>{this.#l.delete(t),this.#i||n().catch(()=>{})},o))}async#m(){this.stats=await this.#e.get("/v1/stats",{query:{limit:100}}),this.#e.onChange()}async#$(){let t=this.list;if(!t||t.start!==null)return;let o={...$o(t.filters,this.#n),limit:nn};t.compare((await this.#e.get("/v1/jobs",{query:o})).jobs),this.#e.onChange()}}});function li(e){let t=e.trim().toLowerCase();if(!/^[0-9a-f]+(-[0-9a-f]+)*-?$/.test(t))return null;let o=t.replaceAll("-","");return o.length>32?null:{digits:o,id:o.length===32?am(o):null}}function ui(e,{jobs:t,users:o,actions:n}){let r=e.trim();if(!r)return[];let s=r.toLowerCase(),i=f=>f.filter(d=>d.toLowerCase().includes(s)).sort((d,p)=>zl(d,s)-zl(p,s)).slice(0,4),c=li(r),u=t.map(f=>({kind:"job",value:f.job_id,job:f}));return c?.id&&!u.length&&u.push({kind:"job",value:c.id,job:null}),[...i(o).map(f=>({kind:"user",value:f})),...i(n).map(f=>({kind:"action",value:f})),...u,...t.length>1?[{kind:"prefix",value:r}]:[],...c?.id?[]:[{kind:"customer",value:r}]]}function zl(e,t){let o=e.toLowerCase().indexOf(t);return o===0?e.length-t.length:1e3+o}var am,Vl=w(()=>{"use strict";am=e=>[e.slice(0,8),e.slice(8,12),e.slice(12,16),e.slice(16,20),e.slice(20)].join("-")});function lm(e){let[t,o]=y([]),n=H(Promise.resolve([])),r=li(e)?.digits??"";return A(()=>{if(o([]),n.current=Promise.resolve([]),!r)return;let s=new AbortController,i={job_id:r,limit:cm};return n.current=T("/v1/jobs",{query:i,signal:s.signal}).then(c=>c.jobs,()=>[]),n.current.then(c=>s.signal.aborted||o(c)),()=>s.abort()},[r]),{jobs:t,asked:n}}function um({meaning:{kind:e,value:t,job:o}}){return l`
    <span class="suggestion-kind">${a(`search.${e}`)}</span>
    <span class="suggestion-value">${t}</span>
    ${o&&l`<span>${o.action_name}</span><${ae} status=${o.status} /> `}
    ${o&&l`<${X} at=${o.created_at} />`}
  `}function Jl({filters:e,set:t,users:o,actions:n}){let[r,s]=y(""),[i,c]=y(!1),[u,f]=y(0),d=H(null),{jobs:p,asked:m}=lm(r),h=ht(),$=ui(r,{jobs:p,users:o,actions:n}),x=i&&$.length>0;Rn(d,x,()=>c(!1));let _=({kind:g,value:k})=>{if(c(!1),s(""),g==="job")$e(C(L`/jobs/${k}`));else if(g==="customer")$e(C(L`/customers/${k}`));else if(g==="prefix")t({...e,job_id:k});else{let B=g==="user"?"user_id":"action_name";e[B].includes(k)||t(Wt(e,B,k))}},b=async()=>{let g=await m.current,k=ui(r,{jobs:g,users:o,actions:n})[u];k&&_(k)},v=g=>{let k={ArrowDown:1,ArrowUp:-1}[g.key];if(k&&$.length)c(!0),f(x?(u+k+$.length)%$.length:0);else if(g.key==="Enter")b();else if(g.key==="Escape"&&r)s("");else if(g.key==="Escape")g.target.blur();else return;g.preventDefault()};return l`
    <div class="search" ref=${d} role="search">
      <${I} name="search" />
      <input
        id="search"
        type="search"
        role="combobox"
        aria-label=${a("search.label")}
        aria-expanded=${x}
        aria-controls=${h}
        aria-autocomplete="list"
        aria-activedescendant=${x?`${h}-${u}`:void 0}
        aria-keyshortcuts="/"
        autocomplete="off"
        autocapitalize="none"
        spellcheck=${!1}
        placeholder=${a("search.placeholder")}
        value=${r}
        onInput=${g=>{s(g.currentTarget.value),c(!0),f(0)}}
        onFocus=${()=>c(!0)}
        onKeyDown=${v}
      />
      <ul id=${h} role="listbox" aria-label=${a("search.suggestions")} hidden=${!x}>
        ${$.map((g,k)=>l`
            <li
              key=${`${g.kind} ${g.value}`}
              id="${h}-${k}"
              role="option"
              aria-selected=${k===u}
              onPointerDown=${B=>B.preventDefault()}
              onClick=${()=>_(g)}
            >
              <${um} meaning=${g} />
            </li>
          `)}
      </ul>
    </div>
  `}var cm,Kl=w(()=>{"use strict";V();U();Oe();Re();F();j();we();G();E();bo();Vl();cm=6});function mr({box:e,isOnPage:t=!1,height:o,count:n,onScroll:r}){let[s,i]=y({from:0,to:40});return pt(()=>{let c=e.current,u=t?window:c,f=0,d=()=>{f=0,r?.(t?scrollY:c.scrollTop);let m=t?-c.getBoundingClientRect().top:c.scrollTop,h=m+(t?innerHeight:c.clientHeight),$=Math.max(0,Math.floor(m/o)-Gl),x=Math.max(0,Math.ceil(h/o))+Gl;i(_=>_.from===$&&_.to===x?_:{from:$,to:x})},p=()=>{f||=requestAnimationFrame(d)};return d(),u.addEventListener("scroll",p,{passive:!0}),addEventListener("resize",p),()=>{cancelAnimationFrame(f),u.removeEventListener("scroll",p),removeEventListener("resize",p)}},[o,n]),{from:Math.min(s.from,n),to:Math.min(s.to,n)}}function Xl({label:e,count:t,height:o,children:n,of:r}){let s=H(null),i=mr({box:s,height:o,count:t});return A(()=>{s.current&&(s.current.scrollTop=0)},[r]),l`
    <div class="virtual-list" ref=${s} tabindex="0" role="list" aria-label=${e}>
      <div role="presentation" style=${{height:`${t*o}px`}}>
        ${Yl(i,c=>l`
            <div
              key=${c}
              role="listitem"
              aria-posinset=${c+1}
              aria-setsize=${t}
              style=${{height:`${o}px`,transform:`translateY(${c*o}px)`}}
            >
              ${n(c)}
            </div>
          `)}
      </div>
    </div>
  `}function $r({label:e,columns:t,count:o,row:n,onRange:r}){let s=H(null),[i,c]=y(36);pt(()=>{let m=s.current?.querySelector("tr[data-row]")?.clientHeight;m&&c(m)});let u=mr({box:s,height:i,count:o}),{from:f,to:d}=u;A(()=>r?.(d),[d]);let p=m=>m>0&&l`<tr aria-hidden="true" style=${{height:`${m*i}px`}} />`;return l`
    <div class="rows" ref=${s} role="group" aria-label=${e} tabindex="0">
      <table aria-rowcount=${o+1}>
        <thead>
          <tr aria-rowindex="1">
            ${t.map(m=>l`<th key=${m} scope="col">${m}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${p(f)}
          ${Yl(u,m=>l`
              <tr key=${m} data-row aria-rowindex=${m+2}>
                ${n(m)}
              </tr>
            `)}
          ${p(o-d)}
        </tbody>
      </table>
    </div>
  `}var Gl,Yl,sn=w(()=>{"use strict";j();Gl=8;Yl=({from:e,to:t},o)=>Array.from({length:t-e},(n,r)=>o(e+r))});function pm(){let[,e]=y(0);A(()=>{let o=()=>e(n=>n+1);for(let n of[di,fi])n.addEventListener("change",o);return()=>{for(let n of[di,fi])n.removeEventListener("change",o)}},[]);let t=Number.parseFloat(getComputedStyle(document.documentElement).fontSize);return{height:Math.round(fm[di.matches?"cards":"table"]*t),isWide:fi.matches}}function hm(e,t){e.target.closest("a, button")||getSelection()?.toString()||$e(C(L`/jobs/${t}`))}function mm({job:e,index:t,isWide:o}){let n={"data-index":t,"aria-rowindex":t+2};if(!e)return l`<tr role="row" class="job" ...${n}>
      <td role="cell">…</td>
    </tr>`;let{job_id:r,user_id:s,action_name:i,customer_count:c,status:u,cause:f}=e;return l`
    <tr
      role="row"
      class="job"
      ...${n}
      onClick=${d=>hm(d,r)}
    >
      <td role="cell" class="cell-user">${s}</td>
      <td role="cell" class="cell-action">
        <a href=${C(L`/jobs/${r}`)}>${i}</a>
        ${e.retry_of&&l`<${xt}>${a("jobs.retry")}<//>`}
        <${ir} count=${e.note_count} newest=${e.newest_note} />
      </td>
      <td role="cell" class="cell-customers number">
        ${N(c)}<span class="only-cards">
          ${" "}${a("jobs.customersUnit",{n:c})}</span
        >
      </td>
      <td role="cell" class="cell-status"><${ae} status=${u} cause=${f} /></td>
      <td role="cell" class="cell-date"><${X} at=${e.created_at} /></td>
      <td role="cell" class="cell-id"><${fo} id=${r} short=${!o} /></td>
    </tr>
  `}function Zl({jobs:e,list:t,focus:o}){let{height:n,isWide:r}=pm(),s=H(null);pt(()=>{e.scrolled&&scrollTo(0,e.scrolled)},[]);let i=m=>{e.scrolled=m},{count:c}=t,{from:u,to:f}=mr({box:s,isOnPage:!0,height:n,count:c,onScroll:i}),d=t.slice(u,f);A(()=>e.show(u,f),[u,f,t,t.count]),pt(()=>{e.shift&&(scrollBy(0,e.shift*n),e.shift=0)}),pt(()=>{if(!o||!s.current)return;let m=s.current.getBoundingClientRect().top+o.index*n;m<2*n?scrollBy(0,m-2*n):m>innerHeight-2*n&&scrollBy(0,m-innerHeight+2*n);let h=requestAnimationFrame(()=>requestAnimationFrame(p));return()=>cancelAnimationFrame(h)},[o]);let p=()=>{let m=s.current?.querySelector(`[data-index="${o?.index}"] a`);m instanceof HTMLElement&&m.focus({preventScroll:!0})};return l`
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
          ${dm.map(m=>l`
              <th
                key=${m}
                role="columnheader"
                scope="col"
                class="cell-${m} ${m==="customers"?"number":""}"
              >
                ${a(`jobs.${m}`)}
              </th>
            `)}
        </tr>
      </thead>
      <tbody role="rowgroup" ref=${s} style=${{height:`${t.count*n}px`}}>
        ${u>0&&l`<tr key="above" aria-hidden="true" style=${{height:`${u*n}px`}}></tr>`}
        ${d.map((m,h)=>l`
            <${mm}
              key=${m?.job_id??u+h}
              job=${m}
              index=${u+h}
              isWide=${r}
            />
          `)}
      </tbody>
    </table>
  `}var dm,fm,di,fi,Ql=w(()=>{"use strict";ee();U();Oe();Re();j();G();sn();E();dm=["user","action","customers","status","date","id"],fm={table:2.5,cards:6.5},di=matchMedia("(width < 60rem)"),fi=matchMedia("(width >= 90rem)")});function ym({views:e,query:t,close:o}){let[n,r]=y("");return l`
    <form onSubmit=${i=>{i.preventDefault(),e.update(c=>[...c.filter(u=>u.name!==n.trim()),{name:n.trim(),query:t}]),o(),K(a("views.saved",{name:n.trim()}))}}>
      <${D} label=${a("views.name")} required maxlength="60" value=${n} onValue=${r} />
      <button type="submit">${a("views.save")}</button>
    </form>
  `}function eu({query:e}){let[t]=y(bm),o=O(t),n=e.toString(),r=s=>t.update(i=>i.filter(c=>c.name!==s));return l`
    <${ro} label=${a("views.title")} align="end">
      ${s=>l`
        ${o.length>0&&l`
            <ul class="menu views">
              ${o.map(i=>l`
                  <li key=${i.name} class="row">
                    <a
                      href=${C("/")+(i.query&&`?${i.query}`)}
                      aria-current=${i.query===n?"true":void 0}
                      onClick=${c=>{c.preventDefault(),Sn(new URLSearchParams(i.query)),s()}}
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
        ${n?l`<${ym} views=${t} query=${n} close=${s} />`:l`<p class="hint">${a("views.hint")}</p>`}
      `}
    <//>
  `}var $m,bm,tu=w(()=>{"use strict";me();U();Oe();Ot();je();F();j();Uo();xe();E();$m={},bm=()=>{let e=`views:${R.get()?.user_id}`;return $m[e]??=rt(e,[])}});var ru={};We(ru,{default:()=>nu});function gm(e){let[,t]=y(0),o=()=>t(c=>c+1),[n]=y(()=>Me.get().isBack?ou.find(e):null),r=H(n!==null),[s]=y(()=>n??new hr({get:T,follow:et,onChange:o})),i=H(e);return i.current=e,A(()=>{let c=R.get()?.user_id;return r.current&&s.resume(o),()=>{s.close(),ou.leave(c,i.current,s)}},[]),A(()=>{r.current||s.open(en(new URLSearchParams(e))),r.current=!1},[e]),s}function xm({filters:e}){let t=$o(e,Date.now()),o=[{text:a("app.csv"),href:C("/v1/export.csv",t),download:!0},{text:a("jobs.csvExcel"),href:C("/v1/export.csv",{...t,bom:"true"}),download:!0},{text:a("app.ndjson"),href:C("/v1/export.ndjson",t),download:!0}];return l`<${Un} label=${a("jobs.download")} align="end" items=${o} />`}function vm({jobs:e,list:t,isFiltered:o,clear:n}){let r=O(R);return e.problem?l`
      <${te} problem=${e.problem} retry=${()=>e.retry()} />
      ${o&&l`<p><button type="button" onClick=${n}>${a("filter.clear")}</button></p>`}
    `:t.isTruncated?l`
      <p class="state">
        <button type="button" onClick=${()=>e.openRest()}>${a("jobs.older")}</button>
      </p>
    `:t.isDone?t.count?l`<p class="state">${a("jobs.end",{n:t.count})}</p>`:o?l`
      <${se} title=${a("jobs.noMatch")}>
        <button type="button" onClick=${n}>${a("filter.clear")}</button>
      <//>
    `:l`
    <${se} title=${a("jobs.empty")}>
      ${r?.role!=="auditor"&&l`<p><${M} to="/set-action" class="button">${a("jobs.emptyAction")}<//></p>`}
      <p><a href=${C("/docs")}>${a("jobs.emptyDocs")}</a></p>
    <//>
  `:l`<${mt} />`}function km({count:e,show:t}){if(A(()=>{e&&Hn(a("jobs.fresh",{n:e}))},[e>0]),!e)return null;let o=e>=rn;return l`
    <div class="fresh">
      <button type="button" id="show-new" class="primary" onClick=${t}>
        ${a(o?"jobs.freshMany":"jobs.fresh",{n:o?rn-1:e})}
      </button>
    </div>
  `}function nu(){let[e,t]=Ve(),o=e.toString(),n=re(()=>en(e),[o]),r=gm(o),{list:s,stats:i}=r,[c,u]=y(null),[f,d]=y(!1),p=_=>t(si(_)),m=()=>t(new URLSearchParams),h=H(null);h.current={list:s,focus:c},A(()=>{let _=b=>{let{list:v,focus:g}=h.current,k=document.activeElement?.closest?.("[data-index]"),B=k?Number(k.getAttribute("data-index")):g?.index??-1,ce=Math.max(0,Math.min(B+b,v.count-1));v.count&&u({index:ce})};return kl({"/":()=>document.getElementById("search")?.focus(),j:()=>_(1),k:()=>_(-1),"?":()=>d(!0)})},[]);let $=async()=>{scrollTo(0,0),await r.reload(),u({index:0})},x=lr(n).length>0;return l`
    <div class="jobs-top">
      <${z}>${a("jobs.title")}<//>
      <${Jl}
        filters=${n}
        set=${p}
        users=${tn(i?.by_user)}
        actions=${tn(i?.by_action)}
      />
      <div class="row">
        <${eu} query=${e} />
        <${xm} filters=${n} />
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
      <${Hl} filters=${n} set=${p} total=${i?.total} />
      <${Pl} filters=${n} set=${p} stats=${i} />
    </div>
    ${s?.start&&l`
        <p class="notice">
          ${a("jobs.olderShown")}
          <button type="button" onClick=${()=>r.reload()}>${a("jobs.newest")}</button>
        </p>
      `}
    ${s&&l`
        <${km} count=${s.fresh.size} show=${$} />
        ${s.count>0&&l`<${Zl} jobs=${r} list=${s} focus=${c} />`}
        <${vm} jobs=${r} list=${s} isFiltered=${x} clear=${m} />
      `}
    ${f&&l`<${_m} onClose=${()=>d(!1)} />`}
  `}var wm,ou,_m,su=w(()=>{"use strict";me();V();Sl();jl();U();Oe();mo();Be();F();j();Uo();xe();pe();G();E();Ul();bo();ql();ci();Kl();Ql();tu();wm=[["/","keys.search"],["j","keys.down"],["k","keys.up"],["Enter","keys.open"],["Esc","keys.escape"],["?","keys.help"]],ou=Al();_m=({onClose:e})=>l`
  <${oe} title=${a("keys.title")} onClose=${e}>
    <dl class="facts">
      ${wm.map(([t,o])=>l`
          <dt key=${t}><kbd>${t}</kbd></dt>
          <dd>${a(o)}</dd>
        `)}
    </dl>
  <//>
`});function ct(e,t){if(!e)return{why:"empty"};if(e.length*3>t){let r=jm.encode(e).length;if(r>t)return{why:"long",n:r}}if(Am.test(e))return null;if(/\p{Cc}/u.test(e))return{why:"control"};if(e.search(au)>=0)return{why:"ends"};let o=Sm.exec(e);return o?{why:"unseen",code:`U+${o[0].codePointAt(0).toString(16).toUpperCase().padStart(4,"0")}`}:null}function*lu({values:e,lines:t},{trims:o,bytesMax:n}){let r=[],s=new Uint8Array(e.length),i={good:0,duplicate:0,blank:0,spaces:0,invalid:0},c=new Map;for(let[u,f]of e.entries()){let d=o?cu(f):f,p=Tm(d,c,n);p==="good"&&c.set(d,u),r.push(d),s[u]=an.indexOf(p),i[p]+=1,u%iu===iu-1&&(yield)}return{values:r,lines:t,kinds:s,counts:i,customers:[...c.keys()],first:c}}function Tm(e,t,o){if(t.has(e))return"duplicate";if(!ct(e,o))return"good";let n=cu(e);return n?n!==e&&!ct(n,o)?"spaces":"invalid":"blank"}function uu({values:e,kinds:t},o,n){let r=an.indexOf(o),s=n.toLowerCase(),i=[];for(let c=0;c<e.length;c+=1)r>=0&&t[c]!==r||(!s||e[c].toLowerCase().includes(s))&&i.push(c);return i}var an,Sm,au,Am,iu,jm,cu,cn=w(()=>{"use strict";an=["good","duplicate","blank","spaces","invalid"],Sm=new RegExp("[\\xa0\\xad\\u034f\\u061c\\u115f\\u1160\\u1680\\u17b4\\u17b5\\u180b-\\u180f\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u2800\\u3000\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb\\u{13430}-\\u{1343f}\\u{13441}\\u{13442}\\u{16fe4}\\u{1bca0}-\\u{1bca3}\\u{1d159}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e0fff}\\p{Noncharacter_Code_Point}\\p{Surrogate}]","u"),au=/^\p{White_Space}+|\p{White_Space}+$/gu,Am=/^[!-~]+$/,iu=2e3,jm=new TextEncoder;cu=e=>e.replace(au,"")});function $u({parts:e,first:t,fresh:o},n,r){let s=new Map(n.map(u=>[u.job_id,u])),i=e[0]?.jobs[0]?.job_id,c=n.findIndex(u=>u.job_id===i);return{parts:e.map(u=>({...u,jobs:u.jobs.map(f=>s.get(f.job_id)??f)})),first:t,fresh:r?c<0?n.length:c:o}}function bu(e,t){let o=new Set(mi(e).map(n=>n.job_id));return t.some(({kind:n,job_id:r})=>n==="job_created"||n==="job_imported"||o.has(r))}function yu({parts:e}){let t={};for(let{outcome:o}of e.flatMap(n=>n.jobs))t[o.status]=(t[o.status]??0)+1;return t}var pi,hi,mi,du,fu,pu,$i,hu,mu,wu=w(()=>{"use strict";pi={parts:[],first:0,fresh:0},hi=({parts:e,first:t})=>e.slice(t,t+2),mi=e=>hi(e).flatMap(t=>t.jobs),du=({first:e})=>e>0,fu=({parts:e,first:t})=>t+2<e.length||!!e.at(-1)?.next,pu=({parts:e,first:t})=>t+2<e.length?null:e.at(-1)?.next??null,$i=({parts:e,...t},o,{jobs:n,next:r})=>({...t,parts:[...e,{cursor:o,jobs:n,next:r}]}),hu=e=>({...e,first:Math.max(0,Math.min(e.first+1,e.parts.length-2))}),mu=e=>({...e,first:Math.max(0,e.first-1)})});var xu={};We(xu,{default:()=>_u});function Lm(){let[e,t]=y(""),o=e&&ct(e,gu);return l`
    <form
      class="look-up"
      role="search"
      onSubmit=${n=>{n.preventDefault(),e&&!o&&$e(C(L`/customers/${e}`))}}
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
          ${a(`name.${o.why}`,{n:o.n??0,most:gu,code:o.code??""})}
        </p>`}
    </form>
  `}function Nm(e){let[t,o]=y(pi),n=H(t),r=m=>o(n.current=m),s=m=>T(L`/v1/customers/${e}/jobs`,{query:{limit:30,cursor:m}}),[i,c,u]=Y(async()=>{r($i(pi,null,await s(null)))}),[f,d,p]=Y(async()=>{let m=pu(n.current);if(m){let h=await s(m);r($i(n.current,m,h))}r(hu(n.current))});return A(()=>{i();let m=0,h=async()=>{m=0;let _=new Set([null,...hi(n.current).map(b=>b.cursor)]);for(let b of _){let v=await s(b);r($u(n.current,v.jobs,b===null))}},$=()=>m||=window.setTimeout(()=>h().catch(()=>{}),Om),x=et({},{onEntries:_=>bu(n.current,_)&&$(),onState:_=>_==="stale"&&$()});return()=>{clearTimeout(m),x()}},[]),{jobs:t,open:i,showOlder:f,showNewer:()=>r(mu(n.current)),isBusy:c||d,problem:u??p,retry:u?i:f}}function Im({job:e}){let{outcome:t,job_id:o}=e,n=r=>a(`customer.${r}`);return l`
    <tr>
      <td data-label=${n("when")}><${X} at=${e.created_at} /></td>
      <td data-label=${n("action")}>
        <a href=${C(L`/jobs/${o}`)}><b>${e.action_name}</b></a>
        ${e.retry_of&&l` <${xt}>${a("jobs.retry")}<//>`} ${" "}<${ir}
          count=${e.note_count}
          newest=${e.newest_note}
        />
      </td>
      <td data-label=${n("outcome")}>
        <${ae} status=${t.status} />
        ${!t.own&&l`<span class="muted"> ${a("customer.asJob")}</span>`}
        ${t.message&&l`<div class="message-of">${t.message}</div>`}
      </td>
      <td data-label=${n("job")}><${ae} status=${e.status} cause=${e.cause} /></td>
      <td data-label=${n("user")}>
        ${e.user_id}
        ${e.submitted_by&&l`<div class="muted">${a("customer.submittedBy",{user:e.submitted_by})}</div>`}
      </td>
      <td data-label=${n("id")}><${fo} id=${o} short /></td>
    </tr>
  `}function Rm({cid:e}){let{jobs:t,open:o,showOlder:n,showNewer:r,isBusy:s,problem:i,retry:c}=Nm(e),u=O(R),f=t.parts.reduce((h,$)=>h+$.jobs.length,0),d=!t.parts.at(-1)?.next,p=l`
    <p class="row">
      ${u?.role!=="auditor"&&l`<${M} to="/set-action" query=${{cid:e}} class="button"
          >${a("customer.setAction")}<//
        >`}
      <${M} to="/jobs" query=${{cid:e}} class="button">${a("customer.inJobs")}<//>
    </p>
  `,m=t.fresh>0&&l`<button type="button" id="fresh" class="primary" onClick=${o}>
      ${a("customer.fresh",{n:t.fresh})}
    </button>`;return t.parts.length===0?l`<${te}
        problem=${i}
        retry=${c}
      />${s&&l`<${mt} />`}`:f===0&&d?l`
      <${se} title=${a("customer.none")}><p>${a("customer.noneHint")}</p><//>
      <p role="status">${m}</p>
      ${p}
    `:l`
    <div class="row spread">
      <p class="row" role="status">
        ${a(d?"customer.count":"customer.countMore",{n:f})}
        ${Object.entries(yu(t)).map(([h,$])=>l`<span key=${h}><${ae} status=${h} /> ${N($)}</span>`)}
        ${m}
      </p>
      ${p}
    </div>
    ${du(t)&&l`<p><button type="button" onClick=${r}>${a("customer.newer")}</button></p>`}
    <div class="card scroll-x">
      <table class="customer-jobs">
        <caption class="off-screen">
          ${a("customer.title",{cid:e})}
        </caption>
        <thead>
          <tr>
            ${Cm.map(h=>l`<th key=${h} scope="col">${a(`customer.${h}`)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${mi(t).map(h=>l`<${Im} key=${h.job_id} job=${h} />`)}
        </tbody>
      </table>
    </div>
    <${te} problem=${i} retry=${c} />
    ${fu(t)&&l`<p>
        <button type="button" id="older" disabled=${s} onClick=${n}>
          ${a("customer.older")}
        </button>
      </p>`}
  `}function _u({cid:e}){return l`
    <div class="row spread customer-top">
      <${z}>${e?a("customer.title",{cid:e}):a("customer.titleNone")}<//>
      <${Lm} />
    </div>
    ${e&&l`<${Rm} cid=${e} />`}
  `}var Om,gu,Cm,vu=w(()=>{"use strict";me();V();cn();ee();U();Oe();mo();Re();F();j();pe();G();E();wu();Om=3e3,gu=128,Cm=["when","action","outcome","job","user","id"]});function br(e){let t=e.trim().toLowerCase().replaceAll("-","");return/^[0-9a-f]{1,32}$/.test(t)?t:null}function bi(e,t){let o=br(String(e));return o?.length===32&&o===br(String(t))}var yi=w(()=>{"use strict"});function Mm(e,t){let o=go(t),n=s=>Ye(s??null);return[...new Set([...Object.keys(e),...Dm])].filter(s=>n(e[s])!==n(o[s]))}async function Su({job:e,entries:t,checkpoint:o},n,r){let s=!bi(e?.job_id,r)||!bi(t?.[0]?.job_id,r),i={size:0,wrong:new Map,why:"",isStale:!1,isOther:s};try{if(s)throw new Error("this is another job");let c=await He(o,n);i.size=c.size;for(let d of t)await Zn({entry:d,checkpoint:c,key:n}).catch(p=>i.wrong.set(d.index,_o(p)));if(i.wrong.size)return i;await zs({entries:t,checkpoint:c,key:n});let u=t.filter(d=>d.index<=e.last_index);i.isStale=u.length<t.length;let f=Mm(e,u.length?u:t);if(f.length)throw new Error(`its entries do not say: ${f.join(", ")}`)}catch(c){i.why=_o(c)}return i}var _o,ku,Dm,vt,xo=w(()=>{"use strict";Yo();dr();yi();_o=e=>e instanceof Error?e.message:String(e),ku=e=>[e?.job,e?.outcomes?.counts,e?.related].every(Boolean)&&Array.isArray(e.entries)&&e.entries.length>0&&e.entries.every(Boolean),Dm=`action_code action_name batch_id cause changes cluster_url created_at customer_count
  error_message http_status index job_id last_index newest_note note_count retry_of source status
  submitted_by updated_at user_id`.split(/\s+/);vt=({wrong:e,why:t,isStale:o,isUnconnected:n})=>!e.size&&!t&&!o&&!n});var Au,yr,ln,wr,wi=w(()=>{"use strict";ee();E();Re();j();G();Au={job_id:e=>l`<${fo} id=${e.job_id} />`,status:e=>l`<${ae} status=${e.status} cause=${e.cause} />`,user_id:e=>l`<${M} to="/" query=${{user_id:e.user_id}}>${e.user_id}<//>`,submitted_by:e=>e.submitted_by,action_name:e=>l`
    <${M} to="/" query=${{action_name:e.action_name}}>${e.action_name}<//>
  `,action_code:e=>e.action_code,customer_count:e=>N(e.customer_count),source:e=>P("source",e.source),created_at:e=>l`<${X} at=${e.created_at} />`,updated_at:e=>l`<${X} at=${e.updated_at} />`,http_status:e=>e.http_status,batch_id:e=>l`<${M} to="/" query=${{batch_id:e.batch_id}}>${e.batch_id}<//>`,cluster_url:e=>l`<code>${e.cluster_url}</code>`,retry_of:e=>l`<${M} to=${`/jobs/${e.retry_of}`}>${e.retry_of}<//>`},yr=Object.keys(Au),ln=(e,t)=>(e[t]??null)===null?null:Au[t](e),wr=e=>P("fact",e)});function gr({proof:e,entries:t}){let{wrong:o,why:n,isUnconnected:r}=e;if(r&&!o.size&&!n)return l`<${Hm} />`;let s=vt(e)?a("job.allProved",{n:t.length,size:e.size}):a("job.noneProved");return l`
    <${M} to="/help/proof" class="proof-line">
      <${at} text=${s} wrong=${vt(e)?null:e.why||s} />
    <//>
  `}function vo({overview:e,lists:t,more:o,banner:n="job-proof"}){let{proof:r,isOtherKey:s,...i}=e,[c]=r.wrong,u=c&&a("job.entryWrong",{index:c[0],why:c[1]}),f=t?.state==="wrong"?t.why:"",d=u||r.why||f||o?.why||"";return A(()=>{if(!d||s)return;let p=()=>({finding:d,server:location.origin+Se,found_at:new Date().toISOString(),overview:i,lists:t?.received,more:o}),m=l`
      <${rr}
        title=${a("job.alarm")}
        text=${a("job.alarmHint")}
        why=${d}
        name="${i.job.job_id}.alarm.json"
        evidence=${p}
      />
    `;return no(n,{kind:"alarm",content:m}),()=>no(n,null)},[d]),null}var Hm,gi=w(()=>{"use strict";xo();U();E();Dn();j();po();G();Hm=()=>l`
  <${M} to="/help/proof" class="proof-line muted">${a("job.unconnected")}<//>
`});async function un(e,t){for(let o=Pm;;o-=1){let n=gt(),r=await T(L`/v1/jobs/${e}/overview`,{signal:t});if(!ku(r))throw new J({status:500,title:a("job.malformed"),detail:a("job.malformed")});let{checkpoint:s,verifier_key:i}=r,c=rl()??i,u=await Su(r,c,e);if(!(u.isStale&&o>1))return u.isStale&&(u.why||=a("job.stale")),nl(n,{checkpoint:s,keys:{overview:i}}),{...r,proof:u,isOtherKey:c!==i}}}function dn(e){let t=!al(e.checkpoint);return{...e,proof:{...e.proof,isUnconnected:t}}}var Pm,_i=w(()=>{"use strict";V();xo();U();E();Bt();Pm=3});function Tu(e,{counts:t,named:o}){let n=e.status==="FAILED"?e.customer_count-o:0;return{...t,FAILED:t.FAILED-n||n}}function Eu(e,t,o){let n=o!=="auditor",r=e.source==="gateway"&&e.status!=="IN_PROGRESS",s=t.FAILED>0;return{note:n,settle:n&&e.status==="UNCONFIRMED",retryFailed:n&&r&&s,retryAll:n&&r&&(s||e.status!=="SUCCESS"),curl:e.source==="gateway"&&!!e.cluster_url}}function Ou(e){try{return Xt(e)instanceof tt}catch{return!1}}function Cu({customers:e,token:t,url:o},n){let r=JSON.stringify({customers:e,...t&&{token:t},...o&&{url:o}});return new Yt(n.trim()?`${r.slice(0,-1)},"payload":${n}}`:r)}function Lu(e,t){let o=No(e.recorded_at??e.created_at,t.recorded_at);return o<0?null:o}function Nu(e,t){let o=e.status==="IN_PROGRESS"?new Date(t).toISOString():e.updated_at;return o?Math.max(0,No(e.created_at,o)):null}var _r,xi,ju,qt=w(()=>{"use strict";ee();Co();_r=["FAILED","UNCONFIRMED","IN_PROGRESS","SUCCESS"],xi=4096,ju=e=>new TextEncoder().encode(e).length});function Ru({job:e,onClose:t,onDone:o}){let[n,r]=y(""),[s,i]=y(""),c=re(Et,[n,s]),u=Y(async()=>{let f=n==="FAILED"?"error_message":"response_summary";await Q(L`/v1/jobs/${e.job_id}/status`,{status:n,[f]:s.trim()},{key:c}),K(a("job.settled")),o()});return l`
    <${oe} title=${a("job.settle")} onClose=${t}>
      <p>${a("job.settleHint")}</p>
      <${ve}
        of=${u}
        action=${a("job.settleSend")}
        busy=${a("job.sending")}
        isOff=${!n||!s.trim()}
      >
        <${_t}
          label=${a("job.settleAs")}
          value=${n}
          onValue=${r}
          options=${["SUCCESS","FAILED"].map(f=>({value:f,text:a(`status.${f}`)}))}
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
  `}function Du({job:e,onClose:t,onDone:o}){let[n,r]=y(""),s=re(Et,[n]),i=ju(n),c=Y(async()=>{await Q(L`/v1/jobs/${e.job_id}/notes`,{text:n},{key:s}),K(a("job.noted")),o()}),u=i>xi;return l`
    <${oe} title=${a("job.note")} onClose=${t}>
      <${ve}
        of=${c}
        action=${a("job.noteSend")}
        busy=${a("job.sending")}
        isOff=${!n.trim()||u}
      >
        <${D}
          as="textarea"
          label=${a("job.noteText")}
          hint=${a("job.noteHint",{n:i,most:xi})}
          error=${u&&a("job.noteLong")}
          rows="5"
          required
          value=${n}
          onValue=${r}
        />
      <//>
    <//>
  `}function Mu({job:e,related:t,onClose:o}){let[n,r]=y(""),[s,i]=y(null),c=br(n),u=Y(async()=>{let f={job_id:n.trim(),limit:10},p=(await T("/v1/jobs",{query:f})).jobs.filter(m=>m.job_id!==e.job_id);p.length===1?$e(C(Iu(e,p[0]))):i(p)});return l`
    <${oe} title=${a("job.compare")} onClose=${o}>
      <${ve}
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
          onValue=${f=>{r(f),i(null)}}
        />
      <//>
      <${vi}
        jobs=${s??t}
        to=${f=>Iu(e,f)}
      />
    <//>
  `}var Iu,vi,Hu=w(()=>{"use strict";V();ee();yi();U();Oe();Re();Be();je();F();j();xe();G();E();qt();Iu=(e,t)=>L`/jobs/${e.job_id}/compare/${t.job_id}`,vi=({jobs:e,to:t=n=>L`/jobs/${n.job_id}`,more:o})=>l`
  <ul class="job-list">
    ${e.map(n=>l`
        <li key=${n.job_id}>
          <${M} to=${t(n)}>${n.action_name}, ${N(n.customer_count)}<//>
          <${ae} status=${n.status} />
          <span class="muted">${n.user_id}, <${X} at=${n.created_at} /></span>
          ${o?.(n)}
        </li>
      `)}
  </ul>
`});var kt,Pu,fn=w(()=>{"use strict";kt=class{rows=[];isDone=!1;newest=null;#t;#e;#o=0;#r=null;#s=null;constructor(t,o=()=>{}){this.#t=t,this.#e=o}reach(t){return this.#o=Math.max(this.#o,t),this.#s??=this.#n().finally(()=>this.#s=null),this.#s}async all(){return await this.reach(1/0),this.rows}async#n(){for(;!this.isDone&&this.rows.length<this.#o;){let t=await this.#t(this.#r,this.rows.length);this.rows=[...this.rows,...t.rows],this.#r=t.next,this.isDone=t.next===null,this.newest=t,this.#e()}}},Pu=e=>e<100?100:e<2e3?2e3:1e4});function Um(e,t,o){Uu(Js(t),e[0].customers,"the customers are not those of the entry");let n=new Map;for(let{index:r,outcomes:s}of e){if(!s)continue;let i=o.find(c=>c.index===r)?.outcomes??[];Uu(Ks(i),s,`the outcomes are not those of entry ${r}`);for(let{cid:c,status:u,message:f}of i)n.set(c,{status:u,message:f??null,index:r})}return{cids:new Set(t),named:n,job:go(e)}}function Uu(e,t,o){if(e.count!==t.count||e.root!==t.root)throw new Error(o)}function Wu({cids:e,named:t,job:o},n){let r=ki(n.search),s={};for(let i of e){let c=t.get(i)??Bu(o),{status:u,message:f}=c;n.status&&u!==n.status||!ki(i).includes(r)&&!ki(f??"").includes(r)||(s[u]??=[]).push({cid:i,...c,own:t.has(i)})}return _r.flatMap(i=>s[i]??[])}function qu({cids:e,named:t,job:o},{cid:n,status:r,message:s,own:i,index:c}){let u=t.get(n)??Bu(o);return e.has(n)&&i===t.has(n)&&c===u.index&&r===u.status&&s===u.message}function Fm({cids:e,named:t,job:o},n){let r={[o.status]:e.size-t.size};for(let{status:i}of t.values())r[i]=(r[i]??0)+1;let s=Object.keys(n.counts);return n.named===t.size&&s.every(i=>n.counts[i]===(r[i]??0))}function zu({entries:e,outcomes:t},o){try{let n=Um(e,o.customers,o.history);if(!Fm(n,t))throw new Error(a("job.countsWrong"));return{state:"proved",lists:n,why:"",received:o}}catch(n){return{state:"wrong",lists:null,why:_o(n),received:o}}}var Fu,Bu,ki,Si,xr=w(()=>{"use strict";Yo();dr();xo();E();qt();Fu=e=>e.reduce((t,{outcomes:o})=>t+(o?.count??0),0);Bu=({status:e,index:t,changes:o})=>({status:e,message:null,index:o.at(-1)??t}),ki=e=>e.replace(/[A-Z]+/g,t=>t.toLowerCase());Si=(e,t)=>Vo(t)===e.request_payload_sha256});function Ju(e){let{job:t,entries:o,proof:n}=e,r=Fu(o),s=t.customer_count<=Vu&&r<=Vu&&(!r||(e.request_payload_bytes??0)<=Bm),[i,c]=y(!1),u={state:"none",lists:null,why:"",received:null,problem:null},[f,d]=y(u),[p,m]=y(0),h=(s||i)&&vt(n);return A(()=>{if(!h)return;let x=new AbortController,{signal:_}=x;return(async()=>{d(v=>({...v,state:"checking",problem:null}));try{let v=await qm(t.job_id,_),g=r?(await T(L`/v1/jobs/${t.job_id}/history`,{signal:_})).entries:[];if(_.aborted)return;d({...u,...zu(e,{customers:v,history:g})})}catch(v){if(_.aborted)return;v instanceof J?d({...u,problem:v}):d({...u,state:"wrong",why:_o(v)})}})(),()=>x.abort()},[h,t.last_index,p]),{...f,run:()=>{c(!0),m(p+1)}}}function Ku({lists:e,customers:t,proof:o}){let{state:n,problem:r,run:s}=e,c=o.wrong.size||o.why?a("job.noneProved"):e.why;return r?l`<${te} problem=${r} retry=${s} />`:o.isUnconnected&&!c?l`<span class="muted">${a("job.unconnected")}</span>`:n==="proved"?l`<${at} text=${a("job.listsProved",{n:t})} />`:c?l`<${at} text=${a("job.listsWrong")} wrong=${c} />`:l`
    <button type="button" id="check-lists" disabled=${n==="checking"} onClick=${s}>
      ${a(n==="checking"?"job.checking":"job.checkLists",{n:t})}
    </button>
  `}var Vu,Bm,Wm,qm,Gu=w(()=>{"use strict";V();xo();fn();U();j();po();pe();E();xr();Vu=1e3,Bm=2e5,Wm=1e4,qm=(e,t)=>new kt(async o=>{let n={limit:Wm,after:o},{customers:r,next:s}=await T(L`/v1/jobs/${e}/customers`,{query:n,signal:t});return{rows:r,next:s}}).all()});function Yu(e,t){let o=[e.join(",")];for(let n of t)o.push(n.map(r=>Jm(Vm(r??""))).join(","));return`\uFEFF${o.join(`\r
`)}\r
`}var zm,Vm,Jm,Xu=w(()=>{"use strict";zm=/^["\s\p{Cc}\u200b-\u200f\u2060\ufeff]*[=+\-@|%\uff1d\uff0b\uff0d\uff20\uff5c\uff05']/u,Vm=e=>e.split(/(?<=[;\t\r\n])/).map((t,o)=>(zm.test(t)||!o&&/^[\t\r\n]/.test(t)?"'":"")+t).join(""),Jm=e=>/[",\r\n]/.test(e)?`"${e.replaceAll('"','""')}"`:e});function vr({name:e,columns:t,read:o}){let[n,r,s]=Y(async i=>{let c=await o();if(i==="csv"){let f=c.map(d=>t.map(p=>d[p]));return Ft(`${e}.csv`,Yu(t,f),"text/csv")}let u=c.map(({cid:f})=>f).join(`
`);return await nr(u)?K(a("job.copiedCustomers",{n:c.length})):Ft(`${e}.txt`,u,"text/plain")});return l`
    <button type="button" disabled=${r} onClick=${()=>n("copy")}>
      <${I} name="copy" />${a("job.copyCustomers")}
    </button>
    <button type="button" disabled=${r} onClick=${()=>n("csv")}>
      <${I} name="download" />${a("app.csv")}
    </button>
    <${te} problem=${s} />
  `}var Ai=w(()=>{"use strict";Qs();Xu();or();E();F();j();we();xe();pe()});function kr(e,t,{version:o=0,isNeeded:n=!0}={}){let r={list:null,of:-1,problem:null},[s,i]=y(r),c=H(null),u=H(0),f=H(""),d=p=>{let m=c.current;u.current=p,m?.reach(p+Zu).catch(h=>{m===c.current&&i($=>({...$,problem:Zt(h)}))})};return A(()=>{if(!n)return;let p=new AbortController,m=f.current===e,h=new kt(($,x)=>t($,x,p.signal),()=>{let $=!h.isDone&&h.rows.length<u.current+Zu;h!==c.current||m&&$||(f.current=e,i({list:h,of:o,problem:null}))});return c.current=h,d(m?u.current:0),()=>{c.current=null,p.abort()}},[e,o,n]),{rows:s.list?.rows??[],newest:s.list?.newest??null,of:s.of,problem:s.problem,reach:d,again:()=>d(u.current),all:async()=>await c.current?.all()??[]}}var Zu,ji=w(()=>{"use strict";fn();ot();j();Zu=50});function Xm({job:e,counts:t,filters:o,onChoice:n,children:r}){let[s,i]=y(o.search);A(()=>{let u=setTimeout(()=>n("search",s.trim()),Km);return()=>clearTimeout(u)},[s]);let c=[["",e.customer_count],..._r.map(u=>[u,t[u]])];return l`
    <div class="row">
      <div class="row" role="group" aria-label=${a("job.statuses")}>
        ${c.filter(([u,f])=>f||u===o.status).map(([u,f])=>l`
              <button
                type="button"
                key=${u}
                class="choice-button"
                aria-pressed=${u===o.status}
                onClick=${()=>n("outcome",u)}
              >
                ${u?P("status",u):a("job.allStatuses")} <b>${N(f)}</b>
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
  `}function Qm({label:e,rows:t,matching:o,onRange:n}){let[r,s]=y(null);return l`
    <${$r}
      label=${e}
      columns=${[a("job.customer"),a("job.status"),a("job.message")]}
      count=${o}
      onRange=${n}
      row=${i=>t[i]?l`<${Ym} row=${t[i]} onOpen=${s} />`:l`<td colspan="3" class="muted">…</td>`}
    />
    <p class="hint" role="status">${a("job.rows",{n:o})}</p>
    ${r&&l`<${Zm} row=${r} onClose=${()=>s(null)} />`}
  `}function e$(e,t,{status:o,search:n},r){let s=Gm(e,{status:o,search:n},t===null),i=re(()=>t&&Wu(t,{status:o,search:n}),[t,o,n]),c=re(()=>{let f=t?.job.last_index===s.of?t:null;return s.rows.find(d=>f&&d.index<=s.of&&!qu(f,d))},[t,s.rows]);if(A(()=>{c&&r(c)},[c]),!i)return{...s,matching:s.newest?.matching??null};let u=async()=>i;return{...s,rows:i,matching:i.length,all:u,problem:null}}function Qu({job:e,summary:t,lists:o,onWrong:n,children:r}){let[s,i]=Ve(),c={status:s.get("outcome")??"",search:s.get("search")??""},{rows:u,matching:f,problem:d,again:p,reach:m,all:h}=e$(e,o,c,n),$=(b,v)=>{let g=new URLSearchParams(location.search);v?g.set(b,v):g.delete(b),i(g,{replace:!0})},x=a("job.outcomes",{n:e.customer_count}),_=`${e.job_id}${c.status?`.${c.status}`:""}`;return l`
    <section class="card outcomes" aria-labelledby="outcomes">
      <div class="row spread">
        <h2 id="outcomes">${x}</h2>
        ${r}
      </div>
      <${Xm} job=${e} counts=${t.counts} filters=${c} onChoice=${$}>
        <${vr} name=${_} columns=${["cid","status","message"]} read=${h} />
      <//>
      <${te} problem=${d} retry=${p} />
      ${f?l`
              <${Qm}
                key=${`${c.status} ${c.search}`}
                label=${x}
                rows=${u}
                matching=${f}
                onRange=${m}
              />
            `:f===0&&l`<${se} title=${a("job.noRows")} />`}
    </section>
  `}var Km,Gm,Ym,Zm,ed=w(()=>{"use strict";V();ee();fn();U();Re();Be();Ai();F();j();ji();pe();G();sn();E();xr();qt();Km=200,Gm=({job_id:e,last_index:t},{status:o,search:n},r)=>kr(`${o} ${n}`,async(s,i,c)=>{let u={status:o,search:n,limit:Pu(i),cursor:s},f=await T(L`/v1/jobs/${e}/outcomes`,{query:u,signal:c});return{rows:f.customers,...f}},{version:t,isNeeded:r}),Ym=({row:e,onOpen:t})=>l`
  <td><${M} to=${L`/customers/${e.cid}`}>${e.cid}<//></td>
  <td>
    <${ae} status=${e.status} />
  </td>
  <td>
    ${e.message===null?l`<span class="muted">${e.own?"":a("job.ofTheJob")}</span>`:l`
            <button type="button" class="message-cell" onClick=${()=>t(e)}>
              ${e.message}
            </button>
          `}
  </td>
`;Zm=({row:e,onClose:t})=>l`
  <${oe} title=${e.cid} onClose=${t}>
    <p><${ae} status=${e.status} /> ${a("job.ofEntry",{index:e.index})}</p>
    <p class="entry-text">${e.message}</p>
  <//>
`});function nd({text:e}){let[t,o]=y(e.length<=od);return l`<span class="json-text">${t?e:`${e.slice(0,od)}\u2026`}</span> ${!t&&l`
        <button type="button" class="quiet" onClick=${()=>o(!0)}>
          ${a("json.all",{n:e.length})}
        </button>
      `}`}function t$({value:e}){return typeof e=="string"?l`<${nd} text=${JSON.stringify(e)} />`:l`<span class="json-number">
    ${e instanceof Gt?e.text:String(e)}
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
    </li>`})}function id({name:e,value:t,isOpen:o}){let n=e!==void 0&&l`<span class="json-name">${e}</span>${": "}`,r=t instanceof tt;if(!r&&!Array.isArray(t))return l`${n}<${t$} value=${t} />`;let s=r?t.values:t,i=r?`{ ${N(s.length)} }`:`[ ${N(s.length)} ]`;return s.length?l`
    <${rd} label=${l`${n}<span class="muted">${i}</span>`} isOpen=${o}>
      ${()=>sd(s,r?t.names:null,0,s.length)}
    <//>
  `:l`${n}${i}`}function Sr({text:e}){let t=re(()=>{try{return Xt(e)}catch{return null}},[e]);return typeof t=="object"&&t&&!(t instanceof Gt)?l`<div class="json"><${id} key=${e} value=${t} isOpen /></div>`:l`<div class="json json-raw"><${nd} key=${e} text=${e} /></div>`}var td,od,Ti=w(()=>{"use strict";ee();Co();E();j();td=100,od=300});function n$(e){let t="BODY";for(;e.includes(t);)t+="_";return t}function cd({server:e,url:t,payload:o}){try{Xt(o)}catch{return null}let r=`${`{"url":${ad(JSON.stringify(t))},"token":"$UPSTREAM_TOKEN","isPost":true`},"postData":${ad(o.replace(/[\r\n]+/g," "))}}`,s=n$(r);return`curl -sS ${o$(`${e}/proxy_fetch`)} \\
  -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' --data-binary @- <<${s}
${r}
${s}
`}var o$,ad,ld=w(()=>{"use strict";Co();o$=e=>`'${e.replaceAll("'","'\\''")}'`,ad=e=>e.replace(/[\\$`]/g,"\\$&")});async function dd(e,t){let o=location.origin+Se,n=await ud(e.job_id),s=t&&Si(t,n)?cd({server:o,url:e.cluster_url,payload:n}):null;if(s===null)throw new J({status:422,title:a("job.curl"),detail:a("job.curlRefused")});await it(s,a("job.curlCopied"))}function r$({job_id:e,first:t,isProved:o,onWrong:n}){let r=W(i=>ud(e,i),[e]),s=r.data===void 0||Si(t,r.data);return A(()=>{s||n(r.data)},[s]),l`
    <${fe} of=${r}>
      ${i=>l`
        <div class="row">
          <${at}
            text=${a(s&&o?"job.payloadProved":"job.payloadWrong")}
            wrong=${s&&o?null:a("job.payloadWrong")}
          />
          <button type="button" onClick=${()=>it(i,a("job.payload"))}>
            <${I} name="copy" />${a("job.copyText")}
          </button>
          <button
            type="button"
            onClick=${()=>Ft(`${e}.payload.json`,i,"application/json")}
          >
            <${I} name="download" />${a("job.downloadText")}
          </button>
        </div>
        <${Sr} text=${i} />
      `}
    <//>
  `}function fd({size:e,...t}){let[o,n]=y(!1);return l`
    <section class="card" aria-labelledby="payload">
      <details onToggle=${r=>n(r.currentTarget.open)}>
        <summary>
          <h2 id="payload">${a("job.payload")}</h2>
          <span class="muted"> ${Lo(e)}</span>
        </summary>
        ${o&&l`<${r$} ...${t} />`}
      </details>
    </section>
  `}var ud,pd=w(()=>{"use strict";V();or();ee();U();F();j();we();Ti();po();pe();G();E();ld();xr();ud=(e,t)=>T(L`/v1/jobs/${e}/payload`,{asText:!0,...t&&{signal:t}})});async function jr({get:e,post:t,now:o=Date.now},n,r,s){let{head:i}=await e("/v1/stats",{query:{limit:1}}),c=()=>St.get().find(({key:d})=>d===n.key),u=c(),f={...n,size:u?.size??i.size,at:o()};pn.add(f.key),ko(f);try{let d=await t(r,s,{key:f.key}),p=d.job_id??d.job.job_id;return ko({...f,job_id:p}),p}catch(d){let p=d.body?.job_id??c()?.job_id;if(p)return ko({...f,job_id:p}),p;throw pn.delete(f.key),d.status>=400&&d.status<500&&d.status!==424?Ar(f.key):ko({...f}),d}finally{pn.delete(f.key)}}var s$,St,ko,pn,Ar,hd,So=w(()=>{"use strict";Ne();io();Ot();s$=8,St=rt("sendings",[],"sessionStorage"),ko=e=>St.update(t=>{let o=t.filter(({key:n})=>n!==e.key);return[e,...o].slice(0,s$)}),pn=new Set,Ar=e=>St.update(t=>t.filter(o=>o.key!==e)),hd=({user:e,key:t})=>_e(Ge(de(`${e}\0${t}`)))});async function l$(e,t,o,n){let{size:r}=(await e("/v1/stats",{query:{limit:1},signal:n})).head;if(r<o)return null;let s=hd(t),i=new kt(async c=>{let u={user_id:t.user,source:"gateway",limit:c$,cursor:c},{jobs:f,next:d}=await e("/v1/jobs",{query:u,signal:n});return{rows:f,next:d}});for(let c=0;c<a$;c+=1){await i.reach(c+1);let u=i.rows[c];if(!u||u.index<o)return{size:r};if((await e(L`/v1/entries/${u.index}/leaf`,{signal:n})).request_key===s)return{job_id:u.job_id,size:r}}return null}function md({get:e,later:t=setTimeout,cancel:o=clearTimeout,now:n=Date.now},r,s){let i=new AbortController,{signal:c}=i,u=r.size,f=0,d=0,p=async()=>{let m=n()-r.at>=i$;try{let h=await l$(e,r,u,c);if(c.aborted)return;if(h?.job_id)return void s({job_id:h.job_id});h?m&&s({size:h.size}):s(null),u=h?.size??u}catch(h){if(c.aborted||(s(null),h instanceof J&&h.status===401))return}d=t(p,to(f)),f+=1};return p(),()=>{i.abort(),o(d)}}var i$,a$,c$,$d=w(()=>{"use strict";fn();U();ot();So();jn();i$=3e4,a$=500,c$=100});function Tr(e){let[t,o]=y("");return A(()=>{if(e)return o(a("setAction.seeking")),md({get:T},e,n=>{n?"size"in n?o(a("setAction.notFound",{n:n.size})):ko({...e,job_id:n.job_id}):o(a("setAction.unknown"))})},[e]),t}var Ei=w(()=>{"use strict";V();$d();So();E();j()});function u$(e,{which:t,token:o,url:n,members:r},s){let i=re(Et,[t,n,r]),c=R.get()?.user_id??"",[u]=y(()=>St.get().filter(({job_id:m})=>m)),f=O(St).find(m=>m.user===c&&m.retry_of===e.job_id&&!u.includes(m)),d=Tr(f?.job_id?void 0:f);return A(()=>{f?.job_id&&$e(C(L`/jobs/${f.job_id}`))},[f?.job_id]),{sending:Y(async()=>{let m={key:i,user:c,action:e.action_name,count:s,retry_of:e.job_id},h=Cu({customers:t,token:o,url:n},r);await jr({get:T,post:Q},m,L`/v1/jobs/${e.job_id}/retry`,h)}),seeking:d}}function bd({job:e,counts:t,actions:o,onClose:n}){let r={which:o.retryFailed?"failed":"all",token:"",url:"",members:""},[s,i]=y(r),c=v=>g=>i(k=>({...k,[v]:g})),{which:u,token:f,url:d,members:p}=s,m=u==="all"?e.customer_count:t.FAILED,{sending:h,seeking:$}=u$(e,s,m),[,x,_]=h,b=!p.trim()||Ou(p);return l`
    <${oe} title=${a("job.retry")} onClose=${n}>
      <${ve}
        of=${h}
        action=${a("job.retrySend",{n:m,action:e.action_name})}
        busy=${a("job.sending")}
        isOff=${!b}
      >
        <${d$} ...${{job:e,counts:t,actions:o,which:u}} onWhich=${c("which")} />
        <${D}
          label=${a("job.token")}
          hint=${a("job.tokenHint")}
          type="password"
          autocomplete="off"
          value=${f}
          onValue=${c("token")}
        />
        <${D}
          label=${a("job.url")}
          hint=${a("job.urlHint")}
          placeholder=${e.cluster_url}
          type="url"
          value=${d}
          onValue=${c("url")}
        />
        ${(p||_?.field==="payload")&&l`<${f$} members=${p} onMembers=${c("members")} isJson=${b} />`}
        ${!x&&$&&l`<p class="notice" role="status">${$}</p>`}
      <//>
    <//>
  `}var d$,f$,yd=w(()=>{"use strict";me();V();U();Oe();So();Be();je();F();j();Ei();E();qt();d$=({job:e,counts:t,actions:o,which:n,onWhich:r})=>l`
  <${_t}
    label=${a("job.retryWhom")}
    value=${n}
    onValue=${r}
    options=${[o.retryFailed&&{value:"failed",text:a("job.retryFailed",{n:t.FAILED})},o.retryAll&&{value:"all",text:a("job.retryAll",{n:e.customer_count})}].filter(Boolean)}
  />
  ${t.UNCONFIRMED>0&&l`<p class="notice notice-warning">${a("job.retryUnconfirmed")}</p>`}
`,f$=({members:e,onMembers:t,isJson:o})=>l`
  <${D}
    as="textarea"
    label=${a("job.members")}
    hint=${a("job.membersHint")}
    error=${!o&&a("job.membersWrong")}
    rows="3"
    value=${e}
    onValue=${t}
  />
`});function wd({job:e}){let[t,o]=y(Date.now()),n=e.status==="IN_PROGRESS";A(()=>{if(!n)return;let i=setInterval(()=>o(Date.now()),1e3);return()=>clearInterval(i)},[n]);let r=Nu(e,t);if(r===null)return null;let s=n?Math.floor(r/1e3)*1e3:r;return l`<span id="took">
    ${a(n?"job.running":"job.took",{time:ze(s)})}
  </span>`}function h$({entry:e,wrong:t,isUnconnected:o}){let{index:n,kind:r,status:s,cause:i}=e,c=a(t===null?"job.proved":"job.notProved",{index:n});return l`
    <div class="row">
      ${r==="note_added"?l`<span class="tag"><${I} name="note" /> ${P("kind",r)}</span>`:l`
              <${ae} status=${s??"IN_PROGRESS"} cause=${i} />
              ${r!=="status_changed"&&P("kind",r)}
            `}
      <${X} at=${e.recorded_at??e.created_at} />
      ${o&&t===null?l`<span class="muted">${a("job.notYet",{index:n})}</span>`:l`<${at} text=${c} wrong=${t} />`}
    </div>
  `}function m$({entry:e,before:t,wrong:o,isUnconnected:n}){let r=t?Lu(t,e):null,s=[a("job.by",{user:e.actor??e.submitted_by??e.user_id}),r!==null&&a("job.later",{time:ze(r)}),e.http_status!==void 0&&a("job.http",{status:String(e.http_status)}),e.outcomes&&a("job.named",{n:e.outcomes.count})];return l`
    <li class="entry" data-entry=${e.index}>
      <${h$} entry=${e} wrong=${o} isUnconnected=${n} />
      <p class="muted">${s.filter(Boolean).join(", ")}</p>
      ${e.text!==void 0&&l`<p class="entry-text">${e.text}</p>`}
      ${e.error_message!==void 0&&l`<p class="entry-text">${e.error_message}</p>`}
      ${e.response_summary!==void 0&&l`
          <div class="entry-answer">
            <span class="muted">${a("job.answer")}</span>
            <${Sr} text=${e.response_summary} />
          </div>
        `}
      <p class="entry-links">
        <a href=${C(L`/v1/entries/${e.index}/receipt`)} download="${e.index}.receipt">
          ${a("job.receipt")}
        </a>
        <a href=${C(L`/v1/entries/${e.index}/leaf`)} download="${e.index}.leaf">
          ${a("job.leaf")}
        </a>
      </p>
    </li>
  `}function gd({entries:e,proof:t}){let[o,n]=y(!1),r=o?0:Math.max(0,e.length-p$),s=i=>t.wrong.get(i.index)??(t.size?null:t.why);return l`
    <section class="card" aria-labelledby="timeline">
      <h2 id="timeline">${a("job.timeline")}</h2>
      ${r>0&&l`<button type="button" onClick=${()=>n(!0)}>
          ${a("job.earlier",{n:r})}
        </button>`}
      <ol class="timeline">
        ${e.slice(r).map((i,c)=>l`
              <${m$}
                key=${i.index}
                entry=${i}
                before=${e[r+c-1]}
                wrong=${s(i)}
                isUnconnected=${t.isUnconnected}
              />
            `)}
      </ol>
    </section>
  `}var p$,_d=w(()=>{"use strict";ee();U();Re();j();we();Ti();po();G();E();qt();p$=50});var vd={};We(vd,{default:()=>xd});function $$({job:e,first:t,proof:o,counts:n,related:r,onDone:s}){let i=O(R),[c,u]=y(""),[f,d,p]=Y(()=>dd(e,vt(o)&&t)),m=Eu(e,n,i?.role??"auditor"),h=()=>u(""),x={job:e,counts:n,actions:m,related:r,onClose:h,onDone:()=>{h(),s()}},_=(b,v,g="")=>l`
    <button type="button" id="do-${b}" class=${g} onClick=${()=>u(b)}>
      ${a(v)}
    </button>
  `;return l`
    <div class="row" role="group" aria-label=${a("job.actions")}>
      ${m.settle&&_("settle","job.settle","primary")}
      ${(m.retryFailed||m.retryAll)&&_("retry","job.retry")}
      ${m.note&&_("note","job.note")} ${_("compare","job.compare")}
      ${m.curl&&l`
          <button type="button" id="do-curl" disabled=${d} onClick=${f}>
            <${I} name="copy" />${a("job.curl")}
          </button>
        `}
      <a class="button" href=${C(L`/v1/jobs/${e.job_id}/evidence`)} download>
        <${I} name="download" />${a("job.evidence")}
      </a>
    </div>
    <${te} problem=${p} />
    ${c==="settle"&&l`<${Ru} ...${x} />`}
    ${c==="retry"&&l`<${bd} ...${x} />`}
    ${c==="note"&&l`<${Du} ...${x} />`}
    ${c==="compare"&&l`<${Mu} ...${x} />`}
  `}function y$({related:e}){let{retry_of:t,retries:o,batch:n,overlaps:r}=e,s=c=>{let{customers:u}=r.find(f=>f.job===c);return l`<span class="muted">${a("job.inCommon",{n:u})}</span>`},i=[{text:a("job.retryOf"),jobs:t?[t]:[]},{text:a("job.retries"),jobs:o},{text:a("job.batch"),jobs:n},{text:a("job.overlaps"),jobs:r.map(c=>c.job),more:s}].filter(({jobs:c})=>c.length);return i.length?l`
    <section class="card" aria-labelledby="related">
      <h2 id="related">${a("job.related")}</h2>
      ${i.map(({text:c,jobs:u,more:f})=>l`
          <h3 key=${c}>${c}</h3>
          <${vi} key=${`${c}=`} jobs=${u} more=${f} />
        `)}
    </section>
  `:null}function w$({overview:e,reload:t}){let{job:o,entries:n,outcomes:r,related:s,proof:i}=e,c=Ju(e),[u,f]=y(null),[d]=n,p=H(o.status);A(()=>{p.current!==o.status&&Hn(a("job.now",{status:P("status",o.status)})),p.current=o.status},[o.status]);let m=[s.retry_of,...s.retries,...s.batch,...s.overlaps.map(h=>h.job)].filter(Boolean);return l`
    <${vo} overview=${e} lists=${c} more=${u} />
    <header class="job-head">
      <${z} title=${`${o.action_name}, ${a("job.customers",{n:o.customer_count})}`}>
        ${o.action_name}, ${a("job.customers",{n:o.customer_count})}
      <//>
      <p class="row">
        <${ae} status=${o.status} cause=${o.cause} /> <${wd} job=${o} />
        <span>
          ${o.submitted_by?a("job.submittedFor",{user:o.user_id,by:o.submitted_by}):a("job.submitted",{user:o.user_id})}
        </span>
        <${gr} proof=${i} entries=${n} />
      </p>
      <${$$}
        job=${o}
        first=${d}
        proof=${i}
        counts=${Tu(o,r)}
        related=${m}
        onDone=${t}
      />
    </header>
    <div class="job-columns">
      <${b$} job=${o} />
      <div class="job-main">
        <${gd} entries=${n} proof=${i} />
        <${Qu}
          job=${o}
          summary=${r}
          lists=${i.wrong.size||i.why?null:c.lists}
          onWrong=${h=>f({why:a("job.rowWrong"),row:h})}
        >
          <${Ku} lists=${c} customers=${o.customer_count} proof=${i} />
        <//>
        ${e.request_payload_bytes!==null&&l`
            <${fd}
              job_id=${o.job_id}
              size=${e.request_payload_bytes}
              first=${d}
              isProved=${vt(i)}
              onWrong=${h=>f({why:a("job.payloadWrong"),payload:h})}
            />
          `}
      </div>
      <${y$} related=${s} />
    </div>
  `}function g$({overview:e,reload:t}){let o=dn(e);return o.proof.isOther?l`
    <${vo} overview=${o} />
    <${z}>${a("job.title")}<//>
    <${se} title=${a("job.other")} />
  `:l`<${w$} overview=${o} reload=${t} />`}function xd({job_id:e}){let t=O(ho),o=W(i=>un(e,i),[e,t]),{data:n,reload:r}=o,s=n!==void 0;return A(()=>{if(!n)return;let i={job_id:e,after:n.job.last_index};return et(i,{onEntries:r,onState:c=>c==="stale"&&r()})},[s]),l`
    ${!s&&l`<${z} hidden>${a("job.title")}<//>`}
    <${fe} of=${o}>
      ${i=>l`
        <${g$} overview=${i} reload=${r} />
      `}
    <//>
    ${o.error?.status===404&&l`<p><${M} to="/">${a("app.toJobs")}<//></p>`}
  `}var b$,kd=w(()=>{"use strict";me();xo();U();mo();Re();F();j();we();wi();gi();xe();Bt();_i();pe();G();E();Hu();Gu();ed();pd();yd();qt();_d();b$=({job:e})=>l`
  <section class="card" aria-labelledby="facts">
    <h2 id="facts">${a("job.facts")}</h2>
    <dl class="facts">
      ${yr.map(t=>[t,ln(e,t)]).filter(([,t])=>t!==null).map(([t,o])=>l`
            <dt key=${t}>${wr(t)}</dt>
            <dd key=${`${t}=`}>${o}</dd>
          `)}
    </dl>
  </section>
`});var Td={};We(Td,{default:()=>jd});function k$({address:e,part:t,count:o,name:n}){let{rows:r,problem:s,reach:i,again:c,all:u}=kr(t,async(f,d,p)=>{let m={part:t,limit:_$,after:f},{customers:h,next:$}=await T(e,{query:m,signal:p});return{rows:h,next:$}});return o?l`
    <div class="row">
      <${vr}
        name=${n}
        columns=${["cid"]}
        read=${async()=>(await u()).map(f=>({cid:f}))}
      />
    </div>
    <${te} problem=${s} retry=${c} />
    <${$r}
      label=${a("job.customer")}
      columns=${[a("job.customer")]}
      count=${o}
      onRange=${i}
      row=${f=>l`
        <td>
          ${r[f]===void 0?"\u2026":l`<${M} to=${L`/customers/${r[f]}`}>${r[f]}<//>`}
        </td>
      `}
    />
  `:l`<p class="muted">${a("app.none")}</p>`}function S$({address:e,counts:t,name:o}){let[n,r]=Ve(),s=Sd.find(i=>i===n.get("part"))??"both";return l`
    <section class="card outcomes" aria-labelledby="customers">
      <h2 id="customers">${a("compare.customers")}</h2>
      <div class="row" role="group" aria-label=${a("compare.customers")}>
        ${Sd.map(i=>l`
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
      <${k$}
        key=${s}
        address=${e}
        part=${s}
        count=${t[s]}
        name="${o}.${s}"
      />
    </section>
  `}function A$({first:e,second:t,children:o}){let[n,r]=[dn(e),dn(t)],s=n.proof.isOther||r.proof.isOther;return l`
    <${vo} overview=${n} />
    <${vo} overview=${r} banner="other-job-proof" />
    ${s?l`<${se} title=${a("job.other")} />`:[l`<${v$} a=${n} b=${r} />`,o]}
  `}function jd({job_id:e,other_id:t}){let o=L`/v1/jobs/${e}/diff/${t}`,n=W(async r=>{let[s,i,{counts:c}]=await Promise.all([un(e,r),un(t,r),T(o,{signal:r})]);return{first:s,second:i,counts:c}},[e,t,O(ho)]);return l`
    <${z}>${a("compare.title")}<//>
    <${fe} of=${n}>
      ${({first:r,second:s,counts:i})=>l`
        <${A$} first=${r} second=${s}>
          <${S$} address=${o} counts=${i} name=${e} />
        <//>
      `}
    <//>
  `}var Sd,_$,x$,Ad,v$,Ed=w(()=>{"use strict";V();ee();U();Ai();F();j();wi();gi();ji();Bt();_i();pe();G();sn();E();Sd=["only_a","only_b","both"],_$=1e4,x$=new Set(["job_id","created_at","updated_at"]),Ad=({name:e,of:{job:t,entries:o,proof:n}})=>l`
  <th scope="col">
    <${M} to=${L`/jobs/${t.job_id}`}>${e}<//>
    <div><${gr} proof=${n} entries=${o} /></div>
  </th>
`,v$=({a:e,b:t})=>l`
  <section class="card scroll-x" aria-labelledby="facts">
    <h2 id="facts">${a("job.facts")}</h2>
    <table class="compare-facts">
      <thead>
        <tr>
          <td></td>
          <${Ad} name=${a("compare.a")} of=${e} />
          <${Ad} name=${a("compare.b")} of=${t} />
        </tr>
      </thead>
      <tbody>
        ${yr.map(o=>{let n=[ln(e.job,o),ln(t.job,o)];if(n.every(c=>c===null))return null;let[r,s]=[e.job[o]??null,t.job[o]??null],i=r!==s&&!x$.has(o);return l`
            <tr key=${o} class=${i?"differs":""}>
              <th scope="row">
                ${wr(o)}
                ${i&&l`<span class="tag">${a("compare.differs")}</span>`}
              </th>
              ${n.map((c,u)=>l`<td key=${u}>${c}</td>`)}
            </tr>
          `})}
      </tbody>
    </table>
  </section>
`});function T$({values:e,kinds:t,lines:o,first:n},r,s){let i=an[t[r]],c=e[r];if(i==="good")return"";if(i==="duplicate")return a("setAction.sameAs",{line:o[n.get(c)]});if(i==="blank")return a("setAction.isBlank");if(i==="spaces")return a("setAction.spaces");let u=ct(c,s);return u&&a(`name.${u.why}`,{n:u.n??0,most:s,code:u.code??""})}function Od({checked:e,isTrimmed:t,onTrim:o,isRemoved:n,onRemoved:r,bytesMax:s}){let[i,c]=y("all"),[u,f]=y(""),{counts:d,values:p,lines:m}=e,h=p.length-d.good,$=n?"good":i!=="all"&&d[i]?i:"all",x=re(()=>uu(e,$,u),[e,$,u]);if(p.length===0)return null;let _=["all",...an].filter(b=>b==="all"||d[b]);return l`
    ${h>0&&!n&&l`
        <div class="row kinds" role="group" aria-label=${a("setAction.list")}>
          ${_.map(b=>l`
              <button
                key=${b}
                type="button"
                class="kind-${b}"
                aria-pressed=${b===$}
                onClick=${()=>c(b)}
              >
                ${a(`setAction.kind.${b}`)}
                <b>${N(b==="all"?p.length:d[b])}</b>
              </button>
            `)}
        </div>
      `}
    <div class="row fixes">
      ${d.spaces>0&&!n&&l`<button type="button" onClick=${()=>o(!0)}>
          ${a("setAction.trim",{n:d.spaces})}
        </button>`}
      ${h>0&&!n&&l`<button type="button" id="remove-marked" onClick=${()=>r(!0)}>
          ${a("setAction.remove",{n:h})}
        </button>`}
      ${(n||t)&&l`
          <span>
            ${t&&a("setAction.trimmed")}
            ${n&&` ${a("setAction.removed",{n:h})}`}
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
      total=${n?d.good:p.length}
      found=${x}
    >
      ${b=>{let v=T$(e,b,s);return l`
          <span class="line muted" title=${a("setAction.line",{line:m[b]})}>
            ${N(m[b])}
          </span>
          <span class="value ${v&&"is-marked"}" title=${p[b]}>${p[b]}</span>
          <span class="fault" title=${v}>${v}</span>
        `}}
    <//>
  `}var j$,Oi,Ci=w(()=>{"use strict";cn();ee();j();sn();E();j$=28;Oi=({label:e,search:t,onSearch:o,total:n,found:r,children:s})=>l`
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
  <${Xl} label=${e} count=${r.length} height=${j$} of=${r}>
    ${i=>s(r[i])}
  <//>
`});function Nd(e,t,o){let{upstreams:n,actions:r}=e.set_actions,s=t.get("action")??"",i=r.some(u=>u.name===s),c=n.length===1?n[0]:"";return{action:s&&!i?Ao:s,other:i?"":s,base:c,path:c&&o(c),token:"",batch:t.get("batch_id")??""}}function Id(e,t){let o=t.endsWith("/")?t:`${t}/`,n=e.map(r=>r.cluster_url??"").find(r=>r.startsWith(o));return Li(n?.slice(o.length)??"")}function Rd(e,t){let{limits:o}=t,n=ct(Vt(e),o.action_name_bytes),r=e.batch?ct(e.batch,o.batch_id_bytes):null;return{...n&&{action:n},...!e.base&&{base:!0},...r&&{batch:r}}}function Dd(e,t,o){if(!e)return"reading";let{counts:n,customers:r}=e;return!t&&n.spaces+n.invalid>0?"invalid":r.length===0?"none":r.length>o?"many":null}var Ao,Cd,zt,Ld,Vt,jo,Li,Md,Er=w(()=>{"use strict";cn();Ao="other ",Cd=2e4,zt=(e,{name:t=null,isLarge:o=!1}={})=>({text:e,name:t,isLarge:o,delimiter:null,column:null,hasHeader:null,trims:!1}),Ld=e=>({...zt(e.map(t=>t[0]==='"'?`"${t.replaceAll('"','""')}"`:t).join(`
`)),delimiter:"",hasHeader:!1});Vt=({action:e,other:t})=>e===Ao?t:e,jo=({base:e,path:t})=>t?`${e.replace(/\/$/,"")}/${t.replace(/^\/+/,"")}`:e,Li=e=>e.split(/[?#]/)[0];Md=(e,t)=>({url:jo(e),...e.token&&{token:e.token},payload:{action:Vt(e),cids:t},contentType:"application/json",...e.batch&&{batch_id:e.batch}})});function E$({look:e,again:t}){let{jobs:o,is_complete:n,on_overlap:r,window_seconds:s}=e;A(()=>{if(o.length===0)return;let u=Math.min(Math.max(s*1e3,Hd.min),Hd.max),f=setTimeout(t,u);return()=>clearTimeout(f)},[e]);let i=!n&&l`<p>${a("setAction.incomplete")}</p>`;if(o.length===0)return i?l`<div class="notice notice-warning"><${I} name="alarm" />${i}</div>`:l`<p class="muted" id="overlaps">${a("setAction.noOverlap",{n:s})}</p>`;let c=r==="refuse";return l`
    <div class="notice ${c?"notice-error":"notice-warning"}" id="overlaps" role="alert">
      <${I} name="alarm" />
      <div>
        <p class="notice-title">${a("setAction.overlap",{n:o.length})}</p>
        <ul>
          ${o.map(({job_id:u,customers:f})=>l`
              <li key=${u}>
                <a href=${C(L`/jobs/${u}`)} target="_blank">
                  <code>${eo(u)}</code></a
                >: ${a("setAction.overlapJob",{n:f})}
              </li>
            `)}
        </ul>
        ${i} ${c&&l`<p>${a("setAction.refuses")}</p>`}
        <p><button type="button" onClick=${t}>${a("setAction.lookAgain")}</button></p>
      </div>
    </div>
  `}function Pd({form:e,customers:t,leftOut:o,onSend:n,isBusy:r,problem:s,onClose:i}){let[c,u]=y(""),f=Vt(e),d=W(h=>Q("/v1/overlaps",{action_name:f,cids:t},{signal:h}),[]),p=re(()=>{let h=c.toLowerCase();return[...t.keys()].filter($=>t[$].toLowerCase().includes(h))},[c]),m=d.data?.on_overlap==="refuse"&&d.data.jobs.length>0;return l`
    <${oe}
      wide
      title=${a("setAction.confirm",{action:f,n:t.length})}
      onClose=${i}
    >
      <div class="confirm">
        <dl class="facts">
          <dt>${a("setAction.action")}</dt>
          <dd><b>${f}</b></dd>
          <dt>${a("setAction.upstream")}</dt>
          <dd>${jo(e)}</dd>
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
        <${fe} of=${d}>
          ${h=>l`<${E$} look=${h} again=${d.reload} />`}
        <//>
        <${Oi}
          label=${a("setAction.customers")}
          search=${c}
          onSearch=${u}
          total=${t.length}
          found=${p}
        >
          ${h=>l`
            <span class="line muted">${N(h+1)}</span>
            <span class="value" title=${t[h]}>${t[h]}</span>
          `}
        <//>
        <${te} problem=${s} />
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
  `}var Hd,Ud=w(()=>{"use strict";V();ee();U();Be();F();j();we();pe();E();Ci();Er();Hd={min:5e3,max:6e4}});function Fd(e){let t=(...n)=>n.every((r,s)=>e[s]===r);if(t(80,75,3,4)||t(208,207,17,224))return{fault:"workbook"};let o=t(255,254)?"utf-16le":t(254,255)?"utf-16be":"utf-8";try{let n=new TextDecoder(o,{fatal:!0}).decode(e);return n.includes("\0")?{fault:"binary"}:{text:n}}catch{return{fault:"encoding"}}}function Bd(e){let t=e.slice(0,65536),o=t.replace(/"(?:[^"]|"")*"/g,"").split(/\r\n?|\n/);t.length<e.length&&o.length>1&&o.pop();let n=o.filter(i=>i.trim()),r=Or.filter(i=>n.some(c=>c.includes(i)));return r.find(i=>{let c=n.map(u=>u.split(i).length);return n.length>1&&c.every(u=>u===c[0]&&u>1)})??(r.length>1?Or.join(""):r[0]??"")}function*Wd(e,t){let o={rows:[],lines:[],unclosed:null},n=new RegExp(`[\r
${t}]`,"g"),r=e[0]==="\uFEFF"?1:0,s=1;for(;r<e.length;){let i=[];for(o.lines.push(s);;){let c;if(e[r]==='"'&&o.unclosed===null){if(c=C$(e,r),c<0){o.unclosed=s;continue}let u=e.slice(r+1,c-1);s+=u.match(/\r\n?|\n/g)?.length??0,i.push(u.replaceAll('""','"')),r=c,n.lastIndex=r,c=n.exec(e)?.index??e.length,i[i.length-1]+=e.slice(r,c)}else n.lastIndex=r,c=n.exec(e)?.index??e.length,i.push(e.slice(r,c));if(r=c+1,c>=e.length||e[c]===`
`)break;if(e[c]==="\r"){e[r]===`
`&&(r+=1);break}}s+=1,o.rows.push(i),o.rows.length%1e3===0&&(yield)}return o}function C$(e,t){let o=t+1;for(;;){if(o=e.indexOf('"',o)+1,o===0)return-1;if(e[o]!=='"')return o;o+=1}}function zd(e,t){let o=e.slice(0,200).filter(b=>!qd(b)),n=o[0]??[],r=n.map(L$),s=O$.map(b=>r.indexOf(b)).find(b=>b>=0),i=Math.max(1,...o.map(N$)),c=o.every(b=>b.length===n.length),u=i>1&&o.length>1&&(c||s!==void 0),f=b=>/\d/.test(b),d=u&&!n.some(f)&&o.slice(1).every(b=>b.some(f)),p=t.hasHeader??(o.length>1&&(s!==void 0||d)),m=t.column??(u?s??null:i>1?"all":0),h=o.slice(p?1:0),$=u?Math.min(i,50):1,x=Array.from({length:$},(b,v)=>p?n[v]??"":""),_=x.map((b,v)=>h.slice(0,2).map(g=>g[v]??""));return{columns:x,samples:_,hasHeader:p,column:m}}function N$(e){let t=e.length;for(;t>0&&!e[t-1].trim();)t-=1;return t}function Vd({rows:e,lines:t},{hasHeader:o,column:n}){let r=[],s=[],i=o;for(let[c,u]of e.entries()){if(i&&qd(u))continue;if(i){i=!1;continue}if(n===null)break;let f=u.length-(u.length>1&&!u[u.length-1]?1:0);for(let d of n==="all"?u.slice(0,f):[u[n]??""])r.push(d),s.push(t[c])}return{values:r,lines:s}}async function Ni(e,t){let o=performance.now();for(;;){let{done:n,value:r}=e.next();if(n)return r;performance.now()-o<8||(await new Promise(s=>setTimeout(s)),t?.throwIfAborted(),o=performance.now())}}var Or,O$,qd,L$,Ii=w(()=>{"use strict";Or=["	",";",","],O$=["cust_id","cid","customer_id","customer","cids","customers"];qd=e=>e.every(t=>!t.trim()),L$=e=>e.trim().toLowerCase().replace(/\W+/g,"_")});async function R$(e){if(e.size>64e6)return{fault:a("csv.large",{size:Lo(64e6)})};let t=Fd(new Uint8Array(await e.arrayBuffer()));return"fault"in t?{fault:a(`csv.${t.fault}`)}:t}function D$({read:{delimiter:e,layout:t,rows:o},onChoice:n}){let{columns:r,samples:s,hasHeader:i,column:c}=t,u=r.length>1;if(!e&&!u&&!i)return null;let f=d=>{let p=r[d].trim()||a("setAction.columnNo",{n:d+1}),m=s[d].map(h=>h.slice(0,24)).join(", ");return m?a("setAction.columnOf",{name:p,samples:m}):p};return l`
    <div class="reading">
      <${D}
        as="select"
        label=${a("setAction.separated")}
        value=${e}
        onValue=${d=>n({delimiter:d,column:null})}
      >
        ${I$.map(([d,p])=>l`<option key=${d} value=${d} selected=${d===e}>
              ${a(p)}
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
            ${r.map((d,p)=>l`
                <option key=${p} value=${p} selected=${c===p}>
                  ${f(p)}
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
  `}function Kd({source:e,onSource:t,read:o,isRemoved:n,onRemoved:r,bytesMax:s}){let[i,c]=y(""),[u,f]=y(!1),[d,p]=y(e.text),m=b=>{c(""),t(b)},h=async b=>{if(!b)return;let v=await R$(b);"fault"in v?c(`${b.name}: ${v.fault}`):m(zt(v.text,{name:b.name,isLarge:!0}))},$=b=>{let{files:v}=b.clipboardData,g=b.clipboardData.getData("text"),k=b.currentTarget;if(!(!g&&v.length===0)&&!(g&&k.value.length+g.length<=Cd))if(b.preventDefault(),!g)h(v[0]);else{let B=k.value.slice(0,k.selectionStart),ce=k.value.slice(k.selectionEnd);m(zt(B+g+ce,{isLarge:!0}))}},x=b=>{b.preventDefault(),f(!1);let{files:v}=b.dataTransfer,g=b.dataTransfer.getData("text");v.length?h(v[0]):g&&m(zt(g,{isLarge:!0}))},_=b=>v=>{v.preventDefault(),f(b)};return l`
    <section
      class="card customers ${u?"is-over":""}"
      onDragOver=${_(!0)}
      onDragLeave=${_(!1)}
      onDrop=${x}
    >
      <h2>${a("setAction.customers")}</h2>
      ${e.isLarge?l`<${M$} source=${e} onClear=${()=>m(zt(d))} />`:l`
              <${D}
                as="textarea"
                id="customers"
                label=${a("setAction.paste")}
                rows="6"
                spellcheck=${!1}
                autocapitalize="none"
                value=${e.text}
                onPaste=${$}
                onValue=${b=>{p(b),m(zt(b))}}
              />
            `}
      <p class="row">
        <label class="button file">
          ${a("setAction.file")}
          <input
            type="file"
            class="off-screen"
            onChange=${b=>{h(b.currentTarget.files[0]),b.currentTarget.value=""}}
          />
        </label>
        <span class="hint">${a("setAction.drop")}</span>
      </p>
      ${i&&l`<p class="notice notice-error" role="alert">${i}</p>`}
      ${o&&l`
          <${D$}
            read=${o}
            onChoice=${b=>{r(!1),t({...e,...b})}}
          />
          <${Od}
            checked=${o.checked}
            isTrimmed=${e.trims}
            onTrim=${b=>t({...e,trims:b})}
            isRemoved=${n}
            onRemoved=${r}
            bytesMax=${s}
          />
        `}
    </section>
  `}var I$,M$,Gd=w(()=>{"use strict";Ii();ee();je();j();we();E();Ci();Er();I$=[["","setAction.lines"],[",","setAction.comma"],[";","setAction.semicolon"],["	","setAction.tab"],[Or.join(""),"setAction.any"]];M$=({source:e,onClear:t})=>l`
  <div class="large row spread">
    <span class="row"><${I} name="note" /> <b>${e.name??a("setAction.pasted")}</b></span>
    <span class="muted">${Lo(new Blob([e.text]).size)}</span>
    <button type="button" onClick=${t}>${a("setAction.clear")}</button>
  </div>
`});function P$({sending:e,job_id:t}){let{data:o,reload:n}=W(s=>T(L`/v1/jobs/${t}`,{signal:s}),[t]),r=o&&o.status!=="IN_PROGRESS";return A(()=>{if(!r)return et({job_id:t,kind:"status_changed"},{onEntries:n,onState:n})},[t,r]),A(()=>()=>{r&&Ar(e.key)},[r]),l`
    ${o&&l`<${ae} status=${o.status} cause=${o.cause} />`}
    <a href=${C(L`/jobs/${t}`)}>${a("setAction.open")}</a>
  `}function Yd({user:e}){let t=O(St).filter(o=>o.user===e&&!pn.has(o.key));return t.length===0?null:l`
    <section class="card" id="sent">
      <h2>${a("setAction.sentTitle")}</h2>
      <ul class="sent">
        ${t.map(o=>l`
            <li key=${o.key} class="row">
              <b>${a("setAction.sentWhat",{action:o.action,n:o.count})}</b>
              ${o.job_id?l`<${P$} sending=${o} job_id=${o.job_id} />`:l`<${H$} sending=${o} />`}
              <button
                type="button"
                class="icon-button"
                aria-label=${a("app.remove",{what:o.action})}
                onClick=${()=>Ar(o.key)}
              >
                ✕
              </button>
            </li>
          `)}
      </ul>
    </section>
  `}var H$,Xd=w(()=>{"use strict";V();U();So();mo();Re();F();j();Ei();E();H$=({sending:e})=>l`<span role="status">${Tr(e)}</span>`});function Zd(e,t){let[o,n]=y(null),r=H(o);return A(()=>{let s=new AbortController,{signal:i}=s,c=async()=>{let d=r.current,p=e.delimiter??Bd(e.text),h=d?.source.text===e.text&&d.delimiter===p?d.rows:await Ni(Wd(e.text,p),i),$=zd(h.rows,e),x=Vd(h,$),_=lu(x,{trims:e.trims,bytesMax:t}),b=await Ni(_,i);r.current={source:e,delimiter:p,rows:h,layout:$,checked:b},n(r.current)},u=e.isLarge||!r.current?0:U$,f=setTimeout(()=>c().catch(d=>i.aborted||reportError(d)),u);return()=>{clearTimeout(f),s.abort()}},[e]),{read:o,isCurrent:o?.source===e}}var U$,Qd=w(()=>{"use strict";Ii();cn();j();U$=120});var tf={};We(tf,{default:()=>ef});function F$({meta:e,form:t,onForm:o,pathOf:n,faults:r}){let{upstreams:s,actions:i,others:c}=e.set_actions,u=(d,p)=>{let m=r[d];return!m||m.why==="empty"?null:a(`name.${m.why}`,{n:m.n??0,most:p,code:m.code??""})},f=d=>p=>o({[d]:p});return l`
    <section class="card">
      <h2>${a("setAction.what")}</h2>
      <${D} as="select" id="action" label=${a("setAction.action")} onValue=${f("action")}>
        <option value="" disabled selected=${!t.action}>${a("setAction.choose")}</option>
        ${i.map(({name:d})=>l`<option key=${d} selected=${d===t.action}>${d}</option>`)}
        ${c&&l`<option value=${Ao} selected=${t.action===Ao}>
            ${a("setAction.other")}
          </option>`}
      <//>
      ${t.action===Ao&&l`
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
        hint=${t.base&&a("setAction.sendsTo",{url:jo(t)})}
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
  `}function B$({meta:e,jobs:t,user:o}){let[n]=Ve(),r=`paths:${o}`,s=Le=>nt(r)?.[Le]??Id(t,Le),[i,c]=y(()=>Nd(e,n,s)),[u,f]=y(()=>Ld(n.getAll("cid"))),[d,p]=y(!1),[m,h]=y(!1),{cid_bytes:$,customers_of_a_job:x}=e.limits,{read:_,isCurrent:b}=Zd(u,$),v=b&&_?_.checked:null,g=_?.checked.customers??[],k=Rd(i,e),B=_?.layout.column===null,ce=Dd(v,d,x),le=Object.keys(k).length>0?a("setAction.missing"):B?a("setAction.why.column"):ce&&a(`setAction.why.${ce}`,{most:x}),Ee=re(Et,[jo(i),Vt(i),i.batch,g]),[ke,Ce,ge,be]=Y(async()=>{Qt(r,{...nt(r),[i.base]:Li(i.path)});let Le={key:Ee,user:o,action:Vt(i),count:g.length},Kt=Md(i,g),Gi=await jr({get:T,post:Q},Le,"/v1/set-actions",Kt);c(np=>({...np,token:""})),K(a("setAction.sent",{id:eo(Gi)})),$e(C(L`/jobs/${Gi}`))});return l`
    <form
      class="set-action"
      autocomplete="off"
      onSubmit=${Le=>{Le.preventDefault(),le||h(!0)}}
    >
      <${F$}
        meta=${e}
        form=${i}
        onForm=${Le=>c(Kt=>({...Kt,...Le}))}
        pathOf=${s}
        faults=${k}
      />
      <${Kd}
        source=${u}
        onSource=${Le=>{Le.text!==u.text&&p(!1),f(Le)}}
        read=${_}
        isRemoved=${d}
        onRemoved=${p}
        bytesMax=${$}
      />
      <div class="set-action-end row">
        <button type="submit" class="primary" disabled=${!!le}>
          ${a("setAction.review")}
        </button>
        <b role="status">${a("setAction.count",{n:g.length})}</b>
        <span class="muted" id="blocker">${le}</span>
      </div>
    </form>
    ${m&&v&&l`
        <${Pd}
          form=${i}
          customers=${g}
          leftOut=${v.values.length-g.length}
          onSend=${ke}
          isBusy=${Ce}
          problem=${ge}
          onClose=${()=>{be(),h(!1)}}
        />
      `}
  `}function ef(){let e=O(R),t=W(async n=>{let r=await T("/v1/meta",{signal:n}),{upstreams:s}=r.set_actions;return e?.role==="auditor"||s.length===0?{meta:r,jobs:[]}:{meta:r,jobs:(await T("/v1/jobs",{query:{source:"gateway",status:"SUCCESS",limit:20},signal:n})).jobs}},[e?.role]),o=l`<${z}>${a("setAction.title")}<//>`;return e?e.role==="auditor"?l`${o}
      <${se} title=${a("setAction.auditor")}><p>${a("setAction.auditorHint")}</p><//>`:l`
    ${o}
    <${Yd} user=${e.user_id} />
    <${fe} of=${t}>
      ${({meta:n,jobs:r})=>n.set_actions.upstreams.length?l`<${B$} meta=${n} jobs=${r} user=${e.user_id} />`:l`<${se} title=${a("setAction.noUpstream")}>
              <p>${a("setAction.noUpstreamHint")}</p>
            <//>`}
    <//>
  `:o}var of=w(()=>{"use strict";me();V();ee();U();Oe();So();Ot();je();F();j();xe();pe();G();E();Ud();Gd();Xd();Er();Qd()});function q$(){let e=H(null),[t,o]=y(0);return A(()=>{if(!e.current)return;let n=new ResizeObserver(([{contentRect:r}])=>o(r.width));return n.observe(e.current),()=>n.disconnect()},[]),[e,t]}function af({label:e,height:t,text:o,onLeave:n,children:r}){let[s,i]=q$();return l`
    <div class="chart" ref=${s}>
      <svg role="img" aria-label=${e} width=${i} height=${t} onPointerLeave=${n}>
        ${i>0&&r(i)}
      </svg>
      <p class="chart-text" aria-hidden="true">${o}</p>
    </div>
  `}function Cr({label:e,bars:t,axis:o,show:n,height:r=200,nameWidth:s=56}){let[i,c]=y(null),u=t.find(h=>h.key===i)?.text??"",f=r-22,d=12+7*Math.max(...o.map(h=>n(h).length)),p=h=>h/o[o.length-1]*(f-10);return l`
    <${af} label=${e} height=${r} text=${u} onLeave=${()=>c(null)}>${h=>{let $=(h-d-12)/t.length,x=Math.ceil(s/$),_=Math.min(48,Math.max(1.5,$-($>8?4:1)));return l`
      ${o.map(b=>l`
          <g key=${`line ${b}`} class="axis">
            <line
              x1=${d}
              x2=${h}
              y1=${f-p(b)}
              y2=${f-p(b)}
            />
            <text x=${d-6} y=${f-p(b)} dy="0.35em" text-anchor="end">
              ${n(b)}
            </text>
          </g>
        `)}
      ${t.map((b,v)=>{let g=d+v*$,k=f;return l`
          <g key=${b.key} class="column" onPointerEnter=${()=>c(b.key)}>
            <rect
              class="column-ground ${b.onPick?"bar-link":""}"
              x=${g}
              y="0"
              width=${$}
              height=${f}
              onClick=${b.onPick}
            />
            ${b.parts.map(B=>{let ce=cf(p(B.value),B.value);return k-=ce,ce>0&&l`
                  <${Ri}
                    key=${B.kind}
                    part=${B}
                    x=${g+($-_)/2}
                    y=${k}
                    width=${_}
                    height=${ce}
                  />
                `})}
            ${(t.length-1-v)%x===0&&(v+.5)*$>=s/2-d&&l`
                <text
                  x=${Math.min(g+$/2,h-s/2+4)}
                  y=${r-6}
                  text-anchor="middle"
                >
                  ${b.name}
                </text>
              `}
          </g>
        `})}
    `}}<//>
  `}function lf({label:e,bars:t,most:o}){let[n,r]=y(null),s=t.find(u=>u.key===n)?.text??"",i=28,c=u=>{let f=Math.min(160,u*.3),d=12+8*Math.max(...t.map(h=>h.total.length)),p=u-f-d,m=Math.floor(f/7.5);return t.map((h,$)=>{let x=$*i,_=f,b=h.parts.map(v=>{let g=cf(v.value/(o||1)*p,v.value);return _+=g,g>0&&l`
            <${Ri}
              key=${v.kind}
              part=${v}
              x=${_-g}
              y=${x+5}
              width=${g}
              height=${i-10}
            />
          `});return l`
        <g key=${h.key} class="column" onPointerEnter=${()=>r(h.key)}>
          <rect
            class="column-ground ${h.onPick?"bar-link":""}"
            y=${x}
            width=${u}
            height=${i}
            onClick=${h.onPick}
          />
          <text class="bar-name" y=${x+i/2} dy="0.35em">
            ${h.name.length>m?`${h.name.slice(0,m-1)}\u2026`:h.name}
          </text>
          ${b}
          <text x=${Math.min(_,u-d)+8} y=${x+i/2} dy="0.35em"
            >${h.total}</text
          >
        </g>
      `})};return l`
    <${af}
      label=${e}
      height=${Math.max(1,t.length)*i}
      text=${s}
      onLeave=${()=>r(null)}
      >${c}<//
    >
  `}var nf,rf,W$,Ri,sf,cf,Lr=w(()=>{"use strict";j();nf={FAILED:"M-2 2 2-2M0 8 8 0M6 10l4-4",UNCONFIRMED:"M1 2h2M5 6h2",IN_PROGRESS:"M0 2h8M0 6h8"},rf=()=>l`
  <svg class="patterns" aria-hidden="true" width="0" height="0">
    <defs>
      ${Object.entries(nf).map(([e,t])=>l`
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
`,W$=e=>e in nf?`url(#pattern-${e})`:"currentColor",Ri=({part:e,...t})=>l`
  <rect
    ...${t}
    class="bar bar-${e.kind} ${e.onPick?"bar-link":""}"
    fill=${W$(e.kind)}
    onClick=${e.onPick}
  />
`,sf=({kind:e})=>l`
  <svg class="swatch" viewBox="0 0 16 16" aria-hidden="true">
    <${Ri} part=${{kind:e,value:1}} x=${1} y=${1} width=${14} height=${14} />
  </svg>
`;cf=(e,t)=>t?Math.max(2,e):0});function z$({caption:e,head:t,rows:o}){let[n,r]=y(!1),s=i=>typeof i=="string"?i:l`<${M} to="/" query=${i.query}>${i.text}<//>`;return l`
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
  `}var uf,hn,Di=w(()=>{"use strict";E();Lr();j();G();uf=({statuses:e})=>l`
  <ul class="legend">
    ${e.map(t=>l`<li key=${t}><${sf} kind=${t} />${P("status",t)}</li>`)}
  </ul>
`,hn=({id:e,title:t,hint:o,table:n,children:r})=>l`
  <section class="card figure" id=${e} aria-labelledby="${e}-title">
    <h2 id="${e}-title">${t}</h2>
    <p class="hint">${o}</p>
    ${r}
    <${z$} ...${n} />
  </section>
`});function Nr(e,t=4,o=0){let n=Math.max((e||1)/t,o,Number.MIN_VALUE),r=10**Math.floor(Math.log10(n)),s=[1,2,5,10].map(c=>c*r).find(c=>c>=n*.999)??n,i=Math.max(1,Math.ceil(e/s-1e-9));return Array.from({length:i+1},(c,u)=>Number((u*s).toPrecision(6)))}var df=w(()=>{"use strict"});function Hi(e){let t=hf();for(let o of e)for(let n of lt)t[n]+=o[n];return t}function Ir(e){let t=Te(e)-e.IN_PROGRESS;return t?e.FAILED/t:null}function mf(e){let t=Number(e.get("days"));return Mi.find(o=>o===t)??30}function bf(e,t,o){let n=new Map(e.map(({value:r,jobs:s})=>[r,s]));return Array.from({length:t},(r,s)=>{let i=$f(o-(t-1-s)*pf);return{day:i,jobs:n.get(i)??hf()}})}function yf({rows:e,other:t},o){let n=e.length===o+1&&!Te(t)?e:e.slice(0,o);return{rows:n,other:Hi([t,...e.slice(n.length).map(r=>r.jobs)])}}function wf(e){let t={all:[],answered:[],reported:[],imported:[]};for(let{status:o,cause:n,created_at:r,updated_at:s}of e){let c=(o==="SUCCESS"||o==="FAILED")&&Pi.includes(n)&&s?No(r,s):-1;c>=0&&(t[n].push(c),t.all.push(c))}for(let o of Object.values(t))o.sort((n,r)=>n-r);return t}function gf(e){let t=ff.map((n,r)=>{let s=r?ff[r-1]:0;return{from:s,to:n,count:e.filter(i=>i>=s&&i<n).length}}),o=t.map(n=>n.count>0);return o.includes(!0)?t.slice(o.indexOf(!0),o.lastIndexOf(!0)+1):[]}var lt,Mi,pf,hf,Te,$f,Jt,mn,Pi,ff,Ui=w(()=>{"use strict";ee();lt=["SUCCESS","FAILED","UNCONFIRMED","IN_PROGRESS"],Mi=[14,30,90],pf=864e5,hf=()=>({SUCCESS:0,FAILED:0,UNCONFIRMED:0,IN_PROGRESS:0});Te=e=>lt.reduce((t,o)=>t+e[o],0);$f=e=>new Date(e).toISOString().slice(0,10);Jt=(e,t=e)=>({since:`${e}T00:00:00Z`,until:`${$f(Date.parse(t)+pf)}T00:00:00Z`});mn=(e,t)=>e[Math.min(e.length-1,Math.max(0,Math.ceil(t*e.length)-1))],Pi=["answered","reported","imported"];ff=[30,100,300,1e3,3e3,1e4,3e4,6e4,18e4,6e5,18e5,36e5,864e5,1/0]});function Bi(e){let t=lt.filter(o=>e[o]).map(o=>`${N(e[o])} ${P("status",o).toLowerCase()}`);return`${a("overview.jobs",{n:Te(e)})}${t.length?`: ${t.join(", ")}`:""}`}function kf({days:e}){let t=e.map(({day:n,jobs:r})=>{let s=Jt(n),i=`${To(n)}: ${Bi(r)}`,c=_f(r,s);return{key:n,name:To(n),parts:c,text:i,onPick:Dr(s)}}),o=Math.max(...e.map(({jobs:n})=>Te(n)));return l`
    <${hn}
      id="by-day"
      title=${a("overview.byDay")}
      hint=${a("overview.byDayHint")}
      table=${{caption:a("overview.byDayTable",Rr(e)),head:[a("overview.day"),...vf()],rows:e.map(({day:n,jobs:r})=>[n,...xf(r,Jt(n))]).reverse()}}
    >
      <${Cr}
        label=${a("overview.byDayLabel",{...Rr(e),most:N(o)})}
        bars=${t}
        axis=${Nr(o,4,1)}
        show=${N}
      />
    <//>
  `}function Sf({days:e}){let t=e.map(({jobs:r})=>Ir(r)),o=Math.max(0,...t.map(r=>r??0)),n=e.map(({day:r,jobs:s},i)=>{let c=t[i],u=Dr({...Jt(r),status:"FAILED"}),f=c===null?a("overview.noneEnded"):Nt(c);return{key:r,name:To(r),text:`${To(r)}: ${f} (${Bi(s)})`,parts:[{kind:"FAILED",value:c??0,onPick:u}],onPick:u}});return l`
    <${hn}
      id="failure-rate"
      title=${a("overview.rate")}
      hint=${a("overview.rateHint")}
      table=${{caption:a("overview.rateTable",Rr(e)),head:[a("overview.day"),a("overview.rate"),P("status","FAILED"),a("overview.ended")],rows:e.map(({day:r,jobs:s},i)=>[r,t[i]===null?"\u2013":Nt(t[i]),Fi(s.FAILED,{...Jt(r),status:"FAILED"}),N(Te(s)-s.IN_PROGRESS)]).reverse()}}
    >
      <${Cr}
        label=${a("overview.rateLabel",{...Rr(e),most:Nt(o)})}
        bars=${n}
        axis=${Nr(o||1)}
        show=${Nt}
      />
    <//>
  `}function Wi({id:e,name:t,table:o}){let{rows:n,other:r}=yf(o,V$),s=n.map(({value:u,jobs:f})=>({name:u,jobs:f,query:{[t]:u}}));Te(r)&&s.push({name:a("overview.others"),jobs:r,query:null});let i=t==="action_name",c=s.map(({name:u,jobs:f,query:d})=>({key:`${d?"":"other "}${u}`,name:u,parts:_f(f,d),text:`${u}: ${Bi(f)}`,total:N(Te(f)),...d&&{onPick:Dr(d)}}));return l`
    <${hn}
      id=${e}
      title=${a(i?"overview.byAction":"overview.byUser")}
      hint=${a("overview.byValueHint")}
      table=${{caption:a(i?"overview.byActionTable":"overview.byUserTable"),head:[a(i?"overview.action":"overview.user"),...vf()],rows:s.map(({name:u,jobs:f,query:d})=>[u,...xf(f,d)])}}
    >
      <${lf}
        label=${a(i?"overview.byActionLabel":"overview.byUserLabel",{names:s.map(({name:u,jobs:f})=>`${u} ${N(Te(f))}`).join(", ")})}
        bars=${c}
        most=${Math.max(...s.map(({jobs:u})=>Te(u)))}
      />
    <//>
  `}function Af({jobs:e}){let t=wf(e),o=t.all.length;if(!o)return null;let n=gf(t.all),r=({from:f,to:d})=>d===1/0?a("overview.atLeast",{from:ze(f)}):a("overview.below",{to:ze(d)}),s=n.map(f=>({key:String(f.to),name:r(f),text:`${r(f)}: ${a("overview.jobs",{n:f.count})}`,parts:[{kind:"plain",value:f.count}]})),i=ze(mn(t.all,.5)),c=ze(mn(t.all,.95)),u=Pi.filter(f=>t[f].length);return l`
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
                  <td>${ze(mn(t[f],.5))}</td>
                  <td>${ze(mn(t[f],.95))}</td>
                </tr>
              `)}
          </tbody>
        </table>
      </div>
      <${Cr}
        label=${a("overview.durationsLabel",{n:o,median:i,high:c})}
        bars=${s}
        axis=${Nr(Math.max(...n.map(f=>f.count)),3,1)}
        show=${N}
        height=${150}
        nameWidth=${68}
      />
    <//>
  `}var V$,J$,To,Dr,_f,Fi,xf,vf,Rr,jf=w(()=>{"use strict";ee();U();Oe();df();Lr();Di();j();E();Ui();V$=10,J$=new Intl.DateTimeFormat(Ct,{day:"numeric",month:"short",timeZone:"UTC"}),To=e=>J$.format(new Date(e)),Dr=e=>()=>$e(C("/",e));_f=(e,t)=>lt.map(o=>({kind:o,value:e[o],...t&&{onPick:Dr({...t,status:o})}})),Fi=(e,t)=>e&&t?{text:N(e),query:t}:N(e),xf=(e,t)=>[Fi(Te(e),t),...lt.map(o=>Fi(e[o],t&&{...t,status:o}))],vf=()=>[a("overview.total"),...lt.map(e=>P("status",e))],Rr=e=>({n:e.length,from:To(e[0].day),to:To(e[e.length-1].day)})});function Tf(e,t){let o=H(t);A(()=>{o.current!==t&&e(),o.current=t},[t])}function G$({head:e}){let t=W(o=>T("/readyz",{signal:o,asks:!1}),[]);return Tf(t.reload,e.size),A(()=>{let o=setInterval(()=>document.hidden||t.reload(),K$);return()=>clearInterval(o)},[]),t.error?l`<span class="bad"><${I} name="alarm" /> ${a("health.notReady")}</span>
      ${t.error.detail}`:t.data?l`<span class="good"><${I} name="SUCCESS" /> ${a("health.ready")}</span>`:a("app.loading")}function Y$({head:e}){let{data:t,error:o,reload:n}=W(i=>T("/log/checkpoint",{signal:i,asText:!0}),[]);if(Tf(n,e.size),!t)return o?o.detail:a("app.loading");let[,r,s]=t.split(`
`);return l`
    ${a("health.checkpointOf",{n:Number(r)})} ${" "}<${Ef}
      short=${`${s.slice(0,10)}\u2026`}
      text=${t}
      what=${a("health.checkpoint")}
    />
    ${" "}<a href=${C("/log/checkpoint")} download="checkpoint">${a("health.download")}</a>
  `}function X$(){let e=gt();if(!e)return a("health.notSeen");let t=Xe(e.checkpoint);return l`${a("health.seenSize",{n:t})} (<${X} at=${e.at} />)`}function Z$({role:e}){let t=`jobctl verify --server ${location.origin}${Se} --key verifier.key`;return l`
    <p>${a("health.how")}</p>
    <div class="row command">
      <pre class="scroll-x" tabindex="0"><code>${t}</code></pre>
      <button type="button" onClick=${()=>it(t,a("health.command"))}>
        ${a("app.copy",{what:""})}
      </button>
    </div>
    <p class="hint">${a(e==="operator"?"health.howOperator":"health.howHint")}</p>
  `}function qi({head:e}){let t=O(R),{data:o}=W(i=>T("/v1/meta",{signal:i}),[]),n=o?.ledger.verifier_key??"",[r,s]=n.split("+");return l`
    <section class="card health" id="health" aria-labelledby="health-title">
      <h2 id="health-title">${a("health.title")}</h2>
      <dl class="facts">
        <dt>${a("health.state")}</dt>
        <dd><${G$} head=${e} /></dd>
        <dt>${a("health.size")}</dt>
        <dd>${a("health.entries",{n:e.size})}</dd>
        <dt>${a("health.checkpoint")}</dt>
        <dd><${Y$} head=${e} /></dd>
        <dt>${a("health.key")}</dt>
        <dd>
          ${n&&l`<code>${r}</code> <${Ef} short=${s} text=${n} what=${a("health.key")} />`}
        </dd>
        <dt>${a("health.seen")}</dt>
        <dd><${X$} /></dd>
      </dl>
      <${Z$} role=${t?.role} />
      <p><${M} to="/help/proof">${a("landing.help")}<//></p>
    </section>
  `}var K$,Ef,Of=w(()=>{"use strict";me();V();er();U();F();j();we();Bt();G();E();K$=3e4;Ef=({short:e,text:t,what:o})=>l`
  <button type="button" class="copy-id" title=${t} onClick=${()=>it(t,o)}>
    <code>${e}</code><${I} name="copy" />
    <span class="off-screen">${a("app.copy",{what:o})}</span>
  </button>
`});var Lf={};We(Lf,{default:()=>Cf});function tb(e){A(()=>{let t=new Map,o=()=>{for(let{reload:r,ms:s}of e){if(t.has(r))continue;let i=()=>{t.delete(r),r()};t.set(r,window.setTimeout(i,s))}},n=et({},{onEntries:o,onState:r=>r==="stale"&&o()});return()=>{t.forEach(r=>clearTimeout(r)),n()}},[])}function ob({stats:e,days:t}){let o=Hi(t.map(i=>i.jobs)),n=Ir(o),r=Te(e.total),s=Jt(t[0].day,t[t.length-1].day);return l`
    <dl class="numbers">
      <${$n} name=${a("overview.all")} value=${N(r)} to=${{}} />
      <${$n}
        name=${a("overview.inSpan",{n:t.length})}
        value=${N(Te(o))}
        to=${s}
      />
      <${$n}
        name=${a("overview.rateInSpan",{n:t.length})}
        value=${n===null?"\u2013":Nt(n)}
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
  `}function Cf(){let e=O(R),[t,o]=Ve(),n=mf(t),r=W(u=>T("/v1/stats",{signal:u,query:{limit:100}}),[]),s=W(u=>T("/v1/jobs",{signal:u,query:{status:["SUCCESS","FAILED"],limit:500}}),[]);tb([{reload:r.reload,ms:Q$},{reload:s.reload,ms:eb}]);let i=u=>{t.set("days",u),o(new URLSearchParams(t),{replace:!0})},c=u=>{if(!Te(u.total))return l`
        <${se} title=${a("overview.empty")}><p>${a("overview.emptyHint")}</p><//>
        <${qi} head=${u.head} />
      `;let f=bf(u.by_day.rows,n,Date.now());return l`
      <${ob} stats=${u} days=${f} />
      <${uf} statuses=${lt} />
      <div class="figures">
        <${kf} days=${f} />
        <${Sf} days=${f} />
        <${Wi} id="by-action" name="action_name" table=${u.by_action} />
        ${e?.role!=="operator"&&l`<${Wi} id="by-user" name="user_id" table=${u.by_user} />`}
        <${fe} of=${s}>
          ${({jobs:d})=>l`<${Af} jobs=${d} />`}
        <//>
        <${qi} head=${u.head} />
      </div>
    `};return l`
    <div class="row spread overview-top">
      <${z}>${a("overview.title")}<//>
      <${_t}
        label=${a("overview.span")}
        options=${Mi.map(u=>({value:String(u),text:a("overview.days",{n:u})}))}
        value=${String(n)}
        onValue=${i}
      />
    </div>
    ${e?.role==="operator"&&l`<p class="hint">${a("overview.own")}</p>`}
    <${rf} />
    <${fe} of=${r}>${c}<//>
  `}var Q$,eb,$n,Nf=w(()=>{"use strict";me();V();ee();mo();Di();Lr();je();F();j();pe();G();E();jf();Of();Ui();Q$=3e3,eb=3e4;$n=({name:e,value:t,to:o})=>l`
  <div>
    <dt>${e}</dt>
    <dd>${o?l`<${M} to="/" query=${o}>${t}<//>`:t}</dd>
  </div>
`});function bn({label:e,value:t,onValue:o,error:n,hint:r="",required:s=!0}){let[i,c]=y(!1);return l`
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
  `}var zi=w(()=>{"use strict";E();je();j()});function If(e){let t=({created_at:r})=>r?Date.parse(r):0,o=({state:r})=>r==="accepted",n=e.toSorted((r,s)=>t(s)-t(r)||(r.name<s.name?-1:+(r.name>s.name)));return{working:n.filter(o),others:n.filter(r=>!o(r))}}function Rf(e,t){let[o,n,r]=e.split("-").map(Number);return(t==="utc"?new Date(Date.UTC(o,n-1,r+1)):new Date(o,n-1,r+1)).toISOString()}function Df(e){if(!e)return"";let t=n=>n.find(([r])=>e.includes(r))?.[1],o=e.startsWith("Mozilla/")&&t(nb);return o?[o,t(rb)].filter(Boolean).join(", "):e}var nb,rb,Vi=w(()=>{"use strict";nb=[["Edg","Edge"],["OPR","Opera"],["Firefox","Firefox"],["FxiOS","Firefox"],["CriOS","Chrome"],["Chrome","Chrome"],["Safari","Safari"]],rb=[["Android","Android"],["iPhone","iPhone"],["iPad","iPad"],["Windows","Windows"],["Mac OS X","macOS"],["CrOS","ChromeOS"],["Linux","Linux"]]});function Eo({title:e,action:t,onConfirm:o,onClose:n,children:r}){let[s,i,c]=Y(async()=>{await o(),n()});return l`
    <${oe} title=${e} onClose=${n}>
      <p>${r}</p>
      <${te} problem=${c} />
      <div class="row">
        <button type="button" class="danger" disabled=${i} onClick=${s}>${t}</button>
        <button type="button" onClick=${n}>${a("app.cancel")}</button>
      </div>
    <//>
  `}var Mr=w(()=>{"use strict";E();Be();F();j();pe()});function sb({token:e,hasUser:t,onRevoke:o}){let{state:n}=e,r=e.revoked_at??e.expires_at;return l`
    <tr>
      <th scope="row">${e.name}${e.current&&l` <${xt}>${a("sessions.this")}<//>`}</th>
      ${t&&l`
          <td data-name=${a("admin.user")}>
            ${e.user_id}, <span class="muted">${P("role",e.role)}</span>
          </td>
        `}
      <td data-name=${a("tokens.made")}><${X} at=${e.created_at} /></td>
      <td data-name=${a("tokens.used")}>
        ${e.last_used_at?l`<${X} at=${e.last_used_at} />`:a("tokens.unused")}
      </td>
      <td data-name=${a("tokens.ends")}>
        ${n!=="accepted"&&a(`tokens.${n}`)}${" "}
        ${r?l`<${X} at=${r} />`:a("tokens.noEnd")}
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
  `}function Hr({tokens:e,hasUser:t=!1,revoke:o}){let[n,r]=y(null),{working:s,others:i}=If(e),c={hasUser:t,onRevoke:r};return l`
    ${s.length>0?l`<${Mf} caption=${a("tokens.title")} tokens=${s} ...${c} />`:l`<${se} title=${a("tokens.empty")} />`}
    ${i.length>0&&l`
        <details>
          <summary>${a("tokens.others",{n:i.length})}</summary>
          <${Mf}
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
  `}function Pr({make:e,onClose:t,children:o,mine:n=""}){let r=O(Ze),[s,i]=y(""),[c,u]=y(""),[f,d]=y(""),p=Y(async()=>{let m=await e({name:s,...c&&{expires_at:Rf(c,r)}});d(m.token)});return f?l`<${ib} token=${f} onClose=${t} />`:l`
    <${oe} title=${a("tokens.new")} onClose=${t}>
      <${ve} of=${p} action=${a("tokens.make")} fields=${["name","expires_at",n]}>
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
  `}var Mf,ib,Ji=w(()=>{"use strict";Vi();E();Re();Mr();Be();je();F();j();xe();Zo();pe();G();Mf=({caption:e,tokens:t,hasUser:o,onRevoke:n})=>l`
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
          <${sb} key=${r.name} token=${r} hasUser=${o} onRevoke=${n} />
        `)}
    </tbody>
  </table>
`;ib=({token:e,onClose:t})=>l`
  <${oe} title=${a("tokens.madeTitle")} onClose=${t}>
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
        onClick=${()=>it(e,a("tokens.theToken"))}
      >
        ${a("app.copy",{what:a("tokens.theToken")})}
      </button>
      <button type="button" onClick=${t}>${a("tokens.stored")}</button>
    </div>
  <//>
`});function ab({session:e,onEnd:t}){let o=Df(e.user_agent)||a("sessions.unknown");return l`
    <tr>
      <th scope="row" title=${e.user_agent??""}>
        ${o} ${e.current&&l` <${xt}>${a("sessions.this")}<//>`}
      </th>
      <td data-name=${a("sessions.address")}>${e.address??a("sessions.unknown")}</td>
      <td data-name=${a("sessions.used")}><${X} at=${e.used_at} /></td>
      <td data-name=${a("sessions.begun")}>
        <${X} at=${e.begun_at} />, ${a(`sessions.by.${e.by}`)}
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
  `}function Hf(){let e=W(s=>T("/v1/account/sessions",{signal:s}),[]),[t,o]=y(null),n=async()=>{t==="others"?await Q("/v1/account/sessions/end-others"):t&&await cb(t.id),K(a(t==="others"?"sessions.othersEnded":"sessions.ended")),e.reload()},r=({sessions:s,since:i})=>l`
    <p class="hint">${a("sessions.hint")} <${X} at=${i} />.</p>
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
            <${ab}
              key=${c.id}
              session=${c}
              onEnd=${()=>c.current?Pn():o(c)}
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
      <${fe} of=${e}>${r}<//>
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
  `}var cb,Pf=w(()=>{"use strict";Vi();V();U();Re();Mr();F();j();ms();xe();pe();G();E();cb=e=>Q(L`/v1/account/sessions/${e}/end`).catch(t=>{if(t.status!==404)throw t})});var Ff={};We(Ff,{default:()=>Uf});function ub({onChanged:e}){let[t,o]=y(""),[n,r]=y(""),s=Y(async()=>{await Q("/v1/account/password",{current:t,new:n}),o(""),r(""),K(a("password.changed")),e(),await kn()});return l`
    <${ve} of=${s} action=${a("password.change")} fields=${["current","new"]}>
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
          value=${t}
          onValue=${o}
        />
        <${bn}
          label=${a("password.new")}
          error=${i("new")}
          value=${n}
          onValue=${r}
        />
        <p class="hint">${a("password.ends")}</p>
      `}
    <//>
  `}function db({mayMake:e}){let t=W(r=>T("/v1/account/tokens",{signal:r}),[]),[o,n]=y(!1);return l`
    <section class="card wide" id="tokens" aria-labelledby="tokens-title">
      <div class="row spread">
        <h2 id="tokens-title">${a("tokens.title")}</h2>
        ${e&&l`<button type="button" onClick=${()=>n(!0)}>${a("tokens.new")}</button>`}
      </div>
      <p class="hint">${a(e?"tokens.hint":"tokens.unlisted")}</p>
      <${fe} of=${t}>
        ${r=>l`
          <${Hr}
            tokens=${r.tokens}
            revoke=${async s=>{await Q(L`/v1/account/tokens/${s}/revoke`),t.reload()}}
          />
        `}
      <//>
      ${o&&l`
          <${Pr}
            make=${r=>Q("/v1/account/tokens",r)}
            onClose=${()=>{n(!1),t.reload()}}
          />
        `}
    </section>
  `}function Uf(){let e=O(R),[t,o]=y(0);if(!e)return null;let n=e.signed_in_by!=="jwt"||e.is_listed===!0;return l`
    <${z}>${a("account.title")}<//>
    <div class="account">
      <${lb} user=${e} />
      <section class="card" id="password" aria-labelledby="password-title">
        <h2 id="password-title">${a("password.title")}</h2>
        ${e.has_password?l`<${ub} onChanged=${()=>o(t+1)} />`:l`<p>${a(`password.none.${e.signed_in_by}`)}</p>`}
      </section>
      ${e.has_password||e.session?l`<${Hf} key=${t} />`:null}
      <${db} mayMake=${n} />
    </div>
  `}var lb,Bf=w(()=>{"use strict";me();V();U();F();j();je();xe();zi();pe();G();Ji();E();Pf();lb=({user:e})=>l`
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
          <dd><${X} at=${e.session.ends_at} />, ${a("account.endsHint")}</dd>
        `}
    </dl>
  </section>
`});function zf(e,t){let o=Wf(t.trim());return e.filter(({user_id:n,role:r})=>Wf(n).includes(o)||r.startsWith(o)).toSorted((n,r)=>Number(n.disabled)-Number(r.disabled)||n.user_id.localeCompare(r.user_id))}var qf,Wf,Ki=w(()=>{"use strict";qf=["operator","auditor","admin"],Wf=e=>e.normalize("NFKC").toLowerCase()});function Vf({onAdded:e,onClose:t}){let[o,n]=y(""),[r,s]=y("operator"),[i,c]=y(""),u=Y(async()=>{await Q("/v1/users",{user_id:o,role:r,...i&&{password:i}}),K(a("admin.added",{user:o})),e(),t()});return l`
    <${oe} title=${a("admin.add")} onClose=${t}>
      <${ve} of=${u} action=${a("admin.add")} fields=${["user_id","role","password"]}>
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
  `}function fb({user:e,change:t}){let{user_id:o}=e,[n,r]=y(e.role),s=Y(()=>t("role",{role:n},a("admin.roleSet",{user:o})));return l`
    <${ve} of=${s} action=${a("admin.setRole")} fields=${["role"]} isMain=${!1}>
      ${i=>l`
        <${Ur}
          hint=${a("admin.roleHint")}
          error=${i("role")}
          value=${n}
          onValue=${r}
        />
      `}
    <//>
  `}function pb({user:e,change:t}){let{user_id:o,disabled:n,has_password:r}=e,[s,i]=y(""),c=Y(()=>t(n?"enable":"password",s?{password:s}:{},a(n?"admin.enabledNow":"admin.passwordSet",{user:o}))),u=r?"admin.enableHint":"admin.enableHintNone",f=a(n?"admin.enable":"admin.setPassword");return l`
    <${ve} of=${c} action=${f} fields=${["password"]} isMain=${!1}>
      ${d=>l`
        <${bn}
          label=${a("password.new")}
          hint=${a(n?u:"admin.setPasswordHint")}
          required=${!n||r}
          error=${d("password")}
          value=${s}
          onValue=${i}
        />
      `}
    <//>
  `}function Jf({user:e,isSelf:t,onChanged:o,onClose:n}){let{user_id:r,disabled:s,has_password:i}=e,[c,u]=y(!1),f=(async(m,h,$)=>{await Q(`${L`/v1/users/${r}`}/${m}`,h),K($),o(),n()});if(c)return l`
      <${Eo}
        title=${a("admin.disableOne",{user:r})}
        action=${a("admin.disable")}
        onConfirm=${()=>f("disable",{},a("admin.disabledNow",{user:r}))}
        onClose=${n}
      >
        ${a("admin.disableHint")}
      <//>
    `;let d=a(s?"admin.enableOne":"admin.changeOne",{user:r}),p=!s&&!t;return l`
    <${oe} title=${d} onClose=${n}>
      <div class="changes">
        ${t&&l`<p>${a("admin.self")} <${M} to="/account">${a("account.title")}<//>.</p>`}
        ${p&&l`<${fb} user=${e} change=${f} />`}
        ${!(t&&i)&&l`<${pb} user=${e} change=${f} />`}
        ${p&&l`
            <div>
              <p class="hint">${a("admin.disableHint")}</p>
              <button type="button" class="danger" onClick=${()=>u(!0)}>
                ${a("admin.disableOne",{user:r})}
              </button>
            </div>
          `}
      </div>
    <//>
  `}var Ur,Kf=w(()=>{"use strict";V();U();Mr();Be();je();F();j();xe();zi();G();E();Ki();Ur=e=>l`
  <${D} label=${a("admin.role")} as="select" ...${e}>
    ${qf.map(t=>l`
        <option key=${t} value=${t}>${P("role",t)}: ${a(`account.may.${t}`)}</option>
      `)}
  <//>
`});var Yf={};We(Yf,{default:()=>Gf});function mb({loaded:e,onChanged:t}){let[o,n]=y(""),[r,s]=y(null),[i,c]=y(!1),u=e.data?.users.find(f=>f.user_id===r);return l`
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
      <${fe} of=${e}>
        ${({users:f})=>{let d=zf(f,o);return d.length?l`<${hb}
                users=${d}
                onChange=${({user_id:p})=>s(p)}
              />`:l`<${se} title=${a("admin.noUser")} />`}}
      <//>
      ${u&&l`
          <${Jf}
            user=${u}
            isSelf=${u.user_id===R.get()?.user_id}
            onChanged=${t}
            onClose=${()=>s(null)}
          />
        `}
      ${i&&l`<${Vf} onAdded=${t} onClose=${()=>c(!1)} />`}
    </section>
  `}function $b({loaded:e,users:t}){let[o,n]=y(!1),[r,s]=y(""),[i,c]=y("operator"),u=t.some(f=>f.user_id===r);return l`
    <section class="card" id="tokens" aria-labelledby="tokens-title">
      <div class="row spread">
        <h2 id="tokens-title">${a("tokens.title")}</h2>
        <button type="button" onClick=${()=>(s(""),n(!0))}>
          ${a("tokens.new")}
        </button>
      </div>
      <${fe} of=${e}>
        ${f=>l`
          <${Hr}
            tokens=${f.tokens}
            hasUser
            revoke=${async d=>{await Q(L`/v1/tokens/${d}/revoke`),e.reload()}}
          />
        `}
      <//>
      ${o&&l`
          <${Pr}
            mine="user_id"
            make=${f=>Q("/v1/tokens",{...f,user_id:r,...u?{}:{role:i}})}
            onClose=${()=>{n(!1),e.reload()}}
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
  `}function Gf(){let e=O(R),t=W(r=>T("/v1/users",{signal:r}),[]),o=W(r=>T("/v1/tokens",{signal:r}),[]),n=()=>{t.reload(),o.reload()};return e?.role!=="admin"?l`
      <${z}>${a("admin.title")}<//>
      <p>${a("admin.only")}</p>
    `:l`
    <${z}>${a("admin.title")}<//>
    <div class="account">
      <${mb} loaded=${t} onChanged=${n} />
      <${$b} loaded=${o} users=${t.data?.users??[]} />
    </div>
  `}var hb,Xf=w(()=>{"use strict";me();V();U();je();F();j();pe();G();Ji();E();Ki();Kf();hb=({users:e,onChange:t})=>l`
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
            <td data-name=${a("admin.role")}>${P("role",o.role)}</td>
            <td data-name=${a("admin.signIn")}>
              ${a(o.disabled?"admin.disabled":o.has_password?"admin.hasPassword":"admin.hasNone")}
            </td>
            <td data-name=${a("admin.since")}><${X} at=${o.created_at} /></td>
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
`});me();V();function aa(e,t){let o="",n=r=>{if(!r||r.name==="AbortError"||[0,401].includes(r.status))return;let s=String(r.message||r);s!==o&&t(s),o=s};e.addEventListener("error",r=>n(r.error)),e.addEventListener("unhandledrejection",r=>n(r.reason))}var ca="a[href], button, input, select, textarea, summary, [tabindex='0']",mp="[data-index], [data-row], [role=listitem]";function $p(e){let t=[];for(let o=e;o;o=o.parentElement)t.push({element:o,place:[...o.parentElement?.children??[]].indexOf(o)});return t}var Vr=e=>e.getClientRects().length>0&&!e.matches(":disabled"),bp=e=>[...e.matches(ca)?[e]:[],...e.querySelectorAll(ca)].filter(Vr);function yp(e,t,o=bp){let n=e.findLastIndex(({element:r})=>!r.isConnected);for(let r=Math.max(n,0);r<e.length-1;r+=1){let s=e[r+1].element;if(t(s))return null;let i=[...s.children],{element:c,place:u}=e[r],f=i.indexOf(c),d=i.slice(0,f<0?u:f),m=i.slice(d.length+(f<0?0:1)).flatMap(o)[0]??d.flatMap(o).at(-1);if(m)return m}return null}function la(e){let t=[],o=t;e.addEventListener("focusin",({target:s})=>{let i=s,c=i.closest("dialog");c&&t.length&&!c.contains(t[0].element)&&(o=t),t=$p(i)}),e.addEventListener("focusout",({target:s})=>{queueMicrotask(()=>{let i=s;i===t[0]?.element&&i!==document.activeElement&&i.isConnected&&Vr(i)&&(t=[])})});let n=()=>{if(!t.length||document.activeElement!==document.body)return;let s=t.find(({element:p})=>p.matches("dialog"));s&&!s.element.isConnected&&([t,o]=[o,[]]);let i=t[0]?.element;if(i?.isConnected&&!Vr(i))return;let c=t.some(({element:p})=>!p.isConnected&&p.matches(mp)),u=t.find(({element:p})=>p.isConnected&&p.matches("[tabindex]")),d=(c?u?.element:i?.isConnected?i:yp(t,r))??(c?null:document.querySelector("main h1"));d instanceof HTMLElement&&d.focus({preventScroll:!0})},r=s=>s===e||s.matches("main");new MutationObserver(n).observe(e,{childList:!0,subtree:!0,attributeFilter:["disabled"]})}Oe();me();V();ee();U();Oe();E();Dn();F();j();we();ms();Uo();xe();Bt();Zo();ni();var ri=["system","light","dark"];function Rh(){let e=O(Ze),t=O(Xo),o=e==="utc"?"local":"utc";return l`
    <button
      type="button"
      id="zone"
      class="quiet"
      title=${a("zone.switch",{zone:ma(e),other:a(`zone.${o}`)})}
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
      onClick=${()=>Xo.set(ri[(ri.indexOf(t)+1)%ri.length])}
    >
      <${I} name=${t} />
    </button>
  `}function Dh({user:e}){let t=[{text:a("user.account"),href:C("/account")}];return e.signed_in_by==="session"&&t.push({text:a("user.signOut"),onClick:Pn}),l`
    <${Un}
      class="quiet user-menu"
      align="end"
      label=${l`<${I} name="user" /><span>${e.user_id}</span>`}
      name=${a("user.menu",{user:e.user_id,role:P("role",e.role)})}
      items=${t}
    />
  `}function Mh({user:e}){let{path:t}=O(Me),o=[{to:"/",text:a("nav.jobs"),below:"/jobs"},...e.role==="auditor"?[]:[{to:"/set-action",text:a("nav.setAction")}],{to:"/overview",text:a("nav.overview")},...e.role==="admin"?[{to:"/admin",text:a("nav.admin")}]:[],{to:"/help",text:a("nav.help")}],n=({to:r,below:s=r})=>t===r||`${t}/`.startsWith(`${s}/`);return l`
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
  `}function Hh(){let{data:e}=W(t=>T("/v1/meta",{signal:t}),[]);return l`
    <footer>
      ${e&&a("app.footer",{ledger:e.ledger.name,version:e.version})}
      <${cl} />
      <a href=${C("/docs")}>${a("app.api")}</a>
    </footer>
  `}function sr({children:e}){let t=O(R);return l`
    <a class="skip" href="#main">${a("app.skip")}</a>
    <header class="top">
      <a class="brand" href=${C("/")}>${a("app.name")}</a>
      ${t&&l`<${Mh} user=${t} />`}
      <div class="top-end">
        <${Rh} />
        ${t&&l`<${Dh} user=${t} />`}
      </div>
    </header>
    <${Ya} />
    <main id="main">${e}</main>
    ${t&&l`<${Hh} />`}
    <${Qa} />
    <${dl} />
  `}F();j();xe();pe();G();E();var bb=()=>Promise.resolve().then(()=>(hl(),pl)),Zf=()=>Promise.resolve().then(()=>(vl(),xl)),Qf=()=>Promise.resolve().then(()=>(su(),ru)),ep=()=>Promise.resolve().then(()=>(vu(),xu)),tp=[{pattern:"/",load:Qf},{pattern:"/jobs",load:Qf},{pattern:"/jobs/:job_id",load:()=>Promise.resolve().then(()=>(kd(),vd))},{pattern:"/jobs/:job_id/compare/:other_id",load:()=>Promise.resolve().then(()=>(Ed(),Td))},{pattern:"/customers",load:ep},{pattern:"/customers/:cid",load:ep},{pattern:"/set-action",load:()=>Promise.resolve().then(()=>(of(),tf))},{pattern:"/overview",load:()=>Promise.resolve().then(()=>(Nf(),Lf))},{pattern:"/account",load:()=>Promise.resolve().then(()=>(Bf(),Ff))},{pattern:"/admin",load:()=>Promise.resolve().then(()=>(Xf(),Yf))},{pattern:"/help",load:Zf,isPublic:!0},{pattern:"/help/:topic",load:Zf,isPublic:!0}],yb={pattern:"",load:bb,isPublic:!0};function wb({route:e,params:t}){let[o,n]=y(null),[r,s]=y(""),[i]=ds(console.error);return A(()=>{e.load().then(c=>n(()=>c.default),()=>T("/v1/account",{asks:!1}).then(()=>s(a("app.updated")),()=>s(a("app.notLoaded"))))},[]),i?l`
      <${se} title=${a("app.broken")}><p>${a("app.failed",{why:i.message})}</p><//>
    `:r?l`
      <${se} title=${r}>
        <button type="button" onClick=${()=>location.reload()}>${a("app.reload")}</button>
      <//>
    `:o?l`<${o} ...${t} />`:l`<${mt} />`}var gb=()=>l`
  <${z}>${a("app.notFound")}<//>
  <p>${a("app.notFoundHint")}</p>
  <p><${M} to="/">${a("app.toJobs")}<//></p>
`;function _b(){let{path:e}=O(Me),t=O(R),o=W(kn,[]);if(t===void 0)return l`
      <${sr}>
        <${te} problem=${o.error} retry=${o.reload} />
        ${!o.error&&l`<${mt} />`}
      <//>
    `;let n=Kr(tp,e);if(!n)return l`<${sr}><${gb} /><//>`;let r=t!==null||n.route.isPublic,{route:s,params:i}=r?n:{route:yb,params:{}},c=`${t?.user_id} ${r?e:""}`;return l`<${sr}><${wb} key=${c} route=${s} params=${i} /><//>`}aa(globalThis,e=>K(a("app.failed",{why:e}),"error"));ra(()=>location.reload());ua(tp);var op=document.querySelector("#app");la(op);ss(l`<${_b} />`,op);
