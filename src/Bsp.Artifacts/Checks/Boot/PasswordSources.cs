using Bsp.Model;

namespace Bsp.Artifacts.Checks.Boot;

/// <summary>
/// BSP5014: a device without a factory password stops with NO FACTORY PASSWORD FOUND (Infix, <c>/usr/libexec/infix/init.d/00-probe</c>).
/// </summary>
internal sealed class PasswordSources : InfixCheck
{
    protected override IEnumerable<Finding> Check(Board board, InfixBoard infix, InfixDistribution distribution)
    {
        if (infix.PasswordInVpd && infix.Settings is { Vpds.Count: 0, FactoryPasswordHash: null } && !board.DeviceTrees.Any(HasVpds))
        {
            yield return new(
                Rules.NoPassword, infix,
                $"the factory password of board '{board.Id}' is said to be in its VPD, but Settings.Vpds names no memory with one; "
                + "name the memory's label, or drop PasswordInVpd");
        }
    }

    private static bool HasVpds(DeviceTree tree) =>
        tree.Edits.Any(
            node => node.Name == "/chosen/infix"
                && node.Properties.Any(property => property.Name.Value is "vpds" or "factory-password-hash"));
}
