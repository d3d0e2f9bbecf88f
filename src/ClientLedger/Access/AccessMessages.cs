using ClientLedger.Messages;

namespace ClientLedger.Access;

internal static class AccessMessages
{
    public static readonly MessageCode EntityUnknown = new("access.entityUnknown",
        "A grant names '{entity}', which is no kind of record. Give the name of an entity, like customer.",
        "授权中的“{entity}”不是记录类型。请填写如 customer 的记录类型名称。");

    public static readonly MessageCode FieldUnknown = new("access.fieldUnknown",
        "A grant on {entity} names the field '{field}', which doesn't exist. Correct the name or leave it out.",
        "对 {entity} 的授权中提到的字段“{field}”不存在。请更正名称或去掉它。");

    public static readonly MessageCode FieldDerived = new("access.fieldDerived",
        "A grant lets {field} of {entity} be written, which the product computes itself. Allow reading only.",
        "授权允许写入 {entity} 的 {field}，但该字段由系统计算。请只授予读取权限。");

    public static readonly MessageCode WriteUnseen = new("access.writeUnseen",
        "A grant lets {field} of {entity} be written but not seen. Let it be seen, at least masked, or don't let it be written.",
        "授权允许写入却不允许查看 {entity} 的 {field}。请至少允许脱敏查看，或不允许写入。");

    public static readonly MessageCode NoReference = new("access.noReference",
        "A record rule of {entity} goes through '{field}', which is no reference of it. Give a reference field, like customer.",
        "{entity} 的记录规则经由“{field}”，但它不是该记录的引用字段。请填写如 customer 的引用字段。");

    public static readonly MessageCode NoRelation = new("access.noRelation",
        "A record rule of {entity} names the list '{relation}', which it doesn't have. Give a list of it, like orders.",
        "{entity} 的记录规则提到的列表“{relation}”不存在。请填写如 orders 的列表名称。");

    public static readonly MessageCode NoField = new("access.noField",
        "A record rule needs the field {field}, which {entity} doesn't have. Choose another rule, or go through a reference to a record that has it.",
        "记录规则需要字段 {field}，但 {entity} 没有该字段。请选择其他规则，或通过引用具有该字段的记录来设定。");

    public static readonly MessageCode RoleNameTaken = new("access.roleNameTaken",
        "There is already a role called '{name}'. Choose another name.",
        "已有名为“{name}”的角色。请换一个名称。");

    public static readonly MessageCode RoleName = new("access.roleName",
        "A role needs a name of at most {max} characters.",
        "请填写角色名称，最多 {max} 个字符。");

    public static readonly MessageCode TooManyGrants = new("access.tooManyGrants",
        "With this somebody would have {count} grants on {entity}, of at most {max} from all roles together. Join grants that have the same rights, or take another role away first.",
        "这样会使某人对 {entity} 拥有 {count} 项授权，而所有角色合计最多 {max} 项。请合并权限相同的授权，或先取消其他角色。");

    public static readonly MessageCode OwnersOnly = new("access.ownersOnly",
        "Only an owner of this ledger may change its settings. Ask one of them.",
        "只有台账所有者才能修改设置，请联系所有者。");

    public static readonly MessageCode OwnerFixed = new("access.ownerFixed",
        "The role '{name}' has every right and can't be given others. Make a new role.",
        "角色“{name}”拥有全部权限，不能更改授权。请新建一个角色。");
}
