package org.incidentledger.benchmarks;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import java.util.List;
import java.util.function.Function;
import org.hibernate.cfg.JdbcSettings;
import org.hibernate.cfg.SchemaToolingSettings;
import org.hibernate.envers.AuditReaderFactory;
import org.hibernate.envers.DefaultRevisionEntity;
import org.hibernate.envers.query.AuditEntity;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.incidentledger.core.incident.IncidentCommand;
import org.incidentledger.core.incident.LifecycleCommand;

/** What a service would use instead: Hibernate, with Envers keeping every state that an incident had. */
final class EnversAudit implements Contestant {
    private static final int PAGE = 1_000;
    private static final String ACTOR = "staff/bench";

    private final Pool pool;
    private final EntityManagerFactory entities;

    EnversAudit(Pool pool) {
        this.pool = pool;
        this.entities = new HibernatePersistenceConfiguration("incidents")
                .managedClass(AuditedIncident.class)
                .property(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, pool.dataSource())
                .property(SchemaToolingSettings.HBM2DDL_AUTO, "create")
                .createEntityManagerFactory();
    }

    @Override
    public boolean carryOut(IncidentCommand command) {
        return inTransaction(manager -> carryOut(manager, command));
    }

    /** The rows that Envers wrote, as entities: the state after each change and its revision, page by page from revision to revision. */
    @Override
    public long readAll() {
        long read = 0;
        List<?> page = page(0);
        while (!page.isEmpty()) {
            read += page.stream().filter(EnversAudit::isState).count();
            page = page(revision(page.getLast()));
        }
        return read;
    }

    @Override
    public void close() {
        try (pool) {
            entities.close();
        }
    }

    private static boolean carryOut(EntityManager manager, IncidentCommand command) {
        if (command instanceof LifecycleCommand.ReportIncident report) {
            manager.persist(new AuditedIncident(report, ACTOR));
            return true;
        }
        AuditedIncident incident =
                manager.find(AuditedIncident.class, command.incident().value());
        return incident != null && incident.apply(command, ACTOR);
    }

    private List<?> page(int after) {
        return inTransaction(manager -> AuditReaderFactory.get(manager)
                .createQuery()
                .forRevisionsOfEntity(AuditedIncident.class, false, true)
                .add(AuditEntity.revisionNumber().gt(after))
                .addOrder(AuditEntity.revisionNumber().asc())
                .setMaxResults(PAGE)
                .getResultList());
    }

    private static boolean isState(Object row) {
        return row instanceof Object[] columns
                && columns[0] instanceof AuditedIncident incident
                && incident.characters() > 0;
    }

    private static int revision(Object row) {
        if (row instanceof Object[] columns && columns[1] instanceof DefaultRevisionEntity revision) {
            return revision.getId();
        }
        throw new IllegalStateException("Envers answered with no revision");
    }

    private <T> T inTransaction(Function<EntityManager, T> work) {
        try (EntityManager manager = entities.createEntityManager()) {
            EntityTransaction transaction = manager.getTransaction();
            transaction.begin();
            try {
                T result = work.apply(manager);
                transaction.commit();
                return result;
            } catch (RuntimeException e) {
                if (transaction.isActive()) {
                    transaction.rollback();
                }
                throw e;
            }
        }
    }
}
