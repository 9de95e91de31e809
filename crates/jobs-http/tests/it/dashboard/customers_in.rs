//! The ways in which many customers come into a Set Action: pasted, dropped as text, dropped as a
//! file.

use serde_json::json;

use crate::dashboard::page::Page;
use crate::dashboard::site::Site;

/// Many more than are kept in a field.
const MANY: usize = 27_682;

/// Gives the form many customers, as the browser does it for a user; `how` gets them in `data`.
async fn given(page: &Page, how: &str) {
    page.go("/set-action").await;
    page.find("#customers", "").await;
    let script = format!(
        "const text = Array.from({{length: {MANY}}}, (_, n) => `C-${{n}}`).join('\\n');
         const data = new DataTransfer();
         {how}
         return true"
    );
    assert!(page.look::<bool>(&script).await);
    page.choose("#action", "", "PE-Enable").await;
    page.retype("#path", "", "tms/v1/x").await;
    page.click("button", "Review and send").await;
    page.sees_in("dialog", "Run PE-Enable for 27,682 customers?").await;
    page.sees_in("dialog", "No job of the last").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_customers_are_pasted_and_dropped_as_well() {
    let site = Site::start();
    let Some(page) = Page::of(&site, "vijay", "/set-action").await else { return };
    let drop = "all('section.customers')[0].dispatchEvent(
        new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true}));";
    for how in [
        "data.setData('text', text);
         const pasted = {clipboardData: data, bubbles: true, cancelable: true};
         all('#customers')[0].dispatchEvent(new ClipboardEvent('paste', pasted));"
            .to_owned(),
        format!("data.setData('text', text); {drop}"),
        format!("data.items.add(new File([text], 'customers.txt')); {drop}"),
    ] {
        given(&page, &how).await;
    }
    page.click("#send", "Send").await;
    page.sees_in("h1", "PE-Enable, 27,682 customers").await;
    page.sees_in(".job-head", "Success").await;
    let sent: Vec<_> = site.caller().jobs().await;
    assert_eq!((sent.len(), &sent[0]["customer_count"]), (1, &json!(MANY)));
}
