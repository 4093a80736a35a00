//! What the page may do: ask for nothing, and run nothing but itself.

use std::io::Read;
use std::net::TcpListener;

use anyhow::{Context, Result, ensure};
use browser_tests::{Browser, Page, browse, browse_in};
use serde_json::json;

use crate::view::{ensure_no_complaint, strings};

/// What a text that got into the page might try, by the directive that the browser has to name when it stops it (one of two,
/// as not every browser has Trusted Types); none where not every browser names one.
const ATTEMPTS: &str = r"[
    ['connect-src', () => fetch(there)],
    ['connect-src', () => new WebSocket(there.replace('http', 'ws'))],
    ['connect-src', () => navigator.sendBeacon(there)],
    ['img-src', () => { new Image().src = there; }],
    ['media-src', () => { put('audio', { src: there }); }],
    ['', () => { put('iframe', { src: there }); }],
    ['', () => { put('object', { data: there, type: 'text/html' }); }],
    ['form-action', () => { put('form', { action: there, method: 'post' }).submit(); }],
    ['base-uri', () => { put('base', { href: there }); }],
    ['style-src', () => { put('link', { rel: 'stylesheet', href: there }); }],
    ['style-src', () => { put('style', {}).append('body { color: red }'); }],
    ['style-src', () => { put('p', { style: 'color: red' }); }],
    ['script|trusted', () => import(there)],
    ['script|trusted', () => { put('script', {}).src = there; }],
    ['', () => { put('script', {}).append('window.ran = true'); }],
    ['script|trusted', () => { put('div', {}).innerHTML = '<img src=x onerror=window.ran=true>'; }],
    ['script|trusted', () => { put('p', { onclick: 'window.ran = true' }).click(); }],
    ['script|trusted', () => { setTimeout('window.ran = true', 0); }],
    ['script|trusted', () => { world.eval('window.ran = true'); }],
    ['script|trusted', () => { new world.Function('window.ran = true')(); }],
]";

#[test]
fn asks_the_network_for_nothing() {
    browse("no-network", async |page| {
        page.requests().await?;
        page.open("").await?;
        let asked: Vec<String> = page.requests().await?.into_iter().filter(|address| !is_local(address)).collect();
        ensure!(asked.is_empty(), "asked for: {asked:?}");
        ensure!(resources(page).await? == json!([]), "loaded: {}", resources(page).await?);
        Ok(())
    });
}

#[test]
fn keeps_its_policy_and_an_empty_console() {
    browse("policy", async |page| {
        page.open("").await?;
        ensure_no_complaint(page).await
    });
}

/// Notes what is written as HTML, which Leptos does with an element whose attributes and text are all literals.
const HTML_WITNESS: &str = r"
    window.written = [];
    const html = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML');
    Object.defineProperty(Element.prototype, 'innerHTML', {
        ...html,
        set(text) { written.push(text); html.set.call(this, text); },
    });
";

#[test]
fn no_view_is_written_as_html() {
    browse_in(Browser::Chromium, "no-html", async |page| {
        page.before_the_page(HTML_WITNESS).await?;
        for fragment in ["", "#view=table", "#view=timeline", "#step=0", "#step=7", "#pupil="] {
            page.open(fragment).await?;
            ensure!(page.read("written").await? == json!([]), "{fragment}: {}", page.read("written").await?);
        }
        Ok(())
    });
}

#[test]
fn its_policy_stops_what_a_text_might_try() {
    browse("policy-attempts", async |page| {
        let listener = TcpListener::bind(("127.0.0.1", 0)).context("no free port")?;
        listener.set_nonblocking(true)?;
        page.open("").await?;
        let through = attempt(page, listener.local_addr()?.port()).await?;
        ensure!(through.is_empty(), "the policy let through: {through:#?}");
        ensure!(page.read("(window.wrappedJSObject ?? window).ran").await?.is_null(), "a text was run as a script");
        ensure!(asked(&listener)?.is_empty(), "the network was asked");
        Ok(())
    });
}

/// What was sent to a port. Chromium opens connections for frames and forms before it looks at the policy, and says nothing
/// on them.
fn asked(listener: &TcpListener) -> Result<Vec<u8>> {
    let mut asked = Vec::new();
    while let Ok((mut stream, _)) = listener.accept() {
        stream.set_nonblocking(true)?;
        let mut buffer = [0; 1024];
        if let Ok(length) = stream.read(&mut buffer) {
            asked.extend_from_slice(&buffer[..length]);
        }
    }
    Ok(asked)
}

/// Tries one thing after the other, outside of the call of the driver, which may do what the page may not; what the
/// browser did not stop.
async fn attempt(page: &Page, port: u16) -> Result<Vec<String>> {
    let tries = format!(
        r"(() => {{
            // Firefox has drivers work in a world of their own.
            const world = window.wrappedJSObject ?? window;
            const there = 'http://127.0.0.1:{port}/there';
            const put = (name, attributes) => {{
                const element = document.createElement(name);
                for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
                document.body.append(element);
                return element;
            }};
            const stopped = (directive, attempt) => new Promise((resolve) => {{
                const end = (outcome) => {{
                    document.removeEventListener('securitypolicyviolation', hear);
                    resolve(outcome);
                }};
                const hear = (event) => event.effectiveDirective.match(directive) && end(true);
                document.addEventListener('securitypolicyviolation', hear);
                setTimeout(end, 1000, !directive);
                setTimeout(async () => {{
                    try {{ await attempt(); }} catch {{}}
                }});
            }});
            (async () => {{
                const through = [];
                for (const [directive, attempt] of {ATTEMPTS}) {{
                    if (!await stopped(directive, attempt)) through.push(`${{directive}}: ${{attempt}}`);
                }}
                window.through = through;
            }})();
        }})()"
    );
    page.read(&tries).await?;
    page.wait_until("window.through", "the attempts").await?;
    strings(page, "window.through").await
}

async fn resources(page: &Page) -> Result<serde_json::Value> {
    page.read("performance.getEntriesByType('resource').map((entry) => entry.name)").await
}

/// The file itself, and what stands inside it.
fn is_local(address: &str) -> bool {
    let is_page = address.starts_with("file://") || address.starts_with("http://127.0.0.1:");
    address.starts_with("data:") || is_page && address.contains(".html")
}
