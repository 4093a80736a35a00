//! What the page may do: ask for nothing, and run nothing but itself.

use anyhow::{Result, ensure};
use browser_tests::{Page, browse};
use serde_json::json;

use crate::view::{ensure_no_complaint, strings};

/// What a text that got into the page might try, by the directive that has to stop it.
const ATTEMPTS: &str = r"[
    ['connect-src', () => fetch(there)],
    ['connect-src', () => new WebSocket('ws://127.0.0.1:9/')],
    ['connect-src', () => navigator.sendBeacon(there)],
    ['img-src', () => { new Image().src = there; }],
    ['media-src', () => { put('audio', { src: there }); }],
    ['frame-src', () => { put('iframe', { src: there }); }],
    ['object-src', () => { put('object', { data: there, type: 'text/html' }); }],
    ['form-action', () => { put('form', { action: there, method: 'post' }).submit(); }],
    ['base-uri', () => { put('base', { href: there }); }],
    ['script-src', () => import(there)],
    ['style-src', () => { put('link', { rel: 'stylesheet', href: there }); }],
    ['style-src', () => { put('style', {}).append('body { color: red }'); }],
    ['style-src', () => { put('p', { style: 'color: red' }); }],
]";

/// What Trusted Types have to stop, where the browser has them, and the policy of scripts where it has none.
const SINKS: &str = r"[
    ['script', () => { (0, eval)('window.ran = true'); }],
    ['script', () => { new Function('window.ran = true')(); }],
    ['script', () => { put('script', {}).append('window.ran = true'); }],
    ['script', () => { put('script', {}).src = there; }],
    ['script', () => { put('p', { onclick: 'window.ran = true' }).click(); }],
    ['script', () => { put('div', {}).innerHTML = '<img src=x onerror="window.ran = true">'; }],
    ['script', () => { setTimeout('window.ran = true', 0); }],
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

#[test]
fn its_policy_stops_what_a_text_might_try() {
    browse("policy-attempts", async |page| {
        page.open("").await?;
        ensure_stopped(page, ATTEMPTS).await?;
        ensure_stopped(page, SINKS).await?;
        ensure!(page.read("window.ran").await?.is_null(), "a text was run as a script");
        Ok(())
    });
}

/// Tries one thing after the other, outside of the call of the driver, which may do what the page may not.
async fn ensure_stopped(page: &Page, attempts: &str) -> Result<()> {
    let tries = format!(
        r"(() => {{
            const there = 'http://127.0.0.1:9/there';
            const put = (name, attributes) => {{
                const element = document.createElement(name);
                for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
                document.body.append(element);
                return element;
            }};
            const stopped = (directive, attempt) => new Promise((resolve) => {{
                const hear = (event) => event.effectiveDirective.includes(directive) && end(true);
                const end = (outcome) => {{
                    document.removeEventListener('securitypolicyviolation', hear);
                    resolve(outcome);
                }};
                document.addEventListener('securitypolicyviolation', hear);
                setTimeout(end, 2000, false);
                setTimeout(() => {{
                    try {{ Promise.resolve(attempt()).catch(() => {{}}); }} catch {{}}
                }});
            }});
            window.through = null;
            (async () => {{
                const through = [];
                for (const [directive, attempt] of {attempts}) {{
                    if (!await stopped(directive, attempt)) through.push(`${{directive}}: ${{attempt}}`);
                }}
                window.through = through;
            }})();
        }})()"
    );
    page.read(&tries).await?;
    page.wait_until("window.through", "the attempts").await?;
    let through = strings(page, "window.through").await?;
    ensure!(through.is_empty(), "the policy let through: {through:#?}");
    Ok(())
}

async fn resources(page: &Page) -> Result<serde_json::Value> {
    page.read("performance.getEntriesByType('resource').map((entry) => entry.name)").await
}

/// The file itself, and what stands inside it.
fn is_local(address: &str) -> bool {
    let is_page = address.starts_with("file://") || address.starts_with("http://127.0.0.1:");
    address.starts_with("data:") || is_page && address.contains(".html")
}
