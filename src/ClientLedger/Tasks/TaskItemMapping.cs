using ClientLedger.Storage;

namespace ClientLedger.Tasks;

internal sealed class TaskItemMapping() : RecordMapping<TaskItem>(TaskItemFields.Entity);
