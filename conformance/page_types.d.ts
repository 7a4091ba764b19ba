// What the check of the page's modules takes for granted: that an element has the members that it is asked
// for, which depends on its kind, and what not every browser has.

interface EventTarget {
    [member: string]: any;
}
