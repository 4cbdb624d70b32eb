// Runs before the first paint: theme, language, and the messages while the page starts.
// In the JavaScript of 2015, so that an old browser can show the message that it is too old.
(function () {
  'use strict';

  var SLOW_AFTER_MS = 4000;

  var SENTENCES = {
    fr: {
      loading: 'Chargement de la page…',
      slow: 'Connexion lente : le chargement continue…',
      left: 'Connexion lente : {n} Mo restants…',
      received: 'Connexion lente : {n} Mo reçus…',
      starting: 'Démarrage…',
      old: 'Ce navigateur est trop ancien pour Reflet. Ouvrez cette page dans une version récente de Firefox, Chrome, Edge ou Safari.',
      file: 'La page n’a pas pu démarrer : un de ses fichiers n’a pas pu être chargé.',
      crash: 'La page n’a pas pu démarrer : une erreur s’est produite.',
      safe: 'Votre travail enregistré dans ce navigateur est intact. Vérifiez votre connexion, puis rechargez la page.',
      reload: 'Recharger la page',
    },
    en: {
      loading: 'Loading the page…',
      slow: 'Slow connection: still loading…',
      left: 'Slow connection: {n} MB left…',
      received: 'Slow connection: {n} MB received…',
      starting: 'Starting…',
      old: 'This browser is too old for Reflet. Please open this page in a recent Firefox, Chrome, Edge or Safari.',
      file: 'The page could not start: one of its files could not be loaded.',
      crash: 'The page could not start: an error occurred.',
      safe: 'Your work stored in this browser is untouched. Check your connection, then reload the page.',
      reload: 'Reload the page',
    },
  };

  // Storage throws where cookies are blocked; the page starts all the same.
  function stored(key) {
    try {
      return window.localStorage.getItem(key);
    } catch (error) {
      return null;
    }
  }

  function known(language) {
    return language === 'fr' || language === 'en' ? language : null;
  }

  function fromBrowser() {
    var wanted = navigator.languages || [navigator.language || ''];
    for (var i = 0; i < wanted.length; i += 1) {
      var language = known(wanted[i].slice(0, 2).toLowerCase());
      if (language) return language;
    }
    return null;
  }

  function fromAddress() {
    var found = /[?&]lang=([a-z]+)/.exec(window.location.search);
    return found ? known(found[1]) : null;
  }

  var root = document.documentElement;
  var language = fromAddress() || known(stored('reflet:lang')) || fromBrowser() || 'fr';
  var say = SENTENCES[language];
  var theme = stored('reflet:theme');
  root.lang = language;
  if (theme === 'light' || theme === 'dark') root.setAttribute('data-theme', theme);

  var began = Date.now();
  var failure = null;
  var progress = null;

  function sentence() {
    if (failure) return say[failure.kind];
    if (Date.now() - began < SLOW_AFTER_MS) return say.loading;
    if (!progress) return say.slow;
    if (progress.total && progress.received >= progress.total) return say.starting;
    var bytes = progress.total ? progress.total - progress.received : progress.received;
    var megabytes = (bytes / 1e6).toLocaleString(language, { maximumFractionDigits: 1, minimumFractionDigits: 1 });
    return say[progress.total ? 'left' : 'received'].replace('{n}', megabytes);
  }

  function show() {
    var text = document.getElementById('boot-text');
    if (!text) return;
    text.textContent = sentence();
    if (!failure) return;
    text.setAttribute('role', 'alert');
    if (failure.kind === 'old') return;
    var button = document.getElementById('boot-reload');
    document.getElementById('boot-detail').textContent = say.safe;
    button.textContent = say.reload;
    button.hidden = false;
    button.onclick = function () {
      window.location.reload();
    };
  }

  // Only the first failure is shown: later ones are its consequences.
  function fail(kind) {
    failure = failure || { kind: kind };
    show();
  }

  // start.js asks and reports here.
  window.refletBoot = {
    failed: function () {
      return failure !== null;
    },
    progress: function (received, total) {
      progress = { received: received, total: total };
      show();
    },
    fail: fail,
  };

  // Catches, in the capturing phase, a script or a style sheet of the page that fails to load.
  window.addEventListener(
    'error',
    function (event) {
      var target = event.target || {};
      if (target.tagName === 'SCRIPT' || target.rel === 'stylesheet') fail('file');
    },
    true
  );

  var modern =
    'noModule' in document.createElement('script') &&
    typeof WebAssembly === 'object' &&
    typeof TransformStream === 'function';
  if (!modern) fail('old');

  document.addEventListener('DOMContentLoaded', show);
  window.setTimeout(show, SLOW_AFTER_MS + 50);
})();
