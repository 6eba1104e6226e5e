using System.Runtime.CompilerServices;
using Nabla.Compiler.Verify;

namespace Nabla.Tests;

/// <summary>Every graph that a test compiles is verified before and after the passes.</summary>
internal static class VerifiedGraphs
{
    [ModuleInitializer]
    public static void Enable() => Verifier.IsEnabled = true;
}
