// Starts Altair, the explorer of the API, on this ledger. Nothing of what is written in it is kept: keys may stand there.
(() => {
  // Altair takes every link of the window for one that leads out of it, and follows none.
  document.querySelector('.cl-explorer-bar').addEventListener('click', event => event.stopPropagation());

  const { endpoint, language, space, query } = document.getElementById('explorer').dataset;
  window.AltairGraphQL.init({
    endpointURL: endpoint,
    initialQuery: query,
    initialSettings: { theme: 'light', language, 'schema.reloadOnStart': true, disablePushNotification: true, 'banners.disable': true, 'alert.disableUpdateNotification': true },
    initialName: 'ClientLedger',
    instanceStorageNamespace: space,
    preserveState: false,
    disableAccount: true,
  });
})();
