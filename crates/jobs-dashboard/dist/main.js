var Yf=Object.defineProperty;var _=(e,t,o)=>()=>{if(o)throw o[0];try{return e&&(t=e(e=0)),t}catch(n){throw o=[n],n}};var Fe=(e,t)=>{for(var o in t)Yf(e,o,{get:t[o],enumerable:!0})};var xe,Y,De=_(()=>{"use strict";xe=class extends Error{constructor(t,o){super(o),this.name="VerifyError",this.code=t}},Y=(e,t)=>new xe("malformed",`${e}: ${t}`)});function be(e){if(typeof e!="string")throw Y("text","is not a string");if(/\p{Surrogate}/u.test(e))throw Y("text","has half of a surrogate pair");return Xf.encode(e)}function kt(e,t){if(typeof e!="string"||!/^[0-9a-f]{64}$/.test(e))throw Y(t,"a hash is not 64 lower-case hex digits");return Uint8Array.from({length:32},(o,n)=>parseInt(e.slice(2*n,2*n+2),16))}function yn(e,t){if(!Array.isArray(e))throw Y(t,"its path is not a list of hashes");return e.map(o=>kt(o,t))}function Oo(e){let t;try{t=atob(e)}catch{return null}return btoa(t)!==e?null:Uint8Array.from(t,o=>o.charCodeAt(0))}function Pr(e){let t=Oo(e);return t?.length===32?t:null}function Ur(e){let t=/^(0|[1-9][0-9]*)$/.test(e)?Number(e):NaN;return Number.isSafeInteger(t)?t:null}function wn(...e){let t=new Uint8Array(e.reduce((n,r)=>n+r.length,0)),o=0;for(let n of e)t.set(n,o),o+=n.length;return t}function gn(e,t){let o=Math.min(e.length,t.length);for(let n=0;n<o;n+=1)if(e[n]!==t[n])return e[n]-t[n];return e.length-t.length}var Xf,Ae,St,Ne=_(()=>{"use strict";De();Xf=new TextEncoder;Ae=e=>Array.from(e,t=>t.toString(16).padStart(2,"0")).join("");St=(e,t)=>gn(e,t)===0});function Jt(e){let t=0,o=()=>{throw new SyntaxError(`not JSON at character ${t}`)},n=()=>{for(;;){let d=e.charCodeAt(t);if(d!==32&&d!==10&&d!==13&&d!==9)return d;t+=1}},r=()=>{n()!==Gi&&o();let d=t;for(let h=e.indexOf('"',t+1);h>0;h=e.indexOf('"',h+1)){let m=h;for(;e.charCodeAt(m-1)===Zf;)m-=1;if((h-m)%2)continue;t=h+1;let p=e.slice(d+1,h);return tp.test(p)?JSON.parse(`"${p}"`):p}return o()},s=()=>{let d=r();return n()!==Qf&&o(),t+=1,d},i=()=>{if(n()===Gi)return r();Zi.lastIndex=t;let d=Zi.exec(e)?.[0];if(d)return t+=d.length,new qt(d);let[h,m]=op.find(([p])=>e.startsWith(p,t))??o();return t+=h.length,m},c=[],u=null,f=d=>{let h=c.at(-1);h?Array.isArray(h)?h.push(d):h.values.push(d):u=d};for(;;){let d=n();if(d===Fr||d===Yi){let h=d===Fr?new tt:[];if(f(h),c.push(h),t+=1,n()!==d+Xi){h instanceof tt&&h.names.push(s());continue}}else f(i());for(;;){let h=n(),m=c.at(-1);if(!m)return t<e.length?o():u;let p=m instanceof tt,$=h===ep;if(!$&&h!==(p?Fr:Yi)+Xi&&o(),t+=1,$){p&&m.names.push(s());break}c.pop()}}}var qt,Vt,tt,Gi,Zf,Qf,ep,Fr,Yi,Xi,Zi,tp,op,Co=_(()=>{"use strict";qt=class{constructor(t){this.text=t}},Vt=class{constructor(t){this.text=t}},tt=class{constructor(){this.names=[],this.values=[]}},[Gi,Zf,Qf,ep,Fr,Yi]=Array.from('"\\:,{[',e=>e.charCodeAt(0)),Xi=2,Zi=/-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y,tp=/[\\\p{Cc}]/u,op=[["true",!0],["false",!1],["null",null]]});function rp(e={}){let t=Object.entries(e).flatMap(([o,n])=>(Array.isArray(n)?n:[n]).filter(r=>r!=null&&r!=="").map(r=>[o,String(r)]));return t.length?`?${new URLSearchParams(t)}`:""}var np,Te,I,N,q=_(()=>{"use strict";np=globalThis.document?.querySelector('meta[name="prefix"]'),Te=np?.getAttribute("content")??"";I=(e,t)=>Te+e+rp(t),N=(e,...t)=>String.raw({raw:e},...t.map(o=>encodeURIComponent(o)))});async function Qi(e){let t=await e.text().catch(()=>""),o=null;try{o=JSON.parse(t)}catch{}return new Z({status:e.status,type:o?.type,title:o?.title??e.statusText,detail:o?.detail??o?.message??o?.error,field:o?.field,retryAfter:Number(e.headers.get("retry-after"))||null,body:o})}var Z,_n,lt=_(()=>{"use strict";Z=class extends Error{constructor({status:t,type:o,title:n,detail:r,field:s,retryAfter:i,body:c}){super(r||n||String(t)),this.name="Problem",this.status=t,this.type=o??"about:blank",this.title=n??"",this.detail=r??"",this.field=s??null,this.retryAfter=i??null,this.body=c??null}get isNetwork(){return this.status===0}get isFault(){return this.status<0}get isTemporary(){return[0,408,429,502,503,504].includes(this.status)}},_n=e=>e instanceof Z?e:new Z({status:-1,type:"fault",detail:String(e?.message||e)})});function we(e){let t=e,o=new Set,n=r=>{if(!Object.is(r,t)){t=r;for(let s of[...o])s(t)}};return{get:()=>t,set:n,update:r=>n(r(t)),watch:r=>(o.add(r),()=>o.delete(r))}}var Be=_(()=>{"use strict"});function ta(e){ea=e}function sp(){return Br??=ea().finally(()=>Br=null),Br}async function ip(e,t,o,n){let r={accept:"application/json"};o!==void 0&&(r["content-type"]="application/json"),n.key&&(r["idempotency-key"]=n.key);try{let s=await fetch(I(t,n.query),{method:e,headers:r,body:o instanceof Vt?o.text:JSON.stringify(o)??null,signal:n.signal??null,credentials:"same-origin",redirect:"error"});return At.set(!0),s}catch(s){throw n.signal?.aborted?s:(At.set(!1),new Z({status:0,type:"network",detail:String(s)}))}}async function oa(e,t,o,n){for(;;){let r=await ip(e,t,o,n);if(r.ok)try{return await(n.asText?r.text():r.json())}catch(c){throw n.signal?.aborted?c:new Z({status:0,type:"network",detail:String(c)})}let s=await Qi(r);if(!(s.status===401&&n.asks!==!1)||!await sp())throw s}}var At,ea,Br,O,ie,Kt,te=_(()=>{"use strict";Ne();Co();q();lt();Be();At=we(!0),ea=async()=>!1,Br=null;O=(e,t={})=>oa("GET",e,void 0,t),ie=(e,t={},o={})=>oa("POST",e,t,o),Kt=()=>Ae(crypto.getRandomValues(new Uint8Array(16)))});function zr(e,t="localStorage"){let o=Wr.get(e)??null;try{return globalThis[t].getItem(xn(e))??o}catch{return o}}function ot(e,t){let o=zr(e,t);try{return o===null?null:JSON.parse(o)}catch{return null}}function Gt(e,t,o="localStorage"){let n=JSON.stringify(t);t===null?Wr.delete(e):Wr.set(e,n);try{return t===null?globalThis[o].removeItem(xn(e)):globalThis[o].setItem(xn(e),n),!0}catch{return!1}}function nt(e,t,o){let n=we(ot(e,o)??t),r=()=>n.set(ot(e,o)??t);return globalThis.addEventListener?.("storage",s=>{s.key===xn(e)&&r()}),n.watch(s=>Gt(e,s,o)),n}var Wr,xn,Tt=_(()=>{"use strict";q();Be();Wr=new Map,xn=e=>`jobs:${Te}:${e}`});function vn(e){let t=F.get()?.user_id;return F.watch(o=>{o?.user_id!==t&&(t=o?.user_id,e())})}function na(e){let t=nt("user","");F.watch(o=>o&&t.set(o.user_id)),t.watch(o=>{let n=F.get()?.user_id;n&&o&&n!==o&&e()})}async function kn(){F.set(await O("/v1/account",{asks:!1}))}async function ra(e){let t=await ie("/v1/sign-in",e,{asks:!1});return F.set(t),t}async function sa(){try{await ie("/v1/sign-out",{},{asks:!1})}catch(e){if(!(e instanceof Z)||e.status!==401)throw e}F.set(null)}var F,ge=_(()=>{"use strict";te();Tt();Be();F=we(void 0)});function qr(e=!1){let{pathname:t,search:o}=globalThis.location??{pathname:"/",search:""};return{path:t.slice(Te.length)||"/",search:o,isBack:e}}function ap(e,t){let o=e.split("/"),n=t.replace(/(.)\/$/,"$1").split("/");if(o.length!==n.length)return null;let r={};for(let[s,i]of o.entries()){if(!i.startsWith(":")){if(i!==n[s])return null;continue}try{r[i.slice(1)]=decodeURIComponent(n[s])}catch{return null}}return r}function Vr(e,t){for(let o of e){let n=ap(o.pattern,t);if(n)return{route:o,params:n}}return null}function ve(e,{replace:t=!1}={}){if(e===location.pathname+location.search)return;history[t?"replaceState":"pushState"](null,"",e);let o=Me.get().path;Me.set(qr()),Me.get().path!==o&&scrollTo(0,0)}function Sn(e,t){let o=e.toString();ve(location.pathname+(o?`?${o}`:""),t)}function aa(e){addEventListener("popstate",()=>Me.set(qr(!0))),document.addEventListener("click",t=>{let o=t.target.closest?.("a[href]");!(o instanceof HTMLAnchorElement)||o.target||o.hasAttribute("download")||t.defaultPrevented||t.button!==0||t.ctrlKey||t.metaKey||t.shiftKey||t.altKey||o.origin!==location.origin||!o.pathname.startsWith(Te)||o.hash||!Vr(e,o.pathname.slice(Te.length)||"/")||(t.preventDefault(),ve(o.pathname+o.search))})}var Me,Le=_(()=>{"use strict";q();Be();Me=we(qr())});function Et(e,t){return An[t]??=ca(t,{...la,...cp,hourCycle:"h23"}),ua(An[t],e)}function da(e,t){return An[`${t}-day`]??=ca(t,la),ua(An[`${t}-day`],e)}function No(e){let t=["B","kB","MB","GB"],o=0,n=e;for(;n>=1e3&&o<t.length-1;o+=1)n/=1e3;return`${pa.format(Number(n.toFixed(n<10&&o?1:0)))} ${t[o]}`}function Lo(e,t){let o=n=>+`0.${/\.\d{3}(\d+)/.exec(n)?.[1]??0}`;return Date.parse(t)-Date.parse(e)+o(t)-o(e)}function We(e){if(e<1e3)return`${Number(e.toFixed(e<10?1:0))} ms`;if(e<59950)return`${Number((e/1e3).toFixed(1))} s`;let t=Math.round(e/1e3),o=(s,i,c,u)=>c?`${H(s)} ${i} ${c} ${u}`:`${H(s)} ${i}`;if(t<3600)return o(Math.floor(t/60),"min",t%60,"s");let n=Math.round(t/60);if(n<1440)return o(Math.floor(n/60),"h",n%60,"min");let r=Math.round(n/60);return o(Math.floor(r/24),"d",r%24,"h")}var jt,ca,An,la,cp,ua,fa,pa,lp,H,Ot,Yt,ae=_(()=>{"use strict";jt="en-GB",ca=(e,t)=>new Intl.DateTimeFormat(jt,{...t,...e==="utc"?{timeZone:"UTC"}:{}}),An={},la={day:"2-digit",month:"short",year:"numeric"},cp={hour:"2-digit",minute:"2-digit",second:"2-digit"},ua=(e,t)=>Number.isNaN(Date.parse(t))?String(t):e.format(new Date(t));fa=e=>e==="utc"?"UTC":new Intl.DateTimeFormat().resolvedOptions().timeZone,pa=new Intl.NumberFormat(jt),lp=new Intl.NumberFormat(jt,{style:"percent",maximumFractionDigits:1}),H=e=>pa.format(e),Ot=e=>lp.format(e);Yt=e=>`${e.slice(0,8)}\u2026${e.slice(-4)}`});var Jr,ha=_(()=>{"use strict";Jr={"app.name":"Job ledger","app.skip":"Skip to the content","app.updated":"The page has been updated on the server.","app.notLoaded":"The page could not be loaded: the server cannot be reached.","app.broken":"This page cannot be shown","app.failed":"Something failed: {why}","app.reload":"Load it again","app.again":"Try again","app.retrying":"Trying again by itself.","app.offline":"The server cannot be reached. What is shown may be out of date.","app.loading":"Loading\u2026","app.close":"Close","app.cancel":"Cancel","app.remove":"Remove {what}","app.copied":"Copied {what}","app.notCopied":"The browser did not allow copying. The text is {what}","app.copy":"Copy {what}","app.more":"More","app.none":"none","app.notFound":"There is no such page","app.notFoundHint":"The address may be incomplete.","app.toJobs":"To the jobs","app.footer":"{ledger} \xB7 version {version}","app.api":"API","nav.label":"Pages","nav.jobs":"Jobs","nav.setAction":"Set Action","nav.overview":"Overview","nav.help":"Help","nav.admin":"Users","user.menu":"{user}, {role}","user.account":"Account","user.signOut":"Sign out","user.signedOut":"You are signed out.","user.notSignedOut":"You are still signed in. {why}","zone.local":"Local time","zone.utc":"UTC","zone.switch":"Times are in {zone}. Show them in {other}","theme.system":"Theme: system","theme.light":"Theme: light","theme.dark":"Theme: dark","status.IN_PROGRESS":"In progress","status.SUCCESS":"Success","status.FAILED":"Failed","status.UNCONFIRMED":"Unconfirmed","cause.answered":"answered","cause.unreadable_answer":"unreadable answer","cause.inconclusive_answer":"inconclusive answer","cause.timed_out":"timed out","cause.connection_lost":"connection lost","cause.never_sent":"never sent","cause.withheld":"withheld","cause.interrupted":"interrupted","cause.reported":"reported","cause.imported":"imported","source.gateway":"Set Action","source.api":"API","source.import":"Import","source.embedded":"Program","fact.job_id":"Job ID","fact.status":"Status","fact.user_id":"User","fact.submitted_by":"Submitted by","fact.action_name":"Action","fact.action_code":"Action code","fact.customer_count":"Customers","fact.source":"Source","fact.created_at":"Created","fact.updated_at":"Updated","fact.http_status":"HTTP status","fact.batch_id":"Batch","fact.cluster_url":"Upstream URL","fact.retry_of":"Retry of","role.operator":"operator","role.auditor":"auditor","role.admin":"admin","kind.job_created":"Created","kind.job_imported":"Imported","kind.status_changed":"Status changed","kind.note_added":"Note","problem.fault":"The page failed","problem.network":"The server cannot be reached","problem.networkHint":"Check the connection.","problem.401":"You are signed out","problem.403":"You may not see or do this","problem.404":"There is nothing here","problem.404Hint":"It does not exist, or belongs to somebody else.","problem.429":"Too many requests","problem.waitHint":{one:"Wait {n} second.",other:"Wait {n} seconds."},"problem.503":"The server is busy","problem.maybeRecorded":"Something may have been recorded. Look it up before you send it again.","signIn.title":"Sign in","signIn.password":"Password","signIn.user":"User","signIn.token":"Token","signIn.how":"Sign in with","signIn.withPassword":"User and password","signIn.withToken":"Token","signIn.tokenHint":"The admin token that the first start printed, or one of your own.","signIn.submit":"Sign in","signIn.wrong":"The user or the password is not right.","signIn.wrongToken":"The server does not know this token.","signIn.ended":"Your session has ended","signIn.endedHint":"Sign in again as {user}. What you typed is still there.","landing.title":"Every job on record","landing.what":"This server keeps an append-only record of every job that operators and services run: who asked for what, for which customers, and how it ended for each of them. Nothing is ever changed or removed, and anyone can check that.","landing.size":{one:"One entry so far.",other:"{n} entries so far."},"landing.ledger":"Ledger","landing.help":"How the proof works","landing.docs":"The API","landing.checkpoint":"The newest checkpoint","jobs.title":"Jobs","jobs.notes":{one:"{n} note",other:"{n} notes"},"jobs.user":"User","jobs.action":"Action","jobs.customers":"Customers","jobs.customersUnit":{one:"customer",other:"customers"},"jobs.status":"Status","jobs.date":"Date","jobs.id":"Job ID","jobs.retry":"retry","jobs.fresh":{one:"{n} new job",other:"{n} new jobs"},"jobs.freshMany":"More than {n} new jobs","jobs.download":"Download","jobs.csvExcel":"CSV for Excel","jobs.end":{one:"That is all: {n} job.",other:"That is all: {n} jobs."},"jobs.noMatch":"No job matches","jobs.empty":"No jobs have been recorded yet","jobs.emptyAction":"Run a Set Action","jobs.emptyDocs":"Or record jobs by the API","jobs.older":"Show older jobs","jobs.olderShown":"These are older jobs.","jobs.newest":"To the newest","search.label":"Search by job ID, customer, user or action","search.placeholder":"Job ID, customer, user or action","search.suggestions":"What this may be","search.job":"Job","search.prefix":"All jobs whose ID begins with","search.customer":"Customer","search.user":"Jobs of user","search.action":"Jobs with action","filter.all":"Filters","filter.chosen":"Chosen filters","filter.clear":"Clear filters","filter.add":"Add","filter.status":"Status","filter.cause":"Cause","filter.action_name":"Action","filter.user_id":"User","filter.cid":"Customer","filter.batch_id":"Batch","filter.source":"Source","filter.job_id":"Job ID begins with","filter.retry_of":"Retry of","filter.since":"From","filter.until":"Before","filter.within":"Date","filter.date":"Date","filter.from":"First day","filter.to":"Last day","filter.days":{one:"the last day",other:"the last {n} days"},"filter.hours":{one:"the last hour",other:"the last {n} hours"},"views.title":"Views","views.name":"Name of this view","views.save":"Save","views.saved":"Saved {name}","views.hint":"Choose filters, then save them here as a view.","keys.title":"Keys","keys.search":"Search","keys.down":"To the next job","keys.up":"To the job before","keys.open":"Open the job","keys.escape":"Close what is open","keys.help":"Show these keys","job.title":"Job","job.customers":{one:"{n} customer",other:"{n} customers"},"job.submitted":"Submitted by {user}","job.submittedFor":"Submitted by {by} for {user}","job.running":"running for {time}","job.took":"took {time}","job.now":"The status is now: {status}","job.facts":"Facts","job.actions":"Actions","job.timeline":"What was recorded","job.earlier":{one:"Show {n} earlier entry",other:"Show {n} earlier entries"},"job.by":"by {user}","job.later":"{time} later","job.named":{one:"names {n} customer",other:"names {n} customers"},"job.answer":"Answer","job.receipt":"Receipt","job.leaf":"Leaf","job.proved":"entry #{index}, proved","job.notProved":"entry #{index}, NOT PROVED","job.allProved":{one:"{n} entry proved, of {size} in the ledger",other:"{n} entries proved, of {size} in the ledger"},"job.noneProved":"NOT PROVED","job.alarm":"This job is not shown as it was recorded","job.alarmHint":"Something on this page was changed after it was recorded, or left out. Rely on nothing here. Download what the server sent, and give it to the people who run the ledger.","job.malformed":"The server's answer is not what a job looks like. Nothing of it is shown.","job.other":"The server answered with another job. Nothing of it is shown.","job.entryWrong":"entry {index}: {why}","job.stale":"the facts are older than the entries","job.countsWrong":"the counts of outcomes are not those of the entries","job.checkLists":{one:"Check the list of {n} customer",other:"Check the list of {n} customers"},"job.checking":"Checking\u2026","job.listsProved":{one:"list of {n} customer, proved",other:"list of {n} customers, proved"},"job.unconnected":"not proved yet: not compared with what this browser remembers","job.notYet":"entry #{index}, not proved yet","job.listsWrong":"these lists are NOT PROVED","job.rowWrong":"an outcome is not the one that was recorded","job.outcomes":{one:"Outcome for {n} customer",other:"Outcomes for {n} customers"},"job.statuses":"Outcomes to show","job.allStatuses":"All","job.search":"Customer or message","job.customer":"Customer","job.status":"Status","job.message":"Message","job.ofTheJob":"as the job","job.ofEntry":"from entry #{index}","job.rows":{one:"{n} customer shown",other:"{n} customers shown"},"job.noRows":"No customer matches","job.copyCustomers":"Copy customers","job.copiedCustomers":{one:"Copied {n} customer",other:"Copied {n} customers"},"job.payload":"Payload","job.payloadProved":"is the payload that was recorded, proved","job.payloadWrong":"the payload is NOT PROVED","job.copyText":"Copy","job.downloadText":"Download","job.related":"Related jobs","job.retryOf":"Tries again","job.retries":"Tried again by","job.batch":"Same batch","job.overlaps":"Same action, same customers, at about the same time","job.inCommon":{one:"{n} in common",other:"{n} in common"},"job.evidence":"Evidence","job.curl":"Copy as curl","job.curlRefused":"No command was copied: the payload that the server sent is not proved to be the recorded one, or is no JSON.","job.curlCopied":"the command. Set TOKEN and UPSTREAM_TOKEN before you run it.","job.sending":"Sending\u2026","job.retry":"Try again","job.retryWhom":"For whom","job.retryFailed":{one:"The {n} that failed",other:"The {n} that failed"},"job.retryAll":{one:"All {n}",other:"All {n}"},"job.retryUnconfirmed":"Nobody knows whether the upstream acted on this job. Look there first: it may do it twice.","job.retrySend":{one:"Send {action} to {n} customer",other:"Send {action} to {n} customers"},"job.token":"Token for the upstream","job.tokenHint":"It is sent once, and not kept.","job.url":"Another URL","job.urlHint":"Leave it empty to use the recorded one.","job.members":"Members of the payload to give again","job.membersHint":'A JSON object, such as {"pin": "\u2026"}.',"job.membersWrong":"This is not a JSON object.","job.settle":"Settle","job.settleHint":"Nobody knows whether the upstream acted. Look there, then record what you found. It is added to what was recorded, under your name.","job.settleAs":"It ended as","job.reason":"Reason","job.reasonHint":"How you know.","job.settleSend":"Record it","job.settled":"Recorded how the job ended.","job.note":"Add a note","job.noteText":"Note","job.noteHint":"{n} of {most} bytes. A note cannot be changed or removed.","job.noteLong":"The note is too long.","job.noteSend":"Add the note","job.noted":"The note is recorded.","job.compare":"Compare","job.compareWith":"ID of another job, or its beginning","job.compareSend":"Compare","job.compareNone":"There is no other job whose ID begins so.","compare.title":"Two jobs compared","compare.a":"The first","compare.b":"The second","compare.differs":"differs","compare.customers":"Customers","compare.only_a":"Only in the first","compare.only_b":"Only in the second","compare.both":"In both","json.all":"Show all {n} characters","proof.first":{one:"From now on this browser remembers the ledger ({n} entry)",other:"From now on this browser remembers the ledger ({n} entries)"},"proof.same":{one:"Nothing has been removed or changed since your last visit ({n} entry)",other:"Nothing has been removed or changed since your last visit ({n} entries)"},"proof.grown":"Nothing has been removed or changed since your last visit ({from} \u2192 {to} entries)","proof.unchecked":"Not compared with your last visit: the server did not give the proof","proof.alarm":"ALARM: see above","proof.entries":{one:"{n} entry",other:"{n} entries"},"proof.alarm.key":"The key of this ledger has changed","proof.alarm.keyHint":"A server with another key can show another ledger. Compare the new key with one that you have from somebody you trust. If nobody told you of a change, rely on nothing here.","proof.alarm.signature":"The ledger is not signed with its key","proof.alarm.signatureHint":"The signature of the newest checkpoint is not genuine. Rely on nothing here. Download what the server sent, and give it to the people who run the ledger.","proof.alarm.shrunk":"Entries have been removed: the ledger had {from}, and has {to}","proof.alarm.shrunkHint":"A ledger only grows. An older copy may have been put in its place, or its end was cut off. Download what was received, and give it to the people who run the ledger.","proof.alarm.forked":"Entries have been changed or removed since your last visit","proof.alarm.forkedHint":"The {from} entries that were signed then are not among those that the server signs now. Download what was received, and give it to the people who run the ledger.","proof.alarm.refused":"The server refuses the proof that nothing was removed or changed","proof.alarm.refusedHint":"It shows a larger ledger than the {from} entries that this browser remembers, and does not prove that they are still in it. The browser asks again. Until then, nothing here is shown as proved.","proof.alarm.withheld":"The server goes on refusing the proof that nothing was removed or changed","proof.alarm.withheldHint":"It signed a larger ledger than the {from} entries that this browser remembers. A ledger that has only grown can prove that. Rely on nothing here. Download what was received, and give it to the person who is responsible for the ledger.","proof.alarm.malformed":"The server answered with something that is no proof","proof.alarm.malformedHint":"The ledger could not be compared with what this browser remembers. Download what was received, and give it to the person who is responsible for the ledger.","proof.alarm.damaged":"What this browser remembered of the ledger is damaged","proof.alarm.damagedHint":"It cannot be compared with what the server shows, so a change would not be noticed. Nothing was replaced. Download what there is, then accept what the server shows now, best after you compared the key.","proof.unresolved":"This alarm of {at} has not been accepted yet.","proof.dismiss":"End this alarm","proof.dismissHint":"Download what was received first: it is the only proof. What this browser remembers of the ledger stays as it is.","proof.pinned":"This browser expects the key {key}, which you entered.","proof.pin":"Verifier key that you have from elsewhere","proof.pinHint":"One line: the name of the ledger, and two parts after a + each.","proof.pinWrong":"This is no verifier key.","proof.pinDo":"Expect this key","proof.pinDone":"The key is remembered. If the server has another one, that is an alarm.","proof.download":"Download what was received","proof.whatToDo":"What this means","proof.accept":"Accept the new state","proof.acceptTitle":"Forget what this browser remembers?","proof.acceptHint":"Download what was received first: it is the only proof of the change. Then this browser remembers what the server shows now, and compares with that from now on.","proof.before":"Before","proof.now":"Now","customer.title":"Customer {cid}","customer.titleNone":"A customer","customer.lookUp":"Look up a customer","customer.show":"Show","customer.setAction":"Run an action","customer.inJobs":"In the list of jobs","customer.none":"Nothing was ever done to this customer","customer.noneHint":"Customers are compared character by character, and operators see their own jobs only.","customer.count":{one:"{n} job",other:"{n} jobs"},"customer.countMore":{other:"The newest {n} jobs"},"customer.when":"When","customer.action":"Action","customer.outcome":"For this customer","customer.job":"The whole job","customer.user":"User","customer.id":"Job ID","customer.asJob":"as the job","customer.submittedBy":"submitted by {user}","customer.older":"Show older","customer.newer":"Show newer","customer.fresh":{one:"{n} new",other:"{n} new"},"setAction.title":"Set Action","setAction.auditor":"Auditors see every job, and run none","setAction.auditorHint":"Ask an admin for the role of an operator.","setAction.noUpstream":"This server may call no upstream","setAction.noUpstreamHint":"The operator of the server allows one with --upstream.","setAction.what":"What is done","setAction.action":"Action","setAction.choose":"Choose\u2026","setAction.other":"Another\u2026","setAction.otherName":"Name of the action","setAction.upstream":"Upstream","setAction.path":"Path","setAction.sendsTo":"Sent to {url}","setAction.token":"The upstream's token","setAction.tokenHint":"Sent with the request, never recorded, and forgotten afterwards.","setAction.batch":"Batch (optional)","setAction.batchHint":"A label that jobs have in common.","setAction.customers":"Customers","setAction.paste":"One a line, or separated by commas, semicolons or tabs; or a table","setAction.file":"Choose a file","setAction.drop":"or drop one here (CSV or text).","setAction.pasted":"Pasted text","setAction.clear":"Remove","setAction.separated":"Separated by","setAction.lines":"Lines","setAction.comma":"Commas","setAction.semicolon":"Semicolons","setAction.tab":"Tabs","setAction.any":"Commas, semicolons or tabs","setAction.column":"Column with the customers","setAction.columnOf":"{name} ({samples}, \u2026)","setAction.columnNo":"Column {n}","setAction.every":"Every value is a customer","setAction.header":"The first line names the columns","setAction.unclosed":"The quote in line {line} is never closed. It was read as a character of the value.","setAction.find":"Find in the list","setAction.found":{one:"{n} found",other:"{n} found"},"setAction.list":"The customers, line by line","setAction.kind.all":"All","setAction.kind.good":"Good","setAction.kind.duplicate":"Duplicates","setAction.kind.blank":"Blank","setAction.kind.spaces":"Spaces at an end","setAction.kind.invalid":"Invalid","setAction.trim":{one:"Trim the spaces of {n}",other:"Trim the spaces of {n}"},"setAction.remove":{one:"Remove the one that is marked",other:"Remove the {n} that are marked"},"setAction.removed":{one:"{n} was left out.",other:"{n} were left out."},"setAction.trimmed":"Spaces at the ends were trimmed.","setAction.undo":"Undo","setAction.line":"line {line}","setAction.sameAs":"same as line {line}","setAction.isBlank":"blank","setAction.spaces":"spaces at an end","setAction.count":{one:"{n} customer",other:"{n} customers"},"setAction.review":"Review and send","setAction.missing":"Choose an action and an upstream.","setAction.why.reading":"The customers are being read.","setAction.why.invalid":"Some customers are marked. Put them right or remove them.","setAction.why.column":"Choose the column with the customers.","setAction.why.none":"There are no customers yet.","setAction.why.many":"A job has at most {most} customers.","setAction.confirm":{one:"Run {action} for one customer?",other:"Run {action} for {n} customers?"},"setAction.noToken":"none given","setAction.isGiven":"given","setAction.leftOut":{one:"{n} repeated, blank or removed line is left out.",other:"{n} repeated, blank or removed lines are left out."},"setAction.noOverlap":{one:"No job of the last second did the same to any of them.",other:"No job of the last {n} seconds did the same to any of them."},"setAction.overlap":{one:"Another job has just done the same to some of them",other:"{n} other jobs have just done the same to some of them"},"setAction.overlapJob":{one:"one customer in common",other:"{n} customers in common"},"setAction.incomplete":"Not all recent jobs could be compared.","setAction.refuses":"The server refuses that. Wait, or look at those jobs first.","setAction.lookAgain":"Look again","setAction.send":"Send","setAction.sending":"Sending\u2026","setAction.sent":"Sent as job {id}","setAction.sentTitle":"Sent","setAction.sentWhat":{one:"{action} for one customer",other:"{action} for {n} customers"},"setAction.open":"Open the job","setAction.notFound":{one:"It is not the one entry that the ledger has. What is not recorded is not sent.",other:"It is none of the {n} entries that the ledger has. What is not recorded is not sent."},"setAction.unknown":"It is not known yet whether this was recorded. Do not send it again before that.","setAction.seeking":"Looking for its job\u2026","csv.workbook":"This is a workbook. Save it as CSV and choose that file.","csv.encoding":"This file is not in UTF-8 or UTF-16. Save it as CSV in UTF-8.","csv.binary":"This is not a text file.","csv.large":"This file is larger than {size}.","name.empty":"must not be empty","name.long":"{n} bytes long; at most {most} are allowed","name.control":"has a control character, such as a tab","name.ends":"begins or ends with a space","name.unseen":"has {code}, which cannot be seen","overview.title":"Overview","overview.span":"The last","overview.days":"{n} days","overview.own":"Of your own jobs.","overview.empty":"There are no jobs yet","overview.emptyHint":"What jobs there are by day, by action and by user is drawn here.","overview.jobs":{one:"{n} job",other:"{n} jobs"},"overview.all":"Jobs in all","overview.inSpan":"In the last {n} days","overview.rateInSpan":"Failed, in the last {n} days","overview.inProgress":"In progress","overview.unconfirmed":"Unconfirmed","overview.total":"Jobs","overview.ended":"Ended","overview.day":"Day (UTC)","overview.action":"Action","overview.user":"User","overview.others":"all others","overview.byDay":"Jobs per day","overview.byDayHint":"By the day of their creation in UTC, and by the status that they have now.","overview.byDayTable":"Jobs of {n} days, by day and status","overview.byDayLabel":"Stacked bars: jobs per day by status, {from} to {to}. The most on a day are {most}.","overview.rate":"Failure rate","overview.rateHint":"Failed jobs of a day, as a share of its jobs that have ended: success, failed and unconfirmed.","overview.rateTable":"Failure rate of {n} days","overview.rateLabel":"Bars: failure rate per day, {from} to {to}. The highest is {most}.","overview.noneEnded":"no job has ended","overview.byAction":"By action","overview.byUser":"By user","overview.byValueHint":"Of all time.","overview.byActionTable":"Jobs by action and status, of all time","overview.byUserTable":"Jobs by user and status, of all time","overview.byActionLabel":"Stacked bars: jobs by action and status. {names}","overview.byUserLabel":"Stacked bars: jobs by user and status. {names}","overview.durations":"How long jobs took","overview.durationsHint":{one:"From creation to the newest status, of the one job that ended as success or failed.",other:"From creation to the newest status, of the newest {n} jobs that ended as success or failed. Those that were never sent are left out. A job that was unconfirmed at first counts until it was settled."},"overview.durationsTable":"How long the newest {n} jobs took","overview.durationsLabel":"Bars: how long the newest {n} jobs took. The median is {median}, the 95th percentile {high}.","overview.took":"Took","overview.below":"< {to}","overview.atLeast":"\u2265 {from}","overview.endedBy":"Ended by","overview.median":"Median","overview.p95":"95th percentile","overview.by.all":"all","overview.by.answered":"the upstream's answer","overview.by.reported":"a report","overview.by.imported":"an import","chart.table":"Show as a table","health.title":"The ledger's health","health.state":"State","health.ready":"Takes entries and answers","health.notReady":"Takes no entries","health.size":"Size","health.entries":{one:"{n} entry",other:"{n} entries"},"health.checkpoint":"Newest checkpoint","health.checkpointOf":{one:"{n} entry, signed; root",other:"{n} entries, signed; root"},"health.download":"Download","health.key":"Verifier key","health.seen":"This browser","health.seenSize":{one:"last checked at one entry: rightly signed, and nothing missing that it saw before",other:"last checked at {n} entries: rightly signed, and nothing missing that it saw before"},"health.notSeen":"has checked nothing yet","health.how":"Everything is verified, entry by entry, by an auditor who runs","health.command":"the command","health.howHint":"With a token of yours in JOBS_TOKEN, and in verifier.key the verifier key as you got it from somebody you trust. The server keeps no record of that.","health.howOperator":"This takes the token of an auditor or admin. The server keeps no record of that.","account.title":"Account","account.who":"Who you are here","account.by":"Signed in by","account.by.session":"a session","account.by.token":"a token","account.by.proxy":"a proxy, which vouches for you","account.by.jwt":"a JWT of your organisation's sign-in","account.ends":"Ends","account.endsHint":"unless you use it again, and 12 hours after it began in any case","account.may.operator":"runs actions, and sees their own jobs","account.may.auditor":"sees everything, and changes nothing","account.may.admin":"sees and does everything","password.title":"Password","password.current":"Current password","password.new":"New password","password.rules":"12 characters or more, at least 5 of them different. Not the user's name, not one text repeated, and none of the passwords that are tried first.","password.show":"Show it","password.change":"Change the password","password.changed":"The password is changed. Your other sessions have ended.","password.ends":"All your other sessions end at once. Your tokens stay.","password.none.session":"You have no password here. An admin can give you one.","password.none.token":"You have no password here. An admin can give you one.","password.none.proxy":"You have no password here: a proxy signs you in. Change your password where you signed in there.","password.none.jwt":"You have no password here: your organisation's sign-in vouches for you. Change your password there.","sessions.title":"Sessions","sessions.hint":"Where you are signed in. The server knows the sessions that were used since it started,","sessions.browser":"Browser","sessions.address":"Address","sessions.used":"Last used","sessions.begun":"Begun","sessions.by.password":"with a password","sessions.by.token":"with a token","sessions.this":"this one","sessions.unknown":"unknown","sessions.end":"End","sessions.endOne":"End the session in {browser}","sessions.endOthers":"End all other sessions","sessions.endTitle":"End this session?","sessions.endOthersTitle":"End all sessions but this one?","sessions.endHint":"Its browser is signed out within a second. What is in flight there is broken off, except for a Set Action that was recorded.","sessions.endOthersHint":"All other browsers are signed out within a second, also those that are not in the list. Tokens stay.","sessions.ended":"The session has ended.","sessions.othersEnded":"All your other sessions have ended.","tokens.title":"Tokens","tokens.hint":"Programs sign in with them. A token may do what you may do.","tokens.unlisted":"You are signed in by a JWT and not listed on this server, so you cannot make tokens. An admin can give you one.","tokens.empty":"There are no tokens","tokens.name":"Name","tokens.nameHint":"What it is for, such as the program that uses it. A name is never used again.","tokens.made":"Made","tokens.used":"Last used","tokens.unused":"never","tokens.ends":"Ends","tokens.noEnd":"no end","tokens.expired":"expired","tokens.user_disabled":"the user is disabled","tokens.revoked":"revoked","tokens.others":{one:"{n} token that no longer works",other:"{n} tokens that no longer work"},"tokens.new":"New token","tokens.make":"Make the token","tokens.lastDay":"Last day","tokens.lastDayHint":"Without one, it works until it is revoked.","tokens.madeTitle":"The new token","tokens.once":"It is shown only now. Store it where only the program can read it. A program that has it may do what its user may do.","tokens.token":"Token","tokens.theToken":"the token","tokens.stored":"I have stored it","tokens.revoke":"Revoke","tokens.revokeOne":"Revoke {name}","tokens.revokeHint":"Programs that use this token of {user} are refused within a second. This cannot be taken back, and the name stays taken.","tokens.revokeCurrent":"You are signed in by this token.","tokens.revokedNow":"{name} is revoked.","admin.title":"Users and tokens","admin.only":"Only admins see this page.","admin.users":"Users","admin.user":"User","admin.role":"Role","admin.signIn":"Signs in","admin.hasPassword":"with a password","admin.hasNone":"without a password","admin.disabled":"disabled","admin.search":"Search","admin.noUser":"No user has this in the name","admin.add":"Add a user","admin.added":"{user} is added.","admin.name":"Name","admin.nameHint":"As it will be recorded with each job. It cannot be changed.","admin.password":"Password (optional)","admin.passwordHint":"Without one, the user signs in by a token, a proxy or a JWT.","admin.change":"Change","admin.changeOne":"Change {user}","admin.setRole":"Set the role","admin.roleHint":"If it takes rights away, the user's sessions and streams end within a second.","admin.self":"This is you. Another admin can change your role or disable you. Your password is changed at","admin.since":"Added","admin.roleSet":"{user} has the new role.","admin.setPassword":"Set the password","admin.setPasswordHint":"The user's sessions end at once. Tokens stay.","admin.passwordSet":"{user} has the new password.","admin.disable":"Disable","admin.disableOne":"Disable {user}","admin.disableHint":"The user's tokens, sessions and JWTs stop working within a second. Jobs and entries stay. The user can be enabled again.","admin.disabledNow":"{user} is disabled.","admin.enable":"Enable","admin.enableOne":"Enable {user}","admin.enableHint":"It takes a new password, so that earlier sessions do not go on. Tokens that are not revoked work again.","admin.enableHintNone":"Tokens that are not revoked work again. A password is optional.","admin.enabledNow":"{user} is enabled.","admin.tokenUserHint":"A listed user, or a new name for a program that is not listed.","admin.tokenRoleHint":"The user is not listed, so the token has a role.","help.title":"Help","help.proof.title":"What \u201Cproved\u201D means","help.proof.lead":"This ledger keeps every entry for ever. You need not take its word for that: your browser checks it, each time.","help.proof.means":"What is proved","help.proof.meansText":`Every entry has a fingerprint: a number that changes if a single letter of the entry changes. All fingerprints together have one fingerprint, and the ledger signs it with a key that only it has. This signed fingerprint is a checkpoint.
\u201CEntry #12, proved\u201D says: your browser computed the fingerprint of entry 12 from what you see on the page, and found that it is one of those in the signed checkpoint. Had anybody changed the user, the time, the status or a message after it was recorded, even in the database itself, it would not fit.`,"help.proof.when":"What is checked, and when","help.proof.whenText":`When you open a job: each of its entries, that they follow each other, and that the facts on the page are those of the entries.
The lists of customers and outcomes: by itself if there are up to 1,000, else when you press the button. The payload: when you open it.
A job is only called proved when its checkpoint was compared with what this browser remembers. At each visit, and every few minutes: that the ledger still has everything that it had when this browser last saw it, unchanged and in the same order.
Two jobs that are compared: as each of them alone, but not which customers they share.
Lists of jobs and statistics are not checked in the browser.`,"help.proof.not":"What is not proved","help.proof.notText":"That what somebody reported is true. That the newest entry is shown: a server could hide what was recorded a moment ago. And that the key is the right one, if you have it from this server alone.","help.proof.alarm":"What an alarm means","help.proof.alarmText":`What the server shows is not what it recorded, or not what it showed before. Somebody may have changed the database, or restored an older copy of it; it can also be a mistake in operation, or a broken disk.
Do not rely on what is shown. Download the file that the alarm offers: it has what your browser remembered and what the server sent. Give it to the people who run the ledger, and to your auditor. Keep your browser's memory as it is: do not clear its data, and do not accept the new state until it is explained.
That the server cannot be reached is no alarm. If it is reached, shows a larger ledger and refuses the proof that the old entries are in it, there is a warning, and an alarm after a few tries. An alarm stays until you accept it, also when you load the page again.`,"help.proof.key":"The key","help.proof.keyText":"At your first visit, the browser remembers the key of the ledger. If the server later shows another one, that is an alarm. Compare the key once with one that you have from somebody you trust: it is at /log/key, and on the overview. If the key was changed on purpose, accept the new one with the button of the alarm.","help.proof.outside":"Checking it without this page","help.proof.outsideText":"A page comes from the server that it checks. If you do not trust the server at all, check with another program: download the evidence of a job, and run jobctl, or check.py, which is a second one by other means. Both need the verifier key, obtained elsewhere. Keep a checkpoint now and then: jobctl verify --against compares the whole ledger with it.","help.proof":"what this page checks by itself, and what it shows","help.statuses":"What the statuses mean","help.status.IN_PROGRESS":"The job is recorded, and nobody has said yet how it ended.","help.status.SUCCESS":"It was done for all its customers.","help.status.FAILED":"It was not done, or not for all its customers. The job's page says for whom it failed.","help.status.UNCONFIRMED":"Nobody knows whether the upstream acted. Look there first, and then record what you found. Do not simply send it again.","help.causes":"What a status is based on","help.causesHint":"Behind the status of a job is its cause, unless the upstream simply answered.","help.any":"Any status","help.cause.answered":"The upstream's whole answer was read, and says how the job ended.","help.cause.reported":"Somebody reported it: the service that ran the job, or a person who looked.","help.cause.never_sent":"The request provably never left. The upstream did nothing.","help.cause.withheld":"The request was not sent, because other jobs were for the same customers, or because that could not be checked.","help.cause.timed_out":"The request was sent, and no whole answer came in time.","help.cause.connection_lost":"The request was sent, and the connection broke before a whole answer came.","help.cause.unreadable_answer":"The upstream accepted the request, with an answer that cannot be read or does not say how the job ended.","help.cause.inconclusive_answer":"The code of the answer does not tell whether the upstream acted.","help.cause.interrupted":"The server stopped before the outcome of the call was recorded.","help.cause.imported":"Another system recorded it.","help.keysHint":"In the list of jobs.","help.more":"More","help.docs":"the same for programs, with all that this page can do","help.account":"your password, sessions and tokens","help.checkpoint":"how many entries there are, signed; keep one, and the ledger cannot be rewritten unnoticed","help.key":"checks the signatures; compare it with the one that you got from somebody you trust"}});function a(e,t={}){let o=Jr[e],n=Number(t.n??0);return(typeof o=="string"?o:up.select(n)==="one"&&o.one||o.other).replace(/\{(\w+)\}/g,(s,i)=>{let c=t[i];return typeof c=="number"?H(c):c??s})}function z(e,t){let o=`${e}.${t}`;return o in Jr?a(o):String(t).replaceAll("_"," ")}var up,L=_(()=>{"use strict";ae();ha();up=new Intl.PluralRules(jt)});function $a(e,{later:t=setTimeout,now:o=Date.now}={}){let n=!1,r=!1,s=!1,i=0,c=-1/0,u=async()=>{r=!1,n=!0,await e(),n=!1,c=o(),s&&f()},f=()=>{if(s=n,n||r)return;let d=o()-c;i=d<dp?Math.min(i+1,Kr.length-1):0,r=!0,d>=Kr[i]?u():t(u,Kr[i]-d)};return f}var ma,Kr,dp,Xt,Tn=_(()=>{"use strict";ma=[1e3,2e3,5e3,1e4,3e4],Kr=[0,100,300,1e3],dp=2e3,Xt=(e,t)=>t?.retryAfter?t.retryAfter*1e3:ma[Math.min(e,ma.length-1)]});function Ct(e){e&&e.parentNode&&e.remove()}function xa(e,t,o){var n,r,s,i={},c=arguments.length;for(s in t)s=="key"?n=t[s]:s=="ref"&&typeof e!="function"?r=t[s]:i[s]=t[s];return c>2&&(i.children=c>3?Qr.call(arguments,2):o),Io(e,i,n,r,null)}function Io(e,t,o,n,r){var s={type:e,props:t,key:o,ref:n,__k:null,__:null,__b:0,__e:null,__c:null,constructor:Do,__v:r||++wa,__i:-1,__u:0};return!r&&se.vnode&&se.vnode(s),s}function Mo(e){return e.children}function Ro(e,t){this.props=e,this.context=t,this.__g=0}function dt(e,t){if(t==null)return e.__&&dt(e.__,e.__i+1);for(var o;t<e.__k.length;t++)if((o=e.__k[t])&&o.__e)return o.__e;return typeof e.type!="function"||e.props.__P?null:dt(e)}function mp(e){var t,o=e.__v,n=o.__e,r=[],s=[],i=e.__P;i&&((t=Nt({constructor:Do},o)).__v=o.__v+1,se.vnode&&se.vnode(t),es(i,t,o,e.__n,i.namespaceURI,32&o.__u?[n]:null,r,n||dt(o),32&o.__u,s),t.__v=o.__v,t.__.__k[t.__i]=t,ja(r,t,s),o.__=o.__e=null,t.__e!=n&&va(t))}function va(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),va(e)}function ba(e){(8&e.__g||(e.__g|=8,ut.push(e),Cn++))&&Gr==se.debounceRendering||((Gr=se.debounceRendering)||queueMicrotask)(ka)}function ka(){try{for(var e,t=1;ut.length;)ut.length>t&&ut.sort(ga),e=ut.shift(),t=ut.length,8&e.__g&&mp(e)}finally{(Cn=ut.length)&&(Gr||queueMicrotask)(ka)}}function Sa(e,t,o,n,r,s,i,c,u,f,d){var h,m,p,$,x,w,b=n.__k||Ln,v=t.length;for(u=$p(o,t,b,u,v),h=0;h<v;h++)(p=o.__k[h])!=null&&(m=~p.__i&&b[p.__i]||Nn,p.__i=h,w=es(e,p,m,r,s,i,c,u,f,d),$=p.__e,(m.ref!=p.ref||8&m.__u)&&(m.ref&&ts(m.ref,null,p,m),p.ref&&d.push(p.ref,p.__c||$,p)),x=x||$,4&p.__u?(u=Aa(p,u,e,!m.__v),m.__e&&(m.__e=null)):typeof p.type=="function"&&w!==void 0?u=w:$&&(u=$.nextSibling),p.__u&=-21);return o.__e=x,u}function $p(e,t,o,n,r){var s,i,c,u,f,d,h,m,p,$=o.length,x=$,w=0,b=0,v=e.__k=Array(r);for(s=0;s<r;s++)(i=t[s])!=null&&typeof i!="boolean"&&typeof i!="function"?(typeof i!="object"||i.constructor===String?i=v[s]=Io(null,i):Zr(i)?i=v[s]=Io(Mo,{children:i}):i.constructor===Do&&i.__b?i=v[s]=Io(i.type,i.props,i.key,i.ref,i.__v):v[s]=i,u=s+w,i.__=e,i.__b=e.__b+1,c=null,~(f=i.__i=bp(i,o,u,x))&&(x--,(c=o[f])&&(c.__u|=2)),c&&c.__v?(i.__u|=16,f==u-1?w--:f==u+1?w++:f!=u&&(f>u?w--:w++,b=1)):(~f||(r>$?w--:r<$&&w++),typeof i.type!="function"&&(i.__u|=4))):v[s]=null;if(b){for(d=[],h=[],s=0;s<r;s++)if((i=v[s])&&16&i.__u){for(w=0,m=d.length;w<m;)d[p=w+m>>1]<i.__i?w=p+1:m=p;d[w]=i.__i,h[s]=w+1}for(w=d.length;s--;)h[s]&&(h[s]==w?w--:v[s].__u|=4)}if(x)for(s=0;s<$;s++)!(c=o[s])||2&c.__u||(c.__e==n&&(n=dt(c)),os(c,c));return n}function Aa(e,t,o,n){var r,s,i,c;if(typeof e.type=="function"){if(e.props.__P)return t;if(r=e.__k)for(s=0;s<r.length;s++)r[s]&&(r[s].__=e,t=Aa(r[s],t,o,!1));return t}for(t&&!t.parentNode&&(t=dt(e))&&!t.parentNode&&(t=null),i=e.__e,c=t;c&&c.nodeType==8;)c=c.nextSibling;for(i!=c&&(!n&&o.moveBefore&&i.parentNode?o.moveBefore(i,t):o.insertBefore(i,t||null)),t=i;(t=t&&t.nextSibling)&&t.nodeType==8&&!t.data.startsWith("$s"););return t}function bp(e,t,o,n){var r,s=e.key,i=e.type,c=t[o],u=c&&!(2&c.__u);if(c===null&&s==null||u&&s==c.key&&i==c.type)return o;if(n>(u?1:0)){for(r=o-1;r>=0;r--)if((c=t[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r;for(r=o+1;r<t.length;r++)if((c=t[r])&&!(2&c.__u)&&s==c.key&&i==c.type)return r}return-1}function ya(e,t,o){o==null&&(o=""),t[0]=="-"?e.setProperty(t,o):e[t]=o}function jn(e,t,o,n,r){var s,i;if(t=="style")if(typeof o=="string")e.style.cssText=o;else{if(typeof n=="string"&&(e.style.cssText=n=""),n)for(t in n)o&&t in o||ya(e.style,t);if(o)for(t in o)n&&o[t]==n[t]||ya(e.style,t,o[t])}else if(t[0]=="o"&&t[1]=="n")typeof o!="function"&&(o=null),typeof n!="function"&&(n=null),(e.__e||(e.__e={}))[t]=o,o&&n||(i=Yr[t]||(Yr[t]=yp(t)),(e.__a||(e.__a={}))[t]=Xr,s=t!=(t=t.replace(_a,"$1")),(t=t.slice(2))[0]<"a"&&(t=t.toLowerCase()),o?e.addEventListener(t,i,s):e.removeEventListener(t,i,s));else{if(r=="http://www.w3.org/2000/svg")t=t.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s");else if(t!="width"&&t!="height"&&t!="href"&&t!="list"&&t!="form"&&t!="tabIndex"&&t!="download"&&t!="rowSpan"&&t!="colSpan"&&t!="role"&&t!="popover"&&t in e)try{return void(e[t]=o??"")}catch{}if(typeof o=="function")return;o==null||o===!1&&t[4]!="-"?e.removeAttribute(t):e.setAttribute(t,t=="popover"&&o==1?"":o)}}function yp(e){return function(t){var o=this.__e;if(o){if(o=o[e],t[En]==null)t[En]=Xr++;else if(t[En]<this.__a[e])return;return o(se.event?se.event(t):t)}}}function es(e,t,o,n,r,s,i,c,u,f){var d,h,m,p,$,x,w,b,v,g,k,S,j,M,D,V,R,J,$e=t.type;if(t.constructor!==Do)return null;128&o.__u&&(u=32&o.__u,d=o.__c.__z)&&(t.__u|=u,h=s=[],d.nodeType==8?c=On(d,s):s.push(d),c=s[0]||c),(d=se.__b)&&d(t);e:if(typeof $e=="function"){m=i.length;try{if(b=t.props,v=(d=$e.prototype)&&d.render,g=(d=$e.contextType)&&n[d.__c],k=d?g?g.props.value:d.__:n,(p=o.__c)?(t.__c=p,2&p.__g&&(p.__g|=1)):(v?t.__c=p=new $e(b,k):(t.__c=p=new Ro(b,k),p.constructor=$e,p.render=gp),g&&g.sub(p),p.state||(p.state={}),p.__n=n,p.__g|=8,p.__h=[],p.__k=[]),v&&(p.__s||(p.__s=p.state),$e.getDerivedStateFromProps&&(p.__s==p.state&&(p.__s=Nt({},p.__s)),Nt(p.__s,$e.getDerivedStateFromProps(b,p.__s)))),$=p.props,x=p.state,p.__v=t,o.__c){if(b!==$&&v&&!$e.getDerivedStateFromProps&&p.componentWillReceiveProps&&p.componentWillReceiveProps(b,k),t.__v==o.__v&&!(8&p.__g)||!(4&p.__g)&&p.shouldComponentUpdate&&p.shouldComponentUpdate(b,p.__s,k)===!1){t.__v!=o.__v&&(p.props=b,p.state=p.__s,p.__g&=-9),t.__e=o.__e,t.__k=o.__k,t.__k.some(function(_e){_e&&(_e.__=t)}),Ln.push.apply(p.__h,p.__k),p.__k=[],p.__h.length&&i.push(p),c=dt(o);break e}p.componentWillUpdate&&p.componentWillUpdate(b,p.__s,k),v&&p.componentDidUpdate&&p.__h.push(function(){p.componentDidUpdate($,x,w)})}else v&&!$e.getDerivedStateFromProps&&p.componentWillMount&&p.componentWillMount(),v&&p.componentDidMount&&p.__h.push(p.componentDidMount);p.context=k,p.props=b,p.__P=e,p.__g&=-5,S=se.__r,j=v?25:0;do p.__g&=-9,S&&S(t),d=p.render(p.props,p.state=p.__s,p.context);while(8&p.__g&&++j<25);v&&(Ln.push.apply(p.__h,p.__k),p.__k=[]),p.state=p.__s,p.getChildContext&&(n=Nt({},n,p.getChildContext())),v&&o.__c&&p.getSnapshotBeforeUpdate&&(w=p.getSnapshotBeforeUpdate($,x)),M=d&&d.type===Mo&&d.key==null?d.props.children:d,b.__P&&(d=c,r=(e=b.__P).namespaceURI,u=s=null,o.props&&o.props.__P!=e&&(o.__k.some(function(_e){_e&&os(_e,_e)}),o.__k=null),c=o.__k?dt(o,0):null),c=Sa(e,Zr(M)?M:[M],t,o,n,r,s,i,c,u,f),b.__P&&(t.__e=null,c=d),t.__u&=-161,h&&h.some(Ct),p.__h.length&&i.push(p),1&p.__g&&(p.__g&=-4)}catch(_e){if(i.length=m,t.__v=null,u||s)if(_e&&_e.then){if(t.__u|=128|u,s){for(~(R=s.indexOf(c||void 0))||(R=s.length);(J=s[R-1])&&J.nodeType==8;)R--;for(;R<s.length;R++)if(J=s[R])if(s[R]=null,D){if(J==V)break}else{if(J.nodeType!=8)break;J.data.startsWith("$s")&&(V=On(D=J))}}if(!D){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;D=c}(d=On(D=t.__c.__z||(t.__c.__z=D)))?(t.__e=D,c=d):t.__e=c,c=c&&c.nextSibling}else s&&s.some(Ct);else t.__e=o.__e;t.__k||(t.__k=o.__k||[]),_e&&_e.then||Ta(t),se.__e(_e,t,o)}}else c=t.__e=wp(o.__e,t,o,n,r,s,i,u,f,e);return(d=se.diffed)&&d(t),c}function On(e,t){if(e&&e.nodeType==8&&e.data.startsWith("$s"))for(var o=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith("$s"))o++;else if(e.data.startsWith("/$s")&&!--o)return e}t&&t.push(e)}}function Ta(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(Ta))}function ja(e,t,o){for(var n=0;n<o.length;)ts(o[n++],o[n++],o[n++]);se.__c&&se.__c(t,e),e.some(function(r){try{e=r.__h,r.__h=[],e.some(function(s){s.call(r)})}catch(s){se.__e(s,r.__v)}})}function wp(e,t,o,n,r,s,i,c,u,f){var d,h,m,p,$,x,w,b,v=o.props||Nn,g=t.props,k=t.type;if(k=="svg"?r="http://www.w3.org/2000/svg":k=="math"?r="http://www.w3.org/1998/Math/MathML":r||(r="http://www.w3.org/1999/xhtml"),s){for(d=0;d<s.length;d++)if(($=s[d])&&(k?$.localName==k:$.nodeType==3)){e=$,s[d]=null;break}}if(!e){if(b=f.ownerDocument||document,!k)return b.createTextNode(g);e=b.createElementNS(r,k,g.is?g:f),c&&(se.__m&&se.__m(t,s),c=!1),s=null}if(k){if(f=k=="template"&&e.content||e,s=k=="textarea"&&g.defaultValue!=null?null:s&&Qr.call(f.childNodes),!c&&s)for(v={},d=0;d<e.attributes.length;d++)v[($=e.attributes[d]).name]=$.value;for(d in v)$=v[d],d=="dangerouslySetInnerHTML"?m=$:d=="children"||d in g||d=="value"&&"defaultValue"in g||d=="checked"&&"defaultChecked"in g||jn(e,d,null,$,r);for(d in g)$=g[d],d=="children"?p=$:d=="dangerouslySetInnerHTML"?h=$:d=="value"?x=$:d=="checked"?w=$:c&&typeof $!="function"||v[d]===$||jn(e,d,$,v[d],r);h?(c||m&&(h.__html==m.__html||h.__html==e.innerHTML)||(e.innerHTML=h.__html),t.__k=[]):(m&&(e.textContent=""),(k=="foreignObject"||r=="http://www.w3.org/1998/Math/MathML"&&hp.test(k))&&(r="http://www.w3.org/1999/xhtml"),Sa(f,Zr(p)?p:[p],t,o,n,r,s,i,s?s[0]:o.__k&&dt(o,0),c,u),s&&s.some(Ct)),c&&k!="textarea"||(d="value",k=="progress"&&x==null?e.removeAttribute(d):x==null||x===e[d]&&(k!="progress"||x)||jn(e,d,x,v[d],r),d="checked",w!=null&&w!=e[d]&&jn(e,d,w,v[d],r))}else v===g||c&&e.data==g||(e.data=g);return e}function ts(e,t,o,n){try{typeof e=="function"?t?t.__x=e(t)||1:n&&(n=n.__c||n.__e)&&(t=n.__x)&&(n.__x=null,typeof t=="function"?t():e(null)):e.current=t}catch(r){se.__e(r,o)}}function os(e,t,o){var n,r,s,i;if(se.unmount&&se.unmount(e),!(n=e.ref)||n.current&&n.current!=e.__e||ts(n,null,t,e),n=e.__c){if(n.componentWillUnmount)try{n.componentWillUnmount()}catch(c){se.__e(c,t)}n.__P=n.__n=null}if(n=e.__k)for(i=0;i<n.length;i++)n[i]&&os(n[i],t,typeof e.type!="function"||o&&!e.props.__P);!o&&(n=e.__c)&&(n=n.__z)&&(r=On(n,s=[]))&&(n==e.__e&&s.some(Ct),Ct(r),Ct(n)),o||Ct(e.__e),e.__e=e.__c=e.__=null}function gp(e,t,o){return this.constructor(e,o)}function ns(e,t){var o,n,r,s;se.__&&se.__(e,t),t.nodeType==9&&(t=t.documentElement),n=(o=e&&32&e.__u)?null:t.__k,t.__k=Io(Mo,{children:[e]}),r=[],s=[],es(t,t.__k,n||Nn,Nn,t.namespaceURI,n?null:t.firstChild?Qr.call(t.childNodes):null,r,n?n.__e:t.firstChild,o,s),ja(r,t.__k,s),t.__k.props.children=null}var se,wa,fp,ut,Gr,Cn,ga,En,_a,Xr,Yr,pp,Do,Nn,Ln,hp,Zr,Qr,Nt,In=_(()=>{"use strict";Do=Symbol.for("pv"),Nn={},Ln=[],hp=/^m(i|n|o|s|text|space)$/,Zr=Array.isArray,Qr=Ln.slice,Nt=Object.assign;se={__e:function(e,t,o,n){for(var r,s,i;t=t.__;)if((r=t.__c)&&!(1&r.__g)){r.__g|=4;try{if((i=(s=r.constructor)&&s.getDerivedStateFromError)&&r.setState(s.getDerivedStateFromError(e)),r.componentDidCatch&&(r.componentDidCatch(e,n||{}),i=1),i&&8&r.__g)return void(r.__g|=2)}catch(c){e=c}}throw Cn=0,e}},wa=0,fp=function(e){return e!=null&&e.constructor===Do},Ro.prototype.setState=function(e,t){var o=this.__s;o&&o!=this.state||(o=this.__s=Nt({},this.state)),typeof e=="function"&&(e=e(Nt({},o),this.props)),e&&(Nt(o,e),this.__v&&(t&&this.__k.push(t),ba(this)))},Ro.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),ba(this))},Ro.prototype.render=Mo,ut=[],Cn=0,ga=function(e,t){return e.__v.__b-t.__v.__b},En=Symbol(),_a=/(PointerCapture)$|Capture$/i,Xr=0,Yr={},pp=0});function Ca(e){var t=Ea.get(this);return t||(t=new Map,Ea.set(this,t)),(t=Oa(this,t.get(e)||(t.set(e,t=(function(o){for(var n,r,s=1,i="",c="",u=[0],f=function(m){s===1&&(m||(i=i.replace(/^\s*\n\s*|\s*\n\s*$/g,"")))?u.push(0,m,i):s===3&&(m||i)?(u.push(3,m,i),s=2):s===2&&i==="..."&&m?u.push(4,m,0):s===2&&i&&!m?u.push(5,0,!0,i):s>=5&&((i||!m&&s===5)&&(u.push(s,0,i,r),s=6),m&&(u.push(s,m,0,r),s=6)),i=""},d=0;d<o.length;d++){d&&(s===1&&f(),f(d));for(var h=0;h<o[d].length;h++)n=o[d][h],s===1?n==="<"?(f(),u=[u],s=3):i+=n:s===4?i==="--"&&n===">"?(s=1,i=""):i=n+i[0]:c?n===c?c="":i+=n:n==='"'||n==="'"?c=n:n===">"?(f(),s=1):s&&(n==="="?(s=5,r=i,i=""):n==="/"&&(s<5||o[d][h+1]===">")?(f(),s===3&&(u=u[0]),s=u,(u=u[0]).push(2,0,s),s=0):n===" "||n==="	"||n===`
`||n==="\r"?(f(),s=2):i+=n),s===3&&i==="!--"&&(s=4,u=u[0])}return f(),u})(e)),t),arguments,[])).length>1?t:t[0]}var Oa,Ea,Na=_(()=>{"use strict";Oa=function(e,t,o,n){var r;t[0]=0;for(var s=1;s<t.length;s++){var i=t[s++],c=t[s]?(t[0]|=i?1:2,o[t[s++]]):t[++s];i===3?n[0]=c:i===4?n[1]=Object.assign(n[1]||{},c):i===5?(n[1]=n[1]||{})[t[++s]]=c:i===6?n[1][t[++s]]+=c+"":i?(r=e.apply(c,Oa(e,c,o,["",null])),n.push(r),c[0]?t[0]|=2:(t[s-2]=0,t[s]=r)):n.push(c)}return n},Ea=new Map});function Zt(e,t){he.__h&&he.__h(ce,e,Po||t),Po=0;var o=ce.__H||(ce.__H={__:[],__h:[]});return e>=o.__.length&&o.__.push({}),o.__[e]}function y(e){return Po=1,Wa(za,e)}function Wa(e,t,o){var n=Zt(ft++,2);if(n.t=e,!n.__c&&(n.__=[o?o(t):za(void 0,t),function(s){var i=(n.__N||n.__)[0],c=n.t(i,s);ss(i,c)||(n.__N=[c,n.__[1]],n.__c.setState({}))}],n.__c=ce,!ce.__f)){ce.__f=!0;var r=ce.shouldComponentUpdate;ce.shouldComponentUpdate=function(s,i,c){var u=this.__H;if(!u)return!0;var f=!1,d=this.props!=s;if(u.__.some(function(m){m.__N&&(f=!0,ss(m.__[0],m.__N[0])||(d=!0))}),r){var h=r.call(this,s,i,c);return f?h||d:h}return!f||d}}return n.__}function T(e,t){var o=Zt(ft++,3);!he.__s&&us(o.__H,t)&&(o.__P=!0,o.__=e,o.u=t,ce.__H.__h.push(o))}function pt(e,t){var o=Zt(ft++,4);!he.__s&&us(o.__H,t)&&(o.__P=!1,o.__=e,o.u=t,ce.__h.push(o))}function U(e){return Po=5,pe(function(){return{current:e}},[])}function pe(e,t){var o=Zt(ft++,7);return us(o.__H,t)&&(o.__=e(),o.__H=t),o.__}function cs(e,t){return Po=8,pe(function(){return e},t)}function ls(e){var t=Zt(ft++,10),o=y();return t.__=e,ce.componentDidCatch||(ce.componentDidCatch=function(n,r){t.__&&t.__(n,r),o[1](n)}),[o[0],function(){return o[1]()}]}function ht(){var e=Zt(ft++,11);if(!e.__){for(var t=ce.__v;!t.__m&&t.__;)t=t.__;var o=t.__m||(t.__m=[0,0]);e.__="P"+o[0]+"-"+o[1]++}return e.__}function _p(){var e;do{for(;e=is.shift();)try{Ho(e)}catch(o){he.__e(o,{__:(e=e.__P)&&e.__v})}for(;e=Ba.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(Ho),t.__h.some(as),t.__h=[]}catch(o){t.__h=[],he.__e(o,e.__v)}}}while(is.length)}function xp(e){var t,o=function(){clearTimeout(n),Ua&&cancelAnimationFrame(t),setTimeout(e)},n=setTimeout(o,35);Ua&&(t=requestAnimationFrame(o))}function Fa(e){e!=1&&La==he.requestAnimationFrame||((La=he.requestAnimationFrame)||xp)(_p)}function Ho(e){var t=ce,o=e.__c;typeof o=="function"&&(e.__c=void 0,o()),ce=t}function as(e){var t=ce;e.__c=e.__(),ce=t}function us(e,t){return!e||e.length!=t.length||t.some(function(o,n){return!ss(o,e[n])})}function za(e,t){return typeof t=="function"?t(e):t}var ft,ce,rs,La,ss,Po,Ba,is,he,Ia,Ra,Da,Ma,Ha,Pa,Ua,qa=_(()=>{"use strict";In();ss=Object.is,Po=0,Ba=[],is=[],he=se,Ia=he.__b,Ra=he.__r,Da=he.diffed,Ma=he.__c,Ha=he.unmount,Pa=he.__;he.__b=function(e){ce=null,Ia&&Ia(e)},he.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),Pa&&Pa(e,t)},he.__r=function(e){Ra&&Ra(e),ft=0;var t=(ce=e.__c).__H;t&&(rs==ce?ce.__h=[]:(t.__h.some(Ho),t.__h.some(as),ft=0),t.__h=[],t.__.some(function(o){o.__N&&(o.__=o.__N),o.u=o.__N=void 0})),rs=ce},he.diffed=function(e){Da&&Da(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&Fa(Ba.push(t)),t.__H.__.some(function(o){o.u&&(o.__H=o.u)})),rs=ce=null},he.__c=function(e,t){t.some(function(o){try{o.__h.some(Ho),o.__h=o.__h.filter(function(n){return!n.__||as(n)})}catch(n){o.__h=[function(){throw n}]}}),Ma&&Ma(e,t)},he.unmount=function(e){Ha&&Ha(e);var t,o,n=e.__c;n&&n.__H&&(n.__H.__.some(function(r){try{if(r.__P&&r.__c){if(o===void 0){for(o=e.__;o&&(!o.__c||!o.__c.__P);)o=o.__;o=o&&o.__c}r.__P=o,Fa(is.push(r))}else Ho(r)}catch(s){t=s}}),n.__H=void 0,t&&he.__e(t,n.__v))};Ua=typeof requestAnimationFrame=="function"});var l,E=_(()=>{"use strict";In();Na();In();qa();l=Ca.bind(xa)});function C(e){let[t,o]=y(e.get());return T(()=>(o(()=>e.get()),e.watch(n=>o(()=>n))),[e]),t}function ze(){let{search:e}=C(Me);return[pe(()=>new URLSearchParams(e),[e]),Sn]}function K(e,t){let o={error:null,isLoading:!0},[n,r]=y(o),s=U(e);s.current=e;let i=U(()=>{}),c=U(t);c.current.some((f,d)=>!Object.is(f,t[d]))&&(c.current=t),T(()=>{r(o);let f=new AbortController;return i.current=vp(d=>s.current(d),f.signal,d=>r(h=>({...h,...d}))),i.current(),()=>f.abort()},[c.current]);let u=cs(()=>i.current(),[]);return{data:n.data,error:n.error,isLoading:n.isLoading,reload:u}}function vp(e,t,o){let n=0,r=0,s=$a(async()=>{if(clearTimeout(r),!t.aborted){o({isLoading:!0});try{let i=await e(t);n=0,t.aborted||o({data:i,error:null,isLoading:!1})}catch(i){if(t.aborted)return;let c=_n(i);c.isFault&&console.error(i),o({error:c,isLoading:!1}),c.isTemporary&&(r=window.setTimeout(s,Xt(n++,c)))}}});return s}function ne(e){let[t,o]=y(!1),[n,r]=y(null),s=U(!1);return[async(...c)=>{if(!s.current){s.current=!0,o(!0),r(null);try{await e(...c)}catch(u){if(!(u instanceof Z))throw u;r(u)}finally{s.current=!1,o(!1)}}},t,n,()=>r(null)]}function Rn(e,t,o){T(()=>{if(!t)return;let n=i=>{e.current?.contains(i.target)||o(i)},r=i=>{i.key==="Escape"&&(i.stopPropagation(),i.preventDefault(),o(i))},s=e.current;return document.addEventListener("pointerdown",n),document.addEventListener("focusin",n),s?.addEventListener("keydown",r),()=>{document.removeEventListener("pointerdown",n),document.removeEventListener("focusin",n),s?.removeEventListener("keydown",r)}},[t])}var G=_(()=>{"use strict";lt();Le();Tn();E()});var kp,P,ke=_(()=>{"use strict";E();kp={SUCCESS:"m4 8.5 2.7 2.7L12 5.5",FAILED:"m5 5 6 6m0-6-6 6",UNCONFIRMED:"M6 6.2C6 3.6 10.4 3.8 10.2 6.4 10 8 8 8 8 9.6m0 2.2v.4",IN_PROGRESS:"M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM8 5v3l2 1.4",copy:"M6 6h7v7H6zM3 10V3h7",search:"M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zm3.3 7.8L14 14",note:"M3 3h10v7H8l-3 3v-3H3z",down:"m4 6.5 4 4 4-4",user:"M8 3a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM3 13.5c.6-5 9.4-5 10 0",check:"M8 1.8 13 4v4c0 3-2 5-5 6.2C5 13 3 11 3 8V4zM5.7 8l1.7 1.7 3-3.4",alarm:"M8 2.5 14.5 13.5h-13zM8 6.5v3.2m0 1.6v.4",system:"M8 2.5a5.5 5.5 0 1 1 0 11zm0 0v11a5.5 5.5 0 0 1 0-11",light:"M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM8 1v1.5m0 11V15M1 8h1.5m11 0H15M3 3l1 1m8 8 1 1M3 13l1-1m8-8 1-1",dark:"M7 2.5a5.5 5.5 0 1 0 6.5 7A5 5 0 0 1 7 2.5z",download:"M8 2.5v7m-3-2.6 3 3 3-3M3 13h10"},P=({name:e})=>l`
  <svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d=${kp[e]} /></svg>
`});function Ja(){let e=C(At),t=Object.entries(C(Va));return l`
    <div class="banners">
      ${t.map(([o,{kind:n,content:r}])=>l`
          <div
            key=${o}
            id="banner-${o}"
            class="banner banner-${n}"
            role=${n==="alarm"?"alert":"status"}
          >
            <${P} name=${n==="info"?"check":"alarm"} />
            <div>${r}</div>
          </div>
        `)}
      <div role="status">
        ${!e&&l`
            <div class="banner banner-warning" id="banner-offline">
              <${P} name="alarm" />
              <div>${a("app.offline")}</div>
            </div>
          `}
      </div>
    </div>
  `}var Va,Qt,Dn=_(()=>{"use strict";te();Be();L();G();E();ke();Va=we({}),Qt=(e,t)=>Va.update(o=>{let{[e]:n,...r}=o;return t?{...r,[e]:t}:n?r:o})});function Q(e,t="ok"){Ka+=1;let o=Ka;Mn.update(n=>[...n.slice(-3),{id:o,text:e,kind:t}]),t==="ok"&&setTimeout(Ga,Sp,o)}function Ya(){let e=C(Mn),t=C(ds);return l`
    <div class="messages" role="log" aria-live="polite" aria-relevant="additions">
      ${e.map(({id:o,text:n,kind:r})=>l`
          <div key=${o} class="message message-${r}">
            <span>${n}</span>
            <button class="icon-button" aria-label=${a("app.close")} onClick=${()=>Ga(o)}>
              ✕
            </button>
          </div>
        `)}
    </div>
    <div class="off-screen" role="status" aria-live="polite">${t}</div>
  `}var Mn,ds,Ka,Sp,Ga,Hn,Se=_(()=>{"use strict";ge();Be();L();G();E();Mn=we([]),ds=we(""),Ka=0;vn(()=>{Mn.set([]),ds.set("")});Sp=5e3,Ga=e=>Mn.update(t=>t.filter(o=>o.id!==e));Hn=e=>ds.set(e)});function fs({status:e,title:t}){return e<0?a("problem.fault"):e===0?a("problem.network"):e===401?a("problem.401"):e===403?a("problem.403"):e===404?a("problem.404"):e===429?a("problem.429"):e===503?a("problem.503"):t}function Ap({status:e,type:t,retryAfter:o}){return e===0?a("problem.networkHint"):e===404?a("problem.404Hint"):t.endsWith(":maybe-recorded")?a("problem.maybeRecorded"):o?a("problem.waitHint",{n:o}):""}function X({problem:e,retry:t}){if(!e)return null;let o=Ap(e);return l`
    <div class="notice notice-error" role="alert">
      <${P} name="alarm" />
      <div>
        <p class="notice-title">${fs(e)}</p>
        ${!e.isNetwork&&e.detail&&l`<p>${e.detail}</p>`}
        ${o&&l`<p>${o}</p>`} ${t&&e.isTemporary&&a("app.retrying")}
        ${t&&l`<p><button type="button" onClick=${t}>${a("app.again")}</button></p>`}
      </div>
    </div>
  `}function ye({of:e,children:t}){return l`
    <${X} problem=${e.error} retry=${e.reload} />
    ${e.data!==void 0?t(e.data):e.isLoading&&l`<${mt} />`}
  `}var mt,le,me=_(()=>{"use strict";L();E();ke();mt=()=>l`<p class="state" role="status">${a("app.loading")}</p>`,le=({title:e,children:t})=>l`
  <div class="state">
    <p class="state-title">${e}</p>
    ${t}
  </div>
`});async function Pn(){try{await sa()}catch(e){let t=_n(e),o=t.isNetwork?fs(t):t.message;Q(a("user.notSignedOut",{why:o}),"error");return}ve(I("/")),Q(a("user.signedOut"))}var ps=_(()=>{"use strict";ge();q();lt();Le();L();Se();me()});function Tp(e){let t={ArrowDown:1,ArrowUp:-1}[e.key];if(!t||e.target.matches("input:not([type=checkbox])"))return;let n=[...e.currentTarget.querySelectorAll("a[href], button, input")],r=n.indexOf(document.activeElement)+t;e.preventDefault(),n[(r+n.length)%n.length]?.focus()}function eo({label:e,name:t,class:o="",align:n="start",children:r}){let[s,i]=y(!1),c=U(null),u=U(null),f=()=>{i(!1),u.current?.focus()};return Rn(c,s,d=>d.type==="keydown"?f():i(!1)),l`
    <div class="popover" ref=${c}>
      <button
        type="button"
        ref=${u}
        class=${o}
        aria-expanded=${s}
        aria-label=${t}
        onClick=${()=>i(!s)}
      >
        ${e}<${P} name="down" />
      </button>
      ${s&&l`<div class="panel panel-${n}" onKeyDown=${Tp}>${r(f)}</div>`}
    </div>
  `}var Un,Xa,Uo=_(()=>{"use strict";L();G();E();ke();Un=({items:e,...t})=>l`
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
`,Xa=({name:e,value:t,onRemove:o})=>l`
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
`});var nc,to,ms,Fn,$s,bs,Bn,jp,Ep,Za,ys,Op,rc,sc,ic,Lt,ue,Qa,A,Cp,hs,ac,Ie,Fo,It,Np,Lp,qe,Ip,ec,Rp,Dp,tc,oc,Mp,cc=_(()=>{"use strict";nc=Object.freeze,to=0x7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffedn,ms=0x1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3edn,Fn=0x52036cee2b6ffe738cc740797779e89800700a4d4141d8ab75eb4dca135978a3n,$s=0x216936d3cd6e53fec0a4e231fdd6dc5c692cc7609525a7b2c9562d608f25d51an,bs=0x6666666666666666666666666666666666666666666666666666666666666658n,Bn=to-1n,jp=nc({p:to,n:ms,h:8n,a:Bn,d:Fn,Gx:$s,Gy:bs}),Ep=32,Za=e=>e instanceof Uint8Array||ArrayBuffer.isView(e)&&e.constructor.name==="Uint8Array"&&e.BYTES_PER_ELEMENT===1,ys=(e,t,o="")=>{if(Za(e)&&(t===void 0||e.length===t))return e;let n=Za(e),r=t!==void 0?` of length ${t}`:"",s=n?`length=${e.length}`:`type=${typeof e}`,i=(o?`"${o}" `:"")+"expected Uint8Array"+r+", got "+s;throw n?new RangeError(i):new TypeError(i)},Op=(e,t="",o)=>Uint8Array.from(ys(e,o,t)),rc=(e,t)=>e.toString(16).padStart(t,"0"),sc=e=>{let t="";for(let o of ys(e))t+=rc(o,2);return t},ic=e=>{let t="hex invalid";if(typeof e!="string")throw new TypeError(t);if(e.length%2||!/^[\da-f]*$/i.test(e))throw new RangeError(t);let o=new Uint8Array(e.length/2);for(let n=0,r=0;n<o.length;n++,r+=2){let s=e.charCodeAt(r),i=e.charCodeAt(r+1);o[n]=((s&15)+(s>>6)*9)*16+(i&15)+(i>>6)*9}return o},Lt=(e,t,o,n="bad number: out of range")=>{if(typeof e!="bigint")throw new TypeError(n);if(t<=e&&e<o)return e;throw new RangeError(n)},ue=(e,t=to)=>(e%=t)>=0n?e:t+e,Qa=(1n<<255n)-1n,A=e=>{if(e<0n)throw new RangeError("negative coordinate");let t=(e>>255n)*19n+(e&Qa);return t=(t>>255n)*19n+(t&Qa),t%to},Cp=(e,t)=>{if(e===0n)throw new Error("invert: expected non-zero number");if(t<=1n)throw new Error("invert: expected modulus > 1, got "+t);let o=ue(e,t),n=t,r=0n,s=1n;for(;o!==0n;){let c=n/o,u=n-o*c,f=r-s*c;n=o,o=u,r=s,s=f}if(n!==1n)throw new Error("invert: does not exist");return ue(r,t)},hs=e=>{if(e instanceof Ie)return e;throw new TypeError("Point expected")},ac=2n**256n,Ie=class e{static BASE;static ZERO;X;Y;Z;T;constructor(t,o,n,r){let s=ac;this.X=Lt(t,0n,s),this.Y=Lt(o,0n,s),this.Z=Lt(n,1n,s),this.T=Lt(r,0n,s),nc(this)}static CURVE(){return jp}static fromAffine(t){return new e(t.x,t.y,1n,A(t.x*t.y))}static fromBytes(t,o=!1){let n=Op(t,"point",Ep),r=n[31];n[31]=r&-129;let s=Lp(n);o||Lt(s,0n,to);let i=A(s*s),c=ue(i-1n),u=A(Fn*i+1n),{isValid:f,value:d}=Rp(c,u);if(!f)throw new Error("bad point: y not sqrt");let h=!!(r&128);if(!o&&d===0n&&h)throw new Error("bad point: x==0, isLastByteOdd");return h!==!!(d&1n)&&(d=ue(-d)),new e(d,s,1n,A(d*s))}static fromHex(t,o){return e.fromBytes(ic(t),o)}get x(){return this.toAffine().x}get y(){return this.toAffine().y}assertValidity(){let t=Bn,o=Fn,n=this;if(n.is0())throw new Error("bad point: ZERO");let{X:r,Y:s,Z:i,T:c}=n,u=A(r*r),f=A(s*s),d=A(i*i),h=A(d*d),m=A(u*t),p=A(d*(m+f)),$=ue(h+A(o*A(u*f)));if(p!==$)throw new Error("bad point: equation left != right (1)");let x=A(r*s),w=A(i*c);if(x!==w)throw new Error("bad point: equation left != right (2)");return this}equals(t){let{X:o,Y:n,Z:r}=this,{X:s,Y:i,Z:c}=hs(t);return A(o*c)===A(s*r)&&A(n*c)===A(i*r)}is0(){return this.equals(It)}negate(){return new e(ue(-this.X),this.Y,this.Z,ue(-this.T))}double(){let{X:t,Y:o,Z:n}=this,r=Bn,s=A(t*t),i=A(o*o),c=A(2n*n*n),u=A(r*s),f=ue(t+o),d=ue(A(f*f)-s-i),h=ue(u+i),m=ue(h-c),p=ue(u-i),$=A(d*m),x=A(h*p),w=A(d*p),b=A(m*h);return new e($,x,b,w)}add(t){let{X:o,Y:n,Z:r,T:s}=this,{X:i,Y:c,Z:u,T:f}=hs(t),d=Bn,h=Fn,m=A(o*i),p=A(n*c),$=A(A(s*h)*f),x=A(r*u),w=ue(A(ue(o+n)*ue(i+c))-m-p),b=ue(x-$),v=ue(x+$),g=ue(p-A(d*m)),k=A(w*b),S=A(v*g),j=A(w*g),M=A(b*v);return new e(k,S,M,j)}subtract(t){return this.add(hs(t).negate())}multiply(t,o=!0){if(!o&&t===0n||(Lt(t,1n,ms),!o&&this.is0()))return It;if(t===1n)return this;if(this.equals(Fo))return Mp(t).p;let n=It,r=Fo,s=this;for(let i=0;o?i<256:t>0n;i++)t&1n?n=n.add(s):o&&(r=r.add(s)),s=s.double(),t>>=1n;return n}multiplyUnsafe(t){return this.multiply(t,!1)}toAffine(){let{X:t,Y:o,Z:n}=this;if(this.equals(It))return{x:0n,y:1n};let r=Cp(n,to);if(A(n*r)!==1n)throw new Error("invalid inverse");return{x:A(t*r),y:A(o*r)}}toBytes(){let{x:t,y:o}=this.toAffine(),n=Np(o);return n[31]|=t&1n?128:0,n}toHex(){return sc(this.toBytes())}clearCofactor(){return this.multiply(8n,!1)}isSmallOrder(){return this.clearCofactor().is0()}isTorsionFree(){return this.multiply(ms/2n,!1).double().add(this).is0()}},Fo=new Ie($s,bs,1n,ue($s*bs)),It=new Ie(0n,1n,1n,0n);Ie.BASE=Fo;Ie.ZERO=It;Np=e=>ic(rc(Lt(e,0n,ac),64)).reverse(),Lp=e=>BigInt("0x"+sc(Uint8Array.from(ys(e)).reverse())),qe=(e,t)=>{let o=e;for(;t-- >0;)o=A(o*o);return o},Ip=e=>{let t=A(e*e),o=A(t*e),n=A(qe(o,2)*o),r=A(qe(n,1)*e),s=A(qe(r,5)*r),i=A(qe(s,10)*s),c=A(qe(i,20)*i),u=A(qe(c,40)*c),f=A(qe(u,80)*u),d=A(qe(f,80)*u),h=A(qe(d,10)*s);return A(qe(h,2)*e)},ec=0x2b8324804fc1df0b2b4d00993dfbd7a72f431806ad2fe478c4ee1b274a0ea0b0n,Rp=(e,t)=>{let o=A(t*A(t*t)),n=A(A(o*o)*t),r=Ip(A(e*n)),s=A(e*A(o*r)),i=A(t*A(s*s)),c=s,u=A(s*ec),f=i===e,d=i===ue(-e),h=i===ue(-e*ec);return f&&(s=c),(d||h)&&(s=u),(ue(s)&1n)===1n&&(s=ue(-s)),{isValid:f||d,value:s}},Dp=()=>{let e=[],t=Fo,o;for(let n=0;n<33;n++){o=t,e.push(o);for(let r=1;r<128;r++)o=o.add(t),e.push(o);t=o.double()}return e},oc=(e,t)=>{let o=t.negate();return e?o:t},Mp=e=>{let t=tc||(tc=Dp()),o=It,n=Fo;for(let r=0;r<33;r++){let s=Number(e&255n);e>>=8n,s>128&&(s-=256,e+=1n);let i=r*128,c=i+Math.abs(s)-1,u=r%2!==0,f=s<0;s===0?n=n.add(oc(u,t[i])):o=o.add(oc(f,t[c]))}if(e!==0n)throw new Error("invalid wnaf");return{p:o,f:n}}});function Hp(e,t=!1){return t?{h:Number(e&Wn),l:Number(e>>lc&Wn)}:{h:Number(e>>lc&Wn)|0,l:Number(e&Wn)|0}}function uc(e,t=!1){let o=e.length,n=new Uint32Array(o),r=new Uint32Array(o);for(let s=0;s<o;s++){let{h:i,l:c}=Hp(e[s],t);[n[s],r[s]]=[i,c]}return[n,r]}function dc(e,t,o,n){let r=Pp(o),s=Up(o);e.setUint32(t,n?s:r,n),e.setUint32(t+4,n?r:s,n)}function Ve(e,t,o,n){let r=(t>>>0)+(n>>>0);return{h:e+o+(r/2**32|0)|0,l:r|0}}var Wn,lc,Pp,Up,ws,gs,Rt,Dt,Bo,Wo,fc,pc,hc,mc,$c,bc,_s=_(()=>{"use strict";Wn=BigInt(4294967295),lc=BigInt(32);Pp=e=>e/2**32|0,Up=e=>e>>>0;ws=(e,t,o)=>e>>>o,gs=(e,t,o)=>e<<32-o|t>>>o,Rt=(e,t,o)=>e>>>o|t<<32-o,Dt=(e,t,o)=>e<<32-o|t>>>o,Bo=(e,t,o)=>e<<64-o|t>>>o-32,Wo=(e,t,o)=>e>>>o-32|t<<64-o;fc=(e,t,o)=>(e>>>0)+(t>>>0)+(o>>>0),pc=(e,t,o,n)=>t+o+n+(e/2**32|0)|0,hc=(e,t,o,n)=>(e>>>0)+(t>>>0)+(o>>>0)+(n>>>0),mc=(e,t,o,n,r)=>t+o+n+r+(e/2**32|0)|0,$c=(e,t,o,n,r)=>(e>>>0)+(t>>>0)+(o>>>0)+(n>>>0)+(r>>>0),bc=(e,t,o,n,r,s)=>t+o+n+r+s+(e/2**32|0)|0});function yc(e){return e instanceof Uint8Array||ArrayBuffer.isView(e)&&e.constructor.name==="Uint8Array"&&"BYTES_PER_ELEMENT"in e&&e.BYTES_PER_ELEMENT===1}function Bp(e,t=""){if(typeof e!="number")throw new TypeError(xs(t)+"expected number, got "+typeof e);if(!Number.isSafeInteger(e)||e<0)throw new RangeError(xs(t)+"expected integer >= 0, got "+e);return e}function vs(e,t,o=""){if(yc(e)&&(t===void 0||e.length===t))return e;t!==void 0&&Bp(t,"length");let n=yc(e),r=t!==void 0?` of length ${t}`:"",s=n?`length=${e.length}`:`type=${typeof e}`,i=xs(o)+"expected Uint8Array"+r+", got "+s;throw n?new RangeError(i):new TypeError(i)}function ks(e,t=!0){if(e.destroyed)throw new Error("hash was destroyed");if(t&&e.finished)throw new Error("digest() was already called")}function gc(e,t){vs(e,void 0,"output");let o=t.outputLen;if(!(e.length>=o))throw new RangeError('"output" expected length >= '+o)}function zo(...e){for(let t=0;t<e.length;t++)e[t].fill(0)}function zn(e){return new DataView(e.buffer,e.byteOffset,e.byteLength)}function Pe(e,t){return e<<32-t|e>>>t}function zp(e,t,o="opts"){return wc(e,"defaults"),t!==void 0&&wc(t,o),Object.assign(Object.create(null),e,t)}function Ss(e,t={}){if(typeof e!="function")throw new TypeError('"hashCons" expected function, got type='+typeof e);t=zp({},t,"info");let o=(r,s)=>e(s).update(r).digest(),n=e(void 0);return o.outputLen=n.outputLen,o.blockLen=n.blockLen,o.canXOF=n.canXOF,o.create=r=>e(r),Object.assign(o,t),Object.freeze(o)}var xs,Wp,wc,As,Ts=_(()=>{"use strict";xs=e=>e?`"${e}" `:"";Wp=(e,t)=>{if(e===null||typeof e!="object"||Array.isArray(e))throw new TypeError((t==="object"?"":`"${t}" `)+"expected object, got type="+typeof e)},wc=(e,t)=>{Wp(e,t);let o=Object.getPrototypeOf(e);if(o!==Object.prototype&&o!==null)throw new TypeError(`"${t}" expected plain object`);if(Object.hasOwn(e,"__proto__"))throw new TypeError(`"${t}.__proto__" is not allowed`)};As=e=>({oid:Uint8Array.from([6,9,96,134,72,1,101,3,4,2,e])})});function _c(e,t,o){return e&t^~e&o}function xc(e,t,o){return e&t^e&o^t&o}var qo,vc,kc,Sc=_(()=>{"use strict";_s();Ts();qo=class{blockLen;outputLen;canXOF=!1;padOffset;isLE;buffer;view;finished=!1;length=0;pos=0;destroyed=!1;constructor(t,o,n,r){this.blockLen=t,this.outputLen=o,this.padOffset=n,this.isLE=r,this.buffer=new Uint8Array(t),this.view=zn(this.buffer)}update(t){ks(this),vs(t);let{view:o,buffer:n,blockLen:r}=this,s=t.length,i=!1;for(let c=0;c<s;){let u=Math.min(r-this.pos,s-c);if(u===r){let f=zn(t);for(;r<=s-c;c+=r)this.process(f,c);i=!0;continue}n.set(c===0&&u===s?t:t.subarray(c,c+u),this.pos),this.pos+=u,c+=u,this.pos===r&&(this.process(o,0),this.pos=0,i=!0)}return this.length+=t.length,i&&this.roundClean(),this}digestInto(t){ks(this),gc(t,this),this.finished=!0;let{buffer:o,view:n,blockLen:r,isLE:s}=this,{pos:i}=this;o[i++]=128,o.fill(0,i),this.padOffset>r-i&&(this.process(n,0),o.fill(0)),dc(n,r-8,this.length*8,s),this.process(n,0),this.roundClean();let c=t===o?n:zn(t),u=this.outputLen,f=u/4,d=this.get();if(u%4||f>d.length)throw new Error("invalid outputLen");for(let h=0;h<f;h++)c.setUint32(4*h,d[h],s)}digest(){let{buffer:t,outputLen:o}=this;this.digestInto(t);let n=t.slice(0,o);return this.destroy(),n}_cloneIntoMeta(t){let{buffer:o,length:n,finished:r,destroyed:s,pos:i}=this;return t.destroyed=s,t.finished=r,t.length=n,t.pos=i,i&&t.buffer.set(o),t}clone(){return this._cloneInto()}},vc=Uint32Array.from([1779033703,3144134277,1013904242,2773480762,1359893119,2600822924,528734635,1541459225]),kc=Uint32Array.from([1779033703,4089235720,3144134277,2227873595,1013904242,4271175723,2773480762,1595750129,1359893119,2917565137,2600822924,725511199,528734635,4215389547,1541459225,327033209])});var qp,$t,js,Es,Ac,Vp,Jp,bt,yt,Os,Cs,Je,Tc,Ns=_(()=>{"use strict";Sc();_s();Ts();qp=Uint32Array.from([1116352408,1899447441,3049323471,3921009573,961987163,1508970993,2453635748,2870763221,3624381080,310598401,607225278,1426881987,1925078388,2162078206,2614888103,3248222580,3835390401,4022224774,264347078,604807628,770255983,1249150122,1555081692,1996064986,2554220882,2821834349,2952996808,3210313671,3336571891,3584528711,113926993,338241895,666307205,773529912,1294757372,1396182291,1695183700,1986661051,2177026350,2456956037,2730485921,2820302411,3259730800,3345764771,3516065817,3600352804,4094571909,275423344,430227734,506948616,659060556,883997877,958139571,1322822218,1537002063,1747873779,1955562222,2024104815,2227730452,2361852424,2428436474,2756734187,3204031479,3329325298]),$t=new Uint32Array(64),js=class extends qo{A=0;B=0;C=0;D=0;E=0;F=0;G=0;H=0;constructor(t,o){super(64,t,8,!1),this.A=o[0]|0,this.B=o[1]|0,this.C=o[2]|0,this.D=o[3]|0,this.E=o[4]|0,this.F=o[5]|0,this.G=o[6]|0,this.H=o[7]|0}get(){let{A:t,B:o,C:n,D:r,E:s,F:i,G:c,H:u}=this;return[t,o,n,r,s,i,c,u]}set(t,o,n,r,s,i,c,u){this.A=t|0,this.B=o|0,this.C=n|0,this.D=r|0,this.E=s|0,this.F=i|0,this.G=c|0,this.H=u|0}_cloneInto(t){return(t||=new this.constructor).set(...this.get()),this._cloneIntoMeta(t)}process(t,o){for(let h=0;h<16;h++,o+=4)$t[h]=t.getUint32(o,!1);for(let h=16;h<64;h++){let m=$t[h-15],p=$t[h-2],$=Pe(m,7)^Pe(m,18)^m>>>3,x=Pe(p,17)^Pe(p,19)^p>>>10;$t[h]=x+$t[h-7]+$+$t[h-16]|0}let{A:n,B:r,C:s,D:i,E:c,F:u,G:f,H:d}=this;for(let h=0;h<64;h++){let m=Pe(c,6)^Pe(c,11)^Pe(c,25),p=d+m+_c(c,u,f)+qp[h]+$t[h]|0,x=(Pe(n,2)^Pe(n,13)^Pe(n,22))+xc(n,r,s)|0;d=f,f=u,u=c,c=i+p|0,i=s,s=r,r=n,n=p+x|0}n=n+this.A|0,r=r+this.B|0,s=s+this.C|0,i=i+this.D|0,c=c+this.E|0,u=u+this.F|0,f=f+this.G|0,d=d+this.H|0,this.set(n,r,s,i,c,u,f,d)}roundClean(){zo($t)}destroy(){this.destroyed=!0,this.set(0,0,0,0,0,0,0,0),zo(this.buffer)}},Es=class extends js{constructor(){super(32,vc)}},Ac=uc(["0x428a2f98d728ae22","0x7137449123ef65cd","0xb5c0fbcfec4d3b2f","0xe9b5dba58189dbbc","0x3956c25bf348b538","0x59f111f1b605d019","0x923f82a4af194f9b","0xab1c5ed5da6d8118","0xd807aa98a3030242","0x12835b0145706fbe","0x243185be4ee4b28c","0x550c7dc3d5ffb4e2","0x72be5d74f27b896f","0x80deb1fe3b1696b1","0x9bdc06a725c71235","0xc19bf174cf692694","0xe49b69c19ef14ad2","0xefbe4786384f25e3","0x0fc19dc68b8cd5b5","0x240ca1cc77ac9c65","0x2de92c6f592b0275","0x4a7484aa6ea6e483","0x5cb0a9dcbd41fbd4","0x76f988da831153b5","0x983e5152ee66dfab","0xa831c66d2db43210","0xb00327c898fb213f","0xbf597fc7beef0ee4","0xc6e00bf33da88fc2","0xd5a79147930aa725","0x06ca6351e003826f","0x142929670a0e6e70","0x27b70a8546d22ffc","0x2e1b21385c26c926","0x4d2c6dfc5ac42aed","0x53380d139d95b3df","0x650a73548baf63de","0x766a0abb3c77b2a8","0x81c2c92e47edaee6","0x92722c851482353b","0xa2bfe8a14cf10364","0xa81a664bbc423001","0xc24b8b70d0f89791","0xc76c51a30654be30","0xd192e819d6ef5218","0xd69906245565a910","0xf40e35855771202a","0x106aa07032bbd1b8","0x19a4c116b8d2d0c8","0x1e376c085141ab53","0x2748774cdf8eeb99","0x34b0bcb5e19b48a8","0x391c0cb3c5c95a63","0x4ed8aa4ae3418acb","0x5b9cca4f7763e373","0x682e6ff3d6b2b8a3","0x748f82ee5defb2fc","0x78a5636f43172f60","0x84c87814a1f0ab72","0x8cc702081a6439ec","0x90befffa23631e28","0xa4506cebde82bde9","0xbef9a3f7b2c67915","0xc67178f2e372532b","0xca273eceea26619c","0xd186b8c721c0c207","0xeada7dd6cde0eb1e","0xf57d4f7fee6ed178","0x06f067aa72176fba","0x0a637dc5a2c898a6","0x113f9804bef90dae","0x1b710b35131c471b","0x28db77f523047d84","0x32caab7b40c72493","0x3c9ebe0a15c9bebc","0x431d67c49c100d4c","0x4cc5d4becb3e42b6","0x597f299cfc657e2a","0x5fcb6fab3ad6faec","0x6c44198c4a475817"].map(e=>BigInt(e))),Vp=Ac[0],Jp=Ac[1],bt=new Uint32Array(80),yt=new Uint32Array(80),Os=class extends qo{Ah=0;Al=0;Bh=0;Bl=0;Ch=0;Cl=0;Dh=0;Dl=0;Eh=0;El=0;Fh=0;Fl=0;Gh=0;Gl=0;Hh=0;Hl=0;constructor(t,o){super(128,t,16,!1),this.Ah=o[0]|0,this.Al=o[1]|0,this.Bh=o[2]|0,this.Bl=o[3]|0,this.Ch=o[4]|0,this.Cl=o[5]|0,this.Dh=o[6]|0,this.Dl=o[7]|0,this.Eh=o[8]|0,this.El=o[9]|0,this.Fh=o[10]|0,this.Fl=o[11]|0,this.Gh=o[12]|0,this.Gl=o[13]|0,this.Hh=o[14]|0,this.Hl=o[15]|0}get(){let{Ah:t,Al:o,Bh:n,Bl:r,Ch:s,Cl:i,Dh:c,Dl:u,Eh:f,El:d,Fh:h,Fl:m,Gh:p,Gl:$,Hh:x,Hl:w}=this;return[t,o,n,r,s,i,c,u,f,d,h,m,p,$,x,w]}set(t,o,n,r,s,i,c,u,f,d,h,m,p,$,x,w){this.Ah=t|0,this.Al=o|0,this.Bh=n|0,this.Bl=r|0,this.Ch=s|0,this.Cl=i|0,this.Dh=c|0,this.Dl=u|0,this.Eh=f|0,this.El=d|0,this.Fh=h|0,this.Fl=m|0,this.Gh=p|0,this.Gl=$|0,this.Hh=x|0,this.Hl=w|0}_cloneInto(t){return(t||=new this.constructor).set(...this.get()),this._cloneIntoMeta(t)}process(t,o){for(let g=0;g<16;g++,o+=4)bt[g]=t.getUint32(o),yt[g]=t.getUint32(o+=4);for(let g=16;g<80;g++){let k=bt[g-15]|0,S=yt[g-15]|0,j=Rt(k,S,1)^Rt(k,S,8)^ws(k,S,7),M=Dt(k,S,1)^Dt(k,S,8)^gs(k,S,7),D=bt[g-2]|0,V=yt[g-2]|0,R=Rt(D,V,19)^Bo(D,V,61)^ws(D,V,6),J=Dt(D,V,19)^Wo(D,V,61)^gs(D,V,6),$e=hc(M,J,yt[g-7],yt[g-16]),_e=mc($e,j,R,bt[g-7],bt[g-16]);bt[g]=_e|0,yt[g]=$e|0}let{Ah:n,Al:r,Bh:s,Bl:i,Ch:c,Cl:u,Dh:f,Dl:d,Eh:h,El:m,Fh:p,Fl:$,Gh:x,Gl:w,Hh:b,Hl:v}=this;for(let g=0;g<80;g++){let k=Rt(h,m,14)^Rt(h,m,18)^Bo(h,m,41),S=Dt(h,m,14)^Dt(h,m,18)^Wo(h,m,41),j=h&p^~h&x,M=m&$^~m&w,D=$c(v,S,M,Jp[g],yt[g]),V=bc(D,b,k,j,Vp[g],bt[g]),R=D|0,J=Rt(n,r,28)^Bo(n,r,34)^Bo(n,r,39),$e=Dt(n,r,28)^Wo(n,r,34)^Wo(n,r,39),_e=n&s^n&c^s&c,Ce=r&i^r&u^i&u;b=x|0,v=w|0,x=p|0,w=$|0,p=h|0,$=m|0,{h,l:m}=Ve(f|0,d|0,V|0,R|0),f=c|0,d=u|0,c=s|0,u=i|0,s=n|0,i=r|0;let zt=fc(R,$e,Ce);n=pc(zt,V,J,_e),r=zt|0}({h:n,l:r}=Ve(this.Ah|0,this.Al|0,n|0,r|0)),{h:s,l:i}=Ve(this.Bh|0,this.Bl|0,s|0,i|0),{h:c,l:u}=Ve(this.Ch|0,this.Cl|0,c|0,u|0),{h:f,l:d}=Ve(this.Dh|0,this.Dl|0,f|0,d|0),{h,l:m}=Ve(this.Eh|0,this.El|0,h|0,m|0),{h:p,l:$}=Ve(this.Fh|0,this.Fl|0,p|0,$|0),{h:x,l:w}=Ve(this.Gh|0,this.Gl|0,x|0,w|0),{h:b,l:v}=Ve(this.Hh|0,this.Hl|0,b|0,v|0),this.set(n,r,s,i,c,u,f,d,h,m,p,$,x,w,b,v)}roundClean(){zo(bt,yt)}destroy(){this.destroyed=!0,zo(this.buffer),this.set(0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0)}},Cs=class extends Os{constructor(){super(64,kc)}},Je=Ss(()=>new Es,As(1)),Tc=Ss(()=>new Cs,As(3))});function Rs(e){try{let t=Ie.fromBytes(e);return t.isSmallOrder()?null:t}catch{return null}}async function jc(e,t,o){let n=e.subarray(0,32),r=Is(Tc(wn(n,o,t)))%Oc,s=Is(e.subarray(32));return Ie.BASE.multiply(s,!1).subtract(Ie.fromBytes(o).multiply(r,!1)).equals(Ie.fromBytes(n))}async function Ls(e,t,o){let[n,r,s]=[e,t,o].map(c=>Uint8Array.from(c)),i=await crypto.subtle.importKey("raw",s,"Ed25519",!1,["verify"]);return crypto.subtle.verify("Ed25519",i,n,r)}async function Gp(){let e=Ec("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"),t=Ec("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");try{let o=await Ls(t,new Uint8Array,e),n=!await Ls(t,Uint8Array.of(0),e);return o&&n?Ls:jc}catch{return jc}}async function Cc(e,t,o,n){return e.length!==64||o.length!==32||Is(e.subarray(32))>=Oc||!Rs(e.subarray(0,32))||!Rs(o)?!1:(n??=await(Kp??=Gp()),n(e,t,o))}var Oc,Is,Kp,Ec,Nc,Lc=_(()=>{"use strict";cc();Ns();Ne();({n:Oc}=Ie.CURVE()),Is=e=>BigInt(`0x${Ae(Uint8Array.from(e).reverse())}`);Ec=e=>Uint8Array.from(e.match(/../g)??[],t=>parseInt(t,16));Nc=e=>Rs(e)!==null});var Vo,oo=_(()=>{"use strict";Ns();Ne();Vo=e=>Ae(Je(be(e)))});function no(e){let t=c=>Y("verifier key",c),[,o,n,r]=/^([^+]*)\+([^+]*)\+(.*)$/s.exec(String(e))??[],s=r===void 0?null:Oo(r);if(s?.length!==33||s[0]!==Zp[0])throw t("must be <name>+<id>+<base64>, with the type and the 32 bytes of an Ed25519 key");if(!qn(o))throw t("its name cannot be one");let i=s.slice(1);if(!Nc(i))throw t("not an Ed25519 key");if(Ae(Je(wn(be(`${o}
`),s)).slice(0,4))!==n)throw t("its ID does not fit its name and key");return{name:o,id:n,key:i}}function Ds(e,t="note"){if(be(e).length>Yp)throw Y(t,"longer than 65536 bytes");if(/(?!\n)\p{Cc}/u.test(e))throw Y(t,"has control characters");let o=e.lastIndexOf(`

`);if(o<0)throw Y(t,"has no empty line before its signatures");let n=e.slice(o+2).split(`
`);if(n.pop()!==""||!n.length)throw Y(t,"does not end in a signature line");if(n.length>Xp)throw Y(t,"has more than 100 signatures");let r=n.map(s=>{let i=Qp(s);if(!i)throw Y(t,"has a malformed signature line");return i});return{text:e.slice(0,o+1),signatures:r}}function Qp(e){let[,t,o]=/^\u2014 ([^ ]*) (.*)$/.exec(e)??[],n=o===void 0?null:Oo(o);return!n||n.length<=4||!qn(t)?null:{name:t,id:Ae(n.slice(0,4)),bytes:n.slice(4)}}async function Ms({text:e,signatures:t},{name:o,id:n,key:r}){let s=t.filter(i=>i.name===o&&i.id===n);if(!s.length)throw new xe("unsigned",`there is no signature of ${o}`);for(let{bytes:i}of s)if(!await Cc(i,be(e),r))throw new xe("signature",`the signature of ${o} is not genuine`)}var Yp,Xp,Zp,qn,Vn=_(()=>{"use strict";Ne();Lc();De();oo();Yp=65536,Xp=100,Zp=Uint8Array.of(1),qn=e=>e!==""&&!/[+\p{White_Space}\p{Cc}]/u.test(e)&&be(e).length<=255});function Jo(e){let t=Ds(e,"checkpoint"),o=f=>Y("checkpoint",f),[n,r,s,...i]=t.text.slice(0,-1).split(`
`);if(s===void 0)throw o("has fewer than three lines");if(!qn(n))throw o("has no origin");let c=Ur(r);if(c===null)throw o("its size is not a decimal number");let u=Pr(s);if(!u)throw o("its root is not a base64 hash");if(i.includes(""))throw o("has an empty line");return{note:t,checkpoint:Object.freeze({origin:n,size:c,root:Ae(u)})}}async function He(e,t){if(typeof e!="string"){if(Ic.get(e)===t)return e;throw new xe("unsigned","the checkpoint was not verified with this key")}let o=no(t),{note:n,checkpoint:r}=Jo(e),{origin:s}=r;try{await Ms(n,o)}catch(i){let c=i instanceof xe&&i.code==="signature";throw s!==o.name&&!c?Rc(s,o.name):i}if(s!==o.name)throw Rc(s,o.name);return Ic.set(r,t),r}var Ic,Rc,Jn=_(()=>{"use strict";Ne();De();Vn();Ic=new WeakMap;Rc=(e,t)=>new xe("origin",`it is of the ledger ${e}, not of ${t}`)});function Ke(e){if(typeof e=="string"){if(/\p{Surrogate}/u.test(e))throw Y("JSON","has half of a surrogate pair");return JSON.stringify(e)}if(typeof e=="boolean"||e===null)return String(e);if(typeof e=="number"&&Number.isSafeInteger(e))return JSON.stringify(e);if(Array.isArray(e))return`[${e.map(Ke).join(",")}]`;if(typeof e!="object")throw Y("JSON",`${String(e)} cannot be in it`);let t=Object.entries(e).filter(([,o])=>o!==void 0);return t.sort(([o],[n])=>o<n?-1:1),`{${t.map(([o,n])=>`${Ke(o)}:${Ke(n)}`).join(",")}}`}var Kn,Ko=_(()=>{"use strict";De();Kn=e=>typeof e=="object"&&e!==null&&!Array.isArray(e)});function Go(e){let t=new Uint8Array(1+e.length);return t.set(e,1),Je(t)}function ro(e,t){return Gn.set(e,1),Gn.set(t,33),Je(Gn)}function Us(e){let t=[],o=s=>{let i=t.pop();return i?ro(i,s):s},n=0;for(let s of e){let i=Go(s);for(let c=n;c%2===1;c=rt(c))i=o(i);t.push(i),n+=1}let r=t.pop()??Ps;for(;t.length;)r=o(r);return r}function Yn({index:e,size:t,path:o,leaf:n,root:r}){if(!Mt(e)||!Mt(t)||e>=t)throw wt();let[s,i,c]=[e,t-1,n];for(let u of o){if(i===0)throw wt();s%2===1||s===i?(c=ro(u,c),[s,i]=Mc(s,i)):c=ro(c,u),[s,i]=[rt(s),rt(i)]}if(i!==0)throw wt();if(!St(c,r))throw Hs()}function Dc({from:e,to:t,path:o,old:n,root:r}){if(!Mt(e)||!Mt(t)||e>t)throw wt();if(e===0||e===t){if(o.length)throw wt();if(!St(n,e===0?Ps:r))throw Hs();return}let[s,i]=[e-1,t-1];for(;s%2===1;)[s,i]=[rt(s),rt(i)];let[c,...u]=s===0?[n,...o]:o;if(!c)throw wt();let[f,d]=[c,c];for(let h of u){if(i===0)throw wt();s%2===1||s===i?(f=ro(h,f),d=ro(h,d),[s,i]=Mc(s,i)):d=ro(d,h),[s,i]=[rt(s),rt(i)]}if(i!==0)throw wt();if(!St(f,n)||!St(d,r))throw Hs()}function Mc(e,t){for(;e%2===0&&e!==0;)[e,t]=[rt(e),rt(t)];return[e,t]}var Ps,Gn,rt,Mt,wt,Hs,so=_(()=>{"use strict";Ne();De();oo();Ps=Je(new Uint8Array),Gn=new Uint8Array(65);Gn[0]=1;rt=e=>Math.floor(e/2),Mt=e=>Number.isSafeInteger(e)&&Number(e)>=0,wt=()=>new xe("shape","the proof does not have the shape that its numbers call for"),Hs=()=>new xe("root","the proof leads to another root: this is not what was recorded")});function Fs(e){if(!Kn(e))throw Y("entry","is not an object");let t=oh.get(e.kind);if(!t)throw Y("entry",`is of an unknown kind: ${e.kind}`);let o={kind:e.kind,v:1};for(let[r,s]of Object.entries(t)){let i=io(e,r);if(i===void 0){if(s===je)throw Y("entry",`has no ${r}`)}else s===Xn&&be(i).length>eh?o[`${r}_sha256`]=Vo(i):o[r]=i}if(e.kind==="note_added"&&io(e,"text")===void 0)throw Y("entry","has no text");for(let r of Object.keys(e))if(!(r==="kind"||Object.hasOwn(t,r)||nh(e,r)))throw Y("entry",`its ${r} is not what its leaf says`);let n=Ke(o);if(be(n).length>th)throw Y("entry","has too long a leaf");return n}function nh(e,t){let o=io(e,t);if(o===void 0)return!0;let n=e.kind==="job_created";switch(t){case"index":return Mt(o);case"path":return!0;case"customer_count":return Kn(e.customers)&&e.customers.count===o;case"status":return n&&o==="IN_PROGRESS";case"recorded_at":return n&&o===e.created_at;default:return!1}}var eh,th,je,Ue,Xn,Hc,Pc,Uc,oh,io,Bs=_(()=>{"use strict";Ne();De();Ko();so();oo();eh=256,th=65535,je="must",Ue="may",Xn="text",Hc={action_code:je,action_name:je,batch_id:Ue,cluster_url:Ue,created_at:je,customers:je,job_id:je,request_payload_sha256:Ue,source:je,submitted_by:Ue,user_id:je},Pc={cause:je,error_message:Xn,http_status:Ue,response_summary:Xn,status:je},Uc={actor:je,job_id:je,previous:je,recorded_at:je,request_key:Ue},oh=new Map([["job_created",{...Hc,request_key:Ue,retry_of:Ue}],["job_imported",{...Hc,...Pc,original_sha256:Ue,recorded_at:je,updated_at:Ue}],["status_changed",{...Uc,...Pc,outcomes:Ue}],["note_added",{...Uc,text:Xn}]]);io=(e,t)=>Object.hasOwn(e,t)&&e[t]!==null?e[t]:void 0});async function Zn({entry:e,path:t,checkpoint:o,key:n}){let r=Fs(e),s=await He(o,n);return Yn({index:io(e,"index"),size:s.size,path:yn(t??io(e,"path"),"entry"),leaf:Go(be(r)),root:kt(s.root,"checkpoint")}),{leaf:r,checkpoint:s}}async function Ws({entries:e,checkpoint:t,key:o}){let n=await He(t,o);for(let s of e)await Zn({entry:s,checkpoint:n,key:o});if(!e.length)throw Y("history","has no entries");let r=sh(e[0]);for(let s=1;s<e.length;s+=1)r=ih(e[s-1],e[s],r);return n}function sh(e){if(e.kind==="job_created")return"IN_PROGRESS";if(e.kind==="job_imported")return e.status;throw new xe("rules","the first entry does not create the job: others are left out")}function ih(e,t,o){let n=r=>new xe("rules",`entry ${t.index} ${r}`);if(t.job_id!==e.job_id)throw n("is of another job");if(t.previous!==e.index)throw n("does not follow the one before it");if(Number(t.index)<=Number(e.index))throw n("has too low an index");if(t.kind==="note_added")return o;if(!rh.get(o)?.includes(t.status))throw n(`cannot follow ${o}`);return t.status}async function zs({from:e,to:t,path:o,key:n}){let[r,s]=[await He(e,n),await He(t,n)];return Dc({from:r.size,to:s.size,path:yn(o,"consistency proof"),old:kt(r.root,"checkpoint"),root:kt(s.root,"checkpoint")}),{from:r,to:s}}var rh,Fc=_(()=>{"use strict";Ne();Jn();De();Bs();so();rh=new Map([["IN_PROGRESS",["SUCCESS","FAILED","UNCONFIRMED"]],["UNCONFIRMED",["SUCCESS","FAILED"]]])});function qs(e){let t=e.map(be);return Bc(t,"customers"),{count:t.length,root:Ae(Us(t))}}function Vs(e){Bc(e.map(({cid:o})=>be(o)),"outcomes");let t=e.map(({cid:o,message:n,status:r})=>be(Ke({cid:o,message:n??void 0,status:r})));return{count:t.length,root:Ae(Us(t))}}function Bc(e,t){for(let o=1;o<e.length;o+=1)if(gn(e[o-1],e[o])>=0)throw Y(t,"must ascend by the bytes of the cids, none twice")}var Wc=_(()=>{"use strict";Ne();De();Ko();so()});var Js=_(()=>{"use strict";Ne();Jn();De();so()});var zc=_(()=>{"use strict";Ne();De();Ko();so();Vn();Js()});var Yo=_(()=>{"use strict";Jn();Fc();De();Wc();Ko();Bs();zc();Vn();Js();oo()});function Ge(e){try{return Jo(e).checkpoint.size}catch{return 0}}async function Vc(e,t,o,{pin:n=null,isReader:r=!1}={}){let s=e!==null&&!await uh(e),i=s?null:e,c={from:Ge(i?.checkpoint),to:Ge(t.checkpoint),seen:t},u=($,x="",w=null)=>({...c,kept:e,kind:$,path:w,why:lh(x)}),f=Object.values(t.keys);if(![t.checkpoint,...f].every($=>typeof $=="string"))return u("malformed","the checkpoint and the key must be texts");let d=n??i?.key??f[0];if([...f,i?.key??d].some($=>$!==d))return u("key");try{await He(t.checkpoint,d)}catch($){return u("signature",$)}if(s)return u("damaged");if(!i)return u("first");let{from:h,to:m}=c;if(m<h)return u("shrunk");let p=[];if(h!==0&&h!==m){try{p=(await o(h,m))?.path}catch(x){if(!(x instanceof Z))return u("malformed",x);let{status:w}=x;if(x.isNetwork||!r&&(w===401||w===403))throw x;return u("withheld",`${w} ${x.message}`)}if(!(Array.isArray(p)&&p.every(x=>typeof x=="string")))return u("malformed","the consistency path is no list of hashes",p)}try{await zs({from:i.checkpoint,to:t.checkpoint,path:p,key:d})}catch($){return u("forked",$,p)}return u("extends","",p)}async function uh(e){try{return e!==null&&!!await He(e.checkpoint,e.key)}catch{return!1}}function Jc(e,t,o,n){let{seen:r,to:s}=e;if(Qn(e))return null;let i=Object.values(r.keys)[0];return o&&o.checkpoint!==t?.checkpoint&&(o.key!==i||Ge(o.checkpoint)>=s)?null:{key:i,checkpoint:r.checkpoint,at:n}}var qc,Qn,lh,Kc,er=_(()=>{"use strict";Yo();lt();qc=["first","extends","key","signature","shrunk","forked","withheld","malformed","damaged"],Qn=e=>e!==null&&e.kind!=="first"&&e.kind!=="extends";lh=e=>e instanceof Error?e.message:String(e);Kc=({kind:e,kept:t,seen:o,path:n,why:r,from:s,to:i},c,u)=>({finding:e,why:r,server:c,found_at:u,kept_by_this_browser:t&&{...t,size:s},shown_by_the_server:{...o,size:i},consistency_path:n})});function bh(e){let t=e?.finding;return qc.includes(t?.kind)&&t.seen?.keys&&Date.parse(e.at)?e:null}function Gc({prove:e,kept:t,keep:o,now:n,later:r}){let s=()=>new Date(n()).toISOString(),i=()=>typeof t("pin")=="string"?t("pin"):null,c=t("withheld")??[];(!Array.isArray(c)||!c.every(S=>S?.seen?.keys))&&(c=[]);let u=!1,f=we({finding:null,alarm:bh(t("alarm")),warning:null,isUnchecked:!1,connected:new Set}),d=S=>f.update(j=>({...j,...S})),h=Promise.resolve(),m=S=>{let j=h.catch(()=>{}).then(S);return h=j,j},p=S=>{let j=f.get().alarm;if(j&&j.finding.kind!=="withheld"||j?.finding.kind===S.kind)return;let M={finding:S,at:s()};o("alarm",M),d({alarm:M})},$=(S,j=!0)=>{if(c=S,o("withheld",c.length?c:null),c.length&&!u){u=!0;let D=Math.max(...c.map(V=>V.tries));r(v,j&&ph[D-1]||hh)}if(c.length)return;let M=f.get().alarm?.finding.kind==="withheld";M&&o("alarm",null),d(M?{warning:null,alarm:null}:{warning:null})},x=(S,j=!1)=>{let{checkpoint:M}=S.seen,D=c.find(J=>J.seen.checkpoint===M),V=c.filter(J=>J!==D);D??={seen:S.seen,since:n(),tries:j?0:1},j&&(D={...D,tries:D.tries+1}),d({warning:S});let R=D.tries>1&&n()-D.since>=fh;(D.tries>=dh||R)&&p(S),$([...V,D].slice(0,$h))},w=(S,j,M)=>{let D=new Set([...f.get().connected,M].slice(-mh));d({connected:D,isUnchecked:!1}),$(c.filter(({seen:J})=>J.checkpoint!==M));let{alarm:V}=f.get();if(V&&V.finding.kind!=="withheld")return;let R=Jc(S,j,t("ledger"),s());R&&o("ledger",R),d({finding:S})},b=async(S,j,M)=>{try{return await Vc(S,j,e,{pin:i(),isReader:M})}catch(D){if(D instanceof Z)return null;let V=String(D);return{kind:"malformed",from:0,to:0,kept:S,seen:j,path:null,why:V}}};function v(){return u=!1,m(async()=>{let S=!1;for(let{seen:j}of c){let M=t("ledger"),{checkpoint:D}=j,R=M&&Ge(M.checkpoint)>Ge(D)?await b({...M,checkpoint:D},{...j,checkpoint:M.checkpoint},!1):await b(M,j,!1);S||=R!==null,R?.kind==="withheld"?x({...R,seen:j},!0):R&&Qn(R)?(p(R),c=c.filter(J=>J.seen!==j)):R&&w(R,M,D)}$(c,S)})}let g=(S,j,{again:M,isReader:D=!1}={})=>m(async()=>{let V=await b(S,j,D);if(V?.kind==="shrunk"&&M)return M();V?V.kind==="withheld"?x(V):Qn(V)?p(V):w(V,S,j.checkpoint):d({isUnchecked:!0})}),k=()=>{let S=f.get().alarm?.finding;if(!S||(o("alarm",null),d({alarm:null,finding:null,connected:new Set}),$([]),!Ks(S)))return;let j=Gs(S);i()!==null&&i()!==j&&o("pin",null),o("ledger",{key:j,checkpoint:S.seen.checkpoint,at:s()})};return c.length&&$(c),{state:f,watch:g,accept:k,pin:i,unchecked:()=>d({isUnchecked:!0})}}function Gs({kept:e,seen:t}){let o=Object.values(t.keys);return o.find(n=>n!==e?.key)??o[0]??""}var dh,fh,ph,hh,mh,$h,Ks,Yc=_(()=>{"use strict";er();lt();Be();dh=3,fh=2*6e4,ph=[5e3,2e4],hh=6e4,mh=100,$h=10;Ks=({kind:e})=>e!=="signature"&&e!=="malformed"});function de({title:e,onClose:t,children:o,wide:n=!1}){let r=U(null),s=ht();return T(()=>{let i=document.activeElement;return r.current?.showModal(),()=>{i instanceof HTMLElement&&i.isConnected&&i.focus()}},[]),l`
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
  `}var Ye=_(()=>{"use strict";L();E()});function Xe(e,t,o){let n=URL.createObjectURL(new Blob([t],{type:o})),r=document.createElement("a");r.href=n,r.download=e,r.click(),setTimeout(()=>URL.revokeObjectURL(n),6e4)}var Xo=_(()=>{"use strict"});async function ao(e){try{return await navigator.clipboard.writeText(e),!0}catch{return yh(e)}}function yh(e){let t=document.activeElement,o=document.createElement("textarea");o.value=e,o.readOnly=!0,o.className="off-screen",(t?.closest("dialog")??document.body).append(o),o.select();let n=document.execCommand("copy");return o.remove(),t instanceof HTMLElement&&t.focus({preventScroll:!0}),n}var tr=_(()=>{"use strict"});function Xc(e){e==="system"?delete document.documentElement.dataset.theme:document.documentElement.dataset.theme=e}var Zo,Ze,Qo=_(()=>{"use strict";Tt();Zo=nt("theme","system"),Ze=nt("zone","local");Xc(Zo.get());Zo.watch(Xc)});function re({at:e}){let t=C(Ze);return e?l`<time datetime=${e} title=${e}>${Et(e,t)}</time>`:null}async function st(e,t=e){await ao(e)?Q(a("app.copied",{what:t})):Q(a("app.notCopied",{what:e}),"error")}function ee({children:e,title:t,hidden:o=!1}){let n=U(null),r=t??String(e);return T(()=>{document.title=`${r} \xB7 ${a("app.name")}`},[r]),T(()=>{ee.moves&&n.current?.focus({preventScroll:!0}),ee.moves=!0},[]),l`<h1 ref=${n} tabindex="-1" class=${o?"off-screen":""}>
    ${e}
  </h1>`}var co,B,oe=_(()=>{"use strict";tr();ae();q();L();G();E();ke();Se();Qo();co=({id:e,short:t=!1})=>l`
  <button
    type="button"
    class="copy-id"
    title=${a("app.copy",{what:e})}
    onClick=${o=>{o.stopPropagation(),st(e)}}
  >
    <code>${t?Yt(e):e}</code><${P} name="copy" />
    <span class="off-screen">${a("app.copy",{what:t?e:""})}</span>
  </button>
`;ee.moves=!1;B=({to:e,query:t,children:o,...n})=>l`
  <a href=${I(e,t)} ...${n}>${o}</a>
`});var it,or,lo=_(()=>{"use strict";Xo();L();E();ke();oe();it=({text:e,wrong:t=null})=>t===null?l`<span class="proved"><${P} name="check" />${e}</span>`:l`<strong class="not-proved" title=${t}><${P} name="alarm" />${e}</strong>`,or=({title:e,text:t,why:o,name:n,evidence:r,children:s})=>l`
  <p class="alarm-title">${e}</p>
  <p>${t} ${o&&l`<span class="alarm-why">(${o})</span>`}</p>
  <div class="row">
    <button
      type="button"
      onClick=${()=>Xe(n,JSON.stringify(r(),null,2),"application/json")}
    >
      <${P} name="download" />${a("proof.download")}
    </button>
    ${s}
    <${B} to="/help/proof">${a("proof.whatToDo")}<//>
  </div>
`});function gt(){let e=zr("ledger");return e===null||ot("ledger")!==null?ot("ledger"):{key:"",checkpoint:e,at:""}}function ol(e){Gt("pin",e),uo.update(t=>t+1),en()}async function en(e=1){let t=gt(),o=n=>O(n,{asText:!0,asks:!1});try{let[n,r]=await Promise.all([o("/log/checkpoint"),o("/log/key")]),s={"/log/key":r.trimEnd()},i=()=>{setTimeout(en,gh,e-1)};await Qe.watch(t,{checkpoint:n,keys:s},e?{again:i}:{})}catch(n){if(!(n instanceof Z))throw n;Qe.unchecked()}}function Zc(e,t){let{kind:o,from:n,to:r,why:s}=e,i=t===null?"refused":o,c=location.origin+Te,u=()=>Kc(e,c,t??new Date().toISOString()),f=l`
    <${or}
      title=${a(`proof.alarm.${i}`,{from:n,to:r})}
      text=${a(`proof.alarm.${i}Hint`,{from:n})}
      why=${s}
      name="ledger-alarm.json"
      evidence=${u}
    >
      ${t&&t<_h&&l`<span>${a("proof.unresolved",{at:Et(t,"local")})}</span>`}
      ${t&&l`<${xh} finding=${e} />`}
    <//>
  `;Qt("proof",{kind:t===null||o==="damaged"?"warning":"alarm",content:f})}function Qc(){let{alarm:e,warning:t}=Qe.state.get();e?Zc(e.finding,e.at):t?Zc(t,null):Qt("proof",null)}function xh({finding:e}){let[t,o]=y(!1),{kept:n,from:r,to:s}=e,i=Ks(e),c=()=>{i&&(Ys=null),Qe.accept(),uo.update(u=>u+1),en()};return l`
    <button type="button" onClick=${()=>o(!0)}>
      ${a(i?"proof.accept":"proof.dismiss")}
    </button>
    ${t&&l`
        <${de}
          title=${a(i?"proof.acceptTitle":"proof.dismiss")}
          onClose=${()=>o(!1)}
        >
          <p>${a(i?"proof.acceptHint":"proof.dismissHint")}</p>
          ${i&&l` <dl class="facts">
              <dt>${a("proof.before")}</dt>
              <dd><code>${n?.key}</code>, ${a("proof.entries",{n:r})}</dd>
              <dt>${a("proof.now")}</dt>
              <dd><code>${Gs(e)}</code>, ${a("proof.entries",{n:s})}</dd>
            </dl>`}
          <div class="row">
            <button type="button" class="danger" onClick=${c}>
              ${a(i?"proof.accept":"proof.dismiss")}
            </button>
            <button type="button" onClick=${()=>o(!1)}>${a("app.cancel")}</button>
          </div>
        <//>
      `}
  `}function sl(){let{finding:e,alarm:t,warning:o,isUnchecked:n}=C(Qe.state);T(()=>{Qc();let s=Qe.state.watch(Qc);en();let i=setInterval(()=>document.hidden||en(),wh);return()=>{clearInterval(i),s()}},[]);let r=n||o?a("proof.unchecked"):"";if(t)r=a("proof.alarm");else if(e&&!r){let[s,i]=[Ge(Ys?.checkpoint),e.to];Ys?s===i?r=a("proof.same",{n:i}):r=a("proof.grown",{from:s,to:i}):r=a("proof.first",{n:i})}return r&&l`<span id="proof-status"><${B} to="/help/proof">${r}<//></span>`}var wh,gh,_h,Ys,uo,Qe,el,tl,nl,rl,Ht=_(()=>{"use strict";te();ae();er();Yc();q();Tt();Be();L();Dn();G();E();Ye();lo();oe();wh=5*6e4,gh=2500,_h=new Date().toISOString();Ys=gt(),uo=we(0),Qe=Gc({prove:(e,t)=>O("/v1/proof/consistency",{query:{from:e,to:t},asks:!1}),kept:e=>e==="ledger"?gt():ot(e),keep:Gt,now:()=>Date.now(),later:(e,t)=>setTimeout(e,t)}),el=(e,t)=>Qe.watch(e,t,{isReader:!0}),tl=()=>Qe.pin()??(gt()?.key||null);nl=()=>Qe.pin(),rl=e=>C(Qe.state).connected.has(e)});function W({id:e,label:t,hint:o,error:n,as:r="input",onValue:s,children:i,...c}){let u=ht(),f=e??u,d=[o&&`${f}-hint`,n&&`${f}-error`].filter(Boolean).join(" ");return l`
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
  `}var Oe=_(()=>{"use strict";E()});function Zs({user:e,onDone:t}){let[o,n]=y("password"),[r,s]=y(e??""),[i,c]=y(""),[u,f,d,h]=ne(async()=>{let $=o==="token"?{token:i.trim()}:{username:r,password:i},x=await ra($);c(""),t?.(x)}),m=d&&[400,401].includes(d.status),p=o==="token"?a("signIn.wrongToken"):a("signIn.wrong");return l`
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
          <${W}
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
      <${W}
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
      ${!m&&l`<${X} problem=${d} />`}
      <button type="submit" class="primary" disabled=${f}>${a("signIn.submit")}</button>
    </form>
  `}function il(){let e=C(Xs);if(!e)return null;let t=o=>{Xs.set(null),e.done(o)};return l`
    <${de} title=${a("signIn.ended")} onClose=${()=>t(!1)}>
      <p>${a("signIn.endedHint",{user:e.user})}</p>
      <${Zs}
        user=${e.user}
        onDone=${o=>{o.user_id===e.user?t(!0):location.reload()}}
      />
    <//>
  `}var Xs,Qs=_(()=>{"use strict";ge();te();Be();L();Ye();Oe();G();E();me();Xs=we(null);ta(()=>{let e=F.get()?.user_id;return e?new Promise(t=>Xs.set({user:e,done:t})):Promise.resolve(!1)})});var cl={};Fe(cl,{default:()=>al});function Th(){let{data:e}=K(n=>O("/log/checkpoint",{signal:n,asks:!1,asText:!0}),[]);if(!e)return null;let[t,o]=e.split(`
`);return l`
    <dl class="facts" id="public-facts">
      <dt>${a("landing.ledger")}</dt>
      <dd><code>${t}</code></dd>
      <dt>${a("landing.checkpoint")}</dt>
      <dd>${a("landing.size",{n:Number(o)})}</dd>
    </dl>
  `}function al(){return l`
    <div class="landing">
      <div>
        <${ee}>${a("landing.title")}<//>
        <p class="lead">${a("landing.what")}</p>
        <${Th} />
        <p class="links">
          <${B} to="/help/proof">${a("landing.help")}<//>
          <a href=${I("/docs")}>${a("landing.docs")}</a>
        </p>
      </div>
      <section class="card" aria-labelledby="sign-in">
        <h2 id="sign-in">${a("signIn.title")}</h2>
        <${Zs} />
      </section>
    </div>
  `}var ll=_(()=>{"use strict";te();q();G();E();Qs();oe();L()});function ul(){let[e,t]=y(""),[o,n]=y(""),[r,s]=y(nl());return l`
    <form id="pin-key" onSubmit=${c=>{c.preventDefault();let u=e.trim();try{no(u)}catch{return n(a("proof.pinWrong"))}return ol(u),n(""),s(u),Q(a("proof.pinDone"),"ok")}}>
      ${r&&l`<p class="hint">${a("proof.pinned",{key:r})}</p>`}
      <${W}
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
  `}var dl=_(()=>{"use strict";Yo();Oe();E();Se();Ht();L()});var jh,Eh,fl,pl=_(()=>{"use strict";E();oe();dl();L();jh=["means","when","not","alarm","key","outside"],Eh=`curl -O $SERVER/log/checkpoint
unzip JOB_ID.evidence.zip
jobctl check JOB_ID.evidence --key verifier.key
python3 check.py JOB_ID.evidence --key verifier.key`,fl=()=>l`
  <article class="help">
    <${ee}>${a("help.proof.title")}<//>
    <p class="lead">${a("help.proof.lead")}</p>
    ${jh.map(e=>l`
        <section key=${e} id=${e}>
          <h2>${a(`help.proof.${e}`)}</h2>
          ${a(`help.proof.${e}Text`).split(`
`).map(t=>l`<p key=${t}>${t}</p>`)}
          ${e==="key"&&l`<${ul} />`}
          ${e==="outside"&&l`<pre class="scroll-x" tabindex="0">${Eh}</pre>`}
        </section>
      `)}
  </article>
`});var Oh,fe,_t,rr,Re=_(()=>{"use strict";L();E();ke();Oh=new Set(["answered"]),fe=({status:e,cause:t})=>l`
  <span class="badge badge-${e}" title=${t?z("cause",t):void 0}>
    <${P} name=${e} />
    <span>${z("status",e)}</span>
    ${t&&!Oh.has(t)&&l`<span class="badge-cause">${z("cause",t)}</span>`}
  </span>
`,_t=({children:e})=>l`<span class="tag">${e}</span>`,rr=({count:e=0,newest:t})=>e>0&&l`
    <span class="notes" title=${t?`${t.actor}: ${t.text}`:""}>
      <${P} name="note" /><span class="off-screen">${a("jobs.notes",{n:e})}: </span>
      ${e>1&&l`<b>${e}</b> `}${t?.text}
    </span>
  `});function hl(){let e=C(F);return l`
    <${ee}>${a("help.title")}<//>
    <p><${B} to="/help/proof">${a("help.proof.title")}<//>: ${a("help.proof")}</p>
    <${sr}
      id="statuses"
      title=${a("help.statuses")}
      facts=${Ch.map(t=>[l`<${fe} status=${t} />`,a(`help.status.${t}`)])}
    />
    <${sr}
      id="causes"
      title=${a("help.causes")}
      hint=${a("help.causesHint")}
      facts=${Lh.map(([t,o])=>[z("cause",t),l`
          ${a(`help.cause.${t}`)}${" "}
          <span class="muted">
            ${o.map(n=>z("status",n)).join(", ")||a("help.any")}
          </span>
        `])}
    />
    <${sr}
      id="keys"
      title=${a("keys.title")}
      hint=${a("help.keysHint")}
      facts=${Nh.map(([t,o])=>[l`<kbd>${t}</kbd>`,a(`keys.${o}`)])}
    />
    <${sr}
      id="more"
      title=${a("help.more")}
      facts=${[[l`<a href=${I("/docs")}>${a("landing.docs")}</a>`,a("help.docs")],...e?[[l`<${B} to="/account">${a("account.title")}<//>`,a("help.account")]]:[],[l`<a href=${I("/log/checkpoint")}>${a("landing.checkpoint")}</a>`,a("help.checkpoint")],[l`<a href=${I("/log/key")}>${a("health.key")}</a>`,a("help.key")]]}
    />
  `}var Ch,Nh,Lh,sr,ml=_(()=>{"use strict";ge();q();Re();G();E();oe();L();Ch=["IN_PROGRESS","SUCCESS","FAILED","UNCONFIRMED"],Nh=[["/","search"],["j","down"],["k","up"],["Enter","open"],["Escape","escape"],["?","help"]],Lh=[["answered",["SUCCESS","FAILED"]],["reported",["SUCCESS","FAILED","UNCONFIRMED"]],["never_sent",["FAILED"]],["withheld",["FAILED"]],["timed_out",["UNCONFIRMED"]],["connection_lost",["UNCONFIRMED"]],["unreadable_answer",["UNCONFIRMED"]],["inconclusive_answer",["UNCONFIRMED"]],["interrupted",["UNCONFIRMED"]],["imported",[]]],sr=({id:e,title:t,hint:o,facts:n})=>l`
  <section class="card" aria-labelledby=${e}>
    <h2 id=${e}>${t}</h2>
    ${o&&l`<p>${o}</p>`}
    <dl class="facts">
      ${n.map(([r,s])=>[l`<dt>${r}</dt>`,l`<dd>${s}</dd>`])}
    </dl>
  </section>
`});var bl={};Fe(bl,{default:()=>$l});function $l({topic:e}){return e==="proof"?l`<${fl} />`:l`<${hl} />`}var yl=_(()=>{"use strict";E();pl();ml()});function wl(e){let t=o=>{if(o.ctrlKey||o.metaKey||o.altKey||o.defaultPrevented||Ih(o.target)||document.querySelector("dialog[open]"))return;let n=e[o.key];n&&(o.preventDefault(),n(o))};return addEventListener("keydown",t),()=>removeEventListener("keydown",t)}var Ih,gl=_(()=>{"use strict";Ih=e=>e instanceof HTMLElement&&(e.isContentEditable||/^(INPUT|TEXTAREA|SELECT)$/.test(e.tagName))});function _l(e=Date.now){let t=null;return vn(()=>t=null),{leave(o,n,r){t=o!==void 0&&o===F.get()?.user_id?{value:r,search:n,until:e()+Rh}:null},find:o=>t?.search===o&&e()<t.until?t.value:null}}var Rh,xl=_(()=>{"use strict";ge();Rh=6e5});function et(e,{onEntries:t,onState:o=()=>{}}){let n=[],r=0,s=0,i=0,c=0,u=null,f=e.after,d=!1,h=new AbortController,m=()=>{cancelAnimationFrame(r),r=0;let g=n;n=[],g.length&&t(g)},p=g=>{f=g.lastEventId||f,n.push(JSON.parse(g.data)),n.length>=Dh?m():r||=requestAnimationFrame(m)},$=()=>{u?.close(),u=null,clearTimeout(i),h.abort()},x=()=>{o("lost"),c||=window.setTimeout(()=>At.set(!1),Hh),u?.readyState===EventSource.CLOSED&&($(),w(2e3))},w=g=>{h=new AbortController;let{signal:k}=h,S=()=>O("/v1/meta",{signal:k}).then(()=>k.aborted||b(),j=>{!k.aborted&&j.status!==401&&w(1e4)});i=window.setTimeout(S,g)};function b(){$();let g=f===void 0&&!d?e.from:void 0;u=new EventSource(I("/v1/stream",{...e,from:g,after:f})),u.onopen=()=>{clearTimeout(c),c=0,At.set(!0),o(d?"stale":"open"),d=!1},u.onerror=x;for(let k of Ph)u.addEventListener(k,p);u.addEventListener("ended",()=>{u?.close(),x()})}let v=()=>{clearTimeout(s),document.hidden?s=window.setTimeout($,Mh):u||(f=void 0,d=!0,b())};return document.addEventListener("visibilitychange",v),b(),()=>{document.removeEventListener("visibilitychange",v),clearTimeout(s),clearTimeout(c),cancelAnimationFrame(r),$()}}var Dh,Mh,Hh,Ph,fo=_(()=>{"use strict";te();q();Dh=1e3,Mh=2e4,Hh=4e3,Ph=["job_created","job_imported","status_changed","note_added"]});function tn(e){let t={};for(let o of ir)t[o]=[...new Set(e.getAll(o).filter(Boolean))];for(let o of kl)e.get(o)&&(t[o]=e.get(o));return t}function ti(e){let t=new URLSearchParams;for(let o of ir)for(let n of e[o])t.append(o,n);for(let o of kl)e[o]&&t.append(o,e[o]);return t}function Uh(e){let[,t,o]=/^(\d{1,4})([hd])$/.exec(e)??[];return t?Number(t)*(o==="d"?24:1)*36e5:null}function po(e,t){let{within:o,...n}=e,r=o&&Uh(o);return r?{...n,since:new Date(t-r).toISOString()}:n}function Ut(e,t,o){let n=e[t],r=n.filter(s=>s!==o);return{...e,[t]:r.length<n.length?r:[...n,o]}}function El(e,t,o){return ir.some(n=>n===t)?Ut(e,t,o):{...e,[t]:void 0}}function Ol(e,t,o){let n=po(e,o),r=Date.parse(t.created_at);return ir.every(s=>s==="cid"||!e[s].length||e[s].includes(t[s]))&&(!e.job_id||vl(t.job_id).startsWith(vl(e.job_id)))&&(!e.retry_of||e.retry_of===t.retry_of)&&(!n.since||r>=Date.parse(String(n.since)))&&(!n.until||r<Date.parse(String(n.until)))}function oi(e,t,o=0){let[n,r,s]=e.split("-").map(Number);return(t==="utc"?new Date(Date.UTC(n,r-1,s+o)):new Date(n,r-1,s+o)).toISOString()}function ni(e,t,o=0){let n=new Date(Date.parse(e??"")-o);return Number.isNaN(n.getTime())?"":(t==="utc"?[n.getUTCFullYear(),n.getUTCMonth()+1,n.getUTCDate()]:[n.getFullYear(),n.getMonth()+1,n.getDate()]).map(s=>String(s).padStart(2,"0")).join("-")}var ir,kl,Sl,Al,Tl,jl,ar,vl,ho=_(()=>{"use strict";ir=["status","cause","action_name","user_id","cid","batch_id","source"],kl=["job_id","retry_of","since","until","within"],Sl=["IN_PROGRESS","SUCCESS","FAILED","UNCONFIRMED"],Al=["answered","reported","imported","unreadable_answer","inconclusive_answer","timed_out","connection_lost","interrupted","never_sent","withheld"],Tl=["gateway","api","import","embedded"],jl=["24h","7d","30d"];ar=e=>[...ti(e)].map(([t,o])=>({name:t,value:o})),vl=e=>e.replaceAll("-","").toLowerCase()});function cr(e,t,o){if(e==="status"||e==="cause"||e==="source")return z(e,t);if(e==="within"){let r=Number.parseInt(t,10);return a(t.endsWith("d")?"filter.days":"filter.hours",{n:r})}return e!=="since"&&e!=="until"||Number.isNaN(Date.parse(t))?t:Et(t,o).endsWith("00:00:00")?da(t,o):Et(t,o)}var mo,Cl=_(()=>{"use strict";ae();L();mo=e=>a(`filter.${e}`)});function $o({name:e,filters:t,set:o,options:n=[],isOpen:r=!1}){let[s,i]=y(""),c=s.trim().toLowerCase(),f=[...new Set([...t[e],...n])].filter(h=>h.toLowerCase().includes(c)),d=h=>{h.preventDefault();let m=s.trim();m&&!t[e].includes(m)&&o(Ut(t,e,m)),i("")};return l`
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
                  ${cr(e,h,"utc")}
                </label>
              </li>
            `)}
        </ul>
      `}
    <//>
  `}function Nl({label:e,day:t,onDay:o}){let[n,r]=y("");return l`
    <${W}
      label=${e}
      type="date"
      value=${n||t}
      onValue=${s=>{let i=!s||s>="1000";r(i?"":s),i&&o(s)}}
    />
  `}function Fh({filters:e,set:t}){let o=C(Ze),n=e.since||e.until||e.within,r=s=>t({...e,within:void 0,...s});return l`
    <${eo} label=${a("filter.date")} class=${n?"is-set":""}>
      ${()=>l`
        <div class="row spans">
          ${jl.map(s=>l`
              <button
                key=${s}
                type="button"
                aria-pressed=${e.within===s}
                onClick=${()=>r({since:void 0,until:void 0,within:e.within===s?void 0:s})}
              >
                ${cr("within",s,o)}
              </button>
            `)}
        </div>
        <${Nl}
          label=${a("filter.from")}
          day=${ni(e.since,o)}
          onDay=${s=>r({since:s?oi(s,o):void 0})}
        />
        <${Nl}
          label=${a("filter.to")}
          day=${ni(e.until,o,1)}
          onDay=${s=>r({until:s?oi(s,o,1):void 0})}
        />
      `}
    <//>
  `}function Il({filters:e,set:t,stats:o}){let n=C(F),[r,s]=y(!1),i={filters:e,set:t},c=on(o?.by_action),u=on(o?.by_user),f=ar(e);return l`
    <div class="filters ${r?"is-open":""}">
      <button
        type="button"
        class="filters-switch"
        aria-expanded=${r}
        onClick=${()=>s(!r)}
      >
        ${a("filter.all")}<${P} name="down" />
      </button>
      <div class="row filters-list" role="group" aria-label=${a("filter.all")}>
        <${$o} name="cause" options=${Al} ...${i} />
        <${$o} name="action_name" options=${c} isOpen ...${i} />
        ${n?.role!=="operator"&&l`<${$o} name="user_id" options=${u} isOpen ...${i} />`}
        <${$o} name="cid" isOpen ...${i} />
        <${$o} name="batch_id" isOpen ...${i} />
        <${$o} name="source" options=${Tl} ...${i} />
        <${Fh} ...${i} />
      </div>
    </div>
    ${f.length>0&&l`<${Bh} all=${f} ...${i} />`}
  `}function Bh({filters:e,set:t,all:o}){let n=C(Ze);return l`
    <div class="row chosen" role="group" aria-label=${a("filter.chosen")}>
      ${o.map(({name:r,value:s})=>l`
          <${Xa}
            key=${`${r} ${s}`}
            name=${mo(r)}
            value=${cr(r,s,n)}
            onRemove=${()=>t(El(e,r,s))}
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
  `}var Ll,on,Rl=_(()=>{"use strict";ge();ae();G();E();Oe();ke();Uo();Qo();L();ho();Cl();Ll=({filters:e,set:t,total:o})=>l`
  <div class="statuses" role="group" aria-label=${mo("status")}>
    ${Sl.map(n=>l`
        <button
          key=${n}
          type="button"
          class="status-filter badge-${n}"
          aria-pressed=${e.status.includes(n)}
          onClick=${()=>t(Ut(e,"status",n))}
        >
          <${P} name=${n} />${z("status",n)}
          <b>${o?H(o[n]):"\u2013"}</b>
        </button>
      `)}
  </div>
`;on=e=>(e?.rows??[]).map(t=>t.value)});function nn(e,t){if(t.index<=e.last_index)return!1;if(e.last_index=t.index,t.kind==="note_added"){let{index:o,recorded_at:n,actor:r,text:s}=t;e.note_count=(e.note_count??0)+1,e.newest_note={index:o,recorded_at:n,actor:r,text:s}}else{let{index:o,status:n,cause:r,http_status:s,error_message:i,recorded_at:c}=t,u=[...e.changes??[],o];Object.assign(e,{status:n,cause:r,http_status:s,error_message:i,changes:u}),e.updated_at=c}return!0}function bo([e,...t]){let o=Wh(e);for(let n of t)nn(o,n);return o}var Wh,lr=_(()=>{"use strict";Wh=e=>({...e,status:e.status??"IN_PROGRESS",cause:e.cause??null,customer_count:e.customers?.count??e.customer_count,last_index:e.index,changes:[],note_count:0,newest_note:null})});function Hl(e){e.size>zh&&e.delete(e.keys().next().value)}var rn,Dl,Ml,sn,zh,ur,dr,ri=_(()=>{"use strict";lr();ho();rn=100,Dl=8,Ml=15e4,sn=1e3,zh=2e3,ur=class{constructor(t,o,n=null){this.filters=t,this.recent=o,this.pages=[],this.next=n,this.start=n,this.count=0,this.top=-1,this.fresh=new Set,this.byId=new Map}get isDone(){return this.next===void 0||this.count>=Ml}get isTruncated(){return this.next!==void 0&&this.count>=Ml}locate(t){let o=0;for(let[n,r]of this.pages.entries()){if(t<o+r.count)return{number:n,offset:t-o};o+=r.count}return{number:this.pages.length,offset:0}}slice(t,o){let n=[],{number:r,offset:s}=this.locate(t);for(let i=Math.min(o,this.count)-t;i>0;r+=1,s=0){let{count:c,rows:u}=this.pages[r],f=Math.min(i,c-s);for(let d=0;d<f;d+=1)n.push(u?u[s+d]:null);i-=f}return n}wanted(t,o){let n=Math.min(this.locate(o).number,this.pages.length-1);for(let r=this.locate(t).number;r<=n;r+=1){let{rows:s,stale:i}=this.pages[r];if(!s||i)return r}return!this.isDone&&o>this.count-rn/2?this.pages.length:null}cursorOf(t){return t<this.pages.length?this.pages[t].cursor:this.next??null}place(t,{jobs:o,next:n},r){if(this.#t(t)&&this.pages.length)return this.#e(o);let s=this.pages[t]??{cursor:this.next??null,count:0,rows:null},i=o.length-s.count;t===this.pages.length&&(this.pages.push(s),this.next=n??void 0),this.top<0&&o.length&&(this.top=o[0].index);for(let c of s.rows??[])this.byId.delete(c.job_id);this.pages[t]={cursor:s.cursor,count:o.length,rows:o};for(let c of o){this.byId.set(c.job_id,c);for(let u of this.recent.entriesOf(c.job_id))nn(c,u)}if(this.count+=i,this.#t(t))for(let c of this.recent.jobs.values())this.#r(c,r);return i}#t(t){return t===0&&this.start===null}#e(t){for(let o of t){let n=this.byId.get(o.job_id);n&&n.last_index<=o.last_index&&Object.assign(n,o)}return this.pages[0].stale=!1,0}forget(t,o){let n=this.locate(t).number-Dl,r=this.locate(o).number+Dl;for(let[s,i]of this.pages.entries())if(!(!i.rows||s>=n&&s<=r||this.#t(s))){for(let c of i.rows)this.byId.delete(c.job_id);i.rows=null}}expire(){for(let t of this.pages)t.stale=!0}take(t,o){let n=!1;for(let r of t){let s=this.byId.get(r.job_id);s?n=nn(s,r)||n:n=this.#r(this.recent.jobs.get(r.job_id),o)||n}return n}#r(t,o){if(!t||t.index<=this.top||this.start!==null||this.filters.cid.length||this.byId.has(t.job_id))return!1;let n=this.fresh.size;return n>=sn?!1:(Ol(this.filters,t,o)?this.fresh.add(t.job_id):this.fresh.delete(t.job_id),this.fresh.size!==n)}limitOf(t){return t<this.pages.length&&this.#t(t)?5*rn:rn}compare(t){this.fresh.size>=sn||(this.fresh=new Set(t.filter(o=>o.index>this.top).map(o=>o.job_id)))}},dr=class{constructor(){this.entries=new Map,this.jobs=new Map}take(t){for(let o of t){if(o.kind==="job_created"||o.kind==="job_imported"){this.jobs.set(o.job_id,bo([o])),Hl(this.jobs);continue}let n=this.jobs.get(o.job_id);n&&nn(n,o),this.entries.set(o.job_id,[...this.entriesOf(o.job_id).slice(-20),o]),Hl(this.entries)}}entriesOf(t){return this.entries.get(t)??[]}}});var qh,Vh,Jh,Kh,fr,Pl=_(()=>{"use strict";lt();Tn();ho();ri();qh=120,Vh=2e3,Jh=5e3,Kh=(e,t)=>setTimeout(e,t),fr=class{list=null;#t=null;stats=null;problem=null;isLoading=!1;shift=0;scrolled=0;#e;#r=new dr;#o=[0,40];#c=0;#l=0;#s=new AbortController;#u=()=>{};#d=new Set;#i=!1;constructor(t){this.#e={later:Kh,now:Date.now,...t}}async open(t,o=null){this.#s.abort(),this.#s=new AbortController,this.#l=this.#e.now(),this.#o=[0,40],this.#t=new ur(t,this.#r,o),this.list??=this.#t,this.problem=null,this.isLoading=!1,await this.#n()}reload(){return this.#t?this.open(this.#t.filters):Promise.resolve()}openRest(){let t=this.list;return t?this.open(t.filters,t.next??null):Promise.resolve()}retry(){return this.problem=null,this.#n()}show(t,o){this.list===this.#t&&(this.#o=[t,o],this.problem||this.#n())}close(){this.#i=!0,this.#s.abort(),this.#u()}async resume(t){this.#e.onChange=t,this.#i=!1,this.#s=new AbortController,this.isLoading=!1,this.problem=null,this.stats=null,this.list?.expire(),this.#t=this.list,await this.#n(),await this.#p().catch(()=>{})}async#n(){let t=this.#t,{signal:o}=this.#s;if(!t||this.isLoading||this.#i)return;let[n,r]=this.#o,s=t.wanted(n,r);if(s!==null){this.isLoading=!0,this.#e.onChange();try{this.stats||await this.#m();let i=t.limitOf(s),c={...po(t.filters,this.#l),limit:i},u=t.cursorOf(s),f=await this.#e.get("/v1/jobs",{query:{...c,cursor:u},signal:o});if(o.aborted)return;let d=s<t.locate(this.#o[0]).number,h=t.place(s,f,this.#e.now());d&&(this.shift+=h),t.forget(this.#o[0],this.#o[1]),this.#c=0}catch(i){if(o.aborted)return;if(!(i instanceof Z))throw i;this.problem=i,i.isTemporary&&this.#h(i,o)}finally{o.aborted||(this.isLoading=!1)}this.list=t,this.#e.onChange(),this.problem||await this.#n()}}#h(t,o){let n=Xt(this.#c,t);this.#c+=1,this.#e.later(()=>{!o.aborted&&this.problem===t&&this.retry()},n)}async#m(){if(await this.#f(),this.#i)return;let{size:t}=this.stats.head;this.#u(),this.#u=this.#e.follow(t>0?{after:t-1}:{from:0},{onEntries:o=>this.#$(o),onState:o=>{o==="stale"&&(this.list?.expire(),this.#n(),this.#a("count",0,()=>this.#f()),this.#a("look",0,()=>this.#p()))}})}#$(t){this.#r.take(t),this.list?.take(t,this.#e.now())&&this.#a("draw",qh,async()=>this.#e.onChange()),this.#a("count",Vh,()=>this.#f()),t.some(({kind:n})=>n==="job_created"||n==="job_imported")&&this.list?.filters.cid.length&&this.#a("look",Jh,()=>this.#p())}#a(t,o,n){this.#d.has(t)||(this.#d.add(t),this.#e.later(()=>{this.#d.delete(t),this.#i||n().catch(()=>{})},o))}async#f(){this.stats=await this.#e.get("/v1/stats",{query:{limit:100}}),this.#e.onChange()}async#p(){let t=this.list;if(!t||t.start!==null)return;let o={...po(t.filters,this.#l),limit:rn};t.compare((await this.#e.get("/v1/jobs",{query:o})).jobs),this.#e.onChange()}}});function si(e){let t=e.trim().toLowerCase();if(!/^[0-9a-f]+(-[0-9a-f]+)*-?$/.test(t))return null;let o=t.replaceAll("-","");return o.length>32?null:{digits:o,id:o.length===32?Gh(o):null}}function ii(e,{jobs:t,users:o,actions:n}){let r=e.trim();if(!r)return[];let s=r.toLowerCase(),i=f=>f.filter(d=>d.toLowerCase().includes(s)).sort((d,h)=>Ul(d,s)-Ul(h,s)).slice(0,4),c=si(r),u=t.map(f=>({kind:"job",value:f.job_id,job:f}));return c?.id&&!u.length&&u.push({kind:"job",value:c.id,job:null}),[...i(o).map(f=>({kind:"user",value:f})),...i(n).map(f=>({kind:"action",value:f})),...u,...t.length>1?[{kind:"prefix",value:r}]:[],...c?.id?[]:[{kind:"customer",value:r}]]}function Ul(e,t){let o=e.toLowerCase().indexOf(t);return o===0?e.length-t.length:1e3+o}var Gh,Fl=_(()=>{"use strict";Gh=e=>[e.slice(0,8),e.slice(8,12),e.slice(12,16),e.slice(16,20),e.slice(20)].join("-")});function Xh(e){let[t,o]=y([]),n=U(Promise.resolve([])),r=si(e)?.digits??"";return T(()=>{if(o([]),n.current=Promise.resolve([]),!r)return;let s=new AbortController,i={job_id:r,limit:Yh};return n.current=O("/v1/jobs",{query:i,signal:s.signal}).then(c=>c.jobs,()=>[]),n.current.then(c=>s.signal.aborted||o(c)),()=>s.abort()},[r]),{jobs:t,asked:n}}function Zh({meaning:{kind:e,value:t,job:o}}){return l`
    <span class="suggestion-kind">${a(`search.${e}`)}</span>
    <span class="suggestion-value">${t}</span>
    ${o&&l`<span>${o.action_name}</span><${fe} status=${o.status} /> `}
    ${o&&l`<${re} at=${o.created_at} />`}
  `}function Bl({filters:e,set:t,users:o,actions:n}){let[r,s]=y(""),[i,c]=y(!1),[u,f]=y(0),d=U(null),{jobs:h,asked:m}=Xh(r),p=ht(),$=ii(r,{jobs:h,users:o,actions:n}),x=i&&$.length>0;Rn(d,x,()=>c(!1));let w=({kind:g,value:k})=>{if(c(!1),s(""),g==="job")ve(I(N`/jobs/${k}`));else if(g==="customer")ve(I(N`/customers/${k}`));else if(g==="prefix")t({...e,job_id:k});else{let S=g==="user"?"user_id":"action_name";e[S].includes(k)||t(Ut(e,S,k))}},b=async()=>{let g=await m.current,k=ii(r,{jobs:g,users:o,actions:n})[u];k&&w(k)},v=g=>{let k={ArrowDown:1,ArrowUp:-1}[g.key];if(k&&$.length)c(!0),f(x?(u+k+$.length)%$.length:0);else if(g.key==="Enter")b();else if(g.key==="Escape"&&r)s("");else if(g.key==="Escape")g.target.blur();else return;g.preventDefault()};return l`
    <div class="search" ref=${d} role="search">
      <${P} name="search" />
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
        onInput=${g=>{s(g.currentTarget.value),c(!0),f(0)}}
        onFocus=${()=>c(!0)}
        onKeyDown=${v}
      />
      <ul id=${p} role="listbox" aria-label=${a("search.suggestions")} hidden=${!x}>
        ${$.map((g,k)=>l`
            <li
              key=${`${g.kind} ${g.value}`}
              id="${p}-${k}"
              role="option"
              aria-selected=${k===u}
              onPointerDown=${S=>S.preventDefault()}
              onClick=${()=>w(g)}
            >
              <${Zh} meaning=${g} />
            </li>
          `)}
      </ul>
    </div>
  `}var Yh,Wl=_(()=>{"use strict";te();q();Le();Re();G();E();ke();oe();L();ho();Fl();Yh=6});function tm(){let[,e]=y(0);T(()=>{let o=()=>e(n=>n+1);for(let n of[ai,ci])n.addEventListener("change",o);return()=>{for(let n of[ai,ci])n.removeEventListener("change",o)}},[]);let t=Number.parseFloat(getComputedStyle(document.documentElement).fontSize);return{height:Math.round(em[ai.matches?"cards":"table"]*t),isWide:ci.matches}}function om(e,t,o,n){let[r,s]=y({from:0,to:40});return pt(()=>{let i=0,c=()=>{i=0,n(scrollY);let f=-(e.current?.getBoundingClientRect().top??0),d=Math.max(0,Math.floor(f/t)-zl),h=Math.max(0,Math.ceil((f+innerHeight)/t))+zl;s(m=>m.from===d&&m.to===h?m:{from:d,to:h})},u=()=>{i||=requestAnimationFrame(c)};return c(),addEventListener("scroll",u,{passive:!0}),addEventListener("resize",u),()=>{cancelAnimationFrame(i),removeEventListener("scroll",u),removeEventListener("resize",u)}},[t,o]),{from:Math.min(r.from,o),to:Math.min(r.to,o)}}function nm(e,t){e.target.closest("a, button")||getSelection()?.toString()||ve(I(N`/jobs/${t}`))}function rm({job:e,index:t,isWide:o}){let n={"data-index":t,"aria-rowindex":t+2};if(!e)return l`<tr role="row" class="job" ...${n}>
      <td role="cell">…</td>
    </tr>`;let{job_id:r,user_id:s,action_name:i,customer_count:c,status:u,cause:f}=e;return l`
    <tr
      role="row"
      class="job"
      ...${n}
      onClick=${d=>nm(d,r)}
    >
      <td role="cell" class="cell-user">${s}</td>
      <td role="cell" class="cell-action">
        <a href=${I(N`/jobs/${r}`)}>${i}</a>
        ${e.retry_of&&l`<${_t}>${a("jobs.retry")}<//>`}
        <${rr} count=${e.note_count} newest=${e.newest_note} />
      </td>
      <td role="cell" class="cell-customers number">
        ${H(c)}<span class="only-cards">
          ${" "}${a("jobs.customersUnit",{n:c})}</span
        >
      </td>
      <td role="cell" class="cell-status"><${fe} status=${u} cause=${f} /></td>
      <td role="cell" class="cell-date"><${re} at=${e.created_at} /></td>
      <td role="cell" class="cell-id"><${co} id=${r} short=${!o} /></td>
    </tr>
  `}function ql({jobs:e,list:t,focus:o}){let{height:n,isWide:r}=tm(),s=U(null);pt(()=>{e.scrolled&&scrollTo(0,e.scrolled)},[]);let{from:i,to:c}=om(s,n,t.count,d=>{e.scrolled=d}),u=t.slice(i,c);T(()=>e.show(i,c),[i,c,t,t.count]),pt(()=>{e.shift&&(scrollBy(0,e.shift*n),e.shift=0)}),pt(()=>{if(!o||!s.current)return;let d=s.current.getBoundingClientRect().top+o.index*n;d<2*n?scrollBy(0,d-2*n):d>innerHeight-2*n&&scrollBy(0,d-innerHeight+2*n);let h=requestAnimationFrame(()=>requestAnimationFrame(f));return()=>cancelAnimationFrame(h)},[o]);let f=()=>{let d=s.current?.querySelector(`[data-index="${o?.index}"] a`);d instanceof HTMLElement&&d.focus({preventScroll:!0})};return l`
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
          ${Qh.map(d=>l`
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
            <${rm}
              key=${d?.job_id??i+h}
              job=${d}
              index=${i+h}
              isWide=${r}
            />
          `)}
      </tbody>
    </table>
  `}var zl,Qh,em,ai,ci,Vl=_(()=>{"use strict";ae();q();Le();Re();E();oe();L();zl=8,Qh=["user","action","customers","status","date","id"],em={table:2.5,cards:6.5},ai=matchMedia("(width < 60rem)"),ci=matchMedia("(width >= 90rem)")});function am({views:e,query:t,close:o}){let[n,r]=y("");return l`
    <form onSubmit=${i=>{i.preventDefault(),e.update(c=>[...c.filter(u=>u.name!==n.trim()),{name:n.trim(),query:t}]),o(),Q(a("views.saved",{name:n.trim()}))}}>
      <${W} label=${a("views.name")} required maxlength="60" value=${n} onValue=${r} />
      <button type="submit">${a("views.save")}</button>
    </form>
  `}function Jl({query:e}){let[t]=y(im),o=C(t),n=e.toString(),r=s=>t.update(i=>i.filter(c=>c.name!==s));return l`
    <${eo} label=${a("views.title")} align="end">
      ${s=>l`
        ${o.length>0&&l`
            <ul class="menu views">
              ${o.map(i=>l`
                  <li key=${i.name} class="row">
                    <a
                      href=${I("/")+(i.query&&`?${i.query}`)}
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
        ${n?l`<${am} views=${t} query=${n} close=${s} />`:l`<p class="hint">${a("views.hint")}</p>`}
      `}
    <//>
  `}var sm,im,Kl=_(()=>{"use strict";ge();q();Le();Tt();Oe();G();E();Uo();Se();L();sm={},im=()=>{let e=`views:${F.get()?.user_id}`;return sm[e]??=nt(e,[])}});var Xl={};Fe(Xl,{default:()=>Yl});function lm(e){let[,t]=y(0),o=()=>t(c=>c+1),[n]=y(()=>Me.get().isBack?Gl.find(e):null),r=U(n!==null),[s]=y(()=>n??new fr({get:O,follow:et,onChange:o})),i=U(e);return i.current=e,T(()=>{let c=F.get()?.user_id;return r.current&&s.resume(o),()=>{s.close(),Gl.leave(c,i.current,s)}},[]),T(()=>{r.current||s.open(tn(new URLSearchParams(e))),r.current=!1},[e]),s}function dm({filters:e}){let t=po(e,Date.now()),o=[{text:"CSV",href:I("/v1/export.csv",t),download:!0},{text:a("jobs.csvExcel"),href:I("/v1/export.csv",{...t,bom:"true"}),download:!0},{text:"NDJSON",href:I("/v1/export.ndjson",t),download:!0}];return l`<${Un} label=${a("jobs.download")} align="end" items=${o} />`}function fm({jobs:e,list:t,isFiltered:o,clear:n}){let r=C(F);return e.problem?l`
      <${X} problem=${e.problem} retry=${()=>e.retry()} />
      ${o&&l`<p><button type="button" onClick=${n}>${a("filter.clear")}</button></p>`}
    `:t.isTruncated?l`
      <p class="state">
        <button type="button" onClick=${()=>e.openRest()}>${a("jobs.older")}</button>
      </p>
    `:t.isDone?t.count?l`<p class="state">${a("jobs.end",{n:t.count})}</p>`:o?l`
      <${le} title=${a("jobs.noMatch")}>
        <button type="button" onClick=${n}>${a("filter.clear")}</button>
      <//>
    `:l`
    <${le} title=${a("jobs.empty")}>
      ${r?.role!=="auditor"&&l`<p><${B} to="/set-action" class="button">${a("jobs.emptyAction")}<//></p>`}
      <p><a href=${I("/docs")}>${a("jobs.emptyDocs")}</a></p>
    <//>
  `:l`<${mt} />`}function pm({count:e,show:t}){if(T(()=>{e&&Hn(a("jobs.fresh",{n:e}))},[e>0]),!e)return null;let o=e>=sn;return l`
    <div class="fresh">
      <button type="button" id="show-new" class="primary" onClick=${t}>
        ${a(o?"jobs.freshMany":"jobs.fresh",{n:o?sn-1:e})}
      </button>
    </div>
  `}function Yl(){let[e,t]=ze(),o=e.toString(),n=pe(()=>tn(e),[o]),r=lm(o),{list:s,stats:i}=r,[c,u]=y(null),[f,d]=y(!1),h=w=>t(ti(w)),m=()=>t(new URLSearchParams),p=U(null);p.current={list:s,focus:c},T(()=>{let w=b=>{let{list:v,focus:g}=p.current,k=document.activeElement?.closest?.("[data-index]"),S=k?Number(k.getAttribute("data-index")):g?.index??-1,j=Math.max(0,Math.min(S+b,v.count-1));v.count&&u({index:j})};return wl({"/":()=>document.getElementById("search")?.focus(),j:()=>w(1),k:()=>w(-1),"?":()=>d(!0)})},[]);let $=async()=>{scrollTo(0,0),await r.reload(),u({index:0})},x=ar(n).length>0;return l`
    <div class="jobs-top">
      <${ee}>${a("jobs.title")}<//>
      <${Bl}
        filters=${n}
        set=${h}
        users=${on(i?.by_user)}
        actions=${on(i?.by_action)}
      />
      <div class="row">
        <${Jl} query=${e} />
        <${dm} filters=${n} />
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
      <${Ll} filters=${n} set=${h} total=${i?.total} />
      <${Il} filters=${n} set=${h} stats=${i} />
    </div>
    ${s?.start&&l`
        <p class="notice">
          ${a("jobs.olderShown")}
          <button type="button" onClick=${()=>r.reload()}>${a("jobs.newest")}</button>
        </p>
      `}
    ${s&&l`
        <${pm} count=${s.fresh.size} show=${$} />
        ${s.count>0&&l`<${ql} jobs=${r} list=${s} focus=${c} />`}
        <${fm} jobs=${r} list=${s} isFiltered=${x} clear=${m} />
      `}
    ${f&&l`<${um} onClose=${()=>d(!1)} />`}
  `}var cm,Gl,um,Zl=_(()=>{"use strict";ge();te();gl();xl();q();Le();fo();Ye();G();E();Uo();Se();me();oe();L();Rl();ho();Pl();ri();Wl();Vl();Kl();cm=[["/","keys.search"],["j","keys.down"],["k","keys.up"],["Enter","keys.open"],["Esc","keys.escape"],["?","keys.help"]],Gl=_l();um=({onClose:e})=>l`
  <${de} title=${a("keys.title")} onClose=${e}>
    <dl class="facts">
      ${cm.map(([t,o])=>l`
          <dt key=${t}><kbd>${t}</kbd></dt>
          <dd>${a(o)}</dd>
        `)}
    </dl>
  <//>
`});function at(e,t){if(!e)return{why:"empty"};if(e.length*3>t){let r=$m.encode(e).length;if(r>t)return{why:"long",n:r}}if(mm.test(e))return null;if(/\p{Cc}/u.test(e))return{why:"control"};if(e.search(eu)>=0)return{why:"ends"};let o=hm.exec(e);return o?{why:"unseen",code:`U+${o[0].codePointAt(0).toString(16).toUpperCase().padStart(4,"0")}`}:null}function*ou({values:e,lines:t},{trims:o,bytesMax:n}){let r=[],s=new Uint8Array(e.length),i={good:0,duplicate:0,blank:0,spaces:0,invalid:0},c=new Map;for(let[u,f]of e.entries()){let d=o?tu(f):f,h=bm(d,c,n);h==="good"&&c.set(d,u),r.push(d),s[u]=an.indexOf(h),i[h]+=1,u%Ql===Ql-1&&(yield)}return{values:r,lines:t,kinds:s,counts:i,customers:[...c.keys()],first:c}}function bm(e,t,o){if(t.has(e))return"duplicate";if(!at(e,o))return"good";let n=tu(e);return n?n!==e&&!at(n,o)?"spaces":"invalid":"blank"}function nu({values:e,kinds:t},o,n){let r=an.indexOf(o),s=n.toLowerCase(),i=[];for(let c=0;c<e.length;c+=1)r>=0&&t[c]!==r||(!s||e[c].toLowerCase().includes(s))&&i.push(c);return i}var an,hm,eu,mm,Ql,$m,tu,cn=_(()=>{"use strict";an=["good","duplicate","blank","spaces","invalid"],hm=new RegExp("[\\xa0\\xad\\u034f\\u061c\\u115f\\u1160\\u1680\\u17b4\\u17b5\\u180b-\\u180f\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u2800\\u3000\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb\\u{13430}-\\u{1343f}\\u{13441}\\u{13442}\\u{16fe4}\\u{1bca0}-\\u{1bca3}\\u{1d159}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e0fff}\\p{Noncharacter_Code_Point}\\p{Surrogate}]","u"),eu=/^\p{White_Space}+|\p{White_Space}+$/gu,mm=/^[!-~]+$/,Ql=2e3,$m=new TextEncoder;tu=e=>e.replace(eu,"")});function lu({parts:e,first:t,fresh:o},n,r){let s=new Map(n.map(u=>[u.job_id,u])),i=e[0]?.jobs[0]?.job_id,c=n.findIndex(u=>u.job_id===i);return{parts:e.map(u=>({...u,jobs:u.jobs.map(f=>s.get(f.job_id)??f)})),first:t,fresh:r?c<0?n.length:c:o}}function uu(e,t){let o=new Set(di(e).map(n=>n.job_id));return t.some(({kind:n,job_id:r})=>n==="job_created"||n==="job_imported"||o.has(r))}function du({parts:e}){let t={};for(let{outcome:o}of e.flatMap(n=>n.jobs))t[o.status]=(t[o.status]??0)+1;return t}var li,ui,di,ru,su,iu,fi,au,cu,fu=_(()=>{"use strict";li={parts:[],first:0,fresh:0},ui=({parts:e,first:t})=>e.slice(t,t+2),di=e=>ui(e).flatMap(t=>t.jobs),ru=({first:e})=>e>0,su=({parts:e,first:t})=>t+2<e.length||!!e.at(-1)?.next,iu=({parts:e,first:t})=>t+2<e.length?null:e.at(-1)?.next??null,fi=({parts:e,...t},o,{jobs:n,next:r})=>({...t,parts:[...e,{cursor:o,jobs:n,next:r}]}),au=e=>({...e,first:Math.max(0,Math.min(e.first+1,e.parts.length-2))}),cu=e=>({...e,first:Math.max(0,e.first-1)})});var mu={};Fe(mu,{default:()=>hu});function _m(){let[e,t]=y(""),o=e&&at(e,pu);return l`
    <form
      class="look-up"
      role="search"
      onSubmit=${n=>{n.preventDefault(),e&&!o&&ve(I(N`/customers/${e}`))}}
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
          ${a(`name.${o.why}`,{n:o.n??0,most:pu,code:o.code??""})}
        </p>`}
    </form>
  `}function xm(e){let[t,o]=y(li),n=U(t),r=m=>o(n.current=m),s=m=>O(N`/v1/customers/${e}/jobs`,{query:{limit:30,cursor:m}}),[i,c,u]=ne(async()=>{r(fi(li,null,await s(null)))}),[f,d,h]=ne(async()=>{let m=iu(n.current);if(m){let p=await s(m);r(fi(n.current,m,p))}r(au(n.current))});return T(()=>{i();let m=0,p=async()=>{m=0;let w=new Set([null,...ui(n.current).map(b=>b.cursor)]);for(let b of w){let v=await s(b);r(lu(n.current,v.jobs,b===null))}},$=()=>m||=window.setTimeout(()=>p().catch(()=>{}),wm),x=et({},{onEntries:w=>uu(n.current,w)&&$(),onState:w=>w==="stale"&&$()});return()=>{clearTimeout(m),x()}},[]),{jobs:t,open:i,showOlder:f,showNewer:()=>r(cu(n.current)),isBusy:c||d,problem:u??h,retry:u?i:f}}function vm({job:e}){let{outcome:t,job_id:o}=e,n=r=>a(`customer.${r}`);return l`
    <tr>
      <td data-label=${n("when")}><${re} at=${e.created_at} /></td>
      <td data-label=${n("action")}>
        <a href=${I(N`/jobs/${o}`)}><b>${e.action_name}</b></a>
        ${e.retry_of&&l` <${_t}>${a("jobs.retry")}<//>`} ${" "}<${rr}
          count=${e.note_count}
          newest=${e.newest_note}
        />
      </td>
      <td data-label=${n("outcome")}>
        <${fe} status=${t.status} />
        ${!t.own&&l`<span class="muted"> ${a("customer.asJob")}</span>`}
        ${t.message&&l`<div class="message-of">${t.message}</div>`}
      </td>
      <td data-label=${n("job")}><${fe} status=${e.status} cause=${e.cause} /></td>
      <td data-label=${n("user")}>
        ${e.user_id}
        ${e.submitted_by&&l`<div class="muted">${a("customer.submittedBy",{user:e.submitted_by})}</div>`}
      </td>
      <td data-label=${n("id")}><${co} id=${o} short /></td>
    </tr>
  `}function km({cid:e}){let{jobs:t,open:o,showOlder:n,showNewer:r,isBusy:s,problem:i,retry:c}=xm(e),u=C(F),f=t.parts.reduce((p,$)=>p+$.jobs.length,0),d=!t.parts.at(-1)?.next,h=l`
    <p class="row">
      ${u?.role!=="auditor"&&l`<${B} to="/set-action" query=${{cid:e}} class="button"
          >${a("customer.setAction")}<//
        >`}
      <${B} to="/jobs" query=${{cid:e}} class="button">${a("customer.inJobs")}<//>
    </p>
  `,m=t.fresh>0&&l`<button type="button" id="fresh" class="primary" onClick=${o}>
      ${a("customer.fresh",{n:t.fresh})}
    </button>`;return t.parts.length===0?l`<${X}
        problem=${i}
        retry=${c}
      />${s&&l`<${mt} />`}`:f===0&&d?l`
      <${le} title=${a("customer.none")}><p>${a("customer.noneHint")}</p><//>
      <p role="status">${m}</p>
      ${h}
    `:l`
    <div class="row spread">
      <p class="row" role="status">
        ${a(d?"customer.count":"customer.countMore",{n:f})}
        ${Object.entries(du(t)).map(([p,$])=>l`<span key=${p}><${fe} status=${p} /> ${H($)}</span>`)}
        ${m}
      </p>
      ${h}
    </div>
    ${ru(t)&&l`<p><button type="button" onClick=${r}>${a("customer.newer")}</button></p>`}
    <div class="card scroll-x">
      <table class="customer-jobs">
        <caption class="off-screen">
          ${a("customer.title",{cid:e})}
        </caption>
        <thead>
          <tr>
            ${gm.map(p=>l`<th key=${p} scope="col">${a(`customer.${p}`)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${di(t).map(p=>l`<${vm} key=${p.job_id} job=${p} />`)}
        </tbody>
      </table>
    </div>
    <${X} problem=${i} retry=${c} />
    ${su(t)&&l`<p>
        <button type="button" id="older" disabled=${s} onClick=${n}>
          ${a("customer.older")}
        </button>
      </p>`}
  `}function hu({cid:e}){return l`
    <div class="row spread customer-top">
      <${ee}>${e?a("customer.title",{cid:e}):a("customer.titleNone")}<//>
      <${_m} />
    </div>
    ${e&&l`<${km} cid=${e} />`}
  `}var wm,pu,gm,$u=_(()=>{"use strict";ge();te();cn();ae();q();Le();fo();Re();G();E();me();oe();L();fu();wm=3e3,pu=128,gm=["when","action","outcome","job","user","id"]});function pr(e){let t=e.trim().toLowerCase().replaceAll("-","");return/^[0-9a-f]{1,32}$/.test(t)?t:null}function pi(e,t){let o=pr(String(e));return o?.length===32&&o===pr(String(t))}var hi=_(()=>{"use strict"});function Am(e,t){let o=bo(t),n=s=>Ke(s??null);return[...new Set([...Object.keys(e),...Sm])].filter(s=>n(e[s])!==n(o[s]))}async function yu({job:e,entries:t,checkpoint:o},n,r){let s=!pi(e?.job_id,r)||!pi(t?.[0]?.job_id,r),i={size:0,wrong:new Map,why:"",isStale:!1,isOther:s};try{if(s)throw new Error("this is another job");let c=await He(o,n);i.size=c.size;for(let d of t)await Zn({entry:d,checkpoint:c,key:n}).catch(h=>i.wrong.set(d.index,yo(h)));if(i.wrong.size)return i;await Ws({entries:t,checkpoint:c,key:n});let u=t.filter(d=>d.index<=e.last_index);i.isStale=u.length<t.length;let f=Am(e,u.length?u:t);if(f.length)throw new Error(`its entries do not say: ${f.join(", ")}`)}catch(c){i.why=yo(c)}return i}var yo,bu,Sm,xt,wo=_(()=>{"use strict";Yo();lr();hi();yo=e=>e instanceof Error?e.message:String(e),bu=e=>[e?.job,e?.outcomes?.counts,e?.related].every(Boolean)&&Array.isArray(e.entries)&&e.entries.length>0&&e.entries.every(Boolean),Sm=`action_code action_name batch_id cause changes cluster_url created_at customer_count
  error_message http_status index job_id last_index newest_note note_count retry_of source status
  submitted_by updated_at user_id`.split(/\s+/);xt=({wrong:e,why:t,isStale:o,isUnconnected:n})=>!e.size&&!t&&!o&&!n});var wu,hr,ln,mr,mi=_(()=>{"use strict";ae();L();Re();E();oe();wu={job_id:e=>l`<${co} id=${e.job_id} />`,status:e=>l`<${fe} status=${e.status} cause=${e.cause} />`,user_id:e=>l`<${B} to="/" query=${{user_id:e.user_id}}>${e.user_id}<//>`,submitted_by:e=>e.submitted_by,action_name:e=>l`
    <${B} to="/" query=${{action_name:e.action_name}}>${e.action_name}<//>
  `,action_code:e=>e.action_code,customer_count:e=>H(e.customer_count),source:e=>z("source",e.source),created_at:e=>l`<${re} at=${e.created_at} />`,updated_at:e=>l`<${re} at=${e.updated_at} />`,http_status:e=>e.http_status,batch_id:e=>l`<${B} to="/" query=${{batch_id:e.batch_id}}>${e.batch_id}<//>`,cluster_url:e=>l`<code>${e.cluster_url}</code>`,retry_of:e=>l`<${B} to=${`/jobs/${e.retry_of}`}>${e.retry_of}<//>`},hr=Object.keys(wu),ln=(e,t)=>(e[t]??null)===null?null:wu[t](e),mr=e=>z("fact",e)});function $r({proof:e,entries:t}){let{wrong:o,why:n,isUnconnected:r}=e;if(r&&!o.size&&!n)return l`<${Tm} />`;let s=xt(e)?a("job.allProved",{n:t.length,size:e.size}):a("job.noneProved");return l`
    <${B} to="/help/proof" class="proof-line">
      <${it} text=${s} wrong=${xt(e)?null:e.why||s} />
    <//>
  `}function go({overview:e,lists:t,more:o,banner:n="job-proof"}){let{proof:r,isOtherKey:s,...i}=e,[c]=r.wrong,u=c&&a("job.entryWrong",{index:c[0],why:c[1]}),f=t?.state==="wrong"?t.why:"",d=u||r.why||f||o?.why||"";return T(()=>{if(!d||s)return;let h=()=>({finding:d,server:location.origin+Te,found_at:new Date().toISOString(),overview:i,lists:t?.received,more:o}),m=l`
      <${or}
        title=${a("job.alarm")}
        text=${a("job.alarmHint")}
        why=${d}
        name="${i.job.job_id}.alarm.json"
        evidence=${h}
      />
    `;return Qt(n,{kind:"alarm",content:m}),()=>Qt(n,null)},[d]),null}var Tm,$i=_(()=>{"use strict";wo();q();L();Dn();E();lo();oe();Tm=()=>l`
  <${B} to="/help/proof" class="proof-line muted">${a("job.unconnected")}<//>
`});async function un(e,t){for(let o=jm;;o-=1){let n=gt(),r=await O(N`/v1/jobs/${e}/overview`,{signal:t});if(!bu(r))throw new Z({status:500,title:a("job.malformed"),detail:a("job.malformed")});let{checkpoint:s,verifier_key:i}=r,c=tl()??i,u=await yu(r,c,e);if(!(u.isStale&&o>1))return u.isStale&&(u.why||=a("job.stale")),el(n,{checkpoint:s,keys:{overview:i}}),{...r,proof:u,isOtherKey:c!==i}}}function dn(e){let t=!rl(e.checkpoint);return{...e,proof:{...e.proof,isUnconnected:t}}}var jm,bi=_(()=>{"use strict";te();wo();q();L();Ht();jm=3});async function yr({get:e,post:t,now:o=Date.now},n,r,s){let{head:i}=await e("/v1/stats",{query:{limit:1}}),c=()=>vt.get().find(({key:d})=>d===n.key),u=c(),f={...n,size:u?.size??i.size,at:o()};fn.add(f.key),_o(f);try{let d=await t(r,s,{key:f.key}),h=d.job_id??d.job.job_id;return _o({...f,job_id:h}),h}catch(d){let h=d.body?.job_id??c()?.job_id;if(h)return _o({...f,job_id:h}),h;throw fn.delete(f.key),d.status>=400&&d.status<500&&d.status!==424?br(f.key):_o({...f}),d}finally{fn.delete(f.key)}}var Em,vt,_o,fn,br,gu,xo=_(()=>{"use strict";Ne();oo();Tt();Em=8,vt=nt("sendings",[],"sessionStorage"),_o=e=>vt.update(t=>{let o=t.filter(({key:n})=>n!==e.key);return[e,...o].slice(0,Em)}),fn=new Set,br=e=>vt.update(t=>t.filter(o=>o.key!==e)),gu=({user:e,key:t})=>Ae(Je(be(`${e}\0${t}`)))});async function Nm(e,t,o,n){let{size:r}=(await e("/v1/stats",{query:{limit:1},signal:n})).head;if(r<o)return null;let s=gu(t),i=null;for(let c=0;c<Cm;c+=_u){let u={user_id:t.user,source:"gateway",limit:_u,cursor:i},{jobs:f,next:d}=await e("/v1/jobs",{query:u,signal:n});for(let{job_id:h,index:m}of f){if(m<o)return{size:r};if((await e(N`/v1/entries/${m}/leaf`,{signal:n})).request_key===s)return{job_id:h,size:r}}if(d===null)return{size:r};i=d}return null}function xu({get:e,later:t=setTimeout,cancel:o=clearTimeout,now:n=Date.now},r,s){let i=new AbortController,{signal:c}=i,u=r.size,f=0,d=0,h=async()=>{let m=n()-r.at>=Om;try{let p=await Nm(e,r,u,c);if(c.aborted)return;if(p?.job_id)return void s({job_id:p.job_id});p?m&&s({size:p.size}):s(null),u=p?.size??u}catch(p){if(c.aborted||(s(null),p instanceof Z&&p.status===401))return}d=t(h,Xt(f)),f+=1};return h(),()=>{i.abort(),o(d)}}var Om,Cm,_u,vu=_(()=>{"use strict";q();lt();xo();Tn();Om=3e4,Cm=500,_u=100});function wr(e){let[t,o]=y("");return T(()=>{if(e)return o(a("setAction.seeking")),xu({get:O},e,n=>{n?"size"in n?o(a("setAction.notFound",{n:n.size})):_o({...e,job_id:n.job_id}):o(a("setAction.unknown"))})},[e]),t}var yi=_(()=>{"use strict";te();vu();xo();L();E()});function Su(e,{counts:t,named:o}){let n=e.status==="FAILED"?e.customer_count-o:0;return{...t,FAILED:t.FAILED-n||n}}function Au(e,t,o){let n=o!=="auditor",r=e.source==="gateway"&&e.status!=="IN_PROGRESS",s=t.FAILED>0;return{note:n,settle:n&&e.status==="UNCONFIRMED",retryFailed:n&&r&&s,retryAll:n&&r&&(s||e.status!=="SUCCESS"),curl:e.source==="gateway"&&!!e.cluster_url}}function Tu(e){try{return Jt(e)instanceof tt}catch{return!1}}function ju({customers:e,token:t,url:o},n){let r=JSON.stringify({customers:e,...t&&{token:t},...o&&{url:o}});return new Vt(n.trim()?`${r.slice(0,-1)},"payload":${n}}`:r)}function Eu(e,t){let o=Lo(e.recorded_at??e.created_at,t.recorded_at);return o<0?null:o}function Ou(e,t){let o=e.status==="IN_PROGRESS"?new Date(t).toISOString():e.updated_at;return o?Math.max(0,Lo(e.created_at,o)):null}var gr,wi,ku,pn,Cu,gi,_i,vo=_(()=>{"use strict";ae();Co();gr=["FAILED","UNCONFIRMED","IN_PROGRESS","SUCCESS"],wi=4096,ku=e=>new TextEncoder().encode(e).length;pn={rows:[],matching:0,next:""},Cu=e=>e<100?100:e<2e3?2e3:1e4,gi=({rows:e},{customers:t,matching:o,next:n})=>({rows:[...e,...t],matching:o,next:n}),_i=({rows:e,next:t},o)=>t!==null&&e.length<o+50});function Lu({job:e,counts:t,actions:o,onClose:n}){let[r,s]=y(o.retryFailed?"failed":"all"),[i,c]=y(""),[u,f]=y(""),[d,h]=y(""),m=pe(Kt,[r,u,d]),p=F.get()?.user_id??"",$=r==="all"?e.customer_count:t.FAILED,[x]=y(()=>vt.get().filter(({job_id:M})=>M)),w=C(vt).find(M=>M.user===p&&M.retry_of===e.job_id&&!x.includes(M)),b=wr(w?.job_id?void 0:w);T(()=>{w?.job_id&&ve(I(N`/jobs/${w.job_id}`))},[w?.job_id]);let[v,g,k]=ne(async()=>{let M={key:m,user:p,action:e.action_name,count:$,retry_of:e.job_id},D=ju({customers:r,token:i,url:u},d);await yr({get:O,post:ie},M,N`/v1/jobs/${e.job_id}/retry`,D)}),S=d||k?.field==="payload",j=!d.trim()||Tu(d);return l`
    <${de} title=${a("job.retry")} onClose=${n}>
      <${_r}
        onSubmit=${v}
        isBusy=${g}
        isOff=${!j}
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
        <${W}
          label=${a("job.token")}
          hint=${a("job.tokenHint")}
          type="password"
          autocomplete="off"
          value=${i}
          onValue=${c}
        />
        <${W}
          label=${a("job.url")}
          hint=${a("job.urlHint")}
          placeholder=${e.cluster_url}
          type="url"
          value=${u}
          onValue=${f}
        />
        ${S&&l`
            <${W}
              as="textarea"
              label=${a("job.members")}
              hint=${a("job.membersHint")}
              error=${!j&&a("job.membersWrong")}
              rows="3"
              value=${d}
              onValue=${h}
            />
          `}
        ${!g&&b&&l`<p class="notice" role="status">${b}</p>`}
      <//>
    <//>
  `}function Iu({job:e,onClose:t,onDone:o}){let[n,r]=y(""),[s,i]=y(""),c=pe(Kt,[n,s]),[u,f,d]=ne(async()=>{let h=n==="FAILED"?"error_message":"response_summary";await ie(N`/v1/jobs/${e.job_id}/status`,{status:n,[h]:s.trim()},{key:c}),Q(a("job.settled")),o()});return l`
    <${de} title=${a("job.settle")} onClose=${t}>
      <p>${a("job.settleHint")}</p>
      <${_r}
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
        <${W}
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
  `}function Ru({job:e,onClose:t,onDone:o}){let[n,r]=y(""),s=pe(Kt,[n]),i=ku(n),[c,u,f]=ne(async()=>{await ie(N`/v1/jobs/${e.job_id}/notes`,{text:n},{key:s}),Q(a("job.noted")),o()}),d=i>wi;return l`
    <${de} title=${a("job.note")} onClose=${t}>
      <${_r}
        onSubmit=${c}
        isBusy=${u}
        isOff=${!n.trim()||d}
        problem=${f}
        text=${a("job.noteSend")}
      >
        <${W}
          as="textarea"
          label=${a("job.noteText")}
          hint=${a("job.noteHint",{n:i,most:wi})}
          error=${d&&a("job.noteLong")}
          rows="5"
          required
          value=${n}
          onValue=${r}
        />
      <//>
    <//>
  `}function Du({job:e,related:t,onClose:o}){let[n,r]=y(""),[s,i]=y(null),c=pr(n),[u,f,d]=ne(async()=>{let h={job_id:n.trim(),limit:10},p=(await O("/v1/jobs",{query:h})).jobs.filter($=>$.job_id!==e.job_id);p.length===1?ve(I(Nu(e,p[0]))):i(p)});return l`
    <${de} title=${a("job.compare")} onClose=${o}>
      <${_r}
        onSubmit=${u}
        isBusy=${f}
        isOff=${!c}
        problem=${d}
        text=${a("job.compareSend")}
      >
        <${W}
          label=${a("job.compareWith")}
          error=${s?.length===0&&a("job.compareNone")}
          spellcheck=${!1}
          value=${n}
          onValue=${h=>{r(h),i(null)}}
        />
      <//>
      <${xi}
        jobs=${s??t}
        to=${h=>Nu(e,h)}
      />
    <//>
  `}var _r,Nu,xi,Mu=_(()=>{"use strict";te();ge();ae();hi();q();Le();xo();Re();Ye();Oe();G();E();Se();yi();me();oe();L();vo();_r=({onSubmit:e,isBusy:t,isOff:o,problem:n,text:r,children:s})=>l`
  <form
    onSubmit=${i=>{i.preventDefault(),e()}}
  >
    ${s}
    <${X} problem=${n} />
    <button type="submit" class="primary" disabled=${t||o}>
      ${t?a("job.sending"):r}
    </button>
  </form>
`;Nu=(e,t)=>N`/jobs/${e.job_id}/compare/${t.job_id}`,xi=({jobs:e,to:t=n=>N`/jobs/${n.job_id}`,more:o})=>l`
  <ul class="job-list">
    ${e.map(n=>l`
        <li key=${n.job_id}>
          <${B} to=${t(n)}>${n.action_name}, ${H(n.customer_count)}<//>
          <${fe} status=${n.status} />
          <span class="muted">${n.user_id}, <${re} at=${n.created_at} /></span>
          ${o?.(n)}
        </li>
      `)}
  </ul>
`});function Lm(e,t,o){Hu(qs(t),e[0].customers,"the customers are not those of the entry");let n=new Map;for(let{index:r,outcomes:s}of e){if(!s)continue;let i=o.find(c=>c.index===r)?.outcomes??[];Hu(Vs(i),s,`the outcomes are not those of entry ${r}`);for(let{cid:c,status:u,message:f}of i)n.set(c,{status:u,message:f??null,index:r})}return{cids:new Set(t),named:n,job:bo(e)}}function Hu(e,t,o){if(e.count!==t.count||e.root!==t.root)throw new Error(o)}function Fu({cids:e,named:t,job:o},n){let r=vi(n.search),s={};for(let i of e){let c=t.get(i)??Uu(o),{status:u,message:f}=c;n.status&&u!==n.status||!vi(i).includes(r)&&!vi(f??"").includes(r)||(s[u]??=[]).push({cid:i,...c,own:t.has(i)})}return gr.flatMap(i=>s[i]??[])}function Bu({cids:e,named:t,job:o},{cid:n,status:r,message:s,own:i,index:c}){let u=t.get(n)??Uu(o);return e.has(n)&&i===t.has(n)&&c===u.index&&r===u.status&&s===u.message}function Im({cids:e,named:t,job:o},n){let r={[o.status]:e.size-t.size};for(let{status:i}of t.values())r[i]=(r[i]??0)+1;let s=Object.keys(n.counts);return n.named===t.size&&s.every(i=>n.counts[i]===(r[i]??0))}function Wu({entries:e,outcomes:t},o){try{let n=Lm(e,o.customers,o.history);if(!Im(n,t))throw new Error(a("job.countsWrong"));return{state:"proved",lists:n,why:"",received:o}}catch(n){return{state:"wrong",lists:null,why:yo(n),received:o}}}var Pu,Uu,vi,ki,xr=_(()=>{"use strict";Yo();lr();wo();L();vo();Pu=e=>e.reduce((t,{outcomes:o})=>t+(o?.count??0),0);Uu=({status:e,index:t,changes:o})=>({status:e,message:null,index:o.at(-1)??t}),vi=e=>e.replace(/[A-Z]+/g,t=>t.toLowerCase());ki=(e,t)=>Vo(t)===e.request_payload_sha256});async function Mm(e,t){let o=[],n=null;do{let r={limit:Dm,after:n},s=await O(N`/v1/jobs/${e}/customers`,{query:r,signal:t});o.push(...s.customers),n=s.next}while(n);return o}function qu(e){let{job:t,entries:o,proof:n}=e,r=Pu(o),s=t.customer_count<=zu&&r<=zu&&(!r||(e.request_payload_bytes??0)<=Rm),[i,c]=y(!1),u={state:"none",lists:null,why:"",received:null,problem:null},[f,d]=y(u),[h,m]=y(0),p=(s||i)&&xt(n);return T(()=>{if(!p)return;let x=new AbortController,{signal:w}=x;return(async()=>{d(v=>({...v,state:"checking",problem:null}));try{let v=await Mm(t.job_id,w),g=r?(await O(N`/v1/jobs/${t.job_id}/history`,{signal:w})).entries:[];if(w.aborted)return;d({...u,...Wu(e,{customers:v,history:g})})}catch(v){if(w.aborted)return;v instanceof Z?d({...u,problem:v}):d({...u,state:"wrong",why:yo(v)})}})(),()=>x.abort()},[p,t.last_index,h]),{...f,run:()=>{c(!0),m(h+1)}}}function Vu({lists:e,customers:t,proof:o}){let{state:n,problem:r,run:s}=e,c=o.wrong.size||o.why?a("job.noneProved"):e.why;return r?l`<${X} problem=${r} retry=${s} />`:o.isUnconnected&&!c?l`<span class="muted">${a("job.unconnected")}</span>`:n==="proved"?l`<${it} text=${a("job.listsProved",{n:t})} />`:c?l`<${it} text=${a("job.listsWrong")} wrong=${c} />`:l`
    <button type="button" id="check-lists" disabled=${n==="checking"} onClick=${s}>
      ${a(n==="checking"?"job.checking":"job.checkLists",{n:t})}
    </button>
  `}var zu,Rm,Dm,Ju=_(()=>{"use strict";te();wo();q();E();lo();me();L();xr();zu=1e3,Rm=2e5,Dm=1e4});function vr(e,t){let o=[e.join(",")];for(let n of t)o.push(n.map(r=>Um(Pm(r??""))).join(","));return`\uFEFF${o.join(`\r
`)}\r
`}var Hm,Pm,Um,Si=_(()=>{"use strict";Hm=/^["\s\p{Cc}\u200b-\u200f\u2060\ufeff]*[=+\-@|%\uff1d\uff0b\uff0d\uff20\uff5c\uff05']/u,Pm=e=>e.split(/(?<=[;\t\r\n])/).map((t,o)=>(Hm.test(t)||!o&&/^[\t\r\n]/.test(t)?"'":"")+t).join(""),Um=e=>/[",\r\n]/.test(e)?`"${e.replaceAll('"','""')}"`:e});function kr({label:e,columns:t,count:o,row:n,onRange:r}){let s=U(null),i=U(36),[c,u]=y({from:0,to:4*ko}),f=()=>{let p=s.current;if(!p)return;i.current=p.querySelector("tr[data-row]")?.clientHeight||i.current;let $=Math.floor(p.scrollTop/i.current),x=Math.ceil(p.clientHeight/i.current),w=Math.max(0,Math.floor(($-ko)/ko)*ko),b=w+(Math.ceil(x/ko)+3)*ko;(w!==c.from||b!==c.to)&&u({from:w,to:b}),r?.(Math.min(b,o))};pt(f);let d=Math.min(c.to,o),h=Math.min(c.from,d),m=p=>p>0&&l`<tr aria-hidden="true" style=${{height:`${p*i.current}px`}} />`;return l`
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
  `}var ko,Ai=_(()=>{"use strict";E();ko=10});function Wm(e,{status:t,search:o},n,r){let[s,i]=y({list:pn,of:-1,problem:null}),[c,u]=y(0),f=U(0),d=U(()=>{}),h=`${t} ${o}`,m=U("");return T(()=>{if(!r)return;let p=new AbortController,{signal:$}=p,x=m.current===h;x||(f.current=0);let w=pn,b=!1;return d.current=async()=>{if(!b){b=!0;try{for(;!$.aborted&&_i(w,f.current);){let v=Cu(w.rows.length),g={status:t,search:o,limit:v,cursor:w.next};w=gi(w,await O(N`/v1/jobs/${e}/outcomes`,{query:g,signal:$})),!(x&&_i(w,f.current))&&(m.current=h,i({list:w,of:n,problem:null}))}}catch(v){if($.aborted)return;if(!(v instanceof Z))throw v;i(g=>({...g,problem:v}))}finally{b=!1}}},d.current(),()=>p.abort()},[e,h,n,c,r]),{...s,again:()=>u(p=>p+1),reach:p=>{f.current=p,d.current()}}}async function zm(e,{status:t,search:o}){let n=pn;do{let r={status:t,search:o,limit:Fm,cursor:n.next};n=gi(n,await O(N`/v1/jobs/${e}/outcomes`,{query:r}))}while(n.next);return n.rows}function qm({job_id:e,filters:t,rows:o}){let n=`${e}${t.status?`.${t.status}`:""}`,[r,s,i]=ne(async c=>{let u=o??await zm(e,t);if(c==="copy"){let d=u.map(({cid:h})=>h).join(`
`);return await ao(d)?Q(a("job.copiedCustomers",{n:u.length})):Xe(`${n}.txt`,d,"text/plain")}let f=u.map(({cid:d,status:h,message:m})=>[d,h,m]);return Xe(`${n}.csv`,vr(["cid","status","message"],f),"text/csv")});return l`
    <button type="button" disabled=${s} onClick=${()=>r("copy")}>
      <${P} name="copy" />${a("job.copyCustomers")}
    </button>
    <button type="button" disabled=${s} onClick=${()=>r("csv")}>
      <${P} name="download" />CSV
    </button>
    <${X} problem=${i} />
  `}function Ku({job:e,summary:t,lists:o,onWrong:n,children:r}){let[s,i]=ze(),c={status:s.get("outcome")??"",search:s.get("search")??""},[u,f]=y(c.search),[d,h]=y(null),m=Wm(e.job_id,c,e.last_index,o===null),{list:p,of:$,problem:x,again:w,reach:b}=m,{status:v,search:g}=c,k=pe(()=>o&&Fu(o,{status:v,search:g}),[o,v,g]),S=k?{rows:k,matching:k.length}:p,j=(R,J)=>{let $e=new URLSearchParams(s);J?$e.set(R,J):$e.delete(R),i($e,{replace:!0})};T(()=>{let R=setTimeout(()=>j("search",u.trim()),Bm);return()=>clearTimeout(R)},[u]);let M=pe(()=>{let R=o?.job.last_index===$?o:null;return p.rows.find(J=>R&&J.index<=$&&!Bu(R,J))},[o,p]);T(()=>{M&&n(M)},[M]);let D=e.customer_count,V=[["",D],...gr.map(R=>[R,t.counts[R]])];return l`
    <section class="card outcomes" aria-labelledby="outcomes">
      <div class="row spread">
        <h2 id="outcomes">${a("job.outcomes",{n:D})}</h2>
        ${r}
      </div>
      <div class="row">
        <div class="row" role="group" aria-label=${a("job.statuses")}>
          ${V.filter(([R,J])=>J||R===c.status).map(([R,J])=>l`
                <button
                  type="button"
                  key=${R}
                  class="choice-button"
                  aria-pressed=${R===c.status}
                  onClick=${()=>j("outcome",String(R))}
                >
                  ${R?z("status",String(R)):a("job.allStatuses")}
                  <b>${H(Number(J))}</b>
                </button>
              `)}
        </div>
        <input
          type="search"
          id="outcome-search"
          aria-label=${a("job.search")}
          placeholder=${a("job.search")}
          value=${u}
          onInput=${R=>f(R.currentTarget.value)}
        />
        <${qm} job_id=${e.job_id} filters=${c} rows=${k} />
      </div>
      <${X} problem=${k?null:x} retry=${w} />
      ${S.matching>0?l`
              <${kr}
                key=${`${c.status} ${c.search}`}
                label=${a("job.outcomes",{n:D})}
                columns=${[a("job.customer"),a("job.status"),a("job.message")]}
                count=${S.matching}
                onRange=${b}
                row=${R=>{let J=S.rows[R];return J?l`<${Vm} row=${J} onOpen=${h} />`:l`<td colspan="3" class="muted">…</td>`}}
              />
              <p class="hint" role="status">${a("job.rows",{n:S.matching})}</p>
            `:S!==pn&&l`<${le} title=${a("job.noRows")} />`}
      ${d&&l`
          <${de} title=${d.cid} onClose=${()=>h(null)}>
            <p><${fe} status=${d.status} /> ${a("job.ofEntry",{index:d.index})}</p>
            <p class="entry-text">${d.message}</p>
          <//>
        `}
    </section>
  `}var Fm,Bm,Vm,Gu=_(()=>{"use strict";te();tr();Si();Xo();ae();q();Re();Ye();G();E();ke();Ai();Se();me();oe();L();xr();vo();Fm=1e4,Bm=200;Vm=({row:e,onOpen:t})=>l`
  <td><${B} to=${N`/customers/${e.cid}`}>${e.cid}<//></td>
  <td>
    <${fe} status=${e.status} />
  </td>
  <td>
    ${e.message===null?l`<span class="muted">${e.own?"":a("job.ofTheJob")}</span>`:l`
            <button type="button" class="message-cell" onClick=${()=>t(e)}>
              ${e.message}
            </button>
          `}
  </td>
`});function Zu({text:e}){let[t,o]=y(e.length<=Xu);return l`<span class="json-text">${t?e:`${e.slice(0,Xu)}\u2026`}</span> ${!t&&l`
        <button type="button" class="quiet" onClick=${()=>o(!0)}>
          ${a("json.all",{n:e.length})}
        </button>
      `}`}function Jm({value:e}){return typeof e=="string"?l`<${Zu} text=${JSON.stringify(e)} />`:l`<span class="json-number">
    ${e instanceof qt?e.text:String(e)}
  </span>`}function Qu({label:e,children:t,isOpen:o=!1}){let[n,r]=y(o);return l`
    <details
      open=${n}
      onToggle=${s=>r(s.currentTarget.open)}
    >
      <summary>${e}</summary>
      ${n&&l`<ul>
          ${t()}
        </ul>`}
    </details>
  `}function ed(e,t,o,n){let r=1;for(;r*Yu<n-o;)r*=Yu;return Array.from({length:Math.ceil((n-o)/r)},(s,i)=>{let c=o+i*r;if(r===1){let d=t?JSON.stringify(t[c]):H(c);return l`<li key=${c}><${td} name=${d} value=${e[c]} /></li>`}let u=Math.min(c+r,n),f=`${H(c)} \u2026 ${H(u-1)}`;return l`<li key=${c}>
      <${Qu} label=${f}>${()=>ed(e,t,c,u)}<//>
    </li>`})}function td({name:e,value:t,isOpen:o}){let n=e!==void 0&&l`<span class="json-name">${e}</span>${": "}`,r=t instanceof tt;if(!r&&!Array.isArray(t))return l`${n}<${Jm} value=${t} />`;let s=r?t.values:t,i=r?`{ ${H(s.length)} }`:`[ ${H(s.length)} ]`;return s.length?l`
    <${Qu} label=${l`${n}<span class="muted">${i}</span>`} isOpen=${o}>
      ${()=>ed(s,r?t.names:null,0,s.length)}
    <//>
  `:l`${n}${i}`}function Sr({text:e}){let t=pe(()=>{try{return Jt(e)}catch{return null}},[e]);return typeof t=="object"&&t&&!(t instanceof qt)?l`<div class="json"><${td} key=${e} value=${t} isOpen /></div>`:l`<div class="json json-raw"><${Zu} key=${e} text=${e} /></div>`}var Yu,Xu,Ti=_(()=>{"use strict";ae();Co();L();E();Yu=100,Xu=300});function Gm(e){let t="BODY";for(;e.includes(t);)t+="_";return t}function nd({server:e,url:t,payload:o}){try{Jt(o)}catch{return null}let r=`${`{"url":${od(JSON.stringify(t))},"token":"$UPSTREAM_TOKEN","isPost":true`},"postData":${od(o.replace(/[\r\n]+/g," "))}}`,s=Gm(r);return`curl -sS ${Km(`${e}/proxy_fetch`)} \\
  -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' --data-binary @- <<${s}
${r}
${s}
`}var Km,od,rd=_(()=>{"use strict";Co();Km=e=>`'${e.replaceAll("'","'\\''")}'`,od=e=>e.replace(/[\\$`]/g,"\\$&")});async function id(e,t){let o=location.origin+Te,n=await sd(e.job_id),s=t&&ki(t,n)?nd({server:o,url:e.cluster_url,payload:n}):null;if(s===null)throw new Z({status:422,title:a("job.curl"),detail:a("job.curlRefused")});await st(s,a("job.curlCopied"))}function Ym({job_id:e,first:t,isProved:o,onWrong:n}){let r=K(i=>sd(e,i),[e]),s=r.data===void 0||ki(t,r.data);return T(()=>{s||n(r.data)},[s]),l`
    <${ye} of=${r}>
      ${i=>l`
        <div class="row">
          <${it}
            text=${a(s&&o?"job.payloadProved":"job.payloadWrong")}
            wrong=${s&&o?null:a("job.payloadWrong")}
          />
          <button type="button" onClick=${()=>st(i,a("job.payload"))}>
            <${P} name="copy" />${a("job.copyText")}
          </button>
          <button
            type="button"
            onClick=${()=>Xe(`${e}.payload.json`,i,"application/json")}
          >
            <${P} name="download" />${a("job.downloadText")}
          </button>
        </div>
        <${Sr} text=${i} />
      `}
    <//>
  `}function ad({size:e,...t}){let[o,n]=y(!1);return l`
    <section class="card" aria-labelledby="payload">
      <details onToggle=${r=>n(r.currentTarget.open)}>
        <summary>
          <h2 id="payload">${a("job.payload")}</h2>
          <span class="muted"> ${No(e)}</span>
        </summary>
        ${o&&l`<${Ym} ...${t} />`}
      </details>
    </section>
  `}var sd,cd=_(()=>{"use strict";te();Xo();ae();q();G();E();ke();Ti();lo();me();oe();L();rd();xr();sd=(e,t)=>O(N`/v1/jobs/${e}/payload`,{asText:!0,...t&&{signal:t}})});function ld({job:e}){let[t,o]=y(Date.now()),n=e.status==="IN_PROGRESS";T(()=>{if(!n)return;let i=setInterval(()=>o(Date.now()),1e3);return()=>clearInterval(i)},[n]);let r=Ou(e,t);if(r===null)return null;let s=n?Math.floor(r/1e3)*1e3:r;return l`<span id="took">
    ${a(n?"job.running":"job.took",{time:We(s)})}
  </span>`}function Zm({entry:e,wrong:t,isUnconnected:o}){let{index:n,kind:r,status:s,cause:i}=e,c=a(t===null?"job.proved":"job.notProved",{index:n});return l`
    <div class="row">
      ${r==="note_added"?l`<span class="tag"><${P} name="note" /> ${z("kind",r)}</span>`:l`
              <${fe} status=${s??"IN_PROGRESS"} cause=${i} />
              ${r!=="status_changed"&&z("kind",r)}
            `}
      <${re} at=${e.recorded_at??e.created_at} />
      ${o&&t===null?l`<span class="muted">${a("job.notYet",{index:n})}</span>`:l`<${it} text=${c} wrong=${t} />`}
    </div>
  `}function Qm({entry:e,before:t,wrong:o,isUnconnected:n}){let r=t?Eu(t,e):null,s=[a("job.by",{user:e.actor??e.submitted_by??e.user_id}),r!==null&&a("job.later",{time:We(r)}),e.http_status!==void 0&&`HTTP ${e.http_status}`,e.outcomes&&a("job.named",{n:e.outcomes.count})];return l`
    <li class="entry" data-entry=${e.index}>
      <${Zm} entry=${e} wrong=${o} isUnconnected=${n} />
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
        <a href=${I(N`/v1/entries/${e.index}/receipt`)} download="${e.index}.receipt">
          ${a("job.receipt")}
        </a>
        <a href=${I(N`/v1/entries/${e.index}/leaf`)} download="${e.index}.leaf">
          ${a("job.leaf")}
        </a>
      </p>
    </li>
  `}function ud({entries:e,proof:t}){let[o,n]=y(!1),r=o?0:Math.max(0,e.length-Xm),s=i=>t.wrong.get(i.index)??(t.size?null:t.why);return l`
    <section class="card" aria-labelledby="timeline">
      <h2 id="timeline">${a("job.timeline")}</h2>
      ${r>0&&l`<button type="button" onClick=${()=>n(!0)}>
          ${a("job.earlier",{n:r})}
        </button>`}
      <ol class="timeline">
        ${e.slice(r).map((i,c)=>l`
              <${Qm}
                key=${i.index}
                entry=${i}
                before=${e[r+c-1]}
                wrong=${s(i)}
                isUnconnected=${t.isUnconnected}
              />
            `)}
      </ol>
    </section>
  `}var Xm,dd=_(()=>{"use strict";ae();q();Re();E();ke();Ti();lo();oe();L();vo();Xm=50});var pd={};Fe(pd,{default:()=>fd});function e$({job:e,first:t,proof:o,counts:n,related:r,onDone:s}){let i=C(F),[c,u]=y(""),[f,d,h]=ne(()=>id(e,xt(o)&&t)),m=Au(e,n,i?.role??"auditor"),p=()=>u(""),x={job:e,counts:n,actions:m,related:r,onClose:p,onDone:()=>{p(),s()}},w=(b,v,g="")=>l`
    <button type="button" id="do-${b}" class=${g} onClick=${()=>u(b)}>
      ${a(v)}
    </button>
  `;return l`
    <div class="row" role="group" aria-label=${a("job.actions")}>
      ${m.settle&&w("settle","job.settle","primary")}
      ${(m.retryFailed||m.retryAll)&&w("retry","job.retry")}
      ${m.note&&w("note","job.note")} ${w("compare","job.compare")}
      ${m.curl&&l`
          <button type="button" id="do-curl" disabled=${d} onClick=${f}>
            <${P} name="copy" />${a("job.curl")}
          </button>
        `}
      <a class="button" href=${I(N`/v1/jobs/${e.job_id}/evidence`)} download>
        <${P} name="download" />${a("job.evidence")}
      </a>
    </div>
    <${X} problem=${h} />
    ${c==="settle"&&l`<${Iu} ...${x} />`}
    ${c==="retry"&&l`<${Lu} ...${x} />`}
    ${c==="note"&&l`<${Ru} ...${x} />`}
    ${c==="compare"&&l`<${Du} ...${x} />`}
  `}function o$({related:e}){let{retry_of:t,retries:o,batch:n,overlaps:r}=e,s=c=>{let{customers:u}=r.find(f=>f.job===c);return l`<span class="muted">${a("job.inCommon",{n:u})}</span>`},i=[{text:a("job.retryOf"),jobs:t?[t]:[]},{text:a("job.retries"),jobs:o},{text:a("job.batch"),jobs:n},{text:a("job.overlaps"),jobs:r.map(c=>c.job),more:s}].filter(({jobs:c})=>c.length);return i.length?l`
    <section class="card" aria-labelledby="related">
      <h2 id="related">${a("job.related")}</h2>
      ${i.map(({text:c,jobs:u,more:f})=>l`
          <h3 key=${c}>${c}</h3>
          <${xi} key=${`${c}=`} jobs=${u} more=${f} />
        `)}
    </section>
  `:null}function n$({overview:e,reload:t}){let{job:o,entries:n,outcomes:r,related:s,proof:i}=e,c=qu(e),[u,f]=y(null),[d]=n,h=U(o.status);T(()=>{h.current!==o.status&&Hn(a("job.now",{status:z("status",o.status)})),h.current=o.status},[o.status]);let m=[s.retry_of,...s.retries,...s.batch,...s.overlaps.map(p=>p.job)].filter(Boolean);return l`
    <${go} overview=${e} lists=${c} more=${u} />
    <header class="job-head">
      <${ee} title=${`${o.action_name}, ${a("job.customers",{n:o.customer_count})}`}>
        ${o.action_name}, ${a("job.customers",{n:o.customer_count})}
      <//>
      <p class="row">
        <${fe} status=${o.status} cause=${o.cause} /> <${ld} job=${o} />
        <span>
          ${o.submitted_by?a("job.submittedFor",{user:o.user_id,by:o.submitted_by}):a("job.submitted",{user:o.user_id})}
        </span>
        <${$r} proof=${i} entries=${n} />
      </p>
      <${e$}
        job=${o}
        first=${d}
        proof=${i}
        counts=${Su(o,r)}
        related=${m}
        onDone=${t}
      />
    </header>
    <div class="job-columns">
      <${t$} job=${o} />
      <div class="job-main">
        <${ud} entries=${n} proof=${i} />
        <${Ku}
          job=${o}
          summary=${r}
          lists=${i.wrong.size||i.why?null:c.lists}
          onWrong=${p=>f({why:a("job.rowWrong"),row:p})}
        >
          <${Vu} lists=${c} customers=${o.customer_count} proof=${i} />
        <//>
        ${e.request_payload_bytes!==null&&l`
            <${ad}
              job_id=${o.job_id}
              size=${e.request_payload_bytes}
              first=${d}
              isProved=${xt(i)}
              onWrong=${p=>f({why:a("job.payloadWrong"),payload:p})}
            />
          `}
      </div>
      <${o$} related=${s} />
    </div>
  `}function r$({overview:e,reload:t}){let o=dn(e);return o.proof.isOther?l`
    <${go} overview=${o} />
    <${ee}>${a("job.title")}<//>
    <${le} title=${a("job.other")} />
  `:l`<${n$} overview=${o} reload=${t} />`}function fd({job_id:e}){let t=C(uo),o=K(i=>un(e,i),[e,t]),{data:n,reload:r}=o,s=n!==void 0;return T(()=>{if(!n)return;let i={job_id:e,after:n.job.last_index};return et(i,{onEntries:r,onState:c=>c==="stale"&&r()})},[s]),l`
    ${!s&&l`<${ee} hidden>${a("job.title")}<//>`}
    <${ye} of=${o}>
      ${i=>l`
        <${r$} overview=${i} reload=${r} />
      `}
    <//>
    ${o.error?.status===404&&l`<p><${B} to="/">${a("app.toJobs")}<//></p>`}
  `}var t$,hd=_(()=>{"use strict";ge();wo();q();fo();Re();G();E();ke();mi();$i();Se();Ht();bi();me();oe();L();Mu();Ju();Gu();cd();vo();dd();t$=({job:e})=>l`
  <section class="card" aria-labelledby="facts">
    <h2 id="facts">${a("job.facts")}</h2>
    <dl class="facts">
      ${hr.map(t=>[t,ln(e,t)]).filter(([,t])=>t!==null).map(([t,o])=>l`
            <dt key=${t}>${mr(t)}</dt>
            <dd key=${`${t}=`}>${o}</dd>
          `)}
    </dl>
  </section>
`});var yd={};Fe(yd,{default:()=>bd});function c$({address:e,part:t,count:o,name:n}){let[r,s]=y([]),i=U({cids:r,after:null,isDone:o===0}),[c,u,f]=ne(async p=>{let $=i.current;for(;!$.isDone&&$.cids.length<p;){let x={part:t,limit:s$,after:$.after},{customers:w,next:b}=await O(e,{query:x});$.cids=[...$.cids,...w],$.after=b,$.isDone=b===null,s($.cids)}}),[d,h,m]=ne(async p=>{await c(o);let $=i.current.cids;if(!i.current.isDone)return;let x=$.join(`
`);p==="csv"?Xe(`${n}.csv`,vr(["cid"],$.map(w=>[w])),"text/csv"):await ao(x)?Q(a("job.copiedCustomers",{n:$.length})):Xe(`${n}.txt`,x,"text/plain")});return o?l`
    <div class="row">
      <button type="button" disabled=${h||u} onClick=${()=>d("copy")}>
        <${P} name="copy" />${a("job.copyCustomers")}
      </button>
      <button type="button" disabled=${h||u} onClick=${()=>d("csv")}>
        <${P} name="download" />CSV
      </button>
    </div>
    <${X} problem=${f??m} retry=${()=>c(1)} />
    <${kr}
      label=${a("job.customer")}
      columns=${[a("job.customer")]}
      count=${o}
      onRange=${p=>!f&&p>r.length&&c(p)}
      row=${p=>l`
        <td>
          ${r[p]===void 0?"\u2026":l`<${B} to=${N`/customers/${r[p]}`}>${r[p]}<//>`}
        </td>
      `}
    />
  `:l`<p class="muted">${a("app.none")}</p>`}function l$({address:e,counts:t,name:o}){let[n,r]=ze(),s=md.find(i=>i===n.get("part"))??"both";return l`
    <section class="card outcomes" aria-labelledby="customers">
      <h2 id="customers">${a("compare.customers")}</h2>
      <div class="row" role="group" aria-label=${a("compare.customers")}>
        ${md.map(i=>l`
            <button
              type="button"
              key=${i}
              class="choice-button"
              aria-pressed=${i===s}
              onClick=${()=>r(new URLSearchParams({part:i}),{replace:!0})}
            >
              ${a(`compare.${i}`)} <b>${H(t[i])}</b>
            </button>
          `)}
      </div>
      <${c$}
        key=${s}
        address=${e}
        part=${s}
        count=${t[s]}
        name="${o}.${s}"
      />
    </section>
  `}function u$({first:e,second:t,children:o}){let[n,r]=[dn(e),dn(t)],s=n.proof.isOther||r.proof.isOther;return l`
    <${go} overview=${n} />
    <${go} overview=${r} banner="other-job-proof" />
    ${s?l`<${le} title=${a("job.other")} />`:[l`<${a$} a=${n} b=${r} />`,o]}
  `}function bd({job_id:e,other_id:t}){let o=N`/v1/jobs/${e}/diff/${t}`,n=K(async r=>{let[s,i,{counts:c}]=await Promise.all([un(e,r),un(t,r),O(o,{signal:r})]);return{first:s,second:i,counts:c}},[e,t,C(uo)]);return l`
    <${ee}>${a("compare.title")}<//>
    <${ye} of=${n}>
      ${({first:r,second:s,counts:i})=>l`
        <${u$} first=${r} second=${s}>
          <${l$} address=${o} counts=${i} name=${e} />
        <//>
      `}
    <//>
  `}var md,s$,i$,$d,a$,wd=_(()=>{"use strict";te();tr();Si();Xo();ae();q();G();E();ke();mi();$i();Ai();Se();Ht();bi();me();oe();L();md=["only_a","only_b","both"],s$=1e4,i$=new Set(["job_id","created_at","updated_at"]),$d=({name:e,of:{job:t,entries:o,proof:n}})=>l`
  <th scope="col">
    <${B} to=${N`/jobs/${t.job_id}`}>${e}<//>
    <div><${$r} proof=${n} entries=${o} /></div>
  </th>
`,a$=({a:e,b:t})=>l`
  <section class="card scroll-x" aria-labelledby="facts">
    <h2 id="facts">${a("job.facts")}</h2>
    <table class="compare-facts">
      <thead>
        <tr>
          <td></td>
          <${$d} name=${a("compare.a")} of=${e} />
          <${$d} name=${a("compare.b")} of=${t} />
        </tr>
      </thead>
      <tbody>
        ${hr.map(o=>{let n=[ln(e.job,o),ln(t.job,o)];if(n.every(c=>c===null))return null;let[r,s]=[e.job[o]??null,t.job[o]??null],i=r!==s&&!i$.has(o);return l`
            <tr key=${o} class=${i?"differs":""}>
              <th scope="row">
                ${mr(o)}
                ${i&&l`<span class="tag">${a("compare.differs")}</span>`}
              </th>
              ${n.map((c,u)=>l`<td key=${u}>${c}</td>`)}
            </tr>
          `})}
      </tbody>
    </table>
  </section>
`});function _d({label:e,count:t,height:o,children:n,of:r}){let s=U(null),[i,c]=y(0);T(()=>{s.current&&(s.current.scrollTop=0),c(0)},[r]);let u=Math.max(0,Math.min(Math.floor(i/o),t)-gd),f=Math.ceil((s.current?.clientHeight||400)/o),d=Math.min(t,u+f+2*gd+1);return l`
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
  `}var gd,xd=_(()=>{"use strict";E();gd=6});function f$({values:e,kinds:t,lines:o,first:n},r,s){let i=an[t[r]],c=e[r];if(i==="good")return"";if(i==="duplicate")return a("setAction.sameAs",{line:o[n.get(c)]});if(i==="blank")return a("setAction.isBlank");if(i==="spaces")return a("setAction.spaces");let u=at(c,s);return u&&a(`name.${u.why}`,{n:u.n??0,most:s,code:u.code??""})}function vd({checked:e,isTrimmed:t,onTrim:o,isRemoved:n,onRemoved:r,bytesMax:s}){let[i,c]=y("all"),[u,f]=y(""),{counts:d,values:h,lines:m}=e,p=h.length-d.good,$=n?"good":i!=="all"&&d[i]?i:"all",x=pe(()=>nu(e,$,u),[e,$,u]);if(h.length===0)return null;let w=["all",...an].filter(b=>b==="all"||d[b]);return l`
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
                <b>${H(b==="all"?h.length:d[b])}</b>
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
    <${ji}
      label=${a("setAction.list")}
      search=${u}
      onSearch=${f}
      total=${n?d.good:h.length}
      found=${x}
    >
      ${b=>{let v=f$(e,b,s);return l`
          <span class="line muted" title=${a("setAction.line",{line:m[b]})}>
            ${H(m[b])}
          </span>
          <span class="value ${v&&"is-marked"}" title=${h[b]}>${h[b]}</span>
          <span class="fault" title=${v}>${v}</span>
        `}}
    <//>
  `}var d$,ji,Ei=_(()=>{"use strict";cn();ae();E();xd();L();d$=28;ji=({label:e,search:t,onSearch:o,total:n,found:r,children:s})=>l`
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
  <${_d} label=${e} count=${r.length} height=${d$} of=${r}>
    ${i=>s(r[i])}
  <//>
`});function Ad(e,t,o){let{upstreams:n,actions:r}=e.set_actions,s=t.get("action")??"",i=r.some(u=>u.name===s),c=n.length===1?n[0]:"";return{action:s&&!i?So:s,other:i?"":s,base:c,path:c&&o(c),token:"",batch:t.get("batch_id")??""}}function Td(e,t){let o=t.endsWith("/")?t:`${t}/`,n=e.map(r=>r.cluster_url??"").find(r=>r.startsWith(o));return Oi(n?.slice(o.length)??"")}function jd(e,t){let{limits:o}=t,n=at(Bt(e),o.action_name_bytes),r=e.batch?at(e.batch,o.batch_id_bytes):null;return{...n&&{action:n},...!e.base&&{base:!0},...r&&{batch:r}}}function Ed(e,t,o){if(!e)return"reading";let{counts:n,customers:r}=e;return!t&&n.spaces+n.invalid>0?"invalid":r.length===0?"none":r.length>o?"many":null}var So,kd,Ft,Sd,Bt,Ao,Oi,Od,Ar=_(()=>{"use strict";cn();So="other ",kd=2e4,Ft=(e,{name:t=null,isLarge:o=!1}={})=>({text:e,name:t,isLarge:o,delimiter:null,column:null,hasHeader:null,trims:!1}),Sd=e=>({...Ft(e.map(t=>t[0]==='"'?`"${t.replaceAll('"','""')}"`:t).join(`
`)),delimiter:"",hasHeader:!1});Bt=({action:e,other:t})=>e===So?t:e,Ao=({base:e,path:t})=>t?`${e.replace(/\/$/,"")}/${t.replace(/^\/+/,"")}`:e,Oi=e=>e.split(/[?#]/)[0];Od=(e,t)=>({url:Ao(e),...e.token&&{token:e.token},payload:{action:Bt(e),cids:t},contentType:"application/json",...e.batch&&{batch_id:e.batch}})});function p$({look:e,again:t}){let{jobs:o,is_complete:n,on_overlap:r,window_seconds:s}=e;T(()=>{if(o.length===0)return;let u=Math.min(Math.max(s*1e3,Cd.min),Cd.max),f=setTimeout(t,u);return()=>clearTimeout(f)},[e]);let i=!n&&l`<p>${a("setAction.incomplete")}</p>`;if(o.length===0)return i?l`<div class="notice notice-warning"><${P} name="alarm" />${i}</div>`:l`<p class="muted" id="overlaps">${a("setAction.noOverlap",{n:s})}</p>`;let c=r==="refuse";return l`
    <div class="notice ${c?"notice-error":"notice-warning"}" id="overlaps" role="alert">
      <${P} name="alarm" />
      <div>
        <p class="notice-title">${a("setAction.overlap",{n:o.length})}</p>
        <ul>
          ${o.map(({job_id:u,customers:f})=>l`
              <li key=${u}>
                <a href=${I(N`/jobs/${u}`)} target="_blank">
                  <code>${Yt(u)}</code></a
                >: ${a("setAction.overlapJob",{n:f})}
              </li>
            `)}
        </ul>
        ${i} ${c&&l`<p>${a("setAction.refuses")}</p>`}
        <p><button type="button" onClick=${t}>${a("setAction.lookAgain")}</button></p>
      </div>
    </div>
  `}function Nd({form:e,customers:t,leftOut:o,onSend:n,isBusy:r,problem:s,onClose:i}){let[c,u]=y(""),f=Bt(e),d=K(p=>ie("/v1/overlaps",{action_name:f,cids:t},{signal:p}),[]),h=pe(()=>{let p=c.toLowerCase();return[...t.keys()].filter($=>t[$].toLowerCase().includes(p))},[c]),m=d.data?.on_overlap==="refuse"&&d.data.jobs.length>0;return l`
    <${de}
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
            <b>${H(t.length)}</b>${" "}
            ${o>0&&l`<span class="muted">${a("setAction.leftOut",{n:o})}</span>`}
          </dd>
        </dl>
        <${ye} of=${d}>
          ${p=>l`<${p$} look=${p} again=${d.reload} />`}
        <//>
        <${ji}
          label=${a("setAction.customers")}
          search=${c}
          onSearch=${u}
          total=${t.length}
          found=${h}
        >
          ${p=>l`
            <span class="line muted">${H(p+1)}</span>
            <span class="value" title=${t[p]}>${t[p]}</span>
          `}
        <//>
        <${X} problem=${s} />
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
  `}var Cd,Ld=_(()=>{"use strict";te();ae();q();Ye();G();E();ke();me();L();Ei();Ar();Cd={min:5e3,max:6e4}});function Id(e){let t=(...n)=>n.every((r,s)=>e[s]===r);if(t(80,75,3,4)||t(208,207,17,224))return{fault:"workbook"};let o=t(255,254)?"utf-16le":t(254,255)?"utf-16be":"utf-8";try{let n=new TextDecoder(o,{fatal:!0}).decode(e);return n.includes("\0")?{fault:"binary"}:{text:n}}catch{return{fault:"encoding"}}}function Rd(e){let t=e.slice(0,65536),o=t.replace(/"(?:[^"]|"")*"/g,"").split(/\r\n?|\n/);t.length<e.length&&o.length>1&&o.pop();let n=o.filter(i=>i.trim()),r=Tr.filter(i=>n.some(c=>c.includes(i)));return r.find(i=>{let c=n.map(u=>u.split(i).length);return n.length>1&&c.every(u=>u===c[0]&&u>1)})??(r.length>1?Tr.join(""):r[0]??"")}function*Dd(e,t){let o={rows:[],lines:[],unclosed:null},n=new RegExp(`[\r
${t}]`,"g"),r=e[0]==="\uFEFF"?1:0,s=1;for(;r<e.length;){let i=[];for(o.lines.push(s);;){let c;if(e[r]==='"'&&o.unclosed===null){if(c=m$(e,r),c<0){o.unclosed=s;continue}let u=e.slice(r+1,c-1);s+=u.match(/\r\n?|\n/g)?.length??0,i.push(u.replaceAll('""','"')),r=c,n.lastIndex=r,c=n.exec(e)?.index??e.length,i[i.length-1]+=e.slice(r,c)}else n.lastIndex=r,c=n.exec(e)?.index??e.length,i.push(e.slice(r,c));if(r=c+1,c>=e.length||e[c]===`
`)break;if(e[c]==="\r"){e[r]===`
`&&(r+=1);break}}s+=1,o.rows.push(i),o.rows.length%1e3===0&&(yield)}return o}function m$(e,t){let o=t+1;for(;;){if(o=e.indexOf('"',o)+1,o===0)return-1;if(e[o]!=='"')return o;o+=1}}function Hd(e,t){let o=e.slice(0,200).filter(b=>!Md(b)),n=o[0]??[],r=n.map($$),s=h$.map(b=>r.indexOf(b)).find(b=>b>=0),i=Math.max(1,...o.map(b$)),c=o.every(b=>b.length===n.length),u=i>1&&o.length>1&&(c||s!==void 0),f=b=>/\d/.test(b),d=u&&!n.some(f)&&o.slice(1).every(b=>b.some(f)),h=t.hasHeader??(o.length>1&&(s!==void 0||d)),m=t.column??(u?s??null:i>1?"all":0),p=o.slice(h?1:0),$=u?Math.min(i,50):1,x=Array.from({length:$},(b,v)=>h?n[v]??"":""),w=x.map((b,v)=>p.slice(0,2).map(g=>g[v]??""));return{columns:x,samples:w,hasHeader:h,column:m}}function b$(e){let t=e.length;for(;t>0&&!e[t-1].trim();)t-=1;return t}function Pd({rows:e,lines:t},{hasHeader:o,column:n}){let r=[],s=[],i=o;for(let[c,u]of e.entries()){if(i&&Md(u))continue;if(i){i=!1;continue}if(n===null)break;let f=u.length-(u.length>1&&!u[u.length-1]?1:0);for(let d of n==="all"?u.slice(0,f):[u[n]??""])r.push(d),s.push(t[c])}return{values:r,lines:s}}async function Ci(e,t){let o=performance.now();for(;;){let{done:n,value:r}=e.next();if(n)return r;performance.now()-o<8||(await new Promise(s=>setTimeout(s)),t?.throwIfAborted(),o=performance.now())}}var Tr,h$,Md,$$,Ni=_(()=>{"use strict";Tr=["	",";",","],h$=["cust_id","cid","customer_id","customer","cids","customers"];Md=e=>e.every(t=>!t.trim()),$$=e=>e.trim().toLowerCase().replace(/\W+/g,"_")});async function w$(e){if(e.size>64e6)return{fault:a("csv.large",{size:No(64e6)})};let t=Id(new Uint8Array(await e.arrayBuffer()));return"fault"in t?{fault:a(`csv.${t.fault}`)}:t}function g$({read:{delimiter:e,layout:t,rows:o},onChoice:n}){let{columns:r,samples:s,hasHeader:i,column:c}=t,u=r.length>1;if(!e&&!u&&!i)return null;let f=d=>{let h=r[d].trim()||a("setAction.columnNo",{n:d+1}),m=s[d].map(p=>p.slice(0,24)).join(", ");return m?a("setAction.columnOf",{name:h,samples:m}):h};return l`
    <div class="reading">
      <${W}
        as="select"
        label=${a("setAction.separated")}
        value=${e}
        onValue=${d=>n({delimiter:d,column:null})}
      >
        ${y$.map(([d,h])=>l`<option key=${d} value=${d} selected=${d===e}>
              ${a(h)}
            </option>`)}
      <//>
      ${u&&l`
          <${W}
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
  `}function Fd({source:e,onSource:t,read:o,isRemoved:n,onRemoved:r,bytesMax:s}){let[i,c]=y(""),[u,f]=y(!1),[d,h]=y(e.text),m=b=>{c(""),t(b)},p=async b=>{if(!b)return;let v=await w$(b);"fault"in v?c(`${b.name}: ${v.fault}`):m(Ft(v.text,{name:b.name,isLarge:!0}))},$=b=>{let{files:v}=b.clipboardData,g=b.clipboardData.getData("text"),k=b.currentTarget;if(!(!g&&v.length===0)&&!(g&&k.value.length+g.length<=kd))if(b.preventDefault(),!g)p(v[0]);else{let S=k.value.slice(0,k.selectionStart),j=k.value.slice(k.selectionEnd);m(Ft(S+g+j,{isLarge:!0}))}},x=b=>{b.preventDefault(),f(!1);let{files:v}=b.dataTransfer,g=b.dataTransfer.getData("text");v.length?p(v[0]):g&&m(Ft(g,{isLarge:!0}))},w=b=>v=>{v.preventDefault(),f(b)};return l`
    <section
      class="card customers ${u?"is-over":""}"
      onDragOver=${w(!0)}
      onDragLeave=${w(!1)}
      onDrop=${x}
    >
      <h2>${a("setAction.customers")}</h2>
      ${e.isLarge?l`<${_$} source=${e} onClear=${()=>m(Ft(d))} />`:l`
              <${W}
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
          <${g$}
            read=${o}
            onChoice=${b=>{r(!1),t({...e,...b})}}
          />
          <${vd}
            checked=${o.checked}
            isTrimmed=${e.trims}
            onTrim=${b=>t({...e,trims:b})}
            isRemoved=${n}
            onRemoved=${r}
            bytesMax=${s}
          />
        `}
    </section>
  `}var y$,_$,Bd=_(()=>{"use strict";Ni();ae();Oe();E();ke();L();Ei();Ar();y$=[["","setAction.lines"],[",","setAction.comma"],[";","setAction.semicolon"],["	","setAction.tab"],[Tr.join(""),"setAction.any"]];_$=({source:e,onClear:t})=>l`
  <div class="large row spread">
    <span class="row"><${P} name="note" /> <b>${e.name??a("setAction.pasted")}</b></span>
    <span class="muted">${No(new Blob([e.text]).size)}</span>
    <button type="button" onClick=${t}>${a("setAction.clear")}</button>
  </div>
`});function v$({sending:e,job_id:t}){let{data:o,reload:n}=K(s=>O(N`/v1/jobs/${t}`,{signal:s}),[t]),r=o&&o.status!=="IN_PROGRESS";return T(()=>{if(!r)return et({job_id:t,kind:"status_changed"},{onEntries:n,onState:n})},[t,r]),T(()=>()=>{r&&br(e.key)},[r]),l`
    ${o&&l`<${fe} status=${o.status} cause=${o.cause} />`}
    <a href=${I(N`/jobs/${t}`)}>${a("setAction.open")}</a>
  `}function Wd({user:e}){let t=C(vt).filter(o=>o.user===e&&!fn.has(o.key));return t.length===0?null:l`
    <section class="card" id="sent">
      <h2>${a("setAction.sentTitle")}</h2>
      <ul class="sent">
        ${t.map(o=>l`
            <li key=${o.key} class="row">
              <b>${a("setAction.sentWhat",{action:o.action,n:o.count})}</b>
              ${o.job_id?l`<${v$} sending=${o} job_id=${o.job_id} />`:l`<${x$} sending=${o} />`}
              <button
                type="button"
                class="icon-button"
                aria-label=${a("app.remove",{what:o.action})}
                onClick=${()=>br(o.key)}
              >
                ✕
              </button>
            </li>
          `)}
      </ul>
    </section>
  `}var x$,zd=_(()=>{"use strict";te();q();xo();fo();Re();G();E();yi();L();x$=({sending:e})=>l`<span role="status">${wr(e)}</span>`});function qd(e,t){let[o,n]=y(null),r=U(o);return T(()=>{let s=new AbortController,{signal:i}=s,c=async()=>{let d=r.current,h=e.delimiter??Rd(e.text),p=d?.source.text===e.text&&d.delimiter===h?d.rows:await Ci(Dd(e.text,h),i),$=Hd(p.rows,e),x=Pd(p,$),w=ou(x,{trims:e.trims,bytesMax:t}),b=await Ci(w,i);r.current={source:e,delimiter:h,rows:p,layout:$,checked:b},n(r.current)},u=e.isLarge||!r.current?0:k$,f=setTimeout(()=>c().catch(d=>i.aborted||reportError(d)),u);return()=>{clearTimeout(f),s.abort()}},[e]),{read:o,isCurrent:o?.source===e}}var k$,Vd=_(()=>{"use strict";Ni();cn();E();k$=120});var Kd={};Fe(Kd,{default:()=>Jd});function S$({meta:e,form:t,onForm:o,pathOf:n,faults:r}){let{upstreams:s,actions:i,others:c}=e.set_actions,u=(d,h)=>{let m=r[d];return!m||m.why==="empty"?null:a(`name.${m.why}`,{n:m.n??0,most:h,code:m.code??""})},f=d=>h=>o({[d]:h});return l`
    <section class="card">
      <h2>${a("setAction.what")}</h2>
      <${W} as="select" id="action" label=${a("setAction.action")} onValue=${f("action")}>
        <option value="" disabled selected=${!t.action}>${a("setAction.choose")}</option>
        ${i.map(({name:d})=>l`<option key=${d} selected=${d===t.action}>${d}</option>`)}
        ${c&&l`<option value=${So} selected=${t.action===So}>
            ${a("setAction.other")}
          </option>`}
      <//>
      ${t.action===So&&l`
          <${W}
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
      <${W}
        as="select"
        id="upstream"
        label=${a("setAction.upstream")}
        onValue=${d=>o({base:d,path:n(d)})}
      >
        ${s.length>1&&l`<option value="" disabled selected=${!t.base}>${a("setAction.choose")}</option>`}
        ${s.map(d=>l`<option key=${d} selected=${d===t.base}>${d}</option>`)}
      <//>
      <${W}
        id="path"
        label=${a("setAction.path")}
        hint=${t.base&&a("setAction.sendsTo",{url:Ao(t)})}
        value=${t.path}
        spellcheck=${!1}
        autocapitalize="none"
        autocomplete="off"
        onValue=${f("path")}
      />
      <${W}
        id="token"
        label=${a("setAction.token")}
        hint=${a("setAction.tokenHint")}
        type="password"
        autocomplete="off"
        value=${t.token}
        onValue=${f("token")}
      />
      <${W}
        id="batch"
        label=${a("setAction.batch")}
        hint=${a("setAction.batchHint")}
        error=${u("batch",e.limits.batch_id_bytes)}
        value=${t.batch}
        autocomplete="off"
        onValue=${f("batch")}
      />
    </section>
  `}function A$({meta:e,jobs:t,user:o}){let[n]=ze(),r=`paths:${o}`,s=Ce=>ot(r)?.[Ce]??Td(t,Ce),[i,c]=y(()=>Ad(e,n,s)),[u,f]=y(()=>Sd(n.getAll("cid"))),[d,h]=y(!1),[m,p]=y(!1),{cid_bytes:$,customers_of_a_job:x}=e.limits,{read:w,isCurrent:b}=qd(u,$),v=b&&w?w.checked:null,g=w?.checked.customers??[],k=jd(i,e),S=w?.layout.column===null,j=Ed(v,d,x),D=Object.keys(k).length>0?a("setAction.missing"):S?a("setAction.why.column"):j&&a(`setAction.why.${j}`,{most:x}),V=pe(Kt,[Ao(i),Bt(i),i.batch,g]),[R,J,$e,_e]=ne(async()=>{Gt(r,{...ot(r),[i.base]:Oi(i.path)});let Ce={key:V,user:o,action:Bt(i),count:g.length},zt=Od(i,g),Ki=await yr({get:O,post:ie},Ce,"/v1/set-actions",zt);c(Gf=>({...Gf,token:""})),Q(a("setAction.sent",{id:Yt(Ki)})),ve(I(N`/jobs/${Ki}`))});return l`
    <form
      class="set-action"
      autocomplete="off"
      onSubmit=${Ce=>{Ce.preventDefault(),D||p(!0)}}
    >
      <${S$}
        meta=${e}
        form=${i}
        onForm=${Ce=>c(zt=>({...zt,...Ce}))}
        pathOf=${s}
        faults=${k}
      />
      <${Fd}
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
        <b role="status">${a("setAction.count",{n:g.length})}</b>
        <span class="muted" id="blocker">${D}</span>
      </div>
    </form>
    ${m&&v&&l`
        <${Nd}
          form=${i}
          customers=${g}
          leftOut=${v.values.length-g.length}
          onSend=${R}
          isBusy=${J}
          problem=${$e}
          onClose=${()=>{_e(),p(!1)}}
        />
      `}
  `}function Jd(){let e=C(F),t=K(async n=>{let r=await O("/v1/meta",{signal:n}),{upstreams:s}=r.set_actions;return e?.role==="auditor"||s.length===0?{meta:r,jobs:[]}:{meta:r,jobs:(await O("/v1/jobs",{query:{source:"gateway",status:"SUCCESS",limit:20},signal:n})).jobs}},[e?.role]),o=l`<${ee}>${a("setAction.title")}<//>`;return e?e.role==="auditor"?l`${o}
      <${le} title=${a("setAction.auditor")}><p>${a("setAction.auditorHint")}</p><//>`:l`
    ${o}
    <${Wd} user=${e.user_id} />
    <${ye} of=${t}>
      ${({meta:n,jobs:r})=>n.set_actions.upstreams.length?l`<${A$} meta=${n} jobs=${r} user=${e.user_id} />`:l`<${le} title=${a("setAction.noUpstream")}>
              <p>${a("setAction.noUpstreamHint")}</p>
            <//>`}
    <//>
  `:o}var Gd=_(()=>{"use strict";ge();te();ae();q();Le();xo();Tt();Oe();G();E();Se();me();oe();L();Ld();Bd();zd();Ar();Vd()});function j$(){let e=U(null),[t,o]=y(0);return T(()=>{if(!e.current)return;let n=new ResizeObserver(([{contentRect:r}])=>o(r.width));return n.observe(e.current),()=>n.disconnect()},[]),[e,t]}function Qd({label:e,height:t,text:o,onLeave:n,children:r}){let[s,i]=j$();return l`
    <div class="chart" ref=${s}>
      <svg role="img" aria-label=${e} width=${i} height=${t} onPointerLeave=${n}>
        ${i>0&&r(i)}
      </svg>
      <p class="chart-text" aria-hidden="true">${o}</p>
    </div>
  `}function jr({label:e,bars:t,axis:o,show:n,height:r=200,nameWidth:s=56}){let[i,c]=y(null),u=t.find(p=>p.key===i)?.text??"",f=r-22,d=12+7*Math.max(...o.map(p=>n(p).length)),h=p=>p/o[o.length-1]*(f-10);return l`
    <${Qd} label=${e} height=${r} text=${u} onLeave=${()=>c(null)}>${p=>{let $=(p-d-12)/t.length,x=Math.ceil(s/$),w=Math.min(48,Math.max(1.5,$-($>8?4:1)));return l`
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
            ${b.parts.map(S=>{let j=ef(h(S.value),S.value);return k-=j,j>0&&l`
                  <${Li}
                    key=${S.kind}
                    part=${S}
                    x=${g+($-w)/2}
                    y=${k}
                    width=${w}
                    height=${j}
                  />
                `})}
            ${(t.length-1-v)%x===0&&(v+.5)*$>=s/2-d&&l`
                <text
                  x=${Math.min(g+$/2,p-s/2+4)}
                  y=${r-6}
                  text-anchor="middle"
                >
                  ${b.name}
                </text>
              `}
          </g>
        `})}
    `}}<//>
  `}function tf({label:e,bars:t,most:o}){let[n,r]=y(null),s=t.find(u=>u.key===n)?.text??"",i=28,c=u=>{let f=Math.min(160,u*.3),d=12+8*Math.max(...t.map(p=>p.total.length)),h=u-f-d,m=Math.floor(f/7.5);return t.map((p,$)=>{let x=$*i,w=f,b=p.parts.map(v=>{let g=ef(v.value/(o||1)*h,v.value);return w+=g,g>0&&l`
            <${Li}
              key=${v.kind}
              part=${v}
              x=${w-g}
              y=${x+5}
              width=${g}
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
    <${Qd}
      label=${e}
      height=${Math.max(1,t.length)*i}
      text=${s}
      onLeave=${()=>r(null)}
      >${c}<//
    >
  `}var Yd,Xd,T$,Li,Zd,ef,Er=_(()=>{"use strict";E();Yd={FAILED:"M-2 2 2-2M0 8 8 0M6 10l4-4",UNCONFIRMED:"M1 2h2M5 6h2",IN_PROGRESS:"M0 2h8M0 6h8"},Xd=()=>l`
  <svg class="patterns" aria-hidden="true" width="0" height="0">
    <defs>
      ${Object.entries(Yd).map(([e,t])=>l`
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
`,T$=e=>e in Yd?`url(#pattern-${e})`:"currentColor",Li=({part:e,...t})=>l`
  <rect
    ...${t}
    class="bar bar-${e.kind} ${e.onPick?"bar-link":""}"
    fill=${T$(e.kind)}
    onClick=${e.onPick}
  />
`,Zd=({kind:e})=>l`
  <svg class="swatch" viewBox="0 0 16 16" aria-hidden="true">
    <${Li} part=${{kind:e,value:1}} x=${1} y=${1} width=${14} height=${14} />
  </svg>
`;ef=(e,t)=>t?Math.max(2,e):0});function E$({caption:e,head:t,rows:o}){let[n,r]=y(!1),s=i=>typeof i=="string"?i:l`<${B} to="/" query=${i.query}>${i.text}<//>`;return l`
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
  `}var of,hn,Ii=_(()=>{"use strict";L();Er();E();oe();of=({statuses:e})=>l`
  <ul class="legend">
    ${e.map(t=>l`<li key=${t}><${Zd} kind=${t} />${z("status",t)}</li>`)}
  </ul>
`,hn=({id:e,title:t,hint:o,table:n,children:r})=>l`
  <section class="card figure" id=${e} aria-labelledby="${e}-title">
    <h2 id="${e}-title">${t}</h2>
    <p class="hint">${o}</p>
    ${r}
    <${E$} ...${n} />
  </section>
`});function Or(e,t=4,o=0){let n=Math.max((e||1)/t,o,Number.MIN_VALUE),r=10**Math.floor(Math.log10(n)),s=[1,2,5,10].map(c=>c*r).find(c=>c>=n*.999)??n,i=Math.max(1,Math.ceil(e/s-1e-9));return Array.from({length:i+1},(c,u)=>Number((u*s).toPrecision(6)))}var nf=_(()=>{"use strict"});function Di(e){let t=af();for(let o of e)for(let n of ct)t[n]+=o[n];return t}function Cr(e){let t=Ee(e)-e.IN_PROGRESS;return t?e.FAILED/t:null}function cf(e){let t=Number(e.get("days"));return Ri.find(o=>o===t)??30}function uf(e,t,o){let n=new Map(e.map(({value:r,jobs:s})=>[r,s]));return Array.from({length:t},(r,s)=>{let i=lf(o-(t-1-s)*sf);return{day:i,jobs:n.get(i)??af()}})}function df({rows:e,other:t},o){let n=e.length===o+1&&!Ee(t)?e:e.slice(0,o);return{rows:n,other:Di([t,...e.slice(n.length).map(r=>r.jobs)])}}function ff(e){let t={all:[],answered:[],reported:[],imported:[]};for(let{status:o,cause:n,created_at:r,updated_at:s}of e){let c=(o==="SUCCESS"||o==="FAILED")&&Mi.includes(n)&&s?Lo(r,s):-1;c>=0&&(t[n].push(c),t.all.push(c))}for(let o of Object.values(t))o.sort((n,r)=>n-r);return t}function pf(e){let t=rf.map((n,r)=>{let s=r?rf[r-1]:0;return{from:s,to:n,count:e.filter(i=>i>=s&&i<n).length}}),o=t.map(n=>n.count>0);return o.includes(!0)?t.slice(o.indexOf(!0),o.lastIndexOf(!0)+1):[]}var ct,Ri,sf,af,Ee,lf,Wt,mn,Mi,rf,Hi=_(()=>{"use strict";ae();ct=["SUCCESS","FAILED","UNCONFIRMED","IN_PROGRESS"],Ri=[14,30,90],sf=864e5,af=()=>({SUCCESS:0,FAILED:0,UNCONFIRMED:0,IN_PROGRESS:0});Ee=e=>ct.reduce((t,o)=>t+e[o],0);lf=e=>new Date(e).toISOString().slice(0,10);Wt=(e,t=e)=>({since:`${e}T00:00:00Z`,until:`${lf(Date.parse(t)+sf)}T00:00:00Z`});mn=(e,t)=>e[Math.min(e.length-1,Math.max(0,Math.ceil(t*e.length)-1))],Mi=["answered","reported","imported"];rf=[30,100,300,1e3,3e3,1e4,3e4,6e4,18e4,6e5,18e5,36e5,864e5,1/0]});function Ui(e){let t=ct.filter(o=>e[o]).map(o=>`${H(e[o])} ${z("status",o).toLowerCase()}`);return`${a("overview.jobs",{n:Ee(e)})}${t.length?`: ${t.join(", ")}`:""}`}function bf({days:e}){let t=e.map(({day:n,jobs:r})=>{let s=Wt(n),i=`${To(n)}: ${Ui(r)}`,c=hf(r,s);return{key:n,name:To(n),parts:c,text:i,onPick:Lr(s)}}),o=Math.max(...e.map(({jobs:n})=>Ee(n)));return l`
    <${hn}
      id="by-day"
      title=${a("overview.byDay")}
      hint=${a("overview.byDayHint")}
      table=${{caption:a("overview.byDayTable",Nr(e)),head:[a("overview.day"),...$f()],rows:e.map(({day:n,jobs:r})=>[n,...mf(r,Wt(n))]).reverse()}}
    >
      <${jr}
        label=${a("overview.byDayLabel",{...Nr(e),most:H(o)})}
        bars=${t}
        axis=${Or(o,4,1)}
        show=${H}
      />
    <//>
  `}function yf({days:e}){let t=e.map(({jobs:r})=>Cr(r)),o=Math.max(0,...t.map(r=>r??0)),n=e.map(({day:r,jobs:s},i)=>{let c=t[i],u=Lr({...Wt(r),status:"FAILED"}),f=c===null?a("overview.noneEnded"):Ot(c);return{key:r,name:To(r),text:`${To(r)}: ${f} (${Ui(s)})`,parts:[{kind:"FAILED",value:c??0,onPick:u}],onPick:u}});return l`
    <${hn}
      id="failure-rate"
      title=${a("overview.rate")}
      hint=${a("overview.rateHint")}
      table=${{caption:a("overview.rateTable",Nr(e)),head:[a("overview.day"),a("overview.rate"),z("status","FAILED"),a("overview.ended")],rows:e.map(({day:r,jobs:s},i)=>[r,t[i]===null?"\u2013":Ot(t[i]),Pi(s.FAILED,{...Wt(r),status:"FAILED"}),H(Ee(s)-s.IN_PROGRESS)]).reverse()}}
    >
      <${jr}
        label=${a("overview.rateLabel",{...Nr(e),most:Ot(o)})}
        bars=${n}
        axis=${Or(o||1)}
        show=${Ot}
      />
    <//>
  `}function Fi({id:e,name:t,table:o}){let{rows:n,other:r}=df(o,O$),s=n.map(({value:u,jobs:f})=>({name:u,jobs:f,query:{[t]:u}}));Ee(r)&&s.push({name:a("overview.others"),jobs:r,query:null});let i=t==="action_name",c=s.map(({name:u,jobs:f,query:d})=>({key:`${d?"":"other "}${u}`,name:u,parts:hf(f,d),text:`${u}: ${Ui(f)}`,total:H(Ee(f)),...d&&{onPick:Lr(d)}}));return l`
    <${hn}
      id=${e}
      title=${a(i?"overview.byAction":"overview.byUser")}
      hint=${a("overview.byValueHint")}
      table=${{caption:a(i?"overview.byActionTable":"overview.byUserTable"),head:[a(i?"overview.action":"overview.user"),...$f()],rows:s.map(({name:u,jobs:f,query:d})=>[u,...mf(f,d)])}}
    >
      <${tf}
        label=${a(i?"overview.byActionLabel":"overview.byUserLabel",{names:s.map(({name:u,jobs:f})=>`${u} ${H(Ee(f))}`).join(", ")})}
        bars=${c}
        most=${Math.max(...s.map(({jobs:u})=>Ee(u)))}
      />
    <//>
  `}function wf({jobs:e}){let t=ff(e),o=t.all.length;if(!o)return null;let n=pf(t.all),r=({from:f,to:d})=>d===1/0?a("overview.atLeast",{from:We(f)}):a("overview.below",{to:We(d)}),s=n.map(f=>({key:String(f.to),name:r(f),text:`${r(f)}: ${a("overview.jobs",{n:f.count})}`,parts:[{kind:"plain",value:f.count}]})),i=We(mn(t.all,.5)),c=We(mn(t.all,.95)),u=Mi.filter(f=>t[f].length);return l`
    <${hn}
      id="durations"
      title=${a("overview.durations")}
      hint=${a("overview.durationsHint",{n:o})}
      table=${{caption:a("overview.durationsTable",{n:o}),head:[a("overview.took"),a("overview.total")],rows:n.map(f=>[r(f),H(f.count)])}}
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
                  <td>${H(t[f].length)}</td>
                  <td>${We(mn(t[f],.5))}</td>
                  <td>${We(mn(t[f],.95))}</td>
                </tr>
              `)}
          </tbody>
        </table>
      </div>
      <${jr}
        label=${a("overview.durationsLabel",{n:o,median:i,high:c})}
        bars=${s}
        axis=${Or(Math.max(...n.map(f=>f.count)),3,1)}
        show=${H}
        height=${150}
        nameWidth=${68}
      />
    <//>
  `}var O$,C$,To,Lr,hf,Pi,mf,$f,Nr,gf=_(()=>{"use strict";ae();q();Le();nf();Er();Ii();E();L();Hi();O$=10,C$=new Intl.DateTimeFormat(jt,{day:"numeric",month:"short",timeZone:"UTC"}),To=e=>C$.format(new Date(e)),Lr=e=>()=>ve(I("/",e));hf=(e,t)=>ct.map(o=>({kind:o,value:e[o],...t&&{onPick:Lr({...t,status:o})}})),Pi=(e,t)=>e&&t?{text:H(e),query:t}:H(e),mf=(e,t)=>[Pi(Ee(e),t),...ct.map(o=>Pi(e[o],t&&{...t,status:o}))],$f=()=>[a("overview.total"),...ct.map(e=>z("status",e))],Nr=e=>({n:e.length,from:To(e[0].day),to:To(e[e.length-1].day)})});function _f(e,t){let o=U(t);T(()=>{o.current!==t&&e(),o.current=t},[t])}function L$({head:e}){let t=K(o=>O("/readyz",{signal:o,asks:!1}),[]);return _f(t.reload,e.size),T(()=>{let o=setInterval(()=>document.hidden||t.reload(),N$);return()=>clearInterval(o)},[]),t.error?l`<span class="bad"><${P} name="alarm" /> ${a("health.notReady")}</span>
      ${t.error.detail}`:t.data?l`<span class="good"><${P} name="SUCCESS" /> ${a("health.ready")}</span>`:a("app.loading")}function I$({head:e}){let{data:t,error:o,reload:n}=K(i=>O("/log/checkpoint",{signal:i,asText:!0}),[]);if(_f(n,e.size),!t)return o?o.detail:a("app.loading");let[,r,s]=t.split(`
`);return l`
    ${a("health.checkpointOf",{n:Number(r)})} ${" "}<${xf}
      short=${`${s.slice(0,10)}\u2026`}
      text=${t}
      what=${a("health.checkpoint")}
    />
    ${" "}<a href=${I("/log/checkpoint")} download="checkpoint">${a("health.download")}</a>
  `}function R$(){let e=gt();if(!e)return a("health.notSeen");let t=Ge(e.checkpoint);return l`${a("health.seenSize",{n:t})} (<${re} at=${e.at} />)`}function D$({role:e}){let t=`jobctl verify --server ${location.origin}${Te} --key verifier.key`;return l`
    <p>${a("health.how")}</p>
    <div class="row command">
      <pre class="scroll-x" tabindex="0"><code>${t}</code></pre>
      <button type="button" onClick=${()=>st(t,a("health.command"))}>
        ${a("app.copy",{what:""})}
      </button>
    </div>
    <p class="hint">${a(e==="operator"?"health.howOperator":"health.howHint")}</p>
  `}function Bi({head:e}){let t=C(F),{data:o}=K(i=>O("/v1/meta",{signal:i}),[]),n=o?.ledger.verifier_key??"",[r,s]=n.split("+");return l`
    <section class="card health" id="health" aria-labelledby="health-title">
      <h2 id="health-title">${a("health.title")}</h2>
      <dl class="facts">
        <dt>${a("health.state")}</dt>
        <dd><${L$} head=${e} /></dd>
        <dt>${a("health.size")}</dt>
        <dd>${a("health.entries",{n:e.size})}</dd>
        <dt>${a("health.checkpoint")}</dt>
        <dd><${I$} head=${e} /></dd>
        <dt>${a("health.key")}</dt>
        <dd>
          ${n&&l`<code>${r}</code> <${xf} short=${s} text=${n} what=${a("health.key")} />`}
        </dd>
        <dt>${a("health.seen")}</dt>
        <dd><${R$} /></dd>
      </dl>
      <${D$} role=${t?.role} />
      <p><${B} to="/help/proof">${a("landing.help")}<//></p>
    </section>
  `}var N$,xf,vf=_(()=>{"use strict";ge();te();er();q();G();E();ke();Ht();oe();L();N$=3e4;xf=({short:e,text:t,what:o})=>l`
  <button type="button" class="copy-id" title=${t} onClick=${()=>st(t,o)}>
    <code>${e}</code><${P} name="copy" />
    <span class="off-screen">${a("app.copy",{what:o})}</span>
  </button>
`});var Sf={};Fe(Sf,{default:()=>kf});function P$(e){T(()=>{let t=new Map,o=()=>{for(let{reload:r,ms:s}of e){if(t.has(r))continue;let i=()=>{t.delete(r),r()};t.set(r,window.setTimeout(i,s))}},n=et({},{onEntries:o,onState:r=>r==="stale"&&o()});return()=>{t.forEach(r=>clearTimeout(r)),n()}},[])}function U$({stats:e,days:t}){let o=Di(t.map(i=>i.jobs)),n=Cr(o),r=Ee(e.total),s=Wt(t[0].day,t[t.length-1].day);return l`
    <dl class="numbers">
      <${$n} name=${a("overview.all")} value=${H(r)} to=${{}} />
      <${$n}
        name=${a("overview.inSpan",{n:t.length})}
        value=${H(Ee(o))}
        to=${s}
      />
      <${$n}
        name=${a("overview.rateInSpan",{n:t.length})}
        value=${n===null?"\u2013":Ot(n)}
        to=${{...s,status:"FAILED"}}
      />
      <${$n}
        name=${a("overview.inProgress")}
        value=${H(e.total.IN_PROGRESS)}
        to=${{status:"IN_PROGRESS"}}
      />
      <${$n}
        name=${a("overview.unconfirmed")}
        value=${H(e.total.UNCONFIRMED)}
        to=${{status:"UNCONFIRMED"}}
      />
    </dl>
  `}function kf(){let e=C(F),[t,o]=ze(),n=cf(t),r=K(u=>O("/v1/stats",{signal:u,query:{limit:100}}),[]),s=K(u=>O("/v1/jobs",{signal:u,query:{status:["SUCCESS","FAILED"],limit:500}}),[]);P$([{reload:r.reload,ms:M$},{reload:s.reload,ms:H$}]);let i=u=>{t.set("days",u),o(new URLSearchParams(t),{replace:!0})},c=u=>{if(!Ee(u.total))return l`
        <${le} title=${a("overview.empty")}><p>${a("overview.emptyHint")}</p><//>
        <${Bi} head=${u.head} />
      `;let f=uf(u.by_day.rows,n,Date.now());return l`
      <${U$} stats=${u} days=${f} />
      <${of} statuses=${ct} />
      <div class="figures">
        <${bf} days=${f} />
        <${yf} days=${f} />
        <${Fi} id="by-action" name="action_name" table=${u.by_action} />
        ${e?.role!=="operator"&&l`<${Fi} id="by-user" name="user_id" table=${u.by_user} />`}
        <${ye} of=${s}>
          ${({jobs:d})=>l`<${wf} jobs=${d} />`}
        <//>
        <${Bi} head=${u.head} />
      </div>
    `};return l`
    <div class="row spread overview-top">
      <${ee}>${a("overview.title")}<//>
      <${Pt}
        label=${a("overview.span")}
        options=${Ri.map(u=>({value:String(u),text:a("overview.days",{n:u})}))}
        value=${String(n)}
        onValue=${i}
      />
    </div>
    ${e?.role==="operator"&&l`<p class="hint">${a("overview.own")}</p>`}
    <${Xd} />
    <${ye} of=${r}>${c}<//>
  `}var M$,H$,$n,Af=_(()=>{"use strict";ge();te();ae();fo();Ii();Er();Oe();G();E();me();oe();L();gf();vf();Hi();M$=3e3,H$=3e4;$n=({name:e,value:t,to:o})=>l`
  <div>
    <dt>${e}</dt>
    <dd>${o?l`<${B} to="/" query=${o}>${t}<//>`:t}</dd>
  </div>
`});function jo(e,t){let o=e?.field;if(!e||!o||!t.includes(o))return{at:()=>null,rest:e};let n=e.detail.startsWith(`${o}: `)?e.detail.slice(o.length+2):e.detail;return{at:r=>r===o?n:null,rest:null}}var Ir=_(()=>{"use strict"});function bn({label:e,value:t,onValue:o,error:n,hint:r="",required:s=!0}){let[i,c]=y(!1);return l`
    <${W}
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
  `}var Wi=_(()=>{"use strict";L();Oe();E()});function Tf(e){let t=({created_at:r})=>r?Date.parse(r):0,o=({state:r})=>r==="accepted",n=e.toSorted((r,s)=>t(s)-t(r)||(r.name<s.name?-1:+(r.name>s.name)));return{working:n.filter(o),others:n.filter(r=>!o(r))}}function jf(e,t){let[o,n,r]=e.split("-").map(Number);return(t==="utc"?new Date(Date.UTC(o,n-1,r+1)):new Date(o,n-1,r+1)).toISOString()}function Ef(e){if(!e)return"";let t=n=>n.find(([r])=>e.includes(r))?.[1],o=e.startsWith("Mozilla/")&&t(F$);return o?[o,t(B$)].filter(Boolean).join(", "):e}var F$,B$,zi=_(()=>{"use strict";F$=[["Edg","Edge"],["OPR","Opera"],["Firefox","Firefox"],["FxiOS","Firefox"],["CriOS","Chrome"],["Chrome","Chrome"],["Safari","Safari"]],B$=[["Android","Android"],["iPhone","iPhone"],["iPad","iPad"],["Windows","Windows"],["Mac OS X","macOS"],["CrOS","ChromeOS"],["Linux","Linux"]]});function Eo({title:e,action:t,onConfirm:o,onClose:n,children:r}){let[s,i,c]=ne(async()=>{await o(),n()});return l`
    <${de} title=${e} onClose=${n}>
      <p>${r}</p>
      <${X} problem=${c} />
      <div class="row">
        <button type="button" class="danger" disabled=${i} onClick=${s}>${t}</button>
        <button type="button" onClick=${n}>${a("app.cancel")}</button>
      </div>
    <//>
  `}var Rr=_(()=>{"use strict";L();Ye();G();E();me()});function W$({token:e,hasUser:t,onRevoke:o}){let{state:n}=e,r=e.revoked_at??e.expires_at;return l`
    <tr>
      <th scope="row">${e.name}${e.current&&l` <${_t}>${a("sessions.this")}<//>`}</th>
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
  `}function Dr({tokens:e,hasUser:t=!1,revoke:o}){let[n,r]=y(null),{working:s,others:i}=Tf(e),c={hasUser:t,onRevoke:r};return l`
    ${s.length>0?l`<${Of} caption=${a("tokens.title")} tokens=${s} ...${c} />`:l`<${le} title=${a("tokens.empty")} />`}
    ${i.length>0&&l`
        <details>
          <summary>${a("tokens.others",{n:i.length})}</summary>
          <${Of}
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
          onConfirm=${async()=>{await o(n.name),Q(a("tokens.revokedNow",{name:n.name}))}}
          onClose=${()=>r(null)}
        >
          ${n.current&&a("tokens.revokeCurrent")}
          ${a("tokens.revokeHint",{user:n.user_id})}
        <//>
      `}
  `}function Mr({make:e,onClose:t,children:o,mine:n=""}){let r=C(Ze),[s,i]=y(""),[c,u]=y(""),[f,d]=y(""),[h,m,p]=ne(async()=>{let w=await e({name:s,...c&&{expires_at:jf(c,r)}});d(w.token)});if(f)return l`<${z$} token=${f} onClose=${t} />`;let{at:$,rest:x}=jo(p,["name","expires_at",n]);return l`
    <${de} title=${a("tokens.new")} onClose=${t}>
      <form
        onSubmit=${w=>{w.preventDefault(),h()}}
      >
        ${o} ${$(n)&&l`<p class="field-error" role="alert">${$(n)}</p>`}
        <${W}
          label=${a("tokens.name")}
          hint=${a("tokens.nameHint")}
          error=${$("name")}
          name="token-name"
          autocomplete="off"
          required
          value=${s}
          onValue=${i}
        />
        <${W}
          label=${a("tokens.lastDay")}
          hint=${a("tokens.lastDayHint")}
          error=${$("expires_at")}
          type="date"
          min=${new Date().toISOString().slice(0,10)}
          value=${c}
          onValue=${u}
        />
        <${X} problem=${x} />
        <button type="submit" class="primary" disabled=${m}>${a("tokens.make")}</button>
      </form>
    <//>
  `}var Of,z$,qi=_(()=>{"use strict";zi();Ir();L();Re();Rr();Ye();Oe();G();E();Se();Qo();me();oe();Of=({caption:e,tokens:t,hasUser:o,onRevoke:n})=>l`
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
          <${W$} key=${r.name} token=${r} hasUser=${o} onRevoke=${n} />
        `)}
    </tbody>
  </table>
`;z$=({token:e,onClose:t})=>l`
  <${de} title=${a("tokens.madeTitle")} onClose=${t}>
    <div class="notice notice-warning">
      <p>${a("tokens.once")}</p>
    </div>
    <${W}
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
`});function q$({session:e,onEnd:t}){let o=Ef(e.user_agent)||a("sessions.unknown");return l`
    <tr>
      <th scope="row" title=${e.user_agent??""}>
        ${o} ${e.current&&l` <${_t}>${a("sessions.this")}<//>`}
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
  `}function Cf(){let e=K(s=>O("/v1/account/sessions",{signal:s}),[]),[t,o]=y(null),n=async()=>{t==="others"?await ie("/v1/account/sessions/end-others"):t&&await V$(t.id),Q(a(t==="others"?"sessions.othersEnded":"sessions.ended")),e.reload()},r=({sessions:s,since:i})=>l`
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
            <${q$}
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
      <${ye} of=${e}>${r}<//>
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
  `}var V$,Nf=_(()=>{"use strict";zi();te();q();Re();Rr();G();E();ps();Se();me();oe();L();V$=e=>ie(N`/v1/account/sessions/${e}/end`).catch(t=>{if(t.status!==404)throw t})});var If={};Fe(If,{default:()=>Lf});function K$({onChanged:e}){let[t,o]=y(""),[n,r]=y(""),[s,i,c]=ne(async()=>{await ie("/v1/account/password",{current:t,new:n}),o(""),r(""),Q(a("password.changed")),e(),await kn()}),{at:u,rest:f}=jo(c,["current","new"]);return l`
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
      <${W}
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
      <${X} problem=${f} />
      <p class="hint">${a("password.ends")}</p>
      <button type="submit" class="primary" disabled=${i}>${a("password.change")}</button>
    </form>
  `}function G$({mayMake:e}){let t=K(r=>O("/v1/account/tokens",{signal:r}),[]),[o,n]=y(!1);return l`
    <section class="card wide" id="tokens" aria-labelledby="tokens-title">
      <div class="row spread">
        <h2 id="tokens-title">${a("tokens.title")}</h2>
        ${e&&l`<button type="button" onClick=${()=>n(!0)}>${a("tokens.new")}</button>`}
      </div>
      <p class="hint">${a(e?"tokens.hint":"tokens.unlisted")}</p>
      <${ye} of=${t}>
        ${r=>l`
          <${Dr}
            tokens=${r.tokens}
            revoke=${async s=>{await ie(N`/v1/account/tokens/${s}/revoke`),t.reload()}}
          />
        `}
      <//>
      ${o&&l`
          <${Mr}
            make=${r=>ie("/v1/account/tokens",r)}
            onClose=${()=>{n(!1),t.reload()}}
          />
        `}
    </section>
  `}function Lf(){let e=C(F),[t,o]=y(0);if(!e)return null;let n=e.signed_in_by!=="jwt"||e.is_listed===!0;return l`
    <${ee}>${a("account.title")}<//>
    <div class="account">
      <${J$} user=${e} />
      <section class="card" id="password" aria-labelledby="password-title">
        <h2 id="password-title">${a("password.title")}</h2>
        ${e.has_password?l`<${K$} onChanged=${()=>o(t+1)} />`:l`<p>${a(`password.none.${e.signed_in_by}`)}</p>`}
      </section>
      ${e.has_password||e.session?l`<${Cf} key=${t} />`:null}
      <${G$} mayMake=${n} />
    </div>
  `}var J$,Rf=_(()=>{"use strict";ge();te();Ir();q();G();E();Oe();Se();Wi();me();oe();qi();L();Nf();J$=({user:e})=>l`
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
`});function Hf(e,t){let o=Df(t.trim());return e.filter(({user_id:n,role:r})=>Df(n).includes(o)||r.startsWith(o)).toSorted((n,r)=>Number(n.disabled)-Number(r.disabled)||n.user_id.localeCompare(r.user_id))}var Mf,Df,Vi=_(()=>{"use strict";Mf=["operator","auditor","admin"],Df=e=>e.normalize("NFKC").toLowerCase()});function Ji({fields:e,action:t,onSubmit:o,isMain:n=!1,children:r}){let[s,i,c]=ne(o),{at:u,rest:f}=jo(c,e);return l`
    <form
      onSubmit=${d=>{d.preventDefault(),s()}}
    >
      ${r(u)}
      <${X} problem=${f} />
      <button type="submit" class=${n?"primary":""} disabled=${i}>${t}</button>
    </form>
  `}function Pf({onAdded:e,onClose:t}){let[o,n]=y(""),[r,s]=y("operator"),[i,c]=y(""),u=async()=>{await ie("/v1/users",{user_id:o,role:r,...i&&{password:i}}),Q(a("admin.added",{user:o})),e(),t()};return l`
    <${de} title=${a("admin.add")} onClose=${t}>
      <${Ji}
        fields=${["user_id","role","password"]}
        action=${a("admin.add")}
        onSubmit=${u}
        isMain
      >
        ${f=>l`
          <${W}
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
          <${Hr} error=${f("role")} value=${r} onValue=${s} />
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
  `}function Uf({user:e,isSelf:t,onChanged:o,onClose:n}){let{user_id:r}=e,[s,i]=y(e.role),[c,u]=y(""),[f,d]=y(!1),h=async(S,j,M)=>{await ie(`${N`/v1/users/${r}`}/${S}`,j),Q(M),o(),n()};if(f)return l`
      <${Eo}
        title=${a("admin.disableOne",{user:r})}
        action=${a("admin.disable")}
        onConfirm=${()=>h("disable",{},a("admin.disabledNow",{user:r}))}
        onClose=${n}
      >
        ${a("admin.disableHint")}
      <//>
    `;let m=l`
    <${Ji}
      fields=${["role"]}
      action=${a("admin.setRole")}
      onSubmit=${()=>h("role",{role:s},a("admin.roleSet",{user:r}))}
    >
      ${S=>l`
        <${Hr}
          hint=${a("admin.roleHint")}
          error=${S("role")}
          value=${s}
          onValue=${i}
        />
      `}
    <//>
  `,p={what:"enable",action:a("admin.enable"),hint:a(e.has_password?"admin.enableHint":"admin.enableHintNone"),done:a("admin.enabledNow",{user:r})},$={what:"password",action:a("admin.setPassword"),hint:a("admin.setPasswordHint"),done:a("admin.passwordSet",{user:r})},{what:x,action:w,hint:b,done:v}=e.disabled?p:$,g=c?{password:c}:{},k=l`
    <${Ji} fields=${["password"]} action=${w} onSubmit=${()=>h(x,g,v)}>
      ${S=>l`
        <${bn}
          label=${a("password.new")}
          hint=${b}
          required=${!e.disabled||e.has_password}
          error=${S("password")}
          value=${c}
          onValue=${u}
        />
      `}
    <//>
  `;return l`
    <${de}
      title=${a(e.disabled?"admin.enableOne":"admin.changeOne",{user:r})}
      onClose=${n}
    >
      <div class="changes">
        ${t&&l`<p>${a("admin.self")} <${B} to="/account">${a("account.title")}<//>.</p>`}
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
  `}var Hr,Ff=_(()=>{"use strict";te();Ir();q();Rr();Ye();Oe();G();E();Se();Wi();me();oe();L();Vi();Hr=e=>l`
  <${W} label=${a("admin.role")} as="select" ...${e}>
    ${Mf.map(t=>l`
        <option key=${t} value=${t}>${z("role",t)}: ${a(`account.may.${t}`)}</option>
      `)}
  <//>
`});var Wf={};Fe(Wf,{default:()=>Bf});function X$({loaded:e,onChanged:t}){let[o,n]=y(""),[r,s]=y(null),[i,c]=y(!1),u=e.data?.users.find(f=>f.user_id===r);return l`
    <section class="card" id="users" aria-labelledby="users-title">
      <div class="row spread">
        <h2 id="users-title">${a("admin.users")}</h2>
        <button type="button" class="primary" onClick=${()=>c(!0)}>
          ${a("admin.add")}
        </button>
      </div>
      <${W}
        label=${a("admin.search")}
        type="search"
        autocomplete="off"
        value=${o}
        onValue=${n}
      />
      <${ye} of=${e}>
        ${({users:f})=>{let d=Hf(f,o);return d.length?l`<${Y$}
                users=${d}
                onChange=${({user_id:h})=>s(h)}
              />`:l`<${le} title=${a("admin.noUser")} />`}}
      <//>
      ${u&&l`
          <${Uf}
            user=${u}
            isSelf=${u.user_id===F.get()?.user_id}
            onChanged=${t}
            onClose=${()=>s(null)}
          />
        `}
      ${i&&l`<${Pf} onAdded=${t} onClose=${()=>c(!1)} />`}
    </section>
  `}function Z$({loaded:e,users:t}){let[o,n]=y(!1),[r,s]=y(""),[i,c]=y("operator"),u=t.some(f=>f.user_id===r);return l`
    <section class="card" id="tokens" aria-labelledby="tokens-title">
      <div class="row spread">
        <h2 id="tokens-title">${a("tokens.title")}</h2>
        <button type="button" onClick=${()=>(s(""),n(!0))}>
          ${a("tokens.new")}
        </button>
      </div>
      <${ye} of=${e}>
        ${f=>l`
          <${Dr}
            tokens=${f.tokens}
            hasUser
            revoke=${async d=>{await ie(N`/v1/tokens/${d}/revoke`),e.reload()}}
          />
        `}
      <//>
      ${o&&l`
          <${Mr}
            mine="user_id"
            make=${f=>ie("/v1/tokens",{...f,user_id:r,...u?{}:{role:i}})}
            onClose=${()=>{n(!1),e.reload()}}
          >
            <${W}
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
            ${r&&!u?l`<${Hr}
                    hint=${a("admin.tokenRoleHint")}
                    value=${i}
                    onValue=${c}
                  />`:null}
          <//>
        `}
    </section>
  `}function Bf(){let e=C(F),t=K(r=>O("/v1/users",{signal:r}),[]),o=K(r=>O("/v1/tokens",{signal:r}),[]),n=()=>{t.reload(),o.reload()};return e?.role!=="admin"?l`
      <${ee}>${a("admin.title")}<//>
      <p>${a("admin.only")}</p>
    `:l`
    <${ee}>${a("admin.title")}<//>
    <div class="account">
      <${X$} loaded=${t} onChanged=${n} />
      <${Z$} loaded=${o} users=${t.data?.users??[]} />
    </div>
  `}var Y$,zf=_(()=>{"use strict";ge();te();q();Oe();G();E();me();oe();qi();L();Vi();Ff();Y$=({users:e,onChange:t})=>l`
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
`});ge();te();function ia(e,t){let o="",n=r=>{if(!r||r.name==="AbortError"||[0,401].includes(r.status))return;let s=String(r.message||r);s!==o&&t(s),o=s};e.addEventListener("error",r=>n(r.error)),e.addEventListener("unhandledrejection",r=>n(r.reason))}Le();ge();te();ae();q();Le();L();Dn();G();E();ke();ps();Uo();Se();Ht();Qo();Qs();var ei=["system","light","dark"];function vh(){let e=C(Ze),t=C(Zo),o=e==="utc"?"local":"utc";return l`
    <button
      type="button"
      id="zone"
      class="quiet"
      title=${a("zone.switch",{zone:fa(e),other:a(`zone.${o}`)})}
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
      onClick=${()=>Zo.set(ei[(ei.indexOf(t)+1)%ei.length])}
    >
      <${P} name=${t} />
    </button>
  `}function kh({user:e}){let t=[{text:a("user.account"),href:I("/account")}];return e.signed_in_by==="session"&&t.push({text:a("user.signOut"),onClick:Pn}),l`
    <${Un}
      class="quiet user-menu"
      align="end"
      label=${l`<${P} name="user" /><span>${e.user_id}</span>`}
      name=${a("user.menu",{user:e.user_id,role:z("role",e.role)})}
      items=${t}
    />
  `}function Sh({user:e}){let{path:t}=C(Me),o=[{to:"/",text:a("nav.jobs"),below:"/jobs"},...e.role==="auditor"?[]:[{to:"/set-action",text:a("nav.setAction")}],{to:"/overview",text:a("nav.overview")},...e.role==="admin"?[{to:"/admin",text:a("nav.admin")}]:[],{to:"/help",text:a("nav.help")}],n=({to:r,below:s=r})=>t===r||`${t}/`.startsWith(`${s}/`);return l`
    <nav aria-label=${a("nav.label")}>
      <ul>
        ${o.map(r=>l`
            <li key=${r.to}>
              <a href=${I(r.to)} aria-current=${n(r)?"page":void 0}>
                ${r.text}
              </a>
            </li>
          `)}
      </ul>
    </nav>
  `}function Ah(){let{data:e}=K(t=>O("/v1/meta",{signal:t}),[]);return l`
    <footer>
      ${e&&a("app.footer",{ledger:e.ledger.name,version:e.version})}
      <${sl} />
      <a href=${I("/docs")}>${a("app.api")}</a>
    </footer>
  `}function nr({children:e}){let t=C(F);return l`
    <a class="skip" href="#main">${a("app.skip")}</a>
    <header class="top">
      <a class="brand" href=${I("/")}>${a("app.name")}</a>
      ${t&&l`<${Sh} user=${t} />`}
      <div class="top-end">
        <${vh} />
        ${t&&l`<${kh} user=${t} />`}
      </div>
    </header>
    <${Ja} />
    <main id="main">${e}</main>
    ${t&&l`<${Ah} />`}
    <${Ya} />
    <${il} />
  `}G();E();Se();me();oe();L();var Q$=()=>Promise.resolve().then(()=>(ll(),cl)),qf=()=>Promise.resolve().then(()=>(yl(),bl)),Vf=()=>Promise.resolve().then(()=>(Zl(),Xl)),Jf=()=>Promise.resolve().then(()=>($u(),mu)),Kf=[{pattern:"/",load:Vf},{pattern:"/jobs",load:Vf},{pattern:"/jobs/:job_id",load:()=>Promise.resolve().then(()=>(hd(),pd))},{pattern:"/jobs/:job_id/compare/:other_id",load:()=>Promise.resolve().then(()=>(wd(),yd))},{pattern:"/customers",load:Jf},{pattern:"/customers/:cid",load:Jf},{pattern:"/set-action",load:()=>Promise.resolve().then(()=>(Gd(),Kd))},{pattern:"/overview",load:()=>Promise.resolve().then(()=>(Af(),Sf))},{pattern:"/account",load:()=>Promise.resolve().then(()=>(Rf(),If))},{pattern:"/admin",load:()=>Promise.resolve().then(()=>(zf(),Wf))},{pattern:"/help",load:qf,isPublic:!0},{pattern:"/help/:topic",load:qf,isPublic:!0}],eb={pattern:"",load:Q$,isPublic:!0};function tb({route:e,params:t}){let[o,n]=y(null),[r,s]=y(""),[i]=ls(console.error);return T(()=>{e.load().then(c=>n(()=>c.default),()=>O("/v1/account",{asks:!1}).then(()=>s(a("app.updated")),()=>s(a("app.notLoaded"))))},[]),i?l`
      <${le} title=${a("app.broken")}><p>${a("app.failed",{why:i.message})}</p><//>
    `:r?l`
      <${le} title=${r}>
        <button type="button" onClick=${()=>location.reload()}>${a("app.reload")}</button>
      <//>
    `:o?l`<${o} ...${t} />`:l`<${mt} />`}var ob=()=>l`
  <${ee}>${a("app.notFound")}<//>
  <p>${a("app.notFoundHint")}</p>
  <p><${B} to="/">${a("app.toJobs")}<//></p>
`;function nb(){let{path:e}=C(Me),t=C(F),o=K(kn,[]);if(t===void 0)return l`
      <${nr}>
        <${X} problem=${o.error} retry=${o.reload} />
        ${!o.error&&l`<${mt} />`}
      <//>
    `;let n=Vr(Kf,e);if(!n)return l`<${nr}><${ob} /><//>`;let r=t!==null||n.route.isPublic,{route:s,params:i}=r?n:{route:eb,params:{}},c=`${t?.user_id} ${r?e:""}`;return l`<${nr}><${tb} key=${c} route=${s} params=${i} /><//>`}ia(globalThis,e=>Q(a("app.failed",{why:e}),"error"));na(()=>location.reload());aa(Kf);ns(l`<${nb} />`,document.querySelector("#app"));
