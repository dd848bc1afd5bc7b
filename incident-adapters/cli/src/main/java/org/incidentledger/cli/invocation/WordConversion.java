package org.incidentledger.cli.invocation;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.incidentledger.core.decision.ActorRef;
import org.incidentledger.core.vocabulary.InvalidValueException;
import org.incidentledger.core.vocabulary.Quoted;
import org.incidentledger.core.vocabulary.Words;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** Teaches picocli the written forms of the domain: enumerations as kebab-case words, references, strict UUIDs. */
public final class WordConversion {
    private static final int UUID_LENGTH = 36;

    private WordConversion() {}

    /** Registers the converters of a command and of all its subcommands. */
    public static void register(CommandLine command) {
        command.registerConverter(ActorRef.class, text -> valid(() -> new ActorRef(text)));
        command.registerConverter(UUID.class, WordConversion::uuid);
        spell(command.getCommandSpec());
        command.getSubcommands().values().forEach(WordConversion::register);
    }

    private static void spell(CommandSpec command) {
        for (OptionSpec option : List.copyOf(command.options())) {
            Class<?> type = valueType(option);
            if (type.isEnum() && !option.inherited()) {
                OptionSpec spelled = spelled(option, type.asSubclass(Enum.class));
                command.remove(option);
                command.addOption(spelled);
            }
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static OptionSpec spelled(OptionSpec option, Class<? extends Enum> type) {
        ITypeConverter<?> converter = word -> valid(() -> Words.parse((Class) type, word));
        return OptionSpec.builder(option)
                .converters(converter)
                .completionCandidates(
                        Arrays.stream(type.getEnumConstants()).map(Words::of).toList())
                .build();
    }

    private static Class<?> valueType(ArgSpec option) {
        Class<?>[] auxiliary = option.auxiliaryTypes();
        return option.isMultiValue() && auxiliary.length > 0 ? auxiliary[0] : option.type();
    }

    private static UUID uuid(String text) {
        try {
            if (text.length() == UUID_LENGTH) {
                return UUID.fromString(text);
            }
        } catch (IllegalArgumentException e) {
            throw notUuid(text, e);
        }
        throw notUuid(text, null);
    }

    private static TypeConversionException notUuid(
            String text, @org.jspecify.annotations.Nullable IllegalArgumentException cause) {
        TypeConversionException problem =
                new TypeConversionException("'%s' is no UUID; use one such as 6f1c7a52-6d0e-4a56-9d0b-1f6a7c1f7d11"
                        .formatted(Quoted.shorten(text)));
        if (cause != null) {
            problem.initCause(cause);
        }
        return problem;
    }

    private static <T> T valid(java.util.function.Supplier<T> value) {
        try {
            return value.get();
        } catch (InvalidValueException e) {
            TypeConversionException problem = new TypeConversionException(String.valueOf(e.getMessage()));
            problem.initCause(e);
            throw problem;
        }
    }
}
