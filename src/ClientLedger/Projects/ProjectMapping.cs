using ClientLedger.Storage;

namespace ClientLedger.Projects;

internal sealed class ProjectMapping() : RecordMapping<Project>(ProjectFields.Entity);
