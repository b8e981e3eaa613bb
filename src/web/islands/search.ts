/** Suggests what a search finds while one types it; see src/web/pages/parts/search-field.tsx. */
export {};
