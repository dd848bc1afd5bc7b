package org.incidentledger.embedded;

import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.jspecify.annotations.Nullable;

/** Keeps the result of a command that was carried out on the thread that sent it. */
final class DispatchResult implements CommandCallback<Object, Object> {
    private @Nullable CommandResultMessage<?> result;

    @Override
    public void onResult(CommandMessage<?> command, CommandResultMessage<?> answer) {
        result = answer;
    }

    CommandResultMessage<?> get() {
        if (result == null) {
            throw new IllegalStateException("the command bus did not answer on the thread of the sender");
        }
        return result;
    }
}
