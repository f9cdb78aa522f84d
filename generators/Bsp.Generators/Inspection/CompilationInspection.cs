using Bsp.Artifacts.Checks;
using Bsp.Generators.Diagnostics;
using Bsp.Generators.Evaluation;
using Bsp.Model;
using Microsoft.CodeAnalysis;

namespace Bsp.Generators.Inspection;

/// <summary>All diagnostics of a compilation, found in one pass in a fixed order and handed out by member.</summary>
internal sealed class CompilationInspection(Compilation compilation, PlatformSnapshots platform, EvaluationCache cache)
{
    private readonly object _gate = new();

    private Dictionary<ISymbol, List<Diagnostic>>? _diagnostics;

    public IReadOnlyList<Diagnostic> DiagnosticsOf(ISymbol member, CancellationToken cancel)
    {
        lock (_gate)
        {
            _diagnostics ??= new Pass(compilation, platform, cache, cancel).Run();
            return _diagnostics.TryGetValue(member, out var diagnostics) ? diagnostics : [];
        }
    }

    private sealed class Pass(Compilation compilation, PlatformSnapshots platform, EvaluationCache cache, CancellationToken cancel)
    {
        private readonly Dictionary<ISymbol, List<Diagnostic>> _diagnostics = new(SymbolEqualityComparer.Default);

        // Two boards that share a layer share what is wrong with it: it is said once.
        private readonly HashSet<(string Id, SourceLocation Location, string Message)> _reported = [];

        public Dictionary<ISymbol, List<Diagnostic>> Run()
        {
            var attributed = AttributedMembers.Find(compilation, cancel);
            var boards = Inspect(attributed, nameof(Board));
            var distributions = Inspect(attributed, nameof(Distribution));
            foreach (var board in boards)
                CheckBoard(board, distributions);
            CheckTogether(boards, distributions);
            return _diagnostics;
        }

        private List<InspectedMember> Inspect(IEnumerable<(ISymbol Member, string Type)> attributed, string type)
        {
            var inspected = attributed.Where(mark => mark.Type == type)
                .Select(mark => InspectedMember.Of(mark.Member, type, cache, compilation, cancel))
                .ToList();
            foreach (var member in inspected)
            {
                foreach (var problem in member.Problems)
                    Report(member, problem.Descriptor, problem.Location, problem.Message);
            }

            return inspected;
        }

        private void CheckBoard(InspectedMember board, List<InspectedMember> distributions)
        {
            if (distributions.Count == 0)
            {
                Report(
                    board, DiagnosticDescriptors.NoDistribution, board.Name,
                    $"there is no distribution to build '{board.Member.ContainingType.Name}.{board.Member.Name}' with; "
                    + "mark one with [Distribution]");
            }

            if (board.Value is not Board value)
                return;
            if (distributions.Count > 0
                && distributions.TrueForAll(distribution => distribution.Value is Distribution other && !other.Supports(value)))
            {
                Report(
                    board, DiagnosticDescriptors.NoDistribution, board.Name,
                    $"no distribution takes '{board.Member.ContainingType.Name}.{board.Member.Name}': make it a BootableBoard for the "
                    + "Debian engine, or set Infix");
            }

            foreach (var distribution in distributions)
            {
                if (distribution.Value is not Distribution other || !other.Supports(value))
                    continue;
                Guard(board, () => ReportAll(CheckCache.Check(value, other), board, [board, distribution]));
                Guard(board, () => CheckKernel(board, value, distribution, other));
                Guard(board, () => CheckTrees(board, value, distribution, other));
            }
        }

        private void CheckKernel(InspectedMember board, Board value, InspectedMember distribution, Distribution other)
        {
            var architecture = value.Soc.Architecture.KernelArch;
            var (requests, problem) = platform.Kconfig(other.KernelSource, architecture, cancel);
            if (requests is not null)
                ReportAll(requests.Check(value, other), board, [board, distribution]);
            else
                Report(
                    distribution, DiagnosticDescriptors.Of(Rules.NoKernelSnapshot), distribution.Name,
                    $"the symbols that boards ask of {other.KernelSource} for {architecture} are not checked here, for {problem}; "
                    + $"{CommandFor(other, $"kconfig snapshot --arch {architecture} --tree FOLDER FILE")} makes it");
        }

