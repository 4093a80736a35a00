//! A static server for the pages that a test opens, in place of the disk: below a path, and by a server that says the
//! wrong encoding, as some do.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, Result};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// Where the pages stand.
const FOLDER: &str = "/class/7b/";

/// The largest head of a request that is read, in bytes.
const LARGEST: usize = 16_384;

/// A server that hands out the files it was told of, and nothing else. It ends with the runtime.
#[derive(Clone, Debug)]
pub(crate) struct Server {
    port: u16,
    files: Arc<Mutex<Vec<PathBuf>>>,
}

/// Whether pages come from a server and not from the disk.
pub fn is_served() -> bool {
    std::env::var_os("COUNTERCHECK_SERVED").is_some()
}

impl Server {
    /// Starts a server if `COUNTERCHECK_SERVED` is set.
    pub(crate) async fn from_environment() -> Result<Option<Self>> {
        if !is_served() {
            return Ok(None);
        }
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.context("no free port")?;
        let server = Self { port: listener.local_addr()?.port(), files: Arc::default() };
        tokio::spawn(server.clone().serve(listener));
        Ok(Some(server))
    }

    /// The address of a file, which is handed out from now on.
    pub(crate) fn address(&self, file: &Path) -> String {
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        let place = files.iter().position(|known| known == file).unwrap_or_else(|| {
            files.push(file.to_owned());
            files.len() - 1
        });
        format!("http://127.0.0.1:{}{FOLDER}{place}.html", self.port)
    }

    async fn serve(self, listener: TcpListener) {
        while let Ok((stream, _)) = listener.accept().await {
            let server = self.clone();
            // A browser that hangs up has what it wanted.
            tokio::spawn(async move { server.answer(stream).await.ok() });
        }
    }

    async fn answer(&self, mut stream: TcpStream) -> Result<()> {
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") && head.len() < LARGEST && stream.read_buf(&mut head).await? > 0 {}
        let head = String::from_utf8_lossy(&head);
        let page = self.asked_for(&head).and_then(|file| std::fs::read(file).ok());
        let status = if page.is_some() { "200 OK" } else { "404 Not Found" };
        let page = page.unwrap_or_default();
        let answer = format!(
            "HTTP/1.1 {status}\r\nContent-Type: text/html; charset=iso-8859-1\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
            page.len()
        );
        stream.write_all(&[answer.as_bytes(), &page].concat()).await?;
        Ok(stream.shutdown().await?)
    }

    fn asked_for(&self, head: &str) -> Option<PathBuf> {
        let place = head.strip_prefix("GET ")?.split(' ').next()?.strip_prefix(FOLDER)?.strip_suffix(".html")?;
        self.files.lock().unwrap_or_else(PoisonError::into_inner).get(place.parse::<usize>().ok()?).cloned()
    }
}
