package org.incidentledger.embedded;

import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.incidentledger.core.axon.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Tells the progress of a view once a batch is committed. It sees every event, also those that become dead letters without ever
 * reaching the projection: the view has come past them.
 */
record ProgressInterceptor(String view, ViewProgress progress) implements MessageHandlerInterceptor<EventMessage<?>> {
    @Override
    public @Nullable Object handle(UnitOfWork<? extends EventMessage<?>> work, InterceptorChain chain)
            throws Exception {
        position(work.root()).set(Headers.position(work.getMessage()));
        return chain.proceed();
    }

    private AtomicLong position(UnitOfWork<?> batch) {
        return batch.getOrComputeResource(ProgressInterceptor.class.getName(), name -> {
            AtomicLong last = new AtomicLong(ViewProgress.NOTHING);
            batch.afterCommit(committed -> progress.reached(view, last.get()));
            batch.onRollback(failed -> progress.doubt(view));
            return last;
        });
    }
}