        private void CheckTrees(InspectedMember board, Board value, InspectedMember distribution, Distribution other)
        {
            var architecture = value.Soc.Architecture.KernelArch;
            foreach (var tree in value.DeviceTrees)
            {
                if (tree.Source != DeviceTreeSource.Kernel || tree.Edits.Count == 0)
                    continue;
                var (snapshot, problem) = platform.Tree(other.KernelSource, architecture, tree.Path, cancel);
                if (snapshot is not null)
                {
                    ReportAll(CheckCache.Check(snapshot, tree), board, [board, distribution]);
                    continue;
                }

                var command = $"dt snapshot FOLDER/arch/{architecture}/boot/dts/{tree.Path} -o artifacts/platform/{other.KernelSource}";
                Report(
                    board, DiagnosticDescriptors.Of(Rules.NoTreeSnapshot), board.Find(tree) ?? board.Name,
                    $"what is changed in '{tree.Path}' of {other.KernelSource} is not checked here, for {problem}; "
                    + $"{CommandFor(other, command)} makes it");
            }
        }

        private static string CommandFor(Distribution distribution, string command) => distribution is DebianDistribution
            ? "'./build.sh Restore --board all'"
            : $"'bsp {command}' with the kernel of a build of {distribution.Name}";

        private void CheckTogether(List<InspectedMember> boards, List<InspectedMember> distributions)
        {
            Board[] values = [.. boards.Select(board => board.Value).OfType<Board>()];
            Distribution[] others = [.. distributions.Select(distribution => distribution.Value).OfType<Distribution>()];
            if (values.Length > 0)
            {
                Guard(
                    boards[0],
                    () => ReportAll(
                        BoardChecks.CheckTogether(values, others), boards.First(board => board.Value is Board),
                        [.. boards, .. distributions]));
            }
        }

        /// <summary>Says the findings where their subjects are written, else at the name of <paramref name="fallback"/>.</summary>
        private void ReportAll(IEnumerable<Finding> findings, InspectedMember fallback, IReadOnlyList<InspectedMember> owners)
        {
            foreach (var finding in findings)
            {
                var owner = OwnerOf(finding.Subject, owners) ?? fallback;
                var location = LocationOf(finding.Subject, owner, finding.Word) ?? owner.Name;
                var other = finding.Other is { } contradicted && OwnerOf(contradicted, owners) is { } otherOwner
                    ? LocationOf(contradicted, otherOwner)
                    : null;
                var message = other is { } there ? $"{finding.Message}; the other one is in {there.Described()}" : finding.Message;
                Report(owner, DiagnosticDescriptors.Of(finding.Rule), location, message, other);
            }
        }

        private static InspectedMember? OwnerOf(object subject, IReadOnlyList<InspectedMember> owners) =>
            owners.FirstOrDefault(candidate => ReferenceEquals(candidate.Value, subject))
                ?? owners.FirstOrDefault(candidate => candidate.Find(subject) is not null);

        private static SourceLocation? LocationOf(object subject, InspectedMember owner, string? word = null) =>
            owner.Find(subject) is not { } location ? null
                : (word ?? (subject as KconfigRequest)?.Symbol) is { } text ? location.Within(text)
                : location;

        private void Report(
            InspectedMember member, DiagnosticDescriptor descriptor, SourceLocation location, string message, SourceLocation? other = null)
        {
            if (!_reported.Add((descriptor.Id, location, message)))
                return;
            if (!_diagnostics.TryGetValue(member.Member, out var diagnostics))
                _diagnostics.Add(member.Member, diagnostics = []);
            SourceLocation[] further =
            [
                .. location == member.Name ? [] : (SourceLocation[])[member.Name], .. other is { } there ? (SourceLocation[])[there] : [],
            ];
            diagnostics.Add(Diagnostic.Create(descriptor, location.ToLocation(), further.Select(at => at.ToLocation()), message));
        }

        private void Guard(InspectedMember board, Action check)
        {
            try
            {
                check();
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // A check that fails is reported at the board; the compiler and the other boards go on.
                Report(
                    board, DiagnosticDescriptors.Failure, board.Name,
                    $"the checks of '{board.Member.ContainingType.Name}.{board.Member.Name}' failed; internal error: "
                    + $"{exception.GetType().Name}: {exception.Message}");
            }
        }
    }
}
