using Nabla.Cli.Images;
using Nabla.Cli.Options;

namespace Nabla.Cli.Training;

/// <summary>All that <c>nabla train mnist</c> was asked for.</summary>
/// <param name="Network">What the network is made of.</param>
/// <param name="Optimizer">How it learns.</param>
/// <param name="Run">How long and in which pieces.</param>
/// <param name="Threads">How many threads compute.</param>
/// <param name="Output">Where the model goes.</param>
/// <param name="IsOutputNamed">
/// Whether the user named that file; only then does an interrupted run save as well.
/// </param>
/// <param name="Report">Where the report for machines goes; null for nowhere.</param>
internal sealed record MnistSettings(
    NetworkSettings Network,
    OptimizerSettings Optimizer,
    RunSettings Run,
    int Threads,
    string Output,
    bool IsOutputNamed,
    string? Report)
{
    /// <summary>The widths of all layers: 784-16-16-10.</summary>
    public string NetworkName => Network.Describe(Glyph.Extent * Glyph.Extent, DigitModel.Classes);
}
