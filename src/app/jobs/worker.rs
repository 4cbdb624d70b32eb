//! Workers that run the page's own compiled module, and lines to them.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Promise};
use leptos::prelude::document;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DedicatedWorkerGlobalScope, ErrorEvent, Event, HtmlMetaElement, MessageEvent, Url, Worker, WorkerOptions,
    WorkerType,
};

/// Takes what a worker is asked for, from now on.
pub type Serve = fn(&DedicatedWorkerGlobalScope);

/// A worker, and what it has said so far. Dropping the line ends the worker, whatever it is at.
#[derive(Debug)]
pub struct Line<T> {
    worker: Worker,
    heard: Rc<Heard<T>>,
    // Kept as long as the worker may call them.
    _listener: Closure<dyn Fn(MessageEvent)>,
    _failed: Closure<dyn Fn(Event)>,
}

#[derive(Debug)]
struct Heard<T> {
    said: RefCell<T>,
    /// Why the worker is of no use any more, in the browser's words.
    failure: RefCell<Option<String>>,
    wake: RefCell<Option<Function>>,
}

impl<T: 'static> Line<T> {
    /// Starts a worker, whose name says what it is to do. `hear` puts each of its messages to what it has said before.
    ///
    /// # Errors
    /// If the browser refuses to, in its words.
    pub fn open(name: &str, said: T, hear: impl Fn(&RefCell<T>, &Array) + 'static) -> Result<Self, String> {
        let worker = start(name).map_err(|error| format!("{error:?}"))?;
        let heard = Rc::new(Heard {
            said: RefCell::new(said),
            failure: RefCell::default(),
            wake: RefCell::default(),
        });
        let listener = {
            let heard = Rc::clone(&heard);
            Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                hear(&heard.said, &Array::from(&event.data()));
                heard.wake();
            })
        };
        let failed = {
            let heard = Rc::clone(&heard);
            // A script that does not arrive gives an event without a message.
            Closure::<dyn Fn(Event)>::new(move |event: Event| {
                event.prevent_default();
                let message = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message);
                heard.fail(message.unwrap_or_default());
            })
        };
        worker.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
        Ok(Self { worker, heard, _listener: listener, _failed: failed })
    }

    /// Gives the worker something to do.
    ///
    /// # Errors
    /// If the browser refuses to, in its words.
    pub fn post(&self, message: &JsValue) -> Result<(), String> {
        self.worker.post_message(message).map_err(|error| format!("{error:?}"))
    }

    /// Reads, or changes, what the worker has said.
    pub fn said<R>(&self, read: impl FnOnce(&mut T) -> R) -> R {
        read(&mut self.heard.said.borrow_mut())
    }

    /// Waits until that is so of what the worker has said.
    ///
    /// # Errors
    /// If the worker ends before, in the browser's words.
    pub async fn until(&self, is_so: fn(&T) -> bool) -> Result<(), String> {
        loop {
            if let Some(failure) = &*self.heard.failure.borrow() {
                return Err(failure.clone());
            }
            if is_so(&self.heard.said.borrow()) {
                return Ok(());
            }
            let turn = Promise::new(&mut |wake, _| *self.heard.wake.borrow_mut() = Some(wake));
            // A promise that nothing rejects.
            drop(JsFuture::from(turn).await);
        }
    }

    /// Whether the worker has not failed yet.
    pub fn is_well(&self) -> bool {
        self.heard.failure.borrow().is_none()
    }

    /// Ends the worker, whatever it is at; who waits for it is told that it failed.
    pub fn stop(&self) {
        self.worker.terminate();
        self.heard.fail("stopped".to_owned());
    }
}

impl<T> Drop for Line<T> {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

impl<T> Heard<T> {
    fn fail(&self, failure: String) {
        *self.failure.borrow_mut() = Some(failure);
        self.wake();
    }

    fn wake(&self) {
        let wake = self.wake.borrow_mut().take();
        if let Some(wake) = wake {
            // A resolved promise has nothing to refuse.
            drop(wake.call0(&JsValue::UNDEFINED));
        }
    }
}

/// Starts a worker.
fn start(name: &str) -> Result<Worker, JsValue> {
    let glue = glue().ok_or_else(|| JsValue::from("reflet:start"))?;
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    options.set_name(name);
    // The glue's name has a hash, so that no old script stays in a cache beside a new page.
    let version = glue.rsplit('/').next().unwrap_or_default();
    let worker = Worker::new_with_options(&format!("reader.js?{version}"), &options)?;
    worker.post_message(&Array::of2(&glue.into(), &wasm_bindgen::module()))?;
    Ok(worker)
}

/// Where the page's own glue is, as the build left it in the page.
fn glue() -> Option<String> {
    let meta = document().query_selector("meta[name='reflet:start']").ok().flatten()?;
    let name = meta.dyn_into::<HtmlMetaElement>().ok()?.get_attribute("data-js")?;
    Some(Url::new_with_base(&name, &document().base_uri().ok().flatten()?).ok()?.href())
}
