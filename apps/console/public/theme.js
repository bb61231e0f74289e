// Applies the chosen theme before the first paint; a file of its own because the page allows no inline script.
(function () {
  var theme = null;
  try {
    theme = localStorage.getItem('wir.theme');
  } catch (error) {
    theme = null;
  }
  var dark = theme === 'dark' || (theme !== 'light' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-kern-theme', dark ? 'dark' : 'light');
})();
