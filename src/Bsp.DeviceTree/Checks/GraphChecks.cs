namespace Bsp.DeviceTrees.Checks;

/// <summary>Graphs: ports of devices, whose endpoints name each other (scripts/dtc/checks.c).</summary>
internal static class GraphChecks
{
    /// <summary>The checks, in dtc's order.</summary>
    public static IEnumerable<Check> Make()
    {
        var nodes = new Check("graph_nodes", Nodes) { Among = nodes => nodes.ParentsOf(IsNamedEndpoint, "remote-endpoint") }.Warns();
        var port = new Check("graph_port", Port, nodes).Warns();
        var endpoint = new Check("graph_endpoint", Endpoint, nodes).Warns();
        return [nodes, new Check("graph_child_address", ChildAddress, nodes, port, endpoint).Warns(), port, endpoint];
    }

    private static bool IsNamedEndpoint(TreeNode node) => node.IsNamed("endpoint");

    private static void Nodes(CheckRun run, Check check, TreeNode node)
    {
        var hasEndpoint = false;
        foreach (var child in node.Children)
        {
            if (!IsNamedEndpoint(child) && child.Property("remote-endpoint") is null)
                continue;
            hasEndpoint = true;
            if (node.Parent is null)
                run.Report(check, node, $"root node contains endpoint node '{child.Name}', potentially misplaced remote-endpoint property");
        }

        if (node.Parent is null || !hasEndpoint)
            return;
        run.InfoOf(node).Bus = BusKind.GraphPort;
        // Around a port there is a node of ports, or the device itself.
        if (run.InfoOf(node.Parent) is { Bus: BusKind.None } parent && (node.Parent.Name == "ports" || node.Property("reg") is not null))
            parent.Bus = BusKind.GraphPorts;
    }

    private static void ChildAddress(CheckRun run, Check check, TreeNode node)
    {
        var info = run.InfoOf(node);
        if (info.Bus is not (BusKind.GraphPort or BusKind.GraphPorts))
            return;
        // One that has another address than 0 needs it.
        if (node.Children.Any(child => child.Property("reg") is { Value.Cell: not 0 }))
            return;
        if (node.Children.Count() == 1 && info.HasAddressCells)
        {
            run.Report(
                check, node, $"graph node has single child node '{node.ChildList[0].Name}', #address-cells/#size-cells are not necessary");
        }
    }

    private static void Port(CheckRun run, Check check, TreeNode node)
    {
        if (run.InfoOf(node).Bus != BusKind.GraphPort)
            return;
        Reg(run, check, node);
        // An overlay names nodes of the tree that it is for.
        if (!run.Tree.IsPlugin && node.BaseName != "port")
            run.Report(check, node, "graph port node name should be 'port'");
    }

    private static void Endpoint(CheckRun run, Check check, TreeNode node)
    {
        if (node.Parent is null || run.InfoOf(node.Parent).Bus != BusKind.GraphPort)
            return;
        Reg(run, check, node);
        if (run.Tree.IsPlugin)
            return;
        if (node.BaseName != "endpoint")
            run.Report(check, node, "graph endpoint node name should be 'endpoint'");
        if (RemoteEndpoint(run, check, node) is { } remote && RemoteEndpoint(run, check, remote) != node)
            run.Report(check, node, $"graph connection to node '{remote.Path}' is not bidirectional");
    }

    private static TreeNode? RemoteEndpoint(CheckRun run, Check check, TreeNode endpoint)
    {
        // In an overlay it may be elsewhere.
        if (endpoint.Property("remote-endpoint") is not { Value.Cell: { } phandle } property || !Phandles.IsValid(phandle))
            return null;
        var remote = run.Phandles.Find(phandle);
        if (remote is null)
            run.Report(check, endpoint, property, "graph phandle is not valid");
        return remote;
    }

    private static void Reg(CheckRun run, Check check, TreeNode node)
    {
        if (node.Property("reg") is not { } reg)
            return;
        if (reg.Value.Cell is not { } address)
        {
            run.Report(check, node, "graph node malformed 'reg' property");
            return;
        }

        if (node.UnitAddress != $"{address:x}")
            run.Report(check, node, $"graph node unit address error, expected \"{address:x}\"");
        if (node.Parent is null)
            return;
        // The numbers of the parent, at the properties of the node: so does dtc.
        var parent = run.InfoOf(node.Parent);
        if (parent.AddressCells != 1)
            run.Report(check, node, node.Property("#address-cells"), $"graph node '#address-cells' is {parent.AddressCells}, must be 1");
        if (parent.SizeCells != 0)
            run.Report(check, node, node.Property("#size-cells"), $"graph node '#size-cells' is {parent.SizeCells}, must be 0");
    }
}
