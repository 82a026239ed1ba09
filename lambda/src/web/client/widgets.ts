/// <reference lib="dom" />
// Entry of the widget page's script; its parts come with that page.
export {};
