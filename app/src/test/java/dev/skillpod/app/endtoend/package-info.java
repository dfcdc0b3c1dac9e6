/** The whole service over HTTP: real embedded PostgreSQL, real starter world, real training; one boot for all classes. */
package dev.skillpod.app.endtoend;
