package dev.skillpod.app.http.access;

/** The roles as the wire spells them. */
enum KeyRole {
    caller,
    ingest,
    admin
}
