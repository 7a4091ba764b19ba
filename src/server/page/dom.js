// Elements, and one tree of them made like another.

// Elements that have been given a value. What stands in others is the user's own.
const valued = new WeakSet();

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
        } else if (value !== null && value !== false && value !== undefined) {
            element.setAttribute(name, value === true ? "" : value);
        }
    }
    return element;
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
            old.insertBefore(wanted, at);
            continue;
        }
        if (kept === at) at = at.nextSibling;
        else old.insertBefore(kept, at);
        become(kept, wanted);
    }
    while (at) {
        const next = at.nextSibling;
        at.remove();
        at = next;
    }
}

function become(kept, wanted) {
    if (kept.nodeType !== Node.ELEMENT_NODE) {
        if (kept.data !== wanted.data) kept.data = wanted.data;
        return;
    }
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
