/** Tests of the cache, on a real Redis where Redis is meant. */
package dev.skillpod.cache;
