// Stands in for packages that only guard against being bundled for the browser.
export {};
