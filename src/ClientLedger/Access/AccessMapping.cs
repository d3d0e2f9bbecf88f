using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ClientLedger.Access;

internal sealed class TeamMapping : IEntityTypeConfiguration<Team>
{
    public void Configure(EntityTypeBuilder<Team> builder)
    {
        builder.ToTable("Teams").HasKey(team => new { team.TenantId, team.Id });
        builder.Property(team => team.Id).ValueGeneratedNever();
        builder.Property(team => team.Name).HasMaxLength(Role.MaxName);
        builder.HasOne<Team>().WithMany().HasForeignKey(team => new { team.TenantId, team.ParentId }).OnDelete(DeleteBehavior.NoAction);
    }
}

internal sealed class TeamMemberMapping : IEntityTypeConfiguration<TeamMember>
{
    public void Configure(EntityTypeBuilder<TeamMember> builder)
    {
        builder.ToTable("TeamMembers").HasKey(member => new { member.TenantId, member.TeamId, member.PersonId });
        builder.HasOne<Team>().WithMany().HasForeignKey(member => new { member.TenantId, member.TeamId }).OnDelete(DeleteBehavior.NoAction);
    }
}

internal sealed class RoleMapping : IEntityTypeConfiguration<Role>
{
    public void Configure(EntityTypeBuilder<Role> builder)
    {
        builder.ToTable("Roles").HasKey(role => new { role.TenantId, role.Id });
        builder.Property(role => role.Id).ValueGeneratedNever();
        builder.Property(role => role.Name).HasMaxLength(Role.MaxName);
        builder.HasIndex(role => new { role.TenantId, role.Name }).IsUnique();
    }
}

internal sealed class RoleGrantMapping : IEntityTypeConfiguration<RoleGrant>
{
    public void Configure(EntityTypeBuilder<RoleGrant> builder)
    {
        builder.ToTable("RoleGrants").HasKey(grant => new { grant.TenantId, grant.RoleId, grant.Position });
        builder.Property(grant => grant.Entity).HasMaxLength(Role.MaxName);
        builder.HasOne<Role>().WithMany().HasForeignKey(grant => new { grant.TenantId, grant.RoleId }).OnDelete(DeleteBehavior.NoAction);
    }
}

internal sealed class RoleMemberMapping : IEntityTypeConfiguration<RoleMember>
{
    public void Configure(EntityTypeBuilder<RoleMember> builder)
    {
        builder.ToTable("RoleMembers").HasKey(member => new { member.TenantId, member.RoleId, member.PersonId });
        builder.HasOne<Role>().WithMany().HasForeignKey(member => new { member.TenantId, member.RoleId }).OnDelete(DeleteBehavior.NoAction);
    }
}

internal sealed class ShareMapping : IEntityTypeConfiguration<Share>
{
    public void Configure(EntityTypeBuilder<Share> builder)
    {
        builder.ToTable("Shares", table => table.HasCheckConstraint(
            "CK_Shares_OneParty", """("PersonId" IS NULL AND "TeamId" IS NOT NULL) OR ("PersonId" IS NOT NULL AND "TeamId" IS NULL)"""));
        builder.HasKey(share => new { share.TenantId, share.Id });
        builder.Property(share => share.Id).ValueGeneratedNever();
        builder.HasIndex(share => new { share.TenantId, share.EntityId, share.PersonId, share.RecordId });
        builder.HasIndex(share => new { share.TenantId, share.EntityId, share.TeamId, share.RecordId });
        builder.HasOne<Team>().WithMany().HasForeignKey(share => new { share.TenantId, share.TeamId }).OnDelete(DeleteBehavior.NoAction);
    }
}
