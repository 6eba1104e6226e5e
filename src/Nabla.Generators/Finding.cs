using Microsoft.CodeAnalysis;

namespace Nabla.Generators;

/// <summary>Something that the user has to mend.</summary>
internal sealed record Finding(DiagnosticDescriptor Rule, Place? Place, EquatableArray<string> Arguments)
{
    public Diagnostic Diagnostic =>
        Diagnostic.Create(Rule, Place?.Location ?? Location.None, [.. Arguments.Select(argument => (object)argument)]);

    public static Finding At(ISymbol symbol, DiagnosticDescriptor rule, params string[] arguments) =>
        new(rule, Place.Of(symbol), new EquatableArray<string>([.. arguments]));
}
