using System.CommandLine;

namespace Nabla.Cli.Commands;

/// <summary><c>nabla train</c>: the group of what can be trained.</summary>
internal static class TrainCommand
{
    public static Command Create(Terminal terminal, CancellationToken stop) => new("train", "Train a network.")
    {
        TrainMnistCommand.Create(terminal, stop),
        TrainXorCommand.Create(terminal, stop),
    };
}
