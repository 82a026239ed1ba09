/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** Attributes of a new element: texts as they are, true as present, false and undefined as absent, `on…` listeners. */
export type Attributes = Readonly<
  Record<string, string | number | boolean | undefined | ((event: Event) => void)>
>;
type Child = Node | string | undefined;

/** Makes an HTML element; undefined children are left out. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  fill(element, attributes, children);
  return element;
}

/** Makes an SVG element. */
export function svg<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[Tag] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  fill(element, attributes, children);
  return element;
}

function fill(element: Element, attributes: Attributes, children: readonly Child[]): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name.replace(/^on/, ''), value);
    else if (value !== undefined && value !== false)
      element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.filter((child) => child !== undefined));
}

/** The page's element of this id and kind; a page without it is broken. */
export function part<E extends Element>(id: string, kind: abstract new () => E): E {
  const element = document.getElementById(id);
  if (element instanceof kind) return element;
  throw new Error(`the page has no ${kind.name} #${id}`);
}

/** How a list is kept in step with its items. */
export interface ListPlan<Item> {
  readonly keyOf: (item: Item) => string;
  readonly draw: (item: Item) => HTMLElement;
}

const drawnFrom = new WeakMap<Element, string>();

/**
 * Brings the children of `parent` in step with `items`. What did not change keeps its element, and with it focus and
 * open parts; a `<details>` that is drawn again stays as open as it was.
 */
export function keepList<Item>(
  parent: Element,
  items: readonly Item[],
  { keyOf, draw }: ListPlan<Item>,
): void {
  const before = new Map([...parent.children].map((child) => [child.getAttribute('data-key') ?? '', child]));
  const children = items.map((item) => {
    const key = keyOf(item);
    const source = JSON.stringify(item);
    const old = before.get(key);
    if (old !== undefined && drawnFrom.get(old) === source) return old;
    const element = draw(item);
    element.setAttribute('data-key', key);
    drawnFrom.set(element, source);
    if (old instanceof HTMLDetailsElement && element instanceof HTMLDetailsElement) element.open = old.open;
    return element;
  });
  const same =
    children.length === parent.children.length &&
    children.every((child, at) => parent.children[at] === child);
  if (!same) parent.replaceChildren(...children);
}

/**
 * Updates a list of `<details>`, the newest first, by `update`; when that brings a new one (by `keys`), it alone is open.
 * What a person opened or closed later stays.
 */
export function openNewest(list: Element, keys: readonly string[], update: () => void): void {
  const isNew = keys[0] !== undefined && list.firstElementChild?.getAttribute('data-key') !== keys[0];
  update();
  if (isNew) [...list.children].forEach((item, at) => item.toggleAttribute('open', at === 0));
}
