/** A click that follows a link in this page: not one that opens another tab, nor one taken already. */
export function isPlainClick(event: MouseEvent): boolean {
	const { button, ctrlKey, metaKey, shiftKey, altKey, defaultPrevented } = event;
	return button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey && !defaultPrevented;
}
