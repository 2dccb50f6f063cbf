// The last module: from here on the page is scripted, and what only serves script-less pages may hide.
document.documentElement.classList.add("scripted");
