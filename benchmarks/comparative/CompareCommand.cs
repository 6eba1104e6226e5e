using System.CommandLine;
using Nabla.Benchmarks.Comparative.Workloads;
using Spectre.Console;

namespace Nabla.Benchmarks.Comparative;

/// <summary>The verb <c>compare</c>: Nabla and its peers on the same work, in one run.</summary>
internal static class CompareCommand
{
    /// <summary>The verb with its options.</summary>
    public static Command Create()
    {
        Option<string?> json = new("--json") { Description = "Write the rows to this file.", HelpName = "FILE" };
        Option<string?> markdown =
            new("--markdown") { Description = "Write facts and table to this file.", HelpName = "FILE" };
        Option<string?> filter =
            new("--filter") { Description = "Only workloads with this in their name.", HelpName = "NAME" };
        Option<bool> quick = new("--quick") { Description = "Short rounds: a first impression." };
        Command command = new("compare", "Measure Nabla and its peers on the same work, in one run.")
        {
            json, markdown, filter, quick,
        };
        command.SetAction(result => Run(
            result.GetValue(json), result.GetValue(markdown), result.GetValue(filter), result.GetValue(quick)));
        return command;
    }

    private static int Run(string? json, string? markdown, string? filter, bool quick)
    {
        string root = WorkloadContext.FindRoot();
        using PeerProcess? torch = PeerProcess.TryStart(PeerProgram.Torch(root), out string? torchProblem);
        using PeerProcess? onnx = PeerProcess.TryStart(PeerProgram.OnnxRuntime(root), out string? onnxProblem);
        var context = new WorkloadContext(torch, onnx, quick ? Effort.Quick : Effort.Full, root);

        IReadOnlyList<(string Name, Func<Workload> Build)> workloads = Catalogue.Of(context, filter ?? "");
        if (workloads.Count == 0)
        {
            string[] names =
            [
                .. Catalogue.Of(context, filter: "").Select(workload => workload.Name.Split('-', ',')[0]).Distinct(),
            ];
            Console.Error.WriteLine(
                $"No workload has '{filter}' in its name. Names begin with {string.Join(", ", names)}; ask for one of "
                + "these to see them.");
            return 1;
        }

        string[] facts =
        [
            .. Machine.Facts(),
            torch is null ? torchProblem! : $"peer: {torch.Versions}",
            onnx is null ? onnxProblem! : $"peer: {onnx.Versions}",
        ];
        foreach (string fact in facts)
        {
            Console.WriteLine(fact);
        }

        CompareReport report = new CompareTable(AnsiConsole.Console).Fill(workloads, context.Effort.Rounds);
        if (json is not null)
        {
            report.WriteJson(json);
        }

        if (markdown is not null)
        {
            report.WriteMarkdown(markdown, facts);
        }

        return report.IsBroken ? 1 : 0;
    }
}
