// Elements, and one tree of them made like another.

// Elements that have been given a value. What stands in others is the user's own.
const valued = new WeakSet();
// Those that hold such elements, and these themselves.
const holding = new WeakSet();

/**
 * An element. An attribute that is `true` is there, one that is `false` or `null` is not.
 * `value` and `checked` are what the user sees and not the attributes.
 */
export function h(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    element.append(
        ...children.flat(Infinity).filter(child => child !== null && child !== false && child !== undefined),
    );
    for (const [name, value] of Object.entries(attributes)) {
        if (name === "value" || name === "checked") {
            element[name] = value;
            valued.add(element);
            holding.add(element);
        } else if (value !== null && value !== false && value !== undefined) {
            element.setAttribute(name, value === true ? "" : value);
        }
    }
    for (const child of element.children) if (holding.has(child)) holding.add(element);
    return element;
}

// What parts of the page were made of when they were last made, by their keys, and how those would be made
// that are as they were.
const madeOf = new Map();
const unmade = new WeakMap();

/**
 * A part of the page, an element that is a `div` with this `data-key`: made anew only if it is to be made of
 * something else than before.
 */
export function part(key, of, make) {
    const now = JSON.stringify(of);
    if (madeOf.get(key) !== now) {
        madeOf.set(key, now);
        return make();
    }
    const asBefore = h("div", { "data-key": key });
    unmade.set(asBefore, make);
    return asBefore;
}

const nameOf = node => node.id || node.dataset?.key || "";

/**
 * Makes the children of an element like the given ones, and keeps every element that can be kept,
 * so that focus, the place in a text and scroll stay where they are.
 */
export function redraw(element, ...children) {
    const focused = document.activeElement?.id;
    alike(element, h(element.localName, {}, ...children));
    // An element that has changed places has lost the focus.
    if (focused && document.activeElement === document.body)
        document.getElementById(focused)?.focus({ preventScroll: true });
}

function alike(old, fresh) {
    const named = new Map();
    for (const node of old.childNodes) if (nameOf(node)) named.set(nameOf(node), node);
    let at = old.firstChild;
    for (const wanted of [...fresh.childNodes]) {
        const name = nameOf(wanted);
        const kept = name ? named.get(name) : at && !nameOf(at) ? at : null;
        if (!kept || kept.nodeName !== wanted.nodeName || kept.type !== wanted.type) {
            old.insertBefore(whole(wanted), at);
            continue;
        }
        if (kept === at) at = at.nextSibling;
        else old.insertBefore(kept, at);
        if (!unmade.has(wanted)) become(kept, wanted);
    }
    while (at) {
        const next = at.nextSibling;
        at.remove();
        at = next;
    }
}

/** An element with all its parts, of which some may have been taken away since they were made. */
function whole(wanted) {
    const made = unmade.get(wanted);
    if (made) return made();
    if (wanted.nodeType === Node.ELEMENT_NODE)
        for (const inside of wanted.querySelectorAll("[data-key]"))
            unmade.has(inside) && inside.replaceWith(whole(inside));
    return wanted;
}

function become(kept, wanted) {
    if (kept.nodeType !== Node.ELEMENT_NODE) {
        if (kept.data !== wanted.data) kept.data = wanted.data;
        return;
    }
    // The browser itself compares much quicker, but not the values of fields.
    if (!holding.has(wanted) && kept.isEqualNode(wanted)) return;
    // Whether something is unfolded is the user's choice.
    const isOwn = name => name === "open" && kept.localName === "details";
    for (const { name } of [...kept.attributes])
        if (!wanted.hasAttribute(name) && !isOwn(name)) kept.removeAttribute(name);
    for (const { name, value } of wanted.attributes)
        if (kept.getAttribute(name) !== value && !isOwn(name)) kept.setAttribute(name, value);
    if (kept.localName === "textarea") {
        if (kept.value !== wanted.value) kept.value = wanted.value;
        return;
    }
    alike(kept, wanted);
    if (!valued.has(wanted)) return;
    // Which file is chosen is the user's choice too.
    const isText = "value" in kept && kept.localName !== "li" && kept.type !== "file";
    if (isText && kept.value !== wanted.value) kept.value = wanted.value;
    if ("checked" in kept && kept.checked !== wanted.checked) kept.checked = wanted.checked;
}

/** A Swedish text; what stands between grave accents in it is to be typed as it stands. */
export function inline(text) {
    return String(text)
        .split("`")
        .map((part, at) => (at % 2 ? h("code", {}, part) : part));
}

/** A text as a whole sentence. */
export function sentence(text) {
    const whole = /[.!?:”]$/.test(text) ? text : `${text}.`;
    return inline(whole.charAt(0).toUpperCase() + whole.slice(1));
}

/** Says something to those who can't see that it has changed, without taking the focus. */
export function say(text) {
    document.getElementById("polite").textContent = text;
}
