namespace System.Runtime.CompilerServices;

/// <summary>What records need and .NET Standard does not have.</summary>
internal static class IsExternalInit;
