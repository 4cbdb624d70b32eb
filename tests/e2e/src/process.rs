//! Programs that must not outlive the test that started them.

use std::fs;
use std::io;
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};

use rustix::process::{Pid, Signal, kill_process, kill_process_group};

/// Marks everything that descends from a program, even what moved to a process group of its own.
const MARK: &str = "REFLET_E2E_OWNER";

/// A running program; it and its descendants are killed when this is dropped.
pub struct Program {
    child: Child,
    mark: String,
}

impl Program {
    pub fn start(command: &mut Command) -> io::Result<Self> {
        let owner = format!("{}-{}", std::process::id(), free_port()?);
        command.env(MARK, &owner).process_group(0).stdin(Stdio::null());
        let child = command.spawn()?;
        Ok(Self { child, mark: format!("{MARK}={owner}") })
    }

    /// Its standard output, which can be taken once.
    pub fn output(&mut self) -> Option<std::process::ChildStdout> {
        self.child.stdout.take()
    }

    /// How it ended, if it has.
    pub fn ended(&mut self) -> Option<String> {
        self.child.try_wait().ok().flatten().map(|status| status.to_string())
    }

    fn descendants(&self) -> Vec<Pid> {
        let Ok(processes) = fs::read_dir("/proc") else {
            return Vec::new();
        };
        processes
            .flatten()
            .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
            .filter(|pid| {
                let environment = fs::read(format!("/proc/{pid}/environ")).unwrap_or_default();
                environment.split(|byte| *byte == 0).any(|variable| variable == self.mark.as_bytes())
            })
            .filter_map(Pid::from_raw)
            .collect()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // What has already ended cannot be killed, and need not be.
        let _ended = kill_process_group(Pid::from_child(&self.child), Signal::KILL);
        for pid in self.descendants() {
            let _ended = kill_process(pid, Signal::KILL);
        }
        let _status = self.child.wait();
    }
}

/// A port of this machine that nobody listens on.
pub fn free_port() -> io::Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}
