// Offers come anew while the list is open, but not while somebody is saying why not.
addEventListener('htmx:beforeRequest', event => {
  const asked = event.detail.elt;
  if (asked.id === 'offers-mine' && asked.querySelector('.ask')) event.preventDefault();
});
