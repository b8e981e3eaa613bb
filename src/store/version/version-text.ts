/** How the version of the data is read and told. */
import { versionTable } from '../../resource/statements';

/** Reads the version; no row stands for a database that was never filled. */
export const versionText = `SELECT version FROM ${versionTable.name} WHERE id = 1`;

/** The channel of PostgreSQL on which each write tells the version that it makes. */
export const versionChannel = versionTable.name;
