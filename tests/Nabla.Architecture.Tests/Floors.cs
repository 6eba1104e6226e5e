namespace Nabla.Architecture.Tests;

/// <summary>
/// The floors: a part uses the floors below it, never above, and of its neighbours only those it names. This table is
/// the declaration; docs/architecture.md tells the story and points here.
/// </summary>
internal static class Floors
{
    public static readonly Part[] Parts =
    [
        new(0, "Primitives", ["src/Nabla.Core/Primitives/"]),
        new(1, "Graph and Ops", ["src/Nabla.Core/Graph/", "src/Nabla.Core/Ops/"]),
        new(2, "Autodiff", ["src/Nabla.Core/Autodiff/"]),
        new(3, "Compiler", ["src/Nabla.Core/Compiler/"]),
        new(4, "Runtime", ["src/Nabla.Core/Runtime/"]),
        new(5, "Backends/Reference", ["src/Nabla.Core/Backends/Reference/"]),
        new(5, "Backends/Cpu", ["src/Nabla.Core/Backends/Cpu/"]),

        new(6, "Configuration", ["src/Nabla/Configuration/"]),
        new(6, "Initializers", ["src/Nabla/Initializers/"], "Configuration"),
        new(6, "Regularizers", ["src/Nabla/Regularizers/"], "Configuration"),
        new(6, "Constraints", ["src/Nabla/Constraints/"], "Configuration"),
        new(6, "Layers", ["src/Nabla/Layers/"], "Initializers", "Regularizers", "Constraints", "Configuration"),
        new(6, "Comparison", ["src/Nabla/Comparison/"]),
        new(6, "Losses", ["src/Nabla/Losses/"], "Comparison", "Configuration"),
        new(6, "Metrics", ["src/Nabla/Metrics/"], "Losses", "Comparison", "Configuration"),
        new(6, "Optimizers", ["src/Nabla/Optimizers/"], "Configuration"),
        new(6, "Data", ["src/Nabla/Data/"], "Layers", "Configuration"),
        new(7, "Training", ["src/Nabla/Training/"]),
        new(8, "Tabular", ["src/Nabla.Tabular/"]),
        new(8, "Models", ["src/Nabla.Models/"]),
    ];

    /// <summary>
    /// Uses that break the rule and stay, each with its reason: the file, the symbol as the test prints it, and why.
    /// An entry that nothing needs any more fails the test.
    /// </summary>
    public static readonly (string File, string Symbol, string Reason)[] Exceptions = [];

    /// <summary>The library sources that may write to the console, each with its reason.</summary>
    public static readonly (string File, string Reason)[] ConsoleWriters =
    [
        ("src/Nabla.Core/Runtime/DebugLog.cs", "NABLA_DEBUG asks for it, and standard error is where it goes"),
    ];

    /// <summary>The part that a source file belongs to; null for files outside the table.</summary>
    public static Part? Of(string file) =>
        Array.Find(Parts, part => part.Folders.Any(folder => file.StartsWith(folder, StringComparison.Ordinal)));
}
