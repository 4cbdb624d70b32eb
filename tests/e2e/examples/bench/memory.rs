//! What the processes that show pages hold in memory of their own.

use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use std::time::Duration;

use anyhow::Result;

/// Watches the memory until it is asked for the peak.
pub struct Watch {
    before: u64,
    peak: Arc<AtomicU64>,
    goes_on: Arc<AtomicBool>,
}

impl Watch {
    pub fn start() -> Result<Self> {
        let before = kilobytes()?;
        let (peak, goes_on) = (Arc::new(AtomicU64::new(before)), Arc::new(AtomicBool::new(true)));
        let (seen, wanted) = (Arc::clone(&peak), Arc::clone(&goes_on));
        thread::spawn(move || {
            while wanted.load(Ordering::Relaxed) {
                seen.fetch_max(kilobytes().unwrap_or(0), Ordering::Relaxed);
                thread::sleep(Duration::from_millis(10));
            }
        });
        Ok(Self { before, peak, goes_on })
    }

    /// How many megabytes there were at most, above those at the start.
    pub fn peak(self) -> Result<f64> {
        self.goes_on.store(false, Ordering::Relaxed);
        let peak = self.peak.load(Ordering::Relaxed).max(kilobytes()?);
        Ok(f64::from(u32::try_from(peak - self.before)?) / 1000.0)
    }
}

/// Anonymous memory of all processes of the browser that show pages: workers are threads of theirs.
fn kilobytes() -> Result<u64> {
    let mut sum = 0;
    for entry in fs::read_dir("/proc")? {
        let path = entry?.path();
        let command = fs::read(path.join("cmdline")).unwrap_or_default();
        if !command.windows(15).any(|part| part == b"--type=renderer") {
            continue;
        }
        let status = fs::read_to_string(path.join("status")).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("RssAnon:"));
        sum += line.and_then(|line| line.trim().strip_suffix(" kB")?.parse::<u64>().ok()).unwrap_or(0);
    }
    Ok(sum)
}
