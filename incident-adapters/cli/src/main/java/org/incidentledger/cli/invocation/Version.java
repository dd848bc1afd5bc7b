package org.incidentledger.cli.invocation;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version that the build put into the jar. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {
            "incident " + Objects.requireNonNullElse(version, "(built from source)"), "Java ${java.version}"
        };
    }
}
