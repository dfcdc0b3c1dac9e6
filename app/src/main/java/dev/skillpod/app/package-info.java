/** The service and the command line. {@link dev.skillpod.app.SkillPod} is where every process begins. */
@NullMarked
package dev.skillpod.app;

import org.jspecify.annotations.NullMarked;
